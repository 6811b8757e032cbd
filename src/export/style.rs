//! Colours: of entities by kind, of edges by family; and the words of a legend for them.
//!
//! **Source:** Okabe and Ito, "Color Universal Design" (2008): told apart by colour-blind readers;
//! the fills of entities are their tints, so that black letters are readable on them.

use crate::document::Lang;
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
        Family::CoOccurrence => Colour(0x99, 0x99, 0x99),
    }
}

/// Returns the width of the line of an edge, in points.
pub(super) fn width(weight: f64) -> f64 {
    (1.0 + weight.ln() * 0.6).min(5.0)
}

/// Returns the words for a kind of entity in a legend.
pub(super) fn kind_words(kind: Option<EntityKind>, lang: Lang) -> &'static str {
    let (arabic, english) = match kind {
        Some(EntityKind::Person) => ("شخص", "person"),
        Some(EntityKind::Country) => ("دولة", "country"),
        Some(EntityKind::City) => ("مدينة", "city"),
        Some(EntityKind::Region) => ("منطقة", "region"),
        Some(EntityKind::Organisation) => ("هيئة", "organisation"),
        None => ("غير معروف", "unknown"),
    };
    in_lang(lang, arabic, english)
}

/// Returns the words for a family of predicates in a legend.
pub(super) fn family_words(family: Family, lang: Lang) -> &'static str {
    let (arabic, english) = match family {
        Family::Contact => ("تواصل", "contact"),
        Family::Cooperation => ("تعاون", "cooperation"),
        Family::Conflict => ("خلاف", "conflict"),
        Family::Role => ("منصب", "office"),
        Family::CoOccurrence => ("ورود معا", "named together"),
    };
    in_lang(lang, arabic, english)
}

/// Returns the words for the style of line of what did not happen, or not yet.
pub(super) fn line_words(lang: Lang) -> &'static str {
    in_lang(lang, "متقطع: مقرر أو محتمل، منقط: منفي", "dashed: planned or possible, dotted: denied")
}

fn in_lang(lang: Lang, arabic: &'static str, english: &'static str) -> &'static str {
    match lang {
        Lang::Ar => arabic,
        Lang::En => english,
    }
}
