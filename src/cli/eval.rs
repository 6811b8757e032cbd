//! `nisba eval`: annotated documents in, precision and recall out.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;
use nisba::eval::{
    Annotated, Details, FIGURES, Figures, Miss, Parts, Reliability, STATUS_ORDER, Tally, details, parts,
    read_annotated, reliability, score,
};
use nisba::pipeline::Pipeline;
use nisba::relation::{Mechanism, Options, Record, Without};
use nisba::store::{Selection, Store};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::{Map, Value, json};

use super::Outcome;
use super::add::told;
use super::args::{KnowledgeArgs, RunArgs};
use super::eval_tables::{ablation, as_table as ablation_table, parts_table, reliability_table};
use super::names::isolate;

const EXAMPLES: &str = "\
Examples:
  Read the gold's texts and score what is found:
    nisba eval gold/dev.jsonl gold/seeds.jsonl
    nisba eval gold/*.jsonl --errors 20 --detail
    nisba eval gold/*.jsonl --format json | jq '.all[\"who spoke to whom\"].f1'

  What is each mechanism worth?
    nisba eval gold/*.jsonl --ablation
    nisba eval gold/*.jsonl --without pronouns,apposition

  Score what was read before, by Nisba or by another program:
    nisba eval gold/dev.jsonl --predicted docs.jsonl
    nisba eval gold/dev.jsonl --predicted news.nisba";

/// Score what is found against annotated documents
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Annotated documents, one JSON object a line
    #[arg(value_name = "GOLD.jsonl", required = true)]
    gold: Vec<PathBuf>,
    /// Score this file or store instead of reading the texts
    #[arg(long, value_name = "FILE")]
    predicted: Option<PathBuf>,
    /// How to show the figures
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Form,
    /// List up to N misses and N false finds for each figure
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Also give the figures over gold rows whose entities are in the gazetteer
    #[arg(long)]
    in_gazetteer: bool,
    /// Also give the figures by language and by predicate, and the errors by kind
    #[arg(long)]
    detail: bool,
    /// Read without a mechanism (several: with commas), to see what it is worth
    #[arg(long, value_name = "MECHANISM", value_delimiter = ',', conflicts_with = "predicted")]
    without: Vec<Mechanism>,
    /// Give the figures without each mechanism in turn, and those of guessing
    #[arg(long, conflicts_with_all = ["predicted", "without", "errors", "in_gazetteer"])]
    ablation: bool,
    #[command(flatten)]
    knowledge: KnowledgeArgs,
    #[command(flatten)]
    run: RunArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Table,
    Json,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut gold: Vec<Annotated> = Vec::new();
    for path in &args.gold {
        gold.extend(read_annotated(path).map_err(with_hint)?);
    }
    let mut seen = BTreeMap::new();
    if let Some(twice) = gold.iter().find(|document| seen.insert(document.id.as_str(), ()).is_some()) {
        bail!("document id '{}' stands in two gold files", twice.id);
    }
    let without = args.without.iter().copied().collect::<Without>();
    let pipeline = args.knowledge.pipeline(Options { without, ..Options::default() })?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.run.threads()).build()?;
    let read = |pipeline: &Pipeline| -> BTreeMap<String, Annotated> {
        let read = |document: &Annotated| Annotated::from(&pipeline.extract(&document.document()));
        pool.install(|| gold.par_iter().map(|document| (document.id.clone(), read(document))).collect())
    };
    if args.ablation {
        let rows = ablation(&pipeline, &gold, &read);
        let text = match args.format {
            Form::Json => serde_json::to_string_pretty(&rows)? + "\n",
            Form::Table => ablation_table(&rows),
        };
        io::stdout().write_all(text.as_bytes())?;
        return Ok(Outcome::Done);
    }
    let predicted: BTreeMap<String, Annotated> = match &args.predicted {
        Some(path) if Store::is_at(path) => {
            let mut found = BTreeMap::new();
            let keep = |record: Record| drop(found.insert(record.id.clone(), Annotated::from(&record)));
            Store::open(path).and_then(|store| store.records(&Selection::Whole, keep)).map_err(told)?;
            found
        }
        Some(path) => read_annotated(path).map_err(with_hint)?.into_iter().map(|d| (d.id.clone(), d)).collect(),
        None => read(&pipeline),
    };
    let missing = gold.iter().filter(|document| !predicted.contains_key(&document.id)).count();
    if missing > 0 && !args.run.quiet {
        super::tell(&format!("{missing} gold documents have no prediction, and count as empty"));
    }
    let mut runs = vec![Run::new("all", &gold, &predicted, None)];
    if args.in_gazetteer {
        let is_known = |id: &str| pipeline.gazetteer().key(id).is_some();
        runs.push(Run::new("in gazetteer", &gold, &predicted, Some(&is_known)));
    }
    let text = match args.format {
        Form::Json => as_json(&runs, &parts(&gold, &predicted), &reliability(&gold, &predicted))?,
        Form::Table => {
            let table = reliability_table(&reliability(&gold, &predicted));
            let gap = if table.is_empty() { "" } else { "\n" };
            let detail = if args.detail { parts_table(&parts(&gold, &predicted)) } else { String::new() };
            as_table(&runs, &gold, args.errors) + &detail + gap + &table
        }
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Done)
}

fn with_hint(error: nisba::document::SourceError) -> anyhow::Error {
    let hint = error.hint();
    anyhow::Error::new(error).context(format!("the figures need every line (hint: {hint})"))
}

struct Run {
    name: &'static str,
    tallies: [Tally; 9],
    details: Details,
}

impl Run {
    fn new(
        name: &'static str,
        gold: &[Annotated],
        predicted: &BTreeMap<String, Annotated>,
        known: Option<&dyn Fn(&str) -> bool>,
    ) -> Run {
        Run { name, tallies: score(gold, predicted, known), details: details(gold, predicted, known) }
    }
}

fn as_json(runs: &[Run], parts: &Parts, reliability: &Reliability) -> anyhow::Result<String> {
    let mut all = Map::new();
    for Run { name, tallies, details } in runs {
        let figures = FIGURES.iter().zip(tallies).map(|(figure, tally)| ((*figure).to_owned(), json!(tally.figures())));
        let mut figures: Map<String, Value> = figures.collect();
        figures.insert("of relations found".to_owned(), details_as_json(details));
        all.insert((*name).to_owned(), Value::Object(figures));
    }
    all.insert("parts".to_owned(), json!(parts));
    all.insert("reliability".to_owned(), json!(reliability));
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}

/// Shares and counts over the pairs of a gold row and a found one; the gold has no attribution.
fn details_as_json(details: &Details) -> Value {
    let row = |counts: &[usize; 4]| -> Map<String, Value> {
        STATUS_ORDER.iter().zip(counts).map(|(status, count)| (status.name().to_owned(), json!(count))).collect()
    };
    let confusion: Map<String, Value> = STATUS_ORDER
        .iter()
        .zip(&details.confusion)
        .map(|(status, counts)| (status.name().to_owned(), Value::Object(row(counts))))
        .collect();
    json!({
        "pairs": details.pairs,
        "status": { "share": details.status_share(), "right": details.status_right(), "gold as found": confusion },
        "date": details.date.figures(),
        "place": details.place.figures(),
        "attribution": { "predicted": details.attributed, "of": details.found, "gold": Value::Null },
    })
}

fn details_as_table(details: &Details) -> String {
    let mut text = format!("  of {} relations found:\n", details.pairs);
    text += &format!("    {:<26} {:.3} right ({})\n", "status", details.status_share(), details.status_right());
    let columns: String = STATUS_ORDER.iter().map(|status| format!("{:>10}", status.name())).collect();
    text += &format!("      {:<24}{columns}\n", "gold, and found as");
    for (status, counts) in STATUS_ORDER.iter().zip(&details.confusion) {
        let counts: String = counts.iter().map(|count| format!("{count:>10}")).collect();
        text += &format!("      {:<24}{counts}\n", status.name());
    }
    for (name, value) in [("date", &details.date), ("place", &details.place)] {
        let figures = value.figures();
        text += &format!(
            "    {name:<26} P {:.3}  R {:.3}  F1 {:.3}   gold {} predicted {} hit {}",
            figures.precision, figures.recall, figures.f1, figures.gold, figures.predicted, figures.hit
        );
        text += &if figures.compatible > 0 {
            format!(" (and {} less or more exact)\n", figures.compatible)
        } else {
            "\n".to_owned()
        };
    }
    text += &format!(
        "    {:<26} told of {} of all {} found; the gold does not say who reports\n",
        "attribution", details.attributed, details.found
    );
    text
}

fn as_table(runs: &[Run], gold: &[Annotated], errors: usize) -> String {
    let mut text = String::new();
    for Run { name, tallies, details } in runs {
        text += &format!("{name} ({} documents)\n", gold.len());
        for (figure, tally) in FIGURES.iter().zip(tallies) {
            let Figures { precision, recall, f1, gold, predicted, hit } = tally.figures();
            text += &format!(
                "  {figure:<28} P {precision:.3}  R {recall:.3}  F1 {f1:.3}   gold {gold} predicted {predicted} hit {hit}\n"
            );
        }
        text += &details_as_table(details);
    }
    if errors > 0 {
        let texts: BTreeMap<&str, &str> =
            gold.iter().map(|d| (d.id.as_str(), d.text.as_deref().unwrap_or_default())).collect();
        for (figure, tally) in FIGURES.iter().zip(&runs[0].tallies) {
            for (kind, rows) in [("missed", &tally.missed), ("false", &tally.wrong)] {
                text += &format!("\n{figure}: {kind} {} {}\n", rows.len(), by_kind(rows));
                for Miss { document, label, span, .. } in rows.iter().take(errors) {
                    let place = span.map_or(String::new(), |span| snippet(texts[document.as_str()], span));
                    text += &format!("  {document}: {label} :: {}\n", isolate(&place));
                }
            }
        }
    }
    text
}

/// Returns the eight most frequent kinds of row, with their counts.
fn by_kind(rows: &[Miss]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(&row.kind).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let shown = counts.iter().take(8).map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", ");
    format!("({shown})")
}

/// Returns the text of a span of code points, on one line, cut to 160 of them.
fn snippet(text: &str, (start, end): (usize, usize)) -> String {
    let piece: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
    piece.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(160).collect()
}
