//! What is said of an Arabic meeting, call or journey behind its parties, where it is the subject of its clause: زيارة كيري إلى القدس لم تتم, لقاء
//! الوزيرين غير وارد, اجتماعهما بات وشيكا, الزيارة تم إلغاؤها.
//!
//! The index of the noun comes in; the status that its predicate gives it goes out.

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Status, Tense};
use crate::text::Clitics;

/// How far behind its noun the predicate may stand.
const REACH: usize = 12;
/// How many words of unknown meaning may stand between.
const WORDS: usize = 4;

/// Whether a clause may say of what a noun names that it takes place or not.
fn judged(predicate: Predicate) -> bool {
    predicate.family() == Family::Contact || predicate == Predicate::AgreedWith
}

/// What the predicate of a clause says of the contact or agreement that is its subject; `None` where it says nothing of whether it takes place.
pub(super) fn verdict(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    let units = clause.units;
    if clause.lang != Lang::Ar || !judged(predicate) || units[noun].kind != Kind::Noun {
        return None;
    }
    if let Some(due) = was_due(clause, noun).or_else(|| undated(clause, noun)) {
        clause.because_of(&units[due]);
        return Some(Status::Planned);
    }
    if let Some(may) = hypothetical(clause, noun, predicate) {
        clause.because_of(&units[may]);
        return Some(Status::Possible);
    }
    let first = predicate_of(clause, noun)?;
    if !clause.is_free_before(noun) || is_owned(clause, noun) {
        return None;
    }
    let mut at = first;
    let mut negated = false;
    let mut was = false;
    // لم يكن مقررا, لم يعد واردا, باتت غير ممكنة: particles and verbs of being before what is said.
    while let Some(unit) = units.get(at) {
        if unit.is(Class::Negation) {
            negated = true;
        } else if is_being(unit, units.get(at + 1)) {
            was |= unit.is(Class::Earlier);
        } else {
            break;
        }
        at += 1;
    }
    let said = units.get(at)?;
    let status = word(clause, predicate, at, negated, was)?;
    clause.because_of(said);
    Some(status)
}

/// ما تردد عن لقائه بفلان غير صحيح, ما أثير حول زيارته لم يحدث, الحديث عن قمة بينهما سابق لأوانه: what its own clause says of what is told about a
/// contact: that it is untrue, or at most possible.
pub(super) fn belied(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<Status> {
    const LONGEST: usize = 16;
    let units = clause.units;
    if clause.lang != Lang::Ar || !judged(predicate) || units[noun].kind != Kind::Noun {
        return None;
    }
    let about = ["عن", "حول", "بشأن", "بخصوص"].map(|word| clause.knowledge.lexicon.preposition_id(word));
    let leads = |unit: &Unit| {
        unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Prep(id) if about.contains(&Some(id))))
    };
    // عن قرب زيارة: a word between.
    let open = |unit: &&Unit| unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb;
    if !units[noun.saturating_sub(2)..noun].iter().rev().take_while(open).any(leads) {
        return None;
    }
    let behind = units.iter().enumerate().take(noun + LONGEST).skip(noun + 1);
    for (at, unit) in behind.take_while(|(_, unit)| !unit.is_stop()) {
        if unit.phrase().is_some() {
            continue;
        }
        if unit.kind == Kind::Verb {
            // لم يحدث على الإطلاق, and not لم يحدث تغييرا.
            let row = |form: &crate::lexicon::Form| clause.knowledge.lexicon.trigger(form.trigger).predicate.is_none();
            let alone = units.get(at + 1).is_none_or(|next| next.is_mark() || next.is(Class::Skip));
            let happens = clause.may_occur(at) || alone && unit.forms.iter().all(row);
            // فلم يجب: what somebody did about it.
            let own = !units[at - 1].clitics.has_conjunction() && !unit.clitics.has_conjunction();
            return (units[at - 1].is(Class::Negation) && own && happens).then_some(Status::Denied);
        }
        if unit.is(Class::Belied) {
            return Some(Status::Denied);
        }
        if unit.end > unit.start + 1 && unit.is(Class::Possible) {
            return Some(Status::Possible);
        }
        if unit.has(|class| matches!(class, Class::Relative | Class::Complement)) {
            return None;
        }
    }
    None
}

/// بات وشيكا, كانت غير واردة, لم يعد مطروحا: whether a verb only joins the noun to what is said of it.
fn is_being(unit: &Unit, next: Option<&Unit>) -> bool {
    let joins = unit.kind == Kind::Verb || unit.is(Class::Auxiliary);
    let said = |next: &Unit| {
        next.is(Class::Feasible) || unit.is(Class::Auxiliary) && (is_said(next) || next.is(Class::Negation))
    };
    joins && !unit.is(Class::Feasible) && next.is_some_and(said)
}

/// Returns whether a word is one that says of a meeting whether it takes place.
fn is_said(unit: &Unit) -> bool {
    unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Feasible | Class::Denied | Class::Planned))
}

fn word(clause: &Clause<'_>, predicate: Predicate, at: usize, negated: bool, was: bool) -> Option<Status> {
    let said = &clause.units[at];
    if said.phrase().is_some() {
        return None;
    }
    if said.is(Class::Feasible) {
        return Some(if negated { Status::Denied } else { Status::Possible });
    }
    if said.clitics.has_conjunction() {
        return None;
    }
    // لم تكن مقررة: it was, though nobody had planned it.
    if said.is(Class::Planned) && said.kind == Kind::Function && at > 0 && clause.units[at - 1].is(Class::Auxiliary) {
        return if negated { was.then_some(Status::Happened) } else { Some(Status::Planned) };
    }
    if said.is(Class::Denied) && said.kind != Kind::Verb && !negated && clause.units[at - 1].is(Class::Auxiliary) {
        return Some(Status::Denied);
    }
    let next = clause.units.get(at + 1);
    // لم يحصل by itself, and not لم يحصل على.
    let receives = |form: &crate::lexicon::Form| clause.knowledge.lexicon.trigger(form.trigger).flags.receives;
    let alone = || said.forms.iter().any(receives) && next.is_none_or(|next| !next.is_preposition());
    // اللقاء لم يعقد, الاتفاق لم يوقع بعد: what is done with it and with nothing else.
    let done = || {
        let row = |form: &crate::lexicon::Form| clause.knowledge.lexicon.trigger(form.trigger);
        let does =
            |form| row(form).flags.light && row(form).predicate.is_none() || row(form).predicate == Some(predicate);
        said.forms.iter().any(does) && said.verb().is_some_and(|(_, _, _, object)| object.is_none())
    };
    if said.kind != Kind::Verb || !(clause.may_occur(at) || negated && (alone() || done())) {
        return None;
    }
    if !negated {
        // تم إلغاؤها, جرى تأجيله
        let undone = next.filter(|next| next.phrase().is_none() && clause.shapes[at + 1].suffix)?;
        let off = undone.is(Class::Denied).then_some(Status::Denied);
        return off.or_else(|| undone.is(Class::Postponed).then_some(Status::Planned));
    }
    // لم يتم خلاله الاتفاق, لم يحصل الحزب فيه على شيء: what did not come about there is something else.
    let other = next.is_some_and(|next| {
        next.is(Class::During)
            || next.has(|class| matches!(class, Class::PrepPronoun(_)))
            || next.phrase().is_some_and(|_| next.clitics == Clitics::NONE)
            || matches!(next.kind, Kind::Noun | Kind::Participle)
            || next.kind == Kind::Word && (clause.shapes[at + 1].article || clause.shapes[at + 1].suffix)
    });
    (!other).then_some(Status::Denied)
}

/// Returns where the predicate of a noun begins: behind the parties, their prepositions and a few words.
fn predicate_of(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    let units = clause.units;
    let mut words = 0;
    for at in noun + 1..units.len().min(noun + REACH) {
        let unit = &units[at];
        match unit.kind {
            Kind::Phrase(_) => continue,
            Kind::Verb => return Some(at),
            Kind::Mark(_) | Kind::Noun | Kind::Participle => return None,
            Kind::Function | Kind::Word => {}
        }
        if unit.has(|class| matches!(class, Class::Relative | Class::Complement | Class::Circumstance)) {
            return None;
        }
        // زيارة كيري ممكنة, but في أقرب وقت ممكن and زيارة غير معلنة لكيري.
        let behind_party = units[at - 1].phrase().is_some() || at == noun + 1 && units[noun].is_definite_noun();
        let opens = unit.has(|class| matches!(class, Class::Negation | Class::Auxiliary)) || unit.is(Class::Feasible);
        if opens && behind_party && unit.clitics == Clitics::NONE {
            return Some(at);
        }
        if unit.is(Class::Negation) {
            return None;
        }
        if unit.kind == Kind::Word {
            words += 1;
            if words > WORDS {
                return None;
            }
        }
    }
    None
}

/// كانت زيارة كيري إلى القدس مقررة في مارس: where the clause says that the noun, which "was" opens, had been due; but not كانت زيارة كيري
/// المقررة, whose article makes it an attribute.
fn was_due(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    let units = clause.units;
    let was = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Auxiliary) && unit.is(Class::Earlier);
    noun.checked_sub(1).filter(|&before| was(&units[before]))?;
    let open = |unit: &Unit| match unit.kind {
        Kind::Phrase(_) => true,
        Kind::Function => !unit.has(|class| matches!(class, Class::Relative | Class::Complement | Class::Negation)),
        Kind::Word => unit.clitics == Clitics::NONE,
        Kind::Verb | Kind::Mark(_) | Kind::Noun | Kind::Participle => false,
    };
    let said = (noun + 1..units.len().min(noun + REACH)).find(|&at| is_due(clause, at) || !open(&units[at]))?;
    (is_due(clause, said) && units[said - 1].phrase().is_some()).then_some(said)
}

/// إن التوصل إلى اتفاق بين إسرائيل والفلسطينيين قد يحسن الوضع: where the clause that an indefinite agreement opens says what it might do.
fn hypothetical(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> Option<usize> {
    let units = clause.units;
    if predicate != Predicate::AgreedWith || units[noun].is_definite_noun() {
        return None;
    }
    // التوصل إلى, توقيع
    let led = noun > 1 && units[noun - 1].phrase().is_none() && clause.is_preposition_of(noun - 1, "إلى");
    let reaches = |at: usize| matches!(units[at].kind, Kind::Word | Kind::Noun);
    let head = if led { noun - 2 } else { noun - usize::from(noun > 0 && reaches(noun - 1)) };
    let opens = |at: usize| at == 0 || units[at - 1].is_stop() || clause.shapes[at - 1].opens_content;
    if !opens(head) && !opens(noun) {
        return None;
    }
    let ends = |unit: &Unit| unit.is_mark() || unit.has(|c| matches!(c, Class::Relative | Class::Complement));
    let end = units.len().min(noun + REACH);
    let verb = (noun + 1..end)
        .take_while(|&at| units[at].phrase().is_some() || !ends(&units[at]))
        .find(|&at| units[at].kind == Kind::Verb)?;
    let may = verb - 1;
    let doubted =
        units[may].phrase().is_none() && units[may].is(Class::Qad) && units[verb].tense() == Some(Tense::Present);
    doubted.then_some(may)
}

/// أكدت الرئاسة زيارة فلان إلى بغداد دون تحديد موعدها: where who announces it leaves the day open behind the parties.
fn undated(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    let units = clause.units;
    let announces = (0..noun).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
    if announces.is_some_and(|verb| !clause.tells_speech(verb)) {
        return None;
    }
    let leaves = |at: usize| units[at].phrase().is_none() && units[at].is(Class::Undated);
    let passes = |unit: &Unit| {
        let word = matches!(unit.kind, Kind::Word | Kind::Function) && !unit.is(Class::Relative);
        unit.phrase().is_some() || word || unit.is_comma()
    };
    let end = units.len().min(noun + REACH);
    let left = (noun + 1..end).take_while(|&at| passes(&units[at]) || leaves(at)).find(|&at| leaves(at))?;
    // دون أن يحدد موعدها
    let that = usize::from(units[left - 1].is(Class::Complement));
    let without = left.checked_sub(1 + that).filter(|&before| before > noun && units[before].is(Class::Negation));
    let day = units
        .get(left + 1)
        .filter(|day| day.phrase().is_none() && day.has(|c| matches!(c, Class::Undated | Class::Planned)));
    let closed = units.get(left + 2).is_none_or(|next| !next.clitics.has(Clitics::LI));
    (without.is_some() && day.is_some() && closed).then_some(left)
}

/// مقررة, without an article: whether a word says that something is due.
fn is_due(clause: &Clause<'_>, at: usize) -> bool {
    let unit = &clause.units[at];
    unit.phrase().is_none()
        && unit.kind == Kind::Function
        && unit.is(Class::Planned)
        && unit.clitics == Clitics::NONE
        && !clause.shapes[at].article
        && !clause.shapes[at].opens_content
}

/// نتائج زيارة كيري غير واردة: whether a noun right before has the meeting as its genitive, so that this is what is spoken of.
fn is_owned(clause: &Clause<'_>, noun: usize) -> bool {
    noun.checked_sub(1).is_some_and(|before| {
        let unit = &clause.units[before];
        matches!(unit.kind, Kind::Word | Kind::Noun) && !unit.is(Class::Holding)
    })
}
