//! Arabic: whose a title is that names no country, told by the house or ministry that speaks: قال الكرملين إن الرئيس, أعلنت
//! الخارجية الأمريكية أن الوزيرة. وأضافت أن الوزير.

use jiff::civil::Date;

use super::kind::MentionType;
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gender, OfficeId, State};
use crate::lexicon::Class;

/// What opens the Arabic name of a ministry, and the title of who heads it.
const MINISTRY: &str = "وزارة ";
const MINISTER: &str = "وزير ";

/// In the name of an emir's house: الديوان الأميري.
const OF_EMIR: &str = "الأميري";

impl Reader<'_> {
    /// Returns the office and the country of a title without one, where a house or ministry of a country tells what it does: the
    /// Kremlin's الرئيس is Russia's, and a ministry's الوزير is its own.
    pub(super) fn by_speaking_house(&self, office: OfficeId, run: &TitleRun) -> Option<(OfficeId, EntityId)> {
        let alone = run.of.is_none() && run.body.is_none() && !run.former && !run.indefinite;
        if self.lang != Lang::Ar || !alone || run.state != State::Definite {
            return None;
        }
        let offices = self.knowledge.gazetteer.offices();
        let name = offices.name(office);
        let general = matches!(name, "minister" | "prince");
        if !(general || name == "prime_minister" || self.is_office_of_state(office) || self.is_high_office(office)) {
            return None;
        }
        let house = self.house_that_says(run.start)?;
        let country = self.knowledge.gazetteer.get(house).country?;
        let office = match name {
            "minister" => self.office_of_ministry(house)?,
            "prince" => offices.id("emir").filter(|_| self.name_of_house(house).contains(OF_EMIR))?,
            _ => office,
        };
        Some((office, country))
    }

    /// The house whose words a token stands in: before "that" in the sentence, else that of the sentence before which goes on
    /// speaking (وأضافت أن الوزير).
    fn house_that_says(&self, at: usize) -> Option<EntityId> {
        let that = self.first_that().filter(|&that| that < at)?;
        // قال الكرملين إن ميركل أكدت أن الرئيس: somebody else's words.
        if (that + 1..at).any(|word| self.says(word)) {
            return None;
        }
        self.house_before(that)
    }

    /// Where "that" first stands behind a verb of saying in the sentence.
    fn first_that(&self) -> Option<usize> {
        let verb = (self.range.0..self.range.1).find(|&at| self.says(at))?;
        let that = |&at: &usize| self.class(at, Kinds::CLAUSE, |class| class == Class::Complement).is_some();
        (verb + 1..self.range.1).find(that)
    }

    fn house_before(&self, that: usize) -> Option<EntityId> {
        let from = self.tokens.tokens[self.range.0].span.start;
        let until = self.tokens.tokens[that].span.start;
        let mut named = self
            .mentions
            .iter()
            .rev()
            .take_while(|found| from <= found.span.start)
            .filter(|found| found.span.end <= until && found.kind != MentionType::Demonym);
        // قال المتحدث باسم الكرملين دميتري بيسكوف إن: over who speaks for it.
        let person = |referent: Referent| self.is_person(referent);
        let mut speaker = false;
        let found = named.find(|found| {
            let man = person(found.referent);
            speaker |= man;
            !man
        });
        match found.map(|found| found.referent) {
            Some(Referent::Known(key)) if self.is_house(key) => Some(key),
            None if !speaker => self.house.filter(|_| self.says(self.range.0)),
            _ => None,
        }
    }

    /// A ministry, a presidency, a government: a body that speaks for a country and for those who lead it.
    fn is_house(&self, key: EntityId) -> bool {
        let entity = self.knowledge.gazetteer.get(key);
        entity.kind == EntityKind::Organisation && matches!(entity.subkind, "ministry" | "government")
    }

    /// Notes at the end of a sentence whether a house spoke in it, or went on speaking.
    pub(super) fn note_speaking_house(&mut self) {
        let from = self.tokens.tokens.get(self.range.0).map(|token| token.span.start);
        let here = |referent: Referent| matches!(referent, Referent::Known(key) if self.is_house(key));
        let mut last = self.mentions.iter().rev().take_while(|found| Some(found.span.start) >= from);
        if self.lang != Lang::Ar || self.house.is_none() && !last.any(|found| here(found.referent)) {
            return;
        }
        self.house = self.first_that().and_then(|that| self.house_before(that));
    }

    fn name_of_house(&self, house: EntityId) -> &str {
        self.knowledge.gazetteer.get(house).name_ar
    }

    /// The office of who heads a ministry: وزارة الخارجية الروسية has its وزير الخارجية.
    fn office_of_ministry(&self, house: EntityId) -> Option<OfficeId> {
        let portfolio = self.name_of_house(house).strip_prefix(MINISTRY)?;
        let heads = |text: &str| {
            let own = text.strip_prefix(MINISTER)?;
            let rest = portfolio.strip_prefix(own)?;
            (rest.is_empty() || rest.starts_with(' ')).then_some(own.len())
        };
        let titles = self.knowledge.gazetteer.titles().iter().filter(|title| title.lang == Lang::Ar);
        let fitting = titles.filter_map(|title| Some((heads(&title.text)?, title.office?)));
        fitting.max_by_key(|&(length, _)| length).map(|(_, office)| office)
    }

    /// وصل جون كيري إلى القاهرة. وقال مسؤول إن الوزير, وأجرى المبعوث محادثات: the one person of whom the document speaks who is a minister, an
    /// envoy, an ambassador on the day.
    pub(super) fn only_one_serving(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let day = self.date?;
        let offices = self.knowledge.gazetteer.offices();
        let name = offices.name(office);
        let alone = run.of.is_none() && run.body.is_none() && run.state == State::Definite && !self.is_filled(run);
        if self.lang != Lang::Ar || !alone {
            return None;
        }
        if name == "crown_prince" {
            // ولي العهد وزير الداخلية الأمير فلان: of whom a further title tells more, the name does.
            let goes_on = self.joined(run.end) && self.title_at(run.end).is_some();
            return if goes_on { None } else { self.only_heir(office, day) };
        }
        if !matches!(name, "minister" | "envoy" | "ambassador") {
            return None;
        }
        let same = |term: &str| match name {
            "minister" => term.ends_with("minister") && term != "prime_minister" && !term.starts_with("deputy_"),
            _ => term == name,
        };
        let serves = |person: Referent| match person {
            Referent::Known(key) => {
                offices.of_person(key).any(|term| same(offices.name(term.office)) && term.covers(day))
            }
            Referent::New(_) => false,
        };
        let woman = run.gender == Some(Gender::Feminine);
        let fits = |person: Referent| (self.gender_of(person) == Some(Gender::Feminine)) == woman;
        let mut named = self.mentions.iter().map(|found| found.referent).filter(|&person| serves(person));
        let first = named.next().filter(|&first| fits(first))?;
        named.all(|other| other == first).then_some(first)
    }

    /// استقبل الملك سلمان الرئيس الصيني. وعقد ولي العهد مباحثات: the heir of the one ruler whom the text names.
    fn only_heir(&self, office: OfficeId, day: Date) -> Option<Referent> {
        let gazetteer = &self.knowledge.gazetteer;
        let offices = gazetteer.offices();
        let heir = |referent: Referent| match referent {
            Referent::Known(key) => {
                let rules = offices.of_person(key).any(|term| offices.kind(term.office).regnal && term.covers(day));
                let land = gazetteer.get(key).country.filter(|_| rules)?;
                gazetteer.holder(office, land, day).filter(|&heir| heir != key)
            }
            Referent::New(_) => None,
        };
        let mut heirs = self.mentions.iter().filter_map(|found| heir(found.referent));
        let first = heirs.next()?;
        heirs.all(|other| other == first).then_some(Referent::Known(first))
    }
}
