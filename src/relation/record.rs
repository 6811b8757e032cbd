//! The record of one read document: the contract between the stages and with other programs.
//!
//! [`Record`] is one line of `nisba extract`: what the document is, its mentions and its relations.
//! Offsets in a record count Unicode code points; inside the program spans count bytes.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use crate::document::{DatePrecision, Lang, PartialDate};
use crate::gazetteer::EntityKind;
use crate::lexicon::{Predicate, Status};
use crate::mention::MentionType;
use crate::relation::EventId;
use crate::text::Sketch;

/// A stable identifier: of the gazetteer, or `new:` and a slug.
pub type Id = Arc<str>;

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRow {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The entity.
    #[serde(deserialize_with = "fit")]
    pub id: Id,
    /// How it is named.
    #[serde(rename = "type")]
    pub kind: MentionType,
}

/// A half-open range of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharRange {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// One relation between two entities, with the sentence that proves it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelationRow {
    /// What it is called, for people and other programs; given by [`Record::identify`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<EventId>,
    /// Who did it; a list when read from annotated documents, the first is the best answer.
    #[serde(deserialize_with = "one_or_many")]
    pub subject: Vec<Id>,
    /// The type of relation.
    pub predicate: Predicate,
    /// To whom.
    #[serde(deserialize_with = "one_or_many")]
    pub object: Vec<Id>,
    /// Whether it happened.
    #[serde(default)]
    pub status: Status,
    /// When, cut to what is known.
    #[serde(default)]
    pub date: Option<PartialDate>,
    /// How much of the date is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_precision: Option<DatePrecision>,
    /// Where (an entity).
    #[serde(default, deserialize_with = "optional_first")]
    pub place: Option<Id>,
    /// First code point of the sentence that proves it.
    #[serde(default)]
    pub start: usize,
    /// One past the last code point of that sentence.
    #[serde(default)]
    pub end: usize,
    /// The direction is not told: both are right.
    #[serde(default, skip_serializing_if = "is_false")]
    pub either: bool,
    /// The word that signals the relation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<CharRange>,
    /// The mention that names the subject, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_mention: Option<CharRange>,
    /// The mention that names the object, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object_mention: Option<CharRange>,
    /// Who reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Id>,
    /// How sure the program is, in [0, 1].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// The lexicon row that fired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Id>,
    /// The text of the sentence that proves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

/// An entity that the document introduces and the gazetteer does not list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityRow {
    /// `new:` and a slug.
    #[serde(deserialize_with = "fit")]
    pub id: Id,
    /// What it is.
    pub kind: EntityKind,
    /// The name as printed.
    pub name: String,
    /// The office the text gives, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// The country the text gives, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Id>,
}

/// Everything read from one document: one line of `nisba extract`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The document's identifier.
    pub id: String,
    /// Its language.
    #[serde(default)]
    pub lang: Lang,
    /// Day of publication.
    #[serde(default)]
    pub date: Option<Date>,
    /// Headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Newspaper or agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// By which copies of its text are known; `None` where the text is too short or was not seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sketch: Option<Sketch>,
    /// The text, where kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Mentions, by place in the text.
    #[serde(default)]
    pub mentions: Vec<MentionRow>,
    /// Relations, by place in the text.
    #[serde(default)]
    pub relations: Vec<RelationRow>,
    /// Entities the document introduces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<EntityRow>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}

const UNFIT: &str = "an id that is empty, has a control character or white space at an end, or an empty list of ids";

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(Id),
    Many(Vec<Id>),
}

/// Returns whether every format can hold an id as it is.
///
/// Formats on XML and DOT leave control characters out, and readers of tables white space at the ends: two ids that differ
/// in these alone would become one node.
fn is_fit(id: &Id) -> bool {
    !id.is_empty() && id.trim() == &**id && !id.chars().any(|c| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

fn fit<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
    let id = Id::deserialize(deserializer)?;
    if is_fit(&id) { Ok(id) } else { Err(serde::de::Error::custom(UNFIT)) }
}

fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Id>, D::Error> {
    let ids = match OneOrMany::deserialize(deserializer)? {
        OneOrMany::One(id) => vec![id],
        OneOrMany::Many(ids) => ids,
    };
    if ids.is_empty() || !ids.iter().all(is_fit) {
        return Err(serde::de::Error::custom(UNFIT));
    }
    Ok(ids)
}

fn optional_first<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Id>, D::Error> {
    let id = match Option::<OneOrMany>::deserialize(deserializer)? {
        None => None,
        Some(OneOrMany::One(id)) => Some(id),
        Some(OneOrMany::Many(ids)) => ids.into_iter().next(),
    };
    Ok(id.filter(is_fit))
}

#[cfg(test)]
mod tests {
    use super::Record;

    #[test]
    fn an_id_that_no_graph_can_hold_is_refused() {
        let line = |subject: &str, mention: &str| {
            let relation = format!(
                r#"{{"subject":{subject},"predicate":"met","object":"Q2","status":"happened","start":0,"end":9}}"#
            );
            let mention = format!(r#"{{"start":0,"end":4,"id":{mention},"type":"name"}}"#);
            format!(r#"{{"id":"d","lang":"ar","mentions":[{mention}],"relations":[{relation}]}}"#)
        };
        let read =
            |subject, mention| serde_json::from_str::<Record>(&line(subject, mention)).map_err(|e| e.to_string());
        assert_eq!(read(r#""new:عبد الله""#, r#""a b""#).unwrap().relations[0].subject[0].as_ref(), "new:عبد الله");
        for unfit in
            [r#""""#, r#"" ""#, r#"" x""#, r#""x\u2028""#, r#""x\u0001""#, r#""x\n""#, r#""x\u0085""#, r#""x\uffff""#]
        {
            for error in [read(unfit, r#""Q1""#), read(r#""Q1""#, unfit)] {
                assert!(error.as_ref().is_err_and(|error| error.contains("an id that is empty")), "{unfit}: {error:?}");
            }
        }
    }
}
