//! Paths in, files out: folders are walked in order of name, patterns are expanded, nothing is read yet.

use std::collections::{HashSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::error::{Place, SourceError};

/// The name of the table that describes the texts beside it.
pub(super) const MANIFEST: &str = "manifest.csv";

/// Patterns as a shell reads them: `*` stops at `/` and leaves hidden files out.
const LITERAL: glob::MatchOptions =
    glob::MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

/// How a file is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One document, perhaps with a header.
    Text,
    /// One JSON object a line.
    JsonLines,
    /// A table with a `text` column.
    Table,
    /// A table that describes the texts beside it.
    Manifest,
    /// Told by its first bytes: standard input, pipes.
    Sniff,
}

impl Form {
    /// Returns the form that the name of a file tells, packed or not.
    fn of(path: &Path) -> Option<Form> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        if name == MANIFEST {
            return Some(Form::Manifest);
        }
        match unpacked(&name).rsplit_once('.')?.1 {
            "txt" => Some(Form::Text),
            "jsonl" | "ndjson" => Some(Form::JsonLines),
            "csv" => Some(Form::Table),
            _ => None,
        }
    }
}

/// Cuts `.gz` or `.zst` off a name.
pub(super) fn unpacked(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, end)) if end.eq_ignore_ascii_case("gz") || end.eq_ignore_ascii_case("zst") => stem,
        _ => name,
    }
}

/// Cuts the extensions off a name: `a/b.txt.gz` gives `a/b`.
pub(super) fn stem(name: &str) -> &str {
    let name = unpacked(name);
    match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && !stem.ends_with('/') && !end.contains('/') => stem,
        _ => name,
    }
}

/// A file to be read.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Where it is; `None` is standard input.
    pub(super) path: Option<PathBuf>,
    /// Its path below the folder that was given, `/` between the parts.
    pub(super) name: String,
    /// Its path as messages show it.
    pub(super) shown: Arc<str>,
    /// The folder that was given.
    pub(super) root: PathBuf,
    /// How to read it.
    pub(super) form: Form,
}

enum Root {
    Given(PathBuf),
    Matched { path: PathBuf, base: PathBuf },
}

struct Folder {
    root: PathBuf,
    base: PathBuf,
    entries: walkdir::IntoIter,
    any: bool,
}

/// The files of some paths, each once.
pub(super) struct Walk {
    roots: VecDeque<Root>,
    folder: Option<Folder>,
    /// Files met, kept only when paths may overlap.
    seen: Option<HashSet<PathBuf>>,
}

impl Walk {
    pub(super) fn new(paths: Vec<PathBuf>) -> Self {
        let seen = (paths.len() > 1).then(HashSet::new);
        Walk { roots: paths.into_iter().map(Root::Given).collect(), folder: None, seen }
    }

    fn is_new(&mut self, path: &Path) -> bool {
        let Some(seen) = &mut self.seen else { return true };
        seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned()))
    }

    fn start(&mut self, root: Root) -> Option<Result<Found, SourceError>> {
        let (path, base, matched) = match root {
            Root::Given(path) => (path.clone(), path.parent().map(Path::to_owned).unwrap_or_default(), false),
            Root::Matched { path, base } => (path, base, true),
        };
        if path.as_os_str() == "-" {
            return self.is_new(&path).then(|| {
                let (name, shown) = ("stdin".to_owned(), "<stdin>".into());
                Ok(Found { path: None, name, shown, root: base, form: Form::Sniff })
            });
        }
        let place = Place::file(path.to_string_lossy());
        let about = match path.metadata() {
            Ok(about) => about,
            Err(_) if !matched && place.file.contains(['*', '?', '[']) => {
                return self.expand(&path, place).err().map(Err);
            }
            Err(source) => return Some(Err(SourceError::Unreadable { place, source })),
        };
        if about.is_dir() {
            let entries = WalkDir::new(&path).follow_links(true).sort_by_file_name().into_iter();
            let base = if matched { base } else { path.clone() };
            self.folder = Some(Folder { root: path, base, entries, any: false });
            return None;
        }
        let form = match Form::of(&path) {
            // Who names a pipe waits for it; a pattern may meet one by chance.
            Some(_) if matched && !about.is_file() => return None,
            Some(form) => form,
            None if !about.is_file() => Form::Sniff,
            None if matched => return None,
            None => return Some(Err(SourceError::UnknownExtension { place })),
        };
        if !self.is_new(&path) {
            return None;
        }
        Some(Ok(found(path, &base, form)))
    }

    fn expand(&mut self, pattern: &Path, place: Place) -> Result<(), SourceError> {
        let text = pattern.to_string_lossy();
        let matches = match glob::glob_with(&text, LITERAL) {
            Ok(matches) => matches,
            Err(source) => return Err(SourceError::Pattern { place, source }),
        };
        let base: PathBuf = pattern
            .components()
            .take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']))
            .collect();
        let paths: Vec<PathBuf> = matches.flatten().collect();
        if !paths.iter().any(|path| path.is_dir() || Form::of(path).is_some()) {
            return Err(SourceError::NoMatch { place });
        }
        self.seen.get_or_insert_with(HashSet::new);
        for path in paths.into_iter().rev() {
            self.roots.push_front(Root::Matched { path, base: base.clone() });
        }
        Ok(())
    }

    fn next_in_folder(&mut self) -> Option<Result<Found, SourceError>> {
        loop {
            let folder = self.folder.as_mut()?;
            let entry = match folder.entries.next() {
                Some(Ok(entry)) => entry,
                Some(Err(error)) => {
                    folder.any = true;
                    let file = error.path().unwrap_or(&folder.root).to_string_lossy();
                    return Some(Err(SourceError::Unreadable { place: Place::file(file), source: error.into() }));
                }
                None => {
                    let folder = self.folder.take()?;
                    let place = Place::file(folder.root.to_string_lossy());
                    return (!folder.any).then_some(Err(SourceError::NoText { place }));
                }
            };
            if is_hidden(&entry) {
                if entry.file_type().is_dir() {
                    folder.entries.skip_current_dir();
                }
                continue;
            }
            if !entry.file_type().is_file() {
                continue;
            }
            let Some(form) = Form::of(entry.path()) else { continue };
            folder.any |= form != Form::Manifest;
            let base = folder.base.clone();
            if self.is_new(entry.path()) {
                return Some(Ok(found(entry.into_path(), &base, form)));
            }
        }
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

fn found(path: PathBuf, base: &Path, form: Form) -> Found {
    let below = path.strip_prefix(base).unwrap_or(&path);
    let name = below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
    let shown = path.to_string_lossy().into();
    Found { path: Some(path), name, shown, root: base.to_owned(), form }
}

impl Iterator for Walk {
    type Item = Result<Found, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.next_in_folder() {
                return Some(item);
            }
            let root = self.roots.pop_front()?;
            if let Some(item) = self.start(root) {
                return Some(item);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_lose_both_extensions() {
        for (name, expected) in
            [("a/b.txt.gz", "a/b"), ("b.jsonl", "b"), ("a.d/b", "a.d/b"), ("2025.08.txt", "2025.08"), (".txt", ".txt")]
        {
            assert_eq!(stem(name), expected);
        }
    }
}
