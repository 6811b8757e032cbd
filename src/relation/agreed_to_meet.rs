//! Arabic: a meeting that two agree to hold: اتفق الرئيسان على عقد لقاء قريبا, واتفقا على اللقاء مجددا.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::remember::kind_of_party;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Sense, Status, WordList};
use crate::text::Clitics;

impl Clause<'_> {
    /// The meeting or talks that a verb of agreeing has as its aim, behind على and a word for holding them, and that are told of nobody else.
    fn meeting_agreed(&self, verb: usize, holds: impl Fn(usize) -> bool) -> Option<(usize, Predicate)> {
        const WORDS: usize = 8;
        const HELD: usize = 2;
        let on = self.knowledge.lexicon.preposition_id("على")?;
        let end = self.units.len().min(verb + 1 + WORDS);
        let open = |at: &usize| !self.units[*at].is_stop() && (*at == verb || self.units[*at].kind != Kind::Verb);
        let on = (verb + 1..end).take_while(open).find(|&at| self.governs(at, on))?;
        let from = if self.units[on].is_preposition() { on + 1 } else { on };
        let held = |at: &usize| self.units[*at].phrase().is_none() && !self.units[*at].is_mark();
        let meets =
            |told: Predicate| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
        let noun = (from..self.units.len().min(from + 1 + HELD))
            .take_while(held)
            .find(|&at| self.units[at].kind == Kind::Noun && self.tells(at, meets))?;
        let predicate = [Predicate::Met, Predicate::NegotiatedWith, Predicate::TalkedWith]
            .into_iter()
            .find(|&predicate| self.tells(noun, |told| told == predicate))?;
        // عقد لقاء, إجراء محادثات, and not مواصلة الاجتماعات
        ((from..noun).all(holds) && self.is_of_nobody_else(noun)).then_some((noun, predicate))
    }

    /// لقاء ثنائي قريبا, اللقاء مجددا في برلين: whether behind a meeting stands nothing but its adjectives, the two, a time or a place.
    fn is_of_nobody_else(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let time = |unit: &Unit| {
            unit.has(|c| {
                matches!(
                    c,
                    Class::Skip
                        | Class::Day(_)
                        | Class::Weekday(_)
                        | Class::Soon
                        | Class::Next
                        | Class::During
                        | Class::Circumstance
                )
            })
        };
        let inside = self.knowledge.lexicon.preposition_id("في");
        let place = |at: usize| inside.is_some_and(|id| self.governs(at, id));
        let definite = self.units[noun].is_definite_noun();
        for at in noun + 1..self.units.len().min(noun + 1 + WORDS) {
            let unit = &self.units[at];
            if unit.is_mark() || unit.phrase().is_none() && time(unit) || place(at) || self.is_in_date(at) {
                return true;
            }
            // لقاء ثنائي, اللقاء مجددا; but اجتماع اللجنة, اجتماع للجنة
            let adjective = unit.phrase().is_none()
                && matches!(unit.kind, Kind::Word | Kind::Function)
                && unit.clitics == Clitics::NONE
                && !unit.is_preposition()
                && (definite || !unit.determined && !self.shapes[at].article);
            if !adjective || unit.has(|c| matches!(c, Class::Complement | Class::Relative | Class::Negation)) {
                return false;
            }
        }
        self.units.len() <= noun + 1 + WORDS
    }
}

impl Sentence<'_> {
    /// Adds the meeting that is to come where two agree to meet.
    pub(super) fn agreed_to_meet(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        if self.reader.lang != Lang::Ar {
            return;
        }
        let agreed: Vec<Relation> = out
            .iter()
            .filter(|told| {
                told.predicate == Predicate::AgreedWith
                    && told.status == Status::Happened
                    && told.sentence == self.number
            })
            .cloned()
            .collect();
        for told in agreed {
            let start = |unit: &Unit| self.tokens.span_after(&self.tokens.tokens[unit.start], unit.skip).start;
            let verb = |unit: &Unit| unit.kind == Kind::Verb && start(unit) == told.trigger.start;
            let Some(verb) = self.clause.units.iter().position(verb) else { continue };
            let holds = |at: usize| self.begins_listed(WordList::Holding, at);
            // عقد قمة: whose, is seldom told.
            let summit = |at: usize| self.clause.units[at].means(&self.clause.knowledge.lexicon, Sense::Summit);
            let meeting = self.clause.meeting_agreed(verb, holds).filter(|&(noun, _)| !summit(noun));
            let Some((noun, predicate)) = meeting else { continue };
            let known = |other: &Relation| {
                let ends = [other.subject, other.object];
                other.status == Status::Planned && ends.contains(&told.subject) && ends.contains(&told.object)
            };
            if out.iter().any(known) {
                continue;
            }
            let party =
                |referent, span| Party { referent, span, kind: kind_of_party(self.reader, referent), gender: None };
            let ends = (party(told.subject, told.subject_span), party(told.object, told.object_span));
            let met = self.untriggered(noun, predicate, Status::Planned, ends, SURE);
            out.push(Relation { confidence: told.confidence * SURE, ..met });
        }
    }
}
