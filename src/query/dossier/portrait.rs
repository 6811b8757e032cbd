//! Who an entity is: what is known of it, and what documents call it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::{Lang, PartialDate};
use crate::gazetteer::EntityKind;
use crate::graph::{EntityInfo, Office};
use crate::query::event::most_frequent;
use crate::query::{Names, Party};
use crate::relation::{EntityRow, Id, Record};

/// Who or what an entity is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Portrait {
    /// The entity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its name in the other language; empty where there is none.
    pub other_name: String,
    /// What kind of thing it is; `None` where nobody tells.
    pub kind: Option<EntityKind>,
    /// Documents introduce it, nobody lists it.
    pub is_new: bool,
    /// The country it belongs to.
    pub country: Option<Party>,
    /// Its other names.
    pub aliases: Vec<Spelling>,
    /// The offices it held, in the order in which they began.
    pub offices: Vec<Term>,
    /// Its Wikidata identifier; empty where there is none.
    pub wikidata: String,
}

/// A name in a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Spelling {
    /// The language.
    pub lang: Lang,
    /// The name.
    pub text: String,
}

/// One term of office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The title of the office.
    pub title: String,
    /// Of which country or body.
    pub of: Option<Party>,
    /// First day, as far as known.
    pub start: Option<PartialDate>,
    /// Last day, as far as known; `None` for an end that is unknown or yet to come.
    pub end: Option<PartialDate>,
}

impl Term {
    fn new(office: Office, lang: Lang) -> Term {
        let Office { key, title_ar, title_en, of, of_ar, of_en, start, end } = office;
        let choose = |ar: String, en: String| {
            let names = if lang == Lang::Ar { [ar, en] } else { [en, ar] };
            names.into_iter().find(|name| !name.is_empty())
        };
        let title = choose(title_ar, title_en).unwrap_or_else(|| key.replace('_', " "));
        let of = of.map(|id| Party { id, name: choose(of_ar, of_en) });
        Term { title, of, start, end }
    }
}

/// Returns an entity with its name, else its id.
pub(super) fn party(id: &Id, names: &dyn Names, lang: Lang) -> Party {
    Party { id: id.clone(), name: names.label(id, lang).or_else(|| Some(id.to_string())) }
}

/// How often documents mention an entity, and how they introduce it.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    documents: BTreeMap<Id, u64>,
    introduced: Vec<EntityRow>,
}

impl Seen {
    pub(super) fn add(&mut self, id: &Id, record: &Record) {
        let mentions = record.mentions.iter().filter(|mention| mention.id == *id).count() as u64;
        let rows = || record.entities.iter().filter(|row| row.id == *id);
        let tells =
            record.relations.iter().any(|row| row.subject.first() == Some(id) || row.object.first() == Some(id));
        if mentions > 0 || tells || rows().next().is_some() {
            *self.documents.entry(record.id.as_str().into()).or_default() += mentions;
        }
        self.introduced.extend(rows().cloned());
    }

    pub(super) fn merge(&mut self, other: Seen) {
        for (document, mentions) in other.documents {
            *self.documents.entry(document).or_default() += mentions;
        }
        self.introduced.extend(other.introduced);
    }

    pub(super) fn mentions(&self) -> u64 {
        self.documents.values().sum()
    }

    pub(super) fn documents(&self) -> usize {
        self.documents.len()
    }

    /// Returns who the entity is: what `names` knows, else what most documents tell.
    pub(super) fn portrait(&self, id: &Id, names: &dyn Names, lang: Lang) -> Portrait {
        let known = names.info(id);
        let is_new = known.is_none();
        let info = known.or_else(|| self.info());
        let name = |lang| match (&info, lang) {
            (Some(info), Lang::Ar) => info.name_ar.clone(),
            (Some(info), Lang::En) => info.name_en.clone(),
            (None, _) => String::new(),
        };
        let [first, second] = if lang == Lang::Ar { [Lang::Ar, Lang::En] } else { [Lang::En, Lang::Ar] };
        let mut found = [name(first), name(second)].into_iter().filter(|name| !name.is_empty());
        let name = found.next().unwrap_or_else(|| id.to_string());
        let other_name = found.next().unwrap_or_default();
        let spelling = |text: &str, lang| Spelling { lang, text: text.to_owned() };
        let mut aliases: Vec<Spelling> =
            info.iter().flat_map(|info| &info.aliases).map(|name| spelling(&name.text, name.lang)).collect();
        if is_new {
            aliases.extend(self.introduced.iter().map(|row| spelling(&row.name, Lang::detect(&row.name))));
        }
        aliases.retain(|alias| !alias.text.is_empty() && alias.text != name && alias.text != other_name);
        aliases.sort_unstable();
        aliases.dedup();
        let mut offices: Vec<Term> =
            info.iter().flat_map(|info| &info.offices).map(|office| Term::new(office.clone(), lang)).collect();
        if offices.is_empty() {
            let title = most_frequent(self.introduced.iter().filter_map(|row| row.office.as_ref()));
            offices.extend(title.map(|title| Term { title, of: None, start: None, end: None }));
        }
        Portrait {
            id: id.clone(),
            name,
            other_name,
            kind: info.as_ref().map(|info| info.kind),
            is_new,
            country: info
                .as_ref()
                .and_then(|info| info.country.as_ref())
                .filter(|country| *country != id)
                .map(|id| party(id, names, lang)),
            aliases,
            offices,
            wikidata: info.map(|info| info.wikidata).unwrap_or_default(),
        }
    }

    /// Returns what most documents tell.
    fn info(&self) -> Option<EntityInfo> {
        let rows = || self.introduced.iter();
        let name = |lang| most_frequent(rows().map(|row| &row.name).filter(|name| Lang::detect(name) == lang));
        let kind = most_frequent(rows().map(|row| &row.kind))?;
        let country = most_frequent(rows().filter_map(|row| row.country.as_ref()));
        let (ar, en) = (name(Lang::Ar).unwrap_or_default(), name(Lang::En).unwrap_or_default());
        Some(EntityInfo::named(kind, ar, en, country))
    }
}
