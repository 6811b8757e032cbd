//! `nisba diff`: what is new, gone or changed between two times or two sources.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use nisba::document::{Lang, PartialDate};
use nisba::graph::EntityInfo;
use nisba::query::{Change, Changes, Diff, Difference, DifferenceRow, Era, Extent, Names, Split};
use nisba::relation::{Family, Options};
use nisba::store::{Ends, Selection};

use super::Outcome;
use super::args::{ConditionArgs, Form, KindArgs, ShowArgs, SourceArgs};
use super::conflicts::{sentence, shown};
use super::events::json;
use super::report::count;
use super::sources::{Sources, asks_co_occurrence};
use super::table::aligned;

const EXAMPLES: &str = "\
Examples:
  Which contacts are new since August, which have stopped, and which are more or less than before?
    nisba diff articles/ --after 2025-08

  The first half of the year against the last quarter, in every family, with a sentence for each:
    nisba diff articles/ --before 2025-06 --after 2025-10 --family contact,cooperation,conflict --evidence

  Two sources against each other: two newspapers, or what was extracted before and after a change of the gazetteer:
    nisba diff ahram.jsonl spa.jsonl
    nisba diff old.jsonl new.jsonl --format csv > changes.csv

A contact is two entities and a predicate; BEFORE and AFTER count its events, by status. An event without a date has that of its
document. Without --family or --predicate, contacts are compared.
Exit codes: 0 something differs, 1 nothing does, 2 something was skipped or failed.";

/// Show which contacts are new, gone or changed, between two times or two sources
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: SourceArgs,
    /// The first time ends with this date (YYYY-MM-DD, YYYY-MM or YYYY) [default: right before the second begins]
    #[arg(long, value_name = "DATE", help_heading = "Question")]
    before: Option<PartialDate>,
    /// The second time begins with this date [default: right after the first ends]
    #[arg(long, value_name = "DATE", help_heading = "Question")]
    after: Option<PartialDate>,
    /// Only what is new, gone or changed (several: with commas)
    #[arg(long, value_name = "CHANGE", value_delimiter = ',', value_parser = change, help_heading = "Question")]
    change: Vec<Change>,
    /// Only what involves this entity (a name in any spelling, or an id; several times for several)
    #[arg(long, value_name = "NAME", help_heading = "Question")]
    entity: Vec<String>,
    /// At most so many contacts; 0 for all
    #[arg(long, value_name = "N", default_value_t = 0, help_heading = "Question")]
    limit: usize,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    conditions: ConditionArgs,
    #[command(flatten)]
    show: ShowArgs,
}

fn change(text: &str) -> Result<Change, String> {
    match text {
        "new" => Ok(Change::New),
        "gone" => Ok(Change::Gone),
        "changed" => Ok(Change::Changed),
        _ => Err(format!("'{text}' is not a change; known: new, gone, changed")),
    }
}

/// What is compared: one set of sources in two times, or two sources.
enum Compared<'a> {
    Times(Split),
    Sources(&'a PathBuf, &'a PathBuf),
}

impl Args {
    fn compared(&self) -> anyhow::Result<Compared<'_>> {
        match (self.before, self.after, self.input.sources.as_slice()) {
            (None, None, [one, other]) => Ok(Compared::Sources(one, other)),
            (None, None, sources) => bail!(
                "{} compared with what? give --before DATE or --after DATE to compare two times, or two sources",
                if sources.len() == 1 { "one source".to_owned() } else { format!("{} sources", sources.len()) }
            ),
            (before, after, _) => match Split::of(before, after) {
                Some(split) => Ok(Compared::Times(split)),
                None => bail!("the first time must end before the second begins: --before must lie before --after"),
            },
        }
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let compared = args.compared()?;
    let options = Options { co_occurs: asks_co_occurrence(&args.kinds), ..Options::default() };
    let paths = match &compared {
        Compared::Times(_) => args.input.sources.clone(),
        Compared::Sources(one, _) => vec![(*one).clone()],
    };
    let mut first = Sources::open(&paths, &args.input.read, options)?;
    let mut second = match &compared {
        Compared::Times(_) => None,
        Compared::Sources(_, other) => Some(Sources::open(&[(*other).clone()], &args.input.read, options)?),
    };
    let mut entities = Vec::new();
    for name in &args.entity {
        entities.push(first.named(name)?);
        if let Some(second) = &mut second {
            entities.push(second.named(name)?);
        }
    }
    let ids: std::collections::BTreeSet<_> = entities.iter().flat_map(|named| named.ids.iter().cloned()).collect();
    let mut relations = first.filter(&args.conditions, &args.kinds, &[Family::Contact])?;
    if let (Some(second), Some(_)) = (&mut second, args.conditions.last) {
        let other = second.filter(&args.conditions, &args.kinds, &[Family::Contact])?;
        relations.period.since = relations.period.since.max(other.period.since);
    }
    let ends = || if ids.is_empty() { Ends::Any } else { Ends::Touching(ids.clone()) };
    let selection = Selection::Relations { filter: relations.clone(), ends: ends() };
    let split = match compared {
        Compared::Times(split) => split,
        Compared::Sources(..) => Split::default(),
    };
    let mut changes = Changes::new(Diff { relations, split });
    match &mut second {
        None => first.each(&selection, |record| changes.add(record))?,
        Some(second) => {
            first.each(&selection, |record| changes.add_to(Era::Before, record))?;
            second.each(&selection, |record| changes.add_to(Era::After, record))?;
        }
    }
    let undecided = changes.undecided();
    let mut found = changes.finish();
    found.retain(|difference| {
        (args.change.is_empty() || args.change.contains(&difference.change))
            && (ids.is_empty() || ids.contains(&difference.subject) || ids.contains(&difference.object))
    });
    let summary = summary(&found, args.limit);
    if args.limit > 0 {
        found.truncate(args.limit);
    }
    let lang = args.show.lang(args.entity.iter().map(String::as_str));
    let second = second.as_ref();
    let names = Both(&first, second);
    found.iter_mut().for_each(|difference| difference.label(&names, lang));
    let text = match args.show.format {
        Form::Table => table(&found, lang, args.show.evidence).into_bytes(),
        Form::Json => json(&found)?,
        Form::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            found.iter().try_for_each(|difference| writer.serialize(DifferenceRow::from(difference)))?;
            writer.into_inner()?
        }
    };
    io::stdout().write_all(&text)?;
    first.report().close();
    second.inspect(|sources| sources.report().close());
    let report = first.report();
    for name in entities.iter().filter(|named| !named.is_known).map(|named| &named.name) {
        report.say(&format!("'{name}' is not in the gazetteer (see: nisba gazetteer lookup '{name}')"));
    }
    if undecided > 0 {
        let lie = if undecided == 1 { "lies" } else { "lie" };
        report.say(&format!("{} {lie} between the two times, or may lie in either", count(undecided, "relation")));
    }
    report.say(&summary);
    let outcomes = [Some(&first), second].into_iter().flatten().map(|sources| sources.report().outcome());
    Ok(match outcomes.into_iter().find(|outcome| *outcome != Outcome::Done) {
        Some(outcome) => outcome,
        None if found.is_empty() => Outcome::NothingFound,
        None => Outcome::Done,
    })
}

/// The names that either source knows.
struct Both<'a>(&'a Sources, Option<&'a Sources>);

impl Names for Both<'_> {
    fn info(&self, id: &str) -> Option<EntityInfo> {
        self.0.info(id).or_else(|| self.1?.info(id))
    }

    fn label(&self, id: &str, lang: Lang) -> Option<String> {
        self.0.label(id, lang).or_else(|| self.1?.label(id, lang))
    }
}

fn summary(found: &[Difference], limit: usize) -> String {
    let of = |change| found.iter().filter(|difference| difference.change == change).count();
    let (new, gone, changed) = (of(Change::New), of(Change::Gone), of(Change::Changed));
    let shown = if limit > 0 && limit < found.len() { format!("; the first {limit} are shown") } else { String::new() };
    let differ = if found.len() == 1 { "differs" } else { "differ" };
    format!("{} {differ}: {new} new, {gone} gone, {changed} changed{shown}", count(found.len() as u64, "contact"))
}

fn table(found: &[Difference], lang: Lang, evidence: bool) -> String {
    if found.is_empty() {
        return String::new();
    }
    let extent = |extent: &Extent| if extent.events == 0 { "-".to_owned() } else { extent.by_status() };
    let last = |difference: &Difference| {
        let date = difference.after.last.or(difference.before.last);
        date.map_or_else(|| "-".to_owned(), |date| date.to_string())
    };
    let row = |difference: &Difference| {
        let change = match difference.change {
            Change::New => "new",
            Change::Gone => "gone",
            Change::Changed => "changed",
        };
        let open = if difference.direction_known { "" } else { " ↔" };
        let cells = vec![
            change.to_owned(),
            extent(&difference.before),
            extent(&difference.after),
            last(difference),
            shown(difference.subject_name.as_deref().unwrap_or(&difference.subject)),
            shown(&format!("{}{open}", difference.predicate.label(lang))),
            shown(difference.object_name.as_deref().unwrap_or(&difference.object)),
        ];
        let best = [&difference.before.best, &difference.after.best].into_iter().flatten();
        let under = if evidence { best.flat_map(sentence).collect() } else { Vec::new() };
        (cells, under)
    };
    aligned(&["CHANGE", "BEFORE", "AFTER", "LAST", "WHO", "WHAT", "WHOM"], &found.iter().map(row).collect::<Vec<_>>())
}
