//! PageRank: who is acted on by those who are acted on.

use super::network::Network;

/// How often a walker follows an arc, rather than begin anew.
const DAMPING: f64 = 0.85;
/// Ranks are settled when none of a step's changes, added up, is more than this.
const SETTLED: f64 = 1e-13;
/// Each step leaves 0.85 of the distance: 1e-13 is reached in fewer than 200.
const STEPS: usize = 500;

impl Network {
    /// Returns how often a walker is at each entity who follows relations from subject to object, in [0, 1]; together 1.
    ///
    /// He follows each of an entity's relations as often as the others, in 85 of 100 steps; in the rest, and where none leads
    /// on, he begins anew anywhere. Ties without direction lead both ways.
    #[must_use]
    pub fn page_rank(&self) -> Vec<f64> {
        let count = self.out.count();
        if count == 0 {
            return Vec::new();
        }
        let strengths: Vec<f64> = (0..count).map(|from| self.out.weight(from) as f64).collect();
        let mut ranks = vec![1.0 / count as f64; count];
        for _ in 0..STEPS {
            let dangling: f64 = (0..count).filter(|&from| strengths[from] == 0.0).map(|from| ranks[from]).sum();
            let mut next = vec![(1.0 - DAMPING + DAMPING * dangling) / count as f64; count];
            for from in (0..count).filter(|&from| strengths[from] > 0.0) {
                let each = DAMPING * ranks[from] / strengths[from];
                self.out.of(from).for_each(|(to, weight)| next[to] += each * weight as f64);
            }
            let change: f64 = ranks.iter().zip(&next).map(|(old, new)| (old - new).abs()).sum();
            ranks = next;
            if change < SETTLED {
                break;
            }
        }
        ranks
    }
}

#[cfg(test)]
mod tests {
    use super::super::network::tests::network;

    #[track_caller]
    fn check(ties: &str, expected: &[f64]) {
        let seen = network(ties).page_rank();
        assert!(
            seen.len() == expected.len() && seen.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-10),
            "{seen:?}"
        );
    }

    #[test]
    fn ranks_follow_the_relations() {
        check("", &[]);
        check("A-B", &[0.5, 0.5]);
        check("A>B B>C C>A", &[1.0 / 3.0; 3]);
        // a = x + 0.425 b with x = 0.075, b = 0.85 a + the rest: a = 1 / 2.85, b = 1.85 / 2.85.
        check("A>B", &[1.0 / 2.85, 1.85 / 2.85]);
        // The middle m = 0.05 + 0.85 (1 − m), and the ends share the rest.
        check("A-B B-C", &[(1.0 - 0.9 / 1.85) / 2.0, 0.9 / 1.85, (1.0 - 0.9 / 1.85) / 2.0]);
        // Three of four relations lead to B.
        let m = 0.9 / 1.85;
        check("A-M 3 M-Z", &[0.05 + 0.85 * m * 0.75, m, 0.05 + 0.85 * m * 0.25]);
    }
}
