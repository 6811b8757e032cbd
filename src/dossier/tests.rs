use serde_json::json;

use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::graph::{EntityInfo, Name, RelationFilter};
use crate::query::{Dossier, Dossiers, Names};
use crate::relation::Record;

struct Known;

impl Names for Known {
    fn info(&self, id: &str) -> Option<EntityInfo> {
        let (ar, en) = match id {
            "A" => ("آن", "Ann"),
            "B" => ("بوب", "Bob"),
            _ => return None,
        };
        let info = EntityInfo::named(EntityKind::Person, ar.to_owned(), en.to_owned(), None);
        let aliases = vec![Name { lang: Lang::En, text: "Annie".to_owned() }];
        Some(EntityInfo { wikidata: "Q1".to_owned(), aliases, ..info })
    }
}

/// A dossier of A in which every text of a document is `text`, and every address `url`.
pub(super) fn dossier(text: &str, url: &str, lang: Lang) -> Dossier {
    let record: Record = serde_json::from_value(json!({"id": "d1", "date": "2025-08-18", "lang": "ar", "title": text,
        "publisher": text, "url": url, "entities": [{"id": "new:x", "kind": "person", "name": text}], "relations": [
        {"subject": "A", "predicate": "met", "object": "B", "date": "2025-08-15", "evidence": text, "attribution": "A"},
        {"subject": "A", "predicate": "called", "object": "new:x", "status": "denied", "evidence": text, "start": 4},
        {"subject": "new:x", "predicate": "visited", "object": "A", "status": "planned", "place": "B", "start": 5}]}))
    .unwrap();
    let mut found = Dossiers::new("A".into(), RelationFilter::default());
    found.add(&record);
    found.finish(&Known, lang)
}
