//! Date expressions that leave out what the reader adds: the month of "on the 5th", the count of قبل أيام.

use jiff::civil::Date;
use jiff::{Span as Duration, ToSpan};

use super::moment::Moment;
use super::unit::{Kind, Unit};
use super::when::{Bond, Calendar, When};
use crate::document::Lang;
use crate::lexicon::{Class, Period};
use crate::text::fold::{ALEF, LAM};

/// What is to happen within more days than these has no month.
const LONGEST: i64 = 31;

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
            match self.units.get(of).and_then(from_this) {
                Some(months) if of > next && names_month(of + 1) => (Some(months), of + 2),
                _ if self.ends_phrase(next) => (None, next),
                _ => return None,
            }
        } else {
            let behind = of + usize::from(names_month(of));
            let headed = at.checked_sub(1).is_some_and(|before| self.is_quietly(before, Class::TimeHead));
            if behind == next && !headed && !self.is_preposition(at.checked_sub(1)?) {
                return None;
            }
            let near = behind > of && of > 0 && self.is_quietly(of - 1, Class::Near);
            if behind > of
                && let Some(month) = self.same_month(behind)
            {
                // في 29 من الشهر نفسه
                let date = Moment::day(Date::new(month.year(), month.month(), day).ok()?);
                return Some(When { several, ..When::new(at, behind + 1, date, date) });
            }
            // العاشر من الجاري, but no 5 من هذه
            let this = || self.form(behind).is_some_and(|form| form.starts_with(&[ALEF, LAM]));
            match self.units.get(behind).and_then(from_this) {
                Some(months) if behind == next || behind > of || months == 0 && this() => (Some(months), behind + 1),
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

    /// الاثنين قبل الماضي, الأسبوع بعد المقبل: whether a word says that it is the one before the last, or after the next.
    pub(super) fn is_one_further(&self, at: usize) -> bool {
        let ahead = |sign: i8| self.direction(at + 1) == Some(sign > 0);
        self.lang == Lang::Ar
            && self.quiet(at, |class| matches!(class, Class::Ago(s) if ahead(s)).then_some(())).is_some()
    }

    /// The year of which a word behind العام says which: الماضي, المقبل, نفسه.
    pub(super) fn year_of(&self, at: usize) -> Option<i16> {
        if self.lang == Lang::Ar && self.is_quietly(at, Class::Same) {
            return self.told.filter(|told| told.first.year() == told.last.year()).map(|told| told.first.year());
        }
        self.today?.year().checked_add(if self.direction(at)? { 1 } else { -1 })
    }

    /// The month of the date told last, for a word behind الشهر that says that it is the same.
    fn same_month(&self, at: usize) -> Option<Date> {
        let told = self.told.filter(|_| self.is_quietly(at, Class::Same))?;
        let first = told.first.first_of_month();
        (told.last.first_of_month() == first).then_some(first)
    }

    /// خلال أيام, في غضون أسبوعين, "within days", "in the coming weeks": the time from the day of the document on, for what is still to come.
    pub(super) fn within(&self, at: usize) -> Option<When> {
        let today = self.today?;
        let (days, behind) = self.quiet(at, |class| match class {
            Class::Within(days) => Some(i64::from(days)),
            _ => None,
        })?;
        let (days, end) = if days < 0 {
            // خلال, في غضون: how long is told behind it.
            let (count, unit) = self.count(behind).unwrap_or((0, behind));
            let ((own, period), end) = self.length(unit)?;
            let days = match period {
                None => 1,
                Some(Period::Week) => 7,
                Some(Period::Month) => 30,
                Some(Period::Year) => return None,
            };
            (days * count.max(own), end)
        } else {
            (days, behind)
        };
        // خلال أيام من وصوله, خلال يومين من المحادثات; خلال شهر أبريل, خلال يوم الأحد
        let long = (1..=LONGEST).contains(&days) || days == 0 && end == behind;
        let goes_on = |unit: &Unit| {
            let word = matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Participle);
            unit.phrase().is_none() && (word || unit.has(|c| matches!(c, Class::Month(_) | Class::Weekday(_))))
        };
        let next = self.units.get(end).filter(|_| self.lang == Lang::Ar);
        let named = next.is_some_and(goes_on) || self.number(end).is_some();
        if !long || named || self.counts_from(end) {
            return None;
        }
        let moment = match days {
            0 => Moment::day(today),
            _ => Moment::around(today.checked_add(((days + 1) / 2).days()).ok()?, days / 2)?,
        };
        Some(When { bond: Bond::Within, ..When::new(at, end, moment, moment) })
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

    /// Past a date of the other calendar that tells the same day: السبت 12/8/1436هـ, السبت 12 شعبان 1436 هـ.
    pub(super) fn past_hijri(&self, at: usize) -> usize {
        const MONTH: usize = 3;
        let year = |unit: usize| self.number(unit).is_some_and(|year| (1300..=1500).contains(&year));
        if self.lang != Lang::Ar || !self.number(at).is_some_and(|day| (1..=30).contains(&day)) {
            return at;
        }
        let within =
            |&unit: &usize| self.units.get(unit).is_some_and(|unit| !unit.is_stop() && unit.kind != Kind::Verb);
        let found = (at + 1..=at + 1 + MONTH).take_while(within).find(|&unit| year(unit));
        let Some(found) = found else { return at };
        // هـ
        let letter = self.form(found + 1).is_some_and(|form| form.len() == 1);
        found + 1 + usize::from(letter)
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

/// الجاري, الماضي, المقبل: how many months or years from this one.
pub(super) fn from_this(unit: &Unit) -> Option<i64> {
    if unit.is(Class::This) {
        Some(0)
    } else if unit.is(Class::Last) {
        Some(-1)
    } else {
        unit.is(Class::Next).then_some(1)
    }
}
