//! What an English clause says of the meeting, call, journey or deal that is its subject, behind the parties: "A visit by Rama to Oslo is
//! planned for May", "talks between … never took place", "a meeting … may be held".
//!
//! The index of the noun comes in; the status that its predicate gives it goes out.

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Status, Tense};
use crate::mention::PhraseKind;

/// How far behind its noun the predicate may stand.
const REACH: usize = 20;
/// How many words of unknown meaning may stand between.
const WORDS: usize = 4;
/// How many units of the predicate are looked at.
const PREDICATE: usize = 6;

/// What the predicate of an English clause says of the contact or agreement that is its subject; `None` where it says nothing of whether it
/// takes place.
pub(super) fn verdict(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    let judged = predicate.family() == Family::Contact || predicate == Predicate::AgreedWith;
    if clause.lang != Lang::En || !judged || clause.units[noun].kind != Kind::Noun || !opens_clause(clause, noun) {
        return None;
    }
    let contact = predicate.family() == Family::Contact;
    predicate_of(clause, noun).and_then(|first| said(clause, first, contact)).or_else(|| put_off(clause, noun))
}

/// "Rama's visit to Oslo cancelled", "Talks between Rama and Karim postponed after raid": what a participle without an auxiliary says, which
/// ends a headline but for its circumstances.
fn put_off(clause: &Clause<'_>, noun: usize) -> Option<Status> {
    let units = clause.units;
    let of_subject = |at: &usize| {
        let unit = &units[*at];
        let joins = || unit.kind == Kind::Word || unit.is_preposition() || unit.is(Class::Conj);
        unit.phrase().is_some() || joins() && !unit.has(|class| matches!(class, Class::Denied | Class::Postponed))
    };
    let at = noun + 1 + (noun + 1..units.len().min(noun + REACH)).take_while(of_subject).count();
    let past =
        |unit: &Unit| unit.verb().is_some_and(|(tense, ..)| matches!(tense, Tense::Past | Tense::PastParticiple));
    let unit = units.get(at).filter(|unit| unit.kind == Kind::Function || past(unit))?;
    let ends = units.get(at + 1).is_none_or(|next| {
        next.is_mark() || next.is_preposition() || next.phrase().is_none() && next.is(Class::Circumstance)
    });
    let status = match () {
        () if !ends => return None,
        () if unit.is(Class::Denied) => Status::Denied,
        () if unit.is(Class::Postponed) => Status::Planned,
        () => return None,
    };
    clause.because_of(unit);
    Some(status)
}

/// Whether nothing stands before a noun in its clause but what belongs to it: whose it is, and adjectives.
fn opens_clause(clause: &Clause<'_>, noun: usize) -> bool {
    let units = clause.units;
    let own = |at: &usize| match units[*at].kind {
        Kind::Phrase(_) => {
            // "Rama-Karim talks"
            let pair = || units[*at].hyphen || units[*at + 1].hyphen;
            let demonym = || clause.unit_phrase(*at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
            units[*at].possessive || demonym() || pair()
        }
        Kind::Word | Kind::Function => {
            !units[*at].is_preposition()
                && units[*at].end == units[*at].start + 1
                && !units[*at].has(|class| {
                    matches!(
                        class,
                        Class::Conj
                            | Class::Complement
                            | Class::Relative
                            | Class::Circumstance
                            | Class::Negation
                            | Class::Auxiliary
                    )
                })
        }
        _ => false,
    };
    let words = (0..noun).rev().take_while(own).count();
    let Some(before) = (noun - words).checked_sub(1) else { return true };
    let unit = &units[before];
    unit.is_mark()
        || unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Conj | Class::Complement))
        || unit.kind == Kind::Verb && clause.tells_speech(before)
}

/// Where the predicate of a noun begins: behind the parties, their prepositions and a few words.
fn predicate_of(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    let units = clause.units;
    let mut words = 0;
    for at in noun + 1..units.len().min(noun + REACH) {
        let unit = &units[at];
        if unit.phrase().is_some() {
            continue;
        }
        // "Rama, the envoy, and Karim", but not "Rama in Oslo, the talks"
        if unit.is_comma() && units[at - 1].phrase().is_some() && at > noun + 2 {
            continue;
        }
        if unit.is_mark() || unit.has(|class| matches!(class, Class::Relative | Class::Complement)) {
            return None;
        }
        let opens = unit.has(|class| {
            matches!(
                class,
                Class::Auxiliary | Class::Future | Class::Planned | Class::Possible | Class::Negation | Class::Denied
            )
        });
        let time = unit.has(|class| matches!(class, Class::Next | Class::Soon | Class::Day(_)));
        // "his visit, scheduled for Friday, was cancelled"
        if units[at - 1].is_comma() && unit.is(Class::Planned) {
            return None;
        }
        if unit.kind == Kind::Function && opens && !time && !unit.is_preposition() {
            return (at > noun + 1).then_some(at);
        }
        match unit.kind {
            Kind::Word => words += 1,
            Kind::Function => {}
            _ => return None,
        }
        if words > WORDS {
            return None;
        }
    }
    None
}

/// What the words of a predicate say of whether its subject, a contact (`met`) or an agreement, takes place.
fn said(clause: &Clause<'_>, first: usize, met: bool) -> Option<Status> {
    let units = clause.units;
    let (mut negated, mut failed, mut hedged, mut planned, mut being) = (false, false, false, false, false);
    for at in first..units.len().min(first + PREDICATE) {
        let unit = &units[at];
        if unit.phrase().is_some() || unit.is_mark() || unit.is_preposition() && !unit.is(Class::Planned) && !being {
            return None;
        }
        let found = match unit.kind {
            Kind::Verb if takes_place(clause, at) => match () {
                () if negated || failed => Some(Status::Denied),
                () if hedged => Some(Status::Possible),
                () if planned => Some(Status::Planned),
                () => return None,
            },
            // "may be held on Friday"
            Kind::Verb if hedged && !negated && met && is_passive_of_nothing(clause, at) => Some(Status::Possible),
            // "is not planned", "is expected in May": spelt like a verb.
            Kind::Verb if unit.is(Class::Planned) && being => {
                Some(if negated { Status::Denied } else { Status::Planned })
            }
            // "is expected to focus on": it is expected itself.
            Kind::Verb if planned && !negated => Some(Status::Planned),
            Kind::Function => {
                let several = unit.end > unit.start + 1;
                let time = unit.has(|class| matches!(class, Class::Next | Class::Soon | Class::Day(_)));
                let ends = || units.get(at + 1).is_none_or(|next| next.is_mark() || next.is_preposition());
                match () {
                    () if unit.is(Class::Negation) => {
                        negated = true;
                        None
                    }
                    () if unit.is(Class::Denied) => {
                        failed = several;
                        if failed { None } else { return None }
                    }
                    () if unit.is(Class::Planned) && !time => {
                        planned = true;
                        let open = units.get(at + 1).is_some_and(|next| next.kind == Kind::Verb);
                        let settled = if negated { Status::Denied } else { Status::Planned };
                        (!open && (being || several)).then_some(settled)
                    }
                    () if unit.is(Class::Possible) => {
                        hedged = true;
                        let settled = if negated { Status::Denied } else { Status::Possible };
                        (being && ends()).then_some(settled)
                    }
                    () => {
                        being |= unit.is(Class::Auxiliary);
                        None
                    }
                }
            }
            Kind::Noun | Kind::Participle if being && tells_plan(clause, at) => {
                Some(if negated { Status::Denied } else { Status::Planned })
            }
            _ => return None,
        };
        if let Some(status) = found {
            clause.because_of(unit);
            return Some(status);
        }
    }
    None
}

/// "took place", "be held", "go ahead": whether a verb says of its subject that it takes place.
fn takes_place(clause: &Clause<'_>, at: usize) -> bool {
    let unit: &Unit = &clause.units[at];
    let row = |form: &crate::lexicon::Form| clause.knowledge.lexicon.trigger(form.trigger);
    let held = unit.verb().is_some_and(|(tense, ..)| matches!(tense, Tense::Past | Tense::PastParticiple))
        && unit.forms.iter().any(|form| row(form).flags.light);
    let plain =
        unit.forms.iter().any(|form| row(form).flags.occurs && !row(form).flags.speech && !row(form).flags.light);
    let passive = |unit: &Unit| unit.has(|c| matches!(c, Class::Auxiliary | Class::Possible | Class::Planned));
    plain || held && at > 0 && passive(&clause.units[at - 1])
}

/// "be held on": whether a verb that tells nothing by itself is a passive.
fn is_passive_of_nothing(clause: &Clause<'_>, at: usize) -> bool {
    let silent = |form: &crate::lexicon::Form| {
        let row = clause.knowledge.lexicon.trigger(form.trigger);
        row.predicate.is_none() && !row.flags.speech
    };
    let unit = &clause.units[at];
    at > 0
        && clause.units[at - 1].is(Class::Auxiliary)
        && unit.verb().is_some_and(|(tense, ..)| matches!(tense, Tense::Past | Tense::PastParticiple))
        && unit.forms.iter().all(silent)
}

/// "expected in": whether a noun of the lexicon says that something is planned.
fn tells_plan(clause: &Clause<'_>, at: usize) -> bool {
    clause.units[at]
        .forms
        .iter()
        .any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.status == Some(Status::Planned))
}
