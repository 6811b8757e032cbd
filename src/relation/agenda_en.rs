//! What an English text tells of a journey of which it has just spoken: whose the meetings on its agenda are ("A meeting with Sisi is also
//! planned"), with what it began ("The visit began with talks with"), and who came along ("He was accompanied by").

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Sense, Status};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// Whose the contact is that the noun at a unit names, where a journey told in the sentence before, or the one of which the verb before
    /// the noun says how it began or ended, tells it; `verb` is the nearest verb before the noun.
    pub(super) fn on_journey(&self, verb: usize, at: usize) -> Option<Parties> {
        self.begun_with(verb, at).or_else(|| self.behind_known_journey(verb, at))
    }

    /// "Kerry's visit to Cairo began with a meeting with": the traveller, where a verb of beginning or ending is told of his journey.
    fn begun_with(&self, verb: usize, at: usize) -> Option<Parties> {
        let occurs = |verb: usize| {
            self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.occurs)
        };
        let with = at > verb + 1 && ["with", "by"].iter().any(|word| self.is_preposition_of(verb + 1, word));
        let found =
            if with && self.names_contact(at) && occurs(verb) { self.traveller(verb) } else { Parties::default() };
        (!found.is_empty()).then(|| Parties { end: at + 1, ..found })
    }

    /// "Kerry landed in Cairo. The trip comes days after talks with": the traveller of the sentence before, where his journey is the subject of
    /// this one and nobody is named before the talks.
    fn behind_known_journey(&self, verb: usize, at: usize) -> Option<Parties> {
        let [traveller] = self.memory.traveller.as_slice() else { return None };
        if !self.memory.travelling || !self.names_contact(at) {
            return None;
        }
        let journey = self.chain_start(verb).checked_sub(1).filter(|&journey| self.names_journey(journey))?;
        let named = (0..at).any(|i| self.unit_phrase(i).is_some() || i != verb && self.units[i].kind == Kind::Verb);
        (self.units[journey].determined && !named).then(|| Parties::new(vec![*traveller], 0.75, at + 1))
    }

    /// "Kerry landed in Cairo. A meeting with Sisi is also planned": the traveller of the sentence before, where a meeting or talks with
    /// somebody else are the subject of this one.
    pub(super) fn planned_on_known_journey(&self, at: usize) -> Option<Parties> {
        let [traveller] = self.memory.traveller.as_slice() else { return None };
        if !self.memory.travelling || !self.names_contact(at) {
            return None;
        }
        let plain = |i: usize| {
            let unit = &self.units[i];
            unit.phrase().is_none() && unit.kind != Kind::Verb && (unit.is_comma() || !unit.is_mark())
        };
        let with = at + 2 < self.units.len()
            && self.is_preposition_of(at + 1, "with")
            && self.bare_party(at + 2)
            && self.unit_phrase(at + 2).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        if !with || !(0..at).all(plain) {
            return None;
        }
        let others = self.list(at + 2);
        // "A meeting with the minister, Shoukry, is also planned"
        let end = others.end + usize::from(self.units.get(others.end).is_some_and(Unit::is_comma));
        let goes_on = self.units.get(end).is_some_and(|next| {
            next.phrase().is_none() && next.has(|c| matches!(c, Class::Auxiliary | Class::Future | Class::Planned))
        });
        let himself = others.list.iter().any(|party| party.referent == traveller.referent);
        (goes_on && !himself).then(|| Parties::new(vec![*traveller], 0.75, at + 1))
    }

    /// Whether an English noun is a meeting or talks.
    fn names_contact(&self, at: usize) -> bool {
        self.lang == Lang::En
            && self.units[at].kind == Kind::Noun
            && self.tells(at, |told| {
                matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::Called)
            })
    }

    /// "He was accompanied by Lavrov", "Lavrov accompanied him": who is said to come along with the traveller of the sentence before.
    fn come_along(&self, verb: usize, traveller: Party) -> Vec<Party> {
        if !self.units[verb].means(&self.knowledge.lexicon, Sense::Accompanies) {
            return Vec::new();
        }
        let is_he = |at: usize, case: Case| {
            let unit = &self.units[at];
            unit.case == Some(case)
                || self.bare_party(at) && self.parties_of(at).iter().all(|party| party.referent == traveller.referent)
        };
        let person = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let first = self.chain_start(verb);
        let passive = self.is_followed_by_agent(verb) && first > 0 && first < verb && is_he(first - 1, Case::Subject);
        if passive {
            let own = usize::from(self.units.get(verb + 2).is_some_and(|unit| unit.case == Some(Case::Owner)));
            let at = verb + 2 + own;
            return if at < self.units.len() && self.bare_party(at) && person(at) {
                self.list(at).list
            } else {
                Vec::new()
            };
        }
        let object = verb + 1 < self.units.len() && is_he(verb + 1, Case::Object);
        let own = self.subjects[verb].as_ref().filter(|own| object && !own.carried);
        own.map(|own| own.list.clone()).unwrap_or_default()
    }
}

impl Sentence<'_> {
    /// "travels to Paris on Tuesday for talks with Hollande", "visits Paris next week to meet Hollande": what a journey is for is still ahead where only
    /// its day says that the journey is.
    pub(super) fn aims_of_journey_ahead(&self, out: &mut [Relation]) {
        let units = self.clause.units;
        if self.reader.lang != Lang::En {
            return;
        }
        let ahead = |told: &&Relation| {
            told.sentence == self.number && told.predicate == Predicate::Visited && told.status == Status::Planned
        };
        let journeys: Vec<Relation> = out.iter().filter(ahead).cloned().collect();
        let head = |told: &Relation| units.iter().position(|unit| self.starts_at(unit, told.trigger.start));
        for journey in journeys {
            let Some(from) = head(&journey).filter(|&at| units[at].kind == Kind::Verb) else { continue };
            for told in out.iter_mut() {
                let contact =
                    matches!(told.predicate, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
                let done = told.status == Status::Happened && told.sentence == self.number;
                let his = [told.subject, told.object].contains(&journey.subject);
                let Some(at) = head(told).filter(|&at| contact && done && his && at > from) else { continue };
                if self.is_aim_behind(from, at) {
                    told.status = Status::Planned;
                    told.when = told.when.filter(|when| self.reader.today.is_none_or(|today| when.first > today));
                }
            }
        }
    }

    fn starts_at(&self, unit: &Unit, start: usize) -> bool {
        self.tokens.tokens.get(unit.start).is_some_and(|token| token.span.start == start)
    }

    /// "for two days of talks", "to meet": whether a word at a unit says what the verb before it is done for, with no other verb between.
    fn is_aim_behind(&self, verb: usize, at: usize) -> bool {
        const WORDS: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        if units[verb + 1..at].iter().any(|unit| unit.kind == Kind::Verb || unit.is_stop()) {
            return false;
        }
        if units[at].kind == Kind::Verb {
            return clause.verb_form(at) == VerbForm::Infinitive;
        }
        let plain = |i: &usize| units[*i].phrase().is_none() && !units[*i].is_mark();
        let near = at.saturating_sub(WORDS).max(verb + 1)..at;
        near.rev().take_while(plain).any(|i| clause.is_preposition_of(i, "for"))
    }

    /// "Putin landed in Cairo. He was accompanied by Lavrov": who came along has been there, too.
    pub(super) fn come_along(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let memory = self.clause.memory;
        let [traveller] = memory.traveller.as_slice() else { return };
        if self.reader.lang != Lang::En || !memory.travelling {
            return;
        }
        for verb in (0..self.clause.units.len()).filter(|&at| self.clause.units[at].kind == Kind::Verb) {
            for person in self.clause.come_along(verb, *traveller) {
                let last = |told: &&Relation| told.sentence + 1 == self.number;
                let journey = |told: &&Relation| {
                    told.predicate == Predicate::Visited
                        && told.subject == traveller.referent
                        && told.object != person.referent
                };
                let Some(told) = self.earlier.iter().rev().take_while(last).find(journey) else { continue };
                if person.kind != PhraseKind::Person || person.referent == traveller.referent {
                    continue;
                }
                let place =
                    Party { referent: told.object, span: told.object_span, kind: PhraseKind::Place, gender: None };
                let came = self.untriggered(verb, Predicate::Visited, told.status, (person, place), SURE);
                out.push(Relation { when: came.when.or(told.when), ..came });
            }
        }
    }
}
