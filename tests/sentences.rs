//! Short texts of our own with every relation that they tell, by mechanism of the language.
//!
//! `tests/sentences/{ar,en}/MECHANISM.csv` has the columns `id,date,text,relations,note`. `relations` are rows
//! `SUBJECT predicate OBJECT status [date|undated] [either] [optional]`, set apart by semicolons: `Q7747|RU` accepts either
//! id, `new:` is anybody whom the gazetteer does not list, a date is compared where it is written, and `undated` says
//! that there is none. No row means that the text tells no relation. Offices count in `holds-office.csv` only.
//!
//! A text holds when all its rows are found and nothing else is. Those that do not hold yet stand in
//! `tests/sentences/known_failures.csv`, which may only become shorter; `NISBA_BLESS=1 cargo test sentences` takes out
//! what holds by now, and `NISBA_SHOW=1 cargo test sentences -- --nocapture` tells what was expected and found.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use nisba::document::{Document, Lang, PartialDate};
use nisba::lexicon::{Predicate, Status};
use nisba::relation::RelationRow;
use rayon::prelude::*;
use serde::Deserialize;

use super::{blessing, pipeline};

const FEWEST: [(Lang, &str, usize); 2] = [(Lang::Ar, "ar", 750), (Lang::En, "en", 250)];

/// The file whose sentences are about offices.
const OFFICES: &str = "holds-office";

#[derive(Deserialize)]
struct Line {
    id: String,
    date: String,
    text: String,
    relations: String,
    #[expect(dead_code, reason = "for whoever reads the file")]
    note: String,
}

/// One text of the files.
struct Sentence {
    id: String,
    lang: Lang,
    mechanism: String,
    date: String,
    text: String,
    expected: Vec<Expected>,
}

/// One row of the column `relations`.
struct Expected {
    subject: Vec<String>,
    predicate: Predicate,
    object: Vec<String>,
    status: Status,
    date: Option<PartialDate>,
    undated: bool,
    either: bool,
    optional: bool,
}

impl Expected {
    fn parse(row: &str) -> Result<Self, String> {
        let mut words = row.split_whitespace();
        let mut word = || words.next().ok_or_else(|| format!("'{row}' is too short"));
        let (subject, predicate, object, status) = (word()?, word()?, word()?, word()?);
        let ids = |list: &str| list.split('|').map(str::to_owned).collect();
        let predicate: Predicate = predicate.parse().map_err(|error| format!("'{row}': {error}"))?;
        let status = status.parse().map_err(|error| format!("'{row}': {error}"))?;
        let mut expected = Self {
            subject: ids(subject),
            predicate,
            object: ids(object),
            status,
            date: None,
            undated: false,
            either: predicate.is_symmetric(),
            optional: false,
        };
        for word in words {
            match word {
                "either" => expected.either = true,
                "optional" => expected.optional = true,
                "undated" => expected.undated = true,
                date => expected.date = Some(date.parse().map_err(|_| format!("'{row}': what is '{date}'?"))?),
            }
        }
        Ok(expected)
    }

    fn fits(&self, row: &RelationRow) -> bool {
        let is = |wanted: &[String], id: &str| {
            wanted.iter().any(|one| one == id || one.starts_with("new:") && id.starts_with("new:"))
        };
        let (from, to) = (&*row.subject[0], &*row.object[0]);
        let parties = is(&self.subject, from) && is(&self.object, to)
            || (self.either || row.either) && is(&self.subject, to) && is(&self.object, from);
        parties
            && row.predicate == self.predicate
            && row.status == self.status
            && (self.date.is_none() || row.date == self.date)
            && (!self.undated || row.date.is_none())
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (subject, object) = (self.subject.join("|"), self.object.join("|"));
        write!(f, "{subject} {} {object} {}", self.predicate.name(), self.status.name())?;
        if let Some(date) = self.date {
            write!(f, " {date}")?;
        }
        if self.undated {
            f.write_str(" undated")?;
        }
        f.write_str(if self.optional { " (optional)" } else { "" })
    }
}

/// What the pipeline makes of a text.
struct Outcome {
    found: Vec<RelationRow>,
    /// Required rows that were found.
    hits: usize,
    /// Required rows that were not.
    missed: usize,
    /// Rows found that nobody expects.
    false_rows: usize,
}

impl Outcome {
    fn holds(&self) -> bool {
        self.missed == 0 && self.false_rows == 0
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences")
}

/// Returns the texts of all sentences: id, language, date, text.
pub(crate) fn texts() -> Vec<(String, Lang, String, String)> {
    sentences().into_iter().map(|sentence| (sentence.id, sentence.lang, sentence.date, sentence.text)).collect()
}

/// Reads all files, in the order of their names, and panics with everything that is wrong in them.
fn sentences() -> Vec<Sentence> {
    let (mut read, mut wrong) = (Vec::new(), Vec::new());
    for (lang, name, _) in FEWEST {
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder().join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let mechanism = file.file_stem().unwrap().to_string_lossy().into_owned();
            for line in csv::Reader::from_path(&file).unwrap().deserialize() {
                let line: Line = line.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                let rows = line.relations.split(';').map(str::trim).filter(|row| !row.is_empty());
                let (good, bad): (Vec<_>, Vec<_>) = rows.map(Expected::parse).partition(Result::is_ok);
                wrong.extend(bad.into_iter().filter_map(Result::err).map(|error| format!("{}: {error}", line.id)));
                read.push(Sentence {
                    id: line.id,
                    lang,
                    mechanism: mechanism.clone(),
                    date: line.date,
                    text: line.text,
                    expected: good.into_iter().filter_map(Result::ok).collect(),
                });
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    read
}

fn read(sentence: &Sentence) -> Outcome {
    let document = Document {
        id: sentence.id.clone(),
        lang: sentence.lang,
        date: sentence.date.parse().ok(),
        text: sentence.text.clone(),
        ..Document::default()
    };
    let mut found = pipeline().extract(&document).relations;
    found.retain(|row| row.predicate != Predicate::HoldsOffice || sentence.mechanism == OFFICES);
    let mut free: Vec<&RelationRow> = found.iter().collect();
    let (mut hits, mut missed) = (0, 0);
    for expected in sentence.expected.iter().filter(|expected| !expected.optional) {
        if let Some(place) = free.iter().position(|row| expected.fits(row)) {
            free.remove(place);
            hits += 1;
        } else {
            missed += 1;
        }
    }
    let excused = |row: &RelationRow| sentence.expected.iter().any(|expected| expected.optional && expected.fits(row));
    let false_rows = free.iter().filter(|row| !excused(row)).count();
    Outcome { found, hits, missed, false_rows }
}

#[test]
fn files_are_whole() {
    let sentences = sentences();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for sentence in &sentences {
        if !seen.insert(&*sentence.id) {
            wrong.push(format!("{}: this id stands twice", sentence.id));
        }
        if !sentence.date.is_empty() && sentence.date.parse::<PartialDate>().is_err() {
            wrong.push(format!("{}: '{}' is no date", sentence.id, sentence.date));
        }
        for id in sentence.expected.iter().flat_map(|row| row.subject.iter().chain(&row.object)) {
            if !id.starts_with("new:") && pipeline().gazetteer().key(id).is_none() {
                wrong.push(format!("{}: nobody is called '{id}'", sentence.id));
            }
        }
    }
    for (lang, name, fewest) in FEWEST {
        let count = sentences.iter().filter(|sentence| sentence.lang == lang).count();
        if count < fewest {
            wrong.push(format!("{name}: {count} sentences, and there were {fewest}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::print_stderr, reason = "the figures, and on demand the failures, are worth telling")]
fn sentences_tell_what_they_should() {
    let sentences = sentences();
    let outcomes: Vec<Outcome> = sentences.par_iter().map(read).collect();
    let mut tallies: BTreeMap<(&str, &str), [usize; 5]> = BTreeMap::new();
    for (sentence, outcome) in sentences.iter().zip(&outcomes) {
        let name = if sentence.lang == Lang::En { "en" } else { "ar" };
        let numbers = [
            1,
            usize::from(outcome.holds()),
            outcome.hits,
            outcome.hits + outcome.false_rows,
            outcome.hits + outcome.missed,
        ];
        for mechanism in [&*sentence.mechanism, "(all)"] {
            let tally = tallies.entry((name, mechanism)).or_default();
            tally.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
        }
    }
    for ((lang, mechanism), [texts, hold, hits, found, expected]) in tallies {
        eprintln!(
            "{lang} {mechanism:20} {hold:3} of {texts:3} hold; right {hits:3} of {found:3} found, of {expected:3} told"
        );
    }
    if std::env::var_os("NISBA_SHOW").is_some() {
        for (sentence, outcome) in sentences.iter().zip(&outcomes).filter(|(_, outcome)| !outcome.holds()) {
            let list = |rows: Vec<String>| rows.join("; ");
            eprintln!("{} [{}] {}", sentence.id, sentence.date, sentence.text);
            eprintln!("    expected {}", list(sentence.expected.iter().map(ToString::to_string).collect()));
            eprintln!("    found    {}", list(outcome.found.iter().map(told).collect()));
        }
    }
    let failed: BTreeSet<&str> = sentences
        .iter()
        .zip(&outcomes)
        .filter(|(_, outcome)| !outcome.holds())
        .map(|(sentence, _)| &*sentence.id)
        .collect();
    hold(&failed);
}

fn told(row: &RelationRow) -> String {
    let (subject, object) = (&row.subject[0], &row.object[0]);
    let date = row.date.map(|date| format!(" {date}")).unwrap_or_default();
    format!("{subject} {} {object} {}{date}", row.predicate.name(), row.status.name())
}

/// Compares what fails with the list of what is known to; blesses it where asked.
#[track_caller]
#[expect(clippy::print_stderr, reason = "a list that could be shorter is worth telling")]
fn hold(failed: &BTreeSet<&str>) {
    let file = folder().join("known_failures.csv");
    let text = fs::read_to_string(&file).unwrap();
    let known: BTreeSet<&str> = text.lines().skip(1).collect();
    if blessing() {
        assert!(failed.len() <= known.len(), "{} sentences fail, and {} did: not blessed", failed.len(), known.len());
        let rows: String = failed.iter().map(|id| format!("{id}\n")).collect();
        fs::write(&file, format!("id\n{rows}")).unwrap();
        return;
    }
    let mended = known.difference(failed).count();
    if mended > 0 {
        eprintln!("{mended} listed sentences hold now: NISBA_BLESS=1 takes them out");
    }
    let new: Vec<&str> = failed.difference(&known).copied().collect();
    assert!(new.is_empty(), "{} sentences fail that are not listed:\n  {}", new.len(), new.join("\n  "));
}
