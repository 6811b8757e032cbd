//! Nodes: entities with their names and how often they were met.

use crate::document::Lang;
use crate::gazetteer::{EntityKind, Gazetteer};
use crate::relation::Id;

/// What is known of an entity apart from the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityInfo {
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// Its Arabic name; empty where there is none.
    pub name_ar: String,
    /// Its English name; empty where there is none.
    pub name_en: String,
    /// The country it belongs to.
    pub country: Option<Id>,
}

impl EntityInfo {
    /// Returns what the gazetteer knows of `id`.
    #[must_use]
    pub fn of(gazetteer: &Gazetteer, id: &str) -> Option<Self> {
        let entity = gazetteer.entity(id)?;
        Some(EntityInfo {
            kind: entity.kind,
            name_ar: entity.name_ar.to_string(),
            name_en: entity.name_en.to_string(),
            country: entity.country.map(|country| gazetteer.get(country).id.clone()),
        })
    }
}

/// An entity of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Stable identifier.
    pub id: Id,
    /// What kind of thing it is; `None` where nobody told.
    pub kind: Option<EntityKind>,
    /// Its Arabic name; empty where there is none.
    pub name_ar: String,
    /// Its English name; empty where there is none.
    pub name_en: String,
    /// The country it belongs to.
    pub country: Option<Id>,
    /// Mentions in all records, filtered or not.
    pub mentions: u64,
    /// Records that mention it or tell a relation of it, filtered or not.
    pub documents: u64,
    /// The documents introduce it; the gazetteer does not list it.
    pub is_new: bool,
}

impl Node {
    /// Returns the name in `lang`, else in the other language, else the words of the id.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        let (first, second) = match lang {
            Lang::Ar => (&self.name_ar, &self.name_en),
            Lang::En => (&self.name_en, &self.name_ar),
        };
        if !first.is_empty() {
            first.clone()
        } else if !second.is_empty() {
            second.clone()
        } else if let Some(slug) = self.id.strip_prefix(NEW) {
            slug.replace('-', " ")
        } else {
            self.id.to_string()
        }
    }
}

/// Begins the id of an entity that the gazetteer does not list.
pub(super) const NEW: &str = "new:";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name_ar: &str, name_en: &str, lang: Lang, expected: &str) {
        let node = Node {
            id: "new:ann-lee".into(),
            kind: None,
            name_ar: name_ar.to_owned(),
            name_en: name_en.to_owned(),
            country: None,
            mentions: 0,
            documents: 0,
            is_new: true,
        };
        assert_eq!(node.label(lang), expected);
    }

    #[test]
    fn labels_fall_back_to_the_other_language_and_then_to_the_id() {
        check("آن لي", "Ann Lee", Lang::Ar, "آن لي");
        check("آن لي", "Ann Lee", Lang::En, "Ann Lee");
        check("", "Ann Lee", Lang::Ar, "Ann Lee");
        check("آن لي", "", Lang::En, "آن لي");
        check("", "", Lang::En, "ann lee");
    }
}
