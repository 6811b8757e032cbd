//! Whom a threat is aimed at by a pronoun: انتقد ترامب إيران، وهدد بضربها; وهدد بفرض عقوبات عليها.
//!
//! The verb comes in; the one party goes out that the text has named before and that the pronoun behind the deed can mean.

use super::clause::{Clause, Parties, Party, agrees};
use super::status::is_harm;
use super::unit::{Kind, Unit};
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, PrepId};
use crate::mention::PhraseKind;

/// How far behind the deed the pronoun may stand: بضرب منشآتها النووية, بفرض عقوبات اقتصادية قاسية عليها.
const REACH: usize = 5;

impl Clause<'_> {
    /// هدد بضربها, بفرض عقوبات عليها, بضرب منشآتها: to whom the deed behind a preposition is to be done, as a pronoun tells.
    pub(super) fn menaced(&self, at: usize, preposition: PrepId, subject: Option<&Parties>) -> Parties {
        let Some(subject) = subject.filter(|own| !own.is_empty() && !own.opaque) else { return Parties::default() };
        let own = self.subjects[at].as_ref().filter(|own| !own.carried);
        let from = own.map_or(at + 1, |own| own.end.max(at + 1));
        let end = self.units.len();
        let Some(deed) = (from..end.min(from + 2)).find(|&i| self.has_clitic(i, preposition)) else {
            return Parties::default();
        };
        let harms = |i: usize| i < end && self.units[i].phrase().is_none() && self.tells(i, is_harm);
        if !harms(deed) && !harms(deed + 1) {
            return Parties::default();
        }
        let limit = |unit: &Unit| {
            unit.is_mark()
                || unit.kind == Kind::Verb
                || unit.phrase().is_some()
                || unit
                    .has(|class| matches!(class, Class::Complement | Class::If | Class::Circumstance | Class::Relative))
        };
        let mut behind = (deed..end.min(deed + REACH)).take_while(|&i| !limit(&self.units[i]));
        let found = behind.find_map(|i| Some((i, self.pronoun_gender_on(i)?)));
        let Some((pronoun, gender)) = found else { return Parties::default() };
        // هددت روسيا بسحب قواتها: of what is somebody's it may be the threatener's own.
        let reflexive = pronoun != deed
            && !self.units[pronoun].has(|class| matches!(class, Class::PrepPronoun(_)))
            && subject.list.iter().all(|own| agrees(*own, Some(gender)));
        if reflexive {
            return Parties::default();
        }
        let fits = |party: &Party| {
            let power =
                matches!(party.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Person | PhraseKind::Agent);
            let he = gender == Gender::Masculine && party.kind == PhraseKind::Country;
            power && !he && agrees(*party, Some(gender)) && self.are_apart(&subject.list, &[*party])
        };
        let named = (0..at)
            .filter(|&i| self.bare_party(i) || self.unit_phrase(i).is_some_and(|p| p.kind != PhraseKind::Demonym));
        let mut here: Vec<Party> = Vec::new();
        for party in named.flat_map(|i| self.parties_of(i)).filter(fits) {
            if here.iter().all(|known| known.referent != party.referent) {
                here.push(party);
            }
        }
        let list = if here.is_empty() { self.memory.addressed.iter().copied().filter(fits).collect() } else { here };
        if list.len() == 1 { Parties::new(list, 0.85, pronoun + 1) } else { Parties::default() }
    }

    /// بضربها, منشآتها, عليها: the gender of whom a singular pronoun on a unit means.
    fn pronoun_gender_on(&self, at: usize) -> Option<Gender> {
        let unit = &self.units[at];
        // بأنها ستضرب: a clause of its own.
        if self.shapes[at].opens_content || unit.is(Class::Complement) {
            return None;
        }
        let own = unit.owner().or(unit.pronoun.filter(|_| unit.has(|class| matches!(class, Class::PrepPronoun(_)))));
        if let Some(pronoun) = own {
            return pronoun.gender.filter(|_| pronoun.number == Number::Singular && !pronoun.speaks);
        }
        // بحرب نووية: of a plain word what ends like "his" may be the ending of a feminine.
        let hers = unit.kind == Kind::Word && self.shapes[at].suffix && !self.shapes[at].feminine;
        hers.then_some(Gender::Feminine)
    }
}
