//! Arguments that several commands share.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use nisba::document::{Lang, PartialDate, Source};
use nisba::graph::{Period, RelationFilter};
use nisba::pipeline::Pipeline;
use nisba::relation::{Family, Options, Predicate, Status};

/// What is read, and how.
#[derive(Clone, Debug, Args)]
pub(super) struct InputArgs {
    /// Files, folders, patterns ('news/**/*.txt') or - for standard input: .txt, .jsonl, .csv, each also .gz or .zst
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Date of the documents that tell none (else it is taken from the file name, else unknown)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, help_heading = "Reading")]
    pub(super) date: Option<Date>,
    /// Language of the documents that tell none, ar or en (else it is found by their letters)
    #[arg(long, value_name = "LANG", value_parser = lang, help_heading = "Reading")]
    pub(super) lang: Option<Lang>,
    /// Stop at the first input that cannot be read
    #[arg(long, help_heading = "Reading")]
    pub(super) strict: bool,
    #[command(flatten)]
    pub(super) knowledge: KnowledgeArgs,
    #[command(flatten)]
    pub(super) run: RunArgs,
}

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    Table,
    Json,
    Csv,
}

/// What is known before reading.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct KnowledgeArgs {
    /// Folder of gazetteer files whose rows are added to the built-in ones or replace them
    #[arg(long, value_name = "DIR", help_heading = "Knowledge")]
    pub(super) gazetteer: Option<PathBuf>,
    /// Folder of lexicon files whose rows are added to the built-in ones or replace them
    #[arg(long, value_name = "DIR", help_heading = "Knowledge")]
    pub(super) lexicon: Option<PathBuf>,
}

/// How the program runs.
#[derive(Clone, Debug, Args)]
pub(super) struct RunArgs {
    /// Number of threads that read [default: one for each core]; the result is the same for any number
    #[arg(long, value_name = "N", help_heading = "Reading")]
    pub(super) threads: Option<NonZeroUsize>,
    /// No progress and no closing summary; what is skipped is told all the same
    #[arg(long, short, help_heading = "Reading")]
    pub(super) quiet: bool,
}

impl InputArgs {
    /// Returns the documents to be read.
    pub(super) fn source(&self) -> Source {
        Source::new(self.paths.iter().cloned()).with_date(self.date).with_lang(self.lang)
    }
}

impl KnowledgeArgs {
    /// Loads the gazetteer and the lexicon; every bad row is listed in the error.
    pub(super) fn pipeline(&self, options: Options) -> anyhow::Result<Pipeline> {
        Pipeline::with_overlay(self.gazetteer.as_deref(), self.lexicon.as_deref())
            .map(|pipeline| pipeline.with_options(options))
            .context("nothing was read: the data files must be right first (see: nisba gazetteer check DIR)")
    }
}

impl RunArgs {
    /// Returns the number of threads.
    pub(super) fn threads(&self) -> usize {
        self.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}

/// When.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct PeriodArgs {
    /// Only what happened on this day or later (YYYY-MM-DD, YYYY-MM or YYYY)
    #[arg(long, value_name = "DATE", help_heading = "Filter")]
    pub(super) since: Option<PartialDate>,
    /// Only what happened on this day or earlier; where no date is told, the document's stands in
    #[arg(long, value_name = "DATE", help_heading = "Filter")]
    pub(super) until: Option<PartialDate>,
    /// Only what happened, is planned, possible or denied (several: with commas)
    #[arg(long, value_name = "STATUS", value_delimiter = ',', help_heading = "Filter")]
    pub(super) status: Vec<Status>,
}

impl PeriodArgs {
    /// Returns the conditions, with those on predicates and families.
    pub(super) fn filter(
        &self,
        predicates: impl IntoIterator<Item = Predicate>,
        families: impl IntoIterator<Item = Family>,
    ) -> RelationFilter {
        RelationFilter {
            predicates: predicates.into_iter().collect(),
            families: families.into_iter().collect(),
            statuses: self.status.iter().copied().collect::<BTreeSet<_>>(),
            period: Period { since: self.since, until: self.until },
            ..RelationFilter::default()
        }
    }
}

/// Reads the date of a day.
pub(super) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("'{text}' is not the date of a day; write YYYY-MM-DD"))
}

/// Reads a language.
pub(super) fn lang(text: &str) -> Result<Lang, String> {
    match text {
        "ar" => Ok(Lang::Ar),
        "en" => Ok(Lang::En),
        _ => Err(format!("'{text}' is not read; write ar or en")),
    }
}
