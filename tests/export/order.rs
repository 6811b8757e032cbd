//! Same records, same bytes: in any order, on any number of threads, merged in any grouping.

use nisba::export::Format;
use nisba::graph::{Builder, Filter, Grain};
use nisba::lexicon::{Predicate, Status};
use nisba::relation::Record;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rayon::prelude::*;
use serde_json::{Value, json};

use super::{bytes, fixture};

const IDS: [&str; 5] = ["Q7747", "Q22686", "RU", "new:abu-layth", "org:kremlin"];

/// A relation among few entities, predicates and dates, so that many meet on an edge.
fn relation() -> impl Strategy<Value = Value> {
    let predicates = vec![Predicate::Met, Predicate::Called, Predicate::Attacked, Predicate::CoOccurs];
    let date = select(vec!["2025-08-15", "2025-08", "2024"]);
    let ends = (select(IDS.to_vec()), select(IDS.to_vec()));
    let rest =
        (option::of(date), option::of(select(vec![0.5, 0.9, 1.0])), any::<bool>(), 0..4_usize, "[\\\\\"a<&\n]{0,3}");
    (ends, select(predicates), select(Status::ALL.to_vec()), rest).prop_map(
        |((subject, object), predicate, status, (date, confidence, either, start, evidence))| {
            json!({"subject": subject, "object": object, "predicate": predicate, "status": status, "date": date,
                "confidence": confidence, "either": either, "start": start, "end": start + 9, "evidence": evidence,
                "subject_mention": {"start": start, "end": start + 1}})
        },
    )
}

/// A date, relations, and the names given to the entity that no list knows.
type Article = (Option<&'static str>, Vec<Value>, Vec<&'static str>);

fn records() -> impl Strategy<Value = Vec<Record>> {
    let date = option::of(select(vec!["2025-08-16", "2025-08-18"]));
    let names = vec(select(vec!["أبو الليث", "Abu Layth", "أبو ليث"]), 0..2);
    vec((date, vec(relation(), 0..5), names), 0..8).prop_map(|documents| {
        let record = |(number, (date, relations, names)): (usize, Article)| {
            let entity = |name: &&str| json!({"id": "new:abu-layth", "kind": "person", "name": name});
            let entities: Vec<Value> = names.iter().map(entity).collect();
            let record = json!({"id": format!("d{number}"), "date": date, "relations": relations,
                "mentions": [{"start": 0, "end": 1, "id": "RU", "type": "name"}], "entities": entities});
            serde_json::from_value(record).unwrap()
        };
        documents.into_iter().enumerate().map(record).collect()
    })
}

fn builder(grain: Grain, records: &[Record]) -> Builder {
    let mut builder = Builder::new(grain, Filter::default());
    records.iter().for_each(|record| builder.add(record));
    builder
}

/// Everything that every format writes.
fn written(builder: Builder) -> Vec<Vec<u8>> {
    let graph = builder.finish(&|id| if id == "new:abu-layth" { None } else { fixture::entity(id) });
    let files = Format::ALL.iter().flat_map(|&format| format.parts().iter().map(move |&part| (format, part)));
    files.map(|(format, part)| bytes(&graph, format, part)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_records_does_not_matter(
        (first, second) in records().prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle())),
    ) {
        for &grain in Grain::ALL {
            prop_assert_eq!(written(builder(grain, &first)), written(builder(grain, &second)));
        }
    }

    #[test]
    fn merging_is_associative_and_commutative(records in records(), a in 0..8_usize, b in 0..8_usize) {
        let (a, b) = (a.min(b).min(records.len()), a.max(b).min(records.len()));
        for &grain in Grain::ALL {
            let parts = || (builder(grain, &records[..a]), builder(grain, &records[a..b]), builder(grain, &records[b..]));
            let (mut left, second, third) = parts();
            left.merge(second);
            left.merge(third);
            let (first, mut right, third) = parts();
            right.merge(third);
            right.merge(first);
            let whole = builder(grain, &records);
            prop_assert_eq!(left.counts(), whole.counts());
            let whole = written(whole);
            prop_assert_eq!(&written(left), &whole);
            prop_assert_eq!(&written(right), &whole);
        }
    }
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let records: Vec<Record> = (0..40)
        .flat_map(|round| {
            fixture::records().into_iter().map(move |mut record| {
                record.id = format!("{} {round}", record.id);
                record
            })
        })
        .collect();
    for &grain in Grain::ALL {
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let empty = || Builder::new(grain, Filter::default());
            let add = |mut builder: Builder, record: &Record| {
                builder.add(record);
                builder
            };
            let merge = |mut left: Builder, right| {
                left.merge(right);
                left
            };
            written(pool.install(|| records.par_iter().fold(empty, add).reduce(empty, merge)))
        };
        let one = run(1);
        assert_eq!(run(4), one);
        assert_eq!(run(16), one);
    }
}
