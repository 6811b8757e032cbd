//! Where results go: files whole or absent, standard output, closed pipes.

use std::io::Read;
use std::process::{Command, Stdio};

use super::Desk;

const DOCS: &str = r#"{"id":"d1","date":"2025-08-18","relations":[{"subject":"Q7747","predicate":"met","object":"Q22686","date":"2025-08-15"},{"subject":"RU","predicate":"called","object":"EG","status":"planned"}]}
{"id":"d2","date":"2025-08-19","relations":[{"subject":"Q7747","predicate":"met","object":"Q22686","date":"2025-08-15"},{"subject":"RU","predicate":"attacked","object":"UA"},{"subject":"RU","predicate":"co_occurs","object":"US"}]}
"#;

#[test]
fn one_graph_in_every_format() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    let outputs = ["g.graphml", "g.gexf", "g.dot", "g.csv", "g.json", "g.jsonl"];
    let args: Vec<&str> =
        ["build", "docs.jsonl"].into_iter().chain(outputs.iter().flat_map(|name| ["-o", name])).collect();
    let run = desk.run(&args);
    run.ends_with(0).says("read 2 documents, skipped 0; found 0 mentions and 5 relations");
    run.says("the graph has 5 entities and 3 edges (aggregated)").says("the graph has 5 entities and 4 edges (events)");
    run.says("wrote g.graphml, g.gexf, g.dot, g.nodes.csv, g.edges.csv, g.json, g.jsonl");
    assert_eq!(
        desk.names(),
        ["docs.jsonl", "g.dot", "g.edges.csv", "g.gexf", "g.graphml", "g.json", "g.jsonl", "g.nodes.csv"]
    );
    assert_eq!(desk.read("g.jsonl").lines().count(), 4);
    assert!(desk.read("g.dot").contains("فلاديمير بوتين"));
    desk.run(&["build", "docs.jsonl", "--label-lang", "en", "-o", "g.dot"]).ends_with(0);
    assert!(desk.read("g.dot").contains("Vladimir Putin"), "a file is replaced");
}

#[test]
fn several_files_stand_beside_the_given_name_and_are_told() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    let run =
        desk.run(&["build", "docs.jsonl", "-o", "g.neo4j.csv", "-o", "g.csv", "-o", "g.cypher", "-o", "g.yed.graphml"]);
    run.ends_with(0);
    run.says("wrote g.neo4j.nodes.csv, g.neo4j.relationships.csv, g.nodes.csv, g.edges.csv, g.cypher, g.yed.graphml");
    assert_eq!(run.err.matches("the graph has").count(), 2, "each grain is built once");
    assert_eq!(desk.read("g.neo4j.relationships.csv").lines().count(), 5);
    desk.run(&["build", "docs.jsonl", "--to", "neo4j"])
        .ends_with(2)
        .says("neo4j makes 2 files; give -o contacts.neo4j.csv");
}

#[test]
fn a_page_is_one_file_and_says_how_to_open_it() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    let run = desk.run(&["view", "docs.jsonl"]);
    run.ends_with(0).says("the graph has 5 entities and 4 edges (events)");
    run.says("wrote contacts.html; open it with a double click").says("/contacts.html");
    assert_eq!(desk.names(), ["contacts.html", "docs.jsonl"]);
    let page = desk.read("contacts.html");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">") && page.contains("فلاديمير بوتين"));
    desk.run(&["build", "docs.jsonl", "-o", "same.html"]).ends_with(0);
    assert_eq!(desk.read("same.html"), page, "build writes the same page");
    desk.run(&["view", "docs.jsonl", "--label-lang", "en", "--predicate", "met", "-o", "en.html"]).ends_with(0);
    let english = desk.read("en.html");
    assert!(english.contains("<html lang=\"en\" dir=\"ltr\">") && english.contains("Donald Trump"));
    assert!(!english.contains("أوكرانيا"), "filters hold for the page, too");
    desk.run(&["view", "docs.jsonl", "-o", "no/x.html"]).ends_with(2).says("there is no folder no");
    assert!(desk.run(&["view", "docs.jsonl", "-o", "-"]).ends_with(0).out.ends_with("</html>\n"));
}

#[test]
fn filters_narrow_the_graph() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    let edges = |args: &[&str]| {
        let args: Vec<&str> = ["build", "docs.jsonl", "--to", "node-link"].iter().chain(args).copied().collect();
        let graph: serde_json::Value = serde_json::from_str(&desk.run(&args).ends_with(0).out).unwrap();
        graph["edges"].as_array().unwrap().len()
    };
    assert_eq!(edges(&[]), 3);
    assert_eq!(edges(&["--grain", "events"]), 4);
    assert_eq!(edges(&["--family", "contact"]), 2);
    assert_eq!(edges(&["--predicate", "attacked,called"]), 2);
    assert_eq!(edges(&["--status", "planned"]), 1);
    assert_eq!(edges(&["--since", "2025-08-19"]), 1);
    assert_eq!(edges(&["--until", "2025-08-17"]), 1);
    assert_eq!(edges(&["--kind", "person"]), 1);
    assert_eq!(edges(&["--min-weight", "2"]), 1);
    assert_eq!(edges(&["--co-occurs"]), 4);
    assert_eq!(edges(&["--ego", "مصر"]), 1);
    assert_eq!(edges(&["--ego", "Russia"]), 2);
    let run = desk.run(&["build", "docs.jsonl", "--to", "dot", "--ego", "France"]);
    run.ends_with(2).says("no edge of the graph touches 'France'");
}

#[test]
fn what_cannot_be_written_is_told_before_reading() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    desk.run(&["build", "docs.jsonl"]).ends_with(2).says("where to? give -o contacts.graphml");
    desk.run(&["build", "docs.jsonl", "-o", "g.xlsx"]).ends_with(2).says("g.xlsx: the extension tells no format");
    let known = desk.run(&["build", "docs.jsonl", "-o", "g.xlsx"]).err;
    let ends = [".yed.graphml", ".dynamic.gexf", ".neo4j.csv", ".cypher .cql", ".d3.json", ".parquet"];
    assert!(ends.iter().all(|end| known.contains(end)), "{known}");
    desk.run(&["build", "docs.jsonl", "-o", "g.csv", "-o", "g.csv"])
        .ends_with(2)
        .says("g.nodes.csv would be written twice");
    assert_eq!(desk.names(), ["docs.jsonl"]);
    desk.run(&["build", "docs.jsonl", "-o", "no/g.dot"]).ends_with(2).says("there is no folder no");
    desk.run(&["build", "docs.jsonl", "--to", "csv"]).ends_with(2).says("give -o contacts.csv");
    desk.run(&["build", "docs.jsonl", "--to", "pajek"]).ends_with(2).says("known: dot, dot-plain, graphml");
    desk.run(&["extract", "docs.jsonl", "-o", "no/docs.jsonl"]).ends_with(2).says("there is no folder no");
    assert_eq!(desk.names(), ["docs.jsonl"]);
}

#[test]
fn strict_leaves_no_output_and_keeps_an_old_one() {
    let desk = Desk::new(&[("a.jsonl", "{\"text\":\"x\"}\n{broken\n"), ("g.dot", "old")]);
    desk.run(&["build", "--strict", "a.jsonl", "-o", "g.dot", "-o", "h.dot"])
        .ends_with(2)
        .says("a.jsonl:2: broken JSON");
    assert_eq!((desk.read("g.dot").as_str(), desk.names()), ("old", vec!["a.jsonl".to_owned(), "g.dot".to_owned()]));
}

#[test]
fn quiet_tells_only_what_was_skipped() {
    let desk = Desk::new(&[("a.jsonl", "{\"text\":\"x\"}\n"), ("b.jsonl", "{broken\n")]);
    assert_eq!(desk.run(&["extract", "-q", "a.jsonl", "-o", "docs.jsonl"]).ends_with(0).err, "");
    let run = desk.run(&["extract", "-q", "b.jsonl"]);
    assert_eq!(run.ends_with(2).err.lines().count(), 2, "{}", run.err);
}

#[test]
fn a_closed_pipe_is_success() {
    let lines: String = (0..20_000).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"Putin met Trump.\"}}\n")).collect();
    let desk = Desk::new(&[("a.jsonl", &lines)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_nisba"))
        .args(["extract", "a.jsonl"])
        .current_dir(desk.0.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
