//! How a mention names its entity.

use serde::{Deserialize, Serialize};

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionType {
    /// By a name or alias.
    Name,
    /// By an office alone (الرئيس الروسي, "the Russian president").
    Title,
    /// By a relative adjective or noun of a country (روسي, "Russian").
    Demonym,
    /// By a place or house that stands for its government (الكرملين, "Moscow").
    Metonym,
}

impl MentionType {
    /// Every way to name an entity.
    pub const ALL: &'static [MentionType] =
        &[MentionType::Name, MentionType::Title, MentionType::Demonym, MentionType::Metonym];

    /// Returns the name used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            MentionType::Name => "name",
            MentionType::Title => "title",
            MentionType::Demonym => "demonym",
            MentionType::Metonym => "metonym",
        }
    }
}
