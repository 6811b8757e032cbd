//! From a filled frame to relations: pairs of subjects and objects, with status, date, place and reporter.

use jiff::ToSpan;

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
        let remote = self.clause.is_remote(at, predicate);
        let predicate = match predicate {
            _ if threat => Predicate::Threatened,
            _ if self.is_expulsion(predicate, object) => Predicate::Sanctioned,
            _ if remote => Predicate::Called,
            // عقوبات استهدفت روسيا
            Predicate::Attacked if self.clause.is_deed_of_sanctions(at) => Predicate::Sanctioned,
            // "hit China with tariffs"
            Predicate::Attacked if object.is_some_and(|object| self.clause.is_hit_with_sanctions(at, object.end)) => {
                Predicate::Sanctioned
            }
            // "attacked Aoun in a speech"
            Predicate::Attacked if object.is_some_and(|object| self.is_attack_in_words(at, object)) => {
                Predicate::Criticised
            }
            own => own,
        };
        let status = match trigger.flags.status {
            _ if threat || self.clause.without.lacks(Mechanism::Status) => {
                self.clause.because(StatusRule::Threat, None);
                Status::Happened
            }
            // "will not offer him asylum": an offer that is not made.
            Some(Status::Possible)
                if self.reader.lang == Lang::En
                    && trigger.predicate == Some(Predicate::Promised)
                    && self.status(at, trigger, predicate) == Status::Denied =>
            {
                Status::Denied
            }
            // "will not invite him": nobody is asked to come.
            Some(Status::Possible)
                if self.reader.lang == Lang::En
                    && trigger.is_journey()
                    && self.clause.units[at].kind == Kind::Verb
                    && self.is_refrained_from(at) =>
            {
                self.note(Why::NotInvited);
                return;
            }
            Some(status) => {
                self.clause.because(StatusRule::Row, Some(&self.clause.units[at]));
                trigger.flags.invites.then(|| answered(self.clause, at)).flatten().unwrap_or(status)
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
                // "was flanked by Finance Minister Le Maire": his own stand beside him at any time.
                if trigger.flags.apart && self.reader.lang == Lang::En {
                    let of = |party: &Party| self.reader.country_of(party.referent);
                    pairs.retain(|(a, b)| of(a).is_none() || of(b).is_none() || of(a) != of(b));
                    if pairs.is_empty() {
                        self.note(Why::OwnCountry);
                    }
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
                // الزيارات المتبادلة بين مصر وقطر: each visited the other; so with letters.
                let barbs = predicate == Predicate::Criticised && self.reader.lang == Lang::En;
                if trigger.is_journey() || predicate == Predicate::WroteTo || barbs {
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
        // يزور القاهرة والرياض من 24 إلى 28 مارس: on one of these days each.
        let places = object.map_or(0, |object| object.list.len());
        let spread = predicate == Predicate::Visited && places > 1 && self.times.dates.iter().any(|when| when.several);
        let dated = |status| dated(status).map(|moment| if spread { moment.cut_to_month() } else { moment });
        let when = dated(status);
        let mut dated_by = self.dated_by(when.is_some());
        let tentative = status == Status::Happened && !trigger.flags.abroad && is_tentative(self.clause, at, predicate);
        let ahead = if tentative { dated(Status::Planned) } else { None };
        // كيري يبدأ زيارة في 24 مارس: what bears a date to come is a plan.
        let ahead_by = self.dated_by(ahead.is_some());
        // "the first visit to Japan by a king in nine years": the nine before it.
        let first = self.clause.shapes[at.saturating_sub(3)..at].iter().any(|shape| shape.ranked);
        let years = |moment: &Moment| {
            let near = self.reader.today.and_then(|today| today.checked_add(1_i64.years()).ok());
            first && predicate == Predicate::Visited && near.is_some_and(|near| moment.first > near)
        };
        let ahead = ahead.filter(|moment| !years(moment));
        let when = when.filter(|moment| !years(moment));
        let to_come = ahead.filter(|moment| self.reader.today.is_some_and(|today| moment.first > today));
        let (status, when) = match to_come {
            Some(moment)
                if when.is_none_or(|own| own == moment || self.is_progressive(at, moment))
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
        let days = object.map_or_else(Vec::new, |object| self.days_of_each(&object.list, status));
        let told_on =
            (when.is_none() && status == Status::Happened).then(|| told_on(self.clause, self.times, at)).flatten();
        let telling = Telling {
            earlier: is_earlier(self.clause, at),
            lasts: self.times.lasts,
            on_arrival: self.clause.is_on_arrival(at),
            onward: predicate == Predicate::Visited && self.clause.is_onward(at),
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
            // قادما من عدن: whoever comes from a city of his country was at home there.
            let from = self.clause.knowledge.lexicon.preposition_id("من").map(Slot::Prep);
            let comes = trigger.pos == Pos::Participle && trigger.object.first().copied() == from && from.is_some();
            let of = |party: &Party| self.reader.country_of(party.referent);
            let at_home = |traveller: &Party| {
                predicate == Predicate::Visited
                    && (self.stays_home(traveller.referent, o.referent, trigger.flags.foreign, trigger.pos)
                        || comes && of(traveller).is_some() && of(traveller) == of(&o))
            };
            // استقبل شكري كيري في أول زيارة له لمصر: the guest, where the host is at home.
            let guest = || self.clause.guest_of(at, &s).or_else(|| self.clause.other_before(at, &s));
            // التقى المالكي أردوغان في طريق عودته إلى العراق: who goes home is himself at home.
            let returns = trigger.flags.foreign || trigger.flags.status.is_some();
            // التقى هادي غريفيث خلال زيارته لعدن: so is he in any city of his country, where whoever he meets is of another.
            let land = |of: &Party| self.reader.country_of(of.referent);
            let owned = unit.owner().is_some() && predicate == Predicate::Visited && land(&s) == land(&o);
            let at_home_there = owned && land(&s).is_some() && self.reader.lang == Lang::Ar;
            let guest = if (at_home(&s) || at_home_there) && !(returns && self.reader.lang == Lang::Ar) {
                guest().filter(|guest| !at_home(guest) && land(guest) != land(&o))
            } else {
                None
            };
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
            let own = days.iter().find(|(of, _)| *of == o.referent).map(|&(_, day)| day).or(when);
            let when = own.or(said).or_else(|| {
                // أبدى اليونانيون غضبهم: what a country holds of somebody has no day of its own in the tale.
                let stance =
                    predicate.family() != Family::Contact && !matches!(s.kind, PhraseKind::Person | PhraseKind::Body);
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
                subject_span: s.named_at(),
                object_span: o.named_at(),
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
        let form = |at: usize| self.tokens.tokens.get(at).map_or(&b""[..], |token| self.tokens.form(token));
        self.reader.lang == Lang::En
            && (form(end) != b"to" && form(end) != b"that" || self.is_listed(WordList::Lasting, end + 1))
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
