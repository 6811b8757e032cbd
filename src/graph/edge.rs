//! Edges and the evidence behind them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::node::Node;
use crate::document::{Lang, PartialDate};
use crate::relation::{CharRange, Id, Predicate, Record, RelationRow, Status};

/// The sentence that proves a relation, and where it stands.
///
/// Offsets count Unicode code points of the document's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
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
    /// Its address.
    pub url: Option<String>,
    /// The sentence; `None` where the record has neither it nor the text.
    pub sentence: Option<String>,
    /// Where the sentence stands.
    pub span: CharRange,
    /// Where the word stands that signals the relation.
    pub trigger: Option<CharRange>,
    /// Where the mention of the edge's subject stands.
    pub subject_mention: Option<CharRange>,
    /// Where the mention of the edge's object stands.
    pub object_mention: Option<CharRange>,
    /// When it happened, by this sentence.
    pub date: Option<PartialDate>,
    /// Where it happened (an entity).
    pub place: Option<Id>,
    /// Who reported it (an entity).
    pub attribution: Option<Id>,
    /// How sure the program is, in [0, 1].
    pub confidence: Option<f64>,
    /// The lexicon row that fired.
    pub rule: Option<Id>,
}

impl Evidence {
    /// Returns the evidence of one relation; `swapped` when the edge's ends are the relation's exchanged.
    pub(super) fn new(document: &Id, record: &Record, row: &RelationRow, swapped: bool) -> Self {
        let span = CharRange { start: row.start, end: row.end };
        let (subject_mention, object_mention) =
            if swapped { (row.object_mention, row.subject_mention) } else { (row.subject_mention, row.object_mention) };
        Evidence {
            document: document.clone(),
            document_date: record.date,
            lang: record.lang,
            title: record.title.clone(),
            publisher: record.publisher.clone(),
            url: record.url.clone(),
            sentence: Evidence::sentence_of(record, row),
            span,
            trigger: row.trigger,
            subject_mention,
            object_mention,
            date: row.date,
            place: row.place.clone(),
            attribution: row.attribution.clone(),
            confidence: row.confidence,
            rule: row.rule.clone(),
        }
    }

    /// Returns the sentence that proves a relation: as the record gives it, else cut from its text.
    #[must_use]
    pub fn sentence_of(record: &Record, row: &RelationRow) -> Option<String> {
        let from_text = || cut(record.text.as_deref()?, CharRange { start: row.start, end: row.end });
        row.evidence.clone().or_else(from_text)
    }

    /// Returns the words that signal the relation, where the sentence and their place are known.
    #[must_use]
    pub fn trigger_text(&self) -> Option<String> {
        let trigger = self.trigger?;
        let start = trigger.start.checked_sub(self.span.start)?;
        let end = trigger.end.checked_sub(self.span.start)?;
        cut(self.sentence.as_deref()?, CharRange { start, end })
    }

    /// Returns the date of the event, else that of the document.
    #[must_use]
    pub fn date_or_document_date(&self) -> Option<PartialDate> {
        self.date.or(self.document_date.map(PartialDate::day))
    }

    /// Orders from the best: the surest, then the earliest, then by document and place in it.
    /// The rest makes the order total, so that the best does not depend on who comes first.
    pub(super) fn cmp_best_first(&self, other: &Self) -> Ordering {
        let place = |e: &Evidence| (e.span.start, e.span.end);
        self.cmp_surest_and_earliest(other)
            .then_with(|| self.document.cmp(&other.document))
            .then_with(|| place(self).cmp(&place(other)))
            .then_with(|| {
                let ranges = |e: &Evidence| {
                    [e.trigger, e.subject_mention, e.object_mention].map(|r| r.map(|r| (r.start, r.end)))
                };
                ranges(self).cmp(&ranges(other))
            })
            .then_with(|| {
                let words = |e: &Evidence| (e.rule.clone(), e.place.clone(), e.attribution.clone());
                words(self).cmp(&words(other))
            })
            .then_with(|| self.sentence.cmp(&other.sentence))
            .then_with(|| (&self.publisher, &self.url, &self.title).cmp(&(&other.publisher, &other.url, &other.title)))
            .then_with(|| {
                (self.lang, self.date, self.document_date).cmp(&(other.lang, other.date, other.document_date))
            })
            .then_with(|| self.confidence.is_none().cmp(&other.confidence.is_none()))
    }

    fn cmp_surest_and_earliest(&self, other: &Self) -> Ordering {
        surest_and_earliest(
            (self.confidence, self.date_or_document_date()),
            (other.confidence, other.date_or_document_date()),
        )
    }

    /// Returns whether evidence of that confidence and date cannot be better than this.
    pub(super) fn beats(&self, confidence: Option<f64>, date: Option<PartialDate>) -> bool {
        surest_and_earliest((self.confidence, self.date_or_document_date()), (confidence, date)).is_lt()
    }
}

type Strength = (Option<f64>, Option<PartialDate>);

fn surest_and_earliest(left: Strength, right: Strength) -> Ordering {
    let sure = |strength: Strength| strength.0.unwrap_or(1.0);
    // `false < true`: the dated come before the undated.
    let early = |strength: Strength| (strength.1.is_none(), strength.1);
    sure(right).total_cmp(&sure(left)).then_with(|| early(left).cmp(&early(right)))
}

/// Returns the code points `range` of `text`, or `None` when the range is empty or does not lie in it.
fn cut(text: &str, range: CharRange) -> Option<String> {
    let count = range.end.checked_sub(range.start)?;
    let piece: String = text.chars().skip(range.start).take(count).collect();
    (count > 0 && piece.chars().count() == count).then_some(piece)
}

/// One or more relations of the same ends, predicate and status.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The type of relation.
    pub predicate: Predicate,
    /// Whether it happened.
    pub status: Status,
    /// The text tells who acted. False on a directed predicate whose direction is open; the ends
    /// of such an edge, as of a symmetric predicate, stand in the order of their ids.
    pub direction_known: bool,
    /// Number of relations.
    pub weight: u64,
    /// The dates of the relations that have one.
    pub dates: BTreeSet<PartialDate>,
    /// The document dates of the relations that have none.
    pub undated: BTreeSet<Date>,
    /// The documents that tell it, with their dates.
    pub documents: BTreeMap<Id, Option<Date>>,
    /// Number of distinct texts: copies of one agency text in several newspapers are one.
    pub texts: usize,
    /// The newspapers and agencies that tell it, where they are known.
    pub publishers: BTreeSet<Id>,
    /// The best evidence.
    pub evidence: Evidence,
}

impl Edge {
    /// Returns whether subject and object play different parts, and which is which is told.
    #[must_use]
    pub fn is_directed(&self) -> bool {
        self.direction_known && !self.predicate.is_symmetric()
    }

    /// Returns the earliest date of an event: by its first day, the more precise first.
    #[must_use]
    pub fn first_date(&self) -> Option<PartialDate> {
        self.dates.iter().copied().min_by_key(|date| (date.first_day(), std::cmp::Reverse(date.precision())))
    }

    /// Returns the latest date of an event: by its last day, the more precise last.
    #[must_use]
    pub fn last_date(&self) -> Option<PartialDate> {
        self.dates.iter().copied().max_by_key(|date| (date.last_day(), date.precision()))
    }

    /// Returns the first and the last day on which a document told it.
    #[must_use]
    pub fn reported(&self) -> Option<(Date, Date)> {
        let days = || self.documents.values().flatten().copied();
        Some((days().min()?, days().max()?))
    }

    pub(super) fn merge(&mut self, other: Edge) {
        self.weight += other.weight;
        self.dates.extend(other.dates);
        self.undated.extend(other.undated);
        for (document, date) in other.documents {
            note_document(&mut self.documents, document, date);
        }
        if other.evidence.cmp_best_first(&self.evidence).is_lt() {
            self.evidence = other.evidence;
        }
    }
}

/// Notes that `document` tells an edge; of two dates of one document the earlier is kept.
pub(super) fn note_document(documents: &mut BTreeMap<Id, Option<Date>>, document: Id, date: Option<Date>) {
    let known = documents.entry(document).or_insert(date);
    *known = match (*known, date) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
}

/// An edge with its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EdgeRef<'g> {
    /// Who did it.
    pub subject: &'g Node,
    /// To whom.
    pub object: &'g Node,
    /// What, when, and how we know.
    pub edge: &'g Edge,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(left: (Option<f64>, &str), right: (Option<f64>, &str), expected: Ordering) {
        let read = |(confidence, date): (Option<f64>, &str)| (confidence, date.parse().ok());
        assert_eq!(surest_and_earliest(read(left), read(right)), expected);
    }

    #[test]
    fn the_surest_then_the_earliest_evidence_is_the_best() {
        check((Some(0.9), "2025-08-02"), (Some(0.8), "2025-08-01"), Ordering::Less);
        check((Some(0.9), "2025-08-02"), (Some(0.9), "2025-08-01"), Ordering::Greater);
        check((Some(0.9), ""), (Some(0.9), "2025-08-01"), Ordering::Greater);
        check((None, ""), (Some(0.9), "2025-08-01"), Ordering::Less);
        check((None, ""), (Some(1.0), ""), Ordering::Equal);
    }

    #[test]
    fn a_sentence_is_cut_from_the_text_by_code_points() {
        assert_eq!(cut("قال: نعم.", CharRange { start: 5, end: 8 }).as_deref(), Some("نعم"));
        assert_eq!(cut("نعم", CharRange { start: 0, end: 4 }), None);
        assert_eq!(cut("نعم", CharRange { start: 1, end: 1 }), None);
    }
}
