//! What has been, whatever governs the word that tells it: what is answered, ended, denied, put off, refused or talked about must have been before.

use super::adjective::behind;
use super::clause::Clause;
use super::occasion::is_only_untold;
use super::status::{Question, is_harm};
use super::told_en::{is_own_war, was_had};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Status, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// What may say that a deed has been; any of it is enough.
const QUESTIONS: &[Question] = &[
    is_withstood,
    is_signed,
    is_answered,
    is_done,
    is_refused_to,
    is_left,
    is_objected_to,
    is_recognised,
    is_charge_denied,
    // خطة لاستعادة الموصل من أيدي داعش: in whose hands it is, whatever comes of it.
    |clause, at, _| clause.is_taken_back(at),
    |clause, at, _| is_cause(clause, at),
    |clause, at, _| is_pending(clause, at),
    |clause, at, predicate| predicate.family() == Family::Contact && is_only_untold(clause, at),
    is_attribute,
    |clause, at, _| goes_on(clause, at),
    is_discussed,
    was_had,
    |clause, at, _| is_own_war(clause, at),
    // جهود مصرية للتوصل إلى هدنة: who makes efforts mediates, whatever comes of them.
    |clause, at, predicate| predicate == Predicate::Mediated && clause.owner_of_mediation(at).is_some(),
    |clause, at, _| is_recent(clause, at),
];

/// Returns whether what the head at a unit tells has been, whatever the words before it say.
pub(super) fn has_been(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    QUESTIONS.iter().any(|asked| asked(clause, at, predicate))
}

/// وقف القصف, رفع العقوبات, فشل القمة: what ends or fails has been.
pub(super) fn ends(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let deed = predicate.family() == Family::Contact
        || is_harm(predicate)
        // بوقف دعمها للحزب, وقف الدعم الإيراني: help that is somebody's.
        || matches!(predicate, Predicate::Supported | Predicate::Aided)
            && (clause.units[at].is_definite_noun() || clause.asked_to_end(at).is_some());
    let Some(before) = at.checked_sub(1) else { return false };
    // "ease its sanctions", "stop Hezbollah's attacks"
    let several = clause.shapes[at].plural;
    let own = clause.lang == Lang::En
        && clause.units[before].possessive
        && (clause.units[before].case.is_some() || several && clause.units[before].phrase().is_some());
    let before = before.saturating_sub(usize::from(own));
    // "the lifting of sanctions"
    // "will end with talks": but with that it only comes to its end.
    let with = || ["with", "by"].iter().any(|word| clause.is_preposition_of(before, word));
    let of = usize::from(clause.lang == Lang::En && clause.units[before].is_preposition() && !with());
    let word = &clause.units[before.saturating_sub(of)];
    deed && clause.units[at].kind == Kind::Noun && word.phrase().is_none() && word.is(Class::Ending)
}

/// "to defend against Russian aggression": who defends himself against it has it already.
fn is_withstood(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    predicate == Predicate::Attacked
        && units[at].kind == Kind::Noun
        && (at.saturating_sub(WORDS)..at).any(|before| clause.is_preposition_of(before, "against"))
}

/// ألغت الاتفاقية الموقعة مع: what is said to be signed has been, whatever becomes of it.
fn is_signed(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let signed = |trigger: &Trigger| trigger.flags.near && trigger.predicate == Some(predicate);
    predicate == Predicate::AgreedWith
        && clause.lang == Lang::Ar
        && clause.units[at].forms.iter().any(|form| signed(clause.knowledge.lexicon.trigger(form.trigger)))
}

/// سترد على العقوبات الأمريكية: what somebody answers, has answered or will answer, has been.
fn is_answered(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    // يرد فيه على اتهام أوباما للحزب: a noun with its owner behind it, too.
    let owned =
        || clause.units.get(at + 1).is_some_and(|next| next.phrase().is_some() && next.clitics == Clitics::NONE);
    let known = clause.lang == Lang::Ar && clause.units[at].kind == Kind::Noun;
    // سيرد على رسالة بوتين, يرد على رسالة سابقة من بوتين: a letter that is answered has come, whoever wrote it.
    let letter = predicate == Predicate::WroteTo;
    let known = known && (letter || clause.units[at].is_definite_noun() || owned());
    let Some(on) = at.checked_sub(1).filter(|_| known) else { return false };
    let answers = |unit: &Unit| unit.means(&clause.knowledge.lexicon, Sense::Replies);
    let deed = is_harm(predicate);
    (deed || letter || matches!(predicate, Predicate::Criticised | Predicate::Threatened | Predicate::Rejected))
        && clause.is_preposition_of(on, "على")
        && clause.units[on.saturating_sub(3)..on].iter().any(answers)
}

/// رفضت العقوبات التي فرضها مجلس الأمن, رفض الدعوة التي وجهها فلان: a deed that a relative clause says was done has been.
fn is_done(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let deed = predicate.family() != Family::Contact;
    if !deed || clause.lang == Lang::En || !clause.units[at].is_definite_noun() {
        return false;
    }
    let Some(verb) = clause.carrying_verb(at) else { return false };
    let between = &clause.units[at + 1..verb];
    clause.units[verb].persons().iter().all(|&(tense, ..)| tense == Tense::Past)
        && between.iter().any(|unit| unit.is(Class::Relative))
        && !between
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Negation | Class::Future | Class::Possible)))
}

/// رفض مرسي دعوات البرادعي له: what somebody refuses has been demanded of him.
fn is_refused_to(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 5;
    let of_him =
        || clause.units[at + 1..].iter().take(WORDS).any(|unit| unit.pronoun.is_some() && !unit.is(Class::Relative));
    predicate == Predicate::DemandedOf
        && clause.lang == Lang::Ar
        && clause.units[at].kind == Kind::Noun
        && clause.is_answered(at)
        && of_him()
}

/// لم ترفع واشنطن العقوبات عن إيران: what somebody does not end goes on.
fn is_left(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 5;
    let deed = is_harm(predicate);
    if !deed || clause.lang == Lang::En || !clause.units[at].is_definite_noun() {
        return false;
    }
    let lifts = |unit: &Unit| unit.means(&clause.knowledge.lexicon, Sense::Lifts);
    let verb = (at.saturating_sub(WORDS)..at).rev().find(|&before| clause.units[before].kind == Kind::Verb);
    let negated = |verb: usize| verb > 0 && clause.units[verb - 1].is(Class::Negation);
    verb.is_some_and(|verb| lifts(&clause.units[verb]) && negated(verb))
}

/// يرفض الاعتداء على الصحفيين من جانب الشرطة: a deed that somebody has done and another will not stand has been.
fn is_objected_to(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 3;
    let deed = is_harm(predicate);
    let objects = |before: usize| clause.tells(before, |told| told == Predicate::Rejected);
    deed && clause.lang == Lang::Ar
        && clause.units[at].is_definite_noun()
        && (at.saturating_sub(WORDS)..at).any(objects)
        && clause.passive_agent(at).is_some()
}

/// "does not recognise Russia's annexation", لن تعترف بضم إسرائيل للجولان: it has been, recognised or not.
fn is_recognised(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let recognises = |unit: &Unit| unit.means(&clause.knowledge.lexicon, Sense::Recognises);
    predicate == Predicate::Seized
        && clause.units[at].kind == Kind::Noun
        && clause.units[at.saturating_sub(WORDS)..at].iter().any(recognises)
}

/// "denied US accusations that", "denies Egypt's allegations": who denies what another accuses him of has been accused.
fn is_charge_denied(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 2;
    let charge = clause.lang == Lang::En && predicate == Predicate::Criticised && clause.units[at].kind == Kind::Noun;
    if !charge {
        return false;
    }
    let word = |&i: &usize| clause.units[i].phrase().is_none() && clause.units[i].kind == Kind::Word;
    let words = (0..at).rev().take(WORDS).take_while(word).count();
    // "denied accusations by Egypt that"
    let denies = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Denied);
    let by = at + 1 < clause.units.len()
        && ["by", "from"].iter().any(|word| clause.is_preposition_of(at + 1, word))
        && clause.unit_phrase(at + 2).is_some();
    if by && (at - words).checked_sub(1).is_some_and(|before| denies(&clause.units[before])) {
        return true;
    }
    let accuser = (at - words).checked_sub(1).filter(|&who| {
        clause.units[who].possessive
            || clause
                .unit_phrase(who)
                .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country))
    });
    let denial = accuser.and_then(|who| who.checked_sub(1)).map(|before| &clause.units[before]);
    denial.is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Denied))
}

/// بسبب انتقاده التدخل الإيراني: a cause has been.
fn is_cause(clause: &Clause<'_>, at: usize) -> bool {
    let leads = |before: usize| clause.is_preposition_of(before, "بسبب");
    let known = clause.lang == Lang::Ar && clause.units[at].kind == Kind::Noun && at > 0;
    known && (leads(at - 1) || cause_behind(clause, at, leads))
}

/// ردا على فرض واشنطن عقوبات, بسبب توجيه فلان انتقادات: whether a noun that carries the one at `at` stands behind a word of cause, with nobody
/// between the two but who does it.
fn cause_behind(clause: &Clause<'_>, at: usize, leads: impl Fn(usize) -> bool) -> bool {
    const WORDS: usize = 4;
    let units = &clause.units;
    let between = |unit: &Unit| unit.phrase().is_some() || unit.kind == Kind::Word && !unit.clitics.has_preposition();
    let carrier = (at.saturating_sub(WORDS)..at).rev().find(|&i| !between(&units[i]));
    carrier.is_some_and(|i| i > 0 && units[i].kind == Kind::Noun && clause.is_light(i) && leads(i - 1))
}

/// تأجيل الدعوى المقامة من فلان: a suit that a court puts off has been brought.
fn is_pending(clause: &Clause<'_>, at: usize) -> bool {
    clause.units[at].is(Class::Complaint) && clause.units[at].is_definite_noun()
}

/// سيلتقي حزب الله المدعوم من إيران, طالب روسيا الداعمة للأسد: what a participle with the article says of a party right before it holds, whatever
/// the sentence tells of that party.
fn is_attribute(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    clause.lang == Lang::Ar
        && clause.units[at].kind == Kind::Participle
        && predicate.family() != Family::Contact
        && at > 0
        && !clause.units[at - 1].is_mark()
        && clause.described(at).is_some_and(|found| !found.is_empty())
}

/// "ongoing efforts to provide": what goes on has begun.
fn goes_on(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 4;
    let units = clause.units;
    let aim = (at.saturating_sub(WORDS)..at).rev().find(|&i| units[i].aim);
    aim.is_some_and(|aim| {
        let now = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Now);
        let continues =
            |unit: &Unit| unit.kind == Kind::Verb && unit.means(&clause.knowledge.lexicon, Sense::Continues);
        units[aim.saturating_sub(3)..aim].iter().any(|unit| now(unit) || continues(unit))
    })
}

/// "will discuss Erdogan's offensive", "will meet over Israel's occupation of": a deed with its doer that others only talk of or judge has been.
fn is_discussed(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let deed = is_harm(predicate);
    if clause.lang != Lang::En || !deed || units[at].kind != Kind::Noun {
        return false;
    }
    let Some(owner) = (at.saturating_sub(3)..at)
        .rev()
        .take_while(|&i| !units[i].is_mark() && !units[i].is_preposition() && units[i].kind != Kind::Verb)
        .find(|&i| units[i].phrase().is_some())
    else {
        return false;
    };
    let possessive = units[owner].possessive && units[owner].case.is_none();
    let hedged = |unit: &Unit| {
        unit.phrase().is_none()
            && unit.has(|c| matches!(c, Class::Planned | Class::Possible | Class::Next | Class::Denied | Class::Failed))
    };
    let talks = |told: Predicate| {
        told.family() == Family::Contact && told != Predicate::Visited
            || matches!(told, Predicate::Criticised | Predicate::Rejected)
    };
    let verb = (0..owner).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
    possessive && !units[owner..at].iter().any(hedged) && verb.is_some_and(|verb| clause.tells(verb, talks))
}

/// "the recent meeting between", عرض نتائج زيارته: what was the last, or had results, has been, whatever else the sentence puts
/// off.
fn is_recent(clause: &Clause<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let recent = &clause.units[before];
    let has_been = match clause.lang {
        Lang::En => recent.has(|class| matches!(class, Class::Last | Class::Aforesaid)),
        Lang::Ar if recent.is(Class::Background) => behind(clause, at) != Some(Status::Planned),
        Lang::Ar => recent.is(Class::Report) && recent.is(Class::Impact),
    };
    clause.units[at].kind == Kind::Noun && recent.phrase().is_none() && has_been
}
