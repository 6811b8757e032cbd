//! Those who hold an office together, named behind its plural: أعضاء المكتب السياسي للحركة؛ فلان وفلان وفلان.
//!
//! The names are phrases of their own; each is given the office when the list has ended, for only then is it known for one.

use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, OfficeId};
use crate::lexicon::Class;
use crate::text::{Clitics, Gap, Span};

/// A list of those who hold an office, as far as it has been read.
#[derive(Debug)]
pub(super) struct Enumerated {
    office: OfficeId,
    of: Referent,
    number: Number,
    /// Whether the list cannot be what the plural does something to: it does not stand as the subject of a verb.
    set_apart: bool,
    /// One past the last token.
    end: usize,
    names: Vec<(Referent, Span)>,
}

impl Reader<'_> {
    /// Opens a list with a plural title and its body, goes on with one, or ends it.
    pub(super) fn enumerate(&mut self, list: &mut Option<Enumerated>, phrase: &Phrase) {
        if let Some(list) = list.as_mut().filter(|list| self.continues_list(list, phrase)) {
            list.names.push((phrase.referents[0], phrase.span));
            list.set_apart |= list.names.len() == 1 && matches!(self.tokens.tokens[phrase.start].gap, Gap::Punct(_));
            list.end = phrase.end;
            return;
        }
        self.close_enumerated(list.take());
        *list = self.opens_list(phrase);
    }

    /// Gives those whom a list names their office.
    pub(super) fn close_enumerated(&mut self, list: Option<Enumerated>) {
        let Some(list) = list else { return };
        // التقى أعضاء الحزب فلانا: one name behind the plural is whom they met.
        let told = match (list.number, list.names.len()) {
            (Number::Dual, count) => count == 2,
            (_, 0 | 1) => false,
            (_, 2) => list.set_apart,
            _ => true,
        };
        for (person, span) in list.names.into_iter().filter(|_| told) {
            // فلان، رئيس الحزب، وفلان: who has an office of his own there has that one.
            if !self.roles.iter().rev().take(MOST_ROLES).any(|role| role.person == person && role.of == list.of) {
                self.give_office(person, Some(list.office), Some(list.of), false, span);
            }
        }
    }

    fn opens_list(&self, phrase: &Phrase) -> Option<Enumerated> {
        let office = phrase.office.filter(|_| self.lang == Lang::Ar && phrase.number != Number::Singular)?;
        let offices = self.knowledge.gazetteer.offices();
        let &[first] = phrase.referents.as_slice() else { return None };
        // أعضاء حزب الوفد فلان: the first of them is read with the title, and has been given the office.
        let given = self.roles.last().filter(|role| {
            self.is_person(first)
                && role.person == first
                && role.office == Some(office)
                && role.sentence == self.sentence
        });
        let of = given.map_or_else(|| phrase.of.map_or(first, Referent::Known), |role| role.of);
        let names = given.map(|_| (first, phrase.span)).into_iter().collect();
        let gives = match of {
            Referent::Known(key) => {
                matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::Organisation | EntityKind::Country)
            }
            Referent::New(place) => self.people[place as usize].kind != EntityKind::Person,
        };
        let shared = offices.has_many(office) || offices.name(office) == "deputy_head";
        if !gives || !shared || offices.is_posted(office) {
            return None;
        }
        let behind_preposition = phrase.start > self.range.0
            && self.class(phrase.start - 1, Kinds::PREPOSITION, |class| matches!(class, Class::Prep(_))).is_some();
        let set_apart = phrase.clitics != Clitics::NONE || behind_preposition || phrase.start == self.range.0;
        Some(Enumerated { office, of, number: phrase.number, set_apart, end: phrase.end, names })
    }

    fn continues_list(&self, list: &Enumerated, phrase: &Phrase) -> bool {
        let person = phrase.named && phrase.kind == PhraseKind::Person && phrase.number == Number::Singular;
        if !person || phrase.start != list.end || phrase.referents.len() != 1 || phrase.office.is_some() {
            return false;
        }
        let gap = self.tokens.tokens[phrase.start].gap;
        match phrase.clitics {
            Clitics::NONE if list.names.is_empty() => {
                self.joined(phrase.start) || matches!(gap, Gap::Punct(b':' | b';' | b'"'))
            }
            Clitics::NONE => gap == Gap::Punct(b','),
            Clitics::WA => !list.names.is_empty(),
            _ => false,
        }
    }
}

/// Among so many of the latest offices another of the same body is looked for.
const MOST_ROLES: usize = 64;
