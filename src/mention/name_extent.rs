//! Where a name ends: lineage and house behind it, and further names that make it somebody else's.

use super::name::{Context, YEH};
use super::reader::Reader;
use super::scan::Hit;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{AliasKind, EntityId, EntityKind};
use crate::lexicon::Class;
use crate::text::fold::LAM;
use crate::text::{Clitics, Gap};

/// بن in normal form.
const SON: [u8; 2] = [0x81, 0x98];

impl Reader<'_> {
    /// محمد حامد مصطفى is no محمد حامد: another name of the person stands behind the listed one, and nothing else says
    /// that the listed person is meant.
    pub(super) fn runs_on(&self, end: usize, hit: &Hit, key: EntityId, context: Context) -> bool {
        const WELL_KNOWN: u64 = 60;
        let words = hit.end - hit.start;
        if self.lang == Lang::En {
            return words > 1 && self.runs_on_english(end, key, context);
        }
        if self.lang == Lang::Ar && context.office.is_none() && self.is_no_ruler(end, hit, key) {
            return true;
        }
        if self.lang != Lang::Ar || words < 2 || !self.joined(end) || self.is_introduced_by_name(key) {
            return false;
        }
        if self.is_of_another_family(end, hit, key) {
            return true;
        }
        let name_word = self.scan.word(end).is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
        let held = context.office.is_some() && self.weigh_offices(key, context) >= 60;
        // يوسف أحمد الشرقاوي is no يوسف أحمد: a family of whose name nobody is listed, either.
        let further = name_word && !held && self.is_name_like(end) || self.is_family_name(end, key);
        further
            && self.knowledge.gazetteer.get(key).weight < WELL_KNOWN
            && !self.is_function(end)
            && self.listed_person_at(end).is_none()
            && self.tokens.tokens[end].gap == Gap::Space
            // غادر الأخضر الإبراهيمي سوريا: a country that people bear the name of, too.
            && !self.is_country_at(end)
    }

    /// المفوض العام لوكالة الغوث (الأونروا) فلان: in Arabic, the short name of the body that gives an office, in brackets behind its full name: where
    /// it begins, where the name of who holds the office does, and the body if it is listed.
    pub(super) fn past_short_name(&self, run: &super::title::TitleRun) -> Option<(usize, usize, EntityId)> {
        const MOST_WORDS: usize = 3;
        const LONGEST: usize = 9;
        if self.lang != Lang::Ar || run.office.is_none() {
            return None;
        }
        let bracket = |at: &usize| self.tokens.tokens[*at].bracket;
        let open = (run.end..self.range.1.min(run.end + LONGEST)).find(|at| bracket(at) || !self.joined(*at))?;
        let close = (open + 1..self.range.1.min(open + 1 + MOST_WORDS)).find(bracket).filter(|_| bracket(&open))?;
        let between =
            |at: usize| self.text[self.tokens.tokens[at - 1].span.end..self.tokens.tokens[at].span.start].trim();
        if between(open) != "(" || between(close) != ")" {
            return None;
        }
        // What stands between the title and the bracket is no second title and tells nothing.
        let quiet = |at: usize| self.title_at(at).is_none() && !self.may_be_verb(at);
        let body = |key: EntityId| self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation;
        let listed = match self.name(open, Context::default()).filter(|named| named.end == close)?.referent {
            super::phrase::Referent::Known(key) if body(key) => key,
            _ => return None,
        };
        (run.end..open).all(quiet).then_some((open, close, listed))
    }

    /// الشيخ عبد الله بدر is no king: behind the one name by which a ruler is called stands a further name that is not his.
    fn is_no_ruler(&self, end: usize, hit: &Hit, key: EntityId) -> bool {
        let named = |at: usize| self.is_name_like(at) || self.joined(at) && self.is_family_name(at, key);
        self.is_regnal_name(hit, key)
            && end == hit.end as usize
            && named(end)
            && !crate::text::words(self.knowledge.gazetteer.get(key).name_ar)
                .iter()
                .any(|word| word.as_slice() == self.form(end))
            && self.listed_person_at(end).is_none()
            && !self.is_country_at(end)
    }

    fn is_regnal_name(&self, hit: &Hit, key: EntityId) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        self.knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
            Payload::Alias(index) => {
                let alias = gazetteer.alias(index);
                alias.entity == key && alias.kind == AliasKind::Regnal
            }
            _ => false,
        })
    }

    /// مبارك بن عيسى is nobody whose family is called مبارك: the word of a surname stands before the father's name, and no
    /// title of a ruler before it; nor is الأمير سلمان بن سعود the king of that name, who has another father.
    pub(super) fn is_anothers_father(&self, at: usize, end: usize, key: EntityId) -> bool {
        self.lang == Lang::Ar
            && end == at + 1
            && self.joined(end)
            && self.is_son(end)
            && (!self.is_behind_regnal_title(at) || self.has_other_father(end + 1, key))
    }

    /// Returns whether the father whose name stands at a token is not the one that a listed person's full name gives.
    fn has_other_father(&self, at: usize, key: EntityId) -> bool {
        let words = crate::text::words(self.knowledge.gazetteer.get(key).name_ar);
        let father = words.iter().position(|word| word.as_slice() == SON).map_or(&[][..], |son| &words[son + 1..]);
        let (Some(first), true) = (father.first(), self.joined(at)) else { return false };
        let form = self.form(at);
        // عبدالعزيز or عبد العزيز.
        let whole = || father.get(1).is_some_and(|second| form == [first.as_slice(), second.as_slice()].concat());
        form != first.as_slice() && !whole()
    }

    /// محمد بن راشد الكعبي is no محمد بن راشد of the house of Maktoum: the name of another family stands behind the father's.
    fn is_of_another_family(&self, end: usize, hit: &Hit, key: EntityId) -> bool {
        let words = (hit.end - hit.start) as usize;
        words >= 3 && self.is_family_name(end, key) && self.is_son(hit.end as usize - 2)
    }

    /// الكعبي: whether an adjective with an article stands at a token that can only be the name of a family, and not in a listed
    /// person's own name.
    fn is_family_name(&self, at: usize, key: EntityId) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let family = form.len() > 4
            && form.starts_with(&[0x80, LAM])
            && form.last() == Some(&YEH)
            && !self.is_lexical(at)
            && self.demonym(at).is_none()
            && self.title_at(at).is_none()
            && self.tokens.tokens[at].gap == Gap::Space;
        let own = || {
            let entity = self.knowledge.gazetteer.get(key);
            crate::text::words(entity.name_ar).iter().any(|word| word.as_slice() == form)
        };
        family && !own()
    }

    /// "US military aid" is nothing of the US military's: in English, whether the last word of an army's name belongs to the noun behind it.
    pub(super) fn is_half_of_compound(&self, at: usize, end: usize, key: EntityId) -> bool {
        self.lang == Lang::En
            && end > at + 1
            && self.form(end - 1) == b"military"
            && self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation
            && self.joined(end)
            && self.class(end, Kinds::CLASS, |class| class == Class::Martial).is_some()
    }

    fn form_at(&self, at: usize) -> Option<&[u8]> {
        self.joined(at).then(|| self.form(at))
    }

    /// "Abdul Hamid Dbeibeh" is no Abdul Hamid: a further name stands behind that of somebody who is of another country than
    /// the title says, or holds no office on the day.
    fn runs_on_english(&self, end: usize, key: EntityId, context: Context) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        let country = |of: EntityId| gazetteer.get(of).country;
        // "Al-Sayed al-Badawy"
        let particle = matches!(self.form_at(end), Some(b"al" | b"el" | b"bin"))
            && self.tokens.tokens.get(end + 1).is_some_and(|next| next.capital && next.gap == Gap::Hyphen);
        let goes_on = particle || self.is_name_like(end) && !self.tokens.tokens[end].owner;
        if !goes_on || self.is_introduced_by_name(key) {
            return false;
        }
        let named = self.scan.at(end).iter().any(|hit| hit.kinds.has(Kinds::NAME.with(Kinds::DEMONYM)));
        let of = context.of.map(|of| country(of).unwrap_or(of));
        let foreign = of.is_some_and(|of| country(key).is_some_and(|own| own != of));
        let serves = self.date.is_none_or(|day| gazetteer.offices().of_person(key).any(|term| term.covers(day)));
        foreign || !named && !serves
    }

    /// Returns whether the document has named the entity already.
    pub(super) fn is_introduced_by_name(&self, key: EntityId) -> bool {
        self.introduced.contains_key(&key)
    }

    /// سلمان بن عبدالعزيز آل سعود, عبد الله الثاني ابن الحسين: the lineage behind a known name belongs to it.
    pub(super) fn over_lineage(&self, start: usize, mut end: usize) -> usize {
        if self.lang == Lang::En {
            return self.over_lineage_english(start, end);
        }
        let particle = |at: usize| {
            self.joined(at) && {
                let form = self.tokens.form(&self.tokens.tokens[at]);
                // آل and ابن in normal form.
                form == SON || form == [0x80, 0x96] || form == [0x80, SON[0], SON[1]]
            }
        };
        while particle(end) && self.joined(end + 1) && !self.is_lexical(end + 1) {
            end += 2;
            if self.class(end - 1, Kinds::PARTICLE, |class| class == Class::Particle).is_some() && self.joined(end) {
                end += 1;
            }
        }
        end
    }

    /// "Mohammed bin Nayef" is nobody who is known as Mohammed alone.
    pub(super) fn is_another_son(&self, at: usize, end: usize) -> bool {
        self.lang == Lang::En && end == at + 1 && matches!(self.form_at(end), Some(b"bin" | b"ibn"))
    }

    /// "Mohammed bin Salman bin Abdulaziz Al Saud": fathers behind a name, and the house behind fathers.
    fn over_lineage_english(&self, start: usize, mut end: usize) -> usize {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let father = |at: usize| matches!(form(at), b"bin" | b"ibn" | b"bint");
        let mut sons = (start..end).any(father);
        loop {
            let next = self.tokens.tokens.get(end + 1).filter(|_| end + 1 < self.range.1 && self.joined(end));
            let Some(next) = next.filter(|next| next.capital) else { return end };
            let son = father(end) && self.joined(end + 1);
            let house = sons && form(end) == b"al" && matches!(next.gap, Gap::Space | Gap::Hyphen);
            if !son && !house {
                return end;
            }
            sons = true;
            end += 2;
        }
    }

    /// الكاتب بلال فضل: another name stands behind a name, known or not.
    pub(super) fn names_on(&self, at: usize) -> bool {
        self.is_name_like(at)
            || self.joined(at) && self.is_ali(at) && self.is_ali_of(at + 1)
            || self.is_given_before_name(at)
            || self.lang == Lang::Ar
                && self.joined(at)
                && self.is_strange(at)
                && self.tokens.tokens[at].gap == Gap::Space
    }

    /// مبارك فيصل سعود الصباح: whether a given name that is a word besides stands at a token, and a further name right behind it.
    fn is_given_before_name(&self, at: usize) -> bool {
        // What may be a verb with its proclitic besides, only where three names stand in a row.
        let third = || {
            self.joined(at + 2)
                && self.scan.word(at + 2).is_some_and(|word| self.knowledge.dictionary.is_name_word(word))
        };
        self.lang == Lang::Ar
            && self.joined(at)
            && self.tokens.tokens[at].gap == Gap::Space
            && self.is_first_name(at)
            && !self.is_function(at)
            && (!self.may_be_verb(at) || third())
            && self.title_at(at).is_none()
            && self.is_name_like(at + 1)
            && self.tokens.tokens[at + 1].gap == Gap::Space
            && self.listed_person_at(at).is_none()
            && self.listed_person_at(at + 1).is_none()
            && !self.is_country_at(at + 1)
    }

    /// Returns whether one token names a country and nobody.
    pub(super) fn is_country_at(&self, at: usize) -> bool {
        let named =
            self.name(at, Context::default()).filter(|named| named.end == at + 1 && named.clitics == Clitics::NONE);
        named.is_some_and(|named| self.names_country(named.referent))
    }

    /// Returns whether a joined token looks like a further name.
    pub(super) fn is_name_like(&self, at: usize) -> bool {
        if !self.joined(at) || self.is_lexical(at) || self.title_at(at).is_some() || self.demonym(at).is_some() {
            return false;
        }
        match self.lang {
            Lang::En => self.tokens.tokens[at].capital && self.tokens.tokens[at].gap == Gap::Space,
            Lang::Ar => self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_name_word(word)),
        }
    }
}
