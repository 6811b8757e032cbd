//! What can be wrong with an input, where it stands, and what to do about it.

use std::fmt;
use std::io;
use std::sync::Arc;

/// A file, and the line in it where one is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file as the user named it, or `<stdin>`.
    pub file: Arc<str>,
    /// Line number, from 1.
    pub line: Option<u64>,
}

impl Place {
    /// Returns a place without a line.
    #[must_use]
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Place { file: file.into(), line: None }
    }

    /// Returns the place of a line of the same file.
    #[must_use]
    pub fn at(&self, line: u64) -> Self {
        Place { file: Arc::clone(&self.file), line: Some(line) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// One input that could not be read. The message says where and what, [`SourceError::hint`] what to do;
/// the rest of the input is read all the same.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The operating system refused, or the compressed data is damaged.
    #[error("{place}: cannot be read")]
    Unreadable {
        /// Where.
        place: Place,
        /// Why.
        source: io::Error,
    },
    /// A pattern that matches no file.
    #[error("{place}: the pattern matches no file")]
    NoMatch {
        /// The pattern.
        place: Place,
    },
    /// A pattern that cannot be read.
    #[error("{place}: not a pattern")]
    Pattern {
        /// The pattern.
        place: Place,
        /// Why.
        source: glob::PatternError,
    },
    /// A folder in which no readable file stands.
    #[error("{place}: no text in this folder")]
    NoText {
        /// The folder.
        place: Place,
    },
    /// A file given by name whose extension is not known.
    #[error("{place}: unknown kind of file")]
    UnknownExtension {
        /// The file.
        place: Place,
    },
    /// Not a text at all.
    #[error("{place}: not a text but {what}")]
    Binary {
        /// The file.
        place: Place,
        /// What it seems to be.
        what: &'static str,
    },
    /// Text in a broken encoding.
    #[error("{place}: broken UTF-8 at byte {byte} of the text")]
    Encoding {
        /// The file or line.
        place: Place,
        /// Offset of the first wrong byte, from the start of the file or line.
        byte: usize,
    },
    /// More than the limit of bytes in one document.
    #[error("{place}: more than {limit} bytes in one document")]
    TooLarge {
        /// The file or line.
        place: Place,
        /// The limit in bytes.
        limit: u64,
    },
    /// A line that is not the JSON object it should be.
    #[error("{place}: broken JSON")]
    Json {
        /// The line.
        place: Place,
        /// Why.
        source: serde_json::Error,
    },
    /// A row that does not have the cells the header promises.
    #[error("{place}: {found} cells where the header names {expected}")]
    Row {
        /// The row.
        place: Place,
        /// Cells of the header.
        expected: u64,
        /// Cells of the row.
        found: u64,
    },
    /// A table without a column that must be there.
    #[error("{place}: no column '{column}' (found: {found})")]
    MissingColumn {
        /// The header.
        place: Place,
        /// What is missing.
        column: &'static str,
        /// The columns that are there.
        found: String,
    },
    /// A JSON object without a key that must be there.
    #[error("{place}: no \"{key}\" in the object")]
    MissingKey {
        /// The line.
        place: Place,
        /// What is missing.
        key: &'static str,
    },
    /// A document's date that is no date.
    #[error("{place}: '{value}' is not the date of a day")]
    BadDate {
        /// Where it stands.
        place: Place,
        /// What stands there.
        value: String,
    },
    /// A language that is not read.
    #[error("{place}: '{value}' is not a language that is read here")]
    BadLanguage {
        /// Where it stands.
        place: Place,
        /// What stands there.
        value: String,
    },
    /// Nothing to read.
    #[error("{place}: the text is empty")]
    EmptyText {
        /// The file or line.
        place: Place,
    },
    /// A front-matter header that does not end, or a line of it that is not `key: value`.
    #[error("{place}: the header between '---' lines is broken: {what}")]
    Header {
        /// The line.
        place: Place,
        /// What is wrong.
        what: String,
    },
    /// A manifest row for a file that is not there.
    #[error("{place}: the manifest names '{file}', which is not there")]
    MissingFile {
        /// The row.
        place: Place,
        /// The name in it.
        file: String,
    },
    /// An identifier that another document of the run has.
    #[error("{place}: a document with the id '{id}' was read before")]
    DuplicateId {
        /// The second document.
        place: Place,
        /// The identifier.
        id: String,
    },
    /// The program itself stumbled over an input.
    #[error("{place}: the program failed on this document, which is a mistake of its own")]
    Defect {
        /// The document's id, or the line.
        place: Place,
    },
    /// A line that holds relations but no text, where a text is needed.
    #[error("{place}: a line of extracted relations, without its text")]
    Extracted {
        /// The line.
        place: Place,
    },
}

impl SourceError {
    /// Returns where the trouble is.
    #[must_use]
    pub fn place(&self) -> &Place {
        match self {
            SourceError::Unreadable { place, .. }
            | SourceError::NoMatch { place }
            | SourceError::Pattern { place, .. }
            | SourceError::NoText { place }
            | SourceError::UnknownExtension { place }
            | SourceError::Binary { place, .. }
            | SourceError::Encoding { place, .. }
            | SourceError::TooLarge { place, .. }
            | SourceError::Json { place, .. }
            | SourceError::Row { place, .. }
            | SourceError::MissingColumn { place, .. }
            | SourceError::MissingKey { place, .. }
            | SourceError::BadDate { place, .. }
            | SourceError::BadLanguage { place, .. }
            | SourceError::EmptyText { place }
            | SourceError::Header { place, .. }
            | SourceError::MissingFile { place, .. }
            | SourceError::DuplicateId { place, .. }
            | SourceError::Defect { place }
            | SourceError::Extracted { place } => place,
        }
    }

    /// Returns what a user can do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            SourceError::Unreadable { source, .. } => match source.kind() {
                io::ErrorKind::NotFound => "check the spelling of the path, and where you run the command",
                io::ErrorKind::PermissionDenied => "check the permissions of the file (ls -l)",
                _ => "the file may be damaged or cut off: fetch or pack it again",
            },
            SourceError::NoMatch { .. } => "quote the pattern, and try it with ls",
            SourceError::Pattern { .. } => "write * for any name, ** for any folders, ? for one letter",
            SourceError::NoText { .. } => "files that are read: .txt, .jsonl, .csv, each also .gz or .zst",
            SourceError::UnknownExtension { .. } => {
                "files that are read: .txt, .jsonl, .csv, each also .gz or .zst; or send the text to standard input: nisba … - < FILE"
            }
            SourceError::Binary { what, .. } => match *what {
                "a PDF" => "turn it into text first: pdftotext FILE.pdf FILE.txt",
                _ => "save it as plain text (.txt) first",
            },
            SourceError::Encoding { .. } => "find the cut or broken letter, or drop it: iconv -c -f UTF-8 -t UTF-8",
            SourceError::TooLarge { .. } => {
                "split it: one article a file, or one article a line of .jsonl; or allow more: --max-document MIB"
            }
            SourceError::Json { .. } => "one whole object a line: {\"id\": \"…\", \"text\": \"…\"}; jq -c . puts it so",
            SourceError::Row { .. } => "put cells that hold commas, quotes or line breaks between double quotes",
            SourceError::MissingColumn { .. } => {
                "the first row must name the columns: id,date,title,publisher,url,lang,text for articles, file,… for a manifest"
            }
            SourceError::MissingKey { .. } => "each line needs the article under \"text\"",
            SourceError::BadDate { .. } => "write YYYY-MM-DD, or leave it empty when it is unknown",
            SourceError::BadLanguage { .. } => "write ar or en, or leave it empty to have it found",
            SourceError::EmptyText { .. } => "remove it, or fill in the article",
            SourceError::Header { .. } => {
                "write 'key: value' lines (id, date, title, publisher, url, lang) and close with '---'"
            }
            SourceError::MissingFile { .. } => "correct the name, or remove the row",
            SourceError::DuplicateId { .. } => "give each document its own id; the first one was kept",
            SourceError::Defect { .. } => "all others are read; please report it, with the text if you may",
            SourceError::Extracted { .. } => {
                "it was read already; to keep texts beside relations use nisba extract --with-text"
            }
        }
    }
}
