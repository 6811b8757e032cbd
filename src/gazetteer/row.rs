//! The rows of the data files, one struct a file, read strictly.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::kind::EntityKind;
use super::load::Lines;
use super::offices::Holders;
use crate::document::Lang;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntityLine<S = String> {
    pub(super) id: S,
    pub(super) kind: EntityKind,
    pub(super) subkind: S,
    pub(super) name_en: S,
    pub(super) name_ar: S,
    pub(super) country: S,
    pub(super) gender: S,
    pub(super) weight: u64,
    pub(super) wikidata: S,
    pub(super) source: S,
}

/// The rows of entities.csv.
pub(super) struct EntityLines;

impl Lines for EntityLines {
    const COLUMNS: &'static [&'static str] =
        &["id", "kind", "subkind", "name_en", "name_ar", "country", "gender", "weight", "wikidata", "source"];
    type Row<'r> = EntityLine<&'r str>;

    fn row<'r>(field: impl Fn(usize) -> &'r str) -> Option<EntityLine<&'r str>> {
        let kind = EntityKind::ALL.iter().find(|kind| kind.name() == field(1));
        Some(EntityLine {
            id: field(0),
            kind: *kind?,
            subkind: field(2),
            name_en: field(3),
            name_ar: field(4),
            country: field(5),
            gender: field(6),
            weight: field(7).parse().ok()?,
            wikidata: field(8),
            source: field(9),
        })
    }
}

/// The rows of aliases.csv.
pub(super) struct AliasLines;

impl Lines for AliasLines {
    const COLUMNS: &'static [&'static str] = &["entity_id", "lang", "alias", "kind", "support", "source"];
    type Row<'r> = AliasLine<&'r str>;

    fn row<'r>(field: impl Fn(usize) -> &'r str) -> Option<AliasLine<&'r str>> {
        let lang = match field(1) {
            "ar" => Lang::Ar,
            "en" => Lang::En,
            _ => return None,
        };
        let kind = AliasKind::ALL.iter().find(|kind| kind.name() == field(3));
        let (entity_id, alias, support) = (field(0), field(2), field(4));
        Some(AliasLine { entity_id, lang, alias, kind: *kind?, support, source: IgnoredAny })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AliasLine<S = String> {
    pub(super) entity_id: S,
    pub(super) lang: Lang,
    pub(super) alias: S,
    pub(super) kind: AliasKind,
    pub(super) support: S,
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
    #[serde(default)]
    pub(super) courtesy: String,
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

impl AliasKind {
    /// Every kind, in the order of its number.
    pub(super) const ALL: [AliasKind; 10] = [
        AliasKind::Name,
        AliasKind::Short,
        AliasKind::Surname,
        AliasKind::First,
        AliasKind::Regnal,
        AliasKind::Variant,
        AliasKind::Abbrev,
        AliasKind::Official,
        AliasKind::Former,
        AliasKind::Metonym,
    ];

    /// Returns the name used in files.
    fn name(self) -> &'static str {
        match self {
            AliasKind::Name => "name",
            AliasKind::Short => "short",
            AliasKind::Surname => "surname",
            AliasKind::First => "first",
            AliasKind::Regnal => "regnal",
            AliasKind::Variant => "variant",
            AliasKind::Abbrev => "abbrev",
            AliasKind::Official => "official",
            AliasKind::Former => "former",
            AliasKind::Metonym => "metonym",
        }
    }
}
