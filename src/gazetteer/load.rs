//! Reads the data files: built-in and the user's take the same road.

use std::path::{Path, PathBuf};

use serde::Deserialize;
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

/// The rows of a data file of many: those without quotation marks are read where they lie.
pub(super) trait Lines {
    /// The columns, each of which a file has once, in any order.
    const COLUMNS: &'static [&'static str];
    /// A row.
    type Row<'r>: Deserialize<'r>;
    /// Returns a row of fields, in the order of [`Lines::COLUMNS`]; `None` where one must be looked at closely.
    fn row<'r>(field: impl Fn(usize) -> &'r str) -> Option<Self::Row<'r>>;
}

const MOST_COLUMNS: usize = 16;

/// The same as [`each_row`], in a fraction of the time: a row is a line whose commas part its fields. Any other, and any
/// that is not understood, is read as [`each_row`] reads it, which also tells what is wrong with it.
pub(super) fn each_line<L: Lines>(
    file: &DataFile,
    errors: &mut Vec<RowError>,
    mut take: impl for<'r> FnMut(L::Row<'r>, u64) -> Result<(), String>,
) {
    let text = file.text.strip_prefix('\u{FEFF}').unwrap_or(&file.text);
    let mut place = At { byte: 0, line: 1 };
    let mut headers = csv::StringRecord::new();
    place.read(text, &mut headers);
    let columns = L::COLUMNS.iter().map(|column| headers.iter().position(|header| header == *column));
    let columns: Option<Vec<usize>> = columns.collect();
    let columns = columns.filter(|columns| columns.len() == headers.len() && columns.len() <= MOST_COLUMNS);
    let mut record = csv::StringRecord::new();
    while let Some(line) = place.line(text) {
        let number = place.line;
        if line.is_empty() {
            place.pass(line, text);
            continue;
        }
        let fields = columns.as_ref().and_then(|columns| fields(line, columns.len()).map(|fields| (columns, fields)));
        let outcome = match fields.and_then(|(columns, fields)| L::row(|column| fields[columns[column]])) {
            Some(row) => {
                place.pass(line, text);
                take(row, number)
            }
            None => {
                place.read(text, &mut record);
                if record.len() == headers.len() {
                    let row = record.deserialize(Some(&headers)).map_err(|error| explain(&error, &headers));
                    row.and_then(|row| take(row, number))
                } else {
                    Err(uneven(record.len(), headers.len(), &headers))
                }
            }
        };
        if let Err(problem) = outcome {
            errors.push(RowError { file: file.name.clone(), line: number, problem });
            if errors.len() > 1000 {
                return;
            }
        }
    }
}

/// Returns the fields of a line that has no quotation mark and as many as there are columns.
fn fields(line: &str, columns: usize) -> Option<[&str; MOST_COLUMNS]> {
    let mut fields = [""; MOST_COLUMNS];
    let (mut count, mut start) = (0, 0);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b',' => {
                *fields.get_mut(count)? = &line[start..at];
                (count, start) = (count + 1, at + 1);
            }
            b'"' | b'\r' => return None,
            _ => {}
        }
    }
    *fields.get_mut(count)? = &line[start..];
    (count + 1 == columns).then_some(fields)
}

/// How far a data file has been read.
struct At {
    byte: usize,
    line: u64,
}

impl At {
    /// Returns the line that begins here, without its end.
    fn line<'t>(&self, text: &'t str) -> Option<&'t str> {
        let rest = text.get(self.byte..).filter(|rest| !rest.is_empty())?;
        let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
        Some(line.strip_suffix('\r').unwrap_or(line))
    }

    /// Passes over a line and its end.
    fn pass(&mut self, line: &str, text: &str) {
        self.byte += line.len();
        self.byte += usize::from(text.as_bytes().get(self.byte) == Some(&b'\r'));
        self.byte += usize::from(text.as_bytes().get(self.byte) == Some(&b'\n'));
        self.line += 1;
    }

    /// Reads the record that begins here, which may have several lines.
    fn read(&mut self, text: &str, record: &mut csv::StringRecord) {
        let rest = &text[self.byte..];
        let mut reader = csv::ReaderBuilder::new();
        reader.has_headers(false).flexible(true).buffer_capacity(512);
        let mut reader = reader.from_reader(rest.as_bytes());
        // What is in memory and is UTF-8 can be read.
        let _ = reader.read_record(record);
        let mut length = (reader.position().byte() as usize).min(rest.len());
        if rest[..length].ends_with('\r') && rest[length..].starts_with('\n') {
            length += 1;
        }
        self.line += rest[..length].bytes().filter(|&byte| byte == b'\n').count() as u64;
        self.byte += length.max(1);
    }
}

fn uneven(fields: usize, columns: usize, headers: &csv::StringRecord) -> String {
    format!("{fields} fields where the header has {columns} ({})", headers.iter().collect::<Vec<_>>().join(","))
}

fn explain(error: &csv::Error, headers: &csv::StringRecord) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let column = err.field().and_then(|i| headers.get(i as usize)).unwrap_or("?");
            format!("column '{column}': {}", err.kind())
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            uneven(*len as usize, *expected_len as usize, headers)
        }
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Row<S = String> {
        id: S,
        size: u8,
        name: S,
    }

    struct Rows;

    impl Lines for Rows {
        const COLUMNS: &'static [&'static str] = &["id", "size", "name"];
        type Row<'r> = Row<&'r str>;
        fn row<'r>(field: impl Fn(usize) -> &'r str) -> Option<Row<&'r str>> {
            Some(Row { id: field(0), size: field(1).parse().ok()?, name: field(2) })
        }
    }

    type Seen = (Vec<(String, u8, String, u64)>, Vec<String>);

    fn slowly(text: &str) -> Seen {
        let file = DataFile { name: "rows.csv".to_owned(), text: text.to_owned().into() };
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        each_row(&file, &mut errors, |row: Row, line| {
            rows.push((row.id, row.size, row.name, line));
            Ok(())
        });
        (rows, errors.iter().map(RowError::to_string).collect())
    }

    fn quickly(text: &str) -> Seen {
        let file = DataFile { name: "rows.csv".to_owned(), text: text.to_owned().into() };
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        each_line::<Rows>(&file, &mut errors, |row: Row<&str>, line| {
            rows.push((row.id.to_owned(), row.size, row.name.to_owned(), line));
            Ok(())
        });
        (rows, errors.iter().map(RowError::to_string).collect())
    }

    #[test]
    fn lines_are_read_as_rows_are() {
        for text in [
            "id,size,name\na,1,x\nb,2,مصر\n",
            "name,id,size\nx,a,1\ny,b,2",
            "id,size,name\na,1,\"x, y\"\nb,2,\"two\nlines\"\nc,3,\"say \"\"so\"\"\"\nd,4,5\" wide\n",
            "id,size,name\na,0x1F,x\nb,many,x\nc,1\nd,1,x,y\n,2,\n",
            "id,size\na,1\n",
            "id,size,name,more\na,1,x,y\n",
            "id,size,name\n",
            "\u{FEFF}id,size,name\na,1,x\n",
            "",
        ] {
            assert_eq!(quickly(text), slowly(text), "{text}");
        }
        // Lines that end as elsewhere, and empty ones: their rows are the same, and the lines told are those of the rows.
        let (rows, errors) = quickly("id,size,name\r\na,1,x\r\n\r\nb,2,\"y\"\r\nc,z,\r\nd,4,z\r\n");
        let seen: Vec<(&str, u64)> = rows.iter().map(|(id, _, _, line)| (id.as_str(), *line)).collect();
        assert_eq!(seen, [("a", 2), ("b", 4), ("d", 6)]);
        assert!(errors.len() == 1 && errors[0].starts_with("rows.csv:5: column 'size'"), "{errors:?}");
    }
}
