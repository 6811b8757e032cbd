//! Where a contact was, and who reports a relation.

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Predicate};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

/// Returns whether relations of the type have a place of their own: people meet somewhere, while a call has no place and a
/// journey's is its object.
pub(super) fn has_place(predicate: Predicate) -> bool {
    matches!(
        predicate,
        Predicate::Met | Predicate::Hosted | Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::AgreedWith
    )
}

/// Returns the place that the clause of the head at `at` names behind في or "in": after the head first, then before it.
pub(super) fn place(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Referent> {
    if !has_place(predicate) {
        return None;
    }
    let units = clause.units;
    let limit = |unit: &Unit| {
        unit.is_stop()
            || unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Complement | Class::Relative))
    };
    let after = (at + 1..units.len())
        .take_while(|&i| !limit(&units[i]) && units[i].kind != Kind::Verb)
        .find_map(|i| place_at(clause, at, i, predicate));
    after.or_else(|| {
        // وفي باريس التقى: in front of the clause, or between its verb and the noun.
        let mut verbs = usize::from(units[at].kind == Kind::Verb);
        (0..at)
            .rev()
            .take_while(|&i| {
                verbs += usize::from(units[i].kind == Kind::Verb);
                verbs < 2 && !limit(&units[i])
            })
            .filter(|&i| units[i].phrase().is_some())
            .find_map(|i| place_at(clause, at, i, predicate))
    })
}

fn place_at(clause: &Clause<'_>, head: usize, at: usize, predicate: Predicate) -> Option<Referent> {
    let units = clause.units;
    let phrase = clause.unit_phrase(at)?;
    let &referent = phrase.referents.first()?;
    let preposition = if phrase.clitics.has(Clitics::BI) {
        at
    } else {
        let head = at.checked_sub(1)?;
        // في العاصمة الفرنسية باريس, "in the city of".
        let skips = |unit: usize| {
            units[unit].is(Class::PlaceHead)
                || clause.unit_phrase(unit).is_some_and(|before| before.kind == PhraseKind::Demonym)
        };
        let steps = (0..3).take_while(|&step| head >= step && skips(head - step)).count();
        let before = head.checked_sub(steps)?;
        let to = predicate == Predicate::Hosted && units[before].to;
        (clause.is_in(before) || to).then_some(before)?
    };
    let Referent::Known(key) = referent else { return None };
    let entity = clause.knowledge.gazetteer.get(key);
    let fits = match entity.kind {
        EntityKind::City => matches!(phrase.kind, PhraseKind::Place),
        // A part of a country; not the Middle East.
        EntityKind::Region => entity.country.is_some() && stands_free(clause, head, preposition),
        EntityKind::Country => phrase.kind == PhraseKind::Country && stands_free(clause, head, preposition),
        EntityKind::Organisation => {
            entity.subkind == "government" && clause.lang == Lang::En && entity.id.ends_with("-house")
        }
        EntityKind::Person => false,
    };
    fits.then_some(referent)
}

/// Returns whether a preposition does not belong to a noun before it: "the ceasefire in Gaza", الأوضاع في سوريا.
fn stands_free(clause: &Clause<'_>, head: usize, preposition: usize) -> bool {
    let Some(before) = preposition.checked_sub(1) else { return true };
    let unit = &clause.units[before];
    before == head
        || unit.phrase().is_some()
        || unit.is_mark()
        || unit.kind == Kind::Function && !unit.is_preposition() && !unit.is(Class::Agent)
}

/// Returns who reports what the head at `at` tells: who says it, else whose report the sentence names as its source, else the
/// agency or newspaper in the sentence.
pub(super) fn attribution(clause: &Clause<'_>, at: usize) -> Option<Referent> {
    speaker(clause, at).or_else(|| source(clause)).or_else(|| medium(clause))
}

/// The subject of the verb of saying whose clause the head stands in.
fn speaker(clause: &Clause<'_>, at: usize) -> Option<Referent> {
    let units = clause.units;
    let speech = |unit: usize| {
        units[unit].kind == Kind::Verb
            && units[unit].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech)
    };
    let verb = (0..at).rev().find(|&unit| speech(unit))?;
    let opens = (verb + 1..at).any(|unit| units[unit].is(Class::Complement) && units[unit].phrase().is_none());
    let subject = clause.subjects.get(verb)?.as_ref().filter(|subject| !subject.opaque)?;
    let [party] = subject.list.as_slice() else { return None };
    // Without "that" the head needs a subject of its own.
    let own = || {
        clause.subjects.get(at).and_then(Option::as_ref).is_some_and(|own| {
            !own.carried && !own.list.is_empty() && own.list.iter().all(|other| other.referent != party.referent)
        })
    };
    (opens || clause.lang == Lang::En && units[at].kind == Kind::Verb && own()).then_some(party.referent)
}

/// بحسب الكرملين, نقلا عن, "according to".
fn source(clause: &Clause<'_>) -> Option<Referent> {
    const WORDS: usize = 2;
    let units = clause.units;
    let opens = (0..units.len()).find(|&unit| units[unit].is(Class::Source) && units[unit].phrase().is_none())?;
    (opens + 1..units.len().min(opens + 1 + WORDS)).find_map(|unit| clause.parties_of(unit).first().map(|p| p.referent))
}

/// The agency or newspaper that the sentence names.
fn medium(clause: &Clause<'_>) -> Option<Referent> {
    clause.phrases.iter().filter(|phrase| phrase.kind == PhraseKind::Body).find_map(|phrase| {
        let Some(&Referent::Known(key)) = phrase.referents.first() else { return None };
        let entity = clause.knowledge.gazetteer.get(key);
        matches!(entity.subkind, "news_agency" | "media").then_some(Referent::Known(key))
    })
}
