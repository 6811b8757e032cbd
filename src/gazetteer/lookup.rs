//! A name as a user types it in, the entities it may mean out.

use std::collections::HashSet;

use super::{EntityId, Gazetteer};
use crate::text::{normal_form, words};

impl Gazetteer {
    /// Returns the entities called `name` in any spelling, in either language, or identified by it, the most
    /// prominent first.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<EntityId> {
        if let Some(key) = self.key(name) {
            return vec![key];
        }
        let wanted = normal_form(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        self.with_names(|text| normal_form(text) == wanted)
    }

    /// Returns the entities one of whose names holds every word of `name`, the most prominent first.
    #[must_use]
    pub fn named_in_part(&self, name: &str) -> Vec<EntityId> {
        let wanted = words(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        self.with_names(|text| {
            let words = words(text);
            wanted.iter().all(|word| words.contains(word))
        })
    }

    fn with_names(&self, test: impl Fn(&str) -> bool) -> Vec<EntityId> {
        let keys = (0..self.entities.len()).map(|index| EntityId(index as u32));
        let own = keys.filter(|&key| test(self.get(key).name_ar) || test(self.get(key).name_en));
        let aliases = self.aliases().filter(|alias| test(alias.text)).map(|alias| alias.entity);
        let demonyms = self.demonyms.iter().filter(|demonym| test(&demonym.text)).map(|demonym| demonym.country);
        let mut seen = HashSet::new();
        let mut found: Vec<EntityId> = own.chain(aliases).chain(demonyms).filter(|&key| seen.insert(key)).collect();
        found.sort_by_key(|&key| (std::cmp::Reverse(self.get(key).weight), key));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_spelling() {
        let gazetteer = Gazetteer::embedded().unwrap_or_else(|error| panic!("{error}"));
        let ids = |keys: Vec<EntityId>| keys.iter().map(|&key| gazetteer.get(key).id.to_string()).collect::<Vec<_>>();
        for name in ["Q7747", "Vladimir Putin", "putin", "بوتين", "فلاديمير  بُوتين"] {
            assert_eq!(ids(gazetteer.named(name)), ["Q7747"], "{name}");
        }
        assert_eq!(ids(gazetteer.named("أميركا")), ids(gazetteer.named("امريكا")));
        assert!(
            gazetteer.named("").is_empty() && gazetteer.named("؟!").is_empty() && gazetteer.named("Xyzzy").is_empty()
        );
        assert!(ids(gazetteer.named_in_part("putin")).contains(&"Q7747".to_owned()));
    }
}
