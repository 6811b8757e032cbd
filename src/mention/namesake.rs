//! A city that has the name of a larger one abroad: طرابلس in news of Lebanon.
//!
//! In: how the document names entities. Out: names that speak for no country, since another than the usual bearer is likelier.

use std::ops::Range;

use super::reader::{Naming, Reader};
use crate::gazetteer::{EntityId, EntityKind};

/// So many times smaller a namesake may be: جنيف is in no other country than Switzerland.
const SMALLER: u64 = 8;

impl Reader<'_> {
    /// بيروت ... في طرابلس: where a city of a country that is named otherwise has the name of a larger one, abroad, whose country nothing else
    /// in the document names, the name speaks for neither country. `shared` are the entities of each such name.
    pub(super) fn leave_out_namesakes(&self, names: &mut [(EntityId, Naming)], shared: &[Range<usize>]) {
        if shared.is_empty() {
            return;
        }
        let gazetteer = &self.knowledge.gazetteer;
        let mut apart = vec![true; names.len()];
        for range in shared {
            apart[range.clone()].fill(false);
        }
        let mut named: Vec<EntityId> = Vec::new();
        for (&(key, naming), _) in names.iter().zip(&apart).filter(|(_, apart)| **apart) {
            let land = match naming {
                Naming::Demonym => Some(key),
                Naming::Free { .. } => self.land(key),
                _ => None,
            };
            named.extend(land.filter(|land| !named.contains(land)));
        }
        let weight = |key: EntityId| gazetteer.traits(key).weight;
        for range in shared {
            let bearers = &mut names[range.clone()];
            let free = |naming: Naming| matches!(naming, Naming::Free { .. });
            let usual = bearers.iter().filter(|(_, naming)| free(*naming));
            let cities = |&&(key, _): &&(EntityId, Naming)| gazetteer.traits(key).kind == EntityKind::City;
            let larger = usual.clone().filter(cities).map(|&(key, _)| weight(key)).max().unwrap_or(0);
            let abroad = usual.into_iter().all(|&(key, _)| self.land(key).is_none_or(|land| !named.contains(&land)));
            let near = bearers.iter().any(|&(key, naming)| {
                !free(naming)
                    && self.land(key).is_some_and(|land| named.contains(&land))
                    && weight(key) * SMALLER >= larger
            });
            if abroad && near {
                bearers.iter_mut().for_each(|(_, naming)| *naming = Naming::Supported);
            }
        }
    }

    /// The country that a name of it, or of one of its cities, speaks for.
    fn land(&self, key: EntityId) -> Option<EntityId> {
        let entity = self.knowledge.gazetteer.traits(key);
        let place = matches!(entity.kind, EntityKind::Country | EntityKind::City);
        entity.country.filter(|_| place)
    }
}
