//! What a word in normal form shows before it is a unit: articles, endings, pronouns, counterparts, officials.

use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Item, Lexicon, Pronoun, WordList};
use crate::mention::{Kinds, Knowledge, Phrase, Scan};
use crate::text::fold::{ALEF, HEH, KAF, LAM};
use crate::text::{Clitics, Gap, Tokens};

/// Returns whether a word of a class stands at a token.
pub(super) fn is_of_class(knowledge: &Knowledge, scan: &Scan, lang: Lang, token: usize, class: Class) -> bool {
    let word = |meaning| matches!(meaning, (of, Item::Class(own)) if of == lang && own == class);
    scan.kinds(token).has(Kinds::CLASS)
        && scan.at(token).iter().any(|hit| knowledge.dictionary.meanings(&knowledge.lexicon, hit.node).any(word))
}

/// Returns whether a word is بين with two phrases behind it that و joins.
pub(super) fn is_between_two(form: &[u8], phrases: &[Phrase], end: usize) -> bool {
    const BETWEEN: [u8; 3] = [0x81, 0x9B, 0x98];
    let [first, second, ..] = phrases else { return false };
    form == BETWEEN && first.start == end && second.start == first.end && second.clitics == Clitics::WA
}

/// Returns whether a unit is a formula behind a name or title that honours its bearer: حفظه الله, أيده الله, المفدى.
#[inline]
pub(super) fn is_blessing(tokens: &Tokens, unit: &Unit) -> bool {
    // Hardly any word is of either class.
    unit.has(|class| matches!(class, Class::Honour | Class::Skip)) && blesses(tokens, unit)
}

fn blesses(tokens: &Tokens, unit: &Unit) -> bool {
    const GOD: [u8; 4] = [ALEF, LAM, LAM, 0x99];
    if unit.has(|class| class == Class::Honour) {
        return unit.clitics == Clitics::NONE;
    }
    unit.kind == Kind::Function
        && unit.is(Class::Skip)
        && unit.end > unit.start + 1
        && (unit.start + 1..unit.end).any(|at| tokens.form(&tokens.tokens[at]) == GOD)
}

/// Returns whether a word in normal form is كلا or عددا, which several have who are an object.
pub(super) fn is_accusative_of_several(form: &[u8]) -> bool {
    const A_NUMBER: [u8; 4] = [0x91, 0x87, 0x87, ALEF];
    form == [KAF, LAM, ALEF] || form == A_NUMBER
}

/// Returns whether an indefinite noun in normal form ends as an accusative: وفدا.
pub(super) fn is_accusative(form: &[u8]) -> bool {
    form.len() > 3 && form.ends_with(&[ALEF])
}

/// Returns whether a noun in normal form ends as a dual of the genitive or accusative: وزيري, الرئيسين.
pub(super) fn is_oblique_dual(form: &[u8]) -> bool {
    use crate::text::fold::NOON;
    const YEH: u8 = 0x9B;
    form.len() > 4 && (form.ends_with(&[YEH]) || form.ends_with(&[YEH, NOON]))
}

/// Returns whether a word in normal form begins with ال, or وال.
pub(super) fn has_article(form: &[u8]) -> bool {
    use crate::text::fold::WAW;
    matches!(form, [ALEF, LAM, ..] | [WAW, ALEF, LAM, ..])
}

/// The pronoun at the end of a preposition in normal form: ه, ها, هم, هما, ي, نا.
pub(super) fn pronoun_on(form: &[u8]) -> Option<Pronoun> {
    const ALEF: u8 = 0x80;
    const MEEM: u8 = 0x97;
    const NOON: u8 = 0x98;
    const YEH: u8 = 0x9B;
    let mut speaks = false;
    let (gender, number) = match form {
        [.., NOON, ALEF] => {
            speaks = true;
            (None, Number::Plural)
        }
        [.., YEH] => {
            speaks = true;
            (None, Number::Singular)
        }
        [.., HEH, MEEM, ALEF] => (None, Number::Dual),
        [.., HEH, MEEM] => (Some(Gender::Masculine), Number::Plural),
        [.., HEH, ALEF] => (Some(Gender::Feminine), Number::Singular),
        [.., HEH] => (Some(Gender::Masculine), Number::Singular),
        _ => return None,
    };
    Some(Pronoun { gender, number, speaks })
}

/// Returns the clitics of a word that heads the name of a body (حركة, تنظيم, لجماعة), if it is one.
pub(super) fn body_head(scan: &Scan, at: usize) -> Option<Clitics> {
    let whole = |hit: &&crate::mention::Hit| {
        hit.end as usize == at + 1 && (!hit.clitics.has_preposition() || hit.clitics.has(Clitics::LI))
    };
    let head = scan.at(at).iter().filter(whole).find(|hit| hit.kinds.has(Kinds::BODY));
    head.map(|hit| hit.clitics)
}

/// The gender of a relative in normal form: الذي, التي.
pub(super) fn relative_pronoun(form: &[u8]) -> Option<Pronoun> {
    const TEH: u8 = 0x82;
    const THAL: u8 = 0x88;
    let gender = match form {
        [.., LAM, THAL, _] => Gender::Masculine,
        [.., LAM, TEH, _] => Gender::Feminine,
        _ => return None,
    };
    Some(Pronoun { gender: Some(gender), number: Number::Singular, speaks: false })
}

/// Returns whether a word in normal form is المسؤول or المسئول, الدبلوماسي, or الضيف, the guest, or the feminine of one that means
/// nothing else: المسؤولة, but الدبلوماسية is diplomacy.
pub(super) fn is_official(form: &[u8]) -> bool {
    const DIPLOMAT: [u8; 10] = [0x80, 0x96, 0x87, 0x81, 0x96, 0x9A, 0x97, 0x80, 0x8B, 0x9B];
    let masculine = form.strip_suffix(&[HEH]).unwrap_or(form);
    // للمسؤول: the article has lost its alef.
    form == DIPLOMAT
        || matches!(
            masculine,
            [0x80 | 0x96, 0x96, 0x97, 0x8B, 0x9A | 0x9B, 0x9A, 0x96] | [0x80, 0x96, 0x8E, 0x9B, 0x93]
        )
}

/// Returns whether a word in normal form is نظيره, نظيرها, نظيريه or نظرائه.
pub(super) fn is_counterpart(form: &[u8]) -> bool {
    // نظير, نظرا
    matches!(form, [0x98, 0x90, 0x9B, 0x89, ..] | [0x98, 0x90, 0x89, 0x80, ..])
}

/// Returns whether the token is a possessive 's.
pub(super) fn is_possessive(tokens: &Tokens, at: usize, end: usize) -> bool {
    at < end && tokens.tokens[at].gap == Gap::Joined && tokens.form(&tokens.tokens[at]) == b"s"
}

/// Returns whether an English noun takes a verb in the plural.
pub(super) fn is_plural(lexicon: &Lexicon, form: &[u8]) -> bool {
    form.ends_with(b"s") || form == b"who" || lexicon.lists(WordList::Plurals, form)
}

/// Returns the case of an English pronoun; `noun` says whether a noun phrase goes on behind it.
pub(super) fn case(form: &[u8], noun: &dyn Fn() -> bool) -> Option<Case> {
    Some(match form {
        b"we" | b"i" | b"us" | b"me" | b"our" | b"my" | b"ourselves" => Case::Speaker,
        b"your" | b"you" => Case::Addressed,
        b"he" | b"she" | b"they" => Case::Subject,
        b"him" | b"them" => Case::Object,
        b"her" => return Some(if noun() { Case::Owner } else { Case::Object }),
        b"his" | b"their" => Case::Owner,
        b"it" | b"itself" => Case::Thing,
        b"its" => Case::ThingOwner,
        _ => return None,
    })
}
