//! The question about one entity, and its answer in the order of time.

use std::collections::BTreeSet;

use super::event::{Event, Events};
use crate::graph::RelationFilter;
use crate::relation::{Id, Record, RelationRow};

/// What one entity did and what was done to it. The default asks about nobody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// The ids that the entity's name may mean.
    pub ids: BTreeSet<Id>,
    /// What relation, with what status, when, how sure; the default is every stated one.
    pub relations: RelationFilter,
}

impl About {
    /// Returns whether `row` of `record` tells something of the entity.
    #[must_use]
    pub fn admits(&self, record: &Record, row: &RelationRow) -> bool {
        let is_end = |ids: &[Id]| ids.first().is_some_and(|id| self.ids.contains(id));
        (is_end(&row.subject) || is_end(&row.object)) && self.relations.admits(record, row)
    }
}

/// Collects the events of one entity.
///
/// ```
/// use nisba::query::{About, Timeline};
/// use nisba::relation::Record;
///
/// let mut timeline = Timeline::new(About { ids: ["Q7747".into()].into(), ..About::default() });
/// for (id, day) in [("d1", "2025-08-17"), ("d2", "2025-08")] {
///     let record: Record = serde_json::from_value(serde_json::json!({"id": id, "date": "2025-08-18", "relations": [
///         {"subject": "Q7747", "predicate": "called", "object": "Q15031", "date": day}]}))?;
///     timeline.add(&record);
/// }
/// let events = timeline.finish();
/// assert_eq!((events.len(), events[0].documents), (1, 2));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    about: About,
    events: Events,
}

impl Timeline {
    /// Returns a collector for `about`.
    #[must_use]
    pub fn new(about: About) -> Self {
        Timeline { about, events: Events::default() }
    }

    /// Asks one record.
    pub fn add(&mut self, record: &Record) {
        let wanted = record.relations.iter().filter(|row| self.about.admits(record, row));
        wanted.for_each(|row| self.events.add(record, row));
    }

    /// Adds what another collector found to the same question; the ids of both are then those of the entity.
    pub fn merge(&mut self, other: Timeline) {
        self.about.ids.extend(other.about.ids);
        self.events.merge(other.events);
    }

    /// Returns the events in the order of time, as [`Events::finish`] does. Where ends may be exchanged, the entity
    /// stands first.
    #[must_use]
    pub fn finish(self) -> Vec<Event> {
        let mut events = self.events.finish();
        events.iter_mut().for_each(|event| event.turn_to(|id| self.about.ids.contains(id)));
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relation::{Family, Status};
    use serde_json::json;

    fn records() -> Vec<Record> {
        let read = |value| serde_json::from_value(value).unwrap();
        vec![
            read(json!({"id": "d1", "date": "2025-08-18", "relations": [
                {"subject": "A", "predicate": "met", "object": "B", "date": "2025-08-15"},
                {"subject": "B", "predicate": "criticised", "object": "A"},
                {"subject": "A", "predicate": "visited", "object": "C", "status": "planned", "date": "2025-09"},
                {"subject": "A", "predicate": "supported", "object": "C"}]})),
            read(json!({"id": "d2", "date": "2025-08-16", "relations": [
                {"subject": "B", "predicate": "met", "object": "A", "date": "2025-08-15"},
                {"subject": "B", "predicate": "co_occurs", "object": "A"}]})),
        ]
    }

    #[track_caller]
    fn check(relations: RelationFilter, expected: &[&str]) {
        let about = About { ids: ["B".into()].into(), relations };
        let mut timelines: Vec<Timeline> = records()
            .iter()
            .map(|record| {
                let mut timeline = Timeline::new(about.clone());
                timeline.add(record);
                timeline
            })
            .collect();
        let mut all = timelines.pop().unwrap();
        timelines.into_iter().for_each(|timeline| all.merge(timeline));
        let show =
            |event: &Event| format!("{} {} {} {}", event.subject, event.predicate, event.object, event.documents);
        assert_eq!(all.finish().iter().map(show).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_entity_stands_on_either_side_and_first_where_it_may() {
        check(RelationFilter::default(), &["B met A 2", "B criticised A 1"]);
        let contact = RelationFilter { families: [Family::Contact].into(), ..RelationFilter::default() };
        check(contact, &["B met A 2"]);
        let planned = RelationFilter { statuses: [Status::Planned].into(), ..RelationFilter::default() };
        check(planned, &[]);
    }
}
