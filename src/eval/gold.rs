//! Annotated documents: the gold, and what a program found, in one form.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::document::{Document, Lang, Place, SourceError};
use crate::relation::{Id, Record};

/// One line of a gold file, or of `nisba extract`, as scoring sees it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Annotated {
    /// The document's identifier, by which gold and found are joined.
    pub id: String,
    /// The text; a prediction may leave it out.
    #[serde(default)]
    pub text: Option<String>,
    /// Its language, where told.
    #[serde(default)]
    pub lang: Option<Lang>,
    /// Day of publication.
    #[serde(default)]
    pub date: Option<Date>,
    /// Mentions.
    #[serde(default)]
    pub mentions: Vec<AnnotatedMention>,
    /// Relations.
    #[serde(default)]
    pub relations: Vec<AnnotatedRelation>,
}

/// One mention.
#[derive(Clone, Debug, Deserialize)]
pub struct AnnotatedMention {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The entity.
    pub id: Id,
    /// How it is named.
    #[serde(default, rename = "type")]
    pub kind: String,
    /// It may be missed without blame.
    #[serde(default)]
    pub optional: bool,
}

/// One relation.
#[derive(Clone, Debug, Deserialize)]
pub struct AnnotatedRelation {
    /// Who did it: every accepted answer, the best first.
    #[serde(deserialize_with = "one_or_many")]
    pub subject: Vec<Id>,
    /// The name of the predicate; names that are not scored are passed over.
    pub predicate: String,
    /// To whom: every accepted answer, the best first.
    #[serde(deserialize_with = "one_or_many")]
    pub object: Vec<Id>,
    /// Whether it happened.
    #[serde(default = "happened")]
    pub status: String,
    /// When, as written.
    #[serde(default)]
    pub date: Option<String>,
    /// First code point of the sentence that proves it.
    #[serde(default)]
    pub start: Option<usize>,
    /// One past its last code point.
    #[serde(default)]
    pub end: Option<usize>,
    /// Where: every accepted answer, the best first; none where it is not told.
    #[serde(default, deserialize_with = "none_or_many")]
    pub place: Vec<Id>,
    /// Who reported it; the gold does not tell.
    #[serde(default)]
    pub attribution: Option<Id>,
    /// Both directions are right.
    #[serde(default)]
    pub either: bool,
    /// It may be missed without blame.
    #[serde(default)]
    pub optional: bool,
    /// How sure the program is that found it, in [0, 1].
    #[serde(default)]
    pub confidence: Option<f64>,
}

fn happened() -> String {
    "happened".to_owned()
}

fn none_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Id>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Ids {
        One(Id),
        Many(Vec<Id>),
    }
    Ok(match Option::<Ids>::deserialize(deserializer)? {
        None => Vec::new(),
        Some(Ids::One(id)) => vec![id],
        Some(Ids::Many(ids)) => ids,
    })
}

fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Id>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Ids {
        One(Id),
        Many(Vec<Id>),
    }
    let ids = match Ids::deserialize(deserializer)? {
        Ids::One(id) => vec![id],
        Ids::Many(ids) => ids,
    };
    if ids.is_empty() { Err(serde::de::Error::custom("an empty list of ids")) } else { Ok(ids) }
}

impl Annotated {
    /// Returns the document to be read, without its annotations; the text is empty where none is told.
    #[must_use]
    pub fn document(&self) -> Document {
        let text = self.text.clone().unwrap_or_default();
        let lang = self.lang.unwrap_or_else(|| Lang::detect(&text));
        Document { id: self.id.clone(), lang, date: self.date, text, ..Document::default() }
    }
}

impl From<&Record> for Annotated {
    fn from(record: &Record) -> Self {
        let mentions = record.mentions.iter().map(|row| AnnotatedMention {
            start: row.start,
            end: row.end,
            id: row.id.clone(),
            kind: String::new(),
            optional: false,
        });
        let relations = record.relations.iter().map(|row| AnnotatedRelation {
            subject: row.subject.clone(),
            predicate: row.predicate.name().to_owned(),
            object: row.object.clone(),
            status: row.status.name().to_owned(),
            date: row.date.map(|date| date.to_string()),
            place: row.place.clone().into_iter().collect(),
            attribution: row.attribution.clone(),
            start: Some(row.start),
            end: Some(row.end),
            either: row.either,
            optional: false,
            confidence: row.confidence,
        });
        Annotated {
            id: record.id.clone(),
            text: record.text.clone(),
            lang: Some(record.lang),
            date: record.date,
            mentions: mentions.collect(),
            relations: relations.collect(),
        }
    }
}

/// Reads annotated documents, one JSON object a line.
///
/// # Errors
/// At the first line that cannot be read or repeats an id: figures over a part of the gold would mislead.
pub fn read_annotated(path: &Path) -> Result<Vec<Annotated>, SourceError> {
    let place = Place::file(path.to_string_lossy());
    let unreadable = |place: &Place, source| SourceError::Unreadable { place: place.clone(), source };
    let file = File::open(path).map_err(|source| unreadable(&place, source))?;
    let (mut documents, mut ids) = (Vec::new(), HashSet::new());
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let place = place.at(number);
        let line = line.map_err(|source| unreadable(&place, source))?;
        if line.trim().is_empty() {
            continue;
        }
        let document: Annotated = match serde_json::from_str(&line) {
            Ok(document) => document,
            Err(source) => return Err(SourceError::Json { place, source }),
        };
        if !ids.insert(document.id.clone()) {
            return Err(SourceError::DuplicateId { place, id: document.id });
        }
        documents.push(document);
    }
    Ok(documents)
}
