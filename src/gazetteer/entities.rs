//! The entities in columns: what a name is costs a few bytes a column, and nothing is copied of what the program carries.
//! What the reading of texts asks of an entity lies in one row, so that a question costs one look into memory.

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

/// What is told of an entity without its texts, which are looked up one by one.
#[derive(Clone, Copy, Debug)]
pub struct Traits {
    /// What it is.
    pub kind: EntityKind,
    /// The country it belongs to.
    pub country: Option<EntityId>,
    /// Prominence among entities of the same name.
    pub weight: u64,
}

/// The columns of the entities.
#[derive(Debug, Default)]
pub(super) struct Entities {
    rows: Flat<[u32; ROW]>,
    ids: Places,
    arabic: Places,
    english: Places,
    wikidata: Places,
    sources: Places,
    by_id: Slots,
    /// The identifiers that were asked for, each shared by all who asked: in chunks, of which most are never made.
    shared: Vec<OnceLock<Chunk>>,
}

/// Kind and gender (see [`packed`]), the country, the weight in two halves, and the place of the finer kind.
const ROW: usize = 6;

/// There is no country.
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

impl Row {
    /// Returns what texts are read by.
    fn laid(&self, country: u32) -> [u32; ROW] {
        let (start, length) = self.subkind;
        let (low, high) = (self.weight as u32, (self.weight >> 32) as u32);
        [packed(self.kind, self.gender), country, low, high, start, length]
    }
}

impl Entities {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns an entity; there is none where there are not so many.
    // Most who ask look at the kind or the country; where this is not taken into them, all texts are looked up for nothing.
    #[inline(always)]
    pub(super) fn get<'g>(&'g self, texts: &'g Texts, index: usize) -> Option<Entity<'g>> {
        let &[packed, country, low, high, start, length] = self.rows.get(index)?;
        Some(Entity {
            id: texts.get(self.ids.get(index)),
            kind: kind_of(packed),
            subkind: texts.get((start, length)),
            name_ar: texts.get(self.arabic.get(index)),
            name_en: texts.get(self.english.get(index)),
            country: (country != NOWHERE).then_some(EntityId(country)),
            gender: gender_of(packed),
            weight: u64::from(high) << 32 | u64::from(low),
            wikidata: texts.get(self.wikidata.get(index)),
            source: texts.get(self.sources.get(index)),
        })
    }

    /// Returns what is told of an entity without its texts; there is nothing where there are not so many.
    #[inline]
    pub(super) fn traits(&self, index: usize) -> Option<Traits> {
        let &[packed, country, low, high, ..] = self.rows.get(index)?;
        Some(Traits {
            kind: kind_of(packed),
            country: (country != NOWHERE).then_some(EntityId(country)),
            weight: u64::from(high) << 32 | u64::from(low),
        })
    }

    /// Returns the country of an entity.
    #[inline]
    pub(super) fn country(&self, index: usize) -> Option<EntityId> {
        self.rows.get(index).filter(|row| row[1] != NOWHERE).map(|row| EntityId(row[1]))
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
        self.arabic.push(row.arabic);
        self.english.push(row.english);
        self.wikidata.push(row.wikidata);
        self.sources.push(row.source);
        self.rows.to_mut().push(row.laid(NOWHERE));
        let ids = &self.ids;
        let hash = |key: u32| hash(texts.get(ids.get(key as usize)).as_bytes());
        self.by_id.insert(index as u32, index, hash);
        EntityId(index as u32)
    }

    /// Puts an entity into the place of an old one with the same identifier, whose country it keeps until it has its own:
    /// that a country lies in itself is no row's word.
    pub(super) fn replace(&mut self, key: EntityId, row: &Row) {
        let index = key.0 as usize;
        let [packed, country, ..] = self.rows[index];
        let country = if kind_of(packed) == EntityKind::Country { NOWHERE } else { country };
        self.rows.to_mut()[index] = row.laid(country);
        self.arabic.set(index, row.arabic);
        self.english.set(index, row.english);
        self.wikidata.set(index, row.wikidata);
        self.sources.set(index, row.source);
    }

    pub(super) fn set_country(&mut self, key: EntityId, country: EntityId) {
        self.rows.to_mut()[key.0 as usize][1] = country.0;
    }

    /// A country is its own country, so that "same country" needs no special case.
    pub(super) fn settle_countries(&mut self) {
        for (index, row) in (0..).zip(self.rows.to_mut()) {
            if kind_of(row[0]) == EntityKind::Country {
                row[1] = index;
            }
        }
    }

    /// Makes ready for questions when all rows are there.
    pub(super) fn finish(&mut self) {
        self.shared.resize_with(self.len().div_ceil(CHUNK), OnceLock::new);
    }

    pub(super) fn write(&self, texts: &Texts, out: &mut Writer) {
        let placed = |&[packed, country, low, high, start, length]: &[u32; ROW]| {
            let (start, length) = out.place(texts.get((start, length)));
            [packed, country, low, high, start, length]
        };
        let rows: Vec<[u32; ROW]> = self.rows.iter().map(placed).collect();
        out.u32s(rows.as_flattened());
        for column in [&self.ids, &self.arabic, &self.english, &self.wikidata, &self.sources] {
            column.write(texts, out);
        }
        self.by_id.write(out);
    }

    pub(super) fn read(from: &mut Reader) -> Result<Entities, CompiledError> {
        let rows = from.rows()?;
        let mut places = || Places::read(from);
        let (ids, arabic, english, wikidata, sources) = (places()?, places()?, places()?, places()?, places()?);
        let by_id = Slots::read(from)?;
        let mut all = Entities { rows, ids, arabic, english, wikidata, sources, by_id, shared: Vec::new() };
        all.finish();
        Ok(all)
    }
}

const GENDER: u32 = 4;

fn packed(kind: EntityKind, gender: Option<Gender>) -> u32 {
    let gender = match gender {
        None => 0,
        Some(Gender::Masculine) => 1,
        Some(Gender::Feminine) => 2,
    };
    kind as u32 | gender << GENDER
}

#[inline]
fn kind_of(packed: u32) -> EntityKind {
    match packed & ((1 << GENDER) - 1) {
        0 => EntityKind::Person,
        1 => EntityKind::Country,
        2 => EntityKind::City,
        3 => EntityKind::Region,
        _ => EntityKind::Organisation,
    }
}

#[inline]
fn gender_of(packed: u32) -> Option<Gender> {
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
