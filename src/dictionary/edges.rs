//! The edges of the trie: a table of open addressing over node and word.

use std::collections::HashMap;
use std::hash::BuildHasher;

use crate::compiled::{CompiledError, Flat, Reader, Writer};
use crate::text::number_hash;

/// From a node and a word to the node behind; those of the root are kept elsewhere.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// Node and word; 0 is free. The length is a power of two.
    keys: Flat<u64>,
    nodes: Flat<u32>,
}

fn key(node: u32, word: u32) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}

impl Edges {
    /// Lays out edges; `node` is never 0.
    pub(super) fn of<S: BuildHasher>(edges: &HashMap<(u32, u32), u32, S>) -> Edges {
        let mut sorted: Vec<(u64, u32)> = edges.iter().map(|(&(node, word), &next)| (key(node, word), next)).collect();
        // The layout depends on the order of settling, and must be the same in each run.
        sorted.sort_unstable();
        let size = (sorted.len() * 2).next_power_of_two();
        let (mut keys, mut nodes) = (vec![0; size], vec![0; size]);
        for (key, next) in sorted {
            let mut at = number_hash(key) as usize & (size - 1);
            while keys[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            (keys[at], nodes[at]) = (key, next);
        }
        Edges { keys: keys.into(), nodes: nodes.into() }
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
        Ok(Edges { keys: from.u64s()?, nodes: from.u32s()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_found_and_others_are_not() {
        let edges: HashMap<(u32, u32), u32> = (1..500).map(|n| ((n, n * 7), n + 1)).collect();
        let laid = Edges::of(&edges);
        for n in 1..500 {
            assert_eq!((laid.get(n, n * 7), laid.get(n, n * 7 + 1)), (Some(n + 1), None));
        }
        assert_eq!((Edges::of(&HashMap::<_, _>::new()).get(1, 1), Edges::default().get(1, 1)), (None, None));
    }
}
