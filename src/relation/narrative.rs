//! The day on which the document's tale moves: what a dated sentence lends to the sentences after it.
//!
//! "Macron met Scholz today. He thanked him for ...": the second sentence goes on with the first, and happened that day.
//! Only what the main line of a sentence tells in the plain past goes on; what had been before, what is quoted behind
//! "that", and what a noun presupposes does not.

use jiff::ToSpan;
use jiff::civil::Date;

use super::build::Relation;
use super::clause::Clause;
use super::dating;
use super::front::main_clause;
use super::governing::word_status;
use super::moment::Moment;
use super::occasion::is_agenda;
use super::unit::{Kind, Unit};
use super::when::{Bond, Times, When};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Status, Tense};
use crate::mention::Referent;

/// The day last told of as the news, and of whom.
#[derive(Clone, Debug)]
pub(super) struct Narrative {
    day: Date,
    parties: Vec<Referent>,
    /// Sentences since.
    age: usize,
}

/// News goes back no further than this many days.
const NEWS: i64 = 3;
/// A day lasts for so many sentences.
const LASTS: usize = 8;

impl Narrative {
    /// What holds behind a sentence in which `found` was found; `before` held until then.
    pub(super) fn after(
        before: Option<&Narrative>,
        clause: &Clause<'_>,
        times: &Times,
        today: Option<Date>,
        found: &[Relation],
    ) -> Option<Narrative> {
        let own = today.and_then(|today| opening(clause, times, today));
        if own.is_none() && opens_with(clause, &[Class::Shift]) {
            return None;
        }
        let mut next = match own {
            Some(Opening::Day(day, verb)) => {
                let parties = clause.subjects.get(verb).and_then(Option::as_ref);
                let parties = parties.map(|subject| subject.list.iter().map(|party| party.referent).collect());
                // كشف الكرملين أمس أن الأسد زار موسكو الثلاثاء: what goes on is what was told, on its own day.
                match is_speech(clause, verb).then(|| told_day(found, day)).flatten() {
                    Some(told) => Narrative { day: told, parties: Vec::new(), age: 0 },
                    None => Narrative { day, parties: parties.unwrap_or_default(), age: 0 },
                }
            }
            Some(Opening::Other) => return None,
            None => {
                let before = before.filter(|before| before.age < LASTS)?;
                Narrative { age: before.age + 1, ..before.clone() }
            }
        };
        let that_day = |relation: &&Relation| relation.when.and_then(Moment::as_day) == Some(next.day);
        for relation in found.iter().filter(that_day).filter(|relation| relation.status == Status::Happened) {
            for referent in [relation.subject, relation.object] {
                if !next.parties.contains(&referent) {
                    next.parties.push(referent);
                }
            }
        }
        Some(next)
    }

    /// Returns whether it was this very sentence that told the day.
    pub(super) fn is_fresh(&self) -> bool {
        self.age == 0
    }

    /// The day of what a sentence without a date tells of the same parties.
    pub(super) fn lends(&self, predicate: Predicate, subject: Referent, object: Referent) -> Option<Moment> {
        let known = |referent| self.parties.contains(&referent);
        let shared = known(subject) || predicate.family() == Family::Contact && known(object);
        shared.then_some(Moment::day(self.day))
    }
}

/// Returns whether a word of one of the classes opens a sentence.
fn opens_with(clause: &Clause<'_>, classes: &[Class]) -> bool {
    const WORDS: usize = 3;
    clause.units.iter().take(WORDS).any(|unit| unit.phrase().is_none() && unit.has(|class| classes.contains(&class)))
}

/// The one day of all contacts that a sentence tells of, where it is not that of the saying.
fn told_day(found: &[Relation], said: Date) -> Option<Date> {
    let contact =
        |relation: &&Relation| relation.predicate.family() == Family::Contact && relation.status == Status::Happened;
    let mut days = found.iter().filter(contact).filter_map(|relation| relation.when).map(Moment::as_day);
    let first = days.next()??;
    (first < said
        && said.checked_sub(NEWS.days()).is_ok_and(|since| since <= first)
        && days.all(|day| day == Some(first)))
    .then_some(first)
}

fn is_speech(clause: &Clause<'_>, verb: usize) -> bool {
    clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech)
}

enum Opening {
    Day(Date, usize),
    Other,
}

/// When the main verb of a sentence was, where it is a plain past with a date.
fn opening(clause: &Clause<'_>, times: &Times, today: Date) -> Option<Opening> {
    if goes_back(clause) {
        return Some(Opening::Other);
    }
    if times.dates.is_empty() {
        return None;
    }
    let start = main_clause(clause, 0).unwrap_or(0);
    let verb = (start..clause.units.len()).find(|&unit| clause.units[unit].kind == Kind::Verb);
    let verb = verb.filter(|&verb| goes_on(clause, verb))?;
    let moment = dating::moment(clause, times, Some(today), verb, Predicate::Met, Status::Happened)?;
    if is_leaving(clause, verb) {
        return Some(Opening::Other);
    }
    let recent = |day: &Date| *day <= today && today.checked_sub(NEWS.days()).is_ok_and(|first| first <= *day);
    Some(moment.as_day().filter(recent).map_or(Opening::Other, |day| Opening::Day(day, verb)))
}

/// وأشارت الوكالة إلى أنه كان قد اتصل به في وقت سابق: what is said goes back, and so does the tale.
fn goes_back(clause: &Clause<'_>) -> bool {
    let units = clause.units;
    let Some(opens) = units.iter().position(|unit| unit.is(Class::Complement) && unit.phrase().is_none()) else {
        return false;
    };
    let verb = |from: usize| (from..units.len()).find(|&unit| units[unit].kind == Kind::Verb);
    let told = verb(0).filter(|&first| first < opens).and_then(|_| verb(opens));
    let auxiliary = |told: usize| {
        units[opens..told].iter().any(|unit| unit.is(Class::Earlier) && unit.is(Class::Auxiliary))
            && units[opens..told].iter().any(|unit| unit.is(Class::Qad))
    };
    clause.lang == Lang::Ar && told.is_some_and(auxiliary)
}

/// غادر, عاد من, اختتم زيارته: what was done on a journey was done on the days before its end.
fn is_leaving(clause: &Clause<'_>, verb: usize) -> bool {
    let units = clause.units;
    let abroad = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.abroad;
    clause.lang == Lang::Ar && (units[verb].is(Class::Ending) || units[verb].forms.iter().any(abroad))
}

/// The verb by which the head at `at` tells, in the main line of a sentence without a date, what happened next.
pub(super) fn told_on(clause: &Clause<'_>, times: &Times, at: usize) -> Option<usize> {
    if times.dates.iter().any(|when| !matches!(when.bond, Bond::Noun(_)) && !is_apart(clause, at, when)) {
        return None;
    }
    // من جهة أخرى, بعث الرئيس برقية: of another day, as far as is told.
    if opens_with(clause, &[Class::Shift, Class::Turn]) {
        return None;
    }
    // "reaffirmed her support", "reaffirmed the commitment to support": the deed is what was said.
    let units = clause.units;
    let finite = |unit: usize| {
        units[unit].kind == Kind::Verb && !matches!(units[unit].tense(), Some(Tense::Base | Tense::Gerund))
    };
    let verb = (0..=at).rev().take_while(|&unit| !units[unit].is_stop()).find(|&unit| finite(unit))?;
    let quoted = (verb + 1..at).any(|unit| {
        units[unit].phrase().is_none() && units[unit].has(|c| matches!(c, Class::Complement | Class::Relative))
    });
    (goes_on(clause, verb) && !quoted).then_some(verb)
}

/// Returns whether a date stands in a clause that opens behind the head at `at`: "condemned Hamas, which attacked on October 7",
/// لبحث المبادرة بعد أن تقدم بها أمس.
fn is_apart(clause: &Clause<'_>, at: usize, when: &When) -> bool {
    let units = clause.units;
    let opens =
        |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Complement | Class::Relative));
    let start = (0..at).rev().find(|&unit| units[unit].is_stop()).map_or(0, |stop| stop + 1);
    let front = |main: usize| (start..main).contains(&when.at) && main <= at && units[start..when.at].iter().any(opens);
    main_clause(clause, start).is_some_and(front)
        || at < when.at
            && (at + 1..when.at)
                .any(|unit| opens(&units[unit]) && units[unit + 1..when.at].iter().any(|unit| unit.kind == Kind::Verb))
}

/// The verb of saying whose words hold the head at `at`.
pub(super) fn saying(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let speech = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech;
    let units = clause.units;
    let verb = (0..at).rev().take_while(|&unit| !units[unit].is_stop()).find(|&unit| units[unit].kind == Kind::Verb)?;
    (units[verb].forms.iter().any(speech) && !is_earlier(clause, verb)).then_some(verb)
}

/// The verb of saying, and where its content opens, on which a participle behind that content goes on: قال أمس إن ...، متهما,
/// "said Friday that ..., accusing".
pub(super) fn saying_behind(clause: &Clause<'_>, at: usize) -> Option<(usize, usize)> {
    // "said on Friday the operation"
    const BARE: usize = 4;
    let units = clause.units;
    let goes_on = units[at].kind == Kind::Participle || units[at].tense() == Some(Tense::Gerund);
    let comma =
        at > 0 && (units[at - 1].is_comma() || at > 1 && units[at - 1].is(Class::Conj) && units[at - 2].is_comma());
    if !goes_on || !comma {
        return None;
    }
    let start = (0..at).rev().find(|&unit| units[unit].is_stop()).map_or(0, |stop| stop + 1);
    let verb = (start..at).find(|&unit| units[unit].kind == Kind::Verb)?;
    let speech = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech;
    if !units[verb].forms.iter().any(speech) || !is_past(clause, verb) || is_earlier(clause, verb) {
        return None;
    }
    let opens = (verb + 1..at).find(|&unit| units[unit].phrase().is_none() && units[unit].is(Class::Complement));
    match opens {
        Some(opens) => Some((verb, opens)),
        None => (clause.lang == Lang::En).then(|| (verb, at.min(verb + BARE))),
    }
}

/// Returns whether what a verb tells is the deed of `subject`.
///
/// A stance is taken by words (reaffirmed her support), while a contact is held (held talks) or was right before (قال عقب
/// لقائه).
pub(super) fn is_deed_of(
    clause: &Clause<'_>,
    verb: usize,
    at: usize,
    predicate: Predicate,
    (subject, object): (Referent, Referent),
) -> bool {
    let words = predicate.family() != Family::Contact || dating::is_aside(clause, at);
    let row = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger);
    let carries =
        |unit: usize| clause.units[unit].forms.iter().map(row).any(|row| row.flags.light || words && row.flags.speech);
    let own = || clause.subjects.get(verb).and_then(Option::as_ref);
    // تلقى اتصالا من, تسلم رسالة من
    let receives = predicate.family() == Family::Contact;
    verb == at
        // سلم الوزير الرئيس رسالة من فلان: whoever hands it over.
        || predicate == Predicate::WroteTo && own().is_some_and(|own| !own.carried && !own.list.is_empty())
        || predicate.family() == Family::Contact && refers_back(clause, verb)
        || carries(verb)
            && own().is_some_and(|own| {
                own.list.iter().any(|party| party.referent == subject || receives && party.referent == object)
            })
}

/// جاء ذلك خلال لقائه به, جاء كلام الوزير خلال لقائه به: the verb says when what was told before happened.
fn refers_back(clause: &Clause<'_>, verb: usize) -> bool {
    let words = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Utterance);
    let came = || clause.lang == Lang::Ar && clause.tells(verb, |told| told == Predicate::Visited);
    clause.units.get(verb + 1).is_some_and(|unit| unit.is(Class::Aforesaid) || words(unit) && came())
}

/// The day on which a sentence says that what was told before it happened: جاء ذلك خلال لقائه به أمس.
pub(super) fn dates_before(clause: &Clause<'_>, times: &Times, today: Option<Date>) -> Option<Moment> {
    let verb = clause.units.iter().position(|unit| unit.kind == Kind::Verb)?;
    if !refers_back(clause, verb) || !goes_on(clause, verb) {
        return None;
    }
    let moment = dating::moment(clause, times, today, verb, Predicate::Met, Status::Happened)?;
    moment.as_day().filter(|day| today.is_none_or(|today| *day <= today))?;
    Some(moment)
}

/// A plain past in the main line of its sentence, where no verb before it is of another time.
fn goes_on(clause: &Clause<'_>, verb: usize) -> bool {
    let units = clause.units;
    let start = (0..verb).rev().find(|&unit| units[unit].is_stop()).map_or(0, |stop| stop + 1);
    // "Macron, who will visit Berlin next week, praised"
    let main = || main_clause(clause, start).filter(|&main| main <= verb);
    // قال إن الحل ممكن، فيما اتهم فلان فلانا: what another did is no part of what was said.
    let start = beside(clause, start, verb).or_else(main).unwrap_or(start);
    let aside = |unit: &Unit| {
        unit.phrase().is_none()
            && unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Negation))
    };
    let past = |unit: &Unit| {
        matches!(unit.tense(), None | Some(Tense::Past | Tense::PastParticiple))
            || clause.lang == Lang::En && matches!(unit.tense(), Some(Tense::Base | Tense::Gerund))
    };
    let before = &units[start..verb];
    is_past(clause, verb) && !is_earlier(clause, verb) && before.iter().all(|unit| !aside(unit) && past(unit))
}

/// Where the clause of a verb begins that stands right behind فيما or في حين and a comma.
fn beside(clause: &Clause<'_>, start: usize, verb: usize) -> Option<usize> {
    let units = clause.units;
    let opens =
        (start + 1..verb).rev().find(|&unit| units[unit].kind == Kind::Verb || units[unit].is(Class::Beside))?;
    (units[opens].is(Class::Beside) && units[opens - 1].is_comma()).then_some(opens + 1)
}

/// Returns whether the clause of a head says that it had been before the rest: "had met", كان قد التقى.
pub(super) fn is_earlier(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let limit = |unit: &&Unit| {
        !unit.is_stop() && (unit.phrase().is_some() || !unit.has(|c| matches!(c, Class::Complement | Class::Relative)))
    };
    let says = |unit: &Unit| unit.is(Class::Earlier) && unit.phrase().is_none();
    const WORDS: usize = 5;
    let behind = units[at..].iter().take(WORDS).take_while(limit).any(|unit| says(unit) && !unit.is(Class::Auxiliary));
    // كان في استقباله and "had talks": without a verb behind it the auxiliary is the verb.
    let mut verbs = usize::from(units[at].kind == Kind::Verb);
    let before = units[..at].iter().rev().take_while(limit).any(|unit| {
        verbs += usize::from(unit.kind == Kind::Verb);
        says(unit) && (verbs > 0 || !unit.is(Class::Auxiliary))
    });
    behind || before || is_pluperfect(clause, at)
}

/// وكان لافروف قد زار: كان, which has the form of كأن and so opens a clause, with قد and no verb before that of the head.
fn is_pluperfect(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 10;
    let units = clause.units;
    if clause.lang != Lang::Ar || units[at].tense() != Some(Tense::Past) || at == 0 || !units[at - 1].is(Class::Qad) {
        return false;
    }
    let within = |unit: &&Unit| unit.kind != Kind::Verb && !unit.is_stop() && !unit.is(Class::Relative);
    let mut near = units[..at - 1].iter().rev().take(WORDS).take_while(within);
    near.any(|unit| unit.phrase().is_none() && unit.is(Class::Earlier) && unit.is(Class::Auxiliary))
}

/// A past tense; an English one may have the form of the participle, but then has no auxiliary.
fn is_past(clause: &Clause<'_>, verb: usize) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    match units[verb].tense() {
        Some(Tense::Past) => true,
        Some(Tense::PastParticiple) => {
            let subject =
                units[..verb].iter().rev().take(WORDS).take_while(|unit| unit.phrase().is_none() && !unit.is_mark());
            verb > 0 && !subject.into_iter().any(|unit| unit.is(Class::Auxiliary))
        }
        _ => false,
    }
}

/// Returns whether the head at `at` is on the agenda of the day of the document: a present that opens a first sentence in which no
/// time is told, such as يغادر الرئيس إلى باريس.
pub(super) fn is_of_today(clause: &Clause<'_>, times: &Times, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let soon =
        |unit: &Unit| unit.has(|c| matches!(c, Class::Soon | Class::Next | Class::Now | Class::Earlier | Class::If));
    if times.dates.iter().any(|when| !is_apart(clause, at, when))
        || units.iter().any(|unit| unit.phrase().is_none() && soon(unit))
    {
        return false;
    }
    let verb = (0..=at).rev().take_while(|&unit| !units[unit].is_stop()).find(|&unit| units[unit].kind == Kind::Verb);
    // يستعد الرئيس لزيارة موسكو: what is only prepared has no day.
    let intends = |verb: usize| {
        verb != at && matches!(word_status(clause, &units[verb]), Some(Status::Planned | Status::Possible))
            || (verb + 1..at).any(|unit| {
                units[unit].phrase().is_none() && units[unit].has(|c| matches!(c, Class::Planned | Class::Possible))
            })
    };
    verb.is_some_and(|verb| is_agenda(clause, verb, predicate) && !intends(verb))
}
