//! Whether a relation happened, is planned, is possible, or is denied.

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Status, Tense};

/// How many units before a head its governing words may stand.
const REACH: usize = 9;

/// Returns the status of what the head at `at` says.
pub(super) fn status(clause: &Clause<'_>, at: usize) -> Status {
    let unit = &clause.units[at];
    let verb = unit.verb();
    let before = governing(clause, at);
    if before == Some(Status::Denied) {
        return Status::Denied;
    }
    if let Some((tense, ..)) = verb {
        match tense {
            Tense::Future => return Status::Planned,
            Tense::Present | Tense::Base if before.is_none() && future_time(clause, at) => {
                return Status::Planned;
            }
            _ => {}
        }
    } else if let Some(status) = behind(clause, at) {
        return before.filter(|&status| status != Status::Happened).unwrap_or(status);
    } else if before.is_none() && future_time(clause, at) {
        return Status::Planned;
    }
    before.or_else(|| inherited(clause, at)).unwrap_or(Status::Happened)
}

/// Returns whether nothing but a present tense, or nothing at all, says that what the head tells has happened.
pub(super) fn is_tentative(clause: &Clause<'_>, at: usize) -> bool {
    let verb = if clause.units[at].kind == Kind::Verb {
        Some(at)
    } else {
        (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb)
    };
    verb.and_then(|verb| clause.units[verb].verb())
        .is_none_or(|(tense, ..)| matches!(tense, Tense::Present | Tense::Base | Tense::Gerund))
}

/// A noun or participle shares the status of the verb it depends on: يزور غدا ... لإجراء محادثات.
fn inherited(clause: &Clause<'_>, at: usize) -> Option<Status> {
    if clause.units[at].kind == Kind::Verb {
        return coordinated(clause, at);
    }
    let verb =
        (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb)?;
    // وصل لإجراء محادثات: the purpose of a journey is still ahead.
    let journey =
        clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).is_journey());
    let purpose = (at.saturating_sub(2)..=at).any(|i| {
        i > verb
            && (clause.shapes[i].preposition.is_some() || clause.units[i].clitics.has(crate::text::Clitics::LI))
            && clause.units[i].phrase().is_none()
    });
    if journey && purpose && clause.lang == Lang::Ar {
        return Some(Status::Planned);
    }
    let speech =
        clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
    if speech {
        return None;
    }
    Some(status(clause, verb))
}

/// سيزور إيران ويلتقي رئيسها: a present joined to what is planned or possible is so too.
fn coordinated(clause: &Clause<'_>, at: usize) -> Option<Status> {
    let units = clause.units;
    let present = units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present);
    let joined = units[at].clitics.has_conjunction() || at > 0 && units[at - 1].is(Class::Conj);
    if clause.lang != Lang::Ar || !present || !joined {
        return None;
    }
    let verb = (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb)?;
    Some(status(clause, verb)).filter(|status| matches!(status, Status::Planned | Status::Possible))
}

/// The words before a head that set its status; `None` where nothing does.
fn governing(clause: &Clause<'_>, at: usize) -> Option<Status> {
    let units = clause.units;
    let head_verb = units[at].kind == Kind::Verb;
    let mut complements = 0;
    let mut governor = false;
    for (distance, before) in (0..at).rev().enumerate() {
        let unit = &units[before];
        if unit.is_stop() || distance > REACH {
            break;
        }
        // لم, لن, لا right before the verb; "not" among its auxiliaries.
        if unit.is(Class::Negation) && unit.phrase().is_none() {
            let near = distance == 0 || (before + 1..at).all(|i| units[i].kind == Kind::Function);
            if near || (governor && units.get(before + 1).is_some_and(|next| next.kind == Kind::Verb)) {
                return Some(Status::Denied);
            }
        }
        if unit.is(Class::Qad) && distance == 0 && units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present) {
            return Some(Status::Possible);
        }
        if unit.is(Class::Future) && clause.units[before..at].iter().all(|unit| unit.kind != Kind::Verb) {
            return Some(Status::Planned);
        }
        if unit.phrase().is_none()
            && let Some(status) = word_status(clause, unit)
        {
            return Some(status);
        }
        if unit.is(Class::Complement) {
            complements += 1;
            if complements > 1 || (!head_verb && governor) {
                break;
            }
        }
        if unit.kind == Kind::Verb {
            if let Some((tense, ..)) = unit.verb()
                && !governor
                && !head_verb
                && complements == 0
            {
                if tense == Tense::Future {
                    return Some(Status::Planned);
                }
                governor = true;
                continue;
            }
            break;
        }
        if unit.is_comma() && !head_verb && distance > 4 {
            break;
        }
        if unit.is_comma() && head_verb && complements == 0 && clause.lang == Lang::Ar {
            break;
        }
    }
    None
}

fn word_status(clause: &Clause<'_>, unit: &Unit) -> Option<Status> {
    if unit.is(Class::Denied) {
        return Some(Status::Denied);
    }
    let by_row = unit.forms.iter().find_map(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        trigger.flags.status.filter(|_| trigger.predicate.is_none())
    });
    if by_row.is_some() {
        return by_row;
    }
    if unit.is(Class::Possible) {
        return Some(Status::Possible);
    }
    // A time word (المقبل) governs what follows only as an adjective, which `behind` sees.
    if unit.has(|class| matches!(class, Class::Planned | Class::Postponed))
        && !unit.has(|class| matches!(class, Class::Next | Class::Day(_)))
    {
        return Some(Status::Planned);
    }
    None
}

/// Adjectives behind a noun: القمة المرتقبة, "talks planned".
fn behind(clause: &Clause<'_>, at: usize) -> Option<Status> {
    for unit in clause.units.iter().skip(at + 1).take(4) {
        if unit.is_stop() || unit.kind == Kind::Verb || unit.is_preposition() {
            return None;
        }
        if unit.phrase().is_none() {
            if unit.has(|class| matches!(class, Class::Planned | Class::Next)) {
                return Some(Status::Planned);
            }
            if unit.is(Class::Possible) {
                return Some(Status::Possible);
            }
        }
    }
    if clause.lang == Lang::En {
        for before in (at.saturating_sub(3)..at).rev() {
            let unit = &clause.units[before];
            if unit.phrase().is_none() && unit.is(Class::Planned) {
                return Some(Status::Planned);
            }
        }
    }
    None
}

/// A future time in the clause makes a present verb or a bare noun a plan.
fn future_time(clause: &Clause<'_>, at: usize) -> bool {
    let past = clause.units[..at]
        .iter()
        .rev()
        .take_while(|unit| !unit.is_stop())
        .any(|unit| unit.verb().is_some_and(|(tense, ..)| tense == Tense::Past));
    let ahead = clause
        .units
        .iter()
        .skip(at + 1)
        .take_while(|unit| !unit.is_stop() && unit.kind != Kind::Verb)
        .take(14)
        .any(|unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Next | Class::Day(1..))));
    ahead && !past
}
