//! The status that a noun, a joined verb or a purpose shares with the verb it depends on.

use super::clause::Clause;
use super::negated::{carries, is_any, is_journey_meanwhile, is_light_noun};
use super::status::{is_deed, status, tells};
use super::subject_en::VerbForm;
use super::told_en::is_plain_past;
use super::trace::StatusRule;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Sense, Slot, Status, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// A noun or participle shares the status of the verb it depends on: يزور غدا ... لإجراء محادثات.
pub(super) fn inherited(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    if is_agreed_to(clause, at, predicate) {
        clause.because(StatusRule::Purpose, None);
        return Some(Status::Planned);
    }
    if is_sought_pact(clause, at, predicate) {
        clause.because(StatusRule::Purpose, None);
        return Some(Status::Planned);
    }
    if clause.units[at].kind == Kind::Verb {
        return coordinated(clause, at, predicate);
    }
    if is_reason_to_be_there(clause, at) {
        clause.because(StatusRule::Purpose, None);
        return Some(Status::Planned);
    }
    // أعرب فلان، في رسالة بعثها، عن أمله أن تشهد العلاقات تقدما: not on what stood behind an aside that was set last.
    let aside = set_last_at(clause, at);
    let governs =
        |i: &usize| aside.is_none_or(|comma| *i > comma || clause.units[*i].start < clause.units[comma].start);
    let verb = (0..at)
        .rev()
        .take_while(|&i| !clause.units[i].is_stop())
        .filter(governs)
        .find(|&i| clause.units[i].kind == Kind::Verb)?;
    // سيلتقي زيباري الذي كان في استقباله: what a relative clause tells without a verb is told for itself.
    let relative = clause.lang == Lang::Ar
        && (verb + 1..at).any(|i| clause.units[i].is(Class::Relative) && clause.units[i].phrase().is_none());
    if relative {
        return None;
    }
    // أعلن أنه سيواصل جهوده، منتقدا العقوبات: so is what a participle of saying behind the content is about.
    let comment = |unit: usize| {
        let says =
            clause.lang == Lang::Ar && clause.units[unit].kind != Kind::Verb && clause.units[unit].is(Class::Saying);
        (clause.units[unit].kind == Kind::Participle || says) && clause.units[unit - 1].is_comma()
    };
    let said = comment(at)
        && clause.lang == Lang::Ar
        && clause.units[..verb].iter().rposition(Unit::is_stop).map_or(0, |stop| stop + 1)
            < clause.shapes[..verb].iter().rposition(|shape| shape.opens_content).unwrap_or(0);
    if said || (verb + 1..at).any(comment) {
        return None;
    }
    if is_journey_ahead(clause, verb, at, predicate) {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    if is_purpose_of_coming_journey(clause, verb, at, predicate) {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    // وصل لإجراء محادثات: the purpose of a journey is still ahead.
    // جاءت زيارة كارتر بعد زيارة للاجتماع مع: of an event nobody comes.
    let traveller = clause.subjects[verb].as_ref().is_some_and(|found| !found.is_empty());
    // ترأس الدورة الثالثة للحوار: only with a delegation behind it does a word of leading tell of a journey.
    let journey = clause.units[verb].forms.iter().any(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        trigger.is_journey() && (!trigger.flags.heads || clause.units[verb + 1..at].iter().any(|unit| unit.delegation))
    });
    // من المقرر أن تشمل الزيارة محادثات مع: of what a visit holds the verb says when.
    let legs = clause.units[verb]
        .forms
        .iter()
        .any(|form| clause.knowledge.lexicon.trigger(form.trigger).subject.contains(&Slot::Traveller));
    // برنامج الزيارة يتضمن لقاء مع فلان: what a visit will hold.
    let held = clause.units[verb].is(Class::Existing) && clause.units[verb].tense() == Some(Tense::Present);
    if held && !traveller && clause.lang == Lang::Ar && clause.owner_of_visit(verb).is_some() {
        clause.because(StatusRule::Agenda, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    let light = clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.light);
    if journey && !legs && !traveller && !light && clause.lang == Lang::Ar {
        return None;
    }
    let purpose = (at.saturating_sub(2)..=at).any(|i| {
        i > verb
            && (clause.shapes[i].preposition.is_some() || clause.units[i].clitics.has(Clitics::LI))
            && clause.units[i].phrase().is_none()
    });
    // اختتم كلمته مشيدا بمصر وداعيا السودان: what one says beside is no purpose.
    let purpose = purpose && clause.units[at].kind != Kind::Participle;
    // زاره لتهنئته بفوزه: whom one has visited to congratulate him has been congratulated.
    let host = predicate == Predicate::Praised
        && clause.units[at].clitics.has(Clitics::LI)
        && clause.units[at].owner().is_some()
        && at > verb + 1
        && clause.unit_phrase(at - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
    // قادت الكويت جهودا للوساطة بين: the efforts are the mediation.
    let efforts = predicate == Predicate::Mediated && at > 0 && clause.units[at - 1].is(Class::Effort);
    let purpose = purpose && !host && !efforts;
    if journey && purpose && clause.lang == Lang::Ar || is_purpose_of_arrival(clause, verb, at) {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    // تعهد هولاند بتقديم فرنسا مساعدات, وعد بأن تقدم فرنسا مساعدات: what one promises that another will give is still ahead.
    let promised = clause.lang == Lang::Ar
        && predicate == Predicate::Aided
        && (clause.tells(verb, |told| told == Predicate::Promised) || clause.is_promised(verb));
    if promised {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    let speech =
        clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
    if speech {
        return None;
    }
    if is_refused(clause, verb, at, predicate) {
        clause.because(StatusRule::Inherited, Some(&clause.units[verb]));
        return Some(Status::Denied);
    }
    let found = status(clause, verb, predicate);
    // لم تسفر زيارة كيري عن شيء: what came of it is denied, not the visit.
    if found == Status::Denied && predicate.family() == Family::Contact && !carries(clause, verb) && !is_any(clause, at)
    {
        return None;
    }
    if found == Status::Denied && is_journey_meanwhile(clause, verb, at) {
        return None;
    }
    clause.because(StatusRule::Inherited, Some(&clause.units[verb]));
    Some(found)
}

/// غادر فلان بلاده متوجها إلى باريس في زيارة لفرنسا: the visit is as much ahead as the town to which he goes. الطائرة القادمة من
/// تونس is what brought him.
fn is_journey_ahead(clause: &Clause<'_>, verb: usize, at: usize, predicate: Predicate) -> bool {
    let heads_for = |unit: &Unit| {
        unit.kind == Kind::Participle
            && unit.forms.iter().any(|form| {
                let trigger = clause.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate == Some(Predicate::Visited) && trigger.flags.status == Some(Status::Planned)
            })
    };
    let towards = |next: &Unit| {
        ["إلى", "نحو"].iter().any(|word| {
            let id = clause.knowledge.lexicon.preposition_id(word);
            next.has(|class| matches!(class, Class::Prep(own) if Some(own) == id))
        })
    };
    predicate == Predicate::Visited
        && clause.lang == Lang::Ar
        && clause.units[at].kind == Kind::Noun
        && (verb + 1..at).any(|unit| heads_for(&clause.units[unit]) && clause.units.get(unit + 1).is_some_and(towards))
}

/// قال فلان قبل توجهه إلى واشنطن للقاء أوباما: a contact for which somebody travels is ahead where his journey is.
fn is_purpose_of_coming_journey(clause: &Clause<'_>, verb: usize, at: usize, predicate: Predicate) -> bool {
    const NEAR: usize = 8;
    let unit = &clause.units[at];
    let purpose = clause.lang == Lang::Ar && predicate.family() == Family::Contact && unit.clitics.has(Clitics::LI);
    let visits = |told| told == Predicate::Visited;
    let journey = |i: &usize| {
        clause.units[*i].kind == Kind::Noun && clause.units[*i].owner().is_some() && clause.tells(*i, visits)
    };
    let noun = (verb + 1..at).rev().take(NEAR).find(|i| purpose && journey(i));
    noun.is_some_and(|noun| status(clause, noun, Predicate::Visited) == Status::Planned)
}

/// "rejected any dialogue with the president", "refuses talks with": no talks are held that somebody refuses.
fn is_refused(clause: &Clause<'_>, verb: usize, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 3;
    clause.lang == Lang::En
        && (predicate.family() == Family::Contact || predicate == Predicate::AgreedWith && !clause.units[at].determined)
        && at <= verb + 1 + WORDS
        && clause.tells(verb, |told| told == Predicate::Rejected)
        && clause.units[verb + 1..at]
            .iter()
            .all(|unit| unit.kind == Kind::Word || unit.kind == Kind::Function && !unit.is_preposition())
}

/// The comma of the aside that a unit belongs to, where that was set behind the clause that it parts: its words stand earlier in
/// the text than those before it.
pub(super) fn set_last_at(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let units = clause.units;
    let out_of_order = |&i: &usize| i > 0 && units[i].is_comma() && units[i - 1].start > units[i].start;
    let within = |&i: &usize| !units[i].is_stop();
    (0..at).rev().take_while(within).find(out_of_order).filter(|_| clause.lang == Lang::Ar)
}

/// كان الوزير في باريس للقاء نظيره: what somebody is at a place for is still ahead, where no verb says more.
fn is_reason_to_be_there(clause: &Clause<'_>, at: usize) -> bool {
    let units = clause.units;
    let place = at.checked_sub(1).filter(|&place| {
        clause.unit_phrase(place).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
    });
    clause.lang == Lang::Ar
        && units[at].clitics.has(Clitics::LI)
        && place.is_some_and(|place| place > 0 && (clause.is_in(place - 1) || is_to(clause, place - 1)))
        && units[..at].iter().rev().take_while(|unit| !unit.is_stop()).all(|unit| unit.kind != Kind::Verb)
}

/// كيري إلى عمان للقاء نظيره
fn is_to(clause: &Clause<'_>, at: usize) -> bool {
    clause.units[at].is_preposition()
        && clause.knowledge.lexicon.preposition_id("إلى").is_some_and(|id| clause.governs(at, id))
}

/// "agreed to talks with": what one agrees to hold is ahead.
fn is_agreed_to(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    // "agreed to direct peace talks"
    const WORDS: usize = 4;
    let units = clause.units;
    let words = (at.saturating_sub(WORDS)..at).rev().take_while(|&i| units[i].kind == Kind::Word || units[i].to);
    let Some(to) = words.into_iter().find(|&i| units[i].to) else { return false };
    let agreed = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::AgreedWith);
    clause.lang == Lang::En
        && predicate.family() == Family::Contact
        && to > 0
        && units[to - 1].kind == Kind::Verb
        && units[to - 1].forms.iter().any(agreed)
}

/// أجرى محادثات للتوصل إلى اتفاق مع إيران, بهدف إبرام اتفاق: an agreement for which somebody only talks, which is no praise for having reached one.
fn is_sought_pact(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const NEAR: usize = 2;
    let units = clause.units;
    if predicate != Predicate::AgreedWith || clause.lang == Lang::En || units[at].kind != Kind::Noun {
        return false;
    }
    // تتوسط قطر في صفقة بين: nor has one been made between whom somebody still mediates.
    let mediates =
        |i: usize| units[i].tense() == Some(Tense::Present) && clause.tells(i, |told| told == Predicate::Mediated);
    let verb = (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
    if verb.is_some_and(mediates) && !units[at].is_definite_noun() {
        return true;
    }
    let aim = |i: usize| {
        i > 0
            && units[i - 1].phrase().is_none()
            && units[i - 1].is(Class::SideHead)
            && units[i - 1].clitics.has(Clitics::BI)
    };
    let reached = (at.saturating_sub(NEAR)..at).rev().find(|&i| is_light_noun(clause, &units[i]));
    let sought = reached.is_some_and(|i| {
        units[i].owner().is_none() && !clause.shapes[i].suffix && (units[i].clitics.has(Clitics::LI) || aim(i))
    });
    let praised = || {
        (0..at)
            .rev()
            .take_while(|&i| !units[i].is_stop())
            .find(|&i| units[i].kind == Kind::Verb)
            .is_some_and(|verb| tells(clause, verb, Predicate::Praised))
    };
    sought && !praised()
}

/// أكد أن بلاده ستدعم مصر، وذلك خلال لقائه فلانا: the contact at which somebody said what is still ahead.
pub(super) fn is_when_said(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    if at < 2 || clause.lang == Lang::En || predicate.family() != Family::Contact || units[at].owner().is_none() {
        return false;
    }
    let during = units[at - 1].phrase().is_none() && units[at - 1].is(Class::Circumstance);
    let aforesaid = during && units[at - 2].is(Class::Aforesaid) && !units[at - 1].is(Class::Ahead);
    let ahead = |unit: &Unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Next | Class::Day(1..)));
    let said = (0..at).find(|&i| units[i].kind == Kind::Verb).is_some_and(|verb| {
        let speech = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech;
        units[verb].tense() == Some(Tense::Past) && units[verb].forms.iter().any(speech)
    });
    aforesaid && said && !units[at + 1..].iter().take_while(|unit| !unit.is_stop()).any(ahead)
}

/// تعديل معاهدة السلام بين مصر وإسرائيل, بنود الاتفاق مع روسيا: whether an agreement stands behind a word for what is done with one that
/// exists.
fn is_standing_pact(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 4;
    let units = clause.units;
    // معاهدة السلام
    let known = units[at].is_definite_noun()
        || units[at].end > units[at].start + 1
        || clause.shapes.get(at + 1).is_some_and(|next| next.article) && units[at + 1].phrase().is_none();
    let word = |unit: &&Unit| unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb;
    let near = units[at.saturating_sub(WORDS)..at].iter().rev().take_while(word);
    clause.lang == Lang::Ar
        && units[at].kind == Kind::Noun
        && known
        && near.into_iter().any(|unit| unit.is(Class::Standing))
}

/// "Under a deal with Mali, Niger will": the English agreement that somebody acts under has been made, unless a word says that it is only
/// planned.
fn is_followed_pact(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    if clause.lang != Lang::En || units[at].kind != Kind::Noun {
        return false;
    }
    let under = (at.saturating_sub(WORDS + 1)..at).rev().find(|&i| units[i].is_preposition());
    let hedged = |unit: &Unit| unit.has(|c| matches!(c, Class::Planned | Class::Possible | Class::Denied));
    under.is_some_and(|under| {
        clause.is_preposition_of(under, "under")
            && units[under + 1..at].iter().all(|unit| unit.kind != Kind::Verb && !unit.is_mark() && !hedged(unit))
    })
}

/// قد تلغي تركيا اتفاقها مع روسيا: what is somebody's own agreement has been made, whatever is to become of it, unless a word says that it is
/// being made.
pub(super) fn is_owned_pact(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const NEAR: usize = 3;
    let units = clause.units;
    if predicate == Predicate::AgreedWith && is_standing_pact(clause, at) {
        return true;
    }
    if predicate == Predicate::AgreedWith && is_followed_pact(clause, at) {
        return true;
    }
    if predicate != Predicate::AgreedWith || clause.lang == Lang::En || units[at].owner().is_none() {
        return false;
    }
    let light = |form: &Form| {
        let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
        flags.light && flags.status.is_none()
    };
    let makes = |unit: &Unit| is_light_noun(clause, unit) || unit.kind == Kind::Verb && unit.forms.iter().any(light);
    let verb = (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
    units[at].kind == Kind::Noun
        && !units[at.saturating_sub(NEAR)..at].iter().any(makes)
        && verb.is_some_and(|verb| !makes(&units[verb]))
}

/// "arrived in Cairo on Monday for talks with": what somebody has come for is still ahead.
fn is_purpose_of_arrival(clause: &Clause<'_>, verb: usize, at: usize) -> bool {
    clause.lang == Lang::En && arrives(clause, verb) && (verb + 1..at).any(|i| clause.is_preposition_of(i, "for"))
}

/// "arrived", "landed": whether a verb tells of a journey that ends where it says.
fn arrives(clause: &Clause<'_>, verb: usize) -> bool {
    let into = clause.knowledge.lexicon.preposition_id("in").map(Slot::Prep);
    clause.units[verb].forms.iter().any(|form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        // "visited Cairo for talks with": who has been there has done what he went for.
        let been = trigger.object.contains(&Slot::Object);
        let into = into.is_some_and(|into| trigger.object.contains(&into));
        trigger.is_journey() && !trigger.flags.abroad && !been && into
    })
}

/// لم يزر دمشق أو يلتق الأسد, نفى أن يكون زارها أو التقاه: whether "or" joins a verb to one that is denied.
fn is_denied_by_or(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let or = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Or);
    let joined = at.checked_sub(1).filter(|&before| clause.lang == Lang::Ar && or(&units[before]));
    let verb =
        joined.and_then(|or| (0..or).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb));
    units[at].kind == Kind::Verb && verb.is_some_and(|verb| status(clause, verb, predicate) == Status::Denied)
}

/// سيزور إيران ويلتقي رئيسها: a present joined to what is planned or possible is so too.
fn coordinated(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
    if clause.lang == Lang::En {
        return joined_base(clause, at, predicate).or_else(|| purpose(clause, at, predicate));
    }
    if is_denied_by_or(clause, at, predicate) {
        return Some(Status::Denied);
    }
    // ترأس: a past, though its letters may be a present of another verb.
    let present = units[at].tense() == Some(Tense::Present);
    // سيلتقي نظيره قبل أن يجتمع مع الرئيس
    let ahead = at > 0
        && (units[at - 1].is(Class::Ahead)
            || at > 1 && units[at - 1].is(Class::Complement) && units[at - 2].is(Class::Ahead));
    let joined = ahead
        || units[at].clitics.has_conjunction()
        || at > 0 && units[at - 1].has(|class| matches!(class, Class::Conj | Class::ListMore));
    let purpose = units[at].clitics.has(Clitics::LI);
    if !present || !joined && !purpose {
        return None;
    }
    // يزور تركيا التي استقبلت اللاجئين، كما يزور مصر: not to what a relative clause tells.
    let relative = |verb: usize| (verb.saturating_sub(2)..verb).any(|i| units[i].is(Class::Relative) && joined);
    let verb =
        (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb && !relative(i))?;
    // عبر الحدود متوجها إلى أنقرة حيث يلتقي: so of a journey that a participle tells.
    let journey = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).is_journey();
    let heads = |&i: &usize| units[i].kind == Kind::Participle && units[i].forms.iter().any(journey);
    let there = units[at - 1].is(Class::Where) && predicate.family() == Family::Contact;
    if let Some(heading) = (verb + 1..at).rev().find(heads).filter(|_| there) {
        clause.because(StatusRule::Purpose, Some(&units[heading]));
        return Some(Status::Planned);
    }
    // وصل ليطلع المجلس, وصل حيث يلتقي نظيره: the purpose of a journey is still ahead.
    let purpose = purpose || units[at - 1].is(Class::Where) && predicate.family() == Family::Contact;
    // زيارة كيري إلى القاهرة حيث يلتقي نظيره: so of a journey that a noun tells.
    let noun = (verb + 1..at).rev().find(|&noun| tells(clause, noun, Predicate::Visited));
    if let Some(noun) = noun.filter(|_| purpose) {
        clause.because(StatusRule::Purpose, Some(&units[noun]));
        return match status(clause, noun, Predicate::Visited) {
            Status::Happened => Some(Status::Planned),
            other => Some(other),
        };
    }
    let journey = units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).is_journey());
    if purpose && journey && status(clause, verb, predicate) == Status::Happened {
        clause.because(StatusRule::Purpose, Some(&units[verb]));
        return Some(Status::Planned);
    }
    let found = status(clause, verb, predicate);
    inherits(clause, found, verb)
}

/// "will attend a summit and meet Putin", "is due to visit Cairo, attend a summit and meet Sisi": a bare form joined to another
/// shares its auxiliary.
fn joined_base(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    const REACH: usize = 14;
    let units = clause.units;
    let chain = clause.chain_start(at);
    let base = |verb: usize| units[verb].verb().is_some_and(|(tense, ..)| tense == Tense::Base);
    let adverbs = |i: usize| !clause.is_auxiliary(i);
    let joined = base(at) && (chain..at).all(adverbs) && chain > 0 && units[chain - 1].is(Class::Conj);
    if !joined || !is_deed(predicate) {
        return None;
    }
    let open = |&i: &usize| {
        !units[i].is_stop() && (units[i].phrase().is_some() || !units[i].is(Class::Complement) || units[i].to)
    };
    for before in (chain.saturating_sub(REACH)..chain - 1).rev().take_while(open) {
        let unit = &units[before];
        if unit.phrase().is_none() && unit.is(Class::Future) {
            clause.because(StatusRule::Inherited, Some(unit));
            return Some(Status::Planned);
        }
        if unit.kind == Kind::Verb {
            let found = base(before).then(|| status(clause, before, predicate))?;
            return inherits(clause, found, before);
        }
    }
    None
}

/// "will visit Cairo to meet his counterpart": the purpose of what is planned or possible is so too.
fn purpose(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
    // "will see Sisi before heading to Jordan"
    let before_it = clause.verb_form(at) == VerbForm::Gerund
        && predicate.family() == Family::Contact
        && at > 0
        && clause.units[at - 1].is(Class::Circumstance);
    if is_end_of_journey_ahead(clause, at) {
        return Some(Status::Planned);
    }
    if clause.verb_form(at) != VerbForm::Infinitive && !before_it || !is_deed(predicate) {
        return None;
    }
    // "flew to Tehran to seek support, a day after visiting Turkey": what came first is as past as what came next.
    let after = before_it && clause.units[at - 1].is(Class::After);
    if after && clause.main_verb_before(at).is_some_and(|verb| is_plain_past(clause, verb)) {
        return None;
    }
    let verb = (0..at)
        .rev()
        .take_while(|&unit| !clause.units[unit].is_stop() && !clause.units[unit].is(Class::Complement))
        .find(|&unit| clause.units[unit].kind == Kind::Verb)?;
    // "agreed to meet again", "committed to send": what one binds oneself to is ahead.
    let binds = clause.units[verb].forms.iter().any(|form| {
        let row = clause.knowledge.lexicon.trigger(form.trigger).predicate;
        matches!(row, Some(Predicate::AgreedWith | Predicate::Promised))
    });
    // "arrived in Cairo to meet", "sent Brahimi to meet": so is what somebody has come or is sent for.
    let comes = || predicate.family() == Family::Contact && (arrives(clause, verb) || clause.sent(verb).is_some());
    if binds || clause.verb_form(at) == VerbForm::Infinitive && comes() {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
        return Some(Status::Planned);
    }
    if predicate.family() != Family::Contact {
        return None;
    }
    // "accepted an invitation from Obama to visit"
    let invites = |unit: &Unit| {
        unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.invites)
            || unit.means(&clause.knowledge.lexicon, Sense::Invites)
    };
    if clause.units[verb + 1..at].iter().any(|unit| unit.kind == Kind::Noun && invites(unit)) {
        clause.because(StatusRule::Invited, None);
        return Some(Status::Possible);
    }
    // "invited him to visit"
    let own =
        clause.units[verb].forms.iter().find_map(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.status);
    let found = own.unwrap_or_else(|| status(clause, verb, predicate));
    inherits(clause, found, verb)
}

/// "will visit Damascus to sign an accord", "is to travel to Cairo to thank": whatever a journey is for that is still ahead.
fn is_end_of_journey_ahead(clause: &Clause<'_>, at: usize) -> bool {
    if clause.verb_form(at) != VerbForm::Infinitive {
        return false;
    }
    let open = |&i: &usize| !clause.units[i].is_mark() && !clause.units[i].is(Class::Complement);
    let verb = (0..at).rev().take_while(open).find(|&i| clause.units[i].kind == Kind::Verb);
    let journey = |verb: usize| {
        clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).is_journey())
    };
    // "continues to support" leads nowhere.
    let leads = |verb: usize| {
        (verb + 1..at)
            .any(|i| clause.unit_phrase(i).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country)))
    };
    let may_lead = verb.filter(|&verb| journey(verb) && leads(verb));
    let ahead = may_lead.filter(|&verb| status(clause, verb, Predicate::Visited) == Status::Planned);
    if let Some(verb) = ahead {
        clause.because(StatusRule::Purpose, Some(&clause.units[verb]));
    }
    ahead.is_some()
}

/// What is planned or possible holds for what depends on it; what has happened says nothing.
fn inherits(clause: &Clause<'_>, found: Status, verb: usize) -> Option<Status> {
    if matches!(found, Status::Planned | Status::Possible) {
        clause.because(StatusRule::Inherited, Some(&clause.units[verb]));
        return Some(found);
    }
    if let Some(trace) = clause.trace {
        trace.no_status();
    }
    None
}

/// كيري يقترح هدنة ويلتقي نتنياهو: whether a headline, which begins with its subject, tells in the present what he proposes or asks for, in
/// words of its own, and then by a verb joined to it what else he does.
pub(super) fn is_next_in_headline(clause: &Clause<'_>, verb: usize, next: usize) -> bool {
    let units = clause.units;
    let present = |at: usize| units[at].kind == Kind::Verb && units[at].tense() == Some(Tense::Present);
    let asks = |at: usize| units[at].is(Class::Possible) || clause.tells(at, |told| told == Predicate::DemandedOf);
    let named = (0..verb).all(|at| units[at].phrase().is_some());
    let own = units.get(verb + 1).is_some_and(|word| {
        matches!(word.kind, Kind::Word | Kind::Noun) && word.phrase().is_none() && !word.is(Class::Complement)
    });
    clause.lang == Lang::Ar
        && verb > 0
        && named
        && own
        && present(verb)
        && present(next)
        && units[next].clitics == Clitics::WA
        && asks(verb)
}

/// Returns whether a unit negates what stands behind it. لما قدمته قطر: "what" is spelt like "not yet", which stands before no past.
pub(super) fn negates(clause: &Clause<'_>, at: usize) -> bool {
    let unit = &clause.units[at];
    let taken = |next: &Unit| {
        let (past, object) =
            (next.tense() == Some(Tense::Past), next.verb().is_some_and(|(.., object)| object.is_some()));
        next.kind == Kind::Verb && past && object
    };
    let what =
        || clause.lang == Lang::Ar && (clause.units.get(at + 1).is_some_and(taken) || is_resumed_what(clause, at));
    unit.is(Class::Negation) && unit.phrase().is_none() && !what()
}

/// ما أمر به الملك من مساعدات, ما دعت إليه مصر: "what", which a pronoun behind a past takes up, is spelt like "not".
fn is_resumed_what(clause: &Clause<'_>, at: usize) -> bool {
    let past = |unit: &Unit| unit.kind == Kind::Verb && unit.tense() == Some(Tense::Past);
    let resumes = |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_)));
    clause.units.get(at + 1).is_some_and(past)
        && clause.units.get(at + 2).is_some_and(resumes)
        && clause.bare_party(clause.skip_adverbials(at + 3))
}
