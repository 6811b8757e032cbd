//! Who does it: the subject of every verb of a clause.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Slot, Tense};
use crate::mention::Referent;
use crate::mention::{Mechanism, PhraseKind};
use crate::text::Clitics;

impl Clause<'_> {
    /// Finds the subject of every verb, left to right.
    pub(super) fn find_subjects(&mut self) {
        let mut current: Option<Parties> = None;
        let mut bidden: Option<Parties> = None;
        // Whoever looks ahead of what has been found so far finds nobody there.
        self.subjects.resize(self.units.len(), None);
        for at in 0..self.units.len() {
            // أما باراك فمن المقرر أن يلتقي: of whom the sentence speaks from here on.
            if self.units[at].is(Class::Topic) && self.bare_party(at + 1) {
                current = Some(Parties { confidence: 0.9, ..self.list(at + 1) }).filter(|found| !found.is_empty());
            }
            if current.is_none()
                && let Some(found) = self.who_stays_there(at)
            {
                current = Some(found);
            }
            if self.units[at].kind != Kind::Verb {
                continue;
            }
            let mut subject = self.subject(at, current.as_ref());
            if self.without.lacks(Mechanism::CarriedSubjects)
                && let Some(found) = subject.as_mut().filter(|found| found.carried)
            {
                *found = Parties { end: at + 1, ..Parties::default() };
            }
            // زار لبنان والتقى الرئيس ورئيس الوزراء: whom the traveller met.
            if let (Some(found), Some(before)) = (&subject, &current)
                && self.is_met_by(at, found, before)
            {
                let gender = self.units[at].verb().and_then(|(_, gender, ..)| gender);
                subject = Some(self.carried(at, gender, Number::Singular, current.as_ref()));
            }
            if let Some(found) = &subject
                && let Some(topic) = self.topic_meets(at, found)
            {
                subject = Some(topic);
            }
            if let Some(found) = subject.as_ref().filter(|_| current.is_none())
                && let Some(traveller) = self.traveller_meets(at, found)
            {
                subject = Some(traveller);
            }
            // حيث التقى الوزير وأبلغه: whom the verb met is subject of nothing.
            if let Some(found) = &subject
                && let Some(kept) = self.met_by_another(at, found, current.as_ref())
            {
                subject = Some(kept);
            }
            if let Some(found) = &subject
                && let Some(kept) = self.goes_on_in_relative(at, found)
            {
                subject = Some(kept);
            }
            // قبرص التي تتهمها باستفزاز اليونان: who stands in the charge does not bring it.
            if subject.as_ref().is_some_and(|found| self.stands_in_charge(at, found)) {
                let gender = self.units[at].verb().and_then(|(_, gender, ..)| gender);
                subject = Some(self.carried(at, gender, Number::Singular, current.as_ref()));
            }
            // طلب من عباس أن يلتقي نتنياهو
            if subject.as_ref().is_some_and(|found| self.may_be_bidden(at, found))
                && let Some((_, gender, number, _)) = self.units[at].verb()
                && let Some(found) = self.addressed_by_that(at, gender, number)
            {
                subject = Some(found);
            }
            bidden = self.still_bidden(at, subject.as_ref(), bidden);
            if bidden.is_some() {
                self.subjects[at].clone_from(&bidden);
                continue;
            }
            let relative = self.is_relative_verb(at);
            // استقبله ولي العهد حيث اجتمع أيضا بفلان: the sentence goes on about whom it began with.
            let acted_on = self.lang == Lang::Ar
                && self.units[at].verb().is_some_and(|(.., object)| object.is_some())
                && subject.as_ref().is_some_and(|found| !found.carried)
                && current.is_some()
                && self.sender(at).is_none();
            if let Some(found) = &subject
                && (!found.is_empty() || found.opaque)
                && !acted_on
                && !relative
            {
                current = Some(found.clone());
            }
            let subject = subject.map(|found| self.with_accompanying(at, found));
            self.subjects[at] = subject;
            // أوفد الرئيس وزيره إلى بيروت حيث التقى فلانا: the sentence goes on about who was sent.
            if let Some(sent) = self.sent_by(at) {
                current = Some(sent);
            }
        }
        if self.lang == Lang::En && !self.without.lacks(Mechanism::CarriedSubjects) {
            self.settle_openings();
        }
    }

    /// Finds the subject of a verb; of the forms that the spelling allows the one with a subject of its own counts.
    pub(super) fn subject(&self, at: usize, current: Option<&Parties>) -> Option<Parties> {
        let mut best: Option<Parties> = None;
        let persons = self.units[at].persons();
        let third = persons.iter().any(|&(_, gender, _)| gender.is_some());
        for (_, gender, number) in persons {
            // كما التقى ميركل: "I meet" is spelt alike, and has nobody behind it as its subject.
            let speaks = gender.is_none() && number != Number::Dual && third && self.lang == Lang::Ar;
            if speaks && self.first_person(at).is_none() {
                continue;
            }
            let found = match self.lang {
                Lang::Ar => self.subject_arabic(at, gender, number, current),
                Lang::En => self.subject_english(at, current),
            };
            let rank = |parties: &Parties| (!parties.is_empty() && !self.is_of_dateline(at, parties), !parties.carried);
            if best.as_ref().is_none_or(|best| rank(&found) > rank(best)) {
                best = Some(found);
            }
        }
        let found = self.first_person_past(at, best.as_ref()).or(best);
        match found {
            Some(found) if !found.is_empty() => Some(found),
            nobody => self.units[at]
                .verb()
                .filter(|&(.., number, _)| self.lang == Lang::Ar && number == Number::Singular)
                .and_then(|(_, gender, ..)| self.fronted_owner(at, gender))
                .or(nobody),
        }
    }

    /// تدعم بلاده: the country of whom the text speaks, right behind a feminine verb.
    fn land_behind(&self, verb: usize, gender: Option<Gender>) -> Option<Parties> {
        let land = self.units.get(verb + 1).filter(|_| self.lang == Lang::Ar && gender == Some(Gender::Feminine))?;
        let bare = land.phrase().is_none() && land.is(Class::OwnLand) && self.shapes[verb + 1].preposition.is_none();
        // قال بوروشينكو إن روسيا هاجمت بلاده: the subject opens the clause.
        let fronted = verb > 1
            && self.bare_party(verb - 1)
            && self.units[verb - 2].phrase().is_none()
            && self.units[verb - 2].is(Class::Complement);
        if bare && !fronted { self.own_land(verb + 1) } else { None }
    }

    pub(super) fn subject_arabic(
        &self,
        at: usize,
        gender: Option<Gender>,
        number: Number,
        current: Option<&Parties>,
    ) -> Parties {
        let unit = &self.units[at];
        if gender.is_none()
            && number != Number::Dual
            && let Some(found) = self.first_person(at)
        {
            return found;
        }
        if let Some(found) = current.filter(|found| !found.is_empty() && self.names_further_members(at)) {
            return Parties { carried: true, end: at + 1, ..found.clone() };
        }
        if let Some(found) = self.sender(at) {
            return found;
        }
        if let Some(found) = self.complainant(at).or_else(|| self.traveller_during(at)) {
            return found;
        }
        if let Some(found) = self.speaks_in_it(at) {
            return found;
        }
        if let Some(found) = self.visitor_behind(at).or_else(|| self.named_by_predicate(at, gender)) {
            return found;
        }
        // فلان الذي تدعم بلاده المعارضة: not he does it, but his country.
        if self.tells(at, |told| told.family() != Family::Contact)
            && let Some(found) = self.land_behind(at, gender)
        {
            return found;
        }
        if let Some(found) = self.relative_subject(at, gender, number) {
            return found;
        }
        if let Some(found) = self.judged_for_deed(at, gender) {
            return found;
        }
        if let Some(found) = self.blamed_by_that(at, gender, number) {
            return found;
        }
        if let Some(found) = self.resumed(at, gender, number, current) {
            return found;
        }
        if unit.clitics.has(Clitics::FA)
            && let Some(found) = self.fronted(at)
        {
            return found;
        }
        let free = !unit.clitics.has_conjunction();
        // وأيد موقف السعودية: what is judged is nobody who judges.
        if !free && number == Number::Singular && self.judges_deed_right_behind(at) {
            return self.carried(at, gender, number, current);
        }
        if free && let Some(found) = self.written_there(at, gender) {
            return found;
        }
        if free && let Some(found) = self.says_there(at, gender, current) {
            return found;
        }
        if free && let Some(found) = self.delegation_before(at) {
            return found;
        }
        if free && let Some(found) = self.subject_before(at, gender, number, self.closes_apposition(at)) {
            return found;
        }
        if free && let Some(found) = self.land_or_document(at) {
            return found;
        }
        if let Some(found) =
            self.document_behind(at).or_else(|| self.craft_of(at)).or_else(|| self.bearer_behind_letter(at))
        {
            return found;
        }
        // الضربات التي تنفذها بلاده: his country does it.
        if let Some(found) = self.land_behind(at, gender) {
            return found;
        }
        let behind_adverbs = self.skip_adverbials(at + 1);
        if self.has_unnamed_doer(at, behind_adverbs)
            || self.is_behind_unnamed_topic(at)
            || self.describes_force(at)
            || self.describes_unnamed(at)
        {
            return Parties { end: at + 1, opaque: true, ..Parties::default() };
        }
        // جولة شملت مصر: what stands behind are its legs.
        if self.tells_legs(at) {
            // بدأ أوباما جولة، واستهلها بزيارة: the traveller opens it.
            let own = !free && unit.verb().is_some_and(|(.., object)| object.is_some());
            let traveller = own.then(|| self.carried(at, gender, number, current));
            return traveller.unwrap_or_else(|| Parties { end: at + 1, ..Parties::default() });
        }
        if free && let Some(found) = self.subject_before_relative(at, gender, number) {
            return found;
        }
        if number == Number::Singular || self.lang == Lang::En {
            let mut next = self.behind_comma(at + 1, behind_adverbs);
            // حطت طائرة بوتين
            if self.units.get(next).is_some_and(|unit| unit.is(Class::Vehicle) && unit.clitics == Clitics::NONE)
                && !self.shapes[next].article
                && self.travels_by(at)
                && self.bare_party(next + 1)
            {
                return Parties { confidence: 0.85, ..self.list(next + 1) };
            }
            // غادر البلاد اليوم الملك: nor is the newspaper's own country who leaves it.
            if let Some(end) = self.over_homeland(next).filter(|_| self.goes(at)) {
                next = self.behind_comma(end, self.skip_adverbials(end));
            }
            // وصل القاهرة وزير الخارجية: where somebody goes is not who goes.
            let place = if self.goes(at) { self.place_first(at) } else { None };
            if let Some(place) = &place {
                // وصل مطار القاهرة الدولي، وزير الخارجية
                next = self.behind_comma(place.end - 1, self.skip_adverbials(place.end));
            }
            // ويلتقي هناك نظيريه: whom somebody meets as his counterparts are the object.
            // حيث استقبله نظيره الروسي: but of a verb that has its object on it he is who does it.
            let on_it = self.lang == Lang::Ar && unit.verb().is_some_and(|(.., object)| object.is_some());
            let met = self.units[next.min(self.units.len() - 1)].counterpart && self.meets(at) && !on_it
                || self.is_oblique(next) && self.meets(at)
                || self.leads(at) && self.units.get(next).is_some_and(|unit| unit.delegation)
                || self.meets_several(at, next, current)
                // إنني أحمل الوزير المسؤولية: "I" stands for whoever speaks. أمضى كيري is spelt like such a form of another verb.
                || self.lang == Lang::Ar
                    && gender.is_none()
                    && unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate.is_some());
            // استهدفت غارة أمريكية القائد: whose deed it is that hits somebody.
            if let Some(found) = self.doer_of_hit(at, next) {
                return found;
            }
            if let Some(found) = self.owner_of_forces(at, next).or_else(|| self.one_of_people(at, next)) {
                return found;
            }
            // سيطرت على البلدة بعد طرد داعش: of a noun on the way the phrase behind it is the genitive.
            // تدخلت في شؤون اليمن: so it is behind words that the row itself has behind a preposition.
            let on_the_way = next > at + 1
                && (self.units[next - 1].kind == Kind::Noun && !self.units[next - 1].is_definite_noun()
                    || self.is_inside_of(next - 1)
                    || self.is_met_by_owner(at, next - 1)
                    || self.takes_before(at, next));
            let on_the_way = on_the_way || self.is_where_town_lies(at, next);
            let owned = self.lang == Lang::Ar && (on_the_way || next == at + 1 && self.ends_in_genitive(at));
            if self.bare_party(next) && !self.units[next].clitics.has_conjunction() && !met && !owned {
                let list = self.list(next);
                if !free && self.asks_of_next(at, &list, current) {
                    return Parties { confidence: 0.75, ..self.carried(at, gender, number, current) };
                }
                // كما استقبل أيضا الرئيس الصومالي والجيبوتي
                // حيث من المقرر أن يلتقي الرئيس وكبار المسؤولين السعوديين
                let ahead = || current.is_some_and(|own| !own.is_empty()) && self.is_joined_prospect_of(at);
                if next == self.skip_adverbs(at + 1) && list.list.len() > 1 && (self.goes_on_with(at) || ahead()) {
                    let before = self.carried(at, gender, number, current);
                    if self.takes_all_behind(at, &list, &before) {
                        return before;
                    }
                }
                if self.addresses_next(at, next, &list, gender) {
                    let before = self.carried(at, gender, number, current);
                    if before.list.len() == 1 && list.list.iter().all(|party| party.referent != before.list[0].referent)
                    {
                        return before;
                    }
                }
                // يزور وفد برئاسة لاغارد: the verb agrees with the delegation.
                // أهمية توصل مصر إلى اتفاق: a noun that is spelt like the verb agrees with nobody.
                // التقت خلالها أردوغان ورئيس البرلمان, كما التقى ميركل وكونتي: a verb agrees with the first of several people.
                let people = || list.list.iter().all(|party| self.is_human(party));
                // وصل إلى الدوحة وانتقد السعودية والإمارات: of countries it is feminine, unless the first is masculine.
                let country = |party: Party| party.kind == PhraseKind::Country && gender == Some(Gender::Masculine);
                let led = self.units[next].delegation;
                let agreeing = |party: Party| {
                    let several = list.list.len() > 1 && !people() && !country(party);
                    agrees(party, gender) || several || list.group || led
                };
                // وانتقدت سعاد رمزي: of somebody new right behind the verb, whom no title tells from a man, the verb does.
                let woman = |party: &Party| {
                    let one = list.list.len() == 1 && next == at + 1 && matches!(party.referent, Referent::New(_));
                    let other = || current.is_some_and(|found| found.list.iter().any(|&own| agrees(own, gender)));
                    // استضافت فلانة فلانا: nor of contacts, which presenters have with guests.
                    let says = || self.is_saying(at) || self.tells(at, |told| told.family() != Family::Contact);
                    one && party.gender.is_none() && self.lang == Lang::Ar && (free || !other()) && says()
                };
                if list.list.first().is_none_or(|&party| agreeing(party) || woman(&party) || self.may_be_noun(at)) {
                    let confidence = if next == at + 1 { 0.95 } else { 0.85 };
                    if list.is_empty()
                        && let Some(found) = self.named_in_apposition(next, list.end)
                    {
                        return Parties { confidence: 0.85, ..found };
                    }
                    let mut list = list;
                    if let [party] = list.list.as_mut_slice()
                        && party.gender.is_none()
                        && party.kind == PhraseKind::Person
                        && gender == Some(Gender::Feminine)
                    {
                        party.gender = gender;
                    }
                    return Parties { confidence, opaque: list.is_empty(), ..list };
                }
            }
            // والتقى عددا من الوزراء: with a subject at hand the list is the object.
            // بادر إليها، كلا من: behind a comma the list is somebody else's.
            let at_hand = !free && current.is_some_and(|found| !found.is_empty())
                || next > at + 1 && self.units[next - 1].is_comma();
            if !at_hand
                && self.units.get(next).is_some_and(|u| u.is(Class::Each) && !u.clitics.has_preposition())
                && self.bare_party(next + 1)
            {
                return Parties { confidence: 0.9, ..self.list(next + 1) };
            }
            // ترأس خلالها وفد بلاده: who is led does not lead.
            if self.leads(at) && self.units.get(next).is_some_and(|unit| unit.delegation) {
                return self.carried(at, gender, number, current);
            }
            // زار وفد من المعارضة: somebody whom the text does not name to us.
            // ثم التقى وفدا من الحزب: the delegation is whom he met.
            // اجتمع مع فلان في زيارة دولة: nor is it the genitive of a noun on the way.
            let unknown = !owned
                && self.units.get(next).is_some_and(|u| {
                    u.is(Class::Agent) && !u.clitics.has_preposition() && !(u.oblique && self.meets(at))
                });
            let triggers = || unit.forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
            let clause_verb = triggers().any(|trigger| trigger.predicate.is_none())
                && triggers().all(|trigger| {
                    (trigger.predicate.is_none() || trigger.is_journey())
                        && !trigger.flags.light
                        && !trigger.flags.speech
                });
            // جاءت زيارة كارتر: the event itself is the subject. تم بحث: who is doing it was said before.
            let event = clause_verb
                && self
                    .units
                    .get(next)
                    .is_some_and(|u| u.kind == Kind::Noun && !u.clitics.has_preposition() && !self.is_discussion(u));
            if unknown && let Some(found) = self.members(next, false) {
                return found;
            }
            if unknown && self.units[next].delegation {
                let sent = self.delegation_acting(at).unwrap_or_else(|| self.memory.delegation.clone());
                if !sent.is_empty() {
                    return Parties::new(sent, 0.7, next + 1);
                }
            }
            if unknown || event || self.is_unnamed_speaker(at) {
                return Parties { end: at + 1, opaque: true, ..Parties::default() };
            }
        }
        if free && let Some(found) = self.subject_before(at, gender, number, true) {
            return found;
        }
        if let Some(found) = self.dative_before(at, gender) {
            return found;
        }
        if self.is_behind_unnamed(at) {
            return Parties { end: at + 1, opaque: true, ..Parties::default() };
        }
        if let Some(found) = self.power_before_relative(at, gender) {
            return found;
        }
        if let Some(found) = self.addressed_by_condition(at, gender) {
            return found;
        }
        self.carried(at, gender, number, current)
    }

    /// هدد أوباما الأسد بضربة إذا هاجم لبنان, وعده بمساعدات إذا استأنف: whom a threat, a promise or a demand addresses does what it is made to
    /// depend on.
    fn addressed_by_condition(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        const REACH: usize = 10;
        const NEAR: usize = 2;
        let if_before = (at.saturating_sub(NEAR)..at).rev().find(|&i| self.units[i].is(Class::If))?;
        let addresses = |told| matches!(told, Predicate::Threatened | Predicate::Promised | Predicate::DemandedOf);
        let verb = (if_before.saturating_sub(REACH)..if_before)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb)
            .filter(|&i| self.lang == Lang::Ar && self.tells(i, addresses))?;
        let subject = self.subjects[verb].as_ref()?;
        let from = if subject.carried { verb + 1 } else { subject.end.max(verb + 1) };
        let addressed = (from..if_before).find(|&i| self.unit_phrase(i).is_some())?;
        if self.units[addressed].clitics.has_preposition() || self.units[addressed - 1].is_preposition() {
            return None;
        }
        let list = self.parties_of(addressed);
        let fits = matches!(list.as_slice(), [party] if agrees(*party, gender));
        fits.then(|| Parties { carried: true, ..Parties::new(list, 0.8, at + 1) })
    }

    /// ألقى أردوغان كلمة هاجم فيها السعودية: who speaks, where a clause without a relative says what is said in an utterance and names
    /// nobody else who says it.
    fn says_there(&self, at: usize, gender: Option<Gender>, current: Option<&Parties>) -> Option<Parties> {
        const WORDS: usize = 2;
        let inside = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_) | Class::During))
        };
        let there = self.units.get(at + 1).filter(|_| self.lang == Lang::Ar).is_some_and(inside);
        let word = |unit: &super::unit::Unit| unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark();
        let utterance = |i: &usize| self.units[*i].is(Class::Utterance) && !self.shapes[*i].article;
        let said = (at.saturating_sub(WORDS)..at).rev().take_while(|&i| word(&self.units[i])).find(utterance);
        if !there || said.is_none() {
            return None;
        }
        let next = self.skip_adverbials(at + 1);
        let own = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            && !self.takes_all_behind(at, &self.list(next), current?);
        match current?.list.as_slice() {
            [party] if !own && agrees(*party, gender) => Some(Parties::new(vec![*party], 0.9, at + 1)),
            _ => None,
        }
    }

    /// قال رئيس الوفد، وزير الخارجية فلان، إنه: the name between commas behind a title that names nobody.
    fn named_in_apposition(&self, title: usize, end: usize) -> Option<Parties> {
        const ADJECTIVES: usize = 2;
        let comma = |at: usize| self.units.get(at).is_some_and(super::unit::Unit::is_comma);
        let adjective = |at: usize| {
            self.units
                .get(at)
                .is_some_and(|unit| unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Function))
                && self.shapes[at].article
        };
        let whole = end == title + 1;
        let end = (end..end + ADJECTIVES).find(|&at| !adjective(at)).unwrap_or(end + ADJECTIVES);
        // رئيس لجنة الصحة بمجلس النواب، فلان
        let posted = self.unit_phrase(end).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Body | PhraseKind::Place) && phrase.clitics == Clitics::BI
        });
        let end = end + usize::from(posted);
        let office = self.unit_phrase(title).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && phrase.number == Number::Singular
        });
        let name = self
            .unit_phrase(end + 1)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named && phrase.clitics == Clitics::NONE);
        // القيادي بالحزب، المهندس فلان: what only honours says itself that a name follows.
        let honoured = self.shapes.get(end + 1).is_some_and(|shape| shape.title_first);
        let closed = comma(end + 2);
        (self.lang == Lang::Ar && office && whole && comma(end) && name && (closed || honoured))
            .then(|| Parties::new(self.parties_of(end + 1), 0.85, end + 2 + usize::from(closed)))
    }

    /// Returns whether a bare past stands behind a word that takes a genitive, so that it may be the noun of the same letters.
    fn may_be_noun(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let unit = &self.units[before];
        // تواصل واشنطن طرد إيران: behind a country that is subject already.
        let subject = self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Country)
            && self.bare_party(before)
            && !(before > 0 && self.units[before - 1].is_preposition());
        let genitive = matches!(unit.kind, Kind::Word | Kind::Noun) || unit.is_preposition();
        self.lang == Lang::Ar
            && self.units[at].clitics == Clitics::NONE
            && self.units[at].tense() == Some(Tense::Past)
            && (genitive || subject || unit.phrase().is_none() && unit.is(Class::Duty))
    }

    /// Whose deed the noun behind a verb of force is that has it as its subject: استهدفت غارة أمريكية, طال القصف الإسرائيلي.
    fn doer_of_hit(&self, at: usize, next: usize) -> Option<Parties> {
        let force = |predicate| predicate == Predicate::Attacked;
        let noun = self.units.get(next).filter(|unit| unit.kind == Kind::Noun && unit.clitics == Clitics::NONE)?;
        if self.lang == Lang::En || next > at + 2 || !self.tells(at, force) || !self.tells(next, force) {
            return None;
        }
        let whose = if noun.is_definite_noun() { Parties::default() } else { self.genitive(next) };
        let whose = if whose.is_empty() { self.adjectives(next) } else { whose };
        (!whose.is_empty()).then_some(Parties { carried: false, ..whose })
    }

    /// عقد في مبنى الكونغرس اجتماعا: whether a word behind "in" has whatever follows for its genitive.
    fn is_inside_of(&self, word: usize) -> bool {
        let unit = &self.units[word];
        let shape = &self.shapes[word];
        let bare = unit.kind == Kind::Word && unit.clitics == Clitics::NONE && !shape.article && !shape.suffix;
        bare && word > 0 && self.is_in(word - 1)
    }

    /// وقال عقب لقائه أوباما: whether the noun at a unit tells of a meeting whose owner its suffix means; whom he met stands behind.
    fn is_met_by_owner(&self, verb: usize, noun: usize) -> bool {
        const NEAR: usize = 7;
        let speaks =
            self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech);
        // حديث العبادي جاء خلال لقائه كيري: so behind a verb that says when somebody's words came.
        let words = |class| matches!(class, Class::Utterance | Class::Conduct | Class::SideHead);
        let of_words = verb > 1
            && self.bare_party(verb - 1)
            && self.units[verb - 2].phrase().is_none()
            && self.units[verb - 2].has(words);
        (speaks || of_words)
            && noun <= verb + NEAR
            && self.units[noun].kind == Kind::Noun
            && self.units[noun].owner().is_some()
            && self.tells(noun, |predicate| matches!(predicate, Predicate::Met | Predicate::Hosted))
    }

    /// يصارح مرسي الشعب: behind the one party stands a definite noun, which is the object.
    pub(super) fn acts_on_word(&self, end: usize) -> bool {
        self.lang == Lang::Ar
            && self.units.get(end).is_some_and(|unit| {
                // استقبل الرئيس الوفد
                let sent = unit.phrase().is_none() && unit.is(Class::Agent) && unit.clitics == Clitics::NONE;
                (unit.kind == Kind::Word || sent) && !unit.clitics.has_conjunction()
            })
            && self.shapes[end].article
            && !self.shapes[end].quoted
            && self.shapes[end].preposition.is_none()
    }

    /// وأشاد بجهود السعودية: whether what stands between a verb and a phrase is a noun behind the preposition that the verb takes,
    /// whose the phrase is.
    fn takes_before(&self, at: usize, phrase: usize) -> bool {
        let adverb = |unit: &super::unit::Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Skip | Class::PrepPronoun(_)))
        };
        let Some(opens) = (at + 1..phrase).find(|&unit| !adverb(&self.units[unit])) else { return false };
        let first = &self.units[opens];
        let shape = &self.shapes[opens];
        let lexicon = &self.knowledge.lexicon;
        let clitics = shape.preposition.unwrap_or(first.clitics);
        let stands = |(clitic, form)| {
            clitics.has(clitic) && lexicon.preposition_id(form).is_some_and(|preposition| self.takes(at, preposition))
        };
        let governed = [(Clitics::BI, "ب"), (Clitics::LI, "ل")].into_iter().any(stands);
        let indefinite = |unit: usize| {
            let word = &self.units[unit];
            let noun = matches!(word.kind, Kind::Word | Kind::Noun | Kind::Function);
            noun && !self.shapes[unit].article && !self.shapes[unit].definite && !word.is_definite_noun()
        };
        first.phrase().is_none() && governed && (opens..phrase).all(indefinite)
    }

    /// Returns whether a verb says who heads a meeting or a delegation.
    fn leads(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.apart)
    }

    /// Returns whether a phrase is a title of two in a case that no subject has: وزيري خارجية مصر والأردن, الرئيسين.
    fn is_oblique(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.oblique)
    }

    /// Returns whether a noun tells that something is discussed, with nobody of its own: بحث.
    fn is_discussion(&self, unit: &super::unit::Unit) -> bool {
        unit.forms.iter().all(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate == Some(Predicate::TalkedWith) && trigger.subject == [Slot::Control]
        })
    }

    /// Returns whether a verb takes whom somebody meets, receives or calls as its object.
    pub(super) fn meets(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            // وصل إلى القاهرة وزير الخارجية: where one gets to is nobody.
            trigger.predicate.is_some_and(|p| p.family() == Family::Contact)
                && trigger.object.contains(&Slot::Object)
                && !trigger.flags.place
        })
    }

    pub(super) fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.units.get(at).is_some_and(|unit| {
            unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::Skip | Class::Day(_) | Class::Weekday(_)))
        }) {
            at += 1;
        }
        at
    }

    /// Returns whether the subject of a verb is a single party that stands right behind it.
    pub(super) fn stands_behind(&self, at: usize, subject: &Parties) -> bool {
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        self.lang == Lang::Ar && !suffix && !subject.carried && subject.list.len() == 1 && subject.end > at + 1
    }

    pub(super) fn list_until(&self, first: usize, end: usize) -> Parties {
        let list: Vec<Party> = (first..end)
            .flat_map(|at| {
                if self.unit_phrase(at).is_some_and(|p| p.kind != PhraseKind::Demonym) {
                    self.parties_of(at)
                } else {
                    Vec::new()
                }
            })
            .collect();
        Parties::new(list, 0.9, end)
    }

    /// اتصال أجراه بوتين, المحادثات التي عقدها: the light verb behind a noun that takes it as its object.
    pub(super) fn carrying_verb(&self, at: usize) -> Option<usize> {
        // في صورة الاتصالات التي تجريها مصر: what carries the last word of those does not carry what they tell together.
        let unit = &self.units[at];
        if self.lang == Lang::Ar && unit.end > unit.start + 2 && self.tells(at, |told| told == Predicate::Briefed) {
            return None;
        }
        let mut next = at + 1;
        let mut words = 0;
        let mut relative = false;
        while let Some(unit) = self.units.get(next) {
            if let Some(behind) = self.past_goal(at, next) {
                next = behind;
                continue;
            }
            match unit.kind {
                // الزيارة التي كان يعتزم القيام بها: over an auxiliary.
                Kind::Verb
                    if relative
                        && self.lang == Lang::Ar
                        && unit.is(Class::Auxiliary)
                        && self.units.get(next + 1).is_some_and(|behind| behind.phrase().is_none()) => {}
                // شخصا غير مرغوب فيه وطلبت منه المغادرة: a verb joined by و goes on, and describes nothing.
                Kind::Verb if self.lang == Lang::Ar && unit.clitics.has_conjunction() => return None,
                Kind::Verb => {
                    let light = unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
                    let suffix = unit.verb().is_some_and(|(.., object)| object.is_some())
                        || self
                            .units
                            .get(next + 1)
                            .is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))))
                        || relative && self.intends_it(next);
                    return (light && (suffix || self.lang == Lang::En)).then_some(next);
                }
                // برقية التهنئة التي بعث بها: of what the letter is.
                Kind::Noun
                    if self.lang == Lang::Ar
                        && next == at + 1
                        && unit.is_definite_noun()
                        && unit.owner().is_none()
                        && self.tells(at, |told| told == Predicate::WroteTo) => {}
                // تقديره للجهود التي تبذلها: what carries the noun behind the preposition does not carry this one.
                Kind::Word if words < 2 && (self.lang == Lang::En || self.shapes[next].preposition.is_none()) => {
                    words += 1;
                }
                // "the talks that Sisi held", "the talks he had"
                Kind::Phrase(_)
                    if self.lang == Lang::En
                        && (relative || next == at + 1)
                        && self.bare_party(next)
                        && !unit.possessive =>
                {
                    next = self.list(next).end - 1;
                }
                Kind::Function if self.lang == Lang::En && unit.is(Class::Auxiliary) && next > at + 1 => {}
                // هذه الزيارة هي الأولى التي يقوم بها
                Kind::Phrase(_)
                    if self.lang == Lang::Ar
                        && next == at + 1
                        && self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun)
                        && self.shapes.get(next + 1).is_some_and(|shape| shape.article)
                        && self.units.get(next + 2).is_some_and(|behind| behind.is(Class::Relative)) =>
                {
                    next += 1;
                }
                Kind::Function if unit.is(Class::Relative) => relative = true,
                Kind::Function
                    if unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Skip))
                        // الزيارة الأخيرة التي قام بها
                        || self.lang == Lang::Ar
                            && unit
                                .has(|c| matches!(c, Class::Next | Class::Last | Class::Latter(_) | Class::This)) => {}
                // الزيارة المنتظر أن يقوم بها: the attribute opens the clause as a relative does.
                Kind::Function if self.lang == Lang::Ar && unit.is(Class::Planned) => {
                    relative |= self.units.get(next + 1).is_some_and(|that| that.is(Class::Complement));
                }
                // الزيارة التي من المقرر أن يقوم بها, التي سوف يجريها
                Kind::Function
                    if relative
                        && self.lang == Lang::Ar
                        && unit.has(|c| {
                            matches!(
                                c,
                                Class::Planned | Class::Possible | Class::Complement | Class::Future | Class::Qad
                            )
                        }) => {}
                // الزيارة الرسمية، التي يقوم بها
                Kind::Mark(super::unit::Mark::Comma)
                    if self.lang == Lang::Ar
                        && self.units.get(next + 1).is_some_and(|behind| behind.is(Class::Relative)) => {}
                _ => return None,
            }
            next += 1;
        }
        None
    }

    /// التي يعتزم أوباما القيام بها, التي ينوي إجراءها: whether a verb of intending has for its object what the noun before
    /// the relative names.
    pub(super) fn intends_it(&self, verb: usize) -> bool {
        const NEAR: usize = 4;
        let planned = self.units[verb]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.status.is_some());
        planned
            && self.lang == Lang::Ar
            && (verb + 1..self.units.len().min(verb + 1 + NEAR)).any(|at| {
                let behind = self.units.get(at + 1);
                self.units[at].kind == Kind::Word
                    && behind.is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))))
            })
    }
}
