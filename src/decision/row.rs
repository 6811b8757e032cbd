//! One row of a file of decisions: read strictly, typed, written back.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::document::Lang;
use crate::relation::{EventId, Id, Predicate, Status};
use crate::text::normal_form;

/// The columns of a file of decisions, in the order in which the program writes them.
///
/// A file may leave out those that its rows do not need, but not the first two and the last three.
pub const COLUMNS: [&str; 14] = [
    "decision",
    "entity",
    "other",
    "predicate",
    "status",
    "document",
    "spelling",
    "country",
    "event",
    "name_ar",
    "name_en",
    "author",
    "date",
    "reason",
];

/// A row as it stands in the file; what is empty is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// `same`, `not_same`, `rename` or `drop`.
    pub decision: String,
    /// The entity it is about.
    pub entity: String,
    /// The other entity: the one it is, is not or becomes, or the other end of an edge.
    #[serde(default)]
    pub other: String,
    /// Of an edge that is dropped.
    #[serde(default)]
    pub predicate: String,
    /// Of an edge that is dropped; empty for every status.
    #[serde(default)]
    pub status: String,
    /// Only in this document.
    #[serde(default)]
    pub document: String,
    /// Only where the text writes it so, in any spelling.
    #[serde(default)]
    pub spelling: String,
    /// Only where the document says that the entity is of this country.
    #[serde(default)]
    pub country: String,
    /// The relation that is dropped.
    #[serde(default)]
    pub event: String,
    /// The new Arabic name.
    #[serde(default)]
    pub name_ar: String,
    /// The new English name.
    #[serde(default)]
    pub name_en: String,
    /// Who decided.
    pub author: String,
    /// On which day.
    pub date: String,
    /// Why.
    pub reason: String,
}

/// What somebody decided.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The two are one entity.
    Same {
        /// One.
        entity: Id,
        /// The other.
        other: Id,
    },
    /// Who is taken for `entity` in this scope is not: it becomes `other`. Without a scope, it says that
    /// the two are never one.
    NotSame {
        /// For whom it is taken.
        entity: Id,
        /// Who it is.
        other: Id,
        /// Where.
        scope: Scope,
    },
    /// An entity has another name.
    Rename {
        /// Which.
        entity: Id,
        /// Its Arabic name; `None` leaves it.
        name_ar: Option<String>,
        /// Its English name; `None` leaves it.
        name_en: Option<String>,
    },
    /// An entity is left out, with all its relations.
    DropEntity {
        /// Which.
        entity: Id,
        /// Only in this document.
        document: Option<String>,
    },
    /// One relation of one document is left out.
    DropEvent {
        /// Which.
        event: EventId,
    },
    /// What is told between two entities is left out.
    DropEdge {
        /// Its subject; where there is no direction, either end.
        subject: Id,
        /// Its type.
        predicate: Predicate,
        /// Its object.
        object: Id,
        /// Only this status.
        status: Option<Status>,
        /// Only in this document.
        document: Option<String>,
    },
}

/// Where an entity is not who it is taken for; all conditions must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope {
    /// In this document.
    pub document: Option<String>,
    /// Where the text writes it so, in any spelling.
    pub spelling: Option<String>,
    /// Where the document says that it is of this country.
    pub country: Option<Id>,
}

/// A decision: what, by whom, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub verdict: Verdict,
    /// By whom.
    pub author: String,
    /// On which day.
    pub date: Date,
    /// Why.
    pub reason: String,
    /// The file it stands in.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
}

impl Scope {
    /// Returns whether there is no condition.
    #[must_use]
    pub fn is_everywhere(&self) -> bool {
        *self == Scope::default()
    }
}

impl Decision {
    /// Reads a row that stands in a line of a file.
    ///
    /// # Errors
    /// When it is no decision: the column, what is wrong with it, and how to mend it.
    pub fn read(row: &Row, file: &str, line: u64) -> Result<Decision, String> {
        let verdict = match row.decision.as_str() {
            "same" => {
                row.only(&["other"])?;
                Verdict::Same { entity: row.entity()?, other: row.other("the entity that it is")? }
            }
            "not_same" => {
                row.only(&["other", "document", "spelling", "country"])?;
                let other =
                    row.other("the entity that it is not, or becomes where document, spelling or country hold")?;
                Verdict::NotSame { entity: row.entity()?, other, scope: row.scope()? }
            }
            "rename" => {
                row.only(&["name_ar", "name_en"])?;
                if row.name_ar.is_empty() && row.name_en.is_empty() {
                    return Err("give the new name in the column name_ar or name_en, or both".to_owned());
                }
                for (column, name, lang) in [("name_ar", &row.name_ar, Lang::Ar), ("name_en", &row.name_en, Lang::En)] {
                    if normal_form(name).is_empty() != name.is_empty() || !name.is_empty() && Lang::detect(name) != lang
                    {
                        let letters = if lang == Lang::Ar { "Arabic" } else { "Latin" };
                        return Err(format!("column '{column}': '{name}' is no name in {letters} letters"));
                    }
                }
                Verdict::Rename { entity: row.entity()?, name_ar: told(&row.name_ar), name_en: told(&row.name_en) }
            }
            "drop" => row.dropped()?,
            "" => return Err("column 'decision' is empty; write same, not_same, rename or drop".to_owned()),
            other => return Err(format!("column 'decision': '{other}'; write same, not_same, rename or drop")),
        };
        if let Verdict::Same { entity, other } | Verdict::NotSame { entity, other, .. } = &verdict
            && entity == other
        {
            return Err(format!("columns 'entity' and 'other' are both '{entity}'; name two entities"));
        }
        for (column, text, what) in
            [("author", &row.author, "who decided"), ("reason", &row.reason, "why, for those who come after")]
        {
            if text.trim().is_empty() {
                return Err(format!("column '{column}' is empty; say {what}"));
            }
        }
        let date = row
            .date
            .parse()
            .map_err(|_| format!("column 'date': '{}' is not the day of the decision; write YYYY-MM-DD", row.date))?;
        let (author, reason) = (row.author.trim().to_owned(), row.reason.trim().to_owned());
        Ok(Decision { verdict, author, date, reason, file: file.to_owned(), line })
    }

    /// Returns the row of a file that says the same.
    #[must_use]
    pub fn row(&self) -> Row {
        let mut row = Row {
            decision: self.verdict.name().to_owned(),
            author: self.author.clone(),
            date: self.date.to_string(),
            reason: self.reason.clone(),
            ..Row::default()
        };
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        match &self.verdict {
            Verdict::Same { entity, other } => (row.entity, row.other) = (entity.to_string(), other.to_string()),
            Verdict::NotSame { entity, other, scope } => {
                (row.entity, row.other) = (entity.to_string(), other.to_string());
                (row.document, row.spelling) = (or_empty(&scope.document), or_empty(&scope.spelling));
                row.country = scope.country.as_deref().unwrap_or_default().to_owned();
            }
            Verdict::Rename { entity, name_ar, name_en } => {
                row.entity = entity.to_string();
                (row.name_ar, row.name_en) = (or_empty(name_ar), or_empty(name_en));
            }
            Verdict::DropEntity { entity, document } => {
                (row.entity, row.document) = (entity.to_string(), or_empty(document));
            }
            Verdict::DropEvent { event } => row.event = event.to_string(),
            Verdict::DropEdge { subject, predicate, object, status, document } => {
                (row.entity, row.other) = (subject.to_string(), object.to_string());
                row.predicate = predicate.name().to_owned();
                row.status = status.map(|status| status.name().to_owned()).unwrap_or_default();
                row.document = or_empty(document);
            }
        }
        row
    }

    /// Returns where it stands, as `decisions.csv:7`.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

impl Verdict {
    /// Returns the word for it in the column `decision`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Verdict::Same { .. } => "same",
            Verdict::NotSame { .. } => "not_same",
            Verdict::Rename { .. } => "rename",
            Verdict::DropEntity { .. } | Verdict::DropEvent { .. } | Verdict::DropEdge { .. } => "drop",
        }
    }

    /// Returns the entities that it names.
    #[must_use]
    pub fn entities(&self) -> Vec<&Id> {
        match self {
            Verdict::Same { entity, other } | Verdict::NotSame { entity, other, .. } => vec![entity, other],
            Verdict::Rename { entity, .. } | Verdict::DropEntity { entity, .. } => vec![entity],
            Verdict::DropEvent { .. } => Vec::new(),
            Verdict::DropEdge { subject, object, .. } => vec![subject, object],
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = |f: &mut fmt::Formatter<'_>, document: &Option<String>| match document {
            Some(document) => write!(f, " in document {document}"),
            None => Ok(()),
        };
        match self {
            Verdict::Same { entity, other } => write!(f, "same {entity} {other}"),
            Verdict::NotSame { entity, other, scope } => {
                write!(f, "not_same {entity} {other}")?;
                within(f, &scope.document)?;
                if let Some(spelling) = &scope.spelling {
                    write!(f, " spelled '{spelling}'")?;
                }
                scope.country.as_ref().map_or(Ok(()), |country| write!(f, " of country {country}"))
            }
            Verdict::Rename { entity, name_ar, name_en } => {
                write!(f, "rename {entity}")?;
                [name_en, name_ar].into_iter().flatten().try_for_each(|name| write!(f, " '{name}'"))
            }
            Verdict::DropEntity { entity, document } => {
                write!(f, "drop {entity}")?;
                within(f, document)
            }
            Verdict::DropEvent { event } => write!(f, "drop event {event}"),
            Verdict::DropEdge { subject, predicate, object, status, document } => {
                write!(f, "drop {subject} {predicate} {object}")?;
                if let Some(status) = status {
                    write!(f, " {status}")?;
                }
                within(f, document)
            }
        }
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {}: {})", self.verdict, self.author, self.date, self.reason)
    }
}

impl Row {
    /// Returns the cells, in the order of [`COLUMNS`].
    #[must_use]
    pub fn cells(&self) -> [&str; 14] {
        let [other, predicate, status, document, spelling, country, event, name_ar, name_en] =
            self.optional().map(|(_, text)| text);
        let Row { decision, entity, author, date, reason, .. } = self;
        [
            decision, entity, other, predicate, status, document, spelling, country, event, name_ar, name_en, author,
            date, reason,
        ]
    }

    /// Returns what stands in a column that not every decision has.
    fn optional(&self) -> [(&'static str, &str); 9] {
        [
            ("other", &self.other),
            ("predicate", &self.predicate),
            ("status", &self.status),
            ("document", &self.document),
            ("spelling", &self.spelling),
            ("country", &self.country),
            ("event", &self.event),
            ("name_ar", &self.name_ar),
            ("name_en", &self.name_en),
        ]
    }

    fn only(&self, columns: &[&str]) -> Result<(), String> {
        match self.optional().into_iter().find(|(column, text)| !text.is_empty() && !columns.contains(column)) {
            None => Ok(()),
            Some((column, text)) => {
                let decision = &self.decision;
                Err(format!("column '{column}': '{text}' says nothing to '{decision}'; leave it empty"))
            }
        }
    }

    fn entity(&self) -> Result<Id, String> {
        id("entity", &self.entity, "the entity that is meant")
    }

    fn other(&self, what: &str) -> Result<Id, String> {
        id("other", &self.other, what)
    }

    fn scope(&self) -> Result<Scope, String> {
        let country = match told(&self.country) {
            // Who is listed has one country; only slugs are shared by namesakes.
            Some(_) if !self.entity.starts_with("new:") => {
                return Err(format!(
                    "column 'country' tells namesakes apart whom documents introduce (new:…), and '{}' is none; \
                     give a document or a spelling",
                    self.entity
                ));
            }
            Some(country) => Some(id("country", &country, "the id of a country")?),
            None => None,
        };
        let spelling = told(&self.spelling);
        if let Some(spelling) = spelling.as_deref().filter(|spelling| normal_form(spelling).is_empty()) {
            return Err(format!("column 'spelling': '{spelling}' holds no letters; give the name as the text has it"));
        }
        Ok(Scope { document: told(&self.document), spelling, country })
    }

    fn dropped(&self) -> Result<Verdict, String> {
        if !self.event.is_empty() {
            self.only(&["event"])?;
            if !self.entity.is_empty() {
                return Err("give either an event or an entity, and leave the other column empty".to_owned());
            }
            let event = self.event.parse().map_err(|error| format!("column 'event': {error}"))?;
            return Ok(Verdict::DropEvent { event });
        }
        let entity = self.entity()?;
        match (self.predicate.is_empty(), self.other.is_empty()) {
            (true, true) => {
                self.only(&["document"])?;
                Ok(Verdict::DropEntity { entity, document: told(&self.document) })
            }
            (true, false) => Err(format!("which edge to '{}'? give its predicate, such as met", self.other)),
            (false, true) => Err(format!("'{}' with whom? give the other end in the column other", self.predicate)),
            (false, false) => {
                self.only(&["other", "predicate", "status", "document"])?;
                let predicate = self.predicate.parse().map_err(|error| format!("column 'predicate': {error}"))?;
                let status = told(&self.status).map(|status| status.parse()).transpose();
                let status = status.map_err(|error| format!("column 'status': {error}"))?;
                let (object, document) = (self.other("the other end")?, told(&self.document));
                Ok(Verdict::DropEdge { subject: entity, predicate, object, status, document })
            }
        }
    }
}

/// Returns the text, unless it is empty.
fn told(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn id(column: &str, text: &str, what: &str) -> Result<Id, String> {
    if text.is_empty() {
        return Err(format!("column '{column}' is empty; give {what}"));
    }
    if !text.is_ascii() || text.contains(char::is_whitespace) {
        return Err(format!(
            "column '{column}': '{text}' is not an id, such as Q7747, RU or new:ann-lee; \
             find it with: nisba gazetteer lookup '{text}'"
        ));
    }
    if text.parse::<Date>().is_ok() {
        return Err(format!("column '{column}': '{text}' is a date, not an id; are the columns in order?"));
    }
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads columns given as `column=value`.
    fn read(columns: &[(&str, &str)]) -> Result<Decision, String> {
        let mut row = Row { author: "A".into(), date: "2026-01-31".into(), reason: "R".into(), ..Row::default() };
        for &(column, value) in columns {
            let cell = match column {
                "decision" => &mut row.decision,
                "entity" => &mut row.entity,
                "other" => &mut row.other,
                "predicate" => &mut row.predicate,
                "status" => &mut row.status,
                "document" => &mut row.document,
                "spelling" => &mut row.spelling,
                "country" => &mut row.country,
                "event" => &mut row.event,
                "name_ar" => &mut row.name_ar,
                "name_en" => &mut row.name_en,
                "author" => &mut row.author,
                "date" => &mut row.date,
                _ => &mut row.reason,
            };
            value.clone_into(cell);
        }
        let decision = Decision::read(&row, "decisions.csv", 2)?;
        assert_eq!(Decision::read(&decision.row(), "decisions.csv", 2), Ok(decision.clone()));
        Ok(decision)
    }

    #[track_caller]
    fn check(columns: &[(&str, &str)], expected: &str) {
        let shown = match read(columns) {
            Ok(decision) => decision.verdict.to_string(),
            Err(problem) => problem,
        };
        assert!(shown == expected || shown.starts_with(expected) && read(columns).is_err(), "{shown}");
    }

    #[test]
    fn rows_are_decisions() {
        let same = [("decision", "same"), ("entity", "new:ann-lee"), ("other", "Q123")];
        check(&same, "same new:ann-lee Q123");
        let not = [("decision", "not_same"), ("entity", "new:x"), ("other", "new:y")];
        check(&not, "not_same new:x new:y");
        check(&[&not[..], &[("document", "d1")]].concat(), "not_same new:x new:y in document d1");
        let all = [("document", "d1"), ("spelling", "Ann"), ("country", "US")];
        check(&[&not[..], &all].concat(), "not_same new:x new:y in document d1 spelled 'Ann' of country US");
        check(
            &[("decision", "rename"), ("entity", "Q1"), ("name_ar", "فلان"), ("name_en", "So")],
            "rename Q1 'So' 'فلان'",
        );
        check(&[("decision", "drop"), ("entity", "Q1")], "drop Q1");
        check(&[("decision", "drop"), ("entity", "Q1"), ("document", "d")], "drop Q1 in document d");
        check(&[("decision", "drop"), ("event", "9f86d081884c7d65")], "drop event 9f86d081884c7d65");
        let edge = [("decision", "drop"), ("entity", "Q1"), ("predicate", "met"), ("other", "Q2")];
        check(&edge, "drop Q1 met Q2");
        check(&[&edge[..], &[("status", "denied"), ("document", "d")]].concat(), "drop Q1 met Q2 denied in document d");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_column() {
        let same = [("decision", "same"), ("entity", "new:ann-lee"), ("other", "Q123")];
        check(&[], "column 'decision' is empty; write same");
        check(&[("decision", "equal")], "column 'decision': 'equal'; write same");
        check(&same[..2], "column 'other' is empty; give the entity that it is");
        check(&[&same[..], &[("entity", "Q123")]].concat(), "columns 'entity' and 'other' are both 'Q123'");
        check(&[&same[..], &[("entity", "آن لي")]].concat(), "column 'entity': 'آن لي' is not an id");
        check(&[&same[..], &[("entity", "2025-01-01")]].concat(), "column 'entity': '2025-01-01' is a date");
        check(&[&same[..], &[("predicate", "met")]].concat(), "column 'predicate': 'met' says nothing to 'same'");
        check(&[&same[..], &[("author", " ")]].concat(), "column 'author' is empty; say who decided");
        check(&[&same[..], &[("reason", "")]].concat(), "column 'reason' is empty; say why");
        check(&[&same[..], &[("date", "2026-02-30")]].concat(), "column 'date': '2026-02-30' is not the day");
        let not = [("decision", "not_same"), ("entity", "Q1"), ("other", "Q2")];
        check(&[&not[..], &[("country", "US")]].concat(), "column 'country' tells namesakes apart");
        check(&[&not[..], &[("spelling", "?")]].concat(), "column 'spelling': '?' holds no letters");
        check(&[("decision", "rename"), ("entity", "Q1")], "give the new name");
        let rename = [("decision", "rename"), ("entity", "Q1")];
        check(&[&rename[..], &[("name_en", "فلان")]].concat(), "column 'name_en': 'فلان' is no name in Latin letters");
        check(&[&rename[..], &[("name_ar", "?")]].concat(), "column 'name_ar': '?' is no name in Arabic letters");
        check(&[("decision", "drop"), ("entity", "Q1"), ("event", "9f86d081884c7d65")], "give either an event");
        check(&[("decision", "drop"), ("event", "9f86")], "column 'event': '9f86' is not the id of an event");
        check(&[("decision", "drop"), ("entity", "Q1"), ("other", "Q2")], "which edge to 'Q2'?");
        check(&[("decision", "drop"), ("entity", "Q1"), ("predicate", "met")], "'met' with whom?");
        let edge = [("decision", "drop"), ("entity", "Q1"), ("predicate", "spoke"), ("other", "Q2")];
        check(&edge, "column 'predicate': 'spoke' is not a predicate; known: called");
    }
}
