//! Data files of any bytes: the loaders list what is wrong, or what they load can be read with.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nisba::gazetteer::{DataFile, Gazetteer, KnowledgeError};
use nisba::lexicon::Lexicon;
use nisba::mention::{Dictionary, Scan};
use nisba::text::Tokens;

const NAMES: [&str; 9] = [
    "entities.csv",
    "aliases.csv",
    "demonyms.csv",
    "office_kinds.csv",
    "offices.csv",
    "titles.csv",
    "words-ar.csv",
    "words-en.csv",
    "triggers-en.csv",
];

/// Parts a text into files: a line `== NAME` begins one, so that a finding can be read.
fn files(text: &str) -> Vec<(&str, DataFile)> {
    let mut files = Vec::new();
    for part in text.split("== ").skip(1) {
        let (name, rows) = part.split_once('\n').unwrap_or((part, ""));
        if let Some(&name) = NAMES.iter().find(|known| **known == name.trim()) {
            files.push((name, DataFile { name: name.to_owned(), text: rows.to_owned().into() }));
        }
    }
    files
}

fn told<T>(loaded: Result<T, KnowledgeError>) -> Option<T> {
    match loaded {
        Ok(loaded) => Some(loaded),
        Err(error @ KnowledgeError::Rows(_)) => {
            assert!(!error.to_string().is_empty());
            None
        }
        Err(error) => panic!("no file is read here: {error}"),
    }
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let files = files(&text);
    let (gazetteer, lexicon) = (told(Gazetteer::load(&files)), told(Lexicon::load(&files)));
    if let (Some(gazetteer), Some(lexicon)) = (gazetteer, lexicon) {
        let dictionary = Dictionary::new(&gazetteer, &lexicon);
        let mut tokens = Tokens::default();
        tokens.read(&text);
        let mut scan = Scan::default();
        scan.read(&dictionary, &tokens);
        for alias in gazetteer.aliases() {
            assert!(alias.text.trim() != "");
        }
    }
});
