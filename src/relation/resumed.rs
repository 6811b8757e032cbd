//! A subject that the sentence or the one before has named: وأضاف, وأنه, "He also".

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Shape, Tense};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    pub(super) fn resumed(
        &self,
        at: usize,
        gender: Option<Gender>,
        number: Number,
        current: Option<&Parties>,
    ) -> Option<Parties> {
        let mut before = at.checked_sub(1)?;
        while before > 0
            && self.units[before].phrase().is_none()
            && self.units[before]
                .has(|class| matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Skip))
        {
            before -= 1;
        }
        if !self.units[before].resumes {
            return None;
        }
        if let Some(quoted) = self.quoted_source(before, gender) {
            return Some(Parties { end: at + 1, ..quoted });
        }
        if let Some(told) = self.told_further(at, before, gender, number) {
            return Some(told);
        }
        let mut found = self.carried(at, gender, number, current);
        // وأضاف أنه شكره: who goes on speaking tells what he did to the other of whom he spoke.
        if let Some(speaker) = current.filter(|speaker| speaker.carried && speaker.list == found.list)
            && self.acts_on_other(at, &found.list)
        {
            found.confidence = speaker.confidence.max(0.65);
        }
        // لكنه انتقد: who opens a sentence so is whom the one before was about, and nobody is left to be guessed.
        if found.list.len() == 1 && current.is_none() && self.opens_with_but(before) {
            found.confidence = found.confidence.max(0.75);
        }
        if found.is_empty()
            && let Some(body) = self.spoken_for(before, gender, number)
        {
            return Some(Parties { end: at + 1, ..body });
        }
        if let Some(topic) = self.told_of(at, before, gender, number)
            && (found.is_empty() || found.list.iter().all(|own| own.referent == topic.list[0].referent))
        {
            return Some(topic);
        }
        // أعلنت مصر والسودان أنهما وقعتا: a pronoun of two takes up the two named before.
        let several = number == Number::Dual && found.list.len() == 2 && self.lang == Lang::Ar;
        Some(Parties { carried: found.carried && !several, ..found })
    }

    /// لكنه, غير أنها: whether a word that sets against what was said, with a pronoun on it, opens the sentence.
    fn opens_with_but(&self, at: usize) -> bool {
        let unit = &self.units[at];
        self.lang == Lang::Ar && at == 0 && unit.phrase().is_none() && unit.is(Class::Adversative)
    }

    /// قال المتحدث باسم الحركة إنها تدين: the body or country for which a man speaks, where the pronoun on "that" is feminine.
    fn spoken_for(&self, that: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        const REACH: usize = 10;
        if self.lang == Lang::En || (gender, number) != (Some(Gender::Feminine), Number::Singular) {
            return None;
        }
        let verb = (that.saturating_sub(REACH)..that).rev().find(|&verb| self.units[verb].kind == Kind::Verb)?;
        let speaker =
            (verb + 1..that).find(|&at| self.unit_phrase(at).is_some_and(|phrase| phrase.office.is_some()))?;
        let phrase = self.unit_phrase(speaker)?;
        let entity = self.knowledge.gazetteer.get(phrase.of?);
        let spokesman = self.knowledge.gazetteer.offices().name(phrase.office?) == "spokesperson";
        let body = entity.kind == EntityKind::Organisation || spokesman && entity.kind == EntityKind::Country;
        let kind = if entity.kind == EntityKind::Country { PhraseKind::Country } else { PhraseKind::Body };
        let party = Party { referent: Referent::Known(phrase.of?), span: None, kind, gender };
        (body && self.is_saying(verb)).then(|| Parties::new(vec![party], 0.8, that))
    }

    /// نقلت الوكالة عن فلان قوله إنه: the person behind عن right before "that he", over the one word for
    /// what he said.
    fn quoted_source(&self, that: usize, gender: Option<Gender>) -> Option<Parties> {
        let about = self.knowledge.lexicon.preposition_id("عن");
        let source = |at: usize| {
            at > 0
                && self.units[at - 1].has(|class| matches!(class, Class::Prep(id) if Some(id) == about))
                && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Person && p.clitics == Clitics::NONE)
        };
        let last = that.checked_sub(1)?;
        let said = self.units[last].kind == Kind::Word && last > 0 && source(last - 1);
        let person = if said { last - 1 } else { last };
        let found = self.parties_of(person);
        let agreeing = found.len() == 1 && agrees(found[0], gender);
        (self.lang == Lang::Ar && said && agreeing).then(|| Parties::new(found, 0.9, that))
    }

    /// نقلت الوكالة عن فلان قوله خلال لقائه: who is quoted with what he said on the occasion that a noun of contact tells.
    pub(super) fn quoted_on_occasion(&self, noun: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let contact = self.units[noun].kind == Kind::Noun && self.tells(noun, |told| told.family() == Family::Contact);
        let opens =
            |&i: &usize| self.units[i].phrase().is_none() && (self.units[i].is(Class::Circumstance) || self.is_in(i));
        let occasion = (noun.saturating_sub(WORDS)..noun).rev().find(opens).filter(|_| contact)?;
        // عن وزير الخارجية فلان قوله, إلى فلان القول
        let said = occasion.checked_sub(1).filter(|&said| self.units[said].phrase().is_none() && said > 1)?;
        let word = self.units[said].is(Class::Everyday) || self.units[said].kind == Kind::Word;
        let who = said - 1;
        let source = who
            .checked_sub(1)
            .is_some_and(|before| ["عن", "إلى"].iter().any(|word| self.is_preposition_of(before, word)));
        let led = self.units[who].clitics.has(Clitics::LI) || source;
        let named = self.unit_phrase(who).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let found = self.parties_of(who);
        (word && led && named && found.len() == 1).then(|| Parties::new(found, 0.85, noun + 1))
    }

    /// وأضاف البيان أنه التقى, وقالت المصادر إنه سيلتقي, وذكر مكتبه في بيان أنه استقبل: the person whom the sentence before was about, where who
    /// tells of him is nobody whom the pronoun could mean.
    fn told_of(&self, at: usize, that: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        const REACH: usize = 8;
        let [person] = self.memory.subject.as_slice() else { return None };
        let him = (gender, number) == (Some(Gender::Masculine), Number::Singular) && agrees(*person, gender);
        if self.lang == Lang::En || !him || !self.is_human(person) || !self.tells_contact(at) {
            return None;
        }
        let verb = (that.saturating_sub(REACH)..that).rev().find(|&verb| self.units[verb].kind == Kind::Verb)?;
        let nobody = (verb + 1..that).all(|word| {
            self.unit_phrase(word).is_none_or(|phrase| matches!(phrase.kind, PhraseKind::Body | PhraseKind::Demonym))
        });
        let teller = &self.units[verb + 1];
        let feminine = self.units[verb].persons().iter().all(|&(_, gender, _)| gender == Some(Gender::Feminine));
        let thing = teller.is(Class::Document)
            || teller.kind == Kind::Word && self.shapes[verb + 1].suffix
            || teller.is(Class::Agent) && !teller.official;
        let told = verb + 1 < that && nobody && (feminine || teller.phrase().is_none() && thing);
        (told && self.is_saying(verb)).then(|| Parties { carried: true, ..Parties::new(vec![*person], 0.7, at + 1) })
    }

    /// شكره, طلب منه: whether the pronoun on a verb, or right behind it, is the other of those who met in the sentence before.
    pub(super) fn acts_on_other(&self, at: usize, own: &[Party]) -> bool {
        let on = self.units[at].verb().and_then(|(.., object)| object);
        let behind = || self.units.get(at + 1).and_then(|unit| unit.pronoun);
        on.or_else(behind).is_some_and(|pronoun| self.other_side(at, pronoun, own).is_some())
    }

    /// قالت الرئاسة إن غول سيزور دمشق. وأضافت أنه سيلتقي: the person of whom a body or somebody else told in the sentence before, where he who
    /// goes on speaking tells of a contact.
    fn told_further(&self, at: usize, that: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        let him = self.lang == Lang::Ar && (gender, number) == (Some(Gender::Masculine), Number::Singular);
        if !him || !self.tells_contact(at) {
            return None;
        }
        let future = || self.units[at].persons().iter().all(|&(tense, ..)| tense == Tense::Future);
        let person = match (self.memory.told.as_slice(), self.memory.ahead.as_slice()) {
            ([person], _) => *person,
            (_, [person]) if future() => *person,
            _ => return None,
        };
        let verb = self.units[..that].iter().rposition(|unit| unit.kind == Kind::Verb)?;
        let goes_on = self.subjects[verb].as_ref().is_some_and(|speaker| speaker.carried);
        (goes_on && self.is_saying(verb) && agrees(person, gender))
            .then(|| Parties { carried: true, ..Parties::new(vec![person], 0.7, at + 1) })
    }

    /// The subject of the verb before, or of the sentence before.
    pub(super) fn carried(
        &self,
        at: usize,
        gender: Option<Gender>,
        number: Number,
        current: Option<&Parties>,
    ) -> Parties {
        // التقى قنديل رئيس الوزراء واتفقا: two of whom the sentence has named only one as subject.
        if number == Number::Dual && self.lang == Lang::Ar && current.is_none_or(|found| found.list.len() < 2) {
            let two = self.people_before(at);
            if two.len() == 2 {
                // أما فلان وفلان فقد التقيا: of whom the sentence speaks.
                let topic = (0..at).rev().take_while(|&before| self.units[before].kind != Kind::Verb);
                let fronted = topic.into_iter().any(|before| self.units[before].is(Class::Topic));
                return Parties { carried: !fronted, ..Parties::new(two, 0.75, at + 1) };
            }
        }
        if number == Number::Singular
            && let Some(traveller) = self.traveller_of_noun(at, gender, current)
        {
            return Parties { carried: true, ..Parties::new(vec![traveller], 0.8, at + 1) };
        }
        if let Some(found) = current {
            // استقبله جنود استعادوا المدينة: one man is not "they".
            let one = self.lang == Lang::Ar
                && number == Number::Plural
                && gender.is_some()
                && matches!(found.list.as_slice(), [party] if party.kind == PhraseKind::Person);
            let fits = found.list.first().is_some_and(|&party| agrees(party, gender)) && !one || found.list.len() > 1;
            // ستطالب باريس ولندن الاتحاد برفع الحظر الذي يفرضه: two are not "he", in a relative clause that has a pronoun for what it is about.
            let resumes = || self.units[at].verb().is_some_and(|(.., object)| object.is_some());
            let he = self.lang == Lang::Ar && number == Number::Singular && gender == Some(Gender::Masculine);
            if he && found.list.len() > 1 && !found.group && resumes() && self.is_relative_verb(at) {
                return Parties { end: at + 1, opaque: true, ..Parties::default() };
            }
            if number == Number::Singular && found.list.len() > 1 && self.is_of_gathering_before(at) {
                return Parties { end: at + 1, opaque: true, ..Parties::default() };
            }
            let contrary = gender == Some(Gender::Masculine)
                && self.acts_as_feminine(found)
                && (found.list[0].kind == PhraseKind::Country || number == Number::Singular && self.speaks_before(at));
            // أما بوتين وأردوغان فقد اجتمعا: a dual takes up the two that the clause speaks of.
            let both = number == Number::Dual && found.list.len() == 2 && self.lang == Lang::Ar;
            if fits && !contrary && !found.opaque {
                let sure = if self.completes(at) { 1.0 } else { 0.85 };
                return Parties { carried: !both, confidence: found.confidence * sure, end: at + 1, ..found.clone() };
            }
            // قال بوتين "تحدثت مع أردوغان": in his own words "I" is spelt as "she".
            if gender == Some(Gender::Feminine) && self.speaks_of_himself(at, found) {
                return Parties { carried: true, confidence: found.confidence * 0.85, end: at + 1, ..found.clone() };
            }
            // زار ترمب بريطانيا حيث استقبلته الملكة واجتمع مع ماي: over a subject of the other gender.
            let single = |older: &&Parties| !older.is_empty() && !older.opaque && older.list.len() == 1;
            let mut agreeing = self.subjects.iter().flatten().rev().filter(single).filter(|older| {
                let feminine = contrary && self.acts_as_feminine(older);
                agrees(older.list[0], gender) && !feminine
            });
            let older = if one { None } else { agreeing.next() };
            if let Some(other) = self.she_of_pair(at, gender, number) {
                return other;
            }
            return match older {
                Some(older) if !found.opaque => {
                    Parties { carried: true, confidence: older.confidence * 0.8, end: at + 1, ..older.clone() }
                }
                _ => Parties { end: at + 1, opaque: found.opaque, ..Parties::default() },
            };
        }
        if let Some(found) = self.those_before(at, number).or_else(|| self.writer_before(at, gender, number)) {
            return found;
        }
        // قال فلان إن المبعوث سيتوجه إلى الرياض. وسيسافر بعد ذلك: who travels goes on, not who told it.
        if let [traveller] = self.memory.traveller.as_slice()
            && self.memory.travelling
            && number == Number::Singular
            && self.lang == Lang::Ar
            && (self.travels_by(at) || self.told_by_another(*traveller) && self.tells_contact(at))
            && agrees(*traveller, gender)
        {
            return Parties { carried: true, ..Parties::new(vec![*traveller], 0.7, at + 1) };
        }
        // أعلنت الرئاسة أن هولاند سيزور الجزائر. وسيلتقي: he of whom the body told, to whom the verb is masculine.
        if let [person] = self.memory.told.as_slice()
            && (number, gender) == (Number::Singular, Some(Gender::Masculine))
            && agrees(*person, gender)
            && self.tells_contact(at)
        {
            return Parties { carried: true, ..Parties::new(vec![*person], 0.65, at + 1) };
        }
        // قال المتحدث إن كيري سيجتمع مع عباس. كما سيلتقي: of what is ahead he goes on.
        if let [person] = self.memory.ahead.as_slice()
            && number == Number::Singular
            && agrees(*person, gender)
            && self.units[at].persons().iter().all(|&(tense, ..)| tense == Tense::Future)
            && self.tells_contact(at)
        {
            return Parties { carried: true, ..Parties::new(vec![*person], 0.65, at + 1) };
        }
        let fits = self.memory.subject.first().is_some_and(|&party| agrees(party, gender));
        if fits && number == Number::Singular && self.memory.subject.len() == 1 {
            return Parties { carried: true, ..Parties::new(self.memory.subject.clone(), 0.6, at + 1) };
        }
        self.she_of_pair(at, gender, number).unwrap_or(Parties { end: at + 1, ..Parties::default() })
    }

    /// سيعقد فلان وفلان قمة ثنائية تناقش الأزمة: whether a verb stands right behind a gathering without an article, or behind its adjective, so that
    /// it is the gathering of which it tells, and not those who hold it.
    fn is_of_gathering_before(&self, at: usize) -> bool {
        let free = self.lang == Lang::Ar && !self.units[at].clitics.has_conjunction();
        let gathering = |i: usize| {
            let unit = &self.units[i];
            unit.kind == Kind::Noun
                && !unit.is_definite_noun()
                && self.tells(i, |told| told.family() == Family::Contact)
        };
        let adjective = |i: usize| {
            self.units[i].kind == Kind::Word || self.units[i].phrase().is_none() && self.units[i].kind == Kind::Function
        };
        free && at > 1 && (gathering(at - 1) || adjective(at - 1) && gathering(at - 2))
    }

    /// تحدث السنيورة مع رايس. ووعدته: the woman of the two of the last contact, where a verb in the feminine has him as its object.
    fn she_of_pair(&self, at: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        let (.., pronoun) = self.units[at].verb()?;
        let feminine = (gender, number) == (Some(Gender::Feminine), Number::Singular) && self.lang == Lang::Ar;
        let (a, b) = self.memory.pair.filter(|_| feminine)?;
        let she = self.memory.named.iter().rev().find(|party| party.gender == Some(Gender::Feminine))?;
        let he = self.other_side(at, pronoun?, &[*she])?;
        let two = [a.referent, b.referent].contains(&she.referent) && he.gender != Some(Gender::Feminine);
        two.then(|| Parties { carried: true, ..Parties::new(vec![*she], 0.65, at + 1) })
    }

    /// وطالبا تركيا, وسيعقدون قمة: the two, or all at one table, of whom the sentence before told; a dual means nobody else.
    fn those_before(&self, at: usize, number: Number) -> Option<Parties> {
        let table = &self.memory.table;
        if self.lang == Lang::Ar
            && number == Number::Plural
            && table.len() > 2
            && self.memory.group.len() == table.len()
        {
            return Some(Parties::new(table.clone(), 0.75, at + 1));
        }
        let (a, b) = self.memory.pair.filter(|_| number != Number::Singular)?;
        // كلا من روسيا والجامعة كانتا قد اتفقتا: nor are they told before the verb.
        let opens = (0..at).all(|before| self.unit_phrase(before).is_none());
        let dual = |(.., number): &(Tense, Option<Gender>, Number)| *number == Number::Dual;
        let dual = self.lang == Lang::Ar && opens && self.units[at].persons().iter().any(dual);
        let confidence = if dual { 0.75 } else { 0.6 };
        Some(Parties { carried: !dual, ..Parties::new(vec![a, b], confidence, at + 1) })
    }

    /// تلقى كيتا برقية من هولاند. وهنأه فيها: in a letter he speaks who wrote it.
    fn writer_before(&self, at: usize, gender: Option<Gender>, number: Number) -> Option<Parties> {
        const REACH: usize = 4;
        let inside = self.knowledge.lexicon.preposition_id("في");
        let in_it = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(id) if Some(id) == inside))
        };
        let near = &self.units[at + 1..self.units.len().min(at + REACH)];
        let said = near.iter().take_while(|unit| unit.kind != Kind::Verb && !unit.is_stop()).any(in_it);
        let (writer, _) = self.memory.pair.filter(|_| self.lang == Lang::Ar && self.memory.remote && said)?;
        let one = number == Number::Singular && agrees(writer, gender);
        one.then(|| Parties { carried: true, ..Parties::new(vec![writer], 0.75, at + 1) })
    }

    /// وصول كيري إلى بيروت حيث أجرى محادثات, زيارة كيري إلى القاهرة قبل أن يتوجه إلى الرياض: whose journey the noun before a clause names that tells
    /// what he does there or then, where the verb before it is nobody's.
    fn traveller_of_noun(&self, at: usize, gender: Option<Gender>, current: Option<&Parties>) -> Option<Party> {
        const REACH: usize = 9;
        let opener = at.checked_sub(1).filter(|_| self.lang == Lang::Ar)?;
        let there = self.units[opener].is(Class::Where);
        let then = self.units[opener].has(|class| matches!(class, Class::Ahead | Class::Conj));
        // استقبل السيسي كيري قبل أن يتوجه: with a subject at hand he goes on.
        let free = there || then && current.is_none_or(Parties::is_empty);
        if !free || !(self.meets(at) || self.tells_contact(at)) {
            return None;
        }
        let clause = (opener.saturating_sub(REACH)..opener)
            .rev()
            .take_while(|&before| !self.units[before].is_stop() && self.units[before].kind != Kind::Verb);
        let journey = clause.into_iter().find(|&before| {
            self.units[before].kind == Kind::Noun && self.tells(before, |told| told == Predicate::Visited)
        })?;
        // أردوغان كانت زيارته الأولى للصين عام 2012، حيث التقى
        if let Some(topic) = self.topic_before_was(journey).filter(|topic| agrees(*topic, gender)) {
            return Some(topic);
        }
        match self.genitive(journey).list.as_slice() {
            [traveller] if traveller.kind == PhraseKind::Person && agrees(*traveller, gender) => Some(*traveller),
            _ => None,
        }
    }

    /// ونفى أن يكون قد التقى: whether أن right behind the verb before leads to a verb of its subject.
    fn completes(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let passes = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Qad | Class::Auxiliary | Class::Negation))
        };
        let first =
            (at.saturating_sub(WORDS)..at).rev().take_while(|&before| passes(&self.units[before])).last().unwrap_or(at);
        let that =
            first.checked_sub(1).filter(|&that| self.units[that].is(Class::Complement) && !self.units[that].resumes);
        self.lang == Lang::Ar && that.is_some_and(|that| that > 0 && self.units[that - 1].kind == Kind::Verb)
    }

    /// Returns whether the sentence before was about somebody else than this traveller: who told of his journey.
    fn told_by_another(&self, traveller: Party) -> bool {
        matches!(self.memory.subject.as_slice(), [teller] if teller.referent != traveller.referent)
    }

    /// يلتقي, يجري محادثات: whether a verb tells a contact, or carries a noun that may.
    pub(super) fn tells_contact(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.flags.light || trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact)
        })
    }

    /// أكد فلان أن الحكومة لن تستقيل، ووجه: whether a man stands before a verb, which is spelt like no noun, as who acts.
    fn speaks_before(&self, at: usize) -> bool {
        let verb = self.units[at].forms.iter().all(|form| matches!(form.shape, Shape::Verb { .. }));
        let man = |found: &Parties| match found.list.as_slice() {
            [party] => party.kind == PhraseKind::Person && agrees(*party, Some(Gender::Masculine)) && !found.opaque,
            _ => false,
        };
        verb && self.subjects[..at].iter().flatten().any(man)
    }

    /// أعلن فلان أن الجزائر ستمنح قرضا، وأنه سيزور تونس: whether the verb that a subject was found for says that it is feminine,
    /// where its name does not.
    pub(super) fn acts_as_feminine(&self, subject: &Parties) -> bool {
        let [party] = subject.list.as_slice() else { return false };
        let same = |found: &Parties| found.list.first().is_some_and(|other| other.referent == party.referent);
        let verb = (0..self.subjects.len()).rev().find(|&at| self.subjects[at].as_ref().is_some_and(same));
        let persons = verb.map(|verb| self.units[verb].persons()).unwrap_or_default();
        matches!(party.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent)
            && self.lang == Lang::Ar
            && !persons.is_empty()
            && persons.iter().all(|&(_, gender, _)| gender == Some(Gender::Feminine))
    }

    /// Returns whether a verb without a subject of its own stands in what a man is quoted as saying.
    pub(super) fn speaks_of_himself(&self, at: usize, speaker: &Parties) -> bool {
        let past = self.units[at].persons().iter().any(|&(tense, ..)| tense == Tense::Past);
        let [party] = speaker.list.as_slice() else { return false };
        let says = |verb: usize| {
            self.units[verb].kind == Kind::Verb
                && self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech)
        };
        let Some(speech) = (0..at).rev().find(|&verb| says(verb)) else { return false };
        let quoted = (speech + 1..=at).any(|inside| self.shapes[inside].quoted);
        let next = self.skip_adverbs(at + 1);
        let goes_on = self.units.get(next).is_some_and(|unit| {
            unit.is_preposition()
                || unit.clitics.has_preposition()
                || unit.has(|class| matches!(class, Class::PrepPronoun(_)))
                || self.unit_phrase(next).is_some_and(|p| p.kind == PhraseKind::Person && self.meets(at))
        });
        self.lang == Lang::Ar && past && quoted && goes_on && self.is_human(party)
    }
}
