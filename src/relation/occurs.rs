//! The verb that tells when and whether a meeting takes place: القمة التي ستعقد غدا, اللقاء سيجرى في مارس, "talks that will be
//! held on Friday".
//!
//! The index of the noun comes in; the verb of its relative clause, or the verb whose subject it is, goes out.

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Form, Predicate, Shape, Tense, Trigger};

/// How far behind its noun the relative clause or verb may begin.
const REACH: usize = 14;
/// How many words of unknown meaning may stand between.
const WORDS: usize = 4;
/// How many particles may stand between the relative and its verb.
const PARTICLES: usize = 4;

impl Clause<'_> {
    /// Returns the verb by which the clause tells of the taking place of the meeting that the noun at `noun` names.
    pub(super) fn verb_of_event(&self, noun: usize) -> Option<usize> {
        let units = self.units;
        if units[noun].kind != Kind::Noun {
            return None;
        }
        let mut words = 0;
        let last = units.len().min(noun + REACH);
        for next in noun + 1..last {
            let unit = &units[next];
            match unit.kind {
                Kind::Phrase(_) => {}
                Kind::Function if unit.is(Class::Relative) => {
                    let verb = (next + 1..units.len().min(next + 1 + PARTICLES))
                        .take_while(|&at| !units[at].is_stop() && units[at].phrase().is_none())
                        // "a letter to Obama that talks could not resume": what the verb is about stands before it.
                        .take_while(|&at| self.lang == Lang::Ar || units[at].kind != Kind::Noun)
                        .find(|&at| {
                            units[at].kind == Kind::Verb && (!units[at].is(Class::Auxiliary) || self.may_occur(at))
                        })?;
                    // فلان الذي سيجري معه محادثات: what is done with him is another event.
                    let with = self.knowledge.lexicon.preposition_id("مع");
                    let him = |class| matches!(class, Class::PrepPronoun(id) if Some(id) == with);
                    if units[next - 1].phrase().is_some() && units.get(verb + 1).is_some_and(|unit| unit.has(him)) {
                        return None;
                    }
                    return self.tells_of_event(noun, verb, true).then_some(verb);
                }
                Kind::Function if unit.has(|c| matches!(c, Class::Complement | Class::Negation)) => return None,
                Kind::Function => {}
                // اللقاء بين فلان وفلان، الذي سيعقد غدا
                Kind::Mark(_) if unit.is_comma() && units.get(next + 1).is_some_and(|u| u.is(Class::Relative)) => {}
                Kind::Verb if unit.is(Class::Auxiliary) && self.lang == Lang::En => {}
                Kind::Verb => {
                    let free = self.is_free_before(noun) && self.tells_of_event(noun, next, false);
                    return free.then_some(next);
                }
                Kind::Word if words < WORDS => words += 1,
                _ => return None,
            }
        }
        None
    }

    /// Returns whether a noun may be the subject of the next verb: no verb of its clause stands before it, and no preposition
    /// has it (بعد لقائهما سيعقد اجتماع).
    pub(super) fn is_free_before(&self, noun: usize) -> bool {
        let governs = |unit: &Unit| {
            unit.phrase().is_none()
                && (unit.is(Class::Circumstance) && !unit.is(Class::Complement) || unit.is_preposition())
        };
        let near = &self.units[noun.saturating_sub(2)..noun];
        if self.units[noun].clitics.has_preposition() || near.iter().any(governs) {
            return false;
        }
        let opens = |unit: &Unit| {
            unit.is_mark()
                || unit.phrase().is_none()
                    && unit.has(|class| matches!(class, Class::Complement | Class::Conj | Class::Relative))
        };
        // "said a summit will be held"
        let says = |unit: &Unit| {
            self.lang == Lang::En
                && unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech)
        };
        self.units[..noun]
            .iter()
            .rev()
            .take_while(|unit| !opens(unit) && !says(unit))
            .all(|unit| unit.kind != Kind::Verb)
    }

    pub(super) fn may_occur(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.occurs)
    }

    /// Returns whether a verb tells of the meeting that a noun before it names that it takes place.
    pub(super) fn tells_of_event(&self, noun: usize, verb: usize, relative: bool) -> bool {
        let unit = &self.units[verb];
        let row = |form: &Form| self.knowledge.lexicon.trigger(form.trigger);
        let Some((_, gender, _, object)) = unit.verb() else { return false };
        let any = |test: &dyn Fn(&Trigger) -> bool| unit.forms.iter().any(|form| test(row(form)));
        // تعقد القمة: the verb agrees with a feminine noun; a plural of things is feminine too.
        let feminine = self.units[noun].forms.iter().map(row).all(|noun| {
            let lemma = noun.forms.split('|').next().unwrap_or_default();
            lemma.ends_with('ة') || lemma.ends_with("ات")
        });
        let agrees = self.lang == Lang::En
            || !feminine
            || gender.is_none()
            || unit.persons().iter().any(|&(_, gender, _)| gender == Some(Gender::Feminine));
        if self.may_occur(verb) {
            // القمة التي سيتم تحديد موعدها, في مكان سيجري تحديده: what is done there is something else.
            let next = self.units.get(verb + 1).map(|unit| (unit, &self.shapes[verb + 1]));
            let other = next.is_some_and(|(unit, shape)| {
                unit.kind == Kind::Word && shape.suffix && shape.preposition.is_none() && !self.is_in_date(verb + 1)
            });
            return agrees && object.is_none() && !other;
        }
        if self.lang == Lang::En {
            let participle = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. });
            let passive = unit.forms.iter().any(participle)
                && self.units[noun + 1..verb].iter().any(|unit| unit.is(Class::Auxiliary));
            return passive && any(&|row| row.flags.light || row.predicate == Some(Predicate::Hosted));
        }
        // التي ستستضيفها الخرطوم: the suffix is the meeting.
        if object.is_some() {
            return relative && any(&|row| row.predicate == Some(Predicate::Hosted));
        }
        // ستعقد في جنيف, but سيعقد مؤتمرا
        let own = self
            .units
            .get(verb + 1)
            .is_some_and(|next| matches!(next.kind, Kind::Noun | Kind::Word | Kind::Verb) || next.phrase().is_some());
        agrees && !own && any(&|row| row.flags.light && row.predicate.is_none())
    }
}
