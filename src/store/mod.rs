//! The store: records in, one file that grows with the news and forgets what is withdrawn; records out.
//!
//! One SQLite file. Its tables (`schema.sql`, `docs/store.md`) are open to anyone's SQL; here they become [`Record`](crate::relation::Record)s
//! again, whole or narrowed to what a question asks. Documents are written in batches, each of them a transaction: a
//! program killed at any moment leaves whole documents only. Readers never wait for a writer.
//!
//! ```
//! use nisba::document::Document;
//! use nisba::pipeline::Pipeline;
//! use nisba::store::{Digest, Selection, Store};
//!
//! let folder = tempfile::tempdir()?;
//! let pipeline = Pipeline::embedded()?;
//! let document = Document { id: "d1".into(), text: "التقى بوتين ترامب في ألاسكا.".into(), ..Document::default() };
//! let mut store = Store::create(&folder.path().join("news.nisba"))?;
//! let mut batch = store.batch()?;
//! batch.put(&pipeline.extract(&document), Digest::of_document(&document), Some(&document.text), pipeline.gazetteer())?;
//! batch.commit()?;
//! let mut met = Vec::new();
//! store.records(&Selection::Whole, |record| met.push(record.relations[0].predicate.name()))?;
//! assert_eq!(met, ["met"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod copies;
mod digest;
mod error;
mod names;
mod open;
mod read;
mod remove;
mod run;
mod select;
mod write;

pub use digest::Digest;
pub use error::StoreError;
pub use open::{Counts, Store};
pub use run::{Run, RunCounts};
pub use select::{Ends, Selection};
pub use write::{Batch, Change};

#[cfg(test)]
mod tests;
