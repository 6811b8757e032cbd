//! Tables of `nisba eval` beside its figures: what each mechanism is worth, what confidences mean, the figures in parts.

use std::collections::BTreeMap;

use nisba::eval::{Annotated, FIGURES, Figures, Parts, Reliability, Tally, score};
use nisba::pipeline::Pipeline;
use nisba::relation::{Floor, Mechanism, Options, Without};
use serde::Serialize;

use super::table::aligned;

/// The figures shown: of mentions, of relations with and without status, of contacts, of offices.
const SHOWN: [(usize, &str); 5] = [(0, "MENTIONS"), (2, "STRICT"), (3, "PLAIN"), (5, "WHO SPOKE"), (7, "OFFICES")];

/// One way of reading the gold's texts.
#[derive(Serialize)]
pub(super) struct Ablation {
    reading: String,
    figures: BTreeMap<&'static str, Figures>,
}

/// Reads the gold's texts as they are read, then without each mechanism, then by guessing.
pub(super) fn ablation(
    pipeline: &Pipeline,
    gold: &[Annotated],
    read: &dyn Fn(&Pipeline) -> BTreeMap<String, Annotated>,
) -> Vec<Ablation> {
    let all = ("everything".to_owned(), Options::default());
    let without = Mechanism::ALL.map(|mechanism| {
        let options = Options { without: Without::default().and(mechanism), ..Options::default() };
        (format!("without {mechanism}"), options)
    });
    let floors = Floor::ALL.map(|floor| {
        let options = Options { floor: Some(floor), ..Options::default() };
        (format!("floor: {}", floor.name()), options)
    });
    let readings = std::iter::once(all).chain(without).chain(floors);
    let row = |(reading, options)| {
        let tallies = score(gold, &read(&pipeline.clone().with_options(options)), None);
        Ablation { reading, figures: FIGURES.into_iter().zip(tallies.iter().map(Tally::figures)).collect() }
    };
    readings.map(row).collect()
}

/// Returns the table: F1 of each figure, and what is lost or won against reading with everything; precision and recall of
/// the relations.
pub(super) fn as_table(rows: &[Ablation]) -> String {
    let figure = |row: &Ablation, place: usize| row.figures[FIGURES[place]];
    let cells = |row: &Ablation| {
        let f1 = SHOWN.iter().map(|&(place, _)| {
            let (own, all) = (figure(row, place).f1, figure(&rows[0], place).f1);
            if std::ptr::eq(row, &rows[0]) { format!("{own:.3}") } else { format!("{own:.3} {:+.3}", own - all) }
        });
        let plain = figure(row, 3);
        let shares = [format!("{:.3}", plain.precision), format!("{:.3}", plain.recall)];
        let cells = std::iter::once(row.reading.clone()).chain(f1).chain(shares).collect();
        (cells, Vec::new())
    };
    let header: Vec<&str> =
        std::iter::once("READING").chain(SHOWN.map(|(_, name)| name)).chain(["PLAIN P", "PLAIN R"]).collect();
    aligned(&header, &rows.iter().map(cells).collect::<Vec<_>>())
}

/// Returns the table of bins of confidence; empty where no relation has one.
pub(super) fn reliability_table(reliability: &Reliability) -> String {
    let mut rows = Vec::new();
    let parts = [
        ("relations", &reliability.relations),
        ("contact", &reliability.contact),
        ("holds_office", &reliability.holds_office),
    ];
    for (name, bins) in parts {
        for bin in bins {
            let cells = vec![
                name.to_owned(),
                format!("{:.1} to {:.1}", bin.from, bin.to),
                bin.count.to_string(),
                bin.right.to_string(),
                format!("{:.3}", bin.share),
                format!("{:.3}", bin.confidence),
            ];
            rows.push((cells, Vec::new()));
        }
    }
    if rows.is_empty() {
        return String::new();
    }
    aligned(&["RELIABILITY", "CONFIDENCE", "FOUND", "RIGHT", "SHARE RIGHT", "MEAN CONFIDENCE"], &rows)
}

/// Returns the figures by language and by predicate, and the errors by kind.
pub(super) fn parts_table(parts: &Parts) -> String {
    let plain = |name: &str, figures: &Figures| {
        let Figures { precision, recall, f1, gold, predicted, hit } = figures;
        let shares = [precision, recall, f1].map(|share| format!("{share:.3}"));
        let counts = [gold, predicted, hit].map(|count| count.to_string());
        (std::iter::once(name.to_owned()).chain(shares).chain(counts).collect(), Vec::new())
    };
    let mut text = String::new();
    for (lang, figures) in &parts.by_language {
        let rows: Vec<_> = FIGURES.iter().map(|name| plain(name, &figures[name])).collect();
        text += &format!("\n{}", aligned(&[&lang.to_uppercase(), "P", "R", "F1", "GOLD", "FOUND", "HIT"], &rows));
    }
    let rows: Vec<_> = parts.by_predicate.iter().map(|row| plain(row.predicate, &row.figures)).collect();
    text += &format!("\n{}", aligned(&["PREDICATE", "P", "R", "F1", "GOLD", "FOUND", "HIT"], &rows));
    let rows = parts.errors.rows().map(|(kind, count)| (vec![kind.to_owned(), count.to_string()], Vec::new()));
    text + &format!("\n{}", aligned(&["ERROR", "COUNT"], &rows))
}
