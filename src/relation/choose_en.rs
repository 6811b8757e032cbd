//! English: whether a spelling that may be a verb, a noun, a participle or a function word is the verb where it stands.

use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Form, Shape, Tense};
use crate::mention::{Phrase, PhraseKind};

/// "in May 2013", "On May 12", "in early May": behind what leads to a time, may is the month.
pub(super) fn is_month(unit: &Unit, before: &[Unit]) -> bool {
    let leads = |last: &Unit| {
        last.is_preposition()
            || last.has(|c| matches!(c, Class::Last | Class::Next | Class::This | Class::Part | Class::Number(_)))
            || last.kind == Kind::Word && before.iter().nth_back(1).is_some_and(Unit::is_preposition)
    };
    unit.is(Class::Possible) && unit.has(|class| matches!(class, Class::Month(_))) && before.last().is_none_or(leads)
}

/// "has given": a preposition by its spelling is a participle behind an auxiliary.
pub(super) fn is_behind_auxiliary(unit: &Unit, before: &[Unit]) -> bool {
    unit.is(Class::Circumstance)
        && has_tense(unit, |tense| tense == Tense::PastParticiple)
        && before.last().is_some_and(|last| last.is(Class::Auxiliary))
}

/// Whether one reading of a unit is a verb of such a tense.
fn has_tense(unit: &Unit, such: impl Fn(Tense) -> bool) -> bool {
    unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense, .. } if such(tense)))
}

/// What else a spelling may be that may be a base form, a present or a gerund.
#[derive(Clone, Copy)]
struct Spelt {
    noun: bool,
    gerund: bool,
    /// As a verb it can only be a third person: "visits".
    singular: bool,
}

/// A spelling that may be a verb is a noun behind an article, adjective, possessive, preposition or verb.
pub(super) fn verb_is_nominal(unit: &Unit, before: &[Unit]) -> bool {
    let bare = has_tense(unit, |tense| matches!(tense, Tense::Base | Tense::Present | Tense::Gerund));
    let participle = has_tense(unit, |tense| tense == Tense::PastParticiple);
    // "threatened to cut ties": spelt like its participle.
    if participle && !(bare && before.last().is_some_and(Unit::is_to)) && is_attributive(unit, before) {
        return true;
    }
    if !bare || unit.determined || unit.hyphen {
        return bare;
    }
    let noun = unit.forms.iter().any(|form| matches!(form.shape, Shape::Noun { .. }));
    let Some((last, earlier)) = before.split_last() else { return noun };
    let spelt = Spelt {
        noun,
        gerund: has_tense(unit, |tense| tense == Tense::Gerund),
        singular: !has_tense(unit, |tense| tense != Tense::Present),
    };
    if opens_no_clause(spelt, before) || is_behind_adjective(spelt, last) {
        return true;
    }
    behind_ordinal(spelt, last, earlier).unwrap_or_else(|| match last.kind {
        Kind::Phrase(_) => last.possessive || is_placed(spelt, earlier) || spelt.singular && noun && is_pair(before),
        Kind::Mark(_) => noun && !spelt.gerund,
        // "had cut ties"
        Kind::Verb if participle && last.is(Class::Auxiliary) => false,
        Kind::Verb => !spelt.gerund || noun,
        Kind::Function => behind_function(spelt, before),
        Kind::Word => noun,
        // "a surprise attack": behind another noun no base form begins.
        Kind::Noun => noun && !spelt.singular && !spelt.gerund,
        Kind::Participle => false,
    })
}

/// Whether no verb of such a form can stand behind what opens its clause.
fn opens_no_clause(spelt: Spelt, before: &[Unit]) -> bool {
    let Spelt { noun, gerund, singular, .. } = spelt;
    let Some((last, earlier)) = before.split_last() else { return false };
    let of_time = last.kind == Kind::Function && last.is(Class::Circumstance) && !last.is(Class::Relative);
    if !singular {
        // "condemned that attack and": no base form stands right behind a verb or preposition and "that".
        let that = last.is(Class::Complement)
            && last.end == last.start + 1
            && earlier.last().is_some_and(|unit| unit.kind == Kind::Verb || unit.is_preposition());
        // "After brief talks": a verb needs somebody to do it.
        return noun && that || !noun && !gerund && of_time;
    }
    if is_predicate(before) {
        return true;
    }
    // "In private talks with Obama, Putin": nor does a third person stand right behind what opens a clause.
    let opening = || {
        let opens = earlier.last().is_none_or(Unit::is_mark);
        last.phrase().is_none() && last.end > last.start + 1 && last.is(Class::Skip) && opens
    };
    // "said that talks between": behind a verb and "that" no third person opens the clause.
    let said = || last.is(Class::Complement) && earlier.last().is_some_and(|unit| unit.kind == Kind::Verb);
    // "after talks with": no third person stands right behind a conjunction of time.
    noun && (is_joined_to_noun(before) || of_time || opening() || said())
}

/// Whether the word right before is an adjective of a noun: "a possible meeting between", "this call follows", "UN-brokered talks", "several
/// raids".
fn is_behind_adjective(spelt: Spelt, last: &Unit) -> bool {
    if spelt.gerund {
        return spelt.noun && last.determined && last.kind == Kind::Function && last.is(Class::Possible);
    }
    // "a three-nation tour"
    let counted = || last.kind == Kind::Function && last.is(Class::OwnState);
    let joined = last.compound.is_some() || last.hyphen && (last.kind == Kind::Participle || counted());
    // "several raids on": several do it without the ending.
    let several = || last.is(Class::Each) && spelt.singular;
    spelt.noun && last.phrase().is_none() && (last.is(Class::This) || joined || several())
}

/// "hold first meeting", "holds first call": whether a word like "first" stands right before a noun; `None` where that does not settle it.
fn behind_ordinal(spelt: Spelt, last: &Unit, earlier: &[Unit]) -> Option<bool> {
    if !spelt.noun || last.kind != Kind::Function || !last.is(Class::Skip) || last.is(Class::Auxiliary) {
        return None;
    }
    // "his first meeting"
    let owned = |unit: &Unit| unit.phrase().is_some() && unit.possessive;
    let held = earlier
        .last()
        .is_some_and(|unit| matches!(unit.kind, Kind::Verb | Kind::Word) || owned(unit) || last.determined);
    (held || spelt.gerund).then_some(held)
}

/// "his Baghdad visit", "Hariri's Baghdad talks": whether the place right before a noun has an owner before it.
fn is_placed(spelt: Spelt, earlier: &[Unit]) -> bool {
    let owns = |owner: &Unit| owner.phrase().is_some() && owner.possessive && (owner.case.is_some() || !spelt.singular);
    spelt.noun && earlier.last().is_some_and(owns)
}

/// Whether a function word right before leads to a noun.
fn behind_function(spelt: Spelt, before: &[Unit]) -> bool {
    let Spelt { noun, gerund, .. } = spelt;
    let Some((last, earlier)) = before.split_last() else { return false };
    // "A possible meeting between": behind an article and an adjective.
    let described = last.determined
        && last.has(|c| matches!(c, Class::Possible | Class::Planned | Class::TitleAdjective { .. }))
        && !last.is(Class::Auxiliary);
    // "his upcoming visit", "a two-day visit": over the adjectives to the possessive or the article.
    if noun && (described || !gerund && is_modified(before)) {
        return true;
    }
    let to = last.has(|class| matches!(class, Class::Prep(_))) && last.end == last.start + 1;
    let auxiliary = last.has(|class| {
        matches!(class, Class::Auxiliary | Class::Future | Class::Negation | Class::Planned | Class::Possible)
    });
    let leads = to && !last.is_to() && !gerund
        || last.has(|class| matches!(class, Class::TitleAdjective { .. } | Class::Attracts));
    leads && !auxiliary && !is_adverb_of_verb(last, earlier)
}

/// "will then travel", "Kerry then visits": the adverb, and no adjective.
fn is_adverb_of_verb(last: &Unit, earlier: &[Unit]) -> bool {
    let takes_verb = |unit: &Unit| {
        unit.has(|c| matches!(c, Class::Auxiliary | Class::Future | Class::Planned))
            || is_subject(unit) && !last.determined
    };
    last.is(Class::Skip) && earlier.last().is_some_and(takes_verb)
}

/// "the occupied West Bank", "in annexed Jerusalem", "their shared view": no verb stands behind these.
fn is_attributive(unit: &Unit, before: &[Unit]) -> bool {
    unit.determined
        || before.last().is_some_and(|last| {
            !unit.hyphen && (last.possessive || last.is_preposition() && !last.is(Class::Circumstance))
        })
}

/// "are the only allies": behind "are" stands no third person.
fn is_predicate(before: &[Unit]) -> bool {
    let adverb = |unit: &&Unit| unit.is(Class::Skip) && !unit.is(Class::Auxiliary);
    before
        .iter()
        .rev()
        .find(|unit| !adverb(unit))
        .is_some_and(|unit| unit.kind == Kind::Function && unit.is(Class::Auxiliary))
}

/// "condemned terrorism and attacks": a present joined to a noun, behind a past, is a noun as well.
fn is_joined_to_noun(before: &[Unit]) -> bool {
    let [.., noun, and] = before else { return false };
    let past = before.iter().rev().take_while(|unit| !unit.is_stop()).find(|unit| unit.kind == Kind::Verb).is_some_and(
        |unit| {
            unit.forms
                .iter()
                .any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Past | Tense::PastParticiple, .. }))
        },
    );
    and.is(Class::Conj) && matches!(noun.kind, Kind::Word | Kind::Noun) && past
}

/// "his first", "Obama's upcoming", "the last": nothing but adjectives behind a possessive or an article.
fn is_modified(before: &[Unit]) -> bool {
    const MOST_WORDS: usize = 3;
    for unit in before.iter().rev().take(MOST_WORDS + 1) {
        if unit.phrase().is_some() {
            return unit.possessive;
        }
        let adjective = unit.kind == Kind::Word
            || unit.kind == Kind::Function
                && unit.has(|class| {
                    matches!(
                        class,
                        Class::Skip
                            | Class::Next
                            | Class::Last
                            | Class::Planned
                            | Class::Month(_)
                            | Class::TitleAdjective { .. }
                    )
                })
                && !unit.has(|class| matches!(class, Class::Auxiliary | Class::Future | Class::Day(_)));
        if !adjective {
            return false;
        }
        if unit.determined {
            return true;
        }
    }
    false
}

/// "denied meeting Lavrov", "rebels fighting Assad", "Meeting Abbas in Ramallah, Obama said": a gerund between a verb or people and a party, though its letters may be a noun; but "held a meeting", "meetings".
pub(super) fn takes_party(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let people = |last: &Unit| {
        last.phrase().is_none() && last.has(|class| matches!(class, Class::Apart | Class::Faction | Class::Agent))
    };
    let gerund = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Gerund, .. });
    let party = |phrase: &Phrase| {
        phrase.start == unit.end
            && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Agent | PhraseKind::Country)
    };
    !unit.determined
        && before.last().is_none_or(|last| last.kind == Kind::Verb || people(last) || last.is_stop())
        && unit.forms.iter().any(gerund)
        && next.is_some_and(party)
}

/// "Egypt and Sudan clashes": behind two joined names no third person stands.
fn is_pair(before: &[Unit]) -> bool {
    let [.., first, and, _] = before else { return false };
    first.phrase().is_some() && !first.possessive && and.phrase().is_none() && and.is(Class::Conj)
}

/// "Kerry then", "he then": whether a unit may be the subject of a verb behind an adverb.
fn is_subject(unit: &Unit) -> bool {
    let named = unit.phrase().is_some() && !unit.possessive && !unit.is_preposition();
    named || unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Pronoun(_)))
}
