//! The words met lately, and where their readings begin in the dictionary.
//!
//! Most words of a text are few: who has just asked what the dictionary knows of قال, with and without its proclitics, need
//! not walk through its tables again, which are far larger than what a processor keeps at hand.

use std::hint::black_box;
use std::sync::Arc;

use super::eponym::{is_birthplace, is_time_zone};
use crate::dictionary::{Ahead, Dictionary, Gist, Kinds};
use crate::text::fold::{ALEF, BEH, FEH, KAF, LAM, WAW};
use crate::text::{Clitics, Reading, Token, Tokens, WordId, hash};

/// Where a reading of a word begins in the dictionary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) node: u32,
    pub(super) gist: Gist,
    pub(super) clitics: Clitics,
    pub(super) skip: u8,
}

/// What the dictionary says of a word by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The word as it stands.
    pub(super) word: Option<WordId>,
    /// The kinds of what stands behind its article, as a word.
    pub(super) behind_article: Kinds,
    /// What else is asked of it.
    pub(super) marks: Marks,
}

impl Known {
    /// Returns the word, if a form may go on with it.
    #[inline]
    pub(super) fn word_behind(self) -> Option<WordId> {
        self.word.filter(|_| self.marks.has(Marks::BEHIND))
    }
}

/// What is asked of a word beside its kinds: what lets a phrase begin that the dictionary has under no kind (see `opening`), and
/// whether a form may go on with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// A person's name of several words begins with it.
    pub(super) const GIVEN: Marks = Marks(1);
    /// It is a general noun of bodies with the article.
    pub(super) const DEFINITE_BODY: Marks = Marks(1 << 1);
    /// مسقط, with a proclitic or without.
    pub(super) const BIRTHPLACE: Marks = Marks(1 << 2);
    /// توقيت, with a proclitic or without: a phrase may begin behind it.
    pub(super) const TIME_ZONE: Marks = Marks(1 << 3);
    /// It stands in forms behind others.
    pub(super) const BEHIND: Marks = Marks(1 << 4);

    #[inline]
    pub(super) fn has(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn with(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    fn of(dictionary: &Dictionary, form: &[u8], word: Option<WordId>, behind_article: Kinds) -> Marks {
        let given = word.is_some_and(|word| dictionary.is_given_name(word));
        let marks = [
            (given, Marks::GIVEN),
            (behind_article.has(Kinds::BODY), Marks::DEFINITE_BODY),
            (is_birthplace(form), Marks::BIRTHPLACE),
            (is_time_zone(form), Marks::TIME_ZONE),
            (word.is_some_and(|word| dictionary.stands_behind(word)), Marks::BEHIND),
        ];
        marks.into_iter().filter(|(has, _)| *has).fold(Marks::default(), |all, (_, mark)| all.with(mark))
    }
}

/// Words in normal form that are longer, or have more readings, are asked for each time.
const LONGEST: usize = 14;
const MOST: usize = 3;

/// A word that is kept, as one number: its codes, and its length above them; 0 is none, since no word is empty.
type Key = u128;

/// The key of words that are too long.
const NOT_KEPT: Key = Key::MAX;

/// Returns the key of a token.
#[inline]
fn key_of(tokens: &Tokens, token: &Token) -> Key {
    let (start, length) = (token.start as usize, (token.end - token.start) as usize);
    if length > LONGEST {
        return NOT_KEPT;
    }
    let codes = match tokens.codes[start..].first_chunk() {
        // What stands behind the word is of the next ones.
        Some(&chunk) => Key::from_le_bytes(chunk) & ((1 << (8 * length)) - 1),
        None => tokens.form(token).iter().rev().fold(0, |codes, &code| codes << 8 | Key::from(code)),
    };
    codes | (length as Key) << (8 * LONGEST)
}

/// Returns the place of a key among the slots: both its halves bear on all of it.
#[inline]
fn place_of(key: Key) -> usize {
    let (low, high) = (key as u64, (key >> 64) as u64);
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> (u64::BITS - SLOTS.trailing_zeros())) as usize
}

/// How many words are kept, a power of two.
const SLOTS: usize = 1 << 15;
/// So many tokens are looked up at once.
const PIECE: usize = 256;

/// What is known of one word: a line of a processor's memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Slot {
    key: Key,
    /// The word's place and one; 0 is none.
    word: u32,
    behind_article: Kinds,
    starts: [Start; MOST],
    count: u8,
    marks: Marks,
}

/// The words met lately: of those whose hashes point to one place the last.
#[derive(Debug, Default)]
pub(super) struct Familiar {
    /// Of which dictionary they are; who holds this keeps another from being taken for it.
    of: Option<Arc<()>>,
    /// A word stands in the slot of its place, or in the other one of the pair, where it was met before the one there.
    slots: Vec<Slot>,
    keys: Vec<Key>,
    hashes: Vec<u64>,
    ahead: Ahead,
}

impl Familiar {
    /// Makes ready for questions about a dictionary.
    pub(super) fn turn_to(&mut self, dictionary: &Dictionary) {
        let identity = dictionary.identity();
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, identity)) {
            self.of = Some(Arc::clone(identity));
            self.slots.clear();
            self.slots.resize(SLOTS, Slot::FREE);
        }
    }

    /// Adds what the dictionary says of each token, the starts of its readings, that of the form as it stands first, and where they
    /// end.
    pub(super) fn read(
        &mut self,
        dictionary: &Dictionary,
        tokens: &Tokens,
        (words, starts, ends): (&mut Vec<Known>, &mut Vec<Start>, &mut Vec<u32>),
    ) {
        for piece in tokens.tokens.chunks(PIECE) {
            self.keys.clear();
            self.keys.extend(piece.iter().map(|token| key_of(tokens, token)));
            self.look_ahead(dictionary, tokens, piece);
            for (at, token) in piece.iter().enumerate() {
                words.push(self.known(dictionary, tokens.form(token), self.keys[at], starts));
                ends.push(starts.len() as u32);
            }
        }
    }

    /// Looks at all slots of a piece before any is read, and then at what the dictionary will be asked.
    fn look_ahead(&mut self, dictionary: &Dictionary, tokens: &Tokens, piece: &[Token]) {
        // Without a branch, so that no guess of what comes behind one cuts the waits short.
        let seen = self.keys.iter().fold(0, |all, &key| all ^ self.slots[place_of(key)].key as u64);
        black_box(seen);
        self.hashes.clear();
        for (token, &key) in piece.iter().zip(&self.keys) {
            let place = place_of(key);
            if self.slots[place].key != key && self.slots[place ^ 1].key != key {
                add_hashes(tokens.form(token), &mut self.hashes);
            }
        }
        self.ahead.words(dictionary, &self.hashes);
    }

    /// Returns what the dictionary says of a form, and adds the starts of its readings.
    #[inline]
    fn known(&mut self, dictionary: &Dictionary, form: &[u8], key: Key, starts: &mut Vec<Start>) -> Known {
        let mut place = place_of(key);
        if self.slots[place].key != key {
            place ^= 1;
        }
        let slot = &self.slots[place];
        if slot.key != key {
            return self.asked(dictionary, form, key, starts);
        }
        // All are copied, at a known cost, and what is too much is cut off.
        let behind = starts.len() + usize::from(slot.count);
        starts.extend_from_slice(&slot.starts);
        starts.truncate(behind);
        Known { word: slot.word.checked_sub(1).map(WordId), behind_article: slot.behind_article, marks: slot.marks }
    }

    /// Asks the dictionary, and keeps what it says.
    fn asked(&mut self, dictionary: &Dictionary, form: &[u8], key: Key, starts: &mut Vec<Start>) -> Known {
        let before = starts.len();
        let known = asked(dictionary, form, starts);
        if let Some(kept) = Slot::of(key, known, &starts[before..]).filter(|_| key != NOT_KEPT) {
            let place = place_of(key);
            self.slots[place ^ 1] = self.slots[place];
            self.slots[place] = kept;
        }
        known
    }
}

/// Adds the hashes of the words that a form may be read as: as it stands, behind proclitics, and behind its article.
fn add_hashes(form: &[u8], hashes: &mut Vec<u64>) {
    hashes.push(hash(form));
    match form {
        [WAW | FEH, BEH | LAM | KAF, rest @ ..] => hashes.extend([hash(&form[1..]), hash(rest)]),
        [WAW | FEH | BEH | LAM | KAF, rest @ ..] | [ALEF, LAM, rest @ ..] => hashes.push(hash(rest)),
        _ => {}
    }
}

impl Slot {
    const FREE: Slot = Slot {
        key: 0,
        count: 0,
        word: 0,
        behind_article: Kinds::NONE,
        starts: [Start { node: 0, gist: Gist::NONE, clitics: Clitics::NONE, skip: 0 }; MOST],
        marks: Marks(0),
    };

    /// Returns what is kept of a word, where it can be.
    fn of(key: Key, known: Known, starts: &[Start]) -> Option<Slot> {
        let mut slot = Slot { key, count: starts.len() as u8, ..Slot::FREE };
        slot.starts.get_mut(..starts.len())?.copy_from_slice(starts);
        slot.word = known.word.map_or(0, |word| word.0 + 1);
        (slot.behind_article, slot.marks) = (known.behind_article, known.marks);
        Some(slot)
    }
}

/// Asks the dictionary about a form, and adds the starts of its readings.
fn asked(dictionary: &Dictionary, form: &[u8], starts: &mut Vec<Start>) -> Known {
    let word = dictionary.word(form);
    let mut read = |reading: Reading| {
        if let Some(node) = dictionary.start(reading.word) {
            let gist = dictionary.gist(node);
            starts.push(Start { node, gist, clitics: reading.clitics, skip: reading.skip as u8 });
        }
    };
    if let Some(word) = word {
        read(Reading { word, clitics: Clitics::NONE, skip: 0 });
    }
    dictionary.peeled(form, read);
    let behind = form.strip_prefix(&[ALEF, LAM]).and_then(|rest| dictionary.word(rest));
    let kinds = behind.and_then(|word| dictionary.start(word)).map(|node| dictionary.kinds(node));
    let behind_article = kinds.unwrap_or_default();
    Known { word, behind_article, marks: Marks::of(dictionary, form, word, behind_article) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_word_is_what_its_dictionary_says_however_often_it_is_met() {
        let gazetteer = Gazetteer::embedded().unwrap_or_else(|error| panic!("{error}"));
        let lexicon = Lexicon::embedded().unwrap_or_else(|error| panic!("{error}"));
        let (full, empty) = (Dictionary::new(&gazetteer, &lexicon), Dictionary::default());
        let (mut familiar, mut tokens) = (Familiar::default(), Tokens::default());
        let long = "ا".repeat(30);
        for dictionary in [&full, &empty, &full] {
            familiar.turn_to(dictionary);
            // More words than places, each met twice.
            let entries = lexicon.entries().step_by(7).map(|entry| entry.text.to_owned());
            let texts = entries.chain(["وللصين", "وبوتين", "وزير", "", long.as_str()].map(str::to_owned));
            for text in texts.flat_map(|text| [text.clone(), text]) {
                tokens.read(&text);
                let (mut words, mut seen, mut ends) = (Vec::new(), Vec::new(), Vec::new());
                familiar.read(dictionary, &tokens, (&mut words, &mut seen, &mut ends));
                let mut expected = Vec::new();
                for (at, token) in tokens.tokens.iter().enumerate() {
                    assert_eq!(words[at], asked(dictionary, tokens.form(token), &mut expected));
                    assert_eq!(ends[at] as usize, expected.len());
                }
                assert_eq!(seen, expected);
            }
        }
    }
}
