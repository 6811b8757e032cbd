//! Finds every form of the dictionary in a text: the first step from tokens to mentions.

use super::familiar::{Familiar, Known, Marks, Start};
use super::spoken::Signs;
use crate::dictionary::{Ahead, Dictionary, Kinds};
use crate::text::{Clitics, Gap, Token, Tokens, WordId};

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
    words: Vec<Known>,
    /// For each token, by what it is sought among the names that the document has given.
    signs: Vec<Signs>,
    /// For each token, the kinds of the forms that begin there.
    kinds: Vec<Kinds>,
    /// Where the readings of the tokens begin in the dictionary, and for each token the end of its own.
    starts: Vec<Start>,
    ends: Vec<u32>,
    familiar: Familiar,
    ahead: Ahead,
}

impl Scan {
    /// Finds the forms of `dictionary` in `tokens`, replacing what the buffers held.
    pub fn read(&mut self, dictionary: &Dictionary, tokens: &Tokens) {
        self.hits.clear();
        self.index.clear();
        self.words.clear();
        self.signs.clear();
        self.kinds.clear();
        self.starts.clear();
        self.ends.clear();
        self.familiar.turn_to(dictionary);
        self.familiar.read(dictionary, tokens, (&mut self.words, &mut self.starts, &mut self.ends));
        self.signs.extend(tokens.tokens.iter().map(|token| Signs::of(tokens.form(token))));
        self.look_ahead(dictionary);
        let mut next = 0;
        for at in 0..tokens.len() {
            let begins = self.hits.len();
            self.index.push(begins as u32);
            let end = self.ends[at] as usize;
            while next < end {
                self.walk(dictionary, tokens, at, self.starts[next]);
                next += 1;
            }
            let mut kinds = Kinds::default();
            self.hits[begins..].iter().for_each(|hit| kinds.add(hit.kinds));
            self.kinds.push(kinds);
        }
        self.index.push(self.hits.len() as u32);
        let told = self.hits.iter().filter(|hit| hit.kinds.has(Kinds::UNIT));
        self.ahead.meanings(dictionary, told.map(|hit| hit.node));
    }

    /// Looks at the edges by which forms may go on from the first word to the second, before any is walked.
    fn look_ahead(&self, dictionary: &Dictionary) {
        let mut next = 0;
        let edges = self.ends.iter().zip(self.words.iter().skip(1)).flat_map(|(&end, behind)| {
            let starts = &self.starts[std::mem::replace(&mut next, end as usize)..end as usize];
            let word = behind.word_behind();
            starts.iter().filter(|start| start.gist.leads_on()).filter_map(move |start| Some((start.node, word?)))
        });
        Ahead::edges(dictionary, edges);
    }

    fn walk(&mut self, dictionary: &Dictionary, tokens: &Tokens, at: usize, start: Start) {
        let (mut node, mut gist) = (start.node, start.gist);
        let mut end = at + 1;
        let mut quoted = false;
        loop {
            let kinds = gist.kinds();
            let closes = || tokens.tokens.get(end).is_none_or(|next| !next.gap.is_weak());
            if !kinds.is_empty() && (!quoted || kinds.has(Kinds::NAME) && closes()) {
                let (clitics, skip) = (start.clitics, u32::from(start.skip));
                self.hits.push(Hit { start: at as u32, end: end as u32, clitics, skip, node, kinds });
            }
            if !gist.leads_on() {
                return;
            }
            let Some(token) = tokens.tokens.get(end) else { return };
            // "the Kurdistan Workers' Party": the apostrophe of several owners within a name.
            let owned = || token.gap == Gap::Punct(b'\'') && !token.quote && tokens.tokens[end - 1].owner;
            // حركة «أمل»: the name of a body whose kind stands before the quotation mark; رئيس كتلة «المستقبل» النيابية: a title has its own.
            let quote = || end == at + 1 && token.quote && token.gap == Gap::Punct(b'"') && is_arabic(tokens, at);
            let opens = || quote() && !self.ends_title(at);
            if !token.gap.is_weak() && !owned() {
                if !opens() {
                    return;
                }
                quoted = true;
            }
            debug_assert!(token.start <= token.end);
            let step = |word: Option<WordId>| word.and_then(|word| dictionary.step_on(node, word));
            if let Some(next) = step(self.words[end].word_behind()) {
                (node, gist) = (next, dictionary.gist(next));
                end += 1;
                continue;
            }
            // "Antony J. Blinken" is Antony Blinken, but "E S. U" no E.U.
            let letter = |token: &Token| tokens.form(token).len() == 1;
            let initial = letter(token) && token.capital && !letter(&tokens.tokens[end - 1]);
            let behind = tokens.tokens.get(end + 1).filter(|next| initial && next.gap == Gap::Dot && !letter(next));
            let word = behind.and_then(|_| self.words[end + 1].word_behind());
            let Some(next) = step(word) else { return };
            (node, gist) = (next, dictionary.gist(next));
            end += 2;
        }
    }

    /// Whether a title ends right before a token.
    fn ends_title(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let title = |hit: &Hit| hit.end as usize == at && hit.kinds.has(Kinds::TITLE);
        (at.saturating_sub(LONGEST)..at).any(|start| self.at(start).iter().any(title))
    }

    /// Returns all forms, by their tokens.
    #[must_use]
    pub(super) fn all(&self) -> &[Hit] {
        &self.hits
    }

    /// Returns the forms that begin at a token, those as the token stands before those behind proclitics.
    #[must_use]
    #[inline]
    pub fn at(&self, token: usize) -> &[Hit] {
        &self.hits[self.index[token] as usize..self.index[token + 1] as usize]
    }

    /// Returns whether there is such a token.
    #[must_use]
    pub fn holds(&self, token: usize) -> bool {
        token < self.kinds.len()
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
        self.words[token].word
    }

    /// Returns what of a token lets a phrase begin that the dictionary has under no kind.
    #[must_use]
    #[inline]
    pub(super) fn marks(&self, token: usize) -> Marks {
        self.words[token].marks
    }

    /// Returns by what a token is sought among the names that the document has given.
    #[must_use]
    #[inline]
    pub(super) fn signs(&self, token: usize) -> Signs {
        self.signs[token]
    }

    /// Returns the kinds of what stands behind the article of a token, as a word.
    #[must_use]
    #[inline]
    pub(super) fn behind_article(&self, token: usize) -> Kinds {
        self.words[token].behind_article
    }
}

/// Whether a token begins with an Arabic letter.
fn is_arabic(tokens: &Tokens, at: usize) -> bool {
    tokens.form(&tokens.tokens[at]).first().is_some_and(|&code| code >= 0x80)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::lexicon::Lexicon;

    #[test]
    fn an_initial_is_passed_over_in_a_name_and_not_between_the_letters_of_another() {
        let gazetteer = Gazetteer::embedded().unwrap_or_else(|error| panic!("{error}"));
        let lexicon = Lexicon::embedded().unwrap_or_else(|error| panic!("{error}"));
        let dictionary = Dictionary::new(&gazetteer, &lexicon);
        let mut scan = Scan::default();
        let mut is_name = |text: &str| {
            let mut tokens = Tokens::default();
            tokens.read(text);
            scan.read(&dictionary, &tokens);
            scan.at(0).iter().any(|hit| hit.end as usize == tokens.len() && hit.kinds.has(Kinds::NAME))
        };
        for (text, named) in
            [("Antony J. Blinken", true), ("E.U.", true), ("E S.U.", false), ("Antony J. X. Blinken", false)]
        {
            assert_eq!(is_name(text), named, "{text}");
        }
    }
}
