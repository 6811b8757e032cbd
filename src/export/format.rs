//! The formats as data: names, extensions, media types, files.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::graph::Grain;
use crate::relation::NameError;

/// A form in which a graph can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Graphviz.
    Dot,
    /// DOT without defaults and drawing instructions, for Gephi and other simple readers.
    DotPlain,
    /// GraphML 1.0, as Gephi, NetworkX and igraph read it.
    GraphMl,
    /// GraphML with the shapes and labels that yEd draws.
    GraphMlYed,
    /// GraphML 1.0 that the published schema admits.
    GraphMlStrict,
    /// GEXF 1.3, static.
    Gexf,
    /// GEXF 1.3 with the days of each edge.
    GexfDynamic,
    /// Gephi's spreadsheets: one file of nodes, one of edges.
    Csv,
    /// The spreadsheets that `neo4j-admin database import full` takes.
    Neo4j,
    /// A Cypher script.
    Cypher,
    /// NetworkX's node-link JSON.
    NodeLink,
    /// Node-link JSON as D3 wants it.
    D3,
    /// graphology's JSON, as sigma.js and Gephi Lite read it.
    Graphology,
    /// The elements of Cytoscape and cytoscape.js.
    Cytoscape,
    /// RDF as Turtle.
    Turtle,
    /// RDF as N-Quads, a graph a document.
    NQuads,
    /// RDF as JSON-LD.
    JsonLd,
    /// FollowTheMoney entities, one a line.
    Ftm,
    /// Parquet tables: entities, relations, evidence, documents.
    Parquet,
    /// One JSON object a line for each relation.
    JsonLines,
    /// A page to look at the graph.
    Html,
}

/// One file of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The only one.
    Whole,
    /// The entities of a graph.
    Nodes,
    /// The edges.
    Edges,
    /// The edges, as Neo4j calls them.
    Relationships,
    /// The table of entities.
    Entities,
    /// The table of relations.
    Relations,
    /// The table of sentences that prove them.
    Evidence,
    /// The table of documents.
    Documents,
}

/// What is to be known of a format before it is written.
struct Spec {
    format: Format,
    name: &'static str,
    /// Ends of file names that stand for it, without the first point; the first is the usual one.
    endings: &'static [&'static str],
    media_type: &'static str,
    parts: &'static [Part],
    grain: Option<Grain>,
    readers: &'static str,
}

const WHOLE: &[Part] = &[Part::Whole];
const NODES_AND_EDGES: &[Part] = &[Part::Nodes, Part::Edges];
const NODES_AND_RELATIONSHIPS: &[Part] = &[Part::Nodes, Part::Relationships];
const TABLES: &[Part] = &[Part::Entities, Part::Relations, Part::Evidence, Part::Documents];
const EVENTS: Option<Grain> = Some(Grain::Events);

/// Every format, in the order of [`Format`].
///
/// **Source** of media types: IANA for DOT, CSV, JSON, RDF, Parquet and HTML; those of GEXF, GraphML
/// and Cypher are in use but not registered.
const SPECS: &[Spec] = &[
    Spec {
        format: Format::Dot,
        name: "dot",
        endings: &["dot", "gv"],
        media_type: "text/vnd.graphviz",
        parts: WHOLE,
        grain: None,
        readers: "Graphviz",
    },
    Spec {
        format: Format::DotPlain,
        name: "dot-plain",
        endings: &["plain.dot", "plain.gv"],
        media_type: "text/vnd.graphviz",
        parts: WHOLE,
        grain: None,
        readers: "Gephi and simple readers of DOT",
    },
    Spec {
        format: Format::GraphMl,
        name: "graphml",
        endings: &["graphml"],
        media_type: "application/graphml+xml",
        parts: WHOLE,
        grain: None,
        readers: "Gephi, NetworkX, igraph",
    },
    Spec {
        format: Format::GraphMlYed,
        name: "graphml-yed",
        endings: &["yed.graphml"],
        media_type: "application/graphml+xml",
        parts: WHOLE,
        grain: None,
        readers: "yEd",
    },
    Spec {
        format: Format::GraphMlStrict,
        name: "graphml-strict",
        endings: &["strict.graphml"],
        media_type: "application/graphml+xml",
        parts: WHOLE,
        grain: None,
        readers: "readers that check the schema",
    },
    Spec {
        format: Format::Gexf,
        name: "gexf",
        endings: &["gexf"],
        media_type: "application/gexf+xml",
        parts: WHOLE,
        grain: None,
        readers: "Gephi, Gephi Lite, NetworkX, graphology",
    },
    Spec {
        format: Format::GexfDynamic,
        name: "gexf-dynamic",
        endings: &["dynamic.gexf"],
        media_type: "application/gexf+xml",
        parts: WHOLE,
        grain: None,
        readers: "Gephi's timeline",
    },
    Spec {
        format: Format::Csv,
        name: "csv",
        endings: &["csv"],
        media_type: "text/csv",
        parts: NODES_AND_EDGES,
        grain: None,
        readers: "Gephi's spreadsheets",
    },
    Spec {
        format: Format::Neo4j,
        name: "neo4j",
        endings: &["neo4j.csv"],
        media_type: "text/csv",
        parts: NODES_AND_RELATIONSHIPS,
        grain: EVENTS,
        readers: "neo4j-admin database import full",
    },
    Spec {
        format: Format::Cypher,
        name: "cypher",
        endings: &["cypher", "cql"],
        media_type: "application/x-cypher-query",
        parts: WHOLE,
        grain: EVENTS,
        readers: "Neo4j, Memgraph and others by cypher-shell",
    },
    Spec {
        format: Format::NodeLink,
        name: "node-link",
        endings: &["json"],
        media_type: "application/json",
        parts: WHOLE,
        grain: None,
        readers: "NetworkX",
    },
    Spec {
        format: Format::D3,
        name: "d3",
        endings: &["d3.json"],
        media_type: "application/json",
        parts: WHOLE,
        grain: None,
        readers: "D3",
    },
    Spec {
        format: Format::Graphology,
        name: "graphology",
        endings: &["graphology.json"],
        media_type: "application/json",
        parts: WHOLE,
        grain: None,
        readers: "graphology, sigma.js, Gephi Lite",
    },
    Spec {
        format: Format::Cytoscape,
        name: "cytoscape",
        endings: &["cytoscape.json", "cyjs"],
        media_type: "application/json",
        parts: WHOLE,
        grain: None,
        readers: "Cytoscape, cytoscape.js",
    },
    Spec {
        format: Format::Turtle,
        name: "turtle",
        endings: &["ttl"],
        media_type: "text/turtle",
        parts: WHOLE,
        grain: EVENTS,
        readers: "readers of RDF",
    },
    Spec {
        format: Format::NQuads,
        name: "nquads",
        endings: &["nq"],
        media_type: "application/n-quads",
        parts: WHOLE,
        grain: EVENTS,
        readers: "stores of RDF, a graph a document",
    },
    Spec {
        format: Format::JsonLd,
        name: "jsonld",
        endings: &["jsonld"],
        media_type: "application/ld+json",
        parts: WHOLE,
        grain: EVENTS,
        readers: "readers of RDF and of linked data",
    },
    Spec {
        format: Format::Ftm,
        name: "ftm",
        endings: &["ftm.json", "ftm.jsonl", "ftm"],
        media_type: "application/x-ndjson",
        parts: WHOLE,
        grain: EVENTS,
        readers: "FollowTheMoney, Aleph, OpenAleph",
    },
    Spec {
        format: Format::Parquet,
        name: "parquet",
        endings: &["parquet"],
        media_type: "application/vnd.apache.parquet",
        parts: TABLES,
        grain: EVENTS,
        readers: "DuckDB, pandas, polars, Spark",
    },
    Spec {
        format: Format::JsonLines,
        name: "jsonl",
        endings: &["jsonl", "ndjson"],
        media_type: "application/x-ndjson",
        parts: WHOLE,
        grain: EVENTS,
        readers: "programs: one relation a line, in the order of time",
    },
    Spec {
        format: Format::Html,
        name: "html",
        endings: &["html", "htm"],
        media_type: "text/html",
        parts: WHOLE,
        grain: EVENTS,
        readers: "people: a page that any browser opens",
    },
];

impl Format {
    /// Every format.
    pub const ALL: &'static [Format] = &[
        Format::Dot,
        Format::DotPlain,
        Format::GraphMl,
        Format::GraphMlYed,
        Format::GraphMlStrict,
        Format::Gexf,
        Format::GexfDynamic,
        Format::Csv,
        Format::Neo4j,
        Format::Cypher,
        Format::NodeLink,
        Format::D3,
        Format::Graphology,
        Format::Cytoscape,
        Format::Turtle,
        Format::NQuads,
        Format::JsonLd,
        Format::Ftm,
        Format::Parquet,
        Format::JsonLines,
        Format::Html,
    ];

    fn spec(self) -> &'static Spec {
        // The tests hold that the table has the order of the variants.
        &SPECS[self as usize]
    }

    /// Returns the name used on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// Returns the usual end of a file name, without the first point.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.spec().endings[0]
    }

    /// Returns the ends of file names that stand for it, without the first point; the usual one first.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        self.spec().endings
    }

    /// Returns the media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.spec().media_type
    }

    /// Returns who reads it, in a few words.
    #[must_use]
    pub fn readers(self) -> &'static str {
        self.spec().readers
    }

    /// Returns the cargo feature that the format needs and this build is without.
    #[must_use]
    pub fn lacks(self) -> Option<&'static str> {
        (self == Format::Parquet && !cfg!(feature = "parquet")).then_some("parquet")
    }

    /// Returns the format that the end of a file name stands for, in any case of letters; the longest
    /// end that is known counts: `x.d3.json` is for D3, `x.json` is node-link JSON.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        ending(path).map(|(format, _)| format)
    }

    /// Returns the files that the format consists of.
    #[must_use]
    pub fn parts(self) -> &'static [Part] {
        self.spec().parts
    }

    /// Returns the grain that the format is made for, where it is made for one.
    ///
    /// A graph of another grain can be written, too: one edge of it is then one line.
    #[must_use]
    pub fn grain(self) -> Option<Grain> {
        self.spec().grain
    }
}

/// Returns the format of a file name, and the end that tells it.
fn ending(path: &Path) -> Option<(Format, &'static str)> {
    let name = path.file_name().and_then(OsStr::to_str)?.to_ascii_lowercase();
    let ends_with = |ending: &str| name.strip_suffix(ending).is_some_and(|stem| stem.len() > 1 && stem.ends_with('.'));
    let known = SPECS.iter().flat_map(|spec| spec.endings.iter().map(move |&ending| (spec.format, ending)));
    known.filter(|(_, ending)| ends_with(ending)).max_by_key(|(_, ending)| ending.len())
}

impl Part {
    /// Returns where this part goes when the user asked for `path`: itself, or for `x.csv`
    /// `x.nodes.csv` and `x.edges.csv`.
    #[must_use]
    pub fn path(self, path: &Path) -> PathBuf {
        let Some(inner) = self.name() else { return path.to_owned() };
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(".");
        name.push(inner);
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
    }

    /// Returns what stands in the name of its file; `None` where the format has only one.
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Part::Whole => return None,
            Part::Nodes => "nodes",
            Part::Edges => "edges",
            Part::Relationships => "relationships",
            Part::Entities => "entities",
            Part::Relations => "relations",
            Part::Evidence => "evidence",
            Part::Documents => "documents",
        })
    }
}

impl FromStr for Format {
    type Err = NameError;

    fn from_str(word: &str) -> Result<Self, NameError> {
        Format::ALL.iter().copied().find(|format| format.name() == word).ok_or_else(|| NameError {
            word: word.to_owned(),
            what: "format",
            known: Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", "),
        })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_order_of_the_formats() {
        assert_eq!(SPECS.iter().map(|spec| spec.format).collect::<Vec<_>>(), Format::ALL);
        assert!(Format::ALL.iter().enumerate().all(|(place, &format)| format as usize == place));
    }

    #[test]
    fn names_and_endings_read_back() {
        for spec in SPECS {
            assert_eq!(spec.name.parse::<Format>().unwrap(), spec.format);
            for ending in spec.endings {
                assert_eq!(Format::from_path(Path::new(&format!("out/a.b.{ending}"))), Some(spec.format));
            }
        }
        assert_eq!(Format::from_path("X.GV".as_ref()), Some(Format::Dot));
        assert_eq!(Format::from_path("x.D3.json".as_ref()), Some(Format::D3));
        for none in ["x.xlsx", "csv", ".csv", "x.csv/", "d3.xlsx"] {
            let format = Format::from_path(none.as_ref());
            assert_eq!(format, (none == "x.csv/").then_some(Format::Csv), "{none}");
        }
    }

    #[test]
    fn parts_stand_before_the_extension() {
        assert_eq!(Part::Nodes.path("out/x.csv".as_ref()), Path::new("out/x.nodes.csv"));
        assert_eq!(Part::Edges.path("x.2025.csv".as_ref()), Path::new("x.2025.edges.csv"));
        assert_eq!(Part::Edges.path("x".as_ref()), Path::new("x.edges"));
        assert_eq!(Part::Whole.path("x.dot".as_ref()), Path::new("x.dot"));
    }
}
