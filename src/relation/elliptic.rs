//! Date expressions that leave out what the reader adds: the month of "on the 5th", the count of قبل أيام.

use jiff::civil::Date;
use jiff::{Span as Duration, ToSpan};

use super::moment::Moment;
use super::unit::{Kind, Unit};
use super::when::{Bond, Calendar, When};
use crate::document::Lang;
use crate::lexicon::{Class, Period};
use crate::text::fold::{ALEF, LAM};

impl Calendar<'_> {
    /// 5 الجاري, في 23 الماضي, الثالث من الشهر المقبل, "on the 5th", "on the 5th of this month".
    pub(super) fn day_of_named_month(&self, at: usize) -> Option<When> {
        let today = self.today?;
        let (day, next) = self.day_of_month(at)?;
        // في 22 و23 من الشهر الحالي: the first counts.
        let (next, several) = if self.lang == Lang::Ar { self.past_second_day(next) } else { (next, false) };
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
            let day = at.checked_sub(1).is_some_and(|before| self.is_quietly(before, Class::TimeHead));
            if behind == next && !day && !self.is_preposition(at.checked_sub(1)?) {
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
        Some(When { several, ..When::new(at, end, Moment::day(past), Moment::day(future)) })
    }

    /// قبل أيام, منذ بضعة أسابيع, "a few days ago": the month in which that was.
    pub(super) fn some_time_ago(&self, at: usize) -> Option<When> {
        let today = self.today?;
        let since = self.lang == Lang::Ar && self.units[at].is(Class::Since);
        if since && self.counts_first(at) {
            return None;
        }
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
        if let Some(held) = self.scheduled_to_be_held(at) {
            return Some(held);
        }
        let unit = &self.units[says];
        let alone = self.lang == Lang::En || unit.end == unit.start + 1;
        if !alone || !unit.is(Class::Planned) || unit.kind != Kind::Function || unit.has(is_time) {
            return None;
        }
        let within = |unit: &usize| !self.units[*unit].is_mark() && self.units[*unit].kind != Kind::Verb;
        (says.saturating_sub(WORDS)..says).rev().take_while(within).find(|&unit| self.units[unit].kind == Kind::Noun)
    }

    /// الاجتماع المقرر عقده غدا, المؤتمر المزمع انعقاده في باريس الخميس: the noun that a definite word of plan and one word more describe
    /// before the date.
    fn scheduled_to_be_held(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 4;
        let plan = |&unit: &usize| {
            let article = self.form(unit).is_some_and(|form| form.starts_with(&[ALEF, LAM]));
            article && self.units[unit].is(Class::Planned) && !self.units[unit].has(is_time)
        };
        let near = (at.saturating_sub(WORDS)..at).rev().take_while(|&unit| !self.units[unit].is_mark());
        let says = near.into_iter().find(plan).filter(|_| self.lang == Lang::Ar)?;
        let held = says + 1;
        // من المقرر غدا أن يصل, المقرر أن يصل غدا
        let described = says > 0 && !self.is_preposition(says - 1) && !self.units[says - 1].is_mark();
        let one = held < at
            && self.units[held].phrase().is_none()
            && matches!(self.units[held].kind, Kind::Verb | Kind::Noun | Kind::Word)
            && self.units[held + 1..at].iter().all(|unit| unit.phrase().is_some() || unit.is_preposition());
        let noun = (says.saturating_sub(WORDS)..says)
            .rev()
            .take_while(|&unit| !self.units[unit].is_mark() && self.units[unit].kind != Kind::Verb)
            .find(|&unit| self.units[unit].kind == Kind::Noun);
        (described && one).then(|| noun.unwrap_or(says - 1))
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
