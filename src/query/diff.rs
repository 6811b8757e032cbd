//! The question "what is new, gone or changed": contacts of one time against those of another, or of one source against
//! another.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::event::{Event, Events, Report};
use super::names::Names;
use crate::document::{Lang, PartialDate};
use crate::graph::RelationFilter;
use crate::relation::{EventId, Family, Id, Predicate, Record, RelationRow, Status};

/// What is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diff {
    /// What relation, with what status, how sure.
    pub relations: RelationFilter,
    /// Where one time ends and the other begins, for [`Changes::add`].
    pub split: Split,
}

/// Two times: until a day, and from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// The last day of the first.
    pub before: Date,
    /// The first day of the second.
    pub after: Date,
}

impl Default for Split {
    /// Every day is in both, and none is decided.
    fn default() -> Self {
        Split { before: Date::MAX, after: Date::MIN }
    }
}

/// One of the two that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    /// The first.
    Before,
    /// The second.
    After,
}

/// What became of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is only in the second.
    New,
    /// It is only in the first.
    Gone,
    /// It is in both, with other numbers or statuses.
    Changed,
}

/// A contact in one of the two.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Extent {
    /// Number of events.
    pub events: usize,
    /// Number of events of each status.
    pub statuses: BTreeMap<Status, usize>,
    /// Number of reports.
    pub reports: usize,
    /// The date of the first event, else of its first report.
    pub first: Option<PartialDate>,
    /// That of the last.
    pub last: Option<PartialDate>,
    /// The best report.
    pub best: Option<Report>,
}

/// A contact (two entities and a predicate) that is new, gone or changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// What became of it.
    pub change: Change,
    /// By how many events it differs, in all statuses together.
    pub size: usize,
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
    /// Some text tells who acted; true of symmetric predicates, too.
    pub direction_known: bool,
    /// In the first.
    pub before: Extent,
    /// In the second.
    pub after: Extent,
}

/// A difference as one flat row, for CSV. Statuses are written `happened 2, planned 1`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "each column is a field of Difference or of one of its extents")]
pub struct DifferenceRow {
    pub change: Change,
    pub size: usize,
    pub subject: Id,
    pub subject_name: Option<String>,
    pub predicate: Predicate,
    pub family: Family,
    pub object: Id,
    pub object_name: Option<String>,
    pub direction_known: bool,
    pub before_events: usize,
    pub before_statuses: String,
    pub before_first: Option<PartialDate>,
    pub before_last: Option<PartialDate>,
    pub before_document: Option<Id>,
    pub before_event: Option<EventId>,
    pub before_evidence: Option<String>,
    pub after_events: usize,
    pub after_statuses: String,
    pub after_first: Option<PartialDate>,
    pub after_last: Option<PartialDate>,
    pub after_document: Option<Id>,
    pub after_event: Option<EventId>,
    pub after_evidence: Option<String>,
}

impl Split {
    /// Returns in which of the two times an event lies: `None` between them, where it may lie in both, and without a date.
    ///
    /// Where a relation tells only a month or a year that lies in neither as a whole, the day of its document decides,
    /// if that is in it.
    #[must_use]
    pub fn era(&self, date: Option<PartialDate>, document: Option<Date>) -> Option<Era> {
        let of = |first: Date, last: Date| match (last <= self.before, first >= self.after) {
            (true, false) => Some(Era::Before),
            (false, true) => Some(Era::After),
            _ => None,
        };
        match date {
            Some(date) => of(date.first_day(), date.last_day()).or_else(|| {
                let day = document.filter(|day| (date.first_day()..=date.last_day()).contains(day))?;
                of(day, day)
            }),
            None => document.and_then(|day| of(day, day)),
        }
    }

    /// Returns the times until `before` and from `after`; one that is not given begins or ends right beside the other.
    /// `None` where neither is given, or the first ends after the second begins.
    #[must_use]
    pub fn of(before: Option<PartialDate>, after: Option<PartialDate>) -> Option<Split> {
        let (before, after) = match (before.map(PartialDate::last_day), after.map(PartialDate::first_day)) {
            (Some(before), Some(after)) => (before, after),
            (Some(before), None) => (before, before.checked_add(1.day()).ok()?),
            (None, Some(after)) => (after.checked_sub(1.day()).ok()?, after),
            (None, None) => return None,
        };
        (before < after).then_some(Split { before, after })
    }
}

/// Collects the contacts of two times or sources.
///
/// ```
/// use nisba::query::{Change, Changes, Diff, Split};
/// use nisba::relation::Record;
///
/// let line = r#"{"id": "d1", "date": "2025-08-18", "relations": [
///     {"subject": "Q7747", "predicate": "met", "object": "Q22686", "date": "2025-08-15"}]}"#;
/// let record: Record = serde_json::from_str(line)?;
/// let split = Split::of("2025-07".parse().ok(), None).expect("the second time begins where the first ends");
/// let mut changes = Changes::new(Diff { split, ..Diff::default() });
/// changes.add(&record);
/// let found = changes.finish();
/// assert_eq!((found[0].change, found[0].after.events), (Change::New, 1));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Changes {
    diff: Diff,
    before: Events,
    after: Events,
    undecided: u64,
}

impl Changes {
    /// Returns a collector for `diff`.
    #[must_use]
    pub fn new(diff: Diff) -> Self {
        Changes { diff, ..Changes::default() }
    }

    /// Asks one record, and parts it by date.
    pub fn add(&mut self, record: &Record) {
        for row in &record.relations {
            if !self.is_wanted(record, row) {
                continue;
            }
            match self.diff.split.era(row.date, record.date) {
                Some(Era::Before) => self.before.add(record, row),
                Some(Era::After) => self.after.add(record, row),
                None => self.undecided += 1,
            }
        }
    }

    /// Asks one record of the first or the second source.
    pub fn add_to(&mut self, era: Era, record: &Record) {
        for row in record.relations.iter().filter(|row| self.diff.relations.admits(record, row)) {
            match era {
                Era::Before => self.before.add(record, row),
                Era::After => self.after.add(record, row),
            }
        }
    }

    fn is_wanted(&self, record: &Record, row: &RelationRow) -> bool {
        self.diff.relations.admits(record, row)
    }

    /// Adds what another collector found to the same question.
    pub fn merge(&mut self, other: Changes) {
        self.before.merge(other.before);
        self.after.merge(other.after);
        self.undecided += other.undecided;
    }

    /// Returns the number of relations that lie between the two times, may lie in either, or have no date.
    #[must_use]
    pub fn undecided(&self) -> u64 {
        self.undecided
    }

    /// Returns what is new, gone or changed: the largest difference first.
    ///
    /// The order in which records came does not matter.
    #[must_use]
    pub fn finish(self) -> Vec<Difference> {
        let mut contacts: BTreeMap<(Id, Id, Predicate), [Vec<Event>; 2]> = BTreeMap::new();
        for (place, events) in [self.before, self.after].into_iter().enumerate() {
            for event in events.finish() {
                let (one, other) = (event.subject.clone(), event.object.clone());
                let (low, high) = if one <= other { (one, other) } else { (other, one) };
                contacts.entry((low, high, event.predicate)).or_default()[place].push(event);
            }
        }
        let mut found: Vec<Difference> = contacts.into_values().flat_map(by_direction).filter_map(difference).collect();
        found.sort_by_cached_key(|difference| {
            let last = difference.after.last.max(difference.before.last);
            let what = (difference.subject.clone(), difference.object.clone(), difference.predicate);
            (Reverse(difference.size), difference.change, Reverse(last), what, difference.direction_known)
        });
        found
    }
}

/// Parts the contacts of two by who acted; where that is not told, they go with the others if these agree in it.
fn by_direction(both: [Vec<Event>; 2]) -> Vec<[Vec<Event>; 2]> {
    let is_directed = |event: &&Event| event.direction_known && !event.predicate.is_symmetric();
    let mut subjects: Vec<Id> = both.iter().flatten().filter(is_directed).map(|event| event.subject.clone()).collect();
    subjects.sort();
    subjects.dedup();
    if subjects.len() < 2 {
        return vec![both];
    }
    let mut parted: BTreeMap<Option<Id>, [Vec<Event>; 2]> = BTreeMap::new();
    for (place, events) in both.into_iter().enumerate() {
        for event in events {
            let subject = is_directed(&&event).then(|| event.subject.clone());
            parted.entry(subject).or_default()[place].push(event);
        }
    }
    parted.into_values().collect()
}

fn difference(both: [Vec<Event>; 2]) -> Option<Difference> {
    let told = || both.iter().flatten();
    let first = told().find(|event| event.direction_known).or_else(|| told().next())?;
    let name = |id: &Id| {
        let names =
            told().flat_map(|event| [(&event.subject, &event.subject_name), (&event.object, &event.object_name)]);
        names.filter(|(known, _)| *known == id).find_map(|(_, name)| name.clone())
    };
    let [before, after] = [Extent::of(&both[0]), Extent::of(&both[1])];
    let counts = |status: &Status| {
        let of = |extent: &Extent| extent.statuses.get(status).copied().unwrap_or_default();
        of(&before).abs_diff(of(&after))
    };
    let size: usize = [Status::Happened, Status::Planned, Status::Possible, Status::Denied].iter().map(counts).sum();
    let change = match (before.events, after.events) {
        (0, _) => Change::New,
        (_, 0) => Change::Gone,
        _ => Change::Changed,
    };
    (size > 0).then(|| Difference {
        change,
        size,
        subject_name: name(&first.subject),
        object_name: name(&first.object),
        subject: first.subject.clone(),
        predicate: first.predicate,
        family: first.family,
        object: first.object.clone(),
        direction_known: first.direction_known,
        before,
        after,
    })
}

impl Extent {
    fn of(events: &[Event]) -> Extent {
        let mut extent = Extent { events: events.len(), ..Extent::default() };
        for event in events {
            *extent.statuses.entry(event.status).or_default() += 1;
            extent.reports += event.reports.len();
        }
        let dates = || events.iter().filter_map(Event::date_or_first_report);
        extent.first = dates().min_by_key(|date| (date.first_day(), *date));
        extent.last = dates().max_by_key(|date| (date.last_day(), *date));
        let sure = |event: &&Event| event.confidence.unwrap_or(1.0);
        // Of equals the first in time.
        let best = events.iter().rev().max_by(|a, b| sure(a).total_cmp(&sure(b)));
        extent.best = best.and_then(|event| event.best().cloned());
        extent
    }

    /// Returns the number of events of each status, as `happened 2, planned 1`.
    #[must_use]
    pub fn by_status(&self) -> String {
        let count = |(status, count): (&Status, &usize)| format!("{} {count}", status.name());
        self.statuses.iter().map(count).collect::<Vec<_>>().join(", ")
    }
}

impl Difference {
    /// Gives each entity its name in `lang`; one that `names` does not know keeps that of the documents, else its id.
    pub fn label(&mut self, names: &dyn Names, lang: Lang) {
        let name = |id: &Id, known: Option<String>| names.label(id, lang).or(known).or_else(|| Some(id.to_string()));
        self.subject_name = name(&self.subject, self.subject_name.take());
        self.object_name = name(&self.object, self.object_name.take());
    }
}

impl From<&Difference> for DifferenceRow {
    fn from(difference: &Difference) -> Self {
        let Difference { before, after, .. } = difference;
        let document = |extent: &Extent| extent.best.as_ref().map(|report| report.document.clone());
        let event = |extent: &Extent| extent.best.as_ref().and_then(|report| report.event);
        let evidence = |extent: &Extent| extent.best.as_ref().and_then(|report| report.evidence.clone());
        DifferenceRow {
            change: difference.change,
            size: difference.size,
            subject: difference.subject.clone(),
            subject_name: difference.subject_name.clone(),
            predicate: difference.predicate,
            family: difference.family,
            object: difference.object.clone(),
            object_name: difference.object_name.clone(),
            direction_known: difference.direction_known,
            before_events: before.events,
            before_statuses: before.by_status(),
            before_first: before.first,
            before_last: before.last,
            before_document: document(before),
            before_event: event(before),
            before_evidence: evidence(before),
            after_events: after.events,
            after_statuses: after.by_status(),
            after_first: after.first,
            after_last: after.last,
            after_document: document(after),
            after_event: event(after),
            after_evidence: evidence(after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Reads `document day subject predicate object status date`, with `?` at the end where who acted is not told.
    fn record(line: &str) -> Record {
        let cell = |place: usize| line.split(' ').nth(place).filter(|cell| *cell != "-");
        serde_json::from_value(json!({"id": cell(0), "date": cell(1), "relations": [{"subject": cell(2),
            "predicate": cell(3), "object": cell(4), "status": cell(5), "date": cell(6), "either": line.ends_with('?')}]}))
        .unwrap()
    }

    fn show(difference: &Difference) -> String {
        let Difference { change, size, subject, predicate, object, before, after, .. } = difference;
        let open = if difference.direction_known { "" } else { "?" };
        format!(
            "{change:?} {size} {subject} {predicate}{open} {object}: {} -> {}",
            before.by_status(),
            after.by_status()
        )
    }

    #[track_caller]
    fn check(lines: &[&str], expected: &[&str]) {
        let split = Split::of("2025-07".parse().ok(), None).unwrap();
        for turn in 0..lines.len() {
            let mut records: Vec<Record> = lines.iter().map(|line| record(line)).collect();
            records.rotate_left(turn);
            let diff = Diff { split, ..Diff::default() };
            let (mut one, mut other) = (Changes::new(diff.clone()), Changes::new(diff));
            one.add(&records[0]);
            records[1..].iter().for_each(|record| other.add(record));
            one.merge(other);
            assert_eq!(one.finish().iter().map(show).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn contacts_are_new_gone_or_changed() {
        check(
            &[
                "d1 2025-06-01 A met B happened 2025-06-01",
                "d2 2025-06-02 B met A happened 2025-06-01",
                "d3 2025-08-01 A met B happened 2025-08-01",
                "d4 2025-08-05 A met B happened 2025-08-05",
                "d5 2025-08-01 A met C planned -",
                "d6 2025-07-31 A called C happened -",
                "d7 2025-06-01 D met C happened 2025-06-01",
                "d8 2025-08-01 D met C happened 2025-08-01",
            ],
            &[
                "New 1 A met C:  -> planned 1",
                "Gone 1 A called C: happened 1 -> ",
                "Changed 1 A met B: happened 1 -> happened 2",
            ],
        );
    }

    #[test]
    fn a_contact_has_its_direction_where_one_is_told() {
        check(
            &[
                "d1 2025-06-01 A called B happened 2025-06-01",
                "d2 2025-08-01 B called A happened 2025-08-01 ?",
                "d3 2025-09-01 B called A happened 2025-09-01 ?",
                "d4 2025-06-01 C called D happened 2025-06-01",
                "d5 2025-08-01 D called C happened 2025-08-01",
            ],
            &[
                "New 1 D called C:  -> happened 1",
                "Gone 1 C called D: happened 1 -> ",
                "Changed 1 A called B: happened 1 -> happened 2",
            ],
        );
    }

    #[test]
    fn a_planned_contact_that_happened_is_changed() {
        check(
            &["d1 2025-06-01 A met B planned 2025-07-01", "d2 2025-08-01 A met B happened 2025-08-01"],
            &["Changed 2 A met B: planned 1 -> happened 1"],
        );
    }

    #[track_caller]
    fn check_era(date: &str, document: &str, expected: Option<Era>) {
        let split = Split::of("2025-06".parse().ok(), "2025-08".parse().ok()).unwrap();
        assert_eq!(split.era(date.parse().ok(), document.parse().ok()), expected, "{date} {document}");
    }

    #[test]
    fn dates_lie_in_one_time_or_in_none() {
        check_era("2025-06-30", "2025-09-01", Some(Era::Before));
        check_era("2025-08-01", "-", Some(Era::After));
        check_era("2025-07-01", "2025-08-01", None);
        check_era("2025", "2025-08-01", Some(Era::After));
        check_era("2025", "2026-08-01", None);
        check_era("-", "2025-05-01", Some(Era::Before));
        check_era("-", "-", None);
        let of = |before: &str, after: &str| Split::of(before.parse().ok(), after.parse().ok());
        assert_eq!(of("2025-07", "2025"), None);
        assert_eq!(of("-", "-"), None);
        assert_eq!(of("2025-07", "-"), of("2025-07-31", "2025-08-01"));
        assert_eq!(of("-", "2025-08"), of("2025-07", "2025-08"));
    }

    #[test]
    fn two_sources_are_compared_as_they_are() {
        let mut changes = Changes::new(Diff::default());
        changes.add_to(Era::Before, &record("d1 - A met B happened -"));
        changes.add_to(Era::After, &record("d1 - A met B happened -"));
        changes.add_to(Era::After, &record("d2 - A met C happened -"));
        assert_eq!(changes.finish().iter().map(show).collect::<Vec<_>>(), ["New 1 A met C:  -> happened 1"]);
    }
}
