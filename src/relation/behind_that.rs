//! Who does what a clause behind أن tells that names nobody: whom one asks to do it, orders, lets or wishes it from.
//!
//! طلب كيري من عباس أن يلتقي نتنياهو: not Kerry meets. Whoever promises or agrees does it himself, and is no matter of this file.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Form, Predicate, Slot, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How many units before أن the verb may stand that asks.
const REACH: usize = 16;

impl Clause<'_> {
    /// Returns who does what the verb at a unit tells, where it stands right behind أن and somebody is addressed before; an opaque
    /// nobody where it is a pronoun that is open.
    pub(super) fn addressed_by_that(&self, at: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        let that = self.complementiser_before(at)?;
        let fits = |list: &[Party]| match list {
            [party] => number == Number::Singular && agrees(*party, gender),
            several => several.len() > 1 && number != Number::Singular,
        };
        // يتعين على كيري أن يلتقي
        if let Some(found) = self.incumbent_before(that) {
            let list = self.list(found);
            return fits(&list.list).then(|| Parties {
                carried: true,
                bidden: true,
                ..Parties::new(list.list, 0.85, at + 1)
            });
        }
        let (verb, from) = self.addresser(that, REACH)?;
        let tells = |predicate| self.tells(verb, |told| told == predicate);
        if self.units[that].resumes && !self.blames(verb) || tells(Predicate::Promised) || tells(Predicate::AgreedWith)
        {
            return None;
        }
        let binds = self.units[that].resumes || self.binds_another(verb);
        let own = self.subjects[verb].as_ref();
        let from = if own.is_some_and(Parties::is_empty) { verb + 1 } else { from };
        let found = (from..that)
            .filter(|&i| self.unit_phrase(i).is_some_and(|phrase| phrase.kind != PhraseKind::Demonym))
            .find(|&i| if binds { self.is_addressed_by(verb, from, i) } else { self.is_bidden_by(i, that) });
        let Some(found) = found else {
            let on_verb = self.units[verb].verb().and_then(|(.., object)| Some((verb, object?)));
            // طلب منه أن يلتقي
            let on_own = || {
                let own = (verb + 1..that).find(|&i| self.takes_pronoun(verb, &self.units[i]))?;
                Some((own, self.units[own].pronoun?))
            };
            let (of, pronoun) = on_verb.or_else(on_own).filter(|_| binds)?;
            let list = self.another(of, pronoun, own.map_or(&[], |subject| subject.list.as_slice()));
            let one = matches!(list.as_slice(), [party] if agrees(*party, gender));
            let list = if one { list } else { Vec::new() };
            return Some(Parties {
                opaque: list.is_empty(),
                carried: true,
                bidden: true,
                ..Parties::new(list, 0.7, at + 1)
            });
        };
        let list = self.list(found);
        // وصل إلى بيروت من قبرص على أن يتوجه: no land that somebody has left is bidden to travel.
        if !binds && self.travels_by(at) && !list.list.iter().any(|party| self.is_human(party)) {
            return None;
        }
        fits(&list.list).then(|| Parties { carried: true, bidden: true, ..Parties::new(list.list, 0.85, at + 1) })
    }

    /// اتهم إيران بأنها سلحت: who is charged with what stands behind "that he".
    pub(super) fn blamed_by_that(&self, at: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        let resumes = self.complementiser_before(at).is_some_and(|that| self.units[that].resumes);
        if resumes { self.addressed_by_that(at, gender, number) } else { None }
    }

    /// طلب منه أن يزور عمان ويلتقي فلانا: who is bidden does what a present joined to it tells, too. Returns who does it, if the verb at a unit
    /// is one of these.
    pub(super) fn still_bidden(
        &self,
        at: usize,
        subject: Option<&Parties>,
        before: Option<Parties>,
    ) -> Option<Parties> {
        if let Some(found) = subject.filter(|found| found.bidden) {
            return Some(found.clone());
        }
        let unit = &self.units[at];
        let joined = unit.clitics.has_conjunction()
            && unit.tense() == Some(Tense::Present)
            && subject.is_none_or(|found| found.is_empty() || found.carried);
        let parted = (0..at).rev().take_while(|&i| self.units[i].kind != Kind::Verb).any(|i| self.units[i].is_stop());
        before.filter(|_| joined && !parted).map(|found| Parties { end: at + 1, ..found })
    }

    /// Whether the subject that was found for a verb leaves open that somebody before أن does what it tells.
    pub(super) fn may_be_bidden(&self, at: usize, found: &Parties) -> bool {
        let open = found.carried || self.lang == Lang::Ar && found.is_empty() && !found.opaque;
        open && !found.bidden || self.is_object_of_bidden(at, found)
    }

    /// طلب من عباس أن يلتقي نتنياهو: whether the one party behind a verb behind أن may be its object as well as its subject.
    pub(super) fn is_object_of_bidden(&self, at: usize, found: &Parties) -> bool {
        let takes_object = || {
            let row = |form: &Form| self.knowledge.lexicon.trigger(form.trigger);
            let rows = || self.units[at].forms.iter().map(row).filter(|row| row.predicate.is_some());
            rows().next().is_some() && rows().all(|row| row.object.contains(&Slot::Object))
        };
        !found.carried
            && found.end > at + 1
            && self.complementiser_before(at).is_some()
            && takes_object()
            && !self.has_another_behind(found.end)
    }

    /// The complementiser right before a verb, in the text too: أن يلتقي, بأنه قد التقى.
    fn complementiser_before(&self, at: usize) -> Option<usize> {
        let mut that = at.checked_sub(1).filter(|_| self.lang == Lang::Ar)?;
        let particle = |unit: &Unit| {
            unit.has(|class| matches!(class, Class::Qad | Class::Negation)) && !unit.is(Class::Complement)
        };
        if self.units[that].phrase().is_none() && particle(&self.units[that]) {
            that = that.checked_sub(1)?;
        }
        let unit = &self.units[that];
        let one_word = unit.end == unit.start + 1 && unit.end <= self.units[at].start;
        // طلب منه ألا يلتقي
        let opens = unit.is(Class::Complement) || unit.unless && self.units[at].tense() == Some(Tense::Present);
        (one_word && unit.phrase().is_none() && opens && that + 3 > at).then_some(that)
    }

    /// طلب, حث, أمر, سمح, حذر: whether a verb has somebody whose deed it is that is asked for, ordered or let.
    pub(super) fn binds_another(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.flags.control
                || matches!(trigger.predicate, Some(Predicate::DemandedOf | Predicate::Threatened))
                    && (trigger.subject.contains(&Slot::Subject) || self.units[verb].kind != Kind::Verb)
        })
    }

    /// منه, له: whether a unit is the preposition of a verb that asks, with a pronoun on it.
    pub(super) fn takes_pronoun(&self, verb: usize, unit: &Unit) -> bool {
        self.units[verb].forms.iter().any(|form| {
            let slots = &self.knowledge.lexicon.trigger(form.trigger).object;
            slots.iter().any(|slot| matches!(*slot, Slot::Prep(id) if unit.is(Class::PrepPronoun(id))))
        })
    }

    /// Whether a phrase is whom a verb that asks addresses: its object, or behind its own preposition.
    fn is_addressed_by(&self, verb: usize, from: usize, phrase: usize) -> bool {
        let own = |unit: &Unit| {
            self.units[verb].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                let binds = trigger.predicate.is_some() || trigger.flags.control;
                let slots = &trigger.object;
                binds && slots.iter().any(|slot| matches!(*slot, Slot::Prep(id) if unit.is(Class::Prep(id))))
            })
        };
        let unit = &self.units[phrase];
        let before = &self.units[phrase - 1];
        if before.is_preposition() {
            return phrase > from && (own(before) || self.leads_to_bidden(before));
        }
        if unit.clitics.has_preposition() {
            return unit.clitics.has(Clitics::LI);
        }
        phrase == self.skip_adverbs(from)
    }

    /// على نتنياهو أن يوقف, أراد من عباس أن يلتقي: whether a phrase stands right before أن, behind a preposition of whom something is wished.
    fn is_bidden_by(&self, phrase: usize, that: usize) -> bool {
        let list = self.list(phrase);
        let near = (list.end..that).all(|i| self.units[i].phrase().is_none() && self.units[i].is_preposition());
        let on = self.units[phrase].clitics.has(Clitics::LI)
            || phrase > 0 && self.units[phrase - 1].phrase().is_none() && self.leads_to_bidden(&self.units[phrase - 1]);
        near && list.end <= that && on
    }

    /// على, من: behind which stands of whom something is wished.
    fn leads_to_bidden(&self, unit: &Unit) -> bool {
        let ids = ["على", "من"].map(|word| self.knowledge.lexicon.preposition_id(word));
        unit.has(|class| matches!(class, Class::Prep(id) if ids.contains(&Some(id))))
    }
}
