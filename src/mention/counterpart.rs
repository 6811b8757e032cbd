//! Counterparts: the holders of the same office elsewhere, named or not.

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::{Phrase, PhraseKind, Referent, Referents, Role};
use super::reader::Reader;
use super::title::TitleRun;
use super::trace::Holding;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number, OfficeId, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, FEH, NOON, WAW, YEH};
use crate::text::{Clitics, Gap};

/// The offices of those who may be counterparts, since either heads a state or its government.
const HEADS: [&str; 4] = ["chancellor", "head_of_state", "president", "prime_minister"];

impl Reader<'_> {
    /// نظيره الروسي سيرغي لافروف: the holder of the same office elsewhere.
    pub(super) fn counterpart(&mut self, at: usize) -> Option<Phrase> {
        let (mut end, clitics) = self.class(at, Kinds::COUNTERPART, |class| class == Class::Counterpart)?;
        let skip = self.scan.at(at).iter().find(|hit| hit.end as usize == end && hit.clitics == clitics)?.skip;
        let mut office = self.last_office;
        let mut country = None;
        let mut before = None;
        // نظرائه من مصر والأردن: a list of countries goes on with countries.
        let mut listed = false;
        if self.lang == Lang::En {
            // "his Russian counterpart", "his US counterpart": whose stands before, and has been read as a phrase of its own.
            if let Some(found) = self.mentions.last().copied()
                && (found.kind == MentionType::Demonym || self.names_country(found.referent))
                && at > self.range.0
                // "his U.S. counterpart": the name ends with a point.
                && (self.tokens.tokens[at - 1].span.end..=self.tokens.tokens[at].span.start).contains(&found.span.end)
                && let Referent::Known(key) = found.referent
            {
                country = Some(key);
                before = Some(found.span.start);
                office = self.office_of_last_person(key, office);
            }
        }
        while self.joined(end) {
            if let Some((e, Clitics::NONE)) =
                self.class(end, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }))
            {
                end = e;
            } else if let Some((e, Clitics::NONE, skip, of, _)) = self.demonym(end)
                && (country.is_none() || self.demonym(end - 1).is_some())
            {
                self.found_demonym(end, skip, e, of);
                country = country.or(Some(of));
                end = e;
            } else if let Some((e, Clitics::NONE, _, title)) = self.title_at(end)
                && title.office.is_none()
            {
                end = e;
            } else if country.is_none()
                && let Some((start, named)) = self.country_from(end, !self.is_one_counterpart(at, skip, end))
                && let Referent::Known(key) = named.referent
            {
                self.push_name(start, &named);
                (end, country, listed) = (named.end, Some(key), true);
            } else {
                break;
            }
        }
        // "his counterpart, President Rouhani": so in English, where no country is told.
        let comma = || end < self.range.1 && self.tokens.tokens[end].gap == Gap::Punct(b',');
        let opens_title = |at: usize| {
            let office = |title: &crate::gazetteer::Title| title.office.is_some() && title.number == Number::Singular;
            at < self.range.1 && self.title_at(at).is_some_and(|(.., title)| office(title))
        };
        if self.lang == Lang::En
            && country.is_none()
            && (self.joined(end) || comma())
            && (opens_title(end) || self.demonym(end).is_some_and(|(title, ..)| opens_title(title)))
            && let Some(holder) = self.titled(end).filter(|holder| holder.kind == PhraseKind::Person && holder.named)
            && holder.referents.len() == 1
        {
            return Some(Phrase { start: at, clitics, ..holder });
        }
        // نظيره وزير خارجية روسيا سيرغي لافروف: with his office told again.
        if self.lang == Lang::Ar
            && self.joined(end)
            && self
                .title_at(end)
                .is_some_and(|(_, clitics, _, title)| clitics == Clitics::NONE && title.office.is_some())
            && let Some(holder) = self.titled(end).filter(|holder| holder.kind == PhraseKind::Person)
            && holder.referents.len() == 1
            && holder.clitics == Clitics::NONE
        {
            return Some(Phrase { start: at, clitics, ..holder });
        }
        let title_end = end;
        let mut referent = None;
        let mut printed = None;
        let mut span = self.span(at, skip, title_end);
        span.start = before.unwrap_or(span.start);
        let mut named = false;
        if self.joined(end)
            || (end < self.range.1 && self.tokens.tokens[end].quote)
            || (end < self.range.1 && self.lang == Lang::En && self.tokens.tokens[end].gap == Gap::Punct(b','))
        {
            let context = Context { title: true, office, of: country, person: true };
            let name = if self.lang == Lang::En { self.over_honorifics(end) } else { end };
            if let Some(found) = self.name(name, context).filter(|named| named.clitics == Clitics::NONE) {
                span = self.name_span(name, &found);
                referent = Some(found.referent);
                printed = (found.skip == 0).then_some((name, found.end));
                end = found.end;
            } else if let Some(name_end) = self
                .new_name(end, true)
                .filter(|_| self.lang == Lang::Ar || self.tokens.tokens[end].gap != Gap::Punct(b','))
            {
                span = self.span(end, 0, name_end);
                referent = Some(self.identify(end, 0, name_end, office, country));
                end = name_end;
            }
        }
        // نظيره الغامبي، السيد مامادو تانغارا،
        let context = Context { title: true, office, of: country, person: true };
        if let Some((start, stop, found)) = self.counterpart_between_commas(end, country, context) {
            span = self.span(start, 0, stop);
            referent = Some(found.unwrap_or_else(|| self.identify(start, 0, stop, office, country)));
            end = stop;
        }
        let land = country;
        let alone = referent.is_none() && self.is_one_counterpart(at, skip, title_end);
        let country = country.or_else(|| if alone { self.country_visited_before(at) } else { None });
        let key = country.map(|country| format!("counterpart {}", country.0).into_bytes());
        if let (Some(person), Some(key)) = (referent, &key) {
            self.late = self.late.max(self.titled.insert(key.clone(), person));
        }
        if let Some(person) = referent {
            named = true;
            self.found(span, person, MentionType::Name);
            self.count(person);
            // "her counterpart Salman Bashir": "Bashir" is he from here on.
            if let Some((start, end)) = printed {
                self.note_printed(start, end, person);
            }
            if country.is_some() || self.lang == Lang::Ar && matches!(person, Referent::Known(_)) {
                self.give_office(person, office, country.map(Referent::Known), false, span);
            }
        } else if let Some(of) = country
            && !self.is_plural_adjective(end - 1)
        {
            let holder = |office: Option<OfficeId>| office.and_then(|office| self.office_holder(office, Some(of)));
            // نائب رئيس الوزراء وزير الخارجية فلان ... نظيره التركي: the other of two offices.
            let other = || self.office_of_last_person(of, office).filter(|_| self.lang == Lang::Ar);
            // المستشار الألماني فلان ... ونظيره الألماني: of those who head a state rather him whom the text has named.
            let headed = || self.head_named_before(of, office).filter(|_| self.lang == Lang::Ar);
            referent = headed().or_else(|| holder(office)).or_else(|| key.and_then(|key| self.titled.get(&key, at)));
            // خلال لقائه نظيره الفرنسي، قال لافروف: or that of who is named behind.
            for told in [other(), self.office_of_next_person(end, of)] {
                if referent.is_none() && holder(told).is_some() {
                    (referent, office) = (holder(told), told);
                }
            }
            if let Some(person) = referent
                && self.lang == Lang::Ar
            {
                self.found(span, person, MentionType::Title);
            }
        }
        let kind = if referent.is_some() { PhraseKind::Person } else { PhraseKind::Counterpart };
        let mut referents: Referents = referent.or(country.map(Referent::Known)).into_iter().collect();
        if self.lang == Lang::Ar && land.is_some() {
            let several = !self.is_one_counterpart(at, skip, title_end);
            end = self.more_counterparts(at, end, office, (listed && !named, several), &mut referents);
        }
        Some(Phrase {
            start: at,
            end,
            clitics,
            referents,
            span,
            kind,
            named,
            gender: None,
            number: Number::Singular,
            office,
            of: country,
        })
    }

    /// The one person whom the text has given an office at the head of a country, where the asked office is one at the head of a state.
    fn head_named_before(&self, country: EntityId, asked: Option<OfficeId>) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let heads = |office: Option<OfficeId>| office.is_some_and(|office| HEADS.contains(&offices.name(office)));
        // Where the president heads the state and leads it, his minister is nobody's counterpart in it.
        let parliamentary = self.knowledge.gazetteer.get(country).subkind == "parliamentary";
        if !heads(asked) || !parliamentary {
            return None;
        }
        let mut named = self.roles.iter().filter(|role| role.of == Referent::Known(country) && heads(role.office));
        let first = named.next()?.person;
        let one = named.all(|role| role.person == first).then_some(first);
        if let (Some(_), Some(office)) = (one, asked) {
            self.note_holder(Holding::Said, office, Some(country));
        }
        one
    }

    /// نظيره, "his counterpart": whether the word for a counterpart is of one person, not of two or many.
    fn is_one_counterpart(&self, at: usize, skip: u32, end: usize) -> bool {
        match self.lang {
            Lang::Ar => {
                let word = &self.form(at)[skip as usize..];
                matches!(word, [NOON, _, YEH, _, next, ..] if !matches!(*next, YEH | ALEF))
            }
            Lang::En => !self.form(end - 1).ends_with(b"s"),
        }
    }

    /// نظرائهم المصريين: whether an adjective of a country is one of several people, of whom no one is meant.
    fn is_plural_adjective(&self, at: usize) -> bool {
        self.lang == Lang::Ar && matches!(self.form(at), [.., YEH | WAW, NOON])
    }

    /// Returns where the name of an Arabic counterpart stands between commas, behind titles that honour, and of whom it is, if listed.
    fn counterpart_between_commas(
        &self,
        at: usize,
        country: Option<EntityId>,
        context: Context,
    ) -> Option<(usize, usize, Option<Referent>)> {
        let comma = at < self.range.1 && self.tokens.tokens[at].gap == Gap::Punct(b',');
        if self.lang != Lang::Ar || !comma || country.is_none() {
            return None;
        }
        let start = self.over_honorifics(at);
        let closed = |end: &usize| *end >= self.range.1 || !self.joined(*end);
        let of_country = |named: &Named| match named.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).country == country,
            Referent::New(_) => true,
        };
        let known = self.name(start, context).filter(|named| named.clitics == Clitics::NONE);
        if let Some(named) = known {
            let fits = self.is_person(named.referent) && of_country(&named) && closed(&named.end);
            return fits.then_some((start, named.end, Some(named.referent)));
        }
        let new = self.new_name(start, true).filter(closed).or_else(|| self.foreign_between_marks(start))?;
        Some((start, new, None))
    }

    /// "his Emirati counterpart, Sheikh Abdullah": one past the honorifics that stand before a name.
    pub(super) fn over_honorifics(&self, at: usize) -> usize {
        let mut name = at;
        let offices = self.knowledge.gazetteer.offices();
        // سفير السعودية لدى قطر الأمير فلان: a prince is one by birth, whatever office he has.
        let born = |office| matches!(offices.name(office), "prince" | "princess");
        while let Some((end, Clitics::NONE, _, title)) = self.title_at(name)
            && title.office.is_none_or(born)
            && self.joined(end)
        {
            name = end;
        }
        name
    }

    /// "Fidan met his US counterpart": the office, held in both countries, of the person whom the sentence named last, rather
    /// than the one that the text told last.
    pub(super) fn office_of_last_person(&self, country: EntityId, told: Option<OfficeId>) -> Option<OfficeId> {
        let start = self.tokens.tokens[self.range.0].span.start;
        let Some(day) = self.date else { return told };
        let offices = self.knowledge.gazetteer.offices();
        let inside = self.mentions.iter().rev().take_while(|found| found.span.start >= start);
        let person = inside.into_iter().find_map(|found| match found.referent {
            Referent::Known(key) => (self.knowledge.gazetteer.get(key).kind == EntityKind::Person).then_some(Some(key)),
            Referent::New(_) => Some(None),
        });
        let Some(person) = person.flatten() else { return told };
        let held = |office| offices.of_person(person).any(|term| term.office == office && term.covers(day));
        if told.is_some_and(held) {
            return told;
        }
        // رئيسا وزراء بريطانيا فلان، وإسرائيل فلان: which of his offices the text has told.
        const LAST: usize = 64;
        let own = |role: &&Role| {
            let shared = |office| held(office) && self.office_holder(office, Some(country)).is_some();
            role.person == Referent::Known(person) && !role.former && role.office.is_some_and(shared)
        };
        if let Some(role) = self.roles.iter().rev().take(LAST).find(own).filter(|_| self.lang == Lang::Ar) {
            return role.office;
        }
        let serves = |term: &&crate::gazetteer::Term| {
            (term.start.is_some() || term.end.is_some())
                && term.covers(day)
                && !offices.kind(term.office).lesser
                && self.office_holder(term.office, Some(country)).is_some()
        };
        offices.of_person(person).find(serves).map(|term| term.office).or(told)
    }

    /// خلال لقائه نظيره الفرنسي، قال لافروف: the office, held in the other country too, of the first person named behind a comma, where
    /// the sentence has named nobody before.
    fn office_of_next_person(&self, end: usize, country: EntityId) -> Option<OfficeId> {
        const REACH: usize = 16;
        let day = self.date.filter(|_| self.lang == Lang::Ar)?;
        let start = self.tokens.tokens[self.range.0].span.start;
        let known = |referent: Referent| matches!(referent, Referent::New(_)) || self.is_person(referent);
        if self.mentions.iter().rev().take_while(|found| found.span.start >= start).any(|found| known(found.referent)) {
            return None;
        }
        let last = self.range.1.min(end + REACH);
        let comma = (end..last).find(|&at| self.tokens.tokens[at].gap == Gap::Punct(b','))?;
        let person = (comma..last).find_map(|at| {
            let named = self.name(at, Context::default()).filter(|named| self.is_person(named.referent))?;
            if let Referent::Known(key) = named.referent { Some(key) } else { None }
        })?;
        let offices = self.knowledge.gazetteer.offices();
        let serves = |term: &&crate::gazetteer::Term| {
            term.start.is_some()
                && term.covers(day)
                && !offices.kind(term.office).lesser
                && self.office_holder(term.office, Some(country)).is_some()
        };
        offices.of_person(person).find(serves).map(|term| term.office)
    }

    /// نظيره من جنوب السودان: the country that a preposition leads to; of several counterparts also نظرائه في مصر والأردن.
    fn country_from(&self, at: usize, several: bool) -> Option<(usize, Named)> {
        // من and في in normal form.
        const FROM: [u8; 2] = [0x97, 0x98];
        const IN: [u8; 2] = [FEH, YEH];
        let within = several && at < self.range.1 && self.form(at) == IN;
        if self.lang == Lang::En || !self.joined(at) || !self.joined(at + 1) || !within && self.form(at) != FROM {
            return None;
        }
        // نظرائه في كل من روسيا وتركيا
        let each = self.class(at + 1, Kinds::WORD, |class| class == Class::Each).filter(|_| several);
        let start =
            each.filter(|&(end, clitics)| clitics == Clitics::NONE && self.joined(end)).map_or(at + 1, |(end, _)| end);
        let named = self.name(start, Context::default()).filter(|named| named.clitics == Clitics::NONE)?;
        // التقى نظراءه في مصر: one country alone is where they met.
        let listed = || !within || self.further_country(named.end).is_some();
        (self.names_country(named.referent) && listed()).then_some((start, named))
    }

    /// والأردن, ، والأردن: one country more of a list.
    fn further_country(&self, at: usize) -> Option<Named> {
        let near = at < self.range.1 && (self.joined(at) || self.tokens.tokens[at].gap == Gap::Punct(b','));
        let named = self.name(at, Context::default()).filter(|named| near && named.clitics == Clitics::WA)?;
        self.names_country(named.referent).then_some(named)
    }

    /// نظيريه الإيراني فلان والتركي فلان: the other counterparts; returns where the last one ends.
    fn more_counterparts(
        &mut self,
        start: usize,
        end: usize,
        office: Option<OfficeId>,
        (listed, several): (bool, bool),
        referents: &mut Referents,
    ) -> usize {
        let mut end = end;
        let run = TitleRun {
            start,
            head: start,
            end,
            clitics: Clitics::NONE,
            skip: 0,
            office,
            of: None,
            body: None,
            under: None,
            gender: None,
            number: Number::Plural,
            state: State::Definite,
            profession: false,
            former: false,
            indefinite: false,
            title_end: end,
        };
        while referents.len() < 12 {
            let comma = end < self.range.1 && self.tokens.tokens[end].gap == Gap::Punct(b',');
            // نظرائه اليوناني، القبرصي، والفرنسي: of several also behind a comma alone.
            let bare = several && comma && self.lang == Lang::Ar;
            let land = self
                .demonym(end)
                .filter(|&(_, clitics, ..)| clitics == Clitics::WA || bare && clitics == Clitics::NONE);
            if listed
                && land.is_none()
                && let Some(named) = self.further_country(end)
                && let Referent::Known(key) = named.referent
            {
                self.push_name(end, &named);
                let told = self.office_of_last_person(key, office);
                let holder = told.and_then(|office| self.office_holder(office, Some(key)));
                referents.push(holder.unwrap_or(named.referent));
                end = named.end;
                continue;
            }
            let more = land.is_some();
            if !more || !(self.joined(end) || comma) {
                break;
            }
            let mark = (self.mentions.len(), self.roles.len());
            let Some((next, item, _)) = self.holder_item(&run, end, false) else {
                self.mentions.truncate(mark.0);
                self.roles.truncate(mark.1);
                break;
            };
            let headed = land.and_then(|(.., of, _)| self.head_named_before(of, office));
            match headed {
                Some(person) => referents.push(person),
                None => referents.extend(item),
            }
            end = next;
        }
        end
    }
}
