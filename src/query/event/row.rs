//! An event as one flat row, for CSV.

use jiff::civil::Date;
use serde::Serialize;

use super::Event;
use crate::document::{DatePrecision, PartialDate};
use crate::relation::{EventId, Family, Id, Predicate, Status};

/// Stands between the items of a list in one cell.
const BETWEEN_ITEMS: &str = "|";

/// An [`Event`] with its best report, without nesting; lists are joined by `|`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventRow {
    /// When, cut to what is known; `None` where no report tells.
    pub date: Option<PartialDate>,
    /// How much of the date is known.
    pub date_precision: Option<DatePrecision>,
    /// Who did it.
    pub subject: Id,
    /// The name of the subject.
    pub subject_name: Option<String>,
    /// The type of relation.
    pub predicate: Predicate,
    /// Its family.
    pub family: Family,
    /// To whom.
    pub object: Id,
    /// The name of the object.
    pub object_name: Option<String>,
    /// Whether it happened.
    pub status: Status,
    /// Some text tells who acted.
    pub direction_known: bool,
    /// Where (an entity).
    pub place: Option<Id>,
    /// The name of that place.
    pub place_name: Option<String>,
    /// Number of documents.
    pub documents: usize,
    /// Number of distinct texts.
    pub texts: usize,
    /// The newspapers and agencies.
    pub publishers: String,
    /// The day of the first document.
    pub first_reported: Option<Date>,
    /// The day of the last document.
    pub last_reported: Option<Date>,
    /// Whom documents name as their source.
    pub reporters: String,
    /// How sure the program is of the best report.
    pub confidence: Option<f64>,
    /// What the relation of the best report is called.
    pub event: Option<EventId>,
    /// The document of the best report.
    pub document: Option<Id>,
    /// Its day of publication.
    pub document_date: Option<Date>,
    /// Its newspaper or agency.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// First code point of its sentence.
    pub start: Option<usize>,
    /// One past the last code point.
    pub end: Option<usize>,
    /// The sentence.
    pub evidence: Option<String>,
}

impl From<&Event> for EventRow {
    fn from(event: &Event) -> EventRow {
        let best = event.best();
        let publishers: Vec<&str> = event.publishers.iter().map(String::as_str).collect();
        let reporters: Vec<&str> =
            event.reporters.iter().map(|party| party.name.as_deref().unwrap_or(&party.id)).collect();
        EventRow {
            date: event.date,
            date_precision: event.date_precision,
            subject: event.subject.clone(),
            subject_name: event.subject_name.clone(),
            predicate: event.predicate,
            family: event.family,
            object: event.object.clone(),
            object_name: event.object_name.clone(),
            status: event.status,
            direction_known: event.direction_known,
            place: event.place.clone(),
            place_name: event.place_name.clone(),
            documents: event.documents,
            texts: event.texts,
            publishers: publishers.join(BETWEEN_ITEMS),
            first_reported: event.first_reported,
            last_reported: event.last_reported,
            reporters: reporters.join(BETWEEN_ITEMS),
            confidence: event.confidence,
            event: event.event,
            document: best.map(|report| report.document.clone()),
            document_date: best.and_then(|report| report.document_date),
            publisher: best.and_then(|report| report.publisher.clone()),
            url: best.and_then(|report| report.url.clone()),
            start: best.map(|report| report.start),
            end: best.map(|report| report.end),
            evidence: best.and_then(|report| report.evidence.clone()),
        }
    }
}
