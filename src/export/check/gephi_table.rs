//! Gephi's spreadsheets: what its guess of types, its escapes and its times make of a table.
//!
//! **Source:** Gephi, `ImportPlugin/.../file/spreadsheet`, and graphstore's `TimestampsParser` and `IntervalsParser`.

use jiff::civil::Date;

use super::Shape;
use super::sightings::{EdgeSeen, Sightings};
use super::table::{Record, column, delimiter, records};

/// By how many rows Gephi guesses the type of a column.
const GUESSED_BY: usize = 25;

pub(super) fn scan(text: &str, shape: Shape, seen: &mut Sightings) {
    let records = records(text, delimiter(text));
    let Some((header, rows)) = records.split_first() else { return };
    if shape == Shape::Table {
        return seen.see("table-headless", Some(header.line), "the header");
    }
    for cell in &header.cells {
        if cell.text.trim().contains(' ') {
            seen.see("table-header-space", Some(header.line), format!("column {}", cell.text.trim()));
        }
    }
    backslashes(&records, header, seen);
    for (index, cell) in header.cells.iter().enumerate() {
        let name = cell.text.trim().to_ascii_lowercase();
        if name == "timeset" || name.contains("interval") || name.contains("timestamp") {
            times(index, &name, rows, seen);
        } else if !matches!(&*name, "id" | "source" | "target" | "label" | "type" | "kind" | "weight") {
            guess(index, &name, rows, seen);
        }
    }
    let id = column(header, "id");
    if shape == Shape::GephiNodes {
        for row in rows {
            seen.node(row.get(id).unwrap_or_default(), Some(row.line));
        }
        return;
    }
    let [source, target, kind, weight, direction] =
        ["source", "target", "kind", "weight", "type"].map(|name| column(header, name));
    for row in rows {
        let told = row.get(direction).map(str::to_ascii_lowercase);
        if !matches!(told.as_deref(), None | Some("directed" | "undirected")) {
            seen.see("table-direction", Some(row.line), format!("type {}", told.as_deref().unwrap_or_default()));
        }
        seen.edge(EdgeSeen {
            id: row.get(id).map(str::to_owned),
            source: row.get(source).unwrap_or_default().to_owned(),
            target: row.get(target).unwrap_or_default().to_owned(),
            kind: row.get(kind).map(str::to_owned),
            is_undirected: told.as_deref() == Some("undirected"),
            weight: row.get(weight).map(str::to_owned),
            line: Some(row.line),
        });
    }
}

fn backslashes(records: &[Record], header: &Record, seen: &mut Sightings) {
    for record in records {
        for (index, cell) in record.cells.iter().enumerate() {
            let mut runs = cell.text.split(|c| c != '\\').map(str::len);
            let at_end = cell.text.len() - cell.text.trim_end_matches('\\').len();
            let name = header.cells.get(index).map_or("", |cell| cell.text.trim());
            if at_end % 2 == 1 {
                seen.see("table-backslash-at-end", Some(record.line), format!("column {name}"));
            } else if runs.any(|length| length % 2 == 1) {
                seen.see("table-backslash", Some(record.line), format!("column {name}"));
            }
        }
    }
}

fn times(index: usize, name: &str, rows: &[Record], seen: &mut Sightings) {
    for row in rows {
        let Some(value) = row.get(Some(index)) else { continue };
        let parts = value.split(|c: char| "<>[](),; ".contains(c)).filter(|part| !part.is_empty());
        let is_spaced = value.split(',').any(|time| {
            let time = time.trim_matches(|c: char| "<>[]() ".contains(c));
            time.contains(' ')
        });
        let is_time = |time: &str| {
            time.parse::<Date>().is_ok()
                || time.split_once('T').is_some_and(|(day, _)| day.parse::<Date>().is_ok())
                || time.parse::<f64>().is_ok() && time.is_ascii()
        };
        if is_spaced || parts.into_iter().any(|part| !is_time(part)) {
            seen.see("table-timeset", Some(row.line), format!("column {name}: {value}"));
        }
    }
}

fn guess(index: usize, name: &str, rows: &[Record], seen: &mut Sightings) {
    let values = || rows.iter().filter_map(|row| Some((row.line, row.get(Some(index))?)));
    let first: Vec<(usize, &str)> =
        rows.iter().take(GUESSED_BY).filter_map(|row| Some((row.line, row.get(Some(index))?))).collect();
    let Some(&(line, _)) = first.first() else { return };
    let place = format!("column {name}");
    let is_day = |text: &str| text.len() == 10 && text.parse::<Date>().is_ok();
    let is_part = |text: &str| text.len() == 7 && format!("{text}-01").parse::<Date>().is_ok();
    if first.iter().all(|(_, text)| is_day(text)) {
        return seen.see("table-days", Some(line), place);
    }
    if first.iter().any(|(_, text)| is_day(text))
        && let Some(&(line, _)) = first.iter().find(|(_, text)| is_part(text))
    {
        return seen.see("table-partial-day", Some(line), place);
    }
    let is_whole = |text: &str| text.parse::<i64>().is_ok();
    if !first.iter().all(|(_, text)| is_whole(text)) {
        return;
    }
    let has_zero = |text: &str| {
        is_whole(text) && text.trim_start_matches('-').len() > 1 && text.trim_start_matches('-').starts_with('0')
    };
    if let Some((line, _)) = values().find(|(_, text)| has_zero(text)) {
        seen.see("table-leading-zero", Some(line), place);
    } else if let Some((line, _)) = values().find(|(_, text)| !is_whole(text)) {
        seen.see("table-type-guess", Some(line), place);
    }
}
