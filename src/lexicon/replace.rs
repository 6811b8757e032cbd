//! Which words of closed classes the rows of a user's files replace or take away.

use std::collections::{HashMap, HashSet};
use std::mem::discriminant;

use super::{Class, Draft, Item};
use crate::document::Lang;
use crate::gazetteer::RowPlace;
use crate::text::normal_form;

/// The class that takes a word away from all its classes.
pub(super) const NONE: &str = "none";

/// The words read so far by language and form, made when a user's file is read.
#[derive(Debug)]
pub(super) struct Replaced {
    known: HashMap<(Lang, Vec<u8>), Vec<usize>>,
    gone: HashSet<usize>,
}

impl Replaced {
    /// Notes the words of the files before.
    pub(super) fn after(entries: &[Draft]) -> Replaced {
        let mut known: HashMap<(Lang, Vec<u8>), Vec<usize>> = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            known.entry((entry.lang, normal_form(&entry.text))).or_default().push(place);
        }
        Replaced { known, gone: HashSet::new() }
    }

    /// Notes that a word goes: as one of `class`, or of every class.
    pub(super) fn replace(&mut self, entries: &[Draft], lang: Lang, form: &str, class: Option<Class>) {
        let places = self.known.get(&(lang, normal_form(form))).into_iter().flatten();
        let same = |place: &&usize| match (entries[**place].item, class) {
            // Of a list only in the same list.
            (Item::Class(Class::Listed(own)), Some(Class::Listed(list))) => own == list,
            (Item::Class(own), Some(class)) => discriminant(&own) == discriminant(&class),
            (Item::Class(_), None) => true,
            (Item::Form(_), _) => false,
        };
        self.gone.extend(places.filter(same));
    }

    /// Takes out what goes, with its rows.
    pub(super) fn take_out(&self, entries: &mut Vec<Draft>, rows: &mut Vec<RowPlace>) {
        let mut place = 0..;
        entries.retain(|_| place.next().is_none_or(|place| !self.gone.contains(&place)));
        let mut place = 0..;
        rows.retain(|_| place.next().is_none_or(|place| !self.gone.contains(&place)));
    }
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::DataFile;
    use crate::lexicon::Lexicon;

    /// The rows of the word "perhaps" in built-in files with those of a user's.
    fn words(own: &str) -> Vec<(String, String)> {
        let mut files = Lexicon::embedded_files();
        let text = format!("lang,form,class,note\n{own}");
        files.push(("words-en.csv", DataFile { name: "mine/words-en.csv".to_owned(), text: text.into() }));
        let lexicon = Lexicon::load(&files).unwrap_or_else(|error| panic!("{error}"));
        let entries = lexicon.entries().enumerate();
        let perhaps = entries.filter(|(_, entry)| entry.text == "perhaps" || entry.text == "Perhaps");
        perhaps.map(|(index, entry)| (lexicon.entry_row(index).unwrap().file, format!("{:?}", entry.item))).collect()
    }

    #[test]
    fn a_users_word_replaces_the_same_word_of_the_same_class_and_none_takes_it_away() {
        let mine = "mine/words-en.csv";
        let built_in = words("en,zzyzx,skip,\n");
        assert!(!built_in.is_empty() && built_in.iter().all(|(file, _)| file != mine), "{built_in:?}");
        assert_eq!(words("en,perhaps,none,\n"), []);
        let replaced = words("en,Perhaps,possible,mine\n");
        assert_eq!(replaced.iter().filter(|(_, item)| item.contains("Possible")).count(), 1, "{replaced:?}");
        assert!(replaced.iter().any(|(file, _)| file == mine));
    }
}
