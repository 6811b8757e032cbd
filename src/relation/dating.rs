//! Which date expression of a sentence a relation takes.
//!
//! A date belongs to the verb or noun that it follows in its clause; in front of a sentence, to the first verb. Who else
//! shares it: verbs joined to that one, nouns that a light verb carries (أجرى أمس اتصالا), and contacts that happen
//! during what the verb tells (بحث اليوم خلال لقائه). What is announced on a day is not dated by that day.

use jiff::civil::Date;
use smallvec::SmallVec;

use super::clause::Clause;
use super::dating_head::journey_ends;
use super::front::main_clause;
use super::moment::Moment;
use super::unit::{Kind, Unit};
use super::when::{Bond, Lasts, Times, When};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Status, Tense};
use crate::mention::PhraseKind;

/// Dates further away than this are not taken.
const REACH: usize = 30;

/// How far from a noun "during it" may stand.
pub(super) const DURING: usize = 3;

/// How a head comes by a date.
#[derive(Clone, Copy, Debug)]
struct Link {
    /// How many steps lie between: the nearest wins.
    steps: usize,
    /// The verb whose tense tells the direction of the date.
    verb: Option<usize>,
    /// Only the month is certain: the visit during which somebody was met that day.
    cut: bool,
}

/// Returns when that happened, happens or will happen what the head at `at` tells.
pub(super) fn moment(
    clause: &Clause<'_>,
    times: &Times,
    today: Option<Date>,
    at: usize,
    predicate: Predicate,
    status: Status,
) -> Option<Moment> {
    // "the Israeli-occupied Golan Heights": how it is, not what happened that day.
    if clause.lang == Lang::En && clause.units[at].hyphen && clause.units[at].tense() == Some(Tense::PastParticiple) {
        return None;
    }
    let heads = Heads { clause, predicate, lasts: times.lasts };
    // "spoke today by phone with": when they spoke.
    let at = heads.verb_of_manner(at).unwrap_or(at);
    let dateline = dateline(clause, times);
    let mut own: SmallVec<[(usize, usize, Link, &When); 4]> = times
        .dates
        .iter()
        // واشنطن 25 شباط (بترا) - التقى أمس: the dateline tells the day only where nothing else does.
        .filter(|when| dateline != Some(when.at))
        .filter_map(|when| {
            let link = heads.link(at, when)?;
            let distance = at.abs_diff(when.at);
            let near = distance <= REACH || distance <= 2 * REACH && heads.is_held_on(at, when.at);
            near.then_some((link.steps, distance, link, when))
        })
        .collect();
    own.sort_by_key(|&(steps, distance, ..)| (steps, distance));
    // "due in Israel next week, praised him on Tuesday": what was done had no day that is still to come.
    let nearest = |&&(steps, _, link, when): &&(usize, usize, Link, &When)| {
        clause.lang == Lang::Ar
            || read(clause, when, of_head(when, link, predicate, steps), today, status, steps).is_some()
    };
    let chosen = own.iter().find(nearest).or(own.first()).copied();
    if let Some((steps, _, link, when)) = chosen {
        // تناولت الصحف أمس الزيارة المرتقبة, اتفقا أمس على عقد لقاء: what is still to come was not on the day of what was done.
        let done = link.verb.is_some_and(|verb| {
            verb < at
                && clause.units[verb].tense() == Some(Tense::Past)
                && !heads.is_journey(verb)
                && !heads.is_light(verb)
        });
        let planned = matches!(status, Status::Planned | Status::Possible) && clause.units[at].kind == Kind::Noun;
        if planned && done && when.at < at && steps > 0 && when.past == when.future && clause.lang == Lang::Ar {
            return None;
        }
        let moment = read(clause, when, of_head(when, link, predicate, steps), today, status, steps);
        if let Some(trace) = clause.trace.filter(|_| moment.is_some()) {
            trace.date(steps == 0, words_of(clause.units, when));
        }
        return moment;
    }
    (predicate == Predicate::Visited && status == Status::Happened && heads.goes_on(at))
        .then_some(today)
        .flatten()
        .map(|day| Moment::day(day).cut_to_month())
}

/// محادثات خلال زيارة يومي 7 و8 فبراير: on one of the two.
fn of_head(when: &When, link: Link, predicate: Predicate, steps: usize) -> Link {
    Link { cut: link.cut || when.several && steps > 0 && predicate != Predicate::Visited, ..link }
}

/// The place of the date in a dateline, where the sentence behind it has another: "CAIRO, Feb. 25 (Reuters) - ... on Wednesday".
fn dateline(clause: &Clause<'_>, times: &Times) -> Option<usize> {
    let [first, others @ ..] = times.dates.as_slice() else { return None };
    let place = |unit: &Unit| {
        let phrase = unit.phrase().map(|index| &clause.phrases[index]);
        unit.is_mark()
            || unit.phrase().is_none() && unit.is_preposition()
            || phrase.is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
    };
    let before = &clause.units[..first.at];
    let told = others.iter().any(|when| !matches!(when.bond, Bond::Noun(_) | Bond::Since));
    (told
        && first.past.as_day().is_some()
        && before.iter().any(|unit| unit.phrase().is_some())
        && before.iter().all(place)
        && clause.units.get(first.end).is_some_and(|unit| unit.is_mark() || unit.phrase().is_some()))
    .then_some(first.at)
}

/// Returns the tokens of a date expression.
pub(super) fn words_of(units: &[Unit], when: &When) -> (usize, usize) {
    (units[when.at].start, units[when.end - 1].end)
}

/// Returns when the words were said by which the verb at `verb` tells what the head at `head` behind it is: أعرب أمس عن دعمه,
/// شدد أمس على ضرورة انسحابهم.
pub(super) fn moment_of_saying(
    clause: &Clause<'_>,
    times: &Times,
    today: Option<Date>,
    verb: usize,
    head: usize,
    predicate: Predicate,
) -> Option<Moment> {
    let dates: Vec<When> = times.dates.iter().filter(|when| when.end <= head).copied().collect();
    if dates.is_empty() {
        return None;
    }
    moment(clause, &Times { dates, lasts: None }, today, verb, predicate, Status::Happened)
}

/// Returns whether a noun tells beside what else the clause tells: خلال لقائه, "after talks".
pub(super) fn is_aside(clause: &Clause<'_>, noun: usize) -> bool {
    Heads { clause, predicate: Predicate::Met, lasts: None }.is_aside(noun)
}

/// The day that an expression means beside a verb of that tense and for a relation of that status.
fn read(
    clause: &Clause<'_>,
    when: &When,
    link: Link,
    today: Option<Date>,
    status: Status,
    steps: usize,
) -> Option<Moment> {
    let ahead = matches!(status, Status::Planned | Status::Possible);
    let tense = link.verb.and_then(|verb| clause.units[verb].tense());
    // "reportedly met on Friday": a regular past has the form of its participle.
    let done = link.verb.is_some_and(|verb| {
        let auxiliary = verb > 0 && clause.units[verb - 1].is(Class::Auxiliary);
        clause.lang == Lang::En && tense == Some(Tense::PastParticiple) && status == Status::Possible && !auxiliary
    });
    let moment = match tense {
        Some(Tense::Past) => when.past,
        _ if done => when.past,
        Some(Tense::Future) => when.future,
        _ if ahead => when.future,
        _ => when.past,
    };
    // التقاه منذ يومين was two days ago; يزوره منذ يومين goes on.
    if when.bond == Bond::Ago && tense != Some(Tense::Past) || when.bond == Bond::Within && !ahead {
        return None;
    }
    let moment = if link.cut { moment.cut_to_month() } else { moment };
    if let Some(today) = today {
        let over = ahead && moment.last < today.checked_sub(jiff::Span::new().days(2)).ok()?;
        // News of this evening is dated tomorrow; next month is not.
        let latest = if moment.as_day().is_some() { today.tomorrow().ok()? } else { today };
        // دعا إلى المشاركة غدا في: what is called tomorrow has not been.
        let tomorrow = moment.first > today
            && tense == Some(Tense::Past)
            && clause.units[when.at].has(|class| matches!(class, Class::Day(1..)));
        let to_come = status == Status::Happened && (moment.first > latest || tomorrow);
        if over || to_come {
            return None;
        }
    }
    // What may happen or did not happen has a date only where the date stands right with it.
    if matches!(status, Status::Possible | Status::Denied) && steps > 0 {
        return None;
    }
    Some(moment)
}

pub(super) struct Heads<'c, 's> {
    pub(super) clause: &'c Clause<'s>,
    pub(super) predicate: Predicate,
    pub(super) lasts: Option<Lasts>,
}

impl Heads<'_, '_> {
    pub(super) fn units(&self) -> &[Unit] {
        self.clause.units
    }

    pub(super) fn between(&self, a: usize, b: usize) -> std::ops::Range<usize> {
        a.min(b) + 1..a.max(b)
    }

    /// Returns whether a date stands in front of a further clause, whose verb it dates: التقى فلانا، وفي اليوم التالي زار.
    fn fronts(&self, when: &When) -> bool {
        // "and on Monday the French president"
        const WORDS: usize = 5;
        let units = self.units();
        let governed = when.at.checked_sub(1).filter(|&before| self.clause.is_in_date(before));
        let from = governed.unwrap_or(when.at);
        let Some(before) = from.checked_sub(1) else { return false };
        let word = units[before].is(Class::Conj) && units[before].phrase().is_none() && !units[before].is_comma();
        let joined = word || self.clause.lang == Lang::Ar && units[from].clitics.has_conjunction();
        let comma = if word { before.checked_sub(1) } else { Some(before) };
        if !joined || !comma.is_some_and(|comma| units[comma].is_comma()) {
            return false;
        }
        let mut behind = units[when.end..].iter();
        if self.clause.lang == Lang::Ar {
            let verb = behind.find(|unit| !unit.is_comma() && !unit.is(Class::Qad));
            return verb.is_some_and(|unit| unit.kind == Kind::Verb);
        }
        behind
            .take(WORDS)
            .take_while(|unit| unit.phrase().is_some() || !unit.is_mark() && !unit.is_preposition())
            .any(|unit| unit.kind == Kind::Verb)
    }

    fn link(&self, at: usize, when: &When) -> Option<Link> {
        match when.bond {
            Bond::Noun(noun) if noun == at => return Some(Link { steps: 0, verb: self.verb_before(at), cut: false }),
            // سيلتقيه على هامش القمة المقررة الأربعاء, "met on the sidelines of last week's summit"
            Bond::Noun(noun) if self.happens_beside(at, noun, when) => {
                let verb = if self.units()[at].kind == Kind::Verb { Some(at) } else { self.verb_before(at) };
                return Some(Link { steps: 2, verb, cut: false });
            }
            // بعد يوم من زيارة لبغداد للاجتماع مع: the purpose of a journey whose day is told.
            Bond::Noun(noun) if self.is_purpose_of(at, noun) => {
                return Some(Link { steps: 1, verb: self.verb_before(at), cut: self.lasts == Some(Lasts::Longer) });
            }
            Bond::Noun(_) => return None,
            Bond::Since if !self.is_state() => return None,
            // "Since 1989, an uprising in Indian-controlled Kashmir"
            Bond::Since if self.clause.lang == Lang::En && when.at < at && self.units()[at].kind != Kind::Verb => {
                return None;
            }
            Bond::Since | Bond::Ago | Bond::Within | Bond::Free => {}
        }
        // غدا.. فلان يزور برلين: a date alone in front of a headline.
        let alone = when.at == 0 && self.units().get(when.end).is_some_and(Unit::is_stop);
        let skipped = if alone { when.end } else { when.at };
        if self.between(at, skipped).any(|unit| self.units()[unit].is_stop()) {
            return None;
        }
        if when.at > at { if self.fronts(when) { None } else { self.behind(at, when) } } else { self.before(at, when) }
    }

    /// فلان يلتقي فلانا ويزور غدا الرياض: whether a day to come right behind a joined present is no day of the present before it.
    fn is_tomorrows(&self, at: usize, verb: usize, when: &When) -> bool {
        let present = |at: usize| self.units()[at].tense() == Some(Tense::Present);
        let ahead = self.units()[when.at].has(|class| matches!(class, Class::Day(1..)));
        self.clause.lang == Lang::Ar
            && ahead
            && present(at)
            && present(verb)
            && self.units()[verb].clitics.has_conjunction()
    }

    /// The date stands behind the head.
    fn behind(&self, at: usize, when: &When) -> Option<Link> {
        let units = self.units();
        let verb = units[at].kind == Kind::Verb;
        if verb && self.says_on(at, when.at) {
            return Some(Link { steps: 2, verb: Some(at), cut: false });
        }
        if self.between(at, when.at).any(|unit| units[unit].is(Class::Saying)) {
            return None;
        }
        // الذي يزور القاهرة للمرة الأولى، الاثنين: behind the comma the main verb goes on.
        if verb && self.verb_past_relative(at, when.at).is_some() {
            return None;
        }
        let resumed = verb && self.resumes_behind(at, when.end);
        // قمة مرتقبة، وسط ترجيحات بعقدها خلال الأسبوع المقبل
        if !verb && self.is_held_on(at, when.at) {
            return Some(Link { steps: 1, verb: None, cut: false });
        }
        let told = if verb { None } else { self.clause.verb_of_event(at).filter(|&told| told < when.at) };
        let mut steps = 0;
        for unit in self.between(at, when.at) {
            // القمة التي ستعقد في 3 مارس: the verb tells when the meeting is.
            if told.is_some_and(|told| unit <= told) {
                continue;
            }
            // طالب في بيان أصدره أمس: the words were said when they were given out.
            if verb && self.gives_out(at, unit) {
                steps += 1;
                continue;
            }
            // زار القاهرة عندما كان وزيرا في 2006
            if verb && self.is_while(at, unit) {
                steps += 1;
                continue;
            }
            if self.in_closed_relative(at, unit, when.at)
                || verb && self.verb_past_relative(unit, when.at).is_some_and(|main| main == at)
            {
                continue;
            }
            // "his first since taking office four years ago"
            let since = units[unit].is(Class::Since) && !self.begins_state(unit, when);
            // "met him later that month"
            let same = unit + 1 == when.at && units[when.at].has(|class| matches!(class, Class::Period(_)));
            if self.opens_complement(unit) && !same || since || self.opens_other_time(unit, when) {
                return None;
            }
            if units[unit].is(Class::Relative) && !same {
                steps += 2;
            }
            match units[unit].kind {
                // "met him, who is recognised and who slipped across the border on Friday"
                Kind::Verb if verb && !resumed && self.in_relative(at, unit) => return None,
                Kind::Verb if verb && self.tells_of_meeting(at, unit) => steps += 1,
                Kind::Verb if self.is_infinite(unit) => steps += 1,
                // التقى فلانا، وفق ما أعلنت الوزارة، الثلاثاء: behind who tells it the main clause goes on.
                Kind::Verb if self.is_in_source_aside(unit, when.at) => steps += 1,
                Kind::Verb if verb && self.is_while(at, unit - 1) => {}
                Kind::Verb if resumed && self.in_relative(at, unit) => {}
                // القمة التي عقدت أمس: the relative clause tells of the head itself.
                Kind::Verb if !verb && self.tells_of_head(at, unit) => steps += 1,
                // يستقبل فلانا، ثم يستقبل الخميس غيره: what comes next has a time of its own.
                Kind::Verb if verb && self.comes_next(unit) => return None,
                // سيصل الأحد ويلتقي فلانا ويتوجه الاثنين إلى بيروت: right behind another verb the day is that one's first.
                // يلتقي فلانا ويزور غدا الرياض
                Kind::Verb if verb && when.at == unit + 1 && self.is_tomorrows(at, unit, when) => return None,
                Kind::Verb if verb && self.is_joined(unit) && self.time(unit) == self.time(at) => {
                    steps += if when.at == unit + 1 { 3 } else { 1 };
                }
                Kind::Verb => return None,
                Kind::Noun if verb && self.is_about(unit) => return None,
                // سيلتقيه قبل زيارته للمنطقة في 20 مارس: the journey is then.
                Kind::Noun if self.carries_relation(unit) && self.is_ahead(unit) => return None,
                // "is meeting him after Obama's trip this week": nor what came after it, where the time is no day.
                Kind::Noun if verb && self.is_journey(unit) && self.is_over(unit) && when.past.as_day().is_none() => {
                    return None;
                }
                // وصل قادما من القاهرة مساء أمس, غادر متوجها إلى باريس اليوم: the evening is that of the verb.
                Kind::Participle if verb && self.is_journey(at) && self.is_journey(unit) => {}
                // برنامج التعاون الموقع بين البلدين في 17 نوفمبر: the signing was then.
                Kind::Participle if self.carries_relation(unit) && !self.is_backing(unit) => return None,
                Kind::Noun if self.is_attribute(unit) => return None,
                Kind::Noun if self.carries_relation(unit) => steps += 1,
                _ => {}
            }
        }
        let governor = if verb { Some(at) } else { told.or_else(|| self.verb_before(at)) };
        let origin = governor.is_some() && self.tells_origin(at) && self.lasts != Some(Lasts::Day);
        Some(Link { steps, verb: governor, cut: origin || steps > 0 && self.is_journey_aside(at) })
    }

    /// The date stands before the head.
    fn before(&self, at: usize, when: &When) -> Option<Link> {
        let units = self.units();
        if self.is_in_plan_aside(at, when.at) {
            return None;
        }
        // "in 2007, when Hamas took control": the date is told again by its clause.
        if self.opens_again(at, when.end) {
            return Some(Link { steps: 0, verb: Some(at), cut: false });
        }
        let governor = (0..when.at)
            .rev()
            .take_while(|&unit| !units[unit].is_stop() && !self.opens_complement(unit))
            .find(|&unit| units[unit].kind == Kind::Verb && self.verb_past_relative(unit, when.at).is_none())
            .filter(|_| !self.fronts(when))
            // "Speaking in Berlin on Tuesday, she criticised"
            .filter(|&verb| verb > 0 || self.clause.lang == Lang::Ar || units[verb].tense() != Some(Tense::Gerund));
        // "On Friday, before flying to Moscow, he praised": the main clause has the date.
        let main = if governor.is_none() { main_clause(self.clause, when.end) } else { None };
        let verb_there = |main: usize| (main..units.len()).find(|&unit| units[unit].kind == Kind::Verb);
        if main.and_then(verb_there).is_some_and(|verb| at == verb) {
            return Some(Link { steps: 0, verb: Some(at), cut: false });
        }
        if main.is_some_and(|main| at < main) && units[when.end.min(at)..at].iter().any(|unit| unit.is(Class::Ahead)) {
            return Some(Link { steps: 1, verb: None, cut: true });
        }
        let from = main.filter(|&main| main <= at).unwrap_or(when.at);
        // في أول زيارة له منذ توليه منصبه في فبراير، وصل
        if self.is_since_something(when.at) {
            return None;
        }
        // أعلن الاثنين أن بلاده مستعدة ...، خلال لقاء: the comma closes the complement.
        if self.between(from, at).any(|unit| self.opens_complement(unit)) {
            // غادر السبت قبل أن يلتقي: soon behind that.
            let mut opens = self.between(from, at).filter(|&unit| self.opens_complement(unit));
            let soon = opens.next().is_some_and(|unit| units[unit].is(Class::Ahead)) && opens.next().is_none();
            if soon && governor.is_some() && when.past.as_day().is_some() {
                return Some(Link { steps: 2, verb: governor, cut: true });
            }
            let verb = governor.filter(|_| self.is_afterthought(at))?;
            return Some(Link { steps: 2, verb: Some(verb), cut: self.is_journey(at) });
        }
        let first = (from.max(when.end)..units.len())
            .take_while(|&unit| !units[unit].is_stop())
            .find(|&unit| units[unit].kind == Kind::Verb);
        let (verb, steps) = match (governor, first) {
            (Some(verb), _) => (verb, 1),
            // A date in front belongs to the first verb; a headline may have none.
            (None, Some(first)) if first >= at => {
                // "After a meeting on Sunday, he flew to Riyadh on Monday"
                let steps = usize::from(self.dates_what_is_over(when) || self.dates_subject(when));
                return Some(Link { steps, verb: (first == at).then_some(at), cut: false });
            }
            // بعد زيارة إلى واشنطن الأسبوع الماضي، يصل اليوم: the visit was last week.
            (None, Some(first)) if !self.dates_what_is_over(when) => (first, 0),
            (None, Some(_)) => return None,
            (None, None) => return Some(Link { steps: 1, verb: None, cut: false }),
        };
        // اتصالا شكره خلاله: what is done during anything but a journey is of its day.
        let during = self.lasts != Some(Lasts::Day)
            && (0..at).any(|unit| self.is_journey(unit))
            && (self.says_during(at)
                || self.between(from, at).rev().take(DURING).any(|unit| units[unit].is(Class::During)));
        let link = |steps, cut| Some(Link { steps, verb: Some(verb), cut: cut || during });
        // استقبل أمس فلانا الذي سلمه رسالة: whom he met that day is who did it to him.
        if self.is_done_there(verb, when.end, at) {
            return link(steps + 2, false);
        }
        let last = (0..=at).rev().find(|&unit| units[unit].kind == Kind::Verb)?;
        // شارك أمس في المؤتمر الذي نظمته روما، والتقى: behind the comma the main line goes on.
        let relative = self.between(from, at).any(|unit| units[unit].is(Class::Relative));
        let resumed = relative && self.goes_on_behind_relative(verb, last);
        if relative && !resumed {
            return None;
        }
        let after_origin = last > verb && self.follows_origin(when.at, last);
        let link = |steps, cut| link(steps, cut || after_origin);
        // وصل أمس في زيارة يجري خلالها محادثات: the verb tells of the journey's time.
        if (last == at || self.is_light(last)) && self.says_during(last) {
            return link(1, self.lasts != Some(Lasts::Day));
        }
        // "said Thursday after talks with"
        if last == at && last != verb && units[at - 1].is(Class::After) {
            return link(steps + 1, false);
        }
        if last == at && self.predicate == Predicate::Visited && self.is_stop_of_journey(at, when.at) {
            return link(steps + 1, true);
        }
        // "Macron, who visited Berlin last week, met Biden"
        if last == at && self.is_of_relative(verb, at) {
            return None;
        }
        // عقدت أمس قمة جمعت فلانا وفلانا: whom the meeting gathers.
        if last == at && last != verb && self.gathers(at, when.end) {
            return link(0, false);
        }
        let chain = if resumed { 1 } else { self.shares(verb, last)? };
        if last == at {
            return link(steps + chain, false);
        }
        let aside = self.is_aside(at);
        // دافع أمس عن القرار بعد هجومها على المدينة: what somebody did or held before has no day there.
        let held = self.predicate.family() == Family::Contact || self.predicate == Predicate::AgreedWith;
        if aside && !held && units[at].kind == Kind::Noun && self.is_over(at) {
            return None;
        }
        // غادر القاهرة أمس متوجها إلى باريس: one journey.
        if self.is_journey(last) && self.is_journey(at) && units[at].kind == Kind::Participle {
            return link(steps + chain + 1, self.tells_origin(at) && self.lasts != Some(Lasts::Day));
        }
        // أعرب أمس عن استيائه من الحرب: the war is not of that day.
        let force = matches!(self.predicate, Predicate::Attacked | Predicate::Seized | Predicate::Sanctioned);
        if !aside && force && self.is_governed(at) {
            return None;
        }
        // استخدم الفاتيكان أمس عبارة جديدة بعد اعتراف الأمم المتحدة بفلسطين, نتيجة لاعترافها: what another did is presupposed.
        if !aside && !self.is_light(last) && !self.is_speech(last) && self.is_deed_of_another(at) {
            return None;
        }
        // قام أمس بزيارة بهدف الإعداد لزيارة الرئيس: the verb carries the first.
        let other = |unit: usize| units[unit].kind == Kind::Noun && self.carries_relation(unit);
        // تستضيف القاهرة غدا قمة بين فلان وفلان: what is hosted is held that day.
        let hosts =
            |form: &Form| self.clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Hosted);
        let contact = self.predicate.family() == Family::Contact && self.predicate != Predicate::Visited;
        if contact
            && units[at].kind == Kind::Noun
            && last + 5 > at
            && units[last].forms.iter().any(hosts)
            && !self.is_governed(at)
            && !aside
        {
            return link(steps + chain + 1, false);
        }
        let nested = units[at].kind == Kind::Noun && !self.between(last, at).any(|unit| units[unit].is_comma());
        if !aside && nested && self.between(last, at).any(other) {
            return None;
        }
        // اختتم أمس زيارة استمرت ثلاثة أيام: that was its last day.
        if journey_ends(units, last, at) && self.is_journey(at) {
            return link(steps + chain, self.lasts != Some(Lasts::Day));
        }
        // تواصلت أمس المفاوضات بين فلان وفلان: the verb has no party of its own, and the noun is its subject.
        let own = self.carries_relation(last) && !self.is_light(last) && !self.is_subject_of(last, at);
        let speech = self.is_speech(last);
        let journey = self.is_journey(at);
        let travels = self.is_journey(last);
        // يصل اليوم لإجراء محادثات: the talks are those of the arrival, where the journey does not take days.
        if travels && !journey && !aside && self.is_purpose(at) {
            return link(steps + chain + 1, self.lasts == Some(Lasts::Longer));
        }
        if (own || speech) && !aside {
            // قرر الاتحاد الأوروبي الاثنين فرض عقوبات على: what is decided is done by that.
            return if self.is_act_announced(last, at) { link(steps + chain + 1, false) } else { None };
        }
        // عاد أمس بعد محادثات: they were on the days before.
        let over = travels && self.is_over(at);
        // وصل أمس في زيارة: the journey is the arrival.
        let bare = self.clause.is_in(at - 1) && !units[at].is_definite_noun() && units[at].owner().is_none();
        let arrival = travels && bare && self.clause.tells(last, |told| told == Predicate::Visited);
        link(steps + chain + usize::from(own || speech), journey && aside && !arrival || over)
    }

    /// Returns in how many steps the verb `to` shares the time of the verb `from` before it.
    fn shares(&self, from: usize, to: usize) -> Option<usize> {
        let units = self.units();
        let later = |next: &Unit| next.is(Class::Skip) && next.end > next.start + 1;
        let mut steps = 0;
        let mut last = from;
        for unit in (from + 1..=to).filter(|&unit| units[unit].kind == Kind::Verb) {
            if unit < to && self.is_attributive(unit) {
                continue;
            }
            // سيزور الخميس القدس ثم يغادر إلى رام الله: behind a future the present goes on with it.
            // ويزور بعد ذلك الأردن: on a day that is not told.
            let ahead = self.clause.lang == Lang::Ar
                && (self.time(last), self.time(unit)) == (Some(Tense::Future), Some(Tense::Present))
                && !(self.predicate == Predicate::Visited && units.get(unit + 1).is_some_and(later));
            let time = ahead || self.time(last) == self.time(unit);
            let joined = self.is_joined(unit) && time || self.is_infinite(unit);
            if !joined {
                return None;
            }
            last = unit;
            steps += 1;
        }
        Some(steps)
    }
}
