//! Where the rows of the data files stand: a file and a line, so that an editor finds what was read.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A row of a data file: the file as it is called in messages, and the line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RowRef {
    /// The data file: `gazetteer/aliases.csv`, or a user's by its path.
    pub file: String,
    /// Its line, from 1.
    pub line: u32,
}

impl fmt::Display for RowRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// The place of a row: its file above, its line in the lower half.
pub(crate) type RowPlace = u64;

/// The files from which the rows of a gazetteer or a lexicon were read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct RowFiles {
    names: Vec<Box<str>>,
}

impl RowFiles {
    /// Notes a file; returns what to make the places of its rows from.
    pub(crate) fn open(&mut self, name: &str) -> u16 {
        let known = self.names.iter().position(|known| **known == *name);
        let index = known.unwrap_or_else(|| {
            self.names.push(name.into());
            self.names.len() - 1
        });
        u16::try_from(index).unwrap_or(u16::MAX)
    }

    /// Returns the place of a row.
    pub(crate) fn place(file: u16, line: u64) -> RowPlace {
        u64::from(file) << 32 | line.min(u64::from(u32::MAX))
    }

    /// Returns the file and line of a place.
    pub(crate) fn row(&self, place: RowPlace) -> RowRef {
        let file = self.names.get((place >> 32) as usize).map_or_else(String::new, ToString::to_string);
        RowRef { file, line: place as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_as_file_and_line() {
        let mut files = RowFiles::default();
        let (a, b) = (files.open("gazetteer/aliases.csv"), files.open("mine/aliases.csv"));
        assert_eq!(files.open("gazetteer/aliases.csv"), a);
        assert_eq!(files.row(RowFiles::place(a, 7)).to_string(), "gazetteer/aliases.csv:7");
        assert_eq!(files.row(RowFiles::place(b, 2)).to_string(), "mine/aliases.csv:2");
    }
}
