//! Reads annotated or plain JSON Lines documents and writes their records: the library in twenty lines.
//!
//! `cargo run --release --example extract -- documents.jsonl > records.jsonl`

use std::io::{BufRead, BufReader, BufWriter, Write};

use nisba::document::{Document, Lang};
use nisba::pipeline::Pipeline;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipeline = Pipeline::embedded()?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for path in std::env::args().skip(1) {
        for line in BufReader::new(std::fs::File::open(path)?).lines() {
            let value: serde_json::Value = serde_json::from_str(&line?)?;
            let field = |name: &str| value[name].as_str().map(str::to_owned);
            let text = field("text").unwrap_or_default();
            let lang = match value["lang"].as_str() {
                Some("en") => Lang::En,
                Some("ar") => Lang::Ar,
                _ => Lang::detect(&text),
            };
            let date = field("date").and_then(|date| date.parse().ok());
            let id = field("id").unwrap_or_default();
            let document = Document { id, lang, date, text, ..Document::default() };
            serde_json::to_writer(&mut out, &pipeline.extract(&document))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}
