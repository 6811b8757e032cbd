//! `nisba conflicts`: what one says and another denies.

use std::io::{self, IsTerminal, Write};

use nisba::document::Lang;
use nisba::query::{Conflict, ConflictRow, Conflicts, Contradictions, Dispute, Report, Version};
use nisba::relation::{Options, Status};
use nisba::store::{Ends, Selection};

use super::Outcome;
use super::args::{ConditionArgs, Form, KindArgs, ShowArgs, SourceArgs};
use super::events::{json, shown_source};
use super::names::isolate;
use super::report::count;
use super::sources::{Sources, asks_co_occurrence};
use super::table::aligned;

const EXAMPLES: &str = "\
Examples:
  What is said to have happened, or to come, and is denied?
    nisba conflicts articles/ --evidence

  Only contacts in which Iran had a part, by date, as a table for a spreadsheet:
    nisba conflicts docs.jsonl --entity إيران --family contact --since 2023 --format csv

  Also the same call or meeting told of two days:
    nisba conflicts articles/ --days

A claim is denied when it implies what is denied (who met has talked), between the same two, at a time that fits: an undated denial
reaches back --within days from its report. 'by a party' marks a denial that comes from one of the two or somebody of its country,
'later' one that came after the claim. DOCS counts documents, and in brackets distinct texts, where some are copies.
Exit codes: 0 found, 1 nothing found, 2 something was skipped or failed.";

/// Show what one says happened and another denies, and who reports which
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: SourceArgs,
    /// Only what involves this entity (a name in any spelling, or an id; several times for several)
    #[arg(long, value_name = "NAME", help_heading = "Question")]
    entity: Vec<String>,
    /// So many days an undated denial reaches back from its report, and an undated plan ahead
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(i64).range(0..=3660), help_heading = "Question")]
    within: i64,
    /// Also contacts that different documents tell of two days, at most three apart
    #[arg(long, help_heading = "Question")]
    days: bool,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    conditions: ConditionArgs,
    #[command(flatten)]
    show: ShowArgs,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let options = Options { co_occurs: asks_co_occurrence(&args.kinds), ..Options::default() };
    let mut sources = Sources::open(&args.input.sources, &args.input.read, options)?;
    let named = args.entity.iter().map(|name| sources.named(name)).collect::<anyhow::Result<Vec<_>>>()?;
    let mut relations = sources.filter(&args.conditions, &args.kinds, &[])?;
    if !relations.statuses.is_empty() {
        relations.statuses.insert(Status::Denied);
    }
    let entities = named.iter().flat_map(|named| named.ids.iter().cloned()).collect();
    let ends =
        if named.is_empty() { Ends::Any } else { Ends::Touching(named.iter().flat_map(|n| n.ids.clone()).collect()) };
    let selection = Selection::Relations { filter: relations.clone(), ends };
    let mut conflicts = Conflicts::new(Contradictions { relations, entities, within: args.within, days: args.days });
    sources.each(&selection, |record| conflicts.add(record))?;
    let mut found = conflicts.finish(&sources);
    let lang = args.show.lang(args.entity.iter().map(String::as_str));
    found.iter_mut().for_each(|conflict| conflict.label(&sources, lang));
    let text = match args.show.format {
        Form::Table => table(&found, lang, args.show.evidence).into_bytes(),
        Form::Json => json(&found)?,
        Form::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            found.iter().try_for_each(|conflict| writer.serialize(ConflictRow::from(conflict)))?;
            writer.into_inner()?
        }
    };
    io::stdout().write_all(&text)?;
    let report = sources.report();
    report.close();
    for name in named.iter().filter(|named| !named.is_known).map(|named| &named.name) {
        report.say(&format!("'{name}' is not in the gazetteer (see: nisba gazetteer lookup '{name}')"));
    }
    report.say(&count(found.len() as u64, "conflict"));
    Ok(match report.outcome() {
        Outcome::Done if found.is_empty() => Outcome::NothingFound,
        outcome => outcome,
    })
}

/// Returns two rows a conflict: what is claimed, and what is said against it.
fn table(found: &[Conflict], lang: Lang, evidence: bool) -> String {
    if found.is_empty() {
        return String::new();
    }
    let mut rows = Vec::new();
    for conflict in found {
        let Conflict { claim, denial, by_party, is_later, .. } = conflict;
        let mut marks = Vec::new();
        marks.extend(by_party.then_some("by a party"));
        marks.extend((*is_later == Some(true)).then_some("later"));
        let said = match conflict.dispute {
            Dispute::Status => denial.status.name(),
            Dispute::Direction => "other way",
            Dispute::Day => "other day",
        };
        let under = |version| if evidence { proof(version) } else { Vec::new() };
        rows.push((cells(claim.status.name(), "", claim, lang), under(claim)));
        rows.push((cells(&format!("└ {said}"), &marks.join(", "), denial, lang), under(denial)));
    }
    aligned(&["SAID", "", "DATE", "REPORTED", "DOCS", "WHO", "WHAT", "WHOM", "BY"], &rows)
}

fn cells(said: &str, marks: &str, version: &Version, lang: Lang) -> Vec<String> {
    let documents = match version.texts == version.documents {
        true => version.documents.to_string(),
        false => format!("{} ({})", version.documents, version.texts),
    };
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let reporters = version.reporters.iter().filter_map(|party| party.name.clone());
    let by: Vec<String> =
        version.publishers.iter().cloned().chain(reporters.map(|name| format!("citing {name}"))).collect();
    vec![
        said.to_owned(),
        marks.to_owned(),
        version.date.map_or_else(|| "-".to_owned(), |date| date.to_string()),
        day(version.first_reported),
        documents,
        shown(version.subject_name.as_deref().unwrap_or(&version.subject)),
        shown(&format!("{}{}", version.predicate.label(lang), if version.direction_known { "" } else { " ↔" })),
        shown(version.object_name.as_deref().unwrap_or(&version.object)),
        shown(&by.join(", ")),
    ]
}

/// How many reports are shown of a version.
const SHOWN: usize = 3;

fn proof(version: &Version) -> Vec<String> {
    let mut lines = Vec::new();
    for report in version.reports.iter().take(SHOWN) {
        lines.extend(sentence(report));
    }
    if version.reports.len() > SHOWN {
        lines.push(format!("and {}", count((version.reports.len() - SHOWN) as u64, "more report")));
    }
    lines
}

/// Returns the sentence of a report and where it stands.
pub(super) fn sentence(report: &Report) -> [String; 2] {
    let sentence = report.evidence.as_deref().unwrap_or("(the sentence was not kept; extract --with-text keeps it)");
    [shown(&sentence.split_whitespace().collect::<Vec<_>>().join(" ")), format!("— {}", shown_source(report))]
}

/// Isolates keep one cell from turning its neighbours round; a file does not need them.
pub(super) fn shown(text: &str) -> String {
    if io::stdout().is_terminal() { isolate(text) } else { text.to_owned() }
}
