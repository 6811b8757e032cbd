//! One answer: a relation with the document that tells it.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::Serialize;

use super::names::Names;
use crate::document::{DatePrecision, Lang, PartialDate};
use crate::graph::Evidence;
use crate::relation::{EventId, Family, Id, Predicate, Record, RelationRow, Status};

/// A relation that was asked for, and how we know it. A flat row, for tables, CSV and JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// When it happened, cut to what is known; `None` where the text gives no date.
    pub date: Option<PartialDate>,
    /// How much of the date is known.
    pub date_precision: Option<DatePrecision>,
    /// Who did it.
    pub subject: Id,
    /// The name of the subject, where the document introduces it.
    pub subject_name: Option<String>,
    /// The type of relation.
    pub predicate: Predicate,
    /// Its family.
    pub family: Family,
    /// To whom.
    pub object: Id,
    /// The name of the object, where the document introduces it.
    pub object_name: Option<String>,
    /// Whether it happened.
    pub status: Status,
    /// The text tells who acted; true of symmetric predicates, too.
    pub direction_known: bool,
    /// Where (an entity).
    pub place: Option<Id>,
    /// The document.
    pub document: Id,
    /// Its day of publication.
    pub document_date: Option<Date>,
    /// The newspaper or agency.
    pub publisher: Option<String>,
    /// The address of the document.
    pub url: Option<String>,
    /// How sure the program is, in [0, 1].
    pub confidence: Option<f64>,
    /// First code point of the sentence that proves it.
    pub start: usize,
    /// One past the last code point of that sentence.
    pub end: usize,
    /// The sentence; `None` where the record has neither it nor the text.
    pub evidence: Option<String>,
    /// Who reported it (an entity).
    pub attribution: Option<Id>,
    /// What the relation is called; `None` before [`Record::identify`].
    pub event: Option<EventId>,
}

impl Answer {
    /// `subject` and `object` are those of `row`, exchanged or not.
    pub(super) fn new(record: &Record, row: &RelationRow, subject: &Id, object: &Id) -> Self {
        let name = |id: &Id| record.entities.iter().find(|entity| entity.id == *id).map(|entity| entity.name.clone());
        Answer {
            date: row.date,
            date_precision: row.date.map(PartialDate::precision),
            subject: subject.clone(),
            subject_name: name(subject),
            predicate: row.predicate,
            family: row.predicate.family(),
            object: object.clone(),
            object_name: name(object),
            status: row.status,
            direction_known: row.predicate.is_symmetric() || !row.either,
            place: row.place.clone(),
            document: record.id.as_str().into(),
            document_date: record.date,
            publisher: record.publisher.clone(),
            url: record.url.clone(),
            confidence: row.confidence,
            start: row.start,
            end: row.end,
            evidence: Evidence::sentence_of(record, row),
            attribution: row.attribution.clone(),
            event: row.event,
        }
    }

    /// Gives both ends the names that `names` has in `lang`, else those of the document, else their ids.
    pub fn name_ends(&mut self, names: &dyn Names, lang: Lang) {
        for (id, name) in [(&self.subject, &mut self.subject_name), (&self.object, &mut self.object_name)] {
            *name = names.label(id, lang).or_else(|| name.take()).or_else(|| Some(id.to_string()));
        }
    }

    /// Returns the date of the event, else that of the document.
    #[must_use]
    pub fn date_or_document_date(&self) -> Option<PartialDate> {
        self.date.or(self.document_date.map(PartialDate::day))
    }

    pub(super) fn cmp_in_time(&self, other: &Self) -> Ordering {
        let time = |answer: &Answer| {
            let date = answer.date_or_document_date();
            (date.is_none(), date.map(|date| (date.first_day(), date.precision())))
        };
        let place = |answer: &Answer| (answer.document.clone(), answer.start, answer.end);
        let what = |answer: &Answer| (answer.subject.clone(), answer.object.clone(), answer.predicate, answer.status);
        time(self)
            .cmp(&time(other))
            .then_with(|| place(self).cmp(&place(other)))
            .then_with(|| what(self).cmp(&what(other)))
            .then_with(|| self.evidence.cmp(&other.evidence))
    }
}
