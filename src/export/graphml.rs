//! GraphML 1.0, in three dialects: as Gephi, NetworkX and igraph read it alike; as yEd draws it; and
//! as the published schema admits it.
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
//! - Every edge is directed, because NetworkX refuses mixed graphs; `symmetric` and
//!   `direction_known` tell where the direction means nothing.
//! - `event_id` repeats the edge's id, which igraph does not keep. Dates are text; `ts_ms` sorts.
//! - **Gephi**: the attribute `label` of `edge` is Gephi's: without it parallel edges are merged. It
//!   holds [`EdgeRow::kind`](super::EdgeRow). The schema does not know it.
//! - **Strict**: without that attribute, with the place of the schema, and with the counts that it
//!   provides for (`parse.nodes`, `parse.edges`). Ids of nodes are of the type `NMTOKEN`: what else
//!   stands in an id becomes `_x…_` with its code point in hexadecimal, and `entity_id` holds the id
//!   as it is.
//! - **yEd** draws nothing of plain keys: a key of `yfiles.type="nodegraphics"` holds a
//!   `y:ShapeNode` with its `y:NodeLabel`, one of `edgegraphics` a `y:PolyLineEdge` with its
//!   `y:EdgeLabel`. Colours and lines are those of the DOT. The plain keys are yEd's custom properties.
//!   Nodes stand in rows; choose Layout, Organic. yEd turns mixed text itself, so there are no isolates.
//!
//! ```xml
//! <key id="n_graphics" for="node" yfiles.type="nodegraphics"/>
//! <data key="n_graphics"><y:ShapeNode>
//!  <y:Geometry height="30.0" width="160.0" x="0.0" y="0.0"/><y:Fill color="#fde7b5" transparent="false"/>
//!  <y:BorderStyle color="#555555" type="line" width="1.0"/><y:NodeLabel>فلاديمير بوتين</y:NodeLabel>
//!  <y:Shape type="roundrectangle"/>
//! </y:ShapeNode></data>
//! <data key="e_graphics"><y:PolyLineEdge>
//!  <y:LineStyle color="#0072b2" type="line" width="1.0"/><y:Arrows source="none" target="standard"/>
//!  <y:EdgeLabel>التقى</y:EdgeLabel>
//! </y:PolyLineEdge></data>
//! ```
//!
//! **Source:** <http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd>; for yEd, its own files and
//! <https://yed.yworks.com/support/manual/graphml.html>.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;

use super::row::{self, EdgeRow, Field, NodeRow, Value};
use super::xml::Elements;
use super::{Options, style};
use crate::graph::{KnowledgeGraph, Node};
use crate::relation::Status;

/// For whom the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Gephi,
    Yed,
    Strict,
}

type Attributes = &'static [(&'static str, &'static str)];

const SPACE: (&str, &str) = ("xmlns", "http://graphml.graphdrawing.org/xmlns");
const INSTANCE: (&str, &str) = ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
const SCHEMA: (&str, &str) = (
    "xsi:schemaLocation",
    "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
);
const YED: (&str, &str) = ("xmlns:y", "http://www.yworks.com/xml/graphml");

impl Dialect {
    fn spaces(self) -> Attributes {
        match self {
            Dialect::Gephi => &[SPACE],
            Dialect::Yed => &[SPACE, YED],
            Dialect::Strict => &[SPACE, INSTANCE, SCHEMA],
        }
    }

    fn id(self, id: &str) -> Cow<'_, str> {
        if self == Dialect::Strict { nmtoken(id) } else { id.into() }
    }
}

pub(super) fn write(
    graph: &KnowledgeGraph,
    dialect: Dialect,
    options: &Options,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut xml = Elements::new(out)?;
    xml.open("graphml", dialect.spaces())?;
    if let Some(row) = row::nodes(graph, options.lang).next() {
        keys(&mut xml, "node", &node_fields(&row, dialect))?;
    }
    if let Some(row) = row::edges(graph, options.lang).next() {
        keys(&mut xml, "edge", &edge_fields(&row))?;
    }
    if dialect == Dialect::Yed {
        xml.empty("key", &[("id", NODE_GRAPHICS), ("for", "node"), ("yfiles.type", "nodegraphics")])?;
        xml.empty("key", &[("id", EDGE_GRAPHICS), ("for", "edge"), ("yfiles.type", "edgegraphics")])?;
    }
    let (nodes, edges) = (graph.node_count().to_string(), graph.edge_count().to_string());
    let mut about = vec![("id", "nisba"), ("edgedefault", "directed")];
    if dialect == Dialect::Strict {
        about.extend([("parse.order", "nodesfirst"), ("parse.nodes", &*nodes), ("parse.edges", &*edges)]);
    }
    xml.open("graph", &about)?;
    for (index, (node, row)) in graph.nodes().zip(row::nodes(graph, options.lang)).enumerate() {
        xml.open("node", &[("id", &dialect.id(&row.id))])?;
        data(&mut xml, "n_", &node_fields(&row, dialect))?;
        if dialect == Dialect::Yed {
            shape_node(&mut xml, node, &row.label, place(index, graph.node_count()))?;
        }
        xml.close("node")?;
    }
    for row in row::edges(graph, options.lang) {
        let (source, target) = (dialect.id(&row.source), dialect.id(&row.target));
        let mut ends = vec![("id", &*row.id), ("source", &*source), ("target", &*target)];
        if dialect == Dialect::Gephi {
            ends.push(("label", &row.kind));
        }
        xml.open("edge", &ends)?;
        data(&mut xml, "e_", &edge_fields(&row))?;
        if dialect == Dialect::Yed {
            poly_line_edge(&mut xml, &row)?;
        }
        xml.close("edge")?;
    }
    xml.close("graph")?;
    xml.close("graphml")?;
    xml.finish()
}

/// Returns `id` as an XML name token of ASCII characters; ids that differ stay apart.
fn nmtoken(id: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
    if !id.is_empty() && id.chars().all(is_plain) && !id.contains("_x") {
        return id.into();
    }
    let mut token = String::with_capacity(id.len() + 8);
    for c in id.chars() {
        // An underscore, too, so that no id can look like the escape of another.
        if is_plain(c) && c != '_' {
            token.push(c);
        } else {
            let _ = write!(token, "_x{:x}_", u32::from(c));
        }
    }
    if token.is_empty() {
        token.push('_');
    }
    token.into()
}

fn node_fields(row: &NodeRow, dialect: Dialect) -> Vec<Field<'_>> {
    let mut fields = vec![("label", Value::Text(Some((&*row.label).into())))];
    if dialect == Dialect::Strict {
        fields.push(("entity_id", Value::Text(Some((&*row.id).into()))));
    }
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

const NODE_GRAPHICS: &str = "n_graphics";
const EDGE_GRAPHICS: &str = "e_graphics";
const ROW_HEIGHT: f64 = 90.0;
const COLUMN_WIDTH: f64 = 260.0;

/// Returns where a node stands before yEd lays the graph out: in rows, so that none covers another.
#[expect(clippy::cast_precision_loss, reason = "no graph has 2^53 nodes")]
fn place(index: usize, count: usize) -> (f64, f64) {
    let columns = count.isqrt().max(1);
    ((index % columns) as f64 * COLUMN_WIDTH, (index / columns) as f64 * ROW_HEIGHT)
}

fn shape_node(xml: &mut Elements<'_>, node: &Node, label: &str, (x, y): (f64, f64)) -> io::Result<()> {
    let letters = u8::try_from(label.chars().count()).unwrap_or(u8::MAX);
    let width = format!("{:?}", (f64::from(letters) * 8.0 + 20.0).min(COLUMN_WIDTH - 20.0));
    let geometry = [("height", "30.0"), ("width", &*width), ("x", &format!("{x:?}")), ("y", &format!("{y:?}"))];
    xml.open("data", &[("key", NODE_GRAPHICS)])?;
    xml.open("y:ShapeNode", &[])?;
    xml.empty("y:Geometry", &geometry)?;
    xml.empty("y:Fill", &[("color", &style::of_kind(node.kind).hex()), ("transparent", "false")])?;
    xml.empty("y:BorderStyle", &[("color", "#555555"), ("type", "line"), ("width", "1.0")])?;
    xml.text("y:NodeLabel", &[], label)?;
    xml.empty("y:Shape", &[("type", "roundrectangle")])?;
    xml.close("y:ShapeNode")?;
    xml.close("data")
}

fn poly_line_edge(xml: &mut Elements<'_>, row: &EdgeRow<'_>) -> io::Result<()> {
    let edge = row.edge().edge;
    let colour = style::of_family(edge.predicate.family()).hex();
    let line = match edge.status {
        Status::Happened => "line",
        Status::Planned | Status::Possible => "dashed",
        Status::Denied => "dotted",
    };
    let width = format!("{:.1}", style::width(row.weight));
    let head = if edge.is_directed() { "standard" } else { "none" };
    xml.open("data", &[("key", EDGE_GRAPHICS)])?;
    xml.open("y:PolyLineEdge", &[])?;
    xml.empty("y:LineStyle", &[("color", &colour), ("type", line), ("width", &width)])?;
    xml.empty("y:Arrows", &[("source", "none"), ("target", head)])?;
    xml.text("y:EdgeLabel", &[("textColor", &colour)], &row.label)?;
    xml.close("y:PolyLineEdge")?;
    xml.close("data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_name_tokens_and_stay_apart() {
        assert_eq!(nmtoken("gn:5879400"), "gn:5879400");
        assert_eq!(nmtoken("org_a"), "org_a");
        assert_eq!(nmtoken("a b\\"), "a_x20_b_x5c_");
        assert_eq!(nmtoken("a_x20_b"), "a_x5f_x20_x5f_b");
        assert_eq!(nmtoken("بوتين ").chars().filter(|c| !c.is_ascii()).count(), 0);
        assert_eq!(nmtoken(""), "_");
    }
}
