//! Each stage alone: normalise, sentences, match, mentions, relations, graph, export, store, and the start.
//!
//! ```sh
//! cargo bench --bench stages [-- PART OF A NAME]
//! ```
//!
//! The texts are a thousand articles of `../shared/corpus/news_ar.jsonl.gz` where it is, else the example articles.

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use nisba::document::{Document, Source, sentences};
use nisba::export::{Format, Options, write};
use nisba::gazetteer::{DataFile, Gazetteer};
use nisba::graph::{Builder, EntityInfo, Filter, Grain, KnowledgeGraph, RelationFilter};
use nisba::lexicon::Lexicon;
use nisba::mention::{Knowledge, Reader, Scan};
use nisba::pipeline::Pipeline;
use nisba::query::{Answers, Between, Exchanges, Side, Who};
use nisba::relation::{Id, Record, read_relations};
use nisba::store::{Digest, Ends, Selection, Store};
use nisba::text::Tokens;

/// How many articles of the corpus are read.
const ARTICLES: usize = 1000;

/// Returns the articles: evenly drawn from the corpus where it lies beside the project, else the examples.
fn articles() -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("../shared/corpus/news_ar.jsonl.gz");
    if !corpus.is_file() {
        return Source::new([root.join("examples/news")]).documents().map(|article| article.expect("one")).collect();
    }
    let all: Vec<Document> = Source::new([corpus]).documents().filter_map(Result::ok).collect();
    let step = (all.len() / ARTICLES).max(1);
    all.into_iter().step_by(step).take(ARTICLES).collect()
}

fn build(records: &[Record], pipeline: &Pipeline) -> KnowledgeGraph {
    let mut builder = Builder::new(Grain::Aggregated, Filter::default());
    records.iter().for_each(|record| builder.add(record));
    builder.finish(&|id| EntityInfo::of(pipeline.gazetteer(), id))
}

/// Returns the data files of `count` people, each with an Arabic name of three words.
fn names(count: usize) -> Vec<(&'static str, DataFile)> {
    const SYLLABLES: [&str; 12] = ["با", "تو", "جي", "دم", "را", "سن", "شو", "طي", "عل", "فا", "كم", "نو"];
    let word = |mut n: usize| {
        let mut word = String::new();
        for _ in 0..3 {
            word.push_str(SYLLABLES[n % SYLLABLES.len()]);
            n /= SYLLABLES.len();
        }
        word
    };
    let mut entities = "id,kind,subkind,name_en,name_ar,country,gender,weight,wikidata,source\n".to_owned();
    let mut aliases = "entity_id,lang,alias,kind,support,source\n".to_owned();
    for n in 0..count {
        let name = format!("{} {} {}", word(n), word(n / 7), word(n / 1_000 + 31));
        entities.push_str(&format!("p{n},person,,,{name},,m,0,,made\n"));
        aliases.push_str(&format!("p{n},ar,{name},name,,made\n"));
    }
    let file = |name: &'static str, text: String| (name, DataFile { name: name.to_owned(), text: text.into() });
    vec![file("entities.csv", entities), file("aliases.csv", aliases)]
}

/// What each stage takes of what the one before gave.
struct Read {
    tokens: Tokens,
    ranges: Vec<(usize, usize)>,
    scan: Scan,
}

fn read(article: &Document, knowledge: &Knowledge) -> Read {
    let (mut tokens, mut scan) = (Tokens::default(), Scan::default());
    tokens.read(&article.text);
    let lexicon = &knowledge.lexicon;
    let opens = |form: &[u8]| lexicon.opens_circumstance(form);
    let ranges = sentences(&tokens, |form| lexicon.is_short_month(form), |form| lexicon.is_day(form), opens);
    scan.read(&knowledge.dictionary, &tokens);
    Read { tokens, ranges, scan }
}

fn reader<'r>(knowledge: &'r Knowledge, article: &'r Document, read: &'r Read) -> Reader<'r> {
    Reader::new(knowledge, &article.text, &read.tokens, &read.scan, article.lang, article.date)
}

fn reading(criterion: &mut Criterion) {
    let pipeline = Pipeline::embedded().expect("the built-in data files are in order");
    let (knowledge, articles) = (pipeline.knowledge(), articles());
    let read: Vec<Read> = articles.iter().map(|article| read(article, knowledge)).collect();
    let both = || articles.iter().zip(&read);

    let mut group = criterion.benchmark_group("reading");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum()));
    group.bench_function("normalise and tokens", |bencher| {
        let mut buffer = Tokens::default();
        bencher.iter(|| articles.iter().for_each(|article| buffer.read(black_box(&article.text))));
    });
    group.bench_function("sentences", |bencher| {
        let is_month = |form: &[u8]| pipeline.lexicon().is_short_month(form);
        let is_day = |form: &[u8]| pipeline.lexicon().is_day(form);
        let opens = |form: &[u8]| pipeline.lexicon().opens_circumstance(form);
        let count = |read: &Read| sentences(black_box(&read.tokens), is_month, is_day, opens).len();
        bencher.iter(|| read.iter().map(count).sum::<usize>());
    });
    group.bench_function("match", |bencher| {
        let mut scan = Scan::default();
        bencher.iter(|| read.iter().for_each(|read| scan.read(&knowledge.dictionary, black_box(&read.tokens))));
    });
    group.bench_function("mentions", |bencher| {
        let phrases = |(article, read)| reader(knowledge, article, read).phrases(&read.ranges).len();
        bencher.iter(|| both().map(black_box).map(phrases).sum::<usize>());
    });
    group.bench_function("mentions and relations", |bencher| {
        let relations = |(article, read): (_, &Read)| {
            let mut reader = reader(knowledge, article, read);
            read_relations(&mut reader, &read.tokens, &read.scan, &read.ranges, Default::default(), None).len()
        };
        bencher.iter(|| both().map(black_box).map(relations).sum::<usize>());
    });
    group.bench_function("extract, all of these", |bencher| {
        let relations = |article| pipeline.extract(article).relations.len();
        bencher.iter(|| articles.iter().map(black_box).map(relations).sum::<usize>());
    });
    group.finish();
}

fn graph(criterion: &mut Criterion) {
    let pipeline = Pipeline::embedded().expect("the built-in data files are in order");
    let records: Vec<Record> = articles().iter().map(|article| pipeline.extract(article)).collect();
    let graph = build(&records, &pipeline);

    let mut group = criterion.benchmark_group("graph");
    group.sample_size(20);
    group.bench_function("build", |bencher| bencher.iter(|| build(black_box(&records), &pipeline)));
    for &format in Format::ALL {
        group.bench_function(format!("export {format}"), |bencher| {
            let buffer = || Vec::with_capacity(1 << 20);
            let export = |mut out: Vec<u8>| {
                for &part in format.parts() {
                    write(black_box(&graph), format, part, &Options::default(), &mut out).expect("memory takes it all");
                }
                out
            };
            bencher.iter_batched(buffer, export, BatchSize::SmallInput);
        });
    }
    group.finish();
}

/// Adds the documents to the store, in one batch.
fn add(store: &mut Store, articles: &[Document], records: &[Record], pipeline: &Pipeline) {
    let mut batch = store.batch().expect("nobody else writes");
    for (article, record) in articles.iter().zip(records) {
        let digest = Digest::of_document(article);
        batch.put(record, digest, Some(&article.text), pipeline.gazetteer()).expect("there is room");
    }
    batch.commit().expect("there is room");
}

/// Returns the pair of which the articles tell most, who acts most often first.
fn pair(records: &[Record]) -> (Id, Id) {
    let mut counts: BTreeMap<(&Id, &Id), usize> = BTreeMap::new();
    for row in records.iter().flat_map(|record| &record.relations) {
        for pair in row.subject.iter().zip(&row.object) {
            *counts.entry(pair).or_default() += 1;
        }
    }
    let (&(one, other), _) = counts.iter().max_by_key(|&(_, count)| count).expect("the articles tell something");
    (one.clone(), other.clone())
}

fn store(criterion: &mut Criterion) {
    let pipeline = Pipeline::embedded().expect("the built-in data files are in order");
    let articles = articles();
    let records: Vec<Record> = articles.iter().map(|article| pipeline.extract(article)).collect();
    let empty = || {
        let folder = tempfile::tempdir().expect("there is room");
        let store = Store::create(&folder.path().join("news.nisba")).expect("there is room");
        (folder, store)
    };
    let (_folder, mut made) = empty();
    add(&mut made, &articles, &records, &pipeline);
    let (one, other) = pair(&records);
    let (one, other) = (BTreeSet::from([one]), BTreeSet::from([other]));

    let mut group = criterion.benchmark_group("store");
    group.sample_size(10);
    group.throughput(Throughput::Elements(articles.len() as u64));
    group.bench_function(BenchmarkId::new("add", articles.len()), |bencher| {
        let fill = |(folder, mut store): (tempfile::TempDir, Store)| {
            add(&mut store, &articles, &records, &pipeline);
            (folder, store)
        };
        bencher.iter_batched(empty, fill, BatchSize::PerIteration);
    });
    group.finish();
    let mut group = criterion.benchmark_group("store");
    group.bench_function("who", |bencher| {
        bencher.iter(|| {
            let filter = RelationFilter::default();
            let mut answers = Answers::new(Who { from: one.clone(), relations: filter.clone(), ..Who::default() });
            let selection = Selection::Relations { filter, ends: Ends::From(one.clone()) };
            made.records(&selection, |record| answers.add(&record)).expect("it can be read");
            answers.finish()
        });
    });
    group.bench_function("between", |bencher| {
        bencher.iter(|| {
            let relations = RelationFilter::default();
            let sides = (Side::new(one.clone()), Side::new(other.clone()));
            let ends = Ends::Between(one.clone(), other.clone());
            let selection = Selection::Relations { filter: relations.clone(), ends };
            let mut exchanges = Exchanges::new(Between { one: sides.0, other: sides.1, relations });
            made.records(&selection, |record| exchanges.add(&record)).expect("it can be read");
            exchanges.finish()
        });
    });
    group.finish();
}

fn start(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    group.sample_size(10);
    group.bench_function("tables inside the program", |bencher| bencher.iter_with_large_drop(Knowledge::embedded));
    group.bench_function("the same from the data files", |bencher| {
        bencher.iter_with_large_drop(|| {
            let gazetteer = Gazetteer::load(&Gazetteer::embedded_files()).expect("they are in order");
            let lexicon = Lexicon::load(&Lexicon::embedded_files()).expect("they are in order");
            Knowledge::new(gazetteer, lexicon)
        });
    });
    for count in [50_000, 500_000] {
        let files = names(count);
        group.bench_function(format!("{count} names from data files"), |bencher| {
            bencher.iter_with_large_drop(|| {
                Knowledge::new(Gazetteer::load(&files).expect("they are in order"), Lexicon::default())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, reading, graph, store, start);
criterion_main!(benches);
