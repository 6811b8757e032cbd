//! Who receives whom where somebody arrives or brings something: تلقى الرئيس رسالة نقلها كيري خلال استقباله له.
//!
//! The noun of receiving comes in; who got what was brought, or whether somebody brought it, goes out.

use super::clause::{Clause, Parties, Party, is_person};
use super::read::Sentence;
use super::status::status;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Form, Predicate, Sense, Slot, Status, Trigger};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// سلم كيري الرسالة للرئيس خلال استقباله له, تلقى الرئيس رسالة نقلها كيري خلال استقباله له: who got what was brought, behind a noun of
    /// receiving with "him" on it and behind it.
    pub(super) fn host_of_who_brings(&self, noun: usize) -> Option<Parties> {
        let to = self.knowledge.lexicon.preposition_id("ل")?;
        let him = self.units.get(noun + 1).is_some_and(|unit| unit.pronoun.is_some()) && self.governs(noun + 1, to);
        let one = self.units[noun].owner().is_some_and(|owner| owner.number == Number::Singular);
        let open = |i: &usize| !self.units[*i].is_stop();
        let mut verbs = (0..noun).rev().take_while(open).filter(|&i| self.units[i].kind == Kind::Verb);
        let brings = verbs.next().filter(|_| self.lang == Lang::Ar && him && one)?;
        if !(self.hands(brings) || self.units[brings].means(&self.knowledge.lexicon, Sense::Bears)) {
            return None;
        }
        let gets = |verb: usize| {
            let row = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.receives;
            self.units[verb].forms.iter().any(row)
        };
        let handed = Some(self.handed(brings, noun)).filter(|found| !found.is_empty());
        let got = || self.subjects[verbs.find(|&verb| gets(verb))?].clone().filter(|found| !found.is_empty());
        let host = handed.or_else(got)?;
        matches!(host.list.as_slice(), [party] if is_person(*party)).then(|| Parties {
            end: noun + 1,
            carried: false,
            confidence: 0.8,
            ..host
        })
    }

    /// وصل لتسليم الرئيس رسالة من, قام بتسليم الأمير رسالة من: to whom what is handed over goes, the genitive of the noun of handing over that stands
    /// before it.
    pub(super) fn given_by_noun(&self, thing: usize) -> Option<Parties> {
        const REACH: usize = 5;
        let hands = |noun: &usize| {
            let row = |form: &Form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate == Some(Predicate::Aided) && trigger.object == [Slot::Genitive]
            };
            let unit = &self.units[*noun];
            unit.kind == Kind::Noun && unit.clitics.has_preposition() && unit.forms.iter().any(row)
        };
        let noun = (thing.saturating_sub(REACH)..thing).rev().find(hands).filter(|_| self.lang == Lang::Ar)?;
        let found = self.genitive(noun);
        let person = matches!(found.list.as_slice(), [party] if self.is_human(party));
        (person && found.end <= thing).then_some(found)
    }

    /// سلم الرسالة الوزير خلال استقباله بالقصر: whether a noun of receiving with "his" on it, behind which nobody is named, stands in the clause of
    /// who brings a letter.
    pub(super) fn is_received_with_it(&self, noun: usize) -> bool {
        let his = self.units[noun].owner().is_some_and(|owner| owner.number == Number::Singular);
        let open = |i: &usize| !self.units[*i].is_stop();
        let verb = (0..noun).rev().take_while(open).find(|&i| self.units[i].kind == Kind::Verb);
        let to = self.knowledge.lexicon.preposition_id("ل");
        let guest = self.bare_party(noun + 1) || to.is_some_and(|to| self.governs(noun + 1, to));
        let letter = |verb: usize| (verb + 1..noun).any(|i| self.tells(i, |told| told == Predicate::WroteTo));
        self.lang == Lang::Ar
            && his
            && !guest
            && verb.is_some_and(|verb| {
                letter(verb) && (self.hands(verb) || self.units[verb].means(&self.knowledge.lexicon, Sense::Bears))
            })
    }

    /// رسالة من أوباما نقلها كيري خلال استقبال الرئيس له: whether the last verb before a noun says who brings what the noun before it names.
    pub(super) fn is_brought_before(&self, noun: usize) -> bool {
        let verb = (0..noun).rev().find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            let it = self.units[verb].verb().is_some_and(|(.., object)| object.is_some());
            it && (self.hands(verb) || self.units[verb].means(&self.knowledge.lexicon, Sense::Bears))
        })
    }

    /// السعودية أيدت مصر وقدمت دعما لها: the one country that the sentence names before a unit and that a pronoun may mean, where it names
    /// nobody else.
    pub(super) fn one_other_country(&self, at: usize, fits: impl Fn(&Party) -> bool) -> Option<Party> {
        let mut found: Option<Party> = None;
        let open = |i: &usize| self.lang == Lang::Ar && !self.units[*i].is_stop();
        for before in (0..at).rev().take_while(open) {
            if !self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Country) {
                continue;
            }
            for party in self.parties_of(before).into_iter().filter(|party| fits(party)) {
                if found.is_some_and(|known| known.referent != party.referent) {
                    return None;
                }
                found = Some(party);
            }
        }
        found
    }
}

impl Sentence<'_> {
    /// كان في استقباله: whether "was" stands right before the words for receiving somebody.
    pub(super) fn waits_for_guest(&self, at: usize, trigger: &Trigger) -> bool {
        let units = self.clause.units;
        trigger.predicate == Some(Predicate::Hosted)
            && self.reader.lang == Lang::Ar
            && units[at].end > units[at].start + 1
            && at.checked_sub(1).is_some_and(|was| units[was].phrase().is_none() && units[was].is(Class::Auxiliary))
    }

    /// وصل ماكرون إلى دولة الكويت وكان في استقباله: the one person of whose journey the sentence tells before.
    pub(super) fn traveller_before(&self, at: usize) -> Option<Parties> {
        let clause = self.clause;
        // استقبالهما: two are others than the one who has travelled. كان في الاستقبال فلان: without a pronoun it is he.
        let unsaid = clause.units[at].owner().is_none() && clause.units[at].is_definite_noun();
        if !unsaid && clause.units[at].owner().is_none_or(|owner| owner.number != Number::Singular) {
            return None;
        }
        let journey = |&verb: &usize| {
            clause.units[verb].kind == Kind::Verb && clause.tells(verb, |told| told == Predicate::Visited)
        };
        let verb = (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(journey);
        // وصل ماكرون إلى الكويت. وكان في الاستقبال: of whose journey the sentence before told.
        let before = || match clause.memory.traveller.as_slice() {
            [party] if unsaid && clause.is_human(party) => {
                Some(Parties { carried: false, ..Parties::new(vec![*party], 0.75, at + 1) })
            }
            // استقبل الملك ماكرون. وكان في الاستقبال ولي العهد: whom his king has received.
            _ if unsaid && clause.stands_ready(at) => {
                let guest = clause.guest_awaited(&clause.attendant(at).list, None)?;
                Some(Parties { carried: false, ..Parties::new(vec![guest], 0.75, at + 1) })
            }
            _ => None,
        };
        let Some(verb) = verb else { return before() };
        let own = clause.subjects[verb].as_ref()?;
        let one = matches!(own.list.as_slice(), [party] if clause.is_human(party));
        one.then(|| Parties { end: at + 1, confidence: 0.85, carried: false, ..own.clone() })
    }

    /// من المقرر أن يصل إلى القاهرة قادما من الرياض: whether a participle tells where somebody will come from on a journey still ahead, which
    /// is as often his own seat.
    pub(super) fn comes_on_plan(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        let from = clause.knowledge.lexicon.preposition_id("من");
        let comes = clause.units[at].kind == Kind::Participle
            && trigger.is_journey()
            && self.reader.lang == Lang::Ar
            && matches!(trigger.object.as_slice(), &[Slot::Prep(id)] if Some(id) == from);
        let verb =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        comes && verb.is_some_and(|verb| status(clause, verb, Predicate::Visited) == Status::Planned)
    }
}
