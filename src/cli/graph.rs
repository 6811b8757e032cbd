//! What `build` and `view` share: the filters, and the way from documents to graphs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, bail};
use nisba::document::Lang;
use nisba::export::{Format, Options, Part, write};
use nisba::gazetteer::EntityKind;
use nisba::graph::{Builder, Ego, Filter, Grain, KnowledgeGraph, Node, RelationFilter};
use nisba::query::Names as _;
use nisba::store::Selection;

use super::args::{ConditionArgs, KindArgs, SourceArgs, lang};
use super::output::Output;
use super::report::{Report, count};
use super::sources::{Named, Sources, asks_co_occurrence};

/// What is read, and what of it the graph holds.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct GraphArgs {
    #[command(flatten)]
    input: SourceArgs,
    /// The language of labels, ar or en
    #[arg(long, value_name = "LANG", value_parser = lang, default_value = "ar")]
    pub(super) label_lang: Lang,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    conditions: ConditionArgs,
    /// Only between entities of these kinds: person, country, city, region, organisation
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind, help_heading = "Filter")]
    kind: Vec<EntityKind>,
    /// Only edges that stand for at least so many relations
    #[arg(long, value_name = "N", default_value_t = 1, help_heading = "Filter")]
    min_weight: u64,
    /// Only this entity and its neighbours (a name in any spelling, or an id)
    #[arg(long, value_name = "NAME", help_heading = "Filter")]
    ego: Option<String>,
    /// Also join entities that merely stand in one sentence
    #[arg(long, help_heading = "Filter")]
    co_occurs: bool,
}

impl GraphArgs {
    /// Reads the documents; returns the graph of each grain, and the sources, whose report is still to be closed.
    pub(super) fn graphs(
        &self,
        grains: &BTreeSet<Grain>,
    ) -> anyhow::Result<(BTreeMap<Grain, KnowledgeGraph>, Sources)> {
        let co_occurs = self.co_occurs || asks_co_occurrence(&self.kinds);
        let options = nisba::relation::Options { co_occurs, ..Default::default() };
        let mut sources = Sources::open(&self.input.sources, &self.input.read, options)?;
        let ego = self.ego.as_deref().map(|name| sources.named(name)).transpose()?;
        let relations =
            RelationFilter { co_occurs: self.co_occurs, ..sources.filter(&self.conditions, &self.kinds, &[])? };
        let kinds = self.kind.iter().copied().collect();
        let filter = Filter { relations, kinds, min_weight: self.min_weight, ego: None };
        let mut builders: BTreeMap<Grain, Builder> =
            grains.iter().map(|&grain| (grain, Builder::new(grain, filter.clone()))).collect();
        // What a node shows of offices and other names, no store keeps.
        sources.load()?;
        sources.each(&Selection::Whole, |record| builders.values_mut().for_each(|builder| builder.add(record)))?;
        let mut graphs = BTreeMap::new();
        for (grain, builder) in builders {
            let graph = builder.finish(&|id| sources.info(id));
            graphs.insert(
                grain,
                match &ego {
                    Some(named) => around(&graph, named, &filter)?,
                    None => graph,
                },
            );
        }
        Ok((graphs, sources))
    }
}

/// Returns the neighbourhood of the entity that is asked for.
fn around(graph: &KnowledgeGraph, named: &Named, filter: &Filter) -> anyhow::Result<KnowledgeGraph> {
    let name = &named.name;
    let meant: Vec<&Node> = graph.nodes().filter(|node| named.ids.contains(&node.id)).collect();
    match meant.as_slice() {
        [node] => {
            let ego = Some(Ego { id: node.id.clone(), radius: 1 });
            Ok(graph.filtered(&Filter { min_weight: 0, ego, ..filter.clone() }))
        }
        [] => {
            bail!("no edge of the graph touches '{name}'; see what the name means: nisba gazetteer lookup '{name}'")
        }
        several => {
            let line = |node: &&Node| format!("  {}  {}  {}", node.id, node.label(Lang::En), node.label(Lang::Ar));
            let lines: Vec<String> = several.iter().map(line).collect();
            bail!("'{name}' may mean\n{}\n  hint: give the id instead", lines.join("\n"))
        }
    }
}

/// Says how large the graphs are.
pub(super) fn say_sizes(graphs: &BTreeMap<Grain, KnowledgeGraph>, report: &Report) {
    for (grain, graph) in graphs {
        let (nodes, edges) = (graph.node_count() as u64, graph.edge_count() as u64);
        let nodes = if nodes == 1 { "1 entity".to_owned() } else { format!("{nodes} entities") };
        report.say(&format!("the graph has {nodes} and {} ({grain})", count(edges, "edge")));
    }
}

/// Writes one file of a format, whole or not at all.
pub(super) fn put(
    graph: &KnowledgeGraph,
    format: Format,
    part: Part,
    options: &Options,
    path: Option<&Path>,
) -> anyhow::Result<()> {
    let mut output = Output::create(path)?;
    let place = || path.map_or("standard output".to_owned(), |path| path.display().to_string());
    write(graph, format, part, options, &mut output).with_context(|| format!("writing {}", place()))?;
    output.commit()
}

/// Reads a kind of entity.
pub(super) fn kind(text: &str) -> Result<EntityKind, String> {
    EntityKind::ALL.iter().copied().find(|kind| kind.name() == text).ok_or_else(|| {
        let known = EntityKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
        format!("'{text}' is not a kind of entity; known: {known}")
    })
}
