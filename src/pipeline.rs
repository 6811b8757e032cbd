//! Wires the stages: a document in, its record out.

use std::cell::RefCell;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use sha2::{Digest as _, Sha256};

use crate::document::{Document, sentences};
use crate::explain::{Explainer, Explanation};
use crate::gazetteer::{Gazetteer, KnowledgeError};
use crate::lexicon::Lexicon;
use crate::mention::{self, Knowledge, Reader, Scan};
use crate::relation::{self, Options, Record, RecordBuilder, outline, read_relations, triggers_seen};
use crate::survey::{Hits, Sighting, unlisted};
use crate::text::{Span, Tokens};

/// The whole reading of documents, ready to be shared between threads.
#[derive(Clone, Debug)]
pub struct Pipeline {
    knowledge: Arc<Knowledge>,
    options: Options,
}

#[derive(Default)]
struct Scratch {
    tokens: Tokens,
    scan: Scan,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Returns the digest of the data files that a pipeline with these overlays reads with, 32 hexadecimal digits.
///
/// # Errors
/// When a file of an overlay cannot be read.
pub fn knowledge_digest(gazetteer: Option<&Path>, lexicon: Option<&Path>) -> Result<String, KnowledgeError> {
    let mut files = Gazetteer::embedded_files();
    files.extend(Lexicon::embedded_files());
    if let Some(dir) = gazetteer {
        files.extend(Gazetteer::files_of(dir)?);
    }
    if let Some(dir) = lexicon {
        files.extend(Lexicon::files_of(dir)?);
    }
    let mut hasher = Sha256::new();
    for (name, file) in files {
        hasher.update(name.as_bytes());
        hasher.update((file.text.len() as u64).to_le_bytes());
        hasher.update(file.text.as_bytes());
    }
    Ok(hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}

impl Pipeline {
    /// Returns a pipeline with the knowledge inside the program.
    ///
    /// # Errors
    /// When a built-in row is bad, which a test excludes.
    pub fn embedded() -> Result<Pipeline, KnowledgeError> {
        Pipeline::with_overlay(None, None)
    }

    /// Returns a pipeline with the knowledge inside the program and the rows of the user's folders.
    ///
    /// # Errors
    /// When a file cannot be read or a row is bad; all bad rows are listed.
    pub fn with_overlay(gazetteer: Option<&Path>, lexicon: Option<&Path>) -> Result<Pipeline, KnowledgeError> {
        // The knowledge inside the program is one for all, and stays until the end.
        static EMBEDDED: OnceLock<Arc<Knowledge>> = OnceLock::new();
        let knowledge = if let Some(known) = EMBEDDED.get().filter(|_| gazetteer.is_none() && lexicon.is_none()) {
            known.clone()
        } else if gazetteer.is_none() && lexicon.is_none() {
            let knowledge = Arc::new(Knowledge::embedded()?);
            EMBEDDED.get_or_init(|| knowledge).clone()
        } else {
            Arc::new(Knowledge::with_overlay(gazetteer, lexicon)?)
        };
        Ok(Pipeline { knowledge, options: Options::default() })
    }

    /// Returns the same pipeline with other options.
    #[must_use]
    pub fn with_options(mut self, options: Options) -> Pipeline {
        self.options = options;
        self
    }

    /// Returns the gazetteer.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.knowledge.gazetteer
    }

    /// Returns the lexicon.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.knowledge.lexicon
    }

    /// Returns all that the pipeline knows.
    #[must_use]
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// Returns the sentences of a document, as spans of its text.
    #[must_use]
    pub fn sentences(&self, document: &Document) -> Vec<Span> {
        let mut tokens = Tokens::default();
        tokens.read(&document.text);
        let ranges = self.ranges(&tokens);
        ranges.into_iter().map(|range| tokens.sentence_span(&document.text, range)).collect()
    }

    fn ranges(&self, tokens: &Tokens) -> Vec<(usize, usize)> {
        let lexicon = &self.knowledge.lexicon;
        let opens = |form: &[u8]| lexicon.opens_circumstance(form);
        sentences(tokens, |form| lexicon.is_short_month(form), |form| lexicon.is_day(form), opens)
    }

    /// Reads one document: its mentions and relations.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Record {
        self.read(document, |reader, tokens, scan, ranges| {
            let relations = read_relations(reader, tokens, scan, ranges, self.options, None);
            RecordBuilder::new(&self.knowledge.gazetteer, document, tokens, ranges).build(reader, relations)
        })
    }

    /// Returns why a document is read as it is: which row linked each mention and filled each frame, and what lost.
    #[must_use]
    pub fn explain(&self, document: &Document) -> Explanation {
        let (names, telling) = (mention::Trace::default(), relation::Trace::default());
        self.read_noting(document, Some(&names), |reader, tokens, scan, ranges| {
            let found = read_relations(reader, tokens, scan, ranges, self.options, Some(&telling));
            let builder = RecordBuilder::new(&self.knowledge.gazetteer, document, tokens, ranges);
            let record = builder.build(reader, found.clone());
            let (names, telling, builder) = (&names, &telling, &builder);
            let explainer = Explainer { reader, document, tokens, ranges, builder, names, telling };
            explainer.explain(&found, &record.relations)
        })
    }

    /// Returns how each sentence of a document is read: its units in order, a line a sentence.
    #[must_use]
    pub fn outline(&self, document: &Document) -> Vec<String> {
        self.read(document, |reader, tokens, scan, ranges| outline(reader, tokens, scan, ranges, &document.text))
    }

    /// Returns what a document names and the gazetteer does not know.
    #[must_use]
    pub fn unlisted(&self, document: &Document) -> Vec<Sighting> {
        self.read(document, |reader, tokens, _, ranges| unlisted(reader, tokens, ranges, &document.text))
    }

    /// Returns the triggers that stand in a document, and what it was read to say.
    #[must_use]
    pub fn hits(&self, document: &Document) -> Hits {
        let seen = self.read(document, triggers_seen);
        Hits { seen, record: self.extract(document) }
    }

    /// Calls `read` with a reader of the document that has read nothing yet.
    fn read<T>(
        &self,
        document: &Document,
        read: impl FnOnce(&mut Reader<'_>, &Tokens, &Scan, &[(usize, usize)]) -> T,
    ) -> T {
        self.read_noting(document, None, read)
    }

    /// The same, with a trace of what is decided on the way.
    fn read_noting<T>(
        &self,
        document: &Document,
        trace: Option<&mention::Trace>,
        read: impl FnOnce(&mut Reader<'_>, &Tokens, &Scan, &[(usize, usize)]) -> T,
    ) -> T {
        SCRATCH.with(|scratch| {
            let Scratch { tokens, scan } = &mut *scratch.borrow_mut();
            tokens.read(&document.text);
            scan.read(&self.knowledge.dictionary, tokens);
            let (tokens, scan) = (&*tokens, &*scan);
            let ranges = self.ranges(tokens);
            let reader = Reader::new(&self.knowledge, &document.text, tokens, scan, document.lang, document.date);
            let mut reader = reader.traced(trace).without(self.options.without);
            read(&mut reader, tokens, scan, &ranges)
        })
    }
}
