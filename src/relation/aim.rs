//! Whose an aim is that an Arabic noun tells behind a word for efforts or moves: تحركات روسيا لضم القرم, الجهود المصرية للوساطة.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Status};
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

    /// جهود مصرية لتثبيت التهدئة بين, مساعي قطر للتوصل إلى هدنة بين, تبذل قطر جهودا للتهدئة بين: who makes the efforts at which a noun of mediation
    /// aims, with nothing between but what leads to it.
    pub(super) fn owner_of_mediation(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        if self.lang != Lang::Ar {
            return None;
        }
        let leads = |unit: &Unit| {
            let noun = matches!(unit.kind, Kind::Word | Kind::Noun) && !unit.clitics.has_conjunction();
            unit.phrase().is_none() && (noun || unit.is_preposition())
        };
        let effort = |unit: &Unit| unit.phrase().is_none() && unit.kind != Kind::Verb && unit.is(Class::Effort);
        let stop = |i: &usize| !leads(&self.units[*i]) || effort(&self.units[*i]);
        let last = (at.saturating_sub(WORDS)..at).rev().find(stop)?;
        // لـ or في opens what the efforts are for.
        let opens = last + 1;
        let led = self.units[opens].clitics.has(Clitics::LI)
            || self.shapes[opens].preposition == Some(Clitics::LI)
            || self.is_in(opens)
            || self.is_preposition_of(opens, "إلى");
        if !led {
            return None;
        }
        if effort(&self.units[last]) {
            let verb = (last.saturating_sub(WORDS)..last).rev().find(|&i| self.units[i].kind == Kind::Verb)?;
            let own = self.subjects[verb].as_ref().filter(|own| !own.carried && !own.is_empty() && own.end == last)?;
            return Some(Parties { confidence: 0.85, end: at + 1, ..own.clone() });
        }
        let (first, list) = self.list_ending_at(last);
        let bare = self.unit_phrase(first).is_some_and(|phrase| phrase.clitics == Clitics::NONE);
        let word = first.checked_sub(1).filter(|&word| bare && effort(&self.units[word]))?;
        (!self.shapes[word].suffix && !list.is_empty()).then(|| Parties::new(list, 0.85, at + 1))
    }

    /// زار فلان طهران والرياض في مسعى لاحتواء الأزمة بين, أوفدت الكويت وزيرا لرأب الصدع بين: whether somebody travels, or sends somebody, or
    /// attempts something, for what a noun of mediation tells.
    pub(super) fn is_attempted(&self, at: usize) -> bool {
        const REACH: usize = 14;
        let led = self.units[at].clitics.has(Clitics::LI);
        let to = |i: usize| self.is_preposition_of(i, "إلى");
        let Some(before) = (if led { at.checked_sub(1) } else { at.checked_sub(2).filter(|_| to(at - 1)) }) else {
            return false;
        };
        if self.lang != Lang::Ar {
            return false;
        }
        // في مسعى, في محاولة, سعيا إلى
        let word = &self.units[before];
        let tries = word.phrase().is_none()
            && word.kind != Kind::Verb
            && word.has(|class| matches!(class, Class::Will(Some(Status::Planned))));
        if tries && before > 0 && self.is_in(before - 1) {
            return true;
        }
        let own = |i: usize| matches!(self.units[i].kind, Kind::Verb | Kind::Noun);
        // الاتصالات لن تتوقف لإنهاء الأزمة: a verb of journey has somebody who travels.
        let somebody = |i: usize| self.subjects[i].as_ref().is_some_and(|own| !own.is_empty());
        let travels = |i: usize| {
            self.tells(i, |told| told == Predicate::Visited) && (self.units[i].kind == Kind::Noun || somebody(i))
        };
        let near = (at.saturating_sub(REACH)..at).rev().take_while(|&i| !self.units[i].is_mark());
        led && near.into_iter().find(|&i| own(i)).is_some_and(travels)
    }
}
