//! What adjectives and times beside a word say of its status: القمة المرتقبة, "talks planned", a time to come behind it.

use super::clause::Clause;
use super::occasion::is_occasion_of_past;
use super::status::is_deed;
use super::told_en::is_plain_past;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Status, Tense};
use crate::text::Clitics;

/// Adjectives behind a noun: القمة المرتقبة, "talks planned".
pub(super) fn behind(clause: &Clause<'_>, at: usize) -> Option<Status> {
    const WORDS: usize = 4;
    if let Some(unit) = announced(clause, at) {
        clause.because_of(unit);
        return Some(Status::Planned);
    }
    let end = clause.units.len().min(at + 1 + WORDS);
    for next in at + 1..end {
        if is_of_another(clause, at, next) {
            return None;
        }
        if let Some(status) = adjective(clause, at, next) {
            clause.because_of(&clause.units[next]);
            return Some(status);
        }
    }
    let planned = before_noun(clause, at)?;
    clause.because_of(planned);
    Some(Status::Planned)
}

/// "the planned talks": the word right before an English noun, or before its adjectives, that says that it is to come.
fn before_noun<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    const WORDS: usize = 3;
    let before = clause.units[at.saturating_sub(WORDS)..at].iter().rev().filter(|_| clause.lang == Lang::En);
    before.into_iter().find(|unit| unit.phrase().is_none() && unit.is(Class::Planned))
}

/// Whether a word behind a head, and what follows that, says nothing of the head.
fn is_of_another(clause: &Clause<'_>, at: usize, next: usize) -> bool {
    let unit = &clause.units[next];
    if unit.is_stop() || unit.kind == Kind::Verb || unit.is_preposition() {
        return true;
    }
    match clause.lang {
        // "told him by phone that he hoped to act": what is said is not the call.
        Lang::En => {
            // "held a telephone conversation in which they agreed to meet": what they agreed is not the call.
            let within = unit.is(Class::Relative) && unit.end == unit.start + 2;
            within || unit.is(Class::Complement) && (clause.tells_manner(at) || opens_speech(clause, next))
        }
        Lang::Ar => {
            // عقد اجتماعا نادرا للبحث وتنسيق الاستعدادات: what stands behind another noun is not of this one.
            unit.clitics.has_preposition() && unit.kind == Kind::Noun
                // عقب لقائه ميركل، من المقرر أن يسافر: of what comes next, behind the comma.
                || unit.is(Class::Planned) && unit.end > unit.start + 1 && clause.units[next - 1].is_comma()
                // بحثا في مكالمة خطة العمل: a noun of what they spoke about is no adjective of the call.
                || unit.is(Class::Planned) && unit.is(Class::SideHead)
                // أبلغه في رابع اتصال خلال أسبوع: of what has been done it tells within what time.
                || unit.is(Class::Soon) && (is_occasion_of_past(clause, at) || is_counted(clause, at))
        }
    }
}

/// هذا هو الاتصال الثاني بينهما خلال أسبوع, ثالث لقاء خلال شهر: whether of a head it is told how many there have been, so that the time is that within
/// which they were.
fn is_counted(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let counts = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::First);
    // سيكون هذا اللقاء الثاني خلال شهر
    let ahead = |unit: &Unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Future | Class::Planned));
    let near = |from: usize, to: usize| units.get(from..to).is_some_and(|words| words.iter().any(counts));
    let opens = at.saturating_sub(super::status::REACH);
    (near(at + 1, at + 3) || at > 0 && counts(&units[at - 1]))
        && !units[opens..at].iter().rev().take_while(|unit| !unit.is_stop()).any(ahead)
}

/// Whether a time behind a head that may be still to come is that within which so many of its kind have been.
pub(super) fn is_counted_within(clause: &Clause<'_>, at: usize) -> bool {
    let soon = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Soon);
    clause.lang == Lang::Ar && clause.units[at + 1..].iter().any(soon) && is_counted(clause, at)
}

/// "said at a news conference alongside him that the war must end": whether behind "that" a clause of its own begins, and not "that may be held".
fn opens_speech(clause: &Clause<'_>, that: usize) -> bool {
    clause.units.get(that + 1).is_some_and(|next| {
        let modal = |class| matches!(class, Class::Possible | Class::Planned | Class::Auxiliary | Class::Future);
        next.kind != Kind::Verb && !(next.phrase().is_none() && next.has(modal))
    })
}

/// What a word behind a head says of it as its adjective.
fn adjective(clause: &Clause<'_>, at: usize, next: usize) -> Option<Status> {
    let unit = &clause.units[next];
    let arabic = clause.lang == Lang::Ar;
    // أشاد بجهود, دعمه لمساعي: a noun with a preposition on it is no adjective of the head.
    if unit.phrase().is_some() || arabic && unit.clitics.has_preposition() {
        return None;
    }
    // "a news conference following his meeting": behind it.
    let over = !arabic && unit.is(Class::After);
    if !over && unit.has(|class| matches!(class, Class::Planned | Class::Next | Class::Soon)) {
        return Some(Status::Planned);
    }
    // قمة محتملة في جنيف, but بيان مشترك أهمية الحل: a noun governs what comes next.
    let governs = || {
        clause.units.get(next + 1).is_some_and(|behind| {
            matches!(behind.kind, Kind::Word | Kind::Noun)
                || behind.phrase().is_some() && !behind.clitics.has_preposition()
        })
    };
    // خلال لقائه فلانا أهمية التعاون: no adjective of a definite noun.
    let other = || clause.units[at].is_definite_noun() && !clause.shapes[next].article;
    (unit.is(Class::Possible) && !(arabic && (governs() || other() || is_subject_of_word_before(clause, at))))
        .then_some(Status::Possible)
}

/// تكتسب زيارة فلان لمصر أهمية خاصة: whether a word that may be a verb opens the clause right before a noun with whose it is, so that what stands
/// behind without an article belongs to that verb.
fn is_subject_of_word_before(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let Some(before) = at.checked_sub(1).filter(|_| units[at].clitics == Clitics::NONE) else { return false };
    let opens = before == 0 || units[before - 1].is_mark();
    let verb = matches!(units[before].kind, Kind::Verb | Kind::Word) && !clause.shapes[before].article;
    let owned = units.get(at + 1).is_some_and(|next| next.phrase().is_some() && !next.clitics.has_preposition());
    opens && verb && owned
}

/// The word behind the parties of an English noun that says that it is planned: "a meeting between A and B is set for".
fn announced<'c>(clause: &'c Clause<'_>, noun: usize) -> Option<&'c Unit> {
    const WORDS: usize = 9;
    let over = |unit: &Unit| {
        unit.phrase().is_some()
            || unit.is_comma()
            || unit.is_preposition()
            || unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Conj | Class::Auxiliary))
    };
    if clause.lang == Lang::Ar || clause.units[noun].kind != Kind::Noun {
        return None;
    }
    let end = clause.units.len().min(noun + 1 + WORDS);
    let at = (noun + 1..end).find(|&at| !over(&clause.units[at]) || clause.units[at].is(Class::Planned))?;
    let unit = &clause.units[at];
    let time = unit.has(|class| matches!(class, Class::Next | Class::Soon | Class::Day(_)));
    let dated = at + 1 < clause.units.len() && clause.is_in_date(at + 1);
    // "his visit to Iran, scheduled to start on Friday"
    let opens = (clause.clause_start(noun)..noun).all(|before| clause.units[before].kind != Kind::Verb);
    let aside = opens && clause.units[at - 1].is_comma() && unit.end > unit.start + 1;
    (unit.phrase().is_none() && unit.is(Class::Planned) && !time && (dated || aside)).then_some(unit)
}

/// أن, إن
fn is_that(unit: &Unit) -> bool {
    unit.phrase().is_none() && unit.is(Class::Complement)
}

/// A future time in the clause makes a present verb or a bare noun a plan.
pub(super) fn future_time(clause: &Clause<'_>, at: usize) -> bool {
    is_time_ahead(clause, at) && !is_behind_past(clause, at)
}

/// Whether a word for a time to come stands behind a head, before the next verb.
fn is_time_ahead(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 14;
    // الذي يزور طهران "في الانتخابات المقبلة": what somebody is quoted to say is of another time.
    let quoted = |i: usize| clause.shapes[i].marked && clause.units[i].kind == Kind::Function;
    let open = |&i: &usize| !clause.units[i].is_stop() && clause.units[i].kind != Kind::Verb && !quoted(i);
    let close = (at + 1..clause.units.len()).take_while(open).map(|i| &clause.units[i]);
    close.take(WORDS).any(|unit| {
        unit.phrase().is_none()
            && unit.has(|class| matches!(class, Class::Next | Class::Day(1..) | Class::Soon))
            // "following talks with": after them.
            && !(unit.is(Class::After) && clause.lang == Lang::En)
            && !(unit.is(Class::Soon) && clause.lang == Lang::Ar && is_counted(clause, at))
    })
}

/// Whether a past before the head tells what was done by then.
fn is_behind_past(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let arabic = clause.lang == Lang::Ar;
    // رأس اجتماعا، ويغادر غدا إلى تونس: an Arabic present speaks for itself.
    if arabic && units[at].tense() == Some(Tense::Present) {
        return false;
    }
    let noun = units[at].kind == Kind::Noun;
    let back = || (0..at).rev().take_while(|&i| !units[i].is_stop());
    // أكد المتحدث أن القمة المقبلة تأتي: who says or confirms it has done nothing else.
    let says = |unit: &Unit| unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
    let from = if noun && arabic { back().find(|&i| is_that(&units[i])) } else { None };
    let counts = |i: usize| {
        (units[i].tense() == Some(Tense::Past) || !arabic && is_plain_past(clause, i))
            && (!noun || tells_deed(clause, &units[i]))
            && !(from.is_some_and(|that| i < that) && says(&units[i]))
    };
    back().any(counts)
}

/// رحب بزيارة أوباما الشهر المقبل: whether a word tells a deed; what is only spoken of may be ahead.
fn tells_deed(clause: &Clause<'_>, unit: &Unit) -> bool {
    unit.forms.iter().any(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        !trigger.flags.speech && trigger.predicate.is_none_or(is_deed)
    })
}
