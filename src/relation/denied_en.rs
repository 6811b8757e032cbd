//! English: who charges another with something, by what the other says of the charge. "Ukraine says Russia sends troops, an allegation Moscow denies",
//! "Riyadh said Iran armed the group. Tehran denied the charge".
//!
//! What the sentence has told so far comes in; whom its speaker charges goes out.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Predicate, WordList};

/// How many units may stand between the comma and who denies.
const NEAR: usize = 5;

impl Sentence<'_> {
    /// Adds that who says something of others charges them, where they deny it.
    pub(super) fn charges_denied(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let (clause, units) = (self.clause, self.clause.units);
        if let Some((on, accuser, accused)) = self.denied_behind_stop(out) {
            self.charge(on, accuser, accused, SURE * 0.95, out);
        }
        for comma in (3..units.len()).filter(|&at| units[at].is_comma()) {
            let Some((on, accused)) = self.denier_behind(comma) else { continue };
            let Some((accuser, verb)) = self.who_says_before(comma) else { continue };
            // What is said must be of those who deny it, or of their country.
            let theirs = |own: &Party| {
                (verb + 1..comma).any(|at| {
                    clause.unit_phrase(at).is_some()
                        && clause.parties_of(at).iter().any(|party| self.same_land(own, party))
                })
            };
            for own in accused.list.iter().filter(|own| theirs(own)) {
                self.charge(on, accuser, *own, SURE, out);
            }
        }
    }

    /// Adds that one charges another, unless they are one side or the sentence has told it.
    fn charge(&self, on: usize, accuser: Party, accused: Party, sure: f64, out: &mut Vec<Relation>) {
        use crate::lexicon::Status;
        let known = |told: &Relation| {
            told.sentence == self.number
                && told.predicate == Predicate::Criticised
                && (told.subject, told.object) == (accuser.referent, accused.referent)
        };
        if self.clause.are_apart(&[accuser], &[accused]) && !out.iter().any(known) {
            out.push(self.untriggered(on, Predicate::Criticised, Status::Happened, (accuser, accused), sure));
        }
    }

    /// ", a charge that Tehran denies", ", which Iran denies", ", an allegation rejected by Moscow": who denies what stands before the comma.
    fn denier_behind(&self, comma: usize) -> Option<(usize, Parties)> {
        let (clause, units) = (self.clause, self.clause.units);
        let charge = |at: usize| self.begins_listed(WordList::Charges, at) && units[at].phrase().is_none();
        let which = |at: usize| {
            units.get(at).is_some_and(|unit| {
                unit.phrase().is_none() && unit.is(Class::Relative) && !unit.is(Class::Circumstance)
            })
        };
        let noun = (comma + 1..units.len()).take(2).find(|&at| charge(at));
        let from = match noun {
            Some(noun) => noun + 1 + usize::from(which(noun + 1)),
            None if which(comma + 1) => comma + 2,
            None => return None,
        };
        // "a charge Tehran denies"
        if clause.bare_party(from) {
            let found = clause.list(from);
            let skip = |at: &usize| {
                units[*at].phrase().is_none() && units[*at].has(|c| matches!(c, Class::Skip | Class::Auxiliary))
            };
            let verb = found.end + (found.end..units.len()).take(NEAR).take_while(skip).count();
            let ends = units
                .get(verb + 1)
                .is_none_or(|next| next.is_mark() || next.phrase().is_none() && next.kind != Kind::Noun);
            return (self.turns_away(verb, noun.is_some()) && ends).then_some((verb, found));
        }
        // "a charge denied by Tehran"
        let verb = from
            + usize::from(units.get(from).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Auxiliary)));
        let by = noun.is_some() && verb + 2 < units.len() && self.turns_away(verb, true);
        (by && clause.is_followed_by_agent(verb) && clause.bare_party(verb + 2)).then(|| (verb, clause.list(verb + 2)))
    }

    /// Whether a verb says that what another says is not so, or, of what is called a charge, that it is turned down.
    fn turns_away(&self, verb: usize, charge: bool) -> bool {
        let rejects = |told| told == Predicate::Rejected;
        self.clause.units.get(verb).is_some_and(|unit| unit.kind == Kind::Verb)
            && (self.begins_listed(WordList::Refutes, verb) || charge && self.clause.tells(verb, rejects))
            && !self.is_hedged(verb, verb)
    }

    /// The one who says what stands before a comma, and the verb of saying.
    fn who_says_before(&self, comma: usize) -> Option<(Party, usize)> {
        let clause = self.clause;
        let first = clause.units[..comma].iter().rposition(Unit::is_stop).map_or(0, |stop| stop + 1);
        let verb = (first..comma).find(|&at| clause.units[at].kind == Kind::Verb && clause.only_says(at))?;
        let own = clause.subjects[verb].as_ref().filter(|own| !own.carried && !own.opaque)?;
        match own.list[..] {
            [one] => Some((one, verb)),
            _ => None,
        }
    }

    /// "Tehran denies the charge", "Russia denies this": who said in the sentence before what the subject of this one denies, and of whom that sentence told
    /// something.
    fn denied_behind_stop(&self, out: &[Relation]) -> Option<(usize, Party, Party)> {
        let (clause, units) = (self.clause, self.clause.units);
        let verb = (1..units.len().min(NEAR)).find(|&at| units[at].kind == Kind::Verb)?;
        let own = clause.subjects[verb].as_ref().filter(|own| !own.carried && !own.opaque)?;
        let [accused] = own.list[..] else { return None };
        let [accuser] = clause.memory.subject[..] else { return None };
        let what = verb + 1;
        let spoken = self.begins_listed(WordList::Spoken, what)
            || matches!(self.word_at(what), b"it" | b"that" | b"doing" | b"having");
        let charge = self.begins_listed(WordList::Charges, what) && units[what].determined;
        let ends =
            units.get(what + 1).is_none_or(|next| next.is_mark() || next.phrase().is_none() && next.is(Class::Conj));
        let named = |told: &Relation| told.sentence + 1 == self.number && told.subject == accused.referent;
        let fits = self.begins_listed(WordList::Refutes, verb)
            && (spoken || charge)
            && ends
            && self.number > 0
            && self.earlier.iter().any(named)
            && !self.is_hedged(verb, verb)
            && out.iter().all(|told| told.predicate != Predicate::Criticised);
        fits.then_some((verb, accuser, accused))
    }

    /// Whether two are one, or a country and somebody of it.
    fn same_land(&self, one: &Party, other: &Party) -> bool {
        one.referent == other.referent || self.clause.same_country(*one, *other)
    }
}
