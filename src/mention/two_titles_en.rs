//! "Chinese State Councilor and Foreign Minister Wang Yi": two titles, joined by "and", of one man.

use super::name::Context;
use super::phrase::{Phrase, Referent};
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number, OfficeId};
use crate::text::Gap;

/// Who holds one of these is named by it, and the title behind "and" is that of another man.
const HIGHEST: [&str; 6] = ["president", "prime_minister", "speaker", "king", "emir", "ambassador"];

impl Reader<'_> {
    /// Reads the second of two titles of one man, where a title without article or name stands before "and" and another whose name follows.
    pub(super) fn two_titles(&mut self, run: &TitleRun) -> Option<Phrase> {
        let (office, country, and) = (run.office?, run.of?, run.end);
        let joined = self.lang == Lang::En && and + 1 < self.range.1 && self.joined(and) && self.joined(and + 1);
        if !joined || self.form(and) != b"and" {
            return None;
        }
        let gazetteer = &self.knowledge.gazetteer;
        let alone = run.number == Number::Singular
            && !run.former
            && !run.indefinite
            && run.title_end == run.end
            && gazetteer.get(country).kind == EntityKind::Country;
        if !alone {
            return None;
        }
        let highest = HIGHEST.contains(&gazetteer.offices().name(office));
        let article = run.start > self.range.0 && matches!(self.form(run.start - 1), b"the" | b"a" | b"an");
        let (mentions, roles) = (self.mentions.len(), self.roles.len());
        // "Kuwait's deputy prime minister and foreign minister, Sheikh Sabah": a comma parts both titles from the name.
        let phrase = self.second_title(run, and + 1).filter(|(_, parted)| parted.is_some() || !article && !highest);
        let phrase = phrase.filter(|&(ref phrase, parted)| {
            !highest && parted != Some(false) || self.also_holds(phrase.referents.first(), office, country)
        });
        let phrase = phrase.map(|(phrase, _)| phrase);
        if phrase.is_none() {
            self.mentions.truncate(mentions);
            self.roles.truncate(roles);
        }
        phrase.map(|phrase| Phrase { start: run.start, clitics: run.clitics, ..phrase })
    }

    /// The phrase of a title at a token with its name behind it, which is of the country of the title before.
    ///
    /// Where a comma stands before the name, it is told whether another closes what stands between both.
    fn second_title(&mut self, first: &TitleRun, at: usize) -> Option<(Phrase, Option<bool>)> {
        let second = self.title_run(at)?;
        let parted = second.end < self.range.1 && self.tokens.tokens[second.end].gap == Gap::Punct(b',');
        let own = second.number == Number::Singular
            && second.office.is_some()
            && second.office != first.office
            && second.of.is_none_or(|of| Some(of) == first.of)
            && second.body.is_none()
            && !second.former
            && second.end < self.range.1
            && (parted || self.joined(second.end))
            && self.tokens.tokens[second.end].capital;
        if !own {
            return None;
        }
        let context = Context { title: true, office: second.office, of: first.of, person: true };
        let foreign = self.name(second.end, context).is_some_and(|named| match named.referent {
            Referent::Known(key) => {
                let entity = self.knowledge.gazetteer.get(key);
                entity.kind != EntityKind::Person || entity.country.is_some_and(|home| Some(home) != first.of)
            }
            Referent::New(_) => false,
        });
        if foreign {
            return None;
        }
        let phrase = self.title_with_name(&TitleRun { of: first.of, ..second })?;
        let closed = phrase.end >= self.range.1 || self.tokens.tokens[phrase.end].gap == Gap::Punct(b',');
        Some((phrase, parted.then_some(closed)))
    }

    /// "Qatar's prime minister and foreign minister, Sheikh Mohammed": whether somebody named holds the first office as well.
    fn also_holds(&self, person: Option<&Referent>, office: OfficeId, country: EntityId) -> bool {
        let (Some(&Referent::Known(key)), Some(day)) = (person, self.date) else { return false };
        let mut terms = self.knowledge.gazetteer.offices().of_person(key);
        terms.any(|term| term.office == office && term.of == Some(country) && term.covers(day))
    }
}
