//! What a word that governs a head says of it: what somebody plans, offers, refuses or rules out, and what becomes of that where he does not.

use super::clause::Clause;
use super::governing::{Says, Search, word_status};
use super::negated::declines;
use super::ungoverned::is_ungoverned;
use super::unit::{Kind, Unit};
use super::willing::is_denied_will;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Sense, Status, Tense};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

impl Search<'_> {
    /// What the word says by what it means.
    pub(super) fn by_meaning(&self) -> Option<Says> {
        let (clause, word) = (self.clause, self.word);
        if declines(clause, word, self.at) {
            return Some(self.is(Status::Denied));
        }
        let status = self.status_of_word()?;
        if status == Status::Possible && self.is_call_meanwhile() || status == Status::Denied && self.is_outcome() {
            return Some(Says::Nothing);
        }
        clause.because_of(self.unit());
        let answer =
            if status == Status::Possible && clause.is_invitation(word) { answered(clause, word) } else { None };
        Some(Says::Is(answer.unwrap_or_else(|| self.turned(status))))
    }

    /// The status that the word gives to what it governs, where it governs the head.
    fn status_of_word(&self) -> Option<Status> {
        let unit = self.unit();
        // نفت إيران التهمة واتهمت واشنطن, رفضت عرض واشنطن واتهمت الرياض: what is joined to it is not what it denies or offers.
        if unit.phrase().is_some() || self.joined && self.complements == 0 {
            return None;
        }
        word_status(self.clause, unit)
            .filter(|&status| !self.past || self.distance < 2 || status == Status::Denied)
            .filter(|_| !is_ungoverned(self.clause, self.word, self.at))
    }

    /// "was ready for a truce during a phone call": the call was.
    fn is_call_meanwhile(&self) -> bool {
        let clause = self.clause;
        !self.is_arabic()
            && !self.head_verb
            && self.distance > 0
            && clause.units[self.at - 1].is(Class::Circumstance)
            && !clause.is_in_date(self.at - 1)
    }

    /// What becomes of the head where the word that says its status is negated or binds another.
    fn turned(&self, status: Status) -> Status {
        let unwanted = self.is_unwanted(status);
        if !unwanted && self.is_anothers(status) && !is_accepted(self.clause, self.at)
            || self.is_not_ruled_out()
            || status == Status::Denied && is_attack_refused(self.clause, self.word, self.at)
        {
            return Status::Possible;
        }
        if unwanted { Status::Denied } else { status }
    }

    /// طلب من كيري لقاء عباس: what another is to do may be.
    fn is_anothers(&self, status: Status) -> bool {
        let clause = self.clause;
        let bidden = || clause.subjects.get(self.at).and_then(Option::as_ref).is_some_and(|found| found.bidden);
        status == Status::Planned
            && clause.tells(self.word, |told| told == Predicate::DemandedOf)
            && (bidden() || !self.head_verb && clause.is_bound(self.at))
    }

    /// لم يستبعد لقاء: what is not ruled out may be.
    fn is_not_ruled_out(&self) -> bool {
        self.is_arabic()
            && self.unit().is(Class::Denied)
            && (self.is_word_negated() || self.word > 0 && self.clause.is_exclusion_rejected(self.word))
    }

    /// Whether a negation stands right before the word.
    fn is_word_negated(&self) -> bool {
        self.word > 0 && self.clause.units[self.word - 1].is(Class::Negation)
    }

    /// Whether it is negated that somebody plans it, or that it may be.
    fn is_unwanted(&self, status: Status) -> bool {
        match (status, self.clause.lang) {
            (Status::Planned, Lang::Ar) if self.is_negated_wish() => true,
            (Status::Possible, Lang::Ar) if self.is_impossible() => true,
            // "does not plan to meet", "is not going to attend": so in English, the auxiliaries passed over.
            (Status::Planned, Lang::En) if self.head_verb && is_negated_plan(self.clause, self.word) => true,
            // نفى نيته لقاء, ليس لديه نية للقاء
            (Status::Planned | Status::Possible, _) => is_denied_will(self.clause, self.word),
            _ => false,
        }
    }

    /// لا تريد حربا: what is negated is the wish for it. لا تتضمن خطة أوباما زيارة القاهرة: or that the plan has it.
    fn is_negated_wish(&self) -> bool {
        let units = self.clause.units;
        if self.unit().kind == Kind::Verb {
            return self.is_word_negated();
        }
        self.word > 1
            && units[self.word - 1].has(|class| matches!(class, Class::Members(_) | Class::Existing))
            && units[self.word - 2].is(Class::Negation)
    }

    /// ليس مستعدا للقاء, لا يمكن أن يلتقي: that it may be is negated; but لا يمكن لمفاوضات أن تستأنف قبل: under a condition they may be.
    fn is_impossible(&self) -> bool {
        let verb = self.unit().kind == Kind::Verb;
        let conditional = verb && self.clause.units[self.at].clitics.has(Clitics::LI);
        !conditional
            && (verb || self.unit().is(Class::Possible))
            && self.is_word_negated()
            // دون جدوى
            && !self.clause.units[self.word - 1].is_preposition()
    }
}

/// رفض مصر لأي هجوم أمريكي على سوريا: an attack of another, that somebody rejects, has not been denied.
fn is_attack_refused(clause: &Clause<'_>, word: usize, noun: usize) -> bool {
    let of_another = || clause.unit_phrase(noun + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
    clause.lang == Lang::Ar
        && clause.units[noun].kind == Kind::Noun
        && clause.tells(noun, |told| told == Predicate::Attacked)
        && clause.tells(word, |told| told == Predicate::Rejected)
        && of_another()
}

/// رفض دعوة لزيارة طهران, اعتذر عن عدم تلبية دعوة, لن يلبي دعوة, لبى دعوة: what becomes of the visit to which a noun invites, where the verb before
/// answers it.
pub(super) fn answered(clause: &Clause<'_>, invitation: usize) -> Option<Status> {
    const WORDS: usize = 5;
    let units = clause.units;
    let open = |i: &usize| !units[*i].is_mark() && !units[*i].is(Class::Complement);
    let verb = (invitation.saturating_sub(WORDS)..invitation)
        .rev()
        .filter(|_| clause.lang == Lang::Ar)
        .take_while(open)
        .find(|&i| units[i].kind == Kind::Verb)?;
    let negated = verb > 0 && units[verb - 1].is(Class::Negation);
    let means = |sense| units[verb].means(&clause.knowledge.lexicon, sense);
    let away = clause.knowledge.lexicon.preposition_id("عن");
    let declines =
        || means(Sense::Declines) && (verb + 1..invitation).any(|i| away.is_some_and(|id| clause.governs(i, id)));
    if means(Sense::Accepts) {
        return Some(if negated { Status::Denied } else { Status::Planned });
    }
    let refuses = word_status(clause, &units[verb]) == Some(Status::Denied) || declines();
    (refuses && !negated).then_some(Status::Denied)
}

/// طلب منه زيارة عمان ووافق: whether a verb behind says that what was asked is accepted.
fn is_accepted(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let accepts = |verb: usize| {
        units[verb].tense() == Some(Tense::Past)
            && units[verb].means(&clause.knowledge.lexicon, Sense::Accepts)
            && !units[verb - 1].is(Class::Negation)
    };
    // وقبل البشير الدعوة: spelt like "before", which stands before nobody who has a noun with the article behind him.
    let like_before = |at: usize| {
        let person = |phrase: &Phrase| phrase.kind == PhraseKind::Person;
        units[at].is(Class::Ahead)
            && units[at].end == units[at].start + 1
            && clause.unit_phrase(at + 1).is_some_and(person)
            && clause.bare_party(at + 1)
            && units.get(clause.list(at + 1).end).is_some_and(|unit| unit.is_definite_noun())
    };
    let open = |&i: &usize| !units[i].is_stop();
    clause.lang == Lang::Ar && (at + 1..units.len()).take_while(open).any(|i| accepts(i) || like_before(i))
}

/// "does not plan to", "is not going to": whether what plans is itself negated, adverbs passed over.
fn is_negated_plan(clause: &Clause<'_>, plan: usize) -> bool {
    const WORDS: usize = 2;
    // "there were no plans to"
    let none = |unit: &Unit| unit.is(Class::Denied) && unit.kind == Kind::Function && unit.end > unit.start + 2;
    let negation = |unit: &Unit| unit.phrase().is_none() && (unit.is(Class::Negation) || none(unit));
    let passes = |unit: &&Unit| unit.kind == Kind::Function && !unit.is_mark() && !unit.is_preposition();
    let before = || clause.units[..plan].iter().rev();
    before().next().is_some_and(negation) || before().take(WORDS).take_while(passes).any(negation)
}
