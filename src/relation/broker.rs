//! Who brings two together: sponsors and brokers of talks and agreements.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::remember::kind_of_party;
use super::trace::Seat;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Predicate, Slot, Tense, Trigger};

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
            && (self.clause.relative_before(at).is_some() || described());
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
        let compound = units[at].kind == Kind::Participle && units[at].hyphen;
        let agent = if compound {
            let doer = &clause.phrases[units[at.checked_sub(1)?].compound?];
            let party = |&referent| Party { referent, span: Some(doer.span), kind: doer.kind, gender: None };
            Parties::new(doer.referents.iter().map(party).collect(), 0.9, at)
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

    /// "The deal was brokered by Egypt": the two of whose contact or agreement the sentence before told.
    fn pair_before(&self, at: usize) -> Option<Vec<Party>> {
        const WORDS: usize = 3;
        // "The talks, mediated by Oman, produced nothing"
        let aside = at > 0 && self.clause.units[at - 1].is_comma();
        let chain = if aside { at - 1 } else { self.clause.chain_start(at) };
        let passive = chain < at && self.clause.units[..chain].iter().all(|unit| unit.phrase().is_none());
        let definite = self.clause.units.first().is_some_and(|unit| unit.determined) && chain <= WORDS;
        let (a, b) = self.clause.memory.pair.filter(|_| passive && definite)?;
        Some(vec![a, b])
    }
}
