//! What is told between commas of when, where or how something was said or done, with a verb of its own: وانتقد فلان، في مؤتمر
//! صحفي عقده أمس في الدوحة، سياسة تركيا.
//!
//! It stands between a verb with its subject and the object, and its verb would end the clause for whoever looks for that. It is put
//! behind the clause.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// How many units may stand between the two commas.
const LONGEST: usize = 16;

/// How many phrases a subject may consist of: title, name, title.
const SUBJECT: usize = 4;

/// Puts each parenthesis with a verb of its own behind the clause that it parts. `led` tells of a word whether ب stands before it,
/// `takes` of a verb whether the preposition of a unit is one of its own, `says` of a unit whether it is a verb, or spelt like one
/// (عقده).
pub(super) fn parentheses_last(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    led: impl Fn(&Unit) -> bool,
    takes: impl Fn(&Unit, &Unit) -> bool,
    says: impl Fn(&Unit) -> bool,
) {
    let mut from = 2;
    while let Some(open) = units.iter().skip(from).position(Unit::is_comma).map(|at| at + from) {
        from = open + 1;
        if let Some(close) = apposition(units, phrases, open, &led, &takes) {
            units.drain(open..=close);
            continue;
        }
        let Some(close) = closing(units, phrases, open, &led, &takes, &says) else { continue };
        let end = (close + 1..units.len()).find(|&at| units[at].is_mark()).unwrap_or(units.len());
        // The clause goes on where the first comma stood, and the parenthesis follows behind one comma.
        units[open..end].rotate_left(close - open);
        let rest = end - close - 1;
        units.remove(open);
        from = open + rest + 1;
    }
}

/// هاجم فلان، نائب رئيس الحزب، فلانا: the comma that closes what somebody right behind a verb is, told in words without a name.
fn apposition(
    units: &[Unit],
    phrases: &[Phrase],
    open: usize,
    led: impl Fn(&Unit) -> bool,
    takes: impl Fn(&Unit, &Unit) -> bool,
) -> Option<usize> {
    const WORDS: usize = 10;
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let verb = &units[open.checked_sub(1 + units[..open].iter().rev().take_while(|u| u.phrase().is_some()).count())?];
    let person = phrase(&units[open - 1]).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
    let first = units.get(open + 1)?;
    let office = match phrase(first) {
        Some(phrase) => phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && !phrase.named,
        None => first.kind == Kind::Word && !led(first) && first.end == first.start + 1,
    };
    let stance = verb.kind == Kind::Verb && !verb.clitics.has_preposition();
    if !person || !office || !stance || first.clitics != Clitics::NONE {
        return None;
    }
    let close = (open + 2..units.len().min(open + 2 + WORDS)).find(|&at| units[at].is_mark())?;
    let plain = |unit: &Unit| match unit.kind {
        Kind::Word | Kind::Function => !unit.is(Class::Relative) && !unit.is(Class::Complement),
        Kind::Phrase(index) => phrases[index].kind != PhraseKind::Person,
        Kind::Verb | Kind::Noun | Kind::Participle | Kind::Mark(_) => false,
    };
    let next = units.get(close + 1)?;
    let party = phrase(next).is_some_and(|phrase| {
        next.clitics == Clitics::NONE && phrase.kind != PhraseKind::Demonym && !phrase.referents.is_empty()
    });
    let goes_on = takes(verb, next) || party;
    (units[close].is_comma() && units[open + 1..close].iter().all(plain) && goes_on).then_some(close)
}

/// Returns the comma that closes a parenthesis which a comma opens right behind a verb and its subject.
fn closing(
    units: &[Unit],
    phrases: &[Phrase],
    open: usize,
    led: impl Fn(&Unit) -> bool,
    takes: impl Fn(&Unit, &Unit) -> bool,
    says: impl Fn(&Unit) -> bool,
) -> Option<usize> {
    let subject = units[..open].iter().rev().take_while(|unit| unit.phrase().is_some()).count();
    let verb = open.checked_sub(subject + 1)?;
    let opens = units.get(open + 1).filter(|unit| unit.phrase().is_none() && !unit.clitics.has_conjunction())?;
    let adverbial = opens.is_preposition()
        || opens.has(|class| matches!(class, Class::Circumstance | Class::Source))
        || opens.clitics.has_preposition()
        || opens.kind == Kind::Word && led(opens);
    if !(1..=SUBJECT).contains(&subject) || units[verb].kind != Kind::Verb || !adverbial {
        return None;
    }
    let inside = open + 2..units.len().min(open + LONGEST);
    let close = inside.take_while(|&at| !units[at].is_stop()).find(|&at| units[at].is_comma())?;
    let told = units[open + 1..close].iter().any(&says);
    // خلال لقاء عقده مع فلان، وزير الخارجية، أن: what stands behind the name is his office.
    let named = units[close - 1].phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Person);
    let next = units.get(close + 1)?;
    let goes_on = takes(&units[verb], next) || is_object(next, phrases) && !led(next);
    (told && !named && goes_on).then_some(close)
}

/// Returns whether a unit may be the object with which a clause goes on.
fn is_object(unit: &Unit, phrases: &[Phrase]) -> bool {
    let bare = unit.clitics == Clitics::NONE;
    match unit.kind {
        Kind::Phrase(index) => bare && (phrases[index].kind != PhraseKind::Unknown || phrases[index].named),
        Kind::Noun | Kind::Word => bare,
        Kind::Function => bare && unit.has(|class| matches!(class, Class::Agent | Class::Body | Class::SideHead)),
        Kind::Verb | Kind::Participle | Kind::Mark(_) => false,
    }
}
