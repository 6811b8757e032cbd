//! Several ministers of one government under one word: وزيري الخارجية والدفاع الروسيين, وزيرا الصحة فلان والتعليم فلان.
//!
//! A run of titles in the dual or plural comes in, with the portfolios joined to its first one; whom it means goes out.

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number, OfficeId, State};
use crate::text::{Clitics, Span};

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
            return self.ministers_in_turn(run, first);
        }
        let mut span = self.span(run.start, run.skip, at);
        let mut referents = Referents::new();
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
                let (referent, end, place) = self.minister_named(at, joins, office, None)?;
                if referents.is_empty() {
                    span = place;
                }
                self.found(place, referent, MentionType::Name);
                self.count(referent);
                self.give_office(referent, Some(office), None, run.former, place);
                referents.push(referent);
                at = end;
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

    /// وزيرا الصحة فلان والتعليم فلان, وزيري الخارجية المصري فلان والدفاع فلان: each portfolio with its minister behind it.
    fn ministers_in_turn(&mut self, run: &TitleRun, first: OfficeId) -> Option<Phrase> {
        let (mark, mut at, mut office) = (self.mentions.len(), run.end, first);
        let mut country = None;
        let mut named: Vec<(Referent, OfficeId, Span)> = Vec::new();
        while named.len() < MOST {
            if let Some((end, Clitics::NONE, skip, of, _)) = self.demonym(at).filter(|_| self.joined(at)) {
                self.found_demonym(at, skip, end, of);
                country = country.or(Some(of));
                at = end;
            }
            let Some((referent, end, span)) = self.minister_named(at, Clitics::NONE, office, country) else { break };
            self.found(span, referent, MentionType::Name);
            self.count(referent);
            named.push((referent, office, span));
            at = end;
            let Some(next) = self.joined_portfolio(first, at) else { break };
            office = next;
            at += 1;
        }
        if named.len() < 2 {
            self.mentions.truncate(mark);
            return None;
        }
        for &(referent, office, span) in &named {
            self.give_office(referent, Some(office), country.map(Referent::Known), run.former, span);
        }
        Some(Phrase {
            start: run.start,
            end: at,
            clitics: run.clitics,
            referents: named.iter().map(|&(referent, ..)| referent).collect(),
            span: named[0].2,
            kind: PhraseKind::Person,
            named: true,
            gender: run.gender,
            number: run.number,
            office: run.office,
            of: None,
        })
    }

    /// The minister whose name stands at a token, listed or not, and where it ends and stands.
    fn minister_named(
        &mut self,
        at: usize,
        joins: Clitics,
        office: OfficeId,
        of: Option<EntityId>,
    ) -> Option<(Referent, usize, Span)> {
        if !self.joined(at) {
            return None;
        }
        let context = Context { title: true, office: Some(office), of, person: true };
        if let Some(name) = self.name(at, context).filter(|name| name.clitics == joins) {
            let person = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Person;
            let fits = !matches!(name.referent, Referent::Known(key) if !person(key));
            return fits.then(|| (name.referent, name.end, self.name_span(at, &name)));
        }
        let (end, skip) = match joins {
            Clitics::NONE => (self.new_name(at, true)?, 0),
            _ => {
                self.new_name_behind(at).filter(|&(.., clitics)| clitics == joins).map(|(end, skip, _)| (end, skip))?
            }
        };
        let referent = self.identify(at, skip, end, Some(office), of);
        Some((referent, end, self.span(at, skip, end)))
    }

    /// والدفاع: the office of the minister whose portfolio is joined to that of another.
    fn joined_portfolio(&self, first: OfficeId, at: usize) -> Option<OfficeId> {
        let offices = self.knowledge.gazetteer.offices();
        if !self.joined(at) || !offices.name(first).ends_with("_minister") || offices.name(first) == "prime_minister" {
            return None;
        }
        let span = self.tokens.tokens[at].span;
        let portfolio = self.text[span.start..span.end].strip_prefix('و')?;
        self.knowledge.gazetteer.minister_of(portfolio)
    }
}
