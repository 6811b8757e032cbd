//! Who is charged with a deed that a noun tells, or is to do it: whom one judges for it, asks, warns or lets.

use super::clause::{Clause, Parties, Party};
use super::status::is_harm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Pronoun, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// اتهم إسرائيل بانتهاك الهدنة من خلال قصفها غزة: who is charged, in the charge.
    pub(super) fn charged(&self, at: usize) -> Option<Party> {
        let (verb, from) = self.addresser(at, at)?;
        if !self.blames(verb) {
            return None;
        }
        let found = self.object(from, false);
        match found.list.as_slice() {
            [party] if found.end <= at => Some(*party),
            _ => None,
        }
    }

    /// تأخذ الهند على باكستان مساندتها لطالبان: against whom one holds what a noun with a suffix tells right behind him.
    fn held_against(&self, at: usize) -> Option<Party> {
        const REACH: usize = 6;
        let on = self.knowledge.lexicon.preposition_id("على")?;
        let whom = at.checked_sub(1).filter(|&whom| self.lang == Lang::Ar && self.unit_phrase(whom).is_some())?;
        let led = whom.checked_sub(1).filter(|&led| self.units[led].is(Class::Prep(on)))?;
        let against = |form: &Form| {
            let row = self.knowledge.lexicon.trigger(form.trigger);
            row.predicate == Some(Predicate::Criticised) && row.flags.blames && row.object == [Slot::Prep(on)]
        };
        let verb = (led.saturating_sub(REACH)..led).rev().find(|&i| self.units[i].kind == Kind::Verb)?;
        let [party] = self.parties_of(whom)[..] else { return None };
        self.units[verb].forms.iter().any(against).then_some(party)
    }

    /// شن هجوما على فلان بسبب زيارته لقطر, وجه انتقادات إلى فلان على خلفية لقائه: who is blamed by a noun, in what he is blamed for.
    pub(super) fn blamed_because(&self, at: usize) -> Option<Party> {
        const REACH: usize = 8;
        if let Some(party) = self.held_against(at) {
            return Some(party);
        }
        let cause = self.knowledge.lexicon.preposition_id("بسبب");
        let grounds = |unit: &Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == cause))
        };
        let because = at.checked_sub(1).filter(|&before| self.lang == Lang::Ar && grounds(&self.units[before]))?;
        let whom = because.checked_sub(1)?;
        let phrase = self.unit_phrase(whom).filter(|phrase| phrase.kind == PhraseKind::Person)?;
        let blame = (whom.saturating_sub(REACH)..whom)
            .rev()
            .take_while(|&i| !self.units[i].is_mark() && self.units[i].kind != Kind::Verb)
            .any(|i| self.units[i].kind == Kind::Noun && self.tells(i, |told| told == Predicate::Criticised));
        let party = *self.parties_of(whom).first()?;
        (blame && phrase.referents.len() == 1).then_some(party)
    }

    /// Returns whether what an Arabic noun tells is what somebody is asked, warned or let to do, and has no doer of its own.
    pub(super) fn is_bound(&self, at: usize) -> bool {
        let binds = |unit: &Unit| {
            unit.forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.flags.control
                    || matches!(trigger.predicate, Some(Predicate::DemandedOf | Predicate::Threatened))
            })
        };
        let verb = self.addresser(at, at).map(|(verb, _)| verb);
        let owned = || self.units[at].owner().is_some() || !self.suffix(at).is_empty();
        verb.is_some_and(|verb| binds(&self.units[verb])) && !owned() && self.answers_for(at).is_some()
    }

    /// منعت إسرائيل كيري من لقاء عباس: who is to do, or is kept from, what a noun tells, where the verb only lets or makes him do it.
    pub(super) fn bound(&self, at: usize) -> Option<Party> {
        let controls =
            |unit: &Unit| unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.control);
        let before = (0..at).rev().take_while(|&before| !self.units[before].is_stop());
        let verb = before.into_iter().find(|&before| self.units[before].kind == Kind::Verb)?;
        if controls(&self.units[verb]) { self.answers_for(at) } else { None }
    }

    /// انتقدت باريس إسرائيل بسبب غاراتها على سوريا, دعتها إلى وقف هجومها: of whom one judges, or asks to end or begin something, it is his
    /// deed, and not of who speaks.
    pub(super) fn answers_for(&self, at: usize) -> Option<Party> {
        self.answerable(at)?.first().copied()
    }

    /// Whom one judges, asks or warns, whose deed a noun tells: nobody we know where a pronoun that is open stands for him.
    pub(super) fn answerable(&self, at: usize) -> Option<Vec<Party>> {
        const REACH: usize = 8;
        let (verb, from) = self.addresser(at, REACH).filter(|_| self.lang == Lang::Ar)?;
        // التقى كيري نتنياهو وحثه على لقاء عباس, وطلب منه لقاء عباس
        let on_verb = self.units[verb].verb().and_then(|(.., object)| Some((verb, object?)));
        let on_own = || {
            let own = (verb + 1..at).find(|&i| self.takes_pronoun(verb, &self.units[i]))?;
            Some((own, self.units[own].pronoun?))
        };
        if let Some((of, pronoun)) = on_verb.or_else(on_own) {
            let start = from.max(of + 1);
            // طلب منه لقاء عباس: the noun itself is what is asked.
            let asked = start == at && self.tells(verb, |told| told == Predicate::DemandedOf) && self.is_to_be_done(at);
            return (asked || self.answers_with(at, verb, start)).then(|| self.meant_by_object(of, verb, pronoun));
        }
        let addressed = (from..at).find(|&unit| self.unit_phrase(unit).is_some())?;
        // طلب من عباس لقاء: behind the verb's own preposition.
        let own = |unit: &Unit| {
            self.units[verb].forms.iter().any(|form| {
                let slots = &self.knowledge.lexicon.trigger(form.trigger).object;
                slots.iter().any(|slot| matches!(*slot, Slot::Prep(id) if unit.is(Class::Prep(id))))
            })
        };
        // فرضت واشنطن عقوبات على إيران لدعمها: behind the noun's.
        let sanction = |told| told == Predicate::Sanctioned;
        let punishes =
            (verb..addressed).any(|i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun) && self.tells(i, sanction));
        let before = &self.units[addressed - 1];
        let by_own = before.is_preposition() && own(before);
        if before.is_preposition() && !by_own && !punishes {
            return None;
        }
        let addressed = self.list(addressed);
        let [party] = addressed.list.as_slice() else { return None };
        // طلب من كيري لقاء عباس, ناشد كيري لقاء عباس; طلبت من بغداد بدء محادثات, إجراء محادثات
        let begun = addressed.end + 1 == at && self.is_doing(addressed.end);
        let asked = (addressed.end == at || begun)
            && self.tells(verb, |told| told == Predicate::DemandedOf)
            && self.units[at].kind == Kind::Noun
            && self.units[at].clitics == Clitics::NONE
            && (by_own || self.bare_party(at + 1) && !begun);
        (asked || self.answers_with(at, verb, addressed.end)).then(|| vec![*party])
    }

    /// إجراء محادثات, بدء مفاوضات: whether a word says no more than that the noun right behind it is done.
    fn is_doing(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let does = |class| matches!(class, Class::Holding | Class::Performing | Class::Entering);
        let plain = unit.phrase().is_none() && unit.kind != Kind::Verb && unit.clitics == Clitics::NONE;
        plain
            && self.shapes[at].preposition.is_none()
            && (unit.has(does) || unit.kind == Kind::Word && !self.shapes[at].article)
    }

    /// طلب منه لقاء عباس, but not طلب منه مساعدات: whether a noun tells what somebody may be asked to do with a third.
    fn is_to_be_done(&self, at: usize) -> bool {
        let contact = self.tells(at, |told| told.family() == Family::Contact);
        self.units[at].kind == Kind::Noun && contact && self.units[at].owner().is_none()
    }

    /// Whether what stands from `start` on to a noun says that the noun tells the deed of whom the verb judges, asks or warns.
    fn answers_with(&self, at: usize, verb: usize, start: usize) -> bool {
        let sanction = |told| told == Predicate::Sanctioned;
        let punishes =
            (verb..start).any(|i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun) && self.tells(i, sanction));
        let Some(between) = self.units.get(start..at) else { return false };
        // دعاه في اتصال هاتفي إلى ضبط النفس: when he did, and not what the other is to do.
        let occasion = between.split_first().is_some_and(|(first, words)| {
            first.is_preposition() && self.is_in(start) && words.iter().all(|unit| unit.kind == Kind::Word)
        });
        if occasion && self.tells(at, |told| told.family() == Family::Contact && told != Predicate::Visited) {
            return false;
        }
        // انتقده خلال لقائه: when it was is told of who speaks.
        let apart = |unit: &Unit| unit.phrase().is_some() || unit.is(Class::Circumstance) || unit.kind == Kind::Verb;
        let judges = self.tells(verb, |told| matches!(told, Predicate::Criticised | Predicate::Praised));
        let asks = self.tells(verb, |told| told == Predicate::DemandedOf);
        let warns = self.tells(verb, |told| told == Predicate::Threatened);
        let binds = asks
            || self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.control);
        // إلى عدم, على, ب: what stands between him and what he is to do.
        let leads = |between: &[Unit]| {
            let opens =
                |unit: &Unit| unit.is_preposition() || unit.clitics.has(Clitics::BI) || unit.is(Class::Negation);
            let first = between.first().unwrap_or(&self.units[at]);
            // ببدء محادثات: the preposition may stand on a word that nobody lists.
            // دعاه للمشاركة في قمة مع
            let clinging = !between.is_empty()
                && match self.shapes[start].preposition {
                    Some(Clitics::BI) => true,
                    Some(Clitics::LI) => asks,
                    _ => false,
                };
            (opens(first) || clinging) && between.iter().all(|unit| opens(unit) || unit.kind == Kind::Word)
        };
        let because = self.knowledge.lexicon.preposition_id("بسبب");
        let cause = match between {
            [] => self.units[at].clitics.has(Clitics::LI),
            [first, ..] => first.has(|class| matches!(class, Class::Prep(id) if Some(id) == because)),
        };
        let answers = match between {
            // عقوبات على روسيا بسبب ضمها, هدد إيران لدعمها
            _ if cause && (punishes || warns) => true,
            // حث كيري عباس على لقاء نتنياهو, دعت الحزب إلى عدم استقبال الوفد: what has its own object is for him to do.
            _ if binds && self.units[at].owner().is_none() && leads(between) => true,
            // شكره لدعمه, اتهمها بدعمها
            [] => judges && self.units[at].clitics.has_preposition(),
            // حذرها من تدخلها
            [first, ..] if first.is_preposition() && self.is_from(first) => judges || warns,
            // طالبها بوقف هجومها, دعاها إلى إنهاء دعمها; but not دعاه إلى لقائه.
            [.., last] if asks => {
                matches!(last.kind, Kind::Word | Kind::Noun) && (between.len() > 1 || last.clitics.has_preposition())
            }
            [first, ..] => judges && (first.is_preposition() || first.clitics.has_preposition()),
        };
        answers && !between.iter().any(apart)
    }

    /// التقى كيري أردوغان وانتقد قصفه سوريا, وأشاد بدعمه لمصر: whose a deed is that somebody judges, which is not his own.
    pub(super) fn judged_for(&self, at: usize, owner: Pronoun) -> Option<Parties> {
        const WORDS: usize = 4;
        use Predicate::{Criticised, Hosted, Praised, Rejected, Supported, Visited};
        // عبر عن شكره: nor are thanks or blame a deed of whom they are due.
        let deed = self.tells(at, |told| {
            told.family() != Family::Contact
                && !matches!(told, Criticised | Praised | Rejected | Predicate::DemandedOf | Predicate::Threatened)
        });
        let journey = self.tells(at, |told| matches!(told, Visited | Hosted));
        let verb = (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&i| !self.units[i].is_mark() && self.units[i].phrase().is_none())
            .find(|&i| self.units[i].kind == Kind::Verb)
            .filter(|_| self.lang == Lang::Ar)?;
        let right_behind = verb + 2 >= at;
        let judges = right_behind
            && self.tells(verb, |told| match told {
                Criticised => deed || self.tells(at, |told| told.family() == Family::Contact),
                Praised => deed || journey,
                Rejected | Supported => deed,
                _ => false,
            });
        // أعرب له عن قلقه من قصفه سوريا
        let force = self.tells(at, is_harm);
        if !(judges || force && self.is_only_regarded(at)) {
            return None;
        }
        let own = self.subjects[verb].as_ref()?;
        let list = match self.another(at, owner, &own.list) {
            none if none.is_empty() => self.antecedent(at, owner),
            some => some,
        };
        let other = |party: &Party| own.list.iter().all(|own| own.referent != party.referent);
        let list: Vec<Party> = list.into_iter().filter(other).collect();
        Some(Parties { opaque: list.is_empty(), ..Parties::new(list, 0.75, at + 1) })
    }
}
