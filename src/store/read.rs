//! Reading: tables into records.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::str::FromStr;

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use jiff::civil::Date;
use rusqlite::{OptionalExtension as _, Row, params};

use super::error::StoreError;
use super::open::Store;
use super::select::{Selection, conditions, mentioning};
use crate::document::{Document, Lang, PartialDate};
use crate::gazetteer::EntityKind;
use crate::relation::{CharRange, EntityRow, EventId, Id, MentionRow, MentionType, Record, RelationRow};

/// The columns of a document, in the order in which [`Reader::document`] reads them.
const DOCUMENT: &str = "d.doc, d.id, d.lang, d.date, d.title, d.publisher, d.url, d.sketch";
/// Those of a relation with its sentence, for [`Reader::relation`].
const RELATION: &str = "r.event, r.subject, r.predicate, r.object, r.status, r.date, r.place, n.start, n.\"end\", n.text, \
     r.either, r.trigger_start, r.trigger_end, r.subject_start, r.subject_end, r.object_start, r.object_end, \
     r.attribution, r.confidence, r.rule";

impl Store {
    /// Calls `each` on the record of each document that `selection` asks for: whole ones in the order of their ids,
    /// relations in the order in which they were kept, which spares sorting them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn records(&self, selection: &Selection, each: impl FnMut(Record)) -> Result<(), StoreError> {
        // A question touches many pages once; mapped, none of them costs a call.
        self.connection.pragma_update(None, "mmap_size", 1_i64 << 30).map_err(|source| self.failed(source))?;
        let reader = Reader::new(self);
        match selection {
            Selection::Whole => reader.whole("1", each),
            Selection::Mentioning(ids) => reader.whole(&mentioning(&reader.keys(ids)), each),
            Selection::Relations { filter, ends } => {
                let keys = |ids: &BTreeSet<Id>| reader.keys(ids);
                let conditions = conditions(filter, ends, &keys);
                reader.narrowed(&conditions, each)
            }
        }
        .map_err(|error| reader.told(error))
    }

    /// Returns a document as it was kept, with its text where that was kept (else empty); `None` where there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document(&self, id: &str) -> Result<Option<Document>, StoreError> {
        Ok(self.documents("d.id = ?1", id, 1)?.pop())
    }

    /// Returns at most `count` documents, in the order of their ids, from the first or from the one after `last`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents_after(&self, last: Option<&str>, count: usize) -> Result<Vec<Document>, StoreError> {
        // No id is empty.
        self.documents("d.id > ?1", last.unwrap_or_default(), count)
    }

    fn documents(&self, condition: &str, value: &str, count: usize) -> Result<Vec<Document>, StoreError> {
        let reader = Reader::new(self);
        let read = || {
            let sql = format!(
                "SELECT {DOCUMENT}, t.text FROM document d LEFT JOIN text t USING (doc) WHERE {condition} \
                 ORDER BY d.id LIMIT ?2"
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            let rows = statement.query_map(params![value, i64::try_from(count).unwrap_or(i64::MAX)], |row| {
                let (_, record) = reader.document(row)?;
                Ok(Document {
                    id: record.id,
                    lang: record.lang,
                    date: record.date,
                    title: record.title,
                    publisher: record.publisher,
                    url: record.url,
                    text: row.get::<_, Option<String>>(8)?.unwrap_or_default(),
                })
            })?;
            rows.collect::<rusqlite::Result<Vec<Document>>>()
        };
        read().map_err(|error| reader.told(error))
    }

    /// Returns the record of the document that tells an event, with this one relation; `None` where no document does.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn event(&self, event: EventId) -> Result<Option<Record>, StoreError> {
        let reader = Reader::new(self);
        let mut found: Option<Record> = None;
        // An event id has letters, digits and a hyphen.
        reader
            .narrowed(&format!("event = '{event}'"), |record| {
                if found.as_ref().is_none_or(|found| record.id < found.id) {
                    found = Some(record);
                }
            })
            .map_err(|error| reader.told(error))?;
        Ok(found)
    }
}

/// Reads rows, and knows the ids of the entities that it met.
struct Reader<'s> {
    store: &'s Store,
    ids: RefCell<HashMap<i64, Id, FixedState>>,
    /// Those of them that no gazetteer lists.
    unlisted: RefCell<BTreeSet<Id>>,
    /// What no release writes, and stood in a row.
    bad: RefCell<Option<StoreError>>,
}

impl<'s> Reader<'s> {
    fn new(store: &'s Store) -> Self {
        Reader { store, ids: RefCell::default(), unlisted: RefCell::default(), bad: RefCell::default() }
    }

    fn told(&self, error: rusqlite::Error) -> StoreError {
        self.bad.take().unwrap_or_else(|| self.store.failed(error))
    }

    /// Returns the numbers of entities, parted by commas; those that the store does not have are left out.
    fn keys(&self, ids: &BTreeSet<Id>) -> String {
        let mut keys = Vec::new();
        for id in ids {
            let sql = "SELECT entity FROM entity WHERE id = ?";
            let key = self
                .store
                .connection
                .prepare_cached(sql)
                .and_then(|mut statement| statement.query_row([&**id], |row| row.get::<_, i64>(0)).optional());
            if let Ok(Some(key)) = key {
                keys.push(key.to_string());
            }
        }
        keys.join(",")
    }

    /// Reads the documents that meet `condition`, with all that was read in them.
    fn whole(&self, condition: &str, mut each: impl FnMut(Record)) -> rusqlite::Result<()> {
        let connection = &self.store.connection;
        let mut documents =
            connection.prepare(&format!("SELECT {DOCUMENT} FROM document d WHERE {condition} ORDER BY d.id"))?;
        let mut mentions =
            connection.prepare(r#"SELECT start, "end", entity, type FROM mention WHERE doc = ? ORDER BY ord"#)?;
        let mut relations = connection.prepare(&format!(
            "SELECT {RELATION} FROM relation r JOIN sentence n USING (sentence) WHERE r.doc = ? ORDER BY r.ord"
        ))?;
        let mut rows = documents.query([])?;
        while let Some(row) = rows.next()? {
            let (doc, mut record) = self.document(row)?;
            record.mentions = mentions.query_map([doc], |row| self.mention(row))?.collect::<rusqlite::Result<_>>()?;
            record.relations =
                relations.query_map([doc], |row| self.relation(row, 0))?.collect::<rusqlite::Result<_>>()?;
            record.entities = self.introductions(doc, None)?;
            each(record);
        }
        Ok(())
    }

    /// Reads the relations that meet `conditions`, a record a document.
    fn narrowed(&self, conditions: &str, mut each: impl FnMut(Record)) -> rusqlite::Result<()> {
        let connection = &self.store.connection;
        // Relations of one document were written together, one after the other.
        let sql = format!(
            "SELECT r.doc, {RELATION} FROM relation r JOIN sentence n USING (sentence) WHERE {conditions} \
             ORDER BY r.relation"
        );
        let mut statement = connection.prepare(&sql)?;
        let mut documents = connection.prepare(&format!("SELECT {DOCUMENT} FROM document d WHERE d.doc = ?"))?;
        let mut rows = statement.query([])?;
        let mut open: Option<(i64, Record)> = None;
        while let Some(row) = rows.next()? {
            let doc: i64 = row.get(0)?;
            if open.as_ref().is_none_or(|(known, _)| *known != doc) {
                self.hand_on(open.take(), &mut each)?;
                open = Some(documents.query_row([doc], |row| self.document(row))?);
            }
            let relation = self.relation(row, 1)?;
            if let Some((_, record)) = &mut open {
                record.relations.push(relation);
            }
        }
        self.hand_on(open, &mut each)
    }

    /// Adds whom the document introduces and a relation names.
    fn hand_on(&self, open: Option<(i64, Record)>, each: &mut impl FnMut(Record)) -> rusqlite::Result<()> {
        let Some((doc, mut record)) = open else { return Ok(()) };
        let named: BTreeSet<&Id> = record
            .relations
            .iter()
            .flat_map(|row| row.subject.iter().chain(&row.object).chain(&row.place).chain(&row.attribution))
            .collect();
        let unlisted = self.unlisted.borrow();
        let introduced = named.iter().any(|id| unlisted.contains(*id));
        drop(unlisted);
        if introduced {
            record.entities = self.introductions(doc, Some(&named))?;
        }
        each(record);
        Ok(())
    }

    fn document(&self, row: &Row<'_>) -> rusqlite::Result<(i64, Record)> {
        let record = Record {
            id: row.get(1)?,
            lang: if text(row, 2)? == Some(Lang::En.code()) { Lang::En } else { Lang::Ar },
            date: self.parse::<Date>("date", text(row, 3)?)?,
            title: row.get(4)?,
            publisher: row.get(5)?,
            url: row.get(6)?,
            sketch: self.parse("sketch", text(row, 7)?)?,
            ..Record::default()
        };
        Ok((row.get(0)?, record))
    }

    fn mention(&self, row: &Row<'_>) -> rusqlite::Result<MentionRow> {
        let kind = text(row, 3)?;
        let kind = MentionType::ALL.iter().copied().find(|known| Some(known.name()) == kind);
        Ok(MentionRow {
            start: offset(row, 0)?,
            end: offset(row, 1)?,
            id: self.id(row.get(2)?)?,
            kind: kind.map_or_else(|| self.fail("type of mention", row, 3), Ok)?,
        })
    }

    /// Reads a relation from the columns that begin at `at`.
    fn relation(&self, row: &Row<'_>, at: usize) -> rusqlite::Result<RelationRow> {
        let text = |column: usize| text(row, at + column);
        let id = |column: usize| row.get::<_, Option<i64>>(at + column)?.map(|key| self.id(key)).transpose();
        let range = |column: usize| -> rusqlite::Result<Option<CharRange>> {
            let start: Option<i64> = row.get(at + column)?;
            start
                .map(|_| Ok(CharRange { start: offset(row, at + column)?, end: offset(row, at + column + 1)? }))
                .transpose()
        };
        let date = self.parse::<PartialDate>("date", text(5)?)?;
        let event = text(0)?.filter(|event| !event.is_empty());
        let required = |what, column| text(column)?.map_or_else(|| self.fail(what, row, at + column), Ok);
        Ok(RelationRow {
            event: self.parse("id of an event", event)?,
            subject: id(1)?.into_iter().collect(),
            predicate: self.parsed("predicate", required("predicate", 2)?)?,
            object: id(3)?.into_iter().collect(),
            status: self.parsed("status", required("status", 4)?)?,
            date,
            date_precision: date.map(PartialDate::precision),
            place: id(6)?,
            start: offset(row, at + 7)?,
            end: offset(row, at + 8)?,
            evidence: text(9)?.map(str::to_owned),
            either: row.get(at + 10)?,
            trigger: range(11)?,
            subject_mention: range(13)?,
            object_mention: range(15)?,
            attribution: id(17)?,
            confidence: row.get(at + 18)?,
            rule: text(19)?.map(Id::from),
        })
    }

    fn introductions(&self, doc: i64, named: Option<&BTreeSet<&Id>>) -> rusqlite::Result<Vec<EntityRow>> {
        let sql = "SELECT entity, kind, name, office, country FROM introduction WHERE doc = ? ORDER BY ord";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        let rows = statement.query_map([doc], |row| {
            let kind = text(row, 1)?;
            let kind = EntityKind::ALL.iter().copied().find(|known| Some(known.name()) == kind);
            Ok(EntityRow {
                id: self.id(row.get(0)?)?,
                kind: kind.map_or_else(|| self.fail("kind of entity", row, 1), Ok)?,
                name: row.get(2)?,
                office: row.get(3)?,
                country: text(row, 4)?.map(Id::from),
            })
        })?;
        let mut rows = rows.collect::<rusqlite::Result<Vec<EntityRow>>>()?;
        rows.retain(|row| named.is_none_or(|named| named.contains(&row.id)));
        Ok(rows)
    }

    fn id(&self, key: i64) -> rusqlite::Result<Id> {
        if let Some(id) = self.ids.borrow().get(&key) {
            return Ok(id.clone());
        }
        let sql = "SELECT id, kind IS NULL FROM entity WHERE entity = ?";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        let (id, is_unlisted): (String, bool) = statement.query_row([key], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let id = Id::from(id);
        if is_unlisted {
            self.unlisted.borrow_mut().insert(id.clone());
        }
        self.ids.borrow_mut().insert(key, id.clone());
        Ok(id)
    }

    fn parse<T: FromStr>(&self, what: &'static str, text: Option<&str>) -> rusqlite::Result<Option<T>> {
        text.map(|text| self.parsed(what, text)).transpose()
    }

    fn parsed<T: FromStr>(&self, what: &'static str, text: &str) -> rusqlite::Result<T> {
        text.parse().map_err(|_| {
            self.bad.replace(Some(self.store.bad(what, text)));
            rusqlite::Error::InvalidQuery
        })
    }

    fn fail<T>(&self, what: &'static str, row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
        let value: String = row.get::<_, Option<String>>(column)?.unwrap_or_default();
        self.bad.replace(Some(self.store.bad(what, &value)));
        Err(rusqlite::Error::InvalidQuery)
    }
}

/// Returns the text of a column, which stays where it is.
fn text<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<Option<&'r str>> {
    row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)
}

fn offset(row: &Row<'_>, column: usize) -> rusqlite::Result<usize> {
    let value: i64 = row.get(column)?;
    usize::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}
