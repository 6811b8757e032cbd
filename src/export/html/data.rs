//! The graph as the page takes it: relations of the same ends, predicate and status are one edge, with
//! all their evidence.
//!
//! # Wire format
//! One JSON object. Rows are arrays, for their size; a text is its number in `texts`, `null` where there is none:
//!
//! | key | what |
//! | --- | --- |
//! | `lang`, `grain`, `read` | language at first; grain of the graph; documents read |
//! | `families`, `predicates`, `statuses`, `kinds` | names, words in both languages |
//! | `texts` | the texts, each once |
//! | `names` | by id, the Arabic and the English name of countries, places and reporters that are no nodes |
//! | `documents` | id, language, date, title, publisher, address |
//! | `nodes` | id, place in `kinds`, Arabic name, English name, country, mentions, documents, listed by nobody (0 or 1), x, y, radius, Wikidata, other names, offices (title and holder's country or body in both languages, first and last day) |
//! | `edges` | subject and object (places in `nodes`), places in `predicates` and `statuses`, points from subject to object (0 or 1), number of relations, evidence, dates of relations whose evidence the graph does not hold |
//! | evidence | place in `documents`, sentence, date of the event, place, reporter, confidence in thousandths, rule, then start and end of trigger, subject and object, in code points from the start of the sentence, −1 where they do not stand in it |

use std::collections::BTreeMap;

use serde::Serialize;

use super::layout::{self, Spot};
use super::strings::Strings;
use crate::document::{Lang, PartialDate};
use crate::export::style;
use crate::gazetteer::EntityKind;
use crate::graph::{EdgeRef, Evidence, Grain, KnowledgeGraph, Node, Office};
use crate::relation::{CharRange, Family, Predicate, Status};

type Text = Option<u32>;

/// What the page is given.
#[derive(Serialize)]
pub(super) struct Data<'g> {
    lang: &'static str,
    grain: &'static str,
    read: u64,
    families: Vec<Words>,
    predicates: Vec<PredicateWords>,
    statuses: Vec<Words>,
    kinds: Vec<Words>,
    names: BTreeMap<&'g str, [&'g str; 2]>,
    texts: Strings<'g>,
    documents: Vec<DocumentRow>,
    nodes: Vec<NodeRow>,
    edges: Vec<EdgeRow>,
}

#[derive(Serialize)]
struct Words {
    name: &'static str,
    ar: &'static str,
    en: &'static str,
}

#[derive(Serialize)]
struct PredicateWords {
    #[serde(flatten)]
    words: Words,
    family: usize,
    symmetric: bool,
}

#[derive(Serialize)]
struct DocumentRow(Text, &'static str, Text2, Text, Text, Text);

/// A date as text, which is short and seldom the same.
type Text2 = Option<String>;

#[derive(Serialize)]
struct NodeRow(Text, usize, Text, Text, Text, u64, u64, u8, i32, i32, u32, Text, Vec<Text>, Vec<OfficeRow>);

#[derive(Serialize)]
struct OfficeRow(Text, Text, Text, Text, Text2, Text2);

#[derive(Serialize)]
struct EdgeRow(usize, usize, usize, usize, u8, u64, Vec<EvidenceRow>, Vec<PartialDate>);

#[derive(Serialize)]
struct EvidenceRow(u32, Text, Option<PartialDate>, Text, Text, Option<u32>, Text, i64, i64, i64, i64, i64, i64);

/// What makes relations one edge of the page.
type Key = (usize, usize, Predicate, Status, bool);

const KINDS: [Option<EntityKind>; 6] = [
    Some(EntityKind::Person),
    Some(EntityKind::Country),
    Some(EntityKind::City),
    Some(EntityKind::Region),
    Some(EntityKind::Organisation),
    None,
];

impl<'g> Data<'g> {
    /// Returns what the page shows of `graph`.
    pub(super) fn new(graph: &'g KnowledgeGraph, lang: Lang) -> Self {
        let mut texts = Strings::default();
        let places: BTreeMap<&str, usize> = graph.nodes().enumerate().map(|(place, node)| (&*node.id, place)).collect();
        let mut groups: BTreeMap<Key, Vec<EdgeRef<'g>>> = BTreeMap::new();
        for edge in graph.edges() {
            let EdgeRef { subject, object, edge: data } = edge;
            let key = (places[&*subject.id], places[&*object.id], data.predicate, data.status, data.direction_known);
            groups.entry(key).or_default().push(edge);
        }
        let links: Vec<(usize, usize)> = groups.keys().map(|&(subject, object, ..)| (subject, object)).collect();
        let spots = layout::spots(places.len(), &links);
        let nodes = graph.nodes().zip(&spots).map(|(node, spot)| node_row(node, *spot, &mut texts)).collect();
        let mut documents = Documents::default();
        let edges = groups
            .into_iter()
            .map(|(key, edges)| edge_row(key, &edges, graph.grain(), &mut documents, &mut texts))
            .collect();
        Data {
            lang: lang.code(),
            grain: graph.grain().name(),
            read: graph.counts().documents,
            families: Family::ALL.iter().copied().map(family).collect(),
            predicates: Predicate::ALL.iter().copied().map(predicate).collect(),
            statuses: Status::ALL.iter().copied().map(status).collect(),
            kinds: KINDS.iter().copied().map(kind).collect(),
            names: graph.referred().map(|(id, names)| (&**id, [&*names.name_ar, &*names.name_en])).collect(),
            texts,
            documents: documents.rows,
            nodes,
            edges,
        }
    }
}

/// The documents that evidence stands in.
#[derive(Default)]
struct Documents<'g> {
    numbers: BTreeMap<&'g str, u32>,
    rows: Vec<DocumentRow>,
}

impl<'g> Documents<'g> {
    fn number(&mut self, evidence: &'g Evidence, texts: &mut Strings<'g>) -> u32 {
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(&evidence.document).or_insert(next);
        if number == next {
            self.rows.push(DocumentRow(
                texts.number(&evidence.document),
                evidence.lang.code(),
                evidence.document_date.map(|date| date.to_string()),
                texts.of(evidence.title.as_deref()),
                texts.of(evidence.publisher.as_deref()),
                texts.of(evidence.url.as_deref()),
            ));
        }
        number
    }
}

fn node_row<'g>(node: &'g Node, spot: Spot, texts: &mut Strings<'g>) -> NodeRow {
    NodeRow(
        texts.number(&node.id),
        KINDS.iter().position(|&kind| kind == node.kind).unwrap_or(KINDS.len() - 1),
        texts.number(&node.name_ar),
        texts.number(&node.name_en),
        texts.of(node.country.as_deref()),
        node.mentions,
        node.documents,
        u8::from(node.is_new),
        spot.x,
        spot.y,
        spot.radius,
        texts.number(&node.wikidata),
        node.aliases.iter().map(|alias| texts.number(&alias.text)).collect(),
        node.offices.iter().map(|office| office_row(office, texts)).collect(),
    )
}

fn office_row<'g>(office: &'g Office, texts: &mut Strings<'g>) -> OfficeRow {
    let title = |title: &'g str| if title.is_empty() { office.key.as_str() } else { title };
    OfficeRow(
        texts.number(title(&office.title_ar)),
        texts.number(title(&office.title_en)),
        texts.number(&office.of_ar),
        texts.number(&office.of_en),
        office.start.map(|date| date.to_string()),
        office.end.map(|date| date.to_string()),
    )
}

fn edge_row<'g>(
    key: Key,
    edges: &[EdgeRef<'g>],
    grain: Grain,
    documents: &mut Documents<'g>,
    texts: &mut Strings<'g>,
) -> EdgeRow {
    let (subject, object, predicate, status, _) = key;
    let place_of = |all: &[Predicate]| all.iter().position(|&other| other == predicate).unwrap_or_default();
    let evidence = edges.iter().map(|edge| evidence_row(&edge.edge.evidence, documents, texts)).collect();
    let others = match grain {
        Grain::Events => Vec::new(),
        Grain::Aggregated => edges.iter().flat_map(other_dates).collect(),
    };
    EdgeRow(
        subject,
        object,
        place_of(Predicate::ALL),
        Status::ALL.iter().position(|&other| other == status).unwrap_or_default(),
        u8::from(edges.iter().any(|edge| edge.edge.is_directed())),
        edges.iter().map(|edge| edge.edge.weight).sum(),
        evidence,
        others,
    )
}

/// Returns the dates of an edge that its evidence does not tell.
fn other_dates(edge: &EdgeRef<'_>) -> Vec<PartialDate> {
    let data = edge.edge;
    let told = data.evidence.date_or_document_date();
    let days = data.undated.iter().copied().map(PartialDate::day);
    data.dates.iter().copied().chain(days).filter(|&date| Some(date) != told).collect()
}

fn evidence_row<'g>(evidence: &'g Evidence, documents: &mut Documents<'g>, texts: &mut Strings<'g>) -> EvidenceRow {
    let sentence = evidence.sentence.as_deref();
    let length = sentence.map_or(0, |sentence| sentence.chars().count());
    let within = |range: Option<CharRange>| {
        let place = |range: CharRange| {
            let start = range.start.checked_sub(evidence.span.start)?;
            let end = range.end.checked_sub(evidence.span.start)?;
            (start < end && end <= length).then_some((i64::try_from(start).ok()?, i64::try_from(end).ok()?))
        };
        range.and_then(place).unwrap_or((-1, -1))
    };
    let [trigger, subject, object] = [evidence.trigger, evidence.subject_mention, evidence.object_mention].map(within);
    EvidenceRow(
        documents.number(evidence, texts),
        texts.of(sentence),
        evidence.date,
        texts.of(evidence.place.as_deref()),
        texts.of(evidence.attribution.as_deref()),
        evidence.confidence.map(thousandths),
        texts.of(evidence.rule.as_deref()),
        trigger.0,
        trigger.1,
        subject.0,
        subject.1,
        object.0,
        object.1,
    )
}

/// Returns a number in [0, 1] as a whole one in 0..=1000.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn thousandths(confidence: f64) -> u32 {
    (confidence.clamp(0.0, 1.0) * 1000.0).round() as u32
}

fn family(family: Family) -> Words {
    Words { name: family.name(), ar: style::family_words(family, Lang::Ar), en: style::family_words(family, Lang::En) }
}

fn predicate(predicate: Predicate) -> PredicateWords {
    PredicateWords {
        words: Words { name: predicate.name(), ar: predicate.label(Lang::Ar), en: predicate.label(Lang::En) },
        family: Family::ALL.iter().position(|&family| family == predicate.family()).unwrap_or_default(),
        symmetric: predicate.is_symmetric(),
    }
}

fn status(status: Status) -> Words {
    Words { name: status.name(), ar: status.label(Lang::Ar), en: status.label(Lang::En) }
}

fn kind(kind: Option<EntityKind>) -> Words {
    Words {
        name: kind.map_or("unknown", EntityKind::name),
        ar: style::kind_words(kind, Lang::Ar),
        en: style::kind_words(kind, Lang::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Builder, Filter};
    use crate::relation::Record;
    use serde_json::{Value, json};

    fn data(grain: Grain, order: &[usize]) -> Value {
        let relation = |predicate: &str, status: &str, date: Option<&str>| {
            json!({"subject": "Q2", "predicate": predicate, "object": "Q1", "status": status, "date": date,
                "start": 10, "end": 20, "evidence": "\u{1f600}التقى ليو", "trigger": {"start": 11, "end": 16},
                "subject_mention": {"start": 3, "end": 6}, "object_mention": {"start": 17, "end": 20},
                "confidence": 0.8765, "place": "Q9"})
        };
        let records = [
            json!({"id": "d1", "date": "2025-08-18", "title": "ت", "relations": [
                relation("met", "happened", Some("2025-08-15")), relation("met", "happened", None),
                relation("called", "planned", Some("2025-09"))]}),
            json!({"id": "d2", "date": "2025-08-19", "title": "ت", "relations": [relation("met", "happened", None)]}),
        ];
        let mut builder = Builder::new(grain, Filter::default());
        for &place in order {
            let record: Record = serde_json::from_value(records[place].clone()).unwrap();
            builder.add(&record);
        }
        serde_json::to_value(Data::new(&builder.finish(&|_| None), Lang::En)).unwrap()
    }

    #[test]
    fn relations_of_the_same_ends_predicate_and_status_are_one_edge_with_all_evidence() {
        let data = data(Grain::Events, &[0, 1]);
        let edges = data["edges"].as_array().unwrap();
        let shown: Vec<_> =
            edges.iter().map(|edge| (edge[2].clone(), edge[5].clone(), edge[6].as_array().unwrap().len())).collect();
        // `met` has no direction, so that its ends stand in the order of their ids; `called` has one.
        assert_eq!(shown, [(json!(1), json!(3), 3), (json!(0), json!(1), 1)]);
        assert_eq!((&edges[0][0], &edges[0][1], &edges[0][4]), (&json!(0), &json!(1), &json!(0)));
        assert_eq!((&edges[1][0], &edges[1][1], &edges[1][4]), (&json!(1), &json!(0), &json!(1)));
        assert_eq!(data["documents"].as_array().unwrap().len(), 2);
        assert_eq!(data["texts"].as_array().unwrap().iter().filter(|text| **text == "ت").count(), 1);
    }

    #[test]
    fn offsets_count_code_points_from_the_start_of_the_sentence() {
        let data = data(Grain::Events, &[0]);
        let evidence = &data["edges"][1][6][0];
        let offsets: Vec<_> = (7..13).map(|place| evidence[place].as_i64().unwrap()).collect();
        assert_eq!(offsets, [1, 6, -1, -1, 7, 10], "a party that is named elsewhere stands nowhere in the sentence");
        assert_eq!((&evidence[2], &evidence[5]), (&json!("2025-09"), &json!(877)));
    }

    #[test]
    fn an_aggregated_edge_keeps_the_dates_whose_evidence_it_has_not() {
        let data = data(Grain::Aggregated, &[0, 1]);
        let met = &data["edges"][0];
        assert_eq!((&met[5], met[6].as_array().unwrap().len()), (&json!(3), 1));
        assert_eq!(met[7], json!(["2025-08-18", "2025-08-19"]));
    }

    #[test]
    fn the_order_of_documents_does_not_matter() {
        for &grain in Grain::ALL {
            assert_eq!(data(grain, &[0, 1]), data(grain, &[1, 0]));
        }
    }
}
