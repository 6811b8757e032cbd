//! What entities are called.

use crate::document::Lang;
use crate::gazetteer::Gazetteer;
use crate::graph::EntityInfo;

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
}
