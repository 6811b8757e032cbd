//! The names of relations: the same for the same relation of the same document, in every run.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use super::record::{Record, RelationRow};

/// What a relation is called: 16 hexadecimal digits, and where a document tells the same in the same sentence again, the
/// number of the repetition (`9f86d081884c7d65-2`).
///
/// It is a digest of the document's id, subject, predicate, object, status and sentence. It outlives other relations
/// that come or go; it changes when one of these changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId {
    digest: u64,
    repetition: u16,
}

impl EventId {
    fn digest(document: &str, row: &RelationRow) -> u64 {
        let mut hasher = Sha256::new();
        let first = |ids: &[super::Id]| ids.first().cloned().unwrap_or_else(|| "".into());
        let (subject, object) = (first(&row.subject), first(&row.object));
        for part in [document, &subject, row.predicate.name(), &object, row.status.name()] {
            hasher.update(part.as_bytes());
            // No id holds it.
            hasher.update([0]);
        }
        hasher.update((row.start as u64).to_le_bytes());
        hasher.update((row.end as u64).to_le_bytes());
        let bytes = hasher.finalize();
        bytes.iter().take(8).fold(0, |sum, &byte| sum << 8 | u64::from(byte))
    }
}

impl Record {
    /// Gives each relation that has no [`EventId`] its own.
    pub fn identify(&mut self) {
        let mut seen: BTreeMap<u64, u16> = BTreeMap::new();
        for row in &mut self.relations {
            if row.event.is_some() {
                continue;
            }
            let digest = EventId::digest(&self.id, row);
            let count = seen.entry(digest).or_default();
            *count = count.saturating_add(1);
            row.event = Some(EventId { digest, repetition: *count });
        }
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.digest)?;
        if self.repetition > 1 { write!(f, "-{}", self.repetition) } else { Ok(()) }
    }
}

/// The text is not the id of an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not the id of an event; it has 16 hexadecimal digits, such as 9f86d081884c7d65")]
pub struct EventIdError(String);

impl FromStr for EventId {
    type Err = EventIdError;

    fn from_str(text: &str) -> Result<Self, EventIdError> {
        let fail = || EventIdError(text.to_owned());
        let (digest, repetition) = match text.split_once('-') {
            Some((digest, number)) => (digest, number.parse().ok().filter(|&number| number > 1).ok_or_else(fail)?),
            None => (text, 1),
        };
        let is_hex = digest.len() == 16 && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let digest = is_hex.then(|| u64::from_str_radix(digest, 16).ok()).flatten().ok_or_else(fail)?;
        Ok(EventId { digest, repetition })
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(document: &str, objects: &[&str]) -> Vec<String> {
        let row = |object: &&str| serde_json::json!({"subject": "A", "predicate": "met", "object": object});
        let rows: Vec<_> = objects.iter().map(row).collect();
        let mut record: Record =
            serde_json::from_value(serde_json::json!({"id": document, "relations": rows})).unwrap();
        record.identify();
        record.relations.iter().map(|row| row.event.unwrap().to_string()).collect()
    }

    #[test]
    fn an_id_outlives_its_neighbours_and_is_another_in_another_document() {
        let all = ids("d1", &["B", "C", "B"]);
        assert_eq!(ids("d1", &["C", "B"]), [all[1].clone(), all[0].clone()]);
        assert_eq!(all[2], format!("{}-2", all[0]));
        assert_ne!(ids("d2", &["B"])[0], all[0]);
    }

    #[test]
    fn ids_are_written_and_read() {
        for text in ["9f86d081884c7d65", "0000000000000001-12"] {
            assert_eq!(text.parse::<EventId>().unwrap().to_string(), text);
        }
        for text in ["", "9f86", "9F86D081884C7D65", "9f86d081884c7d65-1", "9f86d081884c7d65-x", "+f86d081884c7d65"] {
            assert!(text.parse::<EventId>().is_err(), "{text}");
        }
    }
}
