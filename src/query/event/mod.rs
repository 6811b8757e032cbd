//! Events: what several reports tell alike.
//!
//! Reports of the same ends, predicate and status are one event when their dates agree; [`days`] has the rule. What is
//! open in one report is taken from another: who acted, and on which day.

mod days;
mod row;
mod told;

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use self::days::{Key, Way};
pub use self::row::EventRow;
use self::told::{Kind, Told};
use super::names::Names;
use crate::document::{DatePrecision, Lang, PartialDate};
use crate::graph::Texts;
use crate::relation::{EventId, Family, Id, Predicate, Record, RelationRow, Status};

/// One telling of an event: a relation of one document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// What the relation is called; `None` before [`Record::identify`].
    pub event: Option<EventId>,
    /// The document.
    pub document: Id,
    /// Its day of publication.
    pub document_date: Option<Date>,
    /// Its language.
    pub lang: Lang,
    /// Its headline.
    pub title: Option<String>,
    /// The newspaper or agency.
    pub publisher: Option<String>,
    /// The address of the document.
    pub url: Option<String>,
    /// When it happened, by this document.
    pub date: Option<PartialDate>,
    /// Where (an entity), by this document.
    pub place: Option<Id>,
    /// Whom this document names as its source (an entity).
    pub attribution: Option<Id>,
    /// How sure the program is, in [0, 1].
    pub confidence: Option<f64>,
    /// First code point of the sentence that proves it.
    pub start: usize,
    /// One past the last code point of that sentence.
    pub end: usize,
    /// The sentence; `None` where the record has neither it nor the text.
    pub evidence: Option<String>,
}

/// An entity with its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Party {
    /// The entity.
    pub id: Id,
    /// Its name, where it is known.
    pub name: Option<String>,
}

/// What happened, is planned, possible or denied, by one or more reports.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// What the relation of the best report is called.
    pub event: Option<EventId>,
    /// When, cut to what is known; `None` where no report tells.
    pub date: Option<PartialDate>,
    /// How much of the date is known.
    pub date_precision: Option<DatePrecision>,
    /// Who did it.
    pub subject: Id,
    /// The name of the subject: as documents introduce it, until [`Event::label`] gives it in a language.
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
    /// Some text tells who acted; true of symmetric predicates, too.
    pub direction_known: bool,
    /// Where (an entity): the place that most documents tell.
    pub place: Option<Id>,
    /// The name of that place; `None` before [`Event::label`].
    pub place_name: Option<String>,
    /// Number of documents that tell it.
    pub documents: usize,
    /// Number of distinct texts: copies of one agency text in several newspapers are one.
    pub texts: usize,
    /// The newspapers and agencies that tell it, where they are known.
    pub publishers: BTreeSet<String>,
    /// The day of the first document that tells it.
    pub first_reported: Option<Date>,
    /// The day of the last.
    pub last_reported: Option<Date>,
    /// Whom documents name as their source.
    pub reporters: Vec<Party>,
    /// How sure the program is of the best report, in [0, 1].
    pub confidence: Option<f64>,
    /// The reports, the best first: the surest, then those with their sentence, those that tell the day, then the earliest. Never empty.
    pub reports: Vec<Report>,
}

impl Event {
    /// Returns the date, else the day of the first document that tells it.
    #[must_use]
    pub fn date_or_first_report(&self) -> Option<PartialDate> {
        self.date.or(self.first_reported.map(PartialDate::day))
    }

    /// Returns the best report.
    #[must_use]
    pub fn best(&self) -> Option<&Report> {
        self.reports.first()
    }

    /// Returns the best reports of distinct texts, the best first.
    #[must_use]
    pub fn best_of_texts(&self) -> Vec<&Report> {
        let mut seen = BTreeSet::new();
        self.reports.iter().filter(|report| seen.insert(report.evidence.as_deref())).collect()
    }

    /// Returns whether `id` is the subject or the object.
    #[must_use]
    pub fn concerns(&self, id: &Id) -> bool {
        self.subject == *id || self.object == *id
    }

    /// Exchanges the ends where that changes nothing: the predicate is symmetric, or who acted is not told.
    pub(super) fn turn_to(&mut self, is_wanted: impl Fn(&Id) -> bool) {
        let may_turn = self.predicate.is_symmetric() || !self.direction_known;
        if may_turn && is_wanted(&self.object) && !is_wanted(&self.subject) {
            std::mem::swap(&mut self.subject, &mut self.object);
            std::mem::swap(&mut self.subject_name, &mut self.object_name);
        }
    }

    /// Gives each entity its name in `lang`; one that `names` does not know keeps that of the documents, else its id.
    pub fn label(&mut self, names: &dyn Names, lang: Lang) {
        let name = |id: &Id, known: Option<String>| names.label(id, lang).or(known).or_else(|| Some(id.to_string()));
        self.subject_name = name(&self.subject, self.subject_name.take());
        self.object_name = name(&self.object, self.object_name.take());
        self.place_name = self.place.as_ref().and_then(|place| name(place, self.place_name.take()));
        for reporter in &mut self.reporters {
            reporter.name = name(&reporter.id, reporter.name.take());
        }
    }

    /// Orders by time, the undated last.
    pub(super) fn cmp_in_time(&self, other: &Self) -> Ordering {
        let time = |event: &Event| {
            let date = event.date_or_first_report();
            (date.is_none(), date.map(|date| (date.first_day(), date.precision())))
        };
        let what = |event: &Event| (event.subject.clone(), event.object.clone(), event.predicate, event.status);
        let rest = |event: &Event| {
            let best = event.best().map(|report| (report.document.clone(), report.start, report.end));
            (event.date, event.direction_known, best)
        };
        time(self)
            .cmp(&time(other))
            .then_with(|| what(self).cmp(&what(other)))
            .then_with(|| rest(self).cmp(&rest(other)))
    }
}

/// Collects relations and tells events.
#[derive(Clone, Debug, Default)]
pub struct Events {
    told: Vec<Told>,
}

impl Events {
    /// Adds one relation of a record; a relation without ends is passed over.
    pub fn add(&mut self, record: &Record, row: &RelationRow) {
        self.told.extend(Told::new(record, row));
    }

    /// Adds what another collector found.
    pub fn merge(&mut self, other: Events) {
        self.told.extend(other.told);
    }

    /// Returns the ends (in the order of their ids), predicate and status of each relation.
    pub(super) fn kinds(&self) -> impl Iterator<Item = Kind<'_>> {
        self.told.iter().map(Told::kind)
    }

    /// Keeps the relations whose ends, predicate and status are wanted. Those of one event go or stay together.
    pub(super) fn retain(&mut self, is_wanted: impl Fn(Kind<'_>) -> bool) {
        self.told.retain(|told| is_wanted(told.kind()));
    }

    /// Returns the number of distinct texts that tell more than an office.
    pub(super) fn texts(&self) -> usize {
        let mut texts = Texts::default();
        let told = self.told.iter().filter(|told| told.predicate.family() != Family::Role);
        told.for_each(|told| texts.add(&told.report.document, told.sketch));
        texts.count()
    }

    /// Returns the events by date, the undated by their first report, those without any date last.
    ///
    /// The order in which relations came does not matter.
    #[must_use]
    pub fn finish(self) -> Vec<Event> {
        let mut alike: BTreeMap<_, Vec<Told>> = BTreeMap::new();
        for told in self.told {
            alike.entry((told.low.clone(), told.high.clone(), told.predicate, told.status)).or_default().push(told);
        }
        let mut events: Vec<Event> = alike.into_values().flat_map(settle).collect();
        events.sort_by(Event::cmp_in_time);
        events
    }
}

/// Tells the events among relations of the same ends, predicate and status.
fn settle(all: Vec<Told>) -> Vec<Event> {
    let keys = days::keys(&all);
    let mut parted: BTreeMap<(Key, Way), Vec<Told>> = BTreeMap::new();
    for (told, key) in all.into_iter().zip(keys) {
        parted.entry(key).or_default().push(told);
    }
    parted.into_iter().filter_map(|((key, way), told)| event(&key, way, told)).collect()
}

fn event(key: &Key, way: Way, mut all: Vec<Told>) -> Option<Event> {
    all.sort_by(Told::cmp_best_first);
    let first = all.first()?;
    let (predicate, status) = (first.predicate, first.status);
    let (mut subject, mut object) = (first.low.clone(), first.high.clone());
    let mut names = [
        most_frequent(all.iter().filter_map(|told| told.low_name.as_ref())),
        most_frequent(all.iter().filter_map(|told| told.high_name.as_ref())),
    ];
    if way == Way::Against {
        std::mem::swap(&mut subject, &mut object);
        names.reverse();
    }
    let [subject_name, object_name] = names;
    let mut documents = BTreeMap::new();
    for told in &all {
        let place: &mut Option<Id> = documents.entry(told.report.document.clone()).or_default();
        *place = place.take().or_else(|| told.report.place.clone());
    }
    let texts = if documents.len() == 1 { 1 } else { texts(&all) };
    let days = || all.iter().filter_map(|told| told.report.document_date);
    let date = key.date();
    Some(Event {
        event: first.report.event,
        date,
        date_precision: date.map(PartialDate::precision),
        subject,
        subject_name,
        predicate,
        family: predicate.family(),
        object,
        object_name,
        status,
        direction_known: predicate.is_symmetric() || way != Way::Open,
        place: most_frequent(documents.values().flatten()),
        place_name: None,
        documents: documents.len(),
        texts,
        publishers: all.iter().filter_map(|told| told.report.publisher.clone()).collect(),
        first_reported: days().min(),
        last_reported: days().max(),
        reporters: reporters(&all),
        confidence: first.report.confidence,
        reports: all.into_iter().map(|told| told.report).collect(),
    })
}

/// Returns the number of distinct texts.
fn texts(all: &[Told]) -> usize {
    let mut texts = Texts::default();
    all.iter().for_each(|told| texts.add(&told.report.document, told.sketch));
    texts.count()
}

fn reporters(all: &[Told]) -> Vec<Party> {
    let mut known: BTreeMap<Id, Option<String>> = BTreeMap::new();
    for told in all {
        let Some(id) = &told.report.attribution else { continue };
        let name = known.entry(id.clone()).or_default();
        // Of several names always the same: the first in order.
        *name = match (name.take(), told.reporter_name.clone()) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    known.into_iter().map(|(id, name)| Party { id, name }).collect()
}

/// Returns the most frequent, the first in order of equals.
pub(super) fn most_frequent<'a, T: Ord + Clone + 'a>(all: impl Iterator<Item = &'a T>) -> Option<T> {
    let mut counts: BTreeMap<&T, usize> = BTreeMap::new();
    all.for_each(|item| *counts.entry(item).or_default() += 1);
    counts.into_iter().min_by_key(|(_, count)| Reverse(*count)).map(|(item, _)| item.clone())
}

#[cfg(test)]
mod tests;
