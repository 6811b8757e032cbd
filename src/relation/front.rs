//! The main clause of a sentence behind what stands in front of it between commas: "On Friday, before flying to Moscow, he
//! praised", "Macron, who visited Berlin last week, met", ويوم الجمعة، وقبل أن يغادر، أشاد.

use super::clause::Clause;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Tense};

/// Returns where the main clause goes on, told from a unit on, behind a subordinate clause that a comma closes; `None` where
/// no such clause stands before it.
///
/// Fails on a subordinate clause in which commas part a list of verbs.
pub(super) fn main_clause(clause: &Clause<'_>, from: usize) -> Option<usize> {
    let units = clause.units;
    let mut at = from;
    let mut over = false;
    loop {
        at += units[at.min(units.len())..].iter().take_while(|unit| unit.is_comma()).count();
        let closes = |end: &usize| units[*end].is_comma() || units[*end].is_stop();
        let end = (at..units.len()).find(closes).unwrap_or(units.len());
        if is_subordinate(clause, at, end) {
            over = true;
        } else if units[at..end].iter().any(|unit| unit.kind == Kind::Verb) {
            return over.then_some(at);
        }
        if units.get(end).is_none_or(Unit::is_stop) {
            return None;
        }
        at = end + 1;
    }
}

/// Returns whether the words up to a comma are a clause or a circumstance beside the main one, by how they begin.
fn is_subordinate(clause: &Clause<'_>, at: usize, end: usize) -> bool {
    // "a day after he returned"
    const WORDS: usize = 4;
    let units = &clause.units[at..end];
    let first = units.iter().position(|unit| !unit.is(Class::Conj) || unit.has(opens)).unwrap_or(0);
    let Some(unit) = units.get(first) else { return false };
    let bare = |unit: &Unit| unit.phrase().is_none();
    // "Macron who visited Berlin last week, met": the comma before a relative may be left out.
    let told = units.iter().find(|unit| bare(unit)).is_some_and(|unit| unit.is(Class::Relative));
    // بعد أن عاد, قبل أن يغادر
    let when = unit.is(Class::Complement) && !clause.shapes[at + first].opens_content;
    let offset = units.iter().take(WORDS).take_while(|unit| bare(unit) && unit.kind != Kind::Verb);
    // "speaking in Paris", "accompanied by"
    let participle = clause.lang == Lang::En && matches!(unit.tense(), Some(Tense::Gerund | Tense::PastParticiple));
    bare(unit) && (unit.has(opens) || when)
        || told
        || participle
        || offset.into_iter().any(|unit| unit.has(|class| matches!(class, Class::After | Class::Ahead)))
}

fn opens(class: Class) -> bool {
    matches!(
        class,
        Class::Ahead | Class::After | Class::While | Class::Where | Class::Relative | Class::Circumstance | Class::If
    )
}
