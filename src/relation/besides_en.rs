//! Whom one speaks to in a call or meeting that an English sentence tells by the way: "thanked Putin in a phone call".

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, PrepId, Sense, Trigger};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// "discussed the tension with India with Kerry": whom one speaks to behind "with", over the country with which what one speaks of is had.
    pub(super) fn past_strife(&self, verb: usize, trigger: &Trigger, with: PrepId, found: Parties) -> Parties {
        let spoken = trigger.predicate == Some(Predicate::TalkedWith) && self.units[verb].kind == Kind::Verb;
        let ([country], true) = (found.list.as_slice(), spoken && self.lang == Lang::En && found.end > verb + 3) else {
            return found;
        };
        let noun = &self.units[found.end.min(self.units.len()) - 3];
        let had = noun.phrase().is_none() && noun.is(Class::Strife) && self.is_preposition_of(found.end - 2, "with");
        if country.kind != PhraseKind::Country || !had {
            return found;
        }
        self.behind(verb, found.end, with, false, None)
    }

    /// "thanked Putin in a phone call", "In a call on Monday, Biden told Xi that": whom one speaks to in what the noun names.
    pub(super) fn besides_english(&self, at: usize) -> Parties {
        let lexicon = &self.knowledge.lexicon;
        if !self.tells_manner(at) {
            return Parties::default();
        }
        let addresses = |i: &usize| {
            self.units[*i].kind == Kind::Verb
                && self.tells(*i, |told| {
                    matches!(
                        told,
                        Predicate::Briefed
                            | Predicate::Praised
                            | Predicate::DemandedOf
                            | Predicate::Promised
                            | Predicate::Threatened
                            | Predicate::TalkedWith
                    )
                })
        };
        let open = |i: &usize| !self.units[*i].is_stop();
        let is_verb = |i: &usize| self.units[*i].kind == Kind::Verb;
        let before = (0..at).rev().take_while(open).find(is_verb);
        let verb = before.or_else(|| (at + 1..self.units.len()).take_while(open).find(is_verb));
        // "Before the meeting, Netanyahu held talks with Kerry": which was another.
        let apart = |unit: &Unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Ahead | Class::After));
        let another = |verb: usize| {
            verb > at
                && self.tells(verb, |told| told == Predicate::TalkedWith)
                && self.units[at.saturating_sub(3)..at].iter().any(apart)
        };
        if verb.is_some_and(another) {
            return Parties::default();
        }
        if let Some(found) = verb.filter(|&verb| verb < at).and_then(|verb| self.spoken_to_in_call(verb, at)) {
            return found;
        }
        // "apologised to Erdogan in a phone call", whatever the verb tells.
        let towards = |i: &usize| self.is_preposition_of(i + 1, "to") && self.bare_party(i + 2) && *i < at;
        let to = verb.filter(|i| i + 2 < at && towards(i));
        if let Some(found) = verb.filter(|&verb| verb < at).and_then(|verb| self.given_to(verb, at)) {
            return found;
        }
        let verb = verb.filter(|i| to.is_some() || addresses(i));
        let Some(verb) = verb else { return Parties::default() };
        let mut found = self.object(verb + 1, false);
        if found.is_empty()
            && let Some(on) = lexicon.preposition_id("on").filter(|_| self.tells(verb, |p| p == Predicate::DemandedOf))
            && self.units.get(verb + 1).is_some_and(|next| next.has(|c| c == Class::Prep(on)))
            && self.bare_party(verb + 2)
        {
            found = self.list(verb + 2);
        }
        if let Some(to) = to.filter(|_| found.is_empty()) {
            found = self.list(to + 2);
        }
        if found.is_empty()
            && let Some(with) =
                lexicon.preposition_id("with").filter(|_| self.tells(verb, |p| p == Predicate::TalkedWith))
        {
            found = self.behind(verb, verb + 1, with, false, None);
        }
        found.list.retain(|party| party.kind == PhraseKind::Person);
        if verb > at || found.end <= at { Parties { confidence: 0.8, ..found } } else { Parties::default() }
    }

    /// "was told by Putin in a phone call", "expressed his condolences to Putin in a call", "invited Putin in a phone call to": with whom the call was,
    /// where the one of the clause does not speak, speaks of something, or asks him to come.
    fn spoken_to_in_call(&self, verb: usize, at: usize) -> Option<Parties> {
        if !self.tells(at, |told| told == Predicate::Called) {
            return None;
        }
        let told_by = self.is_followed_by_agent(verb) && self.tells(verb, |told| told == Predicate::Briefed);
        let inside =
            (verb + 1..at).rev().find(|&i| self.units[i].is_preposition() || self.units[i].is(Class::Circumstance));
        // A call named by one expression, "in a call", opens itself.
        let end = inside
            .filter(|&i| {
                self.is_preposition_of(i, "in")
                    || self.is_preposition_of(i, "during")
                    || self.units[i].is(Class::Circumstance)
            })
            .unwrap_or(at);
        let end = end - usize::from(end > verb + 1 && self.units[end - 1].is_comma());
        let to = end.checked_sub(2).filter(|&to| to > verb + 1 && self.is_preposition_of(to, "to"));
        let first = match to {
            _ if told_by => verb + 2,
            Some(to) => to + 1,
            None if self.is_invitation(verb) => verb + 1,
            None => return None,
        };
        if first >= at || !self.bare_party(first) {
            return None;
        }
        let mut found = self.list(first);
        found.list.retain(|party| party.kind == PhraseKind::Person);
        (found.end <= end && !found.list.is_empty()).then_some(Parties { confidence: 0.8, ..found })
    }

    /// "presented his plan to Putin at a meeting": to whom a verb of giving hands something, where that is told right before where it was.
    fn given_to(&self, verb: usize, at: usize) -> Option<Parties> {
        const PLACE: usize = 4;
        if !self.units[verb].means(&self.knowledge.lexicon, Sense::Bears) {
            return None;
        }
        let person = |at: usize| {
            self.bare_party(at) && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
        };
        let open = |&at: &usize| !self.units[at].is_stop() && self.units[at].kind != Kind::Verb;
        let to = (verb + 1..at)
            .rev()
            .take_while(open)
            .find(|&to| self.is_preposition_of(to, "to") && to + 1 < at && person(to + 1))?;
        let found = self.list(to + 1);
        let near = found.end <= at && at - found.end <= PLACE;
        (near && found.list.len() == 1 && !person(verb + 1)).then_some(Parties { confidence: 0.8, ..found })
    }

    /// "had phoned to congratulate him", "called on Monday to thank Macron": whom somebody calls to do what stands behind "to".
    pub(super) fn called_to(&self, at: usize) -> Option<Parties> {
        const DAY: usize = 3;
        if self.lang != Lang::En || self.units[at].kind != Kind::Verb {
            return None;
        }
        let word = |i: &usize| {
            !self.units[*i].is_stop() && self.unit_phrase(*i).is_none() && self.units[*i].kind != Kind::Verb
        };
        let near = (at + 1..self.units.len().min(at + 1 + DAY)).take_while(word);
        let to = near.into_iter().find(|&i| self.units[i].to)?;
        let addresses = |told| {
            matches!(
                told,
                Predicate::Praised
                    | Predicate::DemandedOf
                    | Predicate::Briefed
                    | Predicate::Promised
                    | Predicate::Threatened
            )
        };
        let verb = to + 1;
        let infinitive = self.units.get(verb).is_some_and(|unit| unit.kind == Kind::Verb && unit.may_be_base());
        if !infinitive || !self.bare_party(verb + 1) || !self.tells(verb, addresses) {
            return None;
        }
        let mut found = self.list(verb + 1);
        found.list.retain(|party| self.is_human(party));
        (!found.is_empty()).then_some(Parties { confidence: 0.85, ..found })
    }
}
