//! Arabic: a past that is spelt like a noun behind the occasion that opens its clause: وفور وصوله عقد اجتماعا مع, وفي اتصال آخر بحث فلان مع.

use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Family, Form, Item, Predicate, Shape};
use crate::mention::{Kinds, Knowledge, Phrase, PhraseKind, Scan};
use crate::text::Clitics;

/// Whether a spelling that may be verb and noun is the verb of a clause that an occasion opens, by what stands behind it.
pub(super) fn is_deed_behind_occasion(
    knowledge: &Knowledge,
    scan: &Scan,
    unit: &Unit,
    (before, next): (&[Unit], Option<&Phrase>),
) -> bool {
    let past = |form: &Form| super::choose::is_past_of_him(form.shape);
    let noun = |form: &Form| matches!(form.shape, Shape::Noun { .. });
    if unit.clitics != Clitics::NONE || !unit.forms.iter().any(past) || !unit.forms.iter().any(noun) {
        return false;
    }
    let Some(last) = before.last() else { return false };
    let opens = |unit: &Unit| unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Relative));
    let start = before.iter().rposition(opens).map_or(0, |at| at + 1);
    let clause = &before[start.min(before.len() - 1)..];
    let plain = |unit: &Unit| {
        !matches!(unit.kind, Kind::Verb | Kind::Participle)
            && !unit.has(|class| matches!(class, Class::Planned | Class::Possible | Class::Done))
    };
    if !clause.iter().all(plain) || !opens_with_occasion(knowledge, &clause[0]) {
        return false;
    }
    // وفي اتصال آخر بحث فلان مع: a contact takes no genitive of that kind.
    let somebody = next.is_some_and(|phrase| {
        phrase.start == unit.end && phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE
    });
    if somebody {
        let words = clause.iter().rev().take_while(|unit| unit.kind == Kind::Word && !unit.determined).count();
        let head = clause.len().checked_sub(words + 1).map(|at| &clause[at]);
        return words < 3 && head.is_some_and(|head| is_contact(knowledge, head));
    }
    takes_no_genitive(last) && takes_deal(knowledge, scan, unit)
}

/// في, خلال, عقب, فور: whether a unit opens a circumstance of time or place.
fn opens_with_occasion(knowledge: &Knowledge, unit: &Unit) -> bool {
    let inside = knowledge.lexicon.preposition_id("في");
    unit.phrase().is_none()
        && (unit.is(Class::Circumstance) || unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == inside)))
}

/// Whether a unit is the noun of a contact, without a pronoun on it.
fn is_contact(knowledge: &Knowledge, unit: &Unit) -> bool {
    let told = |form: &Form| knowledge.lexicon.trigger(form.trigger).predicate;
    let contact = |told: Predicate| told.family() == Family::Contact && told != Predicate::Visited;
    unit.kind == Kind::Noun && unit.owner().is_none() && unit.forms.iter().filter_map(told).any(contact)
}

/// وصوله, القصر, تونس: whether what ends a circumstance is definite, so that no genitive goes on with it.
fn takes_no_genitive(last: &Unit) -> bool {
    match last.kind {
        Kind::Noun => last.is_definite_noun() || last.owner().is_some(),
        Kind::Word => last.determined,
        Kind::Function => last.has(|c| matches!(c, Class::Last | Class::Day(_) | Class::Weekday(_) | Class::Aforesaid)),
        Kind::Phrase(_) => true,
        Kind::Verb | Kind::Participle | Kind::Mark(_) => false,
    }
}

/// عقد اجتماعا, بحث مع: whether right behind a unit stands the meeting that a light verb holds, or "with".
fn takes_deal(knowledge: &Knowledge, scan: &Scan, unit: &Unit) -> bool {
    let lexicon = &knowledge.lexicon;
    let light = unit
        .forms
        .iter()
        .any(|form| matches!(form.shape, Shape::Verb { .. }) && lexicon.trigger(form.trigger).flags.light);
    let with = lexicon.preposition_id("مع");
    let told = |form: &Form| lexicon.trigger(form.trigger).predicate;
    let held = |form: &Form| {
        let shared = |told: Predicate| told.family() == Family::Contact && told.is_symmetric();
        matches!(form.shape, Shape::Noun { definite: false, owner: None }) && told(form).is_some_and(shared)
    };
    let at = unit.end;
    scan.holds(at)
        && scan.at(at).iter().filter(|hit| hit.clitics == Clitics::NONE && hit.kinds.has(Kinds::UNIT)).any(|hit| {
            knowledge.dictionary.meanings(lexicon, hit.node).any(|(_, item)| match item {
                Item::Class(Class::Prep(id)) => Some(id) == with && hit.end as usize == at + 1,
                Item::Form(form) => light && held(&form),
                _ => false,
            })
        })
}
