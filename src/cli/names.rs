//! Names as users type them: which entities do they mean?

use std::collections::BTreeSet;

use anyhow::bail;
use nisba::document::Lang;
use nisba::gazetteer::{EntityId, Gazetteer};
use nisba::relation::{Id, Record};
use nisba::text::normal_form;

/// How many entities are listed when a name may mean several.
const LISTED: usize = 8;

/// The entities that a name may mean.
#[derive(Clone, Debug)]
pub(super) struct Named {
    ids: BTreeSet<Id>,
    form: Vec<u8>,
    name: String,
    is_listed: bool,
}

impl Named {
    /// Returns the entities of the gazetteer called `name`; where there are none, those one of whose names holds its words,
    /// when they are few. Entities that only documents introduce are found by [`Named::introduced`].
    pub(super) fn new(name: &str, gazetteer: &Gazetteer) -> anyhow::Result<Named> {
        let form = normal_form(name);
        if form.is_empty() {
            bail!("'{name}' holds no letters; give a name, such as Putin or بوتين, or an id, such as Q7747");
        }
        let mut found = gazetteer.named(name);
        if found.is_empty() {
            found = gazetteer.named_in_part(name);
            if found.len() > LISTED {
                let some = list(&found[..LISTED], gazetteer);
                bail!(
                    "'{name}' may mean {} entities, among them\n{some}\n  hint: give more of the name, or the id",
                    found.len()
                );
            }
        }
        let is_listed = !found.is_empty();
        // The name itself may be an id that no gazetteer lists.
        let ids = found.into_iter().map(|key| gazetteer.get(key).id.clone()).chain([name.into()]).collect();
        Ok(Named { ids, form, name: name.to_owned(), is_listed })
    }

    /// Returns the ids that are meant wherever they stand; never none.
    pub(super) fn ids(&self) -> &BTreeSet<Id> {
        &self.ids
    }

    /// Returns the entities of that name that `record` introduces.
    pub(super) fn introduced(&self, record: &Record) -> impl Iterator<Item = Id> {
        record.entities.iter().filter(|entity| self.is_called(&entity.name)).map(|entity| entity.id.clone())
    }

    /// Returns whether `id` is meant, which goes by these names.
    pub(super) fn is_one_of(&self, id: &str, names: [&str; 2]) -> bool {
        self.ids.contains(id) || names.iter().any(|name| self.is_called(name))
    }

    fn is_called(&self, name: &str) -> bool {
        normal_form(name) == self.form
    }

    /// Returns the name when the gazetteer has nothing that goes by it.
    pub(super) fn unlisted(&self) -> Option<&str> {
        (!self.is_listed).then_some(&self.name)
    }
}

/// Returns one line an entity: its id, names and country.
pub(super) fn list(keys: &[EntityId], gazetteer: &Gazetteer) -> String {
    keys.iter().map(|&key| format!("  {}", line(key, gazetteer))).collect::<Vec<_>>().join("\n")
}

fn line(key: EntityId, gazetteer: &Gazetteer) -> String {
    let entity = gazetteer.get(key);
    let country = entity.country.filter(|&country| country != key).map(|country| &gazetteer.get(country).name_en);
    let country = country.map(|name| format!(", {name}")).unwrap_or_default();
    format!("{}  {} ({}{country})  {}", entity.id, entity.name_en, entity.kind.name(), isolate(&entity.name_ar))
}

/// Returns the name of an entity of the gazetteer in `lang`, else in the other language.
pub(super) fn label(gazetteer: &Gazetteer, id: &str, lang: Lang) -> Option<String> {
    let entity = gazetteer.entity(id)?;
    let (first, second) = match lang {
        Lang::Ar => (&entity.name_ar, &entity.name_en),
        Lang::En => (&entity.name_en, &entity.name_ar),
    };
    Some(if first.is_empty() { second.to_string() } else { first.to_string() })
}

/// Wraps text so that a terminal lays it out by itself, whatever stands beside it.
///
/// **Source:** Unicode Standard Annex 9, isolates: U+2068 FIRST STRONG ISOLATE, U+2069 POP DIRECTIONAL ISOLATE.
pub(super) fn isolate(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}
