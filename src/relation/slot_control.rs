//! Looks for the subject of the clause as a side of a frame: whose a noun or participle is that tells of nobody itself.
//!
//! The clause says who it is (`facing`); here is asked whether what the word tells is that of its subject, or of others.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::slot::Sought;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Form, Predicate, Shape, Slot, Tense, Trigger, WordList};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Sentence<'_> {
    /// The subject of the clause, where what the word tells is his; `None` where he is the other side of it.
    pub(super) fn at_control(&self, sought: &Sought) -> Option<Parties> {
        let clause = self.clause;
        let &Sought { at, trigger, subject, .. } = sought;
        if clause.is_handed_over(at) || clause.is_yours(at) || self.comes_on_plan(at, trigger) {
            return Some(Parties::default());
        }
        if self.is_of_unnamed_official(at) {
            return Some(Parties::default());
        }
        if let Some(found) = self.handed_to(sought, Slot::Control) {
            return Some(found);
        }
        if subject.is_none()
            && let Some(author) = clause.author_alike(at)
        {
            return Some(author);
        }
        if self.reader.lang == Lang::En
            && matches!(trigger.predicate, Some(Predicate::Met | Predicate::TalkedWith))
            && let Some(guests) = clause.guests_for_meeting(at)
        {
            return Some(guests);
        }
        if self.is_deal_of_others(sought)
            || sought.tells(Predicate::AgreedWith) && clause.is_only_called_for(at)
            || self.is_held_for_others(sought)
        {
            return Some(Parties::default());
        }
        if matches!(trigger.predicate, Some(Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::Met))
            && self.is_thanks_for_hosting(at)
        {
            return Some(Parties::default());
        }
        // "thanked Qatar for the mediation between"
        if sought.tells(Predicate::Mediated)
            && let Some(thanked) = self.thanked_for(at)
        {
            return Some(thanked);
        }
        // "dismissed the accusations of Chad"
        if sought.tells(Predicate::Criticised) && subject.is_none() && self.is_charge_refused(at) {
            return Some(Parties::default());
        }
        // "to rally support for Syria"
        if sought.tells(Predicate::Supported) && subject.is_none() && self.is_backing_sought(at) {
            return Some(Parties::default());
        }
        // نجحت المساعي المصرية للوساطة بين: whose the efforts are.
        if sought.tells(Predicate::Mediated)
            && let Some(owner) = clause.owner_of_aim(at)
        {
            return Some(owner);
        }
        if self.is_told_by_subject(sought) || self.is_journey_of_others(sought) {
            return Some(Parties::default());
        }
        if sought.tells(Predicate::Hosted) && self.is_guest(at) {
            return None;
        }
        self.subject_acting(sought)
    }

    /// "thanked Oman and Iraq for hosting earlier rounds of talks": whether those who are thanked had others at home for the talks at a noun.
    fn is_thanks_for_hosting(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        let hosting = (at.saturating_sub(WORDS)..at).rev().take_while(|&i| !units[i].is_mark()).find(|&i| {
            units[i].kind == Kind::Verb && units[i].verb().is_some_and(|(tense, ..)| tense == Tense::Gerund)
        });
        self.reader.lang == Lang::En
            && hosting.is_some_and(|hosting| {
                clause.tells(hosting, |told| told == Predicate::Hosted)
                    && hosting > 0
                    && clause.is_preposition_of(hosting - 1, "for")
            })
    }

    /// "to rally support for", "drumming up backing for": whether an English noun is what the subject only gets or seeks of others.
    fn is_backing_sought(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.clause.units;
        let open = |&i: &usize| !units[i].is_mark() && units[i].phrase().is_none();
        self.reader.lang == Lang::En
            && units[at].kind == Kind::Noun
            && (at.saturating_sub(WORDS)..at).rev().take_while(open).any(|i| self.begins_listed(WordList::Rallies, i))
    }

    /// "praised the president's visit to Tehran", whoever the president is: whether an English noun is a deed of an official whom nobody names.
    fn is_of_unnamed_official(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let (clause, units) = (self.clause, self.clause.units);
        let open = |&i: &usize| !units[i].is_mark() && units[i].kind != Kind::Verb && !units[i].is_preposition();
        let near = (at.saturating_sub(WORDS)..at).rev().filter(|_| self.reader.lang == Lang::En).take_while(open);
        let owner =
            near.into_iter().find(|&i| units[i].phrase().is_some()).and_then(|i| Some((i, clause.unit_phrase(i)?)));
        owner.is_some_and(|(i, phrase)| {
            let official = phrase.kind == PhraseKind::Unknown && phrase.office.is_some();
            units[i].possessive && official && phrase.referents.is_empty() && units[at].kind == Kind::Noun
        })
    }

    /// "thanked Qatar for the mediation between Hamas and Israel": whom somebody praises for what an English noun tells.
    fn thanked_for(&self, at: usize) -> Option<Parties> {
        let (clause, units) = (self.clause, self.clause.units);
        let own = self.reader.lang == Lang::En && units[at].kind == Kind::Noun;
        let reason = at.checked_sub(1).filter(|&reason| own && clause.is_preposition_of(reason, "for"))?;
        let verb = (0..reason).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb)?;
        let found = clause.tells(verb, |told| told == Predicate::Praised).then(|| clause.object(verb + 1, true))?;
        (!found.is_empty() && found.end == reason).then(|| Parties { end: at + 1, ..found })
    }

    /// انتقد نتنياهو الاتفاق مع إيران, ضرورة التوصل إلى هدنة: whether an agreement is spoken about or found to be needed, whoever made it.
    pub(super) fn is_deal_of_others(&self, sought: &Sought) -> bool {
        self.is_standing_deal(sought.at, sought.trigger)
            || sought.tells(Predicate::AgreedWith) && self.clause.is_only_found_needed(sought.at)
    }

    /// تستضيف الرياض اجتماعا لوزراء خارجية مصر والأردن: whether those for whom a meeting is held meet each other.
    pub(super) fn is_held_for_others(&self, sought: &Sought) -> bool {
        sought.subject.is_none() && self.is_held_for_several(sought.at, sought.trigger)
    }

    /// Returns whether the subject of the clause only tells of what the word says, and others did it.
    fn is_told_by_subject(&self, sought: &Sought) -> bool {
        let clause = self.clause;
        let &Sought { at, trigger, shape, .. } = sought;
        let others_deal = || {
            trigger.flags.near
                && sought.tells(Predicate::AgreedWith)
                && self.reader.lang == Lang::Ar
                && clause.names_another_before(at, &self.control(at, shape))
        };
        // نفت الرياض لقاء ولي العهد بفلان: but a country has one who holds the office.
        let of_unnamed = || {
            self.is_of_unnamed(at, trigger) && self.control(at, shape).list.iter().any(|party| clause.is_human(party))
        };
        self.is_told_of(at, trigger, shape)
            || clause.is_of_forces(at)
            || self.is_of_deputation(at, trigger)
            || others_deal()
            || of_unnamed()
    }

    /// زيارة وفد من بلاده: whether a delegation stands behind a journey: whoever speaks of it stays at home.
    fn is_of_deputation(&self, at: usize, trigger: &Trigger) -> bool {
        let units = self.clause.units;
        trigger.is_journey()
            && trigger.flags.needs != Some(Class::Deputation)
            && self.reader.lang == Lang::Ar
            && units[at].kind == Kind::Noun
            && units.get(at + 1).is_some_and(|unit| unit.delegation && unit.clitics == Clitics::NONE)
    }

    /// Returns whether a journey is that of others than the subject of the clause.
    fn is_journey_of_others(&self, sought: &Sought) -> bool {
        let clause = self.clause;
        let at = sought.at;
        if !sought.trigger.is_journey() {
            return false;
        }
        // قالت فلانة إنه تتم زيارة القدس: a journey that "is made" is not that of who tells of it.
        // الوزير الذي يجري زيارة إلى: but behind a relative it is his.
        let made =
            at > 0 && clause.units[at - 1].is(Class::Done) && !(at > 1 && clause.units[at - 2].is(Class::Relative));
        made || sought.slots.contains(&Slot::Genitive) && clause.is_others(at)
    }

    /// Returns whether the subject of the clause is whom another receives.
    fn is_guest(&self, at: usize) -> bool {
        // حظي فلان باستقبال الرئيس: who gets a reception gives none.
        // سلم الرسالة الوزير خلال استقباله: who brings it is received, and does not receive.
        self.clause.gets_it(at) || self.clause.is_received_with_it(at)
    }

    /// The subject of the clause as who does what the word tells; `None` where it is a meeting that he only judges.
    fn subject_acting(&self, sought: &Sought) -> Option<Parties> {
        let clause = self.clause;
        let &Sought { at, trigger, shape, .. } = sought;
        let mut found = self.caller_who_bids(at, trigger).unwrap_or_else(|| self.control(at, shape));
        // "The Israeli raid drew sharp criticism from": whose deed the subject is.
        if found.is_empty()
            && sought.subject.is_some()
            && self.reader.lang == Lang::En
            && matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Praised))
        {
            found = clause.owner_of_drawing(at);
        }
        if sought.tells(Predicate::Met) && self.is_judged(at) && clause.besides(at).is_empty() {
            return None;
        }
        let together = || clause.tells_manner(at) && self.are_abroad_to_each_other(&found);
        let carried = found.carried || found.list.len() > 1 && self.is_talked_about(at) && !together();
        Some(Parties { carried, ..found })
    }

    /// The subject of the clause, unless a participle describes a noun of it.
    pub(super) fn control(&self, at: usize, shape: Shape) -> Parties {
        if let Some(land) = self.clause.bound_land(at) {
            return land;
        }
        if let Some(asked) = self.clause.asked_together(at).or_else(|| self.clause.described_in_relative(at)) {
            return asked;
        }
        let adjective = matches!(shape, Shape::Participle { definite: false, .. }) && self.clause.is_adjective(at);
        if adjective {
            return Parties::default();
        }
        let speaker = matches!(shape, Shape::Participle { definite: false, .. }).then(|| self.clause.outer_speaker(at));
        speaker.flatten().unwrap_or_else(|| self.clause.control(at))
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

    /// انتقد نتنياهو الاتفاق مع إيران, الانسحاب من الاتفاق مع إيران: an agreement that is spoken about, whoever made it.
    fn is_standing_deal(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        let deal = trigger.predicate == Some(Predicate::AgreedWith) && self.reader.lang == Lang::Ar;
        if !deal || at == 0 || !clause.units[at].is_definite_noun() {
            return false;
        }
        let verb =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        self.is_deal_spoken_about(at, verb) || verb.is_some_and(|verb| self.is_deal_opposed(at, verb))
    }

    /// Returns whether a preposition or the verb before an agreement says that it is what one speaks about.
    fn is_deal_spoken_about(&self, at: usize, verb: Option<usize>) -> bool {
        let clause = self.clause;
        let after = |words: &[&str]| at > 0 && words.iter().any(|word| clause.is_preposition_of(at - 1, word));
        if after(&["من", "ضد", "حول", "بشأن", "إزاء"]) {
            return true;
        }
        // أعلن عن الاتفاق مع الوزارة: who announces it has made it.
        if verb.is_some_and(|verb| clause.is_light(verb)) {
            return false;
        }
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
        after(&["عن"]) || named() || at > 0 && discusses(at - 1) || verb.is_some_and(discusses)
    }

    /// خرقت إسرائيل الهدنة مع حماس: whether a verb before an agreement is a charge that others make.
    fn is_deal_opposed(&self, at: usize, verb: usize) -> bool {
        let clause = self.clause;
        let against = |form: &Form| {
            let row = clause.knowledge.lexicon.trigger(form.trigger);
            let stance =
                matches!(row.predicate, Some(Predicate::Criticised | Predicate::Rejected | Predicate::Threatened));
            stance && row.subject.first() == Some(&Slot::Subject)
        };
        // اتهمها بانتهاك الاتفاق مع: it is theirs who are charged.
        let charged = || clause.charged(at).is_some() || clause.answers_for(at).is_some();
        clause.units[verb].forms.iter().any(against) && !charged()
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

    /// "Obama and Putin failed to agree in a frosty meeting": whether two people of different countries are told to do
    /// something.
    fn are_abroad_to_each_other(&self, parties: &Parties) -> bool {
        let [a, b] = parties.list.as_slice() else { return false };
        let of = |party: &Party| self.clause.country_of(party.referent).filter(|_| party.kind == PhraseKind::Person);
        of(a).is_some() && of(b).is_some() && of(a) != of(b)
    }
}
