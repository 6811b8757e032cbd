//! The question "who spoke to whom", and the collector of its answers.

use std::collections::BTreeSet;

use super::answer::Answer;
use crate::graph::RelationFilter;
use crate::relation::{Family, Id, Record, RelationRow};

/// Who did what to whom. The default asks for every contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    /// The subject is one of these; empty for anybody.
    ///
    /// Where a relation has no direction, or none is told, its ends may stand either way.
    pub from: BTreeSet<Id>,
    /// The object is one of these; empty for anybody.
    pub to: BTreeSet<Id>,
    /// What relation, with what status, when, where, told by whom, how sure; the default is the contact
    /// family. To ask for single predicates, empty `families`: the two are a union.
    pub relations: RelationFilter,
}

impl Default for Who {
    fn default() -> Self {
        let relations = RelationFilter { families: [Family::Contact].into(), ..RelationFilter::default() };
        Who { from: BTreeSet::new(), to: BTreeSet::new(), relations }
    }
}

impl Who {
    /// Returns the answers that one record gives, in the order of its relations.
    pub fn ask<'r>(&'r self, record: &'r Record) -> impl Iterator<Item = Answer> + 'r {
        record.relations.iter().filter_map(|row| self.answer(record, row))
    }

    fn answer(&self, record: &Record, row: &RelationRow) -> Option<Answer> {
        let (subject, object) = (row.subject.first()?, row.object.first()?);
        if !self.relations.admits(record, row) {
            return None;
        }
        let is_asked = |from: &Id, to: &Id| admits(&self.from, from) && admits(&self.to, to);
        if is_asked(subject, object) {
            Some(Answer::new(record, row, subject, object))
        } else if (row.predicate.is_symmetric() || row.either) && is_asked(object, subject) {
            Some(Answer::new(record, row, object, subject))
        } else {
            None
        }
    }
}

fn admits(wanted: &BTreeSet<Id>, id: &Id) -> bool {
    wanted.is_empty() || wanted.contains(id)
}

/// Collects the answers to one question.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    who: Who,
    found: Vec<Answer>,
}

impl Answers {
    /// Returns a collector for `who`.
    #[must_use]
    pub fn new(who: Who) -> Self {
        Answers { who, found: Vec::new() }
    }

    /// Asks one record.
    pub fn add(&mut self, record: &Record) {
        self.found.extend(self.who.ask(record));
    }

    /// Adds the answers that another collector found to the same question.
    pub fn merge(&mut self, other: Answers) {
        self.found.extend(other.found);
    }

    /// Returns the answers by date, the undated last, then by document and place in it.
    ///
    /// The date is that of the event, else that of the document. The order in which records came
    /// does not matter.
    #[must_use]
    pub fn finish(mut self) -> Vec<Answer> {
        self.found.sort_by(Answer::cmp_in_time);
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Period, Publisher};
    use crate::relation::{Predicate, Status};
    use serde_json::json;

    fn records() -> Vec<Record> {
        let read = |value| serde_json::from_value(value).unwrap();
        vec![
            read(json!({"id": "d2", "date": "2025-08-19", "relations": [
                {"subject": "A", "predicate": "called", "object": "B", "date": "2025-08-18", "start": 9, "end": 12},
                {"subject": "B", "predicate": "met", "object": "A", "status": "planned"},
                {"subject": "A", "predicate": "supported", "object": "B"},
            ]})),
            read(json!({"id": "d1", "date": "2025-08-16", "publisher": "P", "text": "قال: التقيا.",
                "entities": [{"id": "new:x", "kind": "person", "name": "سين"}], "relations": [
                {"subject": "A", "predicate": "met", "object": "new:x", "place": "C", "start": 5, "end": 12},
                {"subject": "B", "predicate": "called", "object": "A", "either": true, "date": "2025"},
            ]})),
            read(json!({"id": "d0", "relations": [{"subject": "B", "predicate": "visited", "object": "A"}]})),
        ]
    }

    fn ask(who: Who) -> Vec<String> {
        let mut answers = Answers::new(who);
        records().iter().for_each(|record| answers.add(record));
        let show = |a: Answer| format!("{} {} {} {}", a.document, a.subject, a.predicate, a.object);
        answers.finish().into_iter().map(show).collect()
    }

    #[track_caller]
    fn check(who: Who, expected: &[&str]) {
        assert_eq!(ask(who), expected);
    }

    #[test]
    fn contacts_come_in_the_order_of_time() {
        let all = ["d1 B called A", "d1 A met new:x", "d2 A called B", "d2 B met A", "d0 B visited A"];
        check(Who::default(), &all);
    }

    #[test]
    fn ends_are_exchanged_only_where_there_is_no_direction() {
        let who = Who { from: ["A".into()].into(), to: ["B".into()].into(), ..Who::default() };
        check(who, &["d1 A called B", "d2 A called B", "d2 A met B"]);
        let who = Who { from: ["new:x".into()].into(), ..Who::default() };
        check(who, &["d1 new:x met A"]);
    }

    #[test]
    fn kinds_status_period_and_place_narrow() {
        let called = RelationFilter { predicates: [Predicate::Called].into(), ..RelationFilter::default() };
        check(Who { relations: called.clone(), ..Who::default() }, &["d1 B called A", "d2 A called B"]);
        let period = Period { since: "2025-08-17".parse().ok(), until: "2025-08-19".parse().ok() };
        let dated = RelationFilter { period, ..Who::default().relations };
        check(Who { relations: dated, ..Who::default() }, &["d1 B called A", "d2 A called B", "d2 B met A"]);
        let planned = RelationFilter { statuses: [Status::Planned].into(), ..RelationFilter::default() };
        check(Who { relations: planned, ..Who::default() }, &["d2 B met A"]);
        let at = RelationFilter { places: ["C".into()].into(), ..Who::default().relations };
        check(Who { relations: at, ..Who::default() }, &["d1 A met new:x"]);
        let told = RelationFilter { publishers: [Publisher::new("p")].into(), ..Who::default().relations };
        check(Who { relations: told, ..Who::default() }, &["d1 B called A", "d1 A met new:x"]);
    }

    #[test]
    fn an_answer_brings_its_sentence_and_the_names_its_document_introduces() {
        let at = RelationFilter { places: ["C".into()].into(), ..Who::default().relations };
        let who = Who { relations: at, ..Who::default() };
        let answer = who.ask(&records()[1]).next().unwrap();
        assert_eq!(answer.evidence.as_deref(), Some("التقيا."));
        assert_eq!((answer.object_name.as_deref(), answer.subject_name), (Some("سين"), None));
        assert_eq!(answer.publisher.as_deref(), Some("P"));
    }
}
