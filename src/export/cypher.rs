//! A Cypher script, for `cypher-shell -f x.cypher` and other runners of statements.
//!
//! ```cypher
//! CREATE CONSTRAINT nisba_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
//! MERGE (n:Entity {id: "Q7747"}) SET n.label = "فلاديمير بوتين", n.kind = "person", n.mentions = 12;
//! MATCH (n:Entity) WHERE n.kind = "person" SET n:Person;
//! MATCH (a:Entity {id: "Q7747"}), (b:Entity {id: "Q22686"}) MERGE (a)-[r:MET {event_id: "e1"}]->(b)
//!   SET r.label = "التقى", r.weight = 3.0, r.first_date = date("2025-08-15"), r.dates = ["2025-08-15"];
//! ```
//!
//! - One statement a line. Everything is merged, so that a script that was stopped can be run again.
//!   `event_id` counts from 1 in each graph: give each graph a database of its own.
//! - Inside a string `\`, `"` and line breaks are escaped; other controls, and characters that turn the
//!   direction of what follows, are `\u` and four digits; everything else is as it is, Arabic too.
//! - Properties, types and labels are those of [the spreadsheets](super::neo4j). The script suits some
//!   ten thousand edges; for more, import the spreadsheets.
//! - The constraint is Neo4j's, and finds entities quickly. Memgraph has another word for it: leave
//!   the first statement out there.
//!
//! **Source:** Cypher Manual, "Values and types", "Expressions" (string literals), "MERGE".

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;

use super::Options;
use super::neo4j::{ENTITY, Property, edge_properties, label_of, node_properties, type_of};
use super::row::{self, Value};
use crate::graph::KnowledgeGraph;

pub(super) fn write(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "// nisba: {}", row::description(graph))?;
    writeln!(out, "CREATE CONSTRAINT nisba_entity_id IF NOT EXISTS FOR (n:{ENTITY}) REQUIRE n.id IS UNIQUE;")?;
    for row in row::nodes(graph, options.lang) {
        let id = string(&row.id);
        writeln!(out, "MERGE (n:{ENTITY} {{id: {id}}}){};", set("n", &node_properties(&row)))?;
    }
    for kind in graph.nodes().filter_map(|node| node.kind).collect::<BTreeSet<_>>() {
        writeln!(out, "MATCH (n:{ENTITY}) WHERE n.kind = {} SET n:{};", string(kind.name()), label_of(kind))?;
    }
    for row in row::edges(graph, options.lang) {
        let (source, target, event) = (string(&row.source), string(&row.target), string(&row.id));
        let mut properties = edge_properties(&row);
        properties.retain(|(name, _)| *name != "event_id");
        writeln!(
            out,
            "MATCH (a:{ENTITY} {{id: {source}}}), (b:{ENTITY} {{id: {target}}}) \
             MERGE (a)-[r:{} {{event_id: {event}}}]->(b){};",
            type_of(row.edge().edge.predicate),
            set("r", &properties)
        )?;
    }
    Ok(())
}

/// Returns the clause that sets what is known.
fn set(variable: &str, properties: &[(&str, Property<'_>)]) -> String {
    let known = properties.iter().filter_map(|(name, property)| Some((name, literal(property)?)));
    let items: Vec<String> = known.map(|(name, literal)| format!("{variable}.{name} = {literal}")).collect();
    if items.is_empty() { String::new() } else { format!(" SET {}", items.join(", ")) }
}

fn literal(property: &Property<'_>) -> Option<String> {
    match property {
        Property::One(Value::Text(text)) => text.as_deref().map(string),
        Property::One(value) => value.to_text().map(std::borrow::Cow::into_owned),
        Property::Day(value) => value.to_text().map(|day| format!("date({})", string(&day))),
        Property::List(texts) if texts.is_empty() => None,
        Property::List(texts) => {
            Some(format!("[{}]", texts.iter().map(|text| string(text)).collect::<Vec<_>>().join(", ")))
        }
    }
}

/// Returns a string literal.
fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            // LINE SEPARATOR, PARAGRAPH SEPARATOR; embeddings, overrides and isolates.
            c if c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => {
                let _ = write!(literal, "\\u{:04x}", u32::from(c));
            }
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_string_early() {
        assert_eq!(string("C:\\users \"نعم\"\\"), r#""C:\\users \"نعم\"\\""#);
        assert_eq!(string("a\r\n\tb\u{8}\u{202e}😀"), r#""a\r\n\tb\u0008\u202e😀""#);
        assert_eq!(set("n", &[("a", Property::One(Value::Text(None)))]), "");
    }
}
