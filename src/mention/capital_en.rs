//! Capitals in English that stand for their governments: in a list whose verb follows, behind "by", behind "from" where it
//! follows what one government tells or asks another, and at the head of a clause where something stands before its verb.

use super::kind::MentionType;
use super::phrase::Referent;
use super::reader::Reader;
use crate::dictionary::{Kinds, Payload};
use crate::gazetteer::{AliasKind, EntityKind};
use crate::lexicon::{Class, Item, Predicate, Shape, Slot, Tense, WordList};
use crate::text::{Clitics, Gap};

/// So many governments may stand in a list.
const MOST: usize = 6;
/// So many words may stand between the commas behind a capital.
const MOST_ASIDE: usize = 9;
/// So many adverbs may stand before a verb.
const MOST_ADVERBS: usize = 3;

impl Reader<'_> {
    /// Returns whether a capital at the tokens `at..end` acts, by what stands before it or by the list that it opens.
    pub(super) fn acts_in_english(&self, at: usize, end: usize) -> bool {
        self.is_joined_to_government(at)
            || self.is_agent(at)
            || self.owns_stance(end)
            || self.opens_list_that_acts(at, end)
            || self.has_allies(end)
            || self.heads_clause(at)
                && (self.acts_further_on(end) || self.acts_in_relative(end) || self.acts_behind(end))
    }

    /// "Ankara and its Gulf allies": only a government has any.
    fn has_allies(&self, end: usize) -> bool {
        const WORDS: usize = 4;
        let joins = end + 2 < self.range.1
            && self.form(end) == b"and"
            && matches!(self.form(end + 1), b"its" | b"their")
            && (end..end + 2).all(|token| self.joined(token));
        let last = self.range.1.min(end + 2 + WORDS);
        let friend = |token: usize| self.knowledge.lexicon.lists(WordList::Allies, self.form(token));
        joins && (end + 2..last).take_while(|&token| self.joined(token)).any(friend)
    }

    /// Returns whether a capital at a token is the first word of its clause: what stands before it opens one, and is no other city.
    fn heads_clause(&self, at: usize) -> bool {
        if at == self.range.0 {
            return true;
        }
        let opens = |class| matches!(class, Class::Conj | Class::Complement | Class::Circumstance);
        let kinds = Kinds::CONJUNCTION.with(Kinds::CLAUSE).with(Kinds::FUNCTION);
        let preposition = |class| matches!(class, Class::Prep(_));
        let word = self.joined(at)
            && self.class(at - 1, kinds, opens).is_some()
            && self.class(at - 1, Kinds::PREPOSITION, preposition).is_none();
        let comma = self.tokens.tokens[at].gap == Gap::Punct(b',');
        let last = if comma { Some(at - 1) } else { at.checked_sub(2) };
        let behind_city = last.filter(|&last| last >= self.range.0).is_some_and(|last| self.ends_city(last));
        (word || comma) && !behind_city
    }

    /// Returns whether the mention found last is a city, and ends with a token.
    fn ends_city(&self, last: usize) -> bool {
        self.mentions.last().is_some_and(|found| {
            let city = match found.referent {
                Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::City,
                Referent::New(_) => false,
            };
            city && found.span.end == self.tokens.tokens[last].span.end
        })
    }

    /// "Ankara also", "Ankara on Monday": returns one past the adverbs and the day that begin at a token.
    fn over_adverbs(&self, mut at: usize) -> usize {
        for _ in 0..MOST_ADVERBS {
            let day = usize::from(at < self.range.1 && self.form(at) == b"on");
            let kinds = Kinds::CLASS.with(Kinds::FUNCTION).with(Kinds::TIME);
            let adverb = |class| match class {
                Class::Skip => day == 0,
                Class::Weekday(_) => true,
                _ => false,
            };
            match self.class(at + day, kinds, adverb) {
                Some((end, _)) if self.class(at, Kinds::AUXILIARY, |class| class == Class::Auxiliary).is_none() => {
                    at = end
                }
                _ => break,
            }
        }
        at
    }

    /// "Ankara also accuses", "Ankara on Monday condemned".
    fn acts_further_on(&self, end: usize) -> bool {
        let verb = self.over_adverbs(end);
        verb > end && self.joined(end) && self.joined(verb) && self.opens_predicate(verb)
    }

    /// "Ankara, which has backed": a government, and no place that is shelled, or where somebody is received.
    fn acts_in_relative(&self, end: usize) -> bool {
        if end + 1 >= self.range.1
            || self.tokens.tokens[end].gap != Gap::Punct(b',')
            || !matches!(self.form(end), b"which" | b"who")
        {
            return false;
        }
        let mut verb = self.over_adverbs(end + 1);
        let perfect = verb < self.range.1 && matches!(self.form(verb), b"has" | b"had" | b"have");
        let progressive = verb < self.range.1 && matches!(self.form(verb), b"is" | b"was" | b"are");
        if perfect || progressive {
            verb = self.over_adverbs(verb + 1);
        }
        self.is_deed(verb, |tense| (tense == Tense::Gerund) == progressive)
    }

    /// "Ankara, however, rejected", "Ankara, angered by the move, accused": a verb behind what stands between commas, which is not where
    /// the city lies.
    fn acts_behind(&self, end: usize) -> bool {
        if end >= self.range.1 || self.tokens.tokens[end].gap != Gap::Punct(b',') || self.tokens.tokens[end].capital {
            return false;
        }
        let last = self.range.1.min(end + MOST_ASIDE + 1);
        let Some(verb) = (end + 1..last).find(|&token| !self.joined(token)) else { return false };
        if self.tokens.tokens[verb].gap != Gap::Punct(b',') {
            return false;
        }
        let adverb = self.over_adverbs(end) == verb;
        let open = |class| matches!(class, Class::Relative | Class::Conj | Class::Complement);
        let aside = !matches!(self.form(end), b"where" | b"home" | b"when")
            && self.class(end, Kinds::CLAUSE.with(Kinds::CONJUNCTION), open).is_none();
        let verb = if adverb { verb } else { self.over_adverbs(verb) };
        adverb && self.opens_predicate(verb)
            || aside && self.is_deed(verb, |tense| matches!(tense, Tense::Past | Tense::Present))
    }

    /// Returns whether a verb of what governments do or say, in one of the tenses, may stand at a token; of no journey or reception.
    fn is_deed(&self, at: usize, wanted: impl Fn(Tense) -> bool) -> bool {
        if at >= self.range.1 || !self.joined(at) && self.tokens.tokens[at].gap != Gap::Punct(b',') {
            return false;
        }
        let lexicon = &self.knowledge.lexicon;
        let placed = |told: Predicate| matches!(told, Predicate::Hosted | Predicate::Visited | Predicate::Met);
        self.scan.at(at).iter().filter(|hit| hit.kinds.has(Kinds::VERB)).any(|hit| {
            self.knowledge.dictionary.meanings(lexicon, hit.node).any(|(_, item)| match item {
                Item::Form(form) => {
                    let trigger = lexicon.trigger(form.trigger);
                    let tense = matches!(form.shape, Shape::Verb { tense, .. } if wanted(tense));
                    tense && (trigger.flags.speech || trigger.predicate.is_some_and(|told| !placed(told)))
                }
                Item::Class(_) => false,
            })
        })
    }

    /// "objected to Moscow's support for", "pointed to Washington's fresh sanctions": whether what a government does or says is owned by the
    /// capital that ends here; not "in Tehran's airport", "in Kabul's bombing".
    fn owns_stance(&self, end: usize) -> bool {
        const MOST_ADJECTIVES: usize = 2;
        let owned = end < self.range.1 && self.tokens.tokens[end].gap == Gap::Joined && self.form(end) == b"s";
        let lexicon = &self.knowledge.lexicon;
        let placed = |told: Predicate| {
            use Predicate::{Attacked, Hosted, Met, NegotiatedWith, TalkedWith, Visited};
            matches!(told, Attacked | Hosted | Met | NegotiatedWith | TalkedWith | Visited)
        };
        let stance = |at: usize| {
            self.scan.at(at).iter().filter(|hit| hit.kinds.has(Kinds::FORM)).any(|hit| {
                self.knowledge.dictionary.meanings(lexicon, hit.node).any(|(_, item)| match item {
                    Item::Form(form) if matches!(form.shape, Shape::Noun { .. }) => {
                        lexicon.trigger(form.trigger).predicate.is_some_and(|told| !placed(told))
                    }
                    _ => false,
                })
            })
        };
        let going = |at: usize| {
            self.scan.at(at).iter().filter(|hit| hit.kinds.has(Kinds::FORM)).any(|hit| {
                self.knowledge.dictionary.meanings(lexicon, hit.node).any(|(_, item)| match item {
                    Item::Form(form) => lexicon.trigger(form.trigger).predicate.is_some_and(placed),
                    Item::Class(_) => false,
                })
            })
        };
        let act = |at: usize| self.class(at, Kinds::CLASS, |class| class == Class::Act).is_some() && !going(at);
        let noun = end + 1;
        let near = || (noun..self.range.1.min(noun + 1 + MOST_ADJECTIVES)).take_while(|&at| self.joined(at));
        owned && near().any(|at| stance(at) || act(at))
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
        let government = |payload: Payload| match payload {
            Payload::Alias(alias) => {
                let alias = self.knowledge.gazetteer.alias(alias);
                alias.kind == AliasKind::Metonym
                    || self.knowledge.gazetteer.get(alias.entity).kind == EntityKind::Country
            }
            _ => false,
        };
        let hits = self.scan.at(at).iter().filter(|hit| hit.clitics == Clitics::NONE && self.tokens.tokens[at].capital);
        hits.filter(|hit| self.knowledge.dictionary.payloads(hit.node).any(government))
            .map(|hit| hit.end as usize)
            .max()
    }
}
