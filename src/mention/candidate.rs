//! Who may bear a name: each entity with that alias is tried, and the likeliest taken.

use std::cmp::Reverse;

use smallvec::SmallVec;

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Found, Referent};
use super::reader::Reader;
use super::scan::Hit;
use super::trace::{Fate, Ground, Loss, NameTrial};
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{Alias, AliasKind, EntityId, EntityKind, Number, Support, Traits};
use crate::lexicon::Class;
use crate::text::Clitics;

/// A name of one word that more than one entity bears is linked only when the best beats the next by this much.
const MARGIN: i64 = 4;

/// What it counts for a body that the document names one of its people.
const LED: i64 = 100;

/// A form that may be a name, and what stands around it.
#[derive(Clone, Copy)]
pub(super) struct Form<'h> {
    pub(super) at: usize,
    pub(super) hit: &'h Hit,
    pub(super) context: Context,
    /// It is one word.
    pub(super) single: bool,
    /// The lexicon knows that word, too.
    pub(super) lexical: bool,
    /// Whose possessive stands before it.
    pub(super) owner: Option<EntityId>,
}

/// Who has been found to bear it.
#[derive(Default)]
pub(super) struct Candidates {
    /// With their scores.
    fit: SmallVec<[(i64, EntityId, MentionType); 8]>,
    /// The country whose government the name of a place may mean.
    metonym: Option<EntityId>,
}

/// One who may bear it: an alias and what is told of its entity.
#[derive(Clone, Copy)]
struct Bearer<'g> {
    alias: Alias<'g>,
    entity: Traits,
    /// The document has named it already.
    introduced: bool,
}

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
    /// Tries one entity that has a form as its alias: what becomes of it, and with what score.
    pub(super) fn try_bearer(
        &self,
        form: Form<'_>,
        alias: Alias<'_>,
        bare: bool,
        found: &mut Candidates,
    ) -> (Fate, Option<i64>) {
        let entity = self.knowledge.gazetteer.traits(alias.entity);
        if let Some(loss) = self.is_elsewhere(form, alias, entity, bare) {
            return (Fate::Lost(loss), None);
        }
        let bearer = Bearer { alias, entity, introduced: self.is_introduced(alias.entity) };
        if let Some(loss) = self.is_not_meant(form, bearer) {
            return (Fate::Lost(loss), None);
        }
        let owned = self.is_of_owner(form, bearer);
        let Some(ground) = self.ground(form, bearer, owned) else {
            return (Fate::Lost(self.unsupported(alias.support, form.lexical)), None);
        };
        if self.runs_on_behind(form, bearer) {
            return (Fate::Lost(Loss::NameGoesOn), None);
        }
        if self.is_small_town(form, entity) {
            return (Fate::Lost(Loss::SmallTown), None);
        }
        let metonym = alias.kind == AliasKind::Metonym;
        if metonym && self.stands_for_country(form, entity) {
            found.metonym = Some(alias.entity);
            return (Fate::Fits(Ground::Metonym), None);
        }
        let Some(score) = self.weigh(alias.entity, alias.kind, form.single, form.context) else {
            return (Fate::Lost(Loss::TitleOfAnother), None);
        };
        let score = score + if owned { 30 + i64::from(self.heads_somebody(alias.entity)) * 10 } else { 0 };
        // غوتيريش of the United Nations, whose name links freely, before a head of state who is only well known.
        let known = if ground == Ground::Prominent { 0 } else { MARGIN };
        let kind = if metonym { MentionType::Metonym } else { MentionType::Name };
        found.fit.push((score + known, alias.entity, kind));
        (Fate::Fits(ground), Some(score))
    }

    /// Whether what stands around a form excludes an entity before it is asked what speaks for it.
    fn is_elsewhere(&self, form: Form<'_>, alias: Alias<'_>, entity: Traits, bare: bool) -> Option<Loss> {
        if bare && self.is_foreign_body(form, alias.entity, entity) {
            return Some(Loss::AnotherCountry);
        }
        if form.context.person && entity.kind != EntityKind::Person {
            return Some(Loss::NoPerson);
        }
        // هذه القاعدة is a base.
        if form.single
            && entity.kind == EntityKind::Organisation
            && !alias.support.is_free()
            && self.is_pointed_at(form.at)
        {
            return Some(Loss::PointedAt);
        }
        if alias.lang == Lang::En && !self.capital_as(form.at, alias.text) {
            return Some(Loss::SmallLetter);
        }
        if entity.kind == EntityKind::Person && self.is_addressed_otherwise(form.at, alias.entity) {
            return Some(Loss::OtherSex);
        }
        None
    }

    /// Whether a body that is named without its country is not that of the country whose paper it is.
    fn is_foreign_body(&self, form: Form<'_>, key: EntityId, entity: Traits) -> bool {
        if let Some(country) = self.country_of_head(form, key) {
            return entity.country != Some(country);
        }
        let subkind = self.knowledge.gazetteer.get(key).subkind;
        let home = entity.country.is_some_and(|country| self.is_home(country));
        // مجلس الشيوخ, where the text has named the American one.
        let spoken_of = || subkind == "parliament" && self.is_introduced_by_name(key);
        let next = form.hit.end as usize;
        !home && !spoken_of()
            || !matches!(subkind, "ministry" | "parliament") && self.is_seat_of(form.at)
            || subkind == "army" && self.is_part_of_another(form.at)
            || self.joined(next) && self.demonym(next).is_some()
    }

    /// Notes the bodies in which somebody whom the document names has an office on its day.
    pub(super) fn note_served(&mut self, person: EntityId) {
        let (gazetteer, Some(day)) = (&self.knowledge.gazetteer, self.date) else { return };
        let terms = gazetteer.offices().of_person(person).filter(|term| term.covers(day));
        self.served.extend(terms.filter_map(|term| term.of));
    }

    /// رئيس مجلس النواب سليم الجبوري: the country of the one who is named behind the title of a body's head, where he has held that
    /// office there, or one of the body.
    fn country_of_head(&self, form: Form<'_>, body: EntityId) -> Option<EntityId> {
        let (gazetteer, end) = (&self.knowledge.gazetteer, form.hit.end as usize);
        if self.lang != Lang::Ar || form.at == self.range.0 || !self.joined(form.at) {
            return None;
        }
        let (.., title) = self
            .title_at(form.at - 1)
            .filter(|&(stop, _, _, title)| title.number == Number::Singular && (stop == form.at || stop == end))?;
        let office = title.office?;
        let at = self.behind_honorifics(end);
        if !self.joined(at) || self.listed_person_at(at).is_none_or(|stop| stop < at + 2) {
            return None;
        }
        let context = Context { title: true, person: true, ..Context::default() };
        let named = self.name(at, context).filter(|named| named.clitics == Clitics::NONE)?;
        let Referent::Known(person) = named.referent else { return None };
        let country = gazetteer.country_of(person)?;
        let there = |of: EntityId| of == body || gazetteer.country_of(of) == Some(country);
        let mut terms = gazetteer.offices().of_person(person);
        terms
            .any(|term| (term.office == office || term.of == Some(body)) && term.of.is_some_and(there))
            .then_some(country)
    }

    /// Whether the document names countries, and not the one that an entity belongs to.
    fn is_of_unnamed_country(&self, entity: Traits) -> bool {
        // Whose head is named, the country is spoken of, and no more.
        let named = self.country_counts.iter().any(|&count| count > 0);
        named && entity.country.is_some_and(|country| !self.countries.contains(&country))
    }

    /// رئيس مجلس الشورى: whether the noun before a form makes one name with it that several bodies have, so that the form alone is none's.
    fn is_half_of_shared_name(&self, form: Form<'_>) -> bool {
        let bare = |payload| matches!(payload, Payload::Bare(_));
        self.scan.kinds(form.at - 1).has(Kinds::NAME)
            && self.scan.at(form.at - 1).iter().any(|hit| {
                hit.end == form.hit.end
                    && hit.kinds.has(Kinds::NAME)
                    && self.knowledge.dictionary.payloads(hit.node).filter(|&payload| bare(payload)).count() > 1
            })
    }

    /// Whether the way in which a form is used here is none of an entity's.
    fn is_not_meant(&self, form: Form<'_>, Bearer { alias, introduced, .. }: Bearer<'_>) -> Option<Loss> {
        let again = introduced && alias.support.allows(Support::INTRODUCED);
        if alias.kind == AliasKind::Regnal && !again && !self.is_regnal(form.at, alias.entity, form.context.office) {
            return Some(Loss::NoRuler);
        }
        // إنه سعيد: what is said of him, and nobody's name; but إنه وبوتين.
        if alias.kind == AliasKind::Surname
            && !introduced
            && form.single
            && !form.hit.clitics.has_conjunction()
            && self.is_said_of_him(form.at)
        {
            return Some(self.unsupported(alias.support, form.lexical));
        }
        None
    }

    /// Returns what speaks for an entity, if anything does.
    fn ground(&self, form: Form<'_>, bearer: Bearer<'_>, owned: bool) -> Option<Ground> {
        let Bearer { alias, entity, introduced } = bearer;
        let support = alias.support;
        if support.is_free() && !(form.lexical && entity.kind != EntityKind::Country) {
            return Some(Ground::Free);
        }
        if form.context.title && self.fits_title(form, bearer) {
            return Some(Ground::Title);
        }
        if self.is_told_by_office_behind(form, alias) {
            return Some(Ground::Title);
        }
        if introduced && (support.allows(Support::INTRODUCED) || support.is_free()) {
            return Some(Ground::Introduced);
        }
        if entity.kind == EntityKind::Country
            && support.allows(Support::INTRODUCED)
            && self.is_land_of_speaker(form, alias.entity)
        {
            return Some(Ground::Country);
        }
        if support.allows(Support::COUNTRY) {
            if entity.country.is_some_and(|country| self.countries.contains(&country))
                || entity.kind == EntityKind::Organisation && self.served.contains(&alias.entity)
            {
                return Some(Ground::Country);
            }
            if entity.kind == EntityKind::City && self.is_capital_here(form.at, form.hit) {
                return Some(Ground::Place);
            }
        }
        if form.single
            && !form.lexical
            && !support.allows(Support::NEVER)
            && self.is_prominent(form.at, form.hit, alias.entity)
        {
            return Some(Ground::Prominent);
        }
        if entity.kind == EntityKind::Organisation && self.is_beside_body(form, bearer) {
            return Some(Ground::Body);
        }
        if owned {
            return Some(Ground::Owner);
        }
        self.is_governed_place(form, entity).then_some(Ground::Body)
    }

    /// قال عادل الجبير إن المملكة: whether somebody of a country is named before a common word for it in the sentence.
    fn is_land_of_speaker(&self, form: Form<'_>, country: EntityId) -> bool {
        let begin = self.tokens.tokens[self.range.0].span.start;
        let of = |found: &Found| match found.referent {
            Referent::Known(key) => self.knowledge.gazetteer.country_of(key) == Some(country),
            Referent::New(_) => false,
        };
        let inside = |found: &&Found| found.span.start >= begin;
        form.lexical && self.mentions.iter().rev().take_while(inside).any(of)
    }

    /// Whether a person may stand behind the title that stands there.
    fn fits_title(&self, form: Form<'_>, Bearer { alias, entity, .. }: Bearer<'_>) -> bool {
        let context = form.context;
        if entity.kind == EntityKind::Person && !alias.support.allows(Support::NEVER) {
            return !form.single || self.is_near(alias.entity, context);
        }
        // الرئيس هادي: a word of many meanings behind the office that one of that name holds, his country in sight.
        alias.kind == AliasKind::Surname
            && alias.support.allows(Support::NEVER)
            && context.office.is_some()
            && self.is_near(alias.entity, Context { office: None, ..context })
            && self.holds(alias.entity, context.office)
    }

    /// Whether what stands beside a form says that it is an organisation.
    fn is_beside_body(&self, form: Form<'_>, Bearer { alias, entity, .. }: Bearer<'_>) -> bool {
        let Form { at, hit, .. } = form;
        // حزب «الحرية والعدالة»: the noun says what it is.
        let headed = || {
            at > self.range.0
                && hit.clitics == Clitics::NONE
                && self.class(at - 1, Kinds::BODY, |class| class == Class::Body).is_some()
                && !(self.is_of_unnamed_country(entity) && self.is_half_of_shared_name(form))
        };
        !alias.support.allows(Support::NEVER) && headed()
            || alias.support.allows(Support::INTRODUCED)
                && (self.is_beside_kin(at, hit, alias.entity) || self.is_of_fighters(at, hit))
    }

    /// Whether an entity serves whose possessive stands before the form.
    fn is_of_owner(&self, form: Form<'_>, Bearer { alias, .. }: Bearer<'_>) -> bool {
        form.owner.is_some_and(|owner| {
            !alias.support.allows(Support::NEVER) && self.serves(alias.entity, owner) && !self.is_name_like(form.at + 1)
        })
    }

    /// محافظ البيضاء: whether the title before it says that a form is a place.
    fn is_governed_place(&self, form: Form<'_>, entity: Traits) -> bool {
        matches!(entity.kind, EntityKind::City | EntityKind::Region)
            && form.hit.clitics == Clitics::NONE
            && !(form.lexical && self.starts_definite(form.at))
            && self.is_governed(form.at)
    }

    /// Whether a title and a surname with another name behind it is somebody else: "Minister Khan Junejo", المهندس عبد المنعم الشحات.
    fn runs_on_behind(&self, form: Form<'_>, Bearer { alias, entity, introduced }: Bearer<'_>) -> bool {
        let end = form.hit.end as usize;
        (form.single || alias.kind == AliasKind::Surname)
            && form.context.title
            && !introduced
            && entity.kind == EntityKind::Person
            && self.names_on(end)
            && !self.is_complete_holder(alias.entity, end, form.context)
    }

    /// و + قف: whether a form is that of a village only without the letters that are a word with it, وقف.
    fn is_small_town(&self, form: Form<'_>, entity: Traits) -> bool {
        const SMALL: u64 = 500_000;
        form.single
            && form.hit.skip > 0
            && entity.kind == EntityKind::City
            && entity.weight < SMALL
            && self.scan.word(form.at).is_some()
    }

    /// Whether a name stands for a country by one of its places: its capital, the seat of a body, مصر والخليج the states on a sea.
    fn stands_for_country(&self, form: Form<'_>, entity: Traits) -> bool {
        matches!(entity.kind, EntityKind::Country | EntityKind::Region)
            || entity.kind == EntityKind::Organisation && self.is_city(form.hit)
    }

    /// Returns the best of those who fit, if it stands out.
    pub(super) fn best_of(
        &self,
        form: Form<'_>,
        found: Candidates,
        trial: &mut Option<NameTrial>,
    ) -> Option<(EntityId, MentionType)> {
        let gazetteer = &self.knowledge.gazetteer;
        let Candidates { fit: mut candidates, metonym } = found;
        // حزب العدالة والتنمية, where the document names who leads that of Morocco and not the Turkish one.
        let body = |&(_, key, _): &(i64, EntityId, MentionType)| gazetteer.get(key).kind == EntityKind::Organisation;
        if self.lang == Lang::Ar && candidates.len() > 1 && candidates.iter().all(body) {
            for (score, key, _) in &mut candidates {
                *score += if self.served.contains(key) { LED } else { 0 };
            }
        }
        // Of people who fit as well the better known; of towns the one that stands first in the gazetteer.
        let fame = |key: EntityId| {
            let traits = gazetteer.traits(key);
            if traits.kind == EntityKind::Person { traits.weight } else { 0 }
        };
        candidates.sort_by_key(|&(score, entity, _)| (Reverse(score), Reverse(fame(entity)), entity));
        candidates.dedup_by_key(|&mut (_, entity, _)| entity);
        if let Some(&(_, country, _)) = candidates.first()
            && self.is_homograph(form.at, form.hit, country)
        {
            candidates.retain(|&mut (_, entity, _)| entity != country);
            lose(trial, |of| of == country, Loss::Homograph);
        }
        let best = candidates.first().copied();
        if let Some(country) = metonym
            && !self.is_of_another(country, best.map(|(_, entity, _)| entity))
            && self.means_government(form, best.map(|(_, entity, _)| entity))
        {
            lose(trial, |of| of != country, Loss::MeansGovernment);
            return Some((country, MentionType::Metonym));
        }
        if let Some((country, kind)) = self.first_spoken_of(form, &candidates) {
            lose(trial, |of| of != country, Loss::LessLikely);
            return Some((country, kind));
        }
        if let Some((holder, kind)) = self.holder_by_office_behind(form, &candidates) {
            lose(trial, |of| of != holder, Loss::LessLikely);
            return Some((holder, kind));
        }
        let (score, entity, kind) = best?;
        let is_person = |key: EntityId| gazetteer.get(key).kind == EntityKind::Person;
        if let Some(&(next, other, _)) = candidates.get(1)
            && score - next < MARGIN
            && form.single
            && is_person(entity)
            && is_person(other)
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

    /// قال وزير الخارجية الأردني إن المملكة: of several countries that a common word may mean the one of which the sentence has spoken first, by its own
    /// name or by somebody who is of it; else the one of which the document has.
    fn first_spoken_of(
        &self,
        form: Form<'_>,
        candidates: &[(i64, EntityId, MentionType)],
    ) -> Option<(EntityId, MentionType)> {
        let gazetteer = &self.knowledge.gazetteer;
        let country = |key: EntityId| gazetteer.get(key).kind == EntityKind::Country;
        if candidates.len() < 2 || !form.lexical || !candidates.iter().all(|&(_, key, _)| country(key)) {
            return None;
        }
        let of = |found: &Found| {
            let Referent::Known(key) = found.referent else { return None };
            let land = if country(key) { key } else { gazetteer.country_of(key)? };
            candidates.iter().find(|&&(_, own, _)| own == land).map(|&(_, own, kind)| (own, kind))
        };
        let begin = self.tokens.tokens[self.range.0].span.start;
        let here = self.tokens.tokens[form.at].span.start;
        let before = || self.mentions.iter().filter(|found| found.span.end <= here);
        before().filter(|found| found.span.start >= begin).find_map(of).or_else(|| before().find_map(of))
    }

    /// طرابلس in Lebanon: whether the city that a name means is in another country than that for whose government the name may stand.
    fn is_of_another(&self, country: EntityId, best: Option<EntityId>) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        let place = best.map(|best| gazetteer.traits(best)).filter(|place| place.kind == EntityKind::City);
        let state = gazetteer.get(country).kind == EntityKind::Country;
        state && place.and_then(|place| place.country).is_some_and(|land| land != country)
    }

    /// Whether the name of a place means the government there, and not the place, which is the best otherwise.
    fn means_government(&self, form: Form<'_>, best: Option<EntityId>) -> bool {
        if form.context.person {
            return false;
        }
        let Some(best) = best else { return true };
        let place = self.knowledge.gazetteer.get(best);
        let sea = place.subkind == "sea";
        let acts = || self.acts(form.at, form.hit);
        (sea || place.kind == EntityKind::City)
            && ((!sea || form.hit.clitics.has_conjunction()) && acts() || sea && self.goes_there(form.at))
    }
}
