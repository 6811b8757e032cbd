//! Node-link JSON, as NetworkX 3.4 and later read it; and its relatives: for D3, graphology (sigma.js,
//! Gephi Lite) and Cytoscape. A node and an edge a line.
//!
//! ```json
//! {"directed": true, "multigraph": true, "graph": {"description": "…"},
//!  "nodes": [{"id": "Q7747", "label": "فلاديمير بوتين", "kind": "person"}],
//!  "edges": [{"source": "Q7747", "target": "Q22686", "key": "e1", "label": "met", "weight": 2.0}]}
//! ```
//!
//! - **NetworkX**: the list is named `edges`; a file with `links` is a `KeyError` to it.
//! - **D3** wants `links`, and no more: `forceLink().id(d => d.id)`. An edge has an `id`, and no
//!   `key`.
//!
//! ```json
//! {"options": {"type": "directed", "multi": true, "allowSelfLoops": true}, "attributes": {…},
//!  "nodes": [{"key": "Q7747", "attributes": {"label": "فلاديمير بوتين", "color": "#fde7b5", …}}],
//!  "edges": [{"key": "e1", "source": "Q7747", "target": "Q22686", "attributes": {"weight": 2.0, …}}]}
//! ```
//!
//! - **graphology**: without `options.multi` a second edge between the same nodes is an error. No
//!   attribute is named `type`, by which sigma.js chooses how to draw. No node has a place: sigma.js
//!   wants a layout before it draws, Gephi Lite makes one.
//!
//! ```json
//! {"format_version": "1.0", "target_cytoscapejs_version": "~3", "data": {…}, "elements": {
//!  "nodes": [{"data": {"id": "Q7747", "name": "فلاديمير بوتين", "label": "فلاديمير بوتين", …}}],
//!  "edges": [{"data": {"id": "e1", "source": "Q7747", "target": "Q22686", "interaction": "met", …}}]}}
//! ```
//!
//! - **Cytoscape**: nodes and edges share their ids, so the letter of an edge's id has underscores
//!   behind it where an entity is named like one; `event_id` stays. `name` and `interaction` are what
//!   Cytoscape draws by itself. cytoscape.js takes `elements`.
//!
//! What is not known is `null`; in graphology's and Cytoscape's, which guess types of columns, it is
//! absent.
//!
//! **Source:** NetworkX 3.6, `readwrite/json_graph/node_link.py`; d3-force, `forceLink`; graphology,
//! "Serialization"; Cytoscape, `.cyjs` of its own exporter, and cytoscape.js, "Elements JSON".

use std::io;

use serde_json::json;

use super::row::{self, EdgeRow, Field, NodeRow, Value};
use super::{Options, style};
use crate::graph::{KnowledgeGraph, Node};

/// For whom the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    NetworkX,
    D3,
    Graphology,
    Cytoscape,
}

pub(super) fn write(
    graph: &KnowledgeGraph,
    dialect: Dialect,
    options: &Options,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    out.write_all(dialect.head(graph).as_bytes())?;
    for (index, (node, row)) in graph.nodes().zip(row::nodes(graph, options.lang)).enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        dialect.node(node, &row, out)?;
    }
    write!(out, "\n],\n\"{}\":[", if dialect == Dialect::D3 { "links" } else { "edges" })?;
    let letter = edge_letter(graph);
    for (index, row) in row::edges(graph, options.lang).enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        dialect.edge(&row, &letter, out)?;
    }
    out.write_all(if dialect == Dialect::Cytoscape { b"\n]}}\n" } else { b"\n]}\n" })
}

impl Dialect {
    /// Returns everything up to the first node.
    fn head(self, graph: &KnowledgeGraph) -> String {
        let about = json!({"description": row::description(graph), "grain": graph.grain().name()});
        let head = match self {
            Dialect::NetworkX => format!("{{\"directed\":true,\"multigraph\":true,\"graph\":{about}"),
            Dialect::D3 => format!("{{\"directed\":true,\"multigraph\":true,\"about\":{about}"),
            Dialect::Graphology => format!(
                "{{\"options\":{{\"type\":\"directed\",\"multi\":true,\"allowSelfLoops\":true}},\"attributes\":{about}"
            ),
            Dialect::Cytoscape => format!(
                "{{\"format_version\":\"1.0\",\"generated_by\":\"nisba\",\"target_cytoscapejs_version\":\"~3\",\
                 \"data\":{about},\n\"elements\":{{"
            ),
        };
        let comma = if self == Dialect::Cytoscape { "" } else { "," };
        format!("{head}{comma}\n\"nodes\":[")
    }

    fn node(self, node: &Node, row: &NodeRow, out: &mut dyn io::Write) -> io::Result<()> {
        let colour = style::of_kind(node.kind).hex();
        let mut fields = match self {
            Dialect::NetworkX | Dialect::D3 => vec![text("id", &row.id), text("label", &row.label)],
            Dialect::Graphology => vec![text("label", &row.label), text("color", &colour)],
            Dialect::Cytoscape => vec![text("id", &row.id), text("name", &row.label), text("label", &row.label)],
        };
        fields.extend(row.fields());
        match self {
            Dialect::NetworkX | Dialect::D3 => object(&fields, out),
            Dialect::Graphology => inside(&[text("key", &row.id)], "attributes", fields, out),
            Dialect::Cytoscape => inside(&[], "data", fields, out),
        }
    }

    fn edge(self, row: &EdgeRow<'_>, letter: &str, out: &mut dyn io::Write) -> io::Result<()> {
        let colour = style::of_family(row.edge().edge.predicate.family()).hex();
        let own_id = row.id.replacen('e', letter, 1);
        let ends = [text("source", &row.source), text("target", &row.target)];
        let common = [text("label", &row.label), ("weight", Value::Real(Some(row.weight))), text("kind", &row.kind)];
        let mut fields = match self {
            Dialect::NetworkX => ends.iter().cloned().chain([text("key", &row.id)]).collect(),
            Dialect::D3 => ends.iter().cloned().chain([text("id", &row.id)]).collect(),
            Dialect::Graphology => vec![text("event_id", &row.id), text("color", &colour)],
            Dialect::Cytoscape => {
                let ids = [text("id", &own_id), text("event_id", &row.id), text("interaction", &row.kind)];
                ids.into_iter().chain(ends.iter().cloned()).collect::<Vec<_>>()
            }
        };
        fields.extend(common);
        fields.extend(row.fields());
        match self {
            Dialect::NetworkX | Dialect::D3 => object(&fields, out),
            Dialect::Graphology => {
                let [source, target] = ends;
                inside(&[text("key", &row.id), source, target], "attributes", fields, out)
            }
            Dialect::Cytoscape => inside(&[], "data", fields, out),
        }
    }
}

/// Returns what stands for the `e` of edge ids so that no entity has an id of that form.
fn edge_letter(graph: &KnowledgeGraph) -> String {
    let mut letter = "e".to_owned();
    let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    while graph.nodes().any(|node| node.id.strip_prefix(&*letter).is_some_and(is_number)) {
        letter.push('_');
    }
    letter
}

fn text<'r>(name: &'static str, text: &'r str) -> Field<'r> {
    (name, Value::Text(Some(text.into())))
}

/// Writes an object that holds `outer` and, as its member `name`, those of `fields` that are known.
fn inside(outer: &[Field<'_>], name: &str, fields: Vec<Field<'_>>, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(b"{")?;
    for (key, value) in outer {
        write!(out, "\"{key}\":{},", json!(value))?;
    }
    write!(out, "\"{name}\":")?;
    let known: Vec<_> = fields.into_iter().filter(|(_, value)| value.to_text().is_some()).collect();
    object(&known, out)?;
    out.write_all(b"}")
}

/// Writes fields as one JSON object, in their order.
pub(super) fn object(fields: &[Field<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    use serde::Serializer as _;
    let mut serializer = serde_json::Serializer::new(out);
    serializer.collect_map(fields.iter().map(|(name, value)| (name, value))).map_err(io::Error::from)
}
