//! "urged the group to", "the Palestinian militant group said": an armed group named before, by the word for what it is.

use smallvec::smallvec;

use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gender, Number};
use crate::lexicon::{Class, WordList};
use crate::text::Clitics;

/// Behind these the group is one that the text goes on to describe or to name.
const DESCRIBED: [&[u8]; 7] = [b"of", b"that", b"who", b"whose", b"called", b"named", b"known"];

/// How many words may say what kind of group it is: "the Palestinian militant group".
const WORDS: usize = 3;

impl Reader<'_> {
    /// "the group", "the militant group": the group, where the word for it stands at a token.
    pub(super) fn group_again(&self, at: usize) -> Option<Phrase> {
        if self.lang != Lang::En || at == self.range.0 || !self.is_head_of_group(at) {
            return None;
        }
        let before = (self.range.0..at).rev().take(WORDS);
        let kind = |&token: &usize| self.joined(token + 1) && self.is_kind_of_group(token);
        let first = at - before.take_while(kind).count();
        self.is_behind_the(first)
            .then(|| self.armed_group_before(None))
            .flatten()
            .map(|body| self.group_phrase(at, at + 1, body))
    }

    /// "the Palestinian militant group": the group of a country behind its adjective, which ends at `end`.
    pub(super) fn group_of_country(&self, at: usize, end: usize, country: EntityId) -> Option<Phrase> {
        if self.lang != Lang::En || !self.is_behind_the(at) {
            return None;
        }
        let kinds = (end..self.range.1).take(WORDS - 1).take_while(|&token| self.is_kind_of_group(token)).count();
        let head = end + kinds;
        let joined = (end..=head).all(|token| self.joined(token));
        let found = || self.armed_group_before(Some(country)).map(|body| self.group_phrase(at, head + 1, body));
        (joined && self.is_head_of_group(head)).then(found).flatten()
    }

    fn is_behind_the(&self, at: usize) -> bool {
        at > self.range.0 && self.joined(at) && self.form(at - 1) == b"the"
    }

    fn is_head_of_group(&self, at: usize) -> bool {
        let next = at + 1;
        at < self.range.1
            && self.knowledge.lexicon.lists(WordList::Groups, self.form(at))
            && !self.tokens.tokens[at].capital
            && !(self.joined(next) && (self.tokens.tokens[next].capital || DESCRIBED.contains(&self.form(next))))
    }

    /// "militant", "Shiite", "armed"
    fn is_kind_of_group(&self, at: usize) -> bool {
        at < self.range.1
            && self.class(at, Kinds::CLASS, |class| matches!(class, Class::Militant | Class::Faction)).is_some()
    }

    /// The armed group that the text has named last, where no other body that may be meant stands near it; of a country where one is told.
    fn armed_group_before(&self, country: Option<EntityId>) -> Option<Referent> {
        const NEAR: usize = 24;
        let gazetteer = &self.knowledge.gazetteer;
        let mut found = None;
        for mention in self.mentions.iter().rev().take(NEAR) {
            let armed = match mention.referent {
                Referent::Known(key) => {
                    let entity = gazetteer.get(key);
                    let fits = country.is_none() || entity.country == country;
                    match entity.subkind {
                        "armed_group" => fits,
                        "party" | "company" | "ngo" | "coalition" | "movement" if country.is_none() => return None,
                        _ => false,
                    }
                }
                Referent::New(place) => {
                    let body = self.people.get(place as usize).is_none_or(|new| new.kind == EntityKind::Organisation);
                    if body && found.is_none() {
                        return None;
                    }
                    false
                }
            };
            if armed && found.is_some_and(|other| other != mention.referent) {
                return None;
            }
            if armed {
                found = Some(mention.referent);
            }
        }
        found
    }

    fn group_phrase(&self, start: usize, end: usize, body: Referent) -> Phrase {
        Phrase {
            start,
            end,
            clitics: Clitics::NONE,
            referents: smallvec![body],
            span: self.span(start, 0, end),
            kind: PhraseKind::Body,
            named: false,
            // As with other bodies named before, of which only the kind stands here.
            gender: Some(Gender::Feminine),
            number: Number::Singular,
            office: None,
            of: None,
        }
    }
}
