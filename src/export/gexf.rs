//! GEXF 1.3: static, for Gephi, Gephi Lite and NetworkX; or dynamic, for Gephi's timeline.
//!
//! ```xml
//! <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
//!  <meta><creator>nisba</creator><description>…</description></meta>
//!  <graph defaultedgetype="directed" mode="static">
//!   <attributes class="node" mode="static"><attribute id="kind" title="kind" type="string"/>…</attributes>
//!   <attributes class="edge" mode="static"><attribute id="predicate" title="predicate" type="string"/>…</attributes>
//!   <nodes count="2"><node id="Q7747" label="فلاديمير بوتين"><attvalues>…</attvalues><viz:color r="253" g="231" b="181"/></node>…</nodes>
//!   <edges count="1"><edge id="e1" source="Q7747" target="Q22686" kind="met" label="التقى" weight="2.0">…
//!    <spells><spell timestamp="2025-08-15"/></spells></edge></edges>
//!  </graph>
//! </gexf>
//! ```
//!
//! - One `attributes` element for edges: graphology keeps only the last. The dates are attributes in
//!   both modes; `spells` are in the dynamic one alone, which says
//!   `mode="dynamic" timeformat="date" timerepresentation="timestamp" timezone="UTC"`. Without
//!   `timerepresentation` Gephi expects intervals and drops every time; it refuses intervals that
//!   overlap, as those of repeated events do, so there are none.
//! - A date known to the day is that day. One known to the month is each day of the month, and one
//!   known to the year is the first day of each of its months and its last day: no day is claimed that
//!   is not told, and a timeline that stands anywhere in such a month, or on a month of such a year,
//!   shows the edge. `date_precision` and `dates` tell what is known. An edge of which no date is told
//!   has no spells: Gephi shows it at all times. Nodes have none.
//! - `kind` is Gephi's type of edge, which keeps parallel edges apart: [`EdgeRow::kind`](super::EdgeRow).
//! - Every edge is directed, because NetworkX refuses mixed graphs.
//! - No day of last modification: the same graph gives the same bytes.
//!
//! **Source:** gephi/gexf, `specs/1.3/*.rng`; the published XSD refuses `viz:color`.

use std::collections::BTreeSet;
use std::io;

use jiff::ToSpan;
use jiff::civil::Date;

use super::row::{self, Field};
use super::xml::Elements;
use super::{Options, style};
use crate::document::{DatePrecision, PartialDate};
use crate::graph::KnowledgeGraph;

/// Whether edges carry their times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Static,
    Dynamic,
}

const STATIC: &[(&str, &str)] = &[("defaultedgetype", "directed"), ("mode", "static")];
const DYNAMIC: &[(&str, &str)] = &[
    ("defaultedgetype", "directed"),
    ("mode", "dynamic"),
    ("timeformat", "date"),
    ("timerepresentation", "timestamp"),
    ("timezone", "UTC"),
];

pub(super) fn write(graph: &KnowledgeGraph, mode: Mode, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut xml = Elements::new(out)?;
    let spaces = [("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"), ("version", "1.3")];
    xml.open("gexf", &spaces)?;
    xml.open("meta", &[])?;
    xml.text("creator", &[], "nisba")?;
    xml.text("description", &[], &row::description(graph))?;
    xml.close("meta")?;
    xml.open("graph", if mode == Mode::Dynamic { DYNAMIC } else { STATIC })?;
    if let Some(row) = row::nodes(graph, options.lang).next() {
        declare(&mut xml, "node", &row.fields())?;
    }
    if let Some(row) = row::edges(graph, options.lang).next() {
        declare(&mut xml, "edge", &row.fields())?;
    }
    write_nodes(&mut xml, graph, options)?;
    write_edges(&mut xml, graph, mode, options)?;
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

fn write_edges(xml: &mut Elements<'_>, graph: &KnowledgeGraph, mode: Mode, options: &Options) -> io::Result<()> {
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
        if mode == Mode::Dynamic {
            spells(xml, &row.edge().edge.dates)?;
        }
        colour(xml, style::of_family(row.edge().edge.predicate.family()))?;
        xml.close("edge")?;
    }
    xml.close("edges")
}

fn spells(xml: &mut Elements<'_>, dates: &BTreeSet<PartialDate>) -> io::Result<()> {
    if dates.is_empty() {
        return Ok(());
    }
    xml.open("spells", &[])?;
    for day in dates.iter().flat_map(|&date| days(date)).collect::<BTreeSet<_>>() {
        xml.empty("spell", &[("timestamp", &day.to_string())])?;
    }
    xml.close("spells")
}

/// Returns the days that stand for a date, in order.
fn days(date: PartialDate) -> Vec<Date> {
    let (first, last) = (date.first_day(), date.last_day());
    let step = if date.precision() == DatePrecision::Year { 1.month() } else { 1.day() };
    let mut days: Vec<Date> = first.series(step).take_while(|&day| day <= last).collect();
    if days.last() != Some(&last) {
        days.push(last);
    }
    days
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, count: usize, first: &str, last: &str) {
        let days = days(date.parse().unwrap());
        let ends = (days[0].to_string(), days[days.len() - 1].to_string());
        assert_eq!((days.len(), &*ends.0, &*ends.1), (count, first, last), "{date}");
    }

    #[test]
    fn a_date_is_the_days_that_it_may_mean() {
        check("2025-08-15", 1, "2025-08-15", "2025-08-15");
        check("2024-02", 29, "2024-02-01", "2024-02-29");
        check("2014", 13, "2014-01-01", "2014-12-31");
        check("9999", 13, "9999-01-01", "9999-12-31");
    }
}
