//! Which parties a frame admits: those found for its slots come in, those of a kind that it can hold go out.
//!
//! Of what kind a party is stands in `party_kind`, which of several are one side in `sides`, and whether what stands around a
//! word with both its parties says that it is meant otherwise in `other_sense`.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::trace::Unfit;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number};
use crate::lexicon::{Class, Family, Pos, Predicate, PrepId, Shape, Slot, Trigger};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

/// Returns whether a predicate tells that force is used.
fn is_force(trigger: &Trigger) -> bool {
    matches!(trigger.predicate, Some(Predicate::Attacked | Predicate::Seized))
}

/// Returns whether a row tells a contact.
fn is_contact(trigger: &Trigger) -> bool {
    trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact)
}

impl Sentence<'_> {
    /// Returns whether a row takes the parties behind its preposition.
    pub(super) fn admits(&self, at: usize, trigger: &Trigger, preposition: PrepId, found: &Parties) -> bool {
        let Some(first) = found.list.first() else { return true };
        let Some(party) = self.unit_of(first) else { return true };
        !self.is_greeted_or_undone(at, trigger, first, party)
            && !self.is_behind_other_word(at, trigger, preposition, party)
            && !self.has_called_somebody(at, trigger, party)
            && !self.is_of_other_force(at, trigger, party)
            && self.is_where_it_is_done((at, party), trigger, preposition, found)
    }

    /// Whether a party at a unit is only welcomed as a guest, or suffers what a noun before it tells.
    fn is_greeted_or_undone(&self, at: usize, trigger: &Trigger, first: &Party, party: usize) -> bool {
        let units = self.clause.units;
        // رحب بوتين بأردوغان: a person with the preposition on the name is greeted, and nothing that he does is praised.
        if trigger.flags.deeds && first.kind == PhraseKind::Person && units[party].clitics.has_preposition() {
            return true;
        }
        // "rejected the displacement of Palestinians", "commitment to the defeat of the Taliban": who suffers what a noun tells.
        let undone = |i: usize| units[i].phrase().is_none() && units[i].is(Class::Undoing);
        let judges = matches!(trigger.predicate, Some(Predicate::Rejected | Predicate::Supported));
        judges && self.reader.lang == Lang::En && (at + 1..party).any(undone)
    }

    /// "called Putin on Friday on Ukraine", "calls king, voices hope on Lebanon": whether an English verb that asks somebody by its preposition has a
    /// person for its object before that, whom it rings up.
    fn has_called_somebody(&self, at: usize, trigger: &Trigger, party: usize) -> bool {
        let clause = self.clause;
        let person = |i: usize| {
            i < party
                && clause.bare_party(i)
                && clause.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
        };
        self.reader.lang == Lang::En
            && matches!(trigger.predicate, Some(Predicate::DemandedOf | Predicate::Met))
            && trigger.pos == Pos::Verb
            && clause.tells(at, |told| told == Predicate::Called)
            && (person(at + 1)
                || clause.unit_phrase(at + 1).is_some_and(|p| p.kind == PhraseKind::Demonym) && person(at + 2))
    }

    /// Whether the preposition before a party at a unit is that of another word: not right before it where it has to be, or of another
    /// journey or call.
    fn is_behind_other_word(&self, at: usize, trigger: &Trigger, preposition: PrepId, party: usize) -> bool {
        let units = self.clause.units;
        let clitic = units[party].clitics.has_preposition();
        // دعوة للقاء كيري: nor a word that the preposition clings to.
        let written = |before: usize| units[before].kind == Kind::Function && self.clause.governs(before, preposition);
        // اعترف بسيادة المغرب, بشرعية الحكومة
        let right = |before: usize| units[before].phrase().is_none() && units[before].is(Class::Welfare);
        let over = |before: usize| written(before) || right(before);
        if trigger.flags.direct && party > at && !clitic && !party.checked_sub(1).is_some_and(over) {
            return true;
        }
        // غادر قطر في أعقاب زيارة إلى المنطقة, اتصال هاتفي الوضع الراهن بسوريا
        !clitic && trigger.is_journey() && self.clause.is_of_another_journey(at, party)
            || trigger.predicate == Some(Predicate::Called) && self.clause.is_parted_from_call(party)
    }

    /// رد على الغارات بإطلاق صواريخ على المطار: whether another deed of force stands between a noun of force and a party, whose the
    /// preposition is then.
    fn is_of_other_force(&self, at: usize, trigger: &Trigger, party: usize) -> bool {
        let units = self.clause.units;
        if trigger.predicate != Some(Predicate::Attacked) || units[at].kind != Kind::Noun {
            return false;
        }
        let force = |i: usize| units[i].kind == Kind::Noun && self.clause.tells(i, |told| told == Predicate::Attacked);
        let another = |i: usize| units[i].clitics == Clitics::NONE && force(i);
        // "the Syrian civil war and the ongoing conflict in Yemen"
        let own = |i: usize| {
            let joint = |&c: &usize| units[c].phrase().is_none() && units[c].is(Class::Conj);
            force(i) && (at + 1..i).rev().find(joint).is_some_and(|c| units[c + 1].determined)
        };
        match self.reader.lang {
            Lang::Ar => (at + 1..party).any(another),
            Lang::En => (at + 1..party).any(own),
        }
    }

    /// Whether the parties behind في are where a journey leads or force is used; of any other preposition and row nothing is asked.
    fn is_where_it_is_done(
        &self,
        (at, party): (usize, usize),
        trigger: &Trigger,
        preposition: PrepId,
        found: &Parties,
    ) -> bool {
        let units = self.clause.units;
        let attacked = trigger.predicate == Some(Predicate::Attacked);
        let inside = Some(preposition) == self.clause.knowledge.lexicon.preposition_id("في");
        if !inside || !(attacked || trigger.is_journey()) {
            return true;
        }
        let arabic = self.reader.lang == Lang::Ar;
        let between = units.get(at + 1..party).unwrap_or_default();
        // وفي إطار الزيارة عقد لقاء في جدة: where something else was done is not where the journey led.
        let done = || between.iter().any(|unit| unit.kind == Kind::Verb);
        if trigger.is_journey() && units[at].is_definite_noun() && arabic && done() {
            return false;
        }
        if !attacked {
            return true;
        }
        // قتل فلان في غارة أمريكية في كابول: rather whom it was done to, where that is a person.
        if units[at].kind == Kind::Noun && arabic {
            let hit = self.clause.receiver_of_noun(at, false);
            if !hit.is_empty() && !hit.carried && hit.list.iter().all(|party| self.clause.is_human(party)) {
                return false;
            }
        }
        if trigger.flags.place && self.has_direct_victim(at, party) {
            return false;
        }
        // تبنت الهجوم في رسالة لوكالة: a body is no place.
        let place = |first: &Party| matches!(first.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Agent);
        found.list.first().is_some_and(place)
            && (trigger.flags.place || found.confidence >= self.nearness_of_place(at, party))
    }

    /// هجوم انتحاري في نيروبي: how sure it must be, in [0, 1], that force was used at the place at a unit; close to the word, or behind
    /// على, it is; further on في is of something else.
    fn nearness_of_place(&self, at: usize, party: usize) -> f64 {
        const NEAR: f64 = 0.72;
        const FAR: f64 = 0.9;
        const WORDS: usize = 2;
        let units = self.clause.units;
        let on = self.clause.knowledge.lexicon.preposition_id("على");
        let aimed = units
            .get(at..party)
            .unwrap_or_default()
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == on)));
        let between = units.get(at + 1..party).unwrap_or_default();
        let close = between.iter().filter(|unit| matches!(unit.kind, Kind::Word | Kind::Noun)).count() <= WORDS;
        if units[at].kind == Kind::Verb || aimed || close { NEAR } else { FAR }
    }

    /// هاجم فلان القوات الأمريكية في أفغانستان: whether whom an Arabic verb of force hits stands between who does it and where.
    fn has_direct_victim(&self, verb: usize, place: usize) -> bool {
        let units = self.clause.units;
        let end =
            self.clause.subjects[verb].as_ref().filter(|found| !found.carried).map_or(verb + 1, |found| found.end);
        let victim = |at: usize| {
            self.clause
                .unit_phrase(at)
                .is_some_and(|phrase| !phrase.referents.is_empty() && !phrase.clitics.has_preposition())
                && !units[at.saturating_sub(1)].is_preposition()
        };
        self.reader.lang == Lang::Ar
            && units[verb].kind == Kind::Verb
            && (end.max(verb + 1)..place).take_while(|&at| !units[at].is_preposition()).any(victim)
    }

    /// مرسي والوفد المصري: the country of somebody in the same list is no party beside that person.
    fn without_own_delegation(&self, predicate: Option<Predicate>, parties: &mut Parties) {
        let contact = predicate.is_some_and(|p| p.family() == Family::Contact || p == Predicate::AgreedWith);
        if !contact || parties.list.len() < 2 || self.reader.lang == Lang::En {
            return;
        }
        let person = |party: &Party| self.kind_of(party.referent) == EntityKind::Person;
        let own: Vec<Referent> = parties
            .list
            .iter()
            .filter(|party| person(party))
            .filter_map(|party| self.reader.country_of(party.referent))
            .map(Referent::Known)
            .collect();
        parties.list.retain(|party| {
            let delegation = party.kind == PhraseKind::Agent && own.contains(&party.referent);
            if let Some(trace) = self.clause.trace.filter(|_| delegation) {
                trace.unfit(party.referent, Unfit::OwnDelegation);
            }
            !delegation
        });
    }

    /// Keeps the parties that the row allows at this slot.
    pub(super) fn fit(&self, trigger: &Trigger, slots: &[Slot], mut parties: Parties) -> Parties {
        let object = std::ptr::eq(slots, trigger.object.as_slice());
        self.without_own_delegation(trigger.predicate, &mut parties);
        if object && trigger.predicate == Some(Predicate::Criticised) && self.reader.lang == Lang::Ar {
            self.without_struck_capitals(&mut parties);
        }
        if self.takes_capitals_for_countries(trigger, object) {
            self.capitals_for_countries(&mut parties);
        }
        // هاجمت صحيفة «الأهرام» الحكومة: what a paper itself takes a stance on, named right there.
        let critic = !parties.carried
            && !object
            && trigger.predicate == Some(Predicate::Criticised)
            && matches!(trigger.subject.first(), Some(Slot::Subject))
            && self.reader.lang == Lang::Ar;
        parties.list.retain(|party| {
            let unfit = self.unfit(trigger, object, party).filter(|why| !(critic && *why == Unfit::Media));
            if let (Some(why), Some(trace)) = (unfit, self.clause.trace) {
                trace.unfit(party.referent, why);
            }
            unfit.is_none()
        });
        parties
    }

    /// Whether a capital stands for its country on this side of a row.
    fn takes_capitals_for_countries(&self, trigger: &Trigger, object: bool) -> bool {
        let states = trigger.flags.human && self.reader.lang == Lang::En || trigger.flags.assets;
        if states && object {
            return true;
        }
        // المدعوم من طهران, الموالي لدمشق: a capital that backs or is backed is its country.
        let backs = trigger.pos == Pos::Participle && trigger.predicate == Some(Predicate::Supported);
        // تقديم واشنطن مساعدات: and so it is where a noun tells its stance or gift.
        let gives = !object && trigger.pos != Pos::Verb && !is_force(trigger) && !is_contact(trigger);
        let judged = object
            && match trigger.predicate {
                // استياءه من واشنطن, انتقادات لكييف: and where a noun tells a stance towards it.
                Some(Predicate::Criticised | Predicate::Praised | Predicate::Threatened | Predicate::Rejected) => {
                    trigger.pos == Pos::Noun
                }
                // سحب سفيرها من بيروت: or what it does to a state.
                Some(Predicate::Promised | Predicate::Sanctioned) => true,
                _ => false,
            };
        (backs || gives || judged) && self.reader.lang == Lang::Ar
    }

    /// Why the row does not allow a party as its object, or as its subject.
    fn unfit(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        self.unfit_as_ground(trigger, object, party)
            .or_else(|| self.unfit_by_words_beside(trigger, object, party))
            .or_else(|| self.unfit_by_kind(trigger, object, party))
            .or_else(|| self.unfit_to_travel(trigger, object, party))
            .or_else(|| self.unfit_for_contact(trigger, object, party))
            .or_else(|| self.unfit_as_people(trigger, object, party))
            .or_else(|| if object { None } else { self.unfit_to_act(trigger, party) })
    }

    /// Why nobody goes to a party, or takes it as ground.
    fn unfit_as_ground(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        if !object {
            return None;
        }
        let kind = self.kind_of(party.referent);
        let ground = matches!(kind, EntityKind::Country | EntityKind::City | EntityKind::Region);
        // دعاه لزيارة البيت الأبيض: where a head of state sits is a place to go to.
        let house = || trigger.is_journey() && self.reader.lang == Lang::Ar && self.is_house(party.referent);
        if trigger.flags.place && !ground && !house() {
            return Some(Unfit::NoPlace);
        }
        (trigger.predicate == Some(Predicate::Seized) && !ground).then_some(Unfit::NoGround)
    }

    /// Why an English word beside a party says that somebody else is meant.
    fn unfit_by_words_beside(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        if self.reader.lang != Lang::En {
            return None;
        }
        // "Syria rebels threaten", "aid for Syria rebels": people who do not stand for the country before them.
        let beside = |at: usize| object && self.clause.is_beside_sanctions(at, trigger);
        if self.is_of_people_apart(party, trigger, object) || self.unit_of(party).is_some_and(beside) {
            return Some(Unfit::People);
        }
        // "told UAE newspaper Al-Bayan", "told Egyptian state news agency MENA": its readers are told.
        (object && is_contact(trigger) && self.is_of_press(party)).then_some(Unfit::Media)
    }

    /// Why a party is too vast, too small or no power, as the row wants it on this side.
    fn unfit_by_kind(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        let kind = self.kind_of(party.referent);
        // No war is made on the Middle East, no demand of a continent.
        // دول الشرق الأوسط التي تحارب داعش: nor does it make war.
        // "a scandal that rips Europe hits Hungary"
        if self.is_vast(party.referent, trigger) {
            return Some(Unfit::Vast);
        }
        if !object {
            return matches!(kind, EntityKind::City).then_some(Unfit::CityActs);
        }
        if trigger.flags.powers && kind == EntityKind::Person && !self.is_recognised_as(trigger, party) {
            return Some(Unfit::NotAPower);
        }
        // "stands with Beirut", "support for Gaza", but nobody meets a town.
        let place = kind == EntityKind::City || kind == EntityKind::Region && !self.governs_itself(party.referent);
        let backed = self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Supported)
            && !trigger.object.contains(&Slot::Object);
        (trigger.flags.human && place && !backed).then_some(Unfit::PlaceIsNobody)
    }

    /// Why a party does not travel, or no journey is told to go to it.
    fn unfit_to_travel(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        let journey = trigger.is_journey();
        if object {
            // زار البلدين: which of them a journey goes to is told elsewhere.
            return (journey && party.kind == PhraseKind::BothCountries).then_some(Unfit::BothCountries);
        }
        // أوفدت السعودية وفدا: a delegation is the country's; who sends it stays at home himself.
        let deputes = trigger.flags.needs == Some(Class::Deputation);
        if journey && self.stays_put(trigger, party, deputes) {
            return Some(Unfit::StaysPut);
        }
        (deputes && self.clause.is_human(party)).then_some(Unfit::SendsOthers)
    }

    /// Countries, regions and bodies do not travel; their delegations do. الزيارات المتبادلة بين مصر وقطر are told of them.
    fn stays_put(&self, trigger: &Trigger, party: &Party, deputes: bool) -> bool {
        let mutual = trigger.object.first() == Some(&Slot::Same);
        let stays = matches!(party.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body) && !mutual;
        if stays && !deputes && !self.clause.is_sent_by(party) {
            return true;
        }
        if self.reader.lang != Lang::En {
            return false;
        }
        // "French soldiers were dispatched": those who are sent to fight are no visitors.
        let troops = trigger.subject == [Slot::Object]
            && trigger.flags.status.is_none()
            && self.kind_of(party.referent) == EntityKind::Country;
        // "Jordanian planes arrived in Lebanon": nobody visits it.
        troops || self.is_vehicle(party)
    }

    /// Why what is said to or by a party is no contact or doing of its own: the press, a deed, those who ask questions, people of a
    /// government of whom nobody is named.
    fn unfit_for_contact(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        let contact = is_contact(trigger);
        // What is told to a newspaper is told to its readers; what it tells is not its own doing.
        if self.is_media(party.referent) && (contact || !object) {
            return Some(Unfit::Media);
        }
        // "welcomed the Turkish initiative"
        if object
            && contact
            && self.reader.lang == Lang::En
            && self.unit_of(party).is_some_and(|at| self.clause.names_deed(at) || self.clause.is_named_for_thing(at))
        {
            return Some(Unfit::Deed);
        }
        if self.is_interviewer(party, trigger, object) {
            return Some(Unfit::Interviewer);
        }
        // التقى كيري قادة الحكومة: people of the government, of which the text names nobody, are met by others of its kind.
        let talks = matches!(trigger.predicate, Some(Predicate::TalkedWith | Predicate::NegotiatedWith));
        // But not the body named before that writes or speaks to others.
        let speaks = matches!(trigger.predicate, Some(Predicate::Called | Predicate::WroteTo | Predicate::Briefed));
        let known = || self.is_aforenamed(party) && (speaks || !self.is_authority(party.referent));
        ((contact && !talks || is_force(trigger)) && !known() && self.is_bare_government(party))
            .then_some(Unfit::BareGovernment)
    }

    /// Why a people is not its country here.
    fn unfit_as_people(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        // المصريون العائدون من ليبيا: people who travel on their own account are not their country.
        let travels = !object && trigger.is_journey();
        // رسالة صداقة إلى كل المصريين: nobody writes to a people.
        let told = object && trigger.predicate == Some(Predicate::WroteTo);
        ((travels || told) && self.is_people(party)).then_some(Unfit::People)
    }

    /// Why a party does no deed of this kind.
    fn unfit_to_act(&self, trigger: &Trigger, party: &Party) -> Option<Unfit> {
        // عاقبت محكمة الجنايات فلانا: a verdict is no sanction.
        let sanctioned = trigger.predicate == Some(Predicate::Sanctioned);
        if sanctioned && self.is_new_court(party.referent) {
            return Some(Unfit::Court);
        }
        // المرصد and the Red Cross tell of deeds, and help; they use no force.
        if (sanctioned || is_force(trigger)) && self.is_observer(party.referent) {
            return Some(Unfit::Observer);
        }
        self.is_mere_place(party.referent).then_some(Unfit::MerePlace)
    }

    /// Returns the unit in which a party is named, if that is in this clause.
    pub(super) fn unit_of(&self, party: &Party) -> Option<usize> {
        let span = party.span?;
        let named = |index: usize| self.clause.phrases[index].span == span;
        self.clause.units.iter().position(|unit| unit.phrase().is_some_and(named))
    }

    /// Returns whether somebody may demand something: no city, and no newspaper, which only tells it.
    pub(super) fn may_speak(&self, party: &Party) -> bool {
        !matches!(self.kind_of(party.referent), EntityKind::City | EntityKind::Region) && !self.is_media(party.referent)
    }

    /// Returns whether something may be demanded of somebody: a person, a country or a body.
    pub(super) fn may_be_told(&self, party: &Party) -> bool {
        !matches!(self.kind_of(party.referent), EntityKind::City | EntityKind::Region)
    }

    /// Returns whether a traveller only comes back to the own country or its capital; of a word that merely says where
    /// somebody is, whether that is not known to be another country.
    pub(super) fn stays_home(&self, traveller: Referent, place: Referent, abroad: bool, pos: Pos) -> bool {
        let Referent::Known(place) = place else { return false };
        // وجود القوات الأمريكية في العراق is no journey.
        if abroad && pos != Pos::Verb && self.kind_of(traveller) != EntityKind::Person {
            return true;
        }
        let entity = self.clause.knowledge.gazetteer.get(place);
        let country = self.kind_of(traveller) == EntityKind::Country;
        let home = match traveller {
            Referent::Known(key) if country => Some(key),
            _ => self.reader.country_of(traveller),
        };
        let land = if entity.kind == EntityKind::Country { Some(place) } else { entity.country };
        // غادر غريفيث صنعاء: whoever is listed and of no country is abroad in any.
        let nobodys = matches!(traveller, Referent::Known(_)) && self.kind_of(traveller) == EntityKind::Person;
        let Some(home) = home else { return abroad && !nobodys };
        // وفد إسرائيلي قادما من تل أبيب: a country is at home in any of its cities.
        let returns = country || entity.kind == EntityKind::Country || entity.subkind == "capital";
        land == Some(home) && (returns || abroad) && !self.comes_from_region(traveller, home)
    }
}

/// Returns whether a participle can tell of these: أعلن فالس أن فرنسيين موجودون في مالي is not about Valls.
pub(super) fn fits_participle(shape: Shape, subject: &Parties) -> bool {
    let Shape::Participle { gender, number, .. } = shape else { return true };
    match subject.list.as_slice() {
        [party] if party.kind == PhraseKind::Person => {
            number == Number::Singular && super::clause::agrees(*party, gender)
        }
        _ => true,
    }
}
