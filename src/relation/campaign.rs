//! أطلق الجيش حملة لاستعادة المدينة, بدأت عملية تحرير المدينة: ground for which a campaign is fought is not yet taken.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Sense};
use crate::text::Clitics;

/// Whether the taking of ground that a noun tells is the aim of a campaign that stands before it.
pub(super) fn is_aim_of_campaign(clause: &Clause<'_>, at: usize, predicate: Predicate) -> bool {
    let units = clause.units;
    let noun = predicate == Predicate::Seized && clause.lang == Lang::Ar && units[at].kind == Kind::Noun && at > 0;
    if !noun || units[at].is_definite_noun() && !units[at].clitics.has(Clitics::LI) {
        return false;
    }
    if units[at].clitics.has(Clitics::LI) {
        return clause.campaign_before(at).is_some();
    }
    clause.is_campaign(at - 1) && is_begun(clause, at - 1)
}

impl Clause<'_> {
    /// شنت تركيا هجوما للسيطرة على المدينة: who fights the campaign whose aim the noun at a unit tells, by the verb that carries it.
    pub(super) fn who_wages(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 8;
        let campaign = self.campaign_before(at)?;
        let open = |i: &usize| !self.units[*i].is_stop();
        let verb = (campaign.saturating_sub(REACH)..campaign)
            .rev()
            .take_while(open)
            .find(|&i| self.units[i].kind == Kind::Verb)?;
        let light = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.light;
        let subject = self.subjects[verb].as_ref().filter(|found| !found.is_empty() && !found.carried)?;
        self.units[verb].forms.iter().any(light).then(|| Parties { confidence: 0.85, ..subject.clone() })
    }

    /// The campaign right before a noun that tells its aim, adjectives passed over.
    fn campaign_before(&self, at: usize) -> Option<usize> {
        const ADJECTIVES: usize = 3;
        let adjective =
            |i: &usize| self.is_campaign(*i) || self.units[*i].phrase().is_some() || self.units[*i].kind == Kind::Word;
        (at.saturating_sub(1 + ADJECTIVES)..at).rev().take_while(adjective).find(|&i| self.is_campaign(i))
    }

    /// Whether a unit is a word for fighting: حملة, هجوم, عملية عسكرية.
    fn is_campaign(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.phrase().is_none()
            && (unit.is(Class::Campaign)
                || unit.kind == Kind::Noun && self.tells(at, |told| told == Predicate::Attacked))
    }
}

/// Whether the verb before a campaign says that it begins or goes on, and not that it is over.
fn is_begun(clause: &Clause<'_>, campaign: usize) -> bool {
    const REACH: usize = 6;
    let units = clause.units;
    let open = |i: &usize| !units[*i].is_stop();
    let verb = (campaign.saturating_sub(REACH)..campaign).rev().take_while(open).find(|&i| units[i].kind == Kind::Verb);
    verb.is_some_and(|verb| {
        units[verb].forms.iter().any(|form| {
            let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
            flags.light && (flags.occurs || matches!(flags.sense, Some(Sense::Continues | Sense::Fights)))
        })
    })
}
