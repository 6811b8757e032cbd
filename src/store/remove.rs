//! Taking a document out, with every trace of it.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::copies;
use crate::text::Sketch;

/// Deletes a document, what it told, and the entities that only it named.
pub(super) fn document(connection: &Connection, doc: i64) -> rusqlite::Result<()> {
    let named = entities(connection, doc)?;
    let sketch: Option<String> =
        connection.prepare_cached("SELECT sketch FROM document WHERE doc = ?")?.query_row([doc], |row| row.get(0))?;
    for sql in [
        "DELETE FROM relation WHERE doc = ?",
        "DELETE FROM sentence WHERE doc = ?",
        "DELETE FROM mention WHERE doc = ?",
        "DELETE FROM introduction WHERE doc = ?",
        "DELETE FROM text WHERE doc = ?",
        "DELETE FROM document WHERE doc = ?",
    ] {
        connection.prepare_cached(sql)?.execute([doc])?;
    }
    let sketch: Option<Sketch> = sketch.and_then(|sketch| sketch.parse().ok());
    copies::forget(connection, doc, sketch.as_ref())?;
    for entity in named {
        forget_entity(connection, entity)?;
    }
    Ok(())
}

fn entities(connection: &Connection, doc: i64) -> rusqlite::Result<BTreeSet<i64>> {
    let sql = "SELECT entity FROM mention WHERE doc = ?1 UNION SELECT entity FROM introduction WHERE doc = ?1 \
               UNION SELECT subject FROM relation WHERE doc = ?1 UNION SELECT object FROM relation WHERE doc = ?1 \
               UNION SELECT place FROM relation WHERE doc = ?1 UNION SELECT attribution FROM relation WHERE doc = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([doc], |row| row.get::<_, Option<i64>>(0))?;
    rows.filter_map(Result::transpose).collect()
}

/// Deletes an entity that no document names any more.
fn forget_entity(connection: &Connection, entity: i64) -> rusqlite::Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM mention WHERE entity = ?1) OR EXISTS (SELECT 1 FROM introduction WHERE entity = ?1) \
               OR EXISTS (SELECT 1 FROM relation WHERE subject = ?1) OR EXISTS (SELECT 1 FROM relation WHERE object = ?1) \
               OR EXISTS (SELECT 1 FROM relation WHERE place = ?1) OR EXISTS (SELECT 1 FROM relation WHERE attribution = ?1)";
    let is_named: bool = connection.prepare_cached(sql)?.query_row([entity], |row| row.get(0))?;
    if !is_named {
        connection.prepare_cached("DELETE FROM name WHERE entity = ?")?.execute([entity])?;
        connection.prepare_cached("DELETE FROM entity WHERE entity = ?")?.execute([entity])?;
    }
    Ok(())
}
