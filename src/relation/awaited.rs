//! Whom a host awaits of whom the sentence before told: استقبل مبارك البشير. وكان أبو الغيط في استقباله لدى وصوله.

use super::clause::{Clause, Party, agrees, is_person};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Predicate, Shape, Slot, Trigger};

impl Clause<'_> {
    /// The guest whom the sentence before told somebody to have received, where a compatriot of that host now stands ready for "him".
    pub(super) fn guest_awaited(&self, own: &[Party], gender: Option<Gender>) -> Option<Party> {
        let hosted = |&&(told, ..): &&(Predicate, Party, Party)| told == Predicate::Hosted;
        let &(_, host, guest) = self.memory.alike.iter().rev().find(hosted).filter(|_| self.lang == Lang::Ar)?;
        let home = self.country_of(host.referent)?;
        let compatriot = own.iter().all(|own| self.country_of(own.referent).is_none_or(|country| country == home));
        let two =
            !own.is_empty() && own.iter().all(|own| own.referent != host.referent && own.referent != guest.referent);
        let fits = is_person(guest) && agrees(guest, gender) && self.country_of(guest.referent) != Some(home);
        (compatriot && two && fits).then_some(guest)
    }

    /// ونقل كيري للملك في بداية الاستقبال, خلال الاستقبال: whether a reception spoken of as known stands behind a preposition, as when something was
    /// said, so that it is not what the verb before it says that somebody gives.
    pub(super) fn is_reception_told_of(&self, at: usize, trigger: &Trigger, shape: Shape) -> bool {
        const WORDS: usize = 2;
        let known = matches!(shape, Shape::Noun { definite: true, owner: None });
        let behind = |before: usize| {
            let unit = &self.units[before];
            unit.phrase().is_none() && (unit.is_preposition() || unit.is(Class::Circumstance))
        };
        trigger.predicate == Some(Predicate::Hosted)
            && trigger.subject.first() == Some(&Slot::Doer)
            && self.lang == Lang::Ar
            && known
            && (at.saturating_sub(WORDS)..at)
                .rev()
                .take_while(|&before| !self.units[before].is_mark() && self.units[before].kind != Kind::Verb)
                .any(behind)
    }

    /// في استقباله, في مقدمة مستقبليه: whether the noun at a unit is one of which somebody who stands there is the subject.
    pub(super) fn is_attendance(&self, noun: usize) -> bool {
        let stands = |form: &crate::lexicon::Form| {
            self.knowledge.lexicon.trigger(form.trigger).subject.contains(&Slot::Attendant)
        };
        self.units[noun].kind == Kind::Noun && self.units[noun].forms.iter().any(stands) && self.stands_ready(noun)
    }

    /// كان الوزير في استقباله لدى وصوله: who arrives is who is awaited.
    pub(super) fn awaited(&self, at: usize) -> Option<Party> {
        const REACH: usize = 6;
        if self.lang == Lang::En || !self.names_journey(at) {
            return None;
        }
        let receives = |unit: &usize| self.units[*unit].owner().is_some() && self.is_attendance(*unit);
        let open = |unit: &usize| !self.units[*unit].is_stop();
        let noun = (at.saturating_sub(REACH)..at).rev().take_while(open).find(receives)?;
        let host = self.attendant(noun);
        match self.other_suffix(noun, &host).list.as_slice() {
            [guest] => Some(*guest),
            _ => None,
        }
    }
}
