//! Arabic: a deed of force or punishment that the text has told and that somebody judges: غزت روسيا أوكرانيا. ودانت اليابان الهجوم.

use super::clause::{Clause, Parties, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::text::Clitics;

/// Force, whatever it takes, and punishment.
fn is_force(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Attacked | Predicate::Seized)
}

impl Clause<'_> {
    /// Returns who did what a definite noun of force or punishment means behind a verb of stance at a unit, told from another unit on:
    /// who did it in the clause before, else in the sentence before.
    pub(super) fn doer_of_deed(&self, at: usize, from: usize) -> Option<Parties> {
        let start = if self.deed(from).is_some() { from } else { self.skip_adverbials(from) };
        let (thing, told) = self.deed(start).or_else(|| {
            // هذا الهجوم, تلك العقوبات
            let word = self.units.get(start).filter(|unit| matches!(unit.kind, Kind::Word | Kind::Function))?;
            // بهذا العدوان, but not عن الهجوم
            let points = word.phrase().is_none() && (!word.is_preposition() || word.clitics.has(Clitics::BI));
            self.deed(start + 1).filter(|_| points)
        })?;
        // الهجوم الروسي, الهجوم الذي شنته إيران: its own words tell whose it is.
        let owned = |next: &Unit| {
            next.is(Class::Relative)
                || next.phrase().is_some() && !next.clitics.has_preposition() && !next.clitics.has_conjunction()
        };
        if self.units.get(thing + 1).is_some_and(owned) {
            return None;
        }
        let same = |predicate: Predicate| predicate == told || is_force(predicate) && is_force(told);
        let here = self.actor_before(at).filter(|&(verb, _)| (verb..at).any(|unit| self.tells(unit, same)));
        let found = match here {
            Some((_, found)) => Parties { confidence: 0.7, ..found.clone() },
            None => {
                let doers: Vec<Party> =
                    self.memory.deeds.iter().filter(|&&(_, told)| same(told)).map(|&(doer, _)| doer).collect();
                Parties::new(doers, 0.62, thing + 1)
            }
        };
        (!found.is_empty()).then_some(Parties { end: thing + 1, carried: false, ..found })
    }

    /// زار الأمير بغداد. ورحب العبادي بهذه الزيارة; تلقى رسالة تدعوه إلى القمة. وأعرب عن شكره لهذه الدعوة: who made the journey, gave the help or
    /// sent the invitation that a definite noun behind a verb or noun of stance means, told from a unit on; where the sentence before tells it.
    pub(super) fn doer_of_favour(&self, from: usize, subject: &Parties) -> Option<Parties> {
        const WORDS: usize = 3;
        if self.lang != Lang::Ar || self.memory.alike.is_empty() {
            return None;
        }
        let open = |&at: &usize| {
            let unit = &self.units[at];
            !unit.is_mark() && unit.kind != Kind::Verb && unit.phrase().is_none()
        };
        let reach = from..self.units.len().min(from + WORDS);
        let (thing, told) = reach.take_while(open).find_map(|at| self.favour(at))?;
        let owned = |next: &Unit| {
            next.is(Class::Relative)
                || next.phrase().is_some() && !next.clitics.has_preposition() && !next.clitics.has_conjunction()
        };
        if self.units.get(thing + 1).is_some_and(owned) {
            return None;
        }
        let mut list: Vec<Party> = Vec::new();
        for &(_, doer, _) in self.memory.alike.iter().filter(|(other, ..)| *other == told) {
            if list.iter().all(|known| known.referent != doer.referent) {
                list.push(doer);
            }
        }
        let one = list.len() == 1 && self.are_apart(&subject.list, &list);
        one.then(|| Parties { carried: false, ..Parties::new(list, 0.75, thing + 1) })
    }

    /// الزيارة, بهذه المساعدات, لهذه الدعوة: the definite noun of a journey, help, support or invitation at a unit, and what was told of it.
    fn favour(&self, at: usize) -> Option<(usize, Predicate)> {
        let unit = &self.units[at];
        let noun = unit.kind == Kind::Noun && unit.is_definite_noun() && unit.owner().is_none();
        let told = [Predicate::Visited, Predicate::Aided, Predicate::Supported, Predicate::DemandedOf];
        let told = told.into_iter().find(|&wanted| noun && self.tells(at, |told| told == wanted))?;
        // الدعوة: whoever wrote has invited.
        let invites = told == Predicate::DemandedOf;
        if invites && !self.is_invitation(at) {
            return None;
        }
        Some((at, if invites { Predicate::WroteTo } else { told }))
    }

    /// قطعت مصر علاقاتها مع قطر. ورحبت ليبيا بالقرار. وأيدت تونس الخطوة: who did what "the step" of a sentence means: whom the sentence before
    /// judges, where its subject does nothing else; else that subject, several only of a deed that has been told.
    pub(super) fn makers_before(&self) -> Vec<Party> {
        use Predicate::{Criticised, Praised, Rejected, Supported};
        let subject = &self.memory.subject;
        let did = |party: &Party| self.memory.deeds.iter().any(|(doer, _)| doer.referent == party.referent);
        // أعلن ترامب الاعتراف بإسرائيل: support may be the step itself.
        let told = |told: Predicate, of: &Party| {
            matches!(told, Criticised | Praised | Rejected) || told == Supported && did(of)
        };
        let among = |party: &Party| subject.iter().any(|own| own.referent == party.referent);
        let own = || self.memory.alike.iter().filter(|(_, doer, other)| among(doer) && !among(other));
        let mut judged: Vec<Party> = Vec::new();
        for &(_, _, object) in own() {
            if judged.iter().all(|known| known.referent != object.referent) {
                judged.push(object);
            }
        }
        let judges = !judged.is_empty() && own().all(|(predicate, _, of)| told(*predicate, of));
        if judges && (judged.len() == 1 || judged.iter().all(did)) {
            return judged;
        }
        if subject.len() == 1 && !judges || subject.len() > 1 && subject.iter().all(did) {
            return subject.clone();
        }
        Vec::new()
    }

    /// ودعا القادة الثلاثة إلى قمة: whether a verb of demanding and "to" stand right before a noun, behind those who call.
    pub(super) fn calls_for_meeting(&self, at: usize) -> bool {
        let to = self.knowledge.lexicon.preposition_id("إلى");
        let is_to = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == to));
        let Some(before) = at.checked_sub(1).filter(|&before| is_to(&self.units[before])) else { return false };
        let verb = (0..before).rev().find(|&verb| self.units[verb].kind == Kind::Verb);
        let several =
            |verb: usize| self.subjects[verb].as_ref().is_some_and(|found| found.list.len() > 2 && found.end == before);
        verb.is_some_and(|verb| several(verb) && self.tells(verb, |told| told == Predicate::DemandedOf))
    }

    /// الهجوم, بالغارات, العقوبات: the definite noun of force or punishment at a unit, and what it tells.
    fn deed(&self, at: usize) -> Option<(usize, Predicate)> {
        let unit = self.units.get(at)?;
        // العملية العسكرية, but not عملية عسكرية
        let described = unit.end > unit.start + 1 && !self.shapes[at].adjectival;
        let noun = unit.kind == Kind::Noun && (unit.is_definite_noun() || described) && unit.owner().is_none();
        let told = [Predicate::Attacked, Predicate::Seized, Predicate::Sanctioned];
        let told = told.into_iter().find(|&wanted| self.tells(at, |told| told == wanted))?;
        noun.then_some((at, told))
    }
}
