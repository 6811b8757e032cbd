//! The rows that an explanation names: how an overlay changes them, and as they stand in their files.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use nisba::gazetteer::{Gazetteer, RowRef};
use nisba::lexicon::Lexicon;

/// The files of the lexicon begin with these; all others are the gazetteer's.
const LEXICON: [&str; 2] = ["words-", "triggers-"];

fn base(file: &str) -> &str {
    Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file)
}

fn is_lexicon(file: &str) -> bool {
    LEXICON.iter().any(|prefix| base(file).starts_with(prefix))
}

/// Returns how the rows are changed without building anything.
pub(super) fn hint(rows: &[RowRef]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let folder = |lexicon: bool| {
        let mut files: Vec<&str> =
            rows.iter().map(|row| &*row.file).filter(|file| is_lexicon(file) == lexicon).map(base).collect();
        files.sort_unstable();
        files.dedup();
        files.join(", ")
    };
    let mut text = "\nTo change what was read, nothing needs to be built: put the row as it should be, under the first line of its\n\
                    file, into a file of the same name in a folder of yours, and give that folder.\n"
        .to_owned();
    for (lexicon, option) in [(false, "--gazetteer DIR"), (true, "--lexicon DIR")] {
        let files = folder(lexicon);
        if !files.is_empty() {
            text += &format!("  {option:<16} {files}\n");
        }
    }
    text + "A row with the key of a built-in one replaces it, any other is added (docs/explain.md); --rows prints those named here.\n"
}

/// Returns the rows as they stand in their files, each file with its first line.
pub(super) fn printed(rows: &[RowRef]) -> anyhow::Result<String> {
    let mut files: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for row in rows {
        files.entry(&row.file).or_default().push(row.line);
    }
    let built_in = Gazetteer::embedded_files().into_iter().chain(Lexicon::embedded_files());
    let built_in: BTreeMap<String, _> = built_in.map(|(_, file)| (file.name, file.text)).collect();
    let mut text = String::new();
    for (file, lines) in files {
        let whole = match built_in.get(file) {
            Some(text) => text.to_string(),
            None => std::fs::read_to_string(file).with_context(|| format!("cannot read {file} again"))?,
        };
        let all: Vec<&str> = whole.lines().collect();
        text += &format!("\n{file}\n");
        let line = |number: u32| all.get((number as usize).saturating_sub(1)).copied().unwrap_or_default();
        text += &format!("{:>7} {}\n", "", line(1));
        for number in lines {
            text += &format!("{number:>7} {}\n", line(number));
        }
    }
    Ok(text)
}
