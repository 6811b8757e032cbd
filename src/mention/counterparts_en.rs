//! "his Chinese and Iranian counterparts, Qin Gang and Hossein Amir-Abdollahian": several who hold the same office elsewhere.

use super::kind::MentionType;
use super::name::Context;
use super::nationals_en::Nation;
use super::phrase::{Phrase, Referent};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, OfficeId};
use crate::lexicon::Class;
use crate::text::{Clitics, Gap, Span};

impl Reader<'_> {
    /// Returns the phrase of several counterparts whose first nationality stands at a token: "his Turkish and Iranian counterparts",
    /// in a headline without whose they are.
    pub(super) fn plural_counterparts(&mut self, at: usize) -> Option<Phrase> {
        if self.lang != Lang::En {
            return None;
        }
        let (nations, noun) = self.nations_before(at).filter(|(nations, _)| nations.len() > 1)?;
        let (end, Clitics::NONE) = self.class(noun, Kinds::COUNTERPART, |class| class == Class::Counterpart)? else {
            return None;
        };
        if !self.form(end - 1).ends_with(b"s") {
            return None;
        }
        let office = self.office_of_last_person(nations[0].country, self.last_office);
        Some(self.held_by_each(at, end, &nations, office))
    }

    /// Reads as many names as there are nationalities behind "counterparts", at once or behind a comma.
    pub(super) fn names_of_each(
        &mut self,
        from: usize,
        nations: &[Nation],
        office: Option<OfficeId>,
    ) -> Option<(usize, Vec<(Referent, Span)>)> {
        let mark = (self.mentions.len(), self.roles.len());
        let mut people = Vec::new();
        let mut at = from;
        for (place, nation) in nations.iter().enumerate() {
            let Some((end, referent, span)) = self.name_of(at, place, nation.country, office) else { break };
            people.push((referent, span));
            at = end;
        }
        if people.len() < nations.len() {
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
        self.note_printed(start, end, referent);
        self.give_office(referent, office, Some(Referent::Known(country)), false, span);
        Some((end, referent, span))
    }
}
