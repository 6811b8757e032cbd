//! Nisba beside a bare search for the same names in the same bytes, and beside what one writes for the work in Python.
//!
//! ```sh
//! cargo bench --bench compare -- [--rounds N] [--threads N] [FILE…]
//! ```
//!
//! Measured are the reading of documents (`extract`: text to records), the whole way to a GraphML file (`build`), an
//! Aho–Corasick automaton (contiguous NFA, leftmost-longest) over every name of the gazetteer, run over the raw text, and
//! the pipelines of `peers.py` where `python3`, or what `$PYTHON` names, has `spacy` and `pyahocorasick`. All run turn and
//! turn about, with the texts in memory before the clock starts, and are compared by seconds of CPU. Last, the program
//! itself with one thread and with two. Without FILE: `../shared/corpus/news_ar.jsonl.gz` where it is, else the example
//! articles.
#![allow(clippy::print_stdout, reason = "a program")]

mod clock;
mod peers;
mod program;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use nisba::document::{Document, Source};
use nisba::export::{Format, Options, Part, write};
use nisba::graph::{Builder, EntityInfo, Filter, Grain};
use nisba::pipeline::Pipeline;
use nisba::relation::Record;
use peers::Peers;
use rayon::prelude::*;

struct Arguments {
    rounds: usize,
    threads: usize,
    files: Vec<PathBuf>,
}

fn arguments() -> Arguments {
    let mut given = Arguments { rounds: 7, threads: 1, files: Vec::new() };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|word| word.parse().ok()).unwrap_or_else(|| panic!("{word} N"));
        match word.as_str() {
            "--rounds" => given.rounds = number(),
            "--threads" => given.threads = number(),
            // What cargo itself adds.
            "--bench" => {}
            _ => given.files.push(word.into()),
        }
    }
    if given.files.is_empty() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let corpus = root.join("../shared/corpus/news_ar.jsonl.gz");
        given.files.push(if corpus.is_file() { corpus } else { root.join("examples/news") });
    }
    given
}

fn extract(pipeline: &Pipeline, documents: &[Document]) -> Vec<Record> {
    documents.par_iter().map(|document| pipeline.extract(document)).collect()
}

/// Reads the documents and writes their graph; returns its size in bytes.
fn build(pipeline: &Pipeline, documents: &[Document]) -> usize {
    let empty = || Builder::new(Grain::Aggregated, Filter::default());
    let add = |mut builder: Builder, document: &Document| {
        builder.add(&pipeline.extract(document));
        builder
    };
    let merge = |mut left: Builder, right: Builder| {
        left.merge(right);
        left
    };
    let builder = documents.par_iter().fold(empty, add).reduce(empty, merge);
    let graph = builder.finish(&|id| EntityInfo::of(pipeline.gazetteer(), id));
    let mut out = Vec::new();
    write(&graph, Format::GraphMl, Part::Whole, &Options::default(), &mut out).expect("memory takes it all");
    out.len()
}

fn told(mebibytes: Option<f64>) -> String {
    mebibytes.map_or("unknown".to_owned(), |mebibytes| format!("{mebibytes:.0} MiB"))
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// What a round of each contestant took: seconds, and seconds of CPU.
#[derive(Default)]
struct Rounds(Vec<(f64, Option<f64>)>);

impl Rounds {
    fn time(&mut self, run: impl FnOnce()) {
        let (cpu, start) = (clock::cpu(), Instant::now());
        run();
        let seconds = start.elapsed().as_secs_f64();
        self.0.push((seconds, clock::cpu().zip(cpu).map(|(now, before)| now - before)));
    }

    fn seconds(&self) -> f64 {
        median(self.0.iter().map(|(seconds, _)| *seconds).collect())
    }

    /// Seconds of CPU, or of time where the system does not tell them.
    fn cpu(&self) -> f64 {
        median(self.0.iter().map(|(seconds, cpu)| cpu.unwrap_or(*seconds)).collect())
    }
}

fn main() {
    let given = arguments();
    rayon::ThreadPoolBuilder::new().num_threads(given.threads).build_global().expect("one pool is made");
    let documents: Vec<Document> = Source::new(given.files.clone()).documents().filter_map(Result::ok).collect();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let megabytes = bytes as f64 / 1e6;
    let text_memory = clock::memory("VmRSS:");

    let start = Instant::now();
    let pipeline = Pipeline::embedded().expect("the built-in data files are in order");
    let loading = start.elapsed();
    let pipeline_memory = clock::memory("VmRSS:").zip(text_memory).map(|(now, before)| now - before);

    // Reading first: the automaton is larger than all the rest, and the peak is to be that of reading.
    let records = extract(&pipeline, &documents);
    let (mentions, relations) =
        records.iter().fold((0, 0), |(m, r), record| (m + record.mentions.len(), r + record.relations.len()));
    drop(records);
    let reading_memory = clock::memory("VmHWM:");

    let names: Vec<&str> = pipeline.gazetteer().aliases().map(|alias| alias.text).collect();
    let start = Instant::now();
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .expect("the names fit");
    let building = start.elapsed();
    let scan = || documents.par_iter().map(|document| automaton.find_iter(&document.text).count()).sum::<usize>();

    let mut peers = Peers::start(&pipeline, &documents);
    let [mut scans, mut extracts, mut builds]: [Rounds; 3] = Default::default();
    for _ in 0..given.rounds {
        scans.time(|| {
            black_box(scan());
        });
        extracts.time(|| {
            black_box(extract(&pipeline, &documents));
        });
        builds.time(|| {
            black_box(build(&pipeline, &documents));
        });
        peers.round();
    }

    let files: Vec<String> =
        given.files.iter().filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned())).collect();
    println!("{}: {} documents, {megabytes:.1} MB of text", files.join(", "), documents.len());
    println!("{} names; found {mentions} mentions and {relations} relations", names.len());
    println!("medians of {} interleaved rounds, {} thread(s)\n", given.rounds, given.threads);
    let own = [("aho-corasick, names only", &scans), ("nisba extract", &extracts), ("nisba build to GraphML", &builds)];
    println!("| what | MB/s | of the bare scan | MB/s of CPU |");
    println!("| --- | --- | --- | --- |");
    for (what, rounds) in own {
        let share = scans.seconds() / rounds.seconds();
        println!("| {what} | {:.1} | {share:.2} | {:.1} |", megabytes / rounds.seconds(), megabytes / rounds.cpu());
    }
    println!();
    tell_peers(&peers, megabytes / extracts.cpu(), megabytes / builds.cpu());
    tell_threads(&given, megabytes);
    println!("| what | |");
    println!("| --- | --- |");
    if let Some(milliseconds) = program::start_up() {
        println!("| the program, from start to end on one sentence | {milliseconds:.0} ms |");
    }
    println!("| loading gazetteer and lexicon | {:.0} ms |", loading.as_secs_f64() * 1000.0);
    println!("| building the automaton of the names | {:.0} ms |", building.as_secs_f64() * 1000.0);
    println!("| resident: gazetteer, lexicon, dictionary | {} |", told(pipeline_memory));
    println!("| resident: all texts in memory, before reading | {} |", told(text_memory));
    println!("| resident: the most, with every record kept | {} |", told(reading_memory));
    println!("| the automaton of the names | {} |", told(Some(automaton.memory_usage() as f64 / f64::from(1 << 20))));
}

/// Says what the pipelines in Python reach, and how much faster Nisba is, by megabytes a second of CPU.
fn tell_peers(peers: &Peers, extract: f64, build: f64) {
    if !peers.there.is_empty() {
        println!("| in Python | texts | found | MB/s of CPU | nisba extract | nisba build | making its table, s |");
        println!("| --- | --- | --- | --- | --- | --- | --- |");
    }
    for peer in &peers.there {
        let speed = peer.megabytes / median(peer.rounds.clone());
        let (mentions, edges) = peer.found;
        println!(
            "| {} {} | {}, {:.1} MB | {mentions} names, {edges} edges | {speed:.2} | {:.1} times | {:.1} times | {:.1} |",
            peer.name,
            peer.version,
            peer.documents,
            peer.megabytes,
            extract / speed,
            build / speed,
            peer.making
        );
    }
    peers.missing.iter().for_each(|reason| println!("{reason}"));
    println!();
}

/// Says what the program takes with one thread and with two.
fn tell_threads(given: &Arguments, megabytes: f64) {
    let Some([one, two]) = program::with_threads(&given.files, given.rounds) else {
        println!("the system does not tell what CPU a program used\n");
        return;
    };
    // The CPU of a program is told in hundredths of a second.
    if one.0 < 1.0 {
        println!("there is too little text to tell what a second thread costs\n");
        return;
    }
    println!("| the program, nisba extract | CPU, s a MB | time, s | CPU of one thread |");
    println!("| --- | --- | --- | --- |");
    for (threads, (cpu, time)) in [("one thread", one), ("two threads", two)] {
        println!("| {threads} | {:.4} | {time:.2} | {:.3} |", cpu / megabytes, cpu / one.0);
    }
    println!();
}
