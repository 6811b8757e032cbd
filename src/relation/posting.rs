//! Where somebody is posted: سفير ألمانيا لدى الأردن, السفير المصري بالرياض.
//!
//! The country of the post belongs to the title in front of it. As words of their own the preposition and the country would
//! part the subject from its verb, so they are left out of the units.

use super::unit::{Kind, Unit};
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// What tells postings: each asks about one unit.
pub(super) struct Posts<'s> {
    /// Whether it is لدى.
    pub(super) accredits: &'s dyn Fn(&Unit) -> bool,
    /// Whether it is في.
    pub(super) is_in: &'s dyn Fn(&Unit) -> bool,
    /// Whether it is إلى.
    pub(super) towards: &'s dyn Fn(&Unit) -> bool,
    /// Whether a phrase ends in the title of somebody who is sent abroad.
    pub(super) posted: &'s dyn Fn(&Unit) -> bool,
    /// Whether a comma stands within it.
    pub(super) encloses: &'s dyn Fn(&Unit) -> bool,
}

/// Takes the posts away that stand behind titles, with the comma that closes such a title.
pub(super) fn without_postings(units: &mut Vec<Unit>, phrases: &[Phrase], posts: &Posts<'_>) {
    let mut at = 0;
    while at < units.len() {
        if let Some(end) = posting(units, phrases, at, posts) {
            let closing = usize::from((posts.encloses)(&units[at]) && units.get(end).is_some_and(Unit::is_comma));
            units.drain(at + 1..end + closing);
        }
        at += 1;
    }
}

/// Returns where the post ends of the title that the phrase at `at` ends with.
fn posting(units: &[Unit], phrases: &[Phrase], at: usize, posts: &Posts<'_>) -> Option<usize> {
    units[at].phrase()?;
    // Behind most phrases stands neither another nor a preposition.
    let next = units.get(at + 1).filter(|next| next.phrase().is_some() || !next.classes.is_empty())?;
    let place = |at: usize, clitics: Clitics| {
        units.get(at).and_then(Unit::phrase).is_some_and(|index| {
            let phrase = &phrases[index];
            phrase.clitics == clitics
                && matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body)
        })
    };
    if (posts.accredits)(next) && place(at + 2, Clitics::NONE) && (posts.posted)(&units[at]) {
        return Some(at + 3);
    }
    let end = match () {
        () if place(at + 1, Clitics::BI) => at + 2,
        () if (posts.is_in)(next) && place(at + 2, Clitics::NONE) => at + 3,
        // فلان مبعوث الأمم المتحدة إلى ليبيا يلتقي
        () if (posts.towards)(next) && place(at + 2, Clitics::NONE) => at + 3,
        () => return None,
    };
    // التقى السفير الألماني في القاهرة: there it may be where they met.
    // وكان السفير الروسي في بغداد قد اتصل
    let opens = at.checked_sub(1).is_none_or(|before| {
        let opening = units[before].has(|class| matches!(class, Class::Complement | Class::Auxiliary));
        units[before].is_mark() || opening && units[before].phrase().is_none()
    });
    let acts = |at: usize| units.get(at).is_some_and(|unit| unit.kind == Kind::Verb);
    let particle = |class| matches!(class, Class::Future | Class::Qad);
    let future = units.get(end).is_some_and(|unit| unit.phrase().is_none() && unit.has(particle));
    let verb = opens && acts(end + usize::from(future));
    (((posts.encloses)(&units[at]) || verb) && (posts.posted)(&units[at])).then_some(end)
}
