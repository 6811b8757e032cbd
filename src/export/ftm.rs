//! FollowTheMoney entities, one a line: who there is, the articles, and a link for each relation.
//!
//! ```json
//! {"id":"nisba-Q7747","schema":"Person","properties":{"name":["فلاديمير بوتين","Vladimir Putin"],"country":["ru"],"wikidataId":["Q7747"]}}
//! {"id":"nisba-article-ar.2d1","schema":"Article","properties":{"title":["…"],"publishedAt":["2025-08-16"],"language":["ara"]}}
//! {"id":"nisba-link-…","schema":"UnknownLink","properties":{"subject":["nisba-Q7747"],"object":["nisba-Q22686"],"role":["met"],
//!  "date":["2025-08-15"],"status":["happened"],"summary":["…"],"recordId":["ar-1:0-33"],"proof":["nisba-article-ar.2d1"]}}
//! ```
//!
//! - Every value is a list of texts; a month or a year is a date as it stands.
//! - `UnknownLink` is the only generic edge that there is; its `role` is our predicate, its `status` ours.
//! - Offsets have no property: `recordId` holds the document and the code points of the sentence.
//! - A country is a `PublicBody`, which acts; a city or region is an `Address`.
//! - Line breaks and runs of spaces are one space, and there are no joiners and marks of direction (U+200B to U+200F), as
//!   FollowTheMoney cleans them; addresses are `http` or `https`.
//!
//! **Source:** followthemoney 4, `followthemoney/schema/*.yaml`.

use std::collections::BTreeSet;
use std::io;

use serde_json::{Map, Value, json};

use super::Options;
use super::rdf::iri::relation;
use super::xml::legal;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::graph::{EdgeRef, Evidence, KnowledgeGraph, Node};

pub(super) fn write(graph: &KnowledgeGraph, _options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    for node in graph.nodes() {
        put(&entity(node), out)?;
    }
    let mut articles: BTreeSet<&str> = BTreeSet::new();
    for edge in graph.edges() {
        let evidence = &edge.edge.evidence;
        if articles.insert(&evidence.document) {
            put(&article(evidence), out)?;
        }
    }
    let mut used = BTreeSet::new();
    for edge in graph.edges() {
        let name = relation(edge, graph.grain(), &mut used);
        put(&link(&name, edge), out)?;
    }
    Ok(())
}

fn put(entity: &Value, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, entity)?;
    out.write_all(b"\n")
}

fn entity(node: &Node) -> Value {
    let (schema, named) = match node.kind {
        Some(EntityKind::Person) => ("Person", "name"),
        Some(EntityKind::Country) => ("PublicBody", "name"),
        Some(EntityKind::City | EntityKind::Region) => ("Address", "full"),
        Some(EntityKind::Organisation) | None => ("Organization", "name"),
    };
    let mut properties = Properties::default();
    let label = node.label(Lang::Ar);
    let mut names: Vec<&str> = [&*node.name_ar, &*node.name_en].into_iter().filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        names.push(&label);
    }
    for name in names {
        properties.add(named, name);
    }
    if schema != "Address" {
        for alias in &node.aliases {
            properties.add("alias", &alias.text);
        }
    }
    let country = if node.kind == Some(EntityKind::Country) { Some(&node.id) } else { node.country.as_ref() };
    if let Some(code) = country.filter(|id| id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase())) {
        properties.add("country", &code.to_ascii_lowercase());
    }
    properties.add("wikidataId", &node.wikidata);
    json!({"id": id("", &node.id), "schema": schema, "properties": properties.0})
}

fn article(evidence: &Evidence) -> Value {
    let mut properties = Properties::default();
    properties.add("title", evidence.title.as_deref().unwrap_or(&evidence.document));
    if let Some(date) = evidence.document_date {
        properties.add("publishedAt", &date.to_string());
    }
    properties.add("language", if evidence.lang == Lang::Ar { "ara" } else { "eng" });
    properties.add("publisher", evidence.publisher.as_deref().unwrap_or_default());
    properties.address(evidence.url.as_deref());
    json!({"id": id("article-", &evidence.document), "schema": "Article", "properties": properties.0})
}

fn link(name: &str, edge: EdgeRef<'_>) -> Value {
    let data = edge.edge;
    let evidence = &data.evidence;
    let mut properties = Properties::default();
    properties.add("subject", &id("", &edge.subject.id));
    properties.add("object", &id("", &edge.object.id));
    properties.add("role", data.predicate.name());
    properties.add("status", data.status.name());
    for date in &data.dates {
        properties.add("date", &date.to_string());
    }
    properties.add("summary", evidence.sentence.as_deref().unwrap_or_default());
    properties.add("recordId", &format!("{}:{}-{}", evidence.document, evidence.span.start, evidence.span.end));
    properties.add("publisher", evidence.publisher.as_deref().unwrap_or_default());
    properties.add("proof", &id("article-", &evidence.document));
    properties.address(evidence.url.as_deref());
    json!({"id": id("link-", name), "schema": "UnknownLink", "properties": properties.0})
}

/// The properties of an entity: every value a list of texts, none empty and none twice.
#[derive(Default)]
struct Properties(Map<String, Value>);

impl Properties {
    fn add(&mut self, name: &str, text: &str) {
        let text: String = legal(text).chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200f}')).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        let list = self.0.entry(name).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list
            && !list.iter().any(|known| *known == text)
        {
            list.push(text.into());
        }
    }

    fn address(&mut self, url: Option<&str>) {
        let web = |url: &&str| {
            (url.starts_with("https://") || url.starts_with("http://"))
                && url.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\'))
        };
        if let Some(url) = url.filter(web) {
            self.add("sourceUrl", url);
        }
    }
}

/// Returns an id of letters, digits, `-` and `.`, which is all that one may have; another byte is `.` and its hex digits.
fn id(kind: &str, local: &str) -> String {
    let mut out = format!("nisba-{kind}");
    for byte in local.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            other => out.push_str(&format!(".{other:02x}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_only_what_ids_may_have() {
        assert_eq!(id("", "new:abu-layth"), "nisba-new.3aabu.2dlayth");
        assert_eq!(id("article-", "en 2"), "nisba-article-en.202");
        assert_ne!(id("", "a-b"), id("", "a:b"));
    }

    #[test]
    fn values_are_clean_and_told_once() {
        let mut properties = Properties::default();
        for text in ["a  b\n c", "a b c", "", "\u{1}"] {
            properties.add("name", text);
        }
        properties.address(Some("javascript:alert(1)"));
        assert_eq!(Value::Object(properties.0), json!({"name": ["a b c"]}));
    }
}
