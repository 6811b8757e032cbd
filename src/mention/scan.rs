//! Finds every form of the dictionary in a text: the first step from tokens to mentions.

use crate::dictionary::{Dictionary, Kinds};
use crate::text::{Clitics, Gap, Reading, Tokens, WordId};

/// A form of the dictionary found in the text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Proclitics of the first token that are not part of the form.
    pub clitics: Clitics,
    /// How many codes of the first token those take.
    pub skip: u32,
    /// The dictionary's node.
    pub node: u32,
    /// What the form is.
    pub kinds: Kinds,
}

/// The forms found in one text; the buffers are reused from text to text.
#[derive(Debug, Default)]
pub struct Scan {
    hits: Vec<Hit>,
    /// For each token, where its hits begin; one more at the end.
    index: Vec<u32>,
    words: Vec<Option<WordId>>,
    /// For each token, the kinds of the forms that begin there.
    kinds: Vec<Kinds>,
}

impl Scan {
    /// Finds the forms of `dictionary` in `tokens`, replacing what the buffers held.
    pub fn read(&mut self, dictionary: &Dictionary, tokens: &Tokens) {
        self.hits.clear();
        self.index.clear();
        self.words.clear();
        self.kinds.clear();
        self.words.extend(tokens.tokens.iter().map(|token| dictionary.word(tokens.form(token))));
        let mut readings: Vec<Reading> = Vec::with_capacity(4);
        for (at, token) in tokens.tokens.iter().enumerate() {
            self.index.push(self.hits.len() as u32);
            readings.clear();
            readings.extend(self.words[at].map(|word| Reading { word, clitics: Clitics::NONE, skip: 0 }));
            dictionary.peeled(tokens.form(token), |reading| readings.push(reading));
            for reading in &readings {
                self.walk(dictionary, tokens, at, *reading);
            }
            let mut kinds = Kinds::default();
            let begins = *self.index.last().unwrap_or(&0) as usize;
            self.hits[begins..].iter().for_each(|hit| kinds.add(hit.kinds));
            self.kinds.push(kinds);
        }
        self.index.push(self.hits.len() as u32);
    }

    fn walk(&mut self, dictionary: &Dictionary, tokens: &Tokens, at: usize, reading: Reading) {
        let Some(mut node) = dictionary.start(reading.word) else { return };
        let mut end = at + 1;
        loop {
            let kinds = dictionary.kinds(node);
            if !kinds.is_empty() {
                let (clitics, skip) = (reading.clitics, reading.skip);
                self.hits.push(Hit { start: at as u32, end: end as u32, clitics, skip, node, kinds });
            }
            let Some(token) = tokens.tokens.get(end).filter(|token| token.gap.is_weak()) else { return };
            debug_assert!(token.start <= token.end);
            if let Some(next) = self.words[end].and_then(|word| dictionary.step(node, word)) {
                node = next;
                end += 1;
                continue;
            }
            // "Antony J. Blinken" is Antony Blinken.
            let initial = tokens.form(token).len() == 1 && token.capital;
            let behind = tokens.tokens.get(end + 1).filter(|behind| initial && behind.gap == Gap::Dot);
            let next = behind.and_then(|_| self.words[end + 1]).and_then(|word| dictionary.step(node, word));
            let Some(next) = next else { return };
            node = next;
            end += 2;
        }
    }

    /// Returns the forms that begin at a token, those as the token stands before those behind proclitics.
    #[must_use]
    #[inline]
    pub fn at(&self, token: usize) -> &[Hit] {
        &self.hits[self.index[token] as usize..self.index[token + 1] as usize]
    }

    /// Returns the kinds of the forms that begin at a token.
    #[must_use]
    #[inline]
    pub fn kinds(&self, token: usize) -> Kinds {
        self.kinds[token]
    }

    /// Returns the known word that a token is as it stands.
    #[must_use]
    #[inline]
    pub fn word(&self, token: usize) -> Option<WordId> {
        self.words[token]
    }
}
