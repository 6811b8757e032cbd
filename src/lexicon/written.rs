//! Prepositions by the word as the rows write it: the reading of every sentence asks for them by their words.

use super::PrepId;
use crate::text::hash;

/// A table of open addressing over words.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// A word's place among them and one; 0 is free. The length is a power of two, or 0.
    slots: Vec<u16>,
    words: Vec<(Box<str>, PrepId)>,
}

impl Written {
    /// Adds a word that is not there yet.
    pub(super) fn add(&mut self, word: &str, id: PrepId) {
        self.words.push((word.into(), id));
        let size = (self.words.len() * 4).next_power_of_two();
        self.slots = vec![0; size];
        for (place, (word, _)) in (1..).zip(&self.words) {
            let mut at = hash(word.as_bytes()) as usize & (size - 1);
            while self.slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.slots[at] = place;
        }
    }

    /// Returns the preposition that is written so.
    #[inline]
    pub(super) fn get(&self, word: &str) -> Option<PrepId> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash(word.as_bytes()) as usize & mask;
        loop {
            let place = usize::from(self.slots[at]).checked_sub(1)?;
            let (written, id) = &self.words[place];
            if **written == *word {
                return Some(*id);
            }
            at = (at + 1) & mask;
        }
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
        let mut written = Written::default();
        words.into_iter().for_each(|(word, id)| written.add(&word, id));
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
        for (id, word) in ["في", "من", "on", "of"].into_iter().enumerate() {
            written.add(word, PrepId(id as u8));
        }
        assert_eq!(
            (written.get("من"), written.get("of"), written.get("off")),
            (Some(PrepId(1)), Some(PrepId(3)), None)
        );
    }
}
