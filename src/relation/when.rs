//! Date expressions of a sentence, resolved against the day of the document.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Duration, ToSpan};
use smallvec::SmallVec;

use super::elliptic::from_this;
use super::lexical::{Limit, lexical};
use super::moment::Moment;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Item, Period, Tense};
use crate::mention::{Kinds, Knowledge, Scan};
use crate::text::Tokens;

/// A date expression: where it stands, and what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// The unit where it begins.
    pub(super) at: usize,
    /// One past its last unit.
    pub(super) end: usize,
    /// What it means beside something past.
    pub(super) past: Moment,
    /// What it means beside something to come.
    pub(super) future: Moment,
    /// What it is bound to.
    pub(super) bond: Bond,
    /// It names several days, of which the first counts.
    pub(super) several: bool,
}

/// Whether a date stands free in its clause or is part of a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// An adverb of its clause.
    Free,
    /// Part of the noun phrase whose head is this unit: "the July 15 summit", ثورة 25 يناير.
    Noun(usize),
    /// The beginning of what goes on: منذ 2006, "since Monday".
    Since,
    /// The same, or how long ago it was: منذ يومين.
    Ago,
    /// The time until then, which only what is still to come is within: خلال أيام.
    Within,
}

/// What a sentence tells of time.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    /// Its date expressions, in order.
    pub(super) dates: Vec<When>,
    /// How long it says that something lasts.
    pub(super) lasts: Option<Lasts>,
}

/// How long a journey lasts: "for a few hours", يوما واحدا; "for four days", يومين.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// No longer than a day.
    Day,
    /// Several days, weeks or months.
    Longer,
}

/// Units with which a date may begin, in order.
type Begins = SmallVec<[usize; 16]>;

/// What the date expressions of a sentence are read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar<'u> {
    pub(super) knowledge: &'u Knowledge,
    pub(super) tokens: &'u Tokens,
    pub(super) scan: &'u Scan,
    pub(super) units: &'u [Unit],
    pub(super) lang: Lang,
    /// The day of the document.
    pub(super) today: Option<Date>,
    /// The last day that the document named before: what "the next day" counts from.
    pub(super) anchor: Option<Date>,
    /// The last date of any kind: what "of the same month" counts from.
    pub(super) told: Option<Moment>,
}

impl Calendar<'_> {
    /// Returns what the sentence tells of time.
    pub(super) fn times(self) -> Times {
        let begins = self.begins();
        Times { lasts: self.lasts(&begins), dates: self.dates(&begins) }
    }

    /// The units with which a date may begin.
    fn begins(&self) -> Begins {
        let mut begins = Begins::new();
        // A loop of its own, into which the question is taken: it is asked of each unit.
        for (at, unit) in self.units.iter().enumerate() {
            if self.may_begin(unit) {
                begins.push(at);
            }
        }
        begins
    }

    fn lasts(&self, begins: &Begins) -> Option<Lasts> {
        begins.iter().find_map(|&at| {
            let (lasts, _) = self.quiet(at, |class| match class {
                Class::Brief => Some((Lasts::Day, 2)),
                Class::Days(count) | Class::Duration(count, _) => Some((Lasts::Longer, count)),
                _ => None,
            })?;
            // يومين, أربعة أيام; a bare "day" is no length, and قبل يومين counts from today.
            let (lasts, count) = lasts;
            let told = count > 1 || count == 0 && at > 0 && self.count(at - 1).is_some_and(|(count, _)| count > 1);
            let from = at.checked_sub(if count > 1 { 1 } else { 2 });
            let counted = from.is_some_and(|from| {
                self.units[from].has(|class| matches!(class, Class::Ahead | Class::After | Class::Since))
            });
            (told && !counted).then_some(lasts)
        })
    }

    /// Returns the date expressions of the sentence, in order.
    fn dates(self, begins: &Begins) -> Vec<When> {
        let Some((units, places)) = self.split() else { return self.expressions(begins) };
        let place = |unit: usize| places.get(unit).copied().unwrap_or(self.units.len());
        let parted = Calendar { units: &units, ..self };
        let mut out = parted.expressions(&parted.begins());
        for when in &mut out {
            when.at = place(when.at);
            when.end = place(when.end - 1) + 1;
            if let Bond::Noun(noun) = &mut when.bond {
                *noun = place(*noun);
            }
        }
        out
    }

    /// The units with "last month" or مساء أمس, which are one elsewhere, taken apart, and the places of the old ones; `None`
    /// where there are none.
    fn split(&self) -> Option<(Vec<Unit>, Vec<usize>)> {
        if !self.units.iter().any(|unit| self.hides_date(unit)) {
            return None;
        }
        let (mut units, mut places) = (Vec::with_capacity(self.units.len() + 2), Vec::new());
        for (place, unit) in self.units.iter().enumerate() {
            if self.hides_date(unit) {
                for token in unit.start..unit.end {
                    let limit = Limit::before(&[], token + 1);
                    units.push(lexical(
                        self.knowledge,
                        self.lang,
                        self.scan,
                        token,
                        &limit,
                        (&[], None),
                        (false, false, true, false),
                    ));
                    places.push(place);
                }
            } else {
                units.push(unit.clone());
                places.push(place);
            }
        }
        Some((units, places))
    }

    #[inline]
    fn hides_date(&self, unit: &Unit) -> bool {
        // Few units have several words.
        unit.end > unit.start + 1 && unit.kind == Kind::Function && self.hides_date_within(unit)
    }

    fn hides_date_within(&self, unit: &Unit) -> bool {
        let dated = |class| {
            matches!(
                class,
                Class::Month(_)
                    | Class::Weekday(_)
                    | Class::Day(_)
                    | Class::AnchorDay(_)
                    | Class::Period(_)
                    | Class::Days(1..)
                    | Class::Duration(1.., _)
            )
        };
        !unit.has(dated)
            && (unit.start..unit.end).filter(|&token| self.scan.kinds(token).has(Kinds::TIME)).any(|token| {
                self.scan.at(token).iter().filter(|hit| hit.end as usize == token + 1).any(|hit| {
                    let mut meanings = self.knowledge.dictionary.meanings(&self.knowledge.lexicon, hit.node);
                    meanings.any(|(lang, item)| lang == self.lang && matches!(item, Item::Class(class) if dated(class)))
                })
            })
    }

    fn expressions(mut self, begins: &Begins) -> Vec<When> {
        let mut out: Vec<When> = Vec::new();
        let mut behind = 0;
        for &at in begins {
            if at < behind {
                continue;
            }
            match self.read(at) {
                Some(when) if matches!(when.bond, Bond::Noun(_)) => {
                    behind = when.end;
                    out.push(when);
                }
                Some(mut when) => {
                    let end = when.end;
                    if when.bond == Bond::Free {
                        (when.bond, when.at) = self.bond(when.at, end);
                    }
                    // زيارته المقررة الخميس, "a visit scheduled for Thursday"
                    if when.bond == Bond::Free
                        && let Some(noun) = self.scheduled(when.at)
                    {
                        (when.bond, when.past) = (Bond::Noun(noun), when.future);
                    }
                    (self.anchor, self.told) = (when.past.as_day().or(self.anchor), Some(when.past));
                    behind = when.end;
                    out.push(when);
                }
                None => {}
            }
        }
        out
    }

    /// Returns whether a date may begin with a unit: most begin with none of its words, and with no digit.
    #[inline]
    fn may_begin(&self, unit: &Unit) -> bool {
        if unit.is_mark() {
            return false;
        }
        let digit = || self.tokens.form(&self.tokens.tokens[unit.start]).first().is_some_and(u8::is_ascii_digit);
        let begins = self.scan.kinds(unit.start).has(Kinds::TIME) || digit();
        debug_assert!(begins || !unit.has(Class::is_of_time), "a word of time that its kinds do not tell");
        begins
    }

    fn read(&self, at: usize) -> Option<When> {
        self.month_date(at)
            .or_else(|| self.day_of_named_month(at))
            .or_else(|| self.numeric(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.relative_day(at))
            .or_else(|| self.offset(at))
            .or_else(|| self.some_time_ago(at))
            .or_else(|| self.within(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.period(at))
            .or_else(|| self.stretch(at))
            .or_else(|| self.season(at))
            .or_else(|| self.weekend(at))
            .or_else(|| self.bare_year(at))
    }

    // ---- words -------------------------------------------------------------------------------------------------

    pub(super) fn form(&self, at: usize) -> Option<&[u8]> {
        let unit = self.units.get(at).filter(|unit| !unit.is_mark() && unit.end == unit.start + 1)?;
        Some(self.tokens.form(&self.tokens.tokens[unit.start]))
    }

    pub(super) fn number(&self, at: usize) -> Option<i16> {
        let form = self.form(at)?;
        let digits = form.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let ordinal = digits > 0 && matches!(&form[digits..], b"" | b"st" | b"nd" | b"rd" | b"th");
        if !ordinal || digits > 4 {
            return None;
        }
        std::str::from_utf8(&form[..digits]).ok()?.parse().ok()
    }

    pub(super) fn year(&self, at: usize) -> Option<i16> {
        self.number(at).filter(|year| (1900..=2100).contains(year))
    }

    fn month(&self, at: usize) -> Option<i8> {
        self.class(at, |class| match class {
            Class::Month(month) => Some(month as i8),
            _ => None,
        })
    }

    pub(super) fn class<T>(&self, at: usize, wanted: impl Fn(Class) -> Option<T>) -> Option<T> {
        self.units.get(at)?.classes.iter().find_map(|&class| wanted(class))
    }

    pub(super) fn is_preposition(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.has(|class| matches!(class, Class::Prep(_))))
    }

    /// A word of time that makes no unit of its own (a number, an ordinal, a part of the day), and the unit behind it.
    pub(super) fn quiet<T>(&self, at: usize, wanted: impl Fn(Class) -> Option<T>) -> Option<(T, usize)> {
        let is_word = |unit: &&Unit| !unit.is_mark() && self.scan.kinds(unit.start).has(Kinds::TIME);
        let unit = self.units.get(at).filter(is_word)?;
        let (found, end) =
            self.scan.at(unit.start).iter().rev().filter(|hit| hit.kinds.has(Kinds::TIME)).find_map(|hit| {
                let mut meanings = self.knowledge.dictionary.meanings(&self.knowledge.lexicon, hit.node);
                meanings.find_map(|(lang, item)| match item {
                    Item::Class(class) if lang == self.lang => Some((wanted(class)?, hit.end as usize)),
                    _ => None,
                })
            })?;
        let behind = (at + 1..self.units.len()).find(|&next| self.units[next].start >= end);
        Some((found, behind.unwrap_or(self.units.len())))
    }

    /// 7, 7th, السابع, السابع من.
    pub(super) fn day_of_month(&self, at: usize) -> Option<(i8, usize)> {
        if let Some(day) = self.number(at) {
            return (1..=31).contains(&day).then_some((day as i8, at + 1));
        }
        // النصف الثاني من مارس, الأسبوع الأول من مايو: no day.
        if at > 0 && (self.units[at - 1].has(|c| matches!(c, Class::Period(_))) || self.is_quietly(at - 1, Class::Part))
        {
            return None;
        }
        self.quiet(at, |class| match class {
            Class::Ordinal(day) => Some(day as i8),
            _ => None,
        })
    }

    /// Returns whether a word of a quiet class stands at `at`.
    pub(super) fn is_quietly(&self, at: usize, wanted: Class) -> bool {
        self.quiet(at, |class| (class == wanted).then_some(())).is_some()
    }

    pub(super) fn count(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(count) = self.number(at) {
            return Some((i64::from(count), at + 1));
        }
        self.quiet(at, |class| match class {
            Class::Number(count) => Some(i64::from(count)),
            _ => None,
        })
    }

    /// Past marks or commas.
    pub(super) fn over_marks(&self, mut at: usize) -> usize {
        while self.units.get(at).is_some_and(Unit::is_comma) {
            at += 1;
        }
        at
    }

    /// المقبل or الماضي behind an expression: `Some(true)` for the future.
    pub(super) fn direction(&self, at: usize) -> Option<bool> {
        let unit = self.units.get(at)?;
        if unit.is(Class::Next) {
            Some(true)
        } else if unit.is(Class::Last) {
            Some(false)
        } else {
            None
        }
    }

    pub(super) fn before(&self, at: usize) -> Option<bool> {
        at.checked_sub(1).and_then(|before| self.direction(before))
    }

    // ---- expressions -------------------------------------------------------------------------------------------

    /// 12 فبراير 2025, "February 12, 2025", فبراير 2025, "in February", السادس من مارس.
    fn month_date(&self, at: usize) -> Option<When> {
        let (month, mut day, mut end, mut several) = if let Some((day, next)) = self.day_of_month(at) {
            let (month, several) = self.behind_day(next)?;
            (self.month(month)?, Some(day), month + 1, several)
        } else {
            (self.month(at)?, None, at + 1, false)
        };
        // يناير/كانون الثاني: the other family's name behind it.
        let next = self.over_marks(end);
        if self.month(next) == Some(month) {
            end = next + 1;
        }
        if day.is_none()
            && self.lang == Lang::En
            && let Some(number) = self.number(end).filter(|day| (1..=31).contains(day))
        {
            day = Some(number as i8);
            end += 1;
            // "on November 19 and 20"
            let joins = self.units.get(end).is_some_and(|unit| unit.is(Class::Conj) && !unit.is_mark() || unit.to);
            if joins && self.number(end + 1).is_some_and(|last| (2..=31).contains(&last) && last > number) {
                (several, end) = (true, end + 2);
            }
        }
        // من 24 مارس إلى 6 أبريل, "from March 24 to April 6"
        let to = self.units.get(end).is_some_and(|unit| unit.to || unit.is(Class::Until) || unit.is_preposition());
        several |= day.is_some() && to && self.is_day_of_month(end + 1);
        let next = self.over_marks(end);
        let mut year = self.year(next);
        if year.is_some() {
            end = next + 1;
        } else {
            // 5 يوليو من عام 2013, "in March of 2010".
            let behind = self.over_marks(end);
            let of = if self.is_preposition(behind) { behind + 1 } else { end };
            let word = of + usize::from(self.units.get(of).is_some_and(|unit| unit.is(Class::Period(Period::Year))));
            if word > end && self.year(word).is_some() {
                year = self.year(word);
                end = word + 1;
            } else if self.lang == Lang::En
                && let Some(today) = self.today
                && let Some(years) = self.units.get(of).and_then(from_this)
                && self.units.get(of + 1).is_some_and(|unit| unit.is(Class::Period(Period::Year)))
            {
                // "in June last year", "in June of last year", "in June of this year"
                year = today.year().checked_add(years as i16);
                end = of + 2;
            } else if word > of
                && let Some(named) = self.year_of(word)
            {
                // في مارس من العام الماضي
                (year, end) = (Some(named), word + 1);
            }
        }
        let date = |year: i16| match day {
            Some(day) => Date::new(year, month, day).ok().map(Moment::day),
            None => Moment::month(year, month),
        };
        if let Some(year) = year {
            let date = date(year)?;
            return Some(When { several, ..When::new(at, end, date, date) });
        }
        let today = self.today?;
        // "may" the verb and "march" the noun need a day or a preposition, which the lexicon cannot tell: skip.
        if self.lang == Lang::En
            && day.is_none()
            && !self.units[at].start.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.tokens.form(&self.tokens.tokens[before]),
                    b"in" | b"last" | b"next" | b"since" | b"early" | b"late" | b"mid" | b"of" | b"this"
                )
            })
        {
            return None;
        }
        let of_this = self.units.get(end).is_some_and(|unit| unit.is(Class::This));
        let next_mark = if self.lang == Lang::En { self.before(at) } else { self.direction(end) };
        let nearest = |future: bool| -> Option<Moment> {
            let this = date(today.year())?;
            // من 4 إلى 17 مارس on the tenth: what has begun is not put off for a year.
            let just_past = day.is_some() && today.checked_sub(31.days()).is_ok_and(|begun| this.last >= begun);
            // In March "last March" is that of the year before.
            let other = day.is_none() && next_mark.is_some() && month == today.month();
            if future && (this.last < today && !just_past || other) {
                return date(today.year() + 1);
            }
            if !future && (this.first > today || other) {
                return date(today.year() - 1);
            }
            Some(this)
        };
        let (past, future) = match next_mark {
            _ if of_this => (date(today.year())?, date(today.year())?),
            Some(true) => (nearest(true)?, nearest(true)?),
            Some(false) => (nearest(false)?, nearest(false)?),
            None => {
                let (past, future) = (nearest(false)?, nearest(true)?);
                // In October "in November" is the next one, whatever the verb.
                let close = |moment: Moment| moment.first < today.checked_add(3.months()).unwrap_or(today);
                let far = past.last < today.checked_sub(8.months()).unwrap_or(today);
                if far && close(future) { (future, future) } else { (past, future) }
            }
        };
        let marked = self.lang == Lang::Ar && (next_mark.is_some() || of_this);
        Some(When { several, ..When::new(at, end + usize::from(marked), past, future) })
    }

    /// Returns whether a day with its month begins at a unit: 6 أبريل, "April 6".
    fn is_day_of_month(&self, at: usize) -> bool {
        match self.day_of_month(at) {
            Some((_, next)) => self.month(next).is_some(),
            None => self.month(at).is_some() && self.number(at + 1).is_some_and(|day| (1..=31).contains(&day)),
        }
    }

    /// The month behind a day: at once, behind من or شهر, or behind a second day (7 و8 فبراير, 24 إلى 26 مايو), of which
    /// the first counts; says whether there is one.
    fn behind_day(&self, day: usize) -> Option<(usize, bool)> {
        let (mut next, several) = if self.month(day).is_none() { self.past_second_day(day) } else { (day, false) };
        next += usize::from(self.is_preposition(next));
        next += usize::from(self.units.get(next).is_some_and(|unit| unit.is(Class::Period(Period::Month))));
        self.month(next).map(|_| (next, several))
    }

    /// Past a second day (7 و8, 24 إلى 26), and whether there is one.
    pub(super) fn past_second_day(&self, day: usize) -> (usize, bool) {
        let joins = |unit: &Unit| {
            unit.is(Class::Conj) || unit.is_mark() || unit.to || unit.has(|class| matches!(class, Class::Prep(_)))
        };
        let second = self
            .day_of_month(day)
            .or_else(|| self.units.get(day).is_some_and(joins).then(|| self.day_of_month(day + 1)).flatten());
        second.map_or((day, false), |(_, behind)| (behind, true))
    }

    /// 12/2/2013, 12-2-2013.
    fn numeric(&self, at: usize) -> Option<When> {
        let first = self.units.get(at).filter(|unit| !unit.is_mark())?.start;
        let part = |token: usize| -> Option<i16> {
            let form = self.tokens.form(self.tokens.tokens.get(token)?);
            if form.is_empty() || form.len() > 4 || !form.iter().all(u8::is_ascii_digit) {
                return None;
            }
            std::str::from_utf8(form).ok()?.parse().ok()
        };
        let joined = |token: usize| {
            use crate::text::Gap;
            self.tokens.tokens.get(token).is_some_and(|t| matches!(t.gap, Gap::Hyphen | Gap::Punct(b'/' | b'-')))
        };
        if !joined(first + 1) || !joined(first + 2) {
            return None;
        }
        let (a, b, c) = (part(first)?, part(first + 1)?, part(first + 2)?);
        let date = if (1900..=2100).contains(&c) {
            Date::new(c, b as i8, a as i8)
        } else if (1900..=2100).contains(&a) {
            Date::new(a, b as i8, c as i8)
        } else {
            return None;
        };
        let day = Moment::day(date.ok()?);
        let end = (at..self.units.len()).find(|&unit| self.units[unit].start >= first + 3);
        Some(When::new(at, end.unwrap_or(self.units.len()), day, day))
    }

    fn weekday_at(&self, at: usize) -> Option<Weekday> {
        let number = self.class(at, |class| match class {
            Class::Weekday(number) => Some(number),
            _ => None,
        })?;
        Weekday::from_monday_one_offset(number as i8).ok()
    }

    fn weekday(&self, at: usize) -> Option<When> {
        let wanted = self.weekday_at(at)?;
        let today = self.today?;
        // Two days: الاثنين والثلاثاء المقبلين.
        let mut end = at + 1;
        let join = end + usize::from(self.units.get(end).is_some_and(|unit| unit.is(Class::Conj)));
        let several = self.weekday_at(join).is_some();
        if several {
            end = join + 1;
        }
        // ليل الاثنين - الثلاثاء: the night between the two.
        let night = end + usize::from(self.units.get(end).is_some_and(|unit| unit.is_mark() && !unit.is_stop()));
        if self.lang == Lang::Ar && self.weekday_at(night).is_some_and(|next| next == wanted.next()) {
            end = night + 1;
        }
        let further = self.is_one_further(end);
        let behind = if self.lang == Lang::En { self.before(at) } else { self.direction(end + usize::from(further)) };
        let week = if further { 7 } else { 0 };
        // Back to the last such day, today included; forward to the next.
        let back = i64::from(today.weekday().since(wanted));
        let ahead = i64::from(wanted.since(today.weekday()));
        let last =
            today.checked_sub(Duration::new().days(if back == 0 && behind == Some(false) { 7 } else { back })).ok()?;
        let next =
            today.checked_add(Duration::new().days(if ahead == 0 && behind == Some(true) { 7 } else { ahead })).ok()?;
        let (past, future) = match behind {
            Some(true) => [next.checked_add(week.days()).ok()?; 2].into(),
            Some(false) => [last.checked_sub(week.days()).ok()?; 2].into(),
            None => (last, self.on_the_way(wanted).unwrap_or(next)),
        };
        let end = if behind.is_some() && self.lang == Lang::Ar { end + 1 + usize::from(further) } else { end };
        let end = self.past_hijri(end);
        // A weekday with its date (الاثنين 15 أغسطس) leaves the word to the date.
        if let Some(date) = self.named_day(end) {
            return (self.lang == Lang::Ar).then_some(When { at, ..date });
        }
        Some(When { several, ..When::new(at, end, Moment::day(past), Moment::day(future)) })
    }

    /// يصل الأربعاء 20 مارس, and then سيزور الخميس: the first such day behind one to come, of the next two weeks, that the text has told.
    fn on_the_way(&self, wanted: Weekday) -> Option<Date> {
        const SOON: i64 = 14;
        const NEXT: i64 = 4;
        let today = self.today?;
        let soon = |day: Date, today: Date| day > today && today.checked_add(SOON.days()).is_ok_and(|end| day <= end);
        let begins = self.anchor.filter(|&anchor| soon(anchor, today))?;
        let days = i64::from(wanted.since(begins.weekday()));
        // "cancelled a trip scheduled for Thursday and one planned for Wednesday": that is right before, and not in a week.
        let near = today.checked_add(7.days()).is_ok_and(|week| begins < week);
        (!near || days <= NEXT).then(|| begins.checked_add(days.days()).ok()).flatten()
    }

    /// The date that follows and tells the same day more exactly: الاثنين 15 أغسطس, الاثنين الموافق 15 أغسطس.
    fn named_day(&self, end: usize) -> Option<When> {
        let next = self.over_marks(end);
        let next = next + usize::from(self.is_quietly(next, Class::Falling));
        let next =
            next + usize::from(self.quiet(next, |class| matches!(class, Class::TimeHead).then_some(())).is_some());
        self.month_date(next).or_else(|| self.numeric(next)).filter(|date| date.past.as_day().is_some())
    }

    fn relative_day(&self, at: usize) -> Option<When> {
        let (from, offset) = self.class(at, |class| match class {
            Class::Day(offset) => Some((self.today, offset)),
            Class::AnchorDay(offset) => Some((self.anchor, offset)),
            _ => None,
        })?;
        let mut day = from?.checked_add(i64::from(offset).days()).ok()?;
        let mut end = at + 1;
        // في اليوم الثاني من زيارته: one of the days of the journey, and today only where it is told in the present.
        let numbered = |class: Class| matches!(class, Class::Ordinal(_)).then_some(());
        let told_now = || {
            // الزيارة التي لم يعلن عنها: a present behind لم is none.
            let verb = self.units[..at].iter().rposition(|unit| unit.kind == Kind::Verb);
            let negated = |verb: usize| verb > 0 && self.units[verb - 1].is(Class::Negation);
            verb.is_some_and(|verb| self.units[verb].tense() == Some(Tense::Present) && !negated(verb))
        };
        if self.lang == Lang::Ar && offset == 0 && self.quiet(end, numbered).is_some() && !told_now() {
            return None;
        }
        // منذ لحظات, but not منذ لحظات انطلاقها or قبل ساعات من زيارته.
        let counted = self.quiet(at, |class| matches!(class, Class::Ago(_) | Class::Since).then_some(())).is_some();
        let of = self.knowledge.lexicon.preposition_id("من");
        let goes_on = |unit: &Unit| {
            matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Participle)
                || unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == of))
        };
        if self.lang == Lang::Ar && counted && self.units.get(end).is_some_and(goes_on) {
            return None;
        }
        // غدا الجمعة is one expression; where the two disagree, the name of the day is right.
        let named = self.over_marks(end);
        if let Some(wanted) = self.weekday_at(named) {
            let ahead = i64::from(wanted.since(day.weekday()));
            let nearest = if ahead > 3 { ahead - 7 } else { ahead };
            day = day.checked_add(nearest.days()).ok()?;
            end = self.past_hijri(named + 1);
        }
        if let Some(date) = self.named_day(end) {
            return (self.lang == Lang::Ar).then_some(When { at, ..date });
        }
        Some(When::new(at, end, Moment::day(day), Moment::day(day)))
    }

    /// في 2014, "in 2014".
    fn bare_year(&self, at: usize) -> Option<When> {
        let year = self.year(at)?;
        let told = |&before: &usize| self.is_preposition(before) || self.units[before].is(Class::Since);
        let before = at.checked_sub(1).filter(told)?;
        // بـ2000 من رجاله: so many of them. ب and من in normal form.
        let counts = self.form(before) == Some(&[0x81]) || self.form(at + 1) == Some(&[0x97, 0x98]);
        if self.lang == Lang::Ar && counts {
            return None;
        }
        let date = Moment::year(year);
        Some(When::new(at, at + 1, date, date))
    }

    // ---- what a date belongs to by its form --------------------------------------------------------------------

    /// The bond of a date, and where its phrase begins: فجر اليوم, early Monday.
    fn bond(&self, at: usize, end: usize) -> (Bond, usize) {
        let mut from = at;
        while let Some(before) = from.checked_sub(1)
            && self.quiet(before, |class| matches!(class, Class::TimeHead).then_some(())).is_some()
        {
            from = before;
        }
        let Some(before) = from.checked_sub(1) else { return (self.attribute(at, end), from) };
        // "before March 16" and بعد 2003 tell a limit.
        let limit =
            self.units[before].has(|class| matches!(class, Class::Since | Class::Until | Class::Ahead | Class::After));
        // قبل نهاية العام, "by the end of the month": within that time.
        let within =
            from < at && self.units[before].is(Class::Ahead) && self.units[at].has(|c| matches!(c, Class::Period(_)));
        // "at the end of March": within it.
        let part = self.units[before].is(Class::After) && self.ends_in_end_of(before);
        if limit && !within && !part && !self.units[at].is(Class::Period(Period::Week)) {
            // "ahead of Friday's meeting", "after the March 5 summit": the day is the noun's.
            let bond = self.attribute(at, end);
            return (if bond == Bond::Free { Bond::Since } else { bond }, from);
        }
        // ثورة 25 يناير, أحداث 11 سبتمبر, اتفاقات عام 1994.
        let names = self.quiet(before, |class| matches!(class, Class::Dated).then_some(())).is_some();
        let by_name = !self.units[at].has(|class| matches!(class, Class::Day(_) | Class::AnchorDay(_)));
        if self.lang == Lang::Ar && names && by_name && from == at {
            return (Bond::Noun(before), from);
        }
        (self.attribute(at, end), from)
    }

    /// "at the end of": whether the last words of a unit are these.
    fn ends_in_end_of(&self, at: usize) -> bool {
        let end = self.units[at].end;
        let form = |token: usize| self.tokens.form(&self.tokens.tokens[token]);
        self.lang == Lang::En && end > 1 && form(end - 1) == b"of" && form(end - 2) == b"end"
    }

    /// "the October 7 attack", "Tuesday's summit": an English date before the noun that it is part of.
    fn attribute(&self, at: usize, end: usize) -> Bond {
        const WORDS: usize = 3;
        if self.lang != Lang::En {
            return Bond::Free;
        }
        let possessive = self.form(end) == Some(b"s") || self.form(end - 1).is_some_and(|form| form == b"s");
        let owner = at > 0 && self.units[at - 1].possessive;
        let article = self.units[at].start.checked_sub(1).is_some_and(|before| {
            matches!(self.tokens.form(&self.tokens.tokens[before]), b"the" | b"a" | b"an" | b"his" | b"their" | b"its")
        });
        if !possessive && !owner && !article {
            return Bond::Free;
        }
        let from = end + usize::from(self.form(end) == Some(b"s"));
        let noun = (from..self.units.len().min(from + WORDS))
            .take_while(|&unit| matches!(self.units[unit].kind, Kind::Word | Kind::Noun | Kind::Phrase(_)))
            .find(|&unit| self.units[unit].kind == Kind::Noun);
        let word = self.units.get(from).is_some_and(|unit| matches!(unit.kind, Kind::Word | Kind::Noun));
        match noun {
            Some(noun) => Bond::Noun(noun),
            None if word => Bond::Noun(from),
            None => Bond::Free,
        }
    }
}

/// So many days, weeks, months or years from a day: as exactly as is usually meant.
pub(super) fn stepped(from: Date, steps: i64, period: Option<Period>) -> Option<Moment> {
    match period {
        None => Some(Moment::day(from.checked_add(steps.days()).ok()?)),
        Some(Period::Week) => Moment::around(from.checked_add((steps * 7).days()).ok()?, 3),
        Some(Period::Month) => {
            let day = from.checked_add(steps.months()).ok()?;
            Moment::month(day.year(), day.month())
        }
        Some(Period::Year) => Some(Moment::year(from.checked_add(steps.years()).ok()?.year())),
    }
}

impl When {
    pub(super) fn new(at: usize, end: usize, past: Moment, future: Moment) -> When {
        When { at, end, past, future, bond: Bond::Free, several: false }
    }
}
