//! Texts that end or begin anywhere: the example articles cut at every token and at random characters.

use std::ops::Range;

use nisba::document::Document;
use nisba::text::Tokens;
use proptest::prelude::*;
use proptest::sample::Index;
use rayon::prelude::*;

use super::news::articles;
use super::pipeline;
use super::properties::check_record;
use super::sentences::texts;

fn part(article: &Document, part: Range<usize>) -> Document {
    Document { text: article.text[part].to_owned(), ..article.clone() }
}

fn read(document: &Document) -> Result<(), TestCaseError> {
    check_record(&document.text, &pipeline().extract(document))
}

#[test]
fn articles_cut_at_every_token_can_be_read() {
    articles().par_iter().for_each(|article| {
        let mut tokens = Tokens::default();
        tokens.read(&article.text);
        for token in &tokens.tokens {
            let end = token.span.end;
            read(&part(article, 0..end)).unwrap_or_else(|error| panic!("{} to byte {end}: {error}", article.id));
        }
    });
}

/// Whatever word a text ends with, nothing behind it is asked for: each sentence of our own ends at each of its words, in full
/// and with the few words before.
#[test]
fn sentences_cut_at_every_token_can_be_read() {
    const FEW: usize = 4;
    texts().into_par_iter().for_each(|(id, lang, date, text)| {
        let document = Document { id, lang, date: date.parse().ok(), text, ..Document::default() };
        let mut tokens = Tokens::default();
        tokens.read(&document.text);
        for (at, token) in tokens.tokens.iter().enumerate() {
            let end = token.span.end;
            for start in [0, tokens.tokens[at.saturating_sub(FEW)].span.start] {
                let text = part(&document, start..end);
                read(&text).unwrap_or_else(|error| panic!("{} to byte {end}: {error}", document.id));
            }
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn articles_cut_at_any_character_can_be_read(article: Index, from: Index, to: Index) {
        let articles = articles();
        let article = article.get(&articles);
        let places: Vec<usize> =
            article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
        let (from, to) = (*from.get(&places), *to.get(&places));
        let document = part(article, from.min(to)..from.max(to));
        read(&document)?;
        let _ = (pipeline().outline(&document), pipeline().hits(&document), pipeline().unlisted(&document));
    }
}
