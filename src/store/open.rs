//! Opening a store: found, made or brought up to date.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::Date;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::error::StoreError;

/// "NISB": what tells our files from others of SQLite.
const APPLICATION: i64 = 0x4E49_5342;

/// One script for each version, from the one before. What stands here never changes; a new version is a new script.
const MIGRATIONS: &[&str] = &[include_str!("schema.sql"), include_str!("schema_2.sql")];

/// How long the database itself waits for another writer.
pub(super) const BUSY: Duration = Duration::from_secs(1);

/// So many pages (of 4 KiB) are written to the log before they are copied into the file.
const CHECKPOINT_PAGES: i64 = 8192;

/// A store, opened to be read, or to be read and written.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
}

/// How much a store holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents.
    pub documents: u64,
    /// Documents that copy no other.
    pub texts: u64,
    /// Mentions.
    pub mentions: u64,
    /// Relations.
    pub relations: u64,
}

impl Store {
    /// Returns whether the file at `path` is a database of SQLite, and so a store or nothing of ours.
    #[must_use]
    pub fn is_at(path: &Path) -> bool {
        let mut head = [0; 16];
        File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && &head == b"SQLite format 3\0"
    }

    /// Opens the store at `path` to read it. Another program may write to it meanwhile.
    ///
    /// # Errors
    /// When there is none, or none that this release can read.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let store = Store::connect(path, flags)?;
        let version = store.version()?;
        if version == 0 {
            return Err(StoreError::Foreign { path: path.to_owned() });
        }
        Ok(store)
    }

    /// Opens the store at `path` to read and write it; makes it where there is none, and brings an older one up to date.
    ///
    /// # Errors
    /// When the file is something else, of a later release, or cannot be written.
    pub fn create(path: &Path) -> Result<Store, StoreError> {
        let is_empty = std::fs::metadata(path).map_or(true, |file| file.len() == 0);
        if !is_empty && !Store::is_at(path) {
            return Err(StoreError::Foreign { path: path.to_owned() });
        }
        let mut store = Store::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        store.set_up().map_err(|source| StoreError::from_database(path, source))?;
        store.migrate()?;
        Ok(store)
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Store, StoreError> {
        let fail = |source| StoreError::from_database(path, source);
        let connection = Connection::open_with_flags(path, flags).map_err(fail)?;
        connection.busy_timeout(BUSY).map_err(fail)?;
        connection.set_prepared_statement_cache_capacity(64);
        // A plan does not hang on the values it is asked with; else each of them may have it made anew.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(fail)?;
        // 32 MiB, however large the file grows.
        connection.pragma_update(None, "cache_size", -32_768).map_err(fail)?;
        // Checked by `check`, not at each row: a check of every row costs more than the row.
        connection.pragma_update(None, "foreign_keys", "OFF").map_err(fail)?;
        Ok(Store { connection, path: path.to_owned() })
    }

    /// Write-ahead logging: readers see the last whole batch while the next is written; a batch that was cut off is
    /// passed over. What is deleted is overwritten, so that a withdrawn text does not stay in the file.
    fn set_up(&self) -> rusqlite::Result<()> {
        self.connection.pragma_update(None, "journal_mode", "WAL")?;
        self.connection.pragma_update(None, "synchronous", "NORMAL")?;
        self.connection.pragma_update(None, "secure_delete", "ON")?;
        // Pages that every batch touches, those of indexes, are copied into the file once for many batches.
        self.connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        self.connection.pragma_update(None, "journal_size_limit", 64 << 20)
    }

    /// Returns the version of the schema, 0 for an empty file.
    fn version(&self) -> Result<i64, StoreError> {
        let pragma = |name: &str| self.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let read = || Ok::<_, rusqlite::Error>((pragma("application_id")?, pragma("user_version")?));
        let (application, version) = read().map_err(|source| self.failed(source))?;
        let tables = || self.connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
        match (application, version) {
            (APPLICATION, version) => {
                let known = MIGRATIONS.len() as i64;
                if version > known {
                    return Err(StoreError::Newer { path: self.path.clone(), version, known });
                }
                Ok(version)
            }
            (0, 0) if tables().map_err(|source| self.failed(source))? == 0 => Ok(0),
            _ => Err(StoreError::Foreign { path: self.path.clone() }),
        }
    }

    fn migrate(&mut self) -> Result<(), StoreError> {
        if self.version()? == MIGRATIONS.len() as i64 {
            return Ok(());
        }
        let path = self.path.clone();
        let fail = |source| StoreError::from_database(&path, source);
        let behavior = rusqlite::TransactionBehavior::Immediate;
        let transaction = rusqlite::Transaction::new(&mut self.connection, behavior).map_err(fail)?;
        // Another program may have done it while we waited.
        let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fail)?;
        for script in MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or_default()) {
            transaction.execute_batch(script).map_err(fail)?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION).map_err(fail)?;
        transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64).map_err(fail)?;
        transaction.commit().map_err(fail)
    }

    /// Returns how much the store holds.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let count = |sql: &str| -> Result<u64, StoreError> {
            let count: i64 = self.connection.query_row(sql, [], |row| row.get(0)).map_err(|e| self.failed(e))?;
            Ok(count.unsigned_abs())
        };
        Ok(Counts {
            documents: count("SELECT count(*) FROM document")?,
            texts: count("SELECT count(*) FROM document WHERE copy_of IS NULL")?,
            mentions: count("SELECT count(*) FROM mention")?,
            relations: count("SELECT count(*) FROM relation")?,
        })
    }

    /// Returns the day of the newest document.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn newest(&self) -> Result<Option<Date>, StoreError> {
        let newest: Option<String> = self
            .connection
            .query_row("SELECT max(date) FROM document", [], |row| row.get(0))
            .optional()
            .map_err(|source| self.failed(source))?
            .flatten();
        newest.map(|date| date.parse().map_err(|_| self.bad("date", &date))).transpose()
    }

    /// Returns what is wrong with the file, by the database's own check and ours; nothing for a sound one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn check(&self) -> Result<Vec<String>, StoreError> {
        let lines = |sql: &str, line: fn(&rusqlite::Row<'_>) -> rusqlite::Result<String>| {
            let mut statement = self.connection.prepare(sql)?;
            statement.query_map([], line)?.collect::<rusqlite::Result<Vec<String>>>()
        };
        let read = || {
            let mut found = lines("PRAGMA integrity_check", |row| row.get(0))?;
            found.retain(|line| line != "ok");
            let dangling = |row: &rusqlite::Row<'_>| {
                Ok(format!(
                    "a row of {} names one of {} that is not there",
                    row.get::<_, String>(0)?,
                    row.get::<_, String>(2)?
                ))
            };
            found.extend(lines("PRAGMA foreign_key_check", dangling)?);
            Ok(found)
        };
        read().map_err(|source| self.failed(source))
    }

    /// Returns where the store is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn failed(&self, source: rusqlite::Error) -> StoreError {
        StoreError::from_database(&self.path, source)
    }

    pub(super) fn bad(&self, what: &'static str, value: &str) -> StoreError {
        StoreError::Value { path: self.path.clone(), what, value: value.to_owned() }
    }
}
