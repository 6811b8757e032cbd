//! Who is abroad, in English, without a verb of going: "Macron was in Moscow for talks with Putin", "met with visiting Secretary Kerry".
//!
//! A sentence comes in; the journeys that it presupposes go out.

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::status::status;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Family, Pos, Predicate, Status};
use crate::mention::{PhraseKind, Referent};

/// How far behind the place an errand may stand.
const ERRAND: usize = 9;

impl Clause<'_> {
    /// "was in Moscow on Monday for talks": who is somewhere, and where, if what he does there is told behind it.
    fn abroad(&self, be: usize) -> Option<(Parties, Party)> {
        let adverb = |unit: &&Unit| unit.phrase().is_none() && unit.is(Class::Skip) && !unit.is_preposition();
        let on = be + 1 + self.units[be + 1..].iter().take_while(adverb).count();
        let place = self.units.get(on + 1).filter(|_| self.is_in(on)).and_then(|_| self.unit_phrase(on + 1))?;
        let stands = matches!(place.kind, PhraseKind::Place | PhraseKind::Country) && !self.units[on + 1].possessive;
        let place = *self.parties_of(on + 1).first().filter(|_| stands)?;
        self.errand(on + 2)?;
        let who = self.who_is_there(be)?;
        who.list.iter().all(|party| self.is_human(party) || party.kind == PhraseKind::Agent).then_some((who, place))
    }

    /// Whom an auxiliary is about that stands as the verb of its clause: right before it, before "who", before what stands between
    /// commas.
    fn who_is_there(&self, be: usize) -> Option<Parties> {
        let chain = self.chain_start(be);
        let before = chain.checked_sub(1)?;
        if self.units[before].is_comma() {
            return self.before_relative(be, chain).or_else(|| self.before_aside(be, chain));
        }
        if self.units[before].is(Class::Relative) && self.units[before].phrase().is_none() {
            let who = before.checked_sub(1 + usize::from(before > 0 && self.units[before - 1].is_comma()))?;
            let named = self.unit_phrase(who).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
            return (named && self.bare_party(who)).then(|| Parties::new(self.parties_of(who), 0.85, be));
        }
        let free = self.bare_party(before) && !self.units[before].possessive;
        let (first, list) = if free { self.list_ending_at(before) } else { return None };
        let opens = first.checked_sub(1).is_none_or(|at| {
            self.opens_clause_behind(at) || self.units[at].phrase().is_none() && self.units[at].is(Class::Circumstance)
        });
        (opens && !list.is_empty()).then(|| Parties::new(list, 0.9, be))
    }

    /// "for talks", "on a two-day visit", "to meet": where what somebody does there begins.
    fn errand(&self, from: usize) -> Option<usize> {
        const NOUN: usize = 5;
        let end = self.units.len().min(from + ERRAND);
        let contact = |at: usize| self.tells(at, |told| told.family() == Family::Contact);
        let open = |at: &usize| {
            let unit = &self.units[*at];
            !unit.is_stop() && !unit.has(|c| matches!(c, Class::Conj | Class::Relative | Class::Complement))
        };
        (from..end).take_while(open).find(|&at| {
            let unit = &self.units[at];
            let purpose = self.is_preposition_of(at, "for") || self.is_preposition_of(at, "on");
            let noun = |at: usize| self.units[at].kind == Kind::Noun && contact(at);
            let verb = unit.is_to() && self.units.get(at + 1).is_some_and(|next| next.kind == Kind::Verb);
            let near = at + 1..self.units.len().min(at + NOUN);
            verb || purpose && near.take_while(open).take_while(|&at| self.unit_phrase(at).is_none()).any(noun)
        })
    }

    /// "told visiting President Putin", "met with visiting Prime Minister Modi": whom the title that "visiting" opens describes, and
    /// whom he visits.
    fn visiting(&self, at: usize) -> Option<(Parties, &Parties)> {
        let guest = self.unit_phrase(at).filter(|phrase| phrase.kind == PhraseKind::Person)?;
        let verb = at.checked_sub(1)?;
        let with = self.is_preposition_of(verb, "with");
        let verb = if with { verb.checked_sub(1)? } else { verb };
        let host = self.subjects.get(verb)?.as_ref()?;
        let told = self.units[verb].kind == Kind::Verb && !host.is_empty() && !guest.referents.is_empty();
        told.then(|| (Parties::new(self.parties_of(at), 0.85, at + 1), host))
    }
}

impl Sentence<'_> {
    /// Who is abroad on an errand, or is called visiting, has made the journey.
    pub(super) fn abroad(&self, out: &mut Vec<Relation>) {
        if self.clause.lang != Lang::En {
            return;
        }
        for at in 1..self.clause.units.len() {
            let unit = &self.clause.units[at];
            if unit.phrase().is_none() && unit.is(Class::Auxiliary) {
                self.on_errand(at, out);
            } else if self.is_visiting(unit) {
                self.guests(at, out);
            }
        }
    }

    fn is_visiting(&self, unit: &Unit) -> bool {
        unit.phrase().is_some() && self.tokens.form(&self.tokens.tokens[unit.start]) == b"visiting"
    }

    fn on_errand(&self, be: usize, out: &mut Vec<Relation>) {
        let Some((who, place)) = self.clause.abroad(be) else { return };
        let ahead = self.clause.units[be].is(Class::Future);
        let status = if ahead { Status::Planned } else { status(self.clause, be, Predicate::Visited) };
        for s in &who.list {
            if !self.stays_home(s.referent, place.referent, false, Pos::Verb) {
                out.push(self.untriggered(be, Predicate::Visited, status, (*s, place), 0.9 * who.confidence));
            }
        }
    }

    fn guests(&self, at: usize, out: &mut Vec<Relation>) {
        let Some((guests, hosts)) = self.clause.visiting(at) else { return };
        let country = |party: &Party| match party.referent {
            Referent::Known(key) if self.clause.knowledge.gazetteer.get(key).kind == EntityKind::Country => Some(key),
            other => self.reader.country_of(other),
        };
        let Some(land) = hosts.list.first().and_then(country) else { return };
        let host = Party { referent: Referent::Known(land), kind: PhraseKind::Country, ..hosts.list[0] };
        if hosts.list.iter().any(|other| country(other) != Some(land)) {
            return;
        }
        for guest in guests.list.iter().filter(|guest| country(guest).is_some_and(|own| own != land)) {
            out.push(self.untriggered(at, Predicate::Visited, Status::Happened, (*guest, host), 0.8));
        }
    }
}
