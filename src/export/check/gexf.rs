//! GEXF: attributes and their declarations, kinds, times.
//!
//! **Source:** gephi/gexf, `specs/1.3`; Gephi's `ImporterGEXF`; NetworkX 3.6 `readwrite/gexf.py`; graphology-gexf 0.13.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::markup::{Item, Tag, read};
use super::sightings::{EdgeSeen, Sightings};

/// The types that NetworkX converts; it fails on any other.
const NETWORKX: [&str; 8] = ["integer", "long", "float", "double", "boolean", "string", "liststring", "anyURI"];

/// The further types of GEXF 1.3.
const GEXF: [&str; 14] = [
    "byte",
    "short",
    "char",
    "biginteger",
    "bigdecimal",
    "listboolean",
    "listinteger",
    "listlong",
    "listfloat",
    "listdouble",
    "listbyte",
    "listshort",
    "listchar",
    "date",
];

#[derive(Default)]
struct State {
    undirected_by_default: bool,
    is_timestamp: bool,
    class: Option<String>,
    edge_blocks: usize,
    /// By class and id: the type.
    types: BTreeMap<(String, String), String>,
    edge: Option<EdgeSeen>,
    in_node: bool,
    spells: Vec<(String, String)>,
    has_directed: bool,
    has_undirected: bool,
    /// How many edges have a kind, and how many of them say it in an attribute too.
    kinds: (usize, BTreeMap<String, usize>),
    kind_line: Option<usize>,
}

pub(super) fn scan(text: &str, seen: &mut Sightings) {
    let mut state = State::default();
    read(text, seen, |item, seen| match item {
        Item::Open(tag) => state.open(&tag, seen),
        Item::Close(name) => state.close(&name, seen),
        Item::Text(_) => {}
    });
    if let (Some(line), (count, told)) = (state.kind_line, &state.kinds)
        && !told.values().any(|of| of == count)
    {
        seen.see("gexf-kind", Some(line), "the attribute kind of edges");
    }
}

impl State {
    fn open(&mut self, tag: &Tag, seen: &mut Sightings) {
        match &*tag.name {
            "gexf" if tag.get("xmlns").is_none_or(|space| !space.contains("gexf")) => {
                seen.see("gexf-no-namespace", tag.at(), "gexf");
            }
            "graph" => {
                self.undirected_by_default = tag.get("defaultedgetype") == Some("undirected");
                self.is_timestamp = tag.get("timerepresentation") == Some("timestamp");
            }
            "nodes" => seen.nodes_are_listed(),
            "attributes" => self.block(tag, seen),
            "attribute" => self.declare(tag, seen),
            "node" => {
                self.in_node = true;
                seen.node(tag.get("id").unwrap_or_default(), tag.at());
            }
            "edge" => self.edge(tag, seen),
            "attvalue" => self.value(tag, seen),
            _ => {}
        }
        self.time(tag, seen);
    }

    fn block(&mut self, tag: &Tag, seen: &mut Sightings) {
        self.class = tag.get("class").map(str::to_owned);
        if self.class.as_deref() == Some("edge") {
            self.edge_blocks += 1;
            if self.edge_blocks > 1 {
                seen.see("gexf-two-edge-blocks", tag.at(), "the second attributes of class edge");
            }
        }
    }

    fn declare(&mut self, tag: &Tag, seen: &mut Sightings) {
        let (id, kind) = (tag.get("id").unwrap_or_default(), tag.get("type").unwrap_or_default());
        let place = format!("attribute {id} of type {kind}");
        if !NETWORKX.contains(&kind) {
            seen.see(
                if GEXF.contains(&kind) && kind != "date" { "gexf-rare-type" } else { "gexf-type" },
                tag.at(),
                place,
            );
        } else if kind == "liststring" {
            seen.see("gexf-list", tag.at(), place);
        }
        let class = self.class.clone().unwrap_or_default();
        self.types.insert((class, id.to_owned()), kind.to_owned());
    }

    fn edge(&mut self, tag: &Tag, seen: &mut Sightings) {
        let id = tag.get("id").unwrap_or_default();
        let kind_of_edge = tag.get("type");
        if kind_of_edge.is_some_and(|kind| kind != "directed" && kind != "undirected") {
            seen.see("gexf-edge-type", tag.at(), format!("edge {id}: {}", kind_of_edge.unwrap_or_default()));
        }
        let is_undirected = match kind_of_edge {
            Some("undirected") => true,
            Some("directed" | "mutual") => false,
            _ => self.undirected_by_default,
        };
        if is_undirected {
            self.has_undirected = true
        } else {
            self.has_directed = true
        }
        if self.has_directed && self.has_undirected {
            seen.see("mixed-directions", tag.at(), format!("edge {id}"));
        }
        if tag.get("kind").is_some_and(|kind| !kind.is_empty()) {
            self.kinds.0 += 1;
            self.kind_line = self.kind_line.or(tag.at());
            // A label tells it as well as an attribute would.
            if tag.get("label") == tag.get("kind") {
                *self.kinds.1.entry("label".to_owned()).or_default() += 1;
            }
        }
        self.edge = Some(EdgeSeen {
            id: tag.get("id").map(str::to_owned),
            source: tag.get("source").unwrap_or_default().to_owned(),
            target: tag.get("target").unwrap_or_default().to_owned(),
            kind: tag.get("kind").map(str::to_owned),
            is_undirected,
            weight: tag.get("weight").map(str::to_owned),
            line: tag.at(),
        });
    }

    fn value(&mut self, tag: &Tag, seen: &mut Sightings) {
        let id = tag.get("for").or(tag.get("id")).unwrap_or_default();
        let class = if self.edge.is_some() { "edge" } else { "node" };
        let value = tag.get("value").unwrap_or_default();
        let Some(kind) = self.types.get(&(class.to_owned(), id.to_owned())) else {
            return seen.see("undeclared-attribute", tag.at(), format!("{class} attribute {id}"));
        };
        if let Some(rule) = misfit(kind, value) {
            seen.see(rule, tag.at(), format!("{class} attribute {id}: {value}"));
        }
        // `called-planned` is told by an attribute that says `called`.
        if let Some(kind) = self.edge.as_ref().and_then(|edge| edge.kind.as_deref())
            && !value.is_empty()
            && kind.starts_with(value)
        {
            *self.kinds.1.entry(id.to_owned()).or_default() += 1;
        }
    }

    fn time(&mut self, tag: &Tag, seen: &mut Sightings) {
        if !matches!(&*tag.name, "spell" | "node" | "edge" | "attvalue") {
            return;
        }
        for name in ["timestamp", "timestamps", "timeset", "start", "end", "startopen", "endopen"] {
            let Some(value) = tag.get(name) else { continue };
            seen.see("gexf-time", tag.at(), format!("{} {name} {value}", tag.name));
            if name.starts_with("time") {
                seen.see("gexf-timestamp", tag.at(), format!("{} {name} {value}", tag.name));
                if !self.is_timestamp {
                    seen.see("gexf-timestamps-as-intervals", tag.at(), format!("{} {name} {value}", tag.name));
                }
            }
            let mut times = value.split(|c: char| ",;<>[]() ".contains(c)).filter(|time| !time.is_empty());
            if let Some(wrong) = times.find(|time| !is_time(time)) {
                seen.see("gexf-partial-date", tag.at(), format!("{} {name} {wrong}", tag.name));
            }
        }
        if let (true, Some(start), end) = (tag.name == "spell", tag.get("start"), tag.get("end")) {
            let (start, end) = (start.to_owned(), end.unwrap_or("9999").to_owned());
            if self.spells.iter().any(|(other_start, other_end)| start <= *other_end && *other_start <= end) {
                seen.see("gexf-overlap", tag.at(), format!("spell {start} to {end}"));
            }
            self.spells.push((start, end));
        }
    }

    fn close(&mut self, name: &str, seen: &mut Sightings) {
        match name {
            "attributes" => self.class = None,
            "node" => self.in_node = false,
            "edge" => {
                if let Some(edge) = self.edge.take() {
                    seen.edge(edge);
                }
            }
            "spells" => self.spells.clear(),
            _ => {}
        }
    }
}

fn is_time(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(|_| text.len() != 4)
        || text.parse::<Date>().is_ok()
        || text.split_once('T').is_some_and(|(day, _)| day.parse::<Date>().is_ok())
        || text.eq_ignore_ascii_case("infinity")
        || text.eq_ignore_ascii_case("-infinity")
}

/// Returns the trap where a value is not of its type. Digits of other scripts are digits to Python alone.
pub(super) fn misfit(kind: &str, value: &str) -> Option<&'static str> {
    let value = value.trim();
    let fits = match kind {
        "int" | "integer" | "long" | "short" | "byte" => value.is_empty() || value.parse::<i64>().is_ok(),
        "float" | "double" => value.is_empty() || value.parse::<f64>().is_ok(),
        "boolean" => matches!(&*value.to_ascii_lowercase(), "" | "true" | "false" | "0" | "1"),
        _ => true,
    };
    let is_number = value.chars().all(char::is_numeric);
    (!fits).then_some(if is_number { "other-digits" } else { "not-a-number" })
}
