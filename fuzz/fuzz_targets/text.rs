//! The normal form, tokens with their offsets, and sentences, of any text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nisba::document::sentences;
use nisba::text::{Tokens, fold, normal_form, words};

/// Writes a normal form out in letters.
fn printed(form: &[u8]) -> String {
    let letters: Vec<char> = fold::ARABIC.chars().collect();
    let letter = |&code: &u8| match code {
        0x80.. => letters[usize::from(code - 0x80)],
        0x7F => 'Ω',
        code => char::from(code),
    };
    form.iter().map(letter).collect()
}

fuzz_target!(|data: &[u8]| {
    let text = nisba_fuzz::text(data);
    let form = normal_form(&text);
    assert_eq!(normal_form(&printed(&form)), form, "the normal form of a normal form is itself");
    let mut tokens = Tokens::default();
    tokens.read(&text);
    assert_eq!(words(&text).len(), tokens.len());
    let mut end = 0;
    for token in &tokens.tokens {
        assert!(end <= token.span.start && token.span.start < token.span.end, "tokens stand in order");
        end = token.span.end;
        assert!(text.get(token.span.range()).is_some(), "a span lies on character boundaries");
        let codes = &tokens.offsets[token.start as usize..token.end as usize];
        assert!(codes.is_sorted() && codes.iter().all(|&at| token.span.range().contains(&(at as usize))));
        for skip in 0..token.end - token.start {
            assert!(text.get(tokens.span_after(token, skip).range()).is_some());
        }
    }
    assert!(end <= text.len());
    let ranges = sentences(&tokens, |form| form == b"feb", |_| false, |form| form.len() % 2 == 0);
    let mut next = 0;
    for &(from, to) in &ranges {
        assert!(from == next && from < to, "sentences hold every token once");
        next = to;
        assert!(text.get(tokens.sentence_span(&text, (from, to)).range()).is_some());
    }
    assert_eq!(next, tokens.len());
});
