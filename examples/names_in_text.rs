//! Shows whom and what a text names, and how.
//!
//! `cargo run --example names_in_text -- 'التقى الرئيس الروسي نظيره المصري في القاهرة' 2025-05-09`
#![allow(clippy::print_stdout, reason = "a program")]

use nisba::document::{Document, Lang};
use nisba::pipeline::Pipeline;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().unwrap_or("التقى الرئيس الروسي نظيره المصري في القاهرة".to_owned());
    // The date tells who held an office.
    let date = Some(arguments.next().unwrap_or("2025-05-09".to_owned()).parse()?);
    let pipeline = Pipeline::embedded()?;
    let document = Document { id: "text".to_owned(), lang: Lang::detect(&text), date, text, ..Document::default() };
    for mention in pipeline.extract(&document).mentions {
        // Offsets of a record count code points.
        let named: String = document.text.chars().skip(mention.start).take(mention.end - mention.start).collect();
        let entity = pipeline.gazetteer().entity(&mention.id);
        let name = entity.map_or("listed nowhere", |entity| entity.name_en);
        println!("{named}: {} {name} ({:?})", mention.id, mention.kind);
    }
    Ok(())
}
