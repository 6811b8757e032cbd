//! Who travels: the one invited, the one on tour, and who is merely at home.

use super::clause::{Clause, Parties, Party};
use super::other_side;
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Form, Predicate, Sense, Shape, Slot, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How far back an invitation may stand before the journey that it names.
const INVITATION: usize = 12;
/// How far behind a stop of a journey the journey may stand.
const NEAR: usize = 6;
/// How far back a journey may stand before the verb that tells its legs.
const LEGS: usize = 9;

impl Clause<'_> {
    pub(super) fn is_invitation(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.invites)
    }

    /// Returns whether a noun is an English "invitation".
    pub(super) fn offers_visit(&self, at: usize) -> bool {
        self.units[at].kind == Kind::Noun && self.units[at].means(&self.knowledge.lexicon, Sense::Invites)
    }

    pub(super) fn names_journey(&self, at: usize) -> bool {
        self.units[at].kind == Kind::Noun
            && self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).sets_out())
    }

    /// "The trip comes as part of a visit to", "Kerry's tour is part of": of a journey that is part of another, whose that one is.
    pub(super) fn traveller_of_whole(&self, at: usize) -> Parties {
        if self.lang != Lang::En || !self.names_journey(at) {
            return Parties::default();
        }
        if let Some(found) = self.traveller_on_occasion(at) {
            return found;
        }
        let start = (0..at).rev().find(|&before| self.opens_clause_behind(before)).map_or(0, |before| before + 1);
        let Some(whole) = (start..at).find(|&before| self.names_journey(before)) else { return Parties::default() };
        let owner = whole.checked_sub(1).filter(|&owner| self.units[owner].possessive);
        let opens = (start..whole).all(|before| self.units[before].kind == Kind::Word || Some(before) == owner);
        let list = match owner {
            Some(owner) => self.parties_of(owner),
            None if self.units[whole].determined => self.memory.traveller.clone(),
            None => Vec::new(),
        };
        if opens { Parties::new(list, 0.8, at + 1) } else { Parties::default() }
    }

    /// "urged Maliki to reform during a visit to Baghdad": who travels is who urges, and not whom he urges.
    fn traveller_on_occasion(&self, at: usize) -> Option<Parties> {
        let main = self.main_of_occasion(at)?;
        let found = self.subjects[main].as_ref().filter(|own| own.list.len() == 1 && !own.carried)?;
        Some(Parties { confidence: found.confidence * 0.9, end: at + 1, ..found.clone() })
    }

    /// "urged Maliki to reform during a visit": the verb of the clause of which a journey is told as the occasion, behind what somebody is to do.
    pub(super) fn main_of_occasion(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 4;
        if self.lang != Lang::En || !self.names_journey(at) {
            return None;
        }
        let word = |i: &usize| {
            let unit = &self.units[*i];
            let plain = unit.kind == Kind::Word || unit.kind == Kind::Function && !unit.is_preposition();
            unit.phrase().is_none() && plain && !unit.is(Class::Circumstance)
        };
        let words = (0..at).rev().take(WORDS).take_while(word).count();
        let opens = at.checked_sub(words + 1)?;
        let unit = &self.units[opens];
        let during = unit.is(Class::Circumstance) && !unit.has(|c| matches!(c, Class::After | Class::Ahead));
        let occasion = unit.phrase().is_none()
            && (during || ["during", "on"].iter().any(|word| self.is_preposition_of(opens, word)));
        // "to stop flights carrying arms during a visit"
        let infinitive = (0..opens)
            .rev()
            .take_while(|&i| !self.units[i].is_stop() && occasion)
            .find(|&i| self.units[i].kind == Kind::Verb && self.verb_form(i) != VerbForm::Gerund)?;
        if self.verb_form(infinitive) != VerbForm::Infinitive {
            return None;
        }
        self.main_verb_before(infinitive).filter(|&main| self.tells(main, |told| told == Predicate::DemandedOf))
    }

    /// في زيارة رسمية إلى تونس يتوجه فلان: the verb of going behind a journey that opens the sentence with في.
    pub(super) fn main_behind_journey(&self, at: usize) -> Option<usize> {
        const REACH: usize = 12;
        let opens = at == 1 && self.lang == Lang::Ar && self.names_journey(at) && self.is_preposition_of(0, "في");
        if !opens {
            return None;
        }
        let end = self.units.len().min(at + REACH);
        let verb = (at + 1..end)
            .take_while(|&i| !self.units[i].is_stop() && !self.units[i].is(Class::Relative))
            .find(|&i| self.units[i].kind == Kind::Verb)?;
        let present = matches!(self.units[verb].tense(), Some(Tense::Present | Tense::Future));
        (present && self.tells(verb, |told| told == Predicate::Visited)).then_some(verb)
    }

    /// استقبل شكري كيري في زيارة تستغرق يومين لمصر: whom a verb before a journey says that `host` received or met.
    pub(super) fn guest_of(&self, journey: usize, host: &Party) -> Option<Party> {
        let receives = |predicate| matches!(predicate, Predicate::Hosted | Predicate::Met);
        let verb = (0..journey)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb && self.tells(before, receives))?;
        let subject = self.subjects[verb].as_ref()?;
        let from = if subject.carried { verb + 1 } else { subject.end };
        let met = subject.list.iter().any(|party| party.referent == host.referent);
        let object = self.object(from, false).list;
        let noun = met && self.units[journey].kind == Kind::Noun && self.lang == Lang::Ar;
        match object.as_slice() {
            [guest] if noun && self.is_human(guest) => Some(*guest),
            _ => None,
        }
    }

    /// بحث شكري مع كيري خلال زيارته للقاهرة, رحب بنظيره في أول زيارة له لمصر: the one other person whom the clause names between its verb
    /// and a journey.
    pub(super) fn other_before(&self, journey: usize, host: &Party) -> Option<Party> {
        if self.lang != Lang::Ar || self.units[journey].kind != Kind::Noun {
            return None;
        }
        let before = (0..journey).rev().take_while(|&before| !self.units[before].is_stop());
        let verb = before.take_while(|&before| !self.units[before].is(Class::Complement)).find(|&before| {
            let told = |found: &Parties| found.list.iter().any(|party| party.referent == host.referent);
            self.units[before].kind == Kind::Verb && self.subjects[before].as_ref().is_some_and(told)
        })?;
        let mut people =
            (verb + 1..journey).filter(|&at| self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Person));
        let mut others =
            people.by_ref().flat_map(|at| self.parties_of(at)).filter(|party| party.referent != host.referent);
        let first = others.next()?;
        others.all(|party| party.referent == first.referent).then_some(first)
    }

    /// Returns whether an indefinite journey belongs to somebody whom the text does not name to us: زيارة الوفد, زيارة «شي».
    pub(super) fn is_others(&self, at: usize) -> bool {
        let indefinite =
            self.units[at].forms.iter().any(|form| matches!(form.shape, Shape::Noun { definite: false, owner: None }));
        let Some(next) = self.shapes.get(at + 1) else { return false };
        let word = matches!(self.units[at + 1].kind, Kind::Word) || self.units[at + 1].is(Class::Agent);
        // زيارة أي وفد: of whoever comes.
        let any = self.units[at + 1].is(Class::Each)
            && self.units.get(at + 2).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Agent));
        self.lang == Lang::Ar && indefinite && (any || word && (next.article || next.quoted))
    }

    /// Returns the invitation of which a journey is the purpose: دعوة ... لزيارة, دعاه إلى زيارة.
    pub(super) fn invitation(&self, at: usize) -> Option<usize> {
        if !self.names_journey(at) {
            return None;
        }
        if self.is_invitation(at) {
            return Some(at);
        }
        self.invitation_to(at)
    }

    /// دعوة فلان للقاء فلان, دعوته إلى إجراء محادثات معه: whether a noun tells of a contact to which a noun before it invites.
    pub(super) fn is_invited_to(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && self.units[at].kind == Kind::Noun
            && !self.is_invitation(at)
            && self.invitation_to(at).is_some_and(|invitation| self.units[invitation].kind == Kind::Noun)
    }

    /// Returns the invitation before a noun that tells what it is to.
    fn invitation_to(&self, at: usize) -> Option<usize> {
        let to = self.knowledge.lexicon.preposition_id("إلى")?;
        // دعوة لزيارة, دعوة إلى زيارة, دعوة زيارة
        // دعوة لأداء زيارة, للقيام بزيارة: of what is done or held.
        let does = at > 0
            && self.units[at - 1].has(|class| matches!(class, Class::Holding | Class::Performing))
            && (self.units[at - 1].clitics.has(Clitics::LI) || self.shapes[at - 1].preposition == Some(Clitics::LI));
        // دعوة فلان إلى إجراء محادثات
        let led = at > 1
            && self.units[at - 1].has(|class| matches!(class, Class::Holding | Class::Performing))
            && self.governs(at - 2, to);
        let purpose = does
            || led
            || self.units[at].clitics.has(Clitics::LI)
            || at > 0
                && (self.governs(at - 1, to) || self.is_invitation(at - 1) && self.units[at - 1].kind == Kind::Noun);
        if !purpose {
            return None;
        }
        for before in (at.saturating_sub(INVITATION)..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() || unit.is(Class::Complement) || unit.kind == Kind::Noun && self.names_journey(before) {
                return None;
            }
            if self.is_invitation(before) {
                return Some(before);
            }
        }
        None
    }

    /// Who is invited. Nobody where the text does not say.
    pub(super) fn invited(&self, journey: usize, invitation: usize) -> Parties {
        if self.units[invitation].kind == Kind::Verb {
            return self.invited_by_verb(journey, invitation);
        }
        if let Some(guest) = self.invited_home(journey, invitation) {
            return guest;
        }
        // دعوة بوتين للسيسي, دعوته إلى السيسي: behind the invitation.
        let lexicon = &self.knowledge.lexicon;
        for preposition in ["ل", "إلى"].iter().filter_map(|word| lexicon.preposition_id(word)) {
            let found = (invitation + 1..journey)
                .find(|&at| self.governs(at, preposition))
                .and_then(|at| self.governed(at, false));
            if let Some(found) = found.filter(|found| people(&found.list) && found.end <= journey) {
                return Parties { confidence: 0.85, ..found };
            }
        }
        let second = self.second_genitive(invitation);
        if people(&second.list) && second.end <= journey {
            return second;
        }
        if let Some(guest) = self.invited_by_letter(invitation) {
            return guest;
        }
        // قبل السيسي دعوة كير: the same at the head of a clause.
        if let Some(party) = invitation.checked_sub(1).filter(|&party| party > 0 && self.bare_party(party))
            && self.units[party - 1].is(Class::Ahead)
            && self.units[party - 1].phrase().is_none()
            && party.checked_sub(2).is_none_or(|b| self.units[b].is_mark() || self.units[b].is(Class::Complement))
            && people(&self.parties_of(party))
        {
            return Parties::new(self.parties_of(party), 0.8, invitation);
        }
        let verb = self.carrying_verb(invitation).or_else(|| {
            (0..invitation).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb)
        });
        let Some(verb) = verb else { return self.invited_genitive(journey, invitation) };
        if self.hands(verb) {
            let found = self.handed(verb, if verb < invitation { invitation } else { verb });
            return if people(&found.list) { found } else { Parties::default() };
        }
        // السيسي قبل دعوة بوتين: "accepted", not "before".
        if let Some(before) = invitation.checked_sub(2)
            && verb < before
            && self.units[invitation - 1].is(Class::Circumstance)
            && self.bare_party(before)
        {
            return Parties::new(self.parties_of(before), 0.8, invitation);
        }
        // قبل السيسي دعوة بوتين: who takes it up.
        let subject = self.subjects[verb].clone().unwrap_or_default();
        if !people(&subject.list) {
            return self.invited_genitive(journey, invitation);
        }
        Parties { confidence: subject.confidence * 0.9, ..subject }
    }

    /// كان السبب دعوة مرسي لزيارة واشنطن: nobody else is there to be invited. Who invites to his own country stays home.
    fn invited_genitive(&self, journey: usize, invitation: usize) -> Parties {
        let found = self.genitive(invitation);
        let guest = people(&found.list) && found.list.len() == 1 && found.end == journey;
        if guest { Parties { confidence: 0.75, ..found } } else { Parties::default() }
    }

    fn invited_by_verb(&self, journey: usize, verb: usize) -> Parties {
        let host = self.subjects[verb].clone().unwrap_or_default();
        if let Some((.., Some(pronoun))) = self.units[verb].verb() {
            // اتصل السيسي بماكرون. ودعاه إلى زيارة مصر
            if let Some(guest) = self.other_side(verb, pronoun, &host.list) {
                return Parties::new(vec![guest], other_side::SURE, verb + 1);
            }
            return Parties::new(self.another(verb, pronoun, &host.list), 0.75, verb + 1);
        }
        let from = if host.carried { verb + 1 } else { host.end.max(verb + 1) };
        let found = self.object(from, false);
        if people(&found.list) && found.end <= journey { found } else { Parties::default() }
    }

    /// الجولة التي قادت فلانا إلى سوريا: whom the verb of a journey leads somewhere.
    fn led_by_journey(&self, at: usize) -> Option<Parties> {
        let to = self.knowledge.lexicon.preposition_id("إلى")?;
        let (.., object) = self.units[at].verb()?;
        let leads = self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.subject == [Slot::Traveller] && trigger.object == [Slot::Prep(to)]
        });
        let next = at + 1;
        let person = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        if self.lang != Lang::Ar || !leads || object.is_some() || !person || !self.bare_party(next) {
            return None;
        }
        let found = self.list(next);
        self.governs(found.end, to).then_some(Parties { confidence: 0.85, ..found })
    }

    /// Whose journey a verb tells the legs of: جولته التي شملت مصر, وتشمل الجولة قطر.
    pub(super) fn traveller(&self, at: usize) -> Parties {
        match self.journey_behind_subject(at).or_else(|| self.journey_of(at)) {
            Some(journey) => self.led_by_journey(at).unwrap_or_else(|| self.travels(journey, at)),
            None if self.is_told_of_it(at) => Parties::new(self.memory.traveller.clone(), 0.75, at + 1),
            None => self.visitor_of_lands(at).unwrap_or_default(),
        }
    }

    /// "It would also include stops in Jordan": whether a verb, or what it takes, is told of the journey of the sentence before.
    fn is_told_of_it(&self, at: usize) -> bool {
        let verb = if self.units[at].kind == Kind::Verb { Some(at) } else { at.checked_sub(1) };
        let verb = verb.filter(|&verb| self.units[verb].kind == Kind::Verb && self.lang == Lang::En);
        let it = verb.and_then(|verb| self.chain_start(verb).checked_sub(1));
        it == Some(0) && self.memory.travelling && self.units[0].case == Some(Case::Thing)
    }

    /// يقوم الوزير بجولة في المنطقة: the one person who is said to make a journey, wherever it leads.
    pub(super) fn sets_out(&self) -> Option<Party> {
        if self.lang == Lang::En {
            return None;
        }
        let light = |at: usize| {
            let unit = &self.units[at];
            unit.kind == Kind::Verb
                && unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light)
        };
        let verb = (0..self.units.len()).find(|&at| light(at))?;
        let subject = self.subjects[verb].as_ref()?;
        let journey = subject.end.max(verb + 1);
        let goes = journey < self.units.len() && self.names_journey(journey) && !self.units[journey].is_definite_noun();
        match subject.list.as_slice() {
            [traveller] if goes && self.is_human(traveller) => Some(*traveller),
            _ => None,
        }
    }

    /// The journey that a verb tells the legs of: the noun before it, or right behind it as its subject.
    pub(super) fn journey_of(&self, at: usize) -> Option<usize> {
        // المحطة الأولى في جولة فلان
        if self.units[at].kind == Kind::Noun {
            let end = self.units.len().min(at + NEAR);
            let of =
                (at + 2..end).find(|&journey| self.names_journey(journey) && self.units[journey - 1].is_preposition());
            // "his trip will include visits to": the journey is the subject of the verb.
            let includes = self.lang == Lang::En && at > 1 && self.tells(at - 1, |told| told == Predicate::Visited);
            let verb = at.checked_sub(1).filter(|&verb| includes && self.units[verb].kind == Kind::Verb);
            return of.or_else(|| self.journey_of(verb?));
        }
        let next = self.skip_adverbials(at + 1);
        let subject = self.lang == Lang::Ar && next < self.units.len() && self.names_journey(next);
        if subject && !self.units[next].clitics.has_preposition() {
            return Some(next);
        }
        let mut verbs = 0;
        // جولة خارجية منذ توليه منصبه في الأول من فبراير، وتشمل مصر: a verb that goes on about the journey.
        let goes_on = self.lang == Lang::Ar && self.units[at].clitics.has_conjunction();
        let reach = if goes_on { 2 * LEGS } else { LEGS };
        for before in (at.saturating_sub(reach)..at).rev() {
            let unit = &self.units[before];
            // جولة تستمر أسبوعا تشمل مصر: over one verb that tells how long.
            if unit.kind == Kind::Verb {
                verbs += 1;
                if verbs > 1 || !self.is_plain(before) {
                    return None;
                }
            }
            if unit.is_stop() {
                return None;
            }
            if self.names_journey(before) && self.may_have_legs(before, at) {
                return Some(before);
            }
        }
        None
    }

    /// استهل بلينكن جولته من تل أبيب: the journey behind the subject of the verb.
    fn journey_behind_subject(&self, at: usize) -> Option<usize> {
        let next = self.skip_adverbials(at + 1);
        let journey =
            if self.units[at].kind == Kind::Verb && self.bare_party(next) { self.list(next).end } else { return None };
        let named = journey < self.units.len() && self.names_journey(journey);
        (named && !self.units[journey].clitics.has_preposition()).then_some(journey)
    }

    /// Returns whether a verb tells nothing by itself.
    fn is_plain(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().all(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate.is_none() && !trigger.flags.light && !trigger.flags.speech
        })
    }

    /// Returns whether a verb is told of a journey, whose legs stand behind it.
    pub(super) fn tells_legs(&self, at: usize) -> bool {
        let legs = self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.subject.contains(&Slot::Traveller)
        });
        // بعد زيارة فلان بدأ فلان جولة: who begins another one stands behind the verb.
        let starts = legs && self.begins(at) && self.journey_behind_subject(at).is_some();
        let journey = if legs && !starts { self.journey_of(at) } else { None };
        journey.is_some_and(|journey| journey < at || !self.begins(at))
    }

    /// بدأ زيارة, يختتم جولة: a masculine form with a noun right behind it tells what somebody does, not where it leads.
    fn begins(&self, at: usize) -> bool {
        let light = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.light;
        self.lang == Lang::Ar
            && self.units[at].forms.iter().any(light)
            && self.units[at].persons().iter().any(|&(_, gender, _)| gender == Some(Gender::Masculine))
    }

    /// وصل فلان على متن الطائرة الألمانية القادمة من برلين: whether a participle tells where a plane comes from, and with it
    /// whoever is aboard.
    pub(super) fn comes_by(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let units = self.units;
        let words = |before: &usize| {
            let demonym = self.unit_phrase(*before).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
            matches!(units[*before].kind, Kind::Word | Kind::Function) || demonym
        };
        units[at].kind == Kind::Participle
            && (at.saturating_sub(WORDS)..at).rev().take_while(words).any(|before| units[before].is(Class::Vehicle))
    }

    /// Returns whether a verb is one of arriving, of which a plane may be the subject.
    pub(super) fn travels_by(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).is_journey())
    }

    /// بوتين في طهران, الملك سلمان في القاهرة: a headline without a verb tells where somebody is.
    pub(super) fn headline(&self) -> Option<(Parties, Parties, usize, bool)> {
        let lexicon = &self.knowledge.lexicon;
        let opens = self.units.iter().position(|unit| !unit.is_mark())?;
        // وكان كيري في باريس أمس
        let was = self.units[opens].phrase().is_none() && self.units[opens].is(Class::Auxiliary);
        let first = opens + usize::from(was && self.lang == Lang::Ar);
        let person = self
            .unit_phrase(first)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE);
        // وفد أمريكي في القاهرة
        let sent = self.unit_phrase(first).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Agent && phrase.clitics == Clitics::NONE && self.units[first].delegation
        });
        if self.lang == Lang::En || opens > 1 || !(person || sent && !was) {
            return None;
        }
        let who = self.list(first);
        // كيري سيكون في القاهرة
        let being =
            |at: usize| self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::WillBe));
        let on = who.end + usize::from(being(who.end));
        let will = being(opens) || being(who.end);
        let unit = self.units.get(on)?;
        let is = |word: &str| lexicon.preposition_id(word).is_some_and(|id| self.governs(on, id));
        let towards = is("إلى");
        // كيري في القاهرة غدا
        let later = |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Day(1..)));
        let ahead = towards || will || self.units[on..].iter().take_while(|unit| !unit.is_mark()).any(later);
        if !(towards || is("في")) || unit.phrase().is_some() {
            return None;
        }
        let place = self.governed(on, false)?;
        let places = place.list.iter().all(|party| matches!(party.kind, PhraseKind::Place | PhraseKind::Country));
        // كيري في القاهرة اليوم, لبحث: nothing but adverbs and purposes up to the end of the headline.
        // كيري في القاهرة في زيارة
        let visits = |at: usize| {
            self.units[at].is_preposition() && self.units.get(at + 1).is_some() && self.names_journey(at + 1)
        };
        let closed = self.units.get(place.end).is_none_or(|unit| {
            unit.is_mark()
                || visits(place.end)
                || self.shapes[place.end].preposition.is_some()
                || unit.clitics.has_preposition()
                || unit.phrase().is_none()
                    && unit.has(|class| {
                        matches!(class, Class::Skip | Class::Circumstance | Class::Day(_) | Class::Weekday(_))
                    })
        });
        let verb = self.units[first..place.end].iter().any(|unit| unit.kind == Kind::Verb && !unit.is(Class::WillBe));
        (places && !place.is_empty() && closed && !verb).then_some((who, place, on, ahead))
    }

    /// Where the noun phrase of a journey that stands behind its verb ends.
    pub(super) fn legs_begin(&self, at: usize) -> usize {
        match self.journey_of(at) {
            Some(journey) if journey > at => {
                let mut end = self.genitive(journey).end.max(journey + 1);
                let adjective = |at: usize| {
                    self.units.get(at).is_some_and(|unit| {
                        unit.kind == Kind::Word && self.shapes[at].preposition.is_none()
                            || unit.has(|class| matches!(class, Class::TitleAdjective { .. } | Class::Next))
                    })
                };
                while adjective(end) {
                    end += 1;
                }
                end
            }
            _ => at + 1,
        }
    }

    /// The legs that a verb tells of, behind it or behind a count of them: تشمل مصر وقطر, تشمل ثلاث دول هي مصر.
    pub(super) fn legs(&self, at: usize) -> Parties {
        const MOST_UNITS: usize = 6;
        let from = self.legs_begin(at);
        let found = self.object(from, false);
        if !found.is_empty() {
            return found;
        }
        for next in from..self.units.len().min(from + MOST_UNITS) {
            if let Some(list) = self.lands_behind_mark(next) {
                return list;
            }
            if self.limit(next) {
                break;
            }
            let counts = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun);
            let first = next + 1 + usize::from(self.units.get(next + 1).is_some_and(|unit| unit.is_mark()));
            if counts && self.bare_party(first) {
                return Parties { confidence: 0.85, ..self.list(first) };
            }
        }
        Parties::default()
    }

    /// "Hagel in Kabul on a surprise visit": the place named before, where somebody is on the visit that the noun names.
    pub(super) fn place_of_visit(&self, noun: usize) -> Parties {
        const WORDS: usize = 5;
        let plain = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb
        };
        let before = || (noun.saturating_sub(WORDS)..noun).rev().take_while(plain);
        let Some(on) = before().find(|&at| self.is_preposition_of(at, "on")).filter(|_| self.lang == Lang::En) else {
            return Parties::default();
        };
        let near = (on.saturating_sub(WORDS)..on)
            .rev()
            .take_while(|&at| !self.units[at].is_mark() && self.units[at].kind != Kind::Verb);
        let place = near.into_iter().find(|&at| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        });
        match place.filter(|&place| place > 0 && self.is_in(place - 1)) {
            Some(place) => Parties::new(self.parties_of(place), 0.85, noun + 1),
            None => Parties::default(),
        }
    }

    /// في القاهرة حيث بدأ زيارة: where a journey goes that is made at the place named before it.
    pub(super) fn stay(&self, journey: usize) -> Parties {
        const FAR: usize = 8;
        let units = self.units;
        let made = |at: &usize| {
            let light = |trigger| self.knowledge.lexicon.trigger(trigger).flags.light;
            units[*at].kind == Kind::Verb && units[*at].forms.iter().any(|form| light(form.trigger))
        };
        let open = |at: &usize| !units[*at].is_stop() && !units[*at].is(Class::Complement);
        let before = || (journey.saturating_sub(FAR)..journey).rev().take_while(open);
        let Some(verb) = before().find(|&at| units[at].kind == Kind::Verb).filter(made) else {
            return Parties::default();
        };
        let opens = |at: &usize| *at < verb && units[*at].phrase().is_none() && units[*at].is(Class::Where);
        let place =
            before().find(opens).and_then(|at| at.checked_sub(1 + usize::from(at > 1 && units[at - 1].is_comma())));
        match place {
            Some(at)
                if units[journey].kind == Kind::Noun
                    && self
                        .unit_phrase(at)
                        .is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country)) =>
            {
                Parties::new(self.parties_of(at), 0.85, journey + 1)
            }
            _ => Parties::default(),
        }
    }

    /// الوفد الذي رافقه خلال زيارته, واجهته احتجاجات خلال زيارته: who travels is to whom the verb right before happens.
    pub(super) fn accompanied(&self, journey: usize) -> Option<Party> {
        const NEAR: usize = 5;
        if !self.names_journey(journey) || !self.units[journey.checked_sub(1)?].is(Class::Circumstance) {
            return None;
        }
        let verb = (journey.saturating_sub(NEAR)..journey)
            .rev()
            .take_while(|&at| !self.units[at].is_mark() && !self.units[at].is(Class::Complement))
            .find(|&at| self.units[at].kind == Kind::Verb)?;
        let (.., pronoun) = self.units[verb].verb()?;
        let subject = self.subjects[verb].as_ref()?;
        if !self.is_plain(verb) || subject.carried {
            return None;
        }
        match self.another(verb, pronoun?, &subject.list).as_slice() {
            [party] => Some(*party),
            _ => None,
        }
    }

    /// بعد زيارة ناجحة إلى الصين.. السيسي يعود: whether a journey is the circumstance that a headline opens with.
    pub(super) fn opens_headline(&self, journey: usize) -> bool {
        self.names_journey(journey)
            && journey.checked_sub(1).is_some_and(|before| {
                self.units[before].is(Class::Circumstance)
                    && self.units[before].phrase().is_none()
                    && self.units[..before].iter().all(Unit::is_mark)
            })
    }

    /// زار وفد سوري معارض موسكو: one past the adjective of a delegation, right before where it goes.
    pub(super) fn past_adjective(&self, from: usize) -> usize {
        let place = |at: usize| {
            self.bare_party(at)
                && self.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let word = |at: usize| {
            self.units.get(at).is_some_and(|unit| unit.kind == Kind::Word) && self.shapes[at].preposition.is_none()
        };
        let delegation = from.checked_sub(1).is_some_and(|before| {
            self.units[before].delegation && self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Agent)
        });
        let adjective = delegation && self.lang == Lang::Ar && word(from) && place(from + 1);
        from + usize::from(adjective)
    }

    /// تتهم مصر والسودان الجارتان إثيوبيا: whether an adjective of the two before it stands at a unit, and a party behind it.
    pub(super) fn is_of_those_before(&self, at: usize) -> bool {
        let both = self.unit_phrase(at).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Both | PhraseKind::BothPeople | PhraseKind::BothCountries)
                && phrase.clitics == Clitics::NONE
        });
        let word =
            both || self.units.get(at).is_some_and(|unit| unit.kind == Kind::Word && unit.clitics == Clitics::NONE);
        self.lang == Lang::Ar
            && word
            && (both || self.shapes[at].article && self.shapes[at].preposition.is_none())
            && self.bare_party(at + 1)
            && !self.units[at + 1].clitics.has_conjunction()
    }

    fn travels(&self, journey: usize, leg: usize) -> Parties {
        let owner = self.genitive(journey);
        if people(&owner.list) {
            return owner;
        }
        let owner = self.suffix(journey);
        if people(&owner.list) {
            return owner;
        }
        let agents = self.adjectives(journey);
        if !agents.is_empty() {
            return Parties::default();
        }
        // جولة للمبعوث فلان شملت سوريا: whose an indefinite journey is.
        let to = self.knowledge.lexicon.preposition_id("ل").filter(|_| self.lang == Lang::Ar);
        let owner = to.filter(|&to| self.governs(journey + 1, to)).and_then(|_| self.governed(journey + 1, false));
        if let Some(owner) = owner.filter(|owner| people(&owner.list)) {
            return Parties { confidence: 0.85, ..owner };
        }
        let about = match self.carrying_verb(journey) {
            Some(verb) if verb == leg => self.about(journey),
            _ => self.control(journey),
        };
        if people(&about.list) { about } else { self.traveller_of_whole_tour(journey) }
    }

    /// Returns whether a verb tells of a journey to what stands right behind it: وصل القاهرة وزير الخارجية.
    pub(super) fn goes(&self, at: usize) -> bool {
        self.units[at].kind == Kind::Verb
            && self.units[at].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate == Some(Predicate::Visited)
                    && trigger.subject.contains(&Slot::Subject)
                    && trigger.object.contains(&Slot::Object)
            })
    }

    /// قام فلان بزيارة فلان, توجه لزيارة فلان: whether the genitive of a journey is who is visited; in ألغى زيارة فلان and استعد لزيارة
    /// فلان it is who comes.
    pub(super) fn visits_somebody(&self, at: usize) -> bool {
        const REACH: usize = 8;
        let led = |clitic: Clitics| {
            self.units[at].clitics.has(clitic) || self.shapes[at].preposition.is_some_and(|led| led.has(clitic))
        };
        let open = |i: &usize| !self.units[*i].is_mark() && !self.units[*i].is(Class::Complement);
        let verb = (at.saturating_sub(REACH)..at).rev().take_while(open).find(|&i| self.units[i].kind == Kind::Verb);
        let triggers = |verb: usize| {
            self.units[verb].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger)).collect::<Vec<_>>()
        };
        verb.map(triggers).is_some_and(|rows| {
            let plain = rows.iter().all(|row| row.flags.status.is_none() && !row.flags.speech);
            let goes = rows.iter().any(|row| row.is_journey());
            plain && led(Clitics::BI) || goes && led(Clitics::LI)
        })
    }

    /// زيارة إلى الصين سيقوم بها فلان, زيارة الصين التي يقوم بها: one past where a journey goes, before what says who makes it.
    pub(super) fn past_goal(&self, journey: usize, at: usize) -> Option<usize> {
        let lexicon = &self.knowledge.lexicon;
        let led = |at: usize| {
            ["إلى", "ل", "في"]
                .iter()
                .filter_map(|word| lexicon.preposition_id(word))
                .any(|preposition| self.governs(at, preposition))
        };
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        if self.lang != Lang::Ar || !self.names_journey(journey) {
            return None;
        }
        // زيارة للصين, زيارة الصين
        let bare = at == journey + 1 && self.bare_party(at);
        let goal = if place(at) && (led(at) || bare) {
            at
        } else {
            (self.units[at].phrase().is_none() && led(at) && place(at + 1)).then_some(at + 1)?
        };
        let end = self.list(goal).end;
        // زيارة إلى الصين، يقوم بها
        let comma = self.units.get(end).is_some_and(Unit::is_comma);
        let behind = end + usize::from(comma && !self.opens_clause_behind(end + 1));
        let does = self.units.get(behind).is_some_and(|next| {
            next.phrase().is_none()
                && (next.kind == Kind::Verb || next.has(|c| matches!(c, Class::Relative | Class::Planned)))
        });
        (does && behind > at).then_some(behind)
    }

    /// The place that stands between a verb of going and its subject.
    pub(super) fn place_first(&self, at: usize) -> Option<Parties> {
        let next = self.skip_adverbials(at + 1);
        let place = |at: usize| {
            self.bare_party(at)
                && self.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
        };
        // وصل مطار القاهرة الدولي وزير الخارجية
        let head = self.units.get(next).is_some_and(|unit| unit.is(Class::PlaceHead));
        let next = next + usize::from(head && !self.units[next].clitics.has_preposition());
        // يصل العاصمة الكينية نيروبي الرئيس: whose capital it is.
        let whose = head
            && place(next + 1)
            && self
                .unit_phrase(next)
                .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country));
        let next = next + usize::from(whose);
        if !place(next) {
            return None;
        }
        let mut found = self.list(next);
        found.list.retain(|party| matches!(party.kind, PhraseKind::Place | PhraseKind::Country));
        while self.units.get(found.end).is_some_and(|unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::TitleAdjective { .. }))
        }) {
            found.end += 1;
        }
        Some(Parties { confidence: 0.92, ..found })
    }
}

/// Returns whether a list holds travellers: people, bodies or delegations, no places.
fn people(list: &[Party]) -> bool {
    !list.is_empty() && list.iter().all(|party| !matches!(party.kind, PhraseKind::Place | PhraseKind::Country))
}
