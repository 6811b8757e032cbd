//! Sentences: where a text may be cut without parting what belongs together.

use crate::text::{Gap, Tokens};

/// Words before a full stop that does not end a sentence, in normal form.
const ABBREVIATIONS: [&str; 28] = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "sgt", "capt", "sen", "rep", "gov", "rev", "st", "jr",
    "sr", "hon", "pres", "amb", "adm", "vs", "etc", "no", "inc", "ltd", "co",
];

/// So long are the parts of an abbreviation between whose points nothing stands.
const LETTERS: usize = 3;

/// The words of the longest sentence; what goes on without an end is cut. Of 156,000 sentences of news four are longer.
const LONGEST: usize = 256;

/// Returns the sentences of a text as half-open ranges of tokens, in order; together they hold every token.
///
/// A sentence ends at a line end, and at `.`, `!`, `?` or `؟` unless the mark follows an abbreviation or stands
/// within a number. Quotations and brackets do not hold a sentence together across a full stop. `is_month` says which
/// words, in normal form, are months cut short, behind which a full stop and a number go on ("Feb. 27"), and `is_day` which
/// name a day: one that stands alone before or behind the dots of a headline is a part of it (غدا.. فلان يزور برلين). So are the
/// words before its dots of which the first `opens` a circumstance (خلال لقائه فلانا.. فلان يؤكد).
///
/// No sentence has more than 256 words, so that a text costs no more than its length allows: a longer one is cut behind
/// the last mark of its second half, or where there is none behind its last word.
#[must_use]
pub fn sentences(
    tokens: &Tokens,
    is_month: impl Fn(&[u8]) -> bool,
    is_day: impl Fn(&[u8]) -> bool,
    opens: impl Fn(&[u8]) -> bool,
) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..tokens.len() {
        if ends_before(tokens, at, &is_month)
            && !parts_day(tokens, start, at, &is_day)
            && !(is_behind_dots(tokens, start, at) && opens(tokens.form(&tokens.tokens[start])))
        {
            out.push((start, at));
            start = at;
        } else if at - start == LONGEST {
            let is_marked = |&at: &usize| matches!(tokens.tokens[at].gap, Gap::Punct(_));
            let end = (start + LONGEST / 2..=at).rev().find(is_marked).unwrap_or(at);
            out.push((start, end));
            start = end;
        }
    }
    if start < tokens.len() {
        out.push((start, tokens.len()));
    }
    out
}

fn ends_before(tokens: &Tokens, at: usize, is_month: &impl Fn(&[u8]) -> bool) -> bool {
    let (before, token) = (&tokens.tokens[at - 1], &tokens.tokens[at]);
    match token.gap {
        Gap::Newline => true,
        Gap::Punct(b'!' | b'?') => true,
        Gap::Punct(b'.') => {
            // 6.2 and 3.000: nothing but the point stands between.
            let tight = token.span.start == before.span.end + 1;
            let form = tokens.form(before);
            let digits = |form: &[u8]| form.iter().all(u8::is_ascii_digit);
            if tight && digits(form) && digits(tokens.form(token)) {
                return false;
            }
            // سي.آي.إيه, أ.ف.ب: letters.
            let letters = |form: &[u8]| form.len() <= LETTERS && !form.iter().all(u8::is_ascii_digit);
            if tight && letters(form) && letters(tokens.form(token)) {
                return false;
            }
            // "Feb. 27"
            if digits(tokens.form(token)) && is_month(form) {
                return false;
            }
            let latin = tokens.form(token).first().is_some_and(u8::is_ascii_lowercase);
            let goes_on = latin && !token.capital && !token.quote;
            !goes_on && !ABBREVIATIONS.iter().any(|a| a.as_bytes() == form)
        }
        _ => false,
    }
}

/// Returns whether a full stop stands before `at` between a day and the headline that it is of: all words of the sentence up to
/// there, or all behind it in the line, name the day.
fn parts_day(tokens: &Tokens, start: usize, at: usize, is_day: &impl Fn(&[u8]) -> bool) -> bool {
    // غدا الأحد
    const WORDS: usize = 2;
    if tokens.tokens[at].gap != Gap::Punct(b'.') {
        return false;
    }
    let days = |from: usize, to: usize| (from..to).all(|word| is_day(tokens.form(&tokens.tokens[word])));
    let end = |&word: &usize| tokens.tokens.get(word).is_none_or(|token| token.gap == Gap::Newline);
    let line = || (at + 1..=at + WORDS).find(end);
    at - start <= WORDS && days(start, at) || line().is_some_and(|end| days(at, end))
}

/// Returns whether several dots stand before `at`, the first of the sentence that begins at `start`, and a few words before them,
/// with which a line begins.
#[must_use]
pub fn is_behind_dots(tokens: &Tokens, start: usize, at: usize) -> bool {
    const WORDS: usize = 12;
    // Two dots and a space, or the one letter of three dots.
    const WIDTH: usize = 3;
    let token = &tokens.tokens[at];
    let line = start == 0 || tokens.tokens[start].gap == Gap::Newline;
    let width = token.span.start - tokens.tokens[at - 1].span.end;
    let first = || tokens.tokens[start + 1..at].iter().all(|token| token.gap != Gap::Punct(b'.'));
    token.gap == Gap::Punct(b'.') && line && at > start && at - start <= WORDS && width >= WIDTH && first()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Tokens::default();
        tokens.read(text);
        let seen: Vec<&str> = sentences(
            &tokens,
            |form| form == b"feb",
            |form| form == crate::text::normal_form("غدا"),
            |form| form == crate::text::normal_form("خلال"),
        )
        .into_iter()
        .map(|(a, b)| &text[tokens.tokens[a].span.start..tokens.tokens[b - 1].span.end])
        .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn sentences_end_where_they_should() {
        check("قال بوتين. ثم عاد؟ نعم", &["قال بوتين", "ثم عاد", "نعم"]);
        check("بلغ 6.2 مليون. انتهى", &["بلغ 6.2 مليون", "انتهى"]);
        check("Joseph R. Biden, Jr. Arrived. Then left.", &["Joseph R. Biden, Jr. Arrived", "Then left"]);
        check("The U.S. envoy met Dr. Smith. He left", &["The U.S. envoy met Dr. Smith", "He left"]);
        check("On Feb. 27 he left. In Feb. Nobody left", &["On Feb. 27 he left", "In Feb", "Nobody left"]);
        check("مدير (سي.آي.إيه) في القاهرة.وعاد", &["مدير (سي.آي.إيه) في القاهرة", "وعاد"]);
        check("عنوان\nنص: أول", &["عنوان", "نص: أول"]);
        check("د. محمد مرسي قال", &["د. محمد مرسي قال"]);
        check("غدا.. عباس في موسكو\nيصل عباس. غدا", &["غدا.. عباس في موسكو", "يصل عباس. غدا"]);
        check("يصل غدا. عباس في موسكو", &["يصل غدا", "عباس في موسكو"]);
        check("خلال لقائه كيري.. عباس يشيد", &["خلال لقائه كيري.. عباس يشيد"]);
        check("خلال لقائه كيري… عباس يشيد", &["خلال لقائه كيري… عباس يشيد"]);
        check("خلال لقائه كيري. عباس يشيد", &["خلال لقائه كيري", "عباس يشيد"]);
        check("وعاد. خلال لقائه كيري.. عباس يشيد", &["وعاد", "خلال لقائه كيري", "عباس يشيد"]);
        check("التقى كيري.. عباس يشيد", &["التقى كيري", "عباس يشيد"]);
    }

    #[test]
    fn what_goes_on_without_an_end_is_cut() {
        let lengths = |text: &str| {
            let mut tokens = Tokens::default();
            tokens.read(text);
            let ranges = sentences(&tokens, |_| false, |_| false, |_| false);
            assert_eq!(ranges.iter().map(|(a, b)| b - a).sum::<usize>(), tokens.len());
            ranges.iter().map(|(a, b)| b - a).collect::<Vec<_>>()
        };
        assert_eq!(lengths(&"كلمة ".repeat(256)), [256]);
        assert_eq!(lengths(&"كلمة ".repeat(600)), [256, 256, 88]);
        // Behind a mark, where one stands in the second half.
        let clause = format!("{}، ", "كلمة ".repeat(100));
        assert_eq!(lengths(&clause.repeat(4)), [200, 200]);
        assert_eq!(lengths(&format!("{clause}{}", "كلمة ".repeat(200))), [256, 44]);
    }
}
