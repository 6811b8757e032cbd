//! The words met lately, and where their readings begin in the dictionary.
//!
//! Most words of a text are few: who has just asked what the dictionary knows of قال, with and without its proclitics, need
//! not walk through its tables again, which are far larger than what a processor keeps at hand.

use std::sync::Arc;

use crate::dictionary::{Dictionary, Gist, Kinds};
use crate::text::fold::{ALEF, LAM};
use crate::text::{Clitics, Reading, WordId, hash};

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
}

/// Words in normal form that are longer, or have more readings, are asked for each time.
const LONGEST: usize = 14;
const MOST: usize = 3;

/// How many words are kept, a power of two.
const SLOTS: usize = 1 << 14;

/// What is known of one word: a line of a processor's memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Slot {
    form: [u8; LONGEST],
    /// 0 where the slot is free.
    length: u8,
    count: u8,
    /// The word's place and one; 0 is none.
    word: u32,
    behind_article: Kinds,
    starts: [Start; MOST],
}

/// The words met lately: of those whose hashes point to one place the last.
#[derive(Debug, Default)]
pub(super) struct Familiar {
    /// Of which dictionary they are; who holds this keeps another from being taken for it.
    of: Option<Arc<()>>,
    slots: Vec<Slot>,
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

    /// Returns what the dictionary says of a form, and adds the starts of its readings, that of the form as it stands first.
    #[inline]
    pub(super) fn read(&mut self, dictionary: &Dictionary, form: &[u8], starts: &mut Vec<Start>) -> Known {
        let slot = &mut self.slots[hash(form) as usize % SLOTS];
        if usize::from(slot.length) != form.len() || slot.form.get(..form.len()) != Some(form) {
            let before = starts.len();
            let known = asked(dictionary, form, starts);
            if let Some(kept) = Slot::of(form, known, &starts[before..]) {
                *slot = kept;
            }
            return known;
        }
        starts.extend_from_slice(&slot.starts[..usize::from(slot.count)]);
        Known { word: slot.word.checked_sub(1).map(WordId), behind_article: slot.behind_article }
    }
}

impl Slot {
    const FREE: Slot = Slot {
        form: [0; LONGEST],
        length: 0,
        count: 0,
        word: 0,
        behind_article: Kinds::NONE,
        starts: [Start { node: 0, gist: Gist::NONE, clitics: Clitics::NONE, skip: 0 }; MOST],
    };

    /// Returns what is kept of a form, where it can be.
    fn of(form: &[u8], known: Known, starts: &[Start]) -> Option<Slot> {
        let mut slot = Slot::FREE;
        slot.form.get_mut(..form.len())?.copy_from_slice(form);
        slot.starts.get_mut(..starts.len())?.copy_from_slice(starts);
        (slot.length, slot.count) = (form.len() as u8, starts.len() as u8);
        slot.word = known.word.map_or(0, |word| word.0 + 1);
        slot.behind_article = known.behind_article;
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
    Known { word, behind_article: kinds.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::lexicon::Lexicon;
    use crate::text::normal_form;

    #[test]
    fn a_word_is_what_its_dictionary_says_however_often_it_is_met() {
        let gazetteer = Gazetteer::embedded().unwrap_or_else(|error| panic!("{error}"));
        let lexicon = Lexicon::embedded().unwrap_or_else(|error| panic!("{error}"));
        let (full, empty) = (Dictionary::new(&gazetteer, &lexicon), Dictionary::default());
        let mut familiar = Familiar::default();
        let long = "ا".repeat(30);
        for dictionary in [&full, &empty, &full] {
            familiar.turn_to(dictionary);
            // More words than places, each met twice.
            let entries = lexicon.entries().step_by(7).map(|entry| normal_form(entry.text));
            let forms = entries.chain(["وللصين", "وبوتين", "وزير", "", long.as_str()].map(normal_form));
            for form in forms.flat_map(|form| [form.clone(), form]) {
                let (mut seen, mut expected) = (Vec::new(), Vec::new());
                let known = familiar.read(dictionary, &form, &mut seen);
                assert_eq!(known, asked(dictionary, &form, &mut expected));
                assert_eq!(seen, expected);
            }
        }
    }
}
