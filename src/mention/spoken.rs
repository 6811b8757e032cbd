//! The names that a document has given, by their words: who may be meant where a word of one stands again.
//!
//! It finds whom a search through all names would find, at a cost that does not grow with their number: of those who share
//! a word only the latest [`MOST`] are looked at.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// So many bearers of one word are looked at, the latest.
const MOST: usize = 32;

/// Places in a list of names, in the order in which they were given.
type Places = Vec<u32>;

/// Which list of the reader a name stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// People and bodies that nobody lists.
    New,
    /// Listed people, as the document prints their names.
    Printed,
}

/// What is known of the names of one list.
#[derive(Clone, Debug, Default)]
struct Names {
    whole: HashMap<Vec<Vec<u8>>, u32, FixedState>,
    /// By the first two words and the last.
    by_word: HashMap<Vec<u8>, Places, FixedState>,
    by_ends: HashMap<(Vec<u8>, Vec<u8>), Places, FixedState>,
}

/// The names given so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Spoken {
    /// The words of all by a small hash: most tokens are none of them.
    bits: Filter,
    new: Names,
    printed: Names,
}

impl Spoken {
    /// Notes the name that stands at `place` of a list.
    pub(super) fn note(&mut self, words: &[Vec<u8>], list: List, place: usize) {
        let place = place as u32;
        words.iter().take(2).chain(words.last()).for_each(|word| self.bits.add(word));
        let names = self.names_mut(list);
        names.whole.entry(words.to_vec()).or_insert(place);
        for word in words.iter().take(2).chain(words.last()) {
            let places = names.by_word.entry(word.clone()).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            names.by_ends.entry((first.clone(), last.clone())).or_default().push(place);
        }
    }

    /// Returns whether a name may have the word as one of its first two or as its last.
    #[inline]
    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        self.bits.may_have(word)
    }

    /// Returns the places of the names that have one of the words, the latest first.
    pub(super) fn having<'w>(&self, words: impl Iterator<Item = &'w [u8]>, list: List) -> Places {
        let by_word = &self.names(list).by_word;
        let mut found = Places::new();
        for places in words.filter_map(|word| by_word.get(word)) {
            found.extend(places.iter().rev().take(MOST));
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.dedup();
        found
    }

    /// Returns the places of the names that begin and end with these words, the earliest first.
    pub(super) fn with_ends(&self, first: &[u8], last: &[u8], list: List) -> impl Iterator<Item = usize> + '_ {
        let places = self.names(list).by_ends.get(&(first.to_vec(), last.to_vec()));
        places.into_iter().flatten().take(MOST).map(|&place| place as usize)
    }

    /// Returns the first place of a name.
    pub(super) fn place(&self, words: &[Vec<u8>], list: List) -> Option<usize> {
        self.names(list).whole.get(words).map(|&place| place as usize)
    }

    fn names(&self, list: List) -> &Names {
        match list {
            List::New => &self.new,
            List::Printed => &self.printed,
        }
    }

    fn names_mut(&mut self, list: List) -> &mut Names {
        match list {
            List::New => &mut self.new,
            List::Printed => &mut self.printed,
        }
    }
}

/// A set of words that may hold more than were added: 4096 bits, of which a long article's names take a few hundred.
#[derive(Clone, Debug)]
struct Filter([u64; 64]);

impl Default for Filter {
    fn default() -> Filter {
        Filter([0; 64])
    }
}

impl Filter {
    fn add(&mut self, word: &[u8]) {
        let (place, bit) = Filter::place(word);
        self.0[place] |= bit;
    }

    #[inline]
    fn may_have(&self, word: &[u8]) -> bool {
        let (place, bit) = Filter::place(word);
        self.0[place] & bit != 0
    }

    #[inline]
    fn place(word: &[u8]) -> (usize, u64) {
        // The first and the last four letters tell most words apart, at the cost of one step.
        let (first, last) = match (word.first_chunk(), word.last_chunk()) {
            (Some(&first), Some(&last)) => (u32::from_le_bytes(first), u32::from_le_bytes(last)),
            _ => (word.iter().fold(0, |number, &code| number << 8 | u32::from(code)), 0),
        };
        let hash = (u64::from(first) << 32 | u64::from(last)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ((hash >> 58) as usize, 1 << (hash >> 52 & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<Vec<u8>> {
        name.split(' ').map(|word| word.as_bytes().to_vec()).collect()
    }

    #[test]
    fn names_are_found_by_their_first_two_words_and_the_last() {
        let mut spoken = Spoken::default();
        for (place, name) in ["ann mary lee", "bob lee", "ann mary jo lee", "ann mary lee"].into_iter().enumerate() {
            spoken.note(&words(name), List::New, place);
        }
        let having = |names: &[&str]| spoken.having(names.iter().map(|name| name.as_bytes()), List::New);
        assert_eq!(having(&["lee"]), [3, 2, 1, 0]);
        assert_eq!(having(&["mary", "bob"]), [3, 2, 1, 0]);
        assert_eq!(having(&["jo"]), [0; 0]);
        assert_eq!(spoken.having([&b"lee"[..]].into_iter(), List::Printed), [0; 0]);
        assert!(spoken.may_have(b"lee"));
        assert_eq!(spoken.place(&words("ann mary lee"), List::New), Some(0));
        assert_eq!(spoken.with_ends(b"ann", b"lee", List::New).collect::<Vec<_>>(), [0, 2, 3]);
    }

    #[test]
    fn of_many_who_share_a_word_the_latest_are_looked_at() {
        let mut spoken = Spoken::default();
        (0..1000).for_each(|place| spoken.note(&words(&format!("n{place} lee")), List::New, place));
        let found = spoken.having([&b"lee"[..]].into_iter(), List::New);
        assert_eq!((found.len(), found[0], found[MOST - 1]), (MOST, 999, 1000 - MOST as u32));
        assert_eq!(spoken.having([&b"n3"[..]].into_iter(), List::New), [3]);
    }
}
