//! Months, quarters and years, and which of them a date lies in.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::document::{DatePrecision, PartialDate};
use crate::relation::NameError;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// A month of the Gregorian calendar.
    Month,
    /// January to March, April to June …
    Quarter,
    /// A year.
    Year,
}

/// A month, a quarter or a year: `2025-08`, `2025-Q3`, `2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    year: i16,
    /// From 0; the only one of a year is 0.
    part: i8,
    /// How many there are in a year.
    parts: i8,
}

impl Every {
    /// Every length.
    pub const ALL: &'static [Every] = &[Every::Month, Every::Quarter, Every::Year];

    /// Returns the name used in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Every::Month => "month",
            Every::Quarter => "quarter",
            Every::Year => "year",
        }
    }

    /// Returns the period in which the whole of `date` lies; `None` where too little of it is known.
    #[must_use]
    pub fn span(self, date: PartialDate) -> Option<Span> {
        let first = date.first_day();
        let parts: i8 = match self {
            Every::Month => 12,
            Every::Quarter => 4,
            Every::Year => 1,
        };
        let is_told = parts == 1 || date.precision() != DatePrecision::Year;
        is_told.then(|| Span { year: first.year(), part: (first.month() - 1) / (12 / parts), parts })
    }
}

impl FromStr for Every {
    type Err = NameError;

    fn from_str(word: &str) -> Result<Self, NameError> {
        Every::ALL.iter().copied().find(|every| every.name() == word).ok_or_else(|| NameError {
            word: word.to_owned(),
            what: "period",
            known: Every::ALL.iter().map(|every| every.name()).collect::<Vec<_>>().join(", "),
        })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts {
            12 => write!(f, "{:04}-{:02}", self.year, self.part + 1),
            4 => write!(f, "{:04}-Q{}", self.year, self.part + 1),
            _ => write!(f, "{:04}", self.year),
        }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(every: Every, date: &str, expected: &str) {
        let span = every.span(date.parse().unwrap());
        assert_eq!(span.map(|span| span.to_string()).unwrap_or_default(), expected, "{every:?} {date}");
    }

    #[test]
    fn a_date_lies_in_a_period_when_all_of_it_does() {
        check(Every::Month, "2025-08-31", "2025-08");
        check(Every::Month, "2025-12", "2025-12");
        check(Every::Month, "2025", "");
        check(Every::Quarter, "2025-01-01", "2025-Q1");
        check(Every::Quarter, "2025-06-30", "2025-Q2");
        check(Every::Quarter, "2025-12", "2025-Q4");
        check(Every::Quarter, "2025", "");
        check(Every::Year, "2025", "2025");
        check(Every::Year, "1999-12-31", "1999");
    }
}
