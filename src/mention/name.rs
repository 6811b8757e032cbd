//! Names: which entity a name means here.

use smallvec::SmallVec;

use super::candidate::{Candidates, Form};
use super::kind::MentionType;
use super::phrase::{Found, Referent};
use super::reader::Reader;
use super::scan::Hit;
use super::trace::{Candidate, Loss, NameTrial};
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{AliasKind, EntityId, EntityKind, Gender, OfficeId};
use crate::lexicon::{Class, Item};
use crate::text::fold::{ALEF, HEH, LAM};
use crate::text::{Clitics, Gap};

/// ي in normal form.
pub(super) const YEH: u8 = 0x9B;

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
    /// How many words at the front say what it is and stay outside: مدينة, إقليم.
    pub(super) lead: usize,
}

impl Named {
    pub(super) fn new(end: usize, clitics: Clitics, skip: u32, referent: Referent, kind: MentionType) -> Named {
        Named { end, clitics, skip, referent, kind, lead: 0 }
    }
}

impl Reader<'_> {
    /// Returns the longest name at a token that can be linked.
    pub(super) fn name(&self, at: usize, context: Context) -> Option<Named> {
        if at >= self.range.1 {
            return None;
        }
        if let Some(body) = self.quoted_head(at).filter(|_| !context.person) {
            return Some(body);
        }
        if !self.scan.kinds(at).has(Kinds::NAME) {
            return self.introduced_person(at, context);
        }
        let mut hits: SmallVec<[&Hit; 8]> = self
            .scan
            .at(at)
            .iter()
            .filter(|hit| hit.end as usize <= self.range.1)
            .filter(|hit| hit.kinds.has(Kinds::NAME))
            .collect();
        hits.sort_by_key(|hit| (std::cmp::Reverse(hit.end), hit.skip));
        let person = self.introduced_person(at, context);
        for (place, hit) in hits.iter().copied().enumerate() {
            if person.is_some_and(|named: Named| named.end > hit.end as usize) {
                self.lose_shorter(at, &hits[place..]);
                break;
            }
            if let Some((entity, kind)) = self.resolve(at, hit, context) {
                let human = self.knowledge.gazetteer.get(entity).kind == EntityKind::Person;
                // السفير سليمان, whom the document has introduced as عبد الكريم سليمان, is no president of that surname.
                if let Some(named) = person
                    && human
                    && named.end == at + 1
                    && hit.end as usize == at + 1
                    && named.referent != Referent::Known(entity)
                    && !self.is_introduced(entity)
                    // "King Salman", whoever else the document has named so.
                    && !(self.lang == Lang::En && self.reigns(entity, context.office))
                {
                    self.lose_all(at, hit, Loss::AnotherIntroduced);
                    return person;
                }
                let mut end = hit.end as usize;
                if human {
                    if self.is_anothers_father(at, end, entity) {
                        self.lose_all(at, hit, Loss::NameGoesOn);
                        continue;
                    }
                    let goes_on = self.is_another_son(at, end) && !self.reigns(entity, context.office);
                    end = self.over_junior(self.over_lineage(at, end));
                    if goes_on || self.runs_on(end, hit, entity, context) {
                        self.lose_all(at, hit, Loss::NameGoesOn);
                        continue;
                    }
                }
                if self.is_half_of_compound(at, end, entity) {
                    self.lose_all(at, hit, Loss::NameGoesOn);
                    continue;
                }
                self.lose_shorter(at, &hits[place + 1..]);
                // حركة «أمل»: the name is what stands between the marks.
                let quoted = end > at + 1
                    && self.tokens.tokens.get(at + 1).is_some_and(|next| next.quote && !next.gap.is_weak());
                let lead = if quoted { 1 } else { self.knowledge.dictionary.lead(hit.node, entity) };
                return Some(Named { lead, ..Named::new(end, hit.clitics, hit.skip, Referent::Known(entity), kind) });
            }
        }
        person
    }

    /// Returns where a name stands in the text, without what only says what kind of thing it is.
    pub(super) fn name_span(&self, at: usize, named: &Named) -> crate::text::Span {
        if named.lead > 0 { self.span(at + named.lead, 0, named.end) } else { self.span(at, named.skip, named.end) }
    }

    /// Notes that a longer name stands where shorter ones begin.
    fn lose_shorter(&self, at: usize, hits: &[&Hit]) {
        if self.trace.is_some() {
            hits.iter().for_each(|hit| self.lose_all(at, hit, Loss::LongerName));
        }
    }

    /// Returns the entity that a form means, if one does; what it may mean besides goes to the trace.
    fn resolve(&self, at: usize, hit: &Hit, context: Context) -> Option<(EntityId, MentionType)> {
        let mut trial = self.trial(at, hit);
        let chosen = self.likeliest(at, hit, context, &mut trial);
        if let (Some(mut trial), Some(trace)) = (trial, self.trace) {
            trial.chosen = chosen.map(|(entity, _)| entity);
            trace.name(trial);
        }
        chosen
    }

    /// قام بأول زيارة: with the hamza written it is "the first" behind ب, and not باول.
    fn hides_first(&self, at: usize, hit: &Hit) -> bool {
        let mut letters = self.text[self.tokens.tokens[at].span.start..].chars();
        hit.skip == 0 && matches!(letters.next(), Some('ب' | 'ك' | 'ل' | 'ف')) && letters.next() == Some('أ')
    }

    /// الشيخ صباح الأحمد, and then الشيخ صباح: whether a word of time is the given name of somebody introduced, behind his title and before
    /// nothing that makes it one (صباح أمس).
    fn is_sheikh_again(&self, hit: &Hit) -> bool {
        let next = hit.end as usize;
        let time = |class| matches!(class, Class::Day(_) | Class::Weekday(_) | Class::TimeHead);
        let timed = self.joined(next) && self.class(next, Kinds::CLASS, time).is_some();
        let known = |payload| match payload {
            Payload::Alias(index) => {
                let entity = self.knowledge.gazetteer.alias(index).entity;
                self.knowledge.gazetteer.traits(entity).kind == EntityKind::Person && self.is_introduced(entity)
            }
            _ => false,
        };
        hit.skip == 0 && !timed && self.knowledge.dictionary.payloads(hit.node).any(known)
    }

    /// "Mr Erdogan" is not his wife, "Mrs Clinton" not her husband: English.
    pub(super) fn is_addressed_otherwise(&self, at: usize, person: EntityId) -> bool {
        if self.lang != Lang::En || at == self.range.0 || self.tokens.tokens[at].gap == Gap::Hyphen {
            return false;
        }
        let other = match self.form(at - 1) {
            b"mr" => Gender::Feminine,
            b"mrs" | b"ms" | b"miss" => Gender::Masculine,
            _ => return false,
        };
        self.knowledge.gazetteer.get(person).gender == Some(other)
    }

    /// Returns the likeliest bearer of a form, if one is likely enough.
    fn likeliest(
        &self,
        at: usize,
        hit: &Hit,
        context: Context,
        trial: &mut Option<NameTrial>,
    ) -> Option<(EntityId, MentionType)> {
        let gazetteer = &self.knowledge.gazetteer;
        let single = hit.end as usize == at + 1;
        if single && self.lang == Lang::Ar && self.is_other_word(at, hit, context) {
            self.lose_all(at, hit, Loss::Function);
            return None;
        }
        let lexical = single && hit.skip == 0 && self.is_lexical(at);
        let owner = self.owner_before(at).filter(|_| single && (!lexical || self.is_before_verb(at + 1)));
        let form = Form { at, hit, context, single, lexical, owner };
        let mut found = Candidates::default();
        for payload in self.knowledge.dictionary.payloads(hit.node) {
            let (index, bare) = match payload {
                Payload::Alias(index) => (index, false),
                Payload::Bare(index) => (index, true),
                _ => continue,
            };
            let alias = gazetteer.alias(index);
            let (fate, score) = self.try_bearer(form, alias, bare, &mut found);
            if let Some(trial) = trial {
                trial.candidates.push(Candidate { alias: index, entity: alias.entity, fate, score });
            }
        }
        self.best_of(form, found, trial)
    }

    /// Whether a single Arabic word is one of the language here, and nobody's name.
    fn is_other_word(&self, at: usize, hit: &Hit, context: Context) -> bool {
        self.is_function_behind(at, hit.skip)
            && !(context.title && self.is_sheikh_again(hit))
            && !self.is_written_surname(at)
            || self.ends_saying(at)
            || self.is_favour(at, hit)
            || self.hides_first(at, hit)
    }

    /// "Japan's Abe", "the UN's Ban", "Philippines' Duterte": the country or body whose possessive stands right before a name.
    fn owner_before(&self, at: usize) -> Option<EntityId> {
        if self.lang != Lang::En || at <= self.range.0 || !self.joined(at) {
            return None;
        }
        let last = &self.tokens.tokens[at - 1];
        let owner = if last.gap == Gap::Joined && self.tokens.form(last) == b"s" { at.checked_sub(2)? } else { at - 1 };
        let end = self.tokens.tokens[owner].span.end;
        let found = self.mentions.last().filter(|found| found.span.end == end)?;
        let plural = || self.text[end..].starts_with(['\'', '\u{2019}']);
        let Referent::Known(key) = found.referent else { return None };
        let kind = self.knowledge.gazetteer.get(key).kind;
        let owns = matches!(kind, EntityKind::Country | EntityKind::Organisation) && (owner + 1 < at || plural());
        (owns && found.kind != MentionType::Demonym).then_some(key)
    }

    /// Returns whether a verb may stand at a token.
    fn is_before_verb(&self, at: usize) -> bool {
        self.joined(at)
            && (self.may_be_verb(at)
                || self
                    .class(at, Kinds::AUXILIARY, |class| matches!(class, Class::Auxiliary | Class::Future))
                    .is_some())
    }

    /// Returns whether "this" or "that" of the feminine stands right before a token.
    pub(super) fn is_pointed_at(&self, at: usize) -> bool {
        // هذه and تلك in normal form.
        const THIS: [&[u8]; 2] = [&[0x99, 0x88, 0x99], &[0x82, LAM, 0x95]];
        at > self.range.0 && self.joined(at) && THIS.contains(&self.tokens.form(&self.tokens.tokens[at - 1]))
    }

    /// لصالح is "in favour of": a token whose letters, proclitic and all, are a preposition, before what it governs.
    fn is_favour(&self, at: usize, hit: &Hit) -> bool {
        hit.clitics.has_preposition()
            && self.joined(at + 1)
            && self.classes(at, Kinds::PREPOSITION).any(|(own, class)| {
                matches!(class, Class::Prep(_)) && own.end as usize == at + 1 && own.clitics == Clitics::NONE
            })
            // الموالية لصالح في صنعاء: a name, where nothing is governed.
            && !self.classes(at + 1, Kinds::CLASS).any(|(_, class)| {
                matches!(class, Class::Prep(_) | Class::Conj | Class::Relative | Class::Complement | Class::Negation)
            })
    }

    /// فساد مالي is financial corruption: the token is the last word of a listed everyday phrase.
    fn ends_saying(&self, at: usize) -> bool {
        let everyday = |payload: Payload| match payload {
            Payload::Lexicon(index) => {
                matches!(self.knowledge.lexicon.entry(index).item, Item::Class(Class::Everyday))
            }
            _ => false,
        };
        at > self.range.0
            && self.joined(at)
            && self.scan.kinds(at - 1).has(Kinds::EVERYDAY)
            && self.scan.at(at - 1).iter().any(|hit| {
                hit.end as usize == at + 1
                    && !hit.clitics.has_preposition()
                    && self.knowledge.dictionary.payloads(hit.node).any(everyday)
            })
    }

    /// إنه سعيد, أنها: whether "that" with a pronoun on it stands right before, of which the next word is what is said.
    pub(super) fn is_said_of_him(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && self.joined(at)
            && at > self.range.0
            && self.class(at - 1, Kinds::CLAUSE, |class| class == Class::Complement).is_some()
            && matches!(self.form(at - 1), [_, _, .., HEH] | [_, _, .., HEH, ALEF])
    }

    /// قيادي في القاعدة, مسلحون من القاعدة, قيادي بالقاعدة: whether people stand before a name who belong to what fights or governs.
    pub(super) fn is_of_fighters(&self, at: usize, hit: &Hit) -> bool {
        let led = hit.clitics == Clitics::BI;
        let before = at.checked_sub(1 + usize::from(!led)).filter(|&before| before >= self.range.0);
        let Some(staff) = before.filter(|_| self.lang == Lang::Ar && (led || hit.clitics == Clitics::NONE)) else {
            return false;
        };
        let within = |class| {
            ["في", "من"]
                .iter()
                .any(|word| self.knowledge.lexicon.preposition_id(word).is_some_and(|id| class == Class::Prep(id)))
        };
        // قياديون في القاعدة الجوية: a base.
        let described = self.joined(hit.end as usize) && self.starts_definite(hit.end as usize);
        (led || self.class(at - 1, Kinds::PREPOSITION, within).is_some())
            && !described
            && self.joined(at)
            && self.class(staff, Kinds::UNIT, |class| class == Class::Staff).is_some()
    }

    /// بين حماس وفتح, لقاء فتح وحماس: whether another body of the same country stands right before or behind, joined by "and".
    pub(super) fn is_beside_kin(&self, at: usize, hit: &Hit, entity: EntityId) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        let kin = |referent: Referent| match referent {
            Referent::Known(key) => {
                let other = gazetteer.get(key);
                key != entity
                    && other.kind == EntityKind::Organisation
                    && other.country.is_some()
                    && other.country == gazetteer.get(entity).country
            }
            Referent::New(_) => false,
        };
        if self.lang != Lang::Ar || !self.joined(at) {
            return false;
        }
        if hit.clitics == Clitics::WA {
            // رفع الحصار على حماس وفتح المعابر: "and the opening of" what is told of no verb right before.
            let opens = self.joined(hit.end as usize) && self.starts_definite(hit.end as usize);
            let before = self.tokens.tokens[at - 1].span.end;
            let other = |found: &Found| found.span.end == before && kin(found.referent);
            let acts = || at >= self.range.0 + 2 && self.may_be_verb(at - 2);
            return self.mentions.last().is_some_and(other) && (!opens || acts());
        }
        let end = hit.end as usize;
        let next = if self.joined(end) { self.scan.at(end) } else { &[] };
        !hit.clitics.has_conjunction()
            && next.iter().filter(|next| next.clitics == Clitics::WA && next.kinds.has(Kinds::NAME)).any(|next| {
                self.knowledge.dictionary.payloads(next.node).any(|payload| match payload {
                    Payload::Alias(index) => {
                        let alias = gazetteer.alias(index);
                        alias.support.is_free() && kin(Referent::Known(alias.entity))
                    }
                    _ => false,
                })
            })
    }

    /// Returns whether a form is the name of a city.
    pub(super) fn is_city(&self, hit: &Hit) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        self.knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
            Payload::Alias(index) => {
                let alias = gazetteer.alias(index);
                alias.kind != AliasKind::Metonym && gazetteer.get(alias.entity).kind == EntityKind::City
            }
            _ => false,
        })
    }
}

impl Reader<'_> {
    /// بمقر رئاسة الجمهورية, لانتخابات رئاسة الجمهورية, لمنسوبي القوات المسلحة: whether the house, the office or its staff is meant by what stands at a token.
    pub(super) fn is_seat_of(&self, at: usize) -> bool {
        // مقر, منصب, قصر, انتخابات, مرشح, منسوبي in normal form.
        const SEATS: [&[u8]; 6] = [
            &[0x97, 0x94, 0x89],
            &[0x97, 0x98, 0x8D, 0x81],
            &[0x94, 0x8D, 0x89],
            &[0x80, 0x98, 0x82, 0x86, 0x80, 0x81, 0x80, 0x82],
            &[0x97, 0x89, 0x8C, 0x85],
            &[0x97, 0x98, 0x8B, 0x9A, 0x81, 0x9B],
        ];
        let before = at.checked_sub(1).filter(|&before| before >= self.range.0 && self.joined(at));
        before.is_some_and(|before| {
            let form = self.tokens.form(&self.tokens.tokens[before]);
            SEATS.iter().any(|seat| form.ends_with(seat))
        })
    }

    /// لجنة القوات المسلحة, القائد الأعلى للقوات المسلحة: whether what stands at a token is a part of a body's name or of a title.
    pub(super) fn is_part_of_another(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 4;
        let body = at > self.range.0 && self.joined(at) && self.scan.kinds(at - 1).has(Kinds::BODY);
        let first = at.saturating_sub(MOST_WORDS).max(self.range.0);
        body || (first..at).any(|before| self.title_at(before).is_some_and(|(end, ..)| end > at))
    }
}
