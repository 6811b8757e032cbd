//! Shows how the sentences of a text are read: `cargo run --example outline -- "TEXT" [DATE]`.

#![allow(clippy::print_stdout, reason = "a program")]

use nisba::document::{Document, Lang};
use nisba::pipeline::Pipeline;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().unwrap_or_default();
    let date = arguments.next().map(|date| date.parse()).transpose()?;
    let document = Document { id: "text".to_owned(), lang: Lang::detect(&text), date, text, ..Document::default() };
    let pipeline = Pipeline::embedded()?;
    for line in pipeline.outline(&document) {
        println!("{line}");
    }
    for relation in pipeline.extract(&document).relations {
        let (subject, object) = (&relation.subject[0], &relation.object[0]);
        println!(
            "{subject} {} {object} {} {:?} {:?}",
            relation.predicate, relation.status, relation.date, relation.rule
        );
    }
    Ok(())
}
