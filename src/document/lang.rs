//! The languages that are read.

use serde::{Deserialize, Serialize};

/// The language of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic.
    #[default]
    Ar,
    /// English.
    En,
}

impl Lang {
    /// Returns the ISO 639-1 code, `ar` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ar => "ar",
            Lang::En => "en",
        }
    }

    /// Returns the language whose letters are the more frequent in `text` (Arabic when there are none).
    #[must_use]
    pub fn detect(text: &str) -> Lang {
        let (mut arabic, mut latin) = (0_usize, 0_usize);
        for byte in text.bytes().take(4096) {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' => latin += 1,
                // Lead bytes of U+0600..U+07FF: each Arabic letter has one.
                0xD8..=0xDB => arabic += 1,
                _ => {}
            }
        }
        if latin > arabic { Lang::En } else { Lang::Ar }
    }
}
