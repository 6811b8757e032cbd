//! Neo4j's tables: headers with types, ids by their space, values that must fit.
//!
//! **Source:** Neo4j Operations Manual 2026.08, "Import".

use jiff::civil::Date;

use super::sightings::{EdgeSeen, Sightings};
use super::table::{Record, delimiter, records};

const TYPES: [&str; 17] = [
    "int",
    "long",
    "float",
    "double",
    "boolean",
    "byte",
    "short",
    "char",
    "string",
    "point",
    "date",
    "localtime",
    "time",
    "localdatetime",
    "datetime",
    "duration",
    "vector",
];

/// What a column is.
#[derive(Debug, PartialEq, Eq)]
enum Field {
    Id(String),
    Start(String),
    End(String),
    Type,
    Label,
    Value(String),
}

pub(super) fn scan(text: &str, seen: &mut Sightings) {
    let records = records(text, delimiter(text));
    let Some((header, rows)) = records.split_first() else { return };
    let fields: Vec<Field> = header.cells.iter().map(|cell| field(cell.text.trim(), header.line, seen)).collect();
    let column = |test: fn(&Field) -> bool| fields.iter().position(test);
    let [id, start, end, kind] = [
        column(|field| matches!(field, Field::Id(_))),
        column(|field| matches!(field, Field::Start(_))),
        column(|field| matches!(field, Field::End(_))),
        column(|field| *field == Field::Type),
    ];
    let key = |row: &Record, at: Option<usize>| {
        let space = match at.and_then(|at| fields.get(at)) {
            Some(Field::Id(space) | Field::Start(space) | Field::End(space)) if !space.is_empty() => {
                format!(" ({space})")
            }
            _ => String::new(),
        };
        format!("{}{space}", row.get(at).unwrap_or_default())
    };
    for row in rows {
        values(row, header, &fields, seen);
        if start.is_none() && end.is_none() {
            seen.nodes_are_listed();
            if row.get(id).is_some() {
                let text = key(row, id);
                seen.node(&text, Some(row.line));
            }
            continue;
        }
        let told = row.get(kind);
        match told {
            None => seen.see("neo4j-no-type", Some(row.line), "a relationship"),
            Some(name) if !name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_') => {
                seen.see("neo4j-type-name", Some(row.line), format!("type {name}"));
            }
            Some(_) => {}
        }
        seen.edge(EdgeSeen {
            source: key(row, start),
            target: key(row, end),
            kind: told.map(str::to_owned),
            line: Some(row.line),
            ..EdgeSeen::default()
        });
    }
}

fn field(text: &str, line: usize, seen: &mut Sightings) -> Field {
    let (name, kind) = text.rsplit_once(':').unwrap_or((text, "string"));
    if name.contains(' ') {
        seen.see("neo4j-header-space", Some(line), format!("column {name}"));
    }
    let space = kind.split_once('(').map_or("", |(_, space)| space.trim_end_matches(')')).to_owned();
    let kind = kind.split(['(', '{']).next().unwrap_or_default();
    match &*kind.to_ascii_uppercase() {
        "ID" => Field::Id(space),
        "START_ID" => Field::Start(space),
        "END_ID" => Field::End(space),
        "TYPE" => Field::Type,
        "LABEL" | "IGNORE" => Field::Label,
        _ => {
            let one = kind.trim_end_matches("[]").to_ascii_lowercase();
            if !TYPES.contains(&&*one) {
                seen.see("neo4j-type", Some(line), format!("column {name} of type {kind}"));
            }
            Field::Value(kind.to_ascii_lowercase())
        }
    }
}

fn values(row: &Record, header: &Record, fields: &[Field], seen: &mut Sightings) {
    for (index, cell) in row.cells.iter().enumerate() {
        let place = || format!("column {}", header.cells.get(index).map_or("", |cell| cell.text.trim()));
        if cell.has_rest {
            seen.see("neo4j-quote", Some(row.line), place());
        }
        if cell.text.contains(['\n', '\r']) {
            seen.see("neo4j-line-break", Some(row.line), place());
        }
        let text = cell.text.trim();
        let Some(Field::Value(kind)) = fields.get(index) else { continue };
        let fits = match &**kind {
            _ if text.is_empty() => true,
            "int" | "long" | "byte" | "short" => text.parse::<i64>().is_ok(),
            "float" | "double" => text.parse::<f64>().is_ok(),
            "date" => text.parse::<Date>().is_ok(),
            _ => true,
        };
        if !fits {
            seen.see("neo4j-value", Some(row.line), format!("{}: {text}", place()));
        }
    }
}
