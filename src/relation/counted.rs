//! زار ثلاث دول هي السنغال ومالي وتشاد, استقبل سفراء جددا هم فلان وفلان: how many there are, before they are named.
//!
//! The number, what is counted and the pronoun stand between a verb and its object, and say nothing of who it is.

use super::unit::{Kind, Unit};
use crate::gazetteer::Number;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// Takes out a number, the word for what is counted and the pronoun behind it, where their names follow.
///
/// `counts` tells of a unit whether it is a number.
pub(super) fn without_counts(units: &mut Vec<Unit>, phrases: &[Phrase], counts: impl Fn(&Unit) -> bool) {
    let mut at = 0;
    while at < units.len() {
        if let Some(names) = names_behind(units, phrases, at, &counts) {
            units.drain(at..names);
        }
        at += 1;
    }
}

/// Where the names begin that a number at a unit counts.
fn names_behind(units: &[Unit], phrases: &[Phrase], at: usize, counts: impl Fn(&Unit) -> bool) -> Option<usize> {
    const WORDS: usize = 3;
    let phrase = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]);
    let number = &units[at];
    // استقبل سفراء جددا هم فلان وفلان: those who are several without a number.
    let several = at > 0
        && phrase(at).is_some_and(|people| {
            people.kind == PhraseKind::Unknown && people.number != Number::Singular && !people.named
        });
    // استقبل الملك وزيرين عربيين هما فلان وفلان: a word behind the verb, or behind its subject.
    let verb = |at: usize| units[at].kind == Kind::Verb;
    let behind = at > 0 && (verb(at - 1) || at > 1 && phrase(at - 1).is_some() && verb(at - 2));
    let plain = number.kind == Kind::Word && !number.determined && number.phrase().is_none();
    let several = several || behind && plain;
    if number.clitics != Clitics::NONE || !(several || number.phrase().is_none() && counts(number)) {
        return None;
    }
    let number_end = at + 1;
    // دول أفريقية, وزراء
    let counted = |at: &usize| match phrase(*at) {
        Some(people) => people.kind == PhraseKind::Unknown && people.number == Number::Plural && !people.named,
        None => {
            let unit = &units[*at];
            // سفراء جددا: spelt like "they renewed".
            let verb = unit.kind == Kind::Verb && !(several && *at == number_end);
            !unit.is_mark() && !unit.is_preposition() && !verb && unit.kind != Kind::Noun
        }
    };
    let words = (at + 1..units.len().min(at + 1 + WORDS)).take_while(counted).count();
    let opens = at + 1 + words;
    let pronoun = phrase(opens).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun);
    let bare = phrase(opens + 1).filter(|phrase| phrase.clitics == Clitics::NONE)?;
    let fits = matches!(bare.kind, PhraseKind::Place | PhraseKind::Country | PhraseKind::Person);
    ((words > 0 || several) && pronoun && fits).then_some(opens + 1)
}
