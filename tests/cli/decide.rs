//! Decisions of people: written by the command, followed by every other.

use super::{Desk, Run};

const DOCS: &str = r#"{"id":"d1","date":"2025-08-18","publisher":"Wakala","entities":[{"id":"new:ann-lee","kind":"person","name":"Ann Lee"}],"mentions":[{"start":0,"end":7,"id":"new:ann-lee","type":"name"}],"relations":[{"subject":"new:ann-lee","predicate":"called","object":"Q1058","date":"2025-08-17","start":0,"end":20,"subject_mention":{"start":0,"end":7},"evidence":"Ann Lee called Modi."},{"subject":"new:ann-lee","predicate":"met","object":"Q7747","start":21,"end":37,"evidence":"She met Putin..."}]}
{"id":"d2","date":"2025-08-16","relations":[{"subject":"Q22686","predicate":"met","object":"Q7747","date":"2025-08-15"}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("docs.jsonl", DOCS)])
}

/// Decides something as A. Editor on the last day of January.
fn decide(desk: &Desk, args: &[&str]) -> Run {
    let signature = ["--author", "A. Editor", "--date", "2026-01-31", "--reason", "seen by eye"];
    desk.run(&[&["decide", "d.csv"], args, &signature].concat())
}

/// Returns who did what to whom, by the decisions.
#[track_caller]
fn check(desk: &Desk, args: &[&str], expected: &[&str]) -> Run {
    let always = ["who", "docs.jsonl", "--format", "json", "--decisions", "d.csv"];
    let lang: &[&str] = if args.contains(&"--label-lang") { &[] } else { &["--label-lang", "en"] };
    let run = desk.run(&[&always, args, lang].concat());
    run.ends_with(i32::from(expected.is_empty()));
    let answers: Vec<serde_json::Value> = serde_json::from_str(&run.out).unwrap();
    let text = |answer: &serde_json::Value, key: &str| answer[key].as_str().unwrap_or_default().to_owned();
    let show = |answer: &serde_json::Value| {
        ["subject_name", "predicate", "object_name"].map(|key| text(answer, key)).join(" ")
    };
    assert_eq!(answers.iter().map(show).collect::<Vec<_>>(), expected);
    run
}

#[test]
fn entities_that_are_the_same_are_one_under_every_name() {
    let desk = desk();
    decide(&desk, &["same", "new:ann-lee", "أنطونيو غوتيريش"])
        .ends_with(0)
        .says("wrote d.csv:2: same new:ann-lee Q311440");
    assert_eq!(
        desk.read("d.csv"),
        "decision,entity,other,predicate,status,document,spelling,country,event,name_ar,name_en,author,date,reason\n\
         same,new:ann-lee,Q311440,,,,,,,,,A. Editor,2026-01-31,seen by eye\n"
    );
    let guterres = ["António Guterres called Narendra Modi", "António Guterres met Vladimir Putin"];
    for name in ["Guterres", "new:ann-lee", "Ann Lee", "Q311440"] {
        check(&desk, &["--from", name], &guterres).says("1 of 1 decision applied, ");
    }
    let run = desk.run(&["extract", "-", "--decisions", "d.csv"]);
    run.ends_with(2);
    // The same twice is written once.
    decide(&desk, &["same", "new:ann-lee", "Q311440"]).ends_with(0).says("d.csv:2 says so already");
    assert_eq!(desk.read("d.csv").lines().count(), 2);
}

#[test]
fn names_are_given_and_what_is_wrong_is_left_out() {
    let desk = desk();
    decide(&desk, &["rename", "بوتين", "--en", "V. Putin", "--ar", "بوتن"])
        .ends_with(0)
        .says("Q7747 is Vladimir Putin");
    check(&desk, &["--to", "V. Putin"], &["Donald Trump met V. Putin", "Ann Lee met V. Putin"]);
    check(&desk, &["--to", "بُوتن", "--label-lang", "ar"], &["دونالد ترامب met بوتن", "Ann Lee met بوتن"]);
    decide(&desk, &["drop", "new:ann-lee", "called", "Modi"]).ends_with(0);
    decide(&desk, &["drop", "Modi", "called", "new:ann-lee"]).ends_with(0);
    let run = check(&desk, &[], &["Donald Trump met V. Putin", "Ann Lee met V. Putin"]);
    run.says("2 of 3 decisions applied").says("d.csv:4 applied to nothing: drop Q1058 called new:ann-lee (A. Editor");
    let event = desk.run(&["who", "docs.jsonl", "--from", "Trump", "--format", "json"]).out;
    let answers: Vec<serde_json::Value> = serde_json::from_str(&event).unwrap();
    decide(&desk, &["drop", answers[0]["event"].as_str().unwrap()]).ends_with(0);
    check(&desk, &[], &["Ann Lee met V. Putin"]);
    decide(&desk, &["drop", "new:ann-lee"]).ends_with(0);
    check(&desk, &[], &[]);
}

#[test]
fn who_is_taken_for_another_is_set_apart() {
    let desk = desk();
    decide(&desk, &["not-same", "Putin", "--document", "d2"]).ends_with(0).says("not_same Q7747 new:vladimir-putin-d2");
    check(&desk, &["--to", "Putin"], &["Ann Lee met Vladimir Putin"]);
    decide(&desk, &["not-same", "new:ann-lee", "new:ann-other", "--spelling", "ANN LEE"]).ends_with(0);
    decide(&desk, &["rename", "new:ann-other", "--en", "Other"]).ends_with(0);
    check(&desk, &["--from", "Other"], &["Other called Narendra Modi", "Other met Vladimir Putin"]);
    decide(&desk, &["not-same", "Putin"])
        .ends_with(2)
        .says("give another entity, or --document, --spelling or --country");
}

#[test]
fn graphs_and_extracted_lines_follow_them() {
    let desk = Desk::new(&[
        ("docs.jsonl", DOCS),
        ("a.txt", "Ann Lee, the foreign minister of Kenya, met Vladimir Putin on Monday."),
    ]);
    decide(&desk, &["same", "new:ann-lee", "António Guterres"]).ends_with(0);
    let run = desk.run(&["build", "docs.jsonl", "--decisions", "d.csv", "--to", "jsonl"]);
    assert!(!run.ends_with(0).out.contains("new:ann-lee") && run.out.contains("Q311440"), "{}", run.out);
    run.says("1 of 1 decision applied");
    let run = desk.run(&["extract", "a.txt", "--decisions", "d.csv"]);
    assert!(run.ends_with(0).out.contains("\"Q311440\"") && !run.out.contains("new:ann-lee"), "{}", run.out);
    // Taking a decision back brings back what was.
    desk.put("d.csv", desk.read("d.csv").lines().next().unwrap().as_bytes());
    let run = desk.run(&["build", "docs.jsonl", "--decisions", "d.csv", "--to", "jsonl"]);
    assert_eq!(run.ends_with(0).out, desk.run(&["build", "docs.jsonl", "--to", "jsonl"]).out);
}

#[test]
fn contradictions_and_bad_rows_stop_before_anything_is_read_or_written() {
    let desk = desk();
    decide(&desk, &["same", "new:ann-lee", "António Guterres"]).ends_with(0);
    let before = desk.read("d.csv");
    let run = decide(&desk, &["not-same", "António Guterres", "new:ann-lee"]);
    run.ends_with(2)
        .says("nothing was written")
        .says("d.csv:3: 'not_same Q311440 new:ann-lee' by A. Editor contradicts d.csv:2");
    assert_eq!(desk.read("d.csv"), before);
    let rows =
        "decision,entity,other,author,date,reason\nsame,A,,E,2026-01-01,R\ndrop,,,E,2026-01-01,R\nsame,A,B,,2026,R\n";
    desk.put("bad.csv", rows.as_bytes());
    for command in [
        &["decide", "bad.csv", "check"][..],
        &["decide", "bad.csv", "list"],
        &["who", "docs.jsonl", "--decisions", "bad.csv"],
    ] {
        let run = desk.run(command);
        run.ends_with(2).says("bad.csv:2: column 'other' is empty").says("bad.csv:3: column 'entity' is empty");
        run.says("bad.csv:4: column 'author' is empty");
        assert!(run.out.is_empty());
    }
    desk.put("wide.csv", b"decision,entity,colour,author,date,reason\ndrop,A,red,E,2026-01-01,R\n");
    desk.run(&["decide", "wide.csv", "check"]).ends_with(2).says("wide.csv:2:").says("colour");
    desk.run(&["decide", "none.csv", "list"]).ends_with(2).says("the first decision makes it");
    desk.run(&["who", "docs.jsonl", "--decisions", "none.csv"]).ends_with(2).says("none.csv");
    desk.run(&["lexicon", "hits", "docs.jsonl", "--decisions", "d.csv"]).ends_with(2).says("leave --decisions out");
}

#[test]
fn names_that_mean_several_or_nobody_are_told() {
    let desk = desk();
    decide(&desk, &["drop", "Obama"])
        .ends_with(2)
        .says("'Obama' may mean")
        .says("Q76  Barack Obama")
        .says("give the id");
    decide(&desk, &["drop", "Xyzzy Plugh"]).ends_with(2).says("is called 'Xyzzy Plugh'").says("new:xyzzy-plugh");
    decide(&desk, &["drop", "Putin", "spoke", "Modi"]).ends_with(2).says("'spoke' is not a predicate; known: called");
    decide(&desk, &["drop", "Putin", "Modi"]).ends_with(2).says("drop what?");
    assert_eq!(desk.names(), ["docs.jsonl"]);
}

#[test]
fn a_file_edited_by_hand_is_added_to_listed_and_checked() {
    let desk = desk();
    // No columns that its rows do not need, no newline at the end.
    desk.put(
        "d.csv",
        "decision,entity,other,author,date,reason\nsame,new:ann-lee,Q311440,مها,2026-01-01,\"هي, لا غير\"".as_bytes(),
    );
    decide(&desk, &["drop", "Q999999999"]).ends_with(0).says("wrote d.csv:3: drop Q999999999");
    decide(&desk, &["rename", "new:ann-lee", "--en", "Ann"]).ends_with(0).says("wrote d.csv:4");
    decide(&desk, &["same", "Q311440", "new:ann-lee"]).ends_with(0);
    let text = desk.read("d.csv");
    assert_eq!(text.lines().next(), Some("decision,entity,other,author,date,reason,name_en"));
    assert!(text.contains("same,new:ann-lee,Q311440,مها,2026-01-01,\"هي, لا غير\",\n"), "{text}");
    let run = desk.run(&["decide", "d.csv", "list"]);
    assert!(run.ends_with(0).out.starts_with("LINE  DATE        DECISION"), "{}", run.out);
    assert!(run.out.contains("\n4     2026-01-31  rename new:ann-lee 'Ann' "), "{}", run.out);
    let run = desk.run(&["decide", "d.csv", "list", "--entity", "António Guterres", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&run.ends_with(0).out).unwrap();
    assert_eq!((rows.len(), &rows[1]["line"], &rows[1]["name_en"]), (3, &4.into(), &"Ann".into()));
    let run = desk.run(&["decide", "d.csv", "list", "--format", "csv"]);
    desk.put("again.csv", run.ends_with(0).out.as_bytes());
    assert_eq!(desk.run(&["decide", "again.csv", "list"]).out, desk.run(&["decide", "d.csv", "list"]).out);
    let run = desk.run(&["decide", "d.csv", "check"]);
    run.ends_with(0).says("d.csv: 4 decisions in order, 2 notes");
    assert!(run.out.contains("d.csv:3: Q999999999 is not in the gazetteer"), "{}", run.out);
    assert!(
        run.out.contains("d.csv:5: 'same Q311440 new:ann-lee' is said by other rows together already"),
        "{}",
        run.out
    );
    desk.run(&["decide", "d.csv", "list", "--entity", "Putin"]).ends_with(1);
}

#[test]
fn a_store_is_asked_by_them_and_keeps_what_was_read() {
    let desk = desk();
    desk.run(&["add", "news.nisba", "docs.jsonl"]).ends_with(0);
    decide(&desk, &["same", "new:ann-lee", "António Guterres"]).ends_with(0);
    let ask = |args: &[&str]| {
        desk.run(&[&["who", "--format", "csv", "--label-lang", "en", "--decisions", "d.csv"], args].concat())
    };
    for name in ["Q311440", "Ann Lee", "António Guterres"] {
        let stored = ask(&["--from", name, "news.nisba"]);
        assert_eq!(stored.ends_with(0).out, ask(&["--from", name, "docs.jsonl"]).out);
        stored.says("1 of 1 decision applied").says("2 answers");
    }
    decide(&desk, &["not-same", "António Guterres", "new:ann-other", "--spelling", "Ann Lee"]).ends_with(0);
    let stored = ask(&["--from", "new:ann-other", "news.nisba"]);
    assert_eq!(stored.ends_with(0).out, ask(&["--from", "new:ann-other", "docs.jsonl"]).out);
    stored.says("2 of 2 decisions applied");
    desk.run(&["add", "news.nisba", "docs.jsonl", "--decisions", "d.csv"])
        .ends_with(2)
        .says("a store keeps what was read");
    let plain = desk.run(&["who", "news.nisba", "--from", "Ann Lee"]);
    assert_eq!(plain.ends_with(0).out.lines().count(), 3);
}
