//! What several sign, where it stands before them: وقع الاتفاق كيري ولافروف.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// وقع الاتفاقية وزيرا خارجية مصر وروسيا, وقع على الاتفاق كل من فلان وفلان: puts what is signed behind those who sign it, so that they stand right
/// behind their verb. `signs` tells of a unit whether it is a verb of signing, `pact` whether it is an agreement or a paper
/// that is spoken of as known, `on` whether it is على.
pub(super) fn pacts_last(
    units: &mut [Unit],
    phrases: &[Phrase],
    signs: impl Fn(&Unit) -> bool,
    pact: impl Fn(&Unit) -> bool,
    on: impl Fn(&Unit) -> bool,
) {
    let mut verb = 0;
    while verb + 2 < units.len() {
        let thing = verb + 1 + usize::from(signs(&units[verb]) && on(&units[verb + 1]));
        let signed = signs(&units[verb]) && units.get(thing).is_some_and(&pact);
        let first = thing + 1;
        // كل من, اليوم: what may stand between.
        let between = |unit: &&Unit| {
            unit.phrase().is_none()
                && unit.kind == Kind::Function
                && unit.has(|class| matches!(class, Class::Each | Class::Skip | Class::Day(_) | Class::Weekday(_)))
        };
        let words = if signed { units[first..].iter().take_while(between).count() } else { 0 };
        let end = first + words;
        let signer = |unit: &Unit| {
            unit.clitics == Clitics::NONE
                && unit.phrase().is_some_and(|index| {
                    !matches!(phrases[index].kind, PhraseKind::Demonym | PhraseKind::Pronoun | PhraseKind::Place)
                })
        };
        if signed && units.get(end).is_some_and(signer) {
            let joined = |unit: &&Unit| unit.phrase().is_some() && !unit.clitics.has_preposition();
            let end = end + units[end..].iter().take_while(joined).count();
            units[verb + 1..end].rotate_left(first - verb - 1);
        }
        verb += 1;
    }
}
