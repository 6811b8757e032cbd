//! Looks for who fills a slot of a frame: where each slot stands in the sentence.
//!
//! Whether what stands there may fill it is asked of `fit`; which slots a frame has, and what its two sides say of each
//! other, of `fill`.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::trace::{Place, Side};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Form, Pos, Predicate, PrepId, Shape, Slot, Status, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Sentence<'_> {
    /// Tries the slots in order; the first that yields a party counts.
    ///
    /// "weapons supplied by Turkey to Sarraj": to whom goes what an English passive of help says that somebody gave.
    pub(super) fn got_from(&self, trigger: &Trigger, agent: &Parties) -> Option<Parties> {
        let clause = self.clause;
        let help = trigger.predicate == Some(Predicate::Aided) && self.reader.lang == Lang::En && !agent.is_empty();
        let to = clause.units.get(agent.end).is_some_and(|unit| unit.is_to()) && clause.bare_party(agent.end + 1);
        (help && to).then(|| Parties { confidence: 0.85, ..clause.list(agent.end + 1) })
    }

    /// "invited Chavez in August to help mediate": whether somebody is bidden to a deed, and to no meeting or place.
    pub(super) fn bids_to_deed(&self, at: usize, trigger: &Trigger, guest: &Parties) -> bool {
        const NEAR: usize = 4;
        let clause = self.clause;
        let units = clause.units;
        let bids = self.reader.lang == Lang::En
            && trigger.is_journey()
            && trigger.flags.status == Some(Status::Possible)
            && trigger.subject == [Slot::Object];
        let passes = |&i: &usize| units[i].phrase().is_none() && !units[i].is_mark() && !units[i].is_to();
        let deed = |told: Predicate| {
            matches!(told, Predicate::Mediated | Predicate::Supported | Predicate::Aided | Predicate::Attacked)
        };
        let from = guest.end.max(at + 1);
        let to = from + (from..units.len()).take(NEAR).take_while(passes).count();
        bids && units.get(to).is_some_and(|unit| unit.is_to())
            && (to + 1..units.len().min(to + 3)).any(|i| units[i].kind == Kind::Verb && clause.tells(i, deed))
    }

    /// Whether a slot of a letter or an invitation that comes from somebody asks for who gets it.
    fn is_of_receiver(&self, trigger: &Trigger, slot: Slot, subject: Option<&Parties>) -> bool {
        let letter = trigger.predicate == Some(Predicate::WroteTo) && subject.is_some();
        let invitation = trigger.predicate == Some(Predicate::Visited)
            && trigger.flags.status == Some(Status::Possible)
            && trigger.subject == [Slot::Control]
            && subject.is_none()
            && slot == Slot::Control;
        self.reader.lang == Lang::En && trigger.pos == Pos::Noun && (letter || invitation)
    }

    /// `subject` is who fills the other slot, when that has been found.
    pub(super) fn slot(
        &self,
        at: usize,
        trigger: &Trigger,
        slots: &[Slot],
        shape: Shape,
        subject: Option<&Parties>,
    ) -> Option<(Parties, Slot)> {
        let clause = self.clause;
        for &slot in slots {
            let parties = match slot {
                // "Macron is headed to Cairo, an official said": a participle that has its auxiliary with it is the verb of a clause.
                Slot::Subject if self.is_with_auxiliary(at) => clause.finite_subject(at, None),
                // "said Iran's actions violated the law"
                Slot::Subject if self.reader.lang == Lang::En && trigger.subject.first() == Some(&Slot::Speaker) => {
                    let own = clause.subjects[at].clone().filter(|found| !found.is_empty() && !found.carried);
                    own.unwrap_or_else(|| clause.charged_en(at))
                }
                // إن السياسات الإسرائيلية تقوض السلام: of a charge what is his counts for him.
                Slot::Subject if trigger.subject.first() == Some(&Slot::Speaker) => clause.subjects[at]
                    .clone()
                    .filter(|found| !found.is_empty() && !found.carried)
                    .or_else(|| at.checked_sub(1).and_then(|before| clause.topic_before(clause.before_place(before))))
                    .or_else(|| clause.subjects[at].clone())
                    .unwrap_or_default(),
                // أبرمت بين صربيا وكل من كوسوفو والبوسنة: one side of those between whom it was.
                Slot::Subject
                    if trigger.predicate == Some(Predicate::AgreedWith)
                        && clause.subjects[at].as_ref().is_some_and(|found| clause.is_joined_by_each(found)) =>
                {
                    Parties::default()
                }
                Slot::Subject => {
                    let found = clause.subjects[at].clone().unwrap_or_default();
                    // "The Israeli raid drew condemnation from": whose deed it is.
                    let drawn = found.is_empty() && subject.is_some() && self.reader.lang == Lang::En;
                    if drawn { clause.owner_of_subject(at) } else { found }
                }
                Slot::Object if trigger.subject.contains(&Slot::MeetingOwner) => {
                    let owner = subject.map_or(at + 1, |owner| owner.end);
                    let mut found = clause.object(owner.max(clause.behind_event(at)), false);
                    // شملت مباحثاته سوريا: what they were about.
                    found.list.retain(|party| clause.is_human(party));
                    found
                }
                Slot::Object if trigger.flags.event => clause.object(clause.behind_event(at), false),
                Slot::Object => self.object(at, trigger, shape, subject),
                // زيارة الوفد: who comes, not where to.
                Slot::Genitive
                    if trigger.is_journey()
                        && std::ptr::eq(slots, trigger.object.as_slice())
                        && clause.units.get(at + 1).is_some_and(|unit| unit.delegation) =>
                {
                    Parties::default()
                }
                Slot::Control
                    if clause.is_handed_over(at) || clause.is_yours(at) || self.comes_on_plan(at, trigger) =>
                {
                    Parties::default()
                }
                // "handed the king a message from Macron", "handed Modi an invitation from Sharif": who gets it.
                Slot::Control | Slot::Prep(_)
                    if self.is_of_receiver(trigger, slot, subject)
                        && let Some(found) = clause.handed_to(at) =>
                {
                    found
                }
                Slot::Control | Slot::Doer
                    if self.is_standing_deal(at, trigger)
                        || trigger.predicate == Some(Predicate::AgreedWith) && clause.is_only_found_needed(at) =>
                {
                    Parties::default()
                }
                Slot::Control if trigger.predicate == Some(Predicate::AgreedWith) && clause.is_only_called_for(at) => {
                    Parties::default()
                }
                Slot::Doer if self.is_blamed_for(at, trigger) => Parties::default(),
                Slot::SecondGenitive if clause.is_margin_of_body(at) => Parties::default(),
                Slot::Genitive if clause.is_margin_of_body(at) && clause.units[at - 1].is(Class::Margin) => {
                    Parties::default()
                }
                // استقبال الرئيس للوفد: the host, where the guests stand behind ل.
                Slot::Genitive if subject.is_some() && self.hosts_others(at, trigger) => Parties::default(),
                Slot::Genitive | Slot::Suffix
                    if subject.is_none() && self.is_accused(at, trigger, self.owner_end(at, slot)) =>
                {
                    Parties::default()
                }
                // "voiced criticism of Israel": behind "of" stands the object, where the row says so.
                Slot::Genitive if subject.is_none() && (self.is_of_object(at, trigger) || clause.replies_with(at)) => {
                    Parties::default()
                }
                Slot::Genitive => Some(clause.genitive(at))
                    .filter(|found| !found.is_empty())
                    .or_else(|| self.thing_of_deed(at, trigger, slots, shape))
                    .unwrap_or_default(),
                Slot::SecondGenitive => clause.second_genitive(at),
                Slot::Suffix if subject.is_some() && self.waits_for_guest(at, trigger) => {
                    let other = || clause.other_suffix(at, subject.expect("a subject stands"));
                    self.traveller_before(at).unwrap_or_else(other)
                }
                // سلم الرسالة للرئيس خلال استقباله له: who gets it receives who brings it.
                Slot::Suffix
                    if subject.is_none()
                        && trigger.predicate == Some(Predicate::Hosted)
                        && let Some(host) = clause.host_of_who_brings(at) =>
                {
                    host
                }
                // كان في استقباله الرئيس: whom he receives is who was there.
                Slot::Suffix if subject.is_none() && self.waits_for_guest(at, trigger) => Parties::default(),
                Slot::Suffix => match subject.filter(|_| self.reader.lang == Lang::Ar) {
                    Some(subject) => clause.other_suffix(at, subject),
                    None => clause.suffix(at),
                },
                Slot::Adjective
                    if subject.is_none()
                        && (self.has_doer(at, trigger, shape) || self.is_of_thing(at, trigger, shape)) =>
                {
                    Parties::default()
                }
                Slot::Adjective if clause.is_summit_aside(at) => Parties::default(),
                Slot::Adjective => clause.adjectives(at),
                // تستضيف الرياض اجتماعا لوزراء خارجية مصر والأردن: those for whom it is held meet each other.
                Slot::Control | Slot::Doer if subject.is_none() && self.is_held_for_several(at, trigger) => {
                    Parties::default()
                }
                // نجحت المساعي المصرية للوساطة بين: whose the efforts are.
                Slot::Control
                    if trigger.predicate == Some(Predicate::Mediated) && clause.owner_of_aim(at).is_some() =>
                {
                    clause.owner_of_aim(at).unwrap_or_default()
                }
                Slot::Control if self.is_told_of(at, trigger, shape) || clause.is_of_forces(at) => Parties::default(),
                // زيارة وفد من بلاده: whoever speaks of it stays at home.
                Slot::Control
                    if trigger.is_journey()
                        && trigger.flags.needs != Some(Class::Deputation)
                        && self.reader.lang == Lang::Ar
                        && clause.units[at].kind == Kind::Noun
                        && clause
                            .units
                            .get(at + 1)
                            .is_some_and(|unit| unit.delegation && unit.clitics == Clitics::NONE) =>
                {
                    Parties::default()
                }
                Slot::Control
                    if trigger.flags.near
                        && trigger.predicate == Some(Predicate::AgreedWith)
                        && self.reader.lang == Lang::Ar
                        && clause.names_another_before(at, &self.control(at, shape)) =>
                {
                    Parties::default()
                }
                // نفت الرياض لقاء ولي العهد بفلان: but a country has one who holds the office.
                Slot::Control
                    if self.is_of_unnamed(at, trigger)
                        && self.control(at, shape).list.iter().any(|party| clause.is_human(party)) =>
                {
                    Parties::default()
                }
                // قالت فلانة إنه تتم زيارة القدس: a journey that "is made" is not that of who tells of it.
                // الوزير الذي يجري زيارة إلى: but behind a relative it is his.
                Slot::Control
                    if trigger.is_journey()
                        && at > 0
                        && clause.units[at - 1].is(Class::Done)
                        && !(at > 1 && clause.units[at - 2].is(Class::Relative)) =>
                {
                    Parties::default()
                }
                Slot::Control if trigger.is_journey() && slots.contains(&Slot::Genitive) && clause.is_others(at) => {
                    Parties::default()
                }
                // حظي فلان باستقبال الرئيس: who gets a reception gives none.
                Slot::Control if trigger.predicate == Some(Predicate::Hosted) && clause.gets_it(at) => continue,
                // سلم الرسالة الوزير خلال استقباله: who brings it is received, and does not receive.
                Slot::Control if trigger.predicate == Some(Predicate::Hosted) && clause.is_received_with_it(at) => {
                    continue;
                }
                Slot::Control => {
                    let mut found = self.caller_who_bids(at, trigger).unwrap_or_else(|| self.control(at, shape));
                    // "The Israeli raid drew sharp criticism from": whose deed the subject is.
                    if found.is_empty()
                        && subject.is_some()
                        && self.reader.lang == Lang::En
                        && matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Praised))
                    {
                        found = clause.owner_of_drawing(at);
                    }
                    if trigger.predicate == Some(Predicate::Met) && self.is_judged(at) && clause.besides(at).is_empty()
                    {
                        continue;
                    }
                    let together = || self.clause.tells_manner(at) && self.are_abroad_to_each_other(&found);
                    let carried = found.carried || found.list.len() > 1 && self.is_talked_about(at) && !together();
                    Parties { carried, ..found }
                }
                Slot::Facing => clause.facing(at),
                Slot::ObjectOwner => Some(clause.object_owner(at))
                    .filter(|owner| !owner.is_empty())
                    .unwrap_or_else(|| clause.owner_of_relative(at)),
                Slot::Complement => clause.complement_subject(at),
                Slot::Demander => self.demander(at),
                Slot::Obliged => self.obliged(at),
                Slot::Destination => clause.destination(at),
                // رفضت مصر طلبا للولايات المتحدة: whose request it is, not to whom.
                // رفض الدعوة التي وجهها فلان: but whose it is its own clause tells.
                Slot::Doer
                    if trigger.predicate == Some(Predicate::DemandedOf)
                        && clause.is_answered(at)
                        && clause.carrying_verb(at).is_none() =>
                {
                    Parties::default()
                }
                Slot::Doer if self.reader.lang == Lang::En && trigger.predicate == Some(Predicate::Attacked) => {
                    clause.force_doer(at)
                }
                // اتهام حماس بتنفيذ هجوم رفح: where it was is no proof of who is accused of it.
                Slot::Doer if trigger.flags.place && trigger.object.contains(&Slot::Genitive) => {
                    clause.owner_of_claim(at)
                }
                Slot::Doer => clause.doer_of_noun(at),
                // نفى اتهامات جوبا للخرطوم: the noun says itself who is accused.
                Slot::Sufferer
                    if trigger.predicate == Some(Predicate::Criticised)
                        && subject.is_some_and(|accuser| {
                            let next = clause.units.get(accuser.end);
                            let land = clause.own_land_behind(at, accuser.end, Some(accuser)).is_some();
                            land || next.is_some_and(|next| next.phrase().is_some() && next.clitics.has(Clitics::LI))
                        }) =>
                {
                    Parties::default()
                }
                Slot::Sufferer => {
                    // افتتح مدرسة بتمويل من فرنسا: what is paid for is not whoever acts.
                    let help = matches!(trigger.predicate, Some(Predicate::Supported | Predicate::Aided))
                        && !trigger.flags.weak
                        && matches!(trigger.subject.first(), Some(Slot::Prep(_)));
                    clause.receiver_of_noun(at, help)
                }
                Slot::Before if subject.is_none() && self.reader.lang == Lang::En => {
                    if self.is_no_longer(at) {
                        Parties::default()
                    } else {
                        clause.described_by(at)
                    }
                }
                Slot::Before if trigger.object.first() == Some(&Slot::Same) => clause.pair_of_ties(at),
                Slot::Before => clause.named_before(at),
                // "said Iran was behind the attack"
                Slot::Speaker if self.is_with_auxiliary(at) => {
                    clause.accuser(at, Some(&clause.finite_subject(at, None)))
                }
                Slot::Speaker => clause.speaker(at),
                Slot::Actor => clause.wanted_of(at, subject),
                Slot::Struck => self.struck(at, subject),
                Slot::Condition => {
                    let menace = slots.iter().any(|slot| matches!(slot, Slot::Target(_)));
                    clause.doer_of_condition(at, !menace)
                }
                Slot::Target(id) => {
                    let mut found = clause.target_of_deed(at, id, trigger.predicate == Some(Predicate::Promised));
                    if trigger.predicate == Some(Predicate::Threatened) && self.reader.lang == Lang::Ar {
                        clause.further_targets(&mut found);
                    }
                    // هدد بقصف الرياض: whose the capital is.
                    if self.reader.lang == Lang::Ar {
                        self.capitals_for_countries(&mut found);
                    }
                    found
                }
                // تلقى برقية بمناسبة اختياره لرئاسة الاتحاد: who gets what came from another is the subject.
                Slot::Prep(_)
                    if subject.is_some_and(|found| !found.carried) && clause.is_received(at, trigger, slots) =>
                {
                    continue;
                }
                // طلب فلان في رسالة من الحزب أن: of whom the verb asks, who has sent nothing.
                Slot::Prep(id)
                    if trigger.predicate == Some(Predicate::WroteTo)
                        && trigger.subject.contains(&slot)
                        && clause.is_asked_of(at, id) =>
                {
                    continue;
                }
                // وقعت الاتفاقية من قبل مصر وروسيا, not وقعت على مقربة من مصر: who signs stands behind "by" alone.
                Slot::Prep(_)
                    if trigger.predicate == Some(Predicate::AgreedWith)
                        && trigger.subject == [slot]
                        && clause.is_from_without_by(at, slot) =>
                {
                    Parties::default()
                }
                Slot::Prep(id) if trigger.predicate == Some(Predicate::Met) => {
                    let mut found = self.no_place(id, self.behind(at, trigger, id, subject));
                    // قمة قادة الدول الأعضاء بالمنظمة: the body they belong to.
                    if clause.units[at].kind == Kind::Noun && found.confidence < 0.9 && self.is_with_clitic(id) {
                        found.list.retain(|party| party.kind != PhraseKind::Body);
                    }
                    found
                }
                // بعدما كانت تسيطر عليها داعش: the ground named last.
                Slot::Prep(_) if let Some(ground) = self.ground_before(at, trigger) => ground,
                // الأراضي التي سيطرت عليها في أوكرانيا: the pronoun is the ground.
                Slot::Prep(_) if let Some(verb) = self.resumes_ground(at, trigger) => {
                    let before = clause.relative_before(verb).and_then(|relative| relative.checked_sub(1));
                    let land =
                        |i: usize| i > 0 && clause.units[i - 1].has(|c| matches!(c, Class::Land | Class::PlaceHead));
                    let named = before
                        .filter(|&i| clause.bare_party(i) || clause.unit_phrase(i).is_some() && land(i))
                        .map(|i| Parties::new(clause.parties_of(i), 0.8, at + 2));
                    let doer =
                        clause.subjects[verb].as_ref().filter(|found| !found.carried).map_or(0, |found| found.end);
                    named.unwrap_or_else(|| self.ground(verb, doer.max(at + 2)))
                }
                // "to defend itself against attacks from Hamas in Gaza": where those are who attack it.
                Slot::Prep(_)
                    if clause.is_in_defence(at) && slots.contains(&Slot::Facing) && !clause.facing(at).is_empty() =>
                {
                    continue;
                }
                // "visited refugees in Turkey": in which country they are, but "hospitals in Amman and Beirut".
                Slot::Prep(id) if trigger.is_journey() && slots.first() == Some(&Slot::Object) && subject.is_some() => {
                    let found = Some(self.behind(at, trigger, id, subject));
                    let mut found = found.filter(|found| self.admits(at, trigger, id, found)).unwrap_or_default();
                    let inside =
                        self.reader.lang == Lang::En && clause.knowledge.lexicon.preposition_id("in") == Some(id);
                    found.list.retain(|party| !inside || party.kind == PhraseKind::Country);
                    found
                }
                // في خطوة نددت بها كييف: who stands behind the pronoun judges.
                Slot::Prep(id) if let Some(made) = self.maker_by_pronoun(at, trigger, id) => made,
                // نددت باقتحام المسجد من قبل إسرائيل
                Slot::Prep(id)
                    if trigger.predicate == Some(Predicate::Criticised)
                        && let Some(agent) =
                            subject.and_then(|found| clause.agent_of_deed(found.end.max(at + 1), Some(id))) =>
                {
                    agent
                }
                // اتهامات موسكو لأنقرة بشراء النفط من داعش: whose charge it is the genitive says.
                Slot::Prep(_)
                    if subject.is_none()
                        && trigger.predicate == Some(Predicate::Criticised)
                        && trigger.object.first() == Some(&Slot::Sufferer)
                        && self.reader.lang == Lang::Ar
                        && !clause.genitive(at).is_empty() =>
                {
                    Parties::default()
                }
                // وجهت سميرة انتقادات للحكومة، بسبب موقفها من الإخوان: from whom a stance comes stands close to it.
                Slot::Prep(id) if subject.is_none() && self.is_beyond_source(at, trigger, id) => Parties::default(),
                Slot::Prep(id) if let Some(made) = clause.doer_to_victim_behind(at, subject, id) => made,
                Slot::Prep(id) => Some(self.behind(at, trigger, id, subject))
                    .map(|found| clause.past_strife(at, trigger, id, found))
                    .map(|found| clause.listed_in_headline(at, found))
                    .filter(|found| self.admits(at, trigger, id, found))
                    .filter(|found| !found.is_empty())
                    .or_else(|| {
                        let backed = trigger.predicate == Some(Predicate::Supported) && subject.is_some();
                        let from = subject.map_or(at + 1, |found| found.end.max(at + 1));
                        clause.backed_in(from, Some(id)).filter(|_| backed)
                    })
                    .or_else(|| {
                        let judged = matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Praised))
                            && clause.units[at].kind == Kind::Verb
                            && self.is_with_clitic(id);
                        let criticised = trigger.predicate == Some(Predicate::Criticised);
                        let from = subject.map_or(at + 1, |found| found.end.max(at + 1));
                        Some(clause.maker_of_conduct(at, from))
                            .filter(|made| !made.is_empty())
                            .or_else(|| clause.mediator_judged(from))
                            .or_else(|| clause.ruler_where(from).filter(|_| criticised))
                            .filter(|_| judged)
                    })
                    .or_else(|| {
                        let welcomed = trigger.predicate == Some(Predicate::Praised);
                        let own = subject.filter(|_| welcomed)?;
                        clause.doer_of_favour(own.end.max(at + 1), own)
                    })
                    .or_else(|| {
                        let own = subject.filter(|own| !own.is_empty())?;
                        clause.doer_judged_by_noun(own, at, id)
                    })
                    .or_else(|| {
                        let talks = subject.is_some() && super::topic::is_of_topic(trigger, id);
                        talks.then(|| clause.partner_behind_topic(at, id))
                    })
                    .unwrap_or_default(),
                // وقعت مصر وروسيا عقد شراء مروحيات: who do something together are not those whom they give it.
                Slot::Receiver => Some(clause.receiver(at))
                    .filter(|found| subject.is_none_or(|own| own.list.len() < 2 || found.list != own.list))
                    .unwrap_or_default(),
                Slot::Besides if matches!(trigger.predicate, Some(Predicate::Met | Predicate::TalkedWith)) => {
                    if self.reader.lang == Lang::En { clause.besides(at) } else { clause.told_at_meeting(at) }
                }
                Slot::Besides if trigger.predicate == Some(Predicate::Attacked) => clause.killed_in(at),
                Slot::Besides => clause.addressed_alike(at).unwrap_or_else(|| clause.besides(at)),
                Slot::Purpose if trigger.predicate == Some(Predicate::Mediated) => {
                    clause.owner_of_mediation(at).unwrap_or_default()
                }
                Slot::Purpose if trigger.predicate == Some(Predicate::Praised) && !clause.goes_to_somebody(at) => {
                    Parties::default()
                }
                // أرسلت فرنسا طائرة لمساعدة لبنان: who sends something, and not who only wants help to be given.
                Slot::Purpose
                    if trigger.predicate == Some(Predicate::Aided)
                        && !trigger.flags.force
                        && !clause.is_sent_for(at) =>
                {
                    Parties::default()
                }
                Slot::Purpose if clause.units[at].clitics.has(Clitics::LI) => {
                    let ready = clause.willing(at).filter(|_| trigger.predicate == Some(Predicate::Aided));
                    ready.or_else(|| clause.owner_of_aim(at)).unwrap_or_else(|| self.control(at, shape))
                }
                Slot::Purpose => Parties::default(),
                Slot::Side => clause.side(at),
                Slot::Traveller => clause.traveller(at),
                Slot::MeetingOwner => clause.meeting_owner(at),
                Slot::Attendant => clause.attendant(at),
                Slot::Same => continue,
            };
            let stood = self.clause.trace.map(|trace| {
                trace.look();
                parties.list.clone()
            });
            let mut parties = self.fit(trigger, slots, parties);
            // اغتيال المعارض التونسي المنسق العام لحزب: who is killed, with his offices.
            if slot == Slot::Genitive && subject.is_none() && trigger.predicate == Some(Predicate::Attacked) {
                parties.list.retain(|party| party.kind != PhraseKind::Unknown);
            }
            if subject.is_some() && !parties.is_empty() && self.reader.lang == Lang::Ar {
                clause.without_harmed(trigger, &mut parties);
            }
            if let (Some(trace), Some(stood)) = (self.clause.trace, stood) {
                let object = std::ptr::eq(slots, trigger.object.as_slice());
                let side = if object { Side::Object } else { Side::Subject };
                trace.slot(side, Place::Slot(slot), &stood, &parties);
            }
            if !parties.is_empty() {
                let nearer = self.nearer(at, trigger, slots, slot, &parties);
                return Some(nearer.unwrap_or((parties, slot)));
            }
        }
        let doer = subject.filter(|_| std::ptr::eq(slots, trigger.object.as_slice()))?;
        let behind = doer.end.max(at + 1);
        let own = clause.own_ground_struck(at, behind, doer).or_else(|| clause.struck_at_border(at, behind))?;
        let direct =
            slots.iter().copied().find(|slot| matches!(slot, Slot::SecondGenitive | Slot::Genitive | Slot::Prep(_)))?;
        Some((own, direct))
    }

    /// اجتماع لوزراء الطاقة في مصر والأردن: whether several stand behind ل right behind an indefinite meeting.
    fn is_held_for_several(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        let met = trigger.predicate == Some(Predicate::Met) && clause.units[at].kind == Kind::Noun;
        if self.reader.lang != Lang::Ar || !met || clause.units[at].is_definite_noun() {
            return false;
        }
        let Some(phrase) = clause.units.get(at + 1).and_then(|unit| unit.phrase()).map(|index| &clause.phrases[index])
        else {
            return false;
        };
        phrase.clitics == Clitics::LI
            && phrase.number == Number::Plural
            && clause.governed(at + 1, false).is_some_and(|found| found.list.len() > 1)
    }

    /// تحرير مدينة تكريت, نفت قصف مواقع في سوريا: whose the thing is that a noun of force, sanction or aid has as its object.
    fn thing_of_deed(&self, at: usize, trigger: &Trigger, slots: &[Slot], shape: Shape) -> Option<Parties> {
        let bare = matches!(shape, Shape::Noun { definite: false, owner: None });
        let object = std::ptr::eq(slots, trigger.object.as_slice());
        let found =
            (bare && object && self.clause.is_deed(at)).then(|| self.clause.owner_of_thing(at + 1, 1)).flatten();
        found.filter(|found| self.clause.can_meet(at, at + 1, found.end))
    }

    /// Returns whether what completes an English noun of blame is its object by the row: its "of", and no possessor.
    fn is_of_object(&self, at: usize, trigger: &Trigger) -> bool {
        let of = self.clause.knowledge.lexicon.preposition_id("of");
        self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Criticised)
            && trigger.object.iter().any(|slot| matches!(slot, Slot::Prep(id) if Some(*id) == of))
            && self.clause.genitive(at).end > at + 1
    }

    /// "a former supporter of": what somebody has been and is no more.
    fn is_no_longer(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let words = self.clause.units[..at]
            .iter()
            .rev()
            .take(WORDS)
            .take_while(|unit| !unit.is_mark() && unit.phrase().is_none());
        words.into_iter().any(|unit| unit.is(Class::TitleAdjective { former: true }))
    }

    /// One past whose deed a noun is, by its genitive or its suffix.
    fn owner_end(&self, at: usize, slot: Slot) -> usize {
        let genitive = if slot == Slot::Genitive { self.clause.genitive(at) } else { Parties::default() };
        genitive.end.max(at + 1)
    }

    /// عن لقاء الرئيس مع فلان: whether a noun of contact is of the holder of an office whom the text does not name to us.
    fn is_of_unnamed(&self, at: usize, trigger: &Trigger) -> bool {
        self.reader.lang == Lang::Ar
            && self.clause.units[at].kind == Kind::Noun
            && trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact)
            && trigger.subject.contains(&Slot::Genitive)
            && self.clause.unit_phrase(at + 1).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Unknown
                    && phrase.office.is_some()
                    && phrase.referents.is_empty()
                    && phrase.clitics == Clitics::NONE
            })
    }

    /// حمله مسؤولية الهجوم على: a deed that somebody answers for is not of who says so.
    fn is_blamed_for(&self, at: usize, trigger: &Trigger) -> bool {
        let deed = matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Attacked));
        deed && at > 0 && self.clause.units[at].is_definite_noun() && self.clause.units[at - 1].is(Class::Burden)
    }

    /// انتقد نتنياهو الاتفاق مع إيران, الانسحاب من الاتفاق مع إيران: an agreement that is spoken about, whoever made it.
    fn is_standing_deal(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        let deal = trigger.predicate == Some(Predicate::AgreedWith) && self.reader.lang == Lang::Ar;
        if !deal || at == 0 || !clause.units[at].is_definite_noun() {
            return false;
        }
        let after = |words: &[&str]| {
            words
                .iter()
                .filter_map(|word| clause.knowledge.lexicon.preposition_id(word))
                .any(|wanted| clause.units[at - 1].has(|class| matches!(class, Class::Prep(id) if id == wanted)))
        };
        let verb =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        // أعلن عن الاتفاق مع الوزارة: who announces it has made it.
        let light = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).flags.light;
        let announces = verb.is_some_and(|verb| clause.units[verb].forms.iter().any(light));
        // بحثت مصر الاتفاق النووي مع إيران, بشأن الاتفاق مع إيران: a deal of its own name, or one that is only talked about.
        let named = || {
            let word =
                clause.units.get(at + 1).filter(|unit| unit.phrase().is_none() && !unit.clitics.has_preposition());
            word.is_some_and(|unit| matches!(unit.kind, Kind::Word | Kind::Participle)) && clause.shapes[at + 1].article
        };
        let discusses = |unit: usize| {
            matches!(clause.units[unit].kind, Kind::Verb | Kind::Noun)
                && clause.tells(unit, |told| told == Predicate::TalkedWith)
        };
        let topic = || discusses(at - 1) || verb.is_some_and(discusses);
        let spoken_about =
            after(&["من", "ضد", "حول", "بشأن", "إزاء"]) || !announces && (after(&["عن"]) || named() || topic());
        // خرقت إسرائيل الهدنة مع حماس: a charge only in the mouth of another.
        let against = |form: &Form| {
            let row = clause.knowledge.lexicon.trigger(form.trigger);
            let stance =
                matches!(row.predicate, Some(Predicate::Criticised | Predicate::Rejected | Predicate::Threatened));
            stance && row.subject.first() == Some(&Slot::Subject)
        };
        // اتهمها بانتهاك الاتفاق مع: it is theirs who are charged.
        let charged = || clause.charged(at).is_some() || clause.answers_for(at).is_some();
        let opposed = verb.is_some_and(|verb| clause.units[verb].forms.iter().any(against) && !charged());
        spoken_about || opposed
    }

    /// "Merkel urged Turkey to show restraint in a call with Putin": a call in which a country or body is asked for something is that of who
    /// asks, and not of who is to do it. A person may be sent to make it ("told Blinken to raise it in a call with Lavrov").
    fn caller_who_bids(&self, at: usize, trigger: &Trigger) -> Option<Parties> {
        let clause = self.clause;
        // "in a call" as one expression, "during a phone call"
        let opens = |unit: &Unit| unit.is(Class::Circumstance) || unit.is_preposition() && !unit.is_to();
        let told_in =
            trigger.is_manner() || trigger.subject.contains(&Slot::Control) && at > 0 && opens(&clause.units[at - 1]);
        if self.reader.lang != Lang::En || trigger.predicate != Some(Predicate::Called) || !told_in {
            return None;
        }
        let verb_before = |end: usize| {
            let mut before = (0..end).rev().take_while(|&i| !clause.units[i].is_mark());
            before.find(|&i| clause.units[i].kind == Kind::Verb)
        };
        let deed = verb_before(at).filter(|&verb| verb > 0 && clause.units[verb - 1].is_to())?;
        let bidden = clause.subjects[deed].as_ref().filter(|bidden| !bidden.is_empty())?;
        let powers = |party: &Party| matches!(party.kind, PhraseKind::Country | PhraseKind::Body);
        let bids = clause.subjects[verb_before(deed)?].as_ref().filter(|bids| !bids.is_empty())?;
        let apart = bids.list.iter().all(|one| bidden.list.iter().all(|other| one.referent != other.referent));
        (apart && bidden.list.iter().all(powers))
            .then(|| Parties { confidence: bids.confidence * 0.95, ..bids.clone() })
    }

    /// The subject of the clause, unless a participle describes a noun of it.
    fn control(&self, at: usize, shape: Shape) -> Parties {
        if let Some(land) = self.clause.bound_land(at) {
            return land;
        }
        if let Some(asked) = self.clause.asked_together(at) {
            return asked;
        }
        let adjective = matches!(shape, Shape::Participle { definite: false, .. }) && self.clause.is_adjective(at);
        if adjective {
            return Parties::default();
        }
        let speaker = matches!(shape, Shape::Participle { definite: false, .. }).then(|| self.clause.outer_speaker(at));
        speaker.flatten().unwrap_or_else(|| self.clause.control(at))
    }

    /// التقى بنظيره بحضور الوزيرين: a party behind the verb's own preposition that stands before what looks like an object.
    fn nearer(
        &self,
        at: usize,
        trigger: &Trigger,
        slots: &[Slot],
        slot: Slot,
        object: &Parties,
    ) -> Option<(Parties, Slot)> {
        // زيارة لبغداد وأخرى إلى أربيل: of two goals the nearer one.
        let goal = trigger.is_journey()
            && !matches!(trigger.subject.first(), Some(Slot::Prep(_)))
            && self.clause.units[at].kind == Kind::Noun
            && matches!(slot, Slot::Prep(_))
            && std::ptr::eq(slots, trigger.object.as_slice());
        let object_of_verb = slot == Slot::Object && self.clause.units[at].kind == Kind::Verb;
        // برقية تهنئة إلى بوتين بمناسبة انتخابه رئيسا لروسيا: nor are thanks due to what stands behind whom they are sent to.
        let praise = trigger.predicate == Some(Predicate::Praised)
            && self.clause.units[at].kind == Kind::Noun
            && matches!(slot, Slot::Prep(_))
            && std::ptr::eq(slots, trigger.object.as_slice());
        if self.reader.lang == Lang::En || !goal && !object_of_verb && !praise {
            return None;
        }
        slots.iter().find_map(|&other| {
            // زيارة يقوم بها إلى الصين: the journey itself.
            let Slot::Prep(id) = other else { return None };
            if goal && self.is_with_clitic(id) {
                return None;
            }
            let found = self.fit(trigger, slots, self.no_place(id, self.behind(at, trigger, id, None)));
            // قصفت قوات تابعة لحزب الله مدينة حلب: whose the forces are that do it.
            let own = self.clause.subjects[at].as_ref().is_some_and(|own| !own.carried && found.end <= own.end);
            let before = !found.is_empty() && !own && found.end < object.end && object.end > at + 1;
            let apart = found.list.iter().all(|party| object.list.iter().all(|o| o.referent != party.referent));
            (before && apart).then_some((found, other))
        })
    }

    /// Returns whether a comma or a noun of relation stands between an Arabic noun of conflict and the "from" behind it, which says then
    /// something else than whose deed it is.
    fn is_beyond_source(&self, at: usize, trigger: &Trigger, preposition: PrepId) -> bool {
        const REACH: usize = 12;
        let clause = self.clause;
        let conflict = trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Conflict);
        let from = Some(preposition) == clause.knowledge.lexicon.preposition_id("من");
        if !conflict || !from || self.reader.lang == Lang::En || clause.units[at].kind != Kind::Noun {
            return false;
        }
        let end = clause.units.len().min(at + REACH);
        let Some(source) = (at + 1..end).find(|&i| clause.governs(i, preposition)) else { return false };
        // إحالة بلاغ المحامي ضد الوزير بسبب سحله من قبل قوات الأمن: nor behind whom it is against, where the row knows no other source.
        let against =
            |i: usize| trigger.object.iter().any(|slot| matches!(slot, Slot::Prep(id) if clause.governs(i, *id)));
        let alone = trigger.subject.len() == 1;
        (at + 1..source)
            .any(|i| clause.units[i].is_comma() && !clause.is_agentive(&clause.units[source]) || alone && against(i))
    }

    /// Returns whether a preposition is ب.
    fn is_with_clitic(&self, preposition: PrepId) -> bool {
        self.clause.knowledge.lexicon.preposition_id("ب") == Some(preposition)
    }

    /// لقاء بمصر: a country behind "in" is where people meet, not whom.
    fn no_place(&self, preposition: PrepId, mut parties: Parties) -> Parties {
        if self.is_with_clitic(preposition) {
            parties.list.retain(|party| !matches!(party.kind, PhraseKind::Country | PhraseKind::Place));
        }
        parties
    }

    /// The party behind a preposition; of an adverb such as هاتفيا, "by phone" also one that stands before it.
    fn behind(&self, at: usize, trigger: &Trigger, preposition: PrepId, subject: Option<&Parties>) -> Parties {
        let clause = self.clause;
        if !clause.held.may_have(preposition, 0) {
            return Parties::default();
        }
        // وجه بوتين إلى السيسي الشكر, قدمت مصر لروسيا طلبا: what one gives another by words.
        let gives = matches!(
            trigger.predicate,
            Some(Predicate::Praised | Predicate::Promised | Predicate::DemandedOf | Predicate::Criticised)
        ) && trigger.subject.contains(&Slot::Doer);
        if self.reader.lang == Lang::En && clause.leads_to_people_apart(at, preposition) {
            return Parties::default();
        }
        if trigger.flags.near {
            let found = clause.right_behind(at, preposition, subject);
            if found.is_empty() && gives && self.reader.lang == Lang::Ar {
                return clause.before_noun(at, preposition, subject);
            }
            // "his support of Sweden's bid"
            if found.is_empty()
                && self.reader.lang == Lang::En
                && self.descends(trigger)
                && clause.governs(at + 1, preposition)
            {
                return clause.behind(at, at + 1, preposition, true, subject);
            }
            return found;
        }
        // زيارة لكيري لمصر: where the traveller stands behind a preposition, the goal stands behind him.
        let prepositional = trigger.is_journey() && matches!(trigger.subject.first(), Some(Slot::Prep(_)));
        let taken = subject.filter(|found| prepositional && !found.carried);
        let from = taken.map_or(at + 1, |found| found.end.max(at + 1));
        let mut found = clause.behind(at, from, preposition, self.descends(trigger), subject);
        // "a meeting took place on Monday between": behind the verb that tells that it did.
        let between = Some(preposition) == clause.knowledge.lexicon.preposition_id("between");
        if found.is_empty()
            && between
            && let Some(verb) = clause.verb_of_event(at)
        {
            found = clause.behind(verb, verb + 1, preposition, false, subject);
        }
        let contact = trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact);
        // وصلت إلى دمشق شحنة مساعدات من قطر: where it arrives.
        // روسيا التي تفرض عليها واشنطن عقوبات: to whom it is done.
        let done =
            matches!(trigger.predicate, Some(Predicate::Sanctioned | Predicate::Attacked | Predicate::AgreedWith))
                && !clause.is_behind_open_pronoun(at);
        let done = done || matches!(trigger.predicate, Some(Predicate::Aided | Predicate::Threatened));
        let done = done || trigger.predicate == Some(Predicate::Supported) && clause.is_told_to_somebody(at);
        let contact = contact || gives || done;
        if found.is_empty() && contact && self.reader.lang == Lang::Ar && !trigger.is_journey() {
            found = clause.before_noun(at, preposition, subject);
        }
        if found.is_empty()
            && matches!(trigger.predicate, Some(Predicate::Sanctioned | Predicate::Attacked))
            && clause.is_behind_open_pronoun(at)
        {
            found = clause.addressed_by_same(at).unwrap_or_default();
        }
        if !found.is_empty() || !clause.units[at].is(Class::Skip) {
            return found;
        }
        let verb =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        verb.map_or(found, |verb| clause.behind(verb, verb + 1, preposition, false, subject))
    }

    /// "Obama and Putin failed to agree in a frosty meeting": whether two people of different countries are told to do
    /// something.
    fn are_abroad_to_each_other(&self, parties: &Parties) -> bool {
        let [a, b] = parties.list.as_slice() else { return false };
        let of = |party: &Party| self.clause.country_of(party.referent).filter(|_| party.kind == PhraseKind::Person);
        of(a).is_some() && of(b).is_some() && of(a) != of(b)
    }
}
