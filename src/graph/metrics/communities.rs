//! Communities: groups that have more to do with each other than with the rest, by the Leiden algorithm.
//!
//! **Source:** V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
//! Scientific Reports 9 (2019). Where they draw by lot we take the best, the first in order of several: gains are
//! compared as whole numbers, so that no rounding decides.

use std::cmp::Reverse;
use std::collections::VecDeque;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::network::{Arcs, Network};

/// A better division is looked for from the best so far until none is found, at most so often.
const ROUNDS: usize = 20;
/// What is found hangs on the order in which entities are asked: in a small network we try many, in a large one few.
const TRIES: std::ops::Range<usize> = 3..32;
/// How many arcs all tries may walk over, about.
const WORK: usize = 400_000;
/// Two to the 64th by the golden ratio, the next odd number.
///
/// **Source:** Donald Knuth, The Art of Computer Programming 3, section 6.4, on multiplicative hashing.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Groups of entities, the largest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Communities {
    /// The group of each entity, from 0.
    pub of: Vec<usize>,
    /// Number of groups.
    pub count: usize,
    /// How much more of the relations lies within groups than if everyone had as many relations with anyone, in [-0.5, 1].
    pub modularity: f64,
}

impl Network {
    /// Returns the groups of the greatest modularity that was found.
    ///
    /// Ties are taken without direction, as heavy as the number of their relations. Each group hangs together, and who has no
    /// tie is alone in his. Groups stand in the order of their number of entities, then of relations of these, then of the
    /// first of them.
    #[must_use]
    pub fn communities(&self) -> Communities {
        let level = Level::new(self.around.clone(), vec![0; self.around.count()]);
        let tries = (WORK / (level.arcs.arc_count() + 1)).clamp(TRIES.start, TRIES.end);
        let found: Vec<_> = (0..tries).into_par_iter().map(|number| level.divide(&level.order(number))).collect();
        // Of equally good ones the first: `max_by` would take the last.
        let best = found.into_iter().reduce(|best, other| if other.0 > best.0 { other } else { best });
        let (quality, groups) = best.unwrap_or_default();
        let (of, count) = self.in_order(&groups);
        let square = level.total as f64 * level.total as f64;
        let modularity = if level.total == 0 { 0.0 } else { quality as f64 / square };
        Communities { of, count, modularity }
    }

    /// Returns the groups numbered by size, and how many there are.
    fn in_order(&self, groups: &[usize]) -> (Vec<usize>, usize) {
        let count = groups.iter().max().map_or(0, |last| last + 1);
        let mut weights = vec![(0_u64, 0_u64); count];
        for (entity, &group) in groups.iter().enumerate() {
            weights[group].0 += 1;
            weights[group].1 += self.around.weight(entity);
        }
        // Groups are numbered by their first entity so far, and the sort is stable.
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|&group| Reverse(weights[group]));
        let mut place = vec![0; count];
        order.iter().enumerate().for_each(|(index, &group)| place[group] = index);
        (groups.iter().map(|&group| place[group]).collect(), count)
    }
}

/// A network whose entities may stand for several.
struct Level {
    arcs: Arcs,
    /// Weight of the arcs inside each, both ways.
    own: Vec<u64>,
    /// Weight of all arcs of each.
    strength: Vec<u64>,
    /// Weight of all arcs: twice that of all ties.
    total: u64,
}

impl Level {
    fn new(arcs: Arcs, own: Vec<u64>) -> Self {
        let strength: Vec<u64> = own.iter().enumerate().map(|(at, own)| arcs.weight(at) + own).collect();
        let total = strength.iter().sum();
        Level { arcs, own, strength, total }
    }

    fn count(&self) -> usize {
        self.own.len()
    }

    /// Returns the entities in one of several fixed orders.
    fn order(&self, number: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.count()).collect();
        match number {
            0 => {}
            1 => all.sort_by_key(|&at| self.strength[at]),
            2 => all.sort_by_key(|&at| Reverse(self.strength[at])),
            // Places times an odd number are a permutation, far from the others.
            _ => all.sort_by_key(|&at| (at as u64 + 1).wrapping_mul(SPREAD.wrapping_mul(2 * number as u64 + 1))),
        }
        all
    }

    /// Returns the modularity times the square of the total, exactly.
    fn quality(&self, groups: &[usize]) -> i128 {
        let mut sums = vec![(0_u64, 0_u64); self.count()];
        for (at, &group) in groups.iter().enumerate() {
            let inside = self.arcs.of(at).filter(|&(to, _)| groups[to] == group).map(|(_, weight)| weight);
            sums[group].0 += self.own[at] + inside.sum::<u64>();
            sums[group].1 += self.strength[at];
        }
        let term = |(inside, strength): (u64, u64)| {
            i128::from(self.total) * i128::from(inside) - i128::from(strength) * i128::from(strength)
        };
        sums.into_iter().map(term).sum()
    }

    /// Returns how much is won by joining a group of weight `strength` to which arcs of weight `arcs` lead.
    fn gain(&self, at: usize, arcs: u64, strength: u64) -> i128 {
        i128::from(self.total) * i128::from(arcs) - i128::from(self.strength[at]) * i128::from(strength)
    }

    /// Returns the best division that is found when entities are asked in this order, and its quality.
    fn divide(&self, order: &[usize]) -> (i128, Vec<usize>) {
        let mut best: Vec<usize> = (0..self.count()).collect();
        let mut quality = self.quality(&best);
        for _ in 0..ROUNDS {
            let groups = self.round(order, best.clone());
            let reached = self.quality(&groups);
            if reached <= quality {
                break;
            }
            (best, quality) = (groups, reached);
        }
        (quality, best)
    }

    /// Moves, refines and puts together, until nothing moves.
    fn round(&self, order: &[usize], mut groups: Vec<usize>) -> Vec<usize> {
        self.move_each(order, &mut groups);
        let mut part = self.refine(order, &groups);
        let mut upper = self.put_together(&part);
        let mut upper_groups = lift(&groups, &part, upper.count());
        let mut size = self.count();
        // `part` tells for each entity the one that stands for it.
        while upper.count() < size {
            size = upper.count();
            let order: Vec<usize> = (0..size).collect();
            upper.move_each(&order, &mut upper_groups);
            let above = upper.refine(&order, &upper_groups);
            let next = upper.put_together(&above);
            upper_groups = lift(&upper_groups, &above, next.count());
            part.iter_mut().for_each(|at| *at = above[*at]);
            upper = next;
        }
        numbered(part.iter().map(|&at| upper_groups[at]))
    }

    /// Moves entities to the group where most is won, until none wins by moving.
    fn move_each(&self, order: &[usize], groups: &mut [usize]) {
        let mut strengths = vec![0_u64; self.count()];
        let mut sizes = vec![0_usize; self.count()];
        for (at, &group) in groups.iter().enumerate() {
            strengths[group] += self.strength[at];
            sizes[group] += 1;
        }
        let mut empty: Vec<usize> = (0..self.count()).rev().filter(|&group| sizes[group] == 0).collect();
        let mut queue: VecDeque<usize> = order.iter().copied().collect();
        let mut waits = vec![true; self.count()];
        let mut near = Near::new(self.count());
        while let Some(at) = queue.pop_front() {
            waits[at] = false;
            let from = groups[at];
            near.fill(self.arcs.of(at).map(|(to, weight)| (groups[to], weight)));
            strengths[from] -= self.strength[at];
            sizes[from] -= 1;
            let (mut best, mut most) = (from, self.gain(at, near.weight(from), strengths[from]));
            for &group in &near.groups {
                let gain = self.gain(at, near.weight(group), strengths[group]);
                if gain > most || (gain == most && best != from && group < best) {
                    (best, most) = (group, gain);
                }
            }
            // To be alone wins nothing and loses nothing.
            if most < 0 && sizes[from] > 0 {
                best = empty.pop().unwrap_or(from);
            }
            strengths[best] += self.strength[at];
            sizes[best] += 1;
            if best == from {
                continue;
            }
            if sizes[from] == 0 {
                empty.push(from);
            }
            groups[at] = best;
            for (to, _) in self.arcs.of(at).filter(|&(to, _)| groups[to] != best) {
                if !std::mem::replace(&mut waits[to], true) {
                    queue.push_back(to);
                }
            }
        }
    }

    /// Divides each group into parts that hang well together; returns the part of each entity, numbered from 0.
    fn refine(&self, order: &[usize], groups: &[usize]) -> Vec<usize> {
        let count = self.count();
        let mut whole = vec![0_u64; count];
        groups.iter().enumerate().for_each(|(at, &group)| whole[group] += self.strength[at]);
        let inside = |at: usize| self.arcs.of(at).filter(move |&(to, _)| groups[to] == groups[at]);
        let mut parts: Vec<usize> = (0..count).collect();
        let mut alone = vec![true; count];
        let mut strengths = self.strength.clone();
        // Weight of the arcs from each part to the rest of its group.
        let mut cut: Vec<u64> = (0..count).map(|at| inside(at).map(|(_, weight)| weight).sum()).collect();
        let holds = |cut: u64, strength: u64, group: usize| {
            let rest = i128::from(whole[group] - strength);
            i128::from(self.total) * i128::from(cut) >= i128::from(strength) * rest
        };
        let mut near = Near::new(count);
        for &at in order {
            let group = groups[at];
            if !alone[at] || !holds(cut[at], self.strength[at], group) {
                continue;
            }
            near.fill(inside(at).map(|(to, weight)| (parts[to], weight)));
            let (mut best, mut most) = (at, 0);
            for &part in near.groups.iter().filter(|&&part| part != at && holds(cut[part], strengths[part], group)) {
                let gain = self.gain(at, near.weight(part), strengths[part]);
                if gain > most || (gain == most && best != at && part < best) {
                    (best, most) = (part, gain);
                }
            }
            if best != at {
                let shared = near.weight(best);
                // What led from the one to the other leads nowhere now, seen from both.
                cut[best] = cut[best] + cut[at] - 2 * shared;
                strengths[best] += self.strength[at];
                parts[at] = best;
                (alone[best], alone[at]) = (false, false);
            }
        }
        numbered(parts.into_iter())
    }

    /// Returns the network of the parts.
    fn put_together(&self, parts: &[usize]) -> Level {
        let count = parts.iter().max().map_or(0, |last| last + 1);
        let mut own = vec![0; count];
        let mut arcs = Vec::new();
        for (at, &part) in parts.iter().enumerate() {
            own[part] += self.own[at];
            for (to, weight) in self.arcs.of(at) {
                if parts[to] == part {
                    own[part] += weight;
                } else {
                    arcs.push((part, parts[to], weight));
                }
            }
        }
        Level::new(Arcs::new(count, arcs), own)
    }
}

/// The weight of the arcs from one entity to each group.
struct Near {
    weights: Vec<u64>,
    groups: Vec<usize>,
}

impl Near {
    fn new(count: usize) -> Self {
        Near { weights: vec![0; count], groups: Vec::new() }
    }

    fn fill(&mut self, arcs: impl Iterator<Item = (usize, u64)>) {
        for group in self.groups.drain(..) {
            self.weights[group] = 0;
        }
        for (group, weight) in arcs {
            if self.weights[group] == 0 {
                self.groups.push(group);
            }
            self.weights[group] += weight;
        }
    }

    fn weight(&self, group: usize) -> u64 {
        self.weights[group]
    }
}

/// Returns the group of each part, where each part lies in one group; groups are numbered by their first part.
fn lift(groups: &[usize], parts: &[usize], count: usize) -> Vec<usize> {
    let mut of = vec![0; count];
    groups.iter().zip(parts).for_each(|(&group, &part)| of[part] = group);
    numbered(of.into_iter())
}

/// Numbers groups by the first that is in each.
fn numbered(groups: impl ExactSizeIterator<Item = usize> + Clone) -> Vec<usize> {
    let last = groups.clone().max().map_or(0, |last| last + 1);
    let (mut numbers, mut next) = (vec![usize::MAX; last], 0);
    groups
        .map(|group| {
            if numbers[group] == usize::MAX {
                numbers[group] = next;
                next += 1;
            }
            numbers[group]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::network::tests::network;
    use super::*;

    /// `expected` are the groups, as the ids of their members.
    #[track_caller]
    fn check(ties: &str, expected: &[&str], modularity: f64) {
        let network = network(ties);
        let found = network.communities();
        let members = |group| {
            let of_group = network.ids().iter().zip(&found.of).filter(|&(_, &of)| of == group);
            of_group.map(|(id, _)| &**id).collect::<String>()
        };
        let seen: Vec<String> = (0..found.count).map(members).collect();
        assert_eq!(seen, expected, "{ties}");
        assert!((found.modularity - modularity).abs() < 1e-12, "{ties}: {}", found.modularity);
    }

    #[test]
    fn groups_have_more_to_do_with_each_other() {
        check("", &[], 0.0);
        check("A-A", &["A"], 0.0);
        check("A-B", &["AB"], 0.0);
        // Two triangles and a bridge: seven ties, three inside each, and half of all ends: 2 (3/7 − 1/4).
        check("A-B B-C C-A D-E E-F F-D C-D", &["ABC", "DEF"], 5.0 / 14.0);
        check("D-C F>D E-F D>E C-A B-C A-B", &["ABC", "DEF"], 5.0 / 14.0);
        // Two pairs: half of the ties inside each, and half of all ends: 2 (1/2 − 1/4).
        check("A-Z B-Y", &["AZ", "BY"], 0.5);
        // The heavy ties decide: 2 (9/19 − 1/4).
        check("A-B 9 B-C C-D 9", &["AB", "CD"], 2.0 * (9.0 / 19.0 - 0.25));
        // Larger groups come first; nobody is left out.
        check("A-B X-Y Y-Z Z-X Q-Q", &["XYZ", "AB", "Q"], 2.0 * 4.0 / 8.0 - (6.0_f64.powi(2) + 4.0) / 64.0);
    }

    #[test]
    fn a_ring_of_cliques_falls_into_its_cliques() {
        let mut ties = String::new();
        for clique in 0..8 {
            let name = |member| format!("{}{member}", (b'a' + clique) as char);
            for (a, b) in (0..5).flat_map(|a| (0..a).map(move |b| (a, b))) {
                ties += &format!("{}-{} ", name(a), name(b));
            }
            ties += &format!("{}-{}0 ", name(1), (b'a' + (clique + 1) % 8) as char);
        }
        let found = network(&ties).communities();
        assert_eq!(found.count, 8);
        assert!((0..40).all(|entity| found.of[entity] == entity / 5));
        assert!((found.modularity - (80.0 / 88.0 - 1.0 / 8.0)).abs() < 1e-12);
    }

    proptest::proptest! {
        #[test]
        fn no_step_makes_a_division_better_and_groups_hang_together(
            ties in proptest::collection::vec((0_u8..9, 0_u8..9, 1_u64..4), 1..20),
        ) {
            let text: String = ties.iter().map(|(a, b, weight)| format!("n{a}-n{b} {weight} ")).collect();
            let network = network(&text);
            let found = network.communities();
            let level = Level::new(network.around.clone(), vec![0; network.ids().len()]);
            let square = (level.total as f64).powi(2).max(1.0);
            proptest::prop_assert!((found.modularity - level.quality(&found.of) as f64 / square).abs() < 1e-12);
            // No better by moving one entity, to a group or to none, nor by joining two groups.
            let quality = level.quality(&found.of);
            for group in 0..found.count {
                for (at, &of) in found.of.iter().enumerate() {
                    let moved: Vec<_> = (0..found.of.len()).map(|n| if n == at { group } else { found.of[n] }).collect();
                    proptest::prop_assert!(level.quality(&moved) <= quality);
                    let joined: Vec<_> = found.of.iter().map(|&n| if n == of { group } else { n }).collect();
                    proptest::prop_assert!(level.quality(&joined) <= quality);
                }
            }
            proptest::prop_assert!(quality >= 0);
            for group in 0..found.count {
                let members: Vec<usize> = (0..found.of.len()).filter(|&at| found.of[at] == group).collect();
                let mut reached = vec![members[0]];
                let mut next = 0;
                while let Some(&at) = reached.get(next) {
                    next += 1;
                    for &to in network.around.ends(at) {
                        if found.of[to as usize] == group && !reached.contains(&(to as usize)) {
                            reached.push(to as usize);
                        }
                    }
                }
                proptest::prop_assert_eq!(reached.len(), members.len());
            }
        }
    }
}
