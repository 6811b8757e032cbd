//! Whose doing an English infinitive, gerund or reduced relative tells: "agreed to visit", "urged Iran to stop", "after meeting".
//!
//! The subject of a finite verb stands in `subject_en`; these take theirs from the verb or noun that governs them.

use super::clause::{Clause, Parties, Party};
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Sense, Slot, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// Whom a participle behind its noun describes; "was received by Morsi and praised by Kerry": the subject before.
    pub(super) fn reduced_subject(&self, at: usize) -> Parties {
        if self.units[at - 1].is(Class::Conj) {
            let verb = (0..at - 1).rev().find(|&before| self.units[before].kind == Kind::Verb);
            let passive = verb.filter(|&verb| {
                self.is_followed_by_agent(verb)
                    && self.units[verb].verb().is_some_and(|(tense, ..)| tense == Tense::PastParticiple)
            });
            return passive.and_then(|verb| self.shared(verb, at, 0.9)).unwrap_or_else(|| Self::nobody(at));
        }
        let comma = self.units[at - 1].is_comma();
        let before = if comma { at.checked_sub(2) } else { Some(at - 1) };
        let Some(before) = before.filter(|&before| self.bare_party(before)) else {
            return self.described_aside(at).unwrap_or_else(|| Self::nobody(at));
        };
        let (first, list) = self.list_ending_at(before);
        // "a conference on Syria hosted by Kuwait": not Syria.
        match first.checked_sub(1).filter(|&b| self.units[b].is_preposition()) {
            Some(preposition) => self.people_of(preposition, at).unwrap_or_else(|| Self::nobody(at)),
            None => Parties::new(list, 0.85, at + 1),
        }
    }

    /// Where the clause begins that a unit belongs to.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        (0..at).rev().find(|&before| self.opens_clause_behind(before)).map_or(0, |before| before + 1)
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

    /// The finite verb before a unit that no other clause parts from it.
    pub(super) fn main_verb_before(&self, at: usize) -> Option<usize> {
        (0..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb && self.verb_form(before) == VerbForm::Finite)
    }

    /// "agreed to visit": the one who agrees; "urged Iran to stop": Iran; "Israel's decision to send": Israel.
    pub(super) fn infinitive_subject(&self, at: usize, current: Option<&Parties>) -> Parties {
        const WORDS: usize = 5;
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
        let last = to.checked_sub(1);
        // "received a call from Obama to congratulate him"
        if let Some(sender) = last.and_then(|last| self.sender_before(at, last)) {
            return sender;
        }
        if let Some(last) = last {
            if let Some(found) = self.doer_at_work(last, current) {
                return found;
            }
            // "urged Iran to", "called on Iran to", "the need for Russia to".
            if self.bare_party(last) {
                let (first, list) = self.list_ending_at(last);
                let behind = first.checked_sub(1);
                // "the efforts of Qatar and Egypt to broker a truce"
                let aim = |b: usize| b > 0 && self.is_preposition_of(b, "of") && self.is_aim(b - 1);
                if let Some(urged) = nearest.and_then(|verb| self.urged_by(verb, first, at)) {
                    return urged;
                }
                // "an invitation from Sharif to Singh to visit"
                let invited = |b: usize| {
                    self.units[b].is_to() && (b.saturating_sub(WORDS)..b).any(|before| self.offers_visit(before))
                };
                let for_it = behind.is_some_and(|b| {
                    self.is_preposition_of(b, "for")
                        || invited(b)
                        || aim(b)
                        || self.leads_to_doer(b)
                        || matches!(self.units[b].kind, Kind::Function | Kind::Noun)
                            && self.units[b].has(|c| matches!(c, Class::Planned | Class::Possible))
                });
                let moved = nearest.is_some_and(|verb| self.moves(verb, first, last));
                // "Iraq to sign deal with Britain": a headline's future.
                let headline = nearest.is_none() && behind.is_none_or(|b| self.units[b].is_mark());
                if !list.is_empty() && (for_it || moved || headline) {
                    let list = if headline { self.headline_pair(first, list) } else { list };
                    return Parties::new(list, 0.85, at + 1);
                }
            }
            // "condemned Israeli plans to annex": those whose plans they are.
            if self.is_aim(last) && self.unit_phrase(last).is_some() {
                return Parties::new(self.parties_of(last), 0.8, at + 1);
            }
            // "wants Egyptians to stand by Morsi": somebody whom the text does not name.
            if nearest.is_some_and(|verb| self.is_object_control(verb) && verb < last) {
                return Self::nobody(at);
            }
            // "Netanyahu's decision to", "its efforts to".
            let owner = matches!(self.units[last].kind, Kind::Noun | Kind::Word | Kind::Function)
                && self.units[last].phrase().is_none()
                && !self.units[last].is_mark();
            if owner
                && let Some(possessor) =
                    (last.saturating_sub(3)..last).rev().find(|&i| self.units[i].phrase().is_some())
                && self.units[possessor].possessive
                && !self.is_in_circumstance(possessor, last)
            {
                let list = self.parties_of(possessor);
                if !list.is_empty() {
                    return Parties { carried: list.len() > 1, ..Parties::new(list, 0.8, at + 1) };
                }
            }
        }
        // "Zúñiga, who was in San Salvador to confer with": whom a relative without a verb of its own describes.
        let relative = (nearest.map_or(0, |verb| verb + 1)..to)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].is(Class::Relative) && self.units[before].phrase().is_none());
        if let Some(relative) = relative.filter(|&relative| relative > 1) {
            let who = relative - 1 - usize::from(self.units[relative - 1].is_comma());
            let aux = (relative + 1..to).any(|at| self.is_auxiliary(at));
            if aux && self.bare_party(who) && self.unit_phrase(who).is_some_and(|p| p.kind == PhraseKind::Person) {
                return Parties::new(self.parties_of(who), 0.85, at + 1);
            }
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

    /// "on the anniversary of Mubarak's ouster to protest": whether an owner and what is his only tell when, where or why it was done, and
    /// no will of his.
    fn is_in_circumstance(&self, owner: usize, thing: usize) -> bool {
        let will = self.is_aim(thing)
            || self.units[thing].has(|c| matches!(c, Class::Planned | Class::Possible | Class::Denied));
        let of = owner.checked_sub(1).is_some_and(|of| self.is_preposition_of(of, "of"));
        of && !will && self.units[owner].case.is_none()
    }

    /// "I had the chance to meet him," "We will continue to support": whether nobody but who speaks stands before an infinitive in its clause.
    pub(super) fn is_spoken_infinitive(&self, at: usize) -> bool {
        const WORDS: usize = 8;
        let before = (at.saturating_sub(WORDS)..at).rev().take_while(|&i| !self.units[i].is_mark());
        let nearest = before.into_iter().find(|&i| self.units[i].phrase().is_some());
        self.verb_form(at) == VerbForm::Infinitive
            && self.subjects[at].as_ref().is_none_or(Parties::is_empty)
            && nearest.is_some_and(|i| self.units[i].case == Some(Case::Speaker) && !self.units[i].possessive)
    }

    /// The verb that an infinitive depends on, where no other clause stands between.
    pub(super) fn governor(&self, at: usize) -> Option<usize> {
        let to = self.chain_start(at).saturating_sub(1);
        (0..to)
            .rev()
            .take_while(|&before| {
                !self.units[before].is_stop()
                    && !self.units[before]
                        .has(|c| matches!(c, Class::Complement | Class::Relative | Class::Circumstance))
            })
            .find(|&before| self.units[before].kind == Kind::Verb)
    }

    /// "agreed to meet", "committed to send": what its own subject binds itself to do.
    pub(super) fn binds(&self, at: usize) -> bool {
        let row = |verb: usize| {
            self.units[verb].forms.iter().any(|form| {
                let predicate = self.knowledge.lexicon.trigger(form.trigger).predicate;
                matches!(predicate, Some(Predicate::AgreedWith | Predicate::Promised))
            })
        };
        self.serves(at) && self.governor(at).is_some_and(row)
    }

    /// "have failed to reach a deal", "refused to sign an accord": whether the verb right before an infinitive has its several subjects for its
    /// own, who then do to each other what the infinitive tells.
    pub(super) fn is_tried_by_both(&self, at: usize) -> bool {
        let base = self.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Base);
        let filler = |i: &usize| {
            self.units[*i].phrase().is_none()
                && (self.units[*i].to || self.units[*i].has(|c| matches!(c, Class::Denied | Class::Skip)))
        };
        let verb = (0..at).rev().find(|i| !filler(i) || self.units[*i].kind == Kind::Verb).filter(|_| base);
        let own = |verb: usize| {
            self.units[verb].kind == Kind::Verb
                && self.subjects[verb]
                    .as_ref()
                    .zip(self.subjects[at].as_ref())
                    .is_some_and(|(own, done)| !own.carried && own.list.len() > 1 && own.list.len() == done.list.len())
        };
        // "tried to sign": of an attempt the text does not tell what came of it.
        let undone = |i: usize| {
            self.units[i].phrase().is_none() && self.units[i].has(|c| matches!(c, Class::Denied | Class::Planned))
        };
        self.lang == Lang::En && verb.is_some_and(|verb| own(verb) && (verb..at).any(undone))
    }

    /// "agreed to hold new talks": the same where a noun tells what will be done.
    pub(super) fn binds_to_hold(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        let words = (at.saturating_sub(WORDS)..at).rev().take_while(|&before| !self.units[before].is_mark());
        let verb = words.into_iter().find(|&before| self.units[before].kind == Kind::Verb);
        let light = |form: &crate::lexicon::Form| self.knowledge.lexicon.trigger(form.trigger).flags.light;
        self.lang == Lang::En
            && self.units[at].kind == Kind::Noun
            && verb.is_some_and(|verb| self.units[verb].forms.iter().any(light) && self.binds(verb))
    }

    /// "Iran and Iraq agreed to restore ties", "agreed with Iraq to restore ties": what they bind themselves to do with each other; not
    /// "Morocco agreed to restore ties with Israel".
    pub(super) fn bind_each_other(&self, at: usize) -> bool {
        let Some(verb) = self.governor(at).filter(|_| self.binds(at)) else { return false };
        let several = self.subjects[verb].as_ref().is_some_and(|subject| subject.list.len() > 1);
        several || (verb + 1..at).any(|between| self.is_preposition_of(between, "with"))
    }

    /// "spoke with Modi to thank him", "agreed to meet": the verb right before an infinitive has a subject of its own.
    pub(super) fn serves(&self, at: usize) -> bool {
        if self.lang != Lang::En || self.units[at].kind != Kind::Verb || self.verb_form(at) != VerbForm::Infinitive {
            return false;
        }
        self.governor(at).is_some_and(|verb| {
            self.verb_form(verb) == VerbForm::Finite
                && self.subjects[verb].as_ref().is_some_and(|found| {
                    let same = |own: &Party| found.list.iter().any(|party| party.referent == own.referent);
                    !found.carried
                        && !found.list.is_empty()
                        && self.subjects[at].as_ref().is_some_and(|own| own.list.iter().all(same))
                })
        })
    }

    /// "Obama to visit Israel": an infinitive right behind its subject, with no verb before.
    pub(super) fn is_headline_future(&self, at: usize) -> bool {
        if self.lang != Lang::En || self.units[at].kind != Kind::Verb || self.verb_form(at) != VerbForm::Infinitive {
            return false;
        }
        let to = self.chain_start(at).saturating_sub(1);
        let open = (0..to).rev().take_while(|&before| !self.units[before].is_stop());
        to > 0
            && self.bare_party(to - 1)
            && open.into_iter().all(|before| self.units[before].kind != Kind::Verb)
            && self.list_ending_at(to - 1).0.checked_sub(1).is_none_or(|b| self.units[b].is_mark())
    }

    /// تعهد بلقاء, وعده بزيارة, قرر زيارة: what an Arabic noun tells right behind a verb of promise or decision is still to come.
    pub(super) fn is_vowed(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        let open = |before: &usize| !self.units[*before].is_mark() && !self.units[*before].is(Class::Circumstance);
        let mut before = (at.saturating_sub(WORDS)..at).rev().take_while(open);
        let verb = before.find(|&before| self.units[before].kind == Kind::Verb);
        if self.lang == Lang::En || self.units[at].kind != Kind::Noun {
            return false;
        }
        // تضمن لقاؤهما مناقشة: "it held" is spelt like "she guarantees".
        let governed = self.units[at].clitics.has(Clitics::BI) || at > 0 && self.units[at - 1].is_preposition();
        // تعهد أوباما في اتصال مع نتنياهو بالدعم: right behind who vows it is where, and not what.
        let occasion = at > 1
            && self.is_preposition_of(at - 1, "في")
            && (self.units[at - 2].phrase().is_some() || self.units[at - 2].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            governed && !occasion && self.tells(verb, |told| told == Predicate::Promised)
                || !governed && self.units[verb].means(&self.knowledge.lexicon, Sense::Resolves)
        })
    }

    /// "urged Iran to recognise Israel": what is asked of somebody is possible.
    pub(super) fn is_asked_for(&self, at: usize) -> bool {
        // حث كيري عباس على لقاء نتنياهو, حذره من زيارة طهران
        if self.lang == Lang::Ar && self.units[at].kind == Kind::Noun {
            return self.is_bound(at);
        }
        if self.lang != Lang::En || self.units[at].kind != Kind::Verb {
            return false;
        }
        if self.verb_form(at) != VerbForm::Infinitive {
            return self.is_demanded_in_clause(at);
        }
        let to = self.chain_start(at).saturating_sub(1);
        let verb = (0..to).rev().take(6).find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| self.makes_demand(verb))
    }

    /// "demanded that Turkey withdraw": a base form in the clause that tells what is demanded.
    fn is_demanded_in_clause(&self, at: usize) -> bool {
        const REACH: usize = 8;
        let base = self.units[at].verb().is_some_and(|(tense, ..)| matches!(tense, Tense::Base | Tense::Present));
        let that = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop() && self.units[before].kind != Kind::Verb)
            .find(|&before| self.units[before].is(Class::Complement));
        let demands = |head: usize| {
            self.units[head].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate == Some(Predicate::DemandedOf) && trigger.object.contains(&Slot::Complement)
            })
        };
        base && that.and_then(|that| that.checked_sub(1)).is_some_and(demands)
    }

    /// Returns whether a unit is a noun of will, with or without its "to": "efforts to", "the efforts of".
    pub(super) fn is_aim(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.aim)
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

    /// "Modi, whom Putin met", "the envoy that Iran expelled": what stands before the relative is the object.
    pub(super) fn relative_object(&self, at: usize) -> Parties {
        let chain = self.chain_start(at);
        let found = chain.checked_sub(2).filter(|&relative| {
            self.bare_party(chain - 1)
                && self.units[relative].is(Class::Relative)
                && !self.units[relative].is(Class::Circumstance)
        });
        let Some(relative) = found else { return Parties::default() };
        let comma = relative > 0 && self.units[relative - 1].is_comma();
        // "affirmed to Blinken that Egypt would not accept": no relative clause.
        let told = |before: usize| {
            let governs = |unit: &super::unit::Unit| unit.is_to() || unit.kind == Kind::Verb;
            self.units[relative].is(Class::Complement) && before > 0 && governs(&self.units[before - 1])
        };
        match relative.checked_sub(1 + usize::from(comma)).filter(|&before| self.bare_party(before) && !told(before)) {
            Some(before) => Parties::new(self.parties_of(before), 0.8, at + 1),
            None => Parties::default(),
        }
    }

    /// "rejected the declaration that Morsi issued": who made what a stance is about, as a relative clause tells.
    pub(super) fn maker_in_relative(&self, from: usize) -> Parties {
        const WORDS: usize = 6;
        let stops = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_some()
                || unit.is_mark()
                || unit.kind == Kind::Verb
                || unit.has(|class| matches!(class, Class::Relative | Class::Complement))
        };
        let that = (from..self.units.len().min(from + WORDS)).find(stops).filter(|&that| that > from);
        let relative = |that: &usize| {
            let unit = &self.units[*that];
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Relative | Class::Complement))
        };
        let Some(that) = that.filter(relative).filter(|&that| self.bare_party(that + 1)) else {
            return Parties::default();
        };
        let makes = |unit: &Unit| unit.means(&self.knowledge.lexicon, Sense::Makes);
        let verb = (that + 2..self.units.len().min(that + 5)).find(|&at| self.units[at].kind == Kind::Verb);
        if verb.is_some_and(|verb| makes(&self.units[verb])) {
            Parties::new(self.parties_of(that + 1), 0.8, that + 2)
        } else {
            Parties::default()
        }
    }

    /// "welcomed Trump's decision", "welcomed the French move": whose deed the object of the verb is.
    pub(super) fn object_owner(&self, at: usize) -> Parties {
        let deed = |next: usize| {
            self.units.get(next).is_some_and(|unit| {
                unit.phrase().is_none() && (matches!(unit.kind, Kind::Word | Kind::Noun) || unit.is(Class::Agent))
            })
        };
        // "welcomed on Friday Ocalan's call"
        let day = |unit: &Unit| unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_)));
        let adverb = |at: &usize| {
            self.units.get(*at).is_some_and(|unit| unit.phrase().is_none())
                && (day(&self.units[*at]) || self.is_preposition_of(*at, "on"))
        };
        let next = at + 1 + (at + 1..at + 3).take_while(adverb).count();
        let Some(phrase) = self.unit_phrase(next) else { return Parties::default() };
        if self.units[next].deed {
            return Parties::new(self.parties_of(next), 0.85, next + 1);
        }
        let owns =
            self.units[next].possessive || phrase.kind == PhraseKind::Demonym || self.is_before_deed(next, phrase.kind);
        if !owns || self.units[next].case.is_some() || !deed(next + 1) || self.units[next + 1].is(Class::Apart) {
            return Parties::default();
        }
        Parties::new(self.parties_of(next), 0.85, next + 1)
    }

    /// "welcomes NSF calls", "welcomed EU decision": whether a body or country stands before the noun of its deed.
    fn is_before_deed(&self, at: usize, kind: PhraseKind) -> bool {
        matches!(kind, PhraseKind::Body | PhraseKind::Country)
            && self.units.get(at + 1).is_some_and(|noun| {
                let deed = noun.kind == Kind::Noun || noun.has(|class| matches!(class, Class::Document | Class::Act));
                noun.phrase().is_none() && !noun.determined && deed
            })
    }

    /// "the Turkish initiative", "the US announcement": whether a party is named only to tell whose deed it is.
    pub(super) fn names_deed(&self, at: usize) -> bool {
        let act = |noun: &super::unit::Unit| noun.phrase().is_none() && !noun.determined && noun.is(Class::Act);
        self.units[at].deed
            || self.unit_phrase(at).is_some_and(|phrase| self.is_before_deed(at, phrase.kind))
                && self.units.get(at + 1).is_some_and(act)
    }

    /// "demanded that Turkey withdraw": the subject of the clause behind "that".
    pub(super) fn complement_subject(&self, at: usize) -> Parties {
        // "demanded on Wednesday that", "demanded again that"
        let adverb = |next: &usize| {
            let unit = &self.units[*next];
            let day = |c| matches!(c, Class::Skip | Class::Day(_) | Class::Weekday(_));
            unit.phrase().is_none()
                && !unit.is(Class::Complement)
                && (unit.has(day) || self.is_in_date(*next) || self.is_preposition_of(*next, "on"))
        };
        let next = at + 1 + (at + 1..self.units.len()).take(4).take_while(adverb).count();
        let that = self.units.get(next).is_some_and(|unit| unit.is(Class::Complement));
        if that && self.bare_party(next + 1) {
            return Parties { confidence: 0.85, ..self.list(next + 1) };
        }
        Parties::default()
    }

    /// Returns whether an infinitive behind the verb tells what its object does: urge, ask, call on, invite, allow.
    pub(super) fn is_object_control(&self, verb: usize) -> bool {
        self.makes_demand(verb)
            || self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.control)
    }

    /// Returns whether a verb makes a demand: "called Iran to stop", but not "called Putin to thank him".
    pub(super) fn makes_demand(&self, verb: usize) -> bool {
        let person = self.unit_phrase(verb + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            || self.units.get(verb + 1).is_some_and(|unit| unit.case.is_some());
        self.units[verb].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            let direct = !matches!(trigger.object.first(), Some(Slot::Prep(_)));
            let stands = (verb + 1..self.units.len().min(verb + 4))
                .any(|i| trigger.object.iter().any(|slot| matches!(slot, Slot::Prep(id) if self.governs(i, *id))));
            trigger.predicate == Some(Predicate::DemandedOf)
                && !trigger.object.contains(&Slot::Obliged)
                && if direct { !(trigger.flags.powers && person) } else { stands || !person }
        })
    }

    /// "accused Israel of violating": Israel; "met Xi before visiting": who met; "After meeting Xi, Biden left": Biden.
    pub(super) fn gerund_subject(&self, at: usize, current: Option<&Parties>) -> Parties {
        let mut chain = self.chain_start(at);
        if let Some(first) = chain.checked_sub(1).and_then(|and| self.gerund_before_and(and)) {
            if self.units[first].kind == Kind::Verb
                && let Some(found) = self.shared(first, at, 0.95)
            {
                return found;
            }
            chain = first;
        }
        let Some(last) = chain.checked_sub(1) else { return Parties { end: at + 1, ..Parties::default() } };
        let governed = self.units[last].is_preposition() || self.units[last].is(Class::Circumstance);
        // "was killed in the 18 July bombing of": a noun, whoever did it.
        let noun = at + 1 < self.units.len() && self.is_preposition_of(at + 1, "of") && !self.units[last].is_mark();
        if noun && !governed && self.units[last].kind != Kind::Verb && !self.bare_party(last) {
            return Self::nobody(at);
        }
        // "warned Washington against arming the rebels": that they be armed is what one does not want.
        if governed && self.is_preposition_of(last, "against") {
            return Self::nobody(at);
        }
        if let Some(sender) = self.sender_before(at, last) {
            return sender;
        }
        if let Some(sharer) = self.sharer(last) {
            return Parties { end: at + 1, ..sharer };
        }
        // "does not prioritise supporting Hamas": the verb may stand right before.
        let verb = self.main_verb_before(chain);
        if governed && ["of", "for", "from"].iter().any(|word| self.is_preposition_of(last, word)) {
            let judged = verb.filter(|&verb| self.judges(verb) && last <= verb + 5);
            // "Qatar was accused by Egypt of backing".
            if let Some(found) =
                judged.filter(|&verb| self.is_followed_by_agent(verb)).and_then(|v| self.shared(v, at, 0.9))
            {
                return found;
            }
            // "banned Qatar from visiting": what one is kept from, one does not do.
            if judged.is_some() && self.is_preposition_of(last, "from") {
                return Self::nobody(at);
            }
            if let (Some(_), Some(object)) = (judged, last.checked_sub(1).filter(|&o| self.bare_party(o))) {
                return Parties::new(self.list_ending_at(object).1, 0.85, at + 1);
            }
            // "took the unusual step of ringing Lukashenko"
            let step = last
                .checked_sub(1)
                .filter(|&step| self.units[step].phrase().is_none() && self.units[step].is(Class::Act));
            if let Some(taken) = step.and_then(|step| verb.filter(|&verb| verb < step && step <= verb + 4))
                && self.is_preposition_of(last, "of")
                && let Some(found) = self.shared(taken, at, 0.9)
            {
                return found;
            }
            // "a plan for arming the rebels", "arrested them for holding": it is not told who does it.
            let told = last.checked_sub(1).is_some_and(|b| self.units[b].kind == Kind::Verb);
            if !told {
                return Self::nobody(at);
            }
        }
        let described = verb.is_some_and(|verb| (verb..last).any(|i| self.units[i].is(Class::Relative)));
        if governed && described {
            return Self::nobody(at);
        }
        if !governed && !self.units[last].is_mark() && self.bare_party(last) {
            // "a statement by Hamas praising", "rebels fighting Assad".
            let preposition = last > 0 && self.units[last - 1].is_preposition();
            let object = verb.is_some_and(|verb| self.list_ending_at(last).0 == verb + 1);
            if let Some(found) = self.next_absolute(last).or_else(|| self.spoken_of(last)) {
                return Parties { end: at + 1, ..found };
            }
            // "footage showed Rama meeting Karim": who is seen does it.
            let seen = object && verb.is_some_and(|verb| self.tells_speech(verb) && !self.tells(verb, |_| true));
            if self.is_absolute(last) || !preposition && (!object || seen) {
                return Parties::new(self.list_ending_at(last).1, 0.8, at + 1);
            }
        }
        // "blocked a statement condemning Russia": what a paper says is said by whose it is, and by nobody told here.
        // "issued a statement calling on Morsi": who issues it says it.
        let judged = verb.is_some_and(|verb| {
            self.tells(verb, |told| {
                matches!(told, Predicate::Rejected | Predicate::Criticised | Predicate::Praised | Predicate::Supported)
            })
        });
        if !governed && judged && self.units[last].is(Class::Document) {
            let owner = last.checked_sub(1).filter(|&owner| {
                self.units[owner].possessive || self.unit_phrase(owner).is_some_and(|p| p.kind == PhraseKind::Demonym)
            });
            return owner.map_or_else(|| Self::nobody(at), |owner| Parties::new(self.parties_of(owner), 0.8, at + 1));
        }
        // "rebels battling Assad", "warplanes targeting Hama": those whom the noun names.
        if self.units[last].phrase().is_none() && self.shapes[last].plural {
            return Self::nobody(at);
        }
        if let Some(found) = verb.and_then(|verb| self.shared(self.sayer_over(verb, at), at, 0.9)) {
            return Parties { carried: true, ..found };
        }
        // "President Biden, speaking in Kyiv": the phrase before the comma.
        if self.units[last].is_comma()
            && let Some(before) = last.checked_sub(1).filter(|&before| self.bare_party(before))
        {
            return Parties::new(self.list_ending_at(before).1, 0.8, at + 1);
        }
        // "Medvedev, after meeting Sarkozy, ordered": the phrase that opens the clause.
        if governed
            && verb.is_none()
            && let Some(before) = last.checked_sub(2).filter(|&b| self.units[b + 1].is_comma() && self.bare_party(b))
        {
            let (first, list) = self.list_ending_at(before);
            if !list.is_empty() && first.checked_sub(1).is_none_or(|b| self.opens_clause_behind(b)) {
                return Parties { carried: list.len() > 1, ..Parties::new(list, 0.85, at + 1) };
            }
        }
        // "Kerry walked out after meeting Lavrov"
        if verb.is_none()
            && governed
            && let Some(found) = self.subject_of_unlisted(self.clause_start(last))
            && found.end < last
        {
            return Parties { carried: found.list.len() > 1, end: at + 1, ..found };
        }
        if verb.is_none() && (governed || self.units[last].is_mark()) {
            // The main clause comes later: `settle_openings`.
            return Parties { end: at + 1, ..Parties::default() };
        }
        self.carried_english(at, current)
    }

    /// "accused Iran of funding militias and arming the Houthis", "of meddling in Yemen and arming": the gerund to which "and" joins another,
    /// so that whoever does the one does the other.
    fn gerund_before_and(&self, and: usize) -> Option<usize> {
        const REACH: usize = 12;
        if !self.units[and].is(Class::Conj) || self.units[and].phrase().is_some() {
            return None;
        }
        let open = |&i: &usize| {
            let unit = &self.units[i];
            !unit.is_stop()
                && (unit.phrase().is_some() || !unit.has(|c| matches!(c, Class::Relative | Class::Complement)))
        };
        let does = |i: usize| {
            let governed = i > 0 && self.units[i - 1].phrase().is_none() && self.units[i - 1].is_preposition();
            self.units[i].kind == Kind::Verb || governed && self.units[i].phrase().is_none() && self.shapes[i].doing
        };
        let first = (and.saturating_sub(REACH)..and).rev().take_while(open).find(|&i| does(i))?;
        (self.units[first].kind != Kind::Verb || self.verb_form(first) == VerbForm::Gerund).then_some(first)
    }

    /// "spoke on Friday, with Merkel looking on": whether a preposition behind a comma opens what somebody else does meanwhile.
    pub(super) fn opens_absolute(&self, with: usize) -> bool {
        if self.lang != Lang::En || !self.units[with - 1].is_comma() || !self.is_preposition_of(with, "with") {
            return false;
        }
        let end = if with + 1 < self.units.len() && self.bare_party(with + 1) {
            self.list(with + 1).end
        } else {
            return false;
        };
        self.units.get(end).is_some_and(|unit| {
            self.shapes[end].doing || unit.kind == Kind::Verb && self.verb_form(end) == VerbForm::Gerund
        })
    }

    /// "a letter from Obama, inviting him", "received a call from Trump thanking him": who wrote or called, where a stance that a gerund tells
    /// stands right behind him.
    fn sender_before(&self, at: usize, last: usize) -> Option<Parties> {
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

    /// "They traded barbs, with Netanyahu accusing Iran": whether the party that ends at a unit stands behind a comma and "with".
    fn is_absolute(&self, last: usize) -> bool {
        let first = self.list_ending_at(last).0;
        let named = |phrase: &crate::mention::Phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
        };
        first > 1
            && self.is_preposition_of(first - 1, "with")
            && self.units[first - 2].is_mark()
            && self.unit_phrase(last).is_some_and(named)
    }

    /// Returns whether the object of the verb is who did what stands behind: accused, praised, thanked, slammed.
    pub(super) fn judges(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            matches!(
                self.knowledge.lexicon.trigger(form.trigger).predicate,
                Some(Predicate::Criticised | Predicate::Praised | Predicate::Sanctioned | Predicate::Threatened)
            )
        })
    }
}
