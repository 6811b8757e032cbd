//! Who is named between a verb of saying, or مع, and an office: قال حافظ أبو سعدة، رئيس المنظمة.
//!
//! What stands there is somebody, even where each of the words has another meaning.

use super::name::Context;
use super::reader::Reader;
use super::scan::Hit;
use super::unlisted::SERVANT;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::lexicon::Class;
use crate::text::fold::{ALEF, LAM};
use crate::text::{Clitics, Gap};

/// مع in normal form.
const WITH: [u8; 2] = [0x97, 0x91];
/// علي, or على, in normal form.
const ALI: [u8; 3] = [0x91, LAM, 0x9B];
/// A name that has more words is no name.
const MOST_WORDS: usize = 4;

impl Reader<'_> {
    /// Returns the end of the name that begins at a token, behind a verb of saying or مع and before an office.
    ///
    /// Behind a verb that may have a noun as its object (أكد محمد أهمية وزارة) the name ends at a comma, or is made of words that mean
    /// nothing else.
    #[inline(always)]
    pub(super) fn named_before_office(&self, at: usize, led: bool) -> Option<usize> {
        let may = self.lang == Lang::Ar && at > self.range.0 && (led || self.may_lead_to_name(at - 1));
        if may { self.named_behind_word(at, led) } else { None }
    }

    /// The same, where the word before lets a name follow.
    #[inline(never)]
    fn named_behind_word(&self, at: usize, led: bool) -> Option<usize> {
        if !self.joined(at) || !self.joined(at + 1) {
            return None;
        }
        let near = at + 1..self.range.1.min(at + MOST_WORDS + 1);
        if !near.into_iter().any(|token| self.scan.kinds(token).has(Kinds::TITLE)) {
            return None;
        }
        let with = self.form(at - 1) == WITH;
        let ranked = led && self.is_ranked(at);
        if !with && !ranked && !self.says(at - 1) && !self.may_be_verb(at - 1) {
            return None;
        }
        // قال takes no object, and no على.
        let tells = !with && self.tells(at - 1);
        let given = self.given_end(at, tells || with);
        let names = tells || with || ranked;
        let foreign = || (names || self.is_strange(at)) && self.may_be_foreign(at);
        let second = given.or_else(|| foreign().then_some(at + 1))?;
        let mut end = second;
        let mut plain = true;
        let mut particle = false;
        while end < at + MOST_WORDS + 1 {
            let apart = end < self.range.1 && matches!(self.tokens.tokens[end].gap, Gap::Punct(b',') | Gap::Hyphen);
            if end > second && self.is_singular_office(end) && (apart || self.joined(end)) {
                let certain = given.is_some() && (apart || tells);
                return (!particle && (certain || plain)).then_some(end);
            }
            let after_particle = particle;
            particle = self
                .class(end, Kinds::PARTICLE, |class| class == Class::Particle)
                .is_some_and(|(next, clitics)| next == end + 1 && clitics == Clitics::NONE);
            if !self.joined(end) || !particle && !self.may_be_family(end) {
                return None;
            }
            plain &= particle
                || after_particle
                || !self.is_common(end) && (names || self.is_word_of_names(end) || self.is_strange(end))
                // المهندس خالد نصر رئيس: no noun of a deed.
                || ranked && given.is_some() && self.knowledge_forms(end).next().is_none();
            end += 1;
        }
        None
    }

    /// Returns whether a name may follow a token though nothing says so: behind most words none does, as a few bits tell.
    #[inline]
    fn may_lead_to_name(&self, at: usize) -> bool {
        self.scan.kinds(at).has(Kinds::VERB.with(Kinds::SAYING)) || self.form(at) == WITH
    }

    fn is_word_of_names(&self, at: usize) -> bool {
        self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_name_word(word))
    }

    /// Returns one past the given name at a token: one that is in the list, whatever else it means, عبد or a word before الدين with the
    /// next word, and علي. `certain` says that what stands before it takes no على.
    fn given_end(&self, at: usize, certain: bool) -> Option<usize> {
        // الدين in normal form.
        const FAITH: [u8; 5] = [ALEF, LAM, 0x87, 0x9B, 0x98];
        let form = self.form(at);
        if form == SERVANT {
            return self.is_behind_servant(at + 1).then_some(at + 2);
        }
        if form == ALI {
            // أكد على أهمية الحوار: a verb that takes على.
            let named = || self.is_ali(at) || !self.is_common(at + 1);
            let ali = certain || self.says(at - 1) && named();
            return ali.then_some(at + 1);
        }
        if self.form(at + 1) == FAITH && self.may_be_foreign(at) {
            return Some(at + 2);
        }
        let given = self.is_first_name(at) || form.starts_with(&SERVANT) && self.may_be_family(at);
        (given && !self.is_function(at)).then_some(at + 1)
    }

    /// كاسا, روز, البدري: whether a word that is in no list of given names may be one, since it means nothing else.
    fn may_be_foreign(&self, at: usize) -> bool {
        let article = self.form(at).starts_with(&[ALEF, LAM]);
        (!article || self.is_certain_surname(at))
            && self.may_be_family(at)
            && !self.is_common(at)
            && self.name(at, Context::default()).is_none()
    }

    /// Returns whether an office of one person stands at a token, with no proclitic.
    fn is_singular_office(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|(_, clitics, _, title)| clitics == Clitics::NONE && title.office.is_some())
    }

    /// Returns whether a word may be the name of a family where nothing but a name stands: no word of grammar, no office, nothing behind a
    /// proclitic. على is one before a comma.
    fn may_be_family(&self, at: usize) -> bool {
        let form = self.form(at);
        if form == ALI {
            return self.is_ali(at) || at + 1 < self.range.1 && self.tokens.tokens[at + 1].gap == Gap::Punct(b',');
        }
        form.len() > 2
            && form[0] >= 0x80
            && (!self.is_function(at) || self.is_quiet_name(at))
            && !self.is_longer_title(at)
            && !self.is_singular_office(at)
            && (self.is_word_of_names(at) || !self.peels_to_name(at) && !self.is_prepositional(at))
    }

    /// خالد نصر: whether a word is one of the lexicon, but none that holds a sentence together.
    fn is_quiet_name(&self, at: usize) -> bool {
        let quiet = |(hit, class): (&Hit, Class)| hit.end as usize > at + 1 || !class.is_function() || class.is_quiet();
        self.classes(at, Kinds::FUNCTION).all(quiet)
    }
}
