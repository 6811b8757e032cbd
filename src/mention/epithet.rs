//! Arabic: whom a title means that says less than the one the document gave him: الزعيم التركي, القيادي في الحركة, الأمير, رئيس المكتب
//! السياسي.

use super::phrase::{Referent, Role};
use super::reader::Reader;
use super::title::TitleRun;
use super::trace::Holding;
use crate::document::Lang;
use crate::gazetteer::{EntityId, Number, OfficeId, State};
use crate::text::fold::{ALEF, LAM, WAW};
use crate::text::{Clitics, Token, normal_form};

/// Among so many of the latest offices somebody is looked for; further back it is another matter.
const LAST: usize = 256;

/// Those who lead a country, whatever its constitution calls them.
const LEADERS: [&str; 9] = [
    "president",
    "prime_minister",
    "king",
    "emir",
    "sultan",
    "chancellor",
    "supreme_leader",
    "head_of_state",
    "crown_prince",
];

impl Reader<'_> {
    /// Returns whom the document has introduced that a definite title of a general kind can only mean.
    pub(super) fn by_epithet(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        if self.lang != Lang::Ar || run.state != State::Definite || run.former || run.indefinite || run.body.is_some() {
            return None;
        }
        let person = match (self.knowledge.gazetteer.offices().name(office), run.of) {
            ("leader", Some(country)) => self.last_leader(country),
            ("minister", Some(country)) if run.number == Number::Singular => self.only_minister(country),
            ("senior_member", Some(of)) => self.only_member(of),
            ("official", Some(of)) if run.number == Number::Singular => self.only_official(of, run.start),
            ("prince", None) if !self.is_filled(run) => self.only_emir(),
            _ => None,
        }?;
        self.note_holder(Holding::Said, office, run.of);
        Some(person)
    }

    /// Returns the office a person held on the document's day: of several that of who leads a country, else the best known.
    pub(super) fn office_on_day(&self, person: EntityId) -> Option<OfficeId> {
        let day = self.date?;
        let offices = self.knowledge.gazetteer.offices();
        let held = offices.of_person(person).filter(|term| term.covers(day));
        held.min_by_key(|term| !LEADERS.contains(&offices.name(term.office))).map(|term| term.office)
    }

    /// Whether who holds an office leads a country.
    pub(super) fn is_leading(&self, office: OfficeId) -> bool {
        LEADERS.contains(&self.knowledge.gazetteer.offices().name(office))
    }

    fn offices_told(&self) -> impl Iterator<Item = (&Role, &str)> {
        let offices = self.knowledge.gazetteer.offices();
        self.roles
            .iter()
            .rev()
            .take(LAST)
            .filter(|role| !role.former)
            .filter_map(move |role| Some((role, offices.name(role.office?))))
    }

    /// الزعيم التركي: whom the text last named of those who lead the country.
    fn last_leader(&self, country: EntityId) -> Option<Referent> {
        let leads = |(role, office): &(&Role, &str)| role.of == Referent::Known(country) && LEADERS.contains(office);
        self.offices_told().find(leads).map(|(role, _)| role.person)
    }

    /// الوزير الأمريكي: the one minister of the country, by what the text says or by the day, among those named before.
    pub(super) fn only_minister(&self, country: EntityId) -> Option<Referent> {
        let day = self.date?;
        let offices = self.knowledge.gazetteer.offices();
        let minister =
            |name: &str| name.ends_with("minister") && name != "prime_minister" && !name.starts_with("deputy_");
        let told = |person: Referent| {
            let own = |(role, name): (&Role, &str)| {
                role.person == person && role.of == Referent::Known(country) && minister(name)
            };
            self.offices_told().any(own)
        };
        let serves = |person: Referent| match person {
            Referent::Known(key) => offices
                .of_person(key)
                .any(|term| term.of == Some(country) && minister(offices.name(term.office)) && term.covers(day)),
            Referent::New(_) => false,
        };
        let mut named = self.mentions.iter().rev().take(LAST).map(|found| found.referent);
        let mut named = named.by_ref().filter(|&person| serves(person) || told(person));
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }

    /// القيادي في الحركة, القيادي الفلسطيني: the one man of the body, or of the country's bodies, whom the text has given an office.
    fn only_member(&self, of: EntityId) -> Option<Referent> {
        let gazetteer = &self.knowledge.gazetteer;
        let within = |role: &Role| match role.of {
            Referent::Known(body) => body == of || gazetteer.get(body).country == Some(of),
            Referent::New(_) => false,
        };
        let mut members = self.offices_told().filter(|(role, _)| within(role)).map(|(role, _)| role.person);
        let first = members.next()?;
        members.all(|other| other == first).then_some(first)
    }

    /// المسؤول الأممي, المسؤول الأمريكي: the one man of the body or country to whom the text has given an office, where it speaks of no
    /// official whom it does not name.
    fn only_official(&self, of: EntityId, at: usize) -> Option<Referent> {
        let words = ["مسؤول", "مسئول", "مسؤولا", "مسؤولين", "مسؤولون"].map(normal_form);
        let unnamed = |token: &Token| {
            let form = self.tokens.form(token);
            words.iter().any(|word| form == word || form.strip_prefix(&[WAW]) == Some(word))
        };
        let mut men =
            self.offices_told().filter(|(role, _)| role.of == Referent::Known(of)).map(|(role, _)| role.person);
        let first = men.next()?;
        let only = men.all(|other| other == first);
        (only && !self.tokens.tokens[..at].iter().any(unnamed)).then_some(first)
    }

    /// الأمير: the emir, where the text has named no prince.
    fn only_emir(&self) -> Option<Referent> {
        let of_birth = |office: &str| matches!(office, "emir" | "prince" | "crown_prince" | "deputy_crown_prince");
        let mut born = self.offices_told().filter(|(_, office)| of_birth(office));
        let (first, office) = born.next()?;
        (office == "emir" && born.all(|(role, _)| role.person == first.person)).then_some(first.person)
    }

    /// رئيس المكتب السياسي, رئيس المكتب السياسي للحركة: the one whom the document has called so and said of which body.
    pub(super) fn called_in_full(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        if self.lang != Lang::Ar
            || run.state != State::Definite
            || run.former
            || run.indefinite
            || run.clitics.has(Clitics::WA)
        {
            return None;
        }
        let (end, ..) = self.title_at(run.head)?;
        // A single word says too little.
        if end < run.head + 2 {
            return None;
        }
        let own = TitleRun { title_end: end, ..*run };
        let person = self.titled.only_opening(&self.title_key(&own))?;
        let of = run.of.map(Referent::Known).or(run.body);
        let same = |role: &&Role| role.person == person && !role.former && of.is_none_or(|of| role.of == of);
        self.roles.iter().rev().take(LAST).find(same)?;
        self.note_holder(Holding::Said, office, run.of);
        Some(person)
    }

    /// رئيس المجلس, رئيس اللجنة: the one whom the document has introduced as the head of a council or a committee, and said of which.
    pub(super) fn head_again(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        const ARTICLE: [u8; 2] = [ALEF, LAM];
        let of_body = matches!(self.knowledge.gazetteer.offices().name(office), "head" | "section_head");
        let two_words = run.title_end == run.head + 2 && run.end == run.title_end;
        if self.lang != Lang::Ar || !of_body || !two_words || run.former {
            return None;
        }
        let key = self.title_key(run);
        let space = key.iter().position(|&code| code == b' ')?;
        let noun = key[space + 1..].strip_prefix(&ARTICLE)?;
        let person = self.titled.only_opening(&[&key[..=space], noun].concat())?;
        self.note_holder(Holding::Said, office, run.of);
        Some(person)
    }
}
