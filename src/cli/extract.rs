//! `nisba extract`: documents in, JSON Lines out.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::ensure;
use clap::ValueEnum;
use nisba::document::{Document, Input, Lang, SourceError};
use nisba::pipeline::Pipeline;
use nisba::relation::{Id, MentionRow, MentionType, Options, Record, RelationRow};
use nisba::store::{Selection, Store};
use serde::Serialize;

use super::Outcome;
use super::add::told;
use super::args::InputArgs;
use super::decided::Decided;
use super::output::Output;
use super::read::in_order;
use super::report::Report;
use super::sources::Sources;

const EXAMPLES: &str = "\
Examples:
  Read once, ask often:
    nisba extract articles/ > docs.jsonl
    nisba who --from Putin docs.jsonl
    nisba build docs.jsonl -o contacts.graphml

  See one step at a time:
    nisba extract --stage sentences article.txt
    nisba extract --stage mentions article.txt | jq -r '[.id, .text] | @tsv'

  From another program:
    zcat dump.jsonl.gz | nisba extract --with-text - -o docs.jsonl

A line holds id, lang, date, mentions and relations; offsets count Unicode code points of the text.";

/// Write the mentions and relations of documents, one JSON object a line
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    /// Write only the outcome of one step, an object for each sentence, mention or relation
    #[arg(long, value_enum, value_name = "STAGE")]
    stage: Option<Stage>,
    /// Keep the text of each document in its line
    #[arg(long)]
    with_text: bool,
    /// Also write co_occurs: entities that merely stand in one sentence
    #[arg(long)]
    co_occurs: bool,
    /// Where to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Stage {
    Sentences,
    Mentions,
    Relations,
}

/// One line of `--stage`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Step<'a> {
    Sentence {
        document: &'a str,
        start: usize,
        end: usize,
        text: &'a str,
    },
    Mention {
        document: &'a str,
        start: usize,
        end: usize,
        id: &'a Id,
        kind: MentionType,
        text: &'a str,
    },
    Relation {
        document: &'a str,
        #[serde(flatten)]
        row: &'a RelationRow,
    },
}

/// What one document gave: its lines, and the counts for the summary.
struct Lines {
    lang: Lang,
    mentions: usize,
    relations: usize,
    json: Vec<u8>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    if let Some(store) = args.input.paths.iter().find(|path| Store::is_at(path)) {
        return from_stores(args, store);
    }
    let mut output = Output::create(args.output.as_deref())?;
    let pipeline =
        Arc::new(args.input.read.knowledge.pipeline(Options { co_occurs: args.co_occurs, ..Options::default() })?);
    let decided = Decided::load(&args.input.read.decisions)?;
    let kind = |id: &str| pipeline.gazetteer().entity(id).map(|entity| entity.kind);
    let decided = Arc::new(decided.with_kinds(&kind));
    let mut report = Report::new(args.input.read.run.quiet, args.input.read.strict);
    let mut failed = None;
    let (stage, with_text) = (args.stage, args.with_text);
    let decider = Arc::clone(&decided);
    let work = move |input| match input {
        Input::Document(document) => Ok(lines(&pipeline, &decider, document, stage, with_text)),
        Input::Extracted(line) => Err(SourceError::Extracted { place: line.place }),
    };
    in_order(args.input.source().inputs(), args.input.read.run.threads(), work, |result| match result {
        Ok(Lines { lang, mentions, relations, json }) => {
            report.read(lang, mentions, relations);
            match output.write_all(&json) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            }
        }
        Err(error) => report.skip(&error),
    });
    if let Some(error) = failed {
        return Err(error.into());
    }
    // What went to standard output cannot be taken back, a file can.
    if args.output.is_none() {
        output.flush()?;
    }
    report.check()?;
    output.commit()?;
    report.set_notes(decided.summary(true));
    report.close();
    if let Some(path) = &args.output {
        report.say(&format!("wrote {}", path.display()));
    }
    Ok(report.outcome())
}

/// Writes what stores hold, in the order of the documents' ids.
fn from_stores(args: &Args, store: &Path) -> anyhow::Result<Outcome> {
    ensure!(args.stage.is_none(), "{}: a store holds the outcome of reading; --stage is for texts", store.display());
    ensure!(!args.co_occurs, "{}: a store holds stated relations; --co-occurs is for texts", store.display());
    let mut output = Output::create(args.output.as_deref())?;
    let mut sources = Sources::open(&args.input.paths, &args.input.read, Options::default())?;
    let mut failed = None;
    let stores: Vec<Store> = match args.with_text {
        true => args
            .input
            .paths
            .iter()
            .filter(|path| Store::is_at(path))
            .map(|path| Store::open(path).map_err(told))
            .collect::<anyhow::Result<_>>()?,
        false => Vec::new(),
    };
    sources.each(&Selection::Whole, |record| {
        let text =
            stores.iter().find_map(|store| store.document(&record.id).ok().flatten()).map(|document| document.text);
        let mut json = Vec::new();
        match text.filter(|text| !text.is_empty()) {
            Some(text) => put(&mut json, &Record { text: Some(text), ..record.clone() }),
            None => put(&mut json, record),
        }
        if failed.is_none() {
            failed = output.write_all(&json).err();
        }
    })?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    if args.output.is_none() {
        output.flush()?;
    }
    output.commit()?;
    sources.report().close();
    Ok(sources.report().outcome())
}

fn lines(pipeline: &Pipeline, decided: &Decided, document: Document, stage: Option<Stage>, with_text: bool) -> Lines {
    let mut record = decided.apply(pipeline.extract(&document), Some(&document.text));
    // What is told of an article is seldom longer than the article.
    let mut json = Vec::with_capacity(document.text.len());
    let mut offsets = Offsets::new(&document.text);
    let id = document.id.as_str();
    match stage {
        None => {
            if with_text {
                record.text = Some(document.text);
            }
            put(&mut json, &record);
        }
        Some(Stage::Sentences) => {
            for span in pipeline.sentences(&document) {
                let (start, end) = (offsets.chars(span.start), offsets.chars(span.end));
                put(&mut json, &Step::Sentence { document: id, start, end, text: span.of(&document.text) });
            }
        }
        Some(Stage::Mentions) => {
            for MentionRow { start, end, id: entity, kind } in &record.mentions {
                let text = &document.text[offsets.bytes(*start)..offsets.bytes(*end)];
                put(
                    &mut json,
                    &Step::Mention { document: id, start: *start, end: *end, id: entity, kind: *kind, text },
                );
            }
        }
        Some(Stage::Relations) => {
            record.relations.iter().for_each(|row| put(&mut json, &Step::Relation { document: id, row }));
        }
    }
    Lines { lang: record.lang, mentions: record.mentions.len(), relations: record.relations.len(), json }
}

fn put(json: &mut Vec<u8>, value: &impl Serialize) {
    serde_json::to_writer(Bytes(json), value).expect("rows have string keys, and memory does not fail to be written");
    json.push(b'\n');
}

/// Where JSON is written: half of what the library writes are single marks, which cost no call.
struct Bytes<'a>(&'a mut Vec<u8>);

impl Write for Bytes<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match *bytes {
            [mark] => self.0.push(mark),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Code points and bytes of a text, each counted from the place last asked for.
struct Offsets<'t> {
    text: &'t str,
    byte: usize,
    char: usize,
}

impl<'t> Offsets<'t> {
    fn new(text: &'t str) -> Self {
        Offsets { text, byte: 0, char: 0 }
    }

    fn chars(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.char) = (0, 0);
        }
        self.char += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.char
    }

    fn bytes(&mut self, char: usize) -> usize {
        if char < self.char {
            (self.byte, self.char) = (0, 0);
        }
        let rest = &self.text[self.byte..];
        self.byte += rest.char_indices().nth(char - self.char).map_or(rest.len(), |(at, _)| at);
        self.char = char;
        self.byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_both_ways() {
        let text = "قمة a\u{1F600}ب.";
        let mut offsets = Offsets::new(text);
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for chars in (0..bytes.len()).chain((0..bytes.len()).rev()) {
            assert_eq!(offsets.chars(bytes[chars]), chars);
            assert_eq!(offsets.bytes(chars), bytes[chars]);
        }
    }
}
