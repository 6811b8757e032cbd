//! The light verb behind a noun that takes it as its object: اتصال أجراه بوتين.

use std::ops::ControlFlow::{self, Break, Continue};

use super::clause::Clause;
use super::unit::{Kind, Mark, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// The way from a noun to the verb that carries it.
#[derive(Clone, Copy)]
struct WayToVerb {
    /// The noun.
    noun: usize,
    /// The unit that is asked now.
    next: usize,
    /// How many plain words have been gone over.
    words: usize,
    /// Whether a relative, or what opens a clause as one does, has been gone over.
    relative: bool,
}

/// The verb, or that there is none; or how the way goes on.
type Step = ControlFlow<Option<usize>, WayToVerb>;

impl WayToVerb {
    /// The way behind the unit that is asked.
    fn on(self) -> Step {
        Continue(WayToVerb { next: self.next + 1, ..self })
    }

    /// Whether the unit that is asked stands right behind the noun.
    fn is_at_noun(self) -> bool {
        self.next == self.noun + 1
    }
}

impl Clause<'_> {
    /// اتصال أجراه بوتين, المحادثات التي عقدها: the light verb behind a noun that takes it as its object.
    pub(super) fn carrying_verb(&self, at: usize) -> Option<usize> {
        // في صورة الاتصالات التي تجريها مصر: what carries the last word of those does not carry what they tell together.
        let unit = &self.units[at];
        if self.lang == Lang::Ar && unit.end > unit.start + 2 && self.tells(at, |told| told == Predicate::Briefed) {
            return None;
        }
        let mut way = WayToVerb { noun: at, next: at + 1, words: 0, relative: false };
        while let Some(unit) = self.units.get(way.next) {
            if let Some(behind) = self.past_goal(at, way.next) {
                way.next = behind;
                continue;
            }
            match self.step_to_verb(way, unit) {
                Continue(on) => way = on,
                Break(found) => return found,
            }
        }
        None
    }

    /// What the unit that is asked says of the verb.
    fn step_to_verb(&self, way: WayToVerb, unit: &Unit) -> Step {
        let next = way.next;
        let passes = match unit.kind {
            Kind::Verb => return self.verb_behind_noun(way, unit),
            Kind::Function => return self.function_to_verb(way, unit),
            Kind::Phrase(_) => return self.phrase_to_verb(way, unit),
            // تقديره للجهود التي تبذلها: what carries the noun behind the preposition does not carry this one.
            Kind::Word if way.words < 2 && (self.lang == Lang::En || self.shapes[next].preposition.is_none()) => {
                return WayToVerb { words: way.words + 1, ..way }.on();
            }
            // برقية التهنئة التي بعث بها: of what the letter is.
            Kind::Noun => {
                self.lang == Lang::Ar
                    && way.is_at_noun()
                    && unit.is_definite_noun()
                    && unit.owner().is_none()
                    && self.tells(way.noun, |told| told == Predicate::WroteTo)
            }
            // الزيارة الرسمية، التي يقوم بها
            Kind::Mark(Mark::Comma) => {
                self.lang == Lang::Ar && self.units.get(next + 1).is_some_and(|behind| behind.is(Class::Relative))
            }
            _ => false,
        };
        if passes { way.on() } else { Break(None) }
    }

    /// Whether the first verb behind a noun is the one that carries it; over an auxiliary the way goes on.
    fn verb_behind_noun(&self, way: WayToVerb, unit: &Unit) -> Step {
        let WayToVerb { next, relative, .. } = way;
        let behind = self.units.get(next + 1);
        if self.lang == Lang::Ar {
            // الزيارة التي كان يعتزم القيام بها: over an auxiliary.
            if relative && unit.is(Class::Auxiliary) && behind.is_some() {
                return way.on();
            }
            // العقوبات التي سبق أن فرضتها: over what only says that it was before.
            if relative && unit.is(Class::Precedent) {
                return way.on();
            }
            // شخصا غير مرغوب فيه وطلبت منه المغادرة: a verb joined by و goes on, and describes nothing.
            if unit.clitics.has_conjunction() {
                return Break(None);
            }
        }
        let light = unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
        let takes = || {
            self.lang == Lang::En
                || self.has_object_on_it(next)
                || behind.is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))))
                || relative && self.intends_it(next)
        };
        Break((light && takes()).then_some(next))
    }

    /// Over the subject of an English clause, or the pronoun that an Arabic one begins with.
    fn phrase_to_verb(&self, way: WayToVerb, unit: &Unit) -> Step {
        let next = way.next;
        if self.lang == Lang::En {
            // "the talks that Sisi held", "the talks he had"
            let subject = (way.relative || way.is_at_noun()) && self.bare_party(next) && !unit.possessive;
            if !subject {
                return Break(None);
            }
            // "the letter that the minister, Shoukry, sent"
            let end = self.list(next).end;
            let closes = self.units.get(end).is_some_and(Unit::is_comma)
                && self.units.get(end + 1).is_some_and(|verb| verb.kind == Kind::Verb);
            return Continue(WayToVerb { next: end + usize::from(closes), ..way });
        }
        // الاجتماع الذي كان فلان قد عقده, التي كانت روسيا تفرضها, التي سبق لروسيا أن فرضتها: over who does it.
        if way.relative && self.is_doer_behind_auxiliary(next) {
            return Continue(WayToVerb { next: self.list(next).end.max(next + 1), ..way });
        }
        // هذه الزيارة هي الأولى التي يقوم بها
        let pronoun = way.is_at_noun()
            && self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun)
            && self.shapes.get(next + 1).is_some_and(|shape| shape.article)
            && self.units.get(next + 2).is_some_and(|behind| behind.is(Class::Relative));
        if pronoun { Continue(WayToVerb { next: next + 2, ..way }) } else { Break(None) }
    }

    /// Whether whoever stands at a unit does what the verb behind him tells, by the auxiliary right before him.
    fn is_doer_behind_auxiliary(&self, at: usize) -> bool {
        let Some(auxiliary) = at.checked_sub(1).map(|before| &self.units[before]) else { return false };
        if auxiliary.phrase().is_some() {
            return false;
        }
        let to_whom = auxiliary.is(Class::Precedent) && self.units[at].clitics.has(Clitics::LI);
        let named = self.unit_phrase(at).is_some_and(|phrase| phrase.kind != PhraseKind::Demonym);
        let doer = auxiliary.is(Class::Auxiliary) && self.bare_party(at);
        named && (doer || to_whom)
    }

    /// Over a relative, an attribute, and what stands before the verb of a relative clause.
    fn function_to_verb(&self, way: WayToVerb, unit: &Unit) -> Step {
        let next = way.next;
        let arabic = self.lang == Lang::Ar;
        if !arabic && unit.is(Class::Auxiliary) && !way.is_at_noun() {
            return way.on();
        }
        if unit.is(Class::Relative) {
            return WayToVerb { relative: true, ..way }.on();
        }
        let attribute = unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Skip))
            // الزيارة الأخيرة التي قام بها
            || arabic && unit.has(|c| matches!(c, Class::Next | Class::Last | Class::Latter(_) | Class::This));
        if attribute {
            return way.on();
        }
        // الزيارة المنتظر أن يقوم بها: the attribute opens the clause as a relative does.
        if arabic && unit.is(Class::Planned) {
            let opens = self.units.get(next + 1).is_some_and(|that| that.is(Class::Complement));
            return WayToVerb { relative: way.relative || opens, ..way }.on();
        }
        // الزيارة التي من المقرر أن يقوم بها, التي سوف يجريها
        let before_verb = |class| matches!(class, Class::Possible | Class::Complement | Class::Future | Class::Qad);
        if arabic && way.relative && unit.has(before_verb) { way.on() } else { Break(None) }
    }

    /// التي يعتزم أوباما القيام بها, التي ينوي إجراءها: whether a verb of intending has for its object what the noun before
    /// the relative names.
    pub(super) fn intends_it(&self, verb: usize) -> bool {
        const NEAR: usize = 4;
        let planned = self.units[verb]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.status.is_some());
        planned
            && self.lang == Lang::Ar
            && (verb + 1..self.units.len().min(verb + 1 + NEAR)).any(|at| {
                let behind = self.units.get(at + 1);
                // التي تعتزم روسيا فرضها: the pronoun is on what it means to do.
                let owned = || {
                    let unit = &self.units[at];
                    unit.kind == Kind::Noun
                        && unit.clitics == Clitics::NONE
                        && unit.owner().is_some()
                        && self.is_light(at)
                };
                owned()
                    || self.units[at].kind == Kind::Word
                        && behind.is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))))
            })
    }
}
