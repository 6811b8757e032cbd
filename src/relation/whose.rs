//! Whose a noun of relation is: its genitives; its adjectives of nationality tells `adjective`, the pronoun on it `suffix`.
//!
//! The index of the noun comes in, the parties it belongs to go out.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Family, Predicate, Sense, Shape};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// Returns whether a meeting or an agreement that names no parties is that of the subject of its clause: what a light
    /// verb does, or during what something is said. خلال اللقاء is a meeting told before.
    pub(super) fn is_theirs(&self, at: usize, agreement: bool) -> bool {
        // شارك فلان وفلان لبحث: what somebody else may discuss.
        if self.lang == Lang::Ar && self.units[at].clitics.has(Clitics::LI) {
            return self.is_round_of(at);
        }
        let light = self.carrying_verb(at).is_some()
            || (0..self.counted(at))
                .rev()
                .take_while(|&i| {
                    let joins = agreement && self.tells(i, |p| p == Predicate::AgreedWith);
                    !self.units[i].is_stop() && (self.units[i].kind != Kind::Noun || joins)
                })
                .find(|&i| self.units[i].kind == Kind::Verb)
                .is_some_and(|verb| {
                    self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light)
                });
        let inside = at > 0 && {
            let before = &self.units[at - 1];
            let into = self.knowledge.lexicon.preposition_id("في");
            if agreement {
                before.has(|class| matches!(class, Class::Prep(id) if Some(id) == into))
            } else {
                before.has(|class| class == Class::Circumstance || matches!(class, Class::Prep(id) if Some(id) == into))
            }
        };
        light || inside && !self.units[at].is_definite_noun() || self.asked_together(at).is_some()
    }

    /// عقدت مصر وفرنسا الدورة الثالثة للحوار: whether a noun with ل tells of what a session is that several hold.
    fn is_round_of(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 3;
        let word = |i: usize| self.units[i].kind == Kind::Word && self.shapes[i].preposition.is_none();
        let first = (0..at).rev().take(MOST_WORDS).take_while(|&i| word(i)).last();
        let Some(first) = first else { return false };
        // أعلنا دعمهما للمفاوضات: what they back, and do not hold.
        if (first..at).any(|i| self.shapes[i].suffix) {
            return false;
        }
        (0..first)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb)
            .is_some_and(|verb| {
                self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light)
                    && self.subjects[verb].as_ref().is_some_and(|found| !found.carried && found.end == first)
            })
    }

    /// جولة جديدة من المشاورات, الرسائل والاتصالات: where the object begins of which a noun is what is counted, or the last.
    pub(super) fn counted(&self, at: usize) -> usize {
        const MOST_WORDS: usize = 3;
        let units = self.units;
        if self.lang == Lang::En || at == 0 {
            return at;
        }
        let noun = |i: usize| matches!(units[i].kind, Kind::Noun | Kind::Word) && !units[i].clitics.has_preposition();
        if units[at].clitics.has_conjunction() && noun(at - 1) {
            return at - 1;
        }
        if !self.is_from(&units[at - 1]) {
            return at;
        }
        let words = (at.saturating_sub(1 + MOST_WORDS)..at - 1).rev().take_while(|&i| noun(i));
        words.into_iter().find(|&i| units[i].kind == Kind::Noun).unwrap_or(at)
    }

    /// اتفاقية تعاون مع: the noun before "with" only says what the agreement is about.
    pub(super) fn is_pact(&self, head: usize, at: usize) -> bool {
        const PURPOSE: usize = 7;
        let agreed = self.tells(head, |p| p == Predicate::AgreedWith);
        let at = self.before_scene(head, at);
        // مفاوضات السلام بين: talks are called after what they are for.
        let talks =
            at == head + 2 && self.tells(head, |p| matches!(p, Predicate::NegotiatedWith | Predicate::TalkedWith));
        // اتفاقية للتعاون الأمني بين, مذكرة تفاهم في مجال الطاقة بين: and what it is for.
        let about = agreed
            && self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && at <= head + PURPOSE
            && (head + 1..at).all(|i| {
                let unit = &self.units[i];
                let contact = unit.kind == Kind::Noun && self.tells(i, |p| p.family() == Family::Contact);
                unit.phrase().is_none()
                    && !contact
                    && !unit.is_mark()
                    && !matches!(unit.kind, Kind::Verb | Kind::Participle)
                    && !unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Circumstance))
            });
        about
            || (agreed || talks)
                && at <= head + 3
                && (head + 1..at)
                    .all(|i| self.shapes[i].preposition.is_none() && !self.units[i].clitics.has_preposition())
    }

    /// Returns whether a preposition may say whose people somebody is: من, في, "from", "of".
    pub(super) fn belongs(&self, unit: &Unit) -> bool {
        let lexicon = &self.knowledge.lexicon;
        ["من", "في", "from", "of"].iter().any(|word| {
            let id = lexicon.preposition_id(word);
            unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Prep(p) if Some(p) == id))
        })
    }

    pub(super) fn is_from(&self, unit: &Unit) -> bool {
        let lexicon = &self.knowledge.lexicon;
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == lexicon.preposition_id("من")))
    }

    /// The genitive right behind a noun; in English its possessor or "of".
    pub(super) fn genitive(&self, at: usize) -> Parties {
        if self.lang == Lang::En { self.genitive_en(at) } else { self.genitive_ar(at) }
    }

    fn genitive_ar(&self, at: usize) -> Parties {
        // القمة كلا من: a noun with the article or a suffix has no genitive.
        if self.units[at].is_definite_noun() || self.shapes[at].adjectival {
            return Parties::default();
        }
        let each = |unit: &Unit| unit.is(Class::Each) && !unit.clitics.has_preposition();
        let next = at + 1 + usize::from(self.units.get(at + 1).is_some_and(each));
        if let Some(capital) = self.capital_visited(next) {
            return capital;
        }
        // زيارة مدينة القدس
        // زيارة بلده الثاني الأردن
        let land = || self.names_journey(at) && self.opens_land(next);
        let next = next + usize::from(next < self.units.len() && (self.opens_place(next) || land()));
        if self.bare_party(next) && !self.units[next].clitics.has_conjunction() {
            return self.named_genitive(at, next);
        }
        // التزام بلاده, but no journey to "his country".
        let stance = self.tells(at, |told| told.family() != Family::Contact);
        if stance && let Some(own) = self.own_land(next) {
            return own;
        }
        // في استقبال الوفد: whose delegation was spoken of.
        self.host_land(at, next).unwrap_or_else(|| self.delegation_at(next))
    }

    /// The parties at `next` as the genitive of a noun.
    fn named_genitive(&self, at: usize, next: usize) -> Parties {
        let mut found = self.list(next);
        // لقاء بوتين وبايدن كان إيجابيا: the verb is that of the meeting, not of the second.
        if found.list.len() == 1
            && self.is_topic(at)
            && self.opens_clause(found.end + 1)
            && self.unit_phrase(found.end).is_some_and(|phrase| {
                phrase.clitics == Clitics::WA
                    && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
            })
        {
            found.list.extend(self.parties_of(found.end));
            found.end += 1;
        }
        Parties { confidence: 0.92, ..found }
    }

    /// Returns whether a noun that two do together opens its clause, before any verb: إن لقاء بوتين وبايدن سيكون.
    fn is_topic(&self, at: usize) -> bool {
        let together = self.units[at]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate.is_some_and(Predicate::is_symmetric));
        let mut before = self.units[..at].iter().rev();
        together
            && before
                .by_ref()
                .take_while(|unit| !unit.is_stop() && !unit.is(Class::Complement))
                .all(|unit| unit.kind != Kind::Verb)
    }

    /// Returns whether a meeting of two opens its clause.
    pub(super) fn names_both(&self, at: usize) -> bool {
        let first = at.checked_sub(1).is_none_or(|before| {
            self.units[before].is_mark() || self.units[before].is(Class::Complement) && !self.units[before].resumes
        });
        // إنه تم خلال لقاء مرسي وميركل: nobody's doing but theirs.
        let done = at > 1 && self.units[at - 1].is(Class::Circumstance) && self.units[at - 2].is(Class::Done);
        self.lang == Lang::Ar && (first && self.is_topic(at) || done) && self.genitive(at).list.len() == 2
    }

    /// قال فلان إن لقاء بوتين مع عدد من, لقاءه مع فلان: whether somebody stands behind whose meeting it is with whom he met, so
    /// that nobody of the clause around it did.
    pub(super) fn names_another(&self, at: usize) -> bool {
        let owner = self.genitive(at);
        if self.lang == Lang::En || owner.is_empty() && self.units[at].owner().is_none() {
            return false;
        }
        let next = self.skip_adverbs(owner.end.max(at + 1));
        let Some(unit) = self.units.get(next) else { return false };
        let with = self.knowledge.lexicon.preposition_id("مع");
        // أوباما: لقاء بوتين بقادة أوروبا
        let opens = |before: usize| self.units[before].is(Class::Complement) || self.units[before].is_mark();
        let first = at.checked_sub(1).is_none_or(opens);
        let somebody =
            |phrase: &crate::mention::Phrase| matches!(phrase.kind, PhraseKind::Unknown | PhraseKind::Person);
        let people = self.shapes[next].preposition == Some(Clitics::BI)
            || unit.clitics.has(Clitics::BI)
                && (unit.has(|class| matches!(class, Class::Agent | Class::Each))
                    || self.unit_phrase(next).is_some_and(somebody));
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == with)) || first && people
    }

    /// The bare phrase behind the genitive: لقاء الرئيس وزيرَ الخارجية.
    pub(super) fn second_genitive(&self, at: usize) -> Parties {
        const SEVERAL: usize = 3;
        let first = self.genitive(at);
        // حضر اجتماع الجبهة، فلان، وفلان، وفلان: of a long list the next member is no other side.
        if first.list.len() > SEVERAL || first.is_empty() && self.units[at].owner().is_none() {
            return Parties::default();
        }
        let from = first.end.max(at + 1);
        let next = self.skip_adverbials(from);
        // يرافق الرئيس في زيارته وزير الخارجية: who comes along is not whom he visits.
        if self.lang == Lang::Ar && self.units[at].owner().is_some() && self.is_of_company(at) {
            return Parties::default();
        }
        if self.is_for_verb_before(at, next) {
            return Parties::default();
        }
        // خلال استقباله، أمس، في القصر، فلانا
        let meets = self.tells(at, |p| p.family() == Family::Contact && p != Predicate::Visited);
        let next = if meets { self.behind_comma(from, next) } else { next };
        if next > from && self.belongs_to_word_before(at, next) {
            return Parties::default();
        }
        let next = self.past_head_of_second(next);
        // زيارة كيري هي جولة استماع: a pronoun of its own is the subject of what follows.
        let apart = self.lang == Lang::Ar && self.unit_phrase(next).is_some_and(|p| p.kind == PhraseKind::Pronoun);
        let next = next + usize::from(self.is_supported_thing(at, next));
        if self.bare_party(next) && !self.units[next].clitics.has_conjunction() && !apart {
            return Parties { confidence: 0.85, ..self.list(next) };
        }
        if meets { self.delegation_met(next) } else { Parties::default() }
    }

    /// Returns whether a phrase behind adverbials completes the word right before it, and not the noun they belong to.
    fn belongs_to_word_before(&self, at: usize, next: usize) -> bool {
        // اجتماعات وزراء الدول، وردا على سؤال حول رؤية القاهرة: nor whose a thing behind another preposition is.
        if self.is_owner_of_governed(next) {
            return true;
        }
        let Some(before) = next.checked_sub(1) else { return false };
        // اجتماعه أمس على هامش زيارة الرئيس: whose the last noun is.
        let person = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        // زيارة كيري بعد أيام من لقائه عباس: nor whom somebody has met besides.
        let besides = || {
            let contact = |told: Predicate| told.family() == Family::Contact && told != Predicate::Visited;
            before > at
                && self.units[before].owner().is_some()
                && self.tells(before, contact)
                && self.tells(at, |told| told.family() == Family::Contact)
        };
        let owns = person
            && self.units[before].kind == Kind::Noun
            && (!self.units[before].is_definite_noun() || self.lang == Lang::Ar && besides());
        // في استقباله بمطار الجزائر: nor the town of an airport.
        let named = || self.is_construct(before) || self.units[before].is(Class::Gateway);
        owns || !self.tells(at, |told| told == Predicate::Visited) && named()
    }

    /// One past the words that only say what the place is that follows: وصوله مطار القاهرة.
    fn past_head_of_second(&self, next: usize) -> usize {
        let gate = |unit: &Unit| unit.is(Class::PlaceHead) || unit.is(Class::Gateway);
        let head = self.units.get(next).is_some_and(|unit| gate(unit) && unit.clitics == Clitics::NONE);
        if self.lang == Lang::En || !head {
            return next;
        }
        // وصوله العاصمة المصرية القاهرة
        next + 1 + usize::from(self.is_named_behind_demonym(next + 1))
    }

    /// دعم أمريكا أمن مصر: whether a word tells what is his of whom a noun of support backs.
    fn is_supported_thing(&self, at: usize, next: usize) -> bool {
        let own = |class| matches!(class, Class::Welfare | Class::SideHead | Class::Conduct | Class::Effort);
        self.tells(at, |told| told == Predicate::Supported)
            && self.units.get(next).is_some_and(|unit| unit.phrase().is_none() && unit.has(own))
            && !self.shapes[next].article
    }

    /// والتقى خلال زيارته رئيس الوزراء: whether the person behind a journey within a verb of meeting is whom that verb asks for.
    fn is_for_verb_before(&self, at: usize, next: usize) -> bool {
        const REACH: usize = 6;
        let within = at > 0 && self.units[at - 1].is(Class::Circumstance);
        let journey = || self.tells(at, |told| told == Predicate::Visited);
        let person = || self.unit_phrase(next).is_none_or(|phrase| phrase.kind == PhraseKind::Person);
        if self.lang == Lang::En || !within || !journey() || !person() {
            return false;
        }
        let near = (at.saturating_sub(REACH)..at - 1).rev();
        let verb = near
            .take_while(|&before| !self.units[before].is_mark() && !self.units[before].is(Class::Complement))
            .find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| self.meets(verb) && (verb + 1..at).filter(|&party| self.bare_party(party)).count() < 2)
    }

    /// Returns whether the verb of the clause around a unit says who comes along.
    fn is_of_company(&self, at: usize) -> bool {
        const REACH: usize = 8;
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| self.units[verb].means(&self.knowledge.lexicon, Sense::Accompanies))
    }

    /// Returns whether a noun without article and suffix is left open, so that what stands behind completes it.
    pub(super) fn is_construct(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let bare = !self.shapes[at].article && !self.shapes[at].suffix && !self.shapes[at].definite;
        let named = at > 0 && self.units[at - 1].is(Class::PlaceHead);
        match unit.kind {
            Kind::Noun => !unit.is_definite_noun(),
            Kind::Word => bare && !named,
            _ => false,
        }
    }

    /// شهدت القاهرة زيارة: the place that is the subject of the verb whose object the noun is.
    fn scene(&self, noun: usize) -> Option<Parties> {
        let verb = (0..noun).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let place = self.subjects[verb].as_ref().filter(|found| !found.carried && !found.is_empty())?;
        let lies = |party: &Party| matches!(party.kind, PhraseKind::Place | PhraseKind::Country);
        let object = self.units[noun].clitics == Clitics::NONE && self.skip_adverbials(place.end) == noun;
        (self.units[verb].is(Class::Scene) && object && place.list.iter().all(lies)).then(|| Parties {
            confidence: 0.85,
            end: noun + 1,
            ..place.clone()
        })
    }

    /// "makes first Aleppo visit", "Kerry's Cairo trip": the place that is named right before the noun.
    pub(super) fn destination(&self, at: usize) -> Parties {
        if self.lang == Lang::Ar {
            return self.scene(at).or_else(|| self.host_who_calls_off(at)).unwrap_or_default();
        }
        let Some(before) = at.checked_sub(1).filter(|_| self.lang == Lang::En) else { return Parties::default() };
        let place = self
            .unit_phrase(before)
            .is_some_and(|phrase| phrase.named && matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place));
        let whole = place && !self.units[before].possessive && !self.units[before].hyphen;
        if whole { Parties::new(self.parties_of(before), 0.8, at + 1) } else { Parties::default() }
    }

    /// كيري الموجود في القاهرة: whom a participle with the article describes.
    pub(super) fn described(&self, at: usize) -> Option<Parties> {
        let definite = self.units[at].kind == Kind::Participle
            && self.units[at].forms.iter().any(|form| matches!(form.shape, Shape::Participle { definite: true, .. }));
        if !definite {
            return None;
        }
        let before = at.checked_sub(1)?;
        let before = if self.units[before].is_comma() { before.checked_sub(1)? } else { before };
        if self.comes_by(at) {
            return None;
        }
        // موقف بلاده الداعم للعراق, موقفها الداعم للعراق
        if let Some(own) = self.named_own_land(before).or_else(|| self.own_stance_described(before)) {
            return Some(own);
        }
        // حزب الله اللبناني المدعوم من: over the adjective of a country.
        let demonym = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let body = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
        let over = before.checked_sub(1).filter(|&own| demonym(before) && body(own));
        let before = over.unwrap_or(before);
        let before = self.stance_described(before).unwrap_or(before);
        let named = self.unit_phrase(before).is_some_and(|phrase| phrase.kind != PhraseKind::Demonym);
        let named = named || demonym(before) && self.is_stance_of(before);
        Some(if named { Parties::new(self.parties_of(before), 0.85, at + 1) } else { Parties::default() })
    }

    /// موقف مصر الثابت والداعم: back over the adjectives of somebody's stance to whose it is.
    fn stance_described(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 2;
        let adjective = |&i: &usize| self.units[i].kind == Kind::Word && self.shapes[i].article;
        let words = (0..=at).rev().take(WORDS).take_while(adjective).count();
        let owner = at.checked_sub(words).filter(|_| words > 0)?;
        self.is_stance_of(owner).then_some(owner)
    }

    /// جددت مصر موقفها الثابت الداعم للعراق: who has the stance that a participle describes, where a pronoun stands for him: the subject of the verb
    /// before it.
    fn own_stance_described(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 2;
        const REACH: usize = 8;
        let adjective = |&i: &usize| self.units[i].phrase().is_none() && self.shapes[i].article;
        let words = (0..=at).rev().take(WORDS).take_while(adjective).count();
        let stance = at.checked_sub(words)?;
        let owned = |gender| self.units[stance].phrase().is_none() && self.units[stance].is(Class::OwnConduct(gender));
        let gender = [Gender::Masculine, Gender::Feminine].into_iter().find(|&gender| owned(gender))?;
        let open = |&i: &usize| !self.units[i].is_stop();
        let verbs = (stance.saturating_sub(REACH)..stance).rev().take_while(open);
        let verb = verbs.into_iter().find(|&i| self.units[i].kind == Kind::Verb)?;
        let own = self.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.opaque)?;
        let [party] = own.list.as_slice() else { return None };
        agrees(*party, Some(gender)).then(|| Parties { confidence: own.confidence * 0.95, end: at + 1, ..own.clone() })
    }

    /// موقف مصر, الموقف المصري: whether a word for what somebody does or thinks stands right before whose it is.
    fn is_stance_of(&self, owner: usize) -> bool {
        let demonym = self.unit_phrase(owner).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        self.unit_phrase(owner).is_some()
            && owner.checked_sub(1).is_some_and(|head| {
                let unit = &self.units[head];
                let stance = |class| matches!(class, Class::SideHead | Class::Conduct);
                unit.phrase().is_none() && unit.has(stance) && self.shapes[head].article == demonym
            })
    }
}
