//! Which reports of the same ends, predicate and status tell one event.
//!
//! 1. Reports that tell the same day tell one event.
//! 2. A report that tells only a month or a year, or no date, joins the day that other reports tell, when there is but
//!    one that fits: it lies in that month or year, within reach of the day of the document ([`reach`]), and nothing
//!    speaks against it in who acted. If its own document tells exactly one such day, that one is taken.
//! 3. Where none or several fit, the reports of the same month or year are one event, those without a date are by the
//!    day of their documents; copies of one text have the day of the first of them.
//! 4. An office that is held is a state: the reports of it that tell no day are one event.
//! 5. Where who acted is open, a report goes with the others of that event if these agree in it.
//!
//! Only what reports tell decides, never what other reports were joined to: the order makes no difference.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::told::Told;
use crate::document::{DatePrecision, PartialDate};
use crate::graph::Texts;
use crate::relation::{Family, Id, Status};

/// Who acted, of two ends in the order of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// The first.
    Along,
    /// The second.
    Against,
    /// Not told, or both.
    Open,
}

/// What reports of one event have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Day(Date),
    Inexact(PartialDate),
    Reported(Date),
    /// It has no day of its own.
    State,
    /// Neither event nor document has a date.
    Document(Id),
}

impl Key {
    /// Returns the date of the event, as far as it is told.
    pub(super) fn date(&self) -> Option<PartialDate> {
        match self {
            Key::Day(day) => Some(PartialDate::day(*day)),
            Key::Inexact(date) => Some(*date),
            Key::Reported(_) | Key::State | Key::Document(_) => None,
        }
    }
}

/// Returns how many days before and after that of its document an event without an exact date may be.
fn reach(status: Status) -> (i64, i64) {
    match status {
        // A document of the evening before is a matter of time zones.
        Status::Happened => (7, 1),
        Status::Planned => (1, 7),
        Status::Possible | Status::Denied => (7, 7),
    }
}

/// Returns, for each report, what it has in common with the others of its event.
pub(super) fn keys(all: &[Told]) -> Vec<(Key, Way)> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    for told in all {
        if let Some(day) = exact(told) {
            let day = days.entry(day).or_default();
            day.ways.insert(told.way);
            day.documents.insert(&told.report.document);
        }
    }
    let first_days = if all.iter().any(is_by_document) { first_days(all) } else { BTreeMap::new() };
    let keys: Vec<Key> = all.iter().map(|told| key(told, &days, &first_days)).collect();
    let mut ways: BTreeMap<&Key, BTreeSet<Way>> = BTreeMap::new();
    for (told, key) in all.iter().zip(&keys) {
        if told.way != Way::Open {
            ways.entry(key).or_default().insert(told.way);
        }
    }
    let way = |told: &Told, key: &Key| match (told.way, ways.get(key)) {
        (Way::Open, Some(ways)) if ways.len() == 1 => ways.first().copied().unwrap_or(Way::Open),
        (way, _) => way,
    };
    let ways: Vec<Way> = all.iter().zip(&keys).map(|(told, key)| way(told, key)).collect();
    keys.into_iter().zip(ways).collect()
}

/// What reports that tell one day tell.
#[derive(Default)]
struct Day<'a> {
    ways: BTreeSet<Way>,
    documents: BTreeSet<&'a Id>,
}

fn exact(told: &Told) -> Option<Date> {
    told.report.date.filter(|date| date.precision() == DatePrecision::Day).map(PartialDate::first_day)
}

/// Returns whether the day of its document has a say in when it happened.
fn is_by_document(told: &Told) -> bool {
    exact(told).is_none() && !is_state(told)
}

/// Returns whether it tells an office, and no day.
fn is_state(told: &Told) -> bool {
    told.predicate.family() == Family::Role && told.report.date.is_none()
}

fn key(told: &Told, days: &BTreeMap<Date, Day>, first_days: &BTreeMap<Id, Date>) -> Key {
    if let Some(day) = exact(told) {
        return Key::Day(day);
    }
    if is_state(told) {
        return Key::State;
    }
    let document = &told.report.document;
    let reported = first_days.get(document).copied().or(told.report.document_date);
    let (before, after) = reach(told.status);
    let range = match reported {
        Some(day) => {
            day.checked_sub(before.days()).unwrap_or(Date::MIN)..=day.checked_add(after.days()).unwrap_or(Date::MAX)
        }
        None => Date::MIN..=Date::MAX,
    };
    let fits = |date: Date, day: &Day| {
        told.report.date.is_none_or(|told| (told.first_day()..=told.last_day()).contains(&date))
            && (told.way == Way::Open || day.ways.contains(&told.way) || day.ways.contains(&Way::Open))
    };
    let candidates: Vec<(Date, &Day)> =
        days.range(range).map(|(date, day)| (*date, day)).filter(|(date, day)| fits(*date, day)).collect();
    let own = candidates.iter().filter(|(_, day)| day.documents.contains(document)).map(|(date, _)| *date);
    let any = candidates.iter().filter(|_| reported.is_some()).map(|(date, _)| *date);
    match (only(own), only(any), told.report.date, reported) {
        (Some(day), ..) | (None, Some(day), ..) => Key::Day(day),
        (None, None, Some(date), _) => Key::Inexact(date),
        (None, None, None, Some(day)) => Key::Reported(day),
        (None, None, None, None) => Key::Document(document.clone()),
    }
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    items.next().filter(|_| items.next().is_none())
}

/// Returns, for documents that are copies of an earlier one, the day of the first, if it is within reach.
fn first_days(all: &[Told]) -> BTreeMap<Id, Date> {
    let inexact = || all.iter().filter(|told| exact(told).is_none());
    let mut reported = inexact().filter_map(|told| told.report.document_date);
    if reported.next().is_none_or(|first| reported.all(|day| day == first)) {
        return BTreeMap::new();
    }
    let mut texts = Texts::default();
    let mut days: BTreeMap<&Id, Date> = BTreeMap::new();
    for told in inexact() {
        texts.add(&told.report.document, told.sketch);
        if let Some(day) = told.report.document_date {
            let known = days.entry(&told.report.document).or_insert(day);
            *known = (*known).min(day);
        }
    }
    let groups = texts.groups();
    let mut first: BTreeMap<&Id, Date> = BTreeMap::new();
    for (document, text) in &groups {
        if let Some(&day) = days.get(document) {
            let known = first.entry(text).or_insert(day);
            *known = (*known).min(day);
        }
    }
    let (reach, _) = reach(Status::Happened);
    let within = |day: Date, first: Date| first.checked_add(reach.days()).is_ok_and(|last| day <= last);
    groups
        .iter()
        .filter_map(|(document, text)| Some((document, *days.get(document)?, *first.get(text)?)))
        .filter(|&(_, day, first)| first < day && within(day, first))
        .map(|(document, _, first)| (document.clone(), first))
        .collect()
}
