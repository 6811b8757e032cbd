//! Arabic: where somebody went, told by a word for countries: زار دولا أوروبية شملت فرنسا وقبرص, كانت قبرص أول دولة زارها فلان.

use super::clause::{Clause, Parties, Party};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// تشمل ثلاث دول: السودان وإثيوبيا وكينيا: the places that stand behind a mark at a unit which parts them from a word for them.
    pub(super) fn lands_behind_mark(&self, mark: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        if self.lang != Lang::Ar || !self.units[mark].is_mark() || !self.is_land(mark + 1) {
            return None;
        }
        let lands = self.lands_before(mark, WORDS)?;
        (lands < mark).then(|| Parties { confidence: 0.85, ..self.list(mark + 1) })
    }

    /// زار دولا أوروبية شملت فرنسا: who visited the places that a verb behind the word for them tells by name.
    pub(super) fn visitor_of_lands(&self, verb: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        const REACH: usize = 12;
        if self.lang != Lang::Ar || self.units[verb].kind != Kind::Verb || self.units[verb].clitics != Clitics::NONE {
            return None;
        }
        let lands = self.lands_before(verb, WORDS)?;
        let open = |before: &usize| !self.units[*before].is_stop();
        let went = (lands.saturating_sub(REACH)..lands)
            .rev()
            .take_while(open)
            .find(|&before| self.units[before].kind == Kind::Verb)
            .filter(|&went| self.tells(went, |told| told == Predicate::Visited))?;
        // التقى مسؤولين في دول: where somebody is whom he met is no place that he went to.
        let people = (went + 1..lands).any(|at| self.units[at].phrase().is_none() && self.units[at].is(Class::Agent));
        let found = self.subjects[went].as_ref().filter(|_| !people)?;
        let human = !found.is_empty() && found.list.iter().all(|party| self.is_human(party));
        human.then(|| Parties { confidence: found.confidence * 0.9, ..found.clone() })
    }

    /// دولا أوروبية وعربية: where the word for several places stands that ends at a unit, over what is said of them.
    fn lands_before(&self, end: usize, words: usize) -> Option<usize> {
        let plain = |at: &usize| {
            let unit = &self.units[*at];
            let word = unit.phrase().is_none() && !unit.is_preposition();
            word && matches!(unit.kind, Kind::Word | Kind::Function)
                || self.unit_phrase(*at).is_some_and(|phrase| {
                    matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Agent | PhraseKind::Unknown)
                        && phrase.referents.is_empty()
                })
        };
        (end.saturating_sub(words)..end).rev().take_while(plain).find(|&at| self.units[at].is(Class::Lands))
    }

    /// كانت قبرص أول دولة زارها فلان, قبرص هي المحطة الثانية التي زارها: the one country of which a clause says that somebody went there.
    pub(super) fn land_said_visited(&self, verb: usize) -> Option<Party> {
        const WORDS: usize = 6;
        let feminine = |object: crate::lexicon::Pronoun| object.gender == Some(crate::gazetteer::Gender::Feminine);
        if self.lang != Lang::Ar || !self.units[verb].verb().is_some_and(|(.., object)| object.is_some_and(feminine)) {
            return None;
        }
        let behind = verb - usize::from(verb > 0 && self.units[verb - 1].is(Class::Relative));
        let plain = |at: &usize| {
            let unit = &self.units[*at];
            let pronoun = self.unit_phrase(*at).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun);
            unit.kind != Kind::Verb
                && !unit.is_preposition()
                && !unit.is_mark()
                && !unit.clitics.has_conjunction()
                && unit.clitics == Clitics::NONE
                && (unit.phrase().is_none() || pronoun || !self.is_land(*at) && self.parties_of(*at).is_empty())
        };
        let words = (behind.saturating_sub(WORDS)..behind).rev().take_while(plain).count();
        let land = behind.checked_sub(1 + words).filter(|&land| words > 0 && self.is_land(land))?;
        // تعد تونس أول دولة: the verb that says so is spelt like another, too.
        let opens = |before: usize| {
            let unit = &self.units[before];
            unit.is_mark()
                || unit.phrase().is_none()
                    && (unit.kind == Kind::Verb
                        || unit.has(|class| matches!(class, Class::Auxiliary | Class::Complement | Class::Conj)))
        };
        if !land.checked_sub(1).is_none_or(opens) {
            return None;
        }
        match self.parties_of(land).as_slice() {
            [party] => Some(*party),
            _ => None,
        }
    }

    /// Whether a place or country stands at a unit without a preposition.
    fn is_land(&self, at: usize) -> bool {
        self.bare_party(at)
            && self.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
    }

    /// قبرص أول دولة زارها فلان: who stands behind the verb of whom such a clause tells.
    pub(super) fn visitor_behind(&self, verb: usize) -> Option<Parties> {
        let visits = self.tells(verb, |told| told == Predicate::Visited);
        let land = if visits { self.land_said_visited(verb)? } else { return None };
        let next = self.skip_adverbials(verb + 1);
        let found = if self.bare_party(next) { self.list(next) } else { return None };
        let other = found.list.iter().all(|party| party.referent != land.referent && self.is_human(party));
        (other && !found.is_empty()).then_some(Parties { confidence: 0.85, ..found })
    }
}
