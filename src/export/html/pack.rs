//! Packing: boxes of the parts of a layout are put side by side, the largest in the middle.

use std::collections::{BTreeMap, BTreeSet};

/// A box, by its corner of least coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Box {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// How much wider than tall the whole becomes, as screens are.
const ASPECT: f32 = 1.5;

/// Returns by how much each box has to move so that none overlaps another.
///
/// Boxes come the largest first. Each takes the free place that is nearest to the middle, found cell by
/// cell on a spiral; boxes of one size begin to look where the last of that size found its place.
pub(super) fn pack(boxes: &[Box]) -> Vec<(f32, f32)> {
    let Some(first) = boxes.first() else { return Vec::new() };
    let mut shifts = vec![(-first.x - first.width / 2.0, -first.y - first.height / 2.0)];
    let rest = &boxes[1..];
    if rest.is_empty() {
        return shifts;
    }
    #[expect(clippy::cast_precision_loss, reason = "a size on a page")]
    let cell = (rest.iter().map(|b| b.width.min(b.height)).sum::<f32>() / rest.len() as f32 / 2.0).max(8.0);
    let mut taken = Taken { cell, cells: BTreeSet::new() };
    taken.take(-first.width / 2.0, -first.height / 2.0, first.width, first.height);
    let mut spiral = Spiral::default();
    let mut begun: BTreeMap<(i32, i32), usize> = BTreeMap::new();
    for b in rest {
        let (columns, rows) = (taken.cells_of(b.width), taken.cells_of(b.height));
        let place = begun.entry((columns, rows)).or_default();
        let (column, row) = loop {
            let (column, row) = spiral.at(*place);
            let column = column - columns / 2;
            let row = row - rows / 2;
            if taken.is_free(column, row, columns, rows) {
                break (column, row);
            }
            *place += 1;
        };
        taken.mark(column, row, columns, rows);
        shifts.push((to_page(column, cell) - b.x, to_page(row, cell) - b.y));
    }
    shifts
}

struct Taken {
    cell: f32,
    cells: BTreeSet<(i32, i32)>,
}

impl Taken {
    #[expect(clippy::cast_possible_truncation, reason = "cells of a page")]
    fn cells_of(&self, length: f32) -> i32 {
        (length / self.cell).ceil() as i32
    }

    #[expect(clippy::cast_possible_truncation, reason = "cells of a page")]
    fn take(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let (left, top) = ((x / self.cell).floor() as i32, (y / self.cell).floor() as i32);
        let (right, bottom) = (((x + width) / self.cell).ceil() as i32, ((y + height) / self.cell).ceil() as i32);
        self.mark(left, top, right - left, bottom - top);
    }

    fn mark(&mut self, column: i32, row: i32, columns: i32, rows: i32) {
        self.cells.extend((column..column + columns).flat_map(|c| (row..row + rows).map(move |r| (c, r))));
    }

    fn is_free(&self, column: i32, row: i32, columns: i32, rows: i32) -> bool {
        (column..column + columns).all(|c| self.cells.range((c, row)..(c, row + rows)).next().is_none())
    }
}

#[expect(clippy::cast_precision_loss, reason = "cells of a page")]
fn to_page(cells: i32, cell: f32) -> f32 {
    cells as f32 * cell
}

/// Cells by their distance from the middle, wider than tall; the order is made when it is asked for.
#[derive(Default)]
struct Spiral {
    cells: Vec<(i32, i32)>,
    reach: i32,
}

impl Spiral {
    fn at(&mut self, place: usize) -> (i32, i32) {
        while place >= self.cells.len() {
            let from = self.reach;
            self.reach += 64;
            let mut ring: Vec<(i64, i32, i32)> = Vec::new();
            let wide = |reach: i32| (to_page(reach, 1.0) * ASPECT).ceil();
            #[expect(clippy::cast_possible_truncation, reason = "cells of a page")]
            let columns = wide(self.reach) as i32;
            for column in -columns..=columns {
                for row in -self.reach..=self.reach {
                    #[expect(clippy::cast_possible_truncation, reason = "cells of a page")]
                    let x = (f64::from(column) / f64::from(ASPECT) * 16.0) as i64;
                    let y = i64::from(row) * 16;
                    let square = x * x + y * y;
                    let limit = |reach: i32| i64::from(reach) * i64::from(reach) * 256;
                    if (from == 0 || square > limit(from)) && square <= limit(self.reach) {
                        ring.push((square, column, row));
                    }
                }
            }
            ring.sort_unstable();
            self.cells.extend(ring.into_iter().map(|(_, column, row)| (column, row)));
        }
        self.cells[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_do_not_overlap_and_keep_together() {
        let size = |width, height| Box { x: 5.0, y: -3.0, width, height };
        let mut boxes = vec![size(500.0, 300.0), size(120.0, 90.0)];
        boxes.extend([size(80.0, 24.0); 300]);
        let placed: Vec<Box> =
            boxes.iter().zip(pack(&boxes)).map(|(b, (dx, dy))| Box { x: b.x + dx, y: b.y + dy, ..*b }).collect();
        for (place, a) in placed.iter().enumerate() {
            for b in &placed[place + 1..] {
                let apart = a.x + a.width <= b.x + 0.01
                    || b.x + b.width <= a.x + 0.01
                    || a.y + a.height <= b.y + 0.01
                    || b.y + b.height <= a.y + 0.01;
                assert!(apart, "{a:?} {b:?}");
            }
        }
        let area: f32 = boxes.iter().map(|b| b.width * b.height).sum();
        let width =
            placed.iter().map(|b| b.x + b.width).fold(0.0, f32::max) - placed.iter().map(|b| b.x).fold(0.0, f32::min);
        assert!(width * width / ASPECT < area * 2.5, "{width} for {area}");
        assert_eq!(pack(&[]), []);
    }
}
