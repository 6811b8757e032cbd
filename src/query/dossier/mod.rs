//! Everything that documents tell of one entity, put together for a reader.

mod portrait;
mod tally;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

pub use self::portrait::{Portrait, Spelling, Term};
use self::portrait::{Seen, party};
use self::tally::Tally;
use super::about::About;
use super::between::{Month, month_of};
use super::event::{Event, Events, Party};
use super::names::Names;
use crate::document::{DatePrecision, Lang, PartialDate};
use crate::graph::RelationFilter;
use crate::relation::{Family, Id, Record, Status};

/// How many events are shown with their sentences.
const KEY_EVENTS: usize = 12;

/// Everything that documents tell of one entity; names are in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dossier {
    /// The language of the names.
    pub lang: Lang,
    /// Who or what it is.
    pub entity: Portrait,
    /// How much is known.
    pub counts: Counts,
    /// Events that happened, for each month from the first to the last. Offices held are left out.
    pub months: Vec<Bar>,
    /// With whom, those with most contacts first.
    pub contacts: Vec<Contact>,
    /// What most texts tell of, in the order of time.
    pub key_events: Vec<Event>,
    /// What is planned or possible, in the order of time.
    pub ahead: Vec<Event>,
    /// What is said not to have happened.
    pub denied: Vec<Event>,
    /// What documents tell on its word.
    pub quotes: Vec<Quote>,
    /// Every event by month, offices held left out.
    pub timeline: Vec<Month>,
    /// Offices that documents say it holds or gives.
    pub roles: Vec<Event>,
    /// Where events took place, the most frequent first.
    pub places: Vec<Place>,
    /// The newspapers and agencies, those with most documents first.
    pub publishers: Vec<Publisher>,
    /// The documents that tell an event or a quote, in the order of time.
    pub sources: Vec<Source>,
}

/// How much is known of an entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// How often it is mentioned.
    pub mentions: u64,
    /// In how many documents.
    pub documents: usize,
    /// Number of events, offices held left out.
    pub events: usize,
    /// Number of documents that tell them.
    pub telling: usize,
    /// Number of distinct texts among these.
    pub texts: usize,
    /// Number of newspapers and agencies that do.
    pub publishers: usize,
    /// Number of entities that it has to do with.
    pub contacts: usize,
    /// The date of the first event.
    pub first: Option<PartialDate>,
    /// The date of the last.
    pub last: Option<PartialDate>,
}

/// Number of events of each family in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// The month; a year where events are known by the year.
    pub month: PartialDate,
    /// Number of events.
    pub counts: BTreeMap<Family, u64>,
}

/// Somebody that the entity has to do with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Who.
    pub party: Party,
    /// Number of events that happened, for each family.
    pub counts: BTreeMap<Family, u64>,
    /// Number of documents that tell them.
    pub documents: usize,
    /// The date of the first.
    pub first: Option<PartialDate>,
    /// The date of the last.
    pub last: Option<PartialDate>,
}

/// A sentence that a document tells on the entity's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The day of the document.
    pub date: Option<Date>,
    /// The document.
    pub document: Id,
    /// Its language.
    pub lang: Lang,
    /// The newspaper or agency.
    pub publisher: Option<String>,
    /// The sentence.
    pub sentence: String,
}

/// A place of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The place.
    pub party: Party,
    /// Number of events.
    pub events: u64,
    /// The date of the first.
    pub first: Option<PartialDate>,
    /// The date of the last.
    pub last: Option<PartialDate>,
}

/// A newspaper or agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publisher {
    /// Its name.
    pub name: String,
    /// Number of documents that tell an event.
    pub documents: usize,
}

/// A document that tells something of the entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Source {
    /// Its day of publication.
    pub date: Option<Date>,
    /// The document.
    pub document: Id,
    /// Its headline.
    pub title: Option<String>,
    /// The newspaper or agency.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its language.
    pub lang: Lang,
}

/// Collects what documents tell of one entity.
#[derive(Clone, Debug)]
pub struct Dossiers {
    id: Id,
    about: About,
    events: Events,
    quoted: Events,
    seen: Seen,
}

impl Dossiers {
    /// Returns a collector for the entity `id`; `relations` narrows what is told of it.
    #[must_use]
    pub fn new(id: Id, relations: RelationFilter) -> Self {
        let about = About { ids: [id.clone()].into(), relations };
        Dossiers { id, about, events: Events::default(), quoted: Events::default(), seen: Seen::default() }
    }

    /// Asks one record.
    pub fn add(&mut self, record: &Record) {
        let relations = &self.about.relations;
        if relations.period.admits(None, record.date) && relations.admits_publisher(record.publisher.as_deref()) {
            self.seen.add(&self.id, record);
        }
        for row in &record.relations {
            if self.about.admits(record, row) {
                self.events.add(record, row);
            }
            if row.attribution.as_ref() == Some(&self.id) && relations.admits(record, row) {
                self.quoted.add(record, row);
            }
        }
    }

    /// Adds what another collector found of the same entity.
    pub fn merge(&mut self, other: Dossiers) {
        self.events.merge(other.events);
        self.quoted.merge(other.quoted);
        self.seen.merge(other.seen);
    }

    /// Returns what was found; `names` tells what entities are called in `lang`.
    #[must_use]
    pub fn finish(self, names: &dyn Names, lang: Lang) -> Dossier {
        let texts = self.events.texts();
        let mut all = self.events.finish();
        for event in &mut all {
            event.turn_to(|id| *id == self.id);
            event.label(names, lang);
        }
        let (roles, events): (Vec<Event>, Vec<Event>) = all.into_iter().partition(|event| event.family == Family::Role);
        let quoted = self.quoted.finish();
        let of_status = |statuses: &[Status]| -> Vec<Event> {
            events.iter().filter(|event| statuses.contains(&event.status)).cloned().collect()
        };
        let sources = sources(events.iter().chain(&roles).chain(&quoted));
        let publishers = publishers(&sources);
        let contacts = contacts(&events, &self.id);
        let dates = || events.iter().filter_map(Event::date_or_first_report);
        let counts = Counts {
            mentions: self.seen.mentions(),
            documents: self.seen.documents(),
            events: events.len(),
            telling: events.iter().flat_map(|event| &event.reports).map(|r| &r.document).collect::<BTreeSet<_>>().len(),
            texts,
            publishers: events.iter().flat_map(|event| &event.publishers).collect::<BTreeSet<_>>().len(),
            contacts: contacts.len(),
            first: dates().min_by_key(|date| date.first_day()),
            last: dates().max_by_key(|date| date.last_day()),
        };
        Dossier {
            lang,
            entity: self.seen.portrait(&self.id, names, lang),
            counts,
            months: months(&events),
            key_events: key_events(&events),
            ahead: of_status(&[Status::Planned, Status::Possible]),
            denied: of_status(&[Status::Denied]),
            contacts,
            quotes: quotes(&quoted),
            places: places(&events, names, lang),
            timeline: Month::of(events),
            roles,
            publishers,
            sources,
        }
    }
}

fn happened(events: &[Event]) -> impl Iterator<Item = &Event> {
    events.iter().filter(|event| event.status == Status::Happened)
}

/// Returns the months from the first event that happened to the last; what is known by the year has no place there.
fn months(events: &[Event]) -> Vec<Bar> {
    let mut counts: BTreeMap<PartialDate, BTreeMap<Family, u64>> = BTreeMap::new();
    for event in happened(events) {
        let month = event.date_or_first_report().map(month_of);
        if let Some(month) = month.filter(|month| month.precision() == DatePrecision::Month) {
            *counts.entry(month).or_default().entry(event.family).or_default() += 1;
        }
    }
    let (Some(first), Some(last)) = (counts.keys().next().copied(), counts.keys().next_back().copied()) else {
        return Vec::new();
    };
    let next = |month: &PartialDate| month.last_day().tomorrow().ok().map(|day| month_of(PartialDate::day(day)));
    std::iter::successors(Some(first), next)
        .take_while(|month| *month <= last)
        .map(|month| Bar { month, counts: counts.remove(&month).unwrap_or_default() })
        .collect()
}

/// Returns the other ends of events, those with most contacts first, then those with most events.
fn contacts(events: &[Event], id: &Id) -> Vec<Contact> {
    let mut tallies: BTreeMap<&Id, (Option<&String>, Tally)> = BTreeMap::new();
    for event in happened(events) {
        let (other, name) = if event.subject == *id {
            (&event.object, &event.object_name)
        } else {
            (&event.subject, &event.subject_name)
        };
        let (known, tally) = tallies.entry(other).or_default();
        *known = known.or(name.as_ref());
        tally.add(event);
    }
    let mut contacts: Vec<Contact> = tallies
        .into_iter()
        .filter(|(other, _)| *other != id)
        .map(|(other, (name, tally))| Contact {
            party: Party { id: other.clone(), name: name.cloned() },
            documents: tally.documents(),
            first: tally.first,
            last: tally.last,
            counts: tally.counts,
        })
        .collect();
    let order = |contact: &Contact| {
        let count = |family: Family| contact.counts.get(&family).copied().unwrap_or_default();
        (
            Reverse((count(Family::Contact), contact.counts.values().sum::<u64>(), contact.documents)),
            contact.party.id.clone(),
        )
    };
    contacts.sort_by_cached_key(order);
    contacts
}

/// Returns what most texts tell of; of equals contacts, then the surest.
fn key_events(events: &[Event]) -> Vec<Event> {
    let has_sentence = |event: &Event| event.best().is_some_and(|report| report.evidence.is_some());
    let mut ranked: Vec<(usize, &Event)> =
        happened(events).enumerate().filter(|(_, event)| has_sentence(event)).collect();
    ranked.sort_by(|(at, a), (bt, b)| {
        let weight = |event: &Event| (event.texts, event.documents, event.family == Family::Contact);
        let sure = |event: &Event| event.confidence.unwrap_or(1.0);
        weight(b).cmp(&weight(a)).then_with(|| sure(b).total_cmp(&sure(a))).then_with(|| at.cmp(bt))
    });
    ranked.truncate(KEY_EVENTS);
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, event)| event.clone()).collect()
}

/// Returns the sentences, each once.
fn quotes(events: &[Event]) -> Vec<Quote> {
    let mut found: BTreeMap<(bool, Option<Date>, Id, usize), Quote> = BTreeMap::new();
    for report in events.iter().flat_map(|event| &event.reports) {
        let Some(sentence) = &report.evidence else { continue };
        let place = (report.document_date.is_none(), report.document_date, report.document.clone(), report.start);
        found.entry(place).or_insert_with(|| Quote {
            date: report.document_date,
            document: report.document.clone(),
            lang: report.lang,
            publisher: report.publisher.clone(),
            sentence: sentence.clone(),
        });
    }
    let mut seen = BTreeSet::new();
    found.into_values().filter(|quote| seen.insert(quote.sentence.clone())).collect()
}

fn places(events: &[Event], names: &dyn Names, lang: Lang) -> Vec<Place> {
    let mut tallies: BTreeMap<&Id, Tally> = BTreeMap::new();
    for event in happened(events) {
        if let Some(place) = &event.place {
            tallies.entry(place).or_default().add(event);
        }
    }
    let place = |(id, tally): (&Id, Tally)| Place {
        party: party(id, names, lang),
        events: tally.counts.values().sum(),
        first: tally.first,
        last: tally.last,
    };
    let mut places: Vec<Place> = tallies.into_iter().map(place).collect();
    places.sort_by_cached_key(|place| (Reverse(place.events), place.party.id.clone()));
    places
}

fn publishers(sources: &[Source]) -> Vec<Publisher> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    sources
        .iter()
        .filter_map(|source| source.publisher.as_ref())
        .for_each(|name| *counts.entry(name).or_default() += 1);
    let publisher = |(name, documents): (&String, usize)| Publisher { name: name.clone(), documents };
    let mut publishers: Vec<Publisher> = counts.into_iter().map(publisher).collect();
    publishers.sort_by_key(|publisher| Reverse(publisher.documents));
    publishers
}

fn sources<'e>(events: impl Iterator<Item = &'e Event>) -> Vec<Source> {
    let mut found: BTreeMap<&Id, Source> = BTreeMap::new();
    for report in events.flat_map(|event| &event.reports) {
        let source = Source {
            date: report.document_date,
            document: report.document.clone(),
            title: report.title.clone(),
            publisher: report.publisher.clone(),
            url: report.url.clone(),
            lang: report.lang,
        };
        // Of two documents of one id always the same.
        let known = found.entry(&report.document).or_insert_with(|| source.clone());
        if source > *known {
            *known = source;
        }
    }
    let mut sources: Vec<Source> = found.into_values().collect();
    sources.sort_by_cached_key(|source| (source.date.is_none(), source.date, source.document.clone()));
    sources
}

#[cfg(test)]
mod tests;
