//! Names of people whom nobody lists: where they begin and end.

use super::familiar::Marks;
use super::mechanism::Mechanism;
use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, BEH, FEH, KAF, LAM, SEEN, WAW};
use crate::text::{Clitics, Gap};

/// ي in normal form.
pub(super) const YEH: u8 = 0x9B;
/// ع and د in normal form.
const AIN: u8 = 0x91;
pub(super) const DAL: u8 = 0x87;
/// عبد in normal form.
pub(super) const SERVANT: [u8; 3] = [AIN, BEH, DAL];
/// ت in normal form.
pub(super) const TEH: u8 = 0x82;
/// Names of more words than this are lists.
const MOST_WORDS: usize = 6;

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
            // التقى وزير الخارجية القطري بنظيره المصري: whom he met is no name.
            Lang::Ar if at >= self.range.1 || self.scan.kinds(at).has(Kinds::COUNTERPART) => None,
            // الرئيس التركي بأمير قطر: nor is a title behind ب.
            Lang::Ar if self.is_title_behind_with(at) => None,
            Lang::Ar if self.is_for_affairs(at) || led && self.is_country_acted_on(at) => None,
            Lang::Ar => self.new_name_arabic(at, 0, led).or_else(|| self.named_before_office(at, led)),
            Lang::En => self.new_name_english(at, led).filter(|&end| !led || !self.is_country(at, end)),
        }
    }

    /// اتهم رئيس المجلس كينيا بالمماطلة: whether an Arabic country stands at a token, and what is told of it behind ب with the article.
    fn is_country_acted_on(&self, at: usize) -> bool {
        let told = self.joined(at + 1) && self.form(at + 1).starts_with(&[BEH, ALEF, LAM]);
        told && self.is_country_at(at)
    }

    /// بأمير, لزيارة: whether an Arabic token is a title with ب on it, or a noun of the lexicon with ب or ل on it, and no given name.
    fn is_title_behind_with(&self, at: usize) -> bool {
        const WORDS: Kinds = Kinds::TITLE.with(Kinds::NOMINAL);
        let first = self.form(at).first();
        if !matches!(first, Some(&BEH | &LAM)) || !self.scan.kinds(at).has(WORDS) {
            return false;
        }
        let behind = |kinds: Kinds| self.scan.at(at).iter().any(|hit| hit.skip == 1 && hit.kinds.has(kinds));
        let whole = |kinds: Kinds| self.scan.at(at).iter().any(|hit| hit.skip == 0 && hit.kinds.has(kinds));
        // أمير is a given name, too.
        first == Some(&BEH) && behind(Kinds::TITLE) && !whole(Kinds::TITLE)
            || behind(Kinds::NOMINAL) && !whole(WORDS) && !self.scan.marks(at).has(Marks::GIVEN)
    }

    /// "NATO member Turkey": whether what stands between two tokens is the name of a country, and of nobody new.
    fn is_country(&self, at: usize, end: usize) -> bool {
        self.name(at, Context::default()).is_some_and(|named| match named.referent {
            Referent::Known(key) => named.end >= end && self.knowledge.gazetteer.get(key).kind == EntityKind::Country,
            Referent::New(_) => false,
        })
    }

    /// Returns whether the name of a person whom no title announces may begin at a token: with a given name or a particle,
    /// or with what nobody knows behind a verb of saying. Most tokens end here.
    #[inline]
    pub(super) fn may_open_name(&self, at: usize) -> bool {
        let given = self.scan.marks(at).has(Marks::GIVEN);
        match self.lang {
            Lang::Ar => {
                given
                    || self.scan.kinds(at).has(Kinds::PARTICLE)
                    || self.scan.word(at).is_none() && self.may_be_foreign_name(at)
                    || self.named_before_office(at, false).is_some()
            }
            Lang::En => self.tokens.tokens[at].capital && (given || self.foreign_before_title(at).is_some()),
        }
    }

    /// The same of an Arabic token that nobody knows.
    #[inline(never)]
    fn may_be_foreign_name(&self, at: usize) -> bool {
        at > self.range.0 && self.says(at - 1) || self.is_foreign_before_office(at)
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
        let opens = end + usize::from(article);
        if let Some((title, ..)) = self.title_at(opens) {
            let led_on = self.joined(title) && matches!(form(title), b"of" | b"for" | b"at");
            return led_on.then_some(end);
        }
        self.opens_office_of(opens).then_some(end)
    }

    /// "the Swiss ambassador", "Norway's former prime minister": whether a title stands at a token behind whose it is.
    fn opens_office_of(&self, at: usize) -> bool {
        let past_adjectives = |mut at: usize| {
            while let Some((end, _)) =
                self.class(at, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }))
            {
                at = end;
            }
            at
        };
        let first = past_adjectives(at);
        let giver = |key| self.knowledge.gazetteer.get(key).kind != EntityKind::Person;
        let named = || match self.name(first, Context::default()) {
            Some(Named { referent: Referent::Known(key), end, .. }) if giver(key) => Some(end),
            _ => None,
        };
        let Some(end) = self.demonym(first).map(|(end, ..)| end).or_else(named) else { return false };
        let possessive = end < self.range.1
            && self.tokens.tokens[end].gap == Gap::Joined
            && self.tokens.form(&self.tokens.tokens[end]) == b"s";
        let title = past_adjectives(end + usize::from(possessive));
        self.title_at(title).is_some_and(|(.., title)| title.office.is_some() && title.number == Number::Singular)
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
            // عبد الله بن محمد آل الشيخ: a house that is called by a title.
            if particle && words > 0 && self.is_house_of_sheikh(end) {
                particle = false;
                words += 1;
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
                // عبدالله بن مساعد: a father is called what may be a word or a title else.
                _ if led && particle && self.is_son(end - 1) && !self.is_function(end) => true,
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

    /// آل الشيخ: whether "the sheikh" at a token is the name of a house, which "the house of" before it says.
    fn is_house_of_sheikh(&self, at: usize) -> bool {
        // الشيخ in normal form.
        const SHEIKH: &str = "الشيخ";
        self.form(at - 1) == [ALEF, LAM] && self.tokens.tokens[at].span.of(self.text) == SHEIKH
    }

    /// سفير روسيا برام الله, سفير اليابان بمدينة طنجة: whether a token says where the one before it is posted, a given name only where it begins
    /// a name of several words.
    fn is_post(&self, at: usize, given: bool) -> bool {
        // A name of several words, of which "in" clings to the first.
        let hits = self.scan.at(at).iter();
        let named = hits.filter(|hit| hit.kinds.has(Kinds::NAME) && hit.clitics == Clitics::BI);
        let named = named.into_iter().any(|hit| hit.end as usize > at + 1 && hit.end as usize <= self.range.1);
        let head = self.class(at, Kinds::CLASS, |class| class == Class::PlaceHead);
        self.lang == Lang::Ar && (named || !given && head.is_some_and(|(_, clitics)| clitics == Clitics::BI))
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
        if led && self.is_post(at, given) {
            return false;
        }
        // عهد حسني مبارك: a noun and somebody listed.
        if self.joined(at + 1)
            && self.listed_person_at(at + 1).is_some_and(|end| end > at + 2)
            && !self.is_first_name(at)
        {
            return false;
        }
        if !led && self.is_deed_of_listed(at) {
            return false;
        }
        let lineage = || given && self.joined(at + 1) && self.is_son(at + 1);
        let ali = || self.is_ali(at) && self.is_ali_of(at + 1) && (led || self.is_dotted_name(at));
        // قال تامر منصور: no second verb stands behind that one.
        let told = || at > self.range.0 && self.tells(at - 1) && self.names_on(at + 1);
        let given_only = || {
            let listed = self.is_first_name(at) && !self.is_function(at);
            listed && (led || !self.is_lexical_itself(at) || told()) || self.is_certain_given(at)
        };
        if self.is_common(at) && !lineage() && !ali() && !given_only() {
            return false;
        }
        if !led {
            return true;
        }
        let article = form.starts_with(&[ALEF, LAM]);
        // رئيس المجلس المحلي بالجفرة خالد الوداوي: where he is that, before the name.
        if !name_word && form.starts_with(&[BEH, ALEF, LAM]) && self.joined(at + 1) && self.is_first_name(at + 1) {
            return false;
        }
        // رغبة الوزير لتسريع أسلمة الجهاز: what is to be done.
        if !name_word && form.starts_with(&[LAM, TEH]) {
            return false;
        }
        // Without a known given name the tokens must not look like an ordinary phrase.
        (name_word || !article && !self.looks_verbal(at) && form.len() > 2 && self.is_name_ahead(at))
            && !form.starts_with(&[LAM, LAM])
            && (name_word || !self.peels_to_name(at))
    }

    /// دان السيسي الهجوم, حافظ المالكي على منصبه: a given name that is spelt like a verb, where a clause opens and the surname alone
    /// names somebody listed, is the verb, unless another one stands behind them.
    fn is_deed_of_listed(&self, at: usize) -> bool {
        let opens = at == self.range.0 || !self.joined(at);
        opens
            && self.may_be_verb(at)
            && self.joined(at + 1)
            && self.tokens.form(&self.tokens.tokens[at + 1]).starts_with(&[ALEF, LAM])
            && self.listed_person_at(at + 1) == Some(at + 2)
            && self.joined(at + 2)
            && !self.may_be_verb(at + 2)
            && self.title_at(at + 2).is_none()
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
        if words == 1 && (self.is_ordinary_surname(at, led) || self.is_middle_title(at)) {
            return true;
        }
        // استقبل الرئيس هادي بان كي مون: behind the one name of somebody listed begins the next one's.
        if words == 1 && led && self.listed_person_at(at).is_some_and(|end| end > at + 1) && self.names_listed(at - 1) {
            return false;
        }
        if words > 1 && (self.is_another_party(at) || self.is_next_listed(at)) {
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
            && (words > 1
                || self.ends_name(at + 1)
                    && (self.is_told_of(at - 1) || given_before() || self.is_foreign_before_office(at - 1)))
    }

    /// Returns whether a token alone may name somebody listed.
    fn names_listed(&self, at: usize) -> bool {
        let person = |payload: Payload| match payload {
            Payload::Alias(index) => {
                let entity = self.knowledge.gazetteer.alias(index).entity;
                self.knowledge.gazetteer.get(entity).kind == EntityKind::Person
            }
            _ => false,
        };
        self.scan.at(at).iter().any(|hit| {
            hit.end as usize == at + 1
                && hit.kinds.has(Kinds::NAME)
                && self.knowledge.dictionary.payloads(hit.node).any(person)
        })
    }

    /// التقى علي بن أحمد النجار تارو كونو: whether behind the name of a family, with an article, another begins that is listed and of several
    /// words, or behind any one that no Arab is given.
    fn is_next_listed(&self, at: usize) -> bool {
        // علي السيد محمد مرسي: with a given name before it, it is rather one long name.
        // نور الدين محمد.
        const OF_RELIGION: [u8; 5] = [ALEF, LAM, DAL, YEH, 0x98];
        let family = || {
            let form = self.tokens.form(&self.tokens.tokens[at - 1]);
            form.starts_with(&[ALEF, LAM])
                && form != OF_RELIGION
                && !self.scan.marks(at - 1).has(Marks::GIVEN)
                && !self.is_behind_servant(at - 1)
        };
        self.listed_person_at(at).is_some_and(|end| end > at + 1)
            && (!self.scan.marks(at).has(Marks::GIVEN) || family())
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
            !matches!(form, [ALEF, LAM, ..] | [.., ALEF]) && self.is_strange(at)
        };
        // That the first is known to nobody was asked before.
        self.joined(at + 1) && strange(at + 1) && strange(at) && self.office_follows(at + 2)
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
        // "H.E. Mr. Gul": letters alone name nobody.
        let letters = (at..end).all(|at| self.tokens.form(&self.tokens.tokens[at]).len() == 1);
        (!letters && (words >= 2 || (led && words == 1))).then_some(end)
    }
}
