//! Titles that the text gives somebody whom the reader does not know.

use super::name::Context;
use super::phrase::{Phrase, PhraseKind};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, Number, OfficeId};
use crate::lexicon::Class;
use crate::text::{Gap, Span, fold};

/// A title of office whose holder is neither named nor known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// The title, in bytes.
    pub title: Span,
    /// What stands where a name would, in bytes: a name that was not read, or just the next words.
    pub words: Option<Span>,
    /// The office.
    pub office: OfficeId,
    /// Of which country or body.
    pub of: Option<EntityId>,
}

/// A name is seldom longer than this; what follows belongs to the sentence.
const MOST_WORDS: usize = 3;

impl Reader<'_> {
    /// Returns the title of a phrase of the sentence last read, when nobody is known to hold it and it means somebody: no
    /// former minister, no "a minister".
    ///
    /// For those who mend the gazetteer; the reading of texts does not need it.
    #[must_use]
    pub fn unmatched(&self, phrase: &Phrase) -> Option<Unmatched> {
        let office = phrase.office?;
        let one = phrase.kind == PhraseKind::Unknown && phrase.number == Number::Singular;
        if !one || self.is_anybody(phrase) {
            return None;
        }
        let words = self.words_behind(phrase.end).map(|end| self.span(phrase.end, 0, end));
        if words.is_none() {
            // A row of offices.csv needs to know of what, and when.
            let (of, day) = (phrase.of?, self.date?);
            let shared = self.knowledge.gazetteer.offices().is_shared(office);
            if shared || self.knowledge.gazetteer.holder(office, of, day).is_some() {
                return None;
            }
        }
        Some(Unmatched { title: phrase.span, words, office, of: phrase.of })
    }

    /// "a Russian minister", وزير روسي, الرئيس السابق: nobody in particular, or somebody who no longer holds the office.
    fn is_anybody(&self, phrase: &Phrase) -> bool {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let tokens = phrase.start..phrase.end;
        let former = tokens.clone().any(|at| {
            self.classes(at, Kinds::ADJECTIVE).any(|(_, class)| class == Class::TitleAdjective { former: true })
        });
        if former || self.lang == Lang::En {
            return former || phrase.start > self.range.0 && matches!(form(phrase.start - 1), b"a" | b"an");
        }
        let definite = |at: usize| form(at).starts_with(&[fold::ALEF, fold::LAM]);
        !definite(phrase.start) && tokens.skip(1).any(|at| self.demonym(at).is_some() && !definite(at))
    }

    /// Returns the end of the words behind a title that nothing else is read from.
    fn words_behind(&self, at: usize) -> Option<usize> {
        let end = (at..at + MOST_WORDS).find(|&next| !self.is_unread(next)).unwrap_or(at + MOST_WORDS);
        (end > at).then_some(end)
    }

    fn is_unread(&self, at: usize) -> bool {
        if !self.joined(at) {
            return false;
        }
        let token = &self.tokens.tokens[at];
        let form = self.tokens.form(token);
        let like_a_name = match self.lang {
            Lang::En => token.capital && token.gap == Gap::Space && form.iter().all(u8::is_ascii_lowercase),
            Lang::Ar => {
                // A word that the data files hold, but in no name, is no name; one that peels to such a word neither.
                let dictionary = &self.knowledge.dictionary;
                let mut peels = false;
                dictionary.peeled(form, |_| peels = true);
                let word = self.scan.word(at);
                form.iter().all(|&code| code >= 0x80)
                    && !form.starts_with(&[fold::ALEF, fold::LAM])
                    && !form.starts_with(&[fold::LAM, fold::LAM])
                    && word.map_or(!peels, |word| dictionary.is_name_word(word))
                    && !self.looks_verbal(at)
            }
        };
        like_a_name
            && form.len() > 2
            && !self.is_lexical(at)
            && !self.is_function(at)
            && self.title_at(at).is_none()
            && self.demonym(at).is_none()
            && self.name(at, Context::default()).is_none()
    }
}
