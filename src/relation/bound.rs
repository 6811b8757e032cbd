//! Who is charged with a deed that a noun tells, or is to do it: whom one judges for it, asks, warns or lets.

use super::clause::{Clause, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Slot};
use crate::text::Clitics;

impl Clause<'_> {
    /// اتهم إسرائيل بانتهاك الهدنة من خلال قصفها غزة: who is charged, in the charge.
    pub(super) fn charged(&self, at: usize) -> Option<Party> {
        let verb = (0..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb)?;
        let blames = |form: &crate::lexicon::Form| self.knowledge.lexicon.trigger(form.trigger).flags.blames;
        let subject = self.subjects[verb].as_ref().filter(|_| self.units[verb].forms.iter().any(blames))?;
        let from = if subject.carried { verb + 1 } else { subject.end };
        let found = self.object(from, false);
        match found.list.as_slice() {
            [party] if found.end <= at => Some(*party),
            _ => None,
        }
    }

    /// Returns whether what an Arabic noun tells is what somebody is asked, warned or let to do, and has no doer of its own.
    pub(super) fn is_bound(&self, at: usize) -> bool {
        let binds = |unit: &Unit| {
            unit.forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.flags.control
                    || matches!(trigger.predicate, Some(Predicate::DemandedOf | Predicate::Threatened))
            })
        };
        let before = (0..at).rev().take_while(|&before| !self.units[before].is_stop());
        let verb = before.into_iter().find(|&before| self.units[before].kind == Kind::Verb);
        let owned = || self.units[at].owner().is_some() || !self.suffix(at).is_empty();
        verb.is_some_and(|verb| binds(&self.units[verb])) && !owned() && self.answers_for(at).is_some()
    }

    /// منعت إسرائيل كيري من لقاء عباس: who is to do, or is kept from, what a noun tells, where the verb only lets or makes him do it.
    pub(super) fn bound(&self, at: usize) -> Option<Party> {
        let controls =
            |unit: &Unit| unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.control);
        let before = (0..at).rev().take_while(|&before| !self.units[before].is_stop());
        let verb = before.into_iter().find(|&before| self.units[before].kind == Kind::Verb)?;
        if controls(&self.units[verb]) { self.answers_for(at) } else { None }
    }

    /// انتقدت باريس إسرائيل بسبب غاراتها على سوريا, دعتها إلى وقف هجومها: of whom one judges, or asks to end or begin something, it is his
    /// deed, and not of who speaks.
    pub(super) fn answers_for(&self, at: usize) -> Option<Party> {
        const REACH: usize = 8;
        let verb = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb)
            .filter(|_| self.lang == Lang::Ar)?;
        let subject = self.subjects[verb].as_ref()?;
        let from = if subject.carried { verb + 1 } else { subject.end.max(verb + 1) };
        let addressed = (from..at).find(|&unit| self.unit_phrase(unit).is_some())?;
        // طلب من عباس لقاء: behind the verb's own preposition.
        let own = |unit: &Unit| {
            self.units[verb].forms.iter().any(|form| {
                let slots = &self.knowledge.lexicon.trigger(form.trigger).object;
                slots.iter().any(|slot| matches!(*slot, Slot::Prep(id) if unit.is(Class::Prep(id))))
            })
        };
        // فرضت واشنطن عقوبات على إيران لدعمها: behind the noun's.
        let sanction = |told| told == Predicate::Sanctioned;
        let punishes =
            (verb..addressed).any(|i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun) && self.tells(i, sanction));
        let before = &self.units[addressed - 1];
        if before.is_preposition() && !own(before) && !punishes {
            return None;
        }
        let addressed = self.list(addressed);
        let [party] = addressed.list.as_slice() else { return None };
        let between = self.units.get(addressed.end..at)?;
        // انتقده خلال لقائه: when it was is told of who speaks.
        let apart = |unit: &Unit| unit.phrase().is_some() || unit.is(Class::Circumstance) || unit.kind == Kind::Verb;
        let judges = self.tells(verb, |told| matches!(told, Predicate::Criticised | Predicate::Praised));
        let asks = self.tells(verb, |told| told == Predicate::DemandedOf);
        let warns = self.tells(verb, |told| told == Predicate::Threatened);
        let binds = asks
            || self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.control);
        // إلى عدم, على, ب: what stands between him and what he is to do.
        let leads = |between: &[Unit]| {
            let opens =
                |unit: &Unit| unit.is_preposition() || unit.clitics.has(Clitics::BI) || unit.is(Class::Negation);
            let first = between.first().unwrap_or(&self.units[at]);
            opens(first) && between.iter().all(|unit| opens(unit) || unit.kind == Kind::Word)
        };
        let because = self.knowledge.lexicon.preposition_id("بسبب");
        let cause = match between {
            [] => self.units[at].clitics.has(Clitics::LI),
            [first, ..] => first.has(|class| matches!(class, Class::Prep(id) if Some(id) == because)),
        };
        let answers = match between {
            // عقوبات على روسيا بسبب ضمها, هدد إيران لدعمها
            _ if cause && (punishes || warns) => true,
            // حث كيري عباس على لقاء نتنياهو, دعت الحزب إلى عدم استقبال الوفد: what has its own object is for him to do.
            _ if binds && self.units[at].owner().is_none() && leads(between) => true,
            // شكره لدعمه, اتهمها بدعمها
            [] => judges && self.units[at].clitics.has_preposition(),
            // حذرها من تدخلها
            [first, ..] if first.is_preposition() && self.is_from(first) => judges || warns,
            // طالبها بوقف هجومها, دعاها إلى إنهاء دعمها; but not دعاه إلى لقائه.
            [.., last] if asks => {
                matches!(last.kind, Kind::Word | Kind::Noun) && (between.len() > 1 || last.clitics.has_preposition())
            }
            [first, ..] => judges && (first.is_preposition() || first.clitics.has_preposition()),
        };
        (answers && !between.iter().any(apart)).then_some(*party)
    }
}
