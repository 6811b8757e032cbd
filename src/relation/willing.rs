//! Who does what an Arabic noun tells that a word of will, right or hindrance governs: whose the will is, or upon whom it is; and whom a word
//! that asks, warns or charges has for its addressee.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Shape, Status};
use crate::text::Clitics;

/// How many units may stand between a word of will and what is willed: عزم كيري على القيام بزيارة.
const WORDS: usize = 5;

impl Clause<'_> {
    /// عزم كيري لقاء عباس, رفض كيري لقاء عباس, ليس لدى كيري نية للقاء عباس, تعذر على كيري لقاء عباس: who does what a noun tells, where a word right
    /// before it says so.
    pub(super) fn willing(&self, at: usize) -> Option<Parties> {
        if self.lang == Lang::En || self.units[at].kind != Kind::Noun || self.units[at].owner().is_some() {
            return None;
        }
        let head = self.before_governed(at)?;
        if let Some(land) = self.land_of_will(head) {
            return Some(land);
        }
        if self.is_will(head) {
            return self.holder(head);
        }
        self.unit_phrase(head)?;
        let (first, list) = self.list_ending_at(head);
        let found = Parties { confidence: 0.85, ..Parties::new(list, 0.85, at + 1) };
        let before = first.checked_sub(1).filter(|_| !found.is_empty())?;
        // قرار كيري زيارة, بوسع كيري لقاء
        let owned = self.bare_party(first) && !self.units[first].clitics.has_conjunction();
        if owned && self.is_will(before) && !self.shapes[before].article {
            return Some(found).filter(|_| !self.is_promise_of_help(before, at));
        }
        // يحق لكيري زيارة, يتعين على كيري لقاء
        let incumbent = if self.units[first].clitics == Clitics::LI {
            Some(before)
        } else {
            before.checked_sub(1).filter(|_| owned && self.is_upon(before))
        };
        // لا نية لدى كيري للقاء
        let has = |word: usize| self.is_will(word) && word + 1 < first && self.is_at(word + 1);
        incumbent.filter(|&word| self.is_incumbent(word) || has(word)).map(|_| found)
    }

    /// التزام بلاده بمعاهدة مع اليابان, نية بلاده دعم لبنان: the country whose will it is, where "his country" stands at a unit right behind it.
    fn land_of_will(&self, land: usize) -> Option<Parties> {
        let own = |unit: &Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Will(_) | Class::SideHead))
        };
        let will = land.checked_sub(1).filter(|&will| own(&self.units[will]) && !self.shapes[will].article)?;
        let named = self.units[land].phrase().is_none() && self.units[land].is(Class::OwnLand) && will + 1 == land;
        if named { self.own_land(land) } else { None }
    }

    /// أكد ماتيس التزام بلاده بمعاهدة مع: the country whose will stands right before a noun of an agreement.
    pub(super) fn bound_land(&self, at: usize) -> Option<Parties> {
        let agreed = self.lang == Lang::Ar && self.tells(at, |told| told == Predicate::AgreedWith);
        self.before_governed(at).filter(|_| agreed).and_then(|head| self.land_of_will(head))
    }

    /// قرار كيري زيارة القاهرة, حق كيري في زيارة القاهرة: the status of what a noun tells, by the will that is for it; `None` where that says nothing.
    pub(super) fn willed(&self, at: usize) -> Option<Status> {
        if self.lang == Lang::En || self.units[at].kind != Kind::Noun {
            return None;
        }
        let head = self.before_governed(at)?;
        let will = if self.is_will(head) {
            head
        } else {
            self.unit_phrase(head)?;
            let (first, _) = self.list_ending_at(head);
            first.checked_sub(1).filter(|&before| self.is_will(before))?
        };
        let status = self.units[will].classes.iter().find_map(|class| match class {
            Class::Will(status) => *status,
            _ => None,
        })?;
        // لا تتضمن خطة أوباما زيارة القاهرة: what a plan does not hold.
        let negated = |verb: usize| verb > 0 && self.units[verb - 1].is(Class::Negation);
        if will.checked_sub(1).is_some_and(|verb| self.units[verb].kind == Kind::Verb && negated(verb)) {
            return Some(Status::Denied);
        }
        // A decision to bomb or to help is as good as the deed.
        let contact = self.tells(at, |told| told.family() == crate::lexicon::Family::Contact);
        (status != Status::Planned || contact).then_some(status)
    }

    /// Over the noun of doing it and the prepositions, back from a noun to what governs it.
    fn before_governed(&self, at: usize) -> Option<usize> {
        let passes = |&i: &usize| {
            let unit = &self.units[i];
            let light = || unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
            unit.phrase().is_none()
                && !self.is_will(i)
                && !self.is_incumbent(i)
                && (unit.is_preposition() && !unit.is(Class::Circumstance)
                    || unit.kind == Kind::Noun && light()
                    || unit.has(|class| matches!(class, Class::Holding | Class::Performing | Class::Negation)))
        };
        let over = (at.saturating_sub(WORDS)..at).rev().take_while(passes).count();
        (at - over).checked_sub(1)
    }

    /// ليس لدى كيري نية لـ: whose a will is that stands right behind whom has it.
    fn holder(&self, will: usize) -> Option<Parties> {
        // قالت فرنسا إنها مستعدة لدعم مالي, إن فرنسا مستعدة لدعم مالي: who is said to be ready.
        let ready = self.units[will].has(|c| matches!(c, Class::Possible | Class::Will(Some(Status::Possible))));
        if will > 0 && ready && self.units[will - 1].resumes {
            let found = Some(self.speaker(will)).filter(|found| !found.is_empty());
            return found.map(|found| Parties { confidence: 0.85, carried: false, end: will + 1, ..found });
        }
        // أكدت تونس أنها على استعداد لمساعدة ليبيا
        let on = will > 1 && self.is_preposition_of(will - 1, "على");
        let from = will - usize::from(on);
        if on && self.units[from - 1].resumes {
            let found = Some(self.speaker(from)).filter(|found| !found.is_empty());
            return found.map(|found| Parties { confidence: 0.85, carried: false, end: will + 1, ..found });
        }
        // الصين مستعدة لمساعدة إيطاليا, لافروف: مستعدون لدعم لبنان: who stands at the head of the clause, or before the colon of a headline.
        if ready && self.heads_clause(from) {
            return Some(Parties { confidence: 0.85, end: will + 1, ..self.list(from - 1) });
        }
        let colon = from.checked_sub(1).filter(|&colon| ready && self.units[colon].is_stop());
        if let Some(colon) = colon {
            return Some(self.quoted_behind(colon)).filter(|found| !found.is_empty());
        }
        let last = will.checked_sub(1).filter(|&last| self.bare_party(last))?;
        let (first, list) = self.list_ending_at(last);
        let has = first.checked_sub(1).is_some_and(|before| self.is_at(before));
        (has && !list.is_empty() && !self.shapes[will].suffix)
            .then(|| Parties { confidence: 0.85, ..Parties::new(list, 0.85, will + 1) })
    }

    pub(super) fn is_will(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.phrase().is_none() && unit.kind != Kind::Verb && unit.has(|class| matches!(class, Class::Will(_)))
    }

    /// تعهد ألمانيا بدعم تونس: a promise of support is told as a promise alone.
    fn is_promise_of_help(&self, will: usize, at: usize) -> bool {
        self.tells(will, |told| told == Predicate::Promised)
            && self.tells(at, |told| matches!(told, Predicate::Supported | Predicate::Aided))
    }

    fn is_incumbent(&self, at: usize) -> bool {
        self.units[at].phrase().is_none() && self.units[at].is(Class::Incumbent)
    }

    /// لدى, عند
    fn is_at(&self, at: usize) -> bool {
        self.is_one_of(at, &["لدى", "عند"])
    }

    /// على, لدى, من: behind which stands upon whom something is.
    fn is_upon(&self, at: usize) -> bool {
        self.is_one_of(at, &["على", "لدى", "من", "أمام"])
    }

    fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let unit = &self.units[at];
        let lexicon = &self.knowledge.lexicon;
        unit.phrase().is_none()
            && words.iter().any(|word| {
                let id = lexicon.preposition_id(word);
                unit.has(|class| matches!(class, Class::Prep(own) if Some(own) == id))
            })
    }

    /// يتعين على كيري أن, تقرر لكيري أن: the party right before أن upon whom something is, where no verb that the lexicon lists asks it of him.
    pub(super) fn incumbent_before(&self, that: usize) -> Option<usize> {
        let last = that.checked_sub(1).filter(|&last| self.unit_phrase(last).is_some())?;
        let (first, _) = self.list_ending_at(last);
        let before = first.checked_sub(1)?;
        // بوسع كيري أن يلتقي
        if self.bare_party(first) && self.is_will(before) && !self.shapes[before].article {
            return Some(first);
        }
        let word = if self.units[first].clitics == Clitics::LI {
            Some(before)
        } else {
            first.checked_sub(2).filter(|_| self.bare_party(first) && self.is_upon(first - 1))
        };
        word.filter(|&word| self.is_incumbent(word)).map(|_| first)
    }

    /// Returns what asks, warns, charges or lets before a unit, a verb, a participle behind a comma or a noun with its owner, and where its
    /// addressee may stand at the earliest: داعيا كيري إلى, دعوته كيري إلى, مطالبة عباس كيري بـ.
    pub(super) fn addresser(&self, at: usize, reach: usize) -> Option<(usize, usize)> {
        let binds = |form: &Form| {
            let told = self.knowledge.lexicon.trigger(form.trigger).predicate;
            matches!(told, Some(Predicate::DemandedOf | Predicate::Threatened | Predicate::Criticised))
        };
        for before in (at.saturating_sub(reach)..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() {
                return None;
            }
            match unit.kind {
                Kind::Verb => {
                    let subject = self.subjects.get(before)?.as_ref()?;
                    let from = if subject.carried { before + 1 } else { subject.end.max(before + 1) };
                    return Some((before, from));
                }
                Kind::Participle if self.lang == Lang::Ar && is_indefinite(unit) && unit.forms.iter().any(binds) => {
                    return Some((before, before + 1));
                }
                Kind::Noun if self.lang == Lang::Ar && unit.forms.iter().any(binds) => {
                    let from = if unit.owner().is_some() {
                        before + 1
                    } else if self.bare_party(before + 1) && !self.shapes[before].article {
                        self.list(before + 1).end
                    } else {
                        continue;
                    };
                    let own = self.units.get(from).is_some_and(|next| next.is_preposition());
                    if from < at && self.unit_phrase(from + usize::from(own)).is_some() {
                        return Some((before, from));
                    }
                }
                _ => {}
            }
        }
        None
    }
}

/// نفى كيري نيته لقاء, ليس لدى كيري نية للقاء: whether somebody is said not to have a will; but not who rejects another's.
pub(super) fn is_denied_will(clause: &Clause<'_>, will: usize) -> bool {
    let units = clause.units;
    if clause.lang == Lang::En || !clause.is_will(will) {
        return false;
    }
    for unit in units[will.saturating_sub(WORDS)..will].iter().rev() {
        if unit.phrase().is_some() {
            continue;
        }
        let rejects =
            |form: &Form| clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Rejected);
        if unit.is(Class::Denied) {
            return !unit.forms.iter().any(rejects);
        }
        if unit.is(Class::Negation) {
            return true;
        }
        let passes = unit.is_preposition()
            || unit.has(|class| matches!(class, Class::PrepPronoun(_) | Class::Each | Class::Skip | Class::Auxiliary))
            // نفى وجود نية
            || unit.clitics == Clitics::NONE && matches!(unit.kind, Kind::Word | Kind::Noun);
        if !passes || unit.is(Class::Complement) {
            return false;
        }
    }
    false
}

/// مطالبا, داعيا: a participle that stands as the state of who speaks.
fn is_indefinite(unit: &Unit) -> bool {
    unit.forms.iter().all(|form| matches!(form.shape, Shape::Participle { definite: false, .. }))
}
