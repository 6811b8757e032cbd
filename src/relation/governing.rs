//! What the words before and behind a word say of its status: what governs it, negates it or puts it off.

use super::clause::Clause;
use super::inherited::{is_next_in_headline, negates, set_last_at};
use super::occasion::{is_later_in_tale, is_occasion_of_past};
use super::status::{REACH, is_deed, tells};
use super::subject_en::VerbForm;
use super::told_en::{denied_report, is_plain_past, is_told_beside, is_told_for_itself};
use super::unit::{Case, Kind, Unit};
use super::willing::is_denied_will;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, PrepId, Sense, Shape, Slot, Status, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// The words before a head that set its status; `None` where nothing does.
pub(super) fn governing(clause: &Clause<'_>, at: usize) -> Option<Status> {
    let apart = || is_own_stance(clause, at) || is_deed_judged(clause, at);
    governed(clause, at).filter(|&found| found != Status::Denied || !apart())
}

/// لم تعلن دعما للعمليات الفرنسية في مالي: whether a deed of force with whose it is stands behind a noun of stance, that may be denied itself.
fn is_deed_judged(clause: &Clause<'_>, at: usize) -> bool {
    const NEAR: usize = 3;
    let force = |told| matches!(told, Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized);
    let stance = |told| matches!(told, Predicate::Supported | Predicate::Praised | Predicate::Criticised);
    clause.lang == Lang::Ar
        && clause.units[at].kind == Kind::Noun
        && clause.tells(at, force)
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

fn governed(clause: &Clause<'_>, at: usize) -> Option<Status> {
    let units = clause.units;
    // أعلن رفضه القصف، داعيا الحزب: a participle behind a comma is governed by nothing before it.
    let comment = units[at].kind == Kind::Participle && at > 0 && units[at - 1].is_comma();
    if comment && clause.lang == Lang::Ar {
        return None;
    }
    let head_verb = units[at].kind == Kind::Verb;
    if is_stance_aside(clause, at) {
        return None;
    }
    // قرر ألا يلتقي: "except" stands before no present.
    if at > 0 && units[at - 1].unless && units[at - 1].phrase().is_none() && units[at].tense() == Some(Tense::Present) {
        clause.because_of(&units[at - 1]);
        return Some(Status::Denied);
    }
    if clause.is_neither(at) {
        return Some(Status::Denied);
    }
    if is_due_next(clause, at) || is_meant(clause, at) {
        return Some(Status::Planned);
    }
    // A past is not a plan: what stands far before it governs something else.
    let past = clause.lang == Lang::Ar && units[at].tense() == Some(Tense::Past);
    // "voiced support for a proposal and discussed": so it is with a past behind "and", where the verb before is one.
    let joined = past && units[at].clitics.has_conjunction() || is_joined_past(clause, at);
    let mut complements = 0;
    let mut governor: Option<usize> = None;
    let aside = set_last_at(clause, at);
    let mut passed = 0;
    for (distance, before) in (0..at).rev().enumerate() {
        let distance = distance - passed;
        let unit = &units[before];
        // عبر فلان، في لقاء مع فلان، عن أمله: an aside that was set last is not governed by what stood behind it.
        if aside.is_some_and(|comma| before < comma && unit.start >= units[comma].start) {
            passed += 1;
            continue;
        }
        // ألغى اللقاء الذي عقده: what a relative clause tells is told for itself.
        let relative = head_verb
            && unit.is(Class::Relative)
            && (clause.lang == Lang::Ar
                || unit.phrase().is_none() && !unit.has(|c| matches!(c, Class::Circumstance | Class::Complement)));
        // رفض التدخل، لكنه رحب بالدعم: what stands against it is told for itself.
        let aside = opens_aside(clause, before, at);
        // دعاها إلى التهدئة، قبل أن يتوجه إلى جدة: a clause of time goes with the main verb, and not with what that aims at.
        let of_time = clause.lang == Lang::Ar && head_verb && distance < 2 && unit.is(Class::Ahead);
        if unit.is_stop() || distance > REACH || relative || aside || of_time {
            break;
        }
        // "Rice, who is due in Tbilisi on Friday, demanded": what stands in a clause between commas is told of whom it describes.
        if clause.lang == Lang::En && head_verb && unit.is_comma() && clause.closes_relative(at, before) {
            break;
        }
        // حذر من إمكانية انتفاضة، معتبرا أن إسرائيل تتهم: what stands before a participle of saying governs something else.
        // رفضت التهجير، مؤكدة دعمها للأردن: so it does where a noun stands right behind the participle.
        let saying = clause.lang == Lang::Ar
            && (complements > 0 || !head_verb)
            && unit.kind != Kind::Verb
            && unit.is(Class::Saying);
        if saying && before > 0 && units[before - 1].is_comma() {
            break;
        }
        // تريد الاحتفاظ بالأرض وترفض مطالب فلان: what somebody will have does not govern the stance that a joined verb tells.
        let other = clause.lang == Lang::Ar
            && head_verb
            && complements == 0
            && unit.kind == Kind::Verb
            && units[at].clitics == Clitics::WA
            && clause
                .tells(at, |told| matches!(told, Predicate::Rejected | Predicate::Criticised | Predicate::Praised));
        if other {
            break;
        }
        // دعا نظيره إلى كذا خلال لقائهما: what it tells beside is presupposed.
        if !head_verb && distance == 0 && unit.is(Class::Circumstance) && units[at].is_definite_noun() {
            break;
        }
        // جهود الوساطة: the efforts are the mediation.
        let pact = tells(clause, at, Predicate::AgreedWith);
        if distance == 0 && clause.lang == Lang::Ar && tells(clause, at, Predicate::Mediated) && !pact {
            continue;
        }
        // لم يتردد في انتقاد, لا يخفي دعمه: what somebody does not leave undone he does.
        if let Some(status) = not_omitted(clause, before) {
            clause.because_of(unit);
            return (status != Status::Happened).then_some(status);
        }
        // لم, لن, لا right before the verb; "not" among its auxiliaries.
        if negates(clause, before) {
            // دون إجراء محادثات مع: over the noun that says no more than that what stands behind it is done.
            let light = |unit: &Unit| is_light_noun(clause, unit);
            // مفاوضات غير مباشرة بوساطة مصر: "un-" is of the next word only.
            let adjective = clause.lang == Lang::Ar
                && distance > 0
                && !units[before + 1..at].iter().all(light)
                && unit.has(|class| matches!(class, Class::Prep(_)));
            if adjective {
                continue;
            }
            let passes = |unit: &Unit| {
                unit.kind == Kind::Function || light(unit) || unit.phrase().is_none() && unit.is(Class::Existing)
            };
            let near = distance == 0 || units[before + 1..at].iter().all(passes);
            if near || (governor.is_some() && units.get(before + 1).is_some_and(|next| next.kind == Kind::Verb)) {
                // لم تسفر زيارة كيري عن شيء: what came of it is denied, not the visit.
                if governor.is_some_and(|verb| !carries(clause, verb)) && !is_any(clause, at) {
                    break;
                }
                if is_journey_meanwhile(clause, before, at) {
                    // "will not meet him during his visit to Moscow"
                    let ahead = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Future);
                    let next = units[before.saturating_sub(2)..before].iter().find(|unit| ahead(unit));
                    let next = next.filter(|_| !units[before..at].iter().any(|unit| unit.is(Class::After)));
                    return next.map(|unit| {
                        clause.because_of(unit);
                        Status::Planned
                    });
                }
                clause.because_of(unit);
                return Some(Status::Denied);
            }
        }
        // قد تحدث: a past, though its letters may be a present of another verb.
        let present = units[at].persons().iter().all(|&(tense, ..)| tense == Tense::Present);
        if unit.is(Class::Qad) && distance == 0 && head_verb && present {
            clause.because_of(unit);
            return Some(Status::Possible);
        }
        let ahead = unit.is(Class::Future) && clause.units[before..at].iter().all(|unit| unit.kind != Kind::Verb);
        if ahead && !clause.is_said_to_be_first(before, at) && !is_told_for_itself(clause, before, at) {
            if let Some(denial) = denied_report(clause, before) {
                clause.because_of(denial);
                return Some(Status::Denied);
            }
            clause.because_of(unit);
            return Some(Status::Planned);
        }
        if declines(clause, before, at) {
            clause.because_of(unit);
            return Some(Status::Denied);
        }
        // فشلت المحادثات: what failed took place, unlike what somebody failed to do.
        let failed = unit.is(Class::Failed) && before + 1 == at && units[at].is_definite_noun();
        // "on Saturday, May 3, he met": the month.
        // "who will visit Berlin next week, met": nor does the time of another verb.
        let month = unit.has(|class| matches!(class, Class::Month(_))) && clause.is_part_of_date(before)
            || clause.lang == Lang::En && head_verb && clause.is_in_date(before);
        if unit.phrase().is_none()
            && !failed
            && !month
            // نفت إيران التهمة واتهمت واشنطن, رفضت عرض واشنطن واتهمت الرياض: what is joined to it is not what it denies or offers.
            && (!joined || complements != 0)
            && !is_unwelcome(clause, before, at)
            && !is_undergone(clause, before, at)
            && !is_told_beside(clause, before, at)
            && !is_told_for_itself(clause, before, at)
            && !is_occasion(clause, before, at)
            && !is_plan_of_subject(clause, before, at)
            && !(before > 0 && not_omitted(clause, before - 1).is_some())
            && !goes_round(clause, before, at)
            && !is_weighed(clause, before, at)
            && !is_next_in_headline(clause, before, at)
            && !is_later_in_tale(clause, before)
            && !is_deed_of_another(clause, before, at)
            && !is_of_thing_before(clause, before, at)
            && let Some(status) = word_status(clause, unit)
            && (!past || distance < 2 || status == Status::Denied)
        {
            // لم يستبعد لقاء: what is not ruled out may be.
            let open = clause.lang == Lang::Ar
                && unit.is(Class::Denied)
                && before > 0
                && (units[before - 1].is(Class::Negation) || clause.is_exclusion_rejected(before));
            // لا تريد حربا: what is negated is the wish for it.
            let unwanted = clause.lang == Lang::Ar
                && unit.kind == Kind::Verb
                && status == Status::Planned
                && before > 0
                && units[before - 1].is(Class::Negation);
            // لا تتضمن خطة أوباما زيارة القاهرة: or that the plan has it.
            let excluded = clause.lang == Lang::Ar
                && status == Status::Planned
                && unit.kind != Kind::Verb
                && before > 1
                && units[before - 1].has(|class| matches!(class, Class::Members(_) | Class::Existing))
                && units[before - 2].is(Class::Negation);
            let unwanted = unwanted || excluded;
            // ليس مستعدا للقاء, لا يمكن أن يلتقي: and that it may be.
            let unwanted = unwanted
                || clause.lang == Lang::Ar
                    && status == Status::Possible
                    // لا يمكن لمفاوضات أن تستأنف قبل: under a condition they may be; but ليس مستعدا للقاء.
                    && !(unit.kind == Kind::Verb && units[at].clitics.has(Clitics::LI))
                    && (unit.kind == Kind::Verb || unit.is(Class::Possible))
                    && before > 0
                    && units[before - 1].is(Class::Negation)
                    // دون جدوى
                    && !units[before - 1].is_preposition();
            // "does not plan to meet", "is not going to attend": so in English, the auxiliaries passed over.
            let unwanted = unwanted
                || clause.lang == Lang::En && status == Status::Planned && head_verb && is_negated_plan(clause, before);
            // "was ready for a truce during a phone call": the call was.
            let beside = clause.lang == Lang::En && !head_verb && distance > 0 && units[at - 1].is(Class::Circumstance);
            if beside && status == Status::Possible && !clause.is_in_date(at - 1) {
                break;
            }
            // نفى نيته لقاء, ليس لديه نية للقاء
            let unwanted =
                unwanted || matches!(status, Status::Planned | Status::Possible) && is_denied_will(clause, before);
            // نفى أن تؤثر زيارة كيري على الأزمة
            if status == Status::Denied && governor.is_some_and(|verb| !carries(clause, verb)) && !is_any(clause, at) {
                break;
            }
            // طلب من كيري لقاء عباس: what another is to do may be.
            let anothers = status == Status::Planned && clause.tells(before, |told| told == Predicate::DemandedOf) && {
                let bidden = clause.subjects.get(at).and_then(Option::as_ref).is_some_and(|found| found.bidden);
                bidden || !head_verb && clause.is_bound(at)
            };
            clause.because_of(unit);
            if status == Status::Possible
                && clause.is_invitation(before)
                && let Some(answer) = answered(clause, before)
            {
                return Some(answer);
            }
            return Some(match status {
                _ if anothers && !unwanted && !is_accepted(clause, at) => Status::Possible,
                _ if open => Status::Possible,
                _ if unwanted => Status::Denied,
                own => own,
            });
        }
        // أعلن أنه سيواصل جهوده، منتقدا العقوبات: what stands before the participle governs something else.
        let comment = unit.kind == Kind::Participle && before > 0 && units[before - 1].is_comma();
        if comment && !head_verb && clause.lang == Lang::Ar {
            break;
        }
        if unit.is(Class::Complement) {
            complements += 1;
            if complements > 1 || (!head_verb && governor.is_some()) {
                break;
            }
        }
        // نفى أن يكون بوتين التقى أوباما.
        if unit.is(Class::Auxiliary) && head_verb {
            continue;
        }
        // الزيارة التي لم يعلن عنها: what a relative clause denies is not what stands behind it.
        let relative = clause.lang == Lang::Ar
            && !head_verb
            && unit.kind == Kind::Verb
            && (before.saturating_sub(2)..before).any(|i| units[i].is(Class::Relative));
        if relative {
            // نفى الأنباء التي ترددت عن لقاء
            if is_told_of(clause, before) && is_rumour(clause, before) {
                clause.because_of(unit);
                return Some(Status::Denied);
            }
            break;
        }
        if unit.kind == Kind::Verb {
            // نفت ما ذكرته صحيفة عن لقاء جمع فلانا وفلانا
            if head_verb && complements == 0 && clause.lang == Lang::Ar && is_rumour(clause, before) {
                clause.because_of(unit);
                return Some(Status::Denied);
            }
            if let Some((tense, ..)) = unit.verb()
                && governor.is_none()
                && !head_verb
                && complements == 0
            {
                if tense == Tense::Future {
                    clause.because_of(unit);
                    return Some(Status::Planned);
                }
                // What stands before a past says nothing of it, but its negation.
                if clause.lang == Lang::Ar && unit.tense() == Some(Tense::Past) {
                    let negated = before > 0 && negates(clause, before - 1) || is_rumour(clause, before);
                    if negated {
                        clause.because_of(unit);
                    }
                    return negated.then_some(Status::Denied);
                }
                governor = Some(before);
                continue;
            }
            break;
        }
        if unit.is_comma() && !head_verb && (distance > 4 || complements > 0 || governor.is_some()) {
            break;
        }
        if unit.is_comma() && head_verb && complements == 0 && clause.lang == Lang::Ar {
            break;
        }
        // "after saying that he would resign, he was on the phone with": a clause with a subject and verb of its own.
        if unit.is_comma() && !head_verb && clause.opens_own_clause(before + 1, at) {
            break;
        }
        if unit.is_comma() && !head_verb && follows_relative(clause, before) {
            break;
        }
        // "several failed to, and Bashir visited": another clause.
        let joins = clause.lang == Lang::En && unit.is_comma() && head_verb && complements == 0;
        if joins && units[before + 1].is(Class::Conj) && before + 2 < at {
            break;
        }
    }
    None
}

/// "did not meet the king during his visit to London": whether a noun tells the journey during or after which something else, told from
/// `word` on, was not done.
pub(super) fn is_journey_meanwhile(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let units = clause.units;
    let while_it = |i: &usize| units[*i].phrase().is_none() && units[*i].is(Class::Circumstance);
    if clause.lang != Lang::En || units[at].kind != Kind::Noun || !tells(clause, at, Predicate::Visited) {
        return false;
    }
    // "without any visit to": of a journey whose it is, or of which the text has told.
    let whose = |i: usize| units[i].determined || units[i].possessive || units[i].case == Some(Case::Owner);
    (word + 1..at)
        .rev()
        .take_while(|&i| units[i].kind != Kind::Verb)
        .find(while_it)
        .is_some_and(|opens| (opens + 1..=at).any(whose) && !units[opens + 1..at].iter().any(Unit::is_comma))
}

/// "met Conte, who ruled out intervention, followed by a meeting with": whether a comma closes a relative clause before what followed the main one.
fn follows_relative(clause: &Clause<'_>, comma: usize) -> bool {
    let relative = |at: usize| {
        let unit = &clause.units[at];
        unit.phrase().is_none() && unit.is(Class::Relative) && at > 0 && clause.units[at - 1].is_comma()
    };
    let follows = clause.units.get(comma + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::ListMore));
    clause.lang == Lang::En && follows && (0..comma).rev().take_while(|&at| !clause.units[at].is_stop()).any(relative)
}

/// لكنه رحب, لأن كيري انتقد, رغم أن كيري انتقد: whether a unit opens a clause that is told for itself, and not under what stands before.
fn opens_aside(clause: &Clause<'_>, unit: usize, head: usize) -> bool {
    let units = clause.units;
    let opens = |class: Class| units[unit].phrase().is_none() && units[unit].is(class);
    if clause.lang == Lang::En {
        return false;
    }
    let past = || units[head].kind == Kind::Verb && units[head].tense() == Some(Tense::Past);
    // لأنه; مع أن, ذلك أن
    let because = || opens(Class::Complement) && units[unit].clitics.has(Clitics::LI);
    let that = || units.get(unit + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::Complement));
    let grounds = || {
        let alone = units[unit].has(|class| matches!(class, Class::Conj | Class::Complement));
        opens(Class::Grounds) && (alone || that())
    };
    opens(Class::Adversative) || past() && (grounds() || because() || that() && clause.is_preposition_of(unit, "مع"))
}

/// ما تردد عن لقاء كيري, but not تردد في لقائه: whether a verb of hesitating says that news of the noun goes round.
fn goes_round(clause: &Clause<'_>, verb: usize, noun: usize) -> bool {
    let unit = &clause.units[verb];
    unit.kind == Kind::Verb && unit.means(&clause.knowledge.lexicon, Sense::Omits) && {
        let row = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.status;
        unit.forms.iter().any(|form| row(form) == Some(Status::Possible)) && !clause.is_in(noun - 1)
    }
}

/// لم يتردد في انتقاد, لن يتردد في مهاجمة: what becomes of what stands behind a verb of leaving undone that the negation at a unit negates.
pub(super) fn not_omitted(clause: &Clause<'_>, negation: usize) -> Option<Status> {
    let unit = &clause.units[negation];
    let omits = |next: &Unit| next.kind == Kind::Verb && next.means(&clause.knowledge.lexicon, Sense::Omits);
    let negated = clause.lang == Lang::Ar && unit.is(Class::Negation) && unit.phrase().is_none();
    let found = negated && clause.units.get(negation + 1).is_some_and(omits);
    found.then_some(if unit.is(Class::Never) { Status::Planned } else { Status::Happened })
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
        let whose = demonym || !clause.genitive(noun).is_empty() || threat && units[noun].owner().is_some();
        (threat || units[noun].is_definite_noun()) && whose
    };
    clause.lang == Lang::Ar
        && units[noun].kind == Kind::Noun
        && units[word].forms.iter().any(rejects)
        && units[noun].forms.iter().all(stance)
        && !units[noun].forms.is_empty()
        && owned()
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
        let person = |phrase: &crate::mention::Phrase| phrase.kind == PhraseKind::Person;
        units[at].is(Class::Ahead)
            && units[at].end == units[at].start + 1
            && clause.unit_phrase(at + 1).is_some_and(person)
            && clause.bare_party(at + 1)
            && units.get(clause.list(at + 1).end).is_some_and(|unit| unit.is_definite_noun())
    };
    let open = |&i: &usize| !units[i].is_stop();
    clause.lang == Lang::Ar && (at + 1..units.len()).take_while(open).any(|i| accepts(i) || like_before(i))
}

/// إجراء, توقيع, فرض: whether a noun says no more than that what stands behind it is done.
pub(super) fn is_light_noun(clause: &Clause<'_>, unit: &Unit) -> bool {
    clause.lang == Lang::Ar
        && unit.phrase().is_none()
        && (unit.has(|class| matches!(class, Class::Holding | Class::Performing))
            || unit.forms.iter().any(|form| {
                let trigger = clause.knowledge.lexicon.trigger(form.trigger);
                trigger.flags.light && trigger.predicate.is_none()
            }))
}

/// Returns whether a verb before a noun says no more than that what it names takes place or is done: تعقد, تجري, تتم, تلقى. Any
/// other verb (تؤثر, تسفر) has a meaning of its own, which is what a negation before it denies.
pub(super) fn carries(clause: &Clause<'_>, verb: usize) -> bool {
    let unit = &clause.units[verb];
    clause.lang == Lang::En
        || unit.has(|class| matches!(class, Class::Done | Class::Holding | Class::Performing | Class::Existing))
        || unit.forms.iter().any(|form| {
            let trigger = clause.knowledge.lexicon.trigger(form.trigger);
            let flags = &trigger.flags;
            flags.light || flags.occurs || flags.event || flags.receives || flags.control || flags.infinitive
        })
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
    let on = clause.knowledge.lexicon.preposition_id("على");
    let leads =
        |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == on));
    let first = |stop: usize| {
        let place = |p: &crate::mention::Phrase| matches!(p.kind, PhraseKind::Place | PhraseKind::Country);
        clause.unit_phrase(stop).is_some_and(place) && clause.tells(at, |told| told == Predicate::Visited)
    };
    clause.lang == Lang::Ar
        && at > 2
        && units[at].tense() == Some(Tense::Present)
        && units[at - 1].is(Class::Complement)
        && !units[at - 1].resumes
        && leads(&units[at - 2])
        && (units[at - 3].is_comma() || first(at - 3))
}

/// لم يسجل أي لقاء: behind a negation there was none of what "any" stands before.
pub(super) fn is_any(clause: &Clause<'_>, noun: usize) -> bool {
    noun > 0 && clause.units[noun - 1].phrase().is_none() && clause.units[noun - 1].is(Class::Each)
}

/// ترفض زيارة كيري لمصر, رفضا لزيارة أوباما: a journey that nobody in power refuses goes on.
pub(super) fn is_unwelcome(clause: &Clause<'_>, word: usize, noun: usize) -> bool {
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

/// اعتذر فلان عن لقاء كيري, عن عدم حضور لقاء, "pulled out of a summit with": whether a verb says that somebody stays away from the contact that a noun tells; but اعتذر له في اتصال.
pub(super) fn declines(clause: &Clause<'_>, verb: usize, noun: usize) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    let unit = &units[verb];
    if unit.kind != Kind::Verb || !unit.means(&clause.knowledge.lexicon, Sense::Declines) {
        return false;
    }
    // "pulled out of a summit with", "withdrew from a meeting with"; but who leaves talks had begun them.
    let english = clause.lang == Lang::En;
    let ahead = |told: Predicate| matches!(told, Predicate::Met | Predicate::Hosted | Predicate::Visited);
    let contact = clause.tells(noun, |told| if english { ahead(told) } else { told.family() == Family::Contact });
    let words: &[&str] = if english { &["of", "from"] } else { &["عن"] };
    let from: Vec<PrepId> = words.iter().filter_map(|word| clause.knowledge.lexicon.preposition_id(word)).collect();
    let away = |i: &usize| from.iter().any(|&id| units[*i].is(Class::Prep(id)));
    let governed = (noun.saturating_sub(WORDS + 1).max(verb + 1)..noun).rev().find(away);
    let words = |i: usize| units[i].phrase().is_none() && !units[i].is_mark() && units[i].kind != Kind::Verb;
    contact && governed.is_some_and(|prep| (prep + 1..noun).all(words))
}

/// ما نشر حول لقاء, الأنباء التي ترددت عن لقاء: whether right behind a verb stands what it is about.
fn is_told_of(clause: &Clause<'_>, verb: usize) -> bool {
    // ما نشر في إحدى الصحف عن لقاء: where it was told, before.
    const WORDS: usize = 4;
    let about = ["عن", "حول", "بشأن", "بخصوص"].map(|word| clause.knowledge.lexicon.preposition_id(word));
    let open = |unit: &&Unit| unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb;
    let leads = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if about.contains(&Some(id))));
    clause.units.iter().skip(verb + 1).take(WORDS).take_while(open).any(leads)
}

/// نفى مصدر ما تردد بشأن لقاء: a verb of what was said, which a verb before denies.
pub(super) fn is_rumour(clause: &Clause<'_>, verb: usize) -> bool {
    // نفى رئيس البعثة بالقاهرة السفير فلان صحة ما نقلته
    const REACH: usize = 10;
    let units = clause.units;
    let word = verb.checked_sub(1).is_some_and(|before| matches!(units[before].kind, Kind::Word | Kind::Function));
    // ما نشرته صحيفة, ما تداولته مواقع: with a pronoun that looks back to "what".
    let published = units[verb].verb().is_some_and(|(.., object)| object.is_some());
    let speech = published
        || is_told_of(clause, verb)
        || units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
    let denies = (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|&before| !units[before].is_mark() && !units[before].is(Class::Complement))
        .find(|&before| units[before].kind == Kind::Verb);
    word && speech && denies.is_some_and(|verb| word_status(clause, &units[verb]) == Some(Status::Denied))
}

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

/// تعرض ترامب لانتقادات: with ل on the noun the verb says who undergoes it, though it is spelt like one of offering.
fn is_undergone(clause: &Clause<'_>, verb: usize, at: usize) -> bool {
    clause.units[at].clitics.has(Clitics::LI)
        && clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.receives)
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

/// Adjectives behind a noun: القمة المرتقبة, "talks planned".
pub(super) fn behind(clause: &Clause<'_>, at: usize) -> Option<Status> {
    if let Some(unit) = announced(clause, at) {
        clause.because_of(unit);
        return Some(Status::Planned);
    }
    for (next, unit) in clause.units.iter().enumerate().skip(at + 1).take(4) {
        if unit.is_stop() || unit.kind == Kind::Verb || unit.is_preposition() {
            return None;
        }
        // "told him by phone that he hoped to act": what is said is not the call.
        if clause.lang == Lang::En && unit.is(Class::Complement) && clause.tells_manner(at) {
            return None;
        }
        // أشاد بجهود, دعمه لمساعي: a noun with a preposition on it is no adjective of the head.
        let prepositional = clause.lang == Lang::Ar && unit.clitics.has_preposition();
        // عقد اجتماعا نادرا للبحث وتنسيق الاستعدادات: what stands behind another noun is not of this one.
        if prepositional && unit.kind == Kind::Noun {
            return None;
        }
        // عقب لقائه ميركل، من المقرر أن يسافر: of what comes next, behind the comma.
        let opens = clause.lang == Lang::Ar && unit.end > unit.start + 1 && clause.units[next - 1].is_comma();
        if opens && unit.is(Class::Planned) {
            return None;
        }
        // بحثا في مكالمة خطة العمل: a noun of what they spoke about is no adjective of the call.
        if clause.lang == Lang::Ar && unit.is(Class::Planned) && unit.is(Class::SideHead) {
            return None;
        }
        // أبلغه في رابع اتصال خلال أسبوع: of what has been done it tells within what time.
        if clause.lang == Lang::Ar && unit.is(Class::Soon) && is_occasion_of_past(clause, at) {
            return None;
        }
        if unit.phrase().is_none() && !prepositional {
            // "a news conference following his meeting": behind it.
            let over = clause.lang == Lang::En && unit.is(Class::After);
            if !over && unit.has(|class| matches!(class, Class::Planned | Class::Next | Class::Soon)) {
                clause.because_of(unit);
                return Some(Status::Planned);
            }
            // قمة محتملة في جنيف, but بيان مشترك أهمية الحل: a noun governs what comes next.
            let governs = clause.lang == Lang::Ar
                && clause.units.get(next + 1).is_some_and(|behind| {
                    matches!(behind.kind, Kind::Word | Kind::Noun)
                        || behind.phrase().is_some() && !behind.clitics.has_preposition()
                });
            // خلال لقائه فلانا أهمية التعاون: no adjective of a definite noun.
            let other = clause.lang == Lang::Ar && clause.units[at].is_definite_noun() && !clause.shapes[next].article;
            if unit.is(Class::Possible) && !governs && !other {
                clause.because_of(unit);
                return Some(Status::Possible);
            }
        }
    }
    if clause.lang == Lang::En {
        for before in (at.saturating_sub(3)..at).rev() {
            let unit = &clause.units[before];
            if unit.phrase().is_none() && unit.is(Class::Planned) {
                clause.because_of(unit);
                return Some(Status::Planned);
            }
        }
    }
    None
}

/// The word behind the parties of an English noun that says that it is planned: "a meeting between A and B is set for".
fn announced<'c>(clause: &'c Clause<'_>, noun: usize) -> Option<&'c Unit> {
    const WORDS: usize = 9;
    let over = |unit: &Unit| {
        unit.phrase().is_some()
            || unit.is_comma()
            || unit.is_preposition()
            || unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Conj | Class::Auxiliary))
    };
    if clause.lang == Lang::Ar || clause.units[noun].kind != Kind::Noun {
        return None;
    }
    let end = clause.units.len().min(noun + 1 + WORDS);
    let at = (noun + 1..end).find(|&at| !over(&clause.units[at]) || clause.units[at].is(Class::Planned))?;
    let unit = &clause.units[at];
    let time = unit.has(|class| matches!(class, Class::Next | Class::Soon | Class::Day(_)));
    let dated = at + 1 < clause.units.len() && clause.is_in_date(at + 1);
    // "his visit to Iran, scheduled to start on Friday"
    let opens = (clause.clause_start(noun)..noun).all(|before| clause.units[before].kind != Kind::Verb);
    let aside = opens && clause.units[at - 1].is_comma() && unit.end > unit.start + 1;
    (unit.phrase().is_none() && unit.is(Class::Planned) && !time && (dated || aside)).then_some(unit)
}

/// أن, إن
fn is_that(unit: &Unit) -> bool {
    unit.phrase().is_none() && unit.is(Class::Complement)
}

/// A future time in the clause makes a present verb or a bare noun a plan.
pub(super) fn future_time(clause: &Clause<'_>, at: usize) -> bool {
    // رحب بزيارة أوباما الشهر المقبل: what is only spoken of may be ahead.
    let noun = clause.units[at].kind == Kind::Noun;
    let tells = |unit: &Unit| {
        !noun
            || unit.forms.iter().any(|form| {
                let trigger = clause.knowledge.lexicon.trigger(form.trigger);
                !trigger.flags.speech && trigger.predicate.is_none_or(is_deed)
            })
    };
    // رأس اجتماعا، ويغادر غدا إلى تونس: an Arabic present speaks for itself.
    let own = clause.lang == Lang::Ar && clause.units[at].tense() == Some(Tense::Present);
    let units = clause.units;
    let is_past =
        |i: usize| units[i].tense() == Some(Tense::Past) || clause.lang == Lang::En && is_plain_past(clause, i);
    // أكد المتحدث أن القمة المقبلة تأتي: who says or confirms it has done nothing else.
    let says = |unit: &Unit| unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
    let that = || (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| is_that(&units[i]));
    let from = if noun && clause.lang == Lang::Ar { that() } else { None };
    let counts = |i: usize| is_past(i) && tells(&units[i]) && !(from.is_some_and(|that| i < that) && says(&units[i]));
    let past = !own && (0..at).rev().take_while(|&i| !units[i].is_stop()).any(counts);
    let ahead =
        clause.units.iter().skip(at + 1).take_while(|unit| !unit.is_stop() && unit.kind != Kind::Verb).take(14).any(
            |unit| {
                unit.phrase().is_none()
                    && unit.has(|class| matches!(class, Class::Next | Class::Day(1..) | Class::Soon))
                    // "following talks with": after them.
                    && !(unit.is(Class::After) && clause.lang == Lang::En)
            },
        );
    ahead && !past
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
