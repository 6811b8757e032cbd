//! DOT: for Graphviz, or plain, for simple readers.
//!
//! ```dot
//! digraph nisba {
//!   graph [charset="UTF-8", rankdir="RL"];
//!   node [shape="box", style="rounded,filled", fontname="DejaVu Sans"];
//!   "Q7747" [label="فلاديمير بوتين", fillcolor="#fde7b5", tooltip="Q7747 person …"];
//!   "Q7747" -> "Q22686" [label="التقى\n2025-08-15", color="#0072b2", dir="none", tooltip="…"];
//! }
//! ```
//!
//! - Node colour tells the kind, edge colour the family; a dashed edge did not happen (yet), a dotted
//!   one is denied; an edge without an arrow has no direction, or none is told.
//! - The label of the graph is a legend of the colours in it.
//! - Labels carry direction isolates (U+2066..U+2069): pango takes the base direction of a line from
//!   its first strong letter, and draws `2024-05-01` after Arabic as `01-05-2024`. A line of Arabic
//!   labels is isolated right-to-left, a date in it left-to-right.
//! - The font is named on graph, node and edge. It has Arabic letters, which Graphviz's own (Times) has
//!   not; where it is missing, pango takes another that has them, and a browser one without serifs.
//! - Render with `dot -Tsvg` or `dot -Tpng`; the `gd` renderers do not join Arabic letters.
//! - Both names are attributes (`name_ar`, `name_en`), which Graphviz keeps and does not draw.
//! - What could end the attribute of a link is percent-encoded in an address: Graphviz 2.43 writes a
//!   quote in it into its SVG as it is.
//! - Never `strict`, which keeps only the last of parallel edges; never an attribute `key`, which merges.
//!
//! The plain form is for Gephi's importer and its like, which skip everything after `node [`, make nodes
//! of `rankdir=RL`, and take `&amp;` for five letters:
//!
//! ```dot
//! digraph nisba {
//!   "Q7747" [label="فلاديمير بوتين", kind="person", name_ar="فلاديمير بوتين", …];
//!   "Q7747" -> "Q22686" [id="e1", label="التقى", weight="3.0", kind="met", predicate="met", …];
//! }
//! ```
//!
//! - No defaults, no drawing, no isolates: every value of the row is an attribute, without line breaks,
//!   and evidence is cut as a tooltip is.
//! - Gephi has no kinds of edges in DOT and merges parallel ones: GEXF keeps them.
//!
//! **Source:** graphviz.org/doc/info/lang.html and docs/attr-types/escString.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;

use super::row::{self, EdgeRow, Field, NodeRow};
use super::xml::legal;
use super::{Options, style};
use crate::document::Lang;
use crate::graph::KnowledgeGraph;
use crate::relation::Status;

/// Longest evidence in a tooltip, in code points: longer strings are refused at 16384 bytes.
const TOOLTIP: usize = 300;

/// Has Latin and Arabic letters, and stands on most systems with Graphviz; the second is for browsers
/// that show an SVG where it is not.
const FONT: &str = "DejaVu Sans,sans-serif";

const LEFT_TO_RIGHT: char = '\u{2066}'; // LEFT-TO-RIGHT ISOLATE
const RIGHT_TO_LEFT: char = '\u{2067}'; // RIGHT-TO-LEFT ISOLATE
const FIRST_STRONG: char = '\u{2068}'; // FIRST STRONG ISOLATE
const POP: char = '\u{2069}'; // POP DIRECTIONAL ISOLATE

pub(super) fn write(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let rankdir = match options.lang {
        Lang::Ar => "RL",
        Lang::En => "LR",
    };
    writeln!(out, "digraph nisba {{")?;
    writeln!(
        out,
        "  graph [charset=\"UTF-8\", rankdir=\"{rankdir}\", fontname=\"{FONT}\", fontsize=\"11\", nodesep=\"0.35\", \
         ranksep=\"0.9\", overlap=\"false\", labelloc=\"b\", label={}];",
        legend(graph, options.lang)
    )?;
    writeln!(
        out,
        "  node [shape=\"box\", style=\"rounded,filled\", fontname=\"{FONT}\", fontsize=\"13\", \
         color=\"#555555\", penwidth=\"0.8\"];"
    )?;
    writeln!(out, "  edge [fontname=\"{FONT}\", fontsize=\"10\", arrowsize=\"0.7\"];")?;
    for (node, row) in graph.nodes().zip(row::nodes(graph, options.lang)) {
        let attributes = [
            ("label", isolate(&escape(&row.label), options.lang)),
            ("fillcolor", style::of_kind(node.kind).hex()),
            ("tooltip", escape(&node_tooltip(&row))),
            ("name_ar", escape(&row.name_ar)),
            ("name_en", escape(&row.name_en)),
        ];
        statement(&quoted_id(&row.id), &attributes, out)?;
    }
    for row in row::edges(graph, options.lang) {
        let ends = format!("{} -> {}", quoted_id(&row.source), quoted_id(&row.target));
        statement(&ends, &edge_attributes(&row, options.lang), out)?;
    }
    writeln!(out, "}}")
}

pub(super) fn write_plain(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "digraph nisba {{")?;
    for row in row::nodes(graph, options.lang) {
        let mut attributes = vec![("label", plain(&row.label))];
        attributes.extend(plain_fields(&row.fields()));
        statement(&quoted_id(&row.id), &attributes, out)?;
    }
    for row in row::edges(graph, options.lang) {
        let ends = format!("{} -> {}", quoted_id(&row.source), quoted_id(&row.target));
        let weight = format!("{:?}", row.weight);
        let mut attributes =
            vec![("id", row.id.clone()), ("label", plain(&row.label)), ("weight", weight), ("kind", row.kind.clone())];
        attributes.extend(plain_fields(&row.fields()));
        statement(&ends, &attributes, out)?;
    }
    writeln!(out, "}}")
}

fn plain_fields(fields: &[Field<'_>]) -> Vec<(&'static str, String)> {
    let known = fields.iter().filter_map(|(name, value)| Some((*name, value.to_text()?)));
    known.map(|(name, text)| (name, if name == "evidence" { plain(&shortened(&text)) } else { plain(&text) })).collect()
}

/// Returns the colours that the picture shows, as a table in Graphviz's own markup.
fn legend(graph: &KnowledgeGraph, lang: Lang) -> String {
    let kinds: BTreeSet<_> = graph.nodes().map(|node| node.kind).collect();
    let families: BTreeSet<_> = graph.edges().map(|edge| edge.edge.predicate.family()).collect();
    let mut cells: Vec<String> = Vec::new();
    for kind in kinds {
        let (colour, words) = (style::of_kind(kind).hex(), style::kind_words(kind, lang));
        cells.push(format!("<td bgcolor=\"{colour}\">{words}</td>"));
    }
    for family in families {
        let (colour, words) = (style::of_family(family).hex(), style::family_words(family, lang));
        cells.push(format!("<td><font color=\"{colour}\">{words}</font></td>"));
    }
    if graph.edges().any(|edge| edge.edge.status != Status::Happened) {
        cells.push(format!("<td>{}</td>", isolate(style::line_words(lang), lang)));
    }
    if cells.is_empty() {
        return "\"\"".to_owned();
    }
    if lang == Lang::Ar {
        cells.reverse();
    }
    format!("<<table border=\"0\" cellspacing=\"4\" cellpadding=\"3\"><tr>{}</tr></table>>", cells.concat())
}

fn edge_attributes(row: &EdgeRow<'_>, lang: Lang) -> Vec<(&'static str, String)> {
    let edge = row.edge().edge;
    let colour = style::of_family(edge.predicate.family()).hex();
    let tooltip = escape(&edge_tooltip(row));
    let mut attributes = vec![
        ("label", edge_label(row, lang)),
        ("color", colour.clone()),
        ("fontcolor", colour),
        ("penwidth", format!("{:.2}", style::width(row.weight))),
        ("tooltip", tooltip.clone()),
        ("labeltooltip", tooltip),
    ];
    match edge.status {
        Status::Happened => {}
        Status::Planned | Status::Possible => attributes.push(("style", "dashed".to_owned())),
        Status::Denied => attributes.push(("style", "dotted".to_owned())),
    }
    if !edge.is_directed() {
        attributes.push(("dir", "none".to_owned()));
    }
    if let Some(url) =
        edge.evidence.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    {
        attributes.push(("URL", escape(&address(url))));
    }
    attributes
}

/// Returns the words, the number of relations where there are more, and the dates, one below the other.
fn edge_label(row: &EdgeRow<'_>, lang: Lang) -> String {
    let words = escape(&row.label);
    let first = match row.edge().edge.weight {
        1 => words,
        weight => format!("{words} {LEFT_TO_RIGHT}×{weight}{POP}"),
    };
    let mut label = isolate(&first, lang);
    let edge = row.edge().edge;
    let dates = match (edge.first_date(), edge.last_date()) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first} – {last}"),
        _ => return label,
    };
    label.push_str("\\n");
    label.push(LEFT_TO_RIGHT);
    label.push_str(&dates);
    label.push(POP);
    label
}

fn edge_tooltip(row: &EdgeRow<'_>) -> String {
    let evidence = &row.edge().edge.evidence;
    let head = format!("{} {} {} ({})", row.source_label, row.label, row.target_label, evidence.document);
    match &evidence.sentence {
        Some(sentence) => format!("{head}: {}", shortened(sentence)),
        None => head,
    }
}

fn node_tooltip(row: &NodeRow) -> String {
    let names = [&*row.name_ar, &*row.name_en].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>();
    format!("{} · {} · {} · {} documents", row.id, row.kind, names.join(" / "), row.documents)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(TOOLTIP) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn isolate(text: &str, lang: Lang) -> String {
    let begin = match lang {
        Lang::Ar => RIGHT_TO_LEFT,
        Lang::En => FIRST_STRONG,
    };
    format!("{begin}{text}{POP}")
}

fn statement(subject: &str, attributes: &[(&str, String)], out: &mut dyn io::Write) -> io::Result<()> {
    write!(out, "  {subject} [")?;
    for (index, (name, value)) in attributes.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        write!(out, "{comma}{name}=\"{value}\"")?;
    }
    writeln!(out, "];")
}

/// Returns what stands between the quotes of a value that nobody draws: entities are not decoded there.
fn plain(text: &str) -> String {
    legal(text).replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r', '\t'], " ")
}

/// Returns an address without characters that no address has, and that would end the attribute it stands in.
fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '"' | '\'' | '<' | '>' | '\\' | '`' | '{' | '}' | '|' | '^' | '\0'..=' ' | '\u{7f}' => {
                let _ = write!(address, "%{:02X}", u32::from(c));
            }
            c => address.push(c),
        }
    }
    address
}

/// Returns an id in quotes. Entities are not decoded in ids, so `&` stays.
fn quoted_id(id: &str) -> String {
    format!("\"{}\"", plain(id))
}

/// Returns what stands between the quotes of a label or tooltip so that it is shown as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in legal(text).chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '&' => escaped.push_str("&amp;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_label_is_read_as_an_escape() {
        assert_eq!(escape("\\N \"a\" & b\\"), "\\\\N \\\"a\\\" &amp; b\\\\");
        assert_eq!(escape("a\r\nb\u{1}"), "a  b");
        assert_eq!(quoted_id("a&\"\\"), "\"a&\\\"\\\\\"");
    }

    #[test]
    fn no_address_ends_the_attribute_that_holds_it() {
        assert_eq!(
            address("https://a.example/x?a=1&b=\"2\" onload='x'"),
            "https://a.example/x?a=1&b=%222%22%20onload=%27x%27"
        );
        assert_eq!(address("https://a.example/مصر#%D9%85"), "https://a.example/مصر#%D9%85");
    }

    #[test]
    fn evidence_is_cut_by_code_points() {
        assert_eq!(shortened(&"ع".repeat(301)).chars().count(), 301);
        assert_eq!(shortened(&"ع".repeat(300)).chars().count(), 300);
    }
}
