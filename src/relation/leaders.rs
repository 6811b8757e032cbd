//! Who leads whom, told between members of a list: الجيش بقيادة فلان وقوات الدعم السريع بقيادة فلان.
//!
//! The leader stands between two who do something together or to each other, so that the list would end before him. He is put
//! behind the sentence, with his body before him once more.

use super::unit::{Kind, Mark, Unit, plain};
use crate::lexicon::{Class, Membership};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// Puts last who leads a body, where another body is joined to it behind him. `heads` tells of a word whether it says that somebody commands.
pub(super) fn leaders_last(units: &mut Vec<Unit>, phrases: &[Phrase], heads: impl Fn(&Unit) -> bool) {
    let kind = |unit: &Unit| unit.phrase().map(|index| phrases[index].kind);
    let side = |unit: &Unit| matches!(kind(unit), Some(PhraseKind::Body | PhraseKind::Agent)) && !unit.delegation;
    let mut led: Vec<Unit> = Vec::new();
    let mut at = 1;
    while at + 2 < units.len() {
        let leads = units[at].is(Class::Members(Membership::Led)) && units[at].phrase().is_none() && heads(&units[at]);
        let person = |unit: &Unit| kind(unit) == Some(PhraseKind::Person) && unit.clitics == Clitics::NONE;
        if !leads || !side(&units[at - 1]) || !person(&units[at + 1]) {
            at += 1;
            continue;
        }
        // محمد حمدان دقلو «حميدتي»
        let end = at + 2 + units[at + 2..].iter().take_while(|unit| person(unit)).count();
        let joined = units.get(end).is_some_and(|next| side(next) && next.clitics == Clitics::WA);
        // بين الجيش بقيادة فلان وبين قوات
        let between = || {
            let and = units.get(end).is_some_and(|next| next.is_preposition() && next.clitics.has_conjunction());
            and && units.get(end + 1).is_some_and(side)
        };
        if joined || between() {
            let start = units[at - 1].start;
            led.push(plain(start, start, Kind::Mark(Mark::Stop)));
            led.push(Unit { clitics: Clitics::NONE, ..units[at - 1].clone() });
            led.extend(units.drain(at..end));
        } else {
            at += 1;
        }
    }
    units.append(&mut led);
}
