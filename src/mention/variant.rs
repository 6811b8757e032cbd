//! Listed people under a name that the list does not hold: with a middle name, or spelled by another ear.

use super::people::{bare, likeness};
use super::phrase::Referent;
use super::reader::Reader;
use super::trace::Newcomer;
use crate::dictionary::{
    Kinds, Payload, borrows_arabic_names, compounds, exact_key, heard_key, latin_key, latin_names, skeleton,
};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId};
use crate::lexicon::Class;

/// Returns the person of rows that all name the same one.
fn one(mut rows: impl Iterator<Item = (EntityId, usize)>) -> Option<Referent> {
    let (person, _) = rows.next()?;
    rows.all(|(other, _)| other == person).then_some(Referent::Known(person))
}

impl Reader<'_> {
    /// Returns the person whom a name of two words or more means, listed or introduced here.
    pub(super) fn identify(
        &mut self,
        start: usize,
        skip: u32,
        end: usize,
        office: Option<OfficeId>,
        of: Option<EntityId>,
    ) -> Referent {
        let known = self
            .similar_holder(start, end, office, of)
            .map(|holder| (holder, Newcomer::Holder))
            .or_else(|| self.variant(start, skip, end, office, of).map(|known| (known, Newcomer::Variant)))
            .or_else(|| self.named_in_full(start, end).map(|known| (known, Newcomer::Longer)));
        let (referent, how) =
            known.unwrap_or_else(|| (self.introduce(start, skip, end, office, of), Newcomer::Introduced));
        if let Some(trace) = self.trace {
            trace.new_name(self.span(start, skip, end), referent, how);
        }
        if skip == 0 {
            self.note_printed(start, end, referent);
        }
        referent
    }

    /// Ahmed Moaz al-Khatib is Moaz al-Khatib: a first name more than the list has.
    fn named_in_full(&self, start: usize, end: usize) -> Option<Referent> {
        let gazetteer = &self.knowledge.gazetteer;
        let mut found = None;
        // سلطان بن سلمان is no محمد بن سلمان, طارق أبو زيد no أحمد أبو زيد: what begins with a particle is no full name.
        // عبد الملك بن عبد الله آل الشيخ is no عبد الله آل الشيخ: that is his father's.
        let opens = |at: &usize| {
            self.class(*at, Kinds::PARTICLE, |class| class == Class::Particle).is_none() && !self.is_son(*at - 1)
        };
        for at in (start + 1..end.saturating_sub(1)).filter(opens) {
            for hit in self.scan.at(at).iter().filter(|hit| hit.end as usize == end && hit.skip == 0) {
                for payload in self.knowledge.dictionary.payloads(hit.node) {
                    let Payload::Alias(index) = payload else { continue };
                    let alias = gazetteer.alias(index);
                    let entity = gazetteer.get(alias.entity);
                    let country = entity.country.is_some_and(|country| self.countries.contains(&country));
                    if entity.kind == EntityKind::Person && alias.support.is_free() && country {
                        if found.is_some_and(|other| other != alias.entity) {
                            return None;
                        }
                        found = Some(alias.entity);
                    }
                }
            }
        }
        found.map(Referent::Known)
    }

    /// Returns the listed person whose name begins and ends as the tokens do, where country, office and day agree.
    pub(super) fn variant(
        &self,
        start: usize,
        skip: u32,
        end: usize,
        office: Option<OfficeId>,
        of: Option<EntityId>,
    ) -> Option<Referent> {
        let printed = self.name_words(start, skip, end);
        if self.lang == Lang::En {
            let key = latin_key(printed.iter().map(Vec::as_slice))?;
            let length = latin_names(printed.iter().map(Vec::as_slice)).count();
            let rows = self.knowledge.dictionary.variants().latin.rows(key);
            // Ahmed Ali is not Ahmed Mohamed Ali, unless he holds the office.
            let rows = rows.filter(|(key, own)| *own == length || self.holds(*key, office));
            return one(rows.filter(|(key, _)| self.may_be(*key, office, of)));
        }
        let lineage = (start + 1..end).any(|at| self.tokens.form(&self.tokens.tokens[at]) == [0x81, 0x98]);
        let joined = compounds(&printed.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let variants = self.knowledge.dictionary.variants();
        let fits = |key: &EntityId| self.may_be(*key, office, of);
        // A middle name that only one of the two gives: the office or the lineage must make sure of it.
        let own = self.class(end - 1, Kinds::FIRST_NAME, |class| class == Class::FirstName).is_none();
        let sure = |length: usize| lineage && length == 2 || own && length == joined.len();
        let exact = exact_key(&joined).into_iter().flat_map(|key| variants.exact.rows(key));
        let exact = exact.filter(|(key, length)| self.holds(*key, office) || sure(*length));
        // A title that says whose minister it is leaves few whose names sound so.
        let told = office.is_some() && of.is_some();
        let heard = heard_key(&joined).into_iter().flat_map(|key| variants.heard.rows(key));
        let heard = heard.filter(|(key, _)| {
            !self.is_named_unlike(&printed, *key)
                && (self.holds(*key, office) || told || self.is_spelled_like(&printed, *key))
        });
        one(exact.filter(|(key, _)| fits(key))).or_else(|| one(heard.filter(|(key, _)| fits(key))))
    }

    /// نيكولا بريك is no نايجل فاراج: whether the letters of the first word and the last are those of a listed person's, most of
    /// them. One set of consonants is heard in many names.
    fn is_spelled_like(&self, printed: &[Vec<u8>], key: EntityId) -> bool {
        const FIRST: f64 = 0.5;
        const LAST: f64 = 0.65;
        let names = crate::text::words(self.knowledge.gazetteer.get(key).name_ar);
        let alike = |a: Option<&Vec<u8>>, b: Option<&Vec<u8>>, least: f64| {
            a.zip(b).is_some_and(|(a, b)| likeness(bare(a), bare(b)) >= least)
        };
        alike(printed.first(), names.first(), FIRST) && alike(printed.last(), names.last(), LAST)
    }

    /// محمود سليم is no محمد إسلامي: whether a name that is given to Arabs, and which newspapers spell alike, is none of a
    /// listed person's, though the consonants agree.
    fn is_named_unlike(&self, printed: &[Vec<u8>], key: EntityId) -> bool {
        let entity = self.knowledge.gazetteer.get(key);
        // كيفين and كيفن are one name.
        if !entity.country.is_some_and(|country| borrows_arabic_names(&self.knowledge.gazetteer, country)) {
            return false;
        }
        let names = crate::text::words(entity.name_ar);
        // محمد, محمود, أحمد, حامد, حميد and سليم, سالم, سلام: the names that one set of consonants makes many of.
        let ambiguous = |word: &[u8]| {
            let consonants = skeleton(word);
            let given = |name: &[u8]| {
                self.knowledge.dictionary.word(name).is_some_and(|word| self.knowledge.dictionary.is_given_name(word))
            };
            consonants.len() > 2
                && given(word)
                && !names.iter().any(|name| name == word)
                && names.iter().any(|name| given(name) && skeleton(name) == consonants)
        };
        printed.iter().any(|word| ambiguous(word))
    }

    /// Returns whether country and day allow that a person is meant.
    fn may_be(&self, key: EntityId, office: Option<OfficeId>, of: Option<EntityId>) -> bool {
        const YEARS: i16 = 12;
        let gazetteer = &self.knowledge.gazetteer;
        let Some(own) = gazetteer.get(key).country else { return self.is_introduced(key) };
        let of = of.and_then(|of| gazetteer.get(of).country);
        if of.is_some_and(|of| of != own) || of.is_none() && !self.countries.contains(&own) && !self.holds(key, office)
        {
            return false;
        }
        let Some(day) = self.date else { return true };
        let mut dated = false;
        for term in gazetteer.offices().of_person(key) {
            let (start, end) =
                (term.start.map(|day| day.first_day().year()), term.end.map(|day| day.last_day().year()));
            let Some(first) = start.or(end) else { continue };
            dated = true;
            let last = end.unwrap_or(first.max(day.year()));
            if first - YEARS <= day.year() && day.year() <= last + YEARS {
                return true;
            }
        }
        !dated
    }

    /// Returns whether a person held an office by that title, ever.
    pub(super) fn holds(&self, key: EntityId, office: Option<OfficeId>) -> bool {
        office.is_some_and(|office| self.knowledge.gazetteer.offices().of_person(key).any(|term| term.office == office))
    }

    /// Returns the normal forms of tokens, the first without its proclitics.
    pub(super) fn name_words(&self, start: usize, skip: u32, end: usize) -> Vec<Vec<u8>> {
        (start..end)
            .map(|at| {
                let form = self.tokens.form(&self.tokens.tokens[at]);
                form[if at == start { skip as usize } else { 0 }..].to_vec()
            })
            .collect()
    }

    /// Returns whether a free name of a person begins at a token, and its end.
    pub(super) fn listed_person_at(&self, at: usize) -> Option<usize> {
        if at >= self.range.1 || !self.scan.kinds(at).has(Kinds::NAME) {
            return None;
        }
        let gazetteer = &self.knowledge.gazetteer;
        let named = |payload: Payload| match payload {
            Payload::Alias(index) => {
                let alias = gazetteer.alias(index);
                alias.support.is_free() && gazetteer.get(alias.entity).kind == EntityKind::Person
            }
            _ => false,
        };
        self.scan
            .at(at)
            .iter()
            .filter(|hit| hit.kinds.has(Kinds::NAME) && self.knowledge.dictionary.payloads(hit.node).any(named))
            .map(|hit| hit.end as usize)
            .max()
    }
}
