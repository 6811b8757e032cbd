//! `nisba explain`: why a text was read as it was, row by row.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::bail;
use clap::ValueEnum;
use nisba::decision::Decisions;
use nisba::document::{Document, Input, Lang};
use nisba::explain::{DecisionReading, Explanation, Quote};
use nisba::gazetteer::RowRef;
use nisba::pipeline::Pipeline;
use nisba::relation::{EventId, Options, Record};
use nisba::store::Store;

use super::add::told;
use super::args::{ReadArgs, lang};
use super::decided::Decided;
use super::explain_text::Page;
use super::read::in_order;
use super::report::Report;
use super::{Outcome, explain_rows, tell};

const EXAMPLES: &str = "\
Examples:
  A sentence on the command line; titles and 'yesterday' need the day:
    nisba explain --date 2025-08-19 'Putin called the Turkish president on Monday.'

  An article, or only its second sentence:
    nisba explain article.txt
    nisba explain article.txt --sentence 2

  Why is this edge there? (events are told by: nisba who --format json)
    nisba explain news.nisba 0f3c5d1e77a0b2c4
    nisba explain articles/ 0f3c5d1e77a0b2c4

  Why is an edge missing? Names linked to nobody, words that gave no relation, and the rows to change:
    nisba explain article.txt --only missing --rows

  The same with rows of your own, to see what they change:
    nisba explain --gazetteer my-names/ --lexicon my-words/ article.txt

Exit codes: 0 explained, 1 nothing there to explain, 2 something was skipped or failed.";

/// Show why a text was read as it was: the row behind every name, word, status and date, and what lost
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// A text of more than one word; or a store, files, folders, patterns, - for standard input; last, the id of an event
    #[arg(value_name = "TEXT|SOURCE", required = true)]
    what: Vec<String>,
    #[command(flatten)]
    read: ReadArgs,
    /// Only the document of this id
    #[arg(long, value_name = "ID", help_heading = "Show")]
    doc: Option<String>,
    /// Only these sentences of each document, from 1 (several: with commas)
    #[arg(long, value_name = "N", value_delimiter = ',', help_heading = "Show")]
    sentence: Vec<usize>,
    /// Only these parts (several: with commas)
    #[arg(long, value_enum, value_name = "PART", value_delimiter = ',', help_heading = "Show")]
    only: Vec<Part>,
    /// Everything that was tried: every slot, every loser, everyday words that are names too
    #[arg(long, help_heading = "Show")]
    all: bool,
    /// At the end, the rows that were named as they stand in their files, to copy and change
    #[arg(long, help_heading = "Show")]
    rows: bool,
    /// How to show it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text", help_heading = "Show")]
    format: Format,
    /// The language of names, ar or en
    #[arg(long, value_name = "LANG", value_parser = lang, default_value = "en", help_heading = "Show")]
    label_lang: Lang,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// A part of an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Part {
    /// Whom and what each sentence names, and how that was linked
    Mentions,
    /// The relations told
    Relations,
    /// Names linked to nobody, words that gave no relation
    Missing,
}

/// What is explained: a text that was typed, or what paths hold; of that perhaps one event.
struct Asked {
    texts: Vec<String>,
    paths: Vec<PathBuf>,
    event: Option<EventId>,
}

impl Asked {
    fn new(what: &[String]) -> anyhow::Result<Asked> {
        let mut asked = Asked { texts: Vec::new(), paths: Vec::new(), event: None };
        for (place, word) in what.iter().enumerate() {
            let exists = Path::new(word).exists();
            let event = word.parse().ok().filter(|_| !exists && place > 0 && place + 1 == what.len());
            if event.is_some() {
                asked.event = event;
            } else if exists || word == "-" || is_pattern(word) {
                asked.paths.push(PathBuf::from(word));
            } else if word.trim().contains(char::is_whitespace) {
                asked.texts.push(word.clone());
            } else {
                bail!(
                    "'{word}' is no file and no text of several words\n  hint: quote the whole text, or pipe it: echo '{word}' | nisba explain -"
                );
            }
        }
        Ok(asked)
    }
}

fn is_pattern(word: &str) -> bool {
    word.contains(['*', '?', '[']) && !word.trim().contains(char::is_whitespace)
}

/// Reads a document that was typed, or piped as plain text.
fn typed(id: String, text: String, args: &Args) -> Document {
    let lang = args.read.lang.unwrap_or_else(|| Lang::detect(&text));
    Document { id, lang, date: args.read.date, text, ..Document::default() }
}

/// What explains a document.
#[derive(Clone)]
struct Guide {
    pipeline: Arc<Pipeline>,
    decisions: Arc<Decisions>,
    event: Option<EventId>,
    doc: Option<String>,
}

impl Guide {
    /// Returns the explanation of a document; where an event is asked for, only of its sentence, and nothing where the
    /// document does not tell it.
    fn explain(&self, document: &Document) -> Option<Explanation> {
        if self.doc.as_ref().is_some_and(|id| *id != document.id) {
            return None;
        }
        let told = |event| self.pipeline.extract(document).relations.iter().any(|row| row.event == Some(event));
        if self.event.is_some_and(|event| !told(event)) {
            return None;
        }
        let mut explanation = self.pipeline.explain(document);
        self.event.is_none_or(|event| explanation.keep_event(&event)).then(|| self.decided(document, explanation))
    }

    /// Adds what people decided of the relations.
    fn decided(&self, document: &Document, mut explanation: Explanation) -> Explanation {
        if self.decisions.is_empty() {
            return explanation;
        }
        let record = Record { text: Some(document.text.clone()), ..self.pipeline.extract(document) };
        for relation in explanation.sentences.iter_mut().flat_map(|sentence| &mut sentence.relations) {
            let Some(event) = relation.relation.event else { continue };
            let rows = self.decisions.explain(&record, event).into_iter().map(|row| DecisionReading {
                row: RowRef { file: row.file.clone(), line: u32::try_from(row.line).unwrap_or(u32::MAX) },
                decision: row.verdict.to_string(),
                author: row.author.clone(),
                date: row.date,
                reason: row.reason.clone(),
            });
            relation.decisions = rows.collect();
        }
        explanation
    }

    /// Explains a document of a store: the one that is named, or that of the event.
    fn stored(&self, path: &Path, found: &mut Vec<Explanation>) -> anyhow::Result<()> {
        let store = Store::open(path).map_err(told)?;
        let record = match self.event {
            Some(event) => store.event(event).map_err(told)?,
            None => None,
        };
        let id = match (&record, &self.doc) {
            (Some(record), _) => record.id.clone(),
            (None, Some(id)) if self.event.is_none() => id.clone(),
            (None, None) if self.event.is_none() => bail!(
                "a store holds many documents\n  hint: give the id of an event (nisba who {} --format json), or of a document with --doc",
                path.display()
            ),
            _ => return Ok(()),
        };
        let Some(document) = store.document(&id).map_err(told)? else { return Ok(()) };
        if document.text.is_empty() {
            bail!(
                "{} has not kept the text of {id}\n  hint: explain the text itself, or add it again without --without-text",
                path.display()
            );
        }
        if let Some(explanation) = self.explain(&document) {
            found.push(explanation);
        } else if let Some(row) = record.and_then(|record| record.relations.into_iter().next()) {
            // It was read by other data files, or the program knows better by now.
            tell(
                "read today, the sentence does not tell this event: it was stored by other data files or another release",
            );
            let mut explanation = self.pipeline.explain(&document);
            let own = |quote: &Quote| quote.start < row.end && row.start < quote.end;
            explanation.sentences.retain(|sentence| own(&sentence.quote));
            found.push(self.decided(&document, explanation));
        }
        Ok(())
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let asked = Asked::new(&args.what)?;
    let pipeline = Arc::new(args.read.knowledge.pipeline(Options::default())?);
    let kind = |id: &str| Some(pipeline.gazetteer().entity(id)?.kind);
    let decisions = Decided::load(&args.read.decisions)?.with_kinds(&kind).decisions;
    let (event, doc) = (asked.event, args.doc.clone());
    let guide = Guide { pipeline: Arc::clone(&pipeline), decisions: Arc::new(decisions), event, doc };
    let mut report = Report::new(args.read.run.quiet, args.read.strict);
    let mut found: Vec<Explanation> = Vec::new();
    for (number, text) in asked.texts.iter().enumerate() {
        let id = if asked.texts.len() > 1 { format!("text-{}", number + 1) } else { "text".to_owned() };
        found.extend(guide.explain(&typed(id, text.clone(), args)));
    }
    let (stores, paths): (Vec<PathBuf>, Vec<PathBuf>) = asked.paths.into_iter().partition(|path| Store::is_at(path));
    for path in &stores {
        guide.stored(path, &mut found)?;
    }
    if !paths.is_empty() {
        let work = move |input| {
            Ok(match input {
                Input::Document(document) => Ok(guide.explain(&document)),
                Input::Extracted(line) => Err(Record::from_extracted(&line)?.id),
            })
        };
        let mut without_text = Vec::new();
        in_order(args.read.source(&paths).inputs(), args.read.run.threads(), work, |result| match result {
            Ok(read) => {
                match read {
                    Ok(explanation) => found.extend(explanation),
                    Err(id) => without_text.push(id),
                }
                ControlFlow::Continue(())
            }
            Err(error) => report.skip(&error),
        });
        report.check()?;
        report.end_progress();
        if let Some(id) = without_text.first() {
            bail!("the text of {id} was not kept\n  hint: explain the texts themselves, or extract them --with-text");
        }
    }
    for explanation in &mut found {
        if !args.sentence.is_empty() {
            explanation.sentences.retain(|sentence| args.sentence.contains(&sentence.number));
        }
    }
    found.retain(|explanation| !explanation.sentences.is_empty());
    write(args, &found)?;
    if found.is_empty() {
        let what = match (&asked.event, args.sentence.is_empty()) {
            (Some(event), _) => {
                format!("no document has the event {event}; the ids are those of: nisba who --format json")
            }
            (None, false) => "no document has such a sentence".to_owned(),
            (None, true) if args.doc.is_some() => "no document has this id".to_owned(),
            (None, true) => "there is no sentence to explain".to_owned(),
        };
        tell(&what);
    }
    Ok(match report.outcome() {
        Outcome::Done if found.is_empty() => Outcome::NothingFound,
        outcome => outcome,
    })
}

fn write(args: &Args, found: &[Explanation]) -> anyhow::Result<()> {
    let text = match args.format {
        Format::Json => serde_json::to_string_pretty(found)? + "\n",
        Format::Text => {
            let page = Page {
                lang: args.label_lang,
                parts: if args.only.is_empty() {
                    vec![Part::Mentions, Part::Relations, Part::Missing]
                } else {
                    args.only.clone()
                },
                all: args.all,
                isolates: io::stdout().is_terminal(),
            };
            let mut text = found.iter().map(|explanation| page.write(explanation)).collect::<Vec<_>>().join("\n");
            if !found.is_empty() {
                let rows = page.rows(found);
                text += &explain_rows::hint(&rows);
                if args.rows {
                    text += &explain_rows::printed(&rows)?;
                }
            }
            text
        }
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(())
}
