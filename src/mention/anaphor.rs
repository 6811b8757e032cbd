//! Words that stand for those named before: "both sides", "the latter", pronouns and words of honour.

use smallvec::{SmallVec, smallvec};

use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number, OfficeId};
use crate::lexicon::{Class, Item, Pronoun, Shape, Sides};
use crate::text::Clitics;
use crate::text::fold::{ALEF, HEH, LAM, TEH};

/// A body that was named before and stands here by its kind: الحركة.
pub(super) struct Aforenamed {
    pub(super) body: Referent,
    gender: Gender,
    pub(super) clitics: Clitics,
    skip: u32,
}

impl Reader<'_> {
    /// "Both thanked the pope", "Both have denied it": whether "both" opens a sentence as its subject; a plural right behind it is its noun.
    fn is_both_alone(&self, at: usize) -> bool {
        let next = at + 1;
        let acts = next < self.range.1 && self.joined(next) && !self.form(next).ends_with(b"s");
        let auxiliary = || self.class(next, Kinds::AUXILIARY, |class| class == Class::Auxiliary).is_some();
        at == self.range.0 && acts && (self.may_be_verb(next) || auxiliary())
    }

    pub(super) fn both(&mut self, at: usize) -> Option<Phrase> {
        let (end, clitics) = self.class(at, Kinds::BOTH, |class| matches!(class, Class::Both(_)))?;
        let sides = self.classes(at, Kinds::BOTH).find_map(|(hit, class)| match class {
            Class::Both(sides) if hit.end as usize == end => Some(sides),
            _ => None,
        });
        let skip = self.scan.at(at).iter().find(|hit| hit.end as usize == end && hit.clitics == clitics)?.skip;
        // "the leaders" may be more than two.
        let two = |at: usize| {
            matches!(self.tokens.form(&self.tokens.tokens[at]), b"two" | b"both" | b"pair" | b"duo" | b"either")
        };
        let open = self.lang == Lang::En && !(at..end).any(two);
        // "the leaders of the party", "the parties who": others than those named before.
        let described = |next: usize| matches!(self.tokens.form(&self.tokens.tokens[next]), b"of" | b"who" | b"from");
        if self.lang == Lang::En && self.joined(end) && described(end) {
            return None;
        }
        if self.lang == Lang::En && end == at + 1 && self.form(at) == b"both" && !self.is_both_alone(at) {
            return None;
        }
        let mut phrase = Phrase {
            start: at,
            end,
            clitics,
            referents: Referents::new(),
            span: self.span(at, skip, end),
            kind: match sides {
                Some(Sides::People) => PhraseKind::BothPeople,
                Some(Sides::Countries) => PhraseKind::BothCountries,
                _ => PhraseKind::Both,
            },
            named: false,
            gender: None,
            number: if open { Number::Plural } else { Number::Dual },
            office: None,
            of: None,
        };
        // الجانبان المصري والسعودي names its members, both or neither.
        let mark = (self.mentions.len(), self.roles.len());
        while self.joined(phrase.end) && self.lang == Lang::Ar {
            let Some((e, c, s, country, _)) = self.demonym(phrase.end) else { break };
            // الجانبان المصري والسعودي, الجانبين اللبناني الفرنسي
            if c.has_preposition() || c.has_conjunction() && phrase.referents.is_empty() || phrase.referents.len() > 1 {
                break;
            }
            self.found_demonym(phrase.end, s, e, country);
            phrase.referents.push(Referent::Known(country));
            phrase.end = e;
        }
        if phrase.referents.len() == 2 {
            phrase.kind = PhraseKind::Agent;
            phrase.span = self.span(at, skip, phrase.end);
        } else {
            self.mentions.truncate(mark.0);
            self.roles.truncate(mark.1);
            phrase.referents.clear();
            phrase.end = end;
        }
        Some(phrase)
    }

    /// بعد اتهام الأخير لتركيا: whether a token is a noun of the lexicon that has neither an article nor a pronoun, so that the adjective behind it
    /// cannot be its own.
    fn is_bare_deed(&self, at: usize) -> bool {
        let lexicon = &self.knowledge.lexicon;
        let bare = |shape: &Shape| matches!(shape, Shape::Noun { definite: false, owner: None });
        self.lang == Lang::Ar
            && self.scan.kinds(at).has(Kinds::NOMINAL)
            && self.scan.at(at).iter().filter(|hit| hit.end as usize == at + 1 && hit.kinds.has(Kinds::NOMINAL)).any(
                |hit| {
                    self.knowledge
                        .dictionary
                        .meanings(lexicon, hit.node)
                        .any(|(lang, item)| lang == self.lang && matches!(item, Item::Form(form) if bare(&form.shape)))
                },
            )
    }

    /// نفى الأخير, مع الأخير, but not الاجتماع الأخير: whether "the last" describes no noun before it.
    fn may_be_latter(&self, at: usize) -> bool {
        if self.lang == Lang::En {
            // "the latter part": a word that only says which.
            return self.form(at) == b"the" && !self.qualifies_next(at + 1);
        }
        at > self.range.0
            && self.joined(at)
            && !self.tokens.form(&self.tokens.tokens[at - 1]).starts_with(&[ALEF, LAM])
            && (self.is_function(at - 1) || self.may_be_verb(at - 1) || self.is_bare_deed(at - 1))
    }

    /// "met HE Ayman Safadi", "with HE the Minister of Finance": His or Her Excellency, before a name or title that is not all in capitals.
    fn is_excellency(&self, at: usize) -> bool {
        let word = |at: usize| {
            let span = self.tokens.tokens[at].span;
            &self.text[span.start..span.end]
        };
        if self.lang != Lang::En || self.form(at) != b"he" || word(at) != "HE" || at + 1 >= self.range.1 {
            return false;
        }
        let next = &self.tokens.tokens[at + 1];
        let lower = word(at + 1).bytes().any(|byte| byte.is_ascii_lowercase());
        let named = next.capital && (lower || matches!(self.form(at + 1), b"us" | b"uk" | b"uae"));
        self.joined(at + 1) && (named || self.form(at + 1) == b"the")
    }

    pub(super) fn pronoun(&mut self, at: usize) -> Option<Phrase> {
        if self.is_excellency(at) {
            return None;
        }
        if let Some(honoured) = self.majesty(at) {
            return Some(honoured);
        }
        let (hit, pronoun) = self.classes(at, Kinds::PRONOUN).find_map(|(hit, class)| match class {
            Class::Pronoun(pronoun) => Some((*hit, pronoun)),
            Class::Latter(gender) if hit.clitics.has_preposition() || self.may_be_latter(at) => {
                Some((*hit, Pronoun { gender: Some(gender), number: Number::Singular, speaks: false }))
            }
            _ => None,
        })?;
        let Pronoun { gender, number, .. } = pronoun;
        let referents = Referents::from_vec(self.honoured_by(at, hit.skip as usize));
        Some(Phrase {
            start: at,
            end: hit.end as usize,
            clitics: hit.clitics,
            span: self.span(at, hit.skip, hit.end as usize),
            // جلالته: the one whom the text has called جلالة الملك is as good as named.
            kind: if referents.len() == 1 { PhraseKind::Person } else { PhraseKind::Pronoun },
            referents,
            named: false,
            gender,
            number,
            office: None,
            of: None,
        })
    }

    /// وفد الحركة, للحزب: the body named before whose kind a word tells, and the word.
    pub(super) fn aforenamed_body(&self, at: usize) -> Option<Aforenamed> {
        let (hit, gender) = self.classes(at, Kinds::PRONOUN).find_map(|(hit, class)| match class {
            Class::Aforenamed(gender) if hit.end as usize == at + 1 => Some((*hit, gender)),
            _ => None,
        })?;
        if !self.joined(at) || self.is_described(at, gender) {
            return None;
        }
        let body = self.kinds_of_body(&self.form(at)[hit.skip as usize..]).find_map(|noun| self.last_of_kind(&noun))?;
        Some(Aforenamed { body, gender, clitics: hit.clitics, skip: hit.skip })
    }

    /// What kind of body a word may mean: الحركة, للحزب (the article has lost its alef), حزبه, حركتها (the ة is a ت before a pronoun).
    fn kinds_of_body(&self, word: &[u8]) -> impl Iterator<Item = SmallVec<[u8; 16]>> {
        let definite = word.strip_prefix(&[ALEF, LAM]).or_else(|| word.strip_prefix(&[LAM, LAM]));
        let definite = definite.or_else(|| word.strip_prefix(&[LAM]));
        let owned =
            word.strip_suffix(&[HEH, ALEF]).or_else(|| word.strip_suffix(&[HEH])).filter(|_| definite.is_none());
        let closed = owned.and_then(|stem| stem.strip_suffix(&[TEH])).map(|stem| {
            let mut noun = SmallVec::from_slice(stem);
            noun.push(HEH);
            noun
        });
        definite.map(SmallVec::from_slice).into_iter().chain(closed).chain(owned.map(SmallVec::from_slice))
    }

    /// ودعت الحركة, أن الحزب, مع الحركة: a body named before, by its kind, as who does what a verb right before says, of whom "that"
    /// goes on, or with whom something is done.
    pub(super) fn aforenamed(&self, at: usize) -> Option<Phrase> {
        let found = self.aforenamed_body(at).filter(|_| at > self.range.0)?;
        Some(Phrase {
            start: at,
            end: at + 1,
            clitics: found.clitics,
            referents: smallvec![found.body],
            span: self.span(at, found.skip, at + 1),
            kind: PhraseKind::Body,
            named: false,
            gender: Some(found.gender),
            number: Number::Singular,
            office: None,
            of: None,
        })
    }

    /// الحركة الإسلامية, الحزب الحاكم: whether what may be said of the noun stands behind it, so that it may be another.
    fn is_described(&self, at: usize, gender: Gender) -> bool {
        let ends = |form: &[u8]| gender == Gender::Masculine || form.ends_with(&[HEH]);
        // وأدان الحزب الموقف الأمريكي: a noun with its own adjective of a country describes nothing.
        let noun =
            || self.joined(at + 2) && self.demonym(at + 2).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE);
        self.joined(at + 1)
            && self.starts_definite(at + 1)
            // دعا الحزب إلى الحوار
            && !self.is_function(at + 1)
            && ends(self.form(at + 1))
            && self.title_at(at + 1).is_none()
            && self.name(at + 1, Context::default()).is_none()
            && !self.is_name_like(at + 1)
            && !noun()
    }

    /// جلالته, سموه, فخامته: those whom the document honours by the same word (صاحب الجلالة, سمو الشيخ), the last at the end.
    fn honoured_by(&self, pronoun: usize, skip: usize) -> Vec<Referent> {
        const SHORTEST: usize = 3;
        // ال, and و or a preposition before it.
        const PROCLITICS: usize = 3;
        let form = &self.tokens.form(&self.tokens.tokens[pronoun])[skip..];
        let stem = form.strip_suffix(&[HEH, ALEF]).or_else(|| form.strip_suffix(&[HEH]));
        let Some(stem) = stem.filter(|stem| stem.len() >= SHORTEST && self.lang == Lang::Ar) else { return Vec::new() };
        // The ة of جلالة is a ت before the pronoun.
        let open = stem.strip_suffix(&[TEH]);
        let honours = |at: usize| {
            let word = self.tokens.form(&self.tokens.tokens[at]);
            let bare = match open {
                Some(open) => word.strip_suffix(&[HEH]).and_then(|word| word.strip_suffix(open)),
                None => word.strip_suffix(stem),
            };
            bare.is_some_and(|before| before.len() <= PROCLITICS)
        };
        let mut found: Vec<Referent> = Vec::new();
        for &(start, end, person) in &self.honoured {
            if (start..end).any(honours) {
                found.retain(|&other| other != person);
                found.push(person);
            }
        }
        // أمير الكويت استقبل فلانا، وحضر سمو ولي العهد. كما استقبل سموه: those called so by their office may be meant as well.
        let mut entitled = self.entitled(stem).unwrap_or_default();
        entitled.retain(|other| !found.contains(other));
        entitled.extend(found);
        entitled
    }

    /// التقى محمود عباس الملك عبدالله الثاني. وأطلع جلالته: those named before who are called so by their office, the last at the
    /// end, where the text honours nobody by the word.
    pub(super) fn entitled(&self, stem: &[u8]) -> Option<Vec<Referent>> {
        const NEAR: usize = 64;
        let day = self.date?;
        let offices = self.knowledge.gazetteer.offices();
        // The ة of جلالة is a ت before the pronoun.
        let is_word = |courtesy: &[u8]| match courtesy.strip_suffix(&[HEH]) {
            Some(open) => stem.strip_suffix(&[TEH]) == Some(open),
            None => courtesy == stem,
        };
        let called = |office: OfficeId| offices.kind(office).courtesies.iter().any(|courtesy| is_word(courtesy));
        let holds = |person: Referent| match person {
            Referent::Known(key) => offices.of_person(key).any(|term| term.covers(day) && called(term.office)),
            Referent::New(_) => self.roles.iter().any(|role| role.person == person && role.office.is_some_and(called)),
        };
        let mut found = Vec::new();
        for person in self.mentions.iter().rev().take(NEAR).map(|found| found.referent) {
            if !found.contains(&person) && holds(person) {
                found.insert(0, person);
            }
        }
        Some(found)
    }
}
