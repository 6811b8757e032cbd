//! Entities that no gazetteer lists carry an id of each program's own: they are matched by the text they stand on.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::gold::Annotated;
use crate::relation::Id;

/// Returns the found document with its ids for the gold's `new:` entities replaced by the gold's; an id that the gold
/// uses itself is never replaced. The pair of ids that shares most places is settled first.
pub(super) fn align_new<'a>(gold: &Annotated, found: &'a Annotated) -> Cow<'a, Annotated> {
    let own: HashSet<&Id> = gold
        .mentions
        .iter()
        .map(|mention| &mention.id)
        .chain(gold.relations.iter().flat_map(|r| r.subject.iter().chain(&r.object)))
        .filter(|id| !id.starts_with("new:"))
        .collect();
    let mut votes: Vec<((&Id, &Id), usize)> = Vec::new();
    let mut index = HashMap::new();
    for wanted in gold.mentions.iter().filter(|mention| mention.id.starts_with("new:")) {
        for given in &found.mentions {
            if !own.contains(&given.id) && wanted.start < given.end && given.start < wanted.end {
                let pair = (&given.id, &wanted.id);
                let at = *index.entry(pair).or_insert_with(|| {
                    votes.push((pair, 0));
                    votes.len() - 1
                });
                votes[at].1 += 1;
            }
        }
    }
    votes.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let mut names: HashMap<Id, Id> = HashMap::new();
    let mut taken = HashSet::new();
    for ((given, wanted), _) in votes {
        if !names.contains_key(given) && taken.insert(wanted) {
            names.insert(given.clone(), wanted.clone());
        }
    }
    if names.is_empty() {
        return Cow::Borrowed(found);
    }
    let mut renamed = found.clone();
    let places = renamed
        .mentions
        .iter_mut()
        .map(|mention| &mut mention.id)
        .chain(renamed.relations.iter_mut().flat_map(|r| r.subject.iter_mut().chain(&mut r.object)));
    for id in places {
        if let Some(name) = names.get(id) {
            *id = name.clone();
        }
    }
    Cow::Owned(renamed)
}
