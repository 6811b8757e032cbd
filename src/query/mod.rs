//! Questions: records of read documents in, "who spoke to whom, when, and how we know" out.
//!
//! ```
//! use nisba::query::{Answers, Who};
//! use nisba::relation::Record;
//!
//! let line = r#"{"id": "d1", "date": "2025-08-18", "relations": [
//!     {"subject": "Q7747", "predicate": "called", "object": "Q15031", "date": "2025-08-17"}]}"#;
//! let record: Record = serde_json::from_str(line)?;
//! let mut answers = Answers::new(Who { from: ["Q7747".into()].into(), ..Who::default() });
//! answers.add(&record);
//! assert_eq!(&*answers.finish()[0].object, "Q15031");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! Names are resolved before: a question holds ids.

mod about;
mod answer;
mod between;
mod conflict;
mod diff;
mod dossier;
mod event;
mod names;
mod path;
mod top;
mod who;

pub use about::{About, Timeline};
pub use answer::Answer;
pub use between::{Between, Exchanges, Month, Side};
pub use conflict::{Conflict, ConflictRow, Conflicts, Contradictions, Dispute, Version};
pub use diff::{Change, Changes, Diff, Difference, DifferenceRow, Era, Extent, Split};
pub use dossier::{Bar, Contact, Counts, Dossier, Dossiers, Place, Portrait, Publisher, Quote, Source, Spelling, Term};
pub use event::{Event, EventRow, Events, Party, Report};
pub use names::Names;
pub use path::{Chain, Order, Route, Routes, Step};
pub use top::{Contacts, Every, Group, Groups, Measure, Member, MemberRow, Ranked, Ranking, Span, Top};
pub use who::{Answers, Who};
