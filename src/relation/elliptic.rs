//! Date expressions that leave out what the reader adds: the month of "on the 5th", the count of قبل أيام.

use jiff::civil::Date;
use jiff::{Span as Duration, ToSpan};

use super::moment::Moment;
use super::unit::{Kind, Unit};
use super::when::{Bond, Calendar, When};
use crate::document::Lang;
use crate::lexicon::{Class, Period};

impl Calendar<'_> {
    /// 5 الجاري, في 23 الماضي, الثالث من الشهر المقبل, "on the 5th", "on the 5th of this month".
    pub(super) fn day_of_named_month(&self, at: usize) -> Option<When> {
        let today = self.today?;
        let (day, next) = self.day_of_month(at)?;
        let of = next + usize::from(self.is_preposition(next));
        let names_month = |unit: usize| self.units.get(unit).is_some_and(|unit| unit.is(Class::Period(Period::Month)));
        let (months, end) = if self.lang == Lang::En {
            let ordinal = self.form(at).is_some_and(|form| !form.iter().all(u8::is_ascii_digit));
            let on = self.form(at.checked_sub(1)?) == Some(b"on");
            if !ordinal || !on {
                return None;
            }
            match self.units.get(of).and_then(of_month) {
                Some(months) if of > next && names_month(of + 1) => (Some(months), of + 2),
                _ if self.ends_phrase(next) => (None, next),
                _ => return None,
            }
        } else {
            let behind = of + usize::from(of > next && names_month(of));
            if behind == next && !self.is_preposition(at.checked_sub(1)?) {
                return None;
            }
            let near = behind > of && of > 0 && self.is_quietly(of - 1, Class::Near);
            match self.units.get(behind).and_then(of_month) {
                Some(months) if behind == next || behind > of => (Some(months), behind + 1),
                _ if near => (Some(0), behind),
                _ => return None,
            }
        };
        let in_month = |months: i64| -> Option<Date> {
            let month = today.first_of_month().checked_add(Duration::new().months(months)).ok()?;
            Date::new(month.year(), month.month(), day).ok()
        };
        let (past, future) = match months {
            Some(months) => (in_month(months)?, in_month(months)?),
            None => (
                in_month(0).filter(|date| *date <= today).or_else(|| in_month(-1))?,
                in_month(0).filter(|date| *date >= today).or_else(|| in_month(1))?,
            ),
        };
        Some(When::new(at, end, Moment::day(past), Moment::day(future)))
    }

    /// قبل أيام, منذ بضعة أسابيع, "a few days ago": the month in which that was.
    pub(super) fn some_time_ago(&self, at: usize) -> Option<When> {
        let today = self.today?;
        let since = self.lang == Lang::Ar && self.units[at].is(Class::Since);
        let from = if since || self.lang == Lang::En {
            at + usize::from(since)
        } else {
            self.quiet(at, |class| (class == Class::Ago(-1)).then_some(()))?.1
        };
        let several = self.quiet(from, |class| (class == Class::Several).then_some(()));
        let length = several.map_or(from, |((), end)| end);
        let ((own, period), mut end) = self.length(length)?;
        if own != 0 {
            return None;
        }
        if self.lang == Lang::En {
            several?;
            end = self.quiet(end, |class| matches!(class, Class::Ago(_)).then_some(()))?.1;
        } else if self.counts_from(end) {
            return None;
        } else {
            // قبل أيام قليلة
            end += usize::from(self.is_quietly(end, Class::Several));
        }
        let (back, reach) = match period {
            None => (4, 3),
            Some(Period::Week) => (21, 14),
            _ => return None,
        };
        let moment = Moment::around(today.checked_sub(back.days()).ok()?, reach)?;
        let bond = if since { Bond::Ago } else { Bond::Free };
        Some(When { bond, ..When::new(at, end, moment, moment) })
    }

    /// The noun of whose adjective a date tells for when it is planned: القمة المقررة في 24 مارس.
    pub(super) fn scheduled(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 5;
        let before = at.checked_sub(1)?;
        let says = if self.lang == Lang::Ar && self.is_preposition(before) { before.checked_sub(1)? } else { before };
        let unit = &self.units[says];
        let alone = self.lang == Lang::En || unit.end == unit.start + 1;
        if !alone || !unit.is(Class::Planned) || unit.kind != Kind::Function || unit.has(is_time) {
            return None;
        }
        let within = |unit: &usize| !self.units[*unit].is_mark() && self.units[*unit].kind != Kind::Verb;
        (says.saturating_sub(WORDS)..says).rev().take_while(within).find(|&unit| self.units[unit].kind == Kind::Noun)
    }

    /// Returns whether the noun phrase that ends before `at` cannot go on there.
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        self.units.get(at).is_none_or(|unit| {
            unit.is_mark() || unit.is_preposition() || unit.has(|c| matches!(c, Class::Conj | Class::Circumstance))
        })
    }
}

/// المقبل, غدا: a time, not somebody's plan.
fn is_time(class: Class) -> bool {
    matches!(class, Class::Next | Class::Soon | Class::Day(_) | Class::Future)
}

/// الجاري, الماضي, المقبل: how many months from this one.
fn of_month(unit: &Unit) -> Option<i64> {
    if unit.is(Class::This) {
        Some(0)
    } else if unit.is(Class::Last) {
        Some(-1)
    } else {
        unit.is(Class::Next).then_some(1)
    }
}
