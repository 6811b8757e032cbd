//! Which parties a frame admits: those found for its slots come in, those of a kind that it can hold go out.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::trace::Unfit;
use super::unit::{Kind, Unit};
use super::venue::HOUSES;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number};
use crate::lexicon::{Class, Family, Pos, Predicate, PrepId, Sense, Shape, Slot, Trigger};
use crate::mention::{Phrase, PhraseKind, Referent, Role};
use crate::text::Clitics;

impl Sentence<'_> {
    /// زيارة لبوتين إلى الصين: of two parties behind prepositions the traveller stands first, and is no place.
    pub(super) fn out_of_order(&self, trigger: &Trigger, subject: &Parties, object: &Parties) -> bool {
        let behind = |slots: &[Slot]| matches!(slots.first(), Some(Slot::Prep(_)));
        if !trigger.is_journey() || !behind(&trigger.subject) || !behind(&trigger.object) {
            return false;
        }
        let place = |party: &Party| matches!(party.kind, PhraseKind::Country | PhraseKind::Place);
        subject.end >= object.end || subject.list.iter().any(place)
    }

    /// أكدت الرئاسة لقاء ساركوزي وغول, احتلت إيران جانبا من لقاء بوش وبراون: whether the two in the genitive of a meeting are who met, and
    /// not whom the subject of the clause did, who only speaks of it or is spoken of there.
    pub(super) fn is_meeting_of_others(&self, at: usize, trigger: &Trigger, object: &Parties) -> bool {
        let clause = self.clause;
        let meeting = trigger.subject == [Slot::Control] && trigger.predicate == Some(Predicate::Met);
        let two = object.list.len() == 2 && object.list.iter().all(|party| party.kind == PhraseKind::Person);
        if self.reader.lang != Lang::Ar || !meeting || !two || clause.units[at].owner().is_some() {
            return false;
        }
        let open = |i: &usize| !clause.units[*i].is_mark() && !clause.units[*i].is(Class::Complement);
        let verb = (0..at).rev().take_while(open).find(|&i| clause.units[i].kind == Kind::Verb);
        let speaks = verb.is_some_and(|verb| {
            let mut rows = clause.units[verb].forms.iter().map(|form| clause.knowledge.lexicon.trigger(form.trigger));
            rows.any(|row| row.flags.speech)
        });
        speaks || at > 0 && clause.is_preposition_of(at - 1, "من")
    }

    /// Whether what stands around a word says that it is meant in another sense.
    pub(super) fn is_another_sense(&self, at: usize, trigger: &Trigger, end: usize) -> bool {
        let clause = self.clause;
        if self.reader.lang != Lang::Ar {
            return false;
        }
        let next = |at: usize| clause.units.get(at).filter(|unit| unit.phrase().is_none());
        match trigger.predicate {
            // وقف السيسي مع ماكرون على سير المشاريع: they looked at it.
            Some(Predicate::Supported) if trigger.pos == Pos::Verb && trigger.flags.weak => {
                let end = end + usize::from(clause.units.get(end).is_some_and(super::unit::Unit::is_comma));
                let looks = |word: &str| next(end).is_some() && clause.is_preposition_of(end, word);
                looks("على") || looks("عند")
            }
            // الدعم القطري لعمليات الإجلاء من كابول: where the help comes from is not whom it is for.
            Some(Predicate::Supported) if trigger.pos == Pos::Noun => {
                end.checked_sub(2).is_some_and(|of| of > at + 1 && clause.is_preposition_of(of, "من"))
            }
            // أكد له ضرورة الالتزام: what one asks of another is no promise.
            Some(Predicate::Promised) if trigger.pos == Pos::Noun => {
                at > 0 && clause.units[at - 1].phrase().is_none() && clause.units[at - 1].is(Class::Duty)
            }
            // خاطبه قائلا: no letter is spoken.
            Some(Predicate::WroteTo) if trigger.pos == Pos::Verb && trigger.object == [Slot::Object] => {
                let end = end + usize::from(clause.units.get(end).is_some_and(super::unit::Unit::is_comma));
                next(end).is_some_and(|unit| unit.is(Class::Saying))
            }
            Some(Predicate::WroteTo) if trigger.object == [Slot::Receiver] => {
                matches!(trigger.subject.as_slice(), [Slot::Genitive | Slot::Adjective]) && !clause.is_handed_there(at)
            }
            Some(Predicate::Sanctioned) => self.drives_out(at, trigger),
            _ => false,
        }
    }

    /// الأولى لمسؤول سوري, لوزير إيراني: whether behind ل a party is told by the nationality of somebody whom nobody names.
    pub(super) fn is_of_some_official(&self, found: &Parties) -> bool {
        let [party] = found.list.as_slice() else { return false };
        let at = self.unit_of(party).filter(|_| self.reader.lang == Lang::Ar);
        at.and_then(|at| self.clause.unit_phrase(at)).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Unknown | PhraseKind::Agent) && phrase.clitics == Clitics::LI
        })
    }

    /// هاجم ماكرون ترامب, هاجمت روسيا أوكرانيا: of a word for both, words are between people and force between powers.
    pub(super) fn is_of_kind(&self, trigger: &Trigger, subject: &Parties, object: &Parties) -> bool {
        // إطلاق صواريخ من الجولان: a region or town is where a deed of force comes from.
        let place = |party: &Party| matches!(self.kind_of(party.referent), EntityKind::City | EntityKind::Region);
        if trigger.predicate == Some(Predicate::Attacked)
            && self.reader.lang == Lang::Ar
            && subject.list.iter().all(place)
        {
            return false;
        }
        let mut parties = subject.list.iter().chain(&object.list);
        let person = parties.any(|party| self.kind_of(party.referent) == EntityKind::Person);
        // شن حزب الوفد هجوما على: parties and unions have no other weapons.
        let civil = self.reader.lang == Lang::Ar && subject.list.iter().any(|party| self.is_civil(party.referent));
        let words = (person || civil || self.is_for_words(object.end))
            && !self.has_forces(subject)
            && !self.commands_against(subject, object);
        !(trigger.flags.force && words || trigger.flags.words && !words)
    }

    /// هاجمت الوزارة تركيا بسبب تصريحات: whether what stands behind the object says that it is for what somebody said or did.
    fn is_for_words(&self, end: usize) -> bool {
        let clause = self.clause;
        let conduct = |class| matches!(class, Class::Conduct | Class::OwnConduct(_));
        self.reader.lang == Lang::Ar
            && end + 1 < clause.units.len()
            && clause.is_preposition_of(end, "بسبب")
            && clause.units[end + 1].has(conduct)
    }

    /// هاجمت قوات القذافي مدينة بنغازي: whether a party stands for its forces, which use no words.
    fn has_forces(&self, subject: &Parties) -> bool {
        let forces = |party: &Party| {
            let start = |at: usize| self.tokens.tokens[self.clause.units[at].start].span.start;
            let found = party.span.and_then(|span| (1..self.clause.units.len()).find(|&at| start(at) == span.start));
            found.is_some_and(|at| {
                let before = &self.clause.units[at - 1];
                before.phrase().is_none() && before.has(|class| matches!(class, Class::Agent | Class::OwnForces))
            })
        };
        self.reader.lang == Lang::Ar && subject.list.iter().any(forces)
    }

    /// Returns whether a party is a political party, a union or a society, which fights with words.
    fn is_civil(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                matches!(entity.subkind, "party" | "union" | "ngo" | "media")
            }
            Referent::New(_) => false,
        }
    }

    /// Returns whether a row takes the parties behind its preposition.
    pub(super) fn admits(&self, at: usize, trigger: &Trigger, preposition: PrepId, found: &Parties) -> bool {
        let Some(first) = found.list.first() else { return true };
        let units = self.clause.units;
        let Some(party) = self.unit_of(first) else { return true };
        let clitic = units[party].clitics.has_preposition();
        // رحب بوتين بأردوغان: a person with the preposition on the name is greeted, and nothing that he does is praised.
        if trigger.flags.deeds && clitic && first.kind == PhraseKind::Person {
            return false;
        }
        // "rejected the displacement of Palestinians", "commitment to the defeat of the Taliban": who suffers what a noun tells.
        let undone = |i: usize| units[i].phrase().is_none() && units[i].is(Class::Undoing);
        let judges = matches!(trigger.predicate, Some(Predicate::Rejected | Predicate::Supported));
        if judges && self.reader.lang == Lang::En && (at + 1..party).any(undone) {
            return false;
        }
        // دعوة للقاء كيري: nor a word that the preposition clings to.
        let written = |before: usize| units[before].kind == Kind::Function && self.clause.governs(before, preposition);
        // اعترف بسيادة المغرب, بشرعية الحكومة
        let right = |before: usize| units[before].phrase().is_none() && units[before].is(Class::Welfare);
        let over = |before: usize| written(before) || right(before);
        if trigger.flags.direct && party > at && !clitic && !party.checked_sub(1).is_some_and(over) {
            return false;
        }
        // غادر قطر في أعقاب زيارة إلى المنطقة, اتصال هاتفي الوضع الراهن بسوريا
        if !clitic && trigger.is_journey() && self.clause.is_of_another_journey(at, party)
            || trigger.predicate == Some(Predicate::Called) && self.clause.is_parted_from_call(party)
        {
            return false;
        }
        // رد على الغارات بإطلاق صواريخ على المطار: behind another deed of force the preposition is that one's.
        let force = trigger.predicate == Some(Predicate::Attacked) && units[at].kind == Kind::Noun;
        let another = |i: usize| {
            units[i].kind == Kind::Noun
                && units[i].clitics == Clitics::NONE
                && self.clause.tells(i, |told| told == Predicate::Attacked)
        };
        // "the Syrian civil war and the ongoing conflict in Yemen"
        let own = |i: usize| {
            let joint = |&c: &usize| units[c].phrase().is_none() && units[c].is(Class::Conj);
            units[i].kind == Kind::Noun
                && self.clause.tells(i, |told| told == Predicate::Attacked)
                && (at + 1..i).rev().find(joint).is_some_and(|c| units[c + 1].determined)
        };
        let apart = match self.reader.lang {
            Lang::Ar => (at + 1..party).any(another),
            Lang::En => (at + 1..party).any(own),
        };
        if force && apart {
            return false;
        }
        // هجوم انتحاري في نيروبي: where force is used stands close to the word; further on في is of something else.
        let inside = Some(preposition) == self.clause.knowledge.lexicon.preposition_id("في");
        let on = self.clause.knowledge.lexicon.preposition_id("على");
        let aimed = units
            .get(at..party)
            .unwrap_or_default()
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == on)));
        let between = units.get(at + 1..party).unwrap_or_default();
        let close = between.iter().filter(|unit| matches!(unit.kind, Kind::Word | Kind::Noun)).count() <= 2;
        // وفي إطار الزيارة عقد لقاء في جدة: where something else was done is not where the journey led.
        let done = || between.iter().any(|unit| unit.kind == Kind::Verb);
        if inside && trigger.is_journey() && units[at].is_definite_noun() && self.reader.lang == Lang::Ar && done() {
            return false;
        }
        let near = if units[at].kind == Kind::Verb || aimed || close { 0.72 } else { 0.9 };
        let attacked = inside && trigger.predicate == Some(Predicate::Attacked);
        // قتل فلان في غارة أمريكية في كابول: rather whom it was done to, where that is a person.
        if attacked && units[at].kind == Kind::Noun && self.reader.lang == Lang::Ar {
            let hit = self.clause.receiver_of_noun(at, false);
            if !hit.is_empty() && !hit.carried && hit.list.iter().all(|party| self.clause.is_human(party)) {
                return false;
            }
        }
        if attacked && trigger.flags.place && self.has_direct_victim(at, party) {
            return false;
        }
        // تبنت الهجوم في رسالة لوكالة: a body is no place.
        let place = matches!(first.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Agent);
        !attacked || place && (trigger.flags.place || found.confidence >= near)
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
        let states = trigger.flags.human && self.reader.lang == Lang::En || trigger.flags.assets;
        // المدعوم من طهران, الموالي لدمشق: a capital that backs or is backed is its country.
        let backs = trigger.pos == Pos::Participle && trigger.predicate == Some(Predicate::Supported);
        // تقديم واشنطن مساعدات: and so it is where a noun tells its stance or gift.
        let force = matches!(trigger.predicate, Some(Predicate::Attacked | Predicate::Seized));
        let contact = trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact);
        let gives = !object && trigger.pos != Pos::Verb && !force && !contact;
        // استياءه من واشنطن, انتقادات لكييف: and where a noun tells a stance towards it.
        let stance = matches!(
            trigger.predicate,
            Some(Predicate::Criticised | Predicate::Praised | Predicate::Threatened | Predicate::Rejected)
        );
        let promised = trigger.predicate == Some(Predicate::Promised);
        // سحب سفيرها من بيروت: or what it does to a state.
        let severed = trigger.predicate == Some(Predicate::Sanctioned);
        let judged = object && (trigger.pos == Pos::Noun && stance || severed || promised);
        if states && object || (backs || gives || judged) && self.reader.lang == Lang::Ar {
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

    /// Why the row does not allow a party as its object, or as its subject.
    fn unfit(&self, trigger: &Trigger, object: bool, party: &Party) -> Option<Unfit> {
        let kind = self.kind_of(party.referent);
        // دعاه لزيارة البيت الأبيض: where a head of state sits is a place to go to.
        let goes_to_house = trigger.is_journey() && self.reader.lang == Lang::Ar && self.is_house(party.referent);
        let place = matches!(kind, EntityKind::Country | EntityKind::City | EntityKind::Region) || goes_to_house;
        if object && trigger.flags.place && !place {
            return Some(Unfit::NoPlace);
        }
        if object
            && trigger.predicate == Some(Predicate::Seized)
            && !matches!(kind, EntityKind::Country | EntityKind::City | EntityKind::Region)
        {
            return Some(Unfit::NoGround);
        }
        // "Syria rebels threaten", "aid for Syria rebels": people who do not stand for the country before them.
        let beside = |at: usize| object && self.clause.is_beside_sanctions(at, trigger);
        if self.reader.lang == Lang::En
            && (self.is_of_people_apart(party, trigger, object) || self.unit_of(party).is_some_and(beside))
        {
            return Some(Unfit::People);
        }
        // "told UAE newspaper Al-Bayan", "told Egyptian state news agency MENA": its readers are told.
        let tells = trigger.predicate.is_some_and(|p| p.family() == Family::Contact);
        if object && tells && self.reader.lang == Lang::En && self.is_of_press(party) {
            return Some(Unfit::Media);
        }
        // No war is made on the Middle East, no demand of a continent.
        // دول الشرق الأوسط التي تحارب داعش: nor does it make war.
        // "a scandal that rips Europe hits Hungary"
        if self.is_vast(party.referent, trigger) {
            return Some(Unfit::Vast);
        }
        if object && trigger.flags.powers && kind == EntityKind::Person && !self.is_recognised_as(trigger, party) {
            return Some(Unfit::NotAPower);
        }
        // "stands with Beirut", "support for Gaza", but nobody meets a town.
        let place = matches!(kind, EntityKind::City | EntityKind::Region);
        let backed = self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Supported)
            && !trigger.object.contains(&Slot::Object);
        if object && trigger.flags.human && place && !backed {
            return Some(Unfit::PlaceIsNobody);
        }
        if !object && matches!(kind, EntityKind::City) {
            return Some(Unfit::CityActs);
        }
        // زار البلدين: which of them a journey goes to is told elsewhere.
        if object && trigger.is_journey() && party.kind == PhraseKind::BothCountries {
            return Some(Unfit::BothCountries);
        }
        // Countries, regions and bodies do not travel; their delegations do. الزيارات المتبادلة بين مصر وقطر are told of them.
        let mutual = trigger.object.first() == Some(&Slot::Same);
        let stays = matches!(party.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body) && !mutual;
        // أوفدت السعودية وفدا: a delegation is the country's; who sends it stays at home himself.
        let deputes = trigger.flags.needs == Some(Class::Deputation);
        if !object && trigger.is_journey() && stays && !deputes && !self.clause.is_sent_by(party) {
            return Some(Unfit::StaysPut);
        }
        // "Jordanian planes arrived in Lebanon": nobody visits it.
        if !object && self.reader.lang == Lang::En && trigger.is_journey() && self.is_vehicle(party) {
            return Some(Unfit::StaysPut);
        }
        // "French soldiers were dispatched": those who are sent to fight are no visitors.
        let troops = kind == EntityKind::Country && trigger.flags.status.is_none();
        if !object
            && self.reader.lang == Lang::En
            && trigger.subject == [Slot::Object]
            && trigger.is_journey()
            && troops
        {
            return Some(Unfit::StaysPut);
        }
        if !object && deputes && self.clause.is_human(party) {
            return Some(Unfit::SendsOthers);
        }
        // What is told to a newspaper is told to its readers; what it tells is not its own doing.
        let contact = trigger.predicate.is_some_and(|p| p.family() == Family::Contact);
        if self.is_media(party.referent) && (contact || !object) {
            return Some(Unfit::Media);
        }
        // "welcomed the Turkish initiative"
        if object
            && contact
            && self.reader.lang == Lang::En
            && self.unit_of(party).is_some_and(|at| self.clause.names_deed(at))
        {
            return Some(Unfit::Deed);
        }
        if self.is_interviewer(party, trigger, object) {
            return Some(Unfit::Interviewer);
        }
        // التقى كيري قادة الحكومة: people of the government, of which the text names nobody, are met by others of its kind.
        let talks = matches!(trigger.predicate, Some(Predicate::TalkedWith | Predicate::NegotiatedWith));
        let force = matches!(trigger.predicate, Some(Predicate::Attacked | Predicate::Seized));
        // But not the body named before that writes or speaks to others.
        let speaks = matches!(trigger.predicate, Some(Predicate::Called | Predicate::WroteTo | Predicate::Briefed));
        let known = self.is_aforenamed(party) && (speaks || !self.is_authority(party.referent));
        if (contact && !talks || force) && !known && self.is_bare_government(party) {
            return Some(Unfit::BareGovernment);
        }
        // المصريون العائدون من ليبيا: people who travel on their own account are not their country.
        if !object && trigger.is_journey() && self.is_people(party) {
            return Some(Unfit::People);
        }
        // رسالة صداقة إلى كل المصريين: nobody writes to a people.
        if object && trigger.predicate == Some(Predicate::WroteTo) && self.is_people(party) {
            return Some(Unfit::People);
        }
        // عاقبت محكمة الجنايات فلانا: a verdict is no sanction.
        if !object && trigger.predicate == Some(Predicate::Sanctioned) && self.is_new_court(party.referent) {
            return Some(Unfit::Court);
        }
        // المرصد and the Red Cross tell of deeds, and help; they use no force.
        let deed = matches!(trigger.predicate, Some(Predicate::Attacked | Predicate::Seized | Predicate::Sanctioned));
        if !object && deed && self.is_observer(party.referent) {
            return Some(Unfit::Observer);
        }
        (!object && self.is_mere_place(party.referent)).then_some(Unfit::MerePlace)
    }

    /// Returns the unit in which a party is named, if that is in this clause.
    /// "two Jordanian planes", "a Russian warship": whether a party is named by its ships, planes or lorries.
    fn is_vehicle(&self, party: &Party) -> bool {
        const VEHICLES: [&[u8]; 22] = [
            b"plane",
            b"planes",
            b"aircraft",
            b"airplanes",
            b"jet",
            b"jets",
            b"warplanes",
            b"helicopters",
            b"ship",
            b"ships",
            b"warship",
            b"warships",
            b"vessel",
            b"vessels",
            b"tanker",
            b"tankers",
            b"frigate",
            b"submarine",
            b"convoy",
            b"trucks",
            b"lorries",
            b"flights",
        ];
        let Some(at) = self.unit_of(party).filter(|_| party.kind == PhraseKind::Agent) else { return false };
        let last = self.clause.units[at].end - 1;
        VEHICLES.contains(&self.tokens.form(&self.tokens.tokens[last]))
    }

    /// اعترفت كندا بفلان رئيسا: whether what somebody is recognised as stands right behind his name.
    fn is_recognised_as(&self, trigger: &Trigger, party: &Party) -> bool {
        let clause = self.clause;
        let recognises = trigger.flags.sense == Some(Sense::Recognises) && self.reader.lang == Lang::Ar;
        let Some(next) = self.unit_of(party).filter(|_| recognises).map(|at| at + 1) else { return false };
        let office = clause.unit_phrase(next).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Unknown
                && phrase.office.is_some()
                && !phrase.named
                && phrase.clitics == Clitics::NONE
        });
        let word = clause.units.get(next).is_some_and(|unit| unit.kind == Kind::Word && clause.shapes[next].indefinite);
        office || word
    }

    pub(super) fn unit_of(&self, party: &Party) -> Option<usize> {
        let span = party.span?;
        let named = |index: usize| self.clause.phrases[index].span == span;
        self.clause.units.iter().position(|unit| unit.phrase().is_some_and(named))
    }

    /// "Syria rebels", "Egypt opposition", "Assad's supporters": whether people who stand apart from a country, or are only for or against
    /// somebody, are named right behind it.
    fn is_of_people_apart(&self, party: &Party, trigger: &Trigger, object: bool) -> bool {
        let units = self.clause.units;
        // "called Parliament elections": to a body's own people nothing is done that is done to it; what they do it does.
        let country = matches!(party.kind, PhraseKind::Country | PhraseKind::Demonym | PhraseKind::Place)
            || party.kind == PhraseKind::Body && object;
        let Some(at) = self.unit_of(party) else { return false };
        let Some(next) = units.get(at + 1) else { return false };
        // "Taliban insurgents": those who fight in an armed group are the group.
        if next.is(Class::Fighters) && self.is_armed_group(party.referent) {
            return false;
        }
        // "a Texas-sized triangle", "Al-Qaeda-affiliated groups"
        if next.hyphen && next.kind == Kind::Word {
            return true;
        }
        // "one of Assad's fiercest critics": but whom the noun itself is against it tells.
        let lexicon = &self.clause.knowledge.lexicon;
        let told = |unit: &Unit| unit.forms.iter().any(|form| std::ptr::eq(lexicon.trigger(form.trigger), trigger));
        let partisan = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Partisan) && !told(unit);
        // "Israel's bitterest enemies"
        let behind = units.get(at + 2).filter(|_| units[at].possessive && next.kind == Kind::Word);
        // "killed five Greek civilians"
        let harmed = object && trigger.predicate == Some(Predicate::Attacked) && self.clause.are_harmed(at + 1);
        let apart = next.phrase().is_none() && next.is(Class::Apart) && country && !units[at].possessive && !harmed;
        partisan(next) || behind.is_some_and(partisan) || apart
    }

    fn is_armed_group(&self, referent: Referent) -> bool {
        matches!(referent, Referent::Known(key) if self.clause.knowledge.gazetteer.get(key).subkind == "armed_group")
    }

    /// "UAE newspaper Al-Bayan", "Israel's Army Radio", "the FIFA official website": whether a party is a paper or broadcaster that nobody lists,
    /// or whose it is.
    fn is_of_press(&self, party: &Party) -> bool {
        const WORDS: usize = 3;
        let units = self.clause.units;
        let Some(at) = self.unit_of(party) else { return false };
        let press = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Press);
        let before = at.checked_sub(1).is_some_and(|before| press(&units[before]));
        let plain = |unit: &&Unit| {
            matches!(unit.kind, Kind::Word | Kind::Function) && !unit.is_preposition() && !unit.is(Class::Conj)
        };
        let behind = units[at + 1..].iter().take(WORDS).take_while(plain).any(press);
        before && matches!(party.referent, Referent::New(_)) || behind
    }

    /// Returns whether somebody may demand something: no city, and no newspaper, which only tells it.
    pub(super) fn may_speak(&self, party: &Party) -> bool {
        !matches!(self.kind_of(party.referent), EntityKind::City | EntityKind::Region) && !self.is_media(party.referent)
    }

    /// Returns whether something may be demanded of somebody: a person, a country or a body.
    pub(super) fn may_be_told(&self, party: &Party) -> bool {
        !matches!(self.kind_of(party.referent), EntityKind::City | EntityKind::Region)
    }

    /// الحكومة alone: the phrase names nobody, and says of which country it is only by what the document is about.
    fn is_bare_government(&self, party: &Party) -> bool {
        party.kind == PhraseKind::Body
            && self.clause.phrases.iter().any(|phrase| Some(phrase.span) == party.span && !phrase.named)
    }

    /// أبلغت الحركة مصر: a body that was named before, and stands here by its kind; only its phrase has a gender.
    fn is_aforenamed(&self, party: &Party) -> bool {
        party.gender.is_some() && party.kind == PhraseKind::Body
    }

    /// Returns whether a listed body is a ministry or a government, whose people others meet.
    fn is_authority(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => {
                matches!(self.clause.knowledge.gazetteer.get(key).subkind, "ministry" | "government")
            }
            Referent::New(_) => false,
        }
    }

    fn is_house(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => HOUSES.contains(&self.clause.knowledge.gazetteer.get(key).id),
            Referent::New(_) => false,
        }
    }

    fn is_new_court(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(_) => false,
            Referent::New(index) => self.reader.people[index as usize].name.starts_with("محكمة"),
        }
    }

    fn is_observer(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).subkind == "ngo",
            Referent::New(_) => false,
        }
    }

    /// حواره مع الإعلامي فلان, يستضيف الإعلامي فلان فلانا: an interview is no contact.
    fn is_interviewer(&self, party: &Party, trigger: &Trigger, object: bool) -> bool {
        let talk = matches!(trigger.predicate, Some(Predicate::Met | Predicate::TalkedWith | Predicate::Called))
            || !object && trigger.predicate == Some(Predicate::Hosted);
        let phrase = |phrase: &&Phrase| Some(phrase.span) == party.span;
        talk && self.clause.phrases.iter().find(phrase).is_some_and(|phrase| self.reader.is_press(phrase))
    }

    /// المصريين: a plural demonym that stands alone.
    fn is_people(&self, party: &Party) -> bool {
        let phrase = |phrase: &&Phrase| Some(phrase.span) == party.span;
        self.reader.lang == Lang::Ar
            && party.kind == PhraseKind::Agent
            && self
                .clause
                .phrases
                .iter()
                .find(phrase)
                .is_some_and(|phrase| phrase.number == Number::Plural && phrase.end == phrase.start + 1)
    }

    fn is_media(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => {
                matches!(self.clause.knowledge.gazetteer.get(key).subkind, "news_agency" | "media")
            }
            Referent::New(_) => false,
        }
    }

    /// A sea, a square or a site does nothing.
    fn is_mere_place(&self, referent: Referent) -> bool {
        const PLACES: [&str; 18] = [
            "sea",
            "site",
            "waterway",
            "facility",
            "islands",
            "island",
            "military_base",
            "river",
            "ocean",
            "peninsula",
            "dam",
            "base",
            "project",
            "corridor",
            "estate",
            "district",
            "archipelago",
            "governorate",
        ];
        match referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                entity.kind == EntityKind::Region && PLACES.contains(&entity.subkind)
            }
            Referent::New(_) => false,
        }
    }

    fn is_vast(&self, referent: Referent, trigger: &Trigger) -> bool {
        let force = matches!(trigger.predicate, Some(Predicate::Attacked | Predicate::Seized));
        match referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                force && entity.kind == EntityKind::Region && matches!(entity.subkind, "supranational" | "continent")
            }
            Referent::New(_) => false,
        }
    }

    /// A ministry, an army or a parliament is one side with its country.
    fn is_state_body(&self, referent: Referent) -> bool {
        const BODIES: [&str; 6] = ["ministry", "government", "parliament", "police", "army", "intelligence"];
        match referent {
            Referent::Known(key) => BODIES.contains(&self.clause.knowledge.gazetteer.get(key).subkind),
            Referent::New(_) => false,
        }
    }

    pub(super) fn kind_of(&self, referent: Referent) -> EntityKind {
        match referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).kind,
            Referent::New(index) => self.reader.people[index as usize].kind,
        }
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

    /// شارك في الاجتماع تسع دول, شارك فلان وفلان في القمة الإسلامية: many who attend one gathering did not all meet each other.
    pub(super) fn is_crowd(&self, at: usize, trigger: &Trigger, list: &[Party]) -> bool {
        const TABLE: usize = 4;
        let unit = &self.clause.units[at];
        // القمة الروسية التركية is theirs.
        let adjectives = list.iter().all(|party| party.kind == PhraseKind::Demonym);
        let summit = trigger.flags.sense == Some(Sense::Summit);
        // قمتهما: theirs, too.
        let attended = summit && unit.is_definite_noun() && unit.owner().is_none() && !adjectives;
        // القمة التي جمعت قادة دول مجلس التعاون ومصر والأردن: the states of a body are many already.
        let body = |party: &Party| match party.referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).subkind == "igo",
            Referent::New(_) => false,
        };
        let crowd = unit.kind == Kind::Noun && list.len() > TABLE || list.len() > 2 && list.iter().any(body);
        self.reader.lang == Lang::Ar && (crowd || attended) && !self.is_round_table(at)
    }

    /// بين أوباما وعباس وفياض: of several at one table those of one country did not come to meet each other.
    pub(super) fn keep_sides_apart(&self, predicate: Predicate, list: &[Party], pairs: &mut Vec<(Party, Party)>) {
        let of = |party: &Party| self.reader.country_of(party.referent);
        let several = list.iter().any(|party| of(party).is_some() && of(party) != of(&list[0]));
        if several && list.len() > 2 && self.reader.lang == Lang::Ar && predicate.family() == Family::Contact {
            pairs.retain(|(a, b)| of(a).is_none() || of(a) != of(b));
        }
    }

    /// بين روسيا وبيلاروسيا من جهة وأوكرانيا من جهة أخرى: only who stands on the other side of "on the one hand" is the other.
    pub(super) fn keep_to_one_side(&self, at: usize, list: &[Party], pairs: &mut Vec<(Party, Party)>) {
        // المحادثات التي أشرف عليها فلان في يونيو الماضي بين: a relative clause may stand between.
        const REACH: usize = 18;
        let units = self.clause.units;
        if self.reader.lang == Lang::En || units[at].kind != Kind::Noun {
            return;
        }
        let side = |i: usize| {
            let joined = |next: usize| {
                units.get(next).is_some_and(|unit| unit.clitics.has_conjunction()) || self.clause.joins_word(next)
            };
            units[i].is(Class::OneSide) || self.clause.is_agentive(&units[i]) && i + 1 < units.len() && joined(i + 1)
        };
        let Some(mark) = (at + 1..units.len().min(at + REACH)).take_while(|&i| !units[i].is_stop()).find(|&i| side(i))
        else {
            return;
        };
        let mark = self.tokens.tokens[units[mark].start].span.start;
        let first = |party: &Party| party.span.is_some_and(|span| span.start < mark);
        if list.iter().any(first) {
            pairs.retain(|(a, b)| first(a) != first(b));
        }
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

    /// Returns whether somebody is named here, or by his country: الجانب الأمريكي.
    pub(super) fn is_side_of(&self, named: &Party, party: &Party) -> bool {
        named.referent == party.referent
            || self.reader.country_of(party.referent).map(Referent::Known) == Some(named.referent)
    }

    /// A person and the person's own country are one side of a contact.
    pub(super) fn same_side(&self, predicate: Predicate, a: Referent, b: Referent) -> bool {
        let country = |referent: Referent| match referent {
            Referent::Known(key) if self.kind_of(referent) == EntityKind::Country => Some(key),
            _ => None,
        };
        let own = |referent: Referent| self.reader.country_of(referent);
        // خاطبت رئاسة الجمهورية قبل زيارة الرئيس: its own president is no other side of a presidency.
        let contact = predicate.family() == Family::Contact;
        if contact && (self.is_presided_by(a, b) || self.is_presided_by(b, a)) {
            return true;
        }
        if contact && (self.serves(a, b) || self.serves(b, a)) {
            return true;
        }
        let (Some(of), other) = (match (country(a), country(b)) {
            (Some(key), None) => (Some(key), b),
            (None, Some(key)) => (Some(key), a),
            _ => (None, a),
        }) else {
            return false;
        };
        if self.is_state_body(other) {
            return own(other) == Some(of);
        }
        self.kind_of(other) == EntityKind::Person
            && own(other) == Some(of)
            && !self.leads_against_state(other)
            && !(predicate == Predicate::Attacked && self.reader.lang == Lang::Ar && self.commands(other))
            && !matches!(
                predicate,
                Predicate::Criticised | Predicate::Visited | Predicate::Supported | Predicate::Praised
            )
    }
}

impl Sentence<'_> {
    /// بدأت تركيا محادثات مع أوجلان: whether a listed person leads an armed group on the day of the document, and holds no other office.
    fn leads_against_state(&self, person: Referent) -> bool {
        let (Referent::Known(person), Some(day)) = (person, self.reader.date) else { return false };
        let gazetteer = &self.clause.knowledge.gazetteer;
        let armed = |of: Option<EntityId>| of.is_some_and(|of| gazetteer.get(of).subkind == "armed_group");
        let mut terms = gazetteer.offices().of_person(person).filter(|term| term.covers(day)).peekable();
        terms.peek().is_some() && terms.all(|term| armed(term.of))
    }

    /// لقاؤها بشيخ الأزهر: whether somebody holds an office in an institution on the day of the document. Members of a party or
    /// of a parliament meet one another.
    fn serves(&self, person: Referent, body: Referent) -> bool {
        const INSTITUTIONS: [&str; 5] = ["igo", "government", "ministry", "bank", "intelligence"];
        const LATEST: usize = 64;
        let (Referent::Known(institution), Some(day)) = (body, self.reader.date) else { return false };
        let gazetteer = &self.clause.knowledge.gazetteer;
        if !INSTITUTIONS.contains(&gazetteer.get(institution).subkind) {
            return false;
        }
        let listed = match person {
            Referent::Known(person) => {
                gazetteer.offices().of_person(person).any(|term| term.of == Some(institution) && term.covers(day))
            }
            Referent::New(_) => false,
        };
        let told = |role: &Role| role.person == person && role.of == body && !role.former;
        listed || self.reader.roles.iter().rev().take(LATEST).any(told)
    }

    /// Returns whether a body is the presidency of the country that somebody presides over.
    fn is_presided_by(&self, body: Referent, person: Referent) -> bool {
        let (Referent::Known(body), Referent::Known(person)) = (body, person) else { return false };
        let gazetteer = &self.clause.knowledge.gazetteer;
        let presidency = gazetteer.get(body);
        presidency.id.ends_with("-presidency")
            && gazetteer
                .offices()
                .of_person(person)
                .any(|term| term.of == presidency.country && gazetteer.offices().name(term.office) == "president")
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
