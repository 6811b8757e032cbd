//! Arabic: a pronoun of two before those whom it stands for: في أول لقاء بينهما، تعهد بوتين لترامب.

use super::clause::{Clause, Party};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::Class;
use crate::mention::PhraseKind;

/// An occasion before its clause is no longer than this.
const MOST_UNITS: usize = 8;

impl Clause<'_> {
    /// Returns the two of the main clause behind the occasion that a sentence opens with, where a pronoun of two at a unit of the
    /// occasion stands for them: who does something, and with whom or to whom; or both who do it.
    pub(super) fn two_to_come(&self, at: usize) -> Option<[Party; 2]> {
        let opens = self.units.first().is_some_and(|first| {
            first.phrase().is_none()
                && (first.is_preposition() || first.is(Class::Circumstance) || first.clitics.has_preposition())
        });
        let nobody = || (0..at).all(|unit| self.units[unit].kind != Kind::Verb && self.unit_phrase(unit).is_none());
        if self.lang != Lang::Ar || !opens || at > MOST_UNITS || !nobody() {
            return None;
        }
        let comma = (at + 1..self.units.len().min(at + MOST_UNITS)).find(|&unit| self.units[unit].is_mark())?;
        let verb = comma + 1;
        if !self.units[comma].is_comma() || self.units.get(verb)?.kind != Kind::Verb {
            return None;
        }
        let mut two: Vec<Party> = Vec::with_capacity(2);
        let main = (verb + 1..self.units.len()).take_while(|&unit| {
            !self.units[unit].is_mark()
                && !self.units[unit].is(Class::Complement)
                && self.units[unit].kind != Kind::Verb
        });
        for unit in main {
            if self.unit_phrase(unit).is_none_or(|phrase| phrase.kind != PhraseKind::Person) {
                continue;
            }
            for party in self.parties_of(unit) {
                if two.iter().all(|other| other.referent != party.referent) {
                    two.push(party);
                }
            }
        }
        two.try_into().ok()
    }
}
