//! The known words: an interned table, and the readings of a token with its proclitics peeled off.

use std::borrow::Cow;

use super::fold::{ALEF, BEH, FEH, KAF, LAM, WAW};
use super::hash::hash;

/// A word of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

/// The proclitics peeled off a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clitics(u8);

impl Clitics {
    /// None.
    pub const NONE: Clitics = Clitics(0);
    /// و (wa, "and").
    pub const WA: Clitics = Clitics(1);
    /// ف (fa, "so").
    pub const FA: Clitics = Clitics(2);
    /// ب (bi, "with, in, by").
    pub const BI: Clitics = Clitics(4);
    /// ل (li, "to, for").
    pub const LI: Clitics = Clitics(8);
    /// ك (ka, "as").
    pub const KA: Clitics = Clitics(16);

    /// Returns whether all of `other` are among these.
    #[must_use]
    #[inline]
    pub fn has(self, other: Clitics) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns whether a conjunction (و or ف) is among these.
    #[must_use]
    #[inline]
    pub fn has_conjunction(self) -> bool {
        self.0 & 3 != 0
    }

    /// Returns whether a preposition (ب, ل or ك) is among these.
    #[must_use]
    #[inline]
    pub fn has_preposition(self) -> bool {
        self.0 & 28 != 0
    }

    /// Returns both together.
    #[must_use]
    #[inline]
    pub fn with(self, other: Clitics) -> Clitics {
        Clitics(self.0 | other.0)
    }
}

/// One way to read a token: a known word behind zero to two proclitics.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The word.
    pub word: WordId,
    /// What was peeled off.
    pub clitics: Clitics,
    /// How many codes of the token the proclitics take.
    pub skip: u32,
}

/// The known words: a table of open addressing, which is used where it lies when the program carries it.
#[derive(Clone, Default)]
pub struct Vocabulary {
    /// For each slot a few bits of its word's hash, never 0; 0 where the slot is free. A word that is not here mostly ends at
    /// these, which are small enough to stay at hand. The length is a power of two, or 0.
    tags: Cow<'static, [u8]>,
    /// For each slot its word.
    slots: Cow<'static, [u32]>,
    bytes: Cow<'static, [u8]>,
    ends: Cow<'static, [u32]>,
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Vocabulary({} words)", self.len())
    }
}

/// Returns what a slot keeps of a hash: bits that have no part in the slot's place.
#[inline]
fn tag(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
}

impl Vocabulary {
    /// Returns the vocabulary whose columns these are.
    #[must_use]
    pub(crate) fn of_columns((tags, slots, bytes, ends): Columns) -> Vocabulary {
        // What is read later lies within the columns, whatever was written.
        let whole = tags.len() == slots.len() && (tags.is_empty() || tags.len().is_power_of_two());
        if whole { Vocabulary { tags, slots, bytes, ends } } else { Vocabulary::default() }
    }

    /// Returns the columns: tags, slots, the bytes of all words, and where each ends.
    #[must_use]
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(crate) fn columns(&self) -> (&[u8], &[u32], &[u8], &[u32]) {
        (&self.tags, &self.slots, &self.bytes, &self.ends)
    }

    /// Returns the number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the normal form of a word.
    #[must_use]
    pub fn form(&self, word: WordId) -> &[u8] {
        form(&self.bytes, &self.ends, word.0)
    }

    /// Returns the word with the normal form `key`, where known.
    #[must_use]
    #[inline]
    pub fn get(&self, key: &[u8]) -> Option<WordId> {
        let hash = hash(key);
        let mask = self.tags.len().checked_sub(1)?;
        let wanted = tag(hash);
        let mut at = hash as usize & mask;
        loop {
            let tag = self.tags[at];
            if tag == 0 {
                return None;
            }
            if tag == wanted && form(&self.bytes, &self.ends, self.slots[at]) == key {
                return Some(WordId(self.slots[at]));
            }
            at = (at + 1) & mask;
        }
    }

    /// Returns whether a word with this hash may be known.
    #[inline]
    pub(crate) fn may_know(&self, hash: u64) -> bool {
        let mask = self.tags.len().wrapping_sub(1);
        self.tags.get(hash as usize & mask).is_some_and(|&tag| tag != 0)
    }

    /// Returns the word at which the search for a hash begins; 0 where there is none.
    #[inline]
    pub(crate) fn nearest(&self, hash: u64) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        self.slots.get(hash as usize & mask).copied().unwrap_or_default()
    }

    /// Returns where a word ends among the bytes of all; 0 where there is none.
    #[inline]
    pub(crate) fn end(&self, word: u32) -> u32 {
        self.ends.get(word as usize).copied().unwrap_or_default()
    }

    /// Returns a byte of the words; 0 where there is none.
    #[inline]
    pub(crate) fn byte(&self, at: u32) -> u8 {
        self.bytes.get(at as usize).copied().unwrap_or_default()
    }

    /// Returns the word with the normal form `key`, adding it where it is new.
    pub fn intern(&mut self, key: &[u8]) -> WordId {
        if let Some(word) = self.get(key) {
            return word;
        }
        let word = self.ends.len() as u32;
        self.bytes.to_mut().extend_from_slice(key);
        self.ends.to_mut().push(self.bytes.len() as u32);
        // At most three of four slots are taken: the tags keep what follows apart, and half the table is half the memory.
        if self.ends.len() * 4 > self.slots.len() * 3 {
            let size = (self.slots.len() * 2).max(64);
            let (mut tags, mut slots) = (vec![0; size], vec![0; size]);
            for other in 0..word {
                settle(&mut tags, &mut slots, hash(form(&self.bytes, &self.ends, other)), other);
            }
            (self.tags, self.slots) = (Cow::Owned(tags), Cow::Owned(slots));
        }
        settle(self.tags.to_mut(), self.slots.to_mut(), hash(key), word);
        WordId(word)
    }

    /// Calls `found` with each reading of a token with proclitics peeled off.
    ///
    /// لل is read as ل and ال; the span of the rest then starts at the second ل.
    pub fn peeled(&self, token: &[u8], mut found: impl FnMut(Reading)) {
        let Some(&first) = token.first() else { return };
        match first {
            WAW | FEH => {
                let conjunction = if first == WAW { Clitics::WA } else { Clitics::FA };
                self.at(token, 1, conjunction, &mut found);
                if let Some(preposition) = token.get(1).copied().and_then(preposition) {
                    self.behind_preposition(token, 2, conjunction.with(preposition), &mut found);
                }
            }
            _ => {
                if let Some(preposition) = preposition(first) {
                    self.behind_preposition(token, 1, preposition, &mut found);
                }
            }
        }
    }

    fn behind_preposition(&self, token: &[u8], skip: usize, clitics: Clitics, found: &mut impl FnMut(Reading)) {
        self.at(token, skip, clitics, found);
        let rest = &token[skip..];
        if clitics.has(Clitics::LI) && rest.first() == Some(&LAM) && rest.len() > 2 {
            // The longest known word is far shorter than the buffer.
            let mut buffer = [0_u8; 64];
            if rest.len() < buffer.len() {
                buffer[0] = ALEF;
                buffer[1..=rest.len()].copy_from_slice(rest);
                if let Some(word) = self.get(&buffer[..=rest.len()]) {
                    found(Reading { word, clitics, skip: skip as u32 });
                }
            }
        }
    }

    fn at(&self, token: &[u8], skip: usize, clitics: Clitics, found: &mut impl FnMut(Reading)) {
        // A single letter behind proclitics is no word: ولد is not و + ل + د.
        if token.len() > skip + usize::from(skip > 0)
            && let Some(word) = self.get(&token[skip..])
        {
            found(Reading { word, clitics, skip: skip as u32 });
        }
    }
}

/// The columns of a vocabulary: see [`Vocabulary::columns`].
type Columns = (Cow<'static, [u8]>, Cow<'static, [u32]>, Cow<'static, [u8]>, Cow<'static, [u32]>);

/// Puts a word into the first free slot from where its hash points.
fn settle(tags: &mut [u8], slots: &mut [u32], hash: u64, word: u32) {
    let mask = tags.len() - 1;
    let mut at = hash as usize & mask;
    while tags[at] != 0 {
        at = (at + 1) & mask;
    }
    (tags[at], slots[at]) = (tag(hash), word);
}

fn preposition(code: u8) -> Option<Clitics> {
    match code {
        BEH => Some(Clitics::BI),
        LAM => Some(Clitics::LI),
        KAF => Some(Clitics::KA),
        _ => None,
    }
}

fn form<'b>(bytes: &'b [u8], ends: &[u32], word: u32) -> &'b [u8] {
    let start = if word == 0 { 0 } else { ends[word as usize - 1] as usize };
    &bytes[start..ends[word as usize] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normal_form;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.intern(&normal_form(word));
        }
        vocabulary
    }

    #[track_caller]
    fn check(token: &str, expected: &[(&str, u32)]) {
        let vocabulary = vocabulary(&["بوتين", "الصين", "لبنان", "وزير", "زير", "مصر"]);
        let mut seen = Vec::new();
        let form = normal_form(token);
        seen.extend(vocabulary.get(&form).map(|word| (vocabulary.form(word).to_vec(), 0)));
        vocabulary.peeled(&form, |r| seen.push((vocabulary.form(r.word).to_vec(), r.skip)));
        let expected: Vec<_> = expected.iter().map(|(w, s)| (normal_form(w), *s)).collect();
        assert_eq!(seen, expected, "{token}");
    }

    #[test]
    fn proclitics_are_peeled() {
        check("بوتين", &[("بوتين", 0)]);
        check("وبوتين", &[("بوتين", 1)]);
        check("ولبوتين", &[("بوتين", 2)]);
        check("للصين", &[("الصين", 1)]);
        check("وللصين", &[("الصين", 2)]);
        check("للبنان", &[("لبنان", 1)]);
        check("وزير", &[("وزير", 0), ("زير", 1)]);
        check("مصري", &[]);
    }
}
