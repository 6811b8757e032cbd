//! Builds the graph of a folder of articles and writes it in a format of choice.
//!
//! `cargo run --example to_graph -- examples/news contacts.graphml`
#![allow(clippy::print_stdout, reason = "a program")]

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use nisba::document::{Lang, Source};
use nisba::export::{Format, Options, write};
use nisba::graph::{Builder, EntityInfo, Filter, Grain, RelationFilter};
use nisba::pipeline::Pipeline;
use nisba::relation::Family;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: to_graph FOLDER FILE")?;
    let path = PathBuf::from(arguments.next().ok_or("usage: to_graph FOLDER FILE")?);
    let format = Format::from_path(&path).ok_or("the extension tells no format")?;
    let pipeline = Pipeline::embedded()?;
    let contacts = RelationFilter { families: [Family::Contact].into(), ..RelationFilter::default() };
    let mut builder = Builder::new(Grain::Aggregated, Filter { relations: contacts, ..Filter::default() });
    for document in Source::new([folder]).documents() {
        builder.add(&pipeline.extract(&document?));
    }
    let graph = builder.finish(&|id| EntityInfo::of(pipeline.gazetteer(), id));
    for &part in format.parts() {
        let path = part.path(&path);
        let mut out = BufWriter::new(File::create(&path)?);
        write(&graph, format, part, &Options { lang: Lang::En, ..Options::default() }, &mut out)?;
        out.flush()?;
        println!("{}: {} nodes, {} edges", path.display(), graph.node_count(), graph.edge_count());
    }
    Ok(())
}
