//! Plain text files: one document, perhaps under a header between `---` lines.
//!
//! ```text
//! ---
//! id: alaska-1
//! date: 2025-08-17
//! publisher: Example News
//! ---
//! The text of the article …
//! ```

use std::io::Read;

use super::error::{Place, SourceError};
use super::meta::Meta;
use super::open::Opened;
use super::{Body, Raw, charset};

/// How many lines a header may have.
const HEADER_LINES: usize = 64;

/// Reads the whole file.
pub(super) fn read(opened: &mut Opened, place: &Place, limit: u64) -> Result<Raw, SourceError> {
    let mut bytes = Vec::new();
    let reading = opened.reader.by_ref().take(limit + 1).read_to_end(&mut bytes);
    reading.map_err(|source| SourceError::Unreadable { place: place.clone(), source })?;
    if bytes.len() as u64 > limit {
        return Err(SourceError::TooLarge { place: place.clone(), limit });
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => charset::decode(error.as_bytes())
            .map_err(|byte| SourceError::Encoding { place: place.clone(), byte })?
            .into(),
    };
    if text.contains('\0') {
        return Err(SourceError::Binary { place: place.clone(), what: "binary data" });
    }
    let (meta, body) = split_header(&text, place)?;
    let text = if body == 0 { text } else { text[body..].to_owned() };
    Ok(Raw { place: place.clone(), meta, body: Body::Text(text) })
}

/// Returns the header and where the text after it begins.
///
/// A first line `---` opens a header only when a `key: value` line of a known key follows: articles begin with rules too.
fn split_header(text: &str, place: &Place) -> Result<(Meta, usize), SourceError> {
    let mut meta = Meta::default();
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate().take(HEADER_LINES) {
        at += line.len();
        let line = line.trim();
        if index == 0 {
            if line != "---" {
                return Ok((meta, 0));
            }
            continue;
        }
        if line == "---" && index > 1 {
            return Ok((meta, at));
        }
        let here = place.at(index as u64 + 1);
        let pair = line.split_once(':').map(|(key, value)| (key.trim().to_ascii_lowercase(), unquote(value.trim())));
        match pair {
            Some((key, _)) if index == 1 && !Meta::knows(&key) => return Ok((meta, 0)),
            None if index == 1 => return Ok((meta, 0)),
            Some((key, value)) => meta.set(&key, value, &here),
            None if line.is_empty() || line.starts_with('#') => {}
            None => {
                let what = format!("'{}' is not 'key: value'", line.chars().take(40).collect::<String>());
                return Err(SourceError::Header { place: here, what });
            }
        }
    }
    if at == 0 || meta.is_empty() {
        return Ok((meta, 0));
    }
    Err(SourceError::Header { place: place.at(1), what: "no line '---' closes it".to_owned() })
}

fn unquote(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return inner;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Result<(Meta, &str), String> {
        let (meta, body) = split_header(text, &Place::file("a.txt")).map_err(|e| e.to_string())?;
        Ok((meta, &text[body..]))
    }

    #[test]
    fn a_header_is_read_and_cut_off() {
        let (meta, body) = split("---\nid: a-1\nDate: 2025-08-17\ntitle: \"A: b\"\nauthor: x\n---\nText\n").unwrap();
        assert_eq!((meta.id.as_deref(), meta.title.as_deref(), body), (Some("a-1"), Some("A: b"), "Text\n"));
        let date = meta.date.unwrap();
        assert_eq!((date.value.as_str(), date.place.to_string().as_str()), ("2025-08-17", "a.txt:3"));
    }

    #[test]
    fn rules_and_dashes_are_text() {
        for text in ["", "Text", "---", "---\n", "---\n---\nText", "---\nقال: نعم\n---\n", "---\nText\n"] {
            assert_eq!(split(text).unwrap().1, text);
        }
    }

    #[test]
    fn broken_headers_are_told_with_their_line() {
        assert_eq!(
            split("---\nid: 1\nno colon\n---\nText").unwrap_err(),
            "a.txt:3: the header between '---' lines is broken: 'no colon' is not 'key: value'"
        );
        assert!(split("---\nid: 1\n").unwrap_err().contains("a.txt:1: the header"));
    }
}
