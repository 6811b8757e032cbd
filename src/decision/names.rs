//! The names that people decided on: an id in, what it is called out.

use super::Decisions;
use crate::document::Lang;
use crate::graph::{EntityInfo, Name};
use crate::relation::Id;
use crate::text::normal_form;

impl Decisions {
    /// Returns the name in `lang` that somebody gave to `id`.
    #[must_use]
    pub fn label(&self, id: &str, lang: Lang) -> Option<&str> {
        let rename = self.renames.get(id).or_else(|| {
            let id = Id::from(id);
            self.renames.get(self.stands_for(&id))
        })?;
        let name = match lang {
            Lang::Ar => &rename.ar,
            Lang::En => &rename.en,
        };
        name.as_ref().map(|(name, _)| name.as_str())
    }

    /// Returns what is known of `id`, with the names that somebody gave to it; those it had become other names.
    #[must_use]
    pub fn info(&self, id: &str, info: Option<EntityInfo>) -> Option<EntityInfo> {
        let mut info = info?;
        for lang in [Lang::Ar, Lang::En] {
            let Some(label) = self.label(id, lang) else { continue };
            let name = match lang {
                Lang::Ar => &mut info.name_ar,
                Lang::En => &mut info.name_en,
            };
            let before = std::mem::replace(name, label.to_owned());
            info.aliases.retain(|alias| alias.text != label);
            if !before.is_empty() && before != label {
                info.aliases.push(Name { lang, text: before });
            }
        }
        info.aliases.sort_unstable();
        info.aliases.dedup();
        Some(info)
    }

    /// Returns the entities to which somebody gave this name, in any spelling.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<Id> {
        let wanted = normal_form(name);
        let is_wanted = |name: &Option<(String, super::Because)>| {
            name.as_ref().is_some_and(|(name, _)| normal_form(name) == wanted)
        };
        let renamed = self.renames.iter().filter(|(_, rename)| is_wanted(&rename.ar) || is_wanted(&rename.en));
        renamed.map(|(id, _)| id.clone()).collect()
    }
}
