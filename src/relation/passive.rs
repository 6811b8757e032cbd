//! Who does what a passive tells, and to whom: "was criticised by Iran", من قبل, "was invited to Cairo".

use super::clause::{Parties, Party};
use super::fill::Frame;
use super::read::Sentence;
use super::trace::{Seat, Why};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Shape, Slot, Trigger};
use crate::mention::PhraseKind;

/// Returns whether a party is something of a country, or people of it, and not the country itself: "a Russian jet".
fn is_thing(party: &Party) -> bool {
    party.kind == PhraseKind::Agent
}

impl Sentence<'_> {
    /// Returns the frame of a passive: its agent and its subject, those who both signed, or who was invited.
    pub(super) fn fill_passive(&self, at: usize, trigger: &Trigger) -> Option<Frame> {
        if trigger.object.contains(&Slot::Object) || trigger.object.contains(&Slot::ObjectOwner) {
            return self.done_by_agent(at, trigger);
        }
        if let Some(both) = self.signed_by_both(at, trigger) {
            return self.seated(Some((both, None)), Seat::PassiveAgent, Seat::EachOther);
        }
        if let Some(found) = self.invited(at, trigger) {
            return self.seated(Some(found), Seat::PassivePatient, Seat::PassivePatient);
        }
        self.fails(Why::PassiveWithoutAgent)
    }

    /// Returns the frame of a passive whose subject is whom it is done to, and whose agent stands behind "by" or is told otherwise.
    fn done_by_agent(&self, at: usize, trigger: &Trigger) -> Option<Frame> {
        let by = self.clause.knowledge.lexicon.preposition_id("by")?;
        let agent = Some(self.clause.behind(at, at + 1, by, false, None))
            .filter(|agent| !agent.is_empty())
            .or_else(|| self.greeted_on_arrival(at, trigger))
            .unwrap_or_else(|| self.clause.named_agent(at));
        if let Some(why) = self.why_other_passive(at, trigger, agent.end) {
            return self.fails(why);
        }
        let patient = self.patient(at, trigger, &agent);
        // "A Russian jet was downed by Turkey", but not "Egypt was downed by Chile".
        if trigger.flags.needs == Some(Class::Craft) && !patient.list.iter().all(is_thing) {
            return self.fails(Why::AnotherSense);
        }
        let agent = self.fit(trigger, &trigger.subject, agent);
        let patient = self.fit(trigger, &trigger.object, patient);
        if agent.is_empty() || patient.is_empty() {
            return self.fails(if agent.is_empty() { Why::PassiveWithoutAgent } else { Why::NoObject });
        }
        self.seated(Some((agent, Some(patient))), Seat::PassiveAgent, Seat::PassivePatient)
    }

    /// Why a passive is in another sense by what stands behind it or behind its agent, which ends at `end`.
    fn why_other_passive(&self, at: usize, trigger: &Trigger, end: usize) -> Option<Why> {
        let orders = || self.orders(at + 1) || self.orders(end);
        let praise = trigger.predicate == Some(Predicate::Praised);
        let named = || self.clause.calls_names(at + 1, praise) || self.clause.calls_names(end, praise);
        match trigger.flags.sense {
            // "was told of the plan by Kerry": no order.
            Some(Sense::Orders) if !orders() => return Some(Why::NoInfinitive),
            // "was told by Iran to leave": an order.
            Some(Sense::Informs) if orders() => return Some(Why::AnotherSense),
            // "was called on by Iran": nobody is called names.
            Some(Sense::Names) if !named() => return Some(Why::AnotherSense),
            _ => {}
        }
        // "is wanted by the court"
        let to = |at: usize| self.clause.units.get(at).is_some_and(Unit::is_to);
        let asked = || to(at + 1) || to(end);
        if trigger.flags.infinitive && trigger.flags.weak && self.reader.lang == Lang::En && !asked() {
            return Some(Why::NoInfinitive);
        }
        // "was given a ban": but not "two weeks to leave".
        (trigger.flags.sense == Some(Sense::Limits) && !self.grants_time(at + 1)).then_some(Why::AnotherSense)
    }

    /// Returns whom a passive says that it is done to: its subject, what a word that opens the sentence describes, who gets what is
    /// given, or whose the thing is that is judged.
    fn patient(&self, at: usize, trigger: &Trigger, agent: &Parties) -> Parties {
        let mut patient = self.clause.patient(at);
        let judges = matches!(
            trigger.predicate,
            Some(Predicate::Criticised | Predicate::Praised | Predicate::Rejected | Predicate::Supported)
        );
        // "was welcomed by Obama": a guest is somebody, a deed something.
        let of_deed = trigger.object.contains(&Slot::ObjectOwner);
        match trigger.predicate {
            _ if of_deed => patient.list.retain(|party| is_thing(party) && !self.people_before(at)),
            // "The decision was welcomed by Russia": nobody of the sentence before is the guest.
            Some(Predicate::Hosted) if patient.carried && self.is_thing_before(at) => patient = Parties::default(),
            Some(Predicate::Hosted) if !self.people_before(at) => patient.list.retain(|party| !is_thing(party)),
            _ => {}
        }
        if patient.is_empty() || patient.carried {
            let opening = self.clause.described_by_opening(at, agent);
            patient = if opening.is_empty() { patient } else { opening };
        }
        // "Brazil's decision to invite Peru was criticised": not whom the aim names.
        let chain = self.clause.chain_start(at);
        if judges && self.clause.before_aim(chain) < chain {
            patient = Parties::default();
        }
        // "A village in Eritrea was bombed by Ethiopia": whose ground it is.
        if patient.is_empty() && trigger.predicate == Some(Predicate::Attacked) {
            patient = self.ground_of_subject(chain);
        }
        // "weapons supplied by Turkey to Sarraj": who gets them.
        // "A letter was sent by Macron to Putin" is no help.
        let help = |unit: &Unit| {
            unit.phrase().is_none() && (unit.is(Class::Asset) || unit.kind == Kind::Noun && !unit.is(Class::Document))
        };
        let sent = !trigger.flags.assets || self.clause.units[..at].iter().any(help);
        if let Some(got) = self.got_from(trigger, agent).filter(|_| sent) {
            patient = got;
        }
        if patient.is_empty() && judges { self.clause.judged_thing(at) } else { patient }
    }

    /// "The decision was": whether a word that names nobody stands as the subject of an English verb.
    fn is_thing_before(&self, at: usize) -> bool {
        let chain = self.clause.chain_start(at);
        let last = chain.checked_sub(1).filter(|_| self.reader.lang == Lang::En && chain < at);
        last.is_some_and(|last| {
            let unit = &self.clause.units[last];
            let told = |class| matches!(class, Class::Conj | Class::Relative | Class::Complement);
            unit.phrase().is_none()
                && !unit.is_mark()
                && !unit.is_preposition()
                && unit.kind != Kind::Verb
                && unit.case.is_none()
                && !unit.has(told)
        })
    }

    /// "Targets in Eritrea were", "The port of Aden was": the place where the thing lies that is the subject whose auxiliaries begin at a unit.
    fn ground_of_subject(&self, chain: usize) -> Parties {
        let (clause, units) = (self.clause, self.clause.units);
        let located = |place: usize| {
            let kind = clause.unit_phrase(place).map(|phrase| phrase.kind);
            let land = matches!(kind, Some(PhraseKind::Place | PhraseKind::Country));
            land && clause.bare_party(place)
                && ["in", "of", "inside"].iter().any(|word| clause.is_preposition_of(place - 1, word))
        };
        let thing = |at: usize| {
            let unit = &units[at];
            unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark() && !unit.is_preposition()
        };
        match chain.checked_sub(1).filter(|&place| self.reader.lang == Lang::En && place > 1 && located(place)) {
            Some(place) if thing(place - 2) => Parties::new(clause.parties_of(place), 0.8, chain),
            _ => Parties::default(),
        }
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
    pub(super) fn by_agent(&self, at: usize, trigger: &Trigger) -> Option<Frame> {
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
        let patient = self.sufferer_before_agent(at, trigger)?;
        let noun = self.clause.units[at].kind == Kind::Noun;
        // التهديدات الموجهة ضد تركيا من قبل واشنطن: nobody who stands behind the agent is the genitive.
        let nobody = patient.is_empty() || noun && patient.end >= agent.end;
        let patient = if noun && nobody { self.suffered_from(at, trigger, &agent) } else { patient };
        let patient = self.fit(trigger, &trigger.object, patient);
        // الهجوم على سوريا من جانب الجيش: of a word for both, force between powers.
        let meant = !agent.is_empty() && !patient.is_empty() && self.is_of_kind(trigger, &agent, &patient);
        meant.then_some((agent, Some(patient)))
    }

    /// Returns what stands as subject or genitive of a word whose agent is told behind it; `None` of a word that has neither.
    fn sufferer_before_agent(&self, at: usize, trigger: &Trigger) -> Option<Parties> {
        let unit = &self.clause.units[at];
        let of_noun = trigger.object.contains(&Slot::SecondGenitive);
        match unit.kind {
            Kind::Verb if trigger.object.contains(&Slot::Object) => {
                let subject = self.clause.subjects[at].clone().filter(|found| !found.is_empty());
                Some(match subject {
                    Some(own) if !own.carried => own,
                    // وصل إلى باماكو واستقبل من طرف الرئيس: nobody else stands between, so it is done to who was named before.
                    Some(carried) if self.clause.agent_is_next(at) => carried,
                    _ => self.clause.object(at + 1, true),
                })
            }
            // خلال استقباله من قبل الرئيس: the pronoun is of who was received.
            Kind::Noun if of_noun && unit.owner().is_some() => Some(self.clause.suffix(at)),
            Kind::Noun if of_noun => {
                let genitive = self.clause.genitive(at);
                Some(if genitive.is_empty() { self.clause.object(at + 1, true) } else { genitive })
            }
            Kind::Noun => Some(Parties::default()),
            _ => None,
        }
    }

    /// الاعتداء على السفارة من قبل متظاهرين, الهجوم على غزة من جانب إسرائيل: on whom a deed is done, behind the noun's own preposition and
    /// before who does it.
    fn suffered_from(&self, at: usize, trigger: &Trigger, agent: &Parties) -> Parties {
        let deed = matches!(
            trigger.predicate,
            Some(
                Predicate::Attacked
                    | Predicate::Sanctioned
                    | Predicate::Criticised
                    | Predicate::Threatened
                    | Predicate::DemandedOf
                    | Predicate::Praised
                    | Predicate::Supported
                    | Predicate::Aided
            )
        );
        let behind_slots: Vec<Slot> =
            trigger.object.iter().copied().filter(|slot| matches!(slot, Slot::Prep(_))).collect();
        let whose = trigger.subject.contains(&Slot::Genitive);
        let found = if deed && whose && !agent.is_empty() {
            self.slot(at, trigger, &behind_slots, Shape::Noun { definite: true, owner: None }, None)
        } else {
            None
        };
        // التهديدات الموجهة من قبل واشنطن إلى تركيا: or right behind who does it.
        let behind = |found: &Parties| {
            const NEAR: usize = 3;
            let open = |unit: &Unit| !unit.is_mark() && unit.kind != Kind::Verb;
            found.end <= agent.end + NEAR && self.clause.units[agent.end..found.end].iter().all(open)
        };
        let found = found.map(|(found, _)| found).or_else(|| self.sent_to(at, &behind_slots, agent.end));
        found.filter(|found| found.end < agent.end || found.end > agent.end && behind(found)).unwrap_or_default()
    }

    /// التهديدات الموجهة إلى تركيا من قبل واشنطن, الموجهة من واشنطن إلى تركيا: whom the participle of a noun has behind one of its prepositions, right
    /// behind it or where the agent ends.
    fn sent_to(&self, at: usize, slots: &[Slot], agent: usize) -> Option<Parties> {
        const NEAR: usize = 3;
        let clause = self.clause;
        let sent = (at + 1..clause.units.len().min(at + 1 + NEAR)).find(|&i| clause.units[i].is(Class::Origin))?;
        let led = |&next: &usize| {
            next < clause.units.len()
                && slots.iter().any(|slot| match *slot {
                    Slot::Prep(id) => clause.governs(next, id) || clause.has_clitic(next, id),
                    _ => false,
                })
        };
        let next = [sent + 1, agent].into_iter().find(led)?;
        clause.governed(next, false).filter(|found| !found.is_empty())
    }
}
