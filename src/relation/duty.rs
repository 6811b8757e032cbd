//! What is demanded of whom without a verb of demanding: على إيران أن …, يجب على …, ضرورة انسحاب …, and who is to do what a
//! demand names: دعا إلى رحيل الأسد, طالب بأن تنسحب إسرائيل.

use super::build::{Relation, Telling};
use super::clause::{Clause, Parties, Party};
use super::dating;
use super::read::Sentence;
use super::setting;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, PrepId, Slot, Status};
use crate::mention::PhraseKind;
use crate::text::{Clitics, Span};

impl Sentence<'_> {
    /// قال كيري إن على إيران أن تتعاون, إن إسرائيل دولة إرهابية: what a speaker says that another ought to do, or is.
    pub(super) fn duties(&self, out: &mut Vec<Relation>) {
        if self.reader.lang != Lang::Ar {
            return self.charges_en(out);
        }
        for at in (0..self.clause.units.len()).filter(|&at| self.clause.may_tell_duty(at)) {
            let unit = &self.clause.units[at];
            let predicate = match () {
                () if unit.is(Class::Epithet) => Predicate::Criticised,
                // وصف ترامب السيسي بأنه قائد عظيم
                () if unit.is(Class::Acclaim) => Predicate::Praised,
                () => Predicate::DemandedOf,
            };
            let duty = predicate == Predicate::DemandedOf;
            let object = if duty { self.clause.duty(at) } else { self.clause.called(at) };
            let object = object.filter(|object| !object.is_empty());
            let Some(object) = object.or_else(|| if duty { None } else { self.clause.maker_of_step_judged(at) }) else {
                continue;
            };
            let subject = self.clause.caller_in_relative(at, !duty).unwrap_or_else(|| self.clause.speaker(at));
            let subject = if subject.is_empty() && duty { self.clause.who_says_more_duties(at) } else { subject };
            if !subject.is_empty() {
                self.said_of(at, predicate, &subject, &object, out);
            }
        }
    }

    /// طالب بإقالة الوزير، دعت إلى وقف القتال ومحاكمة القائد, شدد على ضرورة محاسبة إسرائيل: who demands that what a noun names be done
    /// to somebody.
    pub(super) fn demander(&self, at: usize) -> Parties {
        const REACH: usize = 14;
        let clause = self.clause;
        let towards = |unit: &Unit| {
            ["إلى", "على"]
                .iter()
                .any(|word| clause.knowledge.lexicon.preposition_id(word).is_some_and(|id| unit.is(Class::Prep(id))))
        };
        // استمرار الإضراب لحين إقالة الوزير: when something ends is not demanded.
        let when = at.checked_sub(1).map(|before| &clause.units[before]).is_some_and(|unit| {
            unit.is(Class::Circumstance) || unit.is_preposition() && !towards(unit) && !self.clause.is_from(unit)
        });
        if self.reader.lang != Lang::Ar || when {
            return Parties::default();
        }
        for before in (at.saturating_sub(REACH)..at).rev() {
            let unit = &clause.units[before];
            let demand = unit.forms.iter().find(|form| {
                let trigger = clause.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate == Some(Predicate::DemandedOf) && trigger.object.contains(&Slot::Actor)
            });
            if let Some(form) = demand {
                let trigger = clause.knowledge.lexicon.trigger(form.trigger);
                let found = self.slot(before, trigger, &trigger.subject, form.shape, None);
                // لا تطالب بإسقاط النظام
                if self.is_negated(before) {
                    return Parties::default();
                }
                // فيما دعا آخرون إلى إقالة: somebody whom the text does not name.
                let named = |(found, _): &(Parties, Slot)| {
                    !found.carried || unit.kind != Kind::Verb || clause.goes_on_without_subject(before)
                };
                return found.filter(named).map(|(found, _)| Parties { end: at + 1, ..found }).unwrap_or_default();
            }
            if unit.is(Class::Duty) {
                let found = clause.speaker(before);
                return Parties { end: at + 1, ..found };
            }
            if unit.is_stop()
                || matches!(unit.kind, Kind::Verb | Kind::Participle)
                || unit.has(|c| matches!(c, Class::Relative | Class::Complement))
            {
                break;
            }
        }
        Parties::default()
    }

    /// Adds a stance or a deed, unless the sentence has told it of them.
    pub(super) fn says_of(
        &self,
        at: usize,
        predicate: Predicate,
        subject: &Parties,
        object: &Parties,
        out: &mut Vec<Relation>,
    ) {
        let told = |s: &Party, o: &Party| {
            out.iter().any(|relation| {
                relation.sentence == self.number
                    && relation.predicate == predicate
                    && relation.subject == s.referent
                    && relation.object == o.referent
            })
        };
        let all = subject.list.iter().all(|s| object.list.iter().all(|o| told(s, o)));
        if !all && self.clause.are_apart(&subject.list, &object.list) {
            self.said_of(at, predicate, subject, object, out);
        }
    }

    /// Adds what a word tells of those who may speak and be told of.
    pub(super) fn said_of(
        &self,
        at: usize,
        predicate: Predicate,
        subject: &Parties,
        object: &Parties,
        out: &mut Vec<Relation>,
    ) {
        let unit = &self.clause.units[at];
        let trigger = Span::new(
            self.tokens.span_after(&self.tokens.tokens[unit.start], unit.skip).start,
            self.tokens.tokens[unit.end - 1].span.end,
        );
        let confidence = subject.confidence * object.confidence;
        for s in subject.list.iter().filter(|party| self.may_speak(party)) {
            for o in object.list.iter().filter(|party| self.may_be_told(party)) {
                if s.referent == o.referent || self.same_side(predicate, s.referent, o.referent) {
                    continue;
                }
                out.push(Relation {
                    subject: s.referent,
                    predicate,
                    object: o.referent,
                    status: Status::Happened,
                    tentative: false,
                    either: false,
                    when: dating::moment(self.clause, self.times, self.reader.date, at, predicate, Status::Happened)
                        .or_else(|| self.day_of_saying(at, predicate, s.referent))
                        .or_else(|| self.day_of_news(at, predicate, s.referent, o.referent)),
                    telling: Telling::default(),
                    place: None,
                    attribution: setting::attribution(self.clause, at),
                    sentence: self.number,
                    trigger,
                    subject_span: s.named_at(),
                    object_span: o.named_at(),
                    rule: None,
                    confidence: (confidence * 100.0).round() / 100.0,
                });
            }
        }
    }
}

impl Clause<'_> {
    /// Returns whether a unit may say that somebody ought to do or be something: hardly any may.
    #[inline]
    fn may_tell_duty(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.has(|class| matches!(class, Class::Duty | Class::Epithet | Class::Acclaim))
            || self.goes_on_behind_comma(at)
            || self.opens_behind(at)
    }

    /// Returns whether a stop or "that" stands right before a unit.
    #[inline]
    fn opens_behind(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.units[before].is_stop() || self.shapes[before].opens_content
    }

    /// Returns whether a word with "and" on it stands right behind a comma.
    #[inline]
    fn goes_on_behind_comma(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.clitics.has_conjunction() && unit.phrase().is_none() && at > 0 && self.units[at - 1].is_comma()
    }

    /// Who ought to do something, if a unit says that somebody ought to.
    fn duty(&self, at: usize) -> Option<Parties> {
        let unit = &self.units[at];
        let says = unit.is(Class::Duty);
        // قال إن الوضع خطير، وعلى الرئيس إقالة الوزير: what somebody goes on to say.
        let goes_on = !says && self.goes_on_behind_comma(at);
        if !says && !goes_on && !self.opens_behind(at) {
            return None;
        }
        // كان ينبغي على الإخوان: what somebody ought to have done is no demand.
        let before = at.checked_sub(1).map(|before| &self.units[before]);
        if before.is_some_and(|before| before.has(|class| matches!(class, Class::Negation | Class::Auxiliary))) {
            return None;
        }
        if says {
            return self.behind_duty(at);
        }
        // إن على إيران أن تتعاون, أوباما: على الأسد أن يرحل.
        let on = self.knowledge.lexicon.preposition_id("على")?;
        let before = at.checked_sub(1)?;
        if unit.phrase().is_some() || !self.governs(at, on) || unit.pronoun.is_some() {
            return None;
        }
        if !self.bare_party(at + 1) {
            return None;
        }
        let found = self.list(at + 1);
        let next = self.skip_adverbials(found.end);
        let duty = self.units.get(next).is_some_and(|next_unit| {
            // كيري: على تركيا سحب قواتها: behind a colon the deed alone says it.
            // على تركيا عقوبات جديدة: what lies on her is no deed with an object.
            let plain = || {
                let acted_on = self.units.get(next + 1).is_some_and(|unit| {
                    let shape = &self.shapes[next + 1];
                    unit.is_definite_noun() || shape.article || shape.suffix && !shape.feminine
                });
                acted_on && !self.shapes[next].article && !next_unit.is_definite_noun()
            };
            self.shapes[next].opens_content
                || (self.shapes[before].opens_content || (goes_on || self.units[before].is_stop()) && plain())
                    && next == found.end
                    && !next_unit.clitics.has_conjunction()
                    && !next_unit.clitics.has_preposition()
                    && self.shapes[next].preposition.is_none()
                    && matches!(next_unit.kind, Kind::Word | Kind::Noun | Kind::Verb)
        });
        duty.then_some(Parties { confidence: 0.9, ..found })
    }

    /// شدد على أنه يجب على إيران أن تنسحب، كما يجب على سوريا أن تكف: who says the duty before, to which a second one is joined behind a comma.
    fn who_says_more_duties(&self, at: usize) -> Parties {
        const REACH: usize = 20;
        let joins = |unit: &Unit| unit.phrase().is_none() && unit.kind == Kind::Function && unit.is(Class::Conj);
        let first = at - usize::from(at > 0 && joins(&self.units[at - 1]));
        if first == at && !self.units[at].clitics.has_conjunction() {
            return Parties::default();
        }
        // قال فلان: but not over a verb of saying, whose words would be another's.
        let says = |before: usize| {
            let unit = &self.units[before];
            unit.is_stop() || self.tells_speech(before) && !unit.is(Class::Duty)
        };
        let duty = (first.saturating_sub(REACH)..first)
            .rev()
            .take_while(|&before| !says(before))
            .find(|&before| self.may_tell_duty(before) && self.duty(before).is_some());
        duty.map(|duty| self.speaker(duty)).unwrap_or_default()
    }

    /// يجب على إيران, ينبغي لها أن, ضرورة أن توقف إيران, لا بد من رحيل الأسد, إيران يجب أن.
    fn behind_duty(&self, at: usize) -> Option<Parties> {
        let lexicon = &self.knowledge.lexicon;
        let next = self.over_adverbs(at + 1);
        let unit = self.units.get(next)?;
        for word in ["على", "ل"] {
            let id = lexicon.preposition_id(word)?;
            if self.governs(next, id) && unit.pronoun.is_none() {
                let party = if unit.phrase().is_some() { next } else { next + 1 };
                self.unit_phrase(party).filter(|phrase| phrase.kind != PhraseKind::Demonym)?;
                return Some(Parties { confidence: 0.9, ..self.list(party) });
            }
        }
        let next = if self.is_from(unit) { next + 1 } else { next };
        // إيران يجب أن توقف: who ought to is named before.
        let topic = at.checked_sub(1).filter(|&topic| self.bare_party(topic));
        let heads =
            |topic: usize| topic == 0 || self.units[topic - 1].is_stop() || self.shapes[topic - 1].opens_content;
        let topic = topic.filter(|&topic| heads(topic));
        if let Some(topic) = topic.filter(|_| self.shapes.get(next).is_some_and(|s| s.opens_content)) {
            return Some(Parties { confidence: 0.85, ..self.list(topic) });
        }
        let found = self.wanted(next)?;
        if !found.is_empty() {
            return Some(found);
        }
        if topic.is_none() { self.behind_any_verb(next) } else { None }
    }

    /// ضرورة أن توقف إسرائيل القصف: who stands right behind what must be a verb behind أن, though no list may have it.
    fn behind_any_verb(&self, that: usize) -> Option<Parties> {
        let (verb, party) = (that + 1, that + 2);
        let unit = self.units.get(verb).filter(|_| self.lang == Lang::Ar && self.shapes[that].opens_content)?;
        let shape = &self.shapes[verb];
        let plain = unit.phrase().is_none()
            && matches!(unit.kind, Kind::Word | Kind::Noun)
            && unit.clitics == Clitics::NONE
            && !shape.article
            && !shape.definite
            && shape.preposition.is_none();
        let actor = plain && self.bare_party(party) && !self.units[party].clitics.has_conjunction();
        actor.then(|| Parties { confidence: 0.8, ..self.list(party) })
    }

    /// دعا أوباما إسرائيل إلى ضبط النفس، وحماس إلى وقف النار: further parties of whom one verb demands, each with what it demands behind the
    /// same preposition.
    pub(super) fn with_others_asked(&self, from: usize, mut found: Parties) -> Parties {
        const REACH: usize = 22;
        // دعا سكان الجزيرة إلى: so far may stand what is demanded of somebody whom the text does not name.
        const WORDS: usize = 4;
        let first = if found.is_empty() { from } else { found.end };
        let within = |at: &usize| !self.units[*at].is_stop() && self.units[*at].kind != Kind::Verb;
        let end = first + (first..self.units.len()).take(REACH).take_while(within).count();
        let wants: Vec<PrepId> =
            ["إلى", "ب", "على"].iter().filter_map(|word| self.knowledge.lexicon.preposition_id(word)).collect();
        let opens = |at: usize, preposition| self.governs(at, preposition) || self.has_clitic(at, preposition);
        let wish = |at: usize| wants.iter().copied().find(|&preposition| opens(at, preposition));
        let Some(preposition) = (first..end).take(WORDS).find_map(wish) else { return found };
        let mut at = first;
        while let Some(comma) = (at..end).find(|&at| self.units[at].is_comma()) {
            at = comma + 1;
            let joined = self.units.get(at).is_some_and(|unit| unit.clitics == Clitics::WA);
            let party = joined && self.bare_party(at) && !self.opens_clause(at + 1);
            let more = if party { self.list(at) } else { continue };
            if more.end < end && opens(more.end, preposition) {
                let new: Vec<_> = more
                    .list
                    .iter()
                    .filter(|party| found.list.iter().all(|own| own.referent != party.referent))
                    .copied()
                    .collect();
                found.confidence = if found.is_empty() { 0.8 } else { found.confidence };
                found.list.extend(new);
                found.opaque = false;
            }
        }
        found
    }

    /// Who is to act in what a verb or noun of demanding wants: دعا أوباما إلى رحيل الأسد.
    pub(super) fn wanted_of(&self, at: usize, subject: Option<&Parties>) -> Parties {
        const REACH: usize = 8;
        if self.lang != Lang::Ar {
            return self.wanted_end(at);
        }
        let from = subject.filter(|found| !found.carried).map_or(at + 1, |found| found.end.max(at + 1));
        let mut next = from;
        while next < self.units.len().min(from + REACH) {
            let unit = &self.units[next];
            if let Some(found) = self.wanted(next) {
                return found;
            }
            if unit.is_stop() || unit.kind == Kind::Verb || unit.is(Class::Relative) {
                break;
            }
            let opener = ["إلى", "على", "ب"].iter().any(|word| {
                unit.phrase().is_none()
                    && unit.kind == Kind::Function
                    && self.knowledge.lexicon.preposition_id(word).is_some_and(|id| self.governs(next, id))
            });
            if opener || unit.is(Class::Duty) || unit.is_comma() {
                next += 1;
                continue;
            }
            let over = self.skip_adverbials(next);
            if over == next {
                break;
            }
            next = over;
        }
        Parties::default()
    }

    /// Who does the deed that a demand names at a unit; `None` where no deed begins there.
    fn wanted(&self, at: usize) -> Option<Parties> {
        const SURE: f64 = 0.85;
        let unit = self.units.get(at)?;
        if unit.is(Class::Duty) {
            return self.wanted(at + 1);
        }
        if unit.is(Class::Halting)
            && let Some(found) = self.wrongdoer(at)
        {
            return Some(Parties { confidence: SURE, ..found });
        }
        if unit.is(Class::Acting) {
            return Some(self.actor(at).map(|found| Parties { confidence: SURE, ..found }).unwrap_or_default());
        }
        // ضرورة قيام إسرائيل بـ, not قيام دولة فلسطين: with what is to be done behind it.
        if unit.is(Class::Performing) {
            let found = self.actor(at).filter(|found| {
                let bi = self.knowledge.lexicon.preposition_id("ب");
                self.shapes.get(found.end).is_some_and(|shape| shape.preposition == Some(Clitics::BI))
                    || bi.is_some_and(|id| self.governs(found.end, id))
                    || self.leads_to_pact(found.end)
            });
            return Some(found.map(|found| Parties { confidence: SURE, ..found }).unwrap_or_default());
        }
        if !self.shapes[at].opens_content || unit.resumes {
            return None;
        }
        let verb = (at + 1..self.units.len().min(at + 4)).find(|&next| self.units[next].kind == Kind::Verb);
        let subject = verb
            .filter(|&verb| (at + 1..verb).all(|i| self.units[i].kind == Kind::Function))
            .and_then(|verb| self.subjects[verb].as_ref().filter(|found| !found.carried && found.end > verb + 1));
        Some(subject.map(|found| Parties { confidence: SURE, ..found.clone() }).unwrap_or_default())
    }

    /// عودة إيران إلى الاتفاق, إلى طاولة المفاوضات: whether a unit and those behind it lead to talks or an agreement.
    fn leads_to_pact(&self, at: usize) -> bool {
        const WORDS: usize = 2;
        let towards = self.knowledge.lexicon.preposition_id("إلى");
        let pact = |told| {
            matches!(
                told,
                Predicate::AgreedWith | Predicate::NegotiatedWith | Predicate::TalkedWith | Predicate::Promised
            )
        };
        towards.is_some_and(|id| self.governs(at, id))
            && (at + 1..self.units.len().min(at + 1 + WORDS))
                .take_while(|&next| matches!(self.units[next].kind, Kind::Word | Kind::Noun))
                .any(|next| self.units[next].kind == Kind::Noun && self.tells(next, pact))
    }

    /// وقف العدوان الإسرائيلي, سحب القوات التركية, إنهاء حصار غزة: whose deed it is that is to end.
    fn wrongdoer(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 5;
        let mut wrong = false;
        for next in at + 1..self.units.len().min(at + 1 + WORDS) {
            let unit = &self.units[next];
            let Some(phrase) = self.unit_phrase(next) else {
                let plain = matches!(unit.kind, Kind::Word | Kind::Noun)
                    || unit.kind == Kind::Function && !unit.is_preposition() && !unit.has(|c| matches!(c, Class::Conj));
                if !plain || unit.clitics != Clitics::NONE || self.shapes[next].preposition.is_some() {
                    return None;
                }
                // وقف الحرب السورية: fought by two.
                let mutual = unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.either);
                wrong |= unit.is(Class::Wrong) || self.tells(next, is_wrong) && !mutual;
                continue;
            };
            let bare = phrase.clitics == Clitics::NONE;
            let found = match phrase.kind {
                PhraseKind::Demonym => wrong && self.shapes[next].definite,
                // وقف إسرائيل الاستيطان
                PhraseKind::Country | PhraseKind::Agent if next == at + 1 => {
                    unit.end > unit.start + 1
                        || self
                            .units
                            .get(next + 1)
                            .is_some_and(|unit| unit.is(Class::Wrong) || self.tells(next + 1, is_wrong))
                }
                PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body => wrong && !self.shapes[next - 1].article,
                _ => false,
            };
            return (bare && found).then(|| Parties::new(self.parties_of(next), 0.85, next + 1));
        }
        None
    }

    /// رحيل الأسد, انسحاب القوات الروسية, الانسحاب الروسي: whose deed a noun names.
    pub(super) fn actor(&self, at: usize) -> Option<Parties> {
        let next = self.over_adverbs(at + 1);
        let phrase = self.unit_phrase(next)?;
        if phrase.clitics.has_preposition() || phrase.clitics.has_conjunction() {
            return None;
        }
        if phrase.kind == PhraseKind::Demonym {
            let article = self.shapes[at].article || self.shapes[at].preposition.is_some();
            return (article && next == at + 1).then(|| Parties::new(self.parties_of(next), 0.8, next + 1));
        }
        (next == at + 1 || phrase.kind == PhraseKind::Person).then(|| self.list(next))
    }

    fn over_adverbs(&self, mut at: usize) -> usize {
        let adverb = |unit: &Unit| {
            unit.kind == Kind::Function
                && unit.clitics == Clitics::NONE
                && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Now))
                && !unit.has(|class| matches!(class, Class::Prep(_)))
        };
        while self.units.get(at).is_some_and(adverb) {
            at += 1;
        }
        at
    }
}

/// Returns whether a noun that tells it names a deed against somebody, or for him.
fn is_wrong(predicate: Predicate) -> bool {
    use Predicate::{Aided, Attacked, Criticised, Sanctioned, Seized, Supported, Threatened};
    matches!(predicate, Aided | Attacked | Criticised | Sanctioned | Seized | Supported | Threatened)
}
