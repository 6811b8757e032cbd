//! `manifest.csv`: a table that describes the texts beside it or below it.
//!
//! Columns: `file` (required), `id`, `date`, `title`, `publisher`, `url`, `lang`.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};

use super::error::{Place, SourceError};
use super::meta::Meta;
use super::open::open;
use super::table::Rows;
use super::walk::{MANIFEST, unpacked};

/// Rows by the name of the file they describe.
type Rules = HashMap<String, Meta>;

/// The manifests met so far, each read once.
#[derive(Default)]
pub(super) struct Manifests {
    folders: HashMap<PathBuf, Rules>,
}

impl Manifests {
    /// Reads the manifest of `folder`, if it has one; what is wrong with it goes to `told`.
    pub(super) fn load(&mut self, folder: &Path, limit: u64, told: &mut VecDeque<SourceError>) {
        if self.folders.contains_key(folder) {
            return;
        }
        let mut rules = Rules::new();
        let path = folder.join(MANIFEST);
        if path.is_file()
            && let Err(error) = read(&path, folder, limit, &mut rules, told)
        {
            told.push_back(error);
        }
        self.folders.insert(folder.to_owned(), rules);
    }

    /// Fills `meta` from the rows for `file`: in its own folder's manifest, then in those of the folders above it up to `root`.
    pub(super) fn fill(
        &mut self,
        meta: &mut Meta,
        file: &Path,
        root: &Path,
        limit: u64,
        told: &mut VecDeque<SourceError>,
    ) {
        for folder in file.ancestors().skip(1) {
            self.load(folder, limit, told);
            let name = file.strip_prefix(folder).unwrap_or(file);
            let name = name.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            let rules = &self.folders[folder];
            if let Some(row) = rules.get(&name).or_else(|| rules.get(unpacked(&name))) {
                meta.fill(row);
            }
            if folder == root || !folder.starts_with(root) {
                break;
            }
        }
    }
}

fn read(
    path: &Path,
    folder: &Path,
    limit: u64,
    rules: &mut Rules,
    told: &mut VecDeque<SourceError>,
) -> Result<(), SourceError> {
    let place = Place::file(path.to_string_lossy());
    let rows = Rows::new(open(Some(path), &place)?, place, limit)?;
    rows.require("file")?;
    for row in rows {
        let (place, cells) = match row {
            Ok(row) => row,
            Err(error) => {
                told.push_back(error);
                continue;
            }
        };
        let mut meta = Meta::default();
        let mut file = String::new();
        for (column, cell) in cells {
            if column == "file" {
                file = cell.trim().trim_start_matches("./").to_owned();
            } else {
                meta.set(&column, &cell, &place);
            }
        }
        let is_there = ["", ".gz", ".zst"].iter().any(|end| folder.join(format!("{file}{end}")).is_file());
        if file.is_empty() || !is_there {
            told.push_back(SourceError::MissingFile { place, file });
        } else {
            rules.insert(file, meta);
        }
    }
    Ok(())
}
