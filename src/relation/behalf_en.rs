//! Things that stand for people as English subjects: what somebody wrote, in what somebody travels.

use super::clause::{Clause, Parties};
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Sense};
use crate::mention::{Phrase, PhraseKind, Referent};

impl Clause<'_> {
    /// Returns whether a word is a statement, report or letter that takes a stance by the verb at `at`.
    pub(super) fn says_on_paper(&self, word: usize, at: usize) -> bool {
        let stance = |told| {
            matches!(
                told,
                Predicate::Criticised
                    | Predicate::DemandedOf
                    | Predicate::Rejected
                    | Predicate::Praised
                    | Predicate::Supported
                    | Predicate::Threatened
            )
        };
        let unit = &self.units[word];
        unit.phrase().is_none()
            && unit.is(Class::Document)
            && self.units[at].kind == Kind::Verb
            && self.tells(at, stance)
    }

    /// "A statement by the Front condemned", "A report from the UN accused": who wrote what takes a stance.
    pub(super) fn author_of(&self, preposition: usize, at: usize) -> Option<Parties> {
        let paper = preposition.checked_sub(1)?;
        let by = self.is_preposition_of(preposition, "by") || self.belongs(&self.units[preposition]);
        // "A statement released by the Front"
        let paper = if self.units[paper].kind == Kind::Verb { paper.checked_sub(1)? } else { paper };
        (by && self.says_on_paper(paper, at) && self.bare_party(preposition + 1))
            .then(|| Parties::new(self.parties_of(preposition + 1), 0.8, at + 1))
            .filter(|found| !found.is_empty())
    }

    /// "Netanyahu and his wife, Sara, hosted Trump", "Obama and his aides met": the one whose people nobody lists are with him.
    pub(super) fn with_his_own(&self, at: usize, chain: usize) -> Option<Parties> {
        const REACH: usize = 7;
        let own = |&i: &usize| self.units[i].case == Some(Case::Owner);
        let his = (chain.saturating_sub(REACH)..chain).rev().find(own)?;
        let known = |i: usize| {
            self.unit_phrase(i)
                .is_some_and(|phrase| phrase.referents.iter().any(|who| matches!(who, Referent::Known(_))))
        };
        let person = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let passes = |i: usize| {
            let unit = &self.units[i];
            let word = matches!(unit.kind, Kind::Word | Kind::Noun) || unit.is_comma() || unit.is(Class::Agent);
            !known(i) && (word || unit.phrase().is_some() || unit.has(|c| matches!(c, Class::TitleAdjective { .. })))
        };
        let last = his.checked_sub(2).filter(|&last| self.units[his - 1].is(Class::Conj) && self.bare_party(last))?;
        let opens = last.checked_sub(1).is_none_or(|before| self.opens_clause_behind(before));
        let company = his + 1 < chain && !self.units[his + 1].is_mark() && (his + 1..chain).all(passes);
        // "Egypt and its partners launched"
        let state = self.unit_phrase(last).is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Body));
        (opens && (person(last) || state) && company && !self.units[last].possessive)
            .then(|| Parties::new(self.parties_of(last), 0.85, at + 1))
    }

    /// "Kim's armoured train rolled into Vladivostok", "Obama's plane landed in": who travels in what is his, as the subject of a journey.
    pub(super) fn rider_of(&self, owner: usize, chain: usize, at: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let person = || self.unit_phrase(owner).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let craft = chain.checked_sub(1).filter(|&craft| craft > owner && craft - owner <= WORDS)?;
        let word = |i: usize| {
            let unit = &self.units[i];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb
        };
        (self.units[owner].possessive
            && self.units[craft].is(Class::Craft)
            && (owner + 1..=craft).all(word)
            && person()
            && self.tells(at, |told| told == Predicate::Visited))
        .then(|| Parties::new(self.parties_of(owner), 0.8, at + 1))
    }

    /// "Merkel, together with Macron, met Erdogan": who comes along between commas is a subject, too.
    pub(super) fn with_company(&self, at: usize, chain: usize) -> Option<Parties> {
        let closing = chain.checked_sub(1).filter(|&comma| self.units[comma].is_comma())?;
        let low = closing.saturating_sub(9);
        // "Macron, accompanied by Le Drian, arrived"
        let accompanied = |i: usize| {
            i > 1
                && self.is_preposition_of(i, "by")
                && self.units[i - 1].means(&self.knowledge.lexicon, Sense::Accompanies)
                && self.tells(at, |told| told == Predicate::Visited)
        };
        if let Some(by) = (low..closing).rev().find(|&i| accompanied(i)) {
            return self.joined_by_company(at, by - 1, by, closing);
        }
        let open = (low..closing).rev().find(|&i| {
            let unit = &self.units[i];
            unit.phrase().is_none()
                && unit.end > unit.start + 1
                && (self.is_preposition_of(i, "with") || unit.is(Class::Conj))
                && i > 1
                && self.units[i - 1].is_comma()
        })?;
        self.joined_by_company(at, open, open, closing)
    }

    /// Who stands before the comma before `opens`, and with him those behind `joins` up to the comma that closes.
    fn joined_by_company(&self, at: usize, opens: usize, joins: usize, closing: usize) -> Option<Parties> {
        let who = opens.checked_sub(2).filter(|&who| self.units[who + 1].is_comma() && self.bare_party(who))?;
        let mut company = self.bare_party(joins + 1).then(|| self.list(joins + 1))?;
        if joins > opens {
            company.list.retain(|party| self.is_human(party));
        }
        let (first, mut list) = self.list_ending_at(who);
        let free = first.checked_sub(1).is_none_or(|before| self.opens_clause_behind(before));
        if !free || company.end != closing || list.is_empty() {
            return None;
        }
        list.extend(company.list);
        Some(Parties::new(list, 0.85, at + 1))
    }

    /// "met Stjepan Mesic, who is on a visit to Syria": whose the visit is, by the relative whose "is" leads to it.
    pub(super) fn visitor_in_relative(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        if self.lang != Lang::En || self.units[at].kind != Kind::Noun || !self.names_journey(at) {
            return None;
        }
        let low = at.saturating_sub(WORDS);
        let on = (low..at)
            .rev()
            .take_while(|&i| self.unit_phrase(i).is_none())
            .find(|&i| self.is_preposition_of(i, "on"))?;
        // "who is currently on a visit"
        let adverb = |unit: &&Unit| {
            unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Skip | Class::Now)) && !unit.is_preposition()
        };
        let adverbs = self.units[..on].iter().rev().take_while(adverb).count();
        let is = (on - adverbs).checked_sub(1).filter(|&is| self.is_auxiliary(is))?;
        let relative = self.units[..is]
            .iter()
            .rposition(|unit| !unit.has(|class| matches!(class, Class::Skip | Class::Auxiliary)))?;
        let who = relative.checked_sub(1).filter(|_| self.units[relative].is(Class::Relative))?;
        let who = if self.units[who].is_comma() { who.checked_sub(1)? } else { who };
        let person = |who: usize| {
            let named = |phrase: &Phrase| phrase.kind == PhraseKind::Person && !phrase.referents.is_empty();
            self.unit_phrase(who).is_some_and(named)
        };
        let who = if person(who) { who } else { self.named_before_apposition(who + 1).filter(|&who| person(who))? };
        Some(Parties::new(self.parties_of(who), 0.9, at + 1))
    }

    /// "Abiy Ahmed, chairman of the union's council, who is": the person who stands before the words that say what he is, up to the comma at a unit.
    fn named_before_apposition(&self, closing: usize) -> Option<usize> {
        const LONGEST: usize = 9;
        let named = |i: usize| {
            let person = |phrase: &Phrase| phrase.kind == PhraseKind::Person && !phrase.referents.is_empty();
            self.unit_phrase(i).is_some_and(person)
        };
        let within = |&i: &usize| {
            let unit = &self.units[i];
            !unit.is_stop() && unit.kind != Kind::Verb && !self.is_auxiliary(i) && !unit.is(Class::Relative)
        };
        let mut way = (closing.saturating_sub(LONGEST)..closing).rev().take_while(within);
        way.find(|&i| named(i)).filter(|&i| self.units[closing].is_comma() && !self.units[i].possessive)
    }
}
