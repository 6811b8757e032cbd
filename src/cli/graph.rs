//! What `build` and `view` share: the filters, and the way from documents to graphs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use nisba::document::{Input, Lang};
use nisba::export::{Format, Options, Part, write};
use nisba::gazetteer::{EntityKind, Gazetteer};
use nisba::graph::{Builder, Ego, EntityInfo, Filter, Grain, KnowledgeGraph};
use nisba::relation::{Family, Predicate, Record};

use super::args::{InputArgs, PeriodArgs, lang};
use super::names::{self, Named};
use super::output::Output;
use super::read::in_order;
use super::report::{Report, count};

/// What is read, and what of it the graph holds.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct GraphArgs {
    #[command(flatten)]
    input: InputArgs,
    /// The language of labels, ar or en
    #[arg(long, value_name = "LANG", value_parser = lang, default_value = "ar")]
    pub(super) label_lang: Lang,
    /// Only these predicates, such as called,met
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filter")]
    predicate: Vec<Predicate>,
    /// Only these families: contact, cooperation, conflict, role
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filter")]
    family: Vec<Family>,
    #[command(flatten)]
    period: PeriodArgs,
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
    /// Reads the documents; returns the graph of each grain, and the report, still to be closed.
    pub(super) fn graphs(&self, grains: &BTreeSet<Grain>) -> anyhow::Result<(BTreeMap<Grain, KnowledgeGraph>, Report)> {
        let filter = self.filter();
        let co_occurs = filter.relations.admits_predicate(Predicate::CoOccurs);
        let options = nisba::relation::Options { co_occurs, ..Default::default() };
        let pipeline = Arc::new(self.input.knowledge.pipeline(options)?);
        let gazetteer = pipeline.gazetteer();
        let ego = self.ego.as_deref().map(|name| Named::new(name, gazetteer)).transpose()?;
        let mut builders: BTreeMap<Grain, Builder> =
            grains.iter().map(|&grain| (grain, Builder::new(grain, filter.clone()))).collect();
        let mut report = Report::new(self.input.run.quiet, self.input.strict);
        let reader = Arc::clone(&pipeline);
        let work = move |input| match input {
            Input::Document(document) => Ok(reader.extract(&document)),
            Input::Extracted(line) => Record::from_extracted(&line),
        };
        in_order(self.input.source().inputs(), self.input.run.threads(), work, |result| match result {
            Ok(record) => {
                report.read(record.lang, record.mentions.len(), record.relations.len());
                builders.values_mut().for_each(|builder| builder.add(&record));
                ControlFlow::Continue(())
            }
            Err(error) => report.skip(&error),
        });
        report.check()?;
        report.end_progress();
        let mut graphs = BTreeMap::new();
        for (grain, builder) in builders {
            let graph = builder.finish(&|id| EntityInfo::of(gazetteer, id));
            graphs.insert(grain, self.around(graph, ego.as_ref(), gazetteer)?);
        }
        Ok((graphs, report))
    }

    fn filter(&self) -> Filter {
        let mut relations = self.period.filter(self.predicate.iter().copied(), self.family.iter().copied());
        relations.co_occurs = self.co_occurs;
        Filter { relations, kinds: self.kind.iter().copied().collect(), min_weight: self.min_weight, ego: None }
    }

    /// Returns the neighbourhood of the entity that is asked for.
    fn around(
        &self,
        graph: KnowledgeGraph,
        ego: Option<&Named>,
        gazetteer: &Gazetteer,
    ) -> anyhow::Result<KnowledgeGraph> {
        let (Some(named), Some(name)) = (ego, &self.ego) else { return Ok(graph) };
        let meant: Vec<_> = graph
            .nodes()
            .filter(|node| named.is_one_of(&node.id, [&node.name_ar, &node.name_en]))
            .map(|node| node.id.clone())
            .collect();
        match meant.as_slice() {
            [id] => {
                let ego = Some(Ego { id: id.clone(), radius: 1 });
                let mut filter = self.filter();
                (filter.min_weight, filter.ego) = (0, ego);
                Ok(graph.filtered(&filter))
            }
            [] => {
                bail!("no edge of the graph touches '{name}'; see what the name means: nisba gazetteer lookup '{name}'")
            }
            several => {
                let keys: Vec<_> = several.iter().filter_map(|id| gazetteer.key(id)).collect();
                bail!("'{name}' may mean\n{}\n  hint: give the id instead", names::list(&keys, gazetteer))
            }
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

fn kind(text: &str) -> Result<EntityKind, String> {
    use EntityKind::{City, Country, Organisation, Person, Region};
    let all = [Person, Country, City, Region, Organisation];
    all.into_iter().find(|kind| kind.name() == text).ok_or_else(|| {
        let known = all.map(EntityKind::name).join(", ");
        format!("'{text}' is not a kind of entity; known: {known}")
    })
}
