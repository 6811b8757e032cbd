//! Relations: mentions in, dated and directed relations with their evidence out.

mod label;
mod predicate;
mod record;

pub use predicate::{Family, NameError, Predicate, Status};
pub use record::{CharRange, EntityRow, Id, MentionRow, MentionType, Record, RelationRow};
