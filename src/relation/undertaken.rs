//! What somebody undertakes to say or do of another: the verbal noun behind a verb that only tells how he goes about it.

use super::clause::Clause;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Form, Sense};
use crate::text::Clitics;

impl Clause<'_> {
    /// واصل انتقاد فلان, سارع إلى إدانة فلان, لم يتردد في دعم فلان: whether a verbal noun without a doer of its own stands behind a verb that goes
    /// about it, so that the genitive is to whom it is done, as it is behind ب of a charge (اتهمه بتهديد لبنان).
    pub(super) fn is_undertaken(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        if self.lang == Lang::En || at == 0 || self.units[at].clitics.has_conjunction() {
            return false;
        }
        let with = self.units[at].clitics.has(Clitics::BI);
        let leads = |i: usize| ["في", "عن", "إلى", "على", "من"].iter().any(|word| self.is_preposition_of(i, word));
        let behind = with || leads(at - 1);
        let from = at - usize::from(!with && behind);
        let low = from.saturating_sub(WORDS);
        let over = |i: &usize| {
            let unit = &self.units[*i];
            let opens = unit.phrase().is_none() && unit.is(Class::Complement);
            !(unit.is_mark() || opens || matches!(unit.kind, Kind::Noun | Kind::Participle) || unit.is_preposition())
        };
        let verb = (low..from).rev().take_while(over).find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            self.goes_about(verb, behind)
                && self.subjects[verb].as_ref().is_some_and(|own| !own.is_empty() && own.end <= from)
        })
    }

    /// Returns whether a verb only tells how its subject goes about what the noun behind it names; `behind` says that a preposition stands between.
    fn goes_about(&self, verb: usize, behind: bool) -> bool {
        let light = |form: &Form| {
            let flags = &self.knowledge.lexicon.trigger(form.trigger).flags;
            let omits = flags.sense == Some(Sense::Omits);
            let plain =
                flags.light && !flags.speech && !flags.receives && !flags.hands && (omits || flags.status.is_none());
            let goes_on = matches!(flags.sense, Some(Sense::Continues | Sense::Omits));
            plain && (goes_on || behind && flags.sense.is_none())
        };
        // رد على تهديد إيران: who answers it does not say it.
        let answers = self.units[verb].means(&self.knowledge.lexicon, Sense::Replies);
        !answers && self.units[verb].forms.iter().any(light)
    }
}
