//! Whose will it is to give the support that an Arabic noun tells: حرص بلاده على دعم مصر, التزام فرنسا مواصلة دعم لبنان.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};

impl Clause<'_> {
    /// Whose will it is to give the support that a noun tells, where a word of will and whose it is stand before it.
    pub(super) fn resolved_on(&self, at: usize) -> Parties {
        let help = self.lang == Lang::Ar
            && self.tells(at, |told| told == Predicate::Supported)
            // التزامه بدعم لبنان: a promise, which its own row tells.
            && !self.has_bi(at);
        if !help || at == 0 {
            return Parties::default();
        }
        let (from, led) = self.before_lasting(at);
        let on = from.checked_sub(1).filter(|&on| self.is_preposition_of(on, "على") || self.is_in(on));
        let owner_end = on.unwrap_or(from);
        // موقف فرنسا دعم لبنان: with nothing between it must be a word of will.
        let led = led || on.is_some();
        let found = self.owner_of_resolve(owner_end, led);
        found.map(|found| Parties { end: at + 1, ..found }).unwrap_or_default()
    }

    /// مواصلة دعم لبنان, الاستمرار في دعم لبنان: where the words before a noun begin that say that it goes on, and whether there are any.
    fn before_lasting(&self, at: usize) -> (usize, bool) {
        let inside = usize::from(self.is_in(at - 1));
        let lasting = at.checked_sub(1 + inside).filter(|&word| self.is_lasting(word));
        // استمرار فرنسا في دعم لبنان: there it is the word of will itself.
        lasting.filter(|&word| word > 0).map_or((at, false), |word| (word, true))
    }

    fn is_lasting(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.phrase().is_none() && unit.kind != Kind::Verb && unit.is(Class::Ending) && unit.is(Class::Conduct)
    }

    /// حرص, عزم, التزام: whether a word tells that somebody means to do something. `led` says that a preposition or a word of going on stands
    /// between it and what he means to do.
    fn is_resolve(&self, at: usize, led: bool) -> bool {
        let unit = &self.units[at];
        let bound = |unit: &Unit| unit.is(Class::SideHead) && (led || unit.is(Class::Standing));
        unit.phrase().is_none()
            && unit.kind != Kind::Verb
            && !self.shapes[at].article
            && (self.is_will(at) || self.is_lasting(at) || bound(unit))
    }

    /// حرص مصر الدائم على, التزام بلاده: whose a word of will is that stands before a unit with its owner and his adjectives.
    fn owner_of_resolve(&self, end: usize, led: bool) -> Option<Parties> {
        const WORDS: usize = 4;
        let described = |at: usize| self.units[at].kind == Kind::Word && self.shapes[at].article;
        let head = (end.saturating_sub(WORDS)..end.saturating_sub(1)).rev().find(|&at| self.is_resolve(at, led))?;
        let owner = self.own_land(head + 1).unwrap_or_else(|| self.genitive(head));
        let owner = if owner.is_empty() { Parties::new(self.parties_of(head + 1), 0.85, head + 2) } else { owner };
        let whole = !owner.is_empty() && owner.end <= end && (owner.end..end).all(described);
        whole.then_some(owner)
    }
}
