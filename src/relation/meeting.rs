//! The meeting that a verb speaks of: لقاء جمع فلانا بفلان, محادثات كيري شملت فلانا.
//!
//! The index of the verb comes in; what kind of meeting it is, whose, and where those whom it gathers stand, goes out.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Sense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// The meeting, talks or agreement that a verb speaks of: the noun before it in its clause, else the one behind it.
    pub(super) fn event(&self, at: usize) -> Option<Predicate> {
        const REACH: usize = 6;
        // على هامش القمة، وتضم المبادرة مصر والجزائر: a verb that opens its clause has its subject behind it.
        let opens = self.lang == Lang::Ar && self.units[at].clitics.has_conjunction();
        let own = self.units.get(at + 1).filter(|_| opens);
        if own.is_some_and(|next| (next.kind == Kind::Word || next.delegation) && self.shapes[at + 1].article) {
            return None;
        }
        let meeting = |form: &Form| {
            self.knowledge.lexicon.trigger(form.trigger).predicate.filter(|told| {
                matches!(
                    told,
                    Predicate::Met
                        | Predicate::TalkedWith
                        | Predicate::NegotiatedWith
                        | Predicate::AgreedWith
                        | Predicate::Called
                )
            })
        };
        // المفاوضات التي جمعت: of talks and negotiations, by one and the same word, the negotiations tell more.
        let tells = |unit: usize| {
            let told = || self.units[unit].forms.iter().filter_map(meeting);
            told().find(|&told| told == Predicate::NegotiatedWith).or_else(|| told().next())
        };
        if let Some(noun) = self.meeting_told_further(at).filter(|_| opens) {
            return tells(noun);
        }
        for before in (at.saturating_sub(REACH)..at).rev() {
            let unit = &self.units[before];
            // المحادثات مع مجموعة تضم: it is the group that does so, but محادثات كيري شملت.
            let owned = before > 0 && self.units[before - 1].kind == Kind::Noun && tells(before - 1).is_some();
            let governed = unit.clitics.has_preposition() || before > 0 && self.units[before - 1].is_preposition();
            let named = self.unit_phrase(before).is_some_and(|phrase| phrase.kind != PhraseKind::Demonym);
            let other = named && !governed && !owned;
            if unit.is_stop() || unit.kind == Kind::Verb || unit.is(Class::Complement) || other {
                break;
            }
            if unit.kind == Kind::Noun {
                return tells(before);
            }
        }
        let mut behind = (at + 1)..(at + REACH).min(self.units.len());
        let noun = behind
            .find(|&i| matches!(self.units[i].kind, Kind::Noun | Kind::Verb | Kind::Mark(super::unit::Mark::Stop)))?;
        // ضم الوفد فلانا وفلانا للقاء الرئيس: what they come for gathers nobody.
        let aim = self.units[noun].clitics.has(Clitics::LI);
        if self.units[noun].kind == Kind::Noun && !aim { tells(noun) } else { None }
    }

    /// اللقاء الذي يعقده ماكرون ويجمع السيسي وعباس: the meeting before a relative, of which a second verb joined to the first tells more.
    pub(super) fn meeting_told_further(&self, at: usize) -> Option<usize> {
        const REACH: usize = 10;
        let open = |before: &usize| !self.units[*before].is_stop() && !self.units[*before].is(Class::Complement);
        let joined = self.units[at].kind == Kind::Verb && self.units[at].clitics.has(Clitics::WA);
        let near = (at.saturating_sub(REACH)..at).rev().filter(|_| joined).take_while(open);
        let relative = near.into_iter().find(|&before| self.units[before].is(Class::Relative))?;
        let verbs = (relative + 1..at).filter(|&between| self.units[between].kind == Kind::Verb).count();
        let noun = relative.checked_sub(1).filter(|&noun| self.units[noun].kind == Kind::Noun)?;
        (verbs == 1 && self.units[noun].is_definite_noun()).then_some(noun)
    }

    /// Whose the meeting is that a verb speaks of: محادثات كيري التي شملت, شملت لقاءاته.
    pub(super) fn meeting_owner(&self, at: usize) -> Parties {
        const REACH: usize = 8;
        if self.event(at).is_none() {
            return Parties::default();
        }
        let behind = at + 1;
        let noun = if self.units.get(behind).is_some_and(|next| next.kind == Kind::Noun) {
            Some(behind)
        } else {
            (at.saturating_sub(REACH)..at).rev().find(|&before| self.units[before].kind == Kind::Noun)
        };
        let Some(noun) = noun else { return Parties::default() };
        let owner = self.genitive(noun);
        let owner = if owner.is_empty() { self.suffix(noun) } else { owner };
        // أجرى فلان سلسلة اتصالات شملت فلانا: who makes them.
        let mut owner = if owner.is_empty() && noun < at { self.doer_of_noun(noun) } else { owner };
        owner.list.retain(|party| self.is_human(party) || party.kind == PhraseKind::Agent);
        owner
    }

    /// عقد فلان وفلان قمة عبر تقنية الفيديو: whether those who meet or talk only see or hear each other.
    pub(super) fn is_remote(&self, at: usize, predicate: Predicate) -> bool {
        const MOST_COMMAS: usize = 2;
        if !matches!(predicate, Predicate::Met | Predicate::TalkedWith) {
            return false;
        }
        let calls = |unit: &super::unit::Unit| {
            unit.forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.is_manner() && trigger.predicate == Some(Predicate::Called)
            })
        };
        let mut commas = 0;
        for next in at + 1..self.units.len() {
            let unit = &self.units[next];
            commas += usize::from(unit.is_comma());
            if calls(unit) || self.is_by_call_en(at, next) {
                return true;
            }
            if commas > MOST_COMMAS || self.limit(next) {
                return false;
            }
        }
        false
    }

    /// "discussed Syria with Lavrov in a telephone conversation": whether a noun in the clause of a verb says that its talks were a call.
    fn is_by_call_en(&self, at: usize, noun: usize) -> bool {
        self.lang == Lang::En
            && self.units[noun].kind == Kind::Noun
            && self.tells(noun, |told| told == Predicate::Called)
            && !self.units[at + 1..noun].iter().any(|unit| unit.kind == Kind::Verb)
            && self.tells_manner(noun)
    }

    /// جرى اتصال بين فلان وفلان بمبادرة من الجانب الأمريكي, مع فلان الذي بادر بالاتصال: at whose wish people spoke.
    pub(super) fn initiator(&self, at: usize) -> Parties {
        const BEFORE: usize = 8;
        let low = (at.saturating_sub(BEFORE)..at).rev().take_while(|&i| !self.units[i].is_stop()).last().unwrap_or(at);
        let word = (low..self.units.len())
            .take_while(|&i| i < at || !self.units[i].is_stop())
            .find(|&i| self.units[i].is(Class::Initiative));
        let Some(word) = word else { return Parties::default() };
        if self.units[word].kind == Kind::Verb {
            let calls = self.units.get(word + 1).is_some_and(|_| self.tells(word + 1, |p| p == Predicate::Called));
            let relative = word > 0 && self.units[word - 1].is(Class::Relative);
            return self.subjects[word].clone().filter(|_| calls && relative).unwrap_or_default();
        }
        let from = self.units.get(word + 1).is_some_and(|unit| self.is_from(unit));
        let next = word + 1 + usize::from(from);
        if self.bare_party(next) { self.list(next) } else { Parties::default() }
    }

    /// اتصالات شملت, شملت اتصالاته: whether the noun before a verb, or right behind it, tells contacts, by whatever channel.
    pub(super) fn is_contact_before(&self, at: usize) -> bool {
        let contacts = |noun: usize| self.units[noun].means(&self.knowledge.lexicon, Sense::Spoken);
        let behind = self.units.get(at + 1).is_some_and(|next| next.kind == Kind::Noun) && contacts(at + 1);
        behind || self.event_noun_before(at).is_some_and(contacts)
    }

    /// The noun of the meeting that an indefinite relative clause speaks of: لقاء يجمع.
    pub(super) fn event_noun_before(&self, at: usize) -> Option<usize> {
        const REACH: usize = 4;
        let near = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_mark() && self.units[before].kind != Kind::Verb)
            .find(|&before| self.units[before].kind == Kind::Noun);
        near.or_else(|| self.meeting_told_further(at))
    }

    /// اللقاء الذي جمع فلانا وفلانا كان وديا: a meeting gathers two, whatever verb comes behind the second.
    pub(super) fn with_joined(&self, mut found: Parties) -> Parties {
        let joined = found.list.len() == 1
            && self.bare_party(found.end)
            && self.unit_phrase(found.end).is_some_and(|phrase| phrase.clitics == Clitics::WA);
        if joined {
            found.list.extend(self.parties_of(found.end));
            found.end += 1;
        }
        found
    }

    /// خلال لقائه مع فلان على قناة كذا, في برنامج كذا, استضافه في برنامجه: whether a meeting or reception is an
    /// interview, which is no contact.
    pub(super) fn is_on_air(&self, at: usize, predicate: Predicate) -> bool {
        const REACH: usize = 14;
        let lexicon = &self.knowledge.lexicon;
        let on = |i: usize| {
            self.units[i].clitics.has(Clitics::BI)
                || self.shapes[i].preposition == Some(Clitics::BI)
                || self.units[i - 1].has(|class| {
                    matches!(class, Class::Prep(id) if ["على", "في", "عبر", "مع"]
                        .iter()
                        .any(|word| lexicon.preposition_id(word) == Some(id)))
                })
        };
        let hosted = predicate == Predicate::Hosted;
        let kind = self.units[at].kind == Kind::Noun && matches!(predicate, Predicate::Met | Predicate::TalkedWith);
        self.lang == Lang::Ar
            && (hosted || kind)
            && (at + 1..self.units.len().min(at + REACH))
                .take_while(|&i| {
                    let unit = &self.units[i];
                    !unit.is_stop() && unit.kind != Kind::Verb && !unit.is(Class::Complement)
                })
                .any(|i| self.units[i].is(Class::Broadcast) && on(i))
    }

    /// مصر تلتقي غانا في تصفيات كأس العالم, "gave Nigeria the lead with a free kick": whether the sentence speaks of a game, in which sides
    /// play each other.
    pub(super) fn is_played(&self, predicate: Predicate) -> bool {
        let game = match self.lang {
            Lang::Ar => matches!(predicate, Predicate::Met | Predicate::Hosted),
            Lang::En => matches!(
                predicate,
                Predicate::Met
                    | Predicate::Hosted
                    | Predicate::Called
                    | Predicate::Aided
                    | Predicate::Supported
                    | Predicate::Attacked
                    | Predicate::Seized
                    | Predicate::Rejected
                    | Predicate::Threatened
                    | Predicate::AgreedWith
                    | Predicate::DemandedOf
            ),
        };
        game && self.units.iter().any(|unit| unit.is(Class::Sport))
    }

    /// Where what a verb gathers may begin: behind the meeting that is its subject, and its adjectives.
    pub(super) fn behind_event(&self, at: usize) -> usize {
        if self.units.get(at + 1).is_none_or(|next| next.kind != Kind::Noun) {
            return at + 1;
        }
        let mut next = at + 2;
        while self
            .units
            .get(next)
            .is_some_and(|unit| unit.kind == Kind::Word && self.shapes[next].preposition.is_none())
        {
            next += 1;
        }
        next
    }
}
