//! The example articles: the contacts they tell, as a careful reader wrote them down, against what is found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use nisba::document::{Document, Source};
use nisba::mention::slug;
use nisba::relation::{Family, Predicate, Record, Status};
use serde::Deserialize;

use super::{floor, pipeline};

/// One line of `tests/news/expected.csv`; entities stand by their English names.
#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    subject: String,
    predicate: Predicate,
    object: String,
    status: Status,
    #[serde(rename = "date")]
    _date: String,
}

/// A contact of a document: two entities in the order of their ids, what it was, and whether it happened.
type Contact = (String, [String; 2], Predicate, Status);

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns the example articles.
pub(crate) fn articles() -> Vec<Document> {
    Source::new([root("examples/news")]).documents().map(Result::unwrap).collect()
}

fn contact(document: &str, ends: [String; 2], predicate: Predicate, status: Status) -> Contact {
    let [a, b] = ends;
    (document.to_owned(), if a <= b { [a, b] } else { [b, a] }, predicate, status)
}

fn expected() -> BTreeSet<Contact> {
    let gazetteer = pipeline().gazetteer();
    let known = |name: &str| {
        let exact = gazetteer.entities().find(|entity| entity.name_en == name).map(|entity| entity.id.to_string());
        let named = || gazetteer.named(name).first().map(|&key| gazetteer.get(key).id.to_string());
        // Whom the gazetteer does not list, the article introduces.
        exact.or_else(named).unwrap_or_else(|| slug(name))
    };
    let mut reader = csv::Reader::from_path(root("tests/news/expected.csv")).unwrap();
    let lines = reader.deserialize().map(Result::unwrap);
    lines.map(|l: Line| contact(&l.id, [known(&l.subject), known(&l.object)], l.predicate, l.status)).collect()
}

fn found(records: &[Record]) -> BTreeSet<Contact> {
    let mut contacts = BTreeSet::new();
    for record in records {
        for row in record.relations.iter().filter(|row| row.predicate.family() == Family::Contact) {
            let ends = [row.subject[0].to_string(), row.object[0].to_string()];
            contacts.insert(contact(&record.id, ends, row.predicate, row.status));
        }
    }
    contacts
}

/// Returns precision and recall.
fn shares<T: Ord>(expected: &BTreeSet<T>, found: &BTreeSet<T>) -> (f64, f64) {
    let hit = expected.intersection(found).count() as f64;
    (hit / found.len().max(1) as f64, hit / expected.len().max(1) as f64)
}

#[test]
#[expect(clippy::print_stderr, reason = "precision is worth telling beside recall")]
fn contacts_of_the_example_articles_are_found() {
    let records: Vec<Record> = articles().iter().map(|document| pipeline().extract(document)).collect();
    assert!(records.len() >= 12);
    let (expected, found) = (expected(), found(&records));
    let pairs = |contacts: &BTreeSet<Contact>| -> BTreeSet<(String, [String; 2])> {
        contacts.iter().map(|(document, ends, ..)| (document.clone(), ends.clone())).collect()
    };
    let told = |id: &String| id.starts_with("new:");
    let unlisted: BTreeSet<&String> = expected.iter().flat_map(|(_, ends, ..)| ends).filter(|id| told(id)).collect();
    eprintln!("not in the gazetteer: {unlisted:?}");
    let (precision, recall) = shares(&expected, &found);
    let (pair_precision, pair_recall) = shares(&pairs(&expected), &pairs(&found));
    eprintln!("contacts with their status: precision {precision:.3}, recall {recall:.3}");
    eprintln!("who spoke to whom: precision {pair_precision:.3}, recall {pair_recall:.3}");
    let reached = [
        ("contacts: precision", precision),
        ("contacts: recall", recall),
        ("who spoke to whom: precision", pair_precision),
        ("who spoke to whom: recall", pair_recall),
    ];
    floor::hold("tests/news/floor.csv", &reached);
}

#[test]
fn the_manifest_tells_every_article() {
    let ids: BTreeMap<String, Document> = articles().into_iter().map(|article| (article.id.clone(), article)).collect();
    for article in ids.values() {
        assert!(article.date.is_some() && article.title.is_some() && article.url.is_some(), "{}", article.id);
    }
    assert!(expected().iter().all(|(document, ..)| ids.contains_key(document)));
}
