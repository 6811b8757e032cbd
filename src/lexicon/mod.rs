//! The lexicon: words that signal relations, and the closed classes of words that show how a sentence is built.
//!
//! In: the CSV files of `gazetteer/lexicon/` and those of a user's folder. Out: one immutable [`Lexicon`] of
//! inflected forms, each with what it means for the reading of a sentence.

mod coding;
mod columns;
mod entries;
mod inflect_ar;
mod inflect_en;
mod list;
mod predicate;
mod replace;
mod trigger;
mod word;
mod word_row;
mod written;

use std::collections::HashMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use coding::Coding;
pub use list::WordList;
pub use predicate::{Family, NameError, Predicate, Status};
pub use trigger::{Flags, Form, Pos, Pronoun, Sense, Shape, Slot, Tense, Trigger, TriggerId};
pub use word::{Class, Membership, Period, PrepId, Sides, Whose};

use crate::compiled::Flat;
use crate::document::Lang;
use crate::gazetteer::{DataFile, KnowledgeError, RowError, RowFiles, RowPlace, RowRef, each_row};
use crate::text::normal_form;
use entries::Entries;
use list::Lists;
use replace::{NONE, Replaced};
use trigger::TriggerLine;
use word::WordLine;
use written::Written;

/// A form of the lexicon.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'l> {
    /// The language.
    pub lang: Lang,
    /// The form as written.
    pub text: &'l str,
    /// What it is.
    pub item: Item,
}

/// A form while the files are read.
#[derive(Clone, Debug)]
struct Draft {
    lang: Lang,
    text: String,
    item: Item,
}

/// What a form of the lexicon is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Item {
    /// A word of a closed class.
    Class(Class),
    /// An inflected form of a trigger.
    Form(Form),
}

/// Closed-class words, triggers and their forms.
#[derive(Debug, Default)]
pub struct Lexicon {
    triggers: Vec<Trigger>,
    /// The forms; while the files are read, `drafts`.
    entries: Entries,
    drafts: Vec<Draft>,
    prepositions: Vec<Box<str>>,
    by_preposition: HashMap<Vec<u8>, PrepId>,
    /// The same by the word as the rows write it.
    by_written: Written,
    /// Months cut short ("Feb"), in normal form.
    short_months: Vec<Vec<u8>>,
    /// Arabic names of days that are one word (غدا, الأحد), in normal form.
    days: Vec<Vec<u8>>,
    /// Arabic words that open the circumstance before the dots of a headline (خلال, بعد, في), in normal form.
    openers: Vec<Vec<u8>>,
    /// Words that are asked for by their letters.
    lists: Lists,
    /// The files of the rows, and where in them each trigger stands and each word of a closed class.
    files: RowFiles,
    trigger_rows: Flat<RowPlace>,
    word_rows: Flat<RowPlace>,
}

/// The names of the data files of a lexicon.
pub const FILES: [&str; 5] =
    ["words-ar.csv", "words-ar-everyday.csv", "words-en.csv", "triggers-ar.csv", "triggers-en.csv"];

/// Prepositions before places.
const PLACE_PREPOSITIONS: [&str; 12] =
    ["في", "إلى", "من", "نحو", "عبر", "in", "to", "from", "at", "near", "into", "outside"];

impl Lexicon {
    /// Returns the data files inside the program.
    #[must_use]
    pub fn embedded_files() -> Vec<(&'static str, DataFile)> {
        macro_rules! file {
            ($name:literal) => {
                (
                    $name,
                    DataFile::embedded(
                        concat!("gazetteer/lexicon/", $name),
                        include_str!(concat!("../../gazetteer/lexicon/", $name)),
                    ),
                )
            };
        }
        vec![
            file!("words-ar.csv"),
            file!("words-ar-everyday.csv"),
            file!("words-en.csv"),
            file!("triggers-ar.csv"),
            file!("triggers-en.csv"),
        ]
    }

    /// Loads the lexicon inside the program with the rows of `dir` added to it; a trigger with a known id replaces it.
    ///
    /// # Errors
    /// When a file cannot be read or a row is bad; all bad rows are listed.
    pub fn with_overlay(dir: &Path) -> Result<Lexicon, KnowledgeError> {
        let mut files = Lexicon::embedded_files();
        files.extend(Lexicon::files_of(dir)?);
        Lexicon::load(&files)
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

    /// Builds a lexicon from data files.
    ///
    /// # Errors
    /// When rows are bad; all of them are listed.
    pub fn load(files: &[(&str, DataFile)]) -> Result<Lexicon, KnowledgeError> {
        let mut lexicon = Lexicon::default();
        let mut errors = Vec::new();
        let mut read: Vec<&str> = Vec::new();
        for (name, file) in files.iter().filter(|(name, _)| name.starts_with("words")) {
            lexicon.read_words(file, read.contains(name), &mut errors);
            read.push(name);
        }
        let mut by_id = HashMap::new();
        for (_, file) in files.iter().filter(|(name, _)| name.starts_with("triggers")) {
            lexicon.read_triggers(file, &mut by_id, &mut errors);
        }
        lexicon.lists = Lists::take_out(&mut lexicon.drafts, lexicon.word_rows.to_mut());
        lexicon.shorten();
        lexicon.name_single_words();
        lexicon.inflect();
        lexicon.entries = Entries::of(&std::mem::take(&mut lexicon.drafts));
        if errors.is_empty() { Ok(lexicon) } else { Err(KnowledgeError::Rows(errors)) }
    }

    /// Reads words; those of a user's file replace the same words of the same class.
    fn read_words(&mut self, file: &DataFile, is_users: bool, errors: &mut Vec<RowError>) {
        let mut replaced = is_users.then(|| Replaced::after(&self.drafts));
        let place = self.files.open(&file.name);
        each_row(file, errors, |line: WordLine, at| {
            if normal_form(&line.form).is_empty() {
                return Err(format!("column 'form': '{}' holds no word", line.form));
            }
            if line.class == NONE {
                let replaced =
                    replaced.as_mut().ok_or("column 'class': 'none' takes away a word of the files before")?;
                replaced.replace(&self.drafts, line.lang, &line.form, None);
                return Ok(());
            }
            let class = Class::read(&line.class, &line.note, &line.form, |preposition| self.preposition(preposition))?;
            if let Some(replaced) = &mut replaced {
                replaced.replace(&self.drafts, line.lang, &line.form, Some(class));
            }
            self.drafts.push(Draft { lang: line.lang, text: line.form, item: Item::Class(class) });
            self.word_rows.to_mut().push(RowFiles::place(place, at));
            Ok(())
        });
        if let Some(replaced) = replaced {
            replaced.take_out(&mut self.drafts, self.word_rows.to_mut());
        }
    }

    fn read_triggers(&mut self, file: &DataFile, by_id: &mut HashMap<String, TriggerId>, errors: &mut Vec<RowError>) {
        let place = self.files.open(&file.name);
        each_row(file, errors, |line: TriggerLine, at| {
            let row = RowFiles::place(place, at);
            let id = line.id.clone();
            let trigger = line.read(|preposition| self.preposition(preposition))?;
            match by_id.get(&id) {
                Some(&old) => {
                    self.triggers[old.0 as usize] = trigger;
                    self.trigger_rows.to_mut()[old.0 as usize] = row;
                }
                None => {
                    by_id.insert(id, TriggerId(self.triggers.len() as u32));
                    self.triggers.push(trigger);
                    self.trigger_rows.to_mut().push(row);
                }
            }
            Ok(())
        });
    }

    /// Finds the months that are cut short: another name of the month begins with the form.
    fn shorten(&mut self) {
        let months: Vec<(u8, Vec<u8>)> = self
            .drafts
            .iter()
            .filter_map(|entry| match entry.item {
                Item::Class(Class::Month(month)) if entry.lang == Lang::En => Some((month, normal_form(&entry.text))),
                _ => None,
            })
            .collect();
        let is_short = |(month, form): &&(u8, Vec<u8>)| {
            months.iter().any(|(other, whole)| other == month && whole.len() > form.len() && whole.starts_with(form))
        };
        self.short_months = months.iter().filter(is_short).map(|(_, form)| form.clone()).collect();
    }

    /// Finds the names of days that are one word, and the words of one token that open a circumstance: prepositions, and what is
    /// used as one.
    fn name_single_words(&mut self) {
        self.days = self.single_words(|class| matches!(class, Class::Day(_) | Class::Weekday(_)));
        self.openers = self.single_words(|class| matches!(class, Class::Circumstance | Class::Prep(_)));
    }

    /// Returns the Arabic words of one token that are of some classes, each once and in order.
    fn single_words(&self, wanted: impl Fn(Class) -> bool) -> Vec<Vec<u8>> {
        let single = self.drafts.iter().filter(|entry| entry.lang == Lang::Ar && !entry.text.contains(' '));
        let mut words: Vec<Vec<u8>> = single
            .filter(|entry| matches!(entry.item, Item::Class(class) if wanted(class)))
            .map(|entry| normal_form(&entry.text))
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    fn inflect(&mut self) {
        for (index, trigger) in self.triggers.iter().enumerate() {
            let id = TriggerId(index as u32);
            let forms = match trigger.lang {
                Lang::Ar => inflect_ar::forms(trigger.pos, &trigger.forms),
                Lang::En => inflect_en::forms(trigger.pos, &trigger.forms),
            };
            self.drafts.extend(forms.into_iter().map(|(text, shape)| Draft {
                lang: trigger.lang,
                text,
                item: Item::Form(Form { trigger: id, shape }),
            }));
        }
    }

    fn preposition(&mut self, word: &str) -> PrepId {
        if let Some(id) = self.by_written.get(word) {
            return id;
        }
        let next = PrepId(u8::try_from(self.prepositions.len()).expect("there are fewer than 256 prepositions"));
        let id = *self.by_preposition.entry(normal_form(word)).or_insert(next);
        if id == next {
            self.prepositions.push(word.into());
        }
        self.by_written.add(word, id);
        id
    }

    /// Returns the key of a preposition, written as the rows write it, where a row uses it.
    #[must_use]
    #[inline(always)]
    pub fn preposition_id(&self, word: &str) -> Option<PrepId> {
        let id = self.by_written.get(word);
        debug_assert_eq!(id, self.by_preposition.get(&normal_form(word)).copied(), "{word} is written another way");
        id
    }

    /// Returns whether a city behind the preposition is a place one is in or goes to.
    #[must_use]
    pub fn is_place_preposition(&self, id: PrepId) -> bool {
        PLACE_PREPOSITIONS.contains(&&*self.prepositions[id.0 as usize])
    }

    /// Returns whether who stands behind the preposition is a side: with, between, against.
    #[must_use]
    pub fn is_side_preposition(&self, id: PrepId) -> bool {
        ["مع", "بين", "ضد", "between", "with", "against"].contains(&&*self.prepositions[id.0 as usize])
    }

    /// Returns whether the preposition may say where an office is held.
    #[must_use]
    pub fn is_posting_preposition(&self, id: PrepId) -> bool {
        ["في", "إلى", "لدى"].contains(&&*self.prepositions[id.0 as usize])
    }

    /// Returns whether a word in normal form is a month cut short, which a full stop may follow: "Feb".
    #[must_use]
    pub fn is_short_month(&self, form: &[u8]) -> bool {
        self.short_months.iter().any(|month| month == form)
    }

    /// Returns whether a word in normal form is one of a list.
    #[must_use]
    pub fn lists(&self, list: WordList, form: &[u8]) -> bool {
        self.lists.hold(list, form)
    }

    /// Returns whether an Arabic word in normal form names a day by itself: غدا, الأحد.
    #[must_use]
    pub fn is_day(&self, form: &[u8]) -> bool {
        self.days.binary_search_by(|day| day.as_slice().cmp(form)).is_ok()
    }

    /// Returns whether an Arabic word, in normal form, opens a circumstance: خلال, بعد, في.
    #[must_use]
    pub fn opens_circumstance(&self, form: &[u8]) -> bool {
        self.openers.binary_search_by(|opener| opener.as_slice().cmp(form)).is_ok()
    }

    /// Returns where the row of a trigger stands.
    #[must_use]
    pub fn trigger_row(&self, id: TriggerId) -> RowRef {
        self.files.row(self.trigger_rows.get(id.0 as usize).copied().unwrap_or_default())
    }

    /// Returns where the row of a form stands, by its place among [`Lexicon::entries`]: that of the word, or of the trigger
    /// whose form it is.
    #[must_use]
    pub fn entry_row(&self, index: usize) -> Option<RowRef> {
        match self.entries.get(index)?.item {
            Item::Class(_) => self.word_rows.get(index).map(|&place| self.files.row(place)),
            Item::Form(form) => Some(self.trigger_row(form.trigger)),
        }
    }

    /// Returns a preposition as the rows write it.
    #[must_use]
    pub fn preposition_text(&self, id: PrepId) -> &str {
        &self.prepositions[usize::from(id.0)]
    }

    /// Returns all forms.
    #[must_use]
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Entry<'_>> {
        (0..self.entries.len() as u32).map(|index| self.entry(index))
    }

    /// Returns a form by its place.
    ///
    /// # Panics
    /// When there are not so many forms.
    #[must_use]
    #[inline]
    pub fn entry(&self, index: u32) -> Entry<'_> {
        self.entries.at(index as usize)
    }

    /// Returns the language of a form and what it is, as one number, never 0.
    #[cfg_attr(not(test), allow(dead_code, reason = "who makes a dictionary asks"))]
    pub(crate) fn packed_meaning(&self, index: u32) -> u64 {
        self.entries.packed(index as usize)
    }

    /// Returns what [`Lexicon::packed_meaning`] packed.
    #[inline]
    pub(crate) fn meaning(&self, packed: u64) -> (Lang, Item) {
        self.entries.meaning(packed)
    }

    /// Returns all triggers.
    #[must_use]
    pub fn triggers(&self) -> &[Trigger] {
        &self.triggers
    }

    /// Returns a trigger by its key.
    #[must_use]
    #[inline]
    pub fn trigger(&self, id: TriggerId) -> &Trigger {
        &self.triggers[id.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lexicon_loads() {
        let lexicon = Lexicon::embedded().unwrap_or_else(|error| panic!("{error}"));
        assert!(lexicon.entries().len() > 900);
    }
}
