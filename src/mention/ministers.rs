//! Several ministers of one government under one word: وزيري الخارجية والدفاع الروسيين.
//!
//! A run of titles in the dual or plural comes in, with the portfolios joined to its first one; whom it means goes out.

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, OfficeId, State};
use crate::text::Clitics;

/// How many portfolios stand under one word.
const MOST: usize = 4;

impl Reader<'_> {
    /// وزيري الخارجية والدفاع الروسيين, وزيرا الخارجية والداخلية فلان وفلان: the holders of each portfolio, in order.
    pub(super) fn ministers(&mut self, run: &TitleRun) -> Option<Phrase> {
        let first = run.office.filter(|_| {
            self.lang == Lang::Ar && run.of.is_none() && run.number != Number::Singular && run.state == State::Definite
        })?;
        let mut offices = vec![first];
        let mut at = run.end;
        while offices.len() < MOST
            && let Some(office) = self.joined_portfolio(first, at)
        {
            offices.push(office);
            at += 1;
        }
        if offices.len() < 2 {
            return None;
        }
        let mut span = self.span(run.start, run.skip, at);
        let mut referents: Vec<Referent> = Vec::new();
        let mut named = false;
        if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(at).filter(|_| self.joined(at)) {
            self.found_demonym(at, skip, end, country);
            for office in offices {
                let holder = self.office_holder(office, Some(country)).unwrap_or(Referent::Known(country));
                if !referents.contains(&holder) {
                    referents.push(holder);
                }
            }
            at = end;
        } else {
            for (place, &office) in offices.iter().enumerate() {
                let joins = if place == 0 { Clitics::NONE } else { Clitics::WA };
                let context = Context { title: true, office: Some(office), of: None, person: true };
                let found = self.name(at, context).filter(|name| self.joined(at) && name.clitics == joins);
                let person = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Person;
                let name = found.filter(|name| !matches!(name.referent, Referent::Known(key) if !person(key)))?;
                let place = self.name_span(at, &name);
                if referents.is_empty() {
                    span = place;
                }
                self.found(place, name.referent, MentionType::Name);
                self.count(name.referent);
                self.give_office(name.referent, Some(office), None, run.former, place);
                referents.push(name.referent);
                at = name.end;
            }
            named = true;
        }
        Some(Phrase {
            start: run.start,
            end: at,
            clitics: run.clitics,
            referents,
            span,
            kind: PhraseKind::Person,
            named,
            gender: run.gender,
            number: run.number,
            office: run.office,
            of: None,
        })
    }

    /// والدفاع: the office of the minister whose portfolio is joined to that of another.
    fn joined_portfolio(&self, first: OfficeId, at: usize) -> Option<OfficeId> {
        let offices = self.knowledge.gazetteer.offices();
        if !self.joined(at) || !offices.name(first).ends_with("_minister") || offices.name(first) == "prime_minister" {
            return None;
        }
        let span = self.tokens.tokens[at].span;
        let portfolio = self.text[span.start..span.end].strip_prefix('و')?;
        let written = |title: &&crate::gazetteer::Title| {
            title.lang == Lang::Ar
                && title.number == Number::Singular
                && title.text.strip_prefix("وزير ").is_some_and(|rest| rest == portfolio)
        };
        self.knowledge.gazetteer.titles().iter().find(written)?.office
    }
}
