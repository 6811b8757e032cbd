//! Relations: mentions in, dated and directed relations with their evidence out.

mod label;
mod record;

pub use crate::lexicon::{Family, NameError, Predicate, Status};
pub use record::{CharRange, EntityRow, Id, MentionRow, MentionType, Record, RelationRow};
