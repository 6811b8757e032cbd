//! The editor's safety net: the data files are what `gazetteer/README.md` says, and nothing in them is doubtful.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unicode_normalization::is_nfc;

use super::{blessing, pipeline};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns the data files: name and text.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["gazetteer", "gazetteer/lexicon"] {
        for entry in fs::read_dir(root(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "csv") {
                let name = path.strip_prefix(root("")).unwrap().to_string_lossy().into_owned();
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

fn rows(text: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn the_files_are_sorted_plain_text_without_twins() {
    let mut wrong = Vec::new();
    for (name, text) in files() {
        if text.contains('\r') || !text.ends_with('\n') || text.starts_with('\u{FEFF}') {
            wrong.push(format!("{name}: LF line ends, one at the end, no byte order mark"));
        }
        let rows = rows(&text);
        for (number, row) in rows.iter().enumerate() {
            if row.iter().any(|field| field.trim() != field || !is_nfc(field)) {
                wrong.push(format!("{name}: row {}: a field is not in NFC, or has blanks at an end", number + 2));
            }
        }
        let mut seen = BTreeSet::new();
        for (number, row) in rows.iter().enumerate() {
            let fields: Vec<&str> = row.iter().collect();
            // The words of the lexicon stand by class; all else in the order of bytes, field by field.
            let in_order = name.contains("words-") || seen.last().is_none_or(|last| *last < fields);
            let shown = fields.join(",");
            let problem = match (seen.insert(fields), in_order) {
                (false, _) => "stands twice",
                (_, false) => "is out of order",
                _ => continue,
            };
            wrong.push(format!("{name}: row {} {problem}: {shown}", number + 2));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn the_columns_are_those_of_the_readme() {
    let readme = fs::read_to_string(root("gazetteer/README.md")).unwrap();
    for (name, text) in files().iter().filter(|(name, _)| !name.contains("lexicon")) {
        let file = name.rsplit('/').next().unwrap();
        let (_, section) = readme.split_once(&format!("## {file}")).unwrap_or_else(|| panic!("README has no {file}"));
        let columns = section.split('`').nth(1).unwrap();
        assert_eq!(text.lines().next(), Some(columns), "{file}");
    }
}

#[test]
fn every_source_is_explained_with_its_licence() {
    let readme = fs::read_to_string(root("gazetteer/README.md")).unwrap();
    let sources: BTreeSet<&str> = pipeline().gazetteer().entities().map(|entity| entity.source).collect();
    for source in sources {
        assert!(readme.contains(&format!("| {source} |")), "the README does not explain the source '{source}'");
    }
}

#[test]
fn every_entity_that_should_have_a_name_has_one() {
    let gazetteer = pipeline().gazetteer();
    let mut named: BTreeMap<_, usize> = BTreeMap::new();
    gazetteer.aliases().for_each(|alias| *named.entry(alias.entity).or_default() += 1);
    let nameless: Vec<_> = gazetteer
        .entities()
        .filter(|entity| !named.contains_key(&gazetteer.key(entity.id).unwrap()))
        .map(|entity| entity.id)
        .collect();
    assert!(nameless.is_empty(), "no alias leads to {nameless:?}");
}

/// What `nisba gazetteer check` tells of the built-in files, less what `tests/gazetteer/doubtful.txt` lists.
#[test]
fn nothing_is_doubtful_that_is_not_listed() {
    let output = Command::new(env!("CARGO_BIN_EXE_nisba")).args(["gazetteer", "check"]).output().unwrap();
    let findings = String::from_utf8(output.stdout).unwrap();
    // Lines move; the file and the problem stay. Notes are about time only.
    let told: BTreeSet<String> = findings
        .lines()
        .filter(|finding| !finding.ends_with("(note)"))
        .map(|finding| {
            let mut parts = finding.splitn(3, ':');
            let (file, _line, problem) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            format!("{file}:{problem}")
        })
        .collect();
    let list = root("tests/gazetteer/doubtful.txt");
    let text = fs::read_to_string(&list).unwrap();
    let listed: BTreeSet<String> = text.lines().map(str::to_owned).collect();
    if blessing() {
        assert!(
            told.len() <= listed.len(),
            "{} doubtful rows, and {} were listed: not blessed",
            told.len(),
            listed.len()
        );
        fs::write(&list, told.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
        return;
    }
    let new: Vec<_> = told.difference(&listed).map(String::as_str).collect();
    let mended: Vec<_> = listed.difference(&told).map(String::as_str).collect();
    assert!(new.is_empty(), "{} doubtful rows:\n{}", new.len(), new.join("\n"));
    assert!(mended.is_empty(), "no longer doubtful, take it out (NISBA_BLESS=1):\n{}", mended.join("\n"));
}
