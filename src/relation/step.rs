//! Whose step it is that a stance means by the pronoun of a preposition: في خطوة نددت بها أوكرانيا, وهو قرار رحبت به إسرائيل.

use super::clause::{Clause, Parties, Party, agrees};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Predicate, PrepId, Pronoun, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::fold::{ALEF, HEH, WAW, YEH};

impl Sentence<'_> {
    /// The maker of what a pronoun means that stands on a preposition right behind a verb of judging; `None` where none stands there.
    /// Nobody behind the pronoun is judged: who follows it judges.
    pub(super) fn maker_by_pronoun(&self, at: usize, trigger: &Trigger, preposition: PrepId) -> Option<Parties> {
        let units = self.clause.units;
        let judges = units[at].kind == Kind::Verb
            && matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Praised | Predicate::Rejected));
        let resumes = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(id) if id == preposition))
        };
        let pronoun = units.get(at + 1).filter(|unit| self.reader.lang == Lang::Ar && judges && resumes(unit))?;
        let form = self.tokens.form(&self.tokens.tokens[pronoun.start]);
        let made = match (form.ends_with(&[HEH]), form.ends_with(&[HEH, ALEF])) {
            (false, false) => None,
            (_, feminine) => self.maker_of_step(at, feminine),
        };
        Some(made.unwrap_or_default())
    }

    /// قرار حكومة الببلاوي، بينما ندد به: whose the last thing of that gender before a verb is; else who did what it sums up.
    fn maker_of_step(&self, at: usize, feminine: bool) -> Option<Parties> {
        const REACH: usize = 12;
        let clause = self.clause;
        let units = clause.units;
        let judge = clause.subjects[at].as_ref().filter(|found| !found.is_empty())?;
        let step = |class| matches!(class, Class::Conduct | Class::Document | Class::Possible);
        let thing = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| !units[i].is_stop())
            .find(|&i| units[i].phrase().is_none() && units[i].has(step) && clause.shapes[i].feminine == feminine)?;
        let of_whom = thing + 1 + usize::from(units.get(thing + 1).is_some_and(|unit| unit.is(Class::Agent)));
        let owned = clause.bare_party(of_whom)
            || clause.unit_phrase(of_whom).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        // في خطوة, وهي خطوة: the word that sums up what was done.
        let it = |before: usize| {
            let form = self.tokens.form(&self.tokens.tokens[units[before].start]);
            matches!(form.strip_prefix(&[WAW]).unwrap_or(form), [HEH, WAW | YEH])
        };
        let sums_up = || thing.checked_sub(1).is_some_and(|before| clause.is_in(before) || it(before));
        let found = match owned {
            true => clause.list(of_whom),
            false if sums_up() => clause.actor_before(thing)?.1.clone(),
            false => return None,
        };
        // قرار أمريكي رحبت به واشنطن: nobody judges himself or his own country.
        let own = |judge: &Party, made: &Party| {
            let land = |of: &Party, other: &Party| {
                of.kind == PhraseKind::Country && clause.country_of(other.referent) == Some(of.referent)
            };
            judge.referent == made.referent || land(judge, made) || land(made, judge)
        };
        let apart = judge.list.iter().all(|judge| found.list.iter().all(|made| !own(judge, made)));
        apart.then(|| Parties { confidence: 0.72, end: at + 2, ..found })
    }
}

impl Clause<'_> {
    /// اتصل بفلان مشيدا بلقائه, مرحبا بزيارته: whose the noun with a pronoun is that a participle right before it judges: another's than who
    /// does what the verb before them tells.
    pub(super) fn judged_in_participle(&self, at: usize, owner: Pronoun) -> Option<Party> {
        let judges = |told| matches!(told, Predicate::Praised | Predicate::Criticised | Predicate::Rejected);
        let participle = at.checked_sub(1).filter(|&before| self.units[before].kind == Kind::Participle)?;
        if owner.number != Number::Singular || !self.tells(participle, judges) {
            return None;
        }
        let open = |unit: &usize| !self.units[*unit].is_stop();
        let verb = (0..participle).rev().take_while(open).find(|&unit| self.units[unit].kind == Kind::Verb)?;
        let own = self.subjects.get(verb)?.as_ref().filter(|own| !own.is_empty())?;
        let named = |unit: &usize| {
            self.unit_phrase(*unit).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
            })
        };
        let single = |unit: usize| match self.parties_of(unit).as_slice() {
            [party] => Some(*party),
            _ => None,
        };
        let other =
            |party: &Party| agrees(*party, owner.gender) && own.list.iter().all(|own| own.referent != party.referent);
        (verb..participle).rev().filter(named).filter_map(single).find(other)
    }

    /// دعا مرسي إلى الحوار، ورفضت الجبهة دعوته: whose the thing with a pronoun is that a verb of stance has for its object, told from a
    /// unit on: the last before who acts, of the pronoun's gender, and who is none of those that judge.
    pub(super) fn maker_of_own_conduct(&self, at: usize, from: usize) -> Option<Parties> {
        let units = self.units;
        let own = |at: usize| {
            let unit = units.get(at).filter(|unit| unit.phrase().is_none())?;
            let gender = |gender| unit.is(Class::OwnConduct(gender)).then_some((at, gender));
            gender(Gender::Masculine).or_else(|| gender(Gender::Feminine))
        };
        // سيرفض دعوته, لم يرفض: of what has been done, and not of what may be.
        let done = units[at].tense() == Some(Tense::Past) && !(at > 0 && units[at - 1].is(Class::Negation));
        if !done {
            return None;
        }
        let (thing, gender) = own(from).or_else(|| own(self.skip_adverbials(from)))?;
        let found = self.other_actor(at, gender)?;
        Some(Parties { end: thing + 1, carried: false, ..found })
    }

    /// اقترح مرسي حوارا، وأيده حزب النور: the last who acts before a verb of stance that is of a gender and none of those that judge.
    pub(super) fn other_actor(&self, at: usize, gender: Gender) -> Option<Parties> {
        let judge = self.subjects[at].as_ref().filter(|found| !found.is_empty() && !found.opaque)?;
        let masculine = gender == Gender::Masculine;
        let means = |party: &Party| match (party.kind, masculine) {
            (PhraseKind::Person, true) => party.gender != Some(Gender::Feminine),
            (PhraseKind::Person, false) => party.gender == Some(Gender::Feminine),
            (PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent, false) => true,
            _ => false,
        };
        let apart = |party: &Party| judge.list.iter().all(|judge| judge.referent != party.referent);
        let acts = |found: &&Parties| {
            matches!(found.list.as_slice(), [party] if means(party) && apart(party)) && found.end <= at && !found.opaque
        };
        // التقى أوباما نتنياهو وانتقد سياساته: of who acts on, whom he has just met.
        if judge.carried {
            let named = (0..at).rev().filter(|&i| self.unit_phrase(i).is_some()).map(|i| self.parties_of(i));
            let other = named.into_iter().find_map(|list| match list.as_slice() {
                [party] if means(party) && apart(party) => Some(*party),
                _ => None,
            })?;
            return Some(Parties::new(vec![other], 0.62, at + 1));
        }
        let here = self.subjects[..at].iter().flatten().rev().find(acts);
        let before = || match self.memory.subject.as_slice() {
            [party] if means(party) && apart(party) => Some(Parties::new(vec![*party], 0.62, at + 1)),
            _ => None,
        };
        here.map(|found| Parties { confidence: 0.7, ..found.clone() }).or_else(before)
    }
}
