//! The figures on sentences drawn at random from real news, against the floor that the project holds.
//!
//! `crosscheck/answers.jsonl` holds what 300 sentences with two entities and a trigger tell, written down by reading
//! them, without the program's own answers in sight. The sentences belong to their publishers: the answers know them by
//! document, offsets in code points and a hash, and where the news is absent the test says so.
//!
//! Nothing may be tuned on them: they tell how the program does on news that nobody looked at.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use nisba::document::{Document, Lang};
use nisba::eval::{Annotated, AnnotatedRelation, FIGURES, score};
use serde::Deserialize;

use super::{floor, pipeline};

const ANSWERS: &str = include_str!("crosscheck/answers.jsonl");

/// The figures that are held: mentions and dates are not annotated here.
const HELD: [&str; 5] =
    ["relations strict", "relations plain", "contact directed", "who spoke to whom", "holds_office"];

#[derive(Deserialize)]
struct Answer {
    hash: String,
    document: String,
    lang: Lang,
    start: usize,
    end: usize,
    relations: Vec<AnnotatedRelation>,
}

#[derive(Deserialize)]
struct News {
    id: String,
    date: Option<jiff::civil::Date>,
    text: String,
}

/// FNV-1a over the words, one space between them.
fn hash(sentence: &str) -> String {
    let text = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

fn news(answers: &[Answer]) -> Option<HashMap<String, Document>> {
    let mut documents = HashMap::new();
    for lang in [Lang::Ar, Lang::En] {
        let name = if lang == Lang::Ar { "news_ar" } else { "news_en" };
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../shared/corpus/{name}.jsonl.gz"));
        let wanted: Vec<&str> = answers.iter().filter(|a| a.lang == lang).map(|a| a.document.as_str()).collect();
        for line in BufReader::new(MultiGzDecoder::new(File::open(path).ok()?)).lines() {
            let news: News = serde_json::from_str(&line.unwrap()).unwrap();
            if wanted.contains(&news.id.as_str()) {
                let (id, date, text) = (news.id, news.date, news.text);
                documents.insert(id.clone(), Document { id, lang, date, text, ..Document::default() });
            }
        }
    }
    Some(documents)
}

fn fits(wanted: &AnnotatedRelation, found: &AnnotatedRelation) -> bool {
    // Whom nobody listed when the answers were written down may have been listed since, by the same name.
    let listed = |slug: &str, id: &str| ["gz:p:", "org:", ""].iter().any(|kind| id.strip_prefix(kind) == Some(slug));
    let end = |ids: &[nisba::relation::Id], id: &str| {
        let new =
            |wanted: &str| wanted.strip_prefix("new:").is_some_and(|slug| id.starts_with("new:") || listed(slug, id));
        ids.iter().any(|wanted| **wanted == *id || new(wanted))
    };
    let (subject, object) = (&found.subject[0], &found.object[0]);
    let symmetric = matches!(wanted.predicate.as_str(), "met" | "talked_with" | "negotiated_with" | "agreed_with");
    wanted.predicate == found.predicate
        && (end(&wanted.subject, subject) && end(&wanted.object, object)
            || (wanted.either || symmetric) && end(&wanted.subject, object) && end(&wanted.object, subject))
}

/// What the program tells in the sentence, and what it tells elsewhere in the document and the sentence tells again;
/// an unlisted entity takes the name that the answer gives it.
fn told(answer: &Answer, record: Annotated) -> Vec<AnnotatedRelation> {
    let here = |relation: &AnnotatedRelation| {
        relation.start.zip(relation.end).is_some_and(|(start, end)| start < answer.end && answer.start < end)
    };
    let mut rows = Vec::new();
    for mut row in record.relations {
        let wanted = answer.relations.iter().find(|wanted| fits(wanted, &row));
        if wanted.is_none() && !here(&row) {
            continue;
        }
        if let Some(wanted) = wanted {
            let straight = wanted.subject.contains(&row.subject[0]) || wanted.object.contains(&row.object[0]);
            let crossed = wanted.subject.contains(&row.object[0]) || wanted.object.contains(&row.subject[0]);
            let (subject, object) = if crossed && !straight {
                (&wanted.object, &wanted.subject)
            } else {
                (&wanted.subject, &wanted.object)
            };
            (row.subject, row.object) = (vec![subject[0].clone()], vec![object[0].clone()]);
        }
        rows.push(row);
    }
    rows
}

#[test]
#[expect(clippy::print_stderr, reason = "the figures, and a test that is left out says so")]
fn figures_on_unseen_sentences_do_not_fall_below_the_floor() {
    let answers: Vec<Answer> = ANSWERS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let Some(documents) = news(&answers) else {
        eprintln!("left out: there is no news in ../shared/corpus");
        return;
    };
    let (mut gold, mut found) = (Vec::new(), BTreeMap::new());
    for (number, answer) in answers.iter().enumerate() {
        let document = &documents[&answer.document];
        let sentence: String = document.text.chars().skip(answer.start).take(answer.end - answer.start).collect();
        assert_eq!(hash(&sentence), answer.hash, "{}: the text is another", answer.document);
        let relations = told(answer, Annotated::from(&pipeline().extract(document)));
        let id = number.to_string();
        found.insert(id.clone(), Annotated { id: id.clone(), relations, ..Annotated::default() });
        gold.push(Annotated { id, relations: answer.relations.clone(), ..Annotated::default() });
    }
    let tallies = score(&gold, &found, None);
    let mut reached = Vec::new();
    for (name, tally) in FIGURES.iter().zip(&tallies).filter(|(name, _)| HELD.contains(name)) {
        let figures = tally.figures();
        eprintln!("{name:20} P {:.3} R {:.3} F1 {:.3}", figures.precision, figures.recall, figures.f1);
        reached.push((*name, figures.f1));
    }
    floor::hold("tests/crosscheck/floor.csv", &reached);
}
