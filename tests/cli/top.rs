//! Who matters, and which groups there are.

use super::Desk;

const DOCS: &str = r#"{"id":"d1","date":"2025-07-18","relations":[{"subject":"Q7747","predicate":"called","object":"Q1058","date":"2025-07-17"},{"subject":"Q22686","predicate":"met","object":"Q7747","date":"2025-07-15"},{"subject":"Q22686","predicate":"criticised","object":"Q15031"}]}
{"id":"d2","date":"2025-08-16","entities":[{"id":"new:ann-lee","kind":"person","name":"آن لي"}],"relations":[{"subject":"Q22686","predicate":"met","object":"Q7747","date":"2025-08-15"},{"subject":"Q22686","predicate":"called","object":"Q3052772"},{"subject":"Q22686","predicate":"met","object":"new:ann-lee","status":"planned"},{"subject":"Q22686","predicate":"visited","object":"FR","date":"2025"}]}
"#;

fn desk() -> Desk {
    Desk::new(&[("docs.jsonl", DOCS)])
}

/// `expected` are the rows as `period rank change name degree`.
#[track_caller]
fn check(args: &[&str], expected: &[&str]) {
    let args: Vec<&str> = ["top", "docs.jsonl", "--format", "csv"].iter().chain(args).copied().collect();
    let run = desk().run(&args);
    run.ends_with(i32::from(expected.is_empty()));
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let rows: Vec<String> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| format!("{} {} {} {} {}", &row[0], &row[1], &row[3], &row[5], &row[7]))
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(rows, expected, "{args:?}");
}

#[test]
fn entities_are_ranked_by_contacts_that_happened() {
    let [trump, putin] = ["1 Donald Trump 3", "2 Vladimir Putin 2"];
    check(&[], &[trump, putin, "3 France 1", "3 Narendra Modi 1", "3 Emmanuel Macron 1"]);
    check(&["--limit", "1"], &[trump]);
    check(&["--limit", "0", "--entity-kind", "country"], &["3 France 1"]);
    check(&["--family", "conflict"], &["1 Xi Jinping 1", "1 Donald Trump 1"]);
    check(&["--status", "planned", "--label-lang", "ar"], &["1 دونالد ترامب 1", "1 آن لي 1"]);
    check(&["--by", "weighted", "--limit", "2"], &[trump, putin]);
}

#[test]
fn each_period_has_its_ranks_and_what_tells_no_period_is_told() {
    let july = ["2025-07 1 Vladimir Putin 2", "2025-07 2 Narendra Modi 1", "2025-07 2 Donald Trump 1"];
    let august = ["2025-08 1 1 Donald Trump 2", "2025-08 2 Emmanuel Macron 1", "2025-08 2 -1 Vladimir Putin 1"];
    check(&["--per", "month"], &[july, august].concat());
    let run = desk().run(&["top", "docs.jsonl", "--per", "month"]);
    run.ends_with(0).says("left out 1 relation whose date does not tell the month");
    assert!(
        run.out.contains("\n\n2025-08\nRANK  CHANGE  DEGREE") && run.out.contains("\n1     +1      2 "),
        "{}",
        run.out
    );
    assert!(run.out.contains("\n2     new     1 ") && run.out.contains("\n2     -1      1 "), "{}", run.out);
}

#[test]
fn a_table_of_ranks() {
    let run = desk().run(&["top", "docs.jsonl", "--by", "betweenness", "--limit", "2"]);
    assert_eq!(
        run.ends_with(0).out,
        "RANK  DEGREE  IN  OUT  RELATIONS  PAGERANK  BETWEENNESS  GROUP  KIND    ID      NAME\n\
         1     3       1   3    4          0.2472    0.8333       1      person  Q22686  Donald Trump\n\
         2     2       1   2    3          0.2248    0.5000       2      person  Q7747   Vladimir Putin\n"
    );
    run.says("ranked 5 entities and 5 relations between 4 pairs, by betweenness");
}

#[test]
fn groups_are_told_with_their_members() {
    let run = desk().run(&["top", "docs.jsonl", "--community"]);
    assert_eq!(
        run.ends_with(0).out,
        "GROUP  SIZE  INSIDE  OUTSIDE  NAME\n\
         1      3     2       2        Donald Trump, France, Emmanuel Macron\n    \
         Donald Trump 2 · France 1 · Emmanuel Macron 1\n\
         2      2     1       2        Vladimir Putin, Narendra Modi\n    \
         Vladimir Putin 1 · Narendra Modi 1\n"
    );
    // Five relations, three of them inside; six and four of the ten ends: 3/5 − (36 + 16) / 100.
    run.says("2 groups of 5 entities and 5 relations; modularity 0.0800");
    let run = desk().run(&["top", "docs.jsonl", "--community", "--format", "json"]);
    let groups: serde_json::Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    assert_eq!((&groups["count"], &groups["groups"][0]["size"]), (&2.into(), &3.into()));
    let run = desk().run(&["top", "docs.jsonl", "--community", "--format", "csv"]);
    assert!(run.ends_with(0).out.starts_with("group,group_name,size,place,entity,name,kind,inside,outside\n1,"));
}

#[test]
fn what_does_not_go_together_is_said() {
    desk()
        .run(&["top", "docs.jsonl", "--by", "fame"])
        .ends_with(2)
        .says("known: degree, weighted, betweenness, pagerank");
    desk().run(&["top", "docs.jsonl", "--per", "day"]).ends_with(2).says("known: month, quarter, year");
    desk().run(&["top", "docs.jsonl", "--sample", "3"]).ends_with(2).says("--sample is for --by betweenness");
    desk().run(&["top", "docs.jsonl", "--community", "--per", "month"]).ends_with(2).says("cannot be used with");
    desk().run(&["top", "docs.jsonl", "--since", "2026"]).ends_with(1).says("ranked 0 entities");
}
