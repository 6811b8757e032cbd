//! Nodes: entities with their names and how often they were met.

use crate::document::{Lang, PartialDate};
use crate::gazetteer::{EntityId, EntityKind, Gazetteer};
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
    /// Its other names.
    pub aliases: Vec<Name>,
    /// The offices it held, in the order in which they began.
    pub offices: Vec<Office>,
    /// Its Wikidata identifier; empty where there is none.
    pub wikidata: String,
}

/// A name in a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The language.
    pub lang: Lang,
    /// The name.
    pub text: String,
}

/// One term of office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The office key, such as `foreign_minister`.
    pub key: String,
    /// Its Arabic title; empty where there is none.
    pub title_ar: String,
    /// Its English title; empty where there is none.
    pub title_en: String,
    /// Of which country or body.
    pub of: Option<Id>,
    /// The Arabic name of that country or body.
    pub of_ar: String,
    /// Its English name.
    pub of_en: String,
    /// First day, as far as known.
    pub start: Option<PartialDate>,
    /// Last day, as far as known; `None` for an end that is unknown or yet to come.
    pub end: Option<PartialDate>,
}

impl EntityInfo {
    /// Returns what is known of an entity of which only names, kind and country are told.
    #[must_use]
    pub fn named(kind: EntityKind, name_ar: String, name_en: String, country: Option<Id>) -> Self {
        EntityInfo {
            kind,
            name_ar,
            name_en,
            country,
            aliases: Vec::new(),
            offices: Vec::new(),
            wikidata: String::new(),
        }
    }

    /// Returns what the gazetteer knows of `id`.
    #[must_use]
    pub fn of(gazetteer: &Gazetteer, id: &str) -> Option<Self> {
        let key = gazetteer.key(id)?;
        let entity = gazetteer.get(key);
        Some(EntityInfo {
            kind: entity.kind,
            name_ar: entity.name_ar.to_string(),
            name_en: entity.name_en.to_string(),
            country: entity.country.map(|country| gazetteer.id(country)),
            aliases: aliases(gazetteer, key),
            offices: offices(gazetteer, key),
            wikidata: entity.wikidata.to_string(),
        })
    }
}

fn aliases(gazetteer: &Gazetteer, key: EntityId) -> Vec<Name> {
    let entity = gazetteer.get(key);
    let known = [entity.name_ar, entity.name_en];
    let others = gazetteer.aliases_of(key).filter(|alias| !known.contains(&alias.text));
    let mut names: Vec<Name> = others.map(|alias| Name { lang: alias.lang, text: alias.text.to_string() }).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn offices(gazetteer: &Gazetteer, key: EntityId) -> Vec<Office> {
    let title = |office, lang| gazetteer.title_of(office, lang).unwrap_or_default().to_owned();
    let mut offices: Vec<Office> = gazetteer
        .offices()
        .of_person(key)
        .map(|term| {
            let of = term.of.map(|of| gazetteer.get(of));
            Office {
                key: gazetteer.offices().name(term.office).to_owned(),
                title_ar: title(term.office, Lang::Ar),
                title_en: title(term.office, Lang::En),
                of: term.of.map(|of| gazetteer.id(of)),
                of_ar: of.map(|of| of.name_ar.to_string()).unwrap_or_default(),
                of_en: of.map(|of| of.name_en.to_string()).unwrap_or_default(),
                start: term.start,
                end: term.end,
            }
        })
        .collect();
    offices.sort_by(|a, b| (a.start, a.end, &a.key, &a.of).cmp(&(b.start, b.end, &b.key, &b.of)));
    offices
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
    /// Its other names.
    pub aliases: Vec<Name>,
    /// The offices it held, in the order in which they began.
    pub offices: Vec<Office>,
    /// Its Wikidata identifier; empty where there is none.
    pub wikidata: String,
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
            aliases: Vec::new(),
            offices: Vec::new(),
            wikidata: String::new(),
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
