//! A file of decisions of any bytes: refused with every bad row, or applied, and applying twice is applying once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nisba::decision::Decisions;
use nisba::gazetteer::DataFile;
use nisba::relation::Record;

const RECORD: &str = r#"{"id": "d1", "date": "2025-08-18",
  "mentions": [{"start": 0, "end": 3, "id": "A", "type": "name"}, {"start": 8, "end": 11, "id": "new:b-c", "type": "name"}],
  "relations": [{"subject": "A", "predicate": "met", "object": "new:b-c", "start": 0, "end": 20},
                {"subject": "new:b-c", "predicate": "called", "object": ["Q1", "Q2"], "place": "A"},
                {"subject": "Q1", "predicate": "met", "object": "A", "attribution": "B"}],
  "entities": [{"id": "new:b-c", "kind": "person", "name": "B C"}]}"#;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).into_owned();
    let file = DataFile { name: "decisions.csv".to_owned(), text: text.clone().into() };
    let Ok(decisions) = Decisions::load(&[file]) else { return };
    for row in decisions.rows() {
        assert!(!row.place().is_empty() && !row.verdict.name().is_empty());
    }
    let mut record: Record = serde_json::from_str(RECORD).expect("our own record");
    record.text = Some("Ann met Bob here and there.".to_owned());
    let once = decisions.apply(record);
    let twice = decisions.apply(once.clone());
    assert_eq!(once, twice);
    // The order of rows does not matter.
    let mut rows: Vec<_> = decisions.rows().iter().map(nisba::decision::Decision::row).collect();
    rows.reverse();
    let turned = Decisions::of_rows(rows).expect("what was taken is taken in any order");
    let mut record: Record = serde_json::from_str(RECORD).expect("our own record");
    record.text = Some("Ann met Bob here and there.".to_owned());
    assert_eq!(turned.apply(record), once);
});
