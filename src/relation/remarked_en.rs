//! English: "Erdogan's remarks came during a phone call with Macron", "The comments were made at a meeting with Macron": the contact at which
//! somebody said what was told before, and with whom he had it.

use super::build::Relation;
use super::clause::Party;
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Pos, Predicate, Slot, Status, WordList};
use crate::mention::{Phrase, PhraseKind};

/// How many units open the sentence before the verb.
const OPENING: usize = 5;
/// How many words may stand before the contact: "in a lengthy late-night telephone call".
const WORDS: usize = 6;

impl Sentence<'_> {
    /// Adds the call, the meeting or the talks with somebody at which a sentence says that what was said came.
    pub(super) fn remarks_came_at(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        if self.reader.lang != Lang::En {
            return;
        }
        let Some((speaker, verb)) = self.speaker_of_remarks() else { return };
        let Some((noun, predicate)) = self.occasion_behind(verb) else { return };
        let clause = self.clause;
        // What is told too faintly to be kept tells nothing.
        const FAINT: f64 = 0.5;
        let told = |relation: &Relation| {
            relation.sentence == self.number && relation.predicate == predicate && relation.confidence >= FAINT
        };
        if out.iter().any(told) {
            return;
        }
        let with = noun + 1;
        if predicate == Predicate::Visited {
            self.said_on_visit(speaker, noun, out);
            return;
        }
        let listed = with + 1 < clause.units.len()
            && clause.is_preposition_of(with, "with")
            && clause.bare_party(with + 1)
            && !clause.units[with + 1].possessive;
        let others = if listed { clause.list(with + 1).list } else { return };
        for other in others.iter().filter(|other| other.referent != speaker.referent && clause.is_human(other)) {
            let found = self.untriggered(noun, predicate, Status::Happened, (speaker, *other), SURE);
            out.push(Relation { either: predicate == Predicate::Called, ..found });
        }
    }

    /// "The remarks came during a visit to Ankara": where somebody said what was told before.
    fn said_on_visit(&self, speaker: Party, noun: usize, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let clause = self.clause;
        let goal = noun + 2;
        let place = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country);
        let to = goal < clause.units.len()
            && clause.is_preposition_of(noun + 1, "to")
            && clause.unit_phrase(goal).is_some_and(place)
            && !clause.units[goal].possessive;
        let [place] = (if to { clause.parties_of(goal) } else { return })[..] else { return };
        if speaker.kind == PhraseKind::Person && !self.stays_home(speaker.referent, place.referent, true, Pos::Noun) {
            out.push(self.untriggered(noun, Predicate::Visited, Status::Happened, (speaker, place), SURE));
        }
    }

    /// "Erdogan's remarks came", "The comments were made": who said them, and where the verb stands.
    fn speaker_of_remarks(&self) -> Option<(Party, usize)> {
        let clause = self.clause;
        let units = clause.units;
        // "This came during a meeting with": what was said before.
        if self.begins_listed(WordList::Spoken, 0) && self.begins_listed(WordList::Uttered, 1) {
            return self.only_speaker(&clause.memory.subject).map(|speaker| (speaker, 1));
        }
        let word = |at: usize| units[at].phrase().is_none() && units[at].is(Class::Utterance);
        let said = (0..units.len().min(OPENING)).find(|&at| word(at))?;
        let mut verb = said + 1;
        let adverb = |unit: &Unit| unit.phrase().is_none() && (unit.is(Class::Auxiliary) || unit.is(Class::Skip));
        verb += units.get(verb..)?.iter().take_while(|unit| adverb(unit)).count();
        if !self.begins_listed(WordList::Uttered, verb) {
            return None;
        }
        let owner = said.checked_sub(1).filter(|&owner| units[owner].phrase().is_some() && units[owner].possessive);
        let list = match owner {
            Some(0) => clause.parties_of(0),
            // "The remarks came": of whoever spoke in the sentence before.
            None if said == 0 && units[0].determined => clause.memory.subject.clone(),
            _ => return None,
        };
        self.only_speaker(&list).map(|speaker| (speaker, verb))
    }

    /// The one person, country or body of a list, if it is of one.
    fn only_speaker(&self, list: &[Party]) -> Option<Party> {
        match list {
            [speaker] if self.clause.is_human(speaker) => Some(*speaker),
            _ => None,
        }
    }

    /// "during a phone call", "in a meeting": the contact that a preposition of time right behind the verb leads to.
    fn occasion_behind(&self, verb: usize) -> Option<(usize, Predicate)> {
        let clause = self.clause;
        let units = clause.units;
        let day = units.get(verb + 1..)?.iter().take(3).take_while(|unit| unit.has(is_day)).count();
        let on = verb + 1 + day;
        let leads = |word: &&str| clause.is_preposition_of(on, word);
        let within = units.get(on).filter(|unit| unit.phrase().is_none())?;
        let during = within.is(Class::Circumstance)
            && !within.has(|c| matches!(c, Class::Ahead | Class::Relative | Class::While));
        if !during && !["in", "at", "during", "after", "following"].iter().any(leads) {
            return None;
        }
        let end = units.len().min(on + 1 + WORDS);
        let open = |&at: &usize| {
            let unit = &units[at];
            unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb && !unit.is_preposition()
        };
        let noun = (on + 1..end).take_while(open).find(|&at| units[at].kind == Kind::Noun)?;
        let meant = [Predicate::Called, Predicate::Met, Predicate::TalkedWith, Predicate::Visited];
        let predicate = meant.into_iter().find(|&meant| clause.tells(noun, |told| told == meant))?;
        Some((noun, predicate))
    }
}

impl Sentence<'_> {
    /// "invited Putin to visit Cairo in a phone call", "invited him to Cairo during a call with the president": adds the call in which somebody asks another
    /// to come, where it is with nobody else.
    pub(super) fn called_to_invite(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let (clause, units) = (self.clause, self.clause.units);
        if self.reader.lang != Lang::En {
            return;
        }
        let bids = |at: usize| {
            units[at].forms.iter().any(|form| {
                let row = clause.knowledge.lexicon.trigger(form.trigger);
                row.is_journey() && row.subject == [Slot::Object]
            })
        };
        let invites = |at: &usize| units[*at].kind == Kind::Verb && bids(*at);
        for verb in (1..units.len().saturating_sub(2)).filter(invites) {
            let Some(own) = clause.subjects[verb].as_ref().filter(|own| !own.opaque && own.list.len() == 1) else {
                continue;
            };
            let guest = if clause.bare_party(verb + 1) { clause.parties_of(verb + 1) } else { Vec::new() };
            let ([host], [guest]) = (own.list.as_slice(), guest.as_slice()) else { continue };
            let open = |at: &usize| !units[*at].is_mark();
            let calls =
                |at: &usize| units[*at].kind == Kind::Noun && clause.tells(*at, |told| told == Predicate::Called);
            let Some(noun) = (verb + 2..units.len()).take_while(open).find(calls) else { continue };
            let within = |at: usize| {
                ["in", "during"].iter().any(|word| clause.is_preposition_of(at, word))
                    || units[at].is(Class::Circumstance)
            };
            // "in a phone call" may be one expression.
            let inside = within(noun - 1) || matches!(self.word_at(noun), b"in" | b"during");
            let with = noun + 1 < units.len() && clause.is_preposition_of(noun + 1, "with");
            let other = with
                && (noun + 2 >= units.len()
                    || !clause.parties_of(noun + 2).iter().any(|party| party.referent == guest.referent));
            let known = |told: &Relation| {
                told.predicate == Predicate::Called
                    && [(host.referent, guest.referent), (guest.referent, host.referent)]
                        .contains(&(told.subject, told.object))
            };
            let people = clause.is_human(host) && clause.is_human(guest) && host.referent != guest.referent;
            if inside && people && !other && !out.iter().any(known) {
                let found = self.untriggered(noun, Predicate::Called, Status::Happened, (*host, *guest), SURE);
                out.push(Relation { either: true, ..found });
            }
        }
    }

    /// "In a phone call between them, Macron said", "During a telephone conversation that went on for an hour, Macron said": adds the call of the two
    /// of whom the sentence before told something, one of whom goes on to speak.
    pub(super) fn called_meanwhile(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let clause = self.clause;
        let two = match clause.memory.people[..] {
            [a, b] => Some((a, b)),
            _ => None,
        };
        let pair = clause.memory.pair.or(two).filter(|(a, b)| clause.is_human(a) && clause.is_human(b));
        let Some((a, b)) = pair else { return };
        let units = clause.units;
        let opens = |word: &&str| !units.is_empty() && clause.is_preposition_of(0, word);
        let during = units.first().is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Circumstance));
        if self.reader.lang != Lang::En || !during && !["in", "during", "on", "over"].iter().any(opens) {
            return;
        }
        let bare = |&at: &usize| units[at].phrase().is_none() && !units[at].is_mark() && units[at].kind != Kind::Verb;
        let calls = |&at: &usize| units[at].kind == Kind::Noun && clause.tells(at, |told| told == Predicate::Called);
        let end = units.len().min(WORDS);
        let Some(noun) = (1..end).take_while(bare).find(calls) else { return };
        let Some(comma) = (noun + 1..units.len()).find(|&at| units[at].is_mark()) else { return };
        let pronoun = |at: usize| units[at].case.is_some();
        let alone = (noun + 1..comma).all(|at| units[at].phrase().is_none() || pronoun(at) || clause.is_in_date(at));
        let speaks = (comma + 1..units.len()).find(|&at| units[at].kind == Kind::Verb);
        let one = |party: &Party| [a.referent, b.referent].contains(&party.referent);
        let speaker = speaks.and_then(|verb| clause.subjects[verb].as_ref()).filter(|found| !found.opaque);
        let known = |told: &Relation| {
            told.predicate == Predicate::Called
                && [(a.referent, b.referent), (b.referent, a.referent)].contains(&(told.subject, told.object))
        };
        let theirs = speaker.is_some_and(|found| !found.is_empty() && found.list.iter().all(one));
        if alone && theirs && units[comma].is_comma() && !self.earlier.iter().chain(out.iter()).any(known) {
            let found = self.untriggered(noun, Predicate::Called, Status::Happened, (a, b), SURE);
            out.push(Relation { either: true, ..found });
        }
    }
}

/// "on Monday", "late on": what tells a day.
fn is_day(class: Class) -> bool {
    matches!(class, Class::Weekday(_) | Class::Day(_) | Class::Skip)
}
