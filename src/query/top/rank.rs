//! Entities by what makes them matter.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;

use super::calendar::Span;
use super::{Contacts, Measure, Top};
use crate::gazetteer::EntityKind;
use crate::graph::{Communities, Degree, KnowledgeGraph, Network};
use crate::query::Names;
use crate::relation::Id;

/// Figures are cut to so many decimals: what comes behind may be the noise of the sums, and must not rank anybody.
const DECIMALS: i32 = 12;

/// Entities in order, and what they were taken from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// By period, then by rank, then by id.
    pub rows: Vec<Ranked>,
    /// Number of entities that have to do with somebody.
    pub entities: usize,
    /// Number of pairs that have to do with each other.
    pub ties: usize,
    /// Number of relations between them.
    pub relations: u64,
    /// Number of relations that are in no period, as their date is not told, or not so well.
    pub unplaced: u64,
}

/// An entity and how much it matters. A flat row, for tables, CSV and JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranked {
    /// The period, where each was ranked by itself.
    pub period: Option<Span>,
    /// From 1; equals have the same, and the next one is as much further on.
    pub rank: u64,
    /// Its rank in the period before (of those in which anything happened); `None` where it has none.
    pub previous_rank: Option<u64>,
    /// How many ranks it rose since; negative where it fell.
    pub change: Option<i64>,
    /// The entity.
    pub entity: Id,
    /// Its name.
    pub name: String,
    /// What kind of thing it is; `None` where nobody told.
    pub kind: Option<EntityKind>,
    /// With how many others it has to do.
    pub degree: u64,
    /// How many of these act on it; relations without direction count.
    pub degree_in: u64,
    /// On how many of these it acts; relations without direction count.
    pub degree_out: u64,
    /// How many relations it has with others; what one text and its copies tell counts once.
    pub relations: u64,
    /// In how many of these it is acted on; those without direction count.
    pub relations_in: u64,
    /// In how many of these it acts; those without direction count.
    pub relations_out: u64,
    /// The share of the shortest paths between two others that lead over it, in [0, 1]; `None` where it was not asked for.
    pub betweenness: Option<f64>,
    /// How much it is acted on by those who matter, in [0, 1]; that of all together is 1.
    pub page_rank: f64,
    /// Its group, from 1; `None` where each period was ranked by itself.
    pub community: Option<usize>,
}

impl Contacts {
    /// Returns the entities in order. Where betweenness is asked for, `tick` is called
    /// as each of the entities is done from which paths begin, with their number.
    #[must_use]
    pub fn rank(self, names: &dyn Names, tick: &(dyn Fn(u64) + Sync)) -> Ranking {
        let Contacts { top, builder, by_span, unplaced } = self;
        let graph = Contacts::graph(builder, names);
        let whole = Network::of(&graph);
        let mut ranking = Ranking {
            entities: whole.degrees().iter().filter(|degree| degree.neighbours > 0).count(),
            ties: whole.tie_count(),
            relations: whole.degrees().iter().map(|degree| degree.relations).sum::<u64>() / 2,
            unplaced,
            rows: Vec::new(),
        };
        if top.per.is_none() {
            let communities = whole.communities();
            let rows = rank(&top, None, &whole, Some(&communities), &graph, tick);
            ranking.rows.extend(shown(&top, rows));
            return ranking;
        }
        let mut before: BTreeMap<Id, u64> = BTreeMap::new();
        for (number, (span, network)) in Contacts::spans(by_span).into_iter().enumerate() {
            let mut rows = rank(&top, Some(span), &network, None, &graph, tick);
            for row in rows.iter_mut().filter(|_| number > 0) {
                row.previous_rank = before.get(&row.entity).copied();
                row.change = row.previous_rank.map(|previous| previous.cast_signed() - row.rank.cast_signed());
            }
            before = rows.iter().map(|row| (row.entity.clone(), row.rank)).collect();
            ranking.rows.extend(shown(&top, rows));
        }
        ranking
    }
}

fn shown(top: &Top, rows: Vec<Ranked>) -> impl Iterator<Item = Ranked> {
    let limit = top.limit.map_or(usize::MAX, std::num::NonZeroUsize::get);
    let kinds = top.kinds.clone();
    let is_asked = move |row: &Ranked| kinds.is_empty() || row.kind.is_some_and(|kind| kinds.contains(&kind));
    rows.into_iter().filter(is_asked).take(limit)
}

/// Returns all entities that have a neighbour, in order.
fn rank(
    top: &Top,
    period: Option<Span>,
    network: &Network,
    communities: Option<&Communities>,
    graph: &KnowledgeGraph,
    tick: &(dyn Fn(u64) + Sync),
) -> Vec<Ranked> {
    let betweenness = (top.by == Measure::Betweenness).then(|| network.betweenness(top.sample, tick));
    let page_ranks = network.page_rank();
    let mut rows = Vec::new();
    for (place, (id, degree)) in network.ids().iter().zip(network.degrees()).enumerate() {
        if degree.neighbours == 0 {
            continue;
        }
        let node = graph.node(id);
        let Degree { neighbours, incoming, outgoing, relations, relations_in, relations_out } = degree;
        rows.push(Ranked {
            period,
            rank: 0,
            previous_rank: None,
            change: None,
            entity: id.clone(),
            name: node.map_or_else(|| id.to_string(), |node| node.label(top.lang)),
            kind: node.and_then(|node| node.kind),
            degree: neighbours,
            degree_in: incoming,
            degree_out: outgoing,
            relations,
            relations_in,
            relations_out,
            betweenness: betweenness.as_ref().map(|all| cut(all[place])),
            page_rank: cut(page_ranks[place]),
            community: communities.map(|communities| communities.of[place] + 1),
        });
    }
    // The sort is stable: equals stay in the order of their ids.
    rows.sort_by(|a, b| compare(top.by, b, a));
    for place in 0..rows.len() {
        let is_equal = place > 0 && compare(top.by, &rows[place - 1], &rows[place]) == Ordering::Equal;
        rows[place].rank = if is_equal { rows[place - 1].rank } else { place as u64 + 1 };
    }
    rows
}

fn compare(by: Measure, a: &Ranked, b: &Ranked) -> Ordering {
    match by {
        Measure::Degree => a.degree.cmp(&b.degree),
        Measure::Weighted => a.relations.cmp(&b.relations),
        Measure::Betweenness => a.betweenness.unwrap_or(0.0).total_cmp(&b.betweenness.unwrap_or(0.0)),
        Measure::PageRank => a.page_rank.total_cmp(&b.page_rank),
    }
}

fn cut(figure: f64) -> f64 {
    let scale = 10_f64.powi(DECIMALS);
    (figure * scale).round() / scale
}
