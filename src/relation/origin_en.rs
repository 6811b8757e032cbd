//! Where somebody comes from who is not at home there: "arrived from Beirut", "flew to Moscow from Berlin, where he met".

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::status::status;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Pos, Predicate, Status, WordList};
use crate::mention::PhraseKind;

/// How far behind the verb its "from" may stand.
const REACH: usize = 8;

impl Clause<'_> {
    /// The place behind "from" that a verb leads to, and its unit.
    fn place_of_origin(&self, verb: usize) -> Option<(usize, Party)> {
        let open = |&at: &usize| {
            let unit = &self.units[at];
            !unit.is_stop() && unit.kind != Kind::Verb && !unit.is(Class::Relative)
        };
        let near = (verb + 1..self.units.len().min(verb + REACH)).take_while(open);
        let from = near.into_iter().find(|&at| self.is_preposition_of(at, "from"))?;
        // "came under pressure from the US"
        let thing = |unit: &Unit| {
            unit.phrase().is_none() && (unit.kind == Kind::Noun || unit.kind == Kind::Word && !unit.is(Class::Skip))
        };
        if self.units[verb + 1..from].iter().any(thing) {
            return None;
        }
        let place = self.unit_phrase(from + 1).filter(|phrase| {
            matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country) && !self.units[from + 1].possessive
        })?;
        (place.referents.len() == 1).then(|| self.only_party(from + 1).map(|party| (from + 1, party))).flatten()
    }

    /// "will fly to Egypt on Monday, and then to Qatar": the first of the further goals of a journey to the place at a unit.
    fn goal_onward(&self, goal: usize) -> Option<usize> {
        const WORDS: usize = 6;
        const ADVERBS: usize = 3;
        let bare = |at: usize| self.units[at].phrase().is_none();
        let skipped = |unit: &Unit| unit.has(|c| matches!(c, Class::Skip | Class::Next | Class::After));
        let over =
            |at: &usize| self.units[*at].is_comma() || bare(*at) && (self.is_in_date(*at) || skipped(&self.units[*at]));
        let and = goal + 1 + (goal + 1..self.units.len()).take(WORDS).take_while(over).count();
        let joins = self.units.get(and).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let on = |at: &usize| bare(*at) && (skipped(&self.units[*at]) || self.is_preposition_of(*at, "on"));
        let to = and + 1 + (and + 1..self.units.len()).take(ADVERBS).take_while(on).count();
        let place = self.unit_phrase(to + 1).filter(|_| joins && self.units[to].is_to())?;
        let stands = matches!(place.kind, PhraseKind::Place | PhraseKind::Country) && self.bare_party(to + 1);
        stands.then_some(to + 1)
    }

    /// "from Berlin, where he met": whether the text goes on about what was done there.
    fn was_active_there(&self, place: usize) -> bool {
        let comma = self.units.get(place + 1).is_some_and(|unit| unit.is_comma());
        let adverb = place + 1 + usize::from(comma);
        // Of the relatives only "where" tells a circumstance as well.
        let is_where = |unit: &Unit| unit.is(Class::Relative) && unit.is(Class::Circumstance);
        self.units.get(adverb).is_some_and(|unit| unit.phrase().is_none() && is_where(unit))
    }

    /// "said the order came from Damascus": whether a verb has another subject than a person, of whom nothing is known.
    fn has_thing_as_subject(&self, verb: usize) -> bool {
        let before = self.chain_start(verb).checked_sub(1).map(|before| &self.units[before]);
        // "the vessel", which is a word of the lexicon
        let thing = |unit: &Unit| matches!(unit.kind, Kind::Noun | Kind::Word) || unit.determined;
        before.is_some_and(|unit| unit.phrase().is_none() && thing(unit))
    }
}

impl Sentence<'_> {
    /// "will fly to Egypt on Monday, and then to Qatar and Israel": further goals of a journey that is told.
    pub(super) fn goals_onward(&self, out: &mut Vec<Relation>) {
        let clause = self.clause;
        let journey = |told: &Relation| told.sentence == self.number && told.predicate == Predicate::Visited;
        if self.reader.lang != Lang::En || !out.iter().any(journey) {
            return;
        }
        let mut further: Vec<Relation> = Vec::new();
        for told in out.iter().filter(|told| journey(told)) {
            let named = |unit: &Unit| unit.phrase().is_some_and(|at| Some(clause.phrases[at].span) == told.object_span);
            let Some(next) = clause.units.iter().position(named).and_then(|goal| clause.goal_onward(goal)) else {
                continue;
            };
            for place in clause.list(next).list {
                let same = |other: &Relation| {
                    journey(other) && (other.subject, other.object) == (told.subject, place.referent)
                };
                let land = matches!(place.kind, PhraseKind::Place | PhraseKind::Country);
                if land && !out.iter().chain(further.iter()).any(same) {
                    let (object, object_span) = (place.referent, place.span);
                    further.push(Relation { object, object_span, rule: None, when: None, place: None, ..told.clone() });
                }
            }
        }
        out.extend(further);
    }

    /// The journeys that are told by where somebody comes from.
    pub(super) fn origins(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let clause = self.clause;
        if self.reader.lang != Lang::En || clause.units.len() < 4 {
            return;
        }
        for verb in 0..clause.units.len() {
            if clause.units[verb].kind != Kind::Verb || !clause.tells(verb, |told| told == Predicate::Visited) {
                continue;
            }
            let Some((at, place)) = clause.place_of_origin(verb) else { continue };
            let arrives = self.begins_listed(WordList::Arrives, verb);
            let goal = |told: &Relation| told.sentence == self.number && told.predicate == Predicate::Visited;
            let start = self.tokens.tokens[clause.units[verb].start].span.start;
            let here = out.iter().any(|told| goal(told) && told.trigger.start == start);
            let told_so = clause.was_active_there(at) || arrives && !here;
            if clause.has_thing_as_subject(verb) {
                continue;
            }
            let Some(subject) = clause.subjects.get(verb).and_then(Option::as_ref).filter(|_| told_so) else {
                continue;
            };
            let [person] = subject.list.as_slice() else { continue };
            let status = status(clause, verb, Predicate::Visited);
            let home = self.stays_home(person.referent, place.referent, true, Pos::Verb);
            let known =
                out.iter().any(|told| goal(told) && told.subject == person.referent && told.object == place.referent);
            if clause.is_human(person) && !subject.opaque && status == Status::Happened && !home && !known {
                out.push(self.untriggered(verb, Predicate::Visited, status, (*person, place), SURE));
            }
        }
    }
}
