//! Whose doing an English infinitive, gerund or reduced relative tells: "agreed to visit", "urged Iran to stop", "after meeting".
//!
//! The subject of a finite verb stands in `subject_en`; these take theirs from the verb or noun that governs them. Whose an
//! infinitive is stands in `infinitive_en`, whose a gerund is in `gerund_en`; here is what such a verb depends on.

use super::clause::{Clause, Parties, Party};
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
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

    /// The finite verb before a unit that no other clause parts from it.
    pub(super) fn main_verb_before(&self, at: usize) -> Option<usize> {
        (0..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb && self.verb_form(before) == VerbForm::Finite)
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
        // "called to congratulate him": by telephone, and nobody is bidden.
        let rang = |verb: usize| {
            verb + 1 == to
                && self.tells(at, |told| told == Predicate::Praised)
                && self.tells(verb, |told| told == Predicate::Called)
        };
        verb.is_some_and(|verb| self.makes_demand(verb) && !rang(verb))
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

    /// "the Saudi-led coalition that has been fighting": who leads what a relative means, whose noun is at a unit.
    pub(super) fn leader_in_relative(&self, noun: usize, at: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let leads = |i: &usize| self.units[*i].leads;
        let owner = (noun.saturating_sub(WORDS)..noun).rev().find(leads)?;
        self.forces_of(owner, noun + 1).map(|found| Parties { end: at + 1, ..found })
    }

    /// "the debt that Peru owed it": whether a finite verb is that of a relative clause with a subject of its own.
    pub(super) fn is_verb_of_relative(&self, at: usize) -> bool {
        let last = self.chain_start(at).checked_sub(1).filter(|&last| self.bare_party(last));
        last.is_some_and(|last| {
            let (first, _) = self.list_ending_at(last);
            first.checked_sub(2).is_some_and(|noun| {
                let relative = &self.units[first - 1];
                relative.phrase().is_none()
                    && relative.is(Class::Relative)
                    && !relative.is(Class::Circumstance)
                    && self.units[noun].kind != Kind::Verb
            })
        })
    }

    /// "met Macron and Milei, who is critical of": whom a relative describes by a participle behind "is".
    pub(super) fn described_in_relative(&self, at: usize) -> Option<Parties> {
        if self.lang != Lang::En || self.units[at].kind != Kind::Participle {
            return None;
        }
        let chain = self.chain_start(at);
        let is = chain < at && self.units[chain].phrase().is_none() && self.is_auxiliary(chain);
        let relative = chain.checked_sub(1).filter(|&relative| {
            let unit = &self.units[relative];
            is && unit.phrase().is_none() && unit.is(Class::Relative) && !unit.is(Class::Circumstance)
        })?;
        let comma = usize::from(relative > 0 && self.units[relative - 1].is_comma());
        let who = relative.checked_sub(1 + comma).filter(|&who| self.bare_party(who))?;
        let (_, list) = self.list_ending_at(who);
        let list = if self.units[chain].alone { self.parties_of(who) } else { list };
        Some(Parties::new(list, 0.9, at + 1)).filter(|found| !found.is_empty())
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
        // "the claims of Putin that Kyiv shells towns": a verb that has its own object behind it tells what is claimed.
        let whole = self.units[relative].is(Class::Complement)
            && self.units.get(at + 1).is_some_and(|next| match next.kind {
                Kind::Phrase(_) => self.bare_party(at + 1),
                Kind::Word | Kind::Noun => !next.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_))),
                _ => false,
            });
        match relative
            .checked_sub(1 + usize::from(comma))
            .filter(|&before| self.bare_party(before) && !told(before) && !whole)
        {
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
        // "the role that Egypt plays"
        if self.units[that - 1].phrase().is_none() && self.units[that - 1].is(Class::Share) {
            return Parties::new(self.parties_of(that + 1), 0.8, that + 2);
        }
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
                // "welcomed the Iran deal"
                noun.phrase().is_none() && !noun.determined && deed && !self.is_scene_of(at)
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
}
