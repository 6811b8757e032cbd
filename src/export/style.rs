//! Colours: of entities by kind, of edges by family.
//!
//! **Source:** Okabe and Ito, "Color Universal Design" (2008): told apart by colour-blind readers;
//! the fills of entities are their tints, so that black letters are readable on them.

use crate::gazetteer::EntityKind;
use crate::relation::Family;

/// Red, green and blue, each in 0..=255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

impl Colour {
    /// Returns `#rrggbb`.
    pub(super) fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// Returns the fill of an entity.
pub(super) fn of_kind(kind: Option<EntityKind>) -> Colour {
    match kind {
        Some(EntityKind::Person) => Colour(0xfd, 0xe7, 0xb5),
        Some(EntityKind::Country) => Colour(0xc6, 0xe2, 0xf5),
        Some(EntityKind::City) => Colour(0xc4, 0xea, 0xdc),
        Some(EntityKind::Region) => Colour(0xe3, 0xf1, 0xc9),
        Some(EntityKind::Organisation) => Colour(0xee, 0xd3, 0xe4),
        None => Colour(0xee, 0xee, 0xee),
    }
}

/// Returns the line of an edge.
pub(super) fn of_family(family: Family) -> Colour {
    match family {
        Family::Contact => Colour(0x00, 0x72, 0xb2),
        Family::Cooperation => Colour(0x00, 0x8a, 0x66),
        Family::Conflict => Colour(0xd5, 0x5e, 0x00),
        Family::Role => Colour(0x77, 0x77, 0x77),
        Family::CoOccurrence => Colour(0xbb, 0xbb, 0xbb),
    }
}
