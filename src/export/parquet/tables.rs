//! The four tables: their rows, and for each column what it holds and where its value is from.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::row::{self, EdgeRow, NodeRow};
use super::column::{Column, Take};
use crate::document::{Lang, PartialDate};
use crate::graph::{Edge, Evidence, KnowledgeGraph, Node};
use crate::relation::{CharRange, Coding};

pub(super) struct EntityRow<'g> {
    node: &'g Node,
    row: NodeRow,
}

pub(super) fn entity_rows(graph: &KnowledgeGraph, lang: Lang) -> impl Iterator<Item = EntityRow<'_>> {
    graph.nodes().zip(row::nodes(graph, lang)).map(|(node, row)| EntityRow { node, row })
}

pub(super) fn entities<'g>() -> Vec<Column<EntityRow<'g>>> {
    fn names<'a>(row: &'a EntityRow<'_>, lang: Lang) -> Vec<Cow<'a, str>> {
        let of_lang = row.node.aliases.iter().filter(|name| name.lang == lang);
        of_lang.map(|name| Cow::Borrowed(&*name.text)).collect()
    }
    vec![
        Column::new("id", Take::Key(|r| (&*r.row.id).into()), "stable identifier: a Wikidata QID or a slug"),
        Column::new(
            "label",
            Take::Key(|r| (&*r.row.label).into()),
            "name in the language of labels, else in the other",
        ),
        Column::new(
            "kind",
            Take::Text(|r| r.node.kind.map(|kind| kind.name().into())),
            "person, country, city, region, organisation; null where nobody told",
        ),
        Column::new("name_ar", Take::Text(|r| text(&r.node.name_ar)), "Arabic name"),
        Column::new("name_en", Take::Text(|r| text(&r.node.name_en)), "English name"),
        Column::new("aliases_ar", Take::Texts(|r| names(r, Lang::Ar)), "other Arabic names"),
        Column::new("aliases_en", Take::Texts(|r| names(r, Lang::En)), "other English names"),
        Column::new("wikidata", Take::Text(|r| text(&r.node.wikidata)), "Wikidata identifier"),
        Column::new("country", Take::Text(|r| id(r.node.country.as_deref())), "id of the country it belongs to"),
        Column::new("mentions", Take::Count(|r| count(r.node.mentions)), "mentions in all documents"),
        Column::new("documents", Take::Count(|r| count(r.node.documents)), "documents that name it"),
        Column::new("is_new", Take::Flag(|r| r.node.is_new), "introduced by a document, not listed in the gazetteer"),
        Column::new(
            "offices",
            Take::Offices(|r| &r.node.offices),
            "offices held: office, titles, of which country or body, first and last day with their precision",
        ),
    ]
}

pub(super) fn relations<'g>() -> Vec<Column<EdgeRow<'g>>> {
    vec![
        Column::new("id", Take::Key(|r| (&*r.id).into()), "identifier within this export"),
        Column::new("subject", Take::Key(|r| (&*r.source).into()), "who did it: entities.id"),
        Column::new("predicate", Take::Key(|r| edge(r).predicate.name().into()), "type of relation"),
        Column::new("object", Take::Key(|r| (&*r.target).into()), "to whom: entities.id"),
        Column::new("subject_label", Take::Key(|r| (&*r.source_label).into()), "name of the subject"),
        Column::new("object_label", Take::Key(|r| (&*r.target_label).into()), "name of the object"),
        Column::new("label", Take::Key(|r| (&*r.label).into()), "predicate and status in words"),
        Column::new(
            "kind",
            Take::Key(|r| (&*r.kind).into()),
            "predicate, -either where the direction is not told, status",
        ),
        Column::new("status", Take::Key(|r| edge(r).status.name().into()), "happened, planned, possible, denied"),
        Column::new("family", Take::Key(|r| edge(r).predicate.family().name().into()), "group of predicates"),
        Column::new(
            "cameo_root",
            Take::Text(|r| code(coding(r).cameo_root)),
            "CAMEO category, as in Phoenix and GDELT",
        ),
        Column::new("cameo_code", Take::Text(|r| code(coding(r).cameo_code)), "CAMEO code where one fits exactly"),
        Column::new(
            "quad_class",
            Take::Integer(|r| coding(r).quad_class().map(i64::from)),
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
        ),
        Column::new("plover_type", Take::Text(|r| code(coding(r).plover_type)), "PLOVER type of event, as in POLECAT"),
        Column::new("plover_mode", Take::Text(|r| code(coding(r).plover_mode)), "PLOVER mode of event"),
        Column::new(
            "symmetric",
            Take::Flag(|r| edge(r).predicate.is_symmetric()),
            "subject and object may be exchanged",
        ),
        Column::new("direction_known", Take::Flag(|r| edge(r).direction_known), "the text tells who acted"),
        Column::new("weight", Take::Count(|r| count(edge(r).weight)), "relations that this row stands for"),
        Column::new("date", Take::Day(|r| r.dates.first), "first day of the earliest date of the event"),
        Column::new("last_date", Take::Day(|r| r.dates.last), "last day of the latest date"),
        Column::new(
            "date_precision",
            Take::Text(|r| code(r.dates.precision)),
            "how much of the least exact date is known: day, month, year",
        ),
        Column::new(
            "dates",
            Take::Texts(|r| edge(r).dates.iter().map(|date| date.to_string().into()).collect()),
            "every date as far as it is known: 2025-08-15, 2025-09, 2014",
        ),
        Column::new(
            "first_reported",
            Take::Day(|r| edge(r).reported().map(|days| days.0)),
            "day of the first document",
        ),
        Column::new("last_reported", Take::Day(|r| edge(r).reported().map(|days| days.1)), "day of the last document"),
        Column::new(
            "documents",
            Take::Texts(|r| edge(r).documents.keys().map(|id| Cow::Borrowed(&**id)).collect()),
            "the documents that tell it: documents.id",
        ),
        Column::new(
            "texts",
            Take::Count(|r| count(edge(r).texts as u64)),
            "distinct texts among them: copies of one agency text are one",
        ),
        Column::new(
            "publishers",
            Take::Texts(|r| edge(r).publishers.iter().map(|name| Cow::Borrowed(&**name)).collect()),
            "the newspapers and agencies that tell it",
        ),
        Column::new("confidence", Take::Real(|r| evidence_of(r).confidence), "how sure the program is, 0 to 1"),
        Column::new("place", Take::Text(|r| id(evidence_of(r).place.as_deref())), "where it happened: id of an entity"),
        Column::new(
            "attribution",
            Take::Text(|r| id(evidence_of(r).attribution.as_deref())),
            "who reported it: id of an entity",
        ),
    ]
}

pub(super) fn evidence<'g>() -> Vec<Column<EdgeRow<'g>>> {
    vec![
        Column::new("relation", Take::Key(|r| (&*r.id).into()), "relations.id"),
        Column::new("document", Take::Key(|r| Cow::Borrowed(&*evidence_of(r).document)), "documents.id"),
        Column::new("sentence", Take::Text(|r| evidence_of(r).sentence.as_deref().map(Cow::Borrowed)), "the sentence"),
        Column::new("char_start", Take::Integer(|r| offset(evidence_of(r).span.start)), "where the sentence begins"),
        Column::new("char_end", Take::Integer(|r| offset(evidence_of(r).span.end)), "where it ends"),
        Column::new(
            "trigger",
            Take::Text(|r| evidence_of(r).trigger_text().map(Cow::Owned)),
            "the words that signal the relation",
        ),
        Column::new("trigger_start", Take::Integer(|r| start(evidence_of(r).trigger)), "where they begin"),
        Column::new("trigger_end", Take::Integer(|r| end(evidence_of(r).trigger)), "where they end"),
        Column::new(
            "subject_start",
            Take::Integer(|r| start(evidence_of(r).subject_mention)),
            "where the subject is named",
        ),
        Column::new("subject_end", Take::Integer(|r| end(evidence_of(r).subject_mention)), "where that name ends"),
        Column::new(
            "object_start",
            Take::Integer(|r| start(evidence_of(r).object_mention)),
            "where the object is named",
        ),
        Column::new("object_end", Take::Integer(|r| end(evidence_of(r).object_mention)), "where that name ends"),
        Column::new(
            "date",
            Take::Day(|r| evidence_of(r).date.map(PartialDate::first_day)),
            "when it happened, by this sentence: its first day",
        ),
        Column::new(
            "date_precision",
            Take::Text(|r| evidence_of(r).date.map(|date| date.precision().name().into())),
            "day, month or year",
        ),
        Column::new("place", Take::Text(|r| id(evidence_of(r).place.as_deref())), "where: id of an entity"),
        Column::new("attribution", Take::Text(|r| id(evidence_of(r).attribution.as_deref())), "who reported it"),
        Column::new("confidence", Take::Real(|r| evidence_of(r).confidence), "how sure the program is, 0 to 1"),
        Column::new("rule", Take::Text(|r| id(evidence_of(r).rule.as_deref())), "the row of the lexicon that fired"),
    ]
}

/// What is known of a document: its id and day from any edge, the rest from evidence in it.
pub(super) struct DocumentRow<'g> {
    id: &'g str,
    date: Option<Date>,
    evidence: Option<&'g Evidence>,
}

pub(super) fn document_rows(graph: &KnowledgeGraph) -> impl Iterator<Item = DocumentRow<'_>> {
    let mut rows: BTreeMap<&str, DocumentRow<'_>> = BTreeMap::new();
    for edge in graph.edges().map(|edge| edge.edge) {
        for (id, &date) in &edge.documents {
            let row = rows.entry(id).or_insert(DocumentRow { id, date, evidence: None });
            row.date = row.date.into_iter().chain(date).min();
        }
        if let Some(row) = rows.get_mut(&*edge.evidence.document) {
            row.evidence.get_or_insert(&edge.evidence);
        }
    }
    rows.into_values()
}

pub(super) fn documents<'g>() -> Vec<Column<DocumentRow<'g>>> {
    fn known<'a>(row: &DocumentRow<'a>, which: fn(&Evidence) -> &Option<String>) -> Option<Cow<'a, str>> {
        row.evidence.and_then(|evidence| which(evidence).as_deref().map(Cow::Borrowed))
    }
    vec![
        Column::new("id", Take::Key(|r| r.id.into()), "identifier of the document"),
        Column::new("date", Take::Day(|r| r.date), "day of publication"),
        Column::new("lang", Take::Text(|r| r.evidence.map(|evidence| evidence.lang.code().into())), "ar or en"),
        Column::new("title", Take::Text(|r| known(r, |evidence| &evidence.title)), "headline"),
        Column::new("publisher", Take::Text(|r| known(r, |evidence| &evidence.publisher)), "newspaper or agency"),
        Column::new("url", Take::Text(|r| known(r, |evidence| &evidence.url)), "address"),
    ]
}

fn edge<'g>(row: &EdgeRow<'g>) -> &'g Edge {
    row.edge().edge
}

fn evidence_of<'g>(row: &EdgeRow<'g>) -> &'g Evidence {
    &edge(row).evidence
}

fn coding(row: &EdgeRow<'_>) -> Coding {
    Coding::of(edge(row).predicate, edge(row).status)
}

fn code(code: Option<&'static str>) -> Option<Cow<'static, str>> {
    code.map(Cow::Borrowed)
}

fn text(text: &str) -> Option<Cow<'_, str>> {
    (!text.is_empty()).then_some(text.into())
}

fn id(id: Option<&str>) -> Option<Cow<'_, str>> {
    id.map(Cow::Borrowed)
}

fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn offset(offset: usize) -> Option<i64> {
    i64::try_from(offset).ok()
}

fn start(range: Option<CharRange>) -> Option<i64> {
    range.and_then(|range| offset(range.start))
}

fn end(range: Option<CharRange>) -> Option<i64> {
    range.and_then(|range| offset(range.end))
}
