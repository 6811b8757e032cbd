//! Arabic names of bodies that nobody listed: لجنة التشريع العام, نقابة أطباء مصر, حزب الإصلاح والتنمية.

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use crate::dictionary::{Kinds, Payload};
use crate::gazetteer::{EntityId, EntityKind};
use crate::lexicon::{Class, Shape, Whose, WordList};
use crate::text::fold::{ALEF, LAM, TEH, WAW};
use crate::text::{Clitics, Gap};

/// A complement longer than this has run into the next phrase.
const MOST_WORDS: usize = 4;

impl Reader<'_> {
    /// Returns whether the name of a body may begin at a token: with a general noun, the article or a quotation mark. Most
    /// words end here.
    #[inline]
    pub(super) fn may_open_body(&self, at: usize) -> bool {
        self.scan.kinds(at).has(Kinds::BODY) || self.tokens.tokens[at].quote || self.starts_definite(at)
    }

    /// Returns the body whose name a general noun opens at a token, and adds it to those the document introduces.
    pub(super) fn arabic_body(&mut self, at: usize) -> Option<Named> {
        if let Some(body) = self.quoted_media(at) {
            return Some(body);
        }
        if let Some(camp) = self.camp(at) {
            return Some(camp);
        }
        if self.starts_definite(at) {
            // Without a definite word behind it, it is no name.
            let goes_on = self.joined(at + 1) && self.starts_definite(at + 1);
            if (goes_on || self.scan.kinds(at).has(Kinds::BODY)) && self.opens_definite(at) {
                return self.definite_body(at);
            }
        }
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
        // جامعة الملك سعود: the person it is named after.
        let named_after = || if self.joined(at + 1) { self.eponym(at + 1).map(|person| person.end) } else { None };
        // معهد باستور: a name that nobody knows.
        let foreign = || self.foreign(at + 1).filter(|_| self.scan.kinds(at).has(Kinds::NAMED_AFTER));
        let mut end = self.body_complement(at + 1).or_else(named_after).or_else(foreign)?;
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

    /// المجلس الفيدرالي الإثيوبي, الجمعية المصرية للقانون الدولي: a definite noun with definite words, one of them a
    /// nationality.
    fn definite_body(&mut self, at: usize) -> Option<Named> {
        let mut end = at + 1;
        let mut nationalities = 0;
        while self.joined(end) && end < at + 1 + MOST_WORDS && self.starts_definite(end) {
            // دان المجلس الغزو الروسي: a noun of its own follows.
            if !self.is_definite_word(end, false) || self.knowledge_forms(end).next().is_some() {
                break;
            }
            nationalities += usize::from(self.demonym(end).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE));
            end += 1;
        }
        let purpose = self.over_purpose(end);
        // الحزب السوري is any party of Syria; اللجنة المصرية السودانية is a meeting of two states.
        // الهيئة الوطنية لمكافحة الفساد: an adjective and a purpose name it as well.
        let purposeful = nationalities == 0 && end > at + 1 && purpose > end;
        if !purposeful && (nationalities != 1 || purpose < at + 3) {
            return None;
        }
        let referent = self.introduce_body_behind(at, 0, purpose);
        Some(Named::new(purpose, Clitics::NONE, 0, referent, MentionType::Name))
    }

    /// Returns whether a token is a general noun with the article.
    pub(super) fn opens_definite(&self, at: usize) -> bool {
        self.scan.behind_article(at).has(Kinds::BODY)
    }

    /// صحيفة «الوئام»: the words in quotes behind a word for a newspaper or broadcaster.
    fn quoted_media(&mut self, at: usize) -> Option<Named> {
        if at == self.range.0 || !self.tokens.tokens[at].quote {
            return None;
        }
        let media = |at: usize| self.class(at, Kinds::GENERIC, |class| class == Class::Generic(Whose::Media)).is_some();
        if !media(at - 1) {
            return None;
        }
        let mut end = at + 1;
        while self.joined(end) && end <= at + MOST_WORDS {
            end += 1;
        }
        let closed = end < self.range.1 && self.tokens.tokens[end].gap == Gap::Punct(b'"');
        if end > at + MOST_WORDS || !closed {
            return None;
        }
        let referent = match self.listed_media(at, end) {
            Some(key) => Referent::Known(key),
            None => self.introduce_body_behind(at, 0, end),
        };
        Some(Named::new(end, Clitics::NONE, 0, referent, MentionType::Name))
    }

    /// Returns the listed newspaper or broadcaster that the tokens name.
    fn listed_media(&self, start: usize, end: usize) -> Option<EntityId> {
        self.listed_within(start, end, |subkind| matches!(subkind, "media" | "news_agency"))
    }

    /// Returns the listed body of a finer kind that the tokens name, whatever support the name asks for elsewhere: the one whose
    /// country the document speaks of, else the only one.
    pub(super) fn listed_within(&self, start: usize, end: usize, is: impl Fn(&str) -> bool) -> Option<EntityId> {
        let gazetteer = &self.knowledge.gazetteer;
        let mut found: Vec<EntityId> = Vec::new();
        for hit in self.scan.at(start).iter().filter(|hit| hit.end as usize == end && hit.skip == 0) {
            for payload in self.knowledge.dictionary.payloads(hit.node) {
                let Payload::Alias(index) = payload else { continue };
                let key = gazetteer.alias(index).entity;
                if is(gazetteer.get(key).subkind) && !found.contains(&key) {
                    found.push(key);
                }
            }
        }
        let near = |key: &&EntityId| gazetteer.get(**key).country.is_some_and(|own| self.countries.contains(&own));
        match (found.iter().find(near), found.as_slice()) {
            (Some(&key), _) | (None, &[key]) => Some(key),
            _ => None,
        }
    }

    /// Returns the proclitics of the general noun at a token, unless a common phrase begins with it: مجلس الإدارة.
    fn body_opener(&self, at: usize) -> Option<(u32, Clitics)> {
        if at >= self.range.1 || !self.scan.kinds(at).has(Kinds::BODY) {
            return None;
        }
        let phrase =
            self.classes(at, Kinds::STOP).any(|(hit, class)| class == Class::Stop && hit.end as usize > at + 1);
        let (hit, _) =
            self.classes(at, Kinds::BODY).find(|(hit, class)| *class == Class::Body && hit.end as usize == at + 1)?;
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

    pub(super) fn starts_definite(&self, at: usize) -> bool {
        matches!(self.tokens.form(&self.tokens.tokens[at]), [ALEF, LAM, ..])
    }

    fn is_generic(&self, at: usize) -> bool {
        self.class(at, Kinds::GENERIC, |class| matches!(class, Class::Generic(_))).is_some()
    }

    /// حزب, حركة, نقابة: what one more word makes a name of.
    pub(super) fn is_strong_opener(&self, at: usize) -> bool {
        !self.is_weak_opener(at, 0) && !self.has_purpose(at, 0)
    }

    /// لجنة, جهاز, صندوق: what one more word makes no name of.
    fn is_weak_opener(&self, at: usize, skip: u32) -> bool {
        let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
        self.knowledge.lexicon.lists(WordList::WeakOpeners, form)
    }

    /// Returns whether the general noun is one that what it is for may follow: معهد, جمعية, منظمة, هيئة, مؤسسة.
    fn has_purpose(&self, at: usize, skip: u32) -> bool {
        let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
        self.knowledge.lexicon.lists(WordList::WithPurpose, form)
    }

    /// Returns the end of the words that make a general noun a name: definite words, or one noun before such words or
    /// a place.
    pub(super) fn body_complement(&self, start: usize) -> Option<usize> {
        let mut end = start;
        let mut definite = false;
        while self.joined(end) && end < start + MOST_WORDS {
            // رئيس هيئة تنشيط السياحة الأردني: the country of the head, not of the body, whose noun is feminine.
            if definite && self.is_of_head(start, end) {
                break;
            }
            if let Some(place) = self.place_of_body(end) {
                return Some(place);
            }
            let first = end == start;
            // قررت لجنة الكرة الجلوس, أعلنت وزارة القوى والهجرة النتائج: what it does something to.
            if definite && self.is_thing(end) {
                break;
            }
            if self.is_definite_word(end, !first) {
                definite = true;
            } else if !(first && self.is_plain_noun(end)) {
                break;
            }
            end += 1;
        }
        definite.then_some(end)
    }

    fn is_of_head(&self, start: usize, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let single = self.demonym(at).is_some_and(|(end, clitics, ..)| end == at + 1 && clitics == Clitics::NONE);
        let titled = || {
            start > self.range.0 + 1
                && self.title_at(start - 2).is_some_and(|(end, _, _, title)| end + 1 >= start && title.office.is_some())
        };
        let last = !self.joined(at + 1) || !self.starts_definite(at + 1);
        let masculine = self.tokens.form(token).last() == Some(&super::name::YEH);
        single && masculine && last && self.tokens.tokens[start - 1].teh_marbuta && titled()
    }

    /// معهد واشنطن للشرق الأدنى: what the body is for.
    pub(super) fn over_purpose(&self, end: usize) -> usize {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let opens = self.joined(end)
            && form(end).len() > 5
            && form(end).starts_with(&[LAM, LAM])
            && self.title_at(end).is_none()
            && self.name(end, Context::default()).is_none()
            && !self.is_function(end);
        // لمكافحة الفساد, لحقوق الإنسان: an indefinite noun that the next completes.
        let verbal = || self.knowledge_forms(end).any(|shape| matches!(shape, Shape::Verb { .. }));
        let completed = self.joined(end)
            && form(end).len() > 4
            && form(end).first() == Some(&LAM)
            && !form(end).starts_with(&[LAM, LAM])
            // الجانب العراقي لتحويل المبالغ: what is to be done.
            && !form(end).starts_with(&[LAM, TEH])
            && self.joined(end + 1)
            && self.starts_definite(end + 1)
            && self.title_at(end).is_none()
            && self.name(end, Context::default()).is_none()
            && !self.is_function(end)
            && !verbal();
        if completed {
            return end + 2;
        }
        let mut stop = end + usize::from(opens);
        // طلبت من المجلس الوطني للانتخابات الدعوة: what it is asked for.
        let other =
            |at: usize| self.starts_definite(at) && (self.is_thing(at) || self.knowledge_forms(at).next().is_some());
        while opens && self.joined(stop) && stop < end + MOST_WORDS && self.is_definite_word(stop, true) && !other(stop)
        {
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
    pub(super) fn is_definite_word(&self, at: usize, joined: bool) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let article = form.starts_with(&[ALEF, LAM]) || joined && form.starts_with(&[WAW, ALEF, LAM]);
        // الحالي, المعارض are said of a body; العام, الدولي belong to names.
        let adjective =
            self.class(at, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. })).is_some()
                && self.class(at, Kinds::EVERYDAY, |class| class == Class::Everyday).is_none();
        article
            && form.len() > 4
            && !adjective
            && !self.is_verb(at)
            && !self.is_function(at)
            && self.title_at(at).is_none()
            && self.listed_person_at(at).is_none()
            && !(joined && self.name(at, Context::default()).is_some_and(|named| named.clitics != Clitics::NONE))
    }

    /// النتائج, الإجراءات: whether a definite word, without a conjunction, is a noun that the lexicon notes for what it means.
    pub(super) fn is_thing(&self, at: usize) -> bool {
        let noted = |class: Class| class.is_noted() && !matches!(class, Class::Epithet | Class::Acclaim);
        self.starts_definite(at)
            && self
                .classes(at, Kinds::CLASS)
                .any(|(hit, class)| hit.end as usize == at + 1 && hit.clitics == Clitics::NONE && noted(class))
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
            && self.class(at, Kinds::FIRST_NAME, |class| class == Class::FirstName).is_none()
            && self.joined(next)
            && (self.is_definite_word(next, false) || self.place_of_body(next).is_some())
    }
}
