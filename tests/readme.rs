//! The README's commands, run as they stand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the commands of the README's shell blocks, continued lines joined.
fn commands() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let blocks = readme.split("```sh\n").skip(1).map(|rest| rest.split_once("```").unwrap().0.to_owned());
    let joined = blocks.map(|block| block.replace("\\\n", " ")).collect::<String>();
    joined
        .lines()
        .map(|line| line.split(" #").next().unwrap().trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
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
    let commands = commands();
    let main =
        "cargo install --path . && nisba build examples/news -o contacts.graphml -o contacts.dot -o contacts.csv";
    assert!(commands.iter().any(|command| command == main), "{commands:#?}");
    assert!(commands.iter().any(|command| command == "cargo test"));
}

#[test]
#[expect(clippy::print_stderr, reason = "a command that is left out is told")]
fn every_command_works() {
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
    for command in commands() {
        let command = command.strip_prefix("cargo install --path . && ").unwrap_or(&command).to_owned();
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
        count += 1;
    }
    assert!(count >= 6, "the README shows {count} commands only");
    for name in ["contacts.graphml", "contacts.dot", "contacts.nodes.csv", "contacts.edges.csv"] {
        assert!(desk.path().join(name).is_file(), "{name}");
    }
}
