//! `nisba remove`: documents out of a store.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use nisba::store::{Run, RunCounts, Store};

use super::add::{Writer, describe, now, told};
use super::report::count;
use super::{Outcome, tell};

const EXAMPLES: &str = "\
Examples:
  An article was withdrawn:
    nisba remove news.nisba --doc 2025-08-15-alaska

  Several, from a list of ids, a line each:
    nisba remove news.nisba --list withdrawn.txt

What only these documents told is gone: relations, mentions, people whom nobody else names, and the texts, which are
overwritten in the file. Exit codes: 0 all were taken out, 1 the store has none of them, 2 some are missing or it failed.";

/// Take documents out of a store, with every trace of them
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The store
    #[arg(value_name = "STORE")]
    store: PathBuf,
    /// The id of a document (several times for several)
    #[arg(long, value_name = "ID", required_unless_present = "list")]
    doc: Vec<String>,
    /// A file of ids, one a line
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// Seconds to wait for another program that writes to the store
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    wait: u64,
    /// No closing summary
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    // What is not there is not made.
    drop(Store::open(&args.store).map_err(told)?);
    let mut ids = args.doc.clone();
    if let Some(list) = &args.list {
        let text = std::fs::read_to_string(list).with_context(|| format!("reading {}", list.display()))?;
        ids.extend(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
    }
    ensure!(!ids.is_empty(), "there is no id to take out; give --doc ID");
    let mut writer = Writer::open(&args.store, args.wait)?;
    let knowledge = writer.store.last_knowledge().map_err(told)?.unwrap_or_default();
    let program = concat!("nisba ", env!("CARGO_PKG_VERSION")).to_owned();
    let missing: Vec<&String> = writer.write(|batch| {
        let run = batch.begin_run(&Run { started: now(), program, knowledge })?;
        let mut missing = Vec::new();
        for id in &ids {
            if !batch.remove(id)? {
                missing.push(id);
            }
        }
        let removed = (ids.len() - missing.len()) as u64;
        batch.end_run(run, &now(), RunCounts { removed, ..RunCounts::default() })?;
        Ok(missing)
    })?;
    for id in &missing {
        tell(&format!("{}: there is no document '{id}'", args.store.display()));
    }
    if !args.quiet {
        let removed = count((ids.len() - missing.len()) as u64, "document");
        let rest = describe(writer.store.counts().map_err(told)?);
        tell(&format!("{removed} taken out; {} holds {rest}", args.store.display()));
    }
    Ok(match missing.len() {
        0 => Outcome::Done,
        all if all == ids.len() => Outcome::NothingFound,
        _ => Outcome::Skipped,
    })
}
