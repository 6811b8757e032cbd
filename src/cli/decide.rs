//! `nisba decide`: a file of what people decided, added to, listed and checked.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Subcommand;
use jiff::civil::Date;
use nisba::decision::{COLUMNS, Decision, Decisions, Row, Verdict};
use nisba::document::Lang;
use nisba::gazetteer::{DataFile, Gazetteer};
use nisba::mention::slug;
use nisba::query::Names as _;
use nisba::relation::{EventId, Id, Predicate, Status};
use serde::Serialize;

use super::args::{Form, day};
use super::names::{self, LISTED, isolate};
use super::output::{self, Output};
use super::report::count;
use super::table::aligned;
use super::{Outcome, tell};

const EXAMPLES: &str = "\
Examples:
  Whom the articles introduce as Ann Lee is somebody of the gazetteer:
    nisba decide decisions.csv same new:ann-lee Q7747 --reason 'the minister, by her own page'

  Where a text writes 'Ahmed Ali' it is not the minister; in one document it is somebody else again:
    nisba decide decisions.csv not-same 'أحمد علي' --spelling 'Ahmed Ali' --reason 'a footballer'
    nisba decide decisions.csv not-same 'أحمد علي' new:ahmed-ali-judge --document a17 --reason 'the judge'

  A name as the newsroom writes it; somebody, an edge or one relation left out:
    nisba decide decisions.csv rename Putin --en 'V. Putin' --reason 'house style'
    nisba decide decisions.csv drop new:breaking-news --reason 'no entity'
    nisba decide decisions.csv drop 'Emmanuel Macron' met Putin --document a17 --reason 'a photo caption of 2019'
    nisba decide decisions.csv drop 9f86d081884c7d65 --reason 'satire'

  What is decided, whether it is in order, and what comes of it:
    nisba decide decisions.csv list
    nisba decide decisions.csv check
    nisba build articles/ --decisions decisions.csv -o contacts.graphml

The file is CSV, with author, date and reason in each row, and may be edited by hand: docs/decisions.md explains it.
Names may be written in any spelling or language, or be ids; see: nisba gazetteer lookup NAME";

/// Decide what the program cannot know: same, not the same, another name, left out
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The file of decisions; it is made by the first one
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(subcommand)]
    command: Command,
    /// Folder of gazetteer files whose rows are added to the built-in ones or replace them
    #[arg(long, value_name = "DIR", global = true)]
    gazetteer: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Two entities are one
    Same {
        /// One of the two, as a name or an id
        entity: String,
        /// The other
        other: String,
        #[command(flatten)]
        signature: Signature,
    },
    /// Who is taken for an entity is not: in one document, or where a spelling is used; or two are never one
    NotSame {
        /// For whom it is taken, as a name or an id
        entity: String,
        /// Who it is [default: a new entity]
        other: Option<String>,
        /// Only in this document
        #[arg(long, value_name = "ID")]
        document: Option<String>,
        /// Only where the text writes it so
        #[arg(long, value_name = "NAME")]
        spelling: Option<String>,
        /// Only where the document says that it is of this country
        #[arg(long, value_name = "NAME")]
        country: Option<String>,
        #[command(flatten)]
        signature: Signature,
    },
    /// An entity has another name
    Rename {
        /// Which, as a name or an id
        entity: String,
        /// Its Arabic name
        #[arg(long, value_name = "NAME", required_unless_present = "en")]
        ar: Option<String>,
        /// Its English name
        #[arg(long, value_name = "NAME")]
        en: Option<String>,
        #[command(flatten)]
        signature: Signature,
    },
    /// An entity, an edge or one relation is left out
    Drop {
        /// An entity; or subject, predicate and object; or the id of an event
        #[arg(value_name = "WHAT", num_args = 1..=3, required = true)]
        what: Vec<String>,
        /// Only edges of this status
        #[arg(long, value_name = "STATUS")]
        status: Option<Status>,
        /// Only in this document
        #[arg(long, value_name = "ID")]
        document: Option<String>,
        #[command(flatten)]
        signature: Signature,
    },
    /// Show the decisions
    List {
        /// Only those that name this entity, or one that is the same
        #[arg(long, value_name = "NAME")]
        entity: Option<String>,
        /// How to show them
        #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
        format: Form,
    },
    /// Find what is wrong, what contradicts something else and what says nothing new
    Check,
}

/// Who decides, when and why.
#[derive(Debug, clap::Args)]
struct Signature {
    /// Why, for those who come after
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Who decides [default: the author that git knows, else the user's name]
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// On which day [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<Date>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let gazetteer = match &args.gazetteer {
        Some(dir) => Gazetteer::with_overlay(dir)?,
        None => Gazetteer::embedded()?,
    };
    let desk = Desk { file: &args.file, gazetteer: &gazetteer };
    match &args.command {
        Command::List { entity, format } => desk.list(entity.as_deref(), *format),
        Command::Check => desk.check(),
        Command::Same { entity, other, signature } => {
            let (entity, other) = (desk.id(entity)?, desk.id(other)?);
            desk.add(Row { decision: "same".into(), entity, other, ..Row::default() }, signature)
        }
        Command::NotSame { entity, other, document, spelling, country, signature } => {
            let country = country.as_deref().map(|name| desk.id(name)).transpose()?.unwrap_or_default();
            let (document, spelling) = (document.clone().unwrap_or_default(), spelling.clone().unwrap_or_default());
            let entity = desk.id(entity)?;
            let other = match other {
                Some(other) => desk.id(other)?,
                None => desk.apart_from(&entity, [&spelling, &document, &country])?,
            };
            let row = Row { decision: "not_same".into(), entity, other, document, spelling, country, ..Row::default() };
            desk.add(row, signature)
        }
        Command::Rename { entity, ar, en, signature } => {
            let (name_ar, name_en) = (ar.clone().unwrap_or_default(), en.clone().unwrap_or_default());
            let entity = desk.id(entity)?;
            desk.add(Row { decision: "rename".into(), entity, name_ar, name_en, ..Row::default() }, signature)
        }
        Command::Drop { what, status, document, signature } => {
            let row = Row {
                status: status.map(|status| status.name().to_owned()).unwrap_or_default(),
                document: document.clone().unwrap_or_default(),
                ..desk.dropped(what)?
            };
            desk.add(row, signature)
        }
    }
}

/// The file, and who may stand in it.
struct Desk<'a> {
    file: &'a Path,
    gazetteer: &'a Gazetteer,
}

/// A decision with its place, for programs.
#[derive(Serialize)]
struct Listed {
    line: u64,
    #[serde(flatten)]
    row: Row,
}

impl Desk<'_> {
    /// Returns the id of whom a name means.
    fn id(&self, name: &str) -> anyhow::Result<String> {
        let id = |key| self.gazetteer.get(key).id.to_string();
        let exact = self.gazetteer.named(name);
        let found = if exact.is_empty() && !is_id(name) { self.gazetteer.named_in_part(name) } else { exact };
        match found.as_slice() {
            [key] => Ok(id(*key)),
            [] if is_id(name) => Ok(name.to_owned()),
            [] => bail!(
                "nobody of the gazetteer is called '{name}'\n  hint: whom only articles name has an id such as {}; \
                 nisba who and nisba extract show it",
                slug(name)
            ),
            several => {
                let some = names::list(&several[..several.len().min(LISTED)], self.gazetteer);
                let more = several.len().saturating_sub(LISTED);
                let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
                bail!("'{name}' may mean\n{some}{more}\n  hint: give the id instead")
            }
        }
    }

    /// Returns an id for somebody who is only known not to be `entity`.
    fn apart_from(&self, entity: &str, scope: [&String; 3]) -> anyhow::Result<String> {
        let told: Vec<String> =
            scope.iter().filter(|text| !text.is_empty()).map(|text| slug(text).replacen("new:", "", 1)).collect();
        if told.is_empty() {
            bail!("who is not {entity}? give another entity, or --document, --spelling or --country");
        }
        let name = self.gazetteer.label(entity, Lang::En);
        let base = name
            .map_or_else(|| entity.trim_start_matches("new:").to_owned(), |name| slug(&name).replacen("new:", "", 1));
        let by_spelling = format!("new:{}", told.join("-"));
        let is_taken = by_spelling == entity || scope[0].is_empty();
        Ok(if is_taken { format!("new:{base}-{}", told.join("-")) } else { by_spelling })
    }

    fn dropped(&self, what: &[String]) -> anyhow::Result<Row> {
        let row = Row { decision: "drop".into(), ..Row::default() };
        match what {
            [event] if event.parse::<EventId>().is_ok() => Ok(Row { event: event.clone(), ..row }),
            [entity] => Ok(Row { entity: self.id(entity)?, ..row }),
            [subject, predicate, object] => {
                let predicate: Predicate = predicate.parse()?;
                let (entity, other) = (self.id(subject)?, self.id(object)?);
                Ok(Row { entity, predicate: predicate.name().to_owned(), other, ..row })
            }
            _ => {
                bail!("drop what? give an entity, or subject, predicate and object (Modi met Putin), or an event's id")
            }
        }
    }

    /// Returns the text of the file; none where it is not there yet.
    fn text(&self) -> anyhow::Result<Option<String>> {
        match std::fs::read_to_string(self.file) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("reading {}", self.file.display())),
        }
    }

    fn name(&self) -> String {
        self.file.display().to_string()
    }

    fn load(&self, text: &str) -> Result<Decisions, nisba::gazetteer::KnowledgeError> {
        Decisions::load(&[DataFile { name: self.name(), text: text.to_owned().into() }])
    }

    /// Loads what must be there.
    fn loaded(&self) -> anyhow::Result<Decisions> {
        let text = self.text()?.with_context(|| {
            format!("{}: there is no such file; the first decision makes it (see: nisba decide --help)", self.name())
        })?;
        Ok(self.load(&text)?)
    }

    /// Adds a row, when the file is in order with it.
    fn add(&self, row: Row, signature: &Signature) -> anyhow::Result<Outcome> {
        let before = self.text()?;
        let known = self.load(before.as_deref().unwrap_or_default()).context("nothing was written: mend this first")?;
        let row = Row {
            author: signature.author()?,
            date: signature.date.unwrap_or_else(today).to_string(),
            reason: signature.reason.clone(),
            ..row
        };
        let decision = Decision::read(&row, &self.name(), 0).map_err(|problem| anyhow::anyhow!(problem))?;
        if let Some(twin) = known.rows().iter().find(|known| known.verdict == decision.verdict) {
            tell(&format!("{} says so already: {twin}", twin.place()));
            return Ok(Outcome::Done);
        }
        let (after, is_longer) = with_row(before.as_deref().unwrap_or_default(), &row)?;
        let decisions = self.load(&after).context("nothing was written")?;
        let place = decisions.rows().last().map(Decision::place).unwrap_or_default();
        match before.filter(|_| is_longer) {
            // A row that is appended takes nothing away from what others append meanwhile.
            Some(before) => std::fs::File::options()
                .append(true)
                .open(self.file)
                .and_then(|mut file| file.write_all(&after.as_bytes()[before.len()..]))
                .with_context(|| format!("writing {}", self.name()))?,
            None => {
                output::check(self.file)?;
                let mut output = Output::create(Some(self.file))?;
                output.write_all(after.as_bytes())?;
                output.commit()?;
            }
        }
        tell(&format!("wrote {place}: {decision}{}", self.who(&decision)));
        Ok(Outcome::Done)
    }

    /// Returns who is meant by the ids of a decision, as far as the gazetteer knows them.
    fn who(&self, decision: &Decision) -> String {
        let named = |id: &Id| Some(format!("\n  {id} is {}", self.gazetteer.label(id, Lang::En)?));
        decision.verdict.entities().into_iter().filter_map(named).collect()
    }

    fn list(&self, entity: Option<&str>, format: Form) -> anyhow::Result<Outcome> {
        let decisions = self.loaded()?;
        let about: Vec<&Decision> = match entity {
            Some(name) => decisions.about(&Id::from(self.id(name)?)),
            None => decisions.rows().iter().collect(),
        };
        let mut out = io::stdout();
        match format {
            Form::Table if about.is_empty() => {}
            Form::Table => out.write_all(self.table(&about).as_bytes())?,
            Form::Json => {
                let rows: Vec<Listed> = about.iter().map(|row| Listed { line: row.line, row: row.row() }).collect();
                serde_json::to_writer_pretty(&mut out, &rows)?;
                writeln!(out)?;
            }
            Form::Csv => {
                let mut writer = csv::Writer::from_writer(Vec::new());
                writer.write_record(COLUMNS)?;
                about.iter().try_for_each(|row| writer.write_record(row.row().cells()))?;
                out.write_all(&writer.into_inner()?)?;
            }
        }
        tell(&count(about.len() as u64, "decision"));
        Ok(if about.is_empty() { Outcome::NothingFound } else { Outcome::Done })
    }

    fn table(&self, rows: &[&Decision]) -> String {
        let shown = |text: &str| if io::stdout().is_terminal() { isolate(text) } else { text.to_owned() };
        let names = |row: &Decision| -> String {
            let names = row.verdict.entities().into_iter().filter_map(|id| self.gazetteer.label(id, Lang::En));
            names.map(|name| shown(&name)).collect::<Vec<_>>().join(", ")
        };
        let cells = |row: &&Decision| {
            vec![
                row.line.to_string(),
                row.date.to_string(),
                shown(&row.verdict.to_string()),
                names(row),
                shown(&row.author),
                shown(&row.reason),
            ]
        };
        let rows: Vec<_> = rows.iter().map(|row| (cells(row), Vec::new())).collect();
        aligned(&["LINE", "DATE", "DECISION", "NAMES", "AUTHOR", "REASON"], &rows)
    }

    fn check(&self) -> anyhow::Result<Outcome> {
        let decisions = self.loaded()?;
        let mut notes = Vec::new();
        for (row, twin) in decisions.redundant() {
            let by = twin.map_or("other rows together".to_owned(), Decision::place);
            notes.push((row.line, format!("{}: '{}' is said by {by} already", row.place(), row.verdict)));
        }
        for row in decisions.rows() {
            let listed = |id: &Id| self.gazetteer.key(id).is_some();
            if let Verdict::Same { entity, .. } = &row.verdict {
                let all = decisions.all_of(entity).into_iter().filter(listed);
                let names: Vec<String> =
                    all.map(|id| format!("{id} {}", self.gazetteer.label(&id, Lang::En).unwrap_or_default())).collect();
                if names.len() > 1 {
                    notes.push((
                        row.line,
                        format!(
                            "{}: entities of the gazetteer become one, {}; is it right?",
                            row.place(),
                            names.join(" and ")
                        ),
                    ));
                }
            }
            let unknown = |id: &&Id| !id.starts_with("new:") && !listed(id);
            for id in row.verdict.entities().into_iter().filter(unknown) {
                notes.push((row.line, format!("{}: {id} is not in the gazetteer; is it right?", row.place())));
            }
        }
        notes.sort();
        let text: String = notes.iter().map(|(_, note)| format!("{note}\n")).collect();
        io::stdout().write_all(text.as_bytes())?;
        let noted = if notes.is_empty() { String::new() } else { format!(", {}", count(notes.len() as u64, "note")) };
        tell(&format!("{}: {} in order{noted}", self.name(), count(decisions.rows().len() as u64, "decision")));
        Ok(Outcome::Done)
    }
}

impl Signature {
    fn author(&self) -> anyhow::Result<String> {
        let env = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        let git = || {
            let output = std::process::Command::new("git").args(["config", "user.name"]).output().ok()?;
            let name = String::from_utf8(output.stdout).ok()?.trim().to_owned();
            (!name.is_empty()).then_some(name)
        };
        let told = self.author.clone().or_else(|| env("GIT_AUTHOR_NAME")).or_else(git);
        told.or_else(|| env("USER")).or_else(|| env("USERNAME")).context("who decides? give --author NAME")
    }
}

/// Returns the day in UTC.
fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = i32::try_from(since.as_secs() / 86_400).unwrap_or_default();
    jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}

/// Returns whether a text is written as an id that no gazetteer has to know: `Q123`, `new:ann-lee`.
fn is_id(text: &str) -> bool {
    let is_qid =
        text.strip_prefix('Q').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
    is_qid || text.is_ascii() && text.contains(':') && !text.contains(char::is_whitespace)
}

/// Returns the file with one row more, and whether all that stood in it stands there as it did.
fn with_row(before: &str, row: &Row) -> anyhow::Result<(String, bool)> {
    let mut reader = csv::ReaderBuilder::new().from_reader(before.as_bytes());
    let header: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
    let mut columns = header.clone();
    let needed = COLUMNS.iter().zip(row.cells()).filter(|(_, cell)| !cell.is_empty() || before.is_empty());
    columns.extend(needed.map(|(column, _)| (*column).to_owned()).filter(|column| !header.contains(column)));
    let is_longer = columns.len() == header.len();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut text = if is_longer {
        let end = if before.ends_with('\n') { "" } else { "\n" };
        format!("{before}{end}")
    } else {
        writer.write_record(&columns)?;
        for record in reader.records() {
            let record = record?;
            let cells = record.iter().chain(std::iter::repeat_n("", columns.len() - header.len()));
            writer.write_record(cells)?;
        }
        String::new()
    };
    let cells = row.cells();
    let cell = |column: &String| COLUMNS.iter().position(|known| known == column).map_or("", |place| cells[place]);
    writer.write_record(columns.iter().map(cell))?;
    text.push_str(&String::from_utf8(writer.into_inner()?)?);
    Ok((text, is_longer))
}
