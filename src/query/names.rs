//! What entities are called.

use crate::document::Lang;
use crate::gazetteer::Gazetteer;
use crate::graph::{EntityInfo, Office};
use crate::relation::Id;

/// Tells what is known of entities apart from the documents: a gazetteer, or what a store kept of one.
pub trait Names {
    /// Returns what is known of `id`; `None` where nothing is.
    fn info(&self, id: &str) -> Option<EntityInfo>;

    /// Returns the name of `id` in `lang`, else in the other language; `None` where it has none.
    fn label(&self, id: &str, lang: Lang) -> Option<String> {
        let info = self.info(id)?;
        let (first, second) = match lang {
            Lang::Ar => (info.name_ar, info.name_en),
            Lang::En => (info.name_en, info.name_ar),
        };
        [first, second].into_iter().find(|name| !name.is_empty())
    }

    /// Returns who held an office of `of` (a country or a body), with the term; in order, one item a term. Nobody, where
    /// nothing is known of offices.
    fn officials(&self, of: &str) -> Vec<(Id, Office)> {
        let _ = of;
        Vec::new()
    }
}

impl Names for Gazetteer {
    fn info(&self, id: &str) -> Option<EntityInfo> {
        EntityInfo::of(self, id)
    }

    fn label(&self, id: &str, lang: Lang) -> Option<String> {
        let entity = self.entity(id)?;
        let (first, second) = match lang {
            Lang::Ar => (&entity.name_ar, &entity.name_en),
            Lang::En => (&entity.name_en, &entity.name_ar),
        };
        [first, second].into_iter().find(|name| !name.is_empty()).map(ToString::to_string)
    }

    fn officials(&self, of: &str) -> Vec<(Id, Office)> {
        let Some(key) = self.key(of) else { return Vec::new() };
        let mut people: Vec<_> =
            self.offices().terms().iter().filter(|term| term.of == Some(key)).map(|term| term.person).collect();
        people.sort_unstable();
        people.dedup();
        let mut officials: Vec<(Id, Office)> = people
            .into_iter()
            .map(|person| self.id(person))
            .flat_map(|id| {
                let offices = EntityInfo::of(self, &id).map(|info| info.offices).unwrap_or_default();
                offices
                    .into_iter()
                    .filter(|office| office.of.as_deref() == Some(of))
                    .map(move |office| (id.clone(), office))
            })
            .collect();
        officials.sort_by(|a, b| a.0.cmp(&b.0));
        officials
    }
}
