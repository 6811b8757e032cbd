//! Relations: mentions in, dated and directed relations with their evidence out.

mod argument;
mod both;
mod build;
mod carry;
mod clause;
mod confidence;
mod dating;
mod extracted;
mod frame_en;
mod journey;
mod label;
mod light;
mod members;
mod moment;
mod pronoun;
mod read;
mod recipient;
mod record;
mod seen;
mod setting;
mod status;
mod subject;
mod subject_en;
mod together;
mod unit;
mod when;

pub use crate::lexicon::{Family, NameError, Predicate, Status};
pub use crate::mention::{Mechanism, MentionType, Without};
pub use build::{RecordBuilder, Relation};
pub use moment::Moment;
pub use read::{Options, outline, read_relations};
pub use record::{CharRange, EntityRow, Id, MentionRow, Record, RelationRow};
pub use seen::triggers_seen;
pub use together::Floor;
