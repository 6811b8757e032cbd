//! What can go wrong with a store.

use std::path::PathBuf;

/// A store cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: there is no such store", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{}: this is no store of nisba", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file was made by a later release.
    #[error("{}: the store has version {version}, and this release knows versions up to {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: i64,
        /// The last that is known.
        known: i64,
    },
    /// Another program writes to it.
    #[error("{}: another program writes to the store", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// There is no room left.
    #[error("{}: the disk is full", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// The file may grow no further, though the disk is not full.
    #[error("{}: the file cannot be written", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
    /// A value that no release writes.
    #[error("{}: '{value}' is not a {what}", path.display())]
    Value {
        /// The file.
        path: PathBuf,
        /// What it should be.
        what: &'static str,
        /// What it is.
        value: String,
    },
    /// The database says no.
    #[error("{}: the store cannot be used", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// Returns what the user may do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            StoreError::Missing { .. } => "make one with: nisba add STORE ARTICLES",
            StoreError::Foreign { .. } => "give another name; an existing file of another kind is never written over",
            StoreError::Newer { .. } => "use the release that made it, or a later one",
            StoreError::Busy { .. } => "run it again when the other program has ended, or wait longer with --wait",
            StoreError::Full { .. } => "what was kept so far is whole; make room and run the same command again",
            StoreError::Write { .. } => {
                "what was kept so far is whole; look for a quota, a limit of the size of files or a failing disk, and run \
                 the same command again"
            }
            StoreError::Value { .. } | StoreError::Database { .. } => {
                "look at it with: sqlite3 STORE 'PRAGMA integrity_check'; what it was made from can be added to a new one"
            }
        }
    }

    /// Sorts the database's own errors by what they mean to a user.
    pub(super) fn from_database(path: &std::path::Path, source: rusqlite::Error) -> StoreError {
        use rusqlite::ErrorCode;
        use rusqlite::ffi::{SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_WRITE};
        let path = path.to_owned();
        let detail = source.sqlite_error().map(|error| error.extended_code);
        match source.sqlite_error_code() {
            _ if matches!(detail, Some(SQLITE_IOERR_WRITE | SQLITE_IOERR_FSYNC | SQLITE_IOERR_SHMSIZE)) => {
                StoreError::Write { path, source }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            Some(ErrorCode::NotADatabase) => StoreError::Foreign { path },
            _ => StoreError::Database { path, source },
        }
    }
}
