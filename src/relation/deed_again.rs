//! Arabic: a deed of force or punishment that the text has told and that somebody judges: غزت روسيا أوكرانيا. ودانت اليابان الهجوم.

use super::clause::{Clause, Parties, Party};
use super::status::is_force;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, PrepId, Sense, Tense};
use crate::text::Clitics;

impl Clause<'_> {
    /// أعربت الكويت عن إدانتها للهجوم, تأييدها الكامل لهذه الضربة: who did the deed of force that a noun of stance is about, which stands behind
    /// the preposition.
    pub(super) fn doer_judged_by_noun(&self, judge: &Parties, at: usize, preposition: PrepId) -> Option<Parties> {
        const WORDS: usize = 5;
        use Predicate::{Criticised, Praised, Rejected, Supported};
        let stance = |told| matches!(told, Criticised | Praised | Rejected | Supported);
        if self.lang != Lang::Ar || self.units[at].kind != Kind::Noun || !self.tells(at, stance) {
            return None;
        }
        let end = self.units.len().min(at + 1 + WORDS);
        let open = |&i: &usize| !self.limit(i) && !self.units[i].is_mark();
        let led = |i: &usize| {
            self.units[*i].phrase().is_none() && (self.governs(*i, preposition) || self.has_clitic(*i, preposition))
        };
        // لهذا الهجوم: which has the preposition in it.
        let this = |i: &usize| {
            matches!(self.units[*i].kind, Kind::Word | Kind::Function)
                && !self.units[*i].is_preposition()
                && !self.shapes[*i].article
                && !self.shapes[*i].suffix
                && self.deed(i + 1).is_some()
        };
        let range = || (at + 1..end).take_while(open);
        let from = range().find(led).or_else(|| range().find(this))?;
        // استياؤها من القرار, خيبة أملها إزاء هذه الخطوة: past a preposition that is a word of its own.
        let alone = self.units[from].is_preposition() && self.units[from].clitics == Clitics::NONE;
        let from = from + usize::from(alone);
        // استياؤه من الموافقة على السفر: what it is about stands behind it.
        if alone && (from..end).any(|i| i > from && self.units[i].is_preposition()) {
            return None;
        }
        // دعمها للعملية السياسية: which is no force.
        let other = |thing: usize| {
            let adjective =
                self.units.get(thing + 1).filter(|unit| unit.kind == Kind::Word && self.shapes[thing + 1].article);
            self.units[thing].is(Class::Effort) && adjective.is_some_and(|unit| !unit.is(Class::Epithet))
        };
        if self.deed_pointed_at(from).is_some_and(|(thing, _)| other(thing)) {
            return None;
        }
        // What is told before the verb that has the noun with it.
        let clause = (0..at).rev().find(|&i| self.units[i].kind == Kind::Verb).unwrap_or(at);
        let found = self.maker_judged_by(judge, clause, from);
        (!found.is_empty() && self.are_apart(&judge.list, &found.list)).then_some(found)
    }

    /// ندد أردوغان باغتيال هنية: who did it, where a verb of stance has the deed right behind its subject and the preposition on it.
    pub(super) fn doer_to_victim_behind(
        &self,
        at: usize,
        judge: Option<&Parties>,
        preposition: PrepId,
    ) -> Option<Parties> {
        use Predicate::{Criticised, Praised};
        let judge = judge
            .filter(|judge| self.memory.alike.iter().any(|told| told.0 == Predicate::Attacked) && !judge.is_empty())?;
        let stance = self.units[at].kind == Kind::Verb && self.tells(at, |told| matches!(told, Criticised | Praised));
        let from = judge.end.max(at + 1);
        let led = self.lang == Lang::Ar && stance && from < self.units.len() && self.has_clitic(from, preposition);
        let found = led.then(|| self.doer_to_victim(from))??;
        self.are_apart(&judge.list, &found.list).then_some(found)
    }

    /// اغتالت إسرائيل هنية. وندد أردوغان باغتيال هنية: who did it, where the sentence before tells the deed of force whose victim stands right
    /// behind the noun at a unit.
    fn doer_to_victim(&self, at: usize) -> Option<Parties> {
        let noun = self.units.get(at).filter(|unit| unit.kind == Kind::Noun && unit.owner().is_none())?;
        let force = !noun.is_definite_noun() && self.tells(at, |told| told == Predicate::Attacked);
        let victim = Some(at + 1).filter(|&next| force && self.bare_party(next))?;
        let hit = |party: &Party| self.parties_of(victim).iter().any(|own| own.referent == party.referent);
        let mut doers = self
            .memory
            .alike
            .iter()
            .filter(|(told, _, whom)| *told == Predicate::Attacked && hit(whom))
            .map(|told| told.1);
        let doer = doers.next().filter(|doer| doers.all(|other| other.referent == doer.referent))?;
        Some(Parties::new(vec![doer], 0.7, victim + 1))
    }

    /// Returns who did what a definite noun of force or punishment means behind a verb of stance at a unit, told from another unit on:
    /// who did it in the clause before, else in the sentence before.
    pub(super) fn doer_of_deed(&self, at: usize, from: usize) -> Option<Parties> {
        let behind = self.skip_adverbials(from);
        if let Some(found) = self.doer_to_victim(from).or_else(|| self.doer_to_victim(behind)) {
            return Some(found);
        }
        let (thing, told) = self.deed_pointed_at(from).or_else(|| self.deed_pointed_at(behind))?;
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
            matches!(told, Criticised | Praised | Rejected)
                || told == Supported && (did(of) || self.memory.speaks_of_step)
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

    /// أيدت قطر الخطوة, رحبت بالقرار: whether the sentence has a definite word for a step.
    pub(super) fn speaks_of_step(&self) -> bool {
        let definite =
            |at: usize| self.shapes[at].article || self.shapes[at].definite || self.units[at].is_definite_noun();
        (0..self.units.len())
            .any(|at| self.units[at].phrase().is_none() && self.units[at].is(Class::Conduct) && definite(at))
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

    /// انسحب ترامب من الاتفاق. وقال لافروف إن القرار خطأ; قصفت إسرائيل سوريا. وقال فلان إن هذا الهجوم يشكل انتهاكا: who did what an epithet at a
    /// unit judges, in what somebody says of "the step" and no more.
    pub(super) fn maker_of_step_judged(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 12;
        let units = self.units;
        let is = |unit: &Unit| {
            unit.kind == Kind::Verb
                && unit.tense() == Some(Tense::Present)
                && unit.means(&self.knowledge.lexicon, Sense::Copula)
        };
        let mut thing = at.checked_sub(1).filter(|_| self.lang == Lang::Ar)?;
        if is(&units[thing]) {
            thing = thing.checked_sub(1)?;
        }
        let definite = self.shapes[thing].article || self.shapes[thing].definite || units[thing].is_definite_noun();
        let conduct = units[thing].phrase().is_none() && units[thing].is(Class::Conduct) && definite;
        if !conduct && self.deed(thing).is_none() {
            return None;
        }
        // زار ترامب الرياض. وقال فلان إن القرار خطأ: a contact is no decision.
        let contacts = |(told, ..): &(Predicate, Party, Party)| told.family() == Family::Contact;
        if conduct && !self.memory.alike.is_empty() && self.memory.alike.iter().all(contacts) {
            return None;
        }
        // إن القرار, إن هذا القرار
        let opens = |at: usize| at > 0 && self.shapes[at - 1].opens_content;
        let points = || {
            thing > 0
                && units[thing - 1].phrase().is_none()
                && matches!(units[thing - 1].kind, Kind::Function | Kind::Word)
                && !self.shapes[thing - 1].article
        };
        let first = if opens(thing) { thing } else { thing.checked_sub(1).filter(|&at| points() && opens(at))? };
        let verb = (first.saturating_sub(REACH)..first - 1)
            .rev()
            .take_while(|&i| !units[i].is_stop())
            .find(|&i| units[i].kind == Kind::Verb)
            .filter(|&verb| self.is_saying(verb))?;
        let judge = self.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.carried && !own.opaque)?;
        Some(self.maker_judged_by(judge, verb, thing)).filter(|found| !found.is_empty())
    }

    /// الهجوم, هذا الهجوم, بعملية الاغتيال: the definite noun of force or punishment that begins at a unit, with one word before it.
    fn deed_pointed_at(&self, start: usize) -> Option<(usize, Predicate)> {
        self.deed(start).or_else(|| {
            let word = self.units.get(start).filter(|unit| !matches!(unit.kind, Kind::Verb | Kind::Mark(_)))?;
            // بهذا العدوان, لهذه الضربة, but not عن الهجوم
            let led = word.clitics.has(Clitics::BI) || word.clitics.has(Clitics::LI);
            let points = word.phrase().is_none() && !word.is_definite_noun() && (!word.is_preposition() || led);
            self.deed(start + 1).filter(|_| points)
        })
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
