//! `nisba timeline`: what one did and what was done to it, in the order of time.

use std::io::{self, Write};

use nisba::query::{About, Event, Timeline};
use nisba::relation::Options;
use nisba::store::{Ends, Selection};

use super::Outcome;
use super::args::{ConditionArgs, Form, KindArgs, ShowArgs, SourceArgs};
use super::events;
use super::report::count;
use super::sources::{Named, Sources, asks_co_occurrence};

const EXAMPLES: &str = "\
Examples:
  What did Putin do, and what was done to him, in 2018?
    nisba timeline articles/ Putin --since 2018 --until 2018

  The ten latest contacts of Saudi Arabia's crown prince, with the sentences that prove them:
    nisba timeline articles/ 'محمد بن سلمان' --family contact --reverse --limit 10 --evidence

  What is planned with Egypt; a table for a spreadsheet:
    nisba timeline docs.jsonl Egypt --status planned --format csv > ahead.csv

What several documents tell alike is one event; DOCS counts them, and in brackets the distinct texts, where some are copies.
A date in brackets is that of the first document: no text tells the day.
Exit codes: 0 found, 1 nothing found, 2 something was skipped or failed.";

/// Show everything that one entity did and that was done to it, in the order of time
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: SourceArgs,
    /// Whom it is about: a name in any spelling or language, or an id
    #[arg(value_name = "ENTITY")]
    entity: String,
    #[command(flatten)]
    conditions: ConditionArgs,
    #[command(flatten)]
    kinds: KindArgs,
    /// The latest first
    #[arg(long)]
    reverse: bool,
    /// Only so many events, from the top
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    show: ShowArgs,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let options = Options { co_occurs: asks_co_occurrence(&args.kinds), ..Options::default() };
    let mut sources = Sources::open(&args.input.sources, &args.input.read, options)?;
    let named = sources.named(&args.entity)?;
    let relations = sources.filter(&args.conditions, &args.kinds, &[])?;
    let selection = Selection::Relations { filter: relations.clone(), ends: Ends::Touching(named.ids.clone()) };
    let mut timeline = Timeline::new(About { ids: named.ids.clone(), relations });
    sources.each(&selection, |record| timeline.add(record))?;
    let lang = args.show.lang([args.entity.as_str()]);
    let mut found = timeline.finish();
    if args.reverse {
        found.reverse();
    }
    let all = found.len();
    found.truncate(args.limit.unwrap_or(usize::MAX));
    for event in &mut found {
        event.label(&sources, lang);
    }
    let text = match args.show.format {
        Form::Table => events::table(&found, lang, args.show.evidence).into_bytes(),
        Form::Json => events::json(&found)?,
        Form::Csv => events::csv(&found)?,
    };
    io::stdout().write_all(&text)?;
    Ok(close(&sources, &[&named], &found.iter().collect::<Vec<_>>(), all))
}

/// Says what was found, and of whom nothing is known; `all` counts what was found before a limit.
pub(super) fn close(sources: &Sources, named: &[&Named], found: &[&Event], all: usize) -> Outcome {
    let report = sources.report();
    report.close();
    if found.is_empty() {
        for name in named.iter().filter(|named| !named.is_known).map(|named| &named.name) {
            report.say(&format!(
                "nobody is called '{name}', neither in the gazetteer nor in what was read (see: nisba gazetteer lookup '{name}')"
            ));
        }
    }
    for named in named.iter().filter(|named| named.ids.len() > 1 && named.is_known) {
        let ids: Vec<&str> = named.ids.iter().map(|id| &**id).collect();
        report.say(&format!("'{}' means {}: all are meant; give an id for one of them", named.name, ids.join(", ")));
    }
    let of = if all > found.len() { format!(" of {all}") } else { String::new() };
    report.say(&format!("{}{of}", count(found.len() as u64, "event")));
    match report.outcome() {
        Outcome::Done if found.is_empty() => Outcome::NothingFound,
        outcome => outcome,
    }
}
