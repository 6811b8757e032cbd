//! English: whose the forces are, by who commands them. "Gaddafi's troops shelled Misrata", "forces loyal to Gaddafi shelled", "was shelled by
//! Gaddafi's artillery", "killed 30 people in the central city of Homs".

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::status::{is_force, status};
use super::unit::{Kind, Unit};
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Predicate};
use crate::mention::{PhraseKind, Referent};

/// How many adjectives stand between a commander and the word for his forces: "Gaddafi's elite armoured troops".
const ADJECTIVES: usize = 3;

impl Clause<'_> {
    /// Who commands the forces that stand right before the auxiliaries of a verb of force.
    pub(super) fn commander_before(&self, at: usize, chain: usize) -> Option<Parties> {
        let last = chain.checked_sub(1)?;
        if !self.tells(at, is_force) {
            return None;
        }
        let found = if self.shapes[last].troops {
            let adjectives = (0..last).rev().take(ADJECTIVES).take_while(|&i| self.sets_apart(i)).count();
            let owner = last.checked_sub(1 + adjectives)?;
            self.is_commander(owner).then(|| self.parties_of(owner))?
        } else {
            let loyal = last.checked_sub(2).filter(|_| self.bare_party(last))?;
            self.loyal_to(loyal)?
        };
        self.forces_of_list(found, at + 1)
    }

    /// Who commands the forces behind the "by" at a unit: "by Gaddafi's forces", "by troops loyal to Gaddafi".
    pub(super) fn commander_behind(&self, by: usize) -> Option<Parties> {
        if !self.is_preposition_of(by, "by") {
            return None;
        }
        let from = by + 1;
        if self.units.get(from).is_some_and(|unit| unit.phrase().is_some()) {
            let adjectives = (from + 1..self.units.len()).take(ADJECTIVES).take_while(|&i| self.sets_apart(i)).count();
            let troops = from + 1 + adjectives;
            let theirs = self.shapes.get(troops).is_some_and(|shape| shape.troops) && self.is_commander(from);
            return theirs.then(|| self.forces_of_list(self.parties_of(from), troops + 1)).flatten();
        }
        let adjectives = (from..self.units.len()).take(ADJECTIVES).take_while(|&i| self.sets_apart(i)).count();
        let loyal = from + adjectives + 1;
        let found = self.loyal_to(loyal).filter(|_| loyal + 2 < self.units.len())?;
        self.forces_of_list(found, loyal + 3)
    }

    /// "forces loyal to Gaddafi": to whom the word of loyalty at a unit says that the forces before it are.
    fn loyal_to(&self, loyal: usize) -> Option<Vec<Party>> {
        let whom = loyal + 2;
        let troops = loyal.checked_sub(1)?;
        (whom < self.units.len()
            && self.shapes[loyal].loyal
            // "Forces" that opens a sentence may be a verb for all that stands with it.
            && (self.shapes[troops].troops || self.units[troops].kind == Kind::Verb)
            && self.units[loyal + 1].is_to()
            && self.bare_party(whom))
        .then(|| self.parties_of(whom))
    }

    /// Whether a phrase owns what stands behind it, and is somebody or a country that may have forces.
    fn is_commander(&self, owner: usize) -> bool {
        let kind = |kind| matches!(kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Pronoun);
        self.units[owner].possessive && self.unit_phrase(owner).is_some_and(|phrase| kind(phrase.kind))
    }

    /// Whether a word only says of which kind forces are.
    fn sets_apart(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let word = unit.phrase().is_none()
            && !self.shapes[at].troops
            && (unit.kind == Kind::Word || unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Agent)));
        let demonym = self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym) && !unit.possessive;
        word && !unit.is_preposition() || demonym
    }

    /// Those who command forces as whoever acts by them.
    fn forces_of_list(&self, mut list: Vec<Party>, end: usize) -> Option<Parties> {
        list.iter_mut().for_each(|party| party.kind = PhraseKind::Agent);
        (list.len() == 1).then(|| Parties::new(list, 0.85, end))
    }
}

impl Sentence<'_> {
    /// "killed 30 people in Gaza", "killed dozens of villagers in the northern city of Kano": on whose ground somebody kills or takes people
    /// whom nobody names.
    pub(super) fn killed_there(&self, at: usize, out: &mut Vec<Relation>) {
        const WORDS: usize = 9;
        const SURE: f64 = 0.8;
        let (clause, units) = (self.clause, self.clause.units);
        let subject = clause.subjects[at].as_ref().filter(|own| !own.opaque && !own.carried && !own.is_empty());
        let Some(subject) = subject.filter(|_| units[at].kind == Kind::Verb && !self.is_hedged(at, at)) else { return };
        // "A nurse from Peru killed two in Lima": who is one person does it for himself, but not his forces.
        let alone = |own: &Parties| {
            own.list.iter().any(|party| clause.is_human(party) && party.kind != PhraseKind::Agent)
                || own.list.iter().any(|party| self.is_lawful(party.referent))
        };
        let told = |relation: &Relation| {
            relation.sentence == self.number
                && relation.predicate == Predicate::Attacked
                && subject.list.iter().any(|party| party.referent == relation.subject)
        };
        if alone(subject) || out.iter().any(told) {
            return;
        }
        let word = |&i: &usize| {
            let unit = &units[i];
            let people = || clause.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Demonym) && !unit.possessive;
            (unit.phrase().is_none() || people())
                && !unit.is_mark()
                && (!unit.is_preposition() || clause.is_preposition_of(i, "of"))
                && unit.kind != Kind::Verb
        };
        let words = (at + 1..units.len()).take(WORDS).take_while(word).count();
        let inside = at + 1 + words;
        let leads = inside + 1 < units.len()
            && words > 0
            && ["in", "inside", "across", "near"].iter().any(|word| clause.is_preposition_of(inside, word));
        let Some(place) = self.ground_behind(inside).filter(|_| leads) else { return };
        let status = status(clause, at, Predicate::Attacked);
        for object in clause.parties_of(place) {
            for own in subject.list.iter().filter(|own| own.referent != object.referent) {
                out.push(self.untriggered(at, Predicate::Attacked, status, (*own, object), SURE * subject.confidence));
            }
        }
    }

    /// "in southern Chad", "in the Ukrainian city of Kherson": the place that stands behind the preposition at a unit, over the words for its part or its kind.
    fn ground_behind(&self, inside: usize) -> Option<usize> {
        const WORDS: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        let place = |i: usize| {
            let kind = |kind| matches!(kind, PhraseKind::Country | PhraseKind::Place);
            clause.unit_phrase(i).is_some_and(|phrase| kind(phrase.kind)) && !units[i].possessive
        };
        let describes = |unit: &Unit| {
            unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark() && !unit.is(Class::Conj)
                || unit.phrase().is_some()
        };
        for i in (inside + 1..units.len()).take(WORDS) {
            if place(i) {
                return Some(i);
            }
            let adjective = clause.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Demonym);
            let of = units[i].is_preposition() && units[i].phrase().is_none();
            if !describes(&units[i])
                || units[i].phrase().is_some() && !adjective
                || of && !(clause.is_preposition_of(i, "of") && i > inside + 1)
            {
                return None;
            }
        }
        None
    }

    /// Whether somebody is a police, which may kill a thief and attack nobody.
    fn is_lawful(&self, referent: Referent) -> bool {
        let Referent::Known(key) = referent else { return false };
        let entity = self.clause.knowledge.gazetteer.get(key);
        entity.kind == EntityKind::Organisation && entity.subkind == "police"
    }
}
