//! The rows of the data files, one struct a file, read strictly.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::kind::EntityKind;
use super::offices::Holders;
use crate::document::Lang;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntityLine {
    pub(super) id: String,
    pub(super) kind: EntityKind,
    pub(super) subkind: String,
    pub(super) name_en: String,
    pub(super) name_ar: String,
    pub(super) country: String,
    pub(super) gender: String,
    pub(super) weight: u64,
    pub(super) wikidata: String,
    pub(super) source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AliasLine {
    pub(super) entity_id: String,
    pub(super) lang: Lang,
    pub(super) alias: String,
    pub(super) kind: AliasKind,
    pub(super) support: String,
    #[expect(dead_code, reason = "read so that a missing column is told")]
    pub(super) source: IgnoredAny,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DemonymLine {
    pub(super) country: String,
    pub(super) lang: Lang,
    pub(super) form: String,
    pub(super) gender: String,
    pub(super) number: String,
    pub(super) support: String,
    #[expect(dead_code, reason = "read so that a missing column is told")]
    pub(super) source: IgnoredAny,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeLine {
    pub(super) person_id: String,
    pub(super) office: String,
    pub(super) of: String,
    pub(super) start: String,
    pub(super) end: String,
    #[expect(dead_code, reason = "read so that a missing column is told")]
    pub(super) source: IgnoredAny,
    pub(super) note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeKindLine {
    pub(super) office: String,
    pub(super) holders: Holders,
    pub(super) means: String,
    pub(super) heads: Option<u8>,
    pub(super) flags: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleLine {
    pub(super) lang: Lang,
    pub(super) form: String,
    pub(super) office: String,
    pub(super) gender: String,
    pub(super) number: String,
    pub(super) state: String,
    pub(super) rank: String,
}

/// What kind of name an alias is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AliasKind {
    /// The usual name.
    Name,
    /// A shortened name.
    Short,
    /// A family name alone.
    Surname,
    /// A given name alone.
    First,
    /// The given name of a ruler or an heir, as it stands behind the title: سلمان in الملك سلمان, Qaboos in "Sultan Qaboos".
    Regnal,
    /// Another spelling.
    Variant,
    /// An abbreviation.
    Abbrev,
    /// The full official name.
    Official,
    /// A name no longer used.
    Former,
    /// A place or house that stands for the government of the entity.
    Metonym,
}
