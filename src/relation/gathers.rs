//! Who brings others together: جمع الرئيس فلانا وفلانا في قصره.

use super::build::Relation;
use super::clause::{Clause, Parties};
use super::read::Sentence;
use super::remember::kind_of_party;
use super::setting;
use super::unit::Kind;
use crate::lexicon::{Predicate, Trigger};
use crate::mention::{PhraseKind, Referent};

impl Clause<'_> {
    /// The ids of the rows of this sentence whose objects somebody brings together.
    pub(super) fn gathering_rows(&self) -> Vec<&str> {
        let forms = self.units.iter().flat_map(|unit| &unit.forms);
        let rows = forms.map(|form| self.knowledge.lexicon.trigger(form.trigger));
        rows.filter(|row| row.flags.gathers).map(|row| &*row.id).collect()
    }
}

impl Sentence<'_> {
    /// يمثل تجمع «بريكس» دول: whether a word spelt like "gathers" is the noun of a group, behind a verb or before the name of a body.
    pub(super) fn is_grouping(&self, at: usize) -> bool {
        let units = self.clause.units;
        let body = |next: usize| self.clause.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
        body(at + 1) || at > 0 && units[at - 1].kind == Kind::Verb
    }

    /// جمع كيري عباس ونتنياهو: those whom somebody brings together have met each other, and who does so at home has received them; one
    /// alone is brought together with nobody.
    pub(super) fn with_gathered(&self, out: &mut Vec<Relation>) {
        let rows = self.clause.gathering_rows();
        if rows.is_empty() {
            return;
        }
        let gathers = |told: &Relation| {
            told.sentence == self.number && told.rule.as_deref().is_some_and(|rule| rows.contains(&rule))
        };
        let gathered: Vec<Relation> = out.iter().filter(|told| gathers(told)).cloned().collect();
        let with = |one: &Relation, other: &Relation| {
            one.trigger == other.trigger && one.subject == other.subject && one.object != other.object
        };
        out.retain(|told| !gathers(told) || gathered.iter().any(|other| with(told, other)));
        for (at, one) in gathered.iter().enumerate() {
            for other in gathered[..at].iter().filter(|other| with(one, other)) {
                let (subject, subject_span) = (other.object, other.object_span);
                out.push(Relation { subject, subject_span, predicate: Predicate::Met, rule: None, ..one.clone() });
            }
        }
    }

    /// جمع الرئيس فلانا وفلانا في قصره: whether the row is one of bringing others together, and a country does it, or somebody in his own one.
    pub(super) fn gathers_at_home(&self, at: usize, trigger: &Trigger, subject: &Parties) -> bool {
        let [host] = subject.list.as_slice() else { return false };
        if !trigger.flags.gathers {
            return false;
        }
        let country = |place: Referent| match kind_of_party(self.reader, place) {
            PhraseKind::Country => Some(place),
            _ => self.clause.country_of(place),
        };
        let land = || setting::place(self.clause, at, Predicate::Met).and_then(country);
        host.kind != PhraseKind::Person
            || land().is_some_and(|land| self.clause.country_of(host.referent) == Some(land))
    }
}
