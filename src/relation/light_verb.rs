//! Goes back from a noun to the light verb, or the light noun, whose object it is: شن, تلقى, فرض.
//!
//! The index of the noun comes in with what its party is to it, the party of the verb goes out; nobody where another word
//! stands between that has the noun for itself.

use super::clause::{Clause, Parties};
use super::light::{MOST_WORDS, Role};
use super::unit::{Kind, Mark};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Shape, Status};
use crate::text::Clitics;

/// The way back from a noun.
struct Way {
    /// The noun.
    at: usize,
    role: Role,
    /// The light verb of the relative clause behind the noun, which says nothing of this role.
    carrying: Option<usize>,
    words: usize,
    commas: usize,
    /// قررت واشنطن فرض عقوبات: over a light verbal noun with no doer of its own.
    over_noun: bool,
}

impl Clause<'_> {
    /// The party of the light verb before a noun.
    pub(super) fn party_of_light_before(&self, at: usize, role: Role, carrying: Option<usize>) -> Parties {
        let mut way = Way { at, role, carrying, words: 0, commas: 0, over_noun: false };
        if role == Role::Doer && self.is_easing_proposed(at) {
            return Parties::default();
        }
        (0..at).rev().find_map(|before| self.ends_way(before, &mut way)).unwrap_or_default()
    }

    /// اقترح الوزير تخفيف العقوبات المفروضة على روسيا: whether somebody only proposes what becomes of sanctions that there are, whoever imposed them.
    fn is_easing_proposed(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let punished = self.lang == Lang::Ar
            && self.units[at].kind == Kind::Noun
            && self.units[at].is_definite_noun()
            && self.tells(at, |told| told == Predicate::Sanctioned);
        if !punished {
            return false;
        }
        let verb = (0..at).rev().take_while(|&i| !self.units[i].is_mark()).find(|&i| self.units[i].kind == Kind::Verb);
        let offers = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.status == Some(Status::Possible);
        let word = |i: usize| matches!(self.units[i].kind, Kind::Word | Kind::Noun | Kind::Function);
        verb.is_some_and(|verb| self.units[verb].forms.iter().any(offers))
            && (at.saturating_sub(WORDS)..at).rev().take_while(|&i| self.units[i].phrase().is_none()).any(word)
    }

    /// What one unit on the way back says: the party, nobody, or `None` where the way goes on over it.
    fn ends_way(&self, before: usize, way: &mut Way) -> Option<Parties> {
        const MOST_COMMAS: usize = 2;
        let unit = &self.units[before];
        let arabic = self.lang == Lang::Ar;
        let doer = way.role == Role::Doer;
        let ends = match unit.kind {
            Kind::Verb => return Some(self.party_of_governing(before, way)),
            // لقي قرار الكويت ترحيبا: what meets with it is whose the thing is.
            Kind::Noun if !doer && arabic && unit.is(Class::Document) => {
                way.words += 1;
                false
            }
            Kind::Noun if self.is_light(before) => return self.party_of_light_noun(before, way),
            Kind::Mark(Mark::Stop) => true,
            Kind::Mark(_) => {
                way.commas += 1;
                way.commas > MOST_COMMAS
            }
            // شن جولة جديدة من الغارات: a round is how much of it.
            Kind::Noun if arabic && self.is_round_of_deed(before, way.at) => false,
            Kind::Noun if self.has_object_of_its_own(before, way.at) => true,
            Kind::Word if self.shapes[before].preposition.is_some() => true,
            Kind::Word | Kind::Noun => {
                way.words += 1;
                way.words > MOST_WORDS
            }
            // تشن روسيا منذ عامين حربا: since when, which opens no clause.
            Kind::Function if arabic && self.tells_since(before) => false,
            Kind::Function if unit.has(|class| matches!(class, Class::Complement | Class::Relative)) => true,
            // مصر مستعدة لتقديم المساعدة: who is ready to.
            Kind::Function if doer && way.over_noun && unit.is(Class::Possible) && self.heads_clause(before) => {
                return Some(Parties { confidence: 0.8, end: way.at + 1, ..self.list(before - 1) });
            }
            // متوجها بالشكر إلى: a participle with the noun for its object.
            Kind::Participle if before + 1 == way.at && doer => return Some(self.control(before)),
            Kind::Participle => true,
            // ألقى كلمة حول العدوان على سوريا: of what he only speaks.
            // "said he was surprised by accusations": nor of what only moves him.
            Kind::Function => doer && self.is_topical(before),
            Kind::Phrase(_) => false,
        };
        ends.then(Parties::default)
    }

    /// قبل جولة جديدة من المفاوضات في كازاخستان: a round of talks, and no journey.
    pub(super) fn is_round_of_something(&self, noun: usize) -> bool {
        const WORDS: usize = 4;
        let deed = |at: usize| {
            let named = self.units.get(at).filter(|unit| unit.phrase().is_none() && unit.kind == Kind::Noun);
            named.is_some() && self.tells(at, |_| true)
        };
        self.lang == Lang::Ar
            && self.units[noun].is(Class::Round)
            && (noun + 1..self.units.len().min(noun + WORDS)).any(|at| self.is_preposition_of(at, "من") && deed(at + 1))
    }

    /// جولة جديدة من العقوبات, الجولة الثانية من الغارات: whether a noun is the round of what another behind من names.
    fn is_round_of_deed(&self, noun: usize, at: usize) -> bool {
        const ADJECTIVES: usize = 2;
        let near = at > noun + 1 && at <= noun + 2 + ADJECTIVES;
        near && self.units[noun].is(Class::Round)
            && self.is_preposition_of(at - 1, "من")
            && (noun + 1..at - 1)
                .all(|between| self.units[between].phrase().is_none() && !self.units[between].is_mark())
    }

    /// منذ عامين, منذ 7 أكتوبر: whether a unit tells since when something goes on, by a time and no verb.
    fn tells_since(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let next = self.units.get(at + 1);
        unit.phrase().is_none()
            && unit.is(Class::Since)
            && next.is_some_and(|next| !next.is_mark() && next.kind != Kind::Verb && !next.is(Class::Complement))
    }

    /// تلقى رسالة بخصوص الغارة: whether a noun before another stands for itself, as the object of the verb or with what it is about.
    fn has_object_of_its_own(&self, noun: usize, at: usize) -> bool {
        let arabic = self.lang == Lang::Ar;
        let clitics = &self.units[at].clitics;
        // تبادل فلان وفلان الاتهامات بدعم المتمردين: nor does who accuses do what the charge is of.
        let charge = noun + 1 == at
            && arabic
            && clitics.has(Clitics::BI)
            && self.tells(noun, |told| told == Predicate::Criticised);
        // برقية تهنئة: two nouns in a row are one object.
        // عن استنكاره للاعتداء: nor one that it says what it is about. شنت مسيرة تركية غارة: but the craft is who does it.
        charge
            || !clitics.has_conjunction()
                && !self.units[noun].is(Class::Craft)
                && (noun + 1 < at || arabic && clitics.has(Clitics::LI))
    }

    /// فرض موسكو عقوبات, تعرض موقع للجيش لقصف: whose a light noun before another is; `None` where nobody stands with it.
    fn party_of_light_noun(&self, noun: usize, way: &mut Way) -> Option<Parties> {
        if !self.has_role(noun, way.role) {
            return Some(Parties::default());
        }
        let owner = self.genitive(noun);
        if !owner.is_empty() && owner.end <= way.at {
            return Some(owner);
        }
        let owner = self.suffix(noun);
        if !owner.is_empty() {
            return Some(owner);
        }
        if way.role == Role::Receiver
            && let Some(found) = self.sufferer_of_thing(noun, way.at)
        {
            return Some(found);
        }
        way.over_noun = true;
        None
    }

    /// The subject of the verb before a noun, where the verb says this of it.
    fn party_of_governing(&self, verb: usize, way: &Way) -> Parties {
        let &Way { at, role, over_noun, .. } = way;
        if self.subjects[verb].is_none() || role == Role::Doer && self.is_only_regarded(at) {
            return Parties::default();
        }
        // الحظر الذي يفرضه على إرسال أسلحة: the verb has its object already.
        if self.lang == Lang::Ar && self.units[verb].verb().is_some_and(|(.., object)| object.is_some()) {
            return Parties::default();
        }
        let behind = || way.carrying.is_none_or(|carrying| carrying > at && !self.is_deed(at));
        let has_role = self.has_role(verb, role) || role == Role::Receiver && behind() && self.answers(verb, at);
        if !self.has_for_object(verb, way, has_role) || self.only_speaks_of_it(verb, way) {
            return Parties::default();
        }
        // أعلن لبنان تسلم مساعدات من الكويت, نفى الحزب تلقي أموال: who tells of what is received has it himself.
        let receives = || over_noun && role == Role::Receiver && self.tells_speech(verb);
        if !has_role && (over_noun || role == Role::Receiver) && !receives() {
            return Parties::default();
        }
        let found = self.party_of_verb(verb);
        if role == Role::Doer || !found.is_empty() && !found.carried {
            return found;
        }
        self.sufferer_of_thing(verb, at).or_else(|| self.doer_of_cause(verb, at)).unwrap_or(found)
    }

    /// Returns whether a noun may be the object of the verb before it, behind the subject of that verb.
    fn has_for_object(&self, verb: usize, way: &Way, has_role: bool) -> bool {
        let &Way { at, role, over_noun, .. } = way;
        let Some(subject) = &self.subjects[verb] else { return false };
        let behind_noun = !subject.carried && subject.end > at;
        let governs = || has_role || self.says(verb, at) || over_noun && role == Role::Receiver;
        let answered_before = || subject.carried && role == Role::Receiver && self.answers(verb, at);
        !behind_noun && governs() && !answered_before()
    }

    /// دعا أوباما إلى فرض عقوبات, طلب مساعدات: whether the subject of the verb before a noun asks for what it tells, or threatens with
    /// it, so that he does not do it.
    fn only_speaks_of_it(&self, verb: usize, way: &Way) -> bool {
        let at = way.at;
        let arabic = self.lang == Lang::Ar;
        // تسعى بريطانيا إلى رفع الحظر: who only wants it lifted need not have imposed it.
        let wants_lifted = || {
            way.role == Role::Doer && arabic && at > 1 && self.lifts(at - 1) && self.is_preposition_of(at - 2, "إلى")
        };
        self.demands(verb)
            || wants_lifted()
            // لوح بفرض عقوبات: nor who threatens.
            || arabic && self.tells(verb, |told| told == Predicate::Threatened)
            || self.orders_force(verb, at)
    }

    pub(super) fn party_of_verb(&self, verb: usize) -> Parties {
        let subject = self.subjects[verb].clone().unwrap_or_default();
        Parties { confidence: subject.confidence * 0.95, ..subject }
    }

    /// رفضت إيران الاتهامات: who answers an accusation or a demand is whom it is made of.
    pub(super) fn answers(&self, verb: usize, noun: usize) -> bool {
        let flags = || self.units[verb].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger).flags);
        // نفت إيران أي ضغوط: who denies a demand says that there is none.
        let denies = flags().any(|flags| flags.speech);
        // رفض الهجوم الإسرائيلي على مصر: it was made on somebody else.
        let on = self.knowledge.lexicon.preposition_id("على");
        let aimed = (noun + 1..self.units.len().min(noun + 4))
            .take_while(|&next| !self.limit(next) && !self.units[next].is_mark())
            .any(|next| self.units[next].has(|class| matches!(class, Class::Prep(id) if Some(id) == on)));
        flags().any(|flags| flags.answers)
            && !(aimed && self.tells(noun, |told| told == Predicate::Attacked))
            && self.tells(noun, |predicate| match predicate {
                Predicate::Criticised | Predicate::Threatened => true,
                Predicate::DemandedOf => !denies,
                _ => false,
            })
    }

    /// أعلنت فرنسا دعما كاملا لـ: a verb of saying, where its object is the indefinite noun itself.
    pub(super) fn says(&self, verb: usize, noun: usize) -> bool {
        let speech =
            self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech);
        let indefinite = self.units[noun]
            .forms
            .iter()
            .any(|form| matches!(form.shape, Shape::Noun { definite: false, .. } | Shape::Noun { owner: Some(_), .. }));
        let aid = self.tells(noun, |predicate| predicate == Predicate::Aided);
        speech && indefinite && !aid
    }

    /// تعرض موقع للجيش اللبناني لقصف, مقتل جندي إسرائيلي في هجوم: whose the thing or the man is that a deed was done to.
    fn sufferer_of_thing(&self, head: usize, deed: usize) -> Option<Parties> {
        self.owner_of_thing(head + 1, 0).filter(|found| self.lang == Lang::Ar && found.end <= deed)
    }

    /// أثار إعدام السعودية للشيخ غضب طهران: whose deed it is that met with something.
    fn doer_of_cause(&self, verb: usize, noun: usize) -> Option<Parties> {
        let deed = verb + 1;
        let own = self.lang == Lang::Ar && self.units[deed].kind == Kind::Noun && deed < noun;
        let doer = own.then(|| self.genitive(deed)).filter(|doer| !doer.is_empty() && doer.end <= noun)?;
        Some(Parties { end: noun + 1, confidence: 0.8, ..doer })
    }

    /// حول, بشأن, "about", "by": whether a preposition says what something is about, or by what somebody is moved.
    fn is_topical(&self, at: usize) -> bool {
        let words: &[&str] = match self.lang {
            Lang::Ar => &["حول", "بشأن", "بخصوص"],
            Lang::En => &["about", "by", "amid", "despite"],
        };
        self.units[at].is_preposition() && words.iter().any(|word| self.is_preposition_of(at, word))
    }
}
