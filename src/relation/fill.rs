//! Fills a frame: a trigger and the shape it stands in come in, its subject and object go out.
//!
//! The steps of it, in their order, and what is asked before its subject is looked for and of the subject found. Who does what
//! a passive tells stands in `passive`, what the two sides say of each other in `both_sides`, what the frame tells without an
//! object of its own in `objectless`. Where a slot is looked for is asked of `slot`, whether what stands there may fill it of `fit`.

use super::clause::Parties;
use super::fit::fits_participle;
use super::read::Sentence;
use super::trace::{Place, Seat, Side, Why};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Predicate, Sense, Shape, Slot, Trigger};
use crate::text::Clitics;

/// Who does what a row tells and, where that stands in a slot of its own, to whom.
pub(super) type Frame = (Parties, Option<Parties>);

/// A row whose word stands at a unit, in one of its forms.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) at: usize,
    pub(super) trigger: &'a Trigger,
    pub(super) shape: Shape,
}

impl Sentence<'_> {
    /// Returns who does what a row tells, and to whom; nothing where the row is not meant here or a side is missing.
    pub(super) fn fill(&self, at: usize, trigger: &Trigger, shape: Shape, passive: bool) -> Option<Frame> {
        if self.clause.units[at].kind == Kind::Participle && self.clause.units[at].hyphen {
            let found = self.compound(at, trigger);
            return self.seated(found, Seat::Compound, Seat::Compound);
        }
        if let Some(why) = self.why_other_word(at, trigger, passive) {
            return self.fails(why);
        }
        if trigger.flags.sense == Some(Sense::Blames) {
            let found = self.held_guilty(at, trigger).or_else(|| self.fails(Why::AnotherSense));
            return self.seated(found, Seat::BeforeClause, Seat::BeforeClause);
        }
        if let Some(found) = self.angers(at, trigger) {
            return self.seated(Some(found), Seat::BeforeClause, Seat::BeforeClause);
        }
        // "was accepted by Israel but rejected by Hamas"
        let negated = |at: usize| self.is_negated(at) || passive && at > 0 && self.is_negated(at - 1);
        if trigger.flags.negated && !negated(at) {
            return self.fails(Why::NotNegated);
        }
        if passive {
            return self.fill_passive(at, trigger);
        }
        let reading = Reading { at, trigger, shape };
        if let Some(why) = self.why_only_spoken_of(at, trigger).or_else(|| self.why_other_event(reading)) {
            return self.fails(why);
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
        if let Some(why) = self.why_of_others(reading) {
            return self.fails(why);
        }
        let doer = self.doer(reading).or_else(|| self.fails(Why::NoSubject))?;
        self.fill_behind_doer(reading, doer)
    }

    /// Goes on where it is known who does it, and in which slot he stands: to each other, to what a clause tells, to whom the
    /// slots of the object hold, or to nobody of his own.
    fn fill_behind_doer(&self, reading: Reading<'_>, doer: (Parties, Slot)) -> Option<Frame> {
        let Reading { at, trigger, .. } = reading;
        if let Some(why) = self.why_no_doer(reading, &doer.0) {
            return self.fails(why);
        }
        if trigger.object.first() == Some(&Slot::Same) {
            return self.fill_same(reading, doer.0);
        }
        if let Some(threatened) = self.threatened_by_own_deed(at, trigger, &doer.0) {
            return self.seated(Some((doer.0, Some(threatened))), Seat::BeforeClause, Seat::BeforeClause);
        }
        match self.done_to(reading, &doer.0) {
            Some(whom) => self.fill_both(reading, doer, whom),
            None => self.fill_without_object(reading, doer),
        }
    }

    /// Why the word is not that of the row at all: spelt like it, or with another sense by what stands with it.
    fn why_other_word(&self, at: usize, trigger: &Trigger, passive: bool) -> Option<Why> {
        if passive && trigger.flags.sense == Some(Sense::Sees) {
            return Some(Why::SeesNobody);
        }
        let another = match trigger.predicate {
            // التقى البشير ومساعده الدكتور فلان: who assists him, spelt like help.
            Some(Predicate::Aided) => self.clause.is_assistant(at) || self.is_withheld(at),
            Some(Predicate::Rejected) => self.clause.rejects_exclusion(at) || self.clause.rejects_harm(at),
            Some(Predicate::Visited) => self.clause.is_round_of_something(at),
            _ => false,
        };
        another.then_some(Why::AnotherSense)
    }

    /// Why a deed or stance is only promised or spoken of, so that the subject of its clause need not be whose it is.
    fn why_only_spoken_of(&self, at: usize, trigger: &Trigger) -> Option<Why> {
        // وعد بأن بلاده ستساعد لبنان: help that is promised is no help yet.
        let help = matches!(trigger.predicate, Some(Predicate::Supported | Predicate::Aided));
        if help && self.reader.lang == Lang::Ar && (self.clause.is_promised(at) || self.is_what_is_promised(at)) {
            return Some(Why::OnlyPromised);
        }
        if trigger.subject != [Slot::Doer] {
            return None;
        }
        let of = trigger.object == [Slot::Genitive];
        let clitics = self.clause.units[at].clitics;
        let charged = || clitics.has(Clitics::BI) && self.clause.is_charged_with(at);
        let bare = match trigger.predicate {
            Some(Predicate::Supported) => self.is_bare_backing(at),
            // واصل انتقاد فلان, but أثار انتقاد فلان
            Some(Predicate::Criticised | Predicate::Threatened | Predicate::Praised | Predicate::DemandedOf) => {
                of && !self.is_undertaken_here(at) && !charged()
            }
            // اتهمت حماس إسرائيل باغتيال قائد, but أدان اغتيال قائد: who only speaks of it has killed nobody.
            Some(Predicate::Attacked) => of && !trigger.flags.place && !charged(),
            _ => false,
        };
        bare.then_some(Why::BareBacking)
    }

    /// التزامه بدعم لبنان: whether a noun with ب on it is what a promise right before it is of.
    fn is_what_is_promised(&self, at: usize) -> bool {
        let clause = self.clause;
        clause.has_bi(at)
            && at.checked_sub(1).is_some_and(|before| {
                let promise = &clause.units[before];
                promise.kind == Kind::Noun
                    && promise.owner().is_some()
                    && clause.tells(before, |told| told == Predicate::Promised)
            })
    }

    /// اتهم إيران بدعم الحوثيين, قام بدعم لبنان, but أكد دعم لبنان: whose support a bare genitive names is open.
    fn is_bare_backing(&self, at: usize) -> bool {
        // نقل شكره لدعم تركيا: the thanks are for support that Turkey gives.
        let thanked = at.checked_sub(1).is_some_and(|before| {
            self.clause.units[before].kind == Kind::Noun && self.clause.tells(before, |p| p == Predicate::Praised)
        });
        let clitics = self.clause.units[at].clitics;
        let led = clitics.has(Clitics::BI) || clitics.has(Clitics::LI);
        // حرص بلاده على دعم مصر: theirs whose will it is.
        thanked || !led && self.clause.resolved_on(at).is_empty() && !self.is_undertaken_here(at)
    }

    /// Whether somebody goes about to do what a noun tells, or is asked to end it.
    fn is_undertaken_here(&self, at: usize) -> bool {
        self.clause.is_undertaken(at) || self.clause.asked_to_end(at).is_some()
    }

    /// Why what the words around it tell is another event than that of the row, whoever its parties are.
    fn why_other_event(&self, reading: Reading<'_>) -> Option<Why> {
        let Reading { at, trigger, shape } = reading;
        let clitics = self.clause.units[at].clitics;
        // قال شكري إن إثيوبيا تحاول اتهام مصر بالعرقلة: with what another charges somebody, the speaker does not.
        if trigger.subject == [Slot::Speaker] && clitics.has(Clitics::BI) && self.clause.is_in_charge(at) {
            return Some(Why::AnotherSense);
        }
        // استدعت كولومبيا وتشيلي سفيريهما للتشاور: with their envoys.
        if trigger.predicate == Some(Predicate::TalkedWith) && clitics.has(Clitics::LI) && self.clause.calls_in(at) {
            return Some(Why::AnotherSense);
        }
        // "Safadi and Hassan attended the meeting"
        if trigger.predicate == Some(Predicate::Met) && self.clause.is_attended_by_several(at) {
            return Some(Why::AnotherSense);
        }
        // إدارة عملية الانتخابات: a process of something, and no use of force.
        let process = trigger.flags.force
            && matches!(shape, Shape::Noun { definite: false, owner: None })
            && self.clause.units.get(at + 1).is_some_and(|next| next.kind == Kind::Word)
            && self.clause.shapes[at + 1].article;
        if process || self.clause.is_reception_told_of(at, trigger, shape) {
            return Some(Why::AnotherSense);
        }
        self.is_untold(at, trigger, shape).then_some(Why::ToldToNobody)
    }

    /// Why a journey or meeting that a noun tells is not that of the subject of its clause.
    fn why_of_others(&self, reading: Reading<'_>) -> Option<Why> {
        let Reading { at, trigger, shape } = reading;
        if trigger.subject.first() != Some(&Slot::Control) {
            return None;
        }
        if trigger.is_journey() && trigger.flags.human {
            // الزيارة المرتقبة لزيدان: whose journey it is, not to whom.
            let definite = matches!(shape, Shape::Noun { definite: true, owner: None });
            // شنت إسرائيل غارات خلال زيارة تضامنية لقنديل: where no verb says that somebody makes it.
            if definite || self.is_made_by_guest(at) {
                return Some(Why::WhoseJourney);
            }
        }
        // قال لافروف إن لقاء بوتين وبايدن مفيد: the two of a meeting that opens its clause met each other.
        let another = trigger.object.first() == Some(&Slot::Genitive);
        (another && (self.clause.names_both(at) || self.clause.names_another(at))).then_some(Why::MeetingOfBoth)
    }

    /// Returns who does it, and in which slot he stands; of a verb that says what a meeting does, whom it gathers.
    fn doer(&self, reading: Reading<'_>) -> Option<(Parties, Slot)> {
        let Reading { at, trigger, shape } = reading;
        if !(trigger.flags.event && trigger.subject.contains(&Slot::Object)) {
            return self.slot(at, trigger, &trigger.subject, shape, None);
        }
        let suffix = matches!(shape, Shape::Verb { object: Some(_), .. });
        let gathered = self.fit(trigger, &trigger.subject, self.gathered(at, suffix, shape));
        if gathered.is_empty() {
            return None;
        }
        self.seat(Side::Subject, Seat::Gathered, &gathered);
        Some((gathered, Slot::Object))
    }

    /// Why what stands as subject does not do it: carried too far, somebody who has no name here, or of another gender or number.
    fn why_no_doer(&self, reading: Reading<'_>, subject: &Parties) -> Option<Why> {
        let Reading { at, trigger, shape } = reading;
        // مناطق تسيطر عليها المعارضة: of what is only said of a thing, not who acts in the clause before.
        if subject.carried && trigger.predicate == Some(Predicate::Seized) && self.clause.is_about_bare_thing(at) {
            return Some(Why::CarriedSubject);
        }
        // وقطعت علاقاتها مع طهران: but where the object is another country's, and nobody else can have done it.
        if self.needs_own_subject(at, trigger, subject) && !self.does_abroad(at, trigger, shape, subject) {
            return Some(Why::CarriedSubject);
        }
        if self.is_invited_to_talks(at, trigger) || self.is_invited_to_deed(at, trigger) {
            return Some(Why::AnotherSense);
        }
        if self.is_unnamed(at, trigger, subject) {
            return Some(Why::UnnamedSubject);
        }
        (!fits_participle(shape, subject) && !self.clause.comes_by(at)).then_some(Why::Disagrees)
    }

    /// Whether a weak row stands with a subject that was carried over, and nothing else says that he does it.
    fn needs_own_subject(&self, at: usize, trigger: &Trigger, subject: &Parties) -> bool {
        let one = || subject.list.len() == 1;
        let goes_on = || self.clause.demands_clearly(at) || self.clause.is_resumed(at) && !trigger.flags.direct;
        trigger.flags.weak
            && subject.carried
            && !self.is_coordinated(at, subject)
            && !self.clause.acts_on_other(at, &subject.list)
            && !(self.clause.serves(at) && one())
            && !(goes_on() && one())
    }

    /// "warned it would close the strait to America": whom it falls on what an English verb says that its subject threatens to do.
    fn threatened_by_own_deed(&self, at: usize, trigger: &Trigger, subject: &Parties) -> Option<Parties> {
        let threatens = self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Threatened)
            // "Trump's threat to attack Iran"
            && (self.clause.units[at].kind == Kind::Verb
                || self.clause.units[at].kind == Kind::Noun
                    && self.clause.units.get(at + 1).is_some_and(|next| next.is_to()));
        if !threatens {
            return None;
        }
        let threatened = self.fit(trigger, &trigger.object, self.clause.threatened_by_deed(at));
        (!threatened.is_empty() && threatened.list != subject.list).then_some(threatened)
    }

    /// Returns to whom it is done, and in which slot he stands: in one of the row, as the land that somebody came to, or as whom a
    /// letter asks.
    fn done_to(&self, reading: Reading<'_>, subject: &Parties) -> Option<(Parties, Slot)> {
        let Reading { at, trigger, shape } = reading;
        let stance = matches!(
            trigger.predicate,
            Some(Predicate::Criticised | Predicate::Threatened | Predicate::Praised | Predicate::DemandedOf)
        );
        let found = self.slot(at, trigger, &trigger.object, shape, Some(subject)).map(|(object, slot)| {
            let letter = trigger.predicate == Some(Predicate::WroteTo);
            let object = if letter { self.clause.not_to_own_envoy(at, subject, object) } else { object };
            (if stance { self.clause.with_joined_nations(object) } else { object }, slot)
        });
        let host = || self.land_come_to(at, trigger, subject);
        let asked = || self.clause.asked_in_letter(at, trigger, subject.end.max(at + 1));
        found
            .filter(|(object, _)| !object.is_empty())
            .or_else(|| host().or_else(asked).map(|found| (found, Slot::Object)))
    }

    /// Notes who stands where the row has no slot.
    pub(super) fn seat(&self, side: Side, seat: Seat, parties: &Parties) {
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
}
