//! Documents and sentences: what is read, before anything is recognised in it.

mod date;
mod sentence;
mod source;

pub use date::{DateError, DatePrecision, PartialDate};
pub use sentence::sentences;
pub use source::{DOCUMENT_LIMIT, Extracted, Input, Inputs, Place, Source, SourceError};

use jiff::civil::Date;
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

/// One article: its text and what is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Stable identifier, unique in a run.
    pub id: String,
    /// Language of the text.
    pub lang: Lang,
    /// Day of publication, where known.
    pub date: Option<Date>,
    /// Headline, where it stands apart from the text.
    pub title: Option<String>,
    /// Newspaper or agency.
    pub publisher: Option<String>,
    /// Address of the article.
    pub url: Option<String>,
    /// The text; every offset points into it.
    pub text: String,
}
