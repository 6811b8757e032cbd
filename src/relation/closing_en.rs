//! "said the Turkish president, Rama, had left": the comma behind an English title and the name that is set behind it belongs to the name,
//! and ends no clause where the verb of that name follows.

use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Lexicon, Tense};
use crate::mention::{Phrase, PhraseKind};
use crate::text::{Gap, Tokens};

/// Takes the comma away that closes such a name, where a clause of its own begins with it or a verb has it as its object.
pub(super) fn without_closing_commas(units: &mut Vec<Unit>, phrases: &[Phrase], tokens: &Tokens, lexicon: &Lexicon) {
    let mut at = 1;
    while at + 1 < units.len() {
        let closes = units[at].is_comma() && encloses_name(&units[at - 1], phrases, tokens);
        if closes && goes_on(units, phrases, tokens, at, lexicon) {
            // "said the Turkish president, Rama, and the envoy, Karim, had met"
            let other = at + 3;
            if units[at + 1].is(Class::Conj) && units.get(other).is_some_and(Unit::is_comma) {
                units.remove(other);
            }
            units.remove(at);
        }
        at += 1;
    }
}

/// Whether a unit is a person's title and name with a comma between them.
fn encloses_name(unit: &Unit, phrases: &[Phrase], tokens: &Tokens) -> bool {
    let person = unit.phrase().is_some_and(|index| phrases[index].named && phrases[index].kind == PhraseKind::Person);
    person
        && tokens
            .tokens
            .get(unit.start + 1..unit.end)
            .is_some_and(|inside| inside.iter().any(|token| token.gap == Gap::Punct(b',')))
}

/// Whether what stands around the name that a comma closes makes one clause of it and of what follows.
fn goes_on(units: &[Unit], phrases: &[Phrase], tokens: &Tokens, comma: usize, lexicon: &Lexicon) -> bool {
    let mut first = comma - 1;
    while first >= 2 && units[first - 1].is(Class::Conj) && units[first - 2].phrase().is_some() {
        first -= 2;
    }
    let next = &units[comma + 1];
    // "The Turkish president, Rama, is in Oslo"
    let Some(before) = first.checked_sub(1).map(|before| &units[before]) else {
        return next.phrase().is_none() && next.is(Class::Auxiliary);
    };
    // "urged the envoy, Rama, to resign"
    if next.is_to() {
        return before.kind == Kind::Verb;
    }
    let says = before.kind == Kind::Verb && before.forms.iter().any(|form| lexicon.trigger(form.trigger).flags.speech);
    // "unclear whether", "not clear if"
    let whether = |unit: &Unit| unit.is(Class::Possible) && unit.end > unit.start + 1 && unit.kind == Kind::Function;
    let opens = says
        || before.phrase().is_none()
            && (before.has(|class| matches!(class, Class::Complement | Class::Circumstance)) || whether(before))
            && !before.is(Class::Relative);
    let joined = || {
        next.is(Class::Conj)
            && encloses_name(&units[comma + 2], phrases, tokens)
            && units.get(comma + 3).is_some_and(Unit::is_comma)
            && units.get(comma + 4).is_some_and(is_finite)
    };
    let verb = |at: usize| units.get(at).is_some_and(is_finite);
    let adverb = next.kind == Kind::Function && next.is(Class::Skip) && next.phrase().is_none();
    opens
        && !is_in_relative(&units[..first])
        && (verb(comma + 1) || adverb && verb(comma + 2) || units.len() > comma + 2 && joined())
}

/// Whether a unit begins what somebody does, in a form that has a subject before it.
fn is_finite(unit: &Unit) -> bool {
    let auxiliary = unit.phrase().is_none()
        && unit.has(|class| {
            matches!(class, Class::Auxiliary | Class::Future | Class::Planned | Class::Possible | Class::Denied)
        });
    auxiliary || unit.kind == Kind::Verb && unit.verb().is_some_and(|(tense, ..)| tense != Tense::Gerund)
}

/// "Rama, who flew home after the envoy, Karim, said": whether a relative clause behind a comma is open, which the next comma closes.
fn is_in_relative(before: &[Unit]) -> bool {
    let comma = before.iter().rposition(Unit::is_mark);
    comma.is_some_and(|comma| {
        before.get(comma + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Relative))
    })
}
