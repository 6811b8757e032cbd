//! "Iran and six world powers - Russia, China and France - will hold talks": members of an English group that are only listed behind it,
//! between dashes or brackets. The group has met or talks, and no two of its members with each other.

use std::ops::Range;

use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Lexicon, Predicate};
use crate::mention::{Phrase, PhraseKind};
use crate::text::{Gap, Tokens};

/// How far before a group the one stands to whom it is joined: "Iran and the five permanent members of".
const REACH: usize = 8;

/// Takes the members away that stand between dashes or brackets behind a group that is joined to somebody else, where the clause tells what
/// they all do together.
pub(super) fn without_enclosed_members(units: &mut Vec<Unit>, phrases: &[Phrase], tokens: &Tokens, lexicon: &Lexicon) {
    let encloses = |unit: &Unit| {
        let token = tokens.tokens.get(unit.start);
        unit.is_comma() && token.is_some_and(|token| token.bracket || token.gap == Gap::Punct(b'-'))
    };
    let Some(open) = units.iter().position(encloses) else { return };
    if open < 3 || !is_joined_group(&units[..open], phrases) {
        return;
    }
    let Some(close) = (open + 1..units.len()).find(|&at| encloses(&units[at])) else { return };
    if !lists_members(&units[open + 1..close], phrases) {
        return;
    }
    let end = past_further_member(units, close + 1);
    let together = |unit: &Unit| {
        unit.forms.iter().any(|form| {
            matches!(
                lexicon.trigger(form.trigger).predicate,
                Some(Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::AgreedWith)
            )
        })
    };
    if units[end..].iter().take_while(|unit| !unit.is_stop()).any(together) {
        units.drain(Range { start: open, end });
    }
}

/// "Iran and six world powers": whether what stands right before is joined to a party by "and".
fn is_joined_group(before: &[Unit], phrases: &[Phrase]) -> bool {
    let several = |kind| matches!(kind, PhraseKind::Body | PhraseKind::Agent | PhraseKind::Unknown);
    let group = before.last().is_some_and(|unit| match unit.phrase() {
        Some(index) => several(phrases[index].kind),
        None => matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Function) && !unit.is(Class::Conj),
    });
    let joined = |pair: &[Unit]| pair[0].phrase().is_some() && pair[1].is(Class::Conj);
    group && before[before.len().saturating_sub(REACH)..before.len() - 1].windows(2).any(joined)
}

/// Whether nothing but countries and bodies is listed, two of them or more.
fn lists_members(units: &[Unit], phrases: &[Phrase]) -> bool {
    let country = |unit: &&Unit| {
        let kind = unit.phrase().map(|index| phrases[index].kind);
        matches!(kind, Some(PhraseKind::Country | PhraseKind::Body | PhraseKind::Place))
    };
    let members = units.iter().filter(country).count();
    members > 1 && units.iter().all(|unit| country(&unit) || unit.is_comma() || unit.is(Class::Conj))
}

/// "– plus Germany": one past a last member behind the mark that closes.
fn past_further_member(units: &[Unit], at: usize) -> usize {
    let joined = units.get(at).is_some_and(|unit| unit.is(Class::Conj) || unit.is(Class::ListMore));
    let member = units.get(at + 1).is_some_and(|unit| unit.phrase().is_some());
    if joined && member { at + 2 } else { at }
}
