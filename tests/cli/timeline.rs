//! What one did and what was done to it, from outside.

use super::Desk;

/// Three documents tell of one call, two of them in the same words; all of it is asked for in several ways.
const DOCS: &str = r#"{"id":"d1","date":"2025-08-18","publisher":"Wakala","entities":[{"id":"new:ann-lee","kind":"person","name":"آن لي"}],"relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-08-17","place":"RU","start":3,"end":40,"confidence":0.9,"evidence":"أجرى بوتين اتصالا\nمع مودي."},{"subject":"new:ann-lee","predicate":"met","object":"Q7747","status":"planned","evidence":"آن لي ستلتقي بوتين."}]}
{"id":"d2","date":"2025-08-19","publisher":"Gazette","relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-08","start":0,"end":20,"confidence":0.7,"evidence":"Putin called Modi."}]}
{"id":"d3","date":"2025-08-18","relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","start":5,"end":25,"confidence":0.7},{"subject":"Q22686","predicate":"threatened","object":"Q7747","date":"2025-08-16"}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("docs.jsonl", DOCS)])
}

#[track_caller]
fn check(args: &[&str], expected: &[&str]) {
    let args: Vec<&str> = ["timeline", "docs.jsonl", "Putin", "--format", "csv"].iter().chain(args).copied().collect();
    let run = desk().run(&args);
    run.ends_with(i32::from(expected.is_empty()));
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let at = |name: &str| head.iter().position(|cell| cell == name);
    let rows: Vec<String> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| {
            let cells = ["date", "subject_name", "predicate", "object_name", "documents"];
            cells.map(|name| row[at(name).unwrap()].to_owned()).join(" ").trim_start().to_owned()
        })
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn what_is_told_alike_is_one_event_in_the_order_of_time() {
    let threatened = "2025-08-16 Donald Trump threatened Vladimir Putin 1";
    let called = "2025-08-17 Vladimir Putin called Narendra Modi 3";
    let met = "Vladimir Putin met آن لي 1";
    check(&[], &[threatened, called, met]);
    check(&["--reverse"], &[met, called, threatened]);
    check(&["--limit", "1"], &[threatened]);
    check(&["--reverse", "--limit", "2"], &[met, called]);
    check(&["--family", "conflict"], &[threatened]);
    check(&["--status", "planned"], &[met]);
    check(&["--since", "2025-08-17", "--predicate", "called"], &[called]);
    check(&["--publisher", "gazette"], &["2025-08 Vladimir Putin called Narendra Modi 1"]);
    check(&["--place", "Paris"], &[]);
}

#[test]
fn a_table_with_its_evidence() {
    let run = desk().run(&["timeline", "docs.jsonl", "Modi", "--evidence"]);
    assert_eq!(
        run.ends_with(0).out,
        "DATE        STATUS    DOCS  WHO             WHAT    WHOM           WHERE\n\
         2025-08-17  happened  3     Vladimir Putin  called  Narendra Modi  Russia\n    \
         أجرى بوتين اتصالا مع مودي.\n    — Wakala, d1:3-40\n      also Gazette, d2:0-20; d3:5-25\n"
    );
    run.says("1 event");
}

#[test]
fn json_holds_every_report() {
    let run = desk().run(&["timeline", "docs.jsonl", "مودي", "--format", "json"]);
    let events: serde_json::Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    let event = &events[0];
    assert_eq!((&event["subject_name"], &event["texts"]), (&"فلاديمير بوتين".into(), &3.into()));
    assert_eq!(event["publishers"], serde_json::json!(["Gazette", "Wakala"]));
    assert_eq!(event["reports"].as_array().unwrap().len(), 3);
    assert_eq!(event["event"], event["reports"][0]["event"]);
    let nothing = desk().run(&["timeline", "docs.jsonl", "France", "--format", "json"]);
    assert_eq!(nothing.ends_with(1).out, "[]\n");
}

#[test]
fn whoever_is_not_known_is_told() {
    desk().run(&["timeline", "docs.jsonl", "Xyzzy"]).ends_with(1).says("nobody is called 'Xyzzy'");
    desk().run(&["timeline", "docs.jsonl", "آن لي"]).ends_with(0);
    desk().run(&["timeline", "docs.jsonl"]).ends_with(2).says("ENTITY");
}

#[test]
fn the_order_of_documents_and_the_number_of_threads_make_no_difference() {
    let mut lines: Vec<&str> = DOCS.lines().collect();
    lines.reverse();
    let turned = Desk::new(&[("docs.jsonl", &(lines.join("\n") + "\n"))]);
    for format in ["table", "json", "csv"] {
        let args = ["timeline", "docs.jsonl", "Putin", "--format", format, "--threads"];
        let run = |desk: &Desk, threads| desk.run(&[&args[..], &[threads]].concat()).out;
        assert_eq!(run(&desk(), "1"), run(&turned, "3"));
    }
}

#[test]
fn a_store_answers_as_its_documents_do() {
    let desk = desk();
    desk.run(&["add", "s.nisba", "docs.jsonl", "-q"]).ends_with(0);
    for form in ["table", "json", "csv"] {
        let run = |source: &str| desk.run(&["timeline", source, "Putin", "--format", form]).ends_with(0).out.clone();
        assert_eq!(run("s.nisba"), run("docs.jsonl"), "{form}");
    }
}
