//! Whom a title names elsewhere in the document, and whether the document was asked for it too early.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::phrase::Referent;
use crate::gazetteer::OfficeId;

/// So many are noted; a document that names more is about no state of its own.
const MOST_OFFICES: usize = 64;

/// The people that a document names beside a title, by the title's normal form.
#[derive(Debug, Default)]
pub(super) struct Titled {
    holders: HashMap<Vec<u8>, Referent>,
    /// Titles that were asked for before anybody was named with them.
    missed: RefCell<HashSet<Vec<u8>>>,
    /// Who was named with which office of a state, and whether the title told of which.
    offices: Vec<(OfficeId, Referent, bool)>,
    /// Offices that were asked for before anybody was named with them.
    sought: RefCell<HashSet<OfficeId>>,
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

    /// Notes who is named with an office of a state, and whether the title tells of which; returns whether the office was asked for in vain.
    pub(super) fn note_office(&mut self, office: OfficeId, person: Referent, abroad: bool) -> bool {
        let known = self.offices.contains(&(office, person, abroad));
        if known || self.offices.len() == MOST_OFFICES {
            return false;
        }
        self.offices.push((office, person, abroad));
        !abroad && self.sought.borrow().contains(&office)
    }

    /// Returns the only one whom titles of an office name without telling of which state, as far as the document has been read; notes that
    /// he was asked for where there is nobody yet.
    pub(super) fn at_home(&self, office: OfficeId) -> Option<Referent> {
        let mut home = self.offices.iter().filter(|(held, _, abroad)| *held == office && !abroad).map(|told| told.1);
        let Some(first) = home.next() else {
            self.sought.borrow_mut().insert(office);
            return None;
        };
        let only = home.all(|other| other == first);
        (only && !self.offices.contains(&(office, first, true))).then_some(first)
    }

    /// Forgets what was asked for in vain.
    pub(super) fn settled(mut self) -> Titled {
        self.missed.get_mut().clear();
        self.sought.get_mut().clear();
        self
    }
}
