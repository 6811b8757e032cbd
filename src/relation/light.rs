//! Whose deed a noun tells: the subject of the light verb that governs it, the receiver of it, the agent of a passive.

use super::clause::{Clause, Parties, agrees};
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, PrepId, Pronoun, Sense, Shape, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How many words may stand between a light verb and the noun that is its object: سلسلة من الغارات المكثفة.
pub(super) const MOST_WORDS: usize = 4;

/// What a light verb says of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// شن, وجه: the subject does what the noun tells.
    Doer,
    /// تلقى, تعرض لـ: the subject is whom it is done to.
    Receiver,
}

impl Clause<'_> {
    /// شنت إسرائيل غارات على: who does what a noun tells, by the light verb whose object it is.
    pub(super) fn doer_of_noun(&self, at: usize) -> Parties {
        // أعلنت موسكو قيام إسرائيل بقصف سوريا: not who tells of it.
        if let Some(performer) = self.performer(at) {
            return performer;
        }
        let willing = self.resolved_on(at);
        let found = if willing.is_empty() { self.party_of_light(at, Role::Doer) } else { willing };
        if found.is_empty() { self.accused(at) } else { found }
    }

    /// تبنى داعش هجمات باريس: who claims a deed, or does it, of which the place stands behind the noun.
    pub(super) fn owner_of_claim(&self, at: usize) -> Parties {
        self.party_of_light(at, Role::Doer)
    }

    /// "carried out several strikes", "stepped up its raids", "resumed strikes", "maintained the sanctions": who does what a noun of force or of a
    /// penalty tells, by the verb of doing whose object it is.
    pub(super) fn force_doer(&self, at: usize, penalty: bool) -> Parties {
        let plain = |unit: &&Unit| {
            // "boosted security after the attacks": what else leads to the noun is no adjective.
            let leads =
                |class| matches!(class, Class::Circumstance | Class::Complement | Class::Relative | Class::Conj);
            let adjective = unit.kind == Kind::Function && !unit.is_preposition() && !unit.has(leads);
            // "carried out their second raid"
            let own = unit.case == Some(Case::Owner) || unit.case == Some(Case::ThingOwner);
            own || unit.phrase().is_none() && (unit.kind == Kind::Word || adjective)
        };
        let mut words = self.units[..at].iter().rev().take(MOST_WORDS).take_while(plain).count();
        // "carried out a series of strikes", "mounted dozens of raids"
        let quantity = |of: usize| {
            self.is_preposition_of(of, "of")
                && of > 0
                && self.units[of - 1].kind != Kind::Noun
                && plain(&&self.units[of - 1])
        };
        if let Some(of) = at.checked_sub(words + 1).filter(|&of| quantity(of)) {
            words += 1 + self.units[..of].iter().rev().take(MOST_WORDS).take_while(plain).count();
        }
        let verb = at.checked_sub(words + 1);
        let carries = |form: &Form| {
            let flags = &self.knowledge.lexicon.trigger(form.trigger).flags;
            let goes_on = flags.occurs || flags.sense == Some(Sense::Continues);
            flags.sense == Some(Sense::Performs) || flags.light && (goes_on || penalty)
        };
        // "condemned renewed raids": a participle that describes them.
        let describes = |verb: usize| verb > 0 && self.units[verb - 1].kind == Kind::Verb;
        let does = |verb: &usize| {
            self.units[*verb].kind == Kind::Verb && self.units[*verb].forms.iter().any(carries) && !describes(*verb)
        };
        verb.filter(does).map(|verb| self.party_of_verb(verb)).unwrap_or_default()
    }

    /// أشاد فلان بالدعم المقدم من الكويت: whether a verb of stance has a noun behind ب for what it is about.
    pub(super) fn is_judged_by_verb(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        let verb = (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .find(|&i| self.units[i].kind == Kind::Verb);
        let with = self.knowledge.lexicon.preposition_id("ب").map(Slot::Prep);
        verb.is_some_and(|verb| {
            self.units[verb].forms.iter().any(|form| {
                let row = self.knowledge.lexicon.trigger(form.trigger);
                let judges = matches!(row.predicate, Some(Predicate::Praised | Predicate::Criticised));
                // رحب بالدعم الأمريكي: who welcomes it gets it.
                judges && !row.flags.deeds && with.is_some_and(|with| row.object.contains(&with))
            })
        })
    }

    /// سقطت كابول في يد طالبان: the nearest place or party named before a unit of its clause.
    pub(super) fn named_before(&self, at: usize) -> Parties {
        for before in (at.saturating_sub(5)..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() || unit.has(|class| matches!(class, Class::Complement)) {
                break;
            }
            // بلاده ملتزمة بدعم ليبيا
            if let Some(land) = self.named_own_land(before) {
                return Parties { end: at + 1, ..land };
            }
            // السفير التركي في بغداد: where he is posted.
            let post = before > 1 && self.is_in(before - 1) && self.unit_phrase(before - 2).is_some();
            let post = post && self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Place);
            if !post
                && self
                    .unit_phrase(before)
                    .is_some_and(|p| p.kind != PhraseKind::Demonym || self.describes_thing(before))
            {
                return Parties::new(self.parties_of(before), 0.75, at + 1);
            }
        }
        Parties::default()
    }

    /// العلاقات بين مصر وإيران مقطوعة, العلاقات المقطوعة بين: between whom the ties are that a word says are cut.
    pub(super) fn pair_of_ties(&self, at: usize) -> Parties {
        const REACH: usize = 7;
        let from = at.saturating_sub(REACH);
        let Some(between) = self.knowledge.lexicon.preposition_id("بين") else { return Parties::default() };
        let Some(ties) = (from..at).rev().take_while(|&i| !self.limit(i)).find(|&i| self.units[i].is(Class::Asset))
        else {
            return Parties::default();
        };
        let range = ties + 1..self.units.len().min(at + 2);
        let found = range.into_iter().find(|&i| self.governs(i, between)).and_then(|i| self.governed(i, false));
        found
            .filter(|found| found.list.len() == 2)
            .map(|found| Parties { confidence: 0.8, ..found })
            .unwrap_or_default()
    }

    /// ترعى كوبا والنرويج المفاوضات بين الطرفين: whether a verb of mediating has talks between others for its object, in which its subject
    /// has no part.
    pub(super) fn is_sponsored_between(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let contact = || self.tells(at, |told| told.family() == Family::Contact);
        let near = (at + 1..self.units.len().min(at + 1 + WORDS)).take_while(|&next| !self.units[next].is_mark());
        let between = || near.into_iter().any(|next| self.is_preposition_of(next, "بين"));
        let verb = || {
            (at.saturating_sub(MOST_WORDS * 2)..at)
                .rev()
                .take_while(|&before| !self.units[before].is_stop())
                .find(|&before| self.units[before].kind == Kind::Verb)
        };
        self.lang == Lang::Ar
            && contact()
            && between()
            && verb().is_some_and(|verb| self.tells(verb, |told| told == Predicate::Mediated))
    }

    /// Who does what a noun tells, or to whom it is done, by the light verb that governs it.
    pub(super) fn party_of_light(&self, at: usize, role: Role) -> Parties {
        if role == Role::Doer
            && let Some(found) = self.doer_told_apart(at)
        {
            return found;
        }
        let carrying = self.carrying_verb(at).or_else(|| self.carrying_behind_party(at));
        if let Some(found) = carrying.and_then(|verb| self.party_of_carrying(verb, at, role)) {
            return found;
        }
        if role == Role::Doer && (self.is_beside_deed(at) || self.is_sponsored_between(at)) {
            return Parties::default();
        }
        self.party_of_light_before(at, role, carrying)
    }

    /// Who does what a noun tells, where words of their own say so and no light verb.
    fn doer_told_apart(&self, at: usize) -> Option<Parties> {
        // منعت إسرائيل كيري من لقاء عباس: whom one lets or keeps from it.
        self.bound(at)
            .map(|party| Parties::new(vec![party], 0.85, at + 1))
            .or_else(|| self.willing(at))
            .or_else(|| self.giver_of_what(at))
            .or_else(|| self.lifter(at))
            .or_else(|| self.asked_to_end(at))
    }

    /// هجوم شنه فلان, الاتهامات التي وجهها فلان: the party of the light verb in the relative clause of a noun; `None` where that says
    /// nothing of this role, so that the verb before the noun may.
    fn party_of_carrying(&self, verb: usize, at: usize, role: Role) -> Option<Parties> {
        if self.has_role(verb, role) {
            return Some(self.party_of_verb(verb));
        }
        // قتل جنود في هجوم شنه فلان, رفضت قطر الاتهامات التي وجهها فلان: who does it stands behind, whom it is done to before.
        let blamed = verb > at && self.tells(at, |told| told == Predicate::Criticised);
        (role == Role::Doer || !self.is_deed(at) && !blamed).then(Parties::default)
    }

    /// Returns whether an Arabic deed is told only as what something else is done for, or to end.
    fn is_beside_deed(&self, at: usize) -> bool {
        if self.lang != Lang::Ar || !self.is_deed(at) {
            return false;
        }
        let Some(before) = at.checked_sub(1).map(|before| &self.units[before]) else { return false };
        // ردا على قصف القنصلية, بعد غارة: when or why something else is done.
        let because = self.knowledge.lexicon.preposition_id("بسبب");
        let by_the_way = before.is(Class::Circumstance)
            || before.has(|class| matches!(class, Class::Prep(id) if Some(id) == because));
        // قدمت فرنسا مشروع قرار لوقف القصف: nor who wants to end it with what he does.
        by_the_way || before.phrase().is_none() && before.clitics.has(Clitics::LI) && before.is(Class::Halting)
    }

    /// ما قدمته السعودية من دعم للبنان: who gives what a noun behind "of" says that "what" is.
    fn giver_of_what(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 6;
        let from = at.checked_sub(1).filter(|&from| self.lang == Lang::Ar && self.is_preposition_of(from, "من"))?;
        let verb = (from.saturating_sub(REACH)..from).rev().find(|&i| self.units[i].kind == Kind::Verb)?;
        let resumes = self.units[verb].verb().is_some_and(|(.., object)| object.is_some());
        let what = verb.checked_sub(1).is_some_and(|what| {
            let unit = &self.units[what];
            unit.phrase().is_none()
                && unit.end == unit.start + 1
                && (unit.kind == Kind::Word || unit.is(Class::Negation))
        });
        if !resumes || !what || !self.gives(verb) {
            return None;
        }
        let (_, gender, ..) = self.units[verb].verb()?;
        let agreeing = |own: &&Parties| !own.carried || own.list.iter().all(|&party| agrees(party, gender));
        let Some(own) = self.subjects[verb].as_ref().filter(|own| !own.is_empty()).filter(agreeing) else {
            // شكر الصين على ما قدمته من دعم: the verb leaves out whom the clause has named.
            let (_, gender, number, _) = self.units[verb].verb()?;
            let list = self.antecedent(verb, Pronoun { gender, number, speaks: false });
            return (list.len() == 1 && verb + 1 == from).then(|| Parties::new(list, 0.8, at + 1));
        };
        let whole = own.carried || own.end <= from && self.skip_adverbs(own.end) == from;
        let confidence = own.confidence * 0.95;
        whole.then(|| Parties { confidence, carried: false, ..own.clone() })
    }

    /// مصر مستعدة, إن مصر مستعدة: whether one party that opens its clause stands right before a unit.
    pub(super) fn heads_clause(&self, at: usize) -> bool {
        let Some(party) = at.checked_sub(1) else { return false };
        let opens = party == 0 || self.units[party - 1].is_stop() || self.shapes[party - 1].opens_content;
        self.lang == Lang::Ar && opens && self.bare_party(party)
    }

    /// المعركة ضد داعش التي تخوضها بغداد: the light verb of a relative clause behind whom the deed is done to.
    fn carrying_behind_party(&self, at: usize) -> Option<usize> {
        const REACH: usize = 6;
        if self.lang != Lang::Ar || !self.is_deed(at) {
            return None;
        }
        let relative = (at + 1..self.units.len().min(at + REACH))
            .take_while(|&i| !self.units[i].is_stop() && !matches!(self.units[i].kind, Kind::Verb | Kind::Noun))
            .find(|&i| self.units[i].is(Class::Relative))?;
        let verb = relative + 1;
        let unit = self.units.get(verb).filter(|unit| unit.kind == Kind::Verb)?;
        let suffix = unit.verb().is_some_and(|(.., object)| object.is_some());
        let named = (at + 1..relative).any(|i| self.unit_phrase(i).is_some());
        (suffix && named && self.is_light(verb)).then_some(verb)
    }

    /// Returns whether the word at a unit leaves to its noun what is told.
    pub(super) fn is_light(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light)
    }

    /// Returns whether the subject of a light verb at a unit does what its noun tells.
    pub(super) fn gives(&self, at: usize) -> bool {
        self.has_role(at, Role::Doer)
    }

    /// "received a call from", "got a call from": whether the verb of the clause takes in what a noun tells.
    pub(super) fn is_got(&self, noun: usize) -> bool {
        let verb =
            (0..noun).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| self.has_role(verb, Role::Receiver))
    }

    /// استمع المجلس إلى إحاطة المبعوث: whether the subject of the verb before a noun behind a preposition gets what it tells.
    pub(super) fn is_heard(&self, noun: usize) -> bool {
        noun > 0 && self.units[noun - 1].is_preposition() && self.lang == Lang::Ar && self.is_got(noun)
    }

    /// حظي باستقبال: whether the subject of the verb that has a noun with it is whom that is done to.
    pub(super) fn gets_it(&self, noun: usize) -> bool {
        let before =
            || (0..noun).rev().take_while(|&i| !self.units[i].is_mark()).find(|&i| self.units[i].kind == Kind::Verb);
        let verb = self.carrying_verb(noun).or_else(before);
        self.lang == Lang::Ar && verb.is_some_and(|verb| self.has_role(verb, Role::Receiver))
    }

    /// Returns whether the verb or verbal noun at a unit is light and may say this of its subject: تلقى is "she delivers" too.
    pub(super) fn has_role(&self, at: usize, role: Role) -> bool {
        // توقع الوزير استمرار العمليات: "she signs" is spelt like "he expects".
        let own = self.subjects.get(at).and_then(Option::as_ref).filter(|found| !found.carried);
        let subject = own.and_then(|found| found.list.first().copied());
        self.units[at].forms.iter().any(|form| {
            let flags = self.knowledge.lexicon.trigger(form.trigger).flags;
            let agreeing = match form.shape {
                Shape::Verb { gender, .. } if self.lang == Lang::Ar => {
                    subject.is_none_or(|party| party.kind != PhraseKind::Person || agrees(party, gender))
                }
                _ => true,
            };
            flags.light && agreeing && flags.receives == (role == Role::Receiver)
        })
    }

    /// تبادل الجانبان الآراء, شهد اللقاء تبادل الآراء: whether the verb or noun before says that several exchange what a noun
    /// names.
    pub(super) fn exchanges(&self, at: usize) -> bool {
        let head = (0..at)
            .rev()
            .take_while(|&i| !self.units[i].is_stop() && !self.opens_topic(i))
            .find(|&i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun));
        self.carrying_verb(at).or(head).is_some_and(|head| {
            self.units[head].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.mutual)
        })
    }

    /// Returns whether the word at a unit has a row with such a predicate.
    pub(super) fn tells(&self, at: usize, wanted: impl Fn(Predicate) -> bool) -> bool {
        self.units[at]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate.is_some_and(&wanted))
    }

    /// مظاهرات مناهضة لـ: an indefinite participle right behind an indefinite noun describes that noun, which nobody owns unless
    /// the verb says who made it.
    pub(super) fn is_adjective(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.lang == Lang::Ar) else { return false };
        // قالت جماعات موالية لفلان: those who act are nobody's whom the sentence named before.
        let doer = before.checked_sub(1).and_then(|verb| self.subjects.get(verb)?.as_ref());
        let unnamed = |unit: &Unit| unit.kind == Kind::Word || unit.phrase().is_none() && unit.is(Class::Agent);
        let own =
            unnamed(&self.units[before]) && !self.shapes[before].article && self.shapes[before].preposition.is_none();
        if doer.is_some_and(|found| found.carried) && own {
            return true;
        }
        // بين موالين لفلان ومؤيدين للمعارضة: behind a preposition it is a noun, and nobody's.
        let led = self.units[before].is_preposition() || self.units[at].clitics.has_preposition();
        if led && self.tells(at, |told| told == Predicate::Supported) {
            return true;
        }
        let indefinite = self.units[before].kind == Kind::Word && !self.shapes[before].article
            || self.units[before].kind == Kind::Noun
                && self.units[before]
                    .forms
                    .iter()
                    .all(|form| matches!(form.shape, Shape::Noun { definite: false, owner: None }));
        if !indefinite || self.comes_by(at) {
            return false;
        }
        let verb =
            (0..before).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        let told = verb.is_none_or(|verb| {
            self.units[verb].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.flags.light || trigger.flags.speech || trigger.predicate.is_some()
            })
        });
        !told
    }

    /// Returns whether behind a verb, and adverbs, stands its object or a preposition, so that its subject is left out.
    pub(super) fn goes_on_without_subject(&self, at: usize) -> bool {
        let adverb = |unit: &Unit| unit.kind == Kind::Function && unit.is(Class::Skip);
        let next = (at + 1..self.units.len()).find(|&next| !adverb(&self.units[next]));
        next.is_none_or(|next| {
            let unit = &self.units[next];
            match unit.kind {
                Kind::Phrase(_) => true,
                // وثمن دور الأردن: what somebody does is judged, and judges nobody.
                Kind::Word => self.shapes[next].preposition.is_some() || self.judges_deed_right_behind(at),
                Kind::Noun => true,
                Kind::Function => !unit.is(Class::Agent) || unit.clitics.has_preposition(),
                Kind::Verb | Kind::Participle | Kind::Mark(_) => false,
            }
        })
    }

    /// Returns whether a noun or word stands at a unit with ب or ل on it.
    pub(super) fn has_clitic(&self, at: usize, preposition: PrepId) -> bool {
        let clitic = match self.units[at].kind {
            Kind::Word => self.shapes[at].preposition,
            Kind::Noun if self.units[at].clitics.has(Clitics::BI) => Some(Clitics::BI),
            Kind::Noun if self.units[at].clitics.has(Clitics::LI) => Some(Clitics::LI),
            _ => None,
        };
        let written = if clitic == Some(Clitics::BI) { "ب" } else { "ل" };
        clitic.is_some() && self.knowledge.lexicon.preposition_id(written) == Some(preposition)
    }
}
