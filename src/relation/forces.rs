//! Forces, and whose they are: قصفت قوات الأسد حلب, سيطر مقاتلو تنظيم داعش على الرقة, قتل فلسطيني برصاص إسرائيلي.
//!
//! Nobody is named by the forces themselves; what they do their owner does.

use super::clause::{Clause, Parties, Party, agrees};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Shape};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Sentence<'_> {
    /// هجوم حفتر على طرابلس: whether all who attack command an army or an armed group, and it is on a place or power of their own country, against
    /// which they have more than words.
    pub(super) fn commands_against(&self, subject: &Parties, object: &Parties) -> bool {
        let gazetteer = &self.clause.knowledge.gazetteer;
        let home = |party: &Party| match party.referent {
            Referent::Known(key) => gazetteer.country_of(key),
            Referent::New(_) => None,
        };
        let [own] = subject.list.as_slice() else { return false };
        self.reader.lang == Lang::Ar
            && self.commands(own.referent)
            && !object.list.is_empty()
            && object.list.iter().all(|party| !self.clause.is_human(party) && home(party) == home(own))
    }

    /// Returns whether somebody commands an army or an armed group on the day of the document.
    pub(super) fn commands(&self, person: Referent) -> bool {
        const COMMANDERS: [&str; 2] = ["commander", "army_chief"];
        let (Referent::Known(key), Some(day)) = (person, self.reader.date) else { return false };
        let offices = self.clause.knowledge.gazetteer.offices();
        offices.of_person(key).any(|term| term.covers(day) && COMMANDERS.contains(&offices.name(term.office)))
    }
}

impl Clause<'_> {
    /// استهدفت مسيرة إسرائيلية سيارة, مسيرة إسرائيلية استهدفت سيارة, غارة شنتها طائرة إسرائيلية: whose the aircraft is that strikes, by the
    /// nationality behind it.
    pub(super) fn craft_of(&self, at: usize) -> Option<Parties> {
        const ADJECTIVES: usize = 2;
        let rows = || self.units[at].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
        let strikes = rows().any(|row| row.predicate == Some(Predicate::Attacked));
        let light = || rows().any(|row| row.flags.light);
        if self.lang == Lang::En || !(strikes || light()) || rows().any(|row| row.flags.needs == Some(Class::Craft)) {
            return None;
        }
        let raid =
            |i: usize| self.units[i].kind == Kind::Noun && self.tells(i, |predicate| predicate == Predicate::Attacked);
        let carried_out = !strikes
            && self.units[at].verb().is_some_and(|(.., object)| object.is_some())
            && (at.saturating_sub(1 + ADJECTIVES)..at).any(raid);
        let craft = |i: usize| {
            let unit = &self.units[i];
            unit.phrase().is_none() && unit.is(Class::Craft) && !unit.clitics.has_preposition()
        };
        let nation =
            |i: usize| self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Demonym && p.clitics == Clitics::NONE);
        let word =
            |i: &usize| self.units[*i].phrase().is_none() && matches!(self.units[*i].kind, Kind::Word | Kind::Function);
        let end = self.units.len();
        // Behind the verb something stands bare that is struck: استهدفت طائرة إسرائيلية alone may be a passive.
        if at + 2 < end && craft(at + 1) {
            let adjectives = (at + 2..end).take(ADJECTIVES).take_while(word).count();
            let found = at + 2 + adjectives;
            let struck = self.units.get(found + 1).is_some_and(|unit| {
                !unit.is_mark()
                    && !unit.is_preposition()
                    && !unit.clitics.has_preposition()
                    && !unit.clitics.has_conjunction()
            });
            let deed = strikes && struck || carried_out || found + 1 < end && raid(found + 1);
            return (found < end && nation(found) && deed)
                .then(|| Parties::new(self.parties_of(found), 0.85, found + 1));
        }
        // كانت طائرة فرنسية قد استهدفت القافلة
        let qad = at.checked_sub(1).is_some_and(|before| self.units[before].is(Class::Qad));
        let last = at.checked_sub(1 + usize::from(qad)).filter(|&last| strikes && nation(last))?;
        let adjectives = (0..last).rev().take(ADJECTIVES).take_while(|i| word(i) && !craft(*i)).count();
        let head = last.checked_sub(1 + adjectives).filter(|&head| craft(head))?;
        let opens = head == 0
            || self.units[head - 1].is_mark()
            || self.shapes[head - 1].opens_content
            || qad && self.units[head - 1].is(Class::Auxiliary);
        opens.then(|| Parties::new(self.parties_of(last), 0.85, at + 1))
    }

    /// قصفت أمريكا ميليشيات موالية لإيران: whether a participle says whose side the forces right before it are on, and nothing of who strikes them.
    pub(super) fn is_of_forces(&self, at: usize) -> bool {
        let sides = self.units[at].kind == Kind::Participle && self.tells(at, |told| told == Predicate::Supported);
        if self.lang == Lang::En || at == 0 || !sides {
            return false;
        }
        let heads = |unit: &Unit| match unit.phrase() {
            // موقف مصر الداعم لليبيا: a word of the masculine singular describes no forces.
            Some(index) => {
                let one = self.units[at]
                    .forms
                    .iter()
                    .any(|form| matches!(form.shape, Shape::Participle { definite: true, .. }))
                    && !self.shapes[at].feminine;
                self.phrases[index].kind == PhraseKind::Agent && !self.shapes[at].article && !one
            }
            // موقف بلاده الداعم لليمن: a position is no force.
            None => {
                unit.has(|c| matches!(c, Class::Agent | Class::Staff)) && !unit.has(|c| matches!(c, Class::SideHead))
            }
        };
        // أمريكا تدعم قوات موالية لحفتر: but who helps them is on their side.
        let helps = |told: Predicate| matches!(told, Predicate::Supported | Predicate::Aided | Predicate::Praised);
        let verb = (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb);
        if verb.is_some_and(|verb| self.tells(verb, helps)) {
            return false;
        }
        let near = &self.units[at.saturating_sub(2)..at];
        heads(&near[near.len() - 1]) || near.len() == 2 && heads(&near[0]) && near[1].kind == Kind::Word
    }

    /// قصفت قوات موالية للأسد حلب: whose the forces are that stand at a unit as the subject of a verb of force.
    pub(super) fn owner_of_forces(&self, verb: usize, at: usize) -> Option<Parties> {
        let force = |predicate| matches!(predicate, Predicate::Attacked | Predicate::Seized);
        let unit = self.units.get(at).filter(|unit| unit.phrase().is_none() && unit.clitics == Clitics::NONE)?;
        let heads = unit.has(|class| matches!(class, Class::Agent | Class::Staff));
        let craft = unit.is(Class::Craft);
        if self.lang == Lang::En || !(heads || craft) || self.shapes[at].article || !self.tells(verb, force) {
            return None;
        }
        if heads { self.of_forces(at + 1) } else { self.nation_of_craft(verb, at) }
    }

    /// الذي اغتالته طائرة إسرائيلية: whose the craft at a unit is by its nationality, behind a verb that has whom it hits on it.
    fn nation_of_craft(&self, verb: usize, at: usize) -> Option<Parties> {
        let resumes = self.units[verb].verb().is_some_and(|(.., object)| object.is_some());
        let word = self.units.get(at + 1).is_some_and(|unit| unit.phrase().is_none() && unit.kind == Kind::Word);
        let nation = at + 1 + usize::from(word);
        let demonym = self
            .unit_phrase(nation)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE);
        (resumes && demonym).then(|| Parties::new(self.parties_of(nation), 0.85, nation + 1))
    }

    /// Who owns what stands right before a unit: the party there, behind the noun of its kind, or behind a word that says whose side
    /// somebody is on.
    fn of_forces(&self, at: usize) -> Option<Parties> {
        let owner = |at: usize| {
            let kind = self.unit_phrase(at)?.kind;
            let named = matches!(kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Country);
            let clitics = self.units[at].clitics;
            named.then_some(clitics)
        };
        let word = |at: usize| {
            self.units.get(at).is_some_and(|unit| {
                matches!(unit.kind, Kind::Word | Kind::Function | Kind::Participle)
                    && unit.clitics == Clitics::NONE
                    && !unit.is_preposition()
                    && self.shapes[at].preposition.is_none()
            })
        };
        let list = |at: usize| Some(Parties { confidence: 0.85, ..self.list(at) }).filter(|found| !found.is_empty());
        if owner(at) == Some(Clitics::NONE) {
            return list(at);
        }
        // مسلحون من حركة الشباب
        let body = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
        if self.units.get(at).is_some_and(|unit| self.is_from(unit)) && body(at + 1) {
            return list(at + 1);
        }
        // مقاتلو تنظيم داعش
        let body = self.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
        if word(at) && !self.shapes[at].article && body && owner(at + 1) == Some(Clitics::NONE) {
            return list(at + 1);
        }
        // قوات موالية للأسد, القوات التابعة لحفتر
        let side = word(at) && !self.shapes[at].article;
        if side && owner(at + 1).is_some_and(|clitics| clitics.has(Clitics::LI)) {
            return list(at + 1);
        }
        None
    }

    /// قصفت قوات النظام بالبراميل المتفجرة مدينة داريا: one past with what force is used, behind which stands whom or what it hits; `from`
    /// itself where there is no such thing.
    pub(super) fn past_weapon(&self, from: usize) -> usize {
        const WORDS: usize = 3;
        let Some(with) = self.knowledge.lexicon.preposition_id("ب").filter(|_| self.lang == Lang::Ar) else {
            return from;
        };
        let led = from < self.units.len() && self.units[from].phrase().is_none() && self.has_clitic(from, with);
        let word = |at: &usize| {
            self.units[*at].kind == Kind::Word
                && self.units[*at].clitics == Clitics::NONE
                && self.shapes[*at].preposition.is_none()
        };
        let hit = |&at: &usize| {
            let place = self.units[at].is(Class::PlaceHead) && self.units[at].clitics == Clitics::NONE;
            self.bare_party(at) && !self.units[at].clitics.has_conjunction() || place && self.bare_party(at + 1)
        };
        let end = self.units.len();
        let found = (from + 1..end.min(from + 1 + WORDS)).find(|at| hit(at) || !word(at)).filter(hit);
        if led { found.unwrap_or(from) } else { from }
    }

    /// قتل فلسطيني برصاص: the singular adjective of a country that stands for one of its people as whom something is done to, right
    /// behind a verb that tells that it was.
    pub(super) fn one_of_people(&self, verb: usize, at: usize) -> Option<Parties> {
        let receives = || {
            let forms = self.units[verb].forms.iter();
            forms.map(|form| self.knowledge.lexicon.trigger(form.trigger).flags).any(|flags| flags.receives)
        };
        // قتل ثلاثة من طالبان: so many of a body.
        let some = self.lang == Lang::Ar
            && self.units.get(at).is_some_and(|unit| {
                unit.phrase().is_none()
                    && unit.clitics == Clitics::NONE
                    && matches!(unit.kind, Kind::Word | Kind::Function)
            })
            && self.units.get(at + 1).is_some_and(|from| self.is_from(from) && from.end == from.start + 1)
            && self
                .unit_phrase(at + 2)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Body && phrase.clitics == Clitics::NONE);
        if some && receives() {
            return Some(Parties::new(self.parties_of(at + 2), 0.8, at + 3));
        }
        (self.is_one_of_people(at) && receives()).then(|| Parties::new(self.parties_of(at), 0.8, at + 1))
    }

    /// قتلت إسرائيل فلسطينيا: the same as the object of a verb of force, right behind its subject.
    pub(super) fn killed_one(&self, at: usize) -> Parties {
        if self.is_one_of_people(at) { Parties::new(self.parties_of(at), 0.8, at + 1) } else { Parties::default() }
    }

    fn is_one_of_people(&self, at: usize) -> bool {
        let adjective = self.unit_phrase(at).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE && !phrase.named
        });
        self.lang == Lang::Ar && adjective && !self.shapes[at].definite
    }
}

impl Sentence<'_> {
    /// شنت إسرائيل غارة استهدفت مواقع لحماس, تبنى التنظيم الهجوم الذي استهدف السفارة: whom the verb of force hits that says of a noun of
    /// force what it did.
    pub(super) fn struck(&self, at: usize, subject: Option<&Parties>) -> Parties {
        const ADJECTIVES: usize = 3;
        let (clause, units) = (self.clause, self.clause.units);
        if self.reader.lang == Lang::En {
            return self.struck_in_english(at, subject);
        }
        let describes = |i: usize| {
            units[i].kind == Kind::Word && clause.shapes[i].preposition.is_none()
                || units[i].kind == Kind::Function && units[i].is(Class::Skip)
                || clause.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym)
        };
        // غارات التحالف استهدفت: over whose they are.
        let from = subject.map_or(at + 1, |doer| if doer.carried || doer.end > at + ADJECTIVES { 0 } else { doer.end });
        let from = from.max(at + 1);
        let end = (from..units.len().min(from + ADJECTIVES)).take_while(|&i| describes(i)).last();
        let next = end.map_or(from, |last| last + 1);
        let relative = units.get(next).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Relative));
        let verb = next + usize::from(relative);
        // وسعت العقوبات لتشمل فلانا
        if clause.tells(at, |told| told == Predicate::Sanctioned)
            && units.get(verb).is_some_and(|unit| unit.clitics == Clitics::LI)
            && clause.reaches_further(verb)
            && clause.bare_party(verb + 1)
        {
            return Parties { confidence: 0.85, ..clause.list(verb + 1) };
        }
        let Some(unit) = units.get(verb).filter(|unit| unit.kind == Kind::Verb && unit.clitics == Clitics::NONE) else {
            return Parties::default();
        };
        let hits = unit.forms.iter().find_map(|form| {
            let trigger = clause.knowledge.lexicon.trigger(form.trigger);
            let bare = matches!(form.shape, Shape::Verb { object: None, .. });
            (bare && trigger.predicate == Some(Predicate::Attacked)).then_some((trigger, form.shape))
        });
        let Some((trigger, shape)) = hits else { return Parties::default() };
        let named = clause.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.carried);
        if let Some(own) = named {
            // الغارات الإسرائيلية استهدفت غزة: behind a verb that agrees with the raids stands whom they hit.
            let whom = own.end > verb + 1 && self.slot(verb, trigger, &trigger.object, shape, Some(own)).is_none();
            return if whom { own.clone() } else { Parties::default() };
        }
        let found = self.slot(verb, trigger, &trigger.object, shape, subject);
        // عقوبات تستهدف قطاع النفط الإيراني: sanctions hit nothing else.
        let sure = if clause.tells(at, |told| told == Predicate::Sanctioned) { 1.0 } else { 0.9 };
        found.map(|(found, _)| Parties { confidence: found.confidence * sure, ..found }).unwrap_or_default()
    }
}

impl Clause<'_> {
    /// قصفت إسرائيل مواقع لحزب الله في لبنان ردا على هجماته: who was struck, whose the deeds are, by the pronoun on their noun, for which that was done.
    pub(super) fn struck_before_answer(&self, noun: usize) -> Option<Parties> {
        const REACH: usize = 16;
        let before = noun.checked_sub(1).filter(|_| self.lang == Lang::Ar)?;
        let pronoun = self.units[noun].owner().filter(|_| self.is_preposition_of(before, "بسبب"))?;
        let struck = |told| told == Predicate::Attacked;
        let deed = (before.saturating_sub(REACH)..before)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun) && self.tells(i, struck))?;
        let doer = self.subjects.get(deed).and_then(Option::as_ref).filter(|found| !found.carried);
        let side = |kind| matches!(kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent);
        let party = (doer.map_or(deed + 1, |doer| doer.end.max(deed + 1))..before).find_map(|i| {
            self.unit_phrase(i).filter(|phrase| side(phrase.kind))?;
            self.parties_of(i).into_iter().find(|party| agrees(*party, pronoun.gender))
        })?;
        Some(Parties::new(vec![party], 0.8, noun + 1))
    }
}
