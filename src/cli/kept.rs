//! The texts that stores keep, as inputs to be read again.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};

use nisba::document::{Document, Input, Place, SourceError};
use nisba::store::{Store, StoreError};

use super::add::told;
use super::args::ReadArgs;

/// Documents that are fetched from a store at a time.
const FETCHED: usize = 200;

/// The kept texts of one store, in the order of the documents' ids.
struct Kept {
    store: Store,
    waiting: VecDeque<Document>,
    last: Option<String>,
    ended: bool,
}

impl Kept {
    fn open(path: &Path) -> anyhow::Result<Kept> {
        let store = Store::open(path).map_err(told)?;
        Ok(Kept { store, waiting: VecDeque::new(), last: None, ended: false })
    }

    fn fetch(&mut self) -> Result<(), StoreError> {
        self.waiting.extend(self.store.documents_after(self.last.as_deref(), FETCHED)?);
        self.ended = self.waiting.is_empty();
        self.last = self.waiting.back().map(|document| document.id.clone());
        Ok(())
    }
}

impl Iterator for Kept {
    type Item = Result<Input, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.waiting.is_empty()
            && !self.ended
            && let Err(error) = self.fetch()
        {
            self.ended = true;
            let place = Place::file(self.store.path().display().to_string());
            return Some(Err(SourceError::Unreadable { place, source: io::Error::other(error) }));
        }
        let document = self.waiting.pop_front()?;
        if document.text.is_empty() {
            return Some(Err(SourceError::EmptyText {
                place: Place::file(format!("{}: {}", self.store.path().display(), document.id)),
            }));
        }
        Some(Ok(Input::Document(document)))
    }
}

impl ReadArgs {
    /// Returns the texts that stores among `paths` keep, then the inputs of the other paths.
    pub(super) fn texts(
        &self,
        paths: &[PathBuf],
    ) -> anyhow::Result<Box<dyn Iterator<Item = Result<Input, SourceError>> + Send>> {
        let (stores, others): (Vec<PathBuf>, Vec<PathBuf>) = paths.iter().cloned().partition(|path| Store::is_at(path));
        let stores = stores.iter().map(|path| Kept::open(path)).collect::<anyhow::Result<Vec<Kept>>>()?;
        let others = (!others.is_empty()).then(|| self.source(&others).inputs());
        Ok(Box::new(stores.into_iter().flatten().chain(others.into_iter().flatten())))
    }
}
