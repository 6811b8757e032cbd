//! Brackets behind a place that say where it lies: في تولوز (جنوب غرب فرنسا), بنيويورك (الولايات المتحدة); and behind a name that
//! say what somebody is: زار نبيه بري (معارضة) وفؤاد السنيورة (أكثرية).

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};

/// How many units such a bracket may hold.
const LONGEST: usize = 5;

/// Takes the brackets behind places and names out; `bracketed` tells of a unit whether a bracket stands right before it.
pub(super) fn without_locations(units: &mut Vec<Unit>, phrases: &[Phrase], bracketed: impl Fn(&Unit) -> bool) {
    let mut open = 1;
    while open + 2 < units.len() {
        if let Some(close) = location(units, phrases, open, &bracketed) {
            units.drain(open..=close);
        }
        open += 1;
    }
}

/// متوجها إلى كل من (فرنسا وقبرص): takes out the mark of a bracket that opens right behind a word and holds nothing but the places that
/// the word leads to.
pub(super) fn without_list_brackets(units: &mut Vec<Unit>, phrases: &[Phrase], bracketed: impl Fn(&Unit) -> bool) {
    let mut open = 1;
    while open + 3 < units.len() {
        if lists_places(units, phrases, open, &bracketed) {
            units.remove(open);
        }
        open += 1;
    }
}

/// بين إيران ودول 5+1 -- بريطانيا، الصين، وفرنسا -- في 26 شباط: takes out the countries between dashes behind a body: they are its members, and
/// told with it. `dashed` tells of a unit whether a dash stands right before it.
pub(super) fn without_members_in_dashes(units: &mut Vec<Unit>, phrases: &[Phrase], dashed: impl Fn(&Unit) -> bool) {
    let kind = |unit: &Unit| unit.phrase().map(|index| phrases[index].kind);
    let mut open = 1;
    while open + 3 < units.len() {
        let body = kind(&units[open - 1]) == Some(PhraseKind::Body);
        if body && units[open].is_comma() && dashed(&units[open + 1]) {
            let member = |unit: &&Unit| kind(unit) == Some(PhraseKind::Country) || unit.is_comma();
            let inner = units[open + 1..].iter().take_while(member);
            // The mark before the dash that closes.
            let first = inner.clone().next().map_or(0, |unit| unit.start);
            let end = inner.take_while(|unit| unit.is_comma() || unit.start == first || !dashed(unit)).count();
            let close = open + 1 + end;
            let countries = units[open + 1..close].iter().filter(|unit| !unit.is_comma()).count();
            if countries > 1 {
                units.drain(open..close);
                continue;
            }
        }
        open += 1;
    }
}

/// Whether the mark at a unit opens such a bracket.
fn lists_places(units: &[Unit], phrases: &[Phrase], open: usize, bracketed: impl Fn(&Unit) -> bool) -> bool {
    let kind = |unit: &Unit| unit.phrase().map(|index| phrases[index].kind);
    let place = |unit: &Unit| matches!(kind(unit), Some(PhraseKind::Place | PhraseKind::Country));
    let leads = units[open - 1].phrase().is_none() && !units[open - 1].is_mark();
    if !units[open].is_comma() || !leads || !bracketed(&units[open + 1]) || !place(&units[open + 1]) {
        return false;
    }
    let rest = units[open + 2..].iter().take_while(|unit| !bracketed(unit) && (place(unit) || unit.is_comma()));
    let places = rest.filter(|unit| place(unit)).count();
    places > 0
}

/// The mark that closes a bracket which opens behind a place and holds nobody who could do or undergo anything.
fn location(units: &[Unit], phrases: &[Phrase], open: usize, bracketed: impl Fn(&Unit) -> bool) -> Option<usize> {
    let kind = |unit: &Unit| unit.phrase().map(|index| phrases[index].kind);
    let person = units[open - 1].phrase().is_some_and(|index| {
        phrases[index].kind == PhraseKind::Person && (phrases[index].named || phrases[index].office.is_some())
    });
    let place = kind(&units[open - 1]) == Some(PhraseKind::Place);
    if !place && !person || !units[open].is_comma() || !bracketed(&units[open + 1]) {
        return None;
    }
    let close = (open + 2..units.len().min(open + 2 + LONGEST)).find(|&at| units[at].is_mark())?;
    // (معارضة): by itself a word says no more of somebody than what he is, whatever it tells elsewhere. (اليوم): it tells when.
    let alone = close == open + 2;
    let says_when = |unit: &Unit| unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_)));
    let within = |unit: &Unit| match unit.kind {
        Kind::Word | Kind::Function => !person || !says_when(unit),
        Kind::Noun | Kind::Participle => person && alone,
        Kind::Phrase(_) if person => matches!(kind(unit), Some(PhraseKind::Body | PhraseKind::Demonym)),
        Kind::Phrase(_) => {
            matches!(kind(unit), Some(PhraseKind::Place | PhraseKind::Country | PhraseKind::Demonym | PhraseKind::Body))
        }
        _ => false,
    };
    let closes = units[close].is_comma() && units.get(close + 1).is_some_and(bracketed);
    (closes && units[open + 1..close].iter().all(within)).then_some(close)
}
