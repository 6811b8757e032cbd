//! The rows: what every format says of an entity and of an edge, in one place.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::document::{Lang, PartialDate};
use crate::graph::{EdgeRef, Evidence, KnowledgeGraph, Node, Office};
use crate::relation::{Coding, Id, Predicate, Status};

/// A value of a row. `None` is "not known", and is not written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'r> {
    /// Words, names, ids, dates.
    Text(Option<Cow<'r, str>>),
    /// A whole number.
    Integer(Option<i64>),
    /// A number.
    Real(Option<f64>),
    /// Yes or no.
    Flag(bool),
}

impl<'r> Value<'r> {
    fn text(text: &'r str) -> Self {
        Value::Text((!text.is_empty()).then_some(Cow::Borrowed(text)))
    }

    fn known(text: &'r Option<String>) -> Self {
        Value::text(text.as_deref().unwrap_or_default())
    }

    /// Several texts as one: no reader of GraphML has lists, and each of the others its own.
    fn list(texts: &[String]) -> Self {
        Value::Text((!texts.is_empty()).then(|| texts.join("; ").into()))
    }

    fn count(count: usize) -> Self {
        Value::Integer(i64::try_from(count).ok())
    }

    /// Returns the value as text: numbers with a point where they are not whole by nature (`1.0`).
    #[must_use]
    pub fn to_text(&self) -> Option<Cow<'_, str>> {
        match self {
            Value::Text(text) => text.as_deref().map(Cow::Borrowed),
            Value::Integer(number) => number.map(|number| number.to_string().into()),
            // `{:?}` and not `{}`: Gephi takes a column for whole numbers when its first rows say `1`.
            Value::Real(number) => number.map(|number| format!("{number:?}").into()),
            Value::Flag(flag) => Some(if *flag { "true" } else { "false" }.into()),
        }
    }

    /// Returns the name of the type in GraphML and GEXF alike.
    pub(super) fn type_name(&self) -> &'static str {
        match self {
            Value::Text(_) => "string",
            Value::Integer(_) => "long",
            Value::Real(_) => "double",
            Value::Flag(_) => "boolean",
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => text.serialize(serializer),
            Value::Integer(number) => number.serialize(serializer),
            Value::Real(number) => number.serialize(serializer),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

/// A named value.
pub(super) type Field<'r> = (&'static str, Value<'r>);

/// An entity, as exported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeRow {
    /// Stable identifier.
    pub id: String,
    /// The name in the language asked for, else in the other.
    pub label: String,
    /// The kind; `unknown` where nobody told.
    pub kind: String,
    /// The Arabic name.
    pub name_ar: String,
    /// The English name.
    pub name_en: String,
    /// The id of the country it belongs to.
    pub country: String,
    /// Number of mentions.
    pub mentions: u64,
    /// Number of documents.
    pub documents: u64,
    /// Introduced by a document, not listed in the gazetteer.
    pub is_new: bool,
    /// The Wikidata identifier.
    pub wikidata: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its offices with their terms, in the order in which they began: `President, Russia (2012–)`.
    pub offices: Vec<String>,
}

impl NodeRow {
    /// Returns the row of an entity, labelled in `lang`.
    #[must_use]
    pub fn new(node: &Node, lang: Lang) -> Self {
        NodeRow {
            id: node.id.to_string(),
            label: node.label(lang),
            kind: node.kind.map_or("unknown", |kind| kind.name()).to_owned(),
            name_ar: node.name_ar.clone(),
            name_en: node.name_en.clone(),
            country: node.country.as_deref().unwrap_or_default().to_owned(),
            mentions: node.mentions,
            documents: node.documents,
            is_new: node.is_new,
            wikidata: node.wikidata.clone(),
            aliases: node.aliases.iter().map(|name| name.text.clone()).collect(),
            offices: node.offices.iter().map(|office| office_words(office, lang)).collect(),
        }
    }

    /// Returns every value but the id and the label, which each format has a place for.
    pub(super) fn fields(&self) -> Vec<Field<'_>> {
        vec![
            ("kind", Value::text(&self.kind)),
            ("name_ar", Value::text(&self.name_ar)),
            ("name_en", Value::text(&self.name_en)),
            ("country", Value::text(&self.country)),
            ("mentions", Value::Integer(i64::try_from(self.mentions).ok())),
            ("documents", Value::Integer(i64::try_from(self.documents).ok())),
            ("is_new", Value::Flag(self.is_new)),
            ("wikidata", Value::text(&self.wikidata)),
            ("aliases", Value::list(&self.aliases)),
            ("offices", Value::list(&self.offices)),
        ]
    }
}

/// Returns the office for a reader, in `lang` where it has words in it, with what is known of its term.
fn office_words(office: &Office, lang: Lang) -> String {
    let pick = |arabic: &str, english: &str| {
        let (first, second) = if lang == Lang::Ar { (arabic, english) } else { (english, arabic) };
        if first.is_empty() { second.to_owned() } else { first.to_owned() }
    };
    let (title, of) = (pick(&office.title_ar, &office.title_en), pick(&office.of_ar, &office.of_en));
    let title = if title.is_empty() { office.key.replace('_', " ") } else { title };
    // A comma, and no "of": the Arabic title would have to lose its article.
    let comma = if lang == Lang::Ar { "، " } else { ", " };
    let words = if of.is_empty() { title } else { format!("{title}{comma}{of}") };
    let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    match (office.start, office.end) {
        (None, None) => words,
        (start, end) => format!("{words} ({}–{})", day(start), day(end)),
    }
}

/// An edge, as exported.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeRow<'g> {
    /// `e1`, `e2` and so on, in the order of the graph.
    pub id: String,
    /// The id of the subject.
    pub source: String,
    /// The id of the object.
    pub target: String,
    /// The name of the subject.
    pub source_label: String,
    /// The name of the object.
    pub target_label: String,
    /// What keeps parallel edges apart in Gephi: the predicate, with `-either` where the direction
    /// is not told and the status where it is not `happened` (`called-either-planned`).
    pub kind: String,
    /// The words for a reader, with the status where it is not `happened`.
    pub label: String,
    /// Number of relations.
    pub weight: f64,
    /// Days since the first and the last event, and all dates.
    pub dates: Dates,
    edge: EdgeRef<'g>,
}

/// The dates of an edge, as exported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    /// First day of the earliest date.
    pub first: Option<Date>,
    /// Last day of the latest date.
    pub last: Option<Date>,
    /// How much of the least exact date is known: `day`, `month` or `year`.
    pub precision: Option<&'static str>,
    /// Every date with its precision: `2025-08-15 (day); 2025-09 (month)`. Never a bare date, which
    /// Gephi would take for a time column.
    pub all: String,
    /// The first and the last day on which a document told it: `2025-08-16 to 2025-08-18`.
    pub reported: String,
}

impl<'g> EdgeRow<'g> {
    /// Returns the row of an edge, labelled in `lang`; `number` counts from 1 in the order of the graph.
    #[must_use]
    pub fn new(number: usize, edge: EdgeRef<'g>, lang: Lang) -> Self {
        let EdgeRef { subject, object, edge: data } = edge;
        EdgeRow {
            id: format!("e{number}"),
            source: subject.id.to_string(),
            target: object.id.to_string(),
            source_label: subject.label(lang),
            target_label: object.label(lang),
            kind: kind(data.predicate, data.status, data.direction_known),
            label: label(data.predicate, data.status, lang),
            #[expect(clippy::cast_precision_loss, reason = "no graph has 2^53 relations on an edge")]
            weight: data.weight as f64,
            dates: Dates::new(edge),
            edge,
        }
    }

    /// Returns the edge itself.
    #[must_use]
    pub fn edge(&self) -> EdgeRef<'g> {
        self.edge
    }

    /// Returns every value but those each format has a place for: id, source, target, their labels,
    /// kind, label and weight.
    pub(super) fn fields(&self) -> Vec<Field<'_>> {
        let data = self.edge.edge;
        let evidence = &data.evidence;
        let coding = Coding::of(data.predicate, data.status);
        let mut fields = vec![
            ("predicate", Value::text(data.predicate.name())),
            ("family", Value::text(data.predicate.family().name())),
            ("cameo_root", Value::text(coding.cameo_root.unwrap_or_default())),
            ("cameo_code", Value::text(coding.cameo_code.unwrap_or_default())),
            ("quad_class", Value::Integer(coding.quad_class().map(i64::from))),
            ("plover_type", Value::text(coding.plover_type.unwrap_or_default())),
            ("plover_mode", Value::text(coding.plover_mode.unwrap_or_default())),
            ("status", Value::text(data.status.name())),
            ("symmetric", Value::Flag(data.predicate.is_symmetric())),
            ("direction_known", Value::Flag(data.direction_known)),
            ("first_date", Value::Text(self.dates.first.map(|date| date.to_string().into()))),
            ("last_date", Value::Text(self.dates.last.map(|date| date.to_string().into()))),
            ("date_precision", Value::text(self.dates.precision.unwrap_or_default())),
            ("dates", Value::text(&self.dates.all)),
            ("ts_ms", Value::Integer(self.dates.first.map(milliseconds))),
            ("reported", Value::text(&self.dates.reported)),
            ("documents", Value::count(data.documents.len())),
            ("texts", Value::count(data.texts)),
            ("publishers", Value::Text((!data.publishers.is_empty()).then(|| joined(data.publishers.iter()).into()))),
            ("document_ids", Value::Text(Some(joined(data.documents.keys()).into()))),
        ];
        fields.extend(evidence_fields(evidence));
        fields
    }
}

fn evidence_fields(evidence: &Evidence) -> [Field<'_>; 14] {
    let id = |id: &Option<Id>| Value::Text(id.as_ref().map(|id| id.to_string().into()));
    [
        ("evidence", Value::known(&evidence.sentence)),
        ("evidence_document", Value::text(&evidence.document)),
        ("evidence_start", Value::count(evidence.span.start)),
        ("evidence_end", Value::count(evidence.span.end)),
        ("trigger", Value::Text(evidence.trigger_text().map(Into::into))),
        ("trigger_start", Value::Integer(evidence.trigger.and_then(|range| i64::try_from(range.start).ok()))),
        ("trigger_end", Value::Integer(evidence.trigger.and_then(|range| i64::try_from(range.end).ok()))),
        ("rule", id(&evidence.rule)),
        ("confidence", Value::Real(evidence.confidence)),
        ("place", id(&evidence.place)),
        ("attribution", id(&evidence.attribution)),
        ("publisher", Value::known(&evidence.publisher)),
        ("title", Value::known(&evidence.title)),
        ("url", Value::known(&evidence.url)),
    ]
}

impl Dates {
    fn new(edge: EdgeRef<'_>) -> Self {
        let data = edge.edge;
        let show = |date: &PartialDate| format!("{date} ({})", date.precision().name());
        Dates {
            first: data.first_date().map(PartialDate::first_day),
            last: data.last_date().map(PartialDate::last_day),
            precision: data.dates.iter().map(|date| date.precision()).min().map(|precision| precision.name()),
            all: data.dates.iter().map(show).collect::<Vec<_>>().join("; "),
            reported: data.reported().map(|(first, last)| format!("{first} to {last}")).unwrap_or_default(),
        }
    }
}

/// Returns the rows of all entities.
pub(super) fn nodes(graph: &KnowledgeGraph, lang: Lang) -> impl Iterator<Item = NodeRow> {
    graph.nodes().map(move |node| NodeRow::new(node, lang))
}

/// Returns the rows of all edges.
pub(super) fn edges(graph: &KnowledgeGraph, lang: Lang) -> impl Iterator<Item = EdgeRow<'_>> {
    graph.edges().enumerate().map(move |(index, edge)| EdgeRow::new(index + 1, edge, lang))
}

/// Returns what the graph is, in a sentence for a reader.
pub(super) fn description(graph: &KnowledgeGraph) -> String {
    format!(
        "{} entities, {} edges, grain {}, from {} documents",
        graph.node_count(),
        graph.edge_count(),
        graph.grain(),
        graph.counts().documents
    )
}

fn kind(predicate: Predicate, status: Status, direction_known: bool) -> String {
    let mut kind = predicate.name().to_owned();
    if !direction_known {
        kind.push_str("-either");
    }
    if status != Status::Happened {
        kind.push('-');
        kind.push_str(status.name());
    }
    kind
}

fn label(predicate: Predicate, status: Status, lang: Lang) -> String {
    match status {
        Status::Happened => predicate.label(lang).to_owned(),
        _ => format!("{} ({})", predicate.label(lang), status.label(lang)),
    }
}

fn joined<'a>(ids: impl Iterator<Item = &'a Id>) -> String {
    ids.map(|id| &**id).collect::<Vec<_>>().join("; ")
}

/// Returns the milliseconds from 1970 to the beginning of the day in UTC.
fn milliseconds(date: Date) -> i64 {
    const DAY: i64 = 86_400_000;
    let since = jiff::civil::date(1970, 1, 1).until(date).expect("days between two dates are always known");
    i64::from(since.get_days()) * DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_tell_parallel_edges_apart() {
        assert_eq!(kind(Predicate::Met, Status::Happened, true), "met");
        assert_eq!(kind(Predicate::Called, Status::Planned, false), "called-either-planned");
        assert_eq!(label(Predicate::Met, Status::Denied, Lang::En), "met (denied)");
    }

    #[test]
    fn offices_are_told_in_the_language_asked_for() {
        let office = Office {
            key: "foreign_minister".to_owned(),
            title_ar: "وزير الخارجية".to_owned(),
            title_en: "Foreign Minister".to_owned(),
            of: Some("EG".into()),
            of_ar: "مصر".to_owned(),
            of_en: "Egypt".to_owned(),
            start: "2024-07-03".parse().ok(),
            end: None,
        };
        assert_eq!(office_words(&office, Lang::En), "Foreign Minister, Egypt (2024-07-03–)");
        assert_eq!(office_words(&office, Lang::Ar), "وزير الخارجية، مصر (2024-07-03–)");
        let bare =
            Office { title_ar: String::new(), title_en: String::new(), of_ar: String::new(), start: None, ..office };
        assert_eq!(office_words(&bare, Lang::Ar), "foreign minister، Egypt");
    }

    #[test]
    fn numbers_show_that_they_are_not_whole() {
        assert_eq!(Value::Real(Some(1.0)).to_text().unwrap(), "1.0");
        assert_eq!(Value::Integer(Some(1)).to_text().unwrap(), "1");
        assert_eq!(Value::Text(None).to_text(), None);
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(milliseconds(jiff::civil::date(1970, 1, 2)), 86_400_000);
        assert_eq!(milliseconds(jiff::civil::date(1969, 12, 31)), -86_400_000);
        assert_eq!(milliseconds(jiff::civil::date(2024, 5, 1)), 1_714_521_600_000);
    }
}
