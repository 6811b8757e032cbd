//! Words of a question: dates, ids of events, periods, measures, names. What is read is written as it was.
#![no_main]

use std::fmt::Display;
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use nisba::document::PartialDate;
use nisba::export::Format;
use nisba::export::check::Reader;
use nisba::graph::Grain;
use nisba::mention::slug;
use nisba::query::{Every, Measure};
use nisba::relation::{EventId, Predicate, Status};
use nisba::text::Sketch;

fn round<T: FromStr + Display + PartialEq + std::fmt::Debug>(text: &str) -> Option<T> {
    let value: T = text.parse().ok()?;
    let again = value.to_string().parse::<T>().ok();
    assert_eq!(again.as_ref(), Some(&value), "{text}");
    Some(value)
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    if let Some(date) = round::<PartialDate>(&text) {
        assert!(date.first_day() <= date.last_day());
        assert_eq!(date.to_string(), text);
        for &every in Every::ALL {
            let _ = every.span(date).map(|span| span.to_string());
        }
    }
    let _ = round::<EventId>(&text);
    let _ = round::<Reader>(&text);
    let _ = round::<Grain>(&text);
    let _ = round::<Predicate>(&text);
    let _ = round::<Status>(&text);
    let _ = text.parse::<Every>();
    let _ = text.parse::<Measure>();
    let _ = text.parse::<Format>();
    let _ = Format::from_path(std::path::Path::new(&*text));
    let slug = slug(&text);
    assert!(!slug.contains(char::is_whitespace), "{slug}");
    if let Ok(sketch) = serde_json::from_str::<Sketch>(&text) {
        let written = serde_json::to_string(&sketch).expect("a sketch is written");
        assert_eq!(serde_json::from_str::<Sketch>(&written).expect("and read"), sketch);
    }
});
