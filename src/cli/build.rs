//! `nisba build`: documents in, a graph out, in every format asked for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use nisba::export::{Format, Options};
use nisba::graph::Grain;

use super::Outcome;
use super::graph::{self, GraphArgs};
use super::output;

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

  The end of a file name tells the format; --help lists all, with who reads each.";

/// Write the graph of what documents tell
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\nFormats:\n{}", table()))]
pub(super) struct Args {
    #[command(flatten)]
    graph: GraphArgs,
    /// Where to write; the end of the name tells the format (several times for several files)
    #[arg(long, short, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The format, whatever the extension; without -o the graph goes to standard output
    #[arg(long, value_name = "FORMAT")]
    to: Option<Format>,
    /// Write RDF 1.2 (Turtle, N-Quads, JSON-LD), which few readers know yet
    #[arg(long)]
    rdf_12: bool,
    /// What an edge stands for: aggregated (same ends, predicate and status) or events (one relation)
    #[arg(long, value_name = "GRAIN")]
    grain: Option<Grain>,
}

/// One output: its format and where it goes (`None` for standard output).
type Target<'a> = (Format, Option<&'a Path>);

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let targets = targets(args)?;
    let grains = targets.iter().map(|&(format, _)| grain(args, format)).collect();
    let (graphs, sources) = args.graph.graphs(&grains)?;
    let options = Options { lang: args.graph.label_lang, rdf_12: args.rdf_12 };
    let mut written = Vec::new();
    for &(format, path) in &targets {
        let graph = &graphs[&grain(args, format)];
        for &part in format.parts() {
            let path = path.map(|path| part.path(path));
            graph::put(graph, format, part, &options, path.as_deref())?;
            written.extend(path.map(|path| path.display().to_string()));
        }
    }
    let report = sources.report();
    report.close();
    graph::say_sizes(&graphs, report);
    if !written.is_empty() {
        report.say(&format!("wrote {}", written.join(", ")));
    }
    Ok(report.outcome())
}

/// Returns what is to be written where; what cannot be written is told before anything is read.
fn targets(args: &Args) -> anyhow::Result<Vec<Target<'_>>> {
    if args.output.is_empty() {
        let Some(format) = args.to else {
            bail!(
                "where to? give -o contacts.graphml (or .gexf, .dot, .csv, .html; nisba build --help lists all), \
                 or --to dot for standard output"
            );
        };
        if format.parts().len() > 1 {
            bail!("{format} makes {} files; give -o contacts.{}", format.parts().len(), format.extension());
        }
        return Ok(vec![(format, None)]);
    }
    let mut targets = Vec::new();
    let mut taken = BTreeSet::new();
    let told = |path| args.to.or_else(|| Format::from_path(path));
    if args.rdf_12 && args.output.iter().filter_map(|path| told(path)).all(|format| !is_rdf(format)) {
        bail!("--rdf-12 is for RDF: give -o contacts.ttl (or .nq, .jsonld), or leave it out");
    }
    for path in &args.output {
        let format = args.to.or_else(|| Format::from_path(path)).with_context(|| {
            format!(
                "{}: the extension tells no format; give --to NAME, or one of these ends\n{}",
                path.display(),
                table()
            )
        })?;
        if let Some(feature) = format.lacks() {
            bail!(
                "this program was built without {format}; get it with: cargo install --locked --path . --features {feature}"
            );
        }
        let path = Some(path.as_path()).filter(|path| path.as_os_str() != "-");
        if path.is_none() && format.parts().len() > 1 {
            bail!("{format} makes {} files; give -o contacts.{}", format.parts().len(), format.extension());
        }
        for file in path.iter().flat_map(|path| format.parts().iter().map(|part| part.path(path))) {
            output::check(&file)?;
            if !taken.insert(file.clone()) {
                bail!("{} would be written twice; give each format a name of its own", file.display());
            }
        }
        targets.push((format, path));
    }
    Ok(targets)
}

/// Returns whether a format is RDF.
fn is_rdf(format: Format) -> bool {
    matches!(format, Format::Turtle | Format::NQuads | Format::JsonLd)
}

/// Returns a line for each format: its name, the ends of its files, and who reads it.
fn table() -> String {
    let ends = |format: Format| {
        let ends: Vec<String> = format.endings().iter().map(|ending| format!(".{ending}")).collect();
        ends.join(" ")
    };
    let rows = Format::ALL.iter().map(|&format| (format.name(), ends(format), format));
    let width = rows.clone().map(|(_, ends, _)| ends.len()).max().unwrap_or_default();
    let line = |(name, ends, format): (&str, String, Format)| {
        let files = match format.parts().len() {
            1 => String::new(),
            count => format!(" ({count} files)"),
        };
        format!("  {name:<14}  {ends:<width$}  {}{files}", format.readers())
    };
    rows.map(line).collect::<Vec<_>>().join("\n")
}

fn grain(args: &Args, format: Format) -> Grain {
    args.grain.or_else(|| format.grain()).unwrap_or_default()
}
