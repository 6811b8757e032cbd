//! "in the Kenyan capital, Nairobi, on Monday", "in Kenya's capital": the place that English names behind whose capital it is.
//!
//! The units of a sentence come in; the commas around such a name go, and a capital without a name stands for its country.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};

/// Takes away the comma between a word for a kind of place and the city that it is, and the one behind the city where the clause goes on; and
/// the word itself behind the country whose it is, where no name follows.
pub(super) fn without_capital_commas(units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let mut at = 1;
    while at < units.len() {
        if !units[at].is(Class::PlaceHead) || units[at].phrase().is_some() {
            at += 1;
            continue;
        }
        if names_city(units, phrases, at) {
            units.remove(at + 1);
            let closing = at + 2;
            if units.get(closing).is_some_and(Unit::is_comma) && units.get(closing + 1).is_some_and(goes_on) {
                units.remove(closing);
            }
        } else if stands_for_country(units, phrases, at) {
            units[at - 1].possessive = false;
            units.remove(at);
        }
        at += 1;
    }
}

/// "visited the Kenyan port city of Mombasa": leaves the place alone as the object of the verb right before the country whose it is.
pub(super) fn without_places_heads(units: &mut Vec<Unit>, phrases: &[Phrase], of: impl Fn(&Unit) -> bool) {
    const WORDS: usize = 3;
    let kind = |unit: &Unit| unit.phrase().map(|index| phrases[index].kind);
    let mut at = 1;
    while at < units.len() {
        let object = kind(&units[at]) == Some(PhraseKind::Demonym) && units[at - 1].kind == Kind::Verb;
        if object {
            let head = |unit: &&Unit| unit.phrase().is_none() && (unit.is(Class::PlaceHead) || unit.kind == Kind::Word);
            let heads = units[at + 1..].iter().take(WORDS).take_while(head).count();
            let mut place = at + 1 + heads;
            let is_head = units[at + 1..place].last().is_some_and(|unit| unit.is(Class::PlaceHead));
            place += usize::from(units.get(place).is_some_and(&of));
            let named = units.get(place).is_some_and(|unit| kind(unit) == Some(PhraseKind::Place) && !unit.possessive);
            if is_head && named {
                units.drain(at..place);
            }
        }
        at += 1;
    }
}

/// "capital, Nairobi," and not "capital, Lebanon's president", "capital, Moscow said".
fn names_city(units: &[Unit], phrases: &[Phrase], at: usize) -> bool {
    let city = |unit: &Unit| {
        !unit.possessive
            && unit.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Place && phrases[index].named)
    };
    let closed = units.get(at + 3).is_none_or(|next| next.is_mark() || goes_on(next));
    units.get(at + 1).is_some_and(Unit::is_comma) && units.get(at + 2).is_some_and(city) && closed
}

/// "on Monday", "for talks", "late on": whether a unit goes on with the clause that a place stands in.
fn goes_on(unit: &Unit) -> bool {
    let time = |class| matches!(class, Class::Day(_) | Class::Weekday(_));
    unit.phrase().is_none() && !unit.is(Class::Conj) && (unit.is_preposition() || unit.has(time))
}

/// "arrived in Kenya's capital on Monday": whether a country has its capital behind it, and a preposition before.
fn stands_for_country(units: &[Unit], phrases: &[Phrase], at: usize) -> bool {
    let owner = &units[at - 1];
    let country = owner.possessive
        && owner.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Country && phrases[index].named);
    let led = at > 1 && units[at - 2].phrase().is_none() && units[at - 2].is_preposition();
    let ends = units.get(at + 1).is_none_or(|next| next.is_mark() || goes_on(next));
    let named =
        units.get(at + 1).is_some_and(Unit::is_comma) && units.get(at + 2).is_some_and(|next| next.phrase().is_some());
    country && led && ends && !named
}
