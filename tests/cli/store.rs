//! Stores: filled, cut off, filled further, asked while they are written to.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use nisba::store::{Selection, Store};

use super::Desk;

/// Articles of one meeting each, by different pairs on different days.
pub(super) fn articles(count: usize) -> String {
    let people = ["بوتين", "ترامب", "السيسي", "ماكرون", "أردوغان", "مودي"];
    (0..count)
        .map(|n| {
            let (a, b) = (people[n % 6], people[(n / 6 + n + 1) % 6]);
            let (month, day) = (n / 28 % 12 + 1, n % 28 + 1);
            let text = format!("التقى {a} {b} في القاهرة يوم {day}. واتصل {b} بـ{a} هاتفيا بعد اللقاء رقم {n}.");
            format!(
                "{}\n",
                serde_json::json!({"id": format!("a{n}"), "date": format!("2025-{month:02}-{day:02}"),
                    "publisher": format!("P{}", n % 3), "text": text})
            )
        })
        .collect()
}

fn ids(desk: &Desk, store: &str) -> Vec<String> {
    let mut ids = Vec::new();
    Store::open(&desk.path(store)).unwrap().records(&Selection::Whole, |record| ids.push(record.id)).unwrap();
    ids
}

/// Everything that a store tells, as one text.
pub(super) fn told(desk: &Desk, store: &str) -> String {
    desk.run(&["extract", "-q", store]).ends_with(0).out.clone()
}

#[track_caller]
pub(super) fn is_sound(desk: &Desk, store: &str) {
    assert_eq!(Store::open(&desk.path(store)).unwrap().check().unwrap(), Vec::<String>::new());
}

#[test]
fn adding_the_same_again_changes_nothing_and_a_changed_article_replaces_the_old() {
    let desk = Desk::new(&[("a.jsonl", &articles(20))]);
    desk.run(&["add", "s.nisba", "a.jsonl"]).ends_with(0).says("20 added, 0 changed, 0 as before");
    let before = told(&desk, "s.nisba");
    desk.run(&["add", "s.nisba", "a.jsonl"]).ends_with(0).says("0 added, 0 changed, 20 as before");
    assert_eq!(told(&desk, "s.nisba"), before);
    desk.put("b.jsonl", r#"{"id": "a3", "date": "2025-01-04", "text": "زار مودي القاهرة."}"#.as_bytes());
    desk.run(&["add", "s.nisba", "b.jsonl"]).ends_with(0).says("0 added, 1 changed, 0 as before");
    let run = desk.run(&["who", "s.nisba", "--from", "Modi", "--kind", "visited", "--format", "csv"]);
    assert!(run.ends_with(0).out.contains("زار مودي القاهرة."));
    assert_eq!(ids(&desk, "s.nisba").len(), 20);
    is_sound(&desk, "s.nisba");
}

#[test]
fn a_store_tells_what_its_articles_tell() {
    let desk = Desk::new(&[("a.jsonl", &articles(40))]);
    desk.run(&["add", "-q", "s.nisba", "a.jsonl"]).ends_with(0);
    for question in [
        &["who", "--from", "بوتين", "--evidence"][..],
        &["who", "--to", "ماكرون", "--since", "2025-01-10", "--format", "json"],
        &["who", "--from", "Sisi", "--to", "Trump", "--format", "csv"],
        &["who", "--last", "10d", "--publisher", "p1"],
        &["who", "--place", "Cairo", "--status", "happened"],
        &["build", "--to", "graphml"],
        &["build", "--to", "jsonl", "--grain", "events", "--ego", "Modi"],
        &["extract"],
    ] {
        let (verb, rest) = question.split_first().unwrap();
        let ask = |source: &str| {
            let args: Vec<&str> = [&[*verb, "-q", source][..], rest].concat();
            let run = desk.run(&args);
            let mut lines: Vec<String> = run.ends_with(0).out.lines().map(str::to_owned).collect();
            if *verb == "extract" {
                lines.sort();
            }
            lines
        };
        assert_eq!(ask("s.nisba"), ask("a.jsonl"), "{question:?}");
    }
}

#[test]
fn what_is_removed_is_gone_from_every_edge() {
    let desk = Desk::new(&[("a.jsonl", &articles(12))]);
    desk.run(&["add", "-q", "s.nisba", "a.jsonl"]).ends_with(0);
    desk.run(&["remove", "s.nisba", "--doc", "a5", "--doc", "a7"]).ends_with(0).says("2 documents taken out");
    desk.run(&["remove", "s.nisba", "--doc", "a5"]).ends_with(1).says("there is no document 'a5'");
    let left: String = articles(12)
        .lines()
        .enumerate()
        .filter(|(n, _)| *n != 5 && *n != 7)
        .map(|(_, line)| format!("{line}\n"))
        .collect();
    desk.put("left.jsonl", left.as_bytes());
    desk.run(&["add", "-q", "t.nisba", "left.jsonl"]).ends_with(0);
    assert_eq!(told(&desk, "s.nisba"), told(&desk, "t.nisba"));
    let bytes = std::fs::read(desk.path("s.nisba")).unwrap();
    let number = "اللقاء رقم 7.".as_bytes();
    assert!(!bytes.windows(number.len()).any(|window| window == number), "a withdrawn text stays in the file");
    desk.run(&["remove", "nothing.nisba", "--doc", "a5"]).ends_with(2).says("there is no such store");
    assert!(!desk.path("nothing.nisba").exists());
    is_sound(&desk, "s.nisba");
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_whole_documents_and_goes_on() {
    // NISBA_KILLS=200 for the long run; a few here, so that the tests stay short.
    let kills: u32 = std::env::var("NISBA_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(12);
    let count = 600;
    let desk = Desk::new(&[("a.jsonl", &articles(count))]);
    desk.run(&["add", "-q", "whole.nisba", "a.jsonl"]).ends_with(0);
    let whole = told(&desk, "whole.nisba");
    let lines: BTreeSet<&str> = whole.lines().collect();
    for kill in 0..kills {
        let store = format!("s{}.nisba", kill % 3);
        // Every third run begins anew, the others go on with what the last one left.
        if kill % 9 < 3 {
            for end in ["", "-wal", "-shm"] {
                let _ = std::fs::remove_file(desk.path(&format!("{store}{end}")));
            }
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_nisba"))
            .args(["add", "-q", &store, "a.jsonl"])
            .current_dir(desk.path(""))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Moments spread over the whole run by the golden ratio.
        let share = f64::from(kill) * 0.618_033_988_75 % 1.0;
        thread::sleep(Duration::from_secs_f64(0.2 + share * 1.2));
        let _ = child.kill();
        child.wait().unwrap();
        if !desk.path(&store).exists() || desk.path(&store).metadata().unwrap().len() == 0 {
            continue;
        }
        let Ok(opened) = Store::open(&desk.path(&store)) else {
            // Killed before the tables were made; the next run makes them.
            desk.run(&["add", "-q", &store, "a.jsonl"]).ends_with(0);
            continue;
        };
        assert_eq!(opened.check().unwrap(), Vec::<String>::new(), "after kill {kill}");
        drop(opened);
        for line in told(&desk, &store).lines() {
            assert!(lines.contains(line), "after kill {kill} a document is not whole: {line}");
        }
    }
    for store in ["s0.nisba", "s1.nisba", "s2.nisba"] {
        desk.run(&["add", "-q", store, "a.jsonl"]).ends_with(0);
        assert_eq!(told(&desk, store), whole, "nothing lost, nothing doubled");
        is_sound(&desk, store);
    }
}

#[test]
fn two_writers_and_a_reader_at_once() {
    let desk = Desk::new(&[("a.jsonl", &articles(900)), ("seed.jsonl", &articles(1))]);
    let lines: Vec<String> = articles(900).lines().map(|line| format!("{line}\n")).collect();
    desk.put("first.jsonl", lines[..500].concat().as_bytes());
    desk.put("second.jsonl", lines[400..].concat().as_bytes());
    desk.run(&["add", "-q", "s.nisba", "seed.jsonl"]).ends_with(0);
    let add = |input: &str| {
        Command::new(env!("CARGO_BIN_EXE_nisba"))
            .args(["add", "-q", "s.nisba", input])
            .current_dir(desk.path(""))
            .spawn()
            .unwrap()
    };
    let mut writers = [add("first.jsonl"), add("second.jsonl")];
    let mut asked = 0;
    while writers.iter_mut().any(|writer| writer.try_wait().unwrap().is_none()) {
        desk.run(&["who", "-q", "s.nisba", "--from", "بوتين"]);
        asked += 1;
        is_sound(&desk, "s.nisba");
    }
    assert!(asked > 0);
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    desk.run(&["add", "-q", "t.nisba", "a.jsonl"]).ends_with(0);
    assert_eq!(told(&desk, "s.nisba"), told(&desk, "t.nisba"));
}

#[test]
fn a_writer_waits_for_another_and_says_so() {
    let desk = Desk::new(&[("a.jsonl", &articles(3))]);
    desk.run(&["add", "-q", "s.nisba", "a.jsonl"]).ends_with(0);
    let other = rusqlite::Connection::open(desk.path("s.nisba")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let run = desk.run(&["add", "s.nisba", "a.jsonl", "--wait", "1"]);
    run.ends_with(2).says("waiting for another program");
    run.says("another program writes to the store");
    assert_eq!(desk.run(&["who", "-q", "s.nisba"]).code, 0, "a reader does not wait");
    other.execute_batch("ROLLBACK").unwrap();
    desk.run(&["add", "s.nisba", "a.jsonl", "--wait", "1"]).ends_with(0);
}

#[test]
fn copies_of_one_text_are_counted_apart() {
    let text = "التقى الرئيس الروسي فلاديمير بوتين نظيره الأمريكي دونالد ترامب في ألاسكا أمس الجمعة وبحثا الحرب في أوكرانيا وسبل إنهائها ومستقبل العلاقات بين البلدين في المجالات كافة";
    let row = |id: &str, publisher: &str, text: &str| {
        serde_json::json!({"id": id, "date": "2025-08-16", "publisher": publisher, "text": text}).to_string()
    };
    let other = "اجتمع فلاديمير بوتين مع دونالد ترامب في قاعدة عسكرية قرب أنكوريج، في أول لقاء بينهما منذ سنوات، واستمر اللقاء ثلاث ساعات كاملة دون إعلان عن اتفاق";
    let rows =
        [row("a", "واس", text), row("b", "بترا", &format!("{text}، بحسب وكالة الأنباء.")), row("c", "رويترز", other)];
    let desk = Desk::new(&[("a.jsonl", &rows.join("\n"))]);
    desk.run(&["add", "s.nisba", "a.jsonl"]).ends_with(0).says("3 documents (2 distinct texts)");
    let run = desk.run(&["build", "-q", "s.nisba", "--to", "jsonl", "--grain", "aggregated"]);
    let edges: Vec<serde_json::Value> =
        run.ends_with(0).out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let met = edges.iter().find(|edge| edge["predicate"] == "met" && edge["documents"] == 3);
    let met = met.unwrap_or_else(|| panic!("{}", run.out));
    assert_eq!((&met["texts"], &met["publishers"]), (&serde_json::json!(2), &serde_json::json!("بترا; رويترز; واس")));
}

#[test]
fn what_is_no_store_is_told_and_left_alone() {
    let desk = Desk::new(&[("x.txt", "نص"), ("a.jsonl", &articles(1))]);
    desk.run(&["add", "x.txt", "a.jsonl"]).ends_with(2).says("this is no store of nisba");
    assert_eq!(desk.read("x.txt"), "نص");
}
