//! English: a deed, decision, proposal or charge that the text has told before and that somebody judges, turns down or vows to answer. "Chad
//! bombed Sudan. Egypt condemned the raid", "Lula proposed a summit, but Chile rejected the idea".
//!
//! What the sentence has told so far comes in; whose deed or word it is that it judges goes out.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::remember::kind_of_party;
use super::status::is_force;
use super::steps_en::{Step, StepKind};
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::lexicon::{Class, Predicate, Sense, Slot, Status, WordList};

/// What a definite noun means of what was told before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    /// Force or punishment, of one kind or of any.
    Deed(Option<Predicate>),
    Step(StepKind),
}

impl Sentence<'_> {
    /// Adds whose deed, decision or words it is that somebody judges with no more than "the raid", "the move" or "the idea", and whom he threatens
    /// who only vows to answer them.
    pub(super) fn judged_deed_again(&self, out: &mut Vec<Relation>) {
        let units = self.clause.units;
        for at in (0..units.len()).filter(|&at| units[at].phrase().is_none() && !units[at].is_mark()) {
            match units[at].kind {
                Kind::Verb => {
                    self.judges_performed(at, out);
                    self.judges_again(at, out);
                    self.vows_to_answer(at, out);
                }
                Kind::Noun => self.judgement_drawn(at, out),
                _ => {}
            }
        }
    }

    /// "Egypt condemned the raid", "The raid was condemned by Egypt", "called it a crime", "rejected the offer".
    fn judges_again(&self, verb: usize, out: &mut Vec<Relation>) {
        let clause = self.clause;
        if !self.may_judge(verb) {
            return;
        }
        let chain = clause.chain_start(verb);
        let (judge, noun) = if let Some(from) = self.is_judged_from(verb) {
            if chain == 0 || self.is_hedged(verb, verb) {
                return;
            }
            (from, chain - 1)
        } else if clause.is_followed_by_agent(verb) {
            let be = (chain..verb).any(|at| clause.is_auxiliary(at));
            if !be || chain == 0 || !clause.bare_party(verb + 2) || self.is_hedged(verb, verb) {
                return;
            }
            (clause.list(verb + 2), chain - 1)
        } else {
            let Some(judge) = self.judge(verb) else { return };
            (judge, verb + 1)
        };
        let Some((things, end)) = self.things_meant(noun, verb) else { return };
        for thing in things {
            let Some(predicate) = self.stance_on(verb, thing, end) else { continue };
            let makers = self.makers_meant(thing, verb, &judge, out);
            if !makers.is_empty() {
                self.says_of(verb, predicate, &judge, &Parties::new(makers, 0.75, verb + 1), out);
                return;
            }
        }
    }

    /// "condemned the attack carried out by Boko Haram", "welcomed the steps taken by Egypt": adds whose the thing is that somebody judges, where a
    /// participle and "by" right behind it lead to him.
    fn judges_performed(&self, verb: usize, out: &mut Vec<Relation>) {
        const WORDS: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        if !self.may_judge(verb) {
            return;
        }
        let plain = |at: &usize| {
            let unit = &units[*at];
            unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb && !unit.is_preposition()
        };
        let words = (verb + 1..units.len()).take(WORDS).take_while(plain).count();
        let done = verb + 1 + words;
        let performed = words > 0
            && done + 2 < units.len()
            && self.begins_listed(WordList::Performed, done)
            && clause.is_preposition_of(done + 1, "by")
            && clause.bare_party(done + 2);
        let Some(judge) = performed.then(|| self.judge(verb)).flatten() else { return };
        if let Some(predicate) = self.stance_on(verb, Thing::Deed(None), done) {
            self.says_of(verb, predicate, &judge, &Parties { confidence: 0.8, ..clause.list(done + 2) }, out);
        }
    }

    /// "drew condemnation from Egypt": who judges the subject of a verb that says so, behind "from".
    fn is_judged_from(&self, verb: usize) -> Option<Parties> {
        let lexicon = &self.clause.knowledge.lexicon;
        let from = lexicon.preposition_id("from")?;
        let drawn = self.clause.units[verb].forms.iter().any(|form| {
            let row = lexicon.trigger(form.trigger);
            row.object.contains(&Slot::Subject) && row.subject.contains(&Slot::Prep(from))
        });
        let judge = drawn.then(|| self.clause.behind(verb, verb + 1, from, false, None))?;
        (!judge.is_empty() && !judge.carried).then_some(judge)
    }

    /// Whether a verb may tell what somebody thinks of a deed, or that he turns a word down.
    fn may_judge(&self, verb: usize) -> bool {
        use Predicate::{Criticised, Praised, Rejected, Supported};
        let stance = |told| matches!(told, Criticised | Praised | Rejected | Supported);
        self.clause.tells(verb, stance) || self.refuses_all(verb)
    }

    /// Who judges by a verb that is finite, or goes on about him behind a comma, and stands without negation or hedge.
    fn judge(&self, verb: usize) -> Option<Parties> {
        let (clause, units) = (self.clause, self.clause.units);
        let chain = clause.chain_start(verb);
        // "it condemned", "which condemned"
        let stands = |unit: &Unit| matches!(unit.case, Some(Case::Subject | Case::Thing)) || unit.is(Class::Relative);
        let pronoun = chain.checked_sub(1).is_some_and(|last| stands(&units[last]));
        let own = clause.subjects[verb].as_ref();
        let own = own.filter(|own| (!own.carried || pronoun) && !own.opaque && !own.is_empty())?;
        let goes_on = || verb > 0 && units[verb - 1].is_comma();
        let form = match clause.verb_form(verb) {
            VerbForm::Finite => true,
            VerbForm::Gerund => goes_on(),
            _ => false,
        };
        let ahead = units[chain..verb].iter().any(|unit| unit.has(|c| matches!(c, Class::Future | Class::Planned)));
        (form && !ahead && !self.is_hedged(verb, verb)).then(|| Parties { carried: false, ..own.clone() })
    }

    /// The stance that a verb takes to a thing, with what stands behind the thing.
    fn stance_on(&self, verb: usize, thing: Thing, end: usize) -> Option<Predicate> {
        use Predicate::{Criticised, Praised, Rejected, Supported};
        let lexicon = &self.clause.knowledge.lexicon;
        let mut plain = None;
        let mut names = false;
        for form in &self.clause.units[verb].forms {
            let row = lexicon.trigger(form.trigger);
            let told = row.predicate.filter(|told| matches!(told, Criticised | Praised | Rejected | Supported));
            if row.flags.sense == Some(Sense::Names) {
                names = true;
            } else if plain.is_none() && !row.flags.negated && row.flags.sense != Some(Sense::Summons) {
                plain = told;
            }
        }
        if self.refuses_all(verb) {
            plain = Some(Rejected);
        }
        let asked = matches!(thing, Thing::Step(StepKind::Charge | StepKind::Demand | StepKind::Proposal));
        // "dismissed the raid as theatre": what is done cannot be turned down any more.
        let done = matches!(thing, Thing::Deed(told) if told != Some(Predicate::Sanctioned));
        if names && !(asked && plain == Some(Rejected)) {
            let called = |praise: bool| self.clause.calls_names(end, praise);
            return if called(false) { Some(Criticised) } else { called(true).then_some(Praised) };
        }
        let fits = |told: &Predicate| match (told, thing) {
            (Rejected, _) => !done,
            (_, Thing::Step(StepKind::Charge | StepKind::Demand)) => false,
            _ => true,
        };
        plain.filter(fits)
    }

    /// What the definite noun at a unit, "it" behind a verb of naming, or nothing behind a refusal means, the likeliest first, and where that ends.
    fn things_meant(&self, from: usize, verb: usize) -> Option<(Vec<Thing>, usize)> {
        let (clause, units) = (self.clause, self.clause.units);
        let any = |kinds: &[StepKind]| kinds.iter().map(|&kind| Thing::Step(kind)).collect::<Vec<_>>();
        if from > verb && self.refuses_all(verb) {
            return Some((any(&[StepKind::Demand]), from));
        }
        if from > verb && units.get(from).is_some_and(|unit| unit.case == Some(Case::Thing) && !unit.possessive) {
            let all = [vec![Thing::Deed(None)], any(&[StepKind::Decision, StepKind::Proposal])].concat();
            // "as Iran warned and Egypt called it a crime": what a clause before tells of may be meant as well.
            let opens = !units[..clause.chain_start(verb)].iter().any(|unit| unit.kind == Kind::Verb);
            let names = opens && units[verb].means(&clause.knowledge.lexicon, Sense::Names);
            // "condemned it as a crime"
            let condemned = || opens && clause.tells(verb, |told| told == Predicate::Criticised);
            return if names {
                Some((all, from + 1))
            } else {
                condemned().then(|| (vec![Thing::Deed(None)], from + 1))
            };
        }
        // "condemned them as a crime": the strikes, or whoever carried them out.
        if from > verb && self.word_at(from) == b"them" && clause.tells(verb, |told| told == Predicate::Criticised) {
            return Some((vec![Thing::Deed(None)], from + 1));
        }
        let (noun, described) = self.noun_pointed_at(from)?;
        let unit = &units[noun];
        // "the rocket fire" names its own deed, "the terrorist attack" the one told.
        let plain = unit.end == unit.start + 1 || self.begins_listed(WordList::DeedKinds, noun);
        if !plain || self.is_told_itself(noun, verb) {
            return None;
        }
        let listed = |list| self.begins_listed(list, noun);
        let told = |wanted: Predicate| unit.kind == Kind::Noun && clause.tells(noun, |told| told == wanted);
        let deed =
            [Predicate::Attacked, Predicate::Seized, Predicate::Sanctioned].into_iter().find(|&wanted| told(wanted));
        let mut things = Vec::new();
        if listed(WordList::Charges) {
            things.push(Thing::Step(StepKind::Charge));
        } else if listed(WordList::Demands) || listed(WordList::Proposals) {
            things.extend(listed(WordList::Proposals).then_some(Thing::Step(StepKind::Proposal)));
            things.extend(listed(WordList::Demands).then_some(Thing::Step(StepKind::Demand)));
            things.push(Thing::Step(StepKind::Decision));
        } else if listed(WordList::Sayings) {
            things.push(Thing::Step(StepKind::Words));
        } else if deed.is_some() {
            // "the suicide attack" may be another's.
            things.extend((!described).then_some(Thing::Deed(deed)));
        } else if listed(WordList::Enactments) {
            things.push(Thing::Step(StepKind::Decision));
        } else if unit.is(Class::Act) || listed(WordList::Measures) {
            things.extend([Thing::Step(StepKind::Decision), Thing::Deed(None), Thing::Step(StepKind::Proposal)]);
        }
        (!things.is_empty()).then_some((things, noun + 1))
    }

    /// "the raid", "this latest raid", "the controversial decision": the definite noun that begins at a unit, and whether a word describes it that tells
    /// more than how it was or when.
    fn noun_pointed_at(&self, from: usize) -> Option<(usize, bool)> {
        let units = self.clause.units;
        let points = |form: &[u8]| matches!(form, b"the" | b"this" | b"that" | b"these" | b"those" | b"such");
        let first = from + usize::from(points(self.word_at(from)));
        let unit = units.get(first).filter(|unit| unit.phrase().is_none() && !unit.is_mark())?;
        let before = unit.start.checked_sub(1).map_or(&[][..], |token| self.token_at(token));
        if !unit.determined && !points(before) {
            return None;
        }
        let describes = |unit: &Unit| {
            let adjective =
                |class| matches!(class, Class::Epithet | Class::Skip | Class::Last | Class::TitleAdjective { .. });
            unit.phrase().is_none() && unit.kind != Kind::Verb && unit.has(adjective)
        };
        if describes(unit) && self.names_what_was_told(first + 1) {
            return Some((first + 1, false));
        }
        if self.names_what_was_told(first) {
            return Some((first, false));
        }
        (unit.kind == Kind::Word && self.names_what_was_told(first + 1)).then_some((first + 1, true))
    }

    /// Whether the word at a unit may mean what has been told before.
    fn names_what_was_told(&self, at: usize) -> bool {
        use WordList::{Charges, Demands, Enactments, Measures, Proposals, Sayings};
        let deed = |told| matches!(told, Predicate::Attacked | Predicate::Seized | Predicate::Sanctioned);
        self.clause.units.get(at).is_some_and(|unit| {
            let listed = || {
                let lists = [Charges, Demands, Enactments, Measures, Proposals, Sayings];
                unit.is(Class::Act) || lists.iter().any(|&list| self.begins_listed(list, at))
            };
            unit.phrase().is_none()
                && !unit.is_mark()
                && (unit.kind == Kind::Noun && self.clause.tells(at, deed) || unit.kind != Kind::Verb && listed())
        })
    }

    /// "the attack on Kenya", "the attack, which Chad launched": whether its own words tell whose the deed is that a noun names.
    fn is_told_itself(&self, noun: usize, verb: usize) -> bool {
        let (clause, units) = (self.clause, self.clause.units);
        if noun > 0 && units[noun - 1].possessive {
            return true;
        }
        let Some(next) = units.get(noun + 1).filter(|_| noun + 1 != verb) else { return false };
        if clause.is_auxiliary(noun + 1) && !next.is_mark() {
            return false;
        }
        let leads = next.phrase().is_none() && next.is_preposition();
        if leads
            && (clause.is_in_date(noun + 2)
                || clause.is_preposition_of(noun + 1, "as")
                || self.is_only_manner(noun + 1))
        {
            return false;
        }
        leads || next.phrase().is_some() || next.is(Class::Relative) || next.kind == Kind::Noun || next.is_to()
    }

    /// "in the strongest terms", "in a statement", "during a session", "on the airport" of which the text has told: whether a preposition leads what names nobody, up to where the clause ends.
    fn is_only_manner(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        let leads = ["in", "during", "at", "through", "via"].iter().any(|word| clause.is_preposition_of(at, word));
        let hits = ["on", "against"].iter().any(|word| clause.is_preposition_of(at, word));
        let rest = units.get(at + 1..).unwrap_or_default();
        let words = rest.iter().take_while(|unit| !unit.is_mark() && !unit.is(Class::Conj)).count();
        let nobody = (at + 1..=at + words).all(|i| units[i].phrase().is_none() || clause.is_in_date(i));
        (leads || hits && words > 0 && self.stands_before(at + words)) && words <= WORDS && nobody
    }

    /// Whether the text has the last word of a unit before the sentence, too.
    fn stands_before(&self, at: usize) -> bool {
        const TOKENS: usize = 256;
        let units = self.clause.units;
        let first = units.first().map_or(0, |unit| unit.start);
        let Some(last) = units[at].end.checked_sub(1) else { return false };
        (first.saturating_sub(TOKENS)..first).any(|token| self.token_at(token) == self.token_at(last))
    }

    /// Who did or said what a thing means: in the sentence before a unit, else in the one before.
    fn makers_meant(&self, thing: Thing, before: usize, judge: &Parties, out: &[Relation]) -> Vec<Party> {
        match thing {
            Thing::Deed(named) => self.doers_meant(named, before, judge, out),
            Thing::Step(kind) => {
                let party =
                    |referent, span| Party { referent, span, kind: kind_of_party(self.reader, referent), gender: None };
                let here = self.clause.steps(self.tokens, before, self.own(out), &party);
                let found = self.one_maker(kind, &here, judge);
                if found.is_empty() { self.one_maker(kind, &self.clause.memory.steps, judge) } else { found }
            }
        }
    }

    /// What this sentence has told so far.
    fn own<'r>(&self, out: &'r [Relation]) -> &'r [Relation] {
        let from = out.iter().position(|told| told.sentence == self.number).unwrap_or(out.len());
        &out[from..]
    }

    /// Who took the steps of a kind, where they are all of one side that the judge is not of; of a charge or demand, whoever made it to him.
    fn one_maker(&self, kind: StepKind, steps: &[Step], judge: &Parties) -> Vec<Party> {
        let clause = self.clause;
        let of_kind = steps.iter().filter(|step| step.kind == kind);
        let asked = matches!(kind, StepKind::Charge | StepKind::Demand);
        let his = |step: &&Step| match step.to {
            Some(to) => !asked || !clause.are_apart(&judge.list, &[to]),
            None => !asked,
        };
        let all: Vec<&Step> = of_kind.filter(his).filter(|step| clause.are_apart(&judge.list, &step.makers)).collect();
        let Some(last) = all.last() else { return Vec::new() };
        let mut makers: Vec<Party> = Vec::new();
        for maker in all.iter().flat_map(|step| &step.makers) {
            if makers.iter().all(|known| known.referent != maker.referent) {
                makers.push(*maker);
            }
        }
        if asked || makers.len() == last.makers.len() {
            return makers;
        }
        let one_side = |step: &&Step| !clause.are_apart(&step.makers, &last.makers);
        if all.iter().all(one_side) { last.makers.clone() } else { Vec::new() }
    }

    /// Who did what a noun of force or punishment means, or any such deed.
    fn doers_meant(&self, named: Option<Predicate>, before: usize, judge: &Parties, out: &[Relation]) -> Vec<Party> {
        let same = |told: Predicate| match named {
            Some(named) => named == told || is_force(named) && is_force(told),
            None => is_force(told) || told == Predicate::Sanctioned,
        };
        let start = self.clause.units.get(before).map_or(usize::MAX, |unit| self.tokens.tokens[unit.start].span.start);
        let here = self
            .own(out)
            .iter()
            .filter(|told| same(told.predicate) && told.status == Status::Happened && told.trigger.start < start);
        let here = here.map(|told| Party {
            referent: told.subject,
            span: told.subject_span,
            kind: kind_of_party(self.reader, told.subject),
            gender: None,
        });
        let mut doers: Vec<Party> = Vec::new();
        let known = |doers: &[Party], doer: &Party| doers.iter().any(|known| known.referent == doer.referent);
        for doer in here {
            if !known(&doers, &doer) {
                doers.push(doer);
            }
        }
        if doers.is_empty() {
            for &(doer, _) in self.clause.memory.deeds.iter().filter(|deed| same(deed.1)) {
                if !known(&doers, &doer) {
                    doers.push(doer);
                }
            }
        }
        if self.clause.are_apart(&judge.list, &doers) { doers } else { Vec::new() }
    }

    /// "The raid drew condemnation from Egypt": who judges it is named behind the noun that says how.
    fn judgement_drawn(&self, noun: usize, out: &mut Vec<Relation>) {
        const WORDS: usize = 4;
        let (clause, units) = (self.clause, self.clause.units);
        let from = noun + 1 < units.len() && clause.is_preposition_of(noun + 1, "from");
        if !from || noun + 2 >= units.len() || !clause.bare_party(noun + 2) {
            return;
        }
        let judged = [Predicate::Criticised, Predicate::Praised];
        let Some(predicate) = judged.into_iter().find(|&wanted| clause.tells(noun, |told| told == wanted)) else {
            return;
        };
        let open = |at: &usize| units[*at].phrase().is_none() && !units[*at].is_mark();
        let draws = |at: &usize| self.begins_listed(WordList::Draws, *at);
        let Some(verb) = (noun.saturating_sub(WORDS)..noun).rev().take_while(open).find(draws) else { return };
        let chain = clause.chain_start(verb);
        let Some((things, _)) = chain.checked_sub(1).and_then(|thing| self.things_meant(thing, chain)) else { return };
        if self.is_hedged(verb, verb) {
            return;
        }
        let judge = clause.list(noun + 2);
        for thing in
            things.into_iter().filter(|thing| !matches!(thing, Thing::Step(StepKind::Charge | StepKind::Demand)))
        {
            let makers = self.makers_meant(thing, chain, &judge, out);
            if !makers.is_empty() {
                self.says_of(noun, predicate, &judge, &Parties::new(makers, 0.75, noun), out);
                return;
            }
        }
    }

    /// "Syria vowed to retaliate", "threatened to respond to the attack": whoever did what is to be answered is threatened.
    fn vows_to_answer(&self, verb: usize, out: &mut Vec<Relation>) {
        const NEAR: usize = 4;
        let (clause, units) = (self.clause, self.clause.units);
        let vows = self.begins_listed(WordList::Vows, verb) || clause.tells(verb, |told| told == Predicate::Threatened);
        let open = |at: &usize| units[*at].phrase().is_none() && !units[*at].is_mark();
        let end = units.len().min(verb + 1 + NEAR);
        // "vowed to retaliate" is one verb.
        let within = Some(verb).filter(|&verb| self.ends_listed(WordList::Retaliates, verb));
        let answers = || {
            within.or_else(|| (verb + 1..end).take_while(open).find(|&at| self.begins_listed(WordList::Retaliates, at)))
        };
        let Some(answer) = vows.then(answers).flatten() else { return };
        // "to retaliate against Rwanda" tells against whom.
        let named = units[answer + 1..units.len().min(answer + 1 + NEAR)]
            .iter()
            .take_while(|unit| {
                !unit.is_mark() && !unit.has(|c| matches!(c, Class::Circumstance | Class::After | Class::If))
            })
            .any(|unit| unit.phrase().is_some());
        let Some(judge) = self.judge(verb).filter(|_| !named) else { return };
        // "vowed to retaliate after Kenya bombed it": what is told behind has been before.
        let doers = self.doers_meant(None, units.len(), &judge, out);
        if !doers.is_empty() {
            self.says_of(verb, Predicate::Threatened, &judge, &Parties::new(doers, 0.75, verb + 1), out);
        }
    }

    /// "Iran refused", "declined to do so": whether a verb turns down what was asked, with no object of its own.
    fn refuses_all(&self, verb: usize) -> bool {
        let units = self.clause.units;
        let refuses = self.begins_listed(WordList::Refuses, verb);
        let ends = |at: usize| units.get(at).is_none_or(Unit::is_mark);
        let complies =
            units.get(verb + 1).is_some_and(Unit::is_to) && matches!(self.word_at(verb + 2), b"comply" | b"do");
        units[verb].kind == Kind::Verb && refuses && (ends(verb + 1) || complies)
    }
}
