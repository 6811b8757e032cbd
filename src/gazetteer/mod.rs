//! The gazetteer: entities with their names, offices, demonyms and titles, loaded from data files.

mod kind;

pub use kind::EntityKind;
