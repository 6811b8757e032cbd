//! What is told of one entity, as a page to read: HTML or Markdown.
//!
//! ```
//! use nisba::document::Lang;
//! use nisba::dossier;
//! use nisba::gazetteer::Gazetteer;
//! use nisba::graph::RelationFilter;
//! use nisba::query::Dossiers;
//! use nisba::relation::Record;
//!
//! let record: Record = serde_json::from_str(r#"{"id": "d1", "date": "2025-08-18", "relations": [
//!     {"subject": "Q7747", "predicate": "met", "object": "Q22686", "date": "2025-08-15"}]}"#)?;
//! let mut found = Dossiers::new("Q7747".into(), RelationFilter::default());
//! found.add(&record);
//! let found = found.finish(&Gazetteer::embedded()?, Lang::En);
//! assert!(dossier::markdown(&found).starts_with("# Vladimir Putin\n"));
//! assert!(dossier::html(&found).starts_with("<!doctype html>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Both say the same; what is shown is chosen in [`query`](crate::query) and cut here where a list grows long.

mod chart;
mod html;
mod markdown;
mod markup;
mod words;

pub use html::html;
pub use markdown::markdown;

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Lang, PartialDate};
use crate::query::{Dossier, Event, Report};
use crate::relation::Id;

/// How many contacts, places, quotes and single events are shown; the timeline is whole.
const LISTED: usize = 25;

/// How many sources are named of one event.
const NAMED: usize = 12;

/// The numbers by which the list of sources tells documents.
struct Numbers<'d>(BTreeMap<&'d Id, usize>);

impl<'d> Numbers<'d> {
    fn new(dossier: &'d Dossier) -> Self {
        Numbers(dossier.sources.iter().enumerate().map(|(at, source)| (&source.document, at + 1)).collect())
    }

    /// Returns the number of a document.
    fn of(&self, document: &Id) -> Vec<usize> {
        self.0.get(document).copied().into_iter().collect()
    }

    /// Returns the numbers of the documents that tell an event, in order.
    fn of_event(&self, event: &Event) -> Vec<usize> {
        let numbers: BTreeSet<usize> = event.reports.iter().flat_map(|report| self.of(&report.document)).collect();
        numbers.into_iter().collect()
    }
}

/// Returns the date of an event for a reader: in brackets where it is that of the first report.
fn date(event: &Event) -> String {
    match (event.date, event.first_reported) {
        (Some(date), _) => date.to_string(),
        (None, Some(date)) => format!("({date})"),
        (None, None) => "–".to_owned(),
    }
}

fn date_or_dash(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "–".to_owned(), |date| date.to_string())
}

/// Returns the sentences that show an event: the best in the reader's language, and the best in the other.
fn sentences(event: &Event, lang: Lang) -> Vec<&Report> {
    let best = |wanted: Lang| event.reports.iter().find(|report| report.lang == wanted && report.evidence.is_some());
    let other = if lang == Lang::Ar { Lang::En } else { Lang::Ar };
    [best(lang), best(other)].into_iter().flatten().collect()
}

/// Returns the address of a web page, where it is one.
fn web(url: Option<&str>) -> Option<&str> {
    url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

#[cfg(test)]
mod tests;
