//! `nisba top`: who matters, and which groups there are.

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;

use indicatif::{ProgressBar, ProgressStyle};
use nisba::document::Lang;
use nisba::gazetteer::EntityKind;
use nisba::query::{Contacts, Every, Groups, Measure, Ranked, Ranking, Top};
use nisba::relation::{Family, Options, Status};
use nisba::store::{Ends, Selection};
use serde::Serialize;

use super::Outcome;
use super::args::{ConditionArgs, Form, KindArgs, SourceArgs, lang};
use super::events::{self, shown};
use super::graph::kind;
use super::report::{Report, count};
use super::sources::{Sources, asks_co_occurrence};
use super::table::aligned;

/// So many members of a group stand in a table.
const MEMBERS_SHOWN: usize = 12;

const EXAMPLES: &str = "\
Examples:
  Who has contacts with most others?
    nisba top articles/

  Who came to matter this year, month by month, and who no longer does?
    nisba top --by pagerank --per month --since 2025 --limit 10 docs.jsonl

  Who stands between the camps?
    nisba top --by betweenness --entity-kind person docs.jsonl

  Which groups have more to do with each other than with the rest?
    nisba top --community --label-lang ar docs.jsonl

Two are neighbours when a contact between them happened; --family, --predicate and --status choose other relations.
  degree       number of neighbours (in: who act on it, out: on whom it acts; a meeting is both)
  weighted     number of relations with them; what copies of one text tell counts once
  betweenness  share of the shortest paths between two others that lead over it, whatever the direction
  pagerank     how much it is acted on by those who are acted on, by number of relations (damping 0.85)
  groups       those of the greatest modularity that the Leiden algorithm finds, by number of relations
Equals share a rank. The time of betweenness is that of a walk over all ties for each entity: a second for 5,000 entities and
18,000 ties, 50 seconds for 20,000 and 88,000 (two cores); --sample 1000 takes two, and finds 19 of the first 20.
Exit codes: 0 found, 1 nothing found, 2 something was skipped or failed.";

/// Ask who matters, by period too, and which groups there are
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: SourceArgs,
    /// By what entities are ranked: degree, weighted, betweenness or pagerank
    #[arg(long, value_name = "MEASURE", default_value = "degree", help_heading = "Question")]
    by: Measure,
    /// Rank anew in each month, quarter or year, with the change since the one before
    #[arg(long, value_name = "PERIOD", help_heading = "Question")]
    per: Option<Every>,
    /// Tell the groups that entities form, rather than their ranks
    #[arg(long, conflicts_with_all = ["per", "by", "sample"], help_heading = "Question")]
    community: bool,
    /// At most so many entities (of each period) or groups; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20, help_heading = "Question")]
    limit: usize,
    /// Estimate betweenness from the paths that begin at so many entities, the same ones each time
    #[arg(long, value_name = "N", help_heading = "Question")]
    sample: Option<NonZeroUsize>,
    /// List only these kinds, with their rank among all: person, country, city, region, organisation
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind, help_heading = "Question")]
    entity_kind: Vec<EntityKind>,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    conditions: ConditionArgs,
    /// How to show the answers
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Form,
    /// The language of names in the answers, ar or en
    #[arg(long, value_name = "LANG", value_parser = lang, default_value = "en")]
    label_lang: Lang,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    anyhow::ensure!(
        args.sample.is_none() || args.by == Measure::Betweenness,
        "--sample is for --by betweenness; the other measures are always exact"
    );
    let options = Options { co_occurs: asks_co_occurrence(&args.kinds), ..Options::default() };
    let mut sources = Sources::open(&args.input.sources, &args.input.read, options)?;
    let mut relations = sources.filter(&args.conditions, &args.kinds, &[Family::Contact])?;
    if relations.statuses.is_empty() {
        relations.statuses.insert(Status::Happened);
    }
    let selection = Selection::Relations { filter: relations.clone(), ends: Ends::Any };
    let mut contacts = Contacts::new(Top {
        relations,
        by: args.by,
        per: args.per,
        kinds: args.entity_kind.iter().copied().collect(),
        limit: NonZeroUsize::new(args.limit),
        sample: args.sample,
        lang: args.label_lang,
    });
    sources.each(&selection, |record| contacts.add(record))?;
    let (text, found) = if args.community {
        let groups = contacts.groups(&sources);
        let text = match args.format {
            Form::Table => groups_table(&groups),
            Form::Json => events::json(&groups)?,
            Form::Csv => csv(groups.rows())?,
        };
        (text, Found::Groups(groups))
    } else {
        let bar = progress(args);
        let ranking = contacts.rank(&sources, &|of| {
            bar.set_length(of);
            bar.inc(1);
        });
        bar.finish_and_clear();
        let text = match args.format {
            Form::Table => ranks_table(&ranking, args.by),
            Form::Json => events::json(&ranking.rows)?,
            Form::Csv => csv(ranking.rows.iter())?,
        };
        (text, Found::Ranks(ranking))
    };
    io::stdout().write_all(&text)?;
    let report = sources.report();
    report.close();
    let is_empty = found.say(args, report);
    Ok(match report.outcome() {
        Outcome::Done if is_empty => Outcome::NothingFound,
        outcome => outcome,
    })
}

enum Found {
    Ranks(Ranking),
    Groups(Groups),
}

impl Found {
    /// Says what the answer was taken from; returns whether there is none.
    fn say(&self, args: &Args, report: &Report) -> bool {
        let (entities, relations) = match self {
            Found::Ranks(ranking) => (ranking.entities, ranking.relations),
            Found::Groups(groups) => (groups.entities, groups.relations),
        };
        let of = format!("{} and {}", entities_of(entities), count(relations, "relation"));
        match self {
            Found::Ranks(ranking) => {
                report.say(&format!("ranked {of} between {}, by {}", count(ranking.ties as u64, "pair"), args.by));
                if let (Some(every), 1..) = (args.per, ranking.unplaced) {
                    let lost = count(ranking.unplaced, "relation");
                    report.say(&format!("left out {lost} whose date does not tell the {}", every.name()));
                }
                if let Some(sample) = args.sample.filter(|sample| sample.get() < ranking.entities) {
                    report.say(&format!("betweenness is an estimate, from the paths that begin at {sample} entities"));
                }
                ranking.rows.is_empty()
            }
            Found::Groups(groups) => {
                let number = count(groups.count as u64, "group");
                report.say(&format!("{number} of {of}; modularity {:.4}", groups.modularity));
                groups.groups.is_empty()
            }
        }
    }
}

fn entities_of(number: usize) -> String {
    if number == 1 { "1 entity".to_owned() } else { format!("{number} entities") }
}

/// Returns a bar on a terminal where betweenness may take its time.
fn progress(args: &Args) -> ProgressBar {
    let is_shown = args.by == Measure::Betweenness && !args.input.read.run.quiet && io::stderr().is_terminal();
    let bar = if is_shown { ProgressBar::new(0) } else { ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{bar:30} {percent}% of the shortest paths  {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

fn ranks_table(ranking: &Ranking, by: Measure) -> Vec<u8> {
    let mut text = String::new();
    for rows in ranking.rows.chunk_by(|a, b| a.period == b.period) {
        if let Some(period) = rows[0].period {
            text.push_str(&format!("{}{period}\n", if text.is_empty() { "" } else { "\n" }));
        }
        let is_periodic = rows[0].period.is_some();
        let is_first = rows[0].period == ranking.rows[0].period;
        let mut header = vec!["RANK", "DEGREE", "IN", "OUT", "RELATIONS", "PAGERANK", "KIND", "ID", "NAME"];
        if is_periodic {
            header.insert(1, "CHANGE");
        } else {
            header.insert(6, "GROUP");
        }
        if by == Measure::Betweenness {
            header.insert(6, "BETWEENNESS");
        }
        let cells = |row: &Ranked| {
            let mut cells = vec![
                row.rank.to_string(),
                row.degree.to_string(),
                row.degree_in.to_string(),
                row.degree_out.to_string(),
                row.relations.to_string(),
                format!("{:.4}", row.page_rank),
                row.kind.map_or("-", EntityKind::name).to_owned(),
                row.entity.to_string(),
                shown(&row.name),
            ];
            if is_periodic {
                cells.insert(1, if is_first { "-".to_owned() } else { change(row) });
            } else {
                cells.insert(6, row.community.map(|group| group.to_string()).unwrap_or_default());
            }
            if let Some(betweenness) = row.betweenness {
                cells.insert(6, format!("{betweenness:.4}"));
            }
            (cells, Vec::new())
        };
        text.push_str(&aligned(&header, &rows.iter().map(cells).collect::<Vec<_>>()));
    }
    text.into_bytes()
}

fn change(row: &Ranked) -> String {
    match row.change {
        None => "new".to_owned(),
        Some(0) => "=".to_owned(),
        Some(change) => format!("{change:+}"),
    }
}

fn groups_table(groups: &Groups) -> Vec<u8> {
    if groups.groups.is_empty() {
        return Vec::new();
    }
    let rows: Vec<_> = groups
        .groups
        .iter()
        .map(|group| {
            let numbers = [group.group as u64, group.size as u64, group.inside, group.outside];
            let cells = numbers.iter().map(u64::to_string).chain([shown(&group.name)]).collect();
            let member = |member: &nisba::query::Member| format!("{} {}", shown(&member.name), member.inside);
            let mut members: Vec<String> = group.members.iter().take(MEMBERS_SHOWN).map(member).collect();
            if let more @ 1.. = group.members.len().saturating_sub(MEMBERS_SHOWN) {
                members.push(format!("and {more} more"));
            }
            (cells, vec![members.join(" · ")])
        })
        .collect();
    aligned(&["GROUP", "SIZE", "INSIDE", "OUTSIDE", "NAME"], &rows).into_bytes()
}

fn csv(rows: impl Iterator<Item = impl Serialize>) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    Ok(writer.into_inner()?)
}
