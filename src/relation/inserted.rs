//! What is inserted between whom somebody writes to or talks with and the noun that says so: أجرى مبارك مع الأسد، في القاهرة أمس، محادثات.

use super::unit::{Kind, Mark, Unit, plain};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// How many phrases a subject may consist of: title, name, title.
const SUBJECT: usize = 4;

/// How many units may stand between two commas.
const LONGEST: usize = 14;

/// Puts what two commas enclose behind a verb, its subject and a party with a preposition last in the clause, where the noun of a contact
/// stands behind it. `contact` tells of a unit whether it is such a noun.
pub(super) fn insertions_last(units: &mut Vec<Unit>, phrases: &[Phrase], contact: impl Fn(&Unit) -> bool) {
    let mut from = 1;
    while let Some(noun) = units.iter().skip(from).position(&contact).map(|at| from + at) {
        from = noun + 1;
        let Some(close) = noun.checked_sub(1).filter(|&close| units[close].is_comma()) else { continue };
        let open = (close.saturating_sub(LONGEST)..close).rev().find(|&at| units[at].is_mark());
        let Some(open) = open.filter(|&open| units[open].is_comma()) else { continue };
        let free = |unit: &Unit| matches!(unit.clitics, Clitics::NONE | Clitics::BI);
        if !free(&units[noun])
            || !is_circumstance(&units[open + 1..close], phrases)
            || !is_addressed(units, phrases, open)
        {
            continue;
        }
        let end = (noun..units.len()).find(|&at| units[at].is_mark()).unwrap_or(units.len());
        let mut arranged: Vec<Unit> = units[noun..end].to_vec();
        arranged.push(plain(units[open].start, units[open].start, Kind::Mark(Mark::Comma)));
        arranged.extend_from_slice(&units[open + 1..close]);
        units.splice(open..end, arranged);
    }
}

/// Returns whether units tell when, where or how: behind a preposition, or an adverb and one, without a verb or somebody by name.
fn is_circumstance(units: &[Unit], phrases: &[Phrase]) -> bool {
    let leads = |unit: &Unit| {
        unit.phrase().is_none()
            && !unit.clitics.has_conjunction()
            && (unit.is_preposition()
                || unit.has(|class| {
                    matches!(class, Class::Circumstance | Class::Source | Class::Day(_) | Class::Weekday(_))
                }))
    };
    let adverb = |unit: &Unit| unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Function);
    let opens = match units {
        [first, ..] if leads(first) => true,
        [first, second, ..] => adverb(first) && !first.is_preposition() && leads(second),
        _ => false,
    };
    let still = |unit: &Unit| match unit.kind {
        Kind::Verb | Kind::Mark(_) => false,
        Kind::Phrase(index) => !matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Counterpart),
        Kind::Noun => unit.owner().is_none(),
        _ => !unit.has(|class| matches!(class, Class::Relative | Class::Complement)),
    };
    opens && units.iter().all(still)
}

/// Returns whether right before a unit a party stands behind a preposition, and before it a verb with its subject.
fn is_addressed(units: &[Unit], phrases: &[Phrase], end: usize) -> bool {
    let named = |at: &usize| units[*at].phrase().is_some();
    let party = (0..end).rev().take(SUBJECT).take_while(named).count();
    let pronoun =
        |at: usize| units[at].phrase().is_none() && units[at].has(|class| matches!(class, Class::PrepPronoun(_)));
    let start = match end.checked_sub(party + 1) {
        Some(before) if party > 0 && units[before].phrase().is_none() && units[before].is_preposition() => before,
        Some(before) if party == 0 && pronoun(before) => before,
        // بعث لماكرون، في ختام القمة، برسالة
        _ => {
            let led = |at: &usize| units[*at].phrase().is_some_and(|index| phrases[index].clitics.has(Clitics::LI));
            match (end - party..end).find(led) {
                Some(led) => led,
                None => return false,
            }
        }
    };
    let subject = (0..start).rev().take(SUBJECT).take_while(named).count();
    (start - subject).checked_sub(1).is_some_and(|verb| units[verb].kind == Kind::Verb)
}
