//! Whom a title names elsewhere in the document, and whether the document was asked for it too early.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::phrase::Referent;

/// The people that a document names beside a title, by the title's normal form.
#[derive(Debug, Default)]
pub(super) struct Titled {
    holders: HashMap<Vec<u8>, Referent>,
    /// Titles that were asked for before anybody was named with them.
    missed: RefCell<HashSet<Vec<u8>>>,
}

impl Titled {
    /// Returns whom a title names, as far as the document has been read; notes a title that names nobody yet.
    pub(super) fn get(&self, title: &[u8]) -> Option<Referent> {
        let found = self.holders.get(title).copied();
        if found.is_none() && !self.missed.borrow().contains(title) {
            self.missed.borrow_mut().insert(title.to_vec());
        }
        found
    }

    /// Returns the only one whom a title names, alone or behind a nationality, as far as the document has been read.
    pub(super) fn only(&self, title: &[u8]) -> Option<Referent> {
        let named =
            |called: &[u8]| called.strip_suffix(title).is_some_and(|before| matches!(before.last(), None | Some(b' ')));
        let mut people = self.holders.iter().filter(|(called, _)| named(called)).map(|(_, &person)| person);
        let first = people.next()?;
        people.all(|person| person == first).then_some(first)
    }

    /// Returns the only one of those whose title opens with these words, as far as the document has been read.
    pub(super) fn only_opening(&self, words: &[u8]) -> Option<Referent> {
        let mut people = self.holders.iter().filter(|(called, _)| called.starts_with(words)).map(|(_, &person)| person);
        let first = people.next()?;
        people.all(|person| person == first).then_some(first)
    }

    /// Notes whom a title names, unless somebody was named with it before; returns whether it was asked for in vain.
    pub(super) fn insert(&mut self, title: Vec<u8>, person: Referent) -> bool {
        let late = self.missed.borrow().contains(&title);
        self.holders.entry(title).or_insert(person);
        late
    }

    /// Forgets what was asked for in vain.
    pub(super) fn settled(mut self) -> Titled {
        self.missed.get_mut().clear();
        self
    }
}
