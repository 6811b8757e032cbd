//! XML as a stream of elements with their lines. What no XML reader takes is seen here.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::sightings::Sightings;

/// A tag, or the text within one.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// The element has begun; `true` where it has no content.
    Open(Tag),
    /// The element of this name has ended.
    Close(String),
    /// Text, unescaped.
    Text(String),
}

/// An element with its attributes.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    /// Without its prefix.
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) line: usize,
}

impl Tag {
    /// Returns the value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| &**value)
    }

    /// Returns where it stands, for `see`.
    pub(super) fn at(&self) -> Option<usize> {
        Some(self.line)
    }
}

/// Calls `each` on every tag and text; stops where the text is not well formed.
pub(super) fn read(text: &str, seen: &mut Sightings, mut each: impl FnMut(Item, &mut Sightings)) {
    control_characters(text, seen);
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut depth = 0_usize;
    loop {
        let line = lines.of(usize::try_from(reader.buffer_position()).unwrap_or_default());
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or_default();
                seen.see("not-well-formed", Some(lines.of(at)), error.to_string());
                return;
            }
        };
        match event {
            Event::Start(tag) => match read_tag(&tag, line) {
                Ok(tag) => {
                    depth += 1;
                    each(Item::Open(tag), seen);
                }
                Err(error) => return seen.see("not-well-formed", Some(line), error),
            },
            Event::Empty(tag) => match read_tag(&tag, line) {
                Ok(tag) => {
                    let name = tag.name.clone();
                    each(Item::Open(tag), seen);
                    each(Item::Close(name), seen);
                }
                Err(error) => return seen.see("not-well-formed", Some(line), error),
            },
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                each(Item::Close(local(tag.name().as_ref()).to_owned()), seen);
            }
            Event::Text(words) => each(Item::Text(words.to_string()), seen),
            Event::CData(words) => each(Item::Text(words.to_string()), seen),
            Event::GeneralRef(name) => {
                let escaped = format!("&{};", &*name);
                let text = quick_xml::escape::unescape(&escaped).map(std::borrow::Cow::into_owned);
                each(Item::Text(text.unwrap_or(escaped)), seen);
            }
            Event::Eof => {
                if depth > 0 {
                    seen.see("not-well-formed", Some(lines.of(text.len())), "the file ends within an element");
                }
                return;
            }
            _ => {}
        }
    }
}

fn read_tag(tag: &BytesStart<'_>, line: usize) -> Result<Tag, String> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Tag { name: local(tag.name().as_ref()).to_owned(), attributes, line })
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Sees characters that XML 1.0 cannot hold, written as they are or as references.
fn control_characters(text: &str, seen: &mut Sightings) {
    let is_legal =
        |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    for (index, line) in text.lines().enumerate() {
        let bare = line.chars().find(|&c| !is_legal(c));
        let referred = line.split("&#").skip(1).find_map(|rest| {
            let number = rest.split(';').next()?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            (!char::from_u32(code).is_some_and(is_legal)).then_some(code)
        });
        if let Some(code) = bare.map(u32::from).or(referred) {
            seen.see("control-character", Some(index + 1), format!("U+{code:04X}"));
        }
    }
}

/// Lines of offsets that only grow.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        if offset > self.at {
            self.line += self.text.as_bytes()[self.at..offset].iter().filter(|&&byte| byte == b'\n').count();
            self.at = offset;
        }
        self.line
    }
}
