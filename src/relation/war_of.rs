//! Which war it is: حرب غزة, حرب أوكرانيا name by a genitive where a war is fought, unless its aim follows (حرب روسيا على أوكرانيا).

use super::clause::Parties;
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Slot, Trigger};
use crate::text::Clitics;

impl Sentence<'_> {
    /// حرب غزة والأزمة في السودان, حرب أوكرانيا على جدول القمة, حرب اليمن تضغط على السعودية: whether the party behind a preposition is not whom
    /// those in the genitive of the noun of force at a unit fight, since a verb, something joined or another noun stands between.
    pub(super) fn is_war_of(&self, at: usize, trigger: &Trigger, side: (Slot, &Parties), object: &Parties) -> bool {
        let clause = self.clause;
        let (slot, subject) = side;
        let force = trigger.predicate == Some(Predicate::Attacked) && slot == Slot::Genitive;
        if !force || self.reader.lang != Lang::Ar || clause.units[at].kind != Kind::Noun || subject.end <= at {
            return false;
        }
        let Some(party) = object.list.first().and_then(|first| self.unit_of(first)) else { return false };
        let before = (subject.end..party).rev();
        let Some(on) =
            before.into_iter().find(|&i| clause.units[i].kind == Kind::Function && clause.units[i].is_preposition())
        else {
            return false;
        };
        let plain = |unit: &Unit| unit.phrase().is_none();
        let joined = |i: usize| {
            let unit = &clause.units[i];
            let and = unit.clitics.has_conjunction() || clause.shapes[i].joined;
            plain(unit) && (and && !clause.shapes[i].suffix || unit.is(Class::Conj))
        };
        let parted = (at + 1..on).any(|i| clause.units[i].kind == Kind::Verb || clause.units[i].is_mark() || joined(i));
        // على طاولة المحادثات, على جدول أعمال قمة في القاهرة
        let open = |i: usize| {
            let (unit, shape) = (&clause.units[i], &clause.shapes[i]);
            let head = |class| matches!(class, Class::PlaceHead | Class::Agent | Class::SideHead | Class::Land);
            let bare = matches!(unit.kind, Kind::Word | Kind::Noun) && unit.clitics == Clitics::NONE;
            plain(unit) && bare && !shape.article && !shape.plural && !shape.suffix && !unit.has(head)
        };
        let aside = (subject.end..party - 1).any(|i| clause.is_preposition_of(i, "على") && open(i + 1));
        parted || aside
    }
}
