//! Who matters in a graph: a [`Network`] of ties in, degrees, betweenness, PageRank and communities out.
//!
//! ```
//! use nisba::graph::{Network, Tie};
//!
//! let tie = |a: &str, b: &str| Tie { subject: a.into(), object: b.into(), directed: false, weight: 1 };
//! let network = Network::new([tie("A", "B"), tie("B", "C")]);
//! assert_eq!(network.degrees()[1].neighbours, 2);
//! assert_eq!(network.betweenness(None, &|_| ()), [0.0, 1.0, 0.0]);
//! ```
//!
//! Every list stands in the order of [`Network::ids`], and depends on nothing but the ties: not on the order in which they come,
//! nor on the number of threads.
//!
//! | measure | of which graph | as |
//! | --- | --- | --- |
//! | degree | ties, at most one between two entities; in and out: arcs, at most one a direction | NetworkX `degree`, igraph `degree` |
//! | relations | the same, each with its number of relations | NetworkX `degree(weight=…)`, igraph `strength` |
//! | betweenness | ties without direction and weight | NetworkX `betweenness_centrality` (normalised) |
//! | PageRank | arcs with their number of relations; a tie without direction is two arcs | NetworkX `pagerank`, igraph `pagerank` |
//! | communities | ties without direction, with their number of relations | igraph `modularity` |
//!
//! Who acts on himself is left out of all of them.
//!
//! Decided: own code. petgraph's `page_rank` knows no weights and takes a time of |V|²·|E|; rustworkx-core has neither PageRank nor
//! communities and brings forty crates; the Leiden crates draw by lot, so that the groups hang on a seed and on the version
//! of a generator. `tests/roundtrip/metrics.py` holds these against NetworkX and igraph.

mod betweenness;
mod communities;
mod network;
mod page_rank;

pub use communities::Communities;
pub use network::{Degree, Network, Tie};
