//! What the rows of the trigger table are worth in a corpus: how often each was seen, and what it led to.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::tally::Example;
use crate::document::Lang;
use crate::lexicon::{Lexicon, Predicate, TriggerId};
use crate::relation::Record;

/// What one document shows: the triggers that stand in it, and what was read.
#[derive(Clone, Debug)]
pub struct Hits {
    /// The rows whose word stands there, once a word.
    pub seen: Vec<TriggerId>,
    /// The record, with the relations and the rows that led to them.
    pub record: Record,
}

/// What is worth a look at a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowFlag {
    /// Its word does not stand in the corpus.
    Unseen,
    /// Its word was seen, and never led to a relation.
    Never,
    /// It leads to more of all relations than asked.
    Much,
}

impl RowFlag {
    /// Returns the word for a table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RowFlag::Unseen => "unseen",
            RowFlag::Never => "never",
            RowFlag::Much => "much",
        }
    }
}

/// What a row is worth.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowHits {
    /// The row.
    pub id: Arc<str>,
    /// Its language.
    pub lang: Lang,
    /// Its forms, as written.
    pub forms: String,
    /// What it signals.
    pub predicate: Predicate,
    /// How often its word was seen.
    pub seen: u64,
    /// How many of these words led to a relation that the document had not told before.
    pub led: u64,
    /// To how many relations.
    pub relations: u64,
    /// Their share of all relations that a trigger led to, in [0, 1].
    pub share: f64,
    /// How sure they are on average, in [0, 1].
    pub confidence: Option<f64>,
    /// What is worth a look.
    pub flag: Option<RowFlag>,
    /// Sentences that told a relation by it, from the first documents.
    pub examples: Vec<Example>,
}

#[derive(Clone, Debug, Default)]
struct Count {
    seen: u64,
    led: u64,
    relations: u64,
    confidence: f64,
    examples: Vec<Example>,
}

/// Counts what the rows of a lexicon are worth.
#[derive(Clone, Debug)]
pub struct TriggerTally {
    counts: Vec<Count>,
    places: HashMap<Arc<str>, usize>,
    examples: usize,
    relations: u64,
}

impl TriggerTally {
    /// Returns an empty tally that keeps up to `examples` sentences of each row.
    #[must_use]
    pub fn new(lexicon: &Lexicon, examples: usize) -> TriggerTally {
        let rows = lexicon.triggers();
        let places = rows.iter().enumerate().map(|(place, trigger)| (trigger.id.clone(), place)).collect();
        TriggerTally { counts: vec![Count::default(); rows.len()], places, examples, relations: 0 }
    }

    /// Adds what one document shows.
    pub fn add(&mut self, hits: &Hits) {
        for trigger in &hits.seen {
            self.counts[trigger.0 as usize].seen += 1;
        }
        let mut words: Vec<(usize, usize)> = Vec::new();
        for relation in &hits.record.relations {
            let Some(&place) = relation.rule.as_ref().and_then(|rule| self.places.get(rule)) else { continue };
            let count = &mut self.counts[place];
            count.relations += 1;
            self.relations += 1;
            count.confidence += relation.confidence.unwrap_or(1.0);
            words.push((place, relation.trigger.map_or(relation.start, |trigger| trigger.start)));
            let sentence = relation.evidence.as_deref().unwrap_or_default();
            let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
            let told = count.examples.iter().any(|example| example.sentence == sentence);
            if count.examples.len() < self.examples && !told {
                count.examples.push(Example { document: hits.record.id.clone(), sentence });
            }
        }
        words.sort_unstable();
        words.dedup();
        for (place, _) in words {
            self.counts[place].led += 1;
        }
    }

    /// Returns what each row that signals a relation is worth, the most frequent first; those with more than `much` of
    /// all relations, in [0, 1], and those that never lead to one are flagged.
    #[must_use]
    pub fn finish(self, lexicon: &Lexicon, much: f64) -> Vec<RowHits> {
        let all = self.relations;
        let row = |(trigger, count): (&crate::lexicon::Trigger, Count)| {
            let share = if all == 0 { 0.0 } else { count.relations as f64 / all as f64 };
            let flag = match (count.seen, count.relations) {
                (0, 0) => Some(RowFlag::Unseen),
                (_, 0) => Some(RowFlag::Never),
                _ => (share > much).then_some(RowFlag::Much),
            };
            let rounded = |value: f64| (value * 1e4).round() / 1e4;
            let confidence = (count.relations > 0).then(|| rounded(count.confidence / count.relations as f64));
            Some(RowHits {
                id: trigger.id.clone(),
                lang: trigger.lang,
                forms: trigger.forms.to_string(),
                predicate: trigger.predicate?,
                seen: count.seen,
                led: count.led,
                relations: count.relations,
                share: rounded(share),
                confidence,
                flag,
                examples: count.examples,
            })
        };
        let mut rows: Vec<RowHits> = lexicon.triggers().iter().zip(self.counts).filter_map(row).collect();
        rows.sort_by(|a, b| (b.relations, b.seen).cmp(&(a.relations, a.seen)).then_with(|| a.id.cmp(&b.id)));
        rows
    }
}
