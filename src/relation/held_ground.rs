//! Ground of which a description says that somebody holds it whom nobody names: قصف مناطق تسيطر عليها المعارضة في إدلب.
//!
//! In: the units of an Arabic sentence. Out: the same without the description, so that the place behind it is that of the ground.

use super::arrange_asks::Asks;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Predicate, WordList};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// How many words may say who holds it: الفصائل المسلحة المعارضة.
const HOLDER: usize = 4;

/// مناطق تسيطر عليها المعارضة في إدلب, بلدات خاضعة لسيطرة المسلحين في ريف حلب: takes out who holds a ground, behind the word for it and before the
/// place where it is, where no name stands in that.
pub(super) fn without_holders(units: &mut Vec<Unit>, asks: &Asks<'_>) {
    let mut at = 1;
    while at + 2 < units.len() {
        let ground = &units[at - 1];
        let word = ground.phrase().is_none() && matches!(ground.kind, Kind::Word | Kind::Noun | Kind::Function);
        match past_holder(units, at, asks).filter(|_| word && !ground.is_preposition()) {
            Some(end) => drop(units.drain(at..end)),
            None => at += 1,
        }
    }
}

/// One past a description that begins at a unit and says who holds what stands before it, where a place is named behind it.
fn past_holder(units: &[Unit], at: usize, asks: &Asks<'_>) -> Option<usize> {
    let relative = units[at].phrase().is_none() && units[at].is(Class::Relative);
    let holder = past_holding(units, at + usize::from(relative), asks)?;
    let plain = |unit: &&Unit| {
        let named = unit.phrase().map(|index| &asks.phrases[index]).is_some_and(is_somebody);
        !named
            && !unit.is_mark()
            && unit.kind != Kind::Verb
            && !unit.is_preposition()
            && !unit.clitics.has_preposition()
    };
    let end = holder + units[holder..].iter().take(HOLDER).take_while(plain).count();
    let within = units.get(end).is_some_and(|unit| asks.is_in(unit) || unit.clitics == Clitics::BI);
    let next = end + usize::from(units.get(end).is_some_and(|unit| unit.phrase().is_none()));
    let head = units.get(next).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::PlaceHead));
    let place = units.get(next + usize::from(head)).and_then(Unit::phrase).map(|index| asks.phrases[index].kind);
    let there = matches!(place, Some(PhraseKind::Place | PhraseKind::Country));
    (end > holder && within && there).then_some(end)
}

/// One past the words for holding a ground: تسيطر عليها, خاضعة لسيطرة, تحت سيطرة.
fn past_holding(units: &[Unit], at: usize, asks: &Asks<'_>) -> Option<usize> {
    let unit = units.get(at).filter(|unit| unit.phrase().is_none())?;
    let control =
        |at: usize| units.get(at).is_some_and(|unit| unit.kind == Kind::Noun && asks.tells(unit, Predicate::Seized));
    let resumed = |class| matches!(class, Class::PrepPronoun(_));
    if unit.kind == Kind::Verb && asks.tells(unit, Predicate::Seized) {
        return units.get(at + 1).is_some_and(|next| next.has(resumed)).then_some(at + 2);
    }
    let under = asks.knowledge.lexicon.lists(WordList::Under, asks.tokens.form(&asks.tokens.tokens[unit.start]));
    (under && control(at + 1)).then_some(at + 2)
}

/// Whether a phrase names somebody or something.
fn is_somebody(phrase: &Phrase) -> bool {
    phrase.named || !phrase.referents.is_empty()
}
