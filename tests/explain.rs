//! Explanations of all our sentences and example articles: they tell what reading finds, and leave no decision without a
//! reason.

use std::collections::BTreeMap;

use nisba::document::Document;
use nisba::explain::{Explanation, Link, SentenceReading};
use nisba::lexicon::{Predicate, Status};
use nisba::mention::MentionType;
use nisba::relation::{Construction, DateRule, StatusRule};
use rayon::prelude::*;

use super::{news, pipeline, sentences};

/// Returns what is amiss with an explanation.
fn amiss(document: &Document, explanation: &Explanation) -> Vec<(&'static str, String)> {
    let record = pipeline().extract(document);
    let mut out = Vec::new();
    let told: Vec<_> = explanation.sentences.iter().flat_map(|s| &s.relations).map(|r| &r.relation).collect();
    if told != record.relations.iter().collect::<Vec<_>>() {
        out.push(("other relations", document.id.clone()));
    }
    let mentions: usize = explanation.sentences.iter().map(|s| s.mentions.len()).sum();
    if mentions != record.mentions.len() {
        out.push(("other mentions", document.id.clone()));
    }
    for sentence in &explanation.sentences {
        out.extend(
            unexplained(sentence).into_iter().map(|what| (what, format!("{}: {}", document.id, sentence.quote.text))),
        );
    }
    out
}

fn unexplained(sentence: &SentenceReading) -> Vec<&'static str> {
    let mut out = Vec::new();
    for mention in &sentence.mentions {
        match &mention.link {
            Link::Demonym { row: None } => out.push("a demonym without a row"),
            Link::Title { row: None, .. } => out.push("a title without a row"),
            Link::Title { holding: None, .. } if mention.kind == MentionType::Title => {
                out.push("a title without a reason for its holder");
            }
            _ => {}
        }
    }
    for reading in &sentence.relations {
        let row = &reading.relation;
        if reading.trigger.as_ref().map(|trigger| &trigger.id) != row.rule.as_ref() {
            out.push("a rule without its row");
        }
        if reading.trigger.is_none() && reading.construction.is_none() {
            out.push("a relation told by nothing");
        }
        let office = reading.construction.is_some_and(|construction| construction.code == Construction::Office);
        let heads = reading.construction.is_some_and(|construction| construction.code == Construction::Heads);
        if (office || heads) != (row.predicate == Predicate::HoldsOffice) {
            out.push("an office told by another word, or the other way round");
        }
        if office && reading.title.is_none() {
            out.push("an office without a title");
        }
        if row.status != Status::Happened && reading.status.rule.code == StatusRule::Default {
            out.push("a status without a reason");
        }
        if row.date.is_some() != (reading.dated.rule.code != DateRule::None) {
            out.push("a date without a reason, or a reason without a date");
        }
        let filled = |slot: &nisba::explain::SlotReading| slot.is_filled();
        if reading.trigger.is_some() && !reading.slots.iter().any(filled) {
            out.push("a frame without slots");
        }
        let parts = &reading.confidence;
        let product: f64 = parts.doubts.iter().map(|doubt| doubt.factor).product();
        if ((parts.plain * product * 100.0).round() / 100.0 - parts.told).abs() > 1e-9 {
            out.push("a confidence that is not its parts");
        }
    }
    for untold in &sentence.untold {
        if untold.why.is_none() && untold.edges.is_empty() {
            out.push("a word that gave nothing without a reason");
        }
    }
    out
}

fn documents() -> Vec<Document> {
    let mut documents = news::articles();
    documents.extend(sentences::texts().into_iter().map(|(id, lang, date, text)| Document {
        id,
        lang,
        date: date.parse().ok(),
        text,
        ..Document::default()
    }));
    documents
}

#[test]
fn every_decision_has_its_reason() {
    let documents = documents();
    let amiss: Vec<(&str, String)> =
        documents.par_iter().flat_map_iter(|document| amiss(document, &pipeline().explain(document))).collect();
    let mut by_kind: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (what, whose) in amiss {
        by_kind.entry(what).or_default().push(whose);
    }
    let told: Vec<String> = by_kind
        .iter()
        .map(|(what, whose)| format!("{what}: {}\n    {}", whose.len(), whose[..whose.len().min(6)].join("\n    ")))
        .collect();
    assert!(told.is_empty(), "{} documents\n{}", documents.len(), told.join("\n"));
}
