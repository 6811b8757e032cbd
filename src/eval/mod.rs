//! Annotated documents and found ones in, precision and recall out.
//!
//! The figures and their definitions are those of the gold's guidelines: mentions strict (span and entity) and relaxed
//! (overlap and entity); relations strict (subject, predicate, object, status) and plain (without status); the contact
//! family directed, and folded into "who spoke to whom"; offices; dates. [`details`] says how often status, date and place of
//! a relation that was found are right.

mod align;
mod details;
mod gold;
mod parts;
mod reliability;
mod tally;

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

pub use details::{Details, STATUS_ORDER, Value, ValueFigures};
use gold::AnnotatedRelation as Relation;
pub use gold::{Annotated, AnnotatedMention, AnnotatedRelation, read_annotated};
pub use parts::{Errors, Parts, PredicateFigures, parts};
pub use reliability::{Bin, Reliability, reliability};
use tally::Row;
pub use tally::{Figures, Miss, Tally};

use crate::relation::{Family, Id, Predicate};

/// The figures, in the order they are told.
pub const FIGURES: [&str; 9] = [
    "mentions strict",
    "mentions relaxed",
    "relations strict",
    "relations plain",
    "contact directed",
    "who spoke to whom",
    "who spoke to whom, happened",
    "holds_office",
    "dates",
];

/// Scores `predicted` against `gold`, document by document; a document that was not predicted counts as empty.
///
/// With `known`, only gold rows count whose entities satisfy it.
///
/// Returns one tally for each of [`FIGURES`].
#[must_use]
pub fn score(
    gold: &[Annotated],
    predicted: &BTreeMap<String, Annotated>,
    known: Option<&dyn Fn(&str) -> bool>,
) -> [Tally; 9] {
    let mut tallies: [Tally; 9] = Default::default();
    let empty = Annotated::default();
    for document in gold {
        let found = align::align_new(document, predicted.get(&document.id).unwrap_or(&empty));
        add_mentions(&mut tallies, document, &found, known);
        add_relations(&mut tallies, document, &found, known);
    }
    tallies
}

/// Compares what `predicted` tells of the relations that it shares with `gold`: status, date, place, attribution.
///
/// With `known`, only gold rows count whose entities satisfy it.
#[must_use]
pub fn details(
    gold: &[Annotated],
    predicted: &BTreeMap<String, Annotated>,
    known: Option<&dyn Fn(&str) -> bool>,
) -> Details {
    let mut details = Details::default();
    let empty = Annotated::default();
    for document in gold {
        let found = align::align_new(document, predicted.get(&document.id).unwrap_or(&empty));
        details.add(document, &found, known);
    }
    details
}

/// The relations of the scored families, with their direction.
fn scored_rows(document: &Annotated, known: Option<&dyn Fn(&str) -> bool>) -> Vec<Relation> {
    let is_known = |ids: &[Id]| known.is_none_or(|known| ids.iter().any(|id| known(id)));
    let rows = document.relations.iter().filter(|r| is_known(&r.subject) && is_known(&r.object)).map(with_direction);
    rows.filter(|r| family(r).is_some_and(|f| f != Family::Role)).collect()
}

fn add_mentions(tallies: &mut [Tally; 9], gold: &Annotated, found: &Annotated, known: Option<&dyn Fn(&str) -> bool>) {
    let wanted: Vec<_> = gold.mentions.iter().filter(|m| known.is_none_or(|known| known(&m.id))).collect();
    let given = distinct(found.mentions.iter().collect(), |m: &&AnnotatedMention| (m.start, m.end, m.id.clone()));
    tallies[0].add(&gold.id, wanted.clone(), &given, |g, p| (g.start, g.end, &g.id) == (p.start, p.end, &p.id));
    tallies[1].add(&gold.id, wanted, &given, |g, p| g.id == p.id && g.start < p.end && p.start < g.end);
}

fn add_relations(tallies: &mut [Tally; 9], gold: &Annotated, found: &Annotated, known: Option<&dyn Fn(&str) -> bool>) {
    let is_known = |ids: &[Id]| known.is_none_or(|known| ids.iter().any(|id| known(id)));
    let wanted: Vec<Relation> =
        gold.relations.iter().filter(|r| is_known(&r.subject) && is_known(&r.object)).map(with_direction).collect();
    let given: Vec<Relation> = found.relations.iter().map(with_direction).collect();
    let scored = |rows: &[Relation]| keep(rows, |r| family(r).is_some_and(|f| f != Family::Role));
    let (all, given_all) = (scored(&wanted), scored(&given));
    let plain_key = |r: &Relation| (ends(r), r.predicate.clone());
    let same = |g: &Relation, p: &Relation| g.predicate == p.predicate && pair_fits(g, p);
    let id = &gold.id;

    let strict = |rows: &[Relation]| distinct(rows.to_vec(), |r| (ends(r), r.predicate.clone(), r.status.clone()));
    tallies[2].add(id, strict(&all), &strict(&given_all), |g, p| g.status == p.status && same(g, p));
    let plain = |rows: &[Relation]| distinct(rows.to_vec(), plain_key);
    tallies[3].add(id, plain(&all), &plain(&given_all), same);
    let contact = |rows: &[Relation]| distinct(keep(rows, is_contact), plain_key);
    tallies[4].add(id, contact(&all), &contact(&given_all), same);
    let spoke = |rows: &[Relation], happened: bool| {
        let mut rows = keep(rows, |r| is_contact(r) && (!happened || r.status == "happened"));
        rows.iter_mut().for_each(|row| row.either = true);
        distinct(rows, unordered)
    };
    tallies[5].add(id, spoke(&all, false), &spoke(&given_all, false), pair_fits);
    tallies[6].add(id, spoke(&all, true), &spoke(&given_all, true), pair_fits);
    let office = |rows: &[Relation]| distinct(keep(rows, |r| r.predicate == "holds_office"), ordered);
    tallies[7].add(id, office(&wanted), &office(&given), pair_fits);
    let dated = |rows: &[Relation]| keep(rows, |r| r.date.as_ref().is_some_and(|date| !date.is_empty()));
    tallies[8].add(id, dated(&all), &dated(&given_all), |g, p| g.date == p.date && same(g, p));
}

/// Keeps one row a key; a required row wins over an optional one.
fn distinct<R: Row, K: Eq + Hash>(mut rows: Vec<R>, key: impl Fn(&R) -> K) -> Vec<R> {
    rows.sort_by_key(Row::is_optional);
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(key(row)));
    rows
}

fn keep(rows: &[Relation], test: impl Fn(&Relation) -> bool) -> Vec<Relation> {
    rows.iter().filter(|row| test(row)).cloned().collect()
}

fn predicate(relation: &Relation) -> Option<Predicate> {
    relation.predicate.parse().ok()
}

fn family(relation: &Relation) -> Option<Family> {
    predicate(relation).map(Predicate::family).filter(|&family| family != Family::CoOccurrence)
}

fn is_contact(relation: &Relation) -> bool {
    family(relation) == Some(Family::Contact)
}

fn is_symmetric(relation: &Relation) -> bool {
    predicate(relation).is_some_and(Predicate::is_symmetric)
}

fn with_direction(relation: &Relation) -> Relation {
    Relation { either: relation.either || family(relation).is_some() && is_symmetric(relation), ..relation.clone() }
}

fn ordered(relation: &Relation) -> (Id, Id) {
    (relation.subject[0].clone(), relation.object[0].clone())
}

fn unordered(relation: &Relation) -> (Id, Id) {
    let (a, b) = ordered(relation);
    if a <= b { (a, b) } else { (b, a) }
}

fn ends(relation: &Relation) -> (Id, Id) {
    if is_symmetric(relation) { unordered(relation) } else { ordered(relation) }
}

/// Returns whether the best answers of a found row are among the accepted ones of a gold row, in a direction it allows.
fn pair_fits(gold: &Relation, found: &Relation) -> bool {
    let (subject, object) = (&found.subject[0], &found.object[0]);
    (gold.subject.contains(subject) && gold.object.contains(object))
        || (gold.either && gold.subject.contains(object) && gold.object.contains(subject))
}
