//! Who does it, in English: the subject of every verb by its form and by what stands before it.

use super::clause::{Clause, Parties, Party};
use super::unit::{Case, Kind, Unit};
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Pronoun, Slot, Tense};
use crate::mention::PhraseKind;

/// How an English verb stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VerbForm {
    /// It has a subject before it.
    Finite,
    /// "to meet".
    Infinitive,
    /// "meeting", without "is" before it.
    Gerund,
    /// "invited by Morsi", behind what it describes.
    Reduced,
}

impl Clause<'_> {
    /// Returns how the verb at a unit stands in its clause.
    pub(super) fn verb_form(&self, at: usize) -> VerbForm {
        let Some((tense, ..)) = self.units[at].verb() else { return VerbForm::Finite };
        let before = self.chain_start(at).checked_sub(1).map(|before| &self.units[before]);
        let chained = self.chain_start(at) < at && (self.chain_start(at)..at).any(|i| self.is_auxiliary(i));
        match tense {
            Tense::Gerund if !chained => VerbForm::Gerund,
            _ if chained && self.opens_with_gerund(at) => VerbForm::Gerund,
            // "to cut ties": spelt like its past.
            _ if before.is_some_and(Unit::is_to) && self.units[at].may_be_base() => VerbForm::Infinitive,
            Tense::PastParticiple if !chained && self.is_followed_by_agent(at) => VerbForm::Reduced,
            _ => VerbForm::Finite,
        }
    }

    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.phrase().is_none()
            && unit.has(|class| {
                matches!(class, Class::Auxiliary | Class::Future | Class::Planned | Class::Possible | Class::Denied)
            })
    }

    /// Returns the first of the auxiliaries, negations and adverbs right before a verb.
    pub(super) fn chain_start(&self, at: usize) -> usize {
        let mut first = at;
        while first > 0 {
            let unit = &self.units[first - 1];
            let part = unit.phrase().is_none()
                && !matches!(unit.kind, Kind::Verb | Kind::Noun | Kind::Mark(_))
                && !unit.is_preposition()
                && (self.is_auxiliary(first - 1)
                    || self.shapes[first - 1].manner
                    || unit.has(|class| {
                        matches!(
                            class,
                            Class::Skip
                                | Class::Negation
                                | Class::Day(_)
                                | Class::Weekday(_)
                                | Class::Last
                                | Class::Next
                        )
                    }));
            if !part || unit.has(|class| matches!(class, Class::Complement | Class::Conj | Class::Relative)) {
                break;
            }
            first -= 1;
        }
        first
    }

    /// "headed by Meshaal", "endorsed by the council": a participle and who does it.
    pub(super) fn is_followed_by_agent(&self, at: usize) -> bool {
        // "responded by expelling": what he does, and nobody.
        let does = || self.units.get(at + 2).and_then(Unit::verb).is_some_and(|(tense, ..)| tense == Tense::Gerund);
        at > 0 && at + 1 < self.units.len() && self.is_preposition_of(at + 1, "by") && !does()
    }

    pub(super) fn subject_english(&self, at: usize, current: Option<&Parties>) -> Parties {
        match self.verb_form(at) {
            VerbForm::Infinitive => self.infinitive_subject(at, current),
            VerbForm::Gerund => self.gerund_subject(at, current),
            VerbForm::Reduced => self.reduced_subject(at),
            VerbForm::Finite => self.finite_subject(at, current),
        }
    }

    pub(super) fn carried_english(&self, at: usize, current: Option<&Parties>) -> Parties {
        match current {
            Some(found) => Parties { carried: true, confidence: found.confidence * 0.85, end: at + 1, ..found.clone() },
            None => {
                let subject = if self.memory.subject.len() == 1 { self.memory.subject.clone() } else { Vec::new() };
                Parties { carried: true, ..Parties::new(subject, 0.5, at + 1) }
            }
        }
    }

    /// The subject of a verb of the same sentence, for another verb that shares it.
    pub(super) fn shared(&self, verb: usize, at: usize, worth: f64) -> Option<Parties> {
        let found = self.subjects.get(verb).and_then(Clone::clone)?;
        Some(Parties { confidence: found.confidence * worth, end: at + 1, ..found })
    }

    pub(super) fn nobody(at: usize) -> Parties {
        Parties { end: at + 1, opaque: true, ..Parties::default() }
    }

    pub(super) fn is_preposition_of(&self, at: usize, word: &str) -> bool {
        let lexicon = &self.knowledge.lexicon;
        self.units[at].has(|class| matches!(class, Class::Prep(id) if Some(id) == lexicon.preposition_id(word)))
    }

    /// "After meeting Morsi, Kerry praised him": verbs without a subject before them take that of the main clause.
    pub(super) fn settle_openings(&mut self) {
        for at in 0..self.units.len() {
            let open = self.units[at].kind == Kind::Verb
                && self.subjects[at].as_ref().is_some_and(|subject| subject.is_empty() && !subject.opaque)
                && self.verb_form(at) != VerbForm::Finite;
            if !open {
                continue;
            }
            let later = (at + 1..self.units.len())
                .take_while(|&i| !self.units[i].is_stop())
                .find(|&i| self.units[i].kind == Kind::Verb && self.verb_form(i) == VerbForm::Finite);
            let found = later.and_then(|later| self.shared(later, at, 0.9)).filter(|found| !found.carried);
            let comma = || (at + 1..self.units.len()).find(|&i| self.units[i].is_mark()).filter(|_| later.is_none());
            let found = found.or_else(|| self.subject_of_unlisted(comma()? + 1));
            if let Some(found) = found {
                self.subjects[at] = Some(Parties { end: at + 1, carried: found.list.len() > 1, ..found });
            }
        }
        self.settle_speakers();
    }

    /// "I will visit Cairo," Kerry said: who speaks is who the sentence quotes.
    fn settle_speakers(&mut self) {
        for at in 0..self.units.len() {
            let first = |at: usize| {
                let phrase = self.chain_start(at).checked_sub(1)?;
                (self.units[phrase].case == Some(Case::Speaker) && !self.units[phrase].possessive).then_some(phrase)
            };
            if self.units[at].kind != Kind::Verb {
                continue;
            }
            if first(at).is_none() && !self.is_spoken_infinitive(at) {
                // "We condemn this and demand that": the verb joined to it.
                let chain = self.chain_start(at);
                let joined = chain > 0
                    && self.units[chain - 1].is(Class::Conj)
                    && self.subjects[at].as_ref().is_some_and(Parties::is_empty);
                let before = (0..chain)
                    .rev()
                    .find(|&i| self.units[i].kind == Kind::Verb)
                    .filter(|&i| joined && first(i).is_some());
                if let Some(found) = before.and_then(|before| self.shared(before, at, 0.9)) {
                    self.subjects[at] = Some(found);
                }
                continue;
            }
            let speaks = |at: &usize| {
                self.units[*at].kind == Kind::Verb
                    && self.units[*at]
                        .forms
                        .iter()
                        .any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech)
                    && self.subjects[*at].as_ref().is_some_and(|subject| subject.list.len() == 1)
                    && first(*at).is_none()
            };
            let speaker = (at + 1..self.units.len()).find(speaks).or_else(|| (0..at).rev().find(speaks));
            let before = || self.quoted.map(|party| Parties::new(vec![party], 0.8, at + 1));
            if let Some(found) = speaker.and_then(|speaker| self.shared(speaker, at, 0.9)).or_else(before) {
                self.subjects[at] = Some(found);
            }
        }
    }

    /// "Obama called me," Kerry said, "our talks with Iran": who speaks, of what is done to him or his; of "us" as `speaker_acted_on`.
    pub(super) fn quoted_speaker(&self, at: usize, pronoun: Pronoun) -> Option<Party> {
        let acts = at > 0 && self.units[at - 1].kind == Kind::Verb;
        if acts && pronoun.number != Number::Singular && !self.reaches_speaker(at - 1) {
            return None;
        }
        let says = |&verb: &usize| {
            self.units[verb].kind == Kind::Verb
                && self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech)
                && self
                    .subjects
                    .get(verb)
                    .is_some_and(|found| found.as_ref().is_some_and(|found| found.list.len() == 1))
        };
        let marked = (0..self.units.len()).any(|unit| self.shapes[unit].marked);
        let verb = (at + 1..self.units.len()).find(says).or_else(|| (0..at).rev().find(says)).filter(|_| marked);
        let said = verb.and_then(|verb| self.subjects[verb].as_ref()).map(|found| found.list[0]);
        said.or(self.quoted)
    }

    /// "Macron strolled through Berlin": who opens a clause at a unit, where a past that nobody lists stands behind.
    pub(super) fn subject_of_unlisted(&self, start: usize) -> Option<Parties> {
        let party = self.units.get(start).is_some_and(|unit| unit.phrase().is_some() && !unit.possessive);
        let found = (party && self.bare_party(start)).then(|| self.list(start))?;
        let person = found.list.first().is_some_and(|party| party.kind == PhraseKind::Person);
        let past = self.units.get(found.end).is_some() && self.shapes[found.end].past;
        (person && past).then_some(Parties { confidence: 0.8, ..found })
    }

    /// Returns whether a clause may begin behind a unit: a mark, "that", "and".
    pub(super) fn opens_clause_behind(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.is_mark() || unit.is(Class::Complement) || unit.is(Class::Conj)
    }

    /// "Pelosi's visit to Taiwan was condemned by", "the Syrian crackdown was condemned by": whose deed the subject is.
    pub(super) fn owner_of_subject(&self, at: usize) -> Parties {
        const REACH: usize = 7;
        let chain = self.chain_start(at);
        let plain = |i: usize| {
            let unit = &self.units[i];
            unit.phrase().is_none()
                && (matches!(unit.kind, Kind::Word | Kind::Noun) || unit.is(Class::Agent))
                && !(unit.is(Class::Agent) && self.shapes[i].plural)
                && !unit.has(|c| matches!(c, Class::Harm | Class::Apart | Class::Conj))
        };
        if let Some(found) = self.doer_of_act(at, chain) {
            return found;
        }
        let chain = self.before_aim(chain);
        let mut before = chain;
        let mut noun = false;
        while before > 0 && before + REACH > chain {
            before -= 1;
            let unit = &self.units[before];
            let Some(phrase) = self.unit_phrase(before) else {
                let passes = unit.is_preposition() && !unit.is(Class::Circumstance);
                if !plain(before) && !passes {
                    break;
                }
                noun = plain(before);
                continue;
            };
            let owns = unit.possessive && unit.case.is_none() || phrase.kind == PhraseKind::Demonym;
            let governed = before > 0 && self.units[before - 1].is_preposition();
            if owns && noun && !governed {
                let opens =
                    before == 0 || !self.units[before - 1].is(Class::Conj) && self.units[before - 1].kind != Kind::Verb;
                return if opens { Parties::new(self.parties_of(before), 0.8, at + 1) } else { Parties::default() };
            }
            // "A proposal by Annan was rejected", where the noun before it is what he made.
            let made = governed && before > 1 && !noun && self.is_preposition_of(before - 1, "by") && plain(before - 2);
            if made {
                return Parties::new(self.parties_of(before), 0.8, at + 1);
            }
            if !governed {
                break;
            }
            noun = false;
        }
        Parties::default()
    }

    /// "Israel expelled the envoy, a move condemned by Egypt", "in a move that": who did what a noun behind a comma or "in" sums up.
    pub(super) fn doer_of_act(&self, at: usize, chain: usize) -> Option<Parties> {
        let noun = chain.checked_sub(1).filter(|&noun| self.units[noun].phrase().is_none())?;
        let act = self.units[noun].is(Class::Act) && self.units[noun].determined;
        let comma = noun
            .checked_sub(1)
            .filter(|&before| act && (self.units[before].is_comma() || self.is_preposition_of(before, "in")))?;
        let verb = (0..comma).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| {
            self.units[i].kind == Kind::Verb && self.verb_form(i) == VerbForm::Finite && !self.is_verb_of_relative(i)
        });
        let found = match verb {
            Some(verb) => self.subjects[verb].clone()?,
            None => self.subject_of_unlisted(0)?,
        };
        (found.list.len() == 1).then(|| Parties { confidence: found.confidence * 0.85, end: at + 1, ..found })
    }

    /// "Iran's forces shelled", "its troops entered", "the Saudi-led coalition bombed": who acts for a country is its side, as
    /// behind an adjective.
    pub(super) fn forces_of(&self, owner: usize, end: usize) -> Option<Parties> {
        let leads = self.units[owner].leads;
        let whose = leads
            || self.units[owner].case == Some(Case::ThingOwner)
            || self.units[owner].possessive && self.unit_phrase(owner)?.kind == PhraseKind::Country;
        let adjective = |unit: &Unit| {
            unit.phrase().is_none()
                && (unit.kind == Kind::Word
                    || unit.has(|c| matches!(c, Class::TitleAdjective { .. }))
                    || leads && unit.is(Class::Agent))
        };
        let (last, between) = self.units.get(owner + 1..end)?.split_last()?;
        if !whose
            || last.phrase().is_some()
            || !(last.is(Class::Agent) || leads && (last.kind == Kind::Word || last.is(Class::Attracts)))
            || between.len() > 2
            || !between.iter().all(adjective)
        {
            return None;
        }
        let mut list = self.parties_of(owner);
        list.iter_mut().for_each(|party| party.kind = PhraseKind::Agent);
        Some(Parties::new(list, 0.8, end)).filter(|found| !found.is_empty())
    }

    /// "…," said Putin: the subject of a verb of saying behind a quotation stands behind it.
    pub(super) fn inverted(&self, at: usize) -> Option<Parties> {
        let opens = at > 0 && self.units[at - 1].is_comma();
        let found = (self.only_says(at) && opens && self.bare_party(at + 1)).then(|| self.list(at + 1))?;
        // "Rouhani, in talks with Macron, said Iran would": what he says of somebody.
        let clause = self.is_finite_verb(found.end) && self.before_aside(at, self.chain_start(at)).is_some();
        (!clause).then_some(Parties { confidence: 0.9, ..found })
    }

    /// The subject that ends with the phrase at `last`, which no preposition governs.
    pub(super) fn subject_phrase(&self, at: usize, last: usize, words: usize, relative: bool) -> Parties {
        let (mut first, mut list) = self.list_ending_at(last);
        // "attacked fighters in Mali and America has agreed"
        if first < last
            && last + 1 == self.chain_start(at)
            && self.units[last - 1].is(Class::Conj)
            && self.opens_next_clause(first, last + 1)
        {
            return Parties::new(self.parties_of(last), 0.85, at + 1);
        }
        // "carried out heavy raids on Mali, and Niger fired": what ", and" joins to the end of a clause opens the next one.
        let parted = first + 3 == last && last + 1 == self.chain_start(at) && self.units[first + 1].is_comma();
        if parted && self.ends_clause_before(first, last + 1) {
            return Parties::new(self.parties_of(last), 0.85, at + 1);
        }
        // "Before leaving he met": he leaves and meets.
        let leaves = self.units[first].case == Some(Case::Subject);
        let object = first > 0 && self.units[first - 1].kind == Kind::Verb && !leaves;
        if object && !relative {
            // "Kerry met Morsi and Lavrov praised": the last phrase opens a clause of its own.
            let verb = first - 1;
            if self.verb_form(verb) == VerbForm::Gerund && !self.tells_speech(verb) {
                // "rebels fighting Assad met"
                if let Some(found) = self.shared(verb, at, 0.85) {
                    return found;
                }
            }
            // "said Putin and Trump had agreed": both open what is said.
            let said = self.tells_speech(verb) && !self.tells(verb, |told| told == Predicate::Briefed);
            if last + 1 == self.chain_start(at) && first < last && !said {
                list = self.parties_of(last);
                first = last;
            } else if last + 1 != self.chain_start(at)
                && let Some(found) = self.shared(first - 1, at, 0.85)
            {
                return Parties { carried: true, ..found };
            }
        }
        let plural = self.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Base);
        if plural {
            list = self.headline_pair(first, list);
        }
        list = self.with_own_state(first, list);
        // "met Macron and Milei, who has criticised": of two the verb tells of the last alone.
        if relative && list.len() > 1 && self.units[self.chain_start(at)].alone {
            list = self.parties_of(last);
        }
        let confidence = if words == 0 { 0.95 } else { 0.8 };
        let kind = self.unit_phrase(last).map(|phrase| phrase.kind);
        let group =
            list.len() > 2 && matches!(kind, Some(PhraseKind::Pronoun | PhraseKind::Both | PhraseKind::BothPeople));
        Parties { group, opaque: list.is_empty(), ..Parties::new(list, confidence, at + 1) }
    }

    /// "Trump, Putin meet", "Merkel, Putin, Hollande meet", "Serbia, Kosovo leaders to": the comma of a headline is its "and".
    pub(super) fn headline_pair(&self, first: usize, mut list: Vec<Party>) -> Vec<Party> {
        let listed = |i: usize| if i.is_multiple_of(2) { self.bare_party(i) } else { self.units[i].is_comma() };
        if !matches!(first, 2 | 4) || !(0..first).all(listed) {
            return list;
        }
        let mut pair: Vec<Party> = (0..first).step_by(2).flat_map(|i| self.parties_of(i)).collect();
        pair.append(&mut list);
        pair
    }

    /// "said", "says": whether a verb tells of speech, and of nothing else but by the words behind it.
    pub(super) fn only_says(&self, verb: usize) -> bool {
        let mut rows = self.units[verb].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
        !self.units[verb].forms.is_empty()
            && rows.all(|row| row.flags.speech && (row.predicate.is_none() || row.object.contains(&Slot::Obliged)))
    }

    pub(super) fn tells_speech(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech)
    }

    /// "the militants that attacked": a "that" right before the verb, behind a noun, is no complementiser.
    pub(super) fn opens_relative(&self, at: usize, chain: usize) -> bool {
        self.units[at].is(Class::Relative)
            && at + 1 == chain
            && at > 0
            && (self.units[at - 1].phrase().is_some()
                || matches!(self.units[at - 1].kind, Kind::Noun | Kind::Word)
                || self.units[at - 1].deputes
                || self.units[at - 1].is(Class::Apart)
                // "the Saudi-led coalition that has been"
                || self.units[at.saturating_sub(3)..at - 1].iter().any(|unit| unit.leads))
    }

    /// "A delegation from Hamas arrived", "Members of the Taliban met", "Lawmakers from the bloc said": people whom the
    /// preposition's noun names. Members are a body's, where others may be a country's too.
    pub(super) fn people_of(&self, preposition: usize, at: usize) -> Option<Parties> {
        let unit = &self.units[preposition];
        let head = preposition.checked_sub(1)?;
        let body = self.unit_phrase(preposition + 1)?;
        let free = (0..head).rev().take(3).all(|i| self.units[i].phrase().is_none() && !self.units[i].is_preposition());
        let nameless = |phrase: &crate::mention::Phrase| {
            phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty() && phrase.number == Number::Plural
        };
        let people = match self.unit_phrase(head) {
            Some(phrase) => nameless(phrase),
            None => self.units[head].is(Class::Agent),
        };
        let members = self.units[head].phrase().is_none() && self.units[head].is(Class::Staff);
        let whose = match body.kind {
            PhraseKind::Body => people || members,
            PhraseKind::Country | PhraseKind::Agent => people,
            _ => false,
        };
        (self.belongs(unit) && free && whose).then(|| {
            let mut list = self.parties_of(preposition + 1);
            list.iter_mut().for_each(|party| party.kind = PhraseKind::Agent);
            Parties::new(list, 0.8, at + 1)
        })
    }

    /// "who spoke with Macron, Scholz and Draghi were": whether a party is whom a preposition or verb governs in a clause of its
    /// own.
    fn ends_clause(&self, at: usize) -> bool {
        let governed = at > 0 && (self.units[at - 1].is_preposition() || self.units[at - 1].kind == Kind::Verb);
        governed && self.is_in_clause_of_its_own(at)
    }

    /// "his foreign minister, Lavrov": the possessive by whom an English person is told, where one stands before the name.
    pub(super) fn owner_before(&self, name: usize) -> Option<usize> {
        const WORDS: usize = 4;
        let unit = |at: usize| &self.units[at];
        let nearest = (name.saturating_sub(WORDS + 1)..name).rev().find(|&at| unit(at).possessive)?;
        let found = unit(nearest).case.is_some().then(|| self.named_behind_owner(nearest)).flatten()?;
        (found.end == name + 1).then_some(nearest)
    }

    pub(super) fn list_ending_at(&self, last: usize) -> (usize, Vec<Party>) {
        let mut list = self.parties_of(last);
        let mut first = self.qualified_member(last).unwrap_or(last);
        loop {
            // "Egypt, alongside Jordan,"
            let beside = |at: usize| at > 0 && self.units[at - 1].is_comma() && self.is_preposition_of(at, "alongside");
            let joined = |at: usize| self.units[at].is(Class::Conj) || beside(at);
            // "she and Hollande"
            let pronoun = |at: usize| self.units[at].case == Some(Case::Subject);
            if first >= 2 && joined(first - 1) && (self.bare_party(first - 2) || pronoun(first - 2)) {
                first -= 2;
            } else if first >= 3 && joined(first - 1) && self.units[first - 2].is_comma() && self.bare_party(first - 3)
            {
                first -= 3;
            } else if first >= 2
                && first < last
                && self.units[first - 1].is_comma()
                && self.bare_party(first - 2)
                && !self.ends_clause(first - 2)
                && !self.is_of_opening_occasion(first - 2, last + 1)
            {
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
}
