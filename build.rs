//! Compiles the data files of `gazetteer/` into the tables that the program carries.
//!
//! It uses the program's own modules, so that what is compiled cannot differ from what a user's files would become.

#![allow(dead_code, unused_imports, unreachable_pub, missing_docs, reason = "the program uses what this does not")]

#[path = "src/compiled.rs"]
mod compiled;
#[path = "src/document/date.rs"]
mod date;
#[path = "src/dictionary/mod.rs"]
mod dictionary;
#[path = "src/gazetteer/mod.rs"]
mod gazetteer;
#[path = "src/document/lang.rs"]
mod lang;
#[path = "src/lexicon/mod.rs"]
mod lexicon;
#[path = "src/text/mod.rs"]
mod text;

/// What the modules know of documents.
mod document {
    pub use crate::date::{DateError, DatePrecision, PartialDate};
    pub use crate::lang::Lang;
}

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use compiled::Writer;
use dictionary::Dictionary;
use gazetteer::Gazetteer;
use lexicon::Lexicon;

fn main() -> Result<(), Box<dyn Error>> {
    for path in ["build.rs", "gazetteer", "src/compiled.rs", "src/dictionary", "src/document", "src/gazetteer"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text");

    let folder = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    let big_endian = env::var("CARGO_CFG_TARGET_ENDIAN").is_ok_and(|order| order == "big");
    let save = |name: &str, write: &dyn Fn(&mut Writer)| {
        let (tables, texts) = Writer::tables(big_endian, write);
        fs::write(Path::new(&folder).join(format!("{name}.tables")), tables)?;
        fs::write(Path::new(&folder).join(format!("{name}.texts")), texts)
    };

    let gazetteer = Gazetteer::load(&Gazetteer::embedded_files())?;
    let lexicon = Lexicon::load(&Lexicon::embedded_files())?;
    let dictionary = Dictionary::new(&gazetteer, &lexicon);
    save("gazetteer", &|out| gazetteer.write(out))?;
    save("lexicon", &|out| lexicon.write(out))?;
    save("dictionary", &|out| dictionary.write(out))?;
    Ok(())
}
