//! Whom an English sentence gathers at one table: "hosted a summit attended by Clinton", "joined Kerry in Lausanne for talks".

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::status::status;
use super::subject_en::VerbForm;
use super::unit::Kind;
use crate::lexicon::{Predicate, Sense};
use crate::mention::PhraseKind;

/// How far from a verb the meeting may stand that it tells of, and who else is at it.
const REACH: usize = 12;

/// Who is with whom at a meeting.
struct Gathering {
    /// The unit that proves it.
    on: usize,
    predicate: Predicate,
    /// The host, or those who were there before.
    first: Vec<Party>,
    /// The guests, or who joined them.
    others: Vec<Party>,
}

impl Clause<'_> {
    fn is_meeting(&self, at: usize) -> bool {
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
        self.units[at].kind == Kind::Noun && self.tells(at, meets)
    }

    fn hosts(&self, at: usize) -> bool {
        self.units[at].kind == Kind::Verb && self.tells(at, |told| told == Predicate::Hosted)
    }

    /// The people at a unit, where a list of them stands there.
    fn named_people(&self, at: usize) -> Vec<Party> {
        let list = if at < self.units.len() && self.bare_party(at) { self.list(at).list } else { Vec::new() };
        list.into_iter().filter(|party| self.is_human(party)).collect()
    }

    /// The subject of a verb, where its own clause names it.
    fn who_acts(&self, verb: usize) -> Vec<Party> {
        let own = self.subjects[verb].as_ref().filter(|found| !found.carried && !found.opaque);
        own.map(|found| found.list.clone()).unwrap_or_default()
    }

    /// "hosted a summit on Libya attended by Clinton": host and guests, by the participle that tells who came.
    fn hosted_and_attended(&self, verb: usize) -> Option<Gathering> {
        if !self.is_followed_by_agent(verb) {
            return None;
        }
        let open = |&at: &usize| !self.units[at].is_stop();
        let hosted =
            (verb.saturating_sub(REACH)..verb).rev().take_while(open).find(|&at| self.units[at].kind == Kind::Verb)?;
        // "received Clinton, in a meeting attended by Kerry": not whom he received at it.
        let received = |at: &usize| {
            !self.units[*at].is_comma() && self.unit_phrase(*at).is_none_or(|phrase| phrase.kind != PhraseKind::Person)
        };
        let meeting = (hosted + 1..verb).take_while(received).any(|at| self.is_meeting(at));
        let active = self.hosts(hosted) && !self.is_followed_by_agent(hosted) && meeting;
        active.then(|| Gathering {
            on: hosted,
            predicate: Predicate::Hosted,
            first: self.who_acts(hosted),
            others: self.named_people(verb + 2),
        })
    }

    /// "attended a meeting hosted by Macron": so by the participle that tells who gave it.
    fn attended_at_host(&self, verb: usize) -> Option<Gathering> {
        if self.is_followed_by_agent(verb) {
            return None;
        }
        let end = self.units.len().min(verb + REACH);
        let hosted = (verb + 1..end)
            .take_while(|&at| !self.units[at].is_stop())
            .find(|&at| self.units[at].kind == Kind::Verb)?;
        let meeting = (verb + 1..hosted).any(|at| self.is_meeting(at));
        let passive = self.hosts(hosted) && self.is_followed_by_agent(hosted) && meeting;
        passive.then(|| Gathering {
            on: hosted,
            predicate: Predicate::Hosted,
            first: self.named_people(hosted + 2),
            others: self.who_acts(verb),
        })
    }

    /// "Zarif joined Kerry and Lavrov in Lausanne for talks": whom somebody joins where a meeting is, and what kind it is.
    fn joined_for_talks(&self, verb: usize) -> Option<Gathering> {
        if self.is_followed_by_agent(verb) || self.verb_form(verb) != VerbForm::Finite {
            return None;
        }
        let end = self.units.len().min(verb + REACH);
        let open = |&at: &usize| !self.units[at].is_mark() && self.units[at].kind != Kind::Verb;
        let noun = (verb + 1..end).take_while(open).find(|&at| self.is_meeting(at))?;
        let led = (verb + 1..noun)
            .rev()
            .find(|&at| self.units[at].is_preposition())
            .is_some_and(|at| ["for", "in", "at", "during"].iter().any(|word| self.is_preposition_of(at, word)));
        let others = self
            .units
            .get(noun + 1)
            .is_some_and(|_| ["with", "between"].iter().any(|word| self.is_preposition_of(noun + 1, word)));
        // "will join Netanyahu and Abbas for a dinner hosted by Obama": his guests all.
        let hosted =
            (noun + 1..self.units.len().min(noun + 4)).find(|&at| self.hosts(at) && self.is_followed_by_agent(at));
        if let Some(hosted) = hosted.filter(|_| led && !others) {
            let guests = [self.named_people(verb + 1), self.who_acts(verb)].concat();
            let first = self.named_people(hosted + 2);
            return Some(Gathering { on: verb, predicate: Predicate::Hosted, first, others: guests });
        }
        let predicate =
            self.units[noun].forms.iter().find_map(|form| self.knowledge.lexicon.trigger(form.trigger).predicate)?;
        (led && !others).then(|| Gathering {
            on: verb,
            predicate,
            first: self.named_people(verb + 1),
            others: self.who_acts(verb),
        })
    }
}

impl Sentence<'_> {
    /// What verbs of attending and joining tell of host and guests, or of those who sat together.
    pub(super) fn gatherings(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let clause = self.clause;
        let means = |at: usize, sense| clause.units[at].means(&clause.knowledge.lexicon, sense);
        for verb in (0..clause.units.len()).filter(|&at| clause.units[at].kind == Kind::Verb) {
            let found = match () {
                () if means(verb, Sense::Attends) => {
                    clause.hosted_and_attended(verb).or_else(|| clause.attended_at_host(verb))
                }
                () if means(verb, Sense::Accompanies) => clause.joined_for_talks(verb),
                () => None,
            };
            let Some(found) = found else { continue };
            let status = status(clause, found.on, found.predicate);
            for first in &found.first {
                for other in found.others.iter().filter(|other| other.referent != first.referent) {
                    let pair = if found.predicate == Predicate::Hosted { (*first, *other) } else { (*other, *first) };
                    let known = |told: &Relation| {
                        told.sentence == self.number
                            && told.predicate == found.predicate
                            && [(told.subject, told.object), (told.object, told.subject)]
                                .contains(&(pair.0.referent, pair.1.referent))
                    };
                    if !out.iter().any(known) {
                        out.push(self.untriggered(found.on, found.predicate, status, pair, SURE));
                    }
                }
            }
        }
    }
}
