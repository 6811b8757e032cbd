//! The knowledge inside the program, compiled when the program was built.

use crate::compiled::Reader;
use crate::dictionary::Dictionary;
use crate::gazetteer::{Gazetteer, KnowledgeError};
use crate::lexicon::Lexicon;
use crate::mention::Knowledge;

/// Bytes at a place where columns of eight-byte numbers may begin.
#[repr(C, align(8))]
struct Aligned<B: ?Sized>(B);

macro_rules! tables {
    ($name:literal) => {{
        static TABLES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".tables")));
        Reader::new(&TABLES.0, include_str!(concat!(env!("OUT_DIR"), "/", $name, ".texts")))
    }};
}

impl Gazetteer {
    /// Returns the gazetteer inside the program.
    ///
    /// # Errors
    /// When a built-in row is bad, which a test excludes.
    pub fn embedded() -> Result<Gazetteer, KnowledgeError> {
        Gazetteer::read(&mut tables!("gazetteer")).or_else(|_| Gazetteer::load(&Gazetteer::embedded_files()))
    }
}

impl Lexicon {
    /// Returns the lexicon inside the program.
    ///
    /// # Errors
    /// When a built-in row is bad, which a test excludes.
    pub fn embedded() -> Result<Lexicon, KnowledgeError> {
        Lexicon::read(&mut tables!("lexicon")).or_else(|_| Lexicon::load(&Lexicon::embedded_files()))
    }
}

impl Knowledge {
    /// Returns the knowledge inside the program, ready to be found in text.
    ///
    /// # Errors
    /// When a built-in row is bad, which a test excludes.
    pub fn embedded() -> Result<Knowledge, KnowledgeError> {
        let (gazetteer, lexicon) = (Gazetteer::embedded()?, Lexicon::embedded()?);
        let dictionary = Dictionary::read(&mut tables!("dictionary"));
        let dictionary = dictionary.unwrap_or_else(|_| Dictionary::new(&gazetteer, &lexicon));
        Ok(Knowledge { gazetteer, lexicon, dictionary })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_is_what_the_files_say() {
        let gazetteer = Gazetteer::load(&Gazetteer::embedded_files()).unwrap_or_else(|error| panic!("{error}"));
        let lexicon = Lexicon::load(&Lexicon::embedded_files()).unwrap_or_else(|error| panic!("{error}"));
        let dictionary = Dictionary::new(&gazetteer, &lexicon);
        let reading = Gazetteer::read(&mut tables!("gazetteer")).unwrap();
        let written = |write: &dyn Fn(&mut crate::compiled::Writer)| {
            let mut out = crate::compiled::Writer::new(cfg!(target_endian = "big"));
            write(&mut out);
            out.finish()
        };
        // What is read back is written again as the files' rows are: nothing is lost or moved.
        assert!(written(&|out| reading.write(out)) == written(&|out| gazetteer.write(out)), "gazetteer");
        assert!(reading.key("EG").is_some() && reading.key("EG") == gazetteer.key("EG"));
        assert_eq!(reading.offices().id("president"), gazetteer.offices().id("president"));
        let reading = Lexicon::read(&mut tables!("lexicon")).unwrap();
        assert!(written(&|out| reading.write(out)) == written(&|out| lexicon.write(out)), "lexicon");
        let reading = Dictionary::read(&mut tables!("dictionary")).unwrap();
        assert!(written(&|out| reading.write(out)) == written(&|out| dictionary.write(out)), "dictionary");
    }
}
