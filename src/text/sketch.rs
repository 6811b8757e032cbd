//! Sketches: what a text says, in 64 bytes, so that copies of one text are known among many.
//!
//! Newspapers print the same agency text with another headline, a by-line, or cut at the end. A sketch holds, for
//! each of 32 parts of all hashes, the least hash of the text's shingles (four words in a row, in normal form) that
//! falls into it. The share of equal places estimates the share of common shingles.
//!
//! **Source:** minwise hashing with one permutation: Li, Owen and Zhang, "One Permutation Hashing" (2012), section 3;
//! shingles: Broder, "On the resemblance and containment of documents" (1997).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::token::Tokens;

/// Places of a sketch.
const PLACES: usize = 32;
/// Words in a row that are hashed together.
const SHINGLE: usize = 4;
/// A place into which no shingle falls.
const EMPTY: u16 = 0;
/// Fewer equal places than these prove nothing.
const LEAST: usize = 4;

/// The sketch of a text. The same words give the same sketch in every release: sketches are kept in files.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sketch([u16; PLACES]);

impl Sketch {
    /// Returns the sketch of a text that has been split into tokens; `None` where it has fewer than four words.
    #[must_use]
    pub fn of(tokens: &Tokens) -> Option<Sketch> {
        let mut words = tokens.tokens.iter().map(|token| word(tokens.form(token)));
        let mut least = [u64::MAX; PLACES];
        let mut last: [u64; SHINGLE] = [0, words.next()?, words.next()?, words.next()?];
        let mut filled = false;
        for hash in words {
            last = [last[1], last[2], last[3], hash];
            let shingle = last.iter().fold(0_u64, |sum, word| mix(sum ^ word));
            let place = &mut least[(shingle >> 59) as usize];
            *place = (*place).min(shingle << 5);
            filled = true;
        }
        filled.then(|| Sketch(least.map(|hash| if hash == u64::MAX { EMPTY } else { low(hash) })))
    }

    /// Returns the estimated share of common shingles, in [0, 1].
    #[must_use]
    pub fn resemblance(&self, other: &Sketch) -> f64 {
        let (equal, filled) = self.compare(other);
        #[expect(clippy::cast_precision_loss, reason = "at most 32")]
        if filled == 0 { 0.0 } else { equal as f64 / filled as f64 }
    }

    /// Returns whether the two texts are one but for a headline, a by-line or a cut: half of their shingles are common.
    #[must_use]
    pub fn is_copy(&self, other: &Sketch) -> bool {
        let (equal, filled) = self.compare(other);
        self == other || (equal >= LEAST && equal * 2 >= filled)
    }

    /// Returns keys, of which two copies have at least one in common, but for one pair in many.
    pub fn keys(&self) -> impl Iterator<Item = u32> {
        let pairs = self.0.chunks_exact(2).enumerate();
        pairs.filter(|(_, pair)| pair[0] != EMPTY || pair[1] != EMPTY).map(|(place, pair)| {
            // The place is part of the key: the same pair of hashes elsewhere is another pair of shingles.
            let pair = u64::from(pair[0]) << 16 | u64::from(pair[1]);
            (mix(pair << 8 | place as u64) >> 32) as u32
        })
    }

    /// Returns the places as hexadecimal digits, four each.
    fn digits(&self) -> [u8; PLACES * 4] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        std::array::from_fn(|at| DIGITS[usize::from(self.0[at / 4] >> (12 - at % 4 * 4) & 0xF)])
    }

    fn compare(&self, other: &Sketch) -> (usize, usize) {
        let pairs = || self.0.iter().zip(&other.0);
        let equal = pairs().filter(|(a, b)| a == b && **a != EMPTY).count();
        let filled = pairs().filter(|(a, b)| **a != EMPTY || **b != EMPTY).count();
        (equal, filled)
    }
}

/// FNV-1a, which needs no table and is the same everywhere.
fn word(form: &[u8]) -> u64 {
    form.iter().fold(0xCBF2_9CE4_8422_2325, |hash, &code| (hash ^ u64::from(code)).wrapping_mul(0x0100_0000_01B3))
}

/// The finisher of SplitMix64: each bit of the input moves half of those of the output.
fn mix(mut hash: u64) -> u64 {
    hash = hash.wrapping_add(0x9E37_79B9_7F4A_7C15);
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

fn low(hash: u64) -> u16 {
    // The lowest five bits were shifted in, the highest are small in a least hash.
    match (hash >> 5) as u16 {
        EMPTY => 1,
        other => other,
    }
}

impl fmt::Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.digits()).unwrap_or_default())
    }
}

impl fmt::Debug for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sketch({self})")
    }
}

/// The text is not a sketch: 128 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a sketch of a text: 128 hexadecimal digits")]
pub struct SketchError(String);

impl FromStr for Sketch {
    type Err = SketchError;

    fn from_str(text: &str) -> Result<Self, SketchError> {
        let fail = || SketchError(text.to_owned());
        if text.len() != 4 * PLACES || !text.is_ascii() {
            return Err(fail());
        }
        let mut places = [EMPTY; PLACES];
        for (at, place) in places.iter_mut().enumerate() {
            *place = u16::from_str_radix(&text[4 * at..4 * at + 4], 16).map_err(|_| fail())?;
        }
        Ok(Sketch(places))
    }
}

impl Serialize for Sketch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.digits()).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for Sketch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(text: &str) -> Sketch {
        let mut tokens = Tokens::default();
        tokens.read(text);
        Sketch::of(&tokens).unwrap()
    }

    /// Words that come in no order, so that two texts share shingles only where they share words.
    fn words(from: u64, to: u64) -> String {
        (from..to).map(|number| format!("w{} ", mix(number))).collect()
    }

    #[track_caller]
    fn check(left: &str, right: &str, expected: bool) {
        let (left, right) = (sketch(left), sketch(right));
        assert_eq!(left.is_copy(&right), expected, "{}", left.resemblance(&right));
        assert_eq!(left.keys().any(|key| right.keys().any(|other| key == other)), expected);
    }

    #[test]
    fn copies_are_texts_with_another_head_or_a_cut() {
        let text = words(0, 300);
        check(&text, &text, true);
        check(&text, &format!("{}{text}", words(1000, 1020)), true);
        check(&text, &words(0, 220), true);
        check(&text, &words(1000, 1300), false);
        check(&text, &format!("{}{}", words(0, 40), words(2000, 2260)), false);
        check("التقى بوتين وترامب في ألاسكا", "التقى بوتين وترامب في ألاسكا", true);
        check("التقى بوتين وترامب في ألاسكا أمس", "زار ماكرون مصر أمس والتقى السيسي", false);
    }

    #[test]
    fn spelling_and_vowel_signs_make_no_difference() {
        assert_eq!(sketch("إلتقى الرئيسُ بوتين نظيره"), sketch("التقي الرئيس بوتين نظيره"));
    }

    #[test]
    fn the_estimate_is_near_the_share_of_common_shingles() {
        // 150 of 450 words are common.
        let estimate = sketch(&words(0, 300)).resemblance(&sketch(&words(150, 450)));
        assert!((0.1..0.6).contains(&estimate), "{estimate}");
    }

    #[test]
    fn sketches_are_written_and_read() {
        let some = sketch(&words(0, 50));
        assert_eq!(some.to_string().parse(), Ok(some));
        assert!("00ff".parse::<Sketch>().is_err());
        assert_eq!(sketch("one two three four").to_string().len(), 128);
        let mut tokens = Tokens::default();
        tokens.read("three words only");
        assert_eq!(Sketch::of(&tokens), None);
    }

    #[test]
    fn a_sketch_stays_what_it_is_in_files() {
        let kept = sketch("one two three four");
        let filled = kept.0.iter().filter(|place| **place != EMPTY).count();
        assert_eq!((filled, word(b"one")), (1, 0x1A08_AA19_21CA_5CAF));
    }
}
