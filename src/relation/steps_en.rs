//! English: what a sentence says that somebody decided, proposed or said, which the next may call "the move", "the idea" or "the remarks"; and
//! who charged whom or asked him for something, which he may turn down.
//!
//! The units of a sentence and what it has told come in; what has been made, by whom and to whom, goes out.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Status, WordList};
use crate::mention::{PhraseKind, Referent};
use crate::text::{Span, Tokens};

/// What somebody has made that others may judge or turn down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StepKind {
    /// He has decided or done something.
    Decision,
    /// He has proposed something.
    Proposal,
    /// He has said something.
    Words,
    /// He has charged somebody with something.
    Charge,
    /// He has asked somebody for something.
    Demand,
}

/// A step that a sentence tells.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) kind: StepKind,
    /// Who took it, together.
    pub(super) makers: Vec<Party>,
    /// Of whom it was told, asked or thought.
    pub(super) to: Option<Party>,
}

impl Clause<'_> {
    /// The steps that the sentence tells before a unit, by its words and by what has been told.
    pub(super) fn steps(
        &self,
        tokens: &Tokens,
        end: usize,
        found: &[Relation],
        party: &impl Fn(Referent, Option<Span>) -> Party,
    ) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.lang != Lang::En {
            return steps;
        }
        for at in 0..end.min(self.units.len()) {
            if let Some(step) = self.step_by_verb(tokens, at).or_else(|| self.step_by_owner(tokens, at)) {
                steps.push(step);
            }
        }
        let limit = self.units.get(end).map_or(usize::MAX, |unit| tokens.tokens[unit.start].span.start);
        for told in found.iter().filter(|told| told.status == Status::Happened && told.trigger.start < limit) {
            let kind = match told.predicate {
                Predicate::Criticised => StepKind::Charge,
                Predicate::DemandedOf => StepKind::Demand,
                Predicate::Promised => StepKind::Proposal,
                _ => continue,
            };
            let maker = party(told.subject, told.subject_span);
            steps.push(Step { kind, makers: vec![maker], to: Some(party(told.object, told.object_span)) });
        }
        steps
    }

    /// "Israel approved 300 homes", "Lula proposed a summit", "Sisi said": what the verb at a unit says that its subject has done.
    fn step_by_verb(&self, tokens: &Tokens, at: usize) -> Option<Step> {
        let unit = &self.units[at];
        let verb = unit.kind == Kind::Verb;
        if !(verb || unit.kind == Kind::Word && at > 0 && self.may_be_past(at)) {
            return None;
        }
        // Most verbs have nobody who is told of: that is asked before the words are looked up.
        let named = || self.subjects[at].as_ref().is_some_and(|own| !own.opaque && !own.is_empty());
        if verb && !named() {
            return None;
        }
        let listed = |list| self.knowledge.lexicon.lists(list, tokens.form(&tokens.tokens[unit.start]));
        let kind = if listed(WordList::Decides) {
            StepKind::Decision
        } else if listed(WordList::Proposes) && self.proposes(tokens, at) {
            StepKind::Proposal
        } else if verb && self.tells_speech(at) {
            if self.tells_own_plan(at) { StepKind::Decision } else { StepKind::Words }
        } else {
            return None;
        };
        let makers = self.makers(tokens, at)?;
        Some(Step { kind, makers, to: None })
    }

    /// "said it would resume talks", "said France was ready to": whether what the verb of saying at a unit says is what the speaker means to do.
    fn tells_own_plan(&self, at: usize) -> bool {
        const WORDS: usize = 6;
        let end = self.units.len().min(at + 1 + WORDS);
        let open = |i: &usize| !self.units[*i].is_mark();
        let plan = |i: &usize| {
            self.units[*i].phrase().is_none()
                && self.units[*i].has(|c| matches!(c, Class::Future | Class::Planned))
                && !self.units[*i - 1].is(Class::Negation)
        };
        let Some(plan) = (at + 2..end).take_while(open).find(plan) else { return false };
        let who = plan - 1;
        let speaker = matches!(self.units[who].case, Some(Case::Subject | Case::Thing));
        let own = || self.subjects[at].as_ref().is_some_and(|own| !self.are_apart(&own.list, &self.parties_of(who)));
        speaker || self.bare_party(who) && own()
    }

    /// Whether a word that the lexicon has no verb for stands where the past of one may: "approved", "has withdrawn", "Israel froze".
    fn may_be_past(&self, at: usize) -> bool {
        let before = &self.units[at - 1];
        self.shapes[at].past || before.phrase().is_some() && !before.possessive || self.is_auxiliary(at - 1)
    }

    /// "called for a conference", but "called Macron": whether a verb of proposing that has another sense as well has "for" with it.
    fn proposes(&self, tokens: &Tokens, at: usize) -> bool {
        let unit = &self.units[at];
        let calls = tokens.form(&tokens.tokens[unit.start]).starts_with(b"call");
        let last = tokens.tokens.get(unit.end).map(|token| tokens.form(token));
        let within =
            tokens.tokens[unit.start + 1..unit.end.max(unit.start + 1)].iter().any(|t| tokens.form(t) == b"for");
        !calls || within || last == Some(b"for")
    }

    /// Who does what the verb at a unit tells, where it is finite and no hedge or negation stands with it.
    fn makers(&self, tokens: &Tokens, at: usize) -> Option<Vec<Party>> {
        const MOST: usize = 3;
        let chain = self.chain_start(at);
        let hedge = |unit: &Unit| {
            unit.has(|c| matches!(c, Class::Negation | Class::Denied | Class::Possible | Class::If | Class::Future))
        };
        if self.units[chain..at].iter().any(hedge) || self.is_done_to(tokens, chain, at) {
            return None;
        }
        let last = chain.checked_sub(1)?;
        let pronoun = matches!(self.units[last].case, Some(Case::Subject | Case::Thing));
        let list = if self.units[at].kind == Kind::Verb {
            if self.verb_form(at) != VerbForm::Finite {
                return None;
            }
            let own = self.subjects[at].as_ref().filter(|own| !own.opaque && (!own.carried || pronoun))?;
            own.list.clone()
        } else if self.bare_party(last) {
            self.list_ending_at(last).1
        } else {
            return None;
        };
        (1..=MOST).contains(&list.len()).then_some(list)
    }

    /// "was released", "has been deported": whether a form of "to be" stands right before a past, so that its subject did nothing.
    fn is_done_to(&self, tokens: &Tokens, chain: usize, at: usize) -> bool {
        let be = |at: usize| {
            let form = tokens.form(&tokens.tokens[self.units[at].start]);
            matches!(form, b"is" | b"are" | b"was" | b"were" | b"be" | b"been" | b"being")
        };
        let doing = tokens.form(&tokens.tokens[self.units[at].start]).ends_with(b"ing");
        !doing && (chain..at).any(be)
    }

    /// "Trump's decision to leave", "a French plan", "Erdogan's remarks": what belongs to the party at a unit.
    fn step_by_owner(&self, tokens: &Tokens, at: usize) -> Option<Step> {
        const WORDS: usize = 2;
        let phrase = self.unit_phrase(at)?;
        let unit = &self.units[at];
        if !(unit.possessive && unit.case.is_none() || phrase.kind == PhraseKind::Demonym) {
            return None;
        }
        let plain = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb
        };
        let end = self.units.len().min(at + 2 + WORDS);
        let kind = (at + 1..end).take_while(plain).find_map(|noun| {
            let form = tokens.form(&tokens.tokens[self.units[noun].start]);
            let listed = |list| self.knowledge.lexicon.lists(list, form);
            if listed(WordList::Measures) || listed(WordList::Enactments) {
                Some(StepKind::Decision)
            } else if listed(WordList::Proposals) {
                Some(StepKind::Proposal)
            } else {
                listed(WordList::Sayings).then_some(StepKind::Words)
            }
        })?;
        let makers = self.parties_of(at);
        (makers.len() == 1).then_some(Step { kind, makers, to: None })
    }
}

/// What stays in mind of the steps before a sentence that has told its own: those that it judges, and no older ones of a kind that it tells itself.
pub(super) fn steps_kept(before: &[Step], own: Vec<Step>, found: &[Relation]) -> Vec<Step> {
    use Predicate::{Criticised, Praised, Rejected, Supported};
    let judged = |step: &&Step| {
        found.iter().any(|told| {
            matches!(told.predicate, Criticised | Praised | Rejected | Supported)
                && step.makers.iter().any(|maker| maker.referent == told.object)
        })
    };
    let apart = |step: &&Step| own.iter().all(|new| new.kind != step.kind || new.kind == StepKind::Charge);
    let kept: Vec<Step> = before.iter().filter(judged).filter(apart).cloned().collect();
    kept.into_iter().chain(own).collect()
}
