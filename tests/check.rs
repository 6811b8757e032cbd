//! `check-export` on small bad files: one for each trap, with what each reader makes of it.
//!
//! `tests/check/cases.csv` lists them; `tests/roundtrip/traps.py` asks the readers themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use nisba::document::Lang;
use nisba::export::check::{Reader, Report, Severity, check};
use nisba::export::{Format, Options, write};
use nisba::graph::{Builder, Filter, Grain, KnowledgeGraph};
use serde::Deserialize;

use super::export::fixture;

#[derive(Debug, Deserialize)]
struct Case {
    file: String,
    reader: String,
    severity: String,
    rule: String,
    line: Option<usize>,
    #[expect(dead_code, reason = "for tests/roundtrip/traps.py")]
    seen: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

fn cases() -> Vec<Case> {
    csv::Reader::from_path(folder().join("cases.csv")).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Returns the report on a file, with the table of nodes that belongs to one of edges.
fn report(file: &str, reader: Reader) -> Report {
    let nodes = file.replacen(".edges.", ".nodes.", 1).replacen(".relationships.", ".nodes.", 1);
    let names: BTreeSet<&str> = [&*nodes, file].into();
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_by_key(|name| *name == file);
    let read: Vec<(&str, Vec<u8>)> = names.iter().map(|&name| (name, fs::read(folder().join(name)).unwrap())).collect();
    let files: Vec<(&str, &[u8])> = read.iter().map(|(name, bytes)| (*name, &**bytes)).collect();
    check(&files, reader)
}

#[test]
fn each_reader_has_its_verdict_on_each_trap() {
    let mut wrong = Vec::new();
    for case in cases() {
        let report = report(&case.file, case.reader.parse().unwrap());
        let found = report.findings.first();
        let got =
            (found.map_or("nothing", |f| f.severity.name()), found.map_or("", |f| f.rule), found.and_then(|f| f.line));
        if got != (&*case.severity, &*case.rule, case.line) {
            wrong.push(format!("{} {}: {got:?}", case.file, case.reader));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_file_is_a_case_and_each_rule_has_one() {
    let cases = cases();
    let listed: BTreeSet<&str> = cases.iter().map(|case| &*case.file).collect();
    for entry in walkdir::WalkDir::new(folder()).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let name = entry.path().strip_prefix(folder()).unwrap().to_string_lossy().replace('\\', "/");
        let belongs = [".edges.", ".relationships."].map(|part| name.replacen(".nodes.", part, 1));
        assert!(
            name == "cases.csv" || listed.contains(&*name) || belongs.iter().any(|name| listed.contains(&**name)),
            "{name} is no case"
        );
    }
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        for finding in report(&case.file, case.reader.parse().unwrap()).findings {
            *told.entry(finding.rule).or_default() += 1;
        }
    }
    let source = include_str!("../src/export/check/rules.rs");
    let rules: BTreeSet<&str> = source.split("rule(\"").skip(1).map(|rest| &rest[..rest.find('"').unwrap()]).collect();
    let without: Vec<_> = rules.iter().filter(|rule| !told.contains_key(**rule)).collect();
    // Told of a whole file that another reader takes.
    assert_eq!(without, [&"dot-unread", &"gexf-unread", &"graphml-by-apoc", &"table-for-others"]);
}

#[test]
fn what_a_reader_does_not_read_is_told_with_what_to_write() {
    let fix = |file: &str, reader| {
        let report = report(file, reader);
        assert_eq!(report.findings[0].severity, Severity::Refused, "{file}");
        report.findings[0].fix
    };
    assert!(fix("gexf/fine.gexf", Reader::Igraph).contains("--to graphml"));
    assert!(fix("dot/fine.dot", Reader::Igraph).contains("--to graphml"));
    assert!(fix("graphml/fine.graphml", Reader::Neo4j).contains("--to neo4j"));
    assert!(fix("gephi/fine.edges.csv", Reader::Neo4j).contains("--to neo4j"));
    assert!(fix("neo4j/fine.relationships.csv", Reader::Gephi).contains("--to csv"));
    assert!(fix("json/events.jsonl", Reader::NetworkX).contains("--to node-link"));
    assert!(fix("json/node-link.json", Reader::Gephi).contains("--to gexf"));
    assert!(fix("graphml/fine.graphml", Reader::Graphviz).contains("--to dot"));
}

fn graph(grain: Grain) -> KnowledgeGraph {
    let mut builder = Builder::new(grain, Filter::default());
    fixture::records().iter().for_each(|record| builder.add(record));
    builder.finish(&fixture::entity)
}

/// Returns the report on an export of the fixture; `None` where the format is not built in.
fn own(format: Format, grain: Grain, lang: Lang, reader: Reader) -> Option<Report> {
    if format.lacks().is_some() {
        return None;
    }
    let graph = graph(grain);
    let mut files = Vec::new();
    for &part in format.parts() {
        let mut bytes = Vec::new();
        write(&graph, format, part, &Options { lang, ..Options::default() }, &mut bytes).unwrap();
        let path = Path::new("graph").with_extension(format.extension());
        files.push((part.path(&path).display().to_string(), bytes));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    Some(check(&files, reader))
}

#[test]
fn our_exports_pass_for_the_readers_they_are_made_for() {
    use Reader::{Gephi, Graphology, Graphviz, Igraph, Neo4j, NetworkX};
    let made_for: [(Format, &[Reader]); 10] = [
        (Format::Dot, &[Graphviz]),
        (Format::GraphMl, &[Gephi, NetworkX, Igraph, Graphology]),
        (Format::GraphMlStrict, &[NetworkX, Igraph, Graphology]),
        (Format::Gexf, &[Gephi, NetworkX, Graphology]),
        (Format::GexfDynamic, &[Gephi]),
        (Format::Csv, &[Gephi]),
        (Format::Neo4j, &[Neo4j]),
        (Format::Cypher, &[Neo4j]),
        (Format::NodeLink, &[NetworkX]),
        (Format::Graphology, &[Graphology]),
    ];
    let mut wrong = Vec::new();
    for (format, readers) in made_for {
        for &reader in readers {
            for (grain, lang) in [(Grain::Aggregated, Lang::Ar), (Grain::Events, Lang::En)] {
                // Gephi merges what the grain of events keeps apart: the next test.
                let grain = if reader == Reader::Gephi { Grain::Aggregated } else { grain };
                let Some(report) = own(format, grain, lang, reader) else { continue };
                if !report.is_fine() {
                    wrong.push(format!("{format} {grain} for {reader}: {:#?}", report.findings));
                }
                let counted = report.nodes > 0 || format == Format::Cypher;
                assert!(counted, "{format} for {reader}: nothing was read");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn our_exports_are_not_for_everyone() {
    let told = |format, reader, rule: &str| {
        let Some(report) = own(format, Grain::Events, Lang::Ar, reader) else { return };
        assert!(report.findings.iter().any(|f| f.rule == rule), "{format} for {reader}: {:#?}", report.findings);
        assert!(!report.is_fine());
    };
    told(Format::Gexf, Reader::Gephi, "parallel-same-kind");
    told(Format::GraphMlStrict, Reader::Gephi, "parallel-same-kind");
    told(Format::Dot, Reader::Gephi, "dot-defaults");
    told(Format::GexfDynamic, Reader::Graphology, "gexf-time");
    told(Format::GraphMlYed, Reader::Gephi, "graphml-yed");
    told(Format::JsonLines, Reader::NetworkX, "form-unread");
    told(Format::D3, Reader::NetworkX, "json-links");
    told(Format::Csv, Reader::Neo4j, "table-for-others");
    told(Format::Parquet, Reader::Neo4j, "form-unread");
}

#[test]
fn a_file_cut_anywhere_is_no_reason_to_stop() {
    for case in cases().iter().filter(|case| !case.file.contains("long-text")) {
        let bytes = fs::read(folder().join(&case.file)).unwrap();
        for end in (0..bytes.len()).step_by(5) {
            let kept = [&bytes[..end], &bytes[(end + 3).min(bytes.len())..]].concat();
            for content in [&bytes[..end], &kept] {
                let report = check(&[(&case.file, content)], case.reader.parse().unwrap());
                let lines = content.iter().filter(|&&byte| byte == b'\n').count() + 1;
                assert!(
                    report.findings.iter().all(|f| f.line.is_none_or(|line| (1..=lines).contains(&line))),
                    "{report:?}"
                );
            }
        }
    }
}
