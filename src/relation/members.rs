//! The people whom a text names of a delegation or a group: وفدا برئاسة فلان, مسؤولين أبرزهم فلان.

use super::clause::{Clause, Parties, Party};
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number};
use crate::lexicon::{Class, Form, Membership, Predicate, Sense};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

/// How many units may stand between a group and the word that names its members.
const REACH: usize = 12;

impl Clause<'_> {
    /// The members named of the group that begins at `from`; a delegation may also be told by who leads it.
    pub(super) fn members(&self, from: usize, delegation: bool) -> Option<Parties> {
        if self.lang != Lang::Ar {
            return None;
        }
        let mut delegation = delegation;
        for at in from..self.units.len().min(from + REACH) {
            let unit = &self.units[at];
            // وصل وفد إسرائيلي للقاء وفد برئاسة عباس: he leads the other one.
            if delegation && at > from && unit.delegation && !self.units[at - 1].is_comma() {
                return None;
            }
            let role = unit.classes.iter().find_map(|&class| match class {
                Class::Members(role) => Some(role),
                _ => None,
            });
            // وفدا إثيوبيا قاده رئيس الوزراء
            let heads = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.heads;
            let led = delegation && at > from && unit.verb().is_some_and(|(.., object)| object.is_some());
            let role = role.or_else(|| (led && unit.forms.iter().any(heads)).then_some(Membership::Led));
            if role == Some(Membership::Plural)
                && at > from
                && self.one_group(from, at)
                && let Some(found) = self.bodies_at(at + 1)
            {
                return Some(found);
            }
            if let Some(role) = role
                && (role == Membership::Plural || delegation || at == from + 1)
                && let Some(found) = self.people_at(at + 1)
            {
                // لقاء جمع وفدا برئاسة فلان والوزير: who stands behind the one that leads is of another side.
                let found = Parties { group: found.group && role != Membership::Led, ..found };
                return Some(self.with_further_members(found));
            }
            // الذي يضم: the relative clause that names them.
            let names_them = self.units.get(at + 1).is_some_and(|next| next.has(|c| matches!(c, Class::Members(_))));
            if unit.is_stop()
                || unit.is(Class::Complement)
                || (unit.is(Class::Relative) || unit.kind == Kind::Verb) && role.is_none() && !names_them
            {
                return None;
            }
            // Another party stands between: the word speaks of that one.
            if at > from && self.interrupts(at) {
                return None;
            }
            delegation |= unit.delegation;
        }
        None
    }

    /// التقى الرئيس وعددا من القادة بينهم فلان وفلان: whom the text names of a group that is joined to a list by و; `end` is one past
    /// the list.
    pub(super) fn joined_members(&self, end: usize) -> Option<Parties> {
        let at = end + usize::from(self.units.get(end).is_some_and(Unit::is_comma));
        let unit = self.units.get(at)?;
        let joined = match self.unit_phrase(at) {
            Some(phrase) => {
                phrase.clitics == Clitics::WA
                    && phrase.kind == PhraseKind::Unknown
                    && phrase.number == Number::Plural
                    && !phrase.named
            }
            None => {
                matches!(unit.kind, Kind::Word | Kind::Function) && (unit.clitics == Clitics::WA || self.joins_word(at))
            }
        };
        if self.lang != Lang::Ar || !joined {
            return None;
        }
        let reach = self.units.len().min(at + REACH);
        let word = (at + 1..reach)
            .take_while(|&i| !self.units[i].is_mark() && self.units[i].kind != Kind::Verb)
            .find(|&i| self.units[i].has(|class| matches!(class, Class::Members(Membership::Plural))))?;
        let found = self.members(at, false).filter(|found| found.end > word)?;
        // ، وعدد من الوزراء بينهم فلان شاركوا: those open a clause of their own.
        let opens = at > end && self.units.get(found.end).is_some_and(|next| next.kind == Kind::Verb);
        (!opens).then_some(found)
    }

    /// ومسؤولين بينهم فلان: whom the text names of a group that is itself a member of a list.
    pub(super) fn members_of_member(&self, at: usize) -> Option<Parties> {
        let group = self.lang == Lang::Ar
            && self.unit_phrase(at).is_some_and(|phrase| {
                !phrase.named
                    && phrase.number != Number::Singular
                    && (phrase.kind == PhraseKind::Agent
                        || phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty())
            });
        if group { self.members(at, false) } else { None }
    }

    /// خلال استقباله وفدا برئاسة فلان, لقاء الرئيس وفدا من الحزب: the delegation that the noun of a meeting has as its object.
    pub(super) fn delegation_met(&self, at: usize) -> Parties {
        let delegation = self.lang == Lang::Ar
            && self.units.get(at).is_some_and(|unit| {
                unit.delegation && unit.phrase().is_none() && unit.clitics == Clitics::NONE && !self.shapes[at].article
            });
        if delegation { Parties { confidence: 0.85, ..self.object(at, false) } } else { Parties::default() }
    }

    /// وفدا برئاسة فلان ويضم فلانا وفلانا: the further members that a second verb names.
    fn with_further_members(&self, mut found: Parties) -> Parties {
        let verb = found.end + usize::from(self.units.get(found.end).is_some_and(Unit::is_comma));
        let names = self.units.get(verb).is_some_and(|unit| {
            unit.kind == Kind::Verb && unit.clitics == Clitics::WA && unit.has(|c| matches!(c, Class::Members(_)))
        });
        if names && let Some(further) = self.people_at(verb + 1) {
            found.list.extend(further.list);
            found.end = further.end;
        }
        found
    }

    /// قام وفد برئاسة فلان ويضم فلانا بزيارة: whether a verb that goes on about a delegation only names further members.
    pub(super) fn names_further_members(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.clitics == Clitics::WA
            && unit.has(|class| matches!(class, Class::Members(_)))
            && self.units[at.saturating_sub(REACH)..at].iter().any(|before| before.delegation)
    }

    /// "two generals, Burhan and Dagalo,": the several people whom the text names behind the noun that tells what they are; the
    /// phrase begins at `from`.
    pub(super) fn named_group(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 8;
        let passes = |at: usize| {
            let unit = &self.units[at];
            !unit.is_stop()
                && unit.kind != Kind::Verb
                && !unit.is_preposition()
                && !unit.has(|class| matches!(class, Class::Conj | Class::Complement | Class::Relative))
        };
        let reach = self.units.len().min(from + WORDS);
        let comma = (from..reach).take_while(|&at| passes(at)).find(|&at| self.units[at].is_comma())?;
        let head = comma.checked_sub(1).filter(|&head| head >= from)?;
        let several = match self.unit_phrase(head) {
            Some(phrase) => {
                !phrase.named
                    && phrase.number != Number::Singular
                    && matches!(phrase.kind, PhraseKind::Unknown | PhraseKind::Agent | PhraseKind::BothPeople)
            }
            None => self.shapes[head].plural,
        };
        let first = comma + 1;
        let person = |at: usize| {
            self.bare_party(at)
                && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named)
        };
        if self.lang != Lang::En || !several || !person(first) {
            return None;
        }
        let names = self.list(first);
        let all = names.list.len() > 1 && names.list.iter().all(|party| self.is_human(party));
        // "met ministers, Macron and Scholz said": those names open the next clause.
        let ends = self
            .units
            .get(names.end)
            .is_none_or(|next| next.is_mark() || next.is_to() || next.is_preposition() || next.is(Class::Circumstance));
        (all && ends).then_some(Parties { confidence: 0.85, ..names })
    }

    /// "with senior officials in Seoul and Tokyo", "for the regime in Damascus": the countries whose capitals those act in.
    pub(super) fn officials_in(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let adjective = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none() && unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Skip))
        };
        let head = (from..self.units.len().min(from + WORDS)).find(|at| !adjective(at))?;
        let acts = match self.unit_phrase(head) {
            Some(phrase) => {
                let title = phrase.kind == PhraseKind::Unknown && !phrase.named && phrase.referents.is_empty();
                title && phrase.office.is_none() && phrase.number == Number::Plural
            }
            None => self.units[head].is(Class::Authority),
        };
        if !acts || self.lang != Lang::En || head + 2 >= self.units.len() || !self.is_in(head + 1) {
            return None;
        }
        let found = self.list(head + 2);
        let mut list: Vec<Party> = Vec::new();
        for place in &found.list {
            let Referent::Known(key) = place.referent else { return None };
            let entity = self.knowledge.gazetteer.get(key);
            let country = match entity.kind {
                EntityKind::Country => key,
                EntityKind::City if entity.subkind == "capital" => entity.country?,
                _ => return None,
            };
            list.push(Party { referent: Referent::Known(country), kind: PhraseKind::Country, ..*place });
        }
        (!list.is_empty()).then_some(Parties { list, confidence: 0.82, ..found })
    }

    /// "nine countries in Europe, including France and Italy": those of a group that the text names; the group begins at `from`.
    pub(super) fn included(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 14;
        let passes = |at: usize| {
            let unit = &self.units[at];
            let opens = unit.is_comma() && self.units.get(at + 1).is_some_and(|next| next.is(Class::Conj));
            !opens
                && !unit.is_stop()
                && unit.kind != Kind::Verb
                && !unit.has(|class| matches!(class, Class::Complement | Class::Relative))
        };
        let reach = self.units.len().min(from + WORDS);
        // ", among them Abbas"
        let among = |at: usize| {
            self.is_preposition_of(at, "among")
                && self.units.get(at + 1).is_some_and(|unit| unit.case == Some(Case::Object))
        };
        let opens = |at: usize| self.units[at].phrase().is_none() && (self.is_example(&self.units[at]) || among(at));
        let word = (from..reach).take_while(|&at| passes(at)).find(|&at| opens(at))?;
        let word = word + usize::from(among(word));
        let of_group = |at: usize| match self.unit_phrase(at) {
            Some(phrase) => !phrase.named && phrase.number != Number::Singular,
            None => self.shapes[at].plural,
        };
        // The first noun of the group is what is met or visited.
        // "a number of Arab ministers"
        // "leaders on Monday, including", "ministers last week, among them": a day is one unit.
        let parts = |at: usize| {
            let unit = &self.units[at];
            unit.is_comma()
                || unit.is_preposition() && !self.is_preposition_of(at, "of")
                || at > from && unit.phrase().is_none() && unit.is(Class::Skip)
        };
        let head = (from..word).find(|&at| parts(at)).unwrap_or(word);
        let group = head.checked_sub(1).is_some_and(|head| head >= from && of_group(head));
        let bare = (from..head).all(|at| self.unit_phrase(at).is_none_or(|phrase| !phrase.named));
        if self.lang != Lang::En || !group || !bare || !self.bare_party(word + 1) {
            return None;
        }
        let names = self.list(word + 1);
        (!names.is_empty()).then_some(Parties { confidence: 0.8, ..names })
    }

    /// "condemned the government of Israel": the country or body whose side those are who stand at a unit.
    pub(super) fn side_of(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let adjective = |unit: &super::unit::Unit| {
            unit.phrase().is_none()
                && (unit.kind == Kind::Word && !unit.is_mark()
                    || unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Skip)))
                && !unit.is(Class::Agent)
        };
        let words =
            self.units[from.min(self.units.len())..].iter().take(WORDS).take_while(|unit| adjective(unit)).count();
        let head = from + words;
        let side = self.units.get(head).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Agent));
        let of = head + 1 < self.units.len() && self.is_preposition_of(head + 1, "of");
        let whose =
            self.unit_phrase(head + 2).is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Body));
        (side && of && whose && self.bare_party(head + 2)).then(|| Parties { confidence: 0.85, ..self.list(head + 2) })
    }

    /// استضاف ماكرون في باريس قمة ضمت بخاري وديبي: those of whom the meeting is made up that somebody hosts.
    pub(super) fn guests_of_meeting(&self, verb: usize, host: &Parties) -> Option<Parties> {
        const NEAR: usize = 8;
        let from = if host.carried { verb + 1 } else { host.end.max(verb + 1) };
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith);
        let meeting = (from..self.units.len().min(from + NEAR))
            .take_while(|&at| !self.units[at].is_stop() && self.units[at].kind != Kind::Verb)
            .find(|&at| self.units[at].kind == Kind::Noun && self.tells(at, meets))?;
        let gathers = |at: usize| self.units[at].has(|class| matches!(class, Class::Members(Membership::Led)));
        // قمة شارك فيها بوتين, مؤتمرا حضره بوتين
        let attends = |at: usize| self.units[at].means(&self.knowledge.lexicon, Sense::Attends);
        let wanted = |&at: &usize| gathers(at) || attends(at);
        let word = (meeting + 1..self.units.len().min(meeting + NEAR)).find(wanted)?;
        let in_it =
            |at: usize| self.units.get(at).is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))));
        let therein = attends(word) && in_it(word + 1);
        let suffixed = self.units[word].verb().is_some_and(|(.., object)| object.is_some());
        let gathered = self.units[word].kind == Kind::Verb && (gathers(word) || therein || suffixed);
        let first = word + 1 + usize::from(therein);
        let found = self.people_at(first).filter(|_| self.lang == Lang::Ar && gathered)?;
        let others = found.list.iter().all(|party| host.list.iter().all(|own| own.referent != party.referent));
        others.then_some(found)
    }

    /// The travellers with those who come along.
    pub(super) fn with_company_behind(&self, verb: usize, travellers: Parties) -> Parties {
        let mut travellers = travellers;
        for party in self.company_behind(verb) {
            if travellers.list.iter().all(|known| known.referent != party.referent) {
                travellers.list.push(party);
            }
        }
        travellers
    }

    /// Who comes along on a journey, behind its verb: "travelled to Rwanda, accompanied by Molly Phee".
    pub(super) fn company_behind(&self, verb: usize) -> Vec<Party> {
        let accompanies = |at: usize| self.units[at].means(&self.knowledge.lexicon, Sense::Accompanies);
        let by = (verb + 1..self.units.len())
            .take_while(|&at| !self.units[at].is_stop() && (self.units[at].kind != Kind::Verb || accompanies(at)))
            .find(|&at| accompanies(at) && self.is_followed_by_agent(at))
            .map(|at| at + 1);
        // "flew to Cairo along with Mashaal": words that only join him.
        let along = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none()
                && unit.end == unit.start + 2
                && (unit.is(Class::Conj) || self.is_preposition_of(*at, "with"))
                && unit.has(|class| matches!(class, Class::ListMore))
        };
        let near = || {
            (verb + 1..self.units.len())
                .take_while(|&at| !self.units[at].is_stop() && self.units[at].kind != Kind::Verb)
        };
        let with = by.or_else(|| near().find(along)).filter(|_| self.lang == Lang::En);
        // "by his deputy, Mashaal"
        let own = |at: usize| self.units.get(at).is_some_and(|unit| unit.case == Some(Case::Owner));
        let first = with.map(|with| with + 1 + usize::from(own(with + 1)));
        let list = first.filter(|&first| self.bare_party(first)).map(|first| self.list(first).list);
        let mut list = list.unwrap_or_default();
        list.retain(|party| self.is_human(party));
        list
    }

    /// الوفد: the members or the sender of the delegation that the text named last.
    pub(super) fn delegation_at(&self, at: usize) -> Parties {
        let again = self.units.get(at).is_some_and(|unit| {
            unit.delegation && unit.phrase().is_none() && !unit.clitics.has_preposition() && self.shapes[at].article
        });
        if !again {
            return Parties::default();
        }
        let here = (0..at).rev().find(|&i| self.units[i].delegation && self.units[i].phrase().is_some());
        let list = match (self.head_of_delegation(at), here) {
            (Some(head), _) => vec![head],
            (None, Some(here)) => self.delegates(here),
            (None, None) => self.memory.delegation.clone(),
        };
        Parties::new(list, 0.75, at + 1)
    }

    /// وصل سولانا على رأس وفد: who acts at the head of a delegation of which nothing else is told, before a unit.
    pub(super) fn head_of_delegation(&self, end: usize) -> Option<Party> {
        let delegation = (0..end).rev().find(|&at| self.is_headed_delegation(at))?;
        let verb = (0..delegation)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb && self.tells(i, |told| told == Predicate::Visited))?;
        match self.subjects.get(verb)?.as_ref()?.list.as_slice() {
            [head] if head.kind == PhraseKind::Person => Some(*head),
            _ => None,
        }
    }

    /// على رأس وفد: whether the delegation at a unit is one at the head of which somebody travels.
    pub(super) fn is_headed_delegation(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.delegation
            && self.lang == Lang::Ar
            && unit.clitics == Clitics::NONE
            && !self.shapes[at].article
            && !self.shapes[at].definite
            && at > 2
            && self.units[at - 1].phrase().is_none()
            && self.units[at - 2].is_preposition()
            && self.knowledge.lexicon.preposition_id("على").is_some_and(|on| self.governs(at - 2, on))
    }

    /// زار وفد من حماس إيران، والتقى الوفد: the delegation that is the subject of a verb before one at `at` in the same sentence; of one that
    /// is somebody's guest (استقبل وفدا وأبلغ الوفد) the next verb may tell the same.
    pub(super) fn delegation_acting(&self, at: usize) -> Option<Vec<Party>> {
        let sent = |i: usize| {
            let unit = &self.units[i];
            unit.delegation && unit.phrase().is_some() && !unit.oblique
        };
        let acts = |&verb: &usize| {
            let own = self.subjects.get(verb).and_then(Option::as_ref);
            own.is_some_and(|own| !own.carried && !own.is_empty() && (verb..own.end.min(at)).any(sent))
        };
        let verb = (0..at).rev().find(acts)?;
        self.subjects[verb].as_ref().map(|own| own.list.clone())
    }

    /// وكان الوفد قد زار: the delegation spoken of before that stands at the head of the clause, before its verb.
    pub(super) fn delegation_before(&self, at: usize) -> Option<Parties> {
        let passes = |unit: &Unit| {
            unit.phrase().is_none()
                && unit.has(|c| matches!(c, Class::Qad | Class::Negation | Class::Future | Class::Skip))
        };
        let noun = (0..at).rev().find(|&before| !passes(&self.units[before]))?;
        let head = noun.checked_sub(1).is_none_or(|before| {
            let unit = &self.units[before];
            unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Auxiliary))
        });
        let found = if head && self.lang == Lang::Ar { self.delegation_at(noun) } else { Parties::default() };
        (!found.is_empty()).then_some(found)
    }

    /// Who a delegation is: the body that sends it, or the people named of it, or its country.
    pub(super) fn delegates(&self, at: usize) -> Vec<Party> {
        let sender = self.parties_of(at);
        let body = |party: &Party| match party.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(_) => false,
        };
        if sender.iter().any(body) { sender } else { self.list(at).list }
    }

    /// Returns whether a phrase is a party of its own, not one that a preposition or noun before it ties to the group.
    fn interrupts(&self, at: usize) -> bool {
        let Some(phrase) = self.unit_phrase(at) else { return false };
        let before = &self.units[at - 1];
        match phrase.kind {
            PhraseKind::Person => self.parties_of(at).iter().any(|party| self.is_human(party)),
            PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body | PhraseKind::Place => {
                phrase.clitics == Clitics::NONE && !before.is_preposition() && before.kind != Kind::Word
            }
            _ => false,
        }
    }

    /// التقى وفد بعدد من الأحزاب منها: whether no other group begins behind a preposition between a group and a word.
    fn one_group(&self, from: usize, word: usize) -> bool {
        (from + 1..word).all(|at| {
            let unit = &self.units[at];
            let another = unit.is(Class::Each) && unit.clitics.has_preposition();
            !another && (!unit.is_preposition() || self.is_from(unit) || self.is_in(at))
        })
    }

    /// عدة أحزاب منها حزب النور, دول على رأسها روسيا: a list of bodies or countries at a unit, with whoever else stands in it.
    fn bodies_at(&self, at: usize) -> Option<Parties> {
        let first = self.unit_phrase(at)?;
        let side = matches!(first.kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Agent);
        if first.clitics != Clitics::NONE || !side {
            return None;
        }
        let found = self.list(at);
        (!found.is_empty()).then_some(Parties { confidence: 0.8, group: true, ..found })
    }

    /// A list of people at a unit, behind كل من and the like.
    fn people_at(&self, at: usize) -> Option<Parties> {
        let mut at = at;
        while self
            .units
            .get(at)
            .is_some_and(|unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Each | Class::Skip)))
        {
            at += 1;
        }
        let first = self.unit_phrase(at)?;
        if first.clitics != Clitics::NONE || !matches!(first.kind, PhraseKind::Person | PhraseKind::Unknown) {
            return None;
        }
        let mut found = self.list(at);
        found.list.retain(|party| self.is_human(party));
        // قمة قادة أبرزهم فلان وفلان: not each met each.
        (!found.is_empty()).then_some(Parties { confidence: 0.85, group: true, ..found })
    }
}
