//! A table of keys by the hash of what they stand for: open addressing, four bytes a slot, used where it lies when the
//! program carries it. What a key stands for is kept elsewhere, and nothing twice.

use crate::compiled::{CompiledError, Flat, Reader, Writer};

/// Keys, each and one in a slot; 0 is free. The number of slots is a power of two, at least half of them free.
#[derive(Debug, Default)]
pub(super) struct Slots {
    slots: Flat<u32>,
}

impl Slots {
    /// Returns the key of a hash that is the `same`.
    pub(super) fn find(&self, hash: u64, same: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            let key = self.slots[at] - 1;
            if same(key) {
                return Some(key);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// Adds a key that is not there, where so many are; `hash` tells those of the others when room must be made.
    pub(super) fn insert(&mut self, key: u32, count: usize, hash: impl Fn(u32) -> u64) {
        if (count + 1) * 2 > self.slots.len() {
            let mut slots = vec![0; ((count + 1) * 2).next_power_of_two().max(64)];
            self.slots.iter().filter(|&&slot| slot != 0).for_each(|&slot| settle(&mut slots, hash(slot - 1), slot - 1));
            self.slots = slots.into();
        }
        settle(self.slots.to_mut(), hash(key), key);
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.u32s(&self.slots);
    }

    pub(super) fn read(from: &mut Reader) -> Result<Slots, CompiledError> {
        Ok(Slots { slots: from.u32s()? })
    }
}

fn settle(slots: &mut [u32], hash: u64, key: u32) {
    let mask = slots.len() - 1;
    let mut at = hash as usize & mask;
    while slots[at] != 0 {
        at = (at + 1) & mask;
    }
    slots[at] = key + 1;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::number_hash;

    #[test]
    fn keys_are_found_and_others_are_not() {
        let mut slots = Slots::default();
        let hash = |key: u32| number_hash(u64::from(key) % 100);
        for key in 0..500 {
            slots.insert(key, key as usize, hash);
        }
        for key in 0..500 {
            assert_eq!(slots.find(hash(key), |other| other == key), Some(key));
        }
        assert_eq!(slots.find(hash(7), |other| other == 1_000), None);
        assert_eq!(Slots::default().find(7, |_| true), None);
    }
}
