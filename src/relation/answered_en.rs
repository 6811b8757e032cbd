//! English: what one stance says of another. Who turns a charge down was charged ("dismissed Turkish allegations"), whom
//! sanctions are aimed at is punished.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Slot, Status, WordList};
use crate::mention::PhraseKind;

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
            let aims = self.begins_listed(WordList::Aims, verb);
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

    /// "has been under Argentine sanctions", "was hit by US sanctions": whom the penalty hits is the subject, where it is not said on whom it is.
    pub(super) fn under_penalty(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        const NEAR: usize = 4;
        let (clause, units) = (self.clause, self.clause.units);
        for noun in (2..units.len()).filter(|&i| units[i].phrase().is_none() && units[i].is(Class::Penalty)) {
            let plain = |i: usize| units[i].phrase().is_none() && units[i].kind == Kind::Word;
            let owner = noun - 1 - usize::from(plain(noun - 1));
            let whose = clause.unit_phrase(owner).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country | PhraseKind::Body)
            });
            let behind = if whose { None } else { self.imposer_behind(noun) };
            let (owner, first) = if let Some(behind) = behind { (behind, owner + 1) } else { (owner, owner) };
            // "under heavy US sanctions"
            let word = usize::from(first > 1 && plain(first - 1));
            let Some(by) = first.checked_sub(1 + word).filter(|_| whose || behind.is_some()) else { continue };
            let hit = |i: usize| self.begins_listed(WordList::Stricken, i);
            let under = clause.is_preposition_of(by, "under");
            let hurt = clause.is_preposition_of(by, "by") && by > 0 && hit(by - 1);
            let on = |i: usize| ["on", "against"].iter().any(|word| clause.is_preposition_of(i, word));
            // "has been subject to EU sanctions"
            let subject = clause.is_preposition_of(by, "to") && by > 0 && self.word_at(by - 1) == b"subject";
            if !(under || hurt || subject) || (noun + 1..units.len().min(noun + NEAR)).any(on) {
                continue;
            }
            let patient = match by.checked_sub(1 + usize::from(hurt || subject)) {
                Some(last) => self.who_is_under(last).or_else(|| self.who_stands_under(last)),
                None => self.bare_behind_comma(noun),
            };
            let Some(patient) = patient else { continue };
            let imposers = Parties::new(clause.parties_of(owner), SURE, noun);
            for &s in &imposers.list {
                for o in patient.list.iter().filter(|&&o| clause.are_apart(&[s], &[o])) {
                    self.tell_once(noun, Predicate::Sanctioned, (s, *o), SURE, out);
                }
            }
        }
    }

    /// "sanctions from the EU", "sanctions imposed by Oman": whose a penalty is by what stands right behind it.
    pub(super) fn imposer_behind(&self, noun: usize) -> Option<usize> {
        let (clause, units) = (self.clause, self.clause.units);
        let imposed = units.get(noun + 1).is_some_and(|next| next.kind == Kind::Verb)
            && clause.tells(noun + 1, |told| told == Predicate::Sanctioned);
        let by = noun + 1 + usize::from(imposed);
        let leads = |word: &&str| by + 1 < units.len() && clause.is_preposition_of(by, word);
        let power = |at: usize| {
            clause.unit_phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Person)
            })
        };
        (["by", "from"].iter().any(leads) && clause.bare_party(by + 1) && power(by + 1)).then_some(by + 1)
    }

    /// The country or body that is the subject of the auxiliaries that end at a unit, or whose thing is: "Iran's economy has been".
    fn who_is_under(&self, last: usize) -> Option<Parties> {
        let (clause, units) = (self.clause, self.clause.units);
        let part = |i: &usize| {
            let unit = &units[*i];
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Auxiliary | Class::Skip))
        };
        let words = (0..=last).rev().take_while(part).count();
        let before = (last + 1).checked_sub(words + 1).filter(|_| words > 0)?;
        let power = |i: usize| {
            clause.unit_phrase(i).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Person)
            })
        };
        if power(before) && clause.bare_party(before) {
            return Some(Parties::new(clause.list_ending_at(before).1, 0.85, last));
        }
        let thing = units[before].phrase().is_none() && matches!(units[before].kind, Kind::Word | Kind::Noun);
        let owner = before.checked_sub(1).filter(|&owner| thing && power(owner) && units[owner].possessive)?;
        Some(Parties::new(clause.parties_of(owner), 0.8, last))
    }

    /// "Iran, already under US sanctions,": the country or body before the comma behind which the words stand that end at a unit.
    fn who_stands_under(&self, last: usize) -> Option<Parties> {
        const MOST_WORDS: usize = 2;
        let units = self.clause.units;
        let adverb = |at: &usize| {
            let unit = &units[*at];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb
        };
        let words = (0..=last).rev().take_while(adverb).count();
        let comma = (last + 1).checked_sub(words + 1).filter(|&at| words <= MOST_WORDS && units[at].is_mark())?;
        self.power_at(comma.checked_sub(1)?)
    }

    /// "Under US sanctions, Venezuela has": the country or body right behind the comma behind a unit.
    fn bare_behind_comma(&self, noun: usize) -> Option<Parties> {
        let comma = self.clause.units.get(noun + 1).is_some_and(Unit::is_mark);
        self.power_at(noun + 2).filter(|_| comma)
    }

    /// The country or body that stands for itself at a unit.
    fn power_at(&self, at: usize) -> Option<Parties> {
        let clause = self.clause;
        let phrase = clause.units.get(at).and_then(|_| clause.unit_phrase(at))?;
        let power = matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body) && clause.bare_party(at);
        power.then(|| Parties::new(clause.parties_of(at), 0.8, at + 1))
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
            let Some(maker) = self.maker_of(noun, verb, form).or_else(|| self.maker_behind_of(noun)) else {
                continue;
            };
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

    /// "on Tehran's behalf": whether the word at a unit says that it is done for whom stands before it.
    pub(super) fn is_on_behalf(&self, at: usize) -> bool {
        let unit = self.clause.units.get(at).filter(|unit| unit.phrase().is_none());
        self.reader.lang == Lang::En
            && unit.is_some_and(|unit| self.tokens.form(&self.tokens.tokens[unit.start]) == b"behalf")
    }

    /// "with Russian backing", "thanks to Turkish and Qatari support": who acts so is supported by whom the adjective names.
    pub(super) fn backed_with(&self, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        if self.reader.lang != Lang::En {
            return;
        }
        for noun in (2..units.len()).filter(|&at| units[at].kind == Kind::Noun) {
            if !clause.tells(noun, |told| told == Predicate::Supported) {
                continue;
            }
            // "with Russian backing for the plan" tells itself whom it supports.
            let to = |word: &&str| noun + 2 < units.len() && clause.is_preposition_of(noun + 1, word);
            let told = !self.begins_listed(WordList::Spans, noun + 2) && ["for", "to", "of", "from"].iter().any(to);
            let backers = clause.adjectives(noun);
            let first = backers.list.first().and_then(|party| {
                units
                    .iter()
                    .position(|unit| unit.phrase().is_some_and(|index| Some(clause.phrases[index].span) == party.span))
            });
            let Some(with) = first.and_then(|first| first.checked_sub(1)).filter(|_| !told) else { continue };
            // "has enjoyed Iranian backing", "has Egyptian support"
            if units[with].kind == Kind::Verb && self.begins_listed(WordList::Gets, with) {
                let got = clause.subjects[with].clone().filter(|got| !got.is_empty() && !got.carried && !got.opaque);
                self.back_each(noun, &backers, got.as_ref(), out);
                continue;
            }
            let form = self.tokens.form(&self.tokens.tokens[units[with].start]);
            if matches!(form, b"has" | b"have" | b"had") && with > 0 && clause.bare_party(with - 1) {
                self.back_each(noun, &backers, Some(&clause.list(with - 1)), out);
                continue;
            }
            if !clause.is_preposition_of(with, "with") || units[with].end > units[with].start + 1 {
                continue;
            }
            // "with Russian backing, Haftar advanced": the clause goes on behind the comma; else it stands before.
            let verb = (0..units.len()).filter(|&at| units[at].kind == Kind::Verb).find(|&at| at > noun && with == 0);
            let verb = verb.or_else(|| {
                let open = |at: &usize| !units[*at].is_stop();
                let before = (0..with).rev().take_while(open).find(|&at| units[at].kind == Kind::Verb);
                before.or_else(|| (noun + 1..units.len()).take_while(open).find(|&at| units[at].kind == Kind::Verb))
            });
            let backed = verb
                .and_then(|verb| clause.subjects[verb].as_ref())
                .filter(|found| !found.is_empty() && !found.carried && !found.opaque);
            self.back_each(noun, &backers, backed, out);
        }
    }

    /// Adds that some support others, of another country.
    fn back_each(&self, noun: usize, backers: &Parties, backed: Option<&Parties>, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        for &s in &backers.list {
            let others = backed.iter().flat_map(|backed| &backed.list);
            for o in others.filter(|&&o| self.clause.are_apart(&[s], &[o])) {
                self.tell_once(noun, Predicate::Supported, (s, *o), SURE, out);
            }
        }
    }

    /// "wanted Trump to meet Zelensky": whether what somebody only wants another to do is a contact.
    pub(super) fn wishes_contact(&self, verb: usize, trigger: &crate::lexicon::Trigger, end: usize) -> bool {
        const NEAR: usize = 4;
        let units = self.clause.units;
        let wants = self.reader.lang == Lang::En
            && trigger.flags.infinitive
            && self.tokens.form(&self.tokens.tokens[units[verb].start]).starts_with(b"want");
        let contact = |told: Predicate| told.family() == crate::lexicon::Family::Contact;
        // "wants Russia to leave Moldova": who is to go away is to meet nobody.
        let leaves = |at: usize| {
            units[at].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.abroad)
        };
        let contact = |at: usize| self.clause.tells(at, contact) && !leaves(at);
        wants
            && (end..units.len().min(end + NEAR))
                .any(|at| matches!(units[at].kind, Kind::Verb | Kind::Noun) && contact(at))
    }

    /// "cut off direct aid to", "suspended aid worth millions to": whether a noun of help at a unit names what a verb before it withholds.
    pub(super) fn is_withheld(&self, noun: usize) -> bool {
        const WORDS: usize = 5;
        let units = self.clause.units;
        let open = |at: &usize| !units[*at].is_mark() && !units[*at].is_preposition();
        let verb = (noun.saturating_sub(WORDS)..noun).rev().take_while(open).find(|&at| units[at].kind == Kind::Verb);
        self.reader.lang == Lang::En
            && units[noun].kind == Kind::Noun
            && verb.is_some_and(|verb| {
                units[verb].forms.iter().any(|form| {
                    let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
                    // Not "announced" or "approved", which have "on" behind them.
                    let to = self.clause.knowledge.lexicon.preposition_id("to");
                    let kept = to.is_some_and(|to| trigger.object.contains(&Slot::Prep(to)));
                    trigger.predicate == Some(Predicate::Sanctioned) && trigger.flags.assets && kept
                })
            })
    }

    /// "pledged to help Kenya", "vowed to support Lebanon": who promises to help somebody promises it to him.
    pub(super) fn promised_help(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        const NEAR: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        let helps = |told: &Relation| matches!(told.predicate, Predicate::Supported | Predicate::Aided);
        let planned = |told: &&Relation| told.sentence == self.number && helps(told) && told.status == Status::Planned;
        if self.reader.lang != Lang::En {
            return;
        }
        let told: Vec<Relation> = out.iter().filter(planned).cloned().collect();
        for help in told {
            let start = |at: usize| self.tokens.tokens[units[at].start].span.start;
            let Some(verb) = (2..units.len()).find(|&at| start(at) == help.trigger.start) else { continue };
            // "pledged to" is one unit, of what is planned.
            let to = |at: usize| self.tokens.form(&self.tokens.tokens[units[at].end - 1]) == b"to";
            let infinitive = to(clause.chain_start(verb).saturating_sub(1)) || to(verb - 1);
            let pledges = |at: &usize| units[*at].phrase().is_none() && self.begins_listed(WordList::Promises, *at);
            let open = |at: &usize| !units[*at].is_mark() && units[*at].kind != Kind::Noun;
            let pledge = (verb.saturating_sub(NEAR)..verb).rev().take_while(open).find(pledges);
            let Some(pledge) = pledge.filter(|_| infinitive && units[verb].kind == Kind::Verb) else { continue };
            if self.is_negated(pledge) {
                continue;
            }
            let party =
                |referent, span| Party { referent, span, kind: crate::mention::PhraseKind::Country, gender: None };
            let parties = (party(help.subject, help.subject_span), party(help.object, help.object_span));
            self.tell_once(pledge, Predicate::Promised, parties, SURE, out);
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
        self.begins_listed(WordList::Refutes, verb)
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

    /// "the accusations of President Deby that", but not "accusations of Chadian meddling": who stands right behind "of" made them.
    fn maker_behind_of(&self, noun: usize) -> Option<Parties> {
        const SURE: f64 = 0.8;
        let (clause, units) = (self.clause, self.clause.units);
        let at = noun + 2;
        let maker = units.get(at).filter(|unit| !unit.possessive && unit.end > unit.start)?;
        // "of the president claiming that", but not "of Iran arming rebels"
        let person = clause.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let whole = !units.get(at + 1).is_some_and(|next| {
            next.phrase().is_none()
                && (matches!(next.kind, Kind::Word | Kind::Noun) || !person && next.verb().is_some())
        });
        let of = noun + 1 < units.len()
            && clause.is_preposition_of(noun + 1, "of")
            && clause.bare_party(at)
            && maker.phrase().is_some();
        (of && whole).then(|| Parties::new(clause.parties_of(at), SURE, at + 1))
    }

    /// "dismissed the accusations of Chad", "denied accusations of Iranian meddling": whether the subject of the clause only turns down the charge or
    /// demand at an English noun, so that he has not made it.
    pub(super) fn is_charge_refused(&self, noun: usize) -> bool {
        const WORDS: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        let open = |&i: &usize| {
            let leads = units[i].phrase().is_none() && units[i].is_preposition() && !clause.is_preposition_of(i, "of");
            !units[i].is_mark() && !leads
        };
        let near = (noun.saturating_sub(WORDS)..noun).rev().filter(|_| self.reader.lang == Lang::En).take_while(open);
        near.into_iter().find(|&i| units[i].kind == Kind::Verb).is_some_and(|verb| self.turns_down(verb))
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
