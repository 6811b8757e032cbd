//! The gazetteer: entities with their names, offices, demonyms and titles, loaded from data files.
//!
//! In: the CSV files of `gazetteer/` (inside the program) and those of a user's folder, which add or replace rows.
//! Out: one immutable [`Gazetteer`] that the later stages share.

mod check;
mod columns;
mod kind;
mod load;
mod lookup;
mod offices;
mod row;
mod rows;
mod support;

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

pub use check::{check, costly};
pub use kind::EntityKind;
pub use load::{DataFile, KnowledgeError, RowError, each_row};
pub use offices::{Holders, OfficeId, OfficeKind, Offices, Term};
pub use row::AliasKind;
pub use rows::RowRef;
pub(crate) use rows::{RowFiles, RowPlace};
pub use support::Support;

use crate::compiled::Flat;
use crate::document::Lang;
use row::{AliasLine, DemonymLine, EntityLine, OfficeKindLine, OfficeLine, TitleLine};

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

/// A person, place or body.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Stable identifier.
    pub id: Arc<str>,
    /// What it is.
    pub kind: EntityKind,
    /// A finer kind, such as `ministry` or `sea`; may be empty.
    pub subkind: Cow<'static, str>,
    /// Usual Arabic name; may be empty.
    pub name_ar: Cow<'static, str>,
    /// Usual English name; may be empty.
    pub name_en: Cow<'static, str>,
    /// The country it belongs to.
    pub country: Option<EntityId>,
    /// Gender, where known.
    pub gender: Option<Gender>,
    /// Prominence among entities of the same name: the population of a city.
    pub weight: u64,
    /// Wikidata identifier; may be empty.
    pub wikidata: Cow<'static, str>,
    /// Key of the source, explained in `gazetteer/README.md`.
    pub source: Cow<'static, str>,
}

/// One name of an entity in one language.
#[derive(Clone, Debug)]
pub struct Alias {
    /// Whose name it is.
    pub entity: EntityId,
    /// The language.
    pub lang: Lang,
    /// The name as written in the data.
    pub text: Cow<'static, str>,
    /// What kind of name.
    pub kind: AliasKind,
    /// What it needs beside it.
    pub support: Support,
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
}

/// What `titles.csv` calls the people of the press.
const PRESS: &str = "journalist";

/// Entities, names, demonyms, titles and offices.
#[derive(Debug, Default)]
pub struct Gazetteer {
    entities: Vec<Entity>,
    /// The keys of the entities, sorted by their identifiers.
    by_id: Flat<u32>,
    /// The entities read so far by their identifiers; empty when all are read.
    known: HashMap<Arc<str>, EntityId, FixedState>,
    aliases: Vec<Alias>,
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
    aliases_of: OnceLock<HashMap<EntityId, Vec<u32>>>,
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

    /// Loads the gazetteer inside the program with the rows of `dir` added to it or put in their place.
    ///
    /// # Errors
    /// When a file cannot be read or a row is bad; all bad rows are listed.
    pub fn with_overlay(dir: &Path) -> Result<Gazetteer, KnowledgeError> {
        let mut files = Gazetteer::embedded_files();
        files.extend(Gazetteer::files_of(dir)?);
        Gazetteer::load(&files)
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

    /// Builds a gazetteer from data files; a later row replaces an earlier one with the same key.
    ///
    /// # Errors
    /// When rows are bad; all of them are listed.
    pub fn load(files: &[(&str, DataFile)]) -> Result<Gazetteer, KnowledgeError> {
        let mut gazetteer = Gazetteer::default();
        let mut errors = Vec::new();
        let named = |wanted: &str| files.iter().filter(move |(n, _)| *n == wanted).map(|(_, f)| f).collect::<Vec<_>>();
        gazetteer.read_entities(&named("entities.csv"), &mut errors);
        gazetteer.read_aliases(&named("aliases.csv"), &mut errors);
        gazetteer.read_demonyms(&named("demonyms.csv"), &mut errors);
        gazetteer.read_office_kinds(&named("office_kinds.csv"), &mut errors);
        gazetteer.read_titles(&named("titles.csv"), &mut errors);
        gazetteer.read_offices(&named("offices.csv"), &mut errors);
        gazetteer.known = HashMap::default();
        let mut by_id: Vec<u32> = (0..gazetteer.entities.len() as u32).collect();
        by_id.sort_unstable_by_key(|&key| &gazetteer.entities[key as usize].id);
        gazetteer.by_id = by_id.into();
        if errors.is_empty() { Ok(gazetteer) } else { Err(KnowledgeError::Rows(errors)) }
    }

    fn read_entities(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) {
        let mut countries: Vec<(EntityId, String, String)> = Vec::new();
        for file in files {
            let place = self.files.open(&file.name);
            each_row(file, errors, |line: EntityLine, at| {
                let gender = read_gender(&line.gender)?;
                let id: Arc<str> = line.id.as_str().into();
                if line.id.is_empty() || !line.id.bytes().all(|byte| byte.is_ascii_graphic()) {
                    return Err(format!("column 'id': '{}' is not an id; use ASCII without spaces", line.id));
                }
                if line.name_ar.is_empty() && line.name_en.is_empty() {
                    return Err(format!("{}: give name_ar or name_en", line.id));
                }
                let entity = Entity {
                    id: id.clone(),
                    kind: line.kind,
                    subkind: line.subkind.into(),
                    name_ar: line.name_ar.into(),
                    name_en: line.name_en.into(),
                    country: None,
                    gender,
                    weight: line.weight,
                    wikidata: line.wikidata.into(),
                    source: line.source.into(),
                };
                let key = match self.known.get(&id) {
                    Some(&old) => {
                        self.entities[old.0 as usize] = entity;
                        self.entity_rows.to_mut()[old.0 as usize] = RowFiles::place(place, at);
                        old
                    }
                    None => {
                        let new = EntityId(self.entities.len() as u32);
                        self.known.insert(id, new);
                        self.entities.push(entity);
                        self.entity_rows.to_mut().push(RowFiles::place(place, at));
                        new
                    }
                };
                if !line.country.is_empty() {
                    countries.push((key, line.country, file.name.clone()));
                }
                Ok(())
            });
        }
        for (entity, country, file) in countries {
            match self.known.get(country.as_str()) {
                Some(&id) => self.entities[entity.0 as usize].country = Some(id),
                None => errors.push(RowError {
                    file,
                    line: 0,
                    problem: format!("{}: country '{country}' is not an entity", self.entities[entity.0 as usize].id),
                }),
            }
        }
        // A country is its own country, so that "same country" needs no special case.
        for index in 0..self.entities.len() {
            if self.entities[index].kind == EntityKind::Country {
                self.entities[index].country = Some(EntityId(index as u32));
            }
        }
    }

    fn known(&self, id: &str, column: &str) -> Result<EntityId, String> {
        self.known
            .get(id)
            .copied()
            .ok_or_else(|| format!("column '{column}': '{id}' is no entity; add it to entities.csv"))
    }

    fn read_aliases(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) {
        let mut places: HashMap<(EntityId, Lang, bool, Cow<'static, str>), usize> = HashMap::new();
        for (index, file) in files.iter().enumerate() {
            let place = self.files.open(&file.name);
            each_row(file, errors, |line: AliasLine, at| {
                let entity = self.known(&line.entity_id, "entity_id")?;
                let support = read_support(&line.support)?;
                if !line.alias.contains(char::is_alphanumeric) {
                    return Err(format!("column 'alias': '{}' holds no word", line.alias));
                }
                let text: Cow<'static, str> = line.alias.into();
                let alias = Alias { entity, lang: line.lang, text: text.clone(), kind: line.kind, support };
                // Replacing is for a user's rows: within the built-in file a test forbids twins.
                if files.len() > 1 {
                    let key = (entity, line.lang, line.kind == AliasKind::Metonym, text);
                    if index > 0
                        && let Some(&old) = places.get(&key)
                    {
                        self.aliases[old] = alias;
                        self.alias_rows.to_mut()[old] = RowFiles::place(place, at);
                        return Ok(());
                    }
                    places.insert(key, self.aliases.len());
                }
                self.aliases.push(alias);
                self.alias_rows.to_mut().push(RowFiles::place(place, at));
                Ok(())
            });
        }
    }

    fn read_demonyms(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) {
        let mut keys = Keys::of(files);
        for file in files {
            let place = self.files.open(&file.name);
            each_row(file, errors, |line: DemonymLine, at| {
                let country = self.known(&line.country, "country")?;
                let gender = read_gender(&line.gender)?;
                let number = read_number(&line.number)?;
                let support = read_support(&line.support)?;
                let old = keys.old((country, line.lang, line.form.clone()), self.demonyms.len());
                let demonym = Demonym { country, lang: line.lang, text: line.form.into(), gender, number, support };
                put(&mut self.demonyms, old, demonym);
                put(self.demonym_rows.to_mut(), old, RowFiles::place(place, at));
                Ok(())
            });
        }
    }

    fn read_office_kinds(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) {
        for file in files {
            each_row(file, errors, |line: OfficeKindLine, _| {
                let office = self.offices.intern(&line.office);
                let means = line.means.split_whitespace().map(|name| self.offices.intern(name)).collect();
                let mut kind = OfficeKind { holders: line.holders, means, heads: line.heads, ..OfficeKind::default() };
                for flag in line.flags.split('|').filter(|flag| !flag.is_empty()) {
                    match flag {
                        "regnal" => kind.regnal = true,
                        "posted" => kind.posted = true,
                        "serves" => kind.serves = true,
                        "lesser" => kind.lesser = true,
                        "national" => kind.national = true,
                        _ => {
                            return Err(format!(
                                "column 'flags': '{flag}'; use regnal, posted, serves, lesser, national, joined by |"
                            ));
                        }
                    }
                }
                self.offices.set_kind(office, kind);
                Ok(())
            });
        }
    }

    fn read_titles(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) {
        let mut keys = Keys::of(files);
        for file in files {
            let place = self.files.open(&file.name);
            each_row(file, errors, |line: TitleLine, at| {
                let gender = read_gender(&line.gender)?;
                let number = read_number(&line.number)?;
                let state = match line.state.as_str() {
                    "definite" => State::Definite,
                    "construct" => State::Construct,
                    "plain" => State::Plain,
                    other => return Err(format!("column 'state': '{other}'; use definite, construct or plain")),
                };
                let (office, body) = match line.office.split_once('@') {
                    Some((office, body)) => (office, Some(self.known(body, "office")?)),
                    None => (line.office.as_str(), None),
                };
                let press = office == PRESS;
                let kind = self.offices.id(office).map(|office| self.offices.kind(office));
                let regnal = kind.is_some_and(|kind| kind.regnal);
                let office = match line.rank.as_str() {
                    "office" => Some(self.offices.intern(office)),
                    "honorific" => None,
                    other => return Err(format!("column 'rank': '{other}'; use office or honorific")),
                };
                let old = keys.old((line.lang, line.form.clone()), self.titles.len());
                let (lang, text) = (line.lang, line.form.into());
                put(&mut self.titles, old, Title { lang, text, office, body, gender, number, state, regnal, press });
                put(self.title_rows.to_mut(), old, RowFiles::place(place, at));
                Ok(())
            });
        }
    }

    fn read_offices(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) {
        let mut terms = Vec::new();
        let mut keys = Keys::of(files);
        for file in files {
            let place = self.files.open(&file.name);
            each_row(file, errors, |line: OfficeLine, at| {
                let person = self.known(&line.person_id, "person_id")?;
                let of = if line.of.is_empty() { None } else { Some(self.known(&line.of, "of")?) };
                let read = |column: &str, field: &str| {
                    if field.is_empty() {
                        return Ok(None);
                    }
                    field.parse().map(Some).map_err(|error| format!("column '{column}': {error}"))
                };
                let office = self.offices.intern(&line.office);
                let (start, end) = (read("start", &line.start)?, read("end", &line.end)?);
                let open = line.note.split_whitespace().any(|word| word == "open");
                let post = line.note.split_whitespace().find_map(|word| word.strip_prefix("in:"));
                let post = post.map(|id| self.known(id, "note")).transpose()?;
                let old = keys.old((person, office, of, start), terms.len());
                put(&mut terms, old, Term { person, office, of, start, end, open, post });
                put(self.term_rows.to_mut(), old, RowFiles::place(place, at));
                Ok(())
            });
        }
        self.offices.fill(terms);
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
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.key(id).map(|key| self.get(key))
    }

    /// Returns the key of the entity with the stable identifier `id`.
    #[must_use]
    pub fn key(&self, id: &str) -> Option<EntityId> {
        let place = self.by_id.binary_search_by(|&key| (*self.entities[key as usize].id).cmp(id));
        place.ok().map(|at| EntityId(self.by_id[at]))
    }

    /// Returns an entity by its key.
    #[must_use]
    pub fn get(&self, key: EntityId) -> &Entity {
        &self.entities[key.0 as usize]
    }

    /// Returns all entities, in the order of the files.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Returns all names.
    #[must_use]
    pub fn aliases(&self) -> &[Alias] {
        &self.aliases
    }

    /// Returns the names of one entity, in the order of the files.
    pub fn aliases_of(&self, entity: EntityId) -> impl Iterator<Item = &Alias> {
        let places = self.aliases_of.get_or_init(|| {
            let mut places: HashMap<EntityId, Vec<u32>> = HashMap::new();
            for (place, alias) in (0..).zip(&self.aliases) {
                places.entry(alias.entity).or_default().push(place);
            }
            places
        });
        places.get(&entity).into_iter().flatten().map(|&place| &self.aliases[place as usize])
    }

    /// Returns the plainest title of an office in `lang`: the words of its key, as `prime minister`, where one person
    /// bears that title, else the shortest ("president", not "ECB chief" or "pres.").
    #[must_use]
    pub fn title_of(&self, office: OfficeId, lang: Lang) -> Option<&str> {
        let titles = self.titles.iter().filter(|title| title.office == Some(office) && title.lang == lang);
        let of_one = titles.filter(|title| title.number == Number::Singular);
        let words = self.offices.name(office).replace('_', " ");
        of_one
            .min_by_key(|title| {
                let is_other = *title.text != *words;
                (is_other, title.gender == Some(Gender::Feminine), title.text.chars().count(), &title.text)
            })
            .map(|title| &*title.text)
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
        self.offices.holder(office, of, day, &*entity.subkind == "parliamentary")
    }

    /// Returns who held which office when.
    #[must_use]
    pub fn offices(&self) -> &Offices {
        &self.offices
    }
}

/// The places of rows by their keys, where a user's rows stand beside the built-in ones; a test forbids twins among these.
struct Keys<K>(Option<HashMap<K, usize>>);

impl<K: Eq + std::hash::Hash> Keys<K> {
    fn of(files: &[&DataFile]) -> Keys<K> {
        Keys((files.len() > 1).then(HashMap::new))
    }

    /// Returns the place of the row that a row replaces; notes the place `next` of a row that is new.
    fn old(&mut self, key: K, next: usize) -> Option<usize> {
        let places = self.0.as_mut()?;
        let place = *places.entry(key).or_insert(next);
        (place != next).then_some(place)
    }
}

/// Puts a value in the place of an old one, else behind all others.
fn put<T>(list: &mut Vec<T>, old: Option<usize>, value: T) {
    match old {
        Some(old) => list[old] = value,
        None => list.push(value),
    }
}

fn read_gender(field: &str) -> Result<Option<Gender>, String> {
    match field {
        "" => Ok(None),
        "m" => Ok(Some(Gender::Masculine)),
        "f" => Ok(Some(Gender::Feminine)),
        _ => Err(format!("column 'gender': '{field}'; use m, f or nothing")),
    }
}

fn read_number(field: &str) -> Result<Number, String> {
    match field {
        "" | "sg" | "adj" => Ok(Number::Singular),
        "du" => Ok(Number::Dual),
        "pl" => Ok(Number::Plural),
        _ => Err(format!("column 'number': '{field}'; use sg, du, pl or adj")),
    }
}

fn read_support(field: &str) -> Result<Support, String> {
    Support::read(field)
        .ok_or_else(|| format!("column 'support': '{field}'; use title, introduced, country, never, joined by |"))
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
