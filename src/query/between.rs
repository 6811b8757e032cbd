//! The question "what happened between these two", in both directions, and its answer by month.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::event::{Event, Events};
use super::names::Names;
use crate::document::{DatePrecision, PartialDate};
use crate::graph::{Period, RelationFilter};
use crate::relation::{Family, Id, Record, RelationRow};

/// One of two sides: entities, and people who stand for it while they hold an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Entities that always belong to it.
    pub ids: BTreeSet<Id>,
    /// Those who belong to it in some periods.
    pub officials: BTreeMap<Id, Vec<Period>>,
}

impl Side {
    /// Returns the side of these entities.
    #[must_use]
    pub fn new(ids: impl IntoIterator<Item = Id>) -> Self {
        Side { ids: ids.into_iter().collect(), officials: BTreeMap::new() }
    }

    /// Adds who holds an office of one of its countries or bodies, for the time of the office.
    #[must_use]
    pub fn with_officials(mut self, names: &dyn Names) -> Self {
        for of in &self.ids {
            for (id, office) in names.officials(of) {
                let term = Period { since: office.start, until: office.end };
                self.officials.entry(id).or_default().push(term);
            }
        }
        self
    }

    /// Returns everyone who may belong to it.
    pub fn members(&self) -> impl Iterator<Item = &Id> {
        self.ids.iter().chain(self.officials.keys())
    }

    /// Returns whether `id` belongs to it on `date`.
    #[must_use]
    pub fn holds(&self, id: &Id, date: Option<PartialDate>) -> bool {
        self.ids.contains(id)
            || self.officials.get(id).is_some_and(|terms| terms.iter().any(|term| term.admits(date, None)))
    }
}

/// What happened between two sides. The default asks about nobody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Between {
    /// One side; it stands first where ends may be exchanged.
    pub one: Side,
    /// The other.
    pub other: Side,
    /// What relation, with what status, when, how sure; the default is every stated one.
    pub relations: RelationFilter,
}

impl Between {
    /// Returns whether `row` of `record` tells something between the two.
    #[must_use]
    pub fn admits(&self, record: &Record, row: &RelationRow) -> bool {
        let (Some(subject), Some(object)) = (row.subject.first(), row.object.first()) else { return false };
        let date = row.date.or(record.date.map(PartialDate::day));
        let is_from = |from: &Side, to: &Side| from.holds(subject, date) && to.holds(object, date);
        (is_from(&self.one, &self.other) || is_from(&self.other, &self.one)) && self.relations.admits(record, row)
    }
}

/// The events of one month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Month {
    /// The month; a year where no more is known, `None` without any date.
    ///
    /// An event without a date stands in the month of its first report.
    pub month: Option<PartialDate>,
    /// Number of events of each family.
    pub counts: BTreeMap<Family, u64>,
    /// The events in the order of time.
    pub events: Vec<Event>,
}

impl Month {
    /// Returns the months of events, in order; those without any date come last. Events keep their order.
    #[must_use]
    pub fn of(events: Vec<Event>) -> Vec<Month> {
        let mut months: BTreeMap<_, Month> = BTreeMap::new();
        for event in events {
            let month = event.date_or_first_report().map(month_of);
            let time = (month.is_none(), month.map(PartialDate::first_day), month);
            let head =
                months.entry(time).or_insert_with(|| Month { month, counts: BTreeMap::new(), events: Vec::new() });
            *head.counts.entry(event.family).or_default() += 1;
            head.events.push(event);
        }
        months.into_values().collect()
    }
}

/// Returns the month of a date, or its year where that is all.
pub(super) fn month_of(date: PartialDate) -> PartialDate {
    let day = date.first_day();
    match date.precision() {
        DatePrecision::Year => date,
        DatePrecision::Month | DatePrecision::Day => PartialDate::month(day.year(), day.month()).unwrap_or(date),
    }
}

/// Collects the events between two sides.
#[derive(Clone, Debug, Default)]
pub struct Exchanges {
    between: Between,
    events: Events,
}

impl Exchanges {
    /// Returns a collector for `between`.
    #[must_use]
    pub fn new(between: Between) -> Self {
        Exchanges { between, events: Events::default() }
    }

    /// Asks one record.
    pub fn add(&mut self, record: &Record) {
        let wanted = record.relations.iter().filter(|row| self.between.admits(record, row));
        wanted.for_each(|row| self.events.add(record, row));
    }

    /// Adds what another collector found to the same question; the ids of both are then those of the sides.
    pub fn merge(&mut self, other: Exchanges) {
        self.between.one.ids.extend(other.between.one.ids);
        self.between.other.ids.extend(other.between.other.ids);
        self.events.merge(other.events);
    }

    /// Returns the events in the order of time. Where ends may be exchanged, the first side stands first.
    #[must_use]
    pub fn finish(self) -> Vec<Event> {
        let mut events = self.events.finish();
        let Between { one, other, .. } = &self.between;
        for event in &mut events {
            let date = event.date_or_first_report();
            event.turn_to(|id| one.holds(id, date) && !other.ids.contains(id));
        }
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn records() -> Vec<Record> {
        let read = |value| serde_json::from_value(value).unwrap();
        vec![
            read(json!({"id": "d1", "date": "2025-08-18", "relations": [
                {"subject": "A", "predicate": "met", "object": "B", "date": "2025-08-15"},
                {"subject": "B", "predicate": "criticised", "object": "A"},
                {"subject": "C", "predicate": "praised", "object": "A", "date": "2025"},
                {"subject": "A", "predicate": "praised", "object": "A2"}]})),
            read(json!({"id": "d2", "date": "2025-09-02", "relations": [
                {"subject": "B", "predicate": "called", "object": "A2", "date": "2025-09-01"},
                {"subject": "A", "predicate": "threatened", "object": "C", "date": "2025-09-01"}]})),
            read(json!({"id": "d3", "relations": [{"subject": "A", "predicate": "met", "object": "B"}]})),
        ]
    }

    fn side(ids: &[&str]) -> Side {
        Side::new(ids.iter().map(|id| Id::from(*id)))
    }

    #[track_caller]
    fn check(one: Side, other: Side, expected: &[&str]) {
        let mut found = Exchanges::new(Between { one, other, ..Between::default() });
        records().iter().for_each(|record| found.add(record));
        let months: Vec<String> = Month::of(found.finish())
            .into_iter()
            .map(|month| {
                let head = month.month.map_or("-".to_owned(), |month| month.to_string());
                let counts: Vec<String> =
                    month.counts.iter().map(|(family, count)| format!("{} {count}", family.name())).collect();
                let events: Vec<String> = month
                    .events
                    .iter()
                    .map(|event| format!("{} {} {}", event.subject, event.predicate, event.object))
                    .collect();
                format!("{head} [{}] {}", counts.join(", "), events.join(", "))
            })
            .collect();
        assert_eq!(months, expected);
    }

    #[test]
    fn both_directions_by_month() {
        check(
            side(&["B"]),
            side(&["A"]),
            &["2025-08 [contact 1, conflict 1] B met A, B criticised A", "- [contact 1] B met A"],
        );
        check(
            side(&["A", "A2"]),
            side(&["B"]),
            &[
                "2025-08 [contact 1, conflict 1] A met B, B criticised A",
                "2025-09 [contact 1] B called A2",
                "- [contact 1] A met B",
            ],
        );
        check(side(&["A"]), side(&["C"]), &["2025 [cooperation 1] C praised A", "2025-09 [conflict 1] A threatened C"]);
    }

    #[test]
    fn officials_belong_to_a_side_while_they_are_in_office() {
        let until = |month: &str| Period { since: None, until: month.parse().ok() };
        let officials = |month| Side { officials: [("A".into(), vec![until(month)])].into(), ..side(&["A2"]) };
        check(
            officials("2025-08"),
            side(&["B"]),
            &["2025-08 [contact 1, conflict 1] A met B, B criticised A", "2025-09 [contact 1] B called A2"],
        );
        check(officials("2025-08-14"), side(&["B"]), &["2025-09 [contact 1] B called A2"]);
    }
}
