//! Arabic: who comes along on the journey that a sentence before told: وصل هولاند إلى تونس. ويرافقه في الزيارة فلان.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Pos, Predicate, Sense};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// The first people behind a verb who are not the traveller, over words of occasion; he must stand on it or there. Those who are told of a
    /// delegation are not.
    fn people_apart_from(&self, from: usize, traveller: Party) -> Vec<Party> {
        const WORDS: usize = 10;
        let own = |list: &[Party]| list.iter().any(|party| party.referent == traveller.referent);
        let mut known = self.units[from - 1].verb().is_some_and(|(.., object)| object.is_some());
        let mut at = from;
        let mut found: Vec<Party> = Vec::new();
        while at < self.units.len().min(from + WORDS) {
            let unit = &self.units[at];
            let member = unit.has(|class| matches!(class, Class::Members(_)));
            if unit.is_mark() || unit.kind == Kind::Verb || member || unit.delegation || unit.is(Class::Complement) {
                break;
            }
            let person = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
            if !person || !self.bare_party(at) {
                // للرئيس الفرنسي
                known |= person && own(&self.parties_of(at));
                at += 1;
                continue;
            }
            let list = self.list(at);
            if own(&list.list) {
                known = true;
            } else if found.is_empty() {
                found.extend(list.list.iter().filter(|party| party.kind == PhraseKind::Person));
            } else {
                break;
            }
            at = list.end.max(at + 1);
        }
        if known { found } else { Vec::new() }
    }
}

impl Sentence<'_> {
    /// The people of whom the verb that opens the sentence says that they come along with who travels.
    fn companions_of(&self, traveller: Party) -> Vec<Party> {
        const OPENS: usize = 3;
        let clause = self.clause;
        let verb = clause.units.iter().take(OPENS).position(|unit| unit.kind == Kind::Verb);
        let along = |&verb: &usize| clause.units[verb].means(&clause.knowledge.lexicon, Sense::Accompanies);
        verb.filter(along).map(|verb| clause.people_apart_from(verb + 1, traveller)).unwrap_or_default()
    }

    /// Those who come along make the journey of which the last sentences told.
    pub(super) fn company_again(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        const REACH: usize = 3;
        let [traveller] = self.clause.memory.traveller.as_slice() else { return };
        if self.reader.lang != Lang::Ar {
            return;
        }
        let people = self.companions_of(*traveller);
        if people.is_empty() {
            return;
        }
        let near = |told: &&Relation| told.sentence + REACH >= self.number;
        let journey = |told: &&Relation| {
            told.predicate == Predicate::Visited && told.subject == traveller.referent && !told.telling.earlier
        };
        let Some(told) = self.earlier.iter().rev().take_while(near).find(journey) else { return };
        let verb = self.clause.units.iter().position(|unit: &Unit| unit.kind == Kind::Verb).unwrap_or_default();
        for person in people {
            // ورافقه من المطار وزير الخارجية: who is at home there has come to meet him.
            if person.referent == told.object || self.stays_home(person.referent, told.object, true, Pos::Verb) {
                continue;
            }
            let place = Party { referent: told.object, span: told.object_span, kind: PhraseKind::Place, gender: None };
            let came = self.untriggered(verb, Predicate::Visited, told.status, (person, place), SURE);
            out.push(Relation { when: told.when, ..came });
        }
    }
}
