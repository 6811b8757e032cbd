//! English: what a sentence takes for granted, whatever is planned, hoped or refused besides. "in a bid to save the Turkish-mediated talks", "will
//! discuss the war between Russia and Ukraine", "turned down Baghdad's demand".

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Status};

/// Returns whether what the head at a unit tells has been, though the words that govern it give it another status.
pub(super) fn is_presupposed(clause: &Clause<'_>, at: usize, predicate: Predicate, status: Status) -> bool {
    if clause.lang != Lang::En || status == Status::Happened {
        return false;
    }
    is_compound(clause, at)
        || is_known_force(clause, at, predicate)
        || is_refused(clause, at, predicate, status)
        || is_standing_pact(clause, at, predicate)
        || is_occasion_of_denial(clause, at, predicate, status)
        || status != Status::Denied && is_under_way(clause, at, predicate)
}

/// "the Turkish-mediated talks", "the Iran-backed group": an adjective of two parts says what is so; not "a possible US-led strike".
fn is_compound(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    let unit = &clause.units[at];
    let hedge = |unit: &Unit| {
        unit.phrase().is_none()
            && unit.kind != Kind::Verb
            && unit.has(|class| matches!(class, Class::Possible | Class::Planned | Class::Negation | Class::Future))
    };
    let own = |i: &usize| !clause.units[*i].is_preposition() && clause.units[*i].kind != Kind::Verb;
    unit.kind == Kind::Participle
        && unit.hyphen
        && !(at.saturating_sub(WORDS)..at).rev().take_while(own).any(|i| hedge(&clause.units[i]))
}

/// "will focus on the fighting between", "plans to discuss the war between": force of which one will speak is there; not "to launch the war".
fn is_known_force(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    const ABOUT: [&str; 9] = ["on", "about", "over", "regarding", "concerning", "of", "amid", "in", "into"];
    let unit = &clause.units[at];
    if predicate != Predicate::Attacked || unit.kind != Kind::Noun || !unit.determined {
        return false;
    }
    let hedge =
        |unit: &Unit| unit.has(|c| matches!(c, Class::Possible | Class::Planned | Class::Negation | Class::Future));
    for before in (at.saturating_sub(WORDS)..at).rev() {
        let unit = &clause.units[before];
        if unit.kind == Kind::Verb {
            return clause.tells(before, |told| told == Predicate::TalkedWith);
        }
        if unit.phrase().is_none() && unit.is_preposition() {
            return ABOUT.iter().any(|word| clause.is_preposition_of(before, word));
        }
        if unit.is_mark() || unit.phrase().is_none() && hedge(unit) {
            return false;
        }
    }
    false
}

/// "turned down Baghdad's demand", "has rejected American accusations": who refuses it denies not that it was made; but "made no demand".
fn is_refused(clause: &Clause<'_>, at: usize, predicate: Predicate, status: Status) -> bool {
    const WORDS: usize = 6;
    let made =
        matches!(predicate, Predicate::Criticised | Predicate::DemandedOf) && clause.units[at].kind == Kind::Noun;
    let near = at.saturating_sub(WORDS)..at;
    let refuses = |i: usize| clause.tells(i, |told| told == Predicate::Rejected);
    made && status == Status::Denied
        && near.clone().any(refuses)
        && !near.into_iter().any(|i| clause.units[i].is(Class::Negation))
}

/// "hopes to advance the talks between", "to end the deadlock in the talks between", "the stalled negotiations of": talks of which something says
/// that they are held already; "to resume the talks" does not.
fn is_under_way(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let units = clause.units;
    let talks = matches!(predicate, Predicate::TalkedWith | Predicate::NegotiatedWith) && units[at].kind == Kind::Noun;
    // "called for progress in talks with Kenya" leaves open whether there are any.
    let known = units[at].determined || at + 1 < units.len() && clause.is_preposition_of(at + 1, "between");
    if !talks || !known {
        return false;
    }
    // "the Turkish-mediated talks"
    let brokered = |i: usize| {
        let compound = units[i].kind == Kind::Participle && units[i].hyphen;
        compound && units[at].determined && clause.tells(i, |told| told == Predicate::Mediated)
    };
    let says = |i: usize| {
        units[i].phrase().is_none() && units[i].has(|c| matches!(c, Class::UnderWay | Class::Now)) || brokered(i)
    };
    let hedge = |unit: &Unit| {
        unit.has(|c| matches!(c, Class::Possible | Class::Planned | Class::Negation | Class::Future | Class::Next))
    };
    let describes = |unit: &Unit| {
        matches!(unit.kind, Kind::Word | Kind::Participle | Kind::Phrase(_)) && !unit.is_preposition() && !hedge(unit)
    };
    let words = units[at.saturating_sub(WORDS)..at].iter().rev().take_while(|unit| describes(unit)).count();
    if (at - words..at).any(says) {
        return true;
    }
    let Some(before) = (at - words).checked_sub(1) else { return brokered_behind(clause, at) };
    let within = before > 0 && clause.is_preposition_of(before, "in") && says(before - 1);
    within || units[before].kind == Kind::Verb && says(before) || brokered_behind(clause, at)
}

/// "the talks between Syria and Israel, which Turkey mediates": whether a relative clause says who mediates in talks, and not that somebody will.
fn brokered_behind(clause: &Clause<'_>, at: usize) -> bool {
    const REACH: usize = 9;
    const WORDS: usize = 4;
    let units = clause.units;
    let end = units.len().min(at + REACH);
    let Some(comma) = (at + 1..end).find(|&i| units[i].is_mark()).filter(|&comma| units[comma].is_comma()) else {
        return false;
    };
    let relative = units.get(comma + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Relative));
    let hedge = |unit: &Unit| unit.has(|c| matches!(c, Class::Future | Class::Planned | Class::Possible));
    let near = comma + 2..units.len().min(comma + 2 + WORDS);
    let mut near = near.take_while(|&i| !(units[i].is_mark() || units[i].phrase().is_none() && hedge(&units[i])));
    relative && near.any(|i| units[i].kind == Kind::Verb && clause.tells(i, |told| told == Predicate::Mediated))
}

/// "threatened to withdraw from the accord between", "hopes to save the treaty with", "the 1979 treaty": an agreement that somebody leaves, breaks or
/// saves, or that has its year, has been made.
fn is_standing_pact(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    const PREPOSITIONS: [&str; 7] = ["from", "out of", "of", "to", "by", "on", "with"];
    let units = clause.units;
    if predicate != Predicate::AgreedWith || units[at].kind != Kind::Noun {
        return false;
    }
    let word = |&i: &usize| {
        let unit = &units[i];
        !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb && unit.kind != Kind::Noun
    };
    let words = (0..at).rev().take(WORDS).take_while(word).count();
    if (at - words..at).any(|i| clause.shapes[i].digits) {
        return true;
    }
    let first = &units[at - words];
    let known = units[at].determined || words > 0 && (first.possessive || first.determined);
    let Some(mut before) = (at - words).checked_sub(1) else { return false };
    while before > 0 && PREPOSITIONS.iter().any(|word| clause.is_preposition_of(before, word)) {
        before -= 1;
    }
    let stands = |i: usize| units[i].phrase().is_none() && units[i].is(Class::Standing);
    // "pulled the US out of the deal"
    let taken = before + 1 < at - words && before > 0 && units[before].phrase().is_some() && stands(before - 1);
    known && (stands(before) || taken)
}

/// "declined to comment during a visit to Kenya", "refused to speak after talks with": an occasion at which somebody does not do something takes place.
fn is_occasion_of_denial(clause: &Clause<'_>, at: usize, predicate: Predicate, status: Status) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    let occasion = status == Status::Denied
        && predicate.family() == crate::lexicon::Family::Contact
        && units[at].kind == Kind::Noun
        && !units[at].has(|class| matches!(class, Class::Next | Class::Planned));
    if !occasion {
        return false;
    }
    let word = |&i: &usize| {
        let unit = &units[i];
        unit.case.is_some() || unit.phrase().is_none() && unit.kind == Kind::Word && !unit.is_mark()
    };
    let words = (0..at).rev().take(WORDS).take_while(word).count();
    let meanwhile = |unit: &Unit| {
        unit.phrase().is_none() && unit.has(|c| matches!(c, Class::During | Class::After | Class::Circumstance))
    };
    let before = (at - words).checked_sub(1).filter(|&before| {
        meanwhile(&units[before])
            || ["during", "after", "following"].iter().any(|w| clause.is_preposition_of(before, w))
    });
    // "held no talks after the meeting": the denial stands before another verb.
    before.is_some_and(|before| (0..before).any(|i| units[i].kind == Kind::Verb || units[i].is(Class::Denied)))
}
