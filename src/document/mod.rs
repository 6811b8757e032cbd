//! Documents and sentences: what is read, before anything is recognised in it.

mod date;
mod lang;
mod sentence;
mod source;

pub use date::{DateError, DatePrecision, PartialDate};
pub use lang::Lang;
pub use sentence::{is_behind_dots, sentences};
pub use source::{DOCUMENT_LIMIT, Extracted, Input, Inputs, Place, Source, SourceError};

use jiff::civil::Date;

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
