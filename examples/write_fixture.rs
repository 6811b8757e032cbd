//! Writes a graph in every format, with a list of what a reader must find in it.
//!
//! `cargo run --example write_fixture -- FOLDER [RECORDS.jsonl…]`
//!
//! Without records the graph is that of the test fixture. For each grain, FOLDER gets a folder with
//! one file a format and `expected.json`, which `tests/roundtrip/check.py` compares with what
//! NetworkX, igraph, Graphviz and others read.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

#[path = "../tests/export/fixture.rs"]
mod fixture;

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use nisba::document::Lang;
use nisba::export::{EdgeRow, Format, NodeRow, Options, write};
use nisba::gazetteer::Gazetteer;
use nisba::graph::{Builder, EntityInfo, Filter, Grain, KnowledgeGraph, RelationFilter};
use nisba::relation::Record;
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: write_fixture FOLDER [RECORDS.jsonl…]")?;
    let mut records = Vec::new();
    for path in arguments {
        for line in BufReader::new(File::open(path)?).lines() {
            records.push(serde_json::from_str::<Record>(&line?)?);
        }
    }
    let gazetteer = Gazetteer::embedded()?;
    let from_fixture = records.is_empty();
    if from_fixture {
        records = fixture::records();
    }
    let entity = |id: &str| if from_fixture { fixture::entity(id) } else { EntityInfo::of(&gazetteer, id) };
    let relations = RelationFilter { co_occurs: true, ..RelationFilter::default() };
    for &grain in Grain::ALL {
        let mut builder = Builder::new(grain, Filter { relations: relations.clone(), ..Filter::default() });
        records.iter().for_each(|record| builder.add(record));
        let graph = builder.finish(&entity);
        write_all(&graph, &Path::new(&folder).join(grain.name()))?;
        println!("{grain}: {} nodes, {} edges", graph.node_count(), graph.edge_count());
    }
    Ok(())
}

fn write_all(graph: &KnowledgeGraph, folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for &format in Format::ALL.iter().filter(|format| format.lacks().is_none()) {
        for &part in format.parts() {
            let path = part.path(&folder.join("graph").with_extension(format.extension()));
            let mut out = BufWriter::new(File::create(path)?);
            write(graph, format, part, &Options { lang: Lang::Ar, ..Options::default() }, &mut out)?;
            out.flush()?;
            if format == Format::Turtle {
                let mut newer = File::create(folder.join("graph.12.ttl"))?;
                write(graph, format, part, &Options { lang: Lang::Ar, rdf_12: true }, &mut newer)?;
            }
            if format == Format::Dot {
                let mut english = File::create(folder.join("graph.en.dot"))?;
                write(graph, format, part, &Options { lang: Lang::En, ..Options::default() }, &mut english)?;
            }
        }
    }
    fs::write(folder.join("expected.json"), format!("{:#}\n", expected(graph)))?;
    Ok(())
}

/// What a reader must find: counts, and some values of each node and edge, `null` where unknown.
fn expected(graph: &KnowledgeGraph) -> Value {
    let (mut nodes, mut edges) = (Map::new(), Map::new());
    for node in graph.nodes() {
        let row = NodeRow::new(node, Lang::Ar);
        nodes.insert(
            row.id,
            json!({"label": row.label, "kind": row.kind, "mentions": row.mentions, "documents": row.documents,
                "is_new": row.is_new, "country": node.country}),
        );
    }
    for (index, edge) in graph.edges().enumerate() {
        let row = EdgeRow::new(index + 1, edge, Lang::Ar);
        let evidence = &edge.edge.evidence;
        edges.insert(
            row.id,
            json!({"source": row.source, "target": row.target, "label": row.label, "weight": row.weight,
                "predicate": edge.edge.predicate, "status": edge.edge.status,
                "family": edge.edge.predicate.family(), "direction_known": edge.edge.direction_known,
                "documents": edge.edge.documents.len(), "texts": edge.edge.texts,
                "publishers": edge.edge.publishers,
                "dates": edge.edge.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), "evidence": evidence.sentence,
                "evidence_start": evidence.span.start, "evidence_end": evidence.span.end,
                "trigger": evidence.trigger_text(), "confidence": evidence.confidence, "url": evidence.url,
                "publisher": evidence.publisher, "rule": evidence.rule, "place": evidence.place}),
        );
    }
    json!({"nodes": nodes, "edges": edges})
}
