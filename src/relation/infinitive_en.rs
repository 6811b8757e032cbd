//! Whose doing an English infinitive tells: "agreed to visit", "urged Iran to stop", "Netanyahu's decision to".

use super::clause::{Clause, Parties, Party};
use super::unit::Kind;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Slot};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// Returns who does what an infinitive tells: whom a verb sends or urges, whose aim it is, or the subject of the verb before.
    pub(super) fn infinitive_subject(&self, at: usize, current: Option<&Parties>) -> Parties {
        let to = self.chain_start(at).saturating_sub(1);
        let nearest = (0..to)
            .rev()
            .take_while(|&before| !self.units[before].is_stop() && !self.units[before].is(Class::Complement))
            .find(|&before| self.units[before].kind == Kind::Verb);
        if let Some(sent) = nearest.and_then(|verb| self.sent(verb)) {
            return Parties::new(sent, 0.85, at + 1);
        }
        // "Mohamud was at the airport to welcome him"
        if nearest.is_none()
            && let Some(found) = self.there_to(to)
        {
            return Parties { end: at + 1, ..found };
        }
        if let Some(last) = to.checked_sub(1)
            && let Some(found) = self.doer_before_to(at, last, nearest, current)
        {
            return found;
        }
        if let Some(found) = self.whom_relative_describes(at, nearest, to) {
            return found;
        }
        if let Some(found) = self.who_is(to).or_else(|| self.one_of_few(to)).filter(|_| nearest.is_none()) {
            return Parties { end: at + 1, ..found };
        }
        if let Some(traveller) = self.owner_of_journey(nearest.map_or(0, |verb| verb + 1), to) {
            return Parties { end: at + 1, ..traveller };
        }
        let shared = nearest.and_then(|verb| self.shared(verb, at, 0.9));
        shared.map_or_else(|| self.carried_english(at, current), |found| Parties { carried: true, ..found })
    }

    /// Returns who does it by what ends at `last`, right before "to": who sent word, who is at work, who is urged, whose aim or thing it is.
    fn doer_before_to(
        &self,
        at: usize,
        last: usize,
        nearest: Option<usize>,
        current: Option<&Parties>,
    ) -> Option<Parties> {
        // "received a call from Obama to congratulate him"
        if let Some(found) = self
            .sender_before(at, last)
            .or_else(|| self.doer_at_work(last, current))
            .or_else(|| self.urged_before_to(at, last, nearest))
        {
            return Some(found);
        }
        // "condemned Israeli plans to annex": those whose plans they are.
        if self.is_aim(last) && self.unit_phrase(last).is_some() {
            return Some(Parties::new(self.parties_of(last), 0.8, at + 1));
        }
        // "wants Egyptians to stand by Morsi": somebody whom the text does not name.
        if nearest.is_some_and(|verb| self.is_object_control(verb) && verb < last) {
            return Some(Self::nobody(at));
        }
        self.owner_before_to(at, last)
    }

    /// "urged Iran to", "called on Iran to", "the need for Russia to": the parties that end at `last`, where what stands before them leaves
    /// it to them.
    fn urged_before_to(&self, at: usize, last: usize, nearest: Option<usize>) -> Option<Parties> {
        const WORDS: usize = 5;
        if !self.bare_party(last) {
            return None;
        }
        let (first, list) = self.list_ending_at(last);
        let behind = first.checked_sub(1);
        // "the efforts of Qatar and Egypt to broker a truce"
        let aim = |b: usize| b > 0 && self.is_preposition_of(b, "of") && self.is_aim(b - 1);
        if let Some(urged) = nearest.and_then(|verb| self.urged_by(verb, first, at)) {
            return Some(urged);
        }
        // "an invitation from Sharif to Singh to visit"
        let invited =
            |b: usize| self.units[b].is_to() && (b.saturating_sub(WORDS)..b).any(|before| self.offers_visit(before));
        let for_it = behind.is_some_and(|b| {
            self.is_preposition_of(b, "for") && !self.is_left_for(first)
                || invited(b)
                || aim(b)
                || self.leads_to_doer(b)
                || matches!(self.units[b].kind, Kind::Function | Kind::Noun)
                    && self.units[b].has(|c| matches!(c, Class::Planned | Class::Possible))
        });
        let moved = nearest.is_some_and(|verb| self.moves(verb, first, last));
        // "Iraq to sign deal with Britain": a headline's future.
        let headline = nearest.is_none() && behind.is_none_or(|b| self.units[b].is_mark());
        if list.is_empty() || !(for_it || moved || headline) {
            return None;
        }
        let list = if headline { self.headline_pair(first, list) } else { list };
        Some(Parties::new(list, 0.85, at + 1))
    }

    /// "left for Tehran to meet", "departed on Monday for Tehran to": whether the place at a unit is where the verb before it says that somebody
    /// goes, and does nothing itself.
    pub(super) fn is_left_for(&self, place: usize) -> bool {
        let kind = self.unit_phrase(place).map(|phrase| phrase.kind);
        let into = self.knowledge.lexicon.preposition_id("for").map(Slot::Prep);
        if !matches!(kind, Some(PhraseKind::Place | PhraseKind::Country)) || place == 0 || into.is_none() {
            return false;
        }
        let before = (0..place).rev().take_while(|&at| !self.units[at].is_stop());
        let verb = before.into_iter().find(|&at| self.units[at].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            self.units[verb].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.is_journey() && trigger.object.iter().any(|slot| Some(*slot) == into)
            })
        })
    }

    /// "Netanyahu's decision to", "its efforts to": whose the thing is that stands right before "to".
    fn owner_before_to(&self, at: usize, last: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let owned = matches!(self.units[last].kind, Kind::Noun | Kind::Word | Kind::Function)
            && self.units[last].phrase().is_none()
            && !self.units[last].is_mark();
        if !owned {
            return None;
        }
        let possessor = (last.saturating_sub(WORDS)..last).rev().find(|&i| self.units[i].phrase().is_some())?;
        if !self.units[possessor].possessive || self.is_in_circumstance(possessor, last) {
            return None;
        }
        // "accepted Sharif's invitation to visit": who is invited comes.
        if self.offers_visit(last) {
            return None;
        }
        let list = self.parties_of(possessor);
        (!list.is_empty()).then(|| Parties { carried: list.len() > 1, ..Parties::new(list, 0.8, at + 1) })
    }

    /// "Zúñiga, who was in San Salvador to confer with": whom a relative without a verb of its own describes.
    fn whom_relative_describes(&self, at: usize, nearest: Option<usize>, to: usize) -> Option<Parties> {
        let relative = (nearest.map_or(0, |verb| verb + 1)..to)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].is(Class::Relative) && self.units[before].phrase().is_none())
            .filter(|&relative| relative > 1)?;
        let who = relative - 1 - usize::from(self.units[relative - 1].is_comma());
        let aux = (relative + 1..to).any(|at| self.is_auxiliary(at));
        let person = aux
            && self.bare_party(who)
            && self.unit_phrase(who).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        person.then(|| Parties::new(self.parties_of(who), 0.85, at + 1))
    }

    /// "Lavrov is due in Rabat next week to meet": who is somewhere, where the clause before `to` has no verb but "to be".
    fn who_is(&self, to: usize) -> Option<Parties> {
        let start = self.clause_start(to);
        let be = (start..to)
            .find(|&before| self.units[before].phrase().is_none() && self.units[before].is(Class::Auxiliary))?;
        let place = |phrase: &crate::mention::Phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country);
        let somewhere = (be + 2..to).any(|at| {
            matches!(self.units[at - 1].kind, Kind::Function | Kind::Participle)
                && self.unit_phrase(at).is_some_and(place)
                && !matches!(self.units[at + 1].kind, Kind::Word | Kind::Noun)
        });
        let subject =
            be.checked_sub(1).filter(|&subject| self.bare_party(subject) && !self.units[subject].possessive)?;
        let (first, list) = self.list_ending_at(subject);
        // "with a US decision to step up": whose decision it is, is told elsewhere.
        let last = &self.units[to - 1];
        let adverbial = last.phrase().is_some()
            || last
                .has(|c| matches!(c, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Month(_) | Class::Next));
        let opens = first.checked_sub(1).is_none_or(|before| self.opens_clause_behind(before));
        (somewhere && opens && adverbial && !list.is_empty())
            .then(|| Parties { carried: list.len() > 1, ..Parties::new(list, 0.85, be) })
    }

    /// "Macron was among the first leaders to congratulate him", "is one of the few to have met": whom the clause before `to` says to be
    /// of some kind, without a verb but "to be" and without anybody else.
    fn one_of_few(&self, to: usize) -> Option<Parties> {
        const WORDS: usize = 8;
        let start = self.clause_start(to);
        let be = (start..to)
            .find(|&before| self.units[before].phrase().is_none() && self.units[before].is(Class::Auxiliary))?;
        let subject =
            be.checked_sub(1).filter(|&subject| self.bare_party(subject) && !self.units[subject].possessive)?;
        let unnamed = |at: usize| {
            self.unit_phrase(at).is_none_or(|phrase| {
                phrase.kind == PhraseKind::Demonym
                    || phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty()
                    // "the first US president to"
                    || phrase.kind == PhraseKind::Person && !phrase.named && phrase.number == Number::Singular
            })
        };
        let kind = to - be > 2 && to - be <= WORDS && (be + 1..to).all(unnamed);
        let ranked = (be + 1..to).any(|at| self.shapes[at].ranked);
        let (first, list) = self.list_ending_at(subject);
        let opens = first.checked_sub(1).is_none_or(|before| self.opens_clause_behind(before));
        (kind && ranked && opens && list.len() == 1).then(|| Parties::new(list, 0.85, be))
    }

    /// "confirmed Bashir's visit to Juba on Monday to meet": whose journey it is that stands before an infinitive, with nothing between but where and
    /// when.
    fn owner_of_journey(&self, from: usize, to: usize) -> Option<Parties> {
        const WORDS: usize = 2;
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let passed = |at: &usize| {
            let unit = &self.units[*at];
            place(*at) || unit.phrase().is_none() && unit.kind == Kind::Function && !unit.is(Class::Conj)
        };
        let behind = (from..to).rev().take_while(passed).count();
        let journey = (to - behind).checked_sub(1).filter(|&noun| noun >= from && behind > 0)?;
        let owner = (journey.saturating_sub(WORDS + 1)..journey).rev().find(|&at| self.units[at].phrase().is_some())?;
        let word = |at: usize| self.units[at].phrase().is_none() && self.units[at].kind == Kind::Word;
        let own = self.names_journey(journey)
            && owner >= from
            && self.units[owner].possessive
            && self.unit_phrase(owner).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            && (owner + 1..journey).all(word);
        own.then(|| Parties::new(self.parties_of(owner), 0.85, to))
    }

    /// "rebels fighting to topple", "The leaders of Hamas are plotting to kill", "efforts by clerics to broker": who does what stands right
    /// before an infinitive, where that is a deed that no row knows or nobody whom the text names.
    fn doer_at_work(&self, last: usize, current: Option<&Parties>) -> Option<Parties> {
        let people = |at: usize| {
            let unit = &self.units[at];
            unit.phrase().is_none() && (unit.kind == Kind::Word && self.shapes[at].plural || unit.is(Class::Apart))
        };
        if people(last) && last > 0 && self.is_preposition_of(last - 1, "by") {
            return Some(Self::nobody(last));
        }
        let before = last.checked_sub(1).filter(|_| self.shapes[last].doing && self.units[last].phrase().is_none())?;
        if self.is_auxiliary(before) {
            return Some(self.finite_subject(last, current)).filter(|found| !found.is_empty() || found.opaque);
        }
        people(before).then(|| Self::nobody(last))
    }

    /// "a letter from Obama, inviting him", "received a call from Trump thanking him": who wrote or called, where a stance that a gerund tells
    /// stands right behind him.
    pub(super) fn sender_before(&self, at: usize, last: usize) -> Option<Parties> {
        let says = |told| {
            matches!(
                told,
                Predicate::Praised
                    | Predicate::DemandedOf
                    | Predicate::Promised
                    | Predicate::Threatened
                    | Predicate::Briefed
                    | Predicate::Visited
                    | Predicate::Criticised
            )
        };
        let who = if self.units[last].is_comma() { last.checked_sub(1)? } else { last };
        if !self.tells(at, says) || !self.bare_party(who) {
            return None;
        }
        // "from King Abdullah of Jordan"
        let of = who > 2 && self.is_preposition_of(who - 1, "of") && self.bare_party(who - 2);
        let who = if of { who - 2 } else { who };
        let from = who.checked_sub(1).filter(|&from| self.is_preposition_of(from, "from"))?;
        let sent = |told| matches!(told, Predicate::Called | Predicate::WroteTo);
        let letter =
            from.checked_sub(1).filter(|&letter| self.units[letter].phrase().is_none() && self.tells(letter, sent));
        letter.map(|_| Parties::new(self.parties_of(who), 0.85, at + 1)).filter(|found| found.list.len() == 1)
    }

    /// "on the anniversary of Mubarak's ouster to protest": whether an owner and what is his only tell when, where or why it was done, and
    /// no will of his.
    fn is_in_circumstance(&self, owner: usize, thing: usize) -> bool {
        let will = self.is_aim(thing)
            || self.units[thing].has(|c| matches!(c, Class::Planned | Class::Possible | Class::Denied));
        let of = owner.checked_sub(1).is_some_and(|of| self.is_preposition_of(of, "of"));
        of && !will && self.units[owner].case.is_none()
    }

    /// "urged Iran to", "called on Iran to", "sent Brahimi to": the object does what comes next.
    pub(super) fn moves(&self, verb: usize, first: usize, last: usize) -> bool {
        if self.is_object_control(verb) {
            return first <= verb + 3;
        }
        let plain = self.sends(verb)
            || self.units[verb].forms.iter().all(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate.is_none() && !trigger.flags.speech
            });
        let who = |kind| matches!(kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Agent);
        plain && first == verb + 1 && self.unit_phrase(last).is_some_and(|phrase| who(phrase.kind))
    }

    /// "sent Brahimi to Tehran": whether the object of a verb goes somewhere.
    fn sends(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.is_journey() && trigger.subject.contains(&Slot::Object)
        })
    }

    /// "sent Brahimi to Tehran on Monday to meet": who is sent, where the verb before an infinitive sends somebody.
    pub(super) fn sent(&self, verb: usize) -> Option<Vec<Party>> {
        let person = self.sends(verb)
            && !self.is_object_control(verb)
            && verb + 1 < self.units.len()
            && self.bare_party(verb + 1)
            && self.unit_phrase(verb + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        person.then(|| self.list(verb + 1).list).filter(|list| !list.is_empty())
    }
}
