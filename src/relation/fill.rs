//! Fills a frame: a trigger and the shape it stands in come in, its subject and object go out.
//!
//! Where each slot is looked for; whether what stands there may fill it is asked of `fit`.

use super::clause::{Parties, Party};
use super::fit::fits_participle;
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::trace::{Place, Seat, Side, Why};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Predicate, PrepId, Sense, Shape, Slot, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

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
        if passive && (trigger.object.contains(&Slot::Object) || trigger.object.contains(&Slot::ObjectOwner)) {
            let by = self.clause.knowledge.lexicon.preposition_id("by")?;
            let agent = self.clause.behind(at, at + 1, by, false, None);
            // "was told of the plan by Kerry": no order.
            if trigger.flags.sense == Some(Sense::Orders) && !self.orders(at + 1) && !self.orders(agent.end) {
                return self.fails(Why::NoInfinitive);
            }
            let mut patient = self.clause.subjects[at].clone().unwrap_or_default();
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
            if patient.is_empty() && judges {
                patient = self.clause.owner_of_subject(at);
            }
            let agent = self.fit(trigger, &trigger.subject, agent);
            let patient = self.fit(trigger, &trigger.object, patient);
            if agent.is_empty() || patient.is_empty() {
                return self.fails(if agent.is_empty() { Why::PassiveWithoutAgent } else { Why::NoObject });
            }
            return self.seated(Some((agent, Some(patient))), Seat::PassiveAgent, Seat::PassivePatient);
        }
        if passive {
            return self.fails(Why::PassiveWithoutAgent);
        }
        if trigger.flags.negated && !self.is_negated(at) {
            return self.fails(Why::NotNegated);
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
        if backing && (thanked || !clitics.has(Clitics::BI) && !clitics.has(Clitics::LI)) {
            return self.fails(Why::BareBacking);
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
            && !(self.clause.serves(at) && subject.list.len() == 1)
            && !(self.clause.demands_clearly(at) && subject.list.len() == 1)
        {
            return self.fails(Why::CarriedSubject);
        }
        if self.is_unnamed(at, trigger, &subject) {
            return self.fails(Why::UnnamedSubject);
        }
        if !fits_participle(shape, &subject) && !self.clause.comes_by(at) {
            return self.fails(Why::Disagrees);
        }
        if trigger.object.first() == Some(&Slot::Same) {
            let told = !trigger.flags.assets || self.withholds(at, trigger, subject.end);
            let several = subject.list.len() > 1 && !subject.group;
            if !told || !several {
                return self.fails(if told { Why::OnlyOne } else { Why::NothingWithheld });
            }
            return Some((subject, None));
        }
        match self.slot(at, trigger, &trigger.object, shape, Some(&subject)) {
            Some((object, _)) if self.out_of_order(trigger, &subject, &object) => self.fails(Why::OutOfOrder),
            Some((object, _)) if !self.is_of_kind(trigger, &subject, &object) => self.fails(Why::WrongKind),
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
            Some((object, _))
                if trigger.predicate == Some(Predicate::DemandedOf) && self.clause.invites(at + 1, object.end) =>
            {
                self.fails(Why::Invites)
            }
            Some((object, _)) if self.reader.lang == Lang::En && object.list == subject.list => {
                self.fails(Why::SameParties)
            }
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
            Some((object, _)) if trigger.flags.infinitive && !self.asks(object.end) => self.fails(Why::NoInfinitive),
            // "Salehi later called on the Grand Imam, and": a visit, where nothing is asked.
            Some((object, _)) if trigger.flags.sense == Some(Sense::Demands) && self.calls_at(&object) => {
                self.fails(Why::NoInfinitive)
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
            Some((object, _)) if trigger.flags.sense == Some(Sense::Names) && !self.clause.calls_names(object.end) => {
                self.fails(Why::Naming)
            }
            // "told Japan not to": an order, which a row of its own tells.
            Some((object, _)) if trigger.flags.sense == Some(Sense::Informs) && self.orders(object.end) => {
                self.fails(Why::AnotherSense)
            }
            // "gave Iran an ultimatum"
            Some((object, _)) if trigger.predicate == Some(Predicate::Aided) && self.menaces(at, object.end) => {
                self.fails(Why::AnotherSense)
            }
            Some(_) if trigger.flags.heads && !self.heads_delegation(at) => self.fails(Why::NoDelegation),
            Some((object, _)) if trigger.is_journey() && self.clause.units[at].kind == Kind::Verb => {
                Some((self.clause.with_company_behind(at, subject), Some(object)))
            }
            Some((object, _)) => Some((subject, Some(object))),
            None if trigger.object.contains(&Slot::Object)
                && (trigger.predicate?.family() == Family::Contact || self.needs_object(at, trigger, &subject))
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
            None if trigger.flags.sense == Some(Sense::Sees) => self.fails(Why::SeesNobody),
            None => {
                let pairs = trigger.predicate.is_some_and(Predicate::is_symmetric)
                    || trigger.flags.either && trigger.predicate?.family() == Family::Contact
                    || trigger.object.contains(&Slot::Same);
                // "the two agreed to meet again": whose aim it is.
                // "France and the UN have called on the rebels": no call between them.
                let called_by = trigger.flags.weak && trigger.flags.either && self.clause.units[at].kind == Kind::Verb;
                let own = (!subject.carried || self.clause.binds(at)) && subject.list.len() > 1 && !called_by;
                if !pairs || !own || !self.reciprocal(at, trigger, slot) {
                    return self.fails(if pairs && own { Why::NotToEachOther } else { Why::NoObject });
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

    /// Returns whether the verb before a letter from somebody says that it is brought: its subject gets no letter.
    fn carries_letter(&self, at: usize, trigger: &Trigger) -> bool {
        const WORDS: usize = 4;
        let units = &self.clause.units[..at];
        let verb =
            units.iter().rev().take(WORDS).take_while(|unit| !unit.is_mark()).find(|unit| unit.kind == Kind::Verb);
        trigger.predicate == Some(Predicate::WroteTo)
            && verb.is_some_and(|verb| verb.means(&self.clause.knowledge.lexicon, Sense::Bears))
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

    /// قصف حلب من قبل روسيا, انتُقد ماكرون من جانب تركيا: an agent behind the word makes its subject or genitive the object.
    fn by_agent(&self, at: usize, trigger: &Trigger) -> Option<(Parties, Option<Parties>)> {
        let one_way = trigger.predicate.is_some_and(|predicate| {
            predicate.family() != Family::Contact || matches!(predicate, Predicate::Hosted | Predicate::Briefed)
        });
        if self.reader.lang != Lang::Ar || !one_way || trigger.object.first() == Some(&Slot::Same) {
            return None;
        }
        let agent = self.fit(trigger, &trigger.subject, self.clause.passive_agent(at)?);
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
            _ => return None,
        };
        let patient = self.fit(trigger, &trigger.object, patient);
        (!agent.is_empty() && !patient.is_empty()).then_some((agent, Some(patient)))
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
            return true;
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
        let clause = self.clause;
        for &slot in slots {
            let parties = match slot {
                // إن السياسات الإسرائيلية تقوض السلام: of a charge what is his counts for him.
                Slot::Subject if trigger.subject.first() == Some(&Slot::Speaker) => clause.subjects[at]
                    .clone()
                    .filter(|found| !found.is_empty() && !found.carried)
                    .or_else(|| at.checked_sub(1).and_then(|before| clause.topic_before(before)))
                    .or_else(|| clause.subjects[at].clone())
                    .unwrap_or_default(),
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
                Slot::Control if clause.is_handed_over(at) => Parties::default(),
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
                Slot::Genitive => Some(clause.genitive(at))
                    .filter(|found| !found.is_empty())
                    .or_else(|| self.thing_of_deed(at, trigger, slots, shape))
                    .unwrap_or_default(),
                Slot::SecondGenitive => clause.second_genitive(at),
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
                Slot::Adjective => clause.adjectives(at),
                Slot::Control if self.is_told_of(at, trigger, shape) => Parties::default(),
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
                Slot::Control => {
                    let mut found = self.control(at, shape);
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
                Slot::ObjectOwner => clause.object_owner(at),
                Slot::Complement => clause.complement_subject(at),
                Slot::Demander => self.demander(at),
                Slot::Obliged => self.obliged(at),
                Slot::Destination => clause.destination(at),
                // رفضت مصر طلبا للولايات المتحدة: whose request it is, not to whom.
                Slot::Doer if trigger.predicate == Some(Predicate::DemandedOf) && clause.is_answered(at) => {
                    Parties::default()
                }
                Slot::Doer if self.reader.lang == Lang::En && trigger.predicate == Some(Predicate::Attacked) => {
                    clause.force_doer(at)
                }
                Slot::Doer => clause.doer_of_noun(at),
                Slot::Sufferer => {
                    // افتتح مدرسة بتمويل من فرنسا: what is paid for is not whoever acts.
                    let help = matches!(trigger.predicate, Some(Predicate::Supported | Predicate::Aided))
                        && !trigger.flags.weak
                        && matches!(trigger.subject.first(), Some(Slot::Prep(_)));
                    clause.receiver_of_noun(at, help)
                }
                Slot::Before if trigger.object.first() == Some(&Slot::Same) => clause.pair_of_ties(at),
                Slot::Before => clause.named_before(at),
                Slot::Speaker => clause.speaker(at),
                Slot::Actor => clause.wanted_of(at, subject),
                Slot::Target(id) => clause.target_of_deed(at, id, trigger.predicate == Some(Predicate::Promised)),
                // تلقى برقية بمناسبة اختياره لرئاسة الاتحاد: who gets what came from another is the subject.
                Slot::Prep(_)
                    if subject.is_some_and(|found| !found.carried) && clause.is_received(at, trigger, slots) =>
                {
                    continue;
                }
                Slot::Prep(id) if trigger.predicate == Some(Predicate::Met) => {
                    let mut found = self.no_place(id, self.behind(at, trigger, id, subject));
                    // قمة قادة الدول الأعضاء بالمنظمة: the body they belong to.
                    if clause.units[at].kind == Kind::Noun && found.confidence < 0.9 && self.is_with_clitic(id) {
                        found.list.retain(|party| party.kind != PhraseKind::Body);
                    }
                    found
                }
                // الأراضي التي سيطرت عليها في أوكرانيا: the pronoun is the ground.
                Slot::Prep(_) if self.resumes_ground(at, trigger) => {
                    let before = clause.relative_before(at).and_then(|relative| relative.checked_sub(1));
                    let land =
                        |i: usize| i > 0 && clause.units[i - 1].has(|c| matches!(c, Class::Land | Class::PlaceHead));
                    let named = before
                        .filter(|&i| clause.bare_party(i) || clause.unit_phrase(i).is_some() && land(i))
                        .map(|i| Parties::new(clause.parties_of(i), 0.8, at + 2));
                    let doer = clause.subjects[at].as_ref().filter(|found| !found.carried).map_or(0, |found| found.end);
                    named.unwrap_or_else(|| self.ground(at, doer.max(at + 2)))
                }
                // "to defend itself against attacks from Hamas in Gaza": where those are who attack it.
                Slot::Prep(_)
                    if clause.is_in_defence(at) && slots.contains(&Slot::Facing) && !clause.facing(at).is_empty() =>
                {
                    continue;
                }
                Slot::Prep(id) => Some(self.behind(at, trigger, id, subject))
                    .filter(|found| self.admits(at, trigger, id, found))
                    .filter(|found| !found.is_empty())
                    .or_else(|| {
                        let backed = trigger.predicate == Some(Predicate::Supported) && subject.is_some();
                        let from = subject.map_or(at + 1, |found| found.end.max(at + 1));
                        clause.backed_in(from, Some(id)).filter(|_| backed)
                    })
                    .or_else(|| {
                        let talks = subject.is_some() && super::topic::is_of_topic(trigger, id);
                        talks.then(|| clause.partner_behind_topic(at, id))
                    })
                    .unwrap_or_default(),
                Slot::Receiver => clause.receiver(at),
                Slot::Besides => clause.besides(at),
                Slot::Purpose if clause.units[at].clitics.has(Clitics::LI) => self.control(at, shape),
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
        None
    }

    /// تحرير مدينة تكريت, نفت قصف مواقع في سوريا: whose the thing is that a noun of force, sanction or aid has as its object.
    fn thing_of_deed(&self, at: usize, trigger: &Trigger, slots: &[Slot], shape: Shape) -> Option<Parties> {
        let bare = matches!(shape, Shape::Noun { definite: false, owner: None });
        let object = std::ptr::eq(slots, trigger.object.as_slice());
        let found =
            (bare && object && self.clause.is_deed(at)).then(|| self.clause.owner_of_thing(at + 1, 1)).flatten();
        found.filter(|found| self.clause.can_meet(at, at + 1, found.end))
    }

    /// One past whose deed a noun is, by its genitive or its suffix.
    fn owner_end(&self, at: usize, slot: Slot) -> usize {
        let genitive = if slot == Slot::Genitive { self.clause.genitive(at) } else { Parties::default() };
        genitive.end.max(at + 1)
    }

    /// The subject of the clause, unless a participle describes a noun of it.
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

    fn control(&self, at: usize, shape: Shape) -> Parties {
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
        if self.reader.lang == Lang::En || !goal && !object_of_verb {
            return None;
        }
        slots.iter().find_map(|&other| {
            let Slot::Prep(id) = other else { return None };
            let found = self.fit(trigger, slots, self.no_place(id, self.behind(at, trigger, id, None)));
            let before = !found.is_empty() && found.end < object.end && object.end > at + 1;
            let apart = found.list.iter().all(|party| object.list.iter().all(|o| o.referent != party.referent));
            (before && apart).then_some((found, other))
        })
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
        if trigger.flags.near {
            return clause.right_behind(at, preposition);
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
        let contact = contact || trigger.predicate == Some(Predicate::Aided);
        if found.is_empty() && contact && self.reader.lang == Lang::Ar && !trigger.is_journey() {
            found = clause.before_noun(at, preposition, subject);
        }
        if !found.is_empty() || !clause.units[at].is(Class::Skip) {
            return found;
        }
        let verb =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        verb.map_or(found, |verb| clause.behind(verb, verb + 1, preposition, false, subject))
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
        if stance && self.is_earlier(party) && !here && !opens { EARLIER } else { 1.0 }
    }

    /// Returns whether a party was named in an earlier sentence.
    pub(super) fn is_earlier(&self, party: &Party) -> bool {
        let Some(first) = self.clause.units.first().map(|unit| unit.start) else { return false };
        let start = self.tokens.tokens[first].span.start;
        party.span.is_some_and(|span| span.end <= start)
    }

    /// "Obama and Putin failed to agree in a frosty meeting": whether two people of different countries are told to do
    /// something.
    fn are_abroad_to_each_other(&self, parties: &Parties) -> bool {
        let [a, b] = parties.list.as_slice() else { return false };
        let of = |party: &Party| self.clause.country_of(party.referent).filter(|_| party.kind == PhraseKind::Person);
        of(a).is_some() && of(b).is_some() && of(a) != of(b)
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
        let next = at > 0 && self.clause.units[at - 1].is(Class::Ahead);
        self.reader.lang == Lang::Ar
            && (next || self.clause.units[at].clitics.has_conjunction())
            && self.clause.goes_on_without_subject(at)
            && subject.list.iter().all(|party| !self.is_earlier(party))
    }

    /// وندد المتظاهرون بإسرائيل: behind a verb that takes no object stands whoever does it, even if the text does not name him.
    fn is_unnamed(&self, at: usize, trigger: &Trigger, subject: &Parties) -> bool {
        let prepositional = matches!(trigger.object.first(), Some(Slot::Prep(_)));
        self.reader.lang == Lang::Ar
            && self.clause.units[at].kind == Kind::Verb
            && subject.carried
            && prepositional
            && trigger.predicate.is_some_and(|predicate| predicate.family() != Family::Contact)
            && !self.clause.goes_on_without_subject(at)
    }
}
