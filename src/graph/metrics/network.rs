//! Ties between entities, in arrays that the measures walk.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::KnowledgeGraph;
use crate::relation::Id;

/// Relations between two entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Who acted.
    pub subject: Id,
    /// On whom.
    pub object: Id,
    /// They play different parts, and which is which is told. Otherwise the tie points both ways.
    pub directed: bool,
    /// Number of relations, however they were counted.
    pub weight: u64,
}

/// Entities and the ties between them: parallel ties are one, with the sum of their weights, and loops are none.
#[derive(Clone, Debug, Default)]
pub struct Network {
    ids: Vec<Id>,
    /// Without direction: each tie stands with both its ends.
    pub(super) around: Arcs,
    /// From subjects to objects.
    pub(super) out: Arcs,
    /// From objects to subjects.
    into: Arcs,
}

/// With whom one entity has to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Degree {
    /// Number of other entities.
    pub neighbours: u64,
    /// Number of those who act on it; ties without direction count.
    pub incoming: u64,
    /// Number of those it acts on; ties without direction count.
    pub outgoing: u64,
    /// Number of relations with others.
    pub relations: u64,
    /// Number of those in which it is acted on; those without direction count.
    pub relations_in: u64,
    /// Number of those in which it acts; those without direction count.
    pub relations_out: u64,
}

impl Network {
    /// Returns the network of some ties; the entities are their ends, a loop's too.
    #[must_use]
    pub fn new(ties: impl IntoIterator<Item = Tie>) -> Self {
        let ties: Vec<Tie> = ties.into_iter().collect();
        let ids: BTreeSet<&Id> = ties.iter().flat_map(|tie| [&tie.subject, &tie.object]).collect();
        let ids: Vec<Id> = ids.into_iter().cloned().collect();
        let place: BTreeMap<&Id, usize> = ids.iter().enumerate().map(|(index, id)| (id, index)).collect();
        let (mut around, mut out) = (Vec::new(), Vec::new());
        for tie in ties.iter().filter(|tie| tie.subject != tie.object) {
            let (subject, object) = (place[&tie.subject], place[&tie.object]);
            around.extend([(subject, object, tie.weight), (object, subject, tie.weight)]);
            out.push((subject, object, tie.weight));
            if !tie.directed {
                out.push((object, subject, tie.weight));
            }
        }
        let into = out.iter().map(|&(from, to, weight)| (to, from, weight)).collect();
        let count = ids.len();
        let [around, out, into] = [around, out, into].map(|arcs| Arcs::new(count, arcs));
        Network { ids, around, out, into }
    }

    /// Returns the network of a graph; edges that differ in predicate, status or document are one tie.
    ///
    /// An edge weighs as much as distinct texts tell it: what nine newspapers print of one agency is told once.
    #[must_use]
    pub fn of(graph: &KnowledgeGraph) -> Self {
        Network::new(graph.edges().map(|edge| Tie {
            subject: edge.subject.id.clone(),
            object: edge.object.id.clone(),
            directed: edge.edge.is_directed(),
            weight: edge.edge.texts as u64,
        }))
    }

    /// Returns the entities, in order.
    #[must_use]
    pub fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// Returns the number of pairs of entities that have a tie.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        self.around.arc_count() / 2
    }

    /// Returns how many relations each entity has with others of its group.
    #[must_use]
    pub fn relations_within(&self, groups: &[usize]) -> Vec<u64> {
        let within = |of: usize| self.around.of(of).filter(move |&(to, _)| groups[to] == groups[of]);
        (0..self.ids.len()).map(|of| within(of).map(|(_, weight)| weight).sum()).collect()
    }

    /// Returns with how many others each entity has to do.
    #[must_use]
    pub fn degrees(&self) -> Vec<Degree> {
        let count = |arcs: &Arcs, of| (arcs.of(of).count() as u64, arcs.weight(of));
        let degree = |of| {
            let ((neighbours, relations), (outgoing, relations_out), (incoming, relations_in)) =
                (count(&self.around, of), count(&self.out, of), count(&self.into, of));
            Degree { neighbours, incoming, outgoing, relations, relations_in, relations_out }
        };
        (0..self.ids.len()).map(degree).collect()
    }
}

/// For each entity, where its arcs lead and how much they weigh, by the place of their ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Arcs {
    starts: Vec<usize>,
    ends: Vec<u32>,
    weights: Vec<u64>,
}

impl Arcs {
    /// Parallel arcs are put together.
    pub(super) fn new(count: usize, mut arcs: Vec<(usize, usize, u64)>) -> Self {
        arcs.sort_unstable();
        let mut all = Arcs { starts: Vec::with_capacity(count + 1), ..Arcs::default() };
        let mut last = None;
        for (from, to, weight) in arcs {
            if last == Some((from, to)) {
                // An arc of the same ends is the last one.
                if let Some(sum) = all.weights.last_mut() {
                    *sum += weight;
                }
                continue;
            }
            last = Some((from, to));
            all.starts.resize(from + 1, all.ends.len());
            all.ends.push(u32::try_from(to).expect("fewer than four thousand million entities"));
            all.weights.push(weight);
        }
        all.starts.resize(count + 1, all.ends.len());
        all
    }

    /// Returns the number of entities.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Returns the number of arcs.
    pub(super) fn arc_count(&self) -> usize {
        self.ends.len()
    }

    /// Returns where the arcs of an entity lead, and their weights.
    pub(super) fn of(&self, from: usize) -> impl Iterator<Item = (usize, u64)> + Clone {
        let range = self.starts[from]..self.starts[from + 1];
        self.ends[range.clone()].iter().map(|&end| end as usize).zip(self.weights[range].iter().copied())
    }

    /// Returns where the arcs of an entity lead.
    pub(super) fn ends(&self, from: usize) -> &[u32] {
        &self.ends[self.starts[from]..self.starts[from + 1]]
    }

    /// Returns the weight of all arcs of an entity.
    pub(super) fn weight(&self, from: usize) -> u64 {
        self.weights[self.starts[from]..self.starts[from + 1]].iter().sum()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Reads ties such as `A>B B-C 3 C>A`: `>` directed, `-` not; a number is the weight of the tie before it.
    pub(in crate::graph) fn network(text: &str) -> Network {
        let mut ties: Vec<Tie> = Vec::new();
        for word in text.split_whitespace() {
            match (word.parse(), ties.last_mut()) {
                (Ok(weight), Some(tie)) => tie.weight = weight,
                _ => {
                    let (subject, object) = word.split_once(['>', '-']).unwrap();
                    let directed = word.contains('>');
                    ties.push(Tie { subject: subject.into(), object: object.into(), directed, weight: 1 });
                }
            }
        }
        Network::new(ties)
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, [u64; 6])]) {
        let network = network(text);
        let seen: Vec<_> = network
            .ids()
            .iter()
            .zip(network.degrees())
            .map(|(id, d)| {
                let degree = [d.neighbours, d.incoming, d.outgoing, d.relations, d.relations_in, d.relations_out];
                (&**id, degree)
            })
            .collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn degrees_count_others_and_relations() {
        check("", &[]);
        check("A-B", &[("A", [1, 1, 1, 1, 1, 1]), ("B", [1, 1, 1, 1, 1, 1])]);
        check("A>B 3", &[("A", [1, 0, 1, 3, 0, 3]), ("B", [1, 1, 0, 3, 3, 0])]);
        // Two predicates in one direction and one in the other: one neighbour, four relations.
        check("B>A A>B 2 A>B", &[("A", [1, 1, 1, 4, 1, 3]), ("B", [1, 1, 1, 4, 3, 1])]);
        // Who acts on himself has no neighbour by that.
        check("A>A C-B 2", &[("A", [0; 6]), ("B", [1, 1, 1, 2, 2, 2]), ("C", [1, 1, 1, 2, 2, 2])]);
    }

    #[test]
    fn ties_are_pairs() {
        assert_eq!(network("A>B B>A A-B C-B D-D").tie_count(), 2);
        assert_eq!(network("").tie_count(), 0);
    }
}
