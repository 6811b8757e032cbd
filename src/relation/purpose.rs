//! What a journey is for and where it leads by a word for the place: who travels with a purpose, who is invited to whose country, the
//! capital that is visited.

use super::clause::{Clause, Parties, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// دعا أمير الكويت الرئيس التركي لزيارة بلاده: the country of whoever invites, where a journey to "his country" is what he invites to.
    pub(super) fn host_land(&self, journey: usize, at: usize) -> Option<Parties> {
        let own = self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::OwnLand));
        let invitation = self.invitation(journey).filter(|_| own)?;
        let host = match self.units[invitation].kind {
            Kind::Verb => self.sole_subject(invitation)?,
            _ => self.inviting(invitation, journey)?,
        };
        let Referent::Known(key) = self.country_of(host.referent)? else { return None };
        let party = Party { referent: Referent::Known(key), span: None, kind: PhraseKind::Country, gender: None };
        Some(Parties::new(vec![party], 0.8, at + 1))
    }

    /// دعوة من بوتين لزيارة بلاده, وجه أردوغان دعوة إلى السيسي: who invites by a noun, told behind "from", else as the subject of the verb that
    /// has it as its object; not of one by which an invitation is got.
    fn inviting(&self, invitation: usize, journey: usize) -> Option<Party> {
        let from = self.knowledge.lexicon.preposition_id("من")?;
        let source = (invitation + 1..journey).find(|&i| self.governs(i, from));
        if let Some(source) = source {
            return match self.governed(source, false)?.list.as_slice() {
                [host] => Some(*host),
                _ => None,
            };
        }
        let verb = (0..invitation)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb)?;
        // قبل السيسي دعوة بوتين لزيارة بلاده: of one that is accepted whose it is.
        let owned = self.bare_party(invitation + 1);
        if self.units[verb].means(&self.knowledge.lexicon, Sense::Accepts) {
            return self.parties_of(invitation + 1).first().copied().filter(|_| owned);
        }
        let gets =
            self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.receives);
        // وعد السيسي بتلبية دعوة بوتين لزيارة بلاده: behind the noun may stand who invites or who is invited.
        let host = self.sole_subject(verb).filter(|_| !gets && !owned)?;
        // جدد الرئيس اللبناني دعوة رئيس الحكومة اللبنانية لزيارة بلاده: no guest of his own land.
        let home = self.country_of(host.referent);
        let mut between =
            (invitation + 1..journey).filter(|&i| self.unit_phrase(i).is_some()).flat_map(|i| self.parties_of(i));
        between.all(|party| self.country_of(party.referent) != home).then_some(host)
    }

    /// The one subject of a verb.
    fn sole_subject(&self, verb: usize) -> Option<Party> {
        match self.subjects.get(verb)?.as_ref()?.list.as_slice() {
            [party] => Some(*party),
            _ => None,
        }
    }

    /// زيارة العاصمة المصرية القاهرة, زيارة العاصمة المصرية: the capital that a word for it opens, or the country where nobody names it.
    pub(super) fn capital_visited(&self, at: usize) -> Option<Parties> {
        let head = self.units.get(at)?;
        let whose = self.unit_phrase(at + 1).filter(|phrase| phrase.kind == PhraseKind::Demonym)?;
        let opens = head.is(Class::PlaceHead) && head.clitics == Clitics::NONE && self.shapes[at].article;
        if !opens || whose.clitics != Clitics::NONE {
            return None;
        }
        Some(match self.placed(at + 1) {
            true => Parties { confidence: 0.9, ..self.list(at + 2) },
            false => Parties::new(self.parties_of(at + 1), 0.8, at + 2),
        })
    }

    /// أعلنت باريس وصول إيرولت لإجراء محادثات, زيارة لأردوغان إلى موسكو للقاء بوتين: who travels, where a noun tells of his journey and a
    /// contact stands behind as its purpose.
    pub(super) fn traveller_with_purpose(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 12;
        let contact = self.units[at].kind == Kind::Noun
            && self.units[at].owner().is_none()
            && self.tells(at, |told| told.family() == Family::Contact && told != Predicate::Visited);
        let before = at.checked_sub(1).filter(|_| contact && self.lang == Lang::Ar)?;
        let own = self.units[at].clitics.has(Clitics::LI);
        let held = self.units[before].has(|class| matches!(class, Class::Holding | Class::Performing))
            && (self.units[before].clitics.has(Clitics::LI) || self.shapes[before].preposition == Some(Clitics::LI));
        let ends = |unit: &Unit| {
            unit.is_stop()
                || unit.kind == Kind::Verb
                || unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Complement | Class::Relative))
        };
        let journey = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| !ends(&self.units[i]))
            .find(|&i| (own || held) && self.units[i].kind == Kind::Noun && self.names_journey(i))?;
        let one = |found: &Parties| matches!(found.list.as_slice(), [party] if self.is_human(party));
        let whose = Some(self.genitive(journey)).filter(one);
        whose.or_else(|| {
            let led = (journey + 1..at.min(journey + 4)).find(|&i| self.unit_phrase(i).is_some())?;
            let to = self.unit_phrase(led).is_some_and(|phrase| phrase.clitics == Clitics::LI);
            Some(self.list(led)).filter(|found| to && one(found))
        })
    }

    /// وصل فلان إلى باريس. ومن المقرر عقد لقاء مع ماكرون: of whose journey the sentence before told, where a sentence of his agenda names only
    /// whom he is to meet.
    pub(super) fn planned_on_journey(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 5;
        let [traveller] = self.memory.traveller.as_slice() else { return None };
        let contact = self.units[at].kind == Kind::Noun
            && !self.units[at].is_definite_noun()
            && self.tells(at, |told| told.family() == Family::Contact && told != Predicate::Visited);
        let holding = at.checked_sub(1).filter(|_| contact && self.memory.travelling)?;
        let held = self.units[holding].has(|class| matches!(class, Class::Holding | Class::Performing));
        let start = (0..holding).rev().find(|&i| self.units[i].is_stop()).map_or(0, |stop| stop + 1);
        let before = &self.units[start..holding];
        let planned = before.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Planned));
        let quiet = |unit: &Unit| unit.phrase().is_none() && matches!(unit.kind, Kind::Function | Kind::Word);
        (held && planned && before.len() <= WORDS && before.iter().all(quiet))
            .then(|| Parties { carried: true, ..Parties::new(vec![*traveller], 0.7, at + 1) })
    }

    /// دعا أوباما عباس إلى زيارة واشنطن من أجل لقاء نتنياهو: whom one invites to a journey has the contact that is its purpose.
    pub(super) fn guest_with_purpose(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 6;
        let contact = self.lang == Lang::Ar
            && self.units[at].kind == Kind::Noun
            && self.units[at].owner().is_none()
            && self.tells(at, |told| told.family() == Family::Contact && told != Predicate::Visited);
        // لإجراء محادثات معه: with whoever invites, as the pronoun says.
        let with_host = || {
            (at + 1..self.units.len().min(at + 3))
                .any(|i| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun))
        };
        if !contact || with_host() {
            return None;
        }
        let parts = |unit: &Unit| {
            unit.is_mark()
                || matches!(unit.kind, Kind::Verb | Kind::Participle)
                || unit.phrase().is_none()
                    && unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Circumstance))
        };
        let journey = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| !parts(&self.units[i]))
            .find(|&i| self.units[i].kind == Kind::Noun && self.names_journey(i) && !self.is_invitation(i))?;
        let guest = self.invited(journey, self.invitation(journey)?);
        let one = matches!(guest.list.as_slice(), [party] if self.is_human(party));
        (one && guest.end <= at).then_some(guest)
    }

    /// جدد ظريف دعوة ميقاتي لزيارة إيران: the genitive of an invitation to the country of whose invitation the clause tells.
    pub(super) fn invited_home(&self, journey: usize, invitation: usize) -> Option<Parties> {
        let verb = (0..invitation)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb)?;
        let [host] = self.subjects[verb].as_ref()?.list.as_slice() else { return None };
        let goal = self.genitive(journey);
        let [place] = goal.list.as_slice() else { return None };
        let home = self.country_of(host.referent)?;
        let there = place.referent == home || self.country_of(place.referent) == Some(home);
        let guest = self.genitive(invitation);
        let other = matches!(guest.list.as_slice(), [party] if self.is_human(party) && party.referent != host.referent);
        (there && other && guest.end == journey).then_some(Parties { confidence: 0.8, ..guest })
    }
}
