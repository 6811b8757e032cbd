//! Fills the frames of a word: which of its rows count, and which give way to another reading of the word.

use super::build::Relation;
use super::clause::Parties;
use super::read::Sentence;
use super::trace::Why;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Shape, Slot, Tense, Trigger};
use crate::mention::PhraseKind;

/// A set of predicates.
#[derive(Clone, Copy, Debug, Default)]
struct Predicates(u32);

impl Predicates {
    fn has(self, predicate: Predicate) -> bool {
        self.0 & 1 << predicate as u32 != 0
    }

    fn add_if(&mut self, predicate: Predicate, told: bool) {
        self.0 |= u32::from(told) << predicate as u32;
    }
}

impl Sentence<'_> {
    /// Returns whether a word says who belongs to a delegation: وفد يضم مشعل.
    fn names_member(&self, at: usize) -> bool {
        let clause = self.clause;
        clause.units[at].has(|class| matches!(class, Class::Members(_)))
            && clause.bare_party(at + 1)
            && clause.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
    }

    /// Fills the frames of the word at a unit; of several rows of one predicate the first that fills counts.
    pub(super) fn head(&self, at: usize, out: &mut Vec<Relation>) {
        let mut filled = Predicates::default();
        let mut waiting = Vec::new();
        // Parties that stand with the word go before those of its clause: بعد مفاوضات بين فلان وفلان.
        self.frames(at, false, &mut filled, &mut waiting, out);
        if self.clause.trace.is_some() {
            self.frames(at, true, &mut filled, &mut waiting, out);
            return;
        }
        for (trigger, predicate, subject) in waiting {
            if !filled.has(predicate) {
                let before = out.len();
                self.emit(at, trigger, predicate, &subject, None, out);
                filled.add_if(predicate, out.len() > before);
            }
        }
    }

    /// Fills the frames of the word at a unit, `loose` ones with nobody but the subjects of the clause.
    ///
    /// Frames that name nobody but the subjects are `waiting` until those with an object are told.
    fn frames<'f>(
        &'f self,
        at: usize,
        loose: bool,
        filled: &mut Predicates,
        waiting: &mut Vec<(&'f Trigger, Predicate, Parties)>,
        out: &mut Vec<Relation>,
    ) {
        for form in &self.clause.units[at].forms {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            if trigger.predicate.is_some() {
                self.begin(at, form.trigger);
            }
            let Some(predicate) = self.predicate(at, trigger) else {
                self.note(Why::NoMeeting);
                continue;
            };
            // وفد يضم مشعل: who belongs to a delegation is not what somebody takes.
            let member = predicate == Predicate::Seized && self.names_member(at);
            if member || filled.has(predicate) && !self.leaves_besides(at, trigger) {
                self.note(if member { Why::NamesMembers } else { Why::AlreadyFilled });
                continue;
            }
            // زيارة مصر: a place in the genitive is where the journey goes.
            if trigger.is_journey() && self.goes_to_genitive(at) && !trigger.object.contains(&Slot::Genitive) {
                self.note(Why::GoalBehind);
                continue;
            }
            // وفد يضم فلانا: whom it has among its members, it did not annex.
            let lists = predicate == Predicate::Seized
                && self.clause.units[at].has(|class| matches!(class, Class::Members(_)))
                && self.clause.units[..at].iter().rev().take_while(|unit| !unit.is_stop()).any(|unit| unit.delegation);
            if lists {
                self.note(Why::NamesMembers);
                continue;
            }
            if self.clause.is_on_air(at, predicate) {
                self.note(Why::OnAir);
                continue;
            }
            // عقد محادثات: holding them is no contract.
            let holds = self.reader.lang == Lang::Ar
                && predicate == Predicate::AgreedWith
                && self.clause.units[at].kind == Kind::Noun
                && self.clause.event(at).is_some()
                && self.clause.units.get(at + 1).is_some_and(|next| next.kind == Kind::Noun)
                && self.clause.tells(at + 1, |told| told.family() == Family::Contact);
            // الاتفاقية الموقعة مع: what is said to be signed tells with whom.
            let signed = predicate == Predicate::AgreedWith
                && !trigger.flags.near
                && self.clause.units.get(at + 1).is_some_and(|next| {
                    let row = |form: &crate::lexicon::Form| self.clause.knowledge.lexicon.trigger(form.trigger);
                    next.forms.iter().any(|form| row(form).flags.near && row(form).predicate == Some(predicate))
                });
            // "agreed to restore ties": one agreement.
            let bound =
                self.reader.lang == Lang::En && predicate == Predicate::AgreedWith && self.clause.bind_each_other(at);
            if holds || signed || bound || self.meets_demand(at, predicate) {
                self.note(match () {
                    () if holds => Why::HoldsTalks,
                    () if signed => Why::ToldByNext,
                    () if bound => Why::BindsNext,
                    () => Why::AnswersDemand,
                });
                continue;
            }
            let passive = self.is_passive(at, form.shape);
            let frame = self.fill(at, trigger, form.shape, passive);
            let Some((subject, object)) = frame else { continue };
            // "agreed on the need for a ceasefire": verb and noun tell one thing.
            if object.is_none() && predicate == Predicate::AgreedWith && self.is_told_by_verb(at, &subject) {
                self.note(Why::ToldByNext);
                continue;
            }
            if self.plays(predicate, &subject, object.as_ref()) || self.is_no_guest(at, predicate, &subject) {
                self.note(Why::AnotherSense);
                continue;
            }
            let told = if loose { object.is_none() } else { object.is_some() || self.names_them(trigger) };
            if told {
                let before = out.len();
                self.emit(at, trigger, predicate, &subject, object.as_ref(), out);
                filled.add_if(predicate, out.len() > before);
            }
            if object.is_none() {
                waiting.push((trigger, predicate, subject));
            }
        }
    }

    /// غادر كيري القاهرة إلى عمان: whether a row of a verb of leaving tells where somebody was, besides where he goes.
    fn leaves_besides(&self, at: usize, trigger: &Trigger) -> bool {
        self.reader.lang == Lang::Ar
            && self.clause.units[at].kind == Kind::Verb
            && trigger.flags.abroad
            && trigger.object.contains(&Slot::Object)
    }

    /// Returns whether all parties of a row stand in one slot of its own.
    fn names_them(&self, trigger: &Trigger) -> bool {
        trigger.object.first() == Some(&Slot::Same) && !trigger.subject.contains(&Slot::Control)
    }

    /// What the word tells: of a verb that gathers people or sponsors talks, that which its meeting does.
    pub(super) fn predicate(&self, at: usize, trigger: &Trigger) -> Option<Predicate> {
        let own = trigger.predicate?;
        if !trigger.flags.event {
            return Some(own);
        }
        let event = self.clause.event(at)?;
        // شملت محادثاته الوزير: whom the talks of a journey take in is met, unless they were by telephone.
        // أجرى اتصالات شملت الوزير: nor where they were contacts of which nothing is told.
        let contacts = event == Predicate::TalkedWith && self.clause.is_contact_before(at);
        let takes_in = trigger.subject.contains(&Slot::MeetingOwner) && event != Predicate::Called && !contacts;
        Some(if own == Predicate::Mediated || takes_in { own } else { event })
    }

    fn goes_to_genitive(&self, at: usize) -> bool {
        if self.clause.units[at].kind != Kind::Noun || self.reader.lang == Lang::En {
            return false;
        }
        let genitive = self.clause.genitive(at);
        !genitive.is_empty()
            && genitive.list.iter().all(|party| matches!(party.kind, PhraseKind::Country | PhraseKind::Place))
    }

    /// Returns whether the owner of a deed counts as the party: one praises a country by praising its efforts.
    pub(super) fn descends(&self, trigger: &Trigger) -> bool {
        trigger.predicate.is_some_and(|p| {
            p.family() != crate::lexicon::Family::Contact && !matches!(p, Predicate::AgreedWith | Predicate::Mediated)
        })
    }

    /// Returns whether the English verb before a noun of agreement tells the same of the same parties.
    fn is_told_by_verb(&self, at: usize, subject: &Parties) -> bool {
        let units = &self.clause.units[..at];
        let verb = units.iter().rposition(|unit| unit.kind == Kind::Verb || unit.is_mark());
        let Some(verb) = verb.filter(|_| self.reader.lang == Lang::En && self.clause.units[at].kind == Kind::Noun)
        else {
            return false;
        };
        let own = self.clause.subjects.get(verb).and_then(Option::as_ref);
        let same = own.is_some_and(|own| {
            own.list.iter().map(|party| party.referent).eq(subject.list.iter().map(|party| party.referent))
        });
        units[verb].kind == Kind::Verb && same && self.clause.tells(verb, |told| told == Predicate::AgreedWith)
    }

    fn is_passive(&self, at: usize, shape: Shape) -> bool {
        let participle = matches!(shape, Shape::Verb { tense: Tense::PastParticiple, .. });
        if !participle || self.reader.lang != Lang::En {
            return false;
        }
        let by = self.clause.knowledge.lexicon.preposition_id("by");
        let next_by = self
            .clause
            .units
            .get(at + 1)
            .is_some_and(|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == by)));
        let auxiliary = (at.saturating_sub(3)..at).rev().find_map(|before| {
            let unit = &self.clause.units[before];
            if unit.has(|class| class == Class::Auxiliary) {
                let form = self.tokens.form(&self.tokens.tokens[unit.end - 1]);
                return Some(matches!(form, b"is" | b"are" | b"was" | b"were" | b"be" | b"been" | b"being"));
            }
            // "said it was ready and condemned"
            let another = unit.is(Class::Conj) && before > 0 && self.clause.units[before - 1].kind != Kind::Verb;
            if unit.phrase().is_some() || unit.is_mark() || another { Some(false) } else { None }
        });
        auxiliary == Some(true) || next_by
    }
}
