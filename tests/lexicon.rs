//! Every trigger's two sentences, read by the whole pipeline: one must give the row that stands behind it, the other
//! must not give that predicate.
//!
//! What is known to fail stands in `tests/lexicon/known_failures.csv`, which may only become shorter: a sentence that
//! fails and is not listed breaks the test, and so does a listed one that is right now.
//! `NISBA_BLESS=1 cargo test lexicon` takes the latter out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nisba::document::Document;
use nisba::lexicon::{Predicate, Status, Trigger};
use nisba::relation::{Record, RelationRow};
use rayon::prelude::*;

use super::{blessing, pipeline};

const HEADER: &str = "id,which";

/// The row that a positive sentence must give.
struct Expected<'t> {
    subject: &'t str,
    predicate: Predicate,
    object: &'t str,
    status: Status,
}

/// Splits `SENTENCE => SUBJECT predicate OBJECT [status]`.
fn positive(trigger: &Trigger) -> Option<(&str, Expected<'_>)> {
    let (sentence, row) = trigger.positive.split_once("=>")?;
    let words: Vec<&str> = row.split_whitespace().collect();
    let (subject, predicate, object, status) = match *words {
        [subject, predicate, object] => (subject, predicate, object, Status::Happened),
        [subject, predicate, object, status] => (subject, predicate, object, status.parse().ok()?),
        _ => return None,
    };
    Some((sentence.trim(), Expected { subject, predicate: predicate.parse().ok()?, object, status }))
}

fn read(trigger: &Trigger, sentence: &str) -> Record {
    let document =
        Document { id: "d".to_owned(), lang: trigger.lang, text: sentence.to_owned(), ..Document::default() };
    pipeline().extract(&document)
}

fn joins(row: &RelationRow, subject: &str, object: &str, any_order: bool) -> bool {
    let (from, to) = (&*row.subject[0], &*row.object[0]);
    (from, to) == (subject, object) || any_order && (from, to) == (object, subject)
}

/// Returns which of the trigger's sentences are read wrongly.
fn failures(trigger: &Trigger) -> Vec<(String, &'static str)> {
    let Some((sentence, expected)) = positive(trigger) else { return Vec::new() };
    let given = read(trigger, sentence).relations.iter().any(|row| {
        let any_order = row.either || expected.predicate.is_symmetric();
        row.predicate == expected.predicate
            && row.status == expected.status
            && joins(row, expected.subject, expected.object, any_order)
    });
    let refused = !read(trigger, &trigger.negative).relations.iter().any(|row| {
        let fired = row.rule.as_deref() == Some(&*trigger.id);
        row.predicate == expected.predicate && (fired || joins(row, expected.subject, expected.object, true))
    });
    let wrong = [(given, "positive"), (refused, "negative")];
    wrong.into_iter().filter(|(right, _)| !right).map(|(_, which)| (trigger.id.to_string(), which)).collect()
}

#[test]
fn every_trigger_with_a_predicate_has_its_two_sentences() {
    for trigger in pipeline().lexicon().triggers().iter().filter(|trigger| trigger.predicate.is_some()) {
        let (_, expected) = positive(trigger)
            .unwrap_or_else(|| panic!("{}: the positive is no 'sentence => SUBJECT predicate OBJECT'", trigger.id));
        assert_eq!(Some(expected.predicate), trigger.predicate, "{}", trigger.id);
        for id in [expected.subject, expected.object] {
            assert!(id.starts_with("new:") || pipeline().gazetteer().key(id).is_some(), "{}: {id}", trigger.id);
        }
        assert!(trigger.negative.split_whitespace().count() > 1, "{}: the negative is no sentence", trigger.id);
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "the share that is right is worth telling")]
fn sentences_give_what_they_should() {
    let triggers = pipeline().lexicon().triggers();
    let total = triggers.iter().filter(|trigger| positive(trigger).is_some()).count();
    let failed: BTreeSet<(String, &str)> = triggers.par_iter().flat_map_iter(failures).collect();
    let count = |wanted: &str| failed.iter().filter(|(_, which)| *which == wanted).count();
    eprintln!("of {total} triggers, {} positive and {} negative sentences fail", count("positive"), count("negative"));
    let lines: BTreeSet<String> = failed.iter().map(|(id, which)| format!("{id},{which}")).collect();
    let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lexicon/known_failures.csv");
    let text = fs::read_to_string(&file).unwrap();
    let known: BTreeSet<String> = text.lines().skip(1).map(str::to_owned).collect();
    if blessing() {
        assert!(lines.len() <= known.len(), "{} sentences fail, and {} did: not blessed", lines.len(), known.len());
        let rows: String = lines.iter().map(|line| format!("{line}\n")).collect();
        fs::write(&file, format!("{HEADER}\n{rows}")).unwrap();
        return;
    }
    let list = |lines: Vec<&String>| lines.iter().map(|line| format!("\n  {line}")).collect::<String>();
    let (new, mended) = (lines.difference(&known).collect::<Vec<_>>(), known.difference(&lines).collect::<Vec<_>>());
    assert!(
        new.is_empty() && mended.is_empty(),
        "{} sentences fail that are not listed:{}\n{} listed ones are right now (NISBA_BLESS=1 takes them out):{}",
        new.len(),
        list(new),
        mended.len(),
        list(mended),
    );
}
