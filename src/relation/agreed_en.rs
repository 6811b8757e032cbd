//! "met Putin and agreed to reopen the border": with whom one agrees who has met somebody in the words before.

use super::build::Relation;
use super::read::Sentence;
use super::status::status;
use super::subject_en::VerbForm;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Status};

impl Sentence<'_> {
    /// Adds what one agreed to with the one other whom he met, called or received, by a verb that "and" joins to that.
    pub(super) fn agreed_in_contact(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let clause = self.clause;
        let units = clause.units;
        if self.reader.lang != Lang::En || out.is_empty() {
            return;
        }
        for verb in (3..units.len()).filter(|&at| units[at].kind == Kind::Verb) {
            let chain = clause.chain_start(verb);
            let joined = chain == verb && units[verb - 1].is(Class::Conj) && units[verb - 1].phrase().is_none();
            let finite = joined && clause.verb_form(verb) == VerbForm::Finite;
            if !finite || !clause.tells(verb, |told| told == Predicate::AgreedWith) {
                continue;
            }
            let goes_on = units.get(verb + 1).is_some_and(|next| {
                next.is_to()
                    || next.phrase().is_none() && next.is(Class::Complement)
                    || clause.is_preposition_of(verb + 1, "on")
            });
            let word = self.tokens.tokens[units[verb].start].span.start;
            let contact = |told: &&Relation| {
                told.sentence == self.number
                    && told.trigger.start < word
                    && told.status == Status::Happened
                    && matches!(
                        told.predicate,
                        Predicate::Met | Predicate::Called | Predicate::TalkedWith | Predicate::Hosted
                    )
            };
            let Some(own) = clause.subjects[verb].as_ref().filter(|own| own.list.len() == 1) else { continue };
            let who = own.list[0];
            let mut contacts = out.iter().filter(contact);
            let met = match (contacts.next(), contacts.next()) {
                (Some(only), None) if only.subject == who.referent => only.clone(),
                _ => continue,
            };
            let agreed = out.iter().any(|told| told.sentence == self.number && told.predicate == Predicate::AgreedWith);
            let before = (0..verb).rev().find(|&at| units[at].kind == Kind::Verb);
            let next = before.is_some_and(|before| {
                let span = &self.tokens.tokens[units[before].start].span;
                span.start >= met.trigger.start || !(before..verb).any(|at| units[at].is_mark())
            });
            if goes_on && next && !agreed && clause.is_human(&who) {
                let told = self.untriggered(
                    verb,
                    Predicate::AgreedWith,
                    status(clause, verb, Predicate::AgreedWith),
                    (who, who),
                    SURE,
                );
                out.push(Relation { object: met.object, object_span: met.object_span, ..told });
            }
        }
    }
}
