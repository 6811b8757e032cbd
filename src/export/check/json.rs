//! The JSON dialects: node-link, graphology, Cytoscape.
//!
//! **Source:** NetworkX 3.6, `readwrite/json_graph`; graphology 0.26, `import`; sigma.js on the attribute `type`.

use serde_json::Value;

use super::Shape;
use super::sightings::{EdgeSeen, Sightings};

pub(super) fn scan(text: &str, shape: Shape, seen: &mut Sightings) {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return seen.see("json-syntax", Some(error.line()), error.to_string()),
    };
    match shape {
        Shape::NodeLink => node_link(&value, "edges", seen),
        Shape::Links => {
            seen.see("json-links", None, "the list links");
            node_link(&value, "links", seen);
        }
        Shape::Graphology => graphology(&value, seen),
        Shape::Cytoscape => cytoscape(&value, seen),
        _ => seen.see("json-no-graph", None, "the file"),
    }
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        other => Some(other.to_string()),
    }
}

fn node_link(value: &Value, edges: &str, seen: &mut Sightings) {
    let flag = |name: &str| value.get(name).and_then(Value::as_bool);
    if flag("directed").is_none() {
        seen.see("json-direction", None, "directed is not told");
    }
    let is_multi = flag("multigraph").unwrap_or(true);
    seen.nodes_are_listed();
    for (index, node) in list(value, "nodes").iter().enumerate() {
        match text(node.get("id")) {
            Some(id) => seen.node(&id, None),
            None => seen.see("json-no-id", None, format!("nodes[{index}]")),
        }
    }
    let mut ends = std::collections::BTreeSet::new();
    for (index, edge) in list(value, edges).iter().enumerate() {
        let [source, target] = ["source", "target"].map(|end| text(edge.get(end)).unwrap_or_default());
        if !is_multi && !ends.insert((source.clone(), target.clone())) {
            seen.see("json-not-multigraph", None, format!("{edges}[{index}]"));
        }
        let id = text(edge.get("key"));
        seen.edge(EdgeSeen { id, source, target, ..EdgeSeen::default() });
    }
}

fn graphology(value: &Value, seen: &mut Sightings) {
    let options = value.get("options");
    let option = |name: &str| options.and_then(|options| options.get(name));
    let is_multi = option("multi").and_then(Value::as_bool).unwrap_or(false);
    let loops = option("allowSelfLoops").and_then(Value::as_bool).unwrap_or(true);
    let kind = option("type").and_then(Value::as_str).unwrap_or("mixed");
    seen.nodes_are_listed();
    for (index, node) in list(value, "nodes").iter().enumerate() {
        match text(node.get("key")) {
            Some(id) => seen.node(&id, None),
            None => seen.see("graphology-no-key", None, format!("nodes[{index}]")),
        }
        sigma_type(node, &format!("nodes[{index}]"), seen);
    }
    let (mut ends, mut keys) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for (index, edge) in list(value, "edges").iter().enumerate() {
        let place = format!("edges[{index}]");
        let [source, target] = ["source", "target"].map(|end| text(edge.get(end)).unwrap_or_default());
        let is_undirected = edge.get("undirected").and_then(Value::as_bool).unwrap_or(kind == "undirected");
        if kind != "mixed" && is_undirected != (kind == "undirected") {
            seen.see("graphology-direction", None, place.clone());
        }
        if !is_multi && !ends.insert((source.clone(), target.clone())) {
            seen.see("graphology-not-multi", None, place.clone());
        }
        if !loops && source == target {
            seen.see("graphology-self-loop", None, place.clone());
        }
        let id = text(edge.get("key"));
        if id.as_ref().is_some_and(|id| !keys.insert(id.clone())) {
            seen.see("graphology-key-twice", None, place.clone());
        }
        sigma_type(edge, &place, seen);
        // Its key is told above: here one key twice is refused, whatever the ends.
        seen.edge(EdgeSeen { id: None, source, target, is_undirected, ..EdgeSeen::default() });
    }
}

fn sigma_type(item: &Value, place: &str, seen: &mut Sightings) {
    const KNOWN: [&str; 6] = ["circle", "arrow", "line", "rectangle", "curve", "image"];
    let kind = item.get("attributes").and_then(|attributes| attributes.get("type"));
    if kind.is_some_and(|kind| !kind.as_str().is_some_and(|kind| KNOWN.contains(&kind))) {
        seen.see("graphology-type", None, place);
    }
}

fn cytoscape(value: &Value, seen: &mut Sightings) {
    let elements = value.get("elements").unwrap_or(&Value::Null);
    let data = |item: &Value, name: &str| text(item.get("data").and_then(|data| data.get(name)));
    let (mut nodes, mut edges) = (list(elements, "nodes").to_vec(), list(elements, "edges").to_vec());
    if let Some(all) = elements.as_array() {
        seen.see("cytoscape-flat", None, "elements");
        (edges, nodes) = all.iter().cloned().partition(|item| data(item, "source").is_some());
    }
    seen.nodes_are_listed();
    for (index, node) in nodes.iter().enumerate() {
        if data(node, "value").is_none() {
            seen.see("cytoscape-value", None, format!("elements.nodes[{index}]"));
        }
        seen.node(&data(node, "id").unwrap_or_default(), None);
    }
    for edge in &edges {
        let [id, source, target] = ["id", "source", "target"].map(|name| data(edge, name));
        let [source, target] = [source, target].map(Option::unwrap_or_default);
        seen.edge(EdgeSeen { id, source, target, ..EdgeSeen::default() });
    }
}
