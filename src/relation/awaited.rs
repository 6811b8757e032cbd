//! Who is awaited, and who receives him: كان في استقباله, من المقرر أن يصل قادما من.

use super::clause::Parties;
use super::read::Sentence;
use super::status::status;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Slot, Status, Trigger};

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
        // استقبالهما: two are others than the one who has travelled.
        if clause.units[at].owner().is_none_or(|owner| owner.number != Number::Singular) {
            return None;
        }
        let journey = |&verb: &usize| {
            clause.units[verb].kind == Kind::Verb && clause.tells(verb, |told| told == Predicate::Visited)
        };
        let verb = (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(journey)?;
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
