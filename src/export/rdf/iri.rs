//! The names that things have in RDF.
//!
//! - An entity with a Wikidata identifier for its id is `http://www.wikidata.org/entity/Q7747`; any other is
//!   `urn:nisba:entity:` and its id, with every character but letters, digits, `-`, `.` and `_` as `%XX`.
//! - A document is `urn:nisba:document:` and its id: two copies of a text may give one address.
//! - A relation is named by what it says and where, so that the same sentence has the same name in every graph.

use std::collections::BTreeSet;

use oxrdf::NamedNode;

use crate::graph::{EdgeRef, Grain};

/// Entities of Wikidata.
pub(super) const WIKIDATA: &str = "http://www.wikidata.org/entity/";
/// Our words: predicates, statuses, properties. Described in `docs/vocabulary.ttl`.
pub(super) const VOCABULARY: &str = "urn:nisba:vocabulary:";
/// Entities that Wikidata does not name.
pub(super) const ENTITY: &str = "urn:nisba:entity:";
/// Documents.
pub(super) const DOCUMENT: &str = "urn:nisba:document:";
/// Relations, and the sentences that prove them.
pub(super) const RELATION: &str = "urn:nisba:relation:";

/// Returns a name made of a namespace and a part that it has a character for.
pub(super) fn named(space: &str, local: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{space}{}", encoded(local)))
}

/// Returns a word of our vocabulary.
pub(super) fn word(name: &str) -> NamedNode {
    named(VOCABULARY, name)
}

/// Returns the name of an entity.
pub(super) fn entity(id: &str) -> NamedNode {
    let digits = id.strip_prefix('Q').unwrap_or_default();
    let is_wikidata = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    named(if is_wikidata { WIKIDATA } else { ENTITY }, id)
}

/// Returns an address as a name, where it is a valid `http` or `https` IRI.
pub(super) fn address(url: &str) -> Option<NamedNode> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    NamedNode::new(url).ok().filter(|_| web)
}

/// Returns the name of a document.
pub(super) fn document(id: &str) -> NamedNode {
    named(DOCUMENT, id)
}

/// Returns what a relation says, and of the grain of events where: a name that no other relation of the graph has, and that
/// does not change when articles are added.
pub(in crate::export) fn relation(edge: EdgeRef<'_>, grain: Grain, used: &mut BTreeSet<String>) -> String {
    let name = says(edge, grain);
    let mut candidate = name.clone();
    let mut number = 1;
    // A sentence may tell one thing twice.
    while !used.insert(candidate.clone()) {
        number += 1;
        candidate = format!("{name}_{number}");
    }
    candidate
}

fn says(edge: EdgeRef<'_>, grain: Grain) -> String {
    let data = edge.edge;
    let either = if data.direction_known { "" } else { "-either" };
    let (subject, predicate, object, status) = (&edge.subject.id, data.predicate, &edge.object.id, data.status);
    let says = format!("{subject}_{predicate}{either}_{object}_{status}");
    match grain {
        Grain::Aggregated => says,
        Grain::Events => {
            let evidence = &data.evidence;
            let at = evidence.trigger.map_or(evidence.span.start, |trigger| trigger.start);
            format!("{}_{at}_{says}", evidence.document)
        }
    }
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_valid_iris() {
        for id in ["Q7747", "new:abu-layth", "gn:5879400", "en 2 \"quoted\" \\", "سند", "Q", "Q1x", ""] {
            let node = entity(id);
            assert!(NamedNode::new(node.as_str()).is_ok(), "{node}");
        }
        assert_eq!(entity("Q7747").as_str(), "http://www.wikidata.org/entity/Q7747");
        assert_eq!(entity("new:x").as_str(), "urn:nisba:entity:new%3Ax");
        assert_eq!(entity("Q1x").as_str(), "urn:nisba:entity:Q1x");
    }

    #[test]
    fn only_addresses_of_the_web_name_documents() {
        assert!(address("https://news.example/1?a=1").is_some());
        for other in ["javascript:alert(1)", "https://news.example/1?b=\"2\"", "news.example", "ftp://a/b", ""] {
            assert_eq!(address(other), None, "{other}");
        }
    }
}
