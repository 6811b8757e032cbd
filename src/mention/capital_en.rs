//! Capitals in English that stand for their governments: in a list whose verb follows, behind "by", and behind "from" where it
//! follows what one government tells or asks another.

use super::kind::MentionType;
use super::reader::Reader;
use crate::dictionary::{Kinds, Payload};
use crate::gazetteer::{AliasKind, EntityKind};
use crate::lexicon::{Class, Item, Predicate, Shape, Slot};
use crate::text::{Clitics, Gap};

/// So many governments may stand in a list.
const MOST: usize = 6;

impl Reader<'_> {
    /// Returns whether a capital at the tokens `at..end` acts, by what stands before it or by the list that it opens.
    pub(super) fn acts_in_english(&self, at: usize, end: usize) -> bool {
        self.is_joined_to_government(at) || self.is_agent(at) || self.opens_list_that_acts(at, end)
    }

    /// "Ankara and Cairo", "Moscow, Tehran": behind a capital that acts.
    fn is_joined_to_government(&self, at: usize) -> bool {
        let Some(before) = self.item_before(at) else { return false };
        self.mentions.last().is_some_and(|found| {
            found.kind == MentionType::Metonym && found.span.end == self.tokens.tokens[before].span.end
        })
    }

    /// Returns the last token of the item of a list that ends before a token.
    fn item_before(&self, at: usize) -> Option<usize> {
        let and = at > self.range.0 && self.joined(at) && self.form(at - 1) == b"and";
        let behind = if and { at - 1 } else { at };
        let comma = self.tokens.tokens[behind].gap == Gap::Punct(b',');
        (and && self.joined(behind) || comma)
            .then(|| behind.checked_sub(1))
            .flatten()
            .filter(|&last| last >= self.range.0)
    }

    /// "accused by Kyiv", "a demand from Washington".
    fn is_agent(&self, at: usize) -> bool {
        if at < self.range.0 + 2 || !self.joined(at) || !self.joined(at - 1) {
            return false;
        }
        match self.form(at - 1) {
            b"by" => self.may_be_verb(at - 2) || self.tells_from(at - 2, "by"),
            b"from" => self.tells_from(at - 2, "from"),
            _ => false,
        }
    }

    /// Returns whether a noun stands at a token that has who tells or asks something behind a preposition: "a demand from".
    fn tells_from(&self, at: usize, preposition: &str) -> bool {
        let lexicon = &self.knowledge.lexicon;
        let Some(wanted) = lexicon.preposition_id(preposition) else { return false };
        let moves = |predicate: Predicate| matches!(predicate, Predicate::Attacked | Predicate::Visited);
        self.scan.at(at).iter().filter(|hit| hit.kinds.has(Kinds::FORM)).any(|hit| {
            self.knowledge.dictionary.meanings(lexicon, hit.node).any(|(_, item)| match item {
                Item::Form(form) if matches!(form.shape, Shape::Noun { .. }) => {
                    let trigger = lexicon.trigger(form.trigger);
                    trigger.subject.contains(&Slot::Prep(wanted)) && trigger.predicate.is_some_and(|told| !moves(told))
                }
                _ => false,
            })
        })
    }

    /// "Ankara and Cairo agreed": a list of governments, behind which a verb stands.
    fn opens_list_that_acts(&self, at: usize, end: usize) -> bool {
        let mut end = end;
        let mut last = false;
        for _ in 1..MOST {
            let Some((next, and)) = self.item_behind(end) else { break };
            let Some(stop) = self.government_at(next) else { break };
            (end, last) = (stop, and);
        }
        last && self.joined(end) && !self.is_placed(at) && self.opens_predicate(end)
    }

    fn opens_predicate(&self, at: usize) -> bool {
        let auxiliary = |class| matches!(class, Class::Auxiliary | Class::Future);
        self.may_be_verb(at) || self.class(at, Kinds::AUXILIARY, auxiliary).is_some()
    }

    fn is_placed(&self, at: usize) -> bool {
        at > self.range.0 && self.class(at - 1, Kinds::PREPOSITION, |class| self.is_place_preposition(class)).is_some()
    }

    /// Returns where the next item of a list begins, and whether "and" stands before it.
    fn item_behind(&self, end: usize) -> Option<(usize, bool)> {
        if end + 1 >= self.range.1 {
            return None;
        }
        let comma = self.tokens.tokens[end].gap == Gap::Punct(b',');
        if !comma && !self.joined(end) {
            return None;
        }
        match self.form(end) {
            b"and" if self.joined(end + 1) => Some((end + 1, true)),
            _ if comma => Some((end, false)),
            _ => None,
        }
    }

    /// Returns one past the name of a country or of a capital at a token.
    fn government_at(&self, at: usize) -> Option<usize> {
        let government = |payload: &Payload| match *payload {
            Payload::Alias(alias) => {
                let alias = self.knowledge.gazetteer.alias(alias);
                alias.kind == AliasKind::Metonym
                    || self.knowledge.gazetteer.get(alias.entity).kind == EntityKind::Country
            }
            _ => false,
        };
        let hits = self.scan.at(at).iter().filter(|hit| hit.clitics == Clitics::NONE && self.tokens.tokens[at].capital);
        hits.filter(|hit| self.knowledge.dictionary.payloads(hit.node).iter().any(government))
            .map(|hit| hit.end as usize)
            .max()
    }
}
