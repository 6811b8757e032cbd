//! Arabic names of bodies that nobody listed: لجنة التشريع العام, نقابة أطباء مصر, حزب الإصلاح والتنمية.

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::Clitics;
use crate::text::fold::{ALEF, LAM, WAW};

/// A complement longer than this has run into the next phrase.
const MOST_WORDS: usize = 4;

impl Reader<'_> {
    /// Returns the body whose name a general noun opens at a token, and adds it to those the document introduces.
    pub(super) fn arabic_body(&mut self, at: usize) -> Option<Named> {
        let (skip, clitics) = self.body_opener(at)?;
        if let Some(listed) = self.listed_body(at + 1) {
            // منظمة التعاون الإسلامي is one name; in تنظيم داعش and حزب سيريزا the noun is none of it.
            let described = listed.end > at + 2
                && self.starts_definite(at + 1)
                && !self.is_generic(at)
                && !self.tokens.tokens[at + 1].quote;
            return described.then(|| Named::new(listed.end, clitics, skip, listed.referent, MentionType::Name));
        }
        if self.is_generic(at) {
            return None;
        }
        let mut end = self.body_complement(at + 1)?;
        if self.has_purpose(at, skip) {
            end = self.over_purpose(end);
        }
        // لجنة الحريات: one word is no name.
        if end == at + 2 && self.is_weak_opener(at, skip) {
            return None;
        }
        let referent = self.introduce_body_behind(at, skip, end);
        Some(Named::new(end, clitics, skip, referent, MentionType::Name))
    }

    /// Returns the proclitics of the general noun at a token, unless a common phrase begins with it: مجلس الإدارة.
    fn body_opener(&self, at: usize) -> Option<(u32, Clitics)> {
        let phrase = self.classes(at).any(|(hit, class)| class == Class::Stop && hit.end as usize > at + 1);
        let (hit, _) = self.classes(at).find(|(hit, class)| *class == Class::Body && hit.end as usize == at + 1)?;
        // للجنة العليا: the noun has the article.
        let article = self.tokens.form(&self.tokens.tokens[at]).starts_with(&[LAM, LAM]);
        (!phrase && !article).then_some((hit.skip, hit.clitics))
    }

    /// Returns the listed body that is named at a token, without proclitics.
    fn listed_body(&self, at: usize) -> Option<Named> {
        if at >= self.range.1 || !(self.joined(at) || self.tokens.tokens[at].quote) {
            return None;
        }
        let named = self.name(at, Context::default()).filter(|named| named.clitics == Clitics::NONE)?;
        let Referent::Known(key) = named.referent else { return None };
        (self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation).then_some(named)
    }

    /// زعيم حزب سيريزا, رئيس حزب «الحرية والعدالة»: the listed body behind a general noun.
    pub(super) fn body_behind_noun(&self, at: usize) -> Option<(usize, Named)> {
        let opens = self.body_opener(at).is_some_and(|(_, clitics)| clitics == Clitics::NONE) || self.is_generic(at);
        let listed = self.listed_body(at + 1).filter(|_| opens)?;
        let described = listed.end > at + 2 && self.starts_definite(at + 1) && !self.is_generic(at);
        let start = if described && !self.tokens.tokens[at + 1].quote { at } else { at + 1 };
        Some((start, listed))
    }

    fn starts_definite(&self, at: usize) -> bool {
        self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM])
    }

    fn is_generic(&self, at: usize) -> bool {
        self.class(at, |class| matches!(class, Class::Generic(_))).is_some()
    }

    /// لجنة, جهاز, صندوق: what one more word makes no name of.
    fn is_weak_opener(&self, at: usize, skip: u32) -> bool {
        const WEAK: [&[u8]; 3] = [&[LAM, 0x84, 0x98, 0x99], &[0x84, 0x99, ALEF, 0x8A], &[0x8D, 0x98, 0x87, WAW, 0x94]];
        let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
        WEAK.contains(&form)
    }

    /// Returns whether the general noun is one that what it is for may follow: معهد, جمعية, منظمة, هيئة, مؤسسة.
    fn has_purpose(&self, at: usize, skip: u32) -> bool {
        const NOUNS: [&[u8]; 5] = [
            &[0x97, 0x91, 0x99, 0x87],
            &[0x84, 0x97, 0x91, 0x9B, 0x99],
            &[0x97, 0x98, 0x90, 0x97, 0x99],
            &[0x99, 0x9B, 0x9B, 0x99],
            &[0x97, WAW, 0x8B, 0x8B, 0x99],
        ];
        let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
        NOUNS.contains(&form)
    }

    /// Returns the end of the words that make a general noun a name: definite words, or one noun before such words or
    /// a place.
    fn body_complement(&self, start: usize) -> Option<usize> {
        let mut end = start;
        let mut definite = false;
        while self.joined(end) && end < start + MOST_WORDS {
            if let Some(place) = self.place_of_body(end) {
                return Some(place);
            }
            let first = end == start;
            if self.is_definite_word(end, !first) {
                definite = true;
            } else if !(first && self.is_plain_noun(end)) {
                break;
            }
            end += 1;
        }
        definite.then_some(end)
    }

    /// معهد واشنطن للشرق الأدنى: what the body is for.
    fn over_purpose(&self, end: usize) -> usize {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let opens = self.joined(end)
            && form(end).len() > 5
            && form(end).starts_with(&[LAM, LAM])
            && self.title_at(end).is_none()
            && self.name(end, Context::default()).is_none()
            && !self.is_function(end);
        let mut stop = end + usize::from(opens);
        while opens && self.joined(stop) && stop < end + MOST_WORDS && self.is_definite_word(stop, true) {
            stop += 1;
        }
        stop
    }

    /// Returns the end of a country, city or region named at a token, which ends the name of a body.
    fn place_of_body(&self, at: usize) -> Option<usize> {
        let named = self.name(at, Context::default()).filter(|named| named.clitics == Clitics::NONE)?;
        let Referent::Known(key) = named.referent else { return None };
        let kind = self.knowledge.gazetteer.get(key).kind;
        matches!(kind, EntityKind::Country | EntityKind::City | EntityKind::Region).then_some(named.end)
    }

    /// التشريع; والتنمية behind another.
    fn is_definite_word(&self, at: usize, joined: bool) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let article = form.starts_with(&[ALEF, LAM]) || joined && form.starts_with(&[WAW, ALEF, LAM]);
        // الحالي, المعارض are said of a body; العام, الدولي belong to names.
        let adjective = self.class(at, |class| matches!(class, Class::TitleAdjective { .. })).is_some()
            && self.class(at, |class| class == Class::Everyday).is_none();
        article
            && form.len() > 4
            && !adjective
            && !self.is_verb(at)
            && !self.is_function(at)
            && self.title_at(at).is_none()
            && self.listed_person_at(at).is_none()
            && !(joined && self.name(at, Context::default()).is_some_and(|named| named.clitics != Clitics::NONE))
    }

    /// Returns whether a token is a noun without article that may stand between the general noun and what defines it.
    fn is_plain_noun(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let next = at + 1;
        form.len() > 2
            && form[0] >= 0x80
            && !form.starts_with(&[ALEF, LAM])
            && !self.is_verb(at)
            && !self.is_function(at)
            && self.demonym(at).is_none()
            && self.title_at(at).is_none()
            && self.class(at, |class| class == Class::FirstName).is_none()
            && self.joined(next)
            && (self.is_definite_word(next, false) || self.place_of_body(next).is_some())
    }
}
