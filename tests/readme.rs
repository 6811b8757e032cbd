//! The commands of the README and of `docs/questions.md`, run as they stand; what is shown under one is what it gives.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A command, and what it is shown to write to standard output.
struct Shown {
    command: String,
    output: Option<String>,
}

/// Returns the commands of a file's shell blocks, continued lines joined. What a block of text right under a block of one
/// command holds is its output.
fn commands(file: &str) -> Vec<Shown> {
    let text = fs::read_to_string(root().join(file)).unwrap();
    let mut shown = Vec::new();
    for rest in text.split("```sh\n").skip(1) {
        let (block, after) = rest.split_once("```").unwrap();
        let joined = block.replace("\\\n", " ");
        let commands: Vec<&str> = joined
            .lines()
            .map(|line| line.split(" #").next().unwrap().trim())
            .filter(|line| !line.is_empty())
            .collect();
        let output = after.strip_prefix("\n\n```text\n").map(|rest| rest.split_once("```").unwrap().0.to_owned());
        let output = output.filter(|_| commands.len() == 1);
        shown.extend(commands.iter().map(|command| Shown { command: (*command).to_owned(), output: output.clone() }));
    }
    shown
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

#[test]
fn the_two_commands_stand_there() {
    let commands: Vec<String> = commands("README.md").into_iter().map(|shown| shown.command).collect();
    let main = "cargo install --locked --path . && nisba build examples/news -o contacts.graphml -o contacts.dot -o contacts.csv";
    assert!(commands.iter().any(|command| command == main), "{commands:#?}");
    assert!(commands.iter().any(|command| command == "cargo test"));
}

/// Runs every command of a file in a folder with the example articles; returns the folder and how many ran.
#[expect(clippy::print_stderr, reason = "a command that is left out is told")]
fn run_all(file: &str) -> (tempfile::TempDir, usize) {
    let desk = tempfile::tempdir().unwrap();
    copy(&root().join("examples/news"), &desk.path().join("examples/news"));
    let has_dot = Command::new("dot").arg("-V").output().is_ok_and(|output| output.status.success());
    let program: PathBuf = env!("CARGO_BIN_EXE_nisba").into();
    let path = std::env::join_paths(
        std::iter::once(program.parent().unwrap().to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let path = path.unwrap();
    let mut count = 0;
    for Shown { command, output: expected } in commands(file) {
        let command = command.strip_prefix("cargo install --locked --path . && ").unwrap_or(&command).to_owned();
        if command.starts_with("cargo ") {
            continue;
        }
        if command.contains("dot -T") && !has_dot {
            eprintln!("left out, there is no dot: {command}");
            continue;
        }
        let output = Command::new("sh")
            .args(["-c", &command])
            .current_dir(desk.path())
            .env("PATH", &path)
            .env("HOME", desk.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{command}\n{told}");
        let found = String::from_utf8_lossy(&output.stdout);
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            if std::env::var_os("NISBA_BLESS").is_some() {
                let text = fs::read_to_string(root().join(file)).unwrap();
                let block = |output: &str| format!("```text\n{output}```");
                fs::write(root().join(file), text.replace(&block(&expected), &block(&found))).unwrap();
                continue;
            }
            assert_eq!(found, expected, "{file} shows another output of: {command}");
        }
        count += 1;
    }
    (desk, count)
}

#[test]
fn every_command_works() {
    let (desk, count) = run_all("README.md");
    assert!(count >= 6, "the README shows {count} commands only");
    for name in ["contacts.graphml", "contacts.dot", "contacts.nodes.csv", "contacts.edges.csv"] {
        assert!(desk.path().join(name).is_file(), "{name}");
    }
}

#[test]
fn every_question_of_the_guide_is_answered_as_shown() {
    let (desk, count) = run_all("docs/questions.md");
    assert!(count >= 4, "the guide shows {count} commands only");
    assert!(desk.path().join("putin.html").is_file());
}

#[test]
fn every_command_of_the_guide_to_explanations_works() {
    assert!(run_all("docs/explain.md").1 >= 4);
}
