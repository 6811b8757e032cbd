//! Reads the noun phrases of a document, sentence by sentence, with what the document has introduced so far.

use std::collections::{HashMap, HashSet};
use std::hint::black_box;

use foldhash::fast::FixedState;
use jiff::civil::Date;

use super::given::Home;
use super::kind::MentionType;
use super::mechanism::{Mechanism, Without};
use super::people::NewEntity;
use super::phrase::{Found, Phrase, PhraseKind, Referent, Role};
use super::scan::{Hit, Scan};
use super::spoken::Spoken;
use super::titled::Titled;
use super::trace::Trace;
use crate::dictionary::{Dictionary, Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gazetteer, Gender, Number, OfficeId, Support};
use crate::lexicon::{Class, Item, Lexicon, Shape};
use crate::text::fold::{ALEF, LAM};
use crate::text::{Clitics, Gap, Span, Tokens};

/// What a reader knows: gazetteer, lexicon and the dictionary built from both.
#[derive(Debug)]
pub struct Knowledge {
    /// Entities, names, offices.
    pub gazetteer: Gazetteer,
    /// Triggers and closed classes.
    pub lexicon: Lexicon,
    /// Both, ready to be found in text.
    pub dictionary: Dictionary,
}

impl Knowledge {
    /// Joins a gazetteer and a lexicon.
    #[must_use]
    pub fn new(gazetteer: Gazetteer, lexicon: Lexicon) -> Knowledge {
        let dictionary = Dictionary::new(&gazetteer, &lexicon);
        Knowledge { gazetteer, lexicon, dictionary }
    }
}

/// The reading of one document: phrases, mentions, offices and new people, as far as it has come.
#[derive(Debug)]
pub struct Reader<'k> {
    pub(super) knowledge: &'k Knowledge,
    pub(crate) text: &'k str,
    pub(super) tokens: &'k Tokens,
    pub(super) scan: &'k Scan,
    /// Language of the document.
    pub lang: Lang,
    /// Day of publication, from which the text counts its days.
    pub today: Option<Date>,
    /// Day whose holders of offices titles mean: that of publication, unless this is switched off.
    pub date: Option<Date>,
    /// What is switched off.
    pub without: Without,
    /// Mentions so far.
    pub mentions: Vec<Found>,
    /// Offices so far.
    pub roles: Vec<Role>,
    /// People introduced so far.
    pub people: Vec<NewEntity>,
    /// Entities that stood under a free name, and how often.
    pub(super) introduced: HashMap<EntityId, u32, FixedState>,
    /// Entities that stand under a free full name anywhere in the document, so that a headline's surname is theirs.
    pub(super) anticipated: HashSet<EntityId, FixedState>,
    /// Bodies in which somebody has an office on the day who is introduced or anticipated.
    pub(super) served: HashSet<EntityId, FixedState>,
    /// Printed names of listed people, so that a surname in a spelling of its own is theirs too.
    pub(super) printed: Vec<(Vec<Vec<u8>>, Referent)>,
    /// The names of `people` and `printed`, by their words.
    pub(super) spoken: Spoken,
    /// Whom a title names elsewhere in the document, by the title's normal form.
    pub(super) titled: Titled,
    /// The ministers whom an English document calls secretaries.
    pub(super) secretaries: Vec<Referent>,
    /// The last word that asked for somebody who was named only behind it: a title for its holder, a surname for its bearer.
    pub(super) late: Option<usize>,
    /// Whether the document is read again, with what the first reading has named.
    pub(super) again: bool,
    /// The words that honour somebody before the name, tokens of the document, and whom: صاحب الجلالة الملك فلان.
    pub(super) honoured: Vec<(usize, usize, Referent)>,
    /// Who was last named with an office.
    pub(super) office_of: HashMap<OfficeId, (Referent, Option<EntityId>), FixedState>,
    /// The office and country last spoken of.
    pub(super) last_office: Option<OfficeId>,
    /// Countries that the document names.
    pub(super) countries: Vec<EntityId>,
    /// How often it names each of them.
    pub(super) country_counts: Vec<u32>,
    /// How often it names a city of each of them.
    pub(super) city_counts: Vec<u32>,
    /// The country in whose news it stands.
    pub(super) home: Home,
    /// The house or ministry that spoke in the sentence before.
    pub(super) house: Option<EntityId>,
    /// The sentence being read.
    pub(super) sentence: usize,
    /// Its tokens.
    pub(super) range: (usize, usize),
    /// What was decided on the way, where somebody asks.
    pub(super) trace: Option<&'k Trace>,
}

impl<'k> Reader<'k> {
    /// Starts the reading of a document.
    #[must_use]
    pub fn new(
        knowledge: &'k Knowledge,
        text: &'k str,
        tokens: &'k Tokens,
        scan: &'k Scan,
        lang: Lang,
        date: Option<Date>,
    ) -> Reader<'k> {
        let mut reader = Reader::blank(knowledge, text, tokens, scan, lang, date);
        reader.look_over();
        reader
    }

    /// Returns a reader that has not looked at the document.
    fn blank(
        knowledge: &'k Knowledge,
        text: &'k str,
        tokens: &'k Tokens,
        scan: &'k Scan,
        lang: Lang,
        date: Option<Date>,
    ) -> Reader<'k> {
        Reader {
            knowledge,
            text,
            tokens,
            scan,
            lang,
            today: date,
            date,
            without: Without::default(),
            mentions: Vec::new(),
            roles: Vec::new(),
            people: Vec::new(),
            introduced: HashMap::default(),
            anticipated: HashSet::default(),
            served: HashSet::default(),
            printed: Vec::new(),
            spoken: Spoken::default(),
            titled: Titled::default(),
            secretaries: Vec::new(),
            late: None,
            again: false,
            honoured: Vec::new(),
            office_of: HashMap::default(),
            last_office: None,
            countries: Vec::new(),
            country_counts: Vec::new(),
            city_counts: Vec::new(),
            home: Home::Unknown,
            house: None,
            sentence: 0,
            range: (0, 0),
            trace: None,
        }
    }

    /// Returns the same reader with mechanisms switched off.
    #[must_use]
    pub fn without(mut self, without: Without) -> Reader<'k> {
        self.without = without;
        self.date = self.today.filter(|_| !without.lacks(Mechanism::OfficeDates));
        self
    }

    /// Reads the phrases of every sentence of the document.
    ///
    /// A headline says "the minister of planning"; the first paragraph says who that is. Where something was asked for
    /// before it was named, the document is read again with what it names, up to the last sentence that asked; what follows
    /// stays as it was read.
    pub fn phrases(&mut self, ranges: &[(usize, usize)]) -> Vec<Vec<Phrase>> {
        let mut phrases = Vec::with_capacity(ranges.len());
        let mut marks = Vec::with_capacity(ranges.len());
        for (number, &range) in ranges.iter().enumerate() {
            phrases.push(self.sentence(number, range));
            marks.push((self.mentions.len(), self.roles.len(), self.honoured.len()));
        }
        let Some(asked) = self.late.filter(|_| !self.without.lacks(Mechanism::LookAhead)) else { return phrases };
        let last = ranges.partition_point(|range| range.1 <= asked).min(ranges.len() - 1);
        let first = self.begin_again();
        for (number, &range) in ranges.iter().enumerate().take(last + 1) {
            phrases[number] = self.sentence(number, range);
        }
        self.go_on_from(first, marks[last]);
        phrases
    }

    /// Makes the reader one that begins to read the document again, with what it has named; returns what it was.
    fn begin_again(&mut self) -> Reader<'k> {
        let fresh = Reader::blank(self.knowledge, self.text, self.tokens, self.scan, self.lang, self.today);
        let fresh = Reader {
            anticipated: std::mem::take(&mut self.anticipated),
            countries: std::mem::take(&mut self.countries),
            country_counts: std::mem::take(&mut self.country_counts),
            city_counts: std::mem::take(&mut self.city_counts),
            home: self.home,
            titled: std::mem::take(&mut self.titled).settled(),
            people: std::mem::take(&mut self.people),
            printed: std::mem::take(&mut self.printed),
            spoken: std::mem::take(&mut self.spoken),
            again: true,
            trace: self.trace,
            ..fresh.without(self.without)
        };
        if let Some(trace) = self.trace {
            trace.begin_again();
        }
        let first = std::mem::replace(self, fresh);
        let anticipated: Vec<EntityId> = self.anticipated.iter().copied().collect();
        anticipated.into_iter().for_each(|key| self.note_served(key));
        first
    }

    /// Goes on with a first reading behind the sentences that were read again, of which it had found so many mentions, roles and
    /// honours.
    fn go_on_from(&mut self, first: Reader<'k>, (mentions, roles, honours): (usize, usize, usize)) {
        let end = self.tokens.tokens[self.range.1 - 1].span.end;
        self.mentions.extend_from_slice(&first.mentions[mentions..]);
        self.roles.extend_from_slice(&first.roles[roles..]);
        self.honoured.extend_from_slice(&first.honoured[honours..]);
        (self.introduced, self.served, self.office_of) = (first.introduced, first.served, first.office_of);
        (self.secretaries, self.last_office, self.house) = (first.secretaries, first.last_office, first.house);
        if let Some(trace) = self.trace {
            trace.go_on_from(end);
        }
    }

    /// Turns back to the sentence `number`, the tokens `range`, for what is asked about its words.
    pub fn turn_to(&mut self, number: usize, range: (usize, usize)) {
        self.sentence = number;
        self.range = range;
    }

    /// Returns whether the document introduces the entity, before this place or after it.
    pub(super) fn is_introduced(&self, key: EntityId) -> bool {
        self.introduced.contains_key(&key) || self.anticipated.contains(&key)
    }

    /// Returns whether a token, as it stands, is a function word of the lexicon.
    pub(super) fn is_function(&self, at: usize) -> bool {
        self.is_function_behind(at, 0)
    }

    /// Returns whether a token less `skip` codes of proclitics is a function word of the lexicon.
    pub(super) fn is_function_behind(&self, at: usize, skip: u32) -> bool {
        let functional = at < self.range.1 && self.scan.kinds(at).has(Kinds::FUNCTION);
        functional
            && self
                .classes(at, Kinds::FUNCTION)
                .any(|(hit, class)| hit.end as usize == at + 1 && hit.skip == skip && class.is_function())
    }

    /// Returns what the reader knows.
    #[must_use]
    pub fn knowledge(&self) -> &'k Knowledge {
        self.knowledge
    }

    /// Reads the phrases of the sentence `number`, the tokens `range`.
    fn sentence(&mut self, number: usize, range: (usize, usize)) -> Vec<Phrase> {
        self.turn_to(number, range);
        let mut phrases: Vec<Phrase> = Vec::with_capacity((range.1 - range.0) / 8);
        let mut list = None;
        let mut at = range.0;
        while at < range.1 {
            let opened = if self.may_open_phrase(at) {
                self.phrase(at)
            } else {
                debug_assert!(self.phrase(at).is_none(), "a phrase begins where `opening` lets none begin");
                None
            };
            match opened {
                Some(phrase) => {
                    at = phrase.end.max(at + 1);
                    let Some(phrase) = self.with_committee(&mut phrases, phrase) else { continue };
                    let phrase = self.with_own_people(&mut phrases, phrase);
                    let phrase = self.with_band(&phrases, phrase);
                    let phrase = self.with_elided_office(&mut phrases, phrase);
                    self.remember(&phrase);
                    self.name_holder(&phrases, &phrase);
                    self.enumerate(&mut list, &phrase);
                    match phrases.last_mut().filter(|before| self.is_title_of(before, &phrase)) {
                        Some(before) => self.take_in(before, phrase),
                        None => phrases.push(phrase),
                    }
                }
                None => at += 1,
            }
        }
        self.close_enumerated(list);
        if self.lang == Lang::En {
            self.joined_agents(&mut phrases);
        }
        self.paired_heads(&mut phrases);
        self.note_speaking_house();
        phrases
    }

    /// رئيس الأركان السعودي، الفريق الأول الركن فلان: gives the office of a title that told its holder to whoever is named right
    /// behind it, if that is he.
    fn name_holder(&mut self, before: &[Phrase], phrase: &Phrase) {
        const NEAR: usize = 4;
        // الفريق الأول الركن: a rank of its own.
        let mut last = before.iter().rev().skip_while(|before| before.kind == PhraseKind::Unknown);
        let Some(title) = last.next().filter(|before| before.kind == PhraseKind::Person && !before.named) else {
            return;
        };
        let near = phrase.start <= title.end + NEAR && !(title.end..phrase.start).any(|at| self.is_function(at));
        if let ([person], Some(office), Some(of)) = (title.referents.as_slice(), title.office, title.of)
            && phrase.named
            && phrase.referents == title.referents
            && near
        {
            self.give_office(*person, Some(office), Some(Referent::Known(of)), false, phrase.span);
        }
    }

    /// رئيس مجلس النواب اللبناني رئيس حركة أمل نبيه بري: a title that names its holder, right before another and the name.
    fn is_title_of(&self, before: &Phrase, phrase: &Phrase) -> bool {
        let one = before.kind == PhraseKind::Person && !before.named && before.referents.len() == 1;
        // رئيس المجلس الأوروبي هرمان فان رومبوي: a first name in another spelling.
        let strange = || {
            before.end + 1 == phrase.start
                && self.joined(before.end)
                && (self.is_strange(before.end) || self.is_first_name(before.end))
        };
        one && phrase.named
            && phrase.clitics == Clitics::NONE
            && (before.end == phrase.start || strange())
            && self.joined(phrase.start)
            && before.referents == phrase.referents
    }

    /// Makes one phrase of a title and the phrase that names its holder.
    fn take_in(&mut self, title: &mut Phrase, phrase: Phrase) {
        // It is one of the last: those that end before it stay as they are.
        let ends_before = |found: &Found| found.span.end <= title.span.start;
        let from = self.mentions.iter().rposition(ends_before).map_or(0, |last| last + 1);
        let mut last = self.mentions.split_off(from);
        last.retain(|found| found.span != title.span);
        self.mentions.append(&mut last);
        *title = Phrase { start: title.start, clitics: title.clitics, ..phrase };
    }

    /// Notes what a phrase introduces: entities, and who holds which office.
    fn remember(&mut self, phrase: &Phrase) {
        if let ([person], PhraseKind::Person, Lang::Ar) = (phrase.referents.as_slice(), phrase.kind, self.lang) {
            self.honour(phrase.start, phrase.span, *person);
        }
        if let (Some(office), Some(&first)) = (phrase.office, phrase.referents.first()) {
            self.last_office = Some(office);
            if phrase.kind == PhraseKind::Person && phrase.referents.len() == 1 {
                self.office_of.entry(office).or_insert((first, phrase.of));
            }
        } else if let (PhraseKind::Person, Some(Referent::Known(person))) = (phrase.kind, phrase.referents.first())
            && phrase.office.is_none()
            && let Some(office) = self.office_on_day(*person)
        {
            self.last_office = Some(office);
        }
    }

    /// Notes the honorifics that open a phrase and those right before the name, but not those of whom a title serves: مدير مكتب
    /// جلالة الملك فلان.
    fn honour(&mut self, start: usize, name: Span, person: Referent) {
        let before = |at: usize| self.tokens.tokens[at].span.end <= name.start;
        let mut at = start;
        let mut open = Some(start);
        let mut found = Vec::new();
        while before(at) {
            match self.title_at(at).map(|(end, .., title)| (end, title.office.is_none())) {
                Some((end, true)) => {
                    open = open.or(Some(at));
                    at = end;
                }
                other => {
                    // What opens the phrase honours its holder, whatever title follows.
                    let leading = open.filter(|&first| first == start && at > start);
                    found.extend(leading.map(|first| (first, at, person)));
                    open = None;
                    at = other.map_or(at + 1, |(end, _)| end);
                }
            }
        }
        found.extend(open.filter(|&first| at > first).map(|first| (first, at, person)));
        self.honoured.append(&mut found);
    }

    /// Notes the people and bodies whose full name the document holds somewhere, and the countries that it names.
    fn look_over(&mut self) {
        const NAMED: Kinds = Kinds::NAME.with(Kinds::DEMONYM);
        let Knowledge { gazetteer, dictionary, .. } = self.knowledge;
        // One table after the other, for all names, so that the waits for memory overlap.
        let hits = self.scan.all();
        let mut forms = Vec::with_capacity(hits.len());
        let named = hits.iter().filter(|hit| hit.kinds.has(NAMED));
        forms.extend(named.map(|hit| (dictionary.payloads(hit.node), hit.end - hit.start > 1)));
        let mut names = Vec::with_capacity(forms.iter().map(|(payloads, _)| payloads.len()).sum());
        let arabic = self.lang == Lang::Ar;
        let mut namesakes = Vec::new();
        for &(ref payloads, several) in &forms {
            let (first, mut shared) = (names.len(), false);
            for payload in payloads.clone() {
                match payload {
                    Payload::Demonym(index) => {
                        let demonym = &gazetteer.demonyms()[index as usize];
                        if demonym.support.is_free() {
                            names.push((demonym.country, Naming::Demonym));
                        }
                    }
                    Payload::Alias(index) => {
                        let alias = gazetteer.alias(index);
                        let free = alias.support.is_free();
                        let near =
                            several && alias.support.allows(Support::COUNTRY) && alias.support.allows(Support::TITLE);
                        let naming = match (free, near) {
                            (true, _) => Naming::Free { several },
                            (false, true) => Naming::OfCountry,
                            (false, false) => Naming::Supported,
                        };
                        names.push((alias.entity, naming));
                        shared |= arabic
                            && alias.support.allows(Support::COUNTRY)
                            && gazetteer.traits(alias.entity).kind == EntityKind::City;
                    }
                    Payload::Bare(_) | Payload::Title(_) | Payload::Lexicon(_) => {}
                }
            }
            if shared && names.len() > first + 1 {
                namesakes.push(first..names.len());
            }
        }
        self.leave_out_namesakes(&mut names, &namesakes);
        // Nearly each of them will be asked for when its name is linked.
        black_box(names.iter().fold(0, |all, &(key, _)| all ^ gazetteer.get(key).kind as u8));
        // Whose head or first ministers are named, the country is spoken of, and no more.
        let mut heads: Vec<EntityId> = Vec::new();
        let mut kin: Vec<EntityId> = Vec::new();
        for (key, naming) in names {
            let several = match naming {
                Naming::Free { several } => several,
                Naming::Demonym => {
                    self.count_country(key, false);
                    continue;
                }
                // التقى كيري سامح شكري: the full name of who led or spoke for a country that day is his.
                Naming::OfCountry => {
                    heads.extend(self.country_led_by(key));
                    continue;
                }
                Naming::Supported => continue,
            };
            let entity = gazetteer.get(key);
            match entity.kind {
                EntityKind::Country | EntityKind::City => {
                    if let Some(country) = entity.country {
                        self.count_country(country, entity.kind == EntityKind::City);
                    }
                }
                EntityKind::Person | EntityKind::Organisation | EntityKind::Region => {
                    if several && (entity.kind == EntityKind::Person || is_side(entity.subkind)) {
                        self.anticipated.insert(key);
                        self.note_served(key);
                        heads.extend(self.country_led_by(key));
                    }
                    kin.extend(entity.country.filter(|_| several));
                }
            }
        }
        // مرسى وجبهة الإنقاذ ووزارة الداخلية: where no country is named, the document is at home where its people and bodies are.
        const ENOUGH: usize = 3;
        if self.lang == Lang::Ar && self.countries.is_empty() && kin.len() >= ENOUGH {
            for country in kin {
                self.count_country(country, false);
            }
        }
        for country in heads {
            self.speak_of(country);
        }
    }

    /// Notes that a country is spoken of, though it is not named.
    pub(super) fn speak_of(&mut self, country: EntityId) {
        if !self.countries.contains(&country) {
            self.countries.push(country);
            self.country_counts.push(0);
            self.city_counts.push(0);
        }
    }

    /// Returns the country that a person leads, or speaks for among others, on the day of the document.
    fn country_led_by(&self, person: EntityId) -> Option<EntityId> {
        let (gazetteer, day) = (&self.knowledge.gazetteer, self.date?);
        let offices = gazetteer.offices();
        let leads = |office| {
            let name = offices.name(office);
            matches!(
                name,
                "president"
                    | "prime_minister"
                    | "king"
                    | "emir"
                    | "sultan"
                    | "crown_prince"
                    | "deputy_crown_prince"
                    | "foreign_minister"
                    | "interior_minister"
                    | "defence_minister"
            )
        };
        let term = offices
            .of_person(person)
            .find(|term| leads(term.office) && (term.start.is_some() || term.end.is_some()) && term.covers(day))?;
        term.of.filter(|&of| gazetteer.get(of).kind == EntityKind::Country)
    }

    /// Counts that the document names a country, or a city of it.
    fn count_country(&mut self, country: EntityId, city: bool) {
        let place = self.countries.iter().position(|&known| known == country).unwrap_or_else(|| {
            self.countries.push(country);
            self.country_counts.push(0);
            self.city_counts.push(0);
            self.countries.len() - 1
        });
        self.country_counts[place] += 1;
        self.city_counts[place] += u32::from(city);
    }

    /// Returns how often the document names a country, as a share of the country it names most: 0 to 8.
    pub(super) fn country_share(&self, country: EntityId) -> i64 {
        let most = self.country_counts.iter().copied().max().unwrap_or(1).max(1);
        let place = self.countries.iter().position(|&known| known == country);
        place.map_or(0, |place| i64::from(self.country_counts[place] * 8 / most))
    }

    /// Returns whether the document is about a country's own affairs: it names its cities more often than any other's,
    /// or the country itself, without cities or twice as often as the next.
    pub(super) fn is_home(&self, country: EntityId) -> bool {
        let Some(place) = self.countries.iter().position(|&own| own == country) else { return false };
        let cities = self.city_counts.iter().any(|&count| count > 0);
        self.is_far_ahead(country) || is_first(if cities { &self.city_counts } else { &self.country_counts }, place)
    }

    /// Returns whether the document names a country far more often than any other: it is at home whatever cities are spoken of.
    pub(super) fn is_far_ahead(&self, country: EntityId) -> bool {
        const FAR: u32 = 2;
        let Some(place) = self.countries.iter().position(|&own| own == country) else { return false };
        let others = self.countries.iter().zip(&self.country_counts).filter(|&(&other, _)| other != country);
        is_first(&self.country_counts, place)
            && others.map(|(_, &count)| count).max().unwrap_or(0) * FAR <= self.country_counts[place]
    }

    // ---- what stands at a token ------------------------------------------------------------------------------

    /// Returns whether token `at` is in the sentence and only a weak gap parts it from the one before.
    #[inline]
    pub(super) fn joined(&self, at: usize) -> bool {
        if at >= self.range.1 {
            return false;
        }
        let token = &self.tokens.tokens[at];
        !token.bracket && (token.gap.is_weak() || token.gap == Gap::Punct(b'/') && self.is_behind_slashed_honorific(at))
    }

    /// الدكتور/ فلان, الأخ / فلان: a slash that some newspapers set behind an honorific parts nothing.
    // Hardly anybody who asks for the gap comes here, and it would keep that question from being taken into him.
    #[cold]
    #[inline(never)]
    fn is_behind_slashed_honorific(&self, at: usize) -> bool {
        let titles = self.knowledge.gazetteer.titles();
        let honorific =
            |payload: Payload| matches!(payload, Payload::Title(index) if titles[index as usize].office.is_none());
        self.lang == Lang::Ar
            && self.tokens.tokens[at].gap == Gap::Punct(b'/')
            && at > self.range.0
            && self.scan.at(at - 1).iter().any(|hit| {
                hit.kinds.has(Kinds::TITLE)
                    && hit.end as usize == at
                    && self.knowledge.dictionary.payloads(hit.node).any(honorific)
            })
    }

    /// Returns where the longest form of a class at a token ends, and its proclitics.
    ///
    /// What is `wanted` is only among forms of these `kinds`: most tokens have none of them, and cost a look at a bit.
    pub(super) fn class(&self, at: usize, kinds: Kinds, wanted: impl Fn(Class) -> bool) -> Option<(usize, Clitics)> {
        if at >= self.range.1 || !self.scan.kinds(at).has(kinds) {
            return None;
        }
        self.classes(at, kinds)
            .filter(|&(_, class)| wanted(class))
            .map(|(hit, _)| (hit.end as usize, hit.clitics))
            .max_by_key(|&(end, _)| end)
    }

    /// Returns every closed class that begins at a token, of forms of these kinds.
    pub(super) fn classes(&self, at: usize, kinds: Kinds) -> impl Iterator<Item = (&Hit, Class)> {
        let lexicon = &self.knowledge.lexicon;
        let lang = self.lang;
        let hits = if at < self.range.1 { self.scan.at(at) } else { &[] };
        hits.iter().filter(move |hit| hit.kinds.has(kinds)).flat_map(move |hit| {
            self.knowledge.dictionary.meanings(lexicon, hit.node).filter_map(move |meaning| match meaning {
                (of, Item::Class(class)) if of == lang => Some((hit, class)),
                _ => None,
            })
        })
    }

    /// Returns the grammar of every trigger form of one word that begins at a token.
    pub(super) fn knowledge_forms(&self, at: usize) -> impl Iterator<Item = Shape> {
        let lexicon = &self.knowledge.lexicon;
        let hits = if at < self.range.1 { self.scan.at(at) } else { &[] };
        hits.iter().filter(|hit| hit.kinds.has(Kinds::FORM)).flat_map(move |hit| {
            // كيري is no verb with ك before it.
            let verbal = !hit.clitics.has(Clitics::KA) && !hit.clitics.has(Clitics::BI);
            self.knowledge.dictionary.meanings(lexicon, hit.node).filter_map(move |(_, item)| match item {
                Item::Form(form) if verbal || !matches!(form.shape, Shape::Verb { .. }) => Some(form.shape),
                Item::Form(_) | Item::Class(_) => None,
            })
        })
    }

    /// Returns whether a finite verb may stand at a token.
    pub(super) fn may_be_verb(&self, at: usize) -> bool {
        let hits = if at < self.range.1 { self.scan.at(at) } else { &[] };
        hits.iter()
            .any(|hit| hit.kinds.has(Kinds::VERB) && !hit.clitics.has(Clitics::KA) && !hit.clitics.has(Clitics::BI))
    }

    /// Returns whether a token, as it stands, is a word of the lexicon (a verb, a function word), not a name.
    pub(super) fn is_lexical(&self, at: usize) -> bool {
        self.has_meaning(at, true)
    }

    /// فراس is not ف and a verb: the same of a token as a whole, whatever it is when a conjunction is taken off.
    pub(super) fn is_lexical_itself(&self, at: usize) -> bool {
        self.has_meaning(at, false)
    }

    fn has_meaning(&self, at: usize, peeled: bool) -> bool {
        const LEXICAL: Kinds = Kinds::LANGUAGE.with(Kinds::FORM).with(Kinds::TITLE);
        let lexicon = &self.knowledge.lexicon;
        self.scan.kinds(at).has(LEXICAL)
            && self.scan.at(at).iter().any(|hit| {
                hit.end as usize == at + 1
                    && hit.kinds.has(LEXICAL)
                    && (peeled || hit.clitics == Clitics::NONE)
                    && (hit.kinds.has(Kinds::TITLE) && hit.clitics == Clitics::NONE
                        || self.knowledge.dictionary.meanings(lexicon, hit.node).any(|(lang, item)| {
                            lang == self.lang
                                && !matches!(item, Item::Class(Class::FirstName | Class::Particle | Class::Generic(_)))
                                && (hit.clitics == Clitics::NONE
                                    || matches!(item, Item::Form(_)) && !hit.clitics.has_preposition()
                                    || matches!(item, Item::Class(Class::Everyday)) && self.scan.word(at).is_none())
                        }))
            })
    }

    /// Returns the longest demonym at a token: its end, proclitics, codes to skip, and the country.
    /// نظيره المالي, نظيرته العاجية: behind a counterpart an adjective that means something else too is a nationality.
    fn is_behind_counterpart(&self, at: usize) -> bool {
        at > self.range.0 && self.joined(at) && self.scan.kinds(at - 1).has(Kinds::COUNTERPART)
    }

    pub(super) fn demonym(&self, at: usize) -> Option<(usize, Clitics, u32, EntityId, Number)> {
        if at >= self.range.1 || !self.scan.kinds(at).has(Kinds::DEMONYM) {
            return None;
        }
        // تركي بن محمد: a given name, whose father's stands behind it.
        let given = || self.is_son(at + 1) && !self.is_nation_before_son(at) || self.is_given_before_family(at);
        if self.lang == Lang::Ar && self.joined(at + 1) && given() {
            return None;
        }
        let gazetteer = &self.knowledge.gazetteer;
        let mut best: Option<(usize, Clitics, u32, EntityId, Number)> = None;
        for hit in self.scan.at(at).iter().filter(|hit| hit.kinds.has(Kinds::DEMONYM)) {
            for payload in self.knowledge.dictionary.payloads(hit.node) {
                if let Payload::Demonym(index) = payload {
                    let demonym = &gazetteer.demonyms()[index as usize];
                    if demonym.lang != self.lang && demonym.lang == Lang::Ar {
                        continue;
                    }
                    if demonym.lang == Lang::En && !self.tokens.tokens[at].capital {
                        continue;
                    }
                    let supported = demonym.support.is_free()
                        || (demonym.support.allows(Support::COUNTRY)
                            && (self.countries.contains(&demonym.country) || self.is_behind_counterpart(at)));
                    if supported && best.is_none_or(|(end, ..)| (hit.end as usize) > end) {
                        best = Some((hit.end as usize, hit.clitics, hit.skip, demonym.country, demonym.number));
                    }
                }
            }
        }
        best
    }

    /// الرئيس التونسي بن علي: whether a word with the article stands before somebody listed whose own name begins with بن.
    fn is_nation_before_son(&self, at: usize) -> bool {
        self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM])
            && self.scan.kinds(at + 1).has(Kinds::NAME)
            && self.listed_person_at(at + 1).is_some()
    }

    /// تركي الشمراني: a given name with a name of a family behind it. No adjective without article stands before such a word.
    fn is_given_before_family(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at + 1]);
        self.is_first_name(at)
            && self.scan.word(at + 1).is_none_or(|word| self.knowledge.dictionary.is_name_word(word))
            && !self.scan.kinds(at + 1).has(Kinds::DEMONYM.with(Kinds::TITLE))
            && form.starts_with(&[0x80, 0x96])
            && form.len() > 4
            && !self.is_lexical(at + 1)
    }

    /// Returns whether بن or بنت stands at a token.
    pub(super) fn is_son(&self, at: usize) -> bool {
        use crate::text::fold::BEH;
        matches!(*self.tokens.form(&self.tokens.tokens[at]), [BEH, 0x98] | [BEH, 0x98, 0x82])
    }

    /// Returns the place in the text of the tokens `start..end`, less `skip` codes of proclitics.
    pub(super) fn span(&self, start: usize, skip: u32, end: usize) -> Span {
        let first = self.tokens.span_after(&self.tokens.tokens[start], skip);
        let last = &self.tokens.tokens[end - 1];
        let form = self.tokens.form(last);
        // The last full stop of "U.S." and of "Jr." belongs to it.
        let short = end - start > 1 && (form.len() == 1 && last.gap == Gap::Dot || form == b"jr" || form == b"sr");
        let stop = usize::from(short && self.text[last.span.end..].starts_with('.'));
        Span::new(first.start, last.span.end + stop)
    }

    pub(super) fn found(&mut self, span: Span, referent: Referent, kind: MentionType) {
        let found = Found { span, referent, kind };
        self.note_found(found);
        self.mentions.push(found);
    }

    pub(super) fn found_demonym(&mut self, start: usize, skip: u32, end: usize, country: EntityId) {
        let span = self.span(start, skip, end);
        // الهجوم الحوثي: the adjective of a body names it.
        let body = self.knowledge.gazetteer.get(country).kind == EntityKind::Organisation;
        let kind = if body { MentionType::Name } else { MentionType::Demonym };
        self.found(span, Referent::Known(country), kind);
    }

    pub(super) fn gender_of(&self, referent: Referent) -> Option<Gender> {
        match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).gender,
            Referent::New(_) => None,
        }
    }

    /// Returns the country of a referent.
    #[must_use]
    pub fn country_of(&self, referent: Referent) -> Option<EntityId> {
        match referent {
            Referent::Known(key) => self.knowledge.gazetteer.country_of(key),
            Referent::New(index) => self.people[index as usize].country,
        }
    }
}

/// How a form names an entity: by an adjective, by a name that needs nothing beside it, or by another.
#[derive(Clone, Copy)]
pub(super) enum Naming {
    Demonym,
    Free {
        several: bool,
    },
    /// A full name that links where its country is spoken of.
    OfCountry,
    Supported,
}

/// Returns whether a body of this finer kind takes sides, so that its full name anywhere introduces it.
pub(super) fn is_side(subkind: &str) -> bool {
    matches!(subkind, "party" | "armed_group" | "coalition" | "movement")
}

/// Returns whether the count at a place is the highest, and the first that is so.
fn is_first(counts: &[u32], place: usize) -> bool {
    let own = counts[place];
    own > 0 && counts[..place].iter().all(|&other| other < own) && counts[place..].iter().all(|&other| other <= own)
}
