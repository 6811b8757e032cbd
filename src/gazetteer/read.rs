//! Rows in, a gazetteer out: every bad row is told.

use std::collections::HashMap;

use super::aliases::{self, Twins};
use super::entities;
use super::load::each_line;
use super::row::{AliasLine, AliasLines, DemonymLine, EntityLine, EntityLines, OfficeKindLine, OfficeLine, TitleLine};
use super::{DataFile, Demonym, EntityId, Gazetteer, Gender, KnowledgeError, Number, OfficeKind, RowError, RowFiles};
use super::{State, Support, Term, Title, each_row};
use crate::compiled::{TextPlace, Texts};
use crate::text;

/// What `titles.csv` calls the people of the press.
const PRESS: &str = "journalist";

/// Reads files of one name; tells whether a row took the place of one that was there before.
type ReadFiles = fn(&mut Gazetteer, &[&DataFile], &mut Vec<RowError>) -> bool;

impl Gazetteer {
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
        gazetteer.entities.finish();
        if errors.is_empty() { Ok(gazetteer) } else { Err(KnowledgeError::Rows(errors)) }
    }

    /// Adds the rows of a user's files to the built-in gazetteer, or puts them in the place of its rows; also tells whether
    /// all is kept that a dictionary of the built-in names holds. Each file is let go of when it has been read.
    pub(crate) fn joined(
        built_in: Gazetteer,
        files: Vec<(&'static str, DataFile)>,
    ) -> Result<(Gazetteer, bool), KnowledgeError> {
        // The kinds of offices say what the built-in titles are: all is read again.
        if files.iter().any(|(name, _)| *name == "office_kinds.csv") {
            let all: Vec<_> = Gazetteer::embedded_files().into_iter().chain(files).collect();
            return Gazetteer::load(&all).map(|gazetteer| (gazetteer, false));
        }
        let mut gazetteer = built_in;
        let mut errors = Vec::new();
        // Countries have demonyms, which other names are made with.
        let mut kept = !files.iter().any(|(name, _)| *name == "demonyms.csv");
        let mut files: HashMap<&str, DataFile> = files.into_iter().collect();
        let mut with = |name: &str, read: ReadFiles| {
            if let Some(file) = files.remove(name) {
                kept &= !read(&mut gazetteer, &[&file], &mut errors);
            }
        };
        with("entities.csv", Gazetteer::read_entities);
        with("aliases.csv", Gazetteer::read_aliases);
        with("demonyms.csv", Gazetteer::read_demonyms);
        with("titles.csv", Gazetteer::read_titles);
        with("offices.csv", Gazetteer::read_offices);
        gazetteer.entities.finish();
        if errors.is_empty() { Ok((gazetteer, kept)) } else { Err(KnowledgeError::Rows(errors)) }
    }

    /// Reads entities; tells whether one took the place of one that was there before these files.
    fn read_entities(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) -> bool {
        let (before, mut replaced) = (self.entities.len(), false);
        // Countries that stand further on than what lies in them.
        let mut awaited: Vec<(EntityId, String, String)> = Vec::new();
        let mut last = [(0, 0); 3];
        for file in files {
            let place = self.files.open(&file.name);
            each_line::<EntityLines>(file, errors, |line: EntityLine<&str>, at| {
                let gender = read_gender(line.gender)?;
                if line.id.is_empty() || !line.id.bytes().all(|byte| byte.is_ascii_graphic()) {
                    return Err(format!("column 'id': '{}' is not an id; use ASCII without spaces", line.id));
                }
                if line.name_ar.is_empty() && line.name_en.is_empty() {
                    return Err(format!("{}: give name_ar or name_en", line.id));
                }
                let old = self.entities.key(&self.texts, line.id);
                let texts = &mut self.texts;
                let id = if old.is_some() { (0, 0) } else { keep(texts, line.id)? };
                let fields = [line.subkind, line.wikidata, line.source];
                for (last, field) in last.iter_mut().zip(fields) {
                    *last = keep_again(texts, &[*last, id], field)?;
                }
                let [subkind, wikidata, source] = last;
                let (arabic, english) = (keep(texts, line.name_ar)?, keep(texts, line.name_en)?);
                let (weight, kind) = (line.weight, line.kind);
                let row = entities::Row { id, subkind, arabic, english, wikidata, source, weight, kind, gender };
                let row_place = RowFiles::place(place, at);
                let key = match old {
                    Some(old) => {
                        replaced |= (old.0 as usize) < before;
                        self.entities.replace(old, &row);
                        self.entity_rows.to_mut()[old.0 as usize] = row_place;
                        old
                    }
                    None => {
                        self.entity_rows.to_mut().push(row_place);
                        self.entities.push(&self.texts, &row)
                    }
                };
                if line.country.is_empty() {
                    return Ok(());
                }
                match self.entities.key(&self.texts, line.country) {
                    Some(country) => self.entities.set_country(key, country),
                    None => awaited.push((key, line.country.to_owned(), file.name.clone())),
                }
                Ok(())
            });
        }
        for (entity, country, file) in awaited {
            match self.key(&country) {
                Some(country) => self.entities.set_country(entity, country),
                None => errors.push(RowError {
                    file,
                    line: 0,
                    problem: format!("{}: country '{country}' is not an entity", self.get(entity).id),
                }),
            }
        }
        self.entities.settle_countries();
        replaced
    }

    fn known(&self, id: &str, column: &str) -> Result<EntityId, String> {
        self.key(id).ok_or_else(|| unknown(id, column))
    }

    /// Reads names; tells whether one took the place of one that was there before these files.
    fn read_aliases(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) -> bool {
        let (before, mut replaced) = (self.aliases.len(), false);
        // Replacing is for a user's rows: within the built-in file a test forbids twins.
        let mut twins = (before > 0 || files.len() > 1).then(Twins::default);
        (0..before).for_each(|place| twins.iter_mut().for_each(|twins| twins.note(&self.aliases, &self.texts, place)));
        let mut last = EntityId(0);
        for (index, file) in files.iter().enumerate() {
            let place = self.files.open(&file.name);
            each_line::<AliasLines>(file, errors, |line: AliasLine<&str>, at| {
                let entity = self.entities.key_behind(&self.texts, last, line.entity_id);
                let entity = entity.ok_or_else(|| unknown(line.entity_id, "entity_id"))?;
                last = entity;
                let support = read_support(line.support)?;
                if !line.alias.contains(char::is_alphanumeric) {
                    return Err(format!("column 'alias': '{}' holds no word", line.alias));
                }
                let text = keep_again(&mut self.texts, &self.entities.names(entity), line.alias)?;
                let row = aliases::Row { text, entity, lang: line.lang, kind: line.kind, support };
                let row_place = RowFiles::place(place, at);
                let twin = twins.as_ref().filter(|_| before > 0 || index > 0);
                if let Some(old) = twin.and_then(|twins| twins.find(&self.aliases, &self.texts, line.alias, row)) {
                    replaced |= old < before;
                    self.aliases.replace(old, row);
                    self.alias_rows.to_mut()[old] = row_place;
                    return Ok(());
                }
                self.aliases.push(row);
                self.alias_rows.to_mut().push(row_place);
                if let Some(twins) = &mut twins {
                    twins.note(&self.aliases, &self.texts, self.aliases.len() - 1);
                }
                Ok(())
            });
        }
        replaced
    }

    fn read_demonyms(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) -> bool {
        let before = self.demonyms.len();
        let there = self.demonyms.iter().map(|it| (it.country, it.lang, it.text.to_string()));
        let mut keys = Keys::of(files, there);
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
        keys.replaced_before(before)
    }

    fn read_office_kinds(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) {
        for file in files {
            each_row(file, errors, |line: OfficeKindLine, _| {
                let office = self.offices.intern(&line.office);
                let means = line.means.split_whitespace().map(|name| self.offices.intern(name)).collect();
                let courtesies = text::words(&line.courtesy).into_iter().map(Vec::into_boxed_slice).collect();
                let (holders, heads) = (line.holders, line.heads);
                let mut kind = OfficeKind { holders, means, heads, courtesies, ..OfficeKind::default() };
                for flag in line.flags.split('|').filter(|flag| !flag.is_empty()) {
                    match flag {
                        "regnal" => kind.regnal = true,
                        "posted" => kind.posted = true,
                        "serves" => kind.serves = true,
                        "lesser" => kind.lesser = true,
                        "national" => kind.national = true,
                        "minister" => kind.minister = true,
                        "state" => kind.state = true,
                        _ => {
                            return Err(format!(
                                "column 'flags': '{flag}'; use regnal, posted, serves, lesser, national, minister, state, joined by |"
                            ));
                        }
                    }
                }
                self.offices.set_kind(office, kind);
                Ok(())
            });
        }
    }

    fn read_titles(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) -> bool {
        let before = self.titles.len();
        let mut keys = Keys::of(files, self.titles.iter().map(|title| (title.lang, title.text.to_string())));
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
                    "honorific" | "profession" => None,
                    other => return Err(format!("column 'rank': '{other}'; use office, honorific or profession")),
                };
                let old = keys.old((line.lang, line.form.clone()), self.titles.len());
                let (lang, text) = (line.lang, line.form.into());
                let profession = line.rank == "profession";
                let title = Title { lang, text, office, body, gender, number, state, regnal, press, profession };
                put(&mut self.titles, old, title);
                put(self.title_rows.to_mut(), old, RowFiles::place(place, at));
                Ok(())
            });
        }
        keys.replaced_before(before)
    }

    /// Reads terms; no name depends on one.
    fn read_offices(&mut self, files: &[&DataFile], errors: &mut Vec<RowError>) -> bool {
        let mut terms = self.offices.take_terms();
        let mut keys = Keys::of(files, terms.iter().map(|term| (term.person, term.office, term.of, term.start)));
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
        false
    }
}

/// The places of rows by their keys, where a user's rows stand beside the built-in ones; a test forbids twins among these.
struct Keys<K> {
    places: Option<HashMap<K, usize>>,
    /// The first place whose row was replaced.
    replaced: usize,
}

impl<K: Eq + std::hash::Hash> Keys<K> {
    /// Returns the keys of the rows that are there before those of `files` are read.
    fn of(files: &[&DataFile], there: impl ExactSizeIterator<Item = K>) -> Keys<K> {
        let replaces = there.len() > 0 || files.len() > 1;
        Keys { places: replaces.then(|| there.zip(0..).collect()), replaced: usize::MAX }
    }

    /// Returns the place of the row that a row replaces; notes the place `next` of a row that is new.
    fn old(&mut self, key: K, next: usize) -> Option<usize> {
        let places = self.places.as_mut()?;
        let place = *places.entry(key).or_insert(next);
        (place != next).then(|| {
            self.replaced = self.replaced.min(place);
            place
        })
    }

    /// Returns whether one of the first rows was replaced.
    fn replaced_before(&self, count: usize) -> bool {
        self.replaced < count
    }
}

/// Puts a value in the place of an old one, else behind all others.
fn put<T>(list: &mut Vec<T>, old: Option<usize>, value: T) {
    match old {
        Some(old) => list[old] = value,
        None => list.push(value),
    }
}

/// Lays a text to the others.
fn keep(texts: &mut Texts, text: &str) -> Result<TextPlace, String> {
    texts.push(text).ok_or_else(|| "the data files hold more than four gigabytes of text".to_owned())
}

/// The same, where it is not one of those that lie there: rows say the same again and again.
fn keep_again(texts: &mut Texts, there: &[TextPlace], text: &str) -> Result<TextPlace, String> {
    let same = there.iter().find(|&&place| texts.get(place) == text);
    same.map_or_else(|| keep(texts, text), |&place| Ok(place))
}

fn unknown(id: &str, column: &str) -> String {
    format!("column '{column}': '{id}' is no entity; add it to entities.csv")
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
