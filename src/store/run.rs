//! Runs: when what was added, by which release and with what knowledge.

use rusqlite::params;

use super::error::StoreError;
use super::open::Store;
use super::write::Batch;

/// One run of a program that adds to a store or removes from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it began (UTC, RFC 3339); the library asks no clock.
    pub started: String,
    /// The program and its version.
    pub program: String,
    /// The digest of the gazetteer and lexicon it reads with.
    pub knowledge: String,
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunCounts {
    /// Documents that the store did not have.
    pub added: u64,
    /// Documents that it had with other content.
    pub changed: u64,
    /// Documents that it had.
    pub unchanged: u64,
    /// Documents that were taken out.
    pub removed: u64,
    /// Inputs that could not be read.
    pub skipped: u64,
}

impl Batch<'_> {
    /// Notes that a run begins; returns its number. Documents of this batch and later ones belong to it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin_run(&mut self, run: &Run) -> Result<i64, StoreError> {
        let sql = "INSERT INTO run (started, program, knowledge) VALUES (?, ?, ?)";
        self.execute(sql, params![run.started, run.program, run.knowledge])?;
        Ok(self.transaction.last_insert_rowid())
    }

    /// Notes what a run did and when it ended.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end_run(&mut self, run: i64, ended: &str, counts: RunCounts) -> Result<(), StoreError> {
        let RunCounts { added, changed, unchanged, removed, skipped } = counts;
        let [added, changed, unchanged, removed, skipped] =
            [added, changed, unchanged, removed, skipped].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        let sql =
            "UPDATE run SET ended = ?, added = ?, changed = ?, unchanged = ?, removed = ?, skipped = ? WHERE run = ?";
        self.execute(sql, params![ended, added, changed, unchanged, removed, skipped, run])
    }
}

impl Store {
    /// Returns the digest of the knowledge that the last run read with; `None` before the first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_knowledge(&self) -> Result<Option<String>, StoreError> {
        use rusqlite::OptionalExtension as _;
        let sql = "SELECT knowledge FROM run ORDER BY run DESC LIMIT 1";
        self.connection.query_row(sql, [], |row| row.get(0)).optional().map_err(|e| self.failed(e))
    }
}
