//! What a reader would lose of a file, or refuse, told before the user finds out.
//!
//! In: the text of one file, or of the files that belong together (nodes and edges), ours or anybody's; and who is to read it.
//! Out: [`Report`], findings with their severity, their place, what happens, and what to do.
//!
//! A scanner a [`Shape`] of file looks for traps and knows no reader; `rules` is the table of what each reader makes of a
//! trap. What the readers do was seen by running them: `tests/roundtrip/traps.py` compares the verdicts with NetworkX, igraph,
//! graphology and Graphviz on the files of `tests/check/`. Gephi and Neo4j cannot be run there; their rows follow their sources
//! and manuals.
//!
//! ```
//! use nisba::export::check::{Reader, Severity, check};
//!
//! let text = r#"{"directed": true, "multigraph": true, "nodes": [{"id": "a"}], "links": []}"#;
//! let report = check(&[("graph.json", text.as_bytes())], Reader::NetworkX);
//! assert_eq!(report.findings[0].severity, Severity::Refused);
//! assert!(report.findings[0].fix.contains("--to node-link"));
//! ```

mod dot;
mod dot_tokens;
mod gephi_table;
mod gexf;
mod graphml;
mod json;
mod markup;
mod neo4j_table;
mod rules;
mod shape;
mod sightings;
mod table;

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use self::sightings::Sightings;
use crate::relation::NameError;

pub use shape::Shape;

/// Who is to read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reader {
    /// Gephi's importers.
    Gephi,
    /// NetworkX: `read_gexf`, `read_graphml`, `node_link_graph`, `nx_pydot.read_dot`.
    NetworkX,
    /// igraph's `Read_GraphML`.
    Igraph,
    /// graphology with `graphology-gexf` and `graphology-graphml`, as sigma.js and Gephi Lite have it.
    Graphology,
    /// `neo4j-admin database import full`, or cypher-shell.
    Neo4j,
    /// Graphviz's `dot`.
    Graphviz,
}

impl Reader {
    /// Every reader.
    pub const ALL: &'static [Reader] =
        &[Reader::Gephi, Reader::NetworkX, Reader::Igraph, Reader::Graphology, Reader::Neo4j, Reader::Graphviz];

    /// Returns the name used on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Reader::Gephi => "gephi",
            Reader::NetworkX => "networkx",
            Reader::Igraph => "igraph",
            Reader::Graphology => "graphology",
            Reader::Neo4j => "neo4j",
            Reader::Graphviz => "graphviz",
        }
    }
}

impl FromStr for Reader {
    type Err = NameError;

    fn from_str(word: &str) -> Result<Self, NameError> {
        Reader::ALL.iter().copied().find(|reader| reader.name() == word).ok_or_else(|| NameError {
            word: word.to_owned(),
            what: "reader",
            known: Reader::ALL.iter().map(|reader| reader.name()).collect::<Vec<_>>().join(", "),
        })
    }
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How bad a finding is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The reader does not take the file.
    Refused,
    /// Something is not there afterwards.
    Lost,
    /// Something is there, but not as it was meant.
    Changed,
    /// Nothing is lost; it is good to know.
    Fine,
}

impl Severity {
    /// Returns its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Refused => "refused",
            Severity::Lost => "lost",
            Severity::Changed => "changed",
            Severity::Fine => "fine",
        }
    }
}

/// One thing that a reader makes of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The name of the rule.
    pub rule: &'static str,
    /// The file.
    pub file: String,
    /// The line of its first place, from 1, where a line is known.
    pub line: Option<usize>,
    /// Its first place: an edge, a key, a column.
    pub place: String,
    /// In how many places.
    pub count: usize,
    /// What the reader does.
    pub what: &'static str,
    /// What to do.
    pub fix: &'static str,
}

/// What a reader makes of a file, or of files that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Who is to read it.
    pub reader: Reader,
    /// What each file is, by its content.
    pub files: Vec<(String, Shape)>,
    /// Nodes seen.
    pub nodes: usize,
    /// Edges seen.
    pub edges: usize,
    /// The worst first, then in the order of files and lines.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Returns whether the reader takes everything as it is meant.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity == Severity::Fine)
    }
}

/// Checks files, given as names and contents, for a reader.
///
/// Files given together are read together: edges are looked up among the nodes of all.
#[must_use]
pub fn check(files: &[(&str, &[u8])], reader: Reader) -> Report {
    let mut seen = Sightings::default();
    let mut shapes = Vec::new();
    for &(name, bytes) in files {
        seen.file(name);
        if std::str::from_utf8(bytes).is_err() && !bytes.starts_with(b"PAR1") {
            seen.see("not-utf8", None, "the file");
        }
        let text = String::from_utf8_lossy(bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let shape = Shape::of(name, text);
        if shape.is_read_by(reader) {
            match shape {
                Shape::Gexf => gexf::scan(text, &mut seen),
                Shape::GraphMl => graphml::scan(text, &mut seen),
                Shape::Dot => dot::scan(text, &mut seen),
                Shape::GephiNodes | Shape::GephiEdges | Shape::Table => gephi_table::scan(text, shape, &mut seen),
                Shape::Neo4jNodes | Shape::Neo4jRelationships => neo4j_table::scan(text, &mut seen),
                Shape::NodeLink | Shape::Links | Shape::Graphology | Shape::Cytoscape | Shape::Json => {
                    json::scan(text, shape, &mut seen);
                }
                _ => {}
            }
        } else {
            seen.see(shape.refusal(reader), None, "the file");
        }
        shapes.push((name.to_owned(), shape));
    }
    seen.end(&shapes);
    let (nodes, edges) = seen.counts();
    Report { reader, files: shapes, nodes, edges, findings: rules::findings(&seen, reader) }
}
