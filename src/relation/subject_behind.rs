//! Who stands behind an Arabic verb: whether a party there is its subject, its object or a genitive, and who is told without a name.

use super::clause::{Clause, Parties, Party, agrees};
use super::subject_ar::AskedVerb;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Form, Predicate, Slot, Tense};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// The subject behind a singular verb, whose adverbials end at a unit; of several verbs in a row the one of whom the sentence
    /// speaks where what stands there is the object.
    pub(super) fn subject_behind(&self, verb: AskedVerb<'_>, behind_adverbs: usize) -> Option<Parties> {
        let at = verb.at;
        let next = self.behind_comma(at + 1, behind_adverbs);
        if let Some(found) = self.who_travels_in(at, next) {
            return Some(found);
        }
        let next = self.past_where_it_goes(at, next);
        // استهدفت غارة أمريكية القائد: whose deed it is that hits somebody.
        if let Some(found) = self
            .doer_of_hit(at, next)
            .or_else(|| self.owner_of_forces(at, next))
            .or_else(|| self.one_of_people(at, next))
            .or_else(|| self.town_that_falls(at, next))
        {
            return Some(found);
        }
        let owned = self.is_genitive_behind(at, next);
        let bare = !owned && self.bare_party(next) && !self.units[next].clitics.has_conjunction();
        if bare
            && !self.is_object_behind(verb, next)
            && let Some(found) = self.party_behind(verb, next)
        {
            return Some(found);
        }
        self.nameless_behind(verb, next, owned)
    }

    /// سقطت مدينة الموصل بيد: the place behind a word for its kind, of a verb whose subject is taken.
    fn town_that_falls(&self, at: usize, next: usize) -> Option<Parties> {
        let head = |unit: &Unit| unit.is(Class::PlaceHead) && unit.clitics == Clitics::NONE;
        let place = || self.unit_phrase(next + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Place);
        let taken = |form: &Form| {
            let row = self.knowledge.lexicon.trigger(form.trigger);
            row.predicate == Some(Predicate::Seized) && row.object.contains(&Slot::Subject)
        };
        let falls = self.units.get(next).is_some_and(head) && place() && self.bare_party(next + 1);
        (falls && self.units[at].forms.iter().any(taken)).then(|| Parties { confidence: 0.9, ..self.list(next + 1) })
    }

    /// حطت طائرة بوتين: whose the vehicle is that goes.
    fn who_travels_in(&self, at: usize, next: usize) -> Option<Parties> {
        let vehicle = |unit: &Unit| unit.is(Class::Vehicle) && unit.clitics == Clitics::NONE;
        let travels = self.units.get(next).is_some_and(vehicle)
            && !self.shapes[next].article
            && self.travels_by(at)
            && self.bare_party(next + 1);
        travels.then(|| Parties { confidence: 0.85, ..self.list(next + 1) })
    }

    /// وصل القاهرة وزير الخارجية: where somebody goes is not who goes; one past it, else the unit itself.
    fn past_where_it_goes(&self, at: usize, next: usize) -> usize {
        if !self.goes(at) {
            return next;
        }
        match self.place_first(at) {
            // وصل مطار القاهرة الدولي، وزير الخارجية
            Some(place) => self.behind_comma(place.end - 1, self.skip_adverbials(place.end)),
            // غادر البلاد اليوم الملك: nor is the newspaper's own country who leaves it.
            None => self.over_homeland(next).map_or(next, |end| self.behind_comma(end, self.skip_adverbials(end))),
        }
    }

    /// Whether the party at a unit is the object of the verb, whose subject is told elsewhere.
    fn is_object_behind(&self, verb: AskedVerb<'_>, next: usize) -> bool {
        let AskedVerb { at, gender, current, .. } = verb;
        let party = &self.units[next];
        // ويلتقي هناك نظيريه: whom somebody meets as his counterparts are the object.
        // حيث استقبله نظيره الروسي: but of a verb that has its object on it he is who does it.
        let counterpart = || party.counterpart && !self.has_object_on_it(at);
        (self.is_oblique(next) || counterpart()) && self.meets(at)
            || party.delegation && self.leads(at)
            || self.meets_several(at, next, current)
            // إنني أحمل الوزير المسؤولية: "I" stands for whoever speaks. أمضى كيري is spelt like such a form of another verb.
            || gender.is_none()
                && self.units[at]
                    .forms
                    .iter()
                    .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate.is_some())
    }

    /// Whether what stands behind the verb is the genitive of what stands on the way there.
    fn is_genitive_behind(&self, at: usize, next: usize) -> bool {
        if next == at + 1 && self.ends_in_genitive(at) {
            return true;
        }
        // سيطرت على البلدة بعد طرد داعش: of a noun on the way the phrase behind it is the genitive.
        // تدخلت في شؤون اليمن: so it is behind words that the row itself has behind a preposition.
        let on_the_way = next > at + 1
            && (self.units[next - 1].kind == Kind::Noun && !self.units[next - 1].is_definite_noun()
                || self.is_inside_of(next - 1)
                || self.is_met_by_owner(at, next - 1)
                || self.is_matter_of_next(at, next - 1)
                || self.takes_before(at, next));
        on_the_way || self.is_where_town_lies(at, next)
    }

    /// أخبره بوفاة كاسترو, اتهمه بقتل الحريري: whether a word is what somebody is told, accused of or threatened with, and what stands behind it
    /// its genitive.
    fn is_matter_of_next(&self, verb: usize, word: usize) -> bool {
        let about = |told| {
            matches!(told, Predicate::Briefed | Predicate::Criticised | Predicate::Promised | Predicate::Threatened)
        };
        let unit = &self.units[word];
        let opaque =
            unit.kind == Kind::Word && self.shapes[word].preposition == Some(Clitics::BI) && self.is_construct(word);
        let shape = &self.shapes[word];
        // بوفاة: a word that the lexicon knows; but بشدة is no matter.
        let known = unit.kind == Kind::Function
            && unit.clitics.has(Clitics::BI)
            && !unit.is(Class::Skip)
            && !(shape.article || shape.definite || shape.suffix);
        (opaque || known) && self.has_object_on_it(verb) && self.tells(verb, about)
    }

    /// The party behind a verb that agrees with it; or of whom the sentence speaks, where that party is the object.
    fn party_behind(&self, verb: AskedVerb<'_>, next: usize) -> Option<Parties> {
        let mut list = self.list(next);
        if let Some(found) = self.acts_on_party(verb, next, &list) {
            return Some(found);
        }
        let agreeing = |&party: &Party| {
            self.agrees_with_first(verb, next, &list, party)
                || self.is_woman_by_verb(verb, next, &list)
                || self.may_be_noun(verb.at)
        };
        if !list.list.first().is_none_or(agreeing) {
            return None;
        }
        // رفضت تركيا واستدعت سفيرها: a man whom nobody names is not the subject of a feminine verb.
        let goes_on = !verb.free && verb.current.is_some_and(|own| !own.is_empty());
        let man = |phrase: &crate::mention::Phrase| {
            phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && phrase.gender == Some(Gender::Masculine)
        };
        if list.is_empty()
            && goes_on
            && verb.gender == Some(Gender::Feminine)
            && self.unit_phrase(next).is_some_and(man)
        {
            return None;
        }
        if list.is_empty()
            && let Some(found) = self.named_in_apposition(next, list.end)
        {
            return Some(found);
        }
        if let [party] = list.list.as_mut_slice()
            && party.gender.is_none()
            && party.kind == PhraseKind::Person
            && verb.gender == Some(Gender::Feminine)
        {
            party.gender = verb.gender;
        }
        let confidence = if next == verb.at + 1 { 0.95 } else { 0.85 };
        Some(Parties { confidence, opaque: list.is_empty(), ..list })
    }

    /// Of whom the sentence speaks, where the list behind the verb is whom he asks, meets or addresses.
    fn acts_on_party(&self, verb: AskedVerb<'_>, next: usize, list: &Parties) -> Option<Parties> {
        let AskedVerb { at, gender, current, free, .. } = verb;
        if !free && self.asks_of_next(at, list, current) {
            return Some(Parties { confidence: 0.75, ..self.subject_so_far(verb) });
        }
        // كما استقبل أيضا الرئيس الصومالي والجيبوتي
        // حيث من المقرر أن يلتقي الرئيس وكبار المسؤولين السعوديين
        let ahead = || current.is_some_and(|own| !own.is_empty()) && self.is_joined_prospect_of(at);
        // وكان التقى في بيروت الرئيس ورئيس الوزراء
        let earlier = || current.is_none() && self.is_joined_earlier(at) && self.meets(at);
        let joined = || next == self.skip_adverbs(at + 1) && (self.goes_on_with(at) || ahead());
        if list.list.len() > 1 && (joined() || earlier()) {
            let before = self.subject_so_far(verb);
            if self.takes_all_behind(at, list, &before) {
                return Some(before);
            }
        }
        if !self.addresses_next(at, next, list, gender) {
            return None;
        }
        let before = self.subject_so_far(verb);
        let other = match before.list.as_slice() {
            [own] => list.list.iter().all(|party| party.referent != own.referent),
            _ => false,
        };
        other.then_some(before)
    }

    /// Whether a verb agrees with the first of the parties behind it, or need not.
    fn agrees_with_first(&self, verb: AskedVerb<'_>, next: usize, list: &Parties, first: Party) -> bool {
        // أهمية توصل مصر إلى اتفاق: a noun that is spelt like the verb agrees with nobody.
        // التقت خلالها أردوغان ورئيس البرلمان, كما التقى ميركل وكونتي: a verb agrees with the first of several people.
        let people = || list.list.iter().all(|party| self.is_human(party));
        // وصل إلى الدوحة وانتقد السعودية والإمارات: of countries it is feminine, unless the first is masculine.
        let country = first.kind == PhraseKind::Country && verb.gender == Some(Gender::Masculine);
        // يزور وفد برئاسة لاغارد: the verb agrees with the delegation.
        agrees(first, verb.gender)
            || list.group
            || self.units[next].delegation
            || list.list.len() > 1 && !country && !people()
    }

    /// وانتقدت سعاد رمزي: of somebody new right behind the verb, whom no title tells from a man, the verb does.
    fn is_woman_by_verb(&self, verb: AskedVerb<'_>, next: usize, list: &Parties) -> bool {
        let AskedVerb { at, gender, current, free, .. } = verb;
        let [party] = list.list.as_slice() else { return false };
        let new = next == at + 1 && matches!(party.referent, Referent::New(_)) && party.gender.is_none();
        let other = || current.is_some_and(|found| found.list.iter().any(|&own| agrees(own, gender)));
        // استضافت فلانة فلانا: nor of contacts, which presenters have with guests.
        let says = || self.is_saying(at) || self.tells(at, |told| told.family() != Family::Contact);
        new && (free || !other()) && says()
    }

    /// Who stands behind a verb without a name of his own: members of a list or body, a delegation, somebody unknown.
    fn nameless_behind(&self, verb: AskedVerb<'_>, next: usize, owned: bool) -> Option<Parties> {
        let at = verb.at;
        if let Some(found) = self.each_behind(verb, next) {
            return Some(found);
        }
        let delegation = self.units.get(next).is_some_and(|unit| unit.delegation);
        // ترأس خلالها وفد بلاده: who is led does not lead.
        if delegation && self.leads(at) {
            return Some(self.subject_so_far(verb));
        }
        // اجتمع مع فلان في زيارة دولة: nor is it the genitive of a noun on the way.
        let unknown = !owned && self.is_unnamed_behind(at, next);
        if unknown && let Some(found) = self.members(next, false) {
            return Some(found);
        }
        if unknown && delegation {
            let sent = self.delegation_acting(at).unwrap_or_else(|| self.memory.delegation.clone());
            if !sent.is_empty() {
                return Some(Parties::new(sent, 0.7, next + 1));
            }
        }
        (unknown || self.is_event_behind(at, next) || self.is_unnamed_speaker(at)).then(|| Self::nobody(at))
    }

    /// زار كل من فلان وفلان مصر: those behind "each of", where they are not the object.
    fn each_behind(&self, verb: AskedVerb<'_>, next: usize) -> Option<Parties> {
        let AskedVerb { at, current, free, .. } = verb;
        // والتقى عددا من الوزراء: with a subject at hand the list is the object.
        // بادر إليها، كلا من: behind a comma the list is somebody else's.
        let at_hand =
            !free && current.is_some_and(|found| !found.is_empty()) || next > at + 1 && self.units[next - 1].is_comma();
        let each = |unit: &Unit| unit.is(Class::Each) && !unit.clitics.has_preposition();
        (!at_hand && self.units.get(next).is_some_and(each) && self.bare_party(next + 1))
            .then(|| Parties { confidence: 0.9, ..self.list(next + 1) })
    }

    /// زار وفد من المعارضة: whether somebody whom the text does not name to us is the subject. ثم التقى وفدا من الحزب: the
    /// delegation is whom he met.
    fn is_unnamed_behind(&self, at: usize, next: usize) -> bool {
        self.units.get(next).is_some_and(|unit| {
            unit.is(Class::Agent) && !unit.clitics.has_preposition() && !(unit.oblique && self.meets(at))
        })
    }

    /// جاءت زيارة كارتر: whether the event itself is the subject. تم بحث: who is doing it was said before.
    fn is_event_behind(&self, at: usize, next: usize) -> bool {
        let event =
            |unit: &Unit| unit.kind == Kind::Noun && !unit.clitics.has_preposition() && !self.is_discussion(unit);
        let triggers = || self.units[at].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
        self.units.get(next).is_some_and(event)
            && triggers().any(|trigger| trigger.predicate.is_none())
            && triggers().all(|trigger| {
                (trigger.predicate.is_none() || trigger.is_journey()) && !trigger.flags.light && !trigger.flags.speech
            })
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
}
