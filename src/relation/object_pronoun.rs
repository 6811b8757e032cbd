//! Whom the pronoun on a verb means that is its object: the antecedent of its relative, who was named before, or of whom an earlier sentence
//! told.

use super::clause::{Parties, Party, agrees};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Family, Predicate, Pronoun};
use crate::mention::{Mechanism, PhraseKind};

impl Sentence<'_> {
    /// الذي استقبله: the relative's antecedent; else the last person before the verb other than the subject.
    pub(super) fn object_pronoun(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Vec<Party> {
        let clause = self.clause;
        if clause.without.lacks(Mechanism::Pronouns) {
            return Vec::new();
        }
        if pronoun.speaks {
            return clause.speaker_acted_on(at, at, pronoun);
        }
        match pronoun.number {
            Number::Singular => {}
            Number::Dual if clause.relative_before(at).is_none() => return self.two_meant(at, pronoun, subject),
            _ => return Vec::new(),
        }
        if clause.tells(at, |told| told == Predicate::Visited)
            && let Some(land) = clause.land_said_visited(at)
        {
            return vec![land];
        }
        if let Some(antecedent) = self.antecedent_meant(at, pronoun, subject) {
            return antecedent;
        }
        if let Some(first) = clause.acted_on_as_first(at) {
            return vec![first];
        }
        if self.is_any_of_kind(at) {
            return Vec::new();
        }
        self.one_meant(at, pronoun, subject).into_iter().collect()
    }

    /// Which two a pronoun of two means.
    fn two_meant(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Vec<Party> {
        let two = self.two_before(at);
        let two = if two.is_empty() { self.two_acted_on(at, pronoun, subject) } else { two };
        let two = if two.is_empty() { self.two_of_last(at, subject) } else { two };
        if two.is_empty() { self.two_met(at, subject) } else { two }
    }

    /// التقى بوتين أردوغان وروحاني. وأطلعهما: the two with whom he had the last contact, where he goes on alone and nobody else is named.
    fn two_met(&self, at: usize, subject: &Parties) -> Vec<Party> {
        let memory = self.clause.memory;
        let person = |party: &Party| self.clause.is_human(party);
        let ([own], [a, b]) = (subject.list.as_slice(), memory.others.as_slice()) else { return Vec::new() };
        let another = |party: &Party| [own, a, b].iter().all(|known| known.referent != party.referent);
        let apart = memory.group.len() == 3
            && [a, b].iter().all(|party| party.referent != own.referent && person(party))
            && memory.group.iter().any(|party| party.referent == own.referent);
        let named = (0..at).any(|unit| {
            let who = self.clause.unit_phrase(unit).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
            who && self.clause.parties_of(unit).iter().any(another)
        });
        if self.reader.lang == Lang::Ar && apart && !named { vec![*a, *b] } else { Vec::new() }
    }

    /// التي تستضيفها مصر: the relative's own antecedent, or nobody where that is a thing; none where the pronoun is somebody else's.
    fn antecedent_meant(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Vec<Party>> {
        const NEAR: usize = 3;
        let clause = self.clause;
        let relative = clause.relative_before(at)?;
        let antecedent = (relative.saturating_sub(NEAR)..relative)
            .rev()
            .find(|&before| !clause.units[before].is_mark())
            .map(|before| clause.parties_of(before))
            .unwrap_or_default();
        // القمة الثالثة لمنظمة التعاون، التي تستضيفها: the meeting, not whose it is.
        let owned = |party: &Party| {
            party.kind == PhraseKind::Body
                && clause.phrases.iter().any(|p| Some(p.span) == party.span && p.clitics.has_preposition())
        };
        if self.reader.lang == Lang::Ar && antecedent.iter().any(owned) {
            return Some(Vec::new());
        }
        // الطائرة التي أقلته: "he" is not the plane, but somebody before.
        let own = clause.units[relative].pronoun.and_then(|own| own.gender);
        let another = own.is_some() && pronoun.gender.is_some() && own != pronoun.gender;
        // زيدان الذي وعده: the antecedent promises, "him" is somebody else.
        let acts = antecedent.iter().all(|party| subject.list.iter().any(|own| own.referent == party.referent));
        if another || acts && !antecedent.is_empty() {
            return None;
        }
        let fits = match antecedent.as_slice() {
            [party] => self.is_body_of_relative(at, relative, pronoun) || self.may_mean(pronoun, party),
            _ => false,
        };
        Some(if fits { antecedent } else { Vec::new() })
    }

    /// تنظيم القاعدة الذي تدعمه: whether a stance is about the body right before the relative; المؤتمر عن فلسطين الذي تستضيفه طوكيو: no country, which
    /// is spoken of as she.
    fn is_body_of_relative(&self, at: usize, relative: usize, pronoun: Pronoun) -> bool {
        let clause = self.clause;
        let stance = || {
            clause.units[at].forms.iter().any(|form| {
                let predicate = clause.knowledge.lexicon.trigger(form.trigger).predicate;
                predicate.is_some_and(|predicate| predicate.family() != Family::Contact)
            })
        };
        // حزب الله، الذي تدعمه إيران
        let apart = relative > 1 && clause.units[relative - 1].is_comma();
        let before = relative.checked_sub(1 + usize::from(apart)).and_then(|before| clause.unit_phrase(before));
        before.is_some_and(|phrase| phrase.kind == PhraseKind::Body)
            && clause.units[relative].pronoun.is_some_and(|own| own.gender == pronoun.gender)
            && stance()
    }

    /// Which one of those named before a pronoun of one means that no relative explains: of the sentence first, then of the one before.
    fn one_meant(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Party> {
        let clause = self.clause;
        let acts = |party: &Party| subject.list.iter().any(|own| own.referent == party.referent);
        // رسالة إلى حزب الله حذره فيها: who gets the letter.
        clause
            .written_to(at, pronoun.gender)
            .filter(|party| !acts(party))
            .or_else(|| clause.other_in_content(at, pronoun.gender, subject))
            .or_else(|| self.topic_meant(at, pronoun, subject))
            .or_else(|| self.acted_on_before(at, pronoun, subject))
            .or_else(|| self.named_before(at, pronoun, subject))
            // التقى عباس كيري. وأطلعه على: of the two of the sentence before, the one who does not go on acting.
            .or_else(|| clause.other_side(at, pronoun, &subject.list))
            .or_else(|| self.addressed_before(at, pronoun, subject))
            // هنأ الملك أوباما. كما هنأه ولي العهد: to whom somebody else did the same.
            .or_else(|| self.done_alike_before(at, pronoun, subject))
            .or_else(|| self.power_before(at, pronoun, subject))
            .or_else(|| match clause.memory.subject.as_slice() {
                [party] if self.may_be_meant(at, pronoun, subject, party) => Some(*party),
                _ => None,
            })
    }

    /// وصل بايدن إلى السعودية واستقبله: first whom the sentence is about.
    fn topic_meant(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Party> {
        let topic = self.clause.subjects[..at].iter().flatten().find(|found| !found.is_empty())?;
        let [party] = topic.list.as_slice() else { return None };
        let meant = party.kind == PhraseKind::Person
            && subject.list.iter().all(|own| own.referent != party.referent)
            && self.may_be_meant(at, pronoun, subject, party);
        meant.then_some(*party)
    }

    /// Whether somebody who acted before agrees with the pronoun; قال نتنياهو إن إسرائيل ستهاجمه: and is not struck by his own country.
    fn may_be_meant(&self, at: usize, pronoun: Pronoun, subject: &Parties, party: &Party) -> bool {
        let clause = self.clause;
        let own = || subject.list.iter().any(|by| clause.country_of(party.referent) == Some(by.referent));
        agrees(*party, pronoun.gender) && !(own() && clause.tells(at, |told| told.family() == Family::Conflict))
    }

    /// The last one named before the verb whom the pronoun may mean.
    fn named_before(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Party> {
        let clause = self.clause;
        (0..at).rev().find_map(|before| {
            let phrase = clause.unit_phrase(before)?;
            // هاجم الحزب اللجنة وطالبها: of a demand or charge a body is spoken of as she, too.
            // انتقدتها محكمة: not where somebody acts whom the text does not name.
            let body = || {
                phrase.kind == PhraseKind::Body
                    && pronoun.gender == Some(Gender::Feminine)
                    && self.addresses_party(at)
                    && (!subject.carried || clause.goes_on_without_subject(at))
            };
            if !matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country) && !body() {
                return None;
            }
            let parties = clause.parties_of(before);
            let [party] = parties.as_slice() else { return None };
            let own = subject.list.iter().any(|own| own.referent == party.referent);
            (!own && self.may_mean(pronoun, party)).then_some(*party)
        })
    }

    /// تحدث نصر الله عن إيران. وشكرها: the one country or body that the sentence before named beside a man who goes on acting.
    pub(super) fn power_before(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Party> {
        let clause = self.clause;
        let [own] = subject.list.as_slice() else { return None };
        let [power] = clause.memory.powers.as_slice() else { return None };
        let stance = self.addresses_party(at) || clause.tells(at, |told| told == Predicate::Praised);
        let his = clause.country_of(own.referent) == Some(power.referent);
        let goes_on = subject.carried && clause.is_human(own) && pronoun.gender == Some(Gender::Feminine);
        (stance && goes_on && !his && self.may_mean(pronoun, power)).then_some(*power)
    }

    /// اتهم كيري روسيا بكذا. كما هددها: the one to whom the same subject said something in the sentence before.
    pub(super) fn addressed_before(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Party> {
        let memory = self.clause.memory;
        let same = subject.carried
            && matches!((subject.list.as_slice(), memory.subject.as_slice()), ([a], [b]) if a.referent == b.referent);
        // كما أطلعه على نتائج القمة
        let speaks = || self.clause.tells(at, |told| matches!(told, Predicate::Praised | Predicate::Briefed));
        if !same || !self.addresses_party(at) && !speaks() {
            return None;
        }
        let mut fitting = memory.addressed.iter().filter(|party| self.may_mean(pronoun, party));
        fitting.next().copied().filter(|_| fitting.next().is_none())
    }

    /// حذر الاتحاد أنقرة من عملية في سوريا، ودعاها: to whom the same subject said something right before.
    fn acted_on_before(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Party> {
        let clause = self.clause;
        if !subject.carried || !self.addresses_party(at) {
            return None;
        }
        let verb =
            (0..at).rev().find(|&verb| clause.units[verb].kind == Kind::Verb && clause.subjects[verb].is_some())?;
        let own = clause.subjects[verb].as_ref().filter(|_| self.addresses_party(verb))?;
        let same = own.list.len() == 1 && subject.list.iter().any(|party| party.referent == own.list[0].referent);
        // انتقد الهجوم التركي وطالبها: whose deed it is that the verb before judges.
        let from = own.end.max(verb + 1);
        let object = same.then(|| clause.object(from, false))?;
        let object = if object.is_empty() { clause.object(from, true) } else { object };
        match object.list.as_slice() {
            [party] if party.referent != own.list[0].referent && self.may_mean(pronoun, party) => Some(*party),
            _ => None,
        }
    }

    /// Returns whether a verb tells a demand, a charge or a threat, and no contact.
    fn addresses_party(&self, at: usize) -> bool {
        self.reader.lang == Lang::Ar
            && self
                .clause
                .tells(at, |told| matches!(told, Predicate::DemandedOf | Predicate::Criticised | Predicate::Threatened))
    }

    /// نددت فرنسا وبريطانيا بالقرار، واتهمتهما روسيا: the two who were the subject of a verb before.
    fn two_before(&self, at: usize) -> Vec<Party> {
        let subjects = self.clause.subjects[..at].iter().rev().flatten();
        let two = subjects.into_iter().find(|found| !found.is_empty()).filter(|found| found.list.len() == 2);
        two.map(|found| found.list.clone()).unwrap_or_default()
    }

    /// التقى كيري عباس ونتنياهو، وطالبهما: the two to whom the subject has just done something.
    fn two_acted_on(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Vec<Party> {
        let found = self.clause.another(at, pronoun, &subject.list);
        if subject.carried && subject.list.len() == 1 && found.len() == 2 { found } else { Vec::new() }
    }

    /// وصل فلان وفلان. واستقبلهما الرئيس: the two of whom the sentence before told, where this one names nobody before the verb.
    fn two_of_last(&self, at: usize, subject: &Parties) -> Vec<Party> {
        let clause = self.clause;
        let named = |unit: usize| {
            clause
                .unit_phrase(unit)
                .is_some_and(|phrase| !matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Place))
        };
        match clause.memory.subject.as_slice() {
            two @ [a, b]
                if self.reader.lang == Lang::Ar
                    && !subject.carried
                    && !(0..at).any(named)
                    && [a, b].iter().all(|party| {
                        clause.is_human(party) && subject.list.iter().all(|own| own.referent != party.referent)
                    }) =>
            {
                two.to_vec()
            }
            _ => Vec::new(),
        }
    }

    /// Returns whether an object suffix may mean a party: in Arabic "him" is no country and no body.
    pub(super) fn may_mean(&self, pronoun: Pronoun, party: &Party) -> bool {
        let country = self.reader.lang == Lang::Ar
            && pronoun.gender == Some(Gender::Masculine)
            && matches!(party.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body);
        !country && agrees(*party, pronoun.gender)
    }
}
