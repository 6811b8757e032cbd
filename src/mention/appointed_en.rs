//! English: whom the text says to get an office that stands behind him. "was sworn in as prime minister of Egypt", "named Tarawneh prime minister",
//! "appointed Ensour to replace Tarawneh as prime minister", "Shoigu replaced Serdyukov as defence minister".

use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::lexicon::WordList;
use crate::text::Span;

/// Somebody named in the sentence: his place among the tokens, and who he is.
#[derive(Clone, Copy)]
struct Named {
    start: usize,
    end: usize,
    person: Referent,
    span: Span,
}

impl Reader<'_> {
    /// Records the office of a title without a name of whom the words before it say that he gets it.
    pub(super) fn note_appointed(&mut self, run: &TitleRun) {
        let behind = self.lang == Lang::En && run.office.is_some() && !run.former && run.start > self.range.0;
        // "became the first leader to visit"
        if !behind || run.end < self.range.1 && self.form(run.end) == b"to" && self.form(run.start - 1) == b"first" {
            return;
        }
        let Some(found) = self.appointed(run.start) else { return };
        let giver = run.of.map(Referent::Known).or(run.body);
        self.give_office(found.person, run.office, giver, false, found.span);
    }

    /// Who gets the office whose title begins at a token.
    fn appointed(&self, title: usize) -> Option<Named> {
        const WORDS: usize = 5;
        let opens = |&at: &usize| {
            matches!(self.form(at), b"the" | b"a" | b"an" | b"its" | b"their" | b"his" | b"her")
                || self.is_word_of(at, WordList::Interim)
        };
        let words = (self.range.0..title).rev().take(WORDS).take_while(opens).count();
        let first = title - words;
        let last = first.checked_sub(1).filter(|&at| at >= self.range.0 && self.joined(first))?;
        match self.form(last) {
            b"as" => self.named_as(last),
            // "became prime minister"
            b"became" | b"becomes" => self.subject_of(last),
            // "named Tarawneh prime minister", "elected Berri its speaker"
            _ => {
                let named = self.person_ending_at(first)?;
                self.is_appointed_before(named.start).then_some(named)
            }
        }
    }

    /// Who gets the office behind "as" at a token.
    fn named_as(&self, at: usize) -> Option<Named> {
        const WORDS: usize = 4;
        if let Some(last) = self.person_ending_at(at) {
            let before = self.word_before_titles(last.start)?;
            // "replaced Tarawneh as", "to succeed Tarawneh as"
            return match self.form(before) {
                // "was replaced by Shoigu as"
                b"replaced" | b"succeeded" if self.form(before + 1) == b"by" => Some(last),
                b"replaced" | b"succeeded" | b"replaces" | b"succeeds" => self.subject_of(before),
                b"replace" | b"succeed" | b"replacing" | b"succeeding" => self.appointed_instead(before),
                _ if self.is_appointed_before(last.start) => Some(last),
                _ => None,
            };
        }
        // "sworn in on Thursday as", "took office as"
        let verb = (self.range.0..at).rev().take(WORDS).find(|&i| self.is_word_of(i, WordList::Appoints))?;
        self.subject_of(verb)
    }

    /// "appointed Ensour to replace Tarawneh", "Ensour was named to succeed him": who is appointed instead of whom a verb at a token names.
    fn appointed_instead(&self, verb: usize) -> Option<Named> {
        let to = verb.checked_sub(1).filter(|&to| to > self.range.0 && self.form(to) == b"to")?;
        if let Some(named) = self.person_ending_at(to) {
            return self.is_appointed_before(named.start).then_some(named);
        }
        let appointed = to.checked_sub(1).filter(|&at| self.is_word_of(at, WordList::Appoints))?;
        self.subject_of(appointed)
    }

    /// Whether a word of appointing stands before a name, titles passed over.
    fn is_appointed_before(&self, start: usize) -> bool {
        let verb = self.word_before_titles(start);
        verb.is_some_and(|verb| self.is_word_of(verb, WordList::Appoints) && !self.is_put_off(verb))
    }

    /// The nearest word before a name that is not part of its titles: "appointed former general [Ahmed Shafiq]".
    fn word_before_titles(&self, start: usize) -> Option<usize> {
        const WORDS: usize = 6;
        let verb = |&at: &usize| self.is_word_of(at, WordList::Appoints) || self.is_word_of(at, WordList::Replaces);
        let open = |&at: &usize| at + 1 >= start || self.joined(at + 1);
        (self.range.0..start).rev().take(WORDS).take_while(open).find(verb)
    }

    /// Who stands right before a verb at a token, its auxiliaries passed over.
    fn subject_of(&self, verb: usize) -> Option<Named> {
        const WORDS: usize = 4;
        if self.is_put_off(verb) {
            return None;
        }
        let helps = |&at: &usize| {
            self.is_word_of(at, WordList::Copulas)
                || matches!(
                    self.form(at),
                    b"who"
                        | b"has"
                        | b"had"
                        | b"been"
                        | b"being"
                        | b"formally"
                        | b"officially"
                        | b"later"
                        | b"also"
                        | b"then"
                )
        };
        let words = (self.range.0..verb).rev().take(WORDS).take_while(helps).count();
        self.person_ending_at(verb - words)
    }

    /// "will be sworn in", "refused to be named", "was not appointed": whether what a verb at a token tells has not been.
    fn is_put_off(&self, verb: usize) -> bool {
        const WORDS: usize = 4;
        let off = |at: usize| {
            matches!(
                self.form(at),
                b"will"
                    | b"would"
                    | b"to"
                    | b"not"
                    | b"never"
                    | b"could"
                    | b"may"
                    | b"might"
                    | b"should"
                    | b"if"
                    | b"can"
            )
        };
        (self.range.0..verb).rev().take(WORDS).take_while(|&at| self.joined(at + 1)).any(off)
    }

    /// The person whose name ends right before a token, or before the comma there.
    fn person_ending_at(&self, end: usize) -> Option<Named> {
        const LAST: usize = 8;
        let last = self.tokens.tokens.get(end.checked_sub(1)?)?.span.end;
        let found = self.mentions.iter().rev().take(LAST).find(|found| found.span.end == last)?;
        let start = (self.range.0..end).rev().find(|&at| self.tokens.tokens[at].span.start <= found.span.start)?;
        let named = Named { start, end, person: found.referent, span: found.span };
        (self.is_person(found.referent) && named.start < named.end).then_some(named)
    }

    fn is_word_of(&self, at: usize, list: WordList) -> bool {
        self.knowledge.lexicon.lists(list, self.form(at))
    }
}
