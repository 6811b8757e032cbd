//! `nisba dossier`: everything that is told of one, as a page to read.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::ValueEnum;
use nisba::document::Lang;
use nisba::dossier;
use nisba::query::{Dossier, Dossiers};
use nisba::relation::Options;
use nisba::store::Selection;

use super::Outcome;
use super::args::{ConditionArgs, KindArgs, SourceArgs, lang};
use super::events::json;
use super::output::{self, Output};
use super::report::count;
use super::sources::{Sources, asks_co_occurrence};

const EXAMPLES: &str = "\
Examples:
  A page on Putin, for any browser, without a network:
    nisba dossier articles/ Putin -o putin.html

  The same in Arabic, and as Markdown for an editor or pandoc:
    nisba dossier articles/ بوتين -o putin.html -o putin.md

  Egypt in the three months before the newest article, read in the terminal:
    nisba dossier docs.jsonl Egypt --last 3m | less

The language of the page is that of the name, unless --label-lang tells another; sentences stay in their own.
Exit codes: 0 written, 1 nothing is told of it, 2 something was skipped or failed.";

/// Write a dossier of one entity: names, offices, contacts, timeline, key events with their sentences, sources
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: SourceArgs,
    /// Whom it is about: a name in any spelling or language, or an id
    #[arg(value_name = "ENTITY")]
    entity: String,
    /// Where to write: x.html, x.md or x.json (several: repeat it); - for standard output [default: Markdown there]
    #[arg(long, short, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The form, where the name of the file does not tell
    #[arg(long, value_enum, value_name = "FORM")]
    to: Option<Form>,
    /// The language of the page and of names, ar or en [default: that of the name]
    #[arg(long, value_name = "LANG", value_parser = lang)]
    label_lang: Option<Lang>,
    #[command(flatten)]
    conditions: ConditionArgs,
    #[command(flatten)]
    kinds: KindArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Html,
    Md,
    Json,
}

impl Form {
    fn of(path: &Path) -> Option<Form> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Form::Html),
            "md" | "markdown" => Some(Form::Md),
            "json" => Some(Form::Json),
            _ => None,
        }
    }

    fn write(self, found: &Dossier) -> anyhow::Result<Vec<u8>> {
        Ok(match self {
            Form::Html => dossier::html(found).into_bytes(),
            Form::Md => dossier::markdown(found).into_bytes(),
            Form::Json => json(found)?,
        })
    }
}

impl Args {
    /// Returns where to write, and in what form.
    fn outputs(&self) -> anyhow::Result<Vec<(Option<&Path>, Form)>> {
        if self.output.is_empty() {
            return Ok(vec![(None, self.to.unwrap_or(Form::Md))]);
        }
        let mut outputs = Vec::new();
        for path in &self.output {
            if path.as_os_str() == "-" {
                outputs.push((None, self.to.unwrap_or(Form::Md)));
                continue;
            }
            output::check(path)?;
            let Some(form) = Form::of(path).or(self.to) else {
                bail!("{}: which form is that? end the name with .html, .md or .json, or give --to", path.display());
            };
            outputs.push((Some(path.as_path()), form));
        }
        Ok(outputs)
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let outputs = args.outputs()?;
    let options = Options { co_occurs: asks_co_occurrence(&args.kinds), ..Options::default() };
    let mut sources = Sources::open(&args.input.sources, &args.input.read, options)?;
    let id = sources.one(&args.entity)?;
    let relations = sources.filter(&args.conditions, &args.kinds, &[])?;
    let selection = Selection::Mentioning([id.clone()].into());
    let mut found = Dossiers::new(id, relations);
    // Offices with their terms, no store keeps.
    sources.load()?;
    sources.each(&selection, |record| found.add(record))?;
    let lang = args.label_lang.unwrap_or_else(|| Lang::detect(&args.entity));
    let found = found.finish(&sources, lang);
    for (path, form) in &outputs {
        let mut output = Output::create(*path)?;
        output.write_all(&form.write(&found)?)?;
        output.commit()?;
    }
    let report = sources.report();
    report.close();
    for path in outputs.iter().filter_map(|(path, _)| *path) {
        report.say(&format!("wrote {}", path.display()));
    }
    let events = count(found.counts.events as u64, "event");
    let documents = count(found.counts.telling as u64, "document");
    report.say(&format!("{}: {events} in {documents}", found.entity.name));
    Ok(match report.outcome() {
        Outcome::Done if found.sources.is_empty() => Outcome::NothingFound,
        outcome => outcome,
    })
}
