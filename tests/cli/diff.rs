//! What is new, gone or changed.

use super::Desk;

const OLD: &str = r#"{"id":"d1","date":"2025-06-02","publisher":"Wakala","relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-06-01","start":0,"end":9,"evidence":"A first."},{"subject":"Q7747","predicate":"met","object":"Q22686","status":"planned","date":"2025-08-15"}]}
{"id":"d2","date":"2025-06-03","relations":[{"subject":"Q7747","predicate":"hosted","object":"Q1058"},{"subject":"US","predicate":"sanctioned","object":"RU"}]}
"#;
const NEW: &str = r#"{"id":"d3","date":"2025-08-16","relations":[{"subject":"Q22686","predicate":"met","object":"Q7747","date":"2025-08-15"},{"subject":"Q7747","predicate":"called","object":"Q1058"},{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-08-12"},{"subject":"Q22686","predicate":"called","object":"Q1058","date":"2025"}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("old.jsonl", OLD), ("new.jsonl", NEW)])
}

#[track_caller]
fn check(args: &[&str], expected: &[&str]) -> super::Run {
    let run = desk().run(&[&["diff", "--format", "json"], args].concat());
    run.ends_with(i32::from(expected.is_empty()));
    let found: Vec<serde_json::Value> = serde_json::from_str(&run.out).unwrap();
    let show = |row: &serde_json::Value| {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let events = |key: &str| row[key]["events"].to_string();
        let what = ["change", "subject_name", "predicate", "object_name"].map(text).join(" ");
        format!("{what} {}/{}", events("before"), events("after"))
    };
    assert_eq!(found.iter().map(show).collect::<Vec<_>>(), expected);
    run
}

const MET: &str = "changed Donald Trump met Vladimir Putin 1/1";
const HOSTED: &str = "gone Vladimir Putin hosted Narendra Modi 1/0";
const TRUMP_CALLED: &str = "new Donald Trump called Narendra Modi 0/1";

#[test]
fn two_sources_are_compared_as_they_are() {
    let run = check(&["old.jsonl", "new.jsonl"], &[MET, TRUMP_CALLED, HOSTED]);
    run.says("3 contacts differ: 1 new, 1 gone, 1 changed").says("read 2 documents").says("read 1 document,");
    check(&["old.jsonl", "old.jsonl"], &[]).says("0 contacts differ");
    check(&["old.jsonl", "new.jsonl", "--family", "conflict"], &["gone United States sanctioned Russia 1/0"]);
    check(
        &["old.jsonl", "new.jsonl", "--change", "new,gone", "--entity", "مودي", "--label-lang", "en", "--limit", "1"],
        &[TRUMP_CALLED],
    )
    .says("2 contacts differ: 1 new, 1 gone, 0 changed; the first 1 are shown");
}

#[test]
fn two_times_of_one_source() {
    let run = check(
        &["old.jsonl", "new.jsonl", "--before", "2025-06"],
        &["new Donald Trump met Vladimir Putin 0/2", TRUMP_CALLED, HOSTED],
    );
    run.says("3 contacts differ: 2 new, 1 gone, 0 changed");
    // The host of 3 June lies between the two times.
    check(
        &["old.jsonl", "new.jsonl", "--before", "2025-06-01", "--after", "2025-08"],
        &["new Donald Trump met Vladimir Putin 0/2", TRUMP_CALLED],
    )
    .says("1 relation lies between");
}

#[test]
fn a_table_and_a_spreadsheet() {
    let desk = desk();
    desk.run(&["add", "old.nisba", "old.jsonl"]).ends_with(0);
    let run =
        desk.run(&["diff", "old.nisba", "new.jsonl", "--predicate", "called,hosted", "--evidence", "--change", "gone"]);
    assert_eq!(
        run.ends_with(0).out,
        "CHANGE  BEFORE      AFTER  LAST          WHO             WHAT    WHOM\n\
         gone    happened 1  -      2025-06-03  Vladimir Putin  hosted  Narendra Modi\n    \
         (the sentence was not kept; extract --with-text keeps it)\n    — d2:0-0\n"
            .replace("LAST          ", "LAST        ")
    );
    let run = desk.run(&["diff", "old.jsonl", "new.jsonl", "--format", "csv", "--predicate", "met"]);
    let mut reader = csv::Reader::from_reader(run.ends_with(0).out.as_bytes());
    let rows: Vec<std::collections::BTreeMap<String, String>> = reader.deserialize().map(|row| row.unwrap()).collect();
    assert_eq!((rows[0]["before_statuses"].as_str(), rows[0]["after_statuses"].as_str()), ("planned 1", "happened 1"));
    assert_eq!(rows[0]["size"], "2");
}

#[test]
fn what_cannot_be_compared_is_told() {
    let desk = desk();
    desk.run(&["diff", "old.jsonl"]).ends_with(2).says("one source compared with what? give --before DATE");
    desk.run(&["diff", "old.jsonl", "new.jsonl", "old.jsonl"]).ends_with(2).says("3 sources compared with what?");
    desk.run(&["diff", "old.jsonl", "--before", "2025-07", "--after", "2025-06"]).ends_with(2).says("must lie before");
    desk.run(&["diff", "old.jsonl", "new.jsonl", "--change", "more"]).ends_with(2).says("known: new, gone, changed");
}
