//! What a frame tells where none of its slots has an object: who did the like before, who gathers there, where a journey led, or
//! what several did to each other.

use super::clause::Parties;
use super::fill::{Frame, Reading};
use super::read::Sentence;
use super::trace::{Seat, Side, Why};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Predicate, Sense, Slot, Trigger};
use crate::text::Clitics;

impl Sentence<'_> {
    /// Returns the frame of those who do it where nobody stands as its object.
    pub(super) fn fill_without_object(&self, reading: Reading<'_>, (subject, slot): (Parties, Slot)) -> Option<Frame> {
        let Reading { at, trigger, .. } = reading;
        if let Some(alike) = self.like_before(at, trigger, &subject) {
            return Some((subject, Some(alike)));
        }
        if self.clause.is_sponsored_between(at) {
            return self.fails(Why::NotToEachOther);
        }
        let hosts = trigger.predicate == Some(Predicate::Hosted) && self.clause.units[at].kind == Kind::Verb;
        if hosts && let Some(guests) = self.clause.guests_of_meeting(at, &subject) {
            self.seat(Side::Object, Seat::Gathered, &guests);
            return Some((subject, Some(guests)));
        }
        if self.is_itself_object(reading, &subject) {
            return self.fill_swapped(at, trigger, subject);
        }
        if trigger.is_journey() && trigger.subject.contains(&Slot::Control) {
            return self.fill_stay(at, trigger, subject);
        }
        if matches!(trigger.flags.sense, Some(Sense::Sees | Sense::PaysCall)) {
            return self.fails(Why::SeesNobody);
        }
        // "Kerry and Hagel met with ministers": others than each other.
        if self.has_unnamed_behind(at, trigger) {
            return self.fails(Why::NotToEachOther);
        }
        self.fill_each_other(at, trigger, (subject, slot))
    }

    /// حيث التقى بطرس غالي: whether, of a verb that needs both, the one party behind it is the object of the one before.
    fn is_itself_object(&self, reading: Reading<'_>, subject: &Parties) -> bool {
        let Reading { at, trigger, shape } = reading;
        let contact = trigger.predicate.is_some_and(|told| told.family() == Family::Contact);
        trigger.object.contains(&Slot::Object)
            && (contact || self.needs_object(at, trigger, subject))
            // وخاطب زيلينسكي القمة: whom one addresses may have no name.
            && trigger.predicate != Some(Predicate::WroteTo)
            && self.clause.stands_behind(at, subject)
            && !(trigger.flags.needs.is_some() && self.means_another(at, trigger, shape, subject))
            && !self.clause.acts_on_word(subject.end)
            && !self.clause.has_guest_behind(subject.end)
            && !self.has_others_behind(trigger, subject.end)
            && !self.object(at, trigger, shape, None).opaque
    }

    /// Returns the frame with the party behind the verb as its object, and the one before the clause as its subject.
    fn fill_swapped(&self, at: usize, trigger: &Trigger, behind: Parties) -> Option<Frame> {
        if self.reader.lang == Lang::Ar && self.clause.meets_people_later(behind.end) {
            return self.fails(Why::NoObject);
        }
        let before = self.clause.subject_before_clause(at).or_else(|| self.fails(Why::NoObject))?;
        let object = self.fit(trigger, &trigger.object, behind);
        let subject = self.fit(trigger, &trigger.subject, before);
        if object.is_empty() || subject.is_empty() {
            return self.fails(Why::NotAllowed);
        }
        self.seated(Some((subject, Some(object))), Seat::BeforeClause, Seat::Swapped)
    }

    /// Returns the frame of a journey that leads to where its clause tells that somebody is.
    fn fill_stay(&self, at: usize, trigger: &Trigger, subject: Parties) -> Option<Frame> {
        let stay = Some(self.clause.place_of_visit(at)).filter(|found| !found.is_empty());
        let place = self.fit(trigger, &trigger.object, stay.unwrap_or_else(|| self.clause.stay(at)));
        if place.is_empty() {
            return self.fails(Why::NoObject);
        }
        self.seat(Side::Object, Seat::Stay, &place);
        Some((subject, Some(place)))
    }

    /// Returns the frame of a row whose parties all stand as its subject: did it to each other who are several, or two sides of them.
    pub(super) fn fill_same(&self, reading: Reading<'_>, subject: Parties) -> Option<Frame> {
        let Reading { at, trigger, shape } = reading;
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
        Some((subject, None))
    }

    /// Returns the frame of several who did it to each other, since nobody else is there.
    fn fill_each_other(&self, at: usize, trigger: &Trigger, (subject, slot): (Parties, Slot)) -> Option<Frame> {
        let contact = trigger.predicate.is_some_and(|told| told.family() == Family::Contact);
        let pairs = trigger.predicate.is_some_and(Predicate::is_symmetric)
            || trigger.flags.either && contact
            || trigger.object.contains(&Slot::Same);
        let with = self.clause.is_accompanied(at, &subject);
        let own = self.is_done_by_several(at, trigger, &subject, with);
        // سافر الطلاب للقاء أوباما وكيري: both are whom somebody goes to.
        let whom_one_goes_to = || {
            let led = self.reader.lang == Lang::Ar && self.clause.units[at].clitics.has(Clitics::LI);
            led && slot == Slot::Genitive && self.clause.visits_somebody(at)
        };
        if !pairs || !own || whom_one_goes_to() || !self.reciprocal(at, trigger, slot) {
            return self.fails(if pairs && own { Why::NotToEachOther } else { Why::NoObject });
        }
        if with && subject.list.len() > 2 {
            return subject.first_and_others();
        }
        // "The three agreed": who all met each other agreed with each other.
        if !subject.group || self.clause.sat_together(&subject.list) {
            return Some((Parties { group: false, ..subject }, None));
        }
        self.first_with_others_met(&subject)
    }

    /// Whether several, who stand here and were not only carried over, or who are said to do it together, do what a word tells.
    fn is_done_by_several(&self, at: usize, trigger: &Trigger, subject: &Parties, with: bool) -> bool {
        // "France and the UN have called on the rebels": no call between them.
        let called_by = trigger.flags.weak && trigger.flags.either && self.clause.units[at].kind == Kind::Verb;
        if subject.list.len() < 2 || called_by {
            return false;
        }
        // "the two agreed to meet again": whose aim it is.
        let bound = || self.clause.binds(at) || self.clause.binds_to_hold(at) || self.clause.is_tried_by_both(at);
        // أبلغ أردوغان ماكرون بالأمر عندما التقيا: the dual says of both that they did it.
        let dual = || subject.list.len() == 2 && self.clause.is_dual_verb(at);
        !subject.carried || with || bound() || dual()
    }

    /// "They agreed": who called each of the others agreed with each.
    fn first_with_others_met(&self, subject: &Parties) -> Option<Frame> {
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
}
