//! CSV tables: a header that names the columns, one document a row.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::ByteRecord;

use super::error::{Place, SourceError};
use super::meta::Meta;
use super::open::Opened;
use super::{Body, Raw, charset};

/// A reader that fails when one row takes more bytes than it may.
struct Budget<R> {
    inner: R,
    left: Arc<AtomicU64>,
}

impl<R: Read> Read for Budget<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        let left = self.left.load(Ordering::Relaxed);
        if count as u64 > left {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.left.store(left - count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// A table of any columns, row by row, each cell text.
pub(super) struct Rows {
    reader: csv::Reader<Budget<Box<dyn io::BufRead + Send>>>,
    columns: Vec<String>,
    left: Arc<AtomicU64>,
    limit: u64,
    place: Place,
    record: ByteRecord,
    ended: bool,
}

impl Rows {
    /// Reads the header.
    pub(super) fn new(opened: Opened, place: Place, limit: u64) -> Result<Self, SourceError> {
        let left = Arc::new(AtomicU64::new(limit));
        let delimiter = delimiter(&opened.head);
        let budget = Budget { inner: opened.reader, left: Arc::clone(&left) };
        let reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(budget);
        let record = ByteRecord::new();
        let mut rows = Rows { reader, columns: Vec::new(), left, limit, place, record, ended: false };
        let (_, header) = rows.next().unwrap_or_else(|| Err(SourceError::EmptyText { place: rows.place.clone() }))?;
        rows.columns = header.into_iter().map(|(_, name)| name.trim().to_lowercase()).collect();
        Ok(rows)
    }

    /// Returns an error when a column is missing.
    pub(super) fn require(&self, column: &'static str) -> Result<(), SourceError> {
        if self.columns.iter().any(|name| name == column) {
            return Ok(());
        }
        let found = self.columns.iter().map(|name| name.chars().take(40).collect()).collect::<Vec<String>>().join(", ");
        Err(SourceError::MissingColumn { place: self.place.at(1), column, found })
    }

    /// Returns the error of a reading that failed, and whether the next row can still be read.
    fn fail(&mut self, error: csv::Error, place: Place) -> SourceError {
        match error.into_kind() {
            csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
                let place = pos.map_or(place, |at| self.place.at(at.line()));
                SourceError::Row { place, expected: expected_len, found: len }
            }
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                self.ended = true;
                SourceError::TooLarge { place, limit: self.limit }
            }
            csv::ErrorKind::Io(source) => {
                self.ended = true;
                SourceError::Unreadable { place, source }
            }
            other => {
                self.ended = true;
                let source = io::Error::other(format!("{other:?}"));
                SourceError::Unreadable { place, source }
            }
        }
    }
}

/// One row: where it stands, and its cells with the column each stands in.
type Cells = (Place, Vec<(String, String)>);

impl Iterator for Rows {
    type Item = Result<Cells, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        self.left.store(self.limit, Ordering::Relaxed);
        let line = self.reader.position().line();
        match self.reader.read_byte_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => {
                let place = self.place.at(line);
                return Some(Err(self.fail(error, place)));
            }
        }
        let place = self.place.at(self.record.position().map_or(line, csv::Position::line));
        // The cells of a row are decoded together: short ones alone do not tell their encoding.
        let whole = match charset::decode(self.record.as_slice()) {
            Ok(whole) => whole,
            Err(byte) => return Some(Err(SourceError::Encoding { place, byte })),
        };
        let cells: Result<Vec<String>, usize> = match whole {
            std::borrow::Cow::Borrowed(_) => {
                self.record.iter().map(|cell| Ok(String::from_utf8_lossy(cell).into_owned())).collect()
            }
            std::borrow::Cow::Owned(_) => charset::decode_cells(self.record.as_slice(), self.record.iter()),
        };
        let cells = match cells {
            Ok(cells) => cells,
            Err(byte) => return Some(Err(SourceError::Encoding { place, byte })),
        };
        let names = self.columns.iter().cloned().chain(std::iter::repeat(String::new()));
        Some(Ok((place, names.zip(cells).collect())))
    }
}

/// Returns the delimiter of a table: the most frequent of `,`, `;` and tab in its first line.
fn delimiter(head: &[u8]) -> u8 {
    let first = head.split(|&b| b == b'\n').next().unwrap_or_default();
    let count = |delimiter| first.iter().filter(|&&b| b == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// The documents of one table.
pub(super) struct Table {
    rows: Rows,
    any: bool,
    ended: bool,
}

impl Table {
    pub(super) fn new(opened: Opened, place: Place, limit: u64) -> Result<Self, SourceError> {
        let rows = Rows::new(opened, place, limit)?;
        rows.require("text")?;
        Ok(Table { rows, any: false, ended: false })
    }
}

impl Iterator for Table {
    type Item = Result<Raw, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let Some(row) = self.rows.next() else {
            self.ended = true;
            return (!self.any).then(|| Err(SourceError::EmptyText { place: self.rows.place.clone() }));
        };
        self.any = true;
        Some(row.map(|(place, cells)| {
            let (mut meta, mut text) = (Meta::default(), String::new());
            for (column, cell) in cells {
                if column == "text" {
                    text = cell;
                } else {
                    meta.set(&column, &cell, &place);
                }
            }
            Raw { place, meta, body: Body::Text(text) }
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_told_by_the_header() {
        assert_eq!(delimiter(b"id,text\n1;2;3"), b',');
        assert_eq!(delimiter(b"id;text\n"), b';');
        assert_eq!(delimiter(b"id\ttext\n"), b'\t');
        assert_eq!(delimiter(b"text"), b',');
    }
}
