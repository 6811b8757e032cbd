//! The program as a user runs it, in a folder of its own.

mod bad_input;
mod between;
mod check_export;
mod conflicts;
mod decide;
mod diff;
mod dossier;
mod explain;
mod help;
mod knowledge;
mod moving;
mod output;
mod path;
mod permissions;
mod reading;
mod robust;
mod store;
mod store_full;
mod survey;
mod timeline;
mod top;
mod who;

use std::path::PathBuf;

use assert_cmd::Command;

/// A folder with input files, in which the program runs.
struct Desk(tempfile::TempDir);

/// What a run gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        let desk = Desk(tempfile::tempdir().unwrap());
        files.iter().for_each(|(name, text)| desk.put(name, text.as_bytes()));
        desk
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, b"")
    }

    fn run_with(&self, args: &[&str], input: &[u8]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_nisba"))
            .args(args)
            .current_dir(self.0.path())
            .write_stdin(input)
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Run {
    /// Returns the documents of `nisba extract`, each as `id date lang`.
    fn documents(&self) -> Vec<String> {
        let document = |line: &str| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let date = value["date"].as_str().unwrap_or("-");
            format!("{} {date} {}", value["id"].as_str().unwrap(), value["lang"].as_str().unwrap())
        };
        self.out.lines().map(document).collect()
    }

    #[track_caller]
    fn says(&self, words: &str) -> &Self {
        assert!(self.err.contains(words), "expected {words:?} in\n{}", self.err);
        self
    }

    #[track_caller]
    fn ends_with(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{}", self.err);
        self
    }
}
