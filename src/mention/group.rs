//! Phrases of parties that a noun stands for: their agents, governments and delegations.

use super::given::Home;
use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use crate::dictionary::{ARABIC_NAMES, Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{AliasKind, EntityId, EntityKind, Number};
use crate::lexicon::{Class, WordList};
use crate::text::fold::{AIN, ALEF, BEH, HEH, LAM, MEEM, NOON, TEH, WAW, YEH};
use crate::text::{Clitics, Gap, Span};

/// The normal form of من.
const MIN: &[u8] = &[0x97, 0x98];

/// The normal form of عن.
const ABOUT: &[u8] = &[0x91, NOON];

/// تابع, تابعة, تابعين: whether a word says that what stands before it belongs to what stands behind it with ل.
#[must_use]
pub(crate) fn is_belonging(form: &[u8]) -> bool {
    let ending = form.strip_prefix(&[TEH, ALEF, BEH, AIN]);
    matches!(ending, Some([] | [HEH] | [ALEF] | [YEH, NOON] | [ALEF, NOON]))
}

/// The letter ث.
const THEH: u8 = 0x83;

/// The normal form of الدبلوماسي.
const DIPLOMAT: &[u8] = &[0x80, 0x96, 0x87, 0x81, 0x96, 0x9A, 0x97, 0x80, 0x8B, 0x9B];

/// How many adjectives may stand between a government and where it sits: الحكومة الجديدة في إسرائيل.
const ADJECTIVES: usize = 2;

/// النظام in normal form.
const REGIME: &[u8] = &[0x80, 0x96, 0x98, 0x90, 0x80, 0x97];

impl Reader<'_> {
    /// "Egyptian and Saudi officials": the adjective before the conjunction stands for its side like the one behind it.
    pub(super) fn joined_agents(&self, phrases: &mut [Phrase]) {
        let mut joined = false;
        for at in (1..phrases.len()).rev() {
            let listed = std::mem::take(&mut joined);
            let (before, next) = phrases.split_at_mut(at);
            let (Some(first), Some(next)) = (before.last_mut(), next.first()) else { continue };
            let several =
                next.kind == PhraseKind::Agent || next.kind == PhraseKind::Unknown && next.number == Number::Plural;
            // "US and Qatari officials": some names of countries are their adjectives as well.
            let short = || first.kind == PhraseKind::Country && first.named && self.is_abbreviated(first.span);
            if !several || next.referents.is_empty() || first.kind != PhraseKind::Demonym && !short() {
                continue;
            }
            let between = &self.tokens.tokens[first.end..next.start];
            let comma = between.is_empty() && self.tokens.tokens[next.start].gap == Gap::Punct(b',');
            let and = matches!(between, [word] if self.tokens.form(word) == b"and" && word.gap.is_weak());
            if and || comma && (listed || next.end > next.start + 1) {
                first.kind = PhraseKind::Agent;
                joined = true;
            }
        }
    }

    /// "a number of Libyan officials", "a delegation of Hamas leaders": people of a side are one phrase with what counts or sends them.
    pub(super) fn with_band(&self, before: &[Phrase], phrase: Phrase) -> Phrase {
        const ADJECTIVES: usize = 2;
        let people = match phrase.kind {
            PhraseKind::Agent => true,
            PhraseKind::Unknown => phrase.number == Number::Plural && !phrase.referents.is_empty(),
            _ => false,
        };
        if self.lang != Lang::En || !people {
            return phrase;
        }
        let from = before.last().map_or(self.range.0, |last| last.end);
        let adjective = |at: usize| {
            at > from
                && self.joined(at)
                && self
                    .class(at - 1, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }))
                    .is_some_and(|(end, _)| end == at)
        };
        let words =
            (0..ADJECTIVES).take_while(|&words| phrase.start > words && adjective(phrase.start - words)).count();
        let first = phrase.start - words;
        let of = first.checked_sub(1).filter(|&of| of > from && self.joined(first) && self.form(of) == b"of");
        let band = of.filter(|&of| self.joined(of)).and_then(|of| of.checked_sub(1));
        let counts = |at: &usize| {
            self.class(*at, Kinds::CLASS, |class| matches!(class, Class::Band | Class::Deputation)).is_some()
        };
        match band.filter(counts) {
            Some(start) => Phrase { start, ..phrase },
            None => phrase,
        }
    }

    /// "US", "U.K.", "UAE": whether a name is written in capitals only.
    fn is_abbreviated(&self, span: Span) -> bool {
        const LONGEST: usize = 6;
        let name = span.of(self.text);
        name.len() <= LONGEST && name.chars().all(|c| c == '.' || c.is_ascii_uppercase())
    }

    /// القوات الروسية, حكومة مصر, "Russian officials": a noun that stands for its country.
    pub(super) fn agent(&mut self, at: usize) -> Option<Phrase> {
        // A longer name that holds the noun (الحكومة التركية as a listed body) is read as a name.
        let (mut end, clitics) = self.class(at, Kinds::AGENT, |class| class == Class::Agent)?;
        if self.lang == Lang::En {
            return None;
        }
        // السلك الدبلوماسي المصري: an adjective of the noun before it, and no diplomat.
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let adjective =
            at > self.range.0 && self.joined(at) && form(at) == DIPLOMAT && form(at - 1).starts_with(&[ALEF, LAM]);
        if adjective {
            return None;
        }
        // برئاسة إيران: who leads, not a presidency.
        let led = self.class(at, Kinds::MEMBERS, |class| matches!(class, Class::Members(_)));
        if led.is_some_and(|(_, clitics)| clitics == Clitics::NONE) {
            return None;
        }
        if self.name(at, Context::default()).is_some_and(|named| named.end >= end) {
            return None;
        }
        // من طرف الرئيس الفرنسي: by him; من جانب موسكو: by the country.
        const SIDES: [&[u8]; 2] = [&[0x8F, 0x89, 0x93], &[0x84, 0x80, 0x98, 0x81]];
        let by = at > self.range.0 && self.tokens.form(&self.tokens.tokens[at - 1]) == MIN;
        if by
            && SIDES.contains(&self.tokens.form(&self.tokens.tokens[at]))
            && self.name(end, Context::default()).is_none()
        {
            return None;
        }
        let skip = self.scan.at(at).iter().find(|hit| hit.end as usize == end && hit.clitics == clitics)?.skip;
        let mut referents = Referents::new();
        let mut number = Number::Singular;
        end = self.past_joined_agents(at, end);
        // مقاتلات تابعة لسلاح الجو المصري
        let belongs = self.says_whose(end);
        end += usize::from(belongs);
        let (senders, part) = self.senders(at, end);
        end = senders;
        let sent = self.sent_by(at, end);
        if self.joined(end)
            && self.names_several(end)
            && let Some(bodies) = self.several_bodies(end)
        {
            referents = bodies.referents;
            end = bodies.end;
        }
        let definite = self.is_definite_agent(at, skip);
        while self.joined(end) || referents.is_empty() && self.is_in_quotes(end) {
            let stands = |clitics: Clitics| {
                let owned = part || belongs || sent && end == at + 1;
                clitics == Clitics::NONE || owned && clitics == Clitics::LI
            };
            // مسؤولي السلطة الفلسطينية: a listed body goes before its parts.
            let body = self
                .name(end, Context::default())
                .filter(|named| referents.is_empty() && stands(named.clitics) && named.end > end + 1)
                .filter(|_| end > at + 1 || !definite);
            if let Some(named) = body
                && let Referent::Known(key) = named.referent
                && self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation
            {
                self.push_name(end, &named);
                referents.push(named.referent);
                end = named.end;
                break;
            }
            // قوات المعارضة السورية
            if let Some(camp) =
                if referents.is_empty() { self.camp(end).filter(|camp| stands(camp.clitics)) } else { None }
            {
                self.found_body(end, self.name_span(end, &camp), &camp);
                self.demonyms_within(end + 1, camp.end);
                referents.push(camp.referent);
                end = camp.end;
                break;
            }
            if let Some((e, c, s, country, _)) = self.demonym(end)
                && (stands(c) && referents.is_empty()
                    || c == Clitics::WA && !referents.is_empty()
                    // وفد سعودي إماراتي: two countries sent them.
                    || c == Clitics::NONE
                        && referents.len() == 1
                        && self.lang == Lang::Ar
                        && self.is_deputation(at))
            {
                self.found_demonym(end, s, e, country);
                referents.push(Referent::Known(country));
                end = e;
            } else if referents.is_empty()
                && let Some((e, clitics)) = self.class(end, Kinds::AGENT.with(Kinds::ADJECTIVE), |class| {
                    matches!(class, Class::Agent | Class::TitleAdjective { .. })
                })
                && (clitics == Clitics::NONE || belongs && clitics == Clitics::LI)
                // حكومة المملكة العربية السعودية: the word may begin the country's name.
                && self.name(end, Context::default()).is_none_or(|named| named.end <= e)
            {
                end = e;
            } else if referents.is_empty()
                && (end > at + 1 || !definite)
                && let Some(named) = self.name(end, Context::default()).filter(|named| stands(named.clitics))
                && let Referent::Known(key) = named.referent
                && self.knowledge.gazetteer.get(key).kind != EntityKind::Person
            {
                // حكومة طهران: the capital stands for the country.
                let seat = self.capital_of(end, key);
                match seat {
                    Some(country) => {
                        self.found(self.name_span(end, &named), Referent::Known(country), MentionType::Metonym);
                    }
                    None => self.push_name(end, &named),
                }
                let of = seat.unwrap_or_else(|| self.office_giver(key));
                referents.push(Referent::Known(of));
                end = named.end;
                break;
            } else if referents.is_empty()
                && end <= at + 1 + ADJECTIVES
                && let Some((start, named, country)) = self.led_or_seated(at, skip, end)
            {
                self.push_name(start, &named);
                referents.push(Referent::Known(country));
                end = named.end;
                break;
            } else if referents.is_empty()
                // وفد الحركة, وفدا من قيادة الحركة
                && (end == at + 1 || self.is_agent_word(end - 1))
                && self.lang == Lang::Ar
                && self.is_deputation(at)
                && let Some(found) = self.aforenamed_body(end).filter(|found| found.clitics == Clitics::NONE)
            {
                referents.push(found.body);
                end += 1;
                break;
            } else if referents.is_empty()
                && end == at + 1
                && let Some(country) = self.past_adjectives(at)
            {
                end = country;
            } else {
                break;
            }
        }
        // قوات النظام, طائرات النظام: those of the country that the document is about.
        if referents.is_empty()
            && end == at + 2
            && !definite
            && self.tokens.form(&self.tokens.tokens[at + 1]) == REGIME
            && let Some(government) = self.government_at_home(at + 1, 0, end)
        {
            referents.push(Referent::Known(government));
        }
        let mut kind = PhraseKind::Agent;
        if referents.is_empty()
            && let Some(government) = self.government_at_home(at, skip, end)
        {
            referents.push(Referent::Known(government));
            kind = PhraseKind::Body;
        }
        if referents.is_empty() {
            return None;
        }
        if referents.len() > 1 {
            number = Number::Plural;
        }
        Some(Phrase {
            start: at,
            end,
            clitics,
            of: match referents[0] {
                Referent::Known(key) => Some(key),
                Referent::New(_) => None,
            },
            referents,
            span: self.span(at, skip, end),
            kind,
            named: false,
            gender: None,
            number,
            office: None,
        })
    }

    /// طالبت الحكومة إيران, قصف الجيش حلب: whether a noun for those who act has the article, so that a name right behind it is no genitive.
    fn is_definite_agent(&self, at: usize, skip: u32) -> bool {
        let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
        self.lang == Lang::Ar && form.starts_with(&[ALEF, LAM])
    }

    /// قيادة, قيادات: whether the word at a token is one for those who act for a body.
    fn is_agent_word(&self, at: usize) -> bool {
        self.class(at, Kinds::AGENT, |class| class == Class::Agent).is_some_and(|(end, _)| end == at + 1)
    }

    /// مقاتلات تابعة لسلاح الجو: whether the word at a token says so of what stands before it, and ل stands behind it.
    fn says_whose(&self, at: usize) -> bool {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        self.joined(at) && self.joined(at + 1) && form(at + 1).first() == Some(&LAM) && is_belonging(form(at))
    }

    /// هنأ حكومة وشعب العراق, إلى ملك وحكومة وشعب الأردن: over further nouns for those who stand for a country, where none is definite by itself.
    fn past_joined_agents(&self, at: usize, end: usize) -> usize {
        let bare = |at: usize, end: usize| {
            let form = self.tokens.form(&self.tokens.tokens[at]);
            end == at + 1 && !matches!(form, [ALEF, LAM, ..] | [_, ALEF, LAM, ..] | [LAM, LAM, ..])
        };
        let further = |at: usize| {
            let (end, clitics) = self.class(at, Kinds::AGENT, |class| class == Class::Agent)?;
            (clitics == Clitics::WA && self.joined(at) && bare(at, end)).then_some(end)
        };
        let whole = |end: usize| {
            let country = |named: Named| named.clitics == Clitics::NONE && self.names_country(named.referent);
            self.joined(end) && self.name(end, Context::default()).is_some_and(country)
        };
        let mut last = end;
        while bare(at, end)
            && let Some(next) = further(last)
        {
            last = next;
        }
        if last > end && whole(last) { last } else { end }
    }

    /// طالب الحكومة بـ, اتهم النظام: the government of the country that the document is about; السلطات are the country itself. The bare word
    /// acts and is acted on, but mentions nobody by name.
    fn government_at_home(&self, at: usize, skip: u32, end: usize) -> Option<EntityId> {
        const ARTICLE: [u8; 2] = [0x80, 0x96];
        // الحكومة, السلطات in normal form.
        const GOVERNMENT: &[u8] = &[0x80, 0x96, 0x85, 0x95, 0x9A, 0x97, 0x99];
        const AUTHORITIES: &[u8] = &[0x80, 0x96, 0x8B, 0x96, 0x8F, 0x80, 0x82];
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let word = form(at).get(skip as usize..)?;
        // للحكومة
        let is = |whole: &[u8]| word == whole || word.strip_prefix(&[LAM]).is_some_and(|rest| rest == &whole[2..]);
        let itself = is(AUTHORITIES);
        if end != at + 1 || !itself && !is(GOVERNMENT) && !is(REGIME) {
            return None;
        }
        // الحكومة الإلكترونية, الحكومة المقبلة: another than that of the day.
        if self.joined(end) && form(end).starts_with(&ARTICLE) && self.name(end, Context::default()).is_none() {
            return None;
        }
        let gazetteer = &self.knowledge.gazetteer;
        let of = |country: EntityId| {
            let slug = gazetteer.get(country).name_en.to_lowercase().replace(' ', "-");
            gazetteer.key(&format!("org:government-of-{slug}"))
        };
        // An Arabic newspaper names a foreign government by its country more often than not.
        let arab = |country: EntityId| ARABIC_NAMES.contains(&gazetteer.get(country).id);
        let home = match self.home {
            Home::Of(state) => Some(state),
            _ => self.countries.iter().copied().find(|&country| arab(country) && self.is_far_ahead(country)),
        };
        if itself { home } else { home.and_then(of) }
    }

    /// وفد برلماني ألماني, وفود أمنية رفيعة المستوى أمريكية: where the adjective of the country stands behind other adjectives.
    fn past_adjectives(&self, noun: usize) -> Option<usize> {
        const MOST: usize = 4;
        let most = if self.is_deputation(noun) { MOST } else { 1 };
        let first = noun + 1;
        let adjective = |&at: &usize| {
            self.joined(at)
                && !self.is_function(at)
                && (at == first || !self.is_verb(at))
                && self.demonym(at).is_none()
                && self.name(at, Context::default()).is_none()
                // موقف الرئيس الروسي: whose it is.
                && self.title_at(at).is_none()
        };
        let end = first + (first..first + most).take_while(adjective).count();
        let country = || self.demonym(end).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE);
        (end > first && self.joined(end) && self.is_adjective_of(noun, first) && country()).then_some(end)
    }

    /// القوات الجوية المصرية, not (الحدود) البحرية بوساطة مصرية: whether what stands behind a definite noun may be its adjective.
    fn is_adjective_of(&self, noun: usize, at: usize) -> bool {
        const ARTICLE: [u8; 2] = [0x80, 0x96];
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let definite = |form: &[u8]| form.starts_with(&ARTICLE);
        let head = definite(form(noun)) || form(noun).get(1..).is_some_and(definite);
        !head || definite(form(at)) && definite(form(at + 1))
    }

    /// إدارة ترامب, نظام مبارك, السلطات في البحرين: whose government it is, by who leads it or where it is.
    fn led_or_seated(&self, at: usize, skip: u32, from: usize) -> Option<(usize, Named, EntityId)> {
        const ARTICLE: [u8; 2] = [0x80, 0x96];
        const IN: [u8; 2] = [0x93, 0x9B];
        // حكومة in normal form.
        const GOVERNMENT: [u8; 5] = [0x85, 0x95, 0x9A, 0x97, 0x99];
        const LEADERS: [&str; 6] = ["president", "prime_minister", "king", "emir", "sultan", "chancellor"];
        let governs = |word: &[u8]| self.knowledge.lexicon.lists(WordList::Governments, word);
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let word = form(at).get(skip as usize..)?;
        let gazetteer = &self.knowledge.gazetteer;
        let next = at + 1;
        let definite = word.strip_prefix(&ARTICLE);
        let ours = self.class(at, Kinds::CLASS, |class| class == Class::Ours).is_some();
        if definite.is_some() || ours {
            let seated = || ours || definite.is_some_and(governs);
            // الحكومة الجديدة في إسرائيل, but not الحكومة الإلكترونية في مصر: over adjectives that an office may have.
            let next = from;
            if !seated() || !self.joined(next) || form(next) != IN || !self.joined(next + 1) {
                return None;
            }
            let named = self.name(next + 1, Context::default()).filter(|named| named.clitics == Clitics::NONE)?;
            let Referent::Known(key) = named.referent else { return None };
            return (gazetteer.get(key).kind == EntityKind::Country).then_some((next + 1, named, key));
        }
        if !governs(word) || from != next {
            return None;
        }
        let context = Context { person: true, ..Context::default() };
        let named = self.name(next, context).filter(|named| named.clitics == Clitics::NONE)?;
        let Referent::Known(key) = named.referent else { return None };
        let offices = gazetteer.offices();
        let leads = |term: &&crate::gazetteer::Term| {
            LEADERS.contains(&offices.name(term.office)) && self.date.is_none_or(|day| term.covers(day))
        };
        let term = offices.of_person(key).find(leads)?;
        let country = gazetteer.get(key).country.or(term.of)?;
        // انتقد حكومة قنديل: a government is rather its head's at home.
        let at_home = match self.home {
            Home::Of(state) => state == country,
            _ => ARABIC_NAMES.contains(&gazetteer.get(country).id),
        };
        (word != GOVERNMENT || !at_home).then_some((next, named, country))
    }

    /// Returns whether a word for people who are sent stands at a token.
    fn is_deputation(&self, at: usize) -> bool {
        self.class(at, Kinds::CLASS, |class| class == Class::Deputation).is_some()
    }

    /// وفد من حركة حماس, بعثة من البنك الدولي: over "from" and the general word, to whose delegation it is.
    /// Tells, too, whether it is only a part of that body (وفد من المكتب السياسي لحركة حماس).
    fn senders(&self, at: usize, end: usize) -> (usize, bool) {
        // وفد من «حزب الله»: quotation marks around the name part nothing.
        let near = |at: usize| self.joined(at) || self.is_in_quotes(at);
        if !self.is_deputation(at) || !near(end) {
            return (end, false);
        }
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        // وفدا وزاريا من مالي, وفد رفيع المستوى من: its adjectives before "from".
        const ADJECTIVES: usize = 3;
        let adjective = |at: usize| {
            self.joined(at)
                && form(at) != MIN
                && !self.is_function(at)
                && !self.is_verb(at)
                && self.name(at, Context::default()).is_none()
                && self.demonym(at).is_none()
                && self.title_at(at).is_none()
        };
        let adjectives = (end..end + ADJECTIVES).take_while(|&at| adjective(at)).count();
        let described = self.joined(end + adjectives) && form(end + adjectives) == MIN;
        let end_of = if described { end + adjectives } else { end };
        let from = form(end_of) == MIN;
        // وفدا رفيع المستوى يمثل حماس
        let standing = (end..=end + adjectives).find_map(|at| self.stands_for(at));
        let mut next = standing.unwrap_or(end_of + usize::from(from));
        // وفد من قيادات وأعضاء حركة حماس: whose people they are.
        while from && self.joined(next) && self.head(next).is_some_and(|clitics| !clitics.has_preposition()) {
            next += 1;
        }
        let general = |at: usize| {
            self.class(at, Kinds::BODY.with(Kinds::GENERIC), |class| {
                matches!(class, Class::Body | Class::Generic(crate::lexicon::Whose::Named))
            })
            .is_some()
        };
        // وفد قيادة حركة حماس
        let led = |class| matches!(class, Class::Staff | Class::Agent);
        let again = |next: usize| from && self.aforenamed_body(next + 1).is_some();
        if self.joined(next) && self.joined(next + 1) && (!from && general(next + 1) || again(next)) {
            let staff = self.class(next, Kinds::CLASS.with(Kinds::AGENT), led);
            next += usize::from(staff.is_some_and(|(end, clitics)| end == next + 1 && clitics == Clitics::NONE));
        }
        if next > end && self.joined(next) && self.names_several(next) {
            return (next, false);
        }
        const PART: usize = 3;
        let words = (next..next + PART).take_while(|&at| adjective(at)).count();
        let whole = next + words;
        if from && words > 0 && self.joined(whole) && self.listed(next).is_none() {
            if self.listed_with(whole, Clitics::LI).is_some() {
                return (whole, true);
            }
            let kind = general(whole) && self.listed_with(whole, Clitics::NONE).is_none();
            if kind && self.joined(whole + 1) && self.listed(whole + 1).is_some() {
                return (whole + 1, false);
            }
        }
        if self.joined(next) && general(next) && near(next + 1) && self.listed(next).is_none() {
            next += 1;
        }
        // وفدا من قيادة الحركة: of the body that was named before.
        let again = || from && self.is_agent_word(next - 1) && self.aforenamed_body(next).is_some();
        (if next > end && near(next) && (self.listed(next).is_some() || again()) { next } else { end }, false)
    }

    /// يمثل, ممثلا عن, ممثلين عن: one past the words that say for whom a delegation stands.
    fn stands_for(&self, at: usize) -> Option<usize> {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        if !self.joined(at) {
            return None;
        }
        match form(at) {
            // يمثل, تمثل, يمثلون
            [YEH | TEH, MEEM, THEH, LAM] | [YEH, MEEM, THEH, LAM, WAW, NOON] => Some(at + 1),
            // ممثل عن, ممثلا عن, ممثلين عن
            [MEEM, MEEM, THEH, LAM] | [MEEM, MEEM, THEH, LAM, ALEF] | [MEEM, MEEM, THEH, LAM, YEH, NOON]
                if self.joined(at + 1) && form(at + 1) == ABOUT =>
            {
                Some(at + 2)
            }
            _ => None,
        }
    }

    /// وفد لحركة حماس: whether behind a word for a delegation stands with ل the body that sends it; no country, to which it
    /// may travel.
    fn sent_by(&self, at: usize, end: usize) -> bool {
        let body = |named: Named| {
            matches!(named.referent, Referent::Known(key)
                if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation)
        };
        end == at + 1
            && self.is_deputation(at)
            && self.joined(end)
            && self.name(end, Context::default()).is_some_and(body)
    }

    /// Returns whether an Arabic quotation opens right before a token.
    fn is_in_quotes(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && at < self.range.1
            && self.tokens.tokens[at].gap == Gap::Punct(b'"')
            && self.opens_quotation(at)
    }

    /// Returns the listed body or country that is named at a token, without proclitics.
    fn listed(&self, at: usize) -> Option<EntityId> {
        self.listed_with(at, Clitics::NONE)
    }

    /// The same, with these proclitics.
    fn listed_with(&self, at: usize, clitics: Clitics) -> Option<EntityId> {
        let named = self.name(at, Context::default()).filter(|named| named.clitics == clitics)?;
        let Referent::Known(key) = named.referent else { return None };
        matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::Organisation | EntityKind::Country).then_some(key)
    }

    /// Returns the country whose government a city's name at a token may stand for.
    fn capital_of(&self, at: usize, city: EntityId) -> Option<EntityId> {
        let gazetteer = &self.knowledge.gazetteer;
        let country = gazetteer.get(city).country.filter(|_| gazetteer.get(city).kind == EntityKind::City)?;
        self.scan
            .at(at)
            .iter()
            .any(|hit| {
                self.knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                    Payload::Alias(index) => {
                        let alias = gazetteer.alias(index);
                        alias.kind == AliasKind::Metonym && alias.entity == country
                    }
                    _ => false,
                })
            })
            .then_some(country)
    }
}
