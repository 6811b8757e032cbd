//! The identifiers given so far, so that a second document of the same one is told: six bytes each, however long they are.
//!
//! What is kept is a hash of 64 bits: among ten million documents two of different ids share one with a chance of 1 in
//! 350,000. Its upper 16 bits say in which heap it lies and are not kept; what came lately waits in a set until it is
//! worth moving the heaps.

use std::collections::HashSet;
use std::hash::BuildHasher;

use foldhash::quality::FixedState;

const HEAPS: usize = 1 << 16;
const REST: usize = 6;
/// As many wait at least before they are laid to the others.
const FEW: usize = 1 << 13;

/// A set of identifiers.
#[derive(Default)]
pub(super) struct Ids {
    recent: HashSet<u64, FixedState>,
    /// Where each heap ends among `rests`; empty before anything was laid there.
    ends: Vec<u32>,
    rests: Vec<[u8; REST]>,
}

impl Ids {
    /// Notes an identifier; returns whether it was not there before.
    pub(super) fn is_new(&mut self, id: &str) -> bool {
        self.is_new_hash(FixedState::with_seed(1).hash_one(id))
    }

    fn is_new_hash(&mut self, hash: u64) -> bool {
        let (heap, rest) = split(hash);
        if self.heap(heap).contains(&rest) || !self.recent.insert(hash) {
            return false;
        }
        // A share of all: each is moved a few times in all, whatever their number.
        if self.recent.len() >= FEW.max(self.rests.len() / 8) {
            self.lay();
        }
        true
    }

    fn heap(&self, heap: usize) -> &[[u8; REST]] {
        let start = heap.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        self.ends.get(heap).map_or(&[], |&end| &self.rests[start..end as usize])
    }

    /// Lays those that wait to the others, the last heap first, so that each is moved into room that is free.
    fn lay(&mut self) {
        self.ends.resize(HEAPS, 0);
        let mut waiting: Vec<u64> = self.recent.drain().collect();
        waiting.sort_unstable();
        let mut to = self.rests.len() + waiting.len();
        self.rests.reserve_exact(waiting.len());
        self.rests.resize(to, [0; REST]);
        for heap in (0..HEAPS).rev() {
            let end = self.ends[heap] as usize;
            let start = heap.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
            self.ends[heap] = u32::try_from(to).unwrap_or(u32::MAX);
            while let Some((_, rest)) = waiting.last().map(|&hash| split(hash)).filter(|&(of, _)| of == heap) {
                to -= 1;
                self.rests[to] = rest;
                waiting.pop();
            }
            to -= end - start;
            self.rests.copy_within(start..end, to);
        }
    }
}

fn split(hash: u64) -> (usize, [u8; REST]) {
    let [high, low, rest @ ..] = hash.to_be_bytes();
    (usize::from(high) << 8 | usize::from(low), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_identifier_is_new_once() {
        let mut ids = Ids::default();
        // Far more than wait: the heaps are laid several times.
        for turn in 0..2 {
            for n in 0..100_000 {
                assert_eq!(ids.is_new(&format!("news-{n}")), turn == 0, "{n} in turn {turn}");
            }
        }
        assert!(ids.rests.len() > 80_000 && ids.recent.len() < 20_000);
        // Those of the first heap and of the last, and a hash that shares its heap with another.
        let edges = [0, 1, u64::MAX, u64::MAX - 1, 1 << 48, (1 << 48) - 1];
        assert!(edges.iter().all(|&hash| ids.is_new_hash(hash)));
        ids.lay();
        assert!(edges.iter().all(|&hash| !ids.is_new_hash(hash)));
    }
}
