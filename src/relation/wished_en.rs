//! What an English verb says is only wished, weighed, asked for or let: "considered meeting", "insisted that he meet", "hopes he will meet", "wants
//! him to meet", "important for him to meet". It may be.

use super::clause::Clause;
use super::status::status;
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Status, Tense, Trigger};

/// The status of what somebody wishes, weighs or lets another do, where `before` is what the words before it say of it.
pub(super) fn wished(clause: &Clause<'_>, at: usize, predicate: Predicate, before: Option<Status>) -> Option<Status> {
    if clause.lang != Lang::En {
        return None;
    }
    if is_denied_as_well(clause, at, predicate) {
        return Some(Status::Denied);
    }
    match clause.units[at].kind {
        Kind::Verb => match clause.verb_form(at) {
            VerbForm::Gerund if before.is_none() => weighed_gerund(clause, at),
            VerbForm::Gerund => None,
            VerbForm::Infinitive => let_to(clause, at, predicate, before),
            VerbForm::Finite => (matches!(before, None | Some(Status::Planned)) && is_in_doubt(clause, at)
                || before.is_none() && is_insisted_on(clause, at))
            .then_some(Status::Possible),
            VerbForm::Reduced => None,
        },
        Kind::Noun if before.is_none() => sought(clause, at, predicate),
        _ => None,
    }
}

/// "did not meet Assad or call him", "refused to meet or talk to him": of what "or" joins to a deed that is denied neither was done.
fn is_denied_as_well(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let or = clause.units[at].kind == Kind::Verb && at > 0 && clause.shapes[at - 1].or;
    let open = |before: &usize| !clause.units[*before].is_mark();
    let first = || (0..at - 1).rev().take_while(open).find(|&before| clause.units[before].kind == Kind::Verb);
    or && first().is_some_and(|first| status(clause, first, predicate) == Status::Denied)
}

/// "considered meeting", "does not mind hosting"; "insists on meeting": that he will.
fn weighed_gerund(clause: &Clause<'_>, at: usize) -> Option<Status> {
    let before = clause.chain_start(at).checked_sub(1)?;
    // "warned of Turkey attacking", "fears of Turkey attacking"
    let feared = |of: usize| {
        let word = &clause.units[of - 1];
        clause.is_preposition_of(of, "of")
            && word.phrase().is_none()
            && (word.is(Class::Wished) || clause.tells(of - 1, |told| told == Predicate::Threatened))
    };
    if clause.bare_party(before)
        && clause.list_ending_at(before).0.checked_sub(1).is_some_and(|of| of > 0 && feared(of))
    {
        return Some(Status::Possible);
    }
    asked_by(clause, before, before)
}

/// The status of what stands behind the verb at `verb`, or behind the "on" at `on` with that verb before it.
fn asked_by(clause: &Clause<'_>, verb: usize, on: usize) -> Option<Status> {
    let asks = |verb: usize| clause.units[verb].kind == Kind::Verb && weighs(&clause.units[verb]);
    if asks(verb) {
        return Some(Status::Possible);
    }
    let insists = clause.is_preposition_of(on, "on") && on > 0 && asks(on - 1);
    insists.then_some(Status::Planned)
}

/// "pressed for a truce between", "urged a truce between", "hopes for a deal with": whether what stands behind a unit is only asked or hoped for.
fn is_pressed_for(clause: &Clause<'_>, before: usize) -> bool {
    let for_ = clause.is_preposition_of(before, "for");
    let asks = |verb: usize| {
        let mut rows = clause.units[verb].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
        rows.any(|row| row.predicate == Some(Predicate::DemandedOf) && !row.flags.speech)
    };
    let verb = if for_ { before.checked_sub(1) } else { Some(before) };
    verb.is_some_and(|verb| {
        clause.units[verb].kind == Kind::Verb && (asks(verb) || for_ && clause.units[verb].is(Class::Wished))
    })
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

/// "hopes that Turkey will meet", "doubts he met", "asked whether he would meet": what is hoped, feared or not known.
fn is_in_doubt(clause: &Clause<'_>, at: usize) -> bool {
    let Some(subject) = clause.chain_start(at).checked_sub(1).filter(|&i| clause.units[i].phrase().is_some()) else {
        return false;
    };
    // "unclear whether", "not clear if": one unit that says so.
    let open = |unit: &Unit| {
        unit.phrase().is_none() && (unit.is(Class::Open) || unit.end > unit.start + 1 && unit.is(Class::Possible))
    };
    let whether = clause.list_ending_at(subject).0.checked_sub(1).is_some_and(|before| open(&clause.units[before]));
    whether || before_subject(clause, at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Wished))
}

/// "wants him to meet", "allowed him to visit", "important for him to visit": what somebody is to do, where another wishes or lets it.
/// "did not allow him to": he has not done it.
fn let_to(clause: &Clause<'_>, at: usize, predicate: Predicate, before: Option<Status>) -> Option<Status> {
    let to = clause.chain_start(at).checked_sub(1)?;
    let last = to.checked_sub(1)?;
    // "his request to meet", "under pressure to meet"
    let asked = clause.units[last].kind != Kind::Verb && weighs(&clause.units[last]) || clause.presses(last);
    // "sent him an invitation to visit"
    let invited = || clause.offers_visit(last) && predicate == Predicate::Visited;
    if before.is_none() && (asked || invited()) {
        return Some(Status::Possible);
    }
    if !clause.bare_party(last) {
        return None;
    }
    let behind = clause.list_ending_at(last).0.checked_sub(1)?;
    let first = clause.list_ending_at(last).0;
    if before.is_none() && clause.is_preposition_of(behind, "for") && !clause.is_left_for(first) {
        return Some(Status::Possible);
    }
    // "his invitation to Putin to visit"
    let offers = behind > 0 && clause.units[behind].is_to() && clause.offers_visit(behind - 1);
    if before.is_none() && predicate == Predicate::Visited && offers {
        return Some(Status::Possible);
    }
    // "a plan by Turkey to attack", "a request by Turkey to host"
    if before.is_none() && behind > 0 && clause.is_preposition_of(behind, "by") {
        let noun = &clause.units[behind - 1];
        // "the refusal by Turkey to meet"
        if noun.kind == Kind::Noun && clause.tells(behind - 1, |told| told == Predicate::Rejected) {
            return Some(Status::Denied);
        }
        return if noun.aim { Some(Status::Planned) } else { weighs(noun).then_some(Status::Possible) };
    }
    // "pressure on Turkey to attack"
    if before.is_none() && behind > 0 && clause.units[behind].is_preposition() && clause.presses(behind - 1) {
        return Some(Status::Possible);
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
    // "prompted him to call", "convinced him to meet": what somebody brought another to do is as sure as that he did.
    let caused = clause.units[verb].is(Class::Caused) && before.is_none();
    if caused && clause.verb_form(verb) == VerbForm::Finite {
        return Some(status(clause, verb, predicate));
    }
    // "killed ten, prompting Turkey to summon": and so what a deed brought about.
    if caused && clause.verb_form(verb) == VerbForm::Gerund && verb > 0 && clause.units[verb - 1].is_comma() {
        return None;
    }
    // "The visit allowed him to meet": what a journey or a meeting lets somebody do he has done there.
    if before.is_none() && clause.verb_form(verb) == VerbForm::Finite && is_done_there(clause, verb) {
        return Some(status(clause, verb, predicate));
    }
    let negated = clause.units[clause.chain_start(verb)..verb]
        .iter()
        .any(|unit| unit.has(|class| matches!(class, Class::Negation | Class::Denied)));
    if negated && !clause.makes_demand(verb) {
        return Some(Status::Denied);
    }
    let rows = || clause.units[verb].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
    rows().find_map(|row| row.flags.status).or(Some(Status::Possible))
}

/// "The visit enabled him to", "his trip allowed him to": whether the subject of a verb is a noun of a contact right before it.
fn is_done_there(clause: &Clause<'_>, verb: usize) -> bool {
    let noun = clause.chain_start(verb).checked_sub(1);
    noun.is_some_and(|noun| {
        clause.units[noun].kind == Kind::Noun && clause.tells(noun, |told| told.family() == Family::Contact)
    })
}

/// "demanded talks with", "suggested a meeting with", "insists on a meeting": a contact that somebody asks for or thinks of.
fn sought(clause: &Clause<'_>, at: usize, predicate: Predicate) -> Option<Status> {
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
    // "discussed the crisis by telephone": that is how.
    if clause.units[at].means(&clause.knowledge.lexicon, Sense::Manner) {
        return None;
    }
    let from = beginning_of(clause, at).unwrap_or(at);
    let words = (from.saturating_sub(WORDS)..from).rev().take_while(plain).count();
    let before = (from - words).checked_sub(1)?;
    if predicate == Predicate::AgreedWith && is_pressed_for(clause, before) {
        return Some(Status::Possible);
    }
    if !contact {
        return None;
    }
    asked_by(clause, before, before)
}

/// "the resumption of talks", "a return to U.S.-Iran negotiations": the word for the beginning of what the noun at a unit tells.
fn beginning_of(clause: &Clause<'_>, at: usize) -> Option<usize> {
    const PARTIES: usize = 3;
    let party = |&i: &usize| clause.units[i].phrase().is_some() || clause.units[i].kind == Kind::Word;
    let parties = (at.saturating_sub(PARTIES)..at).rev().take_while(party).count();
    let of = (at - parties).checked_sub(1)?;
    let word = of.checked_sub(1).filter(|_| ["of", "to"].iter().any(|word| clause.is_preposition_of(of, word)))?;
    (clause.units[word].phrase().is_none() && clause.units[word].is(Class::Entering)).then_some(word)
}

impl super::read::Sentence<'_> {
    /// "was invited to the Vienna meeting", "invited him to the Paris summit": whether somebody is asked to what is held there, and not to come to
    /// whoever asks.
    pub(super) fn is_invited_to_talks(&self, at: usize, trigger: &Trigger) -> bool {
        const REACH: usize = 4;
        let clause = self.clause;
        if self.reader.lang == Lang::Ar || !trigger.is_journey() || trigger.flags.status.is_none() {
            return false;
        }
        let talks = |told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
        let units = clause.units;
        let open = |i: &usize| !units[*i].is_mark() && units[*i].kind != Kind::Verb;
        let to = (at + 1..units.len()).take(REACH).take_while(open).find(|&i| clause.is_preposition_of(i, "to"));
        to.is_some_and(|to| {
            to + 2 < units.len()
                && units[to + 1].determined
                && !units[to + 1].possessive
                && units[to + 1].phrase().is_some()
                && clause.tells(to + 2, talks)
        })
    }

    /// "invited him to resume the negotiations", "inviting Baghdad to restart the talks": whether whoever is invited is to go on with
    /// talks, and need go nowhere for it.
    pub(super) fn is_invited_to_deed(&self, at: usize, trigger: &Trigger) -> bool {
        const REACH: usize = 6;
        let clause = self.clause;
        let units = clause.units;
        let verb = units[at].kind == Kind::Verb && trigger.is_journey() && trigger.flags.status.is_some();
        if self.reader.lang == Lang::Ar || !verb || !trigger.flags.control {
            return false;
        }
        let open = |i: &usize| !units[*i].is_mark() && units[*i].kind != Kind::Verb;
        let to = (at + 1..units.len()).take(REACH).take_while(open).find(|&i| units[i].to);
        let goes_on = |unit: &Unit| {
            unit.forms.iter().any(|form| {
                let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
                flags.light && flags.occurs
            })
        };
        let talks = |told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
        to.is_some_and(|to| {
            units.get(to + 1).is_some_and(goes_on) && (to + 2..units.len()).take(REACH).any(|i| clause.tells(i, talks))
        })
    }
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
