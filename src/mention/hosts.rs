//! The titles of those who receive a traveller: زار السيسي الهند والتقى الرئيس ورئيس الوزراء.

use super::kind::MentionType;
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId};
use crate::lexicon::{Class, Family, Predicate};

impl Reader<'_> {
    /// Returns the country to which a journey is told before a title that names none, where a contact is told between: there he
    /// meets who holds the office there. A city other than the capital sees guests of many countries, and says nothing.
    pub(super) fn country_visited(&self, run: &TitleRun) -> Option<EntityId> {
        let alone = run.of.is_none() && run.body.is_none() && !run.former && !run.indefinite;
        let of_state = run.office.is_some_and(|office| self.is_office_of_state(office) || self.is_high_office(office));
        if !alone || !of_state {
            return None;
        }
        self.country_visited_before(run.start)
    }

    /// The same, for whoever is named at a token: زار السيسي باريس والتقى نظيره.
    pub(super) fn country_visited_before(&self, at: usize) -> Option<EntityId> {
        const MOST_WORDS: usize = 14;
        let contact = self.contact_before(at)?;
        let from = self.tokens.tokens[self.range.0].span.start;
        let gazetteer = &self.knowledge.gazetteer;
        let place = |referent: Referent| {
            let Referent::Known(key) = referent else { return None };
            let entity = gazetteer.get(key);
            match entity.kind {
                EntityKind::Country => Some(key),
                EntityKind::City if entity.subkind == "capital" => entity.country,
                _ => None,
            }
        };
        for found in self.mentions.iter().rev().take_while(|found| from <= found.span.start) {
            let Some(land) = place(found.referent).filter(|_| found.kind != MentionType::Demonym) else { continue };
            let start = found.span.start;
            let place = (self.range.0..at).rev().find(|&at| self.tokens.tokens[at].span.start <= start)?;
            // التقى كيري خلال زيارته للقاهرة الرئيس: told behind the verb, too.
            let goes = self.goes_there_within(place, MOST_WORDS) && !self.is_left(place);
            if goes || place < contact {
                return Some(land).filter(|_| goes && !self.is_contrasted(place, contact));
            }
        }
        None
    }

    /// عاد من باريس: whether a place is where somebody comes from.
    fn is_left(&self, place: usize) -> bool {
        let from = self.knowledge.lexicon.preposition_id(if self.lang == Lang::Ar { "من" } else { "from" });
        let is_from = |class| matches!(class, Class::Prep(id) if Some(id) == from);
        place > self.range.0 && self.class(place - 1, Kinds::PREPOSITION, is_from).is_some()
    }

    /// Returns whether what is told between two tokens is of somebody else: يزور كيري باريس، بينما التقى فلان الوزير.
    fn is_contrasted(&self, from: usize, to: usize) -> bool {
        let contrast = |class| class == Class::Beside;
        (from..to).any(|at| self.class(at, Kinds::CLASS, contrast).is_some())
    }

    /// Returns whether an office is that of a head of state, of who follows one, or of a parliament.
    pub(super) fn is_high_office(&self, office: OfficeId) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let kind = offices.kind(office);
        kind.regnal || kind.national || matches!(offices.name(office), "president" | "head_of_state")
    }

    /// Returns where the last verb before a token stands, or a noun of contact behind it, if that tells of a contact.
    fn contact_before(&self, before: usize) -> Option<usize> {
        const MOST_WORDS: usize = 16;
        let is_contact = |at: usize| {
            let triggers = self.forms(at).map(|form| self.knowledge.lexicon.trigger(form.trigger));
            triggers.filter_map(|trigger| trigger.predicate).any(|told| {
                told.family() == Family::Contact && !matches!(told, Predicate::Visited | Predicate::WroteTo)
            })
        };
        for at in (self.range.0.max(before.saturating_sub(MOST_WORDS))..before).rev() {
            if is_contact(at) {
                return Some(at);
            }
            let clause = |class| matches!(class, Class::Complement | Class::Relative);
            if self.may_be_verb(at) || self.class(at, Kinds::CLAUSE, clause).is_some() {
                return None;
            }
        }
        None
    }
}
