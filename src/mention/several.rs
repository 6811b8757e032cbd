//! Several bodies of one kind, named behind its dual or plural: حركتا فتح وحماس, أحزاب الوفد والدستور والتجمع.

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use super::scan::Hit;
use super::title::TitleRun;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number};
use crate::lexicon::Class;
use crate::text::Clitics;
use crate::text::fold::{ALEF, HEH, NOON, TEH, WAW, YEH};
use smallvec::SmallVec;

/// What the singular of a word may be, and whether the word is its dual.
type Singulars = SmallVec<[(Vec<u8>, Number); 2]>;

/// The nodes of what the singular may be, and of each whether it is of a dual.
type Heads = SmallVec<[(u32, Number); 4]>;

/// Returns what the singular of a dual or plural in normal form may be: حزب of حزبا, حزبي and أحزاب, حركة of حركتا and حركات.
fn singulars(form: &[u8]) -> Singulars {
    let mut found = Singulars::new();
    let feminine = |stem: &[u8]| [stem, &[HEH]].concat();
    for ending in [&[ALEF][..], &[YEH], &[ALEF, NOON], &[YEH, NOON]] {
        match form.strip_suffix(ending) {
            Some([stem @ .., TEH]) => found.push((feminine(stem), Number::Dual)),
            Some(stem) => found.push((stem.to_vec(), Number::Dual)),
            None => {}
        }
    }
    if let Some(stem) = form.strip_suffix(&[ALEF, TEH]) {
        found.push((feminine(stem), Number::Plural));
        found.push((stem.to_vec(), Number::Plural));
    }
    // أفعال of فعل.
    if let [ALEF, first, second, ALEF, third] = *form {
        found.push((vec![first, second, third], Number::Plural));
    }
    found
}

impl Reader<'_> {
    /// "a Hamas leader", "another senior Hezbollah commander": whether an English title of a body says by its article or by a word of rank that
    /// others have it, too, so that it means nobody in particular.
    pub(super) fn is_one_of_several(&self, run: &TitleRun) -> bool {
        const MOST_WORDS: usize = 3;
        let body = |of: EntityId| self.knowledge.gazetteer.get(of).kind == EntityKind::Organisation;
        if self.lang != Lang::En || !(run.of.is_some_and(body) || run.body.is_some()) {
            return false;
        }
        let rank = |at: usize| self.class(at, Kinds::CLASS, |class| class == Class::Others).is_some();
        let adjective = |at: usize| {
            self.class(at, Kinds::CLASS, |class| matches!(class, Class::TitleAdjective { .. } | Class::Others))
                .is_some()
        };
        let first =
            (run.start.saturating_sub(MOST_WORDS).max(self.range.0)..run.start).rev().find(|&at| !adjective(at));
        let article = first.map(|at| self.form(at));
        matches!(article, Some(b"a" | b"an" | b"another"))
            || article != Some(b"the") && (run.start..run.title_end).any(rank)
    }
}

impl Reader<'_> {
    /// Reads bodies of one kind that their dual or plural at a token opens; each is known by its own name, or by its name
    /// with the singular before it (حزبا النور والوسط are حزب النور and حزب الوسط).
    pub(super) fn several_bodies(&mut self, at: usize) -> Option<Phrase> {
        let (head, heads) = self.opens_several(at)?;
        let mut next = head.end as usize;
        let mut referents = Referents::new();
        let mut span = None;
        while let Some(named) = self.one_of_several(next, &heads, !referents.is_empty()) {
            self.push_name(next, &named);
            span.get_or_insert(self.name_span(next, &named));
            referents.push(named.referent);
            next = named.end;
        }
        let span = span?;
        // حركتي فتح وحماس الفلسطينيتين: of which country they are.
        if self.joined(next)
            && let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(next)
        {
            self.found_demonym(next, skip, end, country);
            next = end;
        }
        Some(Phrase {
            start: at,
            end: next,
            clitics: head.clitics,
            referents,
            span,
            kind: PhraseKind::Body,
            named: true,
            gender: None,
            number: heads[0].1,
            office: None,
            of: None,
        })
    }

    /// Returns whether bodies of one kind are named behind their dual or plural at a token.
    pub(super) fn names_several(&self, at: usize) -> bool {
        let Some((head, heads)) = self.opens_several(at) else { return false };
        head.clitics == Clitics::NONE && self.one_of_several(head.end as usize, &heads, false).is_some()
    }

    /// The dual or plural at a token, and the nodes of what may be its singular.
    fn opens_several(&self, at: usize) -> Option<(Hit, Heads)> {
        if self.lang != Lang::Ar || at >= self.range.1 || !self.scan.kinds(at).has(Kinds::BODY) {
            return None;
        }
        let (&head, _) =
            self.classes(at, Kinds::BODY).find(|(hit, class)| *class == Class::Bodies && hit.end as usize == at + 1)?;
        let dictionary = &self.knowledge.dictionary;
        let heads: Heads = singulars(&self.tokens.form(&self.tokens.tokens[at])[head.skip as usize..])
            .into_iter()
            .filter_map(|(word, number)| Some((dictionary.start(dictionary.word(&word)?)?, number)))
            .collect();
        (!heads.is_empty()).then_some((head, heads))
    }

    /// The body that is named at a token, behind و where it is a further one: with the singular of the head before its name,
    /// or by itself.
    fn one_of_several(&self, at: usize, heads: &[(u32, Number)], further: bool) -> Option<Named> {
        if at >= self.range.1 || !(self.joined(at) || self.tokens.tokens[at].quote) {
            return None;
        }
        let wanted = if further { Clitics::WA } else { Clitics::NONE };
        let is_body = |named: &Named| {
            named.clitics == wanted
                && matches!(named.referent, Referent::Known(key)
                    if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation)
        };
        let headed = heads.iter().find_map(|&(head, _)| self.behind_head(at, head, wanted)).filter(is_body);
        headed.or_else(|| self.name(at, Context::default()).filter(is_body))
    }

    /// The longest name that goes on from the node of its head with the tokens from `at`.
    pub(super) fn behind_head(&self, at: usize, head: u32, wanted: Clitics) -> Option<Named> {
        let dictionary = &self.knowledge.dictionary;
        let skip = usize::from(wanted == Clitics::WA);
        let mut first = self.tokens.form(&self.tokens.tokens[at]);
        if skip == 1 {
            first = first.strip_prefix(&[WAW])?;
        }
        let mut node = dictionary.step(head, dictionary.word(first)?);
        let mut next = at + 1;
        let mut longest = None;
        while let Some(here) = node {
            if dictionary.kinds(here).has(Kinds::NAME) {
                longest = Some((here, next));
            }
            if !self.joined(next) {
                break;
            }
            node = self.scan.word(next).and_then(|word| dictionary.step(here, word));
            next += 1;
        }
        let (node, end) = longest?;
        let key = self.body_of_node(node)?;
        Some(Named::new(end, wanted, skip as u32, Referent::Known(key), MentionType::Name))
    }

    /// The body that a whole name, its head included, means here: of several the one at home or of a country that the
    /// document speaks of.
    fn body_of_node(&self, node: u32) -> Option<EntityId> {
        let gazetteer = &self.knowledge.gazetteer;
        let mut found: SmallVec<[(bool, EntityId); 4]> = SmallVec::new();
        for payload in self.knowledge.dictionary.payloads(node) {
            let (index, bare) = match payload {
                Payload::Alias(index) => (index, false),
                Payload::Bare(index) => (index, true),
                _ => continue,
            };
            let alias = gazetteer.alias(index);
            let entity = gazetteer.get(alias.entity);
            let spoken_of = |country| self.is_home(country) || self.countries.contains(&country);
            let near = self.is_introduced(alias.entity) || entity.country.is_some_and(spoken_of);
            let at_home = entity.country.is_some_and(|country| self.is_home(country));
            let free = !bare && alias.support.is_free();
            if entity.kind == EntityKind::Organisation && (free || at_home || !bare && near) {
                found.push((near, alias.entity));
            }
        }
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [(_, only)] => Some(*only),
            [.., (false, _), (true, only)] => Some(*only),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normal_form;

    fn normal(word: &str) -> Vec<u8> {
        normal_form(word)
    }

    #[test]
    fn duals_and_plurals_lead_to_their_singular() {
        for (several, one, number) in [
            ("حزبا", "حزب", Number::Dual),
            ("حزبي", "حزب", Number::Dual),
            ("أحزاب", "حزب", Number::Plural),
            ("حركتا", "حركة", Number::Dual),
            ("حركتي", "حركة", Number::Dual),
            ("حركات", "حركة", Number::Plural),
            ("تنظيمات", "تنظيم", Number::Plural),
            ("مجلسين", "مجلس", Number::Dual),
        ] {
            assert!(singulars(&normal(several)).contains(&(normal(one), number)), "{several}");
        }
        assert!(singulars(&normal("حزب")).is_empty());
    }
}
