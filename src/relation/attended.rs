//! Who attended a meeting that the text tells: التقت أشتون مرسي وحضر اللقاء فلان وفلان, حضر اللقاء مع أشتون فلان.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::moment::Moment;
use super::narrative::told_on;
use super::read::Sentence;
use super::status::status;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Form, Predicate, Sense, Status, WordList};
use crate::mention::PhraseKind;
use crate::text::fold::{ALEF, TEH};

/// Where an attended meeting stands, and with whom it was.
pub(super) struct Attended {
    /// The noun.
    pub(super) noun: usize,
    /// With whom, where the noun says so.
    pub(super) with: Vec<Party>,
    /// Those who attended.
    pub(super) people: Vec<Party>,
}

impl Clause<'_> {
    /// حضر اللقاء: the meeting, spoken of as known, that the verb at a unit says people attended.
    fn attended(&self, verb: usize) -> Option<Attended> {
        const ADJECTIVES: usize = 2;
        let attends = |unit: &super::unit::Unit| unit.means(&self.knowledge.lexicon, Sense::Attends);
        if self.has_object_on_it(verb) {
            return if attends(&self.units[verb]) { self.attended_from_side(verb) } else { None };
        }
        // حضر الاستقبال, حضر هذا الاستقبال: the demonstrative is a word of no class.
        let this = |at: usize| {
            let (unit, shape) = (&self.units[at], &self.shapes[at]);
            unit.kind == Kind::Word && unit.classes.is_empty() && !shape.article
        };
        let noun = verb + 1 + usize::from(verb + 1 < self.units.len() && this(verb + 1));
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::Hosted);
        let is_meeting = self.units.get(noun).is_some_and(|unit| unit.kind == Kind::Noun && unit.is_definite_noun());
        if !attends(&self.units[verb]) || !is_meeting || !self.tells(noun, meets) || self.units[noun].owner().is_some()
        {
            return None;
        }
        let mut next = noun + 1;
        let adjective = |at: usize| self.units[at].kind == Kind::Word && self.shapes[at].article;
        while next < self.units.len().min(noun + 1 + ADJECTIVES) && adjective(next) {
            next += 1;
        }
        let mut with = Vec::new();
        if next + 1 < self.units.len() && self.is_preposition_of(next, "مع") && self.bare_party(next + 1) {
            let found = self.list(next + 1);
            next = found.end;
            with = found.list;
        }
        let next = self.skip_adverbials(next);
        let next = next + usize::from(self.units.get(next).is_some_and(super::unit::Unit::is_comma));
        let found = match self.past_side(next) {
            Some(behind) => self.list(behind),
            None if self.bare_party(next) => self.list(next),
            None => self.members(next, false)?,
        };
        let mut list = found.list;
        list.extend(self.those_of_the_other_side(found.end));
        let people: Vec<Party> = list.into_iter().filter(|party| party.kind == PhraseKind::Person).collect();
        (!people.is_empty()).then_some(Attended { noun, with, people })
    }

    /// كما حضره من الجانب الأردني فلان وفلان: those who attended, from one of two sides, what was told before.
    fn attended_from_side(&self, verb: usize) -> Option<Attended> {
        let behind = self.past_side(verb + 1)?;
        let people: Vec<Party> =
            self.list(behind).list.into_iter().filter(|party| party.kind == PhraseKind::Person).collect();
        (!people.is_empty()).then_some(Attended { noun: verb, with: Vec::new(), people })
    }

    /// حضر اللقاء، عن الجانب المغربي، فلان: where the names begin behind the side for which people attend, if it stands at a unit.
    pub(super) fn past_side(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 3;
        let side = at + 1;
        if at >= self.units.len()
            || !(self.is_preposition_of(at, "عن") || self.is_preposition_of(at, "من"))
            || !self.is_side(side)
        {
            return None;
        }
        let own = |&next: &usize| {
            let described = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
            described || self.units[next].is_comma()
        };
        let next = side + 1 + (side + 1..self.units.len()).take(WORDS).take_while(own).count();
        (next < self.units.len() && self.bare_party(next)).then_some(next)
    }

    /// الجانب المغربي, الجانب: a word for one of two sides.
    fn is_side(&self, at: usize) -> bool {
        if at >= self.units.len() {
            return false;
        }
        let agent = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Agent && !phrase.named);
        agent || self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Agent))
    }

    /// عن الجانب المغربي فلان، وعن الجانب الإسباني فلان: those whom the same sentence names for the other side.
    fn those_of_the_other_side(&self, from: usize) -> Vec<Party> {
        let at = from + usize::from(self.units.get(from).is_some_and(super::unit::Unit::is_comma));
        self.past_side(at).map(|behind| self.list(behind).list).unwrap_or_default()
    }
}

impl Clause<'_> {
    /// حضر اللقاء فلان: whether an Arabic sentence opens by telling who attended a meeting, so that the text stays with those who met.
    pub(super) fn opens_with_attendance(&self) -> bool {
        const NEAR: usize = 3;
        let verb = |at: &usize| self.units[*at].kind == Kind::Verb;
        self.lang == Lang::Ar
            && (0..self.units.len()).take(NEAR).find(verb).is_some_and(|verb| self.attended(verb).is_some())
    }
}

impl Clause<'_> {
    /// عقد اجتماع في القاهرة بحضور وزيري خارجية مصر وتركيا: the people in whose presence a meeting is held of which nobody is told to be a
    /// side; a summit or conference gathers more than meet.
    fn present_at(&self, noun: usize) -> Vec<Party> {
        const REACH: usize = 14;
        const MOST: usize = 4;
        let meets = |predicate| matches!(predicate, Predicate::Met | Predicate::TalkedWith);
        let gathers = |form: &Form| {
            let row = self.knowledge.lexicon.trigger(form.trigger);
            row.predicate.is_some_and(meets) && row.flags.sense == Some(Sense::Summit)
        };
        let head = &self.units[noun];
        if self.lang != Lang::Ar
            || head.kind != Kind::Noun
            || head.owner().is_some()
            || !self.tells(noun, meets)
            || head.forms.iter().any(gathers)
        {
            return Vec::new();
        }
        let passes = |at: &usize| {
            let unit = &self.units[*at];
            let side = self.unit_phrase(*at).is_some_and(|phrase| phrase.kind != PhraseKind::Place);
            !unit.is_stop() && unit.kind != Kind::Verb && !side
        };
        let end = self.units.len().min(noun + REACH);
        let Some(before) = (noun + 1..end).take_while(passes).find(|&at| self.units[at].is(Class::Presence)) else {
            return Vec::new();
        };
        if !self.bare_party(before + 1) {
            return Vec::new();
        }
        let people = self.list(before + 1).list;
        let all = people.iter().all(|party| party.kind == PhraseKind::Person);
        if all && (2..=MOST).contains(&people.len()) { people } else { Vec::new() }
    }

    /// يحضر فلان اجتماعا يشارك فيه فلان وفلان, شارك في اجتماع حضره فلان: who attends a meeting with those whom its relative clause says to
    /// attend it too; a summit or conference gathers more than meet.
    fn fellows(&self, verb: usize) -> Option<Attended> {
        const NEAR: usize = 6;
        const REACH: usize = 16;
        const MOST: usize = 5;
        let lexicon = &self.knowledge.lexicon;
        let attends = |at: usize| self.units[at].kind == Kind::Verb && self.units[at].means(lexicon, Sense::Attends);
        let own = self.subjects[verb].as_ref().filter(|own| attends(verb) && !own.carried && own.list.len() == 1)?;
        let person = own.list[0];
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith);
        let gathers = |form: &Form| lexicon.trigger(form.trigger).flags.sense == Some(Sense::Summit);
        let from = own.end.max(verb + 1);
        let noun = (from..self.units.len().min(from + NEAR))
            .take_while(|&at| !self.units[at].is_stop() && self.units[at].kind != Kind::Verb)
            .find(|&at| self.units[at].kind == Kind::Noun && self.tells(at, meets))?;
        let head = &self.units[noun];
        if person.kind != PhraseKind::Person || self.shapes[noun].article || head.forms.iter().any(gathers) {
            return None;
        }
        let end = self.units.len().min(noun + REACH);
        let other = (noun + 1..end).take_while(|&at| !self.units[at].is_stop()).find(|&at| attends(at))?;
        let takes_up = |at: usize| {
            let unit = self.units.get(at);
            unit.is_some_and(|unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_))))
        };
        let therein = takes_up(other + 1);
        let suffixed = self.units[other].verb().is_some_and(|(.., object)| object.is_some());
        let first = self.skip_adverbials(other + 1 + usize::from(therein));
        if !(therein || suffixed) || !self.bare_party(first) {
            return None;
        }
        let people = self.list(first).list;
        let all = people.iter().all(|party| party.kind == PhraseKind::Person && party.referent != person.referent);
        (all && (1..=MOST).contains(&people.len())).then(|| Attended { noun, with: vec![person], people })
    }

    /// "chaired the session, which was attended by Nour": those behind "by", and who presides.
    fn attended_by(&self, verb: usize) -> Option<Attended> {
        let attends = self.units[verb].means(&self.knowledge.lexicon, Sense::Attends);
        let by = if attends { self.agent_of_attendance(verb)? } else { return None };
        let people: Vec<Party> =
            self.list(by + 1).list.into_iter().filter(|party| party.kind == PhraseKind::Person).collect();
        let with = (0..verb).rev().filter(|&at| self.units[at].kind == Kind::Verb).find_map(|at| self.presider(at));
        let with: Vec<Party> = with.into_iter().collect();
        // "The talks were attended by Nour": they are those of the two of whom the text told.
        let known = || (0..verb).all(|at| self.units[at].kind != Kind::Verb) && self.meeting_attended(verb);
        (!people.is_empty() && (!with.is_empty() || known())).then_some(Attended { noun: verb, with, people })
    }

    /// "Safadi and Hassan attended the meeting": the same told of those who did.
    fn attending(&self, verb: usize) -> Option<Attended> {
        const ADJECTIVES: usize = 2;
        if !self.units[verb].means(&self.knowledge.lexicon, Sense::Attends) {
            return None;
        }
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith);
        let word = |at: &usize| self.units[*at].kind == Kind::Word;
        let noun = verb + 1 + (verb + 1..self.units.len()).take(ADJECTIVES).take_while(word).count();
        let unit = self.units.get(noun).filter(|unit| unit.kind == Kind::Noun && unit.determined)?;
        // "attended a meeting of the council", "the talks between": one that the text tells here.
        let told =
            self.units.get(noun + 1).is_some_and(|next| next.is_preposition() && self.unit_phrase(noun + 2).is_some());
        let own = self.subjects[verb].as_ref().filter(|own| !own.carried)?;
        if told || unit.possessive || !self.tells(noun, meets) {
            return None;
        }
        let people: Vec<Party> = own.list.iter().copied().filter(|party| party.kind == PhraseKind::Person).collect();
        (!people.is_empty()).then_some(Attended { noun, with: Vec::new(), people })
    }

    /// Whether a noun is the meeting of two others, told before, that several attended: they met somebody else there.
    pub(super) fn is_attended_by_several(&self, noun: usize) -> bool {
        let verb = || (0..noun).rev().find(|&at| self.units[at].kind == Kind::Verb);
        self.lang == Lang::En
            && self.memory.pair.is_some()
            && self.units[noun].determined
            && verb().and_then(|verb| self.attending(verb)).is_some_and(|told| told.noun == noun)
    }

    /// Returns whether the subject right before a passive is a meeting spoken of as known.
    fn meeting_attended(&self, verb: usize) -> bool {
        let meets = |told| matches!(told, Predicate::Met | Predicate::TalkedWith);
        let noun = self.chain_start(verb).checked_sub(1);
        noun.is_some_and(|noun| {
            self.units[noun].kind == Kind::Noun
                && self.tells(noun, meets)
                && (0..noun).all(|at| self.units[at].phrase().is_none())
        })
    }

    /// The one person who chairs what the verb at a unit says is chaired.
    fn presider(&self, at: usize) -> Option<Party> {
        if !self.units[at].means(&self.knowledge.lexicon, Sense::Holds) {
            return None;
        }
        let passive = self.is_followed_by_agent(at) && self.bare_party(at + 2);
        let found = if passive {
            Some(self.parties_of(at + 2))
        } else {
            self.subjects[at].as_ref().map(|own| own.list.clone())
        };
        match found?.as_slice() {
            [person] if person.kind == PhraseKind::Person => Some(*person),
            _ => None,
        }
    }
}

impl Sentence<'_> {
    /// Those who attended a meeting met who came to it from the other side.
    pub(super) fn attendances(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        if self.reader.lang == Lang::En {
            self.gatherings(out);
        } else if self.clause.units.iter().any(|unit| unit.is(Class::Presence)) {
            self.presences(out);
        }
        let english = self.reader.lang == Lang::En;
        let may = |at: usize| {
            self.clause.units[at].kind == Kind::Verb || english && self.begins_listed(WordList::Present, at)
        };
        let mut met: Option<Vec<(Party, Party)>> = None;
        for verb in (0..self.clause.units.len()).filter(|&at| may(at)) {
            let attended = match self.reader.lang {
                Lang::Ar => self.clause.attended(verb).or_else(|| self.clause.fellows(verb)),
                Lang::En => {
                    let by = || self.clause.attended_by(verb).or_else(|| self.clause.attending(verb));
                    by().or_else(|| self.present_at_meeting(verb))
                }
            };
            let Some(attended) = attended else { continue };
            let status = status(self.clause, verb, Predicate::Met);
            // حضر اللقاء فلان وحضره من الجانب الآخر فلان: the same two met, whoever else is told to have been there.
            let again = met.take().filter(|_| attended.noun == verb && self.reader.lang == Lang::Ar);
            let sides = again.unwrap_or_else(|| self.sides_of_meetings(verb, attended.noun, out));
            for person in attended.people {
                let others: Vec<Party> = if attended.with.is_empty() {
                    let of_last: Vec<Party> = sides.iter().filter_map(|&pair| self.other_side(&person, pair)).collect();
                    // وأطلعه على مشاوراته مع الروس. وحضر اللقاء فلان: what was told last is not the meeting.
                    let before = || self.host_or_guest_shortly_before(&person).into_iter().collect();
                    if of_last.is_empty() && self.reader.lang == Lang::Ar { before() } else { of_last }
                } else {
                    attended.with.clone()
                };
                for (at, other) in others.iter().enumerate() {
                    let again = others[..at].iter().any(|told| told.referent == other.referent);
                    if again || other.referent == person.referent {
                        continue;
                    }
                    let told = self.untriggered(attended.noun, Predicate::Met, status, (person, *other), SURE);
                    let when = told.when.or_else(|| self.day_of_meeting(verb, &told, out));
                    out.push(Relation { when, ..told });
                }
            }
            met = Some(sides);
        }
    }

    /// Those of different countries in whose presence a meeting is held met there.
    pub(super) fn presences(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        for noun in 0..self.clause.units.len() {
            let people = self.clause.present_at(noun);
            let place = self.clause.units[noun].start;
            let start = self.tokens.tokens[place].span.end;
            if people.is_empty() || out.iter().any(|told| told.sentence == self.number && told.trigger.end == start) {
                continue;
            }
            let status = status(self.clause, noun, Predicate::Met);
            for (at, one) in people.iter().enumerate() {
                for other in &people[at + 1..] {
                    let of = |party: &Party| self.clause.country_of(party.referent);
                    if of(one).is_some() && of(other).is_some() && of(one) != of(other) {
                        out.push(self.untriggered(noun, Predicate::Met, status, (*one, *other), SURE));
                    }
                }
            }
        }
    }

    /// When the meeting was that somebody attended: that of the same sentence, else where the tale has come to.
    fn day_of_meeting(&self, verb: usize, met: &Relation, out: &[Relation]) -> Option<Moment> {
        let meeting = |told: &&Relation| {
            matches!(told.predicate, Predicate::Met | Predicate::Hosted | Predicate::TalkedWith)
                && [told.subject, told.object].contains(&met.object)
        };
        let here = out.iter().rev().take_while(|told| told.sentence == self.number).find(meeting);
        let tale = || self.clause.memory.narrative.as_ref()?.lends(met.predicate, met.subject, met.object);
        let goes_on = met.status == Status::Happened && told_on(self.clause, self.times, verb).is_some();
        here.and_then(|told| told.when).or_else(|| goes_on.then(tale).flatten())
    }

    /// The two whose meeting the text told last, in the sentence before the verb or earlier; behind حضر اللقاءات the pairs of all meetings told
    /// shortly before, behind حضر الاستقبال that of the last reception.
    fn sides_of_meetings(&self, at: usize, noun: usize, out: &[Relation]) -> Vec<(Party, Party)> {
        const SENTENCES: usize = 4;
        let start = self.tokens.tokens[self.clause.units[at].start].span.start;
        let several = self.reader.lang == Lang::Ar
            && self.tokens.form(&self.tokens.tokens[self.clause.units[noun].start]).ends_with(&[ALEF, TEH]);
        let reception = self.clause.tells(noun, |told| told == Predicate::Hosted);
        let told = |told: &&Relation| {
            let meets = match told.predicate {
                Predicate::Hosted => true,
                Predicate::Met | Predicate::TalkedWith => !reception,
                _ => false,
            };
            meets && told.trigger.end <= start
        };
        let party = |referent, span| Party { referent, span, kind: PhraseKind::Person, gender: None };
        let sides = |told: &Relation| (party(told.subject, told.subject_span), party(told.object, told.object_span));
        let last = out.iter().rev().find(told);
        if let Some(last) = last {
            return with_guests(last, out).map(sides).collect();
        }
        if !(several || reception) {
            return self.meeting_before_letter().map(sides).or(self.clause.memory.pair).into_iter().collect();
        }
        let near = |told: &&Relation| told.sentence + SENTENCES >= self.number;
        let mut before = self.earlier.iter().rev().take_while(near).filter(told);
        let found: Vec<_> = if several {
            before.map(sides).collect()
        } else {
            before.next().into_iter().flat_map(|last| with_guests(last, self.earlier)).map(sides).collect()
        };
        if found.is_empty() { self.clause.memory.pair.into_iter().collect() } else { found }
    }

    /// استقبل فلان فلانا الذي سلمه رسالة من فلان. حضر المقابلة فلان: the meeting at which a letter was handed over of which the text told last;
    /// who wrote it was not there.
    fn meeting_before_letter(&self) -> Option<&Relation> {
        const SENTENCES: usize = 2;
        let (a, b) = self.clause.memory.pair.filter(|_| self.reader.lang == Lang::Ar)?;
        let pair = |told: &&Relation| {
            [(a.referent, b.referent), (b.referent, a.referent)].contains(&(told.subject, told.object))
        };
        let near = |told: &&Relation| told.sentence + SENTENCES >= self.number;
        let mut told = self.earlier.iter().rev().take_while(near);
        let letter = told.clone().find(pair).filter(|told| told.predicate == Predicate::WroteTo)?;
        told.find(|told| {
            matches!(told.predicate, Predicate::Hosted | Predicate::Met)
                && told.sentence <= letter.sentence
                && told.status == Status::Happened
        })
    }

    /// The one of the last two people who met, as told shortly before, who is of another country than somebody who attended.
    fn host_or_guest_shortly_before(&self, person: &Party) -> Option<Party> {
        const SENTENCES: usize = 4;
        let party = |referent, span| Party { referent, span, kind: PhraseKind::Person, gender: None };
        let human = |told: &&Relation| {
            [told.subject, told.object].into_iter().all(|side| self.kind_of(side) == EntityKind::Person)
        };
        let near = |told: &&Relation| told.sentence + SENTENCES >= self.number;
        let meets = |told: &&Relation| matches!(told.predicate, Predicate::Hosted | Predicate::Met);
        let last = self.earlier.iter().rev().take_while(near).filter(meets).find(human)?;
        self.other_side(person, (party(last.subject, last.subject_span), party(last.object, last.object_span)))
    }

    /// Of two who met the one who is of another country than somebody who attended, where the other is of his.
    fn other_side(&self, person: &Party, (a, b): (Party, Party)) -> Option<Party> {
        let of = |party: &Party| self.reader.country_of(party.referent);
        let own = of(person)?;
        let known = [a, b].iter().any(|side| side.referent == person.referent);
        let other = match (of(&a) == Some(own), of(&b) == Some(own)) {
            (true, false) if !known => b,
            (false, true) if !known => a,
            _ => return None,
        };
        // The talks of two countries, told last, are not yet the meeting of those who came for them.
        (self.kind_of(other.referent) != EntityKind::Country).then_some(other)
    }
}

/// استقبله الأمير يرافقه الوزير: a reception with those that the same words tell of, the guest before who came with him.
fn with_guests<'r>(last: &'r Relation, told: &'r [Relation]) -> impl Iterator<Item = &'r Relation> {
    let same = move |other: &&Relation| {
        other.predicate == last.predicate
            && other.subject == last.subject
            && other.trigger == last.trigger
            && other.sentence == last.sentence
    };
    let hosted = last.predicate == Predicate::Hosted;
    let others = told.iter().filter(move |other| hosted && same(other));
    others.chain((!hosted).then_some(last))
}
