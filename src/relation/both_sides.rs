//! What the two sides of a frame say of each other, and what stands behind its object: whether the row is meant at all, and who
//! its parties are then.

use super::clause::{Parties, Party};
use super::fill::{Frame, Reading};
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::trace::Why;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Slot, Tense, Trigger};
use crate::mention::PhraseKind;

/// A row with both its sides, and the slots in which they stand.
#[derive(Clone, Copy)]
struct Sides<'a> {
    at: usize,
    trigger: &'a Trigger,
    subject: &'a Parties,
    doer: Slot,
    object: &'a Parties,
    slot: Slot,
}

impl Sentence<'_> {
    /// Returns the frame of who does it and to whom, as the words around them tell; nothing where these say that it is not meant.
    pub(super) fn fill_both(
        &self,
        reading: Reading<'_>,
        (subject, doer): (Parties, Slot),
        (object, slot): (Parties, Slot),
    ) -> Option<Frame> {
        let Reading { at, trigger, .. } = reading;
        let sides = Sides { at, trigger, subject: &subject, doer, object: &object, slot };
        // استقبله الرئيس قبل أن يجتمع بنظيره فلان: the guest, whose counterpart no compatriot of the host is.
        if let Some(guest) = self.clause.guest_of_compatriots(at, trigger, &subject, &object) {
            return Some((guest, Some(object)));
        }
        if let Some(why) = self.why_no_place_of_it(sides) {
            return self.fails(why);
        }
        // الاعتراف بالقدس عاصمة لإسرائيل: whose capital it is recognised to be.
        if trigger.flags.sense == Some(Sense::Recognises)
            && let Some(owner) = self.clause.recognised_capital(object.end)
        {
            return Some((subject, Some(owner)));
        }
        let why = self.why_not_between_them(sides).or_else(|| self.why_other_demand(sides));
        if let Some(why) = why {
            return self.fails(why);
        }
        if self.reader.lang == Lang::En && object.list == subject.list {
            if !self.is_to_each_other(at, &object) {
                return self.fails(Why::SameParties);
            }
            // "met each other": each pair once.
            let once = trigger.predicate.is_some_and(Predicate::is_symmetric) || trigger.flags.either;
            return Some((subject, (!once).then_some(object)));
        }
        // "The US and the EU insist that it": one of several does nothing to himself with the others.
        let one_of_them = self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::DemandedOf)
            && subject.list.len() > 1
            && object.list.iter().all(|party| subject.list.iter().any(|own| own.referent == party.referent));
        if one_of_them {
            return self.fails(Why::SameParties);
        }
        if let Some(why) = self.why_no_object(reading, sides) {
            return self.fails(why);
        }
        if trigger.predicate == Some(Predicate::Seized) && self.reader.lang == Lang::Ar {
            return Some((subject, Some(self.clause.further_ground(object))));
        }
        let why =
            self.why_other_aim(sides).or_else(|| self.why_other_errand(sides)).or_else(|| self.why_other_gift(sides));
        if let Some(why) = why {
            return self.fails(why);
        }
        if trigger.is_journey() && self.clause.units[at].kind == Kind::Verb {
            return Some((self.clause.with_company_behind(at, subject), Some(object)));
        }
        let sanctions = trigger.predicate == Some(Predicate::Sanctioned) && self.reader.lang == Lang::Ar;
        if trigger.flags.sense == Some(Sense::Summons) || sanctions && matches!(slot, Slot::Object | Slot::Genitive) {
            // استدعت الخارجية السفير الروسي فلانا: of a state it is a word to his country, of a man to the man.
            let person = subject.list.iter().any(|party| self.clause.is_human(party));
            return Some((subject, Some(self.clause.senders_of_envoys(object, !person))));
        }
        if sanctions {
            return Some((subject, Some(self.clause.widened(object))));
        }
        Some((subject, Some(object)))
    }

    /// Why who stands as object is not where the journey goes, nor whom the force behind the preposition hits.
    fn why_no_place_of_it(&self, sides: Sides<'_>) -> Option<Why> {
        let Sides { at, trigger, subject, doer, object, slot } = sides;
        if self.out_of_order(trigger, subject, object) {
            return Some(Why::OutOfOrder);
        }
        // الزيارة هي الأولى لرئيس فرنسي إلى كوبا: of those who go there, and not who goes this time.
        let counted = || {
            let units = &self.clause.units[at..subject.end.clamp(at, self.clause.units.len())];
            units.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::First))
        };
        if trigger.is_journey() && matches!(doer, Slot::Prep(_)) && self.is_of_some_official(subject) && counted() {
            return Some(Why::WhoseJourney);
        }
        // زيارة هي الأولى لمسؤول سوري: whose visit it is, and not where it goes.
        let behind = matches!(slot, Slot::Prep(_));
        if trigger.is_journey() && (behind && self.is_of_some_official(object) || self.is_of_legs_ahead(at, object.end))
        {
            return Some(Why::WhoseJourney);
        }
        let Slot::Prep(preposition) = slot else { return None };
        // "waging war on Tehran's behalf"
        if self.is_war_of(at, trigger, (doer, subject), object) || self.is_on_behalf(object.end) {
            return Some(Why::AnotherSense);
        }
        self.clause.is_hit_by_unnamed(at, trigger, preposition).then_some(Why::UnnamedSubject)
    }

    /// Why what the word tells is not between these two: in another sense, of others, or not of parties of their kind.
    fn why_not_between_them(&self, sides: Sides<'_>) -> Option<Why> {
        let Sides { at, trigger, subject, object, slot, .. } = sides;
        // وجدد الوزير دعم بلاده: it supports, and is not supported.
        let supports = trigger.predicate == Some(Predicate::Supported)
            && slot == Slot::Genitive
            && self.clause.units.get(at + 1).is_some_and(|next| next.is(Class::OwnLand))
            && !self.clause.are_apart(&subject.list, &object.list);
        // "deeply concerned about the Lebanese people": whom one feels for.
        if self.feels_for(at, trigger) {
            return Some(Why::AnotherSense);
        }
        // استمع المجلس إلى إحاطة المبعوث: who gives it, and not to whom it is given.
        let heard = || {
            trigger.predicate == Some(Predicate::Briefed)
                && matches!(slot, Slot::Genitive | Slot::Prep(_))
                && trigger.subject.contains(&Slot::Control)
                && self.clause.is_heard(at)
        };
        if supports
            || heard()
            || self.is_another_sense(at, trigger, object.end)
            || self.is_meeting_of_others(at, trigger, object)
        {
            return Some(Why::AnotherSense);
        }
        if trigger.visits_people() && !self.clause.visits_somebody(at) {
            return Some(Why::WhoseJourney);
        }
        if !self.is_of_kind(trigger, subject, object) {
            return Some(Why::WrongKind);
        }
        let contact = trigger.predicate.is_none_or(|predicate| predicate.family() == Family::Contact);
        let another = self.is_driven_out(trigger, object) || !contact && self.clause.is_topic_with(at, slot, object);
        another.then_some(Why::AnotherSense)
    }

    /// انتقد فلان التلويح بالخيار العسكري: whether who would threaten by a noun only blames it.
    fn is_threat_blamed(&self, at: usize, trigger: &Trigger) -> bool {
        let units = self.clause.units;
        let noun = trigger.predicate == Some(Predicate::Threatened) && units[at].kind == Kind::Noun;
        let blames = |verb: usize| self.clause.tells(verb, |told| told == Predicate::Criticised);
        noun && trigger.subject.contains(&Slot::Speaker)
            && (0..at)
                .rev()
                .take_while(|&i| !units[i].is_mark() && !units[i].is(Class::Complement))
                .find(|&i| units[i].kind == Kind::Verb)
                .is_some_and(blames)
    }

    /// قال الرئيس إن بلاده لن تقبل: whether what is said is said of the speaker's own country, by the word for that.
    fn is_of_own_land(&self, sides: Sides<'_>) -> bool {
        const REACH: usize = 3;
        let Sides { at, subject, object, .. } = sides;
        let own = |i: usize| {
            let unit = &self.clause.units[i];
            unit.phrase().is_none() && unit.is(Class::OwnLand)
        };
        (at.saturating_sub(REACH)..at).any(own) && !self.clause.are_apart(&subject.list, &object.list)
    }

    /// Why nothing is charged with, asked of or brought between these two that the row could tell.
    fn why_other_demand(&self, sides: Sides<'_>) -> Option<Why> {
        let Sides { at, trigger, subject, object, slot, .. } = sides;
        if trigger.subject.first() == Some(&Slot::Speaker)
            && (!self.is_charge(at, trigger, object) || self.is_of_own_land(sides))
        {
            return Some(Why::NoCharge);
        }
        if self.is_threat_blamed(at, trigger) {
            return Some(Why::AnotherSense);
        }
        let verb = self.clause.units[at].kind == Kind::Verb;
        let asks = trigger.predicate == Some(Predicate::DemandedOf)
            && slot != Slot::Actor
            && (trigger.flags.invites || !verb || self.reader.lang == Lang::En);
        if asks
            && (self.clause.invites(at + 1, object.end)
                || self.clause.invites_to_attend(at + 1, object)
                || self.clause.calls_to_place(at, object.end))
        {
            return Some(Why::Invites);
        }
        if self.bids_to_deed(at, trigger, subject) {
            return Some(Why::AnotherSense);
        }
        // "defending itself against an attack by Brazil": what one does to oneself is done to nobody else.
        let apart = verb && matches!(slot, Slot::Prep(_)) && self.reader.lang == Lang::En;
        if apart && self.is_to_oneself(at) {
            return Some(Why::SameParties);
        }
        // محادثات أشرف عليها بين مصر وقطر: nobody mediates between himself and another.
        let own = |own: &Party| object.list.iter().any(|party| party.span == own.span);
        let among = trigger.predicate == Some(Predicate::Mediated)
            && verb
            && object.list.len() > 1
            && subject.list.iter().any(own);
        among.then_some(Why::SameParties)
    }

    /// Why who stands as object is not whom the row tells that it is done to.
    fn why_no_object(&self, reading: Reading<'_>, sides: Sides<'_>) -> Option<Why> {
        let Sides { at, trigger, subject, object, .. } = sides;
        // وهو ما نددت به كل من مصر والسودان: what is condemned is neither of those who condemn it.
        if self.doubles(at, trigger, subject, object) {
            return Some(Why::SameParties);
        }
        if self.is_naming(trigger, object) {
            return Some(Why::Naming);
        }
        if !self.sees(trigger, object) {
            return Some(Why::SeesNobody);
        }
        if self.is_plea(at, trigger, subject.end) {
            return Some(Why::Plea);
        }
        if self.is_of_victim(at, trigger, object) {
            return Some(Why::OfVictim);
        }
        if trigger.flags.assets && !self.withholds(at, trigger, object.end) {
            return Some(Why::NothingWithheld);
        }
        self.means_another(at, trigger, reading.shape, object).then_some(Why::AnotherSense)
    }

    /// Why what stands behind the object is not what the row tells of him: no aim where one is needed, or another.
    fn why_other_aim(&self, sides: Sides<'_>) -> Option<Why> {
        let Sides { at, trigger, object, slot, .. } = sides;
        // أعرب لنظيره عن شكره: what is said to him is thanks.
        if trigger.predicate == Some(Predicate::Briefed) && trigger.flags.near && self.clause.tells_thanks(object.end) {
            return Some(Why::AnotherSense);
        }
        // "insisted that Turkey withdraw"
        let subjunctive = || slot == Slot::Complement && self.clause.is_subjunctive(object);
        if trigger.flags.infinitive && !self.asks(object.end) && !subjunctive() {
            return Some(Why::NoInfinitive);
        }
        // "wanted Trump to meet Zelensky": a wish that others meet.
        self.wishes_contact(at, trigger, object.end).then_some(Why::AnotherSense)
    }

    /// Why somebody does not go to, write to, name or bid the object, as the row has it: words of which one spelling has several senses.
    fn why_other_errand(&self, sides: Sides<'_>) -> Option<Why> {
        let Sides { at, trigger, object, slot, .. } = sides;
        match trigger.flags.sense {
            // "Salehi later called on the Grand Imam, and": a visit, where nothing is asked.
            Some(Sense::Demands) if self.calls_at(object) => return Some(Why::NoInfinitive),
            Some(Sense::PaysCall) if !self.pays_call(at, object) => return Some(Why::SeesNobody),
            _ => {}
        }
        // "will carry a letter from Maliki": who takes it to another.
        if slot == Slot::Control && self.reader.lang == Lang::En && self.carries_letter(at, trigger) {
            return Some(Why::ToldToNobody);
        }
        if slot == Slot::Object && self.is_blamed_on_another(at, trigger) {
            return Some(Why::AnotherSense);
        }
        // "a decision to leave Syria", "left France out"
        if trigger.flags.abroad && trigger.object == [Slot::Object] && !self.leaves(at, object.end) {
            return Some(Why::AnotherSense);
        }
        let praise = trigger.predicate == Some(Predicate::Praised);
        match trigger.flags.sense {
            // "called Putin on Monday"
            Some(Sense::Names) if !self.clause.calls_names(object.end, praise) => Some(Why::Naming),
            // "told Japan not to": an order, which a row of its own tells.
            // "told Netanyahu that he must stop"
            Some(Sense::Informs) if self.orders(object.end) || self.bidden_to(at + 1).is_some() => {
                Some(Why::AnotherSense)
            }
            Some(Sense::Limits) if !self.grants_time(object.end) => Some(Why::AnotherSense),
            _ => None,
        }
    }

    /// Why the object is given or promised no good, or stands for people or a meeting and not for a party.
    fn why_other_gift(&self, sides: Sides<'_>) -> Option<Why> {
        let Sides { at, trigger, object, .. } = sides;
        // "vowed an answer to Syrian gunfire", "condemned Egypt to defeat"
        let another = self.takes_people(trigger, object.end)
            || self.vows_answer(at, trigger, object.end)
            // "gave Iran an ultimatum"
            || trigger.predicate == Some(Predicate::Aided) && self.menaces(at, object.end)
            // "a visit to the G7 summit": who attends one visits nobody.
            || trigger.is_journey() && self.is_of_meeting(object);
        if another {
            return Some(Why::AnotherSense);
        }
        (trigger.flags.heads && !self.heads_delegation(at)).then_some(Why::NoDelegation)
    }

    /// "deeply concerned about the Lebanese people": whether behind a participle of stance stand people and their nationality alone.
    fn feels_for(&self, at: usize, trigger: &Trigger) -> bool {
        let units = self.clause.units;
        let people = || {
            let agent = self.clause.unit_phrase(at + 2).filter(|phrase| phrase.kind == PhraseKind::Agent);
            let last = agent.and_then(|phrase| self.tokens.tokens.get(phrase.end.checked_sub(1)?));
            last.is_some_and(|last| {
                matches!(self.tokens.form(last), b"people" | b"civilians" | b"refugees" | b"victims")
            })
        };
        self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Criticised)
            && units[at].kind == Kind::Participle
            && units.get(at + 1).is_some_and(|next| next.is_preposition())
            && people()
    }

    /// "defending itself", "distanced himself": whether who does it is the object right behind a verb, too.
    fn is_to_oneself(&self, at: usize) -> bool {
        self.clause.units.get(at + 1).is_some_and(|next| {
            let form = self.tokens.form(&self.tokens.tokens[next.start]);
            !next.is_mark() && matches!(form, b"itself" | b"himself" | b"herself" | b"themselves")
        })
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
}
