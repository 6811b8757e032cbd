//! "His Majesty also met", "told Her Highness": English words of honour that stand for somebody named before, by an office that is
//! called so.

use smallvec::smallvec;

use super::phrase::{Found, Phrase, PhraseKind, Referent};
use super::reader::Reader;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::WordList;
use crate::text::Gap;
use crate::text::fold::{ALEF, JEEM, LAM, MEEM, SEEN, TEH, WAW};

/// What a king or queen is called, as offices have it: جلالت, before a pronoun.
const MAJESTY: &[u8] = &[JEEM, LAM, ALEF, LAM, TEH];

/// What a prince or an emir is called: سمو.
const HIGHNESS: &[u8] = &[SEEN, MEEM, WAW];

impl Reader<'_> {
    /// "His Majesty", "Her Royal Highness" without a title or name behind it: whom the text has named last who is called so.
    pub(super) fn majesty(&self, at: usize) -> Option<Phrase> {
        let gender = match self.form(at) {
            b"his" => Gender::Masculine,
            b"her" => Gender::Feminine,
            _ => return None,
        };
        if self.lang != Lang::En || !self.joined(at + 1) || !self.tokens.tokens[at + 1].capital {
            return None;
        }
        let word = at + 1 + usize::from(self.form(at + 1) == b"royal" && self.joined(at + 2));
        let courtesy = match self.form(word) {
            b"majesty" => MAJESTY,
            b"highness" => HIGHNESS,
            _ => return None,
        };
        let end = word + 1;
        if self.is_before_holder(end) {
            return None;
        }
        let mut entitled = self.entitled(courtesy)?;
        let person = self.honoured_so(self.form(word), &entitled).or_else(|| entitled.pop())?;
        Some(Phrase {
            start: at,
            end,
            clitics: crate::text::Clitics::NONE,
            referents: smallvec![person],
            span: self.span(at, 0, end),
            kind: PhraseKind::Person,
            named: false,
            gender: Some(gender),
            number: Number::Singular,
            office: None,
            of: None,
        })
    }

    /// "received on Monday His Highness the Prime Minister Sheikh Jaber": who holds the office behind such words and an article.
    pub(super) fn honoured_holder(&mut self, at: usize) -> Option<Phrase> {
        if self.lang != Lang::En || !matches!(self.form(at), b"his" | b"her") || !self.joined(at + 1) {
            return None;
        }
        let word = at + 1 + usize::from(self.form(at + 1) == b"royal" && self.joined(at + 2));
        let the = word + 1;
        let honoured =
            self.tokens.tokens[word].capital && self.knowledge.lexicon.lists(WordList::Honours, self.form(word));
        if !honoured || !self.joined(the) || !self.joined(the + 1) || self.form(the) != b"the" {
            return None;
        }
        let one = |holder: &Phrase| holder.kind == PhraseKind::Person && holder.referents.len() == 1;
        let holder = self.titled(the + 1).filter(one)?;
        Some(Phrase { start: at, ..holder })
    }

    /// "His Majesty King Abdullah met", where King Salman is named as well: whom of those who may be called so the text has called so last, right
    /// before his name.
    fn honoured_so(&self, word: &[u8], entitled: &[Referent]) -> Option<Referent> {
        const NEAR: usize = 64;
        const WORDS: usize = 3;
        let called = |found: &&Found| {
            let before = self.text.get(..found.span.start).unwrap_or_default();
            let honour = |part: &str| part.as_bytes().eq_ignore_ascii_case(word);
            entitled.contains(&found.referent) && before.split_whitespace().rev().take(WORDS).any(honour)
        };
        self.mentions.iter().rev().take(NEAR).find(called).map(|found| found.referent)
    }

    /// "His Majesty King Abdullah", "His Highness the Amir": whether whom the words honour stands right behind them.
    fn is_before_holder(&self, at: usize) -> bool {
        let follows = self.joined(at) || at < self.range.1 && self.tokens.tokens[at].gap == Gap::Punct(b',');
        let next = || &self.tokens.tokens[at];
        // "Her Majesty's Theatre" is not hers.
        let own = || self.form(at) == b"s" && next().gap == Gap::Joined;
        if follows && own() {
            return self.joined(at + 1) && self.tokens.tokens[at + 1].capital;
        }
        follows && (next().capital || self.form(at) == b"the" || self.title_at(at).is_some())
    }
}
