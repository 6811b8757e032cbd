//! "the Russian and Turkish foreign ministers": those who hold one office in several countries, whose nationalities stand before its plural.

use smallvec::SmallVec;

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, Number, OfficeId};
use crate::lexicon::Class;
use crate::text::{Clitics, Gap, Span};

/// More countries than this are a list of something else.
const MOST: usize = 8;

/// One of several countries before a plural.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nation {
    pub(super) span: Span,
    pub(super) country: EntityId,
    pub(super) kind: MentionType,
}

/// Several countries in a row.
pub(super) type Nations = SmallVec<[Nation; 4]>;

impl Reader<'_> {
    /// Returns the phrase of those who hold an office in several countries, whose first nationality stands at a token.
    pub(super) fn nationals(&mut self, at: usize) -> Option<Phrase> {
        if self.lang != Lang::En || self.is_qualified(at) {
            return None;
        }
        let (nations, noun) = self.nations_before(at).filter(|(nations, _)| nations.len() > 1)?;
        let (end, Clitics::NONE, _, title) = self.title_at(noun)? else { return None };
        let office = title.office.filter(|_| title.number == Number::Plural)?;
        if self.knowledge.gazetteer.offices().has_many(office) {
            return None;
        }
        Some(self.held_by_each(at, end, &nations, Some(office)))
    }

    /// "former Russian and Turkish presidents", "deputy Russian and Turkish foreign ministers": others than those who hold the office.
    fn is_qualified(&self, at: usize) -> bool {
        at > self.range.0
            && self.joined(at)
            && self
                .class(at - 1, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }))
                .is_some_and(|(end, _)| end == at)
            && self.form(at - 1) != b"visiting"
    }

    /// The phrase from a token to `end` of those who hold an office in some countries; their names may follow.
    pub(super) fn held_by_each(
        &mut self,
        at: usize,
        end: usize,
        nations: &[Nation],
        office: Option<OfficeId>,
    ) -> Phrase {
        let mut end = end;
        let mut referents = Referents::new();
        for nation in nations {
            self.found(nation.span, Referent::Known(nation.country), nation.kind);
            let holder = office.and_then(|office| self.office_holder(office, Some(nation.country)));
            referents.push(holder.unwrap_or(Referent::Known(nation.country)));
        }
        let mut span = Span::new(nations[0].span.start, self.tokens.tokens[end - 1].span.end);
        let mut named = false;
        if let Some((behind, people)) = self.names_of_each(end, nations, office) {
            span = people.first().map_or(span, |&(_, span)| span);
            referents = people.into_iter().map(|(referent, _)| referent).collect();
            (end, named) = (behind, true);
        }
        Phrase {
            start: at,
            end,
            clitics: Clitics::NONE,
            referents,
            span,
            kind: PhraseKind::Person,
            named,
            gender: None,
            number: Number::Plural,
            office,
            of: None,
        }
    }

    /// "Chinese, Iranian and Turkish", "US and Russian": the countries at a token, and what stands behind them.
    pub(super) fn nations_before(&self, at: usize) -> Option<(Nations, usize)> {
        let mut nations = Nations::new();
        let mut next = at;
        while nations.len() < MOST {
            let (end, nation) = self.nationality(next)?;
            nations.push(nation);
            if end >= self.range.1 {
                return None;
            }
            let comma = self.tokens.tokens[end].gap == Gap::Punct(b',');
            let and = self.form(end) == b"and";
            if !comma && !and {
                return self.joined(end).then_some((nations, end));
            }
            next = end + usize::from(and);
        }
        None
    }

    /// A nationality, or a country that is written in capitals as one is: "US", "U.A.E.".
    fn nationality(&self, at: usize) -> Option<(usize, Nation)> {
        if let Some((end, _, skip, country, _)) = self.demonym(at) {
            let span = self.span(at, skip, end);
            return Some((end, Nation { span, country, kind: MentionType::Demonym }));
        }
        let named = if at < self.range.1 { self.name(at, Context::default())? } else { return None };
        let span = self.name_span(at, &named);
        let capitals = self.text[span.start..span.end].bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
        let Referent::Known(country) = named.referent else { return None };
        (capitals && self.names_country(named.referent))
            .then_some((named.end, Nation { span, country, kind: MentionType::Name }))
    }

    /// "his counterparts in Saudi Arabia and Jordan", "her counterpart from Egypt": those who hold the office of the person named
    /// last in the countries named behind; the word for them stands at a token.
    pub(super) fn counterparts_abroad(&mut self, at: usize) -> Option<Phrase> {
        let (end, Clitics::NONE) = self.class(at, Kinds::COUNTERPART, |class| class == Class::Counterpart)? else {
            return None;
        };
        let leads = end < self.range.1 && self.joined(end) && matches!(self.form(end), b"in" | b"from" | b"of");
        if self.lang != Lang::En || !leads {
            return None;
        }
        let several = self.form(end - 1).ends_with(b"s");
        let (nations, last) = self.countries_listed(end + 1)?;
        let office = self.office_of_last_person(nations[0].country, self.last_office)?;
        let held = |nation: &Nation| self.office_holder(office, Some(nation.country)).is_some();
        if several != (nations.len() > 1) || !nations.iter().all(held) {
            return None;
        }
        Some(self.held_by_each(at, last, &nations, Some(office)))
    }

    /// "Saudi Arabia, Qatar and the UAE": countries in a row, and one past the last.
    fn countries_listed(&self, at: usize) -> Option<(Nations, usize)> {
        let mut nations = Nations::new();
        let mut end = at;
        while end < self.range.1 && nations.len() < MOST {
            let comma = self.tokens.tokens[end].gap == Gap::Punct(b',');
            let and = self.form(end) == b"and";
            if !nations.is_empty() && !comma && !and || !comma && !self.joined(end) {
                break;
            }
            let start = end + usize::from(and);
            let start = start + usize::from(start < self.range.1 && self.form(start) == b"the");
            if start >= self.range.1 {
                break;
            }
            let Some(named) = self.name(start, Context::default()).filter(|named| self.names_country(named.referent))
            else {
                break;
            };
            let Referent::Known(country) = named.referent else { break };
            let kind = MentionType::Name;
            nations.push(Nation { span: self.name_span(start, &named), country, kind });
            end = named.end;
        }
        (!nations.is_empty()).then_some((nations, end))
    }
}
