//! Whom a relative pronoun means: الرئيس الذي التقى, فلان، الذي من المقرر أن يزور.

use super::clause::{Clause, Parties, agrees, is_person};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Pronoun, Sense, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// اتفاق كشف عنه أردوغان: whether a verb right behind an indefinite thing speaks of it by a preposition with a pronoun.
    pub(super) fn is_about_bare_thing(&self, verb: usize) -> bool {
        let thing = verb.checked_sub(1).is_some_and(|before| {
            let unit = &self.units[before];
            unit.phrase().is_none()
                && matches!(unit.kind, Kind::Word | Kind::Noun)
                && !self.shapes[before].article
                && !self.shapes[before].suffix
                && !unit.is_definite_noun()
        });
        let resumed =
            self.units.get(verb + 1).is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))));
        self.lang == Lang::Ar && thing && resumed && self.units[verb].clitics == Clitics::NONE
    }

    /// "Rama, with whom he spoke", "the president, to whom she wrote": whom an English relative of two words means before a verb, and where that
    /// stands.
    pub(super) fn whom_before(&self, verb: usize) -> Option<(usize, Parties)> {
        const REACH: usize = 6;
        if self.lang != Lang::En || self.units[verb].kind != Kind::Verb {
            return None;
        }
        let chain = self.chain_start(verb);
        let whom = (chain.saturating_sub(REACH)..chain)
            .rev()
            .take_while(|&at| !self.units[at].is_mark() && self.units[at].kind != Kind::Verb)
            .find(|&at| self.units[at].phrase().is_none() && self.units[at].is(Class::Relative))?;
        let before = whom.checked_sub(1).filter(|_| self.units[whom].end == self.units[whom].start + 2)?;
        let last =
            before.checked_sub(usize::from(self.units[before].is_comma())).filter(|&last| self.bare_party(last))?;
        let list = self.parties_of(last);
        (!list.is_empty() && !self.units[last].possessive).then(|| (whom, Parties::new(list, 0.85, verb + 1)))
    }

    /// الزيارة التي تستمر, جلسة ضمت: a verb that only describes what stands before it.
    pub(super) fn is_relative_verb(&self, at: usize) -> bool {
        let prospect = at.checked_sub(1).and_then(|complement| self.before_prospect(complement));
        (at.saturating_sub(2)..at).any(|before| self.units[before].is(Class::Relative))
            || prospect.is_some_and(|before| self.units[before].is(Class::Relative))
            || self.lang == Lang::Ar
                && at > 0
                && self.units[at].kind == Kind::Verb
                && self.units[at - 1].kind == Kind::Noun
                && !self.units[at].clitics.has_conjunction()
    }

    /// التقى شكري روكارا الذي يرأس وفد بلاده ويزور مصر: a second verb of the present in a relative clause behind a verb of the past goes on
    /// about its antecedent; `found` is who else would be its subject.
    pub(super) fn goes_on_in_relative(&self, at: usize, found: &Parties) -> Option<Parties> {
        const REACH: usize = 12;
        let present = |at: usize| self.units[at].tense() == Some(Tense::Present);
        let joined = at > 0 && self.units[at].clitics == Clitics::WA && !self.units[at - 1].is_mark();
        if self.lang != Lang::Ar || !found.carried || !joined || !present(at) {
            return None;
        }
        let before = (at.saturating_sub(REACH)..at).rev().take_while(|&unit| !self.units[unit].is_mark());
        let first = before.into_iter().find(|&unit| self.units[unit].kind == Kind::Verb)?;
        let relative = (first.saturating_sub(2)..first).any(|unit| self.units[unit].is(Class::Relative));
        let main = (0..first).rev().find(|&unit| self.units[unit].kind == Kind::Verb)?;
        let own = self.subjects[first].as_ref().filter(|own| own.list.len() == 1 && is_person(own.list[0]))?;
        let past = self.units[main].tense() == Some(Tense::Past);
        (relative && present(first) && past).then(|| Parties { carried: true, end: at + 1, ..own.clone() })
    }

    /// التي تتهمها باستفزاز اليونان: whether who would be the subject of a verb with its object on it stands in what is charged.
    pub(super) fn stands_in_charge(&self, verb: usize, found: &Parties) -> bool {
        const WORDS: usize = 2;
        let objects = self.units[verb].verb().is_some_and(|(.., object)| object.is_some());
        // بزعزعة استقرار لبنان
        let noun = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none()
                && matches!(unit.kind, Kind::Word | Kind::Noun)
                && unit.clitics == Clitics::NONE
                && self.shapes[*at].preposition.is_none()
        };
        let nouns = (verb + 2..self.units.len()).take(WORDS).take_while(noun).count();
        self.lang == Lang::Ar
            && objects
            && !found.carried
            && found.end > verb + 2
            && self.relative_before(verb).is_some()
            && self.tells(verb, |told| told == Predicate::Criticised)
            && self.has_bi(verb + 1)
            && self.units[verb + 1].phrase().is_none()
            && self.bare_party(verb + 2 + nouns)
            && self.skip_adverbs(verb + 1) == verb + 1
    }

    /// بسيادة إسرائيل على الجولان التي احتلتها: who took what a relative clause describes is the power named last before it.
    pub(super) fn power_before_relative(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        const REACH: usize = 9;
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some())
            || self.units.get(at + 1).is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))));
        if self.lang != Lang::Ar || !suffix || !self.tells(at, |p| matches!(p, Predicate::Seized | Predicate::Attacked))
        {
            return None;
        }
        let relative = self.relative_before(at)?;
        let power = |i: usize| {
            self.unit_phrase(i).is_some_and(|p| {
                matches!(p.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent) && p.referents.len() == 1
            })
        };
        let antecedent = relative.checked_sub(1)?;
        // مساعدة المعارضة في المناطق التي تسيطر عليها: somebody whom nobody lists stands nearer.
        let found = (antecedent.saturating_sub(REACH)..antecedent)
            .rev()
            .take_while(|&i| !(self.units[i].is_stop() || self.units[i].kind == Kind::Word && self.shapes[i].article))
            .find(|&i| power(i))?;
        let list = self.parties_of(found);
        list.first().is_some_and(|&party| agrees(party, gender)).then(|| Parties::new(list, 0.75, at + 1))
    }

    /// أيرولت، الذي انتقد روسيا بشدة، دعا دمشق: whom the clause began with, over the relative clause that describes him.
    pub(super) fn subject_before_relative(&self, at: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        const REACH: usize = 20;
        // وكان فلان، الذي زار باريس، قد أبلغ
        let perfect = |unit: &&super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Qad | Class::Auxiliary))
        };
        let first = at - self.units[..at].iter().rev().take_while(perfect).count();
        let closing = first.checked_sub(1).filter(|&comma| self.units[comma].is_comma())?;
        let opens = |before: &usize| !self.units[*before].is_mark();
        let behind_mark =
            (closing.saturating_sub(REACH)..closing).rev().take_while(opens).last().filter(|_| closing > 0)?;
        // وكان الوزير الذي زار باريس، قد أبلغ: no comma parts him from what describes him.
        let unparted = || {
            let relative = (behind_mark..closing).find(|&unit| self.units[unit].is(Class::Relative))?;
            let topic = relative.checked_sub(2)?;
            (first < at && self.units[topic].phrase().is_none() && self.units[topic].is(Class::Auxiliary))
                .then_some(relative)
        };
        let parted = self.units[behind_mark].is(Class::Relative);
        let relative = if parted { behind_mark } else { unparted()? };
        if relative < 2 || parted && !self.units[relative - 1].is_comma() {
            return None;
        }
        let antecedent = relative - if parted { 2 } else { 1 };
        let head = antecedent == 0 || {
            let before = &self.units[antecedent - 1];
            before.is_mark()
                || before.phrase().is_none()
                    && before.has(|class| matches!(class, Class::Complement | Class::Auxiliary))
        };
        if !head || !self.bare_party(antecedent) || number != Number::Singular {
            return None;
        }
        let list = self.parties_of(antecedent);
        let fits = list.len() == 1 && agrees(list[0], gender);
        fits.then(|| Parties::new(list, 0.85, at + 1))
    }

    /// أردوغان كانت زيارته الأولى للصين ناجحة: who opens a clause before "was" and a noun that is his.
    pub(super) fn topic_before_was(&self, at: usize) -> Option<super::clause::Party> {
        let was = |i: &usize| self.units[*i].phrase().is_none() && self.units[*i].is(Class::Auxiliary);
        // كانت آخر زيارة له
        let verb = at.checked_sub(1).filter(was)?;
        let topic = verb.checked_sub(1).filter(|&topic| self.bare_party(topic))?;
        let opens = topic == 0 || {
            let unit = &self.units[topic - 1];
            unit.is_mark() || unit.phrase().is_none() && unit.is(Class::Complement)
        };
        let list = self.parties_of(topic);
        let [party] = list.as_slice() else { return None };
        (opens && self.lang == Lang::Ar && self.is_human(party)).then_some(*party)
    }

    /// كان السيسي أول رئيس عربي يزور قبرص, الأردن هو الدولة الثانية التي وقعت: of whom a noun says that he was the first, or is the one, to
    /// do it.
    pub(super) fn named_by_predicate(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        if self.is_done_by_another(at) { None } else { self.topic_of_predicate(at, gender) }
    }

    /// كيري أول مسؤول يستقبله السلطان: of whom a noun says that he is the first to whom somebody does it who stands behind the verb.
    pub(super) fn acted_on_as_first(&self, at: usize) -> Option<super::clause::Party> {
        let topic =
            Some(at).filter(|&at| self.is_done_by_another(at)).and_then(|at| self.topic_of_predicate(at, None))?;
        topic.list.first().copied()
    }

    /// Whether a verb with its object on it has a person for its subject right behind it.
    fn is_done_by_another(&self, at: usize) -> bool {
        let objects = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        let person = |&at: &usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        objects && Some(at + 1).filter(person).is_some_and(|next| self.bare_party(next))
    }

    /// Of whom a noun before a verb says that he is the first, or is the one, of whom the verb tells.
    fn topic_of_predicate(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        const WORDS: usize = 5;
        if self.lang != Lang::Ar || at < 2 || self.units[at].clitics != Clitics::NONE {
            return None;
        }
        let part = |i: &usize| {
            let unit = &self.units[*i];
            match self.unit_phrase(*i) {
                Some(phrase) => {
                    phrase.clitics == Clitics::NONE
                        && (matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Agent)
                            // هو أول رئيس تركي يزور مصر
                            || phrase.kind == PhraseKind::Unknown
                                && (phrase.referents.is_empty() || phrase.office.is_some() && !phrase.named))
                }
                None => {
                    unit.clitics == Clitics::NONE
                        && (unit.kind == Kind::Word
                            || unit.kind == Kind::Function
                                && (self.is_from(unit)
                                    || *i > 0 && self.is_from(&self.units[*i - 1]) && unit.is_preposition()
                                    || unit.has(|c| {
                                        matches!(
                                            c,
                                            Class::First
                                                | Class::OneOf
                                                | Class::Relative
                                                | Class::Agent
                                                | Class::PlaceHead
                                                | Class::TitleAdjective { .. }
                                        )
                                    })))
                }
            }
        };
        let start = at - (0..at).rev().take(WORDS).take_while(part).count();
        // وفرنسا من الدول التي فاوضت, إحدى الدول التي, من بين الدول التي: one of those who do it.
        let relative = at > start && self.units[at - 1].phrase().is_none() && self.units[at - 1].is(Class::Relative);
        let among = relative
            && self.units[start].phrase().is_none()
            && (self.units[start].is(Class::OneOf) || self.is_from(&self.units[start]));
        let counted = among || (start..at).any(|i| self.units[i].phrase().is_none() && self.units[i].is(Class::First));
        let before = start.checked_sub(1).filter(|_| start < at)?;
        // فرنسا، إحدى الدول التي فاوضت: an apposition.
        let before = before.checked_sub(usize::from(among && self.units[before].is_comma()))?;
        let pronoun =
            self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Pronoun && p.clitics == Clitics::NONE);
        let topic = before.checked_sub(usize::from(pronoun)).filter(|_| counted || pronoun)?;
        let heads = topic == 0 || {
            let unit = &self.units[topic - 1];
            // تعد قطر من أكثر الدول التي, يعد فلان أول زعيم يزور
            let calls = |form: &crate::lexicon::Form| self.knowledge.lexicon.trigger(form.trigger).flags.speech;
            unit.is_mark()
                || unit.has(|c| matches!(c, Class::Complement | Class::Auxiliary | Class::Conj))
                || counted && unit.tense() == Some(Tense::Present) && unit.forms.iter().any(calls)
        };
        let list = self.parties_of(topic);
        let fits = matches!(list.as_slice(), [party] if self.is_human(party) || party.kind == PhraseKind::Country);
        let own = |party: &super::clause::Party| counted || agrees(*party, gender);
        (heads && self.bare_party(topic) && fits && list.iter().all(own)).then(|| Parties::new(list, 0.85, at + 1))
    }

    /// شكر عباس مصر على المساعدة التي قدمتها: whose deed it is that a relative clause tells behind what somebody is thanked or blamed for,
    /// where the verb agrees with him.
    pub(super) fn judged_for_deed(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        const REACH: usize = 9;
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        let relative = at.checked_sub(1).filter(|&before| suffix && self.units[before].is(Class::Relative))?;
        let next = self.units.get(self.skip_adverbs(at + 1));
        let left_out = next.is_none_or(|next| next.phrase().is_none() || next.clitics.has_preposition());
        let thing = relative.checked_sub(1).filter(|&thing| self.units[thing].phrase().is_none() && left_out)?;
        let judges = |i: usize| self.tells(i, |told| matches!(told, Predicate::Praised | Predicate::Criticised));
        let verb = (thing.saturating_sub(REACH)..thing)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .find(|&i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun | Kind::Participle) && judges(i))?;
        let from =
            self.subjects[verb].as_ref().filter(|own| !own.carried).map_or(verb + 1, |own| own.end.max(verb + 1));
        let judged = (from..thing).find(|&i| self.unit_phrase(i).is_some_and(|p| p.kind != PhraseKind::Demonym))?;
        let list = self.parties_of(judged);
        let fits = self.lang == Lang::Ar && matches!(list.as_slice(), [party] if agrees(*party, gender));
        fits.then(|| Parties::new(list, 0.8, at + 1))
    }

    /// ثمن المالكي، الذي زار طهران، الدور الإيراني: one past a relative clause in commas that begins at a unit.
    pub(super) fn past_relative(&self, at: usize) -> Option<usize> {
        const REACH: usize = 20;
        let comma = |at: usize| self.units.get(at).is_some_and(super::unit::Unit::is_comma);
        if self.units.get(at).is_some_and(|unit| unit.is(Class::Relative)) {
            return self.past_journey(at).or_else(|| self.past_open_relative(at));
        }
        if !comma(at) || !self.units.get(at + 1).is_some_and(|unit| unit.is(Class::Relative)) {
            return None;
        }
        let end = (at + 2..self.units.len().min(at + REACH)).find(|&after| self.units[after].is_mark())?;
        comma(end).then_some(end + 1)
    }

    /// أدان فلان الذي زار القاهرة مرتين، إسرائيل: the party behind the one comma that ends a relative clause with one verb, where a verb of
    /// stance before the relative still wants its object.
    fn past_open_relative(&self, relative: usize) -> Option<usize> {
        const REACH: usize = 14;
        let verb = (0..relative).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let stance = self.tells(verb, |told| told.family() != Family::Contact)
            && !self.tells(verb, |told| told.family() == Family::Contact);
        let subject = self.subjects[verb].as_ref().is_some_and(|own| !own.carried && own.end == relative);
        let end = (relative + 1..self.units.len().min(relative + REACH)).find(|&at| self.units[at].is_mark())?;
        let verbs = (relative + 1..end).filter(|&at| self.units[at].kind == Kind::Verb).count();
        let next = end + 1;
        let goes_on = self.bare_party(next)
            && !self.units[next].clitics.has_conjunction()
            && self.units.get(next + 1).is_none_or(|behind| behind.kind != Kind::Verb && !behind.is_comma())
            && self.unit_phrase(next).is_some_and(|phrase| phrase.office.is_none());
        (self.lang == Lang::Ar && stance && subject && verbs == 1 && self.units[end].is_comma() && goes_on)
            .then_some(next)
    }

    /// التقى فلان الذي يزور قطر حاليا، أمير قطر: the person behind a relative that tells no more than where somebody has gone, whom the
    /// verb before the relative has for its object. A comma may stand before him.
    fn past_journey(&self, relative: usize) -> Option<usize> {
        const REACH: usize = 14;
        let journey = |verb: usize| {
            let unit = &self.units[verb];
            unit.kind == Kind::Verb
                && unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).is_journey())
        };
        let verb = relative + 1;
        if self.lang != Lang::Ar || verb >= self.units.len() || !journey(verb) {
            return None;
        }
        let mut gone = false;
        for at in verb + 1..self.units.len().min(verb + REACH) {
            let unit = &self.units[at];
            let kind = self.unit_phrase(at).map(|phrase| phrase.kind);
            match kind {
                Some(PhraseKind::Place | PhraseKind::Country | PhraseKind::Demonym) => gone = true,
                Some(PhraseKind::Person | PhraseKind::Unknown | PhraseKind::Counterpart) => {
                    let before = &self.units[at - 1];
                    let free = before.is_comma()
                        || before.phrase().is_some()
                        || before.kind == Kind::Function && !before.is_preposition();
                    let acts = self.units.get(at + 1).is_some_and(|next| next.kind == Kind::Verb);
                    return (gone && free && !acts && unit.clitics == Clitics::NONE).then_some(at);
                }
                Some(_) => return None,
                None if unit.is_comma() && gone => {}
                None if unit.is_mark() || unit.is(Class::Complement) || unit.is(Class::Relative) => return None,
                None if matches!(unit.kind, Kind::Verb | Kind::Participle) => return None,
                // في زيارة رسمية
                None if unit.kind == Kind::Noun && !self.tells(at, |told| told == Predicate::Visited) => return None,
                None if unit.clitics.has_conjunction() => return None,
                None => {}
            }
        }
        None
    }

    /// من المقرر أن, يتوقع أن: the unit before what a complementiser at a unit depends on, where that says only how sure or how
    /// near something is, and of nobody.
    pub(super) fn before_prospect(&self, complement: usize) -> Option<usize> {
        let before = complement.checked_sub(1)?;
        if self.lang != Lang::Ar || !self.units[complement].is(Class::Complement) {
            return None;
        }
        let unit = &self.units[before];
        // فلان الذي سبق أن زار, الذي سبق له أن زار: and that he has done it before.
        let his = unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        let before_it = if his { before.checked_sub(1)? } else { before };
        let had = |at: usize| self.units[at].kind == Kind::Verb && self.units[at].is(Class::Precedent);
        if had(before_it) {
            let who = before_it.checked_sub(1)?;
            let relative = self.units[who].is(Class::Relative) && self.units[who].phrase().is_none();
            let person = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
            return Some(who).filter(|_| !relative || who > 0 && person(who - 1));
        }
        let says = unit.has(|class| matches!(class, Class::Planned | Class::Possible))
            || unit.kind == Kind::Verb
                && unit.tense() == Some(Tense::Present)
                && unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.status.is_some());
        // من + المرتقب
        let from = usize::from(before > 0 && self.is_from(&self.units[before - 1]));
        (says && unit.phrase().is_none()).then(|| before.checked_sub(1 + from)).flatten()
    }

    /// استقبل الرئيس وزير الخارجية فلانا: whether a person at a unit is the bare object of a verb of receiving or meeting.
    fn is_guest(&self, at: usize) -> bool {
        const REACH: usize = 8;
        let receives = |&before: &usize| {
            self.units[before].kind == Kind::Verb
                && self.tells(before, |told| matches!(told, Predicate::Hosted | Predicate::Met))
        };
        let open = |before: &usize| !self.units[*before].is_stop() && !self.units[*before].is(Class::Complement);
        let verb = (at.saturating_sub(REACH)..at).rev().take_while(open).find(|&i| self.units[i].kind == Kind::Verb);
        verb.filter(receives).and_then(|verb| self.subjects.get(verb)?.as_ref()).is_some_and(|host| {
            let person = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
            !host.is_empty() && host.end <= at && self.bare_party(at) && (host.end..at).all(|i| !person(i))
        })
    }

    /// أجرى فلان اتصالا هاتفيا مع الوزير فلان: whether a person at a unit stands behind "with" or "by" at a noun of contact that has its subject
    /// before it.
    fn is_interlocutor(&self, at: usize) -> bool {
        let Some(with) = at.checked_sub(1).filter(|&with| with > 0 && self.units[with].phrase().is_none()) else {
            return false;
        };
        let led = ["مع", "ب"].iter().any(|word| self.is_preposition_of(with, word));
        let noun = with - 1;
        let contact = |told: Predicate| matches!(told, Predicate::Called | Predicate::TalkedWith | Predicate::Met);
        let person = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        person && led && self.units[noun].kind == Kind::Noun && self.tells(noun, contact)
    }

    /// تلقى الرئيس رسالة نقلها إليه الوزير فلان الذي استقبله: who got the letter receives who brings it.
    fn host_of_him_who_bears(&self, at: usize, relative: usize) -> Option<Parties> {
        const REACH: usize = 10;
        let receives = self.lang == Lang::Ar && self.tells(at, |told| told == Predicate::Hosted);
        let antecedent = relative.checked_sub(1).filter(|_| receives)?;
        let person = |unit: usize| self.unit_phrase(unit).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let open = |unit: &usize| !self.units[*unit].is_stop();
        let verb = |from: usize| {
            (from.saturating_sub(REACH)..from).rev().take_while(open).find(|&unit| self.units[unit].kind == Kind::Verb)
        };
        let bears = verb(antecedent).filter(|&bears| {
            person(antecedent) && (self.hands(bears) || self.units[bears].means(&self.knowledge.lexicon, Sense::Bears))
        })?;
        let got = self.subjects.get(verb(bears)?)?.as_ref()?;
        let one = matches!(got.list.as_slice(), [party] if is_person(*party));
        (one && !self.parties_of(antecedent).iter().any(|bearer| bearer.referent == got.list[0].referent))
            .then(|| Parties { confidence: 0.85, end: at + 1, ..got.clone() })
    }

    /// Returns whether the clause of a relative pronoun behind a place goes on with who did it, a noun of taking, and a pronoun that
    /// means the place.
    fn takes_ground_before(&self, verb: usize, pronoun: usize, doer: usize) -> bool {
        const NEAR: usize = 3;
        let place = pronoun.checked_sub(1).and_then(|before| self.unit_phrase(before));
        let taking = |noun: usize| {
            self.units[noun].kind == Kind::Noun
                && self.tells(noun, |told| told == Predicate::Seized)
                && self.units.get(noun + 1).is_some_and(|next| next.has(|class| matches!(class, Class::PrepPronoun(_))))
        };
        self.lang == Lang::Ar
            && place.is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
            && doer > verb
            && (doer + 1..self.units.len().min(doer + 1 + NEAR)).any(taking)
    }

    /// يحضر اجتماعا دعا إليه أوباما, رفض حوارا دعت إليه مصر: who calls for what stands before the verb without the article, in a clause that
    /// no relative pronoun opens.
    fn caller_of_meeting(&self, at: usize) -> Option<Parties> {
        let resumes = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_)))
        };
        let called = self.lang == Lang::Ar
            && self.units.get(at + 1).is_some_and(resumes)
            && self.units[at].clitics == Clitics::NONE
            && self.tells(at, |told| told == Predicate::DemandedOf);
        let before = at.checked_sub(1).filter(|_| called)?;
        let unit = &self.units[before];
        let bare = unit.phrase().is_none()
            && matches!(unit.kind, Kind::Noun | Kind::Word)
            && !self.shapes[before].article
            && !self.shapes[before].suffix;
        let next = self.skip_adverbials(at + 2);
        (bare && self.bare_party(next)).then(|| Parties { confidence: 0.85, ..self.list(next) })
    }

    /// الذي التقى: the phrase before the relative pronoun.
    pub(super) fn relative_subject(&self, at: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        if let Some(found) = self.caller_of_meeting(at) {
            return Some(found);
        }
        let mut pronoun = at.checked_sub(1)?;
        while pronoun > 0
            && self.units[pronoun].has(|class| {
                matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Auxiliary | Class::Skip)
            })
        {
            pronoun -= 1;
        }
        // الذي من المقرر أن يزور, الذي يتوقع أن يلتقي: over what says how sure it is.
        if let Some(before) = self.before_prospect(pronoun) {
            pronoun = before;
        }
        if !self.units[pronoun].is(Class::Relative) {
            return None;
        }
        let next = self.skip_adverbials(at + 1);
        // التي استضافتها مصر, الذي دعا إليه الرئيس: the pronoun is the antecedent, and the subject stands behind.
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some())
            || self.lang == Lang::Ar
                && self.units.get(at + 1).is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))));
        // الزيارة التي يعتزم ماكرون القيام بها: "she" is not who intends it.
        let another = self.lang == Lang::Ar
            && self.units[pronoun].pronoun.is_some_and(|own| own.gender == Some(Gender::Feminine))
            && gender == Some(Gender::Masculine);
        // الذي أبلغه بنتائج اتصالات الحكومة: whose the thing is that he was told.
        let owned = self.lang == Lang::Ar && next > at + 1 && self.is_construct(next - 1);
        // التي سيطرت عليها قوات حفتر: whose the forces are.
        if suffix && let Some(found) = self.owner_of_forces(at, next) {
            return Some(found);
        }
        // تمبكتو التي استعادت القوات الفرنسية السيطرة عليها: the pronoun that means the ground stands behind who took it.
        let suffix = suffix || self.takes_ground_before(at, pronoun, next) || self.resumed_behind(pronoun, next);
        // الذين تتهم السعودية إيران بتسليحهم: with two behind the verb the first accuses the second, and whom the relative means neither does.
        let accuses = || {
            let behind = self.list(next).end;
            let bare = |at: usize| self.bare_party(at) && !self.units[at].clitics.has_conjunction();
            self.lang == Lang::Ar && self.tells(at, |told| told == Predicate::Criticised) && bare(next) && bare(behind)
        };
        if (suffix || another || accuses()) && self.bare_party(next) && !owned {
            return Some(Parties { confidence: 0.85, ..self.list(next) });
        }
        // زيارته لأنقرة التي أجرى خلالها محادثات: "she" is the visit, during which he held them.
        let during = self.units.get(at + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::During));
        if another && (during || self.intends_it(at)) {
            return None;
        }
        // وصل إلى القاهرة التي زارها مرارا: the pronoun is the place or power, and who does it was named before.
        let resumes = |object: Pronoun| {
            let own = self.units[pronoun].pronoun.and_then(|own| own.gender);
            own == Some(Gender::Feminine) && object.gender == own
        };
        let power = pronoun.checked_sub(1).and_then(|before| self.unit_phrase(before));
        if self.lang == Lang::Ar
            && power.is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body))
            && self.units[at].verb().is_some_and(|(.., object)| object.is_some_and(resumes))
        {
            return None;
        }
        // الحظر الذي يفرضه على: the pronoun is the noun, and who does it was named before.
        // وزير الخارجية فلان، الذي استقبله: the comma is no noun.
        let comma = usize::from(pronoun > 1 && self.units[pronoun - 1].is_comma());
        let named = pronoun.checked_sub(1 + comma).and_then(|before| self.unit_phrase(before));
        // كيم، الذي أطلعه على: but whom one tells something comes before the comma, too.
        // الحريري، الذي سلمه رسالة: who hands over is the guest, not his host.
        let hosts = || self.tells(at, |predicate| predicate == Predicate::Hosted) || self.hands(at);
        // استقبل الرئيس الوزير، الذي أطلعه على: nor is it who receives him.
        let guest = || {
            pronoun.checked_sub(1 + comma).is_some_and(|before| self.is_guest(before) || self.is_interlocutor(before))
        };
        let person =
            named.is_some_and(|phrase| comma == 0 || phrase.kind == PhraseKind::Person && (hosts() || guest()));
        // غولن الذي يتهمه بالوقوف وراء: whom one accuses is who the relative describes, and who does it was named before.
        let accused = || {
            self.units[at].tense() == Some(Tense::Present)
                && comma == 0
                // النظام السوري الذي يتهمه
                && named.is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Person | PhraseKind::Agent | PhraseKind::Body))
                && self.tells(at, |told| told == Predicate::Criticised)
        };
        // النظام الروسي الذي تتهمه: a power of which the relative is "he" is not "she" who does it to him.
        let crossed = self.lang == Lang::Ar
            && suffix
            && gender == Some(Gender::Feminine)
            && self.units[pronoun].pronoun.is_some_and(|own| own.gender == Some(Gender::Masculine))
            && power.is_some_and(|p| matches!(p.kind, PhraseKind::Agent | PhraseKind::Body | PhraseKind::Demonym));
        if crossed {
            return None;
        }
        if suffix && let Some(host) = self.host_of_him_who_bears(at, pronoun) {
            return Some(host);
        }
        // مما دعا مصر إلى سحب سفيرها: all that was told, and nobody who was named; but مما أثار غضب فلان is his stance on whose deed it was.
        let neuter = self.lang == Lang::Ar && self.units[pronoun].pronoun.is_none() && number == Number::Singular;
        if neuter && !suffix && !self.tells(at, |told| told == Predicate::Criticised) {
            return Some(Self::nobody(at));
        }
        if suffix && self.lang == Lang::Ar && (!person || accused()) {
            return None;
        }
        // بؤرة الانتفاضة التي أسقطت: a noun right before the relative is what it describes, not a party further back.
        if self.lang == Lang::Ar
            && pronoun > 0
            && (self.units[pronoun - 1].kind == Kind::Noun
                || self.units[pronoun - 1].kind == Kind::Word && self.shapes[pronoun - 1].article)
        {
            return Some(Parties { end: at + 1, opaque: true, ..Parties::default() });
        }
        let antecedent = (pronoun.saturating_sub(7)..pronoun).rev().find(|&unit| self.unit_phrase(unit).is_some())?;
        // بين نتنياهو وعباس اللذين اجتمعا: of two the relative and its verb are dual.
        let mut list = self.parties_of(antecedent);
        if number == Number::Dual && list.len() == 1 {
            let other = antecedent.checked_sub(1).filter(|&other| {
                self.units[antecedent].clitics.has_conjunction()
                    && self.unit_phrase(other).is_some_and(|p| p.kind != PhraseKind::Demonym)
            });
            list.splice(0..0, other.map(|other| self.parties_of(other)).unwrap_or_default());
        }
        if number == Number::Plural && self.lang == Lang::Ar {
            list.splice(0..0, self.joined_before(antecedent));
        }
        let fits = list.first().is_some_and(|&party| agrees(party, gender)) || list.len() > 1;
        let kind = self.unit_phrase(antecedent)?.kind;
        // الغارة الإسرائيلية التي استهدفت حمص: whose the deed is.
        let attacks = |i: usize| self.tells(i, |told| told == Predicate::Attacked);
        let deed = |i: usize| self.units[i].kind == Kind::Noun && attacks(i);
        if kind == PhraseKind::Demonym
            && self.lang == Lang::Ar
            && antecedent + 1 == pronoun
            && antecedent.checked_sub(1).is_some_and(deed)
            && attacks(at)
        {
            return Some(Parties::new(list, 0.8, at + 1));
        }
        if !fits || kind == PhraseKind::Demonym {
            return Some(Parties { end: at + 1, opaque: true, ..Parties::default() });
        }
        Some(Parties::new(list, 0.85, at + 1))
    }

    /// اجتمع بميشيل وماكرون وشولتس الذين أكدوا: the people to whom the one at a unit is joined, each by و, of whom the relative is the plural.
    fn joined_before(&self, last: usize) -> Vec<super::clause::Party> {
        const WORDS: usize = 4;
        let person = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let passed = |at: &usize| {
            let unit = &self.units[*at];
            !unit.is_stop() && unit.kind != Kind::Verb && !person(*at)
        };
        let mut before = Vec::new();
        let mut at = last;
        while person(at) && self.units[at].clitics.has_conjunction() {
            let words = (at.saturating_sub(WORDS)..at).rev().take_while(passed).count();
            let Some(next) = at.checked_sub(words + 1).filter(|&next| person(next)) else { break };
            before.splice(0..0, self.parties_of(next));
            at = next;
        }
        before
    }

    /// إيران التي شنت إسرائيل غارات عليها, لافروف الذي عقد كيري معه لقاء: whether behind whoever stands at `party` a preposition has the
    /// pronoun of whom the relative describes, so that this one is not its subject.
    fn resumed_behind(&self, relative: usize, party: usize) -> bool {
        const WORDS: usize = 4;
        let Some(own) = self.units[relative].pronoun.filter(|_| self.lang == Lang::Ar && self.bare_party(party)) else {
            return false;
        };
        let behind = self.list(party).end;
        let open = |unit: &&super::unit::Unit| !unit.is_mark() && unit.kind != Kind::Verb && unit.phrase().is_none();
        self.units[behind.min(self.units.len())..].iter().take(WORDS).take_while(open).any(|unit| {
            unit.has(|class| matches!(class, Class::PrepPronoun(_)))
                && unit.pronoun.is_some_and(|resumes| resumes.gender == own.gender && resumes.number == own.number)
        })
    }
}
