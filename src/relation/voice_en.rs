//! Who says, in English, what a clause charges somebody with, or lets him do: "Macron said that Iran had violated the truce", "Iran was to
//! blame, Macron said", "Macron: Iran must stop".
//!
//! The index of a unit of the clause comes in, who says it goes out; nobody where the text itself tells it.

use super::build::Relation;
use super::clause::{Clause, Parties};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Family, Predicate, Tense, WordList};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// Who says of the owner of a thing what the verb or copula at a unit tells; of a party, where a colon stands behind who says it.
    pub(super) fn speaker_en(&self, at: usize) -> Parties {
        let Some(first) = self.opens_content_at(self.chain_start(at)) else { return Parties::default() };
        let charged = self.charged_en(at);
        if charged.is_empty() {
            return Parties::default();
        }
        self.speaker_by_colon(first, at)
            .filter(|found| self.are_apart(&found.list, &charged.list))
            .or_else(|| self.teller_of(first, at, &charged))
            .map_or_else(Parties::default, |found| Parties { carried: false, end: at + 1, ..found })
    }

    /// Where the subject of a clause begins whose auxiliaries begin at a unit: a party, or the owner of a thing.
    fn opens_content_at(&self, chain: usize) -> Option<usize> {
        let last = chain.checked_sub(1)?;
        if self.bare_party(last) {
            let first = self.list_ending_at(last).0;
            // "the government of Iran"
            let people = first.checked_sub(2).filter(|_| self.is_preposition_of(first - 1, "of"));
            return people.filter(|&people| self.units[people].is(Class::Agent)).or(Some(first));
        }
        self.owner_before_copula(last)
    }

    /// "Iran's latest actions", "Iranian actions": the owner of the thing that ends at a unit.
    pub(super) fn owner_before_copula(&self, last: usize) -> Option<usize> {
        const WORDS: usize = 4;
        let thing = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none()
                && (matches!(unit.kind, Kind::Word | Kind::Noun)
                    || unit.has(|c| matches!(c, Class::Act))
                    || *at == last)
                && (!unit.is(Class::Agent) || unit.is(Class::Act))
        };
        // "Israel's arrest was illegal": not what is done to somebody.
        let own = self.units[last].has(|c| matches!(c, Class::Act | Class::Document | Class::Utterance | Class::Wrong))
            // "US sanctions are": spelt like a verb, which has no copula behind it.
            || matches!(self.units[last].kind, Kind::Noun | Kind::Verb)
                && self.tells(last, |told| told.family() == Family::Conflict);
        if !own {
            return None;
        }
        let words = (0..=last).rev().take(WORDS).take_while(thing).count();
        let owner = last.checked_sub(words).filter(|_| words > 0)?;
        let phrase = self.unit_phrase(owner)?;
        let owns = self.units[owner].possessive && self.units[owner].case.is_none();
        // "US policy is": a country right before its thing.
        let of = owner.checked_sub(1).is_some_and(|before| self.units[before].is_preposition());
        let adjunct = phrase.kind == PhraseKind::Country && self.units[owner].case.is_none() && !of;
        (owns || phrase.kind == PhraseKind::Demonym || adjunct).then_some(owner)
    }

    /// "Israel's decision was": whom a charge is about that stands behind a copula or verb whose auxiliaries begin at a unit.
    pub(super) fn charged_en(&self, at: usize) -> Parties {
        let chain = self.chain_start(at);
        let Some(last) = chain.checked_sub(1) else { return Parties::default() };
        if self.bare_party(last) {
            let (first, list) = self.list_ending_at(last);
            // "a decision in Kenya was": where it is made; "the regime in Syria had" is the state.
            let rules =
                |at: Option<usize>| at.and_then(|at| self.units.get(at)).is_some_and(|unit| unit.is(Class::Authority));
            let inside = first
                .checked_sub(1)
                .is_some_and(|before| self.is_preposition_of(before, "in") && !rules(before.checked_sub(1)));
            return if inside { Parties::default() } else { Parties::new(list, 0.9, at + 1) };
        }
        self.owner_before_copula(last)
            .map_or_else(Parties::default, |owner| Parties::new(self.parties_of(owner), 0.85, at + 1))
    }

    /// "Macron: Iran violated the truce", "Iran violated the truce: Macron": who speaks in a headline.
    pub(super) fn speaker_by_colon(&self, first: usize, at: usize) -> Option<Parties> {
        let colon = first.checked_sub(1).filter(|&colon| self.units[colon].is_stop());
        if let Some(found) = colon.map(|colon| self.quoted_behind(colon)).filter(|found| !found.is_empty()) {
            return Some(found);
        }
        let opens = first == 0 || self.units[first - 1].is_stop();
        let last = self.units.len().checked_sub(1)?;
        last.checked_sub(1).filter(|&colon| opens && colon > at && self.units[colon].is_stop())?;
        self.bare_party(last).then(|| Parties { confidence: 0.85, end: at + 1, ..self.list(last) })
    }
}

impl Clause<'_> {
    /// "insisted that Turkey withdraw", "that Iran not be armed": whether one party has a base form behind it, which tells what it ought to do.
    pub(super) fn is_subjunctive(&self, who: &Parties) -> bool {
        let base = |at: usize| self.units.get(at).and_then(Unit::verb).is_some_and(|(tense, ..)| tense == Tense::Base);
        let own = |unit: &Unit| unit.phrase().is_none() && !unit.is(Class::Auxiliary);
        let base = |at: usize| base(at) && own(&self.units[at]);
        let not = self.units.get(who.end).is_some_and(|unit| unit.is(Class::Negation));
        who.list.len() == 1 && (base(who.end) || not)
    }

    /// "called the raid a crime", "described Israel as reckless": whether an epithet stands behind whom or what is named.
    pub(super) fn calls_names(&self, from: usize, praise: bool) -> bool {
        const WORDS: usize = 8;
        let open = |unit: &&Unit| {
            !unit.is_stop() && !unit.has(|c| matches!(c, Class::Complement | Class::Relative | Class::Conj))
        };
        self.units[from.min(self.units.len())..].iter().take(WORDS).take_while(open).any(|unit| {
            unit.phrase().is_none()
                && unit.has(|c| if praise { c == Class::Acclaim } else { matches!(c, Class::Epithet | Class::Evil) })
        }) || !praise && self.is_called_threat(from)
    }

    /// "called Iran a threat to peace", "described Israel as the greatest threat to": whether a noun of threat with its article stands behind
    /// whom somebody calls so.
    fn is_called_threat(&self, from: usize) -> bool {
        const WORDS: usize = 4;
        (from..self.units.len().min(from + WORDS))
            .take_while(|&at| !self.units[at].is_mark() && self.units[at].phrase().is_none())
            .any(|at| {
                self.units[at].kind == Kind::Noun
                    && self.tells(at, |told| told == Predicate::Threatened)
                    && at + 1 < self.units.len()
                    && self.is_preposition_of(at + 1, "to")
            })
    }
}

impl Sentence<'_> {
    /// "said that Israel's raid was a crime", "said Iran was to blame for": what a speaker says that another or his deed is; "Macron: Iran must
    /// stop": what he ought to do.
    pub(super) fn charges_en(&self, out: &mut Vec<Relation>) {
        self.faced_penalties(out);
        self.duty_by_colon(out);
        self.charged_otherwise(out);
        self.hit_by_penalties(out);
        for at in 2..self.clause.units.len() {
            let Some((predicate, copula)) = self.verdict_en(at) else { continue };
            let chain = self.clause.chain_start(copula);
            let negated = self.clause.units[chain..at].iter().any(|unit| unit.is(Class::Negation));
            let ahead = self.clause.units[chain..at].iter().any(|unit| unit.has(|c| matches!(c, Class::Possible)));
            // "is not serious about peace", "cannot be trusted"
            let virtue = self.begins_listed(WordList::Virtues, at);
            if virtue != negated || ahead && !virtue {
                continue;
            }
            let object = self.clause.charged_en(copula);
            if object.is_empty() {
                continue;
            }
            let subject = self.clause.speaker_en(copula);
            let told = |relation: &Relation| {
                relation.sentence == self.number
                    && relation.predicate == predicate
                    && subject.list.iter().any(|party| party.referent == relation.subject)
                    && object.list.iter().any(|party| party.referent == relation.object)
            };
            if !subject.is_empty() && !out.iter().any(told) {
                self.said_of(at, predicate, &subject, &object, out);
            }
        }
    }

    /// "said it was time for Iran to act", "up to Iran to end": whose turn it is to do something, in what the verb at a unit says.
    pub(super) fn whose_turn(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 9;
        let clause = self.clause;
        let units = clause.units;
        let token = |i: usize| self.token_at(i);
        let begin = units[at].end;
        let end = units.get(at + REACH).or(units.last()).map_or(begin, |unit| unit.start);
        let turn = |&i: &usize| match token(i + 1) {
            b"for" => self.is_listed(WordList::TurnFor, i),
            b"on" | b"upon" => self.is_listed(WordList::TurnOn, i),
            b"to" => token(i) == b"up",
            _ => false,
        };
        let found = (begin..end).find(turn)? + 2;
        let who = (at + 1..units.len()).find(|&i| units[i].start >= found && units[i].start < found + 2)?;
        let list = Some(who).filter(|&who| clause.bare_party(who)).map(|who| clause.list(who))?;
        units.get(list.end).is_some_and(Unit::is_to).then_some(Parties { confidence: 0.8, ..list })
    }

    /// "Peru, already facing US sanctions,": who stands before the comma, on whom penalties lie.
    fn who_faces_aside(&self, lead: usize) -> Option<Parties> {
        let (clause, units) = (self.clause, self.clause.units);
        let adverb = |i: &usize| units[*i].phrase().is_none() && units[*i].is(Class::Skip);
        let comma = lead.checked_sub(1 + (0..lead).rev().take_while(adverb).count())?;
        let gerund = units[lead].verb().is_some_and(|(tense, ..)| tense == Tense::Gerund);
        let who = comma.checked_sub(1).filter(|&who| gerund && units[comma].is_comma() && clause.bare_party(who))?;
        Some(Parties::new(clause.parties_of(who), 0.85, lead))
    }

    /// "faces new American sanctions", "has long faced four rounds of UN sanctions", "is under sanctions from the EU": who has penalties
    /// before it, and whose they are.
    fn faced_penalties(&self, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        // "faces sanctions from the EU": one word of the lexicon.
        for at in (1..units.len()).filter(|&at| units[at].kind == Kind::Verb && self.faces(at)) {
            let several = units[at].end > units[at].start + 1 && clause.tells(at, |told| told == Predicate::Threatened);
            let Some(whose) = several.then(|| self.imposer_behind(at)).flatten() else { continue };
            let own =
                clause.subjects[at].as_ref().filter(|own| !own.opaque && !own.is_empty() && !self.is_hedged(at, at));
            if let Some(on) = own {
                let imposer = Parties::new(clause.parties_of(whose), 0.85, at + 1);
                self.said_of(at, Predicate::Sanctioned, &imposer, on, out);
            }
        }
        // "fresh sanctions": spelt like what somebody does.
        let noun = |at: usize| units[at].kind == Kind::Noun && clause.tells(at, |told| told == Predicate::Sanctioned);
        let penalty = |at: usize| units[at].phrase().is_none() && (noun(at) || units[at].is(Class::Penalty));
        for at in (2..units.len()).filter(|&at| penalty(at)) {
            let Some((lead, whose)) = self.penalty_led(at) else { continue };
            let aside = self.who_faces_aside(lead);
            let on = match self.faces(lead) {
                true if aside.is_some() => aside.unwrap_or_default(),
                true => clause.subjects[lead].clone().filter(|own| !own.opaque).unwrap_or_default(),
                false => self.copula_near(lead).map(|copula| clause.charged_en(copula)).unwrap_or_default(),
            };
            let hedged = units[clause.chain_start(lead)..lead].iter().any(|unit| {
                unit.has(|c| matches!(c, Class::Negation | Class::Possible | Class::Future | Class::Denied))
            });
            if units[whose].case.is_none() && !on.is_empty() && !hedged {
                let imposer = Parties::new(clause.parties_of(whose), 0.85, at + 1);
                self.said_of(at, Predicate::Sanctioned, &imposer, &on, out);
            }
        }
    }

    fn faces(&self, at: usize) -> bool {
        self.begins_listed(WordList::Faces, at)
    }

    /// Where "faces" or "under" stands before a penalty, and who imposes it: before the penalty, or behind it. Of what one is under by somebody's own
    /// penalty another mechanism tells.
    fn penalty_led(&self, at: usize) -> Option<(usize, usize)> {
        const WORDS: usize = 8;
        let units = self.clause.units;
        let words = (at.saturating_sub(WORDS)..at).rev().take_while(|&i| !units[i].is_mark());
        let lead =
            words.into_iter().find(|&i| self.faces(i) || self.word_at(i) == b"under").filter(|&lead| lead > 0)?;
        let before = (lead + 1..at).rev().find(|&i| units[i].phrase().is_some());
        let whose = match before {
            Some(before) => self.faces(lead).then_some(before)?,
            None => self.imposer_behind(at)?,
        };
        Some((lead, whose))
    }

    /// "is already under", "are both under"
    fn copula_near(&self, lead: usize) -> Option<usize> {
        let units = self.clause.units;
        let plain = |i: &usize| units[*i].phrase().is_none() && !units[*i].is_mark() && units[*i].kind != Kind::Verb;
        let near = (lead.saturating_sub(3)..lead).rev().take_while(plain);
        near.into_iter().find(|&i| self.begins_listed(WordList::Copulas, i))
    }

    /// What a word says of whom or what stands before its copula, and where that is.
    fn verdict_en(&self, at: usize) -> Option<(Predicate, usize)> {
        const WORDS: usize = 4;
        let units = self.clause.units;
        let unit = &units[at];
        let token = |i: usize| self.token_at(i);
        let next = token(unit.end);
        let before = unit.start.checked_sub(1).map_or(&b""[..], token);
        let ends = units.get(at + 1).is_none_or(Unit::is_mark);
        // "was to blame Chile for": that is a plan.
        let next_phrase = units.get(at + 1).and_then(Unit::phrase);
        let predicate = match () {
            () if unit.phrase().is_some() || unit.is_mark() => return None,
            () if unit.is(Class::Acclaim) => Predicate::Praised,
            () if unit.is(Class::Epithet) || self.is_listed(WordList::Virtues, unit.start) => Predicate::Criticised,
            // "responsible for the attack", "a violation of", "a threat to", "guilty."
            () if unit.is(Class::Blame) && (matches!(next, b"for" | b"of" | b"to" | b"in") || ends) => {
                Predicate::Criticised
            }
            // "to blame for", "behind the attack"
            () if self.is_listed(WordList::Shirks, unit.start) && token(unit.start + 1) == b"to" => {
                return Some((Predicate::Criticised, at));
            }
            () => match self.word_at(at) {
                b"blame" if before == b"to" && next_phrase.is_none() => Predicate::Criticised,
                b"behind" if matches!(next, b"the" | b"a" | b"an" | b"this" | b"these") => Predicate::Criticised,
                _ => return None,
            },
        };
        let between = |unit: &Unit| {
            unit.phrase().is_none()
                && !unit.is_mark()
                && (!matches!(unit.kind, Kind::Verb | Kind::Participle) || unit.is_to())
                && !unit.is_preposition()
        };
        let copula = (at.saturating_sub(WORDS)..at)
            .rev()
            .find(|&i| self.begins_listed(WordList::Copulas, i) || !between(&units[i]) && !units[i].is_to())?;
        self.begins_listed(WordList::Copulas, copula).then_some((predicate, copula))
    }
}
