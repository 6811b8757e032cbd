//! A dossier of one entity, from outside.

use super::Desk;

const DOCS: &str = r#"{"id":"d1","date":"2025-08-18","lang":"ar","title":"بوتين يتصل بمودي","publisher":"Wakala","url":"https://example.org/1","entities":[{"id":"new:ann-lee","kind":"person","name":"آن لي","office":"مغنية"}],"relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-08-17","place":"RU","start":3,"end":40,"evidence":"أجرى بوتين اتصالا مع مودي."},{"subject":"new:ann-lee","predicate":"met","object":"Q7747","status":"planned","evidence":"آن لي ستلتقي بوتين."}]}
{"id":"d2","date":"2025-08-19","lang":"en","publisher":"Gazette","relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-08-17","end":18,"evidence":"Putin called Modi."},{"subject":"Q22686","predicate":"met","object":"Q7747","status":"denied"},{"subject":"US","predicate":"threatened","object":"RU","attribution":"Q7747","start":20,"end":45,"evidence":"Washington threatens us, <Putin> said."}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("docs.jsonl", DOCS)])
}

#[test]
fn a_page_in_each_form_and_language() {
    let desk = desk();
    let run = desk.run(&["dossier", "docs.jsonl", "Putin", "-o", "p.html", "-o", "p.md", "-o", "p.json"]);
    run.ends_with(0).says("wrote p.html").says("wrote p.md").says("Vladimir Putin: 3 events in 2 documents");
    let html = desk.read("p.html");
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"), "{html}");
    for part in [
        "<h1 dir=\"auto\">Vladimir Putin</h1>",
        "Putin called Modi.",
        "أجرى بوتين اتصالا مع مودي.",
        "https://example.org/1",
        "&lt;Putin&gt; said",
        "https://www.wikidata.org/wiki/Q7747",
        "denied",
    ] {
        assert!(html.contains(part), "{part}");
    }
    let markdown = desk.read("p.md");
    for part in ["# Vladimir Putin\n", "## Offices", "| Narendra Modi | 1 |", "## Denied", "\\<Putin\\> said"] {
        assert!(markdown.contains(part), "{part}\n{markdown}");
    }
    let json: serde_json::Value = serde_json::from_str(&desk.read("p.json")).unwrap();
    assert_eq!((&json["counts"]["events"], &json["counts"]["telling"]), (&3.into(), &2.into()));
    let arabic = desk.run(&["dossier", "docs.jsonl", "بوتين", "--to", "html"]).ends_with(0).out.clone();
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("فلاديمير بوتين"));
}

#[test]
fn whom_only_documents_know_has_a_dossier_too() {
    let run = desk().run(&["dossier", "docs.jsonl", "آن لي", "--label-lang", "en"]);
    let text = &run.ends_with(0).out;
    assert!(text.contains("Known from the documents only") && text.contains("مغنية"), "{text}");
}

#[test]
fn what_cannot_be_written_is_told_before_anything_is_read() {
    desk().run(&["dossier", "docs.jsonl", "Putin", "-o", "p.pdf"]).ends_with(2).says(".html, .md or .json");
    desk().run(&["dossier", "docs.jsonl", "Putin", "-o", "no/p.html"]).ends_with(2).says("there is no folder no");
    desk().run(&["dossier", "docs.jsonl", "Xyzzy"]).ends_with(2).says("nobody is called 'Xyzzy'");
    let desk = desk();
    desk.run(&["dossier", "docs.jsonl", "Fiji", "-o", "f.html"]).ends_with(1).says("0 events");
    assert!(desk.read("f.html").contains("Nothing is told"));
}

#[test]
fn the_order_of_documents_and_the_number_of_threads_make_no_difference() {
    let mut lines: Vec<&str> = DOCS.lines().collect();
    lines.reverse();
    let turned = Desk::new(&[("docs.jsonl", &(lines.join("\n") + "\n"))]);
    for form in ["html", "md", "json"] {
        let run = |desk: &Desk, threads: &str| {
            desk.run(&["dossier", "docs.jsonl", "Putin", "--to", form, "--threads", threads]).out
        };
        assert_eq!(run(&desk(), "1"), run(&turned, "3"));
    }
}

#[test]
fn a_store_answers_as_its_documents_do() {
    let desk = desk();
    desk.run(&["add", "s.nisba", "docs.jsonl", "-q"]).ends_with(0);
    for form in ["html", "md", "json"] {
        let run = |source: &str| desk.run(&["dossier", source, "Putin", "--to", form]).ends_with(0).out.clone();
        assert_eq!(run("s.nisba"), run("docs.jsonl"), "{form}");
    }
}
