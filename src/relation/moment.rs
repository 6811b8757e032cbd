//! The days between which an event lies.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::document::PartialDate;

/// A day, or the days from the first to the last on which it may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Moment {
    pub(super) fn day(day: Date) -> Moment {
        Moment { first: day, last: day }
    }

    pub(super) fn month(year: i16, month: i8) -> Option<Moment> {
        PartialDate::month(year, month).map(Moment::from)
    }

    pub(super) fn year(year: i16) -> Moment {
        PartialDate::year(year).into()
    }

    /// The days around `middle`, `reach` of them on each side.
    pub(super) fn around(middle: Date, reach: i64) -> Option<Moment> {
        Some(Moment { first: middle.checked_sub(reach.days()).ok()?, last: middle.checked_add(reach.days()).ok()? })
    }

    pub(super) fn as_day(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }

    /// Returns whether every day of it is one of the other's.
    pub(super) fn is_within(self, other: Moment) -> bool {
        other.first <= self.first && self.last <= other.last
    }

    /// The month of a day; what is known less exactly stays as it is.
    pub(super) fn cut_to_month(self) -> Moment {
        match self.as_day() {
            Some(day) => Moment { first: day.first_of_month(), last: day.last_of_month() },
            None => self,
        }
    }

    /// Returns the date, cut to what is known; of a week the month in which its middle lies.
    #[must_use]
    pub fn partial(self) -> PartialDate {
        const MONTH: i32 = 31;
        if let Some(day) = self.as_day() {
            return day.into();
        }
        let days = (self.last - self.first).get_days();
        if days > MONTH {
            return PartialDate::year(self.first.year());
        }
        let middle = self.first.checked_add((days / 2).days()).unwrap_or(self.first);
        PartialDate::month(middle.year(), middle.month()).unwrap_or_else(|| middle.into())
    }

    /// Of two tellings of one event the date that says more, where they do not contradict each other; else the first.
    pub(super) fn finer(first: Option<Moment>, second: Option<Moment>) -> Option<Moment> {
        match (first, second) {
            (None, date) | (date, None) => date,
            (Some(a), Some(b)) if b.is_within(a) => Some(b),
            (Some(a), Some(_)) => Some(a),
        }
    }
}

impl From<PartialDate> for Moment {
    fn from(date: PartialDate) -> Moment {
        Moment { first: date.first_day(), last: date.last_day() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DatePrecision;

    #[test]
    fn a_moment_is_told_as_exactly_as_it_is_known() {
        let moment = |text: &str| Moment::from(text.parse::<PartialDate>().unwrap());
        for text in ["2025-08-17", "2024-02", "2013"] {
            assert_eq!(moment(text).partial().to_string(), text);
        }
        let week = Moment::around("2015-08-10".parse().unwrap(), 6).unwrap();
        assert_eq!(week.partial().to_string(), "2015-08");
        assert_eq!(Moment::finer(Some(week), Some(moment("2015-08-12"))), Some(moment("2015-08-12")));
        assert_eq!(Moment::finer(Some(week), Some(moment("2014"))), Some(week));
        assert_eq!(moment("2015-08-12").cut_to_month().partial().precision(), DatePrecision::Month);
    }
}
