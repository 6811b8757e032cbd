//! Parties that stand in no slot of their own: whom one faces, whom another is asked to act on, and what it is about.

use super::clause::{Clause, Parties, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, Sense, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// "Ukraine as it defends itself against Russian aggression", "Israel in the face of threats from Hamas".
    pub(super) fn facing(&self, at: usize) -> Parties {
        const NEAR: usize = 6;
        const FAR: usize = 8;
        let faces = |unit: &Unit| {
            unit.is(Class::Facing) || {
                let id = self.knowledge.lexicon.preposition_id("against");
                unit.has(|class| matches!(class, Class::Prep(p) if Some(p) == id))
            }
        };
        let clear = |unit: &Unit| !unit.is_mark() && unit.kind != Kind::Verb;
        let head = (at.saturating_sub(NEAR)..at).rev().take_while(|&i| clear(&self.units[i]));
        let Some(head) = head.into_iter().find(|&i| faces(&self.units[i])) else { return Parties::default() };
        for before in (head.saturating_sub(FAR)..head).rev() {
            let unit = &self.units[before];
            // "the alliance and the need to remain vigilant against": another clause.
            if unit.is_stop() || unit.is(Class::Conj) {
                break;
            }
            let Some(phrase) = self.unit_phrase(before) else { continue };
            if !matches!(
                phrase.kind,
                PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent | PhraseKind::Pronoun | PhraseKind::Place
            ) {
                break;
            }
            let list = self.parties_of(before);
            if !list.is_empty() {
                return Parties::new(list, 0.8, at + 1);
            }
        }
        Parties::default()
    }

    /// The subject of the clause that holds a noun or participle.
    pub(super) fn control(&self, at: usize) -> Parties {
        if let Some(invitation) = self.invitation(at) {
            return self.invited(at, invitation);
        }
        if let Some(land) = self.taken_out(at).or_else(|| self.went_on_to(at)) {
            return land;
        }
        if let Some(guest) = self.guest_with_purpose(at) {
            return guest;
        }
        if let Some(traveller) = self.traveller_with_purpose(at).or_else(|| self.visitor_in_relative(at)) {
            return traveller;
        }
        if self.lang == Lang::Ar
            && let Some(described) = self.described(at)
        {
            return described;
        }
        // شكر بايدن السيسي على دعم أوكرانيا
        // استدعى الوزير السفير لإبلاغه احتجاجه: but who calls him in tells him.
        let tells_him = self.units[at].owner().is_some() && self.tells(at, |told| told == Predicate::Briefed);
        // اتهم فلان إسرائيل بالقصف، داعيا تركيا إلى ضبط النفس: nor does whom he accuses say what a participle tells of him.
        let comment = self.lang == Lang::Ar && self.units[at].kind == Kind::Participle;
        if let Some(list) = self.answerable(at).filter(|_| !tells_him && !comment) {
            return Parties { opaque: list.is_empty(), ..Parties::new(list, 0.85, at + 1) };
        }
        if let Some(performer) = self.performer(at).or_else(|| self.sender_in_noun(at)) {
            return performer;
        }
        if let Some(willing) = self.willing(at) {
            return willing;
        }
        if let Some(offerer) = self.offerer(at) {
            return offerer;
        }
        if self.is_bidden(at) || self.is_of_others(at) || self.is_only_regarded(at) || self.is_topic_of_others(at) {
            return Parties::default();
        }
        // استقبل فلان فلانا حاملا رسالة إلى الملك: neither of them has written it.
        if at > 0 && self.units[at - 1].kind == Kind::Participle && self.hands(at - 1) {
            return Parties::default();
        }
        // الضربات التي يشنها جيشها: somebody of no name does it, and not who speaks.
        let unnamed = |verb: usize| {
            self.units.get(verb + 1).is_some_and(|unit| unit.kind == Kind::Word) && self.shapes[verb + 1].suffix
        };
        if self.lang == Lang::Ar && self.carrying_verb(at).is_some_and(unnamed) {
            return Parties::default();
        }
        if let Some(owner) = self.owner_of_opening_thing(at) {
            return owner;
        }
        // اتصال تلقاه من أمير الكويت، أشاد صالح: a verb of nobody's leaves it to the clause.
        // مثمنا الدور الذي تقوم به قطر: a participle is carried by nothing.
        let noun = self.units[at].kind != Kind::Participle || self.lang == Lang::En;
        let carrying = self.carrying_verb(at).filter(|_| noun).and_then(|verb| self.subjects[verb].as_ref());
        if let Some(subject) = carrying.filter(|found| self.lang == Lang::En || !found.is_empty() || found.opaque) {
            return Parties { confidence: subject.confidence * 0.95, ..subject.clone() };
        }
        let found = self.about(at);
        if !found.is_empty() || self.lang != Lang::Ar {
            return found;
        }
        let known = self.owner_of_deed_before(at).or_else(|| self.planned_on_journey(at));
        known.or_else(|| self.quoted_on_occasion(at)).unwrap_or(found)
    }

    /// "urged Washington not to rush a deal with Moscow": whether somebody else is to do something with what an English noun tells, and
    /// no verb says what.
    fn is_bidden(&self, at: usize) -> bool {
        let open = |i: &usize| !self.units[*i].is_mark();
        let mut before = (0..at).rev().filter(|_| self.lang == Lang::En).take_while(open);
        let Some(verb) = before.find(|&i| self.units[i].kind == Kind::Verb) else { return false };
        // "to", "not to"
        let leads = |unit: &Unit| unit.is_to() || unit.is(Class::Negation) && unit.end > unit.start + 1;
        let to = (verb + 1..at).find(|&i| self.units[i].phrase().is_none() && leads(&self.units[i]));
        to.is_some_and(|to| to - 1 > verb && self.bare_party(to - 1)) && self.is_object_control(verb)
    }

    /// وردا على سؤال حول موقف كيري من الحوار مع إيران، قال لافروف: whether somebody is named between "about" at the head of a sentence and a contact
    /// or pact of which he thinks something: it is not that of who speaks behind it.
    fn is_asked_about_another(&self, at: usize) -> bool {
        const REACH: usize = 12;
        let tells = |told: Predicate| told.family() == Family::Contact || told == Predicate::AgreedWith;
        if self.units[at].kind != Kind::Noun || !self.tells(at, tells) {
            return false;
        }
        let mut named = false;
        for before in (at.saturating_sub(REACH)..at).rev() {
            let unit = &self.units[before];
            if unit.is_mark() || unit.kind == Kind::Verb || unit.kind == Kind::Participle {
                return false;
            }
            if named && ["حول", "بشأن", "بخصوص"].iter().any(|word| self.is_preposition_of(before, word)) {
                let opens = self.units[..before].iter().all(|unit| unit.kind != Kind::Verb && !unit.is_mark());
                let speaks = self.units[at..].iter().any(|unit| unit.kind == Kind::Verb);
                return opens && speaks;
            }
            named |= self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        }
        false
    }

    /// وحول لقاء عباس وشلح، قال فلان إنه: whether a meeting that has several for its owners stands behind "about" at the head of a clause: who speaks of
    /// it behind them was not there.
    fn is_topic_of_others(&self, at: usize) -> bool {
        if self.lang != Lang::Ar || self.units[at].kind != Kind::Noun {
            return false;
        }
        if self.is_asked_about_another(at) {
            return true;
        }
        let Some(about) = at.checked_sub(1) else { return false };
        let opens = about == 0 || self.units[about - 1].is_mark();
        opens
            && ["حول", "عن", "بشأن", "بخصوص"].iter().any(|word| self.is_preposition_of(about, word))
            && self.genitive(at).list.len() > 1
    }

    /// "urged backing for Syria", "called for aid to Mali", "was surprised by accusations against Hamas", "to broker a truce with Hamas": whether
    /// an English noun tells what somebody asks of others, what others say, or what he wants them to agree on.
    fn is_of_others(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        if self.lang != Lang::En || self.units[at].kind != Kind::Noun {
            return false;
        }
        let plain = |i: &usize| {
            self.units[*i].kind == Kind::Word
                || self.unit_phrase(*i).is_some_and(|p| p.kind == PhraseKind::Demonym)
                || self.units[*i].phrase().is_none()
                    && self.units[*i].has(|c| matches!(c, Class::TitleAdjective { .. }))
        };
        let Some(head) = (at.saturating_sub(WORDS)..at).rev().find(|i| !plain(i)) else { return false };
        let verb = |at: usize, wanted: Predicate| {
            matches!(self.units[at].kind, Kind::Verb | Kind::Noun)
                && self.units[at].forms.iter().any(|form| {
                    let row = self.knowledge.lexicon.trigger(form.trigger);
                    // "said", "gave": what demands only by the words behind it.
                    let plain = !row.object.contains(&Slot::Obliged) && row.flags.sense != Some(Sense::Limits);
                    row.predicate == Some(wanted) && plain
                })
        };
        let asker = if self.is_preposition_of(head, "for") { head.checked_sub(1) } else { Some(head) };
        let given = self.tells(at, |told| matches!(told, Predicate::Supported | Predicate::Aided | Predicate::Praised));
        let charge = self.tells(at, |told| told == Predicate::Criticised);
        let deal = self.tells(at, |told| told == Predicate::AgreedWith);
        let wanted = self.units[head].phrase().is_none() && self.units[head].is(Class::Wants);
        // "their commitment to the treaty with Israel": not "agreed to a truce with".
        let about = deal
            && ["of", "to", "over", "about", "against", "from"].iter().any(|word| self.is_preposition_of(head, word))
            && head.checked_sub(1).is_some_and(|thing| {
                self.units[thing].phrase().is_none() && matches!(self.units[thing].kind, Kind::Noun | Kind::Word)
            });
        given && (wanted || asker.is_some_and(|asker| verb(asker, Predicate::DemandedOf)))
            || charge && self.is_preposition_of(head, "by")
            || about
            || deal && verb(head, Predicate::Mediated)
    }

    /// قيام كيري بزيارة القاهرة, قيام لافروف بإجراء محادثات: who does what a noun tells, behind the noun of doing it.
    pub(super) fn performer(&self, at: usize) -> Option<Parties> {
        const NEAR: usize = 8;
        if self.lang == Lang::En {
            return None;
        }
        let open = |before: &usize| !self.limit(*before) && !self.units[*before].is_mark();
        let doing =
            (at.saturating_sub(NEAR)..at).rev().take_while(open).find(|&i| self.units[i].is(Class::Performing))?;
        let found = self.actor(doing).filter(|found| !found.is_empty() && found.end <= at)?;
        let adverb = |i: &usize| self.units[*i].kind == Kind::Function && !self.units[*i].is_preposition();
        let deed = found.end + (found.end..at).take_while(adverb).count();
        let with = self.units[deed].clitics.has(Clitics::BI) || self.shapes[deed].preposition == Some(Clitics::BI);
        let carries = (deed..at).all(|i| i == deed || self.units[i].kind == Kind::Word);
        (with && carries).then_some(Parties { confidence: 0.9, ..found })
    }

    /// أعلن كيري عن توجيه أوباما رسالة إلى: whose contact it is that stands right behind a light verbal noun and who does that.
    fn sender_in_noun(&self, at: usize) -> Option<Parties> {
        const NEAR: usize = 6;
        let contact = |told: Predicate| told.family() == Family::Contact && told != Predicate::Visited;
        if self.lang == Lang::En || self.units[at].kind != Kind::Noun || !self.tells(at, contact) {
            return None;
        }
        let light = |i: usize| self.units[i].kind == Kind::Noun && self.is_light(i) && self.gives(i);
        let open = |i: &usize| !self.units[*i].is_mark() && self.units[*i].kind != Kind::Verb;
        let carrier = (at.saturating_sub(NEAR)..at).rev().take_while(open).find(|&i| light(i))?;
        let found = self.actor(carrier).filter(|found| !found.is_empty() && found.end <= at)?;
        let adverb = |i: usize| self.units[i].kind == Kind::Function && !self.units[i].is_preposition();
        let human = found.list.iter().all(|party| self.is_human(party) || party.kind == PhraseKind::Country);
        (human && (found.end..at).all(adverb)).then_some(Parties { confidence: 0.9, ..found })
    }

    /// مبادرة فلان بإجراء حوار, دعوة فلان إلى عقد لقاء, عرض فلان إجراء محادثات: whose the offer is that a noun completes.
    fn offerer(&self, at: usize) -> Option<Parties> {
        const NEAR: usize = 6;
        if self.lang == Lang::En || self.units[at].kind != Kind::Noun {
            return None;
        }
        let open = |before: &usize| self.units[*before].kind != Kind::Verb && !self.units[*before].is_mark();
        let offers = |head: &usize| {
            let unit = &self.units[*head];
            let offer = unit.is(Class::Possible)
                || unit.kind == Kind::Noun && self.tells(*head, |told| told == Predicate::DemandedOf);
            offer && unit.phrase().is_none() && !self.shapes[*head].article && !self.shapes[*head].suffix
        };
        let head = (at.saturating_sub(NEAR)..at).rev().take_while(open).find(offers)?;
        if !self.bare_party(head + 1) || self.units[head + 1].clitics.has_conjunction() {
            return None;
        }
        let found = self.list(head + 1);
        let [party] = found.list.as_slice() else { return None };
        let completes = |between: usize| {
            let unit = &self.units[between];
            let light = || unit.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
            unit.kind == Kind::Word
                || unit.kind == Kind::Noun && light()
                || unit.kind == Kind::Function && !unit.is(Class::Complement)
        };
        let whole = found.end <= at && (found.end..at).all(completes);
        (whole && self.is_human(party)).then_some(Parties { confidence: 0.85, ..found })
    }

    /// جدول زيارة كيري للقاهرة يتضمن, وتتضمن الزيارة: whose the journey is that stands before a verb, or right behind it.
    pub(super) fn owner_of_visit(&self, verb: usize) -> Option<Parties> {
        const NEAR: usize = 8;
        let visits =
            |at: &usize| self.units[*at].kind == Kind::Noun && self.tells(*at, |told| told == Predicate::Visited);
        // زيارة كيري، التي تستمر يومين، تتضمن: over the verb of a relative clause.
        let relative = |at: usize| at > 0 && self.units[at - 1].is(Class::Relative);
        let open = |at: &usize| !self.units[*at].is_stop() && (self.units[*at].kind != Kind::Verb || relative(*at));
        let behind = self.skip_adverbials(verb + 1);
        let noun = (verb.saturating_sub(NEAR)..verb)
            .rev()
            .take_while(open)
            .find(visits)
            .or_else(|| Some(behind).filter(|&at| at < self.units.len() && visits(&at)))?;
        let owner = self.genitive(noun);
        let people = |list: &[Party]| !list.is_empty() && list.iter().all(|party| self.is_human(party));
        if people(&owner.list) {
            return Some(Parties { confidence: 0.8, ..owner });
        }
        let told = self.units[noun].is_definite_noun() && people(&self.memory.traveller);
        told.then(|| Parties { carried: true, ..Parties::new(self.memory.traveller.clone(), 0.7, noun + 1) })
    }

    /// تأتي زيارة كيري بعد محادثات أجراها مع فلان: whose the thing is of which the sentence tells, where the verb behind a noun has that as its
    /// object and names nobody.
    fn owner_of_opening_thing(&self, at: usize) -> Option<Parties> {
        let relative = self.units.get(at + 1).filter(|_| self.lang == Lang::Ar)?;
        let done = relative.kind == Kind::Verb && relative.verb().is_some_and(|(.., object)| object.is_some());
        // محادثات أجراها السيسي: but who does it may stand there.
        let unnamed = |verb: usize| {
            self.subjects.get(verb).and_then(Option::as_ref).is_none_or(|own| own.is_empty() || own.carried)
        };
        let main = (0..at).find(|&verb| self.units[verb].kind == Kind::Verb).filter(|_| done && unnamed(at + 1))?;
        let (thing, owner) = (self.units.get(main + 1)?, main + 2);
        let open = matches!(thing.kind, Kind::Noun | Kind::Word) && !thing.is_definite_noun() && !thing.determined;
        if owner >= at || !open || !unnamed(main) || !self.bare_party(owner) {
            return None;
        }
        match self.parties_of(owner).as_slice() {
            [one] if self.is_human(one) => Some(Parties::new(vec![*one], 0.8, at + 1)),
            _ => None,
        }
    }

    /// توصل مصر إلى اتفاق, رغبة مصر في لقاء: whose the deed or wish is that a noun completes, the last resort.
    fn owner_of_deed_before(&self, at: usize) -> Option<Parties> {
        let owner = at.checked_sub(2).filter(|_| self.units[at - 1].is_preposition())?;
        let deed = &self.units[owner.checked_sub(1)?];
        let noun = matches!(deed.kind, Kind::Word | Kind::Noun) && !deed.is_definite_noun();
        let bare = noun && !self.shapes[owner - 1].article && self.bare_party(owner);
        (bare && !self.units[owner].clitics.has_conjunction())
            .then(|| Parties { confidence: 0.8, ..Parties::new(self.parties_of(owner), 0.8, owner + 1) })
            .filter(|found| !found.is_empty())
    }

    /// Returns whether no verb and no person stands before a unit: a pronoun there means who comes next.
    pub(super) fn names_nobody(&self, end: usize) -> bool {
        (0..end).all(|at| {
            self.units[at].kind != Kind::Verb
                && !self.units[at].is_stop()
                && self.unit_phrase(at).is_none_or(|p| !matches!(p.kind, PhraseKind::Person | PhraseKind::Unknown))
        })
    }

    /// "India is in talks with Egypt to export wheat": of whom "is" says where he is, with no other verb before the noun.
    fn subject_of_being(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 6;
        let being = (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_mark() && self.unit_phrase(before).is_none())
            .find(|&before| self.units[before].is(Class::Auxiliary))
            .filter(|_| self.lang == Lang::En)?;
        let who = self.chain_start(being).checked_sub(1).filter(|&who| self.bare_party(who))?;
        let (first, list) = self.list_ending_at(who);
        let opens = first == 0 || self.opens_clause_behind(first - 1);
        (opens && !list.is_empty()).then(|| Parties::new(list, 0.85, at + 1))
    }

    /// "During a meeting with Merkel, Morsi called for": who stands behind the comma of what opens the sentence, where what he does
    /// is no verb of the lexicon.
    fn subject_behind_opening(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 12;
        let opens =
            self.units.first().is_some_and(|first| {
                first.phrase().is_none() && (first.is_preposition() || first.is(Class::Circumstance))
            }) && self.lang == Lang::En
                && (0..at).all(|before| self.units[before].phrase().is_none() && self.units[before].kind != Kind::Verb);
        let comma = (at + 1..self.units.len().min(at + REACH))
            .take_while(|&next| !self.units[next].is_stop() && self.units[next].kind != Kind::Verb)
            .find(|&next| self.units[next].is_comma())
            .filter(|_| opens)?;
        let person = self.unit_phrase(comma + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let unlisted = self.subject_of_unlisted(comma + 1);
        if unlisted.is_some() {
            return unlisted.map(|found| Parties { end: at + 1, ..found });
        }
        let does = self.units.get(comma + 2).is_some_and(|next| {
            next.phrase().is_none()
                && next.kind == Kind::Function
                && next.has(|c| matches!(c, Class::Possible | Class::Planned))
        });
        (person && does && self.bare_party(comma + 1)).then(|| Parties::new(self.parties_of(comma + 1), 0.85, at + 1))
    }

    /// "will include": whether a verb has a row that tells what belongs to a journey.
    fn tells_of_trip(&self, verb: usize) -> bool {
        self.units[verb]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).subject.first() == Some(&Slot::Traveller))
    }

    /// The subject of the clause around a noun or participle, whatever verb stands behind it.
    pub(super) fn about(&self, at: usize) -> Parties {
        // دعا بوتين أردوغان لزيارة: the one invited is to come.
        // اتصل ترامب ببوتين لإطلاعه, زار أردوغان بوتين لتهنئته: whom he tells or congratulates is the one he calls or visits.
        let tells_him = self.units[at].owner().is_some()
            && self.tells(at, |told| matches!(told, Predicate::Briefed | Predicate::Praised));
        if self.units[at].clitics.has(Clitics::LI)
            && at > 0
            && !tells_him
            && self.unit_phrase(at - 1).is_some_and(|p| {
                p.kind == PhraseKind::Person && (p.clitics == Clitics::LI || p.clitics == Clitics::NONE)
            })
        {
            let invited = self.parties_of(at - 1);
            let subject = (0..at).rev().find_map(|before| self.subjects[before].as_ref());
            let other = subject.is_some_and(|s| {
                !s.is_empty() && s.list.iter().all(|own| invited.iter().all(|i| i.referent != own.referent))
            });
            if other {
                return Parties::new(invited, 0.75, at + 1);
            }
        }
        let whole = self.traveller_of_whole(at);
        if !whole.is_empty() {
            return whole;
        }
        for before in (0..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() {
                break;
            }
            if self.lang == Lang::Ar && unit.kind == Kind::Verb && self.in_parenthesis(before, at) {
                continue;
            }
            if let Some(subject) = &self.subjects[before] {
                if let Some(speaker) = self.speaker_on_occasion(before, at) {
                    return speaker;
                }
                // أوفد الرئيس وزيره إلى موسكو للقاء فلان: it is he who is sent that meets him.
                let purpose = |i: usize| {
                    self.units[i].clitics.has(Clitics::LI) && matches!(self.units[i].kind, Kind::Noun | Kind::Word)
                };
                let joined = self.units[at].clitics == Clitics::WA && (before + 1..at).any(purpose);
                if (purpose(at) || joined)
                    && let Some(sent) = self.sent_by(before).filter(|sent| sent.end <= at)
                {
                    return sent;
                }
                // A complement's own subject stands between: قال إن روسيا ... لقاء.
                if let Some(inner) = (before + 1..at).rev().find(|&i| self.units[i].is(Class::Complement))
                    && self.bare_party(inner + 1)
                    && subject.end <= inner
                {
                    return Parties { confidence: 0.8, ..self.list(inner + 1) };
                }
                // "Lavrov's trip to Rabat will include talks with": the traveller's.
                if subject.is_empty() && self.lang == Lang::En && self.tells_of_trip(before) {
                    return self.traveller(before);
                }
                // "Lavrov's visit began with talks with", "The visit follows talks with": so is what goes with it.
                if subject.is_empty()
                    && self.lang == Lang::En
                    && let Some(traveller) = self.on_journey(before, at)
                {
                    return traveller;
                }
                if subject.is_empty()
                    && let Some(speaker) = self.speaker_of_words(before)
                {
                    return Parties { end: at + 1, ..speaker };
                }
                if subject.is_empty()
                    && let Some(party) = self.event_owner(at)
                {
                    return Parties::new(vec![party], 0.75, at + 1);
                }
                // برنامج زيارة كيري يتضمن لقاء مع فلان, وتشمل الزيارة لقاء معه: whose the visit is that a verb says to hold it.
                if subject.is_empty()
                    && self.units[before].is(Class::Existing)
                    && let Some(found) = self.owner_of_visit(before)
                {
                    return Parties { end: at + 1, ..found };
                }
                return Parties { confidence: subject.confidence * 0.9, end: at + 1, ..subject.clone() };
            }
        }
        if let Some(found) = self.subject_of_being(at).or_else(|| self.subject_behind_opening(at)) {
            return found;
        }
        if let Some(traveller) = self.planned_on_known_journey(at) {
            return traveller;
        }
        let mut fragment = self.lang == Lang::Ar && (self.units[at].owner().is_some() || self.opens_headline(at));
        for after in at + 1..self.units.len() {
            if self.units[after].is_stop() {
                // خلال زيارته للهند: فلان يؤكد; في مستهل زيارته إلى تشاد؛ لحضور القمة، أكد فلان
                if !fragment || !self.names_nobody(after) {
                    break;
                }
                fragment = false;
            }
            // في ختام زيارة استمرت يومين، قال: over a verb whose subject is nobody.
            // Of a verb whose subject is being sought, those behind have none yet.
            let subject = self.subjects.get(after).and_then(Option::as_ref);
            if let Some(subject) =
                subject.filter(|found| self.lang == Lang::En || (!found.is_empty() && !found.bidden) || found.opaque)
            {
                return Parties { confidence: subject.confidence * 0.85, end: at + 1, ..subject.clone() };
            }
        }
        // A headline without a verb: its first phrase.
        let first = (0..at).find(|&unit| !self.units[unit].is_mark() && !self.units[unit].is(Class::Auxiliary));
        match first {
            Some(first) if self.bare_party(first) => Parties { confidence: 0.7, end: at + 1, ..self.list(first) },
            _ => Parties::default(),
        }
    }
}
