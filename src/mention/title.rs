//! Titles: which stands at a token, the run of titles with what belongs to it, and the phrases that these and other words open.

use super::name::Context;
use super::phrase::{Phrase, Referent};
use super::reader::Reader;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gender, Number, OfficeId, State, Title};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, BEH, HEH, LAM, TEH, WAW, YEH};
use crate::text::{Clitics, Gap};

/// One or more titles in a row, with what belongs to them, up to where a name may follow.
#[derive(Clone, Copy, Debug)]
pub(super) struct TitleRun {
    pub(super) start: usize,
    /// Where the first title of office begins, behind what only honours: فخامة رئيس الجمهورية.
    pub(super) head: usize,
    pub(super) end: usize,
    pub(super) clitics: Clitics,
    pub(super) skip: u32,
    pub(super) office: Option<OfficeId>,
    pub(super) of: Option<EntityId>,
    /// The body that nobody lists, whose office it is: رئيس حزب المؤتمر.
    pub(super) body: Option<Referent>,
    /// The office of whom the first title serves: مستشار الرئيس.
    pub(super) under: Option<OfficeId>,
    pub(super) gender: Option<Gender>,
    pub(super) number: Number,
    pub(super) state: State,
    pub(super) former: bool,
    /// It opens with a profession, whose field may follow.
    pub(super) profession: bool,
    /// "a Russian minister": nobody in particular.
    pub(super) indefinite: bool,
    /// One past the last token of the title proper, with its demonym.
    pub(super) title_end: usize,
}

impl Reader<'_> {
    /// Returns the phrase that begins at a token, recording its mentions.
    pub(super) fn phrase(&mut self, at: usize) -> Option<Phrase> {
        let mark = (self.mentions.len(), self.roles.len());
        let phrase = self.phrase_of_any_kind(at);
        if phrase.is_none() {
            self.mentions.truncate(mark.0);
            self.roles.truncate(mark.1);
        }
        phrase
    }

    /// The same; where there is none, mentions of what was tried are left behind.
    fn phrase_of_any_kind(&mut self, at: usize) -> Option<Phrase> {
        let kinds = self.scan.kinds(at);
        if let Some(phrase) = self.eponym(at) {
            return Some(phrase);
        }
        if kinds.has(Kinds::COUNTERPART)
            && let Some(phrase) = self.counterparts_abroad(at).or_else(|| self.counterpart(at))
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::DEMONYM.with(Kinds::NAME))
            && let Some(phrase) =
                self.plural_counterparts(at).or_else(|| self.nationals(at)).or_else(|| self.portfolios(at))
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::DEMONYM.with(Kinds::NAME))
            && self.lang == Lang::En
            && let Some(phrase) = self.official_again(at).or_else(|| self.national_again(at))
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::ONE_OF)
            && let Some(phrase) = self.one_of(at)
        {
            return Some(phrase);
        }
        // أعضاء الوفد اللبناني: words that stand for a party together, of which the first alone is an office.
        let agents = kinds.has(Kinds::AGENT) && self.lang == Lang::Ar;
        if agents
            && self.class(at, Kinds::AGENT, |class| class == Class::Agent).is_some_and(|(end, _)| end > at + 1)
            && let Some(phrase) = self.agent(at)
        {
            return Some(phrase);
        }
        if (self.may_open_title(kinds) || self.may_open_office(at))
            && let Some(phrase) = self.titled(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::COUNTERPART)
            && let Some(phrase) = self.guest(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::BODY)
            && let Some(phrase) = self.several_bodies(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::AGENT)
            && let Some(phrase) = self.agent(at)
        {
            return Some(phrase);
        }
        // وأدانت الحركة الموقف: a body spoken of before, and no new one.
        if kinds.has(Kinds::PRONOUN)
            && self.name(at, Context::default()).is_none()
            && let Some(phrase) = self.aforenamed(at)
        {
            return Some(phrase);
        }
        if let Some(phrase) = self.named(at) {
            return Some(phrase);
        }
        if kinds.has(Kinds::BODY)
            && let Some(phrase) = self.group_again(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::CLASS)
            && let Some(phrase) = self.fighters_again(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::DEMONYM)
            && let Some(phrase) = self.bare_demonym(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::BOTH)
            && let Some(phrase) = self.both(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::PRONOUN)
            && let Some(phrase) =
                self.guest_in_english(at).or_else(|| self.honoured_holder(at)).or_else(|| self.pronoun(at))
        {
            return Some(phrase);
        }
        self.unlisted(at)
    }

    /// Returns whether a title, or in English what may stand before one, may begin with a form of these kinds.
    fn may_open_title(&self, kinds: Kinds) -> bool {
        const BEFORE: Kinds = Kinds::ADJECTIVE.with(Kinds::DEMONYM).with(Kinds::NAME);
        kinds.has(Kinds::TITLE) || self.lang == Lang::En && kinds.has(BEFORE)
    }

    /// Returns whether the name of a body that nobody lists, and then a title, may begin at a token.
    fn may_open_office(&self, at: usize) -> bool {
        self.lang == Lang::En && self.tokens.tokens[at].capital && self.unlisted_before_title(at).is_some()
    }

    /// Returns the longest title at a token.
    pub(super) fn title_at(&self, at: usize) -> Option<(usize, Clitics, u32, &Title)> {
        if at >= self.range.1 || !self.scan.kinds(at).has(Kinds::TITLE) {
            return None;
        }
        let titles = self.knowledge.gazetteer.titles();
        self.scan
            .at(at)
            .iter()
            .filter(|hit| hit.kinds.has(Kinds::TITLE) && hit.end as usize <= self.range.1)
            .flat_map(|hit| {
                self.knowledge.dictionary.payloads(hit.node).filter_map(move |payload| match payload {
                    Payload::Title(index) => Some((hit, &titles[index as usize])),
                    _ => None,
                })
            })
            .filter(|(hit, title)| {
                let end = hit.end as usize;
                if self.lang == Lang::En && self.ranks_next(end) {
                    return false;
                }
                let family = || title.regnal && self.is_given_with_family(at, end);
                let listed = || hit.clitics == Clitics::NONE && self.is_given_of_listed(at, end);
                // وإلى موزمبيق: no governor has a hamza below.
                let to = hit.clitics == Clitics::NONE && end == at + 1 && self.tokens.tokens[at].hamza_below;
                let governor = to && self.tokens.form(&self.tokens.tokens[at]) == [WAW, ALEF, LAM, YEH];
                let one = title.lang == self.lang && !governor;
                one && !self.is_given_with_lineage(at, end) && !family() && !listed()
            })
            .max_by_key(|(hit, title)| (hit.end, std::cmp::Reverse(hit.skip), title.office.is_some()))
            .map(|(hit, title)| (hit.end as usize, hit.clitics, hit.skip, title))
    }

    /// "Iran's chief nuclear negotiator", "the chief economic adviser": whether the word that ends here only ranks the office behind it.
    fn ranks_next(&self, end: usize) -> bool {
        let word = |at: usize| {
            let token = &self.tokens.tokens[at];
            token.gap == Gap::Space && !token.capital && !self.is_function(at) && !self.is_verb(at)
        };
        self.form(end - 1) == b"chief"
            && end + 1 < self.range.1
            && word(end)
            && word(end + 1)
            && self.title_at(end).is_none()
            && self.title_at(end + 1).is_some()
    }

    /// أمير حاتمي, سلطان البركاني: a word without article that begins the name of somebody listed.
    fn is_given_of_listed(&self, at: usize, end: usize) -> bool {
        self.lang == Lang::Ar
            && end == at + 1
            && self.joined(end)
            && self.scan.kinds(at).has(Kinds::NAME)
            && !self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM])
            && self.listed_person_at(at).is_some_and(|name| name > end)
    }

    /// سلطان بن سلمان: a word that is a given name too, with the father's name behind it.
    fn is_given_with_lineage(&self, at: usize, end: usize) -> bool {
        self.lang == Lang::Ar
            && end == at + 1
            && self.joined(end)
            && self.tokens.form(&self.tokens.tokens[end]) == [BEH, 0x98]
            && self
                .class(at, Kinds::FIRST_NAME, |class| class == Class::FirstName)
                .is_some_and(|(_, clitics)| clitics == Clitics::NONE)
    }

    /// أميرة العادلي: a word without article that is a given name too, with the name of a family behind it.
    fn is_given_with_family(&self, at: usize, end: usize) -> bool {
        self.lang == Lang::Ar
            && end == at + 1
            && self.joined(end)
            && self.scan.kinds(at).has(Kinds::FIRST_NAME)
            && self.is_first_name(at)
            && self.is_certain_surname(end)
    }

    /// Returns whether a phrase opens with a title of the press: الإعلامي عمرو أديب.
    #[must_use]
    pub fn is_press(&self, phrase: &Phrase) -> bool {
        self.title_at(phrase.start).is_some_and(|(.., title)| title.press)
    }

    /// الانتخابات البرلمانية: a title that is spelt like a relative adjective, behind a noun of the same ending with the article.
    fn describes_noun_before(&self, at: usize, gender: Option<Gender>) -> bool {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let adjective = form(at).starts_with(&[ALEF, LAM]) && form(at).ends_with(&[YEH, HEH]);
        self.lang == Lang::Ar
            && gender == Some(Gender::Feminine)
            && adjective
            && at > self.range.0
            && self.joined(at)
            && form(at - 1).starts_with(&[ALEF, LAM])
            && (self.tokens.tokens[at - 1].teh_marbuta || form(at - 1).ends_with(&[ALEF, TEH]))
            && self.title_at(at - 1).is_none()
    }

    /// Reads titles in a row with adjectives, demonym and genitive, recording the mentions inside.
    pub(super) fn title_run(&mut self, at: usize) -> Option<TitleRun> {
        let mut start = at;
        let mut of = None;
        let mut former = false;
        let mut first = at;
        let mut body = None;
        if self.lang == Lang::En {
            (first, body) = match self.body_before_title(at) {
                Some((title, giver)) => (title, Some(giver)),
                None => (at, None),
            };
            (first, of, former) = self.premodifiers(first)?;
            start = at;
        }
        let parted =
            (at..first).rev().find(|&before| self.parting_country(before).is_some_and(|(rest, _)| rest == first));
        let (end, clitics, skip, title) = match parted.and_then(|adjective| self.parted_title(adjective, first)) {
            Some((end, title)) => (end, Clitics::NONE, 0, title),
            None => self.title_at(first)?,
        };
        if title.office.is_some() && end == first + 1 && self.describes_noun_before(first, title.gender) {
            return None;
        }
        let (clitics, skip) = if self.lang == Lang::En { (Clitics::NONE, 0) } else { (clitics, skip) };
        let mut run = TitleRun {
            start,
            head: start,
            end,
            clitics,
            skip,
            office: title.office,
            of: of.or(title.body),
            body,
            under: None,
            gender: title.gender,
            number: title.number,
            state: title.state,
            former,
            profession: title.profession,
            indefinite: false,
            title_end: end,
        };
        // متحدث باسم الأمم المتحدة: one of its spokesmen.
        run.indefinite = self.lang == Lang::Ar
            && run.office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office) == "spokesperson")
            && !self.tokens.form(&self.tokens.tokens[first])[skip as usize..].starts_with(&[ALEF, LAM]);
        self.inside_title(&mut run, first, end);
        while self.extend_run(&mut run) {}
        match self.body_of_title(&run) {
            Some(Referent::Known(key)) => run.of = Some(key),
            giver @ Some(Referent::New(_)) => run.body = giver,
            None => {}
        }
        Some(run)
    }

    /// المبعوث الأمريكي, الأمين العام للأمم المتحدة as one listed title: the demonym or body inside is a mention too.
    pub(super) fn inside_title(&mut self, run: &mut TitleRun, start: usize, end: usize) {
        let mut at = start + 1;
        while at < end {
            if let Some((stop, Clitics::NONE, skip, country, _)) = self.demonym(at).filter(|&(stop, ..)| stop <= end) {
                self.found_demonym(at, skip, stop, country);
                run.of = run.of.or(Some(country));
                at = stop;
            } else if let Some(named) = self.name(at, Context::default())
                && let Referent::Known(key) = named.referent
                && self.belongs_inside(key, named.end > end)
            {
                // رئيس إقليم كردستان العراق: a longer name than the title holds.
                self.push_name(at, &named);
                run.of = run.of.or(Some(self.office_giver(key)));
                at = named.end;
                run.end = run.end.max(named.end);
                run.title_end = run.title_end.max(named.end);
            } else {
                at += 1;
            }
        }
    }

    fn belongs_inside(&self, key: EntityId, beyond: bool) -> bool {
        match self.knowledge.gazetteer.get(key).kind {
            EntityKind::Organisation | EntityKind::Country => true,
            EntityKind::Region => beyond,
            EntityKind::Person | EntityKind::City => false,
        }
    }

    /// English: "Egyptian", "Jordan's", "US", "former" before a title.
    pub(super) fn premodifiers(&mut self, at: usize) -> Option<(usize, Option<EntityId>, bool)> {
        let mut next = at;
        let mut of = None;
        let mut former = false;
        loop {
            if let Some((rest, country)) = self.parting_country(next).filter(|_| of.is_none()) {
                match self.name(next + 1, Context::default()).filter(|named| named.end == rest) {
                    Some(named) => self.push_name(next + 1, &named),
                    None => self.found_demonym(next + 1, 0, rest, country),
                }
                return Some((rest, Some(country), former));
            }
            if self.title_at(next).is_some() {
                return Some((next, of, former));
            }
            if next > at && !self.joined(next) {
                return None;
            }
            // "New Zealand's prime minister": a longer name begins with the adjective.
            let adjective = self.class(next, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }));
            if let Some((end, _)) = adjective.filter(|&(end, _)| !self.country_goes_on(next, end)) {
                former |= self
                    .classes(next, Kinds::ADJECTIVE)
                    .any(|(_, class)| class == Class::TitleAdjective { former: true });
                next = end;
                continue;
            }
            if of.is_some() {
                // "Russia's U.N. ambassador": where an envoy is sent stands before the title.
                next = self.post_before_title(next)?;
                continue;
            }
            // "Saudi Arabia's foreign minister": and so with the nationality.
            let demonym = self.demonym(next).filter(|&(end, ..)| !self.country_goes_on(next, end));
            if let Some((end, _, skip, country, _)) = demonym {
                self.found_demonym(next, skip, end, country);
                of = Some(country);
                next = end;
                continue;
            }
            let named = self.name(next, Context::default())?;
            let Referent::Known(key) = named.referent else { return None };
            if self.knowledge.gazetteer.get(key).kind == EntityKind::Person {
                return None;
            }
            let mut end = named.end;
            if end < self.range.1
                && self.tokens.tokens[end].gap == Gap::Joined
                && self.tokens.form(&self.tokens.tokens[end]) == b"s"
            {
                end += 1;
            }
            // "International Atomic Energy Agency (IAEA) chief": over what the body is called for short.
            let letters = self.letters_behind(end);
            end += usize::from(letters);
            // A place name that only happens to stand before: the title must follow at once.
            let followed = self.title_at(end).is_some()
                || self.post_before(end).is_some()
                || self.class(end, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. })).is_some();
            if !followed || !letters && !self.joined(end) {
                return None;
            }
            if letters && let Some(short) = self.name(end - 1, Context::default()).filter(|short| short.end == end) {
                self.push_name(end - 1, &short);
            }
            let office = self.title_at(end).and_then(|(.., title)| title.office);
            let named = self.governed_place(next, named, office);
            let Referent::Known(key) = named.referent else { return None };
            self.found(self.name_span(next, &named), named.referent, named.kind);
            of = Some(self.office_giver(key));
            next = end;
        }
    }

    /// "(IAEA)": whether nothing but a word of capitals stands between brackets at a token.
    fn letters_behind(&self, at: usize) -> bool {
        const LONGEST: usize = 8;
        let bracket = |at: usize| at < self.range.1 && self.tokens.tokens[at].bracket;
        let letters = |at: usize| {
            let printed = self.tokens.tokens[at].span.of(self.text);
            (2..=LONGEST).contains(&printed.len())
                && printed.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && printed.bytes().filter(u8::is_ascii_uppercase).count() > 1
        };
        bracket(at) && bracket(at + 1) && letters(at)
    }

    /// "U.N. ambassador", "NATO envoy": the body at a token to which an envoy is sent whose title follows at once.
    fn post_before(&self, at: usize) -> Option<super::name::Named> {
        let named = self.joined(at).then(|| self.name(at, Context::default())).flatten()?;
        let Referent::Known(key) = named.referent else { return None };
        let body = self.knowledge.gazetteer.get(key).subkind == "igo";
        let (.., title) = self.title_at(named.end).filter(|_| body && self.joined(named.end))?;
        let posted = title.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office));
        posted.then_some(named)
    }

    /// The same, behind whose envoy it is; records the body and returns where the title begins.
    fn post_before_title(&mut self, at: usize) -> Option<usize> {
        let named = self.post_before(at)?;
        self.found(self.name_span(at, &named), named.referent, named.kind);
        Some(named.end)
    }

    /// "the top US diplomat": the country that stands behind the first word of a title, and where it ends.
    fn parting_country(&self, adjective: usize) -> Option<(usize, EntityId)> {
        self.class(adjective, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }))
            .filter(|&(end, _)| self.lang == Lang::En && end == adjective + 1 && self.joined(end))?;
        let country = || {
            let named = self.name(adjective + 1, Context::default())?;
            let Referent::Known(key) = named.referent else { return None };
            (self.knowledge.gazetteer.get(key).kind == EntityKind::Country).then_some((named.end, key))
        };
        let demonym = self.demonym(adjective + 1).map(|(end, .., country, _)| (end, country));
        let (rest, country) = demonym.or_else(country)?;
        self.parted_title(adjective, rest).map(|_| (rest, country))
    }

    /// "the deputy Russian foreign minister": the title whose first word stands before a nationality and the others behind it, and
    /// where it ends.
    fn parted_title(&self, adjective: usize, rest: usize) -> Option<(usize, &Title)> {
        const MOST_WORDS: usize = 5;
        let parted = self.lang == Lang::En && rest < self.range.1 && self.joined(rest);
        if !parted {
            return None;
        }
        let offices = self.knowledge.gazetteer.offices();
        let first = self.form(adjective);
        // Hardly any of the many titles opens with the word: that is asked before they are cut into words.
        let opens = |title: &Title| {
            let text = title.text.as_bytes();
            title.lang == Lang::En
                && text.get(first.len()) == Some(&b' ')
                && text[..first.len()].eq_ignore_ascii_case(first)
                && title.office.is_some_and(|office| !offices.name(office).starts_with("former"))
        };
        let rest_of = |title: &Title| {
            let words = title.text.split(' ').skip(1);
            let same = |word: &str, at: usize| word.as_bytes().eq_ignore_ascii_case(self.form(at));
            let count = words.clone().count();
            let fits = (1..=MOST_WORDS).contains(&count) && rest + count <= self.range.1;
            (fits && words.zip(rest..).all(|(word, at)| self.joined(at) && same(word, at))).then_some(rest + count)
        };
        let titles = self.knowledge.gazetteer.titles().iter();
        titles
            .filter(|title| opens(title))
            .filter_map(|title| Some((rest_of(title)?, title)))
            .max_by_key(|&(end, _)| end)
    }

    /// Returns whose office it is when a title stands with this entity: a metonym's country, else itself.
    pub(super) fn office_giver(&self, key: EntityId) -> EntityId {
        let entity = self.knowledge.gazetteer.get(key);
        // وزير الخارجية السعودية, رئيس الحكومة البريطانية: a minister serves the country.
        if entity.kind == EntityKind::City || matches!(entity.subkind, "ministry" | "government") {
            return entity.country.unwrap_or(key);
        }
        key
    }

    /// "White House officials": the house that a plural title opens with, rather than its country.
    pub(super) fn house(&self, run: &TitleRun) -> Option<EntityId> {
        let named = self.name(run.start, Context::default()).filter(|_| self.lang == Lang::En)?;
        let Referent::Known(key) = named.referent else { return None };
        let entity = self.knowledge.gazetteer.get(key);
        (entity.kind == EntityKind::Organisation && entity.subkind == "government").then_some(key)
    }

    /// "Morsi to head to Pakistan", "will head a delegation", "heads straight for": whether a word is the verb, which goes somewhere,
    /// and not the office, which is "of" something.
    fn is_verb_here(&self, at: usize) -> bool {
        let form = |at: usize| if at < self.range.1 { self.form(at) } else { b"" };
        let before = if at > self.range.0 { self.form(at - 1) } else { b"" };
        matches!(before, b"to" | b"will" | b"would" | b"then" | b"should" | b"could" | b"may" | b"might")
            || matches!(form(at + 1), b"to" | b"for" | b"back" | b"into" | b"straight" | b"off")
    }

    /// "after visiting", "is visiting": whether a word is the verb by what stands before it, and not an adjective of the title behind it.
    fn is_gerund_here(&self, at: usize) -> bool {
        const BEFORE: [&[u8]; 10] =
            [b"after", b"before", b"while", b"when", b"without", b"is", b"was", b"are", b"were", b"been"];
        at > self.range.0 && BEFORE.contains(&self.form(at - 1))
    }

    /// Returns the phrase that a title opens: with a name, for an office holder, or for a group.
    pub(super) fn titled(&mut self, at: usize) -> Option<Phrase> {
        // "will then head to": the adverb is no part of a title.
        let then = usize::from(self.lang == Lang::En && self.form(at) == b"then" && at + 1 < self.range.1);
        if self.lang == Lang::En && self.form(at + then) == b"head" && self.is_verb_here(at + then) {
            return None;
        }
        // "after visiting President Macron": the verb.
        if self.lang == Lang::En && self.form(at) == b"visiting" && self.is_gerund_here(at) {
            return None;
        }
        let mark = (self.mentions.len(), self.roles.len());
        let run = self.title_run(at);
        let Some(run) = run else {
            self.mentions.truncate(mark.0);
            return None;
        };
        let phrase = if run.number == Number::Singular && self.is_owned(&run) {
            // رئيسها alone is whoever it is.
            self.title_with_name(&run)
        } else if run.number == Number::Singular {
            self.one_holder(&run)
        } else {
            self.holders(&run)
        };
        if phrase.is_none() {
            self.mentions.truncate(mark.0);
            self.roles.truncate(mark.1);
        }
        phrase
    }

    /// Returns whether more than the title itself stands in a run.
    pub(super) fn is_filled(&self, run: &TitleRun) -> bool {
        self.title_at(run.head).is_none_or(|(end, ..)| end < run.title_end)
    }

    /// Returns the normal form of a run of titles without its proclitics.
    pub(super) fn title_key(&self, run: &TitleRun) -> Vec<u8> {
        let words = &self.tokens.tokens[run.head..run.title_end];
        let codes = words.iter().map(|token| (token.end - token.start) as usize + 1).sum();
        let mut key = Vec::with_capacity(codes);
        for at in run.head..run.title_end {
            let form = self.tokens.form(&self.tokens.tokens[at]);
            key.extend_from_slice(if at == run.start { &form[run.skip as usize..] } else { form });
            key.push(b' ');
        }
        key
    }

    /// "the president", "President" at least: a bare "minister" names nobody.
    pub(super) fn is_definite_english(&self, run: &TitleRun) -> bool {
        let capital = self.tokens.tokens[run.start].capital && run.start > self.range.0;
        let article = run.start > 0 && self.tokens.form(&self.tokens.tokens[run.start - 1]) == b"the";
        capital || article
    }
}
