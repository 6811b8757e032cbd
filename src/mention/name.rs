//! Names: which entity a name means here.

use smallvec::SmallVec;

use super::kind::MentionType;
use super::phrase::{Found, Referent};
use super::reader::Reader;
use super::scan::Hit;
use super::trace::{Candidate, Fate, Ground, Loss, NameTrial};
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{AliasKind, EntityId, EntityKind, Gender, OfficeId, Support};
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

/// A name of one word that more than one entity bears is linked only when the best beats the next by this much.
const MARGIN: i64 = 4;

/// Notes that the candidates for some entities lost, those that had not lost before.
fn lose(trial: &mut Option<NameTrial>, whose: impl Fn(EntityId) -> bool, loss: Loss) {
    let Some(trial) = trial else { return };
    for candidate in trial.candidates.iter_mut().filter(|candidate| whose(candidate.entity)) {
        if matches!(candidate.fate, Fate::Fits(_)) {
            candidate.fate = Fate::Lost(loss);
        }
    }
}

impl Reader<'_> {
    /// Returns the longest name at a token that can be linked.
    pub(super) fn name(&self, at: usize, context: Context) -> Option<Named> {
        if at >= self.range.1 {
            return None;
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
                let lead = self.knowledge.dictionary.lead(hit.node, entity);
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
    fn is_addressed_otherwise(&self, at: usize, person: EntityId) -> bool {
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

    fn likeliest(
        &self,
        at: usize,
        hit: &Hit,
        context: Context,
        trial: &mut Option<NameTrial>,
    ) -> Option<(EntityId, MentionType)> {
        let gazetteer = &self.knowledge.gazetteer;
        let single = hit.end as usize == at + 1;
        if single
            && self.lang == Lang::Ar
            && (self.is_function_behind(at, hit.skip)
                && !(context.title && self.is_sheikh_again(hit))
                && !self.is_written_surname(at)
                || self.ends_saying(at)
                || self.is_favour(at, hit)
                || self.hides_first(at, hit))
        {
            self.lose_all(at, hit, Loss::Function);
            return None;
        }
        let lexical = single && hit.skip == 0 && self.is_lexical(at);
        let mut candidates: SmallVec<[(i64, EntityId, MentionType); 8]> = SmallVec::new();
        let mut metonym = None;
        let owner = self.owner_before(at).filter(|_| single && (!lexical || self.is_before_verb(at + 1)));
        for payload in self.knowledge.dictionary.payloads(hit.node) {
            let (index, bare) = match payload {
                Payload::Alias(index) => (index, false),
                Payload::Bare(index) => (index, true),
                _ => continue,
            };
            let alias = gazetteer.alias(index);
            let entity = gazetteer.traits(alias.entity);
            let mut note = |fate, score| {
                if let Some(trial) = trial {
                    trial.candidates.push(Candidate { alias: index, entity: alias.entity, fate, score });
                }
            };
            let home = || entity.country.is_some_and(|country| self.is_home(country));
            // مجلس الشيوخ, where the text has named the American one.
            let parliament = || gazetteer.get(alias.entity).subkind == "parliament";
            let spoken_of = || parliament() && self.is_introduced_by_name(alias.entity);
            let of_state = || !matches!(gazetteer.get(alias.entity).subkind, "ministry" | "parliament");
            if bare
                && (!home() && !spoken_of()
                    || of_state() && self.is_seat_of(at)
                    || gazetteer.get(alias.entity).subkind == "army" && self.is_part_of_another(at)
                    || self.joined(hit.end as usize) && self.demonym(hit.end as usize).is_some())
            {
                note(Fate::Lost(Loss::AnotherCountry), None);
                continue;
            }
            if context.person && entity.kind != EntityKind::Person {
                note(Fate::Lost(Loss::NoPerson), None);
                continue;
            }
            // هذه القاعدة is a base.
            if single && entity.kind == EntityKind::Organisation && !alias.support.is_free() && self.is_pointed_at(at) {
                note(Fate::Lost(Loss::PointedAt), None);
                continue;
            }
            if alias.lang == Lang::En && !self.capital_as(at, gazetteer.alias(index).text) {
                note(Fate::Lost(Loss::SmallLetter), None);
                continue;
            }
            if entity.kind == EntityKind::Person && self.is_addressed_otherwise(at, alias.entity) {
                note(Fate::Lost(Loss::OtherSex), None);
                continue;
            }
            let introduced = self.is_introduced(alias.entity);
            let again = introduced && alias.support.allows(Support::INTRODUCED);
            if alias.kind == AliasKind::Regnal && !again && !self.is_regnal(at, alias.entity, context.office) {
                note(Fate::Lost(Loss::NoRuler), None);
                continue;
            }
            // إنه سعيد: what is said of him, and nobody's name; but إنه وبوتين.
            let said_of_him = single && !hit.clitics.has_conjunction() && self.is_said_of_him(at);
            if said_of_him && alias.kind == AliasKind::Surname && !introduced {
                note(Fate::Lost(self.unsupported(alias.support, lexical)), None);
                continue;
            }
            let ground = if alias.support.is_free() && !(lexical && entity.kind != EntityKind::Country) {
                Some(Ground::Free)
            } else if context.title
                && entity.kind == EntityKind::Person
                && !alias.support.allows(Support::NEVER)
                && (!single || self.is_near(alias.entity, context))
            {
                Some(Ground::Title)
            } else if context.title
                && alias.kind == AliasKind::Surname
                && alias.support.allows(Support::NEVER)
                && context.office.is_some()
                && self.is_near(alias.entity, Context { office: None, ..context })
                && self.holds(alias.entity, context.office)
            {
                // الرئيس هادي: a word of many meanings behind the office that one of that name holds, his country in sight.
                Some(Ground::Title)
            } else if introduced && (alias.support.allows(Support::INTRODUCED) || alias.support.is_free()) {
                Some(Ground::Introduced)
            } else if alias.support.allows(Support::COUNTRY)
                && entity.country.is_some_and(|country| self.countries.contains(&country))
            {
                Some(Ground::Country)
            } else if alias.support.allows(Support::COUNTRY)
                && entity.kind == EntityKind::City
                && self.is_capital_here(at, hit)
            {
                Some(Ground::Place)
            } else if single
                && !lexical
                && !alias.support.allows(Support::NEVER)
                && self.is_prominent(at, hit, alias.entity)
            {
                Some(Ground::Prominent)
            } else if entity.kind == EntityKind::Organisation
                && !alias.support.allows(Support::NEVER)
                && at > self.range.0
                && hit.clitics == Clitics::NONE
                && self.class(at - 1, Kinds::BODY, |class| class == Class::Body).is_some()
            {
                // حزب «الحرية والعدالة»: the noun says what it is.
                Some(Ground::Body)
            } else if entity.kind == EntityKind::Organisation
                && alias.support.allows(Support::INTRODUCED)
                && (self.is_beside_kin(at, hit, alias.entity) || self.is_of_fighters(at, hit))
            {
                Some(Ground::Body)
            } else {
                None
            };
            let of_owner = owner.is_some_and(|owner| {
                !alias.support.allows(Support::NEVER) && self.serves(alias.entity, owner) && !self.is_name_like(at + 1)
            });
            let ground = ground.or(of_owner.then_some(Ground::Owner));
            // محافظ البيضاء: the title says what it is.
            let governed = || {
                matches!(entity.kind, EntityKind::City | EntityKind::Region)
                    && hit.clitics == Clitics::NONE
                    && !(lexical && self.starts_definite(at))
                    && self.is_governed(at)
            };
            let ground = ground.or_else(|| governed().then_some(Ground::Body));
            // A title and a surname with another name behind it is somebody else: "Minister Khan Junejo".
            // المهندس عبد المنعم الشحات
            let runs_on = (single || alias.kind == AliasKind::Surname)
                && context.title
                && !introduced
                && entity.kind == EntityKind::Person
                && self.names_on(hit.end as usize)
                && !self.is_complete_holder(alias.entity, hit.end as usize, context);
            let Some(ground) = ground else {
                note(Fate::Lost(self.unsupported(alias.support, lexical)), None);
                continue;
            };
            if runs_on {
                note(Fate::Lost(Loss::NameGoesOn), None);
                continue;
            }
            // و + قف is not the village قف when وقف is a word.
            if single
                && hit.skip > 0
                && entity.kind == EntityKind::City
                && self.scan.word(at).is_some()
                && entity.weight < 500_000
            {
                note(Fate::Lost(Loss::SmallTown), None);
                continue;
            }
            let seat = entity.kind == EntityKind::Organisation && self.is_city(hit);
            // مصر والخليج: the states on a sea.
            let shores = entity.kind == EntityKind::Region;
            if alias.kind == AliasKind::Metonym && (entity.kind == EntityKind::Country || seat || shores) {
                metonym = Some(alias.entity);
                note(Fate::Fits(Ground::Metonym), None);
                continue;
            }
            let kind = if alias.kind == AliasKind::Metonym { MentionType::Metonym } else { MentionType::Name };
            if let Some(score) = self.weigh(alias.entity, alias.kind, single, context) {
                let of_owner = of_owner.then(|| 30 + i64::from(self.heads_somebody(alias.entity)) * 10);
                let score = score + of_owner.unwrap_or(0);
                note(Fate::Fits(ground), Some(score));
                // غوتيريش of the United Nations, whose name links freely, before a head of state who is only well known.
                let known = if ground == Ground::Prominent { 0 } else { MARGIN };
                candidates.push((score + known, alias.entity, kind));
            } else {
                note(Fate::Lost(Loss::TitleOfAnother), None);
            }
        }
        candidates.sort_by_key(|&(score, entity, _)| (std::cmp::Reverse(score), entity));
        candidates.dedup_by_key(|&mut (_, entity, _)| entity);
        if let Some(&(_, country, _)) = candidates.first()
            && self.is_homograph(at, hit, country)
        {
            candidates.retain(|&mut (_, entity, _)| entity != country);
            lose(trial, |of| of == country, Loss::Homograph);
        }
        let best = candidates.first().copied();
        let sea = best.is_some_and(|(_, entity, _)| gazetteer.get(entity).subkind == "sea");
        if let Some(country) = metonym
            && best.is_none_or(|(_, entity, _)| sea || gazetteer.get(entity).kind == EntityKind::City)
            && !context.person
            && (best.is_none()
                || (!sea || hit.clitics.has_conjunction()) && self.acts(at, hit)
                || sea && self.goes_there(at))
        {
            lose(trial, |of| of != country, Loss::MeansGovernment);
            return Some((country, MentionType::Metonym));
        }
        let (score, entity, kind) = best?;
        if let Some(&(next, other, _)) = candidates.get(1)
            && score - next < MARGIN
            && single
            && gazetteer.get(entity).kind == EntityKind::Person
            && gazetteer.get(other).kind == EntityKind::Person
        {
            lose(trial, |of| of == entity || of == other, Loss::Tie);
            return None;
        }
        if let Some(country) = metonym.filter(|&country| country != entity) {
            lose(trial, |of| of == country, Loss::MeansPlace);
        }
        lose(trial, |of| of != entity, Loss::LessLikely);
        Some((entity, kind))
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
    fn is_pointed_at(&self, at: usize) -> bool {
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
    fn is_said_of_him(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && self.joined(at)
            && at > self.range.0
            && self.class(at - 1, Kinds::CLAUSE, |class| class == Class::Complement).is_some()
            && matches!(self.form(at - 1), [_, _, .., HEH] | [_, _, .., HEH, ALEF])
    }

    /// قيادي في القاعدة, مسلحون من القاعدة, قيادي بالقاعدة: whether people stand before a name who belong to what fights or governs.
    fn is_of_fighters(&self, at: usize, hit: &Hit) -> bool {
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
    fn is_beside_kin(&self, at: usize, hit: &Hit, entity: EntityId) -> bool {
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
    fn is_city(&self, hit: &Hit) -> bool {
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
    fn is_seat_of(&self, at: usize) -> bool {
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
    fn is_part_of_another(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 4;
        let body = at > self.range.0 && self.joined(at) && self.scan.kinds(at - 1).has(Kinds::BODY);
        let first = at.saturating_sub(MOST_WORDS).max(self.range.0);
        body || (first..at).any(|before| self.title_at(before).is_some_and(|(end, ..)| end > at))
    }
}
