//! Whether a relation happened, is planned, is possible, or is denied: the order in which the words are asked.

use super::adjective::{behind, future_time};
use super::ahead::{aimed_at, is_announced, is_decided_force, is_feared, is_talked_of, is_upcoming};
use super::called_off::{called_off, came_to_nothing};
use super::campaign::is_aim_of_campaign;
use super::clause::Clause;
use super::governing::{governing, is_comment};
use super::inherited::{inherited, is_owned_pact, is_when_said};
use super::occasion::{
    awaits_verb, carried_out, circumstance, clause_end, during_journey, is_agenda, is_ended, is_joined_to_purpose,
    is_on_next_day, is_one_more, is_to_be_held, is_told_for_a_day, taking_place, was_held,
};
use super::presupposed::{ends, has_been};
use super::presupposed_en::is_presupposed;
use super::subject_en::VerbForm;
use super::told_en::{is_captioned, is_said_on_occasion, is_setting_out, is_when_to_come};
use super::trace::StatusRule;
use super::unit::{Kind, Unit};
use super::verdict::{belied, verdict};
use super::verdict_en;
use super::wished_en::wished;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Status, Tense};
use crate::text::Clitics;

/// How many units before a head its governing words may stand.
pub(super) const REACH: usize = 9;

/// What is asked of the head at a unit, of a relation of a type.
pub(super) type Question = fn(&Clause<'_>, usize, Predicate) -> bool;

/// What settles a status before the words that govern the head are asked, in the order in which it is asked.
const SETTLED: &[(Question, StatusRule, Status)] = &[
    (has_been, StatusRule::Presupposed, Status::Happened),
    (was_held, StatusRule::RelativeClause, Status::Happened),
    (is_owned_pact, StatusRule::Presupposed, Status::Happened),
    (is_when_said, StatusRule::Presupposed, Status::Happened),
    (is_feared, StatusRule::Feared, Status::Possible),
    (is_announced, StatusRule::Announced, Status::Planned),
    (is_decided_force, StatusRule::Announced, Status::Planned),
    (is_aim_of_campaign, StatusRule::Purpose, Status::Planned),
    (|clause, at, _| is_one_more(clause, at), StatusRule::RelativeClause, Status::Happened),
];

/// Returns the status of what the head at `at` says, a relation of type `predicate`.
pub(super) fn status(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Status {
    let status = unconditional(clause, at, predicate);
    if is_presupposed(clause, at, predicate, status) {
        return by(clause, StatusRule::Presupposed, Status::Happened);
    }
    if status != Status::Denied
        && let Some(said) = belied(clause, at, predicate)
    {
        return by(clause, StatusRule::Verdict, said);
    }
    let overruled = match status {
        Status::Happened | Status::Planned if is_of_any(clause, at, predicate) => {
            Some(by(clause, StatusRule::Condition, Status::Possible))
        }
        Status::Happened => not_yet(clause, at),
        Status::Planned if came_to_nothing(clause, at, predicate) => {
            Some(by(clause, StatusRule::CalledOff, Status::Denied))
        }
        Status::Planned => left_open(clause, at, true),
        Status::Possible => is_said_on_occasion(clause, at).then(|| by(clause, StatusRule::Manner, Status::Happened)),
        Status::Denied => not_denied(clause, at),
    };
    overruled.unwrap_or(status)
}

/// Notes the rule that decides a status, and returns it.
fn by(clause: &Clause<'_>, rule: StatusRule, status: Status) -> Status {
    clause.because(rule, None);
    status
}

/// Notes the rule that decides a status and the word that says so, and returns it.
fn by_word(clause: &Clause<'_>, rule: StatusRule, word: &Unit, status: Status) -> Status {
    clause.because(rule, Some(word));
    status
}

/// What nothing denied or put off is ahead or open all the same.
fn not_yet(clause: &Clause<'_>, at: usize) -> Option<Status> {
    if is_of_coming_journey(clause, at) {
        return Some(by(clause, StatusRule::Purpose, Status::Planned));
    }
    if let Some(after) = awaited(clause, at) {
        return Some(by_word(clause, StatusRule::Circumstance, after, Status::Planned));
    }
    let base = clause.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Base);
    left_open(clause, at, base)
}

/// سنرد على أي هجوم من سوريا: whether a noun tells of any force or threat that may come, and of none that has been.
fn is_of_any(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let ill = matches!(predicate, Predicate::Attacked | Predicate::Seized | Predicate::Threatened);
    let noun = &clause.units[at];
    let any = |before: usize| clause.units[before].phrase().is_none() && clause.units[before].is(Class::Each);
    // "would answer any Israeli attack on it"
    const WORDS: usize = 3;
    if ill && clause.lang == Lang::En && noun.kind == Kind::Noun {
        let open = |&before: &usize| !clause.units[before].is_mark() && clause.units[before].kind != Kind::Verb;
        return (at.saturating_sub(WORDS)..at).rev().take_while(open).any(|before| clause.shapes[before].any);
    }
    ill && clause.lang == Lang::Ar
        && noun.kind == Kind::Noun
        && !noun.is_definite_noun()
        && !clause.shapes[at].article
        && at.checked_sub(1).is_some_and(any)
}

/// لافروف إلى القاهرة الاثنين للقاء السيسي: whether a noun is the purpose of a journey that a headline without a verb announces.
fn is_of_coming_journey(clause: &Clause<'_>, at: usize) -> bool {
    let purpose = clause.lang == Lang::Ar
        && clause.units[at].kind == Kind::Noun
        && clause.units[at].clitics.has(Clitics::LI)
        && clause.units[..at].iter().all(|unit| unit.kind != Kind::Verb);
    purpose && clause.headline().is_some_and(|(.., on, ahead)| ahead && on < at)
}

/// What is only asked for, or hangs on a condition where it is still to come.
fn left_open(clause: &Clause<'_>, at: usize, to_come: bool) -> Option<Status> {
    if let Some(whether) = asked(clause, at) {
        return Some(by_word(clause, StatusRule::Question, whether, Status::Possible));
    }
    let condition = if to_come { conditional(clause, at)? } else { return None };
    Some(by_word(clause, StatusRule::Condition, condition, Status::Possible))
}

/// What a word denies and has been all the same.
fn not_denied(clause: &Clause<'_>, at: usize) -> Option<Status> {
    // "failed to agree in a frosty meeting": what did not come about there, while the meeting did.
    if clause.units[at].kind == Kind::Noun && clause.tells_manner(at) {
        return Some(by(clause, StatusRule::Manner, Status::Happened));
    }
    excepted(clause, at).map(|status| by(clause, StatusRule::Presupposed, status))
}

/// ستنشر النتائج بعد أن يلتقي فلانا: the word of time right before an Arabic present, of what comes first.
fn awaited<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let units = clause.units;
    let present = clause.lang == Lang::Ar && units[at].tense() == Some(Tense::Present);
    let after = at.checked_sub(1).map(|before| &units[before]).filter(|_| present && units[at].kind == Kind::Verb)?;
    let waits = after.phrase().is_none() && after.is(Class::Complement) && after.is(Class::Grounds);
    waits.then_some(after)
}

/// سأل ما إذا كان كيري قد التقى لافروف, "asked whether they had met": of what a verb tells right behind a word of asking nobody says
/// that it is so.
fn asked<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let units = clause.units;
    units[at].verb()?;
    let main = |unit: &Unit| unit.verb().is_some() && !unit.is(Class::Auxiliary);
    let opens = |unit: &Unit| unit.phrase().is_none() && (unit.is(Class::Complement) || unit.is(Class::Relative));
    let before = units[..at].iter().rev().take_while(|unit| !unit.is_stop() && !main(unit));
    before.into_iter().find(|unit| opens(unit)).filter(|unit| unit.is(Class::Open))
}

/// لم يلتق كيري إلا عباس, لم يزر القاهرة إلا بعد: what "except" stands behind, of a verb that a particle right before it negates; but not إلا أن.
fn excepted(clause: &Clause<'_>, at: usize) -> Option<Status> {
    const REACH: usize = 8;
    let units = clause.units;
    if clause.lang == Lang::En || units[at].kind != Kind::Verb {
        return None;
    }
    let negation = at.checked_sub(1).filter(|&before| units[before].is(Class::Negation))?;
    let open = |&i: &usize| !units[i].is_mark() && units[i].kind != Kind::Verb && !units[i].is(Class::Complement);
    let except = (at + 1..units.len().min(at + REACH)).take_while(open).find(|&i| units[i].unless)?;
    let behind = units.get(except + 1)?;
    if behind.is(Class::If) {
        return Some(Status::Possible);
    }
    let opens = behind.is_mark() || behind.kind == Kind::Verb || behind.is(Class::Complement);
    // لن يلتقي إلا عباس
    let never = units[negation].is(Class::Never);
    (!opens).then_some(if never { Status::Planned } else { Status::Happened })
}

/// إذا وافقت دمشق فسيزورها, "will meet him if": a condition before or behind, in the same sentence.
fn conditional<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let condition = |unit: &&Unit| unit.is(Class::If) && unit.phrase().is_none();
    let within = |unit: &&Unit| !unit.is_stop() && (!unit.is(Class::Complement) || unit.is(Class::If));
    let before = clause.units[..at].iter().rev().take_while(within).find(condition);
    let end = clause_end(clause, at);
    before.or_else(|| clause.units[at + 1..end].iter().take_while(within).find(condition))
}

/// The status by the words that the head stands among; a condition, a question or an exception is not asked for.
fn unconditional(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Status {
    if let Some(trace) = clause.trace {
        trace.no_status();
    }
    as_another(clause, at, predicate)
        .or_else(|| settled(clause, at, predicate))
        .or_else(|| carried_through(clause, at, predicate))
        .or_else(|| said_of_noun(clause, at, predicate))
        .unwrap_or_else(|| by_governing(clause, at, predicate))
}

/// What an occasion, a journey or a manner tells is as the verb is that it goes with; what is done for a purpose is ahead.
fn as_another(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    if predicate.family() == Family::Contact && is_joined_to_purpose(clause, at) {
        return Some(by(clause, StatusRule::Purpose, Status::Planned));
    }
    let journey = predicate == Predicate::Visited;
    if journey && let Some(main) = clause.main_of_occasion(at) {
        clause.because(StatusRule::Circumstance, Some(&clause.units[main]));
        return Some(status(clause, main, predicate));
    }
    if journey && let Some(main) = clause.main_behind_journey(at) {
        clause.because(StatusRule::Circumstance, Some(&clause.units[main]));
        // في زيارة إلى تونس يتوجه فلان: who heads somewhere is still to come.
        let departs = clause.units[main].means(&clause.knowledge.lexicon, Sense::Departs);
        return Some(if departs { Status::Planned } else { status(clause, main, predicate) });
    }
    manner_of(clause, at).map(|verb| status(clause, verb, predicate))
}

/// What is so whatever the words before the head say.
fn settled(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    if ends(clause, at, predicate) {
        return Some(by_word(clause, StatusRule::Ends, &clause.units[at - 1], Status::Happened));
    }
    let found = SETTLED.iter().find(|(asked, ..)| asked(clause, at, predicate));
    found.map(|&(_, rule, status)| by(clause, rule, status))
}

/// What a verb of being carried out or taking place tells of the head, or "upcoming" before it, where nothing before denies it.
fn carried_through(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    let done = carried_out(clause, at).map(|status| (status, StatusRule::RelativeClause));
    let taking = || taking_place(clause, at, predicate).map(|status| (status, StatusRule::TakingPlace));
    if let Some((status, rule)) = done.or_else(taking) {
        clause.because(rule, None);
        return Some(if governing(clause, at) == Some(Status::Denied) { Status::Denied } else { status });
    }
    (is_upcoming(clause, at, predicate) && governing(clause, at) != Some(Status::Denied))
        .then(|| by_word(clause, StatusRule::Adjective, &clause.units[at - 1], Status::Planned))
}

/// What the clause says of the noun that is its subject, or of the occasion that the noun is.
fn said_of_noun(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    if clause.units[at].verb().is_some() {
        return None;
    }
    let judged = verdict(clause, at, predicate).or_else(|| verdict_en::verdict(clause, at, predicate));
    if let Some(status) = judged {
        return Some(by(clause, StatusRule::Verdict, status));
    }
    circumstance(clause, at, predicate).map(|status| by(clause, StatusRule::Circumstance, status))
}

/// The status by the word that governs the head; where none does, by its own form, and last by the verb it depends on.
fn by_governing(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Status {
    let before = governing(clause, at);
    if before.is_some() {
        clause.because(StatusRule::Governed, None);
    }
    if before == Some(Status::Denied) || is_called_off_plan(clause, at) {
        return Status::Denied;
    }
    if let Some(status) = wished(clause, at, predicate, before) {
        return by(clause, StatusRule::AskedFor, status);
    }
    if clause.is_headline_future(at) {
        return before.unwrap_or_else(|| by(clause, StatusRule::HeadlineFuture, Status::Planned));
    }
    let aimed = if before.is_none() { intended(clause, at, predicate) } else { None };
    let own = aimed.or_else(|| match clause.units[at].tense() {
        Some(tense) => by_tense(clause, at, predicate, tense, before),
        None => beside_noun(clause, at, predicate, before),
    });
    if let Some(status) = own {
        return status;
    }
    if before.is_none() && is_on_next_day(clause, at, predicate) {
        return by(clause, StatusRule::DateToCome, Status::Planned);
    }
    let shared =
        || inherited(clause, at, predicate).filter(|&status| status != Status::Denied || !is_comment(clause, at));
    before.or_else(shared).unwrap_or(Status::Happened)
}

/// What somebody vows, wills, aims at, talks of or asks for, where no word governs the head.
fn intended(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    if predicate.family() == Family::Contact && clause.is_vowed(at) {
        return Some(by(clause, StatusRule::Purpose, Status::Planned));
    }
    if let Some(status) = clause.willed(at).or_else(|| aimed_at(clause, at, predicate)) {
        return Some(by(clause, StatusRule::Purpose, status));
    }
    if is_talked_of(clause, at, predicate) {
        return Some(by(clause, StatusRule::Purpose, Status::Planned));
    }
    clause.is_asked_for(at).then(|| by(clause, StatusRule::AskedFor, Status::Possible))
}

/// What the tense of a verb says: a future, and a present beside a time to come or of the day's agenda.
fn by_tense(
    clause: &Clause<'_>,
    at: usize,
    predicate: Predicate,
    tense: Tense,
    before: Option<Status>,
) -> Option<Status> {
    let rule = match tense {
        Tense::Future => Some(StatusRule::Future),
        Tense::Present | Tense::Base if before.is_none() => present_to_come(clause, at, predicate),
        Tense::Gerund if before.is_none() && is_setting_out(clause, at) => Some(StatusRule::Agenda),
        _ => None,
    };
    rule.map(|rule| by_word(clause, rule, &clause.units[at], Status::Planned))
}

/// What says that a present tells of what is still to come.
fn present_to_come(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<StatusRule> {
    if future_time(clause, at) && is_deed(predicate) {
        return Some(StatusRule::DateToCome);
    }
    let agenda = is_setting_out(clause, at)
        || is_agenda(clause, at, predicate)
        || is_told_for_a_day(clause, at, predicate)
        || is_deed(predicate) && is_when_to_come(clause, at);
    if agenda {
        return Some(StatusRule::Agenda);
    }
    // ويزور حاليا تونس
    let now = clause.units.get(at + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::Now));
    (!now && during_journey(clause, at)).then_some(StatusRule::DuringJourney)
}

/// What stands beside a noun: a verb that undoes it, a word of holding it, an adjective, a time to come.
fn beside_noun(clause: &Clause<'_>, at: usize, predicate: Predicate, before: Option<Status>) -> Option<Status> {
    if let Some(status) = called_off(clause, at, predicate) {
        return Some(by(clause, StatusRule::CalledOff, status));
    }
    if before.is_none()
        && let Some(status) = is_to_be_held(clause, at, predicate)
    {
        return Some(by(clause, StatusRule::ToBeHeld, status));
    }
    if let Some(status) = behind(clause, at) {
        let governed = before.filter(|&status| status != Status::Happened);
        return Some(governed.unwrap_or_else(|| by(clause, StatusRule::Adjective, status)));
    }
    if before.is_some() {
        return None;
    }
    if future_time(clause, at) {
        return Some(by(clause, StatusRule::DateToCome, Status::Planned));
    }
    // إن زيارة الوزير الحالية ستسهم في: what goes on is not still to come.
    (awaits_verb(clause, at) && !is_going_on(clause, at)).then(|| by(clause, StatusRule::AwaitsVerb, Status::Planned))
}

/// "cancelled his planned summit": what is called off, though it was planned.
fn is_called_off_plan(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    let plan = (at.saturating_sub(WORDS)..at)
        .rev()
        .take_while(|&before| {
            let unit = &clause.units[before];
            !unit.is_mark() && (unit.kind != Kind::Verb || unit.is(Class::Planned))
        })
        .find(|&before| clause.units[before].phrase().is_none() && clause.units[before].is(Class::Planned));
    clause.lang == Lang::En
        && clause.units[at].kind == Kind::Noun
        && plan.is_some_and(|plan| governing(clause, plan) == Some(Status::Denied))
}

/// "discussed the upcoming summit by phone": the verb of which words for a channel tell how it was done, and which happened as they did.
fn manner_of(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let channel = clause.lang == Lang::En
        && clause.units[at].kind == Kind::Noun
        && clause.units[at].means(&clause.knowledge.lexicon, Sense::Manner);
    let open = |&before: &usize| !clause.units[before].is_stop();
    let verb = |&before: &usize| clause.units[before].kind == Kind::Verb;
    // "urged Turkey to show restraint in a call": how they urged it.
    let own = |&verb: &usize| {
        clause.tells(verb, |told| told.family() == Family::Contact) || clause.verb_form(verb) == VerbForm::Finite
    };
    (0..at).rev().filter(|_| channel).take_while(open).find(verb).filter(own)
}

/// What a time to come dates by itself; one praises or criticises today what another will do.
pub(super) fn is_deed(predicate: Predicate) -> bool {
    !matches!(
        predicate,
        Predicate::Praised
            | Predicate::Criticised
            | Predicate::Supported
            | Predicate::Rejected
            | Predicate::Threatened
            | Predicate::DemandedOf
            | Predicate::Promised
    )
}

/// Force, whatever it takes.
pub(super) fn is_force(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Attacked | Predicate::Seized)
}

/// What one side does to another by force or by law.
pub(super) fn is_harm(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized)
}

pub(super) fn tells(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let unit = &clause.units[at];
    unit.kind == Kind::Noun
        && unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(predicate))
}

/// Returns whether nothing but a present tense, or nothing at all, says that what the head tells has happened.
pub(super) fn is_tentative(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let verb = clause.units[at].kind == Kind::Verb;
    if !verb && circumstance(clause, at, predicate) == Some(Status::Happened) {
        return false;
    }
    let certain = is_captioned(clause, at)
        || predicate == Predicate::Visited && is_ended(clause, at)
        || match clause.lang {
            // "said after meeting Lavrov that they would meet again": what was before has been.
            Lang::En => at.checked_sub(1).is_some_and(|before| is_word(&clause.units[before], Class::After)),
            Lang::Ar => is_past_by_particle(clause, at) || is_going_on(clause, at),
        };
    if certain {
        return false;
    }
    let verb = if verb { Some(at) } else { verb_before(clause, at, predicate) };
    // توقف, ترأس: a past, though its letters may be a present of another verb.
    let tense = |verb: usize| match clause.lang {
        Lang::Ar => clause.units[verb].tense(),
        Lang::En => clause.units[verb].verb().map(|(tense, ..)| tense),
    };
    verb.and_then(tense).is_none_or(|tense| matches!(tense, Tense::Present | Tense::Base | Tense::Gerund))
}

/// Whether a unit that names nobody is a word of a class.
fn is_word(unit: &Unit, class: Class) -> bool {
    unit.phrase().is_none() && unit.is(class)
}

/// Arabic: whether the word right before a head says that it was before.
fn is_past_by_particle(clause: &Clause<'_>, at: usize) -> bool {
    let head = &clause.units[at];
    let Some(before) = at.checked_sub(1).map(|before| &clause.units[before]) else { return false };
    // كان في استقباله الرئيس الذي سيلتقي معه: "was" right before the head is its verb.
    is_word(before, Class::Auxiliary) && before.is(Class::Earlier)
        // كان قد تحدث: a past, though its letters may be a present.
        || head.kind == Kind::Verb && head.tense() == Some(Tense::Past) && is_word(before, Class::Qad)
}

/// Arabic: whether a word close behind a head says that what it tells goes on.
fn is_going_on(clause: &Clause<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let close = clause.units[at + 1..].iter().take(NEAR);
    match clause.units[at].kind {
        // زيارة الوزير الحالية
        Kind::Noun => close
            .take_while(|unit| !unit.is_mark())
            .any(|unit| is_word(unit, Class::This) && unit.clitics == Clitics::NONE),
        // الوزير الذي يزور القاهرة حاليا
        Kind::Verb => {
            close.take_while(|unit| !unit.is_stop()).any(|unit| is_word(unit, Class::Now) && unit.kind != Kind::Verb)
        }
        _ => false,
    }
}

/// The verb before a noun, in its sentence; but أكد أن زيارته غدا تهدف إلى: who says something has said it, whatever it is about.
fn verb_before(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<usize> {
    let units = clause.units;
    // إن القمة تأتي في إطار اللقاءات المتواصلة: but of meetings that a word describes there have been more.
    let described = units.get(at + 1).is_some_and(|next| next.phrase().is_none() && clause.shapes[at + 1].article);
    let contact =
        clause.lang == Lang::Ar && (predicate == Predicate::Visited || predicate == Predicate::Met && !described);
    let closes = |unit: &Unit| unit.is_stop() || contact && is_word(unit, Class::Complement);
    (0..at).rev().take_while(|&i| !closes(&units[i])).find(|&i| units[i].kind == Kind::Verb)
}
