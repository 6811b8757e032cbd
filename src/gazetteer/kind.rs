//! The kinds of entity.

use serde::{Deserialize, Serialize};

/// What kind of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A sovereign country or territory with an ISO 3166-1 code.
    Country,
    /// A city or town.
    City,
    /// Another place.
    Region,
    /// A body: ministry, party, company, agency.
    Organisation,
}

impl EntityKind {
    /// Every kind.
    pub const ALL: &'static [EntityKind] =
        &[EntityKind::Person, EntityKind::Country, EntityKind::City, EntityKind::Region, EntityKind::Organisation];

    /// Returns the name used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Country => "country",
            EntityKind::City => "city",
            EntityKind::Region => "region",
            EntityKind::Organisation => "organisation",
        }
    }
}
