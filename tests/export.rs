//! Exports of the fixture: what each format promises, asked of its bytes; and that bytes depend on
//! nothing but the records. `tests/roundtrip/check.py` asks real readers the same.

pub(super) mod fixture;
mod graphs;
mod order;
mod page;
#[cfg(feature = "parquet")]
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use nisba::document::Lang;
use nisba::export::{Format, Options, Part, write};
use nisba::graph::{Builder, Filter, Grain, KnowledgeGraph};
use nisba::relation::{Predicate, Record};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

fn graph(grain: Grain, records: &[Record]) -> KnowledgeGraph {
    let mut builder = Builder::new(grain, Filter::default());
    records.iter().for_each(|record| builder.add(record));
    builder.finish(&fixture::entity)
}

fn bytes(graph: &KnowledgeGraph, format: Format, part: Part) -> Vec<u8> {
    let mut out = Vec::new();
    if format.lacks().is_none() {
        write(graph, format, part, &Options { lang: Lang::Ar, ..Options::default() }, &mut out).unwrap();
    }
    out
}

fn text(grain: Grain, format: Format, part: Part) -> String {
    String::from_utf8(bytes(&graph(grain, &fixture::records()), format, part)).unwrap()
}

/// The nasty sentence as a format without control characters holds it.
fn clean_nasty() -> String {
    fixture::NASTY.replace(['\u{8}', '\u{1f}'], "")
}

fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// An element: its attributes, unescaped, and the text up to its end.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

fn elements(xml: &str) -> Vec<Element> {
    assert!(xml.chars().all(is_xml), "a character that XML 1.0 cannot hold");
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<Element> = Vec::new();
    let element = |tag: &BytesStart<'_>| {
        let attribute = |a: quick_xml::events::attributes::Attribute<'_>| {
            (a.key.as_ref().to_owned(), quick_xml::escape::unescape(&a.value).unwrap().into_owned())
        };
        let attributes = tag.attributes().map(|a| attribute(a.unwrap())).collect();
        Element { name: tag.name().as_ref().to_owned(), attributes, text: String::new() }
    };
    let mut is_open = false;
    loop {
        let words = match reader.read_event().unwrap() {
            Event::Start(tag) => {
                found.push(element(&tag));
                is_open = true;
                continue;
            }
            Event::Empty(tag) => {
                found.push(element(&tag));
                continue;
            }
            Event::Text(words) => words.to_string(),
            Event::GeneralRef(name) => quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap().into_owned(),
            Event::Eof => return found,
            Event::End(_) => {
                is_open = false;
                continue;
            }
            _ => continue,
        };
        if let Some(last) = found.last_mut().filter(|_| is_open) {
            last.text.push_str(&words);
        }
    }
}

fn named<'e>(elements: &'e [Element], name: &str) -> Vec<&'e Element> {
    elements.iter().filter(|element| element.name == name).collect()
}

#[test]
fn the_fixture_is_what_it_says() {
    let aggregated = graph(Grain::Aggregated, &fixture::records());
    assert_eq!((aggregated.node_count(), aggregated.edge_count()), (7, 9));
    assert_eq!(graph(Grain::Events, &fixture::records()).edge_count(), 12);
    assert_eq!(aggregated.counts().co_occurs, 1);
}

#[test]
fn graphml_is_what_gephi_networkx_and_igraph_read_alike() {
    for (grain, count) in [(Grain::Aggregated, 9), (Grain::Events, 12)] {
        let all = elements(&text(grain, Format::GraphMl, Part::Whole));
        let keys = named(&all, "key");
        let mut ids = BTreeSet::new();
        for key in &keys {
            assert!(["node", "edge"].contains(&&*key.attributes["for"]));
            let kind = &*key.attributes["attr.type"];
            assert!(["boolean", "long", "double", "string"].contains(&kind));
            let name = &*key.attributes["attr.name"];
            assert!(kind != "string" || !["weight", "size", "color", "x", "y"].contains(&name));
            assert!(ids.insert(&key.attributes["id"]), "key ids are distinct");
        }
        let edges = named(&all, "edge");
        assert_eq!(edges.len(), count);
        assert_eq!(edges.iter().map(|edge| &edge.attributes["id"]).collect::<BTreeSet<_>>().len(), count);
        assert_eq!(named(&all, "node").len(), 7);
        let data = named(&all, "data");
        assert!(data.iter().all(|data| ids.contains(&data.attributes["key"])));
        assert!(data.iter().any(|data| data.attributes["key"] == "e_evidence" && data.text == clean_nasty()));
        assert!(data.iter().filter(|data| data.attributes["key"] == "e_weight").all(|data| data.text.contains('.')));
    }
}

#[test]
fn gexf_declares_edge_attributes_once_and_counts_right() {
    for (grain, count) in [(Grain::Aggregated, 9), (Grain::Events, 12)] {
        let all = elements(&text(grain, Format::Gexf, Part::Whole));
        let blocks = named(&all, "attributes");
        assert_eq!(blocks.iter().filter(|block| block.attributes["class"] == "edge").count(), 1);
        assert_eq!(named(&all, "edge").len(), count);
        assert_eq!(named(&all, "edges")[0].attributes["count"], count.to_string());
        assert_eq!(named(&all, "graph")[0].attributes["mode"], "static");
        assert!(named(&all, "edge").iter().all(|edge| !edge.attributes.contains_key("type")));
        let declared: BTreeSet<_> = named(&all, "attribute").iter().map(|a| a.attributes["id"].clone()).collect();
        let values = named(&all, "attvalue");
        assert!(values.iter().all(|value| declared.contains(&value.attributes["for"])));
        assert!(values.iter().any(|value| value.attributes["value"] == clean_nasty()), "line breaks survive");
    }
}

#[test]
fn spreadsheets_double_backslashes_and_hold_no_bare_days() {
    let edges = text(Grain::Aggregated, Format::Csv, Part::Edges);
    assert!(edges.lines().next().is_some_and(|header| !header.contains(' ')));
    let runs = edges.split(|c| c != '\\').filter(|run| !run.is_empty());
    assert!(runs.into_iter().all(|run| run.len() % 2 == 0), "every backslash is doubled");
    let mut as_gephi = csv::ReaderBuilder::new().escape(Some(b'\\')).from_reader(edges.as_bytes());
    let header = as_gephi.headers().unwrap().clone();
    let rows: Vec<BTreeMap<String, String>> = as_gephi
        .records()
        .map(|row| header.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect())
        .collect();
    assert_eq!(rows.len(), 9);
    assert!(rows.iter().any(|row| row["evidence"] == clean_nasty()));
    assert!(rows.iter().flatten().all(|(_, cell)| cell.parse::<jiff::civil::Date>().is_err()), "Gephi would type it");
    assert!(rows.iter().all(|row| row["Weight"].contains('.')));
    let by_kind = |kind: &str| rows.iter().find(|row| row["Kind"] == kind).unwrap();
    assert_eq!(by_kind("met")["Timeset"], "<[2025-08-15]>");
    assert_eq!(by_kind("met")["Weight"], "3.0");
    assert_eq!(by_kind("met")["Type"], "Undirected");
    assert_eq!(by_kind("called-either")["Type"], "Undirected");
    assert_eq!(by_kind("called-planned")["Type"], "Directed");
    assert_eq!(by_kind("called-planned")["dates"], "2025-09 (month)");
    assert_eq!(by_kind("called-denied")["Timeset"], "");
    assert_eq!(by_kind("met")["cameo_code"], "cameo:040", "no leading zero that a reader would drop");
    assert_eq!((&*by_kind("met")["quad_class"], &*by_kind("called-denied")["cameo_root"]), ("1", ""));
    let nodes = text(Grain::Aggregated, Format::Csv, Part::Nodes);
    assert!(nodes.starts_with("Id,Label,kind,"));
    assert!(nodes.contains("new:abu-layth,\"أبو \"\"الليث\"\" & <ابنه> \\\\\",person"), "{nodes}");
}

#[test]
fn node_link_json_is_a_directed_multigraph_with_distinct_keys() {
    let json: serde_json::Value = serde_json::from_str(&text(Grain::Events, Format::NodeLink, Part::Whole)).unwrap();
    assert_eq!((json["directed"].as_bool(), json["multigraph"].as_bool()), (Some(true), Some(true)));
    let edges = json["edges"].as_array().unwrap();
    let keys: BTreeSet<_> = edges.iter().map(|edge| edge["key"].as_str().unwrap()).collect();
    assert_eq!((edges.len(), keys.len()), (12, 12));
    assert!(edges.iter().any(|edge| edge["evidence"] == fixture::NASTY), "JSON keeps every character");
    assert_eq!(json["nodes"].as_array().unwrap().len(), 7);
}

#[test]
fn events_are_one_relation_a_line_in_the_order_of_time() {
    let lines = text(Grain::Events, Format::JsonLines, Part::Whole);
    let rows: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 12);
    let first = &rows[0];
    assert_eq!((&first["predicate"], &first["cameo_root"]), (&"seized".into(), &"19".into()));
    assert_eq!((&first["cameo_code"], &first["quad_class"]), (&"192".into(), &4.into()));
    assert_eq!((&first["plover_type"], &first["plover_mode"]), (&"COERCE".into(), &"seize".into()));
    assert_eq!((&first["first_date"], &first["date_precision"]), (&"2014-01-01".into(), &"year".into()));
    let called = rows.iter().find(|row| row["rule"] == "called.ittasala").unwrap();
    assert_eq!((&called["trigger"], &called["family"]), (&"سيتصل".into(), &"contact".into()));
    assert_eq!((&called["status"], &called["plover_type"]), (&"planned".into(), &"AGREE".into()));
    let denied = rows.iter().find(|row| row["status"] == "denied").unwrap();
    assert!(denied["cameo_root"].is_null() && denied["plover_type"].is_null(), "what is denied is no event");
    assert_eq!((&called["attribution"], &called["date_precision"]), (&"org:kremlin".into(), &"month".into()));
}

#[test]
fn dot_quotes_everything_and_draws_dates_left_to_right() {
    let dot = text(Grain::Aggregated, Format::Dot, Part::Whole);
    assert!(dot.starts_with("digraph nisba {") && dot.ends_with("}\n"));
    assert!(!dot.contains("key=") && dot.chars().all(is_xml));
    let edges: Vec<_> = dot.lines().filter(|line| line.contains("\" -> \"")).collect();
    assert_eq!(edges.len(), 9);
    let met = edges.iter().find(|line| line.contains("التقى")).unwrap();
    assert!(met.contains("\\n\u{2066}2025-08-15\u{2069}\"") && met.contains("dir=\"none\""));
    assert!(edges.iter().any(|line| line.contains("(مقرر)") && line.contains("style=\"dashed\"")));
    assert!(edges.iter().any(|line| line.contains("100% \\\\\"")), "the last backslash does not eat the quote");
    for format in [Format::GraphMl, Format::Gexf, Format::NodeLink, Format::JsonLines] {
        let isolates = |c| matches!(c, '\u{2066}'..='\u{2069}');
        assert!(
            !text(Grain::Aggregated, format, Part::Whole).contains(isolates),
            "{format}: isolates are for pictures"
        );
    }
}

#[test]
fn rdf_is_the_same_in_three_forms_and_every_sentence_is_quoted_to_the_letter() {
    use oxrdf::Quad;
    for (grain, count) in [(Grain::Aggregated, 9), (Grain::Events, 12)] {
        let turtle: BTreeSet<String> = oxttl::TurtleParser::new()
            .for_slice(text(grain, Format::Turtle, Part::Whole).as_bytes())
            .map(|triple| triple.unwrap().to_string())
            .collect();
        let plain = |quad: Quad| oxrdf::Triple::from(quad).to_string();
        let nquads: BTreeSet<String> = oxttl::NQuadsParser::new()
            .for_slice(text(grain, Format::NQuads, Part::Whole).as_bytes())
            .map(|quad| plain(quad.unwrap()))
            .collect();
        let jsonld: BTreeSet<String> = oxjsonld::JsonLdParser::new()
            .for_slice(text(grain, Format::JsonLd, Part::Whole).as_bytes())
            .map(|quad| plain(quad.unwrap()))
            .collect();
        assert_eq!(turtle, nquads);
        assert_eq!(turtle, jsonld);
        let events = turtle.iter().filter(|triple| triple.ends_with("2009/11/sem/Event>")).count();
        assert_eq!(events, count);
        assert!(
            turtle.iter().any(|triple| triple.contains("oa#exact") && triple.contains("100% \\\\\"@ar")),
            "{grain}"
        );
        assert!(
            turtle.iter().any(|triple| triple.ends_with("\"2025-09\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>"))
        );
    }
}

#[test]
fn every_word_of_our_vocabulary_is_described() {
    let described = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/vocabulary.ttl")).unwrap();
    let subjects: BTreeSet<String> = oxttl::TurtleParser::new()
        .for_slice(described.as_bytes())
        .map(|triple| triple.unwrap().subject.to_string())
        .collect();
    let mut used: BTreeSet<String> =
        Predicate::ALL.iter().map(|predicate| format!("<urn:nisba:vocabulary:{predicate}>")).collect();
    for grain in [Grain::Aggregated, Grain::Events] {
        for triple in oxttl::TurtleParser::new().for_slice(text(grain, Format::Turtle, Part::Whole).as_bytes()) {
            let triple = triple.unwrap();
            let words = [triple.predicate.to_string(), triple.object.to_string()];
            used.extend(words.into_iter().filter(|word| word.starts_with("<urn:nisba:vocabulary:")));
        }
    }
    let missing: Vec<_> = used.difference(&subjects).collect();
    assert!(missing.is_empty() && used.len() > 40, "docs/vocabulary.ttl lacks {missing:?}");
}

#[test]
fn follow_the_money_links_entities_that_are_there() {
    let lines = text(Grain::Events, Format::Ftm, Part::Whole);
    let rows: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: BTreeSet<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rows.len(), "ids are distinct");
    let links: Vec<_> = rows.iter().filter(|row| row["schema"] == "UnknownLink").collect();
    assert_eq!(links.len(), 12);
    for link in links {
        for end in ["subject", "object", "proof"] {
            assert!(ids.contains(link["properties"][end][0].as_str().unwrap()), "{link}");
        }
    }
    let values = rows.iter().flat_map(|row| row["properties"].as_object().unwrap().values());
    assert!(
        values.flat_map(|value| value.as_array().unwrap()).all(|value| value.as_str().is_some_and(|v| !v.is_empty()))
    );
}

#[test]
fn an_empty_graph_is_still_a_file_of_its_format() {
    let empty = graph(Grain::Aggregated, &[]);
    for &format in Format::ALL.iter().filter(|format| format.lacks().is_none()) {
        for &part in format.parts() {
            let out = bytes(&empty, format, part);
            let out = String::from_utf8_lossy(&out);
            match format {
                Format::GraphMl | Format::GraphMlYed | Format::GraphMlStrict | Format::Gexf | Format::GexfDynamic => {
                    assert!(elements(&out).iter().any(|e| e.name == "graph"), "{format}")
                }
                Format::NodeLink | Format::D3 | Format::Graphology | Format::Cytoscape | Format::JsonLd => {
                    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok(), "{format}");
                }
                Format::JsonLines | Format::Ftm => assert!(out.is_empty(), "{format}"),
                Format::Csv => assert!(out.starts_with("Id,")),
                Format::Neo4j => assert!(out.contains(":LABEL") || out.contains(":TYPE"), "{part:?}"),
                Format::Dot | Format::DotPlain => assert!(out.ends_with("}\n"), "{format}"),
                Format::Turtle => assert!(out.starts_with("@prefix")),
                Format::NQuads => assert!(out.lines().all(|line| line.ends_with(" ."))),
                Format::Cypher => assert!(!out.contains("MERGE"), "{out}"),
                Format::Parquet => assert!(out.starts_with("PAR1"), "{part:?}"),
                Format::Html => assert!(out.ends_with("</html>\n"), "{}", &out[out.len() - 40..]),
            }
        }
    }
    assert!(write(&empty, Format::Csv, Part::Whole, &Options::default(), &mut Vec::new()).is_err());
}
