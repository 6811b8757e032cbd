//! Names: which entity a name means here, and the names of people whom nobody listed.

use super::dictionary::Payload;
use super::kind::MentionType;
use super::people::NewEntity;
use super::phrase::Referent;
use super::reader::Reader;
use super::scan::Hit;
use crate::document::Lang;
use crate::gazetteer::{AliasKind, EntityId, EntityKind, OfficeId, Support};
use crate::lexicon::{Class, Shape};
use crate::text::{Clitics, Gap};

/// What stands around a name and bears on whom it means.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// A title or honorific stands before it.
    pub(super) title: bool,
    /// The office of that title.
    pub(super) office: Option<OfficeId>,
    /// The country or body of that title.
    pub(super) of: Option<EntityId>,
    /// Only a person will do.
    pub(super) person: bool,
}

/// A name found and linked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) end: usize,
    pub(super) clitics: Clitics,
    pub(super) skip: u32,
    pub(super) referent: Referent,
    pub(super) kind: MentionType,
}

/// A name of one word that more than one entity bears is linked only when the best beats the next by this much.
const MARGIN: i64 = 4;

impl Reader<'_> {
    /// Returns the longest name at a token that can be linked.
    pub(super) fn name(&self, at: usize, context: Context) -> Option<Named> {
        if at >= self.range.1 {
            return None;
        }
        let mut hits: Vec<&Hit> = self
            .scan
            .at(at)
            .iter()
            .filter(|hit| hit.end as usize <= self.range.1)
            .filter(|hit| {
                let payloads = self.knowledge.dictionary.payloads(hit.node);
                payloads.iter().any(|payload| matches!(payload, Payload::Alias(_)))
            })
            .collect();
        hits.sort_by_key(|hit| (std::cmp::Reverse(hit.end), hit.skip));
        let person = self.introduced_person(at, context);
        for hit in hits {
            if person.is_some_and(|named: Named| named.end > hit.end as usize) {
                break;
            }
            if let Some((entity, kind)) = self.resolve(at, hit, context) {
                let person = self.knowledge.gazetteer.get(entity).kind == EntityKind::Person;
                let end = if person { self.over_junior(self.over_lineage(hit.end as usize)) } else { hit.end as usize };
                return Some(Named {
                    end,
                    clitics: hit.clitics,
                    skip: hit.skip,
                    referent: Referent::Known(entity),
                    kind,
                });
            }
        }
        person
    }

    /// سلمان بن عبدالعزيز آل سعود: the lineage behind a known name belongs to it.
    fn over_lineage(&self, mut end: usize) -> usize {
        let particle = |at: usize| {
            self.joined(at) && {
                let form = self.tokens.form(&self.tokens.tokens[at]);
                // بن and آل in normal form.
                form == [0x81, 0x98] || form == [0x80, 0x96]
            }
        };
        while self.lang == Lang::Ar && particle(end) && self.joined(end + 1) && !self.is_lexical(end + 1) {
            end += 2;
            if self.class(end - 1, |class| class == Class::Particle).is_some() && self.joined(end) {
                end += 1;
            }
        }
        end
    }

    fn resolve(&self, at: usize, hit: &Hit, context: Context) -> Option<(EntityId, MentionType)> {
        let gazetteer = &self.knowledge.gazetteer;
        let single = hit.end as usize == at + 1;
        let lexical = single && hit.skip == 0 && self.is_lexical(at);
        if single && self.is_function_behind(at, hit.skip) && self.lang == Lang::Ar {
            return None;
        }
        let mut candidates: Vec<(i64, EntityId, MentionType)> = Vec::new();
        let mut metonym = None;
        for payload in self.knowledge.dictionary.payloads(hit.node) {
            let Payload::Alias(index) = *payload else { continue };
            let alias = &gazetteer.aliases()[index as usize];
            let entity = gazetteer.get(alias.entity);
            if context.person && entity.kind != EntityKind::Person {
                continue;
            }
            if alias.lang == Lang::En && !self.capital_as(at, &alias.text) {
                continue;
            }
            let introduced = self.is_introduced(alias.entity);
            let supported = alias.support.is_free() && !(lexical && entity.kind != EntityKind::Country)
                || (context.title && entity.kind == EntityKind::Person && !alias.support.allows(Support::NEVER))
                || introduced && (alias.support.allows(Support::INTRODUCED) || alias.support.is_free())
                || alias.support.allows(Support::COUNTRY)
                    && entity.country.is_some_and(|country| self.countries.contains(&country))
                || single
                    && !lexical
                    && !alias.support.allows(Support::NEVER)
                    && self.is_prominent(at, hit, alias.entity);
            // A title and a surname with another name behind it is somebody else: "Minister Khan Junejo".
            let runs_on = single
                && context.title
                && !introduced
                && entity.kind == EntityKind::Person
                && self.is_name_like(hit.end as usize);
            if !supported || runs_on {
                continue;
            }
            // و + قف is not the village قف when وقف is a word.
            if single
                && hit.skip > 0
                && entity.kind == EntityKind::City
                && self.scan.word(at).is_some()
                && entity.weight < 500_000
            {
                continue;
            }
            if alias.kind == AliasKind::Metonym && entity.kind == EntityKind::Country {
                metonym = Some(alias.entity);
                continue;
            }
            let kind = if alias.kind == AliasKind::Metonym { MentionType::Metonym } else { MentionType::Name };
            if let Some(score) = self.weigh(alias.entity, alias.kind, single, context) {
                candidates.push((score, alias.entity, kind));
            }
        }
        candidates.sort_by_key(|&(score, entity, _)| (std::cmp::Reverse(score), entity));
        candidates.dedup_by_key(|&mut (_, entity, _)| entity);
        let best = candidates.first().copied();
        if let Some(country) = metonym
            && best.is_none_or(|(_, entity, _)| gazetteer.get(entity).kind == EntityKind::City)
            && !context.person
            && (best.is_none() || self.acts(at, hit))
        {
            return Some((country, MentionType::Metonym));
        }
        let (score, entity, kind) = best?;
        if let Some(&(next, other, _)) = candidates.get(1)
            && score - next < MARGIN
            && single
            && gazetteer.get(entity).kind == EntityKind::Person
            && gazetteer.get(other).kind == EntityKind::Person
        {
            return None;
        }
        Some((entity, kind))
    }

    /// Returns whether a joined token looks like a further name.
    fn is_name_like(&self, at: usize) -> bool {
        if !self.joined(at) || self.is_lexical(at) || self.title_at(at).is_some() || self.demonym(at).is_some() {
            return false;
        }
        match self.lang {
            Lang::En => self.tokens.tokens[at].capital && self.tokens.tokens[at].gap == Gap::Space,
            Lang::Ar => self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_name_word(word)),
        }
    }

    /// Returns whether a surname alone means a well-known office holder of the day: no other name stands beside it.
    fn is_prominent(&self, at: usize, hit: &Hit, key: EntityId) -> bool {
        const WELL_KNOWN: u64 = 60;
        let entity = self.knowledge.gazetteer.get(key);
        if entity.kind != EntityKind::Person || entity.weight < WELL_KNOWN || hit.clitics.has(Clitics::KA) {
            return false;
        }
        let Some(day) = self.date else { return false };
        let serves = self
            .knowledge
            .gazetteer
            .offices()
            .of_person(key)
            .any(|term| (term.start.is_some() || term.end.is_some()) && term.covers(day));
        let name_word = |index: usize| {
            self.scan.word(index).is_some_and(|word| self.knowledge.dictionary.is_name_word(word))
                && !self.is_lexical(index)
        };
        let end = hit.end as usize;
        let named =
            self.mentions.last().is_some_and(|found| at > 0 && found.span.end == self.tokens.tokens[at - 1].span.end);
        let before =
            at > self.range.0 && self.joined(at) && name_word(at - 1) && self.title_at(at - 1).is_none() && !named;
        let after = self.joined(end) && name_word(end) && self.name_known_at(end).is_none();
        serves && !before && !after
    }

    /// Returns whether a free name of a person begins at a token.
    fn name_known_at(&self, at: usize) -> Option<()> {
        let gazetteer = &self.knowledge.gazetteer;
        self.scan.at(at).iter().find_map(|hit| {
            self.knowledge.dictionary.payloads(hit.node).iter().find_map(|payload| match *payload {
                Payload::Alias(index) => {
                    let alias = &gazetteer.aliases()[index as usize];
                    let entity = gazetteer.get(alias.entity);
                    (alias.support.is_free() && entity.kind == EntityKind::Person).then_some(())
                }
                _ => None,
            })
        })
    }

    /// Returns how well an entity fits, or `None` where title and entity contradict each other.
    fn weigh(&self, key: EntityId, alias: AliasKind, single: bool, context: Context) -> Option<i64> {
        let gazetteer = &self.knowledge.gazetteer;
        let entity = gazetteer.get(key);
        let mut score = match entity.kind {
            EntityKind::Country => 60,
            EntityKind::Organisation => 45,
            EntityKind::Person => 40,
            EntityKind::Region => 31,
            EntityKind::City => 20,
        };
        if entity.weight > 1 {
            score += i64::from(entity.weight.ilog10()) * 2;
        }
        if matches!(alias, AliasKind::Name | AliasKind::Official) {
            score += 1;
        }
        if let Some(&count) = self.introduced.get(&key) {
            score += 100 + i64::from(count.min(5));
        } else if self.anticipated.contains(&key) {
            score += 90;
        }
        if entity.country.is_some_and(|country| self.countries.contains(&country)) {
            score += 10;
        }
        if entity.kind == EntityKind::Person {
            score += self.weigh_offices(key, context);
            if let Some(of) = context.of
                && let (Some(country), Some(own)) = (gazetteer.get(of).country, entity.country)
            {
                if country == own {
                    score += 40;
                } else if single && !self.is_introduced(key) {
                    return None;
                } else {
                    score -= 30;
                }
            }
        }
        Some(score)
    }

    fn weigh_offices(&self, person: EntityId, context: Context) -> i64 {
        let Some(day) = self.date else { return 0 };
        let mut score = 0;
        let mut tenure = 0;
        for term in self.knowledge.gazetteer.offices().of_person(person) {
            let dated = term.start.is_some() || term.end.is_some();
            let now = if term.covers(day) {
                if dated { 20 } else { 6 }
            } else if term.end.is_some_and(|end| end.last_day() < day && day.year() - end.last_day().year() <= 8) {
                10
            } else {
                1
            };
            tenure = tenure.max(now);
            if context.office == Some(term.office) {
                score = score.max(if term.covers(day) { 60 } else { 20 });
            }
        }
        score + tenure
    }

    /// Returns whether a capital city stands for its government here, rather than for a place.
    ///
    /// It does where it acts (next to a finite verb, behind "that"), where it is a side (بين, مع, ضد), and in a pair
    /// with another government.
    fn acts(&self, at: usize, hit: &Hit) -> bool {
        let end = hit.end as usize;
        if hit.clitics.has(Clitics::BI) {
            return false;
        }
        let pair = |index: usize, conjunction: bool| {
            index < self.range.1
                && self.scan.at(index).iter().any(|other| {
                    other.clitics.has_conjunction() == conjunction
                        && self.knowledge.dictionary.payloads(other.node).iter().any(|payload| match *payload {
                            Payload::Alias(alias) => {
                                let alias = &self.knowledge.gazetteer.aliases()[alias as usize];
                                alias.kind == AliasKind::Metonym
                                    || self.knowledge.gazetteer.get(alias.entity).kind == EntityKind::Country
                            }
                            _ => false,
                        })
                })
        };
        if at > self.range.0 {
            let before = at - 1;
            let gap = self.tokens.tokens[at].gap;
            let tight = gap.is_weak() || self.tokens.tokens[at].quote;
            if tight
                && hit.clitics.has_conjunction()
                && let Some(found) = self.mentions.last()
                && self.tokens.tokens[before].span.end == found.span.end
                && let Referent::Known(key) = found.referent
            {
                return self.knowledge.gazetteer.get(key).kind != EntityKind::City;
            }
            if tight {
                let placed = self.class(before, |class| self.is_place_preposition(class) || class == Class::PlaceHead);
                if placed.is_some() || self.goes_there(at) {
                    return false;
                }
                // اتهمت موسكو واشنطن: one government behind another.
                let government = self.mentions.last().is_some_and(|found| {
                    found.kind == MentionType::Metonym && self.tokens.tokens[before].span.end == found.span.end
                });
                if government && hit.clitics == Clitics::NONE && self.lang == Lang::Ar {
                    return true;
                }
                let side = self.class(before, |class| {
                    matches!(class, Class::Complement | Class::Auxiliary | Class::Negation)
                        || matches!(class, Class::Prep(id) if self.knowledge.lexicon.is_side_preposition(id))
                });
                if side.is_some() {
                    return true;
                }
                let verb = self.knowledge_forms(before).any(|shape| matches!(shape, Shape::Verb { .. }));
                let motion = self.arrives(before);
                if verb && !motion && self.lang == Lang::Ar {
                    return true;
                }
                if motion {
                    return false;
                }
            }
        }
        if end < self.range.1 {
            let next = &self.tokens.tokens[end];
            if next.gap.is_weak() {
                if self.lang == Lang::Ar && pair(end, true) {
                    return true;
                }
                if self.knowledge_forms(end).any(|shape| matches!(shape, Shape::Verb { .. })) {
                    return true;
                }
                if self.class(end, |class| matches!(class, Class::Auxiliary | Class::Qad | Class::Future)).is_some() {
                    return true;
                }
                if next.gap == Gap::Joined && self.tokens.form(next) == b"s" {
                    return true;
                }
            }
            // A headline: the capital, a colon, what it says.
            if at == self.range.0 && next.gap == Gap::Punct(b':') {
                return self.sentence > 0 || next.span.start > 0 && !next.quote;
            }
        }
        hit.clitics.has_conjunction() && at == self.range.0
    }

    /// Returns whether a journey is told right before, with nothing but the traveller between: زار وزير الخارجية القاهرة.
    fn goes_there(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 7;
        if self.lang != Lang::Ar {
            return false;
        }
        for before in (self.range.0.max(at.saturating_sub(MOST_WORDS))..at).rev() {
            if !self.joined(before + 1) && !self.tokens.tokens[before + 1].quote {
                return false;
            }
            if self.arrives(before) {
                return true;
            }
            let clause = self.class(before, |class| matches!(class, Class::Complement | Class::Relative)).is_some();
            if clause || self.knowledge_forms(before).any(|shape| matches!(shape, Shape::Verb { .. })) {
                return false;
            }
        }
        false
    }

    /// Returns whether a verb of coming or going (one whose row asks for a place) stands at a token.
    fn arrives(&self, at: usize) -> bool {
        self.scan.at(at).iter().any(|hit| {
            self.knowledge.dictionary.payloads(hit.node).iter().any(|payload| match *payload {
                Payload::Lexicon(index) => match self.knowledge.lexicon.entries()[index as usize].item {
                    crate::lexicon::Item::Form(form) => {
                        let trigger = self.knowledge.lexicon.trigger(form.trigger);
                        trigger.is_journey()
                    }
                    crate::lexicon::Item::Class(_) => false,
                },
                _ => false,
            })
        })
    }

    fn is_place_preposition(&self, class: Class) -> bool {
        match class {
            Class::Prep(id) => self.knowledge.lexicon.is_place_preposition(id),
            _ => false,
        }
    }

    fn capital_as(&self, at: usize, alias: &str) -> bool {
        let token = &self.tokens.tokens[at];
        // "US" is no "us", nor "WHO" a "who".
        if alias.len() > 1 && alias.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return token.span.of(self.text).bytes().all(|byte| byte.is_ascii_uppercase());
        }
        !alias.starts_with(char::is_uppercase) || token.capital
    }

    // ---- people whom nobody listed ---------------------------------------------------------------------------

    /// Returns the person the document has introduced whose full name or surname stands at a token.
    fn introduced_person(&self, at: usize, context: Context) -> Option<Named> {
        let new = self
            .people
            .iter()
            .enumerate()
            .rev()
            .map(|(index, new)| (&new.words, Referent::New(index as u32), new.kind));
        let known = self.printed.iter().rev().map(|(words, referent)| (words, *referent, EntityKind::Person));
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
                    return Some(Named { end: at + tail, clitics, skip, referent, kind: MentionType::Name });
                }
                let form = &self.tokens.form(&self.tokens.tokens[at])[skip as usize..];
                let surname = !body && words.last().is_some_and(|word| word == form) && words.len() > 1;
                let whole = matched == words.len();
                if whole || matched >= 2 && !body || (surname && self.may_be_surname(at, context)) {
                    let end = at + if matched >= 2 || whole { matched } else { 1 };
                    if self.lang == Lang::En && !self.tokens.tokens[at].capital {
                        continue;
                    }
                    return Some(Named { end, clitics, skip, referent, kind: MentionType::Name });
                }
            }
        }
        None
    }

    /// Returns whether the last name of somebody named before may stand alone here: محمد is anybody.
    fn may_be_surname(&self, at: usize, context: Context) -> bool {
        let given = self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_given_name(word));
        let alone = !self.is_name_like(at + 1) && (at == self.range.0 || !self.is_name_like(at - 1));
        (context.title || !self.is_lexical(at)) && (!given || alone)
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
    fn peeled(&self, at: usize) -> impl Iterator<Item = (u32, Clitics)> + use<> {
        use crate::text::fold::{BEH, FEH, KAF, LAM, WAW};
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let clitic = |code: u8| match code {
            WAW => Some(Clitics::WA),
            FEH => Some(Clitics::FA),
            BEH => Some(Clitics::BI),
            LAM => Some(Clitics::LI),
            KAF => Some(Clitics::KA),
            _ => None,
        };
        let first = form.first().copied().and_then(clitic).filter(|_| form.len() > 3).map(|c| (1, c));
        [Some((0, Clitics::NONE)), first].into_iter().flatten()
    }

    /// Returns the end of the name of a person nobody listed that begins at a token.
    ///
    /// `led` says that a title or honorific stands before it; without one the name must begin with a known given name.
    pub(super) fn new_name(&self, at: usize, led: bool) -> Option<usize> {
        match self.lang {
            Lang::Ar => self.new_name_arabic(at, led),
            Lang::En => self.new_name_english(at, led),
        }
    }

    fn new_name_arabic(&self, at: usize, led: bool) -> Option<usize> {
        let mut end = at;
        let mut words = 0;
        let mut particle = false;
        while end < self.range.1 && words < 6 {
            if end > at && !self.joined(end) {
                break;
            }
            let form = self.tokens.form(&self.tokens.tokens[end]);
            if form.first().is_none_or(|&code| code < 0x80) || (form.len() < 2 && words == 0) {
                break;
            }
            if self
                .class(end, |class| class == Class::Particle)
                .is_some_and(|(e, c)| e == end + 1 && c == Clitics::NONE)
            {
                particle = true;
                end += 1;
                continue;
            }
            let word = self.scan.word(end);
            let name_word = word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
            let lexical = self.is_lexical(end)
                || self.demonym(end).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE && !name_word);
            let article = form.starts_with(&[crate::text::fold::ALEF, crate::text::fold::LAM]);
            let accepted = if words == 0 {
                if led {
                    // Without a known given name the tokens must not look like an ordinary phrase.
                    !lexical
                        && (name_word
                            || !article && !self.looks_verbal(end) && form.len() > 2 && self.is_name_ahead(end))
                } else {
                    word.is_some_and(|word| self.knowledge.dictionary.is_given_name(word)) && !lexical
                }
            } else if lexical {
                false
            } else if led && words == 1 {
                true
            } else {
                // الشرقاوي: a relative adjective that is no demonym is a family name.
                particle || name_word || (words == 1 && article && word.is_none() && form.last() == Some(&0x9B))
            };
            // وأحمد is "and Ahmad": the name ends before it.
            let peels = !name_word && self.peels_to_name(end);
            if !accepted || peels {
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

    /// Returns whether the token behind an unknown first name is a known part of names, or both stand in quotes.
    fn is_name_ahead(&self, at: usize) -> bool {
        self.tokens.tokens[at].quote
            || self.joined(at + 1)
                && (self.scan.word(at + 1).is_some_and(|word| self.knowledge.dictionary.is_name_word(word))
                    || self.class(at + 1, |class| class == Class::Particle).is_some())
    }

    /// Returns whether an unknown word looks like an imperfect verb (يحاول) rather than a name.
    fn looks_verbal(&self, at: usize) -> bool {
        use crate::text::fold::SEEN;
        const YEH: u8 = 0x9B;
        let form = self.tokens.form(&self.tokens.tokens[at]);
        (form.len() > 3 && form[0] == YEH) || (form.len() > 4 && form[0] == SEEN && form[1] == YEH)
    }

    fn new_name_english(&self, at: usize, led: bool) -> Option<usize> {
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
                let particle = self.class(end, |class| class == Class::Particle).is_some()
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
                self.class(end, |class| !matches!(class, Class::FirstName | Class::Particle)).is_some() && !name_word;
            let known = self.demonym(end).is_some() || self.title_at(end).is_some();
            if known || stop || (words == 0 && self.is_lexical(end)) {
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

    /// Notes how the text prints the name of a listed person, when the last word is none of the person's listed names.
    pub(super) fn note_printed(&mut self, start: usize, end: usize, referent: Referent) {
        if end - start < 2 || !matches!(referent, Referent::Known(_)) {
            return;
        }
        let words: Vec<Vec<u8>> = (start..end).map(|at| self.tokens.form(&self.tokens.tokens[at]).to_vec()).collect();
        if !self.printed.iter().any(|(known, _)| *known == words) {
            self.printed.push((words, referent));
        }
    }

    /// محمد عمرو for محمد كامل عمرو: the person of the document whose full name begins and ends with the same words.
    fn known_by_ends(&self, words: &[Vec<u8>]) -> Option<Referent> {
        let (first, last) = (words.first()?, words.last()?);
        if words.len() < 2 {
            return None;
        }
        let ends =
            |full: &[Vec<u8>]| full.len() > words.len() && full.first() == Some(first) && full.last() == Some(last);
        if let Some((_, referent)) = self.printed.iter().find(|(full, _)| ends(full)) {
            return Some(*referent);
        }
        let index = self.people.iter().position(|person| ends(&person.words))?;
        Some(Referent::New(index as u32))
    }

    /// Returns the person newly introduced by the tokens `start..end`, adding them when they are new.
    pub(super) fn introduce(
        &mut self,
        start: usize,
        end: usize,
        office: Option<OfficeId>,
        of: Option<EntityId>,
    ) -> Referent {
        let words: Vec<Vec<u8>> = (start..end).map(|at| self.tokens.form(&self.tokens.tokens[at]).to_vec()).collect();
        if let Some(known) = self.known_by_ends(&words) {
            return known;
        }
        if let Some(index) = self.people.iter().position(|person| person.words == words) {
            let person = &mut self.people[index];
            person.office = person.office.or(office);
            person.country = person.country.or(of);
            return Referent::New(index as u32);
        }
        let span = self.span(start, 0, end);
        let name = span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let country = of.and_then(|key| self.knowledge.gazetteer.get(key).country);
        self.people.push(NewEntity { kind: EntityKind::Person, name, words, office, country });
        Referent::New(self.people.len() as u32 - 1)
    }
}
