//! Which bearer of a name is likelier: offices and their terms, countries spoken of, fame, titles of rulers.

use super::name::Context;
use super::reader::Reader;
use super::scan::Hit;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{AliasKind, EntityId, EntityKind, Number, OfficeId, State};
use crate::text::Clitics;

/// What it weighs that of two whom the document names, and who share a surname, one heads a state.
const HEAD: i64 = 8;

impl Reader<'_> {
    /// التقى الرئيس مبارك ماهر الحداد: the surname of who holds the office on the day is complete before another's given name.
    pub(super) fn is_complete_holder(&self, key: EntityId, end: usize, context: Context) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let holds = || {
            self.date.is_some_and(|day| {
                offices.of_person(key).any(|term| {
                    Some(term.office) == context.office
                        && (term.start.is_some() || term.end.is_some())
                        && term.covers(day)
                        && (context.of.is_none() || context.of == term.of)
                })
            })
        };
        self.lang == Lang::Ar
            && context.office.is_some_and(|office| !offices.has_many(office))
            && self.is_first_name(end)
            && self.names_on(end + 1)
            && holds()
    }

    /// محافظ حجة, رئيس بلدية الكرك: whether the title of who governs a place ends right before a token.
    pub(super) fn is_governed(&self, at: usize) -> bool {
        const LONGEST: usize = 2;
        let governs = |start: usize| {
            self.title_at(start).is_some_and(|(end, _, _, title)| {
                end == at
                    && title.state == State::Construct
                    && title.number == Number::Singular
                    && title.office.is_some_and(|office| self.is_local(office))
            })
        };
        self.lang == Lang::Ar && self.joined(at) && (at.saturating_sub(LONGEST).max(self.range.0)..at).any(governs)
    }

    /// Returns whether a person holds an office of a country or body, or one for it, on the day of the document.
    pub(super) fn serves(&self, person: EntityId, owner: EntityId) -> bool {
        let entity = self.knowledge.gazetteer.traits(person);
        let Some(day) = self.date.filter(|_| entity.kind == EntityKind::Person) else { return false };
        let mut terms = self.knowledge.gazetteer.offices().of_person(person);
        terms.any(|term| {
            (term.start.is_some() || term.end.is_some())
                && term.covers(day)
                && (term.of == Some(owner) || entity.country == Some(owner))
        })
    }

    /// Returns whether a person holds an office of rulers on the day of the document.
    pub(super) fn reigns(&self, person: EntityId, office: Option<OfficeId>) -> bool {
        let (Some(day), Some(office)) = (self.date, office) else { return false };
        let offices = self.knowledge.gazetteer.offices();
        (offices.kind(office).regnal || offices.name(office) == "pope")
            && offices.of_person(person).any(|term| term.office == office && term.covers(day))
    }

    /// Returns whether a person heads a country or body on the day of the document.
    pub(super) fn heads_somebody(&self, person: EntityId) -> bool {
        let Some(day) = self.date else { return false };
        let offices = self.knowledge.gazetteer.offices();
        offices.of_person(person).any(|term| term.covers(day) && offices.kind(term.office).heads.is_some())
    }

    /// Returns whether a surname behind a title may be a person's: the country is spoken of, or the office is the person's.
    pub(super) fn is_near(&self, key: EntityId, context: Context) -> bool {
        let country = self.knowledge.gazetteer.country_of(key);
        country.is_none_or(|country| self.countries.contains(&country)) || self.holds(key, context.office)
    }

    /// Returns whether a surname alone means a well-known office holder of the day: no other name stands beside it.
    pub(super) fn is_prominent(&self, at: usize, hit: &Hit, key: EntityId) -> bool {
        const WELL_KNOWN: u64 = 60;
        let entity = self.knowledge.gazetteer.traits(key);
        if entity.kind != EntityKind::Person || entity.weight < WELL_KNOWN || hit.clitics.has(Clitics::KA) {
            return false;
        }
        let Some(day) = self.date else { return false };
        let offices = self.knowledge.gazetteer.offices();
        let serves = offices.of_person(key).any(|term| {
            // Deputies, and who heads a mere region or a party, are not known by the surname alone.
            let lesser_body = |of| {
                let of = self.knowledge.gazetteer.get(of);
                of.kind == EntityKind::Region || of.subkind == "party"
            };
            let lesser = offices.name(term.office).starts_with("deputy_") || term.of.is_some_and(lesser_body);
            !lesser && (term.start.is_some() || term.end.is_some()) && term.covers(day)
        });
        let name_word = |index: usize| {
            self.scan.word(index).is_some_and(|word| self.knowledge.dictionary.is_name_word(word))
                && !self.is_lexical(index)
        };
        let end = hit.end as usize;
        let named =
            self.mentions.last().is_some_and(|found| at > 0 && found.span.end == self.tokens.tokens[at - 1].span.end);
        let before =
            at > self.range.0 && self.joined(at) && name_word(at - 1) && self.title_at(at - 1).is_none() && !named;
        let after = (self.joined(end) && name_word(end) || self.lang == Lang::Ar && self.names_on(end))
            && self.listed_person_at(end).is_none();
        serves && !before && !after
    }

    /// Returns how well an entity fits, or `None` where title and entity contradict each other.
    pub(super) fn weigh(&self, key: EntityId, alias: AliasKind, single: bool, context: Context) -> Option<i64> {
        let gazetteer = &self.knowledge.gazetteer;
        let entity = gazetteer.traits(key);
        let mut score = match entity.kind {
            EntityKind::Country => 60,
            EntityKind::Organisation => 45,
            EntityKind::Person => 40,
            EntityKind::Region => 31,
            EntityKind::City => 20,
        };
        if entity.weight > 1 {
            score += i64::from(entity.weight.ilog10()) * 2;
        }
        if matches!(alias, AliasKind::Name | AliasKind::Official) {
            score += 1;
        }
        if alias == AliasKind::Regnal {
            score += 60;
        }
        if let Some(&count) = self.introduced.get(&key) {
            score += 100 + i64::from(count.min(5));
        } else if self.anticipated.contains(&key) {
            score += 90;
        }
        // "Trump" and ماكرون, where the document has named his wife as well, or goes on to: who heads a state.
        let known = self.introduced.contains_key(&key) || self.anticipated.contains(&key);
        let head = known && single && context.office.is_none() && entity.kind == EntityKind::Person;
        score += if head && self.heads_somebody(key) { HEAD } else { 0 };
        if entity.country.is_some_and(|country| self.countries.contains(&country)) {
            score += 10;
            if entity.kind == EntityKind::Organisation {
                score += entity.country.map_or(0, |country| self.country_share(country));
            }
        }
        if entity.kind == EntityKind::Person {
            score += self.weigh_offices(key, context);
            if let Some(of) = context.of
                && let (Some(country), Some(own)) = (gazetteer.get(of).country, entity.country)
            {
                if country == own {
                    score += 40;
                } else if single && !self.is_introduced(key) {
                    return None;
                } else {
                    score -= 30;
                }
            }
        }
        Some(score)
    }

    /// Returns whether a given name alone means the ruler or heir: not in الأمير عبد العزيز بن مشعل, and not a prince
    /// behind "King".
    pub(super) fn is_regnal(&self, at: usize, person: EntityId, office: Option<OfficeId>) -> bool {
        const ANY_OF_THE_HOUSE: [&str; 2] = ["prince", "princess"];
        let offices = self.knowledge.gazetteer.offices();
        let reigns = office.is_none_or(|office| {
            ANY_OF_THE_HOUSE.contains(&offices.name(office))
                || offices.of_person(person).any(|term| term.office == office)
        });
        reigns && self.is_behind_regnal_title(at)
    }

    /// Returns whether a given name at a token belongs to rulers of whom none is likelier: "King Abdullah" is nobody new.
    pub(super) fn is_shared_regnal(&self, at: usize) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        let regnal = |payload: Payload| matches!(payload, Payload::Alias(index) if gazetteer.alias(index).kind == AliasKind::Regnal);
        at < self.range.1
            && self.is_behind_regnal_title(at)
            && self.scan.at(at).iter().any(|hit| {
                self.knowledge.dictionary.payloads(hit.node).any(regnal) && !self.is_name_like(hit.end as usize)
            })
    }

    /// Returns whether the title of a ruler or of his house stands right before a token: "King" Salman, الأمير تميم.
    pub(super) fn is_behind_regnal_title(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let titles = self.knowledge.gazetteer.titles();
        let is_regnal = |payload: Payload| matches!(payload, Payload::Title(index) if titles[index as usize].regnal);
        (at.saturating_sub(LONGEST).max(self.range.0)..at).any(|start| {
            self.scan.at(start).iter().any(|hit| {
                hit.end as usize == at
                    && hit.kinds.has(Kinds::TITLE)
                    && self.knowledge.dictionary.payloads(hit.node).any(is_regnal)
            })
        })
    }

    pub(super) fn weigh_offices(&self, person: EntityId, context: Context) -> i64 {
        let Some(day) = self.date else { return 0 };
        let mut score = 0;
        let mut tenure = 0;
        for term in self.knowledge.gazetteer.offices().of_person(person) {
            let dated = term.start.is_some() || term.end.is_some();
            let now = if term.covers(day) {
                if dated { 20 } else { 6 }
            } else if term.end.is_some_and(|end| end.last_day() < day && day.year() - end.last_day().year() <= 8) {
                10
            } else {
                1
            };
            tenure = tenure.max(now);
            if context.office == Some(term.office) {
                let whose = context.of.is_none() || context.of == term.of;
                score = score.max(match (term.covers(day), whose) {
                    (true, true) if dated => 170,
                    (true, _) => 60,
                    (false, _) => 20,
                });
            }
        }
        score + tenure
    }
}
