//! Lines of `nisba extract` in, records out.

use super::Record;
use crate::document::{Document, Extracted, SourceError};

impl Record {
    /// Returns the record that a line holds.
    ///
    /// # Errors
    /// When the line is JSON of another shape: the place and the reason.
    pub fn from_extracted(line: &Extracted) -> Result<Record, SourceError> {
        let mut record: Record = serde_json::from_str(&line.json)
            .map_err(|source| SourceError::Json { place: line.place.clone(), source })?;
        record.identify();
        Ok(record)
    }

    /// Returns the record of a document in which nothing has been found yet.
    #[must_use]
    pub fn of_document(document: &Document) -> Record {
        Record {
            id: document.id.clone(),
            lang: document.lang,
            date: document.date,
            title: document.title.clone(),
            publisher: document.publisher.clone(),
            url: document.url.clone(),
            ..Record::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Place;

    fn read(json: &str) -> Result<Record, SourceError> {
        Record::from_extracted(&Extracted { place: Place::file("docs.jsonl").at(3), json: json.to_owned() })
    }

    #[test]
    fn lines_are_records_or_told() {
        let record =
            read(r#"{"id":"a","date":"2025-08-19","relations":[{"subject":"RU","predicate":"met","object":["US"]}]}"#);
        assert_eq!(record.unwrap().relations[0].subject[0].as_ref(), "RU");
        let error = read(r#"{"id":"a","relations":[{"subject":"RU","predicate":"spoke","object":"US"}]}"#).unwrap_err();
        assert_eq!(error.to_string(), "docs.jsonl:3: broken JSON");
        // A node without an id ends the import of the graph elsewhere.
        for end in [r#""""#, r#"" ""#, r#""\u0001""#, "[]", r#"["US", ""]"#] {
            let line = format!(r#"{{"id":"a","relations":[{{"subject":"RU","predicate":"met","object":{end}}}]}}"#);
            assert!(read(&line).is_err(), "{end}");
        }
    }
}
