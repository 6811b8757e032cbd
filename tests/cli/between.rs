//! What happened between two, from outside.

use super::Desk;

const DOCS: &str = r#"{"id":"d1","date":"2025-08-18","publisher":"Wakala","relations":[{"subject":"Q22686","predicate":"met","object":"Q7747","date":"2025-08-15","start":0,"end":9,"evidence":"They met."},{"subject":"US","predicate":"sanctioned","object":"RU","date":"2025-09-02"},{"subject":"Q7747","predicate":"called","object":"Q1058"}]}
{"id":"d2","date":"2025-08-16","relations":[{"subject":"Q7747","predicate":"met","object":"Q22686","date":"2025-08-15"},{"subject":"RU","predicate":"criticised","object":"US"}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("docs.jsonl", DOCS)])
}

#[test]
fn both_directions_under_the_heads_of_their_months() {
    let run = desk().run(&["between", "docs.jsonl", "Russia", "USA", "--with-officials"]);
    assert_eq!(
        run.ends_with(0).out,
        "DATE          STATUS    DOCS  WHO             WHAT        WHOM           WHERE\n\
         \n2025-08  contact 1, conflict 1\n\
         2025-08-15    happened  2     Vladimir Putin  met         Donald Trump\n\
         (2025-08-16)  happened  1     Russia          criticised  United States\n\
         \n2025-09  conflict 1\n\
         2025-09-02    happened  1     United States   sanctioned  Russia\n"
    );
    run.says("3 events");
    let evidence = desk().run(&["between", "docs.jsonl", "Putin", "Trump,Modi", "--evidence", "--reverse"]);
    assert_eq!(
        evidence.ends_with(0).out,
        "DATE          STATUS    DOCS  WHO             WHAT    WHOM           WHERE\n\
         \n2025-08  contact 2\n\
         (2025-08-18)  happened  1     Vladimir Putin  called  Narendra Modi\n    \
         (the sentence was not kept; extract --with-text keeps it)\n    — Wakala, d1:0-0\n\
         2025-08-15    happened  2     Vladimir Putin  met     Donald Trump\n    \
         They met.\n    — Wakala, d1:0-9\n      also d2:0-0\n"
    );
}

#[test]
fn json_is_nested_by_month_and_csv_is_flat() {
    let run = desk().run(&["between", "docs.jsonl", "Russia", "USA", "--format", "json"]);
    let months: serde_json::Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    assert_eq!((&months[0]["month"], &months[1]["month"]), (&"2025-08".into(), &"2025-09".into()));
    assert_eq!(months[0]["counts"], serde_json::json!({"conflict": 1}));
    assert_eq!(months[1]["events"][0]["predicate"], "sanctioned");
    let csv = desk().run(&["between", "docs.jsonl", "Russia", "USA", "--format", "csv"]).ends_with(0).out.clone();
    assert_eq!(csv.lines().count(), 3);
    assert!(csv.starts_with("date,date_precision,subject,subject_name,"), "{csv}");
}

#[test]
fn the_two_sides_must_be_two_and_told() {
    desk().run(&["between", "docs.jsonl", "Russia", "روسيا"]).ends_with(2).says("both sides mean RU");
    desk().run(&["between", "docs.jsonl", "Russia"]).ends_with(2).says("SOURCE");
    desk().run(&["between", "docs.jsonl", "Russia", "Fiji"]).ends_with(1).says("0 events");
    desk().run(&["between", "docs.jsonl", "Russia", "Xyzzy"]).ends_with(1).says("nobody is called 'Xyzzy'");
}

#[test]
fn a_store_answers_as_its_documents_do() {
    let desk = desk();
    desk.run(&["add", "s.nisba", "docs.jsonl", "-q"]).ends_with(0);
    for form in ["table", "json", "csv"] {
        let run = |source: &str| {
            desk.run(&["between", source, "Russia", "USA", "--with-officials", "--format", form])
                .ends_with(0)
                .out
                .clone()
        };
        assert_eq!(run("s.nisba"), run("docs.jsonl"), "{form}");
    }
}
