//! The stages wired together: a document in, its record out.

use std::path::Path;

use crate::document::Document;
use crate::gazetteer::{Gazetteer, KnowledgeError};
use crate::lexicon::Lexicon;
use crate::relation::Record;
use crate::text::Span;

/// Everything that is known before reading, ready to read documents on any number of threads.
#[derive(Debug)]
pub struct Pipeline {
    gazetteer: Gazetteer,
}

impl Pipeline {
    /// Returns a pipeline with the data inside the program.
    ///
    /// # Errors
    /// When a row is bad, which a test excludes.
    pub fn embedded() -> Result<Pipeline, KnowledgeError> {
        Pipeline::with_overlay(None, None)
    }

    /// Returns a pipeline with the rows of a user's folders added to it or put in their place.
    ///
    /// # Errors
    /// When a file cannot be read or rows are bad; all bad rows are listed.
    pub fn with_overlay(gazetteer: Option<&Path>, lexicon: Option<&Path>) -> Result<Pipeline, KnowledgeError> {
        if let Some(dir) = lexicon {
            Lexicon::with_overlay(dir)?;
        }
        let gazetteer = gazetteer.map_or_else(Gazetteer::embedded, Gazetteer::with_overlay)?;
        Ok(Pipeline { gazetteer })
    }

    /// Returns what a document tells.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Record {
        Record::of_document(document)
    }

    /// Returns the sentences of a document.
    #[must_use]
    pub fn sentences(&self, document: &Document) -> Vec<Span> {
        vec![Span::new(0, document.text.len())]
    }

    /// Returns the gazetteer.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
}
