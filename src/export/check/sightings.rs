//! What a scanner has seen: traps with their places, nodes and edges with their ids.

use std::collections::BTreeMap;

use super::Shape;

/// One trap, with its first place and the number of places.
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    pub(super) rule: &'static str,
    pub(super) file: usize,
    pub(super) line: Option<usize>,
    pub(super) place: String,
    pub(super) count: usize,
}

/// An edge, as far as traps depend on it.
#[derive(Clone, Debug, Default)]
pub(super) struct EdgeSeen {
    pub(super) id: Option<String>,
    pub(super) source: String,
    pub(super) target: String,
    /// What keeps parallel edges apart for the reader that merges them.
    pub(super) kind: Option<String>,
    pub(super) is_undirected: bool,
    pub(super) weight: Option<String>,
    pub(super) line: Option<usize>,
}

/// Everything seen in the files that belong together.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    files: Vec<String>,
    seen: Vec<Sighting>,
    nodes: BTreeMap<String, usize>,
    edges: Vec<(usize, EdgeSeen)>,
    /// Nodes come with the edges: an end that is no node can be told.
    has_nodes: bool,
}

impl Sightings {
    /// What follows is in another file.
    pub(super) fn file(&mut self, name: &str) {
        self.files.push(name.to_owned());
    }

    /// Notes a trap.
    pub(super) fn see(&mut self, rule: &'static str, line: Option<usize>, place: impl Into<String>) {
        let file = self.files.len().saturating_sub(1);
        self.see_in(file, rule, line, place.into());
    }

    fn see_in(&mut self, file: usize, rule: &'static str, line: Option<usize>, place: String) {
        match self.seen.iter_mut().find(|seen| seen.rule == rule && seen.file == file) {
            Some(seen) => seen.count += 1,
            None => self.seen.push(Sighting { rule, file, line, place, count: 1 }),
        }
    }

    pub(super) fn node(&mut self, id: &str, line: Option<usize>) {
        self.has_nodes = true;
        if id.contains(char::is_whitespace) || !id.is_ascii() {
            self.see("id-characters", line, format!("node {id}"));
        }
        let count = self.nodes.entry(id.to_owned()).or_default();
        *count += 1;
        if *count > 1 {
            self.see("node-id-twice", line, format!("node {id}"));
        }
    }

    /// The file has a place for nodes, even if none stands there.
    pub(super) fn nodes_are_listed(&mut self) {
        self.has_nodes = true;
    }

    pub(super) fn edge(&mut self, edge: EdgeSeen) {
        self.edges.push((self.files.len().saturating_sub(1), edge));
    }

    /// Tells what is known only when all has been seen.
    pub(super) fn end(&mut self, shapes: &[(String, Shape)]) {
        let edges = std::mem::take(&mut self.edges);
        let mut ids: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
        let mut parallel: BTreeMap<(&str, &str, Option<&str>, bool), usize> = BTreeMap::new();
        for &(file, ref edge) in &edges {
            let place = || match &edge.id {
                Some(id) => format!("edge {id}"),
                None => format!("edge {} to {}", edge.source, edge.target),
            };
            let ends = (&*edge.source, &*edge.target);
            if let Some(id) = edge.id.as_deref() {
                match ids.get(id) {
                    Some(&before) if before == ends => self.see_in(file, "edge-id-twice-same-ends", edge.line, place()),
                    Some(_) => self.see_in(file, "edge-id-twice-other-ends", edge.line, place()),
                    None => drop(ids.insert(id, ends)),
                }
            }
            if self.has_nodes {
                for end in [ends.0, ends.1].into_iter().filter(|&end| !self.nodes.contains_key(end)).collect::<Vec<_>>()
                {
                    self.see_in(file, "unknown-end", edge.line, format!("{}: {end} is no node", place()));
                }
            }
            let (a, b) = if edge.is_undirected { (ends.0.min(ends.1), ends.0.max(ends.1)) } else { ends };
            let count = parallel.entry((a, b, edge.kind.as_deref(), edge.is_undirected)).or_default();
            *count += 1;
            if *count > 1 {
                self.see_in(file, "parallel-same-kind", edge.line, place());
            }
            if edge.weight.as_deref().and_then(|weight| weight.trim().parse::<f64>().ok()) == Some(0.0) {
                self.see_in(file, "zero-weight", edge.line, place());
            }
        }
        let is = |shape| shapes.iter().any(|&(_, seen)| seen == shape);
        if is(Shape::GephiEdges) && !is(Shape::GephiNodes) {
            self.see_in(0, "nodes-not-given", None, "the file".to_owned());
        }
        self.edges = edges;
    }

    /// Returns the number of nodes and of edges.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.nodes.len(), self.edges.len())
    }

    pub(super) fn seen(&self) -> impl Iterator<Item = (&str, &Sighting)> {
        self.seen.iter().map(|seen| (self.files.get(seen.file).map_or("", String::as_str), seen))
    }
}
