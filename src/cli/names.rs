//! Entities and texts as users see them.

use nisba::gazetteer::{EntityId, Gazetteer};

/// How many entities are listed when a name may mean several.
pub(super) const LISTED: usize = 8;

/// Returns one line an entity: its id, names and country.
pub(super) fn list(keys: &[EntityId], gazetteer: &Gazetteer) -> String {
    keys.iter().map(|&key| format!("  {}", line(key, gazetteer))).collect::<Vec<_>>().join("\n")
}

fn line(key: EntityId, gazetteer: &Gazetteer) -> String {
    let entity = gazetteer.get(key);
    let country = entity.country.filter(|&country| country != key).map(|country| &gazetteer.get(country).name_en);
    let country = country.map(|name| format!(", {name}")).unwrap_or_default();
    format!("{}  {} ({}{country})  {}", entity.id, entity.name_en, entity.kind.name(), isolate(&entity.name_ar))
}

/// Wraps text so that a terminal lays it out by itself, whatever stands beside it.
///
/// **Source:** Unicode Standard Annex 9, isolates: U+2068 FIRST STRONG ISOLATE, U+2069 POP DIRECTIONAL ISOLATE.
pub(super) fn isolate(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}
