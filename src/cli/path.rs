//! `nisba path`: by what chain of contacts one reaches another.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::num::NonZeroUsize;

use anyhow::bail;
use jiff::civil::Date;
use nisba::document::Lang;
use nisba::query::{Chain, EventRow, Order, Route, Routes, Step};
use nisba::relation::{Family, Id, Options, Status};
use nisba::store::{Ends, Selection};
use serde::Serialize;

use super::Outcome;
use super::args::{ConditionArgs, Form, KindArgs, ReadArgs, ShowArgs};
use super::between::parted;
use super::events::{self, shown};
use super::report::count;
use super::sources::{Named, Sources, asks_co_occurrence};
use super::table::aligned;

const EXAMPLES: &str = "\
Examples:
  By whom are Egypt's president and Xi Jinping joined, and by which sentences do we know it?
    nisba path articles/ السيسي 'Xi Jinping' --evidence

  Could word have come from one to the other: each meeting not before the last?
    nisba path docs.jsonl Zelensky Putin --time --since 2025-08

  Five ways, not over the United States and its president:
    nisba path docs.jsonl Erdogan Macron --paths 5 --avoid US,Trump

A step is a contact that happened, whoever of the two began it (--directed: only from who acts to whom); --family, --predicate
and --status choose other relations. Of several shortest paths the first is the one told by most relations.
With --time, what is told by its month or year may have been on any day of it, and what has no date was on the day of the
first document that tells it. DAY is the first day on which a step may be done; the path that arrives first is told, and with
--paths those that arrive later and take fewer steps. --certain takes only what was surely not before the last step.
Exit codes: 0 found, 1 nothing found, 2 something was skipped or failed.";

/// Show by what chain of contacts one entity reaches another, in the order of time too
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, override_usage = "nisba path [OPTIONS] <SOURCE>... <A> <B>")]
pub(super) struct Args {
    /// What is asked (a store, extracted .jsonl, or texts), then where the path begins and where it ends: names in any spelling, or ids
    #[arg(value_name = "SOURCE|A|B", required = true)]
    words: Vec<OsString>,
    /// Each step not before the last
    #[arg(long, help_heading = "Question")]
    time: bool,
    /// Each step surely not before the last, however little of its date is told
    #[arg(long, requires = "time", help_heading = "Question")]
    certain: bool,
    /// Only from who acts to whom; meetings and the like lead both ways
    #[arg(long, help_heading = "Question")]
    directed: bool,
    /// At most so many steps
    #[arg(long, value_name = "N", help_heading = "Question")]
    max_steps: Option<NonZeroUsize>,
    /// Over none of these (names in any spelling, or ids; several: with commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Question")]
    avoid: Vec<String>,
    /// Up to so many paths that are as short, or with --time take fewer steps and arrive later
    #[arg(long, value_name = "N", default_value = "1", help_heading = "Question")]
    paths: NonZeroUsize,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    conditions: ConditionArgs,
    #[command(flatten)]
    show: ShowArgs,
    #[command(flatten)]
    read: ReadArgs,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let (paths, [one, other]) = parted(&args.words)?;
    let options = Options { co_occurs: asks_co_occurrence(&args.kinds), ..Options::default() };
    let mut sources = Sources::open(&paths, &args.read, options)?;
    let (from, to) = (sources.named(one)?, sources.named(other)?);
    if let Some(id) = from.ids.intersection(&to.ids).next() {
        bail!("'{one}' and '{other}' may both mean {id}; give the id of each");
    }
    let mut avoid: BTreeSet<Id> = BTreeSet::new();
    for name in &args.avoid {
        avoid.extend(sources.named(name)?.ids);
    }
    if let Some(end) = [&from, &to].into_iter().find(|end| end.ids.is_subset(&avoid)) {
        bail!("a path cannot avoid '{}', where it begins or ends", end.name);
    }
    let mut relations = sources.filter(&args.conditions, &args.kinds, &[Family::Contact])?;
    if relations.statuses.is_empty() {
        relations.statuses.insert(Status::Happened);
    }
    let order = match (args.time, args.certain) {
        (false, _) => Order::Any,
        (true, false) => Order::InTime,
        (true, true) => Order::Surely,
    };
    let (directed, max_steps, limit) = (args.directed, args.max_steps, args.paths);
    let selection = Selection::Relations { filter: relations.clone(), ends: Ends::Any };
    let ends = (from.ids.clone(), to.ids.clone());
    let mut routes =
        Routes::new(Route { from: ends.0, to: ends.1, relations, directed, order, max_steps, avoid, limit });
    sources.each(&selection, |record| routes.add(record))?;
    let lang = args.show.lang([one, other]);
    let mut chains = routes.finish();
    chains.iter_mut().flat_map(|chain| &mut chain.steps).for_each(|step| step.label(&sources, lang));
    let text = match args.show.format {
        Form::Table => table(&chains, lang, args.show.evidence),
        Form::Json => events::json(&chains)?,
        Form::Csv => csv(&chains)?,
    };
    io::stdout().write_all(&text)?;
    let report = sources.report();
    report.close();
    match chains.first() {
        Some(first) => {
            let ends = [first.steps.first().map(|step| &step.from), first.steps.last().map(|step| &step.to)];
            for (named, id) in [&from, &to].into_iter().zip(ends).filter(|(named, _)| named.ids.len() > 1) {
                let others = named.ids.iter().filter(|other| Some(*other) != id).map(|other| &**other);
                let (id, others) = (id.map_or("", |id| id), others.collect::<Vec<_>>().join(", "));
                report.say(&format!("'{}' was taken as {id}; it may also mean {others}", named.name));
            }
            report.say(&format!("{} of {}", count(chains.len() as u64, "path"), steps(&chains)));
        }
        None => {
            for Named { name, .. } in [&from, &to].into_iter().filter(|named| !named.is_known) {
                report.say(&format!(
                    "nobody is called '{name}', neither in the gazetteer nor in what was read (see: nisba gazetteer lookup '{name}')"
                ));
            }
            report.say(&format!("no path leads from '{one}' to '{other}'{}", hint(args)));
        }
    }
    Ok(match report.outcome() {
        Outcome::Done if chains.is_empty() => Outcome::NothingFound,
        outcome => outcome,
    })
}

/// Returns `2 steps`, `1 to 3 steps`.
fn steps(chains: &[Chain]) -> String {
    let lengths = || chains.iter().map(|chain| chain.steps.len() as u64);
    let (least, most) = (lengths().min().unwrap_or_default(), lengths().max().unwrap_or_default());
    if least == most { count(most, "step") } else { format!("{least} to {}", count(most, "step")) }
}

/// Returns the condition that is most likely in the way.
fn hint(args: &Args) -> &'static str {
    if args.certain {
        "; without --certain, dates that are not told well may be any day"
    } else if args.time {
        "; without --time, the order of the steps does not matter"
    } else if args.directed {
        "; without --directed, a contact joins both"
    } else if args.max_steps.is_some() {
        " in so few steps; give a larger --max-steps"
    } else {
        ""
    }
}

fn name(name: Option<&String>, id: &Id) -> String {
    shown(name.map_or(id, String::as_str))
}

fn table(chains: &[Chain], lang: Lang, evidence: bool) -> Vec<u8> {
    let mut text = String::new();
    for chain in chains {
        let Some(first) = chain.steps.first() else { continue };
        let mut head = vec![name(first.from_name.as_ref(), &first.from)];
        head.extend(chain.steps.iter().map(|step| name(step.to_name.as_ref(), &step.to)));
        let arrival = chain.arrival.map(|day| format!("  (by {day})")).unwrap_or_default();
        text += &format!("{}{}{arrival}\n", if text.is_empty() { "" } else { "\n" }, head.join(" → "));
        let mut header = vec!["STEP", "DATE", "STATUS", "DOCS", "EVENTS", "WHO", "WHAT", "WHOM", "WHERE"];
        if chain.arrival.is_some() {
            header.insert(2, "DAY");
        }
        let rows: Vec<_> =
            chain.steps.iter().enumerate().map(|(number, step)| row(number + 1, step, lang, evidence)).collect();
        text += &aligned(&header, &rows);
    }
    text.into_bytes()
}

/// Returns the cells of a step, and the lines that stand under it.
fn row(number: usize, step: &Step, lang: Lang, evidence: bool) -> (Vec<String>, Vec<String>) {
    let (mut cells, under) = events::row(&step.event, lang, evidence);
    cells.insert(3, step.events.to_string());
    if let Some(day) = step.day {
        cells.insert(1, day.to_string());
    }
    cells.insert(0, number.to_string());
    (cells, under)
}

/// What a row of CSV tells of a step beside its event.
#[derive(Serialize)]
struct StepRow<'s> {
    path: usize,
    arrival: Option<Date>,
    step: usize,
    from: &'s str,
    from_name: Option<&'s str>,
    to: &'s str,
    to_name: Option<&'s str>,
    day: Option<Date>,
    events: usize,
    relations: usize,
}

fn csv(chains: &[Chain]) -> anyhow::Result<Vec<u8>> {
    // A row holds two structs, whose names `csv` writes only one by one.
    let (mut steps, mut events) = (csv::Writer::from_writer(Vec::new()), csv::Writer::from_writer(Vec::new()));
    for (path, chain) in chains.iter().enumerate() {
        for (number, step) in chain.steps.iter().enumerate() {
            steps.serialize(StepRow {
                path: path + 1,
                arrival: chain.arrival,
                step: number + 1,
                from: &step.from,
                from_name: step.from_name.as_deref(),
                to: &step.to,
                to_name: step.to_name.as_deref(),
                day: step.day,
                events: step.events,
                relations: step.relations,
            })?;
            events.serialize(EventRow::from(&step.event))?;
        }
    }
    let rows = |writer: csv::Writer<Vec<u8>>| -> anyhow::Result<Vec<csv::StringRecord>> {
        let bytes = writer.into_inner()?;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        Ok(reader.records().collect::<Result<_, _>>()?)
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (step, event) in rows(steps)?.iter().zip(&rows(events)?) {
        writer.write_record(step.iter().chain(event))?;
    }
    Ok(writer.into_inner()?)
}
