//! Who takes part in a meeting that an English text has told: "Lavrov was present at the talks", "Also attending the meeting was Shoukry", "attended from
//! the Russian side by".

use super::attended::Attended;
use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::status::status;
use super::unit::{Case, Kind};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Sense, WordList};
use crate::mention::PhraseKind;

/// How many plain words may stand before the noun of the meeting: "at the closed-door bilateral talks".
const WORDS: usize = 4;

impl Clause<'_> {
    /// "was attended by", "was attended from the Russian side by": where the "by" of a passive stands before those who attended.
    pub(super) fn agent_of_attendance(&self, verb: usize) -> Option<usize> {
        const REACH: usize = 7;
        let passes = |&at: &usize| {
            let unit = &self.units[at];
            let side = self.unit_phrase(at).is_none_or(|phrase| {
                matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Agent | PhraseKind::Country)
            });
            side && unit.kind != Kind::Verb && (unit.is_comma() || !unit.is_mark())
        };
        let by = (verb + 1..self.units.len().min(verb + REACH))
            .take_while(passes)
            .find(|&at| self.is_preposition_of(at, "by"))?;
        (verb > 0 && by + 1 < self.units.len() && self.bare_party(by + 1)).then_some(by)
    }

    /// The meeting spoken of as known behind a word of taking part in one, if nobody is named with it: "present at the talks", and not
    /// "at the talks with Erdogan".
    fn known_meeting_behind(&self, at: usize) -> Option<usize> {
        let plain = |&at: &usize| {
            let unit = &self.units[at];
            unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Function) && !unit.is(Class::Relative)
        };
        let noun = at + 1 + (at + 1..self.units.len()).take(WORDS).take_while(plain).count();
        let unit =
            self.units.get(noun).filter(|unit| unit.kind == Kind::Noun && unit.determined && !unit.possessive)?;
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::Hosted);
        let named = noun + 1 < self.units.len()
            && ["with", "of", "between", "to"].iter().any(|word| self.is_preposition_of(noun + 1, word));
        (unit.phrase().is_none() && self.tells(noun, meets) && !named).then_some(noun)
    }

    /// The people whose list ends before an auxiliary and its adverbs that stand before a unit: "Lavrov was also present".
    fn people_named_before(&self, at: usize) -> Vec<Party> {
        let word = |&at: &usize| {
            let unit = &self.units[at];
            unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Auxiliary | Class::Skip | Class::Present))
        };
        let words = (0..at).rev().take(WORDS).take_while(word).count();
        let last = (at - words).checked_sub(1).filter(|&last| self.bare_party(last) && !self.units[last].possessive);
        let Some(last) = last else { return Vec::new() };
        let (first, list) = self.list_ending_at(last);
        let opens = first.checked_sub(1).is_none_or(|before| self.opens_clause_behind(before));
        if opens { list } else { Vec::new() }
    }
}

impl Sentence<'_> {
    /// "Putin met Erdogan. They were joined by Macron", "Macron joined them": whoever joins the two who have met has met each of them.
    pub(super) fn joined_two(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let (clause, memory) = (self.clause, self.clause.memory);
        let Some((a, b)) = memory.pair.filter(|_| self.reader.lang == Lang::En && !memory.remote) else { return };
        let is_of_two = |party: &Party| [a.referent, b.referent].contains(&party.referent);
        for verb in (1..clause.units.len()).filter(|&at| self.begins_listed(WordList::Present, at)) {
            let joins = clause.units[verb].kind == Kind::Verb
                && clause.units[verb].means(&clause.knowledge.lexicon, Sense::Accompanies);
            let Some(own) = clause.subjects[verb].as_ref().filter(|_| joins) else { continue };
            let two = own.list.len() == 2 && own.list.iter().all(is_of_two);
            let them = || clause.units.get(verb + 1).is_some_and(|next| next.case == Some(Case::Object));
            let several = || clause.unit_phrase(verb + 1).is_some_and(|phrase| phrase.number != Number::Singular);
            let people = match clause.agent_of_attendance(verb) {
                Some(by) if two => clause.list(by + 1).list,
                None if them() && several() && !own.carried => own.list.clone(),
                _ => continue,
            };
            let status = status(clause, verb, Predicate::Met);
            for person in people.iter().filter(|party| party.kind == PhraseKind::Person && !is_of_two(party)) {
                for one in [a, b].into_iter().filter(|one| clause.is_human(one)) {
                    out.push(self.untriggered(verb, Predicate::Met, status, (*person, one), SURE));
                }
            }
        }
    }

    /// Those who are said to have taken part in the meeting told before, by the word of it at a unit.
    pub(super) fn present_at_meeting(&self, at: usize) -> Option<Attended> {
        let clause = self.clause;
        if !self.begins_listed(WordList::Present, at) || clause.memory.pair.is_none() {
            return None;
        }
        let noun = clause.known_meeting_behind(at)?;
        // "Also present at the meeting was Lavrov"
        let inverted = (0..at).all(|i| clause.units[i].phrase().is_none() && !clause.units[i].is_mark());
        let is_be =
            |i: usize| clause.units.get(i).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Auxiliary));
        let mut people = match inverted {
            true if is_be(noun + 1) && noun + 2 < clause.units.len() && clause.bare_party(noun + 2) => {
                clause.list(noun + 2).list
            }
            true => return None,
            false if clause.units[at].kind == Kind::Verb => {
                let own = clause.subjects[at].as_ref().filter(|own| !own.carried);
                own.map(|own| own.list.clone()).unwrap_or_default()
            }
            false => clause.people_named_before(at),
        };
        people.retain(|party| party.kind == PhraseKind::Person);
        (!people.is_empty()).then(|| Attended { noun, with: Vec::new(), people })
    }
}
