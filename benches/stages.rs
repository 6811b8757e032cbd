//! Each stage alone, on the example articles: `cargo bench --bench stages`.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use nisba::document::{Document, Source, sentences};
use nisba::export::{Format, Options, write};
use nisba::gazetteer::{DataFile, Gazetteer};
use nisba::graph::{Builder, EntityInfo, Filter, Grain, KnowledgeGraph};
use nisba::lexicon::Lexicon;
use nisba::mention::{Knowledge, Scan};
use nisba::pipeline::Pipeline;
use nisba::relation::Record;
use nisba::text::Tokens;

const NEWS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/news");

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

fn stages(criterion: &mut Criterion) {
    let pipeline = Pipeline::embedded().expect("the built-in data files are in order");
    let dictionary = &pipeline.knowledge().dictionary;
    let articles: Vec<Document> = Source::new([NEWS]).documents().map(|article| article.expect("an article")).collect();
    let bytes = articles.iter().map(|article| article.text.len() as u64).sum();
    let tokens: Vec<Tokens> = articles
        .iter()
        .map(|article| {
            let mut tokens = Tokens::default();
            tokens.read(&article.text);
            tokens
        })
        .collect();
    let records: Vec<Record> = articles.iter().map(|article| pipeline.extract(article)).collect();
    let graph = build(&records, &pipeline);

    let mut group = criterion.benchmark_group("reading");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("normalise and tokens", |bencher| {
        let mut buffer = Tokens::default();
        bencher.iter(|| articles.iter().for_each(|article| buffer.read(black_box(&article.text))));
    });
    group.bench_function("sentences", |bencher| {
        let is_month = |form: &[u8]| pipeline.lexicon().is_short_month(form);
        bencher.iter(|| tokens.iter().map(|tokens| sentences(black_box(tokens), is_month).len()).sum::<usize>());
    });
    group.bench_function("scan", |bencher| {
        let mut scan = Scan::default();
        bencher.iter(|| tokens.iter().for_each(|tokens| scan.read(dictionary, black_box(tokens))));
    });
    group.bench_function("extract", |bencher| {
        bencher.iter(|| {
            articles.iter().map(|article| pipeline.extract(black_box(article)).relations.len()).sum::<usize>()
        });
    });
    group.finish();

    let mut group = criterion.benchmark_group("graph");
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

criterion_group!(benches, stages);
criterion_main!(benches);
