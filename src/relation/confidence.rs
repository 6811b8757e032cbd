//! How sure a relation is told to be.
//!
//! The steps of the reading (how the subject, how the object was found) decide whether a relation is told at all. What is
//! told of it is another question: of a hundred relations like this one, how many are right? The factors below were set on
//! annotated articles; `nisba eval` shows how well they hold, `docs/accuracy.md` what they mean.

use super::build::Relation;
use super::trace::Doubt;
use crate::gazetteer::EntityKind;
use crate::lexicon::Family;
use crate::mention::{Reader, Referent};
use crate::text::{Span, Tokens};

/// With nothing against it.
pub(super) const PLAIN: f64 = 0.95;
/// Who holds which office.
pub(super) const OFFICE: f64 = 0.95;

/// The subject is taken over from an earlier sentence.
const EARLIER_SUBJECT: f64 = 0.75;
/// The subject is no listed person: a country, a body, somebody new.
const OTHER_SUBJECT: f64 = 0.75;
/// No contact: support, criticism, force.
const NO_CONTACT: f64 = 0.9;
/// The object stands far from the word that tells the relation.
const FAR_OBJECT: f64 = 0.9;
/// The steps were less than certain.
const UNSURE_STEPS: f64 = 0.95;

/// More words between trigger and object are far.
const NEAR: usize = 10;
/// Steps that multiply to less are unsure.
const SURE: f64 = 0.8;

/// Returns how many in a hundred relations such as this one are right, from 0.41 to 0.95.
///
/// `start` is the byte where the sentence that tells it begins; the relation's own confidence is that of its steps.
pub(super) fn told(relation: &Relation, reader: &Reader<'_>, tokens: &Tokens, start: usize) -> f64 {
    let against = doubts(relation, reader, tokens, start);
    let product: f64 = against.iter().filter(|(holds, ..)| *holds).map(|(_, _, factor)| factor).product();
    (PLAIN * product * 100.0).round() / 100.0
}

/// Returns what may make a relation less sure: whether it does, and how much.
pub(super) fn doubts(
    relation: &Relation,
    reader: &Reader<'_>,
    tokens: &Tokens,
    start: usize,
) -> [(bool, Doubt, f64); 5] {
    let gazetteer = &reader.knowledge().gazetteer;
    let person = matches!(relation.subject, Referent::Known(key) if gazetteer.get(key).kind == EntityKind::Person);
    let earlier = relation.subject_span.is_none_or(|span| span.end <= start);
    let far = relation.object_span.is_some_and(|object| is_far(tokens, relation.trigger, object));
    [
        (earlier, Doubt::EarlierSubject, EARLIER_SUBJECT),
        (!person, Doubt::OtherSubject, OTHER_SUBJECT),
        (relation.predicate.family() != Family::Contact, Doubt::NoContact, NO_CONTACT),
        (far, Doubt::FarObject, FAR_OBJECT),
        (relation.confidence < SURE, Doubt::UnsureSteps, UNSURE_STEPS),
    ]
}

fn is_far(tokens: &Tokens, trigger: Span, object: Span) -> bool {
    let place = |byte: usize| tokens.tokens.partition_point(|token| token.span.start < byte);
    let (first, second) = if trigger.start <= object.start { (trigger, object) } else { (object, trigger) };
    place(second.start).saturating_sub(place(first.end)) > NEAR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidences_lie_in_the_range_that_is_told() {
        let factors = [EARLIER_SUBJECT, OTHER_SUBJECT, NO_CONTACT, FAR_OBJECT, UNSURE_STEPS];
        assert!(factors.iter().all(|factor| (0.5..1.0).contains(factor)));
        let least = PLAIN * factors.iter().product::<f64>();
        assert_eq!((least * 100.0).round() / 100.0, 0.41);
    }

    #[test]
    fn far_is_counted_in_words() {
        let mut tokens = Tokens::default();
        let text = "one two three four five six seven eight nine ten eleven twelve thirteen";
        tokens.read(text);
        let word = |place: usize| tokens.tokens[place].span;
        assert!(!is_far(&tokens, word(0), word(11)) && is_far(&tokens, word(0), word(12)));
        assert!(!is_far(&tokens, word(11), word(0)) && is_far(&tokens, word(12), word(0)));
    }
}
