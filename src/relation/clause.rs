//! The parties of a sentence: who stands as subject, object, genitive or behind which preposition.
//!
//! Everything here looks at the units of one sentence from the place of one head (a verb, noun or participle) and
//! answers with parties and how sure the step is. Clause limits are marks, complementisers, relative pronouns and
//! finite verbs.

use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Predicate, PrepId, Pronoun, Slot, Tense};
use crate::mention::{Knowledge, Phrase, PhraseKind, Referent};
use crate::text::{Clitics, Span};

/// One party of a relation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Party {
    pub(super) referent: Referent,
    pub(super) span: Option<Span>,
    pub(super) kind: PhraseKind,
    pub(super) gender: Option<Gender>,
}

/// Parties found at one slot.
#[derive(Clone, Debug, Default)]
pub(super) struct Parties {
    pub(super) list: Vec<Party>,
    /// How sure the step is, in [0, 1].
    pub(super) confidence: f64,
    /// One past the last unit.
    pub(super) end: usize,
    /// Taken over from an earlier clause or sentence.
    pub(super) carried: bool,
    /// More than two people behind one pronoun: not each met each.
    pub(super) group: bool,
    /// The text says that somebody is there, but not who.
    pub(super) opaque: bool,
}

impl Parties {
    fn new(list: Vec<Party>, confidence: f64, end: usize) -> Parties {
        Parties { list, confidence, end, carried: false, group: false, opaque: false }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// What earlier sentences leave behind for the reading of pronouns and bare verbs.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// The subject of the last main verb.
    pub(super) subject: Vec<Party>,
    /// The two parties of the last relation.
    pub(super) pair: Option<(Party, Party)>,
    /// Whose delegation was last spoken of.
    pub(super) delegation: Vec<Party>,
    /// The two countries last spoken of together.
    pub(super) countries: Vec<Party>,
    /// All who took part in the last contact.
    pub(super) group: Vec<Party>,
}

/// The units of one sentence, with what is needed to read them.
#[derive(Debug)]
pub(super) struct Clause<'s> {
    pub(super) knowledge: &'s Knowledge,
    pub(super) lang: Lang,
    pub(super) units: &'s [Unit],
    pub(super) phrases: &'s [Phrase],
    pub(super) memory: &'s Memory,
    /// The words of the sentence: whether an opaque word begins with a preposition, and with the article.
    pub(super) shapes: &'s [WordShape],
    /// Subjects of the verbs, by unit, as far as they have been found.
    pub(super) subjects: Vec<Option<Parties>>,
}

/// What a plain word of unknown meaning seems to begin with.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordShape {
    /// ب or ل before it.
    pub(super) preposition: Option<Clitics>,
    /// و before a noun without article.
    pub(super) conjunction: bool,
}

/// How many plain words may stand between a head and a party behind a preposition.
const REACH: usize = 9;

impl Clause<'_> {
    // ---- phrases and lists -----------------------------------------------------------------------------------

    fn unit_phrase(&self, at: usize) -> Option<&Phrase> {
        self.units.get(at)?.phrase().map(|index| &self.phrases[index])
    }

    /// Returns whether the unit is a phrase that can be a party by itself, without a preposition on it.
    fn bare_party(&self, at: usize) -> bool {
        self.unit_phrase(at)
            .is_some_and(|phrase| phrase.kind != PhraseKind::Demonym && !phrase.clitics.has_preposition())
            && !self.units[at].possessive
    }

    /// Returns what a phrase refers to here.
    pub(super) fn parties_of(&self, at: usize) -> Vec<Party> {
        let Some(phrase) = self.unit_phrase(at) else { return Vec::new() };
        let party = |referent| Party { referent, span: Some(phrase.span), kind: phrase.kind, gender: phrase.gender };
        match phrase.kind {
            PhraseKind::Both if phrase.referents.is_empty() => match (self.memory.pair, phrase.office) {
                (Some((a, b)), None) => vec![a, b],
                (Some((a, b)), Some(_)) if is_person(a) && is_person(b) => vec![a, b],
                (None, None) if self.memory.countries.len() == 2 => self.memory.countries.clone(),
                _ => Vec::new(),
            },
            PhraseKind::Counterpart if phrase.referents.is_empty() => self.other_person(at).into_iter().collect(),
            PhraseKind::Pronoun => self.antecedent(at, Pronoun { gender: phrase.gender, number: phrase.number }),
            _ => phrase.referents.iter().map(|&referent| party(referent)).collect(),
        }
    }

    /// نظيره with no name: the person before, other than the subject.
    fn other_person(&self, at: usize) -> Option<Party> {
        let people: Vec<Party> = (0..at)
            .filter_map(|unit| self.unit_phrase(unit))
            .filter(|phrase| phrase.kind == PhraseKind::Person)
            .flat_map(|phrase| {
                phrase.referents.iter().map(|&referent| Party {
                    referent,
                    span: Some(phrase.span),
                    kind: phrase.kind,
                    gender: phrase.gender,
                })
            })
            .collect();
        let last = people.last()?;
        people.iter().rev().skip(1).find(|party| party.referent != last.referent).copied().or_else(|| {
            let (a, b) = self.memory.pair?;
            if a.referent == last.referent {
                Some(b)
            } else if b.referent == last.referent {
                Some(a)
            } else {
                None
            }
        })
    }

    /// Returns who a pronoun stands for, when one reading is likely enough.
    pub(super) fn antecedent(&self, at: usize, pronoun: Pronoun) -> Vec<Party> {
        if pronoun.number != Number::Singular {
            // The subjects of the sentence, when there are several; else those of the last contact.
            let several = (0..at).rev().find_map(|unit| self.subjects.get(unit)?.as_ref().filter(|s| s.list.len() > 1));
            if let Some(subject) = several {
                return subject.list.clone();
            }
            if pronoun.number == Number::Dual {
                let mut two: Vec<Party> = Vec::new();
                for party in (0..at)
                    .rev()
                    .filter(|&unit| self.unit_phrase(unit).is_some_and(|p| p.kind == PhraseKind::Person))
                    .flat_map(|unit| self.parties_of(unit))
                {
                    if two.iter().all(|other| other.referent != party.referent) {
                        two.push(party);
                    }
                }
                if two.len() == 2 {
                    two.reverse();
                    return two;
                }
            }
            return self.memory.group.clone();
        }
        let fits = |party: &Party| agrees(*party, pronoun.gender);
        // The subject of the clause or of the sentence before, else the last person named before the pronoun.
        let here = (0..at).rev().find_map(|unit| self.subjects.get(unit)?.as_ref().filter(|s| s.list.len() == 1));
        if let Some(party) = here.and_then(|subject| subject.list.first().copied()).filter(fits) {
            return vec![party];
        }
        let named = (0..at).rev().filter(|&unit| self.units[unit].phrase().is_some()).find_map(|unit| {
            let phrase = self.unit_phrase(unit)?;
            if !matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body) {
                return None;
            }
            let parties = self.parties_of(unit);
            parties.first().copied().filter(|party| parties.len() == 1 && fits(party))
        });
        if let Some(party) = named {
            return vec![party];
        }
        match self.memory.subject.as_slice() {
            [party] if fits(party) => vec![*party],
            _ => Vec::new(),
        }
    }

    /// Reads a list of parties: A, B وC; A and B. Stops where the next phrase opens a clause of its own.
    pub(super) fn list(&self, at: usize) -> Parties {
        let mut at = at;
        // ولي العهد وزير الدفاع الأمير فلان: titles in a row, of which the last has the name.
        while self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Unknown && p.office.is_some())
            && self.unit_phrase(at + 1).is_some_and(|p| {
                p.clitics == Clitics::NONE
                    && matches!(p.kind, PhraseKind::Person | PhraseKind::Unknown)
                    && p.office.is_some() | p.named
            })
        {
            at += 1;
        }
        // مسؤولون في الاتحاد الأوروبي, "officials from the White House": the body they belong to.
        if self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Unknown && p.referents.is_empty())
            && self.units.get(at + 1).is_some_and(|unit| self.belongs(unit))
            && self
                .unit_phrase(at + 2)
                .is_some_and(|p| matches!(p.kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Agent))
        {
            at += 2;
        }
        let mut list = self.parties_of(at);
        let mut end = at + 1;
        while let Some(next) = self.next_member(end) {
            list.extend(self.parties_of(next));
            end = next + 1;
        }
        let mut seen: Vec<Referent> = Vec::new();
        list.retain(|party| {
            let new = !seen.contains(&party.referent);
            seen.push(party.referent);
            new
        });
        let group = list.len() > 2 && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Pronoun);
        Parties { group, ..Parties::new(list, 1.0, end) }
    }

    fn next_member(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at)?;
        let member = |at: usize| -> bool {
            self.unit_phrase(at).is_some_and(|phrase| {
                !phrase.clitics.has_preposition() && !matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Pronoun)
            }) && !self.opens_clause(at + 1)
        };
        if unit.clitics.has_conjunction() && member(at) {
            return Some(at);
        }
        if unit.is(Class::Conj) && unit.end == unit.start + 1 {
            let words = if self.lang == Lang::En { 2 } else { 0 };
            let adjective = |at: usize| {
                self.units.get(at).is_some_and(|unit| {
                    matches!(unit.kind, Kind::Word)
                        || unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::TitleAdjective { .. }))
                })
            };
            let mut next = at + 1;
            while next <= at + words && adjective(next) {
                next += 1;
            }
            if member(next) {
                return Some(next);
            }
        }
        // جماعة الحوثي ومؤيدي حكومة هادي: a noun with و on it that the member completes.
        if self.lang == Lang::Ar
            && unit.kind == Kind::Word
            && self.joins_word(at)
            && self.unit_phrase(at + 1).is_some_and(|p| {
                p.clitics == Clitics::NONE
                    && matches!(p.kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Agent | PhraseKind::Person)
            })
            && !self.opens_clause(at + 2)
        {
            return Some(at + 1);
        }
        // إضافة إلى, فضلا عن, وكل من: the list goes on.
        if unit.is(Class::ListMore) && member(at + 1) {
            return Some(at + 1);
        }
        if unit.is(Class::Each) && unit.clitics.has_conjunction() && self.bare_party(at + 1) {
            return Some(at + 1);
        }
        if unit.is_comma() && self.units.get(at + 1).is_some_and(|next| next.is(Class::ListMore)) && member(at + 2) {
            return Some(at + 2);
        }
        if unit.is_comma() {
            if self.units.get(at + 1).is_some_and(|next| next.clitics.has_conjunction()) && member(at + 1) {
                return Some(at + 1);
            }
            if self.units.get(at + 1).is_some_and(|next| next.is(Class::Conj)) && member(at + 2) {
                return Some(at + 2);
            }
            // A, B, C وD: the comma joins when the list goes on to a conjunction.
            if member(at + 1) && !self.units[at + 1].clitics.has_conjunction() && self.list_goes_on(at + 2) {
                return Some(at + 1);
            }
        }
        None
    }

    /// Returns whether a plain word begins with و before an indefinite noun.
    fn joins_word(&self, at: usize) -> bool {
        self.shapes[at].conjunction
    }

    fn list_goes_on(&self, mut at: usize) -> bool {
        loop {
            let Some(unit) = self.units.get(at) else { return false };
            if unit.phrase().is_some() && unit.clitics.has_conjunction() || unit.is(Class::Conj) {
                return self.unit_phrase(at).is_some() || self.unit_phrase(at + 1).is_some();
            }
            if unit.is_comma() && self.units.get(at + 1).is_some_and(|next| next.is(Class::Conj)) {
                return self.unit_phrase(at + 2).is_some();
            }
            if unit.is_comma() && self.unit_phrase(at + 1).is_some() {
                if self.units[at + 1].clitics.has_conjunction() {
                    return true;
                }
                at += 2;
            } else {
                return false;
            }
        }
    }

    /// Returns whether a finite verb (with what may stand before it) begins at a unit.
    fn opens_clause(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        if unit.kind == Kind::Verb {
            return !unit.clitics.has_conjunction() && self.lang == Lang::Ar;
        }
        self.lang == Lang::Ar
            && unit.has(|class| matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Auxiliary))
            && !unit.clitics.has_conjunction()
            && (unit.is(Class::Auxiliary) || self.units.get(at + 1).is_some_and(|next| next.kind == Kind::Verb))
    }

    // ---- subjects --------------------------------------------------------------------------------------------

    /// Finds the subject of every verb, left to right.
    pub(super) fn find_subjects(&mut self) {
        let mut current: Option<Parties> = None;
        for at in 0..self.units.len() {
            let subject = if self.units[at].kind == Kind::Verb { self.subject(at, current.as_ref()) } else { None };
            let relative = (at.saturating_sub(2)..at).any(|before| self.units[before].is(Class::Relative))
                || self.lang == Lang::Ar
                    && at > 0
                    && self.units[at].kind == Kind::Verb
                    && self.units[at - 1].kind == Kind::Noun
                    && !self.units[at].clitics.has_conjunction();
            if let Some(found) = &subject
                && (!found.is_empty() || found.opaque)
                && !relative
            {
                current = Some(found.clone());
            }
            self.subjects.push(subject);
        }
    }

    /// Finds the subject of a verb; of the forms that the spelling allows the one with a subject of its own counts.
    fn subject(&self, at: usize, current: Option<&Parties>) -> Option<Parties> {
        let mut best: Option<Parties> = None;
        for (tense, gender, number) in self.units[at].persons() {
            let found = match self.lang {
                Lang::Ar => self.subject_arabic(at, gender, number, current),
                Lang::En => self.subject_english(at, tense, current),
            };
            let rank = |parties: &Parties| (!parties.is_empty(), !parties.carried);
            if best.as_ref().is_none_or(|best| rank(&found) > rank(best)) {
                best = Some(found);
            }
        }
        best
    }

    fn subject_arabic(&self, at: usize, gender: Option<Gender>, number: Number, current: Option<&Parties>) -> Parties {
        let unit = &self.units[at];
        if let Some(found) = self.relative_subject(at, gender) {
            return found;
        }
        if let Some(found) = self.resumed(at, gender, number, current) {
            return found;
        }
        let free = !unit.clitics.has_conjunction();
        if free && let Some(found) = self.subject_before(at, gender, number, false) {
            return found;
        }
        if number == Number::Singular || self.lang == Lang::En {
            let next = self.skip_adverbials(at + 1);
            if self.bare_party(next) && !self.units[next].clitics.has_conjunction() {
                let list = self.list(next);
                if list.list.first().is_none_or(|&party| agrees(party, gender) || list.list.len() > 1) {
                    let confidence = if next == at + 1 { 0.95 } else { 0.85 };
                    return Parties { confidence, opaque: list.is_empty(), ..list };
                }
            }
            // والتقى عددا من الوزراء: with a subject at hand the list is the object.
            let at_hand = !free && current.is_some_and(|found| !found.is_empty());
            if !at_hand
                && self.units.get(next).is_some_and(|u| u.is(Class::Each) && !u.clitics.has_preposition())
                && self.bare_party(next + 1)
            {
                return Parties { confidence: 0.9, ..self.list(next + 1) };
            }
            // زار وفد من المعارضة: somebody whom the text does not name to us.
            let unknown = self.units.get(next).is_some_and(|u| u.is(Class::Agent) && !u.clitics.has_preposition());
            let clause_verb = unit.forms.iter().all(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate.is_none() && !trigger.flags.light && !trigger.flags.speech
            });
            // جاءت زيارة كارتر: the event itself is the subject.
            let event = clause_verb
                && self.units.get(next).is_some_and(|u| u.kind == Kind::Noun && !u.clitics.has_preposition());
            if unknown && self.units[next].delegation && !self.memory.delegation.is_empty() {
                return Parties::new(self.memory.delegation.clone(), 0.7, next + 1);
            }
            if unknown || event {
                return Parties { end: at + 1, opaque: true, ..Parties::default() };
            }
        }
        if free && let Some(found) = self.subject_before(at, gender, number, true) {
            return found;
        }
        self.carried(at, gender, number, current)
    }

    /// قال إنه يزور: the pronoun on the complementiser is the speaker.
    fn resumed(&self, at: usize, gender: Option<Gender>, number: Number, current: Option<&Parties>) -> Option<Parties> {
        let mut before = at.checked_sub(1)?;
        while before > 0
            && self.units[before].phrase().is_none()
            && self.units[before]
                .has(|class| matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Skip))
        {
            before -= 1;
        }
        if !self.units[before].resumes {
            return None;
        }
        Some(self.carried(at, gender, number, current))
    }

    /// The subject of the verb before, or of the sentence before.
    fn carried(&self, at: usize, gender: Option<Gender>, number: Number, current: Option<&Parties>) -> Parties {
        if let Some(found) = current {
            let fits = found.list.first().is_some_and(|&party| agrees(party, gender)) || found.list.len() > 1;
            if fits && !found.opaque {
                return Parties { carried: true, confidence: found.confidence * 0.85, end: at + 1, ..found.clone() };
            }
            return Parties { end: at + 1, ..Parties::default() };
        }
        if number != Number::Singular
            && let Some((a, b)) = self.memory.pair
        {
            return Parties { carried: true, ..Parties::new(vec![a, b], 0.6, at + 1) };
        }
        let fits = self.memory.subject.first().is_some_and(|&party| agrees(party, gender));
        if fits && number == Number::Singular && self.memory.subject.len() == 1 {
            return Parties { carried: true, ..Parties::new(self.memory.subject.clone(), 0.6, at + 1) };
        }
        Parties { end: at + 1, ..Parties::default() }
    }

    /// A subject that stands before its verb: at the head of the clause, bare, next to the verb but for auxiliaries.
    fn subject_before(&self, at: usize, gender: Option<Gender>, number: Number, over_comma: bool) -> Option<Parties> {
        let mut last = at;
        while last > 0
            && self.units[last - 1].has(|class| {
                matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Auxiliary | Class::Skip)
            })
            && self.units[last - 1].phrase().is_none()
        {
            last -= 1;
        }
        let perfect = last < at && self.units[last].is(Class::Qad);
        if (over_comma || perfect) && last > 0 && self.units[last - 1].is_comma() {
            last -= 1;
        }
        let phrase_at = last.checked_sub(1)?;
        self.unit_phrase(phrase_at)?;
        // Back over the list to its first member.
        let mut first = phrase_at;
        loop {
            let unit = &self.units[first];
            if unit.clitics.has_conjunction() && first > 0 && self.unit_phrase(first - 1).is_some() {
                first -= 1;
            } else if unit.clitics.has_conjunction()
                && first > 1
                && self.units[first - 1].is_comma()
                && self.unit_phrase(first - 2).is_some()
            {
                first -= 2;
            } else {
                break;
            }
        }
        if !self.bare_party(first) || self.unit_phrase(first).is_some_and(|p| p.kind == PhraseKind::Demonym) {
            return None;
        }
        let head = match first.checked_sub(1).map(|before| &self.units[before]) {
            None => true,
            Some(before) => {
                before.is_mark()
                    || before.has(|class| {
                        matches!(class, Class::Complement | Class::Conj | Class::Auxiliary | Class::Negation)
                    })
                    || before.kind == Kind::Verb && before.end == before.start
            }
        };
        let own_clause = self.units[first].clitics.has_conjunction()
            || number == Number::Singular && self.units[phrase_at].clitics.has_conjunction();
        if !head && !own_clause {
            return None;
        }
        // After a verb the phrase is that verb's subject (قال بوتين التقى) unless a clause begins there.
        // قمة بوتين وترمب وويتكوف قد يزور: the last name opens the clause of a singular verb.
        if number == Number::Singular && first < phrase_at && self.lang == Lang::Ar {
            first = phrase_at;
        }
        let list = self.list_until(first, last);
        let Some(&party) = list.list.first() else {
            let person = matches!(
                self.unit_phrase(first)?.kind,
                PhraseKind::Unknown | PhraseKind::Counterpart | PhraseKind::Both
            );
            return person.then(|| Parties { end: at + 1, opaque: true, ..Parties::default() });
        };
        if number == Number::Singular && list.list.len() == 1 && !agrees(party, gender) {
            return None;
        }
        Some(Parties { confidence: 0.9, ..list })
    }

    /// Returns whether the subject of a verb is a single party that stands right behind it.
    pub(super) fn stands_behind(&self, at: usize, subject: &Parties) -> bool {
        self.lang == Lang::Ar && !subject.carried && subject.list.len() == 1 && subject.end > at + 1
    }

    /// The subject that the clause before leaves for a verb whose own subject turned out to be its object.
    pub(super) fn subject_before_clause(&self, at: usize) -> Option<Parties> {
        let (_, gender, number, _) = self.units[at].verb()?;
        let current = (0..at).rev().find_map(|before| self.subjects[before].as_ref().filter(|s| !s.is_empty()));
        let found = self.carried(at, gender, number, current);
        let own = self.subjects[at].as_ref()?;
        let other = found.list.iter().all(|party| own.list.iter().all(|o| o.referent != party.referent));
        (!found.is_empty() && other).then_some(found)
    }

    fn list_until(&self, first: usize, end: usize) -> Parties {
        let list: Vec<Party> = (first..end)
            .flat_map(|at| {
                if self.unit_phrase(at).is_some_and(|p| p.kind != PhraseKind::Demonym) {
                    self.parties_of(at)
                } else {
                    Vec::new()
                }
            })
            .collect();
        Parties::new(list, 0.9, end)
    }

    /// الذي التقى: the phrase before the relative pronoun.
    fn relative_subject(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        let mut pronoun = at.checked_sub(1)?;
        while pronoun > 0
            && self.units[pronoun].has(|class| {
                matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Auxiliary | Class::Skip)
            })
        {
            pronoun -= 1;
        }
        if !self.units[pronoun].is(Class::Relative) {
            return None;
        }
        let next = self.skip_adverbials(at + 1);
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        if suffix && self.bare_party(next) {
            return Some(Parties { confidence: 0.85, ..self.list(next) });
        }
        let antecedent = (pronoun.saturating_sub(7)..pronoun).rev().find(|&unit| self.unit_phrase(unit).is_some())?;
        let list = self.parties_of(antecedent);
        let fits = list.first().is_some_and(|&party| agrees(party, gender));
        let kind = self.unit_phrase(antecedent)?.kind;
        if !fits || kind == PhraseKind::Demonym {
            return Some(Parties { end: at + 1, opaque: true, ..Parties::default() });
        }
        Some(Parties::new(list, 0.85, at + 1))
    }

    fn subject_english(&self, at: usize, tense: Tense, current: Option<&Parties>) -> Parties {
        let carried = || match current {
            Some(found) => Parties { carried: true, confidence: found.confidence * 0.85, end: at + 1, ..found.clone() },
            None => {
                let subject = if self.memory.subject.len() == 1 { self.memory.subject.clone() } else { Vec::new() };
                Parties { carried: true, ..Parties::new(subject, 0.5, at + 1) }
            }
        };
        let mut before = at;
        let mut words = 0;
        let mut commas = 0;
        let mut relative = false;
        while before > 0 {
            before -= 1;
            let unit = &self.units[before];
            if unit.is_stop() || unit.is(Class::Complement) {
                break;
            }
            if unit.is_comma() {
                commas += 1;
                if commas > 2 {
                    break;
                }
                continue;
            }
            if unit.is(Class::Relative) {
                relative = true;
                continue;
            }
            if unit.kind == Kind::Verb {
                // "X met Y and praised Z", "agreed to visit": the subject of the verb before.
                return match self.subjects.get(before).and_then(Clone::clone) {
                    Some(found) if tense != Tense::Gerund || commas == 0 || !found.is_empty() => {
                        Parties { carried: true, confidence: found.confidence * 0.85, end: at + 1, ..found }
                    }
                    _ => carried(),
                };
            }
            if self.unit_phrase(before).is_some() {
                let governed = before > 0
                    && (self.units[before - 1].is_preposition()
                        || self.units[before - 1].has(|class| class == Class::Circumstance));
                if self.units[before].possessive && governed {
                    words += 1;
                    continue;
                }
                if self.units[before].possessive
                    || self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Demonym)
                {
                    // "Putin's envoy said": somebody else, whom the text does not name.
                    return Parties { end: at + 1, opaque: true, ..Parties::default() };
                }
                if governed && !relative {
                    // "The envoy of Russia in Cairo met": over the prepositional phrase.
                    words += 1;
                    continue;
                }
                let infinitive = at > 0 && self.units[at - 1].has(|class| matches!(class, Class::Prep(_)));
                if infinitive && before + 2 < at {
                    return carried();
                }
                let (first, list) = self.list_ending_at(before);
                let object = first > 0 && self.units[first - 1].kind == Kind::Verb;
                if object
                    && !infinitive
                    && !relative
                    && let Some(found) = self.subjects.get(first - 1).and_then(Clone::clone)
                {
                    return Parties { carried: true, confidence: found.confidence * 0.85, end: at + 1, ..found };
                }
                let confidence = if words == 0 { 0.95 } else { 0.8 };
                let group = list.len() > 2 && self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Pronoun);
                return Parties { group, ..Parties::new(list, confidence, at + 1) };
            }
            if unit.kind == Kind::Word || unit.kind == Kind::Noun {
                words += 1;
                if words > 6 {
                    break;
                }
            }
        }
        if words > 0 {
            return Parties { end: at + 1, opaque: true, ..Parties::default() };
        }
        carried()
    }

    fn list_ending_at(&self, last: usize) -> (usize, Vec<Party>) {
        let mut first = last;
        let mut list = self.parties_of(last);
        loop {
            let joined = |at: usize| self.units[at].is(Class::Conj);
            if first >= 2 && joined(first - 1) && self.bare_party(first - 2) {
                first -= 2;
            } else if first >= 3 && joined(first - 1) && self.units[first - 2].is_comma() && self.bare_party(first - 3)
            {
                first -= 3;
            } else if first >= 2 && first < last && self.units[first - 1].is_comma() && self.bare_party(first - 2) {
                first -= 2;
            } else {
                break;
            }
            let mut earlier = self.parties_of(first);
            earlier.append(&mut list);
            list = earlier;
        }
        (first, list)
    }

    /// اتصال أجراه بوتين, المحادثات التي عقدها: the light verb behind a noun that takes it as its object.
    pub(super) fn carrying_verb(&self, at: usize) -> Option<usize> {
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            match unit.kind {
                Kind::Verb => {
                    let light = unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
                    let suffix = unit.verb().is_some_and(|(.., object)| object.is_some())
                        || self
                            .units
                            .get(next + 1)
                            .is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))));
                    return (light && (suffix || self.lang == Lang::En)).then_some(next);
                }
                Kind::Word if words < 2 => words += 1,
                Kind::Function
                    if unit.is(Class::Relative)
                        || unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Skip)) => {}
                _ => return None,
            }
            next += 1;
        }
        None
    }

    // ---- what stands behind a head -----------------------------------------------------------------------------

    /// Skips adverbs and short prepositional phrases.
    fn skip_adverbials(&self, mut at: usize) -> usize {
        let start = at;
        loop {
            let Some(unit) = self.units.get(at) else { return at };
            if at > start + 10 {
                return start;
            }
            let adverb = unit.phrase().is_none()
                && unit.kind != Kind::Verb
                && unit.kind != Kind::Noun
                && unit.has(|class| {
                    matches!(
                        class,
                        Class::Skip
                            | Class::Day(_)
                            | Class::Weekday(_)
                            | Class::Last
                            | Class::Next
                            | Class::This
                            | Class::Month(_)
                            | Class::PrepPronoun(_)
                    )
                });
            let before_adverb = unit.is_comma()
                && at > start
                && self.units.get(at + 1).is_some_and(|next| {
                    next.kind == Kind::Word
                        || next.has(|c| matches!(c, Class::Skip | Class::Day(_) | Class::Weekday(_)))
                });
            if adverb || before_adverb {
                at += 1;
            } else if let Some(next) = self.skip_preposition(at) {
                at = next;
            } else {
                return at;
            }
        }
    }

    /// Skips a prepositional phrase of a few words; returns where it ends.
    fn skip_preposition(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at)?;
        if let Some(phrase) = self.unit_phrase(at) {
            return phrase.clitics.has_preposition().then_some(at + 1);
        }
        let own = unit.is_preposition() || unit.is(Class::Circumstance);
        let clitic = (unit.kind == Kind::Word && self.shapes[at].preposition.is_some())
            || (unit.clitics.has_preposition() && matches!(unit.kind, Kind::Noun | Kind::Function | Kind::Word));
        if !own && !clitic {
            return None;
        }
        // بعدد من المسؤولين: the phrase behind belongs to the preposition.
        if clitic && unit.is(Class::Each) && self.unit_phrase(at + 1).is_some() {
            return Some(at + 2);
        }
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            match unit.kind {
                Kind::Phrase(_) if words == 0 && own && !unit.clitics.has_preposition() => return Some(next + 1),
                Kind::Word | Kind::Noun if words < 3 && self.shapes[next].preposition.is_none() => {
                    words += 1;
                    next += 1;
                }
                Kind::Function
                    if unit.has(|class| {
                        matches!(
                            class,
                            Class::PlaceHead
                                | Class::Skip
                                | Class::Period(_)
                                | Class::Month(_)
                                | Class::Weekday(_)
                                | Class::Last
                                | Class::Next
                                | Class::This
                        )
                    }) && !unit.is(Class::Each) =>
                {
                    next += 1;
                    // العاصمة السعودية الرياض: its demonym and its name.
                    if unit.is(Class::PlaceHead) {
                        for kinds in [[PhraseKind::Demonym; 2], [PhraseKind::Place, PhraseKind::Country]] {
                            let follows = self
                                .unit_phrase(next)
                                .is_some_and(|p| kinds.contains(&p.kind) && p.clitics == Clitics::NONE);
                            next += usize::from(follows);
                        }
                    }
                }
                _ => break,
            }
        }
        (words > 0 || clitic || next > at + 1).then_some(next)
    }

    /// Returns whether the reading of a clause stops before a unit.
    fn limit(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.is_stop()
            || unit.kind == Kind::Verb
            || unit.has(|class| matches!(class, Class::Complement | Class::Relative))
            || (unit.kind == Kind::Participle && self.lang == Lang::Ar)
    }

    /// The bare noun phrase that is the object of a verb whose subject ends before `from`.
    pub(super) fn object(&self, from: usize, inside: bool) -> Parties {
        let mut at = from;
        let mut words = 0;
        while at < self.units.len() && words <= 3 {
            if self.limit(at) || self.units[at].is_comma() && !self.resumes(at) {
                break;
            }
            let unit = &self.units[at];
            if unit.is_comma() {
                at += 1;
                continue;
            }
            // "rejected Macron's proposal", انتقد موقف روسيا: the owner of what is rejected.
            if inside && self.lang == Lang::En && unit.possessive && self.unit_phrase(at).is_some() {
                return Parties::new(self.parties_of(at), 0.8, at + 1);
            }
            if inside && self.lang == Lang::En && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym) {
                return Parties::new(self.parties_of(at), 0.7, at + 1);
            }
            if self.bare_party(at) && !unit.clitics.has_conjunction() {
                let confidence = if words == 0 { 0.92 } else { 0.7 };
                let list = self.list(at);
                return Parties { confidence, opaque: list.is_empty(), ..list };
            }
            if unit.is(Class::Each) && self.bare_party(at + 1) {
                return Parties { confidence: 0.9, ..self.list(at + 1) };
            }
            let next = if self.lang == Lang::Ar {
                self.skip_adverbials(at)
            } else {
                at + usize::from(
                    unit.phrase().is_none()
                        && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_))),
                )
            };
            if next > at {
                at = next;
                continue;
            }
            match unit.kind {
                Kind::Noun if inside && !unit.clitics.has_preposition() => words += 1,
                Kind::Word | Kind::Function if !unit.is_preposition() && !unit.is(Class::Conj) => words += 1,
                // A demonym on an unknown noun: مسؤولين كبارا أمريكيين.
                Kind::Phrase(_) if words > 0 && !unit.clitics.has_preposition() && !unit.clitics.has_conjunction() => {
                    return Parties::new(self.parties_of(at), 0.6, at + 1);
                }
                _ => break,
            }
            at += 1;
        }
        Parties::default()
    }

    /// Returns whether a clause goes on behind a comma with a bare phrase: التقى، أمس، وزير الخارجية.
    fn resumes(&self, comma: usize) -> bool {
        let adverb_before = comma > 0
            && self.units[comma - 1]
                .has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Last));
        let place_before =
            comma > 1 && self.units[comma - 1].phrase().is_some() && self.units[comma - 2].is_preposition();
        let adverb_after = self.units.get(comma + 1).is_some_and(|unit| {
            unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Circumstance))
                && unit.phrase().is_none()
        });
        (adverb_before || place_before) && self.bare_party(comma + 1) || adverb_after
    }

    /// The parties behind a preposition that belongs to the head at `head`, looked for from `from` on.
    ///
    /// `inside` says that whose deed or word it is counts as the party: أشاد بجهود مصر, "thanked for Israel's support".
    pub(super) fn behind(&self, head: usize, from: usize, preposition: PrepId, inside: bool) -> Parties {
        let mut words = 0;
        let mut commas = 0;
        let carrying = self.carrying_verb(head);
        let between = Some(preposition) == self.knowledge.lexicon.preposition_id("بين");
        let mut at = carrying.map_or(from, |verb| verb + 1);
        while at < self.units.len() {
            let unit = &self.units[at];
            if at > head && (words > REACH || commas > 2) {
                break;
            }
            // محادثات وصفها بالجيدة مع: a relative clause without a pronoun right behind an indefinite noun.
            if at > head && self.limit(at) {
                // التقى الرئيس، الذي يرافقه وفد، مع: over a relative clause that does not take the preposition itself.
                if unit.is(Class::Relative)
                    && self.units[head].kind == Kind::Verb
                    && let Some(verb) =
                        (at + 1..(at + 4).min(self.units.len())).find(|&i| self.units[i].kind == Kind::Verb)
                    && !self.takes(verb, preposition)
                {
                    words += 2;
                    at = verb + 1;
                    // الذي يرافقه وفد يضم: a second relative clause within the first.
                    let inner = (at..(at + 3).min(self.units.len())).find(|&i| self.units[i].kind == Kind::Verb);
                    if let Some(inner) =
                        inner.filter(|&i| !self.units[i].clitics.has_conjunction() && !self.takes(i, preposition))
                    {
                        at = inner + 1;
                    }
                    continue;
                }
                let bare_relative = unit.kind == Kind::Verb
                    && self.lang == Lang::Ar
                    && words <= 1
                    && at <= head + 2
                    && self.units[head].kind == Kind::Noun
                    && !unit.clitics.has_conjunction();
                if !bare_relative {
                    break;
                }
                words += 2;
                at += 1;
                continue;
            }
            if between && words > 2 {
                break;
            }
            if self.governs(at, preposition)
                && !(unit.clitics.has_preposition() && (words > 4 || commas > 0 && self.units[head].kind == Kind::Verb))
            {
                if at > 0 && at - 1 != head && !inside && self.units[at - 1].is(Class::Attracts) {
                    return Parties::default();
                }
                if let Some(mut found) = self.governed(at, inside) {
                    while let Some(more) = self.repeated(found.end, preposition) {
                        found.list.extend(more.list);
                        found.end = more.end;
                    }
                    let confidence = if words == 0 {
                        0.92
                    } else if words < 4 {
                        0.82
                    } else {
                        0.65
                    };
                    return Parties { confidence, ..found };
                }
            }
            if inside
                && at > head
                && words <= 4
                && let Some(found) = self.within_word(at, preposition)
            {
                return Parties { confidence: 0.75, ..found };
            }
            if at > head && unit.kind == Kind::Noun && self.claims(head, at, preposition) {
                return Parties::default();
            }
            match unit.kind {
                Kind::Word | Kind::Noun => words += 1,
                Kind::Mark(_) => commas += 1,
                _ => {}
            }
            at += 1;
        }
        Parties::default()
    }

    /// بالجهود الأمريكية, لتحركات روسيا: a noun with the preposition on it, and whose it is.
    fn within_word(&self, at: usize, preposition: PrepId) -> Option<Parties> {
        let clitic = match self.units[at].kind {
            Kind::Word => self.shapes[at].preposition?,
            Kind::Noun if self.units[at].clitics.has(Clitics::BI) => Clitics::BI,
            Kind::Noun if self.units[at].clitics.has(Clitics::LI) => Clitics::LI,
            _ => return None,
        };
        let written = if clitic == Clitics::BI { "ب" } else { "ل" };
        if self.knowledge.lexicon.preposition_id(written) != Some(preposition) {
            return None;
        }
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                if phrase.clitics != Clitics::NONE {
                    return None;
                }
                if phrase.kind == PhraseKind::Demonym {
                    return Some(Parties::new(self.parties_of(next), 0.75, next + 1));
                }
                return Some(self.list(next));
            }
            // للجهود التي تبذلها مصر: who does what is praised.
            if unit.is(Class::Relative) {
                return self.doer(next + 1);
            }
            if unit.kind != Kind::Word || words >= 2 || self.shapes[next].preposition.is_some() {
                return None;
            }
            words += 1;
            next += 1;
        }
        None
    }

    /// The subject of a relative clause whose verb takes the noun before it as its object: التي يبذلها, التي تقوم بها.
    fn doer(&self, at: usize) -> Option<Parties> {
        let unit = self.units.get(at)?;
        let (.., object) = unit.verb()?;
        let pronoun = object.is_some()
            || self.units.get(at + 1).is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))));
        let subject = self.subjects.get(at)?.as_ref()?;
        (pronoun && !subject.is_empty() && !subject.carried).then(|| Parties { confidence: 0.75, ..subject.clone() })
    }

    /// ومع زعيم كوريا: the preposition again, for another member of the list.
    fn repeated(&self, end: usize, preposition: PrepId) -> Option<Parties> {
        let at = if self.units.get(end).is_some_and(Unit::is_comma) { end + 1 } else { end };
        let unit = self.units.get(at)?;
        let again = self.governs(at, preposition)
            && (unit.clitics.has_conjunction()
                || self.units.get(at.checked_sub(1)?).is_some_and(|u| u.is(Class::Conj) || u.is(Class::ListMore)));
        let again = again || unit.is(Class::ListMore) && self.governs(at + 1, preposition);
        if !again {
            return None;
        }
        let at = if self.governs(at, preposition) { at } else { at + 1 };
        self.governed(at, false).filter(|found| !found.is_empty())
    }

    /// Returns whether the noun of relation at a unit takes the preposition for itself.
    /// Returns whether a word has a row that uses the preposition.
    fn takes(&self, at: usize, preposition: PrepId) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.object.contains(&Slot::Prep(preposition)) || trigger.subject.contains(&Slot::Prep(preposition))
        })
    }

    fn claims(&self, head: usize, at: usize, preposition: PrepId) -> bool {
        let predicates = |unit: usize| {
            self.units[unit].forms.iter().filter_map(|form| self.knowledge.lexicon.trigger(form.trigger).predicate)
        };
        // "brokered a truce between", "imposed sanctions on": verb and noun tell one thing.
        let shared = predicates(head).any(|own| own == Predicate::Mediated || predicates(at).any(|other| other == own));
        !shared
            && self.units[at].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.object.contains(&Slot::Prep(preposition)) || trigger.subject.contains(&Slot::Prep(preposition))
            })
    }

    fn governs(&self, at: usize, preposition: PrepId) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        if unit.kind == Kind::Function
            && unit.has(|class| matches!(class, Class::Prep(id) | Class::PrepPronoun(id) if id == preposition))
        {
            return true;
        }
        let clitic = if unit.clitics.has(Clitics::LI) {
            self.knowledge.lexicon.preposition_id("ل")
        } else if unit.clitics.has(Clitics::BI) {
            self.knowledge.lexicon.preposition_id("ب")
        } else {
            None
        };
        clitic == Some(preposition)
    }

    /// The list behind the preposition at a unit (or on it, as a clitic).
    fn governed(&self, at: usize, inside: bool) -> Option<Parties> {
        if let Some(phrase) = self.unit_phrase(at) {
            if phrase.kind == PhraseKind::Demonym && !phrase.named {
                return Some(Parties::new(self.parties_of(at), 0.8, at + 1)).filter(|_| self.lang == Lang::Ar);
            }
            return Some(self.list(at));
        }
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                if phrase.clitics.has_preposition() || unit.clitics.has_conjunction() {
                    return None;
                }
                if phrase.kind == PhraseKind::Demonym {
                    // العاصمة الفرنسية باريس: the place itself where it is named, else the country.
                    if self
                        .unit_phrase(next + 1)
                        .is_some_and(|p| p.kind == PhraseKind::Place && p.clitics == Clitics::NONE)
                    {
                        return Some(self.list(next + 1));
                    }
                    if words == 0 && self.lang == Lang::En && inside {
                        return Some(Parties::new(self.parties_of(next), 0.7, next + 1));
                    }
                    if words == 0 && self.lang == Lang::En {
                        next += 1;
                        words += 1;
                        continue;
                    }
                    return (words > 0).then(|| Parties::new(self.parties_of(next), 0.7, next + 1));
                }
                if unit.possessive && phrase.kind == PhraseKind::Pronoun && words < 2 {
                    // "with his Russian counterpart": over the possessive.
                    words += 1;
                    next += 1;
                    continue;
                }
                if unit.possessive {
                    return inside.then(|| Parties::new(self.parties_of(next), 0.75, next + 1));
                }
                // بين مسؤولين أمنيين من الجانبين: people whom only their country names.
                if phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty() && words < 2 {
                    words += 1;
                    next += 1;
                    continue;
                }
                return Some(self.list(next));
            }
            match unit.kind {
                Kind::Word | Kind::Noun | Kind::Participle if words < 2 && self.shapes[next].preposition.is_none() => {
                    words += 1
                }
                Kind::Function if unit.is(Class::PlaceHead) || unit.is(Class::Agent) => words = words.max(1),
                Kind::Function if words > 0 && self.lang == Lang::Ar && self.is_from(unit) => {}
                Kind::Function
                    if unit.has(|class| matches!(class, Class::Each | Class::Skip | Class::TitleAdjective { .. })) => {}
                // مع حليفه المقرب، رئيس بيلاروسيا: the name stands in apposition.
                Kind::Mark(super::unit::Mark::Comma)
                    if words > 0
                        && self
                            .unit_phrase(next + 1)
                            .is_some_and(|p| p.kind == PhraseKind::Person && p.clitics == Clitics::NONE) => {}
                _ => return None,
            }
            next += 1;
        }
        None
    }

    /// Returns whether a preposition may say whose people somebody is: من, في, "from", "of".
    fn belongs(&self, unit: &Unit) -> bool {
        let lexicon = &self.knowledge.lexicon;
        ["من", "في", "from", "of"].iter().any(|word| {
            let id = lexicon.preposition_id(word);
            unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Prep(p) if Some(p) == id))
        })
    }

    fn is_from(&self, unit: &Unit) -> bool {
        let from = self.knowledge.lexicon.preposition_id("من");
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == from))
    }

    /// The genitive right behind a noun; in English its possessor or "of".
    pub(super) fn genitive(&self, at: usize) -> Parties {
        if self.lang == Lang::En {
            let mut before = at;
            let mut words = 0;
            while before > 0 && words < 4 {
                before -= 1;
                let unit = &self.units[before];
                if self.unit_phrase(before).is_some() {
                    if unit.possessive {
                        let (_, list) = (before, self.parties_of(before));
                        return Parties::new(list, 0.92, at + 1);
                    }
                    break;
                }
                if unit.is_mark() || unit.kind == Kind::Verb || unit.is_preposition() {
                    break;
                }
                words += 1;
            }
            if let Some(of) = self.knowledge.lexicon.preposition_id("of")
                && self.units.get(at + 1).is_some_and(|_| self.governs(at + 1, of))
            {
                return self.governed(at + 1, true).unwrap_or_default();
            }
            return Parties::default();
        }
        if self.units[at].owner().is_some() {
            return Parties::default();
        }
        let next = if self.units.get(at + 1).is_some_and(|unit| unit.is(Class::Each)) { at + 2 } else { at + 1 };
        if self.bare_party(next) && !self.units[next].clitics.has_conjunction() {
            return Parties { confidence: 0.92, ..self.list(next) };
        }
        // القمة المرتقبة بوتين: nothing; لقاء الرئيسين is a phrase already.
        Parties::default()
    }

    /// The bare phrase behind the genitive: لقاء الرئيس وزيرَ الخارجية.
    pub(super) fn second_genitive(&self, at: usize) -> Parties {
        let first = self.genitive(at);
        if first.is_empty() && self.units[at].owner().is_none() {
            return Parties::default();
        }
        let next = self.skip_adverbials(first.end.max(at + 1));
        if self.bare_party(next) && !self.units[next].clitics.has_conjunction() {
            return Parties { confidence: 0.85, ..self.list(next) };
        }
        Parties::default()
    }

    /// Demonyms on a noun: القمة الروسية الأمريكية; "the Russian-American summit", "US-Russia talks".
    pub(super) fn adjectives(&self, at: usize) -> Parties {
        let mut list = Vec::new();
        let mut end = at + 1;
        if self.lang == Lang::En {
            let mut before = at;
            while before > 0 {
                before -= 1;
                let Some(phrase) = self.unit_phrase(before) else {
                    if self.units[before].kind == Kind::Word && before + 1 == at && list.is_empty() {
                        continue;
                    }
                    if self.units[before].is_comma() && !list.is_empty() {
                        continue;
                    }
                    break;
                };
                let adjective = phrase.kind == PhraseKind::Demonym || phrase.kind == PhraseKind::Country;
                if !adjective || self.units[before].possessive {
                    break;
                }
                let mut parties = self.parties_of(before);
                parties.append(&mut list);
                list = parties;
                let apart = before > 0 && self.units[before - 1].is_comma();
                if !self.units[before].hyphen && !apart {
                    break;
                }
            }
            return Parties::new(list, 0.85, end);
        }
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                if phrase.kind != PhraseKind::Demonym || phrase.clitics.has_preposition() {
                    break;
                }
                list.extend(self.parties_of(next));
                end = next + 1;
            } else if unit.kind == Kind::Word && list.is_empty() && words < 2 && self.shapes[next].preposition.is_none()
            {
                words += 1;
            } else if !unit.is_comma() || list.is_empty() {
                break;
            }
            next += 1;
        }
        Parties::new(list, 0.9, end)
    }

    /// The possessive suffix of a noun, or his/her/their before it.
    pub(super) fn suffix(&self, at: usize) -> Parties {
        if self.lang == Lang::En {
            for before in (at.saturating_sub(3)..at).rev() {
                if let Some(phrase) = self.unit_phrase(before) {
                    if phrase.kind == PhraseKind::Pronoun {
                        let pronoun = Pronoun { gender: phrase.gender, number: phrase.number };
                        return Parties::new(self.antecedent(before, pronoun), 0.75, at + 1);
                    }
                    break;
                }
            }
            return Parties::default();
        }
        let Some(owner) = self.units[at].owner() else { return Parties::default() };
        if owner.number == Number::Singular
            && let Some(party) = self.event_owner(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if owner.number == Number::Singular {
            let control = self.control(at);
            if let [party] = control.list.as_slice()
                && agrees(*party, owner.gender)
                && !control.carried
            {
                return Parties { confidence: control.confidence * 0.95, end: at + 1, ..control };
            }
        }
        let list = self.antecedent(at, owner);
        Parties::new(list, 0.7, at + 1)
    }

    /// زيارة بوتين ... ولقائه: the person whose event the noun before was, where no verb stands between.
    fn event_owner(&self, at: usize) -> Option<Party> {
        for before in (0..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() || unit.kind == Kind::Verb || unit.is(Class::Complement) {
                return None;
            }
            if unit.kind == Kind::Noun {
                let owner = self.genitive(before);
                if let [party] = owner.list.as_slice()
                    && party.kind == PhraseKind::Person
                {
                    return Some(*party);
                }
            }
        }
        None
    }

    /// The subject of the clause that holds a noun or participle.
    pub(super) fn control(&self, at: usize) -> Parties {
        if let Some(verb) = self.carrying_verb(at)
            && let Some(subject) = &self.subjects[verb]
        {
            return Parties { confidence: subject.confidence * 0.95, ..subject.clone() };
        }
        // دعا بوتين أردوغان لزيارة: the one invited is to come.
        if self.units[at].clitics.has(Clitics::LI)
            && at > 0
            && self.unit_phrase(at - 1).is_some_and(|p| {
                p.kind == PhraseKind::Person && (p.clitics == Clitics::LI || p.clitics == Clitics::NONE)
            })
        {
            let invited = self.parties_of(at - 1);
            let subject = (0..at).rev().find_map(|before| self.subjects[before].as_ref());
            let other = subject.is_some_and(|s| {
                !s.is_empty() && s.list.iter().all(|own| invited.iter().all(|i| i.referent != own.referent))
            });
            if other {
                return Parties::new(invited, 0.75, at + 1);
            }
        }
        for before in (0..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() {
                break;
            }
            if let Some(subject) = &self.subjects[before] {
                // A complement's own subject stands between: قال إن روسيا ... لقاء.
                if let Some(inner) = (before + 1..at).rev().find(|&i| self.units[i].is(Class::Complement))
                    && self.bare_party(inner + 1)
                    && subject.end <= inner
                {
                    return Parties { confidence: 0.8, ..self.list(inner + 1) };
                }
                if subject.is_empty()
                    && let Some(party) = self.event_owner(at)
                {
                    return Parties::new(vec![party], 0.75, at + 1);
                }
                return Parties { confidence: subject.confidence * 0.9, end: at + 1, ..subject.clone() };
            }
        }
        for after in at + 1..self.units.len() {
            if self.units[after].is_stop() {
                break;
            }
            if let Some(subject) = &self.subjects[after] {
                return Parties { confidence: subject.confidence * 0.85, end: at + 1, ..subject.clone() };
            }
        }
        // A headline without a verb: its first phrase.
        let first = (0..at).find(|&unit| !self.units[unit].is_mark() && !self.units[unit].is(Class::Auxiliary));
        match first {
            Some(first) if self.bare_party(first) => Parties { confidence: 0.7, end: at + 1, ..self.list(first) },
            _ => Parties::default(),
        }
    }
}

fn is_person(party: Party) -> bool {
    matches!(party.kind, PhraseKind::Person | PhraseKind::Unknown)
}

/// Returns whether a party can be the subject of a form of that gender.
pub(super) fn agrees(party: Party, gender: Option<Gender>) -> bool {
    match (party.gender, gender) {
        (Some(own), Some(form)) => {
            own == form || !matches!(party.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Unknown)
                // Some countries are masculine: لبنان، العراق، المغرب، الأردن، السودان، اليمن.
                || party.kind == PhraseKind::Country
        }
        // A person of unknown gender is most often a man.
        (None, Some(Gender::Feminine)) => !matches!(party.kind, PhraseKind::Person),
        _ => true,
    }
}
