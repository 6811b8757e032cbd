//! Nisba beside a bare search for the same names in the same bytes, in one process, turn and turn about.
//!
//! ```sh
//! cargo bench --bench compare -- [--rounds N] [--threads N] [FILE…]
//! ```
//!
//! Measured are the reading of documents (`extract`: text to records), the whole way to a GraphML file (`build`), and an
//! Aho–Corasick automaton (contiguous NFA, leftmost-longest) over every name of the gazetteer, run over the raw text.
//! Texts are in memory before the clock starts. Without FILE: `../shared/corpus/news_ar.jsonl.gz` where it is, else the
//! example articles.
#![allow(clippy::print_stdout, reason = "a program")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use nisba::document::{Document, Source};
use nisba::export::{Format, Options, Part, write};
use nisba::graph::{Builder, EntityInfo, Filter, Grain};
use nisba::pipeline::Pipeline;
use nisba::relation::Record;
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

/// Resident memory of this process in MiB, where the system tells it: now, or the most it has been.
fn memory(field: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(field))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

fn told(mebibytes: Option<f64>) -> String {
    mebibytes.map_or("unknown".to_owned(), |mebibytes| format!("{mebibytes:.0} MiB"))
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

/// The time from start to end of the program on an empty text, in milliseconds: the median of several runs.
fn start_up() -> Option<f64> {
    let program = Path::new(env!("CARGO_BIN_EXE_nisba"));
    let folder = std::env::temp_dir().join(format!("nisba-compare-{}", std::process::id()));
    std::fs::create_dir_all(&folder).ok()?;
    let text = folder.join("short.txt");
    std::fs::write(&text, "Putin met Trump.").ok()?;
    let mut times: Vec<Duration> = (0..9)
        .map(|_| {
            let start = Instant::now();
            let output = Command::new(program).args(["extract", "--quiet"]).arg(&text).output();
            assert!(output.is_ok_and(|output| output.status.success()), "the program reads a short text");
            start.elapsed()
        })
        .collect();
    std::fs::remove_dir_all(&folder).ok()?;
    Some(median(&mut times) * 1000.0)
}

fn main() {
    let given = arguments();
    rayon::ThreadPoolBuilder::new().num_threads(given.threads).build_global().expect("one pool is made");
    let documents: Vec<Document> = Source::new(given.files.clone()).documents().filter_map(Result::ok).collect();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let megabytes = bytes as f64 / 1e6;
    let text_memory = memory("VmRSS:");

    let start = Instant::now();
    let pipeline = Pipeline::embedded().expect("the built-in data files are in order");
    let loading = start.elapsed();
    let pipeline_memory = memory("VmRSS:").zip(text_memory).map(|(now, before)| now - before);

    // Reading first: the automaton is larger than all the rest, and the peak is to be that of reading.
    let records = extract(&pipeline, &documents);
    let (mentions, relations) =
        records.iter().fold((0, 0), |(m, r), record| (m + record.mentions.len(), r + record.relations.len()));
    drop(records);
    let reading_memory = memory("VmHWM:");

    let names: Vec<&str> = pipeline.gazetteer().aliases().iter().map(|alias| &*alias.text).collect();
    let start = Instant::now();
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .expect("the names fit");
    let building = start.elapsed();
    let scan = || documents.par_iter().map(|document| automaton.find_iter(&document.text).count()).sum::<usize>();

    let mut times: [Vec<Duration>; 3] = Default::default();
    for _ in 0..given.rounds {
        let mut timed = |which: usize, run: &dyn Fn()| {
            let start = Instant::now();
            run();
            times[which].push(start.elapsed());
        };
        timed(0, &|| {
            black_box(scan());
        });
        timed(1, &|| {
            black_box(extract(&pipeline, &documents));
        });
        timed(2, &|| {
            black_box(build(&pipeline, &documents));
        });
    }

    let files: Vec<String> =
        given.files.iter().filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned())).collect();
    println!("{}: {} documents, {megabytes:.1} MB of text", files.join(", "), documents.len());
    println!("{} names; found {mentions} mentions and {relations} relations", names.len());
    println!("medians of {} interleaved rounds, {} thread(s)\n", given.rounds, given.threads);
    let speeds = times.map(|mut times| megabytes / median(&mut times));
    println!("| what | MB/s | of the bare scan |");
    println!("| --- | --- | --- |");
    for (what, speed) in ["aho-corasick, names only", "nisba extract", "nisba build to GraphML"].iter().zip(speeds) {
        println!("| {what} | {speed:.1} | {:.2} |", speed / speeds[0]);
    }
    println!();
    println!("| what | |");
    println!("| --- | --- |");
    if let Some(milliseconds) = start_up() {
        println!("| the program, from start to end on one sentence | {milliseconds:.0} ms |");
    }
    println!("| loading gazetteer and lexicon | {:.0} ms |", loading.as_secs_f64() * 1000.0);
    println!("| building the automaton of the names | {:.0} ms |", building.as_secs_f64() * 1000.0);
    println!("| resident: gazetteer, lexicon, dictionary | {} |", told(pipeline_memory));
    println!("| resident: all texts in memory, before reading | {} |", told(text_memory));
    println!("| resident: the most, with every record kept | {} |", told(reading_memory));
    println!("| the automaton of the names | {} |", told(Some(automaton.memory_usage() as f64 / f64::from(1 << 20))));
}
