//! What decisions do to records: tables, and what holds for any decisions and any record.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use super::*;
use crate::document::Lang;
use crate::graph::{Builder, EntityInfo, Filter, Grain};
use crate::relation::Record;

/// Rows as the columns from `decision` on, empty ones as `-`, the last left out.
fn row(line: &str) -> Row {
    let cell =
        |place: usize| line.split(' ').nth(place).filter(|cell| *cell != "-").unwrap_or_default().replace('_', " ");
    Row {
        decision: line.split(' ').next().unwrap_or_default().to_owned(),
        entity: cell(1),
        other: cell(2),
        predicate: cell(3),
        status: cell(4),
        document: cell(5),
        spelling: cell(6),
        country: cell(7),
        event: cell(8),
        name_ar: cell(9),
        name_en: cell(10),
        author: "A".to_owned(),
        date: "2026-01-01".to_owned(),
        reason: "R".to_owned(),
    }
}

fn decisions(lines: &[&str]) -> Decisions {
    Decisions::of_rows(lines.iter().map(|line| row(line))).unwrap_or_else(|error| panic!("{error}"))
}

/// "Lee met Putin. Ann Lee called Modi. She met Lee in Oslo, says Reuters."
fn record() -> Record {
    let text = "Lee met Putin. Ann Lee called Modi. She met Lee in Oslo, says Reuters.";
    serde_json::from_value(json!({"id": "d1", "text": text,
        "mentions": [
            {"start": 0, "end": 3, "id": "new:lee", "type": "name"},
            {"start": 8, "end": 13, "id": "P", "type": "name"},
            {"start": 15, "end": 22, "id": "new:lee", "type": "name"},
            {"start": 30, "end": 34, "id": "M", "type": "name"},
            {"start": 44, "end": 47, "id": "K", "type": "name"},
        ],
        "relations": [
            {"subject": "new:lee", "predicate": "met", "object": "P", "start": 0, "end": 14,
                "subject_mention": {"start": 0, "end": 3}, "object_mention": {"start": 8, "end": 13}},
            {"subject": "new:lee", "predicate": "called", "object": "M", "start": 15, "end": 35, "confidence": 0.7,
                "subject_mention": {"start": 15, "end": 22}, "object_mention": {"start": 30, "end": 34}},
            {"subject": "new:lee", "predicate": "met", "object": "K", "status": "denied", "start": 36, "end": 70,
                "place": "O", "attribution": "new:lee", "object_mention": {"start": 44, "end": 47}},
        ],
        "entities": [{"id": "new:lee", "kind": "person", "name": "Lee", "country": "US"}]}))
    .unwrap()
}

/// Shows mentions, relations and introduced entities.
fn show(record: &Record) -> String {
    let mentions: Vec<&str> = record.mentions.iter().map(|mention| &*mention.id).collect();
    let relation = |row: &crate::relation::RelationRow| {
        let set = [&row.place, &row.attribution].map(|id| id.as_deref().unwrap_or("-"));
        format!("{} {} {} {} {}", row.subject.join("|"), row.predicate, row.object.join("|"), row.status, set.join(" "))
    };
    let relations: Vec<String> = record.relations.iter().map(relation).collect();
    let entities: Vec<String> = record.entities.iter().map(|row| format!("{}={}", row.id, row.name)).collect();
    format!("{}; {}; {}", mentions.join(" "), relations.join(", "), entities.join(" "))
}

#[track_caller]
fn check(lines: &[&str], expected: &str) {
    let decisions = decisions(lines);
    let mut applied = Applied::default();
    let once = decisions.apply_to(record(), None, &mut applied);
    assert_eq!(show(&once), expected);
    assert_eq!(decisions.apply(once.clone()), once);
    assert!(decisions.never_applied(&applied).is_empty(), "{:?}", decisions.never_applied(&applied));
}

const PLAIN: &str = "new:lee P new:lee M K; new:lee met P happened - -, new:lee called M happened - -, \
                     new:lee met K denied O new:lee; new:lee=Lee";

#[test]
fn nothing_decided_changes_nothing() {
    check(&[], PLAIN);
    assert_eq!(show(&decisions(&["same X Y", "drop Z"]).apply(record())), PLAIN);
}

#[test]
fn same_entities_are_one() {
    check(
        &["same new:lee Q1"],
        "Q1 P Q1 M K; Q1 met P happened - -, Q1 called M happened - -, Q1 met K denied O Q1; Q1=Lee",
    );
    // A relation of an entity to itself goes.
    check(&["same new:lee P"], "P P P M K; P called M happened - -, P met K denied O P; P=Lee");
}

#[test]
fn who_is_taken_for_another_is_set_apart() {
    check(
        &["not_same new:lee new:ann-lee - - - Ann_Lee"],
        "new:lee P new:ann-lee M K; new:lee met P happened - -, new:ann-lee called M happened - -, \
         new:ann-lee met K denied O new:ann-lee; new:lee=Lee new:ann-lee=Lee",
    );
    check(
        &["not_same new:lee new:ann-lee - - - - US"],
        "new:ann-lee P new:ann-lee M K; new:ann-lee met P happened - -, new:ann-lee called M happened - -, \
         new:ann-lee met K denied O new:ann-lee; new:ann-lee=Lee",
    );
    check(
        &["not_same P Q9 - - d1"],
        "new:lee Q9 new:lee M K; new:lee met Q9 happened - -, new:lee called M happened - -, \
         new:lee met K denied O new:lee; new:lee=Lee",
    );
    // The narrower holds before the wider, and what it becomes may be decided again.
    check(
        &["not_same new:lee Q1 - - d1 Ann_Lee", "not_same new:lee Q2 - - d1", "same Q1 Q3"],
        "Q2 P Q3 M K; Q2 met P happened - -, Q3 called M happened - -, Q3 met K denied O Q3; ",
    );
    // Whoever is set apart keeps the country, and a row about him there is followed at once.
    check(
        &["not_same new:lee new:ann-lee - - d1", "not_same new:ann-lee Q9 - - - - US"],
        "Q9 P Q9 M K; Q9 met P happened - -, Q9 called M happened - -, Q9 met K denied O Q9; ",
    );
    let never = decisions(&["not_same new:lee Q1 - - d2", "not_same new:lee Q2 - - - - EG"]);
    assert_eq!(show(&never.apply(record())), PLAIN);
}

#[test]
fn a_spelling_is_known_by_the_sentence_where_the_text_is_not_kept() {
    let mut kept = record();
    let text: Vec<char> = kept.text.take().unwrap().chars().collect();
    for row in &mut kept.relations {
        row.evidence = Some(text[row.start..row.end].iter().collect());
    }
    let decisions = decisions(&["not_same new:lee new:ann-lee - - - ann_lee"]);
    let expected = show(&decisions.apply(record()));
    assert_eq!(show(&decisions.apply(kept.clone())), expected);
    kept.relations.iter_mut().for_each(|row| row.evidence = None);
    assert_eq!(show(&decisions.apply(kept.clone())), PLAIN);
    let text: String = text.iter().collect();
    assert_eq!(show(&decisions.apply_to(kept, Some(&text), &mut Applied::default())), expected);
}

#[test]
fn entities_edges_and_relations_are_left_out() {
    check(&["drop new:lee"], "P M K; ; ");
    check(&["drop O"], &PLAIN.replace("denied O", "denied -"));
    check(
        &["drop M - - - d1"],
        &PLAIN.replace("new:lee M K", "new:lee K").replace("new:lee called M happened - -, ", ""),
    );
    let no_call = PLAIN.replace("new:lee called M happened - -, ", "");
    check(&["drop new:lee M called"], &no_call);
    check(&["drop new:lee M called happened d1"], &no_call);
    // A meeting has no direction, a call has.
    check(&["drop P new:lee met"], &PLAIN.replace("new:lee met P happened - -, ", ""));
    for other in
        ["drop M new:lee called", "drop new:lee M called denied", "drop new:lee M called - d2", "drop M - - - d2"]
    {
        assert_eq!(show(&decisions(&[other]).apply(record())), PLAIN);
    }
    let mut named = record();
    named.identify();
    let event = named.relations[1].event.unwrap();
    check(&[&format!("drop - - - - - - - {event}")], &no_call);
    // The id is still that of the relation after other decisions have changed its ends.
    let both = decisions(&["same new:lee Q1", &format!("drop - - - - - - - {event}")]);
    assert_eq!(show(&both.apply(record())), no_call.replace("new:lee=", "Q1=").replace("new:lee", "Q1"));
}

#[test]
fn names_are_given() {
    check(&["rename new:lee - - - - - - - - Lee_Ann"], &PLAIN.replace("=Lee", "=Lee Ann"));
    check(&["rename new:lee - - - - - - - لي Lee_Ann"], &PLAIN.replace("=Lee", "=Lee Ann new:lee=لي"));
    let given = decisions(&["rename Q7747 - - - - - - - فلان V.", "same Q7747 Q1"]);
    assert_eq!((given.label("Q7747", Lang::En), given.label("Q1", Lang::Ar)), (Some("V."), Some("فلان")));
    assert_eq!(given.named("فُلان"), [Id::from("Q1")]);
    let info = EntityInfo::named(EntityKind::Person, "بوتين".to_owned(), "Putin".to_owned(), None);
    let info = given.info("Q1", Some(info)).unwrap();
    let aliases: Vec<&str> = info.aliases.iter().map(|alias| &*alias.text).collect();
    assert_eq!((info.name_en.as_str(), aliases), ("V.", vec!["بوتين", "Putin"]));
}

#[test]
fn relations_that_become_equal_are_one() {
    let mut twice = record();
    twice.relations.push(twice.relations[1].clone());
    let last = twice.relations.last_mut().unwrap();
    (last.subject, last.date, last.confidence) = (vec!["new:ann".into()], "2026-01-01".parse().ok(), Some(0.9));
    let one = decisions(&["same new:lee Q1", "same new:ann Q1"]).apply(twice.clone());
    assert_eq!(one.relations.len(), 3);
    assert_eq!((one.relations[1].date, one.relations[1].confidence), ("2026-01-01".parse().ok(), Some(0.9)));
    // Two days are two calls.
    twice.relations[1].date = "2026-01-02".parse().ok();
    assert_eq!(decisions(&["same new:lee Q1", "same new:ann Q1"]).apply(twice).relations.len(), 4);
}

#[test]
fn records_are_looked_up_by_the_ids_that_they_had() {
    let decisions = decisions(&["same new:a Q1", "not_same new:b new:a - - d1", "not_same Q5 new:b - - d1", "drop Z"]);
    let origins = |id: &str| decisions.origins(&[id.into()].into()).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(origins("Q1"), "Q1 Q5 new:a new:b");
    assert_eq!(origins("new:b"), "Q5 new:b");
    assert_eq!(origins("X"), "X");
}

#[test]
fn each_decision_is_counted_and_explained() {
    let decisions = decisions(&["same new:lee Q1", "drop Q1 K met", "drop Z", "not_same P M", "same Q1 new:lee"]);
    let mut applied = Applied::default();
    let record = decisions.apply_to(record(), None, &mut applied);
    assert_eq!((applied.of(0), applied.of(1), applied.of(2)), (6, 1, 0));
    let never: Vec<u64> = decisions.never_applied(&applied).iter().map(|row| row.line).collect();
    assert_eq!(never, [3]);
    let mut raw = self::record();
    raw.identify();
    let why = |place: usize| -> Vec<u64> {
        decisions.explain(&raw, raw.relations[place].event.unwrap()).iter().map(|row| row.line).collect()
    };
    assert_eq!((why(0), why(2)), (vec![1], vec![1, 2]));
    assert_eq!(record.relations[0].event, raw.relations[0].event);
    assert_eq!(decisions.about(&"new:lee".into()).len(), 3);
}

/// Rows about few entities, so that they meet; conflicting ones are taken out again.
fn any_decisions() -> impl Strategy<Value = Vec<Row>> {
    let id = || select(vec!["new:a", "new:b", "new:c", "Q1", "Q22", "RU"]);
    let document = || select(vec!["-", "d0", "d1"]);
    let spelling = || select(vec!["-", "aa", "ab"]);
    let any_row = prop_oneof![
        3 => (id(), id()).prop_map(|(a, b)| format!("same {a} {b}")),
        3 => (id(), id(), document(), spelling()).prop_map(|(a, b, d, s)| format!("not_same {a} {b} - - {d} {s}")),
        1 => (id(), id()).prop_map(|(a, b)| format!("not_same {a} {b} - - - - RU")),
        1 => (id(), select(vec!["X", "Y"])).prop_map(|(a, name)| format!("rename {a} - - - - - - - - {name}")),
        1 => id().prop_map(|a| format!("rename {a} - - - - - - - فلان")),
        1 => (id(), document()).prop_map(|(a, d)| format!("drop {a} - - - {d}")),
        2 => (id(), id(), document()).prop_map(|(a, b, d)| format!("drop {a} {b} met - {d}")),
    ];
    vec(any_row, 0..8).prop_map(|lines| {
        let mut rows: Vec<Row> = Vec::new();
        for line in lines {
            rows.push(row(&line));
            if Decisions::of_rows(rows.clone()).is_err() {
                rows.pop();
            }
        }
        rows
    })
}

fn any_record() -> impl Strategy<Value = Record> {
    let id = || select(vec!["new:a", "new:b", "new:c", "Q1", "Q22", "RU"]);
    let mention = (0..4usize, id());
    let relation =
        (id(), id(), select(vec!["met", "called"]), select(vec![None, Some("2025"), Some("2026")]), 0..5usize);
    let entity = (id(), select(vec!["A", "B", "سين"]), select(vec![None, Some("RU")]));
    let parts = (select(vec!["d0", "d1", "d2"]), vec(mention, 0..6), vec(relation, 0..6), vec(entity, 0..3));
    parts.prop_map(|(document, mentions, relations, entities)| {
        let mention = |(at, id): (usize, &str)| json!({"start": at * 2, "end": at * 2 + 2, "id": id, "type": "name"});
        let relation = |(subject, object, predicate, date, at): (&str, &str, &str, Option<&str>, usize)| {
            let range = (at < 4).then(|| json!({"start": at * 2, "end": at * 2 + 2}));
            json!({"subject": subject, "object": object, "predicate": predicate, "date": date, "start": 0, "end": at * 2 + 2,
                "subject_mention": range})
        };
        let entity = |(id, name, country): (&str, &str, Option<&str>)| {
            json!({"id": id, "kind": "person", "name": name, "country": country})
        };
        serde_json::from_value(json!({"id": document, "text": "aaabacadae",
            "mentions": mentions.into_iter().map(mention).collect::<Vec<_>>(),
            "relations": relations.into_iter().map(relation).collect::<Vec<_>>(),
            "entities": entities.into_iter().map(entity).collect::<Vec<_>>()}))
        .unwrap()
    })
}

proptest! {
    #[test]
    fn what_followed_once_stays(rows in any_decisions(), record in any_record()) {
        let decisions = Decisions::of_rows(rows).unwrap();
        let once = decisions.apply(record);
        prop_assert_eq!(decisions.apply(once.clone()), once);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in any_decisions(), record in any_record(), by in 0..8usize) {
        let mut turned = rows.clone();
        turned.reverse();
        let places = turned.len().max(1);
        turned.rotate_left(by % places);
        let (one, other) = (Decisions::of_rows(rows).unwrap(), Decisions::of_rows(turned).unwrap());
        prop_assert_eq!(one.apply(record.clone()), other.apply(record));
        for id in ["new:a", "Q1", "RU"] {
            prop_assert_eq!(one.label(id, Lang::En), other.label(id, Lang::En));
        }
    }

    #[test]
    fn the_order_of_documents_does_not_matter(rows in any_decisions(), records in vec(any_record(), 0..5)) {
        let decisions = Decisions::of_rows(rows).unwrap();
        let graph = |records: &mut dyn Iterator<Item = &Record>| {
            let mut builder = Builder::new(Grain::Aggregated, Filter::default());
            records.for_each(|record| builder.add(&decisions.apply(record.clone())));
            let graph = builder.finish(&|id| decisions.info(id, None));
            let nodes: Vec<String> = graph.nodes().map(|node| format!("{node:?}")).collect();
            let edges: Vec<String> = graph.edges().map(|edge| format!("{} {} {:?}", edge.subject.id, edge.object.id, edge.edge)).collect();
            (nodes, edges)
        };
        prop_assert_eq!(graph(&mut records.iter()), graph(&mut records.iter().rev()));
    }
}
