//! "condemned what it called Greece's U-turn", "hailed what he described as the courage of Lebanon": that somebody calls what he judges by a name
//! of his own says nothing of whose it is.

use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Lexicon, WordList};
use crate::text::Tokens;

/// How many units "what he has described as" may have.
const LONGEST: usize = 6;

/// Takes the words away by which somebody says that he calls something so, behind the verb or the preposition that has it as its object.
pub(super) fn without_so_called(units: &mut Vec<Unit>, tokens: &Tokens, lexicon: &Lexicon) {
    let form = |unit: &Unit| tokens.tokens.get(unit.start).map_or(&b""[..], |token| tokens.form(token));
    let mut at = 1;
    while at + 2 < units.len() {
        let governed = |unit: &Unit| {
            let verb = unit.kind == Kind::Verb && !unit.is(Class::Auxiliary);
            // "responded to what they called attacks"
            verb || unit.is_preposition() && !unit.is_mark() && !unit.is_to() && form(unit) != b"to"
        };
        if form(&units[at]) == b"what" && governed(&units[at - 1]) {
            let end = units.len().min(at + LONGEST);
            let calls = (at + 2..end).find(|&i| lexicon.lists(WordList::CallsSo, form(&units[i])));
            // "what he called them"
            let as_ = |i: usize| units.get(i).is_some_and(|unit| form(unit) == b"as");
            let plain = |i: &usize| *i == at + 1 || units[*i].phrase().is_none() && !units[*i].is_mark();
            if let Some(verb) = calls.filter(|&verb| (at + 1..verb).all(|i| plain(&i))) {
                let last = verb + 1 + usize::from(as_(verb + 1));
                // "against what it branded a violation of the truce": a thing of nobody yet.
                let article = |unit: &Unit| {
                    let before = unit.start.checked_sub(1).and_then(|before| tokens.tokens.get(before));
                    before.is_some_and(|before| matches!(tokens.form(before), b"a" | b"an"))
                };
                let named = units.get(last).is_some_and(|unit| {
                    unit.case.is_none() && !unit.is_mark() && !(article(unit) && units[at - 1].is_preposition())
                });
                if named {
                    units.drain(at..last);
                }
            }
        }
        at += 1;
    }
}
