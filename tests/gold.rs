//! The figures on the annotated documents, against the floor that the project holds.
//!
//! The documents belong to their publishers and are no part of the project; where they are absent the test says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nisba::eval::{Annotated, FIGURES, read_annotated, score};
use rayon::prelude::*;

use super::{floor, pipeline};

fn gold() -> Vec<Annotated> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    paths.iter().flat_map(|path| read_annotated(path).unwrap()).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn figures_do_not_fall_below_the_floor() {
    let gold = gold();
    if gold.is_empty() {
        eprintln!("left out: there are no annotated documents in ../shared/gold");
        return;
    }
    let read = |document: &Annotated| Annotated::from(&pipeline().extract(&document.document()));
    let found: BTreeMap<String, Annotated> =
        gold.par_iter().map(read).map(|document| (document.id.clone(), document)).collect();
    let tallies = score(&gold, &found, None);
    let reached: Vec<(&str, f64)> =
        FIGURES.iter().copied().zip(tallies.iter().map(|tally| tally.figures().f1)).collect();
    floor::hold("tests/gold/floor.csv", &reached);
}
