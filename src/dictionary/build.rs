//! Rows in, the tables out; rows that a user adds to a dictionary that is there already take the same road.

use std::collections::HashMap;
use std::sync::Arc;

use super::variants::VariantRows;
use super::{BEHIND, Dictionary, Edges, GIVEN, IN_NAME, Kinds, LEADS_ON, PLACE, Payload, Variants, lead_key};
use crate::compiled::Flat;
use crate::document::Lang;
use crate::gazetteer::{Alias, AliasKind, Demonym, EntityId, EntityKind, Gazetteer, Gender, Number};
use crate::lexicon::{Class, Item, Lexicon, Whose};
use crate::text::{Tokens, Vocabulary, WordId, normal_form, words};

/// How many rows of each sort a dictionary holds already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) aliases: usize,
    pub(crate) demonyms: usize,
    pub(crate) titles: usize,
    pub(crate) entries: usize,
}

impl Dictionary {
    /// Builds the dictionary of a gazetteer and a lexicon.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, lexicon: &Lexicon) -> Dictionary {
        let builder = Builder::over(Dictionary::default(), Held::default());
        builder.build(gazetteer, lexicon)
    }

    /// Adds the rows behind those that `self` holds, as if all had been there from the start; `None` where a new name takes
    /// from what is there: as سوريا, which is no accusative of "Syrian" where it is a name.
    #[cfg_attr(not(test), allow(dead_code, reason = "the program joins, the build script does not"))]
    pub(crate) fn joined(self, held: Held, gazetteer: &Gazetteer, lexicon: &Lexicon) -> Option<Dictionary> {
        let mut builder = Builder::over(self, held);
        builder.add_rows(gazetteer, lexicon);
        (!builder.takes).then(|| builder.finish(gazetteer, lexicon))
    }
}

#[derive(Default)]
struct Builder {
    /// What is there already.
    base: Dictionary,
    held: Held,
    vocabulary: Vocabulary,
    first: Vec<u32>,
    next: Edges,
    /// Each new payload with its node, in the order of the data.
    payloads: Vec<(u32, Payload)>,
    /// For each node, whether a name ends there; the root is the first.
    named: Vec<bool>,
    marks: Vec<u8>,
    variants: VariantRows,
    tokens: Tokens,
    path: Vec<WordId>,
    /// A new name stands where there was an accusative, which would not have been made beside it.
    takes: bool,
}

impl Builder {
    fn over(mut base: Dictionary, held: Held) -> Builder {
        let mut named = vec![false; base.node_count().max(1)];
        for (node, named) in named.iter_mut().enumerate().take(base.node_count()) {
            *named = base.payloads(node as u32).any(|payload| matches!(payload, Payload::Alias(_)));
        }
        Builder {
            held,
            vocabulary: std::mem::take(&mut base.vocabulary),
            first: std::mem::take(&mut base.first).into_owned(),
            next: std::mem::take(&mut base.next).counted(),
            marks: std::mem::take(&mut base.marks).into_owned(),
            named,
            base,
            ..Builder::default()
        }
    }

    fn build(mut self, gazetteer: &Gazetteer, lexicon: &Lexicon) -> Dictionary {
        self.add_rows(gazetteer, lexicon);
        self.finish(gazetteer, lexicon)
    }

    fn add_rows(&mut self, gazetteer: &Gazetteer, lexicon: &Lexicon) {
        let held = self.held;
        for (index, alias) in (0..).zip(gazetteer.aliases()).skip(held.aliases) {
            self.add_alias(gazetteer, alias, index);
        }
        self.add_bare_bodies(gazetteer);
        for (index, demonym) in (0..).zip(gazetteer.demonyms()).skip(held.demonyms) {
            self.add(&demonym.text, Payload::Demonym(index));
            self.add_accusative(demonym, index);
        }
        for (index, title) in (0..).zip(gazetteer.titles()).skip(held.titles) {
            self.add(&title.text, Payload::Title(index));
        }
        for (index, entry) in (0..).zip(lexicon.entries()).skip(held.entries) {
            self.add(entry.text, Payload::Lexicon(index));
            if let Item::Class(Class::FirstName) = entry.item {
                self.mark(self.path[0], IN_NAME | GIVEN);
            }
        }
    }

    fn add_alias(&mut self, gazetteer: &Gazetteer, alias: Alias<'_>, index: u32) {
        self.add(alias.text, Payload::Alias(index));
        let entity = gazetteer.get(alias.entity);
        if entity.kind != EntityKind::Person {
            return;
        }
        self.variants.add(gazetteer, alias, entity.country, &self.tokens);
        if matches!(alias.kind, AliasKind::Name | AliasKind::Surname | AliasKind::First | AliasKind::Variant) {
            for at in 0..self.path.len() {
                self.mark(self.path[at], IN_NAME);
            }
            if let [given, _, ..] = self.path[..] {
                self.mark(given, GIVEN);
            }
        }
    }

    /// Adds a form; its words are in `path` until the next.
    fn add(&mut self, text: &str, payload: Payload) {
        let node = self.walk(text);
        if node == 0 {
            return;
        }
        self.payloads.push((node, payload));
        if let Payload::Alias(_) = payload {
            let is_new = !std::mem::replace(&mut self.named[node as usize], true);
            let is_held = (node as usize) < self.base.node_count();
            let demonym = |payload: Payload| matches!(payload, Payload::Demonym(_));
            self.takes |= is_new && is_held && self.base.payloads(node).any(demonym);
        }
    }

    /// Returns the node of a form, making those that are missing.
    fn walk(&mut self, text: &str) -> u32 {
        self.tokens.read(text);
        self.path.clear();
        let mut node = 0;
        for token in &self.tokens.tokens {
            let word = self.vocabulary.intern(self.tokens.form(token));
            let new = self.named.len() as u32;
            let next = if self.path.is_empty() {
                let index = word.0 as usize;
                if self.first.len() <= index {
                    self.first.resize(index + 1, 0);
                }
                if self.first[index] == 0 {
                    self.first[index] = new;
                }
                self.first[index]
            } else {
                self.next.insert(node, word.0, new)
            };
            if next == new {
                self.named.push(false);
            }
            self.path.push(word);
            node = next;
        }
        for at in 1..self.path.len() {
            self.mark(self.path[at], BEHIND);
        }
        node
    }

    /// Adds وزارة الدفاع for وزارة الدفاع المصرية: a ministry, parliament, presidency or army that at home is named without its
    /// nationality.
    fn add_bare_bodies(&mut self, gazetteer: &Gazetteer) {
        const OF_THE_STATE: [&str; 3] = ["رئاسة الجمهورية", "مؤسسة الرئاسة", "القوات المسلحة"];
        let mut nationalities: HashMap<Vec<u8>, Vec<EntityId>> = HashMap::new();
        for demonym in gazetteer.demonyms().iter().filter(|demonym| demonym.lang == Lang::Ar) {
            nationalities.entry(normal_form(&demonym.text)).or_default().push(demonym.country);
        }
        for (index, alias) in (0..).zip(gazetteer.aliases()).skip(self.held.aliases) {
            let entity = gazetteer.get(alias.entity);
            let Some(country) = entity.country.filter(|_| alias.lang == Lang::Ar) else { continue };
            let Some((name, last)) = alias.text.rsplit_once(' ') else { continue };
            if !matches!(entity.subkind, "ministry" | "parliament") && !OF_THE_STATE.contains(&name) {
                continue;
            }
            let own = nationalities.get(&normal_form(last)).is_some_and(|countries| countries.contains(&country));
            // الخارجية alone is too little.
            if own && name.contains(' ') {
                self.add(name, Payload::Bare(index));
            }
        }
    }

    /// Adds عراقيا for عراقي, where nothing else is called so: سوريا is the country.
    fn add_accusative(&mut self, demonym: &Demonym, index: u32) {
        let masculine = demonym.gender == Some(Gender::Masculine) && demonym.number == Number::Singular;
        let indefinite = demonym.text.ends_with('ي') && !demonym.text.starts_with("ال") && !demonym.text.contains(' ');
        if demonym.lang != Lang::Ar || !masculine || !indefinite {
            return;
        }
        let node = self.walk(&format!("{}ا", demonym.text));
        if node != 0 && !self.named[node as usize] {
            self.payloads.push((node, Payload::Demonym(index)));
        }
    }

    fn mark(&mut self, word: WordId, bits: u8) {
        let index = word.0 as usize;
        if self.marks.len() <= index {
            self.marks.resize(index + 1, 0);
        }
        self.marks[index] |= bits;
    }

    fn finish(mut self, gazetteer: &Gazetteer, lexicon: &Lexicon) -> Dictionary {
        let held = self.held;
        let variants = std::mem::take(&mut self.variants).finish(std::mem::take(&mut self.base.variants));
        let (leads, lengths) = (std::mem::take(&mut self.base.leads), std::mem::take(&mut self.base.lead_lengths));
        let mut dictionary = self.freeze();
        dictionary.variants = variants;
        let kinds = |node: u32| {
            let mut all = Kinds::default();
            dictionary.payloads(node).for_each(|payload| all.add(Kinds::of(payload, lexicon)));
            u64::from(all.0)
        };
        let kinds: Vec<u64> = (0..dictionary.node_count() as u32).map(kinds).collect();
        let nodes = dictionary.nodes.to_mut();
        nodes.iter_mut().zip(kinds).for_each(|(node, kinds)| *node |= kinds);
        dictionary.next.parents().for_each(|node| nodes[node as usize] |= LEADS_ON);
        let meaning = |&packed: &u32| match Payload::unpacked(packed) {
            Payload::Lexicon(index) => lexicon.packed_meaning(index),
            _ => 0,
        };
        dictionary.meanings = dictionary.payloads.iter().map(meaning).collect::<Vec<_>>().into();
        let mut leads: Vec<(u64, u8)> = leads.iter().copied().zip(lengths.iter().copied()).collect();
        leads.extend(dictionary.find_leads(held, gazetteer, lexicon));
        leads.sort_unstable();
        leads.dedup();
        dictionary.leads = leads.iter().map(|lead| lead.0).collect::<Vec<_>>().into();
        dictionary.lead_lengths = leads.iter().map(|lead| lead.1).collect::<Vec<_>>().into();
        dictionary
    }

    /// Lays the payloads out by their nodes: those of a node by their sort, and then in the order of the data.
    fn freeze(mut self) -> Dictionary {
        self.first.resize(self.vocabulary.len(), 0);
        self.marks.resize(self.vocabulary.len(), 0);
        let (base, new) = (&self.base, &self.payloads);
        let held = base.node_count() as u32;
        let mut starts = vec![0_u32; self.named.len() + 1];
        (0..held).for_each(|node| starts[node as usize + 1] = base.packed(node).len() as u32);
        new.iter().for_each(|&(node, _)| starts[node as usize + 1] += 1);
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut payloads = vec![0; base.payloads.len() + new.len()];
        // Filled from the end of each node, the last first, so that the starts need no second column.
        for &(node, payload) in new.iter().rev() {
            let end = &mut starts[node as usize + 1];
            *end -= 1;
            payloads[*end as usize] = payload.packed();
        }
        for node in 0..held {
            let (here, end) = (base.packed(node), &mut starts[node as usize + 1]);
            *end -= here.len() as u32;
            payloads[*end as usize..][..here.len()].copy_from_slice(here);
        }
        // Each place now tells where its node before ended, that is where its own begins.
        starts.rotate_left(1);
        if let Some(last) = starts.last_mut() {
            *last = payloads.len() as u32;
        }
        let (mut kept, mut from) = (0, 0);
        for node in 0..self.named.len() {
            let end = starts[node + 1] as usize;
            if (node as u32) < held && end - from > 1 {
                payloads[from..end].sort_unstable_by_key(|&payload| Payload::rank(payload));
            }
            let start = kept;
            for at in from..end {
                let payload = payloads[at];
                if !payloads[start..kept].contains(&payload) {
                    payloads[kept] = payload;
                    kept += 1;
                }
            }
            starts[node] = start as u32;
            from = end;
        }
        if let Some(last) = starts.last_mut() {
            *last = kept as u32;
        }
        payloads.truncate(kept);
        Dictionary {
            vocabulary: self.vocabulary,
            first: self.first.into(),
            next: self.next,
            nodes: starts.iter().map(|&start| u64::from(start) << PLACE).collect::<Vec<_>>().into(),
            payloads: payloads.into(),
            meanings: Flat::default(),
            marks: self.marks.into(),
            leads: Flat::default(),
            lead_lengths: Flat::default(),
            variants: Variants::default(),
            identity: Arc::default(),
        }
    }
}

impl Dictionary {
    /// مدينة رفح, إقليم دارفور: names that begin with what they are, of a place or where the rest is a name as well. Of
    /// names that are held already those are looked at whose entity has got a new one.
    fn find_leads(&self, held: Held, gazetteer: &Gazetteer, lexicon: &Lexicon) -> Vec<(u64, u8)> {
        let mut generic: HashMap<Vec<Vec<u8>>, Whose> = HashMap::new();
        let mut first: Vec<&str> = Vec::new();
        for entry in lexicon.entries() {
            if let Item::Class(Class::Generic(whose)) = entry.item {
                generic.insert(words(entry.text), whose);
                first.extend(entry.text.split(' ').next());
            }
        }
        let openings = Openings::of(&first);
        let mut named_anew = vec![held.aliases == 0; gazetteer.entities().len()];
        gazetteer.aliases().skip(held.aliases).for_each(|alias| named_anew[alias.entity.0 as usize] = true);
        let mut leads = Vec::new();
        for alias in gazetteer.aliases() {
            // Most aliases are left out by their letters, before anything is computed.
            if alias.kind == AliasKind::Official
                || !named_anew[alias.entity.0 as usize]
                || !openings.may_open(alias.text)
                || !first.iter().any(|word| alias.text.starts_with(word))
            {
                continue;
            }
            let name = words(alias.text);
            let Some((head, &whose)) =
                (1..=2.min(name.len().saturating_sub(1))).rev().find_map(|n| generic.get_key_value(&name[..n]))
            else {
                continue;
            };
            let entity = gazetteer.get(alias.entity);
            let any = match whose {
                Whose::Named => false,
                Whose::Place => matches!(entity.kind, EntityKind::City | EntityKind::Region),
                Whose::Media => entity.subkind == "media",
            };
            let own = |payload: Payload| matches!(payload, Payload::Alias(index) if gazetteer.alias(index).entity == alias.entity);
            let rest = self.node(&name[head.len()..]).is_some_and(|node| self.payloads(node).any(own));
            if (rest || any)
                && let Some(node) = self.node(&name)
            {
                leads.push((lead_key(node, alias.entity), head.len() as u8));
            }
        }
        leads
    }
}

/// The first letters of words: a look that spares most comparisons with the words.
struct Openings {
    pairs: Vec<[u8; 4]>,
    /// A word is too short for that.
    any: bool,
}

impl Openings {
    fn of(words: &[&str]) -> Openings {
        let mut pairs: Vec<[u8; 4]> = words.iter().filter_map(|word| word.as_bytes().first_chunk().copied()).collect();
        let any = pairs.len() < words.len();
        pairs.sort_unstable();
        pairs.dedup();
        Openings { pairs, any }
    }

    fn may_open(&self, text: &str) -> bool {
        self.any || text.as_bytes().first_chunk().is_some_and(|pair| self.pairs.binary_search(pair).is_ok())
    }
}
