//! Counts by month, or by year where there are many months: as bars, and as rows.

use std::collections::BTreeMap;

use super::markup::Html;
use super::words::{self, Words};
use crate::document::{Lang, PartialDate};
use crate::query::Bar;
use crate::relation::Family;

/// More months than these are put together as years.
const MOST_MONTHS: usize = 48;
/// The families that bars are made of, from the bottom.
pub(super) const FAMILIES: [Family; 3] = [Family::Contact, Family::Cooperation, Family::Conflict];

/// Counts over time.
pub(super) struct Chart {
    pub(super) bars: Vec<Bar>,
    pub(super) is_by_year: bool,
}

impl Chart {
    pub(super) fn new(months: &[Bar]) -> Chart {
        if months.len() <= MOST_MONTHS {
            return Chart { bars: months.to_vec(), is_by_year: false };
        }
        let mut years: BTreeMap<i16, Bar> = BTreeMap::new();
        for bar in months {
            let year = bar.month.first_day().year();
            let whole = Bar { month: PartialDate::year(year), counts: BTreeMap::new() };
            let counts = &mut years.entry(year).or_insert(whole).counts;
            bar.counts.iter().for_each(|(family, count)| *counts.entry(*family).or_default() += count);
        }
        Chart { bars: years.into_values().collect(), is_by_year: true }
    }

    pub(super) fn title(&self, words: &Words) -> &'static str {
        if self.is_by_year { words.by_year } else { words.by_month }
    }

    /// Adds the bars; time runs from left to right, as dates are written.
    pub(super) fn draw(&self, html: &mut Html, lang: Lang) {
        const WIDTH: usize = 720;
        const HEIGHT: usize = 150;
        const FLOOR: usize = 126;
        let most = self.bars.iter().map(total).max().unwrap_or_default().max(1);
        let step = (WIDTH / self.bars.len().max(1)).clamp(1, 60);
        let width = (step * 4 / 5).max(1);
        let view = format!("0 0 {} {HEIGHT}", (step * self.bars.len()).max(240));
        let title = self.title(Words::of(lang));
        html.element(
            "svg",
            &[("class", "chart"), ("viewBox", &view), ("role", "img"), ("aria-label", title)],
            |html| {
                // Labels need about 44 units each.
                let every = 44_usize.div_ceil(step);
                for (at, bar) in self.bars.iter().enumerate() {
                    let left = at * step + (step - width) / 2;
                    let mut top = FLOOR;
                    html.element("g", &[], |html| {
                        html.text("title", &[], &described(bar, lang));
                        for family in FAMILIES {
                            let count = bar.counts.get(&family).copied().unwrap_or_default();
                            let height =
                                usize::try_from(count * 110 / most).unwrap_or_default().max(usize::from(count > 0));
                            top -= height;
                            if height > 0 {
                                let values = [left, top, width, height].map(|value| value.to_string());
                                let [x, y, width, height] = &values;
                                let class = family.name();
                                html.text(
                                    "rect",
                                    &[("class", class), ("x", x), ("y", y), ("width", width), ("height", height)],
                                    "",
                                );
                            }
                        }
                        if at % every == 0 {
                            let x = (left + width / 2).to_string();
                            html.text("text", &[("x", &x), ("y", "143")], &bar.month.to_string());
                        }
                    });
                }
                let end = (step * self.bars.len()).max(240).to_string();
                html.text("path", &[("class", "floor"), ("d", &format!("M0 {FLOOR}.5H{end}"))], "");
            },
        );
    }
}

pub(super) fn total(bar: &Bar) -> u64 {
    FAMILIES.iter().filter_map(|family| bar.counts.get(family)).sum()
}

fn described(bar: &Bar, lang: Lang) -> String {
    let parts: Vec<String> = FAMILIES
        .iter()
        .filter_map(|family| Some(format!("{} {}", words::family(*family, lang), bar.counts.get(family)?)))
        .collect();
    format!("{}: {}", bar.month, if parts.is_empty() { "0".to_owned() } else { parts.join(", ") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_months_become_years() {
        let months = |count: i16| -> Vec<Bar> {
            (0..count)
                .map(|at| Bar {
                    month: PartialDate::month(2000 + at / 12, 1 + i8::try_from(at % 12).unwrap()).unwrap(),
                    counts: [(Family::Contact, 1)].into(),
                })
                .collect()
        };
        assert_eq!(Chart::new(&months(24)).bars.len(), 24);
        let years = Chart::new(&months(60));
        assert_eq!((years.is_by_year, years.bars.len(), total(&years.bars[0])), (true, 5, 12));
        for count in [0, 1, 24, 60] {
            let mut html = Html::default();
            Chart::new(&months(count)).draw(&mut html, Lang::Ar);
            let bars = html.finish().matches("<rect").count();
            assert_eq!(bars, usize::try_from(if count > 48 { count / 12 } else { count }).unwrap());
        }
    }
}
