//! Whose doing an English gerund tells: of the one who is judged, of the one who met, of whom stands before it or opens its clause.

use super::clause::{Clause, Parties};
use super::subject_en::VerbForm;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;

/// A gerund, the unit right before it and its auxiliaries, whether that governs it, and the finite verb before.
#[derive(Clone, Copy)]
struct Gerund {
    at: usize,
    last: usize,
    governed: bool,
    verb: Option<usize>,
}

impl Clause<'_> {
    /// "accused Israel of violating": Israel; "met Xi before visiting": who met; "After meeting Xi, Biden left": Biden.
    pub(super) fn gerund_subject(&self, at: usize, current: Option<&Parties>) -> Parties {
        let mut chain = self.chain_start(at);
        if let Some(first) = chain.checked_sub(1).and_then(|and| self.gerund_before_and(and)) {
            if self.units[first].kind == Kind::Verb
                && let Some(found) = self.shared(first, at, 0.95)
            {
                return found;
            }
            chain = first;
        }
        let Some(last) = chain.checked_sub(1) else { return Parties { end: at + 1, ..Parties::default() } };
        let governed = self.units[last].is_preposition() || self.units[last].is(Class::Circumstance);
        if self.is_nobodys_gerund(at, last, governed) {
            return Self::nobody(at);
        }
        if let Some(found) = self.means_of_gerund(at, last) {
            return found;
        }
        if let Some(sender) = self.sender_before(at, last).or_else(|| self.quoted_as(at, last)) {
            return sender;
        }
        if let Some(sharer) = self.sharer(last) {
            return Parties { end: at + 1, ..sharer };
        }
        // "does not prioritise supporting Hamas": the verb may stand right before.
        let gerund = Gerund { at, last, governed, verb: self.main_verb_before(chain) };
        self.doer_behind_of(gerund)
            .or_else(|| self.doer_right_before(gerund))
            .or_else(|| self.doer_of_document(gerund))
            .or_else(|| self.doer_around(gerund))
            .unwrap_or_else(|| self.carried_english(at, current))
    }

    /// "accused Iran of fuelling the war by arming": by what another gerund is done, whose doer does it.
    fn means_of_gerund(&self, at: usize, last: usize) -> Option<Parties> {
        const REACH: usize = 8;
        let by = self.is_preposition_of(last, "by") && self.verb_form(at) == VerbForm::Gerund;
        let open = |&i: &usize| !self.units[i].is_mark() && self.units[i].phrase().is_none();
        let first = last.saturating_sub(REACH);
        // A verb that nobody lists will do.
        let gerund = |&i: &usize| {
            self.units[i].kind == Kind::Verb && self.verb_form(i) == VerbForm::Gerund || self.shapes[i].doing
        };
        let other = (first..last).rev().filter(|_| by).take_while(open).find(gerund)?;
        let of =
            other.checked_sub(1).filter(|&of| ["of", "for"].iter().any(|word| self.is_preposition_of(of, word)))?;
        let judged = of.checked_sub(1).filter(|&judged| self.bare_party(judged));
        let judges = self.main_verb_before(of).is_some_and(|verb| self.judges(verb));
        match judged.filter(|_| judges) {
            Some(judged) => Some(Parties::new(self.list_ending_at(judged).1, 0.85, at + 1)),
            None if self.units[other].kind == Kind::Verb => self.shared(other, at, 0.9),
            None => None,
        }
    }

    /// "television quoted Talabani as telling": whom a verb of speech quotes right before "as".
    fn quoted_as(&self, at: usize, last: usize) -> Option<Parties> {
        let who = last.checked_sub(1).filter(|&who| self.is_preposition_of(last, "as") && self.bare_party(who))?;
        let verb = who.checked_sub(1).filter(|&verb| self.units[verb].kind == Kind::Verb && self.only_says(verb))?;
        let active = self.verb_form(verb) == VerbForm::Finite && self.chain_start(verb) == verb;
        let list = self.parties_of(who);
        (active && list.len() == 1).then(|| Parties::new(list, 0.9, at + 1))
    }

    /// Whether a gerund is as good as a noun, or tells what one warns against.
    fn is_nobodys_gerund(&self, at: usize, last: usize, governed: bool) -> bool {
        // "was killed in the 18 July bombing of": a noun, whoever did it.
        let noun = at + 1 < self.units.len() && self.is_preposition_of(at + 1, "of") && !self.units[last].is_mark();
        noun && !governed && self.units[last].kind != Kind::Verb && !self.bare_party(last)
            // "warned Washington against arming the rebels": that they be armed is what one does not want.
            || governed && self.is_preposition_of(last, "against")
    }

    /// Returns who does what a gerund behind "of", "for" or "from" tells: whom the verb before it judges, or who takes such a step; nobody
    /// where only a noun or object stands before it, or a relative clause begins between.
    fn doer_behind_of(&self, gerund: Gerund) -> Option<Parties> {
        let Gerund { at, last, governed, verb } = gerund;
        if !governed {
            return None;
        }
        if let Some(subject) = self.subject_before_means(at, last) {
            return Some(Parties::new(self.list_ending_at(subject).1, 0.85, at + 1));
        }
        if ["of", "for", "from"].iter().any(|word| self.is_preposition_of(last, word)) {
            let judged = verb.filter(|&verb| self.judges(verb) && last <= verb + 5);
            // "Qatar was accused by Egypt of backing".
            if let Some(found) =
                judged.filter(|&verb| self.is_followed_by_agent(verb)).and_then(|v| self.shared(v, at, 0.9))
            {
                return Some(found);
            }
            // "banned Qatar from visiting": what one is kept from, one does not do.
            if judged.is_some() && self.is_preposition_of(last, "from") {
                return Some(Self::nobody(at));
            }
            if let (Some(_), Some(object)) = (judged, last.checked_sub(1).filter(|&o| self.bare_party(o))) {
                return Some(Parties::new(self.list_ending_at(object).1, 0.85, at + 1));
            }
            // "took the unusual step of ringing Lukashenko"
            let step = last
                .checked_sub(1)
                .filter(|&step| self.units[step].phrase().is_none() && self.units[step].is(Class::Act));
            if let Some(taken) = step.and_then(|step| verb.filter(|&verb| verb < step && step <= verb + 4))
                && self.is_preposition_of(last, "of")
                && let Some(found) = self.shared(taken, at, 0.9)
            {
                return Some(found);
            }
            // "a plan for arming the rebels", "arrested them for holding": it is not told who does it.
            let told = last.checked_sub(1).is_some_and(|b| self.units[b].kind == Kind::Verb);
            if !told {
                return Some(Self::nobody(at));
            }
        }
        let described = verb.is_some_and(|verb| (verb..last).any(|i| self.units[i].is(Class::Relative)));
        described.then(|| Self::nobody(at))
    }

    /// "said Russia, by arming the rebels, had": the subject of the clause in which a gerund behind a comma and "by" tells how.
    fn subject_before_means(&self, at: usize, by: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let comma =
            by.checked_sub(1).filter(|&comma| self.units[comma].is_comma() && self.is_preposition_of(by, "by"))?;
        let subject = comma.checked_sub(1).filter(|&i| self.bare_party(i) && !self.units[i].possessive)?;
        let close = (at + 1..self.units.len().min(at + LONGEST)).find(|&i| self.units[i].is_mark())?;
        let next =
            self.units.get(close + 1).is_some_and(|unit| unit.kind == Kind::Verb || self.is_auxiliary(close + 1));
        (self.units[close].is_comma() && next).then_some(subject)
    }

    /// "a statement by Hamas praising", "rebels fighting Assad": who stands right before a gerund and is no object of another verb.
    fn doer_right_before(&self, gerund: Gerund) -> Option<Parties> {
        let Gerund { at, last, governed, verb } = gerund;
        if governed || self.units[last].is_mark() || !self.bare_party(last) {
            return None;
        }
        let preposition = last > 0 && self.units[last - 1].is_preposition();
        let object = verb.is_some_and(|verb| self.list_ending_at(last).0 == verb + 1);
        if let Some(found) = self.next_absolute(last).or_else(|| self.spoken_of(last)) {
            return Some(Parties { end: at + 1, ..found });
        }
        // "footage showed Rama meeting Karim": who is seen does it.
        let seen = object && verb.is_some_and(|verb| self.tells_speech(verb) && !self.tells(verb, |_| true));
        let does = self.is_absolute(last) || !preposition && (!object || seen);
        does.then(|| Parties::new(self.list_ending_at(last).1, 0.8, at + 1))
    }

    /// Returns whose the paper is that a gerund says something in; nobody where a noun of several, whom the text does not name, does it.
    fn doer_of_document(&self, gerund: Gerund) -> Option<Parties> {
        let Gerund { at, last, governed, verb } = gerund;
        // "blocked a statement condemning Russia": what a paper says is said by whose it is, and by nobody told here.
        // "issued a statement calling on Morsi": who issues it says it.
        let judged = verb.is_some_and(|verb| {
            self.tells(verb, |told| {
                matches!(told, Predicate::Rejected | Predicate::Criticised | Predicate::Praised | Predicate::Supported)
            })
        });
        if !governed && judged && self.units[last].is(Class::Document) {
            let owner = last.checked_sub(1).filter(|&owner| {
                self.units[owner].possessive || self.unit_phrase(owner).is_some_and(|p| p.kind == PhraseKind::Demonym)
            });
            let paper = |owner| Parties::new(self.parties_of(owner), 0.8, at + 1);
            return Some(owner.map_or_else(|| Self::nobody(at), paper));
        }
        // "rebels battling Assad", "warplanes targeting Hama": those whom the noun names.
        (self.units[last].phrase().is_none() && self.shapes[last].plural).then(|| Self::nobody(at))
    }

    /// Returns the subject of the clause that a gerund stands in: of its verb, or the phrase before the comma or at its beginning.
    fn doer_around(&self, gerund: Gerund) -> Option<Parties> {
        let Gerund { at, last, governed, verb } = gerund;
        if let Some(found) = verb.and_then(|verb| self.shared(self.sayer_over(verb, at), at, 0.9)) {
            return Some(Parties { carried: true, ..found });
        }
        // "President Biden, speaking in Kyiv": the phrase before the comma.
        if self.units[last].is_comma()
            && let Some(before) = last.checked_sub(1).filter(|&before| self.bare_party(before))
        {
            return Some(Parties::new(self.list_ending_at(before).1, 0.8, at + 1));
        }
        if verb.is_some() {
            return None;
        }
        // "Medvedev, after meeting Sarkozy, ordered": the phrase that opens the clause.
        if governed
            && let Some(before) = last.checked_sub(2).filter(|&b| self.units[b + 1].is_comma() && self.bare_party(b))
        {
            let (first, list) = self.list_ending_at(before);
            if !list.is_empty() && first.checked_sub(1).is_none_or(|b| self.opens_clause_behind(b)) {
                return Some(Parties { carried: list.len() > 1, ..Parties::new(list, 0.85, at + 1) });
            }
        }
        // "Kerry walked out after meeting Lavrov"
        if governed
            && let Some(found) = self.subject_of_unlisted(self.clause_start(last))
            && found.end < last
        {
            return Some(Parties { carried: found.list.len() > 1, end: at + 1, ..found });
        }
        // The main clause comes later: `settle_openings`.
        (governed || self.units[last].is_mark()).then(|| Parties { end: at + 1, ..Parties::default() })
    }

    /// "accused Iran of funding militias and arming the Houthis", "of meddling in Yemen and arming": the gerund to which "and" joins another,
    /// so that whoever does the one does the other.
    fn gerund_before_and(&self, and: usize) -> Option<usize> {
        const REACH: usize = 12;
        if !self.units[and].is(Class::Conj) || self.units[and].phrase().is_some() {
            return None;
        }
        let open = |&i: &usize| {
            let unit = &self.units[i];
            !unit.is_stop()
                && (unit.phrase().is_some() || !unit.has(|c| matches!(c, Class::Relative | Class::Complement)))
        };
        let does = |i: usize| {
            let governed = i > 0 && self.units[i - 1].phrase().is_none() && self.units[i - 1].is_preposition();
            self.units[i].kind == Kind::Verb || governed && self.units[i].phrase().is_none() && self.shapes[i].doing
        };
        let first = (and.saturating_sub(REACH)..and).rev().take_while(open).find(|&i| does(i))?;
        (self.units[first].kind != Kind::Verb || self.verb_form(first) == VerbForm::Gerund).then_some(first)
    }

    /// "spoke on Friday, with Merkel looking on": whether a preposition behind a comma opens what somebody else does meanwhile.
    pub(super) fn opens_absolute(&self, with: usize) -> bool {
        if self.lang != Lang::En || !self.units[with - 1].is_comma() || !self.is_preposition_of(with, "with") {
            return false;
        }
        let end = if with + 1 < self.units.len() && self.bare_party(with + 1) {
            self.list(with + 1).end
        } else {
            return false;
        };
        // "with Merkel saying that": which opens what she says.
        self.units.get(end).is_some_and(|unit| {
            self.shapes[end].doing
                || unit.is(Class::Complement)
                || unit.kind == Kind::Verb && self.verb_form(end) == VerbForm::Gerund
        })
    }

    /// "They traded barbs, with Netanyahu accusing Iran": whether the party that ends at a unit stands behind a comma and "with".
    fn is_absolute(&self, last: usize) -> bool {
        let first = self.list_ending_at(last).0;
        let named = |phrase: &crate::mention::Phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
        };
        first > 1
            && self.is_preposition_of(first - 1, "with")
            && self.units[first - 2].is_mark()
            && self.unit_phrase(last).is_some_and(named)
    }

    /// Returns whether the object of the verb is who did what stands behind: accused, praised, thanked, slammed.
    pub(super) fn judges(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            matches!(
                self.knowledge.lexicon.trigger(form.trigger).predicate,
                Some(Predicate::Criticised | Predicate::Praised | Predicate::Sanctioned | Predicate::Threatened)
            )
        })
    }
}
