//! Dates told by a length or a stretch of time: قبل يومين, الأسبوع الماضي, "last spring".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::moment::Moment;
use super::unit::Kind;

use super::when::{Bond, Calendar, When, stepped};
use crate::document::Lang;
use crate::lexicon::{Class, Item, Period, Tense, WordList};
use crate::mention::Kinds;
use crate::text::fold::{ALEF, LAM};

/// What was longer ago is told in weeks or months.
const DAYS: i64 = 60;

impl Calendar<'_> {
    /// قبل يومين, قبل ثلاثة أسابيع, بعد شهر; "three months ago", "two years earlier".
    pub(super) fn counted(&self, at: usize) -> Option<When> {
        let since = self.lang == Lang::Ar && self.units[at].is(Class::Since);
        if since && self.counts_first(at) {
            return None;
        }
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
        // منذ عام 2012 is that year, and no length.
        if period == Some(Period::Year) && count == 0 && self.year(end).is_some() {
            return None;
        }
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
            let ago = self.quiet(end, |class| matches!(class, Class::Ago(_)).then_some(()));
            // "will meet in two weeks"
            let ahead = count > 1 && at > 0 && self.form(at - 1) == Some(b"in") && self.ends_phrase(end);
            match ago {
                Some(((), behind)) => end = behind,
                None if period.is_none_or(|period| period == Period::Week) && self.direction_told(end).is_some() => {
                    // "two days earlier": from the day told last.
                    let moment = stepped(self.anchor?, count * self.direction_told(end)?, period)?;
                    return Some(When::new(at, end + 1, moment, moment));
                }
                None if ahead => {
                    let moment = stepped(self.today?, count, period)?;
                    return Some(When::new(at, end, moment, moment));
                }
                None => return None,
            }
        } else if self.counts_from(end) || sign > 0 && self.units.get(end).is_some_and(|next| next.phrase().is_some()) {
            // بعد عام من: counted from something else.
            return None;
        }
        // قبل يوم القمة: before its day.
        let day = self.lang == Lang::Ar && (own, count, period) == (1, 1, None);
        if day && end == unit + 1 && self.form(end).is_some_and(|next| next.starts_with(&[ALEF, LAM])) {
            return None;
        }
        // زملائه المضربين عن الطعام منذ 200 يوم: so long goes on.
        if since && period.is_none() && count > DAYS {
            return None;
        }
        let moment = stepped(self.today?, count * i64::from(sign), period)?;
        // زار القاهرة في الثالث من مارس، وبعد يومين زار الرياض: behind a day told before.
        let later =
            |day: Date| stepped(day, count, period).filter(|later| self.today.is_some_and(|now| later.last <= now));
        let past = self.anchor.filter(|_| sign > 0).and_then(later).unwrap_or(moment);
        let bond = if since { Bond::Ago } else { Bond::Free };
        Some(When { bond, ..When::new(at, end, past, moment) })
    }

    /// أول زيارة له منذ 12 عاما, للمرة الأولى منذ عام: for how long there was none, and not when it was.
    pub(super) fn counts_first(&self, since: usize) -> bool {
        const WORDS: usize = 8;
        let near = self.units[..since].iter().rev().take(WORDS).take_while(|unit| !unit.is_mark());
        near.into_iter().any(|unit| unit.phrase().is_none() && unit.is(Class::First))
    }

    /// "The visit comes five days after": whether a length of time is counted from the day of the document, by the English present
    /// right before it.
    fn is_told_now(&self, at: usize) -> bool {
        let words = if self.lang == Lang::Ar { 8 } else { 3 };
        let verb = self.units[at.saturating_sub(words)..at]
            .iter()
            .rev()
            .find(|unit| unit.kind == Kind::Verb || unit.is_mark());
        // ويأتي اللقاء بعد شهر من, where no day is told.
        let told = self.lang == Lang::Ar && self.anchor.is_some();
        !told && verb.is_some_and(|verb| verb.tense() == Some(Tense::Present))
    }

    /// "earlier", "later" behind an English length of time: whether it goes back or on.
    fn direction_told(&self, at: usize) -> Option<i64> {
        match self.form(at)? {
            b"earlier" => Some(-1),
            b"later" => Some(1),
            _ => None,
        }
    }

    /// بعد عام من, بعد شهر على: a length is counted from what stands behind it, and not from today.
    pub(super) fn counts_from(&self, end: usize) -> bool {
        let lexicon = &self.knowledge.lexicon;
        let from = ["من", "على", "عن"].map(|word| lexicon.preposition_id(word));
        self.units.get(end).is_some_and(|next| {
            next.phrase().is_none() && next.has(|c| matches!(c, Class::Prep(id) if from.contains(&Some(id))))
        })
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
            if !self.counts_from(end) {
                return None;
            }
            (sign, count.max(own), period, end + 1)
        } else {
            let ((own, period), end) = self.length(at)?;
            // "days after" is one word of the lexicon, "a day after" is not.
            let whole = self.units[at].end > self.units[at].start + 1;
            let end = if whole { at } else { end };
            let next = self.units.get(end)?;
            let sign = if next.is(Class::After) { 1 } else { next.is(Class::Ahead).then_some(-1)? };
            let count = at.checked_sub(1).and_then(|before| self.count(before)).map(|(count, _)| count);
            let count = count.or((!whole).then_some(1))?;
            (sign, count.max(own), period, end + 1)
        };
        let head = (end..self.units.len().min(end + WORDS))
            .find(|&unit| matches!(self.units[unit].kind, Kind::Noun | Kind::Verb))?;
        let from = if self.is_told_now(at) { self.today } else { self.anchor };
        let moment = stepped(from.filter(|_| count > 0)?, -count * i64::from(sign), period)?;
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
        // الشهر نفسه, "later that year": of the day told last.
        let same = if self.lang == Lang::En { at.checked_sub(1) } else { Some(at + 1) };
        if period != Period::Week && same.is_some_and(|same| self.is_quietly(same, Class::Same)) {
            let told = self.told?;
            let year = period == Period::Year;
            let date = if year { Moment::year(told.first.year()) } else { Moment::day(told.first).cut_to_month() };
            if !told.is_within(date) {
                return None;
            }
            return Some(When::new(at, at + 1 + usize::from(self.lang == Lang::Ar), date, date));
        }
        let today = self.today?;
        let further = self.is_one_further(at + 1);
        let behind = at + 1 + usize::from(further);
        let direction = if self.lang == Lang::En { self.before(at) } else { self.direction(behind) };
        let this = if self.lang == Lang::En {
            at > 0 && self.units[at - 1].is(Class::This)
        } else {
            self.units.get(at + 1).is_some_and(|unit| unit.is(Class::This))
                || at > 0 && self.is_quietly(at - 1, Class::Near)
        };
        let this = this || self.is_part_of_this(at);
        let steps = if further { 2 } else { 1 };
        let step = match direction {
            Some(true) => steps,
            Some(false) => -steps,
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
            behind + 1
        } else {
            at + 1
        };
        // This week is its days up to now beside a past, and those to come beside a plan.
        let half = |days: i64| Moment::around(today.checked_add(days.days()).ok()?, 3);
        let (past, future) = if period == Period::Week && step == 0 { (half(-3)?, half(3)?) } else { (moment, moment) };
        Some(When::new(at, end, past, future))
    }

    /// خلال الأيام القليلة المقبلة, في اليومين الماضيين: some days up to today or from today on.
    pub(super) fn stretch(&self, at: usize) -> Option<When> {
        let (days, end) = self.quiet(at, |class| match class {
            Class::Stretch(days) => Some(i64::from(days)),
            _ => None,
        })?;
        let sign = if self.direction(end)? { 1 } else { -1 };
        let moment = Moment::around(self.today?.checked_add((sign * days).days()).ok()?, days)?;
        Some(When::new(at, end + 1, moment, moment))
    }

    /// مطلع الشهر, في أواخر العام: of this one.
    fn has_time_head(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && self.form(at).is_some_and(|form| form.starts_with(&[ALEF, LAM]))
            && self.time_head_before(self.units[at].start).is_some()
    }

    /// The token of a part of a day or a longer time right before a token, which may be within a unit: في نهاية الأسبوع.
    fn time_head_before(&self, token: usize) -> Option<usize> {
        let before = token.checked_sub(1)?;
        let hits = self.scan.at(before).iter();
        hits.filter(|hit| hit.kinds.has(Kinds::TIME) && hit.end as usize == token)
            .any(|hit| {
                let mut meanings = self.knowledge.dictionary.meanings(&self.knowledge.lexicon, hit.node);
                meanings.any(|(lang, item)| lang == self.lang && matches!(item, Item::Class(Class::TimeHead)))
            })
            .then_some(before)
    }

    /// "the end of the month", "later in the week": of this one.
    fn is_part_of_this(&self, at: usize) -> bool {
        let form = |back: usize| {
            let token = self.units[at].start.checked_sub(back)?;
            Some(self.tokens.form(&self.tokens.tokens[token]))
        };
        self.lang == Lang::En
            && form(1) == Some(b"the")
            && matches!(form(2), Some(b"of" | b"in"))
            && form(3).is_some_and(|form| self.knowledge.lexicon.lists(WordList::PartsOfPeriod, form))
    }

    /// "over the weekend", "last weekend".
    pub(super) fn weekend(&self, at: usize) -> Option<When> {
        if !self.is_quietly(at, Class::Weekend) {
            return None;
        }
        let today = self.today?;
        let back = i64::from(today.weekday().since(Weekday::Saturday));
        let saturday = today.checked_sub(back.days()).ok()?;
        let from = |days: i64| {
            let first = saturday.checked_add(days.days()).ok()?;
            Some(Moment { first, last: first.tomorrow().ok()? })
        };
        // On a Sunday the weekend is not over.
        let (past, future) = if back < 2 { (from(0)?, from(0)?) } else { (from(0)?, from(7)?) };
        let (past, future) = match self.before(at) {
            Some(true) => (from(7)?, from(7)?),
            Some(false) if back < 2 => (from(-7)?, from(-7)?),
            Some(false) => (past, past),
            None => (past, future),
        };
        Some(When::new(at, at + 1, past, future))
    }

    /// الربيع المقبل, "next summer", "this spring".
    pub(super) fn season(&self, at: usize) -> Option<When> {
        let (number, next) = self.quiet(at, |class| match class {
            Class::Season(number) => Some(number),
            _ => None,
        })?;
        // صيف 2012, صيف عام 2012, "the spring of 2012"
        let of = next + usize::from(self.lang == Lang::En && self.is_preposition(next));
        let word = of
            + usize::from(
                self.lang == Lang::Ar && self.units.get(of).is_some_and(|u| u.is(Class::Period(Period::Year))),
            );
        if let Some(year) = self.year(word) {
            let date = Moment::year(year);
            return Some(When::new(at, word + 1, date, date));
        }
        let today = self.today?;
        // صيف العام الماضي
        if word > of
            && let Some(ahead) = self.direction(word)
        {
            let date = Moment::year(today.year().checked_add(if ahead { 1 } else { -1 })?);
            return Some(When::new(at, word + 1, date, date));
        }
        let behind = if self.lang == Lang::En { self.before(at) } else { self.direction(at + 1) };
        let this = if self.lang == Lang::En {
            at > 0 && self.units[at - 1].is(Class::This)
        } else {
            self.units.get(at + 1).is_some_and(|unit| unit.is(Class::This))
                || at > 0 && self.is_quietly(at - 1, Class::Near)
        };
        // يزور القاهرة في الربيع: the next, where it is still to come.
        let ahead = behind.is_none() && !this;
        let in_it = |at: usize| self.is_preposition(at) && self.form(next).is_none_or(|_| self.ends_phrase(next));
        if ahead && (self.lang == Lang::En || !at.checked_sub(1).is_some_and(in_it)) {
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
        // "next spring", told in spring, is that of the next year.
        let other = |future: bool| -> Option<Moment> {
            let mut seasons = seasons.clone();
            if future { seasons.find(|s| s.first > today) } else { seasons.rev().find(|s| s.last < today) }
        };
        let (past, future) = match behind {
            Some(ahead) => (other(ahead)?, other(ahead)?),
            None => (nearest(false)?, nearest(true)?),
        };
        // هذا الشتاء: the word that says which stands before it.
        let word = behind.is_some() || self.units.get(at + 1).is_some_and(|unit| unit.is(Class::This));
        let bond = if ahead { Bond::Within } else { Bond::Free };
        Some(When { bond, ..When::new(at, at + 1 + usize::from(self.lang == Lang::Ar && word), past, future) })
    }
}
