//! "the US and its Gulf allies condemned": friends whom nobody names, beside whom they belong to, are no party of a list.

use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Lexicon, WordList};
use crate::text::Tokens;

/// How many words may say what friends they are.
const WORDS: usize = 3;

/// Takes "and its allies" away behind a party, where no names follow.
pub(super) fn without_allies(units: &mut Vec<Unit>, tokens: &Tokens, lexicon: &Lexicon) {
    let form = |token: usize| tokens.tokens.get(token).map_or(&b""[..], |token| tokens.form(token));
    let mut at = 1;
    while at + 2 < units.len() {
        let joins = units[at].phrase().is_none() && form(units[at].start) == b"and";
        let whose = || matches!(form(units[at + 1].start), b"its" | b"his" | b"their" | b"her");
        if joins && units[at - 1].phrase().is_some() && !units[at - 1].possessive && whose() {
            let plain = |unit: &Unit| !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb;
            let end = units.len().min(at + 2 + WORDS);
            let listed =
                |unit: &Unit| unit.phrase().is_none() && lexicon.lists(WordList::Allies, form(unit.end.max(1) - 1));
            let last = (at + 2..end).take_while(|&i| plain(&units[i])).find(|&i| listed(&units[i]));
            // "and its allies Russia and Iran": they are named; "and its allies' envoys": it is not they.
            let names = |i: usize| {
                units.get(i + 1).is_some_and(|next| {
                    next.phrase().is_some()
                        || next.is(Class::Apart)
                        || units[i].possessive
                        || next.is_mark() && !next.is_comma()
                })
            };
            if let Some(last) = last.filter(|&last| last + 1 < units.len() && !names(last)) {
                units.drain(at..=last);
            }
        }
        at += 1;
    }
}
