use std::collections::BTreeMap;

use super::*;
use crate::gazetteer::EntityKind;
use crate::graph::{EntityInfo, Period, RelationFilter};
use crate::query::Names;
use crate::relation::{Family, Record};

struct World(BTreeMap<&'static str, (&'static str, &'static str)>);

impl Names for World {
    fn info(&self, id: &str) -> Option<EntityInfo> {
        let (arabic, english) = self.0.get(id)?;
        Some(EntityInfo::named(EntityKind::Person, (*arabic).to_owned(), (*english).to_owned(), Some("RU".into())))
    }
}

fn world() -> World {
    World([("Q1", ("بوتين", "Putin")), ("Q2", ("مودي", "Modi"))].into())
}

fn record(json: serde_json::Value) -> Record {
    let mut record: Record = serde_json::from_value(json).unwrap();
    record.identify();
    record
}

fn records() -> Vec<Record> {
    vec![
        record(serde_json::json!({"id": "d1", "lang": "ar", "date": "2025-08-18", "title": "خبر", "publisher": "واس",
            "url": "https://example.org/1", "sketch": "00ff".repeat(32),
            "mentions": [{"start": 0, "end": 5, "id": "Q1", "type": "name"}, {"start": 0, "end": 5, "id": "Q1", "type": "title"}],
            "relations": [
                {"subject": "Q1", "predicate": "called", "object": "Q2", "date": "2025-08", "date_precision": "month",
                 "place": "RU", "start": 3, "end": 40, "trigger": {"start": 4, "end": 8}, "attribution": "org:tass",
                 "subject_mention": {"start": 0, "end": 5}, "confidence": 0.8125, "rule": "call-1", "evidence": "اتصل."},
                {"subject": "new:ann", "predicate": "met", "object": "Q1", "status": "planned", "start": 3, "end": 40, "evidence": "اتصل."}],
            "entities": [{"id": "new:ann", "kind": "person", "name": "آن لي", "office": "envoy", "country": "US"}]})),
        record(serde_json::json!({"id": "d2", "lang": "en", "sketch": "00ff".repeat(32), "relations": [
            {"subject": "Q2", "predicate": "sanctioned", "object": "Q1", "either": true, "start": 1, "end": 2}]})),
        record(serde_json::json!({"id": "d0", "lang": "en", "date": "2024-01-02", "relations": []})),
    ]
}

fn digest(record: &Record) -> Digest {
    Digest::of_extracted(&serde_json::to_string(record).unwrap())
}

fn fill(store: &mut Store, records: &[Record]) -> Vec<Change> {
    let mut batch = store.batch().unwrap();
    let changes = records.iter().map(|record| batch.put(record, digest(record), None, &world()).unwrap()).collect();
    batch.commit().unwrap();
    changes
}

fn filled() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("s.nisba")).unwrap();
    assert_eq!(fill(&mut store, &records()), [Change::Added; 3]);
    (folder, store)
}

fn read(store: &Store, selection: &Selection) -> Vec<Record> {
    let mut found = Vec::new();
    store.records(selection, |record| found.push(record)).unwrap();
    found
}

#[test]
fn records_come_back_as_they_were() {
    let (_folder, store) = filled();
    let mut expected = records();
    expected.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(read(&store, &Selection::Whole), expected);
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    assert_eq!(store.counts().unwrap(), Counts { documents: 3, texts: 2, mentions: 2, relations: 3 });
    assert_eq!(store.newest().unwrap().unwrap().to_string(), "2025-08-18");
}

#[test]
fn the_same_changes_nothing_and_another_replaces() {
    let (_folder, mut store) = filled();
    let before = read(&store, &Selection::Whole);
    assert_eq!(fill(&mut store, &records()), [Change::Unchanged; 3]);
    assert_eq!(read(&store, &Selection::Whole), before);
    let mut other = records().remove(0);
    other.relations.remove(1);
    other.entities.clear();
    other.mentions.clear();
    assert_eq!(fill(&mut store, &[other.clone()]), [Change::Changed]);
    assert!(read(&store, &Selection::Whole).contains(&other));
    assert!(store.named("آن لي").unwrap().is_empty(), "whom nobody names any more is gone");
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn what_is_taken_out_leaves_no_trace() {
    let (folder, mut store) = filled();
    let mut batch = store.batch().unwrap();
    assert!(batch.remove("d1").unwrap());
    assert!(!batch.remove("d1").unwrap());
    batch.commit().unwrap();
    assert_eq!(store.counts().unwrap(), Counts { documents: 2, texts: 2, mentions: 0, relations: 1 });
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    assert!(store.named("org:tass").unwrap().is_empty() && !store.named("Putin").unwrap().is_empty());
    // As if it had never been there.
    let mut never = Store::create(&folder.path().join("never.nisba")).unwrap();
    fill(&mut never, &records()[1..]);
    assert_eq!(read(&store, &Selection::Whole), read(&never, &Selection::Whole));
    for table in ["entity", "name", "introduction", "sentence", "sketch_key", "text"] {
        let count = |store: &Store| -> i64 {
            store.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
        };
        assert_eq!(count(&store), count(&never), "{table}");
    }
}

#[test]
fn a_batch_that_is_dropped_was_never_there() {
    let (_folder, mut store) = filled();
    let before = read(&store, &Selection::Whole);
    let mut batch = store.batch().unwrap();
    batch.remove("d1").unwrap();
    let other =
        record(serde_json::json!({"id": "d9", "relations": [{"subject": "Q7", "predicate": "met", "object": "Q8"}]}));
    batch.put(&other, digest(&other), Some("text"), &world()).unwrap();
    drop(batch);
    assert_eq!(read(&store, &Selection::Whole), before);
    // The numbers that the dropped batch gave to entities are not used.
    assert_eq!(fill(&mut store, std::slice::from_ref(&other)), [Change::Added]);
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[track_caller]
fn check(filter: RelationFilter, ends: Ends, expected: &[&str]) {
    let (_folder, store) = filled();
    let found: Vec<String> = read(&store, &Selection::Relations { filter, ends })
        .iter()
        .flat_map(|record| record.relations.iter().map(|row| format!("{} {}", record.id, row.predicate)))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_question_reads_only_what_may_answer_it() {
    let all = RelationFilter::default;
    check(all(), Ends::Any, &["d1 called", "d1 met", "d2 sanctioned"]);
    check(all(), Ends::Touching(["Q2".into()].into()), &["d1 called", "d2 sanctioned"]);
    check(all(), Ends::Touching(["Q99".into()].into()), &[]);
    // A meeting has no direction, and of the sanctions none is told.
    check(all(), Ends::From(["Q1".into()].into()), &["d1 called", "d1 met", "d2 sanctioned"]);
    check(all(), Ends::From(["Q2".into()].into()), &["d2 sanctioned"]);
    check(all(), Ends::To(["Q1".into()].into()), &["d1 met", "d2 sanctioned"]);
    check(all(), Ends::To(["Q2".into()].into()), &["d1 called", "d2 sanctioned"]);
    check(all(), Ends::Between(["Q1".into()].into(), ["new:ann".into()].into()), &["d1 met"]);
    let contact = RelationFilter { families: [Family::Contact].into(), ..all() };
    check(contact, Ends::Any, &["d1 called", "d1 met"]);
    let august = Period { since: "2025-08-20".parse().ok(), until: "2025-08-21".parse().ok() };
    check(RelationFilter { period: august, ..all() }, Ends::Any, &["d1 called"]);
    check(RelationFilter { places: ["RU".into()].into(), ..all() }, Ends::Any, &["d1 called"]);
}

#[test]
fn narrowed_records_bring_whom_they_name() {
    let (_folder, store) = filled();
    let selection =
        |id: &str| Selection::Relations { filter: RelationFilter::default(), ends: Ends::Touching([id.into()].into()) };
    assert_eq!(read(&store, &selection("new:ann"))[0].entities, records()[0].entities);
    assert!(read(&store, &selection("Q2"))[0].entities.is_empty());
    let event = records()[0].relations[1].event.unwrap();
    assert_eq!(store.event(event).unwrap().unwrap().relations, [records()[0].relations[1].clone()]);
}

#[test]
fn names_are_found_in_any_spelling() {
    let (_folder, store) = filled();
    let found = |name: &str| store.named(name).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(
        (found("putin"), found("بُوتين"), found("Q2"), found("ان لى")),
        ("Q1".into(), "Q1".into(), "Q2".into(), "new:ann".into())
    );
    assert_eq!(store.introduced_in_part("لي").unwrap().len(), 1);
    assert_eq!(store.label("Q1", crate::document::Lang::Ar).unwrap(), "بوتين");
    assert_eq!(store.info("Q1").unwrap(), world().info("Q1").unwrap());
    assert_eq!(store.info("new:ann"), None);
}

#[test]
fn what_is_no_store_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x");
    std::fs::write(&path, "text").unwrap();
    assert!(matches!(Store::create(&path), Err(StoreError::Foreign { .. })));
    assert!(matches!(Store::open(&folder.path().join("none")), Err(StoreError::Missing { .. })));
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(Store::create(&other), Err(StoreError::Foreign { .. })));
    let newer = folder.path().join("newer.db");
    Store::create(&newer).unwrap().connection.pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(Store::open(&newer), Err(StoreError::Newer { version: 99, .. })));
}

#[test]
fn an_old_store_is_read_and_brought_up_to_date() {
    let (folder, store) = filled();
    let tables = |store: &Store| -> Vec<Option<String>> {
        let mut statement = store.connection.prepare("SELECT sql FROM sqlite_schema ORDER BY type, name").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
    };
    let between = || {
        let ends = Ends::Between(["Q1".into()].into(), ["Q2".into()].into());
        Selection::Relations { filter: RelationFilter::default(), ends }
    };
    let (new, answer, path) = (tables(&store), read(&store, &between()), store.path().to_owned());
    // As the first release left it.
    let first = "DROP INDEX relation_by_subject; DROP INDEX relation_by_object;
                 CREATE INDEX relation_by_subject ON relation (subject, object);
                 CREATE INDEX relation_by_object ON relation (object, subject);
                 PRAGMA user_version = 1";
    store.connection.execute_batch(first).unwrap();
    drop(store);
    let old = Store::open(&path).unwrap();
    assert!(read(&old, &between()) == answer && tables(&old) != new, "it is read as it is");
    drop(old);
    let mut store = Store::create(&path).unwrap();
    assert_eq!(tables(&store), new);
    assert_eq!((fill(&mut store, &records()), read(&store, &between())), (vec![Change::Unchanged; 3], answer));
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    drop(folder);
}

#[test]
fn what_a_question_looks_through_stands_in_an_index() {
    let (_folder, store) = filled();
    let contact = RelationFilter { families: [Family::Contact].into(), ..RelationFilter::default() };
    let (one, other) = (|| ["Q1".into()].into(), || ["Q2".into()].into());
    for ends in [Ends::Touching(one()), Ends::From(one()), Ends::To(one()), Ends::Between(one(), other())] {
        let conditions = super::select::conditions(&contact, &ends, &|_| "1".to_owned());
        let sql = format!("EXPLAIN QUERY PLAN SELECT * FROM relation WHERE {conditions} ORDER BY relation");
        let mut statement = store.connection.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(1)?, row.get(3)?))).unwrap();
        let plan: Vec<(i64, String)> = rows.collect::<rusqlite::Result<_>>().unwrap();
        let covered = |(_, line): &&(i64, String)| line.contains("USING COVERING INDEX relation_by_");
        assert_eq!(plan.iter().filter(covered).count(), 2, "{plan:?}");
        // Wide rows are not sorted, only their numbers.
        assert!(plan.iter().all(|(parent, line)| *parent != 0 || !line.contains("TEMP")), "{plan:?}");
        assert!(plan.iter().all(|(_, line)| !line.contains("SCAN")), "{plan:?}");
    }
}

#[test]
fn copies_are_counted_apart_and_outlive_their_original() {
    let (_folder, mut store) = filled();
    let original = |store: &Store, id: &str| -> Option<String> {
        let sql = "SELECT o.id FROM document d JOIN document o ON o.doc = d.copy_of WHERE d.id = ?";
        rusqlite::OptionalExtension::optional(store.connection.query_row(sql, [id], |row| row.get(0))).unwrap()
    };
    assert_eq!(original(&store, "d2").as_deref(), Some("d1"));
    let third = Record { id: "d3".into(), ..records()[0].clone() };
    fill(&mut store, &[third]);
    let mut batch = store.batch().unwrap();
    batch.remove("d1").unwrap();
    batch.commit().unwrap();
    assert_eq!((original(&store, "d2"), original(&store, "d3").as_deref()), (None, Some("d2")));
}

#[test]
fn whole_documents_come_by_whom_they_mention_introduce_or_name_as_their_source() {
    let (_folder, store) = filled();
    let all = read(&store, &Selection::Whole);
    let mentioning = |id: &str| read(&store, &Selection::Mentioning([id.into()].into()));
    let documents = |records: &[Record]| records.iter().map(|record| record.id.clone()).collect::<Vec<_>>().join(" ");
    for (id, expected) in
        [("Q1", "d1 d2"), ("Q2", "d1 d2"), ("new:ann", "d1"), ("org:tass", "d1"), ("US", ""), ("no", "")]
    {
        let found = mentioning(id);
        assert_eq!(documents(&found), expected, "{id}");
        assert!(found.iter().all(|record| all.contains(record)), "{id}");
    }
}
