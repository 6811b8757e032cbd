//! A call or meeting of which a relative clause tells who spoke to whom: "a call in which Netanyahu apologised to Erdogan".

use super::build::Relation;
use super::clause::{Clause, Parties};
use super::read::Sentence;
use super::status::status;
use super::subject_en::VerbForm;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};

/// How far behind the noun its relative clause may begin, and how far on its verb may stand.
const REACH: usize = 8;

impl Clause<'_> {
    /// "a telephone call in which", "the meeting at which": the verb of the relative clause behind a preposition that tells what went on
    /// in what the noun at a unit names.
    fn told_within(&self, noun: usize, leads: impl Fn(usize) -> bool) -> Option<usize> {
        let units = self.units;
        let open = |&at: &usize| !units[at].is_stop() && units[at].kind != Kind::Verb;
        let relative = (noun + 1..units.len().min(noun + REACH))
            .take_while(open)
            .find(|&at| units[at].phrase().is_none() && units[at].is(Class::Relative) && leads(at))?;
        (relative + 1..units.len().min(relative + REACH))
            .take_while(|&at| !units[at].is_stop())
            .find(|&at| units[at].kind == Kind::Verb && self.verb_form(at) == VerbForm::Finite)
    }

    /// Whom a verb speaks to: its object, or whoever stands behind "to" or "with" right behind it.
    fn spoken_to(&self, verb: usize) -> Parties {
        let found = if self.bare_party(verb + 1) { self.list(verb + 1) } else { Parties::default() };
        let behind = verb + 2 < self.units.len()
            && ["to", "with", "on"].iter().any(|word| self.is_preposition_of(verb + 1, word))
            && self.bare_party(verb + 2);
        if found.is_empty() && behind { self.list(verb + 2) } else { found }
    }
}

impl Sentence<'_> {
    /// Who spoke to whom in a call or meeting, by the relative clause behind it.
    pub(super) fn told_in_contacts(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let clause = self.clause;
        let contact = |told| matches!(told, Predicate::Called | Predicate::Met | Predicate::TalkedWith);
        if self.reader.lang != Lang::En {
            return;
        }
        for noun in (0..clause.units.len()).filter(|&at| clause.units[at].kind == Kind::Noun) {
            let rows = || clause.units[noun].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
            let Some(predicate) = rows().find_map(|row| row.predicate.filter(|&told| contact(told))) else { continue };
            // "in which", one unit.
            let leads = |at: usize| {
                let unit = &clause.units[at];
                let word = self.tokens.form(&self.tokens.tokens[unit.start]);
                unit.end == unit.start + 2 && matches!(word, b"in" | b"at" | b"during")
            };
            let Some(verb) = clause.told_within(noun, leads) else { continue };
            let named = out.iter().any(|told| told.sentence == self.number && told.predicate == predicate);
            let speakers = clause.subjects[verb].clone().filter(|found| !found.carried && !found.opaque);
            let (Some(speakers), false) = (speakers, named) else { continue };
            let others = clause.spoken_to(verb);
            let status = status(clause, noun, predicate);
            for s in speakers.list.iter().filter(|party| clause.is_human(party)) {
                for o in others.list.iter().filter(|party| clause.is_human(party) && party.referent != s.referent) {
                    out.push(self.untriggered(noun, predicate, status, (*s, *o), SURE));
                }
            }
        }
    }
}
