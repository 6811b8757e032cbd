//! What a word of planning, offering or denying does not govern, though it stands before it: what has been whatever it says, and what it says of
//! something else.

use super::clause::Clause;
use super::governing::word_status;
use super::inherited::is_next_in_headline;
use super::negated::{is_any, not_omitted};
use super::occasion::is_later_in_tale;
use super::status::tells;
use super::told_en::{is_plain_past, is_told_beside, is_told_for_itself};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Sense, Slot, Status, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// What is asked of a word and the head behind it; where any of it is so, the word does not govern the head.
const QUESTIONS: &[fn(&Clause<'_>, usize, usize) -> bool] = &[
    is_event_that_failed,
    is_of_date,
    is_unwelcome,
    is_undergone,
    is_told_beside,
    is_told_for_itself,
    is_occasion,
    is_plan_of_subject,
    |clause, word, _| word > 0 && not_omitted(clause, word - 1).is_some(),
    goes_round,
    is_weighed,
    is_next_in_headline,
    |clause, word, _| is_later_in_tale(clause, word),
    is_deed_of_another,
    is_of_thing_before,
    is_adverb_of_past,
    is_stance_beside,
    is_possible_thing,
];

/// Returns whether a word before a head says nothing of the head.
pub(super) fn is_ungoverned(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    QUESTIONS.iter().any(|asked| asked(clause, word, at))
}

/// جددت رفضها للتدخل ودعمها للجيش, رفض مصر واستنكارها لتصريحات فلان: a stance with whose it is joined to one with whose that is; both hang on the verb before.
fn is_stance_beside(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let (before, head) = (&clause.units[word], &clause.units[at]);
    let stance = |told| {
        use Predicate::{Criticised, DemandedOf, Praised, Promised, Rejected, Supported, Threatened};
        matches!(told, Criticised | DemandedOf | Praised | Promised | Rejected | Supported | Threatened)
    };
    clause.lang == Lang::Ar
        && before.kind == Kind::Noun
        && head.kind == Kind::Noun
        && head.clitics == Clitics::WA
        && clause.tells(at, stance)
        && clause.tells(word, stance)
        && head.owner().is_some()
        && (before.owner().is_some() || !clause.genitive(word).is_empty())
}

/// لاحقا التقى فلانا: what says that something comes later, of a verb that says right behind it that it has been.
fn is_adverb_of_past(clause: &Clause<'_>, word: usize, _: usize) -> bool {
    let unit = &clause.units[word];
    let past = || clause.units.get(word + 1).is_some_and(|next| next.tense() == Some(Tense::Past));
    clause.lang == Lang::Ar && unit.kind != Kind::Verb && unit.is(Class::Planned) && unit.is(Class::Skip) && past()
}

/// "During talks on a possible deal, Obama thanked Cameron": an adjective of a thing says nothing of a verb of the past that names who did it.
fn is_possible_thing(clause: &Clause<'_>, word: usize, verb: usize) -> bool {
    let units = clause.units;
    let adjective = units[word].kind == Kind::Function
        && units[word].end == units[word].start + 1
        && units[word].is(Class::Possible)
        && word + 1 < verb
        && units[word + 1].phrase().is_none()
        && matches!(units[word + 1].kind, Kind::Word | Kind::Noun);
    clause.lang == Lang::En && adjective && is_plain_past(clause, verb)
}

/// فشلت المحادثات: what failed took place, unlike what somebody failed to do.
fn is_event_that_failed(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    clause.units[word].is(Class::Failed) && word + 1 == at && clause.units[at].is_definite_noun()
}

/// "on Saturday, May 3, he met": the month. "who will visit Berlin next week, met": nor does the time of another verb.
fn is_of_date(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let month = clause.units[word].has(|class| matches!(class, Class::Month(_)));
    month && clause.is_part_of_date(word)
        || clause.lang == Lang::En && clause.units[at].kind == Kind::Verb && clause.is_in_date(word)
}

/// ترفض زيارة كيري لمصر, رفضا لزيارة أوباما: a journey that nobody in power refuses goes on.
fn is_unwelcome(clause: &Clause<'_>, word: usize, noun: usize) -> bool {
    let units = clause.units;
    let refuses = units[word]
        .forms
        .iter()
        .any(|form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Rejected));
    let somebody = match units[word].kind {
        Kind::Verb => clause.subjects[word].as_ref().is_some_and(|found| !found.is_empty()),
        _ => !clause.genitive(word).is_empty() || !clause.suffix(word).is_empty(),
    };
    let owned = || clause.genitive(noun).list.iter().any(|party| party.kind == PhraseKind::Person);
    clause.lang == Lang::Ar
        && refuses
        && !somebody
        && units[noun].kind == Kind::Noun
        && tells(clause, noun, Predicate::Visited)
        && owned()
}

/// تعرض ترامب لانتقادات: with ل on the noun the verb says who undergoes it, though it is spelt like one of offering.
fn is_undergone(clause: &Clause<'_>, verb: usize, at: usize) -> bool {
    clause.units[at].clitics.has(Clitics::LI)
        && clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.receives)
}

/// دعا فلان في اتصال مع فلان إلى, رفض في لقاء معه: the contact in which somebody says something is not what he says.
fn is_occasion(clause: &Clause<'_>, verb: usize, noun: usize) -> bool {
    const WORDS: usize = 2;
    let units = clause.units;
    let contact = |form: &Form| {
        let predicate = clause.knowledge.lexicon.trigger(form.trigger).predicate;
        predicate.is_some_and(|predicate| predicate.family() == Family::Contact && predicate != Predicate::Visited)
    };
    let opens = (noun.saturating_sub(WORDS)..noun).rev().find(|&unit| clause.is_in(unit));
    let Some(opens) = opens.filter(|&opens| opens > verb) else { return false };
    // رفض المشاركة في لقاء: in what one would take part, and on no occasion; but what two others have agreed on stands.
    let others = (noun + 1..units.len().min(noun + 1 + WORDS)).any(|at| clause.is_preposition_of(at, "بين"));
    if units[opens - 1].phrase().is_none() && units[opens - 1].is(Class::Attending) && !others {
        return false;
    }
    // شكك في لقاء: what the verb itself takes.
    let takes = |slot: &Slot| matches!(slot, Slot::Prep(id) if units[opens].has(|c| matches!(c, Class::Prep(own) if own == *id)));
    let rows = || units[verb].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
    let says = rows().any(|row| row.flags.speech || row.predicate.is_some_and(|own| own.family() != Family::Contact));
    clause.lang == Lang::Ar
        && units[verb].kind == Kind::Verb
        && units[noun].kind == Kind::Noun
        && units[noun].forms.iter().any(contact)
        && units[opens + 1..noun].iter().all(|unit| unit.phrase().is_none() && !unit.is_mark())
        // فلان نفى في اتصال مع فلان: or the subject stands before.
        && (opens == verb + 1 || units[verb + 1..opens].iter().any(|unit| unit.phrase().is_some()))
        && says
        && !rows().any(|row| row.object.iter().any(takes))
}

/// "Obama's planned visit to Israel next week was criticised", "his call for a truce was rejected": what tells of the subject of a passive is not told of the verb.
fn is_plan_of_subject(clause: &Clause<'_>, word: usize, verb: usize) -> bool {
    let units = clause.units;
    let passive = || {
        verb > word + 1
            && units[verb].tense() == Some(Tense::PastParticiple)
            && units[verb - 1].is(Class::Auxiliary)
            && !units[verb - 1].has(|class| matches!(class, Class::Future | Class::Possible | Class::Planned))
    };
    clause.lang == Lang::En
        && units[verb].kind == Kind::Verb
        && passive()
        && matches!(word_status(clause, &units[word]), Some(Status::Planned | Status::Possible))
        && units[word + 1..verb - 1].iter().any(|unit| unit.kind == Kind::Noun || unit.phrase().is_some())
        && !units[verb - 2..verb].iter().any(|unit| unit.to || unit.is(Class::Future))
}

/// ما تردد عن لقاء كيري, but not تردد في لقائه: whether a verb of hesitating says that news of the noun goes round.
fn goes_round(clause: &Clause<'_>, verb: usize, noun: usize) -> bool {
    let unit = &clause.units[verb];
    unit.kind == Kind::Verb && unit.means(&clause.knowledge.lexicon, Sense::Omits) && {
        let row = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.status;
        unit.forms.iter().any(|form| row(form) == Some(Status::Possible)) && !clause.is_in(noun - 1)
    }
}

/// أكد أهمية زيارة الرئيس لبغداد: the importance of a journey that is somebody's says nothing against it.
fn is_weighed(clause: &Clause<'_>, word: usize, noun: usize) -> bool {
    let units = clause.units;
    clause.lang == Lang::Ar
        && word + 1 == noun
        && units[noun].kind == Kind::Noun
        && units[word].is(Class::Duty)
        && tells(clause, noun, Predicate::Visited)
        && clause.genitive(noun).list.iter().any(|party| party.kind == PhraseKind::Person)
}

/// رفض المصريين للدعم الأمريكي للإخوان: a stance or a deed that is somebody else's has been, whoever rejects it.
fn is_deed_of_another(clause: &Clause<'_>, word: usize, noun: usize) -> bool {
    let units = clause.units;
    let rejects = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Rejected);
    let stance = |form: &Form| {
        let told = clause.knowledge.lexicon.trigger(form.trigger).predicate;
        told.is_some_and(|told| {
            matches!(
                told,
                Predicate::Criticised
                    | Predicate::Supported
                    | Predicate::Attacked
                    | Predicate::Sanctioned
                    | Predicate::Seized
                    | Predicate::Threatened
                    | Predicate::DemandedOf
            )
        })
    };
    let owned = || {
        let demonym = clause.unit_phrase(noun + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let threat = tells(clause, noun, Predicate::Threatened);
        let genitive = !clause.genitive(noun).is_empty();
        // رفضه لاعتداءات إسرائيل على لبنان; but not of any that there may be
        let known = || genitive && tells(clause, noun, Predicate::Attacked) && !is_any(clause, noun);
        let whose = demonym || genitive || threat && units[noun].owner().is_some();
        (threat || units[noun].is_definite_noun() || known()) && whose
    };
    clause.lang == Lang::Ar
        && units[noun].kind == Kind::Noun
        && units[word].forms.iter().any(rejects)
        && units[noun].forms.iter().all(stance)
        && !units[noun].forms.is_empty()
        && owned()
}

/// تقدم محتمل في المفاوضات, اختراق متوقع في المحادثات: whether an adjective only says something of the plain noun before it, inside what the noun at
/// `at` tells.
fn is_of_thing_before(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let (units, shapes) = (clause.units, &clause.shapes);
    let thing = word.checked_sub(1).map(|thing| &units[thing]);
    let plain = thing.is_some_and(|unit| {
        let joins = |class| matches!(class, Class::Negation | Class::Auxiliary | Class::Conj | Class::Complement);
        unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && !unit.has(joins)
    });
    let bare = |at: usize| !shapes[at].article && shapes[at].preposition.is_none();
    clause.lang == Lang::Ar
        && plain
        && bare(word)
        && bare(word - 1)
        && units[word].kind == Kind::Function
        && units[word].end == units[word].start + 1
        && units[word].has(|class| matches!(class, Class::Possible | Class::Planned))
        && word + 2 == at
        && clause.is_in(word + 1)
        && units[at].is_definite_noun()
}
