//! A page to look at the graph: one file that any browser opens, without a network.
//!
//! # Wire format
//! HTML 5 in UTF-8. The page is `viewer/dist/page.html`, built from `viewer/` and kept with the sources;
//! four marks in it are replaced: `@@LANG@@` and `@@DIR@@` (language and direction of the interface at
//! first), `@@TITLE@@` (what the graph is), `@@DATA@@` (the graph, described in [`data`]).
//!
//! - The data are JSON in a `<script type="application/json">`, with every `<` written `\u003c`: no text
//!   of a document can end the element or open a comment.
//!   **Source:** HTML Living Standard, 4.12.1.3 "Restrictions for contents of script elements".
//! - A Content-Security-Policy in the page admits nothing but its own script and style, by their hashes,
//!   and pictures that are written out (`data:`). **Source:** W3C, Content Security Policy Level 3.
//! - Where each entity stands is computed here ([`layout`]), so that the page opens settled.

mod data;
mod layout;
mod pack;
mod strings;

use std::io::{self, Write};

use super::{Options, row};
use crate::document::Lang;
use crate::graph::KnowledgeGraph;

/// The page without data.
const PAGE: &str = include_str!("../viewer/dist/page.html");

/// Writes the page.
pub(super) fn write(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut rest = PAGE;
    while let Some(at) = rest.find("@@") {
        let (before, marked) = rest.split_at(at);
        out.write_all(before.as_bytes())?;
        let known: [&str; 4] = ["@@LANG@@", "@@DIR@@", "@@TITLE@@", "@@DATA@@"];
        let Some(mark) = known.into_iter().find(|mark| marked.starts_with(mark)) else {
            out.write_all(b"@@")?;
            rest = &marked[2..];
            continue;
        };
        match mark {
            "@@LANG@@" => out.write_all(options.lang.code().as_bytes())?,
            "@@DIR@@" => out.write_all(direction(options.lang).as_bytes())?,
            "@@TITLE@@" => out.write_all(title(graph, options.lang).as_bytes())?,
            _ => {
                let mut script = InScript { out: &mut *out };
                serde_json::to_writer(&mut script, &data::Data::new(graph, options.lang))?;
            }
        }
        rest = &marked[mark.len()..];
    }
    out.write_all(rest.as_bytes())
}

fn direction(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "rtl",
        Lang::En => "ltr",
    }
}

/// Returns the title of the page: numbers and our own words, so that nothing has to be escaped.
fn title(graph: &KnowledgeGraph, lang: Lang) -> String {
    match lang {
        Lang::Ar => format!("نسبة: {} كيانا و{} علاقة", graph.node_count(), graph.edge_count()),
        Lang::En => format!("Nisba: {}", row::description(graph)),
    }
}

/// Writes JSON so that it may stand in a script element: `<` occurs only in strings there, and becomes `\u003c`.
struct InScript<'w> {
    out: &'w mut dyn io::Write,
}

impl Write for InScript<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut pieces = bytes.split(|&byte| byte == b'<');
        self.out.write_all(pieces.next().unwrap_or_default())?;
        for piece in pieces {
            self.out.write_all(b"\\u003c")?;
            self.out.write_all(piece)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Builder, Filter, Grain};
    use crate::relation::Record;

    fn page(grain: Grain, evidence: &str) -> String {
        let record: Record = serde_json::from_value(serde_json::json!({"id": "d<!--", "date": "2025-08-18",
            "title": "</script><script>alert(1)</script>", "relations": [
            {"subject": "Q1", "predicate": "met", "object": "Q2", "start": 0, "end": 1, "evidence": evidence}]}))
        .unwrap();
        let mut builder = Builder::new(grain, Filter::default());
        builder.add(&record);
        let mut out = Vec::new();
        write(&builder.finish(&|_| None), &Options::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_text_of_a_document_can_be_taken_for_markup() {
        let nasty = "<script>alert(1)</script> <!-- @@DATA@@ @@TITLE@@ </SCRIPT ]]> \u{2028} \u{202e}";
        for grain in [Grain::Aggregated, Grain::Events] {
            let (hostile, plain) = (page(grain, nasty), page(grain, "x"));
            assert_eq!(hostile.matches('<').count(), plain.matches('<').count(), "text adds no tag");
            assert_eq!(hostile.matches("alert(1)").count(), 2);
            assert!(hostile.contains("\\u003cscript>alert(1)\\u003c/script> \\u003c!-- @@DATA@@ @@TITLE@@"));
        }
    }

    #[test]
    fn the_data_read_back_as_json() {
        let page = page(Grain::Events, "قال <b>نعم</b>");
        let (_, rest) = page.split_once("type=\"application/json\">").unwrap();
        let (json, _) = rest.split_once("</script>").unwrap();
        let data: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(data["nodes"].as_array().unwrap().len(), 2);
        let texts = data["texts"].as_array().unwrap();
        assert!(texts.contains(&"قال <b>نعم</b>".into()));
    }

    #[test]
    fn the_page_asks_for_nothing_outside() {
        assert!(PAGE.contains("default-src 'none'"));
        for mark in ["@@LANG@@", "@@DIR@@", "@@TITLE@@", "@@DATA@@"] {
            assert_eq!(PAGE.matches(mark).count(), 1, "{mark}");
        }
        for outside in ["src=\"http", "href=\"http", "@import", "innerHTML", "outerHTML", "insertAdjacentHTML", "eval("]
        {
            assert!(!PAGE.contains(outside), "{outside}");
        }
    }
}
