//! Whose an aim is that an Arabic noun tells behind a word for efforts or moves: تحركات روسيا لضم القرم, الجهود المصرية للوساطة.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::Class;
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// تحركات روسيا لضم القرم, نجحت الجهود المصرية في الوساطة: who does what a noun with ل on it, or behind في, tells, where a word for efforts,
    /// moves or plans and whose they are stand right before.
    pub(super) fn owner_of_aim(&self, at: usize) -> Option<Parties> {
        let led = self.units[at].clitics.has(Clitics::LI);
        let owner = if led { at.checked_sub(1) } else { at.checked_sub(2).filter(|_| self.is_in(at - 1)) }?;
        let phrase = self.unit_phrase(owner).filter(|phrase| phrase.clitics == Clitics::NONE)?;
        let word = owner.checked_sub(1)?;
        let moves = |unit: &Unit| {
            let aims = |class| matches!(class, Class::Effort | Class::SideHead | Class::Conduct);
            unit.phrase().is_none() && unit.kind != Kind::Verb && unit.has(aims)
        };
        let article = self.shapes[word].article || self.units[word].is_definite_noun();
        let adjective = phrase.kind == PhraseKind::Demonym;
        let whose = adjective == article && moves(&self.units[word]) && !self.shapes[word].suffix;
        let list = self.parties_of(owner);
        (self.lang == Lang::Ar && whose && !list.is_empty()).then(|| Parties::new(list, 0.85, at + 1))
    }
}
