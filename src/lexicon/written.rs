//! Prepositions by the word as the rows write it: the reading of every sentence asks for them by their words.

use super::PrepId;

/// A table of open addressing over words.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// The keys of the words of at most eight bytes, which nearly all are, with what they are; 0 is free. The length is a power
    /// of two, or 0.
    slots: Vec<(u64, PrepId)>,
    words: Vec<(Box<str>, PrepId)>,
}

/// Returns a word of at most eight bytes as one number, which no other word has; 0 only where there is no word.
// Who asks mostly writes the word down: taken into him, this is a number that the compiler knows.
#[inline(always)]
fn key_of(word: &str) -> Option<u64> {
    let mut bytes = [0; 8];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    Some(u64::from_le_bytes(bytes))
}

/// Returns where a key is first sought among so many slots, a power of two.
#[inline(always)]
fn place_of(key: u64, slots: usize) -> usize {
    let mixed = (key ^ key >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as usize & (slots - 1)
}

impl Written {
    /// Adds a word that is not there yet.
    pub(super) fn add(&mut self, word: &str, id: PrepId) {
        self.words.push((word.into(), id));
        self.lay();
    }

    /// Puts the keys of all words into slots.
    fn lay(&mut self) {
        let size = (self.words.len() * 4).next_power_of_two();
        self.slots = vec![(0, PrepId(0)); size];
        for (word, id) in &self.words {
            let Some(key) = key_of(word) else { continue };
            let mut at = place_of(key, size);
            while self.slots[at].0 != 0 {
                at = (at + 1) & (size - 1);
            }
            self.slots[at] = (key, *id);
        }
    }

    /// Returns the preposition that is written so.
    #[inline(always)]
    pub(super) fn get(&self, word: &str) -> Option<PrepId> {
        match key_of(word) {
            Some(key) => self.short(key),
            None => self.long(word),
        }
    }

    #[inline]
    fn short(&self, key: u64) -> Option<PrepId> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = place_of(key, self.slots.len());
        loop {
            match self.slots[at & mask] {
                (0, _) => return None,
                (found, id) if found == key => return Some(id),
                _ => at += 1,
            }
        }
    }

    fn long(&self, word: &str) -> Option<PrepId> {
        self.words.iter().find(|(written, _)| **written == *word).map(|&(_, id)| id)
    }

    /// Returns all words, sorted.
    pub(super) fn sorted(&self) -> Vec<(&str, PrepId)> {
        let mut words: Vec<(&str, PrepId)> = self.words.iter().map(|(word, id)| (&**word, *id)).collect();
        words.sort_unstable();
        words
    }
}

impl FromIterator<(Box<str>, PrepId)> for Written {
    fn from_iter<I: IntoIterator<Item = (Box<str>, PrepId)>>(words: I) -> Written {
        let mut written = Written { slots: Vec::new(), words: words.into_iter().collect() };
        written.lay();
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_are_not() {
        let mut written = Written::default();
        assert_eq!(written.get("في"), None);
        for (id, word) in ["في", "من", "on", "of", "throughout"].into_iter().enumerate() {
            written.add(word, PrepId(id as u8));
        }
        assert_eq!(
            (written.get("من"), written.get("of"), written.get("off")),
            (Some(PrepId(1)), Some(PrepId(3)), None)
        );
        assert_eq!((written.get("throughout"), written.get("notwithstanding")), (Some(PrepId(4)), None));
    }
}
