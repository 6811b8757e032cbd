//! What is told of the relations that were found: status, date, place, and who reports them.
//!
//! The figures over rows count a relation with a wrong date as found. Here gold rows and found rows that tell the same
//! relation are paired, and what they say further is compared, so that each has a figure that does not move when more
//! relations are found. The gold does not say who reports a relation: of attribution only how often it is told is counted.

use serde::Serialize;

use super::gold::{Annotated, AnnotatedRelation};
use super::{pair_fits, scored_rows};
use crate::relation::Status;

/// How many statuses there are.
const STATUSES: usize = 4;

/// The statuses in the order of the confusion table.
pub const STATUS_ORDER: [Status; STATUSES] = [Status::Happened, Status::Planned, Status::Possible, Status::Denied];

/// What is told of relations that gold and prediction share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Pairs of a required gold row and a found row with the same parties and predicate.
    pub pairs: usize,
    /// How often a status of the gold (row) was found as which (column), in [`STATUS_ORDER`].
    pub confusion: [[usize; STATUSES]; STATUSES],
    /// The dates of the pairs.
    pub date: Value,
    /// The places of the pairs.
    pub place: Value,
    /// Found relations of the scored families, paired or not.
    pub found: usize,
    /// Those of them that say who reports them.
    pub attributed: usize,
}

/// A value that a relation may have or not, compared over the pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// Gold and prediction have the same.
    pub same: usize,
    /// Neither has any.
    pub neither: usize,
    /// Only the gold has one.
    pub missed: usize,
    /// Only the prediction has one.
    pub extra: usize,
    /// They differ.
    pub different: usize,
    /// Of those that differ: one says less than the other and does not contradict it (2025-08 and 2025-08-17).
    pub compatible: usize,
}

/// Precision and recall of a value over the pairs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ValueFigures {
    /// Share of the values told that are right, in [0, 1].
    pub precision: f64,
    /// Share of the gold's values that are told, in [0, 1].
    pub recall: f64,
    /// Their harmonic mean, in [0, 1].
    pub f1: f64,
    /// Pairs in which the gold has a value.
    pub gold: usize,
    /// Pairs in which the prediction has one.
    pub predicted: usize,
    /// Pairs in which both have the same.
    pub hit: usize,
    /// Pairs in which they differ without contradiction.
    pub compatible: usize,
}

impl Details {
    /// Returns the share of pairs with the right status, in [0, 1].
    #[must_use]
    pub fn status_share(&self) -> f64 {
        share(self.status_right(), self.pairs)
    }

    /// Returns the number of pairs with the right status.
    #[must_use]
    pub fn status_right(&self) -> usize {
        (0..STATUSES).map(|status| self.confusion[status][status]).sum()
    }

    /// Adds what is told of the relations of one document.
    pub(super) fn add(&mut self, gold: &Annotated, found: &Annotated, known: Option<&dyn Fn(&str) -> bool>) {
        let wanted: Vec<AnnotatedRelation> = scored_rows(gold, known).into_iter().filter(|row| !row.optional).collect();
        let given = scored_rows(found, None);
        self.found += given.len();
        self.attributed += given.iter().filter(|row| row.attribution.is_some()).count();
        for (gold, found) in pairs(&wanted, &given) {
            self.pairs += 1;
            if let (Some(gold), Some(found)) = (status(gold), status(found)) {
                self.confusion[gold][found] += 1;
            }
            self.date.add(gold.date.as_deref(), found.date.as_deref(), |gold, found| {
                gold.starts_with(found) || found.starts_with(gold)
            });
            let place = |row: &AnnotatedRelation| row.place.first().cloned();
            let accepted = place(found).filter(|place| gold.place.contains(place));
            self.place.add(accepted.or_else(|| place(gold)).as_deref(), place(found).as_deref(), |_, _| false);
        }
    }
}

impl Value {
    fn add(&mut self, gold: Option<&str>, found: Option<&str>, compatible: impl Fn(&str, &str) -> bool) {
        match (gold, found) {
            (None, None) => self.neither += 1,
            (Some(_), None) => self.missed += 1,
            (None, Some(_)) => self.extra += 1,
            (Some(gold), Some(found)) if gold == found => self.same += 1,
            (Some(gold), Some(found)) => {
                self.different += 1;
                self.compatible += usize::from(compatible(gold, found));
            }
        }
    }

    /// Returns precision, recall and F1 over the pairs.
    #[must_use]
    pub fn figures(&self) -> ValueFigures {
        let gold = self.same + self.different + self.missed;
        let predicted = self.same + self.different + self.extra;
        let (precision, recall) = (share(self.same, predicted), share(self.same, gold));
        let f1 = if self.same == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        let compatible = self.compatible;
        ValueFigures { precision, recall, f1, gold, predicted, hit: self.same, compatible }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn status(row: &AnnotatedRelation) -> Option<usize> {
    STATUS_ORDER.iter().position(|status| status.name() == row.status)
}

/// Pairs each gold row with at most one found row of the same parties and predicate: first those that agree in status and
/// date, then those that agree in status, then the rest.
fn pairs<'a>(
    wanted: &'a [AnnotatedRelation],
    given: &'a [AnnotatedRelation],
) -> Vec<(&'a AnnotatedRelation, &'a AnnotatedRelation)> {
    type Test = fn(&AnnotatedRelation, &AnnotatedRelation) -> bool;
    let rounds: [Test; 3] = [
        |gold, found| gold.status == found.status && gold.date == found.date,
        |gold, found| gold.status == found.status,
        |_, _| true,
    ];
    let (mut paired, mut used) = (vec![false; wanted.len()], vec![false; given.len()]);
    let mut out = Vec::new();
    for agrees in rounds {
        for (at, gold) in wanted.iter().enumerate() {
            let fits = |found: &AnnotatedRelation| {
                gold.predicate == found.predicate && pair_fits(gold, found) && agrees(gold, found)
            };
            if paired[at] {
                continue;
            }
            if let Some(place) = (0..given.len()).find(|&place| !used[place] && fits(&given[place])) {
                (paired[at], used[place]) = (true, true);
                out.push((gold, &given[place]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(rows: &str) -> Annotated {
        serde_json::from_str(&format!(r#"{{"id":"a","relations":[{rows}]}}"#)).unwrap()
    }

    #[test]
    fn what_is_told_of_shared_relations_is_compared() {
        let gold = document(
            r#"{"subject":["RU"],"predicate":"met","object":["US"],"status":"planned","date":"2025-08-15","place":"alaska"},
               {"subject":["RU"],"predicate":"met","object":["US"],"status":"happened","date":"2025-08","place":null},
               {"subject":["FR"],"predicate":"visited","object":["EG"],"date":"2013"},
               {"subject":["FR"],"predicate":"praised","object":["EG"]},
               {"subject":["FR"],"predicate":"called","object":["EG"],"optional":true}"#,
        );
        let found = document(
            r#"{"subject":["US"],"predicate":"met","object":["RU"],"status":"happened","date":"2025-08-15","attribution":"tass"},
               {"subject":["US"],"predicate":"met","object":["RU"],"status":"planned","date":"2025-08-15","place":"alaska"},
               {"subject":["FR"],"predicate":"visited","object":["EG"],"status":"possible"},
               {"subject":["FR"],"predicate":"called","object":["EG"]},
               {"subject":["FR"],"predicate":"praised","object":["EG"],"date":"2014","place":"EG"}"#,
        );
        let mut details = Details::default();
        details.add(&gold, &found, None);
        assert_eq!((details.pairs, details.status_right()), (4, 3));
        assert_eq!(details.confusion[0], [2, 0, 1, 0]);
        assert_eq!(details.confusion[1], [0, 1, 0, 0]);
        let date = Value { same: 1, neither: 0, missed: 1, extra: 1, different: 1, compatible: 1 };
        assert_eq!(details.date, date);
        assert_eq!(details.place, Value { same: 1, neither: 2, extra: 1, ..Value::default() });
        assert_eq!((details.found, details.attributed), (5, 1));
        assert_eq!(details.date.figures().f1, 1.0 / 3.0);
    }
}
