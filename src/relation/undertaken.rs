//! What somebody undertakes to say or do of another: the verbal noun behind a verb that only tells how he goes about it.

use super::clause::{Clause, Parties};
use super::status::is_harm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Form, Predicate, Sense};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// تعتزم فرنسا دعم مصر, واصل انتقاد فلان, سارع إلى إدانة فلان, لم يتردد في دعم فلان: whether a verbal noun without a doer of its own stands behind a verb that goes
    /// about it, so that the genitive is to whom it is done, as it is behind ب of a charge (اتهمه بتهديد لبنان).
    pub(super) fn is_undertaken(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        if self.lang == Lang::En || at == 0 || self.units[at].clitics.has_conjunction() {
            return false;
        }
        let with = self.units[at].clitics.has(Clitics::BI);
        let leads = |i: usize| ["في", "عن", "إلى", "على", "من"].iter().any(|word| self.is_preposition_of(i, word));
        let behind = with || leads(at - 1);
        let from = at - usize::from(!with && behind);
        let low = from.saturating_sub(WORDS);
        let over = |i: &usize| {
            let unit = &self.units[*i];
            let opens = unit.phrase().is_none() && unit.is(Class::Complement);
            !(unit.is_mark() || opens || matches!(unit.kind, Kind::Noun | Kind::Participle) || unit.is_preposition())
        };
        let verb = (low..from).rev().take_while(over).find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            (self.goes_about(verb, behind)
                || self.means_to(verb) && !self.tells(at, |told| told == Predicate::Attacked))
                && self.subjects[verb].as_ref().is_some_and(|own| !own.is_empty() && own.end <= from)
        })
    }

    /// ردت إسرائيل على حماس بقصف غزة: whether a noun tells with what deed the verb before it replies, so that the genitive is to whom it is done.
    pub(super) fn replies_with(&self, at: usize) -> bool {
        const REACH: usize = 8;
        if self.lang == Lang::En || !self.has_bi(at) || !self.tells(at, is_harm) {
            return false;
        }
        let verb = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| self.units[verb].means(&self.knowledge.lexicon, Sense::Replies))
    }

    /// اتفاق السلام في الدوحة بين: where the words end that say what an agreement is about, before the place where it was made.
    pub(super) fn before_scene(&self, head: usize, at: usize) -> usize {
        let place = at > head + 2
            && self.lang == Lang::Ar
            && self.is_in(at - 2)
            && self.unit_phrase(at - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Place);
        if place { at - 2 } else { at }
    }

    /// أمر بوتين بهجوم: whether a verb only orders the force that a noun tells.
    pub(super) fn orders_force(&self, verb: usize, noun: usize) -> bool {
        let controls = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.control;
        let force = |told| matches!(told, Predicate::Attacked | Predicate::Seized);
        self.lang == Lang::Ar && self.units[verb].forms.iter().any(controls) && self.tells(noun, force)
    }

    /// أرسلت فرنسا طائرة لمساعدة لبنان: whether the last verb before a noun of purpose hands something over; or somebody is ready for it.
    pub(super) fn is_sent_for(&self, at: usize) -> bool {
        if self.willing(at).is_some() {
            return true;
        }
        const REACH: usize = 8;
        let hands = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.hands;
        (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .find(|&i| self.units[i].kind == Kind::Verb)
            .is_some_and(|verb| self.units[verb].forms.iter().any(hands))
    }

    /// برفع العقوبات, بتخفيف العقوبات: whether a unit says that sanctions behind it are to end.
    pub(super) fn lifts(&self, at: usize) -> bool {
        let ends = self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Ending));
        let sanctions = |noun: &Unit| {
            noun.kind == Kind::Noun
                && noun.clitics == Clitics::NONE
                && noun
                    .forms
                    .iter()
                    .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Sanctioned))
        };
        self.lang == Lang::Ar && ends && self.units.get(at + 1).is_some_and(sanctions)
    }

    /// تعهد أوباما برفع العقوبات عن كوبا: who has imposed what he promises to lift.
    pub(super) fn lifter(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 6;
        let ending = at.checked_sub(1).filter(|&ending| self.lifts(ending))?;
        let verb = (ending.saturating_sub(REACH)..ending)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .find(|&i| self.units[i].kind == Kind::Verb)?;
        let promises = self.tells(verb, |told| told == Predicate::Promised);
        let own = self.subjects[verb].as_ref().filter(|own| promises && !own.is_empty())?;
        Some(Parties { confidence: own.confidence * 0.9, ..own.clone() })
    }

    /// طالبت أمريكا إيران بوقف دعم الحوثيين, دعت روسيا إلى إنهاء احتلال القرم: whose the deed is that he is asked to end, where whom it is done
    /// to stands right behind it. A body may be asked to end what others do.
    pub(super) fn asked_to_end(&self, at: usize) -> Option<Parties> {
        let deed = |told| matches!(told, Predicate::Attacked | Predicate::Supported | Predicate::Seized);
        let ending = at
            .checked_sub(1)
            .filter(|&ending| self.units[ending].phrase().is_none() && self.units[ending].is(Class::Halting))?;
        let direct = !self.units[at].is_definite_noun()
            && (self.bare_party(at + 1)
                || self.units.get(at + 1).is_some_and(|unit| {
                    unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PlaceHead | Class::Land))
                }));
        let noun = self.lang == Lang::Ar && self.units[at].kind == Kind::Noun && self.tells(at, deed);
        let asked = self.answers_for(ending).filter(|_| noun && direct)?;
        let body = matches!(asked.referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation);
        (!body).then(|| Parties::new(vec![asked], 0.85, at + 1))
    }

    /// تعتزم فرنسا دعم مصر, but of تنوي روسيا مهاجمة أوكرانيا, which may be of force or of words, the rows of force tell.
    fn means_to(&self, verb: usize) -> bool {
        self.units[verb].means(&self.knowledge.lexicon, Sense::Intends)
    }

    /// Returns whether a verb only tells how its subject goes about what the noun behind it names; `behind` says that a preposition stands between.
    fn goes_about(&self, verb: usize, behind: bool) -> bool {
        let light = |form: &Form| {
            let flags = &self.knowledge.lexicon.trigger(form.trigger).flags;
            let omits = flags.sense == Some(Sense::Omits);
            let plain =
                flags.light && !flags.speech && !flags.receives && !flags.hands && (omits || flags.status.is_none());
            let goes_on = matches!(flags.sense, Some(Sense::Continues | Sense::Omits));
            plain && (goes_on || behind && flags.sense.is_none())
        };
        // رد على تهديد إيران: who answers it does not say it.
        let answers = self.units[verb].means(&self.knowledge.lexicon, Sense::Replies);
        !answers && self.units[verb].forms.iter().any(light)
    }
}
