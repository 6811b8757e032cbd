//! Nisba reads Arabic and English news and writes the graph of who called, met, visited,
//! briefed, backed or threatened whom: dated, directed, with the sentence that proves each edge.

mod compiled;
pub mod decision;
pub mod dictionary;
pub mod document;
pub mod dossier;
mod embedded;
pub mod eval;
pub mod explain;
pub mod export;
pub mod gazetteer;
pub mod graph;
pub mod lexicon;
pub mod mention;
pub mod pipeline;
pub mod query;
pub mod relation;
pub mod store;
pub mod survey;
pub mod text;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../docs/explain.md")]
struct Explaining;
