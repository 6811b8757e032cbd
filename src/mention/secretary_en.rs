//! "the Secretary", "the Foreign Minister": which of the ministers that an English text has named is meant by the title alone.
//!
//! Some countries call their ministers secretaries. Where one of those meets another country's minister, the text goes on with
//! "the Secretary" and "the Minister", and each word is kept for its man.

use super::phrase::{Found, Referent, Role};
use super::reader::Reader;
use super::title::TitleRun;
use super::trace::Holding;
use crate::document::Lang;
use crate::gazetteer::{EntityId, OfficeId};

/// Among so many of the latest offices a minister is looked for; further back it is another matter.
const LAST: usize = 256;

impl Reader<'_> {
    /// Notes whom the text calls a secretary.
    pub(super) fn note_secretary(&mut self, run: &TitleRun, person: Referent) {
        if self.is_secretary(run) && self.is_minister_alone(run.office) && !self.secretaries.contains(&person) {
            self.secretaries.push(person);
        }
    }

    /// Returns the minister last named whom the text calls as a title without a name does: a secretary or a minister, "the
    /// Egyptian minister" one of that country.
    pub(super) fn minister_called(&self, run: &TitleRun) -> Option<Referent> {
        let alone = run.body.is_none() && !self.goes_on(run.end);
        if self.lang != Lang::En || !alone {
            return None;
        }
        if let Some(deputy) = self.deputy_called(run) {
            return Some(deputy);
        }
        if !self.is_minister_alone(run.office) {
            return None;
        }
        let office = run.office?;
        let any = self.knowledge.gazetteer.offices().name(office) == "minister";
        // "From Opposition to Minister": a title of a book.
        let article = run.start > self.range.0 && self.form(run.start - 1) == b"the";
        if if any { !article } else { self.secretaries.is_empty() || run.of.is_some() } {
            return None;
        }
        let secretary = self.is_secretary(run);
        let called = |role: &&Role| {
            !role.former
                && run.of.is_none_or(|of| role.of == Referent::Known(of))
                && (role.office == Some(office) || any && self.is_minister_alone(role.office))
                && self.secretaries.contains(&role.person) == secretary
        };
        let role = self.roles.iter().rev().take(LAST).find(called).map(|role| role.person);
        let person = role.or_else(|| self.minister_of(run.of.filter(|_| any)?))?;
        self.note_holder(Holding::LastMinister, office, run.of);
        Some(person)
    }

    /// "The Deputy Secretary thanked", "the Under Secretary": the one named last whom the text has given an office of a deputy.
    fn deputy_called(&self, run: &TitleRun) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let name = |office: Option<OfficeId>| office.map_or("", |office| offices.name(office));
        let article = run.start > self.range.0 && self.form(run.start - 1) == b"the";
        if name(run.office) != "deputy_minister" || !article || run.of.is_some() || !self.is_secretary(run) {
            return None;
        }
        let deputy = |role: &&Role| {
            let name = name(role.office);
            !role.former
                && name.starts_with("deputy_")
                && name.ends_with("minister")
                && !name.ends_with("prime_minister")
        };
        let person = self.roles.iter().rev().take(LAST).find(deputy).map(|role| role.person)?;
        self.note_holder(Holding::LastMinister, run.office?, None);
        Some(person)
    }

    /// "Shoukry flew to Ankara. The Egyptian minister": whoever was named last of those who are ministers of a country on the day.
    fn minister_of(&self, of: EntityId) -> Option<Referent> {
        let day = self.date?;
        let serves = |found: &&Found| {
            let Referent::Known(person) = found.referent else { return false };
            let mut terms = self.knowledge.gazetteer.offices().of_person(person);
            terms.any(|term| term.of == Some(of) && term.covers(day) && self.is_minister_alone(Some(term.office)))
        };
        self.mentions.iter().rev().take(LAST).find(serves).map(|found| found.referent)
    }

    /// "the secretary of the union": of something that nobody lists.
    fn goes_on(&self, at: usize) -> bool {
        // "thanked the Russian minister for his help", "accused the minister of lying": what he is thanked for or charged with.
        let next = |wanted: fn(&[u8]) -> bool| at + 1 < self.range.1 && wanted(self.form(at + 1));
        self.joined(at)
            && match self.form(at) {
                b"of" => !next(|form| form.len() > 4 && form.ends_with(b"ing") || form == b"his" || form == b"her"),
                b"for" => !next(|form| matches!(form, b"his" | b"her" | b"its" | b"their")),
                _ => false,
            }
    }

    fn is_secretary(&self, run: &TitleRun) -> bool {
        self.lang == Lang::En && (run.head..run.title_end).any(|at| self.form(at) == b"secretary")
    }

    /// Whether an office is a minister's own, neither a deputy's nor the head of government's.
    fn is_minister_alone(&self, office: Option<OfficeId>) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        office.map(|office| offices.name(office)).is_some_and(|name| {
            name.ends_with("minister") && !name.starts_with("deputy") && !name.ends_with("prime_minister")
        })
    }
}
