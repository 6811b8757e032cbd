//! Who says the sentence that a participle of saying closes: whoever spoke before what he said.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};

impl Clause<'_> {
    /// أكد السفير أن الجيش لا يستهدف المدنيين، متهما إسرائيل: a participle of saying behind a comma is of who says the clause.
    pub(super) fn outer_speaker(&self, at: usize) -> Option<Parties> {
        let says = |predicate| {
            matches!(
                predicate,
                Predicate::Criticised
                    | Predicate::DemandedOf
                    | Predicate::Praised
                    | Predicate::Supported
                    | Predicate::Threatened
                    | Predicate::Rejected
                    | Predicate::Promised
            )
        };
        let apart = at.checked_sub(1).is_some_and(|before| self.units[before].is_comma());
        if self.lang == Lang::En || !apart || !self.tells(at, says) {
            return None;
        }
        self.speaker_before(at).or_else(|| self.speaker_past_relative(at))
    }

    /// أدانت دمشق الغارة التي شنتها إسرائيل، داعية إلى: whom the main verb has, over verbs that only describe what it is about.
    fn speaker_past_relative(&self, at: usize) -> Option<Parties> {
        let open = |i: &usize| !self.units[*i].is_stop() && !self.units[*i].is(Class::Complement);
        let mut verbs = (0..at).rev().take_while(open).filter(|&i| self.units[i].kind == Kind::Verb).peekable();
        verbs.next_if(|&verb| self.is_relative_verb(verb))?;
        let main = verbs.find(|&verb| !self.is_relative_verb(verb))?;
        let subject = self.subjects[main].as_ref().filter(|found| !found.is_empty() && !found.carried)?;
        Some(Parties { confidence: subject.confidence * 0.9, end: at + 1, ..subject.clone() })
    }

    /// قال ماكرون إن بلاده ستنظم، معربا عن: who says the sentence, where what he says stands before a unit.
    pub(super) fn speaker_before(&self, at: usize) -> Option<Parties> {
        let open = |i: &usize| !self.units[*i].is_stop();
        let mut content = (0..at).rev().take_while(open).find(|&i| self.shapes[i].opens_content)?;
        let verb = loop {
            let verb = (0..content).rev().take_while(open).find(|&i| self.units[i].kind == Kind::Verb)?;
            if self.tells_speech(verb) {
                break verb;
            }
            // قال فلان إن الوزارة تعود إلى ما كانت وإن القانون أداة، مطالبا: a second clause, joined to the first.
            let joined = self.opens_further_content(content);
            content = (0..verb).rev().take_while(open).find(|&i| joined && self.shapes[i].opens_content)?;
        };
        let subject = self.subjects[verb].as_ref()?;
        // وقال إن: who opens his sentence with a verb of saying goes on from the one before.
        let opens = (0..verb).all(|i| self.units[i].kind == Kind::Function);
        let least = if opens && !subject.is_empty() { 0.8 } else { 0.0 };
        Some(Parties { confidence: (subject.confidence * 0.9).max(least), end: at + 1, ..subject.clone() })
    }
}
