//! The shortest chains, whenever their steps happened.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::web::{Tie, Web};
use super::{Chain, Route};

/// Returns the shortest chains: those told most first, equals by the ids on the way.
pub(super) fn chains(web: &Web, from: &[usize], to: &[usize], route: &Route) -> Vec<Chain> {
    let distances = distances(web, from);
    let Some(length) = to.iter().filter_map(|&to| distances[to]).min() else { return Vec::new() };
    if route.max_steps.is_some_and(|most| length > most.get()) {
        return Vec::new();
    }
    let rest = rest(web, to, length, &distances);
    // The best that a beginning may still become; of equals the first by ids. So whole chains come in order.
    let mut open: BinaryHeap<_> =
        from.iter().map(|&from| (rest[from], Reverse(vec![from]), 0)).filter(|(rest, ..)| rest.is_some()).collect();
    let mut found = Vec::new();
    while let Some((_, Reverse(places), told)) = open.pop() {
        if places.len() > length {
            found.push(chain(web, &places));
            if found.len() == route.limit.get() {
                break;
            }
            continue;
        }
        for ties in places.last().into_iter().flat_map(|&at| onward(web, at, &distances)) {
            let next = ties[0].to;
            if let Some(rest) = rest[next] {
                let told = told + relations(ties);
                let places = places.iter().copied().chain([next]).collect();
                open.push((Some(told + rest), Reverse(places), told));
            }
        }
    }
    found
}

/// Returns how many steps away each entity is.
fn distances(web: &Web, from: &[usize]) -> Vec<Option<usize>> {
    let mut distances = vec![None; web.count()];
    from.iter().for_each(|&from| distances[from] = Some(0));
    let mut queue: VecDeque<(usize, usize)> = from.iter().map(|&from| (from, 0)).collect();
    while let Some((at, distance)) = queue.pop_front() {
        for tie in web.from(at) {
            if distances[tie.to].is_none() {
                distances[tie.to] = Some(distance + 1);
                queue.push_back((tie.to, distance + 1));
            }
        }
    }
    distances
}

/// Returns, for each entity on a shortest chain, by how many relations the rest of it is told at most.
fn rest(web: &Web, to: &[usize], length: usize, distances: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut rest = vec![None; web.count()];
    to.iter().filter(|&&to| distances[to] == Some(length)).for_each(|&to| rest[to] = Some(0));
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); length];
    for (place, distance) in distances.iter().enumerate() {
        if let Some(layer) = distance.and_then(|distance| layers.get_mut(distance)) {
            layer.push(place);
        }
    }
    for place in layers.into_iter().rev().flatten() {
        let told = |ties: &[Tie]| rest[ties[0].to].map(|rest: usize| rest + relations(ties));
        rest[place] = onward(web, place, distances).filter_map(told).max();
    }
    rest
}

/// Returns the ties that lead one step farther, by where they lead.
fn onward<'w>(web: &'w Web, at: usize, distances: &'w [Option<usize>]) -> impl Iterator<Item = &'w [Tie]> {
    let next = distances[at].map(|distance| distance + 1);
    web.from(at).chunk_by(|a, b| a.to == b.to).filter(move |ties| distances[ties[0].to] == next)
}

fn relations(ties: &[Tie]) -> usize {
    ties.iter().map(|tie| tie.relations).sum()
}

fn chain(web: &Web, places: &[usize]) -> Chain {
    let step = |ends: &[usize]| {
        let ties = web.from(ends[0]).chunk_by(|a, b| a.to == b.to).find(|ties| ties[0].to == ends[1])?;
        // What is told most stands for all; of equals the first in time.
        let best = ties.iter().min_by_key(|tie| (Reverse(tie.relations), tie.event))?;
        Some(web.step(ends[0], *best, ties, None))
    };
    Chain { arrival: None, steps: places.windows(2).filter_map(step).collect() }
}
