use serde_json::{Value, json};

use super::*;

/// `DOCUMENT DOCUMENT-DATE SUBJECT PREDICATE OBJECT DATE [STATUS] [?]`; `-` for no date, `?` where who acted is open.
fn record(told: &str) -> Record {
    let words: Vec<&str> = told.split(' ').collect();
    let date = |word: &str| (word != "-").then(|| Value::from(word));
    let status = words[6..].iter().find(|word| **word != "?").unwrap_or(&"happened");
    let row = json!({"subject": words[2], "predicate": words[3], "object": words[4], "date": date(words[5]),
        "status": status, "either": words.contains(&"?"), "evidence": told});
    let mut record: Record =
        serde_json::from_value(json!({"id": words[0], "date": date(words[1]), "publisher": format!("P{}", words[0]),
        "relations": [row]}))
        .unwrap();
    record.identify();
    record
}

fn events(records: &[Record]) -> Vec<Event> {
    let mut events = Events::default();
    records.iter().for_each(|record| record.relations.iter().for_each(|row| events.add(record, row)));
    events.finish()
}

fn show(event: &Event) -> String {
    let date = event.date_or_first_report().map_or("-".to_owned(), |date| date.to_string());
    let date = if event.date.is_some() { date } else { format!("({date})") };
    let open = if event.direction_known { "" } else { "?" };
    let mut documents: Vec<&str> = event.reports.iter().map(|report| &*report.document).collect();
    documents.sort_unstable();
    format!("{date} {} {}{open} {} {}", event.subject, event.predicate, event.object, documents.join("+"))
}

#[track_caller]
fn check(told: &[&str], expected: &[&str]) {
    let mut records: Vec<Record> = told.iter().map(|told| record(told)).collect();
    for _ in 0..records.len() {
        records.rotate_left(1);
        let found: Vec<String> = events(&records).iter().map(show).collect();
        assert_eq!(found, expected);
    }
    records.reverse();
    assert_eq!(events(&records).iter().map(show).collect::<Vec<_>>(), expected);
}

#[test]
fn the_same_day_is_the_same_event() {
    check(
        &["d1 2025-08-18 A called B 2025-08-17", "d2 2025-12-01 A called B 2025-08-17"],
        &["2025-08-17 A called B d1+d2"],
    );
    check(
        &["d1 2025-08-18 A called B 2025-08-17", "d2 2025-08-18 A called B 2025-08-16"],
        &["2025-08-16 A called B d2", "2025-08-17 A called B d1"],
    );
    check(
        &["d1 2025-08-18 A called B 2025-08-17", "d2 2025-08-18 A called B 2025-08-17 denied"],
        &["2025-08-17 A called B d1", "2025-08-17 A called B d2"],
    );
}

#[test]
fn a_report_that_knows_less_joins_the_only_day_that_fits() {
    let told = "d1 2025-08-18 A called B 2025-08-17";
    check(
        &[told, "d2 2025-08-19 A called B 2025-08", "d3 2025-08-20 A called B -"],
        &["2025-08-17 A called B d1+d2+d3"],
    );
    check(&[told, "d2 2025-08-19 A called B 2025-07"], &["2025-07 A called B d2", "2025-08-17 A called B d1"]);
    check(&[told, "d2 2025-08-25 A called B -"], &["2025-08-17 A called B d1", "(2025-08-25) A called B d2"]);
    check(&[told, "d2 2025-08-15 A called B -"], &["(2025-08-15) A called B d2", "2025-08-17 A called B d1"]);
    check(&[told, "d2 2025-08-16 A called B -"], &["2025-08-17 A called B d1+d2"]);
    check(
        &[told, "d2 2025-08-19 A called B 2025-08-18", "d3 2025-08-20 A called B -"],
        &["2025-08-17 A called B d1", "2025-08-18 A called B d2", "(2025-08-20) A called B d3"],
    );
}

#[test]
fn a_document_that_tells_the_day_elsewhere_means_that_day() {
    check(
        &["d1 2025-08-18 A met B 2025-08-17", "d2 2025-08-18 A met B 2025-08-16", "d2 2025-08-18 A met B -"],
        &["2025-08-16 A met B d2+d2", "2025-08-17 A met B d1"],
    );
    check(&["d1 - A met B 2025-08-17", "d1 - A met B -"], &["2025-08-17 A met B d1+d1"]);
    check(&["d1 - A met B 2025-08-17", "d2 - A met B -"], &["2025-08-17 A met B d1", "(-) A met B d2"]);
}

#[test]
fn what_is_planned_lies_ahead() {
    check(
        &["d1 2025-08-12 A met B 2025-08-15 planned", "d2 2025-08-10 A met B - planned"],
        &["2025-08-15 A met B d1+d2"],
    );
    check(
        &["d1 2025-08-12 A met B 2025-08-15 planned", "d2 2025-08-17 A met B - planned"],
        &["2025-08-15 A met B d1", "(2025-08-17) A met B d2"],
    );
}

#[test]
fn without_any_day_the_same_month_or_the_same_day_of_report_is_one_event() {
    check(
        &["d1 2025-08-18 A met B 2025-07", "d2 2025-12-18 A met B 2025-07", "d3 2025-12-18 A met B 2025"],
        &["2025 A met B d3", "2025-07 A met B d1+d2"],
    );
    check(
        &["d1 2025-08-18 A met B -", "d2 2025-08-18 B met A -", "d3 2025-08-19 A met B -", "d4 - A met B -"],
        &["(2025-08-18) A met B d1+d2", "(2025-08-19) A met B d3", "(-) A met B d4"],
    );
}

#[test]
fn an_office_is_held_from_report_to_report() {
    check(
        &[
            "d1 2020-08-18 A holds_office B -",
            "d2 2025-08-18 A holds_office B -",
            "d3 2020-08-18 A holds_office B 2020-08-18",
        ],
        &["(2020-08-18) A holds_office B d1+d2", "2020-08-18 A holds_office B d3"],
    );
}

#[test]
fn who_acted_is_taken_from_reports_that_tell() {
    check(
        &["d1 2025-08-18 B called A 2025-08-17", "d2 2025-08-18 A called B 2025-08-17 ?"],
        &["2025-08-17 B called A d1+d2"],
    );
    check(&["d1 2025-08-18 B called A 2025-08-17 ?", "d2 2025-08-18 B called A -"], &["2025-08-17 B called A d1+d2"]);
    check(
        &["d1 2025-08-18 B called A 2025-08-17", "d2 2025-08-18 A called B -"],
        &["2025-08-17 B called A d1", "(2025-08-18) A called B d2"],
    );
    check(
        &[
            "d1 2025-08-18 B called A 2025-08-17",
            "d2 2025-08-18 A called B 2025-08-17",
            "d3 2025-08-18 A called B 2025-08-17 ?",
        ],
        &["2025-08-17 A called? B d3", "2025-08-17 A called B d2", "2025-08-17 B called A d1"],
    );
}

fn sketched(told: &str, text: &str) -> Record {
    let mut tokens = crate::text::Tokens::default();
    tokens.read(text);
    Record { sketch: crate::text::Sketch::of(&tokens), ..record(told) }
}

#[test]
fn copies_of_a_text_tell_one_event_and_count_as_one_text() {
    let records = [
        sketched("d1 2025-08-18 A praised B -", "the agency writes that A praised B for what it did in the last year"),
        sketched("d2 2025-08-20 A praised B -", "the agency writes that A praised B for what it did in the last year"),
        sketched("d3 2025-08-18 A praised B -", "an entirely different text that tells the same of these two"),
    ];
    let found = events(&records);
    assert_eq!(found.iter().map(show).collect::<Vec<_>>(), ["(2025-08-18) A praised B d1+d2+d3"]);
    assert_eq!((found[0].documents, found[0].texts, found[0].publishers.len()), (3, 2, 3));
    let reported = (found[0].first_reported.unwrap().to_string(), found[0].last_reported.unwrap().to_string());
    assert_eq!(reported, ("2025-08-18".to_owned(), "2025-08-20".to_owned()));
}

#[test]
fn the_surest_report_is_the_best_and_most_documents_give_the_place() {
    let records: Vec<Record> = [("d1", 0.6, "X"), ("d2", 0.9, "Y"), ("d3", 0.7, "X")]
        .map(|(id, confidence, place)| {
            serde_json::from_value(json!({"id": id, "date": "2025-08-18", "relations": [{"subject": "A",
                "predicate": "met", "object": "B", "place": place, "confidence": confidence, "attribution": "R",
                "evidence": id}], "entities": [{"id": "A", "kind": "person", "name": "Ann"}]}))
            .unwrap()
        })
        .into();
    let found = events(&records);
    assert_eq!(found.len(), 1);
    let event = &found[0];
    assert_eq!((event.confidence, event.place.as_deref()), (Some(0.9), Some("X")));
    assert_eq!(event.best().unwrap().evidence.as_deref(), Some("d2"));
    assert_eq!((event.subject_name.as_deref(), event.reporters.len()), (Some("Ann"), 1));
}
