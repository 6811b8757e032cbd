//! A title that names nobody, and behind a comma who that is: رئيس المخابرات اليمنية، مطهر محمد.
//!
//! By itself the title stands for the body, and the comma would end the subject or object. So the name alone stays in the units.

use super::unit::Unit;
use crate::gazetteer::Number;
use crate::mention::{Phrase, PhraseKind, Referent};
use crate::text::Clitics;

/// Takes away titles and the commas behind them, where a bare name follows that bears no title of its own.
pub(super) fn without_titles_before_names(units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let mut at = 0;
    while at + 2 < units.len() {
        let new =
            phrase(&units[at + 2]).is_some_and(|phrase| matches!(phrase.referents.as_slice(), [Referent::New(_)]));
        let title = phrase(&units[at]).is_some_and(|phrase| {
            // Whom nobody lists holds the office whose holder the lists know: that day it was he.
            (phrase.kind == PhraseKind::Unknown || phrase.kind == PhraseKind::Person && new)
                && phrase.office.is_some()
                && !phrase.named
                && phrase.number == Number::Singular
                && !phrase.clitics.has_preposition()
        });
        let name = phrase(&units[at + 2]).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Person
                && phrase.named
                && phrase.office.is_none()
                && phrase.number == Number::Singular
                && phrase.clitics == Clitics::NONE
        });
        if title && name && units[at + 1].is_comma() {
            units[at + 2].clitics = units[at].clitics;
            units.drain(at..at + 2);
        }
        at += 1;
    }
}
