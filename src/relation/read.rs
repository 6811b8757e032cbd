//! Reads the relations of a document.

use super::build::Relation;
use crate::lexicon::{Predicate, Status};
use crate::mention::{Reader, Scan};
use crate::text::Tokens;

/// Choices for the reading of relations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether two entities in one sentence with no stated relation give `co_occurs`.
    pub co_occurs: bool,
}

/// Returns the relations of a document, in the order of its sentences.
pub fn read_relations(
    reader: &mut Reader<'_>,
    _tokens: &Tokens,
    _scan: &Scan,
    ranges: &[(usize, usize)],
    _options: Options,
) -> Vec<Relation> {
    for (number, &range) in ranges.iter().enumerate() {
        let _ = reader.sentence(number, range);
    }
    let mut relations: Vec<Relation> = Vec::new();
    offices(reader, &mut relations);
    relations
}

/// holds_office once a person and office-giver.
fn offices(reader: &Reader<'_>, relations: &mut Vec<Relation>) {
    use crate::mention::Referent;
    for role in reader.roles.iter().filter(|role| !role.former) {
        let object = Referent::Known(role.of);
        let same = |r: &Relation| r.predicate == Predicate::HoldsOffice && r.subject == role.person && r.object == object;
        if relations.iter().any(same) {
            continue;
        }
        relations.push(Relation {
            subject: role.person,
            predicate: Predicate::HoldsOffice,
            object,
            status: Status::Happened,
            either: false,
            date: None,
            place: None,
            attribution: None,
            sentence: role.sentence,
            trigger: role.span,
            subject_span: Some(role.span),
            object_span: None,
            rule: None,
            confidence: 0.9,
        });
    }
}
