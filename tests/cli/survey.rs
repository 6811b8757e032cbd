//! What the data files lack, and what their rows are worth: `gazetteer discover` and `lexicon hits`.

use serde_json::Value;

use super::Desk;

const DOCS: &str = r#"{"id":"d1","date":"2014-03-02","text":"استقبل الرئيس المصري وزير الزراعة السوداني حسان الطيب برعي في القاهرة. وقال حسان الطيب إن بلاده ترحب."}
{"id":"d2","date":"2014-05-09","text":"التقى بوتين وزير الزراعة السوداني حسان الطيب برعي."}
{"id":"d3","date":"2014-06-03","text":"قال رئيس الوزراء تزنغاكوف إن الوفد وصل. وصل وزير الزراعة الفنلندي إلى موسكو."}
{"id":"d4","date":"2014-07-01","text":"غادر وزير الزراعة الفنلندي. وكان وزير فنلندي قد غادر."}
"#;

fn json(desk: &Desk, args: &[&str]) -> Vec<Value> {
    let run = desk.run(args);
    serde_json::from_str(&run.ends_with(0).out).unwrap()
}

#[test]
fn people_nobody_lists_become_rows() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    let found = json(&desk, &["gazetteer", "discover", "docs.jsonl", "--min", "1", "--format", "json"]);
    let row = |one: &Value| format!("{} {} {} {}", one["what"], one["name"], one["count"], one["documents"]);
    let rows: Vec<String> = found.iter().map(row).map(|row| row.replace('"', "")).collect();
    assert_eq!(rows, ["person حسان الطيب برعي 3 2", "office وزير الزراعة الفنلندي 2 2", "words تزنغاكوف 1 1"]);
    assert_eq!(found[0]["rows"]["entities"], "gz:p:hsan-altyb-bray,person,,,حسان الطيب برعي,SD,,5,,authored");
    assert_eq!(found[0]["rows"]["aliases"], "gz:p:hsan-altyb-bray,ar,حسان الطيب برعي,name,,authored");
    let office = "gz:p:hsan-altyb-bray,agriculture_minister,SD,2014-03-02,2014-05-09,authored,seen";
    assert_eq!(found[0]["rows"]["offices"], office);
    assert_eq!(found[1]["rows"]["offices"], ",agriculture_minister,FI,2014-06-03,2014-07-01,authored,");
    assert_eq!(found[1]["examples"][0]["document"], "d3");
    assert_eq!(found[2]["office"], "prime_minister");
}

#[test]
fn discoveries_can_be_read_with() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    let run = desk.run(&["gazetteer", "discover", "docs.jsonl", "--overlay", "mine", "--examples", "2"]);
    run.ends_with(0).says("wrote mine").says("read 4 documents, skipped 0; found 2 things");
    assert!(run.out.starts_with("COUNT  DOCUMENTS  WHAT "), "{}", run.out);
    assert!(
        run.out.contains("\n    entities.csv: gz:p:hsan-altyb-bray,person,") && run.out.contains("\n    d2: التقى")
    );
    desk.run(&["gazetteer", "check", "mine"]).ends_with(0);
    assert!(desk.run(&["extract", "docs.jsonl"]).out.contains("\"new:"));
    let known = desk.run(&["extract", "docs.jsonl", "--gazetteer", "mine"]);
    assert!(!known.out.contains("\"new:") && known.out.contains("\"gz:p:hsan-altyb-bray\""), "{}", known.out);
    let again = desk.run(&["gazetteer", "discover", "docs.jsonl", "--gazetteer", "mine", "--min", "3"]);
    assert!(again.ends_with(0).out.is_empty(), "{}", again.out);
}

#[test]
fn surveys_are_the_same_on_any_number_of_threads() {
    let desk = Desk::new(&[]);
    let articles = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/news");
    for command in [&["gazetteer", "discover", "--min", "1"][..], &["lexicon", "hits"]] {
        let args = [command, &[articles, "--examples", "2", "--format", "csv", "--threads"]].concat();
        let run = |threads| desk.run(&[&args[..], &[threads]].concat());
        let one = run("1");
        assert!(one.ends_with(0).out.lines().count() > 3, "{}", one.out);
        assert_eq!(run("3").out, one.out, "{command:?}");
    }
}

#[test]
fn rows_of_the_lexicon_are_counted() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    let args = ["lexicon", "hits", "docs.jsonl", "--format", "json", "--examples", "2", "--much", "40"];
    let rows = json(&desk, &args);
    let row = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{id}"));
    let met = row("ar-iltaqa-v");
    assert_eq!((&met["seen"], &met["led"], &met["relations"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!(met["examples"][0]["sentence"], "التقى بوتين وزير الزراعة السوداني حسان الطيب برعي.");
    assert_eq!(row("ar-ghadara-v")["flag"], "never");
    assert_eq!(row("en-meet-v")["flag"], "unseen");
    let run = desk.run(&["lexicon", "hits", "docs.jsonl", "--much", "30", "--flagged"]);
    run.ends_with(0).says("with more than 30 % of all");
    assert!(run.out.starts_with("SEEN  LED  RELATIONS ") && run.out.contains(" much "), "{}", run.out);
}

#[test]
fn what_is_read_before_is_told_and_skipped() {
    let desk = Desk::new(&[("docs.jsonl", "{\"id\":\"a\",\"mentions\":[],\"relations\":[]}\n")]);
    for command in [&["gazetteer", "discover"], &["lexicon", "hits"]] {
        desk.run(&[command[0], command[1], "docs.jsonl"]).ends_with(2).says("docs.jsonl:1:");
    }
}
