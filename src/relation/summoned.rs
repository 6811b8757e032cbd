//! Whom a summons or an expulsion is about: استدعت اليونان السفير التركي فلانا is a word to Turkey, whoever holds the post.

use super::clause::{Clause, Parties, Party};
use super::unit::Kind;
use crate::gazetteer::EntityKind;
use crate::lexicon::Sense;
use crate::mention::{PhraseKind, Referent};

impl Clause<'_> {
    /// Returns whether the verb before a unit calls in an envoy.
    pub(super) fn calls_in(&self, at: usize) -> bool {
        let verb = (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| self.units[verb].means(&self.knowledge.lexicon, Sense::Summons))
    }

    /// The countries of envoys who are told by their office alone, with `named` also of those with a name; who holds no post abroad stays who
    /// he is.
    pub(super) fn senders_of_envoys(&self, envoys: Parties, named: bool) -> Parties {
        let list = envoys.list.iter().map(|&envoy| self.sender_of_envoy(envoy, named).unwrap_or(envoy)).collect();
        Parties { list, ..envoys }
    }

    fn sender_of_envoy(&self, envoy: Party, named: bool) -> Option<Party> {
        let gazetteer = &self.knowledge.gazetteer;
        let phrase = self.phrases.iter().find(|phrase| Some(phrase.span) == envoy.span && (named || !phrase.named))?;
        let posted = phrase.office.is_some_and(|office| gazetteer.offices().is_posted(office));
        let country = phrase.of.filter(|&of| posted && gazetteer.get(of).kind == EntityKind::Country)?;
        Some(Party { referent: Referent::Known(country), kind: PhraseKind::Country, gender: None, ..envoy })
    }
}
