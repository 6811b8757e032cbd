//! The way back from a finite English verb to its subject: which phrase before it ends the way, and over what it goes.

use std::ops::ControlFlow::{self, Break, Continue};

use super::clause::{Clause, Parties};
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};

/// How many plain words may stand between a subject and its verb.
const MOST_WORDS: usize = 6;

/// The way back from a verb to its subject.
struct WayBack<'c> {
    /// The verb.
    at: usize,
    /// The first of the auxiliaries and adverbs right before it.
    chain: usize,
    /// Of whom the sentence speaks where it stands.
    current: Option<&'c Parties>,
    /// Whether "and" stands right before the chain, so that the subject may be that of the verb before.
    joined: bool,
    /// The unit that is asked now.
    before: usize,
    /// How many words have been gone over since the last verb.
    words: usize,
    /// How many commas have been gone over.
    commas: usize,
    /// Whether a relative has been gone over.
    relative: bool,
    /// Whether there is a subject of another clause on the way, whom the text does not name.
    other: bool,
}

/// Who the subject is, or that the way ends at nobody; else it goes on.
type Step = ControlFlow<Option<Parties>>;

impl WayBack<'_> {
    /// Whether words stand right before the verb that neither a comma nor "and" parts from it: they may be its subject.
    fn has_words_alone(&self) -> bool {
        self.words > 0 && self.commas == 0 && !self.joined
    }

    /// The way goes on over a word that counts.
    fn over_word(&mut self) -> Step {
        self.words += 1;
        Continue(())
    }
}

impl Clause<'_> {
    /// The subject before a finite verb, else of whom the text speaks.
    pub(super) fn finite_subject(&self, at: usize, current: Option<&Parties>) -> Parties {
        let chain = self.chain_start(at);
        if let Some(found) = self.finite_subject_by_frame(at, chain) {
            return found;
        }
        let joined = chain > 0 && self.units[chain - 1].is(Class::Conj);
        let mut way =
            WayBack { at, chain, current, joined, before: chain, words: 0, commas: 0, relative: false, other: false };
        while way.before > 0 {
            way.before -= 1;
            match self.step_back(&mut way) {
                Continue(()) => {}
                Break(Some(found)) => return found,
                Break(None) => break,
            }
        }
        if joined && let Some(found) = self.joined_to_unlisted(at, chain) {
            return found;
        }
        if way.words > 0 && !joined {
            return Self::nobody(at);
        }
        self.carried_english(at, current)
    }

    /// Who a verb's subject is by what stands around it, without the way back: behind a quotation, before a relative, an apposition, a
    /// companion, an aside.
    fn finite_subject_by_frame(&self, at: usize, chain: usize) -> Option<Parties> {
        if let Some(found) = self.inverted(at) {
            return Some(found);
        }
        if self.goes_on_about_thing(at, chain) {
            return Some(Self::nobody(at));
        }
        self.before_relative(at, chain)
            .or_else(|| self.before_relative_of_other(at, chain))
            .or_else(|| self.before_apposition(at, chain))
            .or_else(|| self.with_company(at, chain))
            .or_else(|| self.before_aside(at, chain))
            .or_else(|| self.with_his_own(at, chain))
            .or_else(|| self.leader_of_band(chain, at))
            .or_else(|| self.commander_before(at, chain))
            .or_else(|| self.with_others(chain).map(|found| Parties { end: at + 1, ..found }))
    }

    /// What the unit that is asked says of the subject.
    fn step_back(&self, way: &mut WayBack<'_>) -> Step {
        let unit = &self.units[way.before];
        if unit.is_stop() || unit.is(Class::Complement) && !self.opens_relative(way.before, way.chain) {
            return Break(self.is_done_by_judged(way.before, way.chain).then(|| Self::nobody(way.at)));
        }
        if unit.is_comma() {
            // "As Benedict steps down, a group asks": a subject that nobody knows.
            way.other |= way.has_words_alone();
            way.commas += 1;
            return if way.commas > 2 { Break(None) } else { Continue(()) };
        }
        // "Mubarak was ousted and the country is pressing": a subject of its own.
        way.other |= unit.is(Class::Conj) && way.has_words_alone();
        if unit.is(Class::Relative) {
            // "a city that jets had bombed, and met": the relative ends at the comma.
            let ended = unit.phrase().is_none() && self.resumes_behind_comma(way.chain);
            return if ended { Continue(()) } else { self.relative_back(way) };
        }
        // "after a local man tried": the clause of another subject.
        if unit.is(Class::Circumstance) && way.has_words_alone() {
            return Break(None);
        }
        if unit.kind == Kind::Verb {
            return self.verb_back(way);
        }
        match self.unit_phrase(way.before) {
            Some(phrase) if !way.joined => self.phrase_back(way, phrase),
            _ => self.word_back(way, unit),
        }
    }

    /// "condemned an attack on Sunday that killed": whether "that" behind a day means the deed which the verb before it judges.
    fn is_done_by_judged(&self, that: usize, chain: usize) -> bool {
        let relative = that + 1 == chain && that > 0 && self.units[that].is(Class::Relative);
        let verb = || {
            let open = (0..that).rev().take_while(|&at| !self.units[at].is_stop());
            open.into_iter().find(|&at| self.units[at].kind == Kind::Verb)
        };
        relative && self.is_in_date(that - 1) && verb().is_some_and(|verb| self.judges(verb))
    }

    /// "rebels who attacked", "a Hamas delegation that came": what a relative on the way back says.
    fn relative_back(&self, way: &mut WayBack<'_>) -> Step {
        let nobody = || Break(Some(Self::nobody(way.at)));
        // "when rebels seized", "which fighters hold": the clause has a subject, whom the text does not name.
        if way.has_words_alone() {
            return nobody();
        }
        let comma = way.before > 0 && self.units[way.before - 1].is_comma();
        if let Some(noun) = way.before.checked_sub(1 + usize::from(comma)) {
            // "a Hamas delegation that came": who sent it.
            if let Some(sender) = self.sender_of(noun) {
                return Break(Some(Parties::new(self.parties_of(sender), 0.85, way.at + 1)));
            }
            if let Some(found) = self.leader_in_relative(noun, way.at) {
                return Break(Some(found));
            }
            // "rebels who attacked", "violence that threatens": of whom the text says no more.
            if self.is_thing_or_band(noun) {
                return nobody();
            }
        }
        way.relative = true;
        Continue(())
    }

    /// Whether a unit is a noun that names nobody, or a band right before which nobody is named.
    fn is_thing_or_band(&self, noun: usize) -> bool {
        let unit = &self.units[noun];
        let unnamed = noun == 0 || self.units[noun - 1].phrase().is_none();
        matches!(unit.kind, Kind::Word | Kind::Noun) || unit.phrase().is_none() && unit.is(Class::Apart) && unnamed
    }

    /// "X met Y and praised Z": the subject of a finite verb on the way back; over an infinitive or gerund the way goes on.
    fn verb_back(&self, way: &mut WayBack<'_>) -> Step {
        let (at, chain, before) = (way.at, way.chain, way.before);
        if self.verb_form(before) != VerbForm::Finite {
            // "accused Israel of breaking the truce and urged", "The plan to attack Iran angered".
            way.words = 0;
            return Continue(());
        }
        if let Some(found) = self.behind_enclosed_relative(before, at, chain) {
            return Break(Some(found));
        }
        // "Kerry said the plan was to blame Iran": a clause of its own, of which the text names no subject.
        let thing = chain < at || chain > 0 && self.units[chain - 1].kind == Kind::Noun;
        if way.other || thing && way.has_words_alone() && self.only_says(before) {
            return Break(Some(Self::nobody(at)));
        }
        let carried = !way.joined;
        Break(Some(match self.shared(self.sayer_over(before, at), at, 0.9) {
            Some(found) => Parties { carried: carried || found.carried, ..found },
            None => self.carried_english(at, way.current),
        }))
    }

    /// Whether a phrase on the way back is the subject, says whose that is, or is gone over.
    fn phrase_back(&self, way: &mut WayBack<'_>, phrase: &Phrase) -> Step {
        let (at, chain, before) = (way.at, way.chain, way.before);
        let own = || self.own_state(before.checked_sub(1)?, chain, at);
        if let Some(found) = self.own_state(before, chain, at).or_else(own) {
            return Break(Some(found));
        }
        let opener = self.before_modifiers(before);
        let governed = opener.is_some_and(|opener| {
            let opener = &self.units[opener];
            opener.is_preposition() || opener.is(Class::Circumstance) && !opener.is(Class::Relative)
        });
        if self.units[before].possessive {
            let will = self.is_will_of(before, chain);
            if governed && !will {
                return way.over_word();
            }
            // "their efforts to mediate", "Egypt's bid to host"
            if will {
                let list = self.parties_of(before);
                return Break(Some(Parties { carried: list.len() > 1, ..Parties::new(list, 0.8, at + 1) }));
            }
        }
        if let Some(found) = self.subject_of_owner(way, phrase, governed) {
            return Break(Some(found));
        }
        if way.relative && way.commas == 0 && self.happened_there(phrase, opener) {
            return Break(Some(Self::nobody(at)));
        }
        if !way.relative
            && let Some(found) = self.people_of_several(before, at)
        {
            return Break(Some(found));
        }
        if governed && !way.relative && !self.is_opened_by_circumstance(way) {
            return match self.people_of(before - 1, at).or_else(|| self.author_of(before - 1, at)) {
                Some(found) => Break(Some(found)),
                // "The envoy of Russia in Cairo met": over the prepositional phrase.
                None => way.over_word(),
            };
        }
        self.pair_back(way, phrase)
    }

    /// Who does it where a phrase only says whose it is: his forces, paper, aircraft or team; nobody where somebody else of his does.
    fn subject_of_owner(&self, way: &WayBack<'_>, phrase: &Phrase, governed: bool) -> Option<Parties> {
        let &WayBack { at, chain, before, .. } = way;
        let possessive = self.units[before].possessive;
        let owner = |confidence| Some(Parties::new(self.parties_of(before), confidence, at + 1));
        if let Some(found) = self.forces_of(before, chain) {
            return Some(Parties { end: at + 1, ..found });
        }
        // "Hamas's statement condemned", "an Iranian statement urged"
        let written = before + 1 < chain && self.says_on_paper(chain - 1, at);
        if written && (possessive && !governed || !self.bare_party(before)) {
            return owner(0.8);
        }
        if let Some(found) = self.rider_of(before, chain, at) {
            return Some(found);
        }
        // "The IMF's technical team will return"
        let sent = || self.sent_behind(before).is_some_and(|sent| sent + 1 == chain);
        if possessive && phrase.kind == PhraseKind::Body && sent() {
            return owner(0.85);
        }
        // "Putin's envoy said": somebody else, whom the text does not name.
        (possessive || phrase.kind == PhraseKind::Demonym).then(|| Self::nobody(at))
    }

    /// "after Kerry met Lavrov": whether the phrase is the subject of the clause that the word before it opens.
    fn is_opened_by_circumstance(&self, way: &WayBack<'_>) -> bool {
        self.units[way.before.saturating_sub(1)].is(Class::Circumstance)
            && way.before + 1 == way.chain
            && !self.units[way.before].possessive
            && way.words == 0
    }

    /// "a bombing in Bulgaria that killed": whether a phrase only says where the thing before it happened.
    fn happened_there(&self, phrase: &Phrase, opener: Option<usize>) -> bool {
        matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country)
            && opener.is_some_and(|opener| {
                ["in", "near", "at"].iter().any(|word| self.is_preposition_of(opener, word))
                    && opener.checked_sub(1).is_some_and(|thing| self.units[thing].phrase().is_none())
            })
    }

    /// The subject that ends with a phrase which nothing governs, or which a list that ends with it parts from.
    fn pair_back(&self, way: &mut WayBack<'_>, phrase: &Phrase) -> Step {
        let (at, before) = (way.at, way.before);
        let (first, _) = self.list_ending_at(before);
        let several = first > 0 && first < before;
        // "The envoy mediating between Lebanon and Israel met", "a truce between Israel and Hamas was hailed": neither of those.
        if several && way.commas == 0 && self.is_preposition_of(first - 1, "between") && self.is_of_deed(first - 1, at)
        {
            way.before = first - 1;
            return way.over_word();
        }
        // "A boat sank off Libya and Macron met Merkel": the place before "and" is of the other clause.
        let apart = several
            && before + 1 == way.chain
            && self.units[first - 1].is_preposition()
            && phrase.kind == PhraseKind::Person
            && self.unit_phrase(first).is_some_and(|phrase| phrase.kind != PhraseKind::Person);
        Break(Some(if apart {
            Parties::new(self.parties_of(before), 0.8, at + 1)
        } else {
            self.subject_phrase(at, before, way.words, way.relative)
        }))
    }

    /// Whether the way goes on over a word, which counts where it may be a subject.
    fn word_back(&self, way: &mut WayBack<'_>, unit: &Unit) -> Step {
        let before = way.before;
        let unnamed = || unit.phrase().is_none() && before + 1 == way.chain && self.is_people_without_name(before);
        if matches!(unit.kind, Kind::Word | Kind::Noun) || unnamed() {
            way.words += 1;
            if way.words > MOST_WORDS && !way.joined {
                return Break(None);
            }
        }
        Continue(())
    }

    /// "shortly after rebels seized": whether a word tells of people whom the text does not name.
    fn is_people_without_name(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let spoken_of = || {
            at.checked_sub(1).is_some_and(|before| {
                let unit = &self.units[before];
                unit.is(Class::Complement) || unit.kind == Kind::Verb && self.only_says(before)
            })
        };
        unit.is(Class::Apart) || unit.is(Class::Agent) && (self.shapes[at].plural || unit.determined && spoken_of())
    }

    /// "Kerry, Lavrov and some 15 other ministers met": those named of a list whose last are others.
    fn with_others(&self, chain: usize) -> Option<Parties> {
        const WORDS: usize = 5;
        let nameless = |at: &usize| {
            let unit = &self.units[*at];
            let phrase = self.unit_phrase(*at);
            phrase.is_none_or(|p| p.kind == PhraseKind::Unknown && p.referents.is_empty())
                && !unit.is_mark()
                && !unit.is_preposition()
                && !unit.is(Class::Conj)
                && unit.kind != Kind::Verb
        };
        let count = (0..chain).rev().take(WORDS).take_while(nameless).count();
        let and = chain.checked_sub(count + 1).filter(|&and| count > 0 && self.units[and].is(Class::Conj))?;
        let comma = usize::from(and > 0 && self.units[and - 1].is_comma());
        let last = and.checked_sub(1 + comma).filter(|&last| self.bare_party(last))?;
        let mut first = last;
        let mut list = self.parties_of(last);
        while first >= 2 && self.units[first - 1].is_comma() && self.bare_party(first - 2) {
            first -= 2;
            let mut earlier = self.parties_of(first);
            earlier.append(&mut list);
            list = earlier;
        }
        let opens = first.checked_sub(1).is_none_or(|before| self.opens_clause_behind(before));
        (opens && !list.is_empty()).then(|| Parties::new(list, 0.85, chain))
    }
}
