//! How a document writes its entities: a record in, the words of a mention out, as far as the record keeps them.

use crate::relation::{CharRange, Id, Record};
use crate::text::normal_form;

/// The pieces of a document's text that are known.
pub(super) struct Texts {
    pieces: Vec<(usize, Vec<char>)>,
}

impl Texts {
    /// Takes the whole text where it is known, else the sentences that prove relations.
    pub(super) fn new(text: Option<&str>, record: &Record) -> Texts {
        let pieces = match text.or(record.text.as_deref()) {
            Some(text) => vec![(0, text.chars().collect())],
            None => {
                let sentence = |row: &crate::relation::RelationRow| {
                    let sentence: Vec<char> = row.evidence.as_deref()?.chars().collect();
                    (sentence.len() == row.end.saturating_sub(row.start)).then_some((row.start, sentence))
                };
                let mut pieces: Vec<_> = record.relations.iter().filter_map(sentence).collect();
                pieces.sort();
                pieces.dedup();
                pieces
            }
        };
        Texts { pieces }
    }

    /// Returns the words that stand in a range.
    pub(super) fn words(&self, range: CharRange) -> Option<String> {
        self.pieces.iter().find_map(|(start, piece)| {
            let (from, to) = (range.start.checked_sub(*start)?, range.end.checked_sub(*start)?);
            piece.get(from..to).map(String::from_iter)
        })
    }
}

/// The mentions of a record before anything is changed, with their words.
pub(super) struct Named {
    mentions: Vec<(CharRange, Id, Option<String>)>,
}

impl Named {
    pub(super) fn new(texts: &Texts, record: &Record) -> Named {
        let range = |start, end| CharRange { start, end };
        let of = record.mentions.iter().map(|mention| (range(mention.start, mention.end), &mention.id));
        Named { mentions: of.map(|(range, id)| (range, id.clone(), texts.words(range))).collect() }
    }

    /// Returns the words of the mention at `place` in the record's list.
    pub(super) fn at(&self, place: usize) -> Option<&str> {
        self.mentions.get(place)?.2.as_deref()
    }

    /// Returns the words of the last mention of `id` that begins before `end`, else of the first.
    pub(super) fn before(&self, id: &Id, end: usize) -> Option<&str> {
        let of = || self.mentions.iter().filter(|(_, named, _)| named == id);
        let last = of().filter(|(range, ..)| range.start < end).max_by_key(|(range, ..)| range.start);
        last.or_else(|| of().min_by_key(|(range, ..)| range.start))?.2.as_deref()
    }
}

/// Returns whether `words` are written as `form`, a normal form; nothing is where they are not known.
pub(super) fn is_written(form: &[u8], words: Option<&str>) -> bool {
    words.is_some_and(|words| normal_form(words) == form)
}
