//! The graph: records of read documents in, entities and the edges between them out.
//!
//! A [`Builder`] takes records one at a time and keeps only what the graph will show: a tally for
//! each entity, and for each edge its dates, its documents and its best evidence. The order of the
//! records does not matter, and builders that worked apart are put together by [`Builder::merge`].
//!
//! ```
//! use nisba::graph::{Builder, Filter, Grain};
//! use nisba::relation::Record;
//!
//! let line = r#"{"id": "d1", "date": "2025-08-18", "relations": [
//!     {"subject": "Q7747", "predicate": "met", "object": "Q22686", "date": "2025-08-15"}]}"#;
//! let record: Record = serde_json::from_str(line)?;
//! let mut builder = Builder::new(Grain::Aggregated, Filter::default());
//! builder.add(&record);
//! let graph = builder.finish(&|_id| None);
//! assert_eq!((graph.node_count(), graph.edge_count()), (2, 1));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! With a gazetteer, finish with `&|id| EntityInfo::of(&gazetteer, id)`.
//!
//! petgraph is the store inside [`KnowledgeGraph`] and none of its types leave it. A graph is never
//! edited: [`KnowledgeGraph::filtered`] makes another.

mod builder;
mod edge;
mod filter;
mod introduced;
mod knowledge;
mod metrics;
mod node;
mod texts;

pub use builder::{Builder, Counts};
pub use edge::{Edge, EdgeRef, Evidence};
pub use filter::{Ego, Filter, Period, Publisher, RelationFilter};
pub use knowledge::{KnowledgeGraph, Referred};
pub use metrics::{Communities, Degree, Network, Tie};
pub use node::{EntityInfo, Name, Node, Office};
pub use texts::Texts;

use std::fmt;
use std::str::FromStr;

use crate::relation::NameError;

/// What one edge stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grain {
    /// All relations of one subject, predicate, object and status.
    #[default]
    Aggregated,
    /// One relation of one document.
    Events,
}

impl Grain {
    /// Every grain.
    pub const ALL: &'static [Grain] = &[Grain::Aggregated, Grain::Events];

    /// Returns the name used in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Grain::Aggregated => "aggregated",
            Grain::Events => "events",
        }
    }
}

impl FromStr for Grain {
    type Err = NameError;

    fn from_str(word: &str) -> Result<Self, NameError> {
        Grain::ALL.iter().copied().find(|grain| grain.name() == word).ok_or_else(|| NameError {
            word: word.to_owned(),
            what: "grain",
            known: Grain::ALL.iter().map(|grain| grain.name()).collect::<Vec<_>>().join(", "),
        })
    }
}

impl fmt::Display for Grain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
