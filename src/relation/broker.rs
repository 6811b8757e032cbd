//! Who brings two together: sponsors and brokers of talks and agreements.

use super::build::Relation;
use super::clause::{Clause, Parties, Party, is_person};
use super::read::Sentence;
use super::remember::kind_of_party;
use super::subject_en::VerbForm;
use super::trace::Seat;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Slot, Tense, Trigger};
use crate::mention::PhraseKind;

impl Sentence<'_> {
    /// بوساطة قطرية اتفقت إسرائيل وحماس: who mediates what the sentence tells of others, before or after.
    pub(super) fn sponsors(&self, at: usize, out: &mut Vec<Relation>) {
        for form in &self.clause.units[at].forms {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            let told = |relation: &Relation| relation.rule.as_ref() == Some(&trigger.id);
            if trigger.predicate != Some(Predicate::Mediated) || out.iter().any(told) {
                continue;
            }
            if let Some((subject, object)) = self.sponsored(at, trigger, out) {
                self.begin(at, form.trigger);
                if self.clause.trace.is_some() {
                    self.seated(Some((subject.clone(), object.clone())), Seat::Broker, Seat::Sponsored);
                }
                self.emit(at, trigger, Predicate::Mediated, &subject, object.as_ref(), out);
                return;
            }
        }
    }

    /// محادثات بين أ وب برعاية مصر: the parties of a noun of mediation that come before it.
    pub(super) fn sponsored(
        &self,
        at: usize,
        trigger: &Trigger,
        out: &[Relation],
    ) -> Option<(Parties, Option<Parties>)> {
        if self.reader.lang == Lang::En {
            return self.brokered(at, out);
        }
        if trigger.predicate != Some(Predicate::Mediated) {
            return None;
        }
        // مفاوضات مع الوفد الأمريكي الذي تقوده شيرمان: who heads a delegation brings nobody together.
        let relative = self.clause.relative_before(at);
        if relative.is_some_and(|before| (before.saturating_sub(3)..before).any(|i| self.clause.units[i].delegation)) {
            return None;
        }
        // الاتفاق الذي رعته مصر: a verb with the talks for its object.
        // اتفق فلان وفلان، في ختام محادثات رعتها قطر: an indefinite noun has its clause right behind it.
        let described = || {
            let noun = at.checked_sub(1).map(|noun| &self.clause.units[noun]);
            noun.is_some_and(|noun| noun.kind == Kind::Noun && !noun.is_definite_noun())
        };
        let relative = self.clause.units[at].verb().is_some_and(|(.., object)| object.is_some())
            && trigger.flags.event
            && (self.clause.relative_before(at).is_some() || described())
            || self.resumes_pact(at);
        let own = relative
            || self.clause.units[at].kind == Kind::Noun
                && !trigger.subject.contains(&Slot::Control)
                && !trigger.flags.weak;
        let first = self.tokens.tokens[self.clause.units.first()?.start].span.start;
        let here = self.tokens.tokens[self.clause.units[at].start].span.start;
        let told = out.iter().rev().find(|relation| {
            relation.sentence == self.number
                && relation.trigger.start >= first
                && match relation.predicate {
                    Predicate::AgreedWith | Predicate::TalkedWith | Predicate::NegotiatedWith => true,
                    // التقى رئيس السودان رئيس جنوب السودان بوساطة إثيوبية
                    Predicate::Met => !relative && relation.trigger.end <= here,
                    _ => false,
                }
        })?;
        if !own {
            return None;
        }
        let list = self.parties_of_telling(told, out);
        let shape = self.clause.units[at].forms.iter().find(|form| self.trigger_is(form.trigger, trigger))?.shape;
        let (subject, _) = self.slot(at, trigger, &trigger.subject, shape, None)?;
        let apart = subject.list.iter().all(|own| list.iter().all(|party| party.referent != own.referent));
        (apart && !subject.carried).then(|| (subject, Some(Parties::new(list, 0.75, at + 1))))
    }

    /// محادثات توسط فيها ماكرون, هدنة توسطت مصر في التوصل إليها: whether a verb of mediating has a preposition with the pronoun of what was told before
    /// it.
    fn resumes_pact(&self, at: usize) -> bool {
        const WORDS: usize = 6;
        let clause = self.clause;
        let verb = &clause.units[at];
        let resumes = |unit: &Unit| {
            unit.has(|class| matches!(class, Class::PrepPronoun(_)))
                && unit.pronoun.is_some_and(|own| own.number == Number::Singular && !own.speaks)
        };
        let open = |unit: &&Unit| !unit.is_mark() && unit.kind != Kind::Verb;
        self.reader.lang == Lang::Ar
            && verb.kind == Kind::Verb
            && !verb.clitics.has_conjunction()
            && clause.units[at + 1..].iter().take(WORDS).take_while(open).any(resumes)
    }

    /// All who take part in what one word of the sentence tells.
    pub(super) fn parties_of_telling(&self, told: &Relation, out: &[Relation]) -> Vec<Party> {
        let party = |referent, span| Party { referent, span, kind: kind_of_party(self.reader, referent), gender: None };
        let mut list: Vec<Party> = Vec::new();
        for relation in out.iter().filter(|r| r.sentence == self.number && r.trigger == told.trigger) {
            for member in [party(relation.subject, relation.subject_span), party(relation.object, relation.object_span)]
            {
                if list.iter().all(|known| known.referent != member.referent) {
                    list.push(member);
                }
            }
        }
        list
    }

    /// "talks mediated by Oman", "an Egyptian-brokered truce between": who stands at the participle mediates what the
    /// sentence tells of others.
    pub(super) fn brokered(&self, at: usize, out: &[Relation]) -> Option<(Parties, Option<Parties>)> {
        const AFTER: usize = 8;
        let clause = self.clause;
        let units = clause.units;
        if let Some((agent, list)) = self.pact_by_which(at) {
            return Some((agent, Some(list)));
        }
        let compound = units[at].kind == Kind::Participle && units[at].hyphen;
        let active = clause.mediator_in_relative(at);
        let agent = if compound {
            let doer = &clause.phrases[units[at.checked_sub(1)?].compound?];
            let party = |&referent| Party { referent, span: Some(doer.span), kind: doer.kind, gender: None };
            let mut list: Vec<Party> = doer.referents.iter().map(party).collect();
            list.extend(clause.doer_before_hyphen(at));
            Parties::new(list, 0.9, at)
        } else if let Some(active) = active {
            active
        } else {
            let by = clause.knowledge.lexicon.preposition_id("by")?;
            let participle = units[at].verb().is_some_and(|(tense, ..)| tense == Tense::PastParticiple);
            if !participle || !clause.is_preposition_of((at + 1).min(units.len() - 1), "by") {
                return None;
            }
            clause.behind(at, at + 1, by, false, None)
        };
        let place = |unit: &Unit| self.tokens.tokens[unit.start].span.start;
        let here = place(&units[at]);
        let end = units.get(at + AFTER).map_or(usize::MAX, place);
        let told = out.iter().rev().find(|relation| {
            let near = if compound {
                relation.trigger.start > here && relation.trigger.start < end
            } else {
                relation.trigger.start < here
            };
            let pact =
                matches!(relation.predicate, Predicate::AgreedWith | Predicate::TalkedWith | Predicate::NegotiatedWith)
                    // "met for talks mediated by Oman"
                    || relation.predicate == Predicate::Met && at > 0 && units[at - 1].kind == Kind::Noun;
            relation.sentence == self.number && near && pact
        });
        let mut list = match told {
            Some(told) => self.parties_of_telling(told, out),
            None => self.pair_before(at)?,
        };
        list.retain(|party| agent.list.iter().all(|own| own.referent != party.referent));
        (!agent.is_empty() && list.len() > 1).then(|| (agent, Some(Parties::new(list, 0.8, at + 1))))
    }

    /// "brokered an agreement by which Saudi Arabia and Iran restored": who mediates, and the two who do what stands behind the pact.
    fn pact_by_which(&self, at: usize) -> Option<(Parties, Parties)> {
        const WORDS: usize = 8;
        let (clause, units) = (self.clause, self.clause.units);
        let mediates = units[at].kind == Kind::Verb && clause.tells(at, |told| told == Predicate::Mediated);
        let agent = clause.subjects[at].as_ref().filter(|agent| mediates && !agent.is_empty())?;
        let open = |i: &usize| !units[*i].is_mark() && units[*i].kind != Kind::Verb;
        let which = (at + 2..units.len().min(at + WORDS)).take_while(open).find(|&i| {
            units[i].phrase().is_none()
                && units[i].is(Class::Relative)
                && ["by", "under", "in", "through"].iter().any(|word| clause.is_preposition_of(i - 1, word))
        })?;
        let free = which + 1 < units.len() && clause.bare_party(which + 1);
        let found = free.then(|| clause.list(which + 1))?;
        let own = |party: &Party| agent.list.iter().any(|own| own.referent == party.referent);
        let two = found.list.len() == 2 && !found.list.iter().any(own);
        two.then(|| (Parties { end: at + 1, ..agent.clone() }, Parties { confidence: 0.85, ..found }))
    }

    /// "The deal was brokered by Egypt": the two of whose contact or agreement the sentence before told.
    fn pair_before(&self, at: usize) -> Option<Vec<Party>> {
        const WORDS: usize = 3;
        // "The talks, mediated by Oman, produced nothing"
        let aside = at > 0 && self.clause.units[at - 1].is_comma();
        let chain = if aside { at - 1 } else { self.clause.chain_start(at) };
        let passive = chain < at && self.clause.units[..chain].iter().all(|unit| unit.phrase().is_none());
        let definite = self.clause.units.first().is_some_and(|unit| unit.determined) && chain <= WORDS;
        let memory = self.clause.memory;
        if !passive || !definite {
            return None;
        }
        // "Rice met Saakashvili. The truce was brokered by Sarkozy": it is not theirs, who only met.
        let met = |a: Party, b: Party| is_person(a) && is_person(b) && !memory.dealt && self.is_of_pact(chain);
        match memory.pair {
            Some((a, b)) if !met(a, b) => Some(vec![a, b]),
            Some(_) => None,
            None => Some(memory.countries.clone()).filter(|two| two.len() == 2),
        }
    }

    /// "The truce was", "The deal, which was": whether what stands before a verb is a pact, and no meeting.
    fn is_of_pact(&self, chain: usize) -> bool {
        let pact = |i: usize| self.clause.tells(i, |told| told == Predicate::AgreedWith);
        (0..chain).any(|i| self.clause.units[i].kind == Kind::Noun && pact(i))
    }
}

impl Clause<'_> {
    /// "talks between Kenya and Uganda, which Norway mediates": who mediates what a relative right before him means.
    fn mediator_in_relative(&self, at: usize) -> Option<Parties> {
        let mediates = self.units[at].kind == Kind::Verb
            && self.tells(at, |told| told == Predicate::Mediated)
            && self.verb_form(at) == VerbForm::Finite;
        let last = self.chain_start(at).checked_sub(1).filter(|&last| mediates && self.bare_party(last))?;
        let (first, list) = self.list_ending_at(last);
        // "talks that Norway mediates", but "positions, including that Israel must be secure"
        let pact = |i: usize| {
            use Predicate::{AgreedWith, NegotiatedWith, TalkedWith};
            self.tells(i, |told| matches!(told, AgreedWith | NegotiatedWith | TalkedWith))
        };
        let which = |i: usize| {
            let unit = &self.units[i];
            let that = unit.is(Class::Complement);
            unit.phrase().is_none()
                && unit.is(Class::Relative)
                && !unit.is(Class::Circumstance)
                && (!that || i > 0 && self.units[i - 1].kind == Kind::Noun && pact(i - 1))
        };
        first.checked_sub(1).filter(|&before| which(before))?;
        Some(Parties::new(list, 0.9, at))
    }

    /// "Egyptian- and Qatari-mediated": the nationality before the one that is joined to the participle at a unit.
    fn doer_before_hyphen(&self, at: usize) -> Vec<Party> {
        let and = at
            .checked_sub(2)
            .filter(|&and| and > 0 && self.units[and].is(Class::Conj) && self.units[and].phrase().is_none());
        let before = and.and_then(|and| and.checked_sub(1 + usize::from(self.units[and - 1].is_mark())));
        let adjective = |&i: &usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        before.filter(adjective).map(|before| self.parties_of(before)).unwrap_or_default()
    }
}
