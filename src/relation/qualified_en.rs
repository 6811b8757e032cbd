//! English members of a list, and signers, whom words before the name or the form of the verb set apart: "Sarraj and his rival Khalifa
//! Haftar met", "the deal was signed by Lavrov and Kerry".

use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Slot, Trigger};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// "Sarraj and his rival Khalifa Haftar met", "Sarraj and rival Khalifa Haftar": where what says who the last named member of a list
    /// is begins, right behind "and".
    pub(super) fn qualified_member(&self, last: usize) -> Option<usize> {
        const WORDS: usize = 2;
        // "Putin and his foreign minister, Lavrov, met": over what the last is to the one before.
        let owner = self.owner_before(last).filter(|&owner| owner >= 2 && self.units[owner - 1].is(Class::Conj));
        if let Some(owner) = owner.filter(|&owner| self.bare_party(owner - 2)) {
            return Some(owner);
        }
        let named = self.unit_phrase(last).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        let adjective = |at: &usize| self.units[*at].has(|c| matches!(c, Class::TitleAdjective { .. }));
        let word =
            |at: &usize| self.units[*at].phrase().is_none() && (self.units[*at].kind == Kind::Word || adjective(at));
        if !named || self.lang != Lang::En {
            return None;
        }
        let before = last.saturating_sub(WORDS)..last;
        let words = before.clone().rev().take_while(word).count();
        let owned = (last - words).checked_sub(1).is_some_and(|at| self.units[at].case == Some(Case::Owner));
        let words = if owned { words + 1 } else { before.rev().take_while(|at| adjective(at) && word(at)).count() };
        let opens = last - words;
        let joined = opens >= 2 && self.units[opens - 1].is(Class::Conj) && self.bare_party(opens - 2);
        (opens < last && joined).then_some(opens)
    }

    /// "Kerry and Hagel flew to Cairo. They met": the several people of whom the sentence before told, where those who last met are others.
    pub(super) fn travellers_before(&self, at: usize) -> Option<Vec<Party>> {
        let told = &self.memory.subject;
        let met = |party: &Party| self.memory.group.iter().any(|other| other.referent == party.referent);
        let several = told.len() > 1 && told.iter().all(|party| self.is_human(party)) && !told.iter().all(met);
        let opens = self.lang == Lang::En && self.units[at].case == Some(Case::Subject);
        (opens && several && self.people_before(at).is_empty()).then(|| told.clone())
    }

    /// "met Lavrov, and Hagel spoke": whether a list from `at` to `end` begins as the object of a verb, and a finite verb stands behind it.
    pub(super) fn is_object_before_clause(&self, at: usize, end: usize) -> bool {
        let Some(verb) = at.checked_sub(1) else { return false };
        let verb = if self.units[verb].is_preposition() { verb.checked_sub(1) } else { Some(verb) };
        verb.is_some_and(|verb| {
            self.units[verb].kind == Kind::Verb && self.verb_form(verb) != VerbForm::Reduced && self.is_finite_verb(end)
        })
    }

    /// "carried out raids on northern Mali, and Niger fired rockets": whether one party, behind a preposition that stands behind a finite verb of
    /// the clause, ends that clause, since a finite verb stands behind those joined to it by ", and".
    pub(super) fn ends_clause_before(&self, at: usize, end: usize) -> bool {
        const WORDS: usize = 2;
        const REACH: usize = 12;
        let units = self.units;
        if self.lang != Lang::En || !self.is_finite_verb(end) {
            return false;
        }
        let adjective = |&i: &usize| units[i].kind == Kind::Word && units[i].phrase().is_none();
        let words = (at.saturating_sub(WORDS)..at).rev().take_while(adjective).count();
        let Some(leads) = (at - words).checked_sub(1).filter(|&leads| units[leads].is_preposition()) else {
            return false;
        };
        if self.is_preposition_of(leads, "between") {
            return false;
        }
        let open = |&i: &usize| {
            !units[i].is_mark()
                && (units[i].phrase().is_some() || !units[i].has(|c| matches!(c, Class::Complement | Class::Relative)))
        };
        let verb = (leads.saturating_sub(REACH)..leads).rev().take_while(open).find(|&i| units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| self.is_finite_verb(verb) && !self.only_says(verb))
    }

    /// "met representatives of Hezbollah", "received a delegation from Iran": the body or country of people who stand as an object.
    pub(super) fn people_sent_by(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let adjective = |unit: &Unit| {
            unit.phrase().is_none()
                && !unit.deputes
                && (unit.kind == Kind::Word || unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Skip)))
                && !unit.is(Class::Agent)
        };
        let words = self.units.get(from..)?.iter().take(WORDS).take_while(|unit| adjective(unit)).count();
        let head = from + words;
        let people = self.units.get(head).is_some_and(|unit| {
            // "received ten planes from Russia": craft are no people.
            let people = unit.is(Class::Agent) && !unit.has(|c| matches!(c, Class::Craft | Class::Asset));
            unit.phrase().is_none() && (unit.deputes || people && self.shapes[head].plural)
        });
        let leads = |at: usize| self.is_preposition_of(at, "of") || self.is_preposition_of(at, "from");
        let side = self
            .unit_phrase(head + 2)
            .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body));
        let side = people && side && leads(head + 1) && self.bare_party(head + 2) && !self.units[head + 2].possessive;
        side.then(|| Parties { confidence: 0.82, ..self.list(head + 2) })
    }
}

impl Sentence<'_> {
    /// "was greeted on arrival in Cairo by Shoukry": who did it, behind where and when the guest came.
    pub(super) fn greeted_on_arrival(&self, at: usize, trigger: &Trigger) -> Option<Parties> {
        const WORDS: usize = 9;
        let units = self.clause.units;
        let journey = |at: usize| self.clause.tells(at, |told| told == Predicate::Visited);
        if trigger.predicate != Some(Predicate::Hosted) {
            return None;
        }
        let arrival = (at + 1..units.len().min(at + 4)).find(|&i| units[i].kind == Kind::Noun && journey(i))?;
        let by = (arrival + 1..units.len().min(arrival + WORDS))
            .take_while(|&i| !units[i].is_stop() && units[i].kind != Kind::Verb)
            .find(|&i| self.clause.is_preposition_of(i, "by"))?;
        Some(by + 1).filter(|&who| who < units.len() && self.clause.bare_party(who)).map(|who| self.clause.list(who))
    }

    /// "met with ministers and governors", "met senior officials": whether people whom nobody names stand as the object of an English verb.
    pub(super) fn has_unnamed_behind(&self, at: usize, trigger: &Trigger) -> bool {
        const WORDS: usize = 4;
        let units = self.clause.units;
        if self.reader.lang != Lang::En || units[at].kind != Kind::Verb {
            return false;
        }
        let takes = |at: usize| {
            let governs = |slot: &Slot| matches!(slot, Slot::Prep(id) if self.clause.governs(at, *id));
            units.get(at).is_some_and(Unit::is_preposition) && trigger.object.iter().any(governs)
        };
        let from = at + 1 + usize::from(takes(at + 1));
        // "coordinate positions" is no meeting with them.
        let led = from > at + 1;
        let people = |at: usize| {
            let unit = &units[at];
            let many = self.clause.shapes[at].plural;
            unit.deputes || many && (unit.is(Class::Authority) || led && unit.kind != Kind::Noun)
        };
        (from..units.len().min(from + WORDS))
            .take_while(|&at| !units[at].is_mark() && !units[at].is_preposition() && units[at].kind != Kind::Verb)
            .any(|at| match self.clause.unit_phrase(at) {
                Some(phrase) => phrase.kind == PhraseKind::Unknown && phrase.number == Number::Plural && !phrase.named,
                None => people(at),
            })
    }

    /// "accused each other of", "blame one another", "met each other": whether two do something to each other.
    pub(super) fn is_to_each_other(&self, at: usize, both: &Parties) -> bool {
        let units = &self.clause.units;
        let pronoun = (at + 1..both.end.min(units.len())).rev().find(|&i| units[i].phrase().is_some());
        let each = pronoun.is_some_and(|i| {
            let word = |token: usize| self.tokens.form(&self.tokens.tokens[token]);
            // "backing each other's rebels": who stand against the other.
            let against = units[i].possessive && units.get(i + 1).is_some_and(|next| next.is(Class::Apart));
            units[i].end == units[i].start + 2 && matches!(word(units[i].start), b"each" | b"one") && !against
        });
        each && both.list.len() == 2
    }

    /// "to the G7 summit", "to the Arab League meeting": whether a meeting stands right behind the body that is its object.
    pub(super) fn is_of_meeting(&self, object: &Parties) -> bool {
        let units = self.clause.units;
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith);
        let body = object.end.checked_sub(1).and_then(|last| self.clause.unit_phrase(last));
        self.reader.lang == Lang::En
            && body.is_some_and(|phrase| phrase.kind == PhraseKind::Body)
            && units.get(object.end).is_some_and(|next| next.kind == Kind::Noun && !next.determined)
            && self.clause.tells(object.end, meets)
    }

    /// "The deal was signed in Moscow by Lavrov and Kerry": the several behind "by" agreed with each other.
    pub(super) fn signed_by_both(&self, at: usize, trigger: &Trigger) -> Option<Parties> {
        let with = |slot: &Slot| matches!(slot, Slot::Prep(_));
        if trigger.predicate != Some(Predicate::AgreedWith) || !trigger.object.iter().any(with) {
            return None;
        }
        // "A petition was signed by": no agreement.
        let pact = |&before: &usize| {
            self.clause.units[before].kind == Kind::Noun
                && self.clause.tells(before, |told| told == Predicate::AgreedWith)
        };
        let open = |&before: &usize| !self.clause.units[before].is_stop();
        let pact = (0..at).rev().take_while(open).find(pact);
        // "a plan agreed by Egypt and Sudan": whatever was agreed.
        let whatever = pact.is_none();
        pact.or_else(|| self.clause.tells_speech(at).then_some(at))?;
        let by = self.clause.knowledge.lexicon.preposition_id("by")?;
        let signers = self.fit(trigger, &trigger.subject, self.clause.behind(at, at + 1, by, false, None));
        // "a formula agreed by both sides" may still be sought.
        let named = signers.list.iter().all(|party| match party.kind {
            PhraseKind::Pronoun => false,
            PhraseKind::Both | PhraseKind::BothPeople | PhraseKind::BothCountries => !whatever,
            _ => true,
        });
        (signers.list.len() > 1 && !signers.group && named).then_some(signers)
    }
}
