//! English: who says that another does wrong. "Macron said Russia had breached the treaty", "Hamas is a terrorist group, Kerry said".

use super::clause::{Clause, Parties};
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Predicate, Trigger};

/// How far what is said may stand from the word that says who says it.
const REACH: usize = 22;

impl Clause<'_> {
    /// Returns who says the clause whose verb stands at a unit, in words that charge another: he is told with it, and is no compatriot.
    pub(super) fn accuser(&self, at: usize, charged: Option<&Parties>) -> Parties {
        let charged = charged.filter(|own| !own.is_empty() && !own.carried && !own.opaque && !own.group);
        let plain = self.units[at].kind != Kind::Verb || self.verb_form(at) == VerbForm::Finite;
        let Some(charged) = charged.filter(|_| plain) else { return Parties::default() };
        self.teller_of(self.chain_start(at), at, charged).unwrap_or_default()
    }

    /// Who says of others what the clause between two units tells: before it, or behind a comma.
    pub(super) fn teller_of(&self, chain: usize, at: usize, charged: &Parties) -> Option<Parties> {
        let found = self.teller_before(chain, charged).or_else(|| self.teller_behind(chain, at))?;
        self.are_apart(&found.list, &charged.list).then_some(found)
    }

    /// "Macron said that Russia had …", "saying Russia was …": the verb of saying that has the clause before a unit as what is said.
    fn teller_before(&self, chain: usize, charged: &Parties) -> Option<Parties> {
        let mut that = false;
        for before in (chain.saturating_sub(REACH)..chain).rev() {
            let unit = &self.units[before];
            let word = unit.phrase().is_none();
            let hedged = word && unit.has(|class| matches!(class, Class::Possible | Class::Relative));
            if unit.is_stop() || word && unit.is(Class::If) || hedged && !unit.is(Class::Complement) {
                return None;
            }
            // "said that if Iran broke it"
            if word && unit.is(Class::Complement) && unit.has(|class| matches!(class, Class::If)) {
                return None;
            }
            // "told him that accusations Hamas was behind it"
            if word && unit.kind == Kind::Noun && self.tells(before, |told| told == Predicate::Criticised) {
                return None;
            }
            // "said there was no sign that Serbia was behind it"
            if that && word && unit.has(|c| matches!(c, Class::Negation | Class::Denied | Class::Auxiliary)) {
                return None;
            }
            // "said that rumours in the press that Serbia was behind it"
            if that && word && unit.is(Class::Complement) {
                return None;
            }
            that |= word && unit.is(Class::Complement);
            if unit.kind != Kind::Verb {
                continue;
            }
            let own = self.subjects[before].as_ref().filter(|found| !found.is_empty() && !found.opaque)?;
            // "said Iran supports the group and has broken its word": another verb of the same subject.
            if !self.tells_speech(before) {
                let same = own.list == charged.list && self.verb_form(before) == VerbForm::Finite;
                if same { continue } else { return None }
            }
            // "said Pompeo" comes behind what is said; what stands behind a comma is no more of it.
            let inverted = own.end > before + 1 && !own.carried;
            let apart = !that && (before + 1..chain).any(|i| self.units[i].is_mark());
            let form = self.verb_form(before);
            let goes_on = matches!(form, VerbForm::Gerund);
            let refused = (self.chain_start(before)..=before)
                .any(|i| self.units[i].has(|c| matches!(c, Class::Negation | Class::Denied | Class::If)));
            if inverted || apart || refused || own.carried && !goes_on || !(goes_on || form == VerbForm::Finite) {
                return None;
            }
            return Some(Parties { confidence: own.confidence * 0.9, end: chain, ..own.clone() });
        }
        None
    }

    /// "Russia has broken its word, Macron said", "…, said Macron": who says what stands before the comma, with which the sentence begins.
    fn teller_behind(&self, chain: usize, at: usize) -> Option<Parties> {
        let opens = |unit: &Unit| unit.is_stop() || unit.kind == Kind::Verb || unit.is(Class::If);
        if self.units[..chain].iter().any(opens) {
            return None;
        }
        let end = self.units.len().min(at + REACH);
        let comma = (at + 1..end)
            .take_while(|&i| !self.units[i].is_stop() && !self.units[i].is(Class::Relative))
            .find(|&i| self.units[i].is_comma() && self.says_behind(i))?;
        let party = comma + 1 + usize::from(self.units[comma + 1].kind == Kind::Verb);
        let list = self.list(party);
        (!list.is_empty()).then_some(Parties { confidence: list.confidence * 0.85, end: at + 1, ..list })
    }

    /// ", Macron said", ", said Macron": whether one party and a verb of saying follow a comma.
    fn says_behind(&self, comma: usize) -> bool {
        let verb = |i: usize| self.units.get(i).is_some_and(|unit| unit.kind == Kind::Verb) && self.tells_speech(i);
        let party = |i: usize| i < self.units.len() && self.bare_party(i);
        verb(comma + 1) && party(comma + 2) || party(comma + 1) && verb(comma + 2)
    }
}

impl Sentence<'_> {
    /// Returns whether what a verb tells of another is a charge, or a threat of what will come to him: "has broken", but not "would break".
    pub(super) fn is_charge_in_english(&self, at: usize, trigger: &Trigger, object: &Parties) -> bool {
        let clause = self.clause;
        let chain = clause.chain_start(at)..at;
        let word = |i: usize| self.tokens.form(&self.tokens.tokens[clause.units[i].start]);
        let ahead = |i: usize| matches!(word(i), b"will" | b"would" | b"shall" | b"must" | b"'ll");
        let hedged =
            |i: usize| matches!(word(i), b"may" | b"might" | b"could" | b"can" | b"should" | b"if" | b"to" | b"unless");
        let negated = chain.clone().any(|i| clause.units[i].is(Class::Negation));
        let threat = trigger.predicate == Some(Predicate::Threatened);
        let refused = |i: usize| clause.units[i].has(|class| matches!(class, Class::Denied | Class::If));
        negated == trigger.flags.negated
            && chain.clone().any(ahead) == threat
            && !chain.clone().any(|i| hedged(i) || refused(i) && !negated)
            && object.list.iter().all(|party| !self.is_earlier(party))
            && !object.carried
    }
}
