//! The other of two who met, called or wrote to each other in the sentence before: التقى عباس كيري. وحثه, وطلب منه, ودعاه إلى زيارة.
//!
//! Where one of the two goes on acting, a pronoun for a person is the other, as long as nobody else has been named since.

use super::clause::{Clause, Parties, Party, agrees, is_person};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Pronoun, Trigger};
use crate::mention::PhraseKind;

/// How sure it is that the other one is meant.
pub(super) const SURE: f64 = 0.88;

impl Clause<'_> {
    /// استقبله الرئيس غل قبل أن يجتمع بنظيره أوغلو: who meets his counterpart, where the subject taken over is of the counterpart's own country: the
    /// last person of another one, named here or in the sentence before.
    pub(super) fn guest_of_compatriots(
        &self,
        at: usize,
        trigger: &Trigger,
        subject: &Parties,
        object: &Parties,
    ) -> Option<Parties> {
        let ([own], [other]) = (subject.list.as_slice(), object.list.as_slice()) else { return None };
        let contact = trigger.predicate.is_some_and(|told| told.family() == Family::Contact) && !trigger.is_journey();
        let home = self.country_of(own.referent)?;
        if !subject.carried || !contact || self.lang == Lang::En || self.country_of(other.referent) != Some(home) {
            return None;
        }
        let span = other.span?;
        let named = |unit: &Unit| unit.phrase().is_some_and(|phrase| self.phrases[phrase].span == span);
        self.units.iter().find(|unit| named(unit)).filter(|unit| unit.counterpart)?;
        let people =
            (0..at).rev().flat_map(|unit| self.parties_of(unit)).chain(self.memory.named.iter().rev().copied());
        let guest = people
            .filter(|party| is_person(*party))
            .find(|party| self.country_of(party.referent).is_some_and(|country| country != home))?;
        Some(Parties::new(vec![guest], 0.8, at + 1))
    }

    /// قال المتحدث فلان إن السيسي استقبل عباس وأطلعه, إن عباس هاتف السيسي الذي أبلغه: the other of the two of whose contact a verb before tells in what
    /// somebody says, and not who says it.
    pub(super) fn other_in_content(&self, at: usize, gender: Option<Gender>, subject: &Parties) -> Option<Party> {
        const REACH: usize = 24;
        let [own] = subject.list.as_slice() else { return None };
        if self.lang == Lang::En || !self.is_human(own) {
            return None;
        }
        let open = |unit: &usize| !self.units[*unit].is_stop();
        let opens = |unit: &usize| self.units[*unit].phrase().is_none() && self.units[*unit].is(Class::Complement);
        let that = (at.saturating_sub(REACH)..at).rev().take_while(open).find(opens)?;
        if !(0..that).any(|verb| self.units[verb].kind == Kind::Verb && self.is_saying(verb)) {
            return None;
        }
        let contact = |told: Predicate| told.family() == Family::Contact && told != Predicate::Visited;
        let person = |unit: &usize| self.unit_phrase(*unit).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let tells = |verb: &usize| self.units[*verb].kind == Kind::Verb && self.tells(*verb, contact);
        // إن شكري التقى عباس ثم اتصل به وأبلغه: over a verb that names nobody.
        (that + 1..at).rev().filter(tells).find_map(|verb| {
            let actor = self.subjects[verb].as_ref()?;
            let [actor_own] = actor.list.as_slice() else { return None };
            let from = if actor.carried || actor.end <= verb { verb + 1 } else { actor.end };
            let met = (from..at).find(person).map(|unit| self.parties_of(unit))?;
            let [met] = met.as_slice() else { return None };
            let other = if actor_own.referent == own.referent { met } else { actor_own };
            let two = own.referent == actor_own.referent || own.referent == met.referent;
            let fits = two && other.referent != own.referent && self.is_human(other) && agrees(*other, gender);
            fits.then_some(*other)
        })
    }

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
