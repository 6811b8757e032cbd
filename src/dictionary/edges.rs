//! The edges of the trie: a table of open addressing over node and word.

use crate::compiled::{CompiledError, Flat, Reader, Writer};
use crate::text::number_hash;

/// From a node and a word to the node behind; those of the root are kept elsewhere.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// Node and word; 0 is free. The length is a power of two.
    keys: Flat<u64>,
    nodes: Flat<u32>,
    /// How many edges were inserted; not kept in compiled form, where nothing is inserted.
    count: usize,
}

fn key(node: u32, word: u32) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}

impl Edges {
    /// Returns the node that `word` leads to from `node`, which is not the root: `new` where it led nowhere before.
    pub(super) fn insert(&mut self, node: u32, word: u32, new: u32) -> u32 {
        if self.count * 2 >= self.keys.len() {
            self.grow();
        }
        let wanted = key(node, word);
        let mask = self.keys.len() - 1;
        let mut at = number_hash(wanted) as usize & mask;
        while self.keys[at] != 0 {
            if self.keys[at] == wanted {
                return self.nodes[at];
            }
            at = (at + 1) & mask;
        }
        (self.keys.to_mut()[at], self.nodes.to_mut()[at]) = (wanted, new);
        self.count += 1;
        new
    }

    /// Returns the same edges, to be added to.
    pub(super) fn counted(mut self) -> Edges {
        self.count = self.keys.iter().filter(|&&key| key != 0).count();
        self
    }

    fn grow(&mut self) {
        let size = (self.keys.len() * 2).max(64);
        let (mut keys, mut nodes) = (vec![0; size], vec![0; size]);
        for (&key, &node) in self.keys.iter().zip(&*self.nodes).filter(|(key, _)| **key != 0) {
            let mut at = number_hash(key) as usize & (size - 1);
            while keys[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            (keys[at], nodes[at]) = (key, node);
        }
        (self.keys, self.nodes) = (keys.into(), nodes.into());
    }

    /// Returns the node that `word` leads to from `node`.
    #[inline]
    pub(super) fn get(&self, node: u32, word: u32) -> Option<u32> {
        let wanted = key(node, word);
        let mask = self.keys.len().checked_sub(1)?;
        let mut at = number_hash(wanted) as usize & mask;
        while self.keys[at] != 0 {
            if self.keys[at] == wanted {
                return Some(self.nodes[at]);
            }
            at = (at + 1) & mask;
        }
        None
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.u64s(&self.keys);
        out.u32s(&self.nodes);
    }

    pub(super) fn read(from: &mut Reader) -> Result<Edges, CompiledError> {
        Ok(Edges { keys: from.u64s()?, nodes: from.u32s()?, count: 0 })
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
