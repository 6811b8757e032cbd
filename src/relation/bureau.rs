//! Who speaks through his office: أعلن مكتب نتنياهو أنه سيزور باريس.
//!
//! The units of a sentence come in; the office right behind a verb of saying is taken out where its owner is named, who then is who
//! speaks, and of whom "he" is said.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// Takes the offices away. `says` tells of a unit whether it is a verb of saying.
pub(super) fn without_bureaus(units: &mut Vec<Unit>, phrases: &[Phrase], says: impl Fn(&Unit) -> bool) {
    let mut at = 1;
    while at + 1 < units.len() {
        let bureau = &units[at];
        let house = bureau.phrase().is_none()
            && bureau.is(Class::Venue)
            && bureau.clitics == Clitics::NONE
            && !bureau.determined
            && bureau.pronoun.is_none();
        let owner = units[at + 1]
            .phrase()
            .is_some_and(|index| phrases[index].kind == PhraseKind::Person && phrases[index].clitics == Clitics::NONE);
        let that = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Complement);
        let content = units[at + 2..].iter().take_while(|unit| !unit.is_stop() && unit.kind != Kind::Verb).any(that);
        if house && owner && content && units[at - 1].kind == Kind::Verb && says(&units[at - 1]) {
            units.remove(at);
        }
        at += 1;
    }
}
