//! One table of every known form: names, demonyms, titles and the words of the lexicon.
//!
//! Forms are sequences of words; they live in a trie over word ids, so that one walk from the start of a token
//! finds everything that begins there. The words themselves are interned: a token that is no known word, with or
//! without proclitics, costs a look-up and no more.

mod edges;
mod kinds;
mod variants;

use std::collections::HashMap;

use edges::Edges;
pub use kinds::Kinds;
use variants::VariantRows;
pub(crate) use variants::{Variants, compounds, exact_key, heard_key, latin_key, latin_names, skeleton};

use crate::compiled::{CompiledError, Flat, Reader, Writer};
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

/// The forms of a gazetteer and a lexicon, ready to be found in text.
#[derive(Debug)]
pub struct Dictionary {
    vocabulary: Vocabulary,
    /// For each word, the trie node it leads to from the root; 0 is none.
    first: Flat<u32>,
    next: Edges,
    /// For each node, where its payloads begin; one more at the end.
    starts: Flat<u32>,
    payloads: Vec<Payload>,
    /// For each node, the kinds of its payloads.
    kinds: Flat<u32>,
    /// For each word, whether it is part of a person's name, and whether it begins one.
    name_words: Flat<u8>,
    /// For names with words at the front that stay outside, how many of them: node and entity, sorted.
    leads: Flat<u64>,
    lead_lengths: Flat<u8>,
    variants: Variants,
}

const IN_NAME: u8 = 1;
const GIVEN: u8 = 2;

#[derive(Default)]
struct Builder {
    vocabulary: Vocabulary,
    first: Vec<u32>,
    next: Edges,
    /// Each payload with its node, in the order of the data.
    payloads: Vec<(u32, Payload)>,
    /// For each node, whether a name ends there; the root is the first.
    named: Vec<bool>,
    name_words: Vec<u8>,
    tokens: Tokens,
    path: Vec<WordId>,
}

impl Builder {
    /// Adds a form; its words are in `path` until the next.
    fn add(&mut self, text: &str, payload: Payload) {
        let node = self.walk(text);
        if node != 0 {
            self.payloads.push((node, payload));
            self.named[node as usize] |= matches!(payload, Payload::Alias(_));
        }
    }

    /// Returns the node of a form, making those that are missing.
    fn walk(&mut self, text: &str) -> u32 {
        self.tokens.read(text);
        self.path.clear();
        let mut node = 0;
        for token in &self.tokens.tokens {
            let word = self.vocabulary.intern(self.tokens.form(token));
            let new = self.named.len() as u32;
            let next = if self.path.is_empty() {
                let index = word.0 as usize;
                if self.first.len() <= index {
                    self.first.resize(index + 1, 0);
                }
                if self.first[index] == 0 {
                    self.first[index] = new;
                }
                self.first[index]
            } else {
                self.next.insert(node, word.0, new)
            };
            if next == new {
                self.named.push(false);
            }
            self.path.push(word);
            node = next;
        }
        node
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
        let node = self.walk(&format!("{}ا", demonym.text));
        if node != 0 && !self.named[node as usize] {
            self.payloads.push((node, Payload::Demonym(index)));
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
        let mut builder = Builder { named: vec![false], ..Builder::default() };
        let mut variants = VariantRows::default();
        for (index, alias) in gazetteer.aliases().iter().enumerate() {
            builder.add(&alias.text, Payload::Alias(index as u32));
            let words: Vec<&[u8]> = builder.tokens.tokens.iter().map(|token| builder.tokens.form(token)).collect();
            variants.add(gazetteer, alias, &words);
            let person = gazetteer.get(alias.entity).kind == EntityKind::Person;
            if person
                && matches!(alias.kind, AliasKind::Name | AliasKind::Surname | AliasKind::First | AliasKind::Variant)
            {
                for at in 0..builder.path.len() {
                    builder.mark(builder.path[at], IN_NAME);
                }
                if let [given, _, ..] = builder.path[..] {
                    builder.mark(given, GIVEN);
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
        for (index, entry) in lexicon.entries().enumerate() {
            builder.add(entry.text, Payload::Lexicon(index as u32));
            if let Item::Class(Class::FirstName) = entry.item {
                builder.mark(builder.path[0], IN_NAME | GIVEN);
            }
        }
        let mut dictionary = builder.freeze();
        let kinds = |node: u32| {
            let mut all = Kinds::default();
            dictionary.payloads(node).iter().for_each(|&payload| all.add(Kinds::of(payload, lexicon)));
            all.0
        };
        dictionary.kinds = (0..dictionary.starts.len() as u32 - 1).map(kinds).collect::<Vec<_>>().into();
        let mut leads = dictionary.find_leads(gazetteer, lexicon);
        leads.sort_unstable();
        dictionary.leads = leads.iter().map(|lead| lead.0).collect::<Vec<_>>().into();
        dictionary.lead_lengths = leads.iter().map(|lead| lead.1).collect::<Vec<_>>().into();
        dictionary.variants = variants.finish();
        dictionary
    }

    /// مدينة رفح, إقليم دارفور: names that begin with what they are, of a place or where the rest is a name as well.
    fn find_leads(&self, gazetteer: &Gazetteer, lexicon: &Lexicon) -> Vec<(u64, u8)> {
        let mut generic: HashMap<Vec<Vec<u8>>, Whose> = HashMap::new();
        let mut first: Vec<&str> = Vec::new();
        for entry in lexicon.entries() {
            if let Item::Class(Class::Generic(whose)) = entry.item {
                generic.insert(words(entry.text), whose);
                first.extend(entry.text.split(' ').next());
            }
        }
        let mut leads = Vec::new();
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
                leads.push((lead_key(node, alias.entity), head.len() as u8));
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
        let place = self.leads.binary_search(&lead_key(node, entity));
        place.map_or(0, |at| usize::from(self.lead_lengths[at]))
    }

    /// Returns the people by the ends of their names.
    pub(crate) fn variants(&self) -> &Variants {
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
    #[inline]
    pub fn word(&self, token: &[u8]) -> Option<WordId> {
        self.vocabulary.get(token)
    }

    /// Returns the trie node that `word` leads to from the root.
    #[must_use]
    #[inline]
    pub fn start(&self, word: WordId) -> Option<u32> {
        Some(self.first[word.0 as usize]).filter(|&node| node != 0)
    }

    /// Returns the trie node that `word` leads to from `node`.
    #[must_use]
    #[inline]
    pub fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.next.get(node, word.0)
    }

    /// Returns what the form that ends at `node` is; nothing where no form ends there.
    #[must_use]
    #[inline]
    pub fn payloads(&self, node: u32) -> &[Payload] {
        &self.payloads[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }

    /// Returns the kinds of what the form that ends at `node` is.
    #[must_use]
    #[inline]
    pub fn kinds(&self, node: u32) -> Kinds {
        Kinds(self.kinds[node as usize])
    }

    /// Returns whether `word` is part of a person's name.
    #[must_use]
    #[inline]
    pub fn is_name_word(&self, word: WordId) -> bool {
        self.name_words[word.0 as usize] & IN_NAME != 0
    }

    /// Returns whether a person's name of several words begins with `word`.
    #[must_use]
    #[inline]
    pub fn is_given_name(&self, word: WordId) -> bool {
        self.name_words[word.0 as usize] & GIVEN != 0
    }
}

impl Builder {
    fn freeze(mut self) -> Dictionary {
        self.first.resize(self.vocabulary.len(), 0);
        self.name_words.resize(self.vocabulary.len(), 0);
        // Stable: the payloads of a node stay in the order of the data.
        self.payloads.sort_by_key(|&(node, _)| node);
        let mut payloads: Vec<Payload> = Vec::with_capacity(self.payloads.len());
        let mut starts = Vec::with_capacity(self.named.len() + 1);
        let mut rest = self.payloads.iter().peekable();
        for node in 0..self.named.len() as u32 {
            let start = payloads.len();
            starts.push(start as u32);
            while let Some(&(_, payload)) = rest.next_if(|&&(of, _)| of == node) {
                if !payloads[start..].contains(&payload) {
                    payloads.push(payload);
                }
            }
        }
        starts.push(payloads.len() as u32);
        Dictionary {
            vocabulary: self.vocabulary,
            first: self.first.into(),
            next: self.next,
            starts: starts.into(),
            payloads,
            kinds: Flat::default(),
            name_words: self.name_words.into(),
            leads: Flat::default(),
            lead_lengths: Flat::default(),
            variants: Variants::default(),
        }
    }
}

fn lead_key(node: u32, entity: EntityId) -> u64 {
    u64::from(node) << 32 | u64::from(entity.0)
}

const TAG_BITS: u32 = 3;

impl Payload {
    /// Returns the payload as one number.
    fn packed(self) -> u32 {
        let (tag, index) = match self {
            Payload::Alias(index) => (0, index),
            Payload::Bare(index) => (1, index),
            Payload::Demonym(index) => (2, index),
            Payload::Title(index) => (3, index),
            Payload::Lexicon(index) => (4, index),
        };
        index << TAG_BITS | tag
    }

    fn unpacked(packed: u32) -> Payload {
        let index = packed >> TAG_BITS;
        match packed & ((1 << TAG_BITS) - 1) {
            0 => Payload::Alias(index),
            1 => Payload::Bare(index),
            2 => Payload::Demonym(index),
            3 => Payload::Title(index),
            _ => Payload::Lexicon(index),
        }
    }
}

impl Dictionary {
    /// Writes the tables of the dictionary.
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(crate) fn write(&self, out: &mut Writer) {
        let (slots, bytes, ends) = self.vocabulary.columns();
        out.u64s(slots);
        out.bytes(bytes);
        out.u32s(ends);
        out.u32s(&self.first);
        self.next.write(out);
        out.u32s(&self.starts);
        out.u32s(&self.payloads.iter().map(|payload| payload.packed()).collect::<Vec<_>>());
        out.u32s(&self.kinds);
        out.bytes(&self.name_words);
        out.u64s(&self.leads);
        out.bytes(&self.lead_lengths);
        self.variants.write(out);
    }

    /// Reads what [`Dictionary::write`] wrote.
    ///
    /// # Errors
    /// When the tables are damaged.
    pub(crate) fn read(from: &mut Reader) -> Result<Dictionary, CompiledError> {
        Ok(Dictionary {
            vocabulary: Vocabulary::of_columns((from.u64s()?, from.bytes()?, from.u32s()?)),
            first: from.u32s()?,
            next: Edges::read(from)?,
            starts: from.u32s()?,
            payloads: from.u32s()?.iter().map(|&packed| Payload::unpacked(packed)).collect(),
            kinds: from.u32s()?,
            name_words: from.bytes()?,
            leads: from.u64s()?,
            lead_lengths: from.bytes()?,
            variants: Variants::read(from)?,
        })
    }
}
