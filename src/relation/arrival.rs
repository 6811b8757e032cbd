//! Who arrives, told behind what kind of visit it is: وصل إلى الجزائر أمس، في زيارة تستغرق يومين، وزير الخارجية فلان.
//!
//! The visit stands between the verb with its goal and whoever travels; it is put behind him.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// What is asked of words.
pub(super) struct Asked<'a> {
    /// Whether a word tells of a journey.
    pub(super) travels: &'a dyn Fn(&Unit) -> bool,
    /// Whether a unit is في.
    pub(super) inside: &'a dyn Fn(&Unit) -> bool,
    /// Whether a verb only tells that something goes on.
    pub(super) lasts: &'a dyn Fn(&Unit) -> bool,
    /// Whether a unit is إلى.
    pub(super) towards: &'a dyn Fn(&Unit) -> bool,
}

/// Puts whoever travels before what his visit is called, where only that and the goal stand between him and the verb.
pub(super) fn visits_last(units: &mut Vec<Unit>, phrases: &[Phrase], asked: &Asked<'_>) {
    let mut at = 0;
    while at + 4 < units.len() {
        if units[at].kind == Kind::Verb
            && (asked.travels)(&units[at])
            && let Some((visit, who, end)) = visit_before(units, phrases, at, asked)
        {
            let moved: Vec<Unit> = units.drain(visit..who).collect();
            let behind = visit + end - who;
            units.splice(behind..behind, moved);
            at = behind;
        }
        at += 1;
    }
}

/// Where the visit begins that stands behind a verb and its goal, where he begins who travels, and where he ends.
fn visit_before(units: &[Unit], phrases: &[Phrase], verb: usize, asked: &Asked<'_>) -> Option<(usize, usize, usize)> {
    const WORDS: usize = 10;
    let kind = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| phrases[index].kind);
    let time = |at: usize| {
        units.get(at).is_some_and(|unit| {
            unit.phrase().is_none()
                && unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_) | Class::Skip))
        })
    };
    let over = |mut at: usize| {
        while time(at) {
            at += 1;
        }
        at
    };
    let to = over(verb + 1);
    let goal = if units.get(to).is_some_and(|unit| (asked.towards)(unit)) { to + 1 } else { to };
    let land = matches!(kind(goal), Some(PhraseKind::Place | PhraseKind::Country));
    let led = units.get(goal)?.clitics == if goal > to { Clitics::NONE } else { Clitics::LI };
    if !land || !led {
        return None;
    }
    let visit = over(goal + 1);
    let inside = visit + usize::from(units.get(visit)?.is_comma());
    let noun = units.get(inside + 1).filter(|_| (asked.inside)(&units[inside]))?;
    if noun.kind != Kind::Noun || !(asked.travels)(noun) || noun.is_definite_noun() || noun.owner().is_some() {
        return None;
    }
    let plain = |unit: &&Unit| {
        unit.phrase().is_none()
            && !unit.is_mark()
            && !unit.is(Class::Complement)
            && (matches!(unit.kind, Kind::Word | Kind::Function) || (asked.lasts)(unit))
    };
    let words = units[inside + 2..].iter().take(WORDS).take_while(plain).count();
    let mark = inside + 2 + words;
    let comma = usize::from(units.get(mark)?.is_comma());
    // في زيارة وزير الخارجية: right behind the noun it would be his visit; يلتقي خلالها مع فلان: nor behind a preposition.
    if words + comma == 0 || comma == 0 && units[mark - 1].is_preposition() {
        return None;
    }
    let who = mark + comma;
    let person = |at: usize| {
        let phrase = units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]);
        phrase.is_some_and(|phrase| {
            phrase.clitics == Clitics::NONE
                && (phrase.kind == PhraseKind::Person || phrase.kind == PhraseKind::Unknown && phrase.office.is_some())
        })
    };
    let mut end = who;
    while person(end) {
        end += 1;
    }
    (end > who).then_some((visit, who, end))
}
