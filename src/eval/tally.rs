//! Rows of the gold and rows found, paired one to one and counted.

use serde::Serialize;

use super::gold::{AnnotatedMention, AnnotatedRelation};

/// What a row must tell to be counted and listed.
pub(super) trait Row {
    fn is_optional(&self) -> bool;
    fn miss(&self, document: &str) -> Miss;
}

/// A row that was missed, or found and wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The document.
    pub document: String,
    /// The predicate of a relation, or the type of a mention.
    pub kind: String,
    /// The row in words.
    pub label: String,
    /// Where it stands in the text, in code points.
    pub span: Option<(usize, usize)>,
}

/// What a found row is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The gold has it.
    Right,
    /// The gold does not have it.
    Wrong,
    /// The gold leaves it open.
    Excused,
}

/// Precision, recall and F1, rounded to four digits, with the counts behind them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Share of what was found that is right, in [0, 1].
    pub precision: f64,
    /// Share of the gold that was found, in [0, 1].
    pub recall: f64,
    /// Their harmonic mean, in [0, 1].
    pub f1: f64,
    /// Required rows of the gold.
    pub gold: usize,
    /// Rows found, without those that match optional rows.
    pub predicted: usize,
    /// Rows in both.
    pub hit: usize,
}

/// The counts of one figure over all documents.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    hit: usize,
    gold: usize,
    predicted: usize,
    /// Rows of the gold that were not found.
    pub missed: Vec<Miss>,
    /// Rows found that the gold does not have.
    pub wrong: Vec<Miss>,
}

impl Row for &AnnotatedMention {
    fn is_optional(&self) -> bool {
        self.optional
    }

    fn miss(&self, document: &str) -> Miss {
        let kind = if self.kind.is_empty() { "?" } else { &self.kind };
        let span = Some((self.start, self.end));
        Miss { document: document.to_owned(), kind: kind.to_owned(), label: self.id.to_string(), span }
    }
}

impl Row for AnnotatedRelation {
    fn is_optional(&self) -> bool {
        self.optional
    }

    fn miss(&self, document: &str) -> Miss {
        let date = self.date.as_deref().unwrap_or_default();
        let (subject, object) = (self.subject.join("|"), self.object.join("|"));
        let label = format!("{subject} {} {object} [{}] {date}", self.predicate, self.status).trim_end().to_owned();
        let span = self.start.zip(self.end);
        Miss { document: document.to_owned(), kind: self.predicate.clone(), label, span }
    }
}

impl Tally {
    /// Adds one document and returns what became of each found row: a maximum one-to-one matching of found rows to gold rows (augmenting paths), optional gold
    /// rows last; what is found and fits only optional rows counts neither for nor against.
    pub(super) fn add<R: Row>(
        &mut self,
        document: &str,
        mut gold: Vec<R>,
        predicted: &[R],
        fits: impl Fn(&R, &R) -> bool,
    ) -> Vec<Verdict> {
        gold.sort_by_key(Row::is_optional);
        let mut owner: Vec<Option<usize>> = vec![None; gold.len()];
        for found in 0..predicted.len() {
            place(found, &mut vec![false; gold.len()], &mut owner, &|g, p| fits(&gold[g], &predicted[p]));
        }
        let (mut used, mut excused) = (vec![false; predicted.len()], vec![false; predicted.len()]);
        for (row, found) in gold.iter().zip(&owner) {
            match *found {
                Some(found) => {
                    used[found] = true;
                    excused[found] = row.is_optional();
                }
                None if !row.is_optional() => self.missed.push(row.miss(document)),
                None => {}
            }
        }
        for (found, row) in predicted.iter().enumerate() {
            if !used[found] {
                excused[found] = gold.iter().any(|gold| gold.is_optional() && fits(gold, row));
                if !excused[found] {
                    self.wrong.push(row.miss(document));
                }
            }
        }
        let count = |test: &dyn Fn(usize) -> bool| (0..predicted.len()).filter(|&p| test(p)).count();
        self.hit += count(&|p| used[p] && !excused[p]);
        self.predicted += count(&|p| !excused[p]);
        self.gold += gold.iter().filter(|row| !row.is_optional()).count();
        let verdict = |(&used, &excused): (&bool, &bool)| match (used, excused) {
            (_, true) => Verdict::Excused,
            (true, false) => Verdict::Right,
            (false, false) => Verdict::Wrong,
        };
        used.iter().zip(&excused).map(verdict).collect()
    }

    /// Returns precision, recall and F1.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let share = |of: usize| if of == 0 { 0.0 } else { self.hit as f64 / of as f64 };
        let (precision, recall) = (share(self.predicted), share(self.gold));
        let f1 = if self.hit == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        let Tally { hit, gold, predicted, .. } = *self;
        Figures { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1), gold, predicted, hit }
    }
}

fn place(found: usize, seen: &mut [bool], owner: &mut [Option<usize>], fits: &dyn Fn(usize, usize) -> bool) -> bool {
    for gold in 0..owner.len() {
        if seen[gold] || !fits(gold, found) {
            continue;
        }
        seen[gold] = true;
        let is_free = match owner[gold] {
            None => true,
            Some(other) => place(other, seen, owner, fits),
        };
        if is_free {
            owner[gold] = Some(found);
            return true;
        }
    }
    false
}

/// Rounds to four digits as decimal notation does: to the nearest, by the exact value.
fn rounded(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[(&str, bool)]) -> Vec<AnnotatedMention> {
        let mention = |&(id, optional): &(&str, bool)| AnnotatedMention {
            start: 0,
            end: 1,
            id: id.into(),
            kind: String::new(),
            optional,
        };
        rows.iter().map(mention).collect()
    }

    /// `fits` when the found row's id contains the gold's: "ab" fits both a and b.
    #[track_caller]
    fn check(gold: &[(&str, bool)], predicted: &[&str], expected: (usize, usize, usize)) {
        let gold = rows(gold);
        let predicted = rows(&predicted.iter().map(|id| (*id, false)).collect::<Vec<_>>());
        let mut tally = Tally::default();
        let found: Vec<_> = predicted.iter().collect();
        tally.add("d", gold.iter().collect(), &found, |g, p| p.id.contains(&*g.id));
        let figures = tally.figures();
        assert_eq!((figures.hit, figures.gold, figures.predicted), expected);
        assert_eq!(
            (tally.missed.len(), tally.wrong.len()),
            (figures.gold - figures.hit, figures.predicted - figures.hit)
        );
    }

    #[test]
    fn matching_is_maximal_and_optional_rows_are_free() {
        check(&[("a", false), ("b", false)], &["ab", "a"], (2, 2, 2));
        check(&[("a", true)], &["a", "a"], (0, 0, 0));
        check(&[("a", true), ("a", false)], &["a"], (1, 1, 1));
        check(&[("a", true)], &[], (0, 0, 0));
        check(&[("a", false)], &["b"], (0, 1, 1));
    }

    #[test]
    fn rounding_follows_the_exact_value() {
        for (value, expected) in [(2.0 / 3.0, 0.6667), (0.000_05, 0.0001), (0.12345, 0.1235), (1.0, 1.0)] {
            assert_eq!(rounded(value), expected);
        }
    }
}
