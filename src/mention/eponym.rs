//! Streets, airports, universities and prizes named after people: شارع جمال عبد الناصر, "Rafic Hariri airport".
//!
//! The person has no part in what is told; the name is read over and nobody is mentioned.

use super::familiar::Marks;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, Title};
use crate::lexicon::Class;
use crate::text::Clitics;
use crate::text::fold::{ALEF, BEH, HEH, KAF, SEEN, TAH, TEH, WAW};

/// ر, ق, م and ي in normal form.
const REH: u8 = 0x89;
const QAF: u8 = 0x94;
const MEEM: u8 = 0x97;
const YEH: u8 = 0x9B;

/// Returns whether a word is مسقط, with a proclitic or without.
pub(super) fn is_birthplace(form: &[u8]) -> bool {
    matches!(form, [MEEM, SEEN, QAF, TAH] | [_, MEEM, SEEN, QAF, TAH])
}

/// Returns whether a word is توقيت, with a proclitic or without.
pub(super) fn is_time_zone(form: &[u8]) -> bool {
    matches!(form, [TEH, WAW, QAF, YEH, TEH] | [_, TEH, WAW, QAF, YEH, TEH])
}

impl Reader<'_> {
    /// Returns the name at a token, and the titles before it, where something is named after the person.
    #[inline(always)]
    pub(super) fn eponym(&self, at: usize) -> Option<Phrase> {
        if self.may_be_eponym(at) { self.eponym_at(at) } else { None }
    }

    /// Returns whether anything can be named after somebody at a token: before most Arabic words stands no noun of such things.
    #[inline]
    fn may_be_eponym(&self, at: usize) -> bool {
        match self.lang {
            Lang::Ar => {
                self.scan.marks(at).has(Marks::BIRTHPLACE)
                    || at > self.range.0
                        && (self.scan.marks(at - 1).has(Marks::TIME_ZONE)
                            || self.scan.kinds(at - 1).has(Kinds::NAMED_AFTER))
            }
            Lang::En => self.tokens.tokens[at].capital,
        }
    }

    #[inline(never)]
    fn eponym_at(&self, at: usize) -> Option<Phrase> {
        let end = match self.lang {
            Lang::Ar => self.birthplace(at).or_else(|| self.time_zone(at)).or_else(|| self.after_its_noun(at)),
            Lang::En => self.before_its_noun(at),
        }?;
        Some(Phrase {
            start: at,
            end,
            clitics: Clitics::NONE,
            referents: Referents::new(),
            span: self.span(at, 0, end),
            kind: PhraseKind::Unknown,
            named: true,
            gender: None,
            number: Number::Singular,
            office: None,
            of: None,
        })
    }

    /// مسقط رأسه, where somebody was born, is no Muscat.
    fn birthplace(&self, at: usize) -> Option<usize> {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        (self.scan.marks(at).has(Marks::BIRTHPLACE)
            && self.joined(at + 1)
            && form(at + 1).starts_with(&[REH, ALEF, SEEN]))
        .then_some(at + 2)
    }

    /// بتوقيت غرينتش: the place gives its name to an hour.
    fn time_zone(&self, at: usize) -> Option<usize> {
        if at <= self.range.0 || !self.joined(at) {
            return None;
        }
        if !self.scan.marks(at - 1).has(Marks::TIME_ZONE) {
            return None;
        }
        let named = self.name(at, Context::default())?;
        let place = |key| self.knowledge.gazetteer.get(key).kind != EntityKind::Person;
        matches!(named.referent, Referent::Known(key) if place(key)).then_some(named.end)
    }

    /// مطار الملك خالد: the noun stands right before the name, which has no proclitic of its own.
    fn after_its_noun(&self, at: usize) -> Option<usize> {
        if at <= self.range.0
            || !self.scan.kinds(at - 1).has(Kinds::NAMED_AFTER)
            || !self.joined(at)
            || !self.is_named_after(at - 1)
            || self.is_somebodys_office(at - 1)
        {
            return None;
        }
        let (start, title) = self.over_titles(at)?;
        match self.person_end(start, title) {
            // مدينة مرسى مطروح is no town of Morsi's: the longer name is the place's.
            Some((end, _)) if self.name(start, Context::default()).is_some_and(|named| named.end > end) => None,
            Some((end, clitics)) => (clitics == Clitics::NONE).then_some(end),
            // مطار الملك خالد: a ruler of old whom nobody lists.
            None => (title.is_some_and(|title| title.regnal) && self.is_name_like(start)).then_some(start + 1),
        }
    }

    /// استقبل في مكتبه الأمير فلانا: whether his office stands at a token, which is spelt like a library.
    fn is_somebodys_office(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        !token.teh_marbuta && self.tokens.form(token).ends_with(&[MEEM, KAF, TEH, BEH, HEH])
    }

    /// "King Fahd International Airport": the noun stands behind the name, one word at most between.
    fn before_its_noun(&self, at: usize) -> Option<usize> {
        if !self.tokens.tokens[at].capital {
            return None;
        }
        let (start, title) = self.over_titles(at)?;
        let (end, _) = self.person_end(start, title)?;
        let capital = |at: usize| at < self.range.1 && self.joined(at) && self.tokens.tokens[at].capital;
        let noun = |at: usize| capital(at) && self.is_named_after(at);
        (noun(end) || capital(end) && noun(end + 1)).then_some(end)
    }

    fn is_named_after(&self, at: usize) -> bool {
        self.class(at, Kinds::NAMED_AFTER, |class| class == Class::NamedAfter).is_some_and(|(end, _)| end == at + 1)
    }

    /// Returns the first token behind the titles at a token, and the last of them.
    fn over_titles(&self, at: usize) -> Option<(usize, Option<&Title>)> {
        let (mut start, mut last) = (at, None);
        while let Some((end, clitics, _, title)) = self.title_at(start) {
            if clitics != Clitics::NONE || !self.joined(end) {
                return None;
            }
            (start, last) = (end, Some(title));
        }
        Some((start, last))
    }

    fn person_end(&self, at: usize, title: Option<&Title>) -> Option<(usize, Clitics)> {
        let office = title.and_then(|title| title.office);
        let named = self.name(at, Context { title: title.is_some(), office, of: None, person: true })?;
        let person = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Person;
        matches!(named.referent, Referent::Known(key) if person(key)).then_some((named.end, named.clitics))
    }
}
