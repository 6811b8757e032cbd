//! Who speaks in what somebody received: تلقى السيسي اتصالا من ماكرون هنأه خلاله.

use super::clause::{Clause, Parties, agrees};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Sense, Slot, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// Returns who called or wrote, where the verb at a unit describes the call or letter that the clause says was received:
    /// behind the noun and its "from", unjoined, with an object suffix or a "during it", and no verb between.
    pub(super) fn sender(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 24;
        const NEAR: usize = 4;
        let (_, gender, number, object) = self.units[at].verb()?;
        if self.lang != Lang::Ar || number != Number::Singular || self.units[at].clitics != Clitics::NONE {
            return None;
        }
        // رسالة من أوباما سلمها السفير فلان: who stands right behind a verb of bringing brings it.
        let brings = self.hands(at) || self.units[at].means(&self.knowledge.lexicon, Sense::Bears);
        let bearer = self.unit_phrase(at + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Unknown) && phrase.clitics == Clitics::NONE
        });
        if brings && bearer {
            return None;
        }
        let inside = |unit: &super::unit::Unit| {
            unit.is(Class::During) || unit.has(|class| matches!(class, Class::PrepPronoun(id) if self.is_inside(id)))
        };
        let described = || object.is_some() || self.units[at + 1..].iter().take(NEAR).any(inside);
        let receives = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb)
            .filter(|&verb| self.receives(verb) && described())?;
        let noun = (receives + 1..at).find(|&noun| {
            self.units[noun].kind == Kind::Noun
                && self.tells(noun, |told| matches!(told, Predicate::Called | Predicate::WroteTo))
        })?;
        let from = self.knowledge.lexicon.preposition_id("من");
        let opens = (noun + 1..at).find(|&unit| {
            self.units[unit].has(|class| matches!(class, Class::Prep(id) if Some(id) == from))
                && self.bare_party(unit + 1)
        })?;
        let list = self.list(opens + 1);
        let person = |kind| matches!(kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body);
        let [party] = list.list.as_slice() else { return None };
        (person(party.kind) && agrees(*party, gender)).then(|| Parties {
            confidence: 0.85,
            carried: false,
            end: at + 1,
            ..list.clone()
        })
    }

    /// تلقى برقية من فلان: whether the slots are those of the object of a call or letter whose author stands behind "from", and
    /// which the verb before it says that somebody got.
    pub(super) fn is_received(&self, noun: usize, trigger: &Trigger, slots: &[Slot]) -> bool {
        let comes = matches!(trigger.predicate, Some(Predicate::Called | Predicate::WroteTo | Predicate::Praised));
        let object = std::ptr::eq(slots, trigger.object.as_slice());
        let from = self.knowledge.lexicon.preposition_id("من");
        let author = |at: &usize| self.units[*at].has(|class| matches!(class, Class::Prep(id) if Some(id) == from));
        let verb = (0..noun).rev().take_while(|&at| !self.units[at].is_stop());
        let verb = verb.into_iter().find(|&at| self.units[at].kind == Kind::Verb);
        self.lang == Lang::Ar
            && comes
            && object
            && self.units[noun].kind == Kind::Noun
            && verb.is_some_and(|verb| self.receives(verb))
            && (noun + 1..self.units.len().min(noun + 4))
                .find(author)
                .is_some_and(|author| trigger.predicate != Some(Predicate::WroteTo) || !self.names_receiver(author))
    }

    /// تسلم الوزير رسالة من أمير قطر إلى الرئيس: whether who a letter is for stands right behind its author, so that whoever got it
    /// takes it to him.
    fn names_receiver(&self, author: usize) -> bool {
        let to = self.knowledge.lexicon.preposition_id("إلى");
        let person = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Person | PhraseKind::Agent | PhraseKind::Unknown)
            })
        };
        let list = self.list(author + 1);
        let behind = |at: usize| self.units[at].has(|class| matches!(class, Class::Prep(id) if Some(id) == to));
        list.end < self.units.len() && behind(list.end) && person(list.end + 1)
    }

    /// Returns whether a verb says that its subject got what its object names.
    pub(super) fn receives(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.receives)
    }

    /// Returns whether a preposition is في.
    pub(super) fn is_inside(&self, id: crate::lexicon::PrepId) -> bool {
        Some(id) == self.knowledge.lexicon.preposition_id("في")
    }
}
