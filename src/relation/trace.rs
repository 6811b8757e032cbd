//! What was decided on the way to the relations of a document, kept for whoever asks why.
//!
//! An ordinary run has no trace: each decision then costs one look at a `None`. Words are told as ranges of tokens.

use std::cell::RefCell;

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::moment::Moment;
use super::unit::Unit;
use crate::lexicon::{Predicate, Slot, Status, TriggerId};
use crate::mention::{Referent, reasons};
use crate::text::Span;

reasons! {
    /// Why a trigger gave no relation.
    Why {
        NoMeeting => "it tells what a meeting beside it does, and none stands there",
        NamesMembers => "it says who belongs to a delegation",
        AlreadyFilled => "another row of the same word tells it already",
        GoalBehind => "the place behind it is where the journey goes, and this row has its object elsewhere",
        OnAir => "an interview is no contact",
        HoldsTalks => "it says that talks are held, no agreement",
        ToldByNext => "the next word tells it, with whom",
        BindsNext => "it says what was agreed to be done: the next word tells that",
        AnswersDemand => "it tells that a demand is met",
        NoSubject => "nobody stands where the row looks for the subject",
        NoObject => "nobody stands where the row looks for the object",
        NoFrame => "its frame is not filled",
        PassiveWithoutAgent => "a passive, and no \"by\" says who did it",
        NotNegated => "the row tells something only where it is negated",
        OnlyPromised => "help that is promised is no help yet",
        BareBacking => "whose support a bare genitive names is open",
        ToldToNobody => "the word tells of no contact where it stands",
        WhoseJourney => "behind the definite noun stands whose journey it is, not where to",
        MeetingOfBoth => "the genitive names both who met",
        CarriedSubject => "the row is weak: it needs a subject of its own, not one carried over",
        UnnamedSubject => "behind the verb stands a subject that the text does not name to us",
        Disagrees => "the participle does not agree with its subject",
        OnlyOne => "it takes two parties, and only one stands there",
        NothingWithheld => "what is withheld or given (accounts, an embassy, aid) does not stand with it",
        NotInvited => "nobody is asked to come",
        OutOfOrder => "subject and object stand in an order that the row does not tell",
        WrongKind => "the parties are not of the kind that the row tells of (words or force)",
        NoCharge => "what is said of the object is no charge",
        Invites => "an invitation, no demand",
        SameParties => "subject and object are the same",
        OneOfThem => "who acts would be one of the two acted on",
        Naming => "it says what somebody is called",
        SeesNobody => "it says what is seen, not who is met",
        Plea => "a plea for somebody, not a demand of him",
        OfVictim => "the noun is of whom it is done to",
        AnotherSense => "the words beside it show that it is meant in another sense",
        NoInfinitive => "no infinitive and no \"for\" stands behind the object",
        NoDelegation => "no delegation stands behind it",
        NotToEachOther => "several subjects, and nothing says that they did it to each other",
        OwnCountry => "a person and the own country are one side",
        AtHome => "nobody visits the own country",
        Crowd => "many at one gathering: not each met each",
        NotAllowed => "the row does not allow the parties that stand there",
        OnlyWithSubject => "nobody but the subjects of the clause stands there, and the row wants another",
    }
}

reasons! {
    /// Why what stands at a slot is no party.
    Unfit {
        NoPlace => "the row wants a place",
        NoGround => "only countries, cities and regions are taken",
        Vast => "too vast for a deed",
        NotAPower => "the row wants a power, not a person",
        PlaceIsNobody => "a city or region is nobody to do it to",
        CityActs => "a city does nothing",
        BothCountries => "which of both a journey goes to is told elsewhere",
        StaysPut => "countries and bodies do not travel",
        SendsOthers => "who sends a delegation does not travel himself",
        Media => "a newspaper or agency: it tells, and does not act",
        Interviewer => "an interviewer",
        Court => "a verdict is no sanction",
        People => "nobody writes to a people",
        Observer => "who observes or helps uses no force",
        MerePlace => "a mere place does nothing",
        BareGovernment => "the government of which nobody is named is met by others of its kind",
        Deed => "a deed is nobody to meet",
        OwnDelegation => "the own delegation of somebody who stands there",
        Other => "the row does not allow it",
    }
}

reasons! {
    /// What decided the status.
    StatusRule {
        Default => "nothing says otherwise",
        Construction => "the construction itself says so",
        Row => "the trigger row says so itself",
        Threat => "a threat of it is a threat that happened",
        Ends => "what is ended or lifted had been",
        Presupposed => "it is presupposed: it has been, whatever is said of it",
        Feared => "what one warns of without an article has not been",
        Announced => "help that is announced is still to come",
        RelativeClause => "what the clause behind the noun says of its being done",
        TakingPlace => "what the verb of its taking place says",
        Verdict => "what the clause says of it, whose subject it is",
        Circumstance => "it stands behind a preposition of time, so that the verb of the clause decides",
        Governed => "the word before it governs it",
        HeadlineFuture => "a headline's \"to\" is a future",
        AskedFor => "it is asked for, no more",
        Future => "its future tense",
        DateToCome => "a time to come beside a present tense",
        Agenda => "an Arabic present that opens its sentence is the day's agenda",
        DuringJourney => "what a visitor does \"during it\" is ahead",
        CalledOff => "the verb behind the noun undoes it",
        ToBeHeld => "what is only spoken of holding has not been held",
        Adjective => "the adjective beside the noun",
        AwaitsVerb => "the noun's verb stands in the future",
        Inherited => "as the verb that it depends on",
        Purpose => "the purpose of what is done is still ahead",
        Manner => "it tells in what manner: the meeting took place",
        Question => "a question: nobody says that it is so",
        Condition => "a condition stands beside it",
        Said => "who says the clause says this himself",
        Asked => "they are asked to",
        EventNoun => "as the noun of the meeting before it",
        Abroad => "it says where somebody is",
        Invited => "an invitation makes a journey possible",
        Legs => "the legs of a journey in the present are ahead",
        Received => "as what is received",
        DatedAhead => "its date is still to come",
        Overruled => "another sentence tells it as a plan, and this one only in the present tense",
    }
}

reasons! {
    /// What gave the date.
    DateRule {
        None => "nothing dates it; where a date is asked for, the document's stands in",
        Bound => "the expression belongs to the word itself or stands right with it",
        Clause => "the expression stands in its clause",
        GoesOn => "a journey that goes on on the document's day",
        Agenda => "what the day will bring: the document's day",
        Said => "the day on which it is said",
        Tale => "the tale goes on on the day that an earlier sentence told",
        LaterSentence => "a later sentence says when that was",
        Lent => "another telling of the event, or of its journey, lends it",
    }
}

reasons! {
    /// What makes a relation less sure.
    Doubt {
        EarlierSubject => "the subject is taken over from an earlier sentence",
        OtherSubject => "the subject is no listed person",
        NoContact => "no contact: a stance or a deed",
        FarObject => "the object stands far from the word",
        UnsureSteps => "the steps were less than certain",
    }
}

reasons! {
    /// What, other than a trigger row, tells a relation.
    Construction {
        Sponsor => "who sponsors what the sentence tells of others",
        Company => "who comes along with whom the sentence tells of",
        Refusal => "who refuses what is demanded",
        Headline => "a headline that says where somebody is, or whom he speaks to",
        Abroad => "words that say where somebody is on a journey",
        Presides => "who presides over a meeting with others",
        Attended => "who attended a meeting that the text tells",
        Within => "what a relative clause tells of a call or meeting",
        Sides => "who signs or comes for either side",
        Agreed => "who met where something was agreed",
        Duty => "who is to do something, in what somebody says",
        JudgedDeed => "somebody calls what another does a crime",
        Heads => "a word of leading between a body and who heads it",
        Office => "a title beside the name",
    }
}

reasons! {
    /// Where a party stands that is looked for in no slot of the row.
    Seat {
        PassiveAgent => "who did it, behind \"by\" or من قبل",
        PassivePatient => "to whom it was done: the subject of the passive, or the genitive of the noun",
        Exchange => "several who do it to each other",
        Compound => "the word is joined to it by a hyphen",
        Gathered => "whom the meeting gathers",
        Sponsored => "whose talks or agreement the sentence tells",
        Broker => "who brings others together",
        BeforeClause => "the subject of the clause before",
        Swapped => "the one party behind a verb that needs both",
        Stay => "the place of the stay",
        EachOther => "one of several subjects, who did it to the others",
    }
}

reasons! {
    /// What became of a relation that a frame gave.
    EdgeFate {
        Told => "told",
        Unsure => "the steps multiply to too little (0.5, of a contact 0.45): not told",
        Repeats => "told already: the document has the same relation elsewhere",
        GaveWay => "gave way to a more special telling of the same pair",
    }
}

/// A half-open range of tokens.
pub type Words = (usize, usize);

/// Whether a slot is looked for the subject or the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Who.
    Subject,
    /// Whom.
    Object,
}

/// Where a party is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a slot of the row.
    Slot(Slot),
    /// Elsewhere.
    Seat(Seat),
}

/// Who stands at a slot, and why it is no party.
#[derive(Clone, Copy, Debug)]
pub struct PartyTrial {
    /// Who.
    pub referent: Referent,
    /// Where it is named.
    pub span: Option<Span>,
    /// Why it is no party.
    pub lost: Option<Unfit>,
}

/// One slot that was looked at.
#[derive(Clone, Debug)]
pub struct SlotTrial {
    /// For which side.
    pub side: Side,
    /// Where.
    pub place: Place,
    /// Who stands there.
    pub found: Vec<PartyTrial>,
    /// They were taken over from an earlier clause or sentence.
    pub carried: bool,
    /// How sure the step is.
    pub confidence: f64,
}

/// What decided a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusStep {
    /// The rule.
    pub rule: StatusRule,
    /// The word.
    pub word: Option<Words>,
}

/// What gave a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateStep {
    /// The rule.
    pub rule: DateRule,
    /// The expression.
    pub words: Option<Words>,
}

/// A relation that a frame gave.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Who.
    pub subject: Referent,
    /// What.
    pub predicate: Predicate,
    /// Whom.
    pub object: Referent,
    /// Whether it happened, as its sentence tells.
    pub status: Status,
    /// What decided that.
    pub because: StatusStep,
    /// What gave its date.
    pub dated: DateStep,
    /// How sure the step to the subject is, that to the object, and that from an earlier sentence.
    pub steps: [f64; 3],
    /// What makes it less sure.
    pub doubts: Vec<(Doubt, f64)>,
    /// What became of it.
    pub fate: EdgeFate,
    when: Option<Moment>,
}

/// One row of the lexicon at one word, or one construction: what was tried, and what came of it.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The sentence.
    pub sentence: usize,
    /// The word, in bytes.
    pub word: Span,
    /// The row.
    pub trigger: Option<TriggerId>,
    /// What tells it, where no row does.
    pub construction: Option<Construction>,
    /// The slots that were looked at.
    pub slots: Vec<SlotTrial>,
    /// Why it gave no relation, or none with a pair.
    pub why: Option<Why>,
    /// The relations that it gave.
    pub edges: Vec<Edge>,
}

impl Attempt {
    fn is_of(&self, relation: &Relation) -> bool {
        self.sentence == relation.sentence && self.word == relation.trigger
    }
}

/// A date expression of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct TimeTrial {
    /// The sentence.
    pub sentence: usize,
    /// The expression.
    pub words: Words,
    /// What it means beside something past.
    pub past: Moment,
    /// What it means beside something to come.
    pub future: Moment,
}

/// What was decided on the way to the relations.
#[derive(Debug, Default)]
pub struct Trace {
    state: RefCell<State>,
}

#[derive(Debug, Default)]
struct State {
    attempts: Vec<Attempt>,
    times: Vec<TimeTrial>,
    current: Option<Attempt>,
    unfit: Vec<(Referent, Unfit)>,
    rule: Option<StatusRule>,
    word: Option<Words>,
    date: Option<(bool, Words)>,
}

impl Trace {
    /// Returns what was tried, in the order of the sentences.
    #[must_use]
    pub fn attempts(&self) -> Vec<Attempt> {
        let mut attempts = self.state.borrow().attempts.clone();
        attempts.sort_by_key(|attempt| (attempt.sentence, attempt.word.start));
        attempts
    }

    /// Returns the date expressions that were read.
    #[must_use]
    pub fn times(&self) -> Vec<TimeTrial> {
        self.state.borrow().times.clone()
    }

    /// Returns the attempt and the edge that a relation of the document comes from.
    #[must_use]
    pub fn origin(&self, relation: &Relation) -> Option<(Attempt, Edge)> {
        let state = self.state.borrow();
        let of = state.attempts.iter().filter(|attempt| attempt.is_of(relation));
        of.flat_map(|attempt| attempt.edges.iter().map(move |edge| (attempt, edge)))
            .filter(|(_, edge)| edge.fate == EdgeFate::Told && joins(edge, relation))
            .max_by_key(|(_, edge)| edge.predicate == relation.predicate)
            .map(|(attempt, edge)| (attempt.clone(), edge.clone()))
    }

    /// Notes the date expressions of a sentence.
    pub(super) fn time(&self, sentence: usize, words: Words, past: Moment, future: Moment) {
        self.state.borrow_mut().times.push(TimeTrial { sentence, words, past, future });
    }

    /// Begins with a row at a word.
    pub(super) fn begin(&self, sentence: usize, word: Span, trigger: TriggerId) {
        self.end();
        self.state.borrow_mut().current = Some(Attempt {
            sentence,
            word,
            trigger: Some(trigger),
            construction: None,
            slots: Vec::new(),
            why: None,
            edges: Vec::new(),
        });
    }

    /// Ends with a row at a word. A word is looked at twice; the time that gave a relation counts, else the first.
    pub(super) fn end(&self) {
        let mut state = self.state.borrow_mut();
        let Some(attempt) = state.current.take() else { return };
        let key = |attempt: &Attempt| (attempt.sentence, attempt.word, attempt.trigger);
        match state.attempts.iter_mut().find(|known| key(known) == key(&attempt)) {
            Some(known) if known.edges.is_empty() && !attempt.edges.is_empty() => *known = attempt,
            Some(known) => {
                known.why = known.why.or(attempt.why);
                known.edges.extend(attempt.edges);
            }
            None => state.attempts.push(attempt),
        }
    }

    /// Notes why the row gives nothing; the first reason counts.
    pub(super) fn why(&self, why: Why) {
        if let Some(attempt) = &mut self.state.borrow_mut().current {
            attempt.why = attempt.why.or(Some(why));
        }
    }

    /// Notes that somebody at a slot is no party.
    pub(super) fn unfit(&self, referent: Referent, why: Unfit) {
        self.state.borrow_mut().unfit.push((referent, why));
    }

    /// Notes who stood at a slot, and who of them are parties.
    pub(super) fn slot(&self, side: Side, place: Place, found: &[Party], parties: &Parties) {
        let mut state = self.state.borrow_mut();
        let unfit = std::mem::take(&mut state.unfit);
        let Some(attempt) = &mut state.current else { return };
        let kept = |party: &Party| parties.list.iter().any(|kept| kept.referent == party.referent);
        let reason = |party: &Party| {
            let own = unfit.iter().rev().find(|(referent, _)| *referent == party.referent);
            own.map_or(Unfit::Other, |&(_, why)| why)
        };
        let trial = |party: &Party| PartyTrial {
            referent: party.referent,
            span: party.span,
            lost: (!kept(party)).then(|| reason(party)),
        };
        let new = parties.list.iter().filter(|party| found.iter().all(|other| other.referent != party.referent));
        let found = found.iter().chain(new).map(trial).collect();
        attempt.slots.push(SlotTrial { side, place, found, carried: parties.carried, confidence: parties.confidence });
    }

    /// Forgets whom earlier slots had.
    pub(super) fn look(&self) {
        self.state.borrow_mut().unfit.clear();
    }

    /// Begins to read a status.
    pub(super) fn no_status(&self) {
        let mut state = self.state.borrow_mut();
        (state.rule, state.word) = (None, None);
    }

    /// Notes the rule that decides a status, and its word where the rule has one.
    pub(super) fn status(&self, rule: StatusRule, word: Option<Words>) {
        let mut state = self.state.borrow_mut();
        state.rule = Some(rule);
        state.word = word.or(state.word);
    }

    /// Notes the word that decides a status.
    pub(super) fn status_word(&self, word: Words) {
        self.state.borrow_mut().word = Some(word);
    }

    /// Returns what decided the status read last.
    pub(super) fn status_step(&self) -> StatusStep {
        let state = self.state.borrow();
        let rule = state.rule.unwrap_or(StatusRule::Default);
        StatusStep { rule, word: state.word.filter(|_| rule != StatusRule::Default) }
    }

    /// Notes the expression that dates a word, and whether it stands right with it.
    pub(super) fn date(&self, near: bool, words: Words) {
        self.state.borrow_mut().date = Some((near, words));
    }

    /// Returns the expression noted last, once.
    pub(super) fn take_date(&self) -> Option<DateStep> {
        let (near, words) = self.state.borrow_mut().date.take()?;
        let rule = if near { DateRule::Bound } else { DateRule::Clause };
        Some(DateStep { rule, words: Some(words) })
    }

    /// Notes a relation that the row gives.
    pub(super) fn edge(&self, relation: &Relation, because: StatusStep, dated: DateStep, steps: [f64; 3]) {
        if let Some(attempt) = &mut self.state.borrow_mut().current {
            attempt.edges.push(edge(relation, because, dated, steps));
        }
    }

    /// Notes relations that no row gives.
    pub(super) fn constructed(&self, construction: Construction, relations: &[Relation]) {
        self.end();
        let mut state = self.state.borrow_mut();
        for relation in relations {
            // A sponsor has a row of its own, and is noted there.
            let known = |attempt: &Attempt| attempt.is_of(relation) && attempt.edges.iter().any(|e| joins(e, relation));
            if relation.rule.is_some() && state.attempts.iter().any(known) {
                continue;
            }
            let dated = DateStep {
                rule: if relation.when.is_some() { DateRule::Clause } else { DateRule::None },
                words: state.date.take().map(|(_, words)| words).filter(|_| relation.when.is_some()),
            };
            let because = match (relation.status, state.rule) {
                (Status::Happened, _) => StatusStep { rule: StatusRule::Default, word: None },
                (_, None) => StatusStep { rule: StatusRule::Construction, word: None },
                (_, Some(rule)) => StatusStep { rule, word: state.word },
            };
            let edge = edge(relation, because, dated, [relation.confidence, 1.0, 1.0]);
            state.attempts.push(Attempt {
                sentence: relation.sentence,
                word: relation.trigger,
                trigger: None,
                construction: Some(construction),
                slots: Vec::new(),
                why: None,
                edges: vec![edge],
            });
        }
        (state.rule, state.word) = (None, None);
    }

    /// Notes that a later sentence dates a relation.
    pub(super) fn dated_later(&self, relation: &Relation) {
        self.each(relation, |edge| {
            (edge.dated, edge.when) = (DateStep { rule: DateRule::LaterSentence, words: None }, relation.when);
        });
    }

    /// Notes that a later sentence says the relation to go the other way round.
    pub(super) fn turned(&self, relation: &Relation) {
        let mut state = self.state.borrow_mut();
        let of = state.attempts.iter_mut().filter(|attempt| attempt.is_of(relation));
        for edge in of.flat_map(|attempt| &mut attempt.edges).filter(|edge| joins(edge, relation)) {
            std::mem::swap(&mut edge.subject, &mut edge.object);
        }
    }

    /// Notes which relations remain when each is told once, of which only those that are `sure` are told.
    pub(super) fn kept(&self, kept: &[Relation], sure: fn(&Relation) -> bool) {
        let mut state = self.state.borrow_mut();
        for attempt in &mut state.attempts {
            let (sentence, word) = (attempt.sentence, attempt.word);
            for edge in &mut attempt.edges {
                let own = |r: &&Relation| (r.sentence, r.trigger) == (sentence, word) && joins(edge, r);
                let pair = |r: &&Relation| {
                    r.predicate == edge.predicate
                        && ((r.subject, r.object) == (edge.subject, edge.object)
                            || (r.object, r.subject) == (edge.subject, edge.object))
                };
                edge.fate = match kept.iter().find(own) {
                    Some(own) if !sure(own) => EdgeFate::Unsure,
                    Some(_) => EdgeFate::Told,
                    None if kept.iter().any(|r| pair(&r)) => EdgeFate::Repeats,
                    None => EdgeFate::GaveWay,
                };
            }
        }
    }

    /// Notes what the rest of the document makes of a relation.
    pub(super) fn settled(&self, relation: &Relation, doubts: &[(Doubt, f64)]) {
        self.each(relation, |edge| {
            if edge.status != relation.status {
                edge.because = StatusStep { rule: StatusRule::Overruled, word: None };
                edge.status = relation.status;
            }
            if edge.when != relation.when {
                edge.dated = DateStep { rule: DateRule::Lent, words: None };
            }
            edge.doubts = doubts.to_vec();
        });
    }

    fn each(&self, relation: &Relation, change: impl Fn(&mut Edge)) {
        let mut state = self.state.borrow_mut();
        let of = state.attempts.iter_mut().filter(|attempt| attempt.is_of(relation));
        of.flat_map(|attempt| &mut attempt.edges).filter(|edge| is_same(edge, relation)).for_each(change);
    }
}

fn edge(relation: &Relation, because: StatusStep, dated: DateStep, steps: [f64; 3]) -> Edge {
    Edge {
        subject: relation.subject,
        predicate: relation.predicate,
        object: relation.object,
        status: relation.status,
        because,
        dated,
        steps,
        doubts: Vec::new(),
        fate: EdgeFate::Told,
        when: relation.when,
    }
}

/// Returns whether an edge joins the parties of a relation.
fn joins(edge: &Edge, relation: &Relation) -> bool {
    (edge.subject, edge.object) == (relation.subject, relation.object)
}

/// Returns whether an edge is the relation itself, and none that another row tells of the same two by the same word.
fn is_same(edge: &Edge, relation: &Relation) -> bool {
    joins(edge, relation) && edge.predicate == relation.predicate
}

impl Clause<'_> {
    /// Notes the rule that decides a status, with its word.
    pub(super) fn because(&self, rule: StatusRule, word: Option<&Unit>) {
        if let Some(trace) = self.trace {
            trace.status(rule, word.map(|unit| (unit.start, unit.end)));
        }
    }

    /// Notes the word that decides a status.
    pub(super) fn because_of(&self, word: &Unit) {
        if let Some(trace) = self.trace {
            trace.status_word((word.start, word.end));
        }
    }
}
