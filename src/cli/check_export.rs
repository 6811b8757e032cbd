//! `nisba check-export`: what a reader would lose of a file, or refuse.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::ValueEnum;
use nisba::export::check::{Finding, Reader, Report, check};
use nisba::export::{Format, Part};

use super::report::count;
use super::{Outcome, tell};

const EXAMPLES: &str = "\
Examples:
  nisba check-export contacts.dot --for gephi
  nisba check-export somebodys.gexf --for networkx

Tables that belong together (contacts.nodes.csv and contacts.edges.csv):
  nisba check-export contacts.csv --for gephi

Severities: refused (the reader does not take the file), lost, changed, fine.
Exit codes: 0 nothing is lost, 1 there are findings, 2 the file cannot be read.";

/// Tell what a reader of graphs would lose of a file, or refuse, before it does
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// A graph in GEXF, GraphML, DOT, JSON, or tables for Gephi or Neo4j, of nisba or of any other program; several
    /// files belong together
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Who is to read it: gephi, networkx, igraph, graphology, neo4j or graphviz
    #[arg(long = "for", value_name = "READER")]
    reader: Reader,
    /// How the findings are shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Form,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Table,
    Json,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let paths = with_their_nodes(expanded(&args.files)?);
    let mut files = Vec::new();
    for path in &paths {
        let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        files.push((path.display().to_string(), bytes));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    let report = check(&files, args.reader);
    let text = match args.format {
        Form::Json => serde_json::to_string_pretty(&report)? + "\n",
        Form::Table => table(&report),
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(if report.is_fine() { Outcome::Done } else { Outcome::Findings })
}

/// Returns the files; a name that stands for several (`x.csv`) gives those that are there.
fn expanded(files: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for path in files {
        if path.exists() {
            paths.push(path.clone());
            continue;
        }
        let formats = Format::ALL.iter().filter(|format| format.parts() != [Part::Whole]);
        let parts: Vec<PathBuf> = formats.flat_map(|format| format.parts()).map(|part| part.path(path)).collect();
        let mut there: Vec<PathBuf> = parts.into_iter().filter(|part| part.exists()).collect();
        there.sort();
        there.dedup();
        if there.is_empty() {
            bail!("reading {}: there is no such file", path.display());
        }
        paths.extend(there);
    }
    Ok(paths)
}

/// Puts the table of nodes before one of edges that was given alone, where it lies beside it.
fn with_their_nodes(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let [alone] = paths.as_slice() else { return paths };
    let Some(nodes) = nodes_beside(alone).filter(|nodes| nodes.exists()) else { return paths };
    tell(&format!("reading {} with it", nodes.display()));
    vec![nodes, alone.clone()]
}

fn nodes_beside(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let part = [".edges.", ".relationships."].into_iter().find(|part| name.contains(part))?;
    Some(path.with_file_name(name.replacen(part, ".nodes.", 1)))
}

fn table(report: &Report) -> String {
    let mut text = String::new();
    for (name, shape) in &report.files {
        text += &format!("{name}: {}\n", shape.name());
    }
    let counts = [(report.nodes, "node"), (report.edges, "edge")].map(|(n, what)| count(n as u64, what)).join(", ");
    if report.findings.is_empty() {
        return text + &format!("nothing is lost for {} ({counts})\n", report.reader);
    }
    let several = report.files.len() > 1;
    for finding in &report.findings {
        let file = if several { format!("{}, ", finding.file) } else { String::new() };
        text += &format!("\n{:<8} {file}{}\n", finding.severity.name(), place(finding));
        text += &format!("         {}\n         fix: {}\n", finding.what, finding.fix);
    }
    let worst = if report.is_fine() { "nothing is lost" } else { "there are findings" };
    text + &format!("\n{worst} for {} ({counts})\n", report.reader)
}

fn place(finding: &Finding) -> String {
    let line = finding.line.map_or(String::new(), |line| format!("line {line}, "));
    let more = match finding.count {
        1 => String::new(),
        count => format!(", and {} more", count - 1),
    };
    format!("{line}{}{more} [{}]", finding.place, finding.rule)
}
