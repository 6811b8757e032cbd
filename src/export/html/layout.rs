//! Where each entity stands on the page: linked ones near each other, none upon another, parts without
//! a link between them side by side.
//!
//! Each connected part is laid out by ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian 2014,
//! doi:10.1371/journal.pone.0098679), from places that depend on nothing but the order of its entities;
//! then discs that overlap are pushed apart, and the parts are packed. The unit is a pixel of the page
//! when it is not zoomed. The result is the same on any number of threads.

use std::collections::BTreeMap;

use super::pack;

/// The place of an entity and the radius of its disc.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) radius: u32,
}

/// A point in the plane.
pub(super) type Point = (f32, f32);

/// Room around each disc, for the next disc and for a name.
const ROOM: f32 = 9.0;

/// Returns the spots of `count` entities, of which `links` tells pairs.
pub(super) fn spots(count: usize, links: &[(usize, usize)]) -> Vec<Spot> {
    let mut pairs: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for &(a, b) in links.iter().filter(|(a, b)| a != b) {
        *pairs.entry((a.min(b), a.max(b))).or_default() += 1.0;
    }
    let mut contacts = vec![0_u32; count];
    for &(a, b) in pairs.keys() {
        contacts[a] += 1;
        contacts[b] += 1;
    }
    let radii: Vec<f32> = contacts.iter().map(|&contacts| radius(contacts)).collect();
    let mut points = vec![(0.0, 0.0); count];
    let parts = parts(count, &pairs);
    let mut boxes = Vec::with_capacity(parts.len());
    let mut inner = vec![0; count];
    for part in &parts {
        for (place, &node) in part.nodes.iter().enumerate() {
            inner[node] = place;
        }
        let links: Vec<_> = part.links.iter().map(|&(a, b, weight)| (inner[a], inner[b], weight)).collect();
        let own: Vec<f32> = part.nodes.iter().map(|&node| radii[node]).collect();
        let laid = lay_out(&own, &links);
        boxes.push(extent(&laid, &own));
        for (&node, point) in part.nodes.iter().zip(laid) {
            points[node] = point;
        }
    }
    for (part, shift) in parts.iter().zip(pack::pack(&boxes)) {
        for &node in &part.nodes {
            points[node] = (points[node].0 + shift.0, points[node].1 + shift.1);
        }
    }
    points.iter().zip(&radii).map(|(&(x, y), &radius)| spot(x, y, radius)).collect()
}

/// A connected part: its entities and the links between them, with weights.
#[derive(Default)]
struct Part {
    nodes: Vec<usize>,
    links: Vec<(usize, usize, f32)>,
}

/// Returns the connected parts, the largest first.
fn parts(count: usize, pairs: &BTreeMap<(usize, usize), f32>) -> Vec<Part> {
    let mut parent: Vec<usize> = (0..count).collect();
    fn root(parent: &mut [usize], mut node: usize) -> usize {
        while parent[node] != node {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        node
    }
    for &(a, b) in pairs.keys() {
        let (a, b) = (root(&mut parent, a), root(&mut parent, b));
        parent[a.max(b)] = a.min(b);
    }
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    for node in 0..count {
        parts.entry(root(&mut parent, node)).or_default().nodes.push(node);
    }
    for (&(a, b), &weight) in pairs {
        // Ten tellings draw no ten times as hard as one.
        parts.entry(root(&mut parent, a)).or_default().links.push((a, b, 1.0 + weight.ln()));
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.nodes.len()));
    parts
}

/// Returns the places of the entities of one part.
fn lay_out(radii: &[f32], links: &[(usize, usize, f32)]) -> Vec<Point> {
    let mut points = match radii.len() {
        0 | 1 => vec![(0.0, 0.0); radii.len()],
        2 => vec![(0.0, 0.0), (radii[0] + radii[1] + 60.0, 0.0)],
        count => {
            let mut points = attract(count, links);
            scale(&mut points, radii, links);
            points
        }
    };
    part_discs(&mut points, radii);
    lie_down(&mut points);
    points
}

/// ForceAtlas2.
fn attract(count: usize, links: &[(usize, usize, f32)]) -> Vec<Point> {
    let mut data = fa2::FA2Data::<f32>::with_capacity(count, links.len());
    for (x, y) in first_places(count, links) {
        data.add_node_with_position(x, y);
    }
    for &(a, b, weight) in links {
        data.add_edge_with_weight(a, b, weight);
    }
    let settings = fa2::FA2Settings::from_graph_order(count).parallel(true);
    let (settings, rounds) = match count {
        0..=300 => (settings.with_pairwise_repulsion(), 1500),
        301..=2000 => (settings.with_barnes_hut_theta(0.8), 600),
        2001..=8000 => (settings.with_barnes_hut_theta(1.2), 300),
        _ => (settings.with_barnes_hut_theta(1.2), 150),
    };
    let mut layout = settings.build(data);
    layout.run(rounds);
    layout.data().positions().map(|(x, y)| if x.is_finite() && y.is_finite() { (x, y) } else { (0.0, 0.0) }).collect()
}

/// Returns places to begin with: the entities of most links in the middle, the others around them in
/// the order of a walk from link to link, on a spiral of even density.
fn first_places(count: usize, links: &[(usize, usize, f32)]) -> Vec<Point> {
    let mut neighbours = vec![Vec::new(); count];
    for &(a, b, _) in links {
        neighbours[a].push(b);
        neighbours[b].push(a);
    }
    let hub = (0..count).max_by_key(|&node| (neighbours[node].len(), std::cmp::Reverse(node))).unwrap_or_default();
    let mut order = Vec::with_capacity(count);
    let mut seen = vec![false; count];
    order.push(hub);
    seen[hub] = true;
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        for &other in &neighbours[node] {
            if !std::mem::replace(&mut seen[other], true) {
                order.push(other);
            }
        }
    }
    let mut points = vec![(0.0, 0.0); count];
    // A turn by the golden angle, as complex numbers: no function of the machine's own library is asked.
    let (turn_x, turn_y) = (-0.737_368_9_f32, 0.675_490_3_f32);
    let (mut x, mut y) = (1.0_f32, 0.0_f32);
    for (place, &node) in order.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a place on a page")]
        let distance = 10.0 * (place as f32).sqrt();
        points[node] = (x * distance, y * distance);
        (x, y) = (x * turn_x - y * turn_y, x * turn_y + y * turn_x);
        let length = (x * x + y * y).sqrt();
        (x, y) = (x / length, y / length);
    }
    points
}

/// Brings the layout to a size in which its discs and names have room: links of a length at which both
/// names can be read, and discs on not too much of the area.
#[expect(clippy::cast_precision_loss, reason = "sizes on a page")]
fn scale(points: &mut [Point], radii: &[f32], links: &[(usize, usize, f32)]) {
    /// How many times the area of the discs the whole should have.
    const SPREAD: f32 = 14.0;
    let length = |(dx, dy): Point| (dx * dx + dy * dy).sqrt();
    let mut lengths: Vec<f32> =
        links.iter().map(|&(a, b, _)| length((points[a].0 - points[b].0, points[a].1 - points[b].1))).collect();
    lengths.sort_by(f32::total_cmp);
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(1.0).max(1e-3);
    let count = radii.len() as f32;
    let by_links = (radii.iter().sum::<f32>() / count * 2.0 + 70.0) / median;
    // Of an even disc, half the squared radius is the mean squared distance from the middle.
    let middle = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0 / count, sum.1 + point.1 / count));
    let squares = points.iter().map(|point| length((point.0 - middle.0, point.1 - middle.1)).powi(2) / count);
    let discs: f32 = radii.iter().map(|radius| (radius + ROOM / 2.0).powi(2)).sum();
    let by_area = (discs * SPREAD / (2.0 * squares.sum::<f32>()).max(1e-3)).sqrt();
    let factor = by_links.max(by_area);
    points.iter_mut().for_each(|(x, y)| (*x, *y) = (*x * factor, *y * factor));
}

/// Pushes discs apart that overlap, some rounds.
fn part_discs(points: &mut [Point], radii: &[f32]) {
    let widest = radii.iter().copied().fold(0.0, f32::max);
    let cell = 2.0 * widest + ROOM;
    for _ in 0..80 {
        #[expect(clippy::cast_possible_truncation, reason = "cells of a page")]
        let cell_of = |(x, y): Point| ((x / cell).floor() as i32, (y / cell).floor() as i32);
        let mut cells: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
        for (node, &point) in points.iter().enumerate() {
            cells.entry(cell_of(point)).or_default().push(node);
        }
        let mut moved = false;
        for node in 0..points.len() {
            let (column, row) = cell_of(points[node]);
            let near = (column - 1..=column + 1).flat_map(|c| (row - 1..=row + 1).map(move |r| (c, r)));
            for &other in near.filter_map(|cell| cells.get(&cell)).flatten().filter(|&&other| other > node) {
                let (mut dx, dy) = (points[other].0 - points[node].0, points[other].1 - points[node].1);
                let wanted = radii[node] + radii[other] + ROOM;
                let distance = (dx * dx + dy * dy).sqrt();
                if distance >= wanted {
                    continue;
                }
                moved = true;
                if distance < 1e-3 {
                    dx = 1.0;
                }
                let push = (wanted - distance) / 2.0 / distance.max(1.0);
                points[node] = (points[node].0 - dx * push, points[node].1 - dy * push);
                points[other] = (points[other].0 + dx * push, points[other].1 + dy * push);
            }
        }
        if !moved {
            break;
        }
    }
}

/// Turns a part that is taller than wide: pages and names are wide.
fn lie_down(points: &mut [Point]) {
    let (low, high) = bounds(points);
    if high.1 - low.1 > high.0 - low.0 {
        points.iter_mut().for_each(|(x, y)| (*x, *y) = (*y, -*x));
    }
}

fn bounds(points: &[Point]) -> (Point, Point) {
    points.iter().fold(((f32::MAX, f32::MAX), (f32::MIN, f32::MIN)), |(low, high), &(x, y)| {
        ((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y)))
    })
}

/// Returns the box around the discs of a part.
fn extent(points: &[Point], radii: &[f32]) -> pack::Box {
    let (low, high) = bounds(points);
    let widest = radii.iter().copied().fold(0.0, f32::max) + ROOM;
    pack::Box {
        x: low.0 - widest,
        y: low.1 - widest,
        width: high.0 - low.0 + 2.0 * widest,
        height: high.1 - low.1 + 2.0 * widest,
    }
}

/// Returns the radius of an entity with so many contacts: its area grows with them.
#[expect(clippy::cast_precision_loss, reason = "a size on a page")]
fn radius(contacts: u32) -> f32 {
    (3.5 + 2.0 * (contacts as f32).sqrt()).min(28.0)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is not so large")]
fn spot(x: f32, y: f32, radius: f32) -> Spot {
    Spot { x: x.round() as i32, y: y.round() as i32, radius: radius.round() as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A graph with hubs, rings, pairs and an entity linked with itself alone.
    fn links(count: usize) -> Vec<(usize, usize)> {
        let mut links: Vec<(usize, usize)> = (1..count / 2).map(|node| (node, node * node % 7)).collect();
        links.extend((count / 2..count - 2).step_by(2).map(|node| (node, node + 1)));
        links.push((count - 1, count - 1));
        links
    }

    #[test]
    fn the_layout_is_the_same_on_any_number_of_threads() {
        let links = links(700);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| spots(700, &links))
        };
        let one = on(1);
        assert!(one == on(2) && one == on(7));
    }

    #[test]
    fn no_disc_hides_another() {
        for count in [3, 40, 700] {
            let spots = spots(count, &links(count));
            for (place, a) in spots.iter().enumerate() {
                for b in &spots[place + 1..] {
                    let (dx, dy) = (f64::from(a.x - b.x), f64::from(a.y - b.y));
                    let touch = f64::from(a.radius + b.radius);
                    assert!(dx.hypot(dy) >= touch * 0.9, "{a:?} and {b:?} of {count}");
                }
            }
        }
    }

    #[test]
    fn nothing_and_little_have_a_layout_too() {
        assert_eq!(spots(0, &[]), []);
        assert_eq!(spots(1, &[(0, 0)]).len(), 1);
        let pair = spots(2, &[(0, 1), (1, 0)]);
        assert!((pair[0].x - pair[1].x).abs() > 20);
    }

    #[test]
    fn linked_entities_stand_nearer_than_others() {
        // Two rings of ten, joined by one link.
        let ring =
            |from: usize| (0..10).flat_map(move |i| [(from + i, from + (i + 1) % 10), (from + i, from + (i + 3) % 10)]);
        let links: Vec<_> = ring(0).chain(ring(10)).chain([(0, 10)]).collect();
        let spots = spots(20, &links);
        let distance =
            |a: usize, b: usize| f64::from(spots[a].x - spots[b].x).hypot(f64::from(spots[a].y - spots[b].y));
        let mean = |pairs: &[(usize, usize)]| {
            pairs.iter().map(|&(a, b)| distance(a, b)).sum::<f64>() / f64::from(u32::try_from(pairs.len()).unwrap())
        };
        let apart: Vec<_> = (1..10).map(|i| (i, 10 + i)).collect();
        assert!(mean(&links) * 1.5 < mean(&apart), "{} and {}", mean(&links), mean(&apart));
    }
}
