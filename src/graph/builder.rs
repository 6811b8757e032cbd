//! The builder: records in, one at a time and in any order, a graph out.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use hashbrown::hash_map::Entry;

use super::Grain;
use super::edge::{Edge, Evidence, note_document};
use super::filter::Filter;
use super::introduced::Introduced;
use super::knowledge::{KnowledgeGraph, Referred};
use super::node::{EntityInfo, NEW, Node};
use super::texts::distinct;
use crate::gazetteer::EntityKind;
use crate::relation::{Id, Predicate, Record, RelationRow, Status};
use crate::text::Sketch;

/// What a builder was given, and what it left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records.
    pub documents: u64,
    /// Their relations, all of them.
    pub relations: u64,
    /// Relations that went into edges.
    pub kept: u64,
    /// Left out: `co_occurs`, which was not asked for.
    pub co_occurs: u64,
    /// Left out: the filter does not admit them.
    pub filtered: u64,
    /// Left out: without a subject or an object.
    pub incomplete: u64,
}

/// Collects records into a graph.
///
/// Memory grows with the distinct entities, edges and documents of each edge, not with the records.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    grain: Grain,
    filter: Filter,
    entities: HashMap<Id, Tally, FixedState>,
    aggregated: HashMap<Key, Edge, FixedState>,
    events: Vec<(Key, Edge)>,
    sources: HashMap<Id, Source, FixedState>,
    counts: Counts,
}

/// Whose text a document is. Of two documents of one id, the greater of each, so that their order makes no difference.
#[derive(Clone, Debug, Default)]
struct Source {
    sketch: Option<Sketch>,
    publisher: Option<Id>,
}

impl Source {
    fn merge(&mut self, other: Source) {
        self.sketch = self.sketch.max(other.sketch);
        self.publisher = self.publisher.take().max(other.publisher);
    }
}

/// What makes two relations one edge.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) subject: Id,
    pub(super) object: Id,
    pub(super) predicate: Predicate,
    pub(super) status: Status,
    pub(super) direction_known: bool,
}

impl Key {
    /// Returns the key of a relation, and whether its ends had to be exchanged.
    fn new(subject: &Id, object: &Id, row: &RelationRow) -> (Key, bool) {
        let symmetric = row.predicate.is_symmetric();
        let swapped = (symmetric || row.either) && object < subject;
        let (subject, object) = if swapped { (object, subject) } else { (subject, object) };
        let key = Key {
            subject: subject.clone(),
            object: object.clone(),
            predicate: row.predicate,
            status: row.status,
            direction_known: symmetric || !row.either,
        };
        (key, swapped)
    }
}

/// How often an entity was met.
#[derive(Clone, Debug, Default)]
struct Tally {
    mentions: u64,
    documents: u64,
    introduced: Option<Box<Introduced>>,
}

impl Builder {
    /// Returns an empty builder.
    #[must_use]
    pub fn new(grain: Grain, filter: Filter) -> Self {
        Builder { grain, filter, ..Builder::default() }
    }

    /// Returns what was added so far, and what was left out.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Adds one record.
    pub fn add(&mut self, record: &Record) {
        self.counts.documents += 1;
        self.add_entities(record);
        let document = Id::from(record.id.as_str());
        let before = self.counts.kept;
        for row in &record.relations {
            self.counts.relations += 1;
            self.add_relation(&document, record, row);
        }
        if self.counts.kept > before {
            let source = Source { sketch: record.sketch, publisher: record.publisher.as_deref().map(Id::from) };
            self.sources.entry(document).or_default().merge(source);
        }
    }

    /// Adds what `other` holds, as if this builder had been given its records.
    ///
    /// Both must have been made with the same grain and filter. Builders may be merged in any
    /// order and grouping.
    pub fn merge(&mut self, other: Builder) {
        debug_assert!(self.grain == other.grain && self.filter == other.filter, "builders of different graphs");
        other.entities.into_iter().for_each(|(id, tally)| {
            let mine = self.entities.entry(id).or_default();
            mine.mentions += tally.mentions;
            mine.documents += tally.documents;
            match (&mut mine.introduced, tally.introduced) {
                (Some(mine), Some(other)) => mine.merge(*other),
                (mine @ None, other) => *mine = other,
                (Some(_), None) => {}
            }
        });
        other.aggregated.into_iter().for_each(|(key, edge)| match self.aggregated.entry(key) {
            Entry::Occupied(mine) => mine.into_mut().merge(edge),
            Entry::Vacant(place) => drop(place.insert(edge)),
        });
        self.events.extend(other.events);
        other.sources.into_iter().for_each(|(id, source)| self.sources.entry(id).or_default().merge(source));
        let mine = &mut self.counts;
        mine.documents += other.counts.documents;
        mine.relations += other.counts.relations;
        mine.kept += other.counts.kept;
        mine.co_occurs += other.counts.co_occurs;
        mine.filtered += other.counts.filtered;
        mine.incomplete += other.counts.incomplete;
    }

    /// Returns the graph of what was added.
    ///
    /// `entity` tells what is known of an id apart from the documents; where it knows nothing, the
    /// entities that the records introduce are asked.
    #[must_use]
    pub fn finish(self, entity: &dyn Fn(&str) -> Option<EntityInfo>) -> KnowledgeGraph {
        let mut edges: Vec<(Key, Edge)> = match self.grain {
            Grain::Aggregated => self.aggregated.into_iter().collect(),
            Grain::Events => self.events,
        };
        edges.iter_mut().for_each(|(_, edge)| note_sources(edge, &self.sources));
        edges.sort_unstable_by(|(a_key, a), (b_key, b)| {
            let chronological = || {
                let when = |edge: &Edge| {
                    let date = edge.evidence.date_or_document_date();
                    (date.is_none(), date.map(|date| (date.first_day(), date.precision())))
                };
                let place = |edge: &Edge| (edge.evidence.document.clone(), edge.evidence.span.start);
                when(a).cmp(&when(b)).then_with(|| place(a).cmp(&place(b)))
            };
            let by_key = || a_key.cmp(b_key);
            match self.grain {
                Grain::Aggregated => by_key(),
                Grain::Events => chronological().then_with(by_key).then_with(|| a.evidence.cmp_best_first(&b.evidence)),
            }
        });
        let ends: BTreeSet<Id> = edges.iter().flat_map(|(key, _)| [&key.subject, &key.object]).cloned().collect();
        let nodes = ends.into_iter().map(|id| node(id, &self.entities, entity)).collect();
        let names = |id: &str| {
            let Node { name_ar, name_en, .. } = node(id.into(), &self.entities, entity);
            (!name_ar.is_empty() || !name_en.is_empty()).then_some(Referred { name_ar, name_en })
        };
        let graph = KnowledgeGraph::new(self.grain, self.counts, nodes, edges).refer(&names);
        if self.filter.has_graph_conditions() { graph.filtered(&self.filter) } else { graph }
    }

    fn add_entities(&mut self, record: &Record) {
        let mut seen: BTreeMap<&Id, u64> = BTreeMap::new();
        for mention in &record.mentions {
            *seen.entry(&mention.id).or_default() += 1;
        }
        for row in &record.relations {
            for id in [row.subject.first(), row.object.first()].into_iter().flatten() {
                seen.entry(id).or_default();
            }
        }
        for (id, mentions) in seen {
            let tally = self.entities.entry_ref(id).or_default();
            tally.mentions += mentions;
            tally.documents += 1;
        }
        for row in &record.entities {
            self.entities.entry_ref(&row.id).or_default().introduced.get_or_insert_default().add(row);
        }
    }

    fn add_relation(&mut self, document: &Id, record: &Record, row: &RelationRow) {
        let (Some(subject), Some(object)) = (row.subject.first(), row.object.first()) else {
            self.counts.incomplete += 1;
            return;
        };
        let wanted = &self.filter.relations;
        if !wanted.admits_predicate(row.predicate) {
            match row.predicate {
                Predicate::CoOccurs => self.counts.co_occurs += 1,
                _ => self.counts.filtered += 1,
            }
            return;
        }
        if !wanted.admits(record, row) {
            self.counts.filtered += 1;
            return;
        }
        self.counts.kept += 1;
        let (key, swapped) = Key::new(subject, object, row);
        match self.grain {
            Grain::Events => {
                let edge = single(document, record, row, &key, swapped);
                self.events.push((key, edge));
            }
            Grain::Aggregated => match self.aggregated.entry(key) {
                Entry::Vacant(place) => {
                    let edge = single(document, record, row, place.key(), swapped);
                    place.insert(edge);
                }
                Entry::Occupied(known) => extend(known.into_mut(), document, record, row, swapped),
            },
        }
    }
}

fn node(id: Id, entities: &HashMap<Id, Tally, FixedState>, entity: &dyn Fn(&str) -> Option<EntityInfo>) -> Node {
    let tally = entities.get(&id);
    let introduced = tally.and_then(|tally| tally.introduced.as_ref());
    let listed = entity(&id);
    let is_new = listed.is_none() && (introduced.is_some() || id.starts_with(NEW));
    let info = listed.or_else(|| introduced.and_then(|introduced| introduced.info()));
    let kind = info.as_ref().map(|info| info.kind);
    let info = info.unwrap_or_else(|| EntityInfo::named(EntityKind::Person, String::new(), String::new(), None));
    Node {
        id,
        kind,
        name_ar: info.name_ar,
        name_en: info.name_en,
        country: info.country,
        mentions: tally.map_or(0, |tally| tally.mentions),
        documents: tally.map_or(0, |tally| tally.documents),
        aliases: info.aliases,
        offices: info.offices,
        wikidata: info.wikidata,
        is_new,
    }
}

/// Counts the texts behind an edge, and notes who published them.
fn note_sources(edge: &mut Edge, sources: &HashMap<Id, Source, FixedState>) {
    let of_edge = || edge.documents.keys().filter_map(|id| sources.get(id));
    let sketches: Vec<Sketch> = of_edge().filter_map(|source| source.sketch).collect();
    let texts = edge.documents.len() - sketches.len() + distinct(&sketches);
    let publishers = of_edge().filter_map(|source| source.publisher.clone()).collect();
    (edge.texts, edge.publishers) = (texts, publishers);
}

/// Returns the edge of one relation.
fn single(document: &Id, record: &Record, row: &RelationRow, key: &Key, swapped: bool) -> Edge {
    Edge {
        predicate: key.predicate,
        status: key.status,
        direction_known: key.direction_known,
        weight: 1,
        dates: row.date.into_iter().collect(),
        undated: if row.date.is_none() { record.date.into_iter().collect() } else { BTreeSet::new() },
        documents: [(document.clone(), record.date)].into(),
        // Both are known when all documents are: see `finish`.
        texts: 0,
        publishers: BTreeSet::new(),
        evidence: Evidence::new(document, record, row, swapped),
    }
}

/// Adds one relation to an edge, without copying its evidence when that is the weaker.
fn extend(edge: &mut Edge, document: &Id, record: &Record, row: &RelationRow, swapped: bool) {
    edge.weight += 1;
    match row.date {
        Some(date) => drop(edge.dates.insert(date)),
        None => edge.undated.extend(record.date),
    }
    note_document(&mut edge.documents, document.clone(), record.date);
    if edge.evidence.beats(row.confidence, row.date.or(record.date.map(Into::into))) {
        return;
    }
    let evidence = Evidence::new(document, record, row, swapped);
    if evidence.cmp_best_first(&edge.evidence).is_lt() {
        edge.evidence = evidence;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{EdgeRef, Ego, Period, RelationFilter};

    fn record(id: &str, date: &str, relations: &serde_json::Value) -> Record {
        let date = (!date.is_empty()).then_some(date);
        serde_json::from_value(serde_json::json!({"id": id, "date": date, "relations": relations})).unwrap()
    }

    fn build(grain: Grain, filter: Filter, records: &[Record]) -> KnowledgeGraph {
        let mut builder = Builder::new(grain, filter);
        records.iter().for_each(|record| builder.add(record));
        builder.finish(&|id| {
            let kind = if id.starts_with('Q') { EntityKind::Person } else { EntityKind::Country };
            Some(EntityInfo::named(kind, String::new(), id.to_owned(), None))
        })
    }

    fn shown(graph: &KnowledgeGraph) -> Vec<String> {
        let show = |EdgeRef { subject, object, edge }: EdgeRef<'_>| {
            let arrow = if edge.is_directed() { "->" } else { "--" };
            format!("{}{arrow}{} {} {} x{}", subject.id, object.id, edge.predicate, edge.status, edge.weight)
        };
        graph.edges().map(show).collect()
    }

    #[track_caller]
    fn check(relations: &serde_json::Value, expected: &[&str]) {
        let graph = build(Grain::Aggregated, Filter::default(), &[record("d", "2025-08-18", relations)]);
        assert_eq!(shown(&graph), expected);
    }

    #[test]
    fn relations_of_the_same_ends_predicate_and_status_are_one_edge() {
        check(
            &serde_json::json!([
                {"subject": "Q2", "predicate": "met", "object": "Q1"},
                {"subject": ["Q1", "US"], "predicate": "met", "object": ["Q2"]},
                {"subject": "Q1", "predicate": "met", "object": "Q2", "status": "planned"},
                {"subject": "Q1", "predicate": "called", "object": "Q2"},
                {"subject": "Q2", "predicate": "called", "object": "Q1"},
            ]),
            &[
                "Q1->Q2 called happened x1",
                "Q1--Q2 met happened x2",
                "Q1--Q2 met planned x1",
                "Q2->Q1 called happened x1",
            ],
        );
    }

    #[test]
    fn an_untold_direction_is_an_edge_of_its_own() {
        check(
            &serde_json::json!([
                {"subject": "Q2", "predicate": "called", "object": "Q1", "either": true},
                {"subject": "Q1", "predicate": "called", "object": "Q2", "either": true},
                {"subject": "Q2", "predicate": "called", "object": "Q1"},
                {"subject": "Q2", "predicate": "met", "object": "Q1", "either": true},
            ]),
            &["Q1--Q2 called happened x2", "Q1--Q2 met happened x1", "Q2->Q1 called happened x1"],
        );
    }

    #[test]
    fn mentions_stay_with_their_ends_when_the_ends_are_exchanged() {
        let relations = serde_json::json!([{"subject": "Q2", "predicate": "met", "object": "Q1",
            "subject_mention": {"start": 0, "end": 2}, "object_mention": {"start": 5, "end": 9}}]);
        let graph = build(Grain::Aggregated, Filter::default(), &[record("d", "", &relations)]);
        let evidence = &graph.edges().next().unwrap().edge.evidence;
        assert_eq!((evidence.subject_mention.unwrap().start, evidence.object_mention.unwrap().start), (5, 0));
    }

    #[test]
    fn who_is_named_beside_the_graph_has_names() {
        let relations = serde_json::json!([
            {"subject": "Q1", "predicate": "met", "object": "Q2", "place": "Q3", "attribution": "Q1"},
            {"subject": "Q3", "predicate": "called", "object": "Q2", "place": "Q4"}]);
        let graph = build(Grain::Events, Filter::default(), &[record("d", "2025-08-18", &relations)]);
        let referred = |graph: &KnowledgeGraph| {
            graph.referred().map(|(id, names)| format!("{id} {}", names.name_en)).collect::<Vec<_>>()
        };
        assert_eq!(referred(&graph), ["Q4 Q4"]);
        let met = RelationFilter { predicates: [Predicate::Met].into(), ..Default::default() };
        let met = graph.filtered(&Filter { relations: met, ..Default::default() });
        assert_eq!(referred(&met), ["Q3 Q3"], "who is no node any more is named beside the graph");
    }

    #[test]
    fn an_edge_keeps_dates_documents_and_the_best_evidence() {
        let relation = |date: Option<&str>, confidence: f64, evidence: &str| {
            serde_json::json!([{"subject": "Q1", "predicate": "called", "object": "Q2", "date": date,
                "confidence": confidence, "evidence": evidence}])
        };
        let records = [
            record("d2", "2025-08-19", &relation(None, 0.9, "c")),
            record("d1", "2025-08-20", &relation(Some("2025-08"), 0.7, "b")),
            record("d3", "2025-08-18", &relation(Some("2025-08-15"), 0.9, "a")),
        ];
        let graph = build(Grain::Aggregated, Filter::default(), &records);
        let edge = graph.edges().next().unwrap().edge;
        assert_eq!(edge.weight, 3);
        assert_eq!(edge.documents.keys().map(|id| &**id).collect::<Vec<_>>(), ["d1", "d2", "d3"]);
        assert_eq!(edge.first_date().unwrap().to_string(), "2025-08");
        assert_eq!(edge.last_date().unwrap().to_string(), "2025-08");
        assert_eq!(edge.undated.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2025-08-19"]);
        assert_eq!(edge.evidence.sentence.as_deref(), Some("a"));
        let events = build(Grain::Events, Filter::default(), &records);
        let order: Vec<_> = events.edges().map(|e| e.edge.evidence.document.to_string()).collect();
        assert_eq!(order, ["d1", "d3", "d2"]);
    }

    #[test]
    fn filters_cut_relations_before_counting_and_edges_after() {
        let relations = serde_json::json!([
            {"subject": "Q1", "predicate": "met", "object": "Q2", "date": "2025-08-15"},
            {"subject": "Q1", "predicate": "met", "object": "Q2", "date": "2024-08-15"},
            {"subject": "Q2", "predicate": "met", "object": "Q3"},
            {"subject": "Q3", "predicate": "attacked", "object": "Q4"},
            {"subject": "Q1", "predicate": "visited", "object": "FR", "confidence": 0.4},
            {"subject": "Q1", "predicate": "co_occurs", "object": "Q4"},
        ]);
        let records = [record("d", "2025-08-18", &relations)];
        let run = |filter: Filter| {
            let graph = build(Grain::Aggregated, filter.clone(), &records);
            let late = build(Grain::Aggregated, Filter::default(), &records).filtered(&filter);
            (shown(&graph), late.edge_count())
        };
        let since = Period { since: "2025".parse().ok(), until: None };
        let dated = Filter { relations: RelationFilter { period: since, ..Default::default() }, ..Default::default() };
        assert_eq!(run(dated).0[1], "Q1--Q2 met happened x1");
        let sure = RelationFilter { min_confidence: Some(0.5), ..Default::default() };
        assert_eq!(run(Filter { relations: sure, ..Default::default() }).1, 3);
        let persons = Filter { kinds: [EntityKind::Person].into(), ..Default::default() };
        assert_eq!(run(persons).0.len(), 3);
        assert_eq!(run(Filter { min_weight: 2, ..Default::default() }).0, ["Q1--Q2 met happened x2"]);
        let ego = |radius| Filter { ego: Some(Ego { id: "Q3".into(), radius }), ..Default::default() };
        assert_eq!(run(ego(1)).0, ["Q2--Q3 met happened x1", "Q3->Q4 attacked happened x1"]);
        assert_eq!(run(ego(2)).0.len(), 3);
        assert_eq!(run(ego(0)).0.len(), 0);
        let counts = build(Grain::Aggregated, Filter::default(), &records).counts();
        assert_eq!((counts.relations, counts.kept, counts.co_occurs, counts.filtered), (6, 5, 1, 0));
    }

    #[test]
    fn two_documents_share_the_entity_they_introduce() {
        let line = |id: &str, name: &str| -> Record {
            serde_json::from_value(serde_json::json!({"id": id,
                "mentions": [{"start": 0, "end": 4, "id": "new:ann-lee", "type": "name"}],
                "relations": [{"subject": "new:ann-lee", "predicate": "met", "object": "Q1"}],
                "entities": [{"id": "new:ann-lee", "kind": "person", "name": name, "country": "US"}]}))
            .unwrap()
        };
        let mut builder = Builder::new(Grain::Aggregated, Filter::default());
        builder.add(&line("d1", "آن لي"));
        builder.add(&line("d2", "Ann Lee"));
        let graph = builder.finish(&|_| None);
        let node = graph.node("new:ann-lee").unwrap();
        assert_eq!((node.name_ar.as_str(), node.name_en.as_str()), ("آن لي", "Ann Lee"));
        assert_eq!((node.mentions, node.documents, node.is_new, node.country.as_deref()), (2, 2, true, Some("US")));
        assert!(!graph.node("Q1").unwrap().is_new);
    }
}
