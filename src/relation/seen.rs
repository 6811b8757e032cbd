//! Which triggers stand in a text, whether or not they lead to a relation.

use super::unit::Kind;
use super::units::units;
use crate::lexicon::TriggerId;
use crate::mention::{Reader, Scan};
use crate::text::Tokens;

/// Returns the trigger rows whose word stands in the document as a word of its own, once for each such word.
///
/// For people who look after the lexicon. A word that is part of a name, or another part of speech here, is not seen.
pub fn triggers_seen(
    reader: &mut Reader<'_>,
    tokens: &Tokens,
    scan: &Scan,
    ranges: &[(usize, usize)],
) -> Vec<TriggerId> {
    let mut out = Vec::new();
    for (number, (phrases, &range)) in reader.phrases(ranges).into_iter().zip(ranges).enumerate() {
        reader.turn_to(number, range);
        for unit in units(reader.knowledge(), reader.lang, tokens, scan, range, &phrases) {
            if matches!(unit.kind, Kind::Verb | Kind::Noun | Kind::Participle) {
                let mut rows: Vec<TriggerId> = unit.forms.iter().map(|form| form.trigger).collect();
                rows.sort_unstable();
                rows.dedup();
                out.append(&mut rows);
            }
        }
    }
    out
}
