//! Looks for who fills a slot of a frame: where each slot stands in the sentence.
//!
//! Whether what stands there may fill it is asked of `fit`; which slots a frame has, and what its two sides say of each
//! other, of `fill`. Slots that take more than one question are told in `slot_owner` (whose a noun is), `slot_control`
//! (the subject of the clause) and `slot_preposition`.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::trace::{Place, Side};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Pos, Predicate, PrepId, Shape, Slot, Status, Trigger, WordList};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// One side of a frame that is to be filled.
#[derive(Clone, Copy)]
pub(super) struct Sought<'a> {
    /// The unit of the word that signals the relation.
    pub(super) at: usize,
    pub(super) trigger: &'a Trigger,
    /// Where the side may stand, by the row: what comes first counts.
    pub(super) slots: &'a [Slot],
    pub(super) shape: Shape,
    /// Who fills the other side, when that has been found.
    pub(super) subject: Option<&'a Parties>,
}

impl Sought<'_> {
    pub(super) fn tells(&self, predicate: Predicate) -> bool {
        self.trigger.predicate == Some(predicate)
    }

    /// Returns whether the side is that of the object.
    pub(super) fn is_object(&self) -> bool {
        std::ptr::eq(self.slots, self.trigger.object.as_slice())
    }

    /// One past the word itself and the subject, if that has been found.
    pub(super) fn past_subject(&self) -> usize {
        self.subject.map_or(self.at + 1, |found| found.end.max(self.at + 1))
    }
}

impl Sentence<'_> {
    /// Tries the slots in order; the first that yields a party counts.
    ///
    /// `subject` is who fills the other slot, when that has been found.
    pub(super) fn slot(
        &self,
        at: usize,
        trigger: &Trigger,
        slots: &[Slot],
        shape: Shape,
        subject: Option<&Parties>,
    ) -> Option<(Parties, Slot)> {
        let sought = Sought { at, trigger, slots, shape, subject };
        slots.iter().find_map(|&slot| self.filled(&sought, slot)).or_else(|| self.own_ground_struck(&sought))
    }

    /// Who fills one slot: of those who stand there whom `fit` admits, or who stands nearer at another slot.
    fn filled(&self, sought: &Sought, slot: Slot) -> Option<(Parties, Slot)> {
        let &Sought { at, trigger, slots, subject, .. } = sought;
        let stood = self.stands_at(sought, slot)?;
        let noted = self.clause.trace.map(|trace| {
            trace.look();
            stood.list.clone()
        });
        let mut parties = self.fit(trigger, slots, stood);
        // اغتيال المعارض التونسي المنسق العام لحزب: who is killed, with his offices.
        if slot == Slot::Genitive && subject.is_none() && sought.tells(Predicate::Attacked) {
            parties.list.retain(|party| party.kind != PhraseKind::Unknown);
        }
        if subject.is_some() && !parties.is_empty() && self.reader.lang == Lang::Ar {
            self.clause.without_harmed(trigger, &mut parties);
        }
        if let (Some(trace), Some(noted)) = (self.clause.trace, noted) {
            let side = if sought.is_object() { Side::Object } else { Side::Subject };
            trace.slot(side, Place::Slot(slot), &noted, &parties);
        }
        if parties.is_empty() {
            return None;
        }
        let nearer = self.nearer(at, trigger, slots, slot, &parties);
        Some(nearer.unwrap_or((parties, slot)))
    }

    /// Who stands at one slot; `None` where the slot tells nothing of this word, so that it is not even looked at.
    fn stands_at(&self, sought: &Sought, slot: Slot) -> Option<Parties> {
        let clause = self.clause;
        let &Sought { at, trigger, subject, .. } = sought;
        let parties = match slot {
            Slot::Subject => self.at_subject(sought),
            Slot::Object => self.at_object(sought),
            Slot::Genitive => self.at_genitive(sought),
            Slot::SecondGenitive if clause.is_margin_of_body(at) => Parties::default(),
            Slot::SecondGenitive => clause.second_genitive(at),
            Slot::Suffix => self.at_suffix(sought),
            Slot::Adjective => self.at_adjective(sought),
            Slot::Control => return self.at_control(sought),
            Slot::Doer => self.at_doer(sought),
            Slot::Sufferer => self.at_sufferer(sought),
            Slot::Facing => clause.facing(at),
            Slot::ObjectOwner => Some(clause.object_owner(at))
                .filter(|owner| !owner.is_empty())
                .unwrap_or_else(|| clause.owner_of_relative(at)),
            Slot::Complement => clause.complement_subject(at),
            Slot::Demander => self.demander(at),
            Slot::Obliged => self.obliged(at),
            Slot::Destination => clause.destination(at),
            Slot::Before => self.at_before(sought),
            // "said Iran was behind the attack"
            Slot::Speaker if self.is_with_auxiliary(at) => clause.accuser(at, Some(&clause.finite_subject(at, None))),
            Slot::Speaker => clause.speaker(at),
            Slot::Actor => clause.wanted_of(at, subject),
            Slot::Struck => self.struck(at, subject),
            Slot::Condition => {
                let menace = sought.slots.iter().any(|slot| matches!(slot, Slot::Target(_)));
                clause.doer_of_condition(at, !menace)
            }
            Slot::Target(id) => self.at_target(sought, id),
            Slot::Prep(id) => return self.at_preposition(sought, id),
            // وقعت مصر وروسيا عقد شراء مروحيات: who do something together are not those whom they give it.
            Slot::Receiver => Some(clause.receiver(at))
                .filter(|found| subject.is_none_or(|own| own.list.len() < 2 || found.list != own.list))
                .unwrap_or_default(),
            Slot::Besides => self.at_besides(at, trigger),
            Slot::Purpose => self.at_purpose(sought),
            Slot::Side => clause.side(at),
            Slot::Traveller => clause.traveller(at),
            Slot::MeetingOwner => clause.meeting_owner(at),
            Slot::Attendant => clause.attendant(at),
            Slot::Same => return None,
        };
        Some(parties)
    }

    /// The subject of the word's own clause.
    fn at_subject(&self, sought: &Sought) -> Parties {
        let clause = self.clause;
        let &Sought { at, trigger, subject, .. } = sought;
        // "Macron is headed to Cairo, an official said": a participle that has its auxiliary with it is the verb of a clause.
        if self.is_with_auxiliary(at) {
            return clause.finite_subject(at, None);
        }
        if trigger.subject.first() == Some(&Slot::Speaker) {
            return self.charged_subject(at);
        }
        // أبرمت بين صربيا وكل من كوسوفو والبوسنة: one side of those between whom it was.
        if sought.tells(Predicate::AgreedWith)
            && clause.subjects[at].as_ref().is_some_and(|found| clause.is_joined_by_each(found))
        {
            return Parties::default();
        }
        let found = clause.subjects[at].clone().unwrap_or_default();
        // "The Israeli raid drew condemnation from": whose deed it is.
        let drawn = found.is_empty() && subject.is_some() && self.reader.lang == Lang::En;
        if drawn { clause.owner_of_subject(at) } else { found }
    }

    /// The subject of a verb that is a charge in the mouth of another, whose own subject is then no speaker.
    fn charged_subject(&self, at: usize) -> Parties {
        let clause = self.clause;
        let own = clause.subjects[at].clone().filter(|found| !found.is_empty() && !found.carried);
        // "said Iran's actions violated the law"
        if self.reader.lang == Lang::En {
            return own.unwrap_or_else(|| clause.charged_en(at));
        }
        // إن السياسات الإسرائيلية تقوض السلام: of a charge what is his counts for him.
        own.or_else(|| at.checked_sub(1).and_then(|before| clause.topic_before(clause.before_place(before))))
            .or_else(|| clause.subjects[at].clone())
            .unwrap_or_default()
    }

    /// The object of the word.
    fn at_object(&self, sought: &Sought) -> Parties {
        let clause = self.clause;
        let &Sought { at, trigger, shape, subject, .. } = sought;
        if trigger.subject.contains(&Slot::MeetingOwner) {
            let owner = subject.map_or(at + 1, |owner| owner.end);
            let mut found = clause.object(owner.max(clause.behind_event(at)), false);
            // شملت مباحثاته سوريا: what they were about.
            found.list.retain(|party| clause.is_human(party));
            return found;
        }
        if trigger.flags.event {
            return clause.object(clause.behind_event(at), false);
        }
        self.object(at, trigger, shape, subject)
    }

    /// Who is named before the word.
    fn at_before(&self, sought: &Sought) -> Parties {
        let clause = self.clause;
        let at = sought.at;
        if sought.subject.is_none() && self.reader.lang == Lang::En {
            return if self.is_no_longer(at) { Parties::default() } else { clause.described_by(at) };
        }
        if sought.trigger.object.first() == Some(&Slot::Same) {
            clause.pair_of_ties(at)
        } else {
            clause.named_before(at)
        }
    }

    /// Whom the deed is to be done to that a threat or a promise tells.
    fn at_target(&self, sought: &Sought, id: PrepId) -> Parties {
        let clause = self.clause;
        let mut found = clause.target_of_deed(sought.at, id, sought.tells(Predicate::Promised));
        if sought.tells(Predicate::Threatened) && self.reader.lang == Lang::Ar {
            clause.further_targets(&mut found);
            // هدد بضربها, بفرض عقوبات عليها
            if found.is_empty() && !found.opaque {
                found = clause.menaced(sought.at, id, sought.subject);
            }
            if found.is_empty() && !found.opaque {
                found = self.whom_one_answers(sought);
            }
        }
        // هدد بقصف الرياض: whose the capital is.
        if self.reader.lang == Lang::Ar {
            self.capitals_for_countries(&mut found);
        }
        found
    }

    /// فرضت واشنطن عقوبات على موسكو. وهددت روسيا بالرد: who did something to the threatener in the sentence before, where he only says that he
    /// will answer.
    fn whom_one_answers(&self, sought: &Sought) -> Parties {
        use Predicate::{Attacked, Criticised, Sanctioned, Seized, Threatened};
        const SURE: f64 = 0.85;
        let clause = self.clause;
        let Some([own]) = sought.subject.map(|own| own.list.as_slice()) else { return Parties::default() };
        let subject = clause.subjects[sought.at].as_ref().filter(|subject| !subject.carried);
        let from = subject.map_or(sought.at + 1, |subject| subject.end.max(sought.at + 1));
        let answers = (from..from + 2).any(|at| self.begins_listed(WordList::Answers, at));
        let suffers = |party: &Party| {
            party.referent == own.referent || clause.country_of(own.referent).is_some_and(|land| land == party.referent)
        };
        let against = |told| matches!(told, Attacked | Criticised | Sanctioned | Seized | Threatened);
        let mut list: Vec<Party> = Vec::new();
        for (told, doer, whom) in clause.memory.alike.iter().filter(|_| answers) {
            let known = list.iter().any(|known| known.referent == doer.referent);
            if against(*told) && suffers(whom) && !known && clause.are_apart(&[*own], &[*doer]) {
                list.push(*doer);
            }
        }
        if list.len() == 1 { Parties::new(list, SURE, sought.at + 1) } else { Parties::default() }
    }

    /// To whom the verb of the clause does something, of a noun that tells how or when.
    fn at_besides(&self, at: usize, trigger: &Trigger) -> Parties {
        let clause = self.clause;
        match trigger.predicate {
            Some(Predicate::Met | Predicate::TalkedWith) if self.reader.lang == Lang::Ar => clause.told_at_meeting(at),
            Some(Predicate::Met | Predicate::TalkedWith) => clause.besides(at),
            Some(Predicate::Attacked) => clause.killed_in(at),
            _ => clause.addressed_alike(at).unwrap_or_else(|| clause.besides(at)),
        }
    }

    /// Who acts in the clause, of a noun that tells what for.
    fn at_purpose(&self, sought: &Sought) -> Parties {
        let clause = self.clause;
        let &Sought { at, trigger, shape, .. } = sought;
        if sought.tells(Predicate::Mediated) {
            let owner = clause.owner_of_mediation(at);
            let attempted = owner.is_none() && clause.is_attempted(at);
            return if attempted { self.control(at, shape) } else { owner.unwrap_or_default() };
        }
        let thanks_nobody = sought.tells(Predicate::Praised) && !clause.goes_to_somebody(at);
        // أرسلت فرنسا طائرة لمساعدة لبنان: who sends something, and not who only wants help to be given.
        let sends_nothing = || sought.tells(Predicate::Aided) && !trigger.flags.force && !clause.is_sent_for(at);
        if thanks_nobody || sends_nothing() || !clause.units[at].clitics.has(Clitics::LI) {
            return Parties::default();
        }
        let ready = clause.willing(at).filter(|_| sought.tells(Predicate::Aided));
        // شنت هجوما للسيطرة على المدينة: with or without the article.
        let aim = match shape {
            Shape::Noun { definite: true, owner: None } => Shape::Noun { definite: false, owner: None },
            _ => shape,
        };
        let acts = ready.or_else(|| clause.owner_of_aim(at)).unwrap_or_else(|| self.control(at, aim));
        if acts.is_empty() && sought.tells(Predicate::Seized) { clause.who_wages(at).unwrap_or_default() } else { acts }
    }

    /// Whose own ground is struck, or at whose border, where no slot of the object has yielded anybody.
    fn own_ground_struck(&self, sought: &Sought) -> Option<(Parties, Slot)> {
        let clause = self.clause;
        let doer = sought.subject.filter(|_| sought.is_object())?;
        let behind = sought.past_subject();
        let own =
            clause.own_ground_struck(sought.at, behind, doer).or_else(|| clause.struck_at_border(sought.at, behind))?;
        let direct = |slot: &Slot| matches!(slot, Slot::SecondGenitive | Slot::Genitive | Slot::Prep(_));
        Some((own, sought.slots.iter().copied().find(direct)?))
    }

    /// "handed the king a message from Macron", "handed Modi an invitation from Sharif", "gave Merkel a briefing": who gets what comes from somebody.
    pub(super) fn handed_to(&self, sought: &Sought, slot: Slot) -> Option<Parties> {
        let of_receiver = self.is_of_receiver(sought.trigger, slot, sought.subject);
        of_receiver.then(|| self.clause.handed_to(sought.at)).flatten()
    }

    /// Whether a slot of a letter or an invitation that comes from somebody asks for who gets it.
    fn is_of_receiver(&self, trigger: &Trigger, slot: Slot, subject: Option<&Parties>) -> bool {
        let letter = matches!(trigger.predicate, Some(Predicate::WroteTo | Predicate::Briefed)) && subject.is_some();
        let invitation = trigger.predicate == Some(Predicate::Visited)
            && trigger.flags.status == Some(Status::Possible)
            && trigger.subject == [Slot::Control]
            && subject.is_none()
            && slot == Slot::Control;
        self.reader.lang == Lang::En && trigger.pos == Pos::Noun && (letter || invitation)
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
}
