//! Listed people under a name that the list does not hold, by the first and the last word: with a middle name, or
//! spelled by another ear.

use crate::compiled::{CompiledError, Flat, Reader, Writer};
use crate::document::Lang;
use crate::gazetteer::{Alias, AliasKind, EntityId, Gazetteer};
use crate::text::{Tokens, pair_hash};

/// Countries whose people's names are Arabic, so that every letter counts; all others come through transcription.
pub(crate) const ARABIC_NAMES: [&str; 22] = [
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD",
    "SY", "TN", "YE",
];

/// Countries many of whose people bear Arabic given names, beside names of their own language.
const BORROWED_NAMES: [&str; 12] = ["AF", "BD", "ID", "IR", "ML", "MY", "NE", "NG", "PK", "SN", "SO", "TD"];

/// Returns whether many of the people of a country, whose names come through transcription, bear Arabic given names.
pub(crate) fn borrows_arabic_names(gazetteer: &Gazetteer, country: EntityId) -> bool {
    BORROWED_NAMES.contains(&gazetteer.get(country).id)
}

/// Returns whether the people of a country have Arabic names.
pub(crate) fn has_arabic_names(gazetteer: &Gazetteer, country: EntityId) -> bool {
    ARABIC_NAMES.contains(&gazetteer.get(country).id)
}

/// Names by a key of their first and last word: in columns, sorted by key.
#[derive(Debug, Default)]
pub(crate) struct Column {
    keys: Flat<u64>,
    people: Flat<u32>,
    /// How many names the listed name has.
    lengths: Flat<u8>,
}

impl Column {
    /// Returns these rows and more.
    fn with(&self, mut rows: Vec<Row>) -> Column {
        let lengths = self.people.iter().zip(&*self.lengths);
        rows.extend(self.keys.iter().zip(lengths).map(|(&key, (&person, &length))| (key, EntityId(person), length)));
        rows.sort_unstable();
        rows.dedup();
        Column {
            keys: rows.iter().map(|row| row.0).collect::<Vec<_>>().into(),
            people: rows.iter().map(|row| row.1.0).collect::<Vec<_>>().into(),
            lengths: rows.iter().map(|row| row.2).collect::<Vec<_>>().into(),
        }
    }

    /// Returns the people of a key, each with how many names the listed name has.
    pub(crate) fn rows(&self, key: u64) -> impl Iterator<Item = (EntityId, usize)> + '_ {
        let start = self.keys.partition_point(|&other| other < key);
        let here = self.keys[start..].iter().take_while(move |&&other| other == key).count();
        (start..start + here).map(|at| (EntityId(self.people[at]), usize::from(self.lengths[at])))
    }

    fn write(&self, out: &mut Writer) {
        out.u64s(&self.keys);
        out.u32s(&self.people);
        out.bytes(&self.lengths);
    }

    fn read(from: &mut Reader) -> Result<Column, CompiledError> {
        Ok(Column { keys: from.u64s()?, people: from.u32s()?, lengths: from.bytes()? })
    }
}

/// A key, the person, and how many names the listed name has.
type Row = (u64, EntityId, u8);

/// People by the first and the last word of their names, as hashes of both in order.
#[derive(Debug, Default)]
pub(crate) struct Variants {
    /// By the letters.
    pub(crate) exact: Column,
    /// By the consonants, for names that come through transcription.
    pub(crate) heard: Column,
    /// English names, by the sounds of the first word and the last.
    pub(crate) latin: Column,
}

/// The rows of [`Variants`], as they are collected.
#[derive(Default)]
pub(super) struct VariantRows {
    exact: Vec<Row>,
    heard: Vec<Row>,
    latin: Vec<Row>,
    ends: Ends,
}

impl VariantRows {
    /// Notes a name of a listed person of `country`, whose words are in `tokens`.
    pub(super) fn add(&mut self, gazetteer: &Gazetteer, alias: Alias<'_>, country: Option<EntityId>, tokens: &Tokens) {
        let full = matches!(alias.kind, AliasKind::Name | AliasKind::Variant | AliasKind::Official);
        if !full || tokens.len() < 2 {
            return;
        }
        let words = tokens.tokens.iter().map(|token| tokens.form(token));
        let count = |length: usize| u8::try_from(length).unwrap_or(u8::MAX);
        if alias.lang == Lang::En {
            let length = latin_names(words.clone()).count();
            // A name of many (Mohamed Ibrahim) is known by its office alone.
            let length = if alias.support.is_free() { length } else { 0 };
            self.latin.extend(latin_key(words).map(|key| (key, alias.entity, count(length))));
            return;
        }
        self.ends.read(words);
        if self.ends.count < 2 {
            return;
        }
        let (first, last, length) = (&self.ends.first, &self.ends.last, count(self.ends.count));
        self.exact.push((exact_ends(first, last), alias.entity, length));
        let arabic = country.is_some_and(|key| has_arabic_names(gazetteer, key));
        if !arabic && let Some(key) = heard_ends(first, last) {
            self.heard.push((key, alias.entity, length));
        }
    }

    /// Makes the names ready to be found, beside those that are.
    pub(super) fn finish(self, held: Variants) -> Variants {
        Variants {
            exact: held.exact.with(self.exact),
            heard: held.heard.with(self.heard),
            latin: held.latin.with(self.latin),
        }
    }
}

impl Variants {
    pub(super) fn write(&self, out: &mut Writer) {
        [&self.exact, &self.heard, &self.latin].into_iter().for_each(|column| column.write(out));
    }

    pub(super) fn read(from: &mut Reader) -> Result<Variants, CompiledError> {
        Ok(Variants { exact: Column::read(from)?, heard: Column::read(from)?, latin: Column::read(from)? })
    }
}

// عبد, ابو, ابي, ابا, and بن, ابن in normal form.
const JOINING: [&[u8]; 4] = [&[0x91, 0x81, 0x87], &[0x80, 0x81, 0x9A], &[0x80, 0x81, 0x9B], &[0x80, 0x81, 0x80]];
// الدين, الله, الإسلام, الحق: what completes the word before it.
const COMPLETING: [&[u8]; 4] = [
    &[0x80, 0x96, 0x87, 0x9B, 0x98],
    &[0x80, 0x96, 0x96, 0x99],
    &[0x80, 0x96, 0x80, 0x8B, 0x96, 0x80, 0x97],
    &[0x80, 0x96, 0x85, 0x94],
];
const DROPPED: [&[u8]; 2] = [&[0x81, 0x98], &[0x80, 0x81, 0x98]];

/// Joins what two words write of one name (عبد الله, أبو بكر, بهاء الدين) and drops بن.
pub(crate) fn compounds(words: &[&[u8]]) -> Vec<Vec<u8>> {
    let mut out: Vec<Vec<u8>> = Vec::with_capacity(words.len());
    let mut open = false;
    for &word in words {
        if DROPPED.contains(&word) && !out.is_empty() {
            continue;
        }
        match out.last_mut() {
            Some(last) if open || COMPLETING.contains(&word) => last.extend_from_slice(word),
            _ => out.push(word.to_vec()),
        }
        open = JOINING.contains(&word);
    }
    out
}

/// The first and the last of [`compounds`], and how many there are; the room is used again from name to name.
#[derive(Debug, Default)]
struct Ends {
    first: Vec<u8>,
    last: Vec<u8>,
    count: usize,
}

impl Ends {
    fn read<'w>(&mut self, words: impl Iterator<Item = &'w [u8]>) {
        self.count = 0;
        let mut open = false;
        for word in words {
            if DROPPED.contains(&word) && self.count > 0 {
                continue;
            }
            let begins = self.count == 0 || !open && !COMPLETING.contains(&word);
            self.count += usize::from(begins);
            let end = if self.count == 1 { &mut self.first } else { &mut self.last };
            if begins {
                end.clear();
            }
            end.extend_from_slice(word);
            open = JOINING.contains(&word);
        }
    }
}

fn ends(words: &[Vec<u8>]) -> Option<(&Vec<u8>, &Vec<u8>)> {
    if words.len() < 2 { None } else { words.first().zip(words.last()) }
}

pub(crate) fn exact_key(words: &[Vec<u8>]) -> Option<u64> {
    ends(words).map(|(first, last)| exact_ends(first, last))
}

fn exact_ends(first: &[u8], last: &[u8]) -> u64 {
    // بنكيران is بن كيران: of a last name of six letters or more.
    const SON: [u8; 2] = [0x81, 0x98];
    let last = last.strip_prefix(&SON).filter(|rest| rest.len() > 3).unwrap_or(last);
    pair_hash(first, last)
}

/// The words of an English name without articles, filiations and initials.
pub(crate) fn latin_names<'w>(words: impl Iterator<Item = &'w [u8]>) -> impl Iterator<Item = &'w [u8]> {
    const PARTICLES: [&[u8]; 8] = [b"al", b"el", b"bin", b"ben", b"ibn", b"bint", b"ul", b"as"];
    words.filter(|word| word.len() > 1 && !PARTICLES.contains(word))
}

/// The sounds of the first and the last word of an English name.
pub(crate) fn latin_key<'w>(words: impl Iterator<Item = &'w [u8]>) -> Option<u64> {
    let mut words = latin_names(words);
    let first = latin_sounds(words.next()?);
    let last = latin_sounds(words.last()?);
    (first.len() > 1 && last.len() > 2).then(|| pair_hash(&first, &last))
}

/// A word as it sounds, whoever transcribed it: Meshaal and Mashal, Qassem and Qasem, Nikolay and Nikolai.
fn latin_sounds(word: &[u8]) -> Vec<u8> {
    // Elaraby is Al-Arabi.
    let word = match word {
        [b'e' | b'a', b'l', rest @ ..] if rest.len() > 4 && rest[0] != b'l' => rest,
        _ => word,
    };
    let mut out: Vec<u8> = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let (code, length) = match &word[at..] {
            [b'o', b'u' | b'o', ..] => (b'u', 2),
            [b'a' | b'e', b'i' | b'y', ..] | [b'e', b'e', ..] | [b'i', b'e', ..] => (b'i', 2),
            [b'k', b'h', ..] => (b'x', 2),
            [b'p', b'h', ..] => (b'f', 2),
            [b'g' | b't', b'h', ..] => (word[at], 2),
            [b'c', b'k', ..] => (b'k', 2),
            [b'h'] => break,
            [b'o', ..] => (b'u', 1),
            [b'e', ..] => (b'a', 1),
            [b'y', ..] => (b'i', 1),
            [b'q', ..] => (b'k', 1),
            [b'j', ..] => (b'g', 1),
            [code, ..] => (*code, 1),
            [] => break,
        };
        if out.last() != Some(&code) {
            out.push(code);
        }
        at += length;
    }
    out
}

/// The consonants of both words; too few of them tell nobody apart.
pub(crate) fn heard_key(words: &[Vec<u8>]) -> Option<u64> {
    ends(words).and_then(|(first, last)| heard_ends(first, last))
}

fn heard_ends(first: &[u8], last: &[u8]) -> Option<u64> {
    let word = last;
    let (first, last) = (skeleton(first), skeleton(last));
    // زوبع is no يوسف: of a short name the first sound counts as it is.
    let sound = if last.len() > 2 { None } else { first_sound(word) };
    (last.len() > 1 && !first.is_empty() && first.len() + last.len() > 3)
        .then(|| pair_hash(&first, &last) ^ u64::from(sound.unwrap_or(0)))
}

/// The first consonant of an Arabic word, and how it may be transcribed: ج, غ, ك and ق write one foreign sound.
fn first_sound(word: &[u8]) -> Option<u8> {
    word.iter().map(|code| code.wrapping_sub(0x80)).find_map(|code| match code {
        1 => Some(b'b'),
        19 => Some(b'f'),
        2 | 14 => Some(b't'),
        7 | 15 => Some(b'd'),
        3 | 11 | 13 => Some(b's'),
        8 | 10 | 16 => Some(b'z'),
        12 => Some(b'c'),
        4 | 18 | 20 | 21 => Some(b'g'),
        5 | 6 => Some(b'h'),
        9 => Some(b'r'),
        22 => Some(b'l'),
        23 => Some(b'm'),
        24 => Some(b'n'),
        _ => None,
    })
}

/// Returns the consonants of a word, those that transcriptions confuse as one.
pub(crate) fn skeleton(word: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(word.len());
    for &code in word {
        let class = match code {
            0x80.. => match code - 0x80 {
                1 | 19 => b'f',                     // ب ف
                2 | 3 | 14 | 15 | 7 => b't',        // ت ث ض ط د
                10 | 11 | 12 | 13 | 8 | 16 => b's', // ز س ش ص ذ ظ
                4 | 18 | 20 | 21 | 6 | 5 => b'k',   // ج غ ق ك خ ح
                9 => b'r',
                22 => b'l',
                23 => b'm',
                24 => b'n',
                // ا ه و ي ء ع
                _ => continue,
            },
            b'b' | b'p' | b'f' | b'v' => b'f',
            b't' | b'd' => b't',
            b's' | b'z' | b'x' => b's',
            b'c' | b'k' | b'g' | b'q' | b'j' => b'k',
            b'r' => b'r',
            b'l' => b'l',
            b'm' => b'm',
            b'n' => b'n',
            _ => continue,
        };
        if out.last() != Some(&class) {
            out.push(class);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> Vec<Vec<u8>> {
        let words = crate::text::words(name);
        compounds(&words.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    #[test]
    fn the_ends_are_those_of_the_compounds() {
        let mut ends = Ends::default();
        for name in [
            "عبد القادر محمد قحطان",
            "أبو بكر",
            "عبد",
            "بن علي بن محمد",
            "عبد بن أبو علي",
            "عادل بن أحمد الجبير",
            "محمد",
        ] {
            let words = crate::text::words(name);
            ends.read(words.iter().map(Vec::as_slice));
            let all = parts(name);
            assert_eq!((ends.count, Some(&ends.first)), (all.len(), all.first()), "{name}");
            assert!(all.len() < 2 || all.last() == Some(&ends.last), "{name}");
        }
    }

    fn exact(name: &str) -> Option<u64> {
        exact_key(&parts(name))
    }

    fn heard(name: &str) -> Option<u64> {
        heard_key(&parts(name))
    }

    #[test]
    fn middle_names_and_compounds_make_no_difference() {
        assert_eq!(exact("عبد القادر محمد قحطان"), exact("عبدالقادر قحطان"));
        assert_eq!(exact("عادل بن أحمد الجبير"), exact("عادل الجبير"));
        assert_eq!(exact("محمود عبد الله"), exact("محمود عبدالله"));
        assert_eq!(exact("عبد الإله بن كيران"), exact("عبدالإله بنكيران"));
        assert_ne!(exact("حسن نافعة"), exact("حسين نافعة"));
        assert_eq!(exact("أوباما"), None);
    }

    #[test]
    fn english_transcriptions_of_one_name_sound_alike() {
        let latin = |name: &str| latin_key(crate::text::words(name).iter().map(Vec::as_slice));
        assert_eq!(latin("Khaled Meshaal"), latin("Khaled Mashal"));
        assert_eq!(latin("Qassem Suleimani"), latin("Qasem Soleimani"));
        assert_eq!(latin("Nabil Al-Arabi"), latin("Nabil Elaraby"));
        assert_ne!(latin("Mahmoud Hussein"), latin("Mohamed Hussein"));
        assert_ne!(latin("Ali Hassan"), latin("Ali Hussein"));
        assert_eq!(latin("Xi"), None);
    }

    #[test]
    fn transcriptions_of_one_name_sound_alike() {
        assert_eq!(heard("ألكسيس تسيبراس"), heard("أليكسيس تسيبراس"));
        assert_eq!(heard("ديدييه رينديرز"), heard("ديديه ريندرز"));
        assert_eq!(heard("صلاح الدين دمرطاش"), heard("صلاح الدين ديميرتاش"));
        assert_ne!(heard("جون كيري"), heard("جون ماكين"));
        assert_eq!(heard("لي وو"), None);
    }
}
