//! The other one: whom a pronoun means beside the subject, who gets what is handed over, who stands at the airport.

use super::clause::{Clause, Parties, Party, agrees, is_person};
use super::other_side;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Predicate, PrepId, Pronoun, Sense, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How far back a pronoun looks for whom it means.
const LOOK_BACK: usize = 40;

impl Clause<'_> {
    /// طلب فلان في رسالة من الحزب أن, طلبت مصر من الاتحاد في خطاب: whether the verb before a noun asks somebody behind a preposition.
    pub(super) fn is_asked_of(&self, at: usize, id: PrepId) -> bool {
        const REACH: usize = 10;
        let verb = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb);
        self.lang == Lang::Ar
            && verb.is_some_and(|verb| {
                self.units[verb].forms.iter().any(|form| {
                    let trigger = self.knowledge.lexicon.trigger(form.trigger);
                    trigger.predicate == Some(Predicate::DemandedOf) && trigger.object.contains(&Slot::Prep(id))
                })
            })
    }

    /// Returns whom a pronoun means that cannot be one of `own`: اتصل بوتين بعباس لإبلاغه.
    ///
    /// Of one: whoever is named last; of several: the last list.
    pub(super) fn another(&self, at: usize, pronoun: Pronoun, own: &[Party]) -> Vec<Party> {
        let other = |party: &Party| own.iter().all(|own| own.referent != party.referent);
        if pronoun.speaks {
            return self.own_words(at).list.into_iter().filter(other).collect();
        }
        if pronoun.number != Number::Singular {
            return self.last_list(at, own, pronoun.number);
        }
        let fits = |party: &Party| other(party) && agrees(*party, pronoun.gender);
        for before in (at.saturating_sub(LOOK_BACK)..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() {
                break;
            }
            let named = self.unit_phrase(before).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Person | PhraseKind::Agent | PhraseKind::Counterpart)
            });
            if named && let [party] = self.parties_of(before).as_slice() {
                if fits(party) {
                    return vec![*party];
                }
                continue;
            }
            // أجرى اتصالا مع ترامب الذي بادر لإطلاعه: the subject carried over.
            if let Some(subject) = self.subjects.get(before).and_then(Option::as_ref)
                && let [party] = subject.list.as_slice()
                && fits(party)
            {
                return vec![*party];
            }
        }
        match self.memory.subject.as_slice() {
            [party] if fits(party) => vec![*party],
            _ => Vec::new(),
        }
    }

    /// The last two or more parties that stand together before a unit and hold none of `own`.
    ///
    /// Of a dual it is just two: إلى مالي، الرئيس ورئيس الوزراء، معهما.
    fn last_list(&self, at: usize, own: &[Party], number: Number) -> Vec<Party> {
        let mut best: Vec<Party> = Vec::new();
        for before in (at.saturating_sub(LOOK_BACK)..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() || !best.is_empty() && unit.kind == Kind::Verb {
                break;
            }
            let Some(phrase) = self.unit_phrase(before) else { continue };
            if matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Place | PhraseKind::Pronoun) {
                continue;
            }
            let list = self.list(before).list;
            let own = list.iter().any(|party| own.iter().any(|own| own.referent == party.referent));
            if list.len() > best.len().max(1) && !own {
                best = list;
            }
            if number == Number::Dual && best.len() == 2 {
                break;
            }
        }
        // وصل كيري يرافقه هاغل، وكان في استقبالهما: the only two people that the sentence has named.
        if number == Number::Dual && best.is_empty() {
            let people = self.people_along(at);
            let others = people.iter().all(|party| own.iter().all(|own| own.referent != party.referent));
            best = if others && people.len() == 2 { people } else { best };
        }
        best
    }

    /// Who a preposition's pronoun means: somebody else than `subject`, or where it fills the subject's slot, whom the
    /// clause is about.
    pub(super) fn behind_pronoun(
        &self,
        at: usize,
        pronoun: Pronoun,
        head: usize,
        subject: Option<&Parties>,
    ) -> Parties {
        let list = match subject {
            _ if pronoun.speaks => self.speaker_acted_on(at, head, pronoun),
            Some(subject) => {
                // الجبير الذي نقل إليه رسالة من الملك: neither the author nor who brings it.
                let carrier = self.subjects.get(head).and_then(Option::as_ref).map_or(&[][..], |found| &found.list);
                let mut own: Vec<Party> = subject.list.iter().chain(carrier).copied().collect();
                // أكد دعم بلاده له: nor he whose country it is.
                let landsman = self.landsman(head);
                if let Some(other) = self.other_side(head, pronoun, &landsman) {
                    return Parties::new(vec![other], other_side::SURE, at + 1);
                }
                own.extend(landsman);
                // التقى عباس كيري. وطلب منه: the other of the two who met.
                let carrier_goes_on = || self.other_side(head, pronoun, &subject.list);
                if let Some(other) =
                    Some(head).filter(|&head| self.units[head].kind == Kind::Verb).and_then(|_| carrier_goes_on())
                {
                    return Parties::new(vec![other], other_side::SURE, at + 1);
                }
                let related = self
                    .related(at, head, subject)
                    .filter(|list| list.iter().all(|party| carrier.iter().all(|own| own.referent != party.referent)));
                let guest = || self.guest_of_occasion(pronoun, head, &own);
                let fits = |party: &Party| {
                    agrees(*party, pronoun.gender) && own.iter().all(|own| own.referent != party.referent)
                };
                let helps = |told| matches!(told, Predicate::Aided | Predicate::Supported | Predicate::Mediated);
                let land =
                    || self.one_other_country(at, fits).filter(|_| self.tells(head, helps)).map(|land| vec![land]);
                let bearer = || self.guest_of_occasion(pronoun, head, &own).filter(|_| self.is_brought_before(head));
                bearer()
                    .or(related)
                    .or_else(guest)
                    .or_else(|| Some(self.another(at, pronoun, &own)).filter(|found| !found.is_empty()))
                    .or_else(land)
                    .unwrap_or_default()
            }
            // استقبل فلانا وتسلم منه رسالة: of whom one gets something, he is another.
            // Who acts for himself there (حصلت مصر منه) may get it of anybody.
            None if self.lang == Lang::Ar
                && self.receives(head)
                && self.subjects.get(head).and_then(Option::as_ref).is_some_and(|found| found.carried) =>
            {
                let own = self.subjects.get(head).and_then(Option::as_ref).map_or(&[][..], |found| &found.list);
                self.another(at, pronoun, own)
            }
            None => {
                let about = self.control(head).list;
                match about.as_slice() {
                    [party] if pronoun.number == Number::Singular && agrees(*party, pronoun.gender) => about,
                    _ => self.antecedent(at, pronoun),
                }
            }
        };
        Parties::new(list, 0.75, at + 1)
    }

    /// أكد دعم بلاده له: who says of his own country that it does what a noun tells.
    fn landsman(&self, head: usize) -> Vec<Party> {
        let his = self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && self.units.get(head + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::OwnLand));
        if his { self.control(head).list } else { Vec::new() }
    }

    /// نقل وزير رسالة من الملك إلى الرئيس، وذلك خلال استقبال الرئيس له: of a contact on whose occasion something is done, who does it.
    fn guest_of_occasion(&self, pronoun: Pronoun, head: usize, own: &[Party]) -> Option<Vec<Party>> {
        let noun = self.lang == Lang::Ar
            && pronoun.number == Number::Singular
            && self.units[head].kind == Kind::Noun
            && self.tells(head, |told| told.family() == Family::Contact);
        let on = head.checked_sub(1).filter(|&before| noun && self.units[before].is(Class::Circumstance))?;
        let verb = (0..on).rev().find(|&before| {
            self.units[before].kind == Kind::Verb
                && self.subjects.get(before).and_then(Option::as_ref).is_some_and(|found| !found.is_empty())
        })?;
        match self.subjects[verb].as_ref()?.list.as_slice() {
            [party]
                if is_person(*party)
                    && agrees(*party, pronoun.gender)
                    && own.iter().all(|own| own.referent != party.referent) =>
            {
                Some(vec![*party])
            }
            _ => None,
        }
    }

    /// الأراضي السورية التي تسيطر عليها تركيا: the antecedent of the relative clause whose verb has the pronoun behind it.
    fn related(&self, at: usize, head: usize, subject: &Parties) -> Option<Vec<Party>> {
        let verb = self.lang == Lang::Ar && self.units[head].kind == Kind::Verb && at == head + 1 && !subject.carried;
        let relative = head.checked_sub(1).filter(|&i| verb && self.units[i].is(Class::Relative))?;
        let found = self.parties_of(relative.checked_sub(1)?);
        let other = found.iter().all(|party| subject.list.iter().all(|own| own.referent != party.referent));
        (!found.is_empty() && other).then_some(found)
    }

    /// Returns whether the phrase at a unit ends with the name, no title behind it.
    pub(super) fn ends_in_name(&self, at: usize) -> bool {
        self.shapes[at].name_last
    }

    /// The parties behind a preposition that stands between a light verb and its noun: تلقى من بوتين رسالة.
    pub(super) fn before_noun(&self, noun: usize, preposition: PrepId, subject: Option<&Parties>) -> Parties {
        const MOST_UNITS: usize = 8;
        let own = self.units[noun].clitics;
        if self.units[noun].kind != Kind::Noun || own.has_conjunction() || own.has(Clitics::LI) {
            return Parties::default();
        }
        let low = noun.saturating_sub(MOST_UNITS);
        let opens = |at: usize| self.limit(at) || self.units[at].is_comma() || self.units[at].is(Class::Auxiliary);
        let Some(verb) = (low..noun).rev().find(|&at| opens(at)) else {
            return Parties::default();
        };
        // وصلت إلى دمشق شحنة مساعدات: aid arrives by itself.
        let aid = self.tells(noun, |predicate| predicate == Predicate::Aided);
        // وردت إلى بوتين رسالة من كيري, وصل إليه اتصال: so do letters and calls, if nobody else arrives.
        let other = self.subjects[verb].as_ref().is_some_and(|found| !found.carried && !found.is_empty());
        let message = || !other && self.tells(noun, |told| matches!(told, Predicate::WroteTo | Predicate::Called));
        // جرت بين كيري ولافروف محادثات, كان لميركل لقاء مع: what there was, the noun tells.
        let lexicon = &self.knowledge.lexicon;
        let was = self.units[verb].is(Class::Auxiliary);
        let light = self.units[verb].kind == Kind::Verb
            && self.units[verb].forms.iter().any(|form| {
                let trigger = lexicon.trigger(form.trigger);
                trigger.flags.light
                    || trigger.is_journey() && (aid || message())
                    || trigger.predicate.is_none()
                        && !trigger.flags.speech
                        && (lexicon.preposition_id("بين") == Some(preposition) || message())
            });
        let given = was && lexicon.preposition_id("ل") == Some(preposition);
        if !light && !given {
            return Parties::default();
        }
        let start = self.subjects[verb].as_ref().filter(|found| !found.carried).map_or(verb + 1, |found| found.end);
        let found = [verb + 1, start.max(verb + 1)].into_iter().find(|&at| at < noun && self.governs(at, preposition));
        let Some(at) = found else { return Parties::default() };
        let found = match self.units[at].pronoun {
            Some(pronoun) => self.behind_pronoun(at, pronoun, verb, subject),
            None => self.governed(at, false).or_else(|| self.belongings(noun, at).filter(|_| aid)).unwrap_or_default(),
        };
        // وعقد مع تميم مباحثات: a name is as sure as behind the noun, so that it holds for a subject of the sentence before, too.
        let confidence = if self.units[at].pronoun.is_none() { 0.9 } else { 0.85 };
        if found.end <= noun { Parties { confidence, ..found } } else { Parties::default() }
    }

    /// وفرضت عليه عقوبات, but not روسيا التي تفرض عليها عقوبات: whether before a noun a preposition has the pronoun of somebody whom no relative
    /// clause describes.
    pub(super) fn is_behind_open_pronoun(&self, noun: usize) -> bool {
        const WORDS: usize = 6;
        let before = || self.units[..noun].iter().rev().take(WORDS).take_while(|unit| !unit.is_mark());
        before().any(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))))
            && !before().any(|unit| unit.is(Class::Relative))
    }

    /// اتصل بوتين بالسيسي لتهنئته, but not التقى بوتين السيسي لتهنئته: whether the last contact before a unit is one that its subject makes
    /// with the other.
    pub(super) fn goes_to_somebody(&self, at: usize) -> bool {
        let contact = |i: &usize| self.tells(*i, |told| told.family() == Family::Contact);
        let last = (at.saturating_sub(LOOK_BACK)..at).rev().take_while(|&i| !self.units[i].is_stop()).find(contact);
        last.is_some_and(|i| {
            self.tells(i, |told| matches!(told, Predicate::Called | Predicate::WroteTo))
                || self.units[i].kind == Kind::Verb
                    && self.tells(i, |told| told == Predicate::Visited)
                    && self.units[i].persons().iter().all(|&(_, gender, _)| gender.is_some())
        })
    }

    /// Whom the suffix of a noun means when it is not the subject: بوتين ... لإطلاعه.
    pub(super) fn other_suffix(&self, at: usize, subject: &Parties) -> Parties {
        let Some(owner) = self.units[at].owner() else { return Parties::default() };
        // استقباله وزير الخارجية: the suffix is the host.
        // كان في استقباله الوزير: behind the suffix stands who receives.
        let attended = self.is_attendance(at);
        let second = self.second_genitive(at).list;
        let other = second.iter().any(|party| subject.list.iter().all(|own| own.referent != party.referent));
        if other || !attended && !second.is_empty() || self.met_others(at) {
            return Parties::default();
        }
        let mut found = self.another(at, owner, &subject.list);
        if attended
            && found == self.memory.subject
            && let Some(guest) = self.guest_awaited(&subject.list, owner.gender)
        {
            found = vec![guest];
        }
        Parties::new(found, 0.8, at + 1)
    }

    /// Who gets what a noun names: of تلقى its subject, of سلم and نقل who stands behind them.
    pub(super) fn receiver(&self, at: usize) -> Parties {
        if let Some(found) = self.met_by_bearer(at).or_else(|| self.given_by_noun(at)) {
            return found;
        }
        let verb = self.carrying_verb(at).or_else(|| {
            (0..at).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb)
        });
        match verb {
            Some(verb) if self.hands(verb) => {
                let found = self.handed(verb, at);
                if found.is_empty() && !found.opaque {
                    self.host_of_bearer(verb).or_else(|| self.addressee_behind(verb, at)).unwrap_or(found)
                } else {
                    found
                }
            }
            // "who delivered a letter from": never whoever brings it.
            Some(verb) if self.lang == Lang::En && self.units[verb].means(&self.knowledge.lexicon, Sense::Bears) => {
                let to = (verb + 1..at).find(|&to| self.units[to].is_to() && self.bare_party(to + 1));
                to.map(|to| self.list(to + 1)).or_else(|| self.host_of_bearer(verb)).unwrap_or_default()
            }
            // أعطى ترامب إيران مهلة: the other object.
            Some(verb) if self.gives(verb) => {
                let found = self.handed(verb, at);
                if !found.is_empty() && found.end <= at { found } else { self.control(at) }
            }
            // اتهمت إسرائيل الأسد باستخدام أسلحة: who accuses gets none of them.
            Some(verb) if self.blames(verb) => Parties::default(),
            _ => self.control(at),
        }
    }

    /// حيث سلم الرئيس المالي رسالة من نظيره الجزائري: who stands behind a verb of handing over gets what comes from somebody of
    /// another country; who brings it was named before.
    fn addressee_behind(&self, verb: usize, noun: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let found = self.subjects[verb].as_ref().filter(|found| !found.carried && found.end > verb + 1)?;
        let [own] = found.list.as_slice() else { return None };
        let from = (noun + 1..self.units.len().min(noun + WORDS)).find(|&i| self.is_from(&self.units[i]))?;
        let author = self.governed(from, false)?;
        let [author] = author.list.as_slice() else { return None };
        let (here, there) = (self.country_of(own.referent)?, self.country_of(author.referent)?);
        let bare = self.units[noun].clitics == Clitics::NONE && self.skip_adverbs(found.end) == noun;
        (self.lang == Lang::Ar && bare && self.is_human(own) && here != there).then(|| Parties {
            confidence: 0.8,
            end: noun + 1,
            ..found.clone()
        })
    }

    /// استقبل فلان السفير الذي نقل رسالة من, التقى فلان السفير. ونقل السفير رسالة من: to whom somebody brings what another has sent, whom
    /// the verb does not name: who met the bearer.
    fn host_of_bearer(&self, verb: usize) -> Option<Parties> {
        let bears = self.units[verb].means(&self.knowledge.lexicon, Sense::Bears);
        let subject = self.subjects[verb].as_ref().filter(|_| bears)?;
        let [bearer] = subject.list.as_slice() else { return None };
        let other = |party: &Party| self.is_human(party) && party.referent != bearer.referent;
        if self.is_relative_verb(verb) {
            let main = (0..verb).rev().find(|&at| self.units[at].kind == Kind::Verb && !self.is_relative_verb(at))?;
            let host =
                self.subjects[main].as_ref().filter(|_| self.tells(main, |told| told.family() == Family::Contact))?;
            return matches!(host.list.as_slice(), [host] if other(host))
                .then(|| Parties { confidence: 0.8, ..host.clone() });
        }
        if let Some(host) = self.met_before_handing(verb).filter(other) {
            return Some(Parties::new(vec![host], 0.8, verb + 1));
        }
        let (a, b) = self.memory.pair?;
        let host = if a.referent == bearer.referent { b } else { a };
        let met = [a, b].iter().any(|party| party.referent == bearer.referent);
        (met && other(&host)).then(|| Parties::new(vec![host], 0.75, verb + 1))
    }

    /// "Burns met Morsi and delivered a letter": whom the subject of a verb joined to another has met.
    fn met_before_handing(&self, verb: usize) -> Option<Party> {
        let main =
            (0..verb).rev().take_while(|&at| !self.units[at].is_stop()).find(|&at| self.units[at].kind == Kind::Verb);
        let main =
            main.filter(|&main| self.lang == Lang::En && self.tells(main, |told| told.family() == Family::Contact))?;
        match self.list(main + 1).list.as_slice() {
            [party] if self.bare_party(main + 1) => Some(*party),
            _ => None,
        }
    }

    /// "sent the king a cable", "handed over an invitation from Sharif to Singh": who gets what an English noun names, right behind the verb before
    /// it or behind "to" after whom it comes from.
    pub(super) fn handed_to(&self, noun: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let word = |&i: &usize| {
            self.units[i].phrase().is_none()
                && matches!(self.units[i].kind, Kind::Word | Kind::Function)
                && !self.units[i].is_preposition()
                && !self.units[i]
                    .has(|c| matches!(c, Class::Conj | Class::Complement | Class::Relative | Class::Circumstance))
        };
        let words = (noun.saturating_sub(WORDS)..noun).rev().take_while(word).count();
        let last = (noun - words).checked_sub(1)?;
        if self.bare_party(last) {
            let (first, list) = self.list_ending_at(last);
            let active =
                first.checked_sub(1).is_some_and(|verb| self.units[verb].kind == Kind::Verb || self.shapes[verb].past);
            return (active && !list.is_empty()).then(|| Parties::new(list, 0.85, noun + 1));
        }
        if noun + 2 >= self.units.len() || !self.is_preposition_of(noun + 1, "from") || !self.bare_party(noun + 2) {
            return None;
        }
        let to = self.list(noun + 2).end;
        let person = self.unit_phrase(to + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let behind = self.units.get(to).is_some_and(|unit| unit.is_to()) && person && self.bare_party(to + 1);
        behind.then(|| Parties { confidence: 0.85, ..self.list(to + 1) })
    }

    /// قام بتسليم الرسالة, نقل الوزير الرسالة: whether what a noun names has been told of, and is only handed over by whoever does that.
    pub(super) fn is_handed_over(&self, noun: usize) -> bool {
        if self.lang != Lang::Ar || !self.units[noun].is_definite_noun() || self.units[noun].owner().is_some() {
            return false;
        }
        let hands = |before: usize| self.units[before].phrase().is_none() && self.units[before].is(Class::Handover);
        let verb = (0..noun)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb);
        // تسلم الرسالة التي بعث بها الملك: what the relative tells is another deed.
        let told = self.units.get(noun + 1).is_some_and(|next| next.is(Class::Relative));
        let bears = |verb: usize| self.units[verb].means(&self.knowledge.lexicon, Sense::Bears) && !told;
        noun.checked_sub(1).is_some_and(hands) || verb.is_some_and(bears)
    }

    /// To whom the clause's verb does what the noun names besides: هنأ السيسي بوتين في اتصال هاتفي. People only.
    pub(super) fn besides(&self, at: usize) -> Parties {
        if self.lang == Lang::En {
            return self.besides_english(at);
        }
        let lexicon = &self.knowledge.lexicon;
        let inside = ["في", "خلال", "عبر"].iter().filter_map(|word| lexicon.preposition_id(word));
        let manner = at > 0
            && (inside.into_iter().any(|id| self.governs(at - 1, id))
                || self.units[at - 1].is(Class::Circumstance)
                || self.units[at].is(Class::Skip));
        let verb = (0..at).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        let Some(verb) = verb.filter(|_| manner && self.units[at].owner().is_none()) else { return Parties::default() };
        if let Some(found) = self.addressed_behind(verb, at).or_else(|| self.addressed_by_noun(verb, at)) {
            return found;
        }
        let mut found = self.handed(verb, at);
        // ناقش فلان مع فلان في اتصال: with whom.
        if let Some(with) = lexicon.preposition_id("مع").filter(|_| found.is_empty())
            && let Some(before) = (verb + 1..at).take_while(|&i| !self.limit(i)).find(|&i| self.governs(i, with))
            && self.units[before].pronoun.is_none()
        {
            found = self.governed(before, false).unwrap_or_default();
        }
        found.list.retain(|party| party.kind == PhraseKind::Person);
        if found.end <= at { Parties { confidence: 0.8, ..found } } else { Parties::default() }
    }

    /// أبلغ تبون عباس، خلال لقاء بالقصر، بقرار بلاده: whom somebody tells something at a meeting of which nothing is said but where it was.
    pub(super) fn told_at_meeting(&self, at: usize) -> Parties {
        let during = at.checked_sub(1).is_some_and(|before| {
            let unit = &self.units[before];
            unit.clitics == Clitics::NONE
                && unit.is(Class::Circumstance)
                && !unit.has(|c| matches!(c, Class::After | Class::Ahead))
        });
        // خلال لقاء السفيرة, خلال اجتماع المجلس: whose meeting it is.
        let next = at + 1;
        let whose = self.bare_party(next) || self.shapes.get(next).is_some_and(|shape| shape.article);
        let several = self.units[at].is_definite_noun() || whose;
        let verb = (0..at).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        let tells = |verb: &usize| self.tells(*verb, |told| matches!(told, Predicate::Briefed | Predicate::Promised));
        if !during || several || verb.filter(tells).is_none() {
            return Parties::default();
        }
        self.besides(at)
    }

    /// هنأ الملك، في اتصال هاتفي، رئيس الوزراء: the object of a verb of address behind the noun that tells how, which stands between
    /// subject and object.
    fn addressed_behind(&self, verb: usize, at: usize) -> Option<Parties> {
        let addresses = |predicate| {
            matches!(
                predicate,
                Predicate::Briefed
                    | Predicate::Praised
                    | Predicate::DemandedOf
                    | Predicate::Promised
                    | Predicate::Threatened
            )
        };
        let subject = self.subjects[verb].as_ref()?;
        let told = !subject.is_empty() && !subject.opaque && !subject.carried && subject.end <= at;
        let between = told
            && !(subject.end.max(verb + 1)..at)
                .any(|i| self.unit_phrase(i).is_some() || self.units[i].kind == Kind::Noun);
        let behind = at + 1 + usize::from(self.units.get(at + 1).is_some_and(Unit::is_comma));
        let next = self.behind_comma(behind, self.skip_adverbials(behind));
        // في برقية الرئيس: one word without a comma or adverb behind it may have him for its genitive.
        let apart = next > at + 1 || self.units[at].end > self.units[at].start + 1;
        let person = self.unit_phrase(next).is_some_and(|phrase| {
            phrase.clitics == Clitics::NONE && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Counterpart)
        });
        (between && apart && person && self.tells(verb, addresses))
            .then(|| Parties { confidence: 0.8, ..self.list(next) })
            .filter(|found| !found.is_empty())
    }

    /// "in a phone call", "during their two-hour meeting", "by phone": whether an English noun only says how or when something
    /// is said, and not with whom.
    pub(super) fn tells_manner(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let lexicon = &self.knowledge.lexicon;
        let inside = |i: usize| {
            self.units[i].is(Class::Circumstance)
                || ["in", "during", "at"].iter().any(|word| self.is_preposition_of(i, word))
        };
        let plain = |i: usize| {
            let unit = &self.units[i];
            unit.phrase().is_none()
                && (unit.kind == Kind::Word
                    || unit.kind == Kind::Function
                        && unit.has(|c| matches!(c, Class::Skip | Class::TitleAdjective { .. } | Class::Period(_))))
        };
        let adverb = self.units[at].means(lexicon, Sense::Manner);
        // "during their meeting"
        let several = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.number != Number::Singular);
        let own = |i: usize| i > 0 && self.units[i].case == Some(Case::Owner) && several(i) && inside(i - 1);
        let first = (at.saturating_sub(WORDS + 1)..at).rev().find(|&i| !plain(i));
        let manner = adverb || first.is_some_and(|i| inside(i) || own(i));
        // "in a call with reporters", "at a meeting of ministers": with others.
        let to_do = self.units.get(at + 1).is_some_and(Unit::is_to)
            && self.units.get(at + 2).is_some_and(|next| next.kind == Kind::Verb);
        // "thanked him in a phone call for his help": what the verb says stands behind it; not "a meeting for donors".
        let call = !adverb && self.tells(at, |told| told == Predicate::Called);
        let words: &[&str] = if call {
            &["with", "between", "to", "from", "among"]
        } else {
            &["with", "between", "of", "to", "from", "for", "among"]
        };
        let others = self.units.get(at + 1).filter(|_| !to_do).is_some_and(|next| {
            words.iter().any(|word| lexicon.preposition_id(word).is_some_and(|id| next.has(|c| c == Class::Prep(id))))
        });
        manner && !others && self.lang == Lang::En
    }

    /// Returns whether the verb at a unit is one of handing over.
    pub(super) fn hands(&self, verb: usize) -> bool {
        // تسلم is "he received" and "she hands over": the former is meant.
        let flags = || self.units[verb].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger).flags);
        flags().any(|flags| flags.hands) && !flags().any(|flags| flags.light && !flags.hands)
    }

    /// To whom a verb hands the noun at `at`: behind إلى or ل, or as its first object.
    pub(super) fn handed(&self, verb: usize, at: usize) -> Parties {
        let subject = self.subjects[verb].clone().unwrap_or_default();
        let end = if verb < at { at } else { self.units.len() };
        for preposition in ["إلى", "ل"].iter().filter_map(|word| self.knowledge.lexicon.preposition_id(word)) {
            for before in verb + 1..end {
                if self.limit(before) {
                    break;
                }
                if !self.governs(before, preposition) {
                    continue;
                }
                let found = match self.units[before].pronoun {
                    Some(pronoun) => self.behind_pronoun(before, pronoun, verb, Some(&subject)),
                    None => self.governed(before, false).unwrap_or_default(),
                };
                let people = found.list.iter().all(|party| party.kind != PhraseKind::Place);
                if !found.is_empty() && people {
                    return Parties { confidence: 0.85, ..found };
                }
            }
        }
        if let Some((.., Some(pronoun))) = self.units[verb].verb() {
            return Parties::new(self.another(verb, pronoun, &subject.list), 0.75, verb + 1);
        }
        let from = if subject.carried { verb + 1 } else { subject.end.max(verb + 1) };
        self.object(from, false)
    }

    /// في استقباله بمطار بغداد الدولي وزير الخارجية, في استقبال بوريطة، نائب الوزير: who receives, behind guest and place.
    fn host_behind(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 9;
        let (guest, mut next) = (at + 1, at + 1);
        // كان في الاستقبال ولي العهد: no guest stands behind a noun with the article.
        if self.units[at].owner().is_none() && !self.units[at].is_definite_noun() {
            if !self.bare_party(guest) {
                return None;
            }
            next = self.list(guest).end;
        }
        // في استقبال الأمير والوفد المرافق له كل من: over whom he brings along.
        next = self.past_company(next);
        // في استقبال الضيف، الذي يرأس وفدا، الأمير
        next = self.past_relative(next).unwrap_or(next);
        if self.lang == Lang::Ar && self.units.get(next).is_some_and(|unit| unit.is(Class::Each)) {
            next += 1;
        }
        let end = (next + REACH).min(self.units.len());
        let mut place = false;
        while next < end {
            let unit = &self.units[next];
            // وفد من المسؤولين، على رأسهم فلان
            if unit.delegation && unit.phrase().is_none() && !unit.clitics.has_preposition() {
                return self.members(next, true);
            }
            if self.bare_party(next) && !unit.clitics.has_conjunction() && (!place || !self.is_place(next)) {
                return Some(Parties { confidence: 0.85, ..self.list(next) });
            }
            let opens_place =
                unit.is_preposition() || unit.clitics.has_preposition() || self.shapes[next].preposition.is_some();
            let arrives = unit.kind == Kind::Noun && unit.owner().is_some();
            place = if unit.is_comma() { false } else { place || opens_place || arrives };
            let passes = unit.is_comma()
                || opens_place
                || place && matches!(unit.kind, Kind::Word | Kind::Function | Kind::Phrase(_))
                // في استقباله لدى وصوله مطار القاهرة الرئيس
                || self.units[next].owner().is_some() && self.tells(next, |told| told == Predicate::Visited)
                || unit.is(Class::Skip)
                || unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_)));
            if !passes || self.limit(next) || unit.clitics.has_conjunction() {
                return None;
            }
            next += 1;
        }
        None
    }

    /// Returns whether a phrase names a place or country.
    fn is_place(&self, at: usize) -> bool {
        self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
    }

    /// Who stands there to receive a guest: كان في استقباله الرئيس, وزير الخارجية الذي كان في استقباله.
    pub(super) fn attendant(&self, at: usize) -> Parties {
        if !self.stands_ready(at) {
            return Parties::default();
        }
        let mut before = at;
        while before > 0
            && self.units[before - 1].phrase().is_none()
            && self.units[before - 1].has(|class| matches!(class, Class::Auxiliary | Class::Qad | Class::Skip))
        {
            before -= 1;
        }
        // وجد الملك في استقباله: whom he found there.
        let finds = |verb: usize| self.units[verb].means(&self.knowledge.lexicon, Sense::Finds);
        // ووجد في استقباله الملك
        // كان الرئيس وقائد الجيش في استقباله
        const LIST: usize = 6;
        // وكان رئيس البرلمان فلان، في استقبال فلان
        let parted = before.checked_sub(1).filter(|&comma| self.units[comma].is_comma() && self.lang == Lang::Ar);
        let was = |i: usize, comma: usize| {
            self.units[i].is(Class::Auxiliary) && self.bare_party(i + 1) && self.list(i + 1).end == comma
        };
        if let Some(comma) = parted.filter(|&comma| (comma.saturating_sub(LIST)..comma).any(|i| was(i, comma))) {
            before = comma;
        }
        let several =
            (before.saturating_sub(LIST)..before).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| {
                self.units[i].is(Class::Auxiliary)
                    && self.bare_party(i + 1)
                    && self.list(i + 1).list.len() > 1
                    && self.list(i + 1).end == before
            });
        if let Some(first) = several {
            return Parties { confidence: 0.85, end: at + 1, ..self.list(first + 1) };
        }
        if let Some(host) = self.host_with_others(before) {
            return Parties { confidence: 0.85, end: at + 1, ..host };
        }
        // وصل إلى تونس، وفي استقباله وزير الدفاع
        let meanwhile = self.units[at].clitics == Clitics::WA && self.units[at].owner().is_some();
        let stands = before < at
            || meanwhile
            || before > 0 && finds(before - 1)
            || before > 1
                && self.bare_party(before - 1)
                && (self.units[before - 2].is(Class::Auxiliary) || finds(before - 2));
        if stands {
            // في استقباله بمطار الجزائر فلان: where it is is no host.
            let place = |party: &Party| matches!(party.kind, PhraseKind::Place | PhraseKind::Country);
            let behind = self.second_genitive(at);
            if !behind.is_empty() && !behind.list.iter().all(place) {
                return behind;
            }
            if let Some(host) = self.host_behind(at) {
                return host;
            }
            if let Some(host) = self.host_going_on(before, at) {
                return host;
            }
        }
        // شارك بري وسليمان في استقبال الأمير
        let took_part =
            (0..at).rev().take_while(|&verb| !self.limit(verb) || self.units[verb].kind == Kind::Verb).find(|&verb| {
                let ends = |found: &Parties| found.end.max(verb + 1) == at && !found.is_empty() && !found.opaque;
                self.units[verb].kind == Kind::Verb
                    && self.subjects[verb].as_ref().is_some_and(ends)
                    && self.units[verb].means(&self.knowledge.lexicon, Sense::Attends)
            });
        if let Some(verb) = took_part {
            return Parties { end: at + 1, ..self.subjects[verb].clone().unwrap_or_default() };
        }
        let Some(mut last) = before.checked_sub(1) else { return Parties::default() };
        if self.units[last].is(Class::Relative) {
            let Some(more) = last.checked_sub(1) else { return Parties::default() };
            last = if self.units[more].is_comma() { more.saturating_sub(1) } else { more };
        } else if !self.bare_party(last) || !stands && last > 0 && !self.stands_apart(last, at) {
            return Parties::default();
        }
        // وصل إلى تونس وكان في استقباله عدد من الوزراء: where the guest came to stands before the clause.
        let elsewhere = last > 0 && self.is_place(last) && self.units[last - 1].is_preposition();
        let list: Vec<Party> = if elsewhere { Vec::new() } else { self.parties_of(last) };
        if list.is_empty() { Parties::default() } else { Parties::new(list, 0.85, at + 1) }
    }

    /// في استقباله, وكان باستقباله الوزير, but not بعد استقباله, قام باستقباله: whether a noun of receiving says that somebody is there for it.
    pub(super) fn stands_ready(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let was = |before: usize| self.units[before].phrase().is_none() && self.units[before].is(Class::Auxiliary);
        unit.end > unit.start + 1 || unit.clitics.has(Clitics::BI) && at.checked_sub(1).is_some_and(was)
    }

    /// كان الملك، وعدد من الوزراء، في استقبال فلان: the one behind "was" before others whom nobody names, up to
    /// where it is said that he receives.
    fn host_with_others(&self, end: usize) -> Option<Parties> {
        const REACH: usize = 12;
        let was = (end.saturating_sub(REACH)..end)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].phrase().is_none() && self.units[i].is(Class::Auxiliary))?;
        if !self.bare_party(was + 1) {
            return None;
        }
        let host = self.list(was + 1);
        if !host.list.iter().all(|party| self.is_human(party)) {
            return None;
        }
        // كان الملك ووزراء في استقباله: those without a name end the list.
        if host.end == end && host.end > was + 2 && !host.is_empty() {
            return Some(host);
        }
        let comma = self.units.get(host.end).is_some_and(Unit::is_comma);
        let others = host.end + usize::from(comma);
        let opens = self.units.get(others)?;
        let joined = opens.clitics.has_conjunction() || self.joins_word(others) || opens.is(Class::ListMore);
        let plain = |i: usize| {
            let unit = &self.units[i];
            match self.unit_phrase(i) {
                Some(phrase) => phrase.referents.is_empty() && !phrase.named,
                None => matches!(unit.kind, Kind::Word | Kind::Function) || unit.is_comma(),
            }
        };
        let unnamed = others < end && joined && (others..end).all(plain);
        (unnamed && !host.is_empty()).then_some(host)
    }

    /// خرج مودي إلى المطار وكان في استقبال كيري: who acts in the clause before, where و joins "was" to it and the guest is named.
    fn host_going_on(&self, was: usize, at: usize) -> Option<Parties> {
        let joined = self.units.get(was).is_some_and(|unit| unit.clitics == Clitics::WA && was < at);
        let verb =
            (0..was).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb)?;
        let host = self.subjects[verb]
            .as_ref()
            .filter(|host| !host.is_empty() && host.list.iter().all(|p| self.is_human(p)))?;
        let guest = self.genitive(at);
        let [guest] = guest.list.as_slice() else { return None };
        let other = host.list.iter().all(|own| own.referent != guest.referent) && self.is_human(guest);
        (joined && other && self.units[at].owner().is_none()).then(|| Parties {
            confidence: 0.8,
            end: at + 1,
            ..host.clone()
        })
    }

    /// يصل إلى العلا وولي العهد في مقدمة مستقبليه: whether a host before a noun of reception opens a clause of his own, behind a mark or as
    /// what is so meanwhile.
    fn stands_apart(&self, host: usize, noun: usize) -> bool {
        let meanwhile = self.units[host].clitics == Clitics::WA && self.units[noun].owner().is_some();
        meanwhile || self.units[host - 1].is_mark()
    }
}
