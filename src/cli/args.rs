//! Arguments that several commands share.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::Context;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use nisba::document::{Lang, PartialDate, Source};
use nisba::pipeline::Pipeline;
use nisba::relation::{Family, Options, Predicate, Status};

/// What is read, and how.
#[derive(Clone, Debug, Args)]
pub(super) struct InputArgs {
    /// Files, folders, patterns ('news/**/*.txt') or - for standard input: .txt, .jsonl, .csv, each also .gz or .zst
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) read: ReadArgs,
}

/// How what is given is read.
#[derive(Clone, Debug, Args)]
pub(super) struct ReadArgs {
    /// Date of the documents that tell none (else it is taken from the file name, else unknown)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, help_heading = "Reading")]
    pub(super) date: Option<Date>,
    /// Language of the documents that tell none, ar or en (else it is found by their letters)
    #[arg(long, value_name = "LANG", value_parser = lang, help_heading = "Reading")]
    pub(super) lang: Option<Lang>,
    /// So many MiB of text one document may have, unpacked (else 64); what is larger is told and passed over
    #[arg(long, value_name = "MIB", default_value = "64", value_parser = clap::value_parser!(u64).range(1..=1024))]
    #[arg(hide_default_value = true, help_heading = "Reading")]
    pub(super) max_document: u64,
    /// Stop at the first input that cannot be read
    #[arg(long, help_heading = "Reading")]
    pub(super) strict: bool,
    /// File of decisions of people: same, not_same, rename, drop (see: nisba decide --help; several times for several files)
    #[arg(long, value_name = "FILE", help_heading = "Knowledge")]
    pub(super) decisions: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) knowledge: KnowledgeArgs,
    #[command(flatten)]
    pub(super) run: RunArgs,
}

/// What a question is asked of: a store, what was extracted, or texts.
#[derive(Clone, Debug, Args)]
pub(super) struct SourceArgs {
    /// What is asked: a store (nisba add), extracted .jsonl, or texts (files, folders, patterns, - for standard input)
    #[arg(value_name = "SOURCE", required = true)]
    pub(super) sources: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) read: ReadArgs,
}

/// How answers are shown.
#[derive(Clone, Debug, Args)]
pub(super) struct ShowArgs {
    /// Show the sentences that prove it (json and csv always hold them)
    #[arg(long)]
    pub(super) evidence: bool,
    /// How to show the answers
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    pub(super) format: Form,
    /// The language of names in the answers, ar or en [default: that of the names asked for]
    #[arg(long, value_name = "LANG", value_parser = lang)]
    pub(super) label_lang: Option<Lang>,
}

impl ShowArgs {
    /// Returns the language of names: as told, else that of the names asked for, else English.
    pub(super) fn lang<'a>(&self, asked: impl IntoIterator<Item = &'a str>) -> Lang {
        let asked: String = asked.into_iter().collect();
        let told = (!asked.is_empty()).then(|| Lang::detect(&asked));
        self.label_lang.or(told).unwrap_or(Lang::En)
    }
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
        self.read.source(&self.paths)
    }
}

impl ReadArgs {
    /// Fails where decisions are given to what does not follow them.
    pub(super) fn without_decisions(&self, why: &str) -> anyhow::Result<()> {
        anyhow::ensure!(self.decisions.is_empty(), "{why}; leave --decisions out");
        Ok(())
    }

    /// Returns the documents of `paths`.
    pub(super) fn source(&self, paths: &[PathBuf]) -> Source {
        let source = Source::new(paths.iter().cloned()).with_limit(self.max_document << 20);
        source.with_date(self.date).with_lang(self.lang)
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

/// When, where, told by whom, how sure.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct ConditionArgs {
    /// Only what happened on this day or later (YYYY-MM-DD, YYYY-MM or YYYY)
    #[arg(long, value_name = "DATE", help_heading = "Filter")]
    pub(super) since: Option<PartialDate>,
    /// Only what happened on this day or earlier; where no date is told, the document's stands in
    #[arg(long, value_name = "DATE", help_heading = "Filter")]
    pub(super) until: Option<PartialDate>,
    /// Only the days before the newest document: 30d, 6w, 3m, 1y (days, weeks, months, years)
    #[arg(long, value_name = "TIME", conflicts_with = "since", help_heading = "Filter")]
    pub(super) last: Option<Last>,
    /// Only what happened, is planned, possible or denied (several: with commas)
    #[arg(long, value_name = "STATUS", value_delimiter = ',', help_heading = "Filter")]
    pub(super) status: Vec<Status>,
    /// Only what took place there (a name in any spelling, or an id; several: with commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filter")]
    pub(super) place: Vec<String>,
    /// Only what this newspaper or agency tells (several: with commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filter")]
    pub(super) publisher: Vec<String>,
    /// Only what is at least so sure, 0 to 1
    #[arg(long, value_name = "NUMBER", value_parser = share, help_heading = "Filter")]
    pub(super) min_confidence: Option<f64>,
}

/// Which relations.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct KindArgs {
    /// Only these predicates, such as called,met
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filter")]
    pub(super) predicate: Vec<Predicate>,
    /// Only these families: contact, cooperation, conflict, role
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filter")]
    pub(super) family: Vec<Family>,
}

/// A length of time before the newest document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Last(jiff::Span);

impl Last {
    /// Returns the first of the days that end with `newest`.
    pub(super) fn since(&self, newest: Date) -> Date {
        let before = newest.saturating_sub(self.0);
        before.tomorrow().unwrap_or(before).min(newest)
    }
}

impl FromStr for Last {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fail = || format!("'{text}' is not a length of time; write a number and d, w, m or y, such as 30d");
        let at = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(fail)?;
        // Four digits are days enough, and no date can run out of the calendar.
        let count: i64 = text[..at].parse().ok().filter(|count| (1..10_000).contains(count)).ok_or_else(fail)?;
        let span = jiff::Span::new();
        match &text[at..] {
            "d" => span.try_days(count),
            "w" => span.try_weeks(count),
            "m" => span.try_months(count),
            "y" => span.try_years(count),
            _ => return Err(fail()),
        }
        .map(Last)
        .map_err(|_| fail())
    }
}

/// Reads a number in [0, 1].
fn share(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|number| (0.0..=1.0).contains(number))
        .ok_or_else(|| format!("'{text}' is not a number from 0 to 1"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let newest = jiff::civil::date(2025, 3, 31);
        let since = text.parse::<Last>().map(|last| last.since(newest).to_string());
        assert_eq!(since.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn lengths_of_time_end_with_the_newest_day() {
        check("1d", "2025-03-31");
        check("30d", "2025-03-02");
        check("2w", "2025-03-18");
        check("1m", "2025-03-01");
        check("1y", "2024-04-01");
        for text in ["", "d", "30", "0d", "30 d", "-3d", "3h", "99999d"] {
            check(text, "");
        }
    }
}
