//! What a document was when it was read.

use sha2::{Digest as _, Sha256};

use crate::document::Document;

/// SHA-256 of everything that is known of a document: another digest, another document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(pub(super) [u8; 32]);

impl Digest {
    /// Returns the digest of a document that is still to be read.
    #[must_use]
    pub fn of_document(document: &Document) -> Digest {
        let date = document.date.map(|date| date.to_string());
        let parts = [
            Some("text"),
            Some(document.lang.code()),
            date.as_deref(),
            document.title.as_deref(),
            document.publisher.as_deref(),
            document.url.as_deref(),
            Some(document.text.as_str()),
        ];
        Digest::of_parts(&parts)
    }

    /// Returns the digest of a line of JSON that says what was read before.
    #[must_use]
    pub fn of_extracted(json: &str) -> Digest {
        Digest::of_parts(&[Some("extracted"), Some(json.trim())])
    }

    fn of_parts(parts: &[Option<&str>]) -> Digest {
        let mut hasher = Sha256::new();
        for part in parts {
            // The length before each part, so that no two lists of parts run together alike.
            let length = part.map_or(u64::MAX, |part| part.len() as u64);
            hasher.update(length.to_le_bytes());
            hasher.update(part.unwrap_or_default().as_bytes());
        }
        Digest(hasher.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_counts_where_it_stands() {
        let title = Document { title: Some("a".into()), text: "b".into(), ..Document::default() };
        let publisher = Document { publisher: Some("a".into()), text: "b".into(), ..Document::default() };
        let empty = Document { title: Some(String::new()), text: "b".into(), ..Document::default() };
        let none = Document { text: "b".into(), ..Document::default() };
        let digests = [&title, &publisher, &empty, &none].map(Digest::of_document);
        for (at, digest) in digests.iter().enumerate() {
            assert!(digests[..at].iter().all(|other| other != digest), "{at}");
        }
        assert_eq!(Digest::of_document(&none), Digest::of_document(&none.clone()));
    }
}
