//! Who backs whom, between a party and what the sentence tells of it: اتهم التحالف جماعة الحوثي المدعومة من إيران بقصف المدينة.
//!
//! The words would part the party from its verb and from what stands behind, so they are put last, as a clause of their own with
//! the party before them.

use super::unit::{Kind, Mark, Unit, plain};
use crate::lexicon::Shape;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// Puts last what says of a party whom it backs or who backs it. `backs` tells of a unit whether it is a word for that.
pub(super) fn backers_last(units: &mut Vec<Unit>, phrases: &[Phrase], backs: impl Fn(&Unit) -> bool) {
    let mut at = 1;
    while at < units.len() {
        let own = if backs(&units[at]) && is_definite(&units[at]) { backed(units, phrases, at) } else { None };
        let end = own.and_then(|_| backer(units, phrases, at));
        if let (Some(own), Some(end)) = (own, end)
            && units.get(end).is_some_and(|next| !next.is_mark())
        {
            let close = (end..units.len()).find(|&i| units[i].is_stop()).unwrap_or(units.len());
            let mut clause = vec![plain(units[at].start, units[at].start, Kind::Mark(Mark::Stop))];
            clause.push(Unit { clitics: Clitics::NONE, ..units[own].clone() });
            clause.extend_from_slice(&units[at..end]);
            units.splice(close..close, clause);
            units.drain(at..end);
        }
        at += 1;
    }
}

fn is_definite(unit: &Unit) -> bool {
    unit.clitics == Clitics::NONE
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Participle { definite: true, .. }))
}

/// حزب الله المدعوم, حزب الله اللبناني المدعوم: the party that a participle stands behind.
fn backed(units: &[Unit], phrases: &[Phrase], at: usize) -> Option<usize> {
    let kind = |at: usize| units[at].phrase().map(|index| phrases[index].kind);
    let before = at - 1;
    let adjective = kind(before)? == PhraseKind::Demonym && units[before].clitics == Clitics::NONE;
    let own = if adjective { before.checked_sub(1)? } else { before };
    let party = |kind| matches!(kind, PhraseKind::Body | PhraseKind::Person | PhraseKind::Country);
    kind(own).is_some_and(party).then_some(own)
}

fn joined_or_led(unit: &Unit) -> bool {
    unit.clitics != Clitics::NONE
}

/// المدعوم من إيران, المدعومة عسكريا من إيران, الموالي لإيران, الداعمة لحركة حماس: one past the party behind a participle.
fn backer(units: &[Unit], phrases: &[Phrase], at: usize) -> Option<usize> {
    const WORDS: usize = 2;
    let party = |unit: &Unit| {
        unit.phrase()
            .is_some_and(|index| phrases[index].kind != PhraseKind::Unknown && !phrases[index].referents.is_empty())
    };
    let word = |unit: &&Unit| unit.kind == Kind::Word && unit.clitics == Clitics::NONE;
    let first = at + 1 + units[at + 1..].iter().take(WORDS).take_while(word).count();
    let next = units.get(first)?;
    let behind = match next.phrase() {
        // المدعومون إيرانيا, المدعومة أمريكيا: the nationality as an adverb.
        Some(index) if first == at + 1 && phrases[index].kind == PhraseKind::Demonym && !joined_or_led(next) => first,
        Some(_) if next.clitics.has_preposition() => first,
        None if next.is_preposition() || next.clitics.has_preposition() => first + 1,
        _ => return None,
    };
    let end = behind + 1;
    let joined = units.get(end).is_some_and(|unit| unit.phrase().is_some() && unit.clitics.has_conjunction());
    (party(units.get(behind)?) && !joined).then_some(end)
}

/// توصلت إسرائيل وحماس بوساطة قطرية إلى هدنة: puts the mediation and whose it is, between those who agree and "to", behind the clause. `mediates`
/// tells of a noun whether it is one of mediation with ب before it, `towards` of a unit whether it is إلى.
pub(super) fn auspices_last(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    mediates: impl Fn(&Unit) -> bool,
    towards: impl Fn(&Unit) -> bool,
) {
    let led = |unit: &Unit| unit.kind == Kind::Noun && mediates(unit);
    let Some(noun) = units.iter().position(led).filter(|&noun| noun > 0) else { return };
    let owner = |unit: &Unit| unit.phrase().is_some_and(|index| phrases[index].clitics == Clitics::NONE);
    let comma = units[noun - 1].is_comma();
    let closed = units.get(noun + 2).is_some_and(|unit| comma && unit.is_comma());
    let next = noun + 2 + usize::from(closed);
    let party = noun.checked_sub(1 + usize::from(comma)).is_some_and(|before| units[before].phrase().is_some());
    let goes_on = units.get(next).is_some_and(|unit| unit.phrase().is_none() && towards(unit));
    if !party || comma != closed || !units.get(noun + 1).is_some_and(owner) || !goes_on {
        return;
    }
    let start = noun - usize::from(comma);
    let end = (next..units.len()).find(|&at| units[at].is_mark()).unwrap_or(units.len());
    let mut arranged: Vec<Unit> = units[next..end].to_vec();
    arranged.push(plain(units[noun].start, units[noun].start, Kind::Mark(Mark::Comma)));
    arranged.extend_from_slice(&units[noun..noun + 2]);
    units.splice(start..end, arranged);
}
