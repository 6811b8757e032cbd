//! The edges of the trie: a table of open addressing over node and word.

use crate::compiled::{CompiledError, Flat, Reader, Writer};
use crate::text::number_hash;

/// From a node and a word to the node behind; those of the root are kept elsewhere.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// Node, word, and the node behind, which is 0 where the slot is free. The length is a power of two.
    slots: Flat<Edge>,
    /// How many edges were inserted; not kept in compiled form, where nothing is inserted.
    count: usize,
}

type Edge = [u32; 3];

fn hash_of(node: u32, word: u32) -> usize {
    number_hash(u64::from(node) << 32 | u64::from(word)) as usize
}

impl Edges {
    /// Returns the node that `word` leads to from `node`, which is not the root: `new`, which is not the root either, where
    /// it led nowhere before.
    pub(super) fn insert(&mut self, node: u32, word: u32, new: u32) -> u32 {
        if self.count * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut at = hash_of(node, word) & mask;
        loop {
            match self.slots[at] {
                [.., 0] => break,
                [from, by, to] if (from, by) == (node, word) => return to,
                _ => at = (at + 1) & mask,
            }
        }
        self.slots.to_mut()[at] = [node, word, new];
        self.count += 1;
        new
    }

    /// Returns the same edges, to be added to.
    pub(super) fn counted(mut self) -> Edges {
        self.count = self.parents().count();
        self
    }

    /// Returns the nodes that lead on, each as often as it does.
    pub(super) fn parents(&self) -> impl Iterator<Item = u32> + '_ {
        self.slots.iter().filter(|slot| slot[2] != 0).map(|slot| slot[0])
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let mut slots = vec![Edge::default(); size];
        for &edge in self.slots.iter().filter(|slot| slot[2] != 0) {
            let mut at = hash_of(edge[0], edge[1]) & (size - 1);
            while slots[at][2] != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = edge;
        }
        self.slots = slots.into();
    }

    /// Returns the node that `word` leads to from `node`.
    #[inline]
    pub(super) fn get(&self, node: u32, word: u32) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash_of(node, word) & mask;
        loop {
            match self.slots[at] {
                [.., 0] => return None,
                [from, by, to] if (from, by) == (node, word) => return Some(to),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Returns what lies where the search for an edge begins; 0 where nothing does.
    #[inline]
    pub(super) fn nearest(&self, node: u32, word: u32) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        self.slots.get(hash_of(node, word) & mask).map_or(0, |slot| slot[0])
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.u32s(self.slots.as_flattened());
    }

    pub(super) fn read(from: &mut Reader) -> Result<Edges, CompiledError> {
        Ok(Edges { slots: from.rows()?, count: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_found_and_others_are_not() {
        let mut edges = Edges::default();
        assert_eq!(edges.get(1, 1), None);
        for n in 1..500 {
            assert_eq!(edges.insert(n, n * 7, n + 1), n + 1);
        }
        for n in 1..500 {
            assert_eq!((edges.get(n, n * 7), edges.get(n, n * 7 + 1)), (Some(n + 1), None));
            assert_eq!(edges.insert(n, n * 7, 9_999), n + 1);
        }
    }
}
