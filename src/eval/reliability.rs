//! Whether a confidence means what it says: of the relations told at 0.9, how many does the gold have?

use std::collections::BTreeMap;

use serde::Serialize;

use super::gold::{Annotated, AnnotatedRelation as Relation};
use super::tally::{Tally, Verdict};
use super::{align, distinct, ends, family, is_contact, keep, ordered, pair_fits, with_direction};
use crate::relation::Family;

/// The relations found at a range of confidences.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bin {
    /// The least confidence, in [0, 1].
    pub from: f64,
    /// The confidence that is too high; the last range takes in 1.
    pub to: f64,
    /// Relations found, without those that the gold leaves open.
    pub count: usize,
    /// How many of them the gold has, whatever their status.
    pub right: usize,
    /// How sure they are on average, in [0, 1].
    pub confidence: f64,
    /// Share that is right, in [0, 1].
    pub share: f64,
}

/// What confidences are worth.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Reliability {
    /// All relations but offices, as in the figure "relations plain".
    pub relations: Vec<Bin>,
    /// The contact family alone.
    pub contact: Vec<Bin>,
    /// Who holds which office.
    pub holds_office: Vec<Bin>,
}

/// Where each range of confidence ends.
const ENDS: [f64; 6] = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0];

#[derive(Clone, Copy, Default)]
struct Count {
    count: usize,
    right: usize,
    sum: f64,
}

#[derive(Default)]
struct Counts([Count; ENDS.len()]);

impl Counts {
    fn add(&mut self, rows: &[Relation], verdicts: &[Verdict]) {
        for (row, verdict) in rows.iter().zip(verdicts) {
            let Some(confidence) = row.confidence.filter(|_| *verdict != Verdict::Excused) else { continue };
            let place = ENDS.iter().position(|&end| confidence < end).unwrap_or(ENDS.len() - 1);
            let Count { count, right, sum } = &mut self.0[place];
            *count += 1;
            *right += usize::from(*verdict == Verdict::Right);
            *sum += confidence;
        }
    }

    fn bins(&self) -> Vec<Bin> {
        let starts = std::iter::once(0.0).chain(ENDS);
        let rows = starts.zip(ENDS).zip(&self.0).filter(|(_, count)| count.count > 0);
        let rounded = |value: f64| (value * 1e4).round() / 1e4;
        rows.map(|((from, to), &Count { count, right, sum })| Bin {
            from,
            to,
            count,
            right,
            confidence: rounded(sum / count as f64),
            share: rounded(right as f64 / count as f64),
        })
        .collect()
    }
}

/// Tells, for each range of confidence, how many of the relations of `predicted` the gold has.
///
/// Relations without a confidence are left out; where none has one there are no bins.
#[must_use]
pub fn reliability(gold: &[Annotated], predicted: &BTreeMap<String, Annotated>) -> Reliability {
    let mut counts: [Counts; 3] = Default::default();
    for document in gold {
        let Some(found) = predicted.get(&document.id) else { continue };
        let found = align::align_new(document, found);
        let wanted: Vec<Relation> = document.relations.iter().map(with_direction).collect();
        let given: Vec<Relation> = found.relations.iter().map(with_direction).collect();
        let plain = |rows: &[Relation]| {
            let rows = keep(rows, |row| family(row).is_some_and(|family| family != Family::Role));
            distinct(rows, |row| (ends(row), row.predicate.clone()))
        };
        let offices = |rows: &[Relation]| distinct(keep(rows, |row| family(row) == Some(Family::Role)), ordered);
        let (rows, gold) = (plain(&given), plain(&wanted));
        let fits = |g: &Relation, p: &Relation| g.predicate == p.predicate && pair_fits(g, p);
        let verdicts = Tally::default().add(&document.id, gold, &rows, fits);
        counts[0].add(&rows, &verdicts);
        let contacts = rows.iter().cloned().zip(verdicts).filter(|(row, _)| is_contact(row));
        let (rows, verdicts): (Vec<Relation>, Vec<Verdict>) = contacts.unzip();
        counts[1].add(&rows, &verdicts);
        let rows = offices(&given);
        let verdicts = Tally::default().add(&document.id, offices(&wanted), &rows, pair_fits);
        counts[2].add(&rows, &verdicts);
    }
    let [relations, contact, holds_office] = counts.map(|counts| counts.bins());
    Reliability { relations, contact, holds_office }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(rows: &[(&str, &str, Option<f64>, bool)]) -> Annotated {
        let row = |&(subject, predicate, confidence, optional): &(&str, &str, Option<f64>, bool)| {
            let row = json!({"subject": subject, "predicate": predicate, "object": "X", "confidence": confidence,
                "optional": optional});
            serde_json::from_value(row).unwrap()
        };
        Annotated { id: "d".into(), relations: rows.iter().map(row).collect(), ..Annotated::default() }
    }

    #[test]
    fn found_rows_are_counted_where_their_confidence_lies() {
        let gold =
            document(&[("A", "met", None, false), ("B", "visited", None, true), ("C", "holds_office", None, false)]);
        let found = document(&[
            ("A", "met", Some(0.95), false),
            ("D", "met", Some(0.9), false),
            ("B", "visited", Some(0.95), false),
            ("C", "holds_office", Some(0.8), false),
            ("E", "praised", Some(0.3), false),
            ("F", "praised", None, false),
        ]);
        let predicted = BTreeMap::from([("d".to_owned(), found)]);
        let Reliability { relations, contact, holds_office } = reliability(&[gold], &predicted);
        let bin = |from, to, count, right, confidence, share| Bin { from, to, count, right, confidence, share };
        assert_eq!(relations, [bin(0.0, 0.5, 1, 0, 0.3, 0.0), bin(0.9, 1.0, 2, 1, 0.925, 0.5)]);
        assert_eq!(contact, [bin(0.9, 1.0, 2, 1, 0.925, 0.5)]);
        assert_eq!(holds_office, [bin(0.8, 0.9, 1, 1, 0.8, 1.0)]);
    }
}
