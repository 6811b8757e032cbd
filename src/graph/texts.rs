//! How many texts stand behind documents: copies of one text count once.

use std::collections::{BTreeMap, HashMap};

use crate::relation::Id;
use crate::text::Sketch;

/// Documents with the sketches of their texts; tells copies from independent reports.
///
/// Two documents tell one text when one is a copy of the other ([`Sketch::is_copy`]), or both of a third among these.
/// A document without a sketch is a text of its own. The order of adding makes no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    documents: BTreeMap<Id, Option<Sketch>>,
}

impl Texts {
    /// Adds a document; of two sketches of one document one is kept, always the same.
    pub fn add(&mut self, document: &Id, sketch: Option<Sketch>) {
        let known = self.documents.entry(document.clone()).or_insert(sketch);
        *known = (*known).max(sketch);
    }

    /// Adds the documents of others.
    pub fn merge(&mut self, other: Texts) {
        other.documents.into_iter().for_each(|(document, sketch)| self.add(&document, sketch));
    }

    /// Returns the number of distinct texts.
    #[must_use]
    pub fn count(&self) -> usize {
        let sketches: Vec<Sketch> = self.documents.values().filter_map(|sketch| *sketch).collect();
        self.documents.len() - sketches.len() + distinct(&sketches)
    }

    /// Returns, for each document, the first document in order of ids that tells the same text.
    #[must_use]
    pub fn groups(&self) -> BTreeMap<Id, Id> {
        let sketched: Vec<(&Id, Sketch)> =
            self.documents.iter().filter_map(|(id, sketch)| Some((id, (*sketch)?))).collect();
        let sketches: Vec<Sketch> = sketched.iter().map(|(_, sketch)| *sketch).collect();
        let roots = roots(&sketches);
        let mut groups: BTreeMap<Id, Id> = self.documents.keys().map(|id| (id.clone(), id.clone())).collect();
        for ((id, _), root) in sketched.iter().zip(roots) {
            groups.insert((*id).clone(), sketched[root].0.clone());
        }
        groups
    }
}

/// Returns the number of distinct texts among sketches.
pub(super) fn distinct(sketches: &[Sketch]) -> usize {
    match sketches {
        [] => 0,
        [_] => 1,
        [a, b] => 2 - usize::from(a.is_copy(b)),
        _ => roots(sketches).into_iter().enumerate().filter(|&(at, root)| at == root).count(),
    }
}

/// Returns for each sketch the place of the first that tells the same text.
fn roots(sketches: &[Sketch]) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..sketches.len()).collect();
    let mut by_key: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, sketch) in sketches.iter().enumerate() {
        for key in sketch.keys() {
            let others = by_key.entry(key).or_default();
            // Equal sketches behave alike; one of them is enough to be found by.
            if others.iter().any(|&other| sketches[other] == *sketch && root(&mut roots, other) == root(&mut roots, at))
            {
                continue;
            }
            for &other in others.iter() {
                if sketch.is_copy(&sketches[other]) {
                    join(&mut roots, at, other);
                }
            }
            others.push(at);
        }
    }
    (0..sketches.len()).map(|at| root(&mut roots, at)).collect()
}

fn root(roots: &mut [usize], mut at: usize) -> usize {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}

fn join(roots: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(roots, a), root(roots, b));
    roots[a.max(b)] = a.min(b);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Tokens;

    fn sketch(words: std::ops::Range<u32>) -> Option<Sketch> {
        let text: String = words.map(|number| format!("w{} ", number.wrapping_mul(2_654_435_761))).collect();
        let mut tokens = Tokens::default();
        tokens.read(&text);
        Sketch::of(&tokens)
    }

    #[test]
    fn copies_count_once_and_a_chain_of_copies_is_one_text() {
        let told = [("a", sketch(0..300)), ("b", sketch(60..300)), ("c", sketch(900..1200)), ("d", None), ("e", None)];
        let mut texts = Texts::default();
        for (id, sketch) in told {
            texts.add(&id.into(), sketch);
        }
        assert_eq!(texts.count(), 4);
        let groups: Vec<String> = texts.groups().iter().map(|(id, first)| format!("{id}{first}")).collect();
        assert_eq!(groups, ["aa", "ba", "cc", "dd", "ee"]);
    }

    #[test]
    fn the_order_of_adding_makes_no_difference() {
        let told: Vec<_> =
            (0..12).map(|n: u32| (format!("d{n}"), sketch(n / 3 * 400 + n % 3 * 40..n / 3 * 400 + 300))).collect();
        let count = |told: &[(String, Option<Sketch>)]| {
            let mut texts = Texts::default();
            told.iter().for_each(|(id, sketch)| texts.add(&id.as_str().into(), *sketch));
            (texts.count(), texts.groups())
        };
        let turned: Vec<_> = told.iter().rev().cloned().collect();
        assert_eq!(count(&told), count(&turned));
        assert_eq!(count(&told).0, 4);
    }
}
