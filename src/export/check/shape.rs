//! What a file is, by its content, and who reads such files at all.

use serde::Serialize;
use serde_json::Value;

use super::Reader;

/// A dialect of graph file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// GEXF.
    Gexf,
    /// GraphML.
    GraphMl,
    /// DOT.
    Dot,
    /// Gephi's table of nodes.
    GephiNodes,
    /// Gephi's table of edges.
    GephiEdges,
    /// Another table.
    Table,
    /// Neo4j's table of nodes.
    Neo4jNodes,
    /// Neo4j's table of relationships.
    Neo4jRelationships,
    /// A Cypher script.
    Cypher,
    /// NetworkX's node-link JSON.
    NodeLink,
    /// Node-link JSON with `links`, as D3 wants it.
    Links,
    /// graphology's JSON.
    Graphology,
    /// Cytoscape's JSON.
    Cytoscape,
    /// One JSON object a line.
    JsonLines,
    /// Other JSON, or what should be.
    Json,
    /// Parquet.
    Parquet,
    /// RDF.
    Rdf,
    /// A page.
    Html,
    /// Anything else.
    Unknown,
}

impl Shape {
    /// Returns what a text is; its name decides only where the content leaves it open.
    #[must_use]
    pub fn of(name: &str, text: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        let begin = text.trim_start();
        if begin.starts_with("PAR1") {
            return Shape::Parquet;
        }
        if begin.starts_with('<') && !ends(&[".nq", ".nt", ".ttl"]) {
            let head: String = begin.chars().take(4000).collect();
            return if head.contains("<gexf") {
                Shape::Gexf
            } else if head.contains("<graphml") {
                Shape::GraphMl
            } else if head.to_ascii_lowercase().contains("<html") {
                Shape::Html
            } else if ends(&[".gexf"]) {
                Shape::Gexf
            } else if ends(&[".graphml"]) {
                Shape::GraphMl
            } else {
                Shape::Unknown
            };
        }
        if ends(&[".dot", ".gv"]) || is_dot(begin) {
            return Shape::Dot;
        }
        if ends(&[".cypher", ".cql"]) {
            return Shape::Cypher;
        }
        if ends(&[".ttl", ".nq", ".nt", ".jsonld"]) {
            return Shape::Rdf;
        }
        if begin.starts_with(['{', '[']) || ends(&[".json", ".jsonl", ".ndjson", ".cyjs"]) {
            return json(begin, ends(&[".jsonl", ".ndjson"]));
        }
        if ends(&[".csv", ".tsv"]) || begin.lines().next().is_some_and(|line| line.contains([',', ';', '\t'])) {
            return table(begin.lines().next().unwrap_or_default());
        }
        Shape::Unknown
    }

    /// Returns the name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Shape::Gexf => "GEXF",
            Shape::GraphMl => "GraphML",
            Shape::Dot => "DOT",
            Shape::GephiNodes => "a Gephi table of nodes",
            Shape::GephiEdges => "a Gephi table of edges",
            Shape::Table => "a table",
            Shape::Neo4jNodes => "a Neo4j table of nodes",
            Shape::Neo4jRelationships => "a Neo4j table of relationships",
            Shape::Cypher => "Cypher",
            Shape::NodeLink => "node-link JSON",
            Shape::Links => "node-link JSON with links",
            Shape::Graphology => "graphology JSON",
            Shape::Cytoscape => "Cytoscape JSON",
            Shape::JsonLines => "JSON Lines",
            Shape::Json => "JSON",
            Shape::Parquet => "Parquet",
            Shape::Rdf => "RDF",
            Shape::Html => "HTML",
            Shape::Unknown => "of no known form",
        }
    }

    /// Returns whether the reader takes such files.
    ///
    /// **Source:** the readers' lists of formats (Gephi 0.10, NetworkX 3.6, python-igraph 1.0, graphology 0.26, Neo4j 2026.08).
    #[must_use]
    pub fn is_read_by(self, reader: Reader) -> bool {
        use Reader::{Gephi, Graphology, Graphviz, Igraph, Neo4j, NetworkX};
        let readers: &[Reader] = match self {
            Shape::Gexf => &[Gephi, NetworkX, Graphology],
            Shape::GraphMl => &[Gephi, NetworkX, Igraph, Graphology],
            Shape::Dot => &[Graphviz, Gephi, NetworkX],
            Shape::GephiNodes | Shape::GephiEdges | Shape::Table => &[Gephi],
            Shape::Neo4jNodes | Shape::Neo4jRelationships | Shape::Cypher => &[Neo4j],
            Shape::NodeLink | Shape::Links | Shape::Cytoscape => &[NetworkX],
            Shape::Graphology => &[Graphology],
            Shape::Json => &[NetworkX, Graphology],
            _ => &[],
        };
        readers.contains(&reader)
    }

    /// Returns the rule that tells that the reader does not take such files.
    pub(super) fn refusal(self, reader: Reader) -> &'static str {
        match (self, reader) {
            (Shape::GephiNodes | Shape::GephiEdges | Shape::Table, Reader::Neo4j) => "table-for-others",
            (Shape::Neo4jNodes | Shape::Neo4jRelationships, Reader::Gephi) => "table-for-others",
            (Shape::Gexf, Reader::Igraph) => "gexf-unread",
            (Shape::Dot, Reader::Igraph) => "dot-unread",
            (Shape::GraphMl, Reader::Neo4j) => "graphml-by-apoc",
            (Shape::Cytoscape, Reader::Graphology) => "json-no-graph",
            (Shape::Graphology, Reader::NetworkX) => "json-for-graphology",
            _ => "form-unread",
        }
    }
}

fn is_dot(begin: &str) -> bool {
    let mut words = begin.split(|c: char| c.is_whitespace() || c == '{').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_ascii_lowercase();
    matches!(&*first, "digraph" | "graph" | "strict") && begin.contains('{')
}

fn json(text: &str, is_lines: bool) -> Shape {
    let first_is_whole = || {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let first = lines.next().unwrap_or_default();
        lines.next().is_some() && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok()
    };
    if is_lines || first_is_whole() {
        return Shape::JsonLines;
    }
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Shape::Json };
    let list = |name: &str| value.get(name).and_then(Value::as_array);
    if value.get("elements").is_some() {
        return Shape::Cytoscape;
    }
    if value.get("@context").is_some() {
        return Shape::Rdf;
    }
    let Some(nodes) = list("nodes") else { return Shape::Json };
    let by_key = nodes.first().is_some_and(|node| node.get("key").is_some() && node.get("id").is_none());
    match (list("edges"), list("links")) {
        (Some(_), _) if by_key || value.get("options").is_some() => Shape::Graphology,
        (Some(_), _) => Shape::NodeLink,
        (None, Some(_)) => Shape::Links,
        _ => Shape::Json,
    }
}

fn table(header: &str) -> Shape {
    let names: Vec<String> =
        header.split([',', ';', '\t']).map(|name| name.trim().trim_matches('"').to_ascii_lowercase()).collect();
    let any = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    let field = |name: &str, field: &str| name.split_once(':').is_some_and(|(_, kind)| kind.starts_with(field));
    if any(&|name| field(name, "start_id")) || any(&|name| field(name, "end_id")) {
        Shape::Neo4jRelationships
    } else if any(&|name| field(name, "id") || field(name, "label")) {
        Shape::Neo4jNodes
    } else if any(&|name| matches!(name, "source" | "target")) {
        Shape::GephiEdges
    } else if any(&|name| matches!(name, "id" | "label" | "timeset")) {
        Shape::GephiNodes
    } else {
        Shape::Table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, expected: Shape) {
        assert_eq!(Shape::of(name, text), expected);
    }

    #[test]
    fn files_are_known_by_what_is_in_them() {
        check("x.xml", "<?xml version=\"1.0\"?>\n<gexf/>", Shape::Gexf);
        check("x", "<graphml/>", Shape::GraphMl);
        check("x", "strict digraph {}", Shape::Dot);
        check("x.gv", "", Shape::Dot);
        check("x.csv", "Id,Label\n", Shape::GephiNodes);
        check("x.csv", "\"Source\";\"Target\"\n", Shape::GephiEdges);
        check("x.csv", "qid:ID(Entity),name,:LABEL\n", Shape::Neo4jNodes);
        check("x.csv", ":START_ID,:END_ID,:TYPE\n", Shape::Neo4jRelationships);
        check("x.csv", "a,b\n", Shape::Table);
        check("x.json", "{\"nodes\": [], \"edges\": []}", Shape::NodeLink);
        check("x.json", "{\"nodes\": [], \"links\": []}", Shape::Links);
        check("x.json", "{\"nodes\": [{\"key\": \"a\"}], \"edges\": []}", Shape::Graphology);
        check("x.json", "{\"elements\": {}}", Shape::Cytoscape);
        check("x.json", "{\"a\": 1}\n{\"a\": 2}\n", Shape::JsonLines);
        check("x.json", "{\"a\": 1,\n", Shape::Json);
        check("x", "no graph", Shape::Unknown);
    }
}
