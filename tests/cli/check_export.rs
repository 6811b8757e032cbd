//! `check-export`: verdicts, files that belong together, exit codes.

use super::Desk;

const DOCS: &str = r#"{"id":"d1","date":"2025-08-18","relations":[{"subject":"Q7747","predicate":"met","object":"Q22686","date":"2025-08-15"},{"subject":"RU","predicate":"called","object":"EG","status":"planned"}]}
"#;

#[test]
fn what_we_write_passes_and_what_is_for_others_is_told() {
    let desk = Desk::new(&[("docs.jsonl", DOCS)]);
    desk.run(&["build", "docs.jsonl", "-o", "g.gexf", "-o", "g.dot", "-o", "g.csv", "-o", "g.jsonl"]).ends_with(0);
    let fine = desk.run(&["check-export", "g.gexf", "--for", "gephi"]);
    assert_eq!(fine.ends_with(0).out, "g.gexf: GEXF\nnothing is lost for gephi (4 nodes, 2 edges)\n");
    let tables = desk.run(&["check-export", "g.csv", "--for", "gephi"]);
    assert!(tables.ends_with(0).out.contains("g.edges.csv: a Gephi table of edges\n"));
    let alone = desk.run(&["check-export", "g.edges.csv", "--for", "gephi"]);
    alone.ends_with(0).says("reading g.nodes.csv with it");
    let dot = desk.run(&["check-export", "g.dot", "--for", "gephi"]);
    let text = &dot.ends_with(1).out;
    assert!(text.contains("refused  line 2, graph [...], and 2 more [dot-defaults]\n"), "{text}");
    assert!(text.contains("fix: write --to dot-plain"));
    let lines = desk.run(&["check-export", "g.jsonl", "--for", "networkx", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&lines.ends_with(1).out).unwrap();
    assert_eq!((&report["reader"], &report["findings"][0]["severity"]), (&"networkx".into(), &"refused".into()));
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let desk = Desk::new(&[("x.gexf", "")]);
    desk.run(&["check-export", "y.gexf", "--for", "gephi"]).ends_with(2).says("reading y.gexf: there is no such file");
    desk.run(&["check-export", "x.gexf", "--for", "yed"]).ends_with(2).says("known: gephi, networkx, igraph");
    desk.run(&["check-export", "x.gexf", "--for", "gephi"]).ends_with(1);
}
