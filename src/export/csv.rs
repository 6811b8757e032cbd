//! Gephi's spreadsheets: `x.nodes.csv` and `x.edges.csv`.
//!
//! ```csv
//! Id,Label,kind,name_ar,name_en,country,mentions,documents,is_new
//! Id,Source,Target,Type,Kind,Label,Weight,Timeset,source_label,target_label,predicate,…
//! ```
//!
//! - Load the nodes first, then the edges with "Append to existing workspace".
//! - `Type` is `Undirected` for symmetric predicates and where the direction is not told.
//! - `Timeset` holds the first day of each date of the edge: `<[2025-08-15, 2025-09-01]>`. `dates`
//!   tells them with their precision.
//! - **Every backslash is doubled**: it is an escape to Gephi, and a field that ends in one makes
//!   it load nothing. Other readers see two.
//! - CAMEO codes begin with their name (`cameo:042`): Gephi (and a spreadsheet) would take the column
//!   for numbers and lose the leading zero.
//! - Not here, because Gephi would misread the columns: the bare days `first_date` and `last_date`.
//!
//! **Source:** Gephi, `ImportPlugin/.../file/spreadsheet`.

use std::borrow::Cow;
use std::io;

use super::Options;
use super::row::{self, EdgeRow, Value};
use super::xml::legal;
use crate::document::PartialDate;
use crate::graph::KnowledgeGraph;

const MISREAD: [&str; 2] = ["first_date", "last_date"];

/// The columns of codes with leading zeros, and what stands before them.
const CODES: [&str; 2] = ["cameo_root", "cameo_code"];
const CODE_MARK: &str = "cameo:";

pub(super) fn write_nodes(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let mut header = vec!["Id", "Label"];
    header.extend(row::NodeRow::default().fields().into_iter().map(|(name, _)| name));
    writer.write_record(header)?;
    for row in row::nodes(graph, options.lang) {
        let mut cells = vec![cell(&row.id), cell(&row.label)];
        let fields = row.fields();
        cells.extend(fields.iter().map(|(_, value)| value_cell(value)));
        writer.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.flush()
}

pub(super) fn write_edges(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let fixed =
        ["Id", "Source", "Target", "Type", "Kind", "Label", "Weight", "Timeset", "source_label", "target_label"];
    let mut header_done = false;
    for row in row::edges(graph, options.lang) {
        let fields: Vec<_> = row.fields().into_iter().filter(|(name, _)| !MISREAD.contains(name)).collect();
        if !header_done {
            writer.write_record(fixed.into_iter().chain(fields.iter().map(|&(name, _)| name)))?;
            header_done = true;
        }
        let (timeset, weight) = (timeset(&row), format!("{:?}", row.weight));
        let mut cells = vec![
            cell(&row.id),
            cell(&row.source),
            cell(&row.target),
            cell(if row.edge().edge.is_directed() { "Directed" } else { "Undirected" }),
            cell(&row.kind),
            cell(&row.label),
            cell(&weight),
            cell(&timeset),
            cell(&row.source_label),
            cell(&row.target_label),
        ];
        cells.extend(fields.iter().map(|(name, value)| match value {
            Value::Text(Some(code)) if CODES.contains(name) => format!("{CODE_MARK}{code}").into(),
            _ => value_cell(value),
        }));
        writer.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
    }
    if !header_done {
        writer.write_record(fixed)?;
    }
    writer.flush()
}

fn timeset(row: &EdgeRow<'_>) -> String {
    let days = row.edge().edge.dates.iter().map(|&date| PartialDate::first_day(date));
    let days: std::collections::BTreeSet<_> = days.collect();
    if days.is_empty() {
        return String::new();
    }
    format!("<[{}]>", days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

fn value_cell<'r>(value: &'r Value<'_>) -> Cow<'r, str> {
    match value {
        Value::Text(Some(text)) => cell(text),
        other => other.to_text().unwrap_or_default(),
    }
}

fn cell(text: &str) -> Cow<'_, str> {
    let text = legal(text);
    if text.contains('\\') { text.replace('\\', "\\\\").into() } else { text }
}
