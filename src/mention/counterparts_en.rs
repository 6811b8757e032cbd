//! "his Chinese and Iranian counterparts, Qin Gang and Hossein Amir-Abdollahian": several who hold the same office elsewhere.

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, Number, OfficeId};
use crate::lexicon::Class;
use crate::text::{Clitics, Gap, Span};

/// More counterparts than this are a list of something else.
const MOST: usize = 8;

impl Reader<'_> {
    /// Returns the phrase of several counterparts whose first nationality stands at a token, behind whose they are.
    pub(super) fn plural_counterparts(&mut self, at: usize) -> Option<Phrase> {
        let owned = at > self.range.0 && matches!(self.form(at - 1), b"his" | b"her" | b"their" | b"its");
        if self.lang != Lang::En || !owned {
            return None;
        }
        let (countries, noun) = self.nationalities(at)?;
        let (mut end, Clitics::NONE) = self.class(noun, Kinds::COUNTERPART, |class| class == Class::Counterpart)?
        else {
            return None;
        };
        let last = self.form(end - 1);
        if countries.len() < 2 || !last.ends_with(b"s") {
            return None;
        }
        let office = self.office_of_last_person(countries[0].1, self.last_office);
        let mut referents = Referents::new();
        for &(span, country) in &countries {
            self.found(span, Referent::Known(country), MentionType::Demonym);
            let holder = office.and_then(|office| self.office_holder(office, Some(country)));
            referents.push(holder.unwrap_or(Referent::Known(country)));
        }
        let mut span = self.span(noun, 0, end);
        let mut named = false;
        if let Some(names) = self.names_of(end, &countries, office) {
            let (behind, people) = names;
            span = people.first().map_or(span, |&(_, span)| span);
            referents = people.into_iter().map(|(referent, _)| referent).collect();
            (end, named) = (behind, true);
        }
        Some(Phrase {
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
        })
    }

    /// "Chinese, Iranian and Turkish": the nationalities at a token, and what stands behind them.
    fn nationalities(&self, at: usize) -> Option<(Vec<(Span, EntityId)>, usize)> {
        let mut countries = Vec::new();
        let mut next = at;
        while countries.len() < MOST {
            let (end, _, skip, country, _) = self.demonym(next)?;
            countries.push((self.span(next, skip, end), country));
            if end >= self.range.1 {
                return None;
            }
            let comma = self.tokens.tokens[end].gap == Gap::Punct(b',');
            let and = self.form(end) == b"and";
            if !comma && !and {
                return self.joined(end).then_some((countries, end));
            }
            next = end + usize::from(and);
        }
        None
    }

    /// Reads as many names as there are nationalities behind "counterparts", at once or behind a comma.
    fn names_of(
        &mut self,
        from: usize,
        countries: &[(Span, EntityId)],
        office: Option<OfficeId>,
    ) -> Option<(usize, Vec<(Referent, Span)>)> {
        let mark = (self.mentions.len(), self.roles.len());
        let mut people = Vec::new();
        let mut at = from;
        for (place, &(_, country)) in countries.iter().enumerate() {
            let Some((end, referent, span)) = self.name_of(at, place, country, office) else { break };
            people.push((referent, span));
            at = end;
        }
        if people.len() < countries.len() {
            self.mentions.truncate(mark.0);
            self.roles.truncate(mark.1);
            return None;
        }
        Some((at, people))
    }

    fn name_of(
        &mut self,
        at: usize,
        place: usize,
        country: EntityId,
        office: Option<OfficeId>,
    ) -> Option<(usize, Referent, Span)> {
        if at >= self.range.1 {
            return None;
        }
        let gap = self.tokens.tokens[at].gap;
        let and = place > 0 && self.form(at) == b"and";
        let parted = gap == Gap::Punct(b',') || place == 0 && self.joined(at) || and;
        let start = at + usize::from(and);
        if !parted || start >= self.range.1 {
            return None;
        }
        let context = Context { title: true, office, of: Some(country), person: true };
        let (referent, end, span) = match self.name(start, context).filter(|named| named.clitics == Clitics::NONE) {
            Some(named) => (named.referent, named.end, self.name_span(start, &named)),
            None => {
                let end = self.new_name(start, true).filter(|&end| end > start + 1)?;
                (self.identify(start, 0, end, office, Some(country)), end, self.span(start, 0, end))
            }
        };
        self.found(span, referent, MentionType::Name);
        self.count(referent);
        self.give_office(referent, office, Some(Referent::Known(country)), false, span);
        Some((end, referent, span))
    }
}
