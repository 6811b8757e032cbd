//! Events as ties that can be walked.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Order, Route, Step};
use crate::document::PartialDate;
use crate::query::event::Event;
use crate::relation::Id;

/// Entities by their place in the order of ids, and the ties that lead from each.
pub(super) struct Web {
    ids: Vec<Id>,
    events: Vec<Event>,
    ties: Vec<Vec<Tie>>,
}

/// One way in which an event may be walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tie {
    pub(super) to: usize,
    /// First and last day that its date leaves open; both are the same where days do not matter.
    pub(super) first: Date,
    pub(super) last: Date,
    /// Its place among the events, which stand in the order of time.
    pub(super) event: usize,
    /// How many relations tell it.
    pub(super) relations: usize,
}

impl Web {
    pub(super) fn new(events: Vec<Event>, route: &Route) -> Web {
        let ids: BTreeSet<&Id> = events.iter().flat_map(|event| [&event.subject, &event.object]).collect();
        let ids: Vec<Id> = ids.into_iter().cloned().collect();
        let place = |id: &Id| ids.binary_search(id).ok();
        let mut ties = vec![Vec::new(); ids.len()];
        for (number, event) in events.iter().enumerate() {
            let (Some(subject), Some(object)) = (place(&event.subject), place(&event.object)) else { continue };
            let Some((first, last)) = days(event, route) else { continue };
            if subject == object {
                continue;
            }
            let tie = |to| Tie { to, first, last, event: number, relations: event.reports.len() };
            ties[subject].push(tie(object));
            if !route.directed || event.predicate.is_symmetric() || !event.direction_known {
                ties[object].push(tie(subject));
            }
        }
        // Those that lead to one entity stand together, by their days.
        ties.iter_mut().for_each(|ties| ties.sort_unstable());
        Web { ids, events, ties }
    }

    /// Returns the places of those that some event concerns, in order.
    pub(super) fn places(&self, ids: &BTreeSet<Id>) -> Vec<usize> {
        ids.iter().filter_map(|id| self.ids.binary_search(id).ok()).collect()
    }

    /// Returns the number of entities.
    pub(super) fn count(&self) -> usize {
        self.ids.len()
    }

    /// Returns the ties that lead from an entity, those to each other one together.
    pub(super) fn from(&self, place: usize) -> &[Tie] {
        &self.ties[place]
    }

    /// Returns a step from `from` over `tie`, one `of` those that lead to the same entity.
    pub(super) fn step(&self, from: usize, tie: Tie, of: &[Tie], day: Option<Date>) -> Step {
        let mut event = self.events[tie.event].clone();
        event.turn_to(|id| *id == self.ids[from]);
        Step {
            from: self.ids[from].clone(),
            from_name: None,
            to: self.ids[tie.to].clone(),
            to_name: None,
            day,
            events: of.len(),
            relations: of.iter().map(|tie| tie.relations).sum(),
            event,
        }
    }
}

/// Returns the days on which an event may have happened, within the period that is asked for.
fn days(event: &Event, route: &Route) -> Option<(Date, Date)> {
    let date = match route.order {
        Order::Any => return Some((Date::ZERO, Date::ZERO)),
        Order::InTime => event.date_or_first_report()?,
        Order::Surely => event.date?,
    };
    let period = route.relations.period;
    let first = period.since.map(PartialDate::first_day).map_or(date.first_day(), |since| since.max(date.first_day()));
    let last = period.until.map(PartialDate::last_day).map_or(date.last_day(), |until| until.min(date.last_day()));
    (first <= last).then_some((first, last))
}
