//! Paths in, documents out: files, folders, patterns and standard input, one document at a time.
//!
//! `.txt` (one document, perhaps with a header or a `manifest.csv` beside it), `.jsonl` (an object a line) and
//! `.csv` (named columns), each also packed as `.gz` or `.zst`; UTF-8, UTF-16 and the older Arabic encodings.
//! What cannot be read is an item of the stream as well: told, passed over, and the reading goes on.
//!
//! ```
//! use nisba::document::Source;
//!
//! let folder = std::env::temp_dir().join("nisba-doc-source");
//! std::fs::create_dir_all(&folder)?;
//! std::fs::write(folder.join("summit-2025-08-15.txt"), "Putin met Trump in Alaska.")?;
//! for document in Source::new([&folder]).documents() {
//!     let document = document?;
//!     assert_eq!(document.id, "summit-2025-08-15");
//!     assert_eq!(document.date, Some(jiff::civil::date(2025, 8, 15)));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod charset;
mod error;
mod ids;
mod lines;
mod manifest;
mod meta;
mod open;
mod plain;
mod table;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub use error::{Place, SourceError};

use crate::document::{Document, Lang};
use ids::Ids;
use manifest::Manifests;
use meta::Meta;
use open::Opened;
use walk::{Form, Found, Walk};

/// The bytes of one document that are read, unless told otherwise: 64 MiB.
pub const DOCUMENT_LIMIT: u64 = 64 << 20;

/// What holds for the documents that do not say it themselves.
#[derive(Clone, Copy, Debug)]
struct Options {
    date: Option<Date>,
    lang: Option<Lang>,
    limit: u64,
}

/// Where documents come from.
#[derive(Clone, Debug)]
pub struct Source {
    paths: Vec<PathBuf>,
    options: Options,
}

/// One item of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// An article to be read.
    Document(Document),
    /// A line that holds mentions or relations and no text: an article that was read before.
    Extracted(Extracted),
}

/// A line of `nisba extract`, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// Where it stands.
    pub place: Place,
    /// The JSON object.
    pub json: String,
}

impl Source {
    /// Returns a source of files, folders (walked in order of name), patterns such as `news/**/*.txt`, and `-`
    /// for standard input. A file that is met twice is read once.
    pub fn new<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Self {
        let paths = paths.into_iter().map(Into::into).collect();
        Source { paths, options: Options { date: None, lang: None, limit: DOCUMENT_LIMIT } }
    }

    /// Sets the date of documents that tell none.
    #[must_use]
    pub fn with_date(mut self, date: Option<Date>) -> Self {
        self.options.date = date;
        self
    }

    /// Sets the language of documents that tell none; otherwise it is found by their letters.
    #[must_use]
    pub fn with_lang(mut self, lang: Option<Lang>) -> Self {
        self.options.lang = lang;
        self
    }

    /// Sets how many bytes one document may have, unpacked.
    #[must_use]
    pub fn with_limit(mut self, bytes: u64) -> Self {
        self.options.limit = bytes;
        self
    }

    /// Returns the documents, and the lines that were read before.
    #[must_use]
    pub fn inputs(self) -> Inputs {
        Inputs {
            walk: Walk::new(self.paths),
            options: self.options,
            file: None,
            told: VecDeque::new(),
            manifests: Manifests::default(),
            ids: Ids::default(),
        }
    }

    /// Returns the documents; a line without text is an error here.
    pub fn documents(self) -> impl Iterator<Item = Result<Document, SourceError>> + Send {
        self.inputs().map(|input| match input? {
            Input::Document(document) => Ok(document),
            Input::Extracted(Extracted { place, .. }) => Err(SourceError::Extracted { place }),
        })
    }
}

/// One document as its file gives it.
struct Raw {
    place: Place,
    meta: Meta,
    body: Body,
}

enum Body {
    Text(String),
    Extracted(String),
}

type Documents = Box<dyn Iterator<Item = Result<Raw, SourceError>> + Send>;

/// The items of a [`Source`], in order.
pub struct Inputs {
    walk: Walk,
    options: Options,
    file: Option<(Found, Documents)>,
    told: VecDeque<SourceError>,
    manifests: Manifests,
    ids: Ids,
}

impl Inputs {
    fn open(&mut self, found: &Found) -> Result<Documents, SourceError> {
        let (place, limit) = (Place::file(found.shown.clone()), self.options.limit);
        let mut opened = open::open(found.path.as_deref(), &place)?;
        let form = if found.form == Form::Sniff { sniff(&opened) } else { found.form };
        Ok(match form {
            Form::JsonLines => Box::new(lines::Lines::new(opened, place, limit)),
            Form::Table => Box::new(table::Table::new(opened, place, limit)?),
            Form::Text | Form::Manifest | Form::Sniff => {
                let mut raw = plain::read(&mut opened, &place, limit)?;
                if let Some(path) = &found.path {
                    self.manifests.fill(&mut raw.meta, path, &found.root, limit, &mut self.told);
                }
                Box::new(std::iter::once(Ok(raw)))
            }
        })
    }

    fn start(&mut self, found: Found) -> Result<(), SourceError> {
        if found.form == Form::Manifest {
            let folder = found.path.as_deref().and_then(Path::parent).unwrap_or(&found.root);
            self.manifests.load(folder, self.options.limit, &mut self.told);
            return Ok(());
        }
        let documents = self.open(&found)?;
        self.file = Some((found, documents));
        Ok(())
    }

    /// Returns the identifier of a document: as told, else its file's name below the folder that was given, or where
    /// another file has the same, its whole path.
    fn identify(&mut self, told: Option<String>, place: &Place, found: &Found) -> Result<String, SourceError> {
        let by_name = |name: &str| match place.line {
            Some(line) => format!("{name}:{line}"),
            None => walk::stem(name).to_owned(),
        };
        let candidates = match told {
            Some(id) => vec![id],
            None => vec![by_name(&found.name), by_name(&found.shown)],
        };
        match candidates.iter().find(|id| self.ids.is_new(id)) {
            Some(id) => Ok(id.clone()),
            None => Err(SourceError::DuplicateId { place: place.clone(), id: candidates[0].clone() }),
        }
    }

    fn finish(&mut self, raw: Raw, found: &Found) -> Result<Input, SourceError> {
        let Raw { place, mut meta, body } = raw;
        let told = meta.id.take();
        match body {
            Body::Text(text) => {
                let mut document = meta.into_document(text, &place, &self.options)?;
                document.id = self.identify(told, &place, found)?;
                Ok(Input::Document(document))
            }
            Body::Extracted(json) => {
                self.identify(told, &place, found)?;
                Ok(Input::Extracted(Extracted { place, json }))
            }
        }
    }
}

impl Iterator for Inputs {
    type Item = Result<Input, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(error) = self.told.pop_front() {
                return Some(Err(error));
            }
            if let Some((found, mut documents)) = self.file.take() {
                if let Some(raw) = documents.next() {
                    let item = raw.and_then(|raw| self.finish(raw, &found));
                    self.file = Some((found, documents));
                    return Some(item);
                }
                continue;
            }
            if let Err(error) = self.walk.next()?.and_then(|found| self.start(found)) {
                self.told.push_back(error);
            }
        }
    }
}

/// Returns the form of an input that has no name: JSON Lines begin with `{`, a table with a line that names `text`.
fn sniff(opened: &Opened) -> Form {
    let head = opened.head.trim_ascii_start();
    let first = head.split(|&b| b == b'\n').next().unwrap_or_default();
    let is_text = |cell: &[u8]| cell.trim_ascii().eq_ignore_ascii_case(b"text");
    let mut cells = first.split(|b| b",;\t\"".contains(b));
    if head.starts_with(b"{") {
        Form::JsonLines
    } else if first.iter().any(|b| b",;\t".contains(b)) && cells.any(is_text) {
        Form::Table
    } else {
        Form::Text
    }
}
