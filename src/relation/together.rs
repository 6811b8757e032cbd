//! Entities that merely stand in one sentence: the co-occurrences, and the floors that a reading has to beat.

use super::build::{Relation, Telling};
use super::unit::Unit;
use crate::lexicon::{Lexicon, Predicate, Status};
use crate::mention::{Phrase, Referent};
use crate::text::{Span, Tokens};

/// A way to guess relations without reading the sentence, against which the reading is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// Every two entities of a sentence have met.
    Pairs,
    /// Every two entities of a sentence stand in the relation of each trigger in it.
    Triggers,
}

impl Floor {
    /// All floors.
    pub const ALL: [Floor; 2] = [Floor::Pairs, Floor::Triggers];

    /// Returns what is guessed, in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Floor::Pairs => "every pair of a sentence",
            Floor::Triggers => "every pair beside a trigger",
        }
    }
}

type Party = (Referent, Span);

/// The entities of a sentence, two by two in the order of the text.
fn pairs(phrases: &[Phrase]) -> Vec<(Party, Party)> {
    let mut parties: Vec<Party> = Vec::new();
    for phrase in phrases {
        for &referent in &phrase.referents {
            if !parties.iter().any(|&(known, _)| known == referent) {
                parties.push((referent, phrase.span));
            }
        }
    }
    let behind = |(index, &first)| parties[index + 1..].iter().map(move |&second| (first, second));
    parties.iter().enumerate().flat_map(behind).collect()
}

fn relation(sentence: usize, predicate: Predicate, (a, b): (Party, Party)) -> Relation {
    Relation {
        subject: a.0,
        predicate,
        object: b.0,
        status: Status::Happened,
        tentative: false,
        either: false,
        when: None,
        telling: Telling::default(),
        place: None,
        attribution: None,
        sentence,
        trigger: a.1,
        subject_span: Some(a.1),
        object_span: Some(b.1),
        rule: None,
        confidence: 1.0,
    }
}

/// Pairs of entities of a sentence between which nothing is stated.
pub(super) fn co_occurrences(sentence: usize, phrases: &[Phrase], found: &[Relation], out: &mut Vec<Relation>) {
    for (a, b) in pairs(phrases) {
        let stated = found.iter().any(|relation| {
            let ends = (relation.subject, relation.object);
            ends == (a.0, b.0) || ends == (b.0, a.0)
        });
        if !stated {
            out.push(Relation { confidence: 0.1, ..relation(sentence, Predicate::CoOccurs, (a, b)) });
        }
    }
}

/// What `floor` guesses of a sentence.
pub(super) fn guessed(
    floor: Floor,
    sentence: usize,
    phrases: &[Phrase],
    units: &[Unit],
    tokens: &Tokens,
    lexicon: &Lexicon,
) -> Vec<Relation> {
    let pairs = pairs(phrases);
    if floor == Floor::Pairs {
        return pairs.into_iter().map(|pair| relation(sentence, Predicate::Met, pair)).collect();
    }
    let mut out = Vec::new();
    for unit in units {
        let mut told: Vec<Predicate> = Vec::new();
        for form in &unit.forms {
            let trigger = lexicon.trigger(form.trigger);
            let Some(predicate) = trigger.predicate.filter(|predicate| !told.contains(predicate)) else { continue };
            told.push(predicate);
            let span = Span::new(tokens.tokens[unit.start].span.start, tokens.tokens[unit.end - 1].span.end);
            out.extend(pairs.iter().map(|&pair| Relation {
                trigger: span,
                rule: Some(trigger.id.clone()),
                ..relation(sentence, predicate, pair)
            }));
        }
    }
    out
}
