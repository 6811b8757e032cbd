//! A title that names nobody, and behind a comma who that is: رئيس المخابرات اليمنية، مطهر محمد.
//!
//! By itself the title stands for the body, and the comma would end the subject or object. So the name alone stays in the units.
//! So it does behind a title that goes on with words of which the reader knows nothing: رئيس اتحاد منظمي الرحلات الألمان "فلان".

use super::unit::{Kind, Unit};
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

/// Takes away titles that go on with further words before a bare name: رئيس لجنة الموازنة في البرلمان الألماني "فلان". `quoted` tells
/// of a unit whether a quotation begins with it, `is_in` whether it is في.
pub(super) fn without_long_titles(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    quoted: impl Fn(&Unit) -> bool,
    is_in: impl Fn(&Unit) -> bool,
) {
    let mut at = 0;
    while at + 2 < units.len() {
        if let Some(name) = name_behind(units, phrases, at, &quoted, &is_in) {
            units[name].clitics = units[at].clitics;
            units.drain(at..name);
        }
        at += 1;
    }
}

/// Returns where the name stands that a title at a unit ends in, behind further words.
fn name_behind(
    units: &[Unit],
    phrases: &[Phrase],
    at: usize,
    quoted: impl Fn(&Unit) -> bool,
    is_in: impl Fn(&Unit) -> bool,
) -> Option<usize> {
    const LONGEST: usize = 7;
    let phrase = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]);
    let title = phrase(at).filter(|title| {
        title.office.is_some()
            && !title.named
            && title.number == Number::Singular
            && matches!(title.kind, PhraseKind::Unknown | PhraseKind::Person)
    })?;
    let belongs = |at: usize| match phrase(at) {
        Some(phrase) => match phrase.kind {
            PhraseKind::Demonym => phrase.clitics == Clitics::NONE,
            // في البرلمان الألماني, لشؤون الشرق الأوسط
            PhraseKind::Body => phrase.clitics == Clitics::NONE || phrase.clitics == Clitics::LI,
            PhraseKind::Place | PhraseKind::Country => !is_in(&units[at - 1]) && phrase.clitics == Clitics::NONE,
            _ => false,
        },
        None => matches!(units[at].kind, Kind::Word) || is_in(&units[at]) && phrase(at + 1).is_some(),
    };
    let name = (at + 1..units.len().min(at + LONGEST)).find(|&next| !belongs(next))?;
    let bare = phrase(name).is_some_and(|phrase| {
        phrase.kind == PhraseKind::Person
            && phrase.named
            && phrase.office.is_none()
            && phrase.number == Number::Singular
            && phrase.clitics == Clitics::NONE
    });
    let new = phrase(name).is_some_and(|phrase| matches!(phrase.referents.as_slice(), [Referent::New(_)]));
    let aside = units[at + 1..name].iter().any(&is_in);
    let whose = quoted(&units[name]) || new && !aside && title.kind == PhraseKind::Unknown;
    (name > at + 1 && bare && whose).then_some(name)
}
