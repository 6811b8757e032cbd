//! The gazetteer by its commands, a user's own files, and the figures.

use super::Desk;

const ALIASES: &str = "entity_id,lang,alias,kind,support,source\n";

#[test]
fn names_are_looked_up() {
    let desk = Desk::new(&[("mine/aliases.csv", &format!("{ALIASES}Q7747,ar,أبو فلان,short,,mine\n"))]);
    for name in ["Putin", "بُوتين", "Q7747"] {
        let run = desk.run(&["gazetteer", "lookup", name]);
        assert!(run.ends_with(0).out.starts_with("Q7747  Vladimir Putin (person, Russia)"), "{}", run.out);
        assert!(run.out.contains("president of Russia, 2000-05-07 to 2008-05-07"), "{}", run.out);
    }
    desk.run(&["gazetteer", "lookup", "أبو فلان"]).ends_with(1).says("nothing is called 'أبو فلان'").says("hint:");
    let run = desk.run(&["gazetteer", "lookup", "أبو فلان", "--gazetteer", "mine"]);
    assert!(run.ends_with(0).out.starts_with("Q7747 "));
}

#[test]
fn files_are_checked() {
    let rows = format!("{ALIASES}Q7747,en,Vlad,short,,mine\nQ7747,en,Vlad,short,,mine\n");
    let desk =
        Desk::new(&[("mine/aliases.csv", &rows), ("good/aliases.csv", &format!("{ALIASES}Q7747,en,Vlad,short,,x\n"))]);
    let run = desk.run(&["gazetteer", "check", "mine"]);
    run.ends_with(2).says("1 thing to mend");
    assert_eq!(run.out, "mine/aliases.csv:3: alias 'Vlad' of Q7747 stands twice, first in line 2; remove one\n");
    desk.run(&["gazetteer", "check", "good"]).ends_with(0).says("in order");
    desk.put("slow/aliases.csv", format!("{ALIASES}Q7747,ar,لا فلان,short,,x\n").as_bytes());
    let run = desk.run(&["gazetteer", "check", "slow"]);
    run.ends_with(0).says("in order, 1 note");
    assert!(run.out.contains("'لا فلان' begins with a function word"), "{}", run.out);
    desk.run(&["gazetteer", "check", "none"]).ends_with(2).says("none");
}

#[test]
fn bad_rows_stop_the_run_before_any_reading() {
    let rows = format!("{ALIASES}Q7747,fr,Vlad,short,,x\nQ999999999999,en,Nobody,name,,x\n");
    let desk = Desk::new(&[("mine/aliases.csv", &rows), ("a.jsonl", "{broken\n")]);
    for args in [
        &["extract", "a.jsonl", "--gazetteer", "mine"][..],
        &["build", "a.jsonl", "--to", "dot", "--gazetteer", "mine"],
        &["who", "a.jsonl", "--gazetteer", "mine"],
        &["gazetteer", "check", "mine"],
    ] {
        let run = desk.run(args);
        run.ends_with(2).says("mine/aliases.csv:2:").says("mine/aliases.csv:3:");
        assert!(run.out.is_empty() && !run.err.contains("broken JSON"), "{}", run.err);
    }
}

#[test]
fn figures_of_a_perfect_and_of_a_missing_prediction() {
    let gold = r#"{"id":"g1","text":"Putin met Trump.","lang":"en","mentions":[{"start":0,"end":5,"id":"Q7747","type":"name"}],"relations":[{"subject":["Q7747"],"predicate":"met","object":["Q22686"]}]}"#;
    let desk = Desk::new(&[("gold.jsonl", gold), ("none.jsonl", "{\"id\":\"x\"}\n"), ("bad.jsonl", "{}\n")]);
    let run = desk.run(&["eval", "gold.jsonl", "--predicted", "gold.jsonl", "--format", "json"]);
    let figures: serde_json::Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    assert_eq!(figures["all"]["who spoke to whom"]["f1"], 1.0);
    let run = desk.run(&["eval", "gold.jsonl", "--predicted", "none.jsonl", "--errors", "5", "--in-gazetteer"]);
    run.ends_with(0).says("1 gold documents have no prediction");
    assert!(run.out.contains("in gazetteer (1 documents)"));
    assert!(
        run.out.contains("relations strict: missed 1 (met 1)\n  g1: Q7747 met Q22686 [happened] :: "),
        "{}",
        run.out
    );
    assert!(desk.run(&["eval", "gold.jsonl"]).ends_with(0).out.starts_with("all (1 documents)\n  mentions strict "));
    desk.run(&["eval", "bad.jsonl"]).ends_with(2).says("bad.jsonl:1: broken JSON").says("hint:");
    desk.run(&["eval", "gold.jsonl", "gold.jsonl"]).ends_with(2).says("stands in two gold files");
}

#[test]
fn a_mechanism_can_be_left_out_and_confidences_are_weighed() {
    let gold = r#"{"id":"g1","date":"2019-01-01","text":"The French president met Putin in Paris.","lang":"en","mentions":[],"relations":[{"subject":["Q3052772"],"predicate":"met","object":["Q7747"]}]}"#;
    let desk = Desk::new(&[("gold.jsonl", gold)]);
    let hit = |args: &[&str]| {
        let run = desk.run(&[&["eval", "gold.jsonl", "--format", "json"], args].concat());
        let figures: serde_json::Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
        (figures["all"]["relations plain"]["hit"].as_u64(), figures["reliability"]["contact"][0]["right"].as_u64())
    };
    assert_eq!(hit(&[]), (Some(1), Some(1)));
    assert_eq!(hit(&["--without", "office-dates"]), (Some(0), Some(0)));
    let run = desk.run(&["eval", "gold.jsonl", "--ablation"]);
    assert!(run.ends_with(0).out.starts_with("READING "), "{}", run.out);
    assert_eq!(run.out.lines().filter(|line| line.starts_with("without ")).count(), 9);
    assert_eq!(run.out.lines().filter(|line| line.starts_with("floor: ")).count(), 2);
    let run = desk.run(&["eval", "gold.jsonl", "--detail"]);
    assert!(run.ends_with(0).out.contains("\nRELIABILITY ") && run.out.contains("\nPREDICATE "), "{}", run.out);
    desk.run(&["eval", "gold.jsonl", "--without", "luck"]).ends_with(2).says("there are office-dates, look-ahead");
}
