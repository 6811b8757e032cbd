//! `nisba between`: everything said and done between two, in both directions, by month.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use nisba::query::{Between, Exchanges, Month, Side};
use nisba::relation::Options;
use nisba::store::{Ends, Selection};

use super::Outcome;
use super::args::{ConditionArgs, Form, KindArgs, ReadArgs, ShowArgs};
use super::events;
use super::sources::{Named, Sources, asks_co_occurrence};
use super::timeline::close;

const EXAMPLES: &str = "\
Examples:
  Everything between Russia and the United States, their leaders and ministers included:
    nisba between articles/ Russia USA --with-officials

  Whom did the two ask, threaten and attack in 2018, and by which sentences do we know it?
    nisba between articles/ بوتين ترامب --family conflict --since 2018 --until 2018 --evidence

  One side may be several, with commas; nested by month:
    nisba between docs.jsonl 'Egypt,Jordan' Israel --format json

What several documents tell alike is one event; DOCS counts them, and in brackets the distinct texts, where some are copies.
Exit codes: 0 found, 1 nothing found, 2 something was skipped or failed.";

/// Show everything said and done between two entities, in both directions, by month
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, override_usage = "nisba between [OPTIONS] <SOURCE>... <A> <B>")]
pub(super) struct Args {
    /// What is asked (a store, extracted .jsonl, or texts), then the two sides: each a name in any spelling, an id, or several with commas
    #[arg(value_name = "SOURCE|A|B", required = true)]
    words: Vec<OsString>,
    /// Where a side is a country or a body: also those who hold an office of it, while they hold it
    #[arg(long)]
    with_officials: bool,
    #[command(flatten)]
    conditions: ConditionArgs,
    #[command(flatten)]
    kinds: KindArgs,
    /// The latest month first
    #[arg(long)]
    reverse: bool,
    #[command(flatten)]
    show: ShowArgs,
    #[command(flatten)]
    read: ReadArgs,
}

/// Returns the sources and the last two words.
pub(super) fn parted(words: &[OsString]) -> anyhow::Result<(Vec<PathBuf>, [&str; 2])> {
    let [sources @ .., one, other] = words else {
        bail!("what is asked, and about which two? give SOURCE… A B");
    };
    if sources.is_empty() {
        bail!("what is asked, and about which two? give SOURCE… A B");
    }
    Ok((sources.iter().map(PathBuf::from).collect(), [text(one)?, text(other)?]))
}

fn text(word: &OsString) -> anyhow::Result<&str> {
    word.to_str().with_context(|| format!("{} is not a name in UTF-8", word.display()))
}

/// One side as it was typed: one name, or several with commas.
fn side(sources: &mut Sources, names: &str) -> anyhow::Result<(Side, Vec<Named>)> {
    let whole = sources.named(names)?;
    let named = if whole.is_known || !names.contains([',', '،']) {
        vec![whole]
    } else {
        let names = names.split([',', '،']).map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| sources.named(name)).collect::<anyhow::Result<Vec<_>>>()?
    };
    Ok((Side::new(named.iter().flat_map(|named| named.ids.iter().cloned())), named))
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let (paths, [one, other]) = parted(&args.words)?;
    let options = Options { co_occurs: asks_co_occurrence(&args.kinds), ..Options::default() };
    let mut sources = Sources::open(&paths, &args.read, options)?;
    let lang = args.show.lang([one, other]);
    let (mut one, first) = side(&mut sources, one)?;
    let (mut other, second) = side(&mut sources, other)?;
    let both: BTreeSet<_> = one.ids.intersection(&other.ids).collect();
    if let Some(id) = both.first() {
        bail!("both sides mean {id}; to see everything of it: nisba timeline SOURCE {id}");
    }
    let relations = sources.filter(&args.conditions, &args.kinds, &[])?;
    if args.with_officials {
        sources.load()?;
        (one, other) = (one.with_officials(&sources), other.with_officials(&sources));
    }
    let members = |side: &Side| side.members().cloned().collect();
    let ends = Ends::Between(members(&one), members(&other));
    let selection = Selection::Relations { filter: relations.clone(), ends };
    let mut exchanges = Exchanges::new(Between { one, other, relations });
    sources.each(&selection, |record| exchanges.add(record))?;
    let mut found = exchanges.finish();
    for event in &mut found {
        event.label(&sources, lang);
    }
    let mut months = Month::of(found);
    if args.reverse {
        months.reverse();
        months.iter_mut().for_each(|month| month.events.reverse());
    }
    let events = || months.iter().flat_map(|month| &month.events);
    let text = match args.show.format {
        Form::Table => events::table_by_month(&months, lang, args.show.evidence).into_bytes(),
        Form::Json => events::json(&months)?,
        Form::Csv => events::csv(events())?,
    };
    io::stdout().write_all(&text)?;
    let named: Vec<&Named> = first.iter().chain(&second).collect();
    let found: Vec<_> = events().collect();
    Ok(close(&sources, &named, &found, found.len()))
}
