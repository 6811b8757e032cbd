//! Who does it: the subject of every verb of a clause.

use super::clause::{Clause, Parties, Party};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Slot};
use crate::mention::{Mechanism, PhraseKind};
use crate::text::Clitics;

impl Clause<'_> {
    /// Finds the subject of every verb, left to right.
    pub(super) fn find_subjects(&mut self) {
        let mut current: Option<Parties> = None;
        let mut bidden: Option<Parties> = None;
        // Whoever looks ahead of what has been found so far finds nobody there.
        self.subjects.resize(self.units.len(), None);
        for at in 0..self.units.len() {
            // أما باراك فمن المقرر أن يلتقي: of whom the sentence speaks from here on.
            if self.units[at].is(Class::Topic) && self.bare_party(at + 1) {
                current = Some(Parties { confidence: 0.9, ..self.list(at + 1) }).filter(|found| !found.is_empty());
            }
            if current.is_none() {
                current = self.who_stays_there(at);
            }
            if self.units[at].kind != Kind::Verb {
                continue;
            }
            let subject = self.subject_in_clause(at, current.as_ref());
            bidden = self.still_bidden(at, subject.as_ref(), bidden);
            if bidden.is_some() {
                self.subjects[at].clone_from(&bidden);
                continue;
            }
            if let Some(found) = &subject
                && self.speaks_on_of(at, found, current.is_some())
            {
                current = Some(found.clone());
            }
            self.subjects[at] = subject.map(|found| self.with_accompanying(at, found));
            // أوفد الرئيس وزيره إلى بيروت حيث التقى فلانا: the sentence goes on about who was sent.
            if let Some(sent) = self.sent_by(at) {
                current = Some(sent);
            }
        }
        if self.lang == Lang::En && !self.without.lacks(Mechanism::CarriedSubjects) {
            self.settle_openings();
        }
    }

    /// The subject of a verb, or whom else its clause tells to be so: who meets, addresses or accuses the one that stands there.
    fn subject_in_clause(&self, at: usize, current: Option<&Parties>) -> Option<Parties> {
        let mut found = self.subject(at, current)?;
        let instead = || {
            let gender = self.units[at].verb().and_then(|(_, gender, ..)| gender);
            self.carried(at, gender, Number::Singular, current)
        };
        if found.carried && self.without.lacks(Mechanism::CarriedSubjects) {
            found = Parties { end: at + 1, ..Parties::default() };
        }
        // زار لبنان والتقى الرئيس ورئيس الوزراء: whom the traveller met.
        if current.is_some_and(|before| self.is_met_by(at, &found, before)) {
            found = instead();
        }
        found = self.topic_meets(at, &found).unwrap_or(found);
        if current.is_none() {
            found = self.traveller_meets(at, &found).unwrap_or(found);
        }
        // حيث التقى الوزير وأبلغه: whom the verb met is subject of nothing.
        found = self.met_by_another(at, &found, current).unwrap_or(found);
        found = self.goes_on_in_relative(at, &found).unwrap_or(found);
        // قبرص التي تتهمها باستفزاز اليونان: who stands in the charge does not bring it.
        if self.stands_in_charge(at, &found) {
            found = instead();
        }
        // طلب من عباس أن يلتقي نتنياهو
        if self.may_be_bidden(at, &found)
            && let Some((_, gender, number, _)) = self.units[at].verb()
            && let Some(bidden) = self.addressed_by_that(at, gender, number)
        {
            found = bidden;
        }
        Some(found)
    }

    /// Whether the sentence goes on about the subject of a verb, where it may have spoken of somebody before.
    fn speaks_on_of(&self, at: usize, found: &Parties, spoken_of: bool) -> bool {
        // استقبله ولي العهد حيث اجتمع أيضا بفلان: the sentence goes on about whom it began with.
        let acted_on = || {
            self.lang == Lang::Ar
                && spoken_of
                && !found.carried
                && self.has_object_on_it(at)
                && self.sender(at).is_none()
        };
        (!found.is_empty() || found.opaque) && !self.is_relative_verb(at) && !acted_on()
    }

    /// Finds the subject of a verb; of the forms that the spelling allows the one with a subject of its own counts.
    pub(super) fn subject(&self, at: usize, current: Option<&Parties>) -> Option<Parties> {
        let mut best: Option<Parties> = None;
        let persons = self.units[at].persons();
        let third = persons.iter().any(|&(_, gender, _)| gender.is_some());
        for (_, gender, number) in persons {
            // كما التقى ميركل: "I meet" is spelt alike, and has nobody behind it as its subject.
            let speaks = gender.is_none() && number != Number::Dual && third && self.lang == Lang::Ar;
            if speaks && self.first_person(at).is_none() {
                continue;
            }
            let found = match self.lang {
                Lang::Ar => self.subject_arabic(at, gender, number, current),
                Lang::En => self.subject_english(at, current),
            };
            let rank = |parties: &Parties| (!parties.is_empty() && !self.is_of_dateline(at, parties), !parties.carried);
            if best.as_ref().is_none_or(|best| rank(&found) > rank(best)) {
                best = Some(found);
            }
        }
        let found = self.first_person_past(at, best.as_ref()).or(best);
        match found {
            Some(found) if !found.is_empty() => Some(found),
            nobody => self.units[at]
                .verb()
                .filter(|&(.., number, _)| self.lang == Lang::Ar && number == Number::Singular)
                .and_then(|(_, gender, ..)| self.fronted_owner(at, gender))
                .or(nobody),
        }
    }

    /// يصارح مرسي الشعب: behind the one party stands a definite noun, which is the object.
    pub(super) fn acts_on_word(&self, end: usize) -> bool {
        self.lang == Lang::Ar
            && self.units.get(end).is_some_and(|unit| {
                // استقبل الرئيس الوفد
                let sent = unit.phrase().is_none() && unit.is(Class::Agent) && unit.clitics == Clitics::NONE;
                (unit.kind == Kind::Word || sent) && !unit.clitics.has_conjunction()
            })
            && self.shapes[end].article
            && !self.shapes[end].quoted
            && self.shapes[end].preposition.is_none()
    }

    /// Returns whether a verb takes whom somebody meets, receives or calls as its object.
    pub(super) fn meets(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            // وصل إلى القاهرة وزير الخارجية: where one gets to is nobody.
            trigger.predicate.is_some_and(|p| p.family() == Family::Contact)
                && trigger.object.contains(&Slot::Object)
                && !trigger.flags.place
        })
    }

    pub(super) fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.units.get(at).is_some_and(|unit| {
            unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::Skip | Class::Day(_) | Class::Weekday(_)))
        }) {
            at += 1;
        }
        at
    }

    /// Returns whether the subject of a verb is a single party that stands right behind it.
    pub(super) fn stands_behind(&self, at: usize, subject: &Parties) -> bool {
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        self.lang == Lang::Ar && !suffix && !subject.carried && subject.list.len() == 1 && subject.end > at + 1
    }

    pub(super) fn list_until(&self, first: usize, end: usize) -> Parties {
        let list: Vec<Party> = (first..end)
            .flat_map(|at| {
                if self.unit_phrase(at).is_some_and(|p| p.kind != PhraseKind::Demonym) {
                    self.parties_of(at)
                } else {
                    Vec::new()
                }
            })
            .collect();
        Parties::new(list, 0.9, end)
    }
}
