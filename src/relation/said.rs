//! Who spoke after what: "Lavrov said the two sides would cooperate after a meeting with Sisi".
//!
//! An English paper sets behind a quotation where it was said; what the quotation itself is about met nobody there.

use super::clause::{Clause, Parties, Party};
use super::subject_en::VerbForm;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// The one person who says what a verb at `inner` tells, where the noun at `noun` stands behind it as the occasion of saying so
    /// and no person is told to do the rest.
    pub(super) fn speaker_on_occasion(&self, inner: usize, noun: usize) -> Option<Parties> {
        const REACH: usize = 14;
        if self.lang != Lang::En || self.units[noun].kind != Kind::Noun || !self.is_occasion(noun) {
            return None;
        }
        let person = |party: &Party| party.kind == PhraseKind::Person;
        let own = self.subjects[inner].as_ref()?;
        if self.tells_speech(inner) || self.verb_form(inner) != VerbForm::Finite {
            return None;
        }
        // "said Putin would return after a meeting with Xi": rather whoever returns.
        if own.list.len() == 1 && own.list.iter().any(person) && !own.carried {
            return None;
        }
        let speech = (inner.saturating_sub(REACH)..inner)
            .rev()
            .take_while(|&at| !self.units[at].is_stop() && !self.units[at].is(Class::Relative))
            .find(|&at| self.units[at].kind == Kind::Verb)
            .filter(|&at| self.tells_speech(at) && self.verb_form(at) == VerbForm::Finite)?;
        let found = self.subjects[speech].as_ref()?;
        let [speaker] = found.list.as_slice() else { return None };
        person(speaker).then(|| Parties { confidence: found.confidence * 0.85, end: noun + 1, ..found.clone() })
    }

    /// جاءت تصريحات لافروف خلال لقاء مع شكري: whose the words are of which an Arabic verb of coming says when they came.
    pub(super) fn speaker_of_words(&self, verb: usize) -> Option<Parties> {
        let came = self.lang == Lang::Ar
            && self.units[verb].kind == Kind::Verb
            && self.tells(verb, |told| told == Predicate::Visited);
        let words = self.units.get(verb + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Utterance));
        let person = self.unit_phrase(verb + 2).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        if !came || !words || !person || !self.bare_party(verb + 2) {
            return None;
        }
        Some(Parties { confidence: 0.85, ..self.list(verb + 2) })
    }

    /// Returns whether a noun tells an occasion with a person: "after a meeting with Sisi", "in a long phone call with Sisi".
    fn is_occasion(&self, noun: usize) -> bool {
        const WORDS: usize = 2;
        let opens = (noun.saturating_sub(WORDS + 1)..noun)
            .rev()
            .find(|&at| self.units[at].kind != Kind::Word)
            .is_some_and(|at| {
                let unit = &self.units[at];
                unit.phrase().is_none()
                    && (unit.is(Class::Circumstance)
                        || ["after", "during", "following", "in", "at", "before"]
                            .iter()
                            .any(|word| self.is_preposition_of(at, word)))
            });
        let with = (noun + 1..self.units.len().min(noun + 6))
            .take_while(|&at| !self.units[at].is_mark() && self.units[at].phrase().is_none())
            .find(|&at| self.is_preposition_of(at, "with"));
        let person = with
            .and_then(|with| self.governed(with, false))
            .is_some_and(|found| found.list.first().is_some_and(|party| party.kind == PhraseKind::Person));
        opens && person
    }
}
