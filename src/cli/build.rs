//! `nisba build`: documents in, a graph out, in every format asked for.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use nisba::document::{Input, Lang};
use nisba::export::{Format, Options, Part, write};
use nisba::gazetteer::{EntityKind, Gazetteer};
use nisba::graph::{Builder, Ego, EntityInfo, Filter, Grain, KnowledgeGraph};
use nisba::relation::{Family, Predicate, Record};

use super::Outcome;
use super::args::{InputArgs, PeriodArgs, lang};
use super::names::{self, Named};
use super::output::{self, Output};
use super::read::in_order;
use super::report::{Report, count};

const EXAMPLES: &str = "\
Examples:
  For Gephi, for Graphviz, and as two spreadsheets (contacts.nodes.csv, contacts.edges.csv):
    nisba build articles/ -o contacts.graphml -o contacts.dot -o contacts.csv

  Only who spoke to whom, with English labels, drawn at once:
    nisba build articles/ --family contact --label-lang en --to dot | dot -Tsvg > contacts.svg

  What is around Egypt in August 2025, told at least twice:
    nisba build articles/ --ego Egypt --since 2025-08 --until 2025-08 --min-weight 2 -o egypt.gexf

  From what was read before:
    nisba extract articles/ > docs.jsonl
    nisba build docs.jsonl --status planned,possible -o ahead.graphml

Formats by extension: .graphml, .gexf, .dot or .gv, .csv, .json (node-link), .jsonl (a relation a line).";

/// Write the graph of what documents tell
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    /// Where to write; the extension tells the format (several times for several files)
    #[arg(long, short, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The format, whatever the extension; without -o the graph goes to standard output
    #[arg(long, value_name = "FORMAT")]
    to: Option<Format>,
    /// The language of labels, ar or en
    #[arg(long, value_name = "LANG", value_parser = lang, default_value = "ar")]
    label_lang: Lang,
    /// Write RDF 1.2 (Turtle, N-Quads, JSON-LD), which few readers know yet
    #[arg(long)]
    rdf_12: bool,
    /// What an edge stands for: aggregated (same ends, predicate and status) or events (one relation)
    #[arg(long, value_name = "GRAIN")]
    grain: Option<Grain>,
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

/// One output: its format and where it goes (`None` for standard output).
type Target<'a> = (Format, Option<&'a Path>);

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let targets = targets(args)?;
    let filter = filter(args);
    let co_occurs = filter.relations.admits_predicate(Predicate::CoOccurs);
    let options = nisba::relation::Options { co_occurs, ..Default::default() };
    let pipeline = Arc::new(args.input.knowledge.pipeline(options)?);
    let gazetteer = pipeline.gazetteer();
    let ego = args.ego.as_deref().map(|name| Named::new(name, gazetteer)).transpose()?;
    let mut builders: BTreeMap<Grain, Builder> = BTreeMap::new();
    for &(format, _) in &targets {
        builders.entry(grain(args, format)).or_insert_with_key(|&grain| Builder::new(grain, filter.clone()));
    }
    let mut report = Report::new(args.input.run.quiet, args.input.strict);
    let reader = Arc::clone(&pipeline);
    let work = move |input| match input {
        Input::Document(document) => Ok(reader.extract(&document)),
        Input::Extracted(line) => Record::from_extracted(&line),
    };
    in_order(args.input.source().inputs(), args.input.run.threads(), work, |result| match result {
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
        graphs.insert(grain, around(graph, args, ego.as_ref(), gazetteer)?);
    }
    let options = Options { lang: args.label_lang, rdf_12: args.rdf_12 };
    let mut written = Vec::new();
    for &(format, path) in &targets {
        let graph = &graphs[&grain(args, format)];
        for &part in format.parts() {
            let path = path.map(|path| part.path(path));
            put(graph, format, part, &options, path.as_deref())?;
            written.extend(path.map(|path| path.display().to_string()));
        }
    }
    report.close();
    for (grain, graph) in &graphs {
        let (nodes, edges) = (graph.node_count() as u64, graph.edge_count() as u64);
        let nodes = if nodes == 1 { "1 entity".to_owned() } else { format!("{nodes} entities") };
        report.say(&format!("the graph has {nodes} and {} ({grain})", count(edges, "edge")));
    }
    if !written.is_empty() {
        report.say(&format!("wrote {}", written.join(", ")));
    }
    Ok(report.outcome())
}

/// Returns what is to be written where; what cannot be written is told before anything is read.
fn targets(args: &Args) -> anyhow::Result<Vec<Target<'_>>> {
    let names = || Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", ");
    if args.output.is_empty() {
        let Some(format) = args.to else {
            bail!(
                "where to? give -o contacts.graphml (or .gexf, .dot, .csv, .json, .jsonl), or --to dot for standard output"
            );
        };
        if format.parts().len() > 1 {
            bail!("{format} makes {} files; give -o contacts.{}", format.parts().len(), format.extension());
        }
        return Ok(vec![(format, None)]);
    }
    let mut targets = Vec::new();
    for path in &args.output {
        let format = args.to.or_else(|| Format::from_path(path)).with_context(|| {
            format!("{}: the extension tells no format; give --to with one of {}", path.display(), names())
        })?;
        if let Some(feature) = format.lacks() {
            bail!("this program was built without {format}; get it with: cargo install --path . --features {feature}");
        }
        let path = Some(path.as_path()).filter(|path| path.as_os_str() != "-");
        if path.is_none() && format.parts().len() > 1 {
            bail!("{format} makes {} files; give -o contacts.{}", format.parts().len(), format.extension());
        }
        for part in format.parts() {
            path.map(|path| output::check(&part.path(path))).transpose()?;
        }
        targets.push((format, path));
    }
    Ok(targets)
}

fn grain(args: &Args, format: Format) -> Grain {
    args.grain.or_else(|| format.grain()).unwrap_or_default()
}

fn filter(args: &Args) -> Filter {
    let mut relations = args.period.filter(args.predicate.iter().copied(), args.family.iter().copied());
    relations.co_occurs = args.co_occurs;
    Filter { relations, kinds: args.kind.iter().copied().collect(), min_weight: args.min_weight, ego: None }
}

/// Returns the neighbourhood of the entity that is asked for.
fn around(
    graph: KnowledgeGraph,
    args: &Args,
    ego: Option<&Named>,
    gazetteer: &Gazetteer,
) -> anyhow::Result<KnowledgeGraph> {
    let (Some(named), Some(name)) = (ego, &args.ego) else { return Ok(graph) };
    let meant: Vec<_> = graph
        .nodes()
        .filter(|node| named.is_one_of(&node.id, [&node.name_ar, &node.name_en]))
        .map(|node| node.id.clone())
        .collect();
    match meant.as_slice() {
        [id] => {
            let ego = Some(Ego { id: id.clone(), radius: 1 });
            let mut filter = filter(args);
            (filter.min_weight, filter.ego) = (0, ego);
            Ok(graph.filtered(&filter))
        }
        [] => bail!("no edge of the graph touches '{name}'; see what the name means: nisba gazetteer lookup '{name}'"),
        several => {
            let keys: Vec<_> = several.iter().filter_map(|id| gazetteer.key(id)).collect();
            bail!("'{name}' may mean\n{}\n  hint: give the id instead", names::list(&keys, gazetteer))
        }
    }
}

fn put(
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
