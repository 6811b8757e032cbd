//! Files and folders that may not be read or written. Root may do everything: where the tests run as root, the program runs as
//! nobody.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::{Desk, Run};

/// The user and the group without rights.
const NOBODY: u32 = 65534;

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Returns whether the permissions of files bind whoever runs the tests.
fn is_bound(desk: &Desk) -> bool {
    let path = desk.path("probe");
    desk.put("probe", b"");
    set_mode(&path, 0);
    let bound = fs::read(&path).is_err();
    fs::remove_file(path).unwrap();
    bound
}

/// A desk with files, and the program beside them, where everybody may run it.
fn desk(files: &[(&str, &str)]) -> Desk {
    let desk = Desk::new(files);
    set_mode(&desk.path(""), 0o755);
    fs::copy(env!("CARGO_BIN_EXE_nisba"), desk.path("program")).unwrap();
    desk
}

/// Runs the program as somebody whom permissions bind; `None`, with the reason printed, where that cannot be.
#[expect(clippy::print_stderr, reason = "what is left out is told")]
fn run(desk: &Desk, args: &[&str]) -> Option<Run> {
    let mut command = Command::new(desk.path("program"));
    command.args(args).current_dir(desk.path(""));
    if !is_bound(desk) {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => {
            eprintln!("left out: the program cannot be run by another user: {error}");
            return None;
        }
    };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Some(Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) })
}

/// As [`run`], with some paths in a mode; they get their own back, so that the desk can be cleared.
fn run_with_modes(desk: &Desk, modes: &[(&str, u32)], args: &[&str]) -> Option<Run> {
    modes.iter().for_each(|(name, mode)| set_mode(&desk.path(name), *mode));
    let run = run(desk, args);
    modes.iter().rev().for_each(|(name, _)| set_mode(&desk.path(name), 0o755));
    run
}

#[test]
fn what_may_not_be_read_is_told_and_the_rest_is_read() {
    let desk = desk(&[
        ("d/a.txt", "Putin"),
        ("d/b.jsonl", "{\"text\":\"x\"}"),
        ("d/closed/c.txt", "Trump"),
        ("d/listed/d.txt", "Xi"),
        ("d/z.txt", "Putin met Trump."),
    ]);
    // A folder that may be listed and not entered tells names and gives nothing.
    let modes = [("d/a.txt", 0), ("d/b.jsonl", 0), ("d/closed", 0), ("d/listed", 0o444)];
    for args in [&["extract", "d"][..], &["extract", "d/*.*", "d/closed", "d/listed"]] {
        let Some(run) = run_with_modes(&desk, &modes, args) else { return };
        run.ends_with(2).says("read 1 document, skipped 4;").says("hint: check the permissions");
        for name in ["d/a.txt", "d/b.jsonl", "d/closed", "d/listed/d.txt"] {
            run.says(&format!("{name}: cannot be read")).says("Permission denied");
        }
        assert_eq!(run.documents(), ["z - en"]);
    }
    // Each of them alone, and as what was named.
    for (name, mode) in modes {
        let Some(run) = run_with_modes(&desk, &[(name, mode)], &["extract", name]) else { return };
        run.ends_with(2).says(name).says("Permission denied").says("skipped 1;");
    }
    // A folder that may be entered and not listed: what is named in it is read.
    let Some(run) = run_with_modes(&desk, &[("d/closed", 0o111)], &["extract", "d/closed/c.txt"]) else { return };
    assert_eq!(run.ends_with(0).documents(), ["c - en"]);
}

#[test]
fn data_files_that_may_not_be_read_are_told() {
    let desk = desk(&[("g/entities.csv", "id,kind\n"), ("a.txt", "Putin")]);
    for (name, mode) in [("g/entities.csv", 0), ("g", 0)] {
        let Some(run) = run_with_modes(&desk, &[(name, mode)], &["extract", "a.txt", "--gazetteer", "g"]) else {
            return;
        };
        run.ends_with(2).says("nothing was read").says("Permission denied").says(name);
        assert_eq!(run.out, "");
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_told_before_the_reading() {
    let desk = desk(&[("a.txt", "Putin met Trump."), ("o/old.graphml", "old")]);
    // Whoever reads tells what is not there.
    for args in [
        &["extract", "gone.txt", "-o", "o/docs.jsonl"][..],
        &["build", "gone.txt", "-o", "o/g.graphml"],
        &["build", "gone.txt", "-o", "o/old.graphml"],
        &["build", "gone.txt", "-o", "o/g.csv"],
        &["view", "gone.txt", "-o", "o/g.html"],
        &["dossier", "gone.txt", "Putin", "-o", "o/d.html"],
    ] {
        let Some(run) = run_with_modes(&desk, &[("o", 0o555)], args) else { return };
        run.ends_with(2).says("writing o/").says("Permission denied");
        assert!(!run.err.contains("gone.txt"), "told too late: {}", run.err);
    }
    let Some(run) = run_with_modes(&desk, &[("o", 0o555)], &["add", "o/s.nisba", "a.txt"]) else { return };
    run.ends_with(2).says("o/s.nisba").says("hint");
    assert_eq!(desk.read("o/old.graphml"), "old");
    let left: Vec<_> = fs::read_dir(desk.path("o")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["old.graphml"]);
}

#[test]
fn a_store_that_may_only_be_read_is_asked() {
    let desk = desk(&[("a.txt", "Putin met Trump.")]);
    fs::create_dir(desk.path("o")).unwrap();
    desk.run(&["add", "-q", "o/s.nisba", "a.txt"]).ends_with(0);
    let who = ["who", "o/s.nisba", "--from", "Putin"];
    let asked = desk.run(&who);
    for modes in [&[("o/s.nisba", 0o444)][..], &[("o/s.nisba", 0o444), ("o", 0o555)]] {
        let Some(run) = run_with_modes(&desk, modes, &who) else { return };
        assert_eq!((run.code, &run.out), (0, &asked.out), "{modes:?}: {}", run.err);
        let Some(run) = run_with_modes(&desk, modes, &["add", "o/s.nisba", "a.txt"]) else { return };
        run.ends_with(2).says("o/s.nisba");
    }
    let Some(run) = run_with_modes(&desk, &[("o/s.nisba", 0)], &who) else { return };
    run.ends_with(2).says("o/s.nisba").says("hint");
}
