//! Whose deeds somebody calls a crime: أعلن ماكرون أن ما تقوم به إسرائيل جريمة حرب, اعتبر ما تفعله روسيا عدوانا.
//!
//! "What" with the verb of doing and its subject comes in, and the word that judges it; who says it blames who does it.

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::AliasKind;
use crate::lexicon::{Class, Form, Predicate, Status};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;
use crate::text::fold::{AIN, ALEF, BEH, LAM, MEEM};
use crate::text::normal_form;

/// How far behind who does it the word may stand that judges it: في الأراضي المحتلة يعد انتهاكا.
const REACH: usize = 9;
/// How far before "what" the verb of a stance may stand that is about it.
const NEAR: usize = 3;

impl Clause<'_> {
    /// ما تقوم به إسرائيل: who does what the verb right behind "what" names.
    fn doer_of_what(&self, what: usize) -> Option<Parties> {
        let verb = self.units.get(what + 1)?;
        let with = self.knowledge.lexicon.preposition_id("ب")?;
        let it = verb.verb().is_some_and(|(.., object)| object.is_some()) || self.governs(what + 2, with);
        // ما وصفته واشنطن بأنه, ما تشهده ليبيا: what somebody says or sees is no deed of his.
        let says = verb.is(Class::Described) || self.is_saying(what + 1) || self.tells_speech(what + 1);
        if !it || says || verb.is(Class::Scene) {
            return None;
        }
        let found = self.doer(what + 1)?;
        let power =
            |kind| matches!(kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Person | PhraseKind::Agent);
        (!found.list.is_empty() && found.list.iter().all(|party| power(party.kind))).then_some(found)
    }

    /// Returns whether a word of crime judges what stands before `from`, in the same clause and not negated.
    fn is_called_crime(&self, from: usize) -> bool {
        let ends = |unit: &Unit| {
            unit.is_mark() || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Negation | Class::Relative))
        };
        let crime = |class| matches!(class, Class::Crime | Class::Epithet);
        let behind = (from..self.units.len().min(from + REACH)).take_while(|&at| !ends(&self.units[at]));
        // ما تقوم به مصر في مواجهة الإرهاب: what it is called has no article.
        let named = |at: usize| self.shapes[at].article && !self.units[at].is(Class::Epithet);
        behind.into_iter().any(|at| self.units[at].phrase().is_none() && self.units[at].has(crime) && !named(at))
    }
}

impl Clause<'_> {
    /// ما وصفه بالعدوان الإيراني, ما تسميه موسكو إرهاب واشنطن: who calls something a misdeed, behind "what" at a unit, and whose it is said to be.
    fn misdeed_called(&self, what: usize) -> Option<(Parties, Parties)> {
        let verb = what + 1;
        let unit = self.units.get(verb).filter(|unit| unit.kind == Kind::Verb)?;
        let calls = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.calls;
        let it = unit.verb().is_some_and(|(.., object)| object.is_some());
        if !it || !unit.forms.iter().any(calls) {
            return None;
        }
        let caller = self.subjects[verb].clone().filter(|found| !found.is_empty() && !found.opaque);
        // ما سماه العدوان التركي: what it is called stands where who calls it so might.
        let caller = caller.or_else(|| {
            let said = Some(self.speaker(what)).filter(|found| !found.is_empty());
            Some(Parties { carried: true, ..said.or_else(|| Some(self.actor_before(what)?.1.clone()))? })
        })?;
        let thing = if caller.carried { verb + 1 } else { caller.end.max(verb + 1) };
        let owner = self.so_called(thing)?;
        let bad =
            |class| matches!(class, Class::Crime | Class::Epithet | Class::Savage | Class::Repression | Class::Evil);
        let force = |told| matches!(told, Predicate::Attacked | Predicate::Seized | Predicate::Threatened);
        let end = self.units.len().min(owner.end + 1);
        let misdeed = (thing..end).any(|at| self.units[at].phrase().is_none() && self.units[at].has(bad));
        let misdeed = misdeed || self.units[thing].kind == Kind::Noun && self.tells(thing, force);
        // أدان ما وصفه بالعدوان, رحب بما وصفه: the stance says itself what he thinks of it.
        let stance = |told| {
            use Predicate::{Criticised, Praised, Rejected, Supported};
            matches!(told, Criticised | Praised | Rejected | Supported)
        };
        let judged = (what.saturating_sub(NEAR)..what)
            .rev()
            .take_while(|&at| !self.units[at].is_stop() && !self.units[at].is(Class::Complement))
            .any(|at| self.units[at].kind != Kind::Word && self.tells(at, stance));
        (misdeed && !judged && self.are_apart(&caller.list, &owner.list)).then_some((caller, owner))
    }
}

impl Clause<'_> {
    /// إن الوجود الأميركي في أفغانستان يهدد: the last unit before "in" and a place that ends at a unit; the unit itself where none does.
    pub(super) fn before_place(&self, last: usize) -> usize {
        let place =
            self.unit_phrase(last).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place));
        match last.checked_sub(2) {
            Some(before) if place && self.lang == Lang::Ar && self.is_in(last - 1) => before,
            _ => last,
        }
    }

    /// الاتهامات الروسية, الاتهامات السعودية: whose a definite noun is by the adjective at a unit, which may be spelt like the country.
    pub(super) fn is_accuser_adjective(&self, at: usize) -> bool {
        let country =
            || self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Country && p.clitics == Clitics::NONE);
        self.is_demonym(at) || at > 0 && self.units[at - 1].is_definite_noun() && country()
    }

    /// الخطوة الروسية الأخيرة: the nationality right before one more adjective with the article at a unit; the unit itself where none stands there.
    pub(super) fn before_adjective(&self, last: usize) -> usize {
        let unit = &self.units[last];
        let adjective = unit.phrase().is_none()
            && unit.clitics == Clitics::NONE
            && (unit.kind == Kind::Word && self.shapes[last].article && self.shapes[last].preposition.is_none()
                || unit.has(|class| matches!(class, Class::Last | Class::Latter(_) | Class::TitleAdjective { .. })));
        let nationality =
            |before: usize| self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        match last.checked_sub(1) {
            Some(before) if self.lang == Lang::Ar && adjective && nationality(before) => before,
            _ => last,
        }
    }
}

impl Sentence<'_> {
    /// ما, عما, مما, لما, بما: "what", with or without a preposition.
    fn is_what_behind_preposition(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[self.clause.units[at].start]);
        matches!(form, [MEEM, ALEF] | [AIN | MEEM | LAM | BEH, MEEM, ALEF])
    }

    /// دعا فلان إلى وقف ما وصفه بالعدوان الإيراني: who calls a deed so criticises whose it is.
    fn so_called_misdeed(&self, at: usize, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let Some((caller, owner)) = self.clause.misdeed_called(at) else { return };
        for s in &caller.list {
            for o in owner.list.iter().filter(|o| o.referent != s.referent) {
                out.push(self.untriggered(at, Predicate::Criticised, Status::Happened, (*s, *o), SURE));
            }
        }
    }

    /// أكد فلان أن ما تقوم به إسرائيل جريمة: who says so criticises who does it.
    pub(super) fn judged_deeds(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let clause = self.clause;
        let what = |at: usize| self.tokens.form(&self.tokens.tokens[clause.units[at].start]) == [MEEM, ALEF];
        if self.reader.lang != Lang::Ar {
            return;
        }
        for at in 1..clause.units.len() {
            if clause.units[at].phrase().is_some() || clause.units[at].kind == Kind::Noun {
                continue;
            }
            if self.is_what_behind_preposition(at) {
                self.so_called_misdeed(at, out);
            }
            if !what(at) {
                continue;
            }
            let Some(doer) = clause.doer_of_what(at).filter(|doer| clause.is_called_crime(doer.end.max(at + 2))) else {
                continue;
            };
            let speaker = clause.speaker(at);
            let start = self.tokens.tokens[clause.units[0].start].span.start;
            let here = |party: &&Party| party.span.is_some_and(|span| span.start >= start);
            for s in speaker.list.iter().filter(here) {
                let apart = |o: &&Party| o.referent != s.referent;
                for o in doer.list.iter().filter(apart) {
                    out.push(self.untriggered(at, Predicate::Criticised, Status::Happened, (*s, *o), SURE));
                }
            }
        }
    }
}

impl Sentence<'_> {
    /// أدانت مصر هجوم كابول: takes out a capital right behind a noun of force, which was struck and strikes nobody; not أدانت هجوم موسكو على كييف.
    pub(super) fn without_struck_capitals(&self, parties: &mut Parties) {
        if parties.list.iter().any(|party| party.kind == PhraseKind::Country) {
            parties.list.retain(|party| !self.is_struck_capital(party));
        }
    }

    fn is_struck_capital(&self, party: &Party) -> bool {
        const WORDS: usize = 5;
        let (clause, units) = (self.clause, self.clause.units);
        let Referent::Known(key) = party.referent else { return false };
        let stands = |at: &usize| clause.unit_phrase(*at).is_some_and(|phrase| Some(phrase.span) == party.span);
        let Some(at) = (1..units.len()).find(stands).filter(|_| party.kind == PhraseKind::Country) else {
            return false;
        };
        let deed = &units[at - 1];
        let force = deed.kind == Kind::Noun
            && !deed.is_definite_noun()
            && clause.tells(at - 1, |told| told == Predicate::Attacked);
        let aimed = |at: usize| ["على", "ضد"].iter().any(|word| clause.is_preposition_of(at, word));
        let mut behind = (at + 1..units.len()).take(WORDS).take_while(|&next| !units[next].is_mark());
        if !force || behind.any(aimed) || units[at].end != units[at].start + 1 {
            return false;
        }
        let name = self.tokens.form(&self.tokens.tokens[units[at].start]);
        let mut aliases = clause.knowledge.gazetteer.aliases_of(key);
        aliases.any(|alias| alias.kind == AliasKind::Metonym && normal_form(alias.text) == name)
    }
}
