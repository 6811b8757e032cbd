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

    /// Whether a word for those who fight stands at a token, behind "the".
    #[inline]
    pub(super) fn names_fighters(&self, at: usize) -> bool {
        self.scan.kinds(at).has(Kinds::CLASS)
            && self.is_behind_the(at)
            && self.knowledge.lexicon.lists(WordList::Fighters, self.form(at))
    }

    /// "The rebels said", where the text has spoken of "Houthi rebels": those whom the text named last with that word behind the name, at a token.
    pub(super) fn fighters_again(&self, at: usize) -> Option<Phrase> {
        const NEAR: usize = 64;
        if self.lang != Lang::En || !self.names_fighters(at) || !self.is_unqualified(at) {
            return None;
        }
        let word = self.span(at, 0, at + 1).of(self.text);
        let mut called = None;
        for mention in self.mentions.iter().rev().take(NEAR) {
            let behind = self.text[mention.span.end..].strip_prefix(' ').unwrap_or_default();
            if !behind.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word)) {
                continue;
            }
            let Referent::Known(key) = mention.referent else { return None };
            let group = self.knowledge.gazetteer.get(key).subkind == "armed_group";
            // "Syrian rebels": others are called so.
            if !group || called.is_some_and(|other| other != mention.referent) {
                return None;
            }
            called = Some(mention.referent);
        }
        called.map(|body| Phrase { number: Number::Plural, gender: None, ..self.group_phrase(at, at + 1, body) })
    }

    fn is_behind_the(&self, at: usize) -> bool {
        at > self.range.0 && self.joined(at) && self.form(at - 1) == b"the"
    }

    fn is_head_of_group(&self, at: usize) -> bool {
        at < self.range.1 && self.knowledge.lexicon.lists(WordList::Groups, self.form(at)) && self.is_unqualified(at)
    }

    /// Whether a small word at a token has nothing behind it that says which one is meant.
    fn is_unqualified(&self, at: usize) -> bool {
        let next = at + 1;
        !self.tokens.tokens[at].capital
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
