//! Who does it, in Arabic: the subject of a verb by its frame, by what stands before it, and by what goes on from there.

use super::clause::{Clause, Parties, agrees};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Form, Predicate, Sense, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// An Arabic verb whose subject is asked for, in one of the persons that its spelling allows.
#[derive(Clone, Copy)]
pub(super) struct AskedVerb<'c> {
    /// Its unit.
    pub(super) at: usize,
    /// The gender of its subject, as far as it says one.
    pub(super) gender: Option<Gender>,
    /// The number of its subject.
    pub(super) number: Number,
    /// Of whom the sentence speaks where it stands.
    pub(super) current: Option<&'c Parties>,
    /// Whether no conjunction is on it, so that its subject may stand before it.
    pub(super) free: bool,
}

impl Clause<'_> {
    /// Finds the subject of an Arabic verb in one person: the first that anything tells, else of whom the text speaks.
    pub(super) fn subject_arabic(
        &self,
        at: usize,
        gender: Option<Gender>,
        number: Number,
        current: Option<&Parties>,
    ) -> Parties {
        let verb = AskedVerb { at, gender, number, current, free: !self.units[at].clitics.has_conjunction() };
        self.subject_by_frame(verb)
            .or_else(|| self.subject_by_clause(verb))
            .or_else(|| self.subject_in_front(verb))
            .or_else(|| self.subject_by_thing(verb))
            .or_else(|| self.subject_there(verb))
            .or_else(|| self.subject_far_before(verb))
            .unwrap_or_else(|| self.subject_so_far(verb))
    }

    /// Of whom the text speaks already, as the subject of one more verb.
    pub(super) fn subject_so_far(&self, verb: AskedVerb<'_>) -> Parties {
        self.carried(verb.at, verb.gender, verb.number, verb.current)
    }

    /// Who does it by the person of the verb, or by what it tells.
    fn subject_by_frame(&self, verb: AskedVerb<'_>) -> Option<Parties> {
        let AskedVerb { at, gender, number, current, .. } = verb;
        if gender.is_none()
            && number != Number::Dual
            && let Some(found) = self.first_person(at)
        {
            return Some(found);
        }
        if let Some(found) = self.cited(at, || self.subject_so_far(AskedVerb { gender: None, ..verb })) {
            return Some(found);
        }
        if let Some(found) = current.filter(|found| !found.is_empty() && self.names_further_members(at)) {
            return Some(Parties { carried: true, end: at + 1, ..found.clone() });
        }
        self.sender(at)
            .or_else(|| self.complainant(at))
            .or_else(|| self.traveller_during(at))
            .or_else(|| self.speaks_in_it(at))
            .or_else(|| self.visitor_behind(at))
            .or_else(|| self.named_by_predicate(at, gender))
    }

    /// Who does it by the clause that the verb stands in: behind a relative, behind "that", behind فـ.
    fn subject_by_clause(&self, verb: AskedVerb<'_>) -> Option<Parties> {
        let AskedVerb { at, gender, number, current, .. } = verb;
        // فلان الذي تدعم بلاده المعارضة: not he does it, but his country.
        if self.tells(at, |told| told.family() != Family::Contact)
            && let Some(found) = self.land_behind(at, gender)
        {
            return Some(found);
        }
        self.relative_subject(at, gender, number)
            .or_else(|| self.judged_for_deed(at, gender))
            .or_else(|| self.blamed_by_that(at, gender, number))
            .or_else(|| self.sent_there(at, gender))
            .or_else(|| self.resumed(at, gender, number, current))
            .or_else(|| if self.units[at].clitics.has(Clitics::FA) { self.fronted(at) } else { None })
    }

    /// Who stands right before a verb without a conjunction; with one on it, of whom the sentence speaks where only a deed is judged.
    fn subject_in_front(&self, verb: AskedVerb<'_>) -> Option<Parties> {
        let AskedVerb { at, gender, number, current, free } = verb;
        if !free {
            // وأيد موقف السعودية: what is judged is nobody who judges.
            let judges = number == Number::Singular && self.judges_deed_right_behind(at);
            return judges.then(|| self.subject_so_far(verb));
        }
        if self.is_said_by_judged(at) {
            return Some(Self::nobody(at));
        }
        self.written_there(at, gender)
            .or_else(|| self.says_there(at, gender, current))
            .or_else(|| self.delegation_before(at))
            .or_else(|| self.subject_before(at, gender, number, self.closes_apposition(at)))
            .or_else(|| self.land_or_document(at))
    }

    /// Whose the document, craft, letter or country is that does it.
    fn subject_by_thing(&self, verb: AskedVerb<'_>) -> Option<Parties> {
        let AskedVerb { at, gender, .. } = verb;
        self.document_behind(at)
            .or_else(|| self.craft_of(at))
            .or_else(|| self.bearer_behind_letter(at))
            // الضربات التي تنفذها بلاده: his country does it.
            .or_else(|| self.land_behind(at, gender))
    }

    /// Who stands behind the verb, where it does not tell of somebody without a name or of the legs of a journey.
    fn subject_there(&self, verb: AskedVerb<'_>) -> Option<Parties> {
        let AskedVerb { at, gender, number, free, .. } = verb;
        let behind_adverbs = self.skip_adverbials(at + 1);
        if let Some(found) = self.own_deed_behind_that(verb, behind_adverbs) {
            return Some(found);
        }
        if self.has_unnamed_doer(at, behind_adverbs)
            || self.is_behind_unnamed_topic(at)
            || self.describes_force(at)
            || self.describes_unnamed(at)
        {
            return Some(Self::nobody(at));
        }
        // جولة شملت مصر: what stands behind are its legs.
        if self.tells_legs(at) {
            // بدأ أوباما جولة، واستهلها بزيارة: the traveller opens it.
            let opens = !free && self.has_object_on_it(at);
            let nobody = || Parties { end: at + 1, ..Parties::default() };
            return Some(if opens { self.subject_so_far(verb) } else { nobody() });
        }
        if free && let Some(found) = self.subject_before_relative(at, gender, number) {
            return Some(found);
        }
        if number == Number::Singular { self.subject_behind(verb, behind_adverbs) } else { None }
    }

    /// نفت روسيا أن تكون قد زودت كوبا, تعتزم روسيا أن تدعم سوريا, قررت أن تدعم: who denies a deed, means or decides to do it, does it himself, where one party stands behind
    /// its verb, for whom it has a place.
    fn own_deed_behind_that(&self, verb: AskedVerb<'_>, next: usize) -> Option<Parties> {
        const REACH: usize = 6;
        let AskedVerb { at, gender, number, .. } = verb;
        let word = |i: usize| self.units[i].phrase().is_none();
        let mut that = at.checked_sub(1)?;
        if word(that) && self.units[that].is(Class::Qad) {
            that = that.checked_sub(1)?;
        }
        let being = word(that) && self.units[that].is(Class::Auxiliary);
        if being {
            that = that.checked_sub(1)?;
        }
        if number != Number::Singular || !word(that) || !self.units[that].is(Class::Complement) {
            return None;
        }
        let governor = (that.saturating_sub(REACH)..that)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb)?;
        let means = |sense| self.units[governor].means(&self.knowledge.lexicon, sense);
        let own = if being {
            self.units[governor].is(Class::Denied)
        } else {
            means(Sense::Intends) || means(Sense::Resolves) && self.is_saying(governor)
        };
        let takes = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).object.contains(&Slot::Object);
        let object = || {
            let alone = |end: usize| end >= self.units.len() || !self.bare_party(end);
            self.units[at].forms.iter().any(takes) && self.bare_party(next) && alone(self.list(next).end)
        };
        if !own || !object() {
            return None;
        }
        let doer = self.subjects[governor].as_ref().filter(|doer| doer.carried || doer.end == that)?;
        let fits = !doer.list.is_empty() && doer.list.iter().all(|&party| agrees(party, gender));
        fits.then(|| Parties { carried: true, confidence: doer.confidence * 0.95, end: at + 1, ..doer.clone() })
    }

    /// Who stands farther before the verb, where nobody behind it may be its subject.
    fn subject_far_before(&self, verb: AskedVerb<'_>) -> Option<Parties> {
        let AskedVerb { at, gender, number, free, .. } = verb;
        if free && let Some(found) = self.subject_before(at, gender, number, true) {
            return Some(found);
        }
        if let Some(found) = self.dative_before(at, gender) {
            return Some(found);
        }
        if self.is_behind_unnamed(at) {
            return Some(Self::nobody(at));
        }
        self.power_before_relative(at, gender).or_else(|| self.addressed_by_condition(at, gender))
    }

    /// Whether the pronoun of its object is on a verb.
    pub(super) fn has_object_on_it(&self, at: usize) -> bool {
        self.units[at].verb().is_some_and(|(.., object)| object.is_some())
    }

    /// تدعم بلاده: the country of whom the text speaks, right behind a feminine verb.
    fn land_behind(&self, verb: usize, gender: Option<Gender>) -> Option<Parties> {
        let land = self.units.get(verb + 1).filter(|_| self.lang == Lang::Ar && gender == Some(Gender::Feminine))?;
        let bare = land.phrase().is_none() && land.is(Class::OwnLand) && self.shapes[verb + 1].preposition.is_none();
        // قال بوروشينكو إن روسيا هاجمت بلاده: the subject opens the clause.
        let fronted = verb > 1
            && self.bare_party(verb - 1)
            && self.units[verb - 2].phrase().is_none()
            && self.units[verb - 2].is(Class::Complement);
        if bare && !fronted { self.own_land(verb + 1) } else { None }
    }

    /// هدد أوباما الأسد بضربة إذا هاجم لبنان, وعده بمساعدات إذا استأنف: whom a threat, a promise or a demand addresses does what it is made to
    /// depend on.
    fn addressed_by_condition(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        const REACH: usize = 10;
        const NEAR: usize = 2;
        let if_before = (at.saturating_sub(NEAR)..at).rev().find(|&i| self.units[i].is(Class::If))?;
        let addresses = |told| matches!(told, Predicate::Threatened | Predicate::Promised | Predicate::DemandedOf);
        let verb = (if_before.saturating_sub(REACH)..if_before)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb)
            .filter(|&i| self.lang == Lang::Ar && self.tells(i, addresses))?;
        let subject = self.subjects[verb].as_ref()?;
        let from = if subject.carried { verb + 1 } else { subject.end.max(verb + 1) };
        let addressed = (from..if_before).find(|&i| self.unit_phrase(i).is_some())?;
        if self.units[addressed].clitics.has_preposition() || self.units[addressed - 1].is_preposition() {
            return None;
        }
        let list = self.parties_of(addressed);
        let fits = matches!(list.as_slice(), [party] if agrees(*party, gender));
        fits.then(|| Parties { carried: true, ..Parties::new(list, 0.8, at + 1) })
    }

    /// ألقى أردوغان كلمة هاجم فيها السعودية: who speaks, where a clause without a relative says what is said in an utterance and names
    /// nobody else who says it.
    fn says_there(&self, at: usize, gender: Option<Gender>, current: Option<&Parties>) -> Option<Parties> {
        const WORDS: usize = 2;
        let inside = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_) | Class::During))
        };
        let there = self.units.get(at + 1).filter(|_| self.lang == Lang::Ar).is_some_and(inside);
        let word = |unit: &super::unit::Unit| unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark();
        let utterance = |i: &usize| self.units[*i].is(Class::Utterance) && !self.shapes[*i].article;
        let said = (at.saturating_sub(WORDS)..at).rev().take_while(|&i| word(&self.units[i])).find(utterance);
        if !there || said.is_none() {
            return None;
        }
        let next = self.skip_adverbials(at + 1);
        let own = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            && !self.takes_all_behind(at, &self.list(next), current?);
        match current?.list.as_slice() {
            [party] if !own && agrees(*party, gender) => Some(Parties::new(vec![*party], 0.9, at + 1)),
            _ => None,
        }
    }
}
