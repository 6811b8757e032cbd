//! The other of two who met, called or wrote to each other in the sentence before: التقى عباس كيري. وحثه, وطلب منه, ودعاه إلى زيارة.
//!
//! Where one of the two goes on acting, a pronoun for a person is the other, as long as nobody else has been named since.

use super::clause::{Clause, Parties, Party, agrees, is_person};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::Pronoun;
use crate::mention::PhraseKind;

/// How sure it is that the other one is meant.
pub(super) const SURE: f64 = 0.88;

impl Clause<'_> {
    /// Whom a pronoun means at a unit, where who acts is one of the two of the last contact.
    pub(super) fn other_side(&self, at: usize, pronoun: Pronoun, own: &[Party]) -> Option<Party> {
        let (a, b) = self.memory.pair.filter(|_| self.lang == Lang::Ar && pronoun.number == Number::Singular)?;
        let [own] = own else { return None };
        let other = match own.referent {
            own if own == a.referent => b,
            own if own == b.referent => a,
            _ => return None,
        };
        let last = self.memory.named.iter().rev().find(|party| party.referent != own.referent);
        let alone = self.memory.others.len() < 2
            && last.is_some_and(|last| last.referent == other.referent)
            && self.nobody_but(at, *own, other)
            && self.says_only_before(at, *own);
        // Only the phrase of the sentence before knew the gender; the people named keep it.
        let gender = other.gender.or_else(|| last.and_then(|last| last.gender));
        let other = Party { gender, ..other };
        (alone && is_person(other) && agrees(other, pronoun.gender)).then_some(other)
    }

    /// Whether the sentence names no other person before a unit.
    fn nobody_but(&self, at: usize, own: Party, other: Party) -> bool {
        let known = |party: Party| party.referent == own.referent || party.referent == other.referent;
        (0..at)
            .filter(|&unit| {
                self.unit_phrase(unit).is_some_and(|p| matches!(p.kind, PhraseKind::Person | PhraseKind::Unknown))
            })
            .all(|unit| {
                let list = self.parties_of(unit);
                !list.is_empty() && list.into_iter().all(known)
            })
    }

    /// وأضاف أنه شكره: whether each verb of the sentence before a unit is one of saying, and the same one's.
    fn says_only_before(&self, at: usize, own: Party) -> bool {
        let his = |found: &Parties| matches!(found.list.as_slice(), [party] if party.referent == own.referent);
        (0..at)
            .filter(|&verb| self.units[verb].kind == Kind::Verb)
            .all(|verb| self.tells_speech(verb) && self.subjects.get(verb).and_then(Option::as_ref).is_some_and(his))
    }
}
