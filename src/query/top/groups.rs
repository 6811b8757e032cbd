//! Groups of entities that have more to do with each other than with the rest.

use std::cmp::Reverse;
use std::num::NonZeroUsize;

use serde::Serialize;

use super::{Contacts, Top};
use crate::gazetteer::EntityKind;
use crate::graph::Network;
use crate::query::Names;
use crate::relation::Id;

/// So many members give a group its name.
const NAMED_AFTER: usize = 3;

/// Groups, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Groups {
    /// How much more of the relations lies within groups than if everyone had as many relations with anyone, in [-0.5, 1].
    pub modularity: f64,
    /// Number of groups, told or not.
    pub count: usize,
    /// Number of entities that have to do with somebody.
    pub entities: usize,
    /// Number of relations between them.
    pub relations: u64,
    /// The groups.
    pub groups: Vec<Group>,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// From 1.
    pub group: usize,
    /// The names of its first members.
    pub name: String,
    /// Number of its members.
    pub size: usize,
    /// Number of relations between members.
    pub inside: u64,
    /// Number of relations with others.
    pub outside: u64,
    /// By their relations with each other, then with others, then by id.
    pub members: Vec<Member>,
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Member {
    /// The entity.
    pub entity: Id,
    /// Its name.
    pub name: String,
    /// What kind of thing it is; `None` where nobody told.
    pub kind: Option<EntityKind>,
    /// Number of its relations with other members.
    pub inside: u64,
    /// Number of its relations with others.
    pub outside: u64,
}

/// A member with its group: a flat row, for CSV.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemberRow {
    /// The number of the group.
    pub group: usize,
    /// Its name.
    pub group_name: String,
    /// Number of its members.
    pub size: usize,
    /// The member's place in it, from 1.
    pub place: usize,
    /// The member.
    pub entity: Id,
    /// Its name.
    pub name: String,
    /// What kind of thing it is; `None` where nobody told.
    pub kind: Option<EntityKind>,
    /// Number of its relations with other members.
    pub inside: u64,
    /// Number of its relations with others.
    pub outside: u64,
}

impl Groups {
    /// Returns each member with its group.
    pub fn rows(&self) -> impl Iterator<Item = MemberRow> {
        self.groups.iter().flat_map(|group| {
            group.members.iter().enumerate().map(|(place, member)| MemberRow {
                group: group.group,
                group_name: group.name.clone(),
                size: group.size,
                place: place + 1,
                entity: member.entity.clone(),
                name: member.name.clone(),
                kind: member.kind,
                inside: member.inside,
                outside: member.outside,
            })
        })
    }
}

impl Contacts {
    /// Returns the groups that the entities form in the whole time.
    #[must_use]
    pub fn groups(self, names: &dyn Names) -> Groups {
        let Contacts { top, builder, .. } = self;
        let Top { kinds, limit, lang, .. } = top;
        let graph = Contacts::graph(builder, names);
        let network = Network::of(&graph);
        let found = network.communities();
        let degrees = network.degrees();
        let within = network.relations_within(&found.of);
        let mut groups: Vec<Group> = (1..=found.count)
            .map(|group| Group { group, name: String::new(), size: 0, inside: 0, outside: 0, members: Vec::new() })
            .collect();
        let has_ties = |place: usize| degrees[place].neighbours > 0;
        for place in (0..degrees.len()).filter(|&place| has_ties(place)) {
            let id = &network.ids()[place];
            let node = graph.node(id);
            let (inside, outside) = (within[place], degrees[place].relations - within[place]);
            let group = &mut groups[found.of[place]];
            group.size += 1;
            group.inside += inside;
            group.outside += outside;
            group.members.push(Member {
                entity: id.clone(),
                name: node.map_or_else(|| id.to_string(), |node| node.label(lang)),
                kind: node.and_then(|node| node.kind),
                inside,
                outside,
            });
        }
        // Who acts on himself alone is in no group.
        groups.retain(|group| group.size > 0);
        let count = groups.len();
        groups.truncate(limit.map_or(usize::MAX, NonZeroUsize::get));
        for group in &mut groups {
            // Each relation was counted at both its ends.
            group.inside /= 2;
            group.members.sort_by_key(|member| (Reverse(member.inside), Reverse(member.outside)));
            let first = group.members.iter().take(NAMED_AFTER).map(|member| member.name.as_str());
            group.name = first.collect::<Vec<_>>().join(if lang == crate::document::Lang::Ar { "، " } else { ", " });
            group.members.retain(|member| kinds.is_empty() || member.kind.is_some_and(|kind| kinds.contains(&kind)));
        }
        Groups {
            modularity: found.modularity,
            count,
            entities: (0..degrees.len()).filter(|&place| has_ties(place)).count(),
            relations: degrees.iter().map(|degree| degree.relations).sum::<u64>() / 2,
            groups,
        }
    }
}
