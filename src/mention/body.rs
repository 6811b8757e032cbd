//! English names of bodies that nobody listed: "Federal Highway Administration", "Department of Transportation".

use super::mechanism::Mechanism;
use super::name::{Context, Named};
use super::people::NewEntity;
use super::phrase::Referent;
use super::reader::Reader;
use super::spoken::List;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::{Clitics, Gap};

use super::kind::MentionType;

/// A name longer than this before its head is most often a headline.
const MOST_WORDS: usize = 4;

impl Reader<'_> {
    /// Returns the body nobody listed whose name begins at a token, and adds it to those the document introduces.
    #[inline(always)]
    pub(super) fn unlisted_body(&mut self, at: usize) -> Option<Named> {
        let may = self.lang == Lang::En || self.may_open_body(at);
        if may && !self.without.lacks(Mechanism::NewNames) { self.body_opened_at(at) } else { None }
    }

    /// The same, where one may begin.
    #[inline(never)]
    fn body_opened_at(&mut self, at: usize) -> Option<Named> {
        if self.lang == Lang::Ar {
            return self.arabic_body(at);
        }
        if !self.tokens.tokens[at].capital || self.is_headline() {
            return None;
        }
        let head = self.body_head(at)?;
        let end = self.body_tail(head);
        if head == at && end == head + 1 {
            return None;
        }
        let referent = self.introduce_body(at, end);
        Some(Named::new(end, Clitics::NONE, 0, referent, MentionType::Name))
    }

    /// Returns whether the sentence prints nearly every word with a capital, so that capitals say nothing.
    pub(super) fn is_headline(&self) -> bool {
        let plain = |at: &usize| {
            let token = &self.tokens.tokens[*at];
            !token.capital && token.span.end - token.span.start > 4
        };
        (self.range.0..self.range.1).filter(plain).nth(1).is_none()
    }

    /// The noun that says what kind of body it is, behind none or a few words with capitals.
    pub(super) fn body_head(&self, at: usize) -> Option<usize> {
        for next in at..self.range.1.min(at + MOST_WORDS + 1) {
            if next > at && !self.joined(next) || !self.tokens.tokens[next].capital {
                return None;
            }
            if self.is_body_noun(next) && !(self.joined(next + 1) && self.is_body_noun(next + 1)) {
                return Some(next);
            }
            if !self.is_name_part(next) || next > at && self.name(next, Context::default()).is_some() {
                return None;
            }
        }
        None
    }

    /// "of the Assistant Secretary of the Army for Civil Works".
    fn body_tail(&self, head: usize) -> usize {
        let mut end = head + 1;
        let mut chained = false;
        loop {
            let mut next = end;
            let mut linked = false;
            while self.joined(next) && matches!(self.form(next), b"of" | b"for" | b"the" | b"and") {
                linked = true;
                // "and" joins words of one name, never two names.
                if self.form(next) == b"and" && (end == head + 1 || self.is_another(next + 1)) {
                    return end;
                }
                next += 1;
            }
            let first = end == head + 1;
            let capital = self.joined(next) && self.tokens.tokens[next].capital && self.form(next) != b"s";
            if !capital {
                // A text may end in "of the".
                return end;
            }
            let title = if linked { self.title_at(next).map(|(title_end, ..)| title_end) } else { None };
            let part = title.is_some() || chained && self.title_at(next).is_some() || self.is_name_part(next);
            if first && !linked || !part || !linked && !chained && self.is_listed(next) {
                return end;
            }
            chained = linked;
            end = title.unwrap_or(next + 1);
        }
    }

    /// Returns whether something else begins at a token: a body, a person or a title with a name.
    fn is_another(&self, at: usize) -> bool {
        self.body_head(at).is_some() || self.is_listed(at)
    }

    fn is_listed(&self, at: usize) -> bool {
        self.name(at, Context::default()).is_some() || self.title_at(at).is_some()
    }

    fn is_body_noun(&self, at: usize) -> bool {
        at < self.range.1
            && self.tokens.tokens[at].capital
            && self.class(at, Kinds::BODY, |class| class == Class::Body).is_some_and(|(end, _)| end == at + 1)
    }

    fn is_name_part(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let other = |class: Class| {
            !class.is_noted()
                && !matches!(
                    class,
                    Class::FirstName
                        | Class::Particle
                        | Class::Body
                        | Class::Bodies
                        | Class::Section
                        | Class::Institution { .. }
                        | Class::Agent
                        | Class::Stop
                        | Class::NamedAfter
                        | Class::SideHead
                        | Class::TitleAdjective { former: false }
                )
        };
        !matches!(self.form(at), b"the" | b"an")
            && self.form(at).iter().all(u8::is_ascii_lowercase)
            && token.span.end - token.span.start > 1
            && token.gap != Gap::Joined
            && self.class(at, Kinds::WORD, other).is_none_or(|(end, _)| end > at + 1)
            && self.title_at(at).is_none()
    }

    pub(super) fn form(&self, at: usize) -> &[u8] {
        self.tokens.form(&self.tokens.tokens[at])
    }

    fn introduce_body(&mut self, start: usize, end: usize) -> Referent {
        self.introduce_body_behind(start, 0, end)
    }

    pub(super) fn introduce_body_behind(&mut self, start: usize, skip: u32, end: usize) -> Referent {
        let words = self.name_words(start, skip, end);
        if let Some(index) = self.place_of(&words, List::New) {
            return Referent::New(index as u32);
        }
        let name = self.span(start, skip, end).of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        self.note_spoken(&words, List::New, self.people.len());
        self.people.push(NewEntity { kind: EntityKind::Organisation, name, words, office: None, country: None });
        Referent::New(self.people.len() as u32 - 1)
    }
}
