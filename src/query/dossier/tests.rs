use serde_json::json;

use super::*;
use crate::gazetteer::EntityKind;
use crate::graph::{EntityInfo, Office};

/// A and B are known; the rest is not.
struct Some2;

impl Names for Some2 {
    fn info(&self, id: &str) -> Option<EntityInfo> {
        let (ar, en) = match id {
            "A" => ("أ", "Ann"),
            "B" => ("ب", "Bob"),
            _ => return None,
        };
        let office = Office {
            key: "head".to_owned(),
            title_ar: String::new(),
            title_en: "Head".to_owned(),
            of: Some("X".into()),
            of_ar: "س".to_owned(),
            of_en: "Ex".to_owned(),
            start: "2020".parse().ok(),
            end: None,
        };
        let info = EntityInfo::named(EntityKind::Person, ar.to_owned(), en.to_owned(), Some("X".into()));
        Some(EntityInfo { offices: vec![office], wikidata: "Q1".to_owned(), ..info })
    }
}

fn records() -> Vec<Record> {
    let read = |value| serde_json::from_value(value).unwrap();
    vec![
        read(
            json!({"id": "d1", "date": "2025-06-18", "publisher": "P", "title": "One", "url": "https://example.org/1",
            "mentions": [{"start": 0, "end": 3, "id": "A", "type": "name"}, {"start": 5, "end": 8, "id": "A", "type": "name"}],
            "relations": [
            {"subject": "A", "predicate": "met", "object": "B", "date": "2025-06-15", "place": "C", "evidence": "They met."},
            {"subject": "B", "predicate": "criticised", "object": "A", "attribution": "A", "evidence": "B blamed me, A said."},
            {"subject": "A", "predicate": "visited", "object": "D", "status": "planned", "date": "2025-09"},
            {"subject": "A", "predicate": "holds_office", "object": "X"}]}),
        ),
        read(json!({"id": "d2", "date": "2025-08-16", "publisher": "P", "relations": [
            {"subject": "B", "predicate": "met", "object": "A", "date": "2025-06-15", "evidence": "B met A."},
            {"subject": "A", "predicate": "called", "object": "B", "date": "2025-08-15"},
            {"subject": "A", "predicate": "called", "object": "D", "date": "2025-08-15", "status": "denied"},
            {"subject": "B", "predicate": "met", "object": "D"}]})),
        read(json!({"id": "d3", "relations": [], "entities": [{"id": "new:zed", "kind": "person", "name": "Zed",
            "office": "singer"}]})),
    ]
}

fn dossier(id: &str, lang: Lang) -> Dossier {
    let mut found = Dossiers::new(id.into(), RelationFilter::default());
    records().iter().for_each(|record| found.add(record));
    let mut turned = Dossiers::new(id.into(), RelationFilter::default());
    for record in records().iter().rev() {
        let mut one = Dossiers::new(id.into(), RelationFilter::default());
        one.add(record);
        turned.merge(one);
    }
    let dossier = found.finish(&Some2, lang);
    assert_eq!(dossier, turned.finish(&Some2, lang));
    dossier
}

#[test]
fn one_entity_with_everything_that_is_told_of_it() {
    let found = dossier("A", Lang::En);
    assert_eq!((found.entity.name.as_str(), found.entity.other_name.as_str()), ("Ann", "أ"));
    assert_eq!(found.entity.offices[0].of.as_ref().unwrap().name.as_deref(), Some("Ex"));
    let Counts { mentions, documents, events, telling, publishers, contacts, .. } = found.counts;
    assert_eq!((mentions, documents, events, telling, publishers, contacts), (2, 2, 5, 2, 1, 1));
    let contact = &found.contacts[0];
    assert_eq!((contact.party.name.as_deref(), contact.documents), (Some("Bob"), 2));
    assert_eq!(contact.counts, [(Family::Contact, 2), (Family::Conflict, 1)].into());
    let dates = (contact.first.unwrap().to_string(), contact.last.unwrap().to_string());
    assert_eq!(dates, ("2025-06-15".to_owned(), "2025-08-15".to_owned()));
    assert_eq!((found.ahead.len(), found.denied.len(), found.roles.len()), (1, 1, 1));
    assert_eq!(found.key_events.iter().map(|event| event.documents).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(found.quotes.iter().map(|quote| quote.sentence.as_str()).collect::<Vec<_>>(), ["B blamed me, A said."]);
    assert_eq!((&*found.places[0].party.id, found.places[0].events), ("C", 1));
    let sources: Vec<&str> = found.sources.iter().map(|source| &*source.document).collect();
    assert_eq!(sources, ["d1", "d2"]);
}

#[test]
fn months_without_events_stand_between_the_others() {
    let months: Vec<String> = dossier("A", Lang::Ar)
        .months
        .iter()
        .map(|bar| format!("{} {}", bar.month, bar.counts.values().sum::<u64>()))
        .collect();
    assert_eq!(months, ["2025-06 2", "2025-07 0", "2025-08 1"]);
}

#[test]
fn whom_only_documents_know_is_called_as_they_do() {
    let found = dossier("new:zed", Lang::Ar);
    assert_eq!((found.entity.name.as_str(), found.entity.is_new), ("Zed", true));
    assert_eq!(found.entity.offices[0].title, "singer");
    assert!(found.timeline.is_empty() && found.months.is_empty() && found.sources.is_empty());
}
