//! What a string is: spans, normal form, tokens.

mod span;

pub use span::Span;
