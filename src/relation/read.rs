//! Reads the relations of a document: every trigger's frame is filled from the clause it stands in.

use super::build::{Relation, Telling};
use super::carry::carry;
use super::clause::{Clause, Memory, Parties, Party, WordShape};
use super::confidence;
use super::dating;
use super::distinct::distinct;
use super::moment::Moment;
use super::narrative::{Narrative, dates_before, is_deed_of, is_earlier, is_of_today, saying, saying_behind, told_on};
use super::remember::remember;
use super::setting;
use super::shape::word_shape;
use super::status::{is_deed, is_tentative, status};
use super::together::{Floor, co_occurrences, guessed};
use super::trace::{Construction, DateRule, DateStep, StatusRule, StatusStep, Trace, Why};
use super::unit::{Kind, Unit};
use super::units::{units_into, without_limits};
use super::when::{Calendar, Lasts, Times};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Membership, Pos, Predicate, Shape, Slot, Status, Tense, Trigger};
use crate::mention::{Hit, Kinds, Mechanism, PhraseKind, Reader, Referent, Scan, Without};
use crate::text::{Gap, Span, Tokens};
use std::collections::HashSet;

/// A relation whose steps multiply to less is not told.
const LEAST_CONFIDENCE: f64 = 0.5;

/// Nor is a contact: its words (met, called, visited) hardly mean anything else, so that a longer way to the subject is borne.
/// Where the steps multiply to less, one in three is right.
const LEAST_OF_CONTACT: f64 = 0.45;

/// In which of its first sentences a list of what the day will bring says so.
const AGENDA: usize = 2;

/// So many relations of a document are held against each other, in the order of the text; what is further apart is read as if
/// it stood in another document. Of 141 annotated articles the richest has 47.
const TOGETHER: usize = 64;

/// Choices for the reading of relations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether two entities in one sentence with no stated relation give `co_occurs`.
    pub co_occurs: bool,
    /// Mechanisms that are switched off, to measure what they are worth.
    pub without: Without,
    /// What is guessed instead of reading, to measure what reading is worth.
    pub floor: Option<Floor>,
}

/// Returns the relations of a document, in the order of its sentences.
pub fn read_relations(
    reader: &mut Reader<'_>,
    tokens: &Tokens,
    scan: &Scan,
    ranges: &[(usize, usize)],
    options: Options,
    trace: Option<&Trace>,
) -> Vec<Relation> {
    let mut memory = Memory::default();
    let mut room = Room::default();
    let mut anchor = None;
    let mut relations = Vec::new();
    for (number, (phrases, &range)) in reader.phrases(ranges).into_iter().zip(ranges).enumerate() {
        reader.turn_to(number, range);
        memory.agenda |= number < AGENDA && announces(scan, range);
        if phrases.is_empty() && memory.subject.is_empty() {
            continue;
        }
        let mut units = units_into(room.units, reader.knowledge(), reader.lang, tokens, scan, range, &phrases);
        if options.without.lacks(Mechanism::ClauseLimits) {
            without_limits(&mut units);
        }
        let mut shapes = room.shapes;
        shapes.clear();
        shapes.extend(units.iter().map(|unit| word_shape(tokens, unit, &phrases, scan)));
        let calendar = Calendar {
            knowledge: reader.knowledge(),
            tokens,
            scan,
            units: &units,
            lang: reader.lang,
            today: reader.today,
            anchor,
        };
        let times = calendar.times();
        let mut clause = Clause {
            knowledge: reader.knowledge(),
            lang: reader.lang,
            units: &units,
            phrases: &phrases,
            memory: &memory,
            shapes: &shapes,
            times: &times,
            narrator: memory.narrator.filter(|_| !tokens.tokens[range.0..range.1].iter().any(|token| token.quote)),
            without: options.without,
            trace,
            subjects: room.subjects,
        };
        clause.find_subjects();
        if let Some(trace) = trace {
            for when in &times.dates {
                trace.time(number, dating::words_of(&units, when), when.past, when.future);
            }
        }
        anchor = times.dates.iter().rev().find_map(|when| when.past.as_day()).or(anchor);
        let sentence = Sentence { reader, tokens, clause: &clause, number, times: &times };
        let found = match options.floor {
            None => sentence.relations(),
            Some(floor) => guessed(floor, number, &phrases, &units, tokens, &reader.knowledge().lexicon),
        };
        if options.co_occurs {
            co_occurrences(number, &phrases, &found, &mut relations);
        }
        if let Some(moment) = dates_before(&clause, sentence.times, reader.today) {
            date_what_was_told(&mut relations, number, &clause, moment);
        }
        let narrative = Narrative::after(memory.narrative.as_ref(), &clause, sentence.times, reader.today, &found);
        let narrator = memory.narrator.or_else(|| narrator(&clause, tokens, range, number));
        let next = Memory { narrative, narrator, ..remember(reader, &clause, tokens, &memory, &found) };
        let mut subjects = clause.subjects;
        subjects.clear();
        room = Room { units, shapes, subjects };
        relations.extend(found);
        memory = next;
    }
    let mut out = offices(reader);
    let (mut kept, mut told): (Vec<Relation>, Vec<Relation>) = Default::default();
    let mut relations = relations.into_iter();
    while !relations.as_slice().is_empty() {
        let count = together(relations.as_slice());
        let part = distinct(reader, relations.by_ref().take(count).collect());
        if trace.is_some() {
            kept.extend(part.iter().cloned());
        }
        let sure = |r: &Relation| r.predicate == Predicate::CoOccurs || is_sure(r);
        let mut part: Vec<Relation> = part.into_iter().filter(sure).collect();
        carry(reader, &mut part);
        told.extend(part);
    }
    if let Some(trace) = trace {
        trace.kept(&kept, is_sure);
    }
    for relation in told.iter_mut().filter(|relation| relation.predicate != Predicate::CoOccurs) {
        let start = tokens.tokens[ranges[relation.sentence].0].span.start;
        if let Some(trace) = trace {
            let doubts = confidence::doubts(relation, reader, tokens, start);
            let held = doubts.iter().filter(|(holds, ..)| *holds);
            trace.settled(relation, &held.map(|&(_, doubt, factor)| (doubt, factor)).collect::<Vec<_>>());
        }
        relation.confidence = confidence::told(relation, reader, tokens, start);
    }
    out.extend(told);
    out.sort_by_key(|relation| relation.sentence);
    out
}

/// The room that one sentence after another takes.
#[derive(Default)]
struct Room {
    units: Vec<Unit>,
    shapes: Vec<WordShape>,
    subjects: Vec<Option<Parties>>,
}

/// Returns whether a sentence announces what a day will bring: أهم الأخبار المتوقعة.
/// Returns whether the steps that led to a relation are certain enough for it to be told.
fn is_sure(relation: &Relation) -> bool {
    let contact = relation.predicate.family() == Family::Contact;
    relation.confidence >= if contact { LEAST_OF_CONTACT } else { LEAST_CONFIDENCE }
}

fn announces(scan: &Scan, range: (usize, usize)) -> bool {
    let says = |hit: &Hit| hit.kinds.has(Kinds::AGENDA) && hit.end as usize <= range.1;
    (range.0..range.1).any(|token| scan.kinds(token).has(Kinds::AGENDA) && scan.at(token).iter().any(says))
}

/// "Statement from President Biden on …": whose statement a document is, as one of its first lines says.
fn narrator(clause: &Clause<'_>, tokens: &Tokens, range: (usize, usize), number: usize) -> Option<Party> {
    const LINES: usize = 2;
    const KINDS: [&[u8]; 6] = [b"statement", b"remarks", b"message", b"letter", b"proclamation", b"address"];
    let headline = number < LINES && tokens.tokens.get(range.1).is_some_and(|next| next.gap == Gap::Newline);
    if clause.lang != Lang::En || !headline {
        return None;
    }
    let form = |at: usize| tokens.form(&tokens.tokens[at]);
    let kind = range.0 + usize::from(matches!(form(range.0), b"written" | b"joint" | b"press" | b"full"));
    let opens = kind + 1 < range.1 && KINDS.contains(&form(kind)) && matches!(form(kind + 1), b"from" | b"by" | b"of");
    let by = clause.units.iter().position(|unit| unit.start == kind + 1).filter(|_| opens)?;
    let person = (by + 1..clause.units.len().min(by + 3)).find(|&at| clause.bare_party(at))?;
    let list = clause.list(person);
    match list.list.as_slice() {
        [party] if clause.is_human(party) => Some(Party { kind: PhraseKind::Person, ..*party }),
        _ => None,
    }
}

/// Gives the news of the sentences right before, which told no day, the day on which the sentence says that they were.
fn date_what_was_told(relations: &mut [Relation], number: usize, clause: &Clause<'_>, moment: Moment) {
    const SENTENCES: usize = 3;
    let named = |referent: Referent| clause.phrases.iter().any(|phrase| phrase.referents.contains(&referent));
    let near = relations.partition_point(|relation| relation.sentence + SENTENCES < number);
    for relation in relations[near..].iter_mut().filter(|relation| relation.telling.open && relation.when.is_none()) {
        let known = clause.memory.subject.iter().any(|party| party.referent == relation.subject);
        if known || named(relation.subject) || named(relation.object) {
            relation.when = Some(moment);
            if let Some(trace) = clause.trace {
                trace.dated_later(relation);
            }
        }
    }
}

/// Returns how many relations, from the first on, are held against each other; what merely stands together counts little.
fn together(relations: &[Relation]) -> usize {
    let read = relations.iter().enumerate().filter(|(_, relation)| relation.predicate != Predicate::CoOccurs);
    read.map(|(at, _)| at).nth(TOGETHER).unwrap_or(relations.len()).min(32 * TOGETHER)
}

/// A set of predicates.
#[derive(Clone, Copy, Debug, Default)]
struct Predicates(u32);

impl Predicates {
    fn has(self, predicate: Predicate) -> bool {
        self.0 & 1 << predicate as u32 != 0
    }

    fn add_if(&mut self, predicate: Predicate, told: bool) {
        self.0 |= u32::from(told) << predicate as u32;
    }
}

/// Which rare constructions a sentence has the words for.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    company: bool,
    led: bool,
    sides: bool,
}

pub(super) struct Sentence<'s> {
    pub(super) reader: &'s Reader<'s>,
    pub(super) tokens: &'s Tokens,
    pub(super) clause: &'s Clause<'s>,
    pub(super) number: usize,
    pub(super) times: &'s Times,
}

/// Adds what one construction tells of a sentence.
type Step<'s> = fn(&Sentence<'s>, &mut Vec<Relation>);

impl Sentence<'_> {
    /// Notes in the trace what tells the relations from `from` on.
    fn mark(&self, construction: Construction, out: &[Relation], from: usize) {
        if let Some(trace) = self.clause.trace {
            trace.constructed(construction, &out[from..]);
        }
    }

    fn relations(&self) -> Vec<Relation> {
        let mut out = Vec::new();
        for at in 0..self.clause.units.len() {
            let heads = matches!(self.clause.units[at].kind, Kind::Verb | Kind::Noun | Kind::Participle);
            if heads {
                self.head(at, &mut out);
            }
        }
        let mut from = out.len();
        for at in 0..self.clause.units.len() {
            if matches!(self.clause.units[at].kind, Kind::Noun | Kind::Verb | Kind::Participle) {
                self.sponsors(at, &mut out);
            }
        }
        self.mark(Construction::Sponsor, &out, from);
        let signs = self.signs();
        let steps: [(bool, Step<'_>, Construction); 8] = [
            (signs.company, Self::with_companions, Construction::Company),
            (true, Self::refusals, Construction::Refusal),
            (true, Self::headline, Construction::Headline),
            (true, Self::abroad, Construction::Abroad),
            (signs.led, Self::presided, Construction::Presides),
            (signs.sides, Self::acts_for_sides, Construction::Sides),
            (signs.led, Self::heads_of_bodies, Construction::Heads),
            (true, Self::duties, Construction::Duty),
        ];
        for (may_stand, step, construction) in steps {
            if may_stand {
                from = out.len();
                step(self, &mut out);
                self.mark(construction, &out, from);
            }
        }
        out
    }

    /// Looks once for the words without which some rare constructions cannot stand in the sentence.
    fn signs(&self) -> Signs {
        let mut signs = Signs::default();
        if self.reader.lang != Lang::Ar {
            return signs;
        }
        let units = self.clause.units;
        for (at, unit) in units.iter().enumerate() {
            signs.company |= unit.kind == Kind::Verb && unit.verb().is_some_and(|(.., object)| object.is_some());
            for class in &unit.classes {
                match class {
                    Class::Company => signs.company = true,
                    Class::Members(Membership::Led) => signs.led = true,
                    Class::Prep(_) => signs.sides |= units.get(at + 1).is_some_and(|next| next.phrase().is_some()),
                    _ => {}
                }
            }
        }
        signs
    }

    /// Returns whether a word says who belongs to a delegation: وفد يضم مشعل.
    fn names_member(&self, at: usize) -> bool {
        let clause = self.clause;
        clause.units[at].has(|class| matches!(class, Class::Members(_)))
            && clause.bare_party(at + 1)
            && clause.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
    }

    /// When somebody said the words in which a stance lies: أعرب أمس عن دعمه.
    pub(super) fn day_of_saying(&self, at: usize, predicate: Predicate, who: Referent) -> Option<Moment> {
        if is_deed(predicate) {
            return None;
        }
        let speaks = |verb: usize| {
            let speaker = self.clause.subjects.get(verb).and_then(Option::as_ref);
            speaker.is_some_and(|speaker| speaker.list.iter().any(|party| party.referent == who))
        };
        let said =
            |verb, end| dating::moment_of_saying(self.clause, self.times, self.reader.date, verb, end, predicate);
        let own = saying(self.clause, at).filter(|&verb| speaks(verb)).and_then(|verb| said(verb, at));
        let behind = || saying_behind(self.clause, at).filter(|&(verb, _)| speaks(verb));
        own.or_else(|| behind().and_then(|(verb, opens)| said(verb, opens)))
    }

    /// The day on which the document's tale moves, where the head at `at` goes on with it.
    pub(super) fn day_of_news(&self, at: usize, predicate: Predicate, s: Referent, o: Referent) -> Option<Moment> {
        let verb = told_on(self.clause, self.times, at)?;
        let day = || self.clause.memory.narrative.as_ref()?.lends(predicate, s, o);
        is_deed_of(self.clause, verb, at, predicate, (s, s)).then(day)?
    }

    /// بوتين في طهران: where somebody is, if that is another country.
    fn headline(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let Some((who, place, on, ahead)) = self.clause.headline() else { return };
        let status = if ahead { Status::Planned } else { Status::Happened };
        for s in &who.list {
            for o in place.list.iter().filter(|o| !self.stays_home(s.referent, o.referent, true, Pos::Noun)) {
                out.push(self.untriggered(on, Predicate::Visited, status, (*s, *o), SURE));
            }
        }
    }

    /// A relation that the word at a unit tells without a row of the lexicon.
    pub(super) fn untriggered(
        &self,
        on: usize,
        predicate: Predicate,
        status: Status,
        (s, o): (Party, Party),
        confidence: f64,
    ) -> Relation {
        let unit = &self.clause.units[on];
        Relation {
            subject: s.referent,
            predicate,
            object: o.referent,
            status,
            tentative: false,
            either: false,
            when: dating::moment(self.clause, self.times, self.reader.date, on, predicate, status),
            telling: Telling::default(),
            place: None,
            attribution: setting::attribution(self.clause, on),
            sentence: self.number,
            trigger: Span::new(
                self.tokens.span_after(&self.tokens.tokens[unit.start], unit.skip).start,
                self.tokens.tokens[unit.end - 1].span.end,
            ),
            subject_span: s.span,
            object_span: o.span,
            rule: None,
            confidence,
        }
    }

    /// Fills the frames of the word at a unit; of several rows of one predicate the first that fills counts.
    fn head(&self, at: usize, out: &mut Vec<Relation>) {
        let mut filled = Predicates::default();
        let mut waiting = Vec::new();
        // Parties that stand with the word go before those of its clause: بعد مفاوضات بين فلان وفلان.
        self.frames(at, false, &mut filled, &mut waiting, out);
        if self.clause.trace.is_some() {
            self.frames(at, true, &mut filled, &mut waiting, out);
            return;
        }
        for (trigger, predicate, subject) in waiting {
            if !filled.has(predicate) {
                let before = out.len();
                self.emit(at, trigger, predicate, &subject, None, out);
                filled.add_if(predicate, out.len() > before);
            }
        }
    }

    /// Fills the frames of the word at a unit, `loose` ones with nobody but the subjects of the clause.
    ///
    /// Frames that name nobody but the subjects are `waiting` until those with an object are told.
    fn frames<'f>(
        &'f self,
        at: usize,
        loose: bool,
        filled: &mut Predicates,
        waiting: &mut Vec<(&'f Trigger, Predicate, Parties)>,
        out: &mut Vec<Relation>,
    ) {
        for form in &self.clause.units[at].forms {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            if trigger.predicate.is_some() {
                self.begin(at, form.trigger);
            }
            let Some(predicate) = self.predicate(at, trigger) else {
                self.note(Why::NoMeeting);
                continue;
            };
            // وفد يضم مشعل: who belongs to a delegation is not what somebody takes.
            let member = predicate == Predicate::Seized && self.names_member(at);
            if member || filled.has(predicate) {
                self.note(if member { Why::NamesMembers } else { Why::AlreadyFilled });
                continue;
            }
            // زيارة مصر: a place in the genitive is where the journey goes.
            if trigger.is_journey() && self.goes_to_genitive(at) && !trigger.object.contains(&Slot::Genitive) {
                self.note(Why::GoalBehind);
                continue;
            }
            // وفد يضم فلانا: whom it has among its members, it did not annex.
            let lists = predicate == Predicate::Seized
                && self.clause.units[at].has(|class| matches!(class, Class::Members(_)))
                && self.clause.units[..at].iter().rev().take_while(|unit| !unit.is_stop()).any(|unit| unit.delegation);
            if lists {
                self.note(Why::NamesMembers);
                continue;
            }
            if self.clause.is_on_air(at, predicate) {
                self.note(Why::OnAir);
                continue;
            }
            // عقد محادثات: holding them is no contract.
            let holds = self.reader.lang == Lang::Ar
                && predicate == Predicate::AgreedWith
                && self.clause.units[at].kind == Kind::Noun
                && self.clause.event(at).is_some()
                && self.clause.units.get(at + 1).is_some_and(|next| next.kind == Kind::Noun)
                && self.clause.tells(at + 1, |told| told.family() == Family::Contact);
            // الاتفاقية الموقعة مع: what is said to be signed tells with whom.
            let signed = predicate == Predicate::AgreedWith
                && !trigger.flags.near
                && self.clause.units.get(at + 1).is_some_and(|next| {
                    let row = |form: &crate::lexicon::Form| self.clause.knowledge.lexicon.trigger(form.trigger);
                    next.forms.iter().any(|form| row(form).flags.near && row(form).predicate == Some(predicate))
                });
            // "agreed to restore ties": one agreement.
            let bound =
                self.reader.lang == Lang::En && predicate == Predicate::AgreedWith && self.clause.bind_each_other(at);
            if holds || signed || bound || self.meets_demand(at, predicate) {
                self.note(match () {
                    () if holds => Why::HoldsTalks,
                    () if signed => Why::ToldByNext,
                    () if bound => Why::BindsNext,
                    () => Why::AnswersDemand,
                });
                continue;
            }
            let passive = self.is_passive(at, form.shape);
            let frame = self.fill(at, trigger, form.shape, passive);
            let Some((subject, object)) = frame else { continue };
            if self.plays(predicate, &subject, object.as_ref()) || self.is_no_guest(at, predicate, &subject) {
                self.note(Why::AnotherSense);
                continue;
            }
            let told = if loose { object.is_none() } else { object.is_some() || self.names_them(trigger) };
            if told {
                let before = out.len();
                self.emit(at, trigger, predicate, &subject, object.as_ref(), out);
                filled.add_if(predicate, out.len() > before);
            }
            if object.is_none() {
                waiting.push((trigger, predicate, subject));
            }
        }
    }

    /// Begins to note what comes of a row at a unit.
    pub(super) fn begin(&self, at: usize, trigger: crate::lexicon::TriggerId) {
        if let Some(trace) = self.clause.trace {
            trace.begin(self.number, self.word(at), trigger);
        }
    }

    /// Notes why the row at hand gives nothing.
    pub(super) fn note(&self, why: Why) {
        if let Some(trace) = self.clause.trace {
            trace.why(why);
        }
    }

    /// Returns nothing, and notes why.
    pub(super) fn fails<T>(&self, why: Why) -> Option<T> {
        self.note(why);
        None
    }

    /// Returns where the word at a unit stands, less its proclitics.
    fn word(&self, at: usize) -> Span {
        let unit = &self.clause.units[at];
        Span::new(
            self.tokens.span_after(&self.tokens.tokens[unit.start], unit.skip).start,
            self.tokens.tokens[unit.end - 1].span.end,
        )
    }

    /// Returns whether all parties of a row stand in one slot of its own.
    fn names_them(&self, trigger: &Trigger) -> bool {
        trigger.object.first() == Some(&Slot::Same) && !trigger.subject.contains(&Slot::Control)
    }

    /// What the word tells: of a verb that gathers people or sponsors talks, that which its meeting does.
    pub(super) fn predicate(&self, at: usize, trigger: &Trigger) -> Option<Predicate> {
        let own = trigger.predicate?;
        if !trigger.flags.event {
            return Some(own);
        }
        let event = self.clause.event(at)?;
        // شملت محادثاته الوزير: whom the talks of a journey take in is met, unless they were by telephone.
        // أجرى اتصالات شملت الوزير: nor where they were contacts of which nothing is told.
        let contacts = event == Predicate::TalkedWith && self.clause.is_contact_before(at);
        let takes_in = trigger.subject.contains(&Slot::MeetingOwner) && event != Predicate::Called && !contacts;
        Some(if own == Predicate::Mediated || takes_in { own } else { event })
    }

    pub(super) fn trigger_is(&self, id: crate::lexicon::TriggerId, trigger: &Trigger) -> bool {
        std::ptr::eq(self.clause.knowledge.lexicon.trigger(id), trigger)
    }

    fn goes_to_genitive(&self, at: usize) -> bool {
        if self.clause.units[at].kind != Kind::Noun || self.reader.lang == Lang::En {
            return false;
        }
        let genitive = self.clause.genitive(at);
        !genitive.is_empty()
            && genitive.list.iter().all(|party| matches!(party.kind, PhraseKind::Country | PhraseKind::Place))
    }

    /// Returns whether the owner of a deed counts as the party: one praises a country by praising its efforts.
    pub(super) fn descends(&self, trigger: &Trigger) -> bool {
        trigger.predicate.is_some_and(|p| {
            p.family() != crate::lexicon::Family::Contact && !matches!(p, Predicate::AgreedWith | Predicate::Mediated)
        })
    }

    fn is_passive(&self, at: usize, shape: Shape) -> bool {
        let participle = matches!(shape, Shape::Verb { tense: Tense::PastParticiple, .. });
        if !participle || self.reader.lang != Lang::En {
            return false;
        }
        let by = self.clause.knowledge.lexicon.preposition_id("by");
        let next_by = self
            .clause
            .units
            .get(at + 1)
            .is_some_and(|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == by)));
        let auxiliary = (at.saturating_sub(3)..at).rev().find_map(|before| {
            let unit = &self.clause.units[before];
            if unit.has(|class| class == Class::Auxiliary) {
                let form = self.tokens.form(&self.tokens.tokens[unit.end - 1]);
                return Some(matches!(form, b"is" | b"are" | b"was" | b"were" | b"be" | b"been" | b"being"));
            }
            if unit.phrase().is_some() || unit.is_mark() { Some(false) } else { None }
        });
        auxiliary == Some(true) || next_by
    }

    /// Writes the relations of one filled frame: subjects with objects, or every pair of subjects.
    pub(super) fn emit(
        &self,
        at: usize,
        trigger: &Trigger,
        predicate: Predicate,
        subject: &Parties,
        object: Option<&Parties>,
        out: &mut Vec<Relation>,
    ) {
        let threat = self.is_threat(at, predicate);
        let remote = self.clause.is_remote(at, predicate);
        let predicate = match predicate {
            _ if threat => Predicate::Threatened,
            _ if remote => Predicate::Called,
            own => own,
        };
        let status = match trigger.flags.status {
            _ if threat || self.clause.without.lacks(Mechanism::Status) => {
                self.clause.because(StatusRule::Threat, None);
                Status::Happened
            }
            Some(status) => {
                self.clause.because(StatusRule::Row, Some(&self.clause.units[at]));
                status
            }
            None => self.status_of_received(at, trigger, self.status(at, trigger, predicate)),
        };
        let mut pairs: Vec<(Party, Party)> = Vec::new();
        match object {
            // حض المبعوث الطرفين: two of whom one is he himself are not whom he means.
            Some(object)
                if !predicate.is_symmetric()
                    && predicate != Predicate::Mediated
                    && object.list.len() == 2
                    && subject.list.len() == 1
                    && object.list.iter().any(|o| o.referent == subject.list[0].referent) =>
            {
                self.note(Why::OneOfThem);
            }
            Some(object) => {
                for &s in &subject.list {
                    pairs.extend(object.list.iter().map(|&o| (s, o)));
                }
                // اجتماع ثلاثي مع نظيريه: all sat at one table.
                if predicate.is_symmetric() && (self.is_round_table(at) || self.is_one_table(at)) {
                    // محادثات ثلاثية مع نائبي وزير الخارجية الروسي: two of one country are one side of it.
                    let of = |party: &Party| self.reader.country_of(party.referent);
                    for (index, a) in object.list.iter().enumerate() {
                        let others = object.list[index + 1..].iter();
                        let apart = others.filter(|b| of(a).is_none() || of(a) != of(b));
                        pairs.extend(apart.map(|&b| (*a, b)));
                    }
                }
            }
            None => {
                for (index, &s) in subject.list.iter().enumerate() {
                    pairs.extend(subject.list[index + 1..].iter().map(|&o| (s, o)));
                }
                if predicate == Predicate::Met && self.is_crowd(at, trigger, &subject.list) {
                    self.note(Why::Crowd);
                    pairs.clear();
                }
                self.keep_sides_apart(predicate, &subject.list, &mut pairs);
                self.keep_to_one_side(at, &subject.list, &mut pairs);
                // الزيارات المتبادلة بين مصر وقطر: each visited the other.
                if trigger.is_journey() {
                    let back: Vec<(Party, Party)> = pairs.iter().map(|&(s, o)| (o, s)).collect();
                    pairs.extend(back);
                }
                if trigger.flags.apart {
                    let of = |party: &Party| self.reader.country_of(party.referent);
                    let person = |party: &Party| self.clause.is_human(party);
                    pairs.retain(|(a, b)| {
                        person(a) && person(b) && of(a).is_some() && of(b).is_some() && of(a) != of(b)
                    });
                }
            }
        }
        let unit = &self.clause.units[at];
        let trigger_span = self.word(at);
        let steps = (subject.confidence, object.map_or(0.95, |object| object.confidence));
        let confidence = steps.0 * steps.1;
        let mut because = self.clause.trace.map(Trace::status_step);
        self.clause.trace.map(Trace::take_date);
        // Who leaves a place that day has been there that month, and that day where it was for hours.
        let for_a_day = self.times.lasts == Some(Lasts::Day);
        let dated = |status| {
            dating::moment(self.clause, self.times, self.reader.date, at, predicate, status)
                .map(|moment| if trigger.flags.abroad && !for_a_day { moment.cut_to_month() } else { moment })
        };
        let when = dated(status);
        let mut dated_by = self.dated_by(when.is_some());
        let tentative = status == Status::Happened && !trigger.flags.abroad && is_tentative(self.clause, at, predicate);
        let ahead = if tentative { dated(Status::Planned) } else { None };
        // كيري يبدأ زيارة في 24 مارس: what bears a date to come is a plan.
        let ahead_by = self.dated_by(ahead.is_some());
        let to_come = ahead.filter(|moment| self.reader.today.is_some_and(|today| moment.first > today));
        let (status, when) = match to_come {
            Some(moment)
                if when.is_none_or(|own| own == moment || self.is_progressive(at))
                    && predicate.family() == Family::Contact =>
            {
                let word = ahead_by.and_then(|step| step.words);
                because = because.map(|_| StatusStep { rule: StatusRule::DatedAhead, word });
                dated_by = ahead_by;
                (Status::Planned, Some(moment))
            }
            _ => (status, when),
        };
        // The headline stands before it; later sentences tell what is further ahead.
        const FIRST: usize = 2;
        let agenda = when.is_none()
            && status == Status::Planned
            && (self.number < FIRST || self.clause.memory.agenda)
            && is_of_today(self.clause, self.times, at, predicate);
        let when = if agenda { self.reader.today.map(Moment::day) } else { when };
        if agenda {
            dated_by = Some(DateStep { rule: DateRule::Agenda, words: None });
        }
        let told_on =
            (when.is_none() && status == Status::Happened).then(|| told_on(self.clause, self.times, at)).flatten();
        let telling = Telling {
            earlier: is_earlier(self.clause, at),
            lasts: self.times.lasts,
            on_arrival: self.clause.is_on_arrival(at),
            ahead,
            ..Telling::default()
        };
        // "a three-day trip", خلال زيارته: what takes days was that month.
        let long = trigger.flags.abroad && !for_a_day
            || predicate == Predicate::Visited && unit.kind == Kind::Noun
            || self.times.lasts == Some(Lasts::Longer);
        let initiator = if predicate == Predicate::Called && (trigger.flags.either || remote) {
            self.clause.initiator(at)
        } else {
            Parties::default()
        };
        for (s, o) in pairs {
            let leads = |party: &Party| initiator.list.iter().any(|own| self.is_side_of(own, party));
            let (led, follows) = (leads(&s), leads(&o));
            let (s, o) = if follows && !led { (o, s) } else { (s, o) };
            let told = led != follows;
            if s.referent == o.referent || self.same_side(predicate, s.referent, o.referent) {
                self.note(if s.referent == o.referent { Why::SameParties } else { Why::OwnCountry });
                continue;
            }
            let at_home = |traveller: &Party| {
                predicate == Predicate::Visited
                    && self.stays_home(traveller.referent, o.referent, trigger.flags.foreign, trigger.pos)
            };
            // استقبل شكري كيري في أول زيارة له لمصر: the guest, where the host is at home.
            let guest = if at_home(&s) { self.clause.guest_of(at, &s).filter(|guest| !at_home(guest)) } else { None };
            let s = guest.unwrap_or(s);
            if at_home(&s) {
                self.note(Why::AtHome);
                continue;
            }
            let reach = self.reach(predicate, &s, subject, at);
            let confidence = confidence * reach;
            let open =
                told_on.is_some_and(|verb| is_deed_of(self.clause, verb, at, predicate, (s.referent, o.referent)));
            let telling = Telling { open, ..telling };
            let said = (when.is_none() && status == Status::Happened)
                .then(|| self.day_of_saying(at, predicate, s.referent))
                .flatten();
            let own = when;
            let when = when.or(said).or_else(|| {
                // أبدى اليونانيون غضبهم: what a country holds of somebody has no day of its own in the tale.
                let stance = predicate.family() != Family::Contact && s.kind != PhraseKind::Person;
                // "agreed to stay in touch": nor has what is agreed for the time to come.
                let lasting = predicate == Predicate::AgreedWith && unit.kind == Kind::Verb && self.is_lasting(at);
                (open && !stance && !lasting).then_some(())?;
                let day = self.clause.memory.narrative.as_ref()?.lends(predicate, s.referent, o.referent)?;
                Some(if long { day.cut_to_month() } else { day })
            });
            let relation = Relation {
                subject: s.referent,
                predicate,
                object: o.referent,
                status,
                tentative: tentative && status == Status::Happened,
                either: (trigger.flags.either || remote) && !told,
                when,
                telling,
                place: setting::place(self.clause, at, predicate),
                attribution: setting::attribution(self.clause, at),
                sentence: self.number,
                trigger: trigger_span,
                subject_span: s.span,
                object_span: o.span,
                rule: Some(trigger.id.clone()),
                confidence: (confidence * 100.0).round() / 100.0,
            };
            if let (Some(trace), Some(because)) = (self.clause.trace, because) {
                let words = dated_by.and_then(|step| step.words);
                let step = |rule| DateStep { rule, words };
                let dated = match () {
                    () if own.is_some() => dated_by.unwrap_or(step(DateRule::GoesOn)),
                    () if said.is_some() => step(DateRule::Said),
                    () if when.is_some() => step(DateRule::Tale),
                    () => step(DateRule::None),
                };
                trace.edge(&relation, because, dated, [steps.0, steps.1, reach]);
            }
            out.push(relation);
        }
    }

    /// "is meeting him on Thursday": an English present that tells of a day to come.
    fn is_progressive(&self, at: usize) -> bool {
        let units = self.clause.units;
        let form = |unit: usize| self.tokens.form(&self.tokens.tokens[units[unit].start]);
        self.reader.lang == Lang::En
            && units[at].tense() == Some(Tense::Gerund)
            && at.checked_sub(1).is_some_and(|before| matches!(form(before), b"is" | b"are" | b"am"))
    }

    /// "agreed to stay in touch", "agreed on the importance of": what lasts, unlike "agreed to open a crossing".
    fn is_lasting(&self, at: usize) -> bool {
        const LASTS: [&[u8]; 7] = [b"stay", b"remain", b"continue", b"keep", b"maintain", b"work", b"consult"];
        let end = self.clause.units[at].end;
        let form = |at: usize| self.tokens.tokens.get(at).map_or(&b""[..], |token| self.tokens.form(token));
        self.reader.lang == Lang::En && (form(end) != b"to" && form(end) != b"that" || LASTS.contains(&form(end + 1)))
    }

    /// Returns what gave the date that has just been read.
    fn dated_by(&self, found: bool) -> Option<DateStep> {
        let step = self.clause.trace?.take_date();
        found.then(|| step.unwrap_or(DateStep { rule: DateRule::GoesOn, words: None }))
    }

    /// Notes a rule of status that has no word.
    fn because(&self, rule: StatusRule) {
        if let Some(trace) = self.clause.trace {
            trace.no_status();
            trace.status(rule, None);
        }
    }

    pub(super) fn status(&self, at: usize, trigger: &Trigger, predicate: Predicate) -> Status {
        // أكد أن الجيش لا يستهدف المدنيين، متهما إسرائيل: who says the clause accuses, whatever the clause tells.
        let participle = self.clause.units[at].kind == Kind::Participle && predicate.family() != Family::Contact;
        if participle && self.clause.outer_speaker(at).is_some_and(|found| !found.is_empty()) {
            self.because(StatusRule::Said);
            return Status::Happened;
        }
        // "said it would go on, accusing": what is accused of is no plan.
        if !is_deed(predicate) && self.reader.lang == Lang::En && saying_behind(self.clause, at).is_some() {
            self.because(StatusRule::Said);
            return Status::Happened;
        }
        let found = status(self.clause, at, predicate);
        if found == Status::Happened && self.clause.asked_together(at).is_some() {
            self.because(StatusRule::Asked);
            return Status::Possible;
        }
        // من المتوقع أن يعقد لقاء يجمع: the meeting of a relative clause is as its noun is told.
        let present = self.clause.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present);
        if trigger.flags.event
            && found == Status::Happened
            && present
            && let Some(noun) = self.clause.event_noun_before(at)
        {
            let found = status(self.clause, noun, predicate);
            self.clause.because(StatusRule::EventNoun, Some(&self.clause.units[noun]));
            return found;
        }
        if !trigger.is_journey() || self.reader.lang == Lang::En {
            return found;
        }
        // رفض أردوغان الموجود في الدوحة: he is there, whatever he does; whoever leaves a place is there.
        // غير موجود في القاهرة: unless that is denied right before it.
        let negated = at > 0 && self.clause.units[at - 1].is(Class::Negation);
        if trigger.flags.abroad && (trigger.pos != Pos::Verb && !negated || found != Status::Denied) {
            self.because(StatusRule::Abroad);
            return Status::Happened;
        }
        if found != Status::Denied && self.clause.invitation(at).is_some() {
            self.because(StatusRule::Invited);
            return Status::Possible;
        }
        // جولة تشمل مصر: its legs are ahead.
        let ahead = self.clause.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present);
        let ends = self.clause.units[at].is(Class::Ending);
        if found == Status::Happened && ahead && !ends && trigger.subject.contains(&Slot::Traveller) {
            self.because(StatusRule::Legs);
            return Status::Planned;
        }
        found
    }

    /// Returns whether a noun is called one of three, four or more.
    pub(super) fn is_round_table(&self, at: usize) -> bool {
        let units = self.clause.units.iter().skip(at + 1).take(3).take_while(|unit| !unit.is_preposition());
        self.clause.units[at].kind == Kind::Noun && units.into_iter().any(|unit| unit.is(Class::Together))
    }
}

/// The offices that the text gives, once a person and office-giver.
fn offices(reader: &Reader<'_>) -> Vec<Relation> {
    let mut out: Vec<Relation> = Vec::new();
    let mut seen = HashSet::new();
    for role in reader.roles.iter().filter(|role| !role.former) {
        let object = role.of;
        if !seen.insert((role.person, object)) {
            continue;
        }
        out.push(Relation {
            subject: role.person,
            predicate: Predicate::HoldsOffice,
            object,
            status: Status::Happened,
            tentative: false,
            either: false,
            when: None,
            telling: Telling::default(),
            place: None,
            attribution: None,
            sentence: role.sentence,
            trigger: role.span,
            subject_span: Some(role.span),
            object_span: None,
            rule: None,
            confidence: confidence::OFFICE,
        });
    }
    out
}
