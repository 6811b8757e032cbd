//! With whom there is tension, which is not with whom one meets: عقد الوزراء اجتماعا وسط توتر مع روسيا.

use super::clause::Parties;
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Family, PrepId, Trigger, WordList};
use crate::mention::PhraseKind;

impl Sentence<'_> {
    /// Returns whether "with" before the parties found for a word of contact belongs to a noun of strife that says under which
    /// circumstances it was.
    pub(super) fn is_strained(&self, at: usize, trigger: &Trigger, preposition: PrepId, found: &Parties) -> bool {
        const ADJECTIVES: usize = 2;
        let clause = self.clause;
        let contact = trigger.predicate.is_some_and(|told| told.family() == Family::Contact);
        let power = found.list.iter().all(|party| party.kind != PhraseKind::Person);
        let with = || Some(preposition) == clause.knowledge.lexicon.preposition_id("مع");
        if self.reader.lang == Lang::En || found.is_empty() || !contact || !power || !with() {
            return false;
        }
        let end = found.end.min(clause.units.len());
        let Some(with) = (at + 1..end).rev().find(|&unit| clause.governs(unit, preposition)) else { return false };
        let strife = |unit: usize| clause.units[unit].phrase().is_none() && self.begins_listed(WordList::Strains, unit);
        let described = |unit: &usize| clause.units[*unit].kind == Kind::Word && !strife(*unit);
        let words = (at + 1..with).rev().take(ADJECTIVES).take_while(described).count();
        let Some(noun) = (with - words).checked_sub(1).filter(|&noun| noun > at + 1 && strife(noun)) else {
            return false;
        };
        let before = &clause.units[noun - 1];
        before.phrase().is_none()
            && (before.is_preposition() || before.has(|class| matches!(class, Class::Circumstance | Class::PlaceHead)))
    }
}
