//! What a sentence has words for: asked before somebody walks through its units for a preposition or for "by whom", which most
//! sentences have not, or not behind the word that asks.
//!
//! What is told here is necessary and never sufficient: who is told no would find nothing, which unoptimised runs assert where a
//! preposition is looked for.

use super::clause::WordShape;
use super::unit::Unit;
use crate::lexicon::{Class, Lexicon, PrepId};
use crate::text::Clitics;

/// So many prepositions have a place of their own; the others share those.
const PLACES: usize = 64;

/// The last places at which a sentence has what is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    /// One past the last unit that is a preposition, or that has it on it, by the preposition.
    prepositions: [u16; PLACES],
    /// One past the last unit that may open "by whom": من قبل, من جانب.
    agent: usize,
}

impl Held {
    pub(super) fn of(lexicon: &Lexicon, units: &[Unit], shapes: &[WordShape]) -> Held {
        let [from, to, by] = ["من", "ل", "ب"].map(|word| lexicon.preposition_id(word));
        let mut held = Held { prepositions: [0; PLACES], agent: 0 };
        for (at, (unit, shape)) in units.iter().zip(shapes).enumerate() {
            for class in &unit.classes {
                match *class {
                    Class::Prep(id) => {
                        held.stands(Some(id), at);
                        let side = || shapes.get(at + 1).is_some_and(|next| next.side);
                        // الموجهة من واشنطن
                        let origin = || at > 0 && units[at - 1].is(Class::Origin);
                        if Some(id) == from && (unit.end == unit.start + 2 || side() || origin()) {
                            held.agent = at + 1;
                        }
                    }
                    Class::PrepPronoun(id) => held.stands(Some(id), at),
                    // لما is spelt like "not yet".
                    Class::Negation => held.stands(to, at),
                    // باستمرار القصف is spelt like "constantly".
                    Class::Now => held.stands(by, at),
                    _ => {}
                }
            }
            if unit.clitics.has(Clitics::LI) {
                held.stands(to, at);
            }
            if unit.clitics.has(Clitics::BI) {
                held.stands(by, at);
            }
            if let Some(clitics) = shape.preposition {
                held.stands(if clitics == Clitics::BI { by } else { to }, at);
            }
        }
        held
    }

    fn stands(&mut self, preposition: Option<PrepId>, at: usize) {
        if let Some(id) = preposition {
            self.prepositions[usize::from(id.0) % PLACES] = u16::try_from(at + 1).unwrap_or(u16::MAX);
        }
    }

    /// Returns whether a unit from `from` on may be a preposition or bear it.
    #[inline]
    pub(super) fn may_have(&self, preposition: PrepId, from: usize) -> bool {
        usize::from(self.prepositions[usize::from(preposition.0) % PLACES]) > from
    }

    /// Returns whether a unit from `from` on may open "by whom".
    #[inline]
    pub(super) fn may_name_agent(&self, from: usize) -> bool {
        self.agent > from
    }
}
