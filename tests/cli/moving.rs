//! What changes while the program runs: files that grow, shrink and vanish, folders that go, listeners that hang up.
#![cfg(unix)]

use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{Desk, Run};

/// Documents enough for far more output than a pipe holds.
const MANY: usize = 5000;

/// Returns the lines of some documents.
fn lines(numbers: std::ops::Range<usize>) -> String {
    numbers.map(|n| format!("{{\"id\":\"{n:05}\",\"text\":\"Putin met Trump.\"}}\n")).collect()
}

fn program(desk: &Desk, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nisba"));
    command.args(args).current_dir(desk.path(""));
    command
}

fn ended(child: Child, begun: &[u8]) -> Run {
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    Run { code, out: text([begun, &output.stdout].concat()), err: text(output.stderr) }
}

/// Runs `nisba extract d`, where `d/a.jsonl` gives more than anybody takes, and does `act` while it stands still in that file.
fn check(threads: &str, files: &[(&str, &str)], act: impl Fn(&Desk)) -> (Desk, Run) {
    let desk = Desk::new(&[("d/a.jsonl", &lines(0..MANY))]);
    files.iter().for_each(|(name, text)| desk.put(name, text.as_bytes()));
    let mut command = program(&desk, &["extract", "d", "--threads", threads]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut begun = [0; 1];
    child.stdout.as_mut().unwrap().read_exact(&mut begun).unwrap();
    act(&desk);
    let run = ended(child, &begun);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    (desk, run)
}

#[test]
fn files_that_vanish_are_told_and_the_others_read() {
    for threads in ["1", "2"] {
        let files = [("d/b.txt", "Obama"), ("d/c/c.txt", "Macron"), ("d/d.csv", "text\nOne"), ("d/z.txt", "Merkel")];
        let (_, run) = check(threads, &files, |desk| {
            for gone in ["d/a.jsonl", "d/b.txt", "d/d.csv"] {
                fs::remove_file(desk.path(gone)).unwrap();
            }
            fs::remove_dir_all(desk.path("d/c")).unwrap();
        });
        run.ends_with(2).says(&format!("read {} documents, skipped 3;", MANY + 1));
        for gone in ["d/b.txt", "d/c", "d/d.csv"] {
            run.says(&format!("{gone}: cannot be read")).says("No such file");
        }
        let ids: Vec<String> = run.documents();
        assert_eq!(ids.len(), MANY + 1, "a file is read to its end, though its name is gone");
        assert_eq!(ids.last().map(String::as_str), Some("z - en"));
    }
}

#[test]
fn what_is_appended_in_time_is_read() {
    for threads in ["1", "2"] {
        let (_, run) = check(threads, &[], |desk| {
            let mut file = OpenOptions::new().append(true).open(desk.path("d/a.jsonl")).unwrap();
            file.write_all(lines(MANY..MANY + 10).as_bytes()).unwrap();
            // Another program is in the middle of a line.
            file.write_all(b"{\"id\":\"half\",\"text\":\"Putin m").unwrap();
        });
        run.ends_with(2).says(&format!("read {} documents, skipped 1;", MANY + 10));
        run.says(&format!("a.jsonl:{}: broken JSON", MANY + 11));
        let ids: Vec<String> = (0..MANY + 10).map(|n| format!("{n:05} - en")).collect();
        assert_eq!(run.documents(), ids);
    }
}

#[test]
fn a_file_cut_off_while_it_is_read_ends_there() {
    for threads in ["1", "2"] {
        let (_, run) = check(threads, &[("d/z.txt", "Merkel")], |desk| {
            OpenOptions::new().write(true).open(desk.path("d/a.jsonl")).unwrap().set_len(100).unwrap();
        });
        // Where the reading stood, in the middle of a line.
        run.ends_with(2).says("broken JSON").says("skipped 1;");
        let ids = run.documents();
        let (last, read) = ids.split_last().unwrap();
        assert_eq!(last, "z - en");
        assert!((100..MANY).contains(&read.len()), "{}", read.len());
        assert!(read.iter().enumerate().all(|(n, id)| *id == format!("{n:05} - en")), "whole documents, in order");
    }
}

/// Starts `nisba extract - -o NAME`, by the shell after `first`; returns when the file is begun under another name.
fn waiting(desk: &Desk, first: &str, name: &str) -> Child {
    let folder = desk.path(name).parent().unwrap().to_owned();
    let script = format!(r#"{first} exec "$0" extract - -o {name}"#);
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_nisba")]).current_dir(desk.path(""));
    let child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while fs::read_dir(&folder).unwrap().next().is_none() {
        assert!(start.elapsed() < Duration::from_secs(60), "no file is begun");
        std::thread::sleep(Duration::from_millis(5));
    }
    child
}

fn send(signal: &str, child: &Child) {
    assert!(Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap().success());
}

/// Gives it a document to read, and waits for the end.
fn fed(mut child: Child) -> Run {
    child.stdin.take().unwrap().write_all(lines(0..1).as_bytes()).unwrap();
    ended(child, b"")
}

/// Returns whether this process, and so what it starts, ignores a signal.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[test]
#[expect(clippy::print_stderr, reason = "a signal that is left out is told")]
fn a_run_that_is_stopped_leaves_nothing() {
    let desk = Desk::new(&[]);
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        // Elsewhere the program does not know whether it runs under nohup.
        if signal == "HUP" && cfg!(not(target_os = "linux")) {
            continue;
        }
        // A program that a shell starts in the background has INT ignored, under nohup HUP, and the shell cannot take that back.
        if is_ignored(number) {
            eprintln!("skipped: {signal} is ignored by whoever started the tests");
            continue;
        }
        let mut child = waiting(&desk, "", "out.jsonl");
        send(signal, &child);
        assert_eq!(child.wait().unwrap().signal(), Some(number));
        assert_eq!(desk.names(), [""; 0], "{signal}");
    }
}

#[test]
fn signals_that_the_caller_ignores_are_ignored() {
    let signals: &[&str] = if cfg!(target_os = "linux") { &["HUP", "INT", "TERM"] } else { &["HUP"] };
    for signal in signals {
        let desk = Desk::new(&[]);
        let child = waiting(&desk, &format!("trap '' {signal};"), "out.jsonl");
        send(signal, &child);
        fed(child).ends_with(0).says("wrote out.jsonl");
        assert_eq!(desk.names(), ["out.jsonl"], "{signal}");
    }
}

#[test]
fn an_output_whose_place_is_gone_is_told() {
    let desk = Desk::new(&[]);
    fs::create_dir(desk.path("o")).unwrap();
    let child = waiting(&desk, "", "o/out.jsonl");
    fs::remove_dir_all(desk.path("o")).unwrap();
    fed(child).ends_with(2).says("writing").says("out.jsonl").says("No such file");
    // A folder took its name meanwhile.
    fs::create_dir(desk.path("o")).unwrap();
    let child = waiting(&desk, "", "o/out.jsonl");
    fs::create_dir(desk.path("o/out.jsonl")).unwrap();
    fed(child).ends_with(2).says("writing").says("out.jsonl");
    let left: Vec<_> = fs::read_dir(desk.path("o")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["out.jsonl"], "nothing is left but what somebody else made");
}

/// A pipe that nobody reads.
fn closed() -> std::io::PipeWriter {
    std::io::pipe().unwrap().1
}

#[test]
fn nobody_listens() {
    let desk = Desk::new(&[("a.txt", "Putin met Trump."), ("b.jsonl", &"{broken\n".repeat(2000))]);
    // What is said on standard error is lost; the work is done, and the exit code tells how.
    let output = program(&desk, &["extract", "."]).stderr(closed()).output().unwrap();
    assert_eq!((output.status.code(), output.status.signal()), (Some(2), None));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
    for (args, code) in [
        (&["build", "a.txt", "-o", "g.graphml"][..], 0),
        (&["who", "a.txt", "--from", "Macron"], 1),
        (&["extract", "gone.txt"], 2),
        (&["extract", "--nonsense"], 2),
        (&["build", "a.txt", "-o", "g.nonsense"], 2),
    ] {
        let status = program(&desk, args).stdout(Stdio::null()).stderr(closed()).status().unwrap();
        assert_eq!((status.code(), status.signal()), (Some(code), None), "{args:?}");
    }
    assert!(desk.read("g.graphml").ends_with("</graphml>\n"));
    // Nobody takes the results: no error, and no panic.
    for args in [
        &["extract", "a.txt"][..],
        &["build", "a.txt", "--to", "graphml"],
        &["who", "a.txt", "--from", "Putin"],
        &["who", "a.txt", "--from", "Putin", "--format", "json"],
        &["timeline", "a.txt", "Putin"],
        &["between", "a.txt", "Putin", "Trump"],
        &["top", "a.txt"],
        &["explain", "a.txt"],
        &["gazetteer", "lookup", "Putin"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
        &["--version"],
    ] {
        let output = program(&desk, args).stdout(closed()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{args:?}: {said}");
    }
}
