//! Whose deeds somebody calls a crime: أعلن ماكرون أن ما تقوم به إسرائيل جريمة حرب, اعتبر ما تفعله روسيا عدوانا.
//!
//! "What" with the verb of doing and its subject comes in, and the word that judges it; who says it blames who does it.

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::unit::Unit;
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Status};
use crate::mention::PhraseKind;
use crate::text::fold::{ALEF, MEEM};

/// How far behind who does it the word may stand that judges it: في الأراضي المحتلة يعد انتهاكا.
const REACH: usize = 9;

impl Clause<'_> {
    /// ما تقوم به إسرائيل: who does what the verb right behind "what" names.
    fn doer_of_what(&self, what: usize) -> Option<Parties> {
        let verb = self.units.get(what + 1)?;
        let with = self.knowledge.lexicon.preposition_id("ب")?;
        let it = verb.verb().is_some_and(|(.., object)| object.is_some()) || self.governs(what + 2, with);
        // ما تعاني منه مصر, ما تواجهه سوريا, ما تشهده ليبيا: what befalls somebody is no deed of his.
        let row = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.receives;
        // ما وصفته واشنطن بأنه: nor what somebody says.
        let says = verb.is(Class::Described) || self.is_saying(what + 1) || self.tells_speech(what + 1);
        if !it || says || verb.forms.iter().any(row) || verb.is(Class::Scene) {
            return None;
        }
        let found = self.doer(what + 1)?;
        let power =
            |kind| matches!(kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Person | PhraseKind::Agent);
        (!found.list.is_empty() && found.list.iter().all(|party| power(party.kind))).then_some(found)
    }

    /// Returns whether a word of crime judges what stands before `from`, in the same clause and not negated.
    fn is_called_crime(&self, from: usize) -> bool {
        let ends = |unit: &Unit| {
            unit.is_mark() || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Negation | Class::Relative))
        };
        let crime = |class| matches!(class, Class::Crime | Class::Epithet);
        let behind = (from..self.units.len().min(from + REACH)).take_while(|&at| !ends(&self.units[at]));
        behind.into_iter().any(|at| self.units[at].phrase().is_none() && self.units[at].has(crime))
    }
}

impl Sentence<'_> {
    /// أكد فلان أن ما تقوم به إسرائيل جريمة: who says so criticises who does it.
    pub(super) fn judged_deeds(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let clause = self.clause;
        let what = |at: usize| self.tokens.form(&self.tokens.tokens[clause.units[at].start]) == [MEEM, ALEF];
        for at in 1..clause.units.len() {
            if self.reader.lang != Lang::Ar || clause.units[at].phrase().is_some() || !what(at) {
                continue;
            }
            let Some(doer) = clause.doer_of_what(at).filter(|doer| clause.is_called_crime(doer.end.max(at + 2))) else {
                continue;
            };
            let speaker = clause.speaker(at);
            let start = self.tokens.tokens[clause.units[0].start].span.start;
            let here = |party: &&Party| party.span.is_some_and(|span| span.start >= start);
            for s in speaker.list.iter().filter(here) {
                let apart = |o: &&Party| o.referent != s.referent;
                for o in doer.list.iter().filter(apart) {
                    out.push(self.untriggered(at, Predicate::Criticised, Status::Happened, (*s, *o), SURE));
                }
            }
        }
    }
}
