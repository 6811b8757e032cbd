//! What an English verb says is only wished, weighed, asked for or let: "considered meeting", "insisted that he meet", "hopes he will meet", "wants
//! him to meet", "important for him to meet". It may be.

use super::clause::Clause;
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Status, Tense};

/// The status of what somebody wishes, weighs or lets another do, where `before` is what the words before it say of it.
pub(super) fn wished(clause: &Clause<'_>, at: usize, predicate: Predicate, before: Option<Status>) -> Option<Status> {
    if clause.lang != Lang::En {
        return None;
    }
    match clause.units[at].kind {
        Kind::Verb => match clause.verb_form(at) {
            VerbForm::Gerund => (before.is_none() && is_weighed_gerund(clause, at)).then_some(Status::Possible),
            VerbForm::Infinitive => let_to(clause, at, before),
            VerbForm::Finite if before == Some(Status::Planned) => is_hoped(clause, at).then_some(Status::Possible),
            VerbForm::Finite => (before.is_none() && is_insisted_on(clause, at)).then_some(Status::Possible),
            VerbForm::Reduced => None,
        },
        Kind::Noun => (before.is_none() && is_sought(clause, at, predicate)).then_some(Status::Possible),
        _ => None,
    }
}

/// "considered meeting", "does not mind hosting".
fn is_weighed_gerund(clause: &Clause<'_>, at: usize) -> bool {
    let chain = clause.chain_start(at);
    chain > 0 && clause.units[chain - 1].kind == Kind::Verb && weighs(&clause.units[chain - 1])
}

fn weighs(unit: &Unit) -> bool {
    unit.phrase().is_none() && unit.is(Class::Weighed)
}

/// The party that stands as subject right before a finite verb, and the unit before it, over "that".
fn before_subject<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c Unit> {
    let subject = clause.chain_start(at).checked_sub(1)?;
    clause.units[subject].phrase()?;
    let before = clause.list_ending_at(subject).0.checked_sub(1)?;
    let that = clause.units[before].phrase().is_none() && clause.units[before].is(Class::Complement);
    clause.units.get(before.checked_sub(usize::from(that))?)
}

/// "insisted that Turkey meet", "suggested he visit": a base form in the clause behind such a verb.
fn is_insisted_on(clause: &Clause<'_>, at: usize) -> bool {
    let base = clause.units[at].persons().iter().all(|&(tense, ..)| tense == Tense::Base);
    base && clause.chain_start(at) == at && before_subject(clause, at).is_some_and(weighs)
}

/// "hopes that Turkey will meet", "fears he would attack".
fn is_hoped(clause: &Clause<'_>, at: usize) -> bool {
    let chain = clause.chain_start(at);
    let will = clause.units[chain..at].iter().any(|unit| unit.is(Class::Future));
    will && before_subject(clause, at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Wished))
}

/// "wants him to meet", "allowed him to visit", "important for him to visit": what somebody is to do, where another wishes or lets it.
/// "did not allow him to": he has not done it.
fn let_to(clause: &Clause<'_>, at: usize, before: Option<Status>) -> Option<Status> {
    let to = clause.chain_start(at).checked_sub(1)?;
    let last = to.checked_sub(1).filter(|&last| clause.bare_party(last))?;
    let behind = clause.list_ending_at(last).0.checked_sub(1)?;
    if before.is_none() && clause.is_preposition_of(behind, "for") {
        return Some(Status::Possible);
    }
    // "a plan by Turkey to attack", "a request by Turkey to host"
    if before.is_none() && behind > 0 && clause.is_preposition_of(behind, "by") {
        let noun = &clause.units[behind - 1];
        return if noun.aim { Some(Status::Planned) } else { weighs(noun).then_some(Status::Possible) };
    }
    let verb = clause.governor(at)?;
    // "helped him to attack", "got him to sign": what one helps to do is done.
    let done = |unit: &Unit| {
        unit.means(&clause.knowledge.lexicon, Sense::Lets)
            || unit.forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.light)
    };
    if behind != verb || !clause.is_object_control(verb) || done(&clause.units[verb]) {
        return None;
    }
    let negated = clause.units[clause.chain_start(verb)..verb].iter().any(|unit| unit.is(Class::Negation));
    if negated && !clause.makes_demand(verb) {
        return Some(Status::Denied);
    }
    let rows = || clause.units[verb].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
    rows().find_map(|row| row.flags.status).or(Some(Status::Possible))
}

/// "demanded talks with", "suggested a meeting with": a contact that somebody asks for or thinks of.
fn is_sought(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    const WORDS: usize = 3;
    let plain = |&i: &usize| {
        let unit = &clause.units[i];
        unit.phrase().is_none()
            && matches!(unit.kind, Kind::Word | Kind::Function)
            && !unit.is_preposition()
            && !unit.is(Class::Circumstance)
    };
    // "discussed the deal with": that there is one.
    let contact =
        predicate.family() == Family::Contact || predicate == Predicate::AgreedWith && !clause.units[at].determined;
    let words = (at.saturating_sub(WORDS)..at).rev().take_while(plain).count();
    let verb = (at - words).checked_sub(1).filter(|&verb| clause.units[verb].kind == Kind::Verb);
    contact && verb.is_some_and(|verb| weighs(&clause.units[verb]))
}

impl Clause<'_> {
    /// "Neither Erdogan nor Cameron met": whether none of those before an English verb does it.
    pub(super) fn is_neither(&self, at: usize) -> bool {
        let negates = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Negation);
        if self.lang != Lang::En || self.units[at].kind != Kind::Verb {
            return false;
        }
        let Some(last) = self.chain_start(at).checked_sub(1).filter(|&last| self.bare_party(last)) else {
            return false;
        };
        let first = self.list_ending_at(last).0;
        first > 0 && negates(&self.units[first - 1]) && self.units[first..last].iter().any(negates)
    }
}
