//! Who comes along: وصل عباس إلى القاهرة يرافقه الأحمد, استقبل هادي بان كي مون ومعه الزياني.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Pos, Predicate};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// The people whom a word at a unit says to come along with somebody named before.
    fn companions(&self, at: usize) -> Vec<Party> {
        let unit = &self.units[at];
        let accompanies = unit.kind == Kind::Verb
            && unit.verb().is_some_and(|(.., object)| object.is_some())
            && unit.forms.iter().any(|form| &*self.knowledge.lexicon.trigger(form.trigger).id == "ar-rafaqa-clause-v");
        if !accompanies && !unit.is(Class::Company) {
            return Vec::new();
        }
        let next = self.skip_adverbials(at + 1);
        let joined = self.units.get(next).is_some_and(|unit| unit.clitics.has_conjunction());
        if joined || !self.bare_party(next) {
            return Vec::new();
        }
        let found = self.list(next).list;
        found.into_iter().filter(|party| party.kind == PhraseKind::Person).collect()
    }
}

impl Sentence<'_> {
    /// Those who come along make the journey, or are received, with whom they accompany.
    pub(super) fn with_companions(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        if self.reader.lang != Lang::Ar {
            return;
        }
        for at in 1..self.clause.units.len() {
            let people = self.clause.companions(at);
            if people.is_empty() {
                continue;
            }
            let word = self.tokens.tokens[self.clause.units[at].start].span.start;
            let led = out.iter().rev().find(|told| {
                told.sentence == self.number
                    && told.trigger.start < word
                    && matches!(told.predicate, Predicate::Visited | Predicate::Hosted)
            });
            let Some(led) = led.cloned() else { continue };
            for party in people {
                let itself = [led.subject, led.object].contains(&party.referent);
                // ورافقه من المطار وزير الخارجية: who is at home there has come to meet him.
                let home = led.predicate == Predicate::Visited
                    && self.stays_home(party.referent, led.object, true, Pos::Verb)
                    || led.predicate == Predicate::Hosted
                        && self.reader.country_of(party.referent) == self.reader.country_of(led.subject);
                if itself || home {
                    continue;
                }
                let ends = match led.predicate {
                    Predicate::Hosted => (led.subject, led.subject_span, party.referent, party.span),
                    _ => (party.referent, party.span, led.object, led.object_span),
                };
                let (subject, subject_span, object, object_span) = ends;
                let confidence = led.confidence * SURE;
                out.push(Relation {
                    subject,
                    subject_span,
                    object,
                    object_span,
                    confidence,
                    rule: None,
                    ..led.clone()
                });
            }
        }
    }
}
