//! What an Arabic clause says inside a letter: نقل فلان رسالة من بوتين إلى الأسد حذره فيها, بعث برسالة إلى حزب الله هنأه فيها.
//!
//! The verb that "in it" stands behind comes in; who has written, and to whom, goes out. Who only brings the letter says nothing.

use super::clause::{Clause, Parties, Party, agrees};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Form, Predicate, Sense, Slot, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How far before the verb the letter may stand: رسالة خطية من الرئيس فلان إلى نظيره فلان هنأه فيها.
const REACH: usize = 10;
/// How many adjectives the letter may have.
const ADJECTIVES: usize = 2;

impl Clause<'_> {
    /// سلمه رسالة بوتين, تسلم رسالة بوتين, رد على رسالة بوتين, but not رسالة الجماعة من المشاركة: whether a verb right before a letter says that
    /// it is handed over, got or answered.
    pub(super) fn is_handed_there(&self, at: usize) -> bool {
        const NEAR: usize = 4;
        let on = at > 0 && self.is_preposition_of(at - 1, "على");
        let hands = |unit: &Unit| {
            let mut rows = unit.forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
            let answers = |row: &Trigger| on && row.flags.sense == Some(Sense::Replies);
            unit.kind == Kind::Verb && rows.any(|row| row.flags.hands || row.flags.receives || answers(row))
        };
        self.units[at.saturating_sub(NEAR)..at].iter().rev().take_while(|unit| !unit.is_mark()).any(hands)
    }

    /// رسالة من بوتين حذره فيها: who has written the letter of which the verb at a unit tells.
    pub(super) fn written_there(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        if let Some(found) = self.stated_there(at, gender) {
            return Some(found);
        }
        let letter = self.letter_before(at)?;
        let from = (letter + 1..at.min(letter + 2 + ADJECTIVES)).find(|&i| self.is_from(&self.units[i]))?;
        let own = self.unit_phrase(at + 2).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE && self.bare_party(at + 2)
        });
        let list = self.parties_of(from + 1);
        let author = matches!(list.as_slice(), [party] if agrees(*party, gender));
        (author && !own && from + 1 < at).then(|| Parties::new(list, 0.85, at + 1))
    }

    /// بيان للجيش الحر اتهم فيه حزب الله, خطاب للأسد هاجم فيه تركيا: whose an indefinite utterance is, by ل right behind it, of which the verb at a
    /// unit tells what he says in it.
    fn stated_there(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        let there = self.units.get(at + 1).filter(|_| self.lang == Lang::Ar)?;
        let inside = there.phrase().is_none()
            && there.has(|class| matches!(class, Class::PrepPronoun(id) if self.is_inside(id)));
        let owner = at.checked_sub(1).filter(|_| inside && self.units[at].clitics == Clitics::NONE)?;
        let said = owner.checked_sub(1)?;
        let utterance = self.units[said].phrase().is_none()
            && self.units[said].has(|c| matches!(c, Class::Utterance | Class::Document));
        let owned = self.unit_phrase(owner).is_some_and(|phrase| phrase.clitics == Clitics::LI);
        // خطاب للحزب هاجم فيه فلان السعودية: who speaks there is named behind the verb.
        let person =
            |at: usize| self.bare_party(at) && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Person);
        if person(at + 2) && self.bare_party(at + 3) {
            return None;
        }
        let list = self.parties_of(owner);
        let author = matches!(list.as_slice(), [party] if agrees(*party, gender));
        (utterance && owned && author && !self.shapes[said].article).then(|| Parties::new(list, 0.85, at + 1))
    }

    /// رسالة إلى حزب الله حذره فيها, سلم الرئيس رسالة من بوتين حذره فيها: who gets the letter, to whom the pronoun on the verb belongs.
    pub(super) fn written_to(&self, at: usize, gender: Option<Gender>) -> Option<Party> {
        let letter = self.letter_before(at)?;
        let party = self.addressee(letter, at)?;
        (agrees(party, gender) || party.kind == PhraseKind::Body).then_some(party)
    }

    /// التقى المقداد السيسي حاملا رسالة من الأسد, استقبل السيسي المقداد محملا برسالة من الأسد: of the two who met, the one who is not of the author's
    /// country gets what the other brings from him.
    pub(super) fn met_by_bearer(&self, letter: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let brings = letter.checked_sub(1).map(|before| &self.units[before])?;
        let state = brings.kind == Kind::Participle
            && brings.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.hands);
        let from = (letter + 1..self.units.len().min(letter + WORDS)).find(|&i| self.is_from(&self.units[i]))?;
        let author = self.only_party(from + 1).filter(|_| state && self.lang == Lang::Ar)?;
        self.other_than_compatriot(author, letter, letter)
    }

    /// Of the two who met before a unit, the one who is not of the author's country, where the other is.
    fn other_than_compatriot(&self, author: Party, before: usize, letter: usize) -> Option<Parties> {
        let verb =
            (0..before).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb)?;
        let meets = self.tells(verb, |told| matches!(told, Predicate::Met | Predicate::Hosted));
        let own = self.subjects[verb].as_ref().filter(|own| meets && !own.carried && own.list.len() == 1)?;
        let other = self.object(own.end.max(verb + 1), false);
        let [first, second] = [own.list.first()?, other.list.first()?];
        let land = |party: &Party| self.country_of(party.referent);
        let home = land(&author).filter(|_| other.list.len() == 1 && other.end < letter)?;
        let receiver = match (land(first)? == home, land(second)? == home) {
            (true, false) => second,
            (false, true) => first,
            _ => return None,
        };
        (receiver.kind == PhraseKind::Person).then(|| Parties::new(vec![*receiver], 0.8, letter + 1))
    }

    /// التقى الأمير الوزير حيث سلمه رسالة من رئيسه: who gets a letter that somebody brings to "him", where the one found is of the author's own
    /// country, as who brings it is: the other of the two who met, nobody where that is not told.
    pub(super) fn not_to_own_envoy(&self, letter: usize, author: &Parties, found: Parties) -> Parties {
        // تسلم منها رسالة من وزيرها: nor does she from whom another gets it.
        let gets = |verb: usize| {
            let row = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.receives;
            let id = self.knowledge.lexicon.preposition_id("من");
            let from = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(of) if Some(of) == id));
            self.units.get(verb + 1).is_some_and(from) && self.units[verb].forms.iter().any(row)
        };
        let brings = |verb: &usize| {
            self.hands(*verb) || self.units[*verb].means(&self.knowledge.lexicon, Sense::Bears) || gets(*verb)
        };
        let verb =
            (0..letter).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        let verb = verb.filter(|verb| self.lang == Lang::Ar && self.units[letter].kind == Kind::Noun && brings(verb));
        let ([receiver], [author], Some(verb)) = (found.list.as_slice(), author.list.as_slice(), verb) else {
            return found;
        };
        let home = self.country_of(author.referent);
        let by_pronoun =
            found.end <= letter + 1 && self.units[verb + 1..letter].iter().all(|unit| unit.phrase().is_none());
        if !by_pronoun || home.is_none() || self.country_of(receiver.referent) != home {
            return found;
        }
        self.other_than_compatriot(*author, verb, letter).unwrap_or_default()
    }

    /// رسالة من السيسي إلى أردوغان تتضمن دعوة لزيارة مصر: who gets the letter that holds an invitation.
    pub(super) fn invited_by_letter(&self, invitation: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let near = invitation.saturating_sub(WORDS)..invitation;
        let verb = near.rev().find(|&i| self.units[i].kind == Kind::Verb).filter(|_| self.lang == Lang::Ar)?;
        let letter = (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|&i| !self.units[i].is_stop() && self.units[i].kind != Kind::Verb)
            .find(|&i| self.units[i].kind == Kind::Noun && self.tells(i, |told| told == Predicate::WroteTo))?;
        if !self.units[verb].is(Class::Existing) {
            return None;
        }
        let found = match self.addressee(letter, verb) {
            Some(party) => Parties::new(vec![party], 0.85, letter + 1),
            None => self.receiver(letter),
        };
        let one = matches!(found.list.as_slice(), [party] if party.kind == PhraseKind::Person);
        one.then_some(Parties { end: invitation, carried: false, ..found })
    }

    /// أعرب لنظيره عن شكره: whether from a unit on stands what praise or thanks somebody speaks of.
    pub(super) fn tells_thanks(&self, from: usize) -> bool {
        let noun = self.units.get(from + 1).is_some_and(|unit| unit.kind == Kind::Noun);
        self.lang == Lang::Ar
            && noun
            && self.is_preposition_of(from, "عن")
            && self.tells(from + 1, |told| told == Predicate::Praised)
    }

    /// طلب فلان في رسالة إلى الأمين العام إنهاء المهمة, رسالة إلى حماس طلبت فيها: of whom a demand asks that names nobody else, made in a letter;
    /// `from` is behind the subject of its verb.
    pub(super) fn asked_in_letter(&self, at: usize, trigger: &Trigger, from: usize) -> Option<Parties> {
        const NEAR: usize = 4;
        let min = self.knowledge.lexicon.preposition_id("من").map(Slot::Prep);
        let asks = trigger.predicate == Some(Predicate::DemandedOf) && self.units[at].kind == Kind::Verb;
        // طالب بـ, but دعا إلى: who only calls for something may mean anybody.
        let of_him = trigger.object.first().copied() == min && !trigger.flags.weak;
        let calls = trigger.object.contains(&Slot::Actor);
        if self.lang != Lang::Ar || !asks || !(of_him || calls) {
            return None;
        }
        let writes = |i: usize| {
            let unit = &self.units[i];
            unit.phrase().is_none() && unit.kind == Kind::Noun && self.tells(i, |told| told == Predicate::WroteTo)
        };
        if let Some(letter) = self.letter_before(at).filter(|_| of_him) {
            let party = self.addressee(letter, at)?;
            return Some(Parties::new(vec![party], 0.85, at + 2));
        }
        let end = self.units.len();
        let near = from..end.min(from + NEAR);
        let inside =
            near.into_iter().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.is_preposition_of(i, "في"))?;
        let letter = Some(inside + 1).filter(|&letter| letter < end && writes(letter))?;
        let stop =
            (letter + 1..end.min(letter + REACH)).find(|&i| self.units[i].is_stop()).unwrap_or(end.min(letter + REACH));
        let party = self.addressee(letter, stop)?;
        // طالب في رسالة إلى فلان بكذا
        let led = || {
            (letter + 1..stop)
                .any(|i| self.units[i].clitics.has(Clitics::BI) || self.shapes[i].preposition == Some(Clitics::BI))
        };
        (of_him || led()).then(|| Parties::new(vec![party], 0.85, letter + 2))
    }

    /// رسالة إلى أردوغان, رسالة لأردوغان: the one to whom a letter goes, named before a unit.
    fn addressee(&self, letter: usize, end: usize) -> Option<Party> {
        let to = self.knowledge.lexicon.preposition_id("إلى");
        let goal = |&i: &usize| {
            let dative = self.unit_phrase(i).is_some_and(|phrase| phrase.clitics == Clitics::LI);
            dative
                || self.bare_party(i)
                    && to.is_some_and(|id| self.units[i - 1].is_preposition() && self.governs(i - 1, id))
        };
        (letter + 1..end).find(goal).and_then(|at| self.only_party(at))
    }

    /// تسلم الرسالة سامح شكري، خلال استقباله: who gets the letter that stands, spoken of as known, between a verb and him.
    pub(super) fn bearer_behind_letter(&self, at: usize) -> Option<Parties> {
        let letter = self.units.get(at + 1).filter(|_| self.lang == Lang::Ar)?;
        let known = letter.kind == Kind::Noun
            && letter.clitics == Clitics::NONE
            && letter.is_definite_noun()
            && letter.owner().is_none()
            && self.tells(at + 1, |told| told == Predicate::WroteTo);
        let carries = self.units[at].forms.iter().any(|form| {
            let flags = self.knowledge.lexicon.trigger(form.trigger).flags;
            flags.receives
        });
        // ونقل الرسالة شكري, سلم الرسالة السفير: who brings it, where nobody has been named who could do it.
        let free = || self.subjects[..at].iter().flatten().all(|found| found.is_empty() || found.carried);
        let brings = self.hands(at) || self.units[at].means(&self.knowledge.lexicon, Sense::Bears);
        let carries = if brings { free() } else { carries };
        let person = self.unit_phrase(at + 2).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let bare = person && self.bare_party(at + 2) && self.units[at + 2].clitics == Clitics::NONE;
        (known && carries && bare).then(|| Parties { confidence: 0.85, ..self.list(at + 2) })
    }

    /// رسالة أوباما التي نقلها كارتر إلى أردوغان: one past who brings the letter at `head`, where the relative clause at a unit says so.
    pub(super) fn past_bearer(&self, head: usize, relative: usize) -> Option<usize> {
        let letter = self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && self.units[relative].is(Class::Relative)
            && self.tells(head, |told| told == Predicate::WroteTo);
        let verb = relative + 1;
        let (.., object) = self.units.get(verb).filter(|_| letter)?.verb()?;
        let carries = self.hands(verb) || self.units[verb].means(&self.knowledge.lexicon, Sense::Bears);
        let bearer = self.subjects.get(verb)?.as_ref().filter(|found| !found.carried && !found.is_empty())?;
        (object.is_some() && carries).then_some(bearer.end)
    }

    /// وبعث ولي العهد ببرقية مماثلة: who got the letter told last, to whom another of the same kind goes.
    pub(super) fn addressed_alike(&self, at: usize) -> Option<Parties> {
        let alike = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Alike);
        let words = self.units[at + 1..].iter().take(ADJECTIVES + 1).take_while(|unit| unit.phrase().is_none());
        let letter = self.lang == Lang::Ar && self.tells(at, |told| told == Predicate::WroteTo);
        if !letter || !words.into_iter().any(alike) {
            return None;
        }
        // بعث الأمير برقية إلى فلان، وبعث ولي العهد ببرقية مماثلة: the sentence itself may have told it.
        if let Some(party) = self.letter_told_before(at).and_then(|before| self.addressee(before, at)) {
            return Some(Parties::new(vec![party], 0.85, at + 1));
        }
        if !self.memory.remote {
            return None;
        }
        match self.memory.others.as_slice() {
            [receiver] => Some(Parties::new(vec![*receiver], 0.85, at + 1)),
            _ => None,
        }
    }

    /// The last noun of a letter before the one at a unit.
    fn letter_told_before(&self, at: usize) -> Option<usize> {
        (0..at)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Noun && self.tells(i, |told| told == Predicate::WroteTo))
    }

    /// سلم الوزير فلانا رسالة من السلطان، ثم نقل رسالة مماثلة إلى فلان: who has written a letter like the one told before, which somebody
    /// brings.
    pub(super) fn author_alike(&self, at: usize) -> Option<Parties> {
        let alike = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Alike);
        let mut words = self.units[at + 1..].iter().take(ADJECTIVES).take_while(|unit| unit.phrase().is_none());
        let letter = self.lang == Lang::Ar && words.any(alike) && self.tells(at, |told| told == Predicate::WroteTo);
        if !letter || !self.is_borne_there(at) {
            return None;
        }
        let own = || {
            let before = self.letter_told_before(at)?;
            let from = (before + 1..at.min(before + 2 + ADJECTIVES)).find(|&i| self.is_from(&self.units[i]))?;
            self.only_party(from + 1)
        };
        let written = |&&(told, ..): &&(Predicate, Party, Party)| told == Predicate::WroteTo;
        let told = || self.memory.alike.iter().rev().find(written).map(|&(_, author, _)| author);
        own().or_else(told).map(|author| Parties::new(vec![author], 0.85, at + 1))
    }

    /// نقل رسالة, يحمل رسالة: whether a verb right before a letter says that it is brought.
    fn is_borne_there(&self, at: usize) -> bool {
        const NEAR: usize = 4;
        let bears = |unit: &Unit| unit.kind == Kind::Verb && unit.means(&self.knowledge.lexicon, Sense::Bears);
        self.units[at.saturating_sub(NEAR)..at].iter().rev().take_while(|unit| !unit.is_mark()).any(bears)
    }

    /// The letter that a verb with "in it" right behind it goes on about.
    fn letter_before(&self, at: usize) -> Option<usize> {
        let inside = |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        let there = self.lang == Lang::Ar && self.units.get(at + 1).is_some_and(inside);
        (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| there && !self.units[i].is_mark() && self.units[i].kind != Kind::Verb)
            .find(|&i| self.units[i].kind == Kind::Noun && self.tells(i, |told| told == Predicate::WroteTo))
    }
}

impl Sentence<'_> {
    /// Returns whether the verb before a letter from somebody says that it is brought: its subject gets no letter.
    pub(super) fn carries_letter(&self, at: usize, trigger: &Trigger) -> bool {
        const WORDS: usize = 4;
        let units = &self.clause.units[..at];
        let verb =
            units.iter().rev().take(WORDS).take_while(|unit| !unit.is_mark()).find(|unit| unit.kind == Kind::Verb);
        trigger.predicate == Some(Predicate::WroteTo)
            && verb.is_some_and(|verb| verb.means(&self.clause.knowledge.lexicon, Sense::Bears))
    }
}
