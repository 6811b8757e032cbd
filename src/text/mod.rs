//! What a string is: spans, normal form, tokens, words.

pub mod fold;
mod hash;
mod sketch;
mod span;
mod token;
mod vocabulary;

pub use hash::{hash, number_hash, pair_hash};
pub use sketch::{Sketch, SketchError};
pub use span::Span;
pub use token::{Gap, Token, Tokens, normal_form, words};
pub use vocabulary::{Clitics, Reading, Vocabulary, WordId};
