//! Whether a relation happened, is planned, is possible, or is denied: the order in which the words are asked, and what has been whatever governs it.

use super::clause::Clause;
use super::governing::{behind, future_time, governing, not_omitted};
use super::inherited::{inherited, is_owned_pact, is_when_said};
use super::occasion::{
    awaits_verb, called_off, came_to_nothing, carried_out, circumstance, clause_end, during_journey, is_agenda,
    is_ended, is_joined_to_purpose, is_on_next_day, is_one_more, is_only_untold, is_to_be_held, is_told_for_a_day,
    taking_place, was_held,
};
use super::presupposed_en::is_presupposed;
use super::subject_en::VerbForm;
use super::told_en::{is_captioned, is_own_war, is_said_on_occasion, is_setting_out, is_when_to_come, was_had};
use super::trace::StatusRule;
use super::unit::{Kind, Unit};
use super::verdict::{belied, verdict};
use super::verdict_en;
use super::wished_en::wished;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Status, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How many units before a head its governing words may stand.
pub(super) const REACH: usize = 9;

/// Returns the status of what the head at `at` says, a relation of type `predicate`.
pub(super) fn status(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Status {
    let status = unconditional(clause, at, predicate);
    if is_presupposed(clause, at, predicate, status) {
        clause.because(StatusRule::Presupposed, None);
        return Status::Happened;
    }
    if status != Status::Denied
        && let Some(said) = belied(clause, at, predicate)
    {
        clause.because(StatusRule::Verdict, None);
        return said;
    }
    if status == Status::Happened
        && let Some(after) = awaited(clause, at)
    {
        clause.because(StatusRule::Circumstance, Some(after));
        return Status::Planned;
    }
    // "failed to agree in a frosty meeting": what did not come about there, while the meeting did.
    if status == Status::Denied && clause.units[at].kind == Kind::Noun && clause.tells_manner(at) {
        clause.because(StatusRule::Manner, None);
        return Status::Happened;
    }
    if status == Status::Possible && is_said_on_occasion(clause, at) {
        clause.because(StatusRule::Manner, None);
        return Status::Happened;
    }
    if status == Status::Denied
        && let Some(status) = excepted(clause, at)
    {
        clause.because(StatusRule::Presupposed, None);
        return status;
    }
    if status == Status::Planned && came_to_nothing(clause, at, predicate) {
        clause.because(StatusRule::CalledOff, None);
        return Status::Denied;
    }
    if matches!(status, Status::Happened | Status::Planned)
        && let Some(whether) = asked(clause, at)
    {
        clause.because(StatusRule::Question, Some(whether));
        return Status::Possible;
    }
    let to_come = status == Status::Planned
        || clause.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Base) && status == Status::Happened;
    let condition = if to_come { conditional(clause, at) } else { None };
    if condition.is_some() {
        clause.because(StatusRule::Condition, condition);
        return Status::Possible;
    }
    status
}

/// ستنشر النتائج بعد أن يلتقي فلانا: the word of time right before an Arabic present, of what comes first.
fn awaited<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let units = clause.units;
    let present = clause.lang == Lang::Ar && units[at].tense() == Some(Tense::Present);
    let after = at.checked_sub(1).map(|before| &units[before]).filter(|_| present && units[at].kind == Kind::Verb)?;
    let waits = after.phrase().is_none() && after.is(Class::Complement) && after.is(Class::Grounds);
    waits.then_some(after)
}

/// سأل ما إذا كان كيري قد التقى لافروف, "asked whether they had met": of what a verb tells right behind a word of asking nobody says
/// that it is so.
fn asked<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let units = clause.units;
    units[at].verb()?;
    let main = |unit: &Unit| unit.verb().is_some() && !unit.is(Class::Auxiliary);
    let opens = |unit: &Unit| unit.phrase().is_none() && (unit.is(Class::Complement) || unit.is(Class::Relative));
    let before = units[..at].iter().rev().take_while(|unit| !unit.is_stop() && !main(unit));
    before.into_iter().find(|unit| opens(unit)).filter(|unit| unit.is(Class::Open))
}

/// لم يلتق كيري إلا عباس, لم يزر القاهرة إلا بعد: what "except" stands behind, of a verb that a particle right before it negates; but not إلا أن.
fn excepted(clause: &Clause<'_>, at: usize) -> Option<Status> {
    const REACH: usize = 8;
    let units = clause.units;
    if clause.lang == Lang::En || units[at].kind != Kind::Verb {
        return None;
    }
    let negation = at.checked_sub(1).filter(|&before| units[before].is(Class::Negation))?;
    let open = |&i: &usize| !units[i].is_mark() && units[i].kind != Kind::Verb && !units[i].is(Class::Complement);
    let except = (at + 1..units.len().min(at + REACH)).take_while(open).find(|&i| units[i].unless)?;
    let behind = units.get(except + 1)?;
    if behind.is(Class::If) {
        return Some(Status::Possible);
    }
    let opens = behind.is_mark() || behind.kind == Kind::Verb || behind.is(Class::Complement);
    // لن يلتقي إلا عباس
    let never = units[negation].is(Class::Never);
    (!opens).then_some(if never { Status::Planned } else { Status::Happened })
}

/// إذا وافقت دمشق فسيزورها, "will meet him if": a condition before or behind, in the same sentence.
fn conditional<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let condition = |unit: &&Unit| unit.is(Class::If) && unit.phrase().is_none();
    let within = |unit: &&Unit| !unit.is_stop() && (!unit.is(Class::Complement) || unit.is(Class::If));
    let before = clause.units[..at].iter().rev().take_while(within).find(condition);
    let end = clause_end(clause, at);
    before.or_else(|| clause.units[at + 1..end].iter().take_while(within).find(condition))
}

/// وقف القصف, رفع العقوبات, فشل القمة: what ends or fails has been.
fn ends(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let deed = predicate.family() == Family::Contact
        || matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized)
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
    let of = usize::from(clause.lang == Lang::En && clause.units[before].is_preposition());
    let word = &clause.units[before.saturating_sub(of)];
    deed && clause.units[at].kind == Kind::Noun && word.phrase().is_none() && word.is(Class::Ending)
}

/// "to defend against Russian aggression": who defends himself against it has it already.
fn is_withstood(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    let against = clause.knowledge.lexicon.preposition_id("against");
    predicate == Predicate::Attacked
        && units[at].kind == Kind::Noun
        && units[at.saturating_sub(WORDS)..at]
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == against)))
}

/// ألغت الاتفاقية الموقعة مع: what is said to be signed has been, whatever becomes of it.
fn is_signed(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let signed = |trigger: &Trigger| trigger.flags.near && trigger.predicate == Some(predicate);
    predicate == Predicate::AgreedWith
        && clause.lang == Lang::Ar
        && clause.units[at].forms.iter().any(|form| signed(clause.knowledge.lexicon.trigger(form.trigger)))
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
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
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
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    let objects = |before: usize| clause.tells(before, |told| told == Predicate::Rejected);
    deed && clause.lang == Lang::Ar
        && clause.units[at].is_definite_noun()
        && (at.saturating_sub(WORDS)..at).any(objects)
        && clause.passive_agent(at).is_some()
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

/// حذر من هجوم إسرائيلي على رفح: of what one warns without an article has not been.
fn is_feared(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    let indefinite = clause.units[at]
        .forms
        .iter()
        .all(|form| matches!(form.shape, crate::lexicon::Shape::Noun { definite: false, owner: None }));
    // من أي هجوم
    let any = usize::from(at > 1 && clause.units[at - 1].is(Class::Each));
    let from = at.checked_sub(1 + any).filter(|&from| clause.is_from(&clause.units[from]));
    let Some(from) = from.filter(|_| deed && indefinite && clause.lang == Lang::Ar) else { return false };
    let verb = (from.saturating_sub(WORDS)..from)
        .rev()
        .find(|&before| matches!(clause.units[before].kind, Kind::Verb | Kind::Participle));
    verb.is_some_and(|verb| clause.tells(verb, |told| told == Predicate::Threatened))
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
    let about = clause.knowledge.lexicon.preposition_id("على");
    let answers = |unit: &Unit| unit.means(&clause.knowledge.lexicon, Sense::Replies);
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    (deed || letter || matches!(predicate, Predicate::Criticised | Predicate::Threatened | Predicate::Rejected))
        && clause.units[on].has(|class| matches!(class, Class::Prep(id) if Some(id) == about))
        && clause.units[on.saturating_sub(3)..on].iter().any(answers)
}

/// بسبب انتقاده التدخل الإيراني: a cause has been.
fn is_cause(clause: &Clause<'_>, at: usize) -> bool {
    let because = clause.knowledge.lexicon.preposition_id("بسبب");
    let leads = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == because));
    let known = clause.lang == Lang::Ar && clause.units[at].kind == Kind::Noun && at > 0;
    known && (leads(&clause.units[at - 1]) || cause_behind(clause, at, leads))
}

/// ردا على فرض واشنطن عقوبات, بسبب توجيه فلان انتقادات: whether a noun that carries the one at `at` stands behind a word of cause, with nobody
/// between the two but who does it.
fn cause_behind(clause: &Clause<'_>, at: usize, leads: impl Fn(&Unit) -> bool) -> bool {
    const WORDS: usize = 4;
    let units = &clause.units;
    let between = |unit: &Unit| unit.phrase().is_some() || unit.kind == Kind::Word && !unit.clitics.has_preposition();
    let carrier = (at.saturating_sub(WORDS)..at).rev().find(|&i| !between(&units[i]));
    carrier.is_some_and(|i| i > 0 && units[i].kind == Kind::Noun && clause.is_light(i) && leads(&units[i - 1]))
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

/// تأجيل الدعوى المقامة من فلان: a suit that a court puts off has been brought.
fn is_pending(clause: &Clause<'_>, at: usize) -> bool {
    clause.units[at].is(Class::Complaint) && clause.units[at].is_definite_noun()
}

/// "does not recognise Russia's annexation", لن تعترف بضم إسرائيل للجولان: it has been, recognised or not.
fn is_recognised(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    let recognises = |unit: &Unit| unit.means(&clause.knowledge.lexicon, Sense::Recognises);
    predicate == Predicate::Seized
        && clause.units[at].kind == Kind::Noun
        && clause.units[at.saturating_sub(WORDS)..at].iter().any(recognises)
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

/// "announced a new package of assistance": help that is announced is still to come.
fn is_announced(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 7;
    let units = clause.units;
    let announces = |unit: &Unit| {
        unit.forms.iter().any(|form| {
            let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
            // What is offered may be, as the word itself says; who makes a donation has given.
            flags.sense == Some(Sense::Makes) && flags.status.is_none() && !flags.light
        })
    };
    predicate == Predicate::Aided
        && clause.lang == Lang::En
        && units[at].kind == Kind::Noun
        && (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&i| !units[i].is_stop())
            .find(|&i| units[i].kind == Kind::Verb)
            .is_some_and(|verb| announces(&units[verb]) && clause.verb_form(verb) == VerbForm::Finite)
}

/// محادثات بشأن حصول مصر على قرض, مشاورات حول تقديم مساعدات: help of which others only talk is still to come.
fn is_talked_of(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 4;
    if clause.lang == Lang::En || predicate != Predicate::Aided || clause.units[at].kind != Kind::Noun {
        return false;
    }
    let about = |unit: &Unit| {
        let of = |class| matches!(class, Class::Prep(id) if ["بشأن", "حول"].iter().any(|&word| clause.knowledge.lexicon.preposition_id(word) == Some(id)));
        unit.phrase().is_none() && unit.has(of)
    };
    let deed = |at: usize| clause.units[at].kind == Kind::Noun && !clause.units[at].is_definite_noun();
    let noun = (at.saturating_sub(WORDS)..=at).find(|&noun| noun > 0 && deed(noun) && about(&clause.units[noun - 1]));
    let talks = |told: Predicate| matches!(told, Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::Met);
    noun.is_some_and(|noun| {
        let before = clause.units[..noun - 1].iter().rposition(Unit::is_stop).map_or(0, |stop| stop + 1);
        (before..noun - 1).any(|i| clause.tells(i, talks))
    })
}

/// "cancelled his planned summit": what is called off, though it was planned.
fn is_called_off_plan(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    let plan = (at.saturating_sub(WORDS)..at)
        .rev()
        .take_while(|&before| {
            let unit = &clause.units[before];
            !unit.is_mark() && (unit.kind != Kind::Verb || unit.is(Class::Planned))
        })
        .find(|&before| clause.units[before].phrase().is_none() && clause.units[before].is(Class::Planned));
    clause.lang == Lang::En
        && clause.units[at].kind == Kind::Noun
        && plan.is_some_and(|plan| governing(clause, plan) == Some(Status::Denied))
}

/// "will discuss Erdogan's offensive", "will meet over Israel's occupation of": a deed with its doer that others only talk of or judge has been.
fn is_discussed(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let deed = matches!(predicate, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
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

/// "Macron's upcoming visit was discussed", "upcoming indirect talks": what is still to come, whatever is said of it.
fn is_upcoming(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let adjective = |unit: &Unit| unit.phrase().is_none() && unit.kind == Kind::Word;
    let before = || units[at.saturating_sub(3)..at].iter().rev();
    let upcoming = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Next) && unit.is(Class::Planned);
    clause.lang == Lang::En
        && predicate.family() == Family::Contact
        && units[at].kind == Kind::Noun
        && before().find(|unit| !adjective(unit)).is_some_and(upcoming)
}

/// "discussed the upcoming summit by phone": the verb of which words for a channel tell how it was done, and which happened as they did.
fn manner_of(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let channel = clause.lang == Lang::En
        && clause.units[at].kind == Kind::Noun
        && clause.units[at].means(&clause.knowledge.lexicon, Sense::Manner);
    let open = |&before: &usize| !clause.units[before].is_stop();
    let verb = |&before: &usize| clause.units[before].kind == Kind::Verb;
    // "urged Turkey to show restraint in a call": how they urged it.
    let own = |&verb: &usize| {
        clause.tells(verb, |told| told.family() == Family::Contact) || clause.verb_form(verb) == VerbForm::Finite
    };
    (0..at).rev().filter(|_| channel).take_while(open).find(verb).filter(own)
}

fn unconditional(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Status {
    let unit = &clause.units[at];
    if let Some(trace) = clause.trace {
        trace.no_status();
    }
    if predicate.family() == Family::Contact && is_joined_to_purpose(clause, at) {
        clause.because(StatusRule::Purpose, None);
        return Status::Planned;
    }
    if predicate == Predicate::Visited
        && let Some(main) = clause.main_of_occasion(at)
    {
        clause.because(StatusRule::Circumstance, Some(&clause.units[main]));
        return self::status(clause, main, predicate);
    }
    if predicate == Predicate::Visited
        && let Some(main) = clause.main_behind_journey(at)
    {
        clause.because(StatusRule::Circumstance, Some(&clause.units[main]));
        // في زيارة إلى تونس يتوجه فلان: who heads somewhere is still to come.
        let departs = clause.units[main].means(&clause.knowledge.lexicon, Sense::Departs);
        return if departs { Status::Planned } else { self::status(clause, main, predicate) };
    }
    if let Some(verb) = manner_of(clause, at) {
        return self::status(clause, verb, predicate);
    }
    if ends(clause, at, predicate) {
        clause.because(StatusRule::Ends, Some(&clause.units[at - 1]));
        return Status::Happened;
    }
    if is_withstood(clause, at, predicate)
        || is_signed(clause, at, predicate)
        || is_answered(clause, at, predicate)
        || is_done(clause, at, predicate)
        || is_refused_to(clause, at, predicate)
        || is_left(clause, at, predicate)
        || is_objected_to(clause, at, predicate)
        || is_recognised(clause, at, predicate)
        || is_charge_denied(clause, at, predicate)
        // خطة لاستعادة الموصل من أيدي داعش: in whose hands it is, whatever comes of it.
        || clause.is_taken_back(at)
        || is_cause(clause, at)
        || is_pending(clause, at)
        || predicate.family() == Family::Contact && is_only_untold(clause, at)
        || is_attribute(clause, at, predicate)
        || goes_on(clause, at)
        || is_discussed(clause, at, predicate)
        || was_had(clause, at, predicate)
        || is_own_war(clause, at)
        // جهود مصرية للتوصل إلى هدنة: who makes efforts mediates, whatever comes of them.
        || predicate == Predicate::Mediated && clause.owner_of_mediation(at).is_some()
    {
        clause.because(StatusRule::Presupposed, None);
        return Status::Happened;
    }
    if is_recent(clause, at) {
        clause.because(StatusRule::Presupposed, None);
        return Status::Happened;
    }
    if was_held(clause, at, predicate) {
        clause.because(StatusRule::RelativeClause, None);
        return Status::Happened;
    }
    if is_owned_pact(clause, at, predicate) || is_when_said(clause, at, predicate) {
        clause.because(StatusRule::Presupposed, None);
        return Status::Happened;
    }
    if is_feared(clause, at, predicate) {
        clause.because(StatusRule::Feared, None);
        return Status::Possible;
    }
    if is_announced(clause, at, predicate) || is_decided_force(clause, at, predicate) {
        clause.because(StatusRule::Announced, None);
        return Status::Planned;
    }
    let verb = unit.verb();
    if is_one_more(clause, at) {
        clause.because(StatusRule::RelativeClause, None);
        return Status::Happened;
    }
    let done = carried_out(clause, at).map(|status| (status, StatusRule::RelativeClause));
    if let Some((status, rule)) = done.or_else(|| Some((taking_place(clause, at, predicate)?, StatusRule::TakingPlace)))
    {
        clause.because(rule, None);
        return if governing(clause, at) == Some(Status::Denied) { Status::Denied } else { status };
    }
    if is_upcoming(clause, at, predicate) && governing(clause, at) != Some(Status::Denied) {
        clause.because(StatusRule::Adjective, Some(&clause.units[at - 1]));
        return Status::Planned;
    }
    if verb.is_none()
        && let Some(status) = verdict(clause, at, predicate).or_else(|| verdict_en::verdict(clause, at, predicate))
    {
        clause.because(StatusRule::Verdict, None);
        return status;
    }
    if verb.is_none()
        && let Some(status) = circumstance(clause, at, predicate)
    {
        clause.because(StatusRule::Circumstance, None);
        return status;
    }
    let before = governing(clause, at);
    if before.is_some() {
        clause.because(StatusRule::Governed, None);
    }
    if before == Some(Status::Denied) || is_called_off_plan(clause, at) {
        return Status::Denied;
    }
    if let Some(status) = wished(clause, at, predicate, before) {
        clause.because(StatusRule::AskedFor, None);
        return status;
    }
    if clause.is_headline_future(at) {
        if before.is_none() {
            clause.because(StatusRule::HeadlineFuture, None);
        }
        return before.unwrap_or(Status::Planned);
    }
    if before.is_none() && predicate.family() == Family::Contact && clause.is_vowed(at) {
        clause.because(StatusRule::Purpose, None);
        return Status::Planned;
    }
    if before.is_none()
        && let Some(status) = clause.willed(at)
    {
        clause.because(StatusRule::Purpose, None);
        return status;
    }
    if before.is_none()
        && let Some(status) = aimed_at(clause, at, predicate)
    {
        clause.because(StatusRule::Purpose, None);
        return status;
    }
    if before.is_none() && is_talked_of(clause, at, predicate) {
        clause.because(StatusRule::Purpose, None);
        return Status::Planned;
    }
    if before.is_none() && clause.is_asked_for(at) {
        clause.because(StatusRule::AskedFor, None);
        return Status::Possible;
    }
    if let Some(tense) = unit.tense() {
        match tense {
            Tense::Future => {
                clause.because(StatusRule::Future, Some(unit));
                return Status::Planned;
            }
            Tense::Present | Tense::Base if before.is_none() => {
                let rule = if future_time(clause, at) && is_deed(predicate) {
                    Some(StatusRule::DateToCome)
                } else if is_setting_out(clause, at)
                    || is_agenda(clause, at, predicate)
                    || is_told_for_a_day(clause, at, predicate)
                    || is_deed(predicate) && is_when_to_come(clause, at)
                {
                    Some(StatusRule::Agenda)
                } else {
                    // ويزور حاليا تونس
                    let now =
                        clause.units.get(at + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::Now));
                    (!now && during_journey(clause, at)).then_some(StatusRule::DuringJourney)
                };
                if let Some(rule) = rule {
                    clause.because(rule, Some(unit));
                    return Status::Planned;
                }
            }
            Tense::Gerund if before.is_none() && is_setting_out(clause, at) => {
                clause.because(StatusRule::Agenda, Some(unit));
                return Status::Planned;
            }
            _ => {}
        }
    } else if let Some(status) = called_off(clause, at, predicate) {
        clause.because(StatusRule::CalledOff, None);
        return status;
    } else if before.is_none()
        && let Some(status) = is_to_be_held(clause, at, predicate)
    {
        clause.because(StatusRule::ToBeHeld, None);
        return status;
    } else if let Some(status) = behind(clause, at) {
        let governed = before.filter(|&status| status != Status::Happened);
        if governed.is_none() {
            clause.because(StatusRule::Adjective, None);
        }
        return governed.unwrap_or(status);
    } else if before.is_none() {
        let ahead = future_time(clause, at);
        if ahead || awaits_verb(clause, at) {
            clause.because(if ahead { StatusRule::DateToCome } else { StatusRule::AwaitsVerb }, None);
            return Status::Planned;
        }
    }
    if before.is_none() && is_on_next_day(clause, at, predicate) {
        clause.because(StatusRule::DateToCome, None);
        return Status::Planned;
    }
    before.or_else(|| inherited(clause, at, predicate)).unwrap_or(Status::Happened)
}

/// من الأفضل أن يلتقي, قرر أن يلتقي, تعهد بأن يلتقي: a present right behind أن tells what is wished or resolved, not what has been; so does a
/// noun of what somebody threatens to do or promises (هدد بقصف).
fn aimed_at(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    const WORDS: usize = 7;
    let units = clause.units;
    if clause.lang == Lang::En {
        return is_threat(clause, at).then_some(Status::Possible);
    }
    if at == 0 {
        return None;
    }
    // قبل أن يبدأ زيارته, بعد أن ينهي: of time, and no wish.
    let of_time = |unit: &Unit| {
        unit.end > unit.start + 1 || unit.has(|class| matches!(class, Class::Ahead | Class::After | Class::Until))
    };
    let wish = |that: usize| {
        units[that].is(Class::Complement)
            && units[that].phrase().is_none()
            && units[that].pronoun.is_none()
            && !units[that].speaks
            && !units[that].resumes
            && !units[that.saturating_sub(1)..=that].iter().any(of_time)
    };
    let present = |i: usize| {
        units[i].tense() == Some(Tense::Present)
            && units[i].persons().iter().all(|&(tense, ..)| tense == Tense::Present)
    };
    // Right behind in the text, too; يطيب لي أن أرحب says that one does.
    let subjunctive =
        present(at) && wish(at - 1) && units[at - 1].end == units[at].start && predicate != Predicate::Praised;
    let threatened = units[at].kind == Kind::Noun
        && (units[at].clitics.has(Clitics::BI) || is_behind_by(clause, at))
        && !subjunctive;
    if !subjunctive && !threatened {
        return None;
    }
    // من دواعي سروري أن أستضيف: who is glad to do something does it.
    let glad = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Pleased);
    if subjunctive && at > 1 && glad(&units[at - 2]) {
        return Some(if future_time(clause, at) { Status::Planned } else { Status::Happened });
    }
    let open = |&i: &usize| !units[i].is_mark() && (units[i].phrase().is_some() || !units[i].is(Class::Relative));
    let verb = (at.saturating_sub(WORDS)..at).rev().take_while(open).find(|&i| match units[i].kind {
        Kind::Verb | Kind::Participle => true,
        // تهديد كيري بقصف دمشق, وعده بزيارة
        Kind::Noun => {
            predicate != Predicate::AgreedWith
                && clause.tells(i, |told| matches!(told, Predicate::Promised | Predicate::Threatened))
        }
        _ => false,
    });
    if verb.is_some_and(|verb| verb > 0 && present(verb) && wish(verb - 1)) && !subjunctive {
        return None;
    }
    // لم ينس أن يشكر: he did.
    if verb.is_some_and(|verb| verb > 0 && not_omitted(clause, verb - 1) == Some(Status::Happened)) {
        return None;
    }
    let tells = |predicate| verb.is_some_and(|verb| clause.tells(verb, |told| told == predicate));
    let resolves = || verb.is_some_and(|verb| units[verb].means(&clause.knowledge.lexicon, Sense::Resolves));
    if tells(Predicate::Promised) || subjunctive && (resolves() || tells(Predicate::AgreedWith)) {
        return Some(Status::Planned);
    }
    // يزور بغداد على أن ينتقل إلى عمان: what comes next; but حث على أن.
    let next = at > 1 && is_on(clause, at - 2) && !verb.is_some_and(|verb| clause.binds_another(verb));
    if subjunctive && next {
        return Some(Status::Planned);
    }
    (subjunctive || tells(Predicate::Threatened)).then_some(Status::Possible)
}

/// قرر أوباما قصف سوريا, قرر توجيه ضربة إلى سوريا: whether a noun of force tells what somebody has only decided to do.
fn is_decided_force(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const REACH: usize = 5;
    let units = clause.units;
    let force = clause.lang == Lang::Ar && predicate == Predicate::Attacked && units[at].kind == Kind::Noun;
    let plain = |&i: &usize| {
        let unit = &units[i];
        unit.phrase().is_some()
            || matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Verb) && unit.clitics == Clitics::NONE
    };
    let mut before = (at.saturating_sub(REACH)..at).rev().filter(|_| force).take_while(plain);
    let decides = before.find(|&i| units[i].kind == Kind::Verb).is_some_and(|verb| {
        units[verb].tense() == Some(Tense::Past)
            && units[verb].forms.iter().any(|form| {
                let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
                flags.speech && flags.sense == Some(Sense::Resolves)
            })
    });
    decides && units[at].clitics == Clitics::NONE && !units[at].is_definite_noun()
}

fn is_on(clause: &Clause<'_>, at: usize) -> bool {
    let on = clause.knowledge.lexicon.preposition_id("على");
    clause.units[at].phrase().is_none()
        && clause.units[at].has(|class| matches!(class, Class::Prep(id) if Some(id) == on))
}

/// "threatened to attack": what somebody threatens to do, whatever he threatens with it.
fn is_threat(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    if clause.units[at].kind != Kind::Verb || clause.verb_form(at) != VerbForm::Infinitive {
        return false;
    }
    let to = clause.chain_start(at).saturating_sub(1);
    let verb = (to.saturating_sub(WORDS)..to).rev().find(|&before| clause.units[before].kind == Kind::Verb);
    verb.is_some_and(|verb| clause.tells(verb, |told| told == Predicate::Threatened))
}

/// هدد بفرض عقوبات, تعهد بتقديم مساعدات: whether right before a noun stands another with ب on it.
fn is_behind_by(clause: &Clause<'_>, at: usize) -> bool {
    let before = &clause.units[at - 1];
    matches!(before.kind, Kind::Noun | Kind::Word) && before.phrase().is_none() && before.clitics.has(Clitics::BI)
}

/// What a time to come dates by itself; one praises or criticises today what another will do.
pub(super) fn is_deed(predicate: Predicate) -> bool {
    !matches!(
        predicate,
        Predicate::Praised
            | Predicate::Criticised
            | Predicate::Supported
            | Predicate::Rejected
            | Predicate::Threatened
            | Predicate::DemandedOf
            | Predicate::Promised
    )
}

pub(super) fn tells(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let unit = &clause.units[at];
    unit.kind == Kind::Noun
        && unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(predicate))
}

/// Returns whether nothing but a present tense, or nothing at all, says that what the head tells has happened.
pub(super) fn is_tentative(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const NEAR: usize = 4;
    if clause.units[at].kind != Kind::Verb && circumstance(clause, at, predicate) == Some(Status::Happened) {
        return false;
    }
    // "said after meeting Lavrov that they would meet again": what was before has been.
    let behind = at.checked_sub(1).map(|before| &clause.units[before]).filter(|_| clause.lang == Lang::En);
    if behind.is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::After)) {
        return false;
    }
    if is_captioned(clause, at) {
        return false;
    }
    if predicate == Predicate::Visited && is_ended(clause, at) {
        return false;
    }
    // كان في استقباله الرئيس الذي سيلتقي معه: "was" right before the head is its verb.
    let was = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Auxiliary) && unit.is(Class::Earlier);
    if clause.lang == Lang::Ar && at.checked_sub(1).map(|before| &clause.units[before]).is_some_and(was) {
        return false;
    }
    // كان قد تحدث: a past, though its letters may be a present.
    let qad = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Qad);
    let past = clause.units[at].kind == Kind::Verb && clause.units[at].tense() == Some(Tense::Past);
    if clause.lang == Lang::Ar && past && at > 0 && qad(&clause.units[at - 1]) {
        return false;
    }
    // زيارة الوزير الحالية: it goes on.
    let goes_on = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::This) && unit.clitics == Clitics::NONE;
    let close = clause.units[at + 1..].iter().take(NEAR).take_while(|unit| !unit.is_mark());
    if clause.lang == Lang::Ar && clause.units[at].kind == Kind::Noun && close.into_iter().any(goes_on) {
        return false;
    }
    // الوزير الذي يزور القاهرة حاليا: "now" says that it goes on.
    let now = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Now) && unit.kind != Kind::Verb;
    let near = clause.units[at + 1..].iter().take(NEAR).take_while(|unit| !unit.is_stop());
    if clause.lang == Lang::Ar && clause.units[at].kind == Kind::Verb && near.into_iter().any(now) {
        return false;
    }
    // أكد أن زيارته غدا تهدف إلى: who says something has said it, whatever it is about.
    let journey = clause.lang == Lang::Ar && predicate == Predicate::Visited;
    let said = |unit: &Unit| journey && unit.phrase().is_none() && unit.is(Class::Complement);
    let verb = if clause.units[at].kind == Kind::Verb {
        Some(at)
    } else {
        (0..at)
            .rev()
            .take_while(|&i| !clause.units[i].is_stop() && !said(&clause.units[i]))
            .find(|&i| clause.units[i].kind == Kind::Verb)
    };
    // توقف, ترأس: a past, though its letters may be a present of another verb.
    let tense = |verb: usize| match clause.lang {
        Lang::Ar => clause.units[verb].tense(),
        Lang::En => clause.units[verb].verb().map(|(tense, ..)| tense),
    };
    verb.and_then(tense).is_none_or(|tense| matches!(tense, Tense::Present | Tense::Base | Tense::Gerund))
}
