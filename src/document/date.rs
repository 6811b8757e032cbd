//! Calendar dates known to the day, the month or only the year.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A Gregorian date cut to what is known: `2025-08-17`, `2025-08` or `2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    month: i8,
    day: i8,
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DatePrecision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// The full day.
    Day,
}

/// The text is not a date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY")]
pub struct DateError(pub String);

impl DatePrecision {
    /// Returns `day`, `month` or `year`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DatePrecision::Day => "day",
            DatePrecision::Month => "month",
            DatePrecision::Year => "year",
        }
    }
}

impl PartialDate {
    /// Returns a date known to the day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        PartialDate { year: date.year(), month: date.month(), day: date.day() }
    }

    /// Returns a date known to the month, or `None` when `month` is not in 1..=12.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok()?;
        Some(PartialDate { year, month, day: 0 })
    }

    /// Returns a date known to the year.
    #[must_use]
    pub fn year(year: i16) -> Self {
        PartialDate { year, month: 0, day: 0 }
    }

    /// Returns the date as one number, greater than 0.
    pub(crate) fn packed(self) -> u32 {
        let [high, low] = self.year.to_be_bytes();
        // A year alone has neither month nor day; the lowest bit keeps the year 0 from being nothing.
        u32::from_be_bytes([high, low, self.month as u8, (self.day as u8) << 1 | 1])
    }

    /// Returns the date that a number stands for; 0 is none.
    pub(crate) fn unpacked(packed: u32) -> Option<Self> {
        let [high, low, month, day] = packed.to_be_bytes();
        let date = PartialDate { year: i16::from_be_bytes([high, low]), month: month as i8, day: (day >> 1) as i8 };
        let real = Date::new(date.year, date.month.max(1), date.day.max(1)).is_ok();
        (day & 1 == 1 && real).then_some(date)
    }

    /// Returns how much of the date is known.
    #[must_use]
    pub fn precision(self) -> DatePrecision {
        match (self.month, self.day) {
            (0, _) => DatePrecision::Year,
            (_, 0) => DatePrecision::Month,
            _ => DatePrecision::Day,
        }
    }

    /// Returns the first day of the period.
    ///
    /// # Panics
    /// Never: the constructors accept real dates only.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.max(1), self.day.max(1)).expect("constructors accept real dates only")
    }

    /// Returns the last day of the period.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self.precision() {
            DatePrecision::Day => self.first_day(),
            DatePrecision::Month => self.first_day().last_of_month(),
            DatePrecision::Year => self.first_day().last_of_year(),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        PartialDate::day(date)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision() {
            DatePrecision::Year => write!(f, "{:04}", self.year),
            DatePrecision::Month => write!(f, "{:04}-{:02}", self.year, self.month),
            DatePrecision::Day => write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let fail = || DateError(text.to_owned());
        let number = |part: &str, width: usize| -> Result<i16, DateError> {
            if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(fail());
            }
            part.parse().map_err(|_| fail())
        };
        let mut parts = text.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?;
        let Some(month) = parts.next() else {
            return Date::new(year, 1, 1).map(|_| PartialDate::year(year)).map_err(|_| fail());
        };
        let month = i8::try_from(number(month, 2)?).map_err(|_| fail())?;
        let Some(day) = parts.next() else {
            return PartialDate::month(year, month).ok_or_else(fail);
        };
        let day = i8::try_from(number(day, 2)?).map_err(|_| fail())?;
        if parts.next().is_some() {
            return Err(fail());
        }
        Date::new(year, month, day).map(PartialDate::day).map_err(|_| fail())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(DatePrecision, &str, &str)>) {
        let read: Option<PartialDate> = text.parse().ok();
        let seen = read.map(|d| (d.precision(), d.first_day().to_string(), d.last_day().to_string()));
        assert_eq!(seen, expected.map(|(p, a, b)| (p, a.to_owned(), b.to_owned())), "{text}");
        if let Some(date) = read {
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn dates_keep_their_precision() {
        check("2024-02-29", Some((DatePrecision::Day, "2024-02-29", "2024-02-29")));
        check("2024-02", Some((DatePrecision::Month, "2024-02-01", "2024-02-29")));
        check("2013", Some((DatePrecision::Year, "2013-01-01", "2013-12-31")));
        for bad in ["", "13", "2024-13", "2023-02-29", "2024-2-1", "2024-02-01-", "٢٠٢٤", "2024-02-01T00:00"] {
            check(bad, None);
        }
    }
}
