//! Whether what stands around a word with both its parties says that it is meant in another sense, of others, or between others
//! than parties of their kind: words are between people, force between powers.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Pos, Predicate, Slot, Trigger, WordList};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Sentence<'_> {
    /// زيارة لبوتين إلى الصين: of two parties behind prepositions the traveller stands first, and is no place.
    pub(super) fn out_of_order(&self, trigger: &Trigger, subject: &Parties, object: &Parties) -> bool {
        let behind = |slots: &[Slot]| matches!(slots.first(), Some(Slot::Prep(_)));
        if !trigger.is_journey() || !behind(&trigger.subject) || !behind(&trigger.object) {
            return false;
        }
        let place = |party: &Party| matches!(party.kind, PhraseKind::Country | PhraseKind::Place);
        subject.end >= object.end || subject.list.iter().any(place)
    }

    /// أكدت الرئاسة لقاء ساركوزي وغول, احتلت إيران جانبا من لقاء بوش وبراون: whether the two in the genitive of a meeting are who met, and
    /// not whom the subject of the clause did, who only speaks of it or is spoken of there.
    pub(super) fn is_meeting_of_others(&self, at: usize, trigger: &Trigger, object: &Parties) -> bool {
        let clause = self.clause;
        let meeting = trigger.subject == [Slot::Control] && trigger.predicate == Some(Predicate::Met);
        let two = object.list.len() == 2 && object.list.iter().all(|party| party.kind == PhraseKind::Person);
        if self.reader.lang != Lang::Ar || !meeting || !two || clause.units[at].owner().is_some() {
            return false;
        }
        let open = |i: &usize| !clause.units[*i].is_mark() && !clause.units[*i].is(Class::Complement);
        let verb = (0..at).rev().take_while(open).find(|&i| clause.units[i].kind == Kind::Verb);
        let speaks = verb.is_some_and(|verb| {
            let mut rows = clause.units[verb].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
            rows.any(|row| row.flags.speech)
        });
        speaks || at > 0 && clause.is_preposition_of(at - 1, "من")
    }

    /// Whether what stands around a word says that it is meant in another sense.
    pub(super) fn is_another_sense(&self, at: usize, trigger: &Trigger, end: usize) -> bool {
        let clause = self.clause;
        if self.reader.lang != Lang::Ar {
            return false;
        }
        let next = |at: usize| clause.units.get(at).filter(|unit| unit.phrase().is_none());
        match trigger.predicate {
            // وقف السيسي مع ماكرون على سير المشاريع: they looked at it.
            Some(Predicate::Supported) if trigger.pos == Pos::Verb && trigger.flags.weak => {
                let end = end + usize::from(clause.units.get(end).is_some_and(super::unit::Unit::is_comma));
                let looks = |word: &str| next(end).is_some() && clause.is_preposition_of(end, word);
                looks("على") || looks("عند")
            }
            // الدعم القطري لعمليات الإجلاء من كابول: where the help comes from is not whom it is for.
            Some(Predicate::Supported) if trigger.pos == Pos::Noun => {
                end.checked_sub(2).is_some_and(|of| of > at + 1 && clause.is_preposition_of(of, "من"))
            }
            // أكد له ضرورة الالتزام: what one asks of another is no promise.
            Some(Predicate::Promised) if trigger.pos == Pos::Noun => {
                at > 0 && clause.units[at - 1].phrase().is_none() && clause.units[at - 1].is(Class::Duty)
            }
            // خاطبه قائلا: no letter is spoken.
            Some(Predicate::WroteTo) if trigger.pos == Pos::Verb && trigger.object == [Slot::Object] => {
                let end = end + usize::from(clause.units.get(end).is_some_and(super::unit::Unit::is_comma));
                next(end).is_some_and(|unit| unit.is(Class::Saying))
            }
            Some(Predicate::WroteTo) if trigger.object == [Slot::Receiver] => {
                matches!(trigger.subject.as_slice(), [Slot::Genitive | Slot::Adjective]) && !clause.is_handed_there(at)
            }
            Some(Predicate::Met) if trigger.flags.gathers => self.is_grouping(at),
            Some(Predicate::AgreedWith) if trigger.pos == Pos::Noun => self.is_pact_undone(at, trigger),
            Some(Predicate::Sanctioned) => self.drives_out(at, trigger),
            _ => false,
        }
    }

    /// علقت الجزائر معاهدة مع إسبانيا, أعلن تعليق العمل بالاتفاق مع إيران, انتقد اتفاق الغاز مع إسرائيل: whether somebody halts or blames a pact of which
    /// nobody else is named as a party before the noun.
    fn is_pact_undone(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        let of_subject = trigger.subject.iter().any(|slot| matches!(slot, Slot::Doer | Slot::Control));
        let own = clause.units[at].owner().is_some() || clause.unit_phrase(at + 1).is_some();
        if !of_subject || own {
            return false;
        }
        let halts = |i: usize| clause.units[i].phrase().is_none() && clause.units[i].is(Class::Halting);
        if (at.saturating_sub(2)..at).any(halts) {
            return true;
        }
        let verb = (0..at)
            .rev()
            .take_while(|&i| !clause.units[i].is_mark() && !clause.units[i].is(Class::Complement))
            .find(|&i| clause.units[i].kind == Kind::Verb);
        // خرقت تركيا اتفاقا مع: who breaks a pact is a party of it.
        let halts_or_blames = |row: &Trigger| {
            let blames = row.predicate == Some(Predicate::Criticised) && row.subject.first() == Some(&Slot::Subject);
            row.flags.assets || blames
        };
        let right_behind = |verb: &usize| {
            let subject = clause.subjects[*verb].as_ref().filter(|found| !found.carried);
            subject.map_or(verb + 1, |found| found.end.max(verb + 1)) == at
        };
        verb.filter(right_behind).is_some_and(|verb| {
            let mut rows = clause.units[verb].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
            rows.any(halts_or_blames)
        })
    }

    /// الأولى لمسؤول سوري, لوزير إيراني: whether behind ل a party is told by the nationality of somebody whom nobody names; لدولة قطر names one.
    pub(super) fn is_of_some_official(&self, found: &Parties) -> bool {
        let [party] = found.list.as_slice() else { return false };
        let at = self.unit_of(party).filter(|_| self.reader.lang == Lang::Ar);
        at.and_then(|at| self.clause.unit_phrase(at)).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Unknown | PhraseKind::Agent) && phrase.clitics == Clitics::LI
        }) && !at.is_some_and(|at| self.begins_listed(WordList::States, at))
    }

    /// هاجم ماكرون ترامب, هاجمت روسيا أوكرانيا: of a word for both, words are between people and force between powers.
    pub(super) fn is_of_kind(&self, trigger: &Trigger, subject: &Parties, object: &Parties) -> bool {
        // إطلاق صواريخ من الجولان: a region or town is where a deed of force comes from.
        let place = |party: &Party| matches!(self.kind_of(party.referent), EntityKind::City | EntityKind::Region);
        if trigger.predicate == Some(Predicate::Attacked)
            && self.reader.lang == Lang::Ar
            && subject.list.iter().all(place)
        {
            return false;
        }
        let mut parties = subject.list.iter().chain(&object.list);
        let person = parties.any(|party| self.kind_of(party.referent) == EntityKind::Person);
        // شن حزب الوفد هجوما على: parties and unions have no other weapons.
        let civil = self.reader.lang == Lang::Ar && subject.list.iter().any(|party| self.is_civil(party.referent));
        let words = (person || civil || self.is_for_words(object.end))
            && !self.has_forces(subject)
            && !self.commands_against(subject, object);
        !(trigger.flags.force && words || trigger.flags.words && !words)
    }

    /// هاجمت الوزارة تركيا بسبب تصريحات, هاجمت تركيا سياسة اليونان: whether what stands with the object says that it is for what somebody said or
    /// did.
    fn is_for_words(&self, end: usize) -> bool {
        let clause = self.clause;
        let conduct = |class| matches!(class, Class::Conduct | Class::OwnConduct(_));
        let policy = end.checked_sub(2).filter(|&policy| {
            let word = &clause.units[policy];
            let owner = clause.units.get(policy + 1).is_some_and(|unit| unit.phrase().is_some());
            owner && word.phrase().is_none() && word.has(conduct) && !word.is(Class::Ending)
        });
        if self.reader.lang == Lang::Ar && policy.is_some() {
            return true;
        }
        self.reader.lang == Lang::Ar
            && end + 1 < clause.units.len()
            && clause.is_preposition_of(end, "بسبب")
            && clause.units[end + 1].has(conduct)
    }

    /// هاجمت قوات القذافي مدينة بنغازي: whether a party stands for its forces, which use no words.
    fn has_forces(&self, subject: &Parties) -> bool {
        let forces = |party: &Party| {
            let start = |at: usize| self.tokens.tokens[self.clause.units[at].start].span.start;
            let found = party.span.and_then(|span| (1..self.clause.units.len()).find(|&at| start(at) == span.start));
            found.is_some_and(|at| {
                let before = &self.clause.units[at - 1];
                before.phrase().is_none() && before.has(|class| matches!(class, Class::Agent | Class::OwnForces))
            })
        };
        // "Gaddafi's forces attacked Misrata": told as those who act for him.
        let commanded = |party: &Party| party.kind == PhraseKind::Agent;
        match self.reader.lang {
            Lang::Ar => subject.list.iter().any(forces),
            Lang::En => !subject.list.is_empty() && subject.list.iter().all(commanded),
        }
    }
}
