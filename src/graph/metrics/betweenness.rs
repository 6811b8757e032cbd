//! Betweenness: who stands on the shortest paths between others.
//!
//! **Source:** Ulrik Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001).

use std::num::NonZeroUsize;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::network::{Arcs, Network};

/// Sources are shared among so many parts, whose sums are added in order: the last bit of a sum hangs on its parts, and these
/// must not hang on the number of threads.
const PARTS: usize = 32;

impl Network {
    /// Returns the share of the shortest paths between two others that lead over each entity, in [0, 1].
    ///
    /// Ties are taken without direction and weight; the time is that of a walk over all ties for each entity. With `sample`,
    /// paths begin at so many entities only, spread evenly over the order of degree and id, and stand for those between them:
    /// an estimate, the same each time. `tick` is called as each of them is done, with
    /// their number.
    #[must_use]
    pub fn betweenness(&self, sample: Option<NonZeroUsize>, tick: &(dyn Fn(u64) + Sync)) -> Vec<f64> {
        let count = self.around.count();
        let sources = sources(&self.around, sample);
        if count < 3 || sources.is_empty() {
            return vec![0.0; count];
        }
        let parts: Vec<&[usize]> = sources.chunks(sources.len().div_ceil(PARTS)).collect();
        let sums: Vec<Vec<f64>> = parts
            .par_iter()
            .map(|part| {
                let mut walk = Walk::new(count);
                for &source in *part {
                    walk.from(source, &self.around);
                    tick(sources.len() as u64);
                }
                walk.sum
            })
            .collect();
        let mut all = vec![0.0; count];
        for sum in sums {
            all.iter_mut().zip(sum).for_each(|(all, sum)| *all += sum);
        }
        let pairs = (count - 1) as f64 * (count - 2) as f64;
        let share = count as f64 / sources.len() as f64;
        all.iter().map(|sum| sum * share / pairs).collect()
    }
}

/// Returns the entities at which paths begin, in order.
fn sources(around: &Arcs, sample: Option<NonZeroUsize>) -> Vec<usize> {
    let mut all: Vec<usize> = (0..around.count()).collect();
    let Some(sample) = sample.map(NonZeroUsize::get).filter(|&sample| sample < all.len()) else { return all };
    all.sort_by_key(|&entity| (std::cmp::Reverse(around.ends(entity).len()), entity));
    // The middle of each of as many strata.
    let mut some: Vec<usize> = (0..sample).map(|step| all[(2 * step + 1) * all.len() / (2 * sample)]).collect();
    some.sort_unstable();
    some
}

/// The shortest paths from one entity after the other.
struct Walk {
    sum: Vec<f64>,
    distance: Vec<u32>,
    paths: Vec<f64>,
    share: Vec<f64>,
    order: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl Walk {
    fn new(count: usize) -> Self {
        Walk {
            sum: vec![0.0; count],
            distance: vec![UNSEEN; count],
            paths: vec![0.0; count],
            share: vec![0.0; count],
            order: Vec::with_capacity(count),
        }
    }

    fn from(&mut self, source: usize, around: &Arcs) {
        self.order.clear();
        self.order.push(u32::try_from(source).expect("an end of an arc"));
        (self.distance[source], self.paths[source]) = (0, 1.0);
        let mut next = 0;
        while let Some(&from) = self.order.get(next) {
            next += 1;
            let (distance, paths) = (self.distance[from as usize] + 1, self.paths[from as usize]);
            for &to in around.ends(from as usize) {
                let seen = &mut self.distance[to as usize];
                if *seen == UNSEEN {
                    *seen = distance;
                    self.order.push(to);
                }
                if *seen == distance {
                    self.paths[to as usize] += paths;
                }
            }
        }
        for &to in self.order.iter().rev() {
            let to = to as usize;
            let (distance, share) = (self.distance[to], (1.0 + self.share[to]) / self.paths[to]);
            for &from in around.ends(to) {
                if self.distance[from as usize] + 1 == distance {
                    self.share[from as usize] += self.paths[from as usize] * share;
                }
            }
            if to != source {
                self.sum[to] += self.share[to];
            }
        }
        for &seen in &self.order {
            let seen = seen as usize;
            (self.distance[seen], self.paths[seen], self.share[seen]) = (UNSEEN, 0.0, 0.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::network::tests::network;
    use super::*;

    #[track_caller]
    fn check(ties: &str, expected: &[f64]) {
        let seen = network(ties).betweenness(None, &|_| ());
        assert!(
            seen.len() == expected.len() && seen.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12),
            "{seen:?}"
        );
    }

    #[test]
    fn paths_over_an_entity_are_counted() {
        check("", &[]);
        check("A-B", &[0.0, 0.0]);
        check("A-B B-C", &[0.0, 1.0, 0.0]);
        check("A-B B-C C-A", &[0.0, 0.0, 0.0]);
        // A star: all six pairs of its rays.
        check("A-B A-C A-D A-E", &[1.0, 0.0, 0.0, 0.0, 0.0]);
        // A path of four: B lies between A and C, and A and D: two of three pairs.
        check("A>B C>B 7 D-C", &[0.0, 2.0 / 3.0, 2.0 / 3.0, 0.0]);
        // A square: each is on one of two paths between its neighbours.
        check("A-B B-C C-D D-A", &[1.0 / 6.0; 4]);
        // Two parts.
        check("A-B B-C D-E", &[0.0, 1.0 / 6.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_sample_is_spread_over_the_degrees_and_all_of_them_is_exact() {
        let star = network("A-B A-C A-D A-E A-F A-G");
        let sample = |n| sources(&star.around, NonZeroUsize::new(n));
        assert_eq!(sample(7), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(sample(9), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(sample(3), [1, 3, 5]);
        assert_eq!(star.betweenness(NonZeroUsize::new(7), &|_| ())[0], 1.0);
        // Three rays reach five others each: 15 of the 30 ordered pairs, times 7/3.
        assert!((star.betweenness(NonZeroUsize::new(3), &|_| ())[0] - 7.0 / 6.0).abs() < 1e-12);
    }
}
