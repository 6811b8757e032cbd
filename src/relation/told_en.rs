//! What an English verb tells for itself, whatever is planned or wanted in the words before it.

use super::clause::Clause;
use super::status::is_deed;
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Sense, Shape, Tense};

/// "called for restraint and met Lavrov", "after meeting Lavrov": what is told beside an English verb is not what that verb wants.
pub(super) fn is_told_beside(clause: &Clause<'_>, verb: usize, at: usize) -> bool {
    let units = clause.units;
    if clause.lang != Lang::En || units[verb].kind != Kind::Verb || units[at].kind != Kind::Verb {
        return false;
    }
    let occasion = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Circumstance);
    let asks = units[verb].forms.iter().any(|form| {
        let row = clause.knowledge.lexicon.trigger(form.trigger);
        row.flags.status.is_some() && row.predicate.is_none()
    });
    let joined = asks && !units[verb + 1..at].iter().any(|unit| unit.is(Class::Complement));
    joined && clause.verb_form(at) == VerbForm::Finite || units[verb + 1..at].iter().any(occasion)
}

/// "cancelled a planned trip after Ankara shot down a jet", "will provide aid, Kerry announced": a plain past is no plan, and what a plan
/// says ("a plan calling on Assad to go") it says already.
pub(super) fn is_told_for_itself(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let ahead = |class| matches!(class, Class::Planned | Class::Future | Class::Postponed);
    let plans = clause.units[word].phrase().is_none() && (clause.units[word].has(ahead) || clause.units[word].aim);
    clause.lang == Lang::En
        && clause.units[at].kind == Kind::Verb
        && ((plans || may_be_aside(clause, word, at)) && is_plain_past(clause, at)
            || is_content_of_plan(clause, word, at)
            || is_joined_passive(clause, word, at))
}

/// "without events open to the press, Macron met": whether words of several that say what may be are parted by a mark from a verb whose own
/// subject stands behind that mark.
fn may_be_aside(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let unit = &clause.units[word];
    let several = unit.phrase().is_none() && unit.end > unit.start + 1 && unit.is(Class::Possible);
    let subject = clause.chain_start(at).checked_sub(1).filter(|&subject| several && clause.bare_party(subject));
    subject.is_some_and(|subject| {
        let first = clause.list_ending_at(subject).0;
        first > word + 1 && clause.units[first - 1].is_mark()
    })
}

/// "issued a call for dialogue but was rebuffed by Abbas": whether a passive with an auxiliary of its own is joined behind what is only called
/// for or planned by words before it.
fn is_joined_passive(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let units = clause.units;
    let first = clause.chain_start(at);
    let joined = first > word + 1 && units[first - 1].phrase().is_none() && units[first - 1].is(Class::Conj);
    let hedged = |unit: &Unit| unit.has(|c| matches!(c, Class::Future | Class::Planned | Class::Possible));
    let passive = units[at].verb().is_some_and(|(tense, ..)| matches!(tense, Tense::Past | Tense::PastParticiple))
        && units[first..at].iter().any(|unit| unit.is(Class::Auxiliary))
        && !units[first..at].iter().any(hedged);
    joined && passive && hedged(&units[word]) && units[word].end > units[word].start + 1
}

/// "shot down", "announced": a past without an auxiliary, whose clause names who did it.
pub(super) fn is_plain_past(clause: &Clause<'_>, at: usize) -> bool {
    let past = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past | Tense::PastParticiple, .. });
    let unit = &clause.units[at];
    let named = || clause.subjects.get(at).and_then(Option::as_ref).is_some_and(|own| !own.is_empty() && !own.carried);
    unit.kind == Kind::Verb
        && !unit.forms.is_empty()
        && unit.forms.iter().all(past)
        && clause.verb_form(at) == VerbForm::Finite
        && (clause.chain_start(at)..at).all(|before| !clause.is_auxiliary(before))
        && at > 0
        && !clause.units[at - 1].is_to()
        && named()
}

/// "heads to Cairo", "are heading to Cairo": whether a verb of setting out tells of a journey that is still ahead; one who headed or was
/// heading there has come.
pub(super) fn is_setting_out(clause: &Clause<'_>, at: usize) -> bool {
    let unit = &clause.units[at];
    // السيسي يتوجه إلى موسكو, الخارجية: شكري يتوجه إلى روما: a headline.
    if clause.lang == Lang::Ar {
        let first = clause.units[..at].iter().rposition(Unit::is_stop).map_or(0, |stop| stop + 1);
        let alone = at > first && clause.units[first..at].iter().all(|before| before.phrase().is_some());
        let present = unit.tense() == Some(Tense::Present);
        return alone && present && unit.means(&clause.knowledge.lexicon, Sense::Departs);
    }
    let now = |unit: &Unit| unit.is(Class::Present);
    clause.lang == Lang::En
        && unit.means(&clause.knowledge.lexicon, Sense::Departs)
        && match unit.tense() {
            // "set off" is its own past.
            Some(Tense::Present | Tense::Base) => {
                let past =
                    |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past | Tense::PastParticiple, .. });
                clause.verb_form(at) == VerbForm::Finite && !unit.forms.iter().any(past)
            }
            Some(Tense::Gerund) => clause.units[clause.chain_start(at)..at].iter().any(now),
            _ => false,
        }
}

/// "a plan calling on Assad to step aside", "a proposal condemning Israel": the stance that a paper takes, by a gerund right behind it.
fn is_content_of_plan(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let stance = |told| !is_deed(told);
    word + 1 == at
        && clause.units[word].phrase().is_none()
        && !clause.units[word].is_preposition()
        // "denied supporting"
        && !clause.units[word].has(|class| matches!(class, Class::Denied | Class::Failed))
        && clause.verb_form(at) == VerbForm::Gerund
        && clause.tells(at, stance)
}

/// "denies reports that Obama will": what is said not to be so, where nothing but who would do it stands between.
pub(super) fn denied_report<'c>(clause: &'c Clause<'_>, future: usize) -> Option<&'c Unit> {
    const WORDS: usize = 6;
    let units = &clause.units[future.saturating_sub(WORDS)..future];
    let denies = |unit: &&Unit| unit.phrase().is_none() && unit.is(Class::Denied);
    let denial = units.iter().rev().take_while(|unit| !unit.is_mark() && unit.kind != Kind::Verb).find(denies);
    denial.filter(|unit| clause.lang == Lang::En && unit.end > unit.start + 1)
}

/// "will bring it up when she meets Hu", "plans to speak when Medvedev visits": a present in a clause of time, of which the main verb before says
/// that it is to come.
pub(super) fn is_when_to_come(clause: &Clause<'_>, at: usize) -> bool {
    const REACH: usize = 14;
    let units = clause.units;
    if clause.lang != Lang::En || clause.verb_form(at) != VerbForm::Finite {
        return false;
    }
    let open = |i: &usize| !units[*i].is_mark() && units[*i].kind != Kind::Verb;
    let word = |i: usize, class| units[i].phrase().is_none() && units[i].is(class);
    let when = (0..at).rev().take_while(open).find(|&i| word(i, Class::While));
    let own = |word: usize| (word + 1..at).any(|i| units[i].phrase().is_some());
    // "comes days before Rama travels to Jordan": a present that nobody had heard of yet.
    let before = (0..at).rev().take_while(open).find(|&i| word(i, Class::Ahead) && word(i, Class::Circumstance));
    if before.is_some_and(own) && units[at].tense() == Some(Tense::Present) {
        return true;
    }
    let Some(when) = when.filter(|&when| own(when)) else { return false };
    let ahead = |i: usize| word(i, Class::Future) || word(i, Class::Planned);
    (when.saturating_sub(REACH)..when).rev().take_while(|&i| !units[i].is_stop()).any(ahead)
}

/// "the contacts that I had with him", "the talks he held with Putin": whether a relative clause right behind an English noun says in a plain
/// past that somebody had it, whatever is planned with it.
pub(super) fn was_had(clause: &Clause<'_>, noun: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let contact = predicate.family() == Family::Contact || predicate == Predicate::AgreedWith;
    if clause.lang != Lang::En || !contact || units[noun].kind != Kind::Noun {
        return false;
    }
    let that = |unit: &Unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Relative | Class::Complement));
    let who = noun + 1 + usize::from(units.get(noun + 1).is_some_and(that));
    let verb = who + 1;
    let had = |unit: &Unit| {
        let past = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past | Tense::PastParticiple, .. });
        let does = unit.kind == Kind::Verb && !unit.forms.is_empty() && unit.forms.iter().all(past);
        does || unit.phrase().is_none() && unit.is(Class::Auxiliary) && unit.is(Class::Earlier)
    };
    // "the talks Putin had agreed to"
    let alone = units.get(verb + 1).is_none_or(|next| next.kind != Kind::Verb && !next.is_to());
    units.get(who).is_some_and(|unit| unit.phrase().is_some() && !unit.possessive)
        && units.get(verb).is_some_and(had)
        && alone
}

/// "refused to back Russia in its war against Ukraine": whether a noun tells of a war that is somebody's own and goes on, whatever others will
/// do in it.
pub(super) fn is_own_war(clause: &Clause<'_>, noun: usize) -> bool {
    const WORDS: usize = 2;
    let units = clause.units;
    let war = units[noun].means(&clause.knowledge.lexicon, Sense::War) && units[noun].kind == Kind::Noun;
    let owner = (noun.saturating_sub(WORDS + 1)..noun)
        .rev()
        .take_while(|&i| !units[i].is_mark() && !units[i].is_preposition() && units[i].kind != Kind::Verb)
        .find(|&i| units[i].possessive);
    // "will not join Russia's war on Ukraine"
    let within = |owner: usize| {
        units[owner].case.is_none()
            || owner > 0
                && ["in", "during", "amid", "over"].iter().any(|word| clause.is_preposition_of(owner - 1, word))
    };
    let hedged = |unit: &Unit| {
        unit.phrase().is_none()
            && unit.has(|c| matches!(c, Class::Planned | Class::Possible | Class::Next | Class::Denied))
    };
    clause.lang == Lang::En && war && owner.is_some_and(|owner| within(owner) && !units[owner..noun].iter().any(hedged))
}

/// "Gaddafi, right, meets Bashir in Tripoli on Wednesday", "Putin (L) meets Xi": whether an English verb tells what a picture shows, which has been.
pub(super) fn is_captioned(clause: &Clause<'_>, verb: usize) -> bool {
    let units = clause.units;
    let aside = |at: usize| {
        let mark = |at: usize| units.get(at).is_some_and(Unit::is_mark);
        let marked = mark(at - 1) && mark(at + 1) || clause.shapes[at].bracketed;
        units[at].phrase().is_none() && units[at].is(Class::Caption) && marked
    };
    let open = |at: &usize| !units[*at].is_stop();
    clause.lang == Lang::En && units[verb].kind == Kind::Verb && (1..verb).rev().take_while(open).any(aside)
}

/// "called for calm in a phone call with Rama": whether an English noun of contact tells how or where a plain past that asks for something
/// else was said, behind what is asked for.
pub(super) fn is_said_on_occasion(clause: &Clause<'_>, noun: usize) -> bool {
    const WORDS: usize = 4;
    let units = clause.units;
    if clause.lang != Lang::En || units[noun].kind != Kind::Noun {
        return false;
    }
    let occasion = |i: usize| {
        units[i].is(Class::Circumstance) && !units[i].is(Class::Relative)
            || ["in", "during", "at"].iter().any(|word| clause.is_preposition_of(i, word))
    };
    let near = noun.saturating_sub(WORDS)..noun;
    let inside = near.rev().find(|&i| units[i].is_preposition() || units[i].is(Class::Circumstance));
    let Some(inside) = inside.filter(|&i| units[i].phrase().is_none() && occasion(i)) else { return false };
    let one = (inside + 1..=noun).any(|i| units[i].determined || units[i].possessive);
    let asks = |verb: usize| {
        let asks = |form: &Form| {
            let row = clause.knowledge.lexicon.trigger(form.trigger);
            row.flags.status.is_some() && row.predicate.is_none()
        };
        units[verb].forms.iter().any(asks) && is_plain_past(clause, verb)
    };
    let verb = (0..inside).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
    one && verb.is_some_and(|verb| verb + 1 < inside && asks(verb))
}
