//! What somebody says of another in English without a verb of blame: "cannot be trusted", "uses it as an excuse", "This is an American conspiracy",
//! "called the raid a sign of Kenyan arrogance"; and whom he says penalties hit.
//!
//! What the sentence has told so far comes in; what else is said of others goes out.

use super::build::Relation;
use super::clause::Parties;
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Sense, Trigger, WordList};
use crate::mention::PhraseKind;

/// How far before a word that blames the verb stands that has it.
const REACH: usize = 9;

impl Sentence<'_> {
    /// Adds what somebody says of another, found by the words that blame.
    pub(super) fn charged_otherwise(&self, out: &mut Vec<Relation>) {
        let units = self.clause.units;
        for (at, unit) in units.iter().enumerate().skip(1) {
            if unit.phrase().is_some() || unit.is_mark() {
                continue;
            }
            if self.begins_listed(WordList::Kills, at) {
                self.killed_there(at, out);
            }
            if at < 2 {
                continue;
            }
            match self.word_at(at) {
                b"must" | b"should" => self.deed_must_end(at, out),
                _ if self.begins_listed(WordList::Excuses, at) => self.used_as_excuse(at, out),
                _ if unit.is(Class::Epithet) => self.named_by_epithet(at, out),
                _ => {}
            }
        }
    }

    /// "the raid on Kenya, which Somalia blamed on Uganda": whether who is blamed stands behind "on" right behind the verb, so that its object is
    /// what he is blamed for.
    pub(super) fn is_blamed_on_another(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        let blames = self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Criticised)
            && self.begins_listed(WordList::Blames, at);
        blames && at + 2 < clause.units.len() && clause.is_preposition_of(at + 1, "on") && clause.bare_party(at + 2)
    }

    /// Whether the words from the auxiliaries of a verb up to a unit say that it is not so, or may be.
    pub(super) fn is_hedged(&self, verb: usize, at: usize) -> bool {
        self.clause.units[self.clause.chain_start(verb)..at].iter().any(|unit| {
            unit.has(|class| matches!(class, Class::Negation | Class::Denied | Class::Possible | Class::If))
        })
    }

    /// "said Kenya was using the raid as an excuse to": of whom that is said.
    fn used_as_excuse(&self, at: usize, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        let as_ = (at.saturating_sub(3)..at).any(|i| self.word_at(i) == b"as");
        let uses = |i: &usize| units[*i].phrase().is_none() && self.begins_listed(WordList::Uses, *i);
        let open = |i: &usize| !units[*i].is_mark();
        let verb = (at.saturating_sub(REACH)..at).rev().take_while(open).find(uses);
        let Some(verb) = verb.filter(|&verb| as_ && !self.is_hedged(verb, verb)) else { return };
        let object = clause.charged_en(verb);
        if object.is_empty() {
            return;
        }
        let subject = clause.speaker_en(verb);
        if !subject.is_empty() {
            self.says_of(at, Predicate::Criticised, &subject, &object, out);
        }
    }

    /// "This is an American conspiracy," Zarif said; "called the raid a sign of Kenyan arrogance": whose the thing is that somebody calls by
    /// a bad name.
    fn named_by_epithet(&self, at: usize, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        let plain = |i: usize| {
            units[i].phrase().is_none()
                && !units[i].is_mark()
                && !units[i].is_preposition()
                && matches!(units[i].kind, Kind::Word | Kind::Function)
                && !units[i].is(Class::Conj)
        };
        let owner = at - 1 - usize::from(plain(at - 1));
        let whose = clause.unit_phrase(owner).filter(|phrase| {
            phrase.kind == PhraseKind::Demonym || units[owner].possessive && phrase.kind == PhraseKind::Country
        });
        // "Iranian terrorist groups": what the epithet belongs to follows.
        let ends = units.get(at + 1).is_none_or(|next| {
            next.is_mark() || next.is_preposition() || next.is(Class::Conj) || clause.is_auxiliary(at + 1)
        });
        if whose.is_none() || !ends || units[owner].case.is_some() {
            return;
        }
        let object = Parties::new(clause.parties_of(owner), 0.85, at + 1);
        let open = |i: &usize| !units[*i].is_mark() && !units[*i].is(Class::Relative);
        let before = (owner.saturating_sub(REACH)..owner).rev().take_while(open);
        for verb in before {
            let names = units[verb].kind == Kind::Verb && units[verb].means(&clause.knowledge.lexicon, Sense::Names);
            let copula = self.begins_listed(WordList::Copulas, verb) && owner - verb < 3;
            if !(names || copula) {
                if units[verb].kind == Kind::Verb {
                    return;
                }
                continue;
            }
            if self.is_hedged(verb, owner) {
                return;
            }
            let subject = if names {
                clause.subjects[verb].clone().filter(|own| !own.opaque && !own.is_empty())
            } else {
                clause.teller_of(clause.chain_start(verb), at, &object)
            };
            if let Some(subject) = subject {
                self.says_of(at, Predicate::Criticised, &subject, &object, out);
            }
            return;
        }
    }

    /// "Kenya's raids must stop, Rama said", "said US support for the group should end": whose deed it is that somebody wants to end.
    fn deed_must_end(&self, at: usize, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        let next = at + 1 + usize::from(units.get(at + 1).is_some_and(|unit| unit.is(Class::Skip)));
        let passive = self.word_at(next) == b"be" && self.begins_listed(WordList::Ceased, next + 1);
        if next >= units.len() || !(self.begins_listed(WordList::Ceases, next) || passive) {
            return;
        }
        // "US support for the group must end"
        let behind = |last: usize| {
            let first = clause.list_ending_at(last).0;
            first.checked_sub(2).filter(|_| units[first - 1].is_preposition())
        };
        let last = at - 1;
        let last = if clause.bare_party(last) { behind(last) } else { Some(last) };
        let Some(owner) = last.and_then(|last| clause.owner_before_copula(last)) else { return };
        let object = Parties::new(clause.parties_of(owner), 0.85, at + 1);
        let subject = clause
            .speaker_by_colon(owner, at)
            .filter(|found| clause.are_apart(&found.list, &object.list))
            .or_else(|| clause.teller_of(owner, at, &object));
        if let Some(subject) = subject {
            self.says_of(at, Predicate::DemandedOf, &subject, &object, out);
        }
    }

    /// "because of", "due to the": whether what begins at a token is by what something has come about.
    fn is_cause(&self, start: usize) -> bool {
        let token = |back: usize| start.checked_sub(back).map_or(&b""[..], |at| self.token_at(at));
        let article = usize::from(token(1) == b"the");
        let Some(word) = start.checked_sub(2 + article) else { return false };
        match token(1 + article) {
            b"of" => self.is_listed(WordList::CausedOf, word),
            b"to" => self.is_listed(WordList::CausedTo, word),
            _ => false,
        }
    }

    /// "Iran's exports have dropped because of US sanctions": whom the penalties hit that stand behind "because of" in a clause about nobody else.
    pub(super) fn hit_by_penalties(&self, out: &mut Vec<Relation>) {
        const WORDS: usize = 3;
        let (clause, units) = (self.clause, self.clause.units);
        for at in 3..units.len() {
            let penalty = units[at].phrase().is_none()
                && (units[at].is(Class::Penalty) || clause.tells(at, |told| told == Predicate::Sanctioned));
            let owner = at.checked_sub(1).filter(|_| penalty).map(|owner| {
                let word = |i: usize| units[i].phrase().is_none() && units[i].kind == Kind::Word;
                owner - usize::from(word(owner) && owner > 1)
            });
            let Some(owner) = owner.filter(|&owner| clause.unit_phrase(owner).is_some() && units[owner].case.is_none())
            else {
                continue;
            };
            if !self.is_cause(units[owner].start) {
                continue;
            }
            let open = |i: &usize| !units[*i].is_mark();
            let from = owner.saturating_sub(WORDS * 5);
            let parties: Vec<usize> =
                (from..owner).rev().take_while(open).filter(|&i| units[i].phrase().is_some()).collect();
            let [only] = parties[..] else { continue };
            let opens = only == 0 || units[only - 1].is_mark();
            let state = clause.unit_phrase(only).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent | PhraseKind::Demonym)
            });
            // "Brazil stopped buying oil because of": it need not be hit itself.
            let own = units[only].possessive
                || clause.unit_phrase(only).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
            if opens && state && own && units[only].case.is_none() {
                let imposer = Parties::new(clause.parties_of(owner), 0.8, at + 1);
                let on = Parties::new(clause.parties_of(only), 0.8, at + 1);
                self.says_of(at, Predicate::Sanctioned, &imposer, &on, out);
            }
        }
    }
}
