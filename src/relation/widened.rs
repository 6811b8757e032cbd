//! Arabic: to whom sanctions are widened: توسيع العقوبات على سوريا لتشمل الأسد, عقوبات على روسيا طالت شويغو.

use super::clause::{Clause, Parties, Party};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Predicate, Slot, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// Adds to those on whom sanctions are whoever stands behind a verb of reaching right behind them.
    pub(super) fn widened(&self, mut object: Parties) -> Parties {
        const WORDS: usize = 3;
        let passed = |at: &usize| {
            let unit = &self.units[*at];
            unit.is_comma() || unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Function)
        };
        let from = object.end.min(self.units.len());
        let verb = from + (from..self.units.len()).take(WORDS).take_while(passed).count();
        if self.lang != Lang::Ar || !self.reaches_further(verb) || !self.bare_party(verb + 1) {
            return object;
        }
        let reached = self.list(verb + 1);
        let sort = |party: &Party| {
            self.is_human(party) || matches!(party.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent)
        };
        let new = |party: &Party| object.list.iter().all(|own| own.referent != party.referent);
        let added: Vec<Party> = reached.list.iter().copied().filter(|party| sort(party) && new(party)).collect();
        if !added.is_empty() {
            object.list.extend(added);
            object.end = reached.end;
        }
        object
    }

    /// لتشمل, طالت, استهدفت: whether a verb with nothing on it says whom something reaches that stands before it.
    pub(super) fn reaches_further(&self, verb: usize) -> bool {
        let reaches = |trigger: &Trigger| {
            let takes = trigger.object.contains(&Slot::Object);
            takes && (trigger.flags.event || trigger.predicate == Some(Predicate::Attacked))
        };
        self.units.get(verb).is_some_and(|unit| {
            unit.kind == Kind::Verb
                && matches!(unit.clitics, Clitics::NONE | Clitics::LI)
                && unit.verb().is_some_and(|(.., object)| object.is_none())
                && unit.forms.iter().any(|form| reaches(self.knowledge.lexicon.trigger(form.trigger)))
        })
    }
}
