//! The object of a verb: behind it, as a suffix, or the ground that is taken.

use super::clause::{Parties, Party};
use super::other_side;
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Sense, Shape, Slot, Trigger};
use crate::mention::{Mechanism, Phrase, PhraseKind};
use crate::text::Clitics;
use crate::text::fold::{ALEF, YEH};

impl Sentence<'_> {
    pub(super) fn object(&self, at: usize, trigger: &Trigger, shape: Shape, subject: Option<&Parties>) -> Parties {
        let clause = self.clause;
        let predicate = trigger.predicate.unwrap_or(Predicate::CoOccurs);
        if let Shape::Verb { object: Some(_), .. } = shape
            && self.is_thing(at, predicate)
        {
            let taken = predicate == Predicate::Seized;
            let doer = clause.subjects[at].as_ref().filter(|found| !found.carried).map_or(0, |found| found.end);
            return match taken {
                true => self.ground(at, doer.max(at + 1)),
                false => Some(self.maker_before(at, predicate, shape))
                    .filter(|made| !made.is_empty())
                    .or_else(|| self.proposer(at, predicate, shape))
                    .unwrap_or_default(),
            };
        }
        if let Shape::Verb { object: Some(pronoun), .. } = shape {
            let subject = clause.subjects[at].clone().unwrap_or_default();
            // قال إنهما هدداه: which two the clause before means is open.
            if subject.carried && matches!(shape, Shape::Verb { number: Number::Dual, .. }) {
                return Parties::default();
            }
            let list: Vec<Party> = self
                .object_pronoun(at, pronoun, &subject)
                .into_iter()
                .filter(|party| subject.list.iter().all(|own| own.referent != party.referent))
                .collect();
            if list.is_empty() {
                return self.maker_before(at, predicate, shape);
            }
            // كما هددها: whom the same subject has just accused.
            // التقى عباس كيري. وحثه: the other of the two who met.
            let known = [
                self.addressed_before(at, pronoun, &subject),
                clause.other_side(at, pronoun, &subject.list),
                self.power_before(at, pronoun, &subject),
            ];
            let sure = |known: &Party| list.iter().all(|party| party.referent == known.referent);
            let confidence = if known.iter().flatten().any(sure) { other_side::SURE } else { 0.75 };
            return Parties { list, confidence, end: at + 1, ..Parties::default() };
        }
        // أوفدت تركيا وزيرها: who sends somebody is no place to go to.
        if trigger.is_journey()
            && self.reader.lang == Lang::Ar
            && trigger.subject != [Slot::Object]
            && let Some(place) = clause.place_first(at)
        {
            return place;
        }
        if trigger.subject.contains(&Slot::Traveller) {
            return clause.legs(at);
        }
        if predicate == Predicate::Called
            && let Some(found) = clause.called_to(at)
        {
            return found;
        }
        // "helped mediate the swap", "would help topple Assad": what one helps to be done, which is told for itself.
        let done = |at: usize| {
            clause.units.get(at).is_some_and(|unit| {
                unit.kind == Kind::Verb && unit.may_be_base()
                    || unit.kind == Kind::Word && !unit.determined && !clause.shapes[at].plural
            })
        };
        if self.reader.lang == Lang::En && trigger.flags.sense == Some(Sense::Lets) && done(at + 1) {
            return Parties::default();
        }
        // رفضها المقترح الإسرائيلي: the object of a verbal noun stands behind whose deed it is.
        let owner = subject.filter(|_| clause.units[at].kind == Kind::Noun);
        let subject = owner.or(clause.subjects[at].as_ref()).filter(|subject| !subject.carried);
        let from = subject.map_or(at + 1, |s| s.end.max(at + 1));
        let from = if trigger.is_journey() { clause.past_adjective(from) } else { from };
        let from = from + usize::from(subject.is_some_and(|own| own.list.len() > 1) && clause.is_of_those_before(from));
        let from = clause.past_relative(from).filter(|_| self.reader.lang == Lang::Ar).unwrap_or(from);
        // زيارة كيري هي جولة استماع: a pronoun of its own is the subject of what follows.
        // إياه alone is an object.
        let accusative = || self.tokens.form(&self.tokens.tokens[clause.units[from].start]).starts_with(&[ALEF, YEH]);
        let apart = |phrase: &Phrase| phrase.kind == PhraseKind::Pronoun && !accusative();
        if self.reader.lang == Lang::Ar && clause.unit_phrase(from).is_some_and(apart) {
            return Parties::default();
        }
        let stance = predicate.family() != Family::Contact && predicate != Predicate::CoOccurs;
        let from = if stance { clause.past_parting_comma(clause.past_own_country(from)) } else { from };
        let from = if predicate == Predicate::Attacked && subject.is_some() { clause.past_weapon(from) } else { from };
        let from = match predicate {
            Predicate::Attacked | Predicate::Seized => self.past_quantity(from),
            _ => from,
        };
        let from = clause.past_amount(from);
        if predicate == Predicate::Criticised
            && let Some(agent) = clause.agent_of_deed(from, None)
        {
            return agent;
        }
        // قال بوروشينكو إن روسيا هاجمت بلاده
        let doer = subject.or(clause.subjects[at].as_ref());
        let mut found = self
            .own_country(from, predicate)
            .or_else(|| clause.own_land_object(at, from, doer))
            .unwrap_or_else(|| clause.object(from, stance));
        clause.go_on_in_headline(at, &mut found);
        clause.go_on_with_next_charge(at, &mut found);
        let found = match predicate {
            Predicate::DemandedOf if self.reader.lang == Lang::Ar => clause.with_others_asked(from, found),
            _ => found,
        };
        // "dismissed his finance minister": a man who loses his office, and whose word is not rejected.
        let sacked = trigger.flags.sense == Some(Sense::Sacks)
            && (clause.bare_party(from) || clause.named_behind_owner(from).is_some())
            && found.list.iter().all(|party| clause.is_human(party));
        if sacked && !found.is_empty() {
            return Parties::default();
        }
        // رفض لقاء نتنياهو: to refuse a meeting is not to reject what the other wants; قتل المصريين: who suffers is not blamed.
        let arabic = self.reader.lang == Lang::Ar;
        let rejected = arabic && predicate == Predicate::Rejected;
        if rejected && (clause.passes_contact(from, found.end) || clause.passes_blame(from, found.end))
            || arabic && predicate == Predicate::Criticised && clause.suffers(from, &found)
        {
            return Parties::default();
        }
        // دعم عباس في أعقاب سيطرة حماس: whom a circumstance names suffers nothing of it.
        // دعم لبنان في مواجهة العدوان الإسرائيلي: nor whom a preposition on the way governs.
        let circumstance = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Circumstance | Class::Prep(_)))
        };
        if arabic && owner.is_some() && clause.units[from.min(found.end)..found.end].iter().any(circumstance) {
            return Parties::default();
        }
        if !found.is_empty() || found.opaque && arabic {
            return found;
        }
        if arabic && predicate == Predicate::Attacked && subject.is_some() {
            // هاجم معسكرا للجيش المصري, اغتال قياديا في حماس: whose the thing or the man is.
            return Some(clause.killed_one(from)).filter(|found| !found.is_empty()).unwrap_or_else(|| {
                let theirs = |party: &Party| matches!(party.kind, PhraseKind::Body | PhraseKind::Agent);
                let thing = clause.owner_of_thing(from, 0);
                thing.filter(|found| found.list.iter().all(theirs)).unwrap_or_default()
            });
        }
        let forceful = matches!(predicate, Predicate::Attacked | Predicate::Seized | Predicate::Sanctioned);
        if arabic && stance && !forceful && subject.is_some() {
            let later = clause.past_circumstance(from);
            let later = if later > from { later } else { clause.past_descriptions(from) };
            let found = if later > from { clause.object(later, true) } else { Parties::default() };
            if !found.is_empty() {
                return found;
            }
        }
        let judged = matches!(
            predicate,
            Predicate::Praised | Predicate::Criticised | Predicate::Rejected | Predicate::Supported
        );
        if arabic
            && predicate == Predicate::Supported
            && let Some(found) = clause.backed_in(from, None)
        {
            return found;
        }
        match arabic {
            // أدان الهجوم الذي شنته روسيا: an attack by force, though one may attack by words.
            true if judged
                && (predicate == Predicate::Criticised
                    || !clause.passes_blame(from, from + 2)
                    || clause.tells(from.min(clause.units.len() - 1), |told| told == Predicate::Attacked)) =>
            {
                // رفض المجلس مشروع قرار أعدته روسيا
                let draft = || {
                    // رفض المجلس، اليوم السبت، مشروع قرار
                    let thing = clause.skip_adverbials(from);
                    let unit = clause.units.get(thing).filter(|unit| unit.phrase().is_none())?;
                    unit.is(Class::Conduct).then(|| clause.draft_at(thing))?
                };
                Some(clause.deed_in_clause(from))
                    .filter(|made| !made.is_empty())
                    .or_else(draft)
                    .or_else(|| clause.ruler_where(from).filter(|_| predicate == Predicate::Criticised))
                    .or_else(|| Some(clause.maker_of_conduct(at, from)).filter(|made| !made.is_empty()))
                    .or_else(|| clause.doer_of_favour(from, subject?).filter(|_| predicate == Predicate::Praised))
                    .unwrap_or_default()
            }
            true => found,
            false if judged => Some(clause.maker_in_relative(from))
                .filter(|made| !made.is_empty())
                .or_else(|| Some(clause.relative_object(at)).filter(|found| !found.is_empty()))
                .unwrap_or_else(|| clause.owner_of_relative(at)),
            false => Some(clause.relative_object(at))
                .filter(|found| !found.is_empty() || predicate != Predicate::DemandedOf)
                .unwrap_or_else(|| clause.called_to_demand(at)),
        }
    }

    /// فيما استنكرته موسكو: whose the thing is that the suffix of a verb of stance means.
    fn maker_before(&self, at: usize, predicate: Predicate, shape: Shape) -> Parties {
        let Shape::Verb { object: Some(pronoun), .. } = shape else { return Parties::default() };
        let stance = matches!(
            predicate,
            Predicate::Rejected | Predicate::Supported | Predicate::Criticised | Predicate::Praised
        );
        if stance { self.clause.maker_before(at, pronoun.gender) } else { Parties::default() }
    }

    /// دعا مرسي إلى الحوار، وأيده حزب النور: "him" or "it" is who acts in the clause before, or what he proposes.
    fn proposer(&self, at: usize, predicate: Predicate, shape: Shape) -> Option<Parties> {
        let Shape::Verb { object: Some(pronoun), .. } = shape else { return None };
        let gender = pronoun.gender.filter(|_| pronoun.number == Number::Singular)?;
        let clause = self.clause;
        let backed = matches!(predicate, Predicate::Supported | Predicate::Rejected);
        let own = clause.subjects[at].as_ref().is_some_and(|found| !found.carried);
        // ما يرفضه الحزب, برنامج تدعمه أمريكا, ودعمه لسوريا: not of a thing in the clause, and of no noun that is spelt so.
        let unit = &clause.units[at];
        let joins = unit.clitics.has_conjunction() || at > 0 && clause.units[at - 1].is(Class::Circumstance);
        let whose = clause.units.get(at + 1).is_some_and(|next| {
            next.clitics.has(Clitics::LI) || clause.shapes[at + 1].preposition == Some(Clitics::LI)
        });
        let own = own && joins && !whose && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { .. }));
        // اتفاق كشف عنه أردوغان وتدعمه واشنطن: nor of the thing that the clause before speaks of by a pronoun.
        let clause_of_thing =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        let own = own && !clause_of_thing.is_some_and(|verb| clause.is_about_bare_thing(verb));
        let found =
            (backed && own && clause.relative_before(at).is_none()).then(|| clause.other_actor(at, gender))??;
        Some(Parties { end: at + 1, carried: false, ..found })
    }

    /// التي سيطرت عليها, التي استعاد السيطرة عليها: the verb of a relative clause that says of the ground before it, by a preposition with a
    /// pronoun right behind a word of taking, that it was taken.
    pub(super) fn resumes_ground(&self, at: usize, trigger: &Trigger) -> Option<usize> {
        const NEAR: usize = 4;
        let units = self.clause.units;
        let resumed = self.reader.lang == Lang::Ar
            && trigger.predicate == Some(Predicate::Seized)
            && units.get(at + 1).is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))));
        if !resumed {
            return None;
        }
        let verb = match units[at].kind {
            Kind::Verb => at,
            Kind::Noun => (at.saturating_sub(NEAR)..at)
                .rev()
                .take_while(|&before| !units[before].is_mark())
                .find(|&before| units[before].kind == Kind::Verb)?,
            _ => return None,
        };
        self.clause.relative_before(verb).map(|_| verb)
    }

    /// سيطر الجيش على حلب بعدما كانت تسيطر عليها داعش: the place named last before a word of taking that has it as a pronoun.
    pub(super) fn ground_before(&self, at: usize, trigger: &Trigger) -> Option<Parties> {
        let clause = self.clause;
        let pronoun =
            clause.units.get(at + 1).filter(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))))?;
        let feminine = pronoun
            .pronoun
            .is_some_and(|pronoun| pronoun.gender == Some(Gender::Feminine) && pronoun.number == Number::Singular);
        let taken = self.reader.lang == Lang::Ar && trigger.predicate == Some(Predicate::Seized);
        // مناطق تسيطر عليها المعارضة: what stands bare before the verb is the ground.
        let own = match clause.units[at].kind {
            Kind::Verb => at.checked_sub(1).is_some_and(|before| {
                clause.unit_phrase(before).is_some() || clause.units[before].is(Class::Auxiliary)
            }),
            _ => clause.units[at].owner().is_some(),
        };
        if !taken || !feminine || !own || clause.relative_before(at).is_some() {
            return None;
        }
        let place = (0..at)
            .rev()
            .take_while(|&i| !clause.units[i].is_stop())
            .find(|&i| clause.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Place))?;
        Some(Parties::new(clause.parties_of(place), 0.75, at + 2)).filter(|found| found.list.len() == 1)
    }

    /// الأراضي التي احتلتها في لبنان: where the ground is that a relative clause says was taken, told from a unit on.
    pub(super) fn ground(&self, at: usize, from: usize) -> Parties {
        let clause = self.clause;
        let land = clause
            .relative_before(at)
            .and_then(|relative| relative.checked_sub(1))
            .is_some_and(|noun| clause.units[noun].has(|class| matches!(class, Class::Land | Class::PlaceHead)));
        let inside = from < clause.units.len() && clause.is_in(from);
        let found = if land && inside { clause.governed(from, false) } else { None };
        found.map(|found| Parties { confidence: 0.8, ..found }).unwrap_or_default()
    }

    /// الأمر الذي ترفضه موسكو, فرفضته: what is refused, backed or taken is more often a thing than the party named last.
    pub(super) fn is_thing(&self, at: usize, predicate: Predicate) -> bool {
        let units = self.clause.units;
        if self.reader.lang != Lang::Ar || predicate.family() == Family::Contact {
            return false;
        }
        match self.clause.relative_before(at) {
            // حزب الله، الذي تدعمه إيران
            Some(relative) => {
                let apart = usize::from(relative > 1 && units[relative - 1].is_comma());
                relative.checked_sub(1 + apart).is_none_or(|noun| units[noun].phrase().is_none())
            }
            None => matches!(
                predicate,
                Predicate::Rejected | Predicate::Supported | Predicate::Attacked | Predicate::Seized
            ),
        }
    }

    /// في كل دولة يزورها, أول مسؤول يلتقيه: whether a verb without a relative describes an indefinite noun that nothing names.
    fn is_any_of_kind(&self, at: usize) -> bool {
        let units = self.clause.units;
        let noun = at.checked_sub(1).filter(|&noun| {
            matches!(units[noun].kind, Kind::Word | Kind::Function)
                && units[noun].phrase().is_none()
                && !self.clause.shapes[noun].article
                && !self.clause.shapes[noun].suffix
        });
        let quantified = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Each | Class::First | Class::TimeHead))
        };
        self.reader.lang == Lang::Ar
            && units[at].clitics == Clitics::NONE
            && noun.is_some_and(|noun| noun > 0 && quantified(&units[noun - 1]))
    }

    /// الذي استقبله: the relative's antecedent; else the last person before the verb other than the subject.
    pub(super) fn object_pronoun(&self, at: usize, pronoun: crate::lexicon::Pronoun, subject: &Parties) -> Vec<Party> {
        let clause = self.clause;
        if clause.without.lacks(Mechanism::Pronouns) {
            return Vec::new();
        }
        if pronoun.speaks {
            return clause.speaker_acted_on(at, at, pronoun);
        }
        if pronoun.number == Number::Dual && clause.relative_before(at).is_none() {
            let two = self.two_before(at);
            let two = if two.is_empty() { self.two_acted_on(at, pronoun, subject) } else { two };
            return if two.is_empty() { self.two_of_last(at, subject) } else { two };
        }
        if pronoun.number != Number::Singular {
            return Vec::new();
        }
        if clause.tells(at, |told| told == Predicate::Visited)
            && let Some(land) = clause.land_said_visited(at)
        {
            return vec![land];
        }
        // التي تستضيفها مصر: the pronoun is the relative's own antecedent.
        if let Some(relative) = clause.relative_before(at) {
            let antecedent = (relative.saturating_sub(3)..relative)
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
                return Vec::new();
            }
            // الطائرة التي أقلته: "he" is not the plane, but somebody before.
            let own = clause.units[relative].pronoun;
            let another =
                own.is_some_and(|own| own.gender.is_some() && pronoun.gender.is_some() && own.gender != pronoun.gender);
            // زيدان الذي وعده: the antecedent promises, "him" is somebody else.
            let acts = antecedent.iter().all(|party| subject.list.iter().any(|own| own.referent == party.referent));
            if !another && (!acts || antecedent.is_empty()) {
                // المؤتمر عن فلسطين الذي تستضيفه طوكيو: a country is spoken of as she.
                // تنظيم القاعدة الذي تدعمه: a body right before the relative is what it means.
                let stance = clause.units[at].forms.iter().any(|form| {
                    let predicate = clause.knowledge.lexicon.trigger(form.trigger).predicate;
                    predicate.is_some_and(|predicate| predicate.family() != Family::Contact)
                });
                // حزب الله، الذي تدعمه إيران
                let apart = relative > 1 && clause.units[relative - 1].is_comma();
                let near = stance
                    && relative > 0
                    && clause
                        .unit_phrase(relative - 1 - usize::from(apart))
                        .is_some_and(|phrase| phrase.kind == PhraseKind::Body)
                    && own.is_some_and(|own| own.gender == pronoun.gender);
                let fits = antecedent.len() == 1 && (near || self.may_mean(pronoun, &antecedent[0]));
                return if fits { antecedent } else { Vec::new() };
            }
        }
        if self.is_any_of_kind(at) {
            return Vec::new();
        }
        // رسالة إلى حزب الله حذره فيها: who gets the letter.
        if let Some(party) = clause.written_to(at, pronoun.gender)
            && subject.list.iter().all(|own| own.referent != party.referent)
        {
            return vec![party];
        }
        // قال نتنياهو إن إسرائيل ستهاجمه: not his own country.
        let own = |party: &Party| subject.list.iter().any(|by| clause.country_of(party.referent) == Some(by.referent));
        let deed = || clause.tells(at, |told| told.family() == Family::Conflict);
        if let Some(party) = clause.other_in_content(at, pronoun.gender, subject) {
            return vec![party];
        }
        // وصل بايدن إلى السعودية واستقبله: first whom the sentence is about.
        let topic = clause.subjects[..at].iter().flatten().find(|found| !found.is_empty());
        if let Some([party]) = topic.map(|found| found.list.as_slice())
            && party.kind == PhraseKind::Person
            && subject.list.iter().all(|own| own.referent != party.referent)
            && super::clause::agrees(*party, pronoun.gender)
            && !(own(party) && deed())
        {
            return vec![*party];
        }
        if let Some(party) = self.acted_on_before(at, pronoun, subject) {
            return vec![party];
        }
        let other = (0..at).rev().find_map(|before| {
            let parties = clause.parties_of(before);
            let phrase = clause.units[before].phrase().map(|index| &clause.phrases[index])?;
            // هاجم الحزب اللجنة وطالبها: of a demand or charge a body is spoken of as she, too.
            // انتقدتها محكمة: not where somebody acts whom the text does not name.
            let body = phrase.kind == PhraseKind::Body
                && pronoun.gender == Some(Gender::Feminine)
                && self.addresses_party(at)
                && (!subject.carried || clause.goes_on_without_subject(at));
            if !(body || matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country)) || parties.len() != 1 {
                return None;
            }
            let party = parties[0];
            let own = subject.list.iter().any(|own| own.referent == party.referent);
            (!own && self.may_mean(pronoun, &party)).then_some(party)
        });
        if let Some(party) = other {
            return vec![party];
        }
        // التقى عباس كيري. وأطلعه على: of the two of the sentence before, the one who does not go on acting.
        if let Some(party) = clause.other_side(at, pronoun, &subject.list) {
            return vec![party];
        }
        if let Some(party) = self.addressed_before(at, pronoun, subject) {
            return vec![party];
        }
        // هنأ الملك أوباما. كما هنأه ولي العهد: to whom somebody else did the same.
        if let Some(party) = self.done_alike_before(at, pronoun, subject) {
            return vec![party];
        }
        if let Some(party) = self.power_before(at, pronoun, subject) {
            return vec![party];
        }
        match clause.memory.subject.as_slice() {
            [party] if own(party) && deed() => Vec::new(),
            [party] if super::clause::agrees(*party, pronoun.gender) => vec![*party],
            _ => Vec::new(),
        }
    }

    /// تحدث نصر الله عن إيران. وشكرها: the one country or body that the sentence before named beside a man who goes on acting.
    fn power_before(&self, at: usize, pronoun: crate::lexicon::Pronoun, subject: &Parties) -> Option<Party> {
        let clause = self.clause;
        let [own] = subject.list.as_slice() else { return None };
        let [power] = clause.memory.powers.as_slice() else { return None };
        let stance = self.addresses_party(at) || clause.tells(at, |told| told == Predicate::Praised);
        let his = clause.country_of(own.referent) == Some(power.referent);
        let goes_on = subject.carried && clause.is_human(own) && pronoun.gender == Some(Gender::Feminine);
        (stance && goes_on && !his && self.may_mean(pronoun, power)).then_some(*power)
    }

    /// اتهم كيري روسيا بكذا. كما هددها: the one to whom the same subject said something in the sentence before.
    fn addressed_before(&self, at: usize, pronoun: crate::lexicon::Pronoun, subject: &Parties) -> Option<Party> {
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
    fn acted_on_before(&self, at: usize, pronoun: crate::lexicon::Pronoun, subject: &Parties) -> Option<Party> {
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
    fn two_acted_on(&self, at: usize, pronoun: crate::lexicon::Pronoun, subject: &Parties) -> Vec<Party> {
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
    pub(super) fn may_mean(&self, pronoun: crate::lexicon::Pronoun, party: &Party) -> bool {
        let country = self.reader.lang == Lang::Ar
            && pronoun.gender == Some(Gender::Masculine)
            && matches!(party.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body);
        !country && super::clause::agrees(*party, pronoun.gender)
    }
}
