//! Arabic: whose a noun with a pronoun is, where neither who acts in its clause nor whom the clause named last settles it: دعمت روسيا الأسد في
//! هجومه, نقلت الوكالة عن بانيتا إشادته, يتوجه فلان إلى لندن حيث يلتقي فلانا، مختتما جولته.

use super::clause::{Clause, Parties, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Family, Predicate};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// The owner of a noun at a unit: who says the comment that it ends, or whom one of the words before it tells.
    pub(super) fn told_owner(&self, at: usize) -> Option<Party> {
        let found = self.commenter(at).or_else(|| self.backed_in_deed(at));
        found.or_else(|| self.quoted_from(at)).or_else(|| self.ends_journey(at))
    }

    /// قال ماكرون إن بلاده ستنظم مؤتمرا، معربا عن إدانته: who speaks, where a participle of saying behind a comma opens what the noun
    /// ends.
    fn commenter(&self, at: usize) -> Option<Party> {
        const NEAR: usize = 2;
        let says = |unit: usize| self.units[unit].kind != Kind::Verb && self.units[unit].is(Class::Saying);
        let comment = (at.saturating_sub(NEAR)..at)
            .rev()
            .take_while(|&unit| !self.units[unit].is_mark() && self.units[unit].phrase().is_none())
            .find(|&unit| says(unit) && unit > 0 && self.units[unit - 1].is_comma())?;
        match self.speaker_before(comment)?.list.as_slice() {
            [party] => Some(*party),
            _ => None,
        }
    }

    /// دعمت روسيا الأسد في هجومه على حلب: whom one backs in what he does.
    fn backed_in_deed(&self, at: usize) -> Option<Party> {
        const WORDS: usize = 4;
        let deed = self.tells(at, |told| told == Predicate::Attacked) && at > 1 && self.is_in(at - 1);
        let backed = at.checked_sub(2).filter(|&backed| deed && self.bare_party(backed))?;
        let party = self.unit_phrase(backed).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Country | PhraseKind::Agent)
        });
        let backs = |i: usize| self.tells(i, |told| told == Predicate::Supported);
        let open = |&i: &usize| !self.units[i].is_mark();
        let supports = (backed.saturating_sub(WORDS)..backed).rev().take_while(open).any(backs);
        self.only_party(backed).filter(|_| party && supports)
    }

    /// نقلت الوكالة عن بانيتا إشادته بفلان: whose words they are that somebody passes on.
    fn quoted_from(&self, at: usize) -> Option<Party> {
        const WORDS: usize = 4;
        let stance = self.tells(at, |told| told.family() != Family::Contact);
        let source = at.checked_sub(1).filter(|_| stance && at > 2)?;
        let from = self.is_preposition_of(source - 1, "عن") && self.bare_party(source);
        let verb = (source.saturating_sub(WORDS)..source).rev().find(|&i| self.units[i].kind == Kind::Verb)?;
        let passes_on = self.hands(verb) || self.tells_speech(verb);
        let person = self.unit_phrase(source).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        self.only_party(source).filter(|_| from && passes_on && person)
    }

    /// يتوجه غول إلى لندن حيث يلتقي براون، مختتما جولته: the traveller whom the sentence is about, where a word in the accusative behind a
    /// comma says how his journey begins or ends.
    fn ends_journey(&self, at: usize) -> Option<Party> {
        let state = at.checked_sub(1).filter(|&state| {
            let unit = &self.units[state];
            unit.kind == Kind::Word && unit.phrase().is_none() && self.shapes[state].indefinite
        })?;
        let journey = self.units[at].kind == Kind::Noun && self.names_journey(at);
        if !journey || !state.checked_sub(1).is_some_and(|comma| self.units[comma].is_comma()) {
            return None;
        }
        let main = (0..state).find(|&i| self.units[i].kind == Kind::Verb && self.subjects[i].is_some())?;
        match self.subjects[main].as_ref()?.list.as_slice() {
            [party] if party.kind == PhraseKind::Person => Some(*party),
            _ => None,
        }
    }

    /// إن زيارة كيري تأتي ضمن جولة شملت مصر: whose the journey is that is told to be a part of the one at a unit; else of whom the text told last
    /// that he travels.
    pub(super) fn traveller_of_whole_tour(&self, journey: usize) -> Parties {
        const REACH: usize = 12;
        let ends = |at: usize| self.units[at].is_stop() || self.units[at].is(Class::Complement);
        let part = (self.lang == Lang::Ar)
            .then(|| (journey.saturating_sub(REACH)..journey).rev().take_while(|&at| !ends(at)))
            .and_then(|mut before| before.find(|&at| self.names_journey(at)))
            .filter(|&part| (part + 1..journey).any(|at| self.units[at].kind == Kind::Verb))
            .map(|part| self.genitive(part))
            .filter(|owner| !owner.is_empty() && owner.list.iter().all(|party| party.kind == PhraseKind::Person));
        match part {
            Some(owner) => Parties { confidence: 0.75, end: journey + 1, ..owner },
            None => Parties::new(self.memory.traveller.clone(), 0.7, journey + 1),
        }
    }

    /// ألغت تونس زيارة لفلان, أجلت مصر زيارة الوزير التركي: the country that calls off or puts off the journey of somebody from elsewhere, where nothing
    /// says where he would have gone.
    pub(super) fn host_who_calls_off(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let host = at.checked_sub(1).filter(|_| self.units[at].clitics == Clitics::NONE)?;
        let off = |unit: &Unit| unit.kind == Kind::Verb && unit.has(|c| matches!(c, Class::Denied | Class::Postponed));
        let calls_off = host.checked_sub(1).filter(|&verb| off(&self.units[verb]))?;
        let own = self.subjects[calls_off].as_ref().filter(|own| !own.carried && own.end == at)?;
        let [country] = own.list.as_slice() else { return None };
        let guest = (at + 1..self.units.len().min(at + WORDS))
            .find_map(|i| self.only_party(i).filter(|party| self.is_human(party) && self.unit_phrase(i).is_some()))?;
        let elsewhere = self.units[at + 1..].iter().take_while(|unit| !unit.is_mark()).any(|unit| {
            unit.phrase()
                .is_some_and(|index| matches!(self.phrases[index].kind, PhraseKind::Place | PhraseKind::Country))
        });
        let home = self.country_of(guest.referent)?;
        let abroad = country.kind == PhraseKind::Country && home != country.referent && !elsewhere;
        abroad.then(|| Parties { confidence: 0.8, end: at + 1, ..own.clone() })
    }

    /// بجولة زار خلالها لبنان: whose the journey is right before a verb of travelling that "during it" follows.
    pub(super) fn traveller_during(&self, at: usize) -> Option<Parties> {
        const ADJECTIVES: usize = 2;
        let during = self.units.get(at + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::During));
        let word = |unit: &&Unit| unit.kind == Kind::Word || unit.is(Class::First);
        let words = self.units[..at].iter().rev().take(ADJECTIVES).take_while(word).count();
        let noun = at.checked_sub(1 + words).filter(|&noun| during && self.names_journey(noun))?;
        if !self.goes(at) || self.units[noun].is_definite_noun() {
            return None;
        }
        let found = self.control(noun);
        let one = matches!(found.list.as_slice(), [party] if self.is_human(party)) && !found.carried;
        one.then(|| Parties { confidence: 0.85, end: at + 1, ..found })
    }

    /// بعد ساعات من إعلان أردوغان أن بلاده سترد، اتصل ببوتين: whose the deed is that stands in front of a verb which names nobody itself.
    pub(super) fn fronted_owner(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        let units = self.units;
        let before = at.checked_sub(1).filter(|_| units[at].clitics == Clitics::NONE)?;
        // وفور وصول لافروف إلى القاهرة التقى نظيره: a journey needs no comma behind it.
        let comma = if units[before].is_comma() { before } else { at };
        let start = units[..comma].iter().rposition(Unit::is_stop).map_or(0, |stop| stop + 1);
        let opens = |class: Class| matches!(class, Class::Prep(_) | Class::After | Class::Ahead | Class::Circumstance);
        let person = |at: &usize| self.unit_phrase(*at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let owner = (start + 1..comma).find(person)?;
        let noun = &units[owner - 1];
        let owned = noun.phrase().is_none()
            && !noun.is_preposition()
            && matches!(noun.kind, Kind::Noun | Kind::Word)
            && units[owner].clitics == Clitics::NONE;
        let fronted = units[start].phrase().is_none() && units[start].has(opens);
        let parted = comma == before || self.names_journey(owner - 1) && self.tells_contact(at);
        if !owned || !fronted || !parted || units[start..owner].iter().any(|unit| unit.kind == Kind::Verb) {
            return None;
        }
        let own = self.only_party(owner).filter(|party| self.is_human(party))?;
        let agrees = gender.is_none() || own.gender.is_none() || own.gender == gender;
        agrees.then(|| Parties { carried: true, ..Parties::new(vec![own], 0.75, at + 1) })
    }

    /// The one party that a phrase at a unit names.
    pub(super) fn only_party(&self, at: usize) -> Option<Party> {
        match self.parties_of(at).as_slice() {
            [party] => Some(*party),
            _ => None,
        }
    }
}
