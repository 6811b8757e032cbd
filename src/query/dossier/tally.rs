//! Counts of events, with the first and the last date.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::PartialDate;
use crate::query::Event;
use crate::relation::{Family, Id};

/// Counts of events.
#[derive(Default)]
pub(super) struct Tally<'e> {
    pub(super) counts: BTreeMap<Family, u64>,
    pub(super) first: Option<PartialDate>,
    pub(super) last: Option<PartialDate>,
    documents: BTreeSet<&'e Id>,
}

impl<'e> Tally<'e> {
    /// Counts one event; its date is that of its first report where none is told.
    pub(super) fn add(&mut self, event: &'e Event) {
        *self.counts.entry(event.family).or_default() += 1;
        self.documents.extend(event.reports.iter().map(|report| &report.document));
        let date = event.date_or_first_report();
        let dates = |known: Option<PartialDate>| known.into_iter().chain(date);
        self.first = dates(self.first).min_by_key(|date| (date.first_day(), *date));
        self.last = dates(self.last).max_by_key(|date| (date.last_day(), *date));
    }

    /// Returns how many documents tell of them.
    pub(super) fn documents(&self) -> usize {
        self.documents.len()
    }
}
