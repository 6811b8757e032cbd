//! Node-link JSON, as NetworkX 3.4 and later read it.
//!
//! ```json
//! {"directed": true, "multigraph": true, "graph": {"description": "…"},
//!  "nodes": [{"id": "Q7747", "label": "فلاديمير بوتين", "kind": "person"}],
//!  "edges": [{"source": "Q7747", "target": "Q22686", "key": "e1", "label": "met", "weight": 2.0}]}
//! ```
//!
//! The list is named `edges`; older readers, and D3, want `links`. What is not known is `null`.
//! A node and an edge a line.
//!
//! **Source:** NetworkX 3.6, `readwrite/json_graph/node_link.py`.

use std::io;

use serde_json::json;

use super::Options;
use super::row::{self, Value};
use crate::graph::KnowledgeGraph;

pub(super) fn write(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let about = json!({"description": row::description(graph), "grain": graph.grain().name()});
    write!(out, "{{\"directed\":true,\"multigraph\":true,\"graph\":{about},\n\"nodes\":[")?;
    for (index, row) in row::nodes(graph, options.lang).enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        let mut fields =
            vec![("id", Value::Text(Some((&*row.id).into()))), ("label", Value::Text(Some((&*row.label).into())))];
        fields.extend(row.fields());
        object(&fields, out)?;
    }
    out.write_all(b"\n],\n\"edges\":[")?;
    for (index, row) in row::edges(graph, options.lang).enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        let mut fields = vec![
            ("source", Value::Text(Some((&*row.source).into()))),
            ("target", Value::Text(Some((&*row.target).into()))),
            ("key", Value::Text(Some((&*row.id).into()))),
            ("label", Value::Text(Some((&*row.label).into()))),
            ("weight", Value::Real(Some(row.weight))),
            ("kind", Value::Text(Some((&*row.kind).into()))),
        ];
        fields.extend(row.fields());
        object(&fields, out)?;
    }
    out.write_all(b"\n]}\n")
}

/// Writes fields as one JSON object, in their order.
pub(super) fn object(fields: &[row::Field<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    use serde::Serializer as _;
    let mut serializer = serde_json::Serializer::new(out);
    serializer.collect_map(fields.iter().map(|(name, value)| (name, value))).map_err(io::Error::from)
}
