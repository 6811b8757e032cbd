//! One table of every known form: names, demonyms, titles and the words of the lexicon.
//!
//! Forms are sequences of words; they live in a trie over word ids, so that one walk from the start of a token
//! finds everything that begins there. The words themselves are interned: a token that is no known word, with or
//! without proclitics, costs a look-up and no more.

mod ahead;
mod build;
mod edges;
mod kinds;
mod variants;

pub(crate) use ahead::Ahead;
pub(crate) use build::Held;
use edges::Edges;
pub use kinds::Kinds;
pub(crate) use variants::{
    ARABIC_NAMES, Variants, borrows_arabic_names, compounds, exact_key, has_arabic_names, heard_key, latin_key,
    latin_names, skeleton,
};

use std::sync::Arc;

use crate::compiled::{CompiledError, Flat, Reader, Writer};
use crate::document::Lang;
use crate::gazetteer::EntityId;
use crate::lexicon::{Item as LexiconItem, Lexicon};
use crate::text::{Reading, Vocabulary, WordId};

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
#[derive(Debug, Default)]
pub struct Dictionary {
    vocabulary: Vocabulary,
    /// For each word, the trie node it leads to from the root; 0 is none.
    first: Flat<u32>,
    next: Edges,
    /// For each node, the kinds of its payloads and [`LEADS_ON`] below, and above where its payloads begin; one more at the
    /// end. Who asks for one mostly asks for the other, and the same bytes hold both.
    nodes: Flat<u64>,
    /// The payloads of all nodes, each as one number ([`Payload::packed`]), used where they lie.
    payloads: Flat<u32>,
    /// For each payload, what the lexicon says of it, so that nobody goes to its entries for that; 0 for a payload that is
    /// none of its forms.
    meanings: Flat<u64>,
    /// For each word, whether it is part of a person's name, whether it begins one, and whether it goes on with any form.
    marks: Flat<u8>,
    /// For names with words at the front that stay outside, how many of them: node and entity, sorted.
    leads: Flat<u64>,
    lead_lengths: Flat<u8>,
    variants: Variants,
    /// Shared with whoever keeps what it was told, to know this dictionary from others.
    identity: Arc<()>,
}

const IN_NAME: u8 = 1;
const GIVEN: u8 = 2;
/// The word stands in a form behind others.
const BEHIND: u8 = 4;

/// Some form goes on behind the node.
const LEADS_ON: u64 = 1 << 31;
/// Where the place of the payloads begins in a node's number.
const PLACE: u32 = 32;

impl Dictionary {
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

    /// Returns what no other dictionary has as long as somebody holds it.
    pub(crate) fn identity(&self) -> &Arc<()> {
        &self.identity
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
    ///
    /// Most pairs lead nowhere, and nearly all of those are told by a bit of the node or of the word.
    #[must_use]
    #[inline]
    pub fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.step_from(node, self.gist(node), word)
    }

    /// Returns what a walk asks of a node.
    #[inline]
    pub(crate) fn gist(&self, node: u32) -> Gist {
        Gist(self.nodes[node as usize] as u32)
    }

    /// Returns the node that `word` leads to from `node`, whose gist is at hand.
    #[inline]
    pub(crate) fn step_from(&self, node: u32, gist: Gist, word: WordId) -> Option<u32> {
        let may = gist.leads_on() && self.marks[word.0 as usize] & BEHIND != 0;
        if may { self.next.get(node, word.0) } else { None }
    }

    /// Returns the node that `word`, which stands in forms behind others, leads to from `node`, behind which some form goes on.
    #[inline]
    pub(crate) fn step_on(&self, node: u32, word: WordId) -> Option<u32> {
        self.next.get(node, word.0)
    }

    /// Returns whether `word` stands in some form behind others.
    #[inline]
    pub(crate) fn stands_behind(&self, word: WordId) -> bool {
        self.marks[word.0 as usize] & BEHIND != 0
    }

    /// Returns where the payloads of a node lie.
    #[inline]
    fn places(&self, node: u32) -> std::ops::Range<usize> {
        let start = |node: usize| (self.nodes[node] >> PLACE) as usize;
        start(node as usize)..start(node as usize + 1)
    }

    /// Returns the number of nodes.
    fn node_count(&self) -> usize {
        self.nodes.len().saturating_sub(1)
    }

    /// Returns what the form that ends at `node` is; nothing where no form ends there.
    #[must_use]
    #[inline]
    pub fn payloads(&self, node: u32) -> impl ExactSizeIterator<Item = Payload> + Clone + '_ {
        self.packed(node).iter().map(|&packed| Payload::unpacked(packed))
    }

    /// Returns the same as they lie in their column.
    #[inline]
    fn packed(&self, node: u32) -> &[u32] {
        &self.payloads[self.places(node)]
    }

    /// Returns what the lexicon says of the form that ends at `node`, in the order of its payloads.
    #[inline]
    pub(crate) fn meanings<'d>(
        &'d self,
        lexicon: &'d Lexicon,
        node: u32,
    ) -> impl Iterator<Item = (Lang, LexiconItem)> + 'd {
        let packed = self.meanings[self.places(node)].iter();
        packed.filter(|&&packed| packed != 0).map(|&packed| lexicon.meaning(packed))
    }

    /// Returns the kinds of what the form that ends at `node` is.
    #[must_use]
    #[inline]
    pub fn kinds(&self, node: u32) -> Kinds {
        self.gist(node).kinds()
    }

    /// Returns whether `word` is part of a person's name.
    #[must_use]
    #[inline]
    pub fn is_name_word(&self, word: WordId) -> bool {
        self.marks[word.0 as usize] & IN_NAME != 0
    }

    /// Returns whether a person's name of several words begins with `word`.
    #[must_use]
    #[inline]
    pub fn is_given_name(&self, word: WordId) -> bool {
        self.marks[word.0 as usize] & GIVEN != 0
    }
}

/// What a walk through the trie asks of a node: the lower half of its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gist(u32);

impl Gist {
    /// That of a node without forms.
    pub(crate) const NONE: Gist = Gist(0);

    /// Returns the kinds of the node's payloads.
    #[inline]
    pub(crate) fn kinds(self) -> Kinds {
        Kinds(self.0 & (LEADS_ON as u32 - 1))
    }

    /// Returns whether some form goes on behind the node.
    #[inline]
    pub(crate) fn leads_on(self) -> bool {
        self.0 & LEADS_ON as u32 != 0
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

    /// Returns what the payloads of a node are sorted by: the sort, and the place.
    fn rank(packed: u32) -> u32 {
        packed.rotate_right(TAG_BITS)
    }

    #[inline]
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
        let (tags, slots, bytes, ends) = self.vocabulary.columns();
        out.bytes(tags);
        out.u32s(slots);
        out.bytes(bytes);
        out.u32s(ends);
        out.u32s(&self.first);
        self.next.write(out);
        out.u64s(&self.nodes);
        out.u32s(&self.payloads);
        out.u64s(&self.meanings);
        out.bytes(&self.marks);
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
            vocabulary: Vocabulary::of_columns((from.bytes()?, from.u32s()?, from.bytes()?, from.u32s()?)),
            first: from.u32s()?,
            next: Edges::read(from)?,
            nodes: from.u64s()?,
            payloads: from.u32s()?,
            meanings: from.u64s()?,
            marks: from.bytes()?,
            leads: from.u64s()?,
            lead_lengths: from.bytes()?,
            variants: Variants::read(from)?,
            identity: Arc::default(),
        })
    }
}
