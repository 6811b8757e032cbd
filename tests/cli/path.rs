//! How one reaches another.

use super::Desk;

// Trump and Putin met before Putin called Modi, who visited Macron a month earlier; Trump also reaches Macron himself, later.
const DOCS: &str = r#"{"id":"d1","date":"2025-07-18","publisher":"Wakala","relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-07-17","start":0,"end":20,"evidence":"اتصل بوتين\nبمودي."},{"subject":"Q22686","predicate":"met","object":"Q7747","date":"2025-07-15"},{"subject":"Q22686","predicate":"criticised","object":"Q3052772"}]}
{"id":"d2","date":"2025-08-16","entities":[{"id":"new:ann-lee","kind":"person","name":"آن لي"}],"relations":[{"subject":"Q1058","predicate":"visited","object":"FR","date":"2025-06"},{"subject":"FR","predicate":"hosted","object":"Q1058","date":"2025"},{"subject":"FR","predicate":"hosted","object":"new:ann-lee"},{"subject":"Q22686","predicate":"met","object":"FR","status":"planned"}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("docs.jsonl", DOCS)])
}

/// `expected` are the steps as `path step from > to day | who what whom date`.
#[track_caller]
fn check(args: &[&str], expected: &[&str]) {
    let args: Vec<&str> =
        ["path", "docs.jsonl"].iter().chain(args).copied().chain(["--format", "csv", "--label-lang", "en"]).collect();
    let run = desk().run(&args);
    run.ends_with(i32::from(expected.is_empty()));
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let names = reader.headers().unwrap().clone();
    let cell =
        |row: &csv::StringRecord, name: &str| row[names.iter().position(|known| known == name).unwrap()].to_owned();
    let rows: Vec<String> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| {
            let part = |names: &[&str]| names.iter().map(|name| cell(&row, name)).collect::<Vec<_>>().join(" ");
            let (step, event) =
                (["path", "step", "from", "to", "day"], ["subject_name", "predicate", "object_name", "date"]);
            format!("{}| {}", part(&step), part(&event)).replace(" |", "|").trim_end().to_owned()
        })
        .collect();
    assert_eq!(rows, expected, "{args:?}");
}

#[test]
fn the_shortest_path_is_told_step_by_step() {
    let putin = "1 1 Q22686 Q7747| Donald Trump met Vladimir Putin 2025-07-15";
    let modi = "1 2 Q7747 Q1058| Vladimir Putin called Narendra Modi 2025-07-17";
    check(&["Trump", "مودي"], &[putin, modi]);
    check(&["Trump", "Modi", "--max-steps", "1"], &[]);
    check(&["Trump", "Modi", "--avoid", "Putin"], &[]);
    check(&["Trump", "Modi", "--since", "2025-07-16"], &[]);
    check(&["Modi", "Trump", "--directed"], &[]);
    check(
        &["Trump", "Macron", "--family", "conflict"],
        &["1 1 Q22686 Q3052772| Donald Trump criticised Emmanuel Macron"],
    );
    check(&["Trump", "France", "--status", "planned"], &["1 1 Q22686 FR| Donald Trump met France"]);
}

#[test]
fn in_time_no_step_comes_before_the_last() {
    let ann = [
        "1 1 Q22686 Q7747 2025-07-15| Donald Trump met Vladimir Putin 2025-07-15",
        "1 2 Q7747 Q1058 2025-07-17| Vladimir Putin called Narendra Modi 2025-07-17",
        "1 3 Q1058 FR 2025-07-17| France hosted Narendra Modi 2025",
        "1 4 FR new:ann-lee 2025-08-16| France hosted آن لي",
    ];
    check(&["Trump", "آن لي", "--time"], &ann);
    check(&["Trump", "آن لي", "--time", "--certain"], &[]);
    check(&["Trump", "France", "--time", "--until", "2025-07-16"], &[]);
    check(
        &["France", "Putin", "--time", "--certain"],
        &[
            "1 1 FR Q1058 2025-06-01| Narendra Modi visited France 2025-06",
            "1 2 Q1058 Q7747 2025-07-17| Vladimir Putin called Narendra Modi 2025-07-17",
        ],
    );
}

#[test]
fn a_table_with_its_evidence() {
    let run = desk().run(&["path", "docs.jsonl", "--time", "Trump", "--evidence", "Modi"]);
    assert_eq!(
        run.ends_with(0).out,
        "Donald Trump → Vladimir Putin → Narendra Modi  (by 2025-07-17)\n\
         STEP  DATE        DAY         STATUS    DOCS  EVENTS  WHO             WHAT    WHOM            WHERE\n\
         1     2025-07-15  2025-07-15  happened  1     1       Donald Trump    met     Vladimir Putin\n    \
         (the sentence was not kept; extract --with-text keeps it)\n    — Wakala, d1:0-0\n\
         2     2025-07-17  2025-07-17  happened  1     1       Vladimir Putin  called  Narendra Modi\n    \
         اتصل بوتين بمودي.\n    — Wakala, d1:0-20\n"
    );
    run.says("1 path of 2 steps");
}

#[test]
fn json_holds_the_events() {
    let run = desk().run(&["path", "docs.jsonl", "Trump", "Modi", "--format", "json"]);
    let paths: serde_json::Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    let step = &paths[0]["steps"][1];
    assert_eq!((&step["from"], &step["event"]["documents"]), (&"Q7747".into(), &1.into()));
    assert_eq!(step["event"]["reports"][0]["document"], "d1");
    let nothing = desk().run(&["path", "docs.jsonl", "Trump", "Xi", "--format", "json"]);
    assert_eq!(nothing.ends_with(1).out, "[]\n");
}

#[test]
fn what_cannot_be_answered_is_said() {
    desk().run(&["path", "docs.jsonl", "Trump"]).ends_with(2).says("give SOURCE… A B");
    desk().run(&["path", "docs.jsonl", "Trump", "ترامب"]).ends_with(2).says("may both mean Q22686");
    desk().run(&["path", "docs.jsonl", "Trump", "Modi", "--avoid", "Q1058"]).ends_with(2).says("cannot avoid 'Modi'");
    desk().run(&["path", "docs.jsonl", "Trump", "Modi", "--certain"]).ends_with(2).says("--time");
    desk().run(&["path", "docs.jsonl", "Trump", "Xyzzy"]).ends_with(1).says("nobody is called 'Xyzzy'");
    desk().run(&["path", "docs.jsonl", "Modi", "Trump", "--directed"]).ends_with(1).says("without --directed");
    desk().run(&["path", "docs.jsonl", "Trump", "FR", "--time", "--certain"]).ends_with(1).says("without --certain");
}
