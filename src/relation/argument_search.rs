//! The search for who stands behind a preposition of a verb or noun: what is known of the head, and the way from unit to unit.

use super::clause::{Clause, Parties, REACH};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, PrepId};

/// What is sought, and what of the head is known before the way begins.
pub(super) struct Seeker<'c> {
    pub(super) clause: &'c Clause<'c>,
    pub(super) head: usize,
    pub(super) preposition: PrepId,
    /// Whose deed or word it is counts as the party: أشاد بجهود مصر.
    pub(super) inside: bool,
    /// Who fills the other slot, where that is known.
    pub(super) subject: Option<&'c Parties>,
    /// The verb that has the noun as its object or in its relative clause.
    pub(super) carrying: Option<usize>,
    /// One past the subject of the head itself, not of an earlier clause; else where the search was to begin.
    pub(super) behind_subject: usize,
    /// بين
    pub(super) between: bool,
    /// ب
    pub(super) with: bool,
    /// مع behind a noun.
    with_whom: bool,
    /// غارات على مواقع لحماس, العقوبات المفروضة عليه: a deed of somebody named meets whose the thing is.
    pub(super) meets: bool,
    /// "support from": a preposition of a noun in between has its own party.
    origin: bool,
}

/// How far the search has come.
#[derive(Default)]
pub(super) struct Way {
    pub(super) at: usize,
    /// Plain words on the way.
    pub(super) words: usize,
    pub(super) commas: usize,
    /// Whether a relative clause that speaks of the noun lies on the way.
    pub(super) relative: bool,
    /// Where they met, which is told if nobody follows whom one met.
    pub(super) place: Option<Parties>,
}

/// What a unit of the way says.
pub(super) enum Next {
    /// The way goes on, from where it stands now.
    On,
    /// Nothing behind it belongs to the head.
    Stop,
    /// It is they, or nobody.
    Found(Parties),
}

impl Way {
    /// Goes on from a unit, behind so many more words and commas.
    pub(super) fn on(&mut self, at: usize, words: usize, commas: usize) -> Next {
        self.at = at;
        self.words += words;
        self.commas += commas;
        Next::On
    }
}

impl Next {
    pub(super) fn nobody() -> Next {
        Next::Found(Parties::default())
    }
}

impl<'c> Seeker<'c> {
    pub(super) fn new(
        clause: &'c Clause<'c>,
        head: usize,
        from: usize,
        preposition: PrepId,
        inside: bool,
        subject: Option<&'c Parties>,
    ) -> Seeker<'c> {
        let kind = clause.units[head].kind;
        let is = |written| Some(preposition) == clause.knowledge.lexicon.preposition_id(written);
        let own = clause.subjects.get(head).and_then(Option::as_ref).filter(|found| !found.carried);
        Seeker {
            clause,
            head,
            preposition,
            inside,
            subject,
            carrying: clause.carrying_verb(head),
            behind_subject: own.map_or(from, |found| found.end.max(from)),
            between: is("بين"),
            with: is("ب"),
            with_whom: kind == Kind::Noun && clause.lang == Lang::Ar && is("مع"),
            meets: subject.is_some_and(|s| !s.carried || kind != Kind::Verb) && clause.is_deed(head),
            origin: clause.lang == Lang::En && kind == Kind::Noun && is("from"),
        }
    }

    /// Who stands behind the preposition, sought from a unit on.
    pub(super) fn parties(&self, from: usize) -> Parties {
        if self.is_of_consequences() {
            return Parties::default();
        }
        if self.inside
            && let Some(found) = self.clause.of_what(self.behind_subject, self.preposition)
        {
            return found;
        }
        let mut way = Way { at: self.begins(from), ..Way::default() };
        while way.at < self.clause.units.len() {
            match self.next(&mut way) {
                Next::On => {}
                Next::Stop => break,
                Next::Found(found) => return found,
            }
        }
        way.place.unwrap_or_default()
    }

    /// Where the way begins: behind the verb that carries the noun, where that has the preposition.
    fn begins(&self, from: usize) -> usize {
        let clause = self.clause;
        let Some(verb) = self.carrying else { return from };
        // زيارة إلى الصين يقوم بها فلان: where it goes stands before who makes it.
        let own = clause.subjects.get(verb).and_then(Option::as_ref);
        let goal_first = own.is_some_and(|own| !own.carried && !own.is_empty())
            && (self.head + 1..verb).any(|at| clause.past_goal(self.head, at).is_some());
        // سنطلب مع البريطانيين تقديم موعد الاجتماع: with whom one asks for it is not whom one meets there.
        let asks = verb < self.head && clause.tells(verb, |told| told == Predicate::DemandedOf);
        if goal_first || asks { from } else { verb + 1 }
    }

    /// تداعيات الحرب السورية على لبنان: whether it is the consequences of a deed that fall on somebody, and not the deed.
    fn is_of_consequences(&self) -> bool {
        let (clause, head) = (self.clause, self.head);
        // إثر هجوم نفذته الحركة على مصر: not where it is the verb of the deed that has the preposition.
        let own_verb = self.carrying.is_some_and(|verb| verb > head);
        clause.lang == Lang::Ar
            && head > 0
            && clause.units[head - 1].is(Class::Impact)
            && self.is_preposition("على")
            && !own_verb
            && clause.is_deed(head)
            // تداعيات العدوان الإسرائيلي على القطاع: but an attack, unlike a war, is always on somebody.
            && (clause.is_war(head) || clause.adjectives(head).is_empty())
    }

    /// What the unit says at which the way stands. The questions that step over something come before those that end the way
    /// at it, and who stands there behind both.
    fn next(&self, way: &mut Way) -> Next {
        let behind = way.at > self.head;
        let before = if behind { self.at_end_or_parenthesis(way) } else { None };
        if let Some(next) = before {
            return next;
        }
        if self.is_comma_of_deed(way.at) {
            return Next::Stop;
        }
        let between = if behind { self.at_what_stands_between(way) } else { None };
        if let Some(next) = between {
            return next;
        }
        if self.is_between_of_others(way) {
            return Next::Stop;
        }
        let there = if behind { self.at_another_journey(way.at) } else { None };
        there
            .or_else(|| self.at_preposition(way))
            .or_else(|| if behind { self.at_word_with_preposition(way) } else { None })
            .or_else(|| if behind { self.at_other_deed(way) } else { None })
            .unwrap_or_else(|| self.count(way))
    }

    /// Steps over one unit that says nothing, and counts it.
    fn count(&self, way: &mut Way) -> Next {
        let at = way.at;
        match self.clause.units[at].kind {
            Kind::Word | Kind::Noun => way.on(at + 1, 1, 0),
            Kind::Mark(_) => {
                let closing = if at > self.head { self.clause.aside(at) } else { None };
                way.on(closing.unwrap_or(at) + 1, 0, 1)
            }
            _ => way.on(at + 1, 0, 0),
        }
    }

    /// Whether the way ends at a unit behind the head, whatever it is.
    pub(super) fn is_end(&self, way: &Way) -> bool {
        let (clause, at) = (self.clause, way.at);
        self.is_preposition_of_another(at)
            || way.words > REACH
            || way.commas > 2
            || clause.opens_absolute(at)
            || self.stands_against(at)
            || self.is_behind_occasion(at)
            // "attacks, according to a statement by the ministry": who tells it stands there.
            || clause.lang == Lang::En && clause.units[at].is(Class::Source)
    }

    /// "support for the evacuation from Kabul": the preposition belongs to the noun in between; not "a call on May 24 from".
    fn is_preposition_of_another(&self, at: usize) -> bool {
        let clause = self.clause;
        let dated = || at + 1 < clause.units.len() && clause.is_in_date(at + 1);
        // "a letter to Erdogan from Putin": but to whom it goes is the letter's own.
        let addressed = || {
            at == self.head + 1
                && clause.is_preposition_of(at, "to")
                && clause.tells(self.head, |told| matches!(told, Predicate::WroteTo | Predicate::Called))
        };
        self.origin
            && clause.units[at].is_preposition()
            && !clause.governs(at, self.preposition)
            && !dated()
            && !addressed()
    }

    /// أكد خلال اللقاء تضامن فرنسا مع مصر, أعرب خلال الاتصال عن تقديره للعلاقات مع مصر: whether behind an occasion that has the article, and behind
    /// its adjectives, what was said there begins, so that "with" is no longer the occasion's own.
    fn is_behind_occasion(&self, at: usize) -> bool {
        let (clause, head) = (self.clause, self.head);
        // خلال اتصالاته على مدى أيام مع: with whom his own was stands behind it.
        let article = clause.units[head].is_definite_noun() && clause.units[head].owner().is_none();
        if !self.with_whom || head == 0 || !article {
            return false;
        }
        let adjective = |i: usize| {
            clause.shapes[i].article || clause.units[i].has(|class| matches!(class, Class::TitleAdjective { .. }))
        };
        let (unit, shape) = (&clause.units[at], &clause.shapes[at]);
        let time = |class| {
            use Class::{Day, Last, Month, Next, Period, Skip, This, Weekday};
            matches!(class, Day(_) | Last | Month(_) | Next | Period(_) | Skip | This | Weekday(_))
        };
        let said = match unit.kind {
            Kind::Noun => true,
            Kind::Word => !shape.article && !shape.indefinite && !unit.has(time),
            Kind::Function if unit.is_preposition() => !clause.is_in(at) && !clause.governs(at, self.preposition),
            // أشاد خلال اللقاء بعلاقات بلاده مع مصر
            Kind::Function => unit.clitics.has_preposition() && unit.is(Class::Asset),
            _ => false,
        };
        said && clause.units[head - 1].is(Class::Circumstance) && (head + 1..at).all(adjective)
    }

    /// عقد محادثات في باريس، لكن مع غياب لافروف: what stands against it is told for itself; ليس مع الحكومة ولكن مع الأزهر: unless it stands
    /// against what is only not so.
    fn stands_against(&self, at: usize) -> bool {
        let (clause, unit) = (self.clause, &self.clause.units[at]);
        clause.lang == Lang::Ar
            && unit.phrase().is_none()
            && unit.is(Class::Adversative)
            && !clause.units[self.head..at].iter().any(|unit| unit.is(Class::Negation))
    }

    /// Whether "between" stands too far behind the head to be its own, unless that is an agreement: توقيع اتفاقية للتعاون في مجال الطاقة بين, what
    /// it is for stands before those who made it.
    fn is_between_of_others(&self, way: &Way) -> bool {
        const NEAR: usize = 2;
        let most = if way.relative { REACH } else { NEAR };
        self.between && way.words > most && !self.clause.is_pact(self.head, way.at)
    }

    /// Whether it is the preposition that is written so.
    pub(super) fn is_preposition(&self, written: &str) -> bool {
        Some(self.preposition) == self.clause.knowledge.lexicon.preposition_id(written)
    }

    /// Whether the head is of a kind.
    pub(super) fn heads(&self, kind: Kind) -> bool {
        self.clause.units[self.head].kind == kind
    }

    pub(super) fn is_arabic(&self) -> bool {
        self.clause.lang == Lang::Ar
    }
}
