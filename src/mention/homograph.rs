//! A capital and a country that are spelt alike: عمان is Amman or Oman.

use super::kind::MentionType;
use super::phrase::Referent;
use super::reader::Reader;
use super::scan::Hit;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind};
use crate::text::Clitics;

impl Reader<'_> {
    /// عمان is Amman where the document names Jordan, or where it stands as a place, and Oman is named by nothing but these letters.
    pub(super) fn is_homograph(&self, at: usize, hit: &Hit, country: EntityId) -> bool {
        const SHADDA: char = '\u{651}';
        const DAMMA: char = '\u{64F}';
        let gazetteer = &self.knowledge.gazetteer;
        if gazetteer.get(country).kind != EntityKind::Country {
            return false;
        }
        let city_of = |payload: Payload| match payload {
            Payload::Alias(index) => {
                let entity = gazetteer.get(gazetteer.alias(index).entity);
                entity.country.filter(|_| entity.kind == EntityKind::City && &*entity.subkind == "capital")
            }
            _ => None,
        };
        let mut payloads = self.knowledge.dictionary.payloads(hit.node);
        let Some(other) = payloads.find_map(city_of).filter(|&other| other != country) else { return false };
        let printed = self.span(at, hit.skip, hit.end as usize).of(self.text);
        if printed.contains(SHADDA) || printed.contains(DAMMA) {
            return printed.contains(SHADDA);
        }
        // سلطان عمان وملك الأردن: an office that only the country has.
        let ruler = || {
            at.checked_sub(1).filter(|&before| before >= self.range.0 && self.joined(at)).is_some_and(|before| {
                self.title_at(before).is_some_and(|(end, _, _, title)| {
                    let held = |of| title.office.is_some_and(|office| self.office_holder(office, Some(of)).is_some());
                    end == at && hit.clitics == Clitics::NONE && held(country) && !held(other)
                })
            })
        };
        if self.lang == Lang::Ar && ruler() {
            return false;
        }
        (self.countries.contains(&other) || self.stands_as_place(at, hit)) && !self.is_named_else(hit, country)
    }

    /// التقى كيري عباسا في عمان: whether a capital is meant that is spelt like a country, though its own country is not named.
    pub(super) fn is_capital_here(&self, at: usize, hit: &Hit) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        let country_of = |payload: Payload| match payload {
            Payload::Alias(index) => {
                let key = gazetteer.alias(index).entity;
                (gazetteer.get(key).kind == EntityKind::Country && gazetteer.alias(index).support.is_free())
                    .then_some(key)
            }
            _ => None,
        };
        let doubled = self.span(at, hit.skip, hit.end as usize).of(self.text).contains('\u{651}'); // SHADDA
        hit.end as usize == at + 1
            && (doubled || self.stands_as_place(at, hit))
            && self
                .knowledge
                .dictionary
                .payloads(hit.node)
                .find_map(country_of)
                .is_some_and(|country| !self.is_named_else(hit, country))
    }

    /// في عمان, إلى عمان, بعمان, and عمان (رويترز) - where a text opens.
    fn stands_as_place(&self, at: usize, hit: &Hit) -> bool {
        if self.lang != Lang::Ar {
            return false;
        }
        if hit.clitics != Clitics::NONE {
            return hit.clitics == Clitics::BI || hit.clitics == Clitics::WA && self.joins_city(at);
        }
        let behind = || {
            at > self.range.0
                && self.joined(at)
                && self
                    .class(at - 1, Kinds::PREPOSITION, |class| self.is_posting_preposition(class))
                    .is_some_and(|(end, clitics)| end == at && !clitics.has_preposition())
        };
        // The dateline of an agency.
        let dateline = || at == self.range.0 && self.tokens.tokens.get(at + 1).is_some_and(|next| next.bracket);
        behind() || dateline()
    }

    /// الرياض وعمان: whether the word before names a city, so that who is joined to it by و is one too.
    fn joins_city(&self, at: usize) -> bool {
        let last = self.mentions.last().filter(|_| at > self.range.0 && self.joined(at));
        last.is_some_and(|found| {
            let city = matches!(found.referent, Referent::Known(key)
                if self.knowledge.gazetteer.get(key).kind == EntityKind::City);
            found.span.end == self.tokens.tokens[at - 1].span.end && (city || found.kind == MentionType::Metonym)
        })
    }

    /// Returns whether a country is named by another form than a hit's.
    fn is_named_else(&self, hit: &Hit, country: EntityId) -> bool {
        let (gazetteer, dictionary) = (&self.knowledge.gazetteer, &self.knowledge.dictionary);
        let names = |payload: Payload| match payload {
            Payload::Alias(index) => gazetteer.alias(index).entity == country,
            Payload::Demonym(index) => gazetteer.demonyms()[index as usize].country == country,
            _ => false,
        };
        let named = |other: &Hit| {
            other.node != hit.node
                && other.kinds.has(Kinds::NAME.with(Kinds::DEMONYM))
                && dictionary.payloads(other.node).any(names)
        };
        (0..self.tokens.len())
            .any(|at| self.scan.kinds(at).has(Kinds::NAME.with(Kinds::DEMONYM)) && self.scan.at(at).iter().any(named))
    }
}
