//! Whom an English pronoun stands for beside a quotation, behind an occasion that opens its sentence, and of those whom the text has named.

use super::clause::{Clause, Parties, Party, agrees, is_person};
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Pronoun};
use crate::mention::{PhraseKind, Referent};

impl Clause<'_> {
    /// "…," he said: whether a pronoun stands right behind the mark that closes a quotation with which the sentence begins, before a verb
    /// of saying.
    pub(super) fn ends_quotation(&self, at: usize) -> bool {
        const WORDS: usize = 2;
        let closed = at > 1 && self.units[at - 1].is_comma() && self.shapes[at].marked;
        let opened = self.shapes[0].marked || self.quoted.is_some();
        closed
            && opened
            && (at + 1..self.units.len().min(at + 2 + WORDS))
                .take_while(|&next| self.units[next].phrase().is_none() && !self.units[next].is_mark())
                .find(|&next| self.units[next].kind == Kind::Verb)
                .is_some_and(|next| self.tells_speech(next) || self.tells(next, |told| told == Predicate::Briefed))
    }

    /// "President Rama gave me a promise," Peres said: who speaks behind the quotation that a sentence begins with, where he is named there.
    pub(super) fn speaker_behind_quotation(&self) -> Option<Parties> {
        let quoted = self.quoted.is_some() || self.shapes.first().is_some_and(|shape| shape.marked);
        if self.lang != Lang::En || !quoted {
            return None;
        }
        let named = |at: &usize| {
            self.bare_party(*at)
                && self.unit_phrase(*at).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named)
        };
        let at = (2..self.units.len()).find(|at| named(at) && self.ends_quotation(*at))?;
        let list = self.parties_of(at);
        (list.len() == 1).then(|| Parties::new(list, 0.85, at + 1))
    }

    /// "He had met Medvedev in Sochi": somebody else than the subject of the sentence before, where that one is named in what the pronoun's own
    /// verb tells: the one other man whom the text has named last.
    pub(super) fn other_than_named_behind(&self, at: usize, likely: Party, pronoun: Pronoun) -> Option<Party> {
        let own = |at: usize| !self.units[at].is_mark() && !self.units[at].is(Class::Complement);
        let names = |at: usize, party: Party| {
            self.unit_phrase(at).is_some_and(|phrase| phrase.named && phrase.referents.contains(&party.referent))
        };
        let behind = |party: Party| (at + 1..self.units.len()).take_while(|&at| own(at)).any(|at| names(at, party));
        if self.lang != Lang::En || self.units[at].case != Some(Case::Subject) || !behind(likely) {
            return None;
        }
        let about = self.memory.about.map(|(party, _)| party);
        let fits = |party: &Party| is_person(*party) && agrees(*party, pronoun.gender) && !behind(*party);
        about.into_iter().chain(self.memory.people.iter().copied()).find(fits)
    }

    /// "Speaking after talks with Rama, he said": whether a pronoun opens a main clause behind an occasion that a sentence begins with, in which
    /// people are only those with whom somebody is.
    pub(super) fn follows_occasion(&self, at: usize) -> bool {
        const LONGEST: usize = 16;
        if self.lang != Lang::En || !(3..LONGEST).contains(&at) || !self.units[at - 1].is_comma() {
            return false;
        }
        let units = &self.units[..at - 1];
        let finite = |i: usize| self.units[i].kind == Kind::Verb && self.verb_form(i) == VerbForm::Finite;
        if units.iter().any(Unit::is_mark) || (0..at).any(finite) {
            return false;
        }
        let first = &units[0];
        let opens = first.phrase().is_none()
            && (first.kind == Kind::Verb
                || first.kind == Kind::Function && first.has(|c| matches!(c, Class::Circumstance | Class::Prep(_))));
        let with = |person: usize| {
            let (first, _) = self.list_ending_at(person);
            !units[person].possessive
                && first.checked_sub(1).is_some_and(|before| {
                    units[before].kind == Kind::Verb && self.verb_form(before) == VerbForm::Gerund
                        || ["with", "to", "alongside"].iter().any(|word| self.is_preposition_of(before, word))
                })
        };
        let mut people = (0..at - 1)
            .filter(|&i| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Person))
            .peekable();
        opens && people.peek().is_some() && people.all(with)
    }

    /// "While he was in Rabat, Kerry met", "In the two days that he spends there Kerry will meet": the subject of the main clause behind the clause of
    /// a pronoun with which an English sentence begins.
    pub(super) fn named_behind_opening(&self, at: usize) -> Option<Party> {
        const REACH: usize = 14;
        let units = &self.units;
        let opens = |unit: &Unit| {
            unit.phrase().is_none()
                && unit.has(|c| matches!(c, Class::Circumstance | Class::While | Class::Ahead | Class::After))
        };
        let clause = |unit: &Unit| opens(unit) || unit.phrase().is_none() && unit.has(|c| c == Class::Relative);
        let first = units.first().filter(|_| self.lang == Lang::En && units[at].case == Some(Case::Subject))?;
        let begins = opens(first) || first.phrase().is_none() && first.is_preposition();
        let before = at.checked_sub(1).filter(|&before| begins && clause(&units[before]))?;
        let acts = |unit: &Unit| unit.kind == Kind::Verb || unit.is_mark();
        let person = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        if units[..before].iter().any(acts) || (0..at).any(person) {
            return None;
        }
        let end = units.len().min(at + REACH);
        let verb = (at + 1..end).find(|&i| units[i].kind == Kind::Verb || self.is_auxiliary(i))?;
        let subject = |&i: &usize| {
            let free = !units[i].possessive && units[i - 1].phrase().is_none() && !units[i - 1].is_preposition();
            let goes_on = units.get(i + 1).is_some_and(|next| next.kind == Kind::Verb || self.is_auxiliary(i + 1));
            person(i) && self.bare_party(i) && free && goes_on && i > verb + 1
        };
        let who = (verb + 1..end).take_while(|&i| !units[i].is_stop()).find(subject)?;
        match self.parties_of(who).as_slice() {
            [party] if !self.tells_speech(verb) => Some(*party),
            _ => None,
        }
    }

    /// "The king asked the minister to greet Rama, with whom he had spoken": whether a verb tells only what somebody is asked to do, before the relative of
    /// two words that a pronoun follows.
    pub(super) fn is_bidden_before_relative(&self, verb: usize, at: usize) -> bool {
        let relative =
            at.checked_sub(1).filter(|_| self.lang == Lang::En && self.units[at].case == Some(Case::Subject));
        let with_whom = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Relative) && unit.end == unit.start + 2;
        relative.is_some_and(|before| with_whom(&self.units[before]))
            && self.units[verb].kind == Kind::Verb
            && self.verb_form(verb) == VerbForm::Infinitive
    }

    /// Who goes on speaking: whose words were quoted before, else the one person whom the sentence before was about, else the one whom
    /// the text follows; nobody who is named in what he says.
    pub(super) fn goes_on_speaking(&self, at: usize, pronoun: Pronoun) -> Option<Party> {
        let named = self.people_before(at);
        let fits = |party: &Party| {
            is_person(*party)
                && (party.gender.is_none() || agrees(*party, pronoun.gender))
                && named.iter().all(|other| other.referent != party.referent)
        };
        let subject = match self.memory.subject.as_slice() {
            [party] => Some(*party),
            _ => None,
        };
        let about = self.memory.about.map(|(party, _)| party);
        [self.quoted, subject, about].into_iter().flatten().find(fits)
    }

    /// "A spokesman for Rama said he": for whom the one speaks whom the text does not name.
    pub(super) fn represented(&self, at: usize, pronoun: Pronoun) -> Option<Party> {
        const REACH: usize = 8;
        let person = (at.saturating_sub(REACH)..at).rev().find(|&unit| {
            self.bare_party(unit) && self.unit_phrase(unit).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
        })?;
        let served = person > 1
            && (self.is_preposition_of(person - 1, "for") || self.is_preposition_of(person - 1, "of"))
            && self.is_spokesperson(person - 2);
        match self.parties_of(person).as_slice() {
            [party] if served && (party.gender.is_none() || agrees(*party, pronoun.gender)) => Some(*party),
            _ => None,
        }
    }

    /// Whether a unit is a spokesman whom nobody names.
    pub(super) fn is_spokesperson(&self, at: usize) -> bool {
        self.unit_phrase(at)
            .filter(|phrase| !phrase.named)
            .and_then(|phrase| phrase.office)
            .is_some_and(|office| self.knowledge.gazetteer.offices().name(office) == "spokesperson")
    }

    /// "Erdogan landed in Mogadishu. Mohamud welcomed him": the one man of whom the sentence before told, where others who are named act.
    pub(super) fn topic_welcomed(&self, at: usize, own: &[Party]) -> Option<Party> {
        let named = |unit: usize| {
            self.unit_phrase(unit).is_some_and(|phrase| {
                phrase.named && own.iter().any(|actor| phrase.referents.contains(&actor.referent))
            })
        };
        let people = !own.is_empty() && own.iter().all(|actor| self.is_human(actor));
        let [topic] = self.memory.subject.as_slice() else { return None };
        // "Abe said Macron was late": somebody else may be meant as well.
        let last = self.memory.named.last().is_none_or(|last| last.referent == topic.referent);
        (people && last && (0..at).any(named) && self.is_human(topic)).then_some(*topic)
    }

    /// "Modi congratulated Abe. Abe thanked him": the other of the two people whom the sentence before named last, one of whom acts.
    pub(super) fn other_of_two_named(&self, own: &[Party]) -> Option<Party> {
        let ([own], [a, b]) = (own, self.memory.people.as_slice()) else { return None };
        let lately = |party: &Party| {
            self.memory.named.iter().rev().take(2).any(|known| known.referent == party.referent) && self.is_human(party)
        };
        let other = match own.referent {
            own if own == a.referent => b,
            own if own == b.referent => a,
            _ => return None,
        };
        (self.lang == Lang::En && lately(a) && lately(b)).then_some(*other)
    }

    /// "I told Rouhani," he said: of whom the text goes on to tell stands behind a quotation, and not who is named in it.
    pub(super) fn topic_quoted(&self, at: usize, pronoun: Pronoun) -> Option<Party> {
        let behind = self.units[at].case == Some(Case::Subject) && at > 1 && self.units[at - 1].is_mark();
        let says = || {
            self.units.get(at + 1).is_some_and(|verb| {
                let speech = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.speech;
                verb.kind == Kind::Verb && verb.forms.iter().any(speech)
            })
        };
        let quoted = || {
            (0..self.units.len()).any(|unit| self.shapes[unit].marked)
                && (0..at).any(|unit| self.units[unit].case == Some(Case::Speaker))
        };
        let [topic] = self.memory.subject.as_slice() else { return None };
        let fits = pronoun.gender.is_some() && is_person(*topic) && agrees(*topic, pronoun.gender);
        (behind && fits && says() && quoted()).then_some(*topic)
    }

    /// "Merkel and Obama met. He told her", "Netanyahu called Merkel. She said": of two people whom the text has named the one of that gender.
    pub(super) fn only_of_gender(&self, pronoun: Pronoun) -> Option<Party> {
        let (subject, people) = (self.memory.subject.as_slice(), self.memory.people.as_slice());
        let two = match (subject, people) {
            ([_, _], _) => subject,
            ([own], [a, b]) if [a, b].iter().any(|party| party.referent == own.referent) => people,
            _ => return None,
        };
        let listed = |referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).gender,
            Referent::New(_) => None,
        };
        let gender = |party: &Party| party.gender.or_else(|| listed(party.referent));
        let apart = is_person(two[0]) && is_person(two[1]) && gender(&two[0]) != gender(&two[1]);
        two.iter().find(|party| apart && gender(party).is_some() && gender(party) == pronoun.gender).copied()
    }

    /// "told Guaido that Washington stood behind him": to whom the clause of the pronoun is told.
    pub(super) fn told_person(&self, at: usize) -> Option<Party> {
        const REACH: usize = 12;
        let that = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].is(Class::Complement) && self.units[before].phrase().is_none())?;
        let own = (that + 1..at).any(|unit| self.bare_party(unit) && self.units[unit].case.is_none());
        let person = that.checked_sub(1).filter(|&person| own && self.bare_party(person) && person > 0)?;
        if self.unit_phrase(person).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun) {
            return None;
        }
        let tells = self.units[person - 1].kind == Kind::Verb
            && self.tells(person - 1, |told| matches!(told, Predicate::Briefed | Predicate::Promised));
        match self.parties_of(person).as_slice() {
            [party] if tells && is_person(*party) => Some(*party),
            _ => None,
        }
    }
}
