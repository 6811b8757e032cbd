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
    /// GraphML 1.0, as Gephi, NetworkX and igraph read it.
    GraphMl,
    /// GEXF 1.3, static.
    Gexf,
    /// Gephi's spreadsheets: one file of nodes, one of edges.
    Csv,
    /// NetworkX's node-link JSON.
    NodeLink,
    /// One JSON object a line for each relation.
    Events,
}

/// One file of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The only one.
    Whole,
    /// The entities.
    Nodes,
    /// The edges.
    Edges,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Format] =
        &[Format::Dot, Format::GraphMl, Format::Gexf, Format::Csv, Format::NodeLink, Format::Events];

    /// Returns the name used on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Dot => "dot",
            Format::GraphMl => "graphml",
            Format::Gexf => "gexf",
            Format::Csv => "csv",
            Format::NodeLink => "node-link",
            Format::Events => "events",
        }
    }

    /// Returns the usual end of a file name, without a point.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Format::Dot => "dot",
            Format::GraphMl => "graphml",
            Format::Gexf => "gexf",
            Format::Csv => "csv",
            Format::NodeLink => "json",
            Format::Events => "jsonl",
        }
    }

    /// Returns the media type.
    ///
    /// **Source:** IANA for DOT, CSV and JSON; `application/gexf+xml` and `application/graphml+xml`
    /// are in use but not registered.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Dot => "text/vnd.graphviz",
            Format::GraphMl => "application/graphml+xml",
            Format::Gexf => "application/gexf+xml",
            Format::Csv => "text/csv",
            Format::NodeLink => "application/json",
            Format::Events => "application/x-ndjson",
        }
    }

    /// Returns the format that the end of a file name stands for, in any case of letters.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let extension = path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase();
        match extension.as_str() {
            "gv" => Some(Format::Dot),
            "ndjson" => Some(Format::Events),
            other => Format::ALL.iter().copied().find(|format| format.extension() == other),
        }
    }

    /// Returns the files that the format consists of.
    #[must_use]
    pub fn parts(self) -> &'static [Part] {
        match self {
            Format::Csv => &[Part::Nodes, Part::Edges],
            _ => &[Part::Whole],
        }
    }

    /// Returns the grain that the format is made for, where it is made for one.
    ///
    /// A graph of another grain can be written, too: one edge of it is then one line.
    #[must_use]
    pub fn grain(self) -> Option<Grain> {
        match self {
            Format::Events => Some(Grain::Events),
            _ => None,
        }
    }
}

impl Part {
    /// Returns where this part goes when the user asked for `path`: itself, or for `x.csv`
    /// `x.nodes.csv` and `x.edges.csv`.
    #[must_use]
    pub fn path(self, path: &Path) -> PathBuf {
        let inner = match self {
            Part::Whole => return path.to_owned(),
            Part::Nodes => "nodes",
            Part::Edges => "edges",
        };
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(".");
        name.push(inner);
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
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
    fn names_and_extensions_read_back() {
        for &format in Format::ALL {
            assert_eq!(format.name().parse::<Format>().unwrap(), format);
            assert_eq!(Format::from_path(&Path::new("a.b").with_extension(format.extension())), Some(format));
        }
        assert_eq!(Format::from_path("X.GV".as_ref()), Some(Format::Dot));
        assert_eq!(Format::from_path("x.xlsx".as_ref()), None);
        assert_eq!(Format::from_path("csv".as_ref()), None);
    }

    #[test]
    fn parts_stand_before_the_extension() {
        assert_eq!(Part::Nodes.path("out/x.csv".as_ref()), Path::new("out/x.nodes.csv"));
        assert_eq!(Part::Edges.path("x.2025.csv".as_ref()), Path::new("x.2025.edges.csv"));
        assert_eq!(Part::Edges.path("x".as_ref()), Path::new("x.edges"));
        assert_eq!(Part::Whole.path("x.dot".as_ref()), Path::new("x.dot"));
    }
}
