//! Whom a preposition governs.

use std::ops::ControlFlow::{Break, Continue};

use super::clause::{Clause, Parties, Party};
use super::governed_way::Way;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, PrepId};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    pub(super) fn governs(&self, at: usize, preposition: PrepId) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        if unit.kind == Kind::Function
            && unit.has(|class| matches!(class, Class::Prep(id) | Class::PrepPronoun(id) if id == preposition))
        {
            return true;
        }
        let clitic = if unit.clitics.has(Clitics::LI) {
            self.knowledge.lexicon.preposition_id("ل")
        } else if unit.clitics.has(Clitics::BI) {
            self.knowledge.lexicon.preposition_id("ب")
        } else {
            None
        };
        clitic == Some(preposition)
    }

    /// "between their national security teams", "with their governments": the countries of those who are spoken of.
    pub(super) fn teams(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let owner = self.units.get(at + 1).filter(|unit| unit.case == Some(Case::Owner))?;
        let plural = self.unit_phrase(at + 1)?.number != Number::Singular;
        let words = |i: &usize| {
            let unit = &self.units[*i];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb
        };
        let end = (at + 2..self.units.len().min(at + 2 + WORDS))
            .take_while(words)
            .find(|&i| self.units[i].is(Class::Agent) || self.shapes[i].plural && self.units[i].kind == Kind::Word)?;
        if !owner.possessive || !plural || !self.units[end].is(Class::Agent) {
            return None;
        }
        let mut list: Vec<Party> = Vec::new();
        for member in self.parties_of(at + 1) {
            let referent = self.country_of(member.referent).unwrap_or(member.referent);
            if list.iter().all(|known| known.referent != referent) {
                list.push(Party { referent, kind: PhraseKind::Country, gender: None, ..member });
            }
        }
        (list.len() > 1).then(|| Parties::new(list, 0.8, end + 1))
    }

    /// "between Kabila's government and M23", "between Syria's army and Israel": the two sides of which at least one is told by whose people they
    /// are; they begin at a unit.
    fn owned_sides(&self, from: usize) -> Option<Parties> {
        const ADJECTIVES: usize = 2;
        let adjective = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none()
                && !unit.is(Class::Agent)
                && (unit.kind == Kind::Word || unit.has(|c| matches!(c, Class::TitleAdjective { .. })))
        };
        // One past the side that begins at a unit, and whether somebody owns it.
        let side = |at: usize| {
            let phrase = self.unit_phrase(at)?;
            if self.bare_party(at) {
                return Some((at + 1, false));
            }
            let owner = matches!(phrase.kind, PhraseKind::Country | PhraseKind::Person | PhraseKind::Body);
            let words = (at + 1..self.units.len()).take(ADJECTIVES).take_while(adjective).count();
            let people = at + 1 + words;
            let acts = self.units.get(people).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Agent));
            (owner && acts && self.units[at].possessive && self.units[at].case.is_none()).then_some((people + 1, true))
        };
        let (and, first_owned) = side(from)?;
        let joined = self.units.get(and).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let (end, second_owned) = side(and + 1).filter(|_| joined)?;
        let mut list = self.parties_of(from);
        list.extend(self.parties_of(and + 1));
        (list.len() == 2 && (first_owned || second_owned)).then(|| Parties::new(list, 0.85, end))
    }

    /// The list behind the preposition at a unit (or on it, as a clitic).
    pub(super) fn governed(&self, at: usize, inside: bool) -> Option<Parties> {
        if self.lang == Lang::En
            && let Some(found) = self.governed_people(at)
        {
            return Some(found);
        }
        if let Some(phrase) = self.unit_phrase(at) {
            if phrase.kind == PhraseKind::Demonym && !phrase.named {
                return Some(Parties::new(self.parties_of(at), 0.8, at + 1)).filter(|_| self.lang == Lang::Ar);
            }
            return Some(self.list(at));
        }
        if let Some(town) = self.town_of_gateway(at) {
            return Some(town);
        }
        let words = usize::from(self.is_place_head_governed(at));
        let mut way = Way { at, next: at + 1, words, inside };
        while let Some(unit) = self.units.get(way.next) {
            match self.step_to_governed(way, unit) {
                Continue(on) => way = on,
                Break(found) => return found,
            }
        }
        None
    }

    /// Whom English tells behind a preposition by words of its own: teams, two sides of which one is owned, groups, officials.
    fn governed_people(&self, at: usize) -> Option<Parties> {
        if let Some(found) = self.teams(at) {
            return Some(found);
        }
        if self.is_preposition_of(at, "between")
            && let Some(found) = self.owned_sides(at + 1)
        {
            return Some(found);
        }
        if self.unit_phrase(at).is_some() {
            return None;
        }
        if let Some(found) = self.commander_behind(at) {
            return Some(found);
        }
        self.named_group(at + 1).or_else(|| self.included(at + 1)).or_else(|| self.officials_in(at + 1))
    }

    /// للعاصمة السورية, بالعاصمة الجزائرية: whether the preposition is on the word for a kind of place.
    fn is_place_head_governed(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && self.units.get(at).is_some_and(|unit| {
                unit.is(Class::PlaceHead) && (unit.clitics.has(Clitics::LI) || unit.clitics.has(Clitics::BI))
            })
    }

    /// بالغارات الأمريكية والإسرائيلية: the countries of an Arabic adjective and of those joined to it.
    pub(super) fn nationalities(&self, at: usize) -> Parties {
        let mut list = self.parties_of(at);
        let mut end = at + 1;
        let joined = |at: usize| {
            self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym && p.clitics == Clitics::WA && !p.named)
        };
        while self.lang == Lang::Ar && joined(end) {
            list.extend(self.parties_of(end));
            end += 1;
        }
        Parties::new(list, 0.75, end)
    }

    /// "to the Kenyan capital": whether a kind of place stands at a unit, and no name behind it.
    pub(super) fn is_unnamed_capital(&self, at: usize) -> bool {
        let head =
            |at: usize| self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::PlaceHead));
        let named = self.unit_phrase(at + 1).is_some_and(|phrase| phrase.named);
        let of_place = at + 1 < self.units.len() && self.is_of_place(at + 1);
        head(at) && !head(at + 1) && !named && !of_place
    }

    /// Returns whether a unit is the "of" behind a kind of place: "the town of Homs".
    pub(super) fn is_of_place(&self, at: usize) -> bool {
        self.lang == Lang::En
            && self.units[at - 1].phrase().is_none()
            && self.units[at - 1].is(Class::PlaceHead)
            && self.is_preposition_of(at, "of")
    }

    /// العاصمة السعودية الرياض: whether a country only says whose the place behind it is.
    pub(super) fn placed(&self, at: usize) -> bool {
        let whose = |kind| matches!(kind, PhraseKind::Country | PhraseKind::Demonym);
        self.lang == Lang::Ar
            && at > 0
            && self.units[at - 1].is(Class::PlaceHead)
            && self.unit_phrase(at).is_some_and(|phrase| whose(phrase.kind) && phrase.clitics == Clitics::NONE)
            && self.unit_phrase(at + 1).is_some_and(|p| p.kind == PhraseKind::Place && p.clitics == Clitics::NONE)
    }

    /// "the largely rebel-held northern province of": what kind of place it is stands a few words on.
    pub(super) fn heads_place(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let words = self.units[at..].iter().take(WORDS).take_while(|unit| !unit.is_mark() && !unit.is_preposition());
        words.into_iter().any(|unit| unit.is(Class::PlaceHead))
    }

    /// "such as", "including", "like": an example of what stands before.
    pub(super) fn is_example(&self, unit: &Unit) -> bool {
        ["such as", "including"].iter().any(|word| {
            let id = self.knowledge.lexicon.preposition_id(word);
            id.is_some() && unit.has(|class| matches!(class, Class::Prep(p) if Some(p) == id))
        })
    }

    /// "its right to defend itself against rocket attacks": right behind "itself against".
    pub(super) fn is_in_defence(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .any(|i| i > 0 && self.is_preposition_of(i, "against") && self.units[i - 1].case == Some(Case::Thing))
    }
}
