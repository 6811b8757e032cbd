//! GEXF 1.3, static: for Gephi, Gephi Lite and NetworkX.
//!
//! ```xml
//! <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
//!  <meta><creator>nisba</creator><description>…</description></meta>
//!  <graph defaultedgetype="directed" mode="static">
//!   <attributes class="node" mode="static"><attribute id="kind" title="kind" type="string"/>…</attributes>
//!   <attributes class="edge" mode="static"><attribute id="predicate" title="predicate" type="string"/>…</attributes>
//!   <nodes count="2"><node id="Q7747" label="فلاديمير بوتين"><attvalues>…</attvalues><viz:color r="253" g="231" b="181"/></node>…</nodes>
//!   <edges count="1"><edge id="e1" source="Q7747" target="Q22686" kind="met" label="التقى" weight="2.0">…</edge></edges>
//!  </graph>
//! </gexf>
//! ```
//!
//! - One `attributes` element for edges: graphology keeps only the last. So dates are attributes
//!   here, and no edge carries a time.
//! - `kind` is Gephi's type of edge, which keeps parallel edges apart: [`EdgeRow::kind`](super::EdgeRow).
//! - Every edge is directed, because NetworkX refuses mixed graphs.
//! - No day of last modification: the same graph gives the same bytes.
//!
//! **Source:** gephi/gexf, `specs/1.3/*.rng`; the published XSD refuses `viz:color`.

use std::io;

use super::row::{self, Field};
use super::xml::Elements;
use super::{Options, style};
use crate::graph::KnowledgeGraph;

pub(super) fn write(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut xml = Elements::new(out)?;
    let spaces = [("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"), ("version", "1.3")];
    xml.open("gexf", &spaces)?;
    xml.open("meta", &[])?;
    xml.text("creator", &[], "nisba")?;
    xml.text("description", &[], &row::description(graph))?;
    xml.close("meta")?;
    xml.open("graph", &[("defaultedgetype", "directed"), ("mode", "static")])?;
    if let Some(row) = row::nodes(graph, options.lang).next() {
        declare(&mut xml, "node", &row.fields())?;
    }
    if let Some(row) = row::edges(graph, options.lang).next() {
        declare(&mut xml, "edge", &row.fields())?;
    }
    write_nodes(&mut xml, graph, options)?;
    write_edges(&mut xml, graph, options)?;
    xml.close("graph")?;
    xml.close("gexf")?;
    xml.finish()
}

fn write_nodes(xml: &mut Elements<'_>, graph: &KnowledgeGraph, options: &Options) -> io::Result<()> {
    xml.open("nodes", &[("count", &graph.node_count().to_string())])?;
    for (node, row) in graph.nodes().zip(row::nodes(graph, options.lang)) {
        xml.open("node", &[("id", &row.id), ("label", &row.label)])?;
        values(xml, &row.fields())?;
        colour(xml, style::of_kind(node.kind))?;
        xml.close("node")?;
    }
    xml.close("nodes")
}

fn write_edges(xml: &mut Elements<'_>, graph: &KnowledgeGraph, options: &Options) -> io::Result<()> {
    xml.open("edges", &[("count", &graph.edge_count().to_string())])?;
    for row in row::edges(graph, options.lang) {
        let attributes = [
            ("id", &*row.id),
            ("source", &*row.source),
            ("target", &*row.target),
            ("kind", &*row.kind),
            ("label", &*row.label),
            ("weight", &format!("{:?}", row.weight)),
        ];
        xml.open("edge", &attributes)?;
        values(xml, &row.fields())?;
        colour(xml, style::of_family(row.edge().edge.predicate.family()))?;
        xml.close("edge")?;
    }
    xml.close("edges")
}

fn declare(xml: &mut Elements<'_>, class: &str, fields: &[Field<'_>]) -> io::Result<()> {
    xml.open("attributes", &[("class", class), ("mode", "static")])?;
    for (name, value) in fields {
        xml.empty("attribute", &[("id", name), ("title", name), ("type", value.type_name())])?;
    }
    xml.close("attributes")
}

fn values(xml: &mut Elements<'_>, fields: &[Field<'_>]) -> io::Result<()> {
    xml.open("attvalues", &[])?;
    for (name, value) in fields {
        if let Some(text) = value.to_text() {
            xml.empty("attvalue", &[("for", name), ("value", &text)])?;
        }
    }
    xml.close("attvalues")
}

fn colour(xml: &mut Elements<'_>, style::Colour(r, g, b): style::Colour) -> io::Result<()> {
    xml.empty("viz:color", &[("r", &r.to_string()), ("g", &g.to_string()), ("b", &b.to_string())])
}
