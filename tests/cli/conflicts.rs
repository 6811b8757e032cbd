//! What one says and another denies.

use super::Desk;

/// Articles of our own, as a line each: id, day, newspaper, text.
const ARTICLES: [[&str; 4]; 6] = [
    [
        "d1",
        "2025-03-02",
        "Cairo Desk",
        "Russian President Vladimir Putin called French President Emmanuel Macron on Saturday.",
    ],
    [
        "d2",
        "2025-03-02",
        "Gulf Desk",
        "أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا مع نظيره الفرنسي إيمانويل ماكرون السبت.",
    ],
    [
        "d3",
        "2025-03-03",
        "Wire",
        "Dmitry Peskov, the Kremlin spokesman, denied a report that Vladimir Putin had called Emmanuel Macron.",
    ],
    [
        "d4",
        "2025-03-03",
        "Gulf Desk",
        "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في أنقرة الأحد.",
    ],
    ["d5", "2025-03-04", "Paper", "لم يلتق وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في أنقرة."],
    ["d6", "2025-09-04", "Paper", "Vladimir Putin did not call Emmanuel Macron."],
];

fn desk() -> Desk {
    let line = |[id, date, publisher, text]: &[&str; 4]| {
        serde_json::json!({"id": id, "date": date, "publisher": publisher, "text": text}).to_string() + "\n"
    };
    Desk::new(&[("news.jsonl", &ARTICLES.iter().map(line).collect::<String>())])
}

const TABLE: &str = "\
SAID                         DATE        REPORTED    DOCS  WHO              WHAT      WHOM            BY
happened                     2025-03-01  2025-03-02  2     Emmanuel Macron  called ↔  Vladimir Putin  Cairo Desk, Gulf Desk
└ denied  by a party, later  -           2025-03-03  1     Emmanuel Macron  called ↔  Vladimir Putin  Wire, citing Dmitry Peskov
happened                     2025-03-02  2025-03-03  1     Badr Abdelatty   met       Hakan Fidan     Gulf Desk
└ denied  later              -           2025-03-04  1     Badr Abdelatty   met       Hakan Fidan     Paper
";

#[test]
fn claims_stand_over_their_denials() {
    let desk = desk();
    let run = desk.run(&["conflicts", "news.jsonl"]);
    assert_eq!(run.ends_with(0).out, TABLE);
    run.says("2 conflicts");
    desk.run(&["add", "news.nisba", "news.jsonl"]).ends_with(0);
    assert_eq!(desk.run(&["conflicts", "news.nisba"]).ends_with(0).out, TABLE);
    let run = desk.run(&["conflicts", "news.nisba", "--entity", "فيدان", "--evidence"]);
    let lines: Vec<&str> = run.ends_with(0).out.lines().collect();
    assert_eq!((lines.len(), lines[2].trim(), lines[3].trim()), (7, ARTICLES[3][3], "— Gulf Desk, d4:0-82"));
}

#[test]
fn conflicts_for_programs() {
    let desk = desk();
    let run = desk.run(&["conflicts", "news.jsonl", "--format", "json", "--predicate", "called", "--within", "365"]);
    let found: Vec<serde_json::Value> = serde_json::from_str(&run.ends_with(0).out).unwrap();
    assert_eq!(found.len(), 1);
    let (claim, denial) = (&found[0]["claim"], &found[0]["denial"]);
    assert_eq!((&claim["status"], &claim["documents"]), (&"happened".into(), &2.into()));
    assert_eq!((&denial["documents"], &denial["last_reported"]), (&2.into(), &"2025-09-04".into()));
    assert_eq!(denial["reports"].as_array().unwrap().len(), 2);
    let run = desk.run(&["conflicts", "news.jsonl", "--format", "csv", "--status", "happened"]);
    let mut reader = csv::Reader::from_reader(run.ends_with(0).out.as_bytes());
    let rows: Vec<std::collections::BTreeMap<String, String>> = reader.deserialize().map(|row| row.unwrap()).collect();
    assert_eq!((rows.len(), rows[0]["claim_publishers"].as_str()), (2, "Cairo Desk|Gulf Desk"));
    assert_eq!((rows[0]["dispute"].as_str(), rows[0]["by_party"].as_str()), ("status", "true"));
    assert_eq!(rows[1]["denial_evidence"], ARTICLES[4][3]);
}

#[test]
fn where_nothing_is_denied_nothing_is_found() {
    let desk = desk();
    let run = desk.run(&["conflicts", "news.jsonl", "--entity", "Modi", "--format", "json"]);
    assert_eq!(run.ends_with(1).out, "[]\n");
    assert_eq!(desk.run(&["conflicts", "news.jsonl", "--until", "2025-03-01"]).ends_with(1).out, "");
    desk.run(&["conflicts", "news.jsonl", "--within", "-1"]).ends_with(2);
}
