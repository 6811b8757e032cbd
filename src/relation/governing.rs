//! What the words before a word say of its status: what governs it, negates it or puts it off. They are asked one by one, from the word on back,
//! until one says something or no further one can.

use super::ahead::is_on;
use super::clause::Clause;
use super::inherited::{negates, set_last_at};
use super::negated::{is_inverted, is_of_denied_rumour, is_rumour, is_told_of};
use super::status::{is_harm, tells};
use super::subject_en::VerbForm;
use super::told_en::{denied_report, is_told_for_itself};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Shape, Status, Tense};
use crate::mention::{Phrase, PhraseKind};

/// The words before a head that set its status; `None` where nothing does.
pub(super) fn governing(clause: &Clause<'_>, at: usize) -> Option<Status> {
    let apart = || is_own_stance(clause, at) || is_deed_judged(clause, at) || is_given_in_relative(clause, at);
    governed(clause, at).filter(|&found| found != Status::Denied || !apart())
}

/// لن توقف المساعدات التي تقدمها لغزة, لا تكفي المساعدات التي تقدمها: what a relative clause says that somebody gives or does goes on, whatever
/// is not done with it; but نفى.
fn is_given_in_relative(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let deed =
        |told| matches!(told, Predicate::Aided | Predicate::Supported | Predicate::Attacked | Predicate::Sanctioned);
    let relative = clause.lang == Lang::Ar
        && units[at].kind == Kind::Noun
        && units[at].is_definite_noun()
        && clause.tells(at, deed)
        && units.get(at + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Relative));
    if !relative || !units.get(at + 2).is_some_and(|verb| matches!(verb.tense(), Some(Tense::Past | Tense::Present))) {
        return false;
    }
    let denies = |unit: &Unit| unit.phrase().is_none() && unit.kind == Kind::Verb && unit.is(Class::Denied);
    clause.carrying_verb(at) == Some(at + 2) && !units[..at].iter().rev().take_while(|unit| !unit.is_stop()).any(denies)
}

fn governed(clause: &Clause<'_>, at: usize) -> Option<Status> {
    if is_comment(clause, at) || is_stance_aside(clause, at) {
        return None;
    }
    if is_of_denied_rumour(clause, at) {
        return Some(Status::Denied);
    }
    right_before(clause, at).or_else(|| Search::new(clause, at).status())
}

/// أعلن رفضه القصف، داعيا الحزب: a participle behind a comma is governed by nothing before it; رفض تصريحات فلان متهما إياه: nor is one of a stance
/// behind whoever takes it.
pub(super) fn is_comment(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let stance = |told: Predicate| {
        use Predicate::{Criticised, DemandedOf, Praised, Rejected, Supported, Threatened};
        matches!(told, Criticised | DemandedOf | Praised | Rejected | Supported | Threatened)
    };
    let whose = || units[at - 1].phrase().is_some() && clause.tells(at, stance);
    clause.lang == Lang::Ar && units[at].kind == Kind::Participle && at > 0 && (units[at - 1].is_comma() || whose())
}

/// What a word right before the head says, whatever stands further before.
fn right_before(clause: &Clause<'_>, at: usize) -> Option<Status> {
    let units = clause.units;
    // قرر ألا يلتقي: "except" stands before no present.
    if at > 0 && units[at - 1].unless && units[at - 1].phrase().is_none() && units[at].tense() == Some(Tense::Present) {
        clause.because_of(&units[at - 1]);
        return Some(Status::Denied);
    }
    if clause.is_neither(at) || is_inverted(clause, at) {
        return Some(Status::Denied);
    }
    (is_due_next(clause, at) || is_meant(clause, at)).then_some(Status::Planned)
}

/// What a word before a head says of it.
pub(super) enum Says {
    /// Nothing, and no word before it says anything either.
    Nothing,
    /// Nothing itself: the word before it is asked.
    GoesOn,
    /// That this is its status.
    Is(Status),
}

/// The way from a head back over the words before it.
pub(super) struct Search<'c> {
    pub(super) clause: &'c Clause<'c>,
    pub(super) at: usize,
    /// Whether the head is a verb.
    pub(super) head_verb: bool,
    /// A past is not a plan: what stands far before it governs something else.
    pub(super) past: bool,
    /// "voiced support for a proposal and discussed": so it is with a past behind "and", where the verb before is one.
    pub(super) joined: bool,
    /// The word that is asked.
    pub(super) word: usize,
    /// How many words were asked before it.
    pub(super) distance: usize,
    /// How many words like أن it has passed.
    pub(super) complements: usize,
    /// The verb passed on the way to a noun.
    pub(super) governor: Option<usize>,
}

impl<'c> Search<'c> {
    fn new(clause: &'c Clause<'c>, at: usize) -> Self {
        let head = &clause.units[at];
        let past = clause.lang == Lang::Ar && head.tense() == Some(Tense::Past);
        Search {
            clause,
            at,
            head_verb: head.kind == Kind::Verb,
            past,
            joined: past && head.clitics.has_conjunction() || is_joined_past(clause, at),
            word: at,
            distance: 0,
            complements: 0,
            governor: None,
        }
    }

    /// The status that the first word which says something gives to the head.
    fn status(mut self) -> Option<Status> {
        let units = self.clause.units;
        let aside = set_last_at(self.clause, self.at);
        for word in (0..self.at).rev() {
            // عبر فلان، في لقاء مع فلان، عن أمله: an aside that was set last is not governed by what stood behind it.
            if aside.is_some_and(|comma| word < comma && units[word].start >= units[comma].start) {
                continue;
            }
            self.word = word;
            match self.ask() {
                Says::Nothing => return None,
                Says::GoesOn => self.distance += 1,
                Says::Is(status) => return Some(status),
            }
        }
        None
    }

    /// Asks the word: the first question that has an answer decides.
    fn ask(&mut self) -> Says {
        if self.is_out_of_reach() {
            return Says::Nothing;
        }
        if self.is_effort() || self.is_said_besides() {
            return Says::GoesOn;
        }
        self.by_omission()
            .or_else(|| self.by_negation())
            .or_else(|| self.by_particle())
            .or_else(|| self.by_meaning())
            .unwrap_or_else(|| self.pass())
    }

    /// The word that is asked.
    pub(super) fn unit(&self) -> &'c Unit {
        &self.clause.units[self.word]
    }

    pub(super) fn is_arabic(&self) -> bool {
        self.clause.lang == Lang::Ar
    }

    /// Notes the word as the one that gives the head its status.
    pub(super) fn is(&self, status: Status) -> Says {
        self.clause.because_of(self.unit());
        Says::Is(status)
    }

    /// أكد رفضه الخطة، وأن فلانا التقى فلانا: whether a word belongs to what a verb says besides what a joined "that" tells, so that only the
    /// verb governs that.
    fn is_said_besides(&self) -> bool {
        let units = self.clause.units;
        let that =
            || (self.word + 1..self.at).find(|&at| units[at].phrase().is_none() && units[at].is(Class::Complement));
        let verb = || units[..self.word].iter().rev().take_while(|unit| !unit.is_stop()).any(|i| i.kind == Kind::Verb);
        self.is_arabic()
            && self.complements == 1
            && self.unit().kind != Kind::Verb
            && that().is_some_and(|that| self.clause.opens_further_content(that))
            && verb()
    }

    /// جهود الوساطة: the efforts are the mediation.
    fn is_effort(&self) -> bool {
        self.distance == 0
            && self.is_arabic()
            && tells(self.clause, self.at, Predicate::Mediated)
            && !tells(self.clause, self.at, Predicate::AgreedWith)
    }

    /// قد, "will": what a particle says.
    fn by_particle(&self) -> Option<Says> {
        let (clause, unit) = (self.clause, self.unit());
        // قد تحدث: a past, though its letters may be a present of another verb.
        let present = || clause.units[self.at].persons().iter().all(|&(tense, ..)| tense == Tense::Present);
        if unit.is(Class::Qad) && self.distance == 0 && self.head_verb && present() {
            return Some(self.is(Status::Possible));
        }
        let ahead = unit.is(Class::Future)
            && clause.units[self.word..self.at].iter().all(|unit| unit.kind != Kind::Verb)
            && !clause.is_said_to_be_first(self.word, self.at)
            && !is_told_for_itself(clause, self.word, self.at);
        if !ahead {
            return None;
        }
        if let Some(denial) = denied_report(clause, self.word) {
            clause.because_of(denial);
            return Some(Says::Is(Status::Denied));
        }
        Some(self.is(Status::Planned))
    }

    /// Passes a word that says nothing itself: a verb or أن that the search goes on behind, or that ends it.
    fn pass(&mut self) -> Says {
        let unit = self.unit();
        if self.is_comment_between() {
            return Says::Nothing;
        }
        if unit.is(Class::Complement) {
            self.complements += 1;
            if self.complements > 1 || (!self.head_verb && self.governor.is_some()) {
                return Says::Nothing;
            }
        }
        // نفى أن يكون بوتين التقى أوباما.
        if unit.is(Class::Auxiliary) && self.head_verb {
            return Says::GoesOn;
        }
        if self.is_in_relative() {
            // نفى الأنباء التي ترددت عن لقاء
            let denied = is_told_of(self.clause, self.word) && is_rumour(self.clause, self.word);
            return if denied { self.is(Status::Denied) } else { Says::Nothing };
        }
        if unit.kind == Kind::Verb {
            return self.pass_verb();
        }
        if unit.is_comma() && self.is_parted() { Says::Nothing } else { Says::GoesOn }
    }

    /// أعلن أنه سيواصل جهوده، منتقدا العقوبات: whether a participle stands there behind a comma; what stands before it governs something else.
    fn is_comment_between(&self) -> bool {
        !self.head_verb && is_comment(self.clause, self.word)
    }

    /// الزيارة التي لم يعلن عنها: what a relative clause denies is not what stands behind it.
    fn is_in_relative(&self) -> bool {
        const NEAR: usize = 2;
        self.is_arabic()
            && !self.head_verb
            && self.unit().kind == Kind::Verb
            && self.clause.units[self.word.saturating_sub(NEAR)..self.word].iter().any(|unit| unit.is(Class::Relative))
    }

    /// Passes a verb on the way to a noun: its own tense or negation may say what becomes of that.
    fn pass_verb(&mut self) -> Says {
        let (clause, word) = (self.clause, self.word);
        // نفت ما ذكرته صحيفة عن لقاء جمع فلانا وفلانا
        if self.head_verb && self.complements == 0 && self.is_arabic() && is_rumour(clause, word) {
            return self.is(Status::Denied);
        }
        let Some((tense, ..)) = self.unit().verb() else { return Says::Nothing };
        if self.governor.is_some() || self.head_verb || self.complements != 0 {
            return Says::Nothing;
        }
        if tense == Tense::Future {
            return self.is(Status::Planned);
        }
        // What stands before a past says nothing of it, but its negation.
        if self.is_arabic() && self.unit().tense() == Some(Tense::Past) {
            let negated = word > 0 && negates(clause, word - 1) || is_rumour(clause, word);
            return if negated { self.is(Status::Denied) } else { Says::Nothing };
        }
        self.governor = Some(word);
        Says::GoesOn
    }
}

/// What a word says of what it governs: by its class, its row, or as a word of what may or shall be.
pub(super) fn word_status(clause: &Clause<'_>, unit: &Unit) -> Option<Status> {
    if unit.has(|class| matches!(class, Class::Denied | Class::Failed)) {
        return Some(Status::Denied);
    }
    // تمكن من لقائه: a past, though its letters may be "it is possible".
    let present = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Present, .. });
    let past = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past, .. });
    let is_other_past = |form: &Form| present(form) && unit.forms.iter().any(past);
    let by_row = unit.forms.iter().find_map(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        // "is expected in Rabat for talks with": what happens there is planned, too.
        let due = clause.lang == Lang::En && unit.kind == Kind::Participle;
        trigger.flags.status.filter(|_| (trigger.predicate.is_none() || due) && !is_other_past(form))
    });
    if by_row.is_some() {
        return by_row;
    }
    if unit.is(Class::Possible) {
        return Some(Status::Possible);
    }
    // A time word (المقبل) governs what follows only as an adjective, which `behind` sees.
    if unit.has(|class| matches!(class, Class::Planned | Class::Postponed))
        && !unit.has(|class| matches!(class, Class::Next | Class::Day(_)))
    {
        return Some(Status::Planned);
    }
    None
}

/// لم تعلن دعما للعمليات الفرنسية في مالي: whether a deed of force with whose it is stands behind a noun of stance, that may be denied itself.
fn is_deed_judged(clause: &Clause<'_>, at: usize) -> bool {
    const NEAR: usize = 3;
    let stance = |told| matches!(told, Predicate::Supported | Predicate::Praised | Predicate::Criticised);
    clause.lang == Lang::Ar
        && clause.units[at].kind == Kind::Noun
        && clause.tells(at, is_harm)
        && !clause.adjectives(at).is_empty()
        && (at.saturating_sub(NEAR)..at).any(|i| clause.units[i].kind == Kind::Noun && clause.tells(i, stance))
}

/// رفض عباس لقاء نتنياهو متهما إسرائيل: whether a participle says what somebody says besides, who denies or refuses something else.
fn is_own_stance(clause: &Clause<'_>, at: usize) -> bool {
    let stance = |told| {
        use Predicate::{Criticised, DemandedOf, Praised, Supported, Threatened};
        matches!(told, Criticised | DemandedOf | Praised | Supported | Threatened)
    };
    clause.lang == Lang::Ar
        && clause.units[at].kind == Kind::Participle
        && clause.tells(at, stance)
        && at > 0
        && !clause.shapes[at].article
        && !clause.units[at - 1].is(Class::Negation)
        && !clause.units[at - 1].is_preposition()
}

/// رفض المقترح، داعيا إسرائيل إلى, "called for a truce, accusing Israel": a stance that somebody takes by the way, behind a comma, whatever the verb says.
fn is_stance_aside(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let mut told = units[at].forms.iter().filter_map(|form| clause.knowledge.lexicon.trigger(form.trigger).predicate);
    let participle = |form: &Form| match clause.lang {
        Lang::Ar => matches!(form.shape, Shape::Participle { definite: false, .. }),
        // "called for a truce, accusing Israel of"
        Lang::En => matches!(form.shape, Shape::Verb { tense: Tense::Gerund, .. }),
    };
    let kind = if clause.lang == Lang::Ar { Kind::Participle } else { Kind::Verb };
    units[at].kind == kind
        && at > 0
        && units[at - 1].is_comma()
        && units[at].forms.iter().all(participle)
        && told.all(|predicate| predicate.family() != Family::Contact)
}

/// "Israeli plans to annex": what somebody means to do.
fn is_meant(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    clause.lang == Lang::En && at > 1 && units[at - 1].is_to() && units[at - 2].aim && units[at - 2].phrase().is_some()
}

/// يصل غدا إلى عمان، على أن يتوجه بعدها إلى القاهرة: what comes next, behind a comma or where a journey leads first.
fn is_due_next(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let first = |stop: usize| {
        let place = |p: &Phrase| matches!(p.kind, PhraseKind::Place | PhraseKind::Country);
        clause.unit_phrase(stop).is_some_and(place) && clause.tells(at, |told| told == Predicate::Visited)
    };
    clause.lang == Lang::Ar
        && at > 2
        && units[at].tense() == Some(Tense::Present)
        && units[at - 1].is(Class::Complement)
        && !units[at - 1].resumes
        && is_on(clause, at - 2)
        && (units[at - 3].is_comma() || first(at - 3))
}

/// "voiced support for a proposal and discussed": whether an English past stands behind "and", and the verb before it is one, too.
fn is_joined_past(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let past = |unit: &Unit, participle: bool| {
        unit.forms.iter().any(|form| match form.shape {
            Shape::Verb { tense, .. } => tense == Tense::Past || participle && tense == Tense::PastParticiple,
            _ => false,
        })
    };
    let and = clause.lang == Lang::En
        && at > 0
        && units[at - 1].phrase().is_none()
        && units[at - 1].is(Class::Conj)
        && past(&units[at], true);
    let verb =
        (0..at).rev().take_while(|&before| !units[before].is_stop()).find(|&before| units[before].kind == Kind::Verb);
    // "voiced", spelt like its participle: by itself a past.
    let plain = |verb: usize| {
        past(&units[verb], true) && clause.verb_form(verb) == VerbForm::Finite && clause.chain_start(verb) == verb
    };
    and && verb.is_some_and(|verb| past(&units[verb], false) || plain(verb))
}
