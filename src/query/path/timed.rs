//! Chains whose steps come one after the other in time.
//!
//! Who is somewhere earlier can do whatever one can who comes later. So it is enough to know, for each number of steps, the
//! first day on which an entity may be reached ([`arrivals`]); and, once the day is known on which the chain arrives, the
//! last day on which each must be left ([`latest`]). Between the two lie all chains that arrive on that day.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::web::{Tie, Web};
use super::{Chain, Order, Route};

/// Returns the chain that arrives first, then those that take fewer steps and arrive later.
pub(super) fn chains(web: &Web, from: &[usize], to: &[usize], route: &Route) -> Vec<Chain> {
    let arrivals = arrivals(web, from, to, route);
    let best = arrivals.into_iter().rev().take(route.limit.get());
    best.filter_map(|arrival| chain(web, from, to, arrival, route.order)).collect()
}

impl Tie {
    /// Returns on what day one is through who comes on `day`; `None` when it is too late.
    fn arrive(self, day: Date, order: Order) -> Option<Date> {
        match order {
            Order::Surely => (day <= self.first).then_some(self.last),
            Order::Any | Order::InTime => (day <= self.last).then(|| day.max(self.first)),
        }
    }

    /// Returns the last day on which one may come to be through on `day`; `None` when there is none.
    fn leave(self, day: Date, order: Order) -> Option<Date> {
        match order {
            Order::Surely => (self.last <= day).then_some(self.first),
            Order::Any | Order::InTime => (self.first <= day).then(|| self.last.min(day)),
        }
    }
}

/// Returns each number of steps with which one arrives earlier than with fewer, and the day.
fn arrivals(web: &Web, from: &[usize], to: &[usize], route: &Route) -> Vec<(usize, Date)> {
    let mut reached: Vec<Option<Date>> = vec![None; web.count()];
    from.iter().for_each(|&from| reached[from] = Some(Date::MIN));
    let mut border: BTreeMap<usize, Date> = from.iter().map(|&from| (from, Date::MIN)).collect();
    let mut arrival: Option<Date> = None;
    let mut found = Vec::new();
    let most = route.max_steps.map_or(web.count(), |most| most.get().min(web.count()));
    for steps in 1..=most {
        let mut next: BTreeMap<usize, Date> = BTreeMap::new();
        for (&at, &day) in &border {
            for tie in web.from(at) {
                let Some(day) = tie.arrive(day, route.order) else { continue };
                // Who comes no earlier than the chain's end is reached is of no use.
                let is_earlier = |known: &Option<Date>| known.is_none_or(|known| day < known);
                if is_earlier(&reached[tie.to]) && is_earlier(&arrival) {
                    next.entry(tie.to).and_modify(|known| *known = day.min(*known)).or_insert(day);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        next.iter().for_each(|(&place, &day)| reached[place] = Some(day));
        if let Some(day) = to.iter().filter_map(|to| next.remove(to)).min() {
            arrival = Some(day);
            found.push((steps, day));
        }
        border = next;
    }
    found
}

/// Returns, for each number of steps that are left, who can still be at the end by `day`, and until when.
fn latest(web: &Web, to: &[usize], steps: usize, day: Date, order: Order) -> Vec<BTreeMap<usize, Date>> {
    let mut back: Vec<Vec<(usize, Tie)>> = vec![Vec::new(); web.count()];
    for from in 0..web.count() {
        web.from(from).iter().for_each(|tie| back[tie.to].push((from, *tie)));
    }
    let mut all = vec![to.iter().map(|&to| (to, day)).collect::<BTreeMap<_, _>>()];
    for left in 0..steps {
        let mut before: BTreeMap<usize, Date> = BTreeMap::new();
        for (&at, &day) in &all[left] {
            for (from, tie) in &back[at] {
                if let Some(day) = tie.leave(day, order) {
                    before.entry(*from).and_modify(|known| *known = day.max(*known)).or_insert(day);
                }
            }
        }
        all.push(before);
    }
    all
}

/// Returns the chain of so many steps that arrives on `day`; at each step it takes the way that is told most.
fn chain(web: &Web, from: &[usize], to: &[usize], (steps, arrival): (usize, Date), order: Order) -> Option<Chain> {
    let latest = latest(web, to, steps, arrival, order);
    let (mut at, mut today) = (from.to_vec(), Date::MIN);
    let mut chain = Chain { arrival: Some(arrival), steps: Vec::new() };
    for left in (0..steps).rev() {
        let through = |tie: &Tie| tie.arrive(today, order);
        let is_in_time = |tie: &Tie| {
            let until = latest[left].get(&tie.to);
            until.is_some_and(|until| through(tie).is_some_and(|day| day <= *until))
        };
        let ways = at.iter().flat_map(|&at| web.from(at).chunk_by(|a, b| a.to == b.to).map(move |ties| (at, ties)));
        let ways = ways.map(|(at, ties)| (at, ties.iter().copied().filter(is_in_time).collect::<Vec<_>>()));
        let told = |ties: &[Tie]| ties.iter().map(|tie| tie.relations).sum::<usize>();
        let ways = ways.filter_map(|(at, ties)| Some((Reverse(told(&ties)), at, ties.first()?.to, ties)));
        let (_, from, next, ties) = ways.min()?;
        let tie = *ties.iter().min_by_key(|tie| (through(tie), Reverse(tie.relations), tie.event))?;
        chain.steps.push(web.step(from, tie, &ties, Some(today.max(tie.first))));
        (at, today) = (vec![next], through(&tie)?);
    }
    Some(chain)
}
