//! Reads the data files: built-in and the user's take the same road.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

/// A row of a data file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct RowError {
    /// The data file.
    pub file: String,
    /// Its line, from 1.
    pub line: u64,
    /// What is wrong, naming column and value, and how to mend it.
    pub problem: String,
}

/// The data files cannot be used; every bad row is listed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KnowledgeError {
    /// A file or folder cannot be read.
    #[error("cannot read {}: {cause}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// Rows are wrong.
    #[error("{} bad row(s) in the data files:\n{}", .0.len(), .0.iter().map(|e| format!("  {e}")).collect::<Vec<_>>().join("\n"))]
    Rows(Vec<RowError>),
}

/// One data file: its name as told in errors, and its text.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Name in messages.
    pub name: String,
    /// CSV text with a header row.
    pub text: std::borrow::Cow<'static, str>,
}

impl DataFile {
    /// A file inside the program.
    #[must_use]
    pub fn embedded(name: &str, text: &'static str) -> DataFile {
        DataFile { name: name.to_owned(), text: text.into() }
    }

    /// Reads `dir/name`, where it exists.
    ///
    /// # Errors
    /// When the file exists and cannot be read as UTF-8.
    pub fn optional(dir: &Path, name: &str) -> Result<Option<DataFile>, KnowledgeError> {
        let path = dir.join(name);
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(Some(DataFile { name: path.display().to_string(), text: text.into() })),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(KnowledgeError::Unreadable { path, cause }),
        }
    }
}

/// Calls `take` with each row of `file` and its line; rows that do not fit the columns go to `errors`,
/// as do those that `take` refuses.
pub fn each_row<T: DeserializeOwned>(
    file: &DataFile,
    errors: &mut Vec<RowError>,
    mut take: impl FnMut(T, u64) -> Result<(), String>,
) {
    let mut reader = csv::ReaderBuilder::new().comment(None).from_reader(file.text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            errors.push(RowError { file: file.name.clone(), line: 1, problem: error.to_string() });
            return;
        }
    };
    let mut record = csv::StringRecord::new();
    loop {
        let at = reader.position().line();
        let outcome = reader.read_record(&mut record);
        let line = record.position().map_or(at, csv::Position::line);
        let outcome = match outcome {
            Ok(false) => return,
            Ok(true) => record
                .deserialize::<T>(Some(&headers))
                .map_err(|error| explain(&error, &headers))
                .and_then(|row| take(row, line)),
            Err(error) => Err(explain(&error, &headers)),
        };
        if let Err(problem) = outcome {
            errors.push(RowError { file: file.name.clone(), line, problem });
            if errors.len() > 1000 {
                return;
            }
        }
    }
}

fn explain(error: &csv::Error, headers: &csv::StringRecord) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let column = err.field().and_then(|i| headers.get(i as usize)).unwrap_or("?");
            format!("column '{column}': {}", err.kind())
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!(
                "{len} fields where the header has {expected_len} ({})",
                headers.iter().collect::<Vec<_>>().join(",")
            )
        }
        _ => error.to_string(),
    }
}
