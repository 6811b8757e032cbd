//! Who does it, in English, where something stands between the subject and its verb: asides, relative clauses, appositions.

use super::clause::{Clause, Parties, Party};
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Tense};
use crate::mention::{Phrase, PhraseKind};

impl Clause<'_> {
    /// "After talks with Putin, Macron and Merkel left": whether who stands behind the preposition before a unit belongs to the occasion that an
    /// English sentence begins with, so that those behind the comma are the subject of the verb at `end`.
    pub(super) fn is_of_opening_occasion(&self, at: usize, end: usize) -> bool {
        let behind = self.lang == Lang::En && at > 0 && self.units[at - 1].is_preposition();
        if !behind || !self.is_finite_verb(end) {
            return false;
        }
        let start = self.units[..at].iter().rposition(Unit::is_mark).map_or(0, |mark| mark + 1);
        let leads = |unit: &Unit| unit.phrase().is_none() && (unit.is_preposition() || unit.is(Class::Circumstance));
        // "under the auspices" is one word for who mediates.
        let under = self.units[start].kind == Kind::Noun
            && self.units[start].end > self.units[start].start + 1
            && self.tells(start, |told| told == Predicate::Mediated);
        (start == 0 || self.units[start - 1].is_stop())
            && (under || leads(&self.units[start]))
            && self.units[start..at].iter().all(|unit| unit.kind != Kind::Verb)
    }

    /// "by several ministers", "in northern Mali": what stands before a phrase that names nobody, over the words that modify it, or before a
    /// place, over what says which part of it.
    pub(super) fn before_modifiers(&self, phrase: usize) -> Option<usize> {
        const WORDS: usize = 2;
        let nameless =
            self.unit_phrase(phrase).is_some_and(|p| p.kind == PhraseKind::Unknown && p.referents.is_empty());
        let modifies = |unit: &Unit| unit.kind == Kind::Word || unit.phrase().is_none() && unit.is(Class::Each);
        let place = self.unit_phrase(phrase).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country));
        let part = |unit: &Unit| place && unit.phrase().is_none() && unit.is(Class::Whereabouts);
        let words = (0..phrase)
            .rev()
            .take(WORDS)
            .take_while(|&at| nameless && modifies(&self.units[at]) || part(&self.units[at]));
        phrase.checked_sub(words.count() + 1)
    }

    /// "Delegations from Kenya and Uganda arrived": the countries and bodies whose people stand before a verb, as a list that ends at a unit.
    pub(super) fn people_of_several(&self, last: usize, at: usize) -> Option<Parties> {
        let (first, list) = self.list_ending_at(last);
        let of = first.checked_sub(1).filter(|_| first < last)?;
        let found = self.people_of(of, at)?;
        let kind = found.list.first()?.kind;
        let side = |party: &Party| !self.is_human(party);
        let list: Vec<Party> = list.into_iter().map(|party| Party { kind, ..party }).collect();
        list.iter().all(side).then_some(Parties { list, ..found })
    }

    /// "Putin, in an interview with a German newspaper, praised", "Putin — making his first trip — praised": who stands before a
    /// parenthesis that a preposition or participle opens.
    pub(super) fn before_aside(&self, at: usize, chain: usize) -> Option<Parties> {
        const LONGEST: usize = 16;
        const WORDS: usize = 2;
        let close = chain.checked_sub(1).filter(|&close| self.units[close].is_comma())?;
        let mark_before = |at: usize| (at.saturating_sub(LONGEST)..at).rev().find(|&i| self.units[i].is_mark());
        let mut open = mark_before(close)?;
        let mut close = close;
        // "Sullivan, fresh from Dhahran, where he was received, sat down": over what goes on about the place.
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let goes_on = self.units[open + 1].phrase().is_none() && self.units[open + 1].is(Class::Circumstance);
        // "Kenya, like Uganda and Rwanda, praised": a country that stands first is no place that another aside ends with.
        let outer = mark_before(open).filter(|_| goes_on && self.units[open].is_comma() && open > 0 && place(open - 1));
        if let Some(outer) = outer {
            (open, close) = (outer, open);
        }
        let aside = self.units.get(open + 1..close)?;
        let finite = |at: usize| self.units[at].kind == Kind::Verb && self.verb_form(at) == VerbForm::Finite;
        let participle = |at: usize| {
            self.units[at].kind == Kind::Verb && matches!(self.verb_form(at), VerbForm::Gerund | VerbForm::Reduced)
        };
        // "on a visit to", "fresh from", "a day after"
        let leads = |unit: &&Unit| unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_preposition();
        let words = aside.iter().take_while(leads).count();
        let prepositional = words <= WORDS
            && aside.get(words).is_some_and(|unit| unit.phrase().is_none() && unit.is_preposition())
            && !aside[..words].iter().any(|unit| unit.has(|c| matches!(c, Class::Conj | Class::Agent)));
        // "after two days of silence", "meanwhile"
        let circumstance = aside.first().is_some_and(|first| first.phrase().is_none() && first.is(Class::Circumstance));
        let adverbial = circumstance || aside.len() <= WORDS && aside.iter().all(|unit| unit.phrase().is_none());
        // "on his first trip to Cairo since the war began"
        let clause = aside.iter().skip(1).position(|unit| unit.phrase().is_none() && unit.is(Class::Circumstance));
        let own = &aside[..clause.map_or(aside.len(), |clause| clause + 1)];
        let plain = self.units[open].is_comma()
            && ((prepositional || adverbial) && !own.iter().any(|unit| unit.kind == Kind::Verb)
                || (participle(open + 1)
                    || self.units[open + 1].kind == Kind::Participle
                    || self.is_preposition_of(open + 1, "by") && open + 2 < close && participle(open + 2))
                    && !(open + 1..close).any(finite)
                || self.is_reported_aside(open + 1, close))
            && !aside.iter().any(|unit| unit.is(Class::Complement));
        let subject = open.checked_sub(1).filter(|&i| plain && self.bare_party(i) && !self.units[i].possessive)?;
        let first = self.list_ending_at(subject).0;
        let opens = first == 0 || self.opens_clause_behind(first - 1) || self.is_said_right_before(first);
        opens.then(|| Parties { end: at + 1, confidence: 0.85, ..self.list(first) })
    }

    /// "Jebali's plan, announced after the murder of Belaid, was rejected by": whether a participle between commas goes on about a thing,
    /// which nobody named within is.
    pub(super) fn goes_on_about_thing(&self, at: usize, chain: usize) -> bool {
        const LONGEST: usize = 24;
        let Some(close) = chain.checked_sub(1).filter(|&close| self.units[close].is_comma()) else {
            return false;
        };
        let open = (close.saturating_sub(LONGEST)..close).rev().find(|&i| self.units[i].is_mark());
        let thing = |unit: &Unit| {
            unit.phrase().is_none() && (matches!(unit.kind, Kind::Word | Kind::Noun) || unit.is(Class::Agent))
        };
        let told = |i: usize| {
            self.shapes[i].past
                || self.units[i].kind == Kind::Verb
                    && self.units[i]
                        .verb()
                        .is_some_and(|(tense, ..)| matches!(tense, Tense::PastParticiple | Tense::Past))
        };
        // "The council, which represents North and Central America, has backed"
        let which = |i: usize| self.units[i].phrase().is_none() && self.units[i].is(Class::Relative);
        open.is_some_and(|open| {
            open > 0
                && self.units[open].is_comma()
                && thing(&self.units[open - 1])
                && (told(open + 1) && chain < at || which(open + 1))
        })
    }

    /// "Kerry, officials said, met", "Kerry, it emerged on Monday, met", "Kerry, his voice hoarse, met": whether what stands between two
    /// commas only says who tells it, or how somebody is.
    fn is_reported_aside(&self, from: usize, end: usize) -> bool {
        const LONGEST: usize = 7;
        let verbs = || (from..end).filter(|&i| self.units[i].kind == Kind::Verb);
        let first = &self.units[from];
        let open = end - from <= LONGEST && !first.is(Class::Relative) && !first.is(Class::Circumstance);
        let told = verbs().count() == 1 && verbs().all(|verb| verb > from && self.tells_speech(verb));
        let emerged = first.case == Some(Case::Thing) && !first.possessive && verbs().count() <= 1;
        let absolute = first.case == Some(Case::Owner) && verbs().next().is_none();
        open && (told || emerged || absolute)
    }

    /// "Officials said Kerry, after two days of talks, met": whether a verb of saying stands right before a unit, but for a date.
    fn is_said_right_before(&self, at: usize) -> bool {
        let date = |before: usize| self.is_in_date(before);
        let verb = (0..at).rev().take(4).find(|&before| !date(before));
        verb.is_some_and(|verb| self.units[verb].kind == Kind::Verb && self.tells_speech(verb))
    }

    /// Returns whether a comma right before a verb at `at` closes a relative clause about its subject.
    pub(super) fn closes_relative(&self, at: usize, comma: usize) -> bool {
        let chain = self.chain_start(at);
        comma + 1 == chain && (self.before_relative(at, chain).is_some() || self.before_aside(at, chain).is_some())
    }

    /// "Meloni, who invited Modi to Rome, called": over a relative clause between commas to whom it describes.
    pub(super) fn before_relative(&self, at: usize, chain: usize) -> Option<Parties> {
        let closing = chain.checked_sub(1).filter(|&comma| self.units[comma].is_comma())?;
        // "who is on a tour of Ghana, Togo and Kenya,": over the commas of a list.
        let listed = closing > 0 && self.bare_party(closing - 1);
        let inner = if listed { self.list_ending_at(closing - 1).0 } else { closing };
        let opening = (0..inner).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].is_comma())?;
        // "Maduro, on whose aides sanctions fall, hailed"
        let led = opening + 2 < closing && self.units[opening + 1].is_preposition();
        let relative = &self.units[opening + 1 + usize::from(led && self.units[opening + 2].is(Class::Relative))];
        let who = opening.checked_sub(1).filter(|&who| self.bare_party(who))?;
        // "who is due in Tbilisi", "who is in Uganda"
        let stands = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Auxiliary);
        let verbs = (opening + 1..closing).any(|i| self.units[i].kind == Kind::Verb || stands(&self.units[i]));
        // "Wang Yi, also a member of the Political Bureau, met": what else he is.
        let unknown = |i: usize| {
            self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Unknown) && self.parties_of(i).is_empty()
        };
        // "Turkey, a member of NATO, condemned", "Iraq, a founding OPEC member, condemned": what it is one of.
        let member = |i: usize| self.is_membership(i);
        let office = !verbs
            && (opening + 1..closing).any(|i| unknown(i) || member(i))
            && (opening + 1..closing).all(|i| {
                self.unit_phrase(i).is_none()
                    || unknown(i)
                    || member(i)
                    || self.units[i].possessive
                    || self.units[i - 1].is_preposition()
            });
        // "Sabbahi, a leading NSF figure, lamented"
        let noun = |i: usize| {
            self.units[i].phrase().is_none() && !self.units[i].has(|c| matches!(c, Class::Conj | Class::Circumstance))
                || self.unit_phrase(i).is_some_and(|p| matches!(p.kind, PhraseKind::Body | PhraseKind::Demonym))
        };
        let figure = !verbs
            && relative.determined
            && self.units[closing - 1].phrase().is_none()
            && self.unit_phrase(who).is_some_and(|p| matches!(p.kind, PhraseKind::Person | PhraseKind::Pronoun))
            && (opening + 1..closing).all(noun);
        // "Turkey, which borders Syria, urged"
        let word = opening + 3 < closing && self.units[opening + 2].phrase().is_none();
        let told = relative.is(Class::Relative) && !relative.is(Class::Circumstance) && (verbs || word);
        let described = office || figure || told;
        if !described {
            return None;
        }
        let (first, list) = self.list_ending_at(who);
        let free = first.checked_sub(1).is_none_or(|before| {
            self.units[before].is_mark()
                || self.units[before].is(Class::Complement)
                || self.units[before].is(Class::Conj)
                || self.is_said_right_before(first)
        });
        // "Kerry met Lavrov, who smiled, and left" is not of Lavrov.
        free.then(|| Parties::new(list, 0.85, at + 1)).filter(|found| !found.is_empty())
    }

    /// "a member of NATO", "an OPEC member": whether a phrase says of what body somebody is one, and names nobody.
    fn is_membership(&self, at: usize) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        self.unit_phrase(at).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Unknown
                && !phrase.named
                && phrase.number == Number::Singular
                && phrase.office.is_some_and(|office| offices.name(office) == "member")
        })
    }

    /// "Protesters at a march for Gendy, who died in jail, stormed": who opens the clause, or nobody, where a relative between commas describes
    /// somebody whom a preposition governs.
    pub(super) fn before_relative_of_other(&self, at: usize, chain: usize) -> Option<Parties> {
        const WORDS: usize = 2;
        let closing = chain.checked_sub(1).filter(|&comma| self.units[comma].is_comma())?;
        let start = (0..closing).rev().find(|&i| self.units[i].is_stop()).map_or(0, |stop| stop + 1);
        let opening = (start..closing).rev().find(|&i| self.units[i].is_comma())?;
        let relative = &self.units[opening + 1];
        let who = opening
            .checked_sub(1)
            .filter(|&who| self.bare_party(who) && relative.is(Class::Relative) && !relative.is(Class::Circumstance))?;
        let first = self.list_ending_at(who).0;
        let plain = |&i: &usize| self.units[i].kind == Kind::Word;
        let words = (start..first).rev().take(WORDS).take_while(plain).count();
        let governs = first.checked_sub(words + 1).filter(|&before| before >= start)?;
        if !self.units[governs].is_preposition() || self.units[governs].is(Class::Circumstance) {
            return None;
        }
        let opens = (self.bare_party(start) && !self.units[start].possessive).then(|| self.list(start));
        Some(opens.map_or_else(|| Self::nobody(at), |found| Parties { confidence: 0.8, end: at + 1, ..found }))
    }

    /// "The Front, a coalition formed by ElBaradei, Sabahi and Moussa, on Sunday rejected", "Hakim, the cleric who heads the Council,
    /// refused": who opens the clause, over what he is, however long that is.
    pub(super) fn before_apposition(&self, at: usize, chain: usize) -> Option<Parties> {
        const LONGEST: usize = 28;
        let on = chain.checked_sub(1).filter(|&on| self.is_preposition_of(on, "on") && on + 1 < at);
        let close = on.unwrap_or(chain).checked_sub(1).filter(|&close| self.units[close].is_comma())?;
        let opening = (close.saturating_sub(LONGEST)..close).find_map(|first| {
            // "Ghannouchi and Larayedh, 57, will meet"
            let joined = first > 1 && self.units[first - 1].is(Class::Conj) && self.bare_party(first - 2);
            let opens = first == 0
                || self.opens_clause_behind(first - 1) && !joined
                || self.is_said_right_before(first) && self.units[first - 1].kind == Kind::Verb;
            let who = (opens && self.bare_party(first)).then(|| self.list(first)).filter(|who| who.list.len() == 1)?;
            // "the Front in Egypt, the coalition"
            let place = usize::from(self.is_preposition_of(who.end.min(close), "in")) * 2;
            let open = who.end + place;
            (open < close && self.units[open].is_comma() && self.describes(open + 1, close)).then_some(who)
        });
        opening.map(|who| Parties { confidence: 0.85, end: at + 1, ..who })
    }

    /// Returns whether what stands from a unit on, up to a comma, says what somebody is: a noun, without a verb but in a relative.
    fn describes(&self, first: usize, close: usize) -> bool {
        let noun = &self.units[first];
        // "Syria's closest ally", "a NATO member": whoever stands there only tells whose or of what somebody is.
        let belongs = |phrase: &Phrase| self.units[first].possessive || phrase.kind == PhraseKind::Body;
        let headed = self.units.get(first + 1).is_some_and(|next| {
            let noun = next.kind != Kind::Verb && !next.is_mark() && !next.is_preposition() && !next.is(Class::Conj);
            let nobody = self.unit_phrase(first + 1).is_none_or(|phrase| phrase.referents.is_empty());
            first + 1 < close && nobody && noun
        });
        let nameless = match self.unit_phrase(first) {
            Some(phrase) => {
                phrase.kind == PhraseKind::Demonym || phrase.referents.is_empty() || headed && belongs(phrase)
            }
            None => {
                !noun.is_preposition()
                    && !noun.is_mark()
                    && noun.kind != Kind::Verb
                    && !noun.has(|class| matches!(class, Class::Conj | Class::Relative | Class::Circumstance))
            }
        };
        let mut relative = false;
        let told = (first..close).all(|i| {
            relative |= self.units[i].is(Class::Relative);
            !self.units[i].is_stop()
                && (relative || self.units[i].kind != Kind::Verb || self.verb_form(i) != VerbForm::Finite)
        });
        first < close && nameless && told
    }
}
