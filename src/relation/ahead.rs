//! What is still ahead, or only may be, though its own form does not say so: what one aims at, threatens, promises, warns of, announces or talks of.

use super::adjective::future_time;
use super::clause::Clause;
use super::negated::not_omitted;
use super::status::is_harm;
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Shape, Status, Tense};
use crate::text::Clitics;

/// How many units before a head the verb may stand that aims at it.
const AIM: usize = 7;

/// من الأفضل أن يلتقي, قرر أن يلتقي, تعهد بأن يلتقي: a present right behind أن tells what is wished or resolved, not what has been; so does a
/// noun of what somebody threatens to do or promises (هدد بقصف).
pub(super) fn aimed_at(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    if clause.lang == Lang::En {
        return is_threat(clause, at).then_some(Status::Possible);
    }
    if at == 0 {
        None
    } else if is_subjunctive(clause, at, predicate) {
        wished_present(clause, at, predicate)
    } else {
        threatened_noun(clause, at, predicate)
    }
}

/// أن يلتقي: whether a present stands right behind أن, in the text, too; يطيب لي أن أرحب says that one does.
fn is_subjunctive(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    is_only_present(&units[at])
        && is_wish(clause, at - 1)
        && units[at - 1].end == units[at].start
        && predicate != Predicate::Praised
}

/// Whether every reading of a unit is a present.
fn is_only_present(unit: &Unit) -> bool {
    unit.tense() == Some(Tense::Present) && unit.persons().iter().all(|&(tense, ..)| tense == Tense::Present)
}

/// Whether أن at a unit opens what somebody wishes; but قبل أن يبدأ زيارته, بعد أن ينهي: of time, and no wish.
fn is_wish(clause: &Clause<'_>, that: usize) -> bool {
    let units = clause.units;
    let of_time = |unit: &Unit| {
        // رئيس الوزراء أن يزور: a phrase of several words is whoever wishes it.
        unit.phrase().is_none() && unit.end > unit.start + 1
            || unit.has(|class| matches!(class, Class::Ahead | Class::After | Class::Until))
    };
    units[that].is(Class::Complement)
        && units[that].phrase().is_none()
        && units[that].pronoun.is_none()
        && !units[that].speaks
        && !units[that].resumes
        && !units[that.saturating_sub(1)..=that].iter().any(of_time)
}

/// What becomes of what a present behind أن tells, by the verb on which it depends.
fn wished_present(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
    // من دواعي سروري أن أستضيف: who is glad to do something does it.
    let glad = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Pleased);
    if at > 1 && glad(&units[at - 2]) {
        return Some(if future_time(clause, at) { Status::Planned } else { Status::Happened });
    }
    let verb = aiming_word(clause, at, predicate);
    if verb.is_some_and(|verb| is_done_anyway(clause, verb)) {
        return None;
    }
    let binds = |told| matches!(told, Predicate::Promised | Predicate::AgreedWith);
    let resolves = |verb: usize| units[verb].means(&clause.knowledge.lexicon, Sense::Resolves);
    // يزور بغداد على أن ينتقل إلى عمان: what comes next; but حث على أن.
    let next = || at > 1 && is_on(clause, at - 2) && !verb.is_some_and(|verb| clause.binds_another(verb));
    let planned = verb.is_some_and(|verb| clause.tells(verb, binds) || resolves(verb)) || next();
    Some(if planned { Status::Planned } else { Status::Possible })
}

/// هدد بقصف, تعهد بتقديم مساعدات: what becomes of what a noun with ب tells, or one behind such a noun.
fn threatened_noun(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
    if units[at].kind != Kind::Noun || !(units[at].clitics.has(Clitics::BI) || is_behind_by(clause, at)) {
        return None;
    }
    let verb = aiming_word(clause, at, predicate)?;
    if verb > 0 && is_only_present(&units[verb]) && is_wish(clause, verb - 1) || is_done_anyway(clause, verb) {
        return None;
    }
    if clause.tells(verb, |told| told == Predicate::Promised) {
        return Some(Status::Planned);
    }
    clause.tells(verb, |told| told == Predicate::Threatened).then_some(Status::Possible)
}

/// The verb before a head that says what becomes of it; of a promise or threat the noun, too.
fn aiming_word(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<usize> {
    let units = clause.units;
    let open = |&i: &usize| !units[i].is_mark() && (units[i].phrase().is_some() || !units[i].is(Class::Relative));
    (at.saturating_sub(AIM)..at).rev().take_while(open).find(|&i| match units[i].kind {
        Kind::Verb | Kind::Participle => true,
        // تهديد كيري بقصف دمشق, وعده بزيارة
        Kind::Noun => {
            predicate != Predicate::AgreedWith
                && clause.tells(i, |told| matches!(told, Predicate::Promised | Predicate::Threatened))
        }
        _ => false,
    })
}

/// لم ينس أن يشكر: he did.
fn is_done_anyway(clause: &Clause<'_>, verb: usize) -> bool {
    verb > 0 && not_omitted(clause, verb - 1) == Some(Status::Happened)
}

/// حذر من هجوم إسرائيلي على رفح: of what one warns without an article has not been.
pub(super) fn is_feared(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let deed = is_harm(predicate);
    let indefinite =
        clause.units[at].forms.iter().all(|form| matches!(form.shape, Shape::Noun { definite: false, owner: None }));
    // من أي هجوم
    let any = usize::from(at > 1 && clause.units[at - 1].is(Class::Each));
    let from = at.checked_sub(1 + any).filter(|&from| clause.is_from(&clause.units[from]));
    let Some(from) = from.filter(|_| deed && indefinite && clause.lang == Lang::Ar) else { return false };
    let verb = (from.saturating_sub(WORDS)..from)
        .rev()
        .find(|&before| matches!(clause.units[before].kind, Kind::Verb | Kind::Participle));
    verb.is_some_and(|verb| clause.tells(verb, |told| told == Predicate::Threatened))
}

/// "announced a new package of assistance": help that is announced is still to come.
pub(super) fn is_announced(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 7;
    let units = clause.units;
    let announces = |unit: &Unit| {
        unit.forms.iter().any(|form| {
            let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
            // What is offered may be, as the word itself says; who makes a donation has given.
            flags.sense == Some(Sense::Makes) && flags.status.is_none() && !flags.light
        })
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

/// قرر أوباما قصف سوريا, قرر توجيه ضربة إلى سوريا: whether a noun of force tells what somebody has only decided to do.
pub(super) fn is_decided_force(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const REACH: usize = 5;
    let units = clause.units;
    let force = clause.lang == Lang::Ar && predicate == Predicate::Attacked && units[at].kind == Kind::Noun;
    let plain = |&i: &usize| {
        let unit = &units[i];
        unit.phrase().is_some()
            || matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Verb) && unit.clitics == Clitics::NONE
    };
    let mut before = (at.saturating_sub(REACH)..at).rev().filter(|_| force).take_while(plain);
    let decides = before.find(|&i| units[i].kind == Kind::Verb).is_some_and(|verb| {
        units[verb].tense() == Some(Tense::Past)
            && units[verb].forms.iter().any(|form| {
                let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
                flags.speech && flags.sense == Some(Sense::Resolves)
            })
    });
    decides && units[at].clitics == Clitics::NONE && !units[at].is_definite_noun()
}

/// "Macron's upcoming visit was discussed", "upcoming indirect talks": what is still to come, whatever is said of it.
pub(super) fn is_upcoming(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let adjective = |unit: &Unit| unit.phrase().is_none() && unit.kind == Kind::Word;
    let before = || units[at.saturating_sub(3)..at].iter().rev();
    let upcoming = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Next) && unit.is(Class::Planned);
    clause.lang == Lang::En
        && predicate.family() == Family::Contact
        && units[at].kind == Kind::Noun
        && before().find(|unit| !adjective(unit)).is_some_and(upcoming)
}

/// محادثات بشأن حصول مصر على قرض, مشاورات حول تقديم مساعدات: help of which others only talk is still to come.
pub(super) fn is_talked_of(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    if clause.lang == Lang::En || predicate != Predicate::Aided || clause.units[at].kind != Kind::Noun {
        return false;
    }
    let about = |at: usize| {
        let unit = &clause.units[at];
        unit.phrase().is_none() && ["بشأن", "حول"].iter().any(|word| clause.is_preposition_of(at, word))
    };
    let deed = |at: usize| clause.units[at].kind == Kind::Noun && !clause.units[at].is_definite_noun();
    let noun = (at.saturating_sub(WORDS)..=at).find(|&noun| noun > 0 && deed(noun) && about(noun - 1));
    let talks = |told: Predicate| matches!(told, Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::Met);
    noun.is_some_and(|noun| {
        let before = clause.units[..noun - 1].iter().rposition(Unit::is_stop).map_or(0, |stop| stop + 1);
        (before..noun - 1).any(|i| clause.tells(i, talks))
    })
}

/// "threatened to attack": what somebody threatens to do, whatever he threatens with it.
fn is_threat(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    if clause.units[at].kind != Kind::Verb || clause.verb_form(at) != VerbForm::Infinitive {
        return false;
    }
    let to = clause.chain_start(at).saturating_sub(1);
    let verb = (to.saturating_sub(WORDS)..to).rev().find(|&before| clause.units[before].kind == Kind::Verb);
    verb.is_some_and(|verb| clause.tells(verb, |told| told == Predicate::Threatened))
}

/// هدد بفرض عقوبات, تعهد بتقديم مساعدات: whether right before a noun stands another with ب on it.
fn is_behind_by(clause: &Clause<'_>, at: usize) -> bool {
    let before = &clause.units[at - 1];
    matches!(before.kind, Kind::Noun | Kind::Word) && before.phrase().is_none() && before.clitics.has(Clitics::BI)
}

/// على أن: whether the preposition of what comes next stands at a unit.
pub(super) fn is_on(clause: &Clause<'_>, at: usize) -> bool {
    clause.units[at].phrase().is_none() && clause.is_preposition_of(at, "على")
}
