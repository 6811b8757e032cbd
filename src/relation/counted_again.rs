//! Arabic: more than two who were named before, by their number, and those who hold an office of countries named before: القادة
//! الثلاثة, الدول الأربع, رئيسا البلدين, وزراء خارجية الدول الثلاث.

use super::clause::{Clause, Parties, Party, is_person};
use crate::document::Lang;
use crate::gazetteer::OfficeId;
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

/// Those who lead a country, of whom newspapers say "the presidents" or "the leaders".
const LEADERS: [&str; 8] =
    ["president", "king", "emir", "sultan", "head_of_state", "prime_minister", "chancellor", "supreme_leader"];

impl Clause<'_> {
    /// الدول الثلاث: as many countries as were named in one list, in this sentence or before, or as many as whose people met.
    pub(super) fn several_countries(&self, at: usize) -> Vec<Party> {
        let count = self.shapes[at].several;
        let here = self.countries_before(at);
        let listed = self.listed_before(at, count);
        let met = self.countries_of(&self.memory.table);
        let group = self.countries_of(&self.memory.group);
        let subject = self.countries_of(&self.memory.subject);
        [here, listed, self.memory.nations.clone(), subject, met, group]
            .into_iter()
            .find(|found| found.len() == count)
            .unwrap_or_default()
    }

    /// الأزمة بين قطر من جهة والسعودية والإمارات والبحرين ومصر: the last list of so many countries before a unit, where more are named.
    fn listed_before(&self, at: usize, count: usize) -> Vec<Party> {
        let country = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        let mut last = Vec::new();
        let mut first = 0;
        while first < at.min(self.units.len()) {
            if !country(first) {
                first += 1;
                continue;
            }
            let end = (first + 1..at).take_while(|&next| country(next) && self.units[next].clitics.has_conjunction());
            let end = end.last().map_or(first + 1, |last| last + 1);
            let found = self.countries_of(&self.list_until(first, end).list);
            if found.len() == count {
                last = found;
            }
            first = end;
        }
        last
    }

    /// The countries of parties, once each; none where one of them is no country's.
    pub(super) fn countries_of(&self, list: &[Party]) -> Vec<Party> {
        let mut countries: Vec<Party> = Vec::new();
        for party in list {
            let country = match party.kind {
                PhraseKind::Country | PhraseKind::BothCountries | PhraseKind::Agent => Some(party.referent),
                _ => self.country_of(party.referent),
            };
            let Some(referent) = country else { return Vec::new() };
            if countries.iter().all(|known| known.referent != referent) {
                countries.push(Party { referent, span: party.span, kind: PhraseKind::Country, gender: None });
            }
        }
        countries
    }

    /// رئيسا البلدين: the people named before who hold that office, else its holders in the countries named before, else the countries.
    pub(super) fn heads_of_both(&self, at: usize) -> Vec<Party> {
        let Some(office) = self.unit_phrase(at).and_then(|phrase| phrase.office) else { return Vec::new() };
        let people = if self.shapes[at].several > 2 { self.several(at) } else { self.both_people(at) };
        if !people.is_empty() && people.iter().all(|party| self.may_head(party, office)) {
            return people;
        }
        let countries =
            if self.shapes[at].several > 2 { self.several_countries(at) } else { self.countries_headed(at) };
        let holders: Vec<Party> = countries.iter().filter_map(|country| self.holder_of(office, country)).collect();
        if holders.len() == countries.len() { holders } else { countries }
    }

    /// وعرضت تركيا استضافة قمة بين رئيسي البلدين: the two countries of the sentence before, where the own one is another.
    fn countries_headed(&self, at: usize) -> Vec<Party> {
        let two = self.both_countries(at);
        if !two.is_empty() {
            return two;
        }
        let here = self.countries_before(at);
        let known = |party: &Party| self.memory.countries.iter().any(|other| other.referent == party.referent);
        if here.iter().any(known) { Vec::new() } else { self.memory.countries.clone() }
    }

    fn holder_of(&self, office: OfficeId, country: &Party) -> Option<Party> {
        let Referent::Known(of) = country.referent else { return None };
        let gazetteer = &self.knowledge.gazetteer;
        let holder = gazetteer.holder(office, of, self.day?)?;
        let (referent, gender) = (Referent::Known(holder), gazetteer.get(holder).gender);
        Some(Party { referent, span: None, kind: PhraseKind::Person, gender })
    }

    /// Whether somebody named before may hold an office of a country: of a listed person the terms tell that had begun by the day.
    fn may_head(&self, party: &Party, office: OfficeId) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let name = offices.name(office);
        let same = |own: OfficeId| {
            own == office
                || matches!(name, "president" | "leader" | "head_of_state") && LEADERS.contains(&offices.name(own))
        };
        let begun = |term: &crate::gazetteer::Term| {
            self.day.is_none_or(|day| term.start.is_none_or(|start| start.first_day() <= day))
        };
        match party.referent {
            Referent::Known(key) => {
                is_person(*party) && offices.of_person(key).any(|term| same(term.office) && begun(term))
            }
            Referent::New(_) => is_person(*party),
        }
    }

    /// The last list of two or more countries in the sentence, by their names.
    pub(super) fn listed_countries(&self) -> Option<Vec<Party>> {
        let country = |at: usize| {
            self.bare_party(at) && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Country)
                || self
                    .unit_phrase(at)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Country && phrase.clitics.has_preposition())
        };
        if self.lang != Lang::Ar {
            return None;
        }
        let mut last = None;
        let mut at = 0;
        while at < self.units.len() {
            if !country(at) {
                at += 1;
                continue;
            }
            let found = self.joined_countries(at, self.list(at));
            let named = found.list.iter().all(|party| party.kind == PhraseKind::Country);
            if found.list.len() > 1 && named {
                last = Some(found.list);
            }
            at = found.end.max(at + 1);
        }
        last
    }

    /// كانت مصر وتونس وليبيا قطعت: those of a list that a verb behind it might part from the rest, all of them countries.
    fn joined_countries(&self, first: usize, found: Parties) -> Parties {
        let joined = |at: &usize| {
            self.unit_phrase(*at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Country && phrase.clitics == Clitics::WA)
        };
        let end = first + 1 + (first + 1..self.units.len()).take_while(joined).count();
        if end > found.end { self.list_until(first, end) } else { found }
    }
}
