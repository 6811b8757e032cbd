//! Entities that documents introduce: what several documents say of one, settled by majority.

use std::collections::BTreeMap;

use super::node::EntityInfo;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::relation::{EntityRow, Id};

/// How often each name, kind and country was given to one introduced entity.
#[derive(Clone, Debug, Default)]
pub(super) struct Introduced {
    kinds: BTreeMap<EntityKind, u64>,
    arabic: BTreeMap<String, u64>,
    english: BTreeMap<String, u64>,
    countries: BTreeMap<Id, u64>,
}

impl Introduced {
    pub(super) fn add(&mut self, row: &EntityRow) {
        *self.kinds.entry(row.kind).or_default() += 1;
        let names = match Lang::detect(&row.name) {
            Lang::Ar => &mut self.arabic,
            Lang::En => &mut self.english,
        };
        if !row.name.is_empty() {
            *names.entry(row.name.clone()).or_default() += 1;
        }
        if let Some(country) = &row.country {
            *self.countries.entry(country.clone()).or_default() += 1;
        }
    }

    pub(super) fn merge(&mut self, other: Introduced) {
        sum(&mut self.kinds, other.kinds);
        sum(&mut self.arabic, other.arabic);
        sum(&mut self.english, other.english);
        sum(&mut self.countries, other.countries);
    }

    /// Returns the most frequent of each, the first in order where two are equally frequent.
    pub(super) fn info(&self) -> Option<EntityInfo> {
        Some(EntityInfo::named(
            *most_frequent(&self.kinds)?,
            most_frequent(&self.arabic).cloned().unwrap_or_default(),
            most_frequent(&self.english).cloned().unwrap_or_default(),
            most_frequent(&self.countries).cloned(),
        ))
    }
}

fn sum<K: Ord>(into: &mut BTreeMap<K, u64>, from: BTreeMap<K, u64>) {
    for (key, count) in from {
        *into.entry(key).or_default() += count;
    }
}

fn most_frequent<K: Ord>(counts: &BTreeMap<K, u64>) -> Option<&K> {
    // `max_by_key` would keep the last of equals.
    counts.iter().rev().max_by_key(|(_, count)| **count).map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_name_of_each_language_wins() {
        let row = |name: &str| EntityRow {
            id: "new:x".into(),
            kind: EntityKind::Person,
            name: name.into(),
            office: None,
            country: None,
        };
        let mut seen = Introduced::default();
        for name in ["ويتكوف", "ستيف ويتكوف", "Witkoff", "ستيف ويتكوف", "Steve Witkoff"] {
            seen.add(&row(name));
        }
        let info = seen.info().unwrap();
        assert_eq!((info.name_ar.as_str(), info.name_en.as_str()), ("ستيف ويتكوف", "Steve Witkoff"));
    }
}
