//! One of several, with his name: أحد قادة حركة حماس خالد مشعل, إحدى قياديات الحزب، فلانة.

use super::name::Context;
use super::phrase::{Phrase, Referent};
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{Number, State};
use crate::lexicon::Class;
use crate::text::Clitics;
use crate::text::fold::ALEF;

impl Reader<'_> {
    /// Returns the phrase of somebody who is called one of several before his name.
    pub(super) fn one_of(&mut self, at: usize) -> Option<Phrase> {
        if self.lang != Lang::Ar {
            return None;
        }
        let (start, clitics) = self.class(at, Kinds::ONE_OF, |class| class == Class::OneOf)?;
        let foremost = self.joined(start) && self.is_foremost(start);
        let head = start + usize::from(foremost);
        if !self.joined(head) {
            return None;
        }
        let several =
            self.title_run(head).filter(|run| run.number != Number::Singular && run.clitics == Clitics::NONE)?;
        let (end, of, body) = self.whose_several(&several);
        self.is_person_at(end).then_some(())?;
        let offices = self.knowledge.gazetteer.offices();
        // One of the leaders does not lead.
        let leads = |office| matches!(offices.name(office), "leader" | "head" | "president");
        let office =
            several.office.and_then(|office| if leads(office) { offices.id("senior_member") } else { Some(office) });
        let one = TitleRun {
            start: at,
            clitics,
            skip: 0,
            end,
            title_end: end,
            office,
            of,
            body,
            number: Number::Singular,
            state: State::Definite,
            ..several
        };
        self.title_with_name(&one)
    }

    /// أبرز, أهم, كبار: a word of rank before those whom somebody is one of.
    fn is_foremost(&self, at: usize) -> bool {
        let form = self.form(at);
        let elative = form.first() == Some(&ALEF) && (3..=4).contains(&form.len()) && self.title_at(at).is_none();
        elative || self.class(at, Kinds::WORD, |class| class == Class::Each).is_some_and(|(end, _)| end == at + 1)
    }

    /// Takes in whose people several are: a body, a country; returns where it ends.
    fn whose_several(&mut self, run: &TitleRun) -> (usize, Option<crate::gazetteer::EntityId>, Option<Referent>) {
        let at = run.end;
        if run.of.is_some() || run.body.is_some() || !self.joined(at) {
            return (at, run.of, run.body);
        }
        if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(at) {
            self.found_demonym(at, skip, end, country);
            return (end, Some(country), None);
        }
        let listed = self.name(at, Context::default()).filter(|named| named.clitics == Clitics::NONE);
        let place = listed.filter(|named| !self.is_person(named.referent)).map(|named| (at, named));
        let Some((start, named)) = self.body_of_several(at).or(place) else { return (at, None, None) };
        let span = self.name_span(start, &named);
        self.found_body(start, span, &named);
        self.demonyms_within(start + 1, named.end);
        let mut end = named.end;
        if let Some((stop, Clitics::NONE, skip, country, _)) = self.demonym(end).filter(|_| self.joined(end)) {
            self.found_demonym(end, skip, stop, country);
            end = stop;
        }
        match named.referent {
            Referent::Known(key) => (end, Some(self.office_giver(key)), None),
            body @ Referent::New(_) => (end, None, Some(body)),
        }
    }
}
