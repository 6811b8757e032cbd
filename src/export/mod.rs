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

pub mod check;
mod csv;
mod cypher;
mod dot;
mod format;
mod ftm;
mod gexf;
mod graphml;
mod html;
mod json_lines;
mod neo4j;
mod node_link;
#[cfg(feature = "parquet")]
mod parquet;
mod rdf;
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
    /// RDF 1.2 where the format is RDF: statements about statements, labels with their direction.
    pub rdf_12: bool,
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
    if !format.parts().contains(&part) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{format} has no part {part:?}")));
    }
    match format {
        Format::Dot => dot::write(graph, options, out),
        Format::DotPlain => dot::write_plain(graph, options, out),
        Format::GraphMl => graphml::write(graph, graphml::Dialect::Gephi, options, out),
        Format::GraphMlYed => graphml::write(graph, graphml::Dialect::Yed, options, out),
        Format::GraphMlStrict => graphml::write(graph, graphml::Dialect::Strict, options, out),
        Format::Gexf => gexf::write(graph, gexf::Mode::Static, options, out),
        Format::GexfDynamic => gexf::write(graph, gexf::Mode::Dynamic, options, out),
        Format::Csv if part == Part::Nodes => csv::write_nodes(graph, options, out),
        Format::Csv => csv::write_edges(graph, options, out),
        Format::Neo4j if part == Part::Nodes => neo4j::write_nodes(graph, options, out),
        Format::Neo4j => neo4j::write_relationships(graph, options, out),
        Format::Cypher => cypher::write(graph, options, out),
        Format::NodeLink => node_link::write(graph, node_link::Dialect::NetworkX, options, out),
        Format::D3 => node_link::write(graph, node_link::Dialect::D3, options, out),
        Format::Graphology => node_link::write(graph, node_link::Dialect::Graphology, options, out),
        Format::Cytoscape => node_link::write(graph, node_link::Dialect::Cytoscape, options, out),
        #[cfg(feature = "parquet")]
        Format::Parquet => parquet::write(graph, part, options, out),
        Format::JsonLines => json_lines::write(graph, options, out),
        Format::Html => html::write(graph, options, out),
        Format::Turtle => rdf::write_turtle(graph, options, out),
        Format::NQuads => rdf::write_nquads(graph, options, out),
        Format::JsonLd => rdf::write_jsonld(graph, options, out),
        Format::Ftm => ftm::write(graph, options, out),
        #[cfg(not(feature = "parquet"))]
        Format::Parquet => Err(io::Error::new(
            io::ErrorKind::Unsupported,
            "this program was built without Parquet; build it with --features parquet",
        )),
    }
}
