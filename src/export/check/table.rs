//! Tables: records with their lines, quotation marks doubled as RFC 4180 says, backslashes as they are.

/// A row.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
}

/// A field.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) is_quoted: bool,
    /// Something stands between the closing quotation mark and the next delimiter.
    pub(super) has_rest: bool,
}

impl Record {
    pub(super) fn get(&self, column: Option<usize>) -> Option<&str> {
        self.cells.get(column?).map(|cell| cell.text.trim()).filter(|text| !text.is_empty())
    }
}

/// Returns the delimiter that the header line has most often.
pub(super) fn delimiter(text: &str) -> char {
    let header = text.lines().next().unwrap_or_default();
    let count = |delimiter: char| header.matches(delimiter).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|&delimiter| count(delimiter)).unwrap_or(',')
}

/// Returns the records; empty lines are left out.
pub(super) fn records(text: &str, delimiter: char) -> Vec<Record> {
    let mut records = Vec::new();
    let mut record = Record { line: 1, cells: Vec::new() };
    let mut cell = Cell::default();
    let (mut line, mut is_open) = (1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\n' {
            line += 1;
        }
        match c {
            '"' if is_open && chars.peek() == Some(&'"') => {
                chars.next();
                cell.text.push('"');
            }
            '"' if is_open => is_open = false,
            _ if is_open => cell.text.push(c),
            '"' if cell.text.trim().is_empty() && !cell.is_quoted => {
                cell.text.clear();
                (cell.is_quoted, is_open) = (true, true);
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' => {
                record.cells.push(std::mem::take(&mut cell));
                let done = std::mem::replace(&mut record, Record { line, cells: Vec::new() });
                records.push(done);
            }
            c if c == delimiter => record.cells.push(std::mem::take(&mut cell)),
            c => {
                cell.has_rest |= cell.is_quoted && !c.is_whitespace();
                cell.text.push(c);
            }
        }
    }
    if !cell.text.is_empty() || cell.is_quoted || !record.cells.is_empty() {
        record.cells.push(cell);
        records.push(record);
    }
    records.retain(|record| record.cells.len() > 1 || record.cells.iter().any(|cell| !cell.text.is_empty()));
    records
}

/// Returns the column of a name, in any case of letters.
pub(super) fn column(header: &Record, name: &str) -> Option<usize> {
    header.cells.iter().position(|cell| cell.text.trim().eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_have_their_lines() {
        let found = records("a;b\n\"x\n\"\"y\"\"\";C:\\\n\n\"p\\\"q\" r;s\n", ';');
        assert_eq!(found.iter().map(|record| record.line).collect::<Vec<_>>(), [1, 2, 5]);
        assert_eq!(found[1].cells[0].text, "x\n\"y\"");
        assert_eq!(found[1].cells[1].text, "C:\\");
        assert!(found[2].cells[0].has_rest);
        assert_eq!(delimiter("a;b,c;d\n"), ';');
    }
}
