//! Whom a verb addresses by a preposition right behind it or its subject: أكد عباس لكيري أن, قال لي الرئيس.

use super::clause::{Clause, Parties};
use super::other_side;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Predicate, PrepId, Pronoun};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// The parties behind a preposition that stands right behind the verb and its subject: أكد عباس لكيري أن.
    ///
    /// Behind a title without a name the preposition may belong to the title (المتحدث الرسمي للحكومة): it must be a person;
    /// behind a name and its title it does.
    ///
    /// Of a noun it is its own subject, too: دعوة نتنياهو لعباس, الدعوة التي وجهها نتنياهو إلى عباس.
    pub(super) fn right_behind(&self, verb: usize, preposition: PrepId, subject: Option<&Parties>) -> Parties {
        let noun = subject.filter(|_| self.units[verb].kind == Kind::Noun);
        let own = noun.or(self.subjects.get(verb).and_then(Option::as_ref)).filter(|found| !found.carried);
        let end = own.map_or(verb + 1, |found| found.end.max(verb + 1));
        for from in [verb + 1, end] {
            let mut at = from;
            while self.units.get(at).is_some_and(|unit| {
                unit.phrase().is_none()
                    && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_)))
            }) {
                at += 1;
            }
            if !self.governs(at, preposition) {
                continue;
            }
            // رفض مرسي دعوات البرادعي له بالاستقالة
            if let Some(pronoun) = self.units[at].pronoun {
                if noun.is_some() && pronoun.number == Number::Singular {
                    return self.behind_pronoun(at, pronoun, verb, subject);
                }
                // التقى عباس كيري. وأكد له: the other of the two who met.
                let own = self.subjects.get(verb).and_then(Option::as_ref).map_or(&[][..], |own| &own.list);
                if let Some(other) = self.other_side(verb, pronoun, own) {
                    return Parties::new(vec![other], other_side::SURE, at + 1);
                }
                let found = self.told_by_pronoun(at, pronoun, verb);
                if found.list.len() == 1 {
                    return found;
                }
                continue;
            }
            // قال رئيس وفد حماس للمفاوضات موسى أبو مرزوق: what the office is for, and behind it the name of who holds it.
            let office = || {
                from > verb + 1
                    && self.lang == Lang::Ar
                    && self.units[at].kind == Kind::Noun
                    && !self.ends_in_name(from - 1)
                    && self.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            };
            if office() {
                continue;
            }
            // قالت لهم: most often those who listen, whom the text does not name.
            let many = self
                .unit_phrase(at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun && phrase.number != Number::Singular);
            // قال فلان المتحدث الرسمي للرئيس: behind a name and its title the preposition belongs to the title.
            let title = from > verb + 1
                && !self.ends_in_name(from - 1)
                && self.unit_phrase(from - 1).is_some_and(|phrase| phrase.named);
            if many || title {
                continue;
            }
            let mut found = self.governed(at, false).unwrap_or_default();
            // الاتفاق الموقع بين مصر وقطر دخل: "between" needs two, whatever comes next.
            let between = Some(preposition) == self.knowledge.lexicon.preposition_id("بين");
            let joined = |unit: &Unit| unit.phrase().is_some() && unit.clitics == Clitics::WA;
            if between && found.list.len() == 1 && self.units.get(found.end).is_some_and(joined) {
                found.list.extend(self.parties_of(found.end));
                found.end += 1;
            }
            if from > verb + 1 && !self.ends_in_name(from - 1) {
                found
                    .list
                    .retain(|party| !matches!(party.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent));
            }
            return Parties { confidence: 0.9, ..found };
        }
        Parties::default()
    }

    /// "قال لي الرئيس", قال عباس إن كيري أكد له: the one person whom a pronoun right behind a verb of telling means,
    /// of those whom the sentence names.
    fn told_by_pronoun(&self, at: usize, pronoun: Pronoun, verb: usize) -> Parties {
        if self.lang != Lang::Ar || pronoun.number != Number::Singular && !pronoun.speaks {
            return Parties::default();
        }
        // اتصل السيسي بعباس وأكد له: what was said when they spoke is told by that.
        let spoke = |told: Predicate| {
            told.family() == Family::Contact
                && !matches!(told, Predicate::Visited | Predicate::Briefed | Predicate::WroteTo)
        };
        let met = (0..verb).rev().take_while(|&at| !self.units[at].is_stop()).any(|at| self.tells(at, spoke));
        let own = self.subjects.get(verb).and_then(Option::as_ref).filter(|own| own.list.len() == 1 && !met);
        let Some(own) = own else { return Parties::default() };
        let mut found = self.behind_pronoun(at, pronoun, verb, Some(own));
        found.list.retain(|party| {
            party.kind == PhraseKind::Person && own.list.iter().all(|teller| teller.referent != party.referent)
        });
        found
    }
}
