//! Whom a title names elsewhere in the document, and whether the document was asked for it too early.

use std::cell::RefCell;
use std::collections::HashMap;

use super::phrase::Referent;
use crate::gazetteer::OfficeId;

/// So many are noted; a document that names more is about no state of its own.
const MOST_OFFICES: usize = 64;

/// The people that a document names beside a title, by the title's normal form.
#[derive(Debug, Default)]
pub(super) struct Titled {
    holders: HashMap<Vec<u8>, Referent>,
    /// Titles that were asked for before anybody was named with them, and by which word last.
    missed: RefCell<HashMap<Vec<u8>, usize>>,
    /// Who was named with which office of a state, and whether the title told of which.
    offices: Vec<(OfficeId, Referent, bool)>,
    /// Offices that were asked for before anybody was named with them, and by which word last.
    sought: RefCell<HashMap<OfficeId, usize>>,
}

impl Titled {
    /// Returns whom a title at a token names, as far as the document has been read; notes a title that names nobody yet.
    pub(super) fn get(&self, title: &[u8], at: usize) -> Option<Referent> {
        let found = self.holders.get(title).copied();
        if found.is_none() {
            let mut missed = self.missed.borrow_mut();
            match missed.get_mut(title) {
                Some(last) => *last = at,
                None => drop(missed.insert(title.to_vec(), at)),
            }
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

    /// Notes whom a title names, unless somebody was named with it before; returns which word last asked for it in vain.
    pub(super) fn insert(&mut self, title: Vec<u8>, person: Referent) -> Option<usize> {
        let late = self.missed.get_mut().get(&title).copied();
        self.holders.entry(title).or_insert(person);
        late
    }

    /// Notes who is named with an office of a state, and whether the title tells of which; returns which word last asked for the office in vain.
    pub(super) fn note_office(&mut self, office: OfficeId, person: Referent, abroad: bool) -> Option<usize> {
        let known = self.offices.contains(&(office, person, abroad));
        if known || self.offices.len() == MOST_OFFICES {
            return None;
        }
        self.offices.push((office, person, abroad));
        self.sought.get_mut().get(&office).copied().filter(|_| !abroad)
    }

    /// Returns the only one whom titles of an office name without telling of which state, as far as the document has been read; notes which
    /// token asked for him where there is nobody yet.
    pub(super) fn at_home(&self, office: OfficeId, at: usize) -> Option<Referent> {
        let mut home = self.offices.iter().filter(|(held, _, abroad)| *held == office && !abroad).map(|told| told.1);
        let Some(first) = home.next() else {
            self.sought.borrow_mut().insert(office, at);
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
