//! The people whom a text names of a delegation or a group: وفدا برئاسة فلان, مسؤولين أبرزهم فلان.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Membership};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How many units may stand between a group and the word that names its members.
const REACH: usize = 12;

impl Clause<'_> {
    /// The members named of the group that begins at `from`; a delegation may also be told by who leads it.
    pub(super) fn members(&self, from: usize, delegation: bool) -> Option<Parties> {
        if self.lang != Lang::Ar {
            return None;
        }
        let mut delegation = delegation;
        for at in from..self.units.len().min(from + REACH) {
            let unit = &self.units[at];
            let role = unit.classes.iter().find_map(|&class| match class {
                Class::Members(role) => Some(role),
                _ => None,
            });
            if let Some(role) = role
                && (role == Membership::Plural || delegation || at == from + 1)
                && let Some(found) = self.people_at(at + 1)
            {
                return Some(found);
            }
            // الذي يضم: the relative clause that names them.
            let names_them = self.units.get(at + 1).is_some_and(|next| next.has(|c| matches!(c, Class::Members(_))));
            if unit.is_stop()
                || unit.is(Class::Complement)
                || (unit.is(Class::Relative) || unit.kind == Kind::Verb) && role.is_none() && !names_them
            {
                return None;
            }
            // Another party stands between: the word speaks of that one.
            if at > from && self.interrupts(at) {
                return None;
            }
            delegation |= unit.delegation;
        }
        None
    }

    /// Returns whether a phrase is a party of its own, not one that a preposition or noun before it ties to the group.
    fn interrupts(&self, at: usize) -> bool {
        let Some(phrase) = self.unit_phrase(at) else { return false };
        let before = &self.units[at - 1];
        match phrase.kind {
            PhraseKind::Person => self.parties_of(at).iter().any(|party| self.is_human(party)),
            PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body | PhraseKind::Place => {
                phrase.clitics == Clitics::NONE && !before.is_preposition() && before.kind != Kind::Word
            }
            _ => false,
        }
    }

    /// A list of people at a unit, behind كل من and the like.
    fn people_at(&self, at: usize) -> Option<Parties> {
        let mut at = at;
        while self
            .units
            .get(at)
            .is_some_and(|unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Each | Class::Skip)))
        {
            at += 1;
        }
        let first = self.unit_phrase(at)?;
        if first.clitics != Clitics::NONE || !matches!(first.kind, PhraseKind::Person | PhraseKind::Unknown) {
            return None;
        }
        let mut found = self.list(at);
        found.list.retain(|party| self.is_human(party));
        // قمة قادة أبرزهم فلان وفلان: not each met each.
        (!found.is_empty()).then_some(Parties { confidence: 0.85, group: true, ..found })
    }
}
