//! When what a sentence tells is still to come or is over without a word that says so: circumstances (خلال, قبل), the day's agenda, meetings to be held.

use super::adjective::{behind, future_time};
use super::clause::Clause;
use super::governing::word_status;
use super::status::REACH;
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Form, Period, Predicate, Sense, Status, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// بحثا عقد قمة, اتفقا على عقد لقاء, أعلن عن عقد اجتماع: what is only spoken of holding has not been held.
pub(super) fn is_to_be_held(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    if is_agreed_upon(clause, noun, predicate) {
        return Some(Status::Planned);
    }
    let units = clause.units;
    let holding =
        noun.checked_sub(1).filter(|&before| units[before].is(Class::Holding) && units[before].kind != Kind::Verb)?;
    if predicate.family() != Family::Contact || clause.lang != Lang::Ar {
        return None;
    }
    let verb = (0..holding)
        .rev()
        .take_while(|&unit| {
            !units[unit].is_stop() && !units[unit].has(|c| matches!(c, Class::Circumstance | Class::Complement))
        })
        .find(|&unit| units[unit].kind == Kind::Verb)?;
    // تحدث إلى فلان وعقد اجتماعات: what stands with و behind whom he spoke to is a verb of its own; but بحثا التعاون وعقد قمة.
    let person = |unit: &Unit| unit.phrase().is_some() || unit.is_preposition() || unit.is(Class::Skip);
    if units[holding].clitics.has_conjunction() && holding > verb + 1 && units[verb + 1..holding].iter().all(person) {
        return None;
    }
    // أعلن عن عقد قمة, but برر عقد لقاءات.
    let about = clause.knowledge.lexicon.preposition_id("عن");
    let announced =
        units[holding - 1].has(|class| matches!(class, Class::Prep(id) if Some(id) == about)) && holding > verb + 1;
    units[verb].forms.iter().find_map(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        match trigger.predicate {
            Some(Predicate::TalkedWith) => Some(Status::Possible),
            Some(Predicate::AgreedWith) => Some(Status::Planned),
            None if trigger.flags.speech && announced => Some(Status::Planned),
            _ => None,
        }
    })
}

/// يزور كيري باريس للقاء فابيوس وعقد مباحثات مع عباس: behind a purpose what looks like a past with و is another purpose of a
/// journey to come.
pub(super) fn is_joined_to_purpose(clause: &Clause<'_>, at: usize) -> bool {
    const NEAR: usize = 12;
    let units = clause.units;
    let verb = if units[at].kind == Kind::Verb { Some(at) } else { at.checked_sub(1) };
    let Some(verb) = verb.filter(|&verb| units[verb].kind == Kind::Verb && clause.lang == Lang::Ar) else {
        return false;
    };
    if units[verb].tense() != Some(Tense::Past) || !units[verb].clitics.has_conjunction() {
        return false;
    }
    let open = |i: &usize| !units[*i].is_stop() && units[*i].kind != Kind::Verb && !units[*i].is(Class::Complement);
    let mut before = (verb.saturating_sub(NEAR)..verb).rev().take_while(open);
    let purpose = before.find(|&i| {
        units[i].phrase().is_none()
            && (units[i].kind == Kind::Noun && units[i].clitics.has(Clitics::LI)
                || units[i].kind == Kind::Word && clause.shapes[i].preposition == Some(Clitics::LI))
    });
    let main = purpose.and_then(|purpose| (0..purpose).rev().find(|&i| !open(&i)));
    main.is_some_and(|main| {
        let to_come = matches!(units[main].tense(), Some(Tense::Present | Tense::Future));
        let journey = units[main].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).is_journey());
        units[main].kind == Kind::Verb && to_come && journey
    })
}

/// اتفقا على قيام كيري بزيارة, تم الاتفاق على زيارة كيري: a contact that is agreed upon is to come.
fn is_agreed_upon(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> bool {
    const NEAR: usize = 7;
    let units = clause.units;
    let Some(on) = clause.knowledge.lexicon.preposition_id("على") else { return false };
    if clause.lang != Lang::Ar || predicate.family() != Family::Contact || units[noun].kind != Kind::Noun {
        return false;
    }
    let closes = |unit: &Unit| {
        unit.is_stop() || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Circumstance | Class::Complement))
    };
    let near = noun.saturating_sub(NEAR)..noun;
    let Some(preposition) = near
        .clone()
        .rev()
        .take_while(|&i| !closes(&units[i]))
        .find(|&i| units[i].is_preposition() && units[i].has(|class| matches!(class, Class::Prep(id) if id == on)))
    else {
        return false;
    };
    let does = |unit: &Unit| unit.kind != Kind::Verb && unit.has(|c| matches!(c, Class::Holding | Class::Performing));
    let agreed = (preposition.saturating_sub(NEAR)..preposition)
        .rev()
        .take_while(|&i| !closes(&units[i]))
        .find(|&i| matches!(units[i].kind, Kind::Verb | Kind::Noun));
    (preposition + 1 == noun || does(&units[preposition + 1]))
        && agreed.is_some_and(|i| clause.tells(i, |told| told == Predicate::AgreedWith))
}

/// الزيارة التي سيقوم بها, التي من المقرر أن يجريها, التي يعتزم القيام بها: what the relative clause says of the doing of it.
pub(super) fn carried_out(clause: &Clause<'_>, noun: usize) -> Option<Status> {
    let units = clause.units;
    if clause.lang == Lang::En || units[noun].kind != Kind::Noun {
        return None;
    }
    let verb = clause.carrying_verb(noun)?;
    clause.because_of(&units[verb]);
    if units[noun + 1..verb].iter().any(|unit| unit.is(Class::Negation) && unit.phrase().is_none()) {
        return Some(Status::Denied);
    }
    let said = units[noun + 1..=verb].iter().rev().find_map(|unit| word_status(clause, unit));
    let ahead = units[verb].tense() == Some(Tense::Future) || units[noun + 1..verb].iter().any(|u| u.is(Class::Future));
    // سيتشاور معه حول المحادثات التي أجراها: what somebody has held is no plan, whatever is planned with it.
    let held = units[verb].tense() == Some(Tense::Past)
        && units[noun].is_definite_noun()
        && units[noun + 1..verb].iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Relative));
    said.or(ahead.then_some(Status::Planned)).or(held.then_some(Status::Happened))
}

/// بعد أن ينهي زيارته لإسرائيل: whether the noun of a journey stands behind a word of ending: what somebody ends he has begun.
pub(super) fn is_ended(clause: &Clause<'_>, noun: usize) -> bool {
    const NEAR: usize = 4;
    let ends = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Ending);
    let near = clause.units[noun.saturating_sub(NEAR)..noun].iter().rev().take_while(|unit| !unit.is_mark());
    clause.units[noun].kind == Kind::Noun && near.into_iter().any(ends)
}

/// ستطالبان الاتحاد برفع الحظر، وستقرران كذا إذا رفض: where what a head tells of what is to come ends before a comma behind which another future
/// is joined to it, so that a condition behind that one is its own.
pub(super) fn clause_end(clause: &Clause<'_>, at: usize) -> usize {
    let units = clause.units;
    let future = |unit: &Unit| unit.tense() == Some(Tense::Future);
    let joined = |comma: &usize| {
        let next = units.get(comma + 1);
        units[*comma].is_comma() && next.is_some_and(|next| future(next) && next.clitics.has_conjunction())
    };
    let to_come = clause.lang == Lang::Ar && future(&units[at]);
    if to_come { (at + 1..units.len()).find(joined).unwrap_or(units.len()) } else { units.len() }
}

/// لم يدل بتفاصيل عن المحادثات التي جرت بين: whether of a meeting that a relative clause says has been held something is only not told; but نفى.
pub(super) fn is_only_untold(clause: &Clause<'_>, noun: usize) -> bool {
    let units = clause.units;
    let told = units.get(noun + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::Relative))
        && units.get(noun + 2).is_some_and(|verb| verb.tense() == Some(Tense::Past));
    let denies = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Denied);
    let main = |unit: &&Unit| !unit.is_stop();
    clause.lang == Lang::Ar
        && units[noun].is_definite_noun()
        && told
        && !units[..noun].iter().rev().take(REACH).take_while(main).any(denies)
}

/// هذه ليست المنحة الأولى التي تقدمها فرنسا: one that is not the first has been, as those before it.
pub(super) fn is_one_more(clause: &Clause<'_>, noun: usize) -> bool {
    let units = clause.units;
    let negated = noun.checked_sub(1).is_some_and(|at| units[at].is(Class::Negation) && units[at].phrase().is_none());
    let first = units.get(noun + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::First));
    clause.lang == Lang::Ar && units[noun].is_definite_noun() && negated && first
}

/// القمة التي ستعقد, اللقاء قد يعقد, "talks that will be held": what the verb of its taking place says of a meeting; `None` where it
/// says that it has been.
pub(super) fn taking_place(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
    if predicate == Predicate::AgreedWith {
        return is_pact_to_come(clause, noun).then_some(Status::Planned);
    }
    let verb = (predicate.family() == Family::Contact).then(|| clause.verb_of_event(noun))??;
    clause.because_of(&units[verb]);
    let opens = (noun + 1..verb).rev().find(|&at| units[at].phrase().is_some() || units[at].is(Class::Relative));
    let particles = &units[opens.map_or(noun + 1, |opens| opens + 1)..verb];
    if particles.iter().any(|unit| unit.is(Class::Negation)) {
        return Some(Status::Denied);
    }
    let tense = units[verb].tense();
    if tense == Some(Tense::Future) || particles.iter().any(|unit| unit.is(Class::Future)) {
        return Some(Status::Planned);
    }
    let present = matches!(tense, Some(Tense::Present | Tense::Base));
    if present && particles.iter().any(|unit| unit.is(Class::Qad)) {
        // الزيارة قد تلغى: until then it is a plan.
        let undone = matches!(word_status(clause, &units[verb]), Some(Status::Denied | Status::Planned));
        return Some(if undone { Status::Planned } else { Status::Possible });
    }
    // "A meeting is scheduled between"
    let own = || word_status(clause, &units[verb]).filter(|_| clause.lang == Lang::En);
    let said = particles.iter().rev().find_map(|unit| word_status(clause, unit)).or_else(own);
    // "his visit starts on Sunday"
    let day = |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Weekday(_)));
    let named = clause.lang == Lang::En
        && tense == Some(Tense::Present)
        && units[verb + 1..].iter().take(2).take_while(|unit| !unit.is_mark()).any(day);
    // "his trip to Rabat, which began on Monday": what a relative clause says has begun, whatever will be done on it.
    let relative = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Relative);
    let begun = clause.lang == Lang::En
        && tense == Some(Tense::Past)
        && clause.may_occur(verb)
        && units[noun + 1..verb].iter().any(relative);
    said.or((present && (named || future_time(clause, verb))).then_some(Status::Planned))
        .or(begun.then_some(Status::Happened))
}

/// الاتفاق الذي سيتم بين, الاتفاقية التي ستوقع: whether a relative clause right behind a noun of agreement says that it will be concluded.
fn is_pact_to_come(clause: &Clause<'_>, noun: usize) -> bool {
    let units = clause.units;
    let relative = |at: usize| units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Relative));
    let opens = [noun + 1, noun + 2].into_iter().find(|&at| relative(at));
    let Some(verb) = opens.map(|at| at + 1).filter(|&verb| clause.lang == Lang::Ar && verb < units.len()) else {
        return false;
    };
    let concludes = clause.may_occur(verb) || clause.tells(verb, |told| told == Predicate::AgreedWith);
    units[noun].kind == Kind::Noun && units[verb].tense() == Some(Tense::Future) && concludes
}

/// سيزور الرياض بعد اجتماع عقد في باريس بين: of a meeting right behind "after" a past verb says that it has been held, whatever is planned.
pub(super) fn was_held(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let units = clause.units;
    let after = noun.checked_sub(1).is_some_and(|at| units[at].phrase().is_none() && units[at].is(Class::After));
    if clause.lang != Lang::Ar || predicate.family() != Family::Contact || !after || units[noun].kind != Kind::Noun {
        return false;
    }
    let relative = |at: usize| units[at].phrase().is_none() && units[at].is(Class::Relative);
    let word = |at: usize| units[at].kind == Kind::Word && units[at].clitics == Clitics::NONE;
    let words = (noun + 1..units.len()).take(WORDS).take_while(|&at| word(at) || relative(at)).count();
    let verb = noun + 1 + words;
    // اجتماع عقد بين: spelt like the noun.
    let held = units.get(verb).is_some_and(|unit| unit.kind != Kind::Verb && unit.is(Class::Holding));
    if held && units.get(verb + 1).is_some_and(Unit::is_preposition) {
        return true;
    }
    units.get(verb).is_some_and(|unit| {
        unit.kind == Kind::Verb
            && !unit.clitics.has_conjunction()
            && unit.persons().iter().all(|&(tense, ..)| tense == Tense::Past)
    }) && clause.tells_of_event(noun, verb, relative(verb - 1))
}

/// أجرى قبيل الاجتماع لقاء, عقد خلال الزيارة اجتماعا: whether a noun of a light verb, without an article, stands behind the occasion that a
/// preposition of time opens at `opens`, whose own noun has one.
fn is_object_behind_occasion(clause: &Clause<'_>, opens: usize, at: usize) -> bool {
    let units = clause.units;
    let article =
        |unit: usize| units[unit].phrase().is_none() && (clause.shapes[unit].article || units[unit].is_definite_noun());
    let bare = at < units.len()
        && units[at].kind == Kind::Noun
        && units[at].clitics == Clitics::NONE
        && units[at].owner().is_none()
        && !units[at].is_definite_noun()
        && !article(at);
    let done = |verb: usize| units[verb].kind == Kind::Verb && units[verb].tense() == Some(Tense::Past);
    let light =
        |verb: usize| units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.light);
    bare && opens + 1 < at
        && (opens + 1..at).all(article)
        && (0..opens)
            .rev()
            .take_while(|&unit| !units[unit].is_stop())
            .find(|&unit| units[unit].kind == Kind::Verb)
            .is_some_and(|verb| done(verb) && light(verb))
}

/// لقاء بين فلان وفلان الثلاثاء: whether a line without a verb, as headlines are, tells a meeting for a day of the week that comes tomorrow or
/// the day after.
pub(super) fn is_on_next_day(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> bool {
    const DAYS: i64 = 2;
    const WEEK: i64 = 7;
    let units = clause.units;
    let contact = predicate.family() == Family::Contact && units[noun].kind == Kind::Noun;
    let Some(day) = clause.day.filter(|_| clause.lang == Lang::Ar && contact && units[noun].clitics == Clitics::NONE)
    else {
        return false;
    };
    let line = units.iter().all(|unit| !matches!(unit.kind, Kind::Verb | Kind::Participle) && !unit.is_stop());
    let told = units[noun + 1..].iter().find_map(|unit| {
        let class = unit.classes.iter().find(|class| matches!(class, Class::Weekday(_) | Class::Day(_)))?;
        Some(*class)
    });
    let Some(Class::Weekday(weekday)) = told.filter(|_| line && noun <= 1) else { return false };
    let ahead = (i64::from(weekday) - i64::from(day.weekday().to_monday_one_offset())).rem_euclid(WEEK);
    let last = units.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Last));
    (1..=DAYS).contains(&ahead) && !last
}

/// A noun behind a preposition of time: خلال لقائه and "after talks with" presuppose the contact, whose status is that of the
/// verb of the clause; قبل زيارته and "ahead of talks with" say that it is still to come.
pub(super) fn circumstance(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
    let opens = opening_of_circumstance(clause, at, predicate)?;
    // لم يحدد بعد موعد زيارته: "yet", and what is planned.
    let governs = |class| matches!(class, Class::Possible | Class::Denied | Class::Negation | Class::Planned);
    if (opens..at).any(|unit| units[unit].has(governs)) {
        return None;
    }
    let nearest =
        (0..opens).rev().take_while(|&unit| !units[unit].is_stop()).find(|&unit| units[unit].kind == Kind::Verb);
    let main = nearest.map(|verb| main_over_content(clause, verb));
    let within = is_within(clause, at, predicate, opens);
    // "cancelled her part in a meeting with"
    if within && main.is_some_and(|verb| word_status(clause, &units[verb]).is_some()) {
        return None;
    }
    let verb = verb_of_occasion(clause, at, opens, main);
    // أجرى قبل القمة لقاء مع فلان: what stands ahead of the other is what was done.
    if clause.lang == Lang::Ar
        && (is_object_behind_occasion(clause, opens, at) || is_object_behind_occasion(clause, opens, at + 1))
    {
        return None;
    }
    clause.because_of(&units[opens]);
    if units[opens].is(Class::Ahead) {
        return (predicate.family() == Family::Contact && !is_over(clause, at)).then_some(Status::Planned);
    }
    let to_come = verb.is_some_and(|verb| units[verb].tense() == Some(Tense::Future));
    if !to_come && is_deed_on_occasion(clause, at, opens, predicate) {
        return Some(Status::Happened);
    }
    if predicate.family() != Family::Contact || behind(clause, at).is_some() {
        return None;
    }
    status_on_occasion(clause, (opens, at), verb, verb != nearest || within)
}

/// How many words further on the time of an occasion or its verb may stand.
const OCCASION: usize = 8;

/// Where the preposition of time, or a word like it, stands that a noun is behind.
fn opening_of_circumstance(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<usize> {
    // "before his first official visit"
    let words = if clause.lang == Lang::En { 4 } else { 3 };
    let units = clause.units;
    let beside = |unit: usize| unit + 1 == at && clause.is_preposition_of(unit, "وسط");
    (at.saturating_sub(words)..at)
        .rev()
        .take_while(|&unit| {
            // "before Obama's visit", "ahead of a French visit"
            let owner = units[unit].phrase().is_none()
                || clause.lang == Lang::En
                    && (units[unit].possessive
                        || units[unit].case.is_some()
                        || clause.unit_phrase(unit).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym));
            !units[unit].is_mark() && units[unit].kind != Kind::Verb && owner
        })
        .find(|&unit| {
            units[unit].phrase().is_none()
                && (units[unit].is(Class::Circumstance) || beside(unit) || is_within(clause, at, predicate, unit))
                && !units[unit].is(Class::Complement)
                // أجرى قبل ثلاثة أيام اتصالا
                && !clause.is_in_date(unit)
        })
}

/// "stressed the need for calm in a meeting with Jubeir": whether "in" or "at" stands at a unit before a contact with somebody, as where
/// something was said.
fn is_within(clause: &Clause<'_>, at: usize, predicate: Predicate, unit: usize) -> bool {
    let units = clause.units;
    clause.lang == Lang::En
        && predicate.family() == Family::Contact
        && predicate != Predicate::Visited
        && units[at].kind == Kind::Noun
        && ["in", "at"].iter().any(|word| clause.is_preposition_of(unit, word))
        && at + 1 < units.len()
        && clause.is_preposition_of(at + 1, "with")
        // "a breakthrough in talks with"
        && units[unit + 1..=at].iter().any(|word| word.determined || word.possessive)
}

/// The verb whose time is that of an occasion which opens at `opens`: `main`, or the one behind it where that is of its own clause.
fn verb_of_occasion(clause: &Clause<'_>, at: usize, opens: usize, main: Option<usize>) -> Option<usize> {
    let units = clause.units;
    // أضاف أن القمة بعد لقائه بفلان ستعقد: the verb of its own clause comes behind.
    let said = main.is_some_and(|verb| {
        (verb + 1..opens).any(|unit| units[unit].phrase().is_none() && units[unit].is(Class::Complement))
    });
    if !said {
        return main;
    }
    let next = units[at + 1..].iter().take(OCCASION).position(|unit| unit.kind == Kind::Verb || unit.is_stop());
    next.map(|next| at + 1 + next).filter(|&next| units[next].tense() == Some(Tense::Future)).or(main)
}

/// قبل زيارته العام الماضي: whether a year, or a word for what is past, stands behind a noun that something was ahead of.
fn is_over(clause: &Clause<'_>, at: usize) -> bool {
    let past = |class| matches!(class, Class::Last | Class::Period(Period::Year));
    clause.units[at + 1..].iter().take(OCCASION).any(|unit| unit.has(past))
}

/// Whether a deed or stance is told beside something else or as what that follows, and so has been.
fn is_deed_on_occasion(clause: &Clause<'_>, at: usize, opens: usize, predicate: Predicate) -> bool {
    let unit = &clause.units[at];
    if clause.lang != Lang::Ar {
        return false;
    }
    // في أعقاب سيطرة حماس على غزة: a deed behind which something comes has been.
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    if deed && clause.units[opens].is(Class::After) {
        return true;
    }
    // وسط تهديدات كيري, على خلفية دعم كيري
    let owned = || unit.owner().is_some() || !clause.genitive(at).is_empty() || !clause.adjectives(at).is_empty();
    // في ظل انتقادات كيري لتركيا: so has whatever somebody says or does beside which something is told.
    opens + 1 == at
        && predicate.family() != Family::Contact
        && unit.kind == Kind::Noun
        && owned()
        && behind(clause, at).is_none()
}

/// What the verb of its clause says of a contact that is told as the occasion of something; `over` where that verb is a main one over
/// what only completes a noun, or the contact where it was said.
fn status_on_occasion(
    clause: &Clause<'_>,
    (opens, at): (usize, usize),
    verb: Option<usize>,
    over: bool,
) -> Option<Status> {
    let units = clause.units;
    // لم يلتق نظيره خلال زيارته للدوحة: the visit is not what is denied.
    let negated = verb.is_some_and(|verb| verb > 0 && units[verb - 1].is(Class::Negation));
    // "stressed", and not "will be stressed"
    let plainly = |verb: usize| {
        let hedged =
            |class| matches!(class, Class::Future | Class::Possible | Class::Negation | Class::Planned | Class::Denied);
        clause.verb_form(verb) == VerbForm::Finite
            && !units[clause.chain_start(verb)..=verb].iter().any(|unit| unit.phrase().is_none() && unit.has(hedged))
    };
    if is_held(clause, at) {
        return Some(Status::Happened);
    }
    match verb.and_then(|verb| units[verb].tense()) {
        Some(Tense::Past | Tense::Present) if negated && clause.lang == Lang::Ar => Some(Status::Happened),
        Some(Tense::Past) => Some(Status::Happened),
        Some(Tense::PastParticiple) if over && verb.is_some_and(plainly) => Some(Status::Happened),
        Some(Tense::Future) => Some(Status::Planned),
        _ => units[opens].is(Class::After).then_some(Status::Happened),
    }
}

/// دان خلال اتصال أجراه مع فلان عدوانا سيفجر: whether the verb behind an occasion says of that itself that somebody held it.
fn is_held(clause: &Clause<'_>, at: usize) -> bool {
    let light = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.light;
    clause.lang == Lang::Ar
        && clause.units.get(at + 1).is_some_and(|unit| {
            unit.kind == Kind::Verb
                && unit.tense() == Some(Tense::Past)
                && unit.verb().is_some_and(|(.., object)| object.is_some())
                && unit.forms.iter().any(light)
        })
}

/// "stressed the need to fight terror during a meeting with", "the importance of protecting borders in a call with": the finite verb before
/// what only completes a noun, since it is that which was done on the occasion; the verb itself otherwise.
pub(super) fn main_over_content(clause: &Clause<'_>, verb: usize) -> usize {
    let units = clause.units;
    let content = |at: usize| units[at].phrase().is_none() && units[at].is(Class::Content);
    let start = clause.chain_start(verb);
    let completes = clause.lang == Lang::En && (start.saturating_sub(1)..verb).any(content);
    let finite = |&before: &usize| units[before].kind == Kind::Verb && clause.verb_form(before) == VerbForm::Finite;
    let open = |&before: &usize| !units[before].is_stop() && !units[before].is(Class::Complement);
    let main = || (0..verb).rev().take_while(open).find(finite);
    if completes { main().unwrap_or(verb) } else { verb }
}

/// An Arabic present that opens its sentence, before its subject, is the day's agenda: يستقبل الرئيس اليوم, ويجري الوفد محادثات.
///
/// Not so what only describes (تأتي الزيارة), and a spelling that may as well be a past (تلقى, تحدث).
pub(super) fn is_agenda(clause: &Clause<'_>, verb: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 16;
    // الأولى له منذ تعيينه, further on, speaks of something else.
    const NEAR: usize = 12;
    let units = clause.units;
    if clause.lang != Lang::Ar
        || units[verb].tense() != Some(Tense::Present)
        || predicate.family() != Family::Contact
        || units.get(verb + 1).is_none_or(Unit::is_mark)
    {
        return false;
    }
    // يقوم بزيارة أمس: no agenda tells of yesterday.
    let past = |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Day(..=-1)));
    if units[verb + 1..].iter().take(NEAR).take_while(|unit| !unit.is_mark() && unit.kind != Kind::Verb).any(past) {
        return false;
    }
    // وتعود آخر زيارة إلى: what happened goes back to, nobody returns.
    let light = units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.light);
    let event =
        units[verb + 1..].iter().take(2).take_while(|unit| unit.phrase().is_none()).any(|u| u.kind == Kind::Noun);
    if !light && event {
        return false;
    }
    // أقيم, the passive, has the letters of "I establish".
    let third = units[verb].persons().iter().any(|&(_, gender, number)| gender.is_some() || number != Number::Singular);
    let deed = units[verb].forms.iter().any(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        trigger.flags.light || trigger.predicate.is_some_and(|own| own.family() == Family::Contact)
    });
    // تتواصل المفاوضات: what continues has begun.
    let continues = units[verb].is(Class::Now);
    let goes_on = continues
        || units[verb + 1..]
            .iter()
            .take(NEAR)
            .take_while(|unit| unit.kind != Kind::Verb)
            .take_while(|unit| !unit.has(|class| matches!(class, Class::Day(0..) | Class::Weekday(_))))
            .any(|unit| unit.has(|class| matches!(class, Class::Now | Class::Since)));
    // تجري قطر اتصالات مع إيران goes on; a country has an agenda only where a time is told.
    let country = clause.unit_phrase(verb + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
    let timed = units[verb..]
        .iter()
        .take(WORDS)
        .any(|unit| unit.has(|class| matches!(class, Class::Day(0..) | Class::Weekday(_) | Class::Next | Class::Soon)));
    third && deed && !goes_on && (!country || timed) && opens_sentence(clause, verb)
}

/// ويجري اليوم محادثات مع نظيره, القمة التي يستضيفها الأحد: a present of contact with a day right behind it, that of the document or a
/// day of the week.
pub(super) fn is_told_for_a_day(clause: &Clause<'_>, verb: usize, predicate: Predicate) -> bool {
    const NEAR: usize = 4;
    let units = clause.units;
    let day = |unit: &Unit| {
        unit.phrase().is_none()
            && unit.clitics == Clitics::NONE
            && unit.has(|class| matches!(class, Class::Day(0) | Class::Weekday(_)))
    };
    let goes_on = units[verb].is(Class::Now)
        || units[verb + 1..]
            .iter()
            .take(NEAR)
            .any(|unit| unit.has(|c| matches!(c, Class::Now | Class::Since | Class::Last)));
    let near = units[verb + 1..].iter().take(NEAR).take_while(|unit| !unit.is_mark() && unit.kind != Kind::Verb);
    // اليوم.. فلان يستقبل فلانا
    let front = units.first().is_some_and(day)
        && units.get(1).is_some_and(Unit::is_comma)
        && units[..verb].iter().all(|unit| unit.kind != Kind::Verb);
    // تأتي استضافة ماكرون لنظيره اليوم only describes.
    let deed = units[verb].forms.iter().any(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        trigger.flags.light || trigger.predicate.is_some_and(|own| own.family() == Family::Contact)
    });
    let third = units[verb].persons().iter().any(|&(_, gender, number)| gender.is_some() || number != Number::Singular);
    clause.lang == Lang::Ar
        && units[verb].tense() == Some(Tense::Present)
        && predicate.family() == Family::Contact
        && third
        && deed
        && !goes_on
        && (front || near.into_iter().any(day))
}

/// Returns whether nothing stands before a verb but a dateline, particles, or a circumstance that a comma ends.
fn opens_sentence(clause: &Clause<'_>, verb: usize) -> bool {
    let units = clause.units;
    let start = (0..verb).rev().find(|&unit| units[unit].is_stop()).map_or(0, |stop| stop + 1);
    let before = &units[start..verb];
    let particles = before.iter().all(|unit| match unit.kind {
        Kind::Verb | Kind::Noun | Kind::Participle | Kind::Word => false,
        Kind::Mark(_) => true,
        // القاهرة - ا ف ب: the dateline.
        Kind::Phrase(index) => matches!(clause.phrases[index].kind, PhraseKind::Place | PhraseKind::Body),
        Kind::Function => !unit
            .has(|class| matches!(class, Class::Complement | Class::Relative | Class::Negation | Class::Circumstance)),
    });
    let opens = |unit: &Unit| unit.is(Class::Circumstance) || unit.is_preposition() || unit.clitics.has_preposition();
    let circumstance = before.first().is_some_and(opens)
        && before.last().is_some_and(Unit::is_comma)
        && before
            .iter()
            .all(|unit| unit.kind != Kind::Verb && (!unit.is(Class::Complement) || unit.is(Class::Circumstance)));
    particles || circumstance
}

/// وصل في زيارة يلتقي خلالها: what a visitor does "during it" is ahead of him.
///
/// وصل إلى القاهرة حيث يلتقي: so is what the present tells of the place behind an arrival.
pub(super) fn during_journey(clause: &Clause<'_>, verb: usize) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    let joined = clause.lang == Lang::Ar
        && verb > 0
        && units[verb].tense() == Some(Tense::Present)
        && units[verb - 1].kind == Kind::Function
        && units[verb - 1].is(Class::Conj);
    // جاءت الزيارة، فيما تتواصل المحادثات: what goes on meanwhile is nothing that the visitor does.
    let goes_on = units[verb].means(&clause.knowledge.lexicon, Sense::Continues)
        || units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.occurs);
    let talks = verb + 1 < units.len()
        && units[verb + 1].kind == Kind::Noun
        && units[verb + 1].is_definite_noun()
        && units[verb + 1].owner().is_none()
        && clause.subjects[verb].as_ref().is_none_or(|found| found.carried || found.is_empty());
    let joined = joined && !goes_on && !talks;
    let main = || (0..verb).rev().find(|&at| units[at].kind == Kind::Verb);
    let arrives = |at: usize| {
        let triggers = units[at].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
        units[at].tense() == Some(Tense::Past) && triggers.into_iter().any(|t| t.predicate == Some(Predicate::Visited))
    };
    // جولة يزور فيها
    let journey = || {
        verb > 0
            && units[verb - 1].kind == Kind::Noun
            && units[verb].clitics == Clitics::NONE
            && clause.tells(verb - 1, |told| told == Predicate::Visited)
    };
    let inside = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(id) if clause.is_inside(id)));
    let there = clause.lang == Lang::Ar && units.get(verb + 1).is_some_and(inside) && journey();
    // وصل إلى موسكو في زيارة يتوجه بعدها إلى طوكيو: where he goes on after it.
    let afterwards = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Skip);
    let onward = clause.lang == Lang::Ar
        && units[verb].tense() == Some(Tense::Present)
        && clause.tells(verb, |told| told == Predicate::Visited)
        && units.get(verb + 1).is_some_and(afterwards);
    units[verb + 1..].iter().take(WORDS).any(|unit| unit.is(Class::During))
        || there
        || onward && (0..verb).any(|at| units[at].kind == Kind::Verb && arrives(at))
        || joined && main().is_some_and(arrives)
}

/// The noun before its verb: المباحثات ستتناول, "the talks will focus on".
pub(super) fn awaits_verb(clause: &Clause<'_>, noun: usize) -> bool {
    const WORDS: usize = 16;
    let units = clause.units;
    let opens = |unit: &Unit| {
        unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Conj | Class::Circumstance))
    };
    let free = units[..noun].iter().rev().take_while(|unit| !opens(unit)).all(|unit| unit.kind != Kind::Verb);
    if !free || units[noun].kind != Kind::Noun {
        return false;
    }
    // "Under a deal between Iraq and Iran, the port will reopen": what will be has another subject.
    const NEAR: usize = 4;
    let under = |at: usize| ["under", "despite", "amid"].iter().any(|word| clause.is_preposition_of(at, word));
    let aside = clause.lang == Lang::En
        && (noun.saturating_sub(NEAR)..noun).any(|at| under(at) && (at == 0 || units[at - 1].is_mark()));
    for (at, unit) in units.iter().enumerate().skip(noun + 1).take(WORDS) {
        // "Assad's ally, it would be": what will be has a subject of its own.
        let other = || clause.lang == Lang::En && units.get(at + 1).is_some_and(|next| next.case.is_some());
        if unit.is_stop()
            || unit.is_comma() && (aside || other())
            || unit.phrase().is_none()
                && unit.has(|c| matches!(c, Class::Complement | Class::Relative | Class::Negation))
        {
            return false;
        }
        if unit.is(Class::Future) && unit.phrase().is_none() {
            return true;
        }
        if let Some((tense, ..)) = unit.verb() {
            // العقوبات على كوبا ستبقى, الحرب ستستمر: what will go on has begun.
            return tense == Tense::Future && !unit.is(Class::Now);
        }
    }
    false
}

/// وأجرى ترامب لاحقا اتصالا: whether a word for what comes later stands behind a past verb and its subject, and so tells of the tale's own time.
pub(super) fn is_later_in_tale(clause: &Clause<'_>, word: usize) -> bool {
    const WORDS: usize = 4;
    let units = clause.units;
    let later = units[word].is(Class::Planned) && units[word].is(Class::Skip);
    if clause.lang == Lang::En || !later || word == 0 {
        return false;
    }
    let verb = (word.saturating_sub(WORDS)..word)
        .rev()
        .take_while(|&before| units[before].phrase().is_some() || units[before].kind == Kind::Verb)
        .find(|&before| units[before].kind == Kind::Verb);
    verb.is_some_and(|verb| units[verb].tense() == Some(Tense::Past))
}

/// أبلغه في رابع اتصال بينهما, التقاه في ثاني زيارة: whether a noun stands behind في or a word of its kind, as what somebody did something at.
pub(super) fn is_occasion_of_past(clause: &Clause<'_>, at: usize) -> bool {
    const NEAR: usize = 2;
    let units = clause.units;
    let within = (at.saturating_sub(NEAR)..at)
        .any(|unit| units[unit].phrase().is_none() && (clause.is_in(unit) || units[unit].is(Class::During)));
    let done = |verb: usize| {
        let says = units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
        units[verb].tense() == Some(Tense::Past)
            && (says || clause.tells(verb, |told| told.family() == Family::Contact))
    };
    let verb = (0..at).rev().take_while(|&unit| !units[unit].is_stop()).find(|&unit| units[unit].kind == Kind::Verb);
    within && verb.is_some_and(done)
}
