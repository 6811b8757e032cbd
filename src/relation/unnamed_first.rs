//! Whom somebody met besides people whom nobody names: التقى كيري رجال أعمال ومحمد البرادعي.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// التقى كيري رجال أعمال ومحمد البرادعي: the person whom "and" joins to an object of which the text tells no name; the object begins at
    /// `from`, behind the subject of a verb of meeting.
    pub(super) fn joined_to_unnamed(&self, from: usize) -> Option<Parties> {
        const REACH: usize = 7;
        let verb = (from.saturating_sub(REACH)..from.min(self.units.len()))
            .rev()
            .find(|&at| self.units[at].kind == Kind::Verb)
            .filter(|&verb| self.lang == Lang::Ar && self.meets(verb))?;
        let own = self.subjects.get(verb)?.as_ref().filter(|own| !own.is_empty())?;
        if !self.tells(verb, |told| matches!(told, Predicate::Met | Predicate::Hosted)) {
            return None;
        }
        let first = self.skip_adverbials(from);
        let head = self.units.get(first).filter(|_| self.is_unnamed(first))?;
        if head.clitics.has_conjunction() || self.shapes[first].joined || self.shapes[first].preposition.is_some() {
            return None;
        }
        for at in first + 1..self.units.len().min(first + REACH) {
            if let Some(phrase) = self.unit_phrase(at)
                && phrase.clitics == Clitics::WA
            {
                let named = phrase.kind == PhraseKind::Person;
                let found = self.list(at);
                // التقى رجال أعمال وأوباما يزور المدينة: behind him stands no verb.
                let opens = self.units.get(found.end).is_some_and(|next| next.kind == Kind::Verb);
                let other = found.list.iter().all(|party| own.list.iter().all(|own| own.referent != party.referent));
                return (named && !opens && other && !found.is_empty()).then_some(Parties { confidence: 0.8, ..found });
            }
            if !self.is_preposition_of(at, "من") && !self.is_unnamed(at) {
                return None;
            }
        }
        None
    }

    /// Returns whether a unit is a word, or a title of several, that tells nobody's name and opens no clause.
    fn is_unnamed(&self, at: usize) -> bool {
        let unit: &Unit = &self.units[at];
        match unit.kind {
            Kind::Word => self.shapes[at].preposition.is_none(),
            Kind::Function => unit.has(|class| matches!(class, Class::Each | Class::Agent)),
            Kind::Phrase(_) => self.unit_phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Unknown | PhraseKind::Agent)
                    && !phrase.clitics.has_preposition()
                    && !phrase.named
            }),
            Kind::Verb | Kind::Noun | Kind::Participle | Kind::Mark(_) => false,
        }
    }
}
