//! English: what one stance says of another. Who turns a charge down was charged ("dismissed Turkish allegations"), whom
//! sanctions are aimed at is punished.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Slot, Status};

impl Sentence<'_> {
    /// Adds a relation that a word tells without a row of its own, unless the sentence has told it.
    fn tell_once(&self, on: usize, told: Predicate, (s, o): (Party, Party), sure: f64, out: &mut Vec<Relation>) {
        let known = |r: &Relation| {
            r.sentence == self.number && (r.subject, r.predicate, r.object) == (s.referent, told, o.referent)
        };
        if s.referent != o.referent && !out.iter().any(known) {
            out.push(self.untriggered(on, told, Status::Happened, (s, o), sure));
        }
    }

    /// "US sanctions target Russian banks", "announced sanctions targeting Iran": whom the penalties that somebody imposes are aimed at.
    pub(super) fn penalties_aimed(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        const REACH: usize = 7;
        let (clause, units) = (self.clause, self.clause.units);
        let penalty = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Penalty);
        if self.reader.lang != Lang::En || !units.iter().any(penalty) {
            return;
        }
        for verb in (1..units.len()).filter(|&at| units[at].kind == Kind::Verb) {
            let form = self.tokens.form(&self.tokens.tokens[units[verb].start]);
            let aims = [b"target".as_slice(), b"hit"].iter().any(|stem| form.starts_with(stem));
            let noun = (verb.saturating_sub(REACH)..verb)
                .rev()
                .take_while(|&i| !units[i].is_stop())
                .find(|&i| penalty(&units[i]) || units[i].kind == Kind::Verb);
            let Some(noun) = noun.filter(|&noun| aims && penalty(&units[noun])) else { continue };
            let from = verb
                + 1
                + usize::from(
                    units
                        .get(verb + 1)
                        .is_some_and(|next| clause.is_preposition_of(verb + 1, "at") && next.phrase().is_none()),
                );
            let aimed = clause.object(from, true);
            let Some(imposer) = self.imposer(noun) else { continue };
            for &s in &imposer.list {
                for o in aimed.list.iter().filter(|&&o| clause.are_apart(&[s], &[o])) {
                    self.tell_once(verb, Predicate::Sanctioned, (s, *o), SURE, out);
                }
            }
        }
    }

    /// Whose a penalty at a unit is: its adjective or owner, else the subject of the verb that has it as its object.
    fn imposer(&self, noun: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let (clause, units) = (self.clause, self.clause.units);
        // "the US sanctions targeting Iran": spelt like what the US does.
        if units[noun].kind == Kind::Verb {
            return clause.subjects[noun].clone().filter(|found| !found.is_empty() && !found.carried);
        }
        let row = units[noun]
            .forms
            .iter()
            .find(|form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Sanctioned));
        let own = row.and_then(|form| {
            let trigger = clause.knowledge.lexicon.trigger(form.trigger);
            self.slot(noun, trigger, &[Slot::Adjective, Slot::Suffix], form.shape, None)
        });
        if let Some((found, _)) = own.filter(|(found, _)| !found.is_empty() && !found.carried) {
            return Some(found);
        }
        let verb = (noun.saturating_sub(WORDS)..noun).rev().find(|&at| units[at].kind == Kind::Verb)?;
        let plain =
            (verb + 1..noun).all(|i| !units[i].is_mark() && !units[i].is_preposition() && units[i].phrase().is_none());
        let found = clause.subjects[verb].as_ref().filter(|found| plain && !found.is_empty() && !found.opaque)?;
        (!found.carried).then(|| found.clone())
    }

    /// "Syria dismissed Turkish allegations", "refused Egypt's demands": the charge or demand that somebody turns down was made to him, by
    /// whom the words before the noun name or who stands behind "from" and "by".
    pub(super) fn answered_in_english(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        const MOST_WORDS: usize = 9;
        let (clause, units) = (self.clause, self.clause.units);
        if self.reader.lang != Lang::En {
            return;
        }
        for verb in 1..units.len().saturating_sub(1) {
            if units[verb].kind != Kind::Verb || !self.turns_down(verb) {
                continue;
            }
            let Some(who) = clause.subjects[verb].as_ref().filter(|who| !who.is_empty() && !who.opaque) else {
                continue;
            };
            let end = units.len().min(verb + MOST_WORDS);
            // "a series of demands", but "refused comment on the charge".
            let open = |&i: &usize| {
                let leads =
                    units[i].phrase().is_none() && units[i].is_preposition() && !clause.is_preposition_of(i, "of");
                !units[i].is_mark() && units[i].kind != Kind::Verb && !leads
            };
            let mut nouns = (verb + 1..end).take_while(open).filter(|&i| units[i].kind == Kind::Noun);
            let Some((noun, predicate, form)) = nouns.find_map(|i| self.demand_or_charge(i).map(|(p, f)| (i, p, f)))
            else {
                continue;
            };
            let Some(maker) = self.maker_of(noun, verb, form) else { continue };
            // "dismissed Israel's demands that Hamas disarm": of whom it is demanded is told.
            let start = self.tokens.tokens[units[noun].start].span.start;
            if out.iter().any(|told| told.trigger.start == start && told.predicate == predicate) {
                continue;
            }
            let denies = self.denies(verb);
            for s in maker.list.iter().filter(|s| !who.list.iter().any(|w| w.referent == s.referent)) {
                for o in &who.list {
                    if !clause.are_apart(&[*s], &[*o]) {
                        continue;
                    }
                    self.tell_once(noun, predicate, (*s, *o), SURE, out);
                    if !denies {
                        self.tell_once(verb, Predicate::Rejected, (*o, *s), SURE, out);
                    }
                }
            }
        }
    }

    /// "rejected", "denied", "dismissed", "brushed aside": whether a verb says that somebody does not take what another says of him or asks.
    fn turns_down(&self, verb: usize) -> bool {
        let rejects = || {
            self.clause.units[verb].forms.iter().any(|form| {
                let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate == Some(Predicate::Rejected) && !trigger.flags.negated
            })
        };
        (self.denies(verb) || rejects()) && !self.is_negated(verb)
    }

    /// "denied", "refuted": a verb that says of a charge that it is untrue.
    fn denies(&self, verb: usize) -> bool {
        let word = self.tokens.form(&self.tokens.tokens[self.clause.units[verb].start]);
        [b"deny".as_slice(), b"deni", b"refut"].iter().any(|stem| word.starts_with(stem))
    }

    /// What a noun at a unit tells of whom its verb turns down: a charge or a demand.
    fn demand_or_charge(&self, noun: usize) -> Option<(Predicate, &Form)> {
        // "the court rejected Serbia's appeal"
        let pleads = self.tokens.form(&self.tokens.tokens[self.clause.units[noun].start]).starts_with(b"appeal");
        self.clause.units[noun].forms.iter().filter(|_| !pleads).find_map(|form| {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            let told = trigger.predicate?;
            let owned = trigger.subject.contains(&Slot::Genitive);
            let fits = matches!(told, Predicate::Criticised | Predicate::DemandedOf) && owned;
            fits.then_some((told, form))
        })
    }

    /// Whose a charge or demand is: its adjective or owner before it, or who stands behind "from" or "by".
    fn maker_of(&self, noun: usize, verb: usize, form: &Form) -> Option<Parties> {
        let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
        let own = trigger.subject.iter().copied().filter(|slot| !matches!(slot, Slot::Control));
        let behind = ["from", "by"].iter().filter_map(|word| self.clause.knowledge.lexicon.preposition_id(word));
        let before = own.chain(behind.map(Slot::Prep)).collect::<Vec<_>>();
        let (found, _) = self.slot(noun, trigger, &before, form.shape, None)?;
        let behind_verb = found.list.iter().all(|party| {
            let start = self.tokens.tokens[self.clause.units[verb].start].span.start;
            party.span.is_some_and(|span| span.start > start)
        });
        (!found.is_empty() && !found.carried && behind_verb).then_some(found)
    }
}
