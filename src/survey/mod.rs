//! A corpus in; out what the data files lack, and what their rows are worth.
//!
//! For people who look after the gazetteer and the lexicon. What one document shows is found on any thread; the tallies take
//! the documents in their order, so that the same corpus gives the same report. A tally does not grow with the corpus.

mod hits;
mod overlay;
mod tally;
mod unlisted;

pub use hits::{Hits, RowFlag, RowHits, TriggerTally};
pub use overlay::{OverlayRows, header};
pub use tally::{Discovery, Example, NameTally};
pub use unlisted::{Sighting, What, unlisted};
