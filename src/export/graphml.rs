//! GraphML 1.0, in the dialect that Gephi, NetworkX and igraph read alike.
//!
//! ```xml
//! <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
//!  <key id="n_label" for="node" attr.name="label" attr.type="string"/>
//!  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
//!  <graph id="nisba" edgedefault="directed">
//!   <node id="Q7747"><data key="n_label">فلاديمير بوتين</data></node>
//!   <edge id="e1" source="Q7747" target="Q22686" label="met"><data key="e_weight">2.0</data></edge>
//!  </graph>
//! </graphml>
//! ```
//!
//! - Every key has `for` and a type; there are no defaults; a value that is not known is not written.
//! - The attribute `label` of `edge` is Gephi's: without it parallel edges are merged. It holds
//!   [`EdgeRow::kind`](super::EdgeRow); strict schema validation does not know it.
//! - Every edge is directed, because NetworkX refuses mixed graphs; `symmetric` and
//!   `direction_known` tell where the direction means nothing.
//! - `event_id` repeats the edge's id, which igraph does not keep. Dates are text; `ts_ms` sorts.
//!
//! **Source:** <http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd>.

use std::io;

use super::Options;
use super::row::{self, EdgeRow, Field, NodeRow, Value};
use super::xml::Elements;
use crate::graph::KnowledgeGraph;

pub(super) fn write(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut xml = Elements::new(out)?;
    xml.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")])?;
    if let Some(row) = row::nodes(graph, options.lang).next() {
        keys(&mut xml, "node", &node_fields(&row))?;
    }
    if let Some(row) = row::edges(graph, options.lang).next() {
        keys(&mut xml, "edge", &edge_fields(&row))?;
    }
    xml.open("graph", &[("id", "nisba"), ("edgedefault", "directed")])?;
    for row in row::nodes(graph, options.lang) {
        xml.open("node", &[("id", &row.id)])?;
        data(&mut xml, "n_", &node_fields(&row))?;
        xml.close("node")?;
    }
    for row in row::edges(graph, options.lang) {
        let ends = [("id", &*row.id), ("source", &*row.source), ("target", &*row.target), ("label", &*row.kind)];
        xml.open("edge", &ends)?;
        data(&mut xml, "e_", &edge_fields(&row))?;
        xml.close("edge")?;
    }
    xml.close("graph")?;
    xml.close("graphml")?;
    xml.finish()
}

fn node_fields(row: &NodeRow) -> Vec<Field<'_>> {
    let mut fields = vec![("label", Value::Text(Some((&*row.label).into())))];
    fields.extend(row.fields());
    fields
}

fn edge_fields<'r>(row: &'r EdgeRow<'_>) -> Vec<Field<'r>> {
    let mut fields = vec![
        ("event_id", Value::Text(Some((&*row.id).into()))),
        ("label", Value::Text(Some((&*row.label).into()))),
        ("weight", Value::Real(Some(row.weight))),
        ("kind", Value::Text(Some((&*row.kind).into()))),
    ];
    fields.extend(row.fields());
    fields
}

fn keys(xml: &mut Elements<'_>, what: &str, fields: &[Field<'_>]) -> io::Result<()> {
    for (name, value) in fields {
        let id = format!("{}_{name}", &what[..1]);
        let kind = value.type_name();
        xml.empty("key", &[("id", &id), ("for", what), ("attr.name", name), ("attr.type", kind)])?;
    }
    Ok(())
}

fn data(xml: &mut Elements<'_>, prefix: &str, fields: &[Field<'_>]) -> io::Result<()> {
    for (name, value) in fields {
        if let Some(text) = value.to_text() {
            xml.text("data", &[("key", &format!("{prefix}{name}"))], &text)?;
        }
    }
    Ok(())
}
