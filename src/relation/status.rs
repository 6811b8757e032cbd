//! Whether a relation happened, is planned, is possible, or is denied.

use super::clause::Clause;
use super::governing::{behind, carries, future_time, governing, is_any, word_status};
use super::subject_en::VerbForm;
use super::trace::StatusRule;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Period, Predicate, Slot, Status, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How many units before a head its governing words may stand.
pub(super) const REACH: usize = 9;

/// Returns the status of what the head at `at` says, a relation of type `predicate`.
pub(super) fn status(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Status {
    let status = unconditional(clause, at, predicate);
    // "failed to agree in a frosty meeting": what did not come about there, while the meeting did.
    if status == Status::Denied && clause.units[at].kind == Kind::Noun && clause.tells_manner(at) {
        clause.because(StatusRule::Manner, None);
        return Status::Happened;
    }
    let to_come = status == Status::Planned
        || clause.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Base) && status == Status::Happened;
    let condition = if to_come { conditional(clause, at) } else { None };
    if condition.is_some() {
        clause.because(StatusRule::Condition, condition);
        return Status::Possible;
    }
    status
}

/// إذا وافقت دمشق فسيزورها, "will meet him if": a condition before or behind, in the same sentence.
fn conditional<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let condition = |unit: &&Unit| unit.is(Class::If) && unit.phrase().is_none();
    let within = |unit: &&Unit| !unit.is_stop() && (!unit.is(Class::Complement) || unit.is(Class::If));
    let before = clause.units[..at].iter().rev().take_while(within).find(condition);
    before.or_else(|| clause.units[at + 1..].iter().take_while(within).find(condition))
}

/// وقف القصف, رفع العقوبات, فشل القمة: what ends or fails has been.
fn ends(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let deed = predicate.family() == Family::Contact
        || matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    let Some(before) = at.checked_sub(1) else { return false };
    // "ease its sanctions"
    let own = clause.lang == Lang::En && clause.units[before].possessive && clause.units[before].case.is_some();
    let before = before.saturating_sub(usize::from(own));
    // "the lifting of sanctions"
    let of = usize::from(clause.lang == Lang::En && clause.units[before].is_preposition());
    let word = &clause.units[before.saturating_sub(of)];
    deed && clause.units[at].kind == Kind::Noun && word.phrase().is_none() && word.is(Class::Ending)
}

/// "to defend against Russian aggression": who defends himself against it has it already.
fn is_withstood(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    let against = clause.knowledge.lexicon.preposition_id("against");
    predicate == Predicate::Attacked
        && units[at].kind == Kind::Noun
        && units[at.saturating_sub(WORDS)..at]
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == against)))
}

/// ألغت الاتفاقية الموقعة مع: what is said to be signed has been, whatever becomes of it.
fn is_signed(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let signed = |trigger: &Trigger| trigger.flags.near && trigger.predicate == Some(predicate);
    predicate == Predicate::AgreedWith
        && clause.lang == Lang::Ar
        && clause.units[at].forms.iter().any(|form| signed(clause.knowledge.lexicon.trigger(form.trigger)))
}

/// رفضت العقوبات التي فرضها مجلس الأمن: a deed that a relative clause says was done has been.
fn is_done(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    if !deed || clause.lang == Lang::En || !clause.units[at].is_definite_noun() {
        return false;
    }
    let Some(verb) = clause.carrying_verb(at) else { return false };
    let between = &clause.units[at + 1..verb];
    clause.units[verb].persons().iter().all(|&(tense, ..)| tense == Tense::Past)
        && between.iter().any(|unit| unit.is(Class::Relative))
        && !between
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Negation | Class::Future | Class::Possible)))
}

/// حذر من هجوم إسرائيلي على رفح: of what one warns without an article has not been.
fn is_feared(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    let indefinite = clause.units[at]
        .forms
        .iter()
        .all(|form| matches!(form.shape, crate::lexicon::Shape::Noun { definite: false, owner: None }));
    // من أي هجوم
    let any = usize::from(at > 1 && clause.units[at - 1].is(Class::Each));
    let from = at.checked_sub(1 + any).filter(|&from| clause.is_from(&clause.units[from]));
    let Some(from) = from.filter(|_| deed && indefinite && clause.lang == Lang::Ar) else { return false };
    let verb = (from.saturating_sub(WORDS)..from)
        .rev()
        .find(|&before| matches!(clause.units[before].kind, Kind::Verb | Kind::Participle));
    verb.is_some_and(|verb| clause.tells(verb, |told| told == Predicate::Threatened))
}

/// سترد على العقوبات الأمريكية: what somebody answers, has answered or will answer, has been.
fn is_answered(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let Some(on) = at.checked_sub(1).filter(|_| clause.lang == Lang::Ar && clause.units[at].is_definite_noun()) else {
        return false;
    };
    let about = clause.knowledge.lexicon.preposition_id("على");
    let answers = |unit: &Unit| {
        unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).id.starts_with("ar-radda-"))
    };
    matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized)
        && clause.units[on].has(|class| matches!(class, Class::Prep(id) if Some(id) == about))
        && clause.units[on.saturating_sub(3)..on].iter().any(answers)
}

/// "does not recognise Russia's annexation": it has been, recognised or not.
fn is_recognised(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let recognises = |unit: &Unit| {
        unit.kind == Kind::Verb
            && unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).id.starts_with("en-recogni"))
    };
    predicate == Predicate::Seized
        && clause.units[at].kind == Kind::Noun
        && clause.units[at.saturating_sub(WORDS)..at].iter().any(recognises)
}

/// "the recent meeting between", عرض نتائج زيارته: what was the last, or had results, has been, whatever else the sentence puts
/// off.
fn is_recent(clause: &Clause<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let recent = &clause.units[before];
    let has_been = match clause.lang {
        Lang::En => recent.has(|class| matches!(class, Class::Last | Class::Aforesaid)),
        Lang::Ar => recent.is(Class::Report) && recent.is(Class::Impact),
    };
    clause.units[at].kind == Kind::Noun && recent.phrase().is_none() && has_been
}

/// "ongoing efforts to provide": what goes on has begun.
fn goes_on(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 4;
    let units = clause.units;
    let aim = (at.saturating_sub(WORDS)..at).rev().find(|&i| units[i].aim);
    aim.is_some_and(|aim| {
        let now = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Now);
        let continues = |unit: &Unit| {
            unit.kind == Kind::Verb
                && unit
                    .forms
                    .iter()
                    .any(|form| clause.knowledge.lexicon.trigger(form.trigger).id.starts_with("en-continue"))
        };
        units[aim.saturating_sub(3)..aim].iter().any(|unit| now(unit) || continues(unit))
    })
}

/// "announced a new package of assistance": help that is announced is still to come.
fn is_announced(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 7;
    let units = clause.units;
    let announces = |unit: &Unit| {
        unit.forms
            .iter()
            .any(|form| matches!(&*clause.knowledge.lexicon.trigger(form.trigger).id, "en-announce-v" | "en-unveil-v"))
    };
    predicate == Predicate::Aided
        && clause.lang == Lang::En
        && units[at].kind == Kind::Noun
        && (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&i| !units[i].is_stop())
            .find(|&i| units[i].kind == Kind::Verb)
            .is_some_and(|verb| announces(&units[verb]) && clause.verb_form(verb) == VerbForm::Finite)
}

/// بحثا عقد قمة, اتفقا على عقد لقاء, أعلن عن عقد اجتماع: what is only spoken of holding has not been held.
fn is_to_be_held(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
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
fn is_joined_to_purpose(clause: &Clause<'_>, at: usize) -> bool {
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

/// "cancelled his planned summit": what is called off, though it was planned.
fn is_called_off_plan(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    let plan = (at.saturating_sub(WORDS)..at)
        .rev()
        .take_while(|&before| !clause.units[before].is_mark() && clause.units[before].kind != Kind::Verb)
        .find(|&before| clause.units[before].phrase().is_none() && clause.units[before].is(Class::Planned));
    clause.lang == Lang::En
        && clause.units[at].kind == Kind::Noun
        && plan.is_some_and(|plan| governing(clause, plan) == Some(Status::Denied))
}

fn unconditional(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Status {
    let unit = &clause.units[at];
    if let Some(trace) = clause.trace {
        trace.no_status();
    }
    if predicate.family() == Family::Contact && is_joined_to_purpose(clause, at) {
        clause.because(StatusRule::Purpose, None);
        return Status::Planned;
    }
    if ends(clause, at, predicate) {
        clause.because(StatusRule::Ends, Some(&clause.units[at - 1]));
        return Status::Happened;
    }
    if is_withstood(clause, at, predicate)
        || is_signed(clause, at, predicate)
        || is_answered(clause, at, predicate)
        || is_done(clause, at, predicate)
        || is_recognised(clause, at, predicate)
        || goes_on(clause, at)
    {
        clause.because(StatusRule::Presupposed, None);
        return Status::Happened;
    }
    if is_recent(clause, at) {
        clause.because(StatusRule::Presupposed, None);
        return Status::Happened;
    }
    if is_feared(clause, at, predicate) {
        clause.because(StatusRule::Feared, None);
        return Status::Possible;
    }
    if is_announced(clause, at, predicate) {
        clause.because(StatusRule::Announced, None);
        return Status::Planned;
    }
    let verb = unit.verb();
    let done = carried_out(clause, at).map(|status| (status, StatusRule::RelativeClause));
    if let Some((status, rule)) = done.or_else(|| Some((taking_place(clause, at, predicate)?, StatusRule::TakingPlace)))
    {
        clause.because(rule, None);
        return if governing(clause, at) == Some(Status::Denied) { Status::Denied } else { status };
    }
    if verb.is_none()
        && let Some(status) = circumstance(clause, at, predicate)
    {
        clause.because(StatusRule::Circumstance, None);
        return status;
    }
    let before = governing(clause, at);
    if before.is_some() {
        clause.because(StatusRule::Governed, None);
    }
    if before == Some(Status::Denied) || is_called_off_plan(clause, at) {
        return Status::Denied;
    }
    if clause.is_headline_future(at) {
        if before.is_none() {
            clause.because(StatusRule::HeadlineFuture, None);
        }
        return before.unwrap_or(Status::Planned);
    }
    if before.is_none() && clause.is_asked_for(at) {
        clause.because(StatusRule::AskedFor, None);
        return Status::Possible;
    }
    if let Some((tense, ..)) = verb {
        match tense {
            Tense::Future => {
                clause.because(StatusRule::Future, Some(unit));
                return Status::Planned;
            }
            Tense::Present | Tense::Base if before.is_none() => {
                let rule = if future_time(clause, at) && is_deed(predicate) {
                    Some(StatusRule::DateToCome)
                } else if is_agenda(clause, at, predicate) || is_told_for_a_day(clause, at, predicate) {
                    Some(StatusRule::Agenda)
                } else {
                    during_journey(clause, at).then_some(StatusRule::DuringJourney)
                };
                if let Some(rule) = rule {
                    clause.because(rule, Some(unit));
                    return Status::Planned;
                }
            }
            _ => {}
        }
    } else if let Some(status) = called_off(clause, at, predicate) {
        clause.because(StatusRule::CalledOff, None);
        return status;
    } else if before.is_none()
        && let Some(status) = is_to_be_held(clause, at, predicate)
    {
        clause.because(StatusRule::ToBeHeld, None);
        return status;
    } else if let Some(status) = behind(clause, at) {
        let governed = before.filter(|&status| status != Status::Happened);
        if governed.is_none() {
            clause.because(StatusRule::Adjective, None);
        }
        return governed.unwrap_or(status);
    } else if before.is_none() {
        let ahead = future_time(clause, at);
        if ahead || awaits_verb(clause, at) {
            clause.because(if ahead { StatusRule::DateToCome } else { StatusRule::AwaitsVerb }, None);
            return Status::Planned;
        }
    }
    before.or_else(|| inherited(clause, at, predicate)).unwrap_or(Status::Happened)
}

/// الزيارة التي سيقوم بها, التي من المقرر أن يجريها, التي يعتزم القيام بها: what the relative clause says of the doing of it.
fn carried_out(clause: &Clause<'_>, noun: usize) -> Option<Status> {
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
    said.or(ahead.then_some(Status::Planned))
}

/// القمة التي ستعقد, اللقاء قد يعقد, "talks that will be held": what the verb of its taking place says of a meeting; `None` where it
/// says that it has been.
fn taking_place(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
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
    said.or((present && future_time(clause, verb)).then_some(Status::Planned))
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

/// A noun behind a preposition of time: خلال لقائه and "after talks with" presuppose the contact, whose status is that of the
/// verb of the clause; قبل زيارته and "ahead of talks with" say that it is still to come.
fn circumstance(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    const YEAR: usize = 8;
    // "before his first official visit"
    let words = if clause.lang == Lang::En { 4 } else { 3 };
    let units = clause.units;
    let opens = (at.saturating_sub(words)..at)
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
                && units[unit].is(Class::Circumstance)
                && !units[unit].is(Class::Complement)
                // أجرى قبل ثلاثة أيام اتصالا
                && !clause.is_in_date(unit)
        })?;
    if (opens..at).any(|unit| units[unit].has(|c| matches!(c, Class::Possible | Class::Denied | Class::Negation))) {
        return None;
    }
    let verb = (0..opens).rev().take_while(|&unit| !units[unit].is_stop()).find(|&unit| units[unit].kind == Kind::Verb);
    // أضاف أن القمة بعد لقائه بفلان ستعقد: the verb of its own clause comes behind.
    let said = verb.is_some_and(|verb| {
        (verb + 1..opens).any(|unit| units[unit].phrase().is_none() && units[unit].is(Class::Complement))
    });
    let verb = match units[at + 1..].iter().take(YEAR).position(|unit| unit.kind == Kind::Verb || unit.is_stop()) {
        Some(next) if said && units[at + 1 + next].tense() == Some(Tense::Future) => Some(at + 1 + next),
        _ => verb,
    };
    clause.because_of(&units[opens]);
    if units[opens].is(Class::Ahead) {
        let over = units[at + 1..]
            .iter()
            .take(YEAR)
            .any(|unit| unit.has(|c| matches!(c, Class::Last | Class::Period(Period::Year))));
        return (predicate.family() == Family::Contact && !over).then_some(Status::Planned);
    }
    // في أعقاب سيطرة حماس على غزة: a deed behind which something comes has been.
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    let to_come = || verb.is_some_and(|verb| units[verb].tense() == Some(Tense::Future));
    if deed && clause.lang == Lang::Ar && units[opens].is(Class::After) && !to_come() {
        return Some(Status::Happened);
    }
    if predicate.family() != Family::Contact || behind(clause, at).is_some() {
        return None;
    }
    // لم يلتق نظيره خلال زيارته للدوحة: the visit is not what is denied.
    let negated = verb.is_some_and(|verb| verb > 0 && units[verb - 1].is(Class::Negation));
    match verb.and_then(|verb| units[verb].tense()) {
        Some(Tense::Past | Tense::Present) if negated && clause.lang == Lang::Ar => Some(Status::Happened),
        Some(Tense::Past) => Some(Status::Happened),
        Some(Tense::Future) => Some(Status::Planned),
        _ => units[opens].is(Class::After).then_some(Status::Happened),
    }
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
fn is_told_for_a_day(clause: &Clause<'_>, verb: usize, predicate: Predicate) -> bool {
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
        && near.into_iter().any(day)
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
fn during_journey(clause: &Clause<'_>, verb: usize) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    let joined = clause.lang == Lang::Ar
        && verb > 0
        && units[verb].tense() == Some(Tense::Present)
        && units[verb - 1].kind == Kind::Function
        && units[verb - 1].is(Class::Conj);
    let main = || (0..verb).rev().find(|&at| units[at].kind == Kind::Verb);
    let arrives = |at: usize| {
        let triggers = units[at].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
        units[at].tense() == Some(Tense::Past) && triggers.into_iter().any(|t| t.predicate == Some(Predicate::Visited))
    };
    units[verb + 1..].iter().take(WORDS).any(|unit| unit.is(Class::During)) || joined && main().is_some_and(arrives)
}

/// "The meeting with him was cancelled", زيارته إلى موسكو تأجلت: the noun before the verb that undoes it.
fn called_off(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    const WORDS: usize = 14;
    let units = clause.units;
    if units[noun].kind != Kind::Noun {
        return None;
    }
    let limit = |unit: &Unit| {
        unit.is_stop() || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Complement | Class::Relative))
    };
    let near = (noun + 1..units.len().min(noun + WORDS)).take_while(|&unit| !limit(&units[unit]));
    let said = match clause.lang {
        Lang::En => {
            let verb =
                near.into_iter().find(|&unit| units[unit].phrase().is_none() && units[unit].is(Class::Auxiliary))?;
            units[verb + 1..].iter().take(2).find(|unit| !unit.is(Class::Auxiliary) && !unit.is(Class::Skip))?
        }
        Lang::Ar if predicate.family() == Family::Contact => undone(clause, noun, near)?,
        Lang::Ar => return None,
    };
    if said.has(|class| matches!(class, Class::Denied | Class::Possible | Class::Postponed)) {
        clause.because_of(said);
    }
    if said.is(Class::Denied) {
        Some(Status::Denied)
    } else if said.is(Class::Possible) {
        Some(Status::Possible)
    } else {
        said.is(Class::Postponed).then_some(Status::Planned)
    }
}

/// زيارته إلى موسكو تأجلت, اللقاء بين الرئيسين ألغي: the verb of which an Arabic noun is the subject, that agrees with it and
/// has nothing behind it but adverbs.
fn undone<'c>(clause: &'c Clause<'_>, noun: usize, mut near: impl Iterator<Item = usize>) -> Option<&'c Unit> {
    let units = clause.units;
    let opens = |unit: &Unit| {
        unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Conj | Class::Circumstance))
    };
    let free = units[..noun].iter().rev().take_while(|unit| !opens(unit)).all(|unit| unit.kind != Kind::Verb);
    let undoes = |unit: &Unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Denied | Class::Postponed));
    let verb = near.find(|&unit| units[unit].kind == Kind::Verb || undoes(&units[unit]))?;
    // من أجل, "for the sake of"
    let sake = verb > 0 && units[verb - 1].is_preposition();
    let object = units.get(verb + 1).is_some_and(|unit| {
        !unit.clitics.has_preposition()
            && (unit.phrase().is_some() || matches!(unit.kind, Kind::Noun | Kind::Participle | Kind::Word))
    });
    (free && undoes(&units[verb]) && !sake && !object).then_some(&units[verb])
}

/// The noun before its verb: المباحثات ستتناول, "the talks will focus on".
fn awaits_verb(clause: &Clause<'_>, noun: usize) -> bool {
    const WORDS: usize = 16;
    let units = clause.units;
    let opens = |unit: &Unit| {
        unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Conj | Class::Circumstance))
    };
    let free = units[..noun].iter().rev().take_while(|unit| !opens(unit)).all(|unit| unit.kind != Kind::Verb);
    if !free || units[noun].kind != Kind::Noun {
        return false;
    }
    for unit in units[noun + 1..].iter().take(WORDS) {
        if unit.is_stop()
            || unit.phrase().is_none()
                && unit.has(|c| matches!(c, Class::Complement | Class::Relative | Class::Negation))
        {
            return false;
        }
        if unit.is(Class::Future) && unit.phrase().is_none() {
            return true;
        }
        if let Some((tense, ..)) = unit.verb() {
            return tense == Tense::Future;
        }
    }
    false
}

pub(super) fn tells(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let unit = &clause.units[at];
    unit.kind == Kind::Noun
        && unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(predicate))
}

/// Returns whether nothing but a present tense, or nothing at all, says that what the head tells has happened.
pub(super) fn is_tentative(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const NEAR: usize = 4;
    if clause.units[at].kind != Kind::Verb && circumstance(clause, at, predicate) == Some(Status::Happened) {
        return false;
    }
    // زيارة الوزير الحالية: it goes on.
    let goes_on = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::This) && unit.clitics == Clitics::NONE;
    let close = clause.units[at + 1..].iter().take(NEAR).take_while(|unit| !unit.is_mark());
    if clause.lang == Lang::Ar && clause.units[at].kind == Kind::Noun && close.into_iter().any(goes_on) {
        return false;
    }
    // أكد أن زيارته غدا تهدف إلى: who says something has said it, whatever it is about.
    let journey = clause.lang == Lang::Ar && predicate == Predicate::Visited;
    let said = |unit: &Unit| journey && unit.phrase().is_none() && unit.is(Class::Complement);
    let verb = if clause.units[at].kind == Kind::Verb {
        Some(at)
    } else {
        (0..at)
            .rev()
            .take_while(|&i| !clause.units[i].is_stop() && !said(&clause.units[i]))
            .find(|&i| clause.units[i].kind == Kind::Verb)
    };
    verb.and_then(|verb| clause.units[verb].verb())
        .is_none_or(|(tense, ..)| matches!(tense, Tense::Present | Tense::Base | Tense::Gerund))
}

/// A noun or participle shares the status of the verb it depends on: يزور غدا ... لإجراء محادثات.
fn inherited(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    if clause.units[at].kind == Kind::Verb {
        return coordinated(clause, at, predicate);
    }
    if is_reason_to_be_there(clause, at) {
        clause.because(StatusRule::Purpose, None);
        return Some(Status::Planned);
    }
    let verb =
        (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb)?;
    // سيلتقي زيباري الذي كان في استقباله: what a relative clause tells without a verb is told for itself.
    let relative = clause.lang == Lang::Ar
        && (verb + 1..at).any(|i| clause.units[i].is(Class::Relative) && clause.units[i].phrase().is_none());
    if relative {
        return None;
    }
    // أعلن أنه سيواصل جهوده، منتقدا العقوبات: so is what a participle of saying behind the content is about.
    let comment = |unit: usize| clause.units[unit].kind == Kind::Participle && clause.units[unit - 1].is_comma();
    if (verb + 1..at).any(comment) {
        return None;
    }
    // وصل لإجراء محادثات: the purpose of a journey is still ahead.
    // جاءت زيارة كارتر بعد زيارة للاجتماع مع: of an event nobody comes.
    let traveller = clause.subjects[verb].as_ref().is_some_and(|found| !found.is_empty());
    let journey =
        clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).is_journey());
    // برنامج الزيارة يتضمن لقاء مع فلان: what a visit will hold.
    let held = clause.units[verb].is(Class::Existing) && clause.units[verb].tense() == Some(Tense::Present);
    if held && !traveller && clause.lang == Lang::Ar && clause.owner_of_visit(verb).is_some() {
        clause.because(StatusRule::Agenda, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    let light = clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.light);
    if journey && !traveller && !light && clause.lang == Lang::Ar {
        return None;
    }
    let purpose = (at.saturating_sub(2)..=at).any(|i| {
        i > verb
            && (clause.shapes[i].preposition.is_some() || clause.units[i].clitics.has(Clitics::LI))
            && clause.units[i].phrase().is_none()
    });
    // اختتم كلمته مشيدا بمصر وداعيا السودان: what one says beside is no purpose.
    let purpose = purpose && clause.units[at].kind != Kind::Participle;
    if journey && purpose && clause.lang == Lang::Ar || is_purpose_of_arrival(clause, verb, at) {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    let speech =
        clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
    if speech {
        return None;
    }
    let found = status(clause, verb, predicate);
    // لم تسفر زيارة كيري عن شيء: what came of it is denied, not the visit.
    if found == Status::Denied && predicate.family() == Family::Contact && !carries(clause, verb) && !is_any(clause, at)
    {
        return None;
    }
    clause.because(StatusRule::Inherited, Some(&clause.units[verb]));
    Some(found)
}

/// كان الوزير في باريس للقاء نظيره: what somebody is at a place for is still ahead, where no verb says more.
fn is_reason_to_be_there(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let place = at.checked_sub(1).filter(|&place| {
        clause.unit_phrase(place).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
    });
    clause.lang == Lang::Ar
        && units[at].clitics.has(Clitics::LI)
        && place.is_some_and(|place| place > 0 && clause.is_in(place - 1))
        && units[..at].iter().rev().take_while(|unit| !unit.is_stop()).all(|unit| unit.kind != Kind::Verb)
}

/// "arrived in Cairo on Monday for talks with": what somebody has come for is still ahead.
fn is_purpose_of_arrival(clause: &Clause<'_>, verb: usize, at: usize) -> bool {
    let into = clause.knowledge.lexicon.preposition_id("in").map(Slot::Prep);
    let arrives = clause.units[verb].forms.iter().any(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        trigger.is_journey() && !trigger.flags.abroad && into.is_some_and(|into| trigger.object.contains(&into))
    });
    clause.lang == Lang::En && arrives && (verb + 1..at).any(|i| clause.is_preposition_of(i, "for"))
}

/// سيزور إيران ويلتقي رئيسها: a present joined to what is planned or possible is so too.
fn coordinated(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
    if clause.lang == Lang::En {
        return purpose(clause, at, predicate);
    }
    let present = units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present);
    // سيلتقي نظيره قبل أن يجتمع مع الرئيس
    let ahead = at > 0
        && (units[at - 1].is(Class::Ahead)
            || at > 1 && units[at - 1].is(Class::Complement) && units[at - 2].is(Class::Ahead));
    let joined = ahead
        || units[at].clitics.has_conjunction()
        || at > 0 && units[at - 1].has(|class| matches!(class, Class::Conj | Class::ListMore));
    let purpose = units[at].clitics.has(Clitics::LI);
    if !present || !joined && !purpose {
        return None;
    }
    // يزور تركيا التي استقبلت اللاجئين، كما يزور مصر: not to what a relative clause tells.
    let relative = |verb: usize| (verb.saturating_sub(2)..verb).any(|i| units[i].is(Class::Relative) && joined);
    let verb =
        (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb && !relative(i))?;
    // وصل ليطلع المجلس, وصل حيث يلتقي نظيره: the purpose of a journey is still ahead.
    let purpose = purpose || units[at - 1].is(Class::Where) && predicate.family() == Family::Contact;
    let journey = units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).is_journey());
    if purpose && journey && status(clause, verb, predicate) == Status::Happened {
        clause.because(StatusRule::Purpose, Some(&units[verb]));
        return Some(Status::Planned);
    }
    let found = status(clause, verb, predicate);
    inherits(clause, found, verb)
}

/// "will visit Cairo to meet his counterpart": the purpose of what is planned or possible is so too.
fn purpose(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    // "will see Sisi before heading to Jordan"
    let before_it = clause.verb_form(at) == VerbForm::Gerund
        && predicate.family() == Family::Contact
        && at > 0
        && clause.units[at - 1].is(Class::Circumstance);
    if clause.verb_form(at) != VerbForm::Infinitive && !before_it || !is_deed(predicate) {
        return None;
    }
    let verb = (0..at)
        .rev()
        .take_while(|&unit| !clause.units[unit].is_stop() && !clause.units[unit].is(Class::Complement))
        .find(|&unit| clause.units[unit].kind == Kind::Verb)?;
    // "agreed to meet again", "committed to send": what one binds oneself to is ahead.
    let binds = clause.units[verb].forms.iter().any(|form| {
        let row = clause.knowledge.lexicon.trigger(form.trigger).predicate;
        matches!(row, Some(Predicate::AgreedWith | Predicate::Promised))
    });
    if binds {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    if predicate.family() != Family::Contact {
        return None;
    }
    // "invited him to visit"
    let own =
        clause.units[verb].forms.iter().find_map(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.status);
    let found = own.unwrap_or_else(|| status(clause, verb, predicate));
    inherits(clause, found, verb)
}

/// What is planned or possible holds for what depends on it; what has happened says nothing.
fn inherits(clause: &Clause<'_>, found: Status, verb: usize) -> Option<Status> {
    if matches!(found, Status::Planned | Status::Possible) {
        clause.because(StatusRule::Inherited, Some(&clause.units[verb]));
        return Some(found);
    }
    if let Some(trace) = clause.trace {
        trace.no_status();
    }
    None
}
