//! Entities that are one: rows of `same` in, the id that stands for each entity out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::row::{Decision, Verdict};
use crate::relation::Id;

/// The classes of entities that are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes {
    /// For each entity of a class the id that stands for it, and the row by which it is nearest to it.
    of: BTreeMap<Id, Member>,
    /// The rows that are the way of no entity to the id that stands for it.
    redundant: BTreeSet<usize>,
}

#[derive(Clone, Debug)]
struct Member {
    stands_for: Id,
    /// The next entity on the way, and the row that says so; `None` for the one that stands for all.
    next: Option<(Id, usize)>,
}

type Neighbours = BTreeMap<Id, BTreeMap<Id, usize>>;

impl Classes {
    pub(super) fn new(rows: &[Decision]) -> Classes {
        let mut neighbours = Neighbours::new();
        let mut is_another = BTreeSet::new();
        for (index, row) in rows.iter().enumerate() {
            let Verdict::Same { entity, other } = &row.verdict else { continue };
            is_another.insert(entity);
            for (from, to) in [(entity, other), (other, entity)] {
                neighbours.entry(from.clone()).or_default().entry(to.clone()).or_insert(index);
            }
        }
        let mut classes = Classes::default();
        for id in neighbours.keys() {
            if classes.of.contains_key(id) {
                continue;
            }
            let members = walk(id, &neighbours);
            let rank = |id: &&Id| (id.starts_with("new:"), is_another.contains(*id), id.len(), Id::clone(id));
            let Some(first) = members.keys().min_by_key(rank) else { continue };
            for (member, next) in walk(first, &neighbours) {
                classes.of.insert(member, Member { stands_for: first.clone(), next });
            }
        }
        let used: BTreeSet<usize> =
            classes.of.values().filter_map(|member| member.next.as_ref().map(|n| n.1)).collect();
        let is_same = |row: &Decision| matches!(row.verdict, Verdict::Same { .. });
        classes.redundant = (0..rows.len()).filter(|index| is_same(&rows[*index]) && !used.contains(index)).collect();
        classes
    }

    pub(super) fn stands_for<'a>(&'a self, id: &'a Id) -> &'a Id {
        self.of.get(id).map_or(id, |member| &member.stands_for)
    }

    /// Returns whether another id stands for `id`.
    pub(super) fn is_other(&self, id: &str) -> bool {
        self.of.get(id).is_some_and(|member| &*member.stands_for != id)
    }

    pub(super) fn members(&self, id: &Id) -> BTreeSet<Id> {
        let first = self.stands_for(id);
        let all = self.of.iter().filter(|(_, member)| member.stands_for == *first);
        all.map(|(id, _)| id.clone()).chain([id.clone()]).collect()
    }

    /// Returns the rows by which `id` is the one that stands for it.
    pub(super) fn way(&self, id: &Id) -> Vec<usize> {
        let mut rows = Vec::new();
        let mut at = self.of.get(id);
        while let Some((next, row)) = at.and_then(|member| member.next.as_ref()) {
            rows.push(*row);
            at = self.of.get(next);
        }
        rows
    }

    /// Returns the rows by which two entities are one, or `None` where they are not.
    pub(super) fn between(&self, one: &Id, other: &Id) -> Option<BTreeSet<usize>> {
        if self.stands_for(one) != self.stands_for(other) {
            return None;
        }
        let (one, other) = (self.way(one), self.way(other));
        // What both go from where they meet leads to the one that stands for all, not from one to the other.
        let common = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
        Some(one[..one.len() - common].iter().chain(&other[..other.len() - common]).copied().collect())
    }

    /// Returns whether a row joins entities that other rows have joined.
    pub(super) fn is_redundant(&self, row: usize) -> bool {
        self.redundant.contains(&row)
    }
}

/// Returns every entity of a class with the next one on its shortest way to `first`, and the row that says so.
fn walk(first: &Id, neighbours: &Neighbours) -> BTreeMap<Id, Option<(Id, usize)>> {
    let mut seen = BTreeMap::from([(first.clone(), None)]);
    let mut waiting = VecDeque::from([first]);
    while let Some(at) = waiting.pop_front() {
        for (next, row) in neighbours.get(at).into_iter().flatten() {
            if !seen.contains_key(next) {
                seen.insert(next.clone(), Some((at.clone(), *row)));
                waiting.push_back(next);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use crate::decision::{Decisions, Row};

    fn same(entity: &str, other: &str) -> Row {
        let text = |text: &str| text.to_owned();
        Row {
            decision: text("same"),
            entity: text(entity),
            other: text(other),
            author: text("A"),
            date: text("2026-01-01"),
            reason: text("R"),
            ..Row::default()
        }
    }

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expected: &str) {
        for turn in 0..pairs.len() {
            let mut pairs = pairs.to_vec();
            pairs.rotate_left(turn);
            let decisions = Decisions::of_rows(pairs.iter().map(|(a, b)| same(a, b))).unwrap();
            for id in pairs.iter().flat_map(|&(a, b)| [a, b]) {
                assert_eq!(&**decisions.stands_for(&id.into()), expected, "{id}");
            }
        }
    }

    #[test]
    fn one_id_stands_for_all() {
        check(&[("new:a", "Q1")], "Q1");
        check(&[("Q1", "new:a")], "Q1");
        check(&[("Q1", "Q2")], "Q2");
        check(&[("new:a", "new:b"), ("new:b", "new:c")], "new:c");
        check(&[("Q2", "Q10"), ("Q10", "Q2")], "Q2");
        check(&[("new:a", "Q20"), ("new:a", "Q3")], "Q3");
        check(&[("Q1", "Q2"), ("Q2", "Q3"), ("Q3", "Q1")], "Q1");
    }

    #[test]
    fn the_way_between_two_is_told() {
        let rows = [same("new:a", "Q1"), same("new:b", "new:a"), same("new:c", "new:a"), same("Q1", "new:a")];
        let decisions = Decisions::of_rows(rows).unwrap();
        let between = |a: &str, b: &str| decisions.classes.between(&a.into(), &b.into());
        assert_eq!(between("new:b", "new:c"), Some([1, 2].into()));
        assert_eq!(between("new:b", "Q1"), Some([0, 1].into()));
        assert_eq!(between("new:b", "Q2"), None);
        let redundant: Vec<u64> = decisions.redundant().iter().map(|(row, _)| row.line).collect();
        assert_eq!(redundant, [4]);
    }
}
