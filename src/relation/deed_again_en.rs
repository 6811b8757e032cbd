//! English: a deed of force or punishment that the sentence before has told and that somebody judges. "Chad bombed Sudan. Egypt condemned the raid."
//!
//! What the sentence has told so far comes in; whose deed it judges goes out.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Predicate, WordList};

/// Force, whatever it takes.
fn is_force(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Attacked | Predicate::Seized)
}

impl Sentence<'_> {
    /// Adds whose deed it is that somebody judges with no more than "the raid" or "the move".
    pub(super) fn judged_deed_again(&self, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        for verb in (0..units.len()).filter(|&verb| units[verb].kind == Kind::Verb) {
            let judged = |told| matches!(told, Predicate::Criticised | Predicate::Praised);
            let Some(predicate) = self.stance_of(verb).filter(|&told| judged(told)) else { continue };
            let (judge, noun) = if clause.is_followed_by_agent(verb) {
                // "The raid was condemned by Egypt"
                let chain = clause.chain_start(verb);
                let be = (chain..verb).any(|at| clause.is_auxiliary(at));
                if !be || chain == 0 || !clause.bare_party(verb + 2) {
                    continue;
                }
                (clause.list(verb + 2), chain - 1)
            } else {
                let own = clause.subjects[verb].as_ref();
                let Some(own) = own.filter(|own| !own.carried && !own.opaque && !own.is_empty()) else { continue };
                if clause.verb_form(verb) != VerbForm::Finite || self.is_hedged(verb, verb) {
                    continue;
                }
                (own.clone(), verb + 1)
            };
            let doers = self.doers_meant(noun);
            if doers.is_empty() || !clause.are_apart(&judge.list, &doers) {
                continue;
            }
            self.says_of(verb, predicate, &judge, &Parties::new(doers, 0.75, verb + 1), out);
        }
    }

    /// The stance that a verb tells.
    fn stance_of(&self, verb: usize) -> Option<Predicate> {
        let rows = self.clause.units[verb].forms.iter();
        let row = |form: &crate::lexicon::Form| self.clause.knowledge.lexicon.trigger(form.trigger).predicate;
        rows.filter_map(row).find(|told| matches!(told, Predicate::Criticised | Predicate::Praised))
    }

    /// Who did what the definite noun at a unit means, as the sentence before told: "the raid", "the latest strikes", "the move".
    fn doers_meant(&self, from: usize) -> Vec<Party> {
        let (clause, units) = (self.clause, self.clause.units);
        let describes = |unit: &Unit| {
            let adjective =
                |class| matches!(class, Class::Epithet | Class::Skip | Class::Last | Class::TitleAdjective { .. });
            unit.phrase().is_none() && unit.kind != Kind::Verb && unit.has(adjective)
        };
        let noun = from + usize::from(units.get(from).is_some_and(describes));
        let Some(unit) = units.get(noun).filter(|unit| unit.phrase().is_none() && unit.determined) else {
            return Vec::new();
        };
        // "the rocket fire" names its own deed.
        let plain = unit.end == unit.start + 1 || self.tokens.form(&self.tokens.tokens[unit.start]) == b"air";
        let told = |wanted: Predicate| plain && unit.kind == Kind::Noun && clause.tells(noun, |told| told == wanted);
        let wanted = [Predicate::Attacked, Predicate::Seized, Predicate::Sanctioned];
        let named = wanted.into_iter().find(|&wanted| told(wanted));
        let step = unit.is(Class::Act) || self.begins_listed(WordList::Measures, noun);
        if named.is_none() && !step {
            return Vec::new();
        }
        // "the attack on Kenya", "the attack, which Chad launched": its own words tell whose it is.
        let leads = |next: &Unit| next.phrase().is_none() && next.is_preposition() && !clause.is_in_date(noun + 2);
        let owned = units.get(noun + 1).is_some_and(|next| {
            leads(next)
                || next.phrase().is_some()
                || next.is(Class::Relative)
                || next.kind == Kind::Noun
                || next.is_to()
        });
        let passive = units.get(noun + 1).is_some_and(|next| clause.is_auxiliary(noun + 1) && !next.is_mark());
        if owned && !passive || noun > 0 && units[noun - 1].possessive {
            return Vec::new();
        }
        let same = |told: Predicate| named.is_none_or(|named| named == told || is_force(named) && is_force(told));
        let mut doers: Vec<Party> = Vec::new();
        for &(doer, _) in clause.memory.deeds.iter().filter(|deed| same(deed.1)) {
            if doers.iter().all(|known| known.referent != doer.referent) {
                doers.push(doer);
            }
        }
        doers
    }
}
