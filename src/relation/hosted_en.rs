//! Who has others at home for a meeting of theirs, in English: "Oman hosted talks between Iran and America", "a meeting that Baghdad will host
//! between the two", "hosted Abbas for talks with Kerry"; and who comes along on another's journey.

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::status::status;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Pos, Predicate, Sense, Status};
use crate::mention::{PhraseKind, Referent};

/// How far from the verb the meeting and those who meet may stand.
const REACH: usize = 12;

impl Clause<'_> {
    fn tells_meeting(&self, at: usize) -> bool {
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
        self.units[at].kind == Kind::Noun && self.tells(at, meets)
    }

    /// Whether a unit is a verb of hosting, or of hosting talks in one.
    fn tells_hosting(&self, at: usize) -> bool {
        let hosts = |told| told == Predicate::Hosted;
        self.units[at].kind == Kind::Verb && self.tells(at, hosts) && !self.tells(at, |told| told == Predicate::Visited)
    }

    /// Those who meet behind the "between" of a meeting, where that and the verb of hosting are of one clause.
    fn who_meets_there(&self, verb: usize) -> Option<Parties> {
        let end = self.units.len().min(verb + REACH);
        let open = |&at: &usize| !self.units[at].is_stop() && self.units[at].kind != Kind::Verb;
        let between = (verb + 1..end).take_while(open).find(|&at| self.is_preposition_of(at, "between"))?;
        let light = self.tells(verb, |told| matches!(told, Predicate::TalkedWith | Predicate::Met));
        let behind = || (verb + 1..between).any(|at| self.tells_meeting(at));
        // "a meeting that Baghdad will host between"
        let before = || {
            let start = verb.saturating_sub(REACH);
            let named = |at: &usize| self.units[*at].kind != Kind::Verb && !self.units[*at].is_stop();
            (start..verb).rev().take_while(named).any(|at| self.tells_meeting(at))
                && (verb + 1..between).all(|at| self.unit_phrase(at).is_none())
        };
        let passive = self.is_followed_by_agent(verb);
        if !(light || behind() || before()) || passive || !self.bare_party(between + 1) {
            return None;
        }
        Some(self.list(between + 1)).filter(|found| found.list.len() > 1)
    }

    /// "is hosting Kenyatta for a meeting with": whom a verb of hosting has as its object, where what he came for stands behind "for".
    pub(super) fn guests_for_meeting(&self, noun: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let bare = |at: &usize| self.unit_phrase(*at).is_none() && !self.units[*at].is_mark();
        let for_ =
            (noun.saturating_sub(WORDS)..noun).rev().take_while(bare).find(|&at| self.is_preposition_of(at, "for"))?;
        let guest = for_.checked_sub(1).filter(|&guest| self.bare_party(guest) && !self.units[guest].possessive)?;
        let (first, list) = self.list_ending_at(guest);
        let verb = first.checked_sub(1).filter(|&verb| self.tells_hosting(verb))?;
        let people = list.iter().all(|party| self.is_human(party)) && !self.is_followed_by_agent(verb);
        people.then(|| Parties::new(list, 0.85, noun))
    }

    /// Whether a party is a person or a country, which has a home to receive others at.
    fn is_at_home(&self, host: &Party) -> bool {
        match host.referent {
            Referent::Known(key) => {
                matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::Person | EntityKind::Country)
            }
            Referent::New(_) => false,
        }
    }

    /// The subject of a verb, where its own clause names it.
    fn who_acts_there(&self, verb: usize) -> Vec<Party> {
        let own = self.subjects[verb].as_ref().filter(|found| !found.carried && !found.opaque);
        own.map(|found| found.list.clone()).unwrap_or_default()
    }

    /// Whom somebody accompanies, by the verb at a unit, and where the list of those ends.
    fn travels_with(&self, verb: usize) -> Option<Parties> {
        let alone = self.units[verb].means(&self.knowledge.lexicon, Sense::Accompanies)
            && verb + 1 < self.units.len()
            && self.bare_party(verb + 1)
            && !self.units[verb + 1].possessive;
        let found = if alone { self.list(verb + 1) } else { return None };
        let goes = |word: &&str| found.end < self.units.len() && self.is_preposition_of(found.end, word);
        let together = ["to", "on", "during"].iter().any(goes);
        (together && found.list.iter().all(|party| self.is_human(party))).then_some(found)
    }
}

impl Sentence<'_> {
    /// "welcomed Abiy at Ankara airport": whom somebody receives where one lands has come there, where the text tells no journey of his.
    pub(super) fn guests_who_land(&self, out: &mut Vec<Relation>) {
        let clause = self.clause;
        let gate = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Gateway);
        if self.reader.lang != Lang::En || !clause.units.iter().any(gate) {
            return;
        }
        let start = |at: usize| self.tokens.tokens[clause.units[at].start].span.start;
        let received = |told: &&Relation| {
            told.sentence == self.number && told.predicate == Predicate::Hosted && told.status == Status::Happened
        };
        let mut landed = Vec::new();
        for told in out.iter().filter(received) {
            let goes = |other: &Relation| other.predicate == Predicate::Visited && other.subject == told.object;
            let verb = (0..clause.units.len()).find(|&at| start(at) == told.trigger.start);
            let (Some(place), Some(verb)) = (told.place, verb) else { continue };
            let party = |referent, span, kind| Party { referent, span, kind, gender: None };
            let guest = party(told.object, told.object_span, PhraseKind::Person);
            let known = self.earlier.iter().chain(out.iter()).any(goes);
            if known || !clause.is_human(&guest) || self.stays_home(told.object, place, true, Pos::Verb) {
                continue;
            }
            let place = party(place, None, PhraseKind::Place);
            landed.push(self.untriggered(verb, Predicate::Visited, Status::Happened, (guest, place), 0.8));
        }
        out.extend(landed);
    }

    /// "invited Modi to visit Italy", "is in Turkey at the invitation of Gul": beside the place where somebody goes who asks him there is no goal.
    pub(super) fn places_of_invitations(&self, out: &mut Vec<Relation>) {
        const INVITES: [&str; 4] = ["en-at-invitation-n", "en-invitation-from-n", "en-invitation-n", "en-invite-v"];
        let goes = |told: &Relation| told.predicate == Predicate::Visited && told.sentence == self.number;
        let host = |told: &Relation| told.rule.as_deref().is_some_and(|rule| INVITES.contains(&rule));
        let person = |referent: Referent| match referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).kind == EntityKind::Person,
            Referent::New(_) => false,
        };
        if self.reader.lang != Lang::En || !out.iter().any(|told| goes(told) && host(told)) {
            return;
        }
        let to_place: Vec<Referent> =
            out.iter().filter(|told| goes(told) && !person(told.object)).map(|told| told.subject).collect();
        out.retain(|told| !(goes(told) && host(told) && person(told.object) && to_place.contains(&told.subject)));
    }

    /// Adds who receives those who meet at his place, and who travels along with another.
    pub(super) fn hosted_in_english(&self, out: &mut Vec<Relation>) {
        let clause = self.clause;
        for verb in (0..clause.units.len()).filter(|&at| clause.units[at].kind == Kind::Verb) {
            if self.hosts(verb) {
                self.host_of_others(verb, out);
                self.host_of_those_told(verb, out);
            } else if clause.units[verb].means(&clause.knowledge.lexicon, Sense::Accompanies) {
                self.travels_along(verb, out);
            }
        }
    }

    /// "host", "hosted talks", and not "welcomed the meeting between".
    fn hosts(&self, verb: usize) -> bool {
        let word = self.tokens.form(&self.tokens.tokens[self.clause.units[verb].start]);
        let hosts = |told| matches!(told, Predicate::Hosted | Predicate::TalkedWith);
        word.starts_with(b"host") && self.clause.tells(verb, hosts)
    }

    /// "Oman will host talks between Kerry and Zarif": it receives each of them.
    fn host_of_others(&self, verb: usize, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let clause = self.clause;
        let Some(guests) = clause.who_meets_there(verb) else { return };
        let Some(hosts) = clause.subjects[verb].as_ref().filter(|found| !found.carried && !found.opaque) else {
            return;
        };
        let [host] = hosts.list[..] else { return };
        if !clause.is_at_home(&host) || guests.list.iter().any(|guest| guest.referent == host.referent) {
            return;
        }
        let status = status(clause, verb, Predicate::Hosted);
        for guest in &guests.list {
            out.push(self.untriggered(verb, Predicate::Hosted, status, (host, *guest), SURE));
        }
    }

    /// "met at a summit hosted by Merkel", "signed a pact at talks that Putin hosted": who has at home those of whose contact or agreement
    /// the sentence tells.
    fn host_of_those_told(&self, verb: usize, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        const WORDS: usize = 6;
        let clause = self.clause;
        let passive = clause.is_followed_by_agent(verb);
        let bare = |&at: &usize| clause.unit_phrase(at).is_none() && !clause.units[at].is_mark();
        let own = match passive {
            true if clause.bare_party(verb + 2) => clause.list(verb + 2).list,
            true => return,
            false => clause.who_acts_there(verb),
        };
        let [host] = own[..] else { return };
        // "at talks that Putin hosted": his name stands between.
        let who = |&at: &usize| bare(&at) || clause.parties_of(at).iter().all(|party| party.referent == host.referent);
        let near = || (verb.saturating_sub(WORDS)..verb).rev().take_while(who);
        let Some(noun) = near().find(|&at| clause.tells_meeting(at)) else { return };
        let led =
            (noun.saturating_sub(WORDS)..noun).rev().take_while(bare).find(|&at| clause.units[at].is_preposition());
        let there = led.is_some_and(|at| ["at", "in", "during"].iter().any(|word| clause.is_preposition_of(at, word)));
        let relative = (noun + 1..verb).any(|at| bare(&at) && clause.units[at].is(Class::Relative));
        if !there || !(passive || relative) || !clause.is_at_home(&host) {
            return;
        }
        let meets = |told: &&Relation| {
            told.sentence == self.number
                && matches!(
                    told.predicate,
                    Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::AgreedWith
                )
                && ![told.subject, told.object].contains(&host.referent)
                && told.trigger.start < self.tokens.tokens[clause.units[verb].start].span.start
        };
        let Some(first) = out.iter().find(meets).cloned() else { return };
        let ends = [(first.subject, first.subject_span), (first.object, first.object_span)];
        for (object, object_span) in ends {
            let told = self.untriggered(verb, Predicate::Hosted, first.status, (host, host), SURE);
            out.push(Relation { object, object_span, ..told });
        }
    }

    /// "Babacan will accompany Erdogan to Syria", "on his visit to Syria": he makes the journey as well.
    fn travels_along(&self, verb: usize, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let clause = self.clause;
        let Some(other) = clause.travels_with(verb) else { return };
        let own = clause.subjects[verb].as_ref().filter(|found| !found.carried && !found.opaque);
        let Some(who) = own.map(|found| found.list.clone()).filter(|list| list.iter().all(|p| clause.is_human(p)))
        else {
            return;
        };
        let of_other = |told: &&Relation| {
            told.sentence == self.number
                && told.predicate == Predicate::Visited
                && other.list.iter().any(|party| party.referent == told.subject)
        };
        let told: Vec<Relation> = out.iter().filter(of_other).cloned().collect();
        for journey in &told {
            for party in who.iter().filter(|party| !self.stays_home(party.referent, journey.object, true, Pos::Verb)) {
                let confidence = journey.confidence * SURE;
                let (subject, subject_span) = (party.referent, party.span);
                out.push(Relation { subject, subject_span, confidence, rule: None, ..journey.clone() });
            }
        }
        if !told.is_empty() || !clause.is_preposition_of(other.end, "to") {
            return;
        }
        let place = other.end + 1;
        let land = clause
            .unit_phrase(place)
            .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country));
        let stands = land && !clause.units[place].possessive;
        let Some(&place) = clause.parties_of(place).first().filter(|_| stands) else { return };
        let status = status(clause, verb, Predicate::Visited);
        let travellers: Vec<Party> = who.iter().chain(&other.list).copied().collect();
        for party in travellers {
            if !self.stays_home(party.referent, place.referent, true, Pos::Verb) {
                out.push(self.untriggered(verb, Predicate::Visited, status, (party, place), SURE));
            }
        }
    }
}
