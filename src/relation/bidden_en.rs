//! Who does what an English infinitive or gerund tells, where another asks him to or the text says whose plan it is: "was urged by Kerry to
//! meet", "a plan by Turkey to attack", "Turkey's refusal to meet", "with Turkey warning Syria and Iran condemning".

use super::clause::{Clause, Parties};
use super::governing::word_status;
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, PrepId, Shape, Tense};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// "Abbas was urged by Kerry to meet": who is urged, where who urges him stands at `first`, right before an infinitive.
    pub(super) fn urged_by(&self, verb: usize, first: usize, at: usize) -> Option<Parties> {
        let passive = || self.units[verb].persons().iter().any(|&(tense, ..)| tense == Tense::PastParticiple);
        let agent = first == verb + 2 && self.is_followed_by_agent(verb) && passive();
        agent.then(|| self.shared(verb, at, 0.9).unwrap_or_else(|| Self::nobody(at)))
    }

    /// "a plan by Turkey to attack", "backed a call for Turkey to meet", "pressure on Turkey to meet": whether what stands before a party says
    /// that it is to do what an infinitive behind it tells.
    pub(super) fn leads_to_doer(&self, before: usize) -> bool {
        let names_deed = |unit: &Unit| {
            unit.phrase().is_none() && matches!(unit.kind, Kind::Noun | Kind::Word | Kind::Function) && !unit.is_mark()
        };
        // "a conference co-hosted by Turkey to discuss": a participle names no deed of its own.
        let by = before > 0
            && self.is_preposition_of(before, "by")
            && names_deed(&self.units[before - 1])
            && !self.shapes[before - 1].past;
        // "an invitation to the fund to visit"
        let invited = before > 0
            && self.is_preposition_of(before, "to")
            && self.units[before - 1].kind == Kind::Noun
            && (self.is_invitation(before - 1) || self.presses(before - 1));
        by || invited
            || self.calls_for(before)
            || before > 0 && self.is_preposition_of(before, "on") && self.presses(before - 1)
    }

    /// "a call for", "calls for": whether a unit is a noun of wish with its preposition.
    fn calls_for(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.kind == Kind::Noun && unit.end > unit.start + 1 && word_status(self, unit).is_some()
    }

    /// "pressure on", "pressure from": whether a noun tells what is demanded.
    pub(super) fn presses(&self, at: usize) -> bool {
        self.units[at].kind == Kind::Noun && self.tells(at, |told| told == Predicate::DemandedOf)
    }

    /// "rejected a call for Turkey to meet", "backed the idea of Turkey hosting", "armed the rebels fighting Assad": whether a party that is
    /// not right behind a verb has a deed of its own there, or another's, and is no object of the verb.
    pub(super) fn does_deed_of_its_own(&self, at: usize) -> bool {
        if self.lang != Lang::En || at < 2 {
            return false;
        }
        let before = &self.units[at - 1];
        let end = self.list(at).end;
        let is = |i: usize, wanted: VerbForm| {
            self.units.get(i).is_some_and(|unit| unit.kind == Kind::Verb) && self.verb_form(i) == wanted
        };
        let wish = before.phrase().is_none()
            && before.kind == Kind::Function
            && before.end > before.start + 1
            && before.is(Class::Possible);
        let to_do = (wish || self.calls_for(at - 1) || self.is_preposition_of(at - 1, "for"))
            && self.units.get(end).is_some_and(Unit::is_to)
            && is(end + 1, VerbForm::Infinitive);
        let doing = wish && is(end, VerbForm::Gerund);
        let gerund = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Gerund, .. });
        let people = &self.units[at - 2];
        let fought = before.phrase().is_none()
            && before.forms.iter().any(gerund)
            && people.kind == Kind::Word
            && self.shapes[at - 2].plural;
        to_do || doing || fought
    }

    /// "would have to deal with Grillo", "it deals with the regime": whether a noun without an article stands where a verb does, of the same
    /// letters and in another sense.
    pub(super) fn is_dealing(&self, at: usize) -> bool {
        let noun = &self.units[at];
        let bare = noun.kind == Kind::Noun && !noun.determined && noun.end == noun.start + 1;
        let before = at.checked_sub(1).map(|before| &self.units[before]);
        bare && before.is_some_and(|before| {
            before.is_to()
                || matches!(before.case, Some(Case::Subject | Case::Speaker)) && !before.possessive
                || before.case == Some(Case::Thing)
                || before.phrase().is_none() && before.is(Class::Auxiliary) && before.is(Class::Future)
        })
    }

    /// "the Syrian opposition", "opposition parties": whether a noun of stance names people who take it, and no stance of somebody.
    pub(super) fn is_faction(&self, at: usize) -> bool {
        let noun = &self.units[at];
        let before = at.checked_sub(1);
        let national =
            before.is_some_and(|b| self.unit_phrase(b).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym));
        let compound = self.units.get(at + 1).is_some_and(|next| {
            next.phrase().is_none() && (next.kind == Kind::Word || next.is(Class::Agent)) && !next.is_preposition()
        });
        noun.kind == Kind::Noun && noun.is(Class::Apart) && (national || noun.determined || compound)
    }

    /// "support to rebels fighting Assad", "aid for refugees in Jordan": whether the first of this preposition behind a word has people who stand
    /// for no country right behind it.
    pub(super) fn leads_to_people_apart(&self, at: usize, preposition: PrepId) -> bool {
        let open = |i: &usize| !self.units[*i].is_stop();
        let first = (at + 1..self.units.len()).take_while(open).find(|&i| self.governs(i, preposition));
        let Some(people) = first.map(|first| first + 1).filter(|&people| people < self.units.len()) else {
            return false;
        };
        // "the rebel Free Army", "the people of Ukraine": but those are named.
        let next = people + 1;
        let named = self.unit_phrase(next).is_some() || next < self.units.len() && self.is_preposition_of(next, "of");
        let unit = &self.units[people];
        unit.phrase().is_none() && unit.is(Class::Apart) && !named
    }

    /// "Turkey's refusal to meet", "its efforts to mediate": whether a unit is a noun of will or denial with the "to" behind it, that of
    /// somebody at `owner`.
    pub(super) fn is_will_of(&self, owner: usize, at: usize) -> bool {
        let unit = &self.units[at];
        let named = |class| matches!(class, Class::Planned | Class::Possible | Class::Denied);
        let will = || self.is_aim(at) || unit.kind == Kind::Function && unit.has(named);
        owner + 3 > at && unit.end > unit.start + 1 && will()
    }

    /// "accused Turkey of having met", "of planning to attack", "Having met Putin": whether the first of a verb's auxiliaries is a gerund.
    pub(super) fn opens_with_gerund(&self, at: usize) -> bool {
        let chain = self.chain_start(at);
        let first = self.units[chain..at].iter().find(|unit| !unit.has(|c| matches!(c, Class::Negation | Class::Skip)));
        first.is_some_and(|unit| unit.gerund)
    }

    /// "with Turkey warning Syria and Iran condemning Israel": whether the last of a list behind a gerund is the subject of the next one.
    pub(super) fn opens_next_absolute(&self, first: usize, end: usize) -> bool {
        let gerund = |at: usize| self.units[at].kind == Kind::Verb && self.verb_form(at) == VerbForm::Gerund;
        end < self.units.len()
            && first > 1
            && end > first + 1
            && gerund(end)
            && self.chain_start(end) == end
            && gerund(first - 1)
            && self.bare_party(end - 1)
            && self.units[end - 2].is(Class::Conj)
            && self.bare_party(first - 2)
    }

    /// "warned of Turkey attacking", "talk about Kerry visiting": the party behind a preposition that leads to what it does.
    pub(super) fn spoken_of(&self, last: usize) -> Option<Parties> {
        let (first, list) = self.list_ending_at(last);
        let of =
            first.checked_sub(1).filter(|&of| ["of", "about"].iter().any(|word| self.is_preposition_of(of, word)))?;
        let noun = &self.units[of.checked_sub(1)?];
        // "the army of Syria attacking"
        let speaks = noun.kind == Kind::Verb
            || noun.phrase().is_none()
                && matches!(noun.kind, Kind::Noun | Kind::Word | Kind::Function)
                && !noun.is(Class::Agent)
                && !noun.is_mark();
        (speaks && !list.is_empty()).then(|| Parties::new(list, 0.8, last + 1))
    }

    /// The subject of a gerund that ends a list whose other parties are the object of the gerund before.
    pub(super) fn next_absolute(&self, last: usize) -> Option<Parties> {
        let (first, _) = self.list_ending_at(last);
        (first < last && self.opens_next_absolute(first, last + 1))
            .then(|| Parties::new(self.parties_of(last), 0.8, last + 1))
    }
}
