//! One table of every known form: names, demonyms, titles and the words of the lexicon.
//!
//! Forms are sequences of words; they live in a trie over word ids, so that one walk from the start of a token
//! finds everything that begins there. The words themselves are interned: a token that is no known word, with or
//! without proclitics, costs a look-up and no more.

use std::collections::HashMap;

use super::variant::Variants;
use crate::document::Lang;
use crate::gazetteer::{AliasKind, Demonym, EntityId, EntityKind, Gazetteer, Gender, Number};
use crate::lexicon::{Class, Item, Lexicon, Whose};
use crate::text::{Reading, Tokens, Vocabulary, WordId, normal_form, words};

/// What a form of the dictionary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payload {
    /// A name: the place of the alias in the gazetteer.
    Alias(u32),
    /// The name of a national body without its nationality (وزارة الدفاع): the place of the alias in the gazetteer.
    Bare(u32),
    /// A demonym: its place in the gazetteer.
    Demonym(u32),
    /// A title: its place in the gazetteer.
    Title(u32),
    /// A form of the lexicon: its place among the entries.
    Lexicon(u32),
}

/// What kinds of payload a form has, as bits: whoever looks for one kind passes over a token that has none of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Names.
    pub const NAME: Kinds = Kinds(1);
    /// Demonyms.
    pub const DEMONYM: Kinds = Kinds(2);
    /// Titles.
    pub const TITLE: Kinds = Kinds(4);
    /// Words of the lexicon that make a phrase by themselves: نظيره, القوات, الجانبان, هو.
    pub const PHRASE: Kinds = Kinds(8);
    /// Nouns of what is named after people.
    pub const NAMED_AFTER: Kinds = Kinds(16);
    /// Words of the closed classes, first names and everyday words left out.
    pub const CLASS: Kinds = Kinds(32);

    /// Returns whether any of `other` is among them.
    #[must_use]
    pub fn has(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns both together.
    #[must_use]
    pub const fn with(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Adds those of `other`.
    pub fn add(&mut self, other: Kinds) {
        self.0 |= other.0;
    }

    fn of(payload: Payload, lexicon: &Lexicon) -> Kinds {
        match payload {
            Payload::Alias(_) | Payload::Bare(_) => Kinds::NAME,
            Payload::Demonym(_) => Kinds::DEMONYM,
            Payload::Title(_) => Kinds::TITLE,
            Payload::Lexicon(index) => match lexicon.entries()[index as usize].item {
                Item::Class(Class::Counterpart | Class::Agent | Class::Both(_) | Class::Pronoun(_)) => {
                    Kinds::PHRASE.with(Kinds::CLASS)
                }
                Item::Class(Class::NamedAfter) => Kinds::NAMED_AFTER.with(Kinds::CLASS),
                Item::Class(Class::FirstName | Class::Everyday) | Item::Form(_) => Kinds::default(),
                Item::Class(_) => Kinds::CLASS,
            },
        }
    }
}

/// The forms of a gazetteer and a lexicon, ready to be found in text.
#[derive(Debug)]
pub struct Dictionary {
    vocabulary: Vocabulary,
    /// For each word, the trie node it leads to from the root; 0 is none.
    first: Vec<u32>,
    next: HashMap<(u32, u32), u32, foldhash::fast::FixedState>,
    /// For each node, the range of its payloads.
    ranges: Vec<(u32, u32)>,
    payloads: Vec<Payload>,
    /// For each node, the kinds of its payloads.
    kinds: Vec<Kinds>,
    /// For each word, whether it is part of a person's name, and whether it begins one.
    name_words: Vec<u8>,
    /// For names with words at the front that stay outside, how many of them.
    leads: HashMap<(u32, EntityId), u8>,
    variants: Variants,
}

const IN_NAME: u8 = 1;
const GIVEN: u8 = 2;

#[derive(Default)]
struct Builder {
    vocabulary: Vocabulary,
    next: HashMap<(u32, u32), u32, foldhash::fast::FixedState>,
    lists: Vec<Vec<Payload>>,
    name_words: Vec<u8>,
    tokens: Tokens,
}

impl Builder {
    fn add(&mut self, text: &str, payload: Payload) -> Vec<WordId> {
        self.tokens.read(text);
        let mut node = 0;
        let mut path = Vec::new();
        for token in &self.tokens.tokens {
            let word = self.vocabulary.intern(self.tokens.form(token));
            path.push(word);
            let lists = &mut self.lists;
            node = *self.next.entry((node, word.0)).or_insert_with(|| {
                lists.push(Vec::new());
                lists.len() as u32 - 1
            });
        }
        if node != 0 && !self.lists[node as usize].contains(&payload) {
            self.lists[node as usize].push(payload);
        }
        path
    }

    /// Adds وزارة الدفاع for وزارة الدفاع المصرية: a ministry or parliament that at home is named without its nationality.
    fn add_bare_bodies(&mut self, gazetteer: &Gazetteer) {
        let mut nationalities: HashMap<Vec<u8>, Vec<EntityId>> = HashMap::new();
        for demonym in gazetteer.demonyms().iter().filter(|demonym| demonym.lang == Lang::Ar) {
            nationalities.entry(normal_form(&demonym.text)).or_default().push(demonym.country);
        }
        for (index, alias) in gazetteer.aliases().iter().enumerate() {
            let entity = gazetteer.get(alias.entity);
            let national = matches!(&*entity.subkind, "ministry" | "parliament") && alias.lang == Lang::Ar;
            let Some(country) = entity.country.filter(|_| national) else { continue };
            let Some((name, last)) = alias.text.rsplit_once(' ') else { continue };
            let own = nationalities.get(&normal_form(last)).is_some_and(|countries| countries.contains(&country));
            // الخارجية alone is too little.
            if own && name.contains(' ') {
                self.add(name, Payload::Bare(index as u32));
            }
        }
    }

    /// Adds عراقيا for عراقي, where nothing else is called so: سوريا is the country.
    fn add_accusative(&mut self, demonym: &Demonym, index: u32) {
        let masculine = demonym.gender == Some(Gender::Masculine) && demonym.number == Number::Singular;
        let indefinite = demonym.text.ends_with('ي') && !demonym.text.starts_with("ال") && !demonym.text.contains(' ');
        if demonym.lang != Lang::Ar || !masculine || !indefinite {
            return;
        }
        let path = self.add(&format!("{}ا", demonym.text), Payload::Demonym(index));
        let node = path.iter().try_fold(0, |node, word| self.next.get(&(node, word.0)).copied());
        if let Some(list) = node.and_then(|node| self.lists.get_mut(node as usize))
            && list.iter().any(|payload| matches!(payload, Payload::Alias(_)))
        {
            list.retain(|payload| *payload != Payload::Demonym(index));
        }
    }

    fn mark(&mut self, word: WordId, bits: u8) {
        let index = word.0 as usize;
        if self.name_words.len() <= index {
            self.name_words.resize(index + 1, 0);
        }
        self.name_words[index] |= bits;
    }
}

impl Dictionary {
    /// Builds the dictionary of a gazetteer and a lexicon.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, lexicon: &Lexicon) -> Dictionary {
        let mut builder = Builder { lists: vec![Vec::new()], ..Builder::default() };
        let mut variants = Variants::default();
        for (index, alias) in gazetteer.aliases().iter().enumerate() {
            let path = builder.add(&alias.text, Payload::Alias(index as u32));
            let words: Vec<&[u8]> = builder.tokens.tokens.iter().map(|token| builder.tokens.form(token)).collect();
            variants.add(gazetteer, alias, &words);
            let person = gazetteer.get(alias.entity).kind == EntityKind::Person;
            if person
                && matches!(alias.kind, AliasKind::Name | AliasKind::Surname | AliasKind::First | AliasKind::Variant)
            {
                for &word in &path {
                    builder.mark(word, IN_NAME);
                }
                if path.len() > 1 {
                    builder.mark(path[0], GIVEN);
                }
            }
        }
        builder.add_bare_bodies(gazetteer);
        for (index, demonym) in gazetteer.demonyms().iter().enumerate() {
            builder.add(&demonym.text, Payload::Demonym(index as u32));
            builder.add_accusative(demonym, index as u32);
        }
        for (index, title) in gazetteer.titles().iter().enumerate() {
            builder.add(&title.text, Payload::Title(index as u32));
        }
        for (index, entry) in lexicon.entries().iter().enumerate() {
            if let Item::Class(Class::FirstName) = entry.item {
                let path = builder.add(&entry.text, Payload::Lexicon(index as u32));
                builder.mark(path[0], IN_NAME | GIVEN);
            } else {
                builder.add(&entry.text, Payload::Lexicon(index as u32));
            }
        }
        let mut dictionary = builder.freeze();
        let kinds = |&(start, end): &(u32, u32)| {
            let mut all = Kinds::default();
            dictionary.payloads[start as usize..end as usize]
                .iter()
                .for_each(|&payload| all.add(Kinds::of(payload, lexicon)));
            all
        };
        dictionary.kinds = dictionary.ranges.iter().map(kinds).collect();
        dictionary.leads = dictionary.find_leads(gazetteer, lexicon);
        variants.finish();
        dictionary.variants = variants;
        dictionary
    }

    /// مدينة رفح, إقليم دارفور: names that begin with what they are, of a place or where the rest is a name as well.
    fn find_leads(&self, gazetteer: &Gazetteer, lexicon: &Lexicon) -> HashMap<(u32, EntityId), u8> {
        let mut generic: HashMap<Vec<Vec<u8>>, Whose> = HashMap::new();
        let mut first: Vec<&str> = Vec::new();
        for entry in lexicon.entries() {
            if let Item::Class(Class::Generic(whose)) = entry.item {
                generic.insert(words(&entry.text), whose);
                first.extend(entry.text.split(' ').next());
            }
        }
        let mut leads = HashMap::new();
        for alias in gazetteer.aliases().iter().filter(|alias| alias.kind != AliasKind::Official) {
            // Most aliases are left out by their letters, before anything is computed.
            if !first.iter().any(|word| alias.text.starts_with(word)) {
                continue;
            }
            let name = words(&alias.text);
            let Some((head, &whose)) =
                (1..=2.min(name.len().saturating_sub(1))).rev().find_map(|n| generic.get_key_value(&name[..n]))
            else {
                continue;
            };
            let entity = gazetteer.get(alias.entity);
            let any = match whose {
                Whose::Named => false,
                Whose::Place => matches!(entity.kind, EntityKind::City | EntityKind::Region),
                Whose::Media => &*entity.subkind == "media",
            };
            let own = |payload: &Payload| matches!(*payload, Payload::Alias(index) if gazetteer.aliases()[index as usize].entity == alias.entity);
            let rest = self.node(&name[head.len()..]).is_some_and(|node| self.payloads(node).iter().any(own));
            if (rest || any)
                && let Some(node) = self.node(&name)
            {
                leads.insert((node, alias.entity), head.len() as u8);
            }
        }
        leads
    }

    /// Returns the trie node of a form.
    fn node(&self, name: &[Vec<u8>]) -> Option<u32> {
        let mut words = name.iter().map(|word| self.word(word));
        let first = self.start(words.next()??)?;
        words.try_fold(first, |node, word| self.step(node, word?))
    }

    /// Returns how many words at the front of a form only say what kind of thing the entity is.
    #[must_use]
    pub fn lead(&self, node: u32, entity: EntityId) -> usize {
        self.leads.get(&(node, entity)).map_or(0, |&lead| usize::from(lead))
    }

    /// Returns the people by the ends of their names.
    pub(super) fn variants(&self) -> &Variants {
        &self.variants
    }

    /// Returns the number of known words.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.vocabulary.len()
    }

    /// Calls `found` with the readings of a token behind proclitics.
    pub fn peeled(&self, token: &[u8], found: impl FnMut(Reading)) {
        self.vocabulary.peeled(token, found);
    }

    /// Returns the word of a token as it stands.
    #[must_use]
    pub fn word(&self, token: &[u8]) -> Option<WordId> {
        self.vocabulary.get(token)
    }

    /// Returns the trie node that `word` leads to from the root.
    #[must_use]
    pub fn start(&self, word: WordId) -> Option<u32> {
        Some(self.first[word.0 as usize]).filter(|&node| node != 0)
    }

    /// Returns the trie node that `word` leads to from `node`.
    #[must_use]
    pub fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.next.get(&(node, word.0)).copied()
    }

    /// Returns what the form that ends at `node` is; nothing where no form ends there.
    #[must_use]
    pub fn payloads(&self, node: u32) -> &[Payload] {
        let (start, end) = self.ranges[node as usize];
        &self.payloads[start as usize..end as usize]
    }

    /// Returns the kinds of what the form that ends at `node` is.
    #[must_use]
    pub fn kinds(&self, node: u32) -> Kinds {
        self.kinds[node as usize]
    }

    /// Returns whether `word` is part of a person's name.
    #[must_use]
    pub fn is_name_word(&self, word: WordId) -> bool {
        self.name_words[word.0 as usize] & IN_NAME != 0
    }

    /// Returns whether a person's name of several words begins with `word`.
    #[must_use]
    pub fn is_given_name(&self, word: WordId) -> bool {
        self.name_words[word.0 as usize] & GIVEN != 0
    }
}

impl Builder {
    fn freeze(mut self) -> Dictionary {
        let mut first = vec![0; self.vocabulary.len()];
        for word in 0..self.vocabulary.len() as u32 {
            if let Some(node) = self.next.remove(&(0, word)) {
                first[word as usize] = node;
            }
        }
        self.name_words.resize(self.vocabulary.len(), 0);
        let mut payloads = Vec::new();
        let mut ranges = Vec::with_capacity(self.lists.len());
        for list in &self.lists {
            let start = payloads.len() as u32;
            payloads.extend_from_slice(list);
            ranges.push((start, payloads.len() as u32));
        }
        Dictionary {
            vocabulary: self.vocabulary,
            first,
            next: self.next,
            ranges,
            payloads,
            kinds: Vec::new(),
            name_words: self.name_words,
            leads: HashMap::new(),
            variants: Variants::default(),
        }
    }
}
