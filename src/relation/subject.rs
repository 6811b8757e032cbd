//! Who does it: the subject of every verb of a clause.

use super::clause::{Clause, Parties, Party};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Predicate, Slot};
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
            if current.is_none()
                && let Some(found) = self.who_stays_there(at)
            {
                current = Some(found);
            }
            if self.units[at].kind != Kind::Verb {
                continue;
            }
            let mut subject = self.subject(at, current.as_ref());
            if self.without.lacks(Mechanism::CarriedSubjects)
                && let Some(found) = subject.as_mut().filter(|found| found.carried)
            {
                *found = Parties { end: at + 1, ..Parties::default() };
            }
            // زار لبنان والتقى الرئيس ورئيس الوزراء: whom the traveller met.
            if let (Some(found), Some(before)) = (&subject, &current)
                && self.is_met_by(at, found, before)
            {
                let gender = self.units[at].verb().and_then(|(_, gender, ..)| gender);
                subject = Some(self.carried(at, gender, Number::Singular, current.as_ref()));
            }
            if let Some(found) = &subject
                && let Some(topic) = self.topic_meets(at, found)
            {
                subject = Some(topic);
            }
            if let Some(found) = subject.as_ref().filter(|_| current.is_none())
                && let Some(traveller) = self.traveller_meets(at, found)
            {
                subject = Some(traveller);
            }
            // حيث التقى الوزير وأبلغه: whom the verb met is subject of nothing.
            if let Some(found) = &subject
                && let Some(kept) = self.met_by_another(at, found, current.as_ref())
            {
                subject = Some(kept);
            }
            if let Some(found) = &subject
                && let Some(kept) = self.goes_on_in_relative(at, found)
            {
                subject = Some(kept);
            }
            // قبرص التي تتهمها باستفزاز اليونان: who stands in the charge does not bring it.
            if subject.as_ref().is_some_and(|found| self.stands_in_charge(at, found)) {
                let gender = self.units[at].verb().and_then(|(_, gender, ..)| gender);
                subject = Some(self.carried(at, gender, Number::Singular, current.as_ref()));
            }
            // طلب من عباس أن يلتقي نتنياهو
            if subject.as_ref().is_some_and(|found| self.may_be_bidden(at, found))
                && let Some((_, gender, number, _)) = self.units[at].verb()
                && let Some(found) = self.addressed_by_that(at, gender, number)
            {
                subject = Some(found);
            }
            bidden = self.still_bidden(at, subject.as_ref(), bidden);
            if bidden.is_some() {
                self.subjects[at].clone_from(&bidden);
                continue;
            }
            let relative = self.is_relative_verb(at);
            // استقبله ولي العهد حيث اجتمع أيضا بفلان: the sentence goes on about whom it began with.
            let acted_on = self.lang == Lang::Ar
                && self.units[at].verb().is_some_and(|(.., object)| object.is_some())
                && subject.as_ref().is_some_and(|found| !found.carried)
                && current.is_some()
                && self.sender(at).is_none();
            if let Some(found) = &subject
                && (!found.is_empty() || found.opaque)
                && !acted_on
                && !relative
            {
                current = Some(found.clone());
            }
            let subject = subject.map(|found| self.with_accompanying(at, found));
            self.subjects[at] = subject;
            // أوفد الرئيس وزيره إلى بيروت حيث التقى فلانا: the sentence goes on about who was sent.
            if let Some(sent) = self.sent_by(at) {
                current = Some(sent);
            }
        }
        if self.lang == Lang::En && !self.without.lacks(Mechanism::CarriedSubjects) {
            self.settle_openings();
        }
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

    /// اتصال أجراه بوتين, المحادثات التي عقدها: the light verb behind a noun that takes it as its object.
    pub(super) fn carrying_verb(&self, at: usize) -> Option<usize> {
        // في صورة الاتصالات التي تجريها مصر: what carries the last word of those does not carry what they tell together.
        let unit = &self.units[at];
        if self.lang == Lang::Ar && unit.end > unit.start + 2 && self.tells(at, |told| told == Predicate::Briefed) {
            return None;
        }
        let mut next = at + 1;
        let mut words = 0;
        let mut relative = false;
        while let Some(unit) = self.units.get(next) {
            if let Some(behind) = self.past_goal(at, next) {
                next = behind;
                continue;
            }
            match unit.kind {
                // الزيارة التي كان يعتزم القيام بها: over an auxiliary.
                Kind::Verb
                    if relative
                        && self.lang == Lang::Ar
                        && unit.is(Class::Auxiliary)
                        && self.units.get(next + 1).is_some_and(|behind| behind.phrase().is_none()) => {}
                // شخصا غير مرغوب فيه وطلبت منه المغادرة: a verb joined by و goes on, and describes nothing.
                Kind::Verb if self.lang == Lang::Ar && unit.clitics.has_conjunction() => return None,
                Kind::Verb => {
                    let light = unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
                    let suffix = unit.verb().is_some_and(|(.., object)| object.is_some())
                        || self
                            .units
                            .get(next + 1)
                            .is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))))
                        || relative && self.intends_it(next);
                    return (light && (suffix || self.lang == Lang::En)).then_some(next);
                }
                // برقية التهنئة التي بعث بها: of what the letter is.
                Kind::Noun
                    if self.lang == Lang::Ar
                        && next == at + 1
                        && unit.is_definite_noun()
                        && unit.owner().is_none()
                        && self.tells(at, |told| told == Predicate::WroteTo) => {}
                // تقديره للجهود التي تبذلها: what carries the noun behind the preposition does not carry this one.
                Kind::Word if words < 2 && (self.lang == Lang::En || self.shapes[next].preposition.is_none()) => {
                    words += 1;
                }
                // "the talks that Sisi held", "the talks he had"
                Kind::Phrase(_)
                    if self.lang == Lang::En
                        && (relative || next == at + 1)
                        && self.bare_party(next)
                        && !unit.possessive =>
                {
                    next = self.list(next).end - 1;
                }
                Kind::Function if self.lang == Lang::En && unit.is(Class::Auxiliary) && next > at + 1 => {}
                // هذه الزيارة هي الأولى التي يقوم بها
                Kind::Phrase(_)
                    if self.lang == Lang::Ar
                        && next == at + 1
                        && self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun)
                        && self.shapes.get(next + 1).is_some_and(|shape| shape.article)
                        && self.units.get(next + 2).is_some_and(|behind| behind.is(Class::Relative)) =>
                {
                    next += 1;
                }
                Kind::Function if unit.is(Class::Relative) => relative = true,
                Kind::Function
                    if unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Skip))
                        // الزيارة الأخيرة التي قام بها
                        || self.lang == Lang::Ar
                            && unit
                                .has(|c| matches!(c, Class::Next | Class::Last | Class::Latter(_) | Class::This)) => {}
                // الزيارة المنتظر أن يقوم بها: the attribute opens the clause as a relative does.
                Kind::Function if self.lang == Lang::Ar && unit.is(Class::Planned) => {
                    relative |= self.units.get(next + 1).is_some_and(|that| that.is(Class::Complement));
                }
                // الزيارة التي من المقرر أن يقوم بها, التي سوف يجريها
                Kind::Function
                    if relative
                        && self.lang == Lang::Ar
                        && unit.has(|c| {
                            matches!(
                                c,
                                Class::Planned | Class::Possible | Class::Complement | Class::Future | Class::Qad
                            )
                        }) => {}
                // الزيارة الرسمية، التي يقوم بها
                Kind::Mark(super::unit::Mark::Comma)
                    if self.lang == Lang::Ar
                        && self.units.get(next + 1).is_some_and(|behind| behind.is(Class::Relative)) => {}
                _ => return None,
            }
            next += 1;
        }
        None
    }

    /// التي يعتزم أوباما القيام بها, التي ينوي إجراءها: whether a verb of intending has for its object what the noun before
    /// the relative names.
    pub(super) fn intends_it(&self, verb: usize) -> bool {
        const NEAR: usize = 4;
        let planned = self.units[verb]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.status.is_some());
        planned
            && self.lang == Lang::Ar
            && (verb + 1..self.units.len().min(verb + 1 + NEAR)).any(|at| {
                let behind = self.units.get(at + 1);
                self.units[at].kind == Kind::Word
                    && behind.is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))))
            })
    }
}
