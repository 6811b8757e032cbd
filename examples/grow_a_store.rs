//! Adds articles to a store, and asks it when two met.
//!
//! `cargo run --example grow_a_store -- news.nisba examples/news`
#![allow(clippy::print_stdout, reason = "a program")]

use std::path::PathBuf;

use nisba::document::{Lang, Source};
use nisba::graph::RelationFilter;
use nisba::pipeline::Pipeline;
use nisba::query::{Answers, Names, Who};
use nisba::relation::Family;
use nisba::store::{Change, Digest, Ends, Selection, Store};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let path = PathBuf::from(args.next().unwrap_or("news.nisba".to_owned()));
    let folder = args.next().unwrap_or("examples/news".to_owned());

    let mut store = Store::create(&path)?;
    let pipeline = Pipeline::embedded()?;
    let mut added = 0;
    // One transaction: all of these articles, or none.
    let mut batch = store.batch()?;
    for document in Source::new([folder]).documents() {
        let document = document?;
        let digest = Digest::of_document(&document);
        let record = pipeline.extract(&document);
        if batch.put(&record, digest, Some(&document.text), pipeline.gazetteer())? == Change::Added {
            added += 1;
        }
    }
    batch.commit()?;
    println!("{added} added, {} in the store", store.counts()?.documents);

    // From here on no gazetteer is needed: the store keeps the names of those whom its documents name.
    let store = Store::open(&path)?;
    let (putin, macron) = (store.named("بوتين")?, store.named("Macron")?);
    let filter = RelationFilter { families: [Family::Contact].into(), ..RelationFilter::default() };
    let ends = Ends::Between(putin.clone(), macron.clone());
    let mut answers = Answers::new(Who { from: putin, to: macron, relations: filter.clone() });
    store.records(&Selection::Relations { filter, ends }, |record| answers.add(&record))?;
    for answer in answers.finish() {
        let name = |id: &str| store.label(id, Lang::En).unwrap_or(id.to_owned());
        let date = answer.date_or_document_date().map_or("?".to_owned(), |date| date.to_string());
        println!("{date}  {} {} {}", name(&answer.subject), answer.predicate.label(Lang::En), name(&answer.object));
        println!("    {}", answer.evidence.unwrap_or_default());
    }
    Ok(())
}
