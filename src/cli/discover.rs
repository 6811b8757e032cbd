//! `nisba gazetteer discover`: whom the gazetteer lacks, by frequency, as rows to paste into it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use nisba::document::{Input, SourceError};
use nisba::relation::Options;
use nisba::survey::{Discovery, Example, NameTally, OverlayRows, What, header};
use serde::Serialize;

use super::Outcome;
use super::args::{Form, InputArgs};
use super::names::isolate;
use super::output::Output;
use super::read::in_order;
use super::report::{Report, count};
use super::table::aligned;

pub(super) const EXAMPLES: &str = "\
Examples:
  nisba gazetteer discover articles/
  nisba gazetteer discover --min 5 --examples 3 articles/
  zcat dump.jsonl.gz | nisba gazetteer discover --format csv - > missing.csv

  Write a folder of rows, look it over, and read with it:
    nisba gazetteer discover --min 10 --overlay my-names/ articles/
    nisba gazetteer check my-names/
    nisba extract --gazetteer my-names/ articles/

A person or body is someone read and not listed; words are what stands behind a title and was not read as a name; an office
is one without a known holder on the day of the document. The rows are proposals: complete them before you keep them.";

/// Find people nobody lists, and offices without a known holder, by frequency
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    /// How to show what is found
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Form,
    /// Only what was seen N times or more
    #[arg(long, value_name = "N", default_value_t = 2)]
    min: u64,
    /// Show up to N sentences of each
    #[arg(long, value_name = "N", default_value_t = 1)]
    examples: usize,
    /// Also write the rows of people and bodies as a gazetteer folder, for --gazetteer
    #[arg(long, value_name = "DIR")]
    overlay: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.input.read.without_decisions("the data files are looked through, not what people decided")?;
    let pipeline = Arc::new(args.input.read.knowledge.pipeline(Options::default())?);
    let mut report = Report::new(args.input.read.run.quiet, args.input.read.strict);
    let mut tally = NameTally::new(args.examples);
    let reader = Arc::clone(&pipeline);
    let work = move |input| match input {
        Input::Document(document) => {
            let sightings = reader.unlisted(&document);
            Ok((document.id, document.lang, document.date, sightings))
        }
        Input::Extracted(line) => Err(SourceError::Extracted { place: line.place }),
    };
    in_order(args.input.read.texts(&args.input.paths)?, args.input.read.run.threads(), work, |result| match result {
        Ok((id, lang, date, sightings)) => {
            report.document(lang);
            tally.add(&id, lang, date, sightings);
            ControlFlow::Continue(())
        }
        Err(error) => report.skip(&error),
    });
    report.check()?;
    report.end_progress();
    let found = tally.finish(args.min, pipeline.gazetteer());
    let text = match args.format {
        Form::Table => table(&found).into_bytes(),
        Form::Json => serde_json::to_vec_pretty(&found)?.into_iter().chain([b'\n']).collect(),
        Form::Csv => csv(&found)?,
    };
    io::stdout().write_all(&text)?;
    if let Some(dir) = &args.overlay {
        write_overlay(dir, &found)?;
        report.say(&format!("wrote {}", dir.display()));
    }
    report.close_with(&count(found.len() as u64, "thing"));
    Ok(report.outcome())
}

/// The rows of a discovery, each with the file it belongs to.
fn rows(rows: &OverlayRows) -> impl Iterator<Item = (&'static str, &str)> {
    [("entities.csv", &rows.entities), ("aliases.csv", &rows.aliases), ("offices.csv", &rows.offices)]
        .into_iter()
        .filter_map(|(file, row)| Some((file, row.as_deref()?)))
}

fn table(found: &[Discovery]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let shown = |text: &str| if io::stdout().is_terminal() { isolate(text) } else { text.to_owned() };
    let row = |one: &Discovery| {
        let cells = vec![
            one.count.to_string(),
            one.documents.to_string(),
            one.what.name().to_owned(),
            one.office.clone().unwrap_or_else(|| "-".to_owned()),
            one.of.as_deref().unwrap_or("-").to_owned(),
            shown(&one.name),
        ];
        let pasted = rows(&one.rows).map(|(file, row)| format!("{file}: {row}"));
        let examples =
            one.examples.iter().map(|Example { document, sentence }| format!("{document}: {}", shown(sentence)));
        (cells, pasted.chain(examples).collect())
    };
    aligned(
        &["COUNT", "DOCUMENTS", "WHAT", "OFFICE", "OF", "NAME"],
        &found.iter().map(row).collect::<Vec<(Vec<String>, Vec<String>)>>(),
    )
}

/// One line of the CSV form.
#[derive(Serialize)]
struct Line<'d> {
    what: &'d str,
    name: &'d str,
    lang: &'d str,
    count: u64,
    documents: u64,
    office: Option<&'d str>,
    of: Option<&'d str>,
    since: Option<String>,
    until: Option<String>,
    #[serde(rename = "entities.csv")]
    entities: Option<&'d str>,
    #[serde(rename = "aliases.csv")]
    aliases: Option<&'d str>,
    #[serde(rename = "offices.csv")]
    offices: Option<&'d str>,
    examples: String,
}

fn csv(found: &[Discovery]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for one in found {
        let example = |Example { document, sentence }: &Example| format!("{document}: {sentence}");
        writer.serialize(Line {
            what: one.what.name(),
            name: &one.name,
            lang: one.lang.code(),
            count: one.count,
            documents: one.documents,
            office: one.office.as_deref(),
            of: one.of.as_deref(),
            since: one.since.map(|date| date.to_string()),
            until: one.until.map(|date| date.to_string()),
            entities: one.rows.entities.as_deref(),
            aliases: one.rows.aliases.as_deref(),
            offices: one.rows.offices.as_deref(),
            examples: one.examples.iter().map(example).collect::<Vec<_>>().join(" | "),
        })?;
    }
    Ok(writer.into_inner()?)
}

/// Writes the files of a gazetteer folder, sorted as the program's own are; words that may be no name stay out.
fn write_overlay(dir: &Path, found: &[Discovery]) -> anyhow::Result<()> {
    fs::create_dir_all(dir).with_context(|| format!("making {}", dir.display()))?;
    for name in ["entities.csv", "aliases.csv", "offices.csv"] {
        let read = found.iter().filter(|one| matches!(one.what, What::Person | What::Body));
        let of_file = read.flat_map(|one| rows(&one.rows)).filter(|&(file, _)| file == name);
        let lines: BTreeSet<&str> = of_file.map(|(_, row)| row).collect();
        let Some(header) = header(name) else { continue };
        let mut output = Output::create(Some(&dir.join(name)))?;
        for line in std::iter::once(header).chain(lines) {
            writeln!(output, "{line}")?;
        }
        output.commit()?;
    }
    Ok(())
}
