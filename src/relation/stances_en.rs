//! Where somebody stands, in English, by what he affirms, thanks for or asks of whom he talks with: "affirmed Iran's right to defend itself", "Thank
//! you for your courage, Rice told Siniora", "called Erdogan last week to urge restraint".
//!
//! What the sentence has told so far comes in; what else it tells of them goes out.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::remember::kind_of_party;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Family, Predicate, Status, WordList};

impl Sentence<'_> {
    /// Adds what somebody affirms, thanks for or asks of whom he talks with.
    pub(super) fn stances_en(&self, out: &mut Vec<Relation>) {
        for at in 1..self.clause.units.len() {
            match self.word_at(at) {
                b"right" => self.affirms_right(at, out),
                b"you" => self.thanks_in_quote(at, out),
                b"support" | b"backing" => self.gives_backing(at, out),
                _ if self.begins_listed(WordList::Restraint, at) => self.urges_restraint(at, out),
                _ => {}
            }
        }
    }

    /// "gave Rama his full backing", "lent Kenya its support": whom somebody gives it, right behind the verb.
    fn gives_backing(&self, at: usize, out: &mut Vec<Relation>) {
        const WORDS: usize = 3;
        let (clause, units) = (self.clause, self.clause.units);
        let own = |i: &usize| {
            let unit = &units[*i];
            unit.case.is_some()
                || unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark() && !unit.is_preposition()
        };
        let words = (0..at).rev().take(WORDS).take_while(own).count();
        // "gave Rama support"
        let Some(whom) = at.checked_sub(words + 1).filter(|&whom| clause.bare_party(whom)) else { return };
        let (first, list) = clause.list_ending_at(whom);
        let Some(verb) = first.checked_sub(1).filter(|&verb| units[verb].kind == Kind::Verb) else { return };
        let active = !clause.units[clause.chain_start(verb)..verb]
            .iter()
            .any(|unit| unit.has(|c| matches!(c, Class::Negation | Class::Denied | Class::Possible)));
        let subject = clause.subjects[verb].as_ref().filter(|own| !own.opaque && !own.carried && !own.is_empty());
        let Some(subject) = subject.filter(|_| active && self.begins_listed(WordList::Gives, verb)) else { return };
        let ahead = units[at + 1..].first().is_some_and(|next| next.phrase().is_none() && next.is_preposition());
        let on = ahead && ["to", "of"].iter().any(|word| clause.is_preposition_of(at + 1, word));
        if !on {
            self.says_of(verb, Predicate::Supported, subject, &Parties::new(list, 0.85, at + 1), out);
        }
    }

    /// "affirmed Iran's right to", "recognised the right of the Palestinians to": whose right it is that somebody stands up for.
    fn affirms_right(&self, at: usize, out: &mut Vec<Relation>) {
        const WORDS: usize = 3;
        let (clause, units) = (self.clause, self.clause.units);
        let to = |i: usize| units.get(i).is_some_and(|unit| unit.is_to() || self.word_at(i) == b"to");
        let owner = at.checked_sub(1).filter(|&own| units[own].possessive && units[own].case.is_none() && to(at + 1));
        let of = at + 2 < units.len() && clause.is_preposition_of(at + 1, "of") && clause.bare_party(at + 2);
        let (object, first) = if let Some(owner) = owner {
            (Parties::new(clause.parties_of(owner), 0.85, at + 1), owner)
        } else if of {
            let found = clause.list(at + 2);
            if !to(found.end) {
                return;
            }
            (found, at)
        } else {
            return;
        };
        let open = |i: &usize| {
            let unit = &units[*i];
            unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark() && !unit.is_preposition()
        };
        let words = (0..first).rev().take(WORDS).take_while(open).count();
        let Some(verb) = (first - words).checked_sub(1).filter(|&verb| units[verb].kind == Kind::Verb) else { return };
        let negated = units[clause.chain_start(verb)..=verb]
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Negation | Class::Denied | Class::Possible)));
        // "They demanded that Kenya stop, and acknowledged": in which clause it stands is open.
        let chain = clause.chain_start(verb);
        let joined = chain > 0 && units[chain - 1].is(Class::Conj);
        let that = units[..chain].iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Complement));
        if joined && that {
            return;
        }
        let subject = clause.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.opaque && !own.carried);
        if let Some(subject) = subject.filter(|_| self.begins_listed(WordList::Affirms, verb) && !negated) {
            self.says_of(verb, Predicate::Supported, subject, &object, out);
        }
    }

    /// "Thank you for your courage," Rice told Siniora: who thanks whom to his face.
    fn thanks_in_quote(&self, at: usize, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        if !self.begins_listed(WordList::Thanks, at - 1) {
            return;
        }
        let tells = |i: &usize| {
            units[*i].kind == Kind::Verb
                && self.begins_listed(WordList::TellsWhom, *i)
                && *i + 1 < units.len()
                && clause.bare_party(*i + 1)
        };
        let Some(verb) = (0..units.len()).find(tells) else { return };
        let subject = clause.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.opaque);
        let object = clause.list(verb + 1);
        if let Some(subject) = subject.filter(|_| object.list.len() == 1) {
            self.says_of(at - 1, Predicate::Praised, subject, &object, out);
        }
    }

    /// "called Erdogan last week to urge restraint", "spoke to Macron and counselled patience": of whom one talks with that is asked which nobody
    /// is named for.
    fn urges_restraint(&self, at: usize, out: &mut Vec<Relation>) {
        const WORDS: usize = 3;
        let (clause, units) = (self.clause, self.clause.units);
        let word = |i: &usize| {
            let unit = &units[*i];
            unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark()
        };
        let words = (0..at).rev().take(WORDS).take_while(word).count();
        let Some(verb) = (at - words).checked_sub(1) else { return };
        let Some(subject) = clause.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.opaque) else {
            return;
        };
        // "urging restraint on both sides", "restraint from Iran": somebody else is to keep it.
        let of_others = units.get(at + 1).is_some_and(|next| next.is_preposition() && self.governs_party(at + 1));
        if units[verb].kind != Kind::Verb || !self.begins_listed(WordList::Urges, verb) || of_others {
            return;
        }
        let here = self.tokens.tokens[units[verb].start].span.start;
        let first = self.tokens.tokens[units[0].start].span.start;
        let party = |referent, span| Party { referent, span, kind: kind_of_party(self.reader, referent), gender: None };
        let own = |referent| subject.list.len() == 1 && subject.list[0].referent == referent;
        let mut whom: Vec<Party> = Vec::new();
        // "After Monday's meeting with Putin, Merkel urged calm": what was said where nobody tells to whom.
        let by_verb = |start: usize| {
            let spoke = |i: &usize| self.tokens.tokens[units[*i].start].span.start == start;
            // "Putin, who last met Erdogan in May, called for calm": nor what an aside tells.
            let together = |i: usize| !units[i..verb].iter().any(Unit::is_mark);
            (0..verb).find(spoke).is_some_and(|i| units[i].kind == Kind::Verb && together(i))
        };
        for relation in out.iter().filter(|r| r.sentence == self.number && r.status == Status::Happened) {
            let spoken = by_verb(relation.trigger.start)
                && matches!(relation.predicate, Predicate::Called | Predicate::Met | Predicate::TalkedWith)
                && relation.predicate.family() == Family::Contact
                && relation.trigger.start >= first
                && relation.trigger.start < here;
            let other = match () {
                () if own(relation.subject) => party(relation.object, relation.object_span),
                () if own(relation.object) => party(relation.subject, relation.subject_span),
                () => continue,
            };
            if spoken && whom.iter().all(|known| known.referent != other.referent) {
                whom.push(other);
            }
        }
        if whom.len() == 1 {
            self.says_of(verb, Predicate::DemandedOf, subject, &Parties::new(whom, 0.8, at + 1), out);
        }
    }

    /// Whether a party stands right behind the preposition at a unit, or "both sides" and the like.
    fn governs_party(&self, at: usize) -> bool {
        let next = self.clause.units.get(at + 1);
        next.is_some_and(|next| next.phrase().is_some() || matches!(self.word_at(at + 1), b"both" | b"all"))
    }

    /// Whether a party is named by its troops or craft: "Turkish tanks".
    pub(super) fn is_of_troops(&self, party: &Party) -> bool {
        self.unit_of(party).is_some_and(|at| self.ends_listed(WordList::Troops, at))
    }

    /// Whether who stands as subject of a journey is troops, who visit nobody.
    pub(super) fn are_troops(&self, subject: &Parties) -> bool {
        !subject.list.is_empty() && subject.list.iter().all(|party| self.is_of_troops(party))
    }
}
