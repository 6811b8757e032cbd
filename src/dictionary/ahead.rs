//! Looks ahead: what is about to be asked of the tables is looked at for many words at once, so that the waits for memory
//! overlap instead of following each other. Nothing is decided here, and nothing is kept but the room.
//!
//! The tables are far larger than what a processor keeps at hand, and a question goes through four or five of them, each of
//! which says where in the next one to look.

use std::hint::black_box;

use super::{Dictionary, PLACE};
use crate::text::WordId;

/// Room for what is looked at.
#[derive(Debug, Default)]
pub(crate) struct Ahead {
    words: Vec<u32>,
    places: Vec<(u32, u32)>,
}

impl Ahead {
    /// Looks at what the dictionary will be asked about words with these hashes.
    pub(crate) fn words(&mut self, dictionary: &Dictionary, hashes: &[u64]) {
        let vocabulary = &dictionary.vocabulary;
        self.words.clear();
        self.words
            .extend(hashes.iter().filter(|&&hash| vocabulary.may_know(hash)).map(|&hash| vocabulary.nearest(hash)));
        self.places.clear();
        self.places.extend(self.words.iter().map(|&word| {
            let first = dictionary.first.get(word as usize).copied().unwrap_or_default();
            (vocabulary.end(word), first)
        }));
        let seen = self.places.iter().map(|&(end, node)| {
            let marks = dictionary.nodes.get(node as usize).copied().unwrap_or_default();
            marks ^ u64::from(vocabulary.byte(end))
        });
        black_box(seen.fold(0, |all, one| all ^ one));
    }

    /// Looks at the edges of the trie that lead from nodes by words.
    pub(crate) fn edges(dictionary: &Dictionary, edges: impl Iterator<Item = (u32, WordId)>) {
        black_box(edges.fold(0, |all, (node, word)| all ^ dictionary.next.nearest(node, word.0)));
    }

    /// Looks at what the lexicon says of nodes.
    pub(crate) fn meanings(&mut self, dictionary: &Dictionary, nodes: impl Iterator<Item = u32>) {
        self.words.clear();
        self.words.extend(nodes.map(|node| (dictionary.nodes[node as usize] >> PLACE) as u32));
        let seen = self.words.iter().map(|&place| dictionary.meanings.get(place as usize).copied().unwrap_or_default());
        black_box(seen.fold(0, |all, one| all ^ one));
    }
}
