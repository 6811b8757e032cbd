//! Who acts for which side: وقع الاتفاق عن الجانب المصري فلان وعن الجانب الروسي فلان, حضر اللقاء من الجانب المصري فلان.

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::status::status;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, PrepId, Status};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// Returns whether two phrases stand behind a preposition: in few sentences do they.
    fn may_have_two_sides(&self, on_behalf: PrepId) -> bool {
        let led = |pair: &&[Unit]| pair[1].phrase().is_some() && pair[0].is(Class::Prep(on_behalf));
        self.units.windows(2).filter(led).nth(1).is_some()
    }

    /// Those named as acting for a side, a list for each side, and where the first of them stands.
    fn acting_for_sides(&self, on_behalf: PrepId) -> (usize, Vec<Parties>) {
        const REACH: usize = 40;
        let acts = |at: &usize| self.units[*at].has(|class| class == Class::Prep(on_behalf));
        let mut first = 0;
        let mut sides = Vec::new();
        for at in (0..self.units.len()).filter(acts) {
            let Some(side) = self.acting_for_side(at + 1) else { continue };
            if !sides.is_empty() && (at > first + REACH || (first..at).any(|between| self.units[between].is_stop())) {
                break;
            }
            if sides.is_empty() {
                first = at;
            }
            sides.push(side);
        }
        (first, sides)
    }

    /// الجانب المصري فلان, مصر: فلان وفلان: the people behind a side named at a unit.
    fn acting_for_side(&self, side: usize) -> Option<Parties> {
        let named = self.unit_phrase(side)?;
        let power =
            matches!(named.kind, PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body | PhraseKind::Demonym);
        if !power || named.referents.is_empty() {
            return None;
        }
        let separated = self.units.get(side + 1).is_some_and(|unit| unit.is_mark() && !unit.is_stop());
        let first = side + 1 + usize::from(separated);
        let joined = self.units.get(first).is_some_and(|unit| unit.clitics.has_conjunction());
        let people = self.list(first);
        let persons = self.bare_party(first) && !joined && people.list.iter().all(|party| self.is_human(party));
        (persons && !people.is_empty()).then_some(people)
    }
}

impl Sentence<'_> {
    /// What is signed for two sides is agreed between those who sign; those who come for two sides meet.
    pub(super) fn acts_for_sides(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.85;
        const CONSTRUCTIONS: [(&str, Predicate); 4] = [
            ("عن", Predicate::AgreedWith),
            ("عن", Predicate::Met),
            ("من", Predicate::Met),
            ("من", Predicate::AgreedWith),
        ];
        let clause = self.clause;
        if self.reader.lang != Lang::Ar {
            return;
        }
        for (word, predicate) in CONSTRUCTIONS {
            let Some(on_behalf) = clause.knowledge.lexicon.preposition_id(word) else { continue };
            if !clause.may_have_two_sides(on_behalf) {
                continue;
            }
            let (first, sides) = clause.acting_for_sides(on_behalf);
            if sides.len() < 2 {
                continue;
            }
            // حضر التوقيع من الجانب المصري فلان: who is there from a side signs only where a verb says so.
            let signs = word == "من" && predicate == Predicate::AgreedWith;
            let tells = |at: &usize| {
                let unit = &clause.units[*at];
                unit.phrase().is_none()
                    && (!signs || unit.kind == Kind::Verb)
                    && clause.tells(*at, |told| told == predicate)
            };
            let open = |at: &usize| !clause.units[*at].is_stop();
            let Some(head) = (0..first).rev().take_while(open).filter(tells).last() else { continue };
            let status = status(clause, head, predicate);
            out.extend(pairs_across(&sides).map(|pair| self.untriggered(head, predicate, status, pair, SURE)));
            return;
        }
    }
}

impl Sentence<'_> {
    /// التقى السيسي عباس، وتم الاتفاق على: what is agreed without a word of who does is agreed by the two who met, in the sentence or in the
    /// one before.
    pub(super) fn agreed_there(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        const WORDS: usize = 4;
        let clause = self.clause;
        let units = clause.units;
        let named = |at: usize| clause.unit_phrase(at).is_some_and(|phrase| phrase.kind != PhraseKind::Place);
        for done in (0..units.len()).filter(|&at| units[at].phrase().is_none() && units[at].is(Class::Done)) {
            let near = (done + 1..units.len()).take(WORDS).take_while(|&at| !units[at].is_mark() && !named(at));
            let agrees = |at: &usize| {
                units[*at].kind == Kind::Noun
                    && units[*at].is_definite_noun()
                    && clause.tells(*at, |told| told == Predicate::AgreedWith)
            };
            let Some(head) = near.into_iter().find(agrees) else { continue };
            let within = |at: &usize| !units[*at].is_mark() && !named(*at) && units[*at].kind != Kind::Verb;
            let mut behind = (head + 1..units.len()).take(WORDS).take_while(within);
            if !behind.any(|at| clause.is_preposition_of(at, "على")) {
                continue;
            }
            let trigger = self.tokens.tokens[units[head].start].span.start;
            if out.iter().any(|relation| relation.sentence == self.number && relation.trigger.start == trigger) {
                continue;
            }
            let happened = status(clause, head, Predicate::AgreedWith) == Status::Happened;
            if let Some(pair) = self.who_met(done, trigger, out).filter(|_| happened) {
                out.push(self.untriggered(head, Predicate::AgreedWith, Status::Happened, pair, SURE));
            }
        }
    }

    /// The two of whose meeting or talks the sentence has told before a unit; where it names nobody there, the sentence before.
    fn who_met(&self, at: usize, trigger: usize, out: &[Relation]) -> Option<(Party, Party)> {
        let met = |relation: &&Relation| {
            relation.sentence == self.number
                && relation.trigger.start < trigger
                && matches!(
                    relation.predicate,
                    Predicate::Met
                        | Predicate::Hosted
                        | Predicate::TalkedWith
                        | Predicate::NegotiatedWith
                        | Predicate::Called
                )
        };
        let people = |list: &[Party]| list.iter().all(|party| self.clause.is_human(party));
        if let Some(told) = out.iter().rev().find(met) {
            let list = self.parties_of_telling(told, out);
            return (list.len() == 2 && people(&list) && told.status == Status::Happened).then(|| (list[0], list[1]));
        }
        let (a, b) = self.clause.memory.pair?;
        let opens = (0..at).all(|before| self.clause.units[before].phrase().is_none());
        (opens && people(&[a, b])).then_some((a, b))
    }
}

/// Each of one list with each of a later one.
fn pairs_across(sides: &[Parties]) -> impl Iterator<Item = (Party, Party)> + '_ {
    sides.iter().enumerate().flat_map(move |(at, side)| {
        sides[at + 1..].iter().flat_map(move |other| {
            side.list
                .iter()
                .flat_map(move |&a| other.list.iter().filter(move |b| b.referent != a.referent).map(move |&b| (a, b)))
        })
    })
}
