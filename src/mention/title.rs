//! Phrases: titles with their country, name and apposition; agents; groups; bare names.

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::{Phrase, PhraseKind, Referent, Role};
use super::reader::Reader;
use super::trace::Holding;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gender, Number, OfficeId, State, Title};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, BEH, LAM};
use crate::text::{Clitics, Gap, Span};

/// Among so many of the latest mentions or offices something is looked for; further back it is another matter.
const LAST: usize = 256;

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
            && let Some(phrase) = self.counterpart(at)
        {
            return Some(phrase);
        }
        if kinds.has(Kinds::DEMONYM)
            && let Some(phrase) = self.plural_counterparts(at)
        {
            return Some(phrase);
        }
        if (self.may_open_title(kinds) || self.may_open_office(at))
            && let Some(phrase) = self.titled(at)
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
        if let Some(phrase) = self.named(at) {
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
            && let Some(phrase) = self.pronoun(at)
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
                self.knowledge.dictionary.payloads(hit.node).iter().filter_map(move |payload| match *payload {
                    Payload::Title(index) => Some((hit, &titles[index as usize])),
                    _ => None,
                })
            })
            .filter(|(hit, title)| {
                title.lang == self.lang
                    && !self.is_given_with_lineage(at, hit.end as usize)
                    && !(hit.clitics == Clitics::NONE && self.is_given_of_listed(at, hit.end as usize))
            })
            .max_by_key(|(hit, title)| (hit.end, std::cmp::Reverse(hit.skip), title.office.is_some()))
            .map(|(hit, title)| (hit.end as usize, hit.clitics, hit.skip, title))
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

    /// Returns whether a phrase opens with a title of the press: الإعلامي عمرو أديب.
    #[must_use]
    pub fn is_press(&self, phrase: &Phrase) -> bool {
        self.title_at(phrase.start).is_some_and(|(.., title)| title.press)
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
            if let Some((end, _)) =
                self.class(next, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }))
            {
                former |= self
                    .classes(next, Kinds::ADJECTIVE)
                    .any(|(_, class)| class == Class::TitleAdjective { former: true });
                next = end;
                continue;
            }
            if of.is_some() {
                return None;
            }
            if let Some((end, _, skip, country, _)) = self.demonym(next) {
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
            // A place name that only happens to stand before: the title must follow at once.
            let followed = self.title_at(end).is_some()
                || self.class(end, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. })).is_some();
            if !followed || !self.joined(end) {
                return None;
            }
            let office = self.title_at(end).and_then(|(.., title)| title.office);
            let named = self.governed_place(next, named, office);
            let Referent::Known(key) = named.referent else { return None };
            self.found(self.name_span(next, &named), named.referent, named.kind);
            of = Some(self.office_giver(key));
            next = end;
        }
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
        let rest_of = |title: &Title| {
            let mut words = title.text.split(' ');
            let same = |word: Option<&str>, at: usize| {
                word.is_some_and(|word| word.as_bytes().eq_ignore_ascii_case(self.form(at)))
            };
            let office = title.office.filter(|&office| !offices.name(office).starts_with("former"));
            let opens = title.lang == Lang::En && office.is_some() && same(words.next(), adjective);
            let count = words.clone().count();
            let fits = opens && (1..=MOST_WORDS).contains(&count) && rest + count <= self.range.1;
            (fits && words.zip(rest..).all(|(word, at)| self.joined(at) && same(Some(word), at)))
                .then_some(rest + count)
        };
        let titles = self.knowledge.gazetteer.titles().iter();
        titles.filter_map(|title| Some((rest_of(title)?, title))).max_by_key(|&(end, _)| end)
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

    /// Returns the phrase that a title opens: with a name, for an office holder, or for a group.
    pub(super) fn titled(&mut self, at: usize) -> Option<Phrase> {
        // "Morsi to head to Pakistan": a verb.
        let verb = self.lang == Lang::En && self.form(at) == b"head" && at > self.range.0 && self.form(at - 1) == b"to";
        if verb {
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

    pub(super) fn one_holder(&mut self, run: &TitleRun) -> Option<Phrase> {
        if let Some(phrase) = self.title_with_name(run) {
            return Some(phrase);
        }
        let office = run.office?;
        let shared = TitleRun { of: run.of.or_else(|| self.country_of_list(run)), ..*run };
        let run = &shared;
        // "the US ambassador to Egypt": the preposition of the title belongs to the place.
        let shortened = TitleRun { end: run.end - 1, title_end: run.title_end - 1, ..*run };
        let run = if self.is_followed_by_post(run) { &shortened } else { run };
        let plain_noun = self.lang == Lang::En && run.of.is_none() && !self.is_definite_english(run);
        // كرئيس للنقابة, رئيس شعبة: an open title that nothing fills is anybody's.
        let open = self.lang == Lang::Ar && run.state == State::Construct && run.of.is_none() && !self.is_filled(run);
        // "the Syria opposition chief", "the shadow minister"
        let other = self.lang == Lang::En
            && self.knowledge.gazetteer.offices().name(office) != "opposition_leader"
            && (run.start..run.title_end)
                .any(|at| self.class(at, Kinds::CLASS, |class| class == Class::Faction).is_some());
        let named = || {
            let holder = self.titled.get(&self.title_key(run))?;
            self.note_holder(Holding::Said, office, run.of);
            Some(holder)
        };
        let many = self.knowledge.gazetteer.offices().has_many(office);
        let holder = if run.former && self.lang == Lang::Ar && !run.indefinite {
            // وزير الخارجية الألماني الأسبق: whom the document introduces so, and no country.
            named().or_else(|| self.past_holder(office, run.of?))
        } else if run.former || plain_noun || run.indefinite || open || other {
            None
        } else {
            // مساعد الرئيس السوداني: one of several, if the document says who.
            self.posted_holder(office, run)
                .inspect(|_| self.note_holder(Holding::Post, office, run.of))
                .or_else(|| (many && run.of.is_some()).then(named).flatten())
                .or_else(|| {
                    // "the FEMA administrator" is no administrator of another body.
                    let holder = if run.body.is_none() { self.office_holder(office, run.of) } else { None };
                    let holder = holder.filter(
                        |&holder| !matches!(holder, Referent::Known(key) if self.is_other_head(key, office, run)),
                    );
                    holder.filter(|&holder| self.may_serve_there(holder, office, run))
                })
                .or_else(named)
                .or_else(|| self.holder_in(office, run.body?))
                .or_else(|| self.heads_state(office, run.of))
                .or_else(|| {
                    let last = self.minister_before(office, run)?;
                    self.note_holder(Holding::LastMinister, office, run.of);
                    Some(last)
                })
        };
        let span = self.span(run.head, if run.head == run.start { run.skip } else { 0 }, run.title_end);
        match (holder, self.trace) {
            (Some(person), _) => self.found(span, person, MentionType::Title),
            (None, Some(trace)) => {
                let indefinite = plain_noun || run.indefinite || open;
                trace.vacant(span, office, run.of, self.vacancy(run.of, run.former, indefinite, other));
            }
            (None, None) => {}
        }
        let kind = if holder.is_some() { PhraseKind::Person } else { PhraseKind::Unknown };
        // Without a holder the country stands in for the person, where the title names it or whom it serves.
        let past = run.former && self.lang == Lang::Ar;
        let of = run.of.filter(|_| holder.is_none() && !other && !past).map(Referent::Known);
        let end = self.tokens.tokens[run.end - 1].span.end;
        let inside = |span: Span| span.start < end && self.tokens.tokens[run.start].span.start < span.end;
        let named = self.mentions.iter().rev().take(LAST).any(|found| inside(found.span));
        let of = of.filter(|_| named || self.lang == Lang::En);
        // "a Hamas leader", one listed title: its body is named by it.
        if let Some(of) = of.filter(|_| !named) {
            self.found(span, of, MentionType::Title);
        }
        let referents = holder.or(of).into_iter().collect();
        let gender = run.gender.or(holder.and_then(|holder| self.gender_of(holder)));
        Some(Phrase {
            start: run.start,
            end: run.end,
            clitics: run.clitics,
            referents,
            span,
            kind,
            named: false,
            gender,
            number: Number::Singular,
            office: Some(office),
            of: run.of,
        })
    }

    /// الرئيس الأمريكي الأسبق: the one man of those who once held an office whom the document names.
    fn past_holder(&self, office: OfficeId, of: EntityId) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let mut named = offices.past_holders(office, of, self.date?).filter(|&person| self.is_introduced(person));
        let first = named.next()?;
        named.all(|other| other == first).then(|| {
            self.note_holder(Holding::Past, office, Some(of));
            Referent::Known(first)
        })
    }

    /// رئيس الوزراء ووزير الخارجية التركيين: the country that the last title of a list names for all of them.
    fn country_of_list(&self, run: &TitleRun) -> Option<EntityId> {
        use crate::text::fold::{ALEF, LAM};
        const MOST: usize = 6;
        const TAIL: usize = 2;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        // الرئيس ووزير الخارجية الأمريكي: the president is the reader's own, but for a long list of whom somebody talked with.
        let skip = if run.head == run.start { run.skip as usize } else { 0 };
        let known = form(run.head)[skip..].starts_with(&[ALEF, LAM]);
        let with = run.start > self.range.0
            && self.class(run.start - 1, Kinds::WORD, |class| matches!(class, Class::Prep(_) | Class::Each)).is_some();
        if self.lang == Lang::En || known && !with || run.former || run.indefinite || run.office.is_none() {
            return None;
        }
        let mut at = run.end;
        for others in 1..=MOST {
            let near = at < self.range.1 && (self.joined(at) || self.tokens.tokens[at].gap == Gap::Punct(b','));
            let (end, ..) = self.title_at(at).filter(|&(_, clitics, _, title)| {
                near && clitics == Clitics::WA && title.office.is_some() && title.body.is_none()
            })?;
            // وزعيمة الحزب الحاكم, وزعيم المعارضة بالبرلمان الهندي: over what belongs to the title.
            let tail = |at: usize| {
                let word = form(at).strip_prefix(&[BEH]).unwrap_or(form(at));
                word.starts_with(&[ALEF, LAM]) && self.demonym(at).is_none()
            };
            at = (end..end + TAIL).find(|&at| !self.joined(at) || !tail(at)).unwrap_or(end + TAIL);
            if self.joined(at)
                && let Some((_, Clitics::NONE, _, country, _)) = self.demonym(at)
            {
                return Some(country).filter(|_| !known || others > 1);
            }
        }
        None
    }

    /// وزير الخارجية الأردني فلان ووزير الصناعة فلان: the country that gave the office of whom a list named right before
    /// somebody new.
    fn giver_of_list(&self, run: &TitleRun, person: Referent) -> Option<Referent> {
        let new = matches!(person, Referent::New(_)) && run.start > self.range.0;
        let last = self.roles.last().filter(|role| new && role.sentence == self.sentence && !role.former)?;
        let country =
            matches!(last.of, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Country);
        let offices = self.knowledge.gazetteer.offices();
        let minister = |office: Option<OfficeId>| office.is_some_and(|office| offices.is_ministerial(office));
        let and = self.lang == Lang::En && self.form(run.start - 1) == b"and";
        let joins = match self.lang {
            Lang::Ar => run.clitics == Clitics::WA,
            Lang::En => and || self.tokens.tokens[run.start].gap == Gap::Punct(b','),
        };
        let before = (run.start - 1).saturating_sub(usize::from(and));
        let adjacent = joins && last.span.end == self.tokens.tokens[before].span.end;
        (country && adjacent && minister(last.office) && minister(run.office)).then_some(last.of)
    }

    /// أمينها العام, رئيسه: whether a title says by a pronoun whose head somebody is. Other offices with one are told of without
    /// the names of who holds them as well.
    fn is_owned(&self, run: &TitleRun) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let heads =
            |office| matches!(offices.name(office), "president" | "leader" | "secretary_general" | "deputy_head");
        self.has_pronoun(run) && run.office.is_some_and(heads)
    }

    /// Returns whether the first word of an Arabic title has a pronoun of the third person on it.
    fn has_pronoun(&self, run: &TitleRun) -> bool {
        use crate::text::fold::HEH;
        let token = &self.tokens.tokens[run.head];
        let form = self.tokens.form(token);
        let pronoun = form.ends_with(&[HEH]) && !token.teh_marbuta || form.ends_with(&[HEH, ALEF]);
        self.lang == Lang::Ar && run.office.is_some() && run.of.is_none() && run.body.is_none() && pronoun
    }

    /// على لسان أمينها العام فلان, سحبت الجزائر سفيرها فلانا: the body or country named last in the sentence, for a title with a
    /// pronoun.
    fn owner_of_title(&self, run: &TitleRun) -> Option<Referent> {
        const NEAR: usize = 3;
        if !self.has_pronoun(run) {
            return None;
        }
        let from = self.tokens.tokens[self.range.0].span.start;
        let before = self.tokens.tokens[run.start].span.start;
        // نقابة الصحافيين التونسيين ... رئيستها: a nationality owns nothing.
        let in_sentence = |found: &super::phrase::Found| {
            from <= found.span.start && found.span.end <= before && found.kind != MentionType::Demonym
        };
        let land = |key: EntityId| self.knowledge.gazetteer.get(key).kind == EntityKind::Country;
        let body = |referent: Referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(place) => self.people[place as usize].kind == EntityKind::Organisation,
        };
        let posted = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office));
        let named = self.mentions.iter().rev().filter(|found| in_sentence(found)).take(NEAR);
        let owner = named.map(|found| found.referent).find_map(|referent| match referent {
            Referent::Known(key) if land(key) => Some(referent),
            Referent::Known(key) if body(referent) => Some(Referent::Known(self.office_giver(key))),
            Referent::New(_) if body(referent) => Some(referent),
            _ => None,
        });
        owner.filter(|&owner| !posted || !body(owner))
    }

    /// Returns whether more than the title itself stands in a run.
    pub(super) fn is_filled(&self, run: &TitleRun) -> bool {
        self.title_at(run.head).is_none_or(|(end, ..)| end < run.title_end)
    }

    /// الوزير, الوزير الأمريكي: the minister (of that country) whom the document named last.
    pub(super) fn minister_before(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        if offices.name(office) != "minister" || run.state != State::Definite {
            return None;
        }
        let minister = |role: &&Role| {
            role.office.is_some_and(|office| {
                let name = offices.name(office);
                name.ends_with("minister") && name != "prime_minister"
            }) && run.of.is_none_or(|of| Referent::Known(of) == role.of)
        };
        self.roles.iter().rev().take(LAST).find(minister).map(|role| role.person)
    }

    /// Returns the normal form of a run of titles without its proclitics.
    pub(super) fn title_key(&self, run: &TitleRun) -> Vec<u8> {
        let mut key = Vec::new();
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

    /// Returns who held an office on the document's day, or who the document last said held it.
    pub(super) fn office_holder(&self, office: OfficeId, of: Option<EntityId>) -> Option<Referent> {
        if let Some(of) = of {
            if let Some(&(person, known)) = self.office_of.get(&office)
                && known == Some(of)
            {
                self.note_holder(Holding::Said, office, Some(of));
                return Some(person);
            }
            if self.knowledge.gazetteer.offices().has_many(office) {
                return self.shared_holder(office, of);
            }
            let holder = self.knowledge.gazetteer.holder(office, of, self.date?)?;
            self.note_holder(Holding::Listed, office, Some(of));
            return Some(Referent::Known(holder));
        }
        // رئيس القسم: a document has many.
        if self.knowledge.gazetteer.offices().name(office) == "section_head" {
            return None;
        }
        let &(person, of) = self.office_of.get(&office)?;
        self.note_holder(Holding::Said, office, of);
        Some(person)
    }

    /// Whether somebody listed as the holder of an office is not meant: الأمين العام للحزب is not its president, where only one
    /// is listed and the title does not name the party.
    pub(super) fn is_other_head(&self, holder: EntityId, office: OfficeId, run: &TitleRun) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        if self.lang == Lang::En || offices.name(office) != "secretary_general" {
            return false;
        }
        let end = self.tokens.tokens[run.end - 1].span.end;
        let inside = |span: Span| span.start < end && self.tokens.tokens[run.start].span.start < span.end;
        !self.mentions.iter().rev().take(LAST).any(|found| inside(found.span))
            && offices.of_person(holder).all(|term| term.office != office)
    }

    /// رئيس الشركة: whom the text has given that office in a body that nobody lists.
    fn holder_in(&self, office: OfficeId, body: Referent) -> Option<Referent> {
        let given = |role: &&Role| role.office == Some(office) && role.of == body && !role.former;
        self.roles.iter().rev().take(LAST).find(given).map(|role| role.person)
    }

    /// رئيس الدولة: whom the text introduced as president, king or emir.
    fn heads_state(&self, office: OfficeId, of: Option<EntityId>) -> Option<Referent> {
        const HEADS: [&str; 3] = ["president", "king", "emir"];
        let offices = self.knowledge.gazetteer.offices();
        if self.lang == Lang::En || offices.name(office) != "head_of_state" {
            return None;
        }
        let said = |name: &&str| {
            let head = offices.id(name)?;
            let &(person, country) = self.office_of.get(&head)?;
            (of.is_none() || of == country).then_some((head, country, person))
        };
        let (head, country, person) = HEADS.iter().find_map(said)?;
        self.note_holder(Holding::Said, head, country);
        Some(person)
    }

    /// السفير الأمريكي: of the many who hold such an office, the one whom the document names.
    fn shared_holder(&self, office: OfficeId, of: EntityId) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let holders = offices.holders(office, of, self.date?);
        let mut named = holders.iter().filter(|&&person| self.is_introduced(person));
        match (named.next(), named.next()) {
            (Some(&first), None) => {
                self.note_holder(Holding::Only, office, Some(of));
                Some(Referent::Known(first))
            }
            // المتحدث باسم الكرملين: a house that is known to have one voice.
            // المبعوث الأمريكي, who may be any of those for other places, is nobody in particular.
            (None, _) if !offices.is_open(office) && (holders.len() < 2 || !offices.is_posted(office)) => {
                let holder = self.knowledge.gazetteer.holder(office, of, self.date?)?;
                self.note_holder(Holding::Listed, office, Some(of));
                Some(Referent::Known(holder))
            }
            _ => None,
        }
    }

    /// Returns whether a name is that of a person of another country than the one whose office a title is.
    fn is_foreign_to(&self, run: &TitleRun, named: &Named) -> bool {
        let (Some(of), Referent::Known(key)) = (run.of, named.referent) else { return false };
        let gazetteer = &self.knowledge.gazetteer;
        let home = gazetteer.get(key).country;
        self.lang == Lang::Ar
            && gazetteer.get(of).kind == EntityKind::Country
            && gazetteer.get(key).kind == EntityKind::Person
            && home.is_some_and(|home| home != of)
            && gazetteer.offices().of_person(key).all(|term| Some(term.office) != run.office || term.of != Some(of))
    }

    /// Returns whether a listed person never held the highest office of a run, but the one that stands right before the name.
    fn holds_only_second(&self, run: &TitleRun, named: &Named, second: Option<OfficeId>) -> bool {
        const HIGHEST: [&str; 5] = ["president", "prime_minister", "speaker", "king", "emir"];
        let (Some(first), Referent::Known(key)) = (run.office, named.referent) else { return false };
        let offices = self.knowledge.gazetteer.offices();
        let held = |office| offices.of_person(key).any(|term| Some(term.office) == office);
        self.lang == Lang::Ar && HIGHEST.contains(&offices.name(first)) && held(second) && !held(Some(first))
    }

    pub(super) fn title_with_name(&mut self, run: &TitleRun) -> Option<Phrase> {
        let mut at = run.end;
        if at >= self.range.1 {
            return None;
        }
        let gap = self.tokens.tokens[at].gap;
        // نائب الرئيس الأمريكي- جو بايدن: a dash right at the title.
        let dash = self.lang == Lang::Ar
            && gap == Gap::Punct(b'-')
            && self.text[self.tokens.tokens[at - 1].span.end..].starts_with('-');
        let comma = gap == Gap::Punct(b',') || dash;
        let quoted = matches!(gap, Gap::Punct(b'"')) && self.tokens.tokens[at].quote;
        // "Mr. Abbas": the full stop of an abbreviated title.
        let abbreviated = self.lang == Lang::En && gap == Gap::Punct(b'.');
        if !self.joined(at) && !comma && !quoted && !abbreviated {
            return None;
        }
        // An honorific may stand between comma and name.
        let mut honorific = run.office.is_none();
        let mut office = run.office;
        while let Some((end, Clitics::NONE, _, title)) = self.title_at(at) {
            if office.is_some() && title.office.is_none() && self.is_anothers(at, end) {
                return None;
            }
            // ولي العهد الأمير محمد بن سلمان: a second title of office only right before the name.
            let context = Context { title: true, office, of: run.of, person: true };
            // القائد العام للجيش الليبي الأمين العام للأمم المتحدة: two people's.
            let country = |key: EntityId| self.knowledge.gazetteer.get(key).country;
            let others = run.of.zip(title.body).is_some_and(|(of, body)| of != body && country(of) != country(body));
            if title.office.is_some() && office.is_some() {
                match self.name(end, context).filter(|_| !others) {
                    // التقى وزير الخارجية المصري رئيس الوزراء بنيامين نتنياهو: the second is a man of another country.
                    Some(named) if self.is_foreign_to(run, &named) => return None,
                    // استقبل رئيس الحكومة قائد الجيش العماد فلان: nor has he the first office, of which there is one.
                    Some(named) if self.holds_only_second(run, &named, title.office) => return None,
                    Some(_) => {}
                    None => break,
                }
            }
            office = office.or(title.office);
            honorific = true;
            at = end;
        }
        // رئيس الوزراء اليوناني، فلان: the title says whose minister it is, so that only its holder can follow.
        let told = office.is_some() && (run.of.is_some() || self.is_filled(run)) && !run.indefinite;
        let context = Context { title: !comma || honorific || told, office, of: run.of, person: true };
        // وزير الخارجية، سامح شكري: behind the comma a name that needs a title is that of whoever held the office that day.
        let holds = |named: &Named| {
            let Referent::Known(key) = named.referent else { return false };
            let term = |term: &&crate::gazetteer::Term| {
                Some(term.office) == office && self.date.is_some_and(|day| term.covers(day))
            };
            self.knowledge.gazetteer.offices().of_person(key).any(|held| term(&held))
        };
        let named = self.name(at, context).or_else(|| {
            let titled = Context { title: true, ..context };
            self.name(at, titled).filter(|named| comma && office.is_some() && holds(named))
        });
        let (referent, end, span) = if let Some(named) = named.filter(|n| n.clitics == Clitics::NONE) {
            (named.referent, named.end, self.name_span(at, &named))
        } else {
            let enclosed = if comma && told && self.lang == Lang::Ar { self.foreign_between_marks(at) } else { None };
            if comma && !honorific && self.lang == Lang::Ar && enclosed.is_none() && !(told && self.is_enclosed(at)) {
                return None;
            }
            if self.is_shared_regnal(at) || self.is_followed_by_post(run) {
                return None;
            }
            let end = enclosed.or_else(|| self.new_name(at, !comma || honorific))?;
            // الدكتور عبد الإله بن كيران رئيس الوزراء المغربي: the office stands behind the name.
            let behind = if office.is_none() { self.holder_behind(at, end) } else { None };
            let of = run.of;
            let referent = behind.unwrap_or_else(|| self.identify(at, 0, end, office, of));
            (referent, end, self.span(at, 0, end))
        };
        let (start, name_end) = (at, end);
        let end = self.over_junior(end);
        let span = if end > name_end { self.span(start, 0, end) } else { span };
        self.found(span, referent, MentionType::Name);
        self.count(referent);
        self.note_printed(at, name_end, referent);
        let gender = run.gender.or(self.gender_of(referent));
        let (end, of) = self.of_behind(run, end);
        if office.is_some() {
            let giver = of.map(Referent::Known).or(run.body);
            let giver = giver.or_else(|| self.giver_of_list(run, referent)).or_else(|| self.owner_of_title(run));
            self.give_office(referent, office, giver, run.former, span);
            let key = self.title_key(run);
            self.late |= self.titled.insert(key, referent);
        }
        // السفير فلان المتحدث باسم الوزارة: a rank of one word leaves room for an office.
        let titled = office.is_some() && (self.lang == Lang::En || run.title_end > run.head + 1);
        let end = self.apposition(referent, run.start, end, titled);
        Some(Phrase {
            start: run.start,
            end,
            clitics: run.clitics,
            referents: vec![referent],
            span,
            kind: PhraseKind::Person,
            named: true,
            gender,
            number: Number::Singular,
            office,
            of,
        })
    }

    /// Returns whether a name stands at a token and a mark behind it: ، فلان الفلاني،
    pub(super) fn is_enclosed(&self, at: usize) -> bool {
        let end = self.new_name(at, false).or_else(|| self.new_name(at, true).filter(|_| self.is_strange(at)));
        end.is_some_and(|end| end >= self.range.1 || !self.joined(end))
    }

    /// وزير التنمية التركي، سيفديت يالمظ، : nothing but words that nobody knows, between the title's comma and the next mark.
    fn foreign_between_marks(&self, at: usize) -> Option<usize> {
        const MOST_WORDS: usize = 4;
        let foreign = |at: usize| {
            let form = self.tokens.form(&self.tokens.tokens[at]);
            let name_word = self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
            let unknown = self.scan.word(at).is_none() && self.scan.at(at).is_empty();
            form.len() > 2
                && form.iter().all(|&code| code >= 0x80)
                && !form.starts_with(&[ALEF, LAM])
                && !self.is_lexical(at)
                && (name_word || unknown)
        };
        let mut end = at;
        while end < self.range.1 && (end == at || self.joined(end)) {
            if !foreign(end) || end - at == MOST_WORDS {
                return None;
            }
            end += 1;
        }
        (end > at + 1 && end < self.range.1).then_some(end)
    }

    /// "Joseph R. Biden, Jr.": the suffix belongs to the name.
    pub(super) fn over_junior(&self, end: usize) -> usize {
        let junior = end < self.range.1
            && matches!(self.tokens.form(&self.tokens.tokens[end]), b"jr" | b"sr" | b"iii" | b"ii")
            && matches!(self.tokens.tokens[end].gap, Gap::Space | Gap::Punct(b','));
        end + usize::from(junior && self.lang == Lang::En)
    }

    /// English: "President Macron of France": the country behind the name; returns the new end and whose office it is.
    pub(super) fn of_behind(&mut self, run: &TitleRun, end: usize) -> (usize, Option<EntityId>) {
        if self.lang != Lang::En
            || run.of.is_some()
            || !self.joined(end)
            || self.tokens.form(&self.tokens.tokens[end]) != b"of"
        {
            return (end, run.of);
        }
        let article = end + 1 < self.range.1 && self.tokens.form(&self.tokens.tokens[end + 1]) == b"the";
        let next = end + 1 + usize::from(article);
        let place = self.name(next, Context::default()).map(|named| self.governed_place(next, named, run.office));
        if let Some(named) = place
            && let Referent::Known(key) = named.referent
            && self.knowledge.gazetteer.get(key).kind != EntityKind::Person
        {
            self.push_name(next, &named);
            return (named.end, Some(self.office_giver(key)));
        }
        (end, run.of)
    }
}
