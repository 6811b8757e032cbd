//! Copies: which document a new one repeats.

use rusqlite::{Connection, params};

use crate::text::Sketch;

/// Returns the document, first added, of whose text `sketch` is a copy.
///
/// Only documents that copy no other have keys, so that the thousandth copy of a text costs no more than the second.
pub(super) fn original(connection: &Connection, sketch: &Sketch) -> rusqlite::Result<Option<i64>> {
    let mut found: Option<i64> = None;
    let mut by_key = connection.prepare_cached("SELECT doc FROM sketch_key WHERE key = ?")?;
    let mut known = connection.prepare_cached("SELECT sketch FROM document WHERE doc = ?")?;
    let mut seen = Vec::new();
    for key in sketch.keys() {
        let docs = by_key.query_map([key], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        for doc in docs {
            if seen.contains(&doc) || found.is_some_and(|found| found <= doc) {
                continue;
            }
            seen.push(doc);
            let other: Option<String> = known.query_row([doc], |row| row.get(0))?;
            let other: Option<Sketch> = other.and_then(|other| other.parse().ok());
            if other.is_some_and(|other| other.is_copy(sketch)) {
                found = Some(doc);
            }
        }
    }
    Ok(found)
}

/// Notes a document that copies no other.
pub(super) fn keep_keys(connection: &Connection, doc: i64, sketch: &Sketch) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO sketch_key VALUES (?, ?)")?;
    for key in sketch.keys() {
        insert.execute(params![key, doc])?;
    }
    Ok(())
}

/// Takes out an original; the first of its copies takes its place.
pub(super) fn forget(connection: &Connection, doc: i64, sketch: Option<&Sketch>) -> rusqlite::Result<()> {
    if let Some(sketch) = sketch {
        let mut delete = connection.prepare_cached("DELETE FROM sketch_key WHERE key = ? AND doc = ?")?;
        for key in sketch.keys() {
            delete.execute(params![key, doc])?;
        }
    }
    let copies: Vec<(i64, Option<String>)> = connection
        .prepare_cached("SELECT doc, sketch FROM document WHERE copy_of = ? ORDER BY doc")?
        .query_map([doc], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut update = connection.prepare_cached("UPDATE document SET copy_of = ? WHERE doc = ?")?;
    for (copy, sketch) in copies {
        let sketch: Option<Sketch> = sketch.and_then(|sketch| sketch.parse().ok());
        let first = match &sketch {
            Some(sketch) => original(connection, sketch)?,
            None => None,
        };
        update.execute(params![first, copy])?;
        if let (Some(sketch), None) = (&sketch, first) {
            keep_keys(connection, copy, sketch)?;
        }
    }
    Ok(())
}
