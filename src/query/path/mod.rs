//! The question "how does A reach B": records in, chains of contacts out.
//!
//! ```
//! use nisba::query::{Route, Routes};
//! use nisba::relation::Record;
//!
//! let line = r#"{"id": "d1", "date": "2025-08-18", "relations": [
//!     {"subject": "Q7747", "predicate": "met", "object": "Q22686"},
//!     {"subject": "Q22686", "predicate": "called", "object": "Q1058"}]}"#;
//! let record: Record = serde_json::from_str(line)?;
//! let mut routes = Routes::new(Route::new(["Q1058".into()], ["Q7747".into()]));
//! routes.add(&record);
//! let chains = routes.finish();
//! assert_eq!(chains[0].steps.iter().map(|step| &*step.to).collect::<Vec<_>>(), ["Q22686", "Q7747"]);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! A step joins two between whom something happened, whoever of them acted, unless direction is asked for.
//!
//! In time, no step comes before the last. What is told by its month or year may have happened on any day of it, and what
//! is told without a date happened on the day of the first document that tells it; without either it is in no such chain.
//! *Surely* in time is a chain whose dates leave no other order open: there no day stands in for another.

mod shortest;
mod timed;
mod web;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use jiff::civil::Date;
use serde::Serialize;

use self::web::Web;
use super::event::{Event, Events};
use super::names::Names;
use crate::document::Lang;
use crate::graph::RelationFilter;
use crate::relation::{Family, Id, Record, Status};

/// In what order the steps of a chain come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// In any.
    #[default]
    Any,
    /// None before the last, on days that the dates leave open.
    InTime,
    /// None before the last, whatever the dates leave open.
    Surely,
}

/// From whom to whom, over what.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Where the chain begins: the ids that one name may mean; it begins at one of them.
    pub from: BTreeSet<Id>,
    /// Where it ends: at one of these.
    pub to: BTreeSet<Id>,
    /// Over which relations; [`Route::new`] takes contacts that happened.
    pub relations: RelationFilter,
    /// Only from who acts to whom; a relation without direction leads both ways.
    pub directed: bool,
    /// In what order the steps come.
    pub order: Order,
    /// At most so many steps; `None` for any number.
    pub max_steps: Option<NonZeroUsize>,
    /// Over none of these.
    pub avoid: BTreeSet<Id>,
    /// At most so many chains.
    pub limit: NonZeroUsize,
}

impl Route {
    /// Returns the question for one chain of contacts that happened, in any order.
    #[must_use]
    pub fn new(from: impl IntoIterator<Item = Id>, to: impl IntoIterator<Item = Id>) -> Self {
        let relations = RelationFilter {
            families: [Family::Contact].into(),
            statuses: [Status::Happened].into(),
            ..RelationFilter::default()
        };
        Route {
            from: from.into_iter().collect(),
            to: to.into_iter().collect(),
            relations,
            directed: false,
            order: Order::Any,
            max_steps: None,
            avoid: BTreeSet::new(),
            limit: NonZeroUsize::MIN,
        }
    }
}

/// A chain of contacts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chain {
    /// The first day on which its end may be reached, or, surely in time, by which it is; `None` where the steps come in any order.
    pub arrival: Option<Date>,
    /// Its steps, one or more.
    pub steps: Vec<Step>,
}

/// One step of a chain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Where it begins.
    pub from: Id,
    /// The name of that entity.
    pub from_name: Option<String>,
    /// Where it leads.
    pub to: Id,
    /// The name of that entity.
    pub to_name: Option<String>,
    /// The first day on which it may be done, the steps before it done; `None` where these come in any order.
    pub day: Option<Date>,
    /// Number of events that join the two; in time, of those that may still follow.
    pub events: usize,
    /// Number of relations that tell these.
    pub relations: usize,
    /// The event: in any order the one told most often, in time the first. Who is told to have acted is its subject, whichever
    /// way the step leads; where nobody is, the step begins with the subject.
    pub event: Event,
}

impl Step {
    /// Gives the entities the names that `names` has in `lang`, else those of the documents, else their ids.
    pub fn label(&mut self, names: &dyn Names, lang: Lang) {
        self.event.label(names, lang);
        for (id, name) in [(&self.from, &mut self.from_name), (&self.to, &mut self.to_name)] {
            let of_event = if *id == self.event.subject { &self.event.subject_name } else { &self.event.object_name };
            *name = of_event.clone();
        }
    }
}

/// Collects the steps that a chain may take.
#[derive(Clone, Debug)]
pub struct Routes {
    route: Route,
    events: Events,
}

impl Routes {
    /// Returns a collector for `route`.
    #[must_use]
    pub fn new(route: Route) -> Self {
        Routes { route, events: Events::default() }
    }

    /// Adds one record.
    pub fn add(&mut self, record: &Record) {
        let route = &self.route;
        let is_avoided = |ids: &[Id]| ids.first().is_some_and(|id| route.avoid.contains(id));
        for row in &record.relations {
            if !is_avoided(&row.subject) && !is_avoided(&row.object) && route.relations.admits(record, row) {
                self.events.add(record, row);
            }
        }
    }

    /// Adds what another collector has for the same question.
    pub fn merge(&mut self, other: Routes) {
        self.events.merge(other.events);
    }

    /// Returns the chains, the best first.
    ///
    /// In any order: the shortest, of these those told by most relations, then the first by the ids on the way. In time: the
    /// one that arrives first, of these the shortest, which takes at each step the way told most; then those that
    /// arrive later and take fewer steps. None where both ends may mean the same. The order in which records came does not
    /// matter.
    #[must_use]
    pub fn finish(self) -> Vec<Chain> {
        let Routes { route, events } = self;
        let web = Web::new(events.finish(), &route);
        if !route.from.is_disjoint(&route.to) {
            return Vec::new();
        }
        let (from, to) = (web.places(&route.from), web.places(&route.to));
        match route.order {
            Order::Any => shortest::chains(&web, &from, &to, &route),
            Order::InTime | Order::Surely => timed::chains(&web, &from, &to, &route),
        }
    }
}

#[cfg(test)]
mod tests;
