//! Whom somebody receives or meets where titles, the day, the place and who is present stand between them: استقبل فلان، رئيس المجلس، بحضور فلان،
//! أمس في قصره، الوزير فلان.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// The first of another country who is named and stands free behind a verb of meeting that has one person as its subject and
    /// nobody else as its object: behind a comma, a day or a place, governed by nothing there.
    pub(super) fn guest_apart(&self, verb: usize, from: usize, subject: &Parties) -> Option<Parties> {
        const REACH: usize = 36;
        let arabic = self.lang == Lang::Ar && self.units[verb].kind == Kind::Verb;
        let [host] = subject.list.as_slice() else { return None };
        let land = self.country_of(host.referent).filter(|_| arabic && self.is_human(host))?;
        let end = self.units.len().min(from + REACH);
        let mut at = from;
        while at < end && !self.ends_way_to_guest(at) {
            let unit = &self.units[at];
            if unit.phrase().is_none()
                && unit.has(|class| matches!(class, Class::Presence | Class::Company | Class::Circumstance))
            {
                // بحضور فلان وفلان: they receive him, too.
                at = if self.bare_party(at + 1) { self.list(at + 1).end } else { at + 1 };
                continue;
            }
            if self.is_named_foreigner(at, land) && self.stands_free(from, at) {
                return Some(Parties { confidence: 0.85, ..self.list(at) });
            }
            at += 1;
        }
        None
    }

    /// Whether the clause of a verb ends at a unit, or another opens there.
    fn ends_way_to_guest(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let opens = |class| matches!(class, Class::Complement | Class::Relative | Class::Where);
        unit.is_stop() || unit.kind == Kind::Verb || unit.phrase().is_none() && unit.has(opens)
    }

    /// Whether somebody of another country than one is named at a unit, or somebody new with his office.
    fn is_named_foreigner(&self, at: usize, land: Referent) -> bool {
        let other = |phrase: &Phrase, who: Referent| match self.country_of(who) {
            Some(own) => own != land,
            None => phrase.office.is_some() && matches!(who, Referent::New(_)),
        };
        self.bare_party(at)
            && self.unit_phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Person
                    && phrase.named
                    && phrase.clitics == Clitics::NONE
                    && phrase.referents.first().is_some_and(|&who| other(phrase, who))
            })
    }

    /// Whether a comma or words for where or when it was stand right before a unit, and nothing that governs it.
    fn stands_free(&self, from: usize, at: usize) -> bool {
        const NEAR: usize = 8;
        let first = at.saturating_sub(NEAR).max(from);
        at > from && (self.units[at - 1].is_comma() || (first..at).any(|before| self.skip_adverbials(before) == at))
    }
}
