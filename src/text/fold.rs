//! The normal form of a character: one byte a letter, the same for all spellings that newsrooms mix.
//!
//! Arabic letters become the codes `0x80..`, Latin letters and digits their lower-case ASCII byte. Spelling variants
//! share a code: أ إ آ ٱ ا; ى ي ئ ی; ة ه; ؤ و; ک گ ك. Vowel signs, tatweel and format characters have no code.
//!
//! **Source:** the orthographic normalisation usual in Arabic retrieval (Larkey, Ballesteros, Connell 2002: "light
//! stemming", section 2.2), with the Persian letters that newsrooms print.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The Arabic letters of the normal form; a letter's code is `0x80` plus its place here.
pub const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء";

/// The code of ا.
pub const ALEF: u8 = 0x80;
/// The code of ب.
pub const BEH: u8 = 0x81;
/// The code of ع.
pub const AIN: u8 = 0x91;
/// The code of ت.
pub const TEH: u8 = 0x82;
/// The code of ج.
pub const JEEM: u8 = 0x84;
/// The code of ز.
pub const ZAIN: u8 = 0x8A;
/// The code of س.
pub const SEEN: u8 = 0x8B;
/// The code of ط.
pub const TAH: u8 = 0x8F;
/// The code of ف.
pub const FEH: u8 = 0x93;
/// The code of ك.
pub const KAF: u8 = 0x95;
/// The code of ل.
pub const LAM: u8 = 0x96;
/// The code of م.
pub const MEEM: u8 = 0x97;
/// The code of ن.
pub const NOON: u8 = 0x98;
/// The code of ه and ة.
pub const HEH: u8 = 0x99;
/// The code of و.
pub const WAW: u8 = 0x9A;
/// The code of ي and ى.
pub const YEH: u8 = 0x9B;

/// What a character becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// A letter or digit, with its code.
    Letter(u8),
    /// Nothing: a vowel sign, tatweel, soft hyphen or format character.
    Drop,
    /// White space within a line.
    Space,
    /// A line or paragraph end.
    Newline,
    /// An apostrophe: inside a word it vanishes, before a final `s` it ends the word.
    Apostrophe,
    /// A hyphen or dash that may join the parts of a name.
    Hyphen,
    /// Any other mark, reduced to an ASCII sign of its kind.
    Punct(u8),
    /// A letter of another script.
    Foreign,
}

/// The characters that news is made of: Latin with accents, Greek, Cyrillic, Arabic.
const COMMON: usize = 0x700;

/// What each of the common characters becomes, so that a text costs a look-up a character.
struct Table {
    common: [Fold; COMMON],
    /// The codes of the letters of the block of Arabic by the bits of their two bytes, [`HAMZA_BELOW`] with that of إ; 0 is
    /// no letter. It is as long as any first byte needs, so that one look tells a letter from anything else.
    arabic: Box<[u16; PAIRS]>,
}

/// Stands above the code of a letter with a hamza below.
pub(super) const HAMZA_BELOW: u16 = 1 << 8;

/// U+0600 to U+06FF: in UTF-8 two bytes, of which the first is 0xD8 to 0xDB.
const ARABIC_BLOCK: usize = 0x100;
/// A first byte, and six bits of a second.
const PAIRS: usize = 1 << 14;

/// Returns the place of two bytes in the table of pairs; what follows a first byte of two is told by its lower six bits.
#[inline]
fn pair([lead, trail]: [u8; 2]) -> usize {
    usize::from(lead) << 6 | usize::from(trail & 0x3F)
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let common: [Fold; COMMON] =
        std::array::from_fn(|code| char::from_u32(code as u32).map_or(Fold::Foreign, computed));
    let mut arabic = Box::new([0; PAIRS]);
    for place in 0..ARABIC_BLOCK {
        let Fold::Letter(code @ 0x80..) = common[0x600 + place] else { continue };
        let hamza = if place == 0x25 { HAMZA_BELOW } else { 0 };
        arabic[pair([0xD8 | (place >> 6) as u8, 0x80 | (place & 0x3F) as u8])] = u16::from(code) | hamza;
    }
    Table { common, arabic }
});

/// What each character becomes, at hand for a whole text.
#[derive(Clone, Copy)]
pub(super) struct Folds(&'static Table);

impl Folds {
    /// Returns the table, making it at the first call.
    pub(super) fn get() -> Folds {
        Folds(&TABLE)
    }

    /// Returns what `c` becomes in the normal form.
    #[inline]
    pub(super) fn fold(self, c: char) -> Fold {
        self.0.common.get(c as usize).copied().unwrap_or_else(|| computed(c))
    }

    /// Returns the code of an Arabic letter that is encoded in two bytes, with [`HAMZA_BELOW`] where it has one; 0 where it is none.
    #[inline]
    pub(super) fn arabic(self, bytes: [u8; 2]) -> u16 {
        self.0.arabic[pair(bytes)]
    }
}

/// Returns what `c` becomes in the normal form.
#[must_use]
#[inline]
pub fn fold(c: char) -> Fold {
    Folds::get().fold(c)
}

fn computed(c: char) -> Fold {
    match c {
        'a'..='z' | '0'..='9' => Fold::Letter(c as u8),
        'A'..='Z' => Fold::Letter(c.to_ascii_lowercase() as u8),
        '\u{0621}'..='\u{064A}' => arabic(c),
        ' ' | '\t' | '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => Fold::Space,
        '\n' | '\r' | '\u{0085}' | '\u{2028}' | '\u{2029}' => Fold::Newline,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{02BB}' | '`' | '\u{00B4}' => Fold::Apostrophe,
        '-' | '+' | '\u{2010}' | '\u{2011}' => Fold::Hyphen,
        '\u{2012}'..='\u{2015}' => Fold::Punct(b'-'),
        '\u{060C}' | '\u{066B}' | '\u{066C}' => Fold::Punct(b','),
        '\u{061B}' => Fold::Punct(b';'),
        '\u{061F}' => Fold::Punct(b'?'),
        '\u{06D4}' => Fold::Punct(b'.'),
        '\u{2026}' => Fold::Punct(b'.'),
        '\u{00AB}' | '\u{00BB}' | '\u{201C}'..='\u{201F}' | '\u{2039}' | '\u{203A}' => Fold::Punct(b'"'),
        '\u{0660}'..='\u{0669}' => Fold::Letter(b'0' + (c as u32 - 0x0660) as u8),
        '\u{06F0}'..='\u{06F9}' => Fold::Letter(b'0' + (c as u32 - 0x06F0) as u8),
        // Vowel signs, superscript alef, tatweel's kin, soft hyphen, zero-width and bidi controls.
        '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{06D6}'..='\u{06ED}' => Fold::Drop,
        '!'..='/' | ':'..='@' | '['..='_' | '{'..='~' => Fold::Punct(c as u8),
        '\0'..='\u{1F}' | '\u{7F}' => Fold::Space,
        _ => rare(c),
    }
}

fn code(letter: char) -> Fold {
    ARABIC.chars().position(|a| a == letter).map_or(Fold::Foreign, |i| Fold::Letter(0x80 + i as u8))
}

fn arabic(c: char) -> Fold {
    match c {
        'أ' | 'إ' | 'آ' => Fold::Letter(ALEF),
        'ى' | 'ئ' => code('ي'),
        'ة' => code('ه'),
        'ؤ' => Fold::Letter(WAW),
        '\u{0640}' => Fold::Drop, // TATWEEL
        '\u{063B}' | '\u{063C}' => code('ك'),
        '\u{063D}'..='\u{063F}' => code('ي'),
        _ => code(c),
    }
}

fn rare(c: char) -> Fold {
    match c {
        // ALEF WASLA, with wavy hamza above and below, HIGH HAMZA ALEF
        '\u{0671}'..='\u{0673}' | '\u{0675}' => return Fold::Letter(ALEF),
        '\u{067E}' => return code('ب'),                                        // PEH
        '\u{0686}' | '\u{0698}' => return code('ج'),                           // TCHEH, JEH
        '\u{06A4}' => return code('ف'),                                        // VEH
        '\u{06A9}' | '\u{06AF}' | '\u{06AD}' => return code('ك'),              // KEHEH, GAF, NG
        '\u{06CC}' | '\u{06D0}' | '\u{06D2}' | '\u{0649}' => return code('ي'), // FARSI YEH, E, YEH BARREE
        '\u{06BE}' | '\u{06C1}' | '\u{06C0}' | '\u{06D5}' => return code('ه'), // HEH forms
        '\u{06C6}'..='\u{06C8}' | '\u{06CB}' => return Fold::Letter(WAW),      // OE, U, YU, VE
        'ß' => return Fold::Letter(b's'),
        'æ' | 'Æ' => return Fold::Letter(b'a'),
        'ø' | 'Ø' | 'œ' | 'Œ' => return Fold::Letter(b'o'),
        'ł' | 'Ł' => return Fold::Letter(b'l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => return Fold::Letter(b'd'),
        'þ' | 'Þ' => return Fold::Letter(b't'),
        'ı' | 'İ' => return Fold::Letter(b'i'),
        _ => {}
    }
    if is_combining_mark(c) {
        return Fold::Drop;
    }
    // Letters with accents and presentation forms: the base letter of the compatibility decomposition.
    let mut parts = std::iter::once(c).nfkd().filter(|&p| !is_combining_mark(p));
    match parts.next() {
        Some(base) if base != c => computed(base),
        _ if c.is_alphanumeric() => Fold::Foreign,
        _ if c.is_whitespace() => Fold::Space,
        _ => Fold::Punct(b'~'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(a: &str, b: &str) {
        let folded = |s: &str| s.chars().map(fold).filter(|f| *f != Fold::Drop).collect::<Vec<_>>();
        assert_eq!(folded(a), folded(b), "{a} and {b}");
    }

    #[test]
    fn spellings_share_a_form() {
        same("أمريكا", "امريكا");
        same("المصرى", "المصري");
        same("غزه", "غزة");
        same("مُحَمَّد", "محمد");
        same("الـصين", "الصين");
        same("پوتین", "بوتين");
        same("Müller", "muller");
        same("٢٠٢٥", "2025");
        same("ﻣﺼﺮ", "مصر");
    }

    #[test]
    fn letter_constants_agree_with_the_table() {
        for (letter, constant) in [
            ('ا', ALEF),
            ('ب', BEH),
            ('س', SEEN),
            ('ف', FEH),
            ('ك', KAF),
            ('ل', LAM),
            ('م', MEEM),
            ('و', WAW),
            ('ي', YEH),
        ] {
            assert_eq!(code(letter), Fold::Letter(constant));
        }
    }
}
