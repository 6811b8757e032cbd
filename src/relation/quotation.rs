//! Words quoted over more than one sentence: قال لافروف "إننا نحترم إيران. ونحن ندعم سوريا", "We respect Iran," Lavrov said. "We
//! support Syria."
//!
//! The sentences of a document come in, one after another; of each it is told who said the words that it opens within.

use super::clause::{Clause, Party};
use super::unit::Kind;
use crate::lexicon::Class;
use crate::text::{Gap, Tokens};

/// Whose words a document quotes where a sentence begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotation {
    open: bool,
    said: Option<Party>,
}

impl Quotation {
    /// Who said the words that a sentence begins in: those still open, or such as its first mark opens anew.
    pub(super) fn speaker(&self, tokens: &Tokens, range: (usize, usize)) -> Option<Party> {
        self.said.filter(|_| self.is_open(tokens, range))
    }

    /// Whether a sentence begins in a quotation; a mark before it closes the one that is open, and so does a new line.
    fn is_open(&self, tokens: &Tokens, range: (usize, usize)) -> bool {
        let first = &tokens.tokens[range.0];
        if self.open { !first.quote && first.gap != Gap::Newline } else { first.quote }
    }

    /// Returns what holds behind a sentence.
    pub(super) fn after(self, clause: &Clause<'_>, tokens: &Tokens, range: (usize, usize)) -> Quotation {
        let begins = self.is_open(tokens, range);
        let marks =
            tokens.tokens.get(range.0 + 1..range.1).unwrap_or_default().iter().filter(|token| token.quote).count();
        if !begins && marks == 0 {
            // A mark may still stand behind its last word; but of whom it would be, the sentence does not say.
            return Quotation::default();
        }
        Quotation { open: begins != (marks % 2 == 1), said: quotes(clause).or(self.said.filter(|_| begins)) }
    }
}

/// The one party of whom a sentence says that it says something, in Arabic or in English.
fn quotes(clause: &Clause<'_>) -> Option<Party> {
    let speaks = |verb: usize| {
        let unit = &clause.units[verb];
        unit.kind == Kind::Verb && unit.is(Class::Saying) | clause.is_saying(verb)
    };
    (0..clause.units.len()).rev().filter(|&verb| speaks(verb)).find_map(|verb| {
        match clause.subjects.get(verb)?.as_ref()?.list.as_slice() {
            [party] if !clause.subjects[verb].as_ref()?.opaque => Some(*party),
            _ => None,
        }
    })
}
