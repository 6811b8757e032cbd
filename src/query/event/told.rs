//! One relation as it came, before it is known which event it tells.

use std::cmp::Ordering;

use super::Report;
use super::days::Way;
use crate::document::{DatePrecision, PartialDate};
use crate::graph::Evidence;
use crate::relation::{Id, Predicate, Record, RelationRow, Status};
use crate::text::Sketch;

/// One relation; its ends in the order of their ids.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) low: Id,
    pub(super) high: Id,
    pub(super) low_name: Option<String>,
    pub(super) high_name: Option<String>,
    pub(super) reporter_name: Option<String>,
    /// Who did it to whom.
    pub(super) way: Way,
    pub(super) predicate: Predicate,
    pub(super) status: Status,
    pub(super) sketch: Option<Sketch>,
    pub(super) report: Report,
}

/// What all relations of one event have in common: the ends in the order of their ids, predicate and status.
pub(in crate::query) type Kind<'a> = (&'a Id, &'a Id, Predicate, Status);

impl Told {
    pub(super) fn kind(&self) -> Kind<'_> {
        (&self.low, &self.high, self.predicate, self.status)
    }

    /// Returns nothing for a relation without ends.
    pub(super) fn new(record: &Record, row: &RelationRow) -> Option<Told> {
        let (subject, object) = (row.subject.first()?, row.object.first()?);
        let name = |id: &Id| record.entities.iter().find(|entity| entity.id == *id).map(|entity| entity.name.clone());
        let is_along = subject <= object;
        let (low, high) = if is_along { (subject, object) } else { (object, subject) };
        let way = match is_along {
            _ if row.predicate.is_symmetric() || row.either => Way::Open,
            true => Way::Along,
            false => Way::Against,
        };
        let report = Report {
            event: row.event,
            document: record.id.as_str().into(),
            document_date: record.date,
            lang: record.lang,
            title: record.title.clone(),
            publisher: record.publisher.clone(),
            url: record.url.clone(),
            date: row.date,
            place: row.place.clone(),
            attribution: row.attribution.clone(),
            confidence: row.confidence,
            start: row.start,
            end: row.end,
            evidence: Evidence::sentence_of(record, row),
        };
        Some(Told {
            low_name: name(low),
            high_name: name(high),
            reporter_name: row.attribution.as_ref().and_then(name),
            low: low.clone(),
            high: high.clone(),
            way,
            predicate: row.predicate,
            status: row.status,
            sketch: record.sketch,
            report,
        })
    }

    /// Returns whether the day of the event is told.
    fn tells_day(&self) -> bool {
        self.report.date.is_some_and(|date| date.precision() == DatePrecision::Day)
    }

    /// Orders from the best; the rest makes the order total, so that it does not matter who comes first.
    pub(super) fn cmp_best_first(&self, other: &Self) -> Ordering {
        let (a, b) = (&self.report, &other.report);
        let sure = |report: &Report| report.confidence.unwrap_or(1.0);
        let early = |report: &Report| (report.document_date.is_none(), report.document_date);
        let place = |report: &Report| (report.document.clone(), report.start, report.end);
        let known = |report: &Report| {
            (report.event, report.date.map(PartialDate::first_day), report.place.clone(), report.attribution.clone())
        };
        sure(b)
            .total_cmp(&sure(a))
            .then_with(|| a.evidence.is_none().cmp(&b.evidence.is_none()))
            .then_with(|| other.tells_day().cmp(&self.tells_day()))
            .then_with(|| early(a).cmp(&early(b)))
            .then_with(|| place(a).cmp(&place(b)))
            .then_with(|| known(a).cmp(&known(b)))
            .then_with(|| (self.way, &a.evidence, &a.lang).cmp(&(other.way, &b.evidence, &b.lang)))
            .then_with(|| (&a.publisher, &a.url, &a.title).cmp(&(&b.publisher, &b.url, &b.title)))
            .then_with(|| a.confidence.is_none().cmp(&b.confidence.is_none()))
    }
}
