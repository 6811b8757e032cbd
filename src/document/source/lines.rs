//! JSON Lines: one object a line, read one at a time.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{Place, SourceError};
use super::meta::Meta;
use super::open::{Line, Opened, read_line};
use super::{Body, Raw, charset};

/// The keys that are read; any other is passed over.
#[derive(Deserialize)]
struct Row {
    id: Option<Scalar>,
    text: Option<String>,
    date: Option<String>,
    lang: Option<String>,
    title: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    mentions: Option<IgnoredAny>,
    relations: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Number(serde_json::Number),
}

/// The documents of one file.
pub(super) struct Lines {
    opened: Opened,
    place: Place,
    limit: u64,
    line: u64,
    buffer: Vec<u8>,
    any: bool,
    ended: bool,
}

impl Lines {
    pub(super) fn new(opened: Opened, place: Place, limit: u64) -> Self {
        Lines { opened, place, limit, line: 0, buffer: Vec::new(), any: false, ended: false }
    }
}

impl Iterator for Lines {
    type Item = Result<Raw, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            self.line += 1;
            let place = self.place.at(self.line);
            match read_line(&mut self.opened, &mut self.buffer, self.limit) {
                Ok(Line::Read) if self.buffer.trim_ascii().is_empty() => continue,
                Ok(Line::Read) => {
                    self.any = true;
                    return Some(raw(&self.buffer, place));
                }
                Ok(Line::TooLong) => {
                    self.any = true;
                    self.ended = self.opened.packed;
                    return Some(Err(SourceError::TooLarge { place, limit: self.limit }));
                }
                Ok(Line::End) => {
                    self.ended = true;
                    if !self.any {
                        return Some(Err(SourceError::EmptyText { place: self.place.clone() }));
                    }
                }
                Err(source) => {
                    self.ended = true;
                    return Some(Err(SourceError::Unreadable { place, source }));
                }
            }
        }
        None
    }
}

fn raw(line: &[u8], place: Place) -> Result<Raw, SourceError> {
    let line = match charset::decode(line) {
        Ok(line) => line,
        Err(byte) => return Err(SourceError::Encoding { place, byte }),
    };
    let row: Row = match serde_json::from_str(&line) {
        Ok(row) => row,
        Err(source) => return Err(SourceError::Json { place, source }),
    };
    let mut meta = Meta::default();
    let id = row.id.map(|id| match id {
        Scalar::Text(text) => text,
        Scalar::Number(number) => number.to_string(),
    });
    for (key, value) in [
        ("id", id),
        ("date", row.date),
        ("lang", row.lang),
        ("title", row.title),
        ("publisher", row.publisher),
        ("url", row.url),
    ] {
        meta.set(key, value.as_deref().unwrap_or_default(), &place);
    }
    let body = match row.text {
        Some(text) => Body::Text(text),
        None if row.mentions.is_some() || row.relations.is_some() => Body::Extracted(line.into_owned()),
        None => return Err(SourceError::MissingKey { place, key: "text" }),
    };
    Ok(Raw { place, meta, body })
}
