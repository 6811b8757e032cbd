//! "pulled the US out of a deal with Iran": whose agreement it is that somebody takes his country out of or into.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;

/// How many words may say what kind of agreement it is.
const WORDS: usize = 4;

impl Clause<'_> {
    /// The country that stands as object before "from", "out of" or "into" and the agreement at a noun.
    pub(super) fn taken_out(&self, noun: usize) -> Option<Parties> {
        let agreed = self.lang == Lang::En
            && self.units[noun].kind == Kind::Noun
            && self.tells(noun, |told| told == Predicate::AgreedWith);
        if !agreed {
            return None;
        }
        let plain = |&at: &usize| {
            let unit = &self.units[at];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb
        };
        let words = (0..noun).rev().take(WORDS).take_while(plain).count();
        let leads = noun.checked_sub(words + 1)?;
        let from = ["from", "into"].iter().any(|word| self.is_preposition_of(leads, word));
        let country = leads.checked_sub(1).filter(|_| from)?;
        let land = self.bare_party(country)
            && !self.units[country].possessive
            && self.unit_phrase(country).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        // "flew to Iran from"
        let object = country.checked_sub(1).is_some_and(|before| {
            !self.units[before].is_preposition()
                && !self.units[before].is_mark()
                && self.units[before].phrase().is_none()
                && !self.units[before].is(Class::Conj)
        });
        (land && object).then(|| Parties::new(self.parties_of(country), 0.85, noun + 1))
    }

    /// "met Conte, who ruled out a new mission, followed by a meeting with": the subject of the main verb, of a contact that followed what a relative
    /// clause describes.
    pub(super) fn went_on_to(&self, noun: usize) -> Option<Parties> {
        let word = |at: &usize| self.units[*at].phrase().is_none() && !self.units[*at].is_mark();
        let more = (0..noun).rev().take(WORDS).take_while(word).find(|&at| self.units[at].is(Class::ListMore))?;
        let comma = more.checked_sub(1).filter(|&comma| self.lang == Lang::En && self.units[comma].is_comma())?;
        let opens = |at: usize| {
            let unit = &self.units[at];
            at > 0 && unit.phrase().is_none() && unit.is(Class::Relative) && self.units[at - 1].is_comma()
        };
        let relative = (0..comma).rev().take_while(|&at| !self.units[at].is_stop()).find(|&at| opens(at))?;
        let verb = (0..relative).rev().find(|&at| self.units[at].kind == Kind::Verb)?;
        let subject = self.subjects.get(verb)?.as_ref().filter(|found| !found.is_empty() && !found.opaque)?;
        Some(Parties { confidence: subject.confidence * 0.95, ..subject.clone() })
    }
}
