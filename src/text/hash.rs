//! Hashes of short words, the same on every machine: tables made on one are used on another.

/// Returns a hash of `bytes`, of which every bit depends on every byte; words of one length up to eight bytes never meet.
///
/// **Source:** the finaliser of splitmix64 (Sebastiano Vigna, public domain), which loses nothing; no defence against
/// chosen keys, which data files do not hold.
#[must_use]
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    let (mut state, mut rest) = (SEEDS[0].wrapping_mul(bytes.len() as u64 + 1), bytes);
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        state = mixed(state ^ u64::from_le_bytes(*chunk));
        rest = behind;
    }
    if rest.is_empty() { mixed(state) } else { mixed(state ^ tail(rest)) }
}

#[inline]
fn mixed(mut number: u64) -> u64 {
    number = (number ^ number >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    number = (number ^ number >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ number >> 31
}

/// Returns less than eight bytes as one number, in two reads that may overlap: with the length they tell all bytes.
#[inline]
fn tail(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>(), bytes) {
        (Some(&first), Some(&last), _) => {
            u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << 32
        }
        (.., &[first, .., last]) => u64::from(first) | u64::from(bytes[bytes.len() / 2]) << 8 | u64::from(last) << 16,
        (.., &[only]) => u64::from(only),
        _ => 0,
    }
}

/// Returns a hash of two words in their order.
#[must_use]
pub fn pair_hash(first: &[u8], second: &[u8]) -> u64 {
    fold(hash(first) ^ SEEDS[1], hash(second) ^ SEEDS[2])
}

/// Returns a hash of a number.
#[must_use]
#[inline]
pub fn number_hash(number: u64) -> u64 {
    fold(number ^ SEEDS[0], SEEDS[1])
}

const SEEDS: [u64; 3] = [0x9E37_79B9_7F4A_7C15, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB];

#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product >> 64) as u64 ^ product as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn hashes_are_fixed_and_tell_words_apart() {
        // Compiled tables depend on these.
        assert_eq!((hash(b""), hash(b"nisba")), PINNED);
        let words = (0..50_000_u32).map(|n| n.to_string());
        assert_eq!(words.map(|word| hash(word.as_bytes())).collect::<HashSet<_>>().len(), 50_000);
        assert_ne!(pair_hash(b"a", b"b"), pair_hash(b"b", b"a"));
        assert_ne!(hash(b"abc"), hash(b"abc\0"));
    }

    const PINNED: (u64, u64) = (16_294_208_416_658_607_535, 3_899_195_661_523_263_469);
}
