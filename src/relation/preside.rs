//! Who presides over a meeting together: عقدت اللجنة المشتركة برئاسة فلان وفلان.
//!
//! Two people of different countries who lead one meeting sit at it, whatever it is called and whoever else comes.

use super::build::Relation;
use super::clause::{Clause, Parties};
use super::read::Sentence;
use super::status::status;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Membership, Predicate};

/// برئاسة, يترأس: says who leads a meeting or delegation.
const LED: Class = Class::Members(Membership::Led);

impl Clause<'_> {
    /// The people behind برئاسة at a unit, those of a delegation not counted.
    fn presiding(&self, at: usize) -> Parties {
        const REACH: usize = 8;
        let near = self.units[at.saturating_sub(REACH)..at].iter().rev().take_while(|unit| !unit.is_stop());
        if self.lang != Lang::Ar || near.into_iter().any(|unit| unit.delegation) {
            return Parties::default();
        }
        let mut next = at + 1;
        while self.units.get(next).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Each)) {
            next += 1;
        }
        if self.bare_party(next) { self.list(next) } else { Parties::default() }
    }
}

impl Sentence<'_> {
    /// برئاسة شكري ولعمامرة: those who preside together met.
    pub(super) fn presided(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        const REACH: usize = 12;
        let units = self.clause.units;
        for at in (1..units.len()).filter(|&at| units[at].is(LED)) {
            let found = self.clause.presiding(at);
            let people: Vec<_> = found.list.into_iter().filter(|party| self.clause.is_human(party)).collect();
            let [a, b] = people.as_slice() else { continue };
            let of = |referent| self.reader.country_of(referent);
            if of(a.referent).is_none() || of(b.referent).is_none() || of(a.referent) == of(b.referent) {
                continue;
            }
            let head = (at.saturating_sub(REACH)..at)
                .rev()
                .take_while(|&before| !units[before].is_stop())
                .find(|&before| matches!(units[before].kind, Kind::Noun | Kind::Verb))
                .unwrap_or(at);
            let status = status(self.clause, head, Predicate::Met);
            // قمة ضمت بخاري وديبي: those of whom a row has told it already.
            let pair = [a.referent, b.referent];
            let same = |told: &Relation| pair == [told.subject, told.object] || pair == [told.object, told.subject];
            if out.iter().any(|told| (told.predicate, told.status) == (Predicate::Met, status) && same(told)) {
                continue;
            }
            out.push(self.untriggered(at, Predicate::Met, status, (*a, *b), SURE));
        }
    }
}
