//! The gazetteer: entities with their names, offices, demonyms and titles, loaded from data files.
//!
//! In: the CSV files of `gazetteer/` (inside the program) and those of a user's folder, which add or replace rows.
//! Out: one immutable [`Gazetteer`] that the later stages share.

mod aliases;
mod check;
mod columns;
mod entities;
mod kind;
mod load;
mod lookup;
mod offices;
mod read;
mod row;
mod rows;
mod slots;
mod support;

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

pub use aliases::Alias;
pub use check::{check, costly};
pub use entities::{Entity, Traits};
pub use kind::EntityKind;
pub use load::{DataFile, KnowledgeError, RowError, each_row};
pub use offices::{Holders, OfficeId, OfficeKind, Offices, Term};
pub use row::AliasKind;
pub use rows::RowRef;
pub(crate) use rows::{RowFiles, RowPlace};
pub use support::Support;

use crate::compiled::{Flat, Texts};
use crate::document::Lang;
use aliases::{Aliases, ByEntity};
use entities::Entities;

/// An entity of the gazetteer, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Number {
    /// One.
    #[default]
    Singular,
    /// Two.
    Dual,
    /// More.
    Plural,
}

/// A relative adjective or noun of a country.
#[derive(Clone, Debug)]
pub struct Demonym {
    /// The country.
    pub country: EntityId,
    /// The language.
    pub lang: Lang,
    /// The form as written in the data.
    pub text: Cow<'static, str>,
    /// Gender, where the form tells.
    pub gender: Option<Gender>,
    /// Number.
    pub number: Number,
    /// What it needs beside it.
    pub support: Support,
}

/// The grammatical state of an Arabic title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum State {
    /// With the article (الرئيس).
    Definite,
    /// Before a genitive (رئيس مصر).
    Construct,
    /// Neither.
    Plain,
}

/// A title of office, or an honorific.
#[derive(Clone, Debug)]
pub struct Title {
    /// The language.
    pub lang: Lang,
    /// The form as written in the data.
    pub text: Cow<'static, str>,
    /// The office it names; `None` for an honorific, which only announces a name.
    pub office: Option<OfficeId>,
    /// The body whose office it is, where the title says so.
    pub body: Option<EntityId>,
    /// Gender, where the form tells.
    pub gender: Option<Gender>,
    /// Number.
    pub number: Number,
    /// State.
    pub state: State,
    /// It is the title of a ruler or of somebody of his house: a given name may follow alone.
    pub regnal: bool,
    /// It is what those are called who ask questions for the press: الإعلامي, المذيعة.
    pub press: bool,
    /// It is a profession: its field or the body it is exercised at may stand behind it (الباحث في الشؤون الإيرانية).
    pub profession: bool,
}

/// Entities, names, demonyms, titles and offices.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// The texts of entities and names.
    texts: Texts,
    entities: Entities,
    aliases: Aliases,
    demonyms: Vec<Demonym>,
    titles: Vec<Title>,
    offices: Offices,
    /// The files of the rows, and where in them each entity, name, demonym, title and term stands.
    files: RowFiles,
    entity_rows: Flat<RowPlace>,
    alias_rows: Flat<RowPlace>,
    demonym_rows: Flat<RowPlace>,
    title_rows: Flat<RowPlace>,
    term_rows: Flat<RowPlace>,
    /// The places of the names of each entity, found when somebody first asks.
    aliases_of: OnceLock<ByEntity>,
    /// The place of the plainest title of each office, in each language, when it was first asked for.
    plainest_titles: OnceLock<HashMap<(OfficeId, Lang), usize>>,
    /// The office of each minister by his portfolio in Arabic, found when somebody first asks.
    portfolios: OnceLock<HashMap<Box<str>, Option<OfficeId>>>,
    presided: OnceLock<HashMap<Box<str>, Option<OfficeId>>>,
}

/// The names of the data files of a gazetteer.
pub const FILES: [&str; 6] =
    ["entities.csv", "aliases.csv", "demonyms.csv", "office_kinds.csv", "offices.csv", "titles.csv"];

impl Gazetteer {
    /// Returns the data files inside the program.
    #[must_use]
    pub fn embedded_files() -> Vec<(&'static str, DataFile)> {
        macro_rules! file {
            ($name:literal) => {
                (
                    $name,
                    DataFile::embedded(concat!("gazetteer/", $name), include_str!(concat!("../../gazetteer/", $name))),
                )
            };
        }
        vec![
            file!("entities.csv"),
            file!("aliases.csv"),
            file!("demonyms.csv"),
            file!("office_kinds.csv"),
            file!("offices.csv"),
            file!("titles.csv"),
        ]
    }

    /// Returns the data files of a folder.
    ///
    /// # Errors
    /// When the folder holds none of [`FILES`], or one cannot be read.
    pub fn files_of(dir: &Path) -> Result<Vec<(&'static str, DataFile)>, KnowledgeError> {
        let mut files = Vec::new();
        for name in FILES {
            if let Some(file) = DataFile::optional(dir, name)? {
                files.push((name, file));
            }
        }
        if files.is_empty() {
            let hint = format!("the folder has none of {}", FILES.join(", "));
            let cause = std::io::Error::new(std::io::ErrorKind::NotFound, hint);
            return Err(KnowledgeError::Unreadable { path: dir.to_owned(), cause });
        }
        Ok(files)
    }

    /// Returns where the row of an entity stands.
    #[must_use]
    pub fn entity_row(&self, key: EntityId) -> RowRef {
        self.row_at(&self.entity_rows, key.0 as usize)
    }

    /// Returns where the row of a name stands, by its place among [`Gazetteer::aliases`].
    #[must_use]
    pub fn alias_row(&self, index: usize) -> RowRef {
        self.row_at(&self.alias_rows, index)
    }

    /// Returns where the row of a demonym stands, by its place among [`Gazetteer::demonyms`].
    #[must_use]
    pub fn demonym_row(&self, index: usize) -> RowRef {
        self.row_at(&self.demonym_rows, index)
    }

    /// Returns where the row of a title stands, by its place among [`Gazetteer::titles`].
    #[must_use]
    pub fn title_row(&self, index: usize) -> RowRef {
        self.row_at(&self.title_rows, index)
    }

    /// Returns where the row of a term of office stands, by its place among [`Offices::terms`].
    #[must_use]
    pub fn term_row(&self, index: usize) -> RowRef {
        self.row_at(&self.term_rows, index)
    }

    fn row_at(&self, rows: &[RowPlace], index: usize) -> RowRef {
        self.files.row(rows.get(index).copied().unwrap_or_default())
    }

    /// Returns the entity with the stable identifier `id`.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<Entity<'_>> {
        self.key(id).map(|key| self.get(key))
    }

    /// Returns the key of the entity with the stable identifier `id`.
    #[must_use]
    pub fn key(&self, id: &str) -> Option<EntityId> {
        self.entities.key(&self.texts, id)
    }

    /// Returns the country of an entity by its key.
    #[must_use]
    pub fn country_of(&self, key: EntityId) -> Option<EntityId> {
        self.entities.country(key.0 as usize)
    }

    /// Returns an entity by its key.
    ///
    /// # Panics
    /// When the key is of another gazetteer.
    #[must_use]
    #[inline(always)]
    pub fn get(&self, key: EntityId) -> Entity<'_> {
        self.entities.get(&self.texts, key.0 as usize).expect("keys are of this gazetteer")
    }

    /// Returns what an entity is, without its texts: who asks of many entities, one after another, looks up no text for nothing.
    ///
    /// # Panics
    /// When the key is of another gazetteer.
    #[must_use]
    #[inline]
    pub fn traits(&self, key: EntityId) -> Traits {
        self.entities.traits(key.0 as usize).expect("keys are of this gazetteer")
    }

    /// Returns the stable identifier of an entity, to keep: all who ask share it.
    #[must_use]
    pub fn id(&self, key: EntityId) -> Arc<str> {
        self.entities.shared_id(&self.texts, key)
    }

    /// Returns all entities, in the order of the files.
    #[must_use]
    pub fn entities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> {
        (0..self.entities.len() as u32).map(|key| self.get(EntityId(key)))
    }

    /// Returns all names.
    #[must_use]
    pub fn aliases(&self) -> impl ExactSizeIterator<Item = Alias<'_>> + Clone {
        (0..self.aliases.len() as u32).map(|index| self.alias(index))
    }

    /// Returns a name by its place.
    ///
    /// # Panics
    /// When there are not so many names.
    #[must_use]
    #[inline(always)]
    pub fn alias(&self, index: u32) -> Alias<'_> {
        self.aliases.at(&self.texts, index as usize)
    }

    /// Returns the names of one entity, in the order of the files.
    pub fn aliases_of(&self, entity: EntityId) -> impl Iterator<Item = Alias<'_>> {
        let by_entity = self.aliases_of.get_or_init(|| self.aliases.by_entity(self.entities.len()));
        by_entity.of(entity).iter().map(|&place| self.alias(place))
    }

    /// Returns the plainest title of an office in `lang`: the words of its key, as `prime minister`, where one person
    /// bears that title, else the shortest ("president", not "ECB chief" or "pres.").
    #[must_use]
    pub fn title_of(&self, office: OfficeId, lang: Lang) -> Option<&str> {
        let plainest = self.plainest_titles.get_or_init(|| self.find_plainest_titles());
        plainest.get(&(office, lang)).map(|&place| &*self.titles[place].text)
    }

    /// Finds the plainest title of each office in each language: all are asked for when a graph is written.
    fn find_plainest_titles(&self) -> HashMap<(OfficeId, Lang), usize> {
        let plainness = |office: OfficeId, title: &Title| {
            let name = self.offices.name(office);
            let is_other = !title.text.chars().eq(name.chars().map(|c| if c == '_' { ' ' } else { c }));
            (is_other, title.gender == Some(Gender::Feminine), title.text.chars().count())
        };
        let mut plainest: HashMap<(OfficeId, Lang), usize> = HashMap::new();
        for (place, title) in self.titles.iter().enumerate().filter(|(_, title)| title.number == Number::Singular) {
            let Some(office) = title.office else { continue };
            let best = plainest.entry((office, title.lang)).or_insert(place);
            let held = &self.titles[*best];
            if (plainness(office, title), &*title.text) < (plainness(office, held), &*held.text) {
                *best = place;
            }
        }
        plainest
    }

    /// Returns the office of the Arabic title of one minister with this portfolio, as it is written behind وزير.
    #[must_use]
    pub fn minister_of(&self, portfolio: &str) -> Option<OfficeId> {
        self.portfolios.get_or_init(|| self.offices_behind("وزير ")).get(portfolio).copied().flatten()
    }

    /// Returns the office of the Arabic title of who presides over this, as it is written behind رئيس.
    #[must_use]
    pub fn head_of(&self, body: &str) -> Option<OfficeId> {
        self.presided.get_or_init(|| self.offices_behind("رئيس ")).get(body).copied().flatten()
    }

    /// The offices of the Arabic titles of one person that begin with a word, by what stands behind it.
    fn offices_behind(&self, word: &str) -> HashMap<Box<str>, Option<OfficeId>> {
        let mut offices = HashMap::new();
        for title in self.titles.iter().filter(|title| title.lang == Lang::Ar && title.number == Number::Singular) {
            if let Some(rest) = title.text.strip_prefix(word) {
                offices.entry(rest.into()).or_insert(title.office);
            }
        }
        offices
    }

    /// Returns all demonyms.
    #[must_use]
    pub fn demonyms(&self) -> &[Demonym] {
        &self.demonyms
    }

    /// Returns all titles.
    #[must_use]
    pub fn titles(&self) -> &[Title] {
        &self.titles
    }

    /// Returns the one person meant by "`office` of `of`" on `day`, where that is certain enough.
    #[must_use]
    pub fn holder(&self, office: OfficeId, of: EntityId, day: jiff::civil::Date) -> Option<EntityId> {
        let entity = self.get(of);
        if self.offices.is_shared(office) {
            return None;
        }
        if entity.kind == EntityKind::Organisation {
            return self.offices.holder_in_body(office, of, entity.country, day);
        }
        self.offices.holder(office, of, day, entity.subkind == "parliamentary")
    }

    /// Returns who held which office when.
    #[must_use]
    pub fn offices(&self) -> &Offices {
        &self.offices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_gazetteer_loads() {
        let gazetteer = Gazetteer::embedded().unwrap_or_else(|error| panic!("{error}"));
        assert!(gazetteer.entities().len() > 10_000);
        let offices = gazetteer.offices();
        let day = |text: &str| text.parse::<Date>().unwrap();
        let who = |office: &str, of: &str, on: &str| {
            let holder = gazetteer.holder(offices.id(office)?, gazetteer.key(of)?, day(on))?;
            Some(gazetteer.get(holder).name_en.to_string())
        };
        assert_eq!(who("president", "EG", "2013-02-01").as_deref(), Some("Mohamed Morsi"));
        assert_eq!(who("leader", "SA", "2014-02-01").as_deref(), Some("Abdullah of Saudi Arabia"));
        assert_eq!(who("leader", "org:hezbollah", "2014-02-01").as_deref(), Some("Hassan Nasrallah"));
        assert_eq!(who("head", "org:chp", "2008-02-01").as_deref(), Some("Deniz Baykal"));
        assert_eq!(who("speaker", "org:iraqi-parliament", "2012-02-01").as_deref(), Some("Usama al-Nujayfi"));
    }

    use jiff::civil::Date;

    /// What the gazetteer says with the rows of a user's files.
    fn with(files: &[(&'static str, &str)]) -> Gazetteer {
        let mut all = Gazetteer::embedded_files();
        all.extend(
            files.iter().map(|(name, text)| {
                (*name, DataFile { name: format!("mine/{name}"), text: (*text).to_owned().into() })
            }),
        );
        Gazetteer::load(&all).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_users_rows_replace_those_of_the_same_key() {
        let built_in = Gazetteer::embedded().unwrap_or_else(|error| panic!("{error}"));
        let offices =
            "person_id,office,of,start,end,source,note\nQ22316,secretary_of_state,US,2013-02-01,2013-02-02,mine,\n";
        let demonyms = "country,lang,form,gender,number,support,source\nTR,en,Turkish,,adj,never,mine\n";
        let titles = "lang,form,office,gender,number,state,rank\nen,president,president,,sg,plain,honorific\n";
        let mine = with(&[("offices.csv", offices), ("demonyms.csv", demonyms), ("titles.csv", titles)]);
        assert_eq!(mine.demonyms().len(), built_in.demonyms().len());
        assert_eq!(mine.titles().len(), built_in.titles().len());
        let turkish = mine.demonyms().iter().position(|demonym| &*demonym.text == "Turkish").unwrap();
        assert_eq!(mine.demonym_row(turkish).to_string(), "mine/demonyms.csv:2");
        assert!(mine.demonyms()[turkish].support.allows(Support::NEVER));
        let president = mine.titles().iter().position(|title| &*title.text == "president").unwrap();
        assert!(mine.titles()[president].office.is_none() && mine.title_row(president).line == 2);
        // A term that no row has is added.
        assert_eq!(mine.offices().terms().len(), built_in.offices().terms().len() + 1);
        let last = mine.offices().terms().len() - 1;
        assert_eq!(mine.term_row(last).to_string(), "mine/offices.csv:2");
        let kerry =
            built_in.offices().of_person(built_in.key("Q22316").unwrap()).find(|term| term.start.is_some()).unwrap();
        let line = format!("Q22316,{},US,{},1900,mine,\n", built_in.offices().name(kerry.office), kerry.start.unwrap());
        let ended = with(&[("offices.csv", &format!("person_id,office,of,start,end,source,note\n{line}"))]);
        assert_eq!(ended.offices().terms().len(), built_in.offices().terms().len());
    }
}
