//! The formats of graphs beside the first ones: dialects of GraphML, GEXF, DOT and JSON, and Neo4j.

use std::collections::{BTreeMap, BTreeSet};

use nisba::document::Lang;
use nisba::export::{Format, Options, Part, write};
use nisba::graph::Grain;
use serde_json::Value;

use super::{clean_nasty, elements, fixture, graph, named, text};

const GRAINS: [(Grain, usize); 2] = [(Grain::Aggregated, 9), (Grain::Events, 12)];

/// The formats that people open in programs for graphs, as text.
const GRAPHS: [Format; 14] = [
    Format::Dot,
    Format::DotPlain,
    Format::GraphMl,
    Format::GraphMlYed,
    Format::GraphMlStrict,
    Format::Gexf,
    Format::GexfDynamic,
    Format::Csv,
    Format::Neo4j,
    Format::Cypher,
    Format::NodeLink,
    Format::D3,
    Format::Graphology,
    Format::Cytoscape,
];

#[test]
fn both_names_are_told_whatever_the_language_of_labels() {
    let graph = graph(Grain::Aggregated, &fixture::records());
    for format in GRAPHS {
        for lang in [Lang::Ar, Lang::En] {
            let mut out = Vec::new();
            write(&graph, format, format.parts()[0], &Options { lang, ..Options::default() }, &mut out).unwrap();
            let out = String::from_utf8(out).unwrap();
            for name in ["فلاديمير بوتين", "Vladimir Putin"] {
                assert!(out.contains(name), "{format} labelled in {lang:?} lacks {name}");
            }
            let isolates = |c| matches!(c, '\u{2066}'..='\u{2069}');
            assert_eq!(out.contains(isolates), format == Format::Dot, "{format}: isolates are for what is drawn");
        }
    }
}

#[test]
fn dynamic_gexf_has_a_time_for_each_day_that_a_date_may_mean() {
    for (grain, count) in GRAINS {
        let all = elements(&text(grain, Format::GexfDynamic, Part::Whole));
        let about = &named(&all, "graph")[0].attributes;
        let told = |name: &str| about.get(name).map(String::as_str);
        assert_eq!((told("mode"), told("timerepresentation")), (Some("dynamic"), Some("timestamp")));
        assert_eq!((told("timeformat"), told("defaultedgetype")), (Some("date"), Some("directed")));
        assert_eq!(named(&all, "attributes").iter().filter(|block| block.attributes["class"] == "edge").count(), 1);
        assert_eq!(named(&all, "edge").len(), count);
        let mut days: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut kind = String::new();
        for element in &all {
            match &*element.name {
                "edge" => kind.clone_from(&element.attributes["kind"]),
                "spell" => {
                    assert_eq!(element.attributes.keys().collect::<Vec<_>>(), ["timestamp"], "one form of time");
                    days.entry(kind.clone()).or_default().push(element.attributes["timestamp"].clone());
                }
                _ => {}
            }
        }
        assert!(days["met"].iter().all(|day| day == "2025-08-15"), "{:?}", days["met"]);
        assert_eq!(days["called-planned"].len(), 30, "every day of September");
        assert_eq!((days["seized"].len(), &*days["seized"][12]), (13, "2014-12-31"));
        assert!(!days.contains_key("called-denied"), "no date is told");
        assert!(days.values().flatten().all(|day| day.parse::<jiff::civil::Date>().is_ok()));
    }
    assert!(named(&elements(&text(Grain::Events, Format::Gexf, Part::Whole)), "spell").is_empty());
}

#[test]
fn strict_graphml_has_only_what_the_schema_knows() {
    const KNOWN: [(&str, &[&str]); 5] = [
        ("key", &["id", "for", "attr.name", "attr.type"]),
        ("graph", &["id", "edgedefault", "parse.order", "parse.nodes", "parse.edges"]),
        ("node", &["id"]),
        ("edge", &["id", "source", "target"]),
        ("data", &["key"]),
    ];
    for (grain, count) in GRAINS {
        let all = elements(&text(grain, Format::GraphMlStrict, Part::Whole));
        let nodes: BTreeSet<_> = named(&all, "node").iter().map(|node| node.attributes["id"].clone()).collect();
        let edges = named(&all, "edge");
        assert_eq!((nodes.len(), edges.len()), (7, count));
        assert_eq!(named(&all, "graph")[0].attributes["parse.edges"], count.to_string());
        let is_token = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || ".-_:".contains(c));
        for (name, attributes) in KNOWN {
            for element in named(&all, name) {
                let known = |name: &String| attributes.contains(&&**name);
                assert!(element.attributes.keys().all(known), "{name}: {:?}", element.attributes);
                assert!(element.attributes.iter().filter(|(name, _)| *name != "for").all(|(_, value)| is_token(value)));
            }
        }
        assert!(edges.iter().all(|edge| nodes.contains(&edge.attributes["source"])));
        assert!(
            all.iter().all(|element| element.name == "graphml" || KNOWN.iter().any(|(name, _)| element.name == *name))
        );
    }
}

#[test]
fn yed_has_a_shape_and_a_label_for_each_node_and_a_line_for_each_edge() {
    let xml = text(Grain::Events, Format::GraphMlYed, Part::Whole);
    let all = elements(&xml);
    let graphics: BTreeMap<_, _> = named(&all, "key")
        .into_iter()
        .filter_map(|key| Some((key.attributes.get("yfiles.type")?.as_str(), &*key.attributes["for"])))
        .collect();
    assert_eq!(graphics, BTreeMap::from([("nodegraphics", "node"), ("edgegraphics", "edge")]));
    assert!(xml.contains("xmlns:y=\"http://www.yworks.com/xml/graphml\""));
    let labels: Vec<_> = named(&all, "y:NodeLabel").iter().map(|label| label.text.as_str()).collect();
    assert_eq!((labels.len(), named(&all, "y:ShapeNode").len(), named(&all, "y:Fill").len()), (7, 7, 7));
    assert!(labels.contains(&"فلاديمير بوتين") && labels.contains(&"أبو \"الليث\" & <ابنه> \\"));
    let places: BTreeSet<_> = named(&all, "y:Geometry")
        .iter()
        .map(|place| (place.attributes["x"].clone(), place.attributes["y"].clone()))
        .collect();
    assert_eq!(places.len(), 7, "no node covers another");
    assert_eq!((named(&all, "y:PolyLineEdge").len(), named(&all, "y:EdgeLabel").len()), (12, 12));
    let lines: Vec<_> = named(&all, "y:LineStyle").iter().map(|line| line.attributes["type"].clone()).collect();
    assert_eq!(
        (lines.iter().filter(|line| *line == "dashed").count(), lines.contains(&"dotted".to_owned())),
        (1, true)
    );
    assert!(named(&all, "edge").iter().all(|edge| !edge.attributes.contains_key("label")));
}

#[test]
fn neo4j_spreadsheets_have_types_and_a_line_a_row() {
    let read = |grain, part| -> Vec<BTreeMap<String, String>> {
        let text = text(grain, Format::Neo4j, part);
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        assert_eq!(text.lines().count(), text.matches('\n').count());
        let rows = reader.records();
        let rows: Vec<_> = rows
            .map(|row| header.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect())
            .collect();
        assert_eq!(text.matches('\n').count(), rows.len() + 1, "a row is a line");
        rows
    };
    for (grain, count) in GRAINS {
        let nodes = read(grain, Part::Nodes);
        assert_eq!(nodes.len(), 7);
        let putin = nodes.iter().find(|row| row["id:ID(Entity)"] == "Q7747").unwrap();
        assert_eq!(
            (&*putin[":LABEL"], &*putin["is_new:boolean"], &*putin["wikidata"]),
            ("Entity;Person", "false", "Q7747")
        );
        assert_eq!(putin["aliases:string[]"], "بوتين;Putin;V. \"P, P\"| \\");
        assert_eq!(putin["offices:string[]"].split(';').count(), 2);
        let edges = read(grain, Part::Relationships);
        assert_eq!(edges.len(), count);
        let types: BTreeSet<_> = edges.iter().map(|row| row[":TYPE"].as_str()).collect();
        assert_eq!(types, BTreeSet::from(["CALLED", "CRITICISED", "MET", "PRAISED", "SEIZED"]));
        let flat = fixture::NASTY.replace("\r\n", " ").replace(
            |c: char| c.is_control() || c == '\u{2028}', // LINE SEPARATOR
            " ",
        );
        assert!(edges.iter().any(|row| row["evidence"] == flat), "no backslash is doubled");
        let seized = edges.iter().find(|row| row[":TYPE"] == "SEIZED").unwrap();
        let of = |name: &str| seized[name].as_str();
        assert_eq!((of("first_date:date"), of("last_date:date")), ("2014-01-01", "2014-12-31"));
        assert_eq!((of("dates:string[]"), of("date_precision"), of("weight:double")), ("2014", "year", "1.0"));
        assert!(edges.iter().any(|row| row["document_ids:string[]"].contains("en 2 \"quoted\" \\")));
    }
}

#[test]
fn cypher_is_one_statement_a_line() {
    for (grain, count) in GRAINS {
        let script = text(grain, Format::Cypher, Part::Whole);
        let lines: Vec<_> = script.split('\n').filter(|line| !line.is_empty()).collect();
        assert!(lines[0].starts_with("// ") && lines[1..].iter().all(|line| line.ends_with(';')));
        assert_eq!(lines.iter().filter(|line| line.starts_with("MERGE (n:Entity {id: ")).count(), 7);
        let edges: Vec<_> = lines.iter().filter(|line| line.contains(" MERGE (a)-[r:")).collect();
        assert_eq!(edges.len(), count);
        assert!(
            edges
                .iter()
                .any(|line| line.contains("-[r:SEIZED {event_id: \"e") && line.contains("date(\"2014-01-01\")"))
        );
        assert!(script.contains(r#"قال \"نعم\" & <b>{|}</b> \\N C:\\temp\u0008\u001f\n\tثم"#));
        assert!(script.contains(r#"\u202eabc\u202c"#) && script.contains("100% \\\\\""));
        assert!(script.contains(r#"n.aliases = ["بوتين", "Putin", "V. \"P; P\"|\n\\"]"#), "Arabic is readable");
    }
}

fn json(grain: Grain, format: Format) -> Value {
    serde_json::from_str(&text(grain, format, Part::Whole)).unwrap()
}

fn ids<'v>(list: &'v Value, id: impl Fn(&'v Value) -> &'v Value) -> BTreeSet<&'v str> {
    let list = list.as_array().unwrap();
    let ids: BTreeSet<_> = list.iter().map(|item| id(item).as_str().unwrap()).collect();
    assert_eq!(ids.len(), list.len(), "ids are distinct");
    ids
}

#[test]
fn json_has_the_names_that_each_library_looks_for() {
    for (grain, count) in GRAINS {
        let d3 = json(grain, Format::D3);
        assert!(d3.get("edges").is_none());
        let nodes = ids(&d3["nodes"], |node| &node["id"]);
        let links = ids(&d3["links"], |link| &link["id"]);
        assert_eq!((nodes.len(), links.len()), (7, count));
        assert!(d3["links"].as_array().unwrap().iter().all(|link| nodes.contains(link["target"].as_str().unwrap())));

        let graphology = json(grain, Format::Graphology);
        let options = &graphology["options"];
        assert_eq!((&options["multi"], &options["allowSelfLoops"]), (&true.into(), &true.into()));
        assert_eq!(ids(&graphology["nodes"], |node| &node["key"]), nodes);
        assert_eq!(ids(&graphology["edges"], |edge| &edge["key"]).len(), count);
        for item in ["nodes", "edges"].iter().flat_map(|list| graphology[*list].as_array().unwrap()) {
            let attributes = item["attributes"].as_object().unwrap();
            assert!(!attributes.contains_key("type") && attributes.values().all(|value| !value.is_null()));
            assert!(attributes["color"].as_str().is_some_and(|colour| colour.starts_with('#')));
        }
        let evidence = |edge: &Value| edge["attributes"]["evidence"] == fixture::NASTY;
        assert!(graphology["edges"].as_array().unwrap().iter().any(evidence));

        let cytoscape = json(grain, Format::Cytoscape);
        let mut all = ids(&cytoscape["elements"]["nodes"], |node| &node["data"]["id"]);
        assert_eq!(all, nodes);
        all.extend(ids(&cytoscape["elements"]["edges"], |edge| &edge["data"]["id"]));
        assert_eq!(all.len(), 7 + count, "nodes and edges share their ids");
    }
}

#[test]
fn an_entity_that_is_named_as_an_edge_takes_no_id_from_it() {
    let mut records = fixture::records();
    for record in &mut records {
        for relation in &mut record.relations {
            for id in relation.subject.iter_mut().chain(&mut relation.object).filter(|id| ***id == *"EG") {
                *id = "e1".into();
            }
        }
    }
    let graph = graph(Grain::Events, &records);
    let bytes = super::bytes(&graph, Format::Cytoscape, Part::Whole);
    let cytoscape: Value = serde_json::from_slice(&bytes).unwrap();
    let nodes = ids(&cytoscape["elements"]["nodes"], |node| &node["data"]["id"]);
    let edges = ids(&cytoscape["elements"]["edges"], |edge| &edge["data"]["id"]);
    assert!(nodes.contains("e1") && edges.contains("e_1") && nodes.is_disjoint(&edges));
    assert_eq!(ids(&cytoscape["elements"]["edges"], |edge| &edge["data"]["event_id"]).len(), 12);
}

#[test]
fn plain_dot_has_nothing_that_a_simple_reader_trips_over() {
    for (grain, count) in GRAINS {
        let dot = text(grain, Format::DotPlain, Part::Whole);
        for trap in ["node [", "edge [", "graph [", "rankdir", "subgraph", "strict", "->\"", "key=", "<<table"] {
            assert!(!dot.contains(trap), "{trap}");
        }
        assert_eq!(dot.lines().filter(|line| line.contains("\" -> \"")).count(), count);
        assert_eq!(dot.lines().count(), count + 7 + 2, "a statement a line");
        assert!(dot.contains("label=\"أبو \\\"الليث\\\" & <ابنه> \\\\\""), "no entity is written as HTML writes it");
        assert!(dot.contains("weight=\"1.0\"") && dot.contains("first_date=\"2025-08-15\""));
        let longest = dot.lines().map(str::len).max().unwrap();
        assert!(longest < 16384, "{longest}");
    }
    let drawn = text(Grain::Events, Format::Dot, Part::Whole);
    assert!(drawn.contains("URL=\"https://news.example/1?a=1&amp;b=%222%22\"") && !drawn.contains("URL=\"javascript"));
    assert!(["graph [", "node [", "edge ["].iter().all(|defaults| {
        drawn.lines().any(|line| line.trim_start().starts_with(defaults) && line.contains("fontname=\"DejaVu Sans"))
    }));
    assert!(clean_nasty().contains("\u{202e}open"), "an override that nobody ends");
}
