//! A table of texts: each is written once, and named by its number.

use hashbrown::HashMap;
use serde::{Serialize, Serializer};

/// Texts in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Strings<'g> {
    numbers: HashMap<&'g str, u32>,
    texts: Vec<&'g str>,
}

impl<'g> Strings<'g> {
    /// Returns the number of `text`; none for an empty one.
    pub(super) fn number(&mut self, text: &'g str) -> Option<u32> {
        if text.is_empty() {
            return None;
        }
        let next = u32::try_from(self.texts.len()).ok()?;
        Some(*self.numbers.entry(text).or_insert_with(|| {
            self.texts.push(text);
            next
        }))
    }

    /// Returns the number of a text that may be unknown.
    pub(super) fn of(&mut self, text: Option<&'g str>) -> Option<u32> {
        self.number(text?)
    }
}

impl Serialize for Strings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.texts.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once() {
        let mut strings = Strings::default();
        assert_eq!((strings.number("a"), strings.number("b"), strings.number("a")), (Some(0), Some(1), Some(0)));
        assert_eq!((strings.number(""), strings.of(None)), (None, None));
        assert_eq!(serde_json::to_string(&strings).unwrap(), r#"["a","b"]"#);
    }
}
