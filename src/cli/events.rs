//! Events as answers: a table with evidence, JSON, CSV.

use std::io::{self, IsTerminal};

use nisba::document::Lang;
use nisba::query::{Event, EventRow, Month, Report};
use nisba::relation::Family;

use super::names::isolate;
use super::table::aligned;

const HEADER: [&str; 7] = ["DATE", "STATUS", "DOCS", "WHO", "WHAT", "WHOM", "WHERE"];

/// How many reports are named under an event.
const NAMED: usize = 5;

/// Returns a table of events; `evidence` adds the best sentence and who tells it.
pub(super) fn table(events: &[Event], lang: Lang, evidence: bool) -> String {
    if events.is_empty() {
        return String::new();
    }
    aligned(&HEADER, &events.iter().map(|event| row(event, lang, evidence)).collect::<Vec<_>>())
}

/// Returns a table of events under the heads of their months.
pub(super) fn table_by_month(months: &[Month], lang: Lang, evidence: bool) -> String {
    if months.is_empty() {
        return String::new();
    }
    let rows: Vec<_> = months.iter().flat_map(|month| &month.events).map(|event| row(event, lang, evidence)).collect();
    let table = aligned(&HEADER, &rows);
    let mut lines = table.lines();
    let mut text = lines.next().unwrap_or_default().to_owned() + "\n";
    let mut rows = rows.iter();
    for month in months {
        let name = month.month.map_or_else(|| "no date".to_owned(), |month| month.to_string());
        let counts: Vec<String> = Family::ALL
            .iter()
            .filter_map(|family| Some(format!("{} {}", family.name(), month.counts.get(family)?)))
            .collect();
        text += &format!("\n{name}  {}\n", counts.join(", "));
        let count: usize = rows.by_ref().take(month.events.len()).map(|(_, under)| 1 + under.len()).sum();
        for line in lines.by_ref().take(count) {
            text += line;
            text.push('\n');
        }
    }
    text
}

/// Returns the cells of an event, and the lines that stand under it.
pub(super) fn row(event: &Event, lang: Lang, evidence: bool) -> (Vec<String>, Vec<String>) {
    let date = match (event.date, event.first_reported) {
        (Some(date), _) => date.to_string(),
        (None, Some(date)) => format!("({date})"),
        (None, None) => "-".to_owned(),
    };
    let documents = if event.texts == event.documents {
        event.documents.to_string()
    } else {
        format!("{} ({})", event.documents, event.texts)
    };
    let open = if event.direction_known { "" } else { " ↔" };
    let cells = vec![
        date,
        event.status.name().to_owned(),
        documents,
        shown(event.subject_name.as_deref().unwrap_or(&event.subject)),
        shown(&format!("{}{open}", event.predicate.label(lang))),
        shown(event.object_name.as_deref().unwrap_or(&event.object)),
        shown(event.place_name.as_deref().unwrap_or_default()),
    ];
    (cells, if evidence { proof(event) } else { Vec::new() })
}

fn proof(event: &Event) -> Vec<String> {
    let Some(best) = event.best() else { return Vec::new() };
    let sentence = best.evidence.as_deref().unwrap_or("(the sentence was not kept; extract --with-text keeps it)");
    let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sources = vec![format!("— {}", shown_source(best))];
    let mut others: Vec<String> = Vec::new();
    for report in &event.reports[1..] {
        let name = shown_source(report);
        if !others.contains(&name) {
            others.push(name);
        }
    }
    if !others.is_empty() {
        let more = others.len().saturating_sub(NAMED);
        others.truncate(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        sources.push(format!("  also {}{more}", others.join("; ")));
    }
    [vec![shown(&sentence)], sources].concat()
}

/// Returns publisher, document and place of a report.
pub(super) fn shown_source(report: &Report) -> String {
    let publisher = report.publisher.as_deref().map(|name| format!("{}, ", shown(name))).unwrap_or_default();
    format!("{publisher}{}:{}-{}", report.document, report.start, report.end)
}

/// Isolates keep one cell from turning its neighbours round; a file does not need them.
pub(super) fn shown(text: &str) -> String {
    if io::stdout().is_terminal() { isolate(text) } else { text.to_owned() }
}

/// Returns one row an event.
pub(super) fn csv<'e>(events: impl IntoIterator<Item = &'e Event>) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for event in events {
        writer.serialize(EventRow::from(event))?;
    }
    Ok(writer.into_inner()?)
}

/// Returns indented JSON with a line break at its end.
pub(super) fn json<T: serde::Serialize>(value: &T) -> anyhow::Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    Ok(text)
}
