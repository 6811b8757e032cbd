//! What a word looks like: what it seems to begin and end with.

use super::clause::WordShape;
use super::unit::{Kind, Unit};
use super::unit_form::has_article;
use crate::lexicon::{Class, Lexicon, WordList};
use crate::mention::{Hit, Kinds, Phrase, PhraseKind, Scan};
use crate::text::{Clitics, Gap, Tokens};

/// What a plain word seems to begin with; whether a phrase ends in a name; whether a quotation mark stands before either.
pub(super) fn word_shape(
    lexicon: &Lexicon,
    tokens: &Tokens,
    unit: &Unit,
    phrases: &[Phrase],
    scan: &Scan,
) -> WordShape {
    let mut shape = own_shape(lexicon, tokens, unit, phrases, scan);
    shape.marked = !unit.is_mark() && tokens.tokens[unit.start].quote;
    shape
}

fn own_shape(lexicon: &Lexicon, tokens: &Tokens, unit: &Unit, phrases: &[Phrase], scan: &Scan) -> WordShape {
    use crate::text::fold::{ALEF, BEH, FEH, HEH, JEEM, LAM, MEEM, NOON, SEEN, TAH, TEH, WAW, YEH};
    if let Kind::Phrase(index) = unit.kind {
        let name_last = phrases[index].named && phrases[index].span.end == tokens.tokens[unit.end - 1].span.end;
        let title_first = phrases[index].named && tokens.tokens[unit.start].span.end <= phrases[index].span.start;
        let inside = tokens.tokens[unit.start + 1..unit.end.max(unit.start + 1)].iter();
        let enclosed = inside.clone().any(|token| token.gap == Gap::Punct(b','));
        let bracketed = tokens.tokens[unit.start].bracket;
        let form = tokens.form(&tokens.tokens[unit.start]);
        // من جانب مصر, من طرف مصر
        let side = form == [JEEM, ALEF, NOON, BEH] || form == [TAH, 0x89, FEH];
        let council = form == [MEEM, JEEM, LAM, SEEN];
        let definite = has_article(form);
        let feminine = matches!(form, [.., HEH] | [.., ALEF, TEH]);
        // السعودية, and of bodies الحوثي, too.
        let body = phrases[index].kind == PhraseKind::Body;
        let ending = matches!(form, [.., YEH, HEH]) || body && matches!(form, [.., YEH]);
        let adjectival = unit.end == unit.start + 1 && definite && ending;
        let several = counted(tokens, unit);
        return WordShape {
            name_last,
            title_first,
            enclosed,
            bracketed,
            side,
            council,
            definite,
            adjectival,
            feminine,
            several,
            ranked: ranked(lexicon, tokens, unit),
            ..WordShape::default()
        };
    }
    if unit.kind == Kind::Verb {
        return WordShape { quoted: tokens.tokens[unit.start].quote, ..WordShape::default() };
    }
    if unit.kind == Kind::Noun && unit.end > unit.start + 1 {
        // اتصال هاتفي
        let last = tokens.form(&tokens.tokens[unit.end - 1]);
        // في أيدي: hands are no adjective.
        let hands = scan.kinds(unit.start).has(Kinds::PREPOSITION);
        let relative = !hands && matches!(last, [.., YEH] | [.., YEH, HEH]);
        return WordShape { adjectival: relative && !matches!(last, [ALEF, LAM, ..]), ..WordShape::default() };
    }
    // "fighting", which is a noun of war as well
    if unit.kind == Kind::Noun {
        let form = tokens.form(&tokens.tokens[unit.start]);
        return WordShape { doing: form.len() > 4 && form.ends_with(b"ing"), ..WordShape::default() };
    }
    if !matches!(unit.kind, Kind::Word | Kind::Function) {
        return WordShape::default();
    }
    let token = &tokens.tokens[unit.start];
    let form = tokens.form(token);
    let article = has_article(form);
    let quoted = token.quote;
    if form.first().is_some_and(u8::is_ascii) {
        let last = tokens.form(&tokens.tokens[unit.end - 1]);
        return WordShape {
            quoted,
            plural: (unit.kind == Kind::Word || unit.is(Class::Agent)) && acts(lexicon, last),
            digits: unit.kind == Kind::Word && form.iter().all(u8::is_ascii_digit),
            past: unit.kind == Kind::Word && form.len() > 4 && form.ends_with(b"ed"),
            doing: unit.kind == Kind::Word && form.len() > 4 && form.ends_with(b"ing"),
            ranked: ranked(lexicon, tokens, unit),
            manner: unit.kind == Kind::Word && is_manner(lexicon, last),
            or: matches!(form, b"or" | b"nor"),
            troops: unit.is(Class::Agent) && lexicon.lists(WordList::Troops, last),
            loyal: form == b"loyal",
            any: form == b"any",
            ..WordShape::default()
        };
    }
    if unit.kind == Kind::Function {
        let opens_content = unit.is(Class::Complement) && opens_content(tokens, unit);
        let bare = form.get(1..).unwrap_or_default();
        let definite =
            unit.clitics.has_preposition() && (matches!(bare, [ALEF, LAM, ..]) || matches!(form, [LAM, LAM, ..]));
        // وأن: known with its letter, which is no clitic then.
        let joined = opens_content && form.first() == Some(&WAW);
        let feminine = matches!(form, [.., HEH] | [.., ALEF, TEH]);
        return WordShape { article, quoted, opens_content, definite, joined, feminine, ..WordShape::default() };
    }
    // Most words begin with none of these letters, and end with none of those: asked before anything that needs a search.
    let definite = matches!(form, [BEH, ALEF, LAM, ..] | [LAM, ALEF, LAM, ..] | [LAM, LAM, ..]);
    let clinging = match form.first() {
        // بما: "with what"
        Some(&BEH) if form.len() > 3 || form == [BEH, MEEM, ALEF] => Some(Clitics::BI),
        Some(&LAM) if form.len() > 3 => Some(Clitics::LI),
        _ => None,
    };
    let preposition = clinging.filter(|_| {
        (form.len() <= 3 || definite || !is_whole(unit, scan)) && !stands_behind_preposition(tokens, unit, scan)
    });
    let definite = definite && preposition.is_some();
    let people = preposition.is_some() && form.len() > 7 && matches!(form, [BEH, ALEF, LAM, .., YEH, NOON]);
    let joined = form.len() > 3 && form.first() == Some(&WAW) && !article && !is_whole(unit, scan);
    let conjunction = form.len() > 4 && joined;
    let (feminine, suffix) = match form {
        [.., ALEF, TEH] => (true, false),
        [.., HEH] => (true, !article && form.len() > 3),
        [.., HEH, ALEF] => (false, !article && form.len() > 3),
        [.., HEH, MEEM] | [.., HEH, MEEM, ALEF] => (false, !article && form.len() > 4),
        _ => (false, false),
    };
    let indefinite = form.len() > 3
        && !article
        && matches!(form, [.., last, ALEF] if *last != HEH && *last != MEEM || form.len() > 4);
    // المعارضون, but not القانون.
    let plural = article && form.len() > 7 && matches!(form, [ALEF, .., WAW, NOON]);
    WordShape {
        preposition,
        conjunction,
        joined,
        article,
        suffix,
        feminine,
        indefinite,
        quoted,
        plural,
        definite,
        people,
        ..WordShape::default()
    }
}

/// في بكركي, إلى لندن: whether a preposition of its own stands right before a word, which has none on it then.
fn stands_behind_preposition(tokens: &Tokens, unit: &Unit, scan: &Scan) -> bool {
    let Some(before) = unit.start.checked_sub(1) else { return false };
    tokens.tokens[unit.start].gap == Gap::Space
        && scan.kinds(before).has(Kinds::PREPOSITION)
        && scan.at(before).iter().any(|hit| {
            hit.end as usize == unit.start && hit.clitics == Clitics::NONE && hit.kinds.has(Kinds::PREPOSITION)
        })
}

/// بيان, برنامج, لجنة: whether a word is known with its first letter, and not without.
fn is_whole(unit: &Unit, scan: &Scan) -> bool {
    let single = |hit: &&Hit| hit.end as usize == unit.start + 1;
    let mut hits = scan.at(unit.start).iter().filter(single);
    let whole = |hit: &Hit| hit.skip == 0 && hit.kinds.has(Kinds::EVERYDAY);
    let cut = |hit: &Hit| hit.skip > 0 && (hit.kinds.has(Kinds::EVERYDAY) || hit.kinds.has(Kinds::UNIT));
    scan.kinds(unit.start).has(Kinds::EVERYDAY) && hits.clone().any(whole) && !hits.any(cut)
}

/// "the three leaders": how many an English phrase counts, 0 where it does not.
fn counted(tokens: &Tokens, unit: &Unit) -> usize {
    tokens.tokens[unit.start..unit.end].iter().take(4).map(|token| tokens.form(token)).map(number).max().unwrap_or(0)
}

fn number(form: &[u8]) -> usize {
    use crate::text::fold::{AIN, ALEF, BEH, HEH, LAM, MEEM, SEEN, TEH};
    // الثلاثة, الثلاث, الأربعة, الخمس, الست, السبع in normal form.
    let counted = form.strip_prefix(&[ALEF, LAM]).unwrap_or_default();
    match counted.strip_suffix(&[HEH]).unwrap_or(counted) {
        [0x83, LAM, ALEF, 0x83] => return 3,
        [ALEF, 0x89, BEH, AIN] => return 4,
        [0x86, MEEM, SEEN] => return 5,
        [SEEN, TEH] => return 6,
        [SEEN, BEH, AIN] => return 7,
        _ => {}
    }
    match form {
        b"three" => 3,
        b"four" => 4,
        b"five" => 5,
        _ => 0,
    }
}

/// Returns whether an English noun is a plural of those who act, and not of words, times or talks.
pub(super) fn acts(lexicon: &Lexicon, form: &[u8]) -> bool {
    let plural =
        form.len() > 3 && form.ends_with(b"s") && !form.ends_with(b"ss") || matches!(form, b"gunmen" | b"people");
    plural && !lexicon.lists(WordList::Inactive, form)
}

/// Returns whether a complementiser opens what is said: أن, إن, بأنه, إلى أن; not بعد أن, لأن, كأن.
pub(super) fn opens_content(tokens: &Tokens, unit: &Unit) -> bool {
    use crate::text::fold::{ALEF, BEH, HEH, LAM, NOON, WAW};
    let form = |at: usize| tokens.form(&tokens.tokens[at]);
    let that = |form: &[u8]| {
        let form = form.strip_prefix(&[WAW]).unwrap_or(form);
        let form = form.strip_prefix(&[BEH]).unwrap_or(form);
        form.strip_prefix(&[ALEF, NOON])
            .is_some_and(|rest| rest.first().is_none_or(|&code| code == HEH || code == NOON))
    };
    let towards = [ALEF, LAM];
    match unit.end - unit.start {
        1 => that(form(unit.start)),
        2 => form(unit.start).strip_prefix(&towards).is_some_and(|rest| rest.len() == 1) && that(form(unit.start + 1)),
        _ => false,
    }
}

/// Returns whether an English word tells how something is done, by its ending.
fn is_manner(lexicon: &Lexicon, form: &[u8]) -> bool {
    form.len() > 4 && form.ends_with(b"ly") && !lexicon.lists(WordList::NoManner, form)
}

/// "first", "few": whether an English unit holds a word for one of a kind or for few.
fn ranked(lexicon: &Lexicon, tokens: &Tokens, unit: &Unit) -> bool {
    // No Arabic word is held against the English ones.
    let latin = |form: &[u8]| form.first().is_some_and(u8::is_ascii);
    let mut forms = tokens.tokens[unit.start..unit.end].iter().map(|token| tokens.form(token));
    forms.any(|form| latin(form) && lexicon.lists(WordList::Ranked, form))
}
