//! Fills a frame: a trigger and the shape it stands in come in, its subject and object go out.
//!
//! Which slots a frame has, and what its two sides say of each other. Where a slot is looked for is asked of `slot`, whether
//! what stands there may fill it of `fit`.

use super::clause::{Parties, Party};
use super::fit::fits_participle;
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::trace::{Place, Seat, Side, Why};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number};
use crate::lexicon::{Class, Family, Predicate, Sense, Shape, Slot, Tense, Trigger};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;
use crate::text::fold::{ALEF, HEH};

impl Sentence<'_> {
    pub(super) fn fill(
        &self,
        at: usize,
        trigger: &Trigger,
        shape: Shape,
        passive: bool,
    ) -> Option<(Parties, Option<Parties>)> {
        if self.clause.units[at].kind == Kind::Participle && self.clause.units[at].hyphen {
            let found = self.compound(at, trigger);
            return self.seated(found, Seat::Compound, Seat::Compound);
        }
        if passive && trigger.flags.sense == Some(Sense::Sees) {
            return self.fails(Why::SeesNobody);
        }
        // التقى البشير ومساعده الدكتور فلان: who assists him, spelt like help.
        if trigger.predicate == Some(Predicate::Aided) && (self.clause.is_assistant(at) || self.is_withheld(at)) {
            return self.fails(Why::AnotherSense);
        }
        if trigger.predicate == Some(Predicate::Rejected)
            && (self.clause.rejects_exclusion(at) || self.clause.rejects_harm(at))
        {
            return self.fails(Why::AnotherSense);
        }
        if trigger.flags.sense == Some(Sense::Blames) {
            let found = self.held_guilty(at, trigger).or_else(|| self.fails(Why::AnotherSense));
            return self.seated(found, Seat::BeforeClause, Seat::BeforeClause);
        }
        // "was accepted by Israel but rejected by Hamas"
        let negated = |at: usize| self.is_negated(at) || passive && at > 0 && self.is_negated(at - 1);
        if trigger.flags.negated && !negated(at) {
            return self.fails(Why::NotNegated);
        }
        if passive && (trigger.object.contains(&Slot::Object) || trigger.object.contains(&Slot::ObjectOwner)) {
            let by = self.clause.knowledge.lexicon.preposition_id("by")?;
            let agent = Some(self.clause.behind(at, at + 1, by, false, None))
                .filter(|agent| !agent.is_empty())
                .or_else(|| self.greeted_on_arrival(at, trigger))
                .unwrap_or_else(|| self.clause.named_agent(at));
            // "was told of the plan by Kerry": no order.
            if trigger.flags.sense == Some(Sense::Orders) && !self.orders(at + 1) && !self.orders(agent.end) {
                return self.fails(Why::NoInfinitive);
            }
            // "was told by Iran to leave": an order; "was called on by Iran": nobody is called names.
            let order = trigger.flags.sense == Some(Sense::Informs) && (self.orders(at + 1) || self.orders(agent.end));
            let praise = trigger.predicate == Some(Predicate::Praised);
            let named = || self.clause.calls_names(at + 1, praise) || self.clause.calls_names(agent.end, praise);
            if order || trigger.flags.sense == Some(Sense::Names) && !named() {
                return self.fails(Why::AnotherSense);
            }
            // "is wanted by the court"
            let to = |at: usize| self.clause.units.get(at).is_some_and(Unit::is_to);
            let asked = || to(at + 1) || to(agent.end);
            if trigger.flags.infinitive && trigger.flags.weak && self.reader.lang == Lang::En && !asked() {
                return self.fails(Why::NoInfinitive);
            }
            // "was given a ban": but not "two weeks to leave".
            if trigger.flags.sense == Some(Sense::Limits) && !self.grants_time(at + 1) {
                return self.fails(Why::AnotherSense);
            }
            let mut patient = self.clause.patient(at);
            let judges = matches!(
                trigger.predicate,
                Some(Predicate::Criticised | Predicate::Praised | Predicate::Rejected | Predicate::Supported)
            );
            // "was welcomed by Obama": a guest is somebody, a deed something.
            let thing = |party: &Party| party.kind == PhraseKind::Agent;
            let of_deed = trigger.object.contains(&Slot::ObjectOwner);
            match trigger.predicate {
                _ if of_deed => patient.list.retain(|party| thing(party) && !self.people_before(at)),
                Some(Predicate::Hosted) if !self.people_before(at) => patient.list.retain(|party| !thing(party)),
                _ => {}
            }
            if patient.is_empty() || patient.carried {
                let opening = self.clause.described_by_opening(at, &agent);
                patient = if opening.is_empty() { patient } else { opening };
            }
            // "weapons supplied by Turkey to Sarraj": who gets them.
            if let Some(got) = self.got_from(trigger, &agent) {
                patient = got;
            }
            if patient.is_empty() && judges {
                patient = self.clause.judged_thing(at);
            }
            // "A Russian jet was downed by Turkey", but not "Egypt was downed by Chile".
            if trigger.flags.needs == Some(Class::Craft) && !patient.list.iter().all(thing) {
                return self.fails(Why::AnotherSense);
            }
            let agent = self.fit(trigger, &trigger.subject, agent);
            let patient = self.fit(trigger, &trigger.object, patient);
            if agent.is_empty() || patient.is_empty() {
                return self.fails(if agent.is_empty() { Why::PassiveWithoutAgent } else { Why::NoObject });
            }
            return self.seated(Some((agent, Some(patient))), Seat::PassiveAgent, Seat::PassivePatient);
        }
        if passive && let Some(both) = self.signed_by_both(at, trigger) {
            return self.seated(Some((both, None)), Seat::PassiveAgent, Seat::EachOther);
        }
        if passive && let Some(found) = self.invited(at, trigger) {
            return self.seated(Some(found), Seat::PassivePatient, Seat::PassivePatient);
        }
        if passive {
            return self.fails(Why::PassiveWithoutAgent);
        }
        // وعد بأن بلاده ستساعد لبنان: help that is promised is no help yet.
        let help = matches!(trigger.predicate, Some(Predicate::Supported | Predicate::Aided));
        if help && self.reader.lang == Lang::Ar && self.clause.is_promised(at) {
            return self.fails(Why::OnlyPromised);
        }
        // اتهم إيران بدعم الحوثيين, قام بدعم لبنان, but أكد دعم لبنان: whose support a bare genitive names is open.
        let backing = help && trigger.subject == [Slot::Doer] && trigger.predicate == Some(Predicate::Supported);
        let clitics = self.clause.units[at].clitics;
        // نقل شكره لدعم تركيا: the thanks are for support that Turkey gives.
        let thanked = at > 0
            && self.clause.units[at - 1].kind == Kind::Noun
            && self.clause.tells(at - 1, |p| p == Predicate::Praised);
        // حرص بلاده على دعم مصر: theirs whose will it is.
        let led = clitics.has(Clitics::BI) || clitics.has(Clitics::LI);
        let undertaken = || self.clause.is_undertaken(at) || self.clause.asked_to_end(at).is_some();
        if backing && (thanked || !led && self.clause.resolved_on(at).is_empty() && !undertaken()) {
            return self.fails(Why::BareBacking);
        }
        // واصل انتقاد فلان, but أثار انتقاد فلان
        let stance = matches!(
            trigger.predicate,
            Some(Predicate::Criticised | Predicate::Threatened | Predicate::Praised | Predicate::DemandedOf)
        );
        let undergone = stance && trigger.subject == [Slot::Doer] && trigger.object == [Slot::Genitive];
        if undergone && !undertaken() && !(clitics.has(Clitics::BI) && self.clause.is_charged_with(at)) {
            return self.fails(Why::BareBacking);
        }
        // اتهمت حماس إسرائيل باغتيال قائد, but أدان اغتيال قائد: who only speaks of it has killed nobody.
        let killed = trigger.subject == [Slot::Doer]
            && trigger.predicate == Some(Predicate::Attacked)
            && trigger.object == [Slot::Genitive]
            && !trigger.flags.place;
        if killed && !(clitics.has(Clitics::BI) && self.clause.is_charged_with(at)) {
            return self.fails(Why::BareBacking);
        }
        // قال شكري إن إثيوبيا تحاول اتهام مصر بالعرقلة: with what another charges somebody, the speaker does not.
        if trigger.subject == [Slot::Speaker] && clitics.has(Clitics::BI) && self.clause.is_in_charge(at) {
            return self.fails(Why::AnotherSense);
        }
        // استدعت كولومبيا وتشيلي سفيريهما للتشاور: with their envoys.
        if trigger.predicate == Some(Predicate::TalkedWith) && clitics.has(Clitics::LI) && self.clause.calls_in(at) {
            return self.fails(Why::AnotherSense);
        }
        // "Safadi and Hassan attended the meeting"
        if trigger.predicate == Some(Predicate::Met) && self.clause.is_attended_by_several(at) {
            return self.fails(Why::AnotherSense);
        }
        // إدارة عملية الانتخابات: a process of something, and no use of force.
        let process = trigger.flags.force
            && matches!(shape, Shape::Noun { definite: false, owner: None })
            && self.clause.units.get(at + 1).is_some_and(|next| next.kind == Kind::Word)
            && self.clause.shapes[at + 1].article;
        if process {
            return self.fails(Why::AnotherSense);
        }
        if self.is_untold(at, trigger, shape) {
            return self.fails(Why::ToldToNobody);
        }
        if let Some(found) = self.by_agent(at, trigger) {
            return self.seated(Some(found), Seat::PassiveAgent, Seat::PassivePatient);
        }
        // خاض الجيش والمتمردون حربا: fought by two, and against nobody else.
        let between = trigger.flags.mutual && trigger.predicate == Some(Predicate::Attacked);
        if between && !self.fights_each_other(at) {
            return self.fails(Why::NotToEachOther);
        }
        if let Some(found) = self.exchange(at, trigger) {
            return self.seated(Some(found), Seat::Exchange, Seat::Exchange);
        }
        // الزيارة المرتقبة لزيدان: whose journey it is, not to whom.
        let definite = matches!(shape, Shape::Noun { definite: true, owner: None });
        if definite && trigger.is_journey() && trigger.flags.human && trigger.subject.first() == Some(&Slot::Control) {
            return self.fails(Why::WhoseJourney);
        }
        // شنت إسرائيل غارات خلال زيارة تضامنية لقنديل: where no verb says that somebody makes it.
        let visits = trigger.is_journey() && trigger.flags.human && trigger.subject.first() == Some(&Slot::Control);
        if visits && self.is_made_by_guest(at) {
            return self.fails(Why::WhoseJourney);
        }
        // قال لافروف إن لقاء بوتين وبايدن مفيد: the two of a meeting that opens its clause met each other.
        let another =
            trigger.subject.first() == Some(&Slot::Control) && trigger.object.first() == Some(&Slot::Genitive);
        if another && (self.clause.names_both(at) || self.clause.names_another(at)) {
            return self.fails(Why::MeetingOfBoth);
        }
        let suffix = matches!(shape, Shape::Verb { object: Some(_), .. });
        let (subject, slot) = if trigger.flags.event && trigger.subject.contains(&Slot::Object) {
            let gathered = self.fit(trigger, &trigger.subject, self.gathered(at, suffix, shape));
            let gathered = Some(gathered).filter(|found| !found.is_empty());
            if let Some(found) = &gathered {
                self.seat(Side::Subject, Seat::Gathered, found);
            }
            (gathered.or_else(|| self.fails(Why::NoSubject))?, Slot::Object)
        } else {
            self.slot(at, trigger, &trigger.subject, shape, None).or_else(|| self.fails(Why::NoSubject))?
        };
        if trigger.flags.weak
            && subject.carried
            && !self.is_coordinated(at, &subject)
            && !self.clause.acts_on_other(at, &subject.list)
            && !(self.clause.serves(at) && subject.list.len() == 1)
            && !((self.clause.demands_clearly(at) || self.clause.is_resumed(at) && !trigger.flags.direct)
                && subject.list.len() == 1)
        {
            // وقطعت علاقاتها مع طهران: but where the object is another country's, and nobody else can have done it.
            if !self.does_abroad(at, trigger, shape, &subject) {
                return self.fails(Why::CarriedSubject);
            }
        }
        if self.is_invited_to_talks(at, trigger) || self.is_invited_to_deed(at, trigger) {
            return self.fails(Why::AnotherSense);
        }
        if self.is_unnamed(at, trigger, &subject) {
            return self.fails(Why::UnnamedSubject);
        }
        if !fits_participle(shape, &subject) && !self.clause.comes_by(at) {
            return self.fails(Why::Disagrees);
        }
        if trigger.object.first() == Some(&Slot::Same) {
            // بحث كيري وهيغل هاتفيا مع نظيريهما: with others than each other.
            let with_others = || {
                let next = self.clause.skip_adverbials(subject.end.max(at + 1));
                next < self.clause.units.len() && self.clause.is_preposition_of(next, "مع")
            };
            if trigger.predicate == Some(Predicate::TalkedWith)
                && self.reader.lang == Lang::Ar
                && self.clause.units[at].kind == Kind::Verb
                && with_others()
            {
                return self.fails(Why::NotToEachOther);
            }
            let told = !trigger.flags.assets || self.withholds(at, trigger, subject.end);
            let several = subject.list.len() > 1 && !subject.group;
            // "the strategic partnership between Japan and Chile is strong": nobody has made it here.
            if trigger.flags.needs == Some(Class::Founding) && self.means_another(at, trigger, shape, &subject) {
                return self.fails(Why::AnotherSense);
            }
            if !told || !several {
                return self.fails(if told { Why::OnlyOne } else { Why::NothingWithheld });
            }
            if let Some((one, others)) = self.clause.opposed_by_each(&subject) {
                return self.seated(Some((one, Some(others))), Seat::EachOther, Seat::EachOther);
            }
            return Some((subject, None));
        }
        if self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Threatened)
            && self.clause.units[at].kind == Kind::Verb
        {
            let threatened = self.fit(trigger, &trigger.object, self.clause.threatened_by_deed(at));
            if !threatened.is_empty() && threatened.list != subject.list {
                return self.seated(Some((subject, Some(threatened))), Seat::BeforeClause, Seat::BeforeClause);
            }
        }
        let hosts = trigger.predicate == Some(Predicate::Hosted) && self.clause.units[at].kind == Kind::Verb;
        let guests = if hosts { self.clause.guests_of_meeting(at, &subject) } else { None };
        let found = self.slot(at, trigger, &trigger.object, shape, Some(&subject)).map(|(object, slot)| {
            let letter = trigger.predicate == Some(Predicate::WroteTo);
            let object = if letter { self.clause.not_to_own_envoy(at, &subject, object) } else { object };
            (if stance { self.clause.with_joined_nations(object) } else { object }, slot)
        });
        let host = || self.land_come_to(at, trigger, &subject).map(|land| (land, Slot::Object));
        let asked =
            || self.clause.asked_in_letter(at, trigger, subject.end.max(at + 1)).map(|found| (found, Slot::Object));
        match found.filter(|(object, _)| !object.is_empty()).or_else(host).or_else(asked) {
            // استقبله الرئيس قبل أن يجتمع بنظيره فلان: the guest, whose counterpart no compatriot of the host is.
            Some((object, _)) if let Some(guest) = self.clause.guest_of_compatriots(at, trigger, &subject, &object) => {
                Some((guest, Some(object)))
            }
            Some((object, _)) if self.out_of_order(trigger, &subject, &object) => self.fails(Why::OutOfOrder),
            // زيارة هي الأولى لمسؤول سوري: whose visit it is, and not where it goes.
            Some((object, Slot::Prep(_))) if trigger.is_journey() && self.is_of_some_official(&object) => {
                self.fails(Why::WhoseJourney)
            }
            Some((object, _)) if trigger.is_journey() && self.is_of_legs_ahead(at, object.end) => {
                self.fails(Why::WhoseJourney)
            }
            Some((object, Slot::Prep(_))) if self.is_war_of(at, trigger, (slot, &subject), &object) => {
                self.fails(Why::AnotherSense)
            }
            // "waging war on Tehran's behalf"
            Some((object, Slot::Prep(_))) if self.is_on_behalf(object.end) => self.fails(Why::AnotherSense),
            Some((_, Slot::Prep(id))) if self.clause.is_hit_by_unnamed(at, trigger, id) => {
                self.fails(Why::UnnamedSubject)
            }
            // الاعتراف بالقدس عاصمة لإسرائيل: whose capital it is recognised to be.
            Some((object, _))
                if trigger.flags.sense == Some(Sense::Recognises)
                    && let Some(owner) = self.clause.recognised_capital(object.end) =>
            {
                Some((subject, Some(owner)))
            }
            // وجدد الوزير دعم بلاده: it supports, and is not supported.
            Some((object, Slot::Genitive))
                if trigger.predicate == Some(Predicate::Supported)
                    && self.clause.units.get(at + 1).is_some_and(|next| next.is(Class::OwnLand))
                    && !self.clause.are_apart(&subject.list, &object.list) =>
            {
                self.fails(Why::AnotherSense)
            }
            // استمع المجلس إلى إحاطة المبعوث: who gives it, and not to whom it is given.
            Some((_, Slot::Genitive | Slot::Prep(_)))
                if trigger.predicate == Some(Predicate::Briefed)
                    && trigger.subject.contains(&Slot::Control)
                    && self.clause.is_heard(at) =>
            {
                self.fails(Why::AnotherSense)
            }
            Some((object, _)) if self.is_another_sense(at, trigger, object.end) => self.fails(Why::AnotherSense),
            Some((object, _)) if self.is_meeting_of_others(at, trigger, &object) => self.fails(Why::AnotherSense),
            Some(_) if trigger.visits_people() && !self.clause.visits_somebody(at) => self.fails(Why::WhoseJourney),
            Some((object, _)) if !self.is_of_kind(trigger, &subject, &object) => self.fails(Why::WrongKind),
            Some((object, _)) if self.is_driven_out(trigger, &object) => self.fails(Why::AnotherSense),
            Some((object, slot))
                if trigger.predicate.is_some_and(|predicate| predicate.family() != Family::Contact)
                    && self.clause.is_topic_with(at, slot, &object) =>
            {
                self.fails(Why::AnotherSense)
            }
            Some((object, _))
                if trigger.subject.first() == Some(&Slot::Speaker) && !self.is_charge(at, trigger, &object) =>
            {
                self.fails(Why::NoCharge)
            }
            Some((object, slot))
                if trigger.predicate == Some(Predicate::DemandedOf)
                    && slot != Slot::Actor
                    && (trigger.flags.invites
                        || self.clause.units[at].kind != Kind::Verb
                        || self.reader.lang == Lang::En)
                    && (self.clause.invites(at + 1, object.end)
                        || self.clause.invites_to_attend(at + 1, &object)
                        || self.clause.calls_to_place(at, object.end)) =>
            {
                self.fails(Why::Invites)
            }
            Some(_) if self.bids_to_deed(at, trigger, &subject) => self.fails(Why::AnotherSense),
            // محادثات أشرف عليها بين مصر وقطر: nobody mediates between himself and another.
            Some((object, _))
                if trigger.predicate == Some(Predicate::Mediated)
                    && self.clause.units[at].kind == Kind::Verb
                    && object.list.len() > 1
                    && subject.list.iter().any(|own| object.list.iter().any(|party| party.span == own.span)) =>
            {
                self.fails(Why::SameParties)
            }
            Some((object, _)) if self.reader.lang == Lang::En && object.list == subject.list => {
                if self.is_to_each_other(at, &object) {
                    // "met each other": each pair once.
                    let once = trigger.predicate.is_some_and(Predicate::is_symmetric) || trigger.flags.either;
                    return Some((subject, (!once).then_some(object)));
                }
                self.fails(Why::SameParties)
            }
            // وهو ما نددت به كل من مصر والسودان: what is condemned is neither of those who condemn it.
            Some((object, _)) if self.doubles(at, trigger, &subject, &object) => self.fails(Why::SameParties),
            Some((object, _)) if self.is_naming(trigger, &object) => self.fails(Why::Naming),
            Some((object, _)) if !self.sees(trigger, &object) => self.fails(Why::SeesNobody),
            Some(_) if self.is_plea(at, trigger, subject.end) => self.fails(Why::Plea),
            Some((object, _)) if self.is_of_victim(at, trigger, &object) => self.fails(Why::OfVictim),
            Some((object, _)) if trigger.flags.assets && !self.withholds(at, trigger, object.end) => {
                self.fails(Why::NothingWithheld)
            }
            Some((object, _)) if self.means_another(at, trigger, shape, &object) => self.fails(Why::AnotherSense),
            Some((object, _)) if trigger.predicate == Some(Predicate::Seized) && self.reader.lang == Lang::Ar => {
                Some((subject, Some(self.clause.further_ground(object))))
            }
            // أعرب لنظيره عن شكره: what is said to him is thanks.
            Some((object, _))
                if trigger.predicate == Some(Predicate::Briefed)
                    && trigger.flags.near
                    && self.clause.tells_thanks(object.end) =>
            {
                self.fails(Why::AnotherSense)
            }
            // "insisted that Turkey withdraw"
            Some((object, slot))
                if trigger.flags.infinitive
                    && !self.asks(object.end)
                    && !(slot == Slot::Complement && self.clause.is_subjunctive(&object)) =>
            {
                self.fails(Why::NoInfinitive)
            }
            // "wanted Trump to meet Zelensky": a wish that others meet.
            Some((object, _)) if self.wishes_contact(at, trigger, object.end) => self.fails(Why::AnotherSense),
            // "Salehi later called on the Grand Imam, and": a visit, where nothing is asked.
            Some((object, _)) if trigger.flags.sense == Some(Sense::Demands) && self.calls_at(&object) => {
                self.fails(Why::NoInfinitive)
            }
            Some((object, _)) if trigger.flags.sense == Some(Sense::PaysCall) && !self.pays_call(at, &object) => {
                self.fails(Why::SeesNobody)
            }
            // "will carry a letter from Maliki": who takes it to another.
            Some((_, Slot::Control)) if self.reader.lang == Lang::En && self.carries_letter(at, trigger) => {
                self.fails(Why::ToldToNobody)
            }
            // "a decision to leave Syria", "left France out"
            Some((object, _))
                if trigger.flags.abroad && trigger.object == [Slot::Object] && !self.leaves(at, object.end) =>
            {
                self.fails(Why::AnotherSense)
            }
            // "called Putin on Monday"
            Some((object, _))
                if trigger.flags.sense == Some(Sense::Names)
                    && !self.clause.calls_names(object.end, trigger.predicate == Some(Predicate::Praised)) =>
            {
                self.fails(Why::Naming)
            }
            // "told Japan not to": an order, which a row of its own tells.
            // "told Netanyahu that he must stop"
            Some((object, _))
                if trigger.flags.sense == Some(Sense::Informs)
                    && (self.orders(object.end) || self.bidden_to(at + 1).is_some()) =>
            {
                self.fails(Why::AnotherSense)
            }
            Some((object, _)) if trigger.flags.sense == Some(Sense::Limits) && !self.grants_time(object.end) => {
                self.fails(Why::AnotherSense)
            }
            Some((object, _)) if self.takes_people(trigger, object.end) => self.fails(Why::AnotherSense),
            // "vowed an answer to Syrian gunfire", "condemned Egypt to defeat"
            Some((object, _)) if self.vows_answer(at, trigger, object.end) => self.fails(Why::AnotherSense),
            // "gave Iran an ultimatum"
            Some((object, _)) if trigger.predicate == Some(Predicate::Aided) && self.menaces(at, object.end) => {
                self.fails(Why::AnotherSense)
            }
            // "a visit to the G7 summit": who attends one visits nobody.
            Some((object, _)) if trigger.is_journey() && self.is_of_meeting(&object) => self.fails(Why::AnotherSense),
            Some(_) if trigger.flags.heads && !self.heads_delegation(at) => self.fails(Why::NoDelegation),
            Some((object, _)) if trigger.is_journey() && self.clause.units[at].kind == Kind::Verb => {
                Some((self.clause.with_company_behind(at, subject), Some(object)))
            }
            Some((object, _)) if trigger.flags.sense == Some(Sense::Summons) => {
                Some((subject, Some(self.clause.senders_of_envoys(object))))
            }
            Some((object, _)) => Some((subject, Some(object))),
            None if self.is_like_before(at, trigger, &subject) => {
                Some((subject.clone(), self.like_before(at, trigger, &subject)))
            }
            None if guests.is_some() => {
                guests.iter().for_each(|found| self.seat(Side::Object, Seat::Gathered, found));
                Some((subject, guests))
            }
            None if trigger.object.contains(&Slot::Object)
                && (trigger.predicate?.family() == Family::Contact || self.needs_object(at, trigger, &subject))
                // وخاطب زيلينسكي القمة: whom one addresses may have no name.
                && trigger.predicate != Some(Predicate::WroteTo)
                && self.clause.stands_behind(at, &subject)
                && !(trigger.flags.needs.is_some() && self.means_another(at, trigger, shape, &subject))
                && !self.clause.acts_on_word(subject.end)
                && !self.clause.has_guest_behind(subject.end)
                && !self.has_others_behind(trigger, subject.end)
                && !self.object(at, trigger, shape, None).opaque =>
            {
                // حيث التقى بطرس غالي: of a verb that needs both, the one party behind it is the object of the one before.
                let before = self.clause.subject_before_clause(at).or_else(|| self.fails(Why::NoObject))?;
                let object = self.fit(trigger, &trigger.object, subject);
                let subject = self.fit(trigger, &trigger.subject, before);
                if object.is_empty() || subject.is_empty() {
                    return self.fails(Why::NotAllowed);
                }
                self.seated(Some((subject, Some(object))), Seat::BeforeClause, Seat::Swapped)
            }
            None if trigger.is_journey() && trigger.subject.contains(&Slot::Control) => {
                let stay = Some(self.clause.place_of_visit(at)).filter(|found| !found.is_empty());
                let place = self.fit(trigger, &trigger.object, stay.unwrap_or_else(|| self.clause.stay(at)));
                if place.is_empty() {
                    return self.fails(Why::NoObject);
                }
                self.seat(Side::Object, Seat::Stay, &place);
                Some((subject, Some(place)))
            }
            None if matches!(trigger.flags.sense, Some(Sense::Sees | Sense::PaysCall)) => self.fails(Why::SeesNobody),
            // "Kerry and Hagel met with ministers": others than each other.
            None if self.has_unnamed_behind(at, trigger) => self.fails(Why::NotToEachOther),
            None => {
                let pairs = trigger.predicate.is_some_and(Predicate::is_symmetric)
                    || trigger.flags.either && trigger.predicate?.family() == Family::Contact
                    || trigger.object.contains(&Slot::Same);
                // "the two agreed to meet again": whose aim it is.
                // "France and the UN have called on the rebels": no call between them.
                let called_by = trigger.flags.weak && trigger.flags.either && self.clause.units[at].kind == Kind::Verb;
                let bound = self.clause.binds(at) || self.clause.binds_to_hold(at) || self.clause.is_tried_by_both(at);
                // أبلغ أردوغان ماكرون بالأمر عندما التقيا: the dual says of both that they did it.
                let dual = subject.list.len() == 2 && self.clause.is_dual_verb(at);
                let with = self.clause.is_accompanied(at, &subject);
                let own = (!subject.carried || bound || dual || with) && subject.list.len() > 1 && !called_by;
                if !pairs || !own || !self.reciprocal(at, trigger, slot) {
                    return self.fails(if pairs && own { Why::NotToEachOther } else { Why::NoObject });
                }
                if with && subject.list.len() > 2 {
                    return subject.first_and_others();
                }
                // "The three agreed": who all met each other agreed with each other.
                if !subject.group || self.clause.sat_together(&subject.list) {
                    return Some((Parties { group: false, ..subject }, None));
                }
                // "They agreed": who called each of the others agreed with each.
                let (first, others) = subject.list.split_first().filter(|_| self.reader.lang == Lang::En)?;
                let met = &self.clause.memory.others;
                let mut others = others.to_vec();
                if !met.iter().any(|party| party.referent == first.referent) {
                    others.retain(|party| met.is_empty() || met.iter().any(|other| other.referent == party.referent));
                }
                let others = Parties { list: others, ..subject.clone() };
                self.seat(Side::Object, Seat::EachOther, &others);
                Some((Parties { list: vec![*first], ..subject.clone() }, Some(others)))
            }
        }
    }

    /// طرد إيران من سورية: who drives a country's forces out of another punishes it no more than that.
    fn is_driven_out(&self, trigger: &Trigger, object: &Parties) -> bool {
        let [party] = object.list.as_slice() else { return false };
        let from = self.clause.knowledge.lexicon.preposition_id("من");
        let land = |at: usize| {
            self.clause
                .unit_phrase(at)
                .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place))
        };
        trigger.predicate == Some(Predicate::Sanctioned)
            && trigger.object == [Slot::Genitive]
            && party.kind == PhraseKind::Country
            && object.end > 0
            && self.clause.bare_party(object.end - 1)
            && from.is_some_and(|from| object.end < self.clause.units.len() && self.clause.governs(object.end, from))
            && land(object.end + 1)
    }

    /// Returns whether an English verb of leaving a place tells that somebody was there: not "decided to leave Syria", nor "left
    /// France out".
    fn leaves(&self, at: usize, end: usize) -> bool {
        if self.reader.lang != Lang::En || self.clause.units[at].kind != Kind::Verb {
            return true;
        }
        let apart = self.clause.units.get(end).filter(|unit| !unit.is_mark()).is_some_and(|unit| {
            matches!(self.tokens.form(&self.tokens.tokens[unit.start]), b"out" | b"off" | b"behind" | b"alone")
        });
        self.clause.verb_form(at) != VerbForm::Infinitive && !apart
    }

    /// Notes who stands where the row has no slot.
    fn seat(&self, side: Side, seat: Seat, parties: &Parties) {
        if let Some(trace) = self.clause.trace {
            trace.slot(side, Place::Seat(seat), &parties.list, parties);
        }
    }

    /// Returns a frame, and notes where its parties stand, which is in no slot of the row.
    pub(super) fn seated(
        &self,
        frame: Option<(Parties, Option<Parties>)>,
        subject: Seat,
        object: Seat,
    ) -> Option<(Parties, Option<Parties>)> {
        let (who, whom) = frame?;
        self.seat(Side::Subject, subject, &who);
        if let Some(whom) = &whom {
            self.seat(Side::Object, object, whom);
        }
        Some((who, whom))
    }

    /// "was invited to Cairo", "was invited by Putin": who would travel is the subject of the passive.
    fn invited(&self, at: usize, trigger: &Trigger) -> Option<(Parties, Option<Parties>)> {
        let bidden = self.reader.lang == Lang::En && trigger.is_journey() && trigger.subject == [Slot::Object];
        let guest = self.clause.subjects[at].clone().filter(|guest| bidden && !guest.carried)?;
        let guest = self.fit(trigger, &trigger.subject, guest);
        let behind = |word: &str| {
            let preposition = self.clause.knowledge.lexicon.preposition_id(word)?;
            let found = self.clause.behind(at, at + 1, preposition, false, None);
            Some(self.fit(trigger, &trigger.object, found)).filter(|found| !found.is_empty())
        };
        let place = behind("to").or_else(|| behind("by"))?;
        (!guest.is_empty()).then_some((guest, Some(place)))
    }

    /// قصف حلب من قبل روسيا, انتُقد ماكرون من جانب تركيا: an agent behind the word makes its subject or genitive the object.
    fn by_agent(&self, at: usize, trigger: &Trigger) -> Option<(Parties, Option<Parties>)> {
        let one_way = trigger.predicate.is_some_and(|predicate| {
            predicate.family() != Family::Contact || matches!(predicate, Predicate::Hosted | Predicate::Briefed)
        });
        if self.reader.lang != Lang::Ar || !one_way || trigger.object.first() == Some(&Slot::Same) {
            return None;
        }
        let agent = self.clause.passive_agent(at)?;
        if self.clause.has_both_sides(at) {
            return None;
        }
        let agent = self.fit(trigger, &trigger.subject, agent);
        let patient = match self.clause.units[at].kind {
            Kind::Verb if trigger.object.contains(&Slot::Object) => {
                let subject = self.clause.subjects[at].clone().filter(|found| !found.is_empty());
                match subject {
                    Some(own) if !own.carried => own,
                    // وصل إلى باماكو واستقبل من طرف الرئيس: nobody else stands between, so it is done to who was named before.
                    Some(carried) if self.clause.agent_is_next(at) => carried,
                    _ => self.clause.object(at + 1, true),
                }
            }
            // خلال استقباله من قبل الرئيس: the pronoun is of who was received.
            Kind::Noun if trigger.object.contains(&Slot::SecondGenitive) && self.clause.units[at].owner().is_some() => {
                self.clause.suffix(at)
            }
            Kind::Noun if trigger.object.contains(&Slot::SecondGenitive) => Some(self.clause.genitive(at))
                .filter(|found| !found.is_empty())
                .unwrap_or_else(|| self.clause.object(at + 1, true)),
            Kind::Noun => Parties::default(),
            _ => return None,
        };
        let noun = self.clause.units[at].kind == Kind::Noun;
        let patient = if noun && patient.is_empty() { self.suffered_from(at, trigger, &agent) } else { patient };
        let patient = self.fit(trigger, &trigger.object, patient);
        (!agent.is_empty() && !patient.is_empty()).then_some((agent, Some(patient)))
    }

    /// الاعتداء على السفارة من قبل متظاهرين, الهجوم على غزة من جانب إسرائيل: on whom a deed is done, behind the noun's own preposition and
    /// before who does it.
    fn suffered_from(&self, at: usize, trigger: &Trigger, agent: &Parties) -> Parties {
        let deed = matches!(
            trigger.predicate,
            Some(Predicate::Attacked | Predicate::Sanctioned | Predicate::Criticised | Predicate::Threatened)
        );
        let behind: Vec<Slot> = trigger.object.iter().copied().filter(|slot| matches!(slot, Slot::Prep(_))).collect();
        let whose = trigger.subject.contains(&Slot::Genitive);
        let found = if deed && whose && !agent.is_empty() {
            self.slot(at, trigger, &behind, Shape::Noun { definite: true, owner: None }, None)
        } else {
            None
        };
        found.map(|(found, _)| found).filter(|found| found.end < agent.end).unwrap_or_default()
    }

    /// Whom a meeting gathers: لقاء جمعهما, جمع لقاء فلانا بفلان, اللقاء الذي جمع فلانا بفلان.
    fn gathered(&self, at: usize, suffix: bool, shape: Shape) -> Parties {
        let clause = self.clause;
        let subject = clause.subjects[at].as_ref().filter(|found| !found.carried && !found.is_empty());
        match (suffix, shape, subject) {
            (true, Shape::Verb { object: Some(pronoun), .. }, _) => {
                Parties::new(clause.antecedent(at, pronoun), 0.75, at + 1)
            }
            // What reads as its subject is its object: the meeting stands before it.
            (_, _, Some(subject)) if clause.behind_event(at) == at + 1 && subject.end > at + 1 => {
                clause.with_joined(subject.clone())
            }
            _ => clause.with_joined(clause.object(clause.behind_event(at), false)),
        }
    }

    /// Returns whether several subjects with no other party did it to each other: التقى فلان وفلان, not تحدث فلان وفلان.
    fn reciprocal(&self, at: usize, trigger: &Trigger, slot: Slot) -> bool {
        if self.reader.lang == Lang::En {
            return self.is_mutual(at, trigger);
        }
        let unit = &self.clause.units[at];
        if matches!(slot, Slot::Subject | Slot::Control) && self.is_with_others(at) {
            return false;
        }
        // وأكد الوزيران أهمية الحوار: of any dialogue, and not of one that they hold.
        let before = at.checked_sub(1).map(|before| &self.clause.units[before]);
        let valued = before.is_some_and(|word| word.phrase().is_none() && word.is(Class::Possible));
        if valued && unit.kind == Kind::Noun && unit.is_definite_noun() && unit.owner().is_none() {
            return false;
        }
        // ودعا القادة الثلاثة إلى قمة: nor what they only call for.
        if unit.kind == Kind::Noun && slot == Slot::Control && self.clause.calls_for_meeting(at) {
            return false;
        }
        // أكدت فرنسا وألمانيا دعمهما للمفاوضات: what both back need not be theirs.
        let backed = before.is_some_and(|noun| noun.kind == Kind::Noun && noun.owner().is_some());
        if backed && unit.kind == Kind::Noun && unit.clitics.has(Clitics::LI) {
            return false;
        }
        // طلبوا منه مقابلتهم: whom he is to see.
        if unit.kind == Kind::Noun && self.is_seen_by_another(at) {
            return false;
        }
        match (unit.kind, slot) {
            // يبحثان هاتفيا: how they did it.
            (Kind::Noun, Slot::Control) if trigger.is_manner() => true,
            (Kind::Noun, Slot::Control) => self.clause.is_theirs(at, trigger.predicate == Some(Predicate::AgreedWith)),
            (Kind::Noun, _) => true,
            _ => trigger.object.contains(&Slot::Same),
        }
    }

    /// مقابلتهم, but مقابلتهما: whether the pronoun of several may stand for whom somebody else meets.
    fn is_seen_by_another(&self, at: usize) -> bool {
        let unit = &self.clause.units[at];
        let several = unit.owner().is_some_and(|owner| owner.number == Number::Plural);
        let row = |form: &crate::lexicon::Form| self.clause.knowledge.lexicon.trigger(form.trigger);
        several && unit.forms.iter().any(|form| row(form).flags.weak && row(form).object.contains(&Slot::Suffix))
    }

    /// اجتمع فلان وفلان مع ضباط: whether they did it with others, whom the text does not name to us.
    fn is_with_others(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let clause = self.clause;
        let with = clause.knowledge.lexicon.preposition_id("مع");
        let own =
            clause.subjects[at].as_ref().filter(|found| !found.carried).map_or(at + 1, |found| found.end.max(at + 1));
        (own..clause.units.len().min(own + REACH))
            .take_while(|&unit| {
                !clause.limit(unit) && !clause.units[unit].is_mark() && clause.units[unit].kind != Kind::Noun
            })
            .any(|unit| clause.units[unit].has(|class| matches!(class, Class::Prep(id) if Some(id) == with)))
    }

    /// أن يلتقي كيري مع رموز المعارضة, كما التقى الوزير بالعاملين: whether the preposition stands behind whom a verb has right
    /// behind it that takes whom he meets, named or not.
    fn has_others_behind(&self, trigger: &Trigger, end: usize) -> bool {
        let with = self.clause.knowledge.lexicon.preposition_id("ب");
        let takes = |at| {
            trigger.object.iter().any(|slot| {
                matches!(slot, Slot::Prep(id) if self.clause.governs(at, *id) || Some(*id) == with && self.clause.is_with_people(at))
            })
        };
        self.reader.lang == Lang::Ar && (takes(end) || takes(self.clause.skip_adverbials(end)))
    }

    /// How much a subject of an earlier sentence is worth: those who speak and travel are the ones a story follows, those
    /// who demand or attack are more often somebody whom the sentence leaves out.
    ///
    /// كما اتهم إيران: a verb that opens an Arabic sentence and has its object right behind it leaves nobody out.
    pub(super) fn reach(&self, predicate: Predicate, party: &Party, subject: &Parties, at: usize) -> f64 {
        const EARLIER: f64 = 0.8;
        let arabic = self.reader.lang == Lang::Ar;
        // The two presidents, whoever they are, are named here.
        let here = arabic && !subject.carried && self.clause.units[at].kind == Kind::Verb;
        let opens = arabic && self.opens_sentence(at) && self.clause.goes_on_without_subject(at);
        let stance = predicate.family() != Family::Contact;
        // وأضاف أنه شكره: nor where he acts on the other of the two who met.
        let opens = opens || arabic && self.clause.acts_on_other(at, &subject.list);
        if stance && self.is_earlier(party) && !here && !opens { EARLIER } else { 1.0 }
    }

    /// Returns whether a party was named in an earlier sentence.
    pub(super) fn is_earlier(&self, party: &Party) -> bool {
        let Some(first) = self.clause.units.first().map(|unit| unit.start) else { return false };
        let start = self.tokens.tokens[first].span.start;
        party.span.is_some_and(|span| span.end <= start)
    }

    /// وقطعت علاقاتها مع طهران, وقد وقع مع بوتين اتفاقية: whether a verb whose subject was named before goes on right away with what is that
    /// subject's own, or with the preposition it takes, and has another country, or somebody of another country, for its object.
    fn does_abroad(&self, at: usize, trigger: &Trigger, shape: Shape, subject: &Parties) -> bool {
        let units = self.clause.units;
        let [own] = subject.list.as_slice() else { return false };
        let takes = |slot: &Slot| matches!(slot, Slot::Prep(id) if self.clause.governs(at + 1, *id));
        let Some(next) = units.get(at + 1) else { return false };
        let certain = if trigger.flags.assets {
            let last = &self.tokens.tokens[next.end - 1];
            let pronoun = matches!(self.tokens.form(last), [.., HEH] | [.., HEH, ALEF]) && !last.teh_marbuta;
            // وعلق عضوية مالي: what a body withholds is not its own.
            let member = self.kind_of(own.referent) == EntityKind::Organisation && next.is(Class::Asset);
            next.phrase().is_none() && (next.owner().is_some() || pronoun || member)
        } else {
            next.is_preposition() && trigger.object.iter().any(takes)
        };
        let opens = units[at].clitics.has_conjunction()
            || at.checked_sub(1).is_none_or(|before| {
                let unit = &units[before];
                unit.is_mark()
                    || unit.phrase().is_none()
                        && unit.has(|class| matches!(class, Class::Conj | Class::ListMore | Class::Qad))
            });
        let verb = self.reader.lang == Lang::Ar && units[at].kind == Kind::Verb;
        if !(verb && certain && opens) || trigger.is_journey() {
            return false;
        }
        let Some((object, _)) = self.slot(at, trigger, &trigger.object, shape, Some(subject)) else { return false };
        let home = self.land_of(own);
        let body = home.is_none() && self.kind_of(own.referent) == EntityKind::Organisation;
        (home.is_some() || body)
            && object.list.iter().all(|party| self.land_of(party).is_some_and(|land| Some(land) != home))
    }

    /// رحبت بها كل من مصر والسودان, رحبت بالاتفاق مصر والسودان: whether several stand behind an Arabic verb and what it is about, read
    /// as those who do it and, with a predicate that is not for each other, as those to whom it is done.
    fn doubles(&self, at: usize, trigger: &Trigger, subject: &Parties, object: &Parties) -> bool {
        self.reader.lang == Lang::Ar
            && subject.list.len() > 1
            && subject.list == object.list
            && self.clause.units[at].kind == Kind::Verb
            && !trigger.flags.mutual
            && !trigger.object.contains(&Slot::Same)
            && trigger.predicate.is_some_and(|predicate| !predicate.is_symmetric())
    }

    /// The country that a party is, or is of.
    pub(super) fn land_of(&self, party: &Party) -> Option<EntityId> {
        match party.referent {
            Referent::Known(key) if self.kind_of(party.referent) == EntityKind::Country => Some(key),
            referent => self.reader.country_of(referent),
        }
    }

    /// Returns whether nothing but conjunctions and adverbs stands before a verb in its sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        let before = &self.clause.units[..at];
        before.iter().all(|unit| {
            unit.kind == Kind::Function
                && unit.has(|class| matches!(class, Class::Conj | Class::Skip | Class::ListMore | Class::Qad))
        })
    }

    /// انتقد كيري سوريا وطالب إيران بـ: a verb joined to the one whose subject it shares, in one sentence.
    fn is_coordinated(&self, at: usize, subject: &Parties) -> bool {
        // زارت إسطنبول قبل أن تنتقل إلى أنقرة
        let next = at > 0 && self.clause.units[at - 1].is(Class::Ahead) || self.journeys_on(at);
        self.reader.lang == Lang::Ar
            && (next || self.clause.units[at].clitics.has_conjunction())
            && self.clause.goes_on_without_subject(at)
            && subject.list.iter().all(|party| !self.is_earlier(party))
    }

    /// وصل إلى إسرائيل في مستهل جولة تقوده إلى مصر: whether a verb of the present before `end` tells the legs of a journey beside what has
    /// been done, which are still ahead.
    fn is_of_legs_ahead(&self, at: usize, end: usize) -> bool {
        let units = self.clause.units;
        let beside = at.checked_sub(1).is_some_and(|before| units[before].is(Class::Circumstance));
        beside
            && units[at].kind == Kind::Noun
            && (at + 1..end).any(|verb| {
                units[verb].kind == Kind::Verb
                    && units[verb].tense() == Some(Tense::Present)
                    && self.clause.tells_legs(verb)
            })
    }

    /// زار دمشق ثم انتقل إلى أنقرة, يزور دمشق على أن ينتقل: whether a verb of travel tells what comes after a meeting or journey that the
    /// verb or noun before it tells.
    fn journeys_on(&self, at: usize) -> bool {
        const REACH: usize = 14;
        let units = self.clause.units;
        let Some(opener) = at.checked_sub(1) else { return false };
        let then = units[opener].is(Class::Conj)
            || opener > 0 && units[opener].is(Class::Complement) && units[opener - 1].is_preposition();
        let event = |told| matches!(told, Predicate::Visited | Predicate::Met | Predicate::Hosted);
        then && self.clause.tells(at, |told| told == Predicate::Visited)
            && (opener.saturating_sub(REACH)..opener)
                .rev()
                .take_while(|&before| !units[before].is_stop())
                .find(|&before| matches!(units[before].kind, Kind::Verb | Kind::Noun))
                .is_some_and(|before| self.clause.tells(before, event))
    }
}
