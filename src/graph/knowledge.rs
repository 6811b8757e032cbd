//! The finished graph: entities and edges in a fixed order, to be read and filtered, never edited.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;

use super::Grain;
use super::builder::{Counts, Key};
use super::edge::{Edge, EdgeRef};
use super::filter::{Ego, Filter};
use super::node::Node;
use crate::document::PartialDate;
use crate::relation::{Id, Predicate, Status};

/// Entities and the edges between them.
///
/// **Invariant:** nodes stand in the order of their ids. Edges of the aggregated grain stand in the
/// order of subject, object, predicate and status; those of the events grain in the order of time,
/// then document and place in it, those without any date last. Each node is an end of an edge.
#[derive(Clone, Debug)]
pub struct KnowledgeGraph {
    grain: Grain,
    counts: Counts,
    graph: DiGraph<Node, Edge>,
    by_id: BTreeMap<Id, NodeIndex>,
    referred: BTreeMap<Id, Referred>,
}

/// The names of an entity that stands beside the graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Referred {
    /// Its Arabic name; empty where there is none.
    pub name_ar: String,
    /// Its English name; empty where there is none.
    pub name_en: String,
}

impl KnowledgeGraph {
    /// Both lists stand in the order of the invariant; every end of an edge is among the nodes.
    pub(super) fn new(grain: Grain, counts: Counts, nodes: Vec<Node>, edges: Vec<(Key, Edge)>) -> Self {
        let mut graph = DiGraph::with_capacity(nodes.len(), edges.len());
        let by_id: BTreeMap<Id, NodeIndex> =
            nodes.into_iter().map(|node| (node.id.clone(), graph.add_node(node))).collect();
        for (key, edge) in edges {
            graph.add_edge(by_id[&key.subject], by_id[&key.object], edge);
        }
        KnowledgeGraph { grain, counts, graph, by_id, referred: BTreeMap::new() }
    }

    /// Asks `names` for those whom nodes and evidence name and who are no nodes.
    pub(super) fn refer(mut self, names: &dyn Fn(&str) -> Option<Referred>) -> Self {
        let countries = self.nodes().filter_map(|node| node.country.as_ref());
        let evidence = self.edges().map(|edge| &edge.edge.evidence);
        let others = evidence.flat_map(|evidence| [&evidence.place, &evidence.attribution]).flatten();
        let ids: BTreeSet<Id> = countries.chain(others).filter(|id| !self.by_id.contains_key(*id)).cloned().collect();
        self.referred = ids.into_iter().filter_map(|id| names(&id).map(|names| (id, names))).collect();
        self
    }

    /// Returns the names of those whom nodes (as their country) and evidence (as place or reporter)
    /// name and who are no nodes, by id.
    pub fn referred(&self) -> impl Iterator<Item = (&Id, &Referred)> {
        self.referred.iter()
    }

    /// Returns what one edge stands for.
    #[must_use]
    pub fn grain(&self) -> Grain {
        self.grain
    }

    /// Returns what the builder was given, and what it left out.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Returns the number of entities.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// Returns the number of edges.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// Returns the entities, by id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// Returns the edges with their ends, in the order of the graph.
    pub fn edges(&self) -> impl Iterator<Item = EdgeRef<'_>> {
        self.graph.edge_references().map(|edge| self.with_ends(edge))
    }

    /// Returns an entity.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.by_id.get(id).map(|&index| &self.graph[index])
    }

    /// Returns a graph of the edges that `filter` admits, and their ends.
    ///
    /// Conditions on relations are asked of each edge as a whole: an aggregated edge is kept with
    /// all its weight when one of its dates lies in the period and its best evidence is sure enough.
    /// Give the filter to the [`Builder`](super::Builder) to have only the admitted relations counted.
    #[must_use]
    pub fn filtered(&self, filter: &Filter) -> KnowledgeGraph {
        let weights = self.weights();
        let admitted: Vec<EdgeRef<'_>> = self
            .edges()
            .filter(|&edge| admits_relations(filter, edge.edge))
            .filter(|&edge| {
                let of_kind = |node: &Node| node.kind.is_some_and(|kind| filter.kinds.contains(&kind));
                filter.kinds.is_empty() || (of_kind(edge.subject) && of_kind(edge.object))
            })
            .filter(|&edge| weights[&parallel(edge)] >= filter.min_weight)
            .collect();
        let near = filter.ego.as_ref().map(|ego| neighbourhood(ego, &admitted));
        let is_near = |node: &Node| near.as_ref().is_none_or(|near| near.contains(&*node.id));
        let kept = admitted.into_iter().filter(|edge| is_near(edge.subject) && is_near(edge.object));
        let edges: Vec<(Key, Edge)> = kept.map(|edge| (key(edge), edge.edge.clone())).collect();
        let ends: BTreeSet<&Id> = edges.iter().flat_map(|(key, _)| [&key.subject, &key.object]).collect();
        let nodes = self.nodes().filter(|node| ends.contains(&node.id)).cloned().collect();
        let names = |id: &str| {
            let of_node = |node: &Node| Referred { name_ar: node.name_ar.clone(), name_en: node.name_en.clone() };
            self.node(id).map(of_node).or_else(|| self.referred.get(id).cloned())
        };
        KnowledgeGraph::new(self.grain, self.counts, nodes, edges).refer(&names)
    }

    /// Returns the number of relations of each ends, predicate and status.
    fn weights(&self) -> BTreeMap<Parallel<'_>, u64> {
        let mut weights = BTreeMap::new();
        for edge in self.edges() {
            *weights.entry(parallel(edge)).or_default() += edge.edge.weight;
        }
        weights
    }

    fn with_ends<'g>(&'g self, edge: petgraph::graph::EdgeReference<'g, Edge>) -> EdgeRef<'g> {
        EdgeRef { subject: &self.graph[edge.source()], object: &self.graph[edge.target()], edge: edge.weight() }
    }
}

type Parallel<'g> = (&'g str, &'g str, Predicate, Status, bool);

fn parallel(edge: EdgeRef<'_>) -> Parallel<'_> {
    let EdgeRef { subject, object, edge } = edge;
    (&subject.id, &object.id, edge.predicate, edge.status, edge.direction_known)
}

fn key(edge: EdgeRef<'_>) -> Key {
    Key {
        subject: edge.subject.id.clone(),
        object: edge.object.id.clone(),
        predicate: edge.edge.predicate,
        status: edge.edge.status,
        direction_known: edge.edge.direction_known,
    }
}

fn admits_relations(filter: &Filter, edge: &Edge) -> bool {
    let wanted = &filter.relations;
    let in_period = || {
        let document_dates = edge.undated.iter().map(|&date: &Date| PartialDate::day(date));
        let mut dates = edge.dates.iter().copied().chain(document_dates);
        wanted.period.is_open() || dates.any(|date| wanted.period.overlaps(date))
    };
    wanted.admits_predicate(edge.predicate)
        && wanted.admits_status(edge.status)
        && wanted.admits_confidence(edge.evidence.confidence)
        && (wanted.places.is_empty() || edge.evidence.place.as_ref().is_some_and(|place| wanted.places.contains(place)))
        && (wanted.publishers.is_empty() || edge.publishers.iter().any(|name| wanted.admits_publisher(Some(name))))
        && in_period()
}

/// Returns the entities that are at most `ego.radius` edges away, whichever way the edges point.
fn neighbourhood<'g>(ego: &'g Ego, edges: &[EdgeRef<'g>]) -> BTreeSet<&'g str> {
    let mut neighbours: BTreeMap<&str, BTreeSet<&'g str>> = BTreeMap::new();
    for edge in edges {
        neighbours.entry(&edge.subject.id).or_default().insert(&edge.object.id);
        neighbours.entry(&edge.object.id).or_default().insert(&edge.subject.id);
    }
    let mut reached: BTreeSet<&str> = [&*ego.id].into();
    let mut border = vec![&*ego.id];
    for _ in 0..ego.radius {
        let next = border.iter().filter_map(|id| neighbours.get(id)).flatten().copied();
        border = next.filter(|id| reached.insert(id)).collect();
    }
    reached
}
