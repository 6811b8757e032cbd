//! What many documents name and the gazetteer does not know, by frequency.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::overlay::{Ids, OverlayRows};
use super::unlisted::{Sighting, What};
use crate::document::Lang;
use crate::gazetteer::Gazetteer;

/// After so many sightings those are forgotten that have been rare so far, so that memory does not grow with the corpus.
const WIDTH: u64 = 1 << 18;

/// A sentence that shows a discovery, with its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// The document.
    pub document: String,
    /// The sentence.
    pub sentence: String,
}

/// Something that the corpus names and the gazetteer does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Discovery {
    /// What it is.
    pub what: What,
    /// Its name, or the words, or the title, as printed first.
    pub name: String,
    /// The language of the document that printed it.
    pub lang: Lang,
    /// How often it was seen.
    pub count: u64,
    /// In how many documents.
    pub documents: u64,
    /// The office that a text gives.
    pub office: Option<String>,
    /// The country or body of that office, or of the person.
    pub of: Option<Arc<str>>,
    /// Day of the earliest document.
    pub since: Option<Date>,
    /// Day of the latest document.
    pub until: Option<Date>,
    /// The rows that would make it known.
    pub rows: OverlayRows,
    /// Sentences that show it, from the first documents.
    pub examples: Vec<Example>,
}

#[derive(Clone, Debug)]
struct Entry {
    name: String,
    lang: Lang,
    count: u64,
    documents: u64,
    /// In how many documents it may have been forgotten before.
    forgotten: u64,
    office: Option<String>,
    of: Option<Arc<str>>,
    since: Option<Date>,
    until: Option<Date>,
    examples: Vec<Example>,
}

/// Counts sightings.
///
/// It forgets what is rare (Manku and Motwani, "Approximate frequency counts over data streams", VLDB 2002): up to 262144
/// sightings nothing is lost; of more, a count may be too low by one for each such number.
#[derive(Clone, Debug)]
pub struct NameTally {
    examples: usize,
    width: u64,
    seen: u64,
    entries: BTreeMap<(What, Vec<u8>), Entry>,
}

impl NameTally {
    /// Returns an empty tally that keeps up to `examples` sentences of each discovery.
    #[must_use]
    pub fn new(examples: usize) -> NameTally {
        NameTally { examples, width: WIDTH, seen: 0, entries: BTreeMap::new() }
    }

    /// Adds what one document shows.
    pub fn add(&mut self, document: &str, lang: Lang, date: Option<Date>, sightings: Vec<Sighting>) {
        for sighting in sightings {
            let forgotten = self.seen / self.width;
            let Sighting { what, name, key, office, of, times, sentence } = sighting;
            let entry = self.entries.entry((what, key)).or_insert_with(|| Entry {
                name,
                lang,
                count: 0,
                documents: 0,
                forgotten,
                office: None,
                of: None,
                since: None,
                until: None,
                examples: Vec::new(),
            });
            entry.count += times;
            entry.documents += 1;
            if entry.office.is_none() {
                (entry.office, entry.of) = (office, of.or(entry.of.take()));
            } else if entry.of.is_none() && entry.office == office {
                entry.of = of;
            }
            entry.since = earlier(entry.since, date);
            entry.until = entry.until.max(date);
            if entry.examples.len() < self.examples {
                entry.examples.push(Example { document: document.to_owned(), sentence });
            }
            self.seen += 1;
            if self.seen.is_multiple_of(self.width) {
                let passed = self.seen / self.width;
                self.entries.retain(|_, entry| entry.documents + entry.forgotten > passed);
            }
        }
    }

    /// Returns what was seen `least` times or more, the most frequent first, with the rows that would make it known.
    #[must_use]
    pub fn finish(self, least: u64, gazetteer: &Gazetteer) -> Vec<Discovery> {
        let mut entries: Vec<_> = self.entries.into_iter().filter(|(_, entry)| entry.count >= least).collect();
        entries.sort_by_key(|(_, entry)| (std::cmp::Reverse(entry.count), std::cmp::Reverse(entry.documents)));
        let mut ids = Ids::new(gazetteer);
        let discovery = |((what, _), entry): ((What, Vec<u8>), Entry)| {
            let Entry { name, lang, count, documents, forgotten: _, office, of, since, until, examples } = entry;
            let rows = OverlayRows::default();
            let mut found = Discovery { what, name, lang, count, documents, office, of, since, until, rows, examples };
            found.rows = OverlayRows::of(&found, &mut ids);
            found
        };
        entries.into_iter().map(discovery).collect()
    }
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (date, None) | (None, date) => date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sighting(name: &str, times: u64) -> Sighting {
        Sighting {
            what: What::Person,
            name: name.to_owned(),
            key: name.to_lowercase().into_bytes(),
            office: None,
            of: None,
            times,
            sentence: format!("{name} spoke."),
        }
    }

    #[test]
    fn the_most_frequent_stand_first() {
        let gazetteer = Gazetteer::embedded().unwrap();
        let mut tally = NameTally::new(1);
        let day = |day| Some(jiff::civil::date(2015, 2, day));
        tally.add("a", Lang::En, day(3), vec![sighting("Abe Zed", 1), sighting("Bob Zed", 2)]);
        tally.add("b", Lang::En, day(1), vec![sighting("ABE ZED", 4)]);
        tally.add("c", Lang::En, None, vec![sighting("Cyd Zed", 1)]);
        let found = tally.finish(2, &gazetteer);
        let rows: Vec<_> = found.iter().map(|d| (d.name.as_str(), d.count, d.documents)).collect();
        assert_eq!(rows, [("Abe Zed", 5, 2), ("Bob Zed", 2, 1)]);
        assert_eq!((found[0].since, found[0].until), (day(1), day(3)));
        assert_eq!(found[0].examples, [Example { document: "a".to_owned(), sentence: "Abe Zed spoke.".to_owned() }]);
    }

    #[test]
    fn what_is_rare_is_forgotten_and_what_is_frequent_never() {
        let gazetteer = Gazetteer::embedded().unwrap();
        let mut tally = NameTally { width: 10, ..NameTally::new(0) };
        for number in 0..200 {
            tally.add("d", Lang::En, None, vec![sighting(&format!("Rare {number}"), 1), sighting("Common Zed", 1)]);
        }
        assert!(tally.entries.len() <= 30, "{}", tally.entries.len());
        let found = tally.finish(100, &gazetteer);
        assert_eq!(found.iter().map(|d| (d.name.as_str(), d.count)).collect::<Vec<_>>(), [("Common Zed", 200)]);
    }
}
