//! The spreadsheets of Neo4j: `x.neo4j.nodes.csv` and `x.neo4j.relationships.csv`.
//!
//! ```csv
//! id:ID(Entity),label,kind,name_ar,name_en,…,mentions:long,is_new:boolean,aliases:string[],…,:LABEL
//! Q7747,فلاديمير بوتين,person,…,12,false,بوتين;Putin,Entity;Person
//! :START_ID(Entity),:END_ID(Entity),:TYPE,event_id,label,weight:double,…,first_date:date,…
//! Q7747,Q22686,MET,e1,التقى,3.0,…,2025-08-15,…
//! ```
//!
//! ```sh
//! neo4j-admin database import full --id-type=string \
//!   --nodes=x.neo4j.nodes.csv --relationships=x.neo4j.relationships.csv neo4j
//! ```
//!
//! - A quote is doubled, and nothing else is an escape: a backslash is a backslash. Gephi wants the
//!   opposite, so this is not [its](super::csv) file.
//! - No field holds a line break, which would need `--multiline-fields`: each is a space, and so are
//!   tabs and other controls.
//! - `;` parts the elements of a list, so inside an element it is a comma. A list of nothing is not
//!   known: the importer has no empty ones.
//! - A type is the predicate in capitals (`CALLED`). What is planned or denied has the same type and
//!   says so in `status`: ask `WHERE r.status = 'happened'`.
//! - Dates are whole days: the first of the earliest and the last of the latest, `date_precision` tells
//!   how much of them is known, and `dates` holds each as it is told.
//!
//! **Source:** Neo4j Operations Manual, "Import", "CSV header format".

use std::borrow::Cow;
use std::io;

use super::Options;
use super::row::{self, EdgeRow, Field, NodeRow, Value};
use crate::gazetteer::EntityKind;
use crate::graph::{KnowledgeGraph, Node};
use crate::relation::Predicate;

/// The label of every entity, and the name of the space of their ids.
pub(super) const ENTITY: &str = "Entity";

/// The edge's columns that hold a day.
const DAYS: [&str; 2] = ["first_date", "last_date"];

/// A property: text, number and flag as everywhere, or a list.
pub(super) enum Property<'r> {
    One(Value<'r>),
    Day(Value<'r>),
    List(Vec<Cow<'r, str>>),
}

pub(super) fn write_nodes(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let empty = NodeRow::default();
    let names = node_properties(&empty);
    let header = names.iter().map(|(name, value)| header(name, value));
    writer.write_record(["id:ID(Entity)".to_owned()].into_iter().chain(header).chain([":LABEL".to_owned()]))?;
    for (node, row) in graph.nodes().zip(row::nodes(graph, options.lang)) {
        let properties = node_properties(&row);
        let mut cells = vec![flat(&row.id)];
        cells.extend(properties.iter().map(|(_, value)| cell(value)));
        cells.push(labels(node).into());
        writer.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.flush()
}

pub(super) fn write_relationships(
    graph: &KnowledgeGraph,
    options: &Options,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let fixed = [":START_ID(Entity)", ":END_ID(Entity)", ":TYPE"];
    let mut header_done = false;
    for row in row::edges(graph, options.lang) {
        let properties = edge_properties(&row);
        if !header_done {
            let header = properties.iter().map(|(name, value)| header(name, value));
            writer.write_record(fixed.into_iter().map(str::to_owned).chain(header))?;
            header_done = true;
        }
        let kind = type_of(row.edge().edge.predicate);
        let mut cells = vec![flat(&row.source), flat(&row.target), kind.into()];
        cells.extend(properties.iter().map(|(_, value)| cell(value)));
        writer.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
    }
    if !header_done {
        writer.write_record(fixed)?;
    }
    writer.flush()
}

/// Returns what a database keeps of an entity, but for its id.
pub(super) fn node_properties<'r>(row: &'r NodeRow) -> Vec<(&'static str, Property<'r>)> {
    let list = |texts: &'r [String]| Property::List(texts.iter().map(|text| text.as_str().into()).collect());
    let property = |(name, value): Field<'r>| match name {
        "aliases" => (name, list(&row.aliases)),
        "offices" => (name, list(&row.offices)),
        _ => (name, Property::One(value)),
    };
    let label = ("label", Property::One(Value::Text(Some((&*row.label).into()))));
    [label].into_iter().chain(row.fields().into_iter().map(property)).collect()
}

/// Returns what a database keeps of an edge, but for its ends and its type.
pub(super) fn edge_properties<'r>(row: &'r EdgeRow<'_>) -> Vec<(&'static str, Property<'r>)> {
    let edge = row.edge().edge;
    let property = |(name, value): Field<'r>| match name {
        "dates" => (name, Property::List(edge.dates.iter().map(|date| date.to_string().into()).collect())),
        "document_ids" => (name, Property::List(edge.documents.keys().map(|id| id.to_string().into()).collect())),
        "publishers" => (name, Property::List(edge.publishers.iter().map(|name| name.to_string().into()).collect())),
        _ if DAYS.contains(&name) => (name, Property::Day(value)),
        _ => (name, Property::One(value)),
    };
    let text = |text: &'r str| Property::One(Value::Text(Some(text.into())));
    let own = [
        ("event_id", text(&row.id)),
        ("label", text(&row.label)),
        ("weight", Property::One(Value::Real(Some(row.weight)))),
        ("kind", text(&row.kind)),
    ];
    own.into_iter().chain(row.fields().into_iter().map(property)).collect()
}

/// Returns the type of a relationship: capitals of ASCII, as Neo4j's style has it.
pub(super) fn type_of(predicate: Predicate) -> String {
    predicate.name().to_ascii_uppercase()
}

/// Returns the label of entities of a kind.
pub(super) fn label_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Country => "Country",
        EntityKind::City => "City",
        EntityKind::Region => "Region",
        EntityKind::Organisation => "Organisation",
    }
}

fn labels(node: &Node) -> String {
    match node.kind {
        Some(kind) => format!("{ENTITY};{}", label_of(kind)),
        None => ENTITY.to_owned(),
    }
}

fn header(name: &str, property: &Property<'_>) -> String {
    match property {
        Property::One(Value::Text(_)) => name.to_owned(),
        Property::One(value) => format!("{name}:{}", value.type_name()),
        Property::Day(_) => format!("{name}:date"),
        Property::List(_) => format!("{name}:string[]"),
    }
}

fn cell<'r>(property: &'r Property<'_>) -> Cow<'r, str> {
    match property {
        Property::One(Value::Text(Some(text))) => flat(text),
        Property::One(value) | Property::Day(value) => value.to_text().unwrap_or_default(),
        Property::List(texts) => {
            texts.iter().map(|text| flat(text).replace(';', ",")).collect::<Vec<_>>().join(";").into()
        }
    }
}

/// Returns the text in one line: a space for each line break, tab and other control.
fn flat(text: &str) -> Cow<'_, str> {
    // LINE SEPARATOR and PARAGRAPH SEPARATOR
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if text.contains(breaks) { text.replace("\r\n", " ").replace(breaks, " ").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_one_line() {
        assert_eq!(flat("a\r\nb\n\tc\u{85}\u{2028}\u{1}\\"), "a b  c   \\");
        let list = Property::List(vec!["a;b".into(), "c\n".into()]);
        assert_eq!(cell(&list), "a,b;c ");
        assert_eq!(cell(&Property::List(Vec::new())), "");
    }

    #[test]
    fn types_are_capitals_of_ascii() {
        for &predicate in Predicate::ALL {
            let name = type_of(predicate);
            assert!(name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'), "{name}");
        }
    }
}
