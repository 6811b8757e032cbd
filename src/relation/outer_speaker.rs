//! Who says the sentence that a participle of saying closes: whoever spoke before what he said.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Sense};

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
        if self.lang == Lang::En || !self.tells(at, says) {
            return None;
        }
        if let Some(speaker) = self.speaker_who_adds(at) {
            return Some(speaker);
        }
        let apart = at.checked_sub(1).is_some_and(|before| self.units[before].is_comma());
        if !apart {
            return None;
        }
        self.speaker_before(at).or_else(|| self.speaker_past_relative(at)).or_else(|| self.speaker_of_quotation(at))
    }

    /// وأضاف محذرا إسرائيل, وتابع مطالبا إياها: who goes on from the sentence before, right behind the verb that says that he does.
    pub(super) fn speaker_who_adds(&self, at: usize) -> Option<Parties> {
        const SURE: f64 = 0.8;
        let verb = at.checked_sub(1).filter(|&verb| {
            self.units[verb].kind == Kind::Verb
                && self.units[verb].means(&self.knowledge.lexicon, Sense::Adds)
                && (0..verb).all(|i| self.units[i].kind == Kind::Function)
        })?;
        let found = self.subjects[verb].as_ref().filter(|found| found.carried && found.list.len() == 1)?;
        Some(Parties { confidence: found.confidence.max(SURE), carried: false, end: at + 1, ..found.clone() })
    }

    /// قال السفير: "الوضع خطير"، متهما إسرائيل: who speaks before the colon, where the quotation behind it is closed or nobody else acts in what
    /// he says.
    fn speaker_of_quotation(&self, at: usize) -> Option<Parties> {
        let colon = (0..at).rev().find(|&i| self.units[i].is_stop())?;
        let said = colon + 1..at;
        let marks = (colon + 1..=at).filter(|&i| self.shapes[i].marked).count();
        let quoted = self.shapes.get(colon + 1).is_some_and(|first| first.marked);
        let acts = |i: usize| self.subjects[i].as_ref().is_some_and(|found| !found.carried && !found.is_empty());
        let closed = if quoted { marks.is_multiple_of(2) } else { marks == 0 && !said.clone().any(acts) };
        let found = Some(self.quoted_behind(colon)).filter(|found| closed && !found.is_empty())?;
        // وأضاف: "الوضع خطير"، متهما: who opens his sentence with a verb of saying goes on from the one before.
        let opens = found.carried && self.units[0].kind == Kind::Verb;
        let least = if opens { 0.8 } else { 0.0 };
        Some(Parties { confidence: (found.confidence * 0.9).max(least), end: at + 1, ..found })
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

    /// مشيرا إلى أن, مؤكدا أن, مضيفا أن: the participle of saying right before a complementiser that goes on behind a comma.
    fn participle_opening(&self, content: usize) -> Option<usize> {
        const NEAR: usize = 3;
        (content.saturating_sub(NEAR)..content)
            .rev()
            .take_while(|&i| !self.units[i].is_mark() && self.units[i].kind != Kind::Verb)
            .find(|&i| {
                let unit = &self.units[i];
                unit.phrase().is_none() && unit.is(Class::Saying) && i > 0 && self.units[i - 1].is_comma()
            })
    }

    /// التقى شكري لافروف، مؤكدا أن الوضع خطير، ومتهما: the verb of the clause that a participle goes with, whose subject it names.
    fn verb_gone_on_from(&self, participle: usize) -> Option<usize> {
        let open = |i: &usize| !self.units[*i].is_stop();
        let mut verbs = (0..participle).rev().take_while(open).filter(|&i| self.units[i].kind == Kind::Verb);
        let verb = verbs.find(|&i| !self.is_relative_verb(i))?;
        let human = |own: &Parties| own.list.iter().any(|party| self.is_human(party));
        self.subjects[verb].as_ref().is_some_and(human).then_some(verb)
    }

    /// قال ماكرون إن بلاده ستنظم، معربا عن: who says the sentence, where what he says stands before a unit.
    pub(super) fn speaker_before(&self, at: usize) -> Option<Parties> {
        let open = |i: &usize| !self.units[*i].is_stop();
        let mut content = (0..at).rev().take_while(open).find(|&i| self.shapes[i].opens_content)?;
        let verb = loop {
            // قال فلان إن الوضع خطير، مشيرا إلى أن روسيا انسحبت، ومتهما: over what he says by a participle in between.
            if let Some(participle) = self.participle_opening(content) {
                let mut before = (0..participle).rev().take_while(open);
                if let Some(outer) = before.find(|&i| self.units[i].phrase().is_none() && self.shapes[i].opens_content)
                {
                    content = outer;
                    continue;
                }
                break self.verb_gone_on_from(participle)?;
            }
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
