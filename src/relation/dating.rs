//! Which date expression of a sentence a relation takes.
//!
//! A date belongs to the verb or noun that it follows in its clause; in front of a sentence, to the first verb. Who else
//! shares it: verbs joined to that one, nouns that a light verb carries (أجرى أمس اتصالا), and contacts that happen
//! during what the verb tells (بحث اليوم خلال لقائه). What is announced on a day is not dated by that day.

use jiff::civil::Date;

use super::clause::Clause;
use super::front::main_clause;
use super::moment::Moment;
use super::unit::{Kind, Unit};
use super::when::{Bond, Lasts, Times, When};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Slot, Status, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// Dates further away than this are not taken.
const REACH: usize = 30;

/// How far from a noun "during it" may stand.
const DURING: usize = 3;

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
    let own = times
        .dates
        .iter()
        // واشنطن 25 شباط (بترا) - التقى أمس: the dateline tells the day only where nothing else does.
        .filter(|when| dateline != Some(when.at))
        .filter_map(|when| {
            let link = heads.link(at, when)?;
            let distance = at.abs_diff(when.at);
            (distance <= REACH).then_some((link.steps, distance, link, when))
        })
        .min_by_key(|&(steps, distance, ..)| (steps, distance));
    if let Some((steps, _, mut link, when)) = own {
        // محادثات خلال زيارة يومي 7 و8 فبراير: on one of the two.
        link.cut |= when.several && steps > 0 && predicate != Predicate::Visited;
        let moment = read(clause, when, link, today, status, steps);
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
    let moment = match tense {
        Some(Tense::Past) => when.past,
        Some(Tense::Future) => when.future,
        _ if ahead => when.future,
        _ => when.past,
    };
    // التقاه منذ يومين was two days ago; يزوره منذ يومين goes on.
    if when.bond == Bond::Ago && tense != Some(Tense::Past) {
        return None;
    }
    let moment = if link.cut { moment.cut_to_month() } else { moment };
    if let Some(today) = today {
        let over = ahead && moment.last < today.checked_sub(jiff::Span::new().days(2)).ok()?;
        // News of this evening is dated tomorrow; next month is not.
        let latest = if moment.as_day().is_some() { today.tomorrow().ok()? } else { today };
        let to_come = status == Status::Happened && moment.first > latest;
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

/// اختتم زيارة, أنهى جولة: a verb of ending right before the journey, but for a date or its subject.
fn journey_ends(units: &[Unit], verb: usize, noun: usize) -> bool {
    units[verb].is(Class::Ending)
        && units[noun].kind == Kind::Noun
        && units[verb + 1..noun].iter().all(|unit| !matches!(unit.kind, Kind::Verb | Kind::Noun))
}

struct Heads<'c, 's> {
    clause: &'c Clause<'s>,
    predicate: Predicate,
    lasts: Option<Lasts>,
}

impl Heads<'_, '_> {
    fn units(&self) -> &[Unit] {
        self.clause.units
    }

    fn between(&self, a: usize, b: usize) -> std::ops::Range<usize> {
        a.min(b) + 1..a.max(b)
    }

    /// The verb of which an English noun tells how it was done: "spoke by phone".
    fn verb_of_manner(&self, at: usize) -> Option<usize> {
        let units = self.units();
        let manner = |form: &Form| self.clause.knowledge.lexicon.trigger(form.trigger).is_manner();
        let here = self.clause.lang == Lang::En && units[at].kind == Kind::Noun && units[at].forms.iter().any(manner);
        here.then(|| self.verb_before(at))
            .flatten()
            .filter(|&verb| self.between(verb, at).all(|unit| !units[unit].is_mark()))
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
            Bond::Noun(_) => return None,
            Bond::Since if self.predicate.family() == Family::Contact => return None,
            Bond::Since | Bond::Ago | Bond::Free => {}
        }
        // غدا.. فلان يزور برلين: a date alone in front of a headline.
        let alone = when.at == 0 && self.units().get(when.end).is_some_and(Unit::is_stop);
        let skipped = if alone { when.end } else { when.at };
        if self.between(at, skipped).any(|unit| self.units()[unit].is_stop()) {
            return None;
        }
        if when.at > at { if self.fronts(when) { None } else { self.behind(at, when) } } else { self.before(at, when) }
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
        let resumed = verb && self.resumes_behind(at, when.end);
        let told = if verb { None } else { self.clause.verb_of_event(at).filter(|&told| told < when.at) };
        let mut steps = 0;
        for unit in self.between(at, when.at) {
            // القمة التي ستعقد في 3 مارس: the verb tells when the meeting is.
            if told.is_some_and(|told| unit <= told) {
                continue;
            }
            // زار القاهرة عندما كان وزيرا في 2006
            if verb && self.is_while(at, unit) {
                steps += 1;
                continue;
            }
            if self.in_closed_relative(at, unit, when.at) {
                continue;
            }
            // "his first since taking office four years ago"
            if self.opens_complement(unit) || units[unit].is(Class::Since) || self.opens_other_time(unit, when) {
                return None;
            }
            if units[unit].is(Class::Relative) {
                steps += 2;
            }
            match units[unit].kind {
                // "met him, who is recognised and who slipped across the border on Friday"
                Kind::Verb if verb && !resumed && self.in_relative(at, unit) => return None,
                Kind::Verb if verb && self.tells_of_meeting(at, unit) => steps += 1,
                Kind::Verb if self.is_infinite(unit) => steps += 1,
                Kind::Verb if verb && self.is_while(at, unit - 1) => {}
                Kind::Verb if resumed && self.in_relative(at, unit) => {}
                // القمة التي عقدت أمس: the relative clause tells of the head itself.
                Kind::Verb if !verb && self.tells_of_head(at, unit) => steps += 1,
                Kind::Verb if verb && self.is_joined(unit) && self.time(unit) == self.time(at) => steps += 1,
                Kind::Verb => return None,
                Kind::Noun if verb && self.is_about(unit) => return None,
                // سيلتقيه قبل زيارته للمنطقة في 20 مارس: the journey is then.
                Kind::Noun if self.carries_relation(unit) && self.is_ahead(unit) => return None,
                // برنامج التعاون الموقع بين البلدين في 17 نوفمبر: the signing was then.
                Kind::Participle if self.carries_relation(unit) => return None,
                Kind::Noun if self.is_attribute(unit) => return None,
                Kind::Noun if self.carries_relation(unit) => steps += 1,
                _ => {}
            }
        }
        let governor = if verb { Some(at) } else { told.or_else(|| self.verb_before(at)) };
        Some(Link { steps, verb: governor, cut: steps > 0 && self.is_journey_aside(at) })
    }

    /// Returns whether a noun stands as an adjective behind a definite one, and tells of what was done with that: الاتفاق
    /// الموقع بينهما في 1994, البرنامج المبرم.
    fn is_attribute(&self, noun: usize) -> bool {
        let Some(before) = noun.checked_sub(1).map(|before| &self.units()[before]) else { return false };
        let definite = self.clause.shapes[noun - 1].article || before.is_definite_noun();
        let agreed = |trigger: &Trigger| trigger.predicate == Some(Predicate::AgreedWith);
        let row = |form: &Form| agreed(self.clause.knowledge.lexicon.trigger(form.trigger));
        self.predicate.family() == Family::Contact
            && self.clause.lang == Lang::Ar
            && before.phrase().is_none()
            && definite
            && self.units()[noun].forms.iter().all(row)
    }

    /// أكد أن ...، مضيفا في بيان أمس: a participle of saying goes on with the main verb.
    fn says_on(&self, at: usize, date: usize) -> bool {
        let units = self.units();
        let Some(says) = (at + 1..date).rev().find(|&unit| units[unit].is(Class::Saying)) else { return false };
        let first = units[..at].iter().rev().take_while(|unit| !unit.is_stop()).all(|unit| unit.kind != Kind::Verb);
        first
            && self.is_speech(at)
            && (says + 1..date).all(|unit| units[unit].kind != Kind::Verb && !self.opens_complement(unit))
    }

    /// Returns whether behind a date a clause opens that tells what was then, and the head is its verb.
    fn opens_again(&self, at: usize, end: usize) -> bool {
        let units = self.units();
        let opens = end + usize::from(units.get(end).is_some_and(Unit::is_comma));
        opens < at
            && units[opens].is(Class::While)
            && units[at].kind == Kind::Verb
            && units[opens + 1..at].iter().all(|unit| unit.kind != Kind::Verb && !unit.is_mark())
    }

    /// Returns whether a unit opens what was at the same time as the verb, or is the auxiliary of that.
    fn is_while(&self, at: usize, unit: usize) -> bool {
        let units = self.units();
        unit > at + 1
            && (units[unit].is(Class::While) || units[unit].is(Class::Auxiliary) && units[unit - 1].is(Class::While))
    }

    /// يلتقي فلان الذي يرافقه وفد اليوم مع فلان: behind the date the main verb goes on to its other party.
    fn resumes_behind(&self, at: usize, end: usize) -> bool {
        let lexicon = &self.clause.knowledge.lexicon;
        let Some(next) = self.units().get(end).filter(|unit| unit.phrase().is_none()) else { return false };
        self.units()[at].forms.iter().any(|form| {
            lexicon.trigger(form.trigger).object.iter().any(|slot| match slot {
                Slot::Prep(wanted) => next.has(|class| matches!(class, Class::Prep(id) if id == *wanted)),
                _ => false,
            })
        })
    }

    /// Returns whether a relative clause opens between two units.
    fn in_relative(&self, at: usize, unit: usize) -> bool {
        self.units()[at + 1..unit].iter().any(|before| before.is(Class::Relative) && before.phrase().is_none())
    }

    /// Returns whether a verb is that of a relative clause before the main verb `at`.
    fn is_of_relative(&self, verb: usize, at: usize) -> bool {
        let units = self.units();
        let start = (0..verb).rev().find(|&unit| units[unit].is_stop()).map_or(0, |stop| stop + 1);
        let main = |unit: &Unit| unit.kind == Kind::Verb;
        let relative = (start..verb).find(|&unit| units[unit].is(Class::Relative) && units[unit].phrase().is_none());
        self.clause.lang == Lang::En
            && units[at].kind == Kind::Verb
            && !self.is_joined(at)
            && relative.is_some_and(|relative| {
                verb - relative <= 3
                    && !units[start..relative].iter().any(main)
                    && !units[relative..verb].iter().any(main)
            })
    }

    /// وصل أمس قادما من القاهرة حيث التقى: what was done where somebody came from was on a day before.
    fn follows_origin(&self, date: usize, verb: usize) -> bool {
        let units = self.units();
        let Some(place) = (date..verb).rev().find(|&unit| units[unit].is(Class::Where)) else { return false };
        let from = self.clause.knowledge.lexicon.preposition_id("من");
        (date..place).any(|unit| {
            units[unit].has(|class| matches!(class, Class::Prep(id) if Some(id) == from))
                && units[unit - 1].kind == Kind::Participle
                && self.is_journey(unit - 1)
        })
    }

    /// يلتقي خلالها: it happens during what was told before.
    fn says_during(&self, at: usize) -> bool {
        self.units()[at + 1..]
            .iter()
            .take(DURING)
            // اتصالا بفلان شكرته خلاله: of another deed.
            .take_while(|unit| unit.kind != Kind::Verb || self.is_journey(at))
            .any(|unit| unit.is(Class::During))
    }

    /// The date stands before the head.
    fn before(&self, at: usize, when: &When) -> Option<Link> {
        let units = self.units();
        // "in 2007, when Hamas took control": the date is told again by its clause.
        if self.opens_again(at, when.end) {
            return Some(Link { steps: 0, verb: Some(at), cut: false });
        }
        let governor = (0..when.at)
            .rev()
            .take_while(|&unit| !units[unit].is_stop() && !self.opens_complement(unit))
            .find(|&unit| units[unit].kind == Kind::Verb)
            .filter(|_| !self.fronts(when))
            // "Speaking in Berlin on Tuesday, she criticised"
            .filter(|&verb| verb > 0 || self.clause.lang == Lang::Ar || units[verb].tense() != Some(Tense::Gerund));
        // "On Friday, before flying to Moscow, he praised": the main clause has the date.
        let main = if governor.is_none() { main_clause(self.clause, when.end) } else { None };
        let verb_there = |main: usize| (main..units.len()).find(|&unit| units[unit].kind == Kind::Verb);
        if main.and_then(verb_there).is_some_and(|verb| at == verb) {
            return Some(Link { steps: 0, verb: Some(at), cut: false });
        }
        if main.is_some_and(|main| at < main) && units[when.end..at].iter().any(|unit| unit.is(Class::Ahead)) {
            return Some(Link { steps: 1, verb: None, cut: true });
        }
        let from = main.filter(|&main| main <= at).unwrap_or(when.at);
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
                return Some(Link { steps: 0, verb: (first == at).then_some(at), cut: false });
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
        if self.between(from, at).any(|unit| units[unit].is(Class::Relative)) {
            return None;
        }
        let last = (0..=at).rev().find(|&unit| units[unit].kind == Kind::Verb)?;
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
        let chain = self.shares(verb, last)?;
        if last == at {
            return link(steps + chain, self.follows_origin(when.at, at));
        }
        let aside = self.is_aside(at);
        // غادر القاهرة أمس متوجها إلى باريس: one journey.
        if self.is_journey(last) && self.is_journey(at) && units[at].kind == Kind::Participle {
            // قادما من: where somebody had been, on that day only if it was for hours.
            let from = self.clause.knowledge.lexicon.preposition_id("من");
            let origin = units[at + 1..]
                .iter()
                .take(2)
                .any(|unit| unit.has(|c| matches!(c, Class::Prep(id) if Some(id) == from)));
            return link(steps + chain + 1, origin && self.lasts != Some(Lasts::Day));
        }
        // أعرب أمس عن استيائه من الحرب: the war is not of that day.
        let force = matches!(self.predicate, Predicate::Attacked | Predicate::Seized | Predicate::Sanctioned);
        if !aside && force && self.is_governed(at) {
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
        let own = self.carries_relation(last) && !self.is_light(last);
        let speech = self.is_speech(last);
        let journey = self.is_journey(at);
        let travels = self.is_journey(last);
        // يصل اليوم لإجراء محادثات: the talks are those of the arrival, where the journey does not take days.
        if travels && !journey && !aside && self.is_purpose(at) {
            return link(steps + chain + 1, self.lasts == Some(Lasts::Longer));
        }
        if (own || speech) && !aside {
            return None;
        }
        // عاد أمس بعد محادثات: they were on the days before.
        let over = travels && self.is_over(at);
        link(steps + chain + usize::from(own || speech), journey && aside || over)
    }

    /// Returns whether a date in front is one of what the rest came after: بعد لقائه به أمس، غادر.
    fn dates_what_is_over(&self, when: &When) -> bool {
        let units = self.units();
        (0..when.at)
            .rev()
            .take_while(|&unit| !units[unit].is_mark())
            .any(|unit| units[unit].kind == Kind::Noun && self.carries_relation(unit) && self.is_over(unit))
    }

    /// Returns in how many steps the verb `to` shares the time of the verb `from` before it.
    fn shares(&self, from: usize, to: usize) -> Option<usize> {
        let units = self.units();
        let mut steps = 0;
        let mut last = from;
        for unit in (from + 1..=to).filter(|&unit| units[unit].kind == Kind::Verb) {
            if unit < to && self.is_attributive(unit) {
                continue;
            }
            let joined = self.is_joined(unit) && self.time(last) == self.time(unit) || self.is_infinite(unit);
            if !joined {
                return None;
            }
            last = unit;
            steps += 1;
        }
        Some(steps)
    }

    /// جولة تشمل الكويت, محادثات تناولت العلاقات: an Arabic verb without a conjunction in the middle of a clause tells of the noun
    /// before it.
    fn is_attributive(&self, verb: usize) -> bool {
        let units = self.units();
        let follows = verb.checked_sub(1).is_some_and(|before| {
            let before = &units[before];
            before.phrase().is_some() || matches!(before.kind, Kind::Noun | Kind::Word)
        });
        self.clause.lang == Lang::Ar && follows && !self.is_joined(verb) && !self.is_speech(verb)
    }

    /// بدأ أمس جولة في المنطقة تشمل الأردن: the stops of a journey that begins that day are made while it lasts.
    fn is_stop_of_journey(&self, verb: usize, date: usize) -> bool {
        let units = self.units();
        let journey = (date + 1..verb)
            .rev()
            .take_while(|&unit| !matches!(units[unit].kind, Kind::Verb | Kind::Mark(_)))
            .any(|unit| units[unit].kind == Kind::Noun && self.is_journey(unit));
        journey && units[verb].tense() == Some(Tense::Present) && self.is_attributive(verb)
    }

    /// The tense of a verb; "met and thanked": a regular past has the form of its participle.
    fn time(&self, verb: usize) -> Option<Tense> {
        match self.units()[verb].tense() {
            Some(Tense::PastParticiple) => Some(Tense::Past),
            tense => tense,
        }
    }

    /// The verb of the relative clause that follows a noun of contact, where it has no relation of its own.
    fn tells_of_head(&self, noun: usize, verb: usize) -> bool {
        const WORDS: usize = 4;
        let units = self.units();
        let relative = (noun + 1..verb).find(|&unit| units[unit].is(Class::Relative));
        // الزيارة إلى القاهرة التي بدأت أمس: what begins or ends is no place.
        let begins = units[verb].is(Class::Auxiliary) && self.is_light(verb);
        let close = relative.is_some_and(|relative| {
            relative - noun <= WORDS
                && units[noun + 1..relative]
                    .iter()
                    .all(|unit| unit.kind != Kind::Verb && (begins || !unit.is_preposition()))
        });
        // المحادثات التي قادتها الأمم المتحدة في يونيو: the suffix is the head.
        let resumes = units[verb].verb().is_some_and(|(.., object)| object.is_some());
        let own = self.carries_relation(verb) && !begins && !resumes;
        // زيارة وزير الخارجية الفرنسي، لوران فابيوس، الذي وصلها أمس: the visitor it is that came.
        let came = self.predicate == Predicate::Visited
            && resumes
            && self.is_journey(verb)
            && relative.is_some_and(|relative| {
                relative + 1 == verb
                    && units[noun + 1..relative]
                        .iter()
                        .all(|unit| unit.kind != Kind::Verb && unit.kind != Kind::Noun && !unit.is_stop())
            });
        let bare = self.is_bare_relative(noun, verb);
        (close || came || bare) && units[noun].kind == Kind::Noun && !own && !self.is_speech(verb)
    }

    /// لقاء عقداه أمس: behind an indefinite noun nothing opens the relative clause.
    fn is_bare_relative(&self, noun: usize, verb: usize) -> bool {
        const WORDS: usize = 4;
        let units = self.units();
        self.clause.lang == Lang::Ar
            && units[verb].verb().is_some_and(|(.., object)| object.is_some())
            && self.is_light(verb)
            && !units[noun].is_definite_noun()
            && verb - noun <= WORDS
            && units[noun + 1..verb].iter().all(|unit| unit.kind != Kind::Verb && !unit.is_mark())
    }

    /// بحث فلان خلال لقاء عقداه أمس: what is told of a meeting is told of all that was done there.
    fn tells_of_meeting(&self, at: usize, verb: usize) -> bool {
        let noun = (at + 1..verb).rev().find(|&unit| self.units()[unit].kind == Kind::Noun);
        noun.is_some_and(|noun| self.is_bare_relative(noun, verb) && self.is_aside(noun))
    }

    /// Returns whether a clause of what came after the rest opens at a unit of an Arabic sentence, so that its times are its
    /// own: وذلك بعد توليه منصبه الاثنين, قبل توليه منصبه في مايو.
    fn opens_other_time(&self, at: usize, when: &When) -> bool {
        let units = self.units();
        let bare = units[at].phrase().is_none() && !self.clause.is_in_date(at);
        let word = units.get(at + 1).is_some_and(|next| next.phrase().is_none() && !self.carries_relation(at + 1));
        // وذلك بعد
        let comma = at > 0 && (units[at - 1].is_comma() || units[at - 1].is(Class::Aforesaid));
        self.clause.lang == Lang::Ar
            && bare
            && word
            && (units[at].is(Class::After) && (comma || when.past.as_day().is_none())
                || units[at].is(Class::Ahead) && when.past.as_day().is_none())
    }

    /// A verb joined by a conjunction to the one before it.
    fn is_joined(&self, verb: usize) -> bool {
        let units = self.units();
        let word = |unit: usize| units[unit].is(Class::Conj) && units[unit].phrase().is_none();
        units[verb].clitics.has_conjunction()
            || verb > 0 && word(verb - 1)
            || verb > 1 && word(verb - 2) && units[verb - 1].kind == Kind::Function
    }

    /// An infinitive, gerund or participle that tells more of the verb before it: "met to discuss", "held on".
    fn is_infinite(&self, verb: usize) -> bool {
        let units = self.units();
        // يلتقي اليوم نظيره ليبحث معه
        if self.clause.lang == Lang::Ar {
            return units[verb].tense() == Some(Tense::Present) && units[verb].clitics.has(Clitics::LI);
        }
        self.clause.lang == Lang::En
            && units[verb].verb().is_some_and(|(tense, ..)| match tense {
                Tense::Base => verb > 0 && units[verb - 1].to,
                // "told him he is sending": a clause of its own.
                Tense::Gerund => verb == 0 || !units[verb - 1].is(Class::Auxiliary),
                Tense::PastParticiple => {
                    units[..verb].last().is_none_or(|unit| unit.phrase().is_none() && !unit.is(Class::Relative))
                }
                _ => false,
            })
    }

    /// A complementiser or a word that opens a clause of its own; not منذ, which opens a time.
    fn opens_complement(&self, unit: usize) -> bool {
        let unit = &self.units()[unit];
        unit.is(Class::Complement) && !unit.is(Class::Since) && unit.phrase().is_none()
    }

    /// Returns whether a unit lies in a relative clause that a comma closes before the date: "X, الذي يزور القاهرة، أمس".
    fn in_closed_relative(&self, at: usize, unit: usize, date: usize) -> bool {
        let units = self.units();
        let comma = |unit: usize| units[unit].is_comma();
        let Some(opens) = (at + 1..=unit).rev().find(|&before| units[before].is(Class::Relative)) else { return false };
        let closes = (unit..date).rev().find(|&behind| comma(behind));
        opens > 0 && comma(opens - 1) && closes.is_some_and(|closes| closes > opens + 2 && date - closes <= 4)
    }

    fn is_journey(&self, at: usize) -> bool {
        self.units()[at].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).is_journey())
    }

    fn carries_relation(&self, at: usize) -> bool {
        let lexicon = &self.clause.knowledge.lexicon;
        self.units()[at].forms.iter().any(|form| {
            let trigger = lexicon.trigger(form.trigger);
            trigger.predicate.is_some() && !trigger.flags.light && !trigger.object.contains(&Slot::Obliged)
        })
    }

    fn is_light(&self, at: usize) -> bool {
        self.units()[at].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.light)
    }

    fn is_speech(&self, at: usize) -> bool {
        self.units()[at].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.speech)
    }

    /// A contact that is what another verb is about: يرحب بزيارة فلان الشهر المقبل dates the visit.
    fn is_about(&self, noun: usize) -> bool {
        let contact = self.units()[noun].forms.iter().any(|form| {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact)
        });
        contact && self.predicate.family() != Family::Contact && !self.is_aside(noun)
    }

    /// A noun behind خلال, أثناء, عقب, "during", "after", or في: it happens while, or right before, what the verb tells.
    fn is_aside(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb && !units[unit].is_mark())
            .any(|unit| {
                (units[unit].is(Class::Circumstance) || self.clause.is_in(unit)) && !self.clause.is_in_date(unit)
            })
    }

    /// Returns whether a noun is one that the rest came after: بعد محادثات, عقب لقائه.
    fn is_over(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb && !units[unit].is_mark())
            .any(|unit| units[unit].is(Class::After) && !self.clause.is_in_date(unit))
    }

    /// Returns whether a contact is held at the event which a date is part of: على هامش القمة المقررة الأربعاء.
    fn happens_beside(&self, at: usize, noun: usize, when: &When) -> bool {
        let units = self.units();
        let meets = self.predicate.family() == Family::Contact && self.predicate != Predicate::Visited;
        let tells = self.clause.lang == Lang::En || when.past == when.future;
        let away =
            |unit: &Unit| unit.has(|c| matches!(c, Class::After | Class::Ahead | Class::Since | Class::Relative));
        meets
            && tells
            && at < noun
            && self.is_aside(noun)
            && !units[at + 1..noun]
                .iter()
                .any(|unit| unit.is_stop() || unit.kind == Kind::Verb || unit.phrase().is_none() && away(unit))
    }

    /// Returns whether a noun is one that the rest comes before: قبل زيارته, "ahead of talks".
    fn is_ahead(&self, noun: usize) -> bool {
        const WORDS: usize = 2;
        let units = self.units();
        (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb && !units[unit].is_mark())
            .any(|unit| units[unit].is(Class::Ahead) && !self.clause.is_in_date(unit))
    }

    /// A circumstance behind a comma, which belongs to the main clause again.
    fn is_afterthought(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        let opens = (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb)
            .find(|&unit| units[unit].is(Class::Circumstance) && !self.clause.is_in_date(unit));
        // ، وذلك خلال لقاء
        let comma = |unit: usize| {
            let skips = usize::from(unit > 0 && units[unit - 1].is(Class::Skip));
            unit.checked_sub(1 + skips).is_some_and(|before| units[before].is_comma())
        };
        opens.is_some_and(comma)
    }

    fn is_journey_aside(&self, at: usize) -> bool {
        self.is_journey(at) && self.units()[at].kind == Kind::Noun && self.is_aside(at)
    }

    /// A noun behind a preposition: من الحرب, على العقوبات.
    fn is_governed(&self, noun: usize) -> bool {
        let units = self.units();
        let preposition = |unit: usize| units[unit].is_preposition() || self.clause.shapes[unit].preposition.is_some();
        units[noun].kind == Kind::Noun
            && (units[noun].clitics.has_preposition()
                || noun > 0 && preposition(noun - 1) && units[noun - 1].phrase().is_none())
    }

    /// لإجراء محادثات, للقاء نظيره.
    fn is_purpose(&self, noun: usize) -> bool {
        let shapes = self.clause.shapes;
        self.clause.lang == Lang::Ar
            && (noun.saturating_sub(2)..=noun).any(|unit| {
                self.units()[unit].phrase().is_none()
                    && (shapes[unit].preposition.is_some() || self.units()[unit].clitics.has(crate::text::Clitics::LI))
            })
    }

    fn verb_before(&self, at: usize) -> Option<usize> {
        let units = self.units();
        (0..at)
            .rev()
            .take_while(|&unit| !units[unit].is_stop() && !self.opens_complement(unit))
            .find(|&unit| units[unit].kind == Kind::Verb)
    }

    /// الذي يزور القاهرة حاليا, "is currently visiting": it goes on while the document is written.
    fn goes_on(&self, at: usize) -> bool {
        const WORDS: usize = 8;
        let units = self.units();
        let present = units[at].verb().is_some_and(|(tense, ..)| matches!(tense, Tense::Present | Tense::Gerund));
        let relative = (at.saturating_sub(2)..at).any(|unit| units[unit].is(Class::Relative));
        let now = (at.saturating_sub(2)..units.len().min(at + WORDS))
            .take_while(|&unit| unit <= at || !units[unit].is_stop())
            .any(|unit| {
                unit != at
                    && units[unit].phrase().is_none()
                    && units[unit].has(|c| matches!(c, Class::Now | Class::This))
            });
        present && relative || now
    }
}
