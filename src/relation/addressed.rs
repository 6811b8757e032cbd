//! Whom a demand, a charge or thanks address, where who speaks was named before: وطالب الحكومة بـ, كما دعا إيران إلى.
//!
//! Behind a verb stands its subject or its object, and nothing on the word tells which. The verb agrees with its subject, and a demand
//! has whom it is made of.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Predicate, Pronoun, Slot};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// أدانت فرنسا القصف، ودعت موسكو إلى وقفه: whether the country behind a verb that goes on about another one is whom it asks,
    /// accuses or warns.
    pub(super) fn asks_of_next(&self, at: usize, next: &Parties, current: Option<&Parties>) -> bool {
        let addresses =
            |predicate| matches!(predicate, Predicate::DemandedOf | Predicate::Criticised | Predicate::Threatened);
        let takes_object = self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate.is_some_and(addresses) && trigger.object.contains(&Slot::Object)
        });
        let country = |party: &Party| matches!(party.kind, PhraseKind::Country | PhraseKind::Body);
        let Some([subject]) = current.map(|found| found.list.as_slice()) else { return false };
        if next.list.is_empty() {
            return false;
        }
        // أدان عباس القصف، وطالب مجلس الأمن بعقد جلسة: so does a person of a country or of those who govern.
        // ودعت مجلس الأمن والأمم المتحدة إلى التحرك: and of several each.
        let person = |object: &Party| {
            subject.kind == PhraseKind::Person && (object.kind == PhraseKind::Country || self.governs_us(object))
        };
        let whom = |object: &Party| country(subject) && country(object) || person(object);
        let several = next.list.len() > 1;
        let all = next.list.iter().all(|object| whom(object) && (!several || self.governs_us(object)));
        let about = current.is_some_and(|found| !found.opaque) && all;
        let complement = self.units.get(next.end).is_some_and(|unit| {
            unit.is_preposition() || unit.clitics.has_preposition() || self.shapes[next.end].preposition.is_some()
        });
        let land = self.country_of(subject.referent);
        let apart = next.list.iter().all(|object| self.country_of(object.referent) != land);
        self.lang == Lang::Ar && takes_object && about && apart && complement
    }

    /// وصل أردوغان إلى الدوحة وانتقد بوتين وماكرون: whether those behind a verb that goes on about somebody else are its objects, since it
    /// needs one and none follows them. Who threatens, warns or asks may do so without one: وهدد بوتين بالرد.
    pub(super) fn takes_all_behind(&self, at: usize, next: &Parties, subject: &Parties) -> bool {
        use Predicate::{Criticised, Hosted, Met, Praised, Rejected, Supported, Threatened, Visited};
        let [subject] = subject.list.as_slice() else { return false };
        let transitive =
            |told| matches!(told, Criticised | Hosted | Met | Praised | Rejected | Supported | Visited | Threatened);
        let takes_object = self.units[at].forms.iter().all(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate.is_some_and(transitive) && trigger.object.contains(&Slot::Object)
        });
        // واتهم بوتين وماكرون بالتصعيد
        let charge = |unit: &Unit| {
            self.tells(at, |told| told == Criticised)
                && unit.phrase().is_none()
                && (unit.clitics.has(Clitics::BI) || self.shapes[next.end].preposition == Some(Clitics::BI))
        };
        let ends = self.units.get(next.end).is_none_or(|unit| {
            unit.is_stop() || unit.kind == Kind::Verb && unit.clitics.has_conjunction() || charge(unit)
        });
        let apart = next.list.iter().all(|party| party.referent != subject.referent);
        self.lang == Lang::Ar && next.list.len() > 1 && takes_object && ends && apart
    }

    /// Returns whether a verb goes on with what somebody named before does: وانتقد, كما انتقد, حيث انتقد.
    pub(super) fn goes_on_with(&self, at: usize) -> bool {
        let joins = |class| matches!(class, Class::Conj | Class::Where);
        self.units[at].clitics.has_conjunction() || at > 0 && self.units[at - 1].has(joins)
    }

    /// اتهام الهند لها, انتقاد أوباما له: whether a preposition with a pronoun stands right behind whose stance a noun tells.
    pub(super) fn is_stance_to_him(&self, noun: usize, at: usize, doer: Option<&Parties>) -> bool {
        use Predicate::{Criticised, DemandedOf, Praised, Supported, Threatened};
        let stance = |told| matches!(told, Criticised | DemandedOf | Praised | Supported | Threatened);
        self.lang == Lang::Ar
            && self.units[noun].kind == Kind::Noun
            && self.tells(noun, stance)
            && doer.is_some_and(|doer| !doer.carried && doer.end == at && self.unit_phrase(at - 1).is_some())
    }

    /// زار كيري اليابان وأكد دعم واشنطن لها: the one country or body named before a unit in its sentence that is neither who does it nor
    /// acts there, where a pronoun of its gender means whom a stance is about.
    pub(super) fn sole_other(&self, at: usize, pronoun: Pronoun, doer: &Parties) -> Option<Parties> {
        if pronoun.speaks || pronoun.number != Number::Singular {
            return None;
        }
        let acts = |party: &Party| {
            let own = |other: &Parties| other.list.iter().any(|own| own.referent == party.referent);
            own(doer) || self.subjects[..at].iter().flatten().any(own)
        };
        let mut named = (0..at)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .filter(|&i| {
                self.unit_phrase(i).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body))
            })
            .flat_map(|i| self.parties_of(i))
            .filter(|party| !acts(party));
        let found = named.next().filter(|party| agrees(*party, pronoun.gender))?;
        named.all(|other| other.referent == found.referent).then(|| Parties::new(vec![found], 0.75, at + 1))
    }

    /// وأكد له دعمه, وعبر له عن تأييد بلاده: whether a pronoun to whom one tells it stands right before a noun of support that names nobody
    /// behind ل whom one supports.
    pub(super) fn is_told_to_somebody(&self, noun: usize) -> bool {
        let clear = |i: &usize| self.units[*i].phrase().is_none() && self.units[*i].is_preposition();
        let Some(before) = (noun.saturating_sub(2)..noun).rev().find(|i| !clear(i)) else { return false };
        let him = self.units[before].pronoun.is_some()
            && self.units[before].has(|class| matches!(class, Class::PrepPronoun(_)));
        let end = self.genitive(noun).end.max(noun + 1);
        let aimed = (noun + 1..self.units.len().min(end + 2))
            .any(|i| self.units[i].clitics.has(Clitics::LI) || self.shapes[i].preposition == Some(Clitics::LI));
        self.lang == Lang::Ar && him && !aimed
    }

    /// اتهمت واشنطن فلانا وفرضت عليه عقوبات: whom the same subject has just accused, warned or asked, where a pronoun before a noun means him.
    pub(super) fn addressed_by_same(&self, noun: usize) -> Option<Parties> {
        const WORDS: usize = 6;
        let low = noun.saturating_sub(WORDS);
        let word = (low..noun).rev().take_while(|&i| !self.units[i].is_mark()).find(|&i| {
            self.units[i].pronoun.is_some() && self.units[i].has(|class| matches!(class, Class::PrepPronoun(_)))
        })?;
        let pronoun = self.units[word].pronoun.filter(|_| self.lang == Lang::Ar)?;
        let verb = word.checked_sub(1).filter(|&verb| self.units[verb].kind == Kind::Verb)?;
        let doer = self.subjects[verb].as_ref().filter(|doer| doer.carried && doer.list.len() == 1)?;
        let before = (0..verb).rev().find(|&i| self.units[i].kind == Kind::Verb && self.subjects[i].is_some())?;
        let own = self.subjects[before].as_ref().filter(|own| own.list.len() == 1 && self.addresses(before))?;
        if own.list[0].referent != doer.list[0].referent {
            return None;
        }
        let object = self.object(own.end.max(before + 1), false);
        match object.list.as_slice() {
            [party] if party.referent != own.list[0].referent && agrees(*party, pronoun.gender) => {
                Some(Parties::new(vec![*party], 0.85, noun + 1))
            }
            _ => None,
        }
    }

    /// قدم الأمير في اتصال هاتفي تهانيه للرئيس, أعرب في اتصال عن دعمه لفلان: to whom the noun with the pronoun of who acts is addressed, right behind
    /// the noun that tells how.
    pub(super) fn addressed_by_noun(&self, verb: usize, manner: usize) -> Option<Parties> {
        const WORDS: usize = 2;
        let own = self.subjects[verb].as_ref().filter(|own| own.list.len() == 1 && !own.opaque)?;
        let comma = usize::from(self.units.get(manner + 1).is_some_and(Unit::is_comma));
        let first = self.skip_adverbs(manner + 1 + comma);
        let noun = first + usize::from(self.units.get(first).is_some_and(|_| self.is_preposition_of(first, "عن")));
        let unit = self.units.get(noun)?;
        let addresses = |told| matches!(told, Predicate::Praised | Predicate::Supported | Predicate::Promised);
        // نقل في اتصال هاتفي تعازيه للرئيس: a word that tells nothing by itself, too.
        let his = match unit.kind {
            Kind::Noun => {
                unit.owner().is_some_and(|owner| agrees(own.list[0], owner.gender)) && self.tells(noun, addresses)
            }
            Kind::Word => unit.clitics == Clitics::NONE && (self.shapes[noun].suffix || self.shapes[noun].article),
            _ => false,
        };
        let word = |at: &usize| self.units[*at].kind == Kind::Word && self.units[*at].clitics == Clitics::NONE;
        let behind = noun + 1 + (noun + 1..self.units.len()).take(WORDS).take_while(word).count();
        let addressee = self.unit_phrase(behind).is_some_and(|phrase| {
            phrase.clitics == Clitics::LI && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Counterpart)
        });
        let alone = (own.end.max(verb + 1)..manner).all(|i| self.unit_phrase(i).is_none());
        (self.lang == Lang::Ar && addressee && alone && his)
            .then(|| Parties { confidence: 0.8, ..self.list(behind) })
            .filter(|found| found.list.iter().all(|party| party.referent != own.list[0].referent))
    }

    /// Returns whether a party is a body of states, a government or what belongs to one.
    fn governs_us(&self, party: &Party) -> bool {
        match party.referent {
            Referent::Known(key) => matches!(
                self.knowledge.gazetteer.get(key).subkind,
                "igo" | "government" | "ministry" | "parliament" | "army" | "police"
            ),
            Referent::New(_) => false,
        }
    }

    /// قال لافروف إن الوضع خطير. وطالب الحكومة السورية بـ: whether a masculine verb that addresses somebody stands right before who is
    /// feminine and cannot be its subject.
    pub(super) fn addresses_next(&self, at: usize, next: usize, list: &Parties, gender: Option<Gender>) -> bool {
        let Some(first) = list.list.first() else { return false };
        let another = match first.kind {
            PhraseKind::Country => !agrees(*first, gender),
            PhraseKind::Body | PhraseKind::Agent if gender == Some(Gender::Masculine) => self.shapes[next].feminine,
            // وطالبت مجلس الأمن بـ
            PhraseKind::Body => gender == Some(Gender::Feminine) && self.shapes[next].council,
            _ => false,
        };
        self.lang == Lang::Ar && another && next == at + 1 && self.addresses(at) && self.has_complement(list.end)
    }

    /// Returns whether a verb demands something of its object, accuses, warns or praises it.
    fn addresses(&self, at: usize) -> bool {
        use Predicate::{Criticised, DemandedOf, Praised, Threatened};
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            matches!(trigger.predicate, Some(DemandedOf | Criticised | Threatened | Praised))
                && trigger.object.contains(&Slot::Object)
        })
    }

    /// Returns whether what is demanded, or why, stands at a unit: بـ, إلى, على, أن.
    fn has_complement(&self, at: usize) -> bool {
        let mut at = self.skip_adverbs(at);
        // يطالبه فيها بـ
        while self.units.get(at).is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)))) {
            at += 1;
        }
        self.units.get(at).is_some_and(|unit| {
            unit.is_preposition()
                || unit.clitics.has_preposition()
                || self.shapes[at].preposition.is_some()
                || self.shapes[at].opens_content
        })
    }

    /// قال إنه وعد مصر: whether "that he" stands right before a verb, so that it is one, and its subject is whom the pronoun means.
    pub(super) fn is_resumed(&self, at: usize) -> bool {
        self.lang == Lang::Ar && at > 0 && self.units[at].kind == Kind::Verb && self.units[at - 1].resumes
    }

    /// وطالب روسيا بـ, يطالبه بـ: whether a verb that may be spelt like a noun is clearly one, since it has an object and what is demanded
    /// of it.
    pub(super) fn demands_clearly(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let suffix = unit.verb().is_some_and(|(.., object)| object.is_some());
        let object = self.bare_party(at + 1) && !self.units[at + 1].clitics.has_conjunction();
        let end = if suffix || !object { at + 1 } else { self.list(at + 1).end };
        // قال إنه طالب روسيا بـ, كما طالب روسيا بـ, وقد دعا روسيا إلى: behind these stands no noun.
        let opened = self.is_resumed(at)
            || at > 0
                && self.units[at - 1].phrase().is_none()
                && self.units[at - 1].has(|c| matches!(c, Class::Conj | Class::Qad | Class::Negation | Class::Future))
                && !self.units[at - 1].is(Class::Relative);
        let verbal = suffix || unit.clitics.has_conjunction() || at < 2 || opened;
        self.lang == Lang::Ar
            && unit.kind == Kind::Verb
            && self.tells(at, |predicate| predicate == Predicate::DemandedOf)
            && (suffix || object || opened)
            && verbal
            && self.has_complement(end)
    }
}
