//! Whoever held the office: أول زيارة لرئيس مصري, الزيارة الأولى لرئيس إيراني.
//!
//! A counted visit of "a president" is the one that the text is about, and whose it is was told before. The office says nothing
//! of who comes or where to, so it is left out of the units.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// How far behind the noun the office may stand: زيارة رسمية لرئيس.
const NEAR: usize = 3;

/// Takes away the office without a name that a counted journey is told of. `journey` tells of a noun whether it is one,
/// `definite` of a phrase whether it has the article.
pub(super) fn without_whoever(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    journey: impl Fn(&Unit) -> bool,
    definite: impl Fn(&Unit) -> bool,
) {
    let counted = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::First);
    let mut first = 0;
    while let Some(at) = units.iter().skip(first).position(|unit| unit.kind == Kind::Noun && journey(unit)) {
        let noun = first + at;
        first = noun + 1;
        let end = units.len().min(noun + 1 + NEAR);
        let Some(of) = (noun + 1..end).find(|&at| units[at].phrase().is_some()) else { continue };
        // أول زيارة يقوم بها رئيس إيراني
        let made = units[noun + 1].kind == Kind::Verb;
        let clitics = if made { Clitics::NONE } else { Clitics::LI };
        let generic = units[of].phrase().is_some_and(|index| {
            let phrase = &phrases[index];
            let office = phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && !phrase.named;
            office && phrase.clitics == clitics
        });
        let near = noun > 0 && counted(&units[noun - 1]) || units[noun + 1..of].iter().any(counted);
        if generic && near && !definite(&units[of]) {
            units.drain(if made { noun + 1 } else { of }..=of);
        }
    }
}
