//! Parquet: four tables that DuckDB, pandas, polars and Spark join.
//!
//! ```text
//! x.entities.parquet   id, label, kind, name_ar, name_en, aliases_ar, aliases_en, wikidata, country, offices, …
//! x.relations.parquet  id, subject → entities.id, predicate, object → entities.id, status, date, date_precision, …
//! x.evidence.parquet   relation → relations.id, document → documents.id, sentence, char_start, char_end, …
//! x.documents.parquet  id, date, lang, title, publisher, url
//! ```
//!
//! ```sql
//! SELECT r.date, s.name_en, o.name_en, e.sentence, d.publisher
//! FROM 'x.relations.parquet' r JOIN 'x.entities.parquet' s ON s.id = r.subject
//! JOIN 'x.entities.parquet' o ON o.id = r.object JOIN 'x.evidence.parquet' e ON e.relation = r.id
//! JOIN 'x.documents.parquet' d ON d.id = e.document
//! WHERE r.predicate = 'called' AND r.date BETWEEN '2025-08-01' AND '2025-08-31' ORDER BY r.date;
//! ```
//!
//! - Text is `STRING`, a day `DATE`, a number `INT64` or `DOUBLE`, a list `LIST` (three levels, never null); offices are a
//!   `LIST` of structures. What is not known is null.
//! - A date is the first day of what is known, with `date_precision`: `day`, `month` or `year`.
//! - Offsets count Unicode code points of the document's text, from 0, the end excluded.
//! - Of an edge of the aggregated grain there is the best evidence; of a document that is nobody's best evidence, only its day.
//! - Each file tells what it is, and what its columns are, in its key-value metadata (`nisba.table`, `nisba.description`,
//!   `nisba.columns`, a JSON object). Snappy; row groups of 100,000. No clock: the same graph gives the same bytes.
//! - The crate is used without its Arrow half, which takes twice as long to build as all the rest and would add a schema of its
//!   own to each file.
//!
//! **Source:** apache/parquet-format, `LogicalTypes.md` (lists, dates, strings) and `Encodings.md` (levels).

mod column;
mod tables;

use std::io;
use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;

use self::column::Column;
use super::row;
use super::{Options, Part};
use crate::graph::KnowledgeGraph;

const CREATOR: &str = concat!("nisba version ", env!("CARGO_PKG_VERSION"));
const ROWS_A_GROUP: usize = 100_000;

pub(super) fn write(graph: &KnowledgeGraph, part: Part, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let about = row::description(graph);
    match part {
        Part::Entities => table("entities", &about, &tables::entities(), tables::entity_rows(graph, options.lang), out),
        Part::Relations => table("relations", &about, &tables::relations(), row::edges(graph, options.lang), out),
        Part::Evidence => table("evidence", &about, &tables::evidence(), row::edges(graph, options.lang), out),
        _ => table("documents", &about, &tables::documents(), tables::document_rows(graph), out),
    }
    .map_err(|error| match error {
        ParquetError::External(cause) => io::Error::other(cause),
        other => io::Error::other(other),
    })
}

/// Writes one table, a group of rows at a time.
fn table<R>(
    name: &str,
    about: &str,
    columns: &[Column<R>],
    rows: impl Iterator<Item = R>,
    out: &mut dyn io::Write,
) -> Result<(), ParquetError> {
    let fields: String = columns.iter().map(Column::schema).collect();
    let schema = Arc::new(parse_message_type(&format!("message {name} {{ {fields} }}"))?);
    let described: serde_json::Map<_, _> =
        columns.iter().map(|column| (column.name.to_owned(), column.about.into())).collect();
    let described = serde_json::Value::Object(described).to_string();
    let about = [("nisba.table", name), ("nisba.description", about), ("nisba.columns", &described)];
    let about = about.map(|(key, value)| KeyValue::new(key.to_owned(), value.to_owned())).to_vec();
    let properties = WriterProperties::builder()
        .set_created_by(CREATOR.to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(about))
        .build();
    // The writer wants what can be sent to another thread, which `out` is not: it fills a buffer, emptied group by group.
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let group: Vec<R> = rows.by_ref().take(ROWS_A_GROUP).collect();
        let mut group_writer = writer.next_row_group()?;
        for column in columns {
            column.write(&group, &mut group_writer)?;
        }
        group_writer.close()?;
        writer.flush()?;
        out.write_all(writer.inner())?;
        writer.inner_mut().clear();
    }
    out.write_all(&writer.into_inner()?)?;
    Ok(())
}
