//! Reads the relations of a document: every trigger's frame is filled from the clause it stands in.

use std::collections::{HashMap, HashSet};

use super::build::Relation;
use super::carry::{carry, overrule};
use super::clause::{Clause, Memory, Parties, Party, WordShape};
use super::confidence;
use super::dating;
use super::moment::Moment;
use super::setting;
use super::status::{is_tentative, status};
use super::together::{Floor, co_occurrences, guessed};
use super::unit::{Kind, Unit, units, without_limits};
use super::when::{Calendar, When};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Gender, Number};
use crate::lexicon::{Class, Family, Pos, Predicate, PrepId, Shape, Slot, Status, Tense, Trigger};
use crate::mention::{Mechanism, Phrase, PhraseKind, Reader, Referent, Scan, Without, is_delegation};
use crate::text::{Clitics, Span, Tokens};

/// A relation whose steps multiply to less is not told: of eighteen such, read by eye in the wild, none was right.
const LEAST_CONFIDENCE: f64 = 0.5;

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
) -> Vec<Relation> {
    let mut memory = Memory::default();
    let mut anchor = None;
    let mut relations = Vec::new();
    for (number, &range) in ranges.iter().enumerate() {
        let phrases = reader.sentence(number, range);
        if phrases.is_empty() && memory.subject.is_empty() {
            continue;
        }
        let mut units = units(reader.knowledge(), reader.lang, tokens, scan, range, &phrases);
        if options.without.lacks(Mechanism::ClauseLimits) {
            without_limits(&mut units);
        }
        let shapes: Vec<WordShape> = units.iter().map(|unit| word_shape(tokens, unit, &phrases)).collect();
        let mut clause = Clause {
            knowledge: reader.knowledge(),
            lang: reader.lang,
            units: &units,
            phrases: &phrases,
            memory: &memory,
            shapes: &shapes,
            without: options.without,
            subjects: Vec::with_capacity(units.len()),
        };
        clause.find_subjects();
        let calendar = Calendar {
            knowledge: reader.knowledge(),
            tokens,
            scan,
            units: &units,
            lang: reader.lang,
            today: reader.today,
            anchor,
        };
        let dates = calendar.dates();
        anchor = dates.iter().rev().find_map(|when| when.past.as_day()).or(anchor);
        let sentence = Sentence { reader, tokens, clause: &clause, number, dates };
        let found = match options.floor {
            None => sentence.relations(),
            Some(floor) => guessed(floor, number, &phrases, &units, tokens, &reader.knowledge().lexicon),
        };
        if options.co_occurs {
            co_occurrences(number, &phrases, &found, &mut relations);
        }
        let next = remember(reader, &clause, tokens, &memory, &found);
        relations.extend(found);
        memory = next;
    }
    let mut out = offices(reader);
    let mut told: Vec<Relation> = distinct(reader, relations)
        .into_iter()
        .filter(|relation| relation.predicate == Predicate::CoOccurs || relation.confidence >= LEAST_CONFIDENCE)
        .collect();
    carry(reader, &mut told);
    for relation in told.iter_mut().filter(|relation| relation.predicate != Predicate::CoOccurs) {
        let start = tokens.tokens[ranges[relation.sentence].0].span.start;
        relation.confidence = confidence::told(relation, reader, tokens, start);
    }
    out.extend(told);
    out.sort_by_key(|relation| relation.sentence);
    out
}

/// Returns how each sentence of a document is read: its units in order, a line a sentence.
///
/// For people who want to know why a relation was found or missed.
#[must_use]
pub fn outline(
    reader: &mut Reader<'_>,
    tokens: &Tokens,
    scan: &Scan,
    ranges: &[(usize, usize)],
    text: &str,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, &range) in ranges.iter().enumerate() {
        let phrases = reader.sentence(number, range);
        let units = units(reader.knowledge(), reader.lang, tokens, scan, range, &phrases);
        let line: Vec<String> = units.iter().map(|unit| describe(reader, tokens, text, &phrases, unit)).collect();
        lines.push(line.join(" | "));
    }
    lines
}

fn describe(reader: &Reader<'_>, tokens: &Tokens, text: &str, phrases: &[Phrase], unit: &Unit) -> String {
    if let Kind::Mark(mark) = unit.kind {
        return format!("{mark:?}");
    }
    let printed = &text[tokens.tokens[unit.start].span.start..tokens.tokens[unit.end - 1].span.end];
    let name = |referent: Referent| match referent {
        Referent::Known(key) => reader.knowledge().gazetteer.get(key).id.to_string(),
        Referent::New(index) => format!("new:{index}"),
    };
    match unit.kind {
        Kind::Phrase(index) => {
            let phrase = &phrases[index];
            let names: Vec<String> = phrase.referents.iter().map(|&referent| name(referent)).collect();
            format!("[{printed} = {:?} {}]", phrase.kind, names.join("+"))
        }
        Kind::Word => printed.to_owned(),
        kind => {
            let rows: Vec<&str> =
                unit.forms.iter().map(|form| &*reader.knowledge().lexicon.trigger(form.trigger).id).collect();
            format!("{printed}/{kind:?} {:?} {}", unit.classes, rows.join(","))
        }
    }
}

/// What a plain word seems to begin with; whether a phrase ends in a name.
fn word_shape(tokens: &Tokens, unit: &Unit, phrases: &[Phrase]) -> WordShape {
    use crate::text::fold::{ALEF, BEH, HEH, LAM, WAW};
    if let Kind::Phrase(index) = unit.kind {
        let name_last = phrases[index].named && phrases[index].span.end == tokens.tokens[unit.end - 1].span.end;
        return WordShape { name_last, ..WordShape::default() };
    }
    if !matches!(unit.kind, Kind::Word | Kind::Function) {
        return WordShape::default();
    }
    let token = &tokens.tokens[unit.start];
    let form = tokens.form(token);
    let rest = if form.first() == Some(&WAW) { &form[1..] } else { form };
    let article = rest.starts_with(&[ALEF, LAM]);
    let quoted = token.quote;
    if unit.kind == Kind::Function {
        return WordShape { article, quoted, ..WordShape::default() };
    }
    let preposition = match form.first() {
        Some(&BEH) if form.len() > 3 => Some(Clitics::BI),
        Some(&LAM) if form.len() > 3 => Some(Clitics::LI),
        _ => None,
    };
    let conjunction = form.len() > 4 && form.starts_with(&[WAW]) && !article;
    let suffix = !article && form.len() > 3 && (form.ends_with(&[HEH]) || form.ends_with(&[HEH, ALEF]));
    WordShape { preposition, conjunction, article, suffix, quoted, ..WordShape::default() }
}

/// What the next sentence may refer back to.
fn remember(reader: &Reader<'_>, clause: &Clause<'_>, tokens: &Tokens, before: &Memory, found: &[Relation]) -> Memory {
    let mut memory = before.clone();
    // واستقبله فلان: whom it happened to stays the one the text follows.
    let main = clause.subjects.iter().enumerate().find_map(|(at, subject)| {
        let subject = subject.as_ref().filter(|subject| !subject.is_empty())?;
        let acted_on = clause.lang == Lang::Ar
            && clause.units[at].verb().is_some_and(|(.., object)| object.is_some())
            && !subject.carried
            && !before.subject.is_empty();
        (!acted_on).then_some(subject)
    });
    if let Some(subject) = main {
        memory.subject.clone_from(&subject.list);
    } else if clause.subjects.iter().flatten().any(|subject| subject.opaque) {
        memory.subject.clear();
    }
    for (at, unit) in clause.units.iter().enumerate() {
        let agent = unit.phrase().is_some_and(|index| clause.phrases[index].kind == PhraseKind::Agent);
        if agent && is_delegation(tokens.form(&tokens.tokens[unit.start])) {
            memory.delegation = clause.parties_of(at);
        }
    }
    let people = clause.people_before(clause.units.len());
    if people.len() == 2 {
        memory.people = people;
    }
    let countries = clause.countries_before(clause.units.len());
    if countries.len() == 2 {
        memory.countries = countries;
    }
    if let Some(journey) = found.iter().rev().find(|relation| relation.predicate == Predicate::Visited) {
        memory.traveller = vec![Party {
            referent: journey.subject,
            span: journey.subject_span,
            kind: PhraseKind::Person,
            gender: None,
        }];
    }
    let party = |referent, span| Party { referent, span, kind: kind_of_party(reader, referent), gender: None };
    let pair = found.iter().rev().find(|relation| {
        let journey =
            relation.predicate == Predicate::Visited && kind_of_party(reader, relation.object) != PhraseKind::Person;
        relation.predicate.family() == Family::Contact && !journey || relation.predicate == Predicate::AgreedWith
    });
    if let Some(relation) = pair {
        memory.group.clear();
        memory.pair = None;
        for other in
            found.iter().filter(|other| other.predicate == relation.predicate && other.trigger == relation.trigger)
        {
            let (a, b) = (party(other.subject, other.subject_span), party(other.object, other.object_span));
            for member in [a, b] {
                if memory.group.iter().all(|known| known.referent != member.referent) {
                    memory.group.push(member);
                }
            }
            // Of several whom somebody met the first is the counterpart.
            memory.pair.get_or_insert((a, b));
        }
    }
    memory
}

/// What kind of phrase would name a party.
fn kind_of_party(reader: &Reader<'_>, referent: Referent) -> PhraseKind {
    let kind = match referent {
        Referent::Known(key) => reader.knowledge().gazetteer.get(key).kind,
        Referent::New(index) => reader.people[index as usize].kind,
    };
    match kind {
        EntityKind::Person => PhraseKind::Person,
        EntityKind::Country => PhraseKind::Country,
        EntityKind::Organisation => PhraseKind::Body,
        EntityKind::City | EntityKind::Region => PhraseKind::Place,
    }
}

pub(super) struct Sentence<'s> {
    pub(super) reader: &'s Reader<'s>,
    pub(super) tokens: &'s Tokens,
    pub(super) clause: &'s Clause<'s>,
    number: usize,
    dates: Vec<When>,
}

impl Sentence<'_> {
    fn relations(&self) -> Vec<Relation> {
        let mut out = Vec::new();
        for at in 0..self.clause.units.len() {
            let heads = matches!(self.clause.units[at].kind, Kind::Verb | Kind::Noun | Kind::Participle);
            if heads {
                self.head(at, &mut out);
            }
        }
        for at in 0..self.clause.units.len() {
            if self.clause.units[at].kind == Kind::Noun {
                self.sponsors(at, &mut out);
            }
        }
        self.headline(&mut out);
        out
    }

    /// Returns whether a word says who belongs to a delegation: وفد يضم مشعل.
    fn names_member(&self, at: usize) -> bool {
        let clause = self.clause;
        clause.units[at].has(|class| matches!(class, Class::Members(_)))
            && clause.bare_party(at + 1)
            && clause.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
    }

    /// بوتين في طهران: where somebody is, if that is another country.
    fn headline(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let Some((who, place, on, ahead)) = self.clause.headline() else { return };
        let unit = &self.clause.units[on];
        let trigger = Span::new(
            self.tokens.span_after(&self.tokens.tokens[unit.start], unit.skip).start,
            self.tokens.tokens[unit.end - 1].span.end,
        );
        let status = if ahead { Status::Planned } else { Status::Happened };
        let predicate = Predicate::Visited;
        for s in &who.list {
            for o in place.list.iter().filter(|o| !self.stays_home(s.referent, o.referent, true, Pos::Noun)) {
                out.push(Relation {
                    subject: s.referent,
                    predicate,
                    object: o.referent,
                    status,
                    tentative: false,
                    either: false,
                    when: dating::moment(self.clause, &self.dates, self.reader.date, on, predicate, status),
                    place: None,
                    attribution: setting::attribution(self.clause, on),
                    sentence: self.number,
                    trigger,
                    subject_span: s.span,
                    object_span: o.span,
                    rule: None,
                    confidence: SURE,
                });
            }
        }
    }

    /// بوساطة قطرية اتفقت إسرائيل وحماس: who mediates what the sentence tells of others, before or after.
    fn sponsors(&self, at: usize, out: &mut Vec<Relation>) {
        for form in &self.clause.units[at].forms {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            let told = |relation: &Relation| relation.rule.as_ref() == Some(&trigger.id);
            if trigger.predicate != Some(Predicate::Mediated) || out.iter().any(told) {
                continue;
            }
            if let Some((subject, object)) = self.sponsored(at, trigger, out) {
                self.emit(at, trigger, Predicate::Mediated, &subject, object.as_ref(), out);
                return;
            }
        }
    }

    /// Fills the frames of the word at a unit; of several rows of one predicate the first that fills counts.
    fn head(&self, at: usize, out: &mut Vec<Relation>) {
        let mut filled: HashSet<Predicate> = HashSet::new();
        // Parties that stand with the word go before those of its clause: بعد مفاوضات بين فلان وفلان.
        for loose in [false, true] {
            self.frames(at, loose, &mut filled, out);
        }
    }

    /// Fills the frames of the word at a unit, `loose` ones with nobody but the subjects of the clause.
    fn frames(&self, at: usize, loose: bool, filled: &mut HashSet<Predicate>, out: &mut Vec<Relation>) {
        for form in &self.clause.units[at].forms {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            let Some(predicate) = self.predicate(at, trigger) else { continue };
            // وفد يضم مشعل: who belongs to a delegation is not what somebody takes.
            let member = predicate == Predicate::Seized && self.names_member(at);
            if member || filled.contains(&predicate) {
                continue;
            }
            // زيارة مصر: a place in the genitive is where the journey goes.
            if trigger.is_journey() && self.goes_to_genitive(at) && !trigger.object.contains(&Slot::Genitive) {
                continue;
            }
            // وفد يضم فلانا: whom it has among its members, it did not annex.
            let lists = predicate == Predicate::Seized
                && self.clause.units[at].has(|class| matches!(class, Class::Members(_)))
                && self.clause.units[..at].iter().rev().take_while(|unit| !unit.is_stop()).any(|unit| unit.delegation);
            if lists {
                continue;
            }
            // عقد محادثات: holding them is no contract.
            let holds = self.reader.lang == Lang::Ar
                && predicate == Predicate::AgreedWith
                && self.clause.units[at].kind == Kind::Noun
                && self.clause.event(at).is_some()
                && self.clause.units.get(at + 1).is_some_and(|next| next.kind == Kind::Noun);
            if holds {
                continue;
            }
            let passive = self.is_passive(at, form.shape);
            let frame = self.fill(at, trigger, form.shape, passive);
            let frame = if loose {
                frame.filter(|(_, object)| object.is_none())
            } else {
                frame.filter(|(_, object)| object.is_some() || self.names_them(trigger))
            };
            let Some((subject, object)) = frame else { continue };
            let before = out.len();
            self.emit(at, trigger, predicate, &subject, object.as_ref(), out);
            if out.len() > before {
                filled.insert(predicate);
            }
        }
    }

    /// Returns whether all parties of a row stand in one slot of its own.
    fn names_them(&self, trigger: &Trigger) -> bool {
        trigger.object.first() == Some(&Slot::Same) && !trigger.subject.contains(&Slot::Control)
    }

    /// What the word tells: of a verb that gathers people or sponsors talks, that which its meeting does.
    fn predicate(&self, at: usize, trigger: &Trigger) -> Option<Predicate> {
        let own = trigger.predicate?;
        if !trigger.flags.event {
            return Some(own);
        }
        let event = self.clause.event(at)?;
        Some(if own == Predicate::Mediated { own } else { event })
    }

    /// محادثات بين أ وب برعاية مصر: the parties of a noun of mediation that come before it.
    fn sponsored(&self, at: usize, trigger: &Trigger, out: &[Relation]) -> Option<(Parties, Option<Parties>)> {
        if trigger.predicate != Some(Predicate::Mediated) || self.reader.lang != Lang::Ar || trigger.flags.weak {
            return None;
        }
        let own = self.clause.units[at].kind == Kind::Noun && !trigger.subject.contains(&Slot::Control);
        let first = self.tokens.tokens[self.clause.units.first()?.start].span.start;
        let told = out.iter().rev().find(|relation| {
            relation.sentence == self.number
                && relation.trigger.start >= first
                && matches!(
                    relation.predicate,
                    Predicate::AgreedWith | Predicate::TalkedWith | Predicate::NegotiatedWith
                )
        })?;
        if !own {
            return None;
        }
        let shape = self.clause.units[at].forms.iter().find(|form| self.trigger_is(form.trigger, trigger))?.shape;
        let (subject, _) = self.slot(at, trigger, &trigger.subject, shape, None)?;
        let party = |referent, span| Party { referent, span, kind: kind_of_party(self.reader, referent), gender: None };
        let mut list: Vec<Party> = Vec::new();
        for relation in out.iter().filter(|r| r.sentence == self.number && r.trigger == told.trigger) {
            for member in [party(relation.subject, relation.subject_span), party(relation.object, relation.object_span)]
            {
                if list.iter().all(|known| known.referent != member.referent) {
                    list.push(member);
                }
            }
        }
        let apart = subject.list.iter().all(|own| list.iter().all(|party| party.referent != own.referent));
        (apart && !subject.carried).then(|| (subject, Some(Parties::new(list, 0.75, at + 1))))
    }

    fn trigger_is(&self, id: crate::lexicon::TriggerId, trigger: &Trigger) -> bool {
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
    fn descends(&self, trigger: &Trigger) -> bool {
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

    fn fill(&self, at: usize, trigger: &Trigger, shape: Shape, passive: bool) -> Option<(Parties, Option<Parties>)> {
        if self.clause.units[at].kind == Kind::Participle && self.clause.units[at].hyphen {
            return self.compound(at, trigger);
        }
        if passive && trigger.object.contains(&Slot::Object) {
            let by = self.clause.knowledge.lexicon.preposition_id("by")?;
            let agent = self.clause.behind(at, at + 1, by, false, None);
            let patient = self.clause.subjects[at].clone().unwrap_or_default();
            let agent = self.fit(trigger, &trigger.subject, agent);
            let patient = self.fit(trigger, &trigger.object, patient);
            if agent.is_empty() || patient.is_empty() {
                return None;
            }
            return Some((agent, Some(patient)));
        }
        if passive {
            return None;
        }
        if let Some(found) = self.by_agent(at, trigger) {
            return Some(found);
        }
        // الزيارة المرتقبة لزيدان: whose journey it is, not to whom.
        let definite = matches!(shape, Shape::Noun { definite: true, owner: None });
        if definite && trigger.is_journey() && trigger.flags.human && trigger.subject.first() == Some(&Slot::Control) {
            return None;
        }
        let suffix = matches!(shape, Shape::Verb { object: Some(_), .. });
        let (subject, slot) = if trigger.flags.event && trigger.subject.contains(&Slot::Object) {
            let gathered = self.fit(trigger, &trigger.subject, self.gathered(at, suffix, shape));
            (Some(gathered).filter(|found| !found.is_empty())?, Slot::Object)
        } else {
            self.slot(at, trigger, &trigger.subject, shape, None)?
        };
        if trigger.flags.weak && subject.carried && !self.is_coordinated(at, &subject)
            || self.is_unnamed(at, trigger, &subject)
            || !fits_participle(shape, &subject)
        {
            return None;
        }
        if trigger.object.first() == Some(&Slot::Same) {
            return (subject.list.len() > 1 && !subject.group).then_some((subject, None));
        }
        match self.slot(at, trigger, &trigger.object, shape, Some(&subject)) {
            Some((object, _)) if self.out_of_order(trigger, &subject, &object) => None,
            Some((object, _)) if !self.is_of_kind(trigger, &subject, &object) => None,
            Some((object, _))
                if trigger.predicate == Some(Predicate::DemandedOf) && self.clause.invites(at + 1, object.end) =>
            {
                None
            }
            Some((object, _)) if self.reader.lang == Lang::En && object.list == subject.list => None,
            Some((object, _)) if self.is_naming(trigger, &object) => None,
            Some((object, _)) if trigger.flags.infinitive && !self.asks(object.end) => None,
            Some((object, _)) => Some((subject, Some(object))),
            None if trigger.object.contains(&Slot::Object)
                && trigger.predicate?.family() == Family::Contact
                && self.clause.stands_behind(at, &subject)
                && !self.object(at, trigger, shape, None).opaque =>
            {
                // حيث التقى بطرس غالي: of a verb that needs both, the one party behind it is the object of the one before.
                let before = self.clause.subject_before_clause(at)?;
                let object = self.fit(trigger, &trigger.object, subject);
                let subject = self.fit(trigger, &trigger.subject, before);
                (!object.is_empty() && !subject.is_empty()).then_some((subject, Some(object)))
            }
            None => {
                let pairs = trigger.predicate.is_some_and(Predicate::is_symmetric)
                    || trigger.flags.either && trigger.predicate?.family() == Family::Contact
                    || trigger.object.contains(&Slot::Same);
                let own = !subject.carried && subject.list.len() > 1;
                if !pairs || !own || !self.reciprocal(at, trigger, slot) {
                    return None;
                }
                if !subject.group {
                    return Some((subject, None));
                }
                // "They agreed": who called each of the others agreed with each.
                let (first, others) = subject.list.split_first().filter(|_| self.reader.lang == Lang::En)?;
                let others = Parties { list: others.to_vec(), ..subject.clone() };
                Some((Parties { list: vec![*first], ..subject.clone() }, Some(others)))
            }
        }
    }

    /// قصف حلب من قبل روسيا, انتُقد ماكرون من جانب تركيا: an agent behind the word makes its subject or genitive the object.
    fn by_agent(&self, at: usize, trigger: &Trigger) -> Option<(Parties, Option<Parties>)> {
        let one_way = trigger.predicate.is_some_and(|predicate| {
            predicate.family() != Family::Contact || matches!(predicate, Predicate::Hosted | Predicate::Briefed)
        });
        if self.reader.lang != Lang::Ar || !one_way || trigger.object.first() == Some(&Slot::Same) {
            return None;
        }
        let agent = self.fit(trigger, &trigger.subject, self.clause.passive_agent(at)?);
        let patient = match self.clause.units[at].kind {
            Kind::Verb if trigger.object.contains(&Slot::Object) => {
                let subject = self.clause.subjects[at].clone().filter(|found| !found.carried && !found.is_empty());
                subject.unwrap_or_else(|| self.clause.object(at + 1, true))
            }
            Kind::Noun if trigger.object.contains(&Slot::SecondGenitive) => Some(self.clause.genitive(at))
                .filter(|found| !found.is_empty())
                .unwrap_or_else(|| self.clause.object(at + 1, true)),
            _ => return None,
        };
        let patient = self.fit(trigger, &trigger.object, patient);
        (!agent.is_empty() && !patient.is_empty()).then_some((agent, Some(patient)))
    }

    /// Whom a meeting gathers: لقاء جمعهما, جمع لقاء فلانا بفلان, اللقاء الذي جمع فلانا بفلان.
    fn gathered(&self, at: usize, suffix: bool, shape: Shape) -> Parties {
        let clause = self.clause;
        let subject = clause.subjects[at].as_ref().filter(|found| !found.carried && !found.is_empty());
        match (suffix, shape, subject) {
            (true, Shape::Verb { object: Some(pronoun), .. }, _) => {
                Parties::new(clause.antecedent(at, pronoun), 0.75, at + 1)
            }
            // What reads as its subject is its object: the meeting stands before it.
            (_, _, Some(subject)) if clause.behind_event(at) == at + 1 && subject.end > at + 1 => subject.clone(),
            _ => clause.object(clause.behind_event(at), false),
        }
    }

    /// Returns whether several subjects with no other party did it to each other: التقى فلان وفلان, not تحدث فلان وفلان.
    fn reciprocal(&self, at: usize, trigger: &Trigger, slot: Slot) -> bool {
        if self.reader.lang == Lang::En {
            return true;
        }
        let unit = &self.clause.units[at];
        match (unit.kind, slot) {
            // يبحثان هاتفيا: how they did it.
            (Kind::Noun, Slot::Control) if trigger.is_manner() => true,
            (Kind::Noun, Slot::Control) => self.clause.is_theirs(at, trigger.predicate == Some(Predicate::AgreedWith)),
            (Kind::Noun, _) => true,
            _ => trigger.object.contains(&Slot::Same),
        }
    }

    /// زيارة لبوتين إلى الصين: of two parties behind prepositions the traveller stands first, and is no place.
    fn out_of_order(&self, trigger: &Trigger, subject: &Parties, object: &Parties) -> bool {
        let behind = |slots: &[Slot]| matches!(slots.first(), Some(Slot::Prep(_)));
        if !trigger.is_journey() || !behind(&trigger.subject) || !behind(&trigger.object) {
            return false;
        }
        let place = |party: &Party| matches!(party.kind, PhraseKind::Country | PhraseKind::Place);
        subject.end >= object.end || subject.list.iter().any(place)
    }

    /// هاجم ماكرون ترامب, هاجمت روسيا أوكرانيا: of a word for both, words are between people and force between powers.
    fn is_of_kind(&self, trigger: &Trigger, subject: &Parties, object: &Parties) -> bool {
        let mut parties = subject.list.iter().chain(&object.list);
        let person = parties.any(|party| self.kind_of(party.referent) == EntityKind::Person);
        !(trigger.flags.force && person || trigger.flags.words && !person)
    }

    /// Tries the slots in order; the first that yields a party counts.
    ///
    /// `subject` is who fills the other slot, when that has been found.
    fn slot(
        &self,
        at: usize,
        trigger: &Trigger,
        slots: &[Slot],
        shape: Shape,
        subject: Option<&Parties>,
    ) -> Option<(Parties, Slot)> {
        let clause = self.clause;
        for &slot in slots {
            let parties = match slot {
                Slot::Subject => clause.subjects[at].clone().unwrap_or_default(),
                Slot::Object if trigger.flags.event => clause.object(clause.behind_event(at), false),
                Slot::Object => self.object(at, trigger, shape, subject),
                Slot::Genitive => clause.genitive(at),
                Slot::SecondGenitive => clause.second_genitive(at),
                Slot::Suffix => match subject.filter(|_| self.reader.lang == Lang::Ar) {
                    Some(subject) => clause.other_suffix(at, subject),
                    None => clause.suffix(at),
                },
                Slot::Adjective => clause.adjectives(at),
                Slot::Control if trigger.is_journey() && slots.contains(&Slot::Genitive) && clause.is_others(at) => {
                    Parties::default()
                }
                Slot::Control => {
                    let found = self.control(at, shape);
                    Parties { carried: found.carried || found.list.len() > 1 && self.is_talked_about(at), ..found }
                }
                Slot::Facing => clause.facing(at),
                Slot::ObjectOwner => clause.object_owner(at),
                Slot::Complement => clause.complement_subject(at),
                Slot::Doer => clause.doer_of_noun(at),
                Slot::Sufferer => {
                    let help = matches!(trigger.predicate, Some(Predicate::Supported | Predicate::Aided))
                        && matches!(trigger.subject.first(), Some(Slot::Prep(_)));
                    clause.receiver_of_noun(at, help)
                }
                Slot::Before => clause.named_before(at),
                Slot::Target(id) => clause.target_of_deed(at, id, trigger.predicate == Some(Predicate::Promised)),
                Slot::Prep(id) if trigger.predicate == Some(Predicate::Met) => {
                    self.no_place(id, self.behind(at, trigger, id, subject))
                }
                Slot::Prep(id) => Some(self.behind(at, trigger, id, subject))
                    .filter(|found| self.admits(at, trigger, id, found))
                    .unwrap_or_default(),
                Slot::Receiver => clause.receiver(at),
                Slot::Besides => clause.besides(at),
                Slot::Traveller => clause.traveller(at),
                Slot::Attendant => clause.attendant(at),
                Slot::Same => continue,
            };
            let parties = self.fit(trigger, slots, parties);
            if !parties.is_empty() {
                let nearer = self.nearer(at, trigger, slots, slot, &parties);
                return Some(nearer.unwrap_or((parties, slot)));
            }
        }
        None
    }

    /// Returns whether a row takes the parties behind its preposition.
    fn admits(&self, at: usize, trigger: &Trigger, preposition: PrepId, found: &Parties) -> bool {
        let Some(first) = found.list.first() else { return true };
        let units = self.clause.units;
        let phrase = |index: usize| &self.clause.phrases[index];
        let Some(party) =
            units.iter().position(|unit| unit.phrase().is_some_and(|p| Some(phrase(p).span) == first.span))
        else {
            return true;
        };
        let clitic = units[party].clitics.has_preposition();
        // رحب بوتين بأردوغان: a person with the preposition on the name is greeted, and nothing that he does is praised.
        if trigger.flags.deeds && clitic && first.kind == PhraseKind::Person {
            return false;
        }
        if trigger.flags.direct && !clitic && !(party > 0 && units[party - 1].is_preposition()) {
            return false;
        }
        // غارات إسرائيلية في سوريا: where force is used stands close to the word; further on في is of something else.
        let inside = Some(preposition) == self.clause.knowledge.lexicon.preposition_id("في");
        let on = self.clause.knowledge.lexicon.preposition_id("على");
        let aimed = units
            .get(at..party)
            .unwrap_or_default()
            .iter()
            .any(|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == on)));
        let near = if units[at].kind == Kind::Verb || aimed { 0.8 } else { 0.9 };
        !(inside && trigger.predicate == Some(Predicate::Attacked) && !trigger.flags.place && found.confidence < near)
    }

    /// The subject of the clause, unless a participle describes a noun of it.
    fn control(&self, at: usize, shape: Shape) -> Parties {
        let adjective = matches!(shape, Shape::Participle { definite: false, .. }) && self.clause.is_adjective(at);
        if adjective { Parties::default() } else { self.clause.control(at) }
    }

    /// التقى بنظيره بحضور الوزيرين: a party behind the verb's own preposition that stands before what looks like an object.
    fn nearer(
        &self,
        at: usize,
        trigger: &Trigger,
        slots: &[Slot],
        slot: Slot,
        object: &Parties,
    ) -> Option<(Parties, Slot)> {
        if slot != Slot::Object || self.reader.lang == Lang::En || self.clause.units[at].kind != Kind::Verb {
            return None;
        }
        slots.iter().find_map(|&other| {
            let Slot::Prep(id) = other else { return None };
            let found = self.fit(trigger, slots, self.no_place(id, self.behind(at, trigger, id, None)));
            let before = !found.is_empty() && found.end < object.end && object.end > at + 1;
            let apart = found.list.iter().all(|party| object.list.iter().all(|o| o.referent != party.referent));
            (before && apart).then_some((found, other))
        })
    }

    /// لقاء بمصر: a country behind "in" is where people meet, not whom.
    fn no_place(&self, preposition: PrepId, mut parties: Parties) -> Parties {
        if self.clause.knowledge.lexicon.preposition_id("ب") == Some(preposition) {
            parties.list.retain(|party| !matches!(party.kind, PhraseKind::Country | PhraseKind::Place));
        }
        parties
    }

    /// The party behind a preposition; of an adverb such as هاتفيا, "by phone" also one that stands before it.
    fn behind(&self, at: usize, trigger: &Trigger, preposition: PrepId, subject: Option<&Parties>) -> Parties {
        let clause = self.clause;
        if trigger.flags.near {
            return clause.right_behind(at, preposition);
        }
        // زيارة لكيري لمصر: where the traveller stands behind a preposition, the goal stands behind him.
        let prepositional = trigger.is_journey() && matches!(trigger.subject.first(), Some(Slot::Prep(_)));
        let taken = subject.filter(|found| prepositional && !found.carried);
        let from = taken.map_or(at + 1, |found| found.end.max(at + 1));
        let mut found = clause.behind(at, from, preposition, self.descends(trigger), subject);
        let contact = trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact);
        if found.is_empty() && contact && self.reader.lang == Lang::Ar && !trigger.is_journey() {
            found = clause.before_noun(at, preposition, subject);
        }
        if !found.is_empty() || !clause.units[at].is(Class::Skip) {
            return found;
        }
        let verb =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        verb.map_or(found, |verb| clause.behind(verb, verb + 1, preposition, false, subject))
    }

    fn object(&self, at: usize, trigger: &Trigger, shape: Shape, subject: Option<&Parties>) -> Parties {
        let clause = self.clause;
        let predicate = trigger.predicate.unwrap_or(Predicate::CoOccurs);
        if let Shape::Verb { object: Some(_), .. } = shape
            && self.is_thing(at, predicate)
        {
            return Parties::default();
        }
        if let Shape::Verb { object: Some(pronoun), .. } = shape {
            let subject = clause.subjects[at].clone().unwrap_or_default();
            let list: Vec<Party> = self
                .object_pronoun(at, pronoun, &subject)
                .into_iter()
                .filter(|party| subject.list.iter().all(|own| own.referent != party.referent))
                .collect();
            return Parties { list, confidence: 0.75, end: at + 1, ..Parties::default() };
        }
        if trigger.is_journey()
            && self.reader.lang == Lang::Ar
            && let Some(place) = clause.place_first(at)
        {
            return place;
        }
        if trigger.subject.contains(&Slot::Traveller) {
            return clause.legs(at);
        }
        // رفضها المقترح الإسرائيلي: the object of a verbal noun stands behind whose deed it is.
        let owner = subject.filter(|_| clause.units[at].kind == Kind::Noun);
        let subject = owner.or(clause.subjects[at].as_ref()).filter(|subject| !subject.carried);
        let from = subject.map_or(at + 1, |s| s.end.max(at + 1));
        let from = clause.past_relative(from).filter(|_| self.reader.lang == Lang::Ar).unwrap_or(from);
        let found = clause
            .object(from, predicate.family() != crate::lexicon::Family::Contact && predicate != Predicate::CoOccurs);
        // رفض لقاء نتنياهو: to refuse a meeting is not to reject what the other wants; قتل المصريين: who suffers is not blamed.
        let arabic = self.reader.lang == Lang::Ar;
        if arabic && predicate == Predicate::Rejected && clause.passes_contact(from, found.end)
            || arabic && predicate == Predicate::Criticised && clause.suffers(from, &found)
        {
            return Parties::default();
        }
        if found.is_empty() && !arabic { clause.relative_object(at) } else { found }
    }

    /// الأمر الذي ترفضه موسكو, فرفضته: what is refused, backed or taken is more often a thing than the party named last.
    fn is_thing(&self, at: usize, predicate: Predicate) -> bool {
        let units = self.clause.units;
        if self.reader.lang != Lang::Ar || predicate.family() == Family::Contact {
            return false;
        }
        match (at.saturating_sub(2)..at).rev().find(|&before| units[before].is(Class::Relative)) {
            Some(relative) => !relative.checked_sub(1).is_some_and(|noun| units[noun].phrase().is_some()),
            None => matches!(
                predicate,
                Predicate::Rejected | Predicate::Supported | Predicate::Attacked | Predicate::Seized
            ),
        }
    }

    /// الذي استقبله: the relative's antecedent; else the last person before the verb other than the subject.
    fn object_pronoun(&self, at: usize, pronoun: crate::lexicon::Pronoun, subject: &Parties) -> Vec<Party> {
        let clause = self.clause;
        if pronoun.number != Number::Singular || clause.without.lacks(Mechanism::Pronouns) {
            return Vec::new();
        }
        // التي تستضيفها مصر: the pronoun is the relative's own antecedent.
        if let Some(relative) =
            (at.saturating_sub(2)..at).rev().find(|&before| clause.units[before].is(Class::Relative))
        {
            let antecedent = (relative.saturating_sub(3)..relative)
                .rev()
                .find(|&before| !clause.units[before].is_mark())
                .map(|before| clause.parties_of(before))
                .unwrap_or_default();
            // الطائرة التي أقلته: "he" is not the plane, but somebody before.
            let own = clause.units[relative].pronoun;
            let another =
                own.is_some_and(|own| own.gender.is_some() && pronoun.gender.is_some() && own.gender != pronoun.gender);
            // زيدان الذي وعده: the antecedent promises, "him" is somebody else.
            let acts = antecedent.iter().all(|party| subject.list.iter().any(|own| own.referent == party.referent));
            if !another && !(acts && !antecedent.is_empty()) {
                // المؤتمر عن فلسطين الذي تستضيفه طوكيو: a country is spoken of as she.
                let fits = antecedent.len() == 1 && self.may_mean(pronoun, &antecedent[0]);
                return if fits { antecedent } else { Vec::new() };
            }
        }
        // وصل بايدن إلى السعودية واستقبله: first whom the sentence is about.
        let topic = clause.subjects[..at].iter().flatten().find(|found| !found.is_empty());
        if let Some([party]) = topic.map(|found| found.list.as_slice())
            && party.kind == PhraseKind::Person
            && subject.list.iter().all(|own| own.referent != party.referent)
            && super::clause::agrees(*party, pronoun.gender)
        {
            return vec![*party];
        }
        let other = (0..at).rev().find_map(|before| {
            let parties = clause.parties_of(before);
            let phrase = clause.units[before].phrase().map(|index| &clause.phrases[index])?;
            if !matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country) || parties.len() != 1 {
                return None;
            }
            let party = parties[0];
            let own = subject.list.iter().any(|own| own.referent == party.referent);
            (!own && self.may_mean(pronoun, &party)).then_some(party)
        });
        if let Some(party) = other {
            return vec![party];
        }
        match clause.memory.subject.as_slice() {
            [party] if super::clause::agrees(*party, pronoun.gender) => vec![*party],
            _ => Vec::new(),
        }
    }

    /// Returns whether an object suffix may mean a party: in Arabic "him" is no country and no body.
    fn may_mean(&self, pronoun: crate::lexicon::Pronoun, party: &Party) -> bool {
        let country = self.reader.lang == Lang::Ar
            && pronoun.gender == Some(Gender::Masculine)
            && matches!(party.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body);
        !country && super::clause::agrees(*party, pronoun.gender)
    }

    /// How much a subject of an earlier sentence is worth: those who speak and travel are the ones a story follows, those
    /// who demand or attack are more often somebody whom the sentence leaves out.
    ///
    /// كما اتهم إيران: a verb that opens an Arabic sentence and has its object right behind it leaves nobody out.
    fn reach(&self, predicate: Predicate, party: &Party, subject: &Parties, at: usize) -> f64 {
        const EARLIER: f64 = 0.8;
        let arabic = self.reader.lang == Lang::Ar;
        // The two presidents, whoever they are, are named here.
        let here = arabic && !subject.carried && self.clause.units[at].kind == Kind::Verb;
        let opens = arabic && self.opens_sentence(at) && self.clause.goes_on_without_subject(at);
        let stance = predicate.family() != Family::Contact;
        if stance && self.is_earlier(party) && !here && !opens { EARLIER } else { 1.0 }
    }

    /// Returns whether a party was named in an earlier sentence.
    fn is_earlier(&self, party: &Party) -> bool {
        let Some(first) = self.clause.units.first().map(|unit| unit.start) else { return false };
        let start = self.tokens.tokens[first].span.start;
        party.span.is_some_and(|span| span.end <= start)
    }

    /// Returns whether nothing but conjunctions and adverbs stands before a verb in its sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        let before = &self.clause.units[..at];
        before.iter().all(|unit| {
            unit.kind == Kind::Function
                && unit.has(|class| matches!(class, Class::Conj | Class::Skip | Class::ListMore | Class::Qad))
        })
    }

    /// انتقد كيري سوريا وطالب إيران بـ: a verb joined to the one whose subject it shares, in one sentence.
    fn is_coordinated(&self, at: usize, subject: &Parties) -> bool {
        self.reader.lang == Lang::Ar
            && self.clause.units[at].clitics.has_conjunction()
            && self.clause.goes_on_without_subject(at)
            && subject.list.iter().all(|party| !self.is_earlier(party))
    }

    /// وندد المتظاهرون بإسرائيل: behind a verb that takes no object stands whoever does it, even if the text does not name him.
    fn is_unnamed(&self, at: usize, trigger: &Trigger, subject: &Parties) -> bool {
        let prepositional = matches!(trigger.object.first(), Some(Slot::Prep(_)));
        self.reader.lang == Lang::Ar
            && self.clause.units[at].kind == Kind::Verb
            && subject.carried
            && prepositional
            && trigger.predicate.is_some_and(|predicate| predicate.family() != Family::Contact)
            && !self.clause.goes_on_without_subject(at)
    }

    /// مرسي والوفد المصري: the country of somebody in the same list is no party beside that person.
    fn without_own_delegation(&self, predicate: Option<Predicate>, parties: &mut Parties) {
        let contact = predicate.is_some_and(|p| p.family() == Family::Contact || p == Predicate::AgreedWith);
        if !contact || parties.list.len() < 2 || self.reader.lang == Lang::En {
            return;
        }
        let person = |party: &Party| self.kind_of(party.referent) == EntityKind::Person;
        let own: Vec<Referent> = parties
            .list
            .iter()
            .filter(|party| person(party))
            .filter_map(|party| self.reader.country_of(party.referent))
            .map(Referent::Known)
            .collect();
        parties.list.retain(|party| !(party.kind == PhraseKind::Agent && own.contains(&party.referent)));
    }

    /// Keeps the parties that the row allows at this slot.
    pub(super) fn fit(&self, trigger: &Trigger, slots: &[Slot], mut parties: Parties) -> Parties {
        let object = std::ptr::eq(slots, trigger.object.as_slice());
        self.without_own_delegation(trigger.predicate, &mut parties);
        if self.reader.lang == Lang::En && trigger.flags.human && object {
            self.capitals_for_countries(&mut parties);
        }
        parties.list.retain(|party| {
            let kind = self.kind_of(party.referent);
            if object
                && trigger.flags.place
                && !matches!(kind, EntityKind::Country | EntityKind::City | EntityKind::Region)
            {
                return false;
            }
            if object
                && trigger.predicate == Some(Predicate::Seized)
                && !matches!(kind, EntityKind::Country | EntityKind::City | EntityKind::Region)
            {
                return false;
            }
            // No war is made on the Middle East, no demand of a continent.
            if object && self.reader.lang == Lang::Ar && self.is_vast(party.referent, trigger) {
                return false;
            }
            if object && trigger.flags.human && matches!(kind, EntityKind::City | EntityKind::Region) {
                return false;
            }
            if !object && matches!(kind, EntityKind::City) {
                return false;
            }
            // زار البلدين: which of them a journey goes to is told elsewhere.
            if object && trigger.is_journey() && party.kind == PhraseKind::BothCountries {
                return false;
            }
            // Countries, regions and bodies do not travel; their delegations do.
            let stays = matches!(party.kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Body);
            if !object && trigger.is_journey() && stays {
                return false;
            }
            // What is told to a newspaper is told to its readers; what it tells is not its own doing.
            let contact = trigger.predicate.is_some_and(|p| p.family() == crate::lexicon::Family::Contact);
            if self.is_media(party.referent) && (contact || !object) {
                return false;
            }
            object || !self.is_mere_place(party.referent)
        });
        parties
    }

    fn is_media(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => {
                matches!(&*self.clause.knowledge.gazetteer.get(key).subkind, "news_agency" | "media")
            }
            Referent::New(_) => false,
        }
    }

    /// A sea, a square or a site does nothing.
    fn is_mere_place(&self, referent: Referent) -> bool {
        const PLACES: [&str; 18] = [
            "sea",
            "site",
            "waterway",
            "facility",
            "islands",
            "island",
            "military_base",
            "river",
            "ocean",
            "peninsula",
            "dam",
            "base",
            "project",
            "corridor",
            "estate",
            "district",
            "archipelago",
            "governorate",
        ];
        match referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                entity.kind == EntityKind::Region && PLACES.contains(&&*entity.subkind)
            }
            Referent::New(_) => false,
        }
    }

    fn is_vast(&self, referent: Referent, trigger: &Trigger) -> bool {
        let force = matches!(trigger.predicate, Some(Predicate::Attacked | Predicate::Seized));
        match referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                force && entity.kind == EntityKind::Region && matches!(&*entity.subkind, "supranational" | "continent")
            }
            Referent::New(_) => false,
        }
    }

    /// A ministry, an army or a parliament is one side with its country.
    fn is_state_body(&self, referent: Referent) -> bool {
        const BODIES: [&str; 6] = ["ministry", "government", "parliament", "police", "army", "intelligence"];
        match referent {
            Referent::Known(key) => BODIES.contains(&&*self.clause.knowledge.gazetteer.get(key).subkind),
            Referent::New(_) => false,
        }
    }

    fn kind_of(&self, referent: Referent) -> EntityKind {
        match referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).kind,
            Referent::New(index) => self.reader.people[index as usize].kind,
        }
    }

    /// Writes the relations of one filled frame: subjects with objects, or every pair of subjects.
    fn emit(
        &self,
        at: usize,
        trigger: &Trigger,
        predicate: Predicate,
        subject: &Parties,
        object: Option<&Parties>,
        out: &mut Vec<Relation>,
    ) {
        let threat = self.is_threat(at, predicate);
        let predicate = if threat { Predicate::Threatened } else { predicate };
        let status = match trigger.flags.status {
            _ if threat || self.clause.without.lacks(Mechanism::Status) => Status::Happened,
            Some(status) => status,
            None => self.status(at, trigger, predicate),
        };
        let mut pairs: Vec<(Party, Party)> = Vec::new();
        match object {
            Some(object) => {
                for &s in &subject.list {
                    pairs.extend(object.list.iter().map(|&o| (s, o)));
                }
                // اجتماع ثلاثي مع نظيريه: all sat at one table.
                if predicate.is_symmetric() && (self.is_round_table(at) || self.is_one_table(at)) {
                    for (index, &a) in object.list.iter().enumerate() {
                        pairs.extend(object.list[index + 1..].iter().map(|&b| (a, b)));
                    }
                }
            }
            None => {
                for (index, &s) in subject.list.iter().enumerate() {
                    pairs.extend(subject.list[index + 1..].iter().map(|&o| (s, o)));
                }
                self.keep_sides_apart(predicate, &subject.list, &mut pairs);
            }
        }
        let unit = &self.clause.units[at];
        let trigger_span = Span::new(
            self.tokens.span_after(&self.tokens.tokens[unit.start], unit.skip).start,
            self.tokens.tokens[unit.end - 1].span.end,
        );
        let confidence = subject.confidence * object.map_or(0.95, |object| object.confidence);
        // Who leaves a place that day has been there that month.
        let when = dating::moment(self.clause, &self.dates, self.reader.date, at, predicate, status)
            .map(|moment| if trigger.flags.abroad { moment.cut_to_month() } else { moment });
        for (s, o) in pairs {
            if s.referent == o.referent || self.same_side(predicate, s.referent, o.referent) {
                continue;
            }
            if predicate == Predicate::Visited
                && self.stays_home(s.referent, o.referent, trigger.flags.abroad, trigger.pos)
            {
                continue;
            }
            let confidence = confidence * self.reach(predicate, &s, subject, at);
            out.push(Relation {
                subject: s.referent,
                predicate,
                object: o.referent,
                status,
                tentative: status == Status::Happened
                    && !trigger.flags.abroad
                    && is_tentative(self.clause, at, predicate),
                either: trigger.flags.either,
                when,
                place: setting::place(self.clause, at, predicate),
                attribution: setting::attribution(self.clause, at),
                sentence: self.number,
                trigger: trigger_span,
                subject_span: s.span,
                object_span: o.span,
                rule: Some(trigger.id.clone()),
                confidence: (confidence * 100.0).round() / 100.0,
            });
        }
    }

    fn status(&self, at: usize, trigger: &Trigger, predicate: Predicate) -> Status {
        let found = status(self.clause, at, predicate);
        if !trigger.is_journey() || self.reader.lang == Lang::En {
            return found;
        }
        // رفض أردوغان الموجود في الدوحة: he is there, whatever he does; whoever leaves a place is there.
        if trigger.flags.abroad && (trigger.pos != Pos::Verb || found != Status::Denied) {
            return Status::Happened;
        }
        if found != Status::Denied && self.clause.invitation(at).is_some() {
            return Status::Possible;
        }
        // جولة تشمل مصر: its legs are ahead.
        let ahead = self.clause.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present);
        if found == Status::Happened && ahead && trigger.subject.contains(&Slot::Traveller) {
            return Status::Planned;
        }
        found
    }

    /// Returns whether a traveller only comes back to the own country or its capital; of a word that merely says where
    /// somebody is, whether that is not known to be another country.
    fn stays_home(&self, traveller: Referent, place: Referent, abroad: bool, pos: Pos) -> bool {
        let Referent::Known(place) = place else { return false };
        // وجود القوات الأمريكية في العراق is no journey.
        if abroad && pos != Pos::Verb && self.kind_of(traveller) != EntityKind::Person {
            return true;
        }
        let entity = self.clause.knowledge.gazetteer.get(place);
        let home = match traveller {
            Referent::Known(key) if self.kind_of(traveller) == EntityKind::Country => Some(key),
            _ => self.reader.country_of(traveller),
        };
        let land = if entity.kind == EntityKind::Country { Some(place) } else { entity.country };
        let Some(home) = home else { return abroad };
        let returns = entity.kind == EntityKind::Country || &*entity.subkind == "capital";
        land == Some(home) && (returns || abroad)
    }

    /// Returns whether a noun is called one of three, four or more.
    fn is_round_table(&self, at: usize) -> bool {
        let units = self.clause.units.iter().skip(at + 1).take(3).take_while(|unit| !unit.is_preposition());
        self.clause.units[at].kind == Kind::Noun && units.into_iter().any(|unit| unit.is(Class::Together))
    }

    /// بين أوباما وعباس وفياض: of several at one table those of one country did not come to meet each other.
    fn keep_sides_apart(&self, predicate: Predicate, list: &[Party], pairs: &mut Vec<(Party, Party)>) {
        let of = |party: &Party| self.reader.country_of(party.referent);
        let several = list.iter().any(|party| of(party).is_some() && of(party) != of(&list[0]));
        if several && list.len() > 2 && self.reader.lang == Lang::Ar && predicate.family() == Family::Contact {
            pairs.retain(|(a, b)| of(a).is_none() || of(a) != of(b));
        }
    }

    /// A person and the person's own country are one side of a contact.
    fn same_side(&self, predicate: Predicate, a: Referent, b: Referent) -> bool {
        let country = |referent: Referent| match referent {
            Referent::Known(key) if self.kind_of(referent) == EntityKind::Country => Some(key),
            _ => None,
        };
        let own = |referent: Referent| self.reader.country_of(referent);
        let (Some(of), other) = (match (country(a), country(b)) {
            (Some(key), None) => (Some(key), b),
            (None, Some(key)) => (Some(key), a),
            _ => (None, a),
        }) else {
            return false;
        };
        if self.is_state_body(other) {
            return own(other) == Some(of);
        }
        self.kind_of(other) == EntityKind::Person
            && own(other) == Some(of)
            && !matches!(
                predicate,
                Predicate::Criticised | Predicate::Visited | Predicate::Supported | Predicate::Praised
            )
    }
}

/// Returns whether a participle can tell of these: أعلن فالس أن فرنسيين موجودون في مالي is not about Valls.
fn fits_participle(shape: Shape, subject: &Parties) -> bool {
    let Shape::Participle { gender, number, .. } = shape else { return true };
    match subject.list.as_slice() {
        [party] if party.kind == PhraseKind::Person => {
            number == Number::Singular && super::clause::agrees(*party, gender)
        }
        _ => true,
    }
}

/// The offices that the text gives, once a person and office-giver.
fn offices(reader: &Reader<'_>) -> Vec<Relation> {
    let mut out: Vec<Relation> = Vec::new();
    for role in reader.roles.iter().filter(|role| !role.former) {
        let object = Referent::Known(role.of);
        if out.iter().any(|relation| relation.subject == role.person && relation.object == object) {
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

type Pair = (Referent, Referent);

fn pair(relation: &Relation) -> Pair {
    let (a, b) = (relation.subject, relation.object);
    if a <= b { (a, b) } else { (b, a) }
}

/// One relation a subject, predicate, object and status; a general predicate gives way to a special one of its pair.
fn distinct(reader: &Reader<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let mut relations = relations;
    overrule(reader, &mut relations);
    round_of_calls(&mut relations);
    let relations = without_nested_journeys(reader, relations);
    let special: HashSet<(Pair, Status)> = relations
        .iter()
        .filter(|r| {
            matches!(r.predicate, Predicate::Called | Predicate::Met | Predicate::Hosted | Predicate::NegotiatedWith)
        })
        .map(|r| (pair(r), r.status))
        .collect();
    let hosted: HashSet<(Pair, Status)> =
        relations.iter().filter(|r| r.predicate == Predicate::Hosted).map(|r| (pair(r), r.status)).collect();
    let mut out: Vec<Relation> = Vec::new();
    for relation in relations {
        let key = (pair(&relation), relation.status);
        let general = relation.predicate == Predicate::TalkedWith && special.contains(&key)
            || relation.predicate == Predicate::Met && hosted.contains(&key);
        if general {
            continue;
        }
        let free = relation.predicate.is_symmetric() || relation.either;
        let told = out.iter_mut().find(|known| {
            known.predicate == relation.predicate
                && (known.status == relation.status || known.trigger == relation.trigger)
                && if free {
                    pair(known) == pair(&relation)
                } else {
                    (known.subject, known.object) == (relation.subject, relation.object)
                }
        });
        match told {
            Some(known) => known.when = Moment::finer(known.when, relation.when),
            None => out.push(relation),
        }
    }
    out
}

/// In a report of somebody's round of calls the talks with others are calls too.
///
/// A leader who telephones three others and "also spoke with" a fourth is not told to have met the fourth.
fn round_of_calls(relations: &mut [Relation]) {
    const ROUND: usize = 3;
    let mut calls: HashMap<Referent, HashSet<Referent>> = HashMap::new();
    for relation in relations.iter().filter(|r| r.predicate == Predicate::Called && r.status == Status::Happened) {
        calls.entry(relation.subject).or_default().insert(relation.object);
    }
    for relation in relations.iter_mut() {
        let talks = relation.predicate == Predicate::TalkedWith && relation.status == Status::Happened;
        if talks && calls.get(&relation.subject).is_some_and(|others| others.len() >= ROUND) {
            relation.predicate = Predicate::Called;
            relation.either = true;
        }
    }
}

/// One journey, told by its city and by its country, is one.
fn without_nested_journeys(reader: &Reader<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let gazetteer = &reader.knowledge().gazetteer;
    let country_of_city = |referent: Referent| match referent {
        Referent::Known(key) if gazetteer.get(key).kind == EntityKind::City => gazetteer.get(key).country,
        _ => None,
    };
    let nested = |city: Referent, land: Referent| country_of_city(city).map(Referent::Known) == Some(land);
    let mut out: Vec<Relation> = Vec::with_capacity(relations.len());
    for relation in relations {
        let told = out.iter_mut().find(|journey| {
            relation.predicate == Predicate::Visited
                && journey.predicate == Predicate::Visited
                && journey.subject == relation.subject
                && journey.status == relation.status
                && (nested(journey.object, relation.object) || nested(relation.object, journey.object))
        });
        match told {
            Some(journey) => journey.when = Moment::finer(journey.when, relation.when),
            None => out.push(relation),
        }
    }
    out
}
