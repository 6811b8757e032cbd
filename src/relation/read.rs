//! Reads the relations of a document: every trigger's frame is filled from the clause it stands in.

use std::cell::Cell;
use std::collections::HashSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::again::{Again, tell_channel, tell_initiator};
use super::build::{Relation, Telling};
use super::carry::carry;
use super::clause::{Clause, Memory, Parties, Party, WordShape};
use super::distinct::distinct;
use super::held::Held;
use super::moment::Moment;
use super::narrative::{Narrative, dates_before};
use super::quotation::Quotation;
use super::remember::remember;
use super::shape::word_shape;
use super::together::{Floor, co_occurrences, guessed};
use super::trace::{Construction, Trace, Why};
use super::unit::{Kind, Unit};
use super::units::{units_into, units_of, without_limits};
use super::when::{Calendar, Times};
use super::{confidence, dating, setting};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Membership, Pos, Predicate, Sense, Status, Trigger, WordList};
use crate::mention::{Hit, Kinds, Mechanism, Phrase, PhraseKind, Reader, Referent, Scan, Without};
use crate::text::{Gap, Span, Tokens};

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

/// اليوم الاثنين in what was published on a Tuesday: the day on which the document was written, from which it counts all its other
/// days; `None` where it tells none but that of its date.
fn written_on(units: &[Unit], times: &Times, published: Option<Date>) -> Option<Date> {
    let published = published?;
    times.dates.iter().find_map(|when| {
        let words = units.get(when.at..when.end)?;
        let offset = words.iter().find_map(|unit| {
            unit.classes.iter().find_map(|class| match class {
                Class::Day(offset) => Some(*offset),
                _ => None,
            })
        })?;
        let named = words.iter().any(|unit| unit.has(|class| matches!(class, Class::Weekday(_))));
        let today = when.past.as_day()?.checked_sub(i64::from(offset).days()).ok()?;
        (named && today.tomorrow().ok()? == published).then_some(today)
    })
}

/// القاهرة في 11 مارس /أ ش أ/, "CAIRO, Feb. 25 (Reuters) -", or a line of its own that a place begins and that tells nothing but a day: the day
/// of writing, where it is one of the two before that of publication.
fn datelined(units: &[Unit], phrases: &[Phrase], times: &Times, published: Option<Date>) -> Option<Date> {
    const WORDS: usize = 14;
    let published = published?;
    let when = times.dates.first()?;
    let day = (when.past == when.future).then(|| when.past.as_day()).flatten()?;
    let late = [1, 2].iter().any(|&days| day.checked_add(i64::from(days).days()).is_ok_and(|next| next == published));
    let place = |unit: &Unit| {
        unit.phrase().is_some_and(|index| matches!(phrases[index].kind, PhraseKind::Place | PhraseKind::Country))
    };
    let line = units.len() <= WORDS && units.iter().all(|unit| unit.kind != Kind::Verb && unit.kind != Kind::Noun);
    let before = units.get(..when.at)?;
    let alone =
        before.iter().all(|unit| place(unit) || unit.is_mark() || unit.phrase().is_none() && unit.is_preposition());
    let closed = units.get(when.end).is_some_and(|unit| unit.is_mark() || unit.phrase().is_some());
    (late && units.first().is_some_and(place) && (alone && closed || line)).then_some(day)
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
    // The one of the sentence before, and the one that is made of it for the next.
    let (mut memory, mut next) = (Memory::default(), Memory::default());
    let mut room = Room::of(ranges);
    // Behind the headline, and the line that tells who writes.
    const LEAD: usize = 2;
    // What is further on may be told in another's words.
    const OPENING: usize = 6;
    let published = reader.today;
    let mut again: Option<Again> = None;
    let mut quotation = Quotation::default();
    let (mut anchor, mut told_last) = (None, None);
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
        let lexicon = &reader.knowledge().lexicon;
        shapes.extend(units.iter().map(|unit| word_shape(lexicon, tokens, unit, &phrases, scan)));
        let calendar = Calendar {
            knowledge: reader.knowledge(),
            tokens,
            scan,
            units: &units,
            lang: reader.lang,
            today: reader.today,
            anchor,
            told: told_last,
        };
        let mut times = calendar.times();
        let told = || {
            let day = written_on(&units, &times, published).or_else(|| datelined(&units, &phrases, &times, published));
            day.filter(|&day| reader.today != Some(day))
        };
        if number < OPENING
            && let Some(day) = told()
        {
            reader.today = Some(day);
            times = Calendar { today: reader.today, ..calendar }.times();
        }
        let mut clause = Clause {
            knowledge: reader.knowledge(),
            lang: reader.lang,
            units: &units,
            phrases: &phrases,
            memory: &memory,
            shapes: &shapes,
            times: &times,
            held: Held::of(&reader.knowledge().lexicon, &units, &shapes),
            narrator: memory.narrator.filter(|_| !tokens.tokens[range.0..range.1].iter().any(|token| token.quote)),
            quoted: quotation.speaker(tokens, range),
            day: reader.date,
            without: options.without,
            trace,
            subjects: room.subjects,
            asked: Cell::default(),
        };
        clause.find_subjects();
        if let Some(trace) = trace {
            for when in &times.dates {
                trace.time(number, dating::words_of(&units, when), when.past, when.future);
            }
        }
        anchor = times.dates.iter().rev().find_map(|when| when.past.as_day()).or(anchor);
        told_last = times.dates.last().map(|when| when.past).or(told_last);
        let sentence = Sentence { reader, tokens, clause: &clause, number, times: &times, earlier: &relations };
        let mut found = match options.floor {
            None => sentence.relations(),
            Some(floor) => guessed(floor, number, &phrases, &units, tokens, &reader.knowledge().lexicon),
        };
        if options.co_occurs {
            co_occurrences(number, &phrases, &found, &mut relations);
        }
        if let Some(moment) = dates_before(&clause, &times, reader.today) {
            date_what_was_told(&mut relations, number, &clause, moment);
        }
        tell_channel(&mut relations, number, &clause, tokens);
        tell_initiator(&mut relations, number, &clause);
        if let Some(told) = Again::of(&mut relations, number, &clause, &times, reader.today) {
            again = Some(told);
        } else if let Some(told) = again {
            told.lend(&mut found, number, &clause);
        }
        let narrative = Narrative::after(memory.narrative.as_ref(), &clause, &times, reader.today, &found);
        if let Some(told) = narrative.as_ref().filter(|told| (1..=LEAD).contains(&number) && told.is_fresh()) {
            date_headline(&mut relations, number, &clause, told);
        }
        quotation = quotation.after(&clause, tokens, range);
        let narrator = memory.narrator.or_else(|| narrator(&clause, tokens, range, number));
        remember(reader, &clause, tokens, &memory, &found, &mut next);
        (next.narrative, next.narrator) = (narrative, narrator);
        let mut subjects = clause.subjects;
        subjects.clear();
        room = Room { units, shapes, subjects };
        relations.extend(found);
        std::mem::swap(&mut memory, &mut next);
    }
    let mut out = offices(reader);
    let (mut kept, mut told): (Vec<Relation>, Vec<Relation>) = Default::default();
    let mut relations = relations.into_iter();
    while !relations.as_slice().is_empty() {
        let count = together(relations.as_slice());
        let part: Vec<Relation> = relations.by_ref().take(count).collect();
        let part = distinct(reader, without_unsure_twins(part));
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
struct Room {
    units: Vec<Unit>,
    shapes: Vec<WordShape>,
    subjects: Vec<Option<Parties>>,
}

impl Room {
    /// Returns room for the longest of some sentences.
    fn of(ranges: &[(usize, usize)]) -> Room {
        let longest = ranges.iter().map(|&(start, end)| units_of(end - start)).max().unwrap_or_default();
        Room {
            units: Vec::with_capacity(longest),
            shapes: Vec::with_capacity(longest),
            subjects: Vec::with_capacity(longest),
        }
    }
}

/// Leaves out the meetings and calls that are not sure enough to be told where the same are told for sure: they take no other telling's place.
fn without_unsure_twins(relations: Vec<Relation>) -> Vec<Relation> {
    use Predicate::{Called, Hosted, Met, NegotiatedWith, TalkedWith};
    let meets = |told| matches!(told, Called | Hosted | Met | NegotiatedWith | TalkedWith);
    let unsure = |relation: &Relation| meets(relation.predicate) && !is_sure(relation);
    if !relations.iter().any(unsure) {
        return relations;
    }
    let ends = |r: &Relation| {
        if r.predicate.is_symmetric() {
            (r.subject.max(r.object), r.subject.min(r.object))
        } else {
            (r.subject, r.object)
        }
    };
    let key = |r: &Relation| (ends(r), r.predicate, r.status);
    let sure: Vec<_> = relations.iter().filter(|relation| !unsure(relation)).map(key).collect();
    relations.into_iter().filter(|relation| !unsure(relation) || !sure.contains(&key(relation))).collect()
}

/// Returns whether the steps that led to a relation are certain enough for it to be told.
pub(super) fn is_sure(relation: &Relation) -> bool {
    let contact = relation.predicate.family() == Family::Contact;
    relation.confidence >= if contact { LEAST_OF_CONTACT } else { LEAST_CONFIDENCE }
}

/// Returns whether a sentence announces what a day will bring: أهم الأخبار المتوقعة.
fn announces(scan: &Scan, range: (usize, usize)) -> bool {
    let says = |hit: &Hit| hit.kinds.has(Kinds::AGENDA) && hit.end as usize <= range.1;
    (range.0..range.1).any(|token| scan.kinds(token).has(Kinds::AGENDA) && scan.at(token).iter().any(says))
}

/// "Statement from President Biden on …": whose statement a document is, as one of its first lines says.
fn narrator(clause: &Clause<'_>, tokens: &Tokens, range: (usize, usize), number: usize) -> Option<Party> {
    const LINES: usize = 2;
    let headline = number < LINES && tokens.tokens.get(range.1).is_some_and(|next| next.gap == Gap::Newline);
    if clause.lang != Lang::En || !headline {
        return None;
    }
    let form = |at: usize| tokens.form(&tokens.tokens[at]);
    let listed = |list: WordList, at: usize| clause.knowledge.lexicon.lists(list, form(at));
    let kind = range.0 + usize::from(listed(WordList::PaperKinds, range.0));
    let opens =
        kind + 1 < range.1 && listed(WordList::Papers, kind) && matches!(form(kind + 1), b"from" | b"by" | b"of");
    let by = clause.units.iter().position(|unit| unit.start == kind + 1).filter(|_| opens)?;
    let person = (by + 1..clause.units.len().min(by + 3)).find(|&at| clause.bare_party(at))?;
    let list = clause.list(person);
    match list.list.as_slice() {
        [party] if clause.is_human(party) => Some(Party { kind: PhraseKind::Person, ..*party }),
        _ => None,
    }
}

/// Gives what the headline tells without a day the day of the lead that tells of the same two parties: فلان يلتقي فلانا, and then
/// التقى فلان، ...، في الرياض اليوم، فلانا.
fn date_headline(relations: &mut [Relation], number: usize, clause: &Clause<'_>, told: &Narrative) {
    let named = |referent: Referent| clause.phrases.iter().any(|phrase| phrase.referents.contains(&referent));
    // The lead may be the second line of the headline.
    let headline = relations.partition_point(|relation| relation.sentence < number);
    let open = |relation: &&mut Relation| {
        relation.when.is_none() && relation.status == Status::Happened && !relation.telling.earlier
    };
    for relation in relations[..headline].iter_mut().filter(open) {
        // A journey takes days.
        if relation.predicate == Predicate::Visited || !named(relation.subject) || !named(relation.object) {
            continue;
        }
        // "PM says he agreed with the president": what somebody tells was before that.
        let open = relation.telling.open || relation.predicate.family() != Family::Contact;
        if relation.sentence > 0 && (relation.attribution.is_some() || !open) {
            continue;
        }
        if let Some(moment) = told.lends(relation.predicate, relation.subject, relation.object) {
            relation.when = Some(moment);
            if let Some(trace) = clause.trace {
                trace.dated_later(relation);
            }
        }
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

/// Which rare constructions a sentence has the words for.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    company: bool,
    crime: bool,
    attended: bool,
    led: bool,
    sides: bool,
    done: bool,
    refused: bool,
    aimed: bool,
    backed: bool,
    fired: bool,
    mediated: bool,
    english: bool,
    /// Whether somebody may stand behind "by".
    agents: bool,
    hosted: bool,
}

pub(super) struct Sentence<'s> {
    pub(super) reader: &'s Reader<'s>,
    pub(super) tokens: &'s Tokens,
    pub(super) clause: &'s Clause<'s>,
    pub(super) number: usize,
    pub(super) times: &'s Times,
    /// What the sentences before have told.
    pub(super) earlier: &'s [Relation],
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
        // In Arabic the talks that somebody sponsors have been told by the sentence itself.
        if self.reader.lang == Lang::En || !out.is_empty() {
            for at in 0..self.clause.units.len() {
                if matches!(self.clause.units[at].kind, Kind::Noun | Kind::Verb | Kind::Participle) {
                    self.sponsors(at, &mut out);
                }
            }
        }
        self.mark(Construction::Sponsor, &out, from);
        let signs = self.signs();
        let steps: &[(bool, Step<'_>, Construction)] = &[
            (signs.crime, Self::judged_deeds, Construction::JudgedDeed),
            (!out.is_empty(), Self::with_gathered, Construction::Company),
            (signs.company, Self::with_companions, Construction::Company),
            (signs.refused || !out.is_empty(), Self::refusals, Construction::Refusal),
            (true, Self::headline, Construction::Headline),
            (true, Self::hails, Construction::Headline),
            (true, Self::abroad, Construction::Abroad),
            (true, Self::origins, Construction::Abroad),
            (!out.is_empty(), Self::goals_onward, Construction::Abroad),
            (!out.is_empty(), Self::places_of_invitations, Construction::Abroad),
            (true, Self::told_in_contacts, Construction::Within),
            (true, Self::came_at_meeting, Construction::Within),
            (true, Self::remarks_came_at, Construction::Within),
            (true, Self::called_meanwhile, Construction::Within),
            (!out.is_empty(), Self::called_to_invite, Construction::Within),
            (signs.done, Self::agreed_in_contact, Construction::Agreed),
            (signs.hosted, Self::hosted_in_english, Construction::Attended),
            (!out.is_empty(), Self::guests_who_land, Construction::Abroad),
            (signs.english, Self::stances_en, Construction::Duty),
            (signs.mediated, Self::mediators_en, Construction::Sponsor),
            (signs.mediated, Self::no_party_to_mediation, Construction::Sponsor),
            (signs.led, Self::presided, Construction::Presides),
            (signs.attended, Self::attendances, Construction::Attended),
            (signs.attended && self.clause.memory.travelling, Self::come_along, Construction::Company),
            (signs.attended, Self::joined_two, Construction::Attended),
            (signs.sides, Self::acts_for_sides, Construction::Sides),
            (signs.led, Self::heads_of_bodies, Construction::Heads),
            (signs.done, Self::agreed_there, Construction::Agreed),
            (!out.is_empty(), Self::agreed_to_meet, Construction::Agreed),
            (true, Self::duties, Construction::Duty),
            (signs.refused, Self::answered_in_english, Construction::Refusal),
            (signs.english, Self::charges_denied, Construction::Refusal),
            (signs.aimed, Self::penalties_aimed, Construction::Refusal),
            (signs.aimed, Self::under_penalty, Construction::Refusal),
            (signs.agents, Self::done_in_passive, Construction::Refusal),
            (signs.english, Self::judged_deed_again, Construction::Refusal),
            (!out.is_empty(), Self::promised_help, Construction::Refusal),
            (signs.english, Self::contacts_meanwhile, Construction::Refusal),
            (signs.backed, Self::backed_with, Construction::Refusal),
            (signs.fired, Self::fired_by, Construction::Refusal),
            (!self.clause.memory.alike.is_empty(), Self::done_in_kind, Construction::Refusal),
            (signs.english, Self::done_likewise, Construction::Refusal),
        ];
        for &(may_stand, step, construction) in steps {
            if may_stand {
                from = out.len();
                step(self, &mut out);
                // What a step takes back leaves fewer than there were.
                self.mark(construction, &out, from.min(out.len()));
            }
        }
        self.aims_of_journey_ahead(&mut out);
        out
    }

    /// Looks once for the words without which some rare constructions cannot stand in the sentence.
    fn signs(&self) -> Signs {
        let mut signs = Signs::default();
        let units = self.clause.units;
        if self.reader.lang != Lang::Ar {
            let lexicon = &self.clause.knowledge.lexicon;
            signs.attended = units.iter().any(|unit| {
                unit.kind == Kind::Verb
                    && [Sense::Attends, Sense::Accompanies].iter().any(|&sense| unit.means(lexicon, sense))
            }) || self.clause.memory.pair.is_some()
                && (0..units.len()).any(|at| self.begins_listed(WordList::Present, at));
            signs.done = (0..units.len())
                .any(|at| units[at].kind == Kind::Verb && self.clause.tells(at, |told| told == Predicate::AgreedWith));
            signs.hosted = (0..units.len()).any(|at| {
                units[at].kind == Kind::Verb
                    && (units[at].means(lexicon, Sense::Accompanies)
                        || self.clause.tells(at, |told| matches!(told, Predicate::Hosted | Predicate::TalkedWith)))
            });
            signs.crime = units.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Epithet));
            for at in (0..units.len()).filter(|&at| units[at].kind == Kind::Noun) {
                signs.refused |=
                    self.clause.tells(at, |told| matches!(told, Predicate::Criticised | Predicate::DemandedOf));
            }
            signs.backed = (0..units.len())
                .any(|at| units[at].kind == Kind::Noun && self.clause.tells(at, |told| told == Predicate::Supported));
            signs.english = true;
            let by = lexicon.preposition_id("by");
            let agent = |class| matches!(class, Class::Prep(id) if Some(id) == by);
            signs.agents = units.iter().any(|unit| unit.phrase().is_none() && unit.has(agent));
            signs.mediated = self.has_mediators();
            signs.fired = units.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Craft));
            signs.aimed = units.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Penalty));
            return signs;
        }
        let mut led = 0;
        let demanded = self.clause.memory.alike.iter().any(|told| told.0 == Predicate::DemandedOf);
        for (at, unit) in units.iter().enumerate() {
            signs.company |= unit.delegation;
            if unit.kind == Kind::Verb {
                let suffix = unit.verb().is_some_and(|(.., object)| object.is_some());
                signs.company |= suffix;
                signs.refused |= (suffix || demanded) && self.clause.tells(at, |told| told == Predicate::Rejected);
                // حضر اللقاء, حضر هذا اللقاء
                let plain = |unit: &Unit| unit.kind == Kind::Word && unit.classes.is_empty();
                let next = at + 1 + usize::from(units.get(at + 1).is_some_and(plain));
                // اجتماعا يشارك فيه, اجتماع حضره
                let therein = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)));
                signs.attended |= suffix
                    || units.get(next).is_some_and(|next| next.kind == Kind::Noun)
                    || units.get(at + 1).is_some_and(therein);
            }
            for class in &unit.classes {
                match class {
                    Class::Company => signs.company = true,
                    Class::Crime | Class::Epithet => signs.crime = true,
                    Class::Done => signs.done = true,
                    Class::Members(Membership::Led) => signs.led = true,
                    Class::Prep(_) => led += u32::from(units.get(at + 1).is_some_and(|next| next.phrase().is_some())),
                    _ => {}
                }
            }
        }
        // Two sides, each behind its preposition.
        signs.sides = led > 1;
        signs
    }

    /// بوتين في طهران: where somebody is, if that is another country.
    fn headline(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let Some((who, place, on, ahead)) = self.clause.headline() else { return };
        let status = if ahead { Status::Planned } else { Status::Happened };
        for s in &who.list {
            // وفد أمريكي في القاهرة: those who are sent travel as their verb would say.
            let pos = if s.kind == PhraseKind::Person { Pos::Noun } else { Pos::Verb };
            for o in place.list.iter().filter(|o| !self.stays_home(s.referent, o.referent, true, pos)) {
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
                // A mark has no word of its own.
                self.tokens.tokens[unit.end.max(unit.start + 1) - 1].span.end,
            ),
            subject_span: s.named_at(),
            object_span: o.named_at(),
            rule: None,
            confidence,
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
    pub(super) fn word(&self, at: usize) -> Span {
        let unit = &self.clause.units[at];
        Span::new(
            self.tokens.span_after(&self.tokens.tokens[unit.start], unit.skip).start,
            self.tokens.tokens[unit.end - 1].span.end,
        )
    }

    pub(super) fn trigger_is(&self, id: crate::lexicon::TriggerId, trigger: &Trigger) -> bool {
        std::ptr::eq(self.clause.knowledge.lexicon.trigger(id), trigger)
    }
}

/// The offices that the text gives, once a person and office-giver.
fn offices(reader: &Reader<'_>) -> Vec<Relation> {
    let mut out: Vec<Relation> = Vec::new();
    let mut seen = HashSet::new();
    for role in reader.roles.iter().filter(|role| !role.former && !reader.is_only_of_birth(role)) {
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
