//! GraphML: keys and what stands under them, directions, what is not a plain graph.
//!
//! **Source:** graphml.graphdrawing.org/xmlns/1.0/graphml.xsd; Gephi's `ImporterGraphML`; NetworkX 3.6 `readwrite/graphml.py`;
//! igraph 1.0 `src/io/graphml.c`; graphology-graphml 0.5.

use std::collections::BTreeMap;

use super::gexf::misfit;
use super::markup::{Item, Tag, read};
use super::sightings::{EdgeSeen, Sightings};

const TYPES: [&str; 6] = ["boolean", "int", "long", "float", "double", "string"];

/// What Gephi takes for the look of the graph.
const RESERVED: [&str; 10] = ["weight", "size", "color", "x", "y", "z", "r", "g", "b", "edgeid"];

#[derive(Default)]
struct Key {
    domain: String,
    name: String,
    kind: String,
    has_default: bool,
    line: Option<usize>,
    /// In how many elements it has a value.
    given: usize,
}

#[derive(Default)]
struct State {
    keys: BTreeMap<String, Key>,
    key: Option<String>,
    data: Option<(String, usize, String)>,
    edge: Option<EdgeSeen>,
    /// The values of the edge that is open: one that repeats its id keeps it for igraph.
    values: Vec<String>,
    edges_with_id: usize,
    ids_repeated: usize,
    id_line: Option<usize>,
    undirected_by_default: bool,
    has_directed: bool,
    has_undirected: bool,
    graphs: usize,
    nodes: usize,
    edges: usize,
}

pub(super) fn scan(text: &str, seen: &mut Sightings) {
    let mut state = State::default();
    read(text, seen, |item, seen| match item {
        Item::Open(tag) => state.open(&tag, seen),
        Item::Close(name) => state.close(&name, seen),
        Item::Text(text) => {
            if let Some((_, _, data)) = &mut state.data {
                data.push_str(&text);
            }
        }
    });
    for (id, key) in &state.keys {
        let total = if key.domain == "edge" { state.edges } else { state.nodes };
        let place = || format!("key {id}");
        if key.has_default && key.given < total {
            seen.see("graphml-default", key.line, place());
        }
        if key.kind == "boolean" && !key.has_default && key.given < total {
            seen.see("graphml-boolean-missing", key.line, place());
        }
        if matches!(&*key.kind, "int" | "long") && key.given > 0 {
            seen.see("graphml-whole-numbers", key.line, place());
        }
    }
    if state.edges_with_id > state.ids_repeated {
        seen.see("graphml-edge-id", state.id_line, "the attribute id of edges");
    }
}

impl State {
    fn open(&mut self, tag: &Tag, seen: &mut Sightings) {
        match &*tag.name {
            "key" => self.declare(tag, seen),
            "default" => {
                if let Some(key) = self.key.as_ref().and_then(|id| self.keys.get_mut(id)) {
                    key.has_default = true;
                }
            }
            "graph" => {
                self.graphs += 1;
                if self.graphs > 1 {
                    seen.see("graphml-nested-graph", tag.at(), "graph");
                }
                self.undirected_by_default = tag.get("edgedefault") == Some("undirected");
                seen.nodes_are_listed();
            }
            "node" => {
                self.nodes += 1;
                seen.node(tag.get("id").unwrap_or_default(), tag.at());
            }
            "edge" => self.edge(tag, seen),
            "hyperedge" => seen.see("graphml-hyperedge", tag.at(), "hyperedge"),
            "data" => self.data = Some((tag.get("key").unwrap_or_default().to_owned(), tag.line, String::new())),
            _ => {}
        }
    }

    fn declare(&mut self, tag: &Tag, seen: &mut Sightings) {
        let id = tag.get("id").unwrap_or_default().to_owned();
        let name = tag.get("attr.name").unwrap_or_default().to_owned();
        let kind = tag.get("attr.type").unwrap_or_default().to_owned();
        let domain = tag.get("for").unwrap_or_default().to_owned();
        let place = format!("key {id}");
        let is_graphics = tag.attributes.iter().any(|(name, _)| name.starts_with("yfiles."));
        if is_graphics {
            if matches!(tag.get("yfiles.type"), Some("nodegraphics" | "edgegraphics")) {
                seen.see("graphml-yed", tag.at(), place.clone());
            }
        } else {
            if !matches!(&*domain, "node" | "edge" | "graph" | "graphml") {
                seen.see("graphml-key-without-for", tag.at(), place.clone());
            }
            if kind.is_empty() {
                seen.see("graphml-key-without-type", tag.at(), place.clone());
            } else if !TYPES.contains(&&*kind) {
                seen.see("graphml-type", tag.at(), format!("key {id} of type {kind}"));
            }
            if name.is_empty() {
                seen.see("graphml-key-without-name", tag.at(), place.clone());
            }
            let is_reserved = RESERVED.contains(&&*name) || RESERVED.contains(&&*id);
            if is_reserved && matches!(&*kind, "string" | "boolean") {
                seen.see("graphml-reserved-name", tag.at(), format!("key {id} named {name}"));
            }
        }
        let mut key = Key { domain, name, kind, has_default: false, line: tag.at(), given: 0 };
        if self.keys.contains_key(&id) {
            seen.see("graphml-key-id-twice", tag.at(), place);
            // Which declaration counts differs by reader: no value is held against either.
            key.kind.clear();
        }
        self.key = Some(id.clone());
        self.keys.insert(id, key);
    }

    fn edge(&mut self, tag: &Tag, seen: &mut Sightings) {
        self.edges += 1;
        let is_undirected = tag.get("directed").map_or(self.undirected_by_default, |directed| directed == "false");
        if is_undirected {
            self.has_undirected = true
        } else {
            self.has_directed = true
        }
        if self.has_directed && self.has_undirected {
            seen.see("mixed-directions", tag.at(), format!("edge {}", tag.get("id").unwrap_or_default()));
        }
        if tag.get("id").is_some() {
            self.edges_with_id += 1;
            self.id_line = self.id_line.or(tag.at());
        }
        self.values.clear();
        self.edge = Some(EdgeSeen {
            id: tag.get("id").map(str::to_owned),
            source: tag.get("source").unwrap_or_default().to_owned(),
            target: tag.get("target").unwrap_or_default().to_owned(),
            kind: tag.get("label").map(str::to_owned),
            is_undirected,
            weight: None,
            line: tag.at(),
        });
    }

    fn close(&mut self, name: &str, seen: &mut Sightings) {
        match name {
            "key" => self.key = None,
            "data" => {
                let Some((id, line, value)) = self.data.take() else { return };
                let Some(key) = self.keys.get_mut(&id) else {
                    return seen.see("graphml-undeclared-key", Some(line), format!("data of key {id}"));
                };
                key.given += 1;
                if let Some(rule) = misfit(&key.kind, &value) {
                    seen.see(rule, Some(line), format!("key {id}: {}", value.trim()));
                }
                if let Some(edge) = &mut self.edge {
                    if key.name.eq_ignore_ascii_case("weight") {
                        edge.weight = Some(value.trim().to_owned());
                    }
                    self.values.push(value);
                }
            }
            "edge" => {
                let Some(edge) = self.edge.take() else { return };
                if edge.id.as_ref().is_some_and(|id| self.values.contains(id)) {
                    self.ids_repeated += 1;
                }
                seen.edge(edge);
            }
            _ => {}
        }
    }
}
