//! Which word stands at a token or a unit of a sentence, and whether it is one of a list of the lexicon: an index comes in.

use super::read::Sentence;
use crate::lexicon::WordList;

impl Sentence<'_> {
    /// The normal form of a token; nothing is where the text ends.
    pub(super) fn token_at(&self, token: usize) -> &[u8] {
        self.tokens.tokens.get(token).map_or(&[], |token| self.tokens.form(token))
    }

    /// The normal form of the first token of a unit; nothing is behind the last unit.
    pub(super) fn word_at(&self, unit: usize) -> &[u8] {
        self.clause.units.get(unit).map_or(&[], |unit| self.token_at(unit.start))
    }

    /// Whether the word at a token is one of a list; nothing is where the text ends.
    pub(super) fn is_listed(&self, list: WordList, token: usize) -> bool {
        let lexicon = &self.clause.knowledge.lexicon;
        self.tokens.tokens.get(token).is_some_and(|token| lexicon.lists(list, self.tokens.form(token)))
    }

    /// Whether a unit begins with a word of a list.
    pub(super) fn begins_listed(&self, list: WordList, unit: usize) -> bool {
        self.clause.units.get(unit).is_some_and(|unit| self.is_listed(list, unit.start))
    }

    /// Whether a unit ends with a word of a list.
    pub(super) fn ends_listed(&self, list: WordList, unit: usize) -> bool {
        self.clause.units.get(unit).is_some_and(|unit| unit.end > 0 && self.is_listed(list, unit.end - 1))
    }
}
