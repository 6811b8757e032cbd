//! English: who does the like of what another does, and who fires what hits. "Canada joined Britain in condemning Iran", "a day after Saudi Arabia did
//! the same", "so did Sudan", "rockets fired by Hamas at Israel".

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Status, WordList};
use crate::mention::PhraseKind;

/// How far a deed may stand from the word that says that another does the like.
const REACH: usize = 14;

impl Sentence<'_> {
    fn token_of(&self, at: usize) -> &[u8] {
        let word = self.clause.units.get(at).filter(|unit| !unit.is_mark());
        word.map_or(&[], |unit| self.tokens.form(&self.tokens.tokens[unit.start]))
    }

    /// Adds for another what was told of a subject.
    fn tell_of_another(&self, on: usize, told: &Relation, other: Party, sure: f64, out: &mut Vec<Relation>) {
        let known = |r: &Relation| {
            r.sentence == self.number
                && (r.subject, r.predicate, r.object) == (other.referent, told.predicate, told.object)
        };
        let object = Party { referent: told.object, span: told.object_span, kind: PhraseKind::Country, gender: None };
        if other.referent != told.object && other.referent != told.subject && !out.iter().any(known) {
            out.push(self.untriggered(on, told.predicate, told.status, (other, object), sure));
        }
    }

    /// "Canada joined Britain in condemning Iran", "a day after Saudi Arabia did the same", "and so did Sudan", "Sudan followed suit".
    pub(super) fn done_likewise(&self, out: &mut Vec<Relation>) {
        if self.reader.lang != Lang::En {
            return;
        }
        let one_way = |told: &Relation| {
            told.sentence == self.number
                && told.status != Status::Denied
                && told.predicate.family() != Family::Contact
                && !told.predicate.is_symmetric()
        };
        if !out.iter().any(one_way) {
            self.followed_suit(out);
            return;
        }
        for at in 1..self.clause.units.len() {
            self.joined_in_deed(at, out);
            self.did_the_same(at, out);
        }
    }

    /// "Kenya expelled the envoy. Peru and Chile followed suit": who does what the sentence before told of another.
    fn followed_suit(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        const OPENING: usize = 8;
        let (clause, units) = (self.clause, self.clause.units);
        let suit = |at: usize| {
            self.follows_suit(at)
                || self.token_of(at) == b"did" && self.next_token(at) == b"the" && self.third_token(at) == b"same"
        };
        let Some(at) = (1..units.len().min(OPENING)).find(|&at| suit(at)) else { return };
        let last = clause.chain_start(at).checked_sub(1).filter(|&last| clause.bare_party(last));
        let Some((0, who)) = last.map(|last| clause.list_ending_at(last)) else { return };
        let deed = |told: &&Relation| {
            told.sentence + 1 == self.number
                && told.status == Status::Happened
                && told.predicate.family() != Family::Contact
                && !told.predicate.is_symmetric()
        };
        let first = self.earlier.iter().filter(deed).min_by_key(|told| told.trigger.start);
        let Some((doer, what)) = first.map(|told| (told.subject, told.predicate)) else { return };
        let same = |told: &&Relation| told.subject == doer && told.predicate == what;
        for told in self.earlier.iter().filter(deed).filter(same) {
            for &party in &who {
                self.tell_of_another(at, told, party, SURE, out);
            }
        }
    }

    /// "followed suit", "following suit".
    fn follows_suit(&self, at: usize) -> bool {
        self.token_of(at).starts_with(b"follow") && self.next_token(at) == b"suit"
    }

    /// "joined Britain in condemning Iran", "followed Britain in": whom one joins in a deed does it, too.
    fn joined_in_deed(&self, at: usize, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        const NEAR: usize = 3;
        let (clause, units) = (self.clause, self.clause.units);
        let leads = [&b"join"[..], b"follow"].iter().any(|stem| self.token_of(at).starts_with(stem));
        if !leads || at + 1 >= units.len() || !clause.bare_party(at + 1) {
            return;
        }
        let joined = clause.list(at + 1);
        // "followed Saudi Arabia on Monday in cutting"
        let within = (joined.end..units.len().min(joined.end + NEAR))
            .find(|&i| clause.is_preposition_of(i, "in"))
            .unwrap_or(joined.end);
        if within + 1 >= units.len() || !clause.is_preposition_of(within, "in") {
            return;
        }
        let start = |i: usize| self.tokens.tokens[units[i].start].span.start;
        let Some(deed) = (within + 1..units.len().min(within + 1 + NEAR))
            .find(|&i| units[i].kind == Kind::Verb)
            .filter(|&i| clause.verb_form(i) == VerbForm::Gerund)
        else {
            return;
        };
        let from = start(deed);
        let told: Vec<Relation> =
            out.iter().filter(|told| told.sentence == self.number && told.trigger.start >= from).cloned().collect();
        let first = told.iter().map(|told| told.subject).next();
        for relation in
            told.iter().filter(|told| Some(told.subject) == first && told.predicate.family() != Family::Contact)
        {
            for &party in &joined.list {
                self.tell_of_another(deed, relation, party, SURE, out);
            }
        }
    }

    /// "after Saudi Arabia did the same", "so did Sudan", "Sudan followed suit": who does what the words before tell of another.
    fn did_the_same(&self, at: usize, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let (clause, units) = (self.clause, self.clause.units);
        let words = |one: &[u8], other: &[u8]| self.token_of(at) == one && self.next_token(at) == other;
        let same = matches!(self.token_of(at), b"did" | b"does" | b"do" | b"done" | b"doing")
            && (self.next_token(at) == b"the" || self.next_token(at) == b"likewise")
            && (self.next_token(at) == b"likewise" || self.third_token(at) == b"same");
        let suit = self.follows_suit(at);
        let inverted = words(b"so", b"did") || words(b"as", b"did") || words(b"as", b"has") || words(b"as", b"have");
        let who = match () {
            () if inverted => (at + 1..units.len().min(at + 4)).find(|&i| clause.bare_party(i)).map(|i| clause.list(i)),
            () if same || suit => {
                let chain = clause.chain_start(at);
                let last = chain.checked_sub(1).filter(|&last| clause.bare_party(last));
                last.map(|last| Parties::new(clause.list_ending_at(last).1, 0.85, at))
            }
            () => return,
        };
        let Some(who) = who.filter(|who: &Parties| !who.is_empty()) else { return };
        let start = self.tokens.tokens[units[at].start].span.start;
        let far = at.saturating_sub(REACH);
        let from = self.tokens.tokens[units[far].start].span.start;
        let before = |told: &&Relation| {
            told.sentence == self.number
                && (from..start).contains(&told.trigger.start)
                && told.predicate.family() != Family::Contact
        };
        let told: Vec<Relation> = out.iter().filter(before).cloned().collect();
        let doer = told.last().map(|told| told.subject);
        for relation in told.iter().filter(|told| Some(told.subject) == doer && !told.predicate.is_symmetric()) {
            for &party in &who.list {
                self.tell_of_another(at, relation, party, SURE, out);
            }
        }
    }

    /// The form of the token behind the first one of a unit.
    fn next_token(&self, at: usize) -> &[u8] {
        self.nth_token(at, 1)
    }

    fn third_token(&self, at: usize) -> &[u8] {
        self.nth_token(at, 2)
    }

    fn nth_token(&self, at: usize, nth: usize) -> &[u8] {
        let last = self.clause.units.last().map_or(0, |unit| unit.end);
        let token = self.clause.units.get(at).map_or(last, |unit| unit.start + nth);
        if token < last { self.tokens.form(&self.tokens.tokens[token]) } else { &[] }
    }

    /// "a missile fired by the Houthis at Riyadh", "rockets fired from Gaza by Hamas hit Israel": who fires what is aimed at others or hits them.
    pub(super) fn fired_by(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        const NEAR: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        if self.reader.lang != Lang::En {
            return;
        }
        for verb in 1..units.len() {
            let fired = units[verb].kind == Kind::Verb && self.begins_listed(WordList::Fired, verb);
            let weapon = |i: usize| {
                units[i].phrase().is_none() && units[i].is(Class::Craft)
                    || !units[i].is_mark() && self.begins_listed(WordList::Shells, i)
            };
            if !fired || !weapon(verb - 1) {
                continue;
            }
            let by = (verb + 1..units.len().min(verb + NEAR)).find(|&i| clause.is_preposition_of(i, "by"));
            let Some(by) = by.filter(|&by| by + 1 < units.len() && clause.bare_party(by + 1)) else { continue };
            let doers = clause.list(by + 1);
            let aims = ["at", "towards", "toward", "into", "against", "on"];
            let aimed =
                doers.end + 1 < units.len() && aims.iter().any(|word| clause.is_preposition_of(doers.end, word));
            let hits = |i: usize| {
                units[i].kind == Kind::Verb && clause.tells(i, |told| told == Predicate::Attacked)
                    || matches!(self.token_of(i), b"landed")
            };
            let target = match () {
                () if aimed => Some(doers.end + 1),
                () => (doers.end..units.len().min(doers.end + 3)).find(|&i| hits(i)).map(|hit| {
                    hit + 1
                        + usize::from(
                            hit + 1 < units.len()
                                && units[hit + 1].phrase().is_none()
                                && units[hit + 1].is_preposition(),
                        )
                }),
            };
            let Some(target) = target.filter(|&target| target < units.len()) else { continue };
            let found = clause.object(target, true);
            for &s in &doers.list {
                for o in found.list.iter().filter(|&&o| clause.are_apart(&[s], &[o])) {
                    let known = |r: &Relation| {
                        r.sentence == self.number
                            && (r.subject, r.predicate, r.object) == (s.referent, Predicate::Attacked, o.referent)
                    };
                    if !out.iter().any(known) {
                        out.push(self.untriggered(verb, Predicate::Attacked, Status::Happened, (s, *o), SURE));
                    }
                }
            }
        }
    }
}
