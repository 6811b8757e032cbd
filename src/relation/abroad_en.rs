//! Who is abroad, in English, without a verb of going: "Macron was in Moscow for talks with Putin", "met with visiting Secretary Kerry".
//!
//! A sentence comes in; the journeys that it presupposes go out.

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::status::status;
use super::subject_en::VerbForm;
use super::told_en::is_plain_past;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Family, Pos, Predicate, Slot, Status, Tense};
use crate::mention::{PhraseKind, Referent};
use crate::text::{Gap, Tokens};

/// How far behind the place an errand may stand.
const ERRAND: usize = 9;

/// What an auxiliary tells of a stay: "was in", "had been in"; "will be in", "would be in".
#[derive(Clone, Copy, PartialEq)]
enum Stay {
    Over,
    Ahead,
    Now,
}

impl Clause<'_> {
    /// "was in Moscow on Monday for talks": who is somewhere, and where, if what he does there is told behind it.
    fn abroad(&self, be: usize, stay: Stay) -> Option<(Parties, Party)> {
        let adverb = |unit: &&Unit| unit.phrase().is_none() && unit.is(Class::Skip) && !unit.is_preposition();
        let on = be + 1 + self.units[be + 1..].iter().take_while(adverb).count();
        let place = self.units.get(on + 1).filter(|_| self.is_in(on)).and_then(|_| self.unit_phrase(on + 1))?;
        let capital = self.is_capital_of(on + 1);
        let stands =
            capital || matches!(place.kind, PhraseKind::Place | PhraseKind::Country) && !self.units[on + 1].possessive;
        let place = *self.parties_of(on + 1).first().filter(|_| stands)?;
        let mut who = self.who_is_there(be)?;
        let on = on + usize::from(capital);
        // "will be in Moscow on Monday", "said he would be in Moscow on Monday": of a person that tells of a journey, whatever he does there.
        let person = |party: &Party| party.kind == PhraseKind::Person;
        let ends = self.units.get(on + 2).is_none_or(|unit| unit.is_mark() || self.is_in_date(on + 2));
        let future = stay == Stay::Ahead && (self.units[be].is(Class::Future) || self.is_in_date(on + 2));
        let ahead = future && ends && who.list.iter().all(person);
        // "is in Moscow, where he": so does what still goes on.
        let where_ = || self.units.get(on + 2).is_some_and(Unit::is_comma) && self.goes_on_there(on + 3);
        let stayed = || {
            who.list.iter().all(person)
                && match stay {
                    Stay::Over => self.stayed_a_while(self.chain_start(be), on + 2),
                    Stay::Now => where_() || self.has_stayed_since(be, on + 2),
                    Stay::Ahead => false,
                }
        };
        if !ahead && !stayed() {
            let errand = self.errand(on + 2)?;
            // "as part of a delegation headed by Pence": who leads it is there, too.
            let led = |at: usize| self.bare_party(at) && self.units[at].deputes && self.is_stage(errand);
            if errand + 1 < self.units.len() && led(errand + 1) {
                who.list.extend(self.list(errand + 1).list);
            }
        }
        who.list.iter().all(|party| self.is_human(party) || party.kind == PhraseKind::Agent).then_some((who, place))
    }

    /// "where he": whether a clause about the place just named begins at a unit.
    fn goes_on_there(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.phrase().is_none()) && self.tells_of_place(at)
    }

    /// "has been in Moscow since Sunday": whether what stands behind a place says since when somebody is there.
    fn has_stayed_since(&self, be: usize, behind: usize) -> bool {
        self.units[be].end > self.units[be].start + 1
            && self.units.get(behind).is_some_and(|unit| unit.is(Class::Since))
    }

    /// "the Sudanese capital": whether a nationality stands at a unit before a word for its capital.
    fn is_capital_of(&self, at: usize) -> bool {
        self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym)
            && self.units.get(at + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::PlaceHead))
    }

    /// "was in Khartoum on 15 August, where he", "when he was in Khartoum,", "who was in Khartoum last week": whether what stands behind a
    /// place, or before who was there, tells of a stay that is over.
    fn stayed_a_while(&self, chain: usize, behind: usize) -> bool {
        const WORDS: usize = 2;
        const DATE: usize = 4;
        let bare = |at: usize| self.units[at].phrase().is_none();
        // "fell while Putin was in Khartoum": at the end.
        let while_ = |at: usize| bare(at) && self.units[at].is(Class::While);
        let Some(next) = self.units.get(behind) else {
            return (chain.saturating_sub(WORDS)..chain).any(while_);
        };
        let dated = self.is_in_date(behind);
        let opened = (chain.saturating_sub(WORDS)..chain)
            .any(|at| bare(at) && self.units[at].has(|c| matches!(c, Class::While | Class::Relative)));
        let comma = (behind..self.units.len().min(behind + DATE)).find(|&at| self.units[at].is_mark());
        let where_ =
            |comma: usize| self.units.get(comma + 1).is_some_and(|_| bare(comma + 1) && self.tells_of_place(comma + 1));
        let told = comma.is_some_and(|comma| self.units[comma].is_comma() && where_(comma));
        told && (dated || next.is_comma()) || opened && (dated || next.is_mark()) || dated && self.ends_on_day(behind)
    }

    /// "was in Khartoum on Monday.": whether nothing but a day stands between a unit and the end of the clause.
    fn ends_on_day(&self, behind: usize) -> bool {
        let dated = self.units[behind..].iter().enumerate().take_while(|&(i, _)| self.is_in_date(behind + i));
        let end = behind + dated.count();
        let day = self
            .times
            .dates
            .iter()
            .any(|when| (behind..end).any(|at| (when.at..when.end).contains(&at)) && when.past.as_day().is_some());
        day && self.units.get(end).is_none_or(Unit::is_mark)
    }

    /// "where": what opens a clause about the place before it.
    fn tells_of_place(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.is(Class::Relative) && unit.is(Class::Circumstance) && !unit.is(Class::While)
    }

    /// Whom an auxiliary is about that stands as the verb of its clause: right before it, before "who", before what stands between
    /// commas.
    fn who_is_there(&self, be: usize) -> Option<Parties> {
        let chain = self.chain_start(be);
        let before = chain.checked_sub(1)?;
        if self.units[before].is_comma() {
            return self.before_relative(be, chain).or_else(|| self.before_aside(be, chain));
        }
        if self.units[before].is(Class::Relative) && self.units[before].phrase().is_none() {
            let who = before.checked_sub(1 + usize::from(before > 0 && self.units[before - 1].is_comma()))?;
            let named = self.unit_phrase(who).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
            return (named && self.bare_party(who)).then(|| Parties::new(self.parties_of(who), 0.85, be));
        }
        let free = self.bare_party(before) && !self.units[before].possessive;
        let (first, list) = if free { self.list_ending_at(before) } else { return None };
        let opens = first.checked_sub(1).is_none_or(|at| {
            self.opens_clause_behind(at)
                || self.units[at].phrase().is_none() && self.units[at].is(Class::Circumstance)
                // "said she would be in Rabat on Friday"
                || self.units[at].kind == Kind::Verb && self.tells_speech(at)
        });
        (opens && !list.is_empty()).then(|| Parties::new(list, 0.9, be))
    }

    /// "Mohamud was at the airport to welcome him": who is somewhere to do what stands behind a "to".
    pub(super) fn there_to(&self, to: usize) -> Option<Parties> {
        const PLACE: usize = 6;
        if self.lang != Lang::En {
            return None;
        }
        let be = (to.saturating_sub(PLACE)..to).rev().find(|&be| self.is_auxiliary(be))?;
        let place = |at: usize| self.is_in(at) || self.is_preposition_of(at, "at");
        // "was on hand at the airport to greet"
        let adverb = |at: usize| self.units[at].phrase().is_none() && self.units[at].is(Class::Skip);
        let somewhere = be + 1 < to && (place(be + 1) || adverb(be + 1) && be + 2 < to && place(be + 2));
        let who = self.who_is_there(be).filter(|_| somewhere)?;
        let people = who.list.iter().all(|party| self.is_human(party) && party.kind == PhraseKind::Person);
        people.then_some(Parties { confidence: 0.85, ..who })
    }

    /// "TBILISI, Georgia -", "KUWAIT, Aug 12 (KUNA) --": the place that a sentence opens with, before a dash or colon.
    pub(super) fn dateline(&self, tokens: &Tokens) -> Option<Party> {
        const LONGEST: usize = 9;
        if self.lang != Lang::En {
            return None;
        }
        let land = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let place = self.units.iter().take(2).position(|unit| !unit.is_mark()).filter(|&first| land(first))?;
        let dash = |unit: &Unit| matches!(tokens.tokens[unit.start].gap, Gap::Punct(b'-' | b':' | b')'));
        let near = place + 1..self.units.len().min(place + LONGEST);
        let stop = near.into_iter().find(|&at| dash(&self.units[at]))?;
        let agency = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
        let quiet = |at: usize| {
            self.units[at].kind != Kind::Verb && (self.units[at].phrase().is_none() || land(at) || agency(at))
        };
        let names = (place + 1..stop).all(quiet) && !self.units[place].possessive;
        self.parties_of(place).first().copied().filter(|_| names)
    }

    /// Where a verb of coming leads that has no place of its own, and how sure that is.
    fn comes_here(&self, verb: usize, tokens: &Tokens) -> Option<(Party, f64)> {
        const ADVERBS: usize = 3;
        let arrives = |trigger| {
            let row = self.knowledge.lexicon.trigger(trigger);
            let within = self.knowledge.lexicon.preposition_id("in");
            row.is_journey() && row.object.iter().any(|slot| matches!(slot, Slot::Prep(id) if Some(*id) == within))
        };
        let here = |at: usize| self.units[at].phrase().is_none() && self.units[at].is(Class::Here);
        let behind = verb + 1..self.units.len().min(verb + 1 + ADVERBS);
        let told = behind.clone().take_while(|&at| self.units[at].phrase().is_none()).any(here);
        if told {
            let goes = |at: usize| self.tells(at, |told| told == Predicate::Visited);
            let place = self.memory.here.or_else(|| self.dateline(tokens));
            return place.filter(|_| goes(verb)).map(|place| (place, 0.9));
        }
        let own = self.subjects[verb].as_ref().is_some_and(|found| !found.carried);
        // "as soon as Abbas arrives"
        let ahead = self.units[verb].tense() == Some(Tense::Present);
        if !own
            || ahead
            || !self.units[verb].forms.iter().any(|form| arrives(form.trigger))
            || !self.comes_plainly(verb)
        {
            return None;
        }
        let place = self.place_met_at(verb).map(|place| (place, 0.8));
        // "He had flown in from Cairo": to wherever the sentence before has him.
        if self.units[self.chain_start(verb)..verb]
            .iter()
            .any(|unit| unit.phrase().is_none() && unit.is(Class::Earlier))
        {
            return place;
        }
        place.or_else(|| self.memory.here.or_else(|| self.dateline(tokens)).map(|place| (place, 0.75)))
    }

    /// "arrived from Cairo, where he": the place behind "from" that a verb of coming has near it, where a clause tells what was done there.
    fn place_left(&self, verb: usize) -> Option<Party> {
        const NEAR: usize = 7;
        let comes = |trigger| {
            let row = self.knowledge.lexicon.trigger(trigger);
            row.is_journey() && !row.flags.abroad
        };
        let bare = |at: usize| self.units[at].phrase().is_none();
        let moves = self.units[verb].forms.iter().any(|form| comes(form.trigger));
        if !moves {
            return None;
        }
        let end = self.units.len().min(verb + NEAR);
        let open = |&at: &usize| !self.units[at].is_mark() && self.units[at].kind != Kind::Verb;
        let from = (verb + 1..end).take_while(open).find(|&at| bare(at) && self.is_preposition_of(at, "from"))?;
        let land = self.unit_phrase(from + 1)?;
        let stands = matches!(land.kind, PhraseKind::Place | PhraseKind::Country) && !self.units[from + 1].possessive;
        let behind = from + 2 + usize::from(self.units.get(from + 2).is_some_and(Unit::is_comma));
        // "arrived from Beirut on the last leg of a tour"
        let on_tour = behind < self.units.len()
            && bare(behind)
            && self.is_preposition_of(behind, "on")
            && (behind + 1..self.units.len().min(behind + 4)).any(|at| bare(at) && self.units[at].is(Class::Stage));
        let told = behind < self.units.len() && self.tells_of_place(behind) || on_tour;
        self.parties_of(from + 1).first().copied().filter(|_| stands && told && bare(behind))
    }

    /// "is due in Rabat, flying from Doha, where he met": whether what is done by a gerund is told to have led from where somebody has acted.
    fn was_there_before(&self, verb: usize) -> bool {
        const REACH: usize = 12;
        let near = verb + 1..self.units.len().min(verb + REACH);
        let where_ = near.clone().find(|&at| self.units[at].phrase().is_none() && self.tells_of_place(at));
        let acts = |from: usize| near.skip_while(|&at| at < from).find(|&at| self.units[at].kind == Kind::Verb);
        let acted = where_.and_then(acts).is_some_and(|at| is_plain_past(self, at));
        acted && self.units[verb].tense() == Some(Tense::Gerund)
    }

    /// "arrived Tuesday night", "flew in from Kampala": whether nothing behind a verb of coming says what else is reached.
    fn comes_plainly(&self, verb: usize) -> bool {
        let adverb = |unit: &&Unit| {
            unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Skip | Class::TitleAdjective { .. }))
        };
        let at = verb + 1 + self.units[verb + 1..].iter().take_while(adverb).count();
        let Some(unit) = self.units.get(at) else { return true };
        let origin = self.is_preposition_of(at, "from");
        let errand =
            unit.phrase().is_none() && ["for", "with", "aboard"].iter().any(|word| self.is_preposition_of(at, word));
        let aside = self.units[at].kind == Kind::Verb && self.verb_form(at) != VerbForm::Finite;
        unit.is_mark() || self.is_in_date(at) || origin || errand || aside
    }

    /// "Annan, who arrived on Tuesday, met Kibaki in Nairobi": the place where the sentence goes on.
    fn place_met_at(&self, verb: usize) -> Option<Party> {
        const FAR: usize = 14;
        let end = self.units.len().min(verb + FAR);
        let next = (verb + 1..end).find(|&at| {
            self.is_in(at)
                && self.units[at].phrase().is_none()
                && self.unit_phrase(at + 1).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
        })?;
        let contact = |at: usize| self.tells(at, |told| matches!(told, Predicate::Met | Predicate::TalkedWith));
        // "who flew in from Kuwait, will meet them in Jeddah": there he has not come yet.
        let ahead = |at: usize| {
            let open = |unit: &Unit| unit.has(|c| matches!(c, Class::Future | Class::Planned | Class::Possible));
            self.verb_form(at) == VerbForm::Infinitive || self.units[self.chain_start(at)..at].iter().any(open)
        };
        let held = (verb + 1..next).any(|at| self.units[at].kind == Kind::Verb && contact(at) && !ahead(at));
        let open = !(verb + 1..next).any(|at| self.units[at].is_stop());
        self.parties_of(next + 1).first().copied().filter(|_| held && open && !self.units[next + 1].possessive)
    }

    /// "for talks", "on a two-day visit", "to meet": where what somebody does there begins.
    fn errand(&self, from: usize) -> Option<usize> {
        const NOUN: usize = 5;
        let end = self.units.len().min(from + ERRAND);
        let contact = |at: usize| self.tells(at, |told| told.family() == Family::Contact);
        let open = |at: &usize| {
            let unit = &self.units[*at];
            !unit.is_stop() && !unit.has(|c| matches!(c, Class::Conj | Class::Relative | Class::Complement))
        };
        (from..end).take_while(open).find(|&at| {
            let unit = &self.units[at];
            let purpose = self.is_preposition_of(at, "for") || self.is_preposition_of(at, "on") || self.is_stage(at);
            // "as part of a delegation"
            let sent =
                |at: usize| self.is_stage(at - 1) && (self.units[at].is(Class::Deputation) || self.units[at].deputes);
            let noun = |at: usize| self.units[at].kind == Kind::Noun && contact(at) || sent(at);
            let verb = unit.is_to() && self.units.get(at + 1).is_some_and(|next| next.kind == Kind::Verb);
            let near = at + 1..self.units.len().min(at + NOUN);
            // "an African tour"
            let owned = |at: usize| self.unit_phrase(at).is_none() || self.is_stage(at - 1) || self.is_stage(at - 2);
            verb || purpose && near.take_while(open).take_while(|&at| owned(at)).any(noun)
        })
    }

    /// "at the start of", "as part of", "at the end of": words of several that say of which journey it is a part that somebody is somewhere.
    fn is_stage(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.phrase().is_none()
            && unit.end > unit.start + 2
            && unit.is(Class::Circumstance)
            && !unit.has(|c| matches!(c, Class::While | Class::Relative | Class::Ahead))
    }

    /// "told visiting President Putin", "held talks with visiting Prime Minister Modi": whom the title that "visiting" opens
    /// describes, and whom he visits: who acts, or the land of whoever does without a name ("Egypt's top cleric told").
    fn visiting(&self, at: usize) -> Option<(Parties, Vec<Party>)> {
        let guest = self.unit_phrase(at).filter(|phrase| phrase.kind == PhraseKind::Person)?;
        let before = at.checked_sub(1).filter(|_| !guest.referents.is_empty())?;
        let verb = |unit: &usize| self.units[*unit].kind == Kind::Verb;
        let verb = match self.is_preposition_of(before, "with") {
            true => (0..before).rev().take_while(|&unit| !self.units[unit].is_stop()).find(verb)?,
            false => Some(before).filter(verb)?,
        };
        let guests = Parties::new(self.parties_of(at), 0.85, at + 1);
        let host = self.subjects.get(verb)?.as_ref()?;
        if !host.is_empty() {
            return Some((guests, host.list.clone()));
        }
        let land = |unit: &usize| {
            self.unit_phrase(*unit)
                .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Demonym))
        };
        let start = (0..verb).rev().find(|&unit| self.units[unit].is_mark()).map_or(0, |mark| mark + 1);
        let mut lands = (start..verb).filter(land).map(|unit| self.parties_of(unit));
        let land = lands.next().filter(|_| host.opaque)?;
        lands.next().is_none().then_some((guests, land))
    }

    /// "Visiting President Xi Jinping met Merkel": whether a guest opens the clause in which he acts.
    fn visitor_acts(&self, at: usize) -> bool {
        self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            && at.checked_sub(1).is_none_or(|before| self.opens_clause_behind(before))
    }
}

impl Sentence<'_> {
    /// Who is abroad on an errand, or is called visiting, has made the journey.
    pub(super) fn abroad(&self, out: &mut Vec<Relation>) {
        if self.clause.lang != Lang::En {
            return;
        }
        self.headline_abroad(out);
        self.asides_abroad(out);
        for at in 0..self.clause.units.len() {
            let unit = &self.clause.units[at];
            if unit.phrase().is_none() && unit.is(Class::Auxiliary) {
                self.on_errand(at, out);
            } else if unit.kind == Kind::Verb {
                self.arrivals(at, out);
                self.came_from(at, out);
            } else if unit.phrase().is_none() && unit.is(Class::Stage) && unit.kind != Kind::Verb {
                self.stage_of_tour(at, out);
            } else if self.is_visiting(unit) {
                self.guests(at, out);
            }
        }
    }

    /// "Hochstein in Beirut to push truce": a headline says where somebody is, and what for, without a verb.
    fn headline_abroad(&self, out: &mut Vec<Relation>) {
        let clause = self.clause;
        let person = clause.unit_phrase(0).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        if !person || clause.units[0].possessive {
            return;
        }
        let who = clause.list(0);
        let on = who.end;
        let land = |phrase: &crate::mention::Phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country);
        let place = on + 1;
        let stands = place < clause.units.len()
            && clause.units[on].phrase().is_none()
            && clause.is_in(on)
            && clause.unit_phrase(place).is_some_and(land)
            && !clause.units[place].possessive;
        if !stands || clause.errand(place + 1) != Some(place + 1) {
            return;
        }
        let finite = |at: usize| {
            let unit = &clause.units[at];
            unit.phrase().is_none()
                && (unit.is(Class::Auxiliary)
                    || unit.kind == Kind::Verb
                        && clause.verb_form(at) == VerbForm::Finite
                        && !clause.units[at - 1].is_to())
        };
        if (place + 1..clause.units.len()).any(finite) {
            return;
        }
        let Some(&place) = clause.parties_of(place).first() else { return };
        for s in who.list.iter().filter(|party| clause.is_human(party)) {
            if !self.stays_home(s.referent, place.referent, false, Pos::Verb) {
                out.push(self.untriggered(on, Predicate::Visited, Status::Happened, (*s, place), 0.8));
            }
        }
    }

    /// "Kerry, in Cairo for talks, met", "In Cairo for talks, Kerry met": what stands between commas says where somebody is.
    fn asides_abroad(&self, out: &mut Vec<Relation>) {
        let clause = self.clause;
        let units = clause.units;
        let land = |phrase: &crate::mention::Phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country);
        for on in (0..units.len().saturating_sub(2)).filter(|&on| units[on].phrase().is_none() && clause.is_in(on)) {
            let also = usize::from(on > 0 && units[on - 1].phrase().is_none() && units[on - 1].is(Class::Skip));
            let before = (on - also).checked_sub(1);
            let place = on + 1;
            let opens = before.is_none_or(|before| units[before].is_comma());
            let stands = opens && clause.unit_phrase(place).is_some_and(land) && !units[place].possessive;
            if !stands || clause.errand(place + 1) != Some(place + 1) {
                continue;
            }
            let Some(comma) =
                (place + 1..units.len()).find(|&at| units[at].is_mark()).filter(|&at| units[at].is_comma())
            else {
                continue;
            };
            let named = |at: usize| {
                clause.bare_party(at) && clause.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            };
            let who = match before {
                Some(before) if before > 0 && named(before - 1) => clause.list_ending_at(before - 1).1,
                None if comma + 1 < units.len() && named(comma + 1) => clause.list(comma + 1).list,
                _ => continue,
            };
            let Some(&land) = clause.parties_of(place).first() else { continue };
            for s in who.iter().filter(|party| clause.is_human(party)) {
                if !self.stays_home(s.referent, land.referent, false, Pos::Verb) {
                    out.push(self.untriggered(on, Predicate::Visited, Status::Happened, (*s, land), 0.8));
                }
            }
        }
    }

    fn is_visiting(&self, unit: &Unit) -> bool {
        unit.phrase().is_some() && self.tokens.form(&self.tokens.tokens[unit.start]) == b"visiting"
    }

    /// "arrived here on Tuesday", "who flew in on Tuesday": a verb of coming without a place leads where the report was written.
    fn arrivals(&self, verb: usize, out: &mut Vec<Relation>) {
        let Some((place, sure)) = self.clause.comes_here(verb, self.tokens) else { return };
        let Some(who) = self.clause.subjects[verb].as_ref() else { return };
        let status = status(self.clause, verb, Predicate::Visited);
        for s in who.list.iter().filter(|party| self.clause.is_human(party)) {
            if !self.stays_home(s.referent, place.referent, false, Pos::Verb) {
                out.push(self.untriggered(verb, Predicate::Visited, status, (*s, place), sure * who.confidence));
            }
        }
    }

    /// "flew in from Cairo, where he met", "came from Doha where he had talks": where somebody comes from, and what he did there.
    fn came_from(&self, verb: usize, out: &mut Vec<Relation>) {
        let Some(place) = self.clause.place_left(verb) else { return };
        let Some(who) = self.clause.subjects[verb].as_ref() else { return };
        let status = match self.clause.was_there_before(verb) {
            true => Status::Happened,
            false => status(self.clause, verb, Predicate::Visited),
        };
        let person = |party: &&Party| party.kind == PhraseKind::Person || self.clause.is_human(party);
        for s in who.list.iter().filter(person) {
            let known = |told: &Relation| {
                told.predicate == Predicate::Visited && (told.subject, told.object) == (s.referent, place.referent)
            };
            if !self.stays_home(s.referent, place.referent, true, Pos::Verb) && !out.iter().any(known) {
                out.push(self.untriggered(verb, Predicate::Visited, status, (*s, place), 0.8 * who.confidence));
            }
        }
    }

    /// "held talks in Cairo on Thursday, the last stop on a tour", "met Sisi in Cairo on the first leg of his tour": where a verb of contact before it
    /// says that somebody was, he has gone.
    fn stage_of_tour(&self, stage: usize, out: &mut Vec<Relation>) {
        const REACH: usize = 14;
        let clause = self.clause;
        let units = clause.units;
        let first = (stage.saturating_sub(3)..stage).find(|&at| units[at].determined).unwrap_or(stage);
        let Some(before) = first.checked_sub(1) else { return };
        let joins = units[before].is_comma()
            || units[before].phrase().is_none() && clause.is_preposition_of(before, "on") && stage - before < 4;
        let of_tour = (stage + 1..units.len().min(stage + 6))
            .any(|at| units[at].kind == Kind::Noun && clause.tells(at, |told| told == Predicate::Visited));
        if !joins || !of_tour {
            return;
        }
        let land = |at: usize| {
            clause.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
                && !units[at].possessive
                && clause.is_in(at - 1)
                && units[at - 1].phrase().is_none()
        };
        let low = before.saturating_sub(REACH).max(1);
        let Some(place) = (low..before).rev().take_while(|&at| !units[at].is_mark()).find(|&at| land(at)) else {
            return;
        };
        let verb = (0..place).rev().take_while(|&at| !units[at].is_stop()).find(|&at| units[at].kind == Kind::Verb);
        // "praised a museum in Cairo, a stop on every tour"
        let does = |at: usize| {
            clause.tells(at, |told| told.family() == Family::Contact)
                || units[at].kind == Kind::Verb && clause.tells_speech(at)
        };
        let verb = verb.filter(|&verb| (verb..place).any(does));
        let Some((verb, who)) = verb.and_then(|verb| Some((verb, clause.subjects[verb].as_ref()?))) else { return };
        let Some(&land) = clause.parties_of(place).first() else { return };
        let [traveller] = who.list[..] else { return };
        let known = |told: &Relation| told.predicate == Predicate::Visited && told.subject == traveller.referent;
        if !clause.is_human(&traveller)
            || traveller.kind == PhraseKind::Country
            || out.iter().any(known)
            || self.stays_home(traveller.referent, land.referent, true, Pos::Verb)
        {
            return;
        }
        let status = status(clause, verb, Predicate::Met);
        out.push(self.untriggered(verb, Predicate::Visited, status, (traveller, land), 0.8 * who.confidence));
    }

    /// What an auxiliary says of when somebody is somewhere.
    fn stay(&self, be: usize) -> Stay {
        let unit = &self.clause.units[be];
        match self.tokens.form(&self.tokens.tokens[unit.start]) {
            b"was" | b"were" => Stay::Over,
            b"had" if unit.end > unit.start + 1 => Stay::Over,
            b"would" if unit.end > unit.start + 1 => Stay::Ahead,
            _ if unit.is(Class::Future) => Stay::Ahead,
            _ => Stay::Now,
        }
    }

    fn on_errand(&self, be: usize, out: &mut Vec<Relation>) {
        let units = self.clause.units;
        let stay = self.stay(be);
        let Some((who, place)) = self.clause.abroad(be, stay) else { return };
        let chain = self.clause.chain_start(be);
        // "refused to meet Bolton, who was in Ankara": what a relative tells is told for itself.
        // "made comments about the need for it when he was in Doha": so is what a clause of time tells.
        let opens = |at: usize| {
            units[at].phrase().is_none() && units[at].has(|c| matches!(c, Class::Relative | Class::Circumstance))
        };
        let own = chain > 0 && (opens(chain - 1) || chain > 1 && opens(chain - 2));
        let open = |unit: &Unit| unit.has(|c| matches!(c, Class::Negation | Class::Possible | Class::Planned));
        let status = match () {
            () if stay == Stay::Ahead => Status::Planned,
            () if own && !units[chain..=be].iter().any(open) => Status::Happened,
            () => status(self.clause, be, Predicate::Visited),
        };
        // "he would be in Rabat on Friday for a working visit": what the visit is called tells no other one.
        if stay == Stay::Ahead {
            out.retain(|told| {
                let same = |s: &Party| (told.subject, told.object) == (s.referent, place.referent);
                let twice = told.sentence == self.number && told.predicate == Predicate::Visited;
                !(twice && told.status == Status::Happened && who.list.iter().any(same))
            });
        }
        for s in &who.list {
            if !self.stays_home(s.referent, place.referent, false, Pos::Verb) {
                out.push(self.untriggered(be, Predicate::Visited, status, (*s, place), 0.9 * who.confidence));
            }
        }
    }

    fn guests(&self, at: usize, out: &mut Vec<Relation>) {
        let country = |party: &Party| match party.referent {
            Referent::Known(key) if self.clause.knowledge.gazetteer.get(key).kind == EntityKind::Country => Some(key),
            other => self.reader.country_of(other),
        };
        let (guests, hosts) = match self.clause.visiting(at) {
            Some((guests, hosts)) => (guests.list, hosts),
            None if self.clause.visitor_acts(at) => self.met_by_visitor(at, out),
            None => return,
        };
        let Some(land) = hosts.first().and_then(country) else { return };
        let host = Party { referent: Referent::Known(land), kind: PhraseKind::Country, ..hosts[0] };
        if hosts.iter().any(|other| country(other) != Some(land)) {
            return;
        }
        for guest in guests.iter().filter(|guest| country(guest).is_some_and(|own| own != land)) {
            out.push(self.untriggered(at, Predicate::Visited, Status::Happened, (*guest, host), 0.8));
        }
    }

    /// The guest at a unit, and those whom the sentence tells that he met.
    fn met_by_visitor(&self, at: usize, out: &[Relation]) -> (Vec<Party>, Vec<Party>) {
        let guests = self.clause.parties_of(at);
        let meets = |told: &&Relation| {
            matches!(told.predicate, Predicate::Met | Predicate::TalkedWith) && told.status == Status::Happened
        };
        let of_guest = |told: &&Relation| guests.iter().any(|guest| guest.referent == told.subject);
        let party = |told: &Relation| {
            let (referent, span) = (told.object, told.object_span);
            Party { referent, span, kind: PhraseKind::Person, gender: None }
        };
        let hosts = out.iter().filter(meets).filter(of_guest).map(party).collect();
        (guests, hosts)
    }
}
