//! Whom a report cites: نقلت الوكالة عن لافروف قوله إن. A verb of reporting comes in, whom it cites goes out: it is he who says what
//! stands behind, and of whom the text goes on to tell.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Form, PrepId, Sense};
use crate::mention::PhraseKind;

/// How far behind the verb the word for "from" may stand: ونقلت وكالة أنباء فارس الإيرانية الرسمية أمس عن.
const REACH: usize = 10;
/// How far behind who is cited his words may begin.
const WORDS: usize = 12;

impl Clause<'_> {
    /// نقلت الوكالة عن لافروف قوله إن, نقل عنه أن: whom a verb of reporting has behind "from", where what he says stands behind; nobody
    /// where the text does not name him. `before` is of whom the text has spoken.
    pub(super) fn cited(&self, verb: usize, before: impl FnOnce() -> Parties) -> Option<Parties> {
        // حمل فلان إسرائيل المسؤولية: of those that bear what another sends the one that reports.
        let reports = |form: &Form| {
            let flags = &self.knowledge.lexicon.trigger(form.trigger).flags;
            flags.speech && flags.sense == Some(Sense::Bears)
        };
        if !self.units[verb].forms.iter().any(reports) {
            return None;
        }
        let from = self.knowledge.lexicon.preposition_id("عن")?;
        let open = |unit: &Unit| {
            !unit.is_stop() && unit.kind != Kind::Verb && (unit.phrase().is_some() || !unit.is(Class::Complement))
        };
        let end = self.units.len().min(verb + 1 + REACH);
        let about = (verb + 1..end).take_while(|&i| open(&self.units[i])).find(|&i| self.is_from_whom(i, from))?;
        let said = self.words_begin(about + 1)?;
        if self.units[about].has(|class| matches!(class, Class::PrepPronoun(_))) {
            let found = before();
            let one = found.list.len() == 1 && !found.opaque;
            return Some(if one { Parties { carried: false, end: about + 1, ..found } } else { unnamed(about + 1) });
        }
        if self.bare_party(about + 1) {
            let found = self.list(about + 1);
            return Some(if found.is_empty() { unnamed(found.end) } else { Parties { confidence: 0.9, ..found } });
        }
        // عن القيادي في صفوفها، صلاح البردويل، قوله: one name on the way.
        let person = |&i: &usize| {
            self.bare_party(i) && self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Person && p.named)
        };
        let mut people = (about + 1..said).filter(person);
        match (people.next(), people.next()) {
            (Some(one), None) => Some(Parties { confidence: 0.8, ..self.list(one) }),
            _ => Some(unnamed(about + 1)),
        }
    }

    fn is_from_whom(&self, at: usize, from: PrepId) -> bool {
        let unit = &self.units[at];
        unit.phrase().is_none()
            && unit.kind == Kind::Function
            && unit.has(|class| matches!(class, Class::Prep(id) | Class::PrepPronoun(id) if id == from))
    }

    /// قوله إن, أن, تأكيده, قوله: where somebody's words begin behind his name, told from a unit on.
    fn words_begin(&self, start: usize) -> Option<usize> {
        let end = self.units.len().min(start + WORDS);
        let begins = |&i: &usize| {
            let unit = &self.units[i];
            let shape = &self.shapes[i];
            let his = matches!(unit.kind, Kind::Word | Kind::Noun)
                && (unit.owner().is_some() || shape.suffix)
                && !shape.article
                && shape.preposition.is_none();
            unit.phrase().is_none() && (shape.opens_content || unit.is_stop() || his || shape.marked)
        };
        (start..end).take_while(|&i| self.units[i].kind != Kind::Verb).find(begins)
    }
}

fn unnamed(end: usize) -> Parties {
    Parties { opaque: true, end, ..Parties::default() }
}
