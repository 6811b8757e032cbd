//! `nisba lexicon`: what the rows of the lexicon are worth.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use clap::Subcommand;
use nisba::document::{Input, SourceError};
use nisba::relation::Options;
use nisba::survey::{Example, RowFlag, RowHits, TriggerTally};
use serde::Serialize;

use super::Outcome;
use super::args::{Form, InputArgs};
use super::names::isolate;
use super::read::in_order;
use super::report::{Report, count};
use super::table::aligned;

const HITS_EXAMPLES: &str = "\
Examples:
  nisba lexicon hits articles/
  nisba lexicon hits --examples 2 --flagged articles/
  nisba lexicon hits --much 3 --format csv articles/ > rows.csv

Flags: unseen, the word does not stand in the articles; never, it was seen and led to no relation; much, it led to more than
--much percent of all relations. A relation that a document tells twice counts once.";

/// Find out which rows of the lexicon lead to relations
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Count how often each trigger row was seen, and what it led to
    #[command(after_help = HITS_EXAMPLES)]
    Hits(HitsArgs),
}

#[derive(Debug, clap::Args)]
struct HitsArgs {
    #[command(flatten)]
    input: InputArgs,
    /// How to show the rows
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Form,
    /// Show up to N sentences of each row
    #[arg(long, value_name = "N", default_value_t = 0)]
    examples: usize,
    /// Flag rows that lead to more than this percentage of all relations
    #[arg(long, value_name = "PERCENT", default_value_t = 5.0)]
    much: f64,
    /// Only rows that are flagged
    #[arg(long)]
    flagged: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    match &args.command {
        Command::Hits(args) => hits(args),
    }
}

fn hits(args: &HitsArgs) -> anyhow::Result<Outcome> {
    args.input.read.without_decisions("the data files are looked through, not what people decided")?;
    let pipeline = Arc::new(args.input.read.knowledge.pipeline(Options::default())?);
    let mut report = Report::new(args.input.read.run.quiet, args.input.read.strict);
    let mut tally = TriggerTally::new(pipeline.lexicon(), args.examples);
    let reader = Arc::clone(&pipeline);
    let work = move |input| match input {
        Input::Document(document) => Ok(reader.hits(&document)),
        Input::Extracted(line) => Err(SourceError::Extracted { place: line.place }),
    };
    in_order(args.input.read.texts(&args.input.paths)?, args.input.read.run.threads(), work, |result| match result {
        Ok(hits) => {
            report.read(hits.record.lang, hits.record.mentions.len(), hits.record.relations.len());
            tally.add(&hits);
            ControlFlow::Continue(())
        }
        Err(error) => report.skip(&error),
    });
    report.check()?;
    report.end_progress();
    let mut rows = tally.finish(pipeline.lexicon(), args.much / 100.0);
    let flagged = |flag: RowFlag| rows.iter().filter(|row| row.flag == Some(flag)).count() as u64;
    let (unseen, never, much) = (flagged(RowFlag::Unseen), flagged(RowFlag::Never), flagged(RowFlag::Much));
    let all = rows.len() as u64;
    rows.retain(|row| !args.flagged || row.flag.is_some());
    let text = match args.format {
        Form::Table => table(&rows).into_bytes(),
        Form::Json => serde_json::to_vec_pretty(&rows)?.into_iter().chain([b'\n']).collect(),
        Form::Csv => csv(&rows)?,
    };
    io::stdout().write_all(&text)?;
    report.close();
    report.say(&format!(
        "{}: {unseen} unseen, {never} seen that never led to a relation, {much} with more than {} % of all",
        count(all, "row"),
        args.much
    ));
    Ok(report.outcome())
}

fn percent(share: f64) -> String {
    format!("{:.2}", share * 100.0)
}

fn table(rows: &[RowHits]) -> String {
    let shown = |text: &str| if io::stdout().is_terminal() { isolate(text) } else { text.to_owned() };
    let row = |row: &RowHits| {
        let cells = vec![
            row.seen.to_string(),
            row.led.to_string(),
            row.relations.to_string(),
            percent(row.share),
            row.confidence.map_or("-".to_owned(), |confidence| format!("{confidence:.2}")),
            row.flag.map_or("", RowFlag::name).to_owned(),
            row.predicate.name().to_owned(),
            row.id.to_string(),
            shown(&row.forms),
        ];
        let example = |Example { document, sentence }: &Example| format!("{document}: {}", shown(sentence));
        (cells, row.examples.iter().map(example).collect())
    };
    aligned(
        &["SEEN", "LED", "RELATIONS", "% OF ALL", "CONFIDENCE", "FLAG", "PREDICATE", "ROW", "FORMS"],
        &rows.iter().map(row).collect::<Vec<(Vec<String>, Vec<String>)>>(),
    )
}

/// One line of the CSV form.
#[derive(Serialize)]
struct Line<'r> {
    id: &'r str,
    lang: &'r str,
    forms: &'r str,
    predicate: &'r str,
    seen: u64,
    led: u64,
    relations: u64,
    share: f64,
    confidence: Option<f64>,
    flag: Option<&'r str>,
    examples: String,
}

fn csv(rows: &[RowHits]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let example = |Example { document, sentence }: &Example| format!("{document}: {sentence}");
        writer.serialize(Line {
            id: &row.id,
            lang: row.lang.code(),
            forms: &row.forms,
            predicate: row.predicate.name(),
            seen: row.seen,
            led: row.led,
            relations: row.relations,
            share: row.share,
            confidence: row.confidence,
            flag: row.flag.map(RowFlag::name),
            examples: row.examples.iter().map(example).collect::<Vec<_>>().join(" | "),
        })?;
    }
    Ok(writer.into_inner()?)
}
