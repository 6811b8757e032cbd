//! Whether a word of inviting bids somebody to come: to a journey or a feast, to a place, or to be there.

use super::clause::{Clause, Parties, Party};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Slot};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// دعا بوتين أردوغان إلى زيارة روسيا: what stands behind the party is a journey, so that it is an invitation; دعاه إلى مأدبة عشاء:
    /// and so it is where one honours guests with it.
    pub(super) fn invites(&self, from: usize, end: usize) -> bool {
        // وجه دعوة للرئيس، باسم فلان، لزيارة تركيا
        let end = self.past_commas(end).filter(|_| self.lang == Lang::Ar).unwrap_or(end);
        (from..self.units.len().min(end + 3)).take_while(|&at| !self.limit(at)).any(|at| {
            // مغادرة البلاد: to leave is no visit.
            let triggers = || self.units[at].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
            let journey =
                triggers().any(|trigger| trigger.sets_out()) && !triggers().any(|trigger| trigger.flags.abroad);
            // إلى استقبال فلان: whom another is to receive.
            let feast = self.lang == Lang::Ar
                && self.units[at].kind == Kind::Noun
                && !self.bare_party(at + 1)
                && triggers().any(|row| row.predicate == Some(Predicate::Hosted) && row.subject == [Slot::Doer]);
            journey || feast
        })
    }

    /// دعا زيلينسكي شولتس إلى كييف: whether whom a word of inviting names is called to a place.
    pub(super) fn calls_to_place(&self, invitation: usize, end: usize) -> bool {
        let to = self.knowledge.lexicon.preposition_id("إلى");
        let place = |at: usize| {
            self.bare_party(at) && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Place)
        };
        self.lang == Lang::Ar
            && self.is_invitation(invitation)
            && to.is_some_and(|to| self.governs(end, to))
            && place(end + 1)
    }

    /// دعا فلان فلانا لحضور القمة: whether those who end at a unit are people whom one wants to be there.
    pub(super) fn invites_to_attend(&self, from: usize, object: &Parties) -> bool {
        let end = object.end.max(from);
        let person = |party: &Party| party.kind == PhraseKind::Person;
        self.lang == Lang::Ar
            && object.list.iter().all(person)
            && (end..self.units.len().min(end + 2))
                .any(|at| self.units[at].phrase().is_none() && self.units[at].is(Class::Attending))
    }
}
