//! The question "what is told in two ways": one says it happened, another denies it.
//!
//! A claim and a denial contradict each other when what is claimed implies what is denied ([`implies`]), between the
//! same two, and their times meet ([`span`]). Claims and denials that hang together are one conflict.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::event::{Event, Events, Party, Report};
use super::names::Names;
use crate::document::{DatePrecision, Lang, PartialDate};
use crate::graph::RelationFilter;
use crate::relation::{EventId, Id, Predicate, Record, RelationRow, Status};

/// What is told in two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradictions {
    /// What relation, when, how sure. Where statuses are given, denials are looked at all the same.
    pub relations: RelationFilter,
    /// One of these is an end; empty for anybody.
    pub entities: BTreeSet<Id>,
    /// So many days an undated denial reaches back from its report, and an undated plan ahead.
    pub within: i64,
    /// Also days: the same contact on two days that are at most three apart, by different documents.
    pub days: bool,
}

impl Default for Contradictions {
    fn default() -> Self {
        Contradictions { relations: RelationFilter::default(), entities: BTreeSet::new(), within: 30, days: false }
    }
}

/// In what the versions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Dispute {
    /// Whether it happened, or will.
    Status,
    /// Who acted.
    Direction,
    /// On which day.
    Day,
}

/// What some say of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Version {
    /// Who did it.
    pub subject: Id,
    /// The name of the subject.
    pub subject_name: Option<String>,
    /// The type of relation.
    pub predicate: Predicate,
    /// To whom.
    pub object: Id,
    /// The name of the object.
    pub object_name: Option<String>,
    /// Whether it happened: of several that are claimed, the firmest.
    pub status: Status,
    /// Some text tells who acted; true of symmetric predicates, too.
    pub direction_known: bool,
    /// When, by the best report that tells.
    pub date: Option<PartialDate>,
    /// Number of documents that tell it so.
    pub documents: usize,
    /// Number of distinct texts.
    pub texts: usize,
    /// The newspapers and agencies.
    pub publishers: BTreeSet<String>,
    /// Whom documents name as their source.
    pub reporters: Vec<Party>,
    /// The day of the first document that tells it so.
    pub first_reported: Option<Date>,
    /// The day of the last.
    pub last_reported: Option<Date>,
    /// The reports, the best of each event first.
    pub reports: Vec<Report>,
}

/// Two versions that cannot both be true.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conflict {
    /// In what they differ.
    pub dispute: Dispute,
    /// What is claimed; of two claims the one with more texts.
    pub claim: Version,
    /// What is said against it.
    pub denial: Version,
    /// The denial comes from one of the two, or from somebody of its country.
    pub by_party: bool,
    /// It was first reported on the day of the first claim or later; `None` where days are unknown.
    pub is_later: Option<bool>,
}

/// A conflict as one flat row, for CSV; lists are joined by `|`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "each column is a field of Conflict or of one of its versions")]
pub struct ConflictRow {
    pub dispute: Dispute,
    pub subject: Id,
    pub subject_name: Option<String>,
    pub object: Id,
    pub object_name: Option<String>,
    pub by_party: bool,
    pub is_later: Option<bool>,
    pub claim_predicate: Predicate,
    pub claim_status: Status,
    pub claim_date: Option<PartialDate>,
    pub claim_documents: usize,
    pub claim_texts: usize,
    pub claim_publishers: String,
    pub claim_reporters: String,
    pub claim_first_reported: Option<Date>,
    pub claim_last_reported: Option<Date>,
    pub claim_document: Option<Id>,
    pub claim_event: Option<EventId>,
    pub claim_evidence: Option<String>,
    pub denial_predicate: Predicate,
    pub denial_status: Status,
    pub denial_date: Option<PartialDate>,
    pub denial_documents: usize,
    pub denial_texts: usize,
    pub denial_publishers: String,
    pub denial_reporters: String,
    pub denial_first_reported: Option<Date>,
    pub denial_last_reported: Option<Date>,
    pub denial_document: Option<Id>,
    pub denial_event: Option<EventId>,
    pub denial_evidence: Option<String>,
}

/// Collects what may be told in two ways.
///
/// ```
/// use nisba::gazetteer::Gazetteer;
/// use nisba::query::{Conflicts, Contradictions};
/// use nisba::relation::Record;
///
/// let lines = [
///     r#"{"id": "d1", "date": "2025-08-18", "relations": [
///         {"subject": "Q7747", "predicate": "called", "object": "Q15031", "date": "2025-08-17"}]}"#,
///     r#"{"id": "d2", "date": "2025-08-19", "relations": [
///         {"subject": "Q7747", "predicate": "called", "object": "Q15031", "status": "denied", "attribution": "Q7747"}]}"#,
/// ];
/// let mut conflicts = Conflicts::new(Contradictions::default());
/// for line in lines {
///     let record: Record = serde_json::from_str(line)?;
///     conflicts.add(&record);
/// }
/// let found = conflicts.finish(&Gazetteer::embedded()?);
/// assert_eq!(found.len(), 1);
/// assert!(found[0].by_party && found[0].is_later == Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Conflicts {
    question: Contradictions,
    events: Events,
}

impl Conflicts {
    /// Returns a collector for `question`.
    #[must_use]
    pub fn new(mut question: Contradictions) -> Self {
        if !question.relations.statuses.is_empty() {
            question.relations.statuses.insert(Status::Denied);
        }
        Conflicts { question, events: Events::default() }
    }

    /// Asks one record.
    pub fn add(&mut self, record: &Record) {
        let question = &self.question;
        let touches = |row: &RelationRow| {
            let mut ends = row.subject.first().into_iter().chain(row.object.first());
            question.entities.is_empty() || ends.any(|id| question.entities.contains(id))
        };
        let wanted = record.relations.iter().filter(|row| touches(row) && question.relations.admits(record, row));
        wanted.for_each(|row| self.events.add(record, row));
    }

    /// Adds what another collector found to the same question.
    pub fn merge(&mut self, other: Conflicts) {
        self.events.merge(other.events);
    }

    /// Returns the conflicts: those of status before the others, then those whose weaker side has the most texts.
    ///
    /// `names` tells the countries of those who deny. The order in which records came does not matter.
    #[must_use]
    pub fn finish(self, names: &dyn Names) -> Vec<Conflict> {
        let mut pairs: BTreeMap<(Id, Id), Vec<Event>> = BTreeMap::new();
        for event in disputable(self.events, self.question.days).finish() {
            let (one, other) = (event.subject.clone(), event.object.clone());
            pairs.entry(if one <= other { (one, other) } else { (other, one) }).or_default().push(event);
        }
        let mut found = Vec::new();
        for events in pairs.values() {
            found.extend(disputed_status(events, self.question.within, names));
            found.extend(disputed_claims(events, Dispute::Direction, &other_way, names));
            if self.question.days {
                found.extend(disputed_claims(events, Dispute::Day, &other_day, names));
            }
        }
        found.sort_by_cached_key(|conflict| {
            let (claim, denial) = (&conflict.claim, &conflict.denial);
            let weight = (claim.texts.min(denial.texts), claim.texts + denial.texts);
            let last = claim.last_reported.max(denial.last_reported);
            (
                conflict.dispute,
                Reverse(weight),
                Reverse(last),
                (claim.subject.clone(), claim.object.clone(), claim.predicate, claim.date),
                claim.reports.first().map(|report| (report.document.clone(), report.start)),
            )
        });
        found
    }
}

/// Returns whether who did the one has done the other.
fn implies(claim: Predicate, denied: Predicate) -> bool {
    use Predicate::{Called, Hosted, Met, NegotiatedWith, TalkedWith};
    claim == denied || matches!((claim, denied), (Called | Met | NegotiatedWith | Hosted, TalkedWith) | (Hosted, Met))
}

/// Leaves out what cannot be in any conflict: between two of whom nothing is denied that it implies, and whose
/// claims are not compared with each other. That is most of what is told.
fn disputable(mut events: Events, days: bool) -> Events {
    let mut denied: BTreeMap<(Id, Id), BTreeSet<Predicate>> = BTreeMap::new();
    for (low, high, predicate, _) in events.kinds().filter(|(.., status)| *status == Status::Denied) {
        denied.entry((low.clone(), high.clone())).or_default().insert(predicate);
    }
    events.retain(|(low, high, predicate, status)| {
        let is_denied = || denied.get(&(low.clone(), high.clone()));
        is_compared(predicate, days)
            || status == Status::Denied
            || is_denied().is_some_and(|denied| denied.iter().any(|&denied| implies(predicate, denied)))
    });
    events
}

/// Returns whether two claims of it may contradict each other: in who acted, or on which of two `days`.
fn is_compared(predicate: Predicate, days: bool) -> bool {
    match predicate {
        Predicate::Called | Predicate::Hosted => true,
        Predicate::Met | Predicate::Visited => days,
        _ => false,
    }
}

/// Returns the days in which an event lies.
///
/// A date that is told is taken as it is. What has none lies in the week before its report when it happened, in the days ahead
/// when it is planned or possible; who denies something undated denies it for the days before, and for a plan for those ahead.
fn span(event: &Event, within: i64, is_of_plan: bool) -> Option<(Date, Date)> {
    if let Some(date) = event.date {
        return Some((date.first_day(), date.last_day()));
    }
    let (first, last) = (event.first_reported?, event.last_reported?);
    let before = |days: i64| first.checked_sub(days.days()).unwrap_or(Date::MIN);
    let after = |days: i64| last.checked_add(days.days()).unwrap_or(Date::MAX);
    Some(match event.status {
        Status::Happened => (before(7), last),
        Status::Planned | Status::Possible => (first, after(within)),
        Status::Denied if is_of_plan => (before(within), after(within)),
        Status::Denied => (before(within), last),
    })
}

fn contradict(claim: &Event, denial: &Event, within: i64) -> bool {
    let is_of_plan = matches!(claim.status, Status::Planned | Status::Possible);
    let meet = match (span(claim, within, is_of_plan), span(denial, within, is_of_plan)) {
        (Some(claim), Some(denial)) => claim.0 <= denial.1 && denial.0 <= claim.1,
        _ => true,
    };
    let is_directed = |event: &Event| event.direction_known && !event.predicate.is_symmetric();
    let one_way = !is_directed(claim) || !is_directed(denial) || claim.subject == denial.subject;
    // A sentence that tells both tells them of two occasions: they did not meet now, but had met in May.
    let place = |report: &Report| (report.document.clone(), report.start, report.end);
    let is_apart = claim.reports.iter().any(|one| denial.reports.iter().any(|other| place(one) != place(other)));
    implies(claim.predicate, denial.predicate) && meet && one_way && is_apart
}

/// Conflicts of status between two entities: each a group of claims and denials that hang together.
fn disputed_status(events: &[Event], within: i64, names: &dyn Names) -> Vec<Conflict> {
    let (denials, claims): (Vec<&Event>, Vec<&Event>) = events.iter().partition(|event| event.status == Status::Denied);
    let mut left: BTreeSet<usize> = (0..denials.len()).collect();
    let mut found = Vec::new();
    while let Some(first) = left.pop_first() {
        let (mut against, mut with) = (BTreeSet::from([first]), BTreeSet::new());
        let mut waiting = vec![first];
        while let Some(denial) = waiting.pop() {
            for (index, claim) in claims.iter().enumerate() {
                if !contradict(claim, denials[denial], within) || !with.insert(index) {
                    continue;
                }
                let more: Vec<usize> =
                    left.iter().copied().filter(|&other| contradict(claim, denials[other], within)).collect();
                for other in more {
                    left.remove(&other);
                    against.insert(other);
                    waiting.push(other);
                }
            }
        }
        let claims = Version::of(with.into_iter().map(|index| claims[index]).collect());
        let denials = Version::of(against.into_iter().map(|index| denials[index]).collect());
        if let (Some(claim), Some(denial)) = (claims, denials) {
            found.push(Conflict::new(Dispute::Status, claim, denial, names));
        }
    }
    found
}

/// Conflicts between two claims that something happened.
fn disputed_claims(
    events: &[Event],
    dispute: Dispute,
    differ: &dyn Fn(&Event, &Event) -> bool,
    names: &dyn Names,
) -> Vec<Conflict> {
    let happened: Vec<&Event> = events.iter().filter(|event| event.status == Status::Happened).collect();
    let mut found = Vec::new();
    for (index, one) in happened.iter().enumerate() {
        for other in happened[index + 1..].iter().filter(|other| differ(one, other) && are_told_apart(one, other)) {
            let (claim, denial) = if one.texts >= other.texts { (one, other) } else { (other, one) };
            if let (Some(claim), Some(denial)) = (Version::of(vec![claim]), Version::of(vec![denial])) {
                found.push(Conflict::new(dispute, claim, denial, names));
            }
        }
    }
    found
}

/// Returns whether no document tells both: one that does knows of two events.
fn are_told_apart(one: &Event, other: &Event) -> bool {
    let documents: BTreeSet<&Id> = one.reports.iter().map(|report| &report.document).collect();
    !other.reports.iter().any(|report| documents.contains(&report.document))
}

/// One call has one caller; two may criticise each other on one day.
fn other_way(one: &Event, other: &Event) -> bool {
    matches!(one.predicate, Predicate::Called | Predicate::Hosted)
        && one.predicate == other.predicate
        && one.direction_known
        && other.direction_known
        && one.subject == other.object
        && one.date.is_some()
        && one.date == other.date
}

fn other_day(one: &Event, other: &Event) -> bool {
    let day = |event: &Event| {
        let date = event.date.filter(|date| date.precision() == DatePrecision::Day)?;
        Some(date.first_day())
    };
    let (Some(first), Some(second)) = (day(one), day(other)) else { return false };
    let (first, second) = (first.min(second), first.max(second));
    matches!(one.predicate, Predicate::Called | Predicate::Met | Predicate::Hosted | Predicate::Visited)
        && one.predicate == other.predicate
        && (one.subject == other.subject
            || one.predicate.is_symmetric()
            || !one.direction_known
            || !other.direction_known)
        && first < second
        && first.checked_add(3.days()).is_ok_and(|last| second <= last)
}

impl Version {
    /// Puts events together; `None` for none.
    fn of(mut events: Vec<&Event>) -> Option<Version> {
        let firm = |event: &Event| match event.status {
            Status::Happened => 0,
            Status::Denied => 1,
            Status::Planned => 2,
            Status::Possible => 3,
        };
        // The sort is stable, and events come in the order of time.
        events.sort_by_key(|event| (firm(event), Reverse(event.texts)));
        let first = *events.first()?;
        let mut reporters: BTreeMap<&Id, &Party> = BTreeMap::new();
        for party in events.iter().flat_map(|event| &event.reporters) {
            reporters.entry(&party.id).or_insert(party);
        }
        let documents: BTreeSet<&Id> =
            events.iter().flat_map(|event| &event.reports).map(|report| &report.document).collect();
        Some(Version {
            subject: first.subject.clone(),
            subject_name: first.subject_name.clone(),
            predicate: first.predicate,
            object: first.object.clone(),
            object_name: first.object_name.clone(),
            status: first.status,
            direction_known: first.direction_known,
            date: first.date,
            documents: documents.len(),
            texts: events.iter().map(|event| event.texts).sum::<usize>().min(documents.len()),
            publishers: events.iter().flat_map(|event| event.publishers.iter().cloned()).collect(),
            reporters: reporters.into_values().cloned().collect(),
            first_reported: events.iter().filter_map(|event| event.first_reported).min(),
            last_reported: events.iter().filter_map(|event| event.last_reported).max(),
            reports: events.iter().flat_map(|event| event.reports.iter().cloned()).collect(),
        })
    }

    /// Returns the best report.
    #[must_use]
    pub fn best(&self) -> Option<&Report> {
        self.reports.first()
    }

    /// Exchanges the ends where that changes nothing and they stand as in `other` then.
    fn turn_to(&mut self, other: &Version) {
        let may_turn = self.predicate.is_symmetric() || !self.direction_known;
        if may_turn && self.subject == other.object {
            std::mem::swap(&mut self.subject, &mut self.object);
            std::mem::swap(&mut self.subject_name, &mut self.object_name);
        }
    }

    fn label(&mut self, names: &dyn Names, lang: Lang) {
        let name = |id: &Id, known: Option<String>| names.label(id, lang).or(known).or_else(|| Some(id.to_string()));
        self.subject_name = name(&self.subject, self.subject_name.take());
        self.object_name = name(&self.object, self.object_name.take());
        for reporter in &mut self.reporters {
            reporter.name = name(&reporter.id, reporter.name.take());
        }
    }
}

impl Conflict {
    fn new(dispute: Dispute, mut claim: Version, mut denial: Version, names: &dyn Names) -> Conflict {
        claim.turn_to(&denial);
        denial.turn_to(&claim);
        let country = |id: &Id| names.info(id).and_then(|info| info.country);
        let ends = [denial.subject.clone(), denial.object.clone()];
        let of = |id: &Id| ends.contains(id) || ends.iter().filter_map(country).any(|known| known == *id);
        let speaks_for = |id: &Id| of(id) || country(id).is_some_and(|country| of(&country));
        let by_party = denial.reporters.iter().any(|party| speaks_for(&party.id));
        let is_later = claim.first_reported.zip(denial.first_reported).map(|(claim, denial)| denial >= claim);
        Conflict { dispute, claim, denial, by_party, is_later }
    }

    /// Gives each entity its name in `lang`; one that `names` does not know keeps that of the documents, else its id.
    pub fn label(&mut self, names: &dyn Names, lang: Lang) {
        self.claim.label(names, lang);
        self.denial.label(names, lang);
    }
}

impl From<&Conflict> for ConflictRow {
    fn from(conflict: &Conflict) -> Self {
        let Conflict { dispute, claim, denial, by_party, is_later } = conflict.clone();
        let list = |items: &BTreeSet<String>| items.iter().cloned().collect::<Vec<_>>().join("|");
        let parties = |parties: &[Party]| {
            let name = |party: &Party| party.name.clone().unwrap_or_else(|| party.id.to_string());
            parties.iter().map(name).collect::<Vec<_>>().join("|")
        };
        let (one, other) = (claim.reports.first(), denial.reports.first());
        ConflictRow {
            dispute,
            by_party,
            is_later,
            claim_predicate: claim.predicate,
            claim_status: claim.status,
            claim_date: claim.date,
            claim_documents: claim.documents,
            claim_texts: claim.texts,
            claim_publishers: list(&claim.publishers),
            claim_reporters: parties(&claim.reporters),
            claim_first_reported: claim.first_reported,
            claim_last_reported: claim.last_reported,
            claim_document: one.map(|report| report.document.clone()),
            claim_event: one.and_then(|report| report.event),
            claim_evidence: one.and_then(|report| report.evidence.clone()),
            denial_predicate: denial.predicate,
            denial_status: denial.status,
            denial_date: denial.date,
            denial_documents: denial.documents,
            denial_texts: denial.texts,
            denial_publishers: list(&denial.publishers),
            denial_reporters: parties(&denial.reporters),
            denial_first_reported: denial.first_reported,
            denial_last_reported: denial.last_reported,
            denial_document: other.map(|report| report.document.clone()),
            denial_event: other.and_then(|report| report.event),
            denial_evidence: other.and_then(|report| report.evidence.clone()),
            subject: claim.subject,
            subject_name: claim.subject_name,
            object: claim.object,
            object_name: claim.object_name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::EntityKind;
    use crate::graph::EntityInfo;
    use serde_json::json;

    /// Spokesmen belong to countries: `RU-1` to `RU`.
    struct World;

    impl Names for World {
        fn info(&self, id: &str) -> Option<EntityInfo> {
            let country = id.split_once('-').map(|(country, _)| Id::from(country));
            Some(EntityInfo::named(EntityKind::Person, String::new(), id.to_owned(), country))
        }
    }

    /// Reads `document day subject predicate object status date reporter sentence`; what is open is `-`.
    fn record(line: &str) -> Record {
        let cell = |place: usize| line.split(' ').nth(place).filter(|cell| *cell != "-");
        let sentence: usize = cell(8).map_or(0, |number| number.parse().unwrap());
        serde_json::from_value(json!({"id": cell(0), "date": cell(1), "publisher": cell(0), "relations": [{
            "subject": cell(2), "predicate": cell(3), "object": cell(4), "status": cell(5), "date": cell(6),
            "attribution": cell(7), "start": sentence, "end": sentence + 1}]}))
        .unwrap()
    }

    fn show(conflict: &Conflict) -> String {
        let version = |version: &Version| {
            let documents: Vec<&str> = version.reports.iter().map(|report| &*report.document).collect();
            format!(
                "{} {} {} {} {}",
                version.subject,
                version.predicate,
                version.object,
                version.status,
                documents.join("+")
            )
        };
        let marks = [(conflict.by_party, " by party"), (conflict.is_later == Some(true), " later")];
        let marks: String = marks.iter().filter(|(is_so, _)| *is_so).map(|(_, mark)| *mark).collect();
        format!("{:?}: {} / {}{marks}", conflict.dispute, version(&conflict.claim), version(&conflict.denial))
    }

    #[track_caller]
    fn check_with(question: Contradictions, lines: &[&str], expected: &[&str]) {
        for turn in 0..lines.len() {
            let mut records: Vec<Record> = lines.iter().map(|line| record(line)).collect();
            records.rotate_left(turn);
            let (mut one, mut other) = (Conflicts::new(question.clone()), Conflicts::new(question.clone()));
            let (first, second) = records.split_at(turn.min(records.len()));
            first.iter().for_each(|record| one.add(record));
            second.iter().for_each(|record| other.add(record));
            one.merge(other);
            assert_eq!(one.finish(&World).iter().map(show).collect::<Vec<_>>(), expected);
        }
    }

    #[track_caller]
    fn check(lines: &[&str], expected: &[&str]) {
        check_with(Contradictions::default(), lines, expected);
    }

    #[test]
    fn what_one_says_and_another_denies_is_a_conflict() {
        check(
            &["d1 2025-08-18 A met B happened 2025-08-17 - 0", "d2 2025-08-19 B met A denied - - 0"],
            &["Status: A met B happened d1 / A met B denied d2 later"],
        );
        check(
            &["d1 2025-08-18 FR agreed_with RU possible - - 0", "d2 2025-08-18 FR agreed_with RU denied - RU-1 0"],
            &["Status: FR agreed_with RU possible d1 / FR agreed_with RU denied d2 by party later"],
        );
        check(
            &["d1 2025-08-18 RU-1 met FR-1 happened - - 0", "d2 2025-08-17 RU-1 met FR-1 denied - FR-2 0"],
            &["Status: FR-1 met RU-1 happened d1 / FR-1 met RU-1 denied d2 by party"],
        );
        // Who called has talked; who has not met may have called.
        check(
            &["d1 2025-08-18 A called B happened - - 0", "d2 2025-08-18 A talked_with B denied - A 0"],
            &["Status: A called B happened d1 / A talked_with B denied d2 by party later"],
        );
        check(&["d1 2025-08-18 A called B happened - - 0", "d2 2025-08-18 A met B denied - - 0"], &[]);
        // Who criticises is not criticised.
        check(&["d1 2025-08-18 A criticised B happened - - 0", "d2 2025-08-18 B criticised A denied - - 0"], &[]);
    }

    #[test]
    fn times_must_meet() {
        let denied = "d2 2025-08-19 A met B denied - - 0";
        check(&["d1 2025-08-18 A met B happened 2025-05 - 0", denied], &[]);
        check(&["d1 2025-08-30 A met B happened 2025-08-29 - 0", denied], &[]);
        check(&["d1 2025-08-18 A met B happened 2025-08-17 - 0", "d2 2025-08-19 A met B denied 2025-08-18 - 0"], &[]);
        let planned = "d1 2025-08-18 A met B planned 2025-09-01 - 0";
        check(&[planned, denied], &["Status: A met B planned d1 / A met B denied d2 later"]);
        // One sentence tells of two occasions.
        check(&["d1 2025-08-18 A hosted B happened 2025-08-01 - 7", "d1 2025-08-18 A met B denied - - 7"], &[]);
        let far = Contradictions { within: 200, ..Contradictions::default() };
        let lines = ["d1 2025-08-18 A met B happened 2025-05 - 0", denied];
        check_with(far, &lines, &["Status: A met B happened d1 / A met B denied d2 later"]);
    }

    #[test]
    fn claims_and_denials_that_hang_together_are_one_and_the_weightiest_comes_first() {
        check(
            &[
                "d1 2025-08-18 A met B happened 2025-08-17 - 0",
                "d2 2025-08-18 A met B planned 2025-08-20 - 0",
                "d3 2025-08-19 A met B denied - - 0",
                "d4 2025-08-19 C met D happened - - 0",
                "d5 2025-08-18 C met D happened - - 0",
                "d6 2025-08-17 C met D denied - C 0",
                "d7 2025-08-18 C met D denied - - 0",
            ],
            &[
                "Status: C met D happened d5+d4 / C met D denied d6+d7 by party",
                "Status: A met B happened d1+d2 / A met B denied d3 later",
            ],
        );
    }

    #[test]
    fn who_called_and_on_which_day() {
        let lines = [
            "d1 2025-08-18 A called B happened 2025-08-17 - 0",
            "d2 2025-08-18 B called A happened 2025-08-17 - 0",
            "d3 2025-08-18 A called B happened 2025-08-16 - 0",
            "d4 2025-08-18 A criticised B happened 2025-08-17 - 0",
            "d5 2025-08-18 B criticised A happened 2025-08-17 - 0",
        ];
        let direction = "Direction: A called B happened d1 / B called A happened d2 later";
        check(&lines, &[direction]);
        let days = Contradictions { days: true, ..Contradictions::default() };
        check_with(days, &lines, &[direction, "Day: A called B happened d3 / A called B happened d1 later"]);
        let of = Contradictions { entities: ["C".into()].into(), ..Contradictions::default() };
        check_with(of, &lines, &[]);
    }
}
