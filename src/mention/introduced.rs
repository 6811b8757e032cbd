//! Whom the text has introduced: the same people and bodies later on, by their full names, surnames and letters.

use super::kind::MentionType;
use super::name::{Context, Named};
use super::people::NewEntity;
use super::phrase::Referent;
use super::reader::Reader;
use super::spoken::{List, name_key};
use super::unlisted::{DAL, SERVANT, YEH, clitic_of};
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId, State};
use crate::lexicon::WordList;
use crate::text::fold::{ALEF, BEH, FEH, LAM, WAW};
use crate::text::{Clitics, Token};

/// عبد and أبو in normal form: halves of names that some write as one word with the other.
const HALVES: [&[u8]; 2] = [&SERVANT, &[ALEF, BEH, WAW]];
/// The countries that write the family's name first, and keep it so in Arabic.
const FAMILY_FIRST: [&str; 4] = ["CN", "KP", "KR", "TW"];
/// Within so many words before a name its last word is looked for; most articles are shorter.
const BEFORE: usize = 1024;

/// Returns whether a word in normal form is بن, "son of".
fn is_son(word: &[u8]) -> bool {
    word == [BEH, 0x98]
}

impl Reader<'_> {
    /// Returns the person the document has introduced whose full name or surname stands at a token.
    #[inline(always)]
    pub(super) fn introduced_person(&self, at: usize, context: Context) -> Option<Named> {
        let found = if self.may_be_introduced(at) { self.introduced_by_word(at, context) } else { None };
        match self.lang {
            _ if found.is_some() => found,
            Lang::En => self.of_house(at).or_else(|| self.of_rank(at)),
            Lang::Ar => self.of_arab_house(at),
        }
    }

    /// The same of a token that may stand in one of the names.
    // Kept apart from the question before, which nearly all tokens are out with.
    #[inline(never)]
    fn introduced_by_word(&self, at: usize, context: Context) -> Option<Named> {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let clitic = clitic_of(form);
        let behind = clitic.and_then(|_| form.get(1..));
        let read = || [Some(form), behind].into_iter().flatten();
        let ways = [Some((0, Clitics::NONE)), clitic.map(|clitic| (1, clitic))];
        for list in [List::New, List::Printed] {
            for place in self.spoken.having(read(), list) {
                let (words, referent) = match list {
                    List::New => (&self.people[place as usize].words, Referent::New(place)),
                    List::Printed => {
                        let (words, referent) = &self.printed[place as usize];
                        (words, *referent)
                    }
                };
                let body = self.kind_of(referent) != EntityKind::Person;
                if body && context.person {
                    continue;
                }
                let mut ways = ways.iter().flatten();
                let found = ways.find_map(|&(skip, clitics)| {
                    self.named_again(at, (skip, clitics), words, (referent, body), context)
                });
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// Returns the person or body with a name of `words` where that, or so much of it as may stand for it, stands at a token behind
    /// what is skipped.
    fn named_again(
        &self,
        at: usize,
        (skip, clitics): (u32, Clitics),
        words: &[Vec<u8>],
        (referent, body): (Referent, bool),
        context: Context,
    ) -> Option<Named> {
        let matched = self.matching(at, skip, words);
        // ولد الشيخ أحمد: the name from its second word on.
        let tail = if words.len() > 2 && !body { self.matching(at, skip, &words[1..]) } else { 0 };
        if tail >= 2 && tail + 1 == words.len() {
            return Some(Named::new(at + tail, clitics, skip, referent, MentionType::Name));
        }
        let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
        // "Mohammed bin Salman", محمد بن نايف: the last name is his father's, and the first two are no name.
        let son = |at: usize| {
            words.get(at).is_some_and(|word| match self.lang {
                Lang::Ar => is_son(word),
                Lang::En => {
                    matches!(referent, Referent::Known(_)) && matches!(word.as_slice(), b"bin" | b"ibn" | b"bint")
                }
            })
        };
        let matched = if matched < words.len() && matched > 0 && son(matched - 1) { 0 } else { matched };
        let fathers = || self.lang == Lang::En && son(words.len().saturating_sub(2));
        // وانغ يي ... وقال وانغ: of the Chinese and Koreans the first name is the family's.
        let leads = || words.first().is_some_and(|word| word == form && self.family_leads(referent, word));
        // Most who share a word share no more than a given name.
        let surname = !body
            && (form.len() > 2 || self.lang == Lang::En && form.len() == 2 && leads())
            && words.len() > 1
            && (words.last().is_some_and(|word| word == form) || leads())
            && !fathers()
            && self.may_end_a_name(at, form)
            && !self.is_of_movement(at, words);
        // وأضاف «فاروق», where somebody is called حازم فاروق منصور: a newspaper's word for him, in quotation marks.
        let quoted = self.lang == Lang::Ar
            && !body
            && words.len() > 2
            && self.tokens.tokens[at].quote
            && (at + 1 >= self.range.1 || !self.joined(at + 1))
            && words[1] == form;
        if quoted || matched < 2 && self.is_first_name_again(at, form, words, referent, context) {
            return Some(Named::new(at + 1, clitics, skip, referent, MentionType::Name));
        }
        let whole = matched == words.len();
        if whole || matched >= 2 && !body || (surname && self.may_be_surname(at, skip, context)) {
            let end = at + if matched >= 2 || whole { matched } else { 1 };
            if self.lang == Lang::En && !self.tokens.tokens[at].capital {
                return None;
            }
            return Some(Named::new(end, clitics, skip, referent, MentionType::Name));
        }
        None
    }

    /// Returns whether a word may be a surname by itself, whoever bears it.
    fn may_end_a_name(&self, at: usize, form: &[u8]) -> bool {
        // رسول الله: God's name is nobody's surname.
        // سعد الدين: nor is faith.
        let god = form == [ALEF, LAM, LAM, 0x99] || form == [ALEF, LAM, DAL, YEH, 0x98];
        // اطلاع الرئيس على تقارير, where somebody is called ياسر علي.
        !god && (!self.is_function(at) || self.is_ali(at)) && self.title_at(at).is_none()
    }

    /// "Houthi targets", where the text has named Abdul-Malik al-Houthi: the movement's, not his.
    fn is_of_movement(&self, at: usize, words: &[Vec<u8>]) -> bool {
        self.lang == Lang::En
            && self.scan.kinds(at).has(Kinds::DEMONYM)
            && words.len() > 2
            && matches!(words[words.len() - 2].as_slice(), b"al" | b"el")
            && !(at > self.range.0 && matches!(self.tokens.form(&self.tokens.tokens[at - 1]), b"al" | b"el"))
    }

    /// "Al Thani", "al-Sabah", where the text has named Tamim bin Hamad Al Thani: the one named last with the article and the house at the end.
    fn of_house(&self, at: usize) -> Option<Named> {
        const NEAR: usize = 64;
        let article = self.lang == Lang::En && matches!(self.form(at), b"al" | b"el") && self.joined(at + 1);
        if !article
            || !self.tokens.tokens[at + 1].capital
            || at > self.range.0 && self.joined(at) && self.is_name_like(at - 1)
        {
            return None;
        }
        let house = [self.form(at), self.form(at + 1)];
        let of_house = |found: &&super::phrase::Found| {
            let words = crate::text::words(found.span.of(self.text));
            words.len() > 2 && words[words.len() - 2..].iter().map(Vec::as_slice).eq(house)
        };
        let named =
            self.mentions.iter().rev().take(NEAR).filter(|found| self.is_person(found.referent)).find(of_house)?;
        Some(Named::new(at + 2, Clitics::NONE, 0, named.referent, MentionType::Name))
    }

    /// آل ثاني, where the text has named تميم بن حمد آل ثاني: the one named last with the house at the end; not أسرة آل ثاني, nor what ends
    /// somebody's own name.
    fn of_arab_house(&self, at: usize) -> Option<Named> {
        const NEAR: usize = 64;
        if at >= self.range.1 {
            return None;
        }
        let (skip, clitics) = match self.form(at) {
            [ALEF, LAM] => (0, Clitics::NONE),
            [WAW, ALEF, LAM] => (1, Clitics::WA),
            [FEH, ALEF, LAM] => (1, Clitics::FA),
            [BEH, ALEF, LAM] => (1, Clitics::BI),
            [LAM, ALEF, LAM] => (1, Clitics::LI),
            _ => return None,
        };
        // وقال آل ثاني, مع آل ثاني, لقاء آل ثاني, "آل ثاني" in quotation marks
        const OPENS: Kinds =
            Kinds::FORM.with(Kinds::FUNCTION).with(Kinds::PREPOSITION).with(Kinds::SAYING).with(Kinds::TITLE);
        // أسرة is spelt like أسره.
        let family = |at: usize| self.tokens.tokens[at].teh_marbuta && !self.scan.kinds(at).has(Kinds::NOMINAL);
        let free = skip > 0
            || at == self.range.0
            || !self.joined(at)
            || self.tokens.tokens[at].quote
            || self.scan.kinds(at - 1).has(OPENS) && !self.is_name_like(at - 1) && !family(at - 1);
        if !free || !self.joined(at + 1) || self.joined(at + 2) && is_son(self.form(at + 2)) {
            return None;
        }
        let house = self.form(at + 1);
        let of_house = |found: &&super::phrase::Found| {
            let words = crate::text::words(found.span.of(self.text));
            words.len() > 3 && words[words.len() - 1] == house && words[words.len() - 2] == [ALEF, LAM]
        };
        let named =
            self.mentions.iter().rev().take(NEAR).filter(|found| self.is_person(found.referent)).find(of_house)?;
        Some(Named::new(at + 2, clitics, skip, named.referent, MentionType::Name))
    }

    /// "Sheikh Mohamed", "Prince Faisal", where the text has named one Mohamed bin Zayed or Faisal bin Farhan.
    fn of_rank(&self, at: usize) -> Option<Named> {
        const NEAR: usize = 64;
        let token = &self.tokens.tokens[at];
        let ranked =
            at > self.range.0 && self.joined(at) && self.knowledge.lexicon.lists(WordList::Ranks, self.form(at - 1));
        let son = || matches!(self.form(at + 1), b"bin" | b"bint" | b"ibn" | b"al");
        if !token.capital || !ranked || self.joined(at + 1) && (self.tokens.tokens[at + 1].capital || son()) {
            return None;
        }
        let form = self.form(at);
        let called_so = |found: &&super::phrase::Found| {
            let words = crate::text::words(found.span.of(self.text));
            words.len() > 1 && words[0] == form
        };
        let people = self.mentions.iter().rev().take(NEAR).filter(|found| self.is_person(found.referent));
        let mut named = people.filter(called_so).map(|found| found.referent);
        let last = named.next()?;
        named.all(|other| other == last).then(|| Named::new(at + 1, Clitics::NONE, 0, last, MentionType::Name))
    }

    /// Returns whether somebody's country writes the family's name first; it is called by that.
    fn family_leads(&self, referent: Referent, first: &[u8]) -> bool {
        // "Wu Dawei", but not "Joseph Wu": in English the first word says which it is; it is asked last, for up to 32 may share it.
        let family = || self.knowledge.lexicon.lists(WordList::FamilyNames, first);
        let Referent::Known(key) = referent else { return self.lang == Lang::En && family() };
        let gazetteer = &self.knowledge.gazetteer;
        let there = gazetteer.get(key).country.is_some_and(|land| FAMILY_FIRST.contains(&gazetteer.get(land).id));
        there && (self.lang == Lang::Ar || family())
    }

    /// الدكتور محمود, where one man called محمود is introduced and nobody lists him: the given name behind a title that honours.
    fn is_first_name_again(
        &self,
        at: usize,
        form: &[u8],
        words: &[Vec<u8>],
        referent: Referent,
        context: Context,
    ) -> bool {
        let honoured = self.lang == Lang::Ar && context.title && context.office.is_none() && context.of.is_none();
        let first = || words.len() > 1 && words.first().is_some_and(|first| first == form);
        if !honoured || !first() || !matches!(referent, Referent::New(_)) || !self.is_person(referent) {
            return false;
        }
        // الشيخ محمد is a prince, and in سائقه سيد جمال the first word is a name.
        let before = at.checked_sub(1).filter(|&before| before >= self.range.0 && self.joined(at));
        let plain = |before: usize| {
            self.title_at(before)
                .is_some_and(|(.., title)| !title.regnal && title.office.is_none() && title.state == State::Definite)
        };
        // المقدم محمد علي: no name may follow.
        const ALI: [u8; 3] = [0x91, LAM, YEH];
        let goes_on = self.joined(at + 1) && (!self.is_function(at + 1) || self.form(at + 1) == ALI);
        let others = |list: List| {
            self.spoken.having([form].into_iter(), list).into_iter().any(|place| match list {
                List::New => {
                    Referent::New(place) != referent
                        && self.people[place as usize].words.first().is_some_and(|word| word == form)
                }
                List::Printed => {
                    let (words, other) = &self.printed[place as usize];
                    *other != referent && words.first().is_some_and(|word| word == form)
                }
            })
        };
        before.is_some_and(plain) && !goes_on && !others(List::New) && !others(List::Printed)
    }

    /// عبدالغفار for عبد الغفار and the other way round, أبوزيد for أبو زيد: notes a name with its last two words joined, or its last
    /// word parted.
    fn note_joined(&mut self, words: &[Vec<u8>], referent: Referent) {
        let Some((last, others)) = words.split_last().filter(|(_, others)| self.lang == Lang::Ar && !others.is_empty())
        else {
            return;
        };
        let mut other = others.to_vec();
        if let [.., particle] = others
            && others.len() > 1
            && HALVES.contains(&particle.as_slice())
        {
            other.pop();
            other.push([particle.as_slice(), last.as_slice()].concat());
        } else if let Some((particle, rest)) = HALVES.iter().find_map(|half| Some((half, last.strip_prefix(*half)?)))
            && rest.len() > 2
            && (*particle != SERVANT || rest.starts_with(&[ALEF, LAM]))
        {
            other.extend([particle.to_vec(), rest.to_vec()]);
        } else {
            return;
        }
        if self.place_of(&other, List::Printed).is_none() && self.place_of(&other, List::New).is_none() {
            self.note_spoken(&other, List::Printed, self.printed.len());
            self.printed.push((other, referent));
        }
    }

    /// Returns whether a token, with or without a proclitic, may be a word of a name that the document has given.
    #[inline]
    pub(super) fn may_be_introduced(&self, at: usize) -> bool {
        self.spoken.may_have_any(self.scan.signs(at))
    }

    /// Notes a name by which [`Reader::introduced_person`] may find it, and where it stands in its list.
    pub(super) fn note_spoken(&mut self, words: &[Vec<u8>], list: List, place: usize) {
        self.spoken.note(words, list, place);
        if !self.again {
            self.late = self.late.max(words.last().and_then(|word| self.stood_before(word)));
        }
    }

    /// Returns where a word last stands in a sentence before this one, alone or with proclitics; it is looked for in the
    /// last [`BEFORE`] words, and behind what has asked already.
    fn stood_before(&self, word: &[u8]) -> Option<usize> {
        let from = self.late.map_or(0, |late| late + 1).max(self.range.0.saturating_sub(BEFORE));
        let before = self.tokens.tokens.get(from..self.range.0)?;
        let last = word.last()?;
        // Nearly all differ in length or in the last letter.
        let near = |token: &&Token| {
            let length = (token.end - token.start) as usize;
            (word.len()..=word.len() + 2).contains(&length) && self.tokens.codes[token.end as usize - 1] == *last
        };
        before.iter().rposition(|token| near(&token) && self.tokens.form(token).ends_with(word)).map(|at| from + at)
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
            // Of two forms of one name the last noted is asked for first.
            self.note_joined(&words, referent);
            self.note_spoken(&words, List::Printed, self.printed.len());
            self.printed.push((words, referent));
        }
    }

    /// محمد عمرو for محمد كامل عمرو: the person of the document whose full name begins and ends with the same words.
    fn known_by_ends(&self, words: &[Vec<u8>]) -> Option<Referent> {
        let (first, last) = (words.first()?, words.last()?);
        // فيصل بن عبدالعزيز is no فيصل بن بندر بن عبدالعزيز.
        if words.len() < 2 || self.lang == Lang::Ar && words.iter().any(|word| is_son(word)) {
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
        self.people.push(NewEntity { kind: EntityKind::Person, name, words: words.clone(), office, country });
        let person = Referent::New(self.people.len() as u32 - 1);
        self.note_joined(&words, person);
        person
    }
}
