//! Entities and texts as users see them.

use std::borrow::Cow;

use nisba::gazetteer::{EntityId, Gazetteer};

/// How many entities are listed when a name may mean several.
pub(super) const LISTED: usize = 8;

/// Returns one line an entity: its id, names and country.
pub(super) fn list(keys: &[EntityId], gazetteer: &Gazetteer) -> String {
    keys.iter().map(|&key| format!("  {}", line(key, gazetteer))).collect::<Vec<_>>().join("\n")
}

fn line(key: EntityId, gazetteer: &Gazetteer) -> String {
    let entity = gazetteer.get(key);
    let country = entity.country.filter(|&country| country != key).map(|country| gazetteer.get(country).name_en);
    let country = country.map(|name| format!(", {name}")).unwrap_or_default();
    format!("{}  {} ({}{country})  {}", entity.id, entity.name_en, entity.kind.name(), isolate(entity.name_ar))
}

/// Wraps text so that a terminal lays it out by itself, whatever stands beside it.
///
/// **Source:** Unicode Standard Annex 9, isolates: U+2068 FIRST STRONG ISOLATE, U+2069 POP DIRECTIONAL ISOLATE.
pub(super) fn isolate(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}

/// Returns text with nothing in it that steers a terminal: a control character becomes U+FFFD, and what would turn the
/// direction of all that follows goes. Line ends and tabs stay.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}');
    let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !text.contains(|c| turns(c) || steers(c)) {
        return Cow::Borrowed(text);
    }
    text.chars().filter(|&c| !turns(c)).map(|c| if steers(c) { '\u{FFFD}' } else { c }).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(harmless("بوتين\n\tA"), "بوتين\n\tA");
        assert_eq!(
            harmless("a\u{1B}[31mb\u{7}\r\u{202E}c\u{9B}2J\u{7F}"),
            "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}c\u{FFFD}2J\u{FFFD}"
        );
    }
}
