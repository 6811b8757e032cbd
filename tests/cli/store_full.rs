//! Stores that find no room: the error is told, what was kept is whole, and the same command finishes the work.
#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::process::{Command, Output};

use nisba::store::Store;

use super::store::{articles, is_sound, told};
use super::{Desk, Run};

/// Two batches.
const ARTICLES: usize = 700;

/// A desk with articles, and what a store of them tells.
fn desk() -> (Desk, String) {
    let desk = Desk::new(&[("a.jsonl", &articles(ARTICLES))]);
    desk.run(&["add", "-q", "whole.nisba", "a.jsonl"]).ends_with(0);
    let whole = told(&desk, "whole.nisba");
    (desk, whole)
}

/// Runs a script of the shell, in which `"$0"` is the program.
fn sh(desk: &Desk, script: &str) -> Run {
    let run = Command::new("sh").args(["-c", script, env!("CARGO_BIN_EXE_nisba")]).current_dir(desk.path("")).output();
    let Output { status, stdout, stderr } = run.unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

/// Holds that the store has whole documents only, and after the same command all of them; returns how many it had.
#[track_caller]
fn goes_on(desk: &Desk, store: &str, whole: &str) -> u64 {
    // Where there was no room for the tables there is no store yet.
    let kept = if Store::open(&desk.path(store)).is_ok() {
        is_sound(desk, store);
        let lines: BTreeSet<&str> = whole.lines().collect();
        assert!(told(desk, store).lines().all(|line| lines.contains(line)), "a document is not whole");
        Store::open(&desk.path(store)).unwrap().counts().unwrap().documents
    } else {
        0
    };
    let run = desk.run(&["add", store, "a.jsonl"]);
    run.ends_with(0).says(&format!("{} added, 0 changed, {kept} as before", ARTICLES as u64 - kept));
    assert_eq!(told(desk, store), whole, "nothing lost, nothing doubled");
    is_sound(desk, store);
    kept
}

#[test]
fn a_file_that_may_grow_no_further_keeps_whole_documents() {
    let (desk, whole) = desk();
    // In blocks of 512 bytes, as POSIX has it: no room for the tables, and room for one batch.
    for (blocks, kept) in [(16, 0), (1900, 500)] {
        let store = format!("s{blocks}.nisba");
        let run = sh(&desk, &format!(r#"trap '' XFSZ; ulimit -f {blocks}; exec "$0" add -q {store} a.jsonl"#));
        run.ends_with(2).says("the file cannot be written").says("run the same command again");
        assert_eq!(goes_on(&desk, &store, &whole), kept);
    }
}

#[test]
fn a_full_disk_keeps_whole_documents() {
    let (desk, whole) = desk();
    std::fs::create_dir(desk.path("disk")).unwrap();
    // A disk of its own in a namespace of its own, where the system lets one make it.
    let may = sh(&desk, "unshare -rm mount -t tmpfs none disk");
    if may.code != 0 {
        return;
    }
    let script = r#"exec unshare -rm sh -c 'mount -t tmpfs -o size=1000k none disk || exit 9
        "$0" add -q disk/s.nisba a.jsonl; code=$?
        cp disk/s.nisba disk/s.nisba-wal . ; exit $code' "$0""#;
    let run = sh(&desk, script);
    run.ends_with(2).says("the disk is full").says("make room and run the same command again");
    assert_eq!(goes_on(&desk, "s.nisba", &whole), 500);
}
