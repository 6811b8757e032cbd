//! From a filled frame to relations: its predicate in the sense of the sentence, with status, date, place and reporter.

use jiff::ToSpan;

use super::adjective::is_counted_within;
use super::build::{Relation, Telling};
use super::clause::{Parties, Party};
use super::governing_word::answered;
use super::moment::Moment;
use super::narrative::{is_deed_of, is_earlier, is_of_today, saying, saying_behind, told_on};
use super::read::Sentence;
use super::status::{is_deed, is_tentative, status};
use super::trace::{DateRule, DateStep, StatusRule, StatusStep, Trace, Why};
use super::unit::Kind;
use super::when::{Bond, Lasts};
use super::{dating, setting};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Pos, Predicate, Slot, Status, Tense, Trigger, WordList};
use crate::mention::{Mechanism, PhraseKind, Referent};
use crate::text::Clitics;

/// A frame whose parties are found: the word that tells it, its row, and what that means here.
#[derive(Clone, Copy)]
pub(super) struct Filled<'t> {
    pub(super) at: usize,
    pub(super) trigger: &'t Trigger,
    pub(super) predicate: Predicate,
    /// It was by telephone or the like.
    pub(super) remote: bool,
}

impl Filled<'_> {
    /// Whether either party may stand first.
    fn is_turnable(self) -> bool {
        self.trigger.flags.either || self.remote
    }
}

/// The time of a filled frame, and the status that goes with it.
struct Dated {
    status: Status,
    because: Option<StatusStep>,
    when: Option<Moment>,
    dated_by: Option<DateStep>,
    /// Its day may be to come.
    tentative: bool,
    /// When, if it is only planned.
    ahead: Option<Moment>,
    /// The verb by which it is the news of its sentence.
    told_on: Option<usize>,
    /// The day of each object, where each has its own.
    days: Vec<(Referent, Moment)>,
}

impl Sentence<'_> {
    /// When somebody said the words in which a stance lies: أعرب أمس عن دعمه.
    pub(super) fn day_of_saying(&self, at: usize, predicate: Predicate, who: Referent) -> Option<Moment> {
        if is_deed(predicate) {
            return None;
        }
        // أكد فلان أمس دعم بلاده: a country speaks by those who are its.
        let speaks = |verb: usize| {
            let is_who = |party: &Party| {
                let country = || self.reader.country_of(party.referent).map(Referent::Known);
                party.referent == who || self.reader.lang == Lang::Ar && country() == Some(who)
            };
            let speaker = self.clause.subjects.get(verb).and_then(Option::as_ref);
            speaker.is_some_and(|speaker| speaker.list.iter().any(is_who))
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

    /// Returns whether a negation stands among the auxiliaries of an English verb.
    pub(super) fn is_refrained_from(&self, at: usize) -> bool {
        let units = &self.clause.units[self.clause.chain_start(at)..at];
        units.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::Negation))
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
        // "Rama warned that Albania would strike Kenya": it is he who threatens.
        let threatener = if threat { self.threatener(at) } else { None };
        let subject = threatener.as_ref().unwrap_or(subject);
        let remote = self.clause.is_remote(at, predicate);
        let predicate = if threat {
            Predicate::Threatened
        } else {
            self.sense_of(at, trigger, predicate, remote, (subject, object))
        };
        let Some(predicate) = self.unless_troops_move(trigger, predicate, subject) else { return };
        let filled = Filled { at, trigger, predicate, remote };
        let Some(status) = self.status_told(filled, threat) else { return };
        let pairs = match object {
            Some(object) => self.pairs_with(filled, subject, object),
            None => self.pairs_among(filled, &subject.list),
        };
        let dated = self.dated(filled, status, object);
        let initiator = if predicate == Predicate::Called && filled.is_turnable() {
            self.clause.initiator(at)
        } else {
            Parties::default()
        };
        for pair in pairs {
            let ((s, o), turned) = self.caller_first(&initiator, pair);
            if s.referent == o.referent || self.same_side(predicate, s.referent, o.referent) {
                self.note(if s.referent == o.referent { Why::SameParties } else { Why::OwnCountry });
                continue;
            }
            let Some(s) = self.traveller(filled, s, &o) else {
                self.note(Why::AtHome);
                continue;
            };
            out.push(self.relation(filled, &dated, (subject, object), (s, o), turned));
        }
    }

    /// "Turkish tanks rolled into Syria", "troops arrived in Qatar": troops visit nobody, and who crosses a border with them attacks.
    fn unless_troops_move(&self, trigger: &Trigger, predicate: Predicate, subject: &Parties) -> Option<Predicate> {
        let journey = predicate == Predicate::Visited && self.reader.lang == Lang::En;
        if !journey || !self.are_troops(subject) {
            return Some(predicate);
        }
        let into = self.clause.knowledge.lexicon.preposition_id("into");
        let crosses = into.is_some_and(|into| trigger.object == [Slot::Prep(into)]) && trigger.flags.weak;
        if !crosses {
            self.note(Why::WrongKind);
        }
        crosses.then_some(Predicate::Attacked)
    }

    /// The predicate in the sense that its sentence gives it: a meeting by telephone is a call, words are no force.
    fn sense_of(
        &self,
        at: usize,
        trigger: &Trigger,
        predicate: Predicate,
        remote: bool,
        (subject, object): (&Parties, Option<&Parties>),
    ) -> Predicate {
        if self.is_expulsion(predicate, object) {
            return Predicate::Sanctioned;
        }
        if self.fights_out(trigger, predicate, subject, object) {
            return Predicate::Attacked;
        }
        if remote {
            return Predicate::Called;
        }
        if self.gathers_at_home(at, trigger, subject) {
            return Predicate::Hosted;
        }
        if predicate != Predicate::Attacked {
            return predicate;
        }
        // عقوبات استهدفت روسيا, "hit China with tariffs"
        let hit = |object: &Parties| self.clause.is_hit_with_sanctions(at, object.end);
        if self.clause.is_deed_of_sanctions(at) || object.is_some_and(hit) {
            return Predicate::Sanctioned;
        }
        // "attacked Aoun in a speech"
        if object.is_some_and(|object| self.is_attack_in_words(at, object)) {
            return Predicate::Criticised;
        }
        predicate
    }

    /// With what status the row or the sentence tells it; `None` where nothing is told.
    fn status_told(&self, filled: Filled<'_>, threat: bool) -> Option<Status> {
        let Filled { at, trigger, predicate, .. } = filled;
        if threat || self.clause.without.lacks(Mechanism::Status) {
            self.clause.because(StatusRule::Threat, None);
            return Some(Status::Happened);
        }
        let Some(status) = trigger.flags.status else {
            return Some(self.status_of_received(at, trigger, self.status(at, trigger, predicate)));
        };
        if status == Status::Possible && self.reader.lang == Lang::En {
            // "will not offer him asylum": an offer that is not made.
            if trigger.predicate == Some(Predicate::Promised) && self.status(at, trigger, predicate) == Status::Denied {
                return Some(Status::Denied);
            }
            // "will not invite him": nobody is asked to come.
            if trigger.is_journey() && self.clause.units[at].kind == Kind::Verb && self.is_refrained_from(at) {
                self.note(Why::NotInvited);
                return None;
            }
        }
        self.clause.because(StatusRule::Row, Some(&self.clause.units[at]));
        Some(trigger.flags.invites.then(|| answered(self.clause, at)).flatten().unwrap_or(status))
    }

    /// Returns the time of what a frame tells, and the status as that time leaves it.
    fn dated(&self, filled: Filled<'_>, status: Status, object: Option<&Parties>) -> Dated {
        let Filled { at, trigger, predicate, .. } = filled;
        let because = self.clause.trace.map(Trace::status_step);
        self.clause.trace.map(Trace::take_date);
        let places = object.map_or(0, |object| object.list.len());
        let when = self.moment_of(filled, status, places);
        let dated_by = self.dated_by(when.is_some());
        let tentative = status == Status::Happened && !trigger.flags.abroad && is_tentative(self.clause, at, predicate);
        let open = tentative && !is_counted_within(self.clause, at);
        let ahead = if open { self.moment_of(filled, Status::Planned, places) } else { None };
        let ahead_by = self.dated_by(ahead.is_some());
        let ahead = ahead.filter(|moment| !self.is_count_of_years(filled, moment));
        let when = when.filter(|moment| !self.is_count_of_years(filled, moment));
        let mut dated = Dated { status, because, when, dated_by, tentative, ahead, told_on: None, days: Vec::new() };
        self.put_ahead(filled, ahead_by, &mut dated);
        self.put_on_agenda(filled, &mut dated);
        dated.days = object.map_or_else(Vec::new, |object| self.days_of_each(&object.list, dated.status));
        let undated = dated.when.is_none() && dated.status == Status::Happened;
        dated.told_on = undated.then(|| told_on(self.clause, self.times, at)).flatten();
        dated
    }

    /// Returns when a frame with a status takes place, as exactly as its words allow: at so many places.
    fn moment_of(&self, filled: Filled<'_>, status: Status, places: usize) -> Option<Moment> {
        let Filled { at, trigger, predicate, .. } = filled;
        // Who leaves a place that day has been there that month, and that day where it was for hours.
        let left = trigger.flags.abroad && self.times.lasts != Some(Lasts::Day);
        // يزور القاهرة والرياض من 24 إلى 28 مارس: on one of these days each.
        let spread =
            || predicate == Predicate::Visited && places > 1 && self.times.dates.iter().any(|when| when.several);
        let moment = dating::moment(self.clause, self.times, self.reader.date, at, predicate, status)?;
        Some(if left || spread() { moment.cut_to_month() } else { moment })
    }

    /// "the first visit to Japan by a king in nine years": whether what looks like a day to come counts the years before it.
    fn is_count_of_years(&self, filled: Filled<'_>, moment: &Moment) -> bool {
        if filled.predicate != Predicate::Visited {
            return false;
        }
        let near = self.reader.today.and_then(|today| today.checked_add(1_i64.years()).ok());
        let first = || self.clause.shapes[filled.at.saturating_sub(3)..filled.at].iter().any(|shape| shape.ranked);
        near.is_some_and(|near| moment.first > near) && first()
    }

    /// كيري يبدأ زيارة في 24 مارس: what bears a date to come is a plan.
    fn put_ahead(&self, filled: Filled<'_>, ahead_by: Option<DateStep>, dated: &mut Dated) {
        let to_come = dated.ahead.filter(|moment| self.reader.today.is_some_and(|today| moment.first > today));
        let Some(moment) = to_come else { return };
        let goes_on = |own: Moment| own == moment || self.is_progressive(filled.at, moment);
        if dated.when.is_none_or(goes_on) && filled.predicate.family() == Family::Contact {
            let word = ahead_by.and_then(|step| step.words);
            dated.because = dated.because.map(|_| StatusStep { rule: StatusRule::DatedAhead, word });
            dated.dated_by = ahead_by;
            (dated.status, dated.when) = (Status::Planned, Some(moment));
        }
    }

    /// A plan without a day in the headline, or behind one, is of the day of the article.
    fn put_on_agenda(&self, filled: Filled<'_>, dated: &mut Dated) {
        // The headline stands before it; later sentences tell what is further ahead.
        const FIRST: usize = 2;
        if dated.when.is_none()
            && dated.status == Status::Planned
            && (self.number < FIRST || self.clause.memory.agenda)
            && is_of_today(self.clause, self.times, filled.at, filled.predicate)
        {
            dated.when = self.reader.today.map(Moment::day);
            dated.dated_by = Some(DateStep { rule: DateRule::Agenda, words: None });
        }
    }

    /// Returns the relation of one pair of a filled frame.
    fn relation(
        &self,
        filled: Filled<'_>,
        dated: &Dated,
        (subject, object): (&Parties, Option<&Parties>),
        (s, o): (Party, Party),
        turned: bool,
    ) -> Relation {
        let Filled { at, trigger, predicate, .. } = filled;
        let steps = (subject.confidence, object.map_or(0.95, |object| object.confidence));
        let reach = self.reach(predicate, &s, subject, at);
        let confidence = steps.0 * steps.1 * reach;
        let ends = (s.referent, o.referent);
        let open = dated.told_on.is_some_and(|verb| is_deed_of(self.clause, verb, at, predicate, ends));
        let (when, rule) = self.moment_of_pair(filled, dated, (&s, &o), open);
        let relation = Relation {
            subject: s.referent,
            predicate,
            object: o.referent,
            status: dated.status,
            tentative: dated.tentative && dated.status == Status::Happened,
            either: filled.is_turnable() && !turned,
            when,
            telling: self.telling(filled, dated.ahead, open),
            place: setting::place(self.clause, at, predicate),
            attribution: setting::attribution(self.clause, at),
            sentence: self.number,
            trigger: self.word(at),
            subject_span: s.named_at(),
            object_span: o.named_at(),
            rule: Some(trigger.id.clone()),
            confidence: (confidence * 100.0).round() / 100.0,
        };
        if let (Some(trace), Some(because)) = (self.clause.trace, dated.because) {
            let words = dated.dated_by.and_then(|step| step.words);
            let own = dated.dated_by.filter(|_| rule == DateRule::GoesOn);
            trace.edge(&relation, because, own.unwrap_or(DateStep { rule, words }), [steps.0, steps.1, reach]);
        }
        relation
    }

    /// Returns what a sentence says of the time and way of what a frame tells.
    fn telling(&self, filled: Filled<'_>, ahead: Option<Moment>, open: bool) -> Telling {
        Telling {
            earlier: is_earlier(self.clause, filled.at),
            lasts: self.times.lasts,
            on_arrival: self.clause.is_on_arrival(filled.at),
            onward: filled.predicate == Predicate::Visited && self.clause.is_onward(filled.at),
            ahead,
            open,
            ..Telling::default()
        }
    }

    /// Returns when what a frame tells of one pair was, and by which rule: by its own day, that of the saying, or the tale's.
    fn moment_of_pair(
        &self,
        filled: Filled<'_>,
        dated: &Dated,
        (s, o): (&Party, &Party),
        open: bool,
    ) -> (Option<Moment>, DateRule) {
        let Filled { at, predicate, .. } = filled;
        let own = dated.days.iter().find(|(of, _)| *of == o.referent).map(|&(_, day)| day).or(dated.when);
        let said = (dated.when.is_none() && dated.status == Status::Happened)
            .then(|| self.day_of_saying(at, predicate, s.referent))
            .flatten();
        match () {
            () if own.is_some() => (own, DateRule::GoesOn),
            () if said.is_some() => (said, DateRule::Said),
            () => match self.day_of_tale(filled, (s, o), open) {
                Some(day) => (Some(day), DateRule::Tale),
                None => (None, DateRule::None),
            },
        }
    }

    /// Returns the day that the tale of the document lends to what goes on with it.
    fn day_of_tale(&self, filled: Filled<'_>, (s, o): (&Party, &Party), open: bool) -> Option<Moment> {
        let Filled { at, trigger, predicate, .. } = filled;
        let unit = &self.clause.units[at];
        // أبدى اليونانيون غضبهم: what a country holds of somebody has no day of its own in the tale.
        let stance =
            || predicate.family() != Family::Contact && !matches!(s.kind, PhraseKind::Person | PhraseKind::Body);
        // "agreed to stay in touch": nor has what is agreed for the time to come.
        let lasting = || predicate == Predicate::AgreedWith && unit.kind == Kind::Verb && self.is_lasting(at);
        if !open || stance() || lasting() {
            return None;
        }
        let day = self.clause.memory.narrative.as_ref()?.lends(predicate, s.referent, o.referent)?;
        // "a three-day trip", خلال زيارته: what takes days was that month.
        let long = trigger.flags.abroad && self.times.lasts != Some(Lasts::Day)
            || predicate == Predicate::Visited && unit.kind == Kind::Noun
            || self.times.lasts == Some(Lasts::Longer);
        Some(if long { day.cut_to_month() } else { day })
    }

    /// "met Abbas in Amman on Sunday and Netanyahu in Jerusalem on Monday": whom somebody met on which day, where each of several has
    /// a day of his own behind him.
    fn days_of_each(&self, parties: &[Party], status: Status) -> Vec<(Referent, Moment)> {
        let free = || self.times.dates.iter().filter(|when| when.bond == Bond::Free && !when.several);
        if parties.len() < 2 || free().count() < parties.len() || matches!(status, Status::Possible | Status::Denied) {
            return Vec::new();
        }
        let byte = |at: usize| self.tokens.tokens[self.clause.units[at].start].span.start;
        let day = |party: &Party| {
            let own = party.span?;
            let next =
                parties.iter().filter_map(|other| other.span).map(|span| span.start).filter(|&s| s > own.start).min();
            let mut behind = free().filter(|when| {
                let at = byte(when.at);
                own.end <= at && next.is_none_or(|next| at < next)
            });
            let when = behind.next()?;
            let moment = if status == Status::Planned { when.future } else { when.past };
            (behind.next().is_none() && moment.as_day().is_some()).then_some((party.referent, moment))
        };
        let days: Vec<_> = parties.iter().map_while(day).collect();
        if days.len() == parties.len() { days } else { Vec::new() }
    }

    /// "is meeting him on Thursday", "begins a visit on Monday": an English present that tells of a day to come, but not "follows
    /// a visit in August".
    fn is_progressive(&self, at: usize, moment: Moment) -> bool {
        let units = self.clause.units;
        let form = |unit: usize| self.tokens.form(&self.tokens.tokens[units[unit].start]);
        // "begins a two-day visit": the verb before its noun.
        let verb = if units[at].kind == Kind::Noun { at.checked_sub(1) } else { Some(at) };
        let simple = || {
            verb.and_then(|verb| (verb.saturating_sub(3)..=verb).rev().find(|&unit| units[unit].kind == Kind::Verb))
                .is_some_and(|verb| units[verb].tense() == Some(Tense::Present))
        };
        let progressive = || {
            units[at].tense() == Some(Tense::Gerund)
                && at.checked_sub(1).is_some_and(|before| matches!(form(before), b"is" | b"are" | b"am"))
        };
        self.reader.lang == Lang::En && (progressive() || moment.as_day().is_some() && simple())
    }

    /// "agreed to stay in touch", "agreed on the importance of": what lasts, unlike "agreed to open a crossing".
    fn is_lasting(&self, at: usize) -> bool {
        let end = self.clause.units[at].end;
        self.reader.lang == Lang::En
            && (!matches!(self.token_at(end), b"to" | b"that") || self.is_listed(WordList::Lasting, end + 1))
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
        let invited = || predicate.family() == Family::Contact && self.clause.is_invited_to(at);
        if found == Status::Happened && (self.clause.asked_together(at).is_some() || invited()) {
            self.because(StatusRule::Asked);
            let invitation = self.clause.invitation(at);
            return invitation.and_then(|invitation| answered(self.clause, invitation)).unwrap_or(Status::Possible);
        }
        // من المتوقع أن يعقد لقاء يجمع: the meeting of a relative clause is as its noun is told.
        let present = self.clause.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present);
        // ما تردد بشأن لقاء جمعه مع فلان: so is one of which it is only said that it took place.
        let rumoured = |noun| status(self.clause, noun, predicate) == Status::Possible;
        if trigger.flags.event
            && found == Status::Happened
            && !present
            && self.reader.lang == Lang::Ar
            && let Some(noun) = self.clause.event_noun_before(at).filter(|&noun| rumoured(noun))
        {
            self.clause.because(StatusRule::EventNoun, Some(&self.clause.units[noun]));
            return Status::Possible;
        }
        if trigger.flags.event
            && found == Status::Happened
            && present
            && let Some(noun) = self.clause.event_noun_before(at)
        {
            // القمة التي يستضيفها ماكرون وتجمع السيسي وعباس: who holds it is still to do so.
            let held = self.clause.meeting_told_further(at).is_some_and(|told| {
                let verb = (told..at).find(|&verb| self.clause.units[verb].kind == Kind::Verb);
                let tense = verb.and_then(|verb| self.clause.units[verb].tense());
                matches!(tense, Some(Tense::Present | Tense::Future))
            });
            let found = if held { Status::Planned } else { status(self.clause, noun, predicate) };
            self.clause.because(StatusRule::EventNoun, Some(&self.clause.units[noun]));
            return found;
        }
        if !trigger.is_journey() || self.reader.lang == Lang::En {
            return found;
        }
        // رفض أردوغان الموجود في الدوحة: he is there, whatever he does; whoever leaves a place is there.
        // غير موجود في القاهرة: unless that is denied right before it.
        let negated = at > 0 && self.clause.units[at - 1].is(Class::Negation);
        // يصل إلى القاهرة غدا ويغادرها الخميس: whoever leaves where he is still to go is not there yet.
        let verb = self.clause.units[at].verb();
        let there = verb.is_some_and(|(tense, .., object)| tense == Tense::Present && object.is_some());
        if trigger.flags.abroad && there && self.clause.units[at].clitics == Clitics::WA {
            let before = (0..at).rev().find(|&before| self.clause.units[before].kind == Kind::Verb);
            let goes = before.filter(|&before| self.clause.tells(before, |told| told == Predicate::Visited));
            if let Some(Status::Planned) = goes.map(|goes| status(self.clause, goes, predicate)) {
                return Status::Planned;
            }
        }
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
