//! Whom the pronoun on a noun means: زيارته, دعمها.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Pronoun};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// The possessive suffix of a noun, or his/her/their before it.
    pub(super) fn suffix(&self, at: usize) -> Parties {
        if self.lang == Lang::En { self.suffix_en(at) } else { self.suffix_ar(at) }
    }

    /// إدانة المملكة وشجبها: whose the first of two stances is, of the second, joined right behind its genitive.
    fn owner_of_both(&self, at: usize) -> Option<Parties> {
        let stance = |told| matches!(told, Predicate::Criticised | Predicate::Praised | Predicate::Supported);
        let first = at.checked_sub(2)?;
        let joined = self.units[at].clitics == Clitics::WA && self.tells(at, stance) && self.bare_party(at - 1);
        let whose = joined && self.units[first].kind == Kind::Noun && self.tells(first, stance);
        Some(self.genitive(first)).filter(|found| whose && !found.is_empty())
    }

    fn suffix_ar(&self, at: usize) -> Parties {
        if self.units[at].own().is_some() {
            return self.own_words(at);
        }
        let Some(owner) = self.units[at].owner() else { return Parties::default() };
        let alone = owner.number == Number::Singular;
        if let Some(found) = self.owner_of_both(at) {
            return found;
        }
        self.owner_beside(at, owner)
            .or_else(|| alone.then(|| self.owner_in_clause(at, owner)).flatten())
            .unwrap_or_else(|| Parties::new(self.antecedent(at, owner), 0.7, at + 1))
    }

    /// Whom a pronoun of any number means by the words right before its noun.
    fn owner_beside(&self, at: usize, owner: Pronoun) -> Option<Parties> {
        if let Some(party) = self.judged_in_participle(at, owner) {
            return Some(Parties::new(vec![party], 0.8, at + 1));
        }
        self.land_of_noun_before(at, owner).or_else(|| {
            let party = self.doer_of_noun_before(at).filter(|party| agrees(*party, owner.gender))?;
            Some(Parties::new(vec![party], 0.85, at + 1))
        })
    }

    /// ترحيب بلاده ودعمها: whose country has the one noun has the other.
    fn land_of_noun_before(&self, at: usize, owner: Pronoun) -> Option<Parties> {
        let land = at > 1 && self.units[at - 1].phrase().is_none() && self.units[at - 1].is(Class::OwnLand);
        if !land || !self.units[at].clitics.has_conjunction() || owner.gender != Some(Gender::Feminine) {
            return None;
        }
        let found = self.genitive(at - 2);
        (!found.is_empty()).then_some(Parties { end: at + 1, ..found })
    }

    /// Whom a pronoun of one means by what its clause tells; what is surer is asked first.
    fn owner_in_clause(&self, at: usize, owner: Pronoun) -> Option<Parties> {
        let one = |party: Option<Party>, confidence: f64| {
            let party = party.filter(|party| agrees(*party, owner.gender))?;
            Some(Parties::new(vec![party], confidence, at + 1))
        };
        let feminine = owner.gender == Some(Gender::Feminine);
        feminine
            .then(|| self.states_before(at))
            .flatten()
            .or_else(|| one(self.asked_by_body(at), 0.85))
            .or_else(|| one(self.awaited(at), 0.85))
            .or_else(|| one(self.event_owner(at), 0.85))
            .or_else(|| one(self.topic_before_was(at), 0.85))
            .or_else(|| one(self.accompanied(at), 0.8))
            .or_else(|| one(self.guest(at), 0.85))
            .or_else(|| one(self.charged(at).or_else(|| self.blamed_because(at)), 0.85))
            .or_else(|| one(self.answers_for(at), 0.85))
            .or_else(|| self.judged_for(at, owner))
            .or_else(|| one(self.intends(at), 0.8))
            .or_else(|| one(self.told_owner(at), 0.9))
            .or_else(|| one(self.teller(at), 0.85))
            .or_else(|| self.subject_as_owner(at, owner))
    }

    /// طالبت المنظمة ماكرون بطرح الملف خلال لقائه فلانا: whom a body asks to do something on an occasion of his; it meets nobody itself.
    fn asked_by_body(&self, at: usize) -> Option<Party> {
        let occasion = at.checked_sub(1).filter(|&before| self.units[before].is(Class::Circumstance))?;
        let open = |&unit: &usize| !self.units[unit].is_stop();
        let verb = (0..occasion).rev().take_while(open).find(|&before| self.units[before].kind == Kind::Verb)?;
        if !self.tells(verb, |told| told == Predicate::DemandedOf)
            || !self.tells(at, |told| told.family() == Family::Contact && told != Predicate::Visited)
        {
            return None;
        }
        let asks = self.subjects[verb].as_ref().filter(|own| !own.carried)?;
        let body = matches!(asks.list.as_slice(), [one] if one.kind == PhraseKind::Body);
        match self.object(asks.end.max(verb + 1), false).list.as_slice() {
            [one] if body && self.is_human(one) => Some(*one),
            _ => None,
        }
    }

    /// Whom the clause has as its own subject, where the pronoun on a noun may mean him.
    fn subject_as_owner(&self, at: usize, owner: Pronoun) -> Option<Parties> {
        let control = self.control(at);
        let agreeing = matches!(control.list.as_slice(), [party] if agrees(*party, owner.gender));
        let confidence = control.confidence * 0.95;
        (agreeing && !control.carried).then_some(Parties { confidence, end: at + 1, ..control })
    }

    /// استقبل الأمير الشيخ تميم لدى وصوله: who arrives is who is received.
    pub(super) fn guest(&self, at: usize) -> Option<Party> {
        let tells = |at: usize, predicate: Predicate| {
            let triggers = self.units[at].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
            triggers.into_iter().any(|trigger| trigger.predicate == Some(predicate))
        };
        if !tells(at, Predicate::Visited) {
            return None;
        }
        let verb = (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        if !tells(verb, Predicate::Hosted) {
            return None;
        }
        let host = self.subjects[verb].as_ref()?;
        let from = if host.carried { verb + 1 } else { host.end };
        match self.object(from, false).list.as_slice() {
            [guest] => Some(*guest),
            _ => None,
        }
    }

    /// أعلنت السعودية وتركيا وإسرائيل تأييدها: the countries and bodies that the verb right before a noun has as its subject, all of
    /// whom its feminine pronoun means where they are more than two.
    fn states_before(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 9;
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let own = self.subjects.get(verb)?.as_ref().filter(|own| !own.carried && own.end == at)?;
        let states = own.list.len() > 2 && own.list.iter().all(|party| !self.is_human(party));
        states.then(|| Parties { confidence: 0.85, end: at + 1, ..own.clone() })
    }

    /// إعلان روسيا سيطرتها: who stands between a noun, whose doer he is, and the one with a pronoun that is its object.
    fn doer_of_noun_before(&self, at: usize) -> Option<Party> {
        let who = at.checked_sub(1).filter(|&who| who > 0 && self.units[at].clitics == Clitics::NONE)?;
        let noun = &self.units[who - 1];
        let open = matches!(noun.kind, Kind::Noun | Kind::Word)
            && !self.shapes[who - 1].article
            && !(noun.kind == Kind::Noun && noun.is_definite_noun());
        let named = self.unit_phrase(who).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
                && phrase.clitics == Clitics::NONE
        });
        match self.parties_of(who).as_slice() {
            [party] if open && named => Some(*party),
            _ => None,
        }
    }

    /// أكد فلان أن لبنان ينأى بنفسه، وذلك خلال استقباله السفير: who said it, on the occasion that stands behind what was said.
    fn teller(&self, at: usize) -> Option<Party> {
        let leads = |unit: &Unit| {
            unit.is_preposition() || unit.has(|class| matches!(class, Class::Circumstance | Class::During))
        };
        let occasion = at.checked_sub(2).filter(|&before| leads(&self.units[before + 1]))?;
        let before = if self.units[occasion].is(Class::Aforesaid) { occasion.checked_sub(1)? } else { occasion };
        let contact = self.units[before].is_comma() && self.tells(at, |told| told.family() == Family::Contact);
        if !contact {
            return None;
        }
        let main = (0..before).find(|&unit| self.units[unit].kind == Kind::Verb)?;
        let said = (main + 1..before).any(|unit| self.units[unit].is(Class::Complement));
        match self.subjects[main].as_ref()?.list.as_slice() {
            [party] if said && party.kind == PhraseKind::Person => Some(*party),
            _ => None,
        }
    }

    /// نوايا روسيا لدعمها فلانا, استعداد إيران لمساندتها النظام: the country right before the deed that it has in mind.
    fn intends(&self, at: usize) -> Option<Party> {
        let before =
            at.checked_sub(1).filter(|_| self.units[at].clitics.has(Clitics::LI) && self.bare_party(at + 1))?;
        let country = self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        let owned = before > 0 && self.units[before - 1].kind == Kind::Word;
        (country && owned && self.bare_party(before))
            .then(|| self.parties_of(before))
            .and_then(|list| list.first().copied())
    }

    /// زيارة بوتين ... ولقائه: the person whose event the noun before was, where no verb stands between.
    pub(super) fn event_owner(&self, at: usize) -> Option<Party> {
        for before in (0..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() || unit.kind == Kind::Verb || unit.is(Class::Complement) {
                return None;
            }
            if unit.kind == Kind::Noun {
                let owner = self.genitive(before);
                if let [party] = owner.list.as_slice()
                    && party.kind == PhraseKind::Person
                {
                    return Some(*party);
                }
            }
        }
        None
    }
}
