//! Questions to texts and to extracted lines.

use super::Desk;

const DOCS: &str = r#"{"id":"d1","date":"2025-08-18","publisher":"Wakala","text":null,"entities":[{"id":"new:ann-lee","kind":"person","name":"آن لي"}],"relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-08-17","start":3,"end":40,"evidence":"أجرى بوتين اتصالا\nمع مودي."},{"subject":"Q7747","predicate":"met","object":"new:ann-lee","status":"planned"}]}
{"id":"d2","date":"2025-08-16","relations":[{"subject":"Q22686","predicate":"met","object":"Q7747","date":"2025-08-15"},{"subject":"US","predicate":"sanctioned","object":"RU"}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("docs.jsonl", DOCS)])
}

#[track_caller]
fn check(args: &[&str], expected: &[&str]) {
    let args: Vec<&str> =
        ["who", "docs.jsonl", "--format", "csv", "--label-lang", "en"].iter().chain(args).copied().collect();
    let run = desk().run(&args);
    run.ends_with(i32::from(expected.is_empty()));
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let rows: Vec<String> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| format!("{} {} {} {}", &row[0], &row[3], &row[4], &row[7]).trim_start().to_owned())
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn questions_narrow_by_name_kind_time_and_status() {
    let (met, called) =
        ("2025-08-15 Donald Trump met Vladimir Putin", "2025-08-17 Vladimir Putin called Narendra Modi");
    let planned = "Vladimir Putin met آن لي";
    check(&[], &[met, called, planned]);
    check(&["--from", "Putin"], &["2025-08-15 Vladimir Putin met Donald Trump", called, planned]);
    check(&["--from", "بوتين", "--kind", "called", "--since", "2025-08-15", "--until", "2025-08-19"], &[called]);
    check(&["--to", "فلاديمير بُوتين"], &[met, "آن لي met Vladimir Putin"]);
    check(&["--to", "Q1058"], &[called]);
    check(&["--from", "آن لي"], &["آن لي met Vladimir Putin"]);
    check(&["--from", "new:ann-lee"], &["آن لي met Vladimir Putin"]);
    check(&["--kind", "conflict"], &["United States sanctioned Russia"]);
    check(&["--kind", "called,conflict"], &["United States sanctioned Russia", called]);
    check(&["--status", "planned"], &[planned]);
    check(&["--until", "2025-08-15"], &[met]);
    check(&["--from", "Modi"], &[]);
    check(&["--since", "2026"], &[]);
}

#[test]
fn a_table_with_its_evidence() {
    let run = desk().run(&["who", "docs.jsonl", "--to", "Modi", "--evidence"]);
    assert_eq!(
        run.ends_with(0).out,
        "DATE        STATUS    DOCUMENT  WHO             WHAT    WHOM\n\
         2025-08-17  happened  d1        Vladimir Putin  called  Narendra Modi\n    \
         أجرى بوتين اتصالا مع مودي.\n    — Wakala, d1:3-40\n"
    );
    run.says("1 answer");
}

#[test]
fn json_is_one_array() {
    let run = desk().run(&["who", "docs.jsonl", "--from", "بوتين", "--kind", "called", "--format", "json"]);
    let answers: serde_json::Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    assert_eq!(answers.as_array().unwrap().len(), 1);
    assert_eq!((&answers[0]["subject_name"], &answers[0]["date"]), (&"فلاديمير بوتين".into(), &"2025-08-17".into()));
    let nothing = desk().run(&["who", "docs.jsonl", "--from", "France", "--format", "json"]);
    assert_eq!(nothing.ends_with(1).out, "[]\n");
}

#[test]
fn names_that_mean_nothing_or_too_much_are_told() {
    desk().run(&["who", "docs.jsonl", "--from", "Xyzzy"]).ends_with(1).says("'Xyzzy' is not in the gazetteer");
    desk().run(&["who", "docs.jsonl", "--from", "?!"]).ends_with(2).says("holds no letters");
    desk().run(&["who", "docs.jsonl", "--kind", "spoke"]).ends_with(2).says("known: called, met").says("contact");
}

#[test]
fn texts_are_read_on_the_way_and_bad_ones_told() {
    let desk = desk();
    desk.put("a.jsonl", b"{broken\n");
    let run = desk.run(&["who", "docs.jsonl", "a.jsonl"]);
    run.ends_with(2).says("a.jsonl:1: broken JSON").says("read 2 documents, skipped 1;");
    assert!(run.out.contains("Narendra Modi"));
}
