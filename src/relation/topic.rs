//! With whom somebody talks, behind what is talked about: "discussed the grain deal with Macron", "ways to boost trade with Modi".
//!
//! Many a noun that is talked about takes "with" as well (a deal with Iran, ties with China). A country behind it is more often
//! its other side; a person is whom one talks to.

use super::clause::{Clause, Parties, Party};
use super::subject_en::VerbForm;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, PrepId, Slot, Trigger};
use crate::mention::PhraseKind;

/// How many units a topic may have.
const LONGEST: usize = 12;

impl Clause<'_> {
    /// تبادلا الاتهامات بشأن إسقاط الطائرة: whether behind a unit stands only what something is about, or why it is.
    pub(super) fn opens_topic(&self, at: usize) -> bool {
        self.lang == Lang::Ar && ["بشأن", "حول", "بسبب", "إزاء"].iter().any(|word| self.is_preposition_of(at, word))
    }

    /// The people behind a preposition, over the topic of a verb of talking at `verb`.
    pub(super) fn partner_behind_topic(&self, verb: usize, preposition: PrepId) -> Parties {
        if self.units[verb].kind != Kind::Verb {
            return Parties::default();
        }
        let arabic = self.lang == Lang::Ar;
        // بحث, ناقش, استعرض: not a verb that needs more to tell of talks (أثار، عرض).
        let row = |form: &Form| self.knowledge.lexicon.trigger(form.trigger);
        let plain = |form: &Form| is_of_topic(row(form), preposition) && !row(form).flags.weak;
        if arabic && !self.units[verb].forms.iter().any(plain) {
            return Parties::default();
        }
        for at in verb + 1..self.units.len().min(verb + LONGEST) {
            let unit = &self.units[at];
            let parts = unit.is_stop()
                || unit.has(|class| matches!(class, Class::Complement | Class::Relative))
                || unit.kind == Kind::Verb && (arabic || self.verb_form(at) == VerbForm::Finite)
                || unit.is_comma()
                || matches!(unit.kind, Kind::Verb | Kind::Noun) && self.is_contact_with(at, preposition);
            if parts {
                break;
            }
            if !self.governs(at, preposition) {
                continue;
            }
            let person = |party: &Party| party.kind == PhraseKind::Person && self.is_human(party);
            let found = self.governed(at, false).filter(|found| found.list.first().is_some_and(person));
            return found.map(|found| Parties { confidence: 0.8, ..found }).unwrap_or_default();
        }
        Parties::default()
    }

    /// Returns whether what stands at a unit is talked about with the parties that it takes for its own.
    pub(super) fn is_topic_with(&self, noun: usize, slot: Slot, parties: &Parties) -> bool {
        let person = parties.list.first().is_some_and(|party| party.kind == PhraseKind::Person);
        let Slot::Prep(preposition) = slot else { return false };
        if !person || self.units[noun].kind != Kind::Noun {
            return false;
        }
        let verb = (noun.saturating_sub(LONGEST)..noun)
            .rev()
            .take_while(|&at| !self.units[at].is_mark())
            .find(|&at| self.units[at].kind == Kind::Verb && self.takes_topic(at, preposition));
        verb.is_some_and(|verb| {
            let found = self.partner_behind_topic(verb, preposition);
            found.list.iter().any(|party| parties.list.iter().any(|own| own.referent == party.referent))
        })
    }

    /// discuss, review, raise: talks of something with somebody.
    fn takes_topic(&self, verb: usize, preposition: PrepId) -> bool {
        self.units[verb].forms.iter().any(|form| is_of_topic(self.knowledge.lexicon.trigger(form.trigger), preposition))
    }

    /// بحثا في اتصال هاتفي الأزمة الأوكرانية, بحثا خلال لقاء القضية الفلسطينية: whether an adjective of a nationality with the article belongs to what
    /// is talked about, which stands right behind the Arabic words for a call or meeting without the article.
    pub(super) fn describes_topic(&self, noun: usize, adjective: usize) -> bool {
        const REACH: usize = 14;
        let topic = &self.units[noun];
        let bare = self.lang == Lang::Ar
            && topic.kind == Kind::Noun
            && !topic.is_definite_noun()
            && topic.owner().is_none()
            && adjective > noun + 1
            && self.shapes[adjective].definite
            && self.shapes[noun + 1].article;
        // اتصال هاتفي: its own adjective has no article.
        if bare && topic.end > topic.start + 1 {
            return self.tells(noun, |told| told == Predicate::Called);
        }
        let opens = |before: &usize| {
            self.units[*before].phrase().is_none()
                && self.units[*before].has(|class| matches!(class, Class::Circumstance | Class::Prep(_)))
        };
        let matter = || self.units[noun + 1].is(Class::Report);
        let discusses = |&verb: &usize| {
            self.units[verb].kind == Kind::Verb && self.tells(verb, |told| told == Predicate::TalkedWith)
        };
        bare && matter()
            && noun.checked_sub(1).is_some_and(|before| opens(&before))
            && (noun.saturating_sub(REACH)..noun).rev().take_while(|&i| !self.units[i].is_stop()).any(|i| discusses(&i))
    }

    /// Returns whether a word tells a contact of its own with whoever stands behind the preposition.
    fn is_contact_with(&self, at: usize, preposition: PrepId) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact)
                && trigger.object.contains(&Slot::Prep(preposition))
        })
    }
}

/// Returns whether a row is of a verb whose partner only the preposition tells.
pub(super) fn is_of_topic(trigger: &Trigger, preposition: PrepId) -> bool {
    trigger.predicate == Some(Predicate::TalkedWith) && trigger.object == [Slot::Prep(preposition)]
}
