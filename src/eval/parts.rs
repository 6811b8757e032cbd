//! The figures in parts: by language, by predicate, and what the errors that are left look like.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::gold::{Annotated, AnnotatedRelation as Relation};
use super::tally::{Figures, Tally, Verdict};
use super::{FIGURES, align, distinct, ends, family, keep, pair_fits, score, with_direction};
use crate::document::Lang;
use crate::relation::{Family, Id, Predicate};

/// The figures in parts.
#[derive(Clone, Debug, Serialize)]
pub struct Parts {
    /// All figures of the documents of each language.
    pub by_language: BTreeMap<&'static str, BTreeMap<&'static str, Figures>>,
    /// Precision and recall of each predicate, whatever the status; predicates that nobody told are left out.
    pub by_predicate: Vec<PredicateFigures>,
    /// What the errors of "relations plain" are.
    pub errors: Errors,
}

/// The figures of one predicate.
#[derive(Clone, Debug, Serialize)]
pub struct PredicateFigures {
    /// The predicate.
    pub predicate: &'static str,
    /// How well it is told.
    #[serde(flatten)]
    pub figures: Figures,
}

/// The relations that are missed or wrong, whatever their status, by what is the matter with them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Errors {
    /// Missed: an entity of it was not found in the document.
    pub missed_entity: usize,
    /// Missed: another relation of the two was told.
    pub missed_otherwise: usize,
    /// Missed: both were found, and nothing was told of them.
    pub missed_pair: usize,
    /// Wrong: the gold has it the other way round.
    pub wrong_direction: usize,
    /// Wrong: the gold has another relation of the two.
    pub wrong_predicate: usize,
    /// Wrong: the gold names one of the two nowhere.
    pub wrong_entity: usize,
    /// Wrong: the gold has no relation of the two.
    pub wrong_pair: usize,
    /// Right but for the status.
    pub wrong_status: usize,
}

/// Scores `predicted` against `gold` in parts.
#[must_use]
pub fn parts(gold: &[Annotated], predicted: &BTreeMap<String, Annotated>) -> Parts {
    let by_language = [Lang::Ar, Lang::En].into_iter().map(|lang| {
        let of_lang = |document: &&Annotated| document.document().lang == lang;
        let documents: Vec<Annotated> = gold.iter().filter(of_lang).cloned().collect();
        let tallies = score(&documents, predicted, None);
        (lang.code(), FIGURES.into_iter().zip(tallies.iter().map(Tally::figures)).collect())
    });
    let mut by_predicate: Vec<(Predicate, Tally)> = Predicate::ALL
        .iter()
        .filter(|predicate| predicate.family() != Family::CoOccurrence)
        .map(|&predicate| (predicate, Tally::default()))
        .collect();
    let mut errors = Errors::default();
    let empty = Annotated::default();
    for document in gold {
        let found = align::align_new(document, predicted.get(&document.id).unwrap_or(&empty));
        let wanted: Vec<Relation> = document.relations.iter().map(with_direction).collect();
        let given: Vec<Relation> = found.relations.iter().map(with_direction).collect();
        for (predicate, tally) in &mut by_predicate {
            let own = |rows: &[Relation]| distinct(keep(rows, |row| row.predicate == predicate.name()), ends);
            tally.add(&document.id, own(&wanted), &own(&given), pair_fits);
        }
        errors.add(document, &found, &wanted, &given);
    }
    let rows = by_predicate.into_iter().map(|(predicate, tally)| (predicate.name(), tally.figures()));
    let rows = rows.filter(|(_, figures)| figures.gold + figures.predicted > 0);
    Parts {
        by_language: by_language.collect(),
        by_predicate: rows.map(|(predicate, figures)| PredicateFigures { predicate, figures }).collect(),
        errors,
    }
}

impl Errors {
    fn add(&mut self, gold: &Annotated, found: &Annotated, wanted: &[Relation], given: &[Relation]) {
        let scored = |row: &Relation| family(row).is_some_and(|family| family != Family::Role);
        let plain = |rows: &[Relation]| distinct(keep(rows, scored), |row| (ends(row), row.predicate.clone()));
        let (wanted, given) = (plain(wanted), plain(given));
        let same = |g: &Relation, p: &Relation| g.predicate == p.predicate && pair_fits(g, p);
        let verdicts = Tally::default().add(&gold.id, wanted.clone(), &given, same);
        let about = |g: &Relation, p: &Relation| pair_fits(&Relation { either: true, ..g.clone() }, p);
        let named = |document: &Annotated| -> HashSet<Id> {
            let ends = |row: &Relation| row.subject.iter().chain(&row.object).cloned().collect::<Vec<_>>();
            document.mentions.iter().map(|m| m.id.clone()).chain(document.relations.iter().flat_map(ends)).collect()
        };
        let (in_gold, in_found) = (named(gold), named(found));
        for (row, verdict) in given.iter().zip(verdicts) {
            let told: Vec<&Relation> = wanted.iter().filter(|g| about(g, row)).collect();
            let count = match verdict {
                Verdict::Excused => continue,
                Verdict::Right if told.iter().any(|g| same(g, row) && g.status == row.status) => continue,
                Verdict::Right => &mut self.wrong_status,
                Verdict::Wrong if told.iter().any(|g| g.predicate == row.predicate) => &mut self.wrong_direction,
                Verdict::Wrong if !told.is_empty() => &mut self.wrong_predicate,
                Verdict::Wrong if [&row.subject[0], &row.object[0]].iter().any(|id| !in_gold.contains(*id)) => {
                    &mut self.wrong_entity
                }
                Verdict::Wrong => &mut self.wrong_pair,
            };
            *count += 1;
        }
        for row in wanted.iter().filter(|row| !row.optional && !given.iter().any(|p| same(row, p))) {
            let is_found = |ids: &[Id]| ids.iter().any(|id| in_found.contains(id));
            let count = if !is_found(&row.subject) || !is_found(&row.object) {
                &mut self.missed_entity
            } else if given.iter().any(|p| about(row, p)) {
                &mut self.missed_otherwise
            } else {
                &mut self.missed_pair
            };
            *count += 1;
        }
    }

    /// Returns each kind of error in words, with its count.
    #[must_use]
    pub fn rows(&self) -> [(&'static str, usize); 8] {
        [
            ("missed: both named, nothing told of them", self.missed_pair),
            ("missed: another relation of the two told", self.missed_otherwise),
            ("missed: an entity not found", self.missed_entity),
            ("wrong: no relation of the two", self.wrong_pair),
            ("wrong: another relation of the two", self.wrong_predicate),
            ("wrong: the other way round", self.wrong_direction),
            ("wrong: an entity that is not there", self.wrong_entity),
            ("right but for the status", self.wrong_status),
        ]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(rows: &[(&str, &str, &str, &str)]) -> Annotated {
        let row = |&(subject, predicate, object, status): &(&str, &str, &str, &str)| {
            let row = json!({"subject": subject, "predicate": predicate, "object": object, "status": status});
            serde_json::from_value(row).unwrap()
        };
        Annotated {
            id: "d".into(),
            lang: Some(Lang::Ar),
            relations: rows.iter().map(row).collect(),
            ..Annotated::default()
        }
    }

    #[test]
    fn each_error_has_its_kind() {
        let gold = document(&[
            ("A", "met", "B", "happened"),
            ("A", "visited", "C", "happened"),
            ("A", "praised", "D", "happened"),
            ("D", "praised", "E", "happened"),
            ("B", "praised", "C", "happened"),
        ]);
        let found = document(&[
            ("B", "met", "A", "planned"),
            ("A", "met", "C", "happened"),
            ("D", "praised", "A", "happened"),
            ("B", "threatened", "D", "happened"),
            ("X", "met", "A", "happened"),
        ]);
        let parts = parts(&[gold], &BTreeMap::from([("d".to_owned(), found)]));
        let expected = Errors {
            missed_entity: 1,
            missed_otherwise: 2,
            missed_pair: 1,
            wrong_direction: 1,
            wrong_predicate: 1,
            wrong_entity: 1,
            wrong_pair: 1,
            wrong_status: 1,
        };
        assert_eq!(parts.errors, expected);
        let met = &parts.by_predicate[0];
        assert_eq!((met.predicate, met.figures.gold, met.figures.predicted, met.figures.hit), ("met", 1, 3, 1));
        assert_eq!(parts.by_language["ar"]["relations plain"].hit, 1);
        assert_eq!(parts.by_language["en"]["relations plain"].gold, 0);
    }
}
