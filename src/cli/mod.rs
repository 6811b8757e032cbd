//! The command line: arguments in, library calls, messages and exit codes out.
//!
//! Nothing else prints. Results go to standard output or to files, everything said about them to standard error.

mod add;
mod args;
mod between;
mod build;
mod check_export;
mod conflicts;
mod decide;
mod decided;
mod diff;
mod discover;
mod dossier;
mod eval;
mod eval_tables;
mod events;
mod explain;
mod explain_rows;
mod explain_text;
mod extract;
mod gazetteer;
mod generate;
mod graph;
mod interrupt;
mod kept;
mod lexicon;
mod names;
mod output;
mod path;
mod read;
mod remove;
mod report;
mod sources;
mod table;
mod timeline;
mod top;
mod view;
mod who;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

const EXAMPLES: &str = "\
Examples:
  A folder of articles becomes a graph for Gephi and Graphviz:
    nisba build articles/ -o contacts.graphml -o contacts.dot
    dot -Tsvg contacts.dot > contacts.svg

  Whom did Putin call between two days?
    nisba who --from Putin --kind called --since 2025-08-15 --until 2025-08-19 articles/

  Read once, ask often:
    nisba extract articles/ > docs.jsonl
    nisba who --to بوتين docs.jsonl

Exit codes: 0 everything was read, 1 'who' found nothing or 'check-export' something, 2 something was skipped or failed.";

/// Reads Arabic and English news and writes the graph of who called, met, visited, backed or threatened whom.
#[derive(Debug, Parser)]
#[command(name = "nisba", version, after_help = EXAMPLES, max_term_width = 100, subcommand_required = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(add::Args),
    Build(build::Args),
    CheckExport(check_export::Args),
    Extract(extract::Args),
    Remove(remove::Args),
    Who(who::Args),
    Timeline(timeline::Args),
    Between(between::Args),
    Dossier(dossier::Args),
    Top(top::Args),
    Path(path::Args),
    View(view::Args),
    Conflicts(conflicts::Args),
    Diff(diff::Args),
    Decide(decide::Args),
    Explain(explain::Args),
    Gazetteer(gazetteer::Args),
    Lexicon(lexicon::Args),
    Eval(eval::Args),
    Completions(generate::CompletionArgs),
    Man(generate::ManArgs),
}

/// How a run went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was read.
    Done,
    /// A question has no answer.
    NothingFound,
    /// Something is not as it should be, and told.
    Findings,
    /// Something was passed over, and told.
    Skipped,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::NothingFound | Outcome::Findings => 1,
            Outcome::Skipped => 2,
        })
    }
}

/// Runs the command.
pub(crate) fn run(cli: Cli) -> anyhow::Result<Outcome> {
    match cli.command {
        Command::Add(args) => add::run(&args),
        Command::Build(args) => build::run(&args),
        Command::CheckExport(args) => check_export::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Remove(args) => remove::run(&args),
        Command::Who(args) => who::run(&args),
        Command::Timeline(args) => timeline::run(&args),
        Command::Between(args) => between::run(&args),
        Command::Dossier(args) => dossier::run(&args),
        Command::Top(args) => top::run(&args),
        Command::Path(args) => path::run(&args),
        Command::View(args) => view::run(&args),
        Command::Conflicts(args) => conflicts::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Decide(args) => decide::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Gazetteer(args) => gazetteer::run(&args),
        Command::Lexicon(args) => lexicon::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Completions(args) => generate::completions(&args),
        Command::Man(args) => generate::man(&args),
    }
}

/// Returns whether the reader of our output went away, as `head` does: no error of ours.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io_kind = |cause: &(dyn std::error::Error + 'static)| -> Option<io::ErrorKind> {
        cause
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or_else(|| cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind))
    };
    error.chain().any(|cause| io_kind(cause) == Some(io::ErrorKind::BrokenPipe))
}

/// Says something on standard error, with nothing in it that steers the terminal; when nobody listens there, nothing is lost.
pub(crate) fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "nisba: {}", names::harmless(message));
}
