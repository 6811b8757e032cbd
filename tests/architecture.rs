//! Who may import whom, and who may speak: the rules of `docs/architecture.md`, read off the source.

use std::fs;
use std::path::{Path, PathBuf};

/// For each module of the library, the modules that it may name.
const MAY_IMPORT: [(&str, &[&str]); 19] = [
    ("compiled", &[]),
    ("text", &[]),
    ("document", &["text"]),
    ("gazetteer", &["compiled", "text", "document"]),
    ("lexicon", &["compiled", "text", "document", "gazetteer"]),
    ("dictionary", &["compiled", "text", "document", "gazetteer", "lexicon"]),
    ("mention", &["text", "document", "gazetteer", "lexicon", "dictionary"]),
    ("embedded", &["compiled", "gazetteer", "lexicon", "dictionary", "mention"]),
    ("relation", &["text", "document", "gazetteer", "lexicon", "mention"]),
    ("graph", &["text", "document", "gazetteer", "relation"]),
    ("query", &["text", "document", "gazetteer", "relation", "graph"]),
    ("dossier", &["document", "gazetteer", "relation", "query"]),
    ("decision", &["text", "document", "gazetteer", "relation", "graph"]),
    ("export", &["document", "gazetteer", "relation", "graph"]),
    ("store", &["text", "document", "gazetteer", "relation", "graph", "query"]),
    ("eval", &["document", "relation"]),
    ("survey", &["text", "document", "gazetteer", "lexicon", "mention", "relation"]),
    ("explain", &["text", "document", "gazetteer", "lexicon", "mention", "relation"]),
    ("pipeline", &["text", "document", "gazetteer", "lexicon", "mention", "relation", "survey", "explain"]),
];

/// What only the command line may do: print, end the process, ask the environment or the clock.
const FOR_THE_COMMAND_LINE: [&str; 13] = [
    "println!",
    "print!",
    "eprintln!",
    "eprint!",
    "dbg!",
    "stdout()",
    "stderr()",
    "process::exit",
    "env::var",
    "env::args",
    "env::current_dir",
    "SystemTime::now",
    "Zoned::now",
];

/// Crates that stay in one place: the program's, and the graph's store.
const KEPT_APART: &[(&str, &[&str])] = &[
    ("petgraph", &["graph"]),
    ("fa2", &["export"]),
    ("clap", &["cli", "main"]),
    ("anyhow", &["cli", "main"]),
    ("indicatif", &["cli"]),
    ("comfy_table", &["cli"]),
    ("parquet", &["export"]),
    ("rusqlite", &["store"]),
    ("quick_xml", &["export"]),
    ("oxrdf", &["export"]),
    ("oxttl", &["export"]),
    ("oxjsonld", &["export"]),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Returns each line of code with its module, file and number; comments and the tests at a file's end are left out.
fn lines() -> Vec<(String, String, usize, String)> {
    let mut lines = Vec::new();
    for entry in walkdir::WalkDir::new(source()).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "rs") || path.ends_with("tests.rs") {
            continue;
        }
        let name = path.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/");
        let module = name.split(['/', '.']).next().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        let (code, _tests) = text.split_once("#[cfg(test)]\nmod tests {").unwrap_or((&text, ""));
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            lines.push((module.clone(), name.clone(), number + 1, line.to_owned()));
        }
    }
    lines
}

/// Returns the modules named by `crate::…` in a line.
fn imports(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn modules_import_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    for (module, file, number, line) in lines() {
        if matches!(module.as_str(), "cli" | "main" | "lib") {
            continue;
        }
        let (_, allowed) = MAY_IMPORT
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{file}: the module '{module}' has no row in the table of this test"));
        for imported in imports(&line).filter(|imported| *imported != module && !allowed.contains(imported)) {
            wrong.push(format!("src/{file}:{number}: {module} must not import {imported}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_row_of_the_table_is_a_module() {
    for (module, _) in MAY_IMPORT {
        let is_module = source().join(module).is_dir() || source().join(format!("{module}.rs")).is_file();
        assert!(is_module, "there is no module {module}");
    }
}

#[test]
fn only_the_command_line_speaks() {
    let mut wrong = Vec::new();
    for (module, file, number, line) in lines().iter().filter(|(module, ..)| module != "cli" && module != "main") {
        for word in FOR_THE_COMMAND_LINE.iter().filter(|word| line.contains(*word)) {
            wrong.push(format!("src/{file}:{number}: {word} in {module}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn some_crates_stay_in_one_module() {
    let mut wrong = Vec::new();
    for (module, file, number, line) in &lines() {
        for &(name, homes) in KEPT_APART {
            let named = line.contains(&format!("{name}::")) || line.contains(&format!("use {name}"));
            if named && !homes.contains(&module.as_str()) {
                wrong.push(format!("src/{file}:{number}: {name} in {module}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_library_never_names_the_program() {
    let lib = fs::read_to_string(source().join("lib.rs")).unwrap();
    assert!(!lib.contains("mod cli"), "the command line belongs to the program: declare it in main.rs");
}
