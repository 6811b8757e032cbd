//! Whose words an English sentence goes on with: "Merkel said Germany was ready, and condemned", "Erdogan said Turkey would act, accusing".

use super::clause::{Clause, Parties};
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// The verb whose subject a verb at `at` behind a comma shares, where the verb before it is of a clause that somebody says: the verb of
    /// saying, of a stance that only a speaker takes; else the verb before.
    pub(super) fn sayer_over(&self, verb: usize, at: usize) -> usize {
        self.verb_of_saying(verb)
            .or_else(|| self.verb_of_saying_nobody(verb))
            .filter(|_| self.resumes_speaker(at))
            .unwrap_or(verb)
    }

    /// Whether a comma and "and" stand right before the words of a verb.
    pub(super) fn resumes_behind_comma(&self, chain: usize) -> bool {
        chain > 2 && self.units[chain - 1].is(Class::Conj) && self.units[chain - 2].is_comma()
    }

    /// "arrived in a city that jets had bombed, and met", "met Siniora, who pleads for peace, and praised": the subject of the main clause, which
    /// ", and" takes up again behind a relative clause that the comma ends.
    pub(super) fn behind_enclosed_relative(&self, verb: usize, at: usize, chain: usize) -> Option<Parties> {
        if !self.resumes_behind_comma(chain) {
            return None;
        }
        let bare = |at: usize| self.units[at].phrase().is_none();
        let open = |&at: &usize| !self.units[at].is_mark() && self.units[at].kind != Kind::Verb;
        let noun = |at: usize| bare(at) && matches!(self.units[at].kind, Kind::Word | Kind::Noun);
        // "a town in Haiti that"
        let located = |at: usize| {
            at > 1
                && self.is_preposition_of(at - 1, "in")
                && self
                    .unit_phrase(at)
                    .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let opens = |&at: &usize| {
            let unit = &self.units[at];
            // "said that Kenya had attacked": what is said is no relative.
            let behind_noun = at > 0 && !self.units[at - 1].is_mark() && (noun(at - 1) || located(at - 1));
            bare(at) && if unit.is(Class::Complement) { behind_noun } else { unit.is(Class::Relative) }
        };
        let relative = (0..verb).rev().take_while(open).find(opens)?;
        let finite = |&at: &usize| self.units[at].kind == Kind::Verb && self.verb_form(at) == VerbForm::Finite;
        let outer = (0..relative).rev().take_while(|&at| !self.units[at].is_stop()).find(finite)?;
        self.shared(outer, at, 0.9).filter(|found| !found.is_empty() && !found.opaque)
    }

    /// "…, and condemned", "…, accusing": whether a verb behind a comma, or a comma and "and", tells by itself what somebody says of another.
    fn resumes_speaker(&self, at: usize) -> bool {
        let stance = |told| {
            matches!(
                told,
                Predicate::Criticised
                    | Predicate::DemandedOf
                    | Predicate::Praised
                    | Predicate::Threatened
                    | Predicate::Rejected
            )
        };
        let comma = |i: usize| i > 0 && self.units[i - 1].is_comma();
        let plain = self.chain_start(at) == at && self.tells(at, stance);
        plain
            && (comma(at)
                || self.verb_form(at) == VerbForm::Finite
                    && at > 0
                    && self.units[at - 1].is(Class::Conj)
                    && comma(at - 1))
    }

    /// "Erdogan said the operation would go on, urging": the verb of saying, where the subject of what is said has no name.
    fn verb_of_saying_nobody(&self, verb: usize) -> Option<usize> {
        let unnamed = self.subjects[verb].as_ref().is_some_and(|found| found.opaque && found.is_empty());
        let before =
            (0..verb).rev().take_while(|&i| !self.units[i].is_mark()).find(|&i| self.units[i].kind == Kind::Verb);
        before.filter(|&before| unnamed && self.only_says(before))
    }

    /// The verb of saying in whose content a finite verb stands, right behind its own subject.
    fn verb_of_saying(&self, verb: usize) -> Option<usize> {
        let subject = self.chain_start(verb).checked_sub(1).filter(|&subject| self.bare_party(subject))?;
        self.verb_of_saying_before(self.list_ending_at(subject).0)
    }

    /// The verb of saying in whose content a clause stands whose subject begins at a unit.
    pub(super) fn verb_of_saying_before(&self, first: usize) -> Option<usize> {
        const WORDS: usize = 5;
        let quiet = |unit: &Unit| unit.phrase().is_none() && !unit.is_mark() && !unit.is(Class::Relative);
        let that = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Complement);
        let mut before = first.checked_sub(1)?;
        if that(&self.units[before]) {
            let low = before.saturating_sub(WORDS);
            before = (low..before).rev().find(|&i| self.units[i].kind == Kind::Verb || !quiet(&self.units[i]))?;
        }
        let refuses = self.refuses_claim(before, first);
        let before = refuses.unwrap_or(before);
        let says = self.units[before].kind == Kind::Verb
            && self.verb_form(before) == VerbForm::Finite
            && (refuses.is_some() || self.tells_speech(before));
        let own = says.then(|| self.subjects[before].as_ref())??;
        (own.list.len() == 1).then_some(before)
    }

    /// "rejected Greek claims that Ankara arms": the verb that turns down a claim whose content the subject at `first` opens.
    fn refuses_claim(&self, last: usize, first: usize) -> Option<usize> {
        const WORDS: usize = 4;
        let units = self.units;
        let that =
            first.checked_sub(1).filter(|&that| units[that].phrase().is_none() && units[that].is(Class::Complement))?;
        let claim = |unit: &Unit| unit.phrase().is_some() || matches!(unit.kind, Kind::Word | Kind::Noun);
        let verb = (last.saturating_sub(WORDS)..that).rev().find(|&i| units[i].kind == Kind::Verb)?;
        let claimed = verb + 1 < that && units[verb + 1..that].iter().all(claim) && units[that - 1].phrase().is_none();
        (claimed && self.tells(verb, |told| told == Predicate::Rejected)).then_some(verb)
    }

    /// "Macron strolled through Berlin and met Merkel", "Kerry was in Cairo and met": of a verb joined to one that is no row, who opens the clause.
    pub(super) fn joined_to_unlisted(&self, at: usize, chain: usize) -> Option<Parties> {
        const MOST_UNITS: usize = 12;
        let and = chain.checked_sub(1)?;
        let start = (0..and).rev().find(|&i| self.opens_clause_behind(i)).map_or(0, |i| i + 1);
        if self.opens_unnamed(start, and) {
            return Some(Self::nobody(at));
        }
        let found = self.bare_party(start).then(|| self.list(start))?;
        let verb = found.end;
        let listed = |i: usize| self.units[i].kind == Kind::Verb || self.units[i].has(|c| matches!(c, Class::Relative));
        let unlisted = verb < and
            && and - start <= MOST_UNITS
            && (self.shapes[verb].past || self.units[verb].phrase().is_none() && self.units[verb].is(Class::Auxiliary))
            && !self.units[start].possessive
            && !(verb..and).any(listed);
        let other = (verb..and).any(|i| self.bare_party(i) && !self.units[i - 1].is_preposition() && i > verb + 1);
        (unlisted && !other && !found.is_empty()).then(|| Parties { confidence: 0.8, end: at + 1, ..found })
    }

    /// "Rebel commanders were in Istanbul and met": whether a clause opens with somebody whom the text does not name, before "to be" or a past.
    fn opens_unnamed(&self, start: usize, end: usize) -> bool {
        const WORDS: usize = 6;
        let verb = (start..end.min(start + WORDS + 1)).find(|&at| {
            let unit = &self.units[at];
            unit.phrase().is_none() && (unit.is(Class::Auxiliary) || self.shapes[at].past)
        });
        let people = |at: usize| {
            let unit = &self.units[at];
            unit.phrase().is_none() && (unit.kind == Kind::Word && self.shapes[at].plural || unit.is(Class::Agent))
        };
        verb.is_some_and(|verb| {
            verb > start && people(verb - 1) && (start..verb).all(|at| self.units[at].phrase().is_none())
        })
    }
}
