//! Asks a question of a folder of articles.
//!
//! `cargo run --example who_met_whom -- examples/news`
#![allow(clippy::print_stdout, reason = "a program")]

use nisba::document::{Lang, Source};
use nisba::pipeline::Pipeline;
use nisba::query::{Answers, Who};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or("examples/news".to_owned());
    let pipeline = Pipeline::embedded()?;
    let gazetteer = pipeline.gazetteer();
    // Every contact of whoever is called Putin, in any spelling.
    let putin = gazetteer.named("بوتين").into_iter().map(|key| gazetteer.id(key));
    let mut answers = Answers::new(Who { from: putin.collect(), ..Who::default() });
    for document in Source::new([folder]).documents() {
        answers.add(&pipeline.extract(&document?));
    }
    let name = |id: &str| gazetteer.entity(id).map_or(id.to_owned(), |entity| entity.name_en.to_string());
    for answer in answers.finish() {
        let date = answer.date_or_document_date().map_or("?".to_owned(), |date| date.to_string());
        let what = answer.predicate.label(Lang::En);
        println!("{date}  {} {what} {} ({})", name(&answer.subject), name(&answer.object), answer.status);
    }
    Ok(())
}
