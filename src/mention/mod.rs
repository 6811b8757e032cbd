//! Mentions: who and what a text names, by name, title, demonym or metonym.
//!
//! In: the tokens of a document, the dictionary and the gazetteer. Out: for each sentence its noun phrases, each with
//! what it refers to, and for the document its mentions, offices and newly introduced people.

mod addressed;
mod anaphor;
mod apposition;
mod bare;
mod bearer;
mod before_office;
mod body;
mod body_ar;
mod camp;
mod capital;
mod capital_en;
mod committee;
mod counterpart;
mod counterparts_en;
mod elided;
mod enumerated;
mod eponym;
mod familiar;
mod given;
mod giver;
mod group;
mod heads;
mod holders;
mod institution;
mod introduced;
mod kind;
mod mechanism;
mod ministers;
mod name;
mod name_extent;
mod name_word;
mod opening;
mod people;
mod phrase;
mod portfolio;
mod posted;
mod presided;
mod reader;
mod scan;
mod secretary_en;
mod section;
mod section_en;
mod several;
mod spoken;
mod title;
mod title_alone;
mod title_named;
mod title_parts;
mod titled;
mod trace;
mod unlisted;
mod unmatched;
mod variant;

pub use crate::dictionary::{Dictionary, Kinds, Payload};
pub use kind::MentionType;
pub use mechanism::{Mechanism, Without};
pub use people::{NewEntity, slug};
pub use phrase::{Found, Phrase, PhraseKind, Referent, Referents, Role};
pub use reader::{Knowledge, Reader};
pub use scan::{Hit, Scan};
pub(crate) use trace::reasons;
pub use trace::{Candidate, Fate, Ground, Holding, Loss, NameTrial, Newcomer, TitleTrial, Trace, Vacancy};
pub use unmatched::Unmatched;
