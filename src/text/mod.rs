//! What a string is: spans, normal form, tokens, words.

pub mod fold;
mod sketch;
mod span;
mod token;
mod vocabulary;

pub use sketch::{Sketch, SketchError};
pub use span::Span;
pub use token::{Gap, Token, Tokens, normal_form, words};
pub use vocabulary::{Clitics, Reading, Vocabulary, WordId};
