//! People whom the text introduces and nobody listed: where their names begin and end, and the same people later on.

use super::familiar::Marks;
use super::kind::MentionType;
use super::mechanism::Mechanism;
use super::name::{Context, Named};
use super::people::NewEntity;
use super::phrase::Referent;
use super::reader::Reader;
use super::spoken::{List, name_key};
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId, State};
use crate::lexicon::{Class, Shape};
use crate::text::fold::{ALEF, BEH, FEH, JEEM, KAF, LAM, SEEN, WAW};
use crate::text::{Clitics, Gap, Token};

/// ي in normal form.
const YEH: u8 = 0x9B;
/// م in normal form.
const MEEM: u8 = 0x97;
/// ع and د in normal form.
const AIN: u8 = 0x91;
const DAL: u8 = 0x87;
/// عبد in normal form.
const SERVANT: [u8; 3] = [AIN, BEH, DAL];
/// ت in normal form.
const TEH: u8 = 0x82;
/// ح, ر, ص and ق in normal form.
const HAH: u8 = 0x85;
const REH: u8 = 0x89;
const SAD: u8 = 0x8D;
/// ش, خ and ج in normal form.
const SHEEN: u8 = 0x8C;
const KHAH: u8 = 0x86;
const QAF: u8 = 0x94;
/// Names of more words than this are lists.
const MOST_WORDS: usize = 6;
/// Within so many words before a name its last word is looked for; most articles are shorter.
const BEFORE: usize = 1024;

/// Returns what may be peeled off a word in normal form that is long enough for it.
pub(super) fn clitic_of(form: &[u8]) -> Option<Clitics> {
    if form.len() <= 3 {
        return None;
    }
    match form[0] {
        WAW => Some(Clitics::WA),
        FEH => Some(Clitics::FA),
        BEH => Some(Clitics::BI),
        LAM => Some(Clitics::LI),
        KAF => Some(Clitics::KA),
        _ => None,
    }
}

impl Reader<'_> {
    /// Returns the person the document has introduced whose full name or surname stands at a token.
    pub(super) fn introduced_person(&self, at: usize, context: Context) -> Option<Named> {
        if !self.may_be_introduced(at) {
            return None;
        }
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let behind = clitic_of(form).and_then(|_| form.get(1..));
        let read = || [Some(form), behind].into_iter().flatten();
        let new = self.spoken.having(read(), List::New).into_iter().map(|place| {
            let new = &self.people[place as usize];
            (&new.words, Referent::New(place), new.kind)
        });
        let known = self.spoken.having(read(), List::Printed).into_iter().map(|place| {
            let (words, referent) = &self.printed[place as usize];
            (words, *referent, self.kind_of(*referent))
        });
        for (words, referent, kind) in new.chain(known) {
            let body = kind != EntityKind::Person;
            if body && context.person {
                continue;
            }
            for (skip, clitics) in self.peeled(at) {
                let matched = self.matching(at, skip, words);
                // ولد الشيخ أحمد: the name from its second word on.
                let tail = if words.len() > 2 && !body { self.matching(at, skip, &words[1..]) } else { 0 };
                if tail >= 2 && tail + 1 == words.len() {
                    return Some(Named::new(at + tail, clitics, skip, referent, MentionType::Name));
                }
                let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
                // رسول الله: God's name is nobody's surname.
                // سعد الدين: nor is faith.
                let god = form == [ALEF, LAM, LAM, 0x99] || form == [ALEF, LAM, DAL, YEH, 0x98];
                let honorific = self.title_at(at).is_some();
                // "Mohammed bin Salman": the last name is his father's, and the first two are no name.
                let son = |at: usize| {
                    self.lang == Lang::En
                        && matches!(referent, Referent::Known(_))
                        && words.get(at).is_some_and(|word| matches!(word.as_slice(), b"bin" | b"ibn" | b"bint"))
                };
                let matched = if matched < words.len() && matched > 0 && son(matched - 1) { 0 } else { matched };
                // "Houthi targets", where the text has named Abdul-Malik al-Houthi: the movement's, not his.
                let of_movement = self.lang == Lang::En
                    && self.scan.kinds(at).has(Kinds::DEMONYM)
                    && words.len() > 2
                    && matches!(words[words.len() - 2].as_slice(), b"al" | b"el")
                    && !(at > self.range.0 && matches!(self.tokens.form(&self.tokens.tokens[at - 1]), b"al" | b"el"));
                let surname = !god
                    && !of_movement
                    && !son(words.len().saturating_sub(2))
                    && !honorific
                    && !body
                    && form.len() > 2
                    && words.last().is_some_and(|word| word == form)
                    && words.len() > 1
                    // اطلاع الرئيس على تقارير, where somebody is called ياسر علي.
                    && (!self.is_function(at) || self.is_ali(at));
                let whole = matched == words.len();
                if whole || matched >= 2 && !body || (surname && self.may_be_surname(at, skip, context)) {
                    let end = at + if matched >= 2 || whole { matched } else { 1 };
                    if self.lang == Lang::En && !self.tokens.tokens[at].capital {
                        continue;
                    }
                    return Some(Named::new(end, clitics, skip, referent, MentionType::Name));
                }
            }
        }
        None
    }

    /// Returns whether a token, with or without a proclitic, may be a word of a name that the document has given.
    #[inline]
    pub(super) fn may_be_introduced(&self, at: usize) -> bool {
        self.spoken.may_have_any(self.scan.signs(at))
    }

    /// Notes a name by which [`Reader::introduced_person`] may find it, and where it stands in its list.
    pub(super) fn note_spoken(&mut self, words: &[Vec<u8>], list: List, place: usize) {
        self.spoken.note(words, list, place);
        self.late = self.late || words.last().is_some_and(|word| self.stood_before(word));
    }

    /// Returns whether a word stands in a sentence before this one, alone or with proclitics; it is looked for in the
    /// last [`BEFORE`] words.
    fn stood_before(&self, word: &[u8]) -> bool {
        let before = self.tokens.tokens[..self.range.0].iter().rev().take(BEFORE);
        let Some(last) = word.last() else { return false };
        // Nearly all differ in length or in the last letter.
        let near = |token: &&Token| {
            let length = (token.end - token.start) as usize;
            (word.len()..=word.len() + 2).contains(&length) && self.tokens.codes[token.end as usize - 1] == *last
        };
        before.filter(near).any(|token| self.tokens.form(token).ends_with(word))
    }

    /// Returns whether the last name of somebody named before may stand alone here: محمد is anybody.
    fn may_be_surname(&self, at: usize, skip: u32, context: Context) -> bool {
        let given = self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_given_name(word));
        let unlike = |index: usize| !(self.is_name_like(index) || self.joined(index) && self.is_strange(index));
        let alone = unlike(at + 1) && (at == self.range.0 || !self.is_name_like(at - 1));
        // وقال سلام: an everyday word that says something is somebody.
        let speaker =
            || self.lang == Lang::Ar && skip == 0 && at > self.range.0 && self.joined(at) && self.says(at - 1);
        (context.title || !self.is_lexical(at) || self.is_no_clause(at) || speaker()) && (!given || alone)
    }

    /// وقال فورد: what could be ف and a verb opens no clause within one, nor in quotes.
    fn is_no_clause(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let verb = |at: usize| self.may_be_verb(at);
        let within = at > self.range.0 && self.joined(at) && (self.is_function(at - 1) || verb(at - 1));
        self.tokens.form(token).first() == Some(&FEH)
            && (within || token.quote)
            && !self.scan.at(at).iter().any(|hit| hit.clitics == Clitics::NONE && hit.kinds.has(Kinds::LEXICON))
    }

    /// Returns how many tokens from `at` on are the words of a name, in order.
    fn matching(&self, at: usize, skip: u32, words: &[Vec<u8>]) -> usize {
        let mut matched = 0;
        for (offset, word) in words.iter().enumerate() {
            let token = at + offset;
            if token >= self.range.1 || (offset > 0 && !self.joined(token)) {
                break;
            }
            let form = self.tokens.form(&self.tokens.tokens[token]);
            if &form[if offset == 0 { skip as usize } else { 0 }..] != word.as_slice() {
                break;
            }
            matched += 1;
        }
        matched
    }

    /// Returns the ways to peel conjunction and preposition off a token, the token as it stands first.
    pub(super) fn peeled(&self, at: usize) -> impl Iterator<Item = (u32, Clitics)> + use<> {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        [Some((0, Clitics::NONE)), clitic_of(form).map(|clitic| (1, clitic))].into_iter().flatten()
    }

    /// Returns the end of the name of a person nobody listed that begins at a token.
    ///
    /// `led` says that a title or honorific stands before it; without one the name must begin with a known given name.
    pub(super) fn new_name(&self, at: usize, led: bool) -> Option<usize> {
        if self.without.lacks(Mechanism::NewNames) || !led && !self.may_open_name(at) {
            return None;
        }
        match self.lang {
            Lang::Ar => self.new_name_arabic(at, 0, led),
            Lang::En => self.new_name_english(at, led),
        }
    }

    /// Returns whether the name of a person whom no title announces may begin at a token: with a given name or a particle,
    /// or with what nobody knows behind a verb of saying. Most tokens end here.
    pub(super) fn may_open_name(&self, at: usize) -> bool {
        let word = self.scan.word(at);
        let given = self.scan.marks(at).has(Marks::GIVEN);
        match self.lang {
            Lang::Ar => {
                given
                    || self.scan.kinds(at).has(Kinds::PARTICLE)
                    || word.is_none() && (at > self.range.0 && self.says(at - 1) || self.is_foreign_before_office(at))
            }
            Lang::En => self.tokens.tokens[at].capital && (given || self.foreign_before_title(at).is_some()),
        }
    }

    /// "Akiba Takeo, the secretary general of": two to four words with capitals that nobody knows, where an apposition says
    /// of what they are the head.
    fn foreign_before_title(&self, at: usize) -> Option<usize> {
        const MOST_WORDS: usize = 4;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let placed = at > self.range.0
            && self.joined(at)
            && self.class(at - 1, Kinds::PREPOSITION, |class| self.is_place_preposition(class)).is_some();
        if self.lang != Lang::En || placed || self.scan.word(at).is_some() || !self.scan.at(at).is_empty() {
            return None;
        }
        let named = |at: usize| {
            let token = &self.tokens.tokens[at];
            token.capital && form(at).len() > 1 && form(at).iter().all(u8::is_ascii_lowercase) && !self.is_lexical(at)
        };
        let tight = |next: &usize| *next == at || self.joined(*next) && self.tokens.tokens[*next].gap != Gap::Joined;
        let end = at + (at..self.range.1.min(at + MOST_WORDS)).take_while(|next| tight(next) && named(*next)).count();
        let comma = end > at + 1 && end + 2 < self.range.1 && self.tokens.tokens[end].gap == Gap::Punct(b',');
        if !comma {
            return None;
        }
        let article = matches!(form(end), b"the" | b"a" | b"an" | b"its" | b"his" | b"her" | b"their");
        let (title, ..) = self.title_at(end + usize::from(article))?;
        let led_on = self.joined(title) && matches!(form(title), b"of" | b"for" | b"at");
        led_on.then_some(end)
    }

    /// ومحمد عليوة, "and Muhammad Ulaywa": the name without a title that begins behind a proclitic of the token.
    pub(super) fn new_name_behind(&self, at: usize) -> Option<(usize, u32, Clitics)> {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let servant = form.len() == SERVANT.len() + 1 && form.ends_with(&SERVANT);
        if self.without.lacks(Mechanism::NewNames) || !servant && !self.scan.kinds(at).has(Kinds::FIRST_NAME) {
            return None;
        }
        // وبعبد is nobody's; عبد alone is no name.
        let (skip, clitics) =
            self.peeled(at).nth(1).filter(|_| self.lang == Lang::Ar && (servant || self.scan.word(at).is_none()))?;
        Some((self.new_name_arabic(at, skip, false)?, skip, clitics))
    }

    fn new_name_arabic(&self, at: usize, skip: u32, led: bool) -> Option<usize> {
        // One word is no name.
        if !self.joined(at + 1) {
            return None;
        }
        let mut end = at;
        let mut words = 0;
        let mut particle = false;
        while end < self.range.1 && words < MOST_WORDS {
            if end > at && !self.joined(end) {
                break;
            }
            let form = &self.tokens.form(&self.tokens.tokens[end])[if words == 0 { skip as usize } else { 0 }..];
            if form.first().is_none_or(|&code| code < 0x80)
                || (form.len() < 2 && words == 0)
                || self.is_longer_title(end)
            {
                break;
            }
            // بن, بنت and آل stand within names.
            let opens = words > 0 || form != [BEH, 0x98] && form != [BEH, 0x98, TEH] && form != [ALEF, LAM];
            if words == 0 && skip > 0 && form == SERVANT && self.joined(end + 1) && self.is_behind_servant(end + 1) {
                particle = true;
                end += 1;
                continue;
            }
            if opens
                && (skip == 0 || words > 0)
                && self.scan.kinds(end).has(Kinds::CLASS)
                && self
                    .class(end, Kinds::PARTICLE, |class| class == Class::Particle)
                    .is_some_and(|(e, c)| e == end + 1 && c == Clitics::NONE)
            {
                particle = true;
                end += 1;
                continue;
            }
            // إبراهيم بن السلطان إسكندر: his father's title.
            let fathers = particle && words > 0 && self.joined(end + 1);
            if fathers
                && self
                    .title_at(end)
                    .is_some_and(|(e, c, _, t)| e == end + 1 && c == Clitics::NONE && t.state == State::Definite)
            {
                end += 1;
                continue;
            }
            let accepted = match words {
                0 if particle && (self.is_behind_servant(end) || self.is_behind_jean(end)) => true,
                0 if skip > 0 => self.is_first_name_behind(end, skip) || self.is_office_holder_behind(end, skip),
                0 => self.may_begin(end, led),
                _ => self.may_continue(end, words, led, particle),
            };
            if !accepted {
                break;
            }
            particle = false;
            words += 1;
            end += 1;
        }
        if particle {
            end -= 1;
        }
        (words >= 2).then_some(end)
    }

    /// Returns whether a token less its proclitics is in the list of given names, and no everyday word.
    fn is_first_name_behind(&self, at: usize, skip: u32) -> bool {
        let is = |wanted: fn(Class) -> bool| {
            self.classes(at, Kinds::WORD)
                .any(|(hit, class)| hit.end as usize == at + 1 && hit.skip == skip && wanted(class))
        };
        is(|class| class == Class::FirstName) && !is(|class| class != Class::FirstName)
    }

    /// بنضال القطامين، وزير العمل: a given name that is a word of the language besides, behind a proclitic, where a name of the
    /// family and an office say that somebody is meant.
    fn is_office_holder_behind(&self, at: usize, skip: u32) -> bool {
        let given = self
            .classes(at, Kinds::FIRST_NAME)
            .any(|(hit, class)| hit.end as usize == at + 1 && hit.skip == skip && class == Class::FirstName);
        given
            && self.joined(at + 1)
            && (self.is_strange(at + 1)
                || self.is_certain_surname(at + 1)
                || self.class(at + 1, Kinds::PARTICLE, |class| class == Class::Particle).is_some())
            && self.office_follows(at + 2)
    }

    /// Returns whether an office stands behind a name whose second word ends before a token, within two words of the name and
    /// a comma.
    fn office_follows(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 3;
        for end in at..at + MOST_WORDS {
            if end >= self.range.1 {
                return false;
            }
            let near = self.joined(end) || self.tokens.tokens[end].gap == Gap::Punct(b',');
            if !near {
                return false;
            }
            if let Some((_, clitics, _, title)) = self.title_at(end) {
                return clitics == Clitics::NONE && title.office.is_some();
            }
            if !self.joined(end) || self.is_lexical(end) {
                return false;
            }
        }
        false
    }

    /// عبد الجواد: what stands behind عبد is the second half of a given name, whatever else it means.
    fn is_behind_servant(&self, at: usize) -> bool {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        at > self.range.0
            && self.joined(at)
            && form(at).len() > 4
            && form(at).starts_with(&[ALEF, LAM])
            && form(at - 1).ends_with(&SERVANT)
    }

    /// جان لوك بوتييه: what nobody knows, or a name, behind جان and before another such.
    fn is_behind_jean(&self, at: usize) -> bool {
        let name = |at: usize| {
            let word = self.scan.word(at);
            let known = word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
            self.joined(at) && !self.is_lexical(at) && (known || self.is_strange(at))
        };
        at > self.range.0
            && self.tokens.form(&self.tokens.tokens[at - 1]) == [JEEM, ALEF, 0x98]
            && name(at)
            && name(at + 1)
    }

    /// عادل عبد الظاهر, فضل الجعدي: whether a given name that is a word of the language besides is surely one here, by the
    /// particle or the name of a family behind it.
    pub(super) fn is_certain_given(&self, at: usize) -> bool {
        let word = self.scan.word(at).filter(|_| self.lang == Lang::Ar && self.joined(at + 1) && !self.is_function(at));
        let given = word.is_some_and(|word| self.knowledge.dictionary.is_given_name(word));
        // كما طالب عبد المقصود, يرى الأبنودي: a verb and who is its subject.
        let verb = || {
            self.says(at)
                || self.looks_verbal(at)
                || !self.is_first_name(at) && self.knowledge_forms(at).any(|shape| matches!(shape, Shape::Verb { .. }))
        };
        if !given || self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM]) || verb() {
            return false;
        }
        let form = self.tokens.form(&self.tokens.tokens[at + 1]);
        // عبد, أبو and آل: what is not said of a thing.
        const PARTICLES: [&[u8]; 3] = [&SERVANT, &[ALEF, BEH, WAW], &[ALEF, LAM]];
        PARTICLES.contains(&form) && self.joined(at + 2) || self.is_certain_surname(at + 1)
    }

    /// الشمراني, الجعدي: a relative adjective with the article that is no word of the language, nor of a country.
    fn is_certain_surname(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        form.len() > 5
            && form.starts_with(&[ALEF, LAM])
            && form.last() == Some(&YEH)
            && !self.is_lexical(at)
            && self.demonym(at).is_none()
            && self.title_at(at).is_none()
    }

    /// Returns whether a name may begin with a token.
    fn may_begin(&self, at: usize, led: bool) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let word = self.scan.word(at);
        let name_word = word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
        let given = word.is_some_and(|word| self.knowledge.dictionary.is_given_name(word));
        // Most tokens end here.
        if !led && !given && !self.is_foreign_speaker(at) && !self.is_foreign_before_office(at) {
            return false;
        }
        // عهد حسني مبارك: a noun and somebody listed.
        if self.joined(at + 1)
            && self.listed_person_at(at + 1).is_some_and(|end| end > at + 2)
            && !self.is_first_name(at)
        {
            return false;
        }
        let lineage = given && self.joined(at + 1) && self.is_son(at + 1);
        let ali = self.is_ali(at) && self.is_ali_of(at + 1) && (led || self.is_dotted_name(at));
        let given_only = led && self.is_first_name(at) && !self.is_function(at)
            || self.is_certain_given(at)
            || self.is_first_name(at) && !self.is_function(at) && !self.is_lexical_itself(at)
            // قال تامر منصور: no second verb stands behind that one.
            || self.is_first_name(at)
                && !self.is_function(at)
                && at > self.range.0
                && self.tells(at - 1)
                && self.names_on(at + 1);
        if self.is_common(at) && !lineage && !ali && !given_only {
            return false;
        }
        if !led {
            return true;
        }
        let article = form.starts_with(&[ALEF, LAM]);
        // رغبة الوزير لتسريع أسلمة الجهاز: what is to be done.
        if !name_word && form.starts_with(&[LAM, TEH]) {
            return false;
        }
        // Without a known given name the tokens must not look like an ordinary phrase.
        (name_word || !article && !self.looks_verbal(at) && form.len() > 2 && self.is_name_ahead(at))
            && !form.starts_with(&[LAM, LAM])
            && (name_word || !self.peels_to_name(at))
    }

    /// Returns whether a name of `words` words may go on with a token.
    fn may_continue(&self, at: usize, words: usize, led: bool, particle: bool) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let word = self.scan.word(at);
        let name_word = word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
        let ali = self.is_ali(at);
        if particle && self.is_behind_servant(at) {
            return true;
        }
        if words == 1 && (self.is_ordinary_surname(at) || self.is_middle_title(at)) {
            return true;
        }
        // استقبل الرئيس هادي بان كي مون: behind the one name of somebody listed begins the next one's.
        if words == 1 && led && self.listed_person_at(at).is_some_and(|end| end > at + 1) && self.names_listed(at - 1) {
            return false;
        }
        if words > 1 && self.is_another_party(at) {
            return false;
        }
        // ودوغلاس ويتمور: with a conjunction on the given name, too, and with a preposition where an office follows: فدان قمح.
        let behind = || {
            let and = self.tokens.form(&self.tokens.tokens[at - 1]).first() == Some(&WAW);
            // ورقية لتصفى, وسمية الكيماويات.
            let noun = form.first() == Some(&LAM) || form.ends_with(&[ALEF, TEH]);
            self.is_first_name_behind(at - 1, 1) && (and && !noun || self.office_follows(at + 1))
        };
        let given_before = || self.is_first_name(at - 1) || behind();
        // أحمد جمال ورضوى السيد: what nobody knows behind و begins the next name.
        let future = form.starts_with(&[WAW, SEEN, YEH]);
        let second = words == 1 && (led || given_before()) && !future;
        if !name_word && form.first() == Some(&WAW) && form.len() > 3 && !second {
            return false;
        }
        // عادل المصري: behind a single given name the relative adjective of a country is the family's.
        let kin = words == 1
            && form.starts_with(&[ALEF, LAM])
            && form.last() == Some(&YEH)
            && self.is_first_name(at - 1)
            && !self.tokens.form(&self.tokens.tokens[at - 1]).starts_with(&[ALEF, LAM])
            && (led || self.is_told_of(at - 1) || !self.joined(at - 1));
        if kin && !self.is_lexical(at - 1) && self.demonym(at).is_some_and(|(end, ..)| end == at + 1) {
            return true;
        }
        let function = self.is_function(at) && !ali;
        if function || self.is_common(at) && !ali && !(name_word && self.is_first_name(at)) {
            return false;
        }
        // أحمد ماهر أمين حزب: what stands before a body's noun is an office.
        if words > 1 && self.joined(at + 1) && self.class(at + 1, Kinds::BODY, |class| class == Class::Body).is_some() {
            return false;
        }
        // وأحمد is "and Ahmad": the name ends before it.
        if !name_word && (self.peels_to_name(at) || self.is_prepositional(at)) {
            return false;
        }
        if particle || name_word || led && words == 1 && !self.looks_verbal(at) {
            return true;
        }
        let article = form.starts_with(&[ALEF, LAM]);
        // الشرقاوي: a relative adjective that is no demonym is a family name.
        if article && word.is_none() && form.last() == Some(&YEH) {
            return true;
        }
        // فراس العساف: the family of somebody listed, too.
        if article && words == 1 && self.is_first_name(at - 1) && !self.is_lexical(at) && self.names_listed(at) {
            return true;
        }
        self.is_strange(at)
            && !self.is_quality(at)
            && (words > 1 || self.ends_name(at + 1) && (self.is_told_of(at - 1) || given_before()))
    }

    /// Returns whether a token alone may name somebody listed.
    fn names_listed(&self, at: usize) -> bool {
        let person = |payload: &Payload| match *payload {
            Payload::Alias(index) => {
                let entity = self.knowledge.gazetteer.alias(index).entity;
                self.knowledge.gazetteer.get(entity).kind == EntityKind::Person
            }
            _ => false,
        };
        self.scan.at(at).iter().any(|hit| {
            hit.end as usize == at + 1
                && hit.kinds.has(Kinds::NAME)
                && self.knowledge.dictionary.payloads(hit.node).iter().any(person)
        })
    }

    /// أكد فلان متانة العلاقات: a feminine noun right before a definite word of the language is what he speaks of.
    fn is_quality(&self, at: usize) -> bool {
        let article = |at: usize| self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM]);
        self.tokens.tokens[at].span.of(self.text).ends_with('\u{629}')
            && self.joined(at + 1)
            && article(at + 1)
            && self.is_lexical(at + 1)
            && self.title_at(at + 1).is_none()
    }

    /// محمد السيد خليفة, أحمد الشيخ: an honorific as the second of somebody's names.
    fn is_middle_title(&self, at: usize) -> bool {
        // السيد, الشيخ and الحاج in normal form.
        const HONORIFICS: [&[u8]; 3] =
            [&[ALEF, LAM, SEEN, YEH, 0x87], &[ALEF, LAM, SHEEN, YEH, KHAH], &[ALEF, LAM, HAH, ALEF, JEEM]];
        at > self.range.0
            && HONORIFICS.contains(&self.tokens.form(&self.tokens.tokens[at]))
            && self.is_first_name(at - 1)
            && !self.is_function(at - 1)
    }

    /// قال مدحت عوض، الناشط: behind a verb that has no noun as its object, an everyday word after a given name is the
    /// family's, where a title, a mark or "that" follows.
    fn is_ordinary_surname(&self, at: usize) -> bool {
        if at < self.range.0 + 2 || !self.joined(at) {
            return false;
        }
        let given = self.is_first_name(at - 1) && self.joined(at - 1) && (self.tells(at - 2) || self.is_ranked(at - 1));
        // وخالد ميري وعلاء ثابت: in a list of people, with the conjunction on the given name.
        let listed = || self.is_first_name_behind(at - 1, 1) && self.is_told_of(at - 1);
        if !given && !listed() {
            return false;
        }
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let everyday = self.classes(at, Kinds::WORD).all(|(hit, class)| {
            hit.end as usize == at + 1 && hit.clitics == Clitics::NONE && (!class.is_function() || class.is_quiet())
        });
        // محمد عقدة: عقده would be a verb with its object, but no pronoun is written so.
        let verbal = !self.tokens.tokens[at].teh_marbuta && self.knowledge_forms(at).next().is_some();
        let followed = at + 1 < self.range.1
            && (!self.joined(at + 1)
                || self.title_at(at + 1).is_some()
                || self.class(at + 1, Kinds::CLAUSE, |class| class == Class::Complement).is_some());
        everyday
            && !verbal
            && form.len() > 2
            && !form.starts_with(&[ALEF, LAM])
            && self.title_at(at).is_none()
            && self.demonym(at).is_none()
            && followed
    }

    /// Returns whether a verb of saying that has no noun as its object stands at a token: قال, صرح, أضاف.
    fn tells(&self, at: usize) -> bool {
        // قال, قالت, يقول, تقول, صرح, صرحت, أضاف and أضافت in normal form.
        const TELLING: [&[u8]; 8] = [
            &[QAF, ALEF, LAM],
            &[QAF, ALEF, LAM, TEH],
            &[YEH, QAF, WAW, LAM],
            &[TEH, QAF, WAW, LAM],
            &[SAD, REH, HAH],
            &[SAD, REH, HAH, TEH],
            &[ALEF, 0x8E, ALEF, FEH],
            &[ALEF, 0x8E, ALEF, FEH, TEH],
        ];
        let verb = self.tokens.form(&self.tokens.tokens[at]);
        TELLING.contains(&verb.strip_prefix(&[WAW]).filter(|_| verb.len() > 3).unwrap_or(verb))
    }

    /// الدكتور أيمن, اللواء سامح: whether a title that honours stands right before a token, and none before which a ruler's given
    /// name is complete: أكد الشيخ محمد أهمية ذلك.
    fn is_ranked(&self, at: usize) -> bool {
        const ALONE: [&str; 6] = ["sheikh", "sheikha", "prince", "princess", "king", "sultan"];
        let offices = self.knowledge.gazetteer.offices();
        at > self.range.0
            && self.joined(at)
            && self.title_at(at - 1).is_some_and(|(end, _, _, title)| {
                end == at && title.office.is_none_or(|office| !ALONE.contains(&offices.name(office)))
            })
    }

    /// Returns whether a given name without a title stands where people are named: behind a verb of saying, in a list of
    /// people, alone on its line.
    fn is_told_of(&self, at: usize) -> bool {
        if at == self.range.0 {
            return !self.joined(at + 2);
        }
        let listed = self.mentions.last().is_some_and(|found| {
            found.span.end == self.tokens.tokens[at - 1].span.end && self.is_person(found.referent)
        });
        listed || self.joined(at) && self.says(at - 1)
    }

    pub(super) fn is_person(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
            Referent::New(index) => self.people[index as usize].kind == EntityKind::Person,
        }
    }

    /// Returns whether a token is an ordinary word of the language, or a demonym.
    fn is_common(&self, at: usize) -> bool {
        let word = self.scan.word(at);
        let name_word = word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
        self.is_lexical(at) || self.demonym(at).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE && !name_word)
    }

    /// Returns whether a token is in the list of given names.
    pub(super) fn is_first_name(&self, at: usize) -> bool {
        self.class(at, Kinds::FIRST_NAME, |class| class == Class::FirstName)
            .is_some_and(|(end, c)| end == at + 1 && c == Clitics::NONE)
    }

    /// علي with its dots is Ali; على is mostly "on", but not between a rank and the name of a family: السفير على العشيري.
    pub(super) fn is_ali(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let ranked = || {
            let rank = at > self.range.0 && self.joined(at) && self.title_at(at - 1).is_some_and(|(end, ..)| end == at);
            let family = |at: usize| {
                let form = self.tokens.form(&self.tokens.tokens[at]);
                form.starts_with(&[ALEF, LAM]) && form.last() == Some(&YEH) && !self.is_lexical(at)
            };
            rank && self.joined(at + 1) && family(at + 1)
        };
        self.tokens.form(token) == [0x91, LAM, YEH] && (token.span.of(self.text).ends_with('ي') || ranked())
    }

    /// قال علي محسن: behind a verb of saying and before another given name, علي with its dots is not على.
    fn is_dotted_name(&self, at: usize) -> bool {
        let given = |at: usize| self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_given_name(word));
        at > self.range.0
            && self.joined(at)
            && self.says(at - 1)
            && given(at + 1)
            && self.joined(at + 2)
            && self.is_name_like(at + 2)
    }

    /// العماد علي أيوب, but not أكد الوزير علي أهمية: whether what follows is a word of names and nothing else.
    pub(super) fn is_ali_of(&self, at: usize) -> bool {
        let name_word = |at: usize| self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
        self.joined(at) && name_word(at) && !self.is_common(at) && !self.is_function(at)
    }

    /// خادم الحرمين الشريفين: a title of several words.
    fn is_longer_title(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|(end, clitics, ..)| clitics == Clitics::NONE && end > at + 1)
    }

    /// Returns whether a token is a word that neither the gazetteer nor the lexicon knows, and that looks like no
    /// inflected form of the language: a rare family name, a foreign name.
    pub(super) fn is_strange(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        // مستغربا, استغرب, تساءل; وللمرة.
        let derived = form.starts_with(&[ALEF, SEEN, TEH])
            || form.starts_with(&[MEEM, SEEN, TEH])
            || form.len() > 4 && form.first() == Some(&MEEM) && form.last() == Some(&ALEF)
            || form.len() > 3 && form.first() == Some(&TEH) && form.get(1) != Some(&YEH) && form.get(1) != Some(&WAW);
        // بأكملها, لهم: a pronoun on the word.
        const HEH: u8 = 0x99;
        let pronoun = [[HEH, ALEF], [HEH, MEEM]].iter().any(|end| form.len() > 4 && form.ends_with(end));
        // لإهداره: "for his wasting".
        let his = form.len() > 5 && matches!(form[0], LAM | BEH) && form.last() == Some(&HEH);
        let attached = pronoun
            || his
            || form.len() > 4 && form.starts_with(&[LAM, LAM])
            || form.starts_with(&[BEH, ALEF, LAM])
            || form.starts_with(&[WAW, ALEF, LAM]);
        form.len() > 2
            && form[0] >= 0x80
            && self.scan.word(at).is_none()
            && self.scan.at(at).is_empty()
            && !derived
            && !attached
            && !self.looks_verbal(at)
            && !self.is_lexical(at)
    }

    /// يزور نيكوس باباديس إسرائيل: behind a name of two words the name of a country is whom something is done to, and behind two
    /// words that nobody knows that of somebody listed: التقى كوستاس ميليس أوباما.
    fn is_another_party(&self, at: usize) -> bool {
        let named = |named: Named| named.clitics == Clitics::NONE && named.end == at + 1;
        let found = self.name(at, Context::default()).filter(|found| named(*found));
        found.is_some_and(|found| match found.referent {
            Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Person => {
                self.is_strange(at - 1) && self.is_strange(at - 2)
            }
            referent => self.names_country(referent),
        })
    }

    /// Returns whether what stands at a token ends a name: a mark, a title, a word of the language.
    fn ends_name(&self, at: usize) -> bool {
        !self.joined(at) || self.title_at(at).is_some() || self.is_function(at) || self.is_lexical(at)
    }

    /// وقال ريتشارد نيفيو: two strange words behind a verb of saying are who says it.
    fn is_foreign_speaker(&self, at: usize) -> bool {
        let strange = |at: usize| {
            let article = self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM]);
            self.is_strange(at) && !article
        };
        // مصدران مقربان: two nouns in the dual or plural.
        let plural = |at: usize| {
            let form = self.tokens.form(&self.tokens.tokens[at]);
            form.ends_with(&[ALEF, 0x98]) || form.ends_with(&[YEH, 0x98]) || form.ends_with(&[WAW, 0x98])
        };
        let says = || at > self.range.0 && self.joined(at) && self.says(at - 1);
        self.scan.word(at).is_none()
            && says()
            && self.joined(at + 1)
            && strange(at)
            && strange(at + 1)
            && self.ends_name(at + 2)
            && !(plural(at) && plural(at + 1))
    }

    /// أوغور ديمير، وزير التجارة: two or three words that nobody knows, and then an office.
    fn is_foreign_before_office(&self, at: usize) -> bool {
        let strange = |at: usize| {
            let form = self.tokens.form(&self.tokens.tokens[at]);
            !form.starts_with(&[ALEF, LAM]) && !form.ends_with(&[ALEF]) && self.is_strange(at)
        };
        self.joined(at + 1) && strange(at) && strange(at + 1) && self.office_follows(at + 2)
    }

    /// Returns whether a verb of saying stands at a token.
    fn says(&self, at: usize) -> bool {
        self.scan.kinds(at).has(Kinds::SAYING)
    }

    /// Returns whether a token is a conjunction or preposition with a known word on it.
    fn peels_to_name(&self, at: usize) -> bool {
        self.scan.at(at).iter().any(|hit| {
            hit.clitics.has_conjunction()
                || hit.clitics.has_preposition()
                    && self
                        .knowledge
                        .dictionary
                        .payloads(hit.node)
                        .iter()
                        .any(|payload| !matches!(payload, Payload::Lexicon(_)))
        })
    }

    /// زينب لإطلاق, حمدي بقرية: a preposition on an everyday word of three letters or more.
    fn is_prepositional(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        form.len() > 3
            && self.scan.at(at).iter().any(|hit| {
                hit.end as usize == at + 1
                    && hit.clitics.has_preposition()
                    && form.len() - hit.skip as usize > 2
                    && self
                        .classes(at, Kinds::EVERYDAY)
                        .any(|(other, class)| other.node == hit.node && class == Class::Everyday)
            })
    }

    /// Returns whether the token behind an unknown first name is a known part of names, or both stand in quotes.
    fn is_name_ahead(&self, at: usize) -> bool {
        let next = at + 1;
        // الله alone makes no name: ليقوده الله.
        let god = |at: usize| self.tokens.form(&self.tokens.tokens[at]) == [ALEF, LAM, LAM, 0x99];
        self.tokens.tokens[at].quote
            || self.joined(next)
                && (self.scan.word(next).is_some_and(|word| self.knowledge.dictionary.is_name_word(word))
                    && !self.is_function(next)
                    && !god(next)
                    || self.is_strange(at) && self.is_strange(next)
                    || self
                        .class(next, Kinds::PARTICLE, |class| class == Class::Particle)
                        .is_some_and(|(_, clitics)| clitics == Clitics::NONE))
    }

    /// Returns whether an unknown word looks like an imperfect verb (يحاول) rather than a name.
    pub(super) fn looks_verbal(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        (form.len() > 3 && form[0] == YEH) || (form.len() > 4 && form[0] == SEEN && form[1] == YEH)
    }

    fn new_name_english(&self, at: usize, led: bool) -> Option<usize> {
        if !led && let Some(end) = self.foreign_before_title(at) {
            return Some(end);
        }
        let mut end = at;
        let mut words = 0;
        while end < self.range.1 && words < 5 {
            if end > at && !self.joined(end) {
                break;
            }
            let token = &self.tokens.tokens[end];
            let form = self.tokens.form(token);
            let word = self.scan.word(end);
            let name_word = word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
            if !token.capital {
                let particle = self.class(end, Kinds::PARTICLE, |class| class == Class::Particle).is_some()
                    || matches!(
                        form,
                        b"bin" | b"al" | b"el" | b"de" | b"van" | b"von" | b"ibn" | b"abu" | b"der" | b"da"
                    );
                if words > 0 && particle && end + 1 < self.range.1 && self.tokens.tokens[end + 1].capital {
                    end += 1;
                    continue;
                }
                // "Kang Kyung-wha": the second half of a given name.
                if words > 1 && token.gap == Gap::Hyphen {
                    end += 1;
                    continue;
                }
                break;
            }
            if !form.iter().all(u8::is_ascii_lowercase) {
                break;
            }
            let stop =
                self.class(end, Kinds::WORD, |class| !matches!(class, Class::FirstName | Class::Particle)).is_some()
                    && !name_word;
            let known = self.demonym(end).is_some() || self.title_at(end).is_some();
            // "Senator Mark Warner": an everyday word that is a given name, too, behind a title and before a surname.
            let given = || led && self.is_first_name(end) && self.is_name_like(end + 1);
            if known || (stop || words == 0 && self.is_lexical(end)) && !(words == 0 && given()) {
                break;
            }
            if words == 0 && !led && !word.is_some_and(|word| self.knowledge.dictionary.is_given_name(word)) {
                break;
            }
            // A place or body that stands alone ends the name: "John Kerry Saturday", "Ali Baghdad".
            words += 1;
            end += 1;
        }
        (words >= 2 || (led && words == 1)).then_some(end)
    }

    fn kind_of(&self, referent: Referent) -> EntityKind {
        match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind,
            Referent::New(index) => self.people.get(index as usize).map_or(EntityKind::Organisation, |new| new.kind),
        }
    }

    /// "National Salvation Front (NSF)": notes the letters in brackets behind the name of a body as another name of it.
    pub(super) fn note_letters(&mut self, end: usize, body: Referent) {
        const LONGEST: usize = 8;
        if self.lang != Lang::En || end >= self.range.1 || !self.tokens.tokens[end].bracket {
            return;
        }
        let letters = self.tokens.tokens[end].span.of(self.text);
        let closed = end + 1 >= self.range.1 || self.tokens.tokens[end + 1].bracket;
        let capitals = letters.bytes().filter(u8::is_ascii_uppercase).count();
        let short = (2..=LONGEST).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !closed || !short || capitals < 2 || capitals + 1 < letters.len() {
            return;
        }
        let words = vec![self.tokens.form(&self.tokens.tokens[end]).to_vec()];
        if self.place_of(&words, List::Printed).is_none() && self.place_of(&words, List::New).is_none() {
            self.note_spoken(&words, List::Printed, self.printed.len());
            self.printed.push((words, body));
        }
    }

    /// Notes how the text prints the name of a listed person, when the last word is none of the person's listed names.
    pub(super) fn note_printed(&mut self, start: usize, end: usize, referent: Referent) {
        if end - start < 2 || !matches!(referent, Referent::Known(_)) {
            return;
        }
        let words = || (start..end).map(|at| self.form(at));
        let same = |place: usize| self.printed[place].0.iter().map(Vec::as_slice).eq(words());
        if self.spoken.place(name_key(words()), List::Printed, same).is_none() {
            let words: Vec<Vec<u8>> = words().map(<[u8]>::to_vec).collect();
            self.note_spoken(&words, List::Printed, self.printed.len());
            self.printed.push((words, referent));
        }
    }

    /// محمد عمرو for محمد كامل عمرو: the person of the document whose full name begins and ends with the same words.
    fn known_by_ends(&self, words: &[Vec<u8>]) -> Option<Referent> {
        let (first, last) = (words.first()?, words.last()?);
        if words.len() < 2 {
            return None;
        }
        let longer =
            |full: &[Vec<u8>]| full.len() > words.len() && full.first() == Some(first) && full.last() == Some(last);
        let mut printed = self.spoken.with_ends(first, last, List::Printed).map(|place| &self.printed[place]);
        if let Some((_, referent)) = printed.find(|(full, _)| longer(full)) {
            return Some(*referent);
        }
        let mut new = self.spoken.with_ends(first, last, List::New);
        new.find(|&place| longer(&self.people[place].words)).map(|place| Referent::New(place as u32))
    }

    /// Returns the first place of a name in a list.
    pub(super) fn place_of(&self, words: &[Vec<u8>], list: List) -> Option<usize> {
        let named = |place: usize| match list {
            List::New => &self.people[place].words,
            List::Printed => &self.printed[place].0,
        };
        self.spoken.place(name_key(words.iter().map(Vec::as_slice)), list, |place| named(place) == words)
    }

    /// Returns the person newly introduced by the tokens `start..end`, adding them when they are new.
    pub(super) fn introduce(
        &mut self,
        start: usize,
        skip: u32,
        end: usize,
        office: Option<OfficeId>,
        of: Option<EntityId>,
    ) -> Referent {
        let words = self.name_words(start, skip, end);
        if let Some(known) = self.known_by_ends(&words) {
            return known;
        }
        if let Some(index) = self.place_of(&words, List::New) {
            let person = &mut self.people[index];
            person.office = person.office.or(office);
            person.country = person.country.or(of);
            return Referent::New(index as u32);
        }
        let span = self.span(start, skip, end);
        let name = span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let country = of.and_then(|key| self.knowledge.gazetteer.get(key).country);
        self.note_spoken(&words, List::New, self.people.len());
        self.people.push(NewEntity { kind: EntityKind::Person, name, words, office, country });
        Referent::New(self.people.len() as u32 - 1)
    }
}
