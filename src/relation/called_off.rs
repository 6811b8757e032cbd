//! Whether a meeting or journey that a noun tells came to nothing: called off, put off, or planned and then dropped.

use super::clause::Clause;
use super::status::REACH;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Shape, Status, Tense};

/// "The meeting with him was cancelled", زيارته إلى موسكو تأجلت: the noun before the verb that undoes it.
pub(super) fn called_off(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    const WORDS: usize = 14;
    let units = clause.units;
    if units[noun].kind != Kind::Noun {
        return None;
    }
    let limit = |unit: &Unit| {
        unit.is_stop() || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Complement | Class::Relative))
    };
    let near = (noun + 1..units.len().min(noun + WORDS)).take_while(|&unit| !limit(&units[unit]));
    let near = near.chain(behind_relative(clause, noun).into_iter().flatten());
    let said = match clause.lang {
        Lang::En => {
            let verb =
                near.into_iter().find(|&unit| units[unit].phrase().is_none() && units[unit].is(Class::Auxiliary))?;
            let said = (verb..units.len().min(verb + 3))
                .find(|&next| next > verb && !units[next].is(Class::Auxiliary) && !units[next].is(Class::Skip))?;
            if is_of_outcome(clause, said, predicate) {
                return None;
            }
            &units[said]
        }
        Lang::Ar if predicate.family() == Family::Contact => undone(clause, noun, near)?,
        Lang::Ar => return None,
    };
    if said.has(|class| matches!(class, Class::Denied | Class::Possible | Class::Postponed | Class::Planned)) {
        clause.because_of(said);
    }
    if said.is(Class::Denied) {
        Some(Status::Denied)
    } else if said.is(Class::Possible) {
        Some(Status::Possible)
    } else {
        let ahead = said.is(Class::Postponed) || clause.lang == Lang::Ar && said.is(Class::Planned);
        ahead.then_some(Status::Planned)
    }
}

/// "The talks between Kerry and Lavrov, which had been set for May, were cancelled": where the clause goes on behind what a relative tells between
/// commas of the noun that opens it.
fn behind_relative(clause: &Clause<'_>, noun: usize) -> Option<std::ops::Range<usize>> {
    const NEAR: usize = 8;
    const LONGEST: usize = 14;
    let units = clause.units;
    if clause.lang != Lang::En || units[..noun].iter().any(|unit| unit.kind == Kind::Verb || unit.is_mark()) {
        return None;
    }
    let comma = (noun + 1..units.len().min(noun + NEAR)).find(|&at| units[at].is_mark())?;
    let relative = units.get(comma + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Relative));
    let closing = (comma + 1..units.len().min(comma + LONGEST)).find(|&at| units[at].is_mark())?;
    let parts = |at: usize| units[at].is_comma();
    (relative && parts(comma) && parts(closing)).then(|| closing + 1..units.len().min(closing + 3))
}

/// "years of talks have failed to end the war", unlike "failed to take place": whether what a contact is said not to do, by the words at `said`, is
/// what should have come of it.
fn is_of_outcome(clause: &Clause<'_>, said: usize, predicate: Predicate) -> bool {
    let occurs = |unit: &Unit| {
        let rows = || unit.forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
        unit.is(Class::Entering) || rows().any(|row| row.flags.occurs)
    };
    // "failed to end the war", unlike "failed to start"
    let ends_something = |verb: usize| {
        clause.units.get(verb + 1).is_some_and(|next| {
            next.determined || next.phrase().is_some() || matches!(next.kind, Kind::Word | Kind::Noun)
        })
    };
    let several = clause.units[said].end > clause.units[said].start + 1;
    predicate.family() == Family::Contact
        && several
        && clause.units[said].is(Class::Denied)
        && clause.units.get(said + 1).is_some_and(|verb| {
            verb.kind == Kind::Verb && verb.may_be_base() && (!occurs(verb) || ends_something(said + 1))
        })
}

/// كان من المقرر أن يلتقي نظيره لكن اللقاء ألغي: whether behind a contact that was planned the same
/// sentence says that nothing came of it.
pub(super) fn came_to_nothing(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 7;
    let units = clause.units;
    if clause.lang == Lang::En {
        return predicate.family() == Family::Contact && is_dropped_behind(clause, at)
            || matches!(predicate, Predicate::AgreedWith) | (predicate.family() == Family::Contact)
                && was_to_have_been(clause, at);
    }
    let word = |unit: &Unit, class: Class| unit.phrase().is_none() && unit.is(class);
    let was = || {
        let near = units[..at].iter().rev().take(REACH).take_while(|unit| !unit.is_stop());
        // زيارته كانت مقررة أمس لكنها ألغيت
        let behind = units[at + 1..].iter().take(REACH).take_while(|unit| !unit.is_mark() && !word(unit, Class::Conj));
        near.chain(behind).any(|unit| word(unit, Class::Auxiliary) && unit.is(Class::Earlier))
    };
    // لكن الوزارة نفت: who denies something has not put it off.
    let speech = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech;
    let held = |unit: &Unit| unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.light);
    let nothing = |&unit: &usize| {
        word(&units[unit], Class::Denied) && !units[unit].forms.iter().any(speech)
            || word(&units[unit], Class::Negation) && units.get(unit + 1).is_some_and(held)
    };
    let but = |&unit: &usize| word(&units[unit], Class::Conj) || word(&units[unit], Class::Complement);
    let end = (at + 1..units.len()).find(|&unit| units[unit].is_stop()).unwrap_or(units.len());
    clause.lang == Lang::Ar
        && predicate.family() == Family::Contact
        && units[at].tense() != Some(Tense::Future)
        && was()
        && (at + 1..end).filter(but).any(|but| (but + 1..end.min(but + WORDS)).any(|unit| nothing(&unit)))
}

/// "was to have met Obama on Tuesday, but decided to return home": what was to have been, where the sentence goes on with "but".
fn was_to_have_been(clause: &Clause<'_>, at: usize) -> bool {
    // "was to have" is one unit of three words.
    const WORDS: usize = 3;
    let units = clause.units;
    let to_have = at.checked_sub(1).is_some_and(|before| {
        let unit = &units[before];
        unit.phrase().is_none() && unit.is(Class::Planned) && unit.end == unit.start + WORDS
    });
    let done = units[at].kind == Kind::Verb
        && units[at].forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }));
    let but = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Adversative);
    to_have && done && units[at + 1..].iter().any(but)
}

/// "was due to visit Algiers, but cancelled the trip": whether an English sentence goes on with "but" and a verb that drops what it told.
fn is_dropped_behind(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let own = |unit: &Unit| unit.phrase().is_none();
    // "called off" is no verb of one word.
    let drops = |unit: &Unit| unit.kind == Kind::Verb || unit.end == unit.start + 2;
    let but = |&before: &usize| {
        let drops = units.get(before + 1).is_some_and(|verb| own(verb) && verb.is(Class::Denied) && drops(verb));
        let parts = units[before - 1].is_comma() || units[before].is(Class::Adversative);
        own(&units[before]) && units[before].is(Class::Conj) && parts && drops
    };
    let end = (at + 1..units.len()).find(|&unit| units[unit].is_stop()).unwrap_or(units.len());
    // "but the meeting was called off"
    let undone = |&before: &usize| {
        let noun = units.get(before + 1).is_some_and(|unit| {
            unit.kind == Kind::Noun
                && unit.determined
                && clause.tells(before + 1, |told| told.family() == Family::Contact)
        });
        let passive = units.get(before + 2).is_some_and(|unit| own(unit) && unit.is(Class::Auxiliary));
        let drops = units.get(before + 3).is_some_and(|unit| own(unit) && unit.is(Class::Denied));
        own(&units[before]) && units[before].is(Class::Conj) && noun && passive && drops
    };
    if (at + 1..end).any(|before| undone(&before)) {
        return true;
    }
    let Some(verb) = (at + 1..end).filter(|&before| before > 0).find(but).map(|before| before + 1) else {
        return false;
    };
    // "but cancelled a deal with Chile" is another matter.
    let contact = |unit: &Unit| {
        unit.forms.iter().all(|form| {
            let told = clause.knowledge.lexicon.trigger(form.trigger).predicate;
            told.is_none_or(|told| told.family() == Family::Contact)
        })
    };
    let behind = units[verb + 1..end].iter().take_while(|unit| !unit.is_mark() && !unit.is_preposition());
    // "cancelled his trip"
    behind.into_iter().all(|unit| unit.case.is_some() || own(unit) && contact(unit))
}

/// زيارته إلى موسكو تأجلت, اللقاء بين الرئيسين ألغي: the verb of which an Arabic noun is the subject, that agrees with it and
/// has nothing behind it but adverbs.
fn undone<'c>(clause: &'c Clause<'_>, noun: usize, mut near: impl Iterator<Item = usize>) -> Option<&'c Unit> {
    const WORDS: usize = 3;
    let units = clause.units;
    let opens = |unit: &Unit| {
        unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Conj | Class::Circumstance))
    };
    let free = units[..noun].iter().rev().take_while(|unit| !opens(unit)).all(|unit| unit.kind != Kind::Verb);
    // زيارته إلى موسكو قيد الدراسة: or several words in the place of the verb.
    let open = |unit: &Unit| unit.end > unit.start + 1 && unit.has(|c| matches!(c, Class::Possible | Class::Planned));
    let undoes = |unit: &Unit| {
        unit.phrase().is_none() && (unit.has(|c| matches!(c, Class::Denied | Class::Postponed)) || open(unit))
    };
    // زيارته إلى موسكو لم يتحدد موعدها
    let day_open = |&unit: &usize| {
        unit < units.len()
            && units[unit].phrase().is_none()
            && units[unit].is(Class::Planned)
            && units[unit.saturating_sub(WORDS)..unit].iter().any(|before| before.is(Class::Negation))
    };
    let verb = near.find(|&unit| units[unit].kind == Kind::Verb || undoes(&units[unit]) || day_open(&unit))?;
    if let Some(day) = [verb, verb + 1, verb + 2].into_iter().find(day_open) {
        return free.then_some(&units[day]);
    }
    // من أجل, "for the sake of"
    let sake = verb > 0 && units[verb - 1].is_preposition();
    let object = units.get(verb + 1).is_some_and(|unit| {
        !unit.clitics.has_preposition()
            && (unit.phrase().is_some() || matches!(unit.kind, Kind::Noun | Kind::Participle | Kind::Word))
    });
    (free && undoes(&units[verb]) && !sake && !object).then_some(&units[verb])
}
