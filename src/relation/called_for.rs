//! Whose the talks, the truce or the deal is that somebody demands or finds needed: of whom it is asked, or of others.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Slot};
use crate::text::Clitics;

impl Clause<'_> {
    /// دعا المغرب والجزائر إلى استئناف المفاوضات: of whom a verb demands talks, where they are two.
    ///
    /// دعا روسيا إلى التفاوض مع أوكرانيا: or one, where the talks are with somebody.
    pub(super) fn asked_together(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 10;
        if self.lang == Lang::En || self.units[at].kind != Kind::Noun || !self.tells(at, Predicate::is_symmetric) {
            return None;
        }
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.limit(before))?;
        if !matches!(self.units[verb].kind, Kind::Verb | Kind::Participle) || !self.demands(verb) {
            return None;
        }
        let from = self.subjects[verb].as_ref().filter(|found| !found.carried).map_or(verb + 1, |found| found.end);
        let asked = self.object(from.max(verb + 1), false);
        // دعا فلانا وفلانا إلى الهدوء قبل لقاء غيرهما: what it demands comes first.
        let together = (asked.list.len() == 2 || asked.list.len() == 1 && self.is_with_somebody(at))
            && asked.end <= at
            && self.units.get(asked.end)?.is_preposition()
            && self.units[asked.end..at].iter().all(|unit| !unit.is(Class::Circumstance));
        together.then_some(Parties { confidence: 0.8, ..asked })
    }

    /// دعت فرنسا وبريطانيا إلى وقف لإطلاق النار: whether several call for a truce or deal with nobody told, which is then that of others.
    pub(super) fn is_only_called_for(&self, at: usize) -> bool {
        const REACH: usize = 10;
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.limit(before));
        self.lang == Lang::Ar
            && verb.is_some_and(|verb| {
                matches!(self.units[verb].kind, Kind::Verb | Kind::Participle) && self.demands(verb)
            })
            && self.asked_together(at).is_none()
            && !self.is_with_somebody(at)
    }

    /// أكد الوزيران ضرورة التوصل إلى هدنة: whether a deal is what somebody says to be needed, and between others.
    pub(super) fn is_only_found_needed(&self, at: usize) -> bool {
        const REACH: usize = 10;
        let open = |before: &usize| !self.units[*before].is_mark();
        let before = || (at.saturating_sub(REACH)..at).rev().take_while(open);
        let verb = before().find(|&before| matches!(self.units[before].kind, Kind::Verb | Kind::Participle));
        let says = |verb: usize| {
            let speech = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.speech;
            self.units[verb].forms.iter().any(speech)
        };
        let needed = |at: usize| self.units[at].phrase().is_none() && self.units[at].is(Class::Need);
        // جهود الوساطة التي تقوم بها الدوحة والقاهرة من أجل هدنة: nor is it theirs who only strive for it.
        let strives = |at: usize| {
            // بوساطة قطر: but by whose means they reached it.
            let means = self.units[at].clitics.has(Clitics::BI) || at > 0 && self.units[at - 1].is(Class::After);
            !means
                && (self.units[at].phrase().is_none() && self.units[at].is(Class::Effort)
                    || self.tells(at, |told| told == Predicate::Mediated))
        };
        self.lang == Lang::Ar
            && (verb.is_some_and(|verb| says(verb) && (verb + 1..at).any(needed)) || before().any(strives))
            && !self.is_with_somebody(at)
    }

    /// حوار شامل مع أوكرانيا: whether a few words behind a noun the text says with whom.
    fn is_with_somebody(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let with = self.knowledge.lexicon.preposition_id("مع");
        let open = |i: &usize| self.units[*i].kind == Kind::Word || self.units[*i].is_preposition();
        (at + 1..self.units.len().min(at + WORDS))
            .take_while(open)
            .any(|i| with.is_some_and(|with| self.governs(i, with)))
    }

    /// Returns whether the word at a unit demands something of its object, and nothing that others are to do.
    pub(super) fn demands(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate == Some(Predicate::DemandedOf) && !trigger.object.contains(&Slot::Obliged)
        })
    }
}
