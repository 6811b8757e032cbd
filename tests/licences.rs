//! Every crate of Cargo.lock is listed with its licence in `docs/licences.csv`, and the licence is one that is taken in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Licences that ask for no more than to be named, and those that ask for nothing.
const TAKEN: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Zlib",
    "Unlicense",
    "0BSD",
    "CC0-1.0",
    "Unicode-3.0",
    "BSL-1.0",
];

/// Crates of which there are several versions; who depends on an old one is not ours to say. The list should become shorter.
const SEVERAL: [&str; 8] = ["embedded-io", "foldhash", "getrandom", "hashbrown", "r-efi", "rand", "rand_core", "syn"];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Returns the crates of Cargo.lock that come from a registry.
fn locked() -> BTreeSet<(String, String)> {
    let lock = read("Cargo.lock");
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let packages = lock.split("[[package]]").skip(1).filter(|package| value(package, "source").is_some());
    packages.map(|package| (value(package, "name").unwrap(), value(package, "version").unwrap())).collect()
}

/// Returns whether a licence expression can be met by what is taken in: of `OR` one part, of `AND` all.
fn is_taken(licence: &str) -> bool {
    let licence = licence.replace(['(', ')'], "").replace(" / ", " OR ").replace('/', " OR ");
    licence.split(" AND ").all(|all| all.split(" OR ").any(|one| TAKEN.contains(&one.trim())))
}

#[test]
fn every_crate_has_a_licence_that_is_taken_in() {
    let table = read("docs/licences.csv");
    let mut listed = BTreeSet::new();
    let mut versions: BTreeMap<String, usize> = BTreeMap::new();
    for row in csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap) {
        assert!(is_taken(&row[2]), "{} {}: {}", &row[0], &row[1], &row[2]);
        *versions.entry(row[0].to_owned()).or_default() += 1;
        listed.insert((row[0].to_owned(), row[1].to_owned()));
    }
    let locked = locked();
    assert!(locked.len() > 100);
    let differing: Vec<_> = locked.symmetric_difference(&listed).collect();
    assert!(differing.is_empty(), "run scripts/licences.py, and look at what is new: {differing:?}");
    let several: Vec<&str> = versions.iter().filter(|(_, count)| **count > 1).map(|(name, _)| &**name).collect();
    assert_eq!(several, SEVERAL, "a crate came, or went, in a second version");
}

#[test]
fn licences_are_read_as_they_are_written() {
    for taken in ["MIT", "MIT/Apache-2.0", "MIT OR LGPL-2.1-or-later", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(is_taken(taken), "{taken}");
    }
    for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "MPL-2.0"] {
        assert!(!is_taken(not), "{not}");
    }
}
