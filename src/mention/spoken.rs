//! The names that a document has given, by their words: who may be meant where a word of one stands again.
//!
//! It finds whom a search through all names would find, at a cost that does not grow with their number: of those who share
//! a word only the latest [`MOST`] are looked at.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use smallvec::SmallVec;

use super::unlisted::clitic_of;
use crate::text::{hash, number_hash, pair_hash};

/// So many bearers of one word are looked at, the latest.
const MOST: usize = 32;

/// Places in a list of names, in the order in which they were given.
pub(super) type Places = SmallVec<[u32; 4]>;

/// Which list of the reader a name stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// People and bodies that nobody lists.
    New,
    /// Listed people, as the document prints their names.
    Printed,
}

/// What is known of the names of one list, by hashes: whoever is told a place compares the words there, which the list holds.
#[derive(Clone, Debug, Default)]
struct Names {
    whole: HashMap<u64, Places, FixedState>,
    /// By the first two words and the last.
    by_word: HashMap<u64, Places, FixedState>,
    by_ends: HashMap<u64, Places, FixedState>,
}

/// Returns the key of a whole name.
pub(super) fn name_key<'w>(words: impl Iterator<Item = &'w [u8]>) -> u64 {
    words.fold(0, |key, word| number_hash(key ^ hash(word)))
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
        names.whole.entry(name_key(words.iter().map(Vec::as_slice))).or_default().push(place);
        for word in words.iter().take(2).chain(words.last()) {
            let places = names.by_word.entry(hash(word)).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            names.by_ends.entry(pair_hash(first, last)).or_default().push(place);
        }
    }

    /// Returns whether a name may have a token, with or without its proclitic, as one of its first two words or as its last.
    #[inline]
    pub(super) fn may_have_any(&self, signs: Signs) -> bool {
        self.bits.has(signs.whole) || self.bits.has(signs.behind)
    }

    /// Returns the places of the names that have one of the words, the latest first.
    pub(super) fn having<'w>(&self, words: impl Iterator<Item = &'w [u8]>, list: List) -> Places {
        let by_word = &self.names(list).by_word;
        let (mut found, mut words_known) = (Places::new(), 0);
        for places in words.filter_map(|word| by_word.get(&hash(word))) {
            found.extend(places.iter().rev().take(MOST).copied());
            words_known += 1;
        }
        if words_known > 1 {
            found.sort_unstable_by(|a, b| b.cmp(a));
            found.dedup();
        }
        found
    }

    /// Returns the places of the names that begin and end with these words, the earliest first.
    pub(super) fn with_ends(&self, first: &[u8], last: &[u8], list: List) -> impl Iterator<Item = usize> + '_ {
        let places = self.names(list).by_ends.get(&pair_hash(first, last));
        places.into_iter().flatten().take(MOST).map(|&place| place as usize)
    }

    /// Returns the first place of a name with this key of which `same` says that its words are the same.
    pub(super) fn place(&self, key: u64, list: List, same: impl Fn(usize) -> bool) -> Option<usize> {
        self.names(list).whole.get(&key)?.iter().map(|&place| place as usize).find(|&place| same(place))
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
        let sign = sign(word);
        self.0[usize::from(sign >> 6) % 64] |= 1 << (sign & 63);
    }

    #[inline]
    fn has(&self, sign: Sign) -> bool {
        self.0[usize::from(sign >> 6) % 64] & 1 << (sign & 63) != 0
    }
}

/// A word by twelve bits.
type Sign = u16;

/// The signs of a token as it stands and behind its proclitic; the same twice where it can have none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs {
    whole: Sign,
    behind: Sign,
}

impl Signs {
    #[inline]
    pub(super) fn of(form: &[u8]) -> Signs {
        let whole = sign(form);
        let behind = clitic_of(form).and_then(|_| form.get(1..)).map_or(whole, sign);
        Signs { whole, behind }
    }
}

#[inline]
fn sign(word: &[u8]) -> Sign {
    // The first and the last four letters tell most words apart, at the cost of one step.
    let (first, last) = match (word.first_chunk(), word.last_chunk()) {
        (Some(&first), Some(&last)) => (u32::from_le_bytes(first), u32::from_le_bytes(last)),
        _ => (word.iter().fold(0, |number, &code| number << 8 | u32::from(code)), 0),
    };
    let hash = (u64::from(first) << 32 | u64::from(last)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (hash >> 52) as Sign
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
        let having = |names: &[&str]| spoken.having(names.iter().map(|name| name.as_bytes()), List::New).to_vec();
        assert_eq!(having(&["lee"]), [3, 2, 1, 0]);
        assert_eq!(having(&["mary", "bob"]), [3, 2, 1, 0]);
        assert_eq!(having(&["jo"]), [0; 0]);
        assert_eq!(spoken.having([&b"lee"[..]].into_iter(), List::Printed).len(), 0);
        assert!(spoken.may_have_any(Signs::of(b"lee")));
        let key = name_key(["ann", "mary", "lee"].into_iter().map(str::as_bytes));
        assert_eq!(spoken.place(key, List::New, |_| true), Some(0));
        assert_eq!(spoken.place(key, List::New, |place| place > 0), Some(3));
        assert_eq!(spoken.with_ends(b"ann", b"lee", List::New).collect::<Vec<_>>(), [0, 2, 3]);
    }

    #[test]
    fn of_many_who_share_a_word_the_latest_are_looked_at() {
        let mut spoken = Spoken::default();
        (0..1000).for_each(|place| spoken.note(&words(&format!("n{place} lee")), List::New, place));
        let found = spoken.having([&b"lee"[..]].into_iter(), List::New);
        assert_eq!((found.len(), found[0], found[MOST - 1]), (MOST, 999, 1000 - MOST as u32));
        assert_eq!(spoken.having([&b"n3"[..]].into_iter(), List::New).to_vec(), [3]);
    }
}
