//! Dates that a sentence names, resolved against the day of the document.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Duration, ToSpan};

use super::unit::Unit;
use crate::document::{Lang, PartialDate};
use crate::lexicon::{Class, Period};
use crate::text::Tokens;

/// A date expression: where it stands, and what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// The unit where it begins.
    pub(super) at: usize,
    /// The day, month or year if the relation is past.
    pub(super) past: PartialDate,
    /// The same if the relation is planned.
    pub(super) future: PartialDate,
}

/// Returns the date expressions of a sentence, in order.
pub(super) fn dates(tokens: &Tokens, units: &[Unit], lang: Lang, today: Option<Date>) -> Vec<When> {
    let reader = DateReader { tokens, units, lang, today };
    let mut out = Vec::new();
    let mut at = 0;
    while at < units.len() {
        match reader.read(at) {
            Some((when, end)) => {
                out.push(when);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    out
}

struct DateReader<'u> {
    tokens: &'u Tokens,
    units: &'u [Unit],
    lang: Lang,
    today: Option<Date>,
}

impl DateReader<'_> {
    fn number(&self, at: usize) -> Option<i16> {
        let unit = self.units.get(at)?;
        if unit.end != unit.start + 1 {
            return None;
        }
        let form = self.tokens.form(&self.tokens.tokens[unit.start]);
        let digits = form.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let ordinal = digits > 0 && matches!(&form[digits..], b"" | b"st" | b"nd" | b"rd" | b"th");
        if !ordinal || digits > 4 {
            return None;
        }
        std::str::from_utf8(&form[..digits]).ok()?.parse().ok()
    }

    fn year(&self, at: usize) -> Option<i16> {
        self.number(at).filter(|year| (1900..=2100).contains(year))
    }

    fn month(&self, at: usize) -> Option<i8> {
        self.units.get(at)?.classes.iter().find_map(|class| match class {
            Class::Month(month) => Some(*month as i8),
            _ => None,
        })
    }

    fn day_of_month(&self, at: usize) -> Option<i8> {
        self.number(at).filter(|day| (1..=31).contains(day)).map(|day| day as i8)
    }

    /// Past marks or commas.
    fn over_marks(&self, mut at: usize) -> usize {
        while self.units.get(at).is_some_and(Unit::is_comma) {
            at += 1;
        }
        at
    }

    fn read(&self, at: usize) -> Option<(When, usize)> {
        self.month_date(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.relative_day(at))
            .or_else(|| self.period(at))
            .or_else(|| self.bare_year(at))
    }

    /// 12 فبراير 2025, "February 12, 2025", فبراير 2025, "in February".
    fn month_date(&self, at: usize) -> Option<(When, usize)> {
        let (month, mut day, mut end) = if let Some(day) = self.day_of_month(at) {
            // 7 و8 فبراير, 15 و16 من الشهر: the first day counts.
            let mut next = at + 1;
            let joins = |unit: &Unit| unit.is(Class::Conj) || unit.is_mark();
            if self.units.get(next).is_some_and(joins) && self.day_of_month(next + 1).is_some() {
                next += 2;
            }
            if self.units.get(next).is_some_and(|unit| unit.has(|class| matches!(class, Class::Prep(_))))
                && self.month(next + 1).is_some()
            {
                next += 1;
            }
            (self.month(next)?, Some(day), next + 1)
        } else {
            (self.month(at)?, None, at + 1)
        };
        // يناير/كانون الثاني: the other family's name behind it.
        let next = self.over_marks(end);
        if self.month(next) == Some(month) {
            end = next + 1;
        }
        if day.is_none()
            && self.lang == Lang::En
            && let Some(number) = self.day_of_month(end)
        {
            day = Some(number);
            end += 1;
        }
        let next = self.over_marks(end);
        let mut year = self.year(next);
        if year.is_some() {
            end = next + 1;
        } else if self.units.get(end).is_some_and(|unit| unit.is(Class::Period(Period::Year)))
            && self.year(end + 1).is_some()
        {
            year = self.year(end + 1);
            end += 2;
        }
        let date = |year: i16| match day {
            Some(day) => Date::new(year, month, day).ok().map(PartialDate::day),
            None => PartialDate::month(year, month),
        };
        if let Some(year) = year {
            let date = date(year)?;
            return Some((When { at, past: date, future: date }, end));
        }
        let today = self.today?;
        // "may" the verb and "march" the noun need a day or a preposition, which the lexicon cannot tell: skip.
        if self.lang == Lang::En
            && day.is_none()
            && !self.units[at].start.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.tokens.form(&self.tokens.tokens[before]),
                    b"in" | b"last" | b"next" | b"since" | b"early" | b"late" | b"of"
                )
            })
        {
            return None;
        }
        let next_mark = self.direction(end);
        let nearest = |future: bool| -> Option<PartialDate> {
            let this = date(today.year())?;
            if future && this.last_day() < today {
                return date(today.year() + 1);
            }
            if !future && this.first_day() > today {
                return date(today.year() - 1);
            }
            Some(this)
        };
        let (past, future) = match next_mark {
            Some(true) => (nearest(true)?, nearest(true)?),
            Some(false) => (nearest(false)?, nearest(false)?),
            None => (nearest(false)?, nearest(true)?),
        };
        Some((When { at, past, future }, end))
    }

    /// المقبل or الماضي behind an expression: `Some(true)` for the future.
    fn direction(&self, at: usize) -> Option<bool> {
        let unit = self.units.get(at)?;
        if unit.is(Class::Next) {
            Some(true)
        } else if unit.is(Class::Last) {
            Some(false)
        } else {
            None
        }
    }

    fn before(&self, at: usize) -> Option<bool> {
        at.checked_sub(1).and_then(|before| self.direction(before))
    }

    fn weekday(&self, at: usize) -> Option<(When, usize)> {
        let number = self.units.get(at)?.classes.iter().find_map(|class| match class {
            Class::Weekday(number) => Some(*number),
            _ => None,
        })?;
        let today = self.today?;
        let wanted = Weekday::from_monday_one_offset(number as i8).ok()?;
        let behind = if self.lang == Lang::En { self.before(at) } else { self.direction(at + 1) };
        // Back to the last such day, today included; forward to the next.
        let back = i64::from(today.weekday().since(wanted));
        let ahead = i64::from(wanted.since(today.weekday()));
        let last =
            today.checked_sub(Duration::new().days(if back == 0 && behind == Some(false) { 7 } else { back })).ok()?;
        let next =
            today.checked_add(Duration::new().days(if ahead == 0 && behind == Some(true) { 7 } else { ahead })).ok()?;
        let (past, future) = match behind {
            Some(true) => (next, next),
            Some(false) => (last, last),
            None => (last, next),
        };
        let end = if behind.is_some() && self.lang == Lang::Ar { at + 2 } else { at + 1 };
        // A weekday with its date (الاثنين 15 أغسطس) leaves the word to the date.
        if self.month_date(end).is_some() {
            return None;
        }
        Some((When { at, past: past.into(), future: future.into() }, end))
    }

    fn relative_day(&self, at: usize) -> Option<(When, usize)> {
        let offset = self.units.get(at)?.classes.iter().find_map(|class| match class {
            Class::Day(offset) => Some(*offset),
            _ => None,
        })?;
        let today = self.today?;
        // اليوم الاثنين is one expression.
        let day = today.checked_add(i64::from(offset).days()).ok()?;
        let named = self.units.get(at + 1).is_some_and(|unit| unit.has(|class| matches!(class, Class::Weekday(_))));
        let end = if named { at + 2 } else { at + 1 };
        Some((When { at, past: day.into(), future: day.into() }, end))
    }

    /// الأسبوع المقبل, "last month", العام الماضي.
    fn period(&self, at: usize) -> Option<(When, usize)> {
        let period = self.units.get(at)?.classes.iter().find_map(|class| match class {
            Class::Period(period) => Some(*period),
            _ => None,
        })?;
        if period == Period::Year
            && let Some(year) = self.year(at + 1)
        {
            let date = PartialDate::year(year);
            return Some((When { at, past: date, future: date }, at + 2));
        }
        let today = self.today?;
        let direction = if self.lang == Lang::En { self.before(at) } else { self.direction(at + 1) };
        let this = if self.lang == Lang::En {
            at > 0 && self.units[at - 1].is(Class::This)
        } else {
            self.units.get(at + 1).is_some_and(|unit| unit.is(Class::This))
        };
        let step = match direction {
            Some(true) => 1,
            Some(false) => -1,
            None if this => 0,
            None => return None,
        };
        let moved = match period {
            Period::Week => today.checked_add((step * 7).days()).ok()?,
            Period::Month => today.checked_add(step.months()).ok()?,
            Period::Year => today.checked_add(step.years()).ok()?,
        };
        let date = match period {
            Period::Year => PartialDate::year(moved.year()),
            _ => PartialDate::month(moved.year(), moved.month())?,
        };
        let end = if self.lang == Lang::Ar { at + 2 } else { at + 1 };
        Some((When { at, past: date, future: date }, end))
    }

    /// في 2014, "in 2014".
    fn bare_year(&self, at: usize) -> Option<(When, usize)> {
        let year = self.year(at)?;
        let before = at.checked_sub(1).map(|before| &self.units[before])?;
        if !before.has(|class| matches!(class, Class::Prep(_))) {
            return None;
        }
        let date = PartialDate::year(year);
        Some((When { at, past: date, future: date }, at + 1))
    }
}
