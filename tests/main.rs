//! Tests from outside: the library by its public names, the program by its command line.

mod architecture;
mod check;
mod cli;
mod crosscheck;
mod eval;
mod explain;
mod export;
mod floor;
mod gazetteer;
mod gold;
mod lexicon;
mod licences;
mod news;
mod properties;
mod readme;
mod sentences;
mod truncation;

use std::sync::LazyLock;

use nisba::pipeline::Pipeline;

/// Returns the pipeline with the knowledge inside the program, loaded once.
fn pipeline() -> &'static Pipeline {
    static PIPELINE: LazyLock<Pipeline> =
        LazyLock::new(|| Pipeline::embedded().unwrap_or_else(|error| panic!("{error}")));
    &PIPELINE
}

/// Returns whether committed expectations are to be brought up to what is reached now.
fn blessing() -> bool {
    std::env::var_os("NISBA_BLESS").is_some_and(|value| value == "1")
}
