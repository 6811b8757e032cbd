//! Who stands between two in English without a verb of mediating: "agreed under Qatari mediation", "UN mediator Griffiths said the truce
//! between", "through Egyptian and Qatari mediators", "brought Iran and Iraq together", "hosted indirect talks between".
//!
//! What the sentence has told so far comes in; who mediates between those whose talks or agreement it tells goes out.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::status::status;
use super::unit::{Kind, Unit};
use crate::gazetteer::EntityKind;
use crate::lexicon::{Predicate, Status, WordList};
use crate::mention::PhraseKind;

impl Sentence<'_> {
    /// Whether a sentence has a word for whoever stands between two, or for two whom somebody brings together.
    pub(super) fn has_mediators(&self) -> bool {
        let range = self.clause.units.first().map_or(0, |first| first.start)
            ..self.clause.units.last().map_or(0, |last| last.end);
        range.into_iter().any(|i| {
            self.is_listed(WordList::Mediators, i)
                || self.is_listed(WordList::Mediation, i)
                || matches!(self.token_at(i), b"together" | b"along" | b"alongside" | b"indirect" | b"table")
                || matches!(self.token_at(i), b"brokered" | b"mediated" | b"sponsored" | b"facilitated")
        })
    }

    /// Adds who mediates, by a word for that beside the talks or the agreement of others.
    pub(super) fn mediators_en(&self, out: &mut Vec<Relation>) {
        self.mediators_joined(out);
        self.brings_together_en(out);
        self.hosts_indirect(out);
        for at in 0..self.clause.units.len() {
            let agents = match () {
                () if self.contains_listed(WordList::Mediators, at) => self.mediators_at(at),
                () if self.contains_listed(WordList::Mediation, at) => self.mediation_of(at),
                () => self.brokers_at(at),
            };
            if agents.is_empty() {
                continue;
            }
            let own = |party: &Party| agents.iter().any(|own| own.referent == party.referent);
            let between =
                self.named_between(at).or_else(|| self.behind_broker(at)).or_else(|| self.of_nearest_pact(at, out));
            let Some((mut two, status)) = between.filter(|_| !agents.is_empty()) else { continue };
            two.retain(|party| !own(party));
            if two.len() > 1 {
                self.mediate(at, status, &agents, &two, out);
            }
        }
    }

    /// "mediates between Iran and Iraq along with Oman": adds that who stands behind the two mediates with the first.
    fn mediators_joined(&self, out: &mut Vec<Relation>) {
        for at in 3..self.clause.units.len() {
            let Some((two, others)) = self.joined_behind_two(at) else { continue };
            let of_two = |relation: &&Relation| {
                self.is_mediation(relation) && two.iter().any(|party| party.referent == relation.object)
            };
            if let Some(told) = out.iter().find(of_two).map(|told| told.status) {
                self.mediate(at, told, &others, &two, out);
            }
        }
    }

    /// Takes back that somebody mediates with those who mediate along with him.
    pub(super) fn no_party_to_mediation(&self, out: &mut Vec<Relation>) {
        for at in 3..self.clause.units.len() {
            let Some((_, others)) = self.joined_behind_two(at) else { continue };
            let joined = |relation: &Relation| others.iter().any(|other| other.referent == relation.object);
            out.retain(|relation| !(self.is_mediation(relation) && joined(relation)));
        }
    }

    /// Whether a relation tells, in this sentence, that somebody mediates.
    fn is_mediation(&self, relation: &Relation) -> bool {
        relation.sentence == self.number && relation.predicate == Predicate::Mediated
    }

    /// "between Iran and Iraq along with Oman": the two, and who is joined to whoever acts between them by the words at a unit.
    fn joined_behind_two(&self, at: usize) -> Option<(Vec<Party>, Vec<Party>)> {
        let (clause, units) = (self.clause, self.clause.units);
        let word = |token: usize| self.token_at(units[at].start + token);
        let with = matches!((word(0), word(1)), (b"along" | b"together", b"with"));
        if units[at].phrase().is_some() || !(with || word(0) == b"alongside") {
            return None;
        }
        let next = at + 1 + usize::from(with && units[at].end == units[at].start + 1);
        let last = at - 1 - usize::from(units[at - 1].is_comma());
        if next >= units.len() || !clause.bare_party(next) || !clause.bare_party(last) {
            return None;
        }
        let (first, two) = clause.list_ending_at(last);
        let between = first > 0 && two.len() > 1 && clause.is_preposition_of(first - 1, "between");
        between.then(|| (two, clause.list(next).list))
    }

    /// "talks mediated by Oman between Iran and Iraq": by whose mediation it comes, as a participle says.
    fn brokers_at(&self, at: usize) -> Vec<Party> {
        let (clause, units) = (self.clause, self.clause.units);
        let mediates = |told: Predicate| told == Predicate::Mediated;
        if at == 0 || units[at].phrase().is_some() || !clause.tells(at, mediates) {
            return if at == 0 { self.broker_in_front() } else { Vec::new() };
        }
        let by = units[at].kind == Kind::Verb && clause.is_followed_by_agent(at);
        let agents = if by && clause.bare_party(at + 2) { clause.list(at + 2) } else { return Vec::new() };
        let between = agents.end < units.len() && clause.is_preposition_of(agents.end, "between");
        if between { agents.list } else { Vec::new() }
    }

    /// "Mediated by Oman, talks between Iran and Iraq": who stands behind the participle that opens the sentence.
    fn broker_in_front(&self) -> Vec<Party> {
        let (clause, units) = (self.clause, self.clause.units);
        let opens = units.len() > 3
            && units[0].phrase().is_none()
            && clause.tells(0, |told| told == Predicate::Mediated)
            && clause.is_preposition_of(1, "by")
            && clause.bare_party(2);
        let agents = if opens { clause.list(2) } else { return Vec::new() };
        if units.get(agents.end).is_some_and(Unit::is_comma) { agents.list } else { Vec::new() }
    }

    /// "mediated by Oman between Iran and Iraq": the two behind who mediates.
    fn behind_broker(&self, at: usize) -> Option<(Vec<Party>, Status)> {
        let (clause, units) = (self.clause, self.clause.units);
        let by = at > 0 && units[at].kind == Kind::Verb && clause.is_followed_by_agent(at) && clause.bare_party(at + 2);
        let between = by.then(|| clause.list(at + 2).end)?;
        let leads =
            between + 1 < units.len() && clause.is_preposition_of(between, "between") && clause.bare_party(between + 1);
        let two = leads.then(|| clause.list(between + 1).list)?;
        (two.len() > 1).then_some((two, Status::Happened))
    }

    /// Whether one of the words of a unit stands in a list.
    fn contains_listed(&self, list: WordList, at: usize) -> bool {
        let unit = &self.clause.units[at];
        (unit.start..unit.end).any(|i| self.is_listed(list, i))
    }

    /// "UN mediator Martin Griffiths", "Thabo Mbeki, the AU mediator", "Egyptian and Qatari mediators", "mediators Egypt and Qatar".
    fn mediators_at(&self, at: usize) -> Vec<Party> {
        let (clause, units) = (self.clause, self.clause.units);
        let mut found = clause.parties_of(at);
        // "the Quartet of Middle East mediators": a region sends nobody.
        found.retain(|party| !matches!(self.kind_of(party.referent), EntityKind::Region | EntityKind::City));
        if !found.is_empty() {
            let mut list = found;
            let and = at.checked_sub(2).filter(|_| units[at - 1].is(crate::lexicon::Class::Conj));
            let adjective = |&i: &usize| clause.unit_phrase(i).is_some() && !units[i].possessive;
            list.extend(and.filter(adjective).map(|and| clause.parties_of(and)).unwrap_or_default());
            return list;
        }
        // "Mbeki, the AU mediator in the talks,"
        let named = at.checked_sub(2).filter(|&named| units[at - 1].is_comma() && clause.bare_party(named));
        if let Some(named) = named {
            return clause.parties_of(named);
        }
        // "mediators Egypt and Qatar"
        let beside = units[at].phrase().is_none() && at + 1 < units.len() && clause.bare_party(at + 1);
        if beside { clause.list(at + 1).list } else { Vec::new() }
    }

    /// "under Qatari mediation", "with the mediation of Oman", "under UN auspices": whose mediation it is under or by which others agree.
    fn mediation_of(&self, at: usize) -> Vec<Party> {
        const WORDS: usize = 4;
        let (clause, units) = (self.clause, self.clause.units);
        let leads = |i: usize| {
            ["under", "with", "through", "by", "to"].iter().any(|word| clause.is_preposition_of(i, word))
                || matches!(self.token_at(units[i].start), b"via" | b"under")
        };
        let part = |i: &usize| {
            let unit = &units[*i];
            !unit.is_mark()
                && unit.kind != Kind::Verb
                && (!unit.is_preposition() || leads(*i))
                && (unit.phrase().is_none()
                    || unit.possessive
                    || clause.unit_phrase(*i).is_some_and(|phrase| {
                        matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country | PhraseKind::Body)
                    }))
        };
        // "through the mediation" may be one unit.
        let several = units[at].end > units[at].start + 1 && units[at].is_preposition()
            || matches!(self.token_at(units[at].start), b"under" | b"through" | b"with");
        let lead =
            if several { Some(at) } else { (at.saturating_sub(WORDS)..at).rev().take_while(part).find(|&i| leads(i)) };
        let Some(lead) = lead else { return Vec::new() };
        let whose = (lead + 1..at).rev().filter(|&i| units[i].phrase().is_some());
        let mut list: Vec<Party> = whose.flat_map(|i| clause.parties_of(i)).collect();
        let of = at + 1;
        let governed = of + 1 < units.len()
            && ["of", "by"].iter().any(|word| clause.is_preposition_of(of, word))
            && clause.bare_party(of + 1);
        if list.is_empty() && governed {
            // "under the auspices of the UN, Chad and Sudan agreed": behind a comma stand those who do.
            let found = clause.list(of + 1).list;
            let comma = units.get(of + 2).is_some_and(Unit::is_comma);
            list = if comma { clause.parties_of(of + 1) } else { found };
        }
        list
    }

    /// "the AU mediator for Sudan and South Sudan", "an intermediary between Kabul and Delhi": the two whom the word itself names.
    fn named_between(&self, at: usize) -> Option<(Vec<Party>, Status)> {
        let (clause, units) = (self.clause, self.clause.units);
        let inside = &units[at];
        // "mediator for Sudan" is one phrase, which has the first of them.
        let between = (inside.end > inside.start + 1)
            .then(|| (inside.start..inside.end).rposition(|i| matches!(self.token_at(i), b"between" | b"for")))
            .flatten();
        let behind =
            at + 1 < units.len() && ["between", "for"].iter().any(|word| clause.is_preposition_of(at + 1, word));
        if between.is_none() && behind && at + 2 < units.len() && clause.bare_party(at + 2) {
            let found = clause.list(at + 2).list;
            return (found.len() == 2).then_some((found, Status::Happened));
        }
        None
    }

    /// Those whose talks or agreement the sentence tells nearest to a unit, and whether they take place.
    fn of_nearest_pact(&self, at: usize, out: &[Relation]) -> Option<(Vec<Party>, Status)> {
        let here = self.tokens.tokens[self.clause.units[at].start].span.start;
        let first = self.tokens.tokens[self.clause.units.first()?.start].span.start;
        let pact = |relation: &&Relation| {
            relation.sentence == self.number
                && relation.trigger.start >= first
                && matches!(
                    relation.predicate,
                    Predicate::AgreedWith | Predicate::TalkedWith | Predicate::NegotiatedWith
                )
        };
        let told = out.iter().filter(pact).min_by_key(|relation| relation.trigger.start.abs_diff(here))?;
        // "UN mediators failed to bring about a truce": who tries to mediates.
        let status = if told.status == Status::Possible { Status::Possible } else { Status::Happened };
        Some((self.parties_of_telling(told, out), status))
    }

    /// Adds that some stand between others, unless a word of its own told it.
    fn mediate(&self, at: usize, status: Status, agents: &[Party], two: &[Party], out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        for s in agents {
            for o in two.iter().filter(|o| o.referent != s.referent) {
                let told = out.iter().any(|relation| {
                    relation.predicate == Predicate::Mediated
                        && relation.sentence == self.number
                        && relation.subject == s.referent
                        && relation.object == o.referent
                });
                if !told && !self.same_side(Predicate::Mediated, s.referent, o.referent) {
                    out.push(self.untriggered(at, Predicate::Mediated, status, (*s, *o), SURE));
                }
            }
        }
    }

    /// "brought Iran and Iraq together", "bring Kabul and Delhi to the negotiating table": who does that to two.
    fn brings_together_en(&self, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        for at in 0..units.len().saturating_sub(2) {
            let brings =
                units[at].kind == Kind::Verb && self.begins_listed(WordList::Brings, at) && clause.bare_party(at + 1);
            if !brings {
                continue;
            }
            let two = clause.list(at + 1);
            let start = units.get(two.end).map_or(usize::MAX, |unit| unit.start);
            let back = usize::from(self.token_at(start) == b"back");
            let word = |i: usize| self.token_at(start.saturating_add(i + back));
            let table = word(0) == b"to" && word(1) == b"the" && (word(2) == b"table" || word(3) == b"table");
            let together = word(0) == b"together" || table;
            let subject = clause.subjects[at].as_ref().filter(|own| !own.opaque && !own.is_empty());
            let own = |party: &Party| subject.is_some_and(|own| own.list.iter().any(|s| s.referent == party.referent));
            if let Some(subject) = subject.filter(|_| together && two.list.len() == 2 && !two.list.iter().any(own)) {
                let status = status(clause, at, Predicate::Mediated);
                self.mediate(at, status, &subject.list, &two.list, out);
            }
        }
    }

    /// "hosted indirect talks between Israel and Hamas": who has those at home who do not speak to each other carries what they say.
    fn hosts_indirect(&self, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        let talks = |told| matches!(told, Predicate::TalkedWith | Predicate::NegotiatedWith);
        let indirect = |i: &usize| {
            self.token_at(units[*i].start) == b"indirect"
                && (i + 1..units.len().min(i + 3))
                    .any(|noun| units[noun].kind == Kind::Noun && clause.tells(noun, talks))
        };
        // "indirect talks" may be one word.
        let indirect = |i: &usize| {
            let within = (units[*i].start..units[*i].end).any(|token| self.token_at(token) == b"indirect");
            indirect(i) || within && units[*i].kind == Kind::Noun && clause.tells(*i, talks)
        };
        if !(0..units.len()).any(|i| indirect(&i)) {
            return;
        }
        let hosts: Vec<(Party, Party, Status, usize)> = out
            .iter()
            .filter(|relation| relation.sentence == self.number && relation.predicate == Predicate::Hosted)
            .filter_map(|relation| {
                let party = |referent, span| Party {
                    referent,
                    span,
                    kind: super::remember::kind_of_party(self.reader, referent),
                    gender: None,
                };
                let start = |at: &usize| self.tokens.tokens[units[*at].start].span.start;
                let at = (0..units.len()).find(|at| start(at) == relation.trigger.start)?;
                let s = party(relation.subject, relation.subject_span);
                let o = party(relation.object, relation.object_span);
                Some((s, o, relation.status, at))
            })
            .collect();
        for (s, o, status, at) in &hosts {
            let several = hosts.iter().filter(|host| host.0.referent == s.referent).count() > 1;
            if several {
                self.mediate(*at, *status, &[*s], &[*o], out);
            }
        }
    }

    /// "Macron: Turkey must withdraw", "Turkey must withdraw: Macron": of whom the speaker of a headline says that he ought to do something.
    pub(super) fn duty_by_colon(&self, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        let opens = |at: usize| at == 0 || units[at - 1].is_stop();
        for who in (0..units.len()).filter(|&at| opens(at) && clause.bare_party(at)) {
            let bound: Parties = self.bound(who);
            if bound.is_empty() || bound.end >= units.len() {
                continue;
            }
            let Some(subject) = clause.speaker_by_colon(who, bound.end) else { continue };
            if clause.are_apart(&subject.list, &bound.list) {
                self.said_of(bound.end, Predicate::DemandedOf, &subject, &bound, out);
            }
        }
    }
}
