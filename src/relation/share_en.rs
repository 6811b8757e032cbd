//! English: whose part in a deed a noun tells, and of whom an end to a deed is demanded.
//!
//! "hailed Egypt's role in brokering a truce": Egypt brokers it. "called for an end to Turkey's raids": a demand of Turkey.

use super::clause::{Clause, Parties};
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Predicate, Slot, Trigger};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// "Egypt's role in brokering", "the role of Jordan in supporting", "the role played by Jordan in", "Qatar played a role in": who takes
    /// the part in a deed that a gerund behind the preposition at a unit tells.
    pub(super) fn sharer(&self, preposition: usize) -> Option<Parties> {
        const WORDS: usize = 7;
        if !["in", "at", "towards"].iter().any(|word| self.is_preposition_of(preposition, word)) {
            return None;
        }
        let open = |before: &usize| !self.units[*before].is_mark();
        let share = (preposition.saturating_sub(WORDS)..preposition)
            .rev()
            .take_while(open)
            .find(|&before| self.units[before].phrase().is_none() && self.units[before].is(Class::Share))?;
        let sure = |found: Parties| Some(Parties { confidence: 0.85, end: preposition + 1, ..found });
        if share + 1 == preposition {
            let own = self.owner_of_share(share);
            if !own.is_empty() {
                return sure(own);
            }
            return self.player_of(share).and_then(sure);
        }
        // "the role of Jordan in", "the role played by Jordan in"
        let leads = |before: &usize| {
            ["of", "by"].iter().any(|word| self.is_preposition_of(*before, word)) && self.bare_party(before + 1)
        };
        let of = (share + 1..preposition.min(share + 4)).find(leads)?;
        let owner = self.list(of + 1);
        (owner.end == preposition).then_some(owner).and_then(sure)
    }

    /// "Egypt's role", "the Egyptian role", "its role".
    fn owner_of_share(&self, share: usize) -> Parties {
        let possessor = self.genitive(share);
        if !possessor.is_empty() {
            return possessor;
        }
        let demonym = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        if let Some(before) = share.checked_sub(1).filter(|&before| demonym(before)) {
            return Parties::new(self.parties_of(before), 0.85, share + 1);
        }
        self.suffix(share)
    }

    /// "Qatar played a central role in": the subject of a verb right before the noun that judges nobody.
    fn player_of(&self, share: usize) -> Option<Parties> {
        const WORDS: usize = 5;
        let plain = |before: &usize| !self.units[*before].is_mark() && !self.units[*before].is_preposition();
        let verb = (share.saturating_sub(WORDS)..share)
            .rev()
            .take_while(plain)
            .find(|&before| self.units[before].kind == Kind::Verb);
        let Some(verb) = verb else {
            return self.subject_of_unlisted(self.clause_start(share)).filter(|found| found.end < share);
        };
        // "hailed the role in": whose it is, the text does not say.
        if self.judges(verb) {
            return Some(Self::nobody(share));
        }
        self.shared(verb, share, 0.9)
    }

    /// "Hezbollah, a Shia movement backed by Syria, said": whom an apposition describes whose noun stands right before a participle.
    pub(super) fn described_aside(&self, participle: usize) -> Option<Parties> {
        const WORDS: usize = 5;
        let plain =
            |unit: &Unit| !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb && !unit.is(Class::Conj);
        let demonym = |at: usize| self.unit_phrase(at).is_none_or(|phrase| phrase.kind == PhraseKind::Demonym);
        // "Hezbollah, a party backed by Iran": a word for what it is may be read as that itself.
        let kind = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| !phrase.named && self.units[at].end == self.units[at].start + 1)
        };
        let part = |at: usize| plain(&self.units[at]) && (demonym(at) || at + 1 == participle && kind(at));
        let words = (0..participle).rev().take(WORDS).take_while(|&at| part(at)).count();
        let comma = (participle - words).checked_sub(1).filter(|&comma| words > 0 && self.units[comma].is_comma())?;
        let who = comma.checked_sub(1).filter(|&who| self.bare_party(who))?;
        let (first, list) = self.list_ending_at(who);
        let free = first.checked_sub(1).is_none_or(|before| !self.units[before].is_preposition());
        let body =
            self.unit_phrase(who).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Body | PhraseKind::Person));
        let article = self.units[comma + 1].determined;
        (first == who && free && body && article).then(|| Parties::new(list, 0.8, participle + 1))
    }

    /// "Hariri's Baghdad talks", "his Baghdad talks": whether a place stands between whoever owns a noun of contact and the noun.
    pub(super) fn is_place_of(&self, place: usize, noun: usize) -> bool {
        let here = self.unit_phrase(place).is_some_and(|phrase| phrase.named && phrase.kind == PhraseKind::Place);
        let owner = place.checked_sub(1).filter(|&owner| self.unit_phrase(owner).is_some());
        here && !self.units[place].possessive
            && owner.is_some_and(|owner| self.units[owner].possessive)
            && self.tells(noun, |told| told.family() == crate::lexicon::Family::Contact)
    }

    /// "The envoy mediating between A and B met", "a truce between A and B was hailed by": whether what stands between two is told of another, or is
    /// itself what somebody judges.
    pub(super) fn is_of_deed(&self, between: usize, verb: usize) -> bool {
        let gerund = |at: usize| self.units[at].kind == Kind::Verb && self.verb_form(at) == VerbForm::Gerund;
        between.checked_sub(1).is_some_and(gerund) || self.is_followed_by_agent(verb) && self.judges(verb)
    }

    /// "The Israeli raid drew sharp criticism from": whose deed the subject is of the verb right before a noun.
    pub(super) fn owner_of_drawing(&self, noun: usize) -> Parties {
        const WORDS: usize = 3;
        let plain = |unit: &&Unit| {
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb
        };
        let words = self.units[..noun].iter().rev().take(WORDS).take_while(plain).count();
        let verb = noun.checked_sub(words + 1).filter(|&verb| self.units[verb].kind == Kind::Verb);
        verb.map(|verb| self.owner_of_subject(verb)).unwrap_or_default()
    }

    /// "was killed in an Israeli attack", "were killed by a Hezbollah rocket attack": the subject of a passive of force, where the noun at a unit tells
    /// how it was done.
    pub(super) fn killed_in(&self, noun: usize) -> Parties {
        const WORDS: usize = 5;
        let open = |at: &usize| !self.units[*at].is_mark() && self.units[*at].kind != Kind::Verb;
        let leads = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none() && (unit.is_preposition() || unit.is(Class::Circumstance))
        };
        let lead = (noun.saturating_sub(WORDS)..noun).rev().take_while(open).find(leads);
        let within = |at: usize| {
            ["in", "by", "during"].iter().any(|word| self.is_preposition_of(at, word))
                || self.units[at].is(Class::Circumstance)
        };
        let Some(lead) = lead.filter(|&lead| within(lead)) else { return Parties::default() };
        let verb = (lead.saturating_sub(WORDS)..lead)
            .rev()
            .take_while(|&at| !self.units[at].is_mark())
            .find(|&at| self.units[at].kind == Kind::Verb);
        let passive = |verb: usize| {
            self.tells(verb, |told| told == Predicate::Attacked)
                && (self.chain_start(verb)..verb).any(|at| self.is_auxiliary(at))
        };
        let own = verb.filter(|&verb| passive(verb)).map(|verb| self.patient(verb));
        own.filter(|own| !own.carried).map(|own| Parties { end: noun + 1, ..own }).unwrap_or_default()
    }

    /// "Dozens of writers led by Rushdie urged", "a coalition led by Kenya attacked": who leads the people that open the clause, where the verb
    /// stands behind.
    pub(super) fn leader_of_band(&self, chain: usize, at: usize) -> Option<Parties> {
        const MOST_WORDS: usize = 8;
        let last = chain.checked_sub(1).filter(|&last| self.unit_phrase(last).is_some())?;
        let (first, list) = self.list_ending_at(last);
        let led = first
            .checked_sub(2)
            .filter(|&led| self.is_preposition_of(led + 1, "by") && self.units[led].is(Class::Led))?;
        let head = led.checked_sub(1)?;
        let open = (0..led).rev().take_while(|&i| !self.units[i].is_mark() && !self.units[i].is(Class::Complement));
        let start = open.last()?;
        let plain = |i: usize| {
            let unit = &self.units[i];
            unit.kind != Kind::Verb
                && (unit.phrase().is_none()
                    || self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Demonym || p.referents.is_empty()))
                && (!unit.is_preposition() || self.is_preposition_of(i, "of"))
        };
        let people = |i: usize| {
            let unit = &self.units[i];
            unit.phrase().is_none()
                && unit
                    .has(|c| matches!(c, Class::Band | Class::Apart | Class::Civilian | Class::Faction | Class::Agent))
        };
        let band = led - start <= MOST_WORDS && (start..led).all(plain) && (start..=head).any(people);
        (band && !list.is_empty()).then(|| Parties::new(list, 0.8, at + 1))
    }

    /// "backs Iran sanctions", "renewed Iran's waiver of sanctions": whether the country at a unit is neither backed nor punished by an English verb,
    /// since the sanctions are on it, or what is its own is no sanctions.
    pub(super) fn is_beside_sanctions(&self, country: usize, trigger: &Trigger) -> bool {
        const WORDS: usize = 2;
        let noun =
            |at: &usize| self.units[*at].kind == Kind::Noun && self.tells(*at, |told| told == Predicate::Sanctioned);
        let inside = |at: &usize| !self.units[*at].is_mark() && !self.units[*at].is_preposition();
        let sanctions = || (country + 1..self.units.len()).take(WORDS).take_while(inside).find(noun);
        let onto = |at: usize| {
            at < self.units.len() && (self.is_preposition_of(at, "on") || self.is_preposition_of(at, "against"))
        };
        // "an embargo on Somalia's army" is told by its preposition.
        let led = country > 0 && self.units[country - 1].is_preposition();
        match trigger.predicate.filter(|_| !led) {
            Some(Predicate::Supported) => {
                !self.units[country].possessive && sanctions().is_some_and(|at| !onto(at + 1))
            }
            Some(Predicate::Sanctioned) => {
                let on = self.knowledge.lexicon.preposition_id("on");
                let own = trigger.object.contains(&Slot::Object) && self.units[country].possessive;
                let over = trigger.object.iter().any(|slot| matches!(slot, Slot::Prep(id) if Some(*id) == on));
                own && over && trigger.flags.assets && sanctions().is_none()
            }
            _ => false,
        }
    }

    /// "hit China with tariffs", "hit Belarus with a travel ban": whether behind the object of an English verb of force, which ends before `end`,
    /// stands what one is punished with and not struck with.
    pub(super) fn is_hit_with_sanctions(&self, verb: usize, end: usize) -> bool {
        const WORDS: usize = 5;
        let punishes = |at: usize| {
            self.tells(at, |told| told == Predicate::Sanctioned)
                || self.units[at].phrase().is_none() && self.units[at].is(Class::Penalty)
        };
        let open = |at: &usize| !self.units[*at].is_mark() && !self.units[*at].is_preposition();
        // "targeted Iranian banks with sanctions": over the things whose owner is punished.
        let things = self.units.iter().skip(end).take(2).take_while(|unit| unit.kind == Kind::Word).count();
        let end = end + things;
        // "has been hit by US sanctions"
        let by = verb + 2 < self.units.len()
            && self.lang == crate::document::Lang::En
            && self.is_preposition_of(verb + 1, "by")
            && (verb + 2..self.units.len()).take(WORDS).take_while(open).any(punishes);
        by || self.lang == crate::document::Lang::En
            && self.units[verb].kind == Kind::Verb
            && end + 1 < self.units.len()
            && self.is_preposition_of(end, "with")
            && (end + 1..self.units.len()).take(WORDS).take_while(open).any(punishes)
    }

    /// "was reported to be the first visit": whether "to be" at a unit only says what the noun at another is, and not what it will be.
    pub(super) fn is_said_to_be_first(&self, to_be: usize, noun: usize) -> bool {
        self.lang == crate::document::Lang::En
            && self.units[noun].kind == Kind::Noun
            && to_be > 0
            && self.units[to_be - 1].kind == Kind::Verb
            && self.shapes[to_be + 1..noun].iter().any(|shape| shape.ranked)
    }

    /// "demanded an end to Turkey's raids", "called for the withdrawal of Iran", "for Turkey's withdrawal": whose deed it is that somebody
    /// demands or that is to end.
    pub(super) fn wanted_end(&self, at: usize) -> Parties {
        const WORDS: usize = 3;
        let plain = |next: &usize| {
            let unit = &self.units[*next];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && !self.wants_deed(*next)
        };
        let end = self.units.len();
        let first = (at + 1..end).take(WORDS).take_while(plain).count() + at + 1;
        // "for Turkey's withdrawal", "for Turkish withdrawal"
        let owned = self.units.get(first).is_some_and(|unit| unit.possessive && unit.case.is_none())
            || self.unit_phrase(first).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        if owned {
            let noun = (first + 1..end).take(WORDS).find(|&next| self.units[next].is(Class::Acting));
            let clear = noun.filter(|&noun| (first + 1..noun).all(|next| plain(&next)));
            return clear.map(|noun| Parties::new(self.parties_of(first), 0.85, noun + 1)).unwrap_or_default();
        }
        let Some(noun) = Some(first).filter(|&noun| noun < end && self.wants_deed(noun)) else {
            return Parties::default();
        };
        let leads = |words: &[&str]| words.iter().any(|word| noun + 1 < end && self.is_preposition_of(noun + 1, word));
        if self.units[noun].is(Class::Acting) && leads(&["of", "by"]) && self.bare_party(noun + 2) {
            return Parties { confidence: 0.85, ..self.list(noun + 2) };
        }
        if !self.units[noun].is(Class::Halting) || !leads(&["to", "of", "in"]) {
            return Parties::default();
        }
        self.wrongdoer_english(noun + 2)
    }

    /// Whether a unit names what others demand: an end to something, or that somebody leaves.
    fn wants_deed(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let does =
            unit.kind == Kind::Verb && self.verb_form(at) != VerbForm::Reduced && at > 0 && self.bare_party(at - 1);
        unit.phrase().is_none() && !does && unit.has(|class| matches!(class, Class::Halting | Class::Acting))
    }

    /// "Turkey's raids", "Israeli violations": whose wrong it is.
    fn wrongdoer_english(&self, at: usize) -> Parties {
        const WORDS: usize = 3;
        let Some(phrase) = self.unit_phrase(at) else { return Parties::default() };
        let owns = self.units[at].possessive && self.units[at].case.is_none() || phrase.kind == PhraseKind::Demonym;
        let deed = |unit: &Unit| unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition();
        let force = |told| {
            matches!(
                told,
                Predicate::Attacked
                    | Predicate::Sanctioned
                    | Predicate::Seized
                    | Predicate::Threatened
                    | Predicate::Supported
                    | Predicate::Criticised
            )
        };
        let wrong = |next: usize| {
            let mutual =
                || self.units[next].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.either);
            self.units[next].is(Class::Wrong) || self.tells(next, force) && !mutual()
        };
        let told = self.units.iter().enumerate().skip(at + 1).take(WORDS).take_while(|(_, unit)| deed(unit));
        let wrongs = owns && told.into_iter().any(|(next, _)| wrong(next));
        if wrongs { Parties::new(self.parties_of(at), 0.85, at + 1) } else { Parties::default() }
    }
}
