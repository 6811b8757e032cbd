//! The names, a row each.

use std::ops::Range;

use super::slots::Slots;
use super::{AliasKind, EntityId, Support};
use crate::compiled::{CompiledError, Flat, Reader, TextPlace, Texts, Writer};
use crate::document::Lang;
use crate::text::{hash, number_hash};

/// One name of an entity in one language.
#[derive(Clone, Copy, Debug)]
pub struct Alias<'g> {
    /// Whose name it is.
    pub entity: EntityId,
    /// The language.
    pub lang: Lang,
    /// The name as written in the data.
    pub text: &'g str,
    /// What kind of name.
    pub kind: AliasKind,
    /// What it needs beside it.
    pub support: Support,
}

/// The names: see [`Row::laid`].
#[derive(Debug, Default)]
pub(super) struct Aliases {
    rows: Flat<[u32; ROW]>,
}

const ROW: usize = 4;

/// Above the kind.
const ENGLISH: u32 = 1 << 7;
/// Where the support begins, above the kind.
const SUPPORT: u32 = 8;

/// A row as it is put into the columns.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) text: TextPlace,
    pub(super) entity: EntityId,
    pub(super) lang: Lang,
    pub(super) kind: AliasKind,
    pub(super) support: Support,
}

impl Row {
    /// Returns the entity, the kind with [`ENGLISH`] and the support, and the place of the text.
    fn laid(self) -> [u32; ROW] {
        let english = if self.lang == Lang::En { ENGLISH } else { 0 };
        let packed = self.kind as u32 | english | u32::from(self.support.bits()) << SUPPORT;
        [self.entity.0, packed, self.text.0, self.text.1]
    }
}

impl Aliases {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns a name; panics where there are not so many.
    // Hardly anybody who asks looks at the text: where this is not taken into them, it is looked up for nothing.
    #[inline(always)]
    pub(super) fn at<'g>(&'g self, texts: &'g Texts, index: usize) -> Alias<'g> {
        let [entity, packed, start, length] = self.rows[index];
        Alias {
            entity: EntityId(entity),
            lang: if packed & ENGLISH == 0 { Lang::Ar } else { Lang::En },
            text: texts.get((start, length)),
            kind: kind_of(packed),
            support: Support::of_bits((packed >> SUPPORT) as u8),
        }
    }

    pub(super) fn push(&mut self, row: Row) {
        self.rows.to_mut().push(row.laid());
    }

    /// Puts a name into the place of an old one.
    pub(super) fn replace(&mut self, index: usize, row: Row) {
        self.rows.to_mut()[index] = row.laid();
    }

    pub(super) fn write(&self, texts: &Texts, out: &mut Writer) {
        let placed = |&[entity, packed, start, length]: &[u32; ROW]| {
            let (start, length) = out.place(texts.get((start, length)));
            [entity, packed, start, length]
        };
        let rows: Vec<[u32; ROW]> = self.rows.iter().map(placed).collect();
        out.u32s(rows.as_flattened());
    }

    pub(super) fn read(from: &mut Reader) -> Result<Aliases, CompiledError> {
        Ok(Aliases { rows: from.rows()? })
    }

    /// Returns the names of each entity, of so many, in the order of the files.
    pub(super) fn by_entity(&self, entities: usize) -> ByEntity {
        let mut starts = vec![0_u32; entities + 2];
        // Counted two places further on, so that the filling below leaves each start where it belongs.
        self.rows.iter().for_each(|row| starts[row[0] as usize + 2] += 1);
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut places = vec![0; self.len()];
        for (place, row) in (0..).zip(&*self.rows) {
            let next = &mut starts[row[0] as usize + 1];
            places[*next as usize] = place;
            *next += 1;
        }
        ByEntity { starts, places }
    }
}

/// The places of the names of each entity.
#[derive(Debug)]
pub(super) struct ByEntity {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl ByEntity {
    pub(super) fn of(&self, entity: EntityId) -> &[u32] {
        let key = entity.0 as usize;
        let range: Option<Range<usize>> = match self.starts.get(key..key + 2) {
            Some(&[start, end]) => Some(start as usize..end as usize),
            _ => None,
        };
        range.and_then(|range| self.places.get(range)).unwrap_or_default()
    }
}

/// Which name a row replaces: the one of the same entity and language, as written, where both or neither is a metonym.
#[derive(Default)]
pub(super) struct Twins {
    slots: Slots,
    count: usize,
}

impl Twins {
    /// Returns the place of the name that a row with this text replaces.
    pub(super) fn find(&self, all: &Aliases, texts: &Texts, text: &str, row: Row) -> Option<usize> {
        let metonym = row.kind == AliasKind::Metonym;
        let same = |place: u32| {
            let other = all.at(texts, place as usize);
            let key = (other.entity, other.lang, other.kind == AliasKind::Metonym);
            key == (row.entity, row.lang, metonym) && other.text == text
        };
        self.slots.find(twin_hash(row.entity, text), same).map(|place| place as usize)
    }

    /// Notes a name, which stands in the columns.
    pub(super) fn note(&mut self, all: &Aliases, texts: &Texts, place: usize) {
        let hash = |place: u32| {
            let alias = all.at(texts, place as usize);
            twin_hash(alias.entity, alias.text)
        };
        self.slots.insert(place as u32, self.count, hash);
        self.count += 1;
    }
}

fn twin_hash(entity: EntityId, text: &str) -> u64 {
    hash(text.as_bytes()) ^ number_hash(u64::from(entity.0))
}

#[inline]
fn kind_of(packed: u32) -> AliasKind {
    AliasKind::ALL.get((packed & (ENGLISH - 1)) as usize).copied().unwrap_or(AliasKind::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_and_are_found_by_their_entity() {
        let (mut texts, mut all) = (Texts::default(), Aliases::default());
        let rows =
            [(2, Lang::Ar, AliasKind::Name), (0, Lang::En, AliasKind::Metonym), (2, Lang::En, AliasKind::Former)];
        for (n, (entity, lang, kind)) in (0_u8..).zip(rows) {
            let text = texts.push(&format!("name {n}")).unwrap();
            all.push(Row { text, entity: EntityId(entity), lang, kind, support: Support::of_bits(n) });
        }
        for (n, (entity, lang, kind)) in rows.into_iter().enumerate() {
            let alias = all.at(&texts, n);
            assert_eq!((alias.entity, alias.lang, alias.kind), (EntityId(entity), lang, kind));
            assert_eq!((alias.text, alias.support.bits()), (&*format!("name {n}"), n as u8));
        }
        let by_entity = all.by_entity(3);
        let of = |key| by_entity.of(EntityId(key)).to_vec();
        assert_eq!((of(0), of(1), of(2), of(3), of(4)), (vec![1], vec![], vec![0, 2], vec![], vec![]));
        assert!(AliasKind::ALL.iter().enumerate().all(|(at, &kind)| kind as usize == at));
    }
}
