//! Files of any bytes under the name of each form: every reader goes on to the end, and what it gives is a document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nisba::document::{DatePrecision, Input, PartialDate, Source};
use nisba::eval::read_annotated;
use nisba::relation::Record;

const NAMES: [&str; 8] =
    ["a.txt", "a.jsonl", "a.csv", "a.txt.gz", "a.jsonl.zst", "manifest.csv", "2025-08-15.txt", "a.ndjson"];

fuzz_target!(|data: &[u8]| {
    let Some((&form, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(form) % NAMES.len()];
    let limit = if form & 0x80 == 0 { 1 << 20 } else { 64 };
    let path = nisba_fuzz::put(name, bytes);
    let mut count = 0;
    for input in Source::new([&path]).with_limit(limit).inputs() {
        count += 1;
        match input {
            Ok(Input::Document(document)) => {
                assert!(!document.text.trim().is_empty() && !document.id.is_empty());
                // The text of UTF-16 or of one byte a letter is longer in UTF-8, at most three times.
                assert!(document.text.len() as u64 <= 3 * limit);
                if let Some(date) = document.date {
                    assert_eq!(PartialDate::day(date).precision(), DatePrecision::Day);
                }
            }
            Ok(Input::Extracted(line)) => {
                let _ = Record::from_extracted(&line);
            }
            Err(error) => {
                assert!(!error.to_string().is_empty() && !error.hint().is_empty());
                assert!(error.place().file.ends_with(name));
            }
        }
    }
    // A manifest by itself describes texts and is none.
    assert!(count > 0 || name == "manifest.csv", "a file that gives nothing says why");
    if name.ends_with(".jsonl") {
        let _ = read_annotated(&path);
    }
    let _ = std::fs::remove_file(&path);
});
