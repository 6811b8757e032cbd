//! Writing: records into tables, a batch at a time.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::copies;
use super::digest::Digest;
use super::error::StoreError;
use super::open::{BUSY, Store};
use super::remove;
use crate::document::{Lang, PartialDate};
use crate::graph::{EntityInfo, Evidence};
use crate::query::Names;
use crate::relation::{CharRange, Id, Record, RelationRow};
use crate::text::normal_form;

/// What adding a document did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The store did not have it.
    Added,
    /// The store had it with other content, which is gone.
    Changed,
    /// The store has it just so.
    Unchanged,
}

/// Documents that are kept together or not at all.
#[derive(Debug)]
pub struct Batch<'s> {
    pub(super) transaction: Transaction<'s>,
    path: &'s Path,
    entities: HashMap<Id, i64>,
    run: Option<i64>,
}

impl Store {
    /// Returns the digest with which a document was kept; `None` where there is no such document.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn digest(&self, id: &str) -> Result<Option<Digest>, StoreError> {
        let read = || {
            let mut statement = self.connection.prepare_cached("SELECT digest FROM document WHERE id = ?")?;
            statement.query_row([id], |row| row.get(0).map(Digest)).optional()
        };
        read().map_err(|source| self.failed(source))
    }

    /// Begins a batch. No other program can write until it is committed or dropped; what is dropped is not kept.
    ///
    /// # Errors
    /// When another program writes, or the file cannot be written.
    pub fn batch(&mut self) -> Result<Batch<'_>, StoreError> {
        self.batch_when_free(|_| false)
    }

    /// Begins a batch when no other program writes. While one does, `wait` is called about every second with the time
    /// waited so far; where it returns false, waiting ends.
    ///
    /// # Errors
    /// When waiting ended, or the file cannot be written.
    pub fn batch_when_free(&mut self, mut wait: impl FnMut(Duration) -> bool) -> Result<Batch<'_>, StoreError> {
        let store: &Store = self;
        let mut waited = Duration::ZERO;
        loop {
            // Checked by the compiler: the batch borrows the store for as long as it lives.
            match Transaction::new_unchecked(&store.connection, TransactionBehavior::Immediate) {
                Ok(transaction) => {
                    return Ok(Batch { transaction, path: &store.path, entities: HashMap::new(), run: None });
                }
                Err(error) => match store.failed(error) {
                    StoreError::Busy { .. } if wait(waited) => waited += BUSY,
                    error => return Err(error),
                },
            }
        }
    }
}

impl Batch<'_> {
    /// Keeps a document: what was read in it, and its text where that is to be kept.
    ///
    /// `names` tells what is known of entities apart from the documents.
    ///
    /// # Errors
    /// When the file cannot be written. Drop the batch then: it may hold half of the document.
    pub fn put(
        &mut self,
        record: &Record,
        digest: Digest,
        text: Option<&str>,
        names: &dyn Names,
    ) -> Result<Change, StoreError> {
        let path = self.path;
        self.try_put(record, digest, text, names).map_err(|source| StoreError::from_database(path, source))
    }

    /// Takes out a document and every trace of it; returns whether there was one.
    ///
    /// # Errors
    /// When the file cannot be written. Drop the batch then.
    pub fn remove(&mut self, id: &str) -> Result<bool, StoreError> {
        let fail = |source| StoreError::from_database(self.path, source);
        let Some(doc) = self.document(id).map_err(fail)? else { return Ok(false) };
        remove::document(&self.transaction, doc.0).map_err(fail)?;
        // Entities that nobody names any more are gone.
        self.entities.clear();
        Ok(true)
    }

    /// Writes anew what is known of the entities apart from the documents.
    ///
    /// # Errors
    /// When the file cannot be written. Drop the batch then.
    pub fn refresh(&mut self, names: &dyn Names) -> Result<(), StoreError> {
        let path = self.path;
        self.try_refresh(names).map_err(|source| StoreError::from_database(path, source))
    }

    /// Keeps the batch.
    ///
    /// # Errors
    /// When the file cannot be written; nothing of the batch is kept then.
    pub fn commit(self) -> Result<(), StoreError> {
        let path = self.path;
        self.transaction.commit().map_err(|source| StoreError::from_database(path, source))
    }

    pub(super) fn execute(&self, sql: &str, values: impl rusqlite::Params) -> Result<(), StoreError> {
        let done = self.transaction.execute(sql, values).map(drop);
        done.map_err(|source| StoreError::from_database(self.path, source))
    }

    /// Returns the last run, which is the one that goes on.
    fn run(&mut self) -> rusqlite::Result<i64> {
        if let Some(run) = self.run {
            return Ok(run);
        }
        let last: Option<i64> = self.transaction.query_row("SELECT max(run) FROM run", [], |row| row.get(0))?;
        let run = match last {
            Some(run) => run,
            None => {
                let sql = "INSERT INTO run (started, program, knowledge) VALUES ('', '', '')";
                self.transaction.execute(sql, [])?;
                self.transaction.last_insert_rowid()
            }
        };
        self.run = Some(run);
        Ok(run)
    }

    fn document(&self, id: &str) -> rusqlite::Result<Option<(i64, Digest)>> {
        let mut statement = self.transaction.prepare_cached("SELECT doc, digest FROM document WHERE id = ?")?;
        statement.query_row([id], |row| Ok((row.get(0)?, Digest(row.get(1)?)))).optional()
    }

    fn try_put(
        &mut self,
        record: &Record,
        digest: Digest,
        text: Option<&str>,
        names: &dyn Names,
    ) -> rusqlite::Result<Change> {
        let change = match self.document(&record.id)? {
            Some((_, known)) if known == digest => return Ok(Change::Unchanged),
            Some((doc, _)) => {
                remove::document(&self.transaction, doc)?;
                self.entities.clear();
                Change::Changed
            }
            None => Change::Added,
        };
        let doc = self.insert_document(record, digest, text)?;
        for (ord, row) in record.entities.iter().enumerate() {
            let entity = self.entity(&row.id, names)?;
            self.transaction.prepare_cached("INSERT INTO introduction VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
                params![
                    doc,
                    ord as i64,
                    entity,
                    row.kind.name(),
                    row.name,
                    normal_form(&row.name),
                    row.office,
                    row.country.as_deref()
                ],
            )?;
        }
        for (ord, row) in record.mentions.iter().enumerate() {
            let entity = self.entity(&row.id, names)?;
            self.transaction.prepare_cached("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
                doc,
                ord as i64,
                entity,
                row.start as i64,
                row.end as i64,
                row.kind.name()
            ])?;
        }
        self.insert_relations(doc, record, names)?;
        Ok(change)
    }

    fn insert_document(&mut self, record: &Record, digest: Digest, text: Option<&str>) -> rusqlite::Result<i64> {
        let sql = "INSERT INTO document (id, lang, date, title, publisher, url, digest, sketch, copy_of, run) \
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let run = self.run()?;
        let original = match &record.sketch {
            Some(sketch) => copies::original(&self.transaction, sketch)?,
            None => None,
        };
        self.transaction.prepare_cached(sql)?.execute(params![
            record.id,
            record.lang.code(),
            record.date.map(|date| date.to_string()),
            record.title,
            record.publisher,
            record.url,
            digest.0,
            record.sketch.map(|sketch| sketch.to_string()),
            original,
            run
        ])?;
        let doc = self.transaction.last_insert_rowid();
        if let (Some(sketch), None) = (&record.sketch, original) {
            copies::keep_keys(&self.transaction, doc, sketch)?;
        }
        if let Some(text) = text {
            self.transaction.prepare_cached("INSERT INTO text VALUES (?, ?)")?.execute(params![doc, text])?;
        }
        Ok(doc)
    }

    fn insert_relations(&mut self, doc: i64, record: &Record, names: &dyn Names) -> rusqlite::Result<()> {
        let mut sentences: HashMap<(usize, usize, Option<String>), i64> = HashMap::new();
        for (ord, row) in record.relations.iter().enumerate() {
            let text = Evidence::sentence_of(record, row);
            let key = (row.start, row.end, text);
            let sentence = match sentences.get(&key) {
                Some(&sentence) => sentence,
                None => {
                    let sql = r#"INSERT INTO sentence (doc, start, "end", text) VALUES (?, ?, ?, ?)"#;
                    self.transaction.prepare_cached(sql)?.execute(params![
                        doc,
                        row.start as i64,
                        row.end as i64,
                        key.2
                    ])?;
                    let sentence = self.transaction.last_insert_rowid();
                    sentences.insert(key, sentence);
                    sentence
                }
            };
            self.insert_relation(doc, ord, record, row, sentence, names)?;
        }
        Ok(())
    }

    fn insert_relation(
        &mut self,
        doc: i64,
        ord: usize,
        record: &Record,
        row: &RelationRow,
        sentence: i64,
        names: &dyn Names,
    ) -> rusqlite::Result<()> {
        let mut entity = |id: Option<&Id>| id.map(|id| self.entity(id, names)).transpose();
        let (subject, object) = (entity(row.subject.first())?, entity(row.object.first())?);
        let (place, attribution) = (entity(row.place.as_ref())?, entity(row.attribution.as_ref())?);
        let days = row.date.or(record.date.map(PartialDate::day));
        let range =
            |range: Option<CharRange>| (range.map(|range| range.start as i64), range.map(|range| range.end as i64));
        let ((trigger_start, trigger_end), (subject_start, subject_end), (object_start, object_end)) =
            (range(row.trigger), range(row.subject_mention), range(row.object_mention));
        let sql = "INSERT INTO relation (event, doc, ord, subject, predicate, object, status, date, first_day, last_day, \
                   place, sentence, either, trigger_start, trigger_end, subject_start, subject_end, object_start, \
                   object_end, attribution, confidence, rule) \
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        self.transaction.prepare_cached(sql)?.execute(params![
            row.event.map(|event| event.to_string()).unwrap_or_default(),
            doc,
            ord as i64,
            subject,
            row.predicate.name(),
            object,
            row.status.name(),
            row.date.map(|date| date.to_string()),
            days.map(|date| date.first_day().to_string()),
            days.map(|date| date.last_day().to_string()),
            place,
            sentence,
            row.either,
            trigger_start,
            trigger_end,
            subject_start,
            subject_end,
            object_start,
            object_end,
            attribution,
            row.confidence,
            row.rule.as_deref()
        ])?;
        Ok(())
    }

    /// Returns the number of an entity, which is given to it when it is first met.
    fn entity(&mut self, id: &Id, names: &dyn Names) -> rusqlite::Result<i64> {
        if let Some(&entity) = self.entities.get(id) {
            return Ok(entity);
        }
        let known: Option<i64> = self
            .transaction
            .prepare_cached("SELECT entity FROM entity WHERE id = ?")?
            .query_row([&**id], |row| row.get(0))
            .optional()?;
        let entity = match known {
            Some(entity) => entity,
            None => {
                self.transaction.prepare_cached("INSERT INTO entity (id) VALUES (?)")?.execute([&**id])?;
                let entity = self.transaction.last_insert_rowid();
                if let Some(info) = names.info(id) {
                    self.describe(entity, &info)?;
                }
                entity
            }
        };
        self.entities.insert(id.clone(), entity);
        Ok(entity)
    }

    fn describe(&self, entity: i64, info: &EntityInfo) -> rusqlite::Result<()> {
        fn known(text: &str) -> Option<&str> {
            Some(text).filter(|text| !text.is_empty())
        }
        let sql = "UPDATE entity SET kind = ?, name_ar = ?, name_en = ?, country = ?, wikidata = ? WHERE entity = ?";
        self.transaction.prepare_cached(sql)?.execute(params![
            info.kind.name(),
            known(&info.name_ar),
            known(&info.name_en),
            info.country.as_deref(),
            known(&info.wikidata),
            entity
        ])?;
        let own = [(Lang::Ar, &info.name_ar), (Lang::En, &info.name_en)];
        let others = info.aliases.iter().map(|name| (name.lang, &name.text));
        for (lang, text) in own.into_iter().chain(others).filter(|(_, text)| !text.is_empty()) {
            self.transaction.prepare_cached("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)")?.execute(params![
                entity,
                lang.code(),
                text,
                normal_form(text)
            ])?;
        }
        Ok(())
    }

    fn try_refresh(&mut self, names: &dyn Names) -> rusqlite::Result<()> {
        let entities: Vec<(i64, String)> = {
            let mut statement = self.transaction.prepare("SELECT entity, id FROM entity")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<rusqlite::Result<_>>()?
        };
        self.transaction.execute("DELETE FROM name", [])?;
        self.transaction.execute(
            "UPDATE entity SET kind = NULL, name_ar = NULL, name_en = NULL, country = NULL, wikidata = NULL",
            [],
        )?;
        for (entity, id) in entities {
            if let Some(info) = names.info(&id) {
                self.describe(entity, &info)?;
            }
        }
        Ok(())
    }
}
