//! English: whom force harms. "Two Greeks were killed by Turkish troops", "a Turkish air strike wounded two Greek soldiers".

use super::clause::{Clause, Parties};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Shape, Tense};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// Who suffers what a passive at a unit tells: its subject, or the people whom only a country's adjective names.
    pub(super) fn patient(&self, verb: usize) -> Parties {
        let own = self.subjects[verb].clone().unwrap_or_default();
        if own.is_empty() || own.carried { self.slain(verb).unwrap_or(own) } else { own }
    }

    /// "Two Greeks were killed", "a Greek citizen was shot": the people of a country, named by its adjective alone or before a word for
    /// those who bear no arms, as whom a passive of force is done to.
    fn slain(&self, verb: usize) -> Option<Parties> {
        const MOST_WORDS: usize = 2;
        let chain = self.chain_start(verb);
        let civil = |at: &usize| self.units[*at].phrase().is_none() && self.units[*at].is(Class::Civilian);
        let force = self.tells(verb, |told| told == Predicate::Attacked) && self.has_no_object(chain, verb);
        if self.lang != Lang::En || !force {
            return None;
        }
        let words = (chain.saturating_sub(MOST_WORDS)..chain).rev().take_while(civil).count();
        let people = chain.checked_sub(words + 1)?;
        let named = self.unit_phrase(people)?;
        let of_country =
            matches!(named.kind, PhraseKind::Demonym | PhraseKind::Agent) && !self.units[people].possessive;
        let found = Parties::new(self.parties_of(people), 0.8, verb + 1);
        (of_country && !found.is_empty()).then_some(found)
    }

    /// "were killed by", "was shot on Sunday": whether a participle behind an auxiliary has no object, so that its subject suffers it.
    fn has_no_object(&self, chain: usize, verb: usize) -> bool {
        let participle = |shape: &Shape| matches!(shape, Shape::Verb { tense: Tense::PastParticiple, .. });
        let ends = |unit: &Unit| {
            unit.is_mark() || unit.phrase().is_none() && (unit.is_preposition() || unit.is(Class::Circumstance))
        };
        self.units[verb].forms.iter().any(|form| participle(&form.shape))
            && (chain..verb).any(|at| self.is_auxiliary(at))
            && (chain.saturating_sub(1)..verb).all(|at| !self.units[at].is_to())
            && self.units.get(verb + 1).is_none_or(ends)
    }

    /// "killed five Greek civilians": whether a word behind a country's adjective is of people who are harmed as their country's.
    pub(super) fn are_harmed(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Civilian))
    }
}

impl Sentence<'_> {
    /// "a Turkish air strike near the border wounded two Greek soldiers", "raids that killed a Hamas leader": whom the verb of force harms whose
    /// subject is the deed or weapon at a unit.
    pub(super) fn struck_in_english(&self, at: usize, subject: Option<&Parties>) -> Parties {
        const MOST_UNITS: usize = 9;
        let (clause, units) = (self.clause, self.clause.units);
        let parts = |unit: &Unit| unit.is_mark() || unit.is(Class::Complement) || unit.is(Class::Conj);
        let end = units.len().min(at + 1 + MOST_UNITS);
        let open = (at + 1..end).take_while(|&i| !parts(&units[i]));
        // "rockets fired from Lebanon hit": over what only describes them.
        let describes = |i: usize| {
            let participle = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. });
            units[i].forms.iter().any(participle)
                && clause.chain_start(i) == i
                && units.get(i + 1).is_some_and(|next| next.phrase().is_none() && next.is_preposition())
        };
        let finite = |&i: &usize| units[i].kind == Kind::Verb && !describes(i);
        let Some(verb) = open.into_iter().find(finite) else { return Parties::default() };
        let relative = (at + 1..verb).find(|&i| units[i].phrase().is_none() && units[i].is(Class::Relative));
        // "hit by a rocket Hamas killed": behind a preposition the deed is no subject.
        if relative != Some(at + 1) && self.is_governed_deed(at) || relative.is_some_and(|i| i > at + 1) {
            return Parties::default();
        }
        let finite = |shape: Shape| {
            matches!(shape, Shape::Verb { tense: Tense::Past | Tense::Present | Tense::PastParticiple, .. })
        };
        let hits = units[verb].forms.iter().find_map(|form| {
            let trigger = clause.knowledge.lexicon.trigger(form.trigger);
            (finite(form.shape) && trigger.predicate == Some(Predicate::Attacked)).then_some((trigger, form.shape))
        });
        let Some((trigger, shape)) = hits else { return Parties::default() };
        let have =
            |i: usize| matches!(self.tokens.form(&self.tokens.tokens[units[i].end - 1]), b"has" | b"have" | b"had");
        let be = (clause.chain_start(verb)..verb).any(|i| clause.is_auxiliary(i) && !have(i));
        let own = clause.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.carried);
        let other = own.is_some_and(|own| subject.is_none_or(|doer| own.list != doer.list));
        // "a Turkish strike killed in the night": somebody must stand behind the verb itself.
        if be || other || units.get(verb + 1).is_none_or(|next| next.is_mark() || next.is_preposition()) {
            return Parties::default();
        }
        let found = self.slot(verb, trigger, &trigger.object, shape, subject);
        let found = found.map(|(found, _)| Parties { confidence: found.confidence * 0.9, ..found });
        found.or_else(|| self.struck_there(verb)).unwrap_or_default()
    }

    /// "killed six people in Gaza": where a verb of force harms people of whom no more is told.
    fn struck_there(&self, verb: usize) -> Option<Parties> {
        const REACH: usize = 8;
        let (clause, units) = (self.clause, self.clause.units);
        let open = |&i: &usize| !units[i].is_mark() && units[i].kind != Kind::Verb && units[i].phrase().is_none();
        let within =
            (verb + 1..units.len().min(verb + REACH)).take_while(open).find(|&i| clause.is_preposition_of(i, "in"))?;
        let word = usize::from(units.get(within + 1).is_some_and(|next| next.kind == Kind::Word));
        let place = within + 1 + word;
        let phrase = clause.unit_phrase(place).filter(|_| !units[place].possessive)?;
        let located = matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country);
        located.then(|| Parties::new(clause.parties_of(place), 0.75, place + 1))
    }

    /// Returns whether a preposition stands before a noun, with nothing but adjectives and numbers between.
    fn is_governed_deed(&self, noun: usize) -> bool {
        const MOST_WORDS: usize = 5;
        let units = self.clause.units;
        for at in (noun.saturating_sub(MOST_WORDS)..noun).rev() {
            let unit = &units[at];
            if unit.phrase().is_none() && (unit.is_preposition() || unit.is(Class::Circumstance)) {
                return true;
            }
            let adjective = matches!(unit.kind, Kind::Word | Kind::Noun) || unit.phrase().is_some();
            if !adjective {
                return false;
            }
        }
        false
    }
}
