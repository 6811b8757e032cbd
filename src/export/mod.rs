//! Exports: a graph in, bytes out, in the forms that other programs read.
//!
//! A [`Format`] knows its name, extension and media type, and of which files it consists; [`write()`]
//! writes one of them. Every writer takes its values from the same [`NodeRow`] and [`EdgeRow`].
//! The wire format of each is written down at the head of its file.
//!
//! ```
//! use nisba::export::{Format, Options, write};
//! use nisba::graph::{Builder, Filter, Grain};
//!
//! let graph = Builder::new(Grain::Aggregated, Filter::default()).finish(&|_id| None);
//! let format = Format::from_path("out/contacts.csv".as_ref()).expect("a known extension");
//! for &part in format.parts() {
//!     let mut bytes = Vec::new();
//!     write(&graph, format, part, &Options::default(), &mut bytes)?;
//!     println!("{}: {} bytes", part.path("out/contacts.csv".as_ref()).display(), bytes.len());
//! }
//! # Ok::<(), std::io::Error>(())
//! ```

mod csv;
mod dot;
mod events;
mod format;
mod gexf;
mod graphml;
mod node_link;
mod row;
mod style;
mod xml;

pub use format::{Format, Part};
pub use row::{EdgeRow, NodeRow, Value};

use std::io;

use crate::document::Lang;
use crate::graph::KnowledgeGraph;

/// How a graph is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The language of labels: names of entities, words of predicates.
    pub lang: Lang,
}

/// Writes one file of `format`.
///
/// The same graph gives the same bytes. The output is not buffered and not flushed here.
///
/// # Errors
/// Those of `out`; and a `part` that is none of [`Format::parts`].
pub fn write(
    graph: &KnowledgeGraph,
    format: Format,
    part: Part,
    options: &Options,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match (format, part) {
        (Format::Dot, Part::Whole) => dot::write(graph, options, out),
        (Format::GraphMl, Part::Whole) => graphml::write(graph, options, out),
        (Format::Gexf, Part::Whole) => gexf::write(graph, options, out),
        (Format::Csv, Part::Nodes) => csv::write_nodes(graph, options, out),
        (Format::Csv, Part::Edges) => csv::write_edges(graph, options, out),
        (Format::NodeLink, Part::Whole) => node_link::write(graph, options, out),
        (Format::Events, Part::Whole) => events::write(graph, options, out),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{format} has no part {part:?}"))),
    }
}
