//! Whose an English noun is: its possessor or "of", the adjectives and names before it, and his, her or their.
//!
//! What another language does with these `whose`, `adjective` and `suffix` tell.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Pronoun};
use crate::mention::{Phrase, PhraseKind, Referent};

impl Clause<'_> {
    /// The possessor before a noun, or who stands behind its "of".
    pub(super) fn genitive_en(&self, at: usize) -> Parties {
        if let Some(possessor) = self.possessor_before(at) {
            return possessor;
        }
        if let Some(of) = self.knowledge.lexicon.preposition_id("of")
            && at + 1 < self.units.len()
            && self.governs(at + 1, of)
            // "a meeting of the U.S.-Israel group": whoever met there.
            && !self.is_second_of_pair(at + 3)
        {
            return self.governed(at + 1, true).unwrap_or_default();
        }
        Parties::default()
    }

    /// "Obama's first visit": who stands with 's before a noun, over a few words.
    fn possessor_before(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        for before in (at.saturating_sub(WORDS)..at).rev() {
            let unit = &self.units[before];
            let beside = before + 1 == at;
            if self.unit_phrase(before).is_some() {
                if unit.possessive {
                    return Some(Parties::new(self.parties_of(before), 0.92, at + 1));
                }
                // "Hariri's Baghdad talks with": where they are.
                if beside && self.is_place_of(before, at) {
                    continue;
                }
                // "for Kerry visit to Cairo": a headline leaves the 's out.
                let headline = beside && self.names_visit_of(before, at);
                return headline.then(|| Parties::new(self.parties_of(before), 0.8, at + 1));
            }
            if unit.is_mark()
                || unit.kind == Kind::Verb
                || unit.is_preposition()
                || self.has_article(before + 1)
                || self.has_article(before)
            {
                return None;
            }
        }
        None
    }

    /// "the Russian-American summit", "US-Russia talks": the adjectives and names before a noun that tell whose it is.
    pub(super) fn adjectives_en(&self, at: usize) -> Parties {
        let mut list = Vec::new();
        let mut before = self.over_body_of_two(at).unwrap_or(at);
        while before > 0 {
            before -= 1;
            let first = list.is_empty();
            let Some(phrase) = self.unit_phrase(before) else {
                if self.parts_from_adjective(before, at, first) {
                    continue;
                }
                break;
            };
            if !self.is_adjective_before(before, phrase, at, first) {
                break;
            }
            let mut parties = self.parties_of(before);
            parties.append(&mut list);
            list = parties;
            let apart = before > 0 && self.units[before - 1].is_comma();
            if let Some(joined) = self.joined_adjective(before) {
                before = joined + 1;
                continue;
            }
            if !self.units[before].hyphen && !apart {
                break;
            }
        }
        Parties::new(list, 0.85, at + 1)
    }

    /// Returns whether a word or comma may stand between an adjective and its noun, or the adjective behind it.
    fn parts_from_adjective(&self, before: usize, at: usize, first: bool) -> bool {
        let unit = &self.units[before];
        if !first {
            return unit.is_comma();
        }
        // "Russian cross-border attacks": a word of two parts.
        let compound = before + 2 == at && self.units[before + 1].hyphen
            || before + 1 == at && unit.hyphen && unit.kind != Kind::Noun;
        unit.kind == Kind::Word && before + 1 == at || compound
    }

    /// Returns whether a phrase before a noun says whose it is: an adjective, a country, or a name that a hyphen joins to another.
    fn is_adjective_before(&self, before: usize, phrase: &Phrase, at: usize, first: bool) -> bool {
        let unit = &self.units[before];
        let adjective = match phrase.kind {
            PhraseKind::Demonym | PhraseKind::Country => true,
            // "the Trump-Putin summit"
            PhraseKind::Person => self.units[if first { before } else { before + 1 }].hyphen,
            PhraseKind::Body if first => {
                let compound = before + 3 == at && self.units[before + 2].hyphen;
                before + 1 == at || compound || unit.hyphen
            }
            PhraseKind::Body => self.units[before + 1].hyphen,
            _ => false,
        };
        // "a White House meeting" is where it is.
        let house = || {
            first && !unit.hyphen && self.is_house(before) && self.tells(at, |told| told.family() == Family::Contact)
        };
        adjective && !unit.possessive && !house()
    }

    /// "his visit", "their first talks": whom the pronoun before a noun means.
    pub(super) fn suffix_en(&self, at: usize) -> Parties {
        for before in (at.saturating_sub(3)..at).rev() {
            if self.has_article(before + 1) {
                break;
            }
            if before + 1 == at && self.is_place_of(before, at) {
                continue;
            }
            let Some(phrase) = self.unit_phrase(before) else { continue };
            if phrase.kind == PhraseKind::Pronoun {
                let pronoun = Pronoun { gender: phrase.gender, number: phrase.number, speaks: false };
                return Parties::new(self.pronoun(before, pronoun), 0.75, at + 1);
            }
            break;
        }
        Parties::default()
    }

    /// Returns whether a person without 's stands before a noun of travel whose person he is: "over Obama visit to".
    fn names_visit_of(&self, person: usize, noun: usize) -> bool {
        let who = self.bare_party(person)
            && self.unit_phrase(person).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        let led = person > 0 && self.units[person - 1].phrase().is_none() && self.units[person - 1].is_preposition();
        who && led
            && self.is_preposition_of((noun + 1).min(self.units.len() - 1), "to")
            && self.tells(noun, |told| told == Predicate::Visited)
    }

    /// Returns whether an article stands right before a word, so that no possessor does.
    pub(super) fn has_article(&self, at: usize) -> bool {
        self.units[at].determined && self.units[at].phrase().is_none() && !self.is_behind_demonym(at)
    }

    /// Returns whether a demonym stands right before a unit.
    fn is_behind_demonym(&self, at: usize) -> bool {
        at > 0 && self.unit_phrase(at - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym)
    }

    /// "the French and British strikes", "US and British forces": the adjective that "and" joins to an English one at a unit, both of them
    /// whose the noun behind is.
    fn joined_adjective(&self, at: usize) -> Option<usize> {
        let demonym = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let and = at.checked_sub(1).filter(|&and| self.units[and].is(Class::Conj) && demonym(at))?;
        let first = and.checked_sub(1).filter(|&first| !self.units[first].possessive && !self.shapes[and].or)?;
        let country = self.unit_phrase(first).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        // "from Germany and Turkish forces"
        let governed = || first.checked_sub(1).is_some_and(|before| self.units[before].is_preposition());
        (demonym(first) || country && !governed()).then_some(first)
    }

    /// "condemned Turkish and Russian attacks": adjectives that follow the one of whose deed a verb speaks, up to the noun that is theirs.
    pub(super) fn adjectives_behind(&self, from: usize, found: &mut Parties) {
        let [party] = found.list.as_slice() else { return };
        let stands = |&at: &usize| self.unit_phrase(at).is_some_and(|phrase| Some(phrase.span) == party.span);
        let Some(mut at) = (from..self.units.len().min(found.end + 2)).find(stands) else { return };
        while let Some(next) = (at + 2..self.units.len().min(at + 4)).find(|&next| {
            self.joined_adjective(next).is_some_and(|first| first == at)
                || next == at + 2
                    && self.units[at + 1].is_comma()
                    && self.units.get(next + 1).is_some_and(|and| and.is(Class::Conj))
                    && next + 2 < self.units.len()
                    && self.joined_adjective(next + 2) == Some(next)
        }) {
            found.list.extend(self.parties_of(next));
            found.end = found.end.max(next + 1);
            at = next;
        }
    }

    /// "the U.S.-EU Trade and Technology Council meeting": the end of the two countries whose common body it is.
    fn over_body_of_two(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 7;
        let of_name = |i: &usize| {
            let unit = &self.units[*i];
            let body = self.unit_phrase(*i).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
            unit.hyphen
                || self.shapes[*i].bracketed
                || unit.is_comma()
                || body
                || matches!(unit.kind, Kind::Word | Kind::Noun)
                || unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::Conj | Class::Attracts))
        };
        let second = (at.saturating_sub(WORDS)..at).rev().take_while(of_name).find(|&i| self.is_second_of_pair(i))?;
        (second + 1 < at).then_some(second + 1)
    }

    /// Returns whether a country or body is joined by a hyphen to another before it.
    fn is_second_of_pair(&self, at: usize) -> bool {
        let power = |at: usize| {
            self.unit_phrase(at)
                .is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Demonym))
        };
        at > 0 && self.units.get(at).is_some_and(|unit| unit.hyphen) && power(at) && power(at - 1)
    }

    /// "White House", "Kremlin", "Downing Street": whether an English phrase names a house that a government sits in.
    pub(super) fn is_house(&self, at: usize) -> bool {
        const HOUSES: [&str; 4] = ["org:white-house", "org:kremlin", "org:elysee", "org:downing-street"];
        let referents = self.unit_phrase(at).map_or(&[][..], |phrase| phrase.referents.as_slice());
        let house = |referent: &Referent| match *referent {
            Referent::Known(key) => HOUSES.contains(&self.knowledge.gazetteer.get(key).id),
            Referent::New(_) => false,
        };
        self.lang == Lang::En && referents.first().is_some_and(house)
    }
}
