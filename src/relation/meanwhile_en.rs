//! English: the contact at which somebody undertakes something. "agreed to cut arms in their phone call", "promised to help during a meeting": the
//! contact was, though what is undertaken is still to come.

use super::build::Relation;
use super::clause::{Party, is_person};
use super::read::Sentence;
use super::unit::{Case, Kind};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Status, Tense, WordList};

impl Sentence<'_> {
    /// Gives the contact at which somebody has undertaken something the status of what has been, and tells it of the two who agreed there.
    pub(super) fn contacts_meanwhile(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.85;
        let (clause, units) = (self.clause, self.clause.units);
        if self.reader.lang != Lang::En {
            return;
        }
        for noun in (3..units.len()).filter(|&at| units[at].kind == Kind::Noun) {
            let Some(told) = self.contact_at(noun) else { continue };
            let Some(verb) = self.undertaken_at(noun, told) else { continue };
            let start = self.tokens.tokens[units[noun].start].span.start;
            let mut known = false;
            for r in out.iter_mut().filter(|r| r.sentence == self.number && r.trigger.start == start) {
                known = true;
                if r.status == Status::Planned && r.predicate == told {
                    r.status = Status::Happened;
                }
            }
            let Some([first, second]) = clause.subjects[verb].as_ref().and_then(|own| self.two_apart(&own.list)) else {
                continue;
            };
            let with = |word: &&str| noun + 1 < units.len() && clause.is_preposition_of(noun + 1, word);
            let met = out.iter().any(|r| {
                let pair = (r.subject, r.object);
                let both = pair == (first.referent, second.referent) || pair == (second.referent, first.referent);
                both && r.sentence == self.number && r.predicate.family() == told.family()
            });
            if !known && !met && !["with", "between", "among"].iter().any(with) {
                out.push(self.untriggered(noun, told, Status::Happened, (first, second), SURE));
            }
        }
    }

    /// Which contact of two a noun tells: a call, a meeting or talks.
    fn contact_at(&self, noun: usize) -> Option<Predicate> {
        let mut told = self.clause.units[noun].forms.iter().filter_map(|form| {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate
        });
        told.find(|told| matches!(told, Predicate::Called | Predicate::Met | Predicate::TalkedWith))
    }

    /// The verb of undertaking to which a contact at a noun is the occasion: behind "during", or behind "in" and "at" where it is a call or that of
    /// those who undertake ("their"), and of no day to come.
    fn undertaken_at(&self, noun: usize, told: Predicate) -> Option<usize> {
        const WORDS: usize = 4;
        let (clause, units) = (self.clause, self.clause.units);
        // "in their phone call"
        let word = |i: usize| units[i].phrase().is_none() || units[i].case == Some(Case::Owner);
        let plain = |&i: &usize| word(i) && !units[i].is_mark() && units[i].kind != Kind::Verb;
        let near = (noun.saturating_sub(WORDS)..noun).rev().take_while(plain);
        let opens = near.into_iter().find(|&i| units[i].is_preposition() || units[i].is(Class::Circumstance))?;
        let is = |word: &str| self.word_at(opens) == word.as_bytes() && units[opens].end == units[opens].start + 1;
        let theirs = (opens + 1..noun).any(|i| matches!(self.word_at(i), b"their" | b"his" | b"her"));
        let at_it = is("during") || (is("in") || is("at")) && (theirs || told == Predicate::Called);
        let coming = |i: usize| units[i].phrase().is_none() && units[i].is(Class::Next);
        if !at_it || (noun + 1..units.len()).take_while(|&i| !units[i].is_mark()).any(coming) {
            return None;
        }
        let open = |&i: &usize| !units[i].is_stop() && !units[i].is(Class::Complement);
        let verb = (0..opens).rev().take_while(open).find(|&i| self.begins_listed(WordList::Undertakes, i))?;
        // What is undertaken is no talk itself: "agreed to discuss it at their meeting".
        let speaks = |i: usize| {
            units[i].kind == Kind::Verb
                && i > verb
                && clause.tells(i, |told| told.family() == crate::lexicon::Family::Contact)
        };
        // "is expected to agree", "could have pledged"
        let hedged = |i: usize| units[i].has(|c| matches!(c, Class::Future | Class::Possible | Class::Planned));
        let chain = clause.chain_start(verb);
        let before = chain.saturating_sub(1);
        let ahead = (chain..verb).any(hedged) || before < chain && (units[before].is_to() || hedged(before));
        let past = units[verb].verb().is_none_or(|(tense, ..)| matches!(tense, Tense::Past | Tense::PastParticiple));
        (past && !ahead && !(verb + 1..opens).any(speaks)).then_some(verb)
    }

    /// The two people or two countries who are the whole of a list.
    fn two_apart(&self, list: &[Party]) -> Option<[Party; 2]> {
        let &[first, second] = list else { return None };
        let alike = is_person(first) == is_person(second);
        (alike && self.clause.are_apart(&[first], &[second])).then_some([first, second])
    }
}
