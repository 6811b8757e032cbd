//! The entities in columns: what a name is costs a few bytes a column, and nothing is copied of what the program carries.

use std::sync::{Arc, OnceLock};

use super::slots::Slots;
use super::{EntityId, EntityKind, Gender};
use crate::compiled::{CompiledError, Flat, Places, Reader, TextPlace, Texts, Writer};
use crate::text::hash;

/// A person, place or body.
#[derive(Clone, Copy, Debug)]
pub struct Entity<'g> {
    /// Stable identifier.
    pub id: &'g str,
    /// What it is.
    pub kind: EntityKind,
    /// A finer kind, such as `ministry` or `sea`; may be empty.
    pub subkind: &'g str,
    /// Usual Arabic name; may be empty.
    pub name_ar: &'g str,
    /// Usual English name; may be empty.
    pub name_en: &'g str,
    /// The country it belongs to.
    pub country: Option<EntityId>,
    /// Gender, where known.
    pub gender: Option<Gender>,
    /// Prominence among entities of the same name: the population of a city.
    pub weight: u64,
    /// Wikidata identifier; may be empty.
    pub wikidata: &'g str,
    /// Key of the source, explained in `gazetteer/README.md`.
    pub source: &'g str,
}

/// The columns of the entities.
#[derive(Debug, Default)]
pub(super) struct Entities {
    ids: Places,
    subkinds: Places,
    arabic: Places,
    english: Places,
    wikidata: Places,
    sources: Places,
    /// The country, [`NOWHERE`] where there is none.
    countries: Flat<u32>,
    weights: Flat<u64>,
    /// The kind below, the gender above: see [`packed`].
    kinds: Flat<u8>,
    by_id: Slots,
    /// The identifiers that were asked for, each shared by all who asked: in chunks, of which most are never made.
    shared: Vec<OnceLock<Chunk>>,
}

const NOWHERE: u32 = u32::MAX;

type Chunk = Box<[OnceLock<Arc<str>>]>;

/// How many identifiers make a chunk.
const CHUNK: usize = 64;

/// A row as it is put into the columns: its texts lie among the others already.
pub(super) struct Row {
    pub(super) id: TextPlace,
    pub(super) subkind: TextPlace,
    pub(super) arabic: TextPlace,
    pub(super) english: TextPlace,
    pub(super) wikidata: TextPlace,
    pub(super) source: TextPlace,
    pub(super) weight: u64,
    pub(super) kind: EntityKind,
    pub(super) gender: Option<Gender>,
}

impl Entities {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Returns an entity; there is none where there are not so many.
    #[inline]
    pub(super) fn get<'g>(&'g self, texts: &'g Texts, index: usize) -> Option<Entity<'g>> {
        let &packed = self.kinds.get(index)?;
        Some(Entity {
            id: texts.get(self.ids.get(index)),
            kind: kind_of(packed),
            subkind: texts.get(self.subkinds.get(index)),
            name_ar: texts.get(self.arabic.get(index)),
            name_en: texts.get(self.english.get(index)),
            country: self.country(index),
            gender: gender_of(packed),
            weight: self.weights.get(index).copied().unwrap_or_default(),
            wikidata: texts.get(self.wikidata.get(index)),
            source: texts.get(self.sources.get(index)),
        })
    }

    /// Returns the country of an entity: one column, where the whole entity is ten.
    #[inline]
    pub(super) fn country(&self, index: usize) -> Option<EntityId> {
        self.countries.get(index).filter(|&&key| key != NOWHERE).map(|&key| EntityId(key))
    }

    /// Returns an identifier to keep: the same for all who ask.
    pub(super) fn shared_id(&self, texts: &Texts, key: EntityId) -> Arc<str> {
        let index = key.0 as usize;
        let id = || texts.get(self.ids.get(index)).into();
        let chunk = self.shared.get(index / CHUNK);
        let chunk = chunk.map(|chunk| chunk.get_or_init(|| (0..CHUNK).map(|_| OnceLock::new()).collect()));
        chunk.map_or_else(id, |chunk| chunk[index % CHUNK].get_or_init(id).clone())
    }

    /// Returns the place of an Arabic and of an English name, which another column may use as well.
    pub(super) fn names(&self, key: EntityId) -> [TextPlace; 2] {
        [self.arabic.get(key.0 as usize), self.english.get(key.0 as usize)]
    }

    /// Returns the key of an identifier.
    pub(super) fn key(&self, texts: &Texts, id: &str) -> Option<EntityId> {
        let same = |key: u32| texts.get(self.ids.get(key as usize)) == id;
        self.by_id.find(hash(id.as_bytes()), same).map(EntityId)
    }

    /// The same; rows that speak of one entity after another are answered without a search.
    pub(super) fn key_behind(&self, texts: &Texts, last: EntityId, id: &str) -> Option<EntityId> {
        let next = EntityId(last.0.saturating_add(1));
        let mut near = [last, next].into_iter().filter(|key| (key.0 as usize) < self.len());
        near.find(|key| texts.get(self.ids.get(key.0 as usize)) == id).or_else(|| self.key(texts, id))
    }

    /// Adds an entity whose identifier is new.
    pub(super) fn push(&mut self, texts: &Texts, row: &Row) -> EntityId {
        let index = self.len();
        self.ids.push(row.id);
        self.subkinds.push(row.subkind);
        self.arabic.push(row.arabic);
        self.english.push(row.english);
        self.wikidata.push(row.wikidata);
        self.sources.push(row.source);
        self.countries.to_mut().push(NOWHERE);
        self.weights.to_mut().push(row.weight);
        self.kinds.to_mut().push(packed(row.kind, row.gender));
        let ids = &self.ids;
        let hash = |key: u32| hash(texts.get(ids.get(key as usize)).as_bytes());
        self.by_id.insert(index as u32, index, hash);
        EntityId(index as u32)
    }

    /// Puts an entity into the place of an old one with the same identifier, whose country it keeps until it has its own:
    /// that a country lies in itself is no row's word.
    pub(super) fn replace(&mut self, key: EntityId, row: &Row) {
        let index = key.0 as usize;
        if self.kinds.get(index).is_some_and(|&packed| kind_of(packed) == EntityKind::Country) {
            self.countries.to_mut()[index] = NOWHERE;
        }
        self.subkinds.set(index, row.subkind);
        self.arabic.set(index, row.arabic);
        self.english.set(index, row.english);
        self.wikidata.set(index, row.wikidata);
        self.sources.set(index, row.source);
        self.weights.to_mut()[index] = row.weight;
        self.kinds.to_mut()[index] = packed(row.kind, row.gender);
    }

    pub(super) fn set_country(&mut self, key: EntityId, country: EntityId) {
        self.countries.to_mut()[key.0 as usize] = country.0;
    }

    /// A country is its own country, so that "same country" needs no special case.
    pub(super) fn settle_countries(&mut self) {
        let countries = self.countries.to_mut();
        for (index, &packed) in self.kinds.iter().enumerate() {
            if kind_of(packed) == EntityKind::Country {
                countries[index] = index as u32;
            }
        }
    }

    /// Makes ready for questions when all rows are there.
    pub(super) fn finish(&mut self) {
        self.shared.resize_with(self.len().div_ceil(CHUNK), OnceLock::new);
    }

    pub(super) fn write(&self, texts: &Texts, out: &mut Writer) {
        for column in [&self.ids, &self.subkinds, &self.arabic, &self.english, &self.wikidata, &self.sources] {
            column.write(texts, out);
        }
        out.u32s(&self.countries);
        out.u64s(&self.weights);
        out.bytes(&self.kinds);
        self.by_id.write(out);
    }

    pub(super) fn read(from: &mut Reader) -> Result<Entities, CompiledError> {
        let mut places = || Places::read(from);
        let (ids, subkinds, arabic) = (places()?, places()?, places()?);
        let (english, wikidata, sources) = (places()?, places()?, places()?);
        let (countries, weights, kinds) = (from.u32s()?, from.u64s()?, from.bytes()?);
        let by_id = Slots::read(from)?;
        let shared = Vec::new();
        let mut all =
            Entities { ids, subkinds, arabic, english, wikidata, sources, countries, weights, kinds, by_id, shared };
        all.finish();
        Ok(all)
    }
}

const GENDER: u8 = 4;

fn packed(kind: EntityKind, gender: Option<Gender>) -> u8 {
    let gender = match gender {
        None => 0,
        Some(Gender::Masculine) => 1,
        Some(Gender::Feminine) => 2,
    };
    kind as u8 | gender << GENDER
}

#[inline]
fn kind_of(packed: u8) -> EntityKind {
    match packed & ((1 << GENDER) - 1) {
        0 => EntityKind::Person,
        1 => EntityKind::Country,
        2 => EntityKind::City,
        3 => EntityKind::Region,
        _ => EntityKind::Organisation,
    }
}

#[inline]
fn gender_of(packed: u8) -> Option<Gender> {
    match packed >> GENDER {
        1 => Some(Gender::Masculine),
        2 => Some(Gender::Feminine),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_come_back_as_they_were_packed() {
        for &kind in EntityKind::ALL {
            for gender in [None, Some(Gender::Masculine), Some(Gender::Feminine)] {
                let packed = packed(kind, gender);
                assert_eq!((kind_of(packed), gender_of(packed)), (kind, gender));
            }
        }
    }
}
