//! Who receives whom where something is brought: تلقى الرئيس رسالة نقلها كيري خلال استقباله له.
//!
//! The noun of receiving comes in; who got what was brought, or whether somebody brought it, goes out.

use super::clause::{Clause, Parties, is_person};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Form, Sense};

impl Clause<'_> {
    /// سلم كيري الرسالة للرئيس خلال استقباله له, تلقى الرئيس رسالة نقلها كيري خلال استقباله له: who got what was brought, behind a noun of
    /// receiving with "him" on it and behind it.
    pub(super) fn host_of_who_brings(&self, noun: usize) -> Option<Parties> {
        let to = self.knowledge.lexicon.preposition_id("ل")?;
        let him = self.units.get(noun + 1).is_some_and(|unit| unit.pronoun.is_some()) && self.governs(noun + 1, to);
        let one = self.units[noun].owner().is_some_and(|owner| owner.number == Number::Singular);
        let open = |i: &usize| !self.units[*i].is_stop();
        let mut verbs = (0..noun).rev().take_while(open).filter(|&i| self.units[i].kind == Kind::Verb);
        let brings = verbs.next().filter(|_| self.lang == Lang::Ar && him && one)?;
        if !(self.hands(brings) || self.units[brings].means(&self.knowledge.lexicon, Sense::Bears)) {
            return None;
        }
        let gets = |verb: usize| {
            let row = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.receives;
            self.units[verb].forms.iter().any(row)
        };
        let handed = Some(self.handed(brings, noun)).filter(|found| !found.is_empty());
        let got = || self.subjects[verbs.find(|&verb| gets(verb))?].clone().filter(|found| !found.is_empty());
        let host = handed.or_else(got)?;
        matches!(host.list.as_slice(), [party] if is_person(*party)).then(|| Parties {
            end: noun + 1,
            carried: false,
            confidence: 0.8,
            ..host
        })
    }

    /// رسالة من أوباما نقلها كيري خلال استقبال الرئيس له: whether the last verb before a noun says who brings what the noun before it names.
    pub(super) fn is_brought_before(&self, noun: usize) -> bool {
        let verb = (0..noun).rev().find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            let it = self.units[verb].verb().is_some_and(|(.., object)| object.is_some());
            it && (self.hands(verb) || self.units[verb].means(&self.knowledge.lexicon, Sense::Bears))
        })
    }
}
