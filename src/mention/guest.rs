//! Who is received or receives, and is not named with it: أبلغ ضيفه, شكر مضيفه الفرنسي.

use super::phrase::{Phrase, PhraseKind, Referents};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, WordList};
use crate::text::{Clitics, Gap};

impl Reader<'_> {
    /// A guest or host without a name, with the adjective of his country: of the two whom the text speaks of he is the other one.
    ///
    /// مضيفة أن ("adding that") and ضيفة (a woman who is a guest) are folded to the same letters.
    pub(super) fn guest(&mut self, at: usize) -> Option<Phrase> {
        let (mut end, clitics) = self.class(at, Kinds::COUNTERPART, |class| class == Class::Guest)?;
        let word = self.tokens.tokens[end - 1].span;
        let adds = self.class(end, Kinds::CLAUSE, |class| class == Class::Complement).is_some();
        if self.text[word.start..word.end].ends_with('ة') || adds {
            return None;
        }
        let skip = self.scan.at(at).iter().find(|hit| hit.end as usize == end && hit.clitics == clitics)?.skip;
        let span = self.span(at, skip, end);
        let adjective = self.demonym(end).filter(|(_, clitics, ..)| self.joined(end) && *clitics == Clitics::NONE);
        let of = adjective.map(|(.., country, _)| country);
        if let Some((behind, _, skip, country, _)) = adjective {
            self.found_demonym(end, skip, behind, country);
            end = behind;
        }
        Some(Phrase {
            start: at,
            end,
            clitics,
            referents: Referents::default(),
            span,
            kind: PhraseKind::Counterpart,
            named: false,
            gender: Some(Gender::Masculine),
            number: Number::Singular,
            office: None,
            of,
        })
    }

    /// "briefed his guest", "told his Turkish host": the same in English, where no name or title stands behind the word.
    pub(super) fn guest_in_english(&mut self, at: usize) -> Option<Phrase> {
        let guest = |at: usize| self.joined(at) && self.knowledge.lexicon.lists(WordList::Guests, self.form(at));
        if self.lang != Lang::En || !matches!(self.form(at), b"his" | b"her") || !self.joined(at + 1) {
            return None;
        }
        let adjective = if guest(at + 1) { None } else { self.demonym(at + 1) };
        let noun = adjective.map_or(at + 1, |(end, ..)| end);
        let capital = |at: usize| at < self.range.1 && self.tokens.tokens[at].capital;
        let parted = || noun + 1 < self.range.1 && self.tokens.tokens[noun + 1].gap == Gap::Punct(b',');
        let named =
            || parted() && (capital(noun + 1) || self.title_at(noun + 1).is_some() || self.form(noun + 1) == b"the");
        if !guest(noun) || self.qualifies_next(noun) || named() {
            return None;
        }
        let of = adjective.map(|(.., country, _)| country);
        if let Some((end, _, skip, country, _)) = adjective {
            self.found_demonym(at + 1, skip, end, country);
        }
        Some(Phrase {
            start: at,
            end: noun + 1,
            clitics: Clitics::NONE,
            referents: Referents::default(),
            span: self.span(at, 0, noun + 1),
            kind: PhraseKind::Counterpart,
            named: false,
            gender: Some(Gender::Masculine),
            number: Number::Singular,
            office: None,
            of,
        })
    }
}
