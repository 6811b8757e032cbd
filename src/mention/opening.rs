//! Where a noun phrase may begin: a few bits and bytes of a token, asked before any of its readings is tried.
//!
//! Most tokens begin none. What is told here is necessary and never sufficient: each reader of phrases still looks for itself,
//! and a token that is passed over is one at which all of them would find nothing, which every unoptimised run asserts. Who
//! teaches a phrase to begin with something else lets it begin here too.

use super::familiar::Marks;
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;

/// Kinds of forms that may begin a phrase in either language.
const OPENERS: Kinds = Kinds::PHRASE
    .with(Kinds::NAME)
    .with(Kinds::DEMONYM)
    .with(Kinds::TITLE)
    .with(Kinds::BODY)
    .with(Kinds::PARTICLE)
    .with(Kinds::FIRST_NAME);

impl Reader<'_> {
    /// Returns whether a phrase may begin at a token of the sentence.
    #[inline]
    pub(super) fn may_open_phrase(&self, at: usize) -> bool {
        self.scan.kinds(at).has(OPENERS) || self.may_be_introduced(at) || self.may_open_without_kind(at)
    }

    /// Returns whether a phrase of a token may begin that the dictionary has under no kind of [`OPENERS`].
    #[inline]
    fn may_open_without_kind(&self, at: usize) -> bool {
        match self.lang {
            Lang::En => {
                self.tokens.tokens[at].capital || self.scan.kinds(at).has(Kinds::ADJECTIVE) || self.names_fighters(at)
            }
            Lang::Ar => {
                const OPENING: Marks = Marks::DEFINITE_BODY.with(Marks::BIRTHPLACE);
                self.scan.marks(at).has(OPENING)
                    || self.may_open_name(at)
                    || self.quoted_head(at).is_some()
                    || at > self.range.0 && self.may_open_behind(at)
            }
        }
    }

    /// Returns whether the token before lets an Arabic phrase begin with any word: the noun of what is named after people, a
    /// newspaper before its name in quotes, توقيت before a place.
    #[inline]
    fn may_open_behind(&self, at: usize) -> bool {
        let before = self.scan.kinds(at - 1);
        before.has(Kinds::NAMED_AFTER)
            || before.has(Kinds::GENERIC) && self.tokens.tokens[at].quote
            || self.scan.marks(at - 1).has(Marks::TIME_ZONE)
    }
}
