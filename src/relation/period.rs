//! Dates told by a length or a stretch of time: قبل يومين, الأسبوع الماضي, "last spring".

use jiff::ToSpan;
use jiff::civil::Date;

use super::moment::Moment;
use super::unit::Kind;
use super::when::{Bond, Calendar, When, stepped};
use crate::document::Lang;
use crate::lexicon::{Class, Period};
use crate::text::fold::{ALEF, LAM};

impl Calendar<'_> {
    /// قبل يومين, قبل ثلاثة أسابيع, بعد شهر; "three months ago", "two years earlier".
    pub(super) fn counted(&self, at: usize) -> Option<When> {
        let since = self.lang == Lang::Ar && self.units[at].is(Class::Since);
        let (sign, from) = if since {
            (-1, at + 1)
        } else if self.lang == Lang::Ar {
            let (sign, from) = self.quiet(at, |class| match class {
                Class::Ago(sign) => Some(sign),
                _ => None,
            })?;
            (sign, from)
        } else {
            (-1, at)
        };
        let from = from + usize::from(self.is_quietly(from, Class::About));
        let (count, unit) = self.count(from).unwrap_or((0, from));
        let ((own, period), mut end) = self.length(unit)?;
        let count = match (count, own) {
            (0, 0) if self.lang == Lang::En && self.follows_article(at) => 1,
            (0, 0) => return None,
            (0, own) => own,
            (count, _) => count,
        };
        if self.lang == Lang::En {
            if count == 0 {
                return None;
            }
            let (_, behind) = self.quiet(end, |class| matches!(class, Class::Ago(_)).then_some(()))?;
            end = behind;
        } else if self.units.get(end).is_some_and(|next| next.is_preposition() && !self.is_in(next))
            || sign > 0 && self.units.get(end).is_some_and(|next| next.phrase().is_some())
        {
            // بعد عام من: counted from something else.
            return None;
        }
        let moment = stepped(self.today?, count * i64::from(sign), period)?;
        let bond = if since { Bond::Ago } else { Bond::Free };
        Some(When { bond, ..When::new(at, end, moment, moment) })
    }

    /// بعد يوم من لقائه, قبل يومين من زيارة, "a day after meeting": how far what stands behind it is from the day told last.
    pub(super) fn offset(&self, at: usize) -> Option<When> {
        const WORDS: usize = 3;
        let (sign, count, period, end) = if self.lang == Lang::Ar {
            let (sign, from) = self.quiet(at, |class| match class {
                Class::Ago(sign) => Some(sign),
                _ => None,
            })?;
            let (count, unit) = self.count(from).unwrap_or((0, from));
            let ((own, period), end) = self.length(unit)?;
            let of = self.units.get(end).filter(|next| next.is_preposition() && !self.is_in(next))?;
            if of.phrase().is_some() {
                return None;
            }
            (sign, count.max(own), period, end + 1)
        } else {
            let ((own, period), end) = self.length(at)?;
            let next = self.units.get(end)?;
            let sign = if next.is(Class::After) { 1 } else { next.is(Class::Ahead).then_some(-1)? };
            let count = at.checked_sub(1).and_then(|before| self.count(before)).map_or(1, |(count, _)| count);
            (sign, count.max(own), period, end + 1)
        };
        let head = (end..self.units.len().min(end + WORDS))
            .find(|&unit| matches!(self.units[unit].kind, Kind::Noun | Kind::Verb))?;
        let moment = stepped(self.anchor.filter(|_| count > 0)?, -count * i64::from(sign), period)?;
        Some(When { bond: Bond::Noun(head), ..When::new(at, end, moment, moment) })
    }

    /// يوم, يومين, أسابيع, "months": how many the word itself names (0 for a plural), of what period (none: days), and the
    /// unit behind it.
    pub(super) fn length(&self, at: usize) -> Option<((i64, Option<Period>), usize)> {
        self.quiet(at, |class| match class {
            Class::Duration(own, period) => Some((i64::from(own), Some(period))),
            Class::Days(own) => Some((i64::from(own), None)),
            _ => None,
        })
    }

    pub(super) fn follows_article(&self, at: usize) -> bool {
        self.units[at]
            .start
            .checked_sub(1)
            .is_some_and(|before| matches!(self.tokens.form(&self.tokens.tokens[before]), b"a" | b"an"))
    }

    /// الأسبوع المقبل, "last month", العام الماضي, عام 1956.
    pub(super) fn period(&self, at: usize) -> Option<When> {
        let period = self.class(at, |class| match class {
            Class::Period(period) => Some(period),
            _ => None,
        })?;
        if period == Period::Year
            && let Some(year) = self.year(at + 1)
        {
            let date = Moment::year(year);
            return Some(When::new(at, at + 2, date, date));
        }
        let today = self.today?;
        let direction = if self.lang == Lang::En { self.before(at) } else { self.direction(at + 1) };
        let this = if self.lang == Lang::En {
            at > 0 && self.units[at - 1].is(Class::This)
        } else {
            self.units.get(at + 1).is_some_and(|unit| unit.is(Class::This))
                || at > 0 && self.is_quietly(at - 1, Class::Near)
        };
        let step = match direction {
            Some(true) => 1,
            Some(false) => -1,
            None if this || self.has_time_head(at) => 0,
            None => return None,
        };
        let moment = match period {
            Period::Week => Moment::around(today.checked_add((step * 7).days()).ok()?, 6)?,
            Period::Month => {
                let day = today.checked_add(step.months()).ok()?;
                Moment::month(day.year(), day.month())?
            }
            Period::Year => Moment::year(today.checked_add(step.years()).ok()?.year()),
        };
        let end = if self.lang == Lang::Ar
            && (direction.is_some() || self.units.get(at + 1).is_some_and(|u| u.is(Class::This)))
        {
            at + 2
        } else {
            at + 1
        };
        Some(When::new(at, end, moment, moment))
    }

    /// مطلع الشهر, أواخر العام: of this one.
    pub(super) fn has_time_head(&self, at: usize) -> bool {
        let head = |before| self.quiet(before, |class| matches!(class, Class::TimeHead).then_some(())).is_some();
        self.lang == Lang::Ar
            && self.form(at).is_some_and(|form| form.starts_with(&[ALEF, LAM]))
            && at.checked_sub(1).is_some_and(head)
    }

    /// الربيع المقبل, "next summer", "this spring".
    pub(super) fn season(&self, at: usize) -> Option<When> {
        let (number, _) = self.quiet(at, |class| match class {
            Class::Season(number) => Some(number),
            _ => None,
        })?;
        let today = self.today?;
        let behind = if self.lang == Lang::En { self.before(at) } else { self.direction(at + 1) };
        let this = if self.lang == Lang::En {
            at > 0 && self.units[at - 1].is(Class::This)
        } else {
            self.units.get(at + 1).is_some_and(|unit| unit.is(Class::This))
                || at > 0 && self.is_quietly(at - 1, Class::Near)
        };
        if behind.is_none() && !this {
            return None;
        }
        let in_year = |year: i16| {
            let first = Date::new(year, number as i8 * 3, 1).ok()?;
            Some(Moment { first, last: first.checked_add(3.months()).ok()?.yesterday().ok()? })
        };
        // Winter begins in the year before.
        let seasons = (-2..=2).filter_map(|step| in_year(today.year() + step));
        let nearest = |future: bool| -> Option<Moment> {
            let mut seasons = seasons.clone();
            if future { seasons.find(|s| s.last >= today) } else { seasons.rev().find(|s| s.first <= today) }
        };
        let (past, future) = match behind {
            Some(true) => (nearest(true)?, nearest(true)?),
            Some(false) => (nearest(false)?, nearest(false)?),
            None => (nearest(false)?, nearest(true)?),
        };
        Some(When::new(at, at + 1 + usize::from(self.lang == Lang::Ar), past, future))
    }
}
