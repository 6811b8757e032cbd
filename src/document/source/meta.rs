//! What is known of a document before it is read: from a header, a manifest, a JSON object or a row.

use jiff::civil::Date;

use super::Options;
use super::error::{Place, SourceError};
use crate::document::{Document, Lang};

/// A value, and where it was written.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) value: String,
    pub(super) place: Place,
}

/// The metadata of one document, as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Meta {
    pub(super) id: Option<String>,
    pub(super) date: Option<Told>,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) lang: Option<Told>,
}

impl Meta {
    /// Sets the field called `key`; unknown keys and empty values are passed over.
    pub(super) fn set(&mut self, key: &str, value: &str, place: &Place) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let told = || Some(Told { value: value.to_owned(), place: place.clone() });
        match key {
            "id" => self.id = Some(value.to_owned()),
            "date" => self.date = told(),
            "title" => self.title = Some(value.to_owned()),
            "publisher" => self.publisher = Some(value.to_owned()),
            "url" => self.url = Some(value.to_owned()),
            "lang" => self.lang = told(),
            _ => {}
        }
    }

    /// Returns whether [`Meta::set`] knows the key.
    pub(super) fn knows(key: &str) -> bool {
        matches!(key, "id" | "date" | "title" | "publisher" | "url" | "lang")
    }

    /// Returns whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        let Meta { id, date, title, publisher, url, lang } = self;
        date.is_none() && lang.is_none() && [id, title, publisher, url].iter().all(|field| field.is_none())
    }

    /// Fills what is not known here from `other`.
    pub(super) fn fill(&mut self, other: &Meta) {
        let Meta { id, date, title, publisher, url, lang } = other;
        self.id = self.id.take().or_else(|| id.clone());
        self.date = self.date.take().or_else(|| date.clone());
        self.title = self.title.take().or_else(|| title.clone());
        self.publisher = self.publisher.take().or_else(|| publisher.clone());
        self.url = self.url.take().or_else(|| url.clone());
        self.lang = self.lang.take().or_else(|| lang.clone());
    }

    /// Returns the document with `text`; its id is left empty when it is not told.
    ///
    /// The date: as told, else the default of `options`, else from the file's name, else unknown.
    pub(super) fn into_document(self, text: String, place: &Place, options: &Options) -> Result<Document, SourceError> {
        if text.trim().is_empty() {
            return Err(SourceError::EmptyText { place: place.clone() });
        }
        let date = match self.date {
            Some(Told { value, place }) => Some(day(&value).ok_or(SourceError::BadDate { place, value })?),
            None => options.date.or_else(|| date_in_name(&place.file)),
        };
        let lang = match self.lang {
            Some(Told { value, place }) => language(&value).ok_or(SourceError::BadLanguage { place, value })?,
            None => options.lang.unwrap_or_else(|| Lang::detect(&text)),
        };
        let (id, title, publisher, url) = (self.id.unwrap_or_default(), self.title, self.publisher, self.url);
        Ok(Document { id, lang, date, title, publisher, url, text })
    }
}

/// Returns the day in `YYYY-MM-DD`, alone or before a time of day.
fn day(value: &str) -> Option<Date> {
    let (date, rest) = value.split_at_checked(10)?;
    if !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
        return None;
    }
    exact_day(date)
}

fn exact_day(text: &str) -> Option<Date> {
    let date: crate::document::PartialDate = text.parse().ok()?;
    (date.precision() == crate::document::DatePrecision::Day).then(|| date.first_day())
}

/// Returns the language of a tag such as `ar`, `ar-EG`, `eng`.
fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match primary.as_str() {
        "ar" | "ara" | "arb" | "arabic" => Some(Lang::Ar),
        "en" | "eng" | "english" => Some(Lang::En),
        _ => None,
    }
}

/// Returns the date in the last part of a path: `2025-08-17` or `20250817`, with no further digit beside it.
fn date_in_name(path: &str) -> Option<Date> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).as_bytes();
    (0..name.len()).find_map(|at| {
        if at > 0 && name[at - 1].is_ascii_digit() {
            return None;
        }
        let digits = |from: usize, count: usize| -> Option<&str> {
            let part = name.get(from..from + count)?;
            part.iter().all(u8::is_ascii_digit).then(|| std::str::from_utf8(part).ok()).flatten()
        };
        let dash = |from: usize| name.get(from) == Some(&b'-');
        let (year, month, day, end) = if dash(at + 4) && dash(at + 7) {
            (digits(at, 4)?, digits(at + 5, 2)?, digits(at + 8, 2)?, at + 10)
        } else {
            (digits(at, 4)?, digits(at + 4, 2)?, digits(at + 6, 2)?, at + 8)
        };
        if name.get(end).is_some_and(u8::is_ascii_digit) || !matches!(&year[..2], "19" | "20") {
            return None;
        }
        exact_day(&format!("{year}-{month}-{day}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_name(name: &str, expected: Option<&str>) {
        assert_eq!(date_in_name(name).map(|d| d.to_string()).as_deref(), expected, "{name}");
    }

    #[test]
    fn dates_in_file_names() {
        check_name("news/2025-08-17.txt", Some("2025-08-17"));
        check_name("alaska-20250817-ar.txt.gz", Some("2025-08-17"));
        check_name("قمة_2025-08-17.txt", Some("2025-08-17"));
        check_name("2025-08-17/summit.txt", None);
        check_name("120250817.txt", None);
        check_name("202508171.txt", None);
        check_name("20251317.txt", None);
        check_name("10000101.txt", None);
        check_name("2025-8-17.txt", None);
        check_name("1 2024-02-29", Some("2024-02-29"));
        check_name("2023-02-29", None);
    }

    #[test]
    fn days_and_languages_as_metadata_writes_them() {
        assert_eq!(day("2025-08-17T10:00:00Z").unwrap().to_string(), "2025-08-17");
        assert_eq!(day("2025-08-17 10:00").unwrap().to_string(), "2025-08-17");
        for bad in ["2025-08", "17/08/2025", "2025-08-170", "2025-02-30", "أمس", "yesterday and before"] {
            assert!(day(bad).is_none(), "{bad}");
        }
        assert_eq!(language("ar-EG"), Some(Lang::Ar));
        assert_eq!(language("EN"), Some(Lang::En));
        assert_eq!(language("fr"), None);
    }
}
