//! Whether whom a clause is about only regards a deed that a noun of it tells: judges it, fears it, talks about it. Then it is somebody else's.

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Pos, Predicate, Sense, Trigger};
use crate::text::Clitics;

/// So many units before a noun stands what regards it.
const WORDS: usize = 8;

impl Clause<'_> {
    /// أعربت واشنطن عن قلقها من تسليح الحركة, رحبت واشنطن بلقاء مرسي وعباس, "condemned support for": whether somebody only has a feeling
    /// about the deed that a noun tells, judges it or talks about it.
    pub(super) fn is_only_regarded(&self, at: usize) -> bool {
        let deed = |told: Predicate| {
            told.family() == Family::Contact
                || matches!(told, Predicate::Attacked | Predicate::Aided | Predicate::Sanctioned | Predicate::Seized)
                || told == Predicate::Supported && self.lang == Lang::En
        };
        if self.units[at].kind != Kind::Noun || !self.tells(at, deed) {
            return false;
        }
        match self.lang {
            Lang::Ar => self.is_regarded_arabic(at),
            Lang::En => self.is_regarded_english(at),
        }
    }

    fn is_regarded_arabic(&self, at: usize) -> bool {
        // احتج على زيارة قام بها: a relative clause says who has done it. هنأ أردوغان هاتفيا: how he did it himself.
        let adverb = at > 0
            && self.units[at].clitics == Clitics::NONE
            && (self.unit_phrase(at - 1).is_some() || self.units[at - 1].kind == Kind::Verb)
            && self.genitive(at).is_empty();
        // تحدث ماكرون أمس هاتفيا مع زيلينسكي: nor is how he did it something that he talks about.
        let manner = self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).is_manner());
        if self.carrying_verb(at).is_some() || adverb || manner {
            return false;
        }
        for before in (at.saturating_sub(WORDS)..at).rev() {
            let unit = &self.units[before];
            if is_felt(unit) {
                return true;
            }
            match unit.kind {
                Kind::Verb | Kind::Participle => return self.regards(before, at),
                Kind::Noun if self.regards(before, at) => return true,
                Kind::Noun if self.is_light(before) => {}
                // رحبت الوزيرة بمحمد عمرو في أول زيارة: of another whom a preposition governs it is his.
                Kind::Phrase(_) if self.is_addressed(before) => return false,
                Kind::Phrase(_) | Kind::Word => {}
                // قال إنه رسالة إلى موسكو, وصفها بأنها رسالة: what a thing is said to be nobody writes.
                Kind::Function
                    if before + 1 == at
                        && unit.is(Class::Complement)
                        && !self.units[at].is_definite_noun()
                        && self.tells(at, |told| told == Predicate::WroteTo) =>
                {
                    return true;
                }
                // هنأه في اتصال هاتفي, انتقده خلال لقائه: when it was is told of who speaks.
                Kind::Function
                    if !self.is_preposition_named(before, "في")
                        && !unit.has(|class| matches!(class, Class::Circumstance | Class::Complement)) => {}
                _ => return false,
            }
        }
        false
    }

    /// "condemned a visit to", "commented on talks with", "concern about", "discussed with Abbas a visit", but not "welcomed him for a visit",
    /// "spoke by video", "voiced concern in a call".
    fn is_regarded_english(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        // "voiced concern in a call", "spoke in support of": words that are one tell how it was done.
        if self.units[at].end > self.units[at].start + 1 {
            return false;
        }
        let word = |&i: &usize| {
            self.units[i].phrase().is_none() && self.units[i].kind == Kind::Word && !is_felt(&self.units[i])
        };
        let words = (at.saturating_sub(WORDS)..at).rev().take_while(word).count();
        let Some(mut head) = (at - words).checked_sub(1) else { return false };
        if self.unit_phrase(head).is_some() {
            // "discussed with Abbas"
            let with = head.checked_sub(1).filter(|&with| with > 0 && self.is_preposition_named(with, "with"));
            return with.is_some_and(|with| self.talks(with - 1));
        }
        let of = |words: &[&str]| words.iter().any(|word| self.is_preposition_named(head, word));
        let (about, at_it, on) = (of(&["about", "over", "of", "against"]), of(&["at"]), of(&["on"]));
        if about || at_it || on {
            let Some(before) = head.checked_sub(1) else { return false };
            head = before;
        }
        let unit = &self.units[head];
        let comments = unit.means(&self.knowledge.lexicon, Sense::Regards);
        // "spoke at a conference"
        is_felt(unit) && (about || at_it)
            || unit.kind == Kind::Verb && !at_it && (!on || comments) && self.regards(head, at)
    }

    fn talks(&self, verb: usize) -> bool {
        self.units[verb].kind == Kind::Verb && self.tells(verb, |told| told == Predicate::TalkedWith)
    }

    /// Returns whether what a unit tells is a judgement, or mere talk, of what the noun at `at` tells.
    fn regards(&self, head: usize, at: usize) -> bool {
        let known = self.units[at].is_definite_noun() && self.lang == Lang::Ar;
        // "addresses a letter to"
        let writes = self.tells(at, |told| told == Predicate::WroteTo);
        let backing = self.tells(at, |told| told == Predicate::Supported);
        // لن تقبل باحتلال سوريا: what one does not accept another does.
        let force = self.tells(at, |told| matches!(told, Predicate::Attacked | Predicate::Seized));
        let stance = |trigger: &Trigger| {
            let judged = match trigger.predicate {
                Some(Predicate::Criticised | Predicate::Praised) => true,
                // "defends meeting with Assad": he may have been there himself.
                Some(Predicate::Supported) => self.lang == Lang::Ar,
                // "rejected talks with Tehran": he has had none.
                Some(Predicate::Rejected) => self.lang == Lang::Ar || backing,
                _ => false,
            };
            // بحثا زيارة القاهرة: nor whoever only talks about it, unlike بحثا نتائج اللقاء مع فلان.
            let talks =
                trigger.predicate == Some(Predicate::TalkedWith) && trigger.pos == Pos::Verb && !known && !writes;
            (judged || talks) && !trigger.flags.negated
                || trigger.flags.calls
                || trigger.flags.sense == Some(Sense::Regards)
        };
        let mut triggers = self.units[head].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
        // نفذ مئات الغارات: a verb that carries the deed is no refusal of it where it is not negated.
        let negated = head > 0 && self.units[head - 1].is(Class::Negation);
        let refuses = |trigger: &Trigger| force && trigger.flags.negated;
        if (negated || !self.is_light(head)) && triggers.clone().any(refuses) {
            return true;
        }
        triggers.any(stance) && !self.is_light(head) && !self.units[head].is(Class::Denied)
    }

    /// Returns whether a preposition other than مع governs the phrase at a unit.
    fn is_addressed(&self, at: usize) -> bool {
        self.units[at].clitics.has_preposition()
            || at > 0 && self.units[at - 1].is_preposition() && !self.is_preposition_named(at - 1, "مع")
    }

    fn is_preposition_named(&self, at: usize, word: &str) -> bool {
        let wanted = self.knowledge.lexicon.preposition_id(word);
        self.units[at].has(|class| matches!(class, Class::Prep(id) if Some(id) == wanted))
    }
}

/// قلق, مخاوف, "fears"; مسؤولية قصف غزة: nor has he done it who says that another is responsible for it.
fn is_felt(unit: &Unit) -> bool {
    unit.is(Class::Feeling) || unit.is(Class::Burden) && !unit.is(Class::Report)
}
