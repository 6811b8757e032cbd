//! Several ministers of one government under one word: وزيري الخارجية والدفاع الروسيين, وزيرا الصحة فلان والتعليم فلان; and several
//! heads of one state: رئيسي البرلمان والحكومة فلان وفلان.
//!
//! A run of titles in the dual or plural comes in, with the portfolios joined to its first one; whom it means goes out.

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number, OfficeId, State};
use crate::text::{Clitics, Gap, Span};

/// How many portfolios stand under one word.
const MOST: usize = 4;

/// Of how many words the name of a house is: المجلس الشعبي الوطني.
const HOUSE: usize = 3;

/// The offices of those who preside over a state, its government or its parliament.
const HEADS: [&str; 4] = ["president", "head_of_state", "prime_minister", "speaker"];

impl Reader<'_> {
    /// وزيري الخارجية والدفاع الروسيين, وزيرا الخارجية والداخلية فلان وفلان: the holders of each portfolio, in order.
    pub(super) fn ministers(&mut self, run: &TitleRun) -> Option<Phrase> {
        let first = run.office.filter(|_| {
            self.lang == Lang::Ar && run.of.is_none() && run.number != Number::Singular && run.state == State::Definite
        })?;
        let mut offices = vec![first];
        let mut at = run.end;
        while offices.len() < MOST
            && let Some((office, end)) = self.joined_portfolio(first, at)
        {
            offices.push(office);
            at = end;
        }
        if offices.len() < 2 {
            return self.ministers_in_turn(run, first);
        }
        let mut span = self.span(run.start, run.skip, at);
        let mut referents = Referents::new();
        let mut named = false;
        let mark = self.mentions.len();
        let demonym = self.demonym(at).filter(|found| found.1 == Clitics::NONE && self.joined(at));
        let country = demonym.map(|(.., country, _)| country);
        if let Some((end, _, skip, country, _)) = demonym {
            self.found_demonym(at, skip, end, country);
            at = end;
        }
        let people = self.named_in_order(at, &offices, country);
        if let Some(&(_, end, place)) = people.last() {
            span = people.first().map_or(place, |&(.., first)| first);
            for (&(referent, _, place), &office) in people.iter().zip(&offices) {
                self.found(place, referent, MentionType::Name);
                self.count(referent);
                self.give_office(referent, Some(office), country.map(Referent::Known), run.former, place);
                referents.push(referent);
            }
            at = end;
            named = true;
        } else if let Some(country) = country {
            for office in offices {
                let holder = self.office_holder(office, Some(country)).unwrap_or(Referent::Known(country));
                if !referents.contains(&holder) {
                    referents.push(holder);
                }
            }
        } else {
            self.mentions.truncate(mark);
            return None;
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

    /// فلان وفلان: as many names as there are offices before them, joined by و; none where another number stands there.
    fn named_in_order(
        &mut self,
        mut at: usize,
        offices: &[OfficeId],
        country: Option<EntityId>,
    ) -> Vec<(Referent, usize, Span)> {
        let mut people = Vec::new();
        for (place, &office) in offices.iter().enumerate() {
            let joins = if place == 0 { Clitics::NONE } else { Clitics::WA };
            let Some(named) = self.minister_named(at, joins, office, country) else { return Vec::new() };
            at = named.1;
            people.push(named);
        }
        people
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
            // رؤساء الجمهورية العماد فلان والحكومة الدكتور فلان: what honours him stands before his name.
            at = self.behind_honorifics(at);
            let Some((referent, end, span)) = self.minister_named(at, Clitics::NONE, office, country) else { break };
            self.found(span, referent, MentionType::Name);
            self.count(referent);
            named.push((referent, office, span));
            at = end;
            let Some((next, end)) = self.joined_portfolio(first, at) else { break };
            office = next;
            at = end;
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

    /// والدفاع, ومجلس النواب: the office of the minister or head whose portfolio or house is joined to that of another, and where it ends.
    fn joined_portfolio(&self, first: OfficeId, at: usize) -> Option<(OfficeId, usize)> {
        let offices = self.knowledge.gazetteer.offices();
        let name = offices.name(first);
        let head = HEADS.contains(&name);
        // رؤساء الجمهورية فلان، والمجلس النيابي فلان: a comma parts those who are named in turn.
        let comma = || at < self.range.1 && self.tokens.tokens[at].gap == Gap::Punct(b',');
        if !(head || name.ends_with("_minister")) || !self.joined(at) && !comma() {
            return None;
        }
        let start = self.tokens.tokens[at].span.start;
        let words = if head { HOUSE } else { 1 };
        let together = |end: usize| end < self.range.1 && (at + 1..=end).all(|word| self.joined(word));
        (at..at + words).rev().filter(|&last| together(last)).find_map(|last| {
            let portfolio = self.text.get(start..self.tokens.tokens[last].span.end)?.strip_prefix('و')?;
            let gazetteer = &self.knowledge.gazetteer;
            let office = if head {
                gazetteer.head_of(portfolio).filter(|&office| HEADS.contains(&offices.name(office)))
            } else {
                gazetteer.minister_of(portfolio)
            };
            office.map(|office| (office, last + 1))
        })
    }
}
