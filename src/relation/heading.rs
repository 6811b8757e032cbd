//! What a report opens with and says nothing by: the agency in a dateline, and who wrote it.

use super::lexical::opens_verb;
use super::unit_form::is_of_class;
use crate::document::Lang;
use crate::lexicon::Class;
use crate::mention::{Knowledge, Phrase, PhraseKind, Referent, Scan};
use crate::text::{Clitics, Gap, Tokens};
use std::ops::Range;

/// Returns the tokens at the head of a sentence that are not read; none where the sentence opens with neither.
pub(super) fn unread_heading(
    knowledge: &Knowledge,
    lang: Lang,
    tokens: &Tokens,
    scan: &Scan,
    range: (usize, usize),
    phrases: &[Phrase],
) -> Range<usize> {
    let writes = || is_of_class(knowledge, scan, lang, range.0, Class::Byline);
    agency(tokens, range, phrases)
        .or_else(|| source(knowledge, tokens, scan, range, phrases).filter(|_| lang == Lang::Ar))
        .or_else(|| seat(knowledge, tokens, phrases).filter(|_| lang == Lang::En))
        .or_else(|| byline(tokens, range, phrases).filter(|_| writes()))
        .unwrap_or(range.1..range.1)
}

/// القاهرة (ا ف ب) -: the tokens in brackets behind the place that a report opens with.
fn agency(tokens: &Tokens, range: (usize, usize), phrases: &[Phrase]) -> Option<Range<usize>> {
    const MOST_WORDS: usize = 5;
    let place = phrases.first().filter(|phrase| phrase.start == range.0)?;
    if !matches!(place.kind, PhraseKind::Place | PhraseKind::Country) || place.end >= range.1 {
        return None;
    }
    let bracket = |at: &usize| tokens.tokens[*at].bracket;
    let end = (place.end + 1..range.1.min(place.end + 1 + MOST_WORDS)).find(bracket)?;
    bracket(&place.end).then_some(place.end..end)
}

/// واشنطن - رويترز التقى الرئيس, دمشق ـ محمد الشيخ استقبل الرئيس: the tokens between the dash behind the place that a report opens with and its
/// verb, where they name who tells it and the line that ended there is lost.
fn source(
    knowledge: &Knowledge,
    tokens: &Tokens,
    scan: &Scan,
    range: (usize, usize),
    phrases: &[Phrase],
) -> Option<Range<usize>> {
    const MOST: usize = 3;
    let place = phrases.first().filter(|phrase| phrase.start == range.0)?;
    let parted = |at: usize| match tokens.tokens[at].gap {
        Gap::Punct(mark) => matches!(mark, b'-' | b':' | b',' | b'/'),
        gap => gap == Gap::Hyphen,
    };
    if !matches!(place.kind, PhraseKind::Place | PhraseKind::Country) || place.end >= range.1 || !parted(place.end) {
        return None;
    }
    let mut end = place.end;
    let mut told = phrases[1..].iter().take(MOST);
    while let Some(teller) = told.next().filter(|phrase| phrase.start == end && is_teller(knowledge, phrase)) {
        end = teller.end;
    }
    if end == place.end || end >= range.1 || tokens.tokens[end].gap != Gap::Space {
        return None;
    }
    // محمد الشيخ استقبل الرئيس: somebody's name may be the subject, unless another stands right behind the verb.
    let someone = || phrases[1..].iter().any(|phrase| phrase.end == end && phrase.kind == PhraseKind::Person);
    let doer = || phrases.iter().any(|phrase| phrase.start == end + 1 && phrase.clitics == Clitics::NONE);
    ((doer() || !someone()) && opens_verb(knowledge, scan, end, |_| true)).then_some(place.end..end)
}

/// Whether a phrase is a newspaper or agency, or somebody of whom nothing is told and whom nobody lists.
fn is_teller(knowledge: &Knowledge, phrase: &Phrase) -> bool {
    match phrase.referents.as_slice() {
        [Referent::Known(key)] => matches!(knowledge.gazetteer.get(*key).subkind, "news_agency" | "media"),
        [Referent::New(_)] => phrase.kind == PhraseKind::Person && phrase.named && phrase.office.is_none(),
        _ => false,
    }
}

/// "UNITED NATIONS (AP) -", "UNITED NATIONS -": the body at whose seat an English report was written.
fn seat(knowledge: &Knowledge, tokens: &Tokens, phrases: &[Phrase]) -> Option<Range<usize>> {
    let first = phrases.first().filter(|phrase| phrase.kind == PhraseKind::Body)?;
    let behind = tokens.tokens.get(first.end)?;
    let dash = behind.bracket || behind.gap == Gap::Punct(b'-');
    let united =
        matches!(first.referents.as_slice(), [Referent::Known(key)] if &*knowledge.gazetteer.id(*key) == "org:un");
    (united && dash).then_some(first.start..first.end)
}

/// كتب: فلان وفلان: the word for writing with those who wrote, before the sentence proper.
fn byline(tokens: &Tokens, range: (usize, usize), phrases: &[Phrase]) -> Option<Range<usize>> {
    let apart = |at: usize| matches!(tokens.tokens[at].gap, Gap::Punct(b':' | b'-' | b',') | Gap::Hyphen);
    let mut end = range.0 + 1;
    if end >= range.1 || !apart(end) {
        return None;
    }
    let person = |phrase: &&Phrase| phrase.kind == PhraseKind::Person && phrase.named && phrase.office.is_none();
    for phrase in phrases.iter().filter(person) {
        let joins = phrase.start == range.0 + 1 || phrase.clitics == Clitics::WA;
        if phrase.start != end || !joins {
            break;
        }
        end = phrase.end;
    }
    (end > range.0 + 1).then_some(range.0..end)
}
