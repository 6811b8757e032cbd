//! `nisba gazetteer`: what the program knows, looked up and checked.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::Subcommand;
use nisba::gazetteer::{EntityId, Gazetteer, RowError, Support, check, costly};
use nisba::lexicon::{Class, Item, Lexicon};

use super::args::KnowledgeArgs;
use super::names::{self, isolate};
use super::report::count;
use super::{Outcome, discover, tell};

const LOOKUP_EXAMPLES: &str = "\
Examples:
  nisba gazetteer lookup بوتين
  nisba gazetteer lookup 'foreign ministry'
  nisba gazetteer lookup Q7747
  nisba gazetteer lookup --gazetteer my-names/ 'أبو مازن'";

const CHECK_EXAMPLES: &str = "\
Examples:
  nisba gazetteer check             # the built-in files
  nisba gazetteer check my-names/   # your own, together with the built-in ones

Exit codes: 0 nothing to say, 2 something to mend.";

/// Look a name up in the gazetteer, or check gazetteer files
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what a name may mean: entities, their names, offices and demonyms
    #[command(after_help = LOOKUP_EXAMPLES)]
    Lookup {
        /// A name in any spelling, Arabic or English, or an id
        name: String,
        #[command(flatten)]
        knowledge: KnowledgeArgs,
    },
    /// Find duplicates, colliding names, ordinary words, overlapping offices, wrong letters; note what costs time
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// Folder of gazetteer files [default: the built-in ones]
        dir: Option<PathBuf>,
    },
    #[command(after_help = discover::EXAMPLES)]
    Discover(discover::Args),
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    match &args.command {
        Command::Lookup { name, knowledge } => lookup(name, knowledge),
        Command::Check { dir } => check_files(dir.as_ref()),
        Command::Discover(args) => discover::run(args),
    }
}

fn lookup(name: &str, knowledge: &KnowledgeArgs) -> anyhow::Result<Outcome> {
    let gazetteer = match &knowledge.gazetteer {
        Some(dir) => Gazetteer::with_overlay(dir)?,
        None => Gazetteer::embedded()?,
    };
    let mut found = gazetteer.named(name);
    let in_part = found.is_empty();
    if in_part {
        found = gazetteer.named_in_part(name);
    }
    if found.is_empty() {
        tell(&format!(
            "nothing is called '{name}'\n  hint: add it with --gazetteer DIR: a row in aliases.csv, or in entities.csv first"
        ));
        return Ok(Outcome::NothingFound);
    }
    let text = if in_part && found.len() > 1 {
        format!("'{name}' is part of the names of\n{}\n", names::list(&found, &gazetteer))
    } else {
        found.iter().map(|&key| describe(key, &gazetteer)).collect::<Vec<_>>().join("\n")
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Done)
}

/// Returns everything that is known of an entity, one thing a line.
fn describe(key: EntityId, gazetteer: &Gazetteer) -> String {
    let entity = gazetteer.get(key);
    let mut text = names::list(&[key], gazetteer).trim_start().to_owned() + "\n";
    let name_of = |key: EntityId| gazetteer.get(key).name_en.to_string();
    for term in gazetteer.offices().of_person(key) {
        let of = term.of.map(|of| format!(" of {}", name_of(of))).unwrap_or_default();
        let office = gazetteer.offices().name(term.office).replace('_', " ");
        let day = |date: Option<nisba::document::PartialDate>| date.map_or("?".to_owned(), |date| date.to_string());
        let end = if term.end.is_none() && !term.open { String::new() } else { day(term.end) };
        text += &format!("  office   {office}{of}, {} to {end}\n", day(term.start)).replace(" to \n", " on\n");
    }
    for alias in gazetteer.aliases().filter(|alias| alias.entity == key) {
        let kind = format!("{:?}", alias.kind).to_lowercase();
        text += &format!("  {kind:<8} {} {}{}\n", alias.lang.code(), isolate(alias.text), support(alias.support));
    }
    let demonyms: Vec<String> =
        gazetteer.demonyms().iter().filter(|demonym| demonym.country == key).map(|d| isolate(&d.text)).collect();
    if !demonyms.is_empty() {
        text += &format!("  demonyms {}\n", demonyms.join(", "));
    }
    if !entity.wikidata.is_empty() {
        text += &format!("  wikidata {}\n", entity.wikidata);
    }
    text + &format!("  source   {}\n", entity.source)
}

fn support(support: Support) -> String {
    if support.is_free() {
        return String::new();
    }
    let needs = [
        (Support::TITLE, "a title before it"),
        (Support::INTRODUCED, "the full name earlier"),
        (Support::COUNTRY, "its country in the sentence"),
        (Support::NEVER, "another name: it is never linked alone"),
    ];
    let needs: Vec<&str> =
        needs.into_iter().filter(|(need, _)| support.allows(*need)).map(|(_, words)| words).collect();
    format!("  (needs {})", needs.join(" or "))
}

fn check_files(dir: Option<&PathBuf>) -> anyhow::Result<Outcome> {
    let mut files = Gazetteer::embedded_files();
    let built_in = files.len();
    if let Some(dir) = dir {
        files.extend(Gazetteer::files_of(dir)?);
    }
    Gazetteer::load(&files)?;
    let lexicon = Lexicon::embedded().context("the built-in lexicon")?;
    let from = dir.map_or(0, |_| built_in);
    let findings = check(&files, from, ordinary_words(&lexicon));
    let notes = costly(&files, from, function_words(&lexicon));
    let lines = |rows: &[RowError], kind: &str| rows.iter().map(|row| format!("{row}{kind}\n")).collect::<String>();
    io::stdout().write_all((lines(&findings, "") + &lines(&notes, " (note)")).as_bytes())?;
    let noted = if notes.is_empty() { String::new() } else { format!(", {}", count(notes.len() as u64, "note")) };
    tell(&match findings.len() {
        0 => format!("the gazetteer files are in order{noted}"),
        number => format!("{} to mend{noted}", count(number as u64, "thing")),
    });
    Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Skipped })
}

/// Returns the words that no name should be by itself: all of the lexicon but those that stand there as names or parts of
/// names.
fn ordinary_words(lexicon: &Lexicon) -> impl Iterator<Item = &str> {
    let is_name =
        |item: Item| matches!(item, Item::Class(Class::FirstName | Class::Particle | Class::Agent | Class::Body));
    lexicon.entries().filter(move |entry| !is_name(entry.item)).map(|entry| entry.text)
}

/// Returns the words that stand in nearly every sentence and name nothing.
fn function_words(lexicon: &Lexicon) -> impl Iterator<Item = &str> {
    let is_function_word = |class: Class| {
        matches!(
            class,
            Class::Conj
                | Class::Prep(_)
                | Class::PrepPronoun(_)
                | Class::Complement
                | Class::Relative
                | Class::Negation
                | Class::Future
                | Class::Qad
                | Class::Auxiliary
                | Class::Pronoun(_)
                | Class::This
        )
    };
    let entries = lexicon.entries();
    let words = entries.filter(move |entry| matches!(entry.item, Item::Class(class) if is_function_word(class)));
    words.map(|entry| entry.text).chain(["a", "an", "the"])
}
