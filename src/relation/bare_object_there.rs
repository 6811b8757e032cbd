//! Who is the object where the search for it has come to somebody: by name, without one, or by what is theirs; and of whom something else is told.

use super::bare_object_search::{ObjectSeeker, ObjectWay};
use super::clause::Parties;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Sense};
use crate::mention::{Phrase, PhraseKind};

impl ObjectSeeker<'_> {
    /// "rejected Macron's proposal", "rejected the Russian proposal": whose the thing is that an English verb is about.
    pub(super) fn english_owner(&self, at: usize) -> Option<Parties> {
        let clause = self.clause;
        let phrase = if self.inside && !self.is_arabic() { clause.unit_phrase(at)? } else { return None };
        let unit = &clause.units[at];
        if unit.possessive {
            let other = unit.case.is_some() && (self.owns_rival(at) || phrase.number != Number::Singular);
            return Some(if other { Parties::default() } else { Parties::new(clause.parties_of(at), 0.8, at + 1) });
        }
        (phrase.kind == PhraseKind::Demonym).then(|| {
            let apart = clause.units.get(at + 1).is_some_and(|next| next.is(Class::Apart)) && !self.harms_those(at + 1);
            if apart { Parties::default() } else { Parties::new(clause.parties_of(at), 0.7, at + 1) }
        })
    }

    /// "a plot to kill his rival"
    fn owns_rival(&self, at: usize) -> bool {
        let rival = |next: &Unit| next.phrase().is_none() && next.is(Class::Partisan);
        self.clause.units.iter().skip(at + 1).take(2).any(rival)
    }

    /// "attacked Syrian civilians": whether the verb tells of force, and those are people whom it harms.
    fn harms_those(&self, at: usize) -> bool {
        let force = |verb| self.clause.tells(verb, |told| told == Predicate::Attacked);
        self.from.checked_sub(1).is_some_and(force) && self.clause.are_harmed(at)
    }

    /// The parties of the list that begins where the way has come to.
    pub(super) fn list_from(&self, way: &ObjectWay) -> Parties {
        let (clause, at) = (self.clause, way.at);
        let confidence = match way.words {
            0 => 0.92,
            // ثمن دور الأردن: a word for what somebody does, and right behind it whose it is.
            1 if self.inside && clause.is_deed_of_next(at - 1) => 0.88,
            _ => 0.7,
        };
        let mut list = clause.list(at);
        if clause.lang == Lang::En && !self.inside && way.words == 0 {
            clause.go_on_behind_adverbials(&mut list);
        }
        Parties { confidence, opaque: list.is_empty(), ..list }
    }

    /// Whether the party stands there for something of its own, or does something itself, and is not the object.
    pub(super) fn is_of_something_else(&self, way: &ObjectWay) -> bool {
        let (clause, at) = (self.clause, way.at);
        self.is_scene(at)
            || self.owns_thing_behind(at)
            || self.is_told_by_people_before(way)
            // "rejected any suggestion Hamas intended to attack": who has a clause of its own.
            || clause.lang == Lang::En && self.inside && way.words > 0 && clause.opens_clause_of_its_own(at)
            || at > self.from && clause.does_deed_of_its_own(at)
            // استقبل اقتراح أولاند: not who is named, but what is his.
            || !self.inside && way.words > 0 && clause.owns_word_before(at)
    }

    /// "criticises Iraq war": whether a country only tells where something goes on.
    fn is_scene(&self, at: usize) -> bool {
        let clause = self.clause;
        let land = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place);
        if self.is_arabic() || !clause.unit_phrase(at).is_some_and(land) {
            return false;
        }
        let Some(next) = clause.units.get(at + 1).filter(|next| next.phrase().is_none()) else { return false };
        let noun = next.kind == Kind::Noun && !clause.begins_with_preposition(next);
        let thing = || next.is(Class::Apart) || next.means(&clause.knowledge.lexicon, Sense::War);
        noun && clause.is_scene_of(at) || !next.determined && (thing() || noun && clause.is_struck_town(at))
    }

    /// "welcomes NSF calls": whether what stands right behind a body is theirs, and not they are meant.
    fn owns_thing_behind(&self, at: usize) -> bool {
        let clause = self.clause;
        let body = |phrase: &Phrase| phrase.kind == PhraseKind::Body;
        let thing = |next: &Unit| {
            next.phrase().is_none()
                && !next.determined
                && (next.kind == Kind::Noun && !clause.is_manner_of_speech(next) || next.is(Class::Document))
        };
        !self.inside
            && !self.is_arabic()
            && clause.unit_phrase(at).is_some_and(body)
            && clause.units.get(at + 1).is_some_and(thing)
    }

    /// "told reporters the president would": whether those who were told stand right before, and the party has a clause of its own.
    fn is_told_by_people_before(&self, way: &ObjectWay) -> bool {
        let (clause, at) = (self.clause, way.at);
        let people = |before: usize| clause.units[before].kind == Kind::Word && clause.shapes[before].plural;
        clause.lang == Lang::En && way.words > 0 && !self.inside && at > self.from && people(at - 1)
    }

    /// Who stands there without a name, or behind a word that says whose the thing before it is.
    pub(super) fn unnamed_or_owner(&self, way: &ObjectWay) -> Option<Parties> {
        let (clause, at) = (self.clause, way.at);
        let unit = &clause.units[at];
        // واستقبل الرئيس الوفد: the delegation spoken of before.
        if !self.inside && way.words == 0 && unit.delegation && self.is_arabic() {
            let sent = clause.delegation_at(at);
            if !sent.is_empty() {
                return Some(sent);
            }
        }
        if unit.is(Class::Each) && clause.bare_party(at + 1) {
            return Some(Parties { confidence: 0.9, ..clause.list(at + 1) });
        }
        if self.inside { self.owner_behind(way) } else { None }
    }

    /// Behind one to three words for a deed or saying: whose it is, by a preposition of its own.
    fn owner_behind(&self, way: &ObjectWay) -> Option<Parties> {
        let (clause, at) = (self.clause, way.at);
        match way.words {
            1 => {
                // انتقد تصريحات لنتنياهو: of an indefinite deed or saying the preposition tells whose it is.
                let own = || Parties::new(clause.parties_of(at), 0.75, at + 1);
                self.sender_behind(at).or_else(|| clause.is_of_owner(at).then(own))
            }
            words @ 2..=3 => {
                let behind = clause.is_owner_behind_adjectives(at, words);
                behind.then(|| Parties { confidence: 0.75, ..clause.list(at) })
            }
            _ => None,
        }
    }

    /// رفضت عرضا من واشنطن: from whom what is told comes.
    fn sender_behind(&self, at: usize) -> Option<Parties> {
        let clause = self.clause;
        let comes = self.is_arabic()
            && clause.is_from(&clause.units[at])
            && at.checked_sub(1).is_some_and(|thing| clause.is_own_act(thing));
        let found = if comes { clause.governed(at, false)? } else { return None };
        (!found.is_empty()).then_some(Parties { confidence: 0.75, ..found })
    }

    /// مسؤولين كبارا أمريكيين: whom a demonym on words that name nobody stands for.
    pub(super) fn nationality_behind_words(&self, way: &ObjectWay) -> Option<Parties> {
        let (clause, at) = (self.clause, way.at);
        // استقبلت مصر آلاف اللاجئين السوريين: those who do not stand for their country.
        let official = |unit: &Unit| unit.has(|class| matches!(class, Class::Agent | Class::PlaceHead));
        if !self.inside && self.is_arabic() && !clause.units[self.from..at].iter().any(official) {
            return None;
        }
        // رفضها المقترح الأمريكي: whose the thing is that a stance is about.
        let thing = self.inside && way.words == 1 && self.is_arabic();
        let confidence = match thing {
            // ثمن الدور الأردني
            true if clause.is_deed_of_nationality(at - 1) => 0.88,
            true => 0.7,
            false => 0.6,
        };
        Some(Parties::new(clause.parties_of(at), confidence, at + 1))
    }
}
