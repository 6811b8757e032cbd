//! English: whose deed angers another, and of whom one demands something whom he has called: "Brazil's decision to recall its envoy angered Peru",
//! "telephoned Macron to urge restraint".

use super::clause::{Clause, Parties};
use super::fill::Frame;
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Slot, Trigger};
use crate::mention::PhraseKind;

impl Sentence<'_> {
    /// "Brazil has angered Peru", "The decision by Brazil to recall its envoy infuriated Peru": who is angry, and at whom, where the word for anger
    /// at a unit has its object right behind it.
    pub(super) fn angers(&self, at: usize, trigger: &Trigger) -> Option<Frame> {
        let clause = self.clause;
        let by = clause.knowledge.lexicon.preposition_id("by")?;
        let anger = self.reader.lang == Lang::En
            && clause.units[at].kind == Kind::Participle
            && trigger.flags.direct
            && trigger.predicate == Some(Predicate::Criticised)
            && trigger.object == [Slot::Prep(by)];
        if !anger || at + 1 >= clause.units.len() || !clause.bare_party(at + 1) {
            return None;
        }
        let critic = self.fit(trigger, &trigger.subject, clause.list(at + 1));
        let object = self.fit(trigger, &trigger.object, self.who_angers(at));
        let apart = object.list.iter().all(|own| critic.list.iter().all(|party| party.referent != own.referent));
        (apart && !critic.is_empty() && !object.is_empty()).then_some((critic, Some(object)))
    }

    /// Who is the subject of a word of anger at a unit, or whose the deed is that is; nobody of a passive.
    fn who_angers(&self, at: usize) -> Parties {
        let (clause, units) = (self.clause, self.clause.units);
        // "has angered", but "was angered"
        let part = |unit: &Unit| {
            let has = || matches!(self.tokens.form(&self.tokens.tokens[unit.start]), b"has" | b"have" | b"had");
            unit.phrase().is_none()
                && (unit.is(Class::Auxiliary) && has() || unit.is(Class::Skip) && !unit.is(Class::Auxiliary))
        };
        let chain = at - units[..at].iter().rev().take_while(|unit| part(unit)).count();
        let Some(last) = chain.checked_sub(1) else { return Parties::default() };
        let opens = |unit: &Unit| unit.is_mark() || unit.has(|c| matches!(c, Class::Complement | Class::Relative));
        let start = (0..chain).rev().find(|&i| opens(&units[i])).map_or(0, |i| i + 1);
        if start >= chain {
            return Parties::default();
        }
        // "Brazil angered Peru"
        if start == last && clause.bare_party(start) {
            return Parties::new(clause.parties_of(start), 0.9, at + 1);
        }
        let plain = |i: usize| {
            units.get(i).is_some_and(|unit| {
                unit.phrase().is_none() && !unit.is_preposition() && !matches!(unit.kind, Kind::Verb | Kind::Mark(_))
            })
        };
        let Some(phrase) = clause.unit_phrase(start) else {
            // "The decision by Brazil to recall"
            let by = (start + 1..chain.min(start + 4)).find(|&i| clause.is_preposition_of(i, "by"));
            return match by.filter(|&by| plain(by - 1) && by + 1 < chain && clause.bare_party(by + 1)) {
                Some(by) => Parties::new(clause.parties_of(by + 1), 0.85, at + 1),
                None => Parties::default(),
            };
        };
        // "Brazil's decision to", "The Brazilian move"
        let owns = units[start].possessive || phrase.kind == PhraseKind::Demonym;
        if owns && (plain(start + 1) || plain(start + 2)) {
            Parties::new(clause.parties_of(start), 0.85, at + 1)
        } else {
            Parties::default()
        }
    }
}

impl Clause<'_> {
    /// "telephoned Macron to urge restraint", "called Putin and demanded an explanation": of whom one demands something who is named only as
    /// the one whom he called or wrote to.
    pub(super) fn called_to_demand(&self, at: usize) -> Parties {
        let joint = at.checked_sub(1).filter(|&joint| {
            let unit = &self.units[joint];
            self.units[at].kind == Kind::Verb && (unit.is_to() || unit.is(Class::Conj)) && unit.phrase().is_none()
        });
        let thing = self
            .units
            .get(at + 1)
            .is_some_and(|unit| unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Noun));
        let Some(joint) = joint.filter(|_| thing) else { return Parties::default() };
        let called = |i: &usize| {
            self.units[*i].kind == Kind::Verb
                && self.tells(*i, |told| matches!(told, Predicate::Called | Predicate::WroteTo))
        };
        let Some(verb) = (0..joint).rev().find(|&i| self.units[i].kind == Kind::Verb).filter(called) else {
            return Parties::default();
        };
        if !self.bare_party(verb + 1) {
            return Parties::default();
        }
        let found = self.list(verb + 1);
        // Nobody else is named of whom it may be demanded.
        let others = self.units[at + 1..].iter().take_while(|unit| !unit.is_mark()).any(|unit| unit.phrase().is_some());
        if found.end == joint && !others {
            Parties { confidence: 0.85, end: at + 1, ..found }
        } else {
            Parties::default()
        }
    }
}
