//! What an Arabic clause says inside a letter: نقل فلان رسالة من بوتين إلى الأسد حذره فيها, بعث برسالة إلى حزب الله هنأه فيها.
//!
//! The verb that "in it" stands behind comes in; who has written, and to whom, goes out. Who only brings the letter says nothing.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How far before the verb the letter may stand: رسالة خطية من الرئيس فلان إلى نظيره فلان هنأه فيها.
const REACH: usize = 10;
/// How many adjectives the letter may have.
const ADJECTIVES: usize = 2;

impl Clause<'_> {
    /// رسالة من بوتين حذره فيها: who has written the letter of which the verb at a unit tells.
    pub(super) fn written_there(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        let letter = self.letter_before(at)?;
        let from = (letter + 1..at.min(letter + 2 + ADJECTIVES)).find(|&i| self.is_from(&self.units[i]))?;
        let own = self.unit_phrase(at + 2).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE && self.bare_party(at + 2)
        });
        let list = self.parties_of(from + 1);
        let author = matches!(list.as_slice(), [party] if agrees(*party, gender));
        (author && !own && from + 1 < at).then(|| Parties::new(list, 0.85, at + 1))
    }

    /// رسالة إلى حزب الله حذره فيها, سلم الرئيس رسالة من بوتين حذره فيها: who gets the letter, to whom the pronoun on the verb belongs.
    pub(super) fn written_to(&self, at: usize, gender: Option<Gender>) -> Option<Party> {
        let letter = self.letter_before(at)?;
        let to = self.knowledge.lexicon.preposition_id("إلى");
        let goal = |&i: &usize| {
            let dative = self.unit_phrase(i).is_some_and(|phrase| phrase.clitics == Clitics::LI);
            dative
                || self.bare_party(i)
                    && to.is_some_and(|id| self.units[i - 1].is_preposition() && self.governs(i - 1, id))
        };
        let receiver = (letter + 1..at).find(goal)?;
        let list = self.parties_of(receiver);
        let [party] = list.as_slice() else { return None };
        (agrees(*party, gender) || party.kind == PhraseKind::Body).then_some(*party)
    }

    /// The letter that a verb with "in it" right behind it goes on about.
    fn letter_before(&self, at: usize) -> Option<usize> {
        let inside = |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        let there = self.lang == Lang::Ar && self.units.get(at + 1).is_some_and(inside);
        (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| there && !self.units[i].is_mark() && self.units[i].kind != Kind::Verb)
            .find(|&i| self.units[i].kind == Kind::Noun && self.tells(i, |told| told == Predicate::WroteTo))
    }
}
