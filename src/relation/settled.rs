//! What the units before a word settle of it: auxiliaries, compounds, nouns spelt like verbs, counterparts and whose a place is.

use super::unit::{Kind, Unit};
use super::unit_form::is_possessive;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Form, Item, Predicate, Sense, Shape, Tense};
use crate::mention::{Kinds, Knowledge, Payload, Phrase, PhraseKind, Referent, Scan};
use crate::text::{Clitics, Tokens};

/// رفضت روسيا عرضا: a past of two right behind a verb and one party is an indefinite noun.
pub(super) fn is_noun_of_one(unit: &Unit, before: &[Unit], phrases: &[Phrase]) -> bool {
    let two = |form: &Form| {
        matches!(form.shape, Shape::Verb { tense: Tense::Past, number: Number::Dual, object: None, gender }
            if gender != Some(Gender::Feminine))
    };
    let [.., verb, one] = before else { return false };
    let single =
        one.phrase().is_some_and(|index| phrases[index].number != Number::Dual && phrases[index].referents.len() == 1);
    let singular = |form: &Form| matches!(form.shape, Shape::Verb { number: Number::Singular, .. });
    !unit.forms.is_empty()
        && unit.forms.iter().all(two)
        && single
        && one.clitics == Clitics::NONE
        && verb.kind == Kind::Verb
        && verb.forms.iter().any(singular)
}

/// "Kenya's capital Nairobi": the phrase of the place that a country with 's and a kind of place stand before, and where it
/// begins.
pub(super) fn place_of_owner(
    knowledge: &Knowledge,
    tokens: &Tokens,
    scan: &Scan,
    phrases: &[Phrase],
    country: usize,
    at: usize,
) -> Option<(usize, usize)> {
    let owner = phrases.get(country).filter(|phrase| phrase.start == at && phrase.kind == PhraseKind::Country)?;
    let head = owner.end + 1;
    let place = phrases.get(country + 1)?;
    let heads = |hit: &crate::mention::Hit| {
        hit.end as usize == head + 1
            && hit.kinds.has(Kinds::HEAD)
            && knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                Payload::Lexicon(index) => {
                    matches!(knowledge.lexicon.entry(index).item, Item::Class(Class::PlaceHead))
                }
                _ => false,
            })
    };
    let named = place.start == head + 1 && place.kind == PhraseKind::Place;
    (named && is_possessive(tokens, owner.end, place.start) && scan.at(head).iter().any(heads))
        .then_some((country + 1, place.start))
}

/// Where a leader ends who stands right behind "an adviser to Iran's".
pub(super) fn aide_of_leader(tokens: &Tokens, phrases: &[Phrase], title: usize, at: usize) -> Option<usize> {
    let aide = phrases.get(title).filter(|phrase| phrase.start == at)?;
    let leader = phrases.get(title + 1)?;
    let nameless = aide.kind == PhraseKind::Unknown && aide.office.is_some() && !aide.named;
    let owns = is_possessive(tokens, aide.end, leader.start) && leader.start == aide.end + 1;
    (nameless && owns && leader.kind == PhraseKind::Person && leader.office.is_some()).then_some(leader.end)
}

/// Returns whether an English verb in the base form stands right behind a single body or country that no verb, auxiliary
/// or list makes its subject.
pub(super) fn is_base_behind_one(knowledge: &Knowledge, unit: &Unit, before: &[Unit], phrases: &[Phrase]) -> bool {
    let base = unit.kind == Kind::Verb
        && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }));
    let one = before.last().and_then(Unit::phrase).is_some_and(|index| {
        matches!(phrases[index].kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Place)
            && phrases[index].number == Number::Singular
    });
    // "help Ukraine fight", "let Iran attack", "insisted Iran stop", but not "discuss U.S. support", "reiterated US support".
    let plain = |verb: &Unit| {
        verb.kind == Kind::Verb
            && verb.forms.iter().all(|form| {
                let row = knowledge.lexicon.trigger(form.trigger);
                let lets = matches!(row.flags.sense, Some(Sense::Lets | Sense::Bears));
                !(row.flags.control || lets || row.flags.speech && verb.is(Class::Weighed))
            })
    };
    let free = before.len() < 2
        || before.get(before.len() - 2).is_some_and(|unit| {
            // "the current EU Fund Management Minister"
            let modifies = unit.kind == Kind::Function
                && unit.has(|class| matches!(class, Class::Skip | Class::TitleAdjective { .. }))
                && !unit.is(Class::Auxiliary);
            unit.phrase().is_none()
                && (modifies
                    || unit.is_preposition() && !unit.is(Class::Circumstance)
                    || unit.kind == Kind::Word
                    || plain(unit))
        });
    base && one && free
}

/// "support additional UN sanctions": behind a verb or preposition, an adjective and one body stands what is the body's.
pub(super) fn is_thing_of_one(unit: &Unit, before: &[Unit], phrases: &[Phrase]) -> bool {
    let [.., verb, adjective, one] = before else { return false };
    let present = unit.kind == Kind::Verb
        && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Present, .. }));
    let body = one.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Body);
    let acts = verb.kind == Kind::Verb && !verb.forms.is_empty();
    let modifies = adjective.kind == Kind::Word
        || adjective.kind == Kind::Function && adjective.has(|class| matches!(class, Class::TitleAdjective { .. }));
    present && body && modifies && (acts || verb.is_preposition())
}

/// "U.S. sanctions on Russia", "Israel strikes against Syria": right behind a country, and before "on", stands what is the country's, as it does
/// at the end of a sentence that has a verb before the country.
pub(super) fn is_deed_of_one(
    knowledge: &Knowledge,
    unit: &Unit,
    before: &[Unit],
    phrases: &[Phrase],
    next: &[u8],
) -> bool {
    let force = |form: &Form| {
        let told = knowledge.lexicon.trigger(form.trigger).predicate;
        matches!(form.shape, Shape::Verb { tense: Tense::Present, .. })
            && matches!(told, None | Some(Predicate::Attacked | Predicate::Sanctioned))
    };
    let tells = |form: &Form| knowledge.lexicon.trigger(form.trigger).predicate.is_some();
    let present = unit.kind == Kind::Verb && unit.forms.iter().all(force) && unit.forms.iter().any(tells);
    let one = before.last().and_then(Unit::phrase).is_some_and(|index| {
        matches!(phrases[index].kind, PhraseKind::Country | PhraseKind::Body) && !before[before.len() - 1].possessive
    });
    // "eases Syria sanctions", "backs new Iran sanctions", at the end: a noun, since the verb would want whom it punishes.
    let told = |verb: &Unit| verb.kind == Kind::Verb && !verb.forms.is_empty();
    let modified = |unit: &Unit| matches!(unit.kind, Kind::Word | Kind::Function) && unit.phrase().is_none();
    let behind = match before {
        [.., verb, adjective, _] if !told(adjective) => {
            told(verb) && modified(adjective) && !adjective.is_preposition()
        }
        [.., verb, _] => told(verb),
        _ => false,
    };
    present && one && (matches!(next, b"on" | b"against") || behind && next.is_empty())
}

/// "but aid agencies have been active": right behind "but" a base form before a plural is no verb.
pub(super) fn is_compound_aid(tokens: &Tokens, unit: &Unit, before: &[Unit]) -> bool {
    let base = unit.kind == Kind::Verb
        && !unit.forms.is_empty()
        && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }));
    let but = before.last().is_some_and(|last| {
        last.phrase().is_none() && last.is(Class::Conj) && tokens.form(&tokens.tokens[last.start]) == b"but"
    });
    let plural = tokens.tokens.get(unit.end).is_some_and(|next| tokens.form(next).ends_with(b"s"));
    base && but && plural
}

/// "Senate Armed Services Committee": a participle with a capital between two bodies, the second of which nobody lists, is a part of its name.
pub(super) fn is_part_of_name(tokens: &Tokens, unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let participle = unit.kind == Kind::Verb
        && unit.end == unit.start + 1
        && tokens.tokens[unit.start].capital
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }));
    let beside = before.last().is_some_and(|last| last.phrase().is_some() && last.end == unit.start);
    let unlisted = next.is_some_and(|next| {
        next.start == unit.end
            && next.kind == PhraseKind::Body
            && next.referents.iter().all(|who| matches!(who, Referent::New(_)))
    });
    participle && beside && unlisted
}

/// "has said", "had also met": a verb that may be an auxiliary is one before a participle; "did not meet": so is "do" before a
/// base form.
pub(super) fn settle_auxiliary(knowledge: &Knowledge, before: &mut [Unit], unit: &Unit) {
    let participle = unit.kind == Kind::Verb
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }));
    if !participle && !is_base(unit) {
        return;
    }
    let does = |unit: &Unit| unit.means(&knowledge.lexicon, Sense::Auxiliary);
    let last = before.iter_mut().rev().find(|unit| !unit.has(|c| matches!(c, Class::Skip | Class::Negation)));
    if let Some(last) = last
        && last.kind == Kind::Verb
        && last.is(Class::Auxiliary)
        && (participle || does(last))
    {
        last.kind = Kind::Function;
        last.forms.clear();
    }
}

/// Whether a unit is a verb that may be a base form.
pub(super) fn is_base(unit: &Unit) -> bool {
    unit.kind == Kind::Verb
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }))
}

/// The units before a word, the last of which is an auxiliary.
pub(super) fn behind_auxiliary(before: &[Unit]) -> Vec<Unit> {
    let mut units = before.to_vec();
    if let Some(last) = units.last_mut() {
        last.kind = Kind::Function;
    }
    units
}

/// "did meet", "does support": whether the last unit is a form of "do", an auxiliary where what stands right behind it may be a base form.
pub(super) fn is_do(knowledge: &Knowledge, before: &[Unit]) -> bool {
    before.last().is_some_and(|last| {
        last.kind == Kind::Verb && last.is(Class::Auxiliary) && last.means(&knowledge.lexicon, Sense::Auxiliary)
    })
}

/// "Iranian-backed", "US-brokered": the country is the doer of the participle, and no party of the clause.
pub(super) fn settle_compound(before: &mut [Unit], unit: &mut Unit) {
    let participle = unit.hyphen
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }));
    let Some(last) = before.last_mut().filter(|_| participle) else { return };
    match last.kind {
        Kind::Phrase(index) => {
            last.kind = Kind::Word;
            last.compound = Some(index);
            unit.kind = Kind::Participle;
        }
        // "the rebel-held town", "government-controlled": an adjective, and no verb.
        Kind::Verb | Kind::Noun | Kind::Word if unit.kind == Kind::Verb => {
            last.kind = Kind::Word;
            last.forms.clear();
            unit.kind = Kind::Word;
            unit.forms.clear();
        }
        _ => {}
    }
}

/// Returns how many phrases stand in a row before the word "counterpart": a pronoun, and a demonym or none; in a headline the demonym or
/// country alone.
pub(super) fn before_counterpart(lang: Lang, scan: &Scan, phrases: &[Phrase], first: usize) -> Option<usize> {
    let opening = phrases.get(first)?;
    // "Saudi FM meets Iranian counterpart", "Jordan FM, UK counterpart discuss ties"
    if lang == Lang::En && matches!(opening.kind, PhraseKind::Demonym | PhraseKind::Country) {
        let next = phrases.get(first + 1).filter(|next| next.start == opening.end)?;
        let one = next.kind == PhraseKind::Person && next.number == Number::Singular;
        return (one && scan.kinds(next.start).has(Kinds::COUNTERPART)).then_some(1);
    }
    let pronoun = Some(opening).filter(|phrase| phrase.kind == PhraseKind::Pronoun)?;
    let mut end = pronoun.end;
    for (skipped, phrase) in phrases[first + 1..].iter().enumerate().take(2) {
        if phrase.start != end {
            return None;
        }
        if matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country | PhraseKind::Body) {
            end = phrase.end;
            continue;
        }
        // "his Chinese and Iranian counterparts" begins with the first nationality.
        let several = phrase.number == Number::Plural
            && (phrase.start..phrase.end).any(|at| scan.kinds(at).has(Kinds::COUNTERPART));
        let counterpart = scan.kinds(phrase.start).has(Kinds::COUNTERPART) || several;
        return (counterpart && phrase.kind == PhraseKind::Person).then_some(skipped + 1);
    }
    None
}
