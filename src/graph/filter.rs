//! What a graph or an answer should hold: conditions on relations, on entities and on edges.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::document::PartialDate;
use crate::gazetteer::EntityKind;
use crate::relation::{Family, Id, Predicate, Record, RelationRow, Status};
use crate::text::normal_form;

/// A period of time; an end that is `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// It begins with the first day of this date.
    pub since: Option<PartialDate>,
    /// It ends with the last day of this date.
    pub until: Option<PartialDate>,
}

impl Period {
    /// Returns whether some day of `date` lies in the period.
    #[must_use]
    pub fn overlaps(&self, date: PartialDate) -> bool {
        self.since.is_none_or(|since| date.last_day() >= since.first_day())
            && self.until.is_none_or(|until| date.first_day() <= until.last_day())
    }

    /// Returns whether both ends are open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// Returns whether the period admits a relation of `date`, told by a document of `document_date`.
    ///
    /// The document's date stands in where the relation has none; without either, only a period
    /// that is open at both ends admits it.
    #[must_use]
    pub fn admits(&self, date: Option<PartialDate>, document_date: Option<Date>) -> bool {
        match date.or(document_date.map(PartialDate::day)) {
            Some(date) => self.overlaps(date),
            None => self.is_open(),
        }
    }
}

/// Conditions on single relations. The default admits every stated relation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationFilter {
    /// These predicates. Together with `families` it is a union: either may admit.
    pub predicates: BTreeSet<Predicate>,
    /// Predicates of these families. With no predicate and no family given, every one is admitted.
    pub families: BTreeSet<Family>,
    /// These statuses; empty for every one.
    pub statuses: BTreeSet<Status>,
    /// In this period.
    pub period: Period,
    /// At one of these places; empty for anywhere, told or not.
    pub places: BTreeSet<Id>,
    /// Told by one of these newspapers or agencies; empty for any.
    pub publishers: BTreeSet<Publisher>,
    /// At least as sure as this, in [0, 1]. A relation without a figure is taken as sure.
    pub min_confidence: Option<f64>,
    /// Entities that merely stand in one sentence, too.
    pub co_occurs: bool,
}

/// The name of a newspaper or agency, the same in any spelling (`SPA`, `spa`; واس).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Publisher(Vec<u8>);

impl Publisher {
    /// Returns the publisher of that name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Publisher(normal_form(name))
    }
}

impl RelationFilter {
    /// Returns whether `row` of `record` is wanted.
    #[must_use]
    pub fn admits(&self, record: &Record, row: &RelationRow) -> bool {
        self.admits_predicate(row.predicate)
            && self.admits_status(row.status)
            && self.admits_confidence(row.confidence)
            && self.period.admits(row.date, record.date)
            && (self.places.is_empty() || row.place.as_ref().is_some_and(|place| self.places.contains(place)))
            && self.admits_publisher(record.publisher.as_deref())
    }

    /// Returns whether what `publisher` tells is wanted.
    #[must_use]
    pub fn admits_publisher(&self, publisher: Option<&str>) -> bool {
        self.publishers.is_empty()
            || publisher.is_some_and(|publisher| self.publishers.contains(&Publisher::new(publisher)))
    }

    /// Returns whether relations of `predicate` are wanted.
    ///
    /// `co_occurs` must be asked for: by its flag, its name or its family.
    #[must_use]
    pub fn admits_predicate(&self, predicate: Predicate) -> bool {
        let named = self.predicates.contains(&predicate) || self.families.contains(&predicate.family());
        if predicate == Predicate::CoOccurs {
            return named || self.co_occurs;
        }
        named || (self.predicates.is_empty() && self.families.is_empty())
    }

    /// Returns whether relations of `status` are wanted.
    #[must_use]
    pub fn admits_status(&self, status: Status) -> bool {
        self.statuses.is_empty() || self.statuses.contains(&status)
    }

    /// Returns whether relations as sure as `confidence`, in [0, 1], are wanted.
    #[must_use]
    pub fn admits_confidence(&self, confidence: Option<f64>) -> bool {
        self.min_confidence.is_none_or(|least| confidence.unwrap_or(1.0) >= least)
    }
}

/// The neighbourhood of one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ego {
    /// The entity in the middle.
    pub id: Id,
    /// How many edges away an entity may be.
    pub radius: u32,
}

/// Conditions on a whole graph. The default admits everything but `co_occurs`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// On each relation; a [`Builder`](super::Builder) applies them before it counts.
    pub relations: RelationFilter,
    /// Both ends are of these kinds; empty for every kind, unknown included.
    pub kinds: BTreeSet<EntityKind>,
    /// At least so many relations of the same ends, predicate and status; 0 and 1 admit every edge.
    pub min_weight: u64,
    /// Only the neighbourhood of an entity, by edges that the other conditions leave, in any
    /// direction; edges between two of its neighbours are kept.
    pub ego: Option<Ego>,
}

impl Filter {
    /// Returns whether there is a condition that needs the whole graph.
    pub(super) fn has_graph_conditions(&self) -> bool {
        !self.kinds.is_empty() || self.min_weight > 1 || self.ego.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(since: &str, until: &str, date: &str, expected: bool) {
        let read = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
        let period = Period { since: read(since), until: read(until) };
        assert_eq!(period.overlaps(date.parse().unwrap()), expected, "{since}..{until} and {date}");
    }

    #[test]
    fn periods_overlap_by_days() {
        check("", "", "2025", true);
        check("2025-08-15", "2025-08-19", "2025-08-15", true);
        check("2025-08-15", "2025-08-19", "2025-08-19", true);
        check("2025-08-15", "2025-08-19", "2025-08-20", false);
        check("2025-08-15", "2025-08-19", "2025-08", true);
        check("2025-08-15", "2025-08-19", "2025", true);
        check("2025-08-15", "", "2025-07", false);
        check("", "2025-08", "2025-08-31", true);
        check("", "2025-08", "2025-09-01", false);
        check("2025", "2025", "2024-12-31", false);
    }

    #[test]
    fn undated_relations_take_the_date_of_their_document() {
        let period = Period { since: "2025-08".parse().ok(), until: None };
        assert!(period.admits(None, Some(jiff::civil::date(2025, 8, 1))));
        assert!(!period.admits("2025-07".parse().ok(), Some(jiff::civil::date(2025, 8, 1))));
        assert!(!period.admits(None, None));
        assert!(Period::default().admits(None, None));
    }

    #[test]
    fn predicates_and_families_are_a_union_and_co_occurrence_is_asked_for() {
        let all = RelationFilter::default();
        assert!(all.admits_predicate(Predicate::Met) && !all.admits_predicate(Predicate::CoOccurs));
        let some = RelationFilter {
            predicates: [Predicate::Met].into(),
            families: [Family::Conflict].into(),
            ..RelationFilter::default()
        };
        assert!(some.admits_predicate(Predicate::Met) && some.admits_predicate(Predicate::Attacked));
        assert!(!some.admits_predicate(Predicate::Called));
        let both = RelationFilter { co_occurs: true, ..some };
        assert!(both.admits_predicate(Predicate::CoOccurs) && !both.admits_predicate(Predicate::Called));
    }
}
