//! In whose house something happens: بمقر وزارة الخارجية, في قصر الأمم المتحدة.
//!
//! The owner of a house takes no part in what happens in it, and stands in the way of who does: between a verb and its
//! subject, or a verb and its object. So the house and its owner are left out of the units; a place behind it (بالرياض) stays.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// Bodies that are called by their house.
pub(super) const HOUSES: [&str; 5] =
    ["org:downing-street", "org:elysee", "org:kremlin", "org:lebanese-presidency", "org:white-house"];

/// A body that only its own palace is called by: who goes there goes to no body.
const PALACE: &str = "org:egyptian-presidency";

/// Returns whether a body is called by the house in which something may happen.
pub(super) fn has_house(body: &str) -> bool {
    HOUSES.contains(&body) || body == PALACE
}

/// Takes the houses away, with the commas around them. `led` tells of a word whether ب stands before it, `is_in` of a unit
/// whether it is في, `journey` whether it is a word of journey.
pub(super) fn without_venues(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    led: impl Fn(&Unit) -> bool,
    is_in: impl Fn(&Unit) -> bool,
    journey: impl Fn(&Unit) -> bool,
    definite: impl Fn(&Unit) -> bool,
) {
    let mut at = 0;
    while at < units.len() {
        match venue(units, phrases, at, &led, &is_in, &definite) {
            Some((start, end)) => {
                let (start, end) = with_commas(units, start, end);
                units.drain(start..end);
                at = start;
            }
            // زار مقر جامعة الدول العربية: who goes to a body's house goes to the body.
            None if is_house(units, phrases, at) && is_goal(units, at, &journey) => {
                units.remove(at);
            }
            None => at += 1,
        }
    }
}

/// عباس من موسكو: نرفض: takes out where the speaker of a headline stands, so that he stands right before its colon. `from` tells of a unit
/// whether it is من.
pub(super) fn without_station(units: &mut Vec<Unit>, phrases: &[Phrase], from: impl Fn(&Unit) -> bool) {
    let kind = |unit: &Unit| unit.phrase().filter(|_| unit.clitics == Clitics::NONE).map(|index| phrases[index].kind);
    let place = |unit: &Unit| matches!(kind(unit), Some(PhraseKind::Place | PhraseKind::Country));
    if let [who, of, town, colon, ..] = units.as_slice()
        && kind(who) == Some(PhraseKind::Person)
        && from(of)
        && place(town)
        && colon.is_stop()
    {
        units.drain(1..3);
    }
}

/// لقاء في البيت الأبيض, التقى بوتين بالكرملين: takes away a house that itself stands for whom it houses, behind a contact or a person.
///
/// Behind a title it says who somebody is (مسؤول في البيت الأبيض). `house` tells of a phrase whether it is such a name.
pub(super) fn without_named_houses(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    is_in: impl Fn(&Unit) -> bool,
    house: impl Fn(&Unit) -> bool,
    meets: impl Fn(&Unit) -> bool,
) {
    let time = |unit: &Unit| {
        unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_) | Class::Skip))
    };
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let mut at = 1;
    while at < units.len() {
        let clitics = phrase(&units[at]).filter(|phrase| phrase.kind == PhraseKind::Body).map(|phrase| phrase.clitics);
        let start = match clitics {
            Some(Clitics::BI) => at,
            Some(Clitics::NONE) if is_in(&units[at - 1]) => at - 1,
            _ => at + 1,
        };
        // التقى فلان أمس بالبيت الأبيض فلانا, اللقاء الذي جمع بقصر الإليزيه فلانا وفلانا: where somebody stands right behind it.
        let somebody = units.get(at + 1).and_then(phrase).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Unknown) && phrase.clitics == Clitics::NONE
        });
        let behind = start.checked_sub(1).filter(|_| start <= at && house(&units[at])).is_some_and(|before| {
            let times = units[..=before].iter().rev().take_while(|unit| somebody && time(unit)).count();
            let Some(before) = (before + 1 - times).checked_sub(1).map(|before| &units[before]) else { return false };
            before.kind == Kind::Noun
                || before.kind == Kind::Verb && somebody && meets(before)
                || phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named)
        });
        if behind {
            // خلال استقباله في قصر بعبدا، رئيس: the comma behind the house closes what it opened.
            let owned = units[start - 1].kind == Kind::Noun && units[start - 1].owner().is_some();
            let guest = units.get(at + 2).and_then(phrase).is_some_and(|phrase| phrase.clitics == Clitics::NONE);
            let closed = owned && guest && units[at + 1].is_comma();
            units.drain(start..=at + usize::from(closed));
            at = start.max(1);
        } else {
            at += 1;
        }
    }
}

/// Returns whether a word of journey stands a few units before, in the same clause.
fn is_goal(units: &[Unit], at: usize, journey: impl Fn(&Unit) -> bool) -> bool {
    const NEAR: usize = 4;
    let before = units[at.saturating_sub(NEAR)..at].iter().rev();
    before.take_while(|unit| !unit.is_mark()).any(journey)
}

/// Returns whether a house without preposition stands at a unit, and a body that owns it right behind.
fn is_house(units: &[Unit], phrases: &[Phrase], at: usize) -> bool {
    let house = &units[at];
    let body = units
        .get(at + 1)
        .and_then(Unit::phrase)
        .is_some_and(|index| phrases[index].kind == PhraseKind::Body && phrases[index].clitics == Clitics::NONE);
    house.kind == Kind::Word && house.clitics == Clitics::NONE && house.is(Class::Venue) && !house.determined && body
}

/// Returns where a house whose noun stands at `at` begins and ends.
fn venue(
    units: &[Unit],
    phrases: &[Phrase],
    at: usize,
    led: impl Fn(&Unit) -> bool,
    is_in: impl Fn(&Unit) -> bool,
    definite: impl Fn(&Unit) -> bool,
) -> Option<(usize, usize)> {
    let noun = &units[at];
    if noun.phrase().is_some() || !noun.is(Class::Venue) {
        return None;
    }
    let start = match at.checked_sub(1) {
        Some(before) if is_in(&units[before]) => before,
        _ if led(noun) => at,
        _ => return None,
    };
    let phrase = |at: usize, kinds: &[PhraseKind]| {
        units
            .get(at)
            .and_then(Unit::phrase)
            .is_some_and(|index| kinds.contains(&phrases[index].kind) && phrases[index].clitics == Clitics::NONE)
    };
    let owner = at + 1;
    // بالديوان العام لوزارة الخارجية: a house of two words has its owner behind ل.
    let behind_to = noun.end > noun.start + 1
        && units
            .get(owner)
            .and_then(Unit::phrase)
            .is_some_and(|index| phrases[index].kind == PhraseKind::Body && phrases[index].clitics == Clitics::LI);
    // استقبل بقصر باردو سفير فرنسا: a place in the name of a house, where somebody stands right behind it, or behind when and in
    // which town it was (في قصر زعبيل بدبي مساء اليوم الرئيس).
    let aside = |at: &usize| {
        let town = |index: usize| phrases[index].kind == PhraseKind::Place && phrases[index].clitics == Clitics::BI;
        units.get(*at).is_some_and(|unit| match unit.phrase() {
            Some(index) => town(index),
            None => unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_))),
        })
    };
    let in_the_way = || {
        let behind = owner + 1 + (owner + 1..units.len()).take_while(aside).count();
        phrase(owner, &[PhraseKind::Place]) && phrase(behind, &[PhraseKind::Person, PhraseKind::Unknown])
    };
    if !phrase(owner, &[PhraseKind::Body, PhraseKind::Country]) && !behind_to && !in_the_way() {
        // بمقر الوزارة, بمقر الرئاسة: a body that the text need not name.
        let whose = |unit: &Unit| unit.kind == Kind::Word || unit.is(Class::Agent) && unit.clitics == Clitics::NONE;
        let bare =
            |at: usize| units.get(at).is_some_and(|unit| unit.phrase().is_none() && whose(unit) && definite(unit));
        // بمقر رئاسة الجمهورية
        let office = |at: usize| units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Agent));
        let end = if bare(owner) { owner + 1 } else { owner + 2 };
        // بقصر البركة العامر اليوم الوزير: an adjective of the house, before when it was or somebody.
        let goes_on = |unit: &Unit| {
            unit.phrase().is_some() || unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_)))
        };
        let described = bare(owner) && bare(end) && units.get(end + 1).is_some_and(goes_on);
        let end = end + usize::from(described);
        return (bare(owner) || office(owner) && bare(owner + 1)).then_some((start, end));
    }
    // بمقر وزارة الدفاع الوطني، وزير: an adjective of the body that is none of its name.
    let describes = |unit: &Unit| unit.kind == Kind::Word && unit.phrase().is_none() && definite(unit);
    let ends = units.get(owner + 2).is_none_or(Unit::is_mark);
    let worded = ends && phrase(owner, &[PhraseKind::Body]) && units.get(owner + 1).is_some_and(describes);
    let adjective = usize::from(worded || phrase(owner + 1, &[PhraseKind::Demonym]));
    Some((start, owner + 1 + adjective))
}

/// Takes the commas that enclose a house in; behind a verb one of them stays, since it leaves the subject of the verb out.
fn with_commas(units: &[Unit], start: usize, end: usize) -> (usize, usize) {
    let comma = |at: usize| units.get(at).is_some_and(Unit::is_comma);
    let Some(before) = start.checked_sub(1).filter(|&before| comma(before) && comma(end)) else { return (start, end) };
    let behind_verb = before > 0 && units[before - 1].kind == Kind::Verb;
    // الرئيس، فلان، بمقر الوزارة، وزير: the comma before closes an apposition, too.
    let apposition = before > 1 && units[before - 1].phrase().is_some() && comma(before - 2);
    if behind_verb || apposition { (start, end + 1) } else { (before, end + 1) }
}
