//! `nisba add`: articles into a store.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::Context;
use nisba::document::{Document, Input};
use nisba::pipeline::{Pipeline, knowledge_digest};
use nisba::relation::{Options, Record};
use nisba::store::{Batch, Change, Digest, Run, RunCounts, Store, StoreError};

use super::args::ReadArgs;
use super::read::in_order;
use super::report::{Report, count};
use super::{Outcome, tell};

/// Documents of one batch, and the longest time until it is committed.
const BATCH: usize = 500;
const BATCH_TIME: Duration = Duration::from_secs(2);

const EXAMPLES: &str = "\
Examples:
  A store that grows with the news; run it again whenever there is more:
    nisba add news.nisba articles/
    nisba who --from Putin news.nisba

  From a crawler, a document a line:
    crawler | nisba add news.nisba -

  Read all kept texts again, after the gazetteer or the lexicon has changed:
    nisba add news.nisba --again --gazetteer my-gazetteer/

A document that the store has just so is passed over without being read; one with the same id and other content replaces
the old. Stop it at any moment: what is kept is whole, and the same command goes on from there.
Exit codes: 0 everything was added, 2 something was skipped or failed.";

/// Add articles, or what was extracted from them, to a store
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The store, one file; made where there is none
    #[arg(value_name = "STORE")]
    store: PathBuf,
    /// Files, folders, patterns ('news/**/*.txt') or - for standard input: .txt, .jsonl, .csv, each also .gz or .zst
    #[arg(value_name = "INPUT", required_unless_present = "again")]
    inputs: Vec<PathBuf>,
    /// Do not keep the texts (explain and --again need them)
    #[arg(long)]
    without_text: bool,
    /// Read the kept texts again, with what is known now
    #[arg(long, conflicts_with = "inputs")]
    again: bool,
    /// Seconds to wait for another program that writes to the store
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    wait: u64,
    #[command(flatten)]
    read: ReadArgs,
}

/// One document on its way into the store.
enum Addition {
    /// The store has it just so.
    Unchanged,
    /// It is to be kept.
    Put(Box<Record>, Digest, Option<String>),
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.read.without_decisions("a store keeps what was read, and what people decided is followed when it is asked")?;
    let knowledge = &args.read.knowledge;
    let pipeline = Arc::new(knowledge.pipeline(Options::default())?);
    let digest = knowledge_digest(knowledge.gazetteer.as_deref(), knowledge.lexicon.as_deref())?;
    let mut writer = Writer::open(&args.store, args.wait)?;
    let known = writer.store.last_knowledge().map_err(told)?;
    let run = writer.write(|batch| {
        if known.is_some_and(|known| known != digest) {
            batch.refresh(pipeline.gazetteer())?;
        }
        let program = concat!("nisba ", env!("CARGO_PKG_VERSION")).to_owned();
        batch.begin_run(&Run { started: now(), program, knowledge: digest.clone() })
    })?;
    let mut report = Report::new(args.read.run.quiet, args.read.strict);
    let counts = match args.again {
        true => again(&mut writer, &pipeline, args.read.run.threads(), &mut report)?,
        false => add(args, &mut writer, &pipeline, &mut report)?,
    };
    let counts = RunCounts { skipped: report.skipped(), ..counts };
    writer.write(|batch| batch.end_run(run, &now(), counts))?;
    report.check()?;
    report.close();
    let RunCounts { added, changed, unchanged, .. } = counts;
    let whole = writer.store.counts().map_err(told)?;
    report.say(&format!(
        "{added} added, {changed} changed, {unchanged} as before; {} holds {}",
        args.store.display(),
        describe(whole)
    ));
    Ok(report.outcome())
}

/// A store that is written to, and how long to wait for it.
pub(super) struct Writer {
    pub(super) store: Store,
    wait: Duration,
    is_told: bool,
}

impl Writer {
    /// Opens a store, and makes it where there is none.
    pub(super) fn open(path: &Path, wait: u64) -> anyhow::Result<Writer> {
        let (begin, wait) = (Instant::now(), Duration::from_secs(wait));
        let mut is_told = false;
        let store = loop {
            match Store::create(path) {
                Err(StoreError::Busy { .. }) if begin.elapsed() < wait => say_waiting(path, &mut is_told),
                opened => break opened.map_err(told)?,
            }
        };
        Ok(Writer { store, wait, is_told })
    }

    /// Writes a batch, whole or not at all.
    pub(super) fn write<T>(
        &mut self,
        write: impl FnOnce(&mut Batch<'_>) -> Result<T, StoreError>,
    ) -> anyhow::Result<T> {
        let (wait, path) = (self.wait, self.store.path().to_owned());
        let is_told = &mut self.is_told;
        let mut batch = self
            .store
            .batch_when_free(|waited| {
                say_waiting(&path, is_told);
                waited < wait
            })
            .map_err(told)?;
        let done = write(&mut batch).map_err(told)?;
        batch.commit().map_err(told)?;
        Ok(done)
    }
}

fn say_waiting(path: &Path, is_told: &mut bool) {
    if !std::mem::replace(is_told, true) {
        tell(&format!("waiting for another program that writes to {}", path.display()));
    }
}

/// Adds to an error of the store what the user may do about it.
pub(super) fn told(error: StoreError) -> anyhow::Error {
    let hint = error.hint();
    let mut message = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        message.push_str(&format!(": {error}"));
        cause = error.source();
    }
    anyhow::anyhow!("{message}\n  hint: {hint}")
}

/// Returns the time, for the list of runs.
pub(super) fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Says how much a store holds.
pub(super) fn describe(counts: nisba::store::Counts) -> String {
    format!(
        "{} ({}), {}",
        count(counts.documents, "document"),
        count(counts.texts, "distinct text"),
        count(counts.relations, "relation")
    )
}

/// What waits to be written.
#[derive(Default)]
struct Waiting {
    additions: Vec<(Box<Record>, Digest, Option<String>)>,
    counts: RunCounts,
}

impl Waiting {
    fn flush(&mut self, writer: &mut Writer, pipeline: &Pipeline) -> anyhow::Result<()> {
        if self.additions.is_empty() {
            return Ok(());
        }
        let kept = writer.write(|batch| {
            let mut kept = self.counts;
            for (record, digest, text) in &self.additions {
                match batch.put(record, *digest, text.as_deref(), pipeline.gazetteer())? {
                    Change::Added => kept.added += 1,
                    Change::Changed => kept.changed += 1,
                    Change::Unchanged => kept.unchanged += 1,
                }
            }
            Ok(kept)
        });
        self.counts = kept.with_context(|| {
            let before = count(self.counts.added + self.counts.changed, "document");
            format!("stopped; {before} were kept before, and the same command goes on from there")
        })?;
        self.additions.clear();
        Ok(())
    }
}

fn add(args: &Args, writer: &mut Writer, pipeline: &Arc<Pipeline>, report: &mut Report) -> anyhow::Result<RunCounts> {
    // What the store has is looked up by the threads that read, so that nothing is read for nothing.
    let lookup = Mutex::new(Store::open(&args.store).map_err(told)?);
    let (reader, keep_text) = (Arc::clone(pipeline), !args.without_text);
    let has = move |id: &str, digest: Digest| {
        // Where it cannot be looked up it is read, and adding it finds out.
        lookup.lock().is_ok_and(|store| store.digest(id).is_ok_and(|known| known == Some(digest)))
    };
    let work = move |input| match input {
        Input::Document(document) => {
            let digest = Digest::of_document(&document);
            if has(&document.id, digest) {
                return Ok(Addition::Unchanged);
            }
            let record = reader.extract(&document);
            Ok(Addition::Put(Box::new(record), digest, keep_text.then_some(document.text)))
        }
        Input::Extracted(line) => {
            let digest = Digest::of_extracted(&line.json);
            let record = Record::from_extracted(&line)?;
            if has(&record.id, digest) {
                return Ok(Addition::Unchanged);
            }
            Ok(Addition::Put(Box::new(record), digest, None))
        }
    };
    let mut waiting = Waiting::default();
    let mut since = Instant::now();
    let mut failed = None;
    in_order(args.read.source(&args.inputs).inputs(), args.read.run.threads(), work, |result| {
        match result {
            Ok(Addition::Unchanged) => {
                waiting.counts.unchanged += 1;
                report.pass();
            }
            Ok(Addition::Put(record, digest, text)) => {
                report.read(record.lang, record.mentions.len(), record.relations.len());
                waiting.additions.push((record, digest, text));
            }
            Err(error) => return report.skip(&error),
        }
        if waiting.additions.len() >= BATCH || since.elapsed() >= BATCH_TIME {
            since = Instant::now();
            if let Err(error) = waiting.flush(writer, pipeline) {
                failed = Some(error);
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    match failed {
        Some(error) => Err(error),
        None => waiting.flush(writer, pipeline).map(|()| waiting.counts),
    }
}

/// Reads the kept texts again.
fn again(writer: &mut Writer, pipeline: &Pipeline, threads: usize, report: &mut Report) -> anyhow::Result<RunCounts> {
    use rayon::prelude::*;

    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let mut counts = RunCounts::default();
    let mut last: Option<String> = None;
    loop {
        let documents = writer.store.documents_after(last.as_deref(), BATCH).map_err(told)?;
        let Some(end) = documents.last() else { break };
        last = Some(end.id.clone());
        let (kept, bare): (Vec<Document>, Vec<Document>) = documents.into_iter().partition(|d| !d.text.is_empty());
        counts.unchanged += bare.len() as u64;
        let records: Vec<Record> =
            pool.install(|| kept.par_iter().map(|document| pipeline.extract(document)).collect());
        writer.write(|batch| {
            for (record, document) in records.iter().zip(&kept) {
                batch.remove(&document.id)?;
                batch.put(record, Digest::of_document(document), Some(&document.text), pipeline.gazetteer())?;
            }
            Ok(())
        })?;
        for record in &records {
            report.read(record.lang, record.mentions.len(), record.relations.len());
        }
        counts.changed += records.len() as u64;
    }
    Ok(counts)
}
