//! How far back a word may govern a head: what stands behind a full stop, in a relative clause or in a clause of its own governs something else.

use super::clause::Clause;
use super::governing::Search;
use super::status::REACH;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Tense};
use crate::text::Clitics;

impl Search<'_> {
    /// Whether the word and all before it govern something else.
    pub(super) fn is_out_of_reach(&self) -> bool {
        self.unit().is_stop()
            || self.distance > REACH
            || self.opens_relative()
            // رفض التدخل، لكنه رحب بالدعم: what stands against it is told for itself.
            || opens_aside(self.clause, self.word, self.at)
            || self.is_of_time()
            || self.opens_act()
            || self.closes_relative()
            || self.says_more()
            || self.is_other_stance()
            || self.is_told_beside()
    }

    /// ألغى اللقاء الذي عقده: what a relative clause tells is told for itself.
    fn opens_relative(&self) -> bool {
        let unit = self.unit();
        let plain = || unit.phrase().is_none() && !unit.has(|c| matches!(c, Class::Circumstance | Class::Complement));
        self.head_verb && unit.is(Class::Relative) && (self.is_arabic() || plain())
    }

    /// دعاها إلى التهدئة، قبل أن يتوجه إلى جدة: a clause of time goes with the main verb, and not with what that aims at.
    fn is_of_time(&self) -> bool {
        self.is_arabic() && self.head_verb && self.distance < 2 && self.unit().is(Class::Ahead)
    }

    /// "cancelled the visit, a move that Putin condemned": what is said of an act behind a comma is told for itself.
    fn opens_act(&self) -> bool {
        let next = || self.clause.units.get(self.word + 1).filter(|_| self.word + 1 < self.at);
        let act = |unit: &super::unit::Unit| unit.phrase().is_none() && unit.determined && unit.is(Class::Act);
        !self.is_arabic() && self.unit().is_comma() && next().is_some_and(act)
    }

    /// "Rice, who is due in Tbilisi on Friday, demanded": what stands in a clause between commas is told of whom it describes.
    fn closes_relative(&self) -> bool {
        !self.is_arabic() && self.head_verb && self.unit().is_comma() && self.clause.closes_relative(self.at, self.word)
    }

    /// حذر من إمكانية انتفاضة، معتبرا أن إسرائيل تتهم: what stands before a participle of saying governs something else.
    /// رفضت التهجير، مؤكدة دعمها للأردن: so it does where a noun stands right behind the participle.
    fn says_more(&self) -> bool {
        self.is_arabic()
            && (self.complements > 0 || !self.head_verb)
            && self.unit().kind != Kind::Verb
            && self.unit().is(Class::Saying)
            && self.word > 0
            && self.clause.units[self.word - 1].is_comma()
    }

    /// تريد الاحتفاظ بالأرض وترفض مطالب فلان: what somebody will have does not govern the stance that a joined verb tells.
    fn is_other_stance(&self) -> bool {
        let stance = |told| matches!(told, Predicate::Rejected | Predicate::Criticised | Predicate::Praised);
        self.is_arabic()
            && self.head_verb
            && self.complements == 0
            && self.unit().kind == Kind::Verb
            && self.clause.units[self.at].clitics == Clitics::WA
            && self.clause.tells(self.at, stance)
    }

    /// دعا نظيره إلى كذا خلال لقائهما: what it tells beside is presupposed.
    fn is_told_beside(&self) -> bool {
        !self.head_verb
            && self.distance == 0
            && self.unit().is(Class::Circumstance)
            && self.clause.units[self.at].is_definite_noun()
    }

    /// Whether the comma that is asked parts the head from what stands before.
    pub(super) fn is_parted(&self) -> bool {
        let (clause, comma) = (self.clause, self.word);
        if self.head_verb {
            return self.complements == 0 && (self.is_arabic() || self.joins_clause());
        }
        self.distance > 4
            || self.complements > 0
            || self.governor.is_some()
            // "after saying that he would resign, he was on the phone with": a clause with a subject and verb of its own.
            || clause.opens_own_clause(comma + 1, self.at)
            || follows_relative(clause, comma)
    }

    /// "several failed to, and Bashir visited": another clause.
    fn joins_clause(&self) -> bool {
        self.clause.units[self.word + 1].is(Class::Conj) && self.word + 2 < self.at
    }
}

/// لكنه رحب, لأن كيري انتقد, رغم أن كيري انتقد: whether a unit opens a clause that is told for itself, and not under what stands before.
fn opens_aside(clause: &Clause<'_>, unit: usize, head: usize) -> bool {
    let units = clause.units;
    let opens = |class: Class| units[unit].phrase().is_none() && units[unit].is(class);
    if clause.lang == Lang::En {
        return false;
    }
    let past = || units[head].kind == Kind::Verb && units[head].tense() == Some(Tense::Past);
    // لأنه; مع أن, ذلك أن
    let because = || opens(Class::Complement) && units[unit].clitics.has(Clitics::LI);
    let that = || units.get(unit + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::Complement));
    let grounds = || {
        let alone = units[unit].has(|class| matches!(class, Class::Conj | Class::Complement));
        opens(Class::Grounds) && (alone || that())
    };
    opens(Class::Adversative) || past() && (grounds() || because() || that() && clause.is_preposition_of(unit, "مع"))
}

/// "met Conte, who ruled out intervention, followed by a meeting with": whether a comma closes a relative clause before what followed the main one.
fn follows_relative(clause: &Clause<'_>, comma: usize) -> bool {
    let relative = |at: usize| {
        let unit = &clause.units[at];
        unit.phrase().is_none() && unit.is(Class::Relative) && at > 0 && clause.units[at - 1].is_comma()
    };
    let follows = clause.units.get(comma + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::ListMore));
    clause.lang == Lang::En && follows && (0..comma).rev().take_while(|&at| !clause.units[at].is_stop()).any(relative)
}
